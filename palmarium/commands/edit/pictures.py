"""Pictures sent to a file: checked as in a build, saved under a free name, put into the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...images import FOLDER, ending, look
from ...importing import short_form, yaml_edit
from ...importing.yaml_edit import Edit
from ...model.ids import slug
from ...problems import Level, Problem
from ..lsp.places import outline_of

HEAD, END = "head", "end"
"""Places of a picture: at the head of the file's page, and at the end of its text; else it stands behind a block."""
_SHORTEST = 5
"""The least length of a file name that is no device of Windows."""
_BLOCK = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_IN_WORDS = 50


@dataclass(frozen=True, slots=True)
class Said:
    """The texts for a picture: its alternative text, its credit, its caption."""

    alt: str
    credit: str = ""
    caption: str = ""


def landed(files: Mapping[str, bytes], name: str, data: bytes, beside: str) -> tuple[str, tuple[Problem, ...]]:
    """The path for a picture, or that of the same one where it is there; what is wrong with it.

    If the name says too little, the name of the file that the picture is for (`beside`) is added.
    """
    base, dot, said = re.split(r"[/\\]", name)[-1].rpartition(".")
    stem = base if dot else said
    kind = ending(data) or slug(said) or "jpg"
    short = slug(stem) if any(map(str.isalnum, stem)) else ""
    short = short if len(short) >= _SHORTEST else "-".join(filter(None, (slug(beside), short)))
    taken = {path.casefold(): path for path in files if path.startswith(FOLDER)}
    paths = (f"{FOLDER}{short}{number}.{kind}" for number in ("", *(f"-{each}" for each in range(2, len(taken) + 3))))
    path = next(each for each in paths if each not in taken or files[taken[each]] == data)
    _, problems = look(path, data)
    return taken.get(path, path), tuple(each for each in problems if each.level is Level.ERROR)


def places(path: str, text: str) -> Iterator[tuple[str, str]]:
    """The places for a picture in a file, and the words before each."""
    if any(key.name == "picture" for form in list(outline_of(path).values())[:1] for key in form.keys):
        yield HEAD, ""
    start = yaml_edit.body(path, text)
    if start < 0:
        return
    for number, (end, words) in enumerate(_blocks(text, start)):
        if text[end:].strip():
            yield f"{number}:{words}", words
    yield END, ""


def _blocks(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The end and first words of each paragraph and heading that begins at the margin with a letter."""
    for found in _BLOCK.finditer(text, start):
        line = found[0].strip("\n").partition("\n")[0]
        is_code = len(_FENCE.findall(text, start, found.start())) % 2
        if re.match(r"[^\W\d_]|#|\[|[«“]", line) and not is_code:
            words = line.strip("# ")
            yield found.end(), words if len(words) <= _IN_WORDS else f"{words[:_IN_WORDS].rsplit(' ', 1)[0]}…"


def placed(path: str, text: str, place: str, file: str, caption: Said) -> str:
    """The text with a picture in it; unchanged if it has no such place."""
    src = file.removeprefix(FOLDER)
    if place == HEAD:
        return _at_head(path, text, src, caption)
    start = yaml_edit.body(path, text)
    blocks = tuple(_blocks(text, start)) if start >= 0 else ()
    if place == END and start >= 0:
        above = text.rstrip("\n") if text[start:].strip() else text[:start].rstrip("\n")
        return f"{above}\n\n{_in_text(src, caption)}\n"
    number, _, words = place.partition(":")
    alike = {at: end for at, (end, said) in enumerate(blocks) if words and said == words}
    # Where a paragraph was typed or deleted before it, the same words stand elsewhere now.
    at = alike.get(
        int(number) if number.isdecimal() and len(number) < _SHORTEST else -1, min(alike.values(), default=-1)
    )
    if at < 0:
        return text
    return yaml_edit.apply(text, (Edit(at, at, f"\n\n{_in_text(src, caption)}"),))


def _in_text(src: str, said: Said) -> str:
    below = f"{said.caption} — {said.credit}" if said.caption and said.credit else said.caption
    below = below if said.caption or not said.credit else f"— {said.credit}"
    title = ' "{}"'.format(below.replace("\\", "\\\\").replace('"', '\\"')) if below else ""
    alt = re.sub(r"([\\\[\]])", r"\\\1", said.alt)
    return f"![{alt}]({src}{title})"


def _at_head(path: str, text: str, src: str, said: Said) -> str:
    found, forms = yaml_edit.opened(path, text), outline_of(path)
    if found is None:
        return text
    told = {"src": src, "alt": said.alt, "credit": said.credit, "caption": said.caption}
    value = {key: each for key, each in told.items() if each}
    typed = short_form.typed()
    if there := found[0].get("picture"):
        return yaml_edit.apply(text, (yaml_edit.in_place(there, yaml_edit.flow(value, typed)),))
    order = [key.name for key in next(iter(forms.values())).keys]
    pair = ("picture", yaml_edit.flow(value, typed), lambda column: yaml_edit.pair("picture", value, column, typed))
    return yaml_edit.apply(text, yaml_edit.with_pairs(text, found[0], (pair,), order))

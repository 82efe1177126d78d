"""What may be written at a place of a file, while the file is being written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from ...importing import yaml_edit
from ...importing.yaml_edit import Piece
from ...sources.layout import MEDIA
from ...sources.markdown import BLOCKS
from ...sources.schema.outline import Form
from ..offers import Known, offers, within
from .places import Visit, award_of, beside, outline_of, visits
from .site import OpenSite

_MARK = "\ue0ff"
"""Stands where the cursor is: a character that no text may hold."""

_OPENED = re.compile(
    r"\[\[(?P<link>[^\[\]|\n]*)$|\]\{(?P<claim>[^{}\n]*)$"
    r"|\{\{\s*(?P<block>[^{}\n]*)$|!\[[^\[\]\n]*\]\((?P<picture>[^()\n]*)$"
)
_CLOSING = tuple(
    quote + "".join(brackets)
    for depth in range(4)
    for brackets in product("}]", repeat=depth)
    for quote in ("", '"', "'")
)
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_SECTION = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_CLAIM_KEYS = ("is=", "of=", "category=", "edition=", "award=", "until=", "scope=", "source=", "note=", "disputed")
_BY_CLAIM_KEY = (
    *(("of", "name"), ("category", "category-anywhere"), ("edition", "edition")),
    *(("award", "award"), ("until", "edition"), ("source", "source")),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A text to write in place of what stands from `start` to the cursor, and what it stands for."""

    text: str
    label: str
    says: str
    start: int
    is_key: bool = False


def choices(path: str, text: str, at: int, site: OpenSite) -> Iterator[Choice]:
    """Everything that may stand where the cursor is, `at` so many characters from the beginning."""
    known = _known(path, site)
    start, end = (0, len(text)) if path.endswith(".yaml") else _front_matter(text)
    if start <= at <= end:
        yield from _in_data(text[start:at], start, outline_of(path), known)
    elif path.endswith(".md"):
        yield from _in_prose(text[text.rfind("\n", 0, at) + 1 : at], at, known, site)


def _known(path: str, site: OpenSite) -> Known:
    record = site.records.get(path)
    pictures = (each.removeprefix(MEDIA) for each in site.files if each.startswith(MEDIA))
    rounds = {each.id: each.name for each in getattr(record, "rounds", ())}
    sources = {each.id: each.title for each in getattr(record, "sources", ())}
    return {**offers(site.archive, award_of(path), pictures), "source": sources, "round": rounds}


def _front_matter(text: str) -> tuple[int, int]:
    """From where to where the front matter goes; one that is not closed yet, to the end."""
    first = _FENCE.match(text)
    if not first:
        return 0, -1
    last = _FENCE.search(text, first.end())
    return first.end() + 1, last.start() - 1 if last else len(text)


def _in_data(before: str, start: int, forms: Mapping[str, Form], known: Known) -> Iterator[Choice]:
    """Values, then keys: what makes sense of the text before the cursor, with all that is open closed behind it."""
    sections = [found.start() for found in _SECTION.finditer(before)]
    cut = sections[-1] if sections else 0
    written = before[cut:]
    seen = set()
    for behind, is_key in (("", False), (": ", True)):
        for root in _closed(written, f"{_MARK}{behind}"):
            for visit in visits(root, forms):
                if _MARK not in (visit.piece.value or "") or visit.is_key != is_key:
                    continue
                begins = start + cut + visit.piece.start
                for text, says in _fitting(visit, forms, known):
                    if (text, is_key) not in seen and not (is_key and _is_there(visit.holder, text)):
                        seen.add((text, is_key))
                        yield _choice(text, says, begins, visit)


def _closed(written: str, mark: str) -> Iterator[Piece]:
    for closing in _CLOSING:
        if root := yaml_edit.parse(f"{written}{mark}{closing}"):
            if root.form == "mapping":
                yield root
            return


def _is_there(holder: Piece | None, key: str) -> bool:
    return holder is not None and any(name == key for name, _, _ in holder.pairs)


def _choice(text: str, says: str, start: int, visit: Visit) -> Choice:
    if visit.is_key:
        return Choice(f"{yaml_edit.scalar(text)}: ", text, says, start, True)
    is_word = visit.type.is_a in ("choice", "true or false")
    return Choice(text if is_word else yaml_edit.scalar(text, typed=True, inside=visit.inside), text, says, start)


def _fitting(visit: Visit, forms: Mapping[str, Form], known: Known) -> Iterator[tuple[str, str]]:
    """The texts that may stand at a piece, each with what it means."""
    type = visit.type
    if visit.is_key and type.is_a == "form":
        form = forms[type.form]
        yield from ((key.name, key.says) for key in (*form.keys, *form.also))
    elif visit.is_key == (type.is_a == "mapping"):
        award = beside(visit.holder) if type.leads == "category-anywhere" else ""
        texts = within(award, known["category-key"]) if award else known.get(type.leads, {})
        yield from texts.items()
        yield from ((word, "") for word in (("true", "false") if type.is_a == "true or false" else type.words))


def _in_prose(line: str, at: int, known: Known, site: OpenSite) -> Iterator[Choice]:
    """What is open in a line of prose: a link, a claim, a block, a picture."""
    found = _OPENED.search(line)
    if not found:
        return
    kind = str(found.lastgroup)
    typed = found[kind]
    if kind == "link":
        yield from _listed(_linked(known), at - len(typed))
    elif kind == "picture":
        yield from _listed(known["picture"], at - len(typed))
    elif kind == "block":
        *words, last = typed.split(" ")
        yield from _listed(_of_block([word for word in words if word], known, site), at - len(last))
    else:
        yield from _in_claim(typed, at, known)


def _of_block(words: list[str], known: Known, site: OpenSite) -> Mapping[str, str]:
    """What comes next in a block: its kind, an edition, or one of the figures or claims of that edition."""
    if len(words) < 2:
        return known["edition"] if words else dict.fromkeys(BLOCKS, "")
    edition = site.archive.editions.get(words[1])
    if edition is None or len(words) > 2:
        return {}
    figures = {figure.id: figure.title for figure in edition.figures}
    claims = {str(number): claim.says for number, claim in enumerate(edition.claims, 1)}
    return {"figure": figures, "claim": claims}.get(words[0], {})


def _linked(known: Known) -> Mapping[str, str]:
    """All that a link may lead to; of what is called the same, what comes first in the archive's own order."""
    kinds = (known["article"], known["note"], known["award"], known["name"], known["category-key"], known["edition"])
    return {text: says for texts in kinds for text, says in texts.items()}


def _in_claim(typed: str, at: int, known: Known) -> Iterator[Choice]:
    """The count first; then an edition or an award, and keys with their values."""
    quoted = re.search(r'(?<!\w)(\w+)="([^"]*)$', typed)
    word = typed.rpartition(" ")[2]
    key, equals, value = (quoted[1], "=", quoted[2]) if quoted else word.partition("=")
    leads = next((leads for name, leads in _BY_CLAIM_KEY if name == key and equals), "")
    if leads:
        start = at - len(value) - bool(quoted)
        for text, says in known[leads].items():
            yield Choice(f'"{text}"' if " " in text or quoted else text, text, says, start)
    elif " " not in typed.lstrip():
        yield from _listed(known["count"], at - len(word))
    elif not equals:
        yield from _listed({**known["edition"], **known["award"], **dict.fromkeys(_CLAIM_KEYS, "")}, at - len(word))


def _listed(texts: Mapping[str, str], start: int) -> Iterator[Choice]:
    return (Choice(text, text, says, start) for text, says in texts.items())

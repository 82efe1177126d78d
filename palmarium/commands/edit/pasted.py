"""Lists and tables pasted into an edition: read by the import, merged into the file."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...build.work import silent
from ...importing import Given, bring
from ...importing.column_words import CHOICES, is_heading
from ...importing.guessing import Guess, guessed
from ...importing.tables import reading
from ...importing.tables.table import Cell, Reading, Table
from ...model.ids import slug
from ...problems import SHOWN, quoted
from ...sources import layout

LEFT_OUT = "-"
"""The answer for a column that is to be left out."""

_KNOWN = ("award", "edition", "category", "name")
_SAMPLES = 3
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_YAML = re.compile(
    r"- [^\s:][^\n:]*: .*\n\s+[^\s:-][^\n:]*: |[^\s:][^\n:]*:[^\S\n]*\n\s+(?:- [\"'\[{]|[^\s:-][^\n:]*: )"
)
_NUMBER = re.compile(r"\(?(\d{1,3})\s?[.)°]\s+(?=\S)")
_NUMBERED = r"^\(?\d{1,3}\s?[.)°]\s+(.*)$"
_LABELLED = re.compile(r"(?:[-*•] )?(?P<label>[^:–—]{1,80}?)(?: ?: ?| [-–—] )(?P<rest>\S.*)")
_DASHES = re.compile(r"(?:\s*\|)?\s*:?-{3}[\s:|-]*")


@dataclass(frozen=True, slots=True)
class PastedColumn:
    """A column of what is pasted, a few of its texts, and the key that it is read as.

    A column that is read as one with others has no key of its own; the editor is asked about columns that are not read.
    """

    name: str
    samples: tuple[str, ...]
    key: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """The edition with the rows that it lacked, None where nothing landed; what was done, and what is in doubt.

    `columns` are there where an editor has to say what they are before anything is added.
    """

    data: bytes | None = None
    done: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    columns: tuple[PastedColumn, ...] = ()


def merged_by_headings(
    files: Mapping[str, bytes],
    path: str,
    pasted: str,
    category: str,
    said: Mapping[str, str],
    categories: Mapping[str, str],
) -> Merged:
    """What is pasted, merged into an edition; where a list has headings, each part into the category that one names.

    `categories` are those of the award: their ids, and what they are called.
    """
    parts = tuple(_parts(pasted, category, categories)) if _named(pasted) == "pasted.txt" else ()
    if len(parts) < 2 and not any(heading for heading, _, _ in parts):
        return merged(files, path, pasted, category, said)
    if unknown := [heading for heading, id, _ in parts if heading and not id]:
        known = ", ".join(categories.values())
        doubt = "the award has no category {}: it has {}; add it to the award first, or take the heading out"
        return Merged(doubts=tuple(doubt.format(quoted(heading), known) for heading in unknown))
    done: list[str] = []
    doubts: list[str] = []
    there = dict(files)
    for _, id, text in parts:
        made = merged(there, path, text, id, {})
        done += [f"{id}: {each}" if id else each for each in made.done]
        doubts += [f"{id}: {each}" if id else each for each in made.doubts]
        if made.data is None:
            return Merged(doubts=tuple(doubts))
        there[path] = made.data
    return Merged(there[path], tuple(done), tuple(doubts))


def _parts(pasted: str, category: str, categories: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """A list by its headings: each, the id of its category or nothing, and the lines below it, in their places.

    What stands before a colon or a dash heads its own line and those below, where a category is called so in one line.
    """
    ids = {slug(name): id for id, name in categories.items()} | {id: id for id in categories}
    lines = pasted.splitlines()
    is_labelled = any(slug(label) in ids for label, rest in map(_labelled, lines) if rest)
    heading, id, below = "", category, list[str]()
    for number, line in enumerate(lines):
        text = unnumbered(line.lstrip("#").strip().rstrip(": "))
        label, rest = _labelled(line) if is_labelled else ("", "")
        # Above a year stands what the reader of lists knows.
        is_heading = (line.startswith("#") and not _YEAR.search(text)) or (
            text and slug(text) in ids and not line.startswith(("-", "*"))
        )
        if not is_heading and not (rest and (slug(label) in ids or ":" in line)):
            below.append(line)
            continue
        if any(each.strip() for each in below):
            yield heading, id, "\n".join(below)
        heading = text if is_heading else label
        id, below = ids.get(slug(heading), ""), [""] * number + ["" if is_heading else rest]
    if any(each.strip() for each in below):
        yield heading, id, "\n".join(below)


def _labelled(line: str) -> tuple[str, str]:
    """What stands before the first colon or dash of a line of a list, and what stands behind it."""
    found = _LABELLED.fullmatch(line.strip())
    return (unnumbered(found["label"]), found["rest"]) if found else ("", "")


def merged(files: Mapping[str, bytes], path: str, pasted: str, category: str, said: Mapping[str, str]) -> Merged:
    """What is pasted, merged into an edition; `said` has the key of each column that an editor has spoken of."""
    name = _named(pasted)
    if pasted.lstrip().startswith("<"):
        return Merged(doubts=("this is the code of a page: copy the table as the page shows it",))
    how = Reading(format="names" if name.endswith(".txt") else "")
    table, problems = reading.read_table(name, pasted.encode(), {}, how)
    if table is None:
        return Merged(doubts=tuple(f"{each.message}; {each.hint}" for each in problems))
    spoken = {column: key for column, key in said.items() if key and column in table.columns}
    is_list = table.how.format == "names"
    left_out: list[str] = []
    if is_list and "number" not in spoken and any(_texts(table, "number")):
        spoken["number"] = LEFT_OUT
        left_out.append("the numbers before the names are left out: where they are places, type them as ranks")
    guess = guessed(table, name, {column: key.strip(LEFT_OUT) for column, key in spoken.items()}, _KNOWN)
    asked = tuple(_asked(guess, spoken))
    if asked:
        return Merged(doubts=asked, columns=tuple(_columns(table, guess, spoken)))
    award, edition = path.removesuffix(".yaml").split("/")[1:]
    skips: list[str] = []
    for key, is_ours in _ours(files, award, edition).items():
        column = guess.read.get(key, "")
        texts = _texts(table, column) if column else ()
        ours = [text for text in texts if is_ours(text)]
        what = key.removesuffix(".id")
        if texts and not ours:
            shown = ", ".join(map(quoted, texts[:_SAMPLES]))
            doubt = f"no row is of this {what}: {column} says {shown}; to add them here, say that {column} is left out"
            return Merged(doubts=(doubt,), columns=tuple(_columns(table, guess, spoken)))
        if texts:
            skips += ["[[skip]]", f"when = {{column = {quoted(column)}, not = [{', '.join(map(quoted, ours))}]}}"]
            skips.append(f"why = {quoted(f'of another {what}, by {column}')}")
    notes = [f"not sure: {each}" for each in guess.unsure]
    notes += [f"{each.column}: {each.why}" for each in guess.untaken if not each.samples and not is_list]
    if category and (column := guess.read.get("category.id", "")):
        notes.append(f"the category is what {column} says, not {category}: {category} is for a table without one")
    numbered = guess.read.get("category.id", "")
    numbered = numbered if numbered and is_numbered(_texts(table, numbered)) else ""
    left_out += [f"{numbered}: the numbers before the categories are left out"] if numbered else []
    mapping = "\n".join((*_mapping(guess, award, edition, category, numbered), *skips))
    made = bring(Given(name, pasted.encode(), "pasted.toml", mapping.encode(), {}), files, False, silent)
    told = dict.fromkeys(
        f"line {each.span.line}: {each.message}" if each.span.path in (name, path) else f"{each.message}; {each.hint}"
        for each in made.problems
        if each.span.path in (name, path, "pasted.toml")
    )
    more = [f"and {len(told) - SHOWN} more"] if len(told) > SHOWN else []
    elsewhere = [f"this also belongs into {each}, which was not changed" for each in made.files if each != path]
    landed = None if made.wrong else made.files.get(path)
    return Merged(
        landed,
        (*made.rows, *_read_as(table, guess), *left_out),
        (*notes, *tuple(told)[:SHOWN], *more, *elsewhere),
    )


def _named(text: str) -> str:
    """A file name for a pasted text, with the ending of its format."""
    lines = [line for line in text.splitlines() if line.strip()]
    if any("|" in line and _DASHES.fullmatch(line) for line in lines):
        return "pasted.md"
    if len(lines) > 1 and all(line.startswith("{") and line.endswith("}") for line in lines):
        return "pasted.jsonl"
    if _YAML.match(text.lstrip()):
        return "pasted.yaml"
    try:
        if isinstance(json.loads(text), dict | list):
            return "pasted.json"
    except (ValueError, RecursionError):
        pass
    if any("\t" in line for line in lines):
        return "pasted.csv"
    if lines and all(";" in line for line in lines):
        # Names stand beside each other, where nothing above them is what a column is called.
        return "pasted.csv" if any(is_heading([cell]) for cell in lines[0].split(";")) else "pasted.txt"
    # A heading above names makes them a column.
    is_table = reading.is_table(text.encode()) or (len(lines) > 1 and is_heading(lines[0].split(",")))
    return "pasted.csv" if is_table else "pasted.txt"


def _ours(files: Mapping[str, bytes], award: str, edition: str) -> Mapping[str, Callable[[str], bool]]:
    """Whether a text in the column of editions or awards means the edition into which it is pasted."""
    named = files.get(layout.file("award", award), b"").decode("utf-8", "replace")
    return {
        "edition.id": lambda text: slug(text) == edition or bool({*_YEAR.findall(text)} & {*_YEAR.findall(edition)}),
        "award.id": lambda text: slug(text) == award or text in named,
    }


def _asked(guess: Guess, spoken: Mapping[str, str]) -> Iterator[str]:
    """The questions that an editor must answer before anything is added."""
    for each in guess.untaken:
        if each.samples:
            shown = ", ".join(map(quoted, each.samples))
            yield f"say below what {each.column} is ({shown}), or that it is left out"
    for key in dict.fromkeys(key for key in spoken.values() if key != LEFT_OUT):
        those = [column for column, other in spoken.items() if other == key]
        if len(those) > 1:
            yield f"{' and '.join(those)} are both said to be {CHOICES.get(key, key)}: one column can be that"
    if "result.laureate" not in guess.read:
        yield "say which column holds the laureates"


def _columns(table: Table, guess: Guess, spoken: Mapping[str, str]) -> Iterator[PastedColumn]:
    """The columns that are not empty, in the order of the table."""
    untaken = {each.column for each in guess.untaken}
    # The whole line of a list is there beside what is read of it.
    for name in table.columns if table.how.format != "names" else ("name", "count", "tie", "number", "year"):
        key = spoken.get(name) or next((key for key, column in guess.read.items() if column == name), "")
        is_asked = name in untaken and not key
        texts = _texts(table, name)
        if texts and (is_asked or not table.how.rows or not re.search(r"\[\d|#$", name)):
            yield PastedColumn(name, texts[:_SAMPLES], key, not is_asked)


def _read_as(table: Table, guess: Guess) -> Iterator[str]:
    if len(table.columns) > 1 and table.how.format != "names":
        yield "read as " + ", ".join(f"{CHOICES.get(key, key)}: {column}" for key, column in guess.read.items())


def _texts(table: Table, column: str) -> tuple[str, ...]:
    at = table.columns.index(column)
    cells: Iterator[Cell] = (row.cells[at] for row in table.rows)
    texts = (text.strip() for cell in cells for text in ((cell,) if isinstance(cell, str) else cell))
    return tuple(dict.fromkeys(text for text in texts if text))


def is_numbered(texts: Sequence[str]) -> bool:
    """Whether several texts are numbered in order, and all differ without their numbers."""
    numbers = [int(found[1]) for text in texts if (found := _NUMBER.match(text))]
    is_list = len(texts) > 1 and numbers == list(range(numbers[0], numbers[0] + len(texts))) if numbers else False
    return is_list and len(set(map(unnumbered, texts))) == len(texts)


def unnumbered(text: str) -> str:
    """A text without its list number."""
    return _NUMBER.sub("", text, count=1)


def _mapping(guess: Guess, award: str, edition: str, category: str, numbered: str) -> Iterator[str]:
    """What is what, as it is guessed, but for the award and the edition; the category where no column says it.

    The numbers in front of the texts of a `numbered` column are left out.
    """
    yield from ("[award]", f"id = {quoted(award)}")
    is_edition = False
    for section in re.split(r"^(?=\[+[\w.]+\]+$)", guess.text, flags=re.MULTILINE)[1:]:
        title, *lines = section.rstrip().split("\n")
        if title == "[award]" or (title == "[name]" and not any(key.startswith("name.") for key in guess.read)):
            continue
        if title == "[category]" and numbered:
            taken = f"id = {{column = {quoted(numbered)}, pattern = '{_NUMBERED}'}}"
            lines = [taken if each.startswith("id = ") else each for each in lines]
        if title == "[edition]":
            is_edition, lines = True, [f"id = {quoted(edition)}", *(each for each in lines if each[:5] != "id = ")]
        yield from (title, *lines)
    if not is_edition:
        yield from ("[edition]", f"id = {quoted(edition)}")
    if category and not re.search(r"^\[category\]$", guess.text, re.MULTILINE):
        yield from ("[category]", f"id = {quoted(category)}")

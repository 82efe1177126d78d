"""Values from the cells of a row, as a mapping describes them: templates, steps, conditions."""

import calendar
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from .. import model
from ..problems import Level, Problem, Span, did_you_mean
from ..sources.plaintext import LONGEST, is_visible, unprintable
from .mapping import Value, When, literal
from .more_than_names import is_quoted
from .patterns import UnreadableCell, search
from .tables.table import Cell

Cells = tuple[Cell, ...]
Texts = tuple[str, ...]
Take = Callable[[Cells], Texts]
"""The values in a row: none where there is nothing, several where a cell holds several.

Of several, one may be empty: what stands beside it in another cell keeps its place.
"""

_Piece = str | int | tuple["_Piece", ...]
_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}]*\}|\[|\]")


_WORDS = frozenset(
    word.value
    for words in (model.Kind, model.Distinction, model.Coverage, model.Held, model.WhyNotAwarded, model.Status)
    for word in words
)
"""Words that are probably meant as they are, even beside a column of that name."""


def clean(text: str) -> str:
    """A text as files store it: composed letters, single spaces."""
    spaced = " ".join(text.split())
    return spaced if spaced.isascii() else unicodedata.normalize("NFC", spaced)


def _said(text: str) -> str:
    """A cell as files store it, where a file may hold it."""
    if len(text) > LONGEST:
        raise UnreadableCell(f"the cell has {len(text):,} letters: {LONGEST:,} are the most")
    made = clean(text)
    odd = "" if made.isprintable() else unprintable(made) or next((c for c in made if "\ud800" <= c <= "\udfff"), "")
    if odd:
        raise UnreadableCell(f"the cell holds an unprintable character, U+{ord(odd):04X}")
    if made and not is_visible(made):
        raise UnreadableCell(f"the cell shows nothing: it holds only U+{ord(made[0]):04X}")
    return made


def columns_in(text: str) -> tuple[str, ...]:
    """The columns that a template refers to."""
    return tuple(token[1:-1] for token in _TOKEN.findall(text) if len(token) > 1 and token[0] == "{" != token[1])


def required(text: str) -> tuple[str, ...]:
    """The columns of a template that stand in no brackets: without one of them there is no text."""
    depth, found = 0, []
    for token in _TOKEN.findall(text):
        depth += {"[": 1, "]": -1}.get(token, 0)
        if not depth and len(token) > 1 and token[0] == "{" != token[1]:
            found.append(token[1:-1])
    return tuple(dict.fromkeys(found))


def own_columns(value: Value | When) -> frozenset[str]:
    """The columns that a value is made from or that a condition tests."""
    named = (name for text in _templates(value) for name in columns_in(text))
    return frozenset((*named, *([value.column] if value.column else [])))


def _templates(value: Value | When) -> Texts:
    """The texts of a value or a condition in which a column may stand."""
    if isinstance(value, When):
        return (value.text, *(value.is_ or ()), *(value.is_not or ()))
    return (value.text, value.otherwise or "", *value.empty)


def columns_of(value: Value | When) -> frozenset[str]:
    """The same, including the columns of nested values."""
    inner = (*value.all, *([value.fallback] if value.fallback else [])) if isinstance(value, Value) else ()
    return own_columns(value).union(*map(columns_of, inner))


def unknown(value: Value | When, places: Mapping[str, int]) -> Iterator[Problem]:
    """Columns that the table does not have, and texts that were probably meant as columns."""
    if isinstance(value, Value):
        for inner in value.when:
            yield from unknown(inner, places)
    named = (name for text in _templates(value) for name in columns_in(text))
    yield from _missing((*((value.column,) if value.column else ()), *named), value.span, places)
    if value.text in places and value.text not in _WORDS:
        message = f'"{value.text}" is a text here, and there is a column of that name'
        hint = f'to take the column, write "{{{value.text}}}"'
        yield Problem("text-or-column", value.span, message, hint, Level.WARNING)


def _missing(names: Iterable[str], span: Span, places: Mapping[str, int]) -> Iterator[Problem]:
    for name in names:
        if name not in places:
            # Keys of mappings first: of what holds a row there are often hundreds.
            known = sorted(places, key=lambda column: (not column.endswith("#"), column.count("../")))
            hint = did_you_mean(name, places) or f"columns are {', '.join(known[:40])}"
            yield Problem("unknown-column", span, f'there is no column "{name}"', hint)


def compiled(value: Value, places: Mapping[str, int], maps: Mapping[str, Mapping[str, str]]) -> Take:
    """A function from the cells of a row to the values that the mapping makes of them."""
    take = _source(value, places, maps)
    steps = tuple(_steps(value, places, maps))
    conditions = conditions_of(value.when, places)
    fallback = compiled(value.fallback, places, maps) if value.fallback else None
    if not steps and not value.when and fallback is None:
        return take

    def made(cells: Cells) -> Texts:
        found = take(cells) if conditions(cells) else ()
        for step in steps:
            found = step(found, cells)
        return found if found or fallback is None else fallback(cells)

    return made


def conditions_of(conditions: Iterable[When], places: Mapping[str, int]) -> Callable[[Cells], bool]:
    """A function that tells whether all conditions hold for a row."""
    tests = tuple(_condition(condition, places) for condition in conditions)
    return lambda cells: all(test(cells) for test in tests)


def _condition(when: When, places: Mapping[str, int]) -> Callable[[Cells], bool]:
    take = _column(places[when.column]) if when.column else _template(when.text, places, lenient=True)
    wanted, refused = (None if those is None else _one_of(those, places) for those in (when.is_, when.is_not))
    pattern = when.matches

    def holds(cells: Cells) -> bool:
        texts = take(cells) or ("",)
        return (
            (wanted is None or not wanted(cells).isdisjoint(texts))
            and (refused is None or refused(cells).isdisjoint(texts))
            and (pattern is None or any(search(pattern, text) for text in texts))
        )

    return holds


def _source(value: Value, places: Mapping[str, int], maps: Mapping[str, Mapping[str, str]]) -> Take:
    if value.all:
        takes = tuple(compiled(each, places, maps) for each in value.all)
        return lambda cells: tuple(text for take in takes for text in take(cells))
    by_line = "\n" in value.split
    with_lines = not by_line and any("\n" in old for old in value.replace)
    if value.column:
        return _column(places[value.column], by_line, with_lines)
    return _template(value.text, places, by_line=by_line, with_lines=with_lines)


def _column(at: int, by_line: bool = False, with_lines: bool = False) -> Take:
    """The texts of a cell; the lines of one are one text, unless each is to be a value, or what parts them is read."""

    def take(cells: Cells) -> Texts:
        cell = cells[at]
        if not cell:
            return ()
        if isinstance(cell, str) and by_line and "\n" in cell:
            return tuple(text for line in cell.split("\n") if (text := _said(line)))
        if isinstance(cell, str) and with_lines and "\n" in cell:
            return _kept(("\n".join(text for line in cell.split("\n") if (text := _said(line))),))
        if isinstance(cell, str):
            text = _said(cell)
            return (text,) if text else ()
        return _kept(tuple(_said(each) for each in cell))

    return take


def _template(
    text: str, places: Mapping[str, int], lenient: bool = False, by_line: bool = False, with_lines: bool = False
) -> Take:
    """A template with its cells filled in; empty if one of them is empty (lenient: if all are)."""
    pieces = _pieces(text, places)
    if len(pieces) == 1 and isinstance(pieces[0], int):
        return _column(pieces[0], by_line, with_lines)
    if not any(isinstance(piece, int | tuple) for piece in pieces):
        constant = (clean("".join(str(piece) for piece in pieces)),)
        return lambda cells: constant if constant[0] else ()
    used = tuple(places[name] for name in columns_in(text))

    def take(cells: Cells) -> Texts:
        count = max((len(cells[at]) for at in used if isinstance(cells[at], tuple)), default=1)
        made = (_filled(pieces, cells, number, lenient) for number in range(count))
        return _kept(tuple(_said(each or "") for each in made))

    return take


def _filled(pieces: tuple[_Piece, ...], cells: Cells, number: int, lenient: bool) -> str | None:
    made = []
    full = False
    for piece in pieces:
        if isinstance(piece, str):
            made.append(piece)
        elif isinstance(piece, int):
            cell = cells[piece]
            text = cell if isinstance(cell, str) else cell[number] if number < len(cell) else ""
            if (not text or text.isspace()) and not lenient:
                return None
            made.append(text)
            full = True
        else:
            inner = _filled(piece, cells, number, False)
            full = full or inner is not None
            made.append(inner or "")
    return "".join(made) if full else None


def _pieces(text: str, places: Mapping[str, int]) -> tuple[_Piece, ...]:
    stack: list[list[_Piece]] = [[]]
    at = 0
    for token in _TOKEN.finditer(text):
        stack[-1].append(text[at : token.start()])
        at = token.end()
        said = token[0]
        if said in ("{{", "}}", "[[", "]]"):
            stack[-1].append(said[0])
        elif said[0] == "{":
            stack[-1].append(places[said[1:-1]])
        elif said == "[":
            stack.append([])
        elif len(stack) > 1:
            inner = tuple(piece for piece in stack.pop() if piece != "")
            stack[-1].append(inner)
        else:
            stack[-1].append("]")
    stack[-1].append(text[at:])
    while len(stack) > 1:
        rest = stack.pop()
        stack[-1] += ["[", *rest]
    return tuple(piece for piece in stack[0] if piece != "")


Step = Callable[[Texts, Cells], Texts]


def _steps(value: Value, places: Mapping[str, int], maps: Mapping[str, Mapping[str, str]]) -> Iterator[Step]:
    """The steps applied to a value, always in this order, whatever the order of the keys."""
    if value.strip:
        yield _each(lambda text: text.strip(value.strip + " "))
    if value.replace:
        yield _each(_replacing(tuple(value.replace.items())))
    if value.split:
        yield _splitting(value.split)
    if value.empty:
        yield _emptying(value.empty, places)
    if value.pattern:
        yield _each(_extracting(value.pattern))
    if value.map is not None:
        table = maps[value.map] if isinstance(value.map, str) else value.map
        yield _mapping(MappingProxyType({clean(key): text for key, text in table.items()}), value, places)
    if value.date:
        yield _each(_dating(value.date))
    if value.join is not None:
        between = value.join
        yield lambda texts, cells: (between.join(filter(None, texts)),) if texts else ()


def _each(change: Callable[[str], str]) -> Step:
    return lambda texts, cells: _kept(tuple(change(text) if text else "" for text in texts))


def _kept(texts: Texts) -> Texts:
    """The texts, or none if all of them are empty."""
    return texts if any(texts) else ()


def _one_of(texts: Texts, places: Mapping[str, int]) -> Callable[[Cells], frozenset[str]]:
    """Some texts as they are in a row; those that refer to no column, in every row."""
    constant = frozenset(clean(text) for text in texts if not columns_in(text))
    takes = tuple(_template(text, places) for text in texts if columns_in(text))
    return lambda cells: constant.union(*(take(cells) or ("",) for take in takes)) if takes else constant


def _emptying(nothings: Texts, places: Mapping[str, int]) -> Step:
    nothing = _one_of(nothings, places)

    def step(texts: Texts, cells: Cells) -> Texts:
        none = nothing(cells)
        return _kept(tuple("" if text in none else text for text in texts))

    return step


def _replacing(pairs: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return clean(text)

    return change


def _splitting(separators: Texts) -> Step:
    pattern = splitter(separators)
    return lambda texts, cells: tuple(part for text in texts for part in split(text, pattern))


def splitter(separators: Texts) -> re.Pattern[str]:
    """A pattern for any of the separators, longest first, with the spaces around it."""
    return re.compile("|".join(re.escape(text) for text in sorted(separators, key=len, reverse=True)))


def split(text: str, pattern: re.Pattern[str]) -> Texts:
    """The parts of a text, empty ones included so that positions are kept; what is quoted as a whole is one."""
    return (clean(text),) if is_quoted(text) else _kept(tuple(clean(part) for part in pattern.split(text)))


def _extracting(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        found = search(pattern, text)
        return clean((found[1] if pattern.groups else found[0]) or "") if found else ""

    return change


def _mapping(table: Mapping[str, str], value: Value, places: Mapping[str, int]) -> Step:
    rest = None if value.otherwise is None else _template(value.otherwise, places)
    counts = Counter(text.casefold() for text in table)
    # Words are read whatever their capitals, unless the map itself tells them apart.
    folded = {text.casefold(): meant for text, meant in table.items() if counts[text.casefold()] == 1}

    def step(texts: Texts, cells: Cells) -> Texts:
        made: list[str] = []
        for text in texts or ("",):
            found = table.get(text, folded.get(text.casefold()))
            if found is not None:
                made.append(clean(found))
            elif rest is not None:
                made += rest(cells)
            elif text:
                hint = f'add it: `map = {{ … {literal(text)} = "…"}}`, or write `else = …`'
                raise UnreadableCell(f'"{text}" is not in the map', hint)
            else:
                made.append("")
        return _kept(tuple(made))

    return step


_FORMS = (
    *(mark.join(parts) for parts in (("%d", "%m", "%Y"), ("%m", "%d", "%Y")) for mark in "/.-"),
    *("%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%d-%b-%Y"),
)
"""Ways in which a day is written, the day before the month first."""


_TOO_LATE = re.compile(r"(?<!\d)(?:29|30|31)(?!\d)")


def date_forms(texts: Iterable[str]) -> Texts:
    """The ways to read each of the texts as a day, for the `date` of a mapping: two, where either may be the month."""
    texts = tuple(texts)
    forms: dict[Texts, str] = {}
    for form in _FORMS:
        days = tuple(_day(text, form) for text in texts)
        if all(days):
            forms.setdefault(days, form)
    return tuple(forms.values()) if texts else ()


def date_hint(text: str, before: str = "`", behind: str = "`") -> str:
    """What to write for a day; where it may be two days, which is which."""
    said = {_day(text, form): f"{before}date = {literal(form)}{behind}" for form in date_forms((text,))}
    return " or ".join(f"{date} if it is {day}" if len(said) > 1 else date for day, date in said.items())


def _day(text: str, form: str) -> str:
    # A day that its month does not have is written as the others are.
    for said in (text.strip(), _TOO_LATE.sub("28", text.strip())):
        try:
            return datetime.strptime(said, form).strftime("%Y-%m-%d")
        except ValueError:
            continue
    return ""


def _no_day(text: str, forms: Texts) -> str:
    """How long the month is of a day that there is not: `30.02.2016`."""
    for form in forms:
        parts = dict(zip(re.findall("%[dmY]", form), re.findall(r"\d+", text), strict=False))
        if set(parts) == {"%d", "%m", "%Y"} and 1 <= int(parts["%m"]) <= 12 and 1 <= int(parts["%Y"]) <= 9999:
            last = calendar.monthrange(int(parts["%Y"]), int(parts["%m"]))[1]
            month = f"{int(parts['%Y']):04}-{int(parts['%m']):02}"
            if re.fullmatch(re.sub("%[dmY]", r"\\d+", re.escape(form)), text) and last < int(parts["%d"]) <= 31:
                return f"{month} has {last} days: correct it in the table"
    return ""


def _dating(forms: Texts) -> Callable[[str], str]:
    def change(text: str) -> str:
        for form in forms:
            try:
                made = datetime.strptime(text, form)
            except ValueError:
                continue
            precision = "%Y-%m-%d" if "%d" in form else "%Y-%m" if re.search("%[mbB]", form) else "%Y"
            return made.strftime(precision)
        raise UnreadableCell(f'"{text}" is not a date written as {" or ".join(forms)}', _no_day(text, forms))

    return change

"""Doubts about the texts of a table: what is imported literally, and may mean something else."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..problems import Level, Problem, Span, gathered, nearest, quoted
from ..sources.schema.words import nobody
from . import mapping as written
from .cells import Take, Texts, clean, columns_in, compiled, conditions_of, own_columns
from .column_words import is_heading
from .filling import values
from .mapping import Value, When, literal
from .misplaced import IF_EXCHANGED, misplaced
from .more_than_names import hint_for_several, is_one_name
from .patterns import UnreadableCell
from .profiles import ORDINAL, SEPARATORS, TURNED, is_counted, season_in
from .tables.table import Cell, Table, column_texts, places, texts_of

_TWO = re.compile(r"[A-Z][^\s,.]+ [^,\n]+, [A-Z][^\s,.]+ (?!of\b)[^,\n]+|[^\n]*[^\W\d],[^\W\d][^\n]*")
_PLAIN = ("score", "country", "org", "role", "citation", "note")
"""Keys of a result that take any text, so that a slip or a word for nothing is not rejected."""

_COUNTRY_SIGNS = (" / ", "/", "; ", ";", "|", " & ", ", ", " and ", " et ", " und ", " - ", "-")
_LONG = 20
_MISREAD = re.compile(r"[\d.,]*\d[.,]?[OoIl][\d.,]*|[OoIl][.,]?\d[\d.,]*")
"""A number in which a letter stands for a digit."""

_SHAPES = MappingProxyType(
    {
        "no number": re.compile(r"\W{0,2}\d.*"),
        "no code of two letters": re.compile("[A-Z]{2}"),
        "no code of three letters": re.compile("[A-Z]{3}"),
    }
)
"""The forms of which a text may be unlike the others of its column, with a word for each."""

_FEWEST = 5
PERSON = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,2}"
_PAIR = re.compile(rf"{PERSON}(?P<sign> & | and | et | und | y | ?/ ?){PERSON}")
_BOTH = re.compile(r"(?<=\w) [A-Z][^\s,]{0,40}( & | and | et | und | / |; )[A-Z][^\s,]{0,40} [A-Z]")

_MARKED = re.compile(r"(?<=[\w.)”\"]) ?[*†‡§✓✔☑★☆◊#^]{1,3}$|^[*†‡§✓✔☑★☆◊]{1,3} ?(?=\w)|(?<=\w) ?[(\[][^\W\d_][)\]]$")

_GAP = re.compile(r"(?<! ) {3,}(?=\S)|(?<! ) {2}(?=\d)")
SEASON_PATTERN, SEASON_IN_FULL = r"\d{4}(?:[/–-]\d\d(?:\d\d)?(?![\d/–-]))?", r"\d{4}(?:[/–-]\d{4})?"
"""Patterns of a mapping for a year or a season, of which the second takes no day for one."""

_TURNED = re.compile(r"[^\W\d_][^\s,&]*, (?P<given>[^\W\d_][^\s,&]*)")


def doubts(
    how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]], unlanded: Iterable[Span]
) -> Iterator[Problem]:
    """Warnings for rows and names of a table that may mean something else; `maps` as for a mapping.

    Of a row that did not land nothing is read.
    """
    yield from _other_tables(table)
    yield from _idle(how, table)
    lost, rows = Counter(unlanded), Counter(row.span for row in table.rows)
    # One row may be several, of which some landed: each column of a kind is one.
    landed = replace(table, rows=tuple(row for row in table.rows if lost[row.span] < rows[row.span]))
    for doubted in (_broken, _of_editions, _of_plain_texts, _of_countries):
        yield from doubted(how, landed, maps)
    yield from gathered(misplaced(how, landed))


def _broken(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Cells of several lines, or with a comma, in a column of names: each part may be a name."""
    named = (*(part.name for part in getattr(how.result, "holders", ())), getattr(how.name, "name", None))
    for value in (each for name in named for each in values(name)):
        for column in (
            sorted(own_columns(value)) if not any("\n" in sign for sign in (*value.split, *value.replace)) else ()
        ):
            at = table.columns.index(column)
            cells = [(row.span, cell) for row in table.rows if isinstance(cell := row.cells[at], str) and cell]
            for row, cell in cells:
                if "\n" in cell.strip():
                    message = f'"{clean(cell)}" stands in several lines, and is read as one name'
                    yield Problem("line-breaks", row, message, 'if each is a name: `split = "\\n"`', Level.WARNING)
            if not how.rules and is_plain(value):
                yield from _turned_round(cells, column)
            yield from _run_together(table, at) if at + 1 < len(table.columns) else ()
        if not how.rules:
            yield from _as_one(value, table, maps)
        yield from _side_by_side(value, table, maps)
        yield from _nothing_in_lists(value, table, maps)


def joined_alike(cells: Iterable[Cell]) -> str:
    """The sign that separates names in each of some cells, equally often in all; or nothing."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    for sign in SEPARATORS if len(texts) > 1 else ():
        counts = {text.count(sign) for text in texts}
        if len(counts) == 1 and counts != {0} and not any(is_one_name(text, sign) for text in texts):
            return sign
    return ""


def of_two(columns: Iterable[str], sign: str) -> str:
    """The value for two laureates whose first names stand in one column, and their surnames in another."""
    between = re.escape(sign).replace("\\ ", " ")
    ends = (f"^(.+?)(?:{between}|$)", f"{between}(.+)$")
    quote = "'" if sign != "\n" else '"'
    parts = [
        ", ".join(f"{{column = {literal(column)}, pattern = {quote}{end}{quote}}}" for column in columns)
        for end in ends
    ]
    return "{all = [" + ", ".join(f'{{all = [{part}], join = " "}}' for part in parts) + "]}"


def _side_by_side(value: Value, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Several first names in one column beside as many surnames in another, which must be paired."""
    columns = tuple(dict.fromkeys(columns_in(value.text)))
    at = [table.columns.index(column) for column in columns]
    take = compiled(value, places(table), maps)
    for row in table.rows if len(columns) > 1 else ():
        sign = joined_alike(row.cells[each] for each in at)
        if not sign:
            continue
        texts = _texts_taken(take, row.cells)
        if not texts:
            continue
        held = " and ".join(literal(clean(str(row.cells[each]))) for each in at)
        message = f"{held} each hold several, and are read as {', '.join(map(literal, texts))}"
        is_two = str(row.cells[at[0]]).count(sign) == 1
        hint = f"laureate = {of_two(columns, sign)}" if is_two else "give each of them a row"
        yield Problem("joined-names", row.span, message, f"if they are several: {hint}", Level.WARNING, texts)


def _nothing_in_lists(value: Value, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Lists of names in which one is `null` or an empty text."""
    take, at = compiled(value, places(table), maps), [table.columns.index(each) for each in sorted(own_columns(value))]
    for row in table.rows if table.how.rows else ():
        texts = _texts_taken(take, row.cells)
        if "" in texts and any("" in texts_of(row.cells[each]) for each in at):
            message = f"laureate: {texts.count('')} of the {len(texts)} in a list says nothing; left out"
            yield Problem("value-left-out", row.span, message, "write who it is, or delete it", Level.WARNING)


def idle_parts(how: written.Mapping, table: Table) -> Iterator[tuple[str, Span, str]]:
    """Parts of a mapping that match no row of the table: their place, and the most similar text."""
    parts = (("[[not_awarded]]", how.not_awarded), ("[[unknown]]", how.unknown), ("[[skip]]", how.skips))
    for name, part in ((name, part) for name, those in parts for part in those):
        wanted = [when for when in part.when if when.is_ is not None or when.matches is not None]
        holds = conditions_of(part.when, places(table)) if wanted else None
        if holds is None or any(_holds(holds, row.cells) for row in table.rows):
            continue
        yield name, wanted[0].span, next(filter(None, (_nearest(when, table) for when in wanted)), "")


def _idle(how: written.Mapping, table: Table) -> Iterator[Problem]:
    """Those parts for which there is a similar text; a mapping for many tables may match rows of others."""
    for name, span, near in idle_parts(how, table):
        message = f"no row is one of those that `{name}` is about"
        if near:
            yield Problem("idle-rule", span, message, f"the column holds {quoted(near)}", Level.WARNING)


def _holds(holds: Callable[[tuple[Cell, ...]], bool], cells: tuple[Cell, ...]) -> bool:
    try:
        return holds(cells)
    except UnreadableCell:
        return True


def _nearest(when: When, table: Table) -> str:
    """The text of a column most similar to one that a condition looks for, or nothing."""
    texts = dict.fromkeys(map(clean, column_texts(table, when.column))) if when.column else {}
    folded = {text.casefold(): text for text in texts if text and text not in (when.is_ or ())}
    wanted = when.is_ or (re.sub(r"[^\w\s]", "", when.matches.pattern) if when.matches else "",)
    found = next(filter(None, (nearest(text.casefold(), folded) for text in wanted if text)), None)
    return folded[found] if found else ""


def _run_together(table: Table, at: int) -> Iterator[Problem]:
    """Cells with several spaces inside, beside an empty cell of a filled column: two cells were merged."""
    beside = at + 1
    filled = sum(1 for row in table.rows if beside < len(row.cells) and row.cells[beside])
    cells = ((row, cell) for row in table.rows if isinstance(cell := row.cells[at], str) and not row.cells[beside])
    for row, cell in cells if filled * 2 >= len(table.rows) else ():
        if gap := _GAP.search(cell.strip()):
            name, rest = cell.strip()[: gap.start()], cell.strip()[gap.end() :]
            message = f'"{clean(cell)}" holds a gap, is read as one, and {table.columns[beside]} is empty'
            hint = f"if {literal(clean(rest))} belongs there, part the two in the table, behind {literal(name)}"
            yield Problem("joined-cells", row.span, message, hint, Level.WARNING, (clean(cell),))


def _turned_round(cells: list[tuple[Span, str]], column: str) -> Iterator[Problem]:
    """Names of one word on either side of a comma: one inverted name or two names; reported once."""
    parts = [(row, cell, found) for row, cell in cells if (found := _TURNED.fullmatch(cell.strip()))]
    those = [(row, cell) for row, cell, found in parts if not TURNED.fullmatch(found["given"])]
    if len(those) > 1:
        row, cell = those[0]
        both = ", ".join(f"{{column = {literal(column)}, pattern = '{each}'}}" for each in (", (.+)$", "^([^,]+)"))
        message = f'"{cell.strip()}" is read as it stands, with its comma{and_more(len(those) - 1)}'
        hint = f'if the family name stands first: laureate = {{all = [{both}], join = " "}}; if several: `split = ", "`'
        yield Problem("joined-names", row, message, hint, Level.WARNING, (clean(cell),))


def and_more(count: int) -> str:
    """The number of further cases like the reported one."""
    return f", as {'is' if count == 1 else 'are'} {count} more" if count else ""


def is_plain(value: Value) -> bool:
    """Whether a value takes whole cells without steps."""
    return not (value.split or value.pattern or value.map or value.replace)


def _as_one(value: Value, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Names with a mark, and names joined by a sign: each with a comma, other signs once."""
    take = compiled(value, places(table), maps)
    rows = [(row.span, text) for row in table.rows for text in _texts_taken(take, row.cells) if text]
    found: dict[str, list[tuple[Span, str]]] = {}
    for row, text in rows:
        if mark := _MARKED.search(text):
            message = f'"{text}" is read with "{mark[0].strip()}", which may say something else than the name'
            hint = f'`replace = {{{literal(mark[0])} = ""}}` leaves it out; if it says who won, put that into a column'
            yield Problem("marked-name", row, message, hint, Level.WARNING, (text,))
        if sign := _between_parts(text) if value.split else between_names(text) if is_plain(value) else "":
            found.setdefault(sign, []).append((row, text))
    by = " or ".join(map(literal, value.split))
    by = f": line {value.span.line} of the mapping splits by {by} alone" if by else ""
    for sign, those in found.items():
        is_usual = not value.split and (sign != ", " or (len(those) * 2 > len(rows) and len(those) > 1))
        more = and_more(len(those) - 1) if is_usual else ""
        split = literal(sign) if not value.split else f"[{', '.join(map(literal, (*value.split, sign)))}]"
        for row, text in those[:1] if is_usual else those:
            hint = hint_for_several(text, sign, f"if they are several: `split = {split}`")
            yield Problem("joined-names", row, f'"{text}" is read as one name{by}{more}', hint, Level.WARNING, (text,))


def _between_parts(text: str) -> str:
    """The sign between two names in a part of a cell that was already split; or nothing."""
    both, (_, comma, behind) = _BOTH.search(text), text.partition(", ")
    # What is in small letters behind a comma says something of the name.
    is_other = comma and not behind[:1].islower() and not TURNED.fullmatch(behind)
    return ", " if is_other else both[1] if both and not comma else ""


def between_names(text: str) -> str:
    """The sign between two names of two words or more, or of a comma without a space; they may be one firm, too."""
    pair = _PAIR.fullmatch(text)
    is_pair = pair is not None and not is_one_name(text, pair["sign"])
    return ", " if _TWO.fullmatch(text) else pair["sign"] if pair and is_pair else ""


def of_counted(column: str, text: str) -> tuple[str, str]:
    """The values for the year and for the number of an edition that stand in one column, as in a text."""
    ordinal = f"pattern = '{ORDINAL}'" if re.search(ORDINAL, text) else f'map = {{{literal(text)} = "…"}}'
    return f"{{column = {literal(column)}, pattern = '{SEASON_PATTERN}'}}", f"{{column = {literal(column)}, {ordinal}}}"


def _of_editions(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Seasons of which only a year is taken, and years that are read together with an edition number."""
    value = getattr(how.edition, "id", None)
    columns = sorted(own_columns(value)) if value is not None else []
    if value is None or len(columns) != 1:
        return
    is_labelled = any(columns[0] in own_columns(each) for each in values(getattr(how.edition, "label", None)))
    take, at = compiled(value, places(table), maps), table.columns.index(columns[0])
    cut: dict[str, tuple[Span, str]] = {}
    counted: dict[str, Span] = {}
    for row in table.rows:
        season = season_in(" ".join(texts_of(row.cells[at])))
        for text in _texts_taken(take, row.cells):
            if season and text != season and text in season and not is_labelled:
                cut.setdefault(season, (row.span, text))
            elif is_counted(text):
                counted.setdefault(text, row.span)
    for season, (span, text) in cut.items():
        message = f'"{season}" is a season, and is read as the edition "{text}"'
        pattern = SEASON_PATTERN if len(season) < len("2011-2012") else SEASON_IN_FULL
        hint = f"to keep it: [edition] id = {{column = {literal(columns[0])}, pattern = '{pattern}'}}"
        yield Problem("odd-edition", span, message, hint, Level.WARNING)
    if counted:
        text, span = next(iter(counted.items()))
        message = (
            f'"{text}" is a year and the number of its edition, and is read as one text{and_more(len(counted) - 1)}'
        )
        id, ordinal = of_counted(columns[0], text)
        yield Problem("odd-edition", span, message, f"[edition] id = {id} and ordinal = {ordinal}", Level.WARNING)


def _of_plain_texts(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Texts of a country and the like that are empty of meaning, misspelt, or unlike the rest of their column."""
    for key in _PLAIN:
        for column, rows in _own_texts(how, key, table, maps):
            empty = {text: row for row, text in reversed(rows) if nobody(text) == "unknown"}
            misread = {text: row for row, text in rows if key == "score" and _MISREAD.fullmatch(text)}
            for text, row in misread.items():
                message = f'the score "{text}" holds a letter among its digits'
                yield Problem("odd-value", row, message, "correct it in the table", Level.WARNING)
            if empty:
                shown = ", ".join(map(literal, reversed(empty)))
                message = f"{shown} in {column} says that nothing is known, and is read as the {key}"
                hint = f"{key} = {{column = {literal(column)}, empty = [{shown}]}}"
                yield Problem("odd-value", [*empty.values()][-1], message, hint, Level.WARNING)
            yield from _unlike([pair for pair in rows if pair[1] not in (*empty, *misread)], column, key)


def _unlike(rows: list[tuple[Span, str]], column: str, key: str) -> Iterator[Problem]:
    """The few scores or countries of a column that are not numbers, or codes of one length, like the others."""
    for what, pattern in _SHAPES.items() if key in ("score", "country") else ():
        odd = [(row, text) for row, text in rows if not pattern.fullmatch(text)]
        if odd and len(rows) >= _FEWEST and len(odd) * 5 <= len(rows):
            row, text = odd[0]
            message = (
                f'"{text}" in {column} is {what}, as the others are, and is read as the {key}{and_more(len(odd) - 1)}'
            )
            yield Problem("odd-value", row, message, IF_EXCHANGED, Level.WARNING, (text,))


def _of_countries(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Cells with two countries read as one: separated by a sign, or each known from other cells."""
    for column, texts in _own_texts(how, "country", table, maps):
        rows = [(row, text) for row, text in texts if not nobody(text)]
        known = frozenset(text for _, text in rows)
        two = [(row, text, sign) for row, text in rows if (sign := _between_countries(text, known))]
        if two:
            row, text, sign = two[0]
            message = f'"{text}" is read as one country{and_more(len({text for _, text, _ in two}) - 1)}'
            first = f"country = {{column = {literal(column)}, pattern = '^(.*?)(?:{re.escape(sign)}.*)?$'}}"
            hint = f'a laureate has one: if these are several, {first}, and note = "{{{column}}}" keeps all'
            split = f"where each is that of another laureate, split = {literal(sign)}"
            yield Problem("odd-value", row, message, f"{hint}; {split}", Level.WARNING)


def _between_countries(text: str, known: frozenset[str]) -> str:
    """The sign between two countries of a text, or nothing; the name of one may hold an `and` or a comma."""
    for sign in _COUNTRY_SIGNS:
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) > 1 and all(parts) and (sign.strip() in ("/", ";", "|") or known.issuperset(parts)):
            return sign
    return ""


def _own_texts(
    how: written.Mapping, key: str, table: Table, maps: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, list[tuple[Span, str]]]]:
    """The columns of a key of results, each with its short texts that are read as they stand in their cells."""
    for value in values(getattr(how.result, key, None)):
        take = compiled(value, places(table), maps)
        for column in sorted(own_columns(value)):
            at = table.columns.index(column)
            taken = ((row, _texts_taken(take, row.cells)) for row in table.rows)
            read = ((row, text) for row, texts in taken for text in texts if text and len(text) <= _LONG)
            yield column, [(row.span, text) for row, text in read if text in map(clean, texts_of(row.cells[at]))]


def _texts_taken(take: Take, cells: tuple[Cell, ...]) -> Texts:
    """The texts that a value takes from a row; none where a cell can't be read."""
    try:
        return take(cells)
    except UnreadableCell:
        return ()


def _other_tables(table: Table) -> Iterator[Problem]:
    """Rows that hold only names of columns: another table may begin there."""
    is_list = table.how.format == "names"
    for row in table.rows:
        cells = row.cells[:1] if is_list else row.cells
        if is_heading(cells) and (is_list or sum(1 for cell in cells if cell) > 1):
            shown = ", ".join(literal(str(cell)) for cell in cells if cell)
            message = f"{shown}: that is what columns are called, and it is read as a row, as is all below it"
            hint = "put each table into a file of its own, or name these rows in a `[[skip]]`"
            yield Problem("header", row.span, message, hint, Level.WARNING)

"""Draft of a mapping, guessed from the columns of a table; doubtful guesses are listed for the editor."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import dropwhile
from types import MappingProxyType

from ..model.ids import slug
from ..problems import nearest
from ..sources.numerals import roman
from ..sources.schema.words import nobody
from .cells import date_forms
from .column_words import (
    KEYS,
    KINDS,
    KNOWN,
    distinction_of,
    fitness,
    is_heading,
    is_of_a_year,
    kind_of,
    may_be,
    name_words,
    place_of,
    under_heading,
    words_of,
)
from .columns import (
    ALIKE,
    NUMBER_SIGN,
    PLACE,
    SHORT,
    SUMMED,
    TITLES,
    Draft,
    Names,
    are_headed,
    are_places,
    are_years,
    drafted,
    header,
    holds_counted_years,
    owners,
    plain_columns,
    turned,
)
from .doubts import SEASON_IN_FULL, between_names, joined_alike, of_counted, of_two
from .mapping import literal
from .more_than_names import is_one_name, is_prize
from .no_names import SECTIONS, by_section, said_by
from .profiles import (
    DAY,
    LIST_SEPARATORS,
    PATTERNS,
    SEPARATORS,
    SHARED_SIGN,
    ColumnProfile,
    season_in,
    sign_in,
)
from .tables.nested import steps
from .tables.table import YEAR, Cell, Row, Table, column_texts, is_full

_PLAIN_TEXTS = (
    *("result.role", "result.org", "result.country", "result.citation", "result.note", "result.score"),
    *("edition.ceremony.city", "result.money", "name.born", "name.died", "edition.ceremony.date"),
)
_CODES = MappingProxyType({"w": "winner", "n": "nominee", "f": "finalist", "s": "shortlisted", "l": "longlisted"})
_YES = re.compile(r"true|yes|oui|y|x|1|won|win|winner|lauréate?|[✓✔☑✅★*+]", re.I)
_CODED = re.compile("[A-Z]{2}")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:[T ].*)?")
_DATES = ("edition.ceremony.date", "name.born", "name.died")
_SHORT_YEAR = re.compile(r"['’]?(?P<of>\d\d)")
_MADE = re.compile(r".+ (?:by|par) .+")
_NOTHING = ("unknown", "not-awarded", "above", "open")
"""What a word for nothing means; `cup lost` is no such word, and may be a note."""


@dataclass(frozen=True, slots=True)
class Untaken:
    """A column that no key is guessed for: a few of its texts, why not, and a line that would take it.

    Without texts it is empty in every row.
    """

    column: str
    samples: tuple[str, ...]
    why: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """A mapping for the editor to correct, its doubtful points, what is left, and how complete it is.

    `read` are the keys with the columns that they are taken from.
    """

    text: str
    unsure: tuple[str, ...]
    worth: tuple[int, ...]
    untaken: tuple[Untaken, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)


def told(untaken: Untaken) -> str:
    """A column that is not taken, in one line."""
    shown = f" ({', '.join(map(literal, untaken.samples))})" if untaken.samples else ""
    return f"{untaken.column}{shown}: {untaken.why}" + (f": {untaken.line}" if untaken.line else "")


def guessed(
    table: Table, path: str, said: Mapping[str, str] = MappingProxyType({}), known: tuple[str, ...] = ()
) -> Guess:
    """The text of a guessed mapping; unused columns and doubts are comments in it.

    `said` holds the keys of the columns whose meaning is known, empty for a column to be left out. It is not reported
    as doubtful if no column states what the sections in `known` state.
    """
    draft = drafted(table, said, known)
    draft.unsure.extend(_of_header(draft.table, draft.words, said))
    stem = re.sub(r"\.[^.]*$", "", path.rpartition("/")[2])
    lines = list(_read(draft))
    for section in ("award", "edition", "category", "result", "name"):
        written = list(_section(draft, section, stem))
        lines += [f"[{section}]", *written, ""] if written else []
    lines += _nobody(draft)
    further = (name for names in draft.beside.values() for name in names)
    taken = {
        *draft.found.values(),
        *further,
        *draft.wide,
        *draft.names,
        *(("value",) if _has_bare_texts(draft) else ()),
    }
    # The whole line of a list is there beside what is read of it.
    taken |= {"line"} if table.how.format == "names" else set()
    others = [name for name in plain_columns(table) if name not in taken and name not in said]
    rest = tuple(_untaken(draft, name) for name in others if not _holds_others(draft, name))
    lines += ["# Not taken:", *(f"#   {told(each)}" for each in rest)] if rest else []
    left = [name for name in said if name not in taken]
    lines += [f"# Left out: {', '.join(left)}"] if left else []
    head = [f"# A first guess at what is what in {path}: correct it, then import."]
    head += ["# Not sure:", *(f"#   {each}" for each in draft.unsure)] if draft.unsure else []
    laureate = draft.found.get("result.laureate", "")
    is_known = bool(laureate or draft.wide or draft.names)
    those = [draft.looks[name] for name in (*draft.names, *([laureate] if laureate else ()))]
    is_single = is_known and not any(each.looks == "list" and not each.separator for each in those)
    places = [place_of(header(draft, name)) for name in (draft.wide or ([laureate] if laureate else ()))]
    is_said = draft.codes or bool({"result.distinction", "result.rank"} & draft.found.keys())
    # Nominees alone are less than laureates of whom nothing is said.
    won = 2 if is_said or (draft.wide and any(place in _WON for place in places)) else int(not any(places))
    has = ("edition.id" in draft.found or are_years(draft), "category.id" in draft.found, len(draft.found))
    worth = (is_known, won, is_single, *has)
    read = {**draft.found, **({"result.laureate": ", ".join(draft.names or draft.wide)} if is_known else {})}
    text = "\n".join((*head, "", *lines)).rstrip("\n") + "\n"
    return Guess(text, tuple(draft.unsure), worth, rest, MappingProxyType({**read, **draft.found}))


def _of_header(table: Table, words: Mapping[str, str], said: Mapping[str, str]) -> Iterator[str]:
    """Doubts about a header: none of its names is known, or the table lies on its side."""
    if table.how.format not in ("csv", "spreadsheet", "markdown") or table.how.header < 1 or said:
        return
    known = [name for name in words if any(fitness(key, words[name]) for key in KEYS)]
    years = [name for name in words if is_of_a_year(words[name])]
    if words and not known and len(years) < _TABLE:
        shown = ", ".join(literal(name) for name in words)
        yield f"whether {shown} are what the columns are called, and no row: header = -1 in [read], if they are one"
    # What stands below all rows says nothing of one.
    above = reversed([*dropwhile(_is_alone, reversed(table.rows))])
    parts = [row.cells[0] for row in above if _is_alone(row)]
    if len(parts) > 1 and len(parts) * 2 < len(table.rows) and all(isinstance(cell, str) for cell in parts):
        shown = ", ".join(literal(str(cell)) for cell in parts[:_EXAMPLES])
        yield f"what {shown}, alone in their rows, say of the rows below them: put that into a column of its own"
    first = [row.cells[0] for row in table.rows]
    if len(years) >= _TABLE and len(first) > 1 and is_heading(first):
        shown = ", ".join(literal(str(cell)) for cell in first[:_EXAMPLES])
        yield f"whether the table lies on its side, with {shown} in a column: turn its rows into columns before"


def _is_alone(row: Row) -> bool:
    """Whether the first cell of a row is the only one that is filled."""
    return bool(row.cells[0]) and not any(row.cells[1:])


def _holds_others(draft: Draft, name: str) -> bool:
    """Whether a column of nested data is empty for holding what other columns, or the rows, are read from."""
    held = name.replace("../", "")
    is_held = held in steps(draft.table.how.rows) or any(
        each.startswith((f"{name}.", f"{name}[")) for each in draft.table.columns
    )
    return is_held and not draft.looks[name].looks


def _untaken(draft: Draft, name: str) -> Untaken:
    """Why a column is left, by its name and by what it holds, and what would take it."""
    looks = draft.looks[name]
    said = name_words(name, looks)
    fits = {key: fit for key in KEYS if (fit := fitness(key, said))}
    # What it may be comes first, then what no other column is.
    key = max(fits, key=lambda key: (may_be(key, looks) * fits[key], key not in draft.found, fits[key]), default="")
    holder = draft.found.get(key, "") or (", ".join(draft.wide) if key == "result.laureate" else "")
    named = key if key and (may_be(key, looks) or not holder) else ""
    samples = looks.samples[:_EXAMPLES]
    if named in SUMMED and draft.wide and not are_places(draft):
        return Untaken(name, samples, "a number for all the columns that become rows, which is that of none of them")
    if not looks.looks:
        decides = named in ("result.distinction", "result.rank")
        return Untaken(name, (), "empty in every row" + (", so nothing says who won" if decides else ""))
    if named in _DATES and looks.looks == "number":
        why = "numbers, which may be days as a spreadsheet counts them; make them days there, and save it again"
        return Untaken(name, samples, why)
    if name.strip() == NUMBER_SIGN and not draft.table.how.rows:
        line = f"{_line('result.rank')} = {_of(name)}"
        return Untaken(name, samples, "the numbers of the rows; if they are places", line)
    if draft.table.how.format == "names" and name == "number":
        line = f"{_line('result.rank')} = {_of(name)}"
        return Untaken(name, samples, "the numbers before the names; if they are places", line)
    if not named:
        why = f"its name is that of {_line(key)}, and its cells do not look like it" if key else "its name is not known"
        near = nearest(said, KNOWN, ALIKE) if len(said) > SHORT and not key else None
        near = near if near and may_be(KNOWN[near], looks) else None
        key = KNOWN[near] if near else "result.note"
        noted = draft.found.get("result.note", "")
        both = f'{{all = [{_of(noted)}, {_of(name)}], join = "; "}}'
        line = f"{_line(key)} = {both if noted and not near else _of(name)}"
        return Untaken(
            name,
            samples,
            f'if "{near}" was meant' if near else f"{why}; to keep it as a note",
            line,
        )
    if holder:
        other = f"{_line(named)} is taken from {holder}"
        return Untaken(name, samples, f"{other}; if it is this", f"{_line(named)} = {_unsaid(draft, named, looks)}")
    if not may_be(named, looks):
        why = f"its name is that of {_line(named)}, and its cells do not look like it; if they are"
        return Untaken(name, samples, why, f"{_line(named)} = {_unsaid(draft, named, looks)}")
    return Untaken(name, samples, "if it is this", f"{_line(named)} = {_unsaid(draft, named, looks)}")


def _unsaid(draft: Draft, key: str, looks: ColumnProfile) -> str:
    """The value that would take a column that is left, without a word of what is doubtful of it."""
    if key == "result.distinction" and not any(distinction_of(words_of(value)) for value in looks.values):
        return _of(looks.name)
    return _value(replace(draft, unsure=[]), key, looks)


def _line(key: str) -> str:
    """A key as one says it: `[result] note`."""
    section, _, rest = key.partition(".")
    return f"[{section}] {rest}"


def _of(column: str) -> str:
    return f"{{column = {literal(column)}}}" if set(column) & set("{}") else literal(f"{{{column}}}")


_WON = ("1", "winner")
_EXAMPLES = 2
_NO_YEAR, _TABLE = 2000, 2
"""About when something was, where nothing says it; so many columns of years are columns of one kind."""

_HOLDERS = ("laureates", "results", "prizes", "awards", "categories", "entries", "items", "data", "rows", "values")


# What is written.


def _read(draft: Draft) -> Iterator[str]:
    how = draft.table.how
    said = {key: getattr(how, key) for key in ("format", "delimiter", "encoding", "sheet", "rows")}
    lines = [f"{key} = {literal(value)}" for key, value in said.items() if value]
    if how.header > 1 or how.header_rows > 1:
        lines.append(f"header = {how.header}")
    if how.header_rows > 1:
        lines.append(f"header_rows = {how.header_rows}")
    down = [name for key in ("edition.id", "category.id") if (name := _ebbs(draft, key))]
    if down:
        lines.append(f"fill_down = [{', '.join(map(literal, down))}]")
        draft.unsure.append(f"whether an empty {' or '.join(down)} means the one above")
    if lines:
        yield from ("[read]", *lines, "")
    if draft.wide:
        columns = ", ".join(map(literal, draft.wide))
        name, value = turned(draft)
        yield from ("[[read.wide]]", f"columns = [{columns}]", f"name = {literal(name)}")
        yield from (f"value = {literal(value)}", "")


def _ebbs(draft: Draft, key: str) -> str:
    """Whether the column of a key is empty in some rows, though not in the first."""
    # The reader of lists of names has looked for the year above.
    column = draft.found.get(key, "") if draft.table.how.format != "names" else ""
    cells = [row.cells[draft.table.columns.index(column)] for row in draft.table.rows] if column else []
    return column if cells and cells[0] and not all(map(str, cells)) and not column.startswith("../") else ""


def _section(draft: Draft, section: str, stem: str) -> Iterator[str]:
    found, looks = draft.found, draft.looks
    for key, column in found.items():
        if key == "result.money" == f"{section}.money" and (sign := _unclear_sign(draft, column)):
            coded = f'money = {{column = {literal(column)}, replace = {{{literal(sign)} = "USD "}}}}'
            coded = f"money = {_numbers(column, 'USD ')}" if looks[column].looks == "number" else coded
            draft.unsure.append(f"which currency {literal(sign)} is in {column}: {coded}")
            yield f"# {coded}   # which currency {literal(sign)} is"
        elif key.startswith(f"{section}."):
            values = [
                _of_its_own(draft, key, each, _value(draft, key, looks[each]))
                for each in (column, *draft.beside.get(key, ()))
            ]
            value = reduce(lambda later, one: f"{one[:-1]}, or = {later}}}", reversed(values))
            yield f"{key.removeprefix(f'{section}.')} = {value}"
    match section:
        case "award" if "award.id" not in found:
            yield from (f"id = {literal(slug(stem))}", f"name = {literal(stem)}")
        case "edition":
            yield from _edition(draft)
        case "category" if "category.id" not in found:
            yield from _category(draft)
        case "result":
            yield from _result(draft)
        case "name":
            yield from _name(draft, stem)


def _of_its_own(draft: Draft, key: str, column: str, value: str) -> str:
    """The value for those alone to whom a column belongs, where laureates come from several columns of a row."""
    if not draft.wide or draft.codes or not key.startswith(("result.", "name.")):
        return value
    those = owners(draft.words, draft.wide, column)
    if not those:
        draft.unsure.append(f"whether {column} is the same for {', '.join(draft.wide)}: each of a row is given it")
        return value
    when = f"when = {{column = {literal(turned(draft)[0])}, is = [{', '.join(map(literal, those))}]}}"
    return f"{value[:-1]}, {when}}}" if value.startswith("{") else f"{{text = {value}, {when}}}"


def _unclear_sign(draft: Draft, column: str) -> str:
    """A sign that several currencies share, where it stands in a column of amounts without a code."""
    signs = (SHARED_SIGN.search(text) for text in (column, *_texts(draft, column)))
    return next((found[0] for found in signs if found), "")


def _numbers(column: str, sign: str) -> str:
    """The amounts of a column whose name says the currency, and whose cells are numbers."""
    amount = literal(f"{sign}{{{column}}}")
    return f"{{text = {amount}, when = {{column = {literal(column)}, matches = '\\d'}}}}"


def _edition(draft: Draft) -> Iterator[str]:
    if "edition.id" not in draft.found:
        date = draft.found.get("edition.ceremony.date", "")
        if are_years(draft):
            column = turned(draft)[0]
            is_bare = all(PATTERNS["year"].fullmatch(name) for name in draft.wide)
            year = f"{{column = {literal(column)}, pattern = '\\d{{4}}(?:[/–-]\\d\\d(?:\\d\\d)?)?'}}"
            yield f"id = {literal(f'{{{column}}}') if is_bare else year}"
        elif date:
            yield f"id = {{column = {literal(date)}, pattern = '{_year_in(draft, date)}'}}"
        elif "edition" not in draft.known:
            draft.unsure.append("which edition a row is of: no column looks like a year")
            yield '# id = "…"   # which edition: a column such as "{Year}", or a year'
    yield '# coverage = "winners-only"   # complete, partial, winners-only, names-only, none'


def _category(draft: Draft) -> Iterator[str]:
    column = turned(draft)[0] if draft.wide else ""
    if are_headed(draft):
        yield f"id = {_mapped(column, {name: under_heading(name)[0] for name in draft.wide})}"
    elif draft.wide and not are_places(draft) and not are_years(draft):
        held = draft.wide[0][: draft.wide[0].rfind(".") + 1] if draft.table.how.rows else ""
        bare = f'{{column = {literal(column)}, replace = {{{literal(held)} = ""}}}}'
        yield f"id = {bare if held and all(name.startswith(held) for name in draft.wide) else literal(f'{{{column}}}')}"
    elif held := _holder(draft):
        draft.unsure.append(f"whether {literal(held)} is the category: it is the name of what holds the laureates")
        yield f"id = {literal(held)}"
    elif head := _head_of_lines(draft):
        draft.unsure.append(f"whether {literal(head)}, before a colon, is the category of whoever stands behind it")
        yield f"id = {{column = {literal(draft.found['result.laureate'])}, pattern = '^([^:]+):'}}"
    elif "award.id" in draft.found:
        award = draft.found["award.id"]
        line = f"[category] id = {_of(award)}"
        draft.unsure.append(f"whether {award} is the award or the category: no other column says one; if so, {line}")
    elif "category" not in draft.known:
        work = draft.found.get("result.for", "")
        is_title = bool(work) and draft.words[work] in TITLES
        line = f"; if {work} is one, [category] id = {_of(work)} in place of [result] for" if is_title else ""
        draft.unsure.append(f"which category: without one, laureates stand below `unknown`{line}")


def _head_of_lines(draft: Draft) -> str:
    """The prize that stands before a colon in a list of names, where most lines have one: `Best Pie: Ann Crumb`."""
    column = draft.found.get("result.laureate", "")
    texts = column_texts(draft.table, column) if column and draft.table.how.format == "names" else []
    heads = [text.partition(": ")[0] for text in texts if ": " in text]
    are_prizes = sum(map(is_prize, heads)) * 2 > len(heads) or len(set(heads)) * 2 <= len(heads)
    return heads[0] if len(heads) * 2 > len(texts) and are_prizes else ""


def _holder(draft: Draft) -> str:
    """The key of nested data that holds the laureates, where it is called by what they have won."""
    way = [step for step in steps(draft.table.how.rows) if step not in ("[]", "{}")]
    said = words_of(way[-1]) if way else ""
    is_plain = not said or fitness("result.laureate", said) or distinction_of(said) or said in _HOLDERS
    return "" if is_plain or len(way) < 2 else way[-1]


def _result(draft: Draft) -> Iterator[str]:
    laureate = draft.found.get("result.laureate", "")
    meant = distinction_of(draft.words[laureate]) if laureate else ""
    if meant not in ("", "winner") and not {"result.distinction", "result.rank"} & draft.found.keys():
        draft.unsure.append(f"who won: no column says it, and {laureate} are taken for no more than that")
        yield f"distinction = {literal(meant)}"
    if draft.codes:
        yield _coded(draft)
    if draft.wide and not draft.codes:
        name, value = turned(draft)
        lists = [draft.looks[each] for each in draft.wide if draft.looks[each].looks == "list"]
        splits = _splits(draft, lists)
        for each in draft.wide:
            _doubt_split(draft, draft.looks[each], splits)
        for each in (each.name for each in lists if not each.separator and place_of(header(draft, each.name)) in _WON):
            draft.unsure.append(f"whether those in one list of {each} share a prize (joint) or have one each")
        split = f", split = [{', '.join(map(literal, splits))}]" if splits else ""
        yield f"laureate = {{column = {literal(value)}{split}}}" if split else f"laureate = {literal(f'{{{value}}}')}"
        if splits or not all(each.separator for each in lists):
            yield "joint = false"
        yield from _by_place(draft, name)
    elif draft.names:
        first, last = draft.names
        # An organisation among persons may stand in either column.
        is_lacking = any(is_full(one) and not is_full(other) for one, other in _halves(draft))
        yield f"laureate = {literal(f'[{{{first}}} ][{{{last}}}]' if is_lacking else f'[{{{first}}} ]{{{last}}}')}"
        held = next(((cells, sign) for cells in _halves(draft) if (sign := joined_alike(cells))), None)
        if held:
            said = " and ".join(literal(str(cell)) for cell in held[0])
            draft.unsure.append(f"whether {said} are several: laureate = {of_two(draft.names, held[1])}")
    elif not laureate:
        draft.unsure.append("which column holds the laureates")
        yield '# laureate = "{…}"   # the column of the names'
    elif draft.looks[laureate].looks == "list" and not draft.looks[laureate].separator:
        yield "joint = false"
        draft.unsure.append(f"whether those in one list of {laureate} share a prize (joint) or have one each")
    if (laureate or draft.names) and (holder := _held_together(draft)):
        what = f"whether those in one list of {holder} share a prize or have one each"
        draft.unsure.append(f'{what}: if they share it, [result] group = "{{../#}}"')


def _held_together(draft: Draft) -> str:
    """What holds the rows of nested data, where some of them stand in one list and nothing says what became of whom."""
    way = steps(draft.table.how.rows)
    above = [at for at, name in enumerate(draft.table.columns) if name.startswith("../") and name.endswith("/#")]
    keys = [tuple(row.cells[at] for at in above) for row in draft.table.rows]
    is_said = {"result.distinction", "result.rank", "category.id"} & {
        key for key, column in draft.found.items() if not column.startswith("../")
    }
    return way[-2] if above and way[-1] == "[]" and len(set(keys)) < len(keys) and not is_said else ""


def _coded(draft: Draft) -> str:
    """The distinction or the rank that each code of a cell stands for; letters alone are doubted."""
    column = turned(draft)[1]
    values = list(dict.fromkeys(text for name in draft.wide for text in _texts(draft, name)))
    below = f"below {', '.join(draft.wide)}"
    ranked = [value for value in values if place_of(words_of(value)).isdecimal() or PLACE.fullmatch(value)]
    if len(ranked) * 2 > len(values) and not all(distinction_of(words_of(value)) for value in ranked):
        return f"rank = {_ranks(draft, column, values, below)}"
    said = {value: distinction_of(words_of(value)) or _CODES.get(value.casefold(), "") for value in values}
    if "winner" not in said.values():
        said |= {value: "winner" for value in values if not said[value] and _YES.fullmatch(value)}
    odd = [value for value in values if not said[value]]
    if odd:
        draft.unsure.append(f"what {', '.join(map(literal, odd))} {below} means: such rows do not land")
    known = [value for value in values if value not in odd]
    if any(len(value) < 3 for value in known):
        draft.unsure.append(f"what {', '.join(map(literal, known))} {below} mean")
    return f"distinction = {_mapped(column, {value: word for value, word in said.items() if word})}"


def _by_place(draft: Draft, name: str) -> Iterator[str]:
    """The rank or distinction that a column name such as `Winner` or `Runner-up` gives to its cells."""
    said = {each: place_of(header(draft, each)) for each in draft.wide}
    if all(place == "1" for place in said.values()):
        return
    if all(place.isdecimal() for place in said.values()):
        yield f"rank = {_mapped(name, said)}"
    elif any(said.values()) and (are_places(draft) or are_years(draft)):
        words = {each: word for each in draft.wide if (word := distinction_of(header(draft, each)))}
        yield f"distinction = {_mapped(name, words)}"
        if "winner" not in words.values():
            draft.unsure.append(f"who won: no column says it, and {', '.join(words)} are taken for no more than that")
        won = [each for each, word in words.items() if word == "winner"]
        if len(won) > 1 and not are_years(draft) and not are_headed(draft):
            draft.unsure.append(f"whether {' and '.join(won)} of a row share one prize: they are given one each")
        lost = [each for each in draft.wide if each not in words]
        if lost:
            draft.unsure.append(f"what {', '.join(lost)} means: such rows do not land until the map says it")


def _name(draft: Draft, stem: str) -> Iterator[str]:
    if "name.kind" not in draft.found:
        kind = _kind_by_column(draft)
        if kind and (bare := _single(draft)):
            draft.unsure.append(f"whether {literal(bare)}, without a first and a last name, is no {kind}")
            both = ", ".join(f'{{column = {literal(name)}, not = ""}}' for name in draft.names)
            yield f'kind = {{text = "{kind}", when = [{both}]}}'
        elif kind:
            yield f'kind = "{kind}"'
        elif "name" not in draft.known:
            draft.unsure.append("what the laureates are: person, organisation, team or work")
            yield '# kind = "person"   # person, organisation, team or work'
    if "name.identity" in draft.found:
        column = draft.words[draft.found["name.identity"]]
        known = next((name for name in ("imdb", "wikidata", "viaf") if name in column), "")
        yield f"authority = {literal(known or slug(stem))}"
        if not known:
            draft.unsure.append(f"whose ids stand in {draft.found['name.identity']} (`authority`)")


def _halves(draft: Draft) -> Iterator[tuple[Cell, ...]]:
    """The first and the last name of each row, where they stand in two columns."""
    at = [draft.table.columns.index(name) for name in draft.names]
    yield from (tuple(row.cells[each] for each in at) for row in draft.table.rows if at)


def _single(draft: Draft) -> str:
    """The name of somebody who has no first or no last one, as of an organisation among persons; or nothing."""
    return next((str(one or other) for one, other in _halves(draft) if is_full(one) != is_full(other)), "")


def _kind_by_column(draft: Draft) -> str:
    """What laureates are, by the name of their column."""
    said = draft.words.get(draft.found.get("result.laureate", ""), "")
    kind = next((kind for kind, these in KINDS.items() if set(these.split()) & set(said.split())), "")
    return kind or ("person" if draft.names else "")


def _value(draft: Draft, key: str, looks: ColumnProfile) -> str:
    column = looks.name
    if key == "result.laureate" and _head_of_lines(draft):
        return f"{{column = {literal(column)}, pattern = '^[^:]+: (.+)$'}}"
    if key == "result.laureate" and looks.turned:
        return _unturned(draft, looks)
    is_list = looks.looks == "list" and looks.separator
    if key == "result.laureate" or (key == "name.identity" and looks.separator):
        _doubt_split(draft, looks, (looks.separator,) if is_list else ())
    if key in ("result.laureate", "name.identity") and is_list:
        # A name of one word may be the rest of one that went on in another line.
        if looks.separator == "\n" and any(" " not in part.strip() for part in looks.listed.split("\n")):
            draft.unsure.append(f"whether each line of a cell in {column} is a name, as {literal(looks.listed)}")
        if key == "result.laureate" and "name.identity" not in draft.found:
            what = f"whether those in one cell of {column} share one result, as {literal(looks.listed)}"
            draft.unsure.append(f"{what}: if each has one of its own, give each a row, or write joint = false")
        return f"{{column = {literal(column)}, split = {literal(looks.separator)}}}"
    if key == "edition.jury" and (texts := _texts(draft, column)):
        signs = [sign for sign in SEPARATORS if any(sign in text for text in texts)]
        signs = [sign for sign in signs if sign in LIST_SEPARATORS] or signs
        signs = [sign for sign in signs if not any(is_one_name(text, sign) for text in texts)]
        if signs:
            return f"{{column = {literal(column)}, split = [{', '.join(map(literal, signs))}]}}"
    if key == "result.laureate" and column != "value" and _has_bare_texts(draft):
        return f"{{column = {literal(column)}, or = {literal('{value}')}}}"
    if key == "result.distinction":
        return _distinctions(draft, looks)
    if key == "result.money" and looks.looks == "number":
        return _numbers(column, sign_in(column))
    if key == "result.rank" and looks.values and looks.looks != "number":
        return _ranks(draft, column, looks.values, f"in {column}")
    if key == "name.kind":
        return _mapped(column, {value: kind_of(words_of(value)) for value in looks.values})
    if key == "edition.id" and (years := _years_in_short(draft, column)):
        shown = ", ".join(map(literal, years))
        draft.unsure.append(f"which years {shown} in {column} are: they are taken for {', '.join(years.values())}")
        return f"{_mapped(column, years)[:-1]}, else = {literal(f'{{{column}}}')}}}"
    if key in ("edition.id", "edition.ordinal") and holds_counted_years(draft.table, column):
        return of_counted(column, looks.samples[0])[key == "edition.ordinal"]
    if key == "edition.id" and looks.looks != "year" and (day := _dated_text(draft, column)):
        draft.unsure.append(f"to keep the day of the ceremony, as in {literal(day)}: ceremony.date = …")
        return f"{{column = {literal(column)}, pattern = '{_year_in(draft, column, YEAR)}'}}"
    if key == "edition.id" and looks.looks == "date":
        _doubt_day(draft, column, f"whether the days in {column} are those of the ceremonies", "ceremony.date = ")
        return f"{{column = {literal(column)}, pattern = '{_year_in(draft, column)}'}}"
    if key in _DATES and looks.looks == "date":
        forms = date_forms(_texts(draft, column))
        if len(forms) == 1:
            return f"{{column = {literal(column)}, date = {literal(forms[0])}}}"
        if not all(map(_ISO.fullmatch, _texts(draft, column))):
            _doubt_day(draft, column, f"how the dates in {column} are written")
    is_coded = key == "result.country" and any(text != "NO" and _CODED.fullmatch(text) for text in looks.values)
    empty = [text for text in looks.values if key in _PLAIN_TEXTS and nobody(text) in _NOTHING]
    # Among codes of countries, `NO` is Norway.
    empty = [text for text in empty if not (is_coded and _CODED.fullmatch(text))]
    if empty:
        said = ", ".join(map(literal, empty))
        draft.unsure.append(f"whether {said} in {column} means that nothing is known")
        return f"{{column = {literal(column)}, empty = [{said}]}}"
    if set(column) & set("{}"):
        return f"{{column = {literal(column)}}}"
    return literal(f"{{{column}}}")


def _year_in(draft: Draft, column: str, year: str = r"\d{4}") -> str:
    """The pattern for the year in each text of a column, or for the two years of a season that stands among them."""
    return SEASON_IN_FULL if any(map(season_in, _texts(draft, column))) else year


def _years_in_short(draft: Draft, column: str) -> Mapping[str, str]:
    """The year of each text that is one in two digits or in Roman ones, where nothing but years stands there.

    Of two digits the century is that in which they are nearest to the years in full.
    """
    texts = _texts(draft, column)
    full = sorted(int(text[:4]) for text in texts if PATTERNS["year"].fullmatch(text))
    middle = full[len(full) // 2] if full else _NO_YEAR
    is_counted = "edition" in draft.words[column].split()
    years = {}
    for text in texts:
        if is_counted and text.isdecimal():
            # The tenth edition, and not that of 2010.
            continue
        if short := _SHORT_YEAR.fullmatch(text):
            those = (century + int(short["of"]) for century in range(1500, 2200, 100))
            years[text] = str(min(those, key=lambda year: abs(year - middle)))
        elif text[0] == "M" and (year := roman(text)):
            years[text] = str(year)
    return years if len(years) + len(full) == len(texts) else {}


def _has_bare_texts(draft: Draft) -> bool:
    """Whether some elements of the list that the rows are from are bare texts."""
    return bool(draft.table.how.rows and "value" in draft.looks and draft.looks["value"].looks)


def _unturned(draft: Draft, looks: ColumnProfile) -> str:
    """A laureate whose family name stands first, put right where that is sure: in capitals, or of a person."""
    column = literal(looks.name)
    parts = [f"{{column = {column}, pattern = '{part}'}}" for part in (", (.+)$", "^([^,]+)")]
    first = f'{{all = [{", ".join(parts)}], join = " "}}'
    is_sure = looks.turned.partition(",")[0].isupper() or _kind_by_column(draft) == "person"
    shown, split = literal(looks.turned), f'{{column = {column}, split = ", "}}'
    others = split if is_sure else f"{first}; if several: {split}"
    what = "is one name, the family name first" + ("; if several" if is_sure else "; if so")
    draft.unsure.append(f"whether {shown} in {looks.name} {what}: laureate = {others}")
    return first if is_sure else literal(f"{{{looks.name}}}")


def _doubt_day(draft: Draft, column: str, what: str, key: str = "") -> None:
    """Say what a column of days needs in a mapping, and where a day may be two, both."""
    texts = [text for text in _texts(draft, column) if not PATTERNS["year"].fullmatch(text)]
    forms = date_forms(texts) or ("…",)
    said = [f"{key}{{column = {literal(column)}, date = {literal(form)}}}" for form in forms]
    if all(map(_ISO.fullmatch, texts)):
        said = [f"{key}{literal(f'{{{column}}}')}"]
    draft.unsure.append(f"{what}, as {literal(texts[0])}: {' or '.join(said)}")


def _dated_text(draft: Draft, column: str) -> str:
    """One of the texts that hold a day and more than that: `Sat 5 May 2001, Potland`; or nothing."""
    texts = (text for text in _texts(draft, column) if not PATTERNS["year"].fullmatch(text))
    return next((text for text in texts if not DAY.fullmatch(text) and DAY.search(text)), "")


def _texts(draft: Draft, column: str) -> list[str]:
    """All different texts of a column."""
    return [*dict.fromkeys(column_texts(draft.table, column))]


def _splits(draft: Draft, lists: list[ColumnProfile]) -> Mapping[str, str]:
    """What cells of several columns are split by, with a cell that is: nothing that joins one name in any of them."""
    found = {each.separator: each.listed for each in lists if each.separator}
    texts = [text for name in draft.wide for text in _texts(draft, name)]
    splits = {sign: text for sign, text in found.items() if not any(is_one_name(each, sign) for each in texts)}
    for sign, text in splits.items():
        draft.unsure.append(f"whether those in one cell are several names, as {literal(text)}: split = {literal(sign)}")
    return splits


def _doubt_split(draft: Draft, looks: ColumnProfile, split: Collection[str] = ()) -> None:
    """Say what a column holds that may be several names, where it is not split."""
    texts = column_texts(draft.table, looks.name)
    found = {sign: text for text in reversed(texts) if (sign := between_names(text)) and sign not in split}
    if looks.separator and (looks.looks != "list" or looks.separator not in split):
        found = {looks.separator: looks.listed, **found}
    if found:
        count = sum(1 for text in texts if any(sign in text for sign in found))
        what = f"whether {looks.name} holds several names in {'1 cell' if count == 1 else f'{count} cells'}"
        signs = ", ".join(map(literal, (*split, *found)))
        shown = literal(next(iter(found.values())))
        draft.unsure.append(f"{what}, as {shown}: split = {f'[{signs}]' if split or len(found) > 1 else signs}")


def _ranks(draft: Draft, column: str, values: Iterable[str], where: str) -> str:
    """The place for each word of a column; numbers are read as they stand."""
    values = tuple(values)
    places = {value: place for value in values if (place := place_of(words_of(value))).isdecimal()}
    rest = [value for value in values if value not in places and not re.search(r"\d", value)]
    if rest:
        draft.unsure.append(f"what {', '.join(map(literal, rest))} {where} means: such rows do not land")
    return _mapped(column, places) if len(places) + len(rest) == len(values) else _of(column)


def _distinctions(draft: Draft, looks: ColumnProfile) -> str:
    """The distinction for each word of a column; of a flag, for the word that means yes."""
    said = {value: distinction_of(words_of(value)) for value in looks.values}
    if looks.looks == "flag" and not all(said.values()):
        won = {value: "winner" for value in looks.values if _YES.fullmatch(value)}
        return f'{_mapped(looks.name, won)[:-1]}, else = "nominee"}}'
    lost = [value for value, word in said.items() if not word]
    if lost:
        draft.unsure.append(f"what {', '.join(map(literal, lost))} in {looks.name} means: such rows do not land")
    return _mapped(looks.name, {value: word for value, word in said.items() if word})


def _mapped(column: str, said: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{literal(value)} = {literal(meant)}" for value, meant in said.items())
    return f"{{column = {literal(column)}, map = {{{pairs}}}}}"


def _nobody(draft: Draft) -> Iterator[str]:
    """Sections for words such as "no award" or "N/A" in a column of names, and for rows that are sums."""
    for name, sums in draft.sums.items():
        said = ", ".join(map(literal, sums))
        yield from ("[[skip]]", f"when = {{column = {literal(name)}, is = [{said}]}}")
        yield from ('why = "sums"', "")
        draft.unsure.append(f"whether rows of {said} are none to import")
    column = draft.found.get("result.laureate", "")
    texts = dict.fromkeys(text for each in ((column,) if column else draft.wide) for text in _texts(draft, each))
    name = column or (turned(draft)[1] if draft.wide else "")
    made = [text for text in texts if _MADE.fullmatch(text)]
    if made and len(made) * 2 >= len(texts):
        rule = r"[[rule]] match = '^(?P<for>.+) (?:by|par) (?P<laureate>.+)$'"
        draft.unsure.append(f"whether {literal(made[0])} is a work and who made it: {rule}")
    yield from _empty_places(draft, name)
    lost = _lower_places(draft)
    first = [text for each in draft.wide if each not in lost for text in _texts(draft, each)]
    for section, those in by_section(texts).items():
        if section == "[[not_awarded]]" and lost:
            those = tuple(text for text in those if text in first)
        if those:
            said = ", ".join(map(literal, those))
            yield from (section, f"when = {{column = {literal(name)}, is = [{said}]}}", "")
            means = "is to be skipped" if section == "[[skip]]" else "means [[not_awarded]] or [[unknown]]"
            draft.unsure.append(f"whether {said} in {name} {means}")


def _lower_places(draft: Draft) -> Names:
    """The columns of a place below the first, where columns of places become rows."""
    if draft.codes or not draft.wide or not are_places(draft):
        return ()
    return tuple(name for name in draft.wide if place_of(header(draft, name)) not in _WON)


def _empty_places(draft: Draft, value: str) -> Iterator[str]:
    """A section for words such as "none" in a place below the first: whoever won has won all the same."""
    lost = _lower_places(draft)
    texts = dict.fromkeys(
        text for name in lost for text in _texts(draft, name) if SECTIONS.get(said_by(text)) == "[[not_awarded]]"
    )
    if texts:
        said, below = (", ".join(map(literal, those)) for those in (texts, lost))
        name = literal(turned(draft)[0])
        yield from (
            "[[skip]]",
            f"when = [{{column = {literal(value)}, is = [{said}]}}, {{column = {name}, is = [{below}]}}]",
        )
        yield from ('why = "a place that nobody had"', "")
        draft.unsure.append(f"whether {said} below {', '.join(lost)} is nobody")

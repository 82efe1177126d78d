"""Interpretation of the columns of a table: the key of each, columns that become rows, doubts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..problems import nearest
from .column_words import (
    AT_START,
    FIRST,
    KEYS,
    KNOWN,
    LAST,
    WORDS,
    are_best,
    beside_year,
    fitness,
    is_around,
    is_count,
    is_heading,
    is_name,
    is_of_a_year,
    is_sum,
    may_be,
    may_name,
    name_words,
    place_of,
    under_heading,
    words_of,
)
from .doubts import of_counted
from .mapping import literal
from .profiles import FLAG, ORDINAL, PATTERNS, ColumnProfile, is_counted, profile
from .tables.nested import steps
from .tables.table import YEAR, Row, Table, column_texts, is_full

Names = tuple[str, ...]
Fit = tuple[int, int, int, str, str]
"""How well a column fits a key, the best first: less than nothing, the place of the key, how far above; then both."""

PLACE = re.compile(r"[T=]?\d{1,2}\D{0,4}")
NUMBER_SIGN = "#"
SUMMED = ("result.score", "result.count", "result.money", "result.rank")
"""Keys of numbers that, beside several years or categories, belong to none of them."""

ALIKE, SHORT = 0.8, 4
TITLES = ("name", "title", "label", "heading", "nom", "titre")
_CODE = re.compile(rf"[^\W\d_]\W?|\W|{PLACE.pattern}")
_SUM_OF_A_YEAR = re.compile(r"(?:grand |sub ?)?(?:totals?|totaux|sums?|summe|somme|average|moyenne|mean|count) .*")
_CATEGORIES = "whether these are categories, with laureates below them"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the columns of a table are taken for: the column of each key, columns to turn into rows, doubts.

    Where `codes` is true, the cells of the columns that become rows say what became of the laureate of their row.
    Rows that are sums are not in `table`; `sums` has what they are called, by column. `words` are the words in the name
    of each column, `names` the columns of a first and a last name; `beside` has further columns of a key, each of
    another laureate of its row.
    """

    table: Table
    looks: Mapping[str, ColumnProfile]
    words: Mapping[str, str]
    found: Mapping[str, str]
    wide: Names
    names: Names
    unsure: list[str]
    codes: bool
    sums: Mapping[str, Names]
    beside: Mapping[str, Names]
    known: Names


@dataclass(frozen=True, slots=True)
class _NamedColumns:
    """A table, the looks of its columns, and the words in their names that may stand for a key."""

    table: Table
    looks: Mapping[str, ColumnProfile]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Several:
    """The columns that hold laureates together.

    Those in `wide` become rows, as they are called by `years`, by `places` or by a heading each; `names` are the
    columns of a first and a last name.
    """

    wide: Names
    names: Names
    years: Names
    places: Names
    codes: bool

    @property
    def is_one(self) -> bool:
        """Whether a single column holds the laureates."""
        return not self.wide and not self.names


def drafted(table: Table, told: Mapping[str, str], known: Names) -> Draft:
    """Each key with the column whose name matches best; each column is used once.

    What is `told` of a column is taken as it is, and is not marked as a guess.
    """
    whole, (table, sums) = table, _without_sums(table)
    looks = {each.name: each for each in profile(table)}
    all_words = _words(table, looks)
    found = {key: name for name, key in told.items() if key and name in all_words}
    seen = _NamedColumns(table, looks, {name: said for name, said in all_words.items() if name not in told})
    several = _several(seen, "result.laureate" in found)
    fits = _fits(seen, several)
    for *_, key, name in fits:
        if key not in found and name not in found.values():
            found[key] = name
    unsure = [*_near_names(seen, several, fits, found)]
    _settle_laureate(seen, several, found)
    unsure += [*_dated(seen, found), *_of_award(seen, found), *_categories(seen, several, found)]
    if several.is_one and (left := _left(seen, fits, found)):
        several = replace(several, wide=left)
        found = {key: name for key, name in found.items() if name not in left}
        unsure.append(f"{_CATEGORIES}: {', '.join(left)}")
    unsure += _at_last(seen, several, found)
    ordered = dict(sorted(found.items(), key=lambda pair: KEYS.index(pair[0])))
    wide, codes = several.wide, several.codes
    beside = _beside(seen.words, wide, found, fits) if not codes else {}
    draft = Draft(table, looks, all_words, ordered, wide, several.names, unsure, codes, sums, beside, known)
    return replace(draft, sums=_turned_sums(draft, whole)) if sums.keys() & {*wide} else draft


def _several(seen: _NamedColumns, is_stated: bool) -> _Several:
    """Columns for each year, place or category; `is_stated` where the one of the laureates is known."""
    words = seen.words
    # What stands in a row above is that of several rows.
    own = tuple(name for name in words if "../" not in name and may_be("result.laureate", seen.looks[name]))
    places = tuple(name for name in own if place_of(words[name]))
    coded = tuple(name for name in words if is_of_a_year(words[name]))
    codes = len(coded) > 1 and _are_codes(seen.table, coded)
    years = coded if codes else tuple(name for name in coded if may_be("result.laureate", seen.looks[name]))
    wide = () if is_stated else years or (places if len(places) > 1 else _below_headings(own, words))
    names = _first_and_last(words) if not wide or codes else ()
    return _Several(wide, names, years, places, codes)


def _fits(seen: _NamedColumns, several: _Several) -> list[Fit]:
    """How well each column fits each of its possible keys, the best first."""
    return sorted(
        (-score, at, name.count("../"), key, name)
        for at, key in enumerate(WORDS)
        for name, said in seen.words.items()
        if name not in (*several.wide, *several.names)
        and (score := fitness(key, said))
        and may_be(key, seen.looks[name])
        # One number for all rows of several editions is that of no result.
        if not (key in SUMMED and "../" in name and seen.looks[name].distinct == 1 and len(seen.table.rows) > 1)
    )


def _near_names(seen: _NamedColumns, several: _Several, fits: list[Fit], found: dict[str, str]) -> Iterator[str]:
    """Doubts about names of columns: misspelt ones, ambiguous ones, names of categories."""
    headings = [under_heading(name)[0] for name in several.wide]
    if several.wide and not several.years and several.wide != several.places:
        yield f"{_CATEGORIES}: {', '.join(dict.fromkeys(headings))}"
    if seen.table.how.format != "names":
        taken = {*several.wide, *several.names, *(name for *_, name in fits)}
        yield from _misspelt({name: said for name, said in seen.words.items() if name not in taken}, seen.looks, found)
    yield from _others(fits, found)
    if several.years and "edition.id" in found:
        yield f"the edition: that of the column {several.years[0]}, or {found.pop('edition.id')}?"


def _settle_laureate(seen: _NamedColumns, several: _Several, found: dict[str, str]) -> None:
    """Find the laureate in several columns, or by an id; facts of names at another level of nesting are dropped."""
    if (several.wide and not several.codes) or several.names:
        found.pop("result.laureate", None)
    elif "result.laureate" not in found and "name.identity" in found and may_name(seen.looks[found["name.identity"]]):
        # Who is known by an id alone is called by it.
        found["result.laureate"] = found.pop("name.identity")
    depth = next(iter((*several.wide, *several.names, found.get("result.laureate", "")))).count("../")
    for key in [key for key in found if key.startswith("name.") and found[key].count("../") != depth]:
        del found[key]


def _categories(seen: _NamedColumns, several: _Several, found: dict[str, str]) -> Iterator[str]:
    """Find the category in a column, or in the name of the container of the laureates."""
    if several.is_one and _is_one_of_several(seen, found):
        for key in ("category.id", "award.id"):
            found.pop(key, None)
    if "category.id" not in found:
        yield from _headed(seen, several, found)


def _left(seen: _NamedColumns, fits: list[Fit], found: Mapping[str, str]) -> Names:
    """The unused columns of names, where there is no laureate or category: each may be a category."""
    if {"result.laureate", "category.id", "result.distinction", "result.rank"} & found.keys():
        return ()
    sure = {found.get("edition.id", ""), *(name for score, *_, name in fits if -score > 2 * AT_START)}
    words = seen.words
    left = tuple(
        name for name in words if name not in sure and is_name(seen.looks[name]) and not is_around(words[name])
    )
    return left if len(left) > 1 else ()


def _at_last(seen: _NamedColumns, several: _Several, found: dict[str, str]) -> Iterator[str]:
    """Find the work of a laureate; columns that state nothing of each laureate are released."""
    if several.is_one and "result.laureate" not in found and "result.for" in found:
        found["result.laureate"] = found.pop("result.for")
        yield f"whether the laureate is what stands in {found['result.laureate']}"
    for key in ("category.id", "result.laureate"):
        column = seen.looks.get(found.get(key, ""))
        if column and column.valued:
            yield f"whether {column.name} holds nothing but names: there is {literal(column.value)}"
    if several.wide and several.places and not several.codes:
        found.pop("result.distinction", None)
    if several.wide and not several.places:
        # A number beside several years or categories is a fact of none of them.
        for key in [key for key in SUMMED if key in found and not owners(seen.words, several.wide, found[key])]:
            del found[key]


def _turned_sums(draft: Draft, whole: Table) -> Mapping[str, Names]:
    """The labels of rows of sums, where columns become rows and so each of their cells is a row."""
    kept = {row.span for row in draft.table.rows}
    lost = replace(whole, rows=tuple(row for row in whole.rows if row.span not in kept))
    texts = dict.fromkeys(text for name in draft.wide for text in column_texts(lost, name))
    others = {name: said for name, said in draft.sums.items() if name not in draft.wide}
    return {**others, turned(draft)[1]: tuple(texts)}


def _without_sums(table: Table) -> tuple[Table, Mapping[str, Names]]:
    """A table without its rows of sums, and the labels of these, by column."""
    textual = _textual(table)
    sums = dict(_counted_rows(table, textual))
    sums |= {row.span.line: found for row in table.rows if (found := _sum(table, row, textual))}
    called: dict[str, Names] = {}
    for column, text in dict.fromkeys(sums.values()):
        called[column] = (*called.get(column, ()), text)
    return replace(table, rows=tuple(row for row in table.rows if row.span.line not in sums)), called


def _words(table: Table, looks: Mapping[str, ColumnProfile]) -> dict[str, str]:
    """The words in the name of each column; a sign for numbers means places or rows."""
    words = {name: name_words(name, looks[name]) for name in plain_columns(table) if looks[name].looks}
    numbers = [name for name in words if name.strip() == NUMBER_SIGN and not table.how.rows]
    return words | {name: "rank" for name in numbers if not _counts_rows(table, name)}


def _misspelt(words: Mapping[str, str], looks: Mapping[str, ColumnProfile], found: dict[str, str]) -> Iterator[str]:
    """Names with a letter too many or too few, taken for the similar known ones; short names are left out."""
    for name, said in words.items():
        near = nearest(said, KNOWN, ALIKE) if len(said) > SHORT else None
        key = KNOWN[near] if near else ""
        if near and key not in found and may_be(key, looks[name]):
            found[key] = name
            yield f'whether {name} is meant for "{near}"'


def _others(fits: list[Fit], found: dict[str, str]) -> Iterator[str]:
    """Doubts about other possible columns of a key; facts that belong to another laureate are dropped."""
    for key in ("award.id", "edition.id", "category.id", "result.laureate"):
        free = [(name, -score) for score, _, _, other, name in fits if other == key and name not in found.values()]
        others = [name for name, score in free if score > AT_START]
        if others:
            said = "the laureate" if key == "result.laureate" else f"the {key.partition('.')[0]}"
            yield f"{said}: {found[key]}, or {', '.join(others)}?"
        for other in others if key == "result.laureate" else ():
            # `Cup Score` is no score of the `League Team`.
            theirs = [each for each in found if each.startswith("result.") and _is_of_one(found[each], other)]
            for each in theirs if not _is_of_one(found[key], other) else ():
                del found[each]


def _dated(seen: _NamedColumns, found: dict[str, str]) -> Iterator[str]:
    """Find the edition in a column whose texts hold years, and its number where it stands beside the year."""
    table = seen.table
    if "edition.id" not in found and "edition.ceremony.date" not in found:
        taken = {*found.values(), *(("line",) if table.how.format == "names" else ())}
        free = (name for name in seen.words if name not in taken and may_be("edition.id", seen.looks[name]))
        if dated := next((name for name in free if _holds_years(table, name)), ""):
            found["edition.id"] = dated
            yield f"whether {dated} is the edition: its texts hold a year"
    edition = found.get("edition.id", "")
    if edition and "edition.ordinal" not in found and holds_counted_years(table, edition):
        those = filter(is_counted, column_texts(table, edition))
        odd = next((text for text in those if not re.search(ORDINAL, text)), "")
        if odd:
            yield f"the number of the edition in {literal(odd)}: ordinal = {of_counted(edition, odd)[1]}"
        else:
            found["edition.ordinal"] = edition


def _of_award(seen: _NamedColumns, found: dict[str, str]) -> Iterator[str]:
    """Find the category in a column named as an award, where its cells or another column show that it is one."""
    words, looks = seen.words, seen.looks
    award = found.get("award.id", "")
    if "category.id" not in found and words.get(award, "") in ("award", "awards") and are_best(looks[award]):
        found["category.id"] = found.pop("award.id")
    other = next((name for name in words if words[name] in ("award", "awards") and name not in found.values()), "")
    if "category.id" not in found and award and other and is_name(looks[other]):
        found["category.id"] = other
        yield f"whether {other} is the category: {award} is the award"


def _is_one_of_several(seen: _NamedColumns, found: Mapping[str, str]) -> bool:
    """Whether a column that is called by a prize, as `Public Prize`, is one beside others, and no column of categories.

    No column says who has won then, and each row is of an edition of its own.
    """
    called = [found[key] for key in ("category.id", "award.id") if key in found]
    years = column_texts(seen.table, found["edition.id"]) if "edition.id" in found else []
    others = [name for name in seen.words if name not in found.values() and is_name(seen.looks[name])]
    return (
        "result.laureate" not in found
        and bool(others)
        and any(not is_heading((name,)) for name in called)
        and 1 < len(years) == len(set(years))
    )


def _below_headings(columns: Names, words: Mapping[str, str]) -> Names:
    """Columns of laureates with names of categories in their names: `Best Pie Winner`."""
    found = tuple(name for name in columns if under_heading(name)[0])
    is_said = any(fitness("category.id", said) > 2 * AT_START for name, said in words.items() if name not in found)
    return found if len({under_heading(name)[0] for name in found}) > 1 and not is_said else ()


def _first_and_last(words: Mapping[str, str]) -> Names:
    """The columns of the first and the last name of one laureate: `Surname`, or `winner.last` beside `winner.first`."""
    called = {said: name for name, said in reversed([*words.items()])}
    pairs = (
        (name, called.get(f"{said.removesuffix(first)}{last}", ""))
        for name, said in words.items()
        for first in FIRST
        for last in LAST
        if f" {said}".endswith(f" {first}")
    )
    return next((pair for pair in pairs if pair[1]), ())


def _beside(words: Mapping[str, str], wide: Names, found: Mapping[str, str], fits: list[Fit]) -> Mapping[str, Names]:
    """Further columns of a key, one for each laureate of a row: `Gold Country`, `Silver Country`."""
    beside: dict[str, Names] = {}
    for *_, key, name in fits:
        those = [found[key], *beside.get(key, ())] if key in found and key.startswith(("result.", "name.")) else []
        belong = [owners(words, wide, each) for each in (*those, name)]
        is_free = name not in (*found.values(), *(each for names in beside.values() for each in names))
        if those and is_free and all(belong) and len(set(belong)) == len(belong):
            beside[key] = (*beside.get(key, ()), name)
    return beside


def owners(words: Mapping[str, str], wide: Names, column: str) -> Names:
    """The columns of laureates to which another column belongs; none if it belongs to all of them."""
    found = tuple(
        name
        for name in wide
        if _is_part(column, name) or words[column].startswith(f"{words[name]} ") or _is_beside(column, name)
    )
    return found if len(found) < len(wide) else ()


def _are_codes(table: Table, columns: Names) -> bool:
    """Whether most cells are places, codes or words for results, and no names."""
    texts = [text for name in columns for text in column_texts(table, name)]
    return bool(texts) and sum(map(_is_code, texts)) * 4 >= len(texts) * 3


def _is_code(text: str) -> bool:
    return bool(FLAG.fullmatch(text) or _CODE.fullmatch(text) or place_of(words_of(text)))


def _headed(seen: _NamedColumns, several: _Several, found: dict[str, str]) -> Iterator[str]:
    """Find the category in the name of the container of the laureates; yields the doubts."""
    words, looks, wide = seen.words, seen.looks, several.wide
    free = [name for name in words if name not in (*found.values(), *wide) and is_name(looks[name])]
    if several.years:
        if len(free) == 1:
            found["category.id"] = free[0]
            yield f"whether {free[0]} is the category"
        return
    laureate = found.get("result.laureate", "") or next(iter(wide), "")
    if not laureate or laureate.startswith("../"):
        return
    # What is called by a title holds the laureates, where these stand further below.
    is_below = laureate in wide and bool(seen.table.how.rows) and "." in laureate
    work = found.get("result.for", "")
    if work.startswith("../") or (is_below and words.get(work, "") in TITLES):
        free.append(found.pop("result.for"))
    is_beside = laureate in wide or (looks[laureate].looks == "list" and not looks[laureate].separator)
    way = steps(seen.table.how.rows)
    lists = [before for before, step in pairwise(("", *way)) if step in ("[]", "{}")]
    for name in sorted(free, key=lambda name: name.count("../")):
        depth = name.count("../")
        holder = name_words(lists[-1 - depth], looks[name]) if depth < len(lists) else ""
        if words[name] not in TITLES or not (depth or is_beside):
            continue
        if fitness("edition.id", holder):
            found.setdefault("edition.label", name)
        elif "category.id" not in found and looks[name].distinct > 1:
            found["category.id"] = name
            yield f"whether {name} is the category: it is the name of what holds {laureate}"
        elif "award.id" not in found:
            found["award.id"] = name
            yield f"whether {name} is the award: it is the name of what holds {laureate}"


def _is_beside(column: str, other: str) -> bool:
    """Whether the names of two columns begin with the same words, as below one heading."""
    group = other.rpartition(" ")[0]
    return bool(group) and column.startswith(f"{group} ")


def _is_of_one(column: str, other: str) -> bool:
    return _is_beside(column, other) or _is_part(column, other)


def _is_part(column: str, name: str) -> bool:
    """Whether two columns are keys of one object, as `winner.name` and `winner.country`."""
    return "." in name.replace("../", "") and column.startswith(f"{name.rpartition('.')[0]}.")


def plain_columns(table: Table) -> list[str]:
    """Columns without numbered list elements and row numbers; mapping keys are kept."""
    levels = re.findall(r"\[\]|\{\}", table.how.rows)
    keyed = {"../" * up + "#" for up, each in enumerate(reversed(levels)) if each == "{}"}
    # Only where data are nested has a reader made such names.
    return [name for name in table.columns if not levels or name in keyed or not re.search(r"\[\d|#$", name)]


def _holds_years(table: Table, column: str) -> bool:
    """Whether most cells are a few words with a year in them: `2016 Summer`, `March 2021`."""
    cells = [cell for row in table.rows if isinstance(cell := row.cells[table.columns.index(column)], str) and cell]
    dated = sum(1 for cell in cells if len(cell) < 30 and re.search(rf"(?<!\d){YEAR}(?!\d)", cell))
    return bool(cells) and dated * 3 >= len(cells) * 2


def holds_counted_years(table: Table, column: str) -> bool:
    """Whether most cells of a column are a year and the number of its edition."""
    texts = column_texts(table, column)
    return sum(map(is_counted, texts)) * 2 > len(texts)


def _counts_rows(table: Table, column: str) -> bool:
    """Whether a column holds the number of each row, one more or less than that of the row before."""
    at = table.columns.index(column)
    cells = [str(row.cells[at]).strip() for row in table.rows]
    if not all(cell.isdecimal() for cell in cells):
        return False
    steps_between = {int(other) - int(one) for one, other in pairwise(cells)}
    return steps_between in ({1}, {-1})


def _textual(table: Table) -> frozenset[int]:
    """The indexes of the columns in which most filled cells hold no number."""
    columns = enumerate(zip(*(row.cells for row in table.rows), strict=True))
    filled = ((at, [str(cell) for cell in cells if is_full(cell)]) for at, cells in columns)
    return frozenset(at for at, texts in filled if sum(map(_is_number, texts)) * 2 < len(texts))


def _is_number(text: str) -> bool:
    return PATTERNS["number"].fullmatch(text.strip()) is not None


def _sum(table: Table, row: Row, textual: frozenset[int]) -> tuple[str, str] | None:
    """The first column that is filled in a row that is a sum, and what stands there: `Total`, or `Wins`.

    Whatever it is called, a row of numbers alone in the columns of `textual` is one, below a column of years.
    """
    found = next(((name, cell) for name, cell in zip(table.columns, row.cells, strict=True) if str(cell).strip()), None)
    if found is None or not isinstance(found[1], str):
        return None
    # A name may begin so: "Total Recall".
    is_of_year = fitness("edition.id", words_of(found[0])) > 0 and _SUM_OF_A_YEAR.fullmatch(words_of(found[1]))
    first = table.columns.index(found[0])
    others = [str(cell) for at, cell in enumerate(row.cells) if at in textual and at != first and str(cell).strip()]
    is_row_of_numbers = (
        first not in textual
        and fitness("edition.id", words_of(found[0])) > 0
        and not re.search(r"\d", found[1])
        and bool(others)
        and all(map(_is_number, others))
    )
    return (found[0], found[1].strip()) if is_of_year or is_row_of_numbers or is_sum(found[1]) else None


def _counted_rows(table: Table, textual: frozenset[int]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Rows with a label among the categories and a bare number where the others hold names: `Cups presented,2`.

    A label that stands beside a name elsewhere, or once and without a word of counting, is a category: `Best Song,22`.
    """
    labels: dict[tuple[int, str], list[tuple[int, bool]]] = {}
    for row in table.rows:
        filled = [(at, str(row.cells[at]).strip()) for at in sorted(textual) if is_full(row.cells[at])]
        if len(filled) > 1:
            at, label = filled[0]
            is_bare = not _is_number(label) and all(_is_number(text) for _, text in filled[1:])
            labels.setdefault((at, label), []).append((row.span.line, is_bare))
    for (at, label), rows in labels.items():
        if all(is_bare for _, is_bare in rows) and (len(rows) > 1 or is_count(label)):
            yield from ((line, (table.columns[at], label)) for line, _ in rows)


def turned(draft: Draft) -> tuple[str, str]:
    """Names for the two columns into which wide columns are turned."""
    kept = [name for name in draft.table.columns if name not in draft.wide]
    usual = (
        ("Year", "Winner" if not draft.codes else "Said")
        if are_years(draft)
        else ("Result", "Name")
        if are_places(draft)
        else ("Category", "Winner")
    )
    pairs = usual, ("column", "cell")
    return next(pair for pair in pairs if not set(pair) & set(kept))


def are_places(draft: Draft) -> bool:
    return all(place_of(header(draft, name)) for name in draft.wide)


def are_years(draft: Draft) -> bool:
    return bool(draft.wide) and all(is_of_a_year(draft.words[name]) for name in draft.wide)


def header(draft: Draft, name: str) -> str:
    """The words in the name of a wide column besides the year or the category, which may name a place."""
    heading, place = under_heading(name)
    return place if heading else beside_year(draft.words[name])


def are_headed(draft: Draft) -> bool:
    """Whether the names of wide columns have a category and a word for its laureates."""
    headings = {under_heading(name)[0] for name in draft.wide}
    return len(headings) > 1 and "" not in headings and not are_years(draft)

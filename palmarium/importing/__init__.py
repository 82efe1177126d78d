"""Import of tables: from a table and its mapping file to the files that would be written."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..build.work import Tell
from ..model import Category
from ..problems import Level, Problem, any_error, did_you_mean, gathered, nearest, quoted
from . import fact_doubts, trial
from . import mapping as written
from .cells import clean, own_columns, unknown
from .doubts import doubts, idle_parts
from .drafts import drafts
from .facts import Facts
from .files import changes
from .filling import FilledFrom, values
from .mapping import Value, When, parse
from .people import disambiguated, people
from .report import report
from .rows import Known, read
from .tables import reading
from .tables.table import Table, places, texts_of

_EXAMPLES, _LONG, _ALIKE = 2, 40, 0.85


@dataclass(frozen=True, slots=True)
class Import:
    """Result of an import: files to write, problems, report; an error means that nothing is written.

    `rows` is the part of the report that says what became of rows and columns.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    report: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        return any_error(self.problems)


@dataclass(frozen=True, slots=True)
class Given:
    """Input of an import: the table, its mapping, and the other files that the mapping names."""

    path: str
    data: bytes
    mapping_path: str
    mapping: bytes
    beside: Mapping[str, bytes]


def needed(mapping_path: str, mapping: bytes) -> tuple[str, ...]:
    """Names of the further files that a mapping refers to."""
    how, _ = parse(mapping_path, mapping)
    if how is None:
        return ()
    tables = (value.map for value in _values(how) if isinstance(value.map, str))
    return tuple(dict.fromkeys((*(join.file for join in how.read.joins if join.file), *tables)))


def bring(given: Given, site_files: Mapping[str, bytes], take: bool, tell: Tell, year: int = 0) -> Import:
    """A complete import without writing: read, match, merge and dry run; editions after `year`, if given, are told."""
    how, problems = parse(given.mapping_path, given.mapping)
    if how is None or any_error(problems):
        return Import({}, problems)
    table, unread = reading.read_table(given.path, given.data, given.beside, written.reading(how.read))
    maps, unmapped = _maps(how, given)
    problems = (*_of_names(how, unread), *unmapped)
    if table is None or any_error(problems):
        return Import({}, problems)
    made = bring_table(how, table, maps, site_files, take, tell, year, _named(problems))
    return replace(made, problems=(*problems, *made.problems))


def bring_table(
    how: written.Mapping,
    table: Table,
    maps: Mapping[str, Mapping[str, str]],
    site_files: Mapping[str, bytes],
    take: bool,
    tell: Tell,
    year: int = 0,
    told: frozenset[str] = frozenset(),
) -> Import:
    """The same for a table that is already read; `maps` holds the replacement tables from separate files.

    `told` are names of which something was told when the table was read.
    """
    unknown = (*_incomplete(how), *_unknown(how, places(table)))
    if any_error(unknown):
        return Import({}, unknown)
    site = trial.opened(site_files, tell)
    archive, _ = trial.archive(site)
    facts = read(table, how, _source(how, table, maps), _known(archive.categories.values()), tell)
    who = people(facts, archive)
    wanted = drafts(facts, who, archive, getattr(how.category, "order", ()))
    made = changes(wanted, site_files, disambiguated(site_files, archive, who), who.ids, take, tell)
    resolved, introduced = trial.tried(site, archive, made.files, wanted, tell)
    said = report(table, tuple(_untaken(how, table)), facts, made, who, archive, resolved)
    of_cells = tuple(doubts(how, table, maps, facts.unlanded))
    # What is said of a cell is not said again of the name in it.
    known = _named(of_cells)
    of_names = (
        *said.problems,
        *gathered(
            each
            for each in trial.doubted(resolved, who.rows)
            if not known & {*each.subject[:1]} and not fact_doubts.stands_behind(each.subject[0])
        ),
    )
    of_facts = fact_doubts.doubts(how, facts, archive, resolved, told | _named((*of_cells, *of_names)), year)
    doubtful = (*of_cells, *_unordered(how, facts), *of_facts)
    problems = (*unknown, *doubtful, *facts.problems, *of_names, *introduced)
    idle = tuple(f"about no row: {name} in line {span.line}" for name, span, near in idle_parts(how, table) if not near)
    return Import(made.files, problems, (*said.rows, *idle, *said.files), said.rows)


def _of_names(how: written.Mapping, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a file, without those about names of a list that the mapping ignores."""
    is_taken = "name" in {name for value in _values(how) for name in own_columns(value)}
    yield from (each for each in problems if is_taken or each.code != "more-than-names" or not each.subject)


def _named(problems: Iterable[Problem]) -> frozenset[str]:
    """The names that problems are about."""
    return frozenset(problem.subject[0] for problem in problems if problem.subject)


def _unordered(how: written.Mapping, facts: Facts) -> Iterator[Problem]:
    """Categories named in `order` that no row has."""
    categories = [pair for award in facts.awards.values() for pair in award.categories.items()]
    known = {text for id, keys in categories for text in (id, keys["name"])}
    for text in getattr(how.category, "order", ()):
        if text not in known and how.category is not None:
            message = f'no row is of the category "{text}"'
            yield Problem("unknown-category", how.category.span, message, did_you_mean(text, known), Level.WARNING)


def _incomplete(how: written.Mapping) -> Iterator[Problem]:
    """Parts of a mapping that have no effect without another part."""
    states = (*how.not_awarded, *how.unknown)
    of_edition = next((part for part in (how.result, how.category, how.entry, *states) if part is not None), None)
    if of_edition is not None and how.edition is None:
        message = "results belong to an edition, and `[edition] id` is missing"
        yield Problem("missing-key", of_edition.span, message, '[edition] id = "{Year}"')
    if how.edition is not None and how.award is None:
        message = "editions belong to an award, and `[award] id` is missing"
        yield Problem("missing-key", how.edition.span, message, '[award] id = "…"')
    named = getattr(how.result, "holders", ()) or getattr(how.name, "name", None)
    if how.result is not None and not named and not any(states):
        yield Problem("missing-key", how.result.span, "the key `laureate` is missing", 'laureate = "{Name}"')
    for part in (how.name, *getattr(how.result, "holders", ())):
        if part is not None and part.identity is not None and not part.authority:
            message = "an `identity` is somebody's id, and whose is not said"
            yield Problem("missing-key", part.identity.span, message, 'authority = "viaf"')


def _untaken(how: written.Mapping, table: Table) -> Iterator[str]:
    """Columns that contain data and that the mapping does not use, each with the first of its texts."""
    looked = [
        name for join in how.read.joins for theirs, ours in join.on.items() for name in (f"{join.prefix}{theirs}", ours)
    ]
    repeated = tuple(f"{join.prefix}../" for join in how.read.joins if join.prefix and not join.file)
    taken = {_bare(name) for name in (*looked, *(name for part in _parts(how) for name in sorted(own_columns(part))))}
    for at, name in enumerate(table.columns):
        cells = [row.cells[at] for row in table.rows if row.cells[at]]
        # Of a list, `line` holds all that the other columns hold; what holds joined rows, the table has already.
        is_line = table.how.format == "names" and (name == "line" or "line" in taken)
        is_whole = is_line or name.startswith(repeated)
        if cells and _bare(name) not in taken and (not table.how.rows or _is_own(name)) and not is_whole:
            texts = dict.fromkeys(text for cell in cells for text in texts_of(cell) if text)
            shown = ", ".join(quoted(clean(text)[:_LONG]) for text in [*texts][:_EXAMPLES])
            near = nearest(name, sorted(each for each in taken if each != name), _ALIKE)
            near = near if near and nearest(_last(name), (_last(near),), _ALIKE) else None
            yield f"{name} ({shown}{f'; like {near}, which is taken' if near else ''})"


def _bare(column: str) -> str:
    """`names[0].first`, `names[].first` → `names.first`."""
    return re.sub(r"\[\d*\]", "", column)


def _last(column: str) -> str:
    """The last part of the name of a key of nested data."""
    return column[column.rfind("/") + 1 :].rpartition(".")[2]


def _is_own(column: str) -> bool:
    """Whether a column is neither one of several of the same list nor a row number."""
    return not re.search(r"\[\d", column) and not column.endswith("#")


def _source(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> FilledFrom:
    """The input from which the keys of a mapping are filled."""
    named = tuple(value for part in getattr(how.result, "holders", ()) for value in values(part.name))
    return FilledFrom(places(table), maps, _parts(how), named)


def _parts(how: written.Mapping) -> tuple[Value | When, ...]:
    """Every value and every condition of a mapping."""
    values = _values(how)
    return (*values, *_conditions(how), *(when for value in values for when in value.when))


def _unknown(how: written.Mapping, columns: Mapping[str, int]) -> Iterator[Problem]:
    """Columns that the mapping uses and the table does not have."""
    parts: tuple[Value | When, ...] = (*_values(how), *_conditions(how))
    for part in parts:
        yield from unknown(part, columns)


def _known(categories: Iterable[Category]) -> Known:
    """Categories of the site by award, by id and by name."""
    known: dict[str, dict[str, tuple[str, str]]] = {}
    for category in categories:
        pair = category.id, category.name
        of_award = known.setdefault(category.award, {})
        of_award.setdefault(pair[1], pair)
        of_award[pair[0]] = pair
    return known


def _values(how: written.Mapping) -> tuple[Value, ...]:
    sections = (how.award, how.edition, how.category, how.entry, how.result, how.name, *how.not_awarded)
    return tuple(value for section in sections for value in values(section))


def _conditions(how: written.Mapping) -> tuple[When, ...]:
    parts: tuple[written.NotAwarded | written.Rows | written.Skip, ...]
    parts = (*how.not_awarded, *how.unknown, *how.skips)
    return tuple(when for part in parts for when in part.when)


def _maps(how: written.Mapping, given: Given) -> tuple[Mapping[str, Mapping[str, str]], tuple[Problem, ...]]:
    """The replacement tables that are kept in separate files."""
    maps: dict[str, Mapping[str, str]] = {}
    problems: list[Problem] = []
    for value in _values(how):
        if isinstance(value.map, str) and value.map not in maps:
            found = _map(given.beside.get(value.map))
            if found is None:
                message = f'"{value.map}" is no JSON file with a table of texts beside the imported one'
                problems.append(Problem("map", value.span, message, 'write `{"GE": "Georgia", …}` in it'))
            maps[value.map] = found or {}
    return MappingProxyType(maps), tuple(problems)


def _map(data: bytes | None) -> Mapping[str, str] | None:
    try:
        found = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    right = isinstance(found, dict) and all(isinstance(value, str) for value in found.values())
    return found if right else None

"""Make again only what could have changed, and know why.

A build keeps each record, what each unit looked up, and every table of statistics (`keep`). The next one reads what
changed, finds which look-ups have another answer now, and makes the units that made those look-ups (`update`). Where a
table is derived again and comes out equal, nothing that depends on it is made again. In case of doubt `update` returns
None, and everything is made.
"""

import ast
import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .. import config
from ..checks import leaks
from ..checks.run import Keys, assess
from ..checks.run import wanted as wanted_checks
from ..lookups import EVERY, KEYS, TABLE, Lookup
from ..model import Name, Record
from ..model.archive import archive as indexed
from ..model.ids import slug
from ..model.structure import Outline, Structure, outline, structure
from ..model.withheld import Withheld, redacted
from ..pages import plan, urls
from ..pages.context import Context
from ..pages.links import Site
from ..pages.plan import Blob, Listed, ListFile, Page, Plan
from ..problems import Problem, any_error, folded, some
from ..sources import change_log, disk, file_names, url_lock
from ..sources.cache import Memory
from ..sources.disk import Snapshot
from ..sources.keys import at_places, key_places
from ..sources.layout import MEDIA, RECORDS
from ..sources.site_toml import PATH
from ..sources.url_lock import Lock
from ..sources.values import loads
from ..statistics.memoize import Derivation
from ..theming.i18n import say
from ..theming.render import open_renderer, sites
from ..theming.site_icons import icons
from ..theming.social_cards import cards
from ..theming.theme import Theme, open_theme, words
from . import addresses, checksums, compress, discovery, frame, lists, placement, stages, store, units
from .causes import hiding, missing, spoiling
from .output import Read
from .settings import of_settings, unfit_parameters, unspoken
from .stages import Made, Problems
from .store import Store, get, keys
from .tables import DerivedTables, Kept, between, derived, part
from .units import ADDRESSES, Log, Row, Size, Unit
from .work import Tell, silent

_OF_RECORD = 4
"""How long a unit is that says something of one record: its room, what asks, the index, the key."""

# What is kept.

_Stored = store.Value


@dataclass(frozen=True, slots=True)
class _Meta:
    """What must be the same for anything that is kept to hold: the program, all but the records, the output.

    `makers` are those whose units made files.
    """

    engine: str
    guard: str
    output: str
    site: str
    changes: str
    tables: tuple[tuple[str, tuple[str, ...]], ...]
    makers: tuple[str, ...]
    problems: Problems
    withheld: Withheld


def _guard(snapshot: Snapshot) -> str:
    """A digest of every source that is no record; of urls.lock what pages show, for addresses are looked up in it.

    Changes are looked up too.
    """
    others = {path: data for path, data in snapshot.files.items() if not path.startswith(RECORDS)}
    lock, _ = url_lock.parse(others.pop(url_lock.PATH, b""))
    others.pop(change_log.PATH, None)
    marks = [(path, disk.digest(data)) for path, data in others.items()]
    return disk.digest(repr((lock.base, lock.feeds, marks)).encode("utf-8", "surrogateescape"))


def _changes(snapshot: Snapshot) -> str:
    return disk.digest(snapshot.files.get(change_log.PATH, b""))


def _sources(snapshot: Snapshot) -> dict[str, str]:
    return {path: disk.digest(data) for path, data in snapshot.files.items() if path.startswith(RECORDS)}


def mark_of(fingerprints: Mapping[str, str]) -> str:
    """A digest of a whole output: what is kept is about that one."""
    return disk.digest("\0".join(chain.from_iterable(fingerprints.items())).encode("utf-8", "surrogateescape"))


def keep(root: Path, snapshot: Snapshot, engine: str, made: Made, log: Log, fingerprints: Mapping[str, str]) -> None:
    """Leave everything for the next build."""
    there = {name for name, *_ in made.tables}
    rest = {name: each for name, each in made.context.archive.derived.items() if name not in there}
    tables = (*made.tables, *derived(rest, made.records))
    lookups = _lookups(log, tables)
    used = tuple((name, uses) for name, _, uses, _ in tables)
    site = _site_mark(sites(made.renderer))
    guard, output, changes = _guard(snapshot), mark_of(fingerprints), _changes(snapshot)
    files = _by_maker(log.files)
    meta = _Meta(engine, guard, output, site, changes, used, tuple(files), made.problems, made.withheld)

    def rows() -> Iterator[_Stored]:
        yield from _both(meta, made, _sources(snapshot), files, log, tables)
        yield "outlines", "", dict(made.outlines)
        yield "structure", "", made.structure
        yield "numbers", "", tuple(lookups)
        yield "pages", "", log.pages
        yield "told", "", log.problems
        yield "beside", "", _beside(made, fingerprints)
        yield "pictures", "", dict(made.context.pictures)
        # In the order of the file: each row is put behind the last one.
        readers = sorted((repr(lookup), found) for lookup, found in units.by_lookup(log, lookups))
        yield "lookups", "", array("Q", sorted(_hash(lookup) for lookup, _ in readers)).tobytes()
        yield from (("readers", lookup, found.tobytes()) for lookup, found in readers)

    store.replace_all(root, rows())


def _lookups(log: Log, tables: Iterable[Kept]) -> dict[Unit, "array[int]"]:
    """The numbers of what each unit looked up, and each table."""
    return {**log.lookups, **{(TABLE, name): units.renumbered(log, seen) for name, seen, _, _ in tables}}


def _both(
    meta: _Meta, made: Made, sources: Mapping[str, str], files: Mapping[str, Any], log: Log, tables: Iterable[Kept]
) -> Iterator[_Stored]:
    """What a build that makes everything keeps, and one that makes some of it."""
    yield "meta", "", meta
    yield "sources", "", dict(sources)
    yield from (("files", maker, there) for maker, there in files.items())
    yield from (("lines", url, lines) for url, lines in log.sizes.items())
    yield from (("record", path, record) for path, record in made.records.items())
    for name, _, _, data in tables:
        yield TABLE, name, data


def _by_maker(files: Mapping[Unit, tuple[str, ...]]) -> dict[str, dict[Unit, tuple[str, ...]]]:
    """The files of each unit that made any, by what makes such units."""
    found: dict[str, dict[Unit, tuple[str, ...]]] = {}
    for unit, made in files.items():
        if made:
            found.setdefault(_maker(unit), {})[unit] = made
    return found


def _beside(made: Made, fingerprints: Mapping[str, str]) -> tuple[str, ...]:
    """The files of an output that no unit made: copies that are compressed, and the index of a search."""
    return tuple(sorted(fingerprints.keys() - made.fingerprints.keys()))


def _maker(unit: Unit) -> str:
    return " ".join(map(str, unit[:2]))


def _hash(lookup: str) -> int:
    """What stands for a look-up among those that somebody made."""
    data = lookup.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())


def _site_mark(shown: Iterable[Site]) -> str:
    """A digest of what every page shows, in each language."""
    return disk.digest(repr(tuple(shown)).encode("utf-8", "surrogatepass"))


# What an earlier build kept.


class _Past:
    """An earlier build, read from its store as far as it is asked; `before` and `now` are records by path."""

    def __init__(self, there: Store, meta: _Meta) -> None:
        self._store = there
        self.meta = meta
        self._known: set[Unit] = set()
        self.numbers: tuple[Unit, ...] = self.value("numbers")
        self.lookups = array("Q", get(there, "lookups") or b"")
        self.outlines: dict[str, Outline] = self.value("outlines")
        self.was: dict[str, Record] = {}
        self.new: dict[str, Record] = {}
        self.read: dict[str, Record] = {}

    def value(self, kind: str, key: str = "") -> Any:
        return store.value(self._store, kind, key)

    def files(self, maker: str) -> Mapping[Unit, tuple[str, ...]]:
        """What the units of a maker made, of those that made any."""
        found: Mapping[Unit, tuple[str, ...]] = self.value("files", maker) if maker in self.meta.makers else {}
        return found

    def files_of(self, units_now: Iterable[Unit]) -> dict[Unit, tuple[str, ...]]:
        """The files that each of these units made."""
        return {unit: self.files(_maker(unit)).get(unit, ()) for unit in units_now}

    def readers(self, lookup: Lookup) -> set[Unit]:
        """The units that made a look-up."""
        return {self.numbers[n] for n in self.reader_numbers(lookup)}

    def reader_numbers(self, lookup: Lookup) -> "array[int]":
        """Their numbers. Raises ValueError where the file has lost them: a lost row leaves no trace."""
        data = get(self._store, "readers", repr(lookup))
        if data is None and self.has_looked_up(_hash(repr(lookup))):
            raise ValueError(f"the readers of {lookup} are lost")
        found = array("I")
        found.frombytes(data or b"")
        return found

    def has_looked_up(self, number: int) -> bool:
        """Whether somebody made the look-up for which a number stands."""
        at = bisect_left(self.lookups, number)
        return self.lookups[at : at + 1] == array("Q", (number,))

    def lookups_of(self, unit: Unit) -> set[Lookup]:
        """What a unit looked up, found by going through all look-ups."""
        number = self.numbers.index(unit)
        found = set()
        for key in keys(self._store, "readers"):
            data = array("I", get(self._store, "readers", key) or b"")
            if number in data:
                found.add(ast.literal_eval(key))
        return found

    def is_known(self, unit: Unit) -> bool:
        if not self._known:
            self._known |= set(self.numbers)
        return unit in self._known

    def table(self, name: str, read: Callable[[str], Record]) -> Any:
        data = get(self._store, TABLE, name)
        return loads(data, lambda pid: part(read(pid[0]), *pid[1:])) if data else None

    def is_same(self, path: str) -> bool:
        """Whether the record of a file is what it was."""
        return path not in self.was and path not in self.new

    def before(self, path: str) -> Record:
        """The record of a file as it was."""
        return self.was[path] if path in self.was else self.now(path)

    def now(self, path: str) -> Record:
        if path in self.new:
            return self.new[path]
        if path not in self.read:
            self.read[path] = self.value("record", path)
        return self.read[path]


# Bring a site up to date.


@dataclass(frozen=True, slots=True)
class Updated:
    """What a build made again, and what the next one has to know: rows of the store, and keys that go."""

    made: Made
    log: Log
    rows: Callable[[Mapping[str, str]], Iterator[_Stored]]


def update(
    there: Store, snapshot: Snapshot, engine: str, past_marks: Mapping[str, str], read: Read, tell: Tell
) -> tuple[Updated | None, tuple[Problem, ...]] | None:
    """What an edit of records changes, or only what is wrong; None where a build has to make everything again."""
    try:
        return _update(there, snapshot, engine, past_marks, read, tell)
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        MemoryError,
        RuntimeError,
        TypeError,
        ValueError,
    ):
        # What is kept is damaged: a build that makes everything says whether the fault is its own.
        return None


def _update(
    there: Store, snapshot: Snapshot, engine: str, past_marks: Mapping[str, str], read: Read, tell: Tell
) -> tuple[Updated | None, tuple[Problem, ...]] | None:
    meta, guard = _meta(there), _guard(snapshot)
    if meta is None or (meta.engine, meta.guard) != (engine, guard):
        return None
    if meta.output != mark_of(past_marks):
        return None
    past = _Past(there, meta)
    sources, now = past.value("sources"), _sources(snapshot)
    edited = _edited(sources, now)
    settings, _ = config.read(snapshot.files)
    if settings is None:
        return None
    theme, _ = store.made_once(there, "theme", guard.encode(), lambda: open_theme(snapshot.files, settings))
    if theme is None or tuple(compress.unable(settings.compress, settings.place("compress"))):
        return None
    some = replace(snapshot, files={path: snapshot.files[path] for path in sorted(edited & now.keys())})
    records, unloaded = stages.load_records(some, settings.language, Memory({}, {}), silent)
    loaded = (*(each for each in meta.problems.loaded if each.span.path not in edited), *unloaded)
    if sources.keys() != now.keys():
        loaded = (*loaded, *file_names.twins(now))
    if _tells(records, some, meta.withheld):
        return None
    records = tuple(redacted(record, meta.withheld) for record in records)
    outlines = past.outlines
    known = frozenset(outlines)
    past.was = {path: past.value("record", path) for path in sorted(edited & known)}
    past.new = {record.span.path: record for record in records}
    fresh = {path: outline(record) for path, record in past.new.items()}
    is_same = edited == fresh.keys() and all(outlines.get(path) == each for path, each in fresh.items())
    old: Structure = past.value("structure")
    below = tuple(sorted(stages.below(disk.FILES, snapshot)))
    found, unclear = old, meta.problems.structure
    if not is_same or unclear:
        outlines = {path: each for path, each in outlines.items() if path not in edited} | fresh
        found, unclear = structure(outlines.values(), slug, below, past.now)
    changed = units.changed(old, found, past.was, past.new) | _published(meta, snapshot)
    tables = DerivedTables(past, dict(past.meta.tables), changed)
    read_anew = indexed(found, past.now, slug, below, settings.language)
    archive = replace(read_anew, derived=tables.derived, kept=tables.kept)
    tables.archive = archive
    # Pictures are none of the records: they are what they were.
    pictures = MappingProxyType(past.value("pictures"))
    places = urls.Urls(words(theme.catalogue))
    lock, unlocked = addresses.read(snapshot.files, settings.base_url)
    published, unlogged = stages.changes_told(snapshot, meta.withheld)
    if unlocked or unlogged:
        return None
    context = Context(archive, settings, places, partial(say, theme.catalogue), lock.feeds, pictures, published)
    keys = {way: place for way, place in meta.problems.keys.items() if way[0].path not in edited}
    problems = Problems(meta.problems.fixed, meta.problems.placed, loaded, unclear, keys)
    edit = _Edit(past, tables, snapshot, context, theme, found, problems, outlines, now, engine, lock, past_marks)
    return _made_again(edit, read, tell)


def _published(meta: _Meta, snapshot: Snapshot) -> frozenset[Lookup]:
    """The look-ups of changes, where their file is another: it is read as one."""
    is_same = meta.changes == _changes(snapshot)
    return frozenset(() if is_same else ((units.PUBLICATIONS, EVERY), (units.PUBLICATIONS, KEYS)))


def _tells(records: tuple[Record, ...], edited: Snapshot, names: Withheld) -> bool:
    """Whether an edit may change which names are withheld, or give one of them away."""
    of_names = tuple(record for record in records if isinstance(record, Name))
    return any(name.hidden for name in of_names) or bool(
        names.said and (of_names or tuple(leaks.in_records(records, edited.files, names)))
    )


def _meta(there: Store) -> _Meta | None:
    meta = store.value(there, "meta") if get(there, "meta") else None
    return meta if isinstance(meta, _Meta) else None


def _edited(then: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """The records that have other bytes, are new or are gone."""
    return frozenset(path for path in then.keys() | now.keys() if then.get(path) != now.get(path))


@dataclass(frozen=True, slots=True)
class _Edit:
    """What an edit changed, before any unit is made again."""

    past: _Past
    tables: DerivedTables
    snapshot: Snapshot
    context: Context
    theme: Theme
    structure: Structure
    problems: Problems
    outlines: Mapping[str, Outline]
    sources: Mapping[str, str]
    engine: str
    lock: Lock
    marks: Mapping[str, str]


def _made_again(edit: _Edit, read: Read, tell: Tell) -> tuple[Updated | None, tuple[Problem, ...]] | None:
    """The units that an edit reaches, made again: pages, then what lists them, then all that is told."""
    context, tables = edit.context, edit.tables
    pages_of, told_of = edit.past.value("pages"), edit.past.value("told")
    log = Log()
    kinds, checks = discovery.discover("pages"), discovery.discover("checks")
    media = stages.below(MEDIA, edit.snapshot)
    refer = stages.reference_units(context.archive, media, _keys_to_ask(edit, told_of, stages.REFERENCES, None))
    said = _told_again(edit, log, refer, told_of)
    unknown = tuple(chain.from_iterable(said.values()))
    unread = tuple(hiding(edit.problems.loaded, edit.snapshot.files, edit.outlines, unknown))
    incomplete = (*unread, *edit.problems.structure, *missing(unknown))
    for name, _ in edit.past.meta.tables:
        tables.settle(name)
    said |= _told_again(edit, log, _asked(edit, wanted_checks(context.config, checks, incomplete), told_of), told_of)
    found = replace(edit.problems, loaded=unread, placed=())
    assessed = tuple(_assessed(edit, checks, said, incomplete))
    told = tuple(spoiling((*_flat(found), *assessed), incomplete))
    # As on the path of a whole build, no page is made beside an error.
    if any_error(told):
        return None, folded(at_places(told, key_places(told, edit.snapshot.files, edit.problems.keys)))
    wanted, gone = _pages_to_make(edit, kinds, pages_of)
    made: list[Page] = []
    for done, (unit, make) in enumerate(wanted, 1):
        pages = units.made(log, unit, make)
        stages.log_pages(log, unit, pages)
        made += pages
        if done % 50 == 0:
            tell("make", done, len(wanted))
    drawn = cards(context.config, edit.theme, made)
    stages.log_cards(log, drawn)
    listed_now = {unit: there for unit, there in pages_of.items() if unit not in gone} | log.pages
    listed = tuple(chain.from_iterable(listed_now.values()))
    tables.reach(_moved(pages_of, listed_now, (*gone, *log.pages), attrgetter("url")))
    blobs: list[Blob] = []
    exported: dict[Unit, int] = {}
    stale, left = _exports_to_make(edit, log, units.by_url(listed), exported)
    for unit, export in stale:
        blobs += lists.export_pieces(log, unit, export)
    gone |= left
    blobs += _lists(edit, log, exported, gone, read)
    blobs += _sums(edit, log, blobs, read)
    recipes = list(drawn.recipes)
    if stages.PICTURES in tables.stale:
        recipes += stages.shown_pictures(log, context)
    _, _, links = icons(context.config, edit.theme, context.pictures)
    shown = units.made(
        log, stages.SITE, lambda: frame.sites_of(context.config, edit.theme, context, drawn.of_site, links)
    )
    if _site_mark(shown.values()) != edit.past.meta.site:
        return None
    renderer = open_renderer(edit.theme, shown.pop(""), edit.engine, drawn.of_page, shown)
    planned, twice = plan.make(made, blobs, recipes)
    new = stages.fingerprints(planned, renderer, edit.engine, log)
    beside = frozenset(edit.past.value("beside"))
    marks = {file: mark for file, mark in edit.marks.items() if file not in beside}
    files_of = edit.past.files_of((*gone, *log.files, stages.COPIES))
    for unit in (*gone, *log.files):
        for file in files_of[unit]:
            marks.pop(file, None)
    if any(marks.get(file, mark) != mark for file, mark in new.items()):
        return None
    marks |= new
    if addresses.lost(edit.lock, marks) or (blobs and files_of[stages.COPIES]):
        return None
    tables.reach(_moved(files_of, log.files, (*gone, *log.files), urls.address))
    placed = edit.problems.placed
    if (ADDRESSES, KEYS) in tables.changed:
        there = _all_there(listed, marks)
        _, clash = plan.make(there.pages, there.blobs)
        placed = (*clash, *placement.placed(context, edit.theme, there))

    def broken() -> Iterator[Problem]:
        return placement.by_address(context, units.addresses(map(urls.address, marks)))

    linked = _told_again(edit, log, ((stages.LINKS, broken),), told_of)
    said |= linked
    lost = chain.from_iterable(linked.values())
    told = (*twice, *_flat(replace(edit.problems, placed=placed)), *assessed, *lost)
    keys = key_places(told, edit.snapshot.files, edit.problems.keys)
    kept_problems = replace(edit.problems, placed=placed, keys=keys)
    problems = folded(at_places(told, keys))
    if any_error(problems):
        return None
    ready = Made(
        context,
        planned,
        renderer,
        MappingProxyType(marks),
        MappingProxyType({}),
        edit.snapshot.files,
        edit.structure,
        listed,
        edit.past.new,
        edit.outlines,
        kept_problems,
        withheld=edit.past.meta.withheld,
    )
    rows = _rows(edit, ready, log, gone, listed_now, said)
    return Updated(ready, log, rows), problems


def _moved(
    old: Mapping[Unit, Any], new: Mapping[Unit, Any], remade: Iterable[Unit], address: Callable[[Any], str]
) -> Iterator[Lookup]:
    """The look-ups of addresses that have another answer, by the units that were made again or are gone."""
    units_now = tuple(remade)
    before, after = ({each for unit in units_now for each in there.get(unit, ())} for there in (old, new))
    for url in sorted({address(each) for each in before ^ after}):
        yield from ((ADDRESSES, url), (ADDRESSES, KEYS), (ADDRESSES, EVERY))


def _lists(edit: _Edit, log: Log, order: Mapping[Unit, int], gone: frozenset[Unit], read: Read) -> Iterator[Blob]:
    """The files made of lines in which a line is another, or gone: the other lines are taken from the output."""
    remade = gone | log.files.keys()
    makers = {unit[:2] for unit in remade}
    exports = (export for export in lists.exports_of(edit.context) if lists.maker_of(export) in makers)
    for each in chain.from_iterable(lists.lists_of(edit.context, export) for export in exports):
        there: list[Size] = edit.past.value("lines", each.url)
        new = log.lines.get(each.url, [])
        if not new and not any(unit in remade for unit, _, _ in there):
            continue
        old = read(urls.path(each.url))
        if old is None:
            raise ValueError(f"{each.url} is not there")
        if each.revise:
            yield lists.revised(log, each, old, there, new, remade)
            continue
        rows = [row for row in _rows_of(each, there, memoryview(old)) if row[0] not in remade] + new
        yield lists.list_of(log, each, sorted(rows, key=lambda row: order[row[0]]))
    if log.lines:
        raise ValueError(f"no export of theirs names {', '.join(log.lines)}")


def _sums(edit: _Edit, log: Log, blobs: Iterable[Blob], read: Read) -> Iterator[Blob]:
    """The checksums of the data, where one of its files is another: the other lines are those of the output."""
    folder = edit.context.urls.data("")
    new = checksums.in_folder(blobs, folder)
    if new:
        old = read(urls.path(folder + checksums.FILE))
        if old is None:
            raise ValueError("the checksums are not there")
        sums = checksums.listed(new, folder, old)
        log.files[stages.SUMS] = (urls.path(sums.url),)
        yield sums


def _rows_of(of: ListFile, there: Iterable[Size], data: memoryview) -> Iterator[Row]:
    """The lines of a file as it is."""
    at, between = len(of.head.encode()), len(of.between.encode())
    for unit, key, size in there:
        yield unit, key, bytes(data[at : at + size])
        at += size + between


_Make = Callable[[], tuple[Page, ...]]


def _pages_to_make(
    edit: _Edit, kinds: Iterable[Any], there: Mapping[Unit, Any]
) -> tuple[list[tuple[Unit, _Make]], frozenset[Unit]]:
    """The page units that are stale or new, in the order of the kinds, and those that are gone."""
    wanted: list[tuple[Unit, _Make]] = []
    units_now: set[Unit] = {stages.ADDRESSES}
    for unit, make in stages.page_units(kinds, edit.context):
        units_now.add(unit)
        if unit in edit.tables.stale or unit not in there:
            wanted.append((unit, make))
    return wanted, frozenset(there.keys() - units_now)


def _exports_to_make(
    edit: _Edit, log: Log, pages: Mapping[str, Listed], order: dict[Unit, int]
) -> tuple[list[lists.Export], frozenset[Unit]]:
    """The units of exports that are stale or new, and those that are gone.

    Which parts an export has is asked only where one of them is stale, or where that may have changed; `order` gets the
    number of each.
    """
    found = [(unit, make) for unit, make in lists.whole_units(edit.context, pages) if unit in edit.tables.stale]
    gone: set[Unit] = set()
    stale = {unit[:2] for unit in edit.tables.stale}
    for export in lists.exports_of(edit.context):
        maker, listing = lists.maker_of(export), lists.listing_of(export)
        if maker not in stale or not hasattr(export, "parts"):
            continue
        list_parts = partial(lists.part_units, export, edit.context, pages)
        is_other = listing in edit.tables.stale
        for unit, make in units.made(log, listing, list_parts) if is_other else list_parts():
            order[unit] = len(order)
            if unit in edit.tables.stale or (is_other and not edit.past.is_known(unit)):
                found.append((unit, make))
        if is_other:
            gone |= {unit for unit in edit.past.numbers if unit[:2] == maker} - order.keys() - {listing}
    return found, frozenset(gone)


def _asked(edit: _Edit, checks: Iterable[Any], before: Collection[Unit]) -> Iterator[stages.Asked]:
    """The units that may have something to say of records that refer to nothing wrong."""
    archive = edit.context.archive
    yield stages.TIMES, lambda: of_settings(archive, edit.context.config)
    yield stages.PARAMETERS, lambda: unfit_parameters(edit.theme, archive)
    yield stages.LANGUAGES, lambda: unspoken(edit.theme, archive)
    for check in checks:
        yield from stages.check_units(check, archive, _keys_to_ask(edit, before, stages.CHECKS, check.CODE))


def _keys_to_ask(edit: _Edit, before: Collection[Unit], room: str, of: str | None) -> Keys:
    """The keys of the records of which a unit said something before, or may say something now."""
    known = {
        unit[2:] for unit in chain(before, edit.tables.stale) if unit[:2] == (room, of) and len(unit) == _OF_RECORD
    }

    def keys(index: str) -> Iterable[str]:
        every: Iterable[str] = getattr(edit.context.archive, index)
        if (index, KEYS) in edit.tables.changed:
            return iter(every)
        wanted = {key for there, key in known if there == index}
        return (key for key in every if key in wanted) if wanted else ()

    return keys


def _told_again(
    edit: _Edit, log: Log, asked: Iterable[stages.Asked], before: Mapping[Unit, tuple[Problem, ...]]
) -> dict[Unit, tuple[Problem, ...]]:
    """What each of these units says now: those that are stale asked again, the others as before."""
    said: dict[Unit, tuple[Problem, ...]] = {}
    for unit, tell in asked:
        is_stale = unit in edit.tables.stale or _is_new(edit, unit)
        found = units.told(log, unit, tell) if is_stale else before.get(unit, ())
        if found:
            said[unit] = found
    return said


def _is_new(edit: _Edit, unit: Unit) -> bool:
    """Whether a check of one record was never asked: its record is new."""
    if len(unit) != _OF_RECORD or unit[2] is None:
        return False
    return (str(unit[2]), KEYS) in edit.tables.changed and not edit.past.is_known(unit)


def _assessed(
    edit: _Edit, checks: Iterable[Any], said: Mapping[Unit, tuple[Problem, ...]], incomplete: Iterable[Problem]
) -> Iterator[Problem]:
    """What is told of all that units say, by the levels and exceptions of site.toml, beside what is `incomplete`."""
    of_checks: dict[str, list[Problem]] = {}
    for unit, problems in said.items():
        if unit[0] == "checks":
            of_checks.setdefault(str(unit[1]), []).extend(problems)
        else:
            yield from problems
    settings = edit.context.config
    yield from assess(lambda check: of_checks.get(check.CODE, ()), settings, tuple(checks), incomplete).told


def _flat(problems: Problems) -> tuple[Problem, ...]:
    return (*problems.fixed, *problems.placed, *problems.loaded, *problems.structure)


def _all_there(listed: Iterable[Listed], marks: Iterable[str]) -> Plan:
    """Every address of the output as a plan that holds nothing else."""
    pages = tuple(Page(each.url, "", None, (PATH,)) for each in listed)
    files = {urls.path(page.url) for page in pages}
    others = tuple(Blob(urls.address(file), b"", (PATH,)) for file in marks if file not in files)
    return Plan(pages, others)


def _rows(
    edit: _Edit,
    made: Made,
    log: Log,
    gone: Collection[Unit],
    pages: Mapping[Unit, tuple[Listed, ...]],
    said: Mapping[Unit, tuple[Problem, ...]],
) -> Callable[[Mapping[str, str]], Iterator[_Stored]]:
    """What the next build has to know beside what is kept already."""
    past = edit.past
    fresh = {name: each for name, each in edit.tables.derived.items() if isinstance(each, Derivation) and each.is_new}

    def rows(fingerprints: Mapping[str, str]) -> Iterator[_Stored]:
        tables = tuple(derived(fresh, {**past.read, **past.new}))
        lookups = _lookups(log, tables)
        numbers = {unit: n for n, unit in enumerate(past.numbers) if unit in lookups}
        fresh_units = tuple(unit for unit in lookups if unit not in numbers)
        numbers |= {unit: n for n, unit in enumerate(fresh_units, len(past.numbers))}
        used = dict(past.meta.tables) | {name: uses for name, _, uses, _ in tables}
        output, changes = mark_of(fingerprints), _changes(edit.snapshot)
        kept = tuple(used.items())
        files = _files_now(past, log, gone)
        makers = tuple(dict.fromkeys((*past.meta.makers, *files)))
        meta = replace(past.meta, output=output, changes=changes, tables=kept, makers=makers, problems=made.problems)
        yield from _both(meta, made, edit.sources, files, log, tables)
        # Most edits leave most of the rest as it was.
        if edit.outlines is not past.outlines:
            yield "outlines", "", dict(made.outlines)
            yield "structure", "", made.structure
        if fresh_units:
            yield "numbers", "", (*past.numbers, *fresh_units)
        others = ("pages", pages), ("told", said), ("beside", _beside(made, fingerprints))
        yield from ((kind, "", now) for kind, now in others if now != past.value(kind))
        readers = tuple(units.by_lookup(log, lookups))
        new = {number for lookup, _ in readers if not past.has_looked_up(number := _hash(repr(lookup)))}
        if new:
            yield "lookups", "", array("Q", sorted((*past.lookups, *new))).tobytes()
        number_at = tuple(map(numbers.__getitem__, lookups))
        for lookup, found in readers:
            there = past.reader_numbers(lookup)
            more = {number_at[place] for place in found}.difference(there)
            if more:
                yield "readers", repr(lookup), array("I", sorted(more.union(there))).tobytes()

    return rows


def _files_now(past: _Past, log: Log, gone: Collection[Unit]) -> dict[str, dict[Unit, tuple[str, ...]]]:
    """The files of all units of each maker of which a unit was made again or is gone."""
    found = {}
    now = _by_maker(log.files)
    for maker in dict.fromkeys(map(_maker, (*gone, *log.files))):
        there = {unit: files for unit, files in past.files(maker).items() if unit not in gone and unit not in log.files}
        there |= now.get(maker, {})
        if there or maker in past.meta.makers:
            found[maker] = there
    return found


# Say why something would be made again.

_MANY = 12


def why(there: Store | None, snapshot: Snapshot, engine: str, made: Made, file: str) -> Iterator[str]:
    """Lines that say what a file's unit looked up when it was made last, and what of that has another answer now."""
    try:
        yield from _why(there, snapshot, engine, made, file) if there else ("looked up  not known: no build kept it",)
    except (AttributeError, LookupError, SyntaxError, TypeError, ValueError):
        yield "looked up  not known: what the last build kept can't be read"


def _why(there: Store, snapshot: Snapshot, engine: str, made: Made, file: str) -> Iterator[str]:
    meta = _meta(there)
    if meta is None:
        raise ValueError("nothing is kept")
    past = _Past(there, meta)
    every = chain.from_iterable(past.files(maker).items() for maker in meta.makers)
    unit = next((unit for unit, files in every if file in files and unit[0] != "lists"), None)
    if unit is None:
        return
    seen = past.lookups_of(unit)
    yield from _by_index("looked up", seen)
    if (meta.engine, meta.guard) != (engine, _guard(snapshot)):
        yield "changed    the program, the settings, the theme, a picture or a file: everything is made again"
        return
    yield from _by_index("changed", seen & _since(past, snapshot, made)) or ("changed    nothing",)


def _since(past: "_Past", snapshot: Snapshot, made: Made) -> set[Lookup]:
    """The look-ups that have another answer than when the last build was done."""
    edited = _edited(past.value("sources"), _sources(snapshot))
    past.was = {path: past.value("record", path) for path in sorted(edited & past.outlines.keys())}
    past.new = {path: made.records[path] for path in sorted(edited & made.records.keys())}
    found = set(units.changed(past.value("structure"), made.structure, past.was, past.new))
    found |= _published(past.meta, snapshot)
    for name, _ in past.meta.tables:
        derived_now = made.context.archive.derived.get(name)
        if isinstance(derived_now, Derivation):
            found |= set(between(name, past.table(name, past.before), derived_now.value))
    return found


def _by_index(word: str, lookups: Iterable[Lookup]) -> tuple[str, ...]:
    """A line for each index, with the first keys."""
    there: dict[str, list[str]] = {}
    for index, key in lookups:
        name = index.removeprefix(f"{TABLE}:").replace("palmarium.", "")
        there.setdefault(name, []).append({EVERY: "all", KEYS: "which there are"}.get(str(key), _spoken(key)))
    return tuple(f"{word:<11}{name}: {some(sorted(found), _MANY)}" for name, found in sorted(there.items()))


def _spoken(key: object) -> str:
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key).removeprefix("palmarium.")

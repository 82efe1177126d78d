"""Shares of a build: units made, their pages rendered and put away, in as many processes as there are processors.

A view is forgotten as soon as its page is rendered; the bytes wait in a file without a name until they are written.
What one process tells the other of a unit is short: addresses, fingerprints, the numbers of its look-ups.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from os import SEEK_END
from typing import IO, Any, Generic, TypeVar

from ..lookups import Lookup
from ..pages import urls
from ..pages.plan import Blob, Listed, ListLine, Page, Piece, Recipe
from ..problems import Problem
from ..sources import disk
from ..theming.render import Renderer, fingerprint
from ..theming.render import render as render_page
from . import units
from .output import Read
from .tables import Kept, derived
from .units import Unit
from .work import Tell, copies, spread

_WORTH_IT = 300
"""Units, or records; fewer are made before a second process has begun."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Stream:
    """Where the files of a build wait until it writes them, and the marks of those that are in the output already.

    Nothing is rendered where there is no `Stream`, and views are kept; without spools, what is rendered is forgotten.
    """

    recorded: Mapping[str, str]
    spools: tuple[IO[bytes], ...] = ()
    read: Read = lambda _: None
    """A file of the output."""


@dataclass(frozen=True, slots=True)
class Job:
    """A unit that makes pages, or files and lines of exports, and how."""

    unit: Unit
    make: Callable[[], Iterable[Page | Piece]]


@dataclass(frozen=True, slots=True)
class Maker:
    """What every job is done with; `draw` gives the recipes of the cards of pages, `cards` their addresses."""

    renderer: Renderer
    draw: Callable[[Iterable[Page]], Mapping[str, Recipe]]
    cards: dict[str, str]
    stream: Stream | None
    tell: Tell


_Extent = tuple[int, int]
"""Where in a spool something begins, and its length."""


@dataclass(frozen=True, slots=True)
class JobResult:
    """What came of a job; `places` says of each file that is new where in the spool it is.

    `lines` are those of files that are made of lines: the address of the file, the key, and the text or its place.
    """

    pages: tuple[Page, ...] = ()
    listed: tuple[Listed, ...] = ()
    blobs: tuple[Blob, ...] = ()
    lines: tuple[tuple[str, str, "bytes | _Extent"], ...] = ()
    recipes: tuple[Recipe, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()
    failed: tuple[Problem, ...] = ()
    lookups: "tuple[int, ...] | array[int]" = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a piece of work, with what its units looked up, by number, and complained of."""

    value: Any
    lookups: tuple[tuple[Unit, "array[int]"], ...]
    problems: tuple[tuple[Unit, tuple[Problem, ...]], ...]


@dataclass(frozen=True, slots=True)
class _ProcessShare(Generic[_T]):
    """What one process did: its results by their numbers, its look-ups by number, what was derived for them."""

    process: int
    results: list[tuple[int, _T]]
    known: tuple[Lookup, ...]
    tables: tuple[Kept, ...]


class Spooled(Mapping[str, bytes]):
    """Files that wait in spools: each is read when it is asked for, and again when it is asked for again."""

    __slots__ = ("_places", "_spools")

    def __init__(self, spools: tuple[IO[bytes], ...], places: Mapping[str, tuple[int, int, int]]) -> None:
        self._spools, self._places = spools, places

    def __getitem__(self, path: str) -> bytes:
        spool, start, size = self._places[path]
        return _taken(self._spools[spool], start, size)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, path: object) -> bool:
        return path in self._places


class Layers(Mapping[str, bytes]):
    """Files of several mappings as those of one: what the first of them has counts."""

    __slots__ = ("_layers",)

    def __init__(self, *layers: Mapping[str, bytes]) -> None:
        self._layers = layers

    def __getitem__(self, path: str) -> bytes:
        layer = next((layer for layer in self._layers if path in layer), {})
        return layer[path]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain.from_iterable(self._layers)))

    def __len__(self) -> int:
        return len(dict.fromkeys(chain.from_iterable(self._layers)))

    def __contains__(self, path: object) -> bool:
        return any(path in layer for layer in self._layers)


@dataclass(frozen=True, slots=True)
class Shared:
    """What came of all jobs, in their order.

    `places` says of each file that is new where it waits: the number of the spool, the beginning, the length. `rows`
    gives the lines of the file at an address.
    """

    pages: tuple[Page, ...]
    blobs: tuple[Blob, ...]
    recipes: tuple[Recipe, ...]
    marks: Mapping[str, str]
    places: Mapping[str, tuple[int, int, int]]
    failed: tuple[Problem, ...]
    tables: tuple[Kept, ...]
    rows: Callable[[str], Iterator[units.Row]]
    stream: Stream | None


def listed(page: Page) -> Listed:
    """A page as other things list it, before its view is forgotten."""
    head = page.view.head
    versions = tuple((each.language, each.url) for each in head.versions)
    return Listed(page.url, head.indexed, head.found is not None, head.leads, head.gone, versions)


def processes(jobs: int) -> int:
    """The number of processes for so many jobs, or for so many records to be checked."""
    return copies() if jobs >= _WORTH_IT else 1


def each(
    count: int,
    do: Callable[[int, units.Log], _T],
    log: units.Log,
    tables: Mapping[str, Any],
    records: Mapping[str, Any],
) -> tuple[tuple[_T, ...], tuple[Kept, ...]]:
    """What comes of so many pieces of work that look things up, in their order, and what else was derived for them.

    What their units looked up and complained of is put into the log. `tables` are those of the archive.
    """

    def answer(process: int, number: int, seen: units.Log) -> _Answer:
        value = do(number, seen)
        found = _Answer(value, tuple(seen.lookups.items()), tuple(seen.problems.items()))
        seen.lookups.clear()
        seen.problems.clear()
        return found

    shares = _shared_out(range(count), processes(len(records)), answer, tables, records)
    values = []
    for answered, _, numbers in _in_order(range(count), shares, log):
        log.lookups.update((unit, array("I", map(numbers.__getitem__, seen))) for unit, seen in answered.lookups)
        log.problems.update(answered.problems)
        values.append(answered.value)
    return tuple(values), _tables(shares)


def share(
    jobs: tuple[Job, ...], maker: Maker, tables: Mapping[str, Any], records: Mapping[str, Any], log: units.Log
) -> Shared:
    """Do all jobs; `tables` are those of the archive, derived before or meanwhile. What is looked up is logged."""
    spools = maker.stream.spools if maker.stream else ()
    many = max(1, min(processes(len(jobs)), len(spools) or copies())) if maker.stream else 1
    # What is made of one record is made in a row: what was made of it last is remembered still.
    order = sorted(range(len(jobs)), key=lambda number: _record_of(jobs[number].unit))

    told = 0

    def do(process: int, number: int, seen: units.Log) -> JobResult:
        nonlocal told
        spool = spools[process] if spools else None
        result = _done(jobs[number], maker, spool, seen)
        if spool:
            spool.flush()
        told += 1
        if process == 0 and told % 50 == 0:
            maker.tell("make", told * many, len(jobs))
        return result

    shares = _shared_out(order, many, do, tables, records)
    return _gathered(jobs, _in_order(order, shares, log), _tables(shares), maker.stream, log)


def _record_of(unit: Unit) -> str:
    """The key of the record that an export tells of; pages come first, in their order."""
    return "" if unit[0] == "pages" else str(unit[2]).rpartition(" ")[2]


def _shared_out(
    order: Sequence[int],
    many: int,
    do: Callable[[int, int, units.Log], _T],
    tables: Mapping[str, Any],
    records: Mapping[str, Any],
) -> list[_ProcessShare[_T]]:
    """What each process did of the pieces of work with these numbers, which are begun in this order."""
    before = frozenset(tables)

    def work(process: int, numbers: Iterator[int]) -> _ProcessShare[_T]:
        log = units.Log()
        results = [(at, do(process, order[at], log)) for at in numbers]
        # What the first process has derived it still has when all is kept.
        new = {name: table for name, table in tables.items() if name not in before} if process else {}
        return _ProcessShare(process, results, tuple(log.known), tuple(derived(new, records)))

    return spread(len(order), many, work, lambda share: (at for at, _ in share.results))


def _in_order(
    order: Sequence[int], shares: list[_ProcessShare[_T]], log: units.Log
) -> "Iterator[tuple[_T, int, array[int]]]":
    """Every result by its number, with the process that came to it and what its look-ups are numbered in the log.

    The shares are emptied, for in a large archive there is no room for all of it twice.
    """
    numbers = [units.renumbered(log, share.known) for share in shares]
    found = {order[at]: (result, by) for by, share in enumerate(shares) for at, result in share.results}
    for share in shares:
        share.results.clear()
    for number in range(len(order)):
        result, by = found.pop(number)
        yield result, shares[by].process, numbers[by]


def _tables(shares: list[_ProcessShare[_T]]) -> tuple[Kept, ...]:
    """The tables that any process derived, each once."""
    kept = {table[0]: table for share in shares for table in share.tables}
    return tuple(kept[name] for name in sorted(kept))


def _done(job: Job, maker: Maker, spool: IO[bytes] | None, log: units.Log) -> JobResult:
    made = units.made(log, job.unit, lambda: tuple(job.make()))
    if job.unit[0] == "pages":
        result = _paged(job.unit, tuple(each for each in made if isinstance(each, Page)), maker, spool, log)
    else:
        result = _exported(made, maker.stream, spool)
    return replace(result, lookups=log.lookups[job.unit])


def _paged(unit: Unit, pages: tuple[Page, ...], maker: Maker, spool: IO[bytes] | None, log: units.Log) -> JobResult:
    drawn = maker.draw(pages)
    maker.cards.update((url, recipe.url) for url, recipe in drawn.items())
    marks, places = [], []
    failed: list[Problem] = []
    for page in pages:
        file = urls.path(page.url)
        # What a view holds of a record it may show, though nothing has looked at it yet.
        mark = units.made(log, unit, partial(fingerprint, maker.renderer, page))
        marks.append((file, mark))
        if maker.stream and maker.stream.recorded.get(file) != mark:
            data, wrong = render_page(maker.renderer, page)
            failed += wrong
            if spool and not wrong:
                places.append((file, *_put(spool, data)))
    kept = tuple(replace(page, view=None) for page in pages) if maker.stream else pages
    recipes = tuple(drawn[page.url] for page in pages if page.url in drawn)
    return JobResult(kept, tuple(map(listed, pages)), (), (), recipes, tuple(marks), tuple(places), tuple(failed))


def _exported(made: Iterable[Page | Piece], stream: Stream | None, spool: IO[bytes] | None) -> JobResult:
    blobs, marks, places, lines = [], [], [], []
    for piece in made:
        if isinstance(piece, ListLine):
            text = piece.text.encode()
            lines.append((piece.file.url, piece.key, _put(spool, text) if spool else text))
        if isinstance(piece, Blob):
            file, mark = urls.path(piece.url), disk.digest(piece.data)
            marks.append((file, mark))
            if spool and stream and stream.recorded.get(file) != mark:
                places.append((file, *_put(spool, piece.data)))
            blobs.append(replace(piece, data=b"") if stream else piece)
    return JobResult((), (), tuple(blobs), tuple(lines), (), tuple(marks), tuple(places))


def _put(spool: IO[bytes], data: bytes) -> _Extent:
    start = spool.tell()
    spool.write(data)
    return start, len(data)


def _taken(spool: IO[bytes], start: int, size: int) -> bytes:
    spool.seek(start)
    return spool.read(size)


def _gathered(
    jobs: tuple[Job, ...],
    results: "Iterator[tuple[JobResult, int, array[int]]]",
    tables: tuple[Kept, ...],
    stream: Stream | None,
    log: units.Log,
) -> Shared:
    """All that came of the jobs, in their order; what they looked up is put into the log."""
    pages: list[Page] = []
    blobs: list[Blob] = []
    recipes: list[Recipe] = []
    failed: list[Problem] = []
    marks: dict[str, str] = {}
    places: dict[str, tuple[int, int, int]] = {}
    lines: dict[str, list[tuple[Unit, str, bytes | _Extent, int]]] = {}
    spools = stream.spools if stream else ()
    for job, (result, process, numbers) in zip(jobs, results, strict=True):
        unit = job.unit
        log.lookups[unit] = array("I", map(numbers.__getitem__, result.lookups))
        log.files[unit] = tuple(urls.path(each.url) for each in chain[Any](result.pages, result.recipes, result.blobs))
        if unit[0] == "pages":
            log.pages[unit] = result.listed
        for url, key, text in result.lines:
            lines.setdefault(url, []).append((unit, key, text, process))
        pages += result.pages
        blobs += result.blobs
        recipes += result.recipes
        failed += result.failed
        marks.update(result.marks)
        places.update((file, (process, start, size)) for file, start, size in result.places)

    def rows(url: str) -> Iterator[units.Row]:
        for unit, key, text, process in lines.get(url, ()):
            yield unit, key, text if isinstance(text, bytes) else _taken(spools[process], *text)

    return Shared(tuple(pages), tuple(blobs), tuple(recipes), marks, places, tuple(failed), tables, rows, stream)


def with_files(done: Shared, blobs: Iterable[Blob]) -> Shared:
    """The same with more files, each put away before the next one is made."""
    if not done.stream:
        return replace(done, blobs=(*done.blobs, *blobs))
    spool = next(iter(done.stream.spools), None)
    kept: list[Blob] = []
    marks, places = dict(done.marks), dict(done.places)
    for blob in blobs:
        if spool:
            spool.seek(0, SEEK_END)
        made = _exported((blob,), done.stream, spool)
        kept += made.blobs
        marks.update(made.marks)
        places.update((file, (0, start, size)) for file, start, size in made.places)
    return replace(done, blobs=(*done.blobs, *kept), marks=marks, places=places)


def files(done: Shared) -> Mapping[str, bytes]:
    """The files that wait, by path."""
    return Spooled(done.stream.spools if done.stream else (), done.places)


def bytes_of(done: Shared, blob: Blob) -> bytes:
    """The bytes of one of these files, or of another."""
    if blob.data or not done.stream:
        return blob.data
    file = urls.path(blob.url)
    return files(done)[file] if file in done.places else done.stream.read(file) or b""

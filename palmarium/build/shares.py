"""Shares of a build: units made, their pages rendered and put away, in as many processes as there are processors.

A view is forgotten as soon as its page is rendered; the bytes wait in a file without a name until they are written.
What one process tells the other of a unit is short: addresses, fingerprints, the numbers of its look-ups.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
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


@dataclass(frozen=True, slots=True)
class JobResult:
    """What came of a job; `places` says of each file that is new where in the spool it is."""

    pages: tuple[Page, ...] = ()
    listed: tuple[Listed, ...] = ()
    blobs: tuple[Blob, ...] = ()
    lines: tuple[tuple[str, str, bytes], ...] = ()
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
    results: tuple[tuple[int, _T], ...]
    known: tuple[Lookup, ...]
    tables: tuple[Kept, ...]


class Spooled(Mapping[str, bytes]):
    """Files that wait in spools: each is read when it is asked for, and again when it is asked for again."""

    __slots__ = ("_places", "_spools")

    def __init__(self, spools: tuple[IO[bytes], ...], places: Mapping[str, tuple[int, int, int]]) -> None:
        self._spools, self._places = spools, places

    def __getitem__(self, path: str) -> bytes:
        spool, start, size = self._places[path]
        file = self._spools[spool]
        file.seek(start)
        return file.read(size)

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
    """What came of all jobs, in their order."""

    pages: tuple[Page, ...]
    blobs: tuple[Blob, ...]
    recipes: tuple[Recipe, ...]
    marks: Mapping[str, str]
    files: Mapping[str, bytes]
    failed: tuple[Problem, ...]
    tables: tuple[Kept, ...]
    data: Callable[[Blob], bytes]
    """The bytes of one of these files, or of another."""


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

    shares = _shared_out(count, processes(len(records)), answer, tables, records)
    values = []
    for answered, _, numbers in _in_order(shares, log):
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

    def do(process: int, number: int, seen: units.Log) -> JobResult:
        spool = spools[process] if spools else None
        result = _done(jobs[number], maker, spool, seen)
        if spool:
            spool.flush()
        if process == 0 and number % 50 == 49:
            maker.tell("make", number, len(jobs))
        return result

    return _gathered(jobs, _shared_out(len(jobs), many, do, tables, records), maker.stream, log)


def _shared_out(
    count: int,
    many: int,
    do: Callable[[int, int, units.Log], _T],
    tables: Mapping[str, Any],
    records: Mapping[str, Any],
) -> list[_ProcessShare[_T]]:
    """What each process did."""
    before = frozenset(tables)

    def work(process: int, numbers: Iterator[int]) -> _ProcessShare[_T]:
        log = units.Log()
        results = tuple((number, do(process, number, log)) for number in numbers)
        # What the first process has derived it still has when all is kept.
        new = {name: table for name, table in tables.items() if name not in before} if process else {}
        return _ProcessShare(process, results, tuple(log.known), tuple(derived(new, records)))

    return spread(count, many, work, lambda share: (number for number, _ in share.results))


def _in_order(shares: list[_ProcessShare[_T]], log: units.Log) -> "Iterator[tuple[_T, _ProcessShare[_T], array[int]]]":
    """Every result, whoever came to it, with its share and what the numbers of the look-ups there are in the log."""
    numbers = [units.renumbered(log, share.known) for share in shares]
    found = {number: (result, at) for at, share in enumerate(shares) for number, result in share.results}
    for number in sorted(found):
        result, at = found[number]
        yield result, shares[at], numbers[at]


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
            lines.append((piece.file.url, piece.key, piece.text.encode()))
        if not isinstance(piece, Blob):
            continue
        file, mark = urls.path(piece.url), disk.digest(piece.data)
        marks.append((file, mark))
        if spool and stream and stream.recorded.get(file) != mark:
            places.append((file, *_put(spool, piece.data)))
        blobs.append(replace(piece, data=b"") if stream else piece)
    return JobResult((), (), tuple(blobs), tuple(lines), (), tuple(marks), tuple(places))


def _put(spool: IO[bytes], data: bytes) -> tuple[int, int]:
    start = spool.tell()
    spool.write(data)
    return start, len(data)


def _gathered(
    jobs: tuple[Job, ...], shares: list[_ProcessShare[JobResult]], stream: Stream | None, log: units.Log
) -> Shared:
    """All that came of the jobs, in their order; what they looked up is put into the log."""
    places: dict[str, tuple[int, int, int]] = {}
    results = []
    for job, (result, share, numbers) in zip(jobs, _in_order(shares, log), strict=True):
        unit = job.unit
        log.lookups[unit] = array("I", map(numbers.__getitem__, result.lookups))
        log.files[unit] = tuple(urls.path(each.url) for each in chain[Any](result.pages, result.recipes, result.blobs))
        if unit[0] == "pages":
            log.pages[unit] = result.listed
        for url, key, text in result.lines:
            log.lines.setdefault(url, []).append((unit, key, text))
        places.update((file, (share.process, start, size)) for file, start, size in result.places)
        results.append(result)
    files = Spooled(stream.spools if stream else (), places)

    def data(blob: Blob) -> bytes:
        file = urls.path(blob.url)
        if blob.data or not stream:
            return blob.data
        return files[file] if file in files else stream.read(file) or b""

    return Shared(
        tuple(page for result in results for page in result.pages),
        tuple(blob for result in results for blob in result.blobs),
        tuple(recipe for result in results for recipe in result.recipes),
        {file: mark for result in results for file, mark in result.marks},
        files,
        tuple(problem for result in results for problem in result.failed),
        _tables(shares),
        data,
    )

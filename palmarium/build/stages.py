"""The steps of a build, as functions, in the order of the path."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, starmap
from operator import itemgetter
from types import MappingProxyType, ModuleType
from typing import Any

from .. import config, images
from ..checks import leaks, references
from ..checks.run import Keys, asked_of, assess, in_parts, wanted
from ..config import Config
from ..exports import host
from ..images import FOLDER
from ..images.cards import Drawing, card
from ..images.icons import Icon, icon
from ..images.variants import Variant, encoded, variants
from ..model import Date, Record
from ..model.archive import Archive
from ..model.archive import archive as indexed
from ..model.facts import Change
from ..model.ids import slug
from ..model.structure import Outline, Structure, outline, structure
from ..model.withheld import NOBODY, Withheld, redacted, withheld
from ..pages import plan, urls
from ..pages.context import Context
from ..pages.messages import Message
from ..pages.parts.ornament import has_too_many_names
from ..pages.parts.picture import address, published, shown
from ..pages.plan import Blob, BuildWork, Listed, Page, Plan, Recipe
from ..problems import Problem, any_error, folded
from ..sources import change_log, disk, file_names, values
from ..sources.cache import Memory, recall, remembering, shape, state
from ..sources.disk import Snapshot
from ..sources.keys import NO_PLACES, KeyPlaces, at_keys, at_places, key_places
from ..sources.layout import MEDIA, RECORDS
from ..sources.load import load
from ..sources.url_lock import Lock
from ..statistics import publications
from ..theming import lint
from ..theming.i18n import say
from ..theming.render import Renderer, compile_all, fingerprint, open_renderer
from ..theming.render import render as render_page
from ..theming.site_icons import icons, unfit
from ..theming.social_cards import Cards, cards, drawn
from ..theming.theme import Theme, open_theme, words
from . import addresses, checksums, compress, limits, shares, units
from .causes import hiding, keys_of, missing, spoiling
from .discovery import discover
from .frame import sites_of
from .lists import export_pieces, exports_of, list_of, listing_of, lists, part_units, whole_units
from .placement import addresses_of, by_address, placed
from .settings import of_settings, unfit_parameters, unspoken
from .shares import Stream
from .state import Ledger
from .tables import Kept
from .work import Tell, beside, silent, spread

TIMES, PARAMETERS, LANGUAGES = ("times",), ("parameters",), ("languages",)
LINKS, PICTURES, SITE = ("links",), ("pictures",), ("site",)
ADDRESSES, COPIES = ("addresses", "pages"), ("addresses", "files")
SUMS = ("checksums",)
REFERENCES, CHECKS = "references", "checks"
"""The rooms of the units that say what is wrong with one record."""

_Loaded = tuple[list[tuple[int, Record | None, tuple[Problem, ...]]], dict[str, Any]]
"""Records by the numbers of their files, with what is wrong with each, and the prose that was converted for them."""

Asked = tuple[units.Unit, Callable[[], Iterable[Problem]]]
"""A unit, and how it says what is wrong."""

Crafted = dict[str, tuple[bytes, tuple[Problem, ...]]]
"""Bytes by address, and what could not be made of each."""
_DECODING = 4_000_000
_DRAWING = 60_000
_COST_OF_A_FORK = 2_000_000
_PAGES_OF_A_FORK = 60
_COMPILING = 12


@dataclass(frozen=True, slots=True)
class Problems:
    """Warnings by what they depend on: settings and theme, all addresses, files, the structure; others are of units.

    `keys` are the places of the keys that warnings name, those of units too.
    """

    fixed: tuple[Problem, ...] = ()
    placed: tuple[Problem, ...] = ()
    loaded: tuple[Problem, ...] = ()
    structure: tuple[Problem, ...] = ()
    keys: KeyPlaces = field(default_factory=lambda: NO_PLACES)


@dataclass(frozen=True, slots=True)
class Made:
    """A site ready to be written; some of its files are `ready`, and what `failed` among them is told.

    `accepted` counts the problems that exceptions in site.toml accept.
    """

    context: Context
    plan: Plan
    renderer: Renderer
    fingerprints: Mapping[str, str]
    prose: Mapping[str, object]
    files: Mapping[str, bytes]
    structure: Structure
    listed: tuple[Listed, ...]
    records: Mapping[str, Record]
    outlines: Mapping[str, Outline]
    problems: Problems
    tables: tuple[Kept, ...] = ()
    ready: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    failed: tuple[Problem, ...] = ()
    withheld: Withheld = NOBODY
    accepted: int = 0


def make(
    snapshot: Snapshot,
    engine: str,
    remembered: object,
    tell: Tell,
    unreadable: tuple[Problem, ...] = (),
    log: units.Log | None = None,
    stream: Stream | None = None,
) -> tuple[Made | None, tuple[Problem, ...]]:
    """Load, resolve, check, plan; None as soon as an error leaves nothing to plan.

    The `log` gets what each unit looked up and made.

    With a `stream`, pages are rendered as soon as they are made, and their views forgotten.

    `remembered` is the prose that an earlier build converted, if any; `unreadable` are files that are not in the
    snapshot. What follows from another problem is folded below it.
    """
    memory = recall(remembered, engine)
    settings, unset = config.read(snapshot.files)
    usable = settings or config.UNSET
    theme, unthemed = open_theme(snapshot.files, usable) if settings else (None, ())
    kinds = discover("pages")
    linted = _linted(theme, kinds, memory)
    records, unloaded = load_records(snapshot, usable.language, memory, tell)
    log = log or units.Log()
    names, records, told = withhold(records, snapshot.files, usable, theme)
    by_path = {record.span.path: record for record in records}
    files = tuple(sorted(below(disk.FILES, snapshot)))
    outlines = {path: outline(record) for path, record in by_path.items()}
    found, unclear = structure(outlines.values(), slug, files, by_path.__getitem__)
    archive = indexed(found, by_path.__getitem__, slug, files, usable.language)
    asked = reference_units(archive, below(MEDIA, snapshot), partial(getattr, archive))
    unknown = tuple(chain.from_iterable(units.told(log, unit, tell) for unit, tell in asked))
    unread = tuple(hiding((*unreadable, *unloaded), snapshot.files, by_path, unknown))
    incomplete = (*unset, *unread, *unclear, *missing(unknown))
    shapes, unseen = looked_at(snapshot.files, memory)
    unshown = tuple(replace(each, hides=keys_of(each.span.path)) for each in unseen)
    unable = compress.unable(usable.compress, usable.place("compress"))
    lock, unlocked = addresses.read(snapshot.files, usable.base_url)
    published, unlogged = changes_told(snapshot, names)
    elsewhere = addresses.other_base(usable, lock)
    hosted = limits.unused(usable, snapshot.files, host.own_domain(usable))
    settled = (*unset, *unlocked, *unlogged, *elsewhere, *hosted, *unable, *unshown, *unfit(usable, shapes), *unthemed)
    checks = discover("checks")
    said, asked_tables = _all_asked(wanted(usable, checks, incomplete), archive, log, by_path)
    assessed = assess(lambda check: said[check.CODE], usable, checks, incomplete)
    problems = (
        *settled,
        *unread,
        *unclear,
        *unknown,
        *told,
        *(units.told(log, TIMES, lambda: of_settings(archive, settings)) if settings else ()),
        *units.told(log, PARAMETERS, lambda: unfit_parameters(theme, archive)),
        *units.told(log, LANGUAGES, lambda: unspoken(theme, archive)),
        *assessed.told,
    )
    problems = tuple(spoiling(problems, incomplete))
    if any_error(problems) or theme is None:
        return None, folded(at_keys((*problems, *linted()), snapshot.files))
    saying = partial(say, theme.catalogue)
    context = Context(archive, usable, urls.Urls(words(theme.catalogue)), saying, lock.feeds, shapes, published)
    found_wrong = linted()
    # Templates in which something is wrong are not run.
    stream = None if any_error(found_wrong) else stream
    renderer, of_page = opened_renderer(context, theme, engine, log)
    maker = shares.Maker(renderer, partial(drawn, usable, theme), of_page, stream, tell)
    done = _shared_out(context, kinds, maker, log, by_path)
    planned, done, wrong, linked = _plan(snapshot, context, theme, done, log, lock, names)
    marks = fingerprints(planned, renderer, engine, log, done.marks)
    prose = state(memory, engine, theme.digest)
    problems = (*problems, *wrong, *linked, *found_wrong)
    places = key_places(problems, snapshot.files)
    kept = Problems((*settled, *found_wrong), wrong, unread, unclear, places)
    pages = units.listed(log)
    ready = Made(
        context,
        planned,
        renderer,
        marks,
        prose,
        snapshot.files,
        found,
        pages,
        by_path,
        outlines,
        kept,
        tuple({table[0]: table for table in (*asked_tables, *done.tables)}.values()),
        shares.files(done),
        done.failed,
        names,
        assessed.accepted,
    )
    problems = folded(at_places(problems, places))
    return (None if any_error(problems) else ready), problems


def reference_units(archive: Archive, media: Collection[str], keys: Keys) -> Iterator[Asked]:
    """The units that look for references to nothing: one for each record at these keys."""
    for index in references.INDEXES:
        for key in keys(index):
            yield (REFERENCES, None, index, key), partial(references.unknown_in, archive, media, index, key)


def check_units(check: ModuleType, archive: Archive, keys: Keys) -> Iterator[Asked]:
    """The units of a check, and how each is asked: of the archive, and of the records at these keys."""
    return ((_unit_of(check, index, key), ask) for index, key, ask in in_parts(check, archive, keys))


def check_unit(check: ModuleType, archive: Archive, index: str, key: str) -> Asked:
    """The unit of a check that is asked of one record alone, and how it is asked."""
    return _unit_of(check, index, key), partial(asked_of, check, archive, index, key)


def _unit_of(check: ModuleType, index: str | None, key: str | None) -> units.Unit:
    return CHECKS, check.CODE, index, key


def _all_asked(
    checks: Sequence[ModuleType], archive: Archive, log: units.Log, records: Mapping[str, Record]
) -> tuple[Mapping[str, tuple[Problem, ...]], tuple[Kept, ...]]:
    """What checks say, by their codes, and the tables that were derived for that in other processes."""

    every = partial(getattr, archive)

    def asked(number: int, log: units.Log) -> tuple[Problem, ...]:
        told = (units.told(log, unit, tell) for unit, tell in check_units(checks[number], archive, every))
        return tuple(chain.from_iterable(told))

    said, tables = shares.each(len(checks), asked, log, archive.derived, records)
    return {check.CODE: problems for check, problems in zip(checks, said, strict=True)}, tables


def load_records(
    snapshot: Snapshot, language: str, memory: Memory, tell: Tell
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The record of each file, and what is wrong with them; the memory gets the prose that was converted."""
    paths = [path for path in snapshot.files if path.startswith(RECORDS)]

    def work(process: int, numbers: Iterator[int]) -> tuple[list[int], _Loaded | bytes]:
        used = memory if process == 0 else replace(memory, used={})
        convert, loaded = remembering(used), []
        for done, number in enumerate(numbers, 1):
            loaded.append((number, *load(paths[number], snapshot.files[paths[number]], language, convert)))
            if process == 0 and done % 100 == 0:
                tell("load", number, len(paths))
        made = (loaded, used.used)
        return [number for number, _, _ in loaded], made if process == 0 else values.dumps(made)

    shared = spread(len(paths), shares.processes(len(paths)), work, itemgetter(0))
    parts: list[_Loaded] = [each if isinstance(each, tuple) else values.loads(each) for _, each in shared]
    for _, used in parts:
        memory.used.update(used)
    found = sorted(chain.from_iterable(loaded for loaded, _ in parts), key=itemgetter(0))
    problems = [*chain.from_iterable(wrong for _, _, wrong in found)]
    problems += file_names.problems_of(snapshot.files)
    return tuple(record for _, record, _ in found if record), tuple(problems)


def changes_told(
    snapshot: Snapshot, names: Withheld
) -> tuple[Mapping[Date, tuple[Change, ...]] | None, tuple[Problem, ...]]:
    """What has changed from one publication to the next, without withheld names; None where nothing was published."""
    data = snapshot.files.get(change_log.PATH)
    changes, problems = change_log.parse(data or b"")
    told = units.publications(change_log.once(publications.redacted(changes, names)))
    return (None if data is None else told), problems


def withhold(
    records: tuple[Record, ...], files: Mapping[str, bytes], settings: Config, theme: Theme | None
) -> tuple[Withheld, tuple[Record, ...], tuple[Problem, ...]]:
    """The records with neutral words in the place of names that are withheld, and where such a name is left."""
    called, about = (
        say(theme.catalogue, said) if theme else said.id
        for said in (Message("name withheld"), Message("This archive does not publish this name"))
    )
    names = withheld(records, called, about)
    if not names.said:
        return names, records, ()
    told = (*leaks.in_records(records, files, names), *leaks.elsewhere(files, settings, names))
    return names, tuple(redacted(record, names) for record in records), told


def below(folder: str, snapshot: Snapshot) -> frozenset[str]:
    return frozenset(path.removeprefix(folder) for path in snapshot.files if path.startswith(folder))


def _linted(theme: Theme | None, kinds: Iterable[ModuleType], memory: Memory) -> Callable[[], tuple[Problem, ...]]:
    """Problems of the templates, found in another process; those that passed in an earlier build are skipped."""
    if theme is None or memory.theme == theme.digest:
        return tuple
    views = {kind.TEMPLATE: kind.View for kind in kinds}
    return beside(lambda: lint.lint(theme, views))


def page_units(
    kinds: Iterable[ModuleType], context: Context
) -> Iterator[tuple[units.Unit, Callable[[], tuple[Page, ...]]]]:
    """Every unit that makes pages, and how: a page for each key of an index, or all pages of a kind."""
    for kind in kinds:
        name = kind.__name__.rpartition(".")[2]
        yield from ((("pages", name, key), make) for key, make in plan.pages_in_parts(kind, context))


def log_pages(log: units.Log, unit: units.Unit, pages: tuple[Page, ...]) -> None:
    log.pages[unit] = tuple(map(shares.listed, pages))
    log.files[unit] = tuple(urls.path(page.url) for page in pages)


def log_cards(log: units.Log, shared: Cards) -> None:
    """The card of a page belongs to the unit of that page."""
    for unit, pages in log.pages.items():
        drawn = tuple(urls.path(shared.of_page[page.url]) for page in pages if page.url in shared.of_page)
        log.files[unit] += drawn


def without_cards(context: Context) -> int:
    """The number of names without a card because there are too many for cards by default."""
    archive = context.archive
    return len(archive.names) if context.config.cards is None and has_too_many_names(archive) else 0


def opened_renderer(context: Context, theme: Theme, engine: str, log: units.Log) -> tuple[Renderer, dict[str, str]]:
    """What renders the pages of a site, and the addresses of their cards, filled as they are made."""
    _, _, links = icons(context.config, theme, context.pictures)
    of_site = cards(context.config, theme, ()).of_site
    sites = units.made(log, SITE, lambda: sites_of(context.config, theme, context, of_site, links))
    of_page: dict[str, str] = {}
    return open_renderer(theme, sites.pop(""), engine, of_page, sites), of_page


def _shared_out(
    context: Context,
    kinds: tuple[ModuleType, ...],
    maker: shares.Maker,
    log: units.Log,
    records: Mapping[str, Record],
) -> shares.Shared:
    """Pages, and exports that are made part by part."""
    exports = (export for export in exports_of(context) if hasattr(export, "parts"))
    parts = chain.from_iterable(
        units.made(log, listing_of(export), partial(part_units, export, context, {})) for export in exports
    )
    jobs = tuple(starmap(shares.Job, (*page_units(kinds, context), *parts)))
    if maker.stream and shares.processes(len(jobs)) > 1:
        compile_all(maker.renderer, (kind.TEMPLATE for kind in kinds))
    return shares.share(jobs, maker, context.archive.derived, records, log)


def _plan(
    snapshot: Snapshot,
    context: Context,
    theme: Theme,
    done: shares.Shared,
    log: units.Log,
    lock: Lock,
    names: Withheld,
) -> tuple[Plan, shares.Shared, tuple[Problem, ...], tuple[Problem, ...]]:
    led = addresses.lead(context, lock, {each.url: each.leads for each in units.listed(log)}, names)
    log_pages(log, ADDRESSES, led.pages)
    pages = (*done.pages, *led.pages)
    alone = whole_units(context, units.by_url(units.listed(log)))
    exported = [blob for unit, make in alone for blob in export_pieces(log, unit, make)]
    rows = done.rows
    lines = ((each, (*rows(each.url), *log.lines.get(each.url, ()))) for each in lists(context))
    done = shares.with_files(done, starmap(partial(list_of, log), lines))
    data = partial(shares.bytes_of, done)
    of_data = checksums.in_folder((*exported, *done.blobs), context.urls.data(""))
    read = (replace(each, data=data(each)) for each in of_data)
    sums = (checksums.listed(read, context.urls.data("")),) if of_data else ()
    log.files[SUMS] = tuple(urls.path(each.url) for each in sums)
    media = (Blob(f"/media/{path}", snapshot.files[MEDIA + path], (MEDIA + path,)) for path in published(context))
    of_site = cards(context.config, theme, ()).recipes
    small, manifest, _ = icons(context.config, theme, context.pictures)
    files = (
        Blob(context.urls.file(path), snapshot.files[disk.FILES + path], (disk.FILES + path,))
        for path in context.archive.files
    )
    own = (*exported, *done.blobs, *sums, *media, *files, *theme.files(), manifest)
    copies, gone = addresses.copy(
        context, lock, led, {page.url for page in pages}, {each.url: each for each in own}, data, names
    )
    log.files[COPIES] = tuple(urls.path(each.url) for each in copies)
    blobs = (*own, *copies)
    pictures = shown_pictures(log, context)
    planned, problems = plan.make(pages, blobs, (*pictures, *done.recipes, *of_site, *small))
    known = addresses_of(planned)
    linked = units.told(log, LINKS, lambda: by_address(context, units.addresses(known)))
    return planned, done, (*problems, *gone, *placed(context, theme, planned)), linked


def fingerprints(
    planned: Plan, renderer: Renderer, engine: str, log: units.Log, known: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, str]:
    """The mark of each file; some are `known`."""
    marks = dict(known)
    unit_of = {file: unit for unit, files in log.files.items() for file in files}
    for page in (page for page in planned.pages if urls.path(page.url) not in known):
        # What a view holds of a record it may show, though nothing has looked at it yet.
        file = urls.path(page.url)
        marks[file] = units.made(log, unit_of[file], partial(fingerprint, renderer, page))
    others = ((urls.path(blob.url), blob.data) for blob in planned.blobs)
    marks |= {file: disk.digest(data) for file, data in others if file not in known}
    marks |= {urls.path(each.url): disk.digest(f"{engine}{each.making!r}".encode()) for each in planned.recipes}
    return MappingProxyType(marks)


def looked_at(
    files: Mapping[str, bytes], memory: Memory
) -> tuple[Mapping[str, images.PictureShape], tuple[Problem, ...]]:
    """The readable pictures by their path below content/media, and the problems of the others."""
    looked = [shape(memory, path, files[path]) for path in files if path.startswith(MEDIA)]
    shapes = {found.path: found for found, _ in looked if found}
    return MappingProxyType(shapes), tuple(problem for _, wrong in looked for problem in wrong)


def shown_pictures(log: units.Log, context: Context) -> tuple[Recipe, ...]:
    """The files of pictures, made as one unit."""
    made = units.made(log, PICTURES, lambda: tuple(recipes(context)))
    log.files[PICTURES] = tuple(urls.path(each.url) for each in made)
    return made


def recipes(context: Context) -> Iterator[Recipe]:
    """The files of every picture that some page shows."""
    for path in sorted(shown(context.archive) & context.pictures.keys()):
        for variant in variants(context.pictures[path]):
            yield Recipe(address(context, variant), variant, (MEDIA + path,))


def work(made: Made, past: Ledger, intact: frozenset[str]) -> BuildWork:
    """The files to make: those with another fingerprint, and those that were changed in the output."""
    recorded = {file: mark for file, mark in past.fingerprints.items() if file in intact}
    found = plan.diff(made.fingerprints, recorded)
    return replace(found, gone=tuple(file for file in past.fingerprints if file not in made.fingerprints))


def fallible(made: Made) -> BuildWork:
    """The files whose making may fail: pages and editors' pictures, but no slow drawings of the program."""
    rendered = (page.url for page in made.plan.pages)
    crafted = (each.url for each in made.plan.recipes if not isinstance(each.making, Drawing))
    return BuildWork(tuple(map(urls.path, (*rendered, *crafted))), (), ())


@dataclass(frozen=True, slots=True)
class _Batch:
    """Files that come of one picture, to be made together; `cost` is about the number of pixels."""

    recipes: tuple[Recipe, ...]
    cost: int


def render(made: Made, todo: BuildWork, tell: Tell) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The bytes of every stale file, or the problems of the templates."""
    stale = frozenset(todo.stale) - made.ready.keys()
    files = {path: blob.data for blob in made.plan.blobs if (path := urls.path(blob.url)) in stale}
    # A page whose view is forgotten was rendered, and failed.
    pages = tuple(page for page in made.plan.pages if page.view and urls.path(page.url) in stale)
    crafts = _batches(recipe for recipe in made.plan.recipes if urls.path(recipe.url) in stale)
    here, there = _shared(pages)
    crafts_here, crafts_there = _halves(crafts)
    is_worth = there or crafts_there
    others = beside(lambda: _worked(made, there, crafts_there, silent)) if is_worth else dict
    rendered = _worked(made, here, crafts_here, tell) | others()
    tell("render", len(pages), len(pages))
    files |= {urls.path(url): data for url, (data, _) in rendered.items()}
    failed = (*made.failed, *(problem for _, wrong in rendered.values() for problem in wrong))
    return shares.Layers(files, made.ready), failed


def _worked(made: Made, pages: Iterable[Page], batches: tuple[_Batch, ...], tell: Tell) -> Crafted:
    """Pages rendered and pictures made, by address."""
    crafted = _rendered(made, pages, tell)
    for done, batch in enumerate(batches, 1):
        crafted |= _crafted(batch, made.files)
        tell("pictures", done, len(batches))
    return crafted


def _rendered(made: Made, pages: Iterable[Page], tell: Tell) -> Crafted:
    rendered = {}
    for done, page in enumerate(pages, 1):
        rendered[page.url] = render_page(made.renderer, page)
        if done % 50 == 0:
            tell("render", done, len(made.listed))
    return rendered


def _shared(pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Two shares of about the same work, each template in one: compiling it costs as much as many pages."""
    if len(pages) < _PAGES_OF_A_FORK:
        return pages, ()
    counts = Counter(page.template for page in pages)
    there: set[str] = set()
    for template, count in counts.most_common():
        if 2 * (sum(counts[name] + _COMPILING for name in there) + count) <= len(pages) + _COMPILING * len(counts):
            there.add(template)
    return (
        tuple(page for page in pages if page.template not in there),
        tuple(page for page in pages if page.template in there),
    )


def _batches(recipes: Iterable[Recipe]) -> tuple[_Batch, ...]:
    """Recipes by the picture that they start from, the most work first."""
    groups: dict[str, list[Recipe]] = {}
    for recipe in recipes:
        start = recipe.making.path if isinstance(recipe.making, Variant) else recipe.url
        groups.setdefault(start, []).append(recipe)
    made = (_Batch(tuple(group), _cost(group)) for group in groups.values())
    return tuple(sorted(made, key=lambda batch: (-batch.cost, batch.recipes[0].url)))


def _halves(batches: tuple[_Batch, ...]) -> tuple[tuple[_Batch, ...], tuple[_Batch, ...]]:
    """Two shares of about the same work; one share where it is not worth a second process."""
    if sum(batch.cost for batch in batches) < _COST_OF_A_FORK:
        return batches, ()
    shares: tuple[list[_Batch], list[_Batch]] = ([], [])
    for batch in batches:
        min(shares, key=lambda share: sum(each.cost for each in share)).append(batch)
    return tuple(shares[0]), tuple(shares[1])


def _crafted(batch: _Batch, files: Mapping[str, bytes]) -> Crafted:
    first = batch.recipes[0]
    if isinstance(first.making, Drawing):
        return {first.url: (card(first.making), ())}
    if isinstance(first.making, Icon):
        return {first.url: icon(first.making, files.get(FOLDER + first.making.path, b""))}
    wanted = {recipe.making: recipe.url for recipe in batch.recipes}
    data, problems = encoded(wanted, files[FOLDER + first.making.path])
    return {url: (data.get(variant, b""), problems) for variant, url in wanted.items()}


def _cost(recipes: Iterable[Recipe]) -> int:
    variants = [recipe.making for recipe in recipes if isinstance(recipe.making, Variant)]
    return _DECODING + sum(each.width * each.height for each in variants) if variants else _DRAWING

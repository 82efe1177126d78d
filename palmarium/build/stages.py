"""The steps of a build, as functions, in the order of the path."""

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, starmap
from operator import itemgetter
from types import MappingProxyType, ModuleType
from typing import Any

from .. import __version__, config, images
from ..checks import leaks, references
from ..checks.run import asked_of, assess, in_parts, wanted
from ..config import Config, NavigationItem
from ..exports import host
from ..images import FOLDER
from ..images.cards import Drawing, card
from ..images.icons import Icon, icon
from ..images.variants import Variant, encoded, variants
from ..model import Date, Kind, Record
from ..model.archive import INDEXES, Archive
from ..model.archive import archive as indexed
from ..model.facts import Change
from ..model.ids import slug
from ..model.structure import Outline, Structure, outline, structure
from ..model.withheld import NOBODY, Withheld, redacted, withheld
from ..pages import plan, urls
from ..pages.context import Context, addresses_before, makes
from ..pages.links import Icons, Link, Site, in_language, link_to, section_link, versions
from ..pages.messages import Message
from ..pages.parts.feeds import feed_in
from ..pages.parts.ornament import has_too_many_names
from ..pages.parts.picture import address, published, shown
from ..pages.parts.search_entries import BUNDLE
from ..pages.plan import Blob, BuildWork, Item, Listed, ListFile, ListLine, Page, Piece, Plan, Recipe
from ..problems import Key, Level, Problem, Span, any_error, did_you_mean, folded, in_order, nearest, plain, quoted
from ..sources import change_log, disk, plaintext, values
from ..sources.cache import Memory, recall, remembering, shape, state
from ..sources.disk import Snapshot
from ..sources.keys import at_keys
from ..sources.layout import MEDIA, RECORDS
from ..sources.load import load, meant, misplaced
from ..sources.markdown import code_lines
from ..sources.site_toml import PATH
from ..sources.url_lock import Lock
from ..sources.yaml import front_matter
from ..statistics import publications
from ..theming import lint
from ..theming.drawing import unfit_shapes
from ..theming.i18n import direction, say
from ..theming.render import Renderer, compile_all, fingerprint, open_renderer
from ..theming.render import render as render_page
from ..theming.site_icons import icons, unfit
from ..theming.social_cards import Cards, cards, drawn, unfit_colours
from ..theming.theme import Theme, open_theme, spoken, words
from . import addresses, checksums, compress, limits, shares, units
from .shares import Stream
from .state import Ledger
from .tables import Kept
from .work import Tell, beside, silent, spread

# Make the bytes of files that come from a recipe, what comes of one picture together.

Crafted = dict[str, tuple[bytes, tuple[Problem, ...]]]
_DECODING = 4_000_000
_DRAWING = 60_000
_COST_OF_A_FORK = 2_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Recipes that share the costly part of the work; `cost` is about the number of pixels."""

    recipes: tuple[Recipe, ...]
    cost: int


def batches(recipes: Iterable[Recipe]) -> tuple[Batch, ...]:
    """Recipes by the picture that they start from, the most work first."""
    groups: dict[str, list[Recipe]] = {}
    for recipe in recipes:
        start = recipe.making.path if isinstance(recipe.making, Variant) else recipe.url
        groups.setdefault(start, []).append(recipe)
    made = (Batch(tuple(group), _cost(group)) for group in groups.values())
    return tuple(sorted(made, key=lambda batch: (-batch.cost, batch.recipes[0].url)))


def halves(batches: tuple[Batch, ...]) -> tuple[tuple[Batch, ...], tuple[Batch, ...]]:
    """Two shares of about the same work; one share where it is not worth a second process."""
    if sum(batch.cost for batch in batches) < _COST_OF_A_FORK:
        return batches, ()
    shares: tuple[list[Batch], list[Batch]] = ([], [])
    for batch in batches:
        min(shares, key=lambda share: sum(each.cost for each in share)).append(batch)
    return tuple(shares[0]), tuple(shares[1])


def crafted(batches: Iterable[Batch], files: Mapping[str, bytes], tell: Tell) -> Crafted:
    """The bytes by address, and what could not be made."""
    made: Crafted = {}
    every = tuple(batches)
    for done, batch in enumerate(every, 1):
        made |= _crafted(batch, files)
        tell("pictures", done, len(every))
    return made


def _crafted(batch: Batch, files: Mapping[str, bytes]) -> Crafted:
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


# Make everything that a build may write, in the order of the path, and render what is stale.

_CONTRACTS = MappingProxyType(
    {
        "checks": (("CODE", "LEVEL", "BASIS", "check"), ("CODE", "LEVEL", "BASIS", "EACH", "each")),
        "pages": (("TEMPLATE", "View", "pages"), ("TEMPLATE", "View", "EACH", "page")),
        "exports": (("export",), ("parts",)),
        "importing.formats": (("ENDINGS", "read"),),
    }
)
_MERGES = tuple(sign * 7 for sign in (b"<", b">", b"|", b"="))
"""Without one of these nothing in a file can be left of a merge; to look for a pattern in every theme takes longer."""
_LIKENESS = 0.9
"""How like two spellings of one organisation are."""
TIMES, PARAMETERS, LANGUAGES = ("times",), ("parameters",), ("languages",)
LINKS, PICTURES, SITE = ("links",), ("pictures",), ("site",)
ADDRESSES, COPIES = ("addresses", "pages"), ("addresses", "files")
SUMS = ("checksums",)
_Loaded = tuple[list[tuple[int, Record | None, tuple[Problem, ...]]], dict[str, Any]]
"""Records by the numbers of their files, with what is wrong with each, and the prose that was converted for them."""

Asked = tuple[units.Unit, Callable[[], Iterable[Problem]]]
"""A unit, and how it says what is wrong."""

_PAGES_OF_A_FORK = 60
_COMPILING = 12
_THEME_TEXTS = (".html", ".css", ".js", ".po", ".toml", ".txt", ".md", ".json")
_NOT_IN_NAMES = frozenset('#?%:*"<>|\\')
_OF_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])", re.I)
_LONGEST_NAME = 150
_KINDS: Mapping[str, str] = MappingProxyType({"names": "name", "articles": "article", "pages": "page"})


@dataclass(frozen=True, slots=True)
class Problems:
    """Warnings by what they depend on: settings and theme, all addresses, files, the structure; others are of units."""

    fixed: tuple[Problem, ...] = ()
    placed: tuple[Problem, ...] = ()
    loaded: tuple[Problem, ...] = ()
    structure: tuple[Problem, ...] = ()


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


def discover(folder: str) -> tuple[ModuleType, ...]:
    """Every variation of a room, sorted; half a contract is a bug, none at all a piece that variations share."""
    package = importlib.import_module(f"palmarium.{folder}")
    modules = []
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        lacking = [[name for name in contract if name not in vars(module)] for contract in _CONTRACTS[folder]]
        missing = min(lacking, key=len)
        if all(len(names) == len(contract) for names, contract in zip(lacking, _CONTRACTS[folder], strict=True)):
            continue
        if missing:
            raise TypeError(f"{module.__name__} does not define {', '.join(missing)}")
        modules.append(module)
    return tuple(modules)


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
    asked = reference_units(archive, below(MEDIA, snapshot))
    unknown = tuple(chain.from_iterable(units.told(log, unit, tell) for unit, tell in asked))
    unread = tuple(hiding((*unreadable, *unloaded), snapshot.files, records, unknown))
    incomplete = (*unset, *unread, *unclear, *missing(unknown))
    shapes, unseen = looked_at(snapshot.files, memory)
    unshown = tuple(replace(each, hides=_keys_of(each.span.path)) for each in unseen)
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
    planned, wrong, linked = _plan(snapshot, context, theme, done, log, lock, names)
    marks = fingerprints(planned, renderer, engine, log, done.marks)
    prose = state(memory, engine, theme.digest)
    kept = Problems((*settled, *found_wrong), wrong, unread, unclear)
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
        done.files,
        done.failed,
        names,
        assessed.accepted,
    )
    problems = folded(at_keys((*problems, *wrong, *linked, *found_wrong), snapshot.files))
    return (None if any_error(problems) else ready), problems


def reference_units(archive: Archive, media: Collection[str]) -> Iterator[Asked]:
    """Every unit that looks for references to nothing: one for each record."""
    for index in references.INDEXES:
        for key in getattr(archive, index):
            yield ("references", None, index, key), partial(references.unknown_in, archive, media, index, key)


def check_units(check: ModuleType, archive: Archive) -> Iterator[Asked]:
    """Every unit of a check, and how it is asked: of the archive, or of a record."""
    return ((_unit_of(check, index, key), ask) for index, key, ask in in_parts(check, archive))


def check_unit(check: ModuleType, archive: Archive, index: str, key: str) -> Asked:
    """The unit of a check that is asked of one record alone, and how it is asked."""
    return _unit_of(check, index, key), partial(asked_of, check, archive, index, key)


def _unit_of(check: ModuleType, index: str | None, key: str | None) -> units.Unit:
    return "checks", check.CODE, index, key


def _all_asked(
    checks: Sequence[ModuleType], archive: Archive, log: units.Log, records: Mapping[str, Record]
) -> tuple[Mapping[str, tuple[Problem, ...]], tuple[Kept, ...]]:
    """What checks say, by their codes, and the tables that were derived for that in other processes."""

    def asked(number: int, log: units.Log) -> tuple[Problem, ...]:
        told = (units.told(log, unit, tell) for unit, tell in check_units(checks[number], archive))
        return tuple(chain.from_iterable(told))

    said, tables = shares.each(len(checks), asked, log, archive.derived, records)
    return {check.CODE: problems for check, problems in zip(checks, said, strict=True)}, tables


def unfit_parameters(theme: Theme | None, archive: Archive) -> Iterator[Problem]:
    if theme:
        yield from unfit_shapes(theme, archive.awards)
        yield from unfit_colours(theme)


def unspoken(theme: Theme | None, archive: Archive) -> Iterator[Problem]:
    """Texts in a language that the theme does not speak, and what is wrong with its catalogues of the others."""
    if theme is None:
        return
    for language, keys in archive.languages.items():
        if language in theme.catalogues:
            yield from spoken(theme, language)[1]
            yield from lint.untranslated(theme, language)
            continue
        for kind, _, key in (each.partition(":") for each in keys):
            there = archive.index(kind)[key].span
            file = f"themes/{theme.chain[0]}/locale/{language}/LC_MESSAGES/messages.po"
            hint = f"write {file}; there are {', '.join(sorted(theme.catalogues))}"
            yield Problem("catalogue", there, f'the theme does not speak "{language}"', hint, subject=(language,))


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
    problems += (*_unmerged(snapshot.files), *_turned(snapshot.files), *_stray(snapshot.files), *twins(snapshot.files))
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


def of_settings(archive: Archive, settings: Config) -> Iterator[Problem]:
    """What the settings say that the archive knows otherwise, or needs."""
    yield from zoneless(archive, settings)
    yield from misspelt_publisher(archive, settings)


def zoneless(archive: Archive, settings: Config) -> Iterator[Problem]:
    """Times of articles that no setting gives a zone."""
    # A translation has its time from its original, as a rule.
    every = sorted(archive.articles.values(), key=lambda article: article.translates is not None)
    timed = next((article for article in every if article.time), None)
    if timed and not settings.timezone:
        message = f"the times of articles ({timed.span.path}) have no zone, and are read as universal time"
        hint = f'write `timezone = "Europe/{"Paris" if settings.language == "fr" else "London"}"`, or whatever it is'
        yield Problem("timezone", Span(PATH), message, hint, Level.WARNING)


def misspelt_publisher(archive: Archive, settings: Config) -> Iterator[Problem]:
    """The publisher of the site, where its name is that of an organisation but for a letter."""
    said = settings.publisher
    firms = [name for name in archive.profiles.values() if name.kind is Kind.ORGANISATION]
    firms += [archive.name(part.name) for award in archive.awards.values() for part in award.parts]
    known = {text: name for name in firms for text in name.spellings}
    meant = nearest(said, known, _LIKENESS) if said and said not in archive.ids else None
    if meant:
        message = f'the publisher of the site, "{said}", is written almost like "{meant}" ({known[meant].span.where})'
        hint = f"write `publisher = {quoted(meant)}`, or give the other an alias: `aliases: [{plain(said)}]`"
        yield Problem("near-publisher", settings.place("publisher"), message, hint, Level.WARNING, (said, meant))


def _unmerged(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Every text, whatever reads it, in which a merge was left unfinished."""
    for path, data in files.items():
        if not path.startswith((MEDIA, disk.FILES)) and any(sign in data for sign in _MERGES):
            text = data.decode("utf-8", "replace")
            _, body, first_line, _ = front_matter(path, text)
            code = code_lines(body, first_line) if path.endswith(".md") else ()
            found = plaintext.unmerged(path, text, code)
            if found:
                yield found


def _turned(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Texts of a theme in which a line reads otherwise than it is written; `load` tells of those of records."""
    for path, data in files.items():
        if path.startswith("themes/") and path.endswith(_THEME_TEXTS):
            text = data.decode("utf-8", "replace")
            if found := plaintext.TURNING.search(text):
                yield plaintext.unprinted(plaintext.place(path, text, found.start()), found[0])


def _stray(files: Iterable[str]) -> Iterator[Problem]:
    """What nothing reads, and files that no address could name."""
    for path in files:
        parts = path.split("/")
        if path in ("content", "editions", "themes"):
            yield Problem("stray-file", Span(path), "this is a file; a folder is meant to be here", "move it away")
        elif parts[0] == "content" and path != change_log.PATH and not path.startswith((*RECORDS, MEDIA, disk.FILES)):
            yield misplaced(path)
        elif wrong := next(filter(None, (_unfit_name(path, part) for part in parts)), None):
            yield wrong


def _unfit_name(path: str, name: str) -> Problem | None:
    """A part of a path that no address, no Windows or no file system could have; which ids there are `load` says."""
    stem, dot, ending = name.partition(".")
    size = len(name.encode("utf-8", "surrogateescape"))
    message, right = "", name
    if path.startswith((MEDIA, disk.FILES)) and set(name) & _NOT_IN_NAMES:
        message = f'"{name}" can\'t be part of an address'
        right = "-".join(filter(None, re.split(f"[{re.escape(''.join(_NOT_IN_NAMES))}]+", name)))
    elif _OF_DEVICES.fullmatch(stem):
        message, right = f'Windows can hold no file called "{name}"', f"{stem}-1{dot}{ending}"
    elif name != name.rstrip(". "):
        message, right = f'"{name}" ends with a {"dot" if name.endswith(".") else "blank"}', name.rstrip(". ")
    elif size > _LONGEST_NAME:
        message = f"this name takes {size} bytes; {_LONGEST_NAME} at most, for the names of files made of it are longer"
        right = f"{name[:30]}.{name.rpartition('.')[2][:5]}" if dot else name[:30]
    hint = f'rename it "{right}"' if name == path.rpartition("/")[2] else f'rename the folder "{right}"'
    return Problem("file-name", Span(path), message, hint, subject=(name,)) if message else None


def twins(files: Iterable[str]) -> Iterator[Problem]:
    """Files that only a system which tells capitals from small letters can hold beside each other."""
    seen: dict[str, str] = {}
    for path in sorted(files):
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            message = f'"{path}" and "{other}" are one file for Windows and macOS: they differ in capitals only'
            yield Problem("file-name", Span(path), message, "rename one of them", Level.WARNING, (other,))


def below(folder: str, snapshot: Snapshot) -> frozenset[str]:
    return frozenset(path.removeprefix(folder) for path in snapshot.files if path.startswith(folder))


def hiding(
    unread: Iterable[Problem], files: Mapping[str, bytes], records: Iterable[Record], unknown: Iterable[Problem]
) -> Iterator[Problem]:
    """Give the first error of each file what is missing because of it: its record, and keys that only it may hold."""
    read = {record.span.path for record in records}
    missed: defaultdict[Key, set[str]] = defaultdict(set)
    for problem in unknown:
        for key in problem.needs:
            missed[key].add(problem.span.path)
    seen: set[str] = set()
    for problem in unread:
        path = problem.span.path
        if problem.level is Level.ERROR and path not in seen:
            seen.add(path)
            text = files.get(path, b"").decode("utf-8", "replace")
            held = (key for key, where in missed.items() if _may_hold(path, text, key, where))
            own = () if path in read else _keys_of(path)
            problem = replace(problem, hides=(*problem.hides, *own, *sorted(held)))
        yield problem


def spoiling(problems: Iterable[Problem], incomplete: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first error of each file that is `incomplete` what checks say of that file."""
    first: dict[str, Problem] = {}
    for problem in in_order(incomplete):
        if problem.level is Level.ERROR:
            first.setdefault(problem.span.path, problem)
    for problem in problems:
        path = problem.span.path
        yield replace(problem, hides=(*problem.hides, ("whole", path))) if problem == first.get(path) else problem


def _keys_of(path: str) -> tuple[Key, ...]:
    """What the record of a file would be called, were the file called as it should be."""
    if path.startswith(MEDIA):
        return (("picture", path.removeprefix(MEDIA)),)
    folder, *rest = meant(path).rsplit(".", 1)[0].lower().split("/")
    if folder == "editions" and len(rest) == 2:
        return (("award", rest[0]),) if rest[1] == "award" else (("edition", "/".join(rest)),)
    kind = nearest(rest[0], _KINDS) if folder == "content" and len(rest) > 1 else None
    return ((_KINDS[kind], "/".join(rest[1:])),) if kind else ()


def missing(unknown: Iterable[Problem]) -> Iterator[Problem]:
    """Problems because of which statistics miss something; a reference to a name drops no fact."""
    counted = ("award", "edition", "category")
    return (problem for problem in unknown if any(kind in counted for kind, _ in problem.needs))


def _may_hold(path: str, text: str, key: Key, missed: Collection[str]) -> bool:
    """Whether a file may be where a key should have come from: a bare name from several, others from their home."""
    kind, what = key
    home, _, id = what.rpartition("#")
    if kind == "category":
        award, _, id = what.partition("/")
        home = f"editions/{award}/award.yaml"
    word = what if kind == "name" else id
    brings_names = kind == "name" and missed != {path} and path.startswith(("editions/", "content/names/"))
    return (brings_names or path == home) and word in unicodedata.normalize("NFC", text)


def _linted(theme: Theme | None, kinds: Iterable[ModuleType], memory: Memory) -> Callable[[], tuple[Problem, ...]]:
    """What is wrong in the templates, found beside; those that an earlier build found right are right still."""
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
    """How many names have no card because there are so many of them that a site is to ask for it."""
    archive = context.archive
    return len(archive.names) if context.config.cards is None and has_too_many_names(archive) else 0


def exports_of(context: Context) -> Iterator[ModuleType]:
    """The exports that a site makes: each whose `OUTPUT` is wanted, or that belongs to no output."""
    return (each for each in discover("exports") if not hasattr(each, "OUTPUT") or makes(context, each.OUTPUT))


def export_units(
    context: Context, pages: Mapping[str, Listed]
) -> Iterator[tuple[units.Unit, Callable[[], Iterable[Piece]]]]:
    """Every unit that makes exports, and how: the parts of an export, or all of it."""
    for export in exports_of(context):
        name = export.__name__.rpartition(".")[2]
        if not hasattr(export, "parts"):
            yield ("exports", name, None), partial(_everywhere, context, partial(export.export, context, pages))
            continue
        for key, make in export.parts(context, pages):
            yield ("exports", name, key), partial(_everywhere, context, make)


def _everywhere(context: Context, make: Callable[[], Iterable[Piece]]) -> Iterator[Piece]:
    """What an export makes, each file also where it stood when what it belongs to had another id."""
    for piece in make():
        yield piece
        if isinstance(piece, Blob):
            yield from (replace(piece, url=url) for url in addresses_before(context, piece.url))


def lists(context: Context) -> Iterator[ListFile]:
    """Every file that is made of lines, whether it has any or not."""
    for export in exports_of(context):
        if hasattr(export, "lists"):
            yield from export.lists(context)


def export_pieces(log: units.Log, unit: units.Unit, make: Callable[[], Iterable[Piece]]) -> Iterator[Blob]:
    """The files of a unit; its lines are put into the log."""
    pieces = units.made(log, unit, lambda: tuple(make()))
    blobs = tuple(piece for piece in pieces if isinstance(piece, Blob))
    log.files[unit] = tuple(urls.path(blob.url) for blob in blobs)
    for piece in pieces:
        if isinstance(piece, ListLine):
            log.lines.setdefault(piece.file.url, []).append((unit, piece.key, piece.text.encode()))
    return iter(blobs)


def list_of(log: units.Log, of: ListFile, rows: Iterable[units.Row]) -> Blob:
    """A file made of lines, which come in the order in which they are made; the log keeps how long each is."""
    ordered = sorted(rows, key=itemgetter(1)) if of.is_sorted else list(rows)
    _listed(log, of, _sizes(ordered))
    lines = [text for _, _, text in ordered]
    if of.revise:
        return Blob(of.url, of.revise(None, (), lines))
    texts = of.between.encode().join(lines)
    return Blob(of.url, of.head.encode() + texts + of.tail.encode() if ordered else of.empty.encode())


def revised(
    log: units.Log,
    of: ListFile,
    old: bytes,
    there: Iterable[units.Size],
    rows: Iterable[units.Row],
    remade: Collection[units.Unit],
) -> Blob:
    """A file that is no text, from what it was: lines of units that were made again or are gone make way for these."""
    lines, new = tuple(there), tuple(rows)
    _listed(log, of, (*(line for line in lines if line[0] not in remade), *_sizes(new)))
    gone = [key for unit, key, _ in lines if unit in remade]
    assert of.revise
    return Blob(of.url, of.revise(old, gone, [text for _, _, text in new]))


def _sizes(rows: Iterable[units.Row]) -> Iterator[units.Size]:
    return ((unit, key, len(text)) for unit, key, text in rows)


def _listed(log: units.Log, of: ListFile, lines: Iterable[units.Size]) -> None:
    units.measured(log, of.url, lines)
    log.files["lists", of.url] = (urls.path(of.url),)


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
    parts = ((unit, make) for unit, make in export_units(context, {}) if unit[2] is not None)
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
) -> tuple[Plan, tuple[Problem, ...], tuple[Problem, ...]]:
    led = addresses.lead(context, lock, {each.url: each.leads for each in units.listed(log)}, names)
    log_pages(log, ADDRESSES, led.pages)
    pages = (*done.pages, *led.pages)
    alone = export_units(context, units.by_url(units.listed(log)))
    exported = [blob for unit, make in alone if unit[2] is None for blob in export_pieces(log, unit, make)]
    listed = [list_of(log, each, log.lines.get(each.url, ())) for each in lists(context)]
    of_data = checksums.in_folder((*exported, *listed), context.urls.data(""))
    sums = (checksums.listed(of_data, context.urls.data("")),) if of_data else ()
    log.files[SUMS] = tuple(urls.path(each.url) for each in sums)
    media = (Blob(f"/media/{path}", snapshot.files[MEDIA + path], (MEDIA + path,)) for path in published(context))
    of_site = cards(context.config, theme, ()).recipes
    small, manifest, _ = icons(context.config, theme, context.pictures)
    files = (
        Blob(context.urls.file(path), snapshot.files[disk.FILES + path], (disk.FILES + path,))
        for path in context.archive.files
    )
    own = (*exported, *done.blobs, *listed, *sums, *media, *files, *theme.files(), manifest)
    copies, gone = addresses.copy(
        context, lock, led, {page.url for page in pages}, {each.url: each for each in own}, done.data, names
    )
    log.files[COPIES] = tuple(urls.path(each.url) for each in copies)
    blobs = (*own, *copies)
    pictures = shown_pictures(log, context)
    planned, problems = plan.make(pages, blobs, (*pictures, *done.recipes, *of_site, *small))
    known = _addresses(planned)
    linked = units.told(log, LINKS, lambda: by_address(context, units.addresses(known)))
    return planned, (*problems, *gone, *placed(context, theme, planned)), linked


def placed(context: Context, theme: Theme, planned: Plan) -> Iterator[Problem]:
    """What is wrong with addresses: of the menu, of templates, among the files of the search."""
    yield from _in_the_index(context, planned)
    yield from _menu(context, planned)
    yield from _tested(context, planned)
    yield from _dead(context, theme, planned)


def _in_the_index(context: Context, planned: Plan) -> Iterator[Problem]:
    """What would stand where Pagefind puts its files, whose names nobody knows before."""
    folder = context.urls.section("search") + BUNDLE
    items: tuple[Item, ...] = (*planned.pages, *planned.blobs, *planned.recipes)
    for item in items if context.config.search == "pagefind" else ():
        if item.url.startswith(folder):
            message = f'"{item.url}" would stand among the files of the search'
            yield Problem("url-collision", Span(item.sources[0]), message, "give it another name")


def _dead(context: Context, theme: Theme, planned: Plan) -> Iterator[Problem]:
    """Links that templates spell out and that lead nowhere; the names of Pagefind's files are not known before."""
    folder = context.urls.section("search") + BUNDLE
    for problem in lint.dead_links(theme, _addresses(planned)):
        if context.config.search != "pagefind" or not problem.subject[0].startswith(folder):
            yield problem


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
    """Every sound picture by its path below content/media, and what is wrong with the others."""
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


def _addresses(planned: Plan) -> frozenset[str]:
    items: tuple[Item, ...] = (*planned.pages, *planned.blobs, *planned.recipes)
    return frozenset(item.url for item in items)


def _menu(context: Context, planned: Plan) -> Iterator[Problem]:
    known = {page.url for page in planned.pages}
    before = _before(context)
    first: dict[str, NavigationItem] = {}
    for item in context.config.navigation:
        for said in dict.fromkeys((item.url, item.label)):
            if (other := first.setdefault(said, item)) is not item:
                message = f'the menu has "{said}" twice; the first is in line {other.span.line}'
                hint = "give each line its own label and address, or delete one"
                yield Problem("navigation", item.span, message, hint, Level.WARNING, (said,))
                break
        if item.url not in known:
            message = f'the menu leads to "{item.url}", where nothing stands'
            top = sorted(url for url in known if url.count("/") == 2)
            hint = did_you_mean(item.url, known) or f"write one that is there: {', '.join(top)}"
            yield Problem("navigation", item.span, message, hint, subject=(item.url,))
        elif item.url in before:
            message = f'the menu leads to "{item.url}", where something stood once'
            hint = f'write "{context.urls.target(*before[item.url])}"'
            yield Problem("navigation", item.span, message, hint, Level.WARNING, (item.url,))
        elif item.url in context.config.moved:
            message = f'the menu leads to "{item.url}", where something stood once'
            to = context.config.moved[item.url]
            hint = f'write "{to}"' if to else "delete the line, for what stood there is gone for good"
            yield Problem("navigation", item.span, message, hint, Level.WARNING, (item.url,))


def _tested(context: Context, planned: Plan) -> Iterator[Problem]:
    """Addresses of pages that were tested for accessibility and are not there."""
    known = {page.url for page in planned.pages}
    said = context.config.accessibility
    for ref in said.pages if said else ():
        if ref.text not in known:
            message = f'no page stands at "{ref.text}", which was tested for accessibility'
            hint = did_you_mean(ref.text, known) or 'write addresses from the root: `pages = ["/"]`'
            yield Problem("navigation", ref.span, message, hint, subject=(ref.text,))


def _before(context: Context) -> Mapping[str, tuple[str, str]]:
    """The address of each thing that had another id, with its kind and its key today."""
    pairs = ((then.partition(":"), now.partition(":")) for then, now in context.archive.former.items())
    return {context.urls.target(then[0], then[2]): (now[0], now[2]) for then, now in pairs}


def by_address(context: Context, known: Collection[str]) -> Iterator[Problem]:
    """Links of texts to this very site by its public address, which lead away from any copy, or to nothing."""
    archive, base = context.archive, context.config.base_url
    meant = {url: key for url, (_, key) in _before(context).items()}
    meant |= {context.urls.target(kind, key): key for kind in INDEXES for key in archive.index(kind)}
    for record in archive.texts:
        for link in record.body.links:
            if not link.target.startswith(base):
                continue
            url = urls.from_root(link.target, base)
            there = next((each for each in (url, f"{url}/") if each in known), "")
            near = there or nearest(url, meant) or ""
            words = "" if link.text == link.target else f"|{link.text}"
            hint = f"write [[{meant[near]}{words}]]" if near in meant else "delete it"
            if not there:
                yield Problem("broken-link", link.span, f'nothing stands at "{link.target}"', hint, subject=(url,))
            elif there in meant:
                message = f'"{link.target}" leads to the published site, also from a copy of it'
                yield Problem("inner-link", link.span, message, hint, Level.WARNING, (url,))


def sites_of(settings: Config, theme: Theme, context: Context, card: str, links: Icons) -> dict[str, Site]:
    """What every page shows, by language: that of the site is empty."""
    own = site_of(settings, theme, context, card, links)
    others = (language for language in sorted(context.archive.languages) if language in theme.catalogues)
    return {"": own, **{language: _site_in(own, theme, context, language) for language in others}}


def _site_in(own: Site, theme: Theme, context: Context, language: str) -> Site:
    return replace(
        own,
        language=language,
        direction=direction(language),
        reviewed=spoken(theme, language)[0].catalogue.reviewed,
        navigation=tuple(_menu_in(own, context, language)),
        notes=tuple(_notes(context, language)),
        feed=feed_in(context, language) or own.feed,
        own_language=own.language,
    )


def _menu_in(own: Site, context: Context, language: str) -> Iterator[Link]:
    """The menu with what leads to an index, or to a page that there is in a language, called as in that language."""
    sections = {section.url: section for section in own.sections}
    notes = {version.url: key for key in context.archive.notes for version in versions(context, "note", key)}
    for item in own.navigation:
        key = notes.get(item.url)
        there = link_to(context, "note", in_language(context, "note", key, language)) if key else item
        yield sections.get(item.url, there if there.language == language else item)


def site_of(settings: Config, theme: Theme, context: Context, card: str, links: Icons) -> Site:
    made = {
        "changes": context.changes is not None,
        "compare": makes(context, "api"),
        "accessibility": settings.accessibility is not None,
    }
    without = (*urls.WITHIN, *(word for word, there in made.items() if not there))
    sections = tuple(section_link(context, word) for word in context.urls.words.__slots__ if word not in without)
    # What has changed is for who comes again, a comparison begins at a name, what was tested is for who asks: they
    # stand at the foot of pages.
    feet = {context.urls.section(word) for word in made}
    menu = tuple(each for each in sections if each.url not in feet)
    return Site(
        title=settings.title,
        subtitle=settings.subtitle,
        description=settings.description,
        language=settings.language,
        publisher=settings.publisher,
        base_url=settings.base_url,
        data_licence=settings.data_licence,
        text_licence=settings.text_licence,
        navigation=tuple(Link(item.label, item.url, settings.language) for item in settings.navigation) or menu,
        sections=sections,
        notes=tuple(_notes(context, "")),
        parameters=theme.parameters,
        version=__version__,
        card=card,
        icons=links,
        corrections=settings.corrections,
        counting=f"{context.urls.section('conventions')}#counting",
        direction=direction(settings.language),
        reviewed=theme.catalogue.reviewed,
        feed=context.urls.feed() if makes(context, "feed") else "",
        data=context.urls.api("index.json") if makes(context, "api") else "",
    )


def _notes(context: Context, language: str) -> Iterator[Link]:
    """Each page of text once, in a language if there is one in it."""
    for key in context.archive.notes:
        if context.archive.first_version("note", key) == key:
            yield link_to(context, "note", in_language(context, "note", key, language))


def work(made: Made, past: Ledger, intact: frozenset[str]) -> BuildWork:
    """What is stale: a fingerprint that differs, or a file that is not what was written."""
    recorded = {file: mark for file, mark in past.fingerprints.items() if file in intact}
    found = plan.diff(made.fingerprints, recorded)
    return replace(found, gone=tuple(file for file in past.fingerprints if file not in made.fingerprints))


def fallible(made: Made) -> BuildWork:
    """Every page, and every file made of an editor's picture; a drawing of our own can't fail, and takes its time."""
    rendered = (page.url for page in made.plan.pages)
    crafted = (each.url for each in made.plan.recipes if not isinstance(each.making, Drawing))
    return BuildWork(tuple(map(urls.path, (*rendered, *crafted))), (), ())


def render(made: Made, todo: BuildWork, tell: Tell) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The bytes of every stale file, or the problems of the templates."""
    stale = frozenset(todo.stale) - made.ready.keys()
    files = {path: blob.data for blob in made.plan.blobs if (path := urls.path(blob.url)) in stale}
    # A page whose view is forgotten was rendered, and failed.
    pages = tuple(page for page in made.plan.pages if page.view and urls.path(page.url) in stale)
    crafts = batches(recipe for recipe in made.plan.recipes if urls.path(recipe.url) in stale)
    here, there = _shared(pages)
    crafted, others_crafted = halves(crafts)
    is_worth = there or others_crafted
    others = beside(lambda: _worked(made, there, others_crafted, silent)) if is_worth else dict
    rendered = _worked(made, here, crafted, tell) | others()
    tell("render", len(pages), len(pages))
    files |= {urls.path(url): data for url, (data, _) in rendered.items()}
    failed = (*made.failed, *(problem for _, wrong in rendered.values() for problem in wrong))
    return shares.Layers(files, made.ready), failed


def _worked(
    made: Made, pages: Iterable[Page], batches: Iterable[Batch], tell: Tell
) -> dict[str, tuple[bytes, tuple[Problem, ...]]]:
    """Pages rendered and pictures made, by address."""
    return _rendered(made, pages, tell) | crafted(batches, made.files, tell)


def _rendered(made: Made, pages: Iterable[Page], tell: Tell) -> dict[str, tuple[bytes, tuple[Problem, ...]]]:
    rendered = {}
    for done, page in enumerate(pages, 1):
        rendered[page.url] = render_page(made.renderer, page)
        if done % 50 == 0:
            tell("render", done, len(made.listed))
    return rendered


def _shared(pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Two shares of about the same work, a template in one of them: compiling it costs as much as many pages."""
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


def explain(made: Made, url: str, past: Ledger, intact: frozenset[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Lines that say what stands at an address, what it is made from, and whether it is up to date."""
    items: dict[str, Item] = {page.url: page for page in made.plan.pages}
    items |= {blob.url: blob for blob in made.plan.blobs}
    items |= {recipe.url: recipe for recipe in made.plan.recipes}
    asked = urls.from_root(url, made.context.config.base_url)
    item = items.get(asked) or items.get(f"/{asked.strip('/')}/") or items.get(f"/{asked.strip('/')}")
    if item is None:
        hint = did_you_mean(asked, items) or "write it as the browser shows it, from the root: `/…/`"
        return (), (Problem("unknown-address", Span(PATH), f'nothing stands at "{asked}"', hint),)
    file = urls.path(item.url)
    lines = [f"address    {item.url}", f"file       {file}"]
    if isinstance(item, Page):
        lines += [f"template   {item.template}", f"view       {type(item.view).__module__}.{type(item.view).__name__}"]
    lines += [f"source     {source}" for source in item.sources]
    lines.append(f"state      {_state(file, made, past, intact)}")
    return tuple(lines), ()


def _state(file: str, made: Made, past: Ledger, intact: frozenset[str]) -> str:
    if file not in past.fingerprints:
        return "new: no build has written it"
    if past.fingerprints[file] != made.fingerprints[file]:
        return "stale: what it shows, its template or the program has changed since it was written"
    return "up to date" if file in intact else "stale: the file is not what was written"

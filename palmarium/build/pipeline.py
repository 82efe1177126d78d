"""The path, on one screen: read → load → resolve → check → plan → render → write."""

import contextlib
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ..problems import Level, Problem, Span, any_error, did_you_mean, in_order
from ..sources import disk, drafts, site_toml, url_lock
from . import output, state
from .output import WrittenFile
from .work import Tell, copies

if TYPE_CHECKING:
    from ..checks import run
    from ..model.archive import Archive
    from ..sources.fact_lock import Published
    from . import shares, stages

_PROSE = "prose"
_DAMAGED = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""Errors that a damaged state may cause; a fault of the program itself comes again without the state."""

Prose = Callable[[], object]
"""Reads the prose that an earlier build converted; lazy, because many builds need none of it."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: nothing was written where a problem is an error.

    `published` addresses are new in the lock, `changes` in their file: None where that is as it was. `cardless` are the
    names without a card, because there are too many names and site.toml does not ask for all cards. `drafts` are the
    files that only a preview shows; `accepted` counts the problems that exceptions in site.toml accept.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    written: tuple[str, ...] = ()
    kept: int = 0
    removed: tuple[str, ...] = ()
    published: int = 0
    changes: int | None = None
    cardless: int = 0
    drafts: tuple[str, ...] = ()
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class HeldBuild:
    """What a preview keeps from one of its builds to the next: values of the store, its last ledger, its trees.

    Each is used only if the files on the disk have not been written since.
    """

    values: dict[tuple[str, str], tuple[bytes, Any]] = field(default_factory=dict)
    ledgers: dict[str, state.Ledger] = field(default_factory=dict)
    trees: dict[str, output.Trees] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of the claims: everything wrong, and how many fare how; None where the archive can't be read."""

    problems: tuple[Problem, ...]
    tally: "run.ClaimTally | None" = None


def build(
    root: Path,
    tell: Tell,
    *,
    full: bool = False,
    publish: datetime.date | None = None,
    preview: bool = False,
    seen: "Callable[[Archive], None]" = lambda archive: None,
    held: HeldBuild | None = None,
) -> Report:
    """Bring the output of a site up to date; `full` renders everything again.

    `publish` is the day on which the site is published: from then on none of its addresses may be dropped, and later
    changes are reported against what it says now. After the site is written, `seen` is called with the archive, unless
    nothing has changed. A `preview` shows drafts too; `held` is what it keeps from build to build.
    """

    def attempt(prose: Prose, is_full: bool) -> Report:
        with disk.held(root):
            with contextlib.ExitStack() as stack:
                first = _build(root, tell, is_full, publish, preview, prose, stack, seen, held)
            if first.changes is None:
                return first
            # Only now is it known what this publication changes, and that is a page of the site too.
            with contextlib.ExitStack() as stack:
                second = _build(root, tell, False, publish, preview, prose, stack, seen, None)
            return _both(first, second)

    try:
        return attempt(_nothing, True) if full else _forgetful(root, attempt)
    except disk.OutputBusy as busy:
        hint = "; ".join(filter(None, ("wait until it is done, or stop it", str(busy))))
        return Report((Problem("busy", Span(site_toml.PATH), "another build is writing this site", hint),))
    except OSError as error:
        if held and held.trees:
            # The output is not what this program left there.
            held.trees.clear()
            return build(root, tell, full=full, publish=publish, preview=preview, seen=seen, held=held)
        return Report((output.unwritten(error, root),))


def _nothing() -> None:
    """No prose that an earlier build converted."""


def _forgetful(root: Path, attempt: Callable[[Prose, bool], _T]) -> _T:
    """The result of a build that uses the state of an earlier one, or of one without it if that is damaged."""
    try:
        return attempt(partial(disk.read_state, root, _PROSE), False)
    except _DAMAGED:
        return attempt(_nothing, True)


def _both(first: Report, second: Report) -> Report:
    """The reports of two builds in a row as one."""
    if any_error(second.problems):
        return second
    written = tuple(sorted({*first.written, *second.written}))
    removed = tuple(sorted({*first.removed, *second.removed}))
    published = first.published + second.published
    return replace(second, written=written, removed=removed, published=published, changes=first.changes)


def _build(
    root: Path,
    tell: Tell,
    full: bool,
    publish: datetime.date | None,
    preview: bool,
    prose: Prose,
    stack: contextlib.ExitStack,
    seen: "Callable[[Archive], None]",
    held: HeldBuild | None,
) -> Report:
    snapshot, unread = _read(root)
    if preview:
        shown = tuple(path for _, path in drafts.found(snapshot.files))
        return replace(_built(root, snapshot, unread, tell, full, None, prose, stack, seen, held), drafts=shown)
    public, left = drafts.left_out(snapshot)
    report = _built(root, public, unread, tell, full, publish, prose, stack, seen, held)
    return replace(report, problems=drafts.explained(report.problems, left)) if left else report


def _built(
    root: Path,
    snapshot: disk.Snapshot,
    unread: tuple[Problem, ...],
    tell: Tell,
    full: bool,
    publish: datetime.date | None,
    prose: Prose,
    stack: contextlib.ExitStack,
    seen: "Callable[[Archive], None]",
    held: HeldBuild | None,
) -> Report:
    published, unlocked = _facts(root) if publish else ({}, ())
    if unlocked:
        return Report(unlocked)
    snapshot = _as_published(snapshot, publish.year) if publish else snapshot
    engine = disk.engine_digest()
    values, held = (held.values if held else None), held or HeldBuild()
    past = state.read(root, held.ledgers)
    name, before = site_toml.output(snapshot.files), held.trees.get(disk.state_mark(root, state.NAME))
    trees = output.still(root, name, before)
    there, wrong = (trees.out, ()) if trees else output.find(root, name, past.files)
    if there is None:
        return Report(wrong)
    mark = snapshot.digest + engine
    if not full and not unread and not publish and state.still_holds(past, mark, there.intact):
        told = in_order((*past.warnings, *output.staying(there, there.others, past.files)))
        return Report(told, past.pages, kept=len(past.files))
    # Only a build that has something to do pays for the libraries.
    from . import compress, limits, pagefind, shares, stages, store, units
    from . import engine as engines

    log = units.Log()
    known = state.Ledger() if full else past
    is_kept = not (full or unread or len(there.intact) != len(past.files))
    kept = stack.enter_context(store.opened(root, values)) if is_kept else None

    def read(file: str) -> bytes | None:
        return disk.fetch(there.folder, file)

    update = None
    updated = engines.update(kept, snapshot, engine, past.fingerprints, read, tell) if kept else None
    if updated:
        update, problems = updated
        made: stages.Made | None = update.made if update else None
    else:
        recorded = {file: mark for file, mark in known.fingerprints.items() if file in there.intact}
        spools = tuple(stack.enter_context(disk.spool(root)) for _ in range(copies()))
        stream = shares.Stream(recorded, spools, read)
        made, problems = stages.make(snapshot, engine, prose(), tell, unread, log, stream)
    if made is None or any_error(problems):
        return Report(problems)
    work = stages.work(made, known, there.intact)
    new, failed = stages.render(made, work, tell)
    if failed:
        return Report(in_order((*problems, *failed)))

    indexed = pagefind.index(made, known, there.intact, work, new, read)
    found = compress.pack(indexed, made.context.config.compress, known, there.intact, new, read, tell)
    work, new, marks = found.work, shares.Layers(found.files, new), found.fingerprints
    others, blocked = output.others_left(there, marks, new)
    if blocked:
        return Report(in_order((*problems, *blocked)))

    def data(file: str) -> bytes | None:
        return new[file] if file in new else read(file)

    def size(file: str) -> int:
        kept = there.files.get(file)
        return kept[0] if kept and file not in new else len(new[file])

    outcome = limits.PublishedFiles(marks, data, size, sum(1 for page in made.listed if page.leads))
    level = Level.ERROR if publish else Level.WARNING
    refused = limits.over(made.context.config, snapshot.files, outcome, level)
    left = limits.left(made.context.config, made.context.archive.awards.values()) if publish else ()
    left = (*left, *limits.as_drafted(snapshot.files)) if publish else ()
    problems = in_order((*problems, *found.problems, *refused, *left))
    if any_error(problems):
        return Report(problems)
    warnings = tuple(problem for problem in problems if problem.level is Level.WARNING)
    gone = tuple(path for path in past.files if path in there.files and path not in marks)

    def announce(files: Mapping[str, WrittenFile]) -> None:
        """Write the ledger before the site, so that a killed build leaves no file that the next one takes for foreign.

        A file that was there is known anyhow: another size or time tells that it is no more what was written.
        """
        if not files.keys() <= past.files.keys():
            both = {**past.fingerprints, **marks}
            state.write(root, state.Ledger("", both, {**past.files, **files}, warnings, len(made.listed)))
        held.trees.clear()

    change = output.OutputChange(new, work.kept, gone, others)
    twin = trees.twin if trees else None
    is_same = not work.stale and not gone
    synced = output.Synced(past.files, (), twin) if is_same else output.sync(root, there, change, announce, twin)
    if any_error(synced.problems):
        return Report(in_order((*problems, *synced.problems)))
    # The site is out: without these two the next build only has more to do.
    more, changes = 0, None
    if publish:
        then, snapshot = snapshot, _publish(root, snapshot, made)
        mark, more = snapshot.digest + engine, len(_lock(snapshot).addresses) - len(_lock(then).addresses)
        # What is kept is about the changes that the output shows, not about those that are written down now.
        changes = _changes(root, made, published, publish)
    with contextlib.suppress(OSError):
        if not updated:
            disk.write_state(root, _PROSE, made.prose)
        again = "" if found.problems else mark
        ledgers = state.write(root, state.Ledger(again, marks, synced.files, warnings, len(made.listed)))
        if values is not None:
            _hold(held, snapshot, ledgers, output.trees(root, there, change, synced))
        if update and kept:
            store.update(kept, update.rows(marks))
        else:
            engines.keep(root, snapshot, engine, made, log, marks)
    seen(made.context.archive)
    told = in_order((*problems, *synced.problems, *output.staying(there, others, marks)))
    cardless = stages.without_cards(made.context)
    return Report(told, len(made.listed), work.stale, len(work.kept), work.gone, more, changes, cardless)


def _hold(
    held: HeldBuild, snapshot: disk.Snapshot, ledgers: Mapping[str, state.Ledger], trees: output.Trees | None
) -> None:
    """Keep the state of this build for the next one of the same process, in place of earlier state."""
    for kind, key in tuple(held.values):
        if kind == "record" and key not in snapshot.files:
            del held.values[kind, key]
    held.ledgers.clear()
    held.trees.clear()
    held.ledgers.update(ledgers)
    held.trees.update({mark: trees for mark in ledgers if trees})


def _lock(snapshot: disk.Snapshot) -> url_lock.Lock:
    return url_lock.parse(snapshot.files.get(url_lock.PATH, b""))[0]


def _as_published(snapshot: disk.Snapshot, year: int) -> disk.Snapshot:
    """The sources with the lock that a publication writes: the public address, and the prefix of ids in feeds."""
    from .. import config
    from . import addresses

    settings, _ = config.read(snapshot.files)
    if settings is None:
        return snapshot
    head = f"base {settings.base_url}\n"
    if not _lock(snapshot).feeds:
        head += f"feeds {addresses.feed_ids(settings.base_url, year)}\n"
    files = {**snapshot.files, url_lock.PATH: head.encode() + snapshot.files.get(url_lock.PATH, b"")}
    return replace(snapshot, files=MappingProxyType(files))


def _publish(root: Path, snapshot: disk.Snapshot, made: "stages.Made") -> disk.Snapshot:
    """Add all present addresses to the lock; returns the sources with it."""
    from . import addresses

    data = addresses.published(_lock(snapshot), made.context, made.fingerprints, made.listed)
    disk.replace(root, url_lock.PATH, data)
    return drafts.left_out(_read(root)[0])[0]


def _facts(root: Path) -> "tuple[Published, tuple[Problem, ...]]":
    """The facts of the last publication."""
    from ..sources import fact_lock

    return fact_lock.parse(disk.fetch(root, fact_lock.PATH) or b"")


def _changes(root: Path, made: "stages.Made", then: "Published", day: datetime.date) -> int | None:
    """Record the facts that changed since the last publication; returns their number, None if nothing is news."""
    from ..model import Date
    from ..sources import change_log, fact_lock
    from ..statistics import publications

    data, archive, names = disk.fetch(root, change_log.PATH) or b"", made.context.archive, made.withheld
    # What was told of a name before it was withheld is out of the site already, and now out of its sources.
    kept = change_log.without(data, names, lambda change: publications.redacted((change,), names))
    log, on = change_log.parse(kept)[0], Date(day.year, day.month, day.day)
    now = dict(publications.said(archive))
    found = publications.difference(then, now, archive, names, log, on) if then else ()
    if found or kept != data or not data:
        disk.replace(root, change_log.PATH, change_log.added(kept, found))
    # Last: where a build is killed before this, the next one finds the same changes, and in the log that they are told.
    facts = fact_lock.written(now.items())
    if facts != disk.fetch(root, fact_lock.PATH):
        disk.replace(root, fact_lock.PATH, facts)
    return len(found) if found or not data else None


def _read(root: Path) -> tuple[disk.Snapshot, tuple[Problem, ...]]:
    """The sources, without links into the output, by which a build would read what it has written."""
    snapshot, unread = disk.read(root)
    out = site_toml.output(snapshot.files)
    inside = (
        Problem("symlink", Span(name), f'this link leads into the output: "{target}"', "copy what it leads to")
        for name, target in snapshot.linked.items()
        if f"{target}/".startswith(f"{out}/")
    )
    return snapshot, (*unread, *inside)


def check(root: Path, tell: Tell, today: datetime.date | None = None) -> Report:
    """All problems of a build without writing anything, and what is dated after a given day."""
    return _forgetful(root, lambda prose, _: _check(root, tell, today, prose))


def _check(root: Path, tell: Tell, today: datetime.date | None, prose: Prose) -> Report:
    from ..checks import run
    from ..sources.keys import at_keys
    from . import shares, stages

    made, problems = _made(root, tell, prose, shares.Stream({}))
    if made is None or any_error(problems):
        return Report(problems)

    _, failed = stages.render(made, stages.fallible(made), tell)
    archive, settings = made.context.archive, made.context.config
    ahead = run.dated_ahead(archive, settings, today) if today else ()
    return Report(in_order((*problems, *failed, *at_keys(ahead, made.files))), len(made.listed), accepted=made.accepted)


def claims(root: Path, tell: Tell) -> Claims:
    """The verdicts of all claims; one that differs and is not disputed is an error."""
    return _forgetful(root, lambda prose, _: _claims(root, tell, prose))


def _claims(root: Path, tell: Tell, prose: Prose) -> Claims:
    made, problems = _made(root, tell, prose)
    if made is None:
        return Claims(problems)
    from ..checks import run

    archive, settings = made.context.archive, made.context.config
    told = run.claims_told(archive, settings)
    rest = (problem for problem in problems if problem.code != run.CLAIMS)
    return Claims(in_order((*rest, *told)), run.tally(archive))


def server(root: Path, tell: Tell) -> tuple[str, tuple[Problem, ...]]:
    """The configuration of a web server for the site; empty if there is an error."""
    made, problems = _forgetful(root, lambda prose, _: _made(root, tell, prose))
    if made is None or any_error(problems):
        return "", problems
    from ..exports import host
    from . import units

    return host.server(made.context, units.by_url(made.listed)), ()


def explain(root: Path, url: str, tell: Tell) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """An explanation of an address: its file, its sources, and why it would be made again."""
    made, problems = _forgetful(root, lambda prose, _: _made(root, tell, prose))
    if made is None:
        return (), problems
    from . import engine, store

    past = state.read(root)
    said, wrong = explained(made, url, past, output.intact(root / made.context.config.output, past.files))
    if wrong:
        return said, wrong
    with store.opened(root) as there:
        return (
            *said,
            *engine.why(there, drafts.left_out(_read(root)[0])[0], disk.engine_digest(), made, said[1][11:]),
        ), ()


def explained(
    made: "stages.Made", url: str, past: state.Ledger, intact: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The part of an explanation that follows from a build: the file, its sources and its state."""
    from ..pages import urls
    from ..pages.plan import Item, Page

    items: dict[str, Item] = {page.url: page for page in made.plan.pages}
    items |= {blob.url: blob for blob in made.plan.blobs}
    items |= {recipe.url: recipe for recipe in made.plan.recipes}
    asked = urls.from_root(url, made.context.config.base_url)
    item = items.get(asked) or items.get(f"/{asked.strip('/')}/") or items.get(f"/{asked.strip('/')}")
    if item is None:
        hint = did_you_mean(asked, items) or "write it as the browser shows it, from the root: `/…/`"
        return (), (Problem("unknown-address", Span(site_toml.PATH), f'nothing stands at "{asked}"', hint),)
    file = urls.path(item.url)
    lines = [f"address    {item.url}", f"file       {file}"]
    if isinstance(item, Page):
        lines += [f"template   {item.template}", f"view       {type(item.view).__module__}.{type(item.view).__name__}"]
    lines += [f"source     {source}" for source in item.sources]
    lines.append(f"state      {_state(file, made, past, intact)}")
    return tuple(lines), ()


def _state(file: str, made: "stages.Made", past: state.Ledger, intact: frozenset[str]) -> str:
    if file not in past.fingerprints:
        return "new: no build has written it"
    if past.fingerprints[file] != made.fingerprints[file]:
        return "stale: what it shows, its template or the program has changed since it was written"
    return "up to date" if file in intact else "stale: the file is not what was written"


def _made(
    root: Path, tell: Tell, prose: Prose, stream: "shares.Stream | None" = None
) -> "tuple[stages.Made | None, tuple[Problem, ...]]":
    from . import stages

    snapshot, unread = _read(root)
    public, left = drafts.left_out(snapshot)
    made, problems = stages.make(public, disk.engine_digest(), prose(), tell, unread, stream=stream)
    return made, drafts.explained(problems, left)

"""Deploy the output: into a branch, into a folder, or by a command; what others put there stays.

A deployment leaves a list of its files in the target (`LIST`). From it the next deployment, on any machine, knows which
files it may delete: all others belong to somebody else.
"""

import subprocess
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from ..build import addresses, output, state
from ..config import Config
from ..problems import Level, Problem, Span, some
from ..sources import disk
from . import branch as branches

LIST = ".palmarium-files"
"""The list of the deployed files, one a line, kept beside them."""

MOST = 0.05
"""The share of the files that may be removed without confirmation."""

_STAYS = "CNAME"
"""The file that names the domain: GitHub writes one itself, and without it the site is gone."""

_SHOWN = 8
_STATE = "deployed"


@dataclass(frozen=True, slots=True)
class DeployChange:
    """What a deployment would do, by path: `replaced` are files of others in the place of ours, `staying` the rest."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    staying: tuple[str, ...] = ()
    lasting: int = 0
    """How many files there were to keep, those not counted that pass anyway, such as ones with a digest."""

    @property
    def is_nothing(self) -> bool:
        return not (self.added or self.changed or self.removed or self.replaced)


@dataclass(frozen=True, slots=True)
class Deployment:
    """A site, where it goes (`where`, in words), what that changes, and how it is done."""

    where: str
    place: Span
    change: DeployChange
    send: Callable[[], tuple[Problem, ...]]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _There:
    """What stands where a site goes: marks by path, and which of these files a deployment put there."""

    files: Mapping[str, str]
    ours: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Site:
    """The output as a build made it: the mark of each file, as `mark` makes it. One file is read at a time."""

    folder: Path
    marks: Mapping[str, str]
    mark: Callable[[bytes], str] = disk.digest


class _Changed(Exception):
    """A file of the output is not what it was when the deployment was prepared."""


def prepare(root: Path, config: Config) -> tuple[Deployment | None, tuple[Problem, ...]]:
    """The deployment and its target; None, with the reason, if there can be none."""
    host, place = config.host, config.place("host")
    if host.command:
        return _by_command(root, config), ()
    if host.folder:
        return _into_folder(root, config)
    if host.branch or host.name == "github-pages":
        return _into_branch(root, config, host.branch or "gh-pages")
    hint = 'write below [host] one of: `branch = "gh-pages"`, `folder = "/srv/www/…"`, `command = ["rsync", …]`'
    return None, (Problem("deploy", place, "site.toml does not say where this site is deployed", hint),)


def compare(ours: Mapping[str, str], there: _There) -> DeployChange:
    """The changes that bring all our files there and remove our old ones; CNAME is never removed."""
    files = there.files
    theirs = {path for path in files if path not in there.ours and path != LIST}
    added = tuple(path for path in ours if path not in files)
    differs = tuple(path for path in ours if path in files and files[path] != ours[path])
    gone = (path for path in files if path in there.ours and path not in ours and path not in (LIST, _STAYS))
    return DeployChange(
        added,
        tuple(path for path in differs if path not in theirs),
        tuple(gone),
        tuple(path for path in differs if path in theirs and path != _STAYS),
        tuple(path for path in files if path in theirs and path not in ours),
        sum(1 for path in there.ours if path in files and not addresses.is_passing(path)),
    )


def refused(found: Deployment) -> tuple[Problem, ...]:
    """The reason why a deployment needs confirmation."""
    change = found.change
    lasting = [path for path in change.removed if not addresses.is_passing(path)]
    problems = []
    if len(lasting) > MOST * change.lasting:
        which = some(sorted(lasting), _SHOWN)
        message = f"{len(lasting)} of {change.lasting} files would be taken away from {found.where}: {which}"
        hint = "look at `palmarium deploy --dry-run`; if it is meant, `palmarium deploy --yes`"
        problems.append(Problem("deploy", found.place, message, hint, subject=tuple(lasting)))
    if change.replaced:
        which = some(sorted(change.replaced), _SHOWN)
        message = f"{found.where} holds files in the place of ours that no deployment put there: {which}"
        hint = "see whether it is the right place; to write over them, `palmarium deploy --yes`"
        problems.append(Problem("deploy", found.place, message, hint, subject=change.replaced))
    return tuple(problems)


def told(found: Deployment, whole: Collection[str] = ()) -> Iterator[str]:
    """Lines that describe a deployment; for the kinds in `whole`, each file."""
    change = found.change
    signs = {"+": change.added, "~": (*change.changed, *change.replaced), "-": change.removed}
    for sign, paths in signs.items():
        yield from (f"{sign} {path}" for path in sorted(paths) if sign in whole)
    if change.staying:
        yield f"{len(change.staying)} files of others stay: {some(sorted(change.staying), _SHOWN)}"


def counted(change: DeployChange) -> str:
    """`3 added, 5 changed, 1 removed`."""
    changed = len(change.changed) + len(change.replaced)
    return f"{len(change.added)} added, {changed} changed, {len(change.removed)} removed"


def _built(root: Path, config: Config, mark: Callable[[bytes], str] = disk.digest) -> _Site:
    """The files of the output that a build made, without foreign ones."""
    folder = root / config.output
    read = ((path, disk.fetch(folder, path)) for path in sorted(output.intact(folder, state.read(root).files)))
    return _Site(folder, {path: mark(data) for path, data in read if data is not None}, mark)


def _read(site: _Site, path: str) -> bytes:
    """The bytes of a file, checked against the mark by which it was compared."""
    data = disk.fetch(site.folder, path)
    if data is None or site.mark(data) != site.marks[path]:
        raise _Changed(path)
    return data


def _domain(site: _Site) -> bytes | None:
    return disk.fetch(site.folder, _STAYS) if _STAYS in site.marks else None


def _meanwhile(place: Span, changed: _Changed) -> Problem:
    message = f'"{changed}" was changed in the output meanwhile'
    return Problem("deploy", place, message, "deploy again, when nothing else writes there", subject=(str(changed),))


def _list(paths: Collection[str]) -> bytes:
    head = "# The files that `palmarium deploy` put here; everything else is somebody else's, and stays.\n"
    return (head + "".join(f"{path}\n" for path in sorted(paths))).encode("utf-8", "surrogateescape")


def _known(data: bytes | None) -> frozenset[str]:
    lines = (data or b"").decode("utf-8", "surrogateescape").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _other_domain(place: Span, ours: bytes | None, theirs: bytes | None, is_ours: bool) -> tuple[Problem, ...]:
    """A foreign CNAME stays, and is reported if it names another domain."""
    if ours is None or theirs is None or is_ours or ours.strip().lower() == theirs.strip().lower():
        return ()
    there, here = (data.decode("utf-8", "replace").strip() for data in (theirs, ours))
    message = f'{_STAYS} says "{there}" where the site is deployed, and "{here}" here; it stays as it is'
    hint = f"write the right domain into `base_url` or `domain`, or delete {_STAYS} there"
    return (Problem("deploy", place, message, hint, Level.WARNING, (there,)),)


# Into a branch.


def _into_branch(root: Path, config: Config, name: str) -> tuple[Deployment | None, tuple[Problem, ...]]:
    place = config.place("host")
    branch, wrong = branches.find(root, config.host.remote, name, place)
    if branch is None:
        return None, wrong
    built = _built(root, config, partial(branches.mark, branch))
    there = _There(branch.files, _known(branches.read(branch, LIST)))
    change = compare(built.marks, there)
    theirs = branches.read(branch, _STAYS)
    notes = _other_domain(place, _domain(built), theirs, _STAYS in there.ours)
    where = f'the branch "{name}"'
    return Deployment(where, place, change, partial(_pushed, branch, built, there.ours, change, place), notes), ()


def _pushed(
    branch: branches.Branch, built: _Site, before: Collection[str], change: DeployChange, place: Span
) -> tuple[Problem, ...]:
    files = ((path, _read(built, path)) for path in (*change.added, *change.changed, *change.replaced))
    listed = (LIST, _list(_mine(built.marks, before, change)))
    message = f"Publish: {counted(change)}\n"
    try:
        return branches.commit(branch, message, chain(files, (listed,)), change.removed, place)
    except _Changed as changed:
        return (_meanwhile(place, changed),)


def _mine(built: Collection[str], before: Collection[str], change: DeployChange) -> list[str]:
    """The files that are ours once all is done: those of the build, but for a CNAME that was there before."""
    return [path for path in built if path != _STAYS or path in before or path in change.added]


# Into a folder.


def _into_folder(root: Path, config: Config) -> tuple[Deployment | None, tuple[Problem, ...]]:
    place = config.place("host", "folder")
    folder = (root / Path(config.host.folder).expanduser()).resolve()
    if why := _unfit(root.resolve(), folder, config.output):
        hint = 'write where the web server looks: `folder = "/srv/www/…"`'
        return None, (Problem("deploy", place, f'"{config.host.folder}" is no place for the site: {why}', hint),)
    try:
        built = _built(root, config)
        there = _standing(folder, built.marks)
    except OSError as error:
        return None, (_unwritable(place, folder, error),)
    change = compare(built.marks, there)
    notes = _other_domain(place, _domain(built), disk.fetch(folder, _STAYS), _STAYS in there.ours)
    send = partial(_copied, folder, built, there.ours, change, place)
    return Deployment(f'the folder "{config.host.folder}"', place, change, send, notes), ()


def _unfit(root: Path, folder: Path, out: str) -> str:
    if root.is_relative_to(folder):
        return "the site itself lies in it"
    if any(folder.is_relative_to(root / name) for name in (*disk.SOURCES, disk.STATE, out, ".git")):
        return "it lies in the sources of the site or in its output"
    if not disk.is_taken(folder.parent, ""):
        return "there is no such folder, nor the one that would hold it"
    return ""


def _standing(folder: Path, built: Collection[str]) -> _There:
    """The contents of a folder; only files at the paths of ours are read."""
    names = tuple(disk.standing(folder))
    marks = {path: disk.digest(disk.fetch(folder, path) or b"") if path in built else "" for path in names}
    return _There(marks, _known(disk.fetch(folder, LIST)))


def _copied(
    folder: Path, built: _Site, before: Collection[str], change: DeployChange, place: Span
) -> tuple[Problem, ...]:
    """Pages after what they show, then what goes; the list says of everything that it is ours before it is there."""
    mine = _mine(built.marks, before, change)
    wanted = sorted((*change.added, *change.changed, *change.replaced), key=lambda path: (path.endswith(".html"), path))
    try:
        disk.place(folder, LIST, _list({*before, *mine}))
        for path in wanted:
            disk.place(folder, path, _read(built, path))
        for path in change.removed:
            disk.take_away(folder, path)
        disk.place(folder, LIST, _list(mine))
    except OSError as error:
        return (_unwritable(place, folder, error),)
    except _Changed as changed:
        return (_meanwhile(place, changed),)
    return ()


def _unwritable(place: Span, folder: Path, error: OSError) -> Problem:
    what = error.filename if isinstance(error.filename, str) else str(folder)
    message = f'"{what}" can\'t be written: {error.strerror or error}'
    return Problem("deploy", place, message, "see who may write there; deploy again, and what is missing is added")


# By a command.


def _by_command(root: Path, config: Config) -> Deployment:
    """A deployment by a command, which is assumed to have put there what it was last given."""
    ours = _built(root, config).marks
    last = disk.read_state(root, _STATE)
    files = {str(path): str(mark) for path, mark in last.items()} if isinstance(last, dict) else {}
    change = compare(ours, _There(files, frozenset(files)))
    place = config.place("host", "command")
    said = f"`{config.host.command[0]}`"
    return Deployment(said, place, change, partial(_run, root, config.host.command, ours, place))


def _run(root: Path, command: tuple[str, ...], ours: Mapping[str, str], place: Span) -> tuple[Problem, ...]:
    try:
        code = subprocess.run(command, cwd=root).returncode
    except OSError as error:
        message = f'"{command[0]}" can\'t be run: {error.strerror or error}'
        return (Problem("deploy", place, message, "install it, or write its whole path"),)
    if code:
        return (Problem("deploy", place, f'"{command[0]}" ended with {code}', "see what it said above"),)
    disk.write_state(root, _STATE, dict(ours))
    return ()

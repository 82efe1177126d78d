"""The output folder: what stands in it, and a whole new tree put in place of the old one at once.

Files that no build put there are carried over. Links inside the folder are not followed, and no path leads out of it.
"""

import errno
import json
import os
import re
import shlex
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from ..pages.plan import BuildWork
from ..pages.urls import folders
from ..problems import Level, Problem, Span, some
from ..sources import disk

Read = Callable[[str], bytes | None]
"""A file of the output; None where it is not there."""

WrittenFile = tuple[int, int]
"""Size and time of change of a file of the output when it was written: a later look tells whether they still are."""

Announce = Callable[[Mapping[str, WrittenFile]], None]
"""Told what will have been written, just before it is out."""

SIGNED = "manifest.webmanifest"
"""It says which program made the output."""

_SETTINGS = Span("site.toml")
_BESIDE = f"{disk.STATE}-swap"
"""Where a new tree is made ready if `.palmarium` lies on another disk than the output."""
_LONGEST, _LONGEST_PART = 1024, 255
_SHOWN = 5
_EXCHANGE = 2
_BOTH = 2
_HERE = -100
_ELSEWHERE = (errno.EXDEV, errno.EBUSY)
_CLOSED = (*_ELSEWHERE, errno.EACCES, errno.EPERM, errno.EROFS)
_UNLINKABLE = (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS)
_NAMES_LINKS = os.link in os.supports_follow_symlinks
"""Whether this system gives a link itself a second name, and not what it leads to."""

_UNPLAIN = re.compile(r"[\x00-\x1f\x7f\\]")
_PLAIN = re.compile(r"(?:[a-z0-9_][a-z0-9_.-]{0,100}/){0,8}[a-z0-9_][a-z0-9_.-]{0,100}")
"""What nearly all paths are: nothing more has to be asked of them."""
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Output:
    """What stands in the output folder: every file, those that are still what was written, those that are not ours.

    Links are not followed: what is no ordinary file is None, and so is an empty folder, whose path ends in a slash.
    `inodes` say where the disk keeps each ordinary file of which that is known.
    """

    folder: Path
    files: Mapping[str, WrittenFile | None]
    intact: frozenset[str]
    others: tuple[str, ...]
    inodes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Indexed:
    """The work of a build including the files that are made from its pages, with all fingerprints of the output."""

    work: BuildWork
    files: Mapping[str, bytes]
    fingerprints: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputChange:
    """The files to write, keep and delete, by path; `others` are foreign files, which stay."""

    new: Mapping[str, bytes]
    kept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Synced:
    """The files of the output as they were written; none was where a problem is an error.

    `twin` is what is left of the tree before, None where that is not known; `inodes` say where the disk keeps files.
    """

    files: Mapping[str, WrittenFile]
    problems: tuple[Problem, ...] = ()
    twin: Mapping[str, int] | None = None
    inodes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Trees:
    """The output and the tree before it as a build of this program left them: `places` says which folders they are."""

    out: Output
    twin: Mapping[str, int]
    places: tuple[int, ...]


def trees(root: Path, found: Output, change: OutputChange, synced: Synced) -> Trees | None:
    """The trees that a build left, for the next build of the same process; None if they are unknown."""
    places = _places(root, found.folder)
    if synced.twin is None or len(places) < _BOTH:
        return None
    others = {path: found.files[path] for path in change.others if path in found.files}
    files, inodes = {**others, **synced.files}, {**found.inodes, **synced.inodes}
    left = Output(found.folder, files, frozenset(synced.files), tuple(others), inodes)
    return Trees(left, synced.twin, places)


def still(root: Path, name: str, known: Trees | None) -> Trees | None:
    """The trees that this process left, if the folders are still the same ones."""
    return known if known and known.out.folder == root / name and _places(root, root / name) == known.places else None


def _places(root: Path, out: Path) -> tuple[int, ...]:
    trees = (out, root / disk.STATE / "stage")
    return tuple(each.lstat().st_ino for each in trees if each.is_dir() and not each.is_symlink())


def find(root: Path, name: str, recorded: Mapping[str, WrittenFile]) -> tuple[Output | None, tuple[Problem, ...]]:
    """The output of an earlier build; None if nothing can be built there."""
    folder = root / name
    if folder.is_symlink():
        message = f'the output "{name}" is a link; a build never writes where a link leads'
        return None, (Problem("output", _SETTINGS, message, f"delete it (rm {name}), or set another `output`"),)
    if folder.exists() and not folder.is_dir():
        message = f'the output "{name}" is a file; a build makes a folder of that name'
        return None, (Problem("output", _SETTINGS, message, "move it away, or set another `output` in site.toml"),)
    _recover(root, folder)
    files, inodes = _survey(folder)
    others = tuple(sorted(path for path in files if path not in recorded))
    found = Output(folder, files, _intact(files, recorded), others, inodes)
    named = _named(others, ())
    if named and not found.intact and not _is_ours(folder):
        message = f'the folder "{name}" holds files that no build put there: {some(named, _SHOWN)}'
        hint = "move them away, or set another `output` in site.toml"
        return None, (Problem("output", _SETTINGS, message, hint),)
    return found, ()


def intact(folder: Path, recorded: Mapping[str, WrittenFile]) -> frozenset[str]:
    """The files of the output that are unchanged since they were written."""
    return _intact(_survey(folder)[0], recorded)


def _intact(files: Mapping[str, WrittenFile | None], recorded: Mapping[str, WrittenFile]) -> frozenset[str]:
    return frozenset(path for path, was in recorded.items() if files.get(path) == was)


def _survey(folder: Path) -> tuple[Mapping[str, WrittenFile | None], Mapping[str, int]]:
    files: dict[str, WrittenFile | None] = {}
    inodes: dict[str, int] = {}
    for path, entry in _below(folder):
        if entry is None or not entry.is_file(follow_symlinks=False):
            files[path] = None
        else:
            seen = entry.stat(follow_symlinks=False)
            files[path] = _written(seen)
            inodes[path] = entry.inode()
    return files, inodes


def _inodes(folder: Path) -> Mapping[str, int]:
    """The inode of each ordinary file of a tree, read without opening files; 0 for others."""
    return {
        path: entry.inode() if entry is not None and entry.is_file(follow_symlinks=False) else 0
        for path, entry in _below(folder)
    }


def _below(folder: Path) -> Iterator[tuple[str, "os.DirEntry[str] | None"]]:
    """All files of a tree by path; an empty folder ends in a slash, and has no entry."""
    pending = [""] if folder.is_dir() else []
    top = os.fspath(folder)
    while pending:
        below = pending.pop()
        with os.scandir(f"{top}/{below}") as scanned:
            entries = list(scanned)
        for entry in entries:
            path = below + entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry
            elif path != disk.STATE:
                pending.append(f"{path}/")
        if below and not entries:
            yield below, None


def _is_ours(folder: Path) -> bool:
    """Whether the output carries the mark of a build of this program."""
    try:
        told = json.loads(disk.fetch(folder, SIGNED) or b"")
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("generator") == "palmarium"


def _named(others: Iterable[str], ours: Collection[str]) -> tuple[str, ...]:
    """The foreign files worth reporting: none of git or the system, and a foreign folder as one."""
    tops = {path.split("/")[0] for path in ours}
    worth = (path for path in others if not path.endswith("/") and not disk.is_litter(path))
    return tuple(dict.fromkeys(path if path.split("/")[0] in tops else _top(path) for path in worth))


def _top(path: str) -> str:
    top, slash, _ = path.partition("/")
    return top + slash


def staying(found: Output, others: Iterable[str], ours: Collection[str]) -> Iterator[Problem]:
    """A warning that names the foreign files that stay in the output."""
    named = _named(others, ours)
    if not named:
        return
    name = found.folder.name
    if SIGNED in found.intact:
        said = "files that no build put there"
        hint = f'to have one in every build, put it into content/files ("{disk.FILES}{named[0]}"); otherwise delete it'
    else:
        said = "files of which nothing says who put them there"
        hint = f'if they are pages of an earlier build, delete them; if none is yours, delete the folder "{name}"'
    message = f'the folder "{name}" holds {said}; they stay: {some(named, _SHOWN)}'
    yield Problem("output", _SETTINGS, message, hint, Level.WARNING)


def others_left(
    found: Output, files: Collection[str], new: Mapping[str, bytes]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The foreign files that stay beside those of a build; an error if one is in the way."""
    if not found.others:
        return (), ()
    in_the_way = frozenset(_in_the_way(found.others, files))
    # Where another build wrote the output since ours, what stands at the place of a page is one of its pages.
    is_last = SIGNED in found.intact
    blocking = tuple(
        path
        for path in found.others
        if path in in_the_way
        and (path not in files or found.files[path] is None or is_last)
        and disk.fetch(found.folder, path) != new.get(path, b"")
    )
    left = tuple(path for path in found.others if path not in in_the_way)
    if not blocking:
        return left, ()
    name = found.folder.name
    message = (
        f'the folder "{name}" holds files that no build put there, and this one has its own: {some(blocking, _SHOWN)}'
    )
    paths = " ".join(shlex.quote(f"{name}/{path}") for path in blocking[:_SHOWN])
    return left, (Problem("output", _SETTINGS, message, f"move them away, or delete them: rm -r {paths}"),)


def _in_the_way(others: Iterable[str], files: Iterable[str]) -> Iterator[str]:
    """The foreign files at the path of a new file, of one of its folders, or below it."""
    wanted = frozenset(files)
    above = frozenset(folder for path in wanted for folder in folders(path))
    for path in others:
        bare = path.rstrip("/")
        if bare in wanted or (bare in above and bare == path) or any(f in wanted for f in folders(bare)):
            yield path


def _refused(paths: Iterable[str]) -> tuple[Problem, ...]:
    """Problems for paths that lead out of the output or that no system can hold; they are never written."""
    problems = []
    for path in paths:
        if why := _unplain(path):
            said = path.encode("unicode_escape").decode()[:200]
            message = f'"{said}" can\'t be a file of the output: {why}'
            problems.append(Problem("output-path", _SETTINGS, message, "rename what its address is made of"))
    return tuple(problems)


def _unplain(path: str) -> str:
    if _PLAIN.fullmatch(path):
        return ""
    parts = path.split("/")
    if path.startswith("/") or _DRIVE.match(path):
        return "it begins at the root of a disk"
    if ".." in parts or "." in parts:
        return "it leads out of its folder"
    if "" in parts:
        return "a part of it is empty"
    if _UNPLAIN.search(path):
        return "it holds a backslash or a control character"
    if parts[0].casefold() in (disk.STATE, _BESIDE) or ".git" in map(str.casefold, parts):
        return f'"{parts[0]}" is not a build\'s to write'
    whole = os.fsencode(path) if path.isprintable() else b""
    if not whole:
        return "it is no text"
    if len(whole) > _LONGEST or any(len(os.fsencode(part)) > _LONGEST_PART for part in parts):
        return f"it is too long: {_LONGEST_PART} bytes are the most for a name, {_LONGEST} for a path"
    return ""


def sync(
    root: Path, found: Output, change: OutputChange, before: Announce, twin: Mapping[str, int] | None = None
) -> Synced:
    """Put a whole new tree in place of the old one, in one step where the system can.

    `twin` is what is left of the tree before, where that is known. `before` is told what will have been written just
    before it is out. An OSError leaves the old tree as it was.
    """
    if wrong := _refused((*change.kept, *change.new)):
        return Synced({}, wrong)
    out = found.folder
    places = () if os.path.ismount(out) else ((root / disk.STATE, _ELSEWHERE), (root / _BESIDE, _CLOSED))
    for place, elsewhere in places:
        try:
            return _exchanged(place, found, change, before, twin)
        except OSError as error:
            if error.errno not in elsewhere:
                raise
            if error.errno == errno.EBUSY:
                break
    return Synced(_one_by_one(out, change, before), (_in_place(out.name),))


def _in_place(name: str) -> Problem:
    message = f'"{name}" is a mount, or lies on a disk of its own: its files were put in place one after the other'
    hint = (
        "a build that is stopped meanwhile leaves old and new pages side by side until the next one; "
        f'to have all at once, mount the folder that holds "{name}"'
    )
    return Problem("in-place", _SETTINGS, message, hint, Level.WARNING)


def _exchanged(
    place: Path, found: Output, change: OutputChange, before: Announce, twin: Mapping[str, int] | None
) -> Synced:
    """Exchange the trees; the old one is kept because most files of the next build are in it."""
    stage, out = place / "stage", found.folder
    is_beside = place.name == _BESIDE
    if is_beside:
        _remove(place)
        place.mkdir()
    if stage.is_symlink() or not stage.is_dir():
        _remove(stage)
    stage.mkdir(exist_ok=True)
    try:
        same = _fill(stage, found, change, _inodes(stage) if twin is None or is_beside else twin)
        kept = {path: was for path in change.kept if path in same and (was := found.files[path])}
        looked = {path: os.lstat(f"{stage}/{path}") for path in (*change.kept, *change.new) if path not in kept}
        written = {**kept, **{path: _written(seen) for path, seen in looked.items()}}
        before(written)
        old, left = _swap(stage, out), None
        if old:
            left = _sweep(old, out, frozenset((*written, *change.gone)))
            if old != stage:
                _remove(old)
    except OSError:
        _remove(stage)
        raise
    finally:
        if is_beside:
            _remove(place)
    inodes = {path: seen.st_ino for path, seen in looked.items()}
    return Synced(written, (), left if old == stage and not is_beside else None, inodes)


def _fill(stage: Path, found: Output, change: OutputChange, there: Mapping[str, int]) -> frozenset[str]:
    """Make the new tree out of the one before the last, if it is still there, or out of nothing.

    A file of that tree that is the same file as in the output stays, and is returned; all others are deleted.
    """
    new = frozenset(change.new)
    wanted = frozenset((*change.kept, *change.others, *new))
    # Thousands of files: texts are joined in a fraction of the time that paths take.
    here, below = os.fspath(found.folder), os.fspath(stage)
    # Two names of one place on one disk are one file: what was seen of it holds for both.
    is_one_disk = found.folder.is_dir() and stage.stat().st_dev == found.folder.stat().st_dev
    was = found.inodes if is_one_disk else {}
    same = frozenset(path for path, inode in there.items() if inode and path in wanted and was.get(path) == inode)
    for path in there:
        if path not in same or path in new:
            _clear(stage, path)
    made = {"", *(path.rpartition("/")[0] for path in change.kept if path in same)}
    for path in chain(change.kept, change.others, change.new):
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(f"{below}/{folder}", exist_ok=True)
            made.add(folder)
    # Links first: where the output lies on another disk, they say so before a byte is written.
    for path in change.kept:
        if path not in same:
            _keep(f"{here}/{path}", f"{below}/{path}")
    for path in change.others:
        # What was there at the first look may be gone: it is somebody else's.
        with suppress(FileNotFoundError):
            if path.endswith("/"):
                if os.path.ismount(f"{here}/{path}"):
                    raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), f"{here}/{path}")
            elif path not in same:
                _keep(f"{here}/{path}", f"{below}/{path}")
    for path, data in change.new.items():
        with (stage / path).open("xb") as file:
            file.write(data)
    for folder in sorted({"", *(each for path in change.others for each in folders(path))}):
        with suppress(FileNotFoundError):
            shutil.copymode(found.folder / folder, stage / folder)
    return same


def _clear(tree: Path, path: str) -> None:
    """Delete a file or an empty folder, and the folders that become empty."""
    if not path.endswith("/"):
        (tree / path).unlink()
    for folder in reversed(tuple(folders(path))):
        try:
            (tree / folder).rmdir()
        except OSError:
            return


def _keep(old: str, new: str) -> None:
    try:
        if _NAMES_LINKS:
            os.link(old, new, follow_symlinks=False)
        elif not os.path.islink(old):
            os.link(old, new)
        else:
            os.symlink(os.readlink(old), new)
    except OSError as error:
        if error.errno not in _UNLINKABLE:
            raise
        shutil.copy2(old, new, follow_symlinks=False)


def _swap(stage: Path, out: Path) -> Path | None:
    """Exchange two folders, in one step if the system can; returns the path of the old one."""
    if not out.exists():
        os.rename(stage, out)
        return None
    if _exchange(stage, out):
        return stage
    aside = stage.with_name("old")
    _remove(aside)
    os.rename(out, aside)
    try:
        os.rename(stage, out)
    except OSError:
        os.rename(aside, out)
        raise
    return aside


def _exchange(one: Path, other: Path) -> bool:
    import ctypes

    try:
        exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    except (OSError, TypeError):
        return False
    return exchange is not None and exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _sweep(old: Path, out: Path, ours: Collection[str]) -> Mapping[str, int] | None:
    """Bring over what others wrote into the old tree while the new one was made ready; what is left there then.

    None where there was a file to carry over whose state is not known.
    """
    there = _inodes(old)
    swept = [path for path in there if path not in ours and not _is_same(old / path, out / path)]
    for path in swept:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(old / path, out / path)
    return None if swept else there


def _is_same(one: Path, other: Path) -> bool:
    """Whether both paths are one file, or both are folders."""
    try:
        here, there = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(here, there) or (stat.S_ISDIR(here.st_mode) and stat.S_ISDIR(there.st_mode))


def _one_by_one(out: Path, change: OutputChange, before: Announce) -> Mapping[str, WrittenFile]:
    """Replace file by file, pages last; all bytes are on the disk before the first file is replaced."""
    stage = out / disk.STATE
    _remove(stage)
    stage.mkdir()
    order = {path: stage / f"{number}.new" for number, path in enumerate(sorted(change.new, key=_pages_last))}
    undo: list[tuple[Path | None, Path]] = []
    try:
        for path, draft in order.items():
            with draft.open("xb") as file:
                file.write(change.new[path])
        written = {path: _written(os.lstat(out / path)) for path in change.kept}
        written |= {path: _written(draft.lstat()) for path, draft in order.items()}
        before(written)
        for number, path in enumerate(change.gone):
            os.rename(out / path, stage / f"{number}.gone")
            undo.append((stage / f"{number}.gone", out / path))
            for folder in reversed(tuple(folders(path))):
                with suppress(OSError):
                    (out / folder).rmdir()
        for path, draft in order.items():
            before_it = draft.with_suffix(".old") if os.path.lexists(out / path) else None
            if before_it:
                _keep(os.fspath(out / path), os.fspath(before_it))
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(draft, out / path)
            undo.append((before_it, out / path))
    except OSError:
        for aside, target in reversed(undo):
            if aside is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(aside, target)
        raise
    finally:
        _remove(stage)
    return written


def _pages_last(path: str) -> tuple[bool, str]:
    return path.endswith(".html"), path


def _recover(root: Path, out: Path) -> None:
    """Make good what a build left that was killed: an old tree moved aside goes back, a half-made one is deleted."""
    beside = root / _BESIDE
    for aside in (root / disk.STATE / "old", beside / "old"):
        if not os.path.lexists(out) and aside.is_dir() and not aside.is_symlink():
            os.rename(aside, out)
    _remove(beside)
    _remove(out / disk.STATE)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path, ignore_errors=True)


def _written(seen: os.stat_result) -> WrittenFile:
    return seen.st_size, seen.st_mtime_ns


def unwritten(error: OSError, root: Path) -> Problem:
    """What the system would not do, in words that help."""
    file = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else root
    place = (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()
    said = shlex.quote(place)
    why, hint = error.strerror or str(error), "make room, or check who may write there"
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            why, hint = "the disk is full", "make room: a build needs it for new pages beside the old ones"
        case errno.EROFS:
            why = f'"{place}" lies on a disk that is read-only'
            hint = "mount it for writing, or build a copy of the site"
        case errno.EACCES | errno.EPERM:
            why, hint = f'permission denied for "{place}"', f"look who may write there: ls -ld {said}"
        case errno.ELOOP:
            why = f'"{place}" is a link, and a build never writes where a link leads'
            hint = f"delete it: rm {said}"
        case errno.ENOTDIR | errno.ENODEV:
            why, hint = f'"{place}" is not what builds keep there', f"move it away: mv {said} {said}.old"
    message = f"the output can't be written: {why}; the old one is as it was"
    return Problem("output", _SETTINGS, message, hint)

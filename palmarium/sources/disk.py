"""File system access: reading a site, writing its files, the state folder and the lock."""

import contextlib
import errno
import hashlib
import json
import os
import re
import shlex
import stat
import sys
import sysconfig
import time
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Literal

from ..problems import Level, Problem, Span
from .layout import MEDIA, RECORDS, themes_in

SOURCES = ("site.toml", "urls.lock", "content", "editions", "themes")
"""What is read of a site; everything else in its folder is not ours."""

FACTS = "content/facts.lock"
"""What a site said when it was published last: it lies beside the sources, and is none."""

STATE = ".palmarium"
_LONGEST_MARK = 100
FILES = "content/files/"
_OF_HOSTS = ("CNAME", "_headers", "_redirects", ".htaccess", "robots.txt")
"""What hosts and crawlers look for at the root of a site."""
"""What lies here is copied as it is, names with a dot in front included."""

_LOCK, _IMPORT, _JOURNAL = "lock", "import.lock", "import.journal"
_WRITTEN = re.compile(r"site\.toml|(?:content|editions)/(?!.*\.\.)[^\0]+\.(?:yaml|md)")
"""What a journal may write or delete: settings and records."""
_WRITING = "is writing the files of this site"
_DRAFT = ".palmarium-new"
"""Beside the file it becomes, for `.palmarium` may lie on another disk; hidden, so that nothing reads it."""

_TEXTS = (*RECORDS, "site.toml")
_MEGA = 1_000_000
_LARGEST, _LARGEST_TEXT = 100 * _MEGA, 5 * _MEGA
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A link in place of a file is an error, and a pipe without a writer is not waited for."""

# Files that an editor's program or a system makes for itself: locks, swap files, unsaved texts, thumbnails.
_LITTER = re.compile(
    r"#.*#|\.#.*|.*\.sw[a-p]|\.~lock\..*#|~\$.*|\._.*|\.DS_Store|Icon\r|Thumbs\.db|ehthumbs\.db|desktop\.ini"
    r"|\.goutputstream-.*|\.directory|\.nfs[0-9a-f]+|\.fuse_hidden.*|\.(?:git|svn|hg|stversions|stfolder|palmarium-new)",
    re.IGNORECASE,
)
# vim tries whether it may write in a folder with an empty file of such a name.
_TRIAL = ("4913", "5036", "5159")
# A copy or a half-written file beside the file it belongs to: Emacs, JetBrains, Qt (six letters), macOS, patch.
_BESIDE = re.compile(
    r"(?P<of>.+?)(?:~|\.~\d+~|\.(?:bak|orig|rej|tmp)|___jb_(?:tmp|old|bak)___|\.sb-[0-9a-f]{8}-\w{6}"
    r"|\.(?=[a-z]*[A-Z])(?=[A-Z]*[a-z])[A-Za-z]{6})"
)
_HIDDEN_SOURCE = re.compile(r"\.[^.].*\.(?:ya?ml|md|markdown|toml)", re.IGNORECASE)
# What Syncthing, Dropbox, Nextcloud make of two changes at once, in some of their languages.
_CONFLICT = re.compile(
    r"(?P<stem>.+?)(?:\.sync-conflict-\d{8}-\d{6}(?:-\w+)?|_conflict-\d{8}-\d{6}"
    r"|\s*\((?=[^()]*(?:conflic|conflit|konflik))(?=[^()]*(?:\d{4}-\d\d-\d\d|cop[iy]|cópia|kopie|case|unicode))[^()]*\))"
    r"(?P<ending>\.[^.]+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of every source file, by path below the root, and one digest of them all.

    `linked` is what was read through links, and where it lies below the root.
    """

    files: Mapping[str, bytes]
    digest: str
    linked: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class OutputBusy(Exception):
    """Another build holds the output; the exception's text is a hint, where there is one."""


def read(root: Path) -> tuple[Snapshot, tuple[Problem, ...]]:
    """Every source of a site; links that lead out of it are problems."""
    problems: list[Problem] = []
    linked: dict[str, str] = {}
    said, is_whole = settle(root)
    files: dict[str, bytes] = {}
    for name, data in sorted(_read(root, linked, problems)):
        if name in files:
            message = "two files have this name, and differ only in how Unicode spells it"
            problems.append(Problem("file-name", Span(name), message, "rename one of them, or delete it"))
        files[name] = data
    if not is_whole or _has_journal(root):
        said = said or _being_written(root)
        hint = "wait until it is done; then try again"
        if not said.endswith(_WRITING):
            hint = f"to give up what is left of it: rm -r {STATE}/{_JOURNAL}"
        problems.append(Problem("half-import", Span("site.toml"), said, hint))
    problems += (_unpublished(name) for name in _OF_HOSTS if FILES + name not in files and (root / name).is_file())
    files = {**packaged(files), **files}
    mark = hashlib.blake2b(digest_size=16)
    for path, data in files.items():
        mark.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        mark.update(data)
    return Snapshot(MappingProxyType(files), mark.hexdigest(), MappingProxyType(linked)), tuple(problems)


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=12).hexdigest()


@cache
def engine_digest() -> str:
    """One digest of the program's source and of what is installed beside it: another version makes other pages.

    It is computed once, because a process keeps running the program that it was started with.
    """
    beside = Path(sysconfig.get_paths()["purelib"])
    installed = sorted(entry for entry in os.listdir(beside) if entry.endswith(".dist-info"))
    mark = hashlib.blake2b(repr((sys.version, installed)).encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        mark.update(path.read_bytes())
    return mark.hexdigest()


def read_code(name: str) -> bytes | None:
    """What was kept of code that this program made, under a name of letters; None where there is none."""
    try:
        mark, _, data = _bytes(_code(name)).partition(b"\n")
        return data if mark.decode() == digest(engine_digest().encode() + data) else None
    except (OSError, ValueError):
        return None


def write_code(name: str, data: bytes) -> None:
    """Keep code where Python keeps that of this program, if it may: never in a site, which may be a stranger's."""
    if sys.dont_write_bytecode:
        return
    target = _code(name)
    draft = target.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(digest(engine_digest().encode() + data).encode() + b"\n" + data)
            os.replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)


def _code(name: str) -> Path:
    return Path(cache_from_source(str(Path(__file__).parent / f"{name}.py")))


def read_state(root: Path, name: str) -> Any:
    """The state that an earlier build left; None if there is none, or it was not written by a build."""
    try:
        mark, _, data = _bytes(root / STATE / f"{name}.json").partition(b"\n")
        return json.loads(data) if mark.decode() == digest(data) else None
    except (OSError, ValueError, RecursionError):
        return None


def state_mark(root: Path, name: str) -> str:
    """The digest in front of a state, by which the process that wrote it recognises it."""
    try:
        with (root / STATE / f"{name}.json").open("rb") as file:
            return file.readline(_LONGEST_MARK).decode().rstrip("\n")
    except (OSError, ValueError):
        return ""


def write_state(root: Path, name: str, value: object) -> str:
    """Save a value for the next build with its digest, which is given back, so that a tampered file is ignored."""
    target = _state(root) / f"{name}.json"
    draft = target.with_suffix(".new")
    draft.unlink(missing_ok=True)
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    _write_whole(draft, target, f"{digest(data)}\n".encode() + data)
    return digest(data)


def state_file(root: Path, name: str) -> Path | None:
    """A file of the state folder; None where there is no ordinary one."""
    path = root / STATE / name
    try:
        return path if stat.S_ISREG(path.lstat().st_mode) and not (root / STATE).is_symlink() else None
    except OSError:
        return None


def size(path: Path) -> int:
    return path.stat().st_size


def state_draft(root: Path, name: str, *beside: str) -> Path:
    """Where a file of the state folder is written before it gets its name, with what stood `beside` it deleted."""
    draft = _state(root) / f"{name}.new"
    for path in (draft, *map(draft.with_name, beside)):
        path.unlink(missing_ok=True)
    return draft


def spool(root: Path) -> IO[bytes]:
    """A file of the state folder that has no name, and is gone when it is closed."""
    # A build that has nothing to do waits for no library that it does not use.
    import tempfile

    return tempfile.TemporaryFile(dir=_state(root))


def _state(root: Path) -> Path:
    """The folder of what builds leave for each other; OSError where it, or a file in it, is a link or a pipe."""
    state = root / STATE
    with contextlib.suppress(FileExistsError):
        state.mkdir()
    if state.is_symlink() or not state.is_dir():
        code = errno.ELOOP if state.is_symlink() else errno.ENOTDIR
        raise OSError(code, f"{STATE} is no folder of its own", str(state))
    with os.scandir(state) as entries:
        for entry in entries:
            if not entry.is_file(follow_symlinks=False) and not entry.is_dir(follow_symlinks=False):
                code = errno.ELOOP if entry.is_symlink() else errno.ENODEV
                raise OSError(code, f"{STATE}/{entry.name} is no ordinary file", entry.path)
    return state


def _write_whole(draft: Path, target: Path, data: bytes) -> None:
    """Write a file under another name first: it is there whole, or not at all."""
    with draft.open("xb") as file:
        file.write(data)
    os.replace(draft, target)


def create(root: Path, path: str, data: bytes) -> bool:
    """Write a new file below the root; False, and nothing written, where one is already."""
    target = _spelt(root, path)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True


def fetch(folder: Path, path: str) -> bytes | None:
    """The bytes of one file below a folder; None where there is none, or where it lies elsewhere."""
    try:
        target = (folder / path).resolve()
        return _bytes(target) if target.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None


def replace(root: Path, path: str, data: bytes) -> None:
    """Write one file below a folder, new or not, in one step: it is never there by half."""
    _put(root / path, data)


def standing(folder: Path) -> Iterator[str]:
    """Every file below a folder, sorted, and what is none, such as a link; none is followed, nor git looked into."""
    pending = [""] if folder.is_dir() else []
    found = []
    while pending:
        below = pending.pop()
        with os.scandir(folder / below) as entries:
            for entry in entries:
                is_folder = entry.is_dir(follow_symlinks=False)
                if is_folder and entry.name != ".git":
                    pending.append(f"{below}{entry.name}/")
                elif not is_folder:
                    found.append(below + entry.name)
    return iter(sorted(found))


def place(folder: Path, path: str, data: bytes) -> None:
    """Write one file below a folder that is not ours, whole or not at all; OSError where the way to it is a link."""
    target = _unlinked(folder, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(_DRAFT)
    draft.unlink(missing_ok=True)
    _write_whole(draft, target, data)


def take_away(folder: Path, path: str) -> None:
    """Delete one file below a folder, and folders that are empty then."""
    target = _unlinked(folder, path)
    target.unlink(missing_ok=True)
    for above in target.relative_to(folder).parents:
        try:
            (folder / above).rmdir() if above.parts else None
        except OSError:
            return


def _unlinked(folder: Path, path: str) -> Path:
    """A path below a folder on which no link lies."""
    target = folder / path
    for above in target.relative_to(folder).parents:
        if above.parts and (folder / above).is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder / above))
    return target


Writer = Literal["import", "fix", "tidy", "save"]
"""What writes sources: `import`, `check --fix`, `tidy`, or a save in the browser."""

_WRITERS: Mapping[Writer, tuple[str, str]] = MappingProxyType(
    {
        "import": ("an import", "import again to add the rest"),
        "fix": ("a run of check --fix", "run it again to mend the rest"),
        "tidy": ("a run of tidy", "run it again to tidy the rest"),
        "save": ("a save in the browser", "save it there again"),
    }
)
"""What each writer is called, and what to do where a file of it was left out."""

_Changes = Mapping[str, tuple[bytes | None, bytes | None]]
"""Files as they are and as they are to be; None where there is none."""


def write_all(root: Path, files: Mapping[str, bytes | None], writer: Writer) -> None:
    """Write files below a site's folder, or delete those that are None: all, or none; an OSError leaves each as it was.

    Once the journal is complete, the files count as written: if the program is stopped half-way, the next command that
    starts finishes the work (`settle`).
    """
    with held(root, _IMPORT):
        changes = {path: (_bytes_of(_inside(root, path)), data) for path, data in files.items()}
        _write_journal(root, writer, changes)
        try:
            for path, (_, new) in changes.items():
                _put(_spelt(root, path), new)
        except OSError:
            for path, (old, _) in changes.items():
                _put(_spelt(root, path), old)
            _journal(root).unlink()
            raise
        _journal(root).unlink()


def settle(root: Path) -> tuple[str, bool]:
    """Finish writing that was interrupted; returns a message, and whether the site is consistent."""
    if not _has_journal(root):
        return "", True
    try:
        with held(root, _IMPORT):
            found = _read_journal(root)
            if found is None:
                return f"{STATE}/{_JOURNAL} is none that this program left behind: delete it", False
            return _finished(root, *found), True
    except OutputBusy:
        return _being_written(root), False
    except OSError as error:
        return f"{_who(root)} was stopped half-way and can't be finished: {error.strerror or error}", False


def _who(root: Path) -> str:
    """The command that left the journal, or that is about to write one."""
    try:
        found = _read_journal(root)
    except OSError:
        found = None
    return _WRITERS[found[0]][0] if found else "another command"


def _being_written(root: Path) -> str:
    return f"{_who(root)} {_WRITING}"


def _finished(root: Path, writer: Writer, changes: _Changes) -> str:
    """Every file that is still as it was gets what the journal has for it; one that was edited since is left alone."""
    edited = [path for path, (old, new) in changes.items() if _bytes_of(_spelt(root, path)) not in (old, new)]
    for path, (_, new) in changes.items():
        if path not in edited:
            _put(_inside(root, path), new)
    _journal(root).unlink()
    who, again = _WRITERS[writer]
    finished = f"{who} that was stopped half-way is finished now"
    if not edited:
        return f"{finished} ({len(changes)} file{'s' if len(changes) > 1 else ''})"
    return f"{finished}, but for files edited since, and left as they are: {', '.join(edited)}; {again}"


def _journal(root: Path) -> Path:
    return root / STATE / _JOURNAL


def _has_journal(root: Path) -> bool:
    """Whether something stands where a journal is left, or nobody may look."""
    try:
        _journal(root).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _write_journal(root: Path, writer: Writer, changes: _Changes) -> None:
    """Write the journal under another name first, so that it is never there in part."""
    files = {path: [None if each is None else _as_text(each) for each in both] for path, both in changes.items()}
    draft = _journal(root).with_name(_DRAFT)
    draft.unlink(missing_ok=True)
    with draft.open("x", encoding="ascii") as file:
        json.dump({"writer": writer, "files": files}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, _journal(root))


def _read_journal(root: Path) -> tuple[Writer, _Changes] | None:
    """The files of the journal and their bytes; None where it is not one of ours."""
    try:
        said = json.loads(_bytes(_journal(root)))
        [writer] = (each for each in _WRITERS if each == said["writer"])
        changes = {
            path: (None if old is None else _as_bytes(old), None if new is None else _as_bytes(new))
            for path, (old, new) in said["files"].items()
        }
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
    return (writer, changes) if all(_WRITTEN.fullmatch(path) and _is_spelt(path) for path in changes) else None


def _is_spelt(path: str) -> bool:
    """Whether the disk can spell a name; half a character it can't."""
    try:
        return bool(os.fsencode(path))
    except UnicodeEncodeError:
        return False


def _as_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _spelt(root: Path, path: str) -> Path:
    """A file as the disk spells it, where it is there: by `read` its name is composed."""
    found = root
    for part in path.split("/"):
        if not part.isascii() and found.is_dir() and not (found / part).exists():
            part = next((name for name in os.listdir(found) if unicodedata.normalize("NFC", name) == part), part)
        found /= part
    return found


def _inside(root: Path, path: str) -> Path:
    target = _spelt(root, path)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise OSError(errno.EPERM, "this leads out of the site")
    return target


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _put(target: Path, data: bytes | None) -> None:
    """Give a file its bytes in one step; None takes it away, and folders that are empty then."""
    draft = target.with_name(_DRAFT)
    draft.unlink(missing_ok=True)
    if _bytes_of(target) == data:
        return
    if data is None:
        target.unlink()
        with contextlib.suppress(OSError):
            target.parent.rmdir()
            target.parent.parent.rmdir()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    _write_whole(draft, target, data)


def is_taken(root: Path, path: str) -> bool:
    """Whether something of that name is there already."""
    return os.path.lexists(root / path)


_TRIES, _PAUSE = 50, 0.02
"""How often a lock is asked for, and how many seconds pass between."""


@contextlib.contextmanager
def held(root: Path, name: str = _LOCK) -> Iterator[None]:
    """Lock a site's output, or its sources while they are written; raises OutputBusy if another process has it."""
    lock = _state(root) / name
    with open(os.open(lock, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666), "rb+") as file:
        if _is_locked(file.fileno()):
            # A copy of this process would hold the lock as well, and go on when this one is killed.
            if hasattr(os, "register_at_fork"):
                os.register_at_fork(after_in_child=file.close)
            yield
            return
    # Neither the system nor the disk knows locks: a file that only one can make stands for one.
    made = lock.with_name(f"{name}.held")
    try:
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | _NO_LINK))
    except FileExistsError as error:
        raise OutputBusy(f"if there is none, delete {STATE}/{made.name}") from error
    try:
        yield
    finally:
        made.unlink()


def _is_locked(descriptor: int) -> bool:
    """Take the file lock of the operating system; False if it has none."""
    # What a build that was killed has begun to copy of itself holds the lock for a moment more.
    for tries_left in reversed(range(_TRIES)):
        try:
            _lock(descriptor)
        except ImportError:
            return False
        except OSError as error:
            if error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL):
                return False
            if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                raise
            if not tries_left:
                raise OutputBusy from error
            time.sleep(_PAUSE)
        else:
            break
    return True


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def stamp(root: Path) -> str:
    """A digest of when and how large every source is: the same as long as none was changed, moved or added.

    Raises FileNotFoundError where the folder itself is gone.
    """
    root.resolve(strict=True)
    problems: list[Problem] = []
    seen = [(name, found.st_mtime_ns, found.st_size, found.st_ino) for name, _, found in _found(root, {}, problems)]
    return digest(repr((seen, problems)).encode("utf-8", "surrogatepass"))


def _read(root: Path, linked: dict[str, str], problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    for name, path, _ in _found(root, linked, problems):
        try:
            # macOS may spell é as two characters: however a name is spelt on the disk, it is one name.
            yield unicodedata.normalize("NFC", name), _bytes(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(_unreadable(name, error))


def _found(root: Path, linked: dict[str, str], problems: list[Problem]) -> Iterator[tuple[str, str, os.stat_result]]:
    """Every source file with its location and kind, and problems for what can't be a source."""
    # Thousands of files, several times a second: texts are joined in a fraction of the time that paths take.
    inside, top = root.resolve(), os.fspath(root)
    pending = list(reversed(SOURCES))
    while pending:
        name = pending.pop()
        path = f"{top}/{name}"
        if not name.isprintable():
            said = name.encode("unicode_escape").decode()
            problems.append(Problem("file-name", Span(said), "this file's name is no text", "rename it"))
            continue
        try:
            found = os.lstat(path)
            if stat.S_ISLNK(found.st_mode):
                if wrong := _misleading(name, Path(path), inside, linked):
                    problems.append(wrong)
                    continue
                path = os.path.realpath(path)
                found = os.lstat(path)
            if stat.S_ISDIR(found.st_mode):
                pending += [f"{name}/{child}" for child in reversed(_children(name, path, problems))]
            elif not stat.S_ISREG(found.st_mode):
                message = "this is no ordinary file: a pipe, a socket or a device"
                problems.append(Problem("unreadable", Span(name), message, "delete it"))
            # By its size, before a byte is read: a file that is far too large would fill the memory.
            elif wrong := _too_large(name, found.st_size):
                problems.append(wrong)
            elif name != FACTS and (found.st_size or os.path.basename(path) not in _TRIAL or name.startswith(FILES)):
                yield name, path, found
        except FileNotFoundError:
            # A top folder need not be there, and what an editor's program took away meanwhile is not there either.
            continue
        except OSError as error:
            problems.append(_unreadable(name, error))


def _unreadable(name: str, error: OSError) -> Problem:
    hint = f"look who may read it: ls -ld {shlex.quote(name)}"
    return Problem("unreadable", Span(name), f"this can't be read: {error.strerror}", hint)


def _unpublished(name: str) -> Problem:
    message = f"this file is not published: it lies beside site.toml, and not below {FILES}"
    return Problem("stray-file", Span(name), message, f"move it to {FILES}{name}", Level.WARNING, (name,))


def _children(folder: str, path: str, problems: list[Problem]) -> list[str]:
    """The names in a folder that are read, sorted; what may hold somebody's work and is not read is told."""
    names = sorted(os.listdir(path))
    beside = frozenset(names)
    children = []
    for name in names:
        conflict = _CONFLICT.fullmatch(name)
        if conflict and name.isprintable():
            of = conflict["stem"] + (conflict["ending"] or "")
            message = f'two people changed "{of}" at once, and this copy holds what one of them wrote; it is not read'
            hint = f'take over into "{of}" what is right in it, then delete it'
            problems.append(Problem("conflict-copy", Span(f"{folder}/{name}"), message, hint))
        elif is_litter(name) or _is_copy(name, beside):
            continue
        elif not name.startswith(".") or f"{folder}/".startswith(FILES):
            children.append(name)
        elif _HIDDEN_SOURCE.fullmatch(name):
            message = "a file whose name begins with a dot is not read"
            hint = f'rename it to "{name.lstrip(".")}", or delete it'
            problems.append(Problem("stray-file", Span(f"{folder}/{name}"), message, hint))
    return children


def is_litter(path: str) -> bool:
    """Whether a file is one that a program or a system keeps for itself."""
    return any(_LITTER.fullmatch(part) for part in path.split("/"))


def _is_copy(name: str, beside: Collection[str]) -> bool:
    """Whether a file is a copy of one beside it; without its original it may be all that is left of a text."""
    copy = _BESIDE.fullmatch(name)
    return bool(copy and copy["of"] in beside)


def _misleading(name: str, link: Path, inside: Path, linked: dict[str, str]) -> Problem | None:
    """What is wrong with a link; where one may be followed, it is noted in `linked`."""
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        said = f'this link leads to "{os.readlink(link)}", where there is nothing'
        return Problem("symlink", Span(name), said, "delete it, or put there what it leads to")
    except (OSError, RuntimeError):
        return Problem("symlink", Span(name), "this link leads in a circle", "delete it")
    if not target.is_relative_to(inside):
        hint = "copy what it leads to into the site"
        return Problem("symlink", Span(name), "this link leads out of the site", hint)
    lies = target.relative_to(inside)
    if is_litter(lies.as_posix()) or any(part.startswith(".") for part in lies.parts):
        said = f'this link leads to "{lies.as_posix()}", which is no part of the site'
        return Problem("symlink", Span(name), said, "copy what it leads to into the site")
    if not target.is_dir():
        linked[name] = lies.as_posix()
        return None
    if link.parent.resolve().is_relative_to(target):
        return Problem("symlink", Span(name), "this link leads in a circle", "delete it")
    # Each folder once: links to folders of links would be read as often as there are ways through them.
    first = next((path for path, known in linked.items() if lies.is_relative_to(known)), "")
    if lies.parts[0] in SOURCES or first:
        said = f'this link leads to "{lies.as_posix()}", a folder that is read already'
        return Problem("symlink", Span(name), said, "delete it, or copy the folder in its place")
    linked[name] = lies.as_posix()
    return None


def _bytes(path: str | Path) -> bytes:
    """An ordinary file's bytes; OSError where there is anything else, which is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | _NO_LINK)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "this is no ordinary file")
        return file.read()


def _too_large(name: str, size: int) -> Problem | None:
    is_text = name.startswith(_TEXTS)
    most = _LARGEST_TEXT if is_text else _LARGEST
    if size <= most:
        return None
    message = f"this file has {-(-size // _MEGA):,} MB; {most // _MEGA} MB at most are read"
    hint = "save it smaller, or move it away"
    if name.startswith(MEDIA):
        hint = "save it smaller: 3000 pixels across are plenty"
    elif is_text:
        hint = "split it into several files"
    return Problem("too-large", Span(name), message, hint)


def shelved() -> tuple[str, ...]:
    """The names of the themes that come with the program."""
    shelf = _shelf()
    return tuple(sorted(path.parent.name for path in shelf.glob("*/theme.toml"))) if shelf else ()


def packaged(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The themes that come with the program; one that the site holds itself stands in place of that of its name."""
    shelf = _shelf()
    if shelf is None:
        return {}
    held = themes_in(files)
    return {
        f"themes/{path.relative_to(shelf).as_posix()}": path.read_bytes()
        for name in shelved()
        if name not in held
        for path in sorted((shelf / name).rglob("*"))
        if path.is_file()
    }


def _shelf() -> Path | None:
    """The folder of these themes: inside the package, or beside it in a clone."""
    here = Path(__file__).parent.parent
    return next((folder / "themes" for folder in (here, here.parent) if (folder / "themes" / "base").is_dir()), None)

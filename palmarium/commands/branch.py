"""A branch of a repository as the target of a deployment: its contents, and a commit on top of it.

The program git reads, writes and pushes, with the rights and settings of the user who deploys.
"""

import contextlib
import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..problems import Problem, Span

_OURS = "refs/palmarium/deploy"
"""The reference that holds a commit until it is pushed."""

_FILE = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as it is where it is pushed: its last commit, none where there is no such branch, and its files.

    Anything but an ordinary file, such as a link, has no mark.
    """

    root: Path
    remote: str
    name: str
    commit: str = ""
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hashing: str = "sha1"


def find(root: Path, remote: str, name: str, place: Span) -> tuple[Branch | None, tuple[Problem, ...]]:
    """The branch, fetched; None, with the reason, where it can't be."""
    where = _git(root, "rev-parse", "--show-prefix")
    if where is None:
        return None, (_wrong(place, "git is not installed", "install it, or deploy to a `folder` or with a `command`"),)
    if where.returncode:
        hint = "run `git init` here and add the remote, or deploy to a `folder` or with a `command`"
        return None, (_wrong(place, "this site is in no git repository", hint),)
    listed = _git(root, "ls-remote", "--heads", remote, f"refs/heads/{name}")
    if listed is None or listed.returncode:
        return None, (_wrong(place, f'git can\'t reach "{remote}": {_said(listed)}', _see(remote)),)
    hashing = _out(_git(root, "rev-parse", "--show-object-format")) or "sha1"
    commit = _out(listed).partition("\t")[0]
    if not commit:
        return Branch(root, remote, name, hashing=hashing), ()
    fetched = _git(root, "fetch", "--quiet", "--no-tags", remote, f"refs/heads/{name}")
    listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit)
    if listing is None or listing.returncode:
        return None, (_wrong(place, f'the branch "{name}" can\'t be fetched: {_said(fetched)}', _see(remote)),)
    files = MappingProxyType(dict(_listed(listing.stdout)))
    sources = f"{_out(where)}site.toml"
    if sources in files:
        message = f'the branch "{name}" holds the sources of the site ({sources}); a deployed site has one of its own'
        return None, (_wrong(place, message, 'write another name, such as `branch = "gh-pages"`'),)
    return Branch(root, remote, name, commit, files, hashing), ()


def read(branch: Branch, path: str) -> bytes | None:
    found = _git(branch.root, "cat-file", "blob", f"{branch.commit}:{path}") if path in branch.files else None
    return found.stdout if found and not found.returncode else None


def mark(branch: Branch, data: bytes) -> str:
    """The id of these bytes as a blob in git."""
    return hashlib.new(branch.hashing, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def commit(
    branch: Branch, message: str, files: Iterable[tuple[str, bytes]], gone: Iterable[str], place: Span
) -> tuple[Problem, ...]:
    """Put one commit on top of the branch and push it, never by force: what others pushed meanwhile is not lost."""
    who = _git(branch.root, "var", "GIT_COMMITTER_IDENT")
    if who is None or who.returncode:
        hint = 'git config user.name "…"; git config user.email "…"'
        return (_wrong(place, "git does not know who you are", hint),)
    made = _imported(branch.root, _stream(branch, who.stdout.strip(), message, files, gone))
    if made.returncode:
        return (_wrong(place, f"git can't write the commit: {_said(made)}", "make room, or see `git fsck`"),)
    pushed = _git(branch.root, "push", "--quiet", branch.remote, f"{_OURS}:refs/heads/{branch.name}")
    _git(branch.root, "update-ref", "-d", _OURS)
    if pushed is None or pushed.returncode:
        hint = "deploy again, if somebody pushed meanwhile; otherwise see whether you may push there"
        return (_wrong(place, f'"{branch.name}" was not pushed to "{branch.remote}": {_said(pushed)}', hint),)
    return ()


def _stream(
    branch: Branch, who: bytes, message: str, files: Iterable[tuple[str, bytes]], gone: Iterable[str]
) -> Iterator[bytes]:
    """A commit as `git fast-import` reads it; its files are what they are, whatever .gitattributes say."""
    yield b"feature done\ncommit %s\ncommitter %s\n" % (_OURS.encode(), who) + _data(message.encode())
    if branch.commit:
        yield b"from %s\n" % branch.commit.encode()
    # First what goes: a folder may take the place of a file.
    yield from (b"D %s\n" % _quoted(path) for path in gone)
    for path, data in files:
        yield b"M 100644 inline %s\n" % _quoted(path) + _data(data)
    yield b"done\n"


def _imported(root: Path, stream: Iterable[bytes]) -> "subprocess.CompletedProcess[bytes]":
    """What git did with a stream, which is never in memory as a whole; without its end, git makes nothing of it."""
    words = ("git", "-C", str(root), "fast-import", "--quiet", "--done", "--force")
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe) as process:
        assert process.stdin is not None
        try:
            process.stdin.writelines(stream)
        except BrokenPipeError:
            # It has ended, and says why.
            pass
        except BaseException:
            process.kill()
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            raise
        said = process.communicate()[1]
    return subprocess.CompletedProcess(words, process.returncode, b"", said)


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"%s"' % escaped.encode("utf-8", "surrogateescape")


def _listed(tree: bytes) -> Iterator[tuple[str, str]]:
    for line in tree.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if tab:
            mode, _, name = about.decode().split(" ")
            yield path.decode("utf-8", "surrogateescape"), name if mode in _FILE else ""


def _git(root: Path, *words: str) -> "subprocess.CompletedProcess[bytes] | None":
    """The result of a git command; None if there is no git."""
    try:
        return subprocess.run(("git", "-C", str(root), *words), capture_output=True)
    except FileNotFoundError:
        return None


def _out(done: "subprocess.CompletedProcess[bytes] | None") -> str:
    return done.stdout.decode("utf-8", "replace").strip() if done and not done.returncode else ""


def _said(done: "subprocess.CompletedProcess[bytes] | None") -> str:
    """The first line of git's error message."""
    lines = done.stderr.decode("utf-8", "replace").split("\n") if done else []
    said = next((line for line in lines if line.startswith(("fatal:", "error:", " ! ", "remote: error"))), lines[0:1])
    return (said if isinstance(said, str) else "".join(said)).strip() or "it does not say why"


def _see(remote: str) -> str:
    return f"look at `git remote -v`, and whether `git ls-remote {remote}` answers"


def _wrong(place: Span, message: str, hint: str) -> Problem:
    return Problem("deploy", place, message, hint)

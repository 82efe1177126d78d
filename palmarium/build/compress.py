"""A compressed copy beside each text file, gzip or Brotli, for servers that send it as it is."""

import gzip
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..pages.plan import BuildWork
from ..problems import Problem, Span
from .output import Indexed, Read
from .shares import Layers
from .state import Ledger
from .work import Tell, beside, silent

_TEXTS = (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml")
_WORTH_IT = 1024
"""Bytes; a smaller file is sent in one packet anyway."""
_WORTH_A_FORK = 20


def pack(
    found: Indexed,
    ways: tuple[str, ...],
    past: Ledger,
    intact: frozenset[str],
    new: Mapping[str, bytes],
    read: Read,
    tell: Tell,
) -> Indexed:
    """The output with its compressed copies; `new` are the files of this build, `read` reads a kept one."""
    if not ways:
        return found
    marks = {
        (file, way): mark
        for file, mark in found.fingerprints.items()
        for way in ways
        # A copy that the site brings itself is left as it is.
        if file.endswith(_TEXTS) and _name((file, way)) not in found.fingerprints
    }
    kept = {of for of, mark in marks.items() if past.fingerprints.get(_name(of)) == mark and _name(of) in intact}
    texts = Layers(found.files, new)
    wanted = {
        (file, way): data
        for file, way in sorted(marks.keys() - kept)
        if (data := _worth_it(file, texts, past, read)) is not None
    }
    made = {_name(of): data for of, data in _compressed(wanted, tell).items()}
    copies = {_name(of): marks[of] for of in sorted((*kept, *wanted))}
    gone = tuple(file for file in found.work.gone if file not in copies)
    work = BuildWork(
        (*found.work.stale, *made), (*found.work.kept, *(file for file in copies if file not in made)), gone
    )
    return replace(
        found,
        work=work,
        files=MappingProxyType({**found.files, **made}),
        fingerprints=MappingProxyType({**found.fingerprints, **copies}),
    )


def _name(of: tuple[str, str]) -> str:
    return ".".join(of)


def _worth_it(file: str, texts: Mapping[str, bytes], past: Ledger, read: Read) -> bytes | None:
    """The bytes of a file that is worth compressing; a small kept file is not even read."""
    was = past.files.get(file)
    if file not in texts and was and was[0] < _WORTH_IT:
        return None
    data = texts[file] if file in texts else read(file)
    return data if data is not None and len(data) >= _WORTH_IT else None


def _compressed(wanted: Mapping[tuple[str, str], bytes], tell: Tell) -> dict[tuple[str, str], bytes]:
    """All compressed copies; half of the work is done in a second process where that is worth it."""
    by_size = sorted(wanted, key=lambda of: (len(wanted[of]), of), reverse=True)
    step = 2 if len(by_size) >= _WORTH_A_FORK else 1
    others = beside(lambda: _each(by_size[1::2], wanted, silent)) if step == 2 else dict
    made = _each(by_size[::step], wanted, tell) | others()
    return {of: made[of] for of in sorted(made)}


def _each(
    some: list[tuple[str, str]], wanted: Mapping[tuple[str, str], bytes], tell: Tell
) -> dict[tuple[str, str], bytes]:
    made = {}
    for done, of in enumerate(some, 1):
        made[of] = compress(wanted[of], of[1])
        if done % 50 == 0:
            tell("compress", done, len(some))
    return made


def compress(data: bytes, way: str) -> bytes:
    """A file, compressed as far as possible and reproducibly; `way` is one that is available."""
    if way == "gz":
        return gzip.compress(data, 9, mtime=0)
    import brotli

    packed: bytes = brotli.compress(data, quality=11)
    return packed


def unable(ways: Collection[str], asked: Span) -> Iterator[Problem]:
    """The problem that a kind of compression is not installed; `asked` is the place of the setting."""
    if "br" not in ways:
        return
    try:
        import brotli  # noqa: F401
    except ImportError:
        hint = 'install it with `pip install "palmarium[br]"`, or write `compress = ["gz"]`'
        yield Problem("compress", asked, "Brotli is not installed", hint)

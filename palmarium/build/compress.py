"""Compression as web servers send it: gzip and Brotli."""

import gzip
from collections.abc import Collection, Iterator

from ..problems import Problem, Span


def compress(data: bytes, way: str) -> bytes:
    """The smallest form of a file, the same on any day; `way` is one that is not `unable`."""
    if way == "gz":
        return gzip.compress(data, 9, mtime=0)
    import brotli

    packed: bytes = brotli.compress(data, quality=11)
    return packed


def unable(ways: Collection[str], asked: Span) -> Iterator[Problem]:
    """What is asked for and can't be done; `asked` is the place of the setting."""
    if "br" not in ways:
        return
    try:
        import brotli  # noqa: F401
    except ImportError:
        hint = 'install it with `pip install "palmarium[br]"`, or write `compress = ["gz"]`'
        yield Problem("compress", asked, "Brotli is not installed", hint)

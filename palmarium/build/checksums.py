"""SHA256SUMS: the checksum of each file of the data, as `sha256sum --check` reads it."""

import hashlib
from collections.abc import Iterable

from ..pages.plan import Blob

FILE = "SHA256SUMS"


def listed(blobs: Iterable[Blob], folder: str, old: bytes = b"") -> Blob:
    """The list of checksums below a folder: of these files, and of the others in the old list."""
    sums = dict(line.split("  ", 1)[::-1] for line in old.decode().splitlines())
    new = {
        blob.url.removeprefix(folder): hashlib.sha256(blob.data).hexdigest() for blob in blobs if _is_in(blob, folder)
    }
    lines = (f"{mark}  {name}\n" for name, mark in sorted({**sums, **new}.items()))
    return Blob(folder + FILE, "".join(lines).encode())


def in_folder(blobs: Iterable[Blob], folder: str) -> tuple[Blob, ...]:
    """The files of a folder."""
    return tuple(blob for blob in blobs if _is_in(blob, folder))


def _is_in(blob: Blob, folder: str) -> bool:
    return blob.url.startswith(folder)

import hashlib

from palmarium.build.checksums import listed
from palmarium.pages.plan import Blob


def mark(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


A, B = Blob("/data/a.csv", b"a"), Blob("/data/b.csv", b"b")


def test_a_line_for_each_file_below_the_folder_in_order() -> None:
    made = listed((B, Blob("/feed.xml", b"feed"), A), "/data/")
    assert made == Blob("/data/SHA256SUMS", f"{mark(b'a')}  a.csv\n{mark(b'b')}  b.csv\n".encode())


def test_a_file_that_was_made_again_has_another_line_and_the_others_stay() -> None:
    old = listed((A, B), "/data/").data
    new = Blob("/data/b.csv", b"more")
    assert listed((new,), "/data/", old) == listed((A, new), "/data/")

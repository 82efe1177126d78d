"""Pictures on the desk: taken in by their bytes, below a safe name, never over a file, and put into the text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.commands.edit import pictures, sent
from palmarium.commands.edit.desk import Desk
from palmarium.commands.edit.pictures import Said
from palmarium.commands.serve import DESK, DeskRequest, Reply
from tests import photos
from tests.desk import ENGLISH, HOST, TOKEN, field, get, in_form, post

ARTICLE = "content/articles/un-soir.md"
NAME = "content/names/mael-kerouan.md"
SITE = (
    ENGLISH
    + """\
-- editions/phare/award.yaml --
name: Prix du Phare
categories: {lumiere: Lumière}
-- editions/phare/2011.yaml --
results: {lumiere: Maël Kerouan}
-- content/names/mael-kerouan.md --
---
name: Maël Kerouan   # kept
kind: person
---
-- content/articles/un-soir.md --
---
title: Un soir
kind: report
date: 2012-01-02
---
Le premier paragraphe.

## Une suite

La fin.
"""
)
BOUNDARY = "----WebKitFormBoundaryabc123"
JPEG = photos.photo(64, 48)
SAYS = {"picture.alt": "Un phare", "picture.credit": "Photo Ann", "picture.caption": "La nuit", "picture.place": "end"}
HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 30


def multipart(fields: dict[str, str], name: str, data: bytes) -> bytes:
    """A form with a file, as Chromium sends it."""
    parts = [f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}'.encode() for key, value in fields.items()]
    head = f'Content-Disposition: form-data; name="picture"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    parts.append(head.encode() + data)
    edge = f"--{BOUNDARY}".encode()
    return b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts) + edge + b"--\r\n"


def send(desk: Desk, path: str, name: str, data: bytes, origin: str = f"http://{HOST}", **more: str) -> Reply:
    fields = {"token": TOKEN, **in_form(get(desk, f"form/{path}")), **SAYS, "do": "picture", **more}
    body, type = multipart(fields, name, data), f"multipart/form-data; boundary={BOUNDARY}"
    return desk.answer(DeskRequest("POST", f"{DESK}form/{path}", "", body, HOST, origin, "navigate", type))


def media(root: Path) -> dict[str, bytes]:
    found = (root / "content/media").rglob("*") if (root / "content/media").exists() else ()
    return {path.relative_to(root / "content/media").as_posix(): path.read_bytes() for path in found if path.is_file()}


def body(page: Reply) -> str:
    return in_form(page)["body"].replace("\r\n", "\n")


def test_a_picture_is_taken_in_and_stands_in_the_text_that_is_saved_then(desk: Desk, root: Path) -> None:
    old = (root / ARTICLE).read_text()
    page = send(desk, ARTICLE, "Le Phare (1).JPG", JPEG)
    line = '![Un phare](le-phare-1.jpg "La nuit — Photo Ann")'
    assert body(page).endswith(f"La fin.\n\n{line}\n")
    assert media(root) == {"le-phare-1.jpg": JPEG}
    assert (root / ARTICLE).read_text() == old
    fields = {**in_form(page), "opened": field(page, "opened"), "do": "save"}
    assert post(desk, f"form/{ARTICLE}", **fields).status == "303 See Other"
    assert (root / ARTICLE).read_text() == f"{old}\n{line}\n"
    assert not [each for each in desk.read().problems if each.level == "error"]
    post(desk, "undo")
    assert (root / ARTICLE).read_text() == old
    post(desk, "undo")
    assert media(root) == {}
    assert post(desk, "redo").status == "303 See Other"
    assert media(root) == {"le-phare-1.jpg": JPEG}


def test_it_stands_behind_the_paragraph_that_was_chosen_or_at_the_head(desk: Desk) -> None:
    page = get(desk, f"form/{ARTICLE}").body.decode()
    choices = re.search(r'<select id="picture.place".*?</select>', page, re.DOTALL)
    assert choices is not None
    assert re.findall(r">([^<\n]+)</option>", choices[0]) == [
        "at the head of the page",
        "in the text, after “Le premier paragraphe.”",
        "in the text, after “Une suite”",
        "at the end of the text",
    ]
    page = send(
        desk, ARTICLE, "phare.jpg", JPEG, **{"picture.place": "0:Le premier paragraphe.", "picture.caption": ""}
    )
    assert 'paragraphe.\n\n![Un phare](phare.jpg "— Photo Ann")\n\n## Une suite' in body(page)
    typed = {"picture.place": "0:Le premier paragraphe."}
    typed |= {"body": "Neuf.\n\nLe premier paragraphe.\n\nLa fin.\n"}
    assert "paragraphe.\n\n![Un phare]" in body(send(desk, ARTICLE, "phare.jpg", JPEG, **typed))
    page = send(desk, NAME, "phare.jpg", JPEG, **{"picture.place": "head"})
    line = "picture: {src: phare.jpg, alt: Un phare, credit: Photo Ann, caption: La nuit}\n"
    assert f"name: Maël Kerouan   # kept\nkind: person\n{line}---" in in_form(page)["text"].replace("\r\n", "\n")


def test_the_bytes_say_what_a_picture_is_whatever_it_is_called(desk: Desk, root: Path) -> None:
    send(desk, ARTICLE, "phare.txt", photos.saved(photos.painted(9, 9), "PNG"))
    assert list(media(root)) == ["phare.png"]


def test_no_file_is_written_over_and_the_same_one_not_written_twice(desk: Desk, root: Path) -> None:
    (root / "content/media").mkdir()
    (root / "content/media/Phare.jpg").write_bytes(b"mine")
    for _ in range(2):
        assert "phare-2.jpg" in body(send(desk, ARTICLE, "phare.jpg", JPEG))
    assert media(root) == {"Phare.jpg": b"mine", "phare-2.jpg": JPEG}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../../build.py", "build.jpg"),
        ("C:\\fakepath\\Été à Brest.jpeg", "ete-a-brest.jpg"),
        ("/etc/passwd", "passwd.jpg"),
        ("..", "un-soir.jpg"),
        ("con.jpg", "un-soir-con.jpg"),
        (".htaccess", "un-soir.jpg"),
        ("%00.jpg", "un-soir-00.jpg"),
        ("<script>.svg", "script.jpg"),
        ("x" * 500 + ".jpg", "x" * 80 + ".jpg"),
        ("灯台.jpg", "un-soir-灯台.jpg"),
    ],
)
def test_a_name_is_made_safe(desk: Desk, root: Path, name: str, path: str) -> None:
    before = {each for each in root.parent.rglob("*") if ".palmarium" not in each.parts}
    send(desk, ARTICLE, name, JPEG)
    after = {each for each in root.parent.rglob("*") if ".palmarium" not in each.parts}
    [made] = [each for each in after - before if each.is_file()]
    assert made.parent == root / "content/media"
    assert made.name == path


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Choose a picture on this machine first."),
        (b"<html><script>", "this is no picture that can be read"),
        (JPEG[: len(JPEG) // 2], "this is no picture that can be read, or only a part of one"),
        (HEIC, "browsers do not show HEIC pictures"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>x()</script></svg>", "script"),
        (b"BM....\0\0\0\0....", "browsers do not show BMP pictures"),
    ],
)
def test_what_is_no_picture_is_told_and_not_written(desk: Desk, root: Path, data: bytes, says: str) -> None:
    page = send(desk, ARTICLE, "phare.jpg", data)
    assert says in page.body.decode()
    assert media(root) == {}
    assert body(page).endswith("La fin.\n")


def test_a_picture_says_what_it_shows(desk: Desk, root: Path) -> None:
    page = send(desk, ARTICLE, "phare.jpg", JPEG, **{"picture.alt": " "})
    assert "Say what the picture shows" in page.body.decode()
    assert media(root) == {}


@pytest.mark.parametrize("place", ["", "9", "0", "0:", "0:Rien", ":", "-1", "x", "99999999999999:x", "head\0"])
def test_no_place_makes_a_traceback_or_leaves_a_picture(desk: Desk, root: Path, place: str) -> None:
    assert "choose another place" in send(desk, ARTICLE, "phare.jpg", JPEG, **{"picture.place": place}).body.decode()
    assert media(root) == {}


def test_whoever_may_not_ask_writes_no_picture(desk: Desk, root: Path) -> None:
    assert send(desk, ARTICLE, "a.jpg", JPEG, "http://evil.example").status == "403 Forbidden"
    assert send(desk, ARTICLE, "a.jpg", JPEG, token="x").status == "403 Forbidden"
    assert media(root) == {}


def test_a_folder_that_leads_elsewhere_is_not_written_to(desk: Desk, root: Path) -> None:
    (root.parent / "away").mkdir()
    (root / "content/media").symlink_to(root.parent / "away")
    assert "out of reach" in send(desk, ARTICLE, "phare.jpg", JPEG).body.decode()
    assert list((root.parent / "away").iterdir()) == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"--x", b"--x--", b"--x\r\n\r\n\r\n--x--", b"--x\r\nA: b\r\n\r\nc\r\n--x--",
        b"--x\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nc\r\n--x--", b"x" * 9_000_000, b"--x\r\n" * 9_000,
        b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--x--",
    ],
)  # fmt: skip
def test_no_form_with_a_file_makes_a_traceback(desk: Desk, body: bytes) -> None:
    asked = DeskRequest(
        "POST", f"{DESK}form/{ARTICLE}", "", body, HOST, f"http://{HOST}", "", "multipart/form-data; boundary=x"
    )
    assert desk.answer(asked).status == "403 Forbidden"


@given(st.dictionaries(st.sampled_from("abc"), st.text(max_size=20)), st.binary(max_size=60))
def test_a_form_is_read_as_it_was_sent(fields: dict[str, str], data: bytes) -> None:
    type = f"multipart/form-data; boundary={BOUNDARY}"
    found = sent.read(type, multipart(fields, "a%22b.jpg", data))
    assert found is not None
    assert (dict(found.fields), found.name, found.data) == (fields, 'a"b.jpg', data)


@pytest.mark.parametrize("alt", ['a "b" \\ [c]', "![x](y)", "]]", "<b>", "`x"])
def test_any_words_of_a_picture_stay_what_they_are(alt: str) -> None:
    from palmarium.sources.load import load

    text = "---\ntitle: T\nkind: report\ndate: 2012-01-02\n---\nX.\n"
    made = pictures.placed(ARTICLE, text, pictures.END, "content/media/a.jpg", Said(alt, alt, alt))
    record, problems = load(ARTICLE, made.encode(), "en")
    assert record is not None
    assert not problems

"""The desk: what it shows and writes, that it writes nothing else, and to whom it does not answer."""

import asyncio
import html
import re
from datetime import date
from itertools import combinations
from pathlib import Path
from urllib.parse import quote, unquote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from palmarium.commands.edit import sent, way
from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import DESK, BuildTold, DeskRequest, Reply, ServedSite, preview
from palmarium.problems import Span
from palmarium.sources import disk
from tests.conftest import Site as Make
from tests.desk import ENGLISH, HOST, TOKEN, at, field, get, in_form, post, save, text_in

EDITION = "editions/phare/2011.yaml"
SITE = (
    ENGLISH
    + """\
-- editions/phare/award.yaml --
name: Prix du Phare
categories: {lumiere: Lumière}
-- editions/phare/2011.yaml --
# a comment
coverage: partial
results:
  lumiere: Maël Kerouan   # who else
-- content/names/mael-kerouan.md --
---
name: Maël Kerouan
kind: person
---

Gardien.
"""
)


def test_the_list_shows_every_record_by_award_and_kind_and_finds_it_by_words_without_accents(desk: Desk) -> None:
    page = get(desk).body.decode()
    assert "Award: Prix du Phare (2)" in page
    assert "Names (1)" in page
    assert "site.toml" not in page
    found = get(desk, query="q=MAEL").body.decode()
    assert "content/names/mael-kerouan.md" in found
    assert EDITION not in found
    assert "No file has these words" in get(desk, query="q=personne").body.decode()


def test_a_name_without_a_file_is_found_and_leads_to_the_form_that_makes_one(desk: Desk, root: Path) -> None:
    (root / EDITION).write_text("results: {lumiere: Émile Crust}\n")
    assert "Émile Crust" not in get(desk).body.decode()
    found = re.search(r'<a href="([^"]*)">Émile Crust</a>', get(desk, query="q=EMILE").body.decode())
    assert found
    assert 'name="name" value="Émile Crust"' in get(desk, unquote(found[1]).removeprefix(DESK)).body.decode()


def test_what_is_saved_unchanged_keeps_every_byte(desk: Desk, root: Path) -> None:
    for data in (
        b"coverage: partial\r\nresults: {}\r\n",
        b"\xef\xbb\xbfcoverage: partial\nresults: {}",
        b"\ncoverage: partial\r\n\nresults: {}\r\n\n\n",
    ):
        (root / EDITION).write_bytes(data)
        page = get(desk, at(EDITION))
        assert save(desk, EDITION, text_in(page), page).status == "303 See Other"
        assert (root / EDITION).read_bytes() == data
    assert desk.history.done == ()


@given(st.lists(st.sampled_from(["a\n", "b\r\n", "c\r", "\n", "\r\n", "é", "\u2028x\n", "  # d\n"])), st.booleans())
def test_any_mixture_of_line_ends_stays_where_nothing_is_typed(lines: list[str], marked: bool) -> None:
    data = (("\ufeff" if marked else "") + "".join(lines)).encode()
    shown = sent.shown(data)
    assert shown is not None
    assert sent.typed(data, shown.replace("\n", "\r\n")) == data


@given(st.lists(st.sampled_from(["a\n", "b\r\n", "c\r\n"])), st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"])))
def test_what_is_typed_is_what_is_written_but_for_line_ends(old: list[str], new: list[str]) -> None:
    assert sent.shown(sent.typed("".join(old).encode(), "".join(new))) == "".join(new)


def test_a_line_that_is_typed_gets_the_line_end_of_the_file_and_the_others_keep_theirs() -> None:
    assert sent.typed(b"a\r\nb\nc\r\n", "a\nnew\nb\nc\n") == b"a\r\nnew\r\nb\nc\r\n"
    assert sent.typed(b"a\nb\r\nc\n", "x\na\nb\nc\ny\n") == b"x\r\na\nb\r\nc\ny\r\n"


def test_a_save_writes_what_was_typed_and_nothing_else_and_can_be_taken_back(desk: Desk, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    old = (root / EDITION).read_text()
    answer = save(desk, EDITION, old.replace("partial", "complete"))
    assert answer.location == f"{DESK}{at(EDITION)}?saved"
    assert (root / EDITION).read_text() == old.replace("partial", "complete")
    assert "Undo the save of editions/phare/2011.yaml" in get(desk, at(EDITION), "saved").body.decode()
    save(desk, EDITION, old.replace("partial", "none"))
    for expected in ("complete", "partial"):
        assert post(desk, "undo").status == "303 See Other"
        assert f"coverage: {expected}" in (root / EDITION).read_text()
    assert post(desk, "undo").status == "409 Conflict"
    after = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    assert {path: data for path, data in after.items() if ".palmarium" not in path.parts} == before


def test_a_check_tells_what_is_wrong_and_writes_nothing(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_bytes()
    answer = post(desk, at(EDITION), text="coverage: partial\nresult: {}\n<b>", do="check").body.decode()
    assert "&lt;b&gt;" in answer
    assert "<b>" not in answer
    told = post(desk, at(EDITION), text="coverage: partial\nresults: {lumiere: {laureat: A}}\n").body.decode()
    assert "line 2, column 21" in told
    assert (root / EDITION).read_bytes() == old


def test_what_is_sure_is_mended_in_the_text_that_was_typed_and_not_yet_saved(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_bytes()
    typed = "# mine\ncoverage: partial\nresuls: {lumiere: Ann}\n"
    page = post(desk, at(EDITION), text=typed, do="check")
    found = re.search(r'name="fix" value="([^"]*)"', page.body.decode())
    assert found
    mended = post(desk, at(EDITION), text=typed, fix=html.unescape(found[1]))
    assert text_in(mended) == typed.replace("resuls", "results")
    # Where something else stands there by now, nothing is mended.
    assert text_in(post(desk, at(EDITION), text="coverage: none\n", fix=html.unescape(found[1]))) == "coverage: none\n"
    assert (root / EDITION).read_bytes() == old


def test_a_text_with_errors_is_saved_only_once_they_were_shown_and_accepted(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_bytes()
    typed = "coverage: half\n"
    asked = save(desk, EDITION, typed)
    assert "Nothing was saved: the text has errors" in asked.body.decode()
    assert (root / EDITION).read_bytes() == old
    # Others than those that were shown are shown first.
    save(desk, EDITION, "coverage: quarter\n", anyway="yes", told=field(asked, "told"))
    assert (root / EDITION).read_bytes() == old
    save(desk, EDITION, typed, anyway="yes", told=field(asked, "told"))
    assert (root / EDITION).read_text() == typed


def test_errors_that_a_text_makes_in_other_files_are_told(desk: Desk, root: Path) -> None:
    award = "editions/phare/award.yaml"
    told = post(desk, at(award), text="name: Prix du Phare\ncategories: {brume: Brume}\n").body.decode()
    assert "Errors that this text makes in other files" in told
    assert f"{EDITION}, line 4" in told


def test_a_file_that_changed_meanwhile_is_never_written_over_unseen(desk: Desk, root: Path) -> None:
    page = get(desk, at(EDITION))
    (root / EDITION).write_text("coverage: none   # by another\n")
    answer = save(desk, EDITION, "coverage: partial\n", page)
    told = html.unescape(answer.body.decode())
    assert "The file has changed since you opened it: nothing was saved" in told
    assert "-coverage: none   # by another\n+coverage: partial" in told
    assert text_in(answer) == "coverage: partial\n"
    assert (root / EDITION).read_text() == "coverage: none   # by another\n"
    # Whoever saves once more without a word changes nothing; nor does a third change go unseen.
    over = field(answer, "over")
    save(desk, EDITION, "coverage: partial\n", page)
    (root / EDITION).write_text("coverage: none   # by a third\n")
    save(desk, EDITION, "coverage: partial\n", page, over=over)
    assert (root / EDITION).read_text() == "coverage: none   # by a third\n"
    seen = field(save(desk, EDITION, "coverage: partial\n", page), "over")
    save(desk, EDITION, "coverage: partial\n", page, over=seen)
    assert (root / EDITION).read_text() == "coverage: partial\n"


def test_a_text_with_errors_is_written_over_a_changed_file_once_both_were_seen(desk: Desk, root: Path) -> None:
    page = get(desk, at(EDITION))
    (root / EDITION).write_text("coverage: none   # by another\n")
    typed = "coverage: half\n"
    over = field(save(desk, EDITION, typed, page), "over")
    asked = save(desk, EDITION, typed, page, over=over)
    assert "Nothing was saved: the text has errors" in asked.body.decode()
    save(desk, EDITION, typed, asked, anyway="yes", told=field(asked, "told"))
    assert (root / EDITION).read_text() == typed


def test_a_save_is_not_taken_back_over_what_another_wrote_since(desk: Desk, root: Path) -> None:
    save(desk, EDITION, "coverage: none\n")
    (root / EDITION).write_text("coverage: complete\n")
    answer = post(desk, "undo")
    assert answer.status == "409 Conflict"
    assert "-coverage: complete" in answer.body.decode()
    assert (root / EDITION).read_text() == "coverage: complete\n"


def test_a_text_that_is_being_typed_is_shown_where_its_file_is_gone(desk: Desk, root: Path) -> None:
    page = get(desk, at(EDITION))
    (root / EDITION).unlink()
    answer = save(desk, EDITION, "coverage: none\n", page)
    assert answer.status == "404 Not Found"
    assert "coverage: none" in answer.body.decode()
    assert not (root / EDITION).exists()


OUTSIDE = (
    *("site.toml", "urls.lock", "../secret.yaml", "editions/../site.toml", "editions/phare/../../../secret.yaml"),
    *("/etc/passwd", "editions/phare/2011.yaml\0", "editions//phare/2011.yaml", "editions/phare/new.yaml"),
    *("content/files/a.md", "themes/x.md", "content/names/linked.md", "content/names/way/secret.md", "", "."),
    *(".palmarium/lock", "editions\\phare\\2011.yaml", "content/names/latin.md", "\udcff"),
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_other_file_is_shown_or_written(root: Path, path: str) -> None:
    (root.parent / "away").mkdir()
    for secret in (root.parent / "secret.yaml", root.parent / "away/secret.md"):
        secret.write_text("secret")
    (root / "content/names/linked.md").symlink_to(root.parent / "away/secret.md")
    (root / "content/names/way").symlink_to(root.parent / "away")
    (root / "content/files").mkdir()
    (root / "content/files/a.md").write_text("secret")
    (root / "content/names/latin.md").write_bytes(b"---\nname: Ma\xebl\n---\nsecret")
    before = {file: file.read_bytes() for file in root.parent.rglob("*.*") if file.is_file()}
    desk = Desk(root, TOKEN, lambda: date(2012, 1, 2))
    address = f"{DESK}file/{path}"
    shown = desk.answer(DeskRequest("GET", address, host=HOST))
    body = urlencode({"token": TOKEN, "text": "name: x", "do": "save", "anyway": "yes", "opened": ""}).encode()
    sent = desk.answer(DeskRequest("POST", address, "", body, HOST, f"http://{HOST}"))
    assert (shown.status, sent.status) == ("404 Not Found", "404 Not Found")
    assert b"secret" not in shown.body + sent.body
    after = {file: file.read_bytes() for file in root.parent.rglob("*.*") if file.is_file()}
    assert {file: data for file, data in after.items() if file in before} == before
    assert [file for file in after if file not in before and ".palmarium" not in file.parts] == []


def test_what_is_read_through_a_link_is_known_and_not_edited(root: Path) -> None:
    (root / "texts").mkdir()
    (root / "texts/ann.md").write_text("---\nname: Ann\nkind: person\n---\n")
    (root / "content/pages").mkdir()
    (root / "content/pages/note.md").symlink_to(root / "texts/ann.md")
    (root / "content/names/mael-kerouan.md").rename(root / "texts/mael-kerouan.md")
    (root / "content/names").rmdir()
    (root / "content/names").symlink_to(root / "texts")
    desk = Desk(root, TOKEN, lambda: date(2012, 1, 2))
    for path in ("content/names/ann.md", "content/pages/note.md"):
        assert path in desk.read().files
        assert path not in get(desk).body.decode()
        assert get(desk, at(path)).status == "404 Not Found"
    assert "mael-kerouan" in desk.site.archive.profiles


@pytest.mark.parametrize(
    ("origin", "token", "mode"),
    [
        ("http://evil.example", TOKEN, "navigate"),
        ("", TOKEN, "navigate"),
        ("null", TOKEN, "navigate"),
        ("http://127.0.0.1:8001", TOKEN, "navigate"),
        (f"https://{HOST}", TOKEN, "navigate"),
        (f"http://{HOST}", "", "navigate"),
        (f"http://{HOST}", TOKEN[:-1], "navigate"),
        (f"http://{HOST}", "é", "navigate"),
        # A script of the theme, which runs at the same address.
        (f"http://{HOST}", TOKEN, "cors"),
        (f"http://{HOST}", TOKEN, "same-origin"),
    ],
)
def test_a_form_of_another_page_saves_nothing(desk: Desk, root: Path, origin: str, token: str, mode: str) -> None:
    old = (root / EDITION).read_bytes()
    opened = field(get(desk, at(EDITION)), "opened")
    fields = {"token": token, "opened": opened, "text": "coverage: none", "do": "save"}
    asked = DeskRequest("POST", DESK + at(EDITION), "", urlencode(fields).encode(), HOST, origin, mode)
    answer = desk.answer(asked)
    assert answer.status == "403 Forbidden"
    assert TOKEN.encode() not in answer.body
    assert (root / EDITION).read_bytes() == old
    assert (
        desk.answer(DeskRequest("POST", DESK + at(EDITION), "", urlencode(fields).encode(), "", "")).status
        == "403 Forbidden"
    )


def test_a_script_is_not_shown_a_page(desk: Desk) -> None:
    assert desk.answer(DeskRequest("GET", DESK + at(EDITION), host=HOST, mode="cors")).status == "403 Forbidden"
    assert desk.answer(DeskRequest("GET", f"{DESK}style.css", host=HOST, mode="no-cors")).status == "200 OK"


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"token", b"a=%ff", b"&" * 30_000, b"%", b"text=" + b"x" * 5_000_000]
)
def test_no_form_makes_a_traceback(desk: Desk, body: bytes) -> None:
    for form in (body, body + b"&" + urlencode({"token": TOKEN}).encode()):
        asked = DeskRequest("POST", DESK + at(EDITION), "", form, HOST, f"http://{HOST}")
        assert desk.answer(asked).status[:3] in ("200", "403", "413")


@pytest.mark.parametrize("fix", ["{", "[1]", '["a", 1, "x", "y"]', "[" * 5_000, '[-1, 0, "a", "b"]', '[1, 1, "", "y"]'])
def test_no_button_makes_a_traceback(desk: Desk, fix: str) -> None:
    assert text_in(post(desk, at(EDITION), text="coverage: none\n", fix=fix)) == "coverage: none\n"


def test_a_get_changes_nothing(desk: Desk, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    fields = urlencode({"token": TOKEN, "do": "save", "text": "x", "anyway": "yes"})
    for path in (at(EDITION), "undo", ""):
        get(desk, path, fields)
    assert {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()} == before


def test_in_the_preview_it_is_there_only_where_it_was_asked_for_and_sends_its_policy(root: Path) -> None:
    async def play(desk: Desk | None) -> None:
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        site = ServedSite(BuildTold, lambda path: None, lambda: disk.stamp(root), desk.answer if desk else None)
        running = asyncio.create_task(preview(site, 0, address.set_result))
        where = (await address).rstrip("/")
        client = AsyncHTTPClient(force_instance=True)
        try:
            found = await client.fetch(where + DESK, raise_error=False)
            assert found.code == (200 if desk else 404)
            if not desk:
                return
            assert "script-src" not in found.headers["Content-Security-Policy"]
            assert found.headers["Content-Security-Policy"].startswith("default-src 'none'")
            foreign = HTTPRequest(where + DESK, headers={"Host": "evil.example"})
            assert (await client.fetch(foreign, raise_error=False)).code == 403
            large = HTTPRequest(where + DESK + at(EDITION), "POST", {"Origin": where}, b"text=" + b"x" * 60_000_000)
            assert (await client.fetch(large, raise_error=False)).code in (400, 413, 599)
            sent = HTTPRequest(where, "POST", {"Origin": where}, b"x", follow_redirects=False)
            assert (await client.fetch(sent, raise_error=False)).code == 405
            text = urlencode(
                {
                    "token": TOKEN,
                    "text": "coverage: none\n",
                    "opened": disk.digest((root / EDITION).read_bytes()),
                    "do": "save",
                }
            )
            saved = HTTPRequest(
                where + DESK + at(EDITION), "POST", {"Origin": where}, text.encode(), follow_redirects=False
            )
            assert (await client.fetch(saved, raise_error=False)).code == 303
            assert (root / EDITION).read_text() == "coverage: none\n"
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    asyncio.run(asyncio.wait_for(play(None), 20))
    asyncio.run(asyncio.wait_for(play(Desk(root, TOKEN, lambda: date(2012, 1, 2))), 20))


def test_a_form_writes_what_was_typed_and_keeps_the_rest(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_text()
    for path in (EDITION, "editions/phare/award.yaml", "content/names/mael-kerouan.md"):
        before = (root / path).read_bytes()
        fields = in_form(get(desk, f"form/{path}"))
        assert post(desk, f"form/{path}", **{**fields, "do": "save"}).status == "303 See Other"
        assert (root / path).read_bytes() == before
    fields = in_form(get(desk, f"form/{EDITION}"))
    assert fields["r.0.laureate.0"] == "Maël Kerouan"
    typed = {**fields, "r.0.laureate.1": "Ann Crust", "f.ceremony.city": "Brest", "do": "save"}
    assert post(desk, f"form/{EDITION}", **typed).location == f"{DESK}form/{EDITION}?saved"
    expected = old.replace("Maël Kerouan ", "{laureate: [Maël Kerouan, Ann Crust]} ")
    expected = expected.replace("coverage", "ceremony: {city: Brest}\ncoverage")
    assert (root / EDITION).read_text() == expected


def test_rows_are_added_moved_and_taken_out_before_anything_is_saved(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_bytes()
    fields = in_form(get(desk, f"form/{EDITION}"))
    page = post(
        desk,
        f"form/{EDITION}",
        **{**fields, "n.category": "lumiere", "n.laureate.0": "Ann", "n.rank": "1", "do": "add"},
    )
    fields = in_form(page)
    assert [fields["r.0.laureate.0"], fields["r.1.laureate.0"]] == ["Maël Kerouan", "Ann"]
    fields = in_form(post(desk, f"form/{EDITION}", **{**fields, "do": "up:1"}))
    assert [fields["r.0.laureate.0"], fields["r.1.laureate.0"]] == ["Ann", "Maël Kerouan"]
    fields = in_form(post(desk, f"form/{EDITION}", **{**fields, "do": "out:1"}))
    assert "r.1.laureate.0" not in fields
    for hostile in ("up:9", "out:-1", "down:99999999999999999999", "out:x", "out:", ":"):
        assert in_form(post(desk, f"form/{EDITION}", **{**fields, "do": hostile})) == fields
    assert (root / EDITION).read_bytes() == old


def test_a_button_of_a_row_shows_where_to_type_next(desk: Desk, root: Path) -> None:
    def focused(page: Reply) -> list[str]:
        return re.findall(r'<\w+ id="([^"]*)"[^>]* autofocus', page.body.decode())

    fields = in_form(get(desk, f"form/{EDITION}"))
    page = post(desk, f"form/{EDITION}", **{**fields, "do": "more:0"})
    assert focused(page) == ["n.laureate.0"]
    assert in_form(page)["n.category"] == "lumiere"
    page = post(desk, f"form/{EDITION}", **{**in_form(page), "n.laureate.0": "Ann", "do": "add"})
    assert focused(page) == ["r.1"]
    page = post(desk, f"form/{EDITION}", **{**in_form(page), "do": "up:1"})
    assert focused(page) == ["r.0"]
    for hostile in ("more:9", "more:x", "up:-1", "more:99999999999999"):
        assert focused(post(desk, f"form/{EDITION}", **{**in_form(page), "do": hostile})) in ([], ["problems"])


def test_the_form_of_a_text_says_what_it_translates_and_into_which_language(desk: Desk, root: Path) -> None:
    path = "content/articles/nuit.md"
    for id in ("nuit", "night"):
        (root / "content/articles").mkdir(parents=True, exist_ok=True)
        (root / f"content/articles/{id}.md").write_text(f"---\ntitle: {id}\n---\nText.\n")
    fields = in_form(get(desk, f"form/{path}"))
    typed = {**fields, "f.language": "fr", "f.translates": "night", "do": "save"}
    assert post(desk, f"form/{path}", **typed).location == f"{DESK}form/{path}?saved"
    assert (root / path).read_text() == "---\ntitle: nuit\nlanguage: fr\ntranslates: night\n---\nText.\n"


def test_what_the_form_can_not_do_is_said_and_nothing_is_saved(desk: Desk, root: Path) -> None:
    old = (root / EDITION).read_bytes()
    fields = in_form(get(desk, f"form/{EDITION}"))
    page = post(desk, f"form/{EDITION}", **{**fields, "r.0.laureate.0": "", "f.theme": "kept", "do": "save"})
    assert "Look at this first: nothing was saved" in page.body.decode()
    left = in_form(page)
    assert (left["f.theme"], left["r.0.laureate.0"]) == ("kept", "")
    assert left["text"] == fields["text"]
    assert (root / EDITION).read_bytes() == old


@pytest.mark.parametrize("do", ["save", "add", "check"])
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"n.laureate.0": "Ann Crust"}, "choose the category that this result belongs to"),
        ({"n.role": "baker", "n.category": "lumiere"}, "say who the laureate is, or `unknown`"),
    ],
)
def test_one_more_result_that_can_not_be_added_stays_in_its_fields(
    desk: Desk, root: Path, typed: dict[str, str], why: str, do: str
) -> None:
    old = (root / EDITION).read_bytes()
    page = post(desk, f"form/{EDITION}", **{**in_form(get(desk, f"form/{EDITION}")), **typed, "do": do})
    assert why in page.body.decode()
    assert in_form(page).items() >= typed.items()
    assert (root / EDITION).read_bytes() == old


TYPED = """\
-- site.toml --
title = "Awards"
base_url = "https://example.org/"
language = "en"
-- editions/phare/award.yaml --
name: Prix du Phare
categories: {lumiere: Lumière, son: Son, voix: Voix, or: Or}
-- editions/phare/2011.yaml --
results:
  lumiere: Maël Kerouan   # who else
  son: unknown
  voix: {not_awarded: reserved}
  or:
    - {laureate: [Ann, Bob], rank: 1}
    - laureate: Cid
-- content/names/mael-kerouan.md --
---
name: Maël Kerouan
---
-- content/articles/a.md --
---
title: A
date: 2011-01-01
---

Text.
"""
"""A site with a file of each kind, and each kind of result."""
OWN = ("text", "opened", "told", "paste.category", "n.category", "rename.of", "picture.place")
"""What a form holds beside what is typed."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [EDITION, "editions/phare/award.yaml", "content/names/mael-kerouan.md", "content/articles/a.md"]
)
def test_all_that_is_typed_into_a_form_is_saved_or_stays_in_its_field_with_a_reason(site: Make, path: str) -> None:
    root = site(TYPED)
    desk, file, old = Desk(root, TOKEN, lambda: date(2012, 1, 2)), root / path, (root / path).read_bytes()
    page = get(desk, f"form/{path}")
    fields = in_form(page)
    choices = re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', page.body.decode(), re.DOTALL)
    chosen = {name: re.findall(r"<option[^>]*>([^<]*)", inner)[-1] for name, inner in choices}
    typed = {name: chosen.get(name, f"typed into {name}") for name in fields if name not in OWN}
    # Each alone, and what says who won beside each other one of its own row.
    alone = [(name,) for name in typed]
    rows = {name: found[0] for name in typed if (found := re.match(r"r\.\d+\.|n\.", name))}
    who = {name for name in rows if name.endswith((".laureate.0", ".not_awarded"))}
    beside = [two for two in combinations(rows, 2) if rows[two[0]] == rows[two[1]] and who & {*two}]
    for names in alone + beside:
        file.write_bytes(old)
        said = {name: typed[name] for name in names}
        answer = post(desk, f"form/{path}", **{**fields, **said, "do": "save"})
        if answer.status != "303 See Other" and b'name="anyway"' in answer.body:
            agreed = {**in_form(answer), "told": field(answer, "told"), "anyway": "yes", "do": "save"}
            answer = post(desk, f"form/{path}", **agreed)
        if answer.status == "303 See Other":
            assert all(value in file.read_text() for value in said.values()), said
            continue
        assert "Look at this first: nothing was saved" in answer.body.decode(), said
        assert in_form(answer).items() >= said.items()
        assert file.read_bytes() == old


def test_a_save_that_breaks_another_file_asks_first(desk: Desk, root: Path) -> None:
    path, old = "content/names/ann-crust.md", "---\nname: Ann Crust\nkind: person\n---\n"
    article = root / "content/articles/a.md"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text("---\ntitle: A\ndate: 2011-01-01\n---\n[[Ann Crust]] baked.\n")
    (root / "content/names").mkdir(parents=True, exist_ok=True)
    (root / path).write_text(old)
    fields = {**in_form(get(desk, f"form/{path}")), "f.name": "Ann Crusty", "do": "save"}
    page = post(desk, f"form/{path}", **fields).body.decode()
    assert "Nothing was saved: the text has errors" in page
    assert "content/articles/a.md" in page
    assert (root / path).read_text() == old


def test_a_file_that_has_no_form_is_shown_as_its_text(desk: Desk, root: Path) -> None:
    (root / EDITION).write_text("results: {lumiere: [\n")
    assert text_in(get(desk, f"form/{EDITION}")) == "results: {lumiere: [\n"


@pytest.mark.parametrize(
    ("fields", "path", "says"),
    [
        ({"new": "edition", "award": "phare", "id": "2012"}, "editions/phare/2012.yaml", "lumiere: unknown"),
        ({"new": "award", "prize": "Prix de l'Été"}, "editions/prix-de-l-ete/award.yaml", "Prix de l'Été"),
        ({"new": "name", "name": "Ann Crust", "kind": "person"}, "content/names/ann-crust.md", "name: Ann Crust"),
        ({"new": "article", "title": "Un soir: à Brest"}, "content/articles/un-soir-a-brest.md", "date: 2012-01-02"),
    ],
)
def test_a_new_file_is_drafted_once(desk: Desk, root: Path, fields: dict[str, str], path: str, says: str) -> None:
    assert post(desk, "", **fields).location == f"{DESK}form/{path}?made"
    text = (root / path).read_text()
    assert says in text
    (root / path).write_text(f"{text}# mine\n")
    assert "is there already" in post(desk, "", **fields).body.decode()
    assert (root / path).read_text() == f"{text}# mine\n"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"new": "edition", "award": "phare", "id": ""},
        {"new": "edition", "award": "../phare", "id": "2012"},
        *(
            {"new": "edition", "award": "phare", "id": id}
            for id in ("../../x", "a/b", "..", ".x", "a\\b", "A B", "x\0", "x\ny")
        ),
        {"new": "name", "name": "x", "kind": "robot"},
        {"new": "name", "name": "", "kind": "person"},
        {"new": "article", "title": "\n"},
        {"new": "site"},
    ],
)
def test_nothing_is_made_in_another_place(desk: Desk, root: Path, fields: dict[str, str]) -> None:
    before = sorted(root.parent.rglob("*"))
    assert post(desk, "", **fields).status in ("200 OK", "400 Bad Request")
    assert [
        path for path in sorted(root.parent.rglob("*")) if path not in before and ".palmarium" not in path.parts
    ] == []


def test_a_place_leads_to_the_desk_where_it_is_open_and_to_a_program_otherwise(root: Path) -> None:
    span = Span("content/names/maël.md", 3, 5)
    assert way(root, span, True) == f"{DESK}file/content/names/ma%C3%ABl.md"
    assert way(root, span, False) == f"vscode://file{quote(str(root.resolve()))}/content/names/ma%C3%ABl.md:3:5"
    assert way(root, Span("site.toml"), True).startswith("vscode://file/")


@pytest.mark.parametrize(
    ("pasted", "category", "line"),
    [
        ("Rang;Lauréat;Fonction\n1;Ann Crust;gardienne\n2;Bob Loaf;\n", "brume", "{rank: 2, laureate: Bob Loaf}"),
        ("Rang\tLauréat\tFonction\n1\tAnn Crust\tgardienne\n2\tBob Loaf\t\n", "brume", "role: gardienne"),
        ("- Ann Crust\n- Bob Loaf\n", "brume", "brume: [Ann Crust, Bob Loaf]   # to do"),
        ("| Catégorie | Lauréat |\n|---|---|\n| Brume | Ann Crust |\n", "", "brume: Ann Crust   # to do"),
        ("Catégorie;Lauréat\n1. Brume;Ann Crust\n2. Son;Bob Loaf\n", "", "brume: Ann Crust   # to do"),
        ("1. Ann Crust\n2. Bob Loaf\n", "brume", "brume: [Ann Crust, Bob Loaf]   # to do"),
        ("Ann Crust\n", "", "unknown: Ann Crust"),
    ],
)
def test_what_is_pasted_is_added_and_not_yet_saved(root: Path, pasted: str, category: str, line: str) -> None:
    award = root / "editions/phare/award.yaml"
    award.write_text("name: Prix du Phare\ncategories: {lumiere: Lumière, brume: Brume}\n")
    (root / EDITION).write_text("# mine\nresults:\n  lumiere: Maël Kerouan   # kept\n  brume: unknown   # to do\n")
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    desk = Desk(root, TOKEN, lambda: date(2012, 1, 2))
    fields = in_form(get(desk, f"form/{EDITION}"))
    page = post(desk, f"form/{EDITION}", **{**fields, "paste": pasted, "paste.category": category, "do": "paste"})
    text = in_form(page)["text"].replace("\r\n", "\n")
    assert line in text
    assert text.startswith("# mine\nresults:\n  lumiere: Maël Kerouan   # kept\n")
    assert "landed" in page.body.decode()
    assert ("are left out" in page.body.decode()) == pasted.startswith(("1. ", "Catégorie;"))
    assert "ordinal:" not in text
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("pasted", "results"),
    [
        ("1. Brume\nAnn Crust\n\n2. Lumière\nBob Loaf\n", "brume: Ann Crust|lumiere: Bob Loaf"),
        (
            "## Brume\n- Ann Crust\n- Eve Salt\n\n## Lumière\n- Bob Loaf\n",
            "brume: [Ann Crust, Eve Salt]|lumiere: Bob Loaf",
        ),
        ("Dan Foam\nBrume :\nAnn Crust\n", "brume: Ann Crust|unknown: Dan Foam"),
        ("# 2011\nAnn Crust\n", "brume: unknown|unknown: Ann Crust"),
        ("# Sirène\nAnn Crust\n", ""),
        ("Brume: Ann Crust\nLumière : Bob Loaf\n", "brume: Ann Crust|lumiere: Bob Loaf"),
        ("- Brume – Ann Crust\n- Lumière – Bob Loaf\n", "brume: Ann Crust|lumiere: Bob Loaf"),
        ("1. Brume: Ann Crust\n2. lumiere: Bob Loaf\n", "brume: Ann Crust|lumiere: Bob Loaf"),
        ("Brume: Ann Crust\nEve Salt\n", "brume: [Ann Crust, Eve Salt]"),
        ("Ann Crust – Eve Salt\n", "brume: unknown|unknown: Ann Crust – Eve Salt"),
        ("Brume: Ann Crust\nSirène: Bob Loaf\n", ""),
    ],
)
def test_a_list_below_headings_goes_into_the_categories_that_these_name(root: Path, pasted: str, results: str) -> None:
    award = root / "editions/phare/award.yaml"
    award.write_text("name: Prix du Phare\ncategories: {lumiere: Lumière, brume: Brume}\n")
    (root / EDITION).write_text("results:\n  brume: unknown\n")
    page, text = paste(Desk(root, TOKEN, lambda: date(2012, 1, 2)), pasted)
    lines = [line.strip() for line in text.splitlines()]
    assert lines == ["results:", *(results or "brume: unknown").split("|")]
    assert ("the award has no category &#34;Sirène&#34;" in page.body.decode()) == (not results)


def paste(desk: Desk, pasted: str, **said: str) -> tuple[Reply, str]:
    """The page after something is pasted, and the text of the edition in it."""
    fields = in_form(get(desk, f"form/{EDITION}"))
    said = {name.replace("_", ".", 2): value for name, value in said.items()}
    page = post(desk, f"form/{EDITION}", **{**fields, "paste": pasted, "do": "paste", **said})
    return page, in_form(page)["text"].replace("\r\n", "\n")


BEFORE = "# a comment\ncoverage: partial\nresults:\n  lumiere: Maël Kerouan   # who else\n"
"""The edition as it is before something is pasted."""


def test_a_column_that_is_not_understood_is_asked_for_before_anything_is_added(desk: Desk) -> None:
    table = "Lauréat;Royaume;Bateau\nAnn Crust;Galles;rouge\nBob Loaf;;bleu\n"
    page, text = paste(desk, table, paste_category="lumiere")
    shown = html.unescape(page.body.decode())
    assert text == BEFORE
    assert 'say below what Royaume is ("Galles"), or that it is left out' in shown
    assert 'say below what Bateau is ("rouge", "bleu"), or that it is left out' in shown
    assert in_form(page)["paste"].replace("\r\n", "\n").strip() == table.strip()
    page, text = paste(desk, table, paste_category="lumiere", paste_column_Royaume="result.country")
    assert text == BEFORE
    assert "Bateau is" in page.body.decode()
    assert "Royaume is" not in page.body.decode()
    said = {"paste_column_Royaume": "result.country", "paste_column_Bateau": "-"}
    page, text = paste(desk, table, paste_category="lumiere", **said)
    assert "{laureate: Ann Crust, country: Galles}" in text
    assert "rouge" not in text
    assert in_form(page)["paste"] == ""
    assert "read as laureate: Lauréat, country: Royaume" in page.body.decode()


def test_columns_that_are_read_together_stay_so_when_another_is_said_to_be_something(desk: Desk) -> None:
    table = "Catégorie;1er;2e;Bateau\nLumière;Ann Crust;Bob Loaf;rouge\n"
    page, text = paste(desk, table)
    assert text == BEFORE
    body = page.body.decode()
    assert body.count("as it was understood") == 3
    chosen = re.findall(r'<select[^>]*name="(paste.column.[^"]*)"[^>]*>(.*?)</select>', body, re.DOTALL)
    sent = {name: next(iter(re.findall(r'value="([^"]*)" selected', inner)), "") for name, inner in chosen}
    fields = {**in_form(page), **sent, "paste.column.Bateau": "result.note", "do": "paste"}
    text = in_form(post(desk, f"form/{EDITION}", **fields))["text"]
    assert "{rank: 1, laureate: Ann Crust, note: rouge}" in text
    assert "{rank: 2, laureate: Bob Loaf, note: rouge}" in text


def test_two_columns_are_not_said_to_be_one(desk: Desk) -> None:
    said = {"paste_column_Royaume": "result.note", "paste_column_Bateau": "result.note"}
    page, text = paste(desk, "Lauréat;Royaume;Bateau\nAnn Crust;Galles;rouge\n", **said)
    assert text == BEFORE
    assert "Royaume and Bateau are both said to be note: one column can be that" in page.body.decode()


def test_a_row_of_another_edition_is_not_added(desk: Desk) -> None:
    table = "Année;Catégorie;Lauréat\n2011;Lumière;Ann Crust\n2011;Lumière;Cy Rye\n2012;Lumière;Bob Loaf\n"
    page, text = paste(desk, table)
    assert "lumiere: [Maël Kerouan, Ann Crust, Cy Rye]" in text
    assert "Bob" not in text
    assert "skipped: 1, of another edition, by Année" in page.body.decode()
    page, text = paste(desk, "Année;Lauréat\n2012;Ann Crust\n2013;Bob Loaf\n", paste_category="lumiere")
    told = 'no row is of this edition: Année says "2012", "2013"; to add them here, say that Année is left out'
    assert told in html.unescape(page.body.decode())
    assert text == BEFORE
    left = {"paste_column_Année": "-"}
    _, text = paste(desk, "Année;Lauréat\n2012;Ann Crust\n2013;Bob Loaf\n", paste_category="lumiere", **left)
    assert "lumiere: [Maël Kerouan, Ann Crust, Bob Loaf]" in text


def test_a_category_in_the_table_is_not_overridden_by_the_one_for_tables_without_one(root: Path, desk: Desk) -> None:
    award = root / "editions/phare/award.yaml"
    award.write_text("name: Prix du Phare\ncategories: {lumiere: Lumière, brume: Brume}\n")
    page, text = paste(desk, "Catégorie;Lauréat\nBrume;Ann Crust\n", paste_category="lumiere")
    assert "  brume: Ann Crust\n" in text
    told = "the category is what Catégorie says, not lumiere: lumiere is for a table without one"
    assert told in html.unescape(page.body.decode())


@pytest.mark.parametrize(
    "pasted",
    [
        "Rank,Laureate,Country\n1,Ann Crust,Wales\n2,Bob Loaf,Fife\n",
        "Prizes of 2011\nRank\tLaureate\tCountry\n1\tAnn Crust\tWales\n2\tBob Loaf\tFife\n",
        'Rank,Laureate,Country\n1,"Crust, Ann",Wales\n2,"Loaf, Bob",Fife\n',
        '[{"rank": 1, "laureate": "Ann Crust", "country": "Wales"},'
        ' {"rank": 2, "laureate": "Bob Loaf", "country": "Fife"}]',
        "- rank: 1\n  laureate: Ann Crust\n  country: Wales\n- rank: 2\n  laureate: Bob Loaf\n  country: Fife\n",
        "| Rank | Laureate | Country |\n|---|---|---|\n| 1 | Ann Crust | Wales |\n| 2 | Bob Loaf | Fife |\n",
        "# Prizes\n\n| Rank | Laureate | Country |\n"
        "|---|---|---|\n| 1 | Ann Crust | Wales |\n| 2 | Bob Loaf | Fife |\n",
        '{"rank": 1, "laureate": "Ann Crust", "country": "Wales"}\n'
        '{"rank": 2, "laureate": "Bob Loaf", "country": "Fife"}\n',
    ],
)
def test_a_table_in_any_form_is_no_list_of_names(desk: Desk, pasted: str) -> None:
    page, text = paste(desk, pasted, paste_category="lumiere")
    name = "Ann Crust" if '"Crust' not in pasted else '"Crust, Ann"'
    assert f"{{rank: 1, laureate: {name}, country: Wales}}" in text
    assert "read as laureate: " in page.body.decode() or "read as rank: " in page.body.decode()


def test_the_numbers_of_a_list_are_no_ordinals_of_the_edition_and_that_is_said(desk: Desk) -> None:
    page, text = paste(desk, "1. Ann Crust\n2. Bob Loaf\n", paste_category="lumiere")
    assert "lumiere: [Maël Kerouan, Ann Crust, Bob Loaf]" in text
    assert "ordinal" not in text
    left = "the numbers before the names are left out"
    assert left in html.unescape(page.body.decode())
    page, text = paste(desk, "1. Ann Crust\n2. Bob Loaf\n", paste_category="lumiere", paste_column_number="result.rank")
    assert "{rank: 2, laureate: Bob Loaf}" in text
    assert left not in page.body.decode()


@pytest.mark.parametrize(
    "pasted",
    [
        "Lauréat\tBateau\nAnn Crust\trouge\nBob Loaf\tbleu\n",
        "Lauréat,Bateau\nAnn Crust,rouge\nBob Loaf,bleu\n",
        "| Lauréat | Bateau |\n|---|---|\n| Ann Crust | rouge |\n| Bob Loaf | bleu |\n",
        '[{"lauréat": "Ann Crust", "Bateau": "rouge"}, {"lauréat": "Bob Loaf", "Bateau": "bleu"}]',
        "- lauréat: Ann Crust\n  Bateau: rouge\n- lauréat: Bob Loaf\n  Bateau: bleu\n",
        "Lauréat\t#\nAnn Crust\trouge\nBob Loaf\tbleu\n",
    ],
)
def test_a_column_that_is_not_taken_is_asked_for_in_every_form(desk: Desk, pasted: str) -> None:
    page, text = paste(desk, pasted, paste_category="lumiere")
    name = "#" if "#" in pasted else "Bateau"
    assert text == BEFORE
    assert f'say below what {name} is ("rouge", "bleu"), or that it is left out' in html.unescape(page.body.decode())


@pytest.mark.parametrize("pasted", ["Ann Crust; Bob Loaf\nCy Rye\n", "Ann Crust; Bob Loaf\nCy Rye; Di Oven\n"])
def test_names_beside_each_other_are_said_to_share_and_are_no_heading(desk: Desk, pasted: str) -> None:
    page, text = paste(desk, pasted, paste_category="lumiere")
    assert "{laureate: [Ann Crust, Bob Loaf]}" in text
    assert "share one result" in page.body.decode()


@pytest.mark.parametrize("text", ["Total: 2", "2 winners", "Sum"])
def test_a_sum_below_a_list_is_no_laureate(desk: Desk, text: str) -> None:
    page, made = paste(desk, f"Ann Crust\nBob Loaf\n{text}\n", paste_category="lumiere")
    assert "lumiere: [Maël Kerouan, Ann Crust, Bob Loaf]" in made
    assert f'whether rows of "{text}" are none to import' in html.unescape(page.body.decode())


def test_a_remark_behind_a_pasted_name_is_told(desk: Desk) -> None:
    page, _ = paste(desk, "Ann Crust - see errata\nBob Loaf\n", paste_category="lumiere")
    assert '"see errata" reads like a remark' in html.unescape(page.body.decode())


def test_a_heading_above_a_list_is_no_name(desk: Desk) -> None:
    _, text = paste(desk, "Laureate\nAnn Crust\nBob Loaf\n", paste_category="lumiere")
    assert "lumiere: [Maël Kerouan, Ann Crust, Bob Loaf]" in text


def test_the_code_of_a_page_is_no_list_of_names(desk: Desk) -> None:
    page, text = paste(desk, "<table>\n<tr><td>Ann Crust</td></tr>\n</table>", paste_category="lumiere")
    assert text == BEFORE
    assert "this is the code of a page: copy the table as the page shows it" in page.body.decode()


@pytest.mark.parametrize("do", ["save", "text"])
def test_what_is_pasted_and_not_added_is_not_lost(root: Path, desk: Desk, do: str) -> None:
    before = (root / EDITION).read_bytes()
    fields = in_form(get(desk, f"form/{EDITION}"))
    page = post(desk, f"form/{EDITION}", **{**fields, "paste": "Ann Crust\n", "paste.category": "lumiere", "do": do})
    told = "what is pasted is not added yet: “Add what is pasted” adds it, and without it the box must be empty"
    assert told in html.unescape(page.body.decode())
    assert in_form(page)["paste"].strip() == "Ann Crust"
    assert (root / EDITION).read_bytes() == before


@pytest.mark.parametrize("pasted", ["", "\t\n", "|||\n|\n", "[award]\nid = 3", '"', "x\ty\n", "\0", "=1+1;2"])
def test_whatever_is_pasted_makes_no_traceback(desk: Desk, root: Path, pasted: str) -> None:
    fields = in_form(get(desk, f"form/{EDITION}"))
    for category in ("", "lumiere", "nowhere", '"]\n[x'):
        page = post(desk, f"form/{EDITION}", **{**fields, "paste": pasted, "paste.category": category, "do": "paste"})
        assert page.status == "200 OK"

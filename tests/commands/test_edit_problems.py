"""What is wrong, on the desk: at the field or the row that it is about, with a button; a name that needs a file."""

import html
import re
from datetime import date
from pathlib import Path

import pytest

from palmarium.commands.edit import sheet, told
from palmarium.commands.edit.desk import Desk
from palmarium.commands.lsp import site as sites
from tests.conftest import Site as Make
from tests.desk import ENGLISH, TOKEN, get, in_form, post

EDITION = "editions/phare/2011.yaml"
ARTICLE = "content/articles/un-soir.md"
SITE = (
    ENGLISH
    + """\
-- editions/phare/award.yaml --
name: Prix du Phare
categories: {lumiere: Lumière, brume: Brume}
-- editions/phare/2011.yaml --
ceremony: {date: 2011-02-31, city: Brest}
coverage: partial
results:
  lumiere: Maël Kerouan
  brume:
    - {rank: first, laureate: Ann Crust}
    - {laureate: Bob Loaf, colour: red}
  houle: Eve Salt
nots: x
-- content/articles/un-soir.md --
---
title: Un soir
kind: report
date: 2012-01-02
about: {names: [Ann Cruts]}
---
Du texte, [[Nobody Known]].
"""
)


def fields(desk: Desk, path: str) -> dict[str, str]:
    """The message of each problem of a file, and where it is shown."""
    site = desk.read()
    text = site.files[path].decode()
    return {each.message: each.field for each in told.listed(site, path, text, sheet.opened(path, text))}


def test_a_problem_stands_at_its_field_or_at_its_row_or_on_top(desk: Desk) -> None:
    found = fields(desk, EDITION)
    assert found['date: "2011-02-31" is not a date: month 2 of 2011 has 28 days'] == "f.ceremony.date"
    assert found['rank: "first" is not a whole number'] == "r.1.rank"
    assert next(at for message, at in found.items() if '"colour"' in message) == "r.2"
    assert found['the key "nots" is unknown here'] == ""


def test_a_problem_of_a_category_stands_at_its_first_row(desk: Desk, root: Path) -> None:
    (root / EDITION).write_text("results:\n  lumiere: unknown\n  houle: [Eve Salt, Bob Loaf]\n")
    assert [at for message, at in fields(desk, EDITION).items() if '"houle"' in message] == ["r.1"]


def test_a_problem_of_a_text_stands_above_the_text(desk: Desk) -> None:
    assert next(at for message, at in fields(desk, ARTICLE).items() if "Nobody Known" in message) == "body"


def test_a_problem_of_a_key_that_is_not_there_stands_at_its_empty_field(desk: Desk, root: Path) -> None:
    (root / EDITION).write_text("results: {lumiere: unknown}\n")
    (root / ARTICLE).write_text("---\ntitle: Vents\nkind: report\ndate: 2011-10-04\n---\nA text.\n")
    found = fields(desk, ARTICLE)
    assert found["this article does not say what it is about, and links to nothing"] == "f.about.editions"


@pytest.mark.parametrize("view", ["form", "file"])
def test_a_problem_of_a_text_leads_to_its_words(desk: Desk, root: Path, view: str) -> None:
    (root / ARTICLE).write_text(
        "---\ntitle: Vents\nkind: report\ndate: 2011-10-04\n---\nA 🎉 by\n\n[[Nobody Known]].\n"
    )
    page = get(desk, f"{view}/{ARTICLE}").body.decode()
    typed = in_form(get(desk, f"{view}/{ARTICLE}"))["body" if view == "form" else "text"].replace("\r\n", "\n")
    id, first, last = re.findall(r'<a href="#(\w+)" data-spot="(\d+) (\d+)">', page)[0]
    assert id == ("body" if view == "form" else "text")
    assert typed.encode("utf-16-le")[2 * int(first) :].decode("utf-16-le") == "[[Nobody Known]].\n"
    assert int(first) < int(last)


def test_a_field_names_what_is_wrong_with_it_and_has_the_button_that_mends_it(desk: Desk) -> None:
    page = get(desk, f"form/{EDITION}").body.decode()
    field = re.search(r'<input id="r\.1\.rank"[^>]*>', page)
    assert field is not None
    assert 'aria-invalid="true"' in field[0]
    assert 'aria-describedby="r.1.rank.told "' in field[0]
    shown = page.split('id="r.1.rank.told"')[1].split("</div>")[0]
    assert "is not a whole number" in shown
    assert ">Write 1 for first</button>" in shown
    assert '<a href="#r.1.rank">' in page.split('<div class="editor">')[0]
    button = re.search(r'name="fix" value="([^"]*)">Write 1 for first', page)
    assert button is not None
    mended = post(desk, f"form/{EDITION}", **{**in_form(get(desk, f"form/{EDITION}")), "fix": _unescaped(button[1])})
    assert in_form(mended)["r.1.rank"] == "1"


def _unescaped(text: str) -> str:
    import html

    return html.unescape(text)


def test_a_name_that_is_not_known_may_be_made_with_what_was_typed_kept(desk: Desk, root: Path) -> None:
    old = (root / ARTICLE).read_bytes()
    page = get(desk, f"form/{ARTICLE}").body.decode()
    assert 'name="make" value="person:Ann Cruts"' in page
    typed = {**in_form(get(desk, f"form/{ARTICLE}")), "f.publication": "Le Phare"}
    page = post(desk, f"form/{ARTICLE}", **{**typed, "make": "person:Ann Cruts"}).body.decode()
    assert "Made: content/names/ann-cruts.md." in page
    assert "Ann Cruts&#34; is not a name" not in page
    assert 'value="Le Phare"' in page
    assert "name: Ann Cruts\nkind: person\n" in (root / "content/names/ann-cruts.md").read_text()
    assert (root / ARTICLE).read_bytes() == old
    assert post(desk, "undo").status == "303 See Other"
    assert not (root / "content/names/ann-cruts.md").exists()


@pytest.mark.parametrize(
    "make",
    ["", ":", "person:", "person: ", "robot:Ann", "person:../../x", "person:a\nb", "person:\u0000", "person:///"],
)
def test_no_such_button_writes_elsewhere(desk: Desk, root: Path, make: str) -> None:
    post(desk, f"form/{ARTICLE}", **{**in_form(get(desk, f"form/{ARTICLE}")), "make": make})
    made = [path for path in root.parent.rglob("*.md") if path.name != "un-soir.md"]
    assert all(path.parent == root / "content/names" and re.fullmatch(r"[a-z]+\.md", path.name) for path in made)


def test_what_was_probably_meant_is_offered_as_such(site: Make) -> None:
    root = site(SITE.replace("Ann Cruts", "Maël Keruoan"))
    page = get(Desk(root, TOKEN, lambda: date(2012, 1, 2)), f"form/{ARTICLE}").body.decode()
    assert ">Perhaps write Maël Kerouan for Maël Keruoan</button>" in page


@pytest.mark.parametrize(
    ("head", "body", "typed", "meant"),
    [
        ("about: {categories: [phare/lumiree]}\n", "", "phare/lumiree", "phare/lumiere"),
        ("", "[[phare/lumiree|it]]", "phare/lumiree", "phare/lumiere"),
        ("", "[[phare/2012]]", "phare/2012", "phare/2011"),
        ("date: 2011-13\n", "", "2011-13", "2011"),
        ("date: 2011-02-31\n", "", "2011-02-31", "2011-02"),
    ],
)
def test_what_is_nearly_right_has_a_button_that_writes_what_is_right(
    desk: Desk, root: Path, head: str, body: str, typed: str, meant: str
) -> None:
    head = head if "date" in head else f"date: 2011-10-04\n{head}"
    (root / EDITION).write_text("results: {lumiere: unknown}\n")
    (root / ARTICLE).write_text(f"---\ntitle: Vents\nkind: report\n{head}---\n{body}\n")
    page = get(desk, f"form/{ARTICLE}")
    found = re.search(rf'<button name="fix" value="([^"]*)">Perhaps write {meant} for {typed}<', page.body.decode())
    assert found
    after = post(desk, f"form/{ARTICLE}", **{**in_form(page), "fix": html.unescape(found[1])})
    assert in_form(after)["text"] == in_form(page)["text"].replace(typed, meant)


def test_errors_of_a_site_that_can_not_be_read_make_no_traceback(desk: Desk, root: Path) -> None:
    (root / EDITION).write_text("results: {lumiere: [\n")
    assert sites.read(desk.read().files).problems
    assert get(desk, f"form/{EDITION}").status == "200 OK"

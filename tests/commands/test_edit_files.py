"""Files on the desk: deleted with what refers to them named first, renamed everywhere, and taken back."""

from pathlib import Path

import pytest

from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import DESK
from tests.desk import ENGLISH, at, field, get, in_form, post, save, text_in

EDITION = "editions/phare/2011.yaml"
NAME = "content/names/mael-kerouan.md"
ARTICLE = "content/articles/un-soir.md"
SITE = (
    ENGLISH
    + """\
-- editions/phare/award.yaml --
name: Prix du Phare
categories:
  lumiere: Lumière
  brume: Brume
-- editions/phare/2011.yaml --
# a comment
coverage: partial
results:
  lumiere: Maël Kerouan   # who else
  brume: {laureate: Ann Crust, role: gardienne}
-- content/names/mael-kerouan.md --
---
name: Maël Kerouan
kind: person
---
Gardien.
-- content/articles/un-soir.md --
---
title: Un soir
kind: report
date: 2012-01-02
about: {editions: phare/2011, names: [Maël Kerouan]}
---
Pour [[Maël Kerouan]], au [[phare/2011|prix]].
"""
)


def sources(root: Path) -> dict[str, bytes]:
    found = (path for folder in ("editions", "content") for path in (root / folder).rglob("*"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def asked(desk: Desk, path: str, **fields: str) -> str:
    """The page that is shown once a button of a file was pressed."""
    return post(desk, f"form/{path}", **{**in_form(get(desk, f"form/{path}")), **fields}).body.decode()


def agreed(desk: Desk, path: str, **fields: str) -> str:
    """Where the browser is sent once what is shown was agreed to."""
    page = post(desk, f"form/{path}", **{**in_form(get(desk, f"form/{path}")), **fields})
    sent = {name: field(page, name) for name in ("of", "to", "mark")}
    return post(desk, f"{fields['do']}/{path}", **sent).location


def test_what_refers_to_a_file_is_named_before_it_is_deleted_and_it_comes_back(desk: Desk, root: Path) -> None:
    old = sources(root)
    page = asked(desk, EDITION, do="delete")
    assert "What refers to it (2)" in page
    assert "content/articles/un-soir.md, line 5</a>: phare/2011" in page
    assert "content/articles/un-soir.md, line 7</a>: phare/2011" in page
    assert "&#34;phare/2011&#34; is not an edition" in page
    assert sources(root) == old
    assert agreed(desk, EDITION, do="delete") == f"{DESK}?deleted"
    assert sources(root) == {path: data for path, data in old.items() if path != EDITION}
    assert "Undo the deletion of editions/phare/2011.yaml" in get(desk).body.decode()
    assert post(desk, "undo").location == f"{DESK}form/{EDITION}?undone"
    assert sources(root) == old


def test_a_name_is_called_otherwise_everywhere_with_its_file(desk: Desk, root: Path) -> None:
    old = sources(root)
    page = asked(desk, NAME, do="rename", **{"rename.of": "name:Maël Kerouan", "rename.to": "Maël Kerouen"})
    assert "-  lumiere: Maël Kerouan   # who else" in page
    assert "+  lumiere: Maël Kerouen   # who else" in page
    assert sources(root) == old
    where = agreed(desk, NAME, do="rename", **{"rename.of": "name:Maël Kerouan", "rename.to": "Maël Kerouen"})
    assert where == f"{DESK}form/content/names/mael-kerouen.md?renamed"
    now = sources(root)
    assert NAME not in now
    renamed = "---\nname: Maël Kerouen\nkind: person\nformerly: mael-kerouan\n---\nGardien.\n"
    assert now["content/names/mael-kerouen.md"].decode() == renamed
    for path in (EDITION, ARTICLE):
        assert now[path].decode() == old[path].decode().replace("Maël Kerouan", "Maël Kerouen")
    assert post(desk, "undo").location == f"{DESK}form/{NAME}?undone" or sources(root) == old
    assert sources(root) == old


@pytest.mark.parametrize(
    ("path", "of", "to", "says"),
    [
        (
            EDITION,
            "id:phare/2011",
            "2012",
            {"editions/phare/2012.yaml": "formerly: 2011", ARTICLE: "[[phare/2012|prix]]"},
        ),
        (
            "editions/phare/award.yaml",
            "id:phare",
            "fanal",
            {
                "editions/fanal/award.yaml": "formerly: phare",
                "editions/fanal/2011.yaml": "# a comment",
                ARTICLE: "fanal/2011",
            },
        ),
        (
            "editions/phare/award.yaml",
            "category:brume",
            "brouillard",
            {
                "editions/phare/award.yaml": "{name: Brume, formerly: brume}",
                EDITION: "  brouillard: {laureate: Ann Crust",
            },
        ),
        (ARTICLE, "id:un-soir", "une-nuit", {"content/articles/une-nuit.md": "formerly: un-soir"}),
    ],
)
def test_an_id_is_another_everywhere(desk: Desk, root: Path, path: str, of: str, to: str, says: dict[str, str]) -> None:
    old = sources(root)
    agreed(desk, path, do="rename", **{"rename.of": of, "rename.to": to})
    now = sources(root)
    assert len(now) == len(old)
    for file, text in says.items():
        assert text in now[file].decode(), file
    assert not [each for each in desk.read().problems if each.level == "error"]
    post(desk, "undo")
    assert sources(root) == old


@pytest.mark.parametrize(
    ("of", "to"),
    [
        ("id:mael-kerouan", "../x"),
        ("id:mael-kerouan", ""),
        ("id:mael-kerouan", "a/b"),
        ("id:mael-kerouan", "mael-kerouan"),
        ("id:mael-kerouan", "there"),
        ("name:Maël Kerouan", "[x]"),
        ("name:nobody", "x"),
        ("", ""),
    ],
)
def test_what_can_not_be_renamed_is_said(desk: Desk, root: Path, of: str, to: str) -> None:
    (root / "content/names/there.md").write_text("---\nname: There\nkind: person\n---\n")
    old = sources(root)
    page = asked(desk, NAME, do="rename", **{"rename.of": of, "rename.to": to})
    assert "Nothing was renamed: " in page
    assert post(desk, f"rename/{NAME}", of=of, to=to, mark="x").status == "200 OK"
    assert sources(root) == old


def test_what_was_typed_is_saved_first(desk: Desk, root: Path) -> None:
    old = sources(root)
    page = asked(desk, NAME, do="delete", **{"f.country": "France"})
    assert "Save or drop what you have typed first" in page
    assert 'value="France"' in page
    assert sources(root) == old


def test_a_file_that_changes_before_one_agrees_is_shown_again(desk: Desk, root: Path) -> None:
    page = post(desk, f"form/{NAME}", **{**in_form(get(desk, f"form/{NAME}")), "do": "delete"})
    mark = field(page, "mark")
    (root / NAME).write_text("---\nname: Maël Kerouan\nkind: team\n---\n")
    again = post(desk, f"delete/{NAME}", of="", to="", mark=mark)
    assert "The files have changed meanwhile: nothing was done" in again.body.decode()
    assert (root / NAME).exists()


def test_nothing_is_renamed_through_a_link(desk: Desk, root: Path) -> None:
    (root / "texts").mkdir()
    (root / ARTICLE).rename(root / "texts/un-soir.md")
    (root / ARTICLE).symlink_to(root / "texts/un-soir.md")
    old = sources(root)
    page = asked(desk, NAME, do="rename", **{"rename.of": "name:Maël Kerouan", "rename.to": "Ann"})
    assert "content/articles/un-soir.md is read through a link" in page
    assert sources(root) == old


@pytest.mark.parametrize(
    "path", ["site.toml", "urls.lock", "../secret.md", "content/files/a.md", "content/media/a.jpg", ""]
)
def test_no_other_file_is_deleted(desk: Desk, root: Path, path: str) -> None:
    (root / "content/files").mkdir()
    (root / "content/files/a.md").write_text("x")
    (root.parent / "secret.md").write_text("x")
    old = sources(root)
    for what in ("delete", "rename"):
        assert post(desk, f"{what}/{path}", of="id:x", to="y", mark="").status == "404 Not Found"
    assert sources(root) == old
    assert (root.parent / "secret.md").exists()


def test_a_get_deletes_nothing(desk: Desk, root: Path) -> None:
    assert get(desk, f"delete/{NAME}").status == "404 Not Found"
    assert (root / NAME).exists()


def test_undo_goes_back_step_by_step_and_stops_where_another_wrote(desk: Desk, root: Path) -> None:
    old = sources(root)
    save(desk, NAME, text_in(get(desk, at(NAME))) + "Marin.\n")
    agreed(desk, ARTICLE, do="delete")
    post(desk, "", new="name", name="Eve Salt", kind="person")
    for _ in range(3):
        assert post(desk, "undo").status == "303 See Other"
    assert sources(root) == old
    agreed(desk, ARTICLE, do="delete")
    (root / ARTICLE).parent.mkdir()
    (root / ARTICLE).write_text("mine")
    assert post(desk, "undo").status == "409 Conflict"
    assert (root / ARTICLE).read_text() == "mine"


def test_a_renaming_shows_how_the_name_is_sorted_and_read_and_takes_what_is_said_of_that(
    desk: Desk, root: Path
) -> None:
    (root / NAME).write_text("---\nname: Maël Kerouan\nkind: person\nsort: Kerouan, Maël\n---\nGardien.\n")
    fields = {**in_form(get(desk, f"form/{NAME}")), "rename.of": "name:Maël Kerouan", "do": "rename"}
    page = post(desk, f"form/{NAME}", **{**fields, "rename.to": "Maël Kerouan-Le Goff"})
    assert "does it fit" not in page.body.decode()
    page = post(desk, f"form/{NAME}", **{**fields, "rename.to": "Maël Le Goff"})
    assert "This was written for Maël Kerouan: does it fit Maël Le Goff?" in page.body.decode()
    said = {name: field(page, name) for name in ("of", "to", "mark", "sort")}
    assert said["sort"] == "Kerouan, Maël"
    post(desk, f"rename/{NAME}", **{**said, "sort": "Le Goff, Maël"})
    text = (root / "content/names/mael-le-goff.md").read_text()
    assert "name: Maël Le Goff\n" in text
    assert "sort: Le Goff, Maël\n" in text


def test_numbers_before_new_categories_are_left_out_and_that_is_said(desk: Desk, root: Path) -> None:
    path = "editions/phare/award.yaml"
    form = in_form(get(desk, f"form/{path}"))
    page = post(desk, f"form/{path}", **{**form, "categories": "1. Son\r\n2. Voix", "do": "save"})
    assert page.location == f"{DESK}form/{path}?unnumbered"
    assert "  son: Son\n  voix: Voix\n" in (root / path).read_text()
    assert b"The numbers before the categories are left out" in get(desk, f"form/{path}", "unnumbered").body


def test_a_category_that_an_edition_uses_is_taken_out_once_one_has_seen_where(desk: Desk, root: Path) -> None:
    path = "editions/phare/award.yaml"
    old = (root / path).read_text()
    form = in_form(get(desk, f"form/{path}"))
    page = post(desk, f"form/{path}", **form, do="drop:lumiere")
    assert f"{EDITION}, line" in page.body.decode()
    assert (root / path).read_text() == old
    page = post(desk, f"form/{path}", **in_form(page), do="save")
    assert "Nothing was saved" in page.body.decode()
    assert f"{EDITION}, line" in page.body.decode()
    assert (root / path).read_text() == old
    page = post(desk, f"form/{path}", **in_form(page), do="save", anyway="yes")
    assert page.status == "303 See Other"
    assert "lumiere" not in (root / path).read_text()
    post(desk, "undo")
    assert (root / path).read_text() == old


def test_what_was_taken_back_is_done_again_step_by_step_until_something_else_is_done(desk: Desk, root: Path) -> None:
    states = [sources(root)]
    for step in (
        lambda: save(desk, NAME, text_in(get(desk, at(NAME))) + "Marin.\n"),
        lambda: agreed(desk, ARTICLE, do="delete"),
        lambda: post(desk, "", new="name", name="Eve Salt", kind="person"),
    ):
        step()
        states.append(sources(root))
    assert post(desk, "redo").status == "409 Conflict"
    for state in reversed(states[:-1]):
        assert post(desk, "undo").status == "303 See Other"
        assert sources(root) == state
    page = get(desk).body.decode()
    assert 'form="redo">Redo the save of content/names/' in page
    assert 'form="undo"' not in page
    assert post(desk, "redo").location == f"{DESK}form/{NAME}?redone"
    assert sources(root) == states[1]
    assert post(desk, "redo").location == f"{DESK}?redone"
    assert post(desk, "redo").location == f"{DESK}form/content/names/eve-salt.md?redone"
    assert sources(root) == states[-1]
    post(desk, "undo")
    save(desk, NAME, text_in(get(desk, at(NAME))) + "Again.\n")
    assert post(desk, "redo").status == "409 Conflict"


def test_nothing_is_done_again_over_what_another_wrote(desk: Desk, root: Path) -> None:
    save(desk, NAME, text_in(get(desk, at(NAME))) + "Marin.\n")
    post(desk, "undo")
    (root / NAME).write_text("mine")
    answer = post(desk, "redo")
    assert answer.status == "409 Conflict"
    assert b"-mine" in answer.body
    assert (root / NAME).read_text() == "mine"
    assert post(desk, "redo").status == "409 Conflict"
    assert b"taken back" not in get(desk).body


@pytest.mark.parametrize(
    ("results", "row", "to", "after"),
    [
        ("  lumiere: Ann   # one\n  brume: unknown\n", 0, "brume", "  lumiere: unknown   # one\n  brume: Ann\n"),
        (
            "  lumiere: [Ann, {rank: 2, laureate: Bob, tie: true}]\n  brume: Eve\n", 1, "brume",
            "  lumiere: [Ann]\n  brume: [Eve, {rank: 2, laureate: Bob, tie: true}]\n",
        ),
        (
            "  lumiere:\n    - Ann\n    # the second\n    - laureate: Bob\n"
            "      citation: >-\n        Long,\n        longer.\n", 1, "brume",
            "  lumiere:\n    - Ann\n  brume: {laureate: Bob, citation: \"Long, longer.\"}\n    # the second\n",
        ),
    ],
)  # fmt: skip
def test_a_result_goes_to_another_category(desk: Desk, root: Path, results: str, row: int, to: str, after: str) -> None:
    (root / EDITION).write_text(f"results:\n{results}")
    page = post(desk, f"form/{EDITION}", **{**in_form(get(desk, f"form/{EDITION}")), f"r.{row}.category": to})
    assert in_form(page)["text"].replace("\r\n", "\n") == f"results:\n{after}"


@pytest.mark.parametrize(
    "results",
    [
        "  lumiere:\n    laureate: Ann   # why\n    role: x\n",
        "  lumiere: Ann\n  brume: {laureate: Bob, prize: 5}\n",
        "  lumiere: {laureate: Ann, prize: 5}\n",
    ],
)
def test_a_result_that_can_not_go_stays_and_it_is_said(desk: Desk, root: Path, results: str) -> None:
    (root / EDITION).write_text(f"results:\n{results}")
    page = post(
        desk, f"form/{EDITION}", **{**in_form(get(desk, f"form/{EDITION}")), "r.0.category": "brume", "do": "save"}
    )
    assert "be moved to another category here: edit it as text" in page.body.decode()
    assert (root / EDITION).read_text() == f"results:\n{results}"

"""The sheet of a file: unchanged it changes nothing, and a change changes what was typed alone."""

import random
from pathlib import Path

import pytest

from palmarium.commands.edit import sheet
from palmarium.importing import yaml_edit
from palmarium.sources import disk
from tests import small
from tests.conftest import ROOT
from tests.datasets import built

EDITION = "editions/phare/2012.yaml"
TEXT = """\
# one
ordinal: 4   # the fourth
ceremony: {date: 2012-10-01, venue: "Salle, des cartes"}
results:
  # lists
  lumiere: [Corderie Vauban, Chantier de l'Odet]   # two
  brume:
    laureate: Les Ateliers Gwenn
    for: {title: Sirène solaire, kind: appareil}
    citation: Une corne.
  veilleur:
    - {rank: 1, laureate: Soizic Morvan, role: gardienne}
    # the second
    - rank: 2
      laureate: Maël Kerouan   # a friend
    - Ewen Le Bris
  sirene: unknown
  phare: {not_awarded: reserved}
note: >-
  A long
  note.
"""


def same(path: str, text: str) -> None:
    found = sheet.opened(path, text)
    if found is None:
        return
    cells = [*found.fields, *(cell for row in found.rows or () for cell in row.cells)]
    typed = {cell.name: cell.value for cell in cells} | ({"body": found.body} if found.body is not None else {})
    assert sheet.applied(path, text, typed) == (text, ()), path
    assert len({cell.name for cell in cells}) == len(cells), path


def records(root: Path) -> dict[str, str]:
    files = disk.read(root)[0].files
    own = (path for path in files if path.startswith(("editions/", "content/")) and path.endswith((".yaml", ".md")))
    return {path: files[path].decode() for path in own}


@pytest.mark.parametrize("root", [ROOT, small.SMALL, small.SITES / "film"], ids=["reference", "small", "film"])
def test_a_sheet_that_is_opened_and_saved_changes_nothing(root: Path) -> None:
    files = records(root)
    assert len(files) > 5
    assert sum(sheet.opened(path, text) is not None for path, text in files.items()) > len(files) * 0.9
    for path, text in files.items():
        same(path, text)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "mapping"),
    [("nobel/prize.json", "nobel/prizes.toml"), ("eurovision-junior/junior.json", "junior/contest.toml")],
)
def test_nor_does_one_of_real_data(shared: Path, data: str, mapping: str) -> None:
    for path, text in records(built(shared, data, mapping).root).items():
        same(path, text)


def changed(typed: dict[str, str]) -> str:
    text, wrong = sheet.applied(EDITION, TEXT, typed)
    assert wrong == ()
    return text


def only(text: str) -> str:
    """The lines that are another."""
    import difflib

    return "\n".join(line for line in difflib.ndiff(TEXT.splitlines(), text.splitlines()) if line[0] in "+-")


@pytest.mark.parametrize(
    ("typed", "diff"),
    [
        ({"f.ordinal": "5"}, "- ordinal: 4   # the fourth\n+ ordinal: 5   # the fourth"),
        ({"f.ordinal": ""}, "- ordinal: 4   # the fourth"),
        ({"f.theme": "la nuit: fin"}, '+ theme: "la nuit: fin"'),
        (
            {"f.ceremony.city": "Brest"},
            '- ceremony: {date: 2012-10-01, venue: "Salle, des cartes"}\n'
            '+ ceremony: {date: 2012-10-01, venue: "Salle, des cartes", city: Brest}',
        ),
        (
            {"f.ceremony.venue": ""},
            '- ceremony: {date: 2012-10-01, venue: "Salle, des cartes"}\n+ ceremony: {date: 2012-10-01}',
        ),
        ({"f.coverage": "partial"}, "+ coverage: partial"),
        (
            {"r.0.laureate.0": "Cordages, Vauban"},
            "-   lumiere: [Corderie Vauban, Chantier de l'Odet]   # two\n"
            '+   lumiere: ["Cordages, Vauban", Chantier de l\'Odet]   # two',
        ),
        (
            {"r.0.laureate.1": "Ann Crust"},
            "-   lumiere: [Corderie Vauban, Chantier de l'Odet]   # two\n"
            "+   lumiere: [{laureate: [Corderie Vauban, Ann Crust]}, Chantier de l'Odet]   # two",
        ),
        (
            {"r.1.role": "x"},
            "-   lumiere: [Corderie Vauban, Chantier de l'Odet]   # two\n"
            "+   lumiere: [Corderie Vauban, {laureate: Chantier de l'Odet, role: x}]   # two",
        ),
        ({"r.2.rank": "1"}, "+     rank: 1"),
        ({"r.2.laureate.1": "Ann"}, "-     laureate: Les Ateliers Gwenn\n+     laureate: [Les Ateliers Gwenn, Ann]"),
        (
            {"r.3.role": ""},
            "-     - {rank: 1, laureate: Soizic Morvan, role: gardienne}\n+     - {rank: 1, laureate: Soizic Morvan}",
        ),
        (
            {"r.4.rank": ""},
            "-     - rank: 2\n-       laureate: Maël Kerouan   # a friend\n+     - laureate: Maël Kerouan   # a friend",
        ),
        ({"r.4.laureate.0": "Ann"}, "-       laureate: Maël Kerouan   # a friend\n+       laureate: Ann   # a friend"),
        (
            {"r.5.distinction": "finalist"},
            "-     - Ewen Le Bris\n+     - {laureate: Ewen Le Bris, distinction: finalist}",
        ),
        ({"r.6.laureate.0": "Ann"}, "-   sirene: unknown\n+   sirene: Ann"),
        ({"r.6.not_awarded": "other"}, "-   sirene: unknown\n+   sirene: {not_awarded: other}"),
        ({"r.7.not_awarded": "other"}, "-   phare: {not_awarded: reserved}\n+   phare: {not_awarded: other}"),
        ({"r.7.not_awarded": ""}, "-   phare: {not_awarded: reserved}\n+   phare: unknown"),
        ({"n.category": "new", "n.laureate.0": "Ann"}, "+   new: Ann"),
        (
            {"n.category": "sirene", "n.laureate.0": "Ann", "n.rank": "2"},
            "-   sirene: unknown\n+   sirene: {rank: 2, laureate: Ann}",
        ),
        ({"n.category": "veilleur", "n.laureate.0": "Ann", "n.rank": "3"}, "+     - {rank: 3, laureate: Ann}"),
        (
            {"n.category": "lumiere", "n.laureate.0": "Ann"},
            "-   lumiere: [Corderie Vauban, Chantier de l'Odet]   # two\n"
            "+   lumiere: [Corderie Vauban, Chantier de l'Odet, Ann]   # two",
        ),
    ],
)
def test_what_is_typed_changes_its_line_alone(typed: dict[str, str], diff: str) -> None:
    assert "\n".join(line for line in only(changed(typed)).split("\n")) == diff


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("", "A. Crust\nB, Loaf", 'aliases: [A. Crust, "B, Loaf"]\n'),
        ("aliases: [A, B]   # two\n", "A\n\n C ", "aliases: [A, C]   # two\n"),
        ("aliases: A   # one\n", "C", "aliases: C   # one\n"),
        ("aliases: A\n", "A\nB", "aliases: [A, B]\n"),
        ("aliases: [A, B]\n", "", ""),
    ],
)
def test_a_list_of_texts_is_typed_line_by_line(before: str, typed: str, after: str) -> None:
    text = "---\nname: Ann\nkind: person\n{}country: UK\n---\nBody.\n"
    path = "content/names/ann.md"
    assert sheet.applied(path, text.format(before), {"f.aliases": typed}) == (text.format(after), ())
    same(path, text.format(before))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'categories:\n  phare-d-or: Phare d\'or\n  brume: "Brume: fine"\n'),
        (
            "categories:   # a line for each\n  # x: Y\n",
            'categories:   # a line for each\n  phare-d-or: Phare d\'or\n  brume: "Brume: fine"\n  # x: Y\n',
        ),
        ("categories: {a: B}\n", 'categories: {a: Bee, phare-d-or: Phare d\'or, brume: "Brume: fine"}\n'),
        (
            "categories:\n  a: B   # one\n  c: {name: D, method: jury}\nnote: x\n",
            "categories:\n  a: Bee   # one\n  c: {name: D, method: jury}\n  phare-d-or: Phare d'or\n"
            '  brume: "Brume: fine"\nnote: x\n',
        ),
    ],
)
def test_an_award_is_given_categories_and_their_names(before: str, after: str) -> None:
    path, start = "editions/phare/award.yaml", "name: A\n"
    typed = {"categories": "Phare d'or\n\n Brume:  fine ", "c.a": "Bee"}
    made, wrong = sheet.applied(path, start + before, typed)
    assert (made.replace("brume-fine", "brume"), wrong) == (start + after, ())
    same(path, start + before)


AWARD = "editions/phare/award.yaml"


@pytest.mark.parametrize(
    ("before", "id", "after"),
    [
        ("categories: {a: B, c: {name: D, method: jury}}\n", "a", "categories: {c: {name: D, method: jury}}\n"),
        ("categories: {a: B, c: {name: D, method: jury}}\n", "c", "categories: {a: B}\n"),
        ("categories:\n  a: B   # one\n  # two\n  c:\n    name: D\n", "a", "categories:\n  # two\n  c:\n    name: D\n"),
        ("categories: {a: B}\nnote: x\n", "a", "note: x\n"),
        ("categories:\n  a: B\n", "a", ""),
    ],
)
def test_a_category_is_taken_out_of_an_award(before: str, id: str, after: str) -> None:
    text = f"name: Prix du Phare\n{before}"
    assert sheet.without_category(AWARD, text, id) == (f"name: Prix du Phare\n{after}", ())
    assert sheet.without_category(AWARD, text, "x")[0] == text
    assert sheet.without_category(AWARD, text, "x")[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{a: B, c: D}", "{a: {name: B, honours: work}, c: D}"),
        ("{a: {name: B, honours: person, method: jury}}", "{a: {name: B, honours: work, method: jury}}"),
        ("\n  a: B   # one\n  c: D", "\n  a: {name: B, honours: work}   # one\n  c: D"),
        ("\n  a:\n    name: B\n    method: jury", "\n  a:\n    name: B\n    honours: work\n    method: jury"),
    ],
)
def test_what_a_category_honours_is_chosen(before: str, after: str) -> None:
    text = f"name: Prix du Phare\ncategories: {before}\n"
    made = f"name: Prix du Phare\ncategories: {after}\n"
    assert sheet.applied(AWARD, text, {"h.a": "work", "c.a": "B"}) == (made, ())
    assert sheet.applied(AWARD, made, {"h.a": ""})[0].count("honours") == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("coverage: none\n", "coverage: none\nresults:\n  a: unknown\n  b: unknown\n"),
        ("results:\n  c: Ann   # one\nnote: x\n", "results:\n  c: Ann   # one\n  a: unknown\n  b: unknown\nnote: x\n"),
        ("results: {}\n", "results: {a: unknown, b: unknown}\n"),
    ],
)
def test_an_edition_is_given_the_other_categories_of_its_award(before: str, after: str) -> None:
    assert sheet.with_categories(EDITION, before, ("a", "b")) == after
    assert sheet.with_categories(EDITION, before, ()) == before


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1. Best icing\n2. Best crust", ["best-icing", "best-crust"]),
        ("(3) Best icing\n(4) Best crust", ["best-icing", "best-crust"]),
        # The number is all that tells these apart, or belongs to the name.
        ("1. Preis\n2. Preis", ["1-preis", "2-preis"]),
        ("1. Best icing\nBest crust", ["1-best-icing", "best-crust"]),
        ("24 h in a bakery\n25 years on", ["24-h-in-a-bakery", "25-years-on"]),
        ("1. Best icing", ["1-best-icing"]),
        # An id and a name, as a file has them, or a name with a colon in it.
        ("best-light: Best Light\nBrume: fine\nlight:", ["best-light", "brume-fine", "light"]),
    ],
)
def test_the_numbers_of_a_list_are_no_part_of_categories(typed: str, ids: list[str]) -> None:
    made, wrong = sheet.applied(AWARD, "name: A\n", {"categories": typed})
    opened = sheet.opened(AWARD, made)
    assert not wrong
    assert opened
    assert [cell.key for cell in opened.categories or ()] == ids


def test_no_category_is_there_twice() -> None:
    text = "name: A\ncategories: {brume: Brume}\n"
    for more in ("Brume", "Phare\nphare"):
        made, wrong = sheet.applied("editions/phare/award.yaml", text, {"categories": more})
        assert made == text
        assert wrong[0].why == "there is a category of this id already"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "about: {editions: [p/1], names: [Ann, Bob]}\n"),
        ("about: {editions: a/1}\n", "about: {editions: p/1, names: [Ann, Bob]}\n"),
        ("about:\n  editions: [a/1, b/2]   # two\n", "about:\n  editions: [p/1]   # two\n  names: [Ann, Bob]\n"),
    ],
)
def test_what_an_article_is_about_is_typed_line_by_line(before: str, after: str) -> None:
    path, text = "content/articles/a.md", "---\ntitle: A\n{}---\nBody.\n"
    typed = {"f.about.editions": "p/1", "f.about.names": "Ann\nBob"}
    assert sheet.applied(path, text.format(before), typed) == (text.format(after), ())
    assert sheet.applied(path, text.format(after), dict.fromkeys(typed, "")) == (text.format(""), ())
    same(path, text.format(before))


def test_what_has_no_cell_stays_and_is_named() -> None:
    found = sheet.opened(EDITION, TEXT)
    assert found is not None
    assert found.rows is not None
    assert found.rows[2].more == ("for", "citation")
    assert [(cell.key, cell.value) for cell in found.rows[7].cells] == [("not_awarded", "reserved")]
    assert found.beside == {}
    assert found.more == ("note",)


def test_rows_are_moved_and_taken_out() -> None:
    rows = sheet.opened(EDITION, TEXT).rows  # type: ignore[union-attr]
    assert rows is not None
    text, _ = sheet.moved(EDITION, TEXT, rows[3], 1)
    assert yaml_edit.opened(EDITION, text) is not None
    again = sheet.opened(EDITION, text).rows  # type: ignore[union-attr]
    assert again is not None
    assert next(cell.value for cell in again[3].cells if cell.key == "laureate") == "Maël Kerouan"
    assert "# a friend" in text
    assert "# the second" in text
    assert sheet.moved(EDITION, text, again[4], -1) != (text, ())
    out, _ = sheet.taken_out(EDITION, TEXT, rows[4])
    assert only(out) == "-     - rank: 2\n-       laureate: Maël Kerouan   # a friend"
    out, _ = sheet.taken_out(EDITION, TEXT, rows[0])
    assert "lumiere: [Chantier de l'Odet]   # two" in out
    out, _ = sheet.taken_out(EDITION, TEXT, rows[2])
    assert "  brume: unknown\n  veilleur:\n" in out
    out, _ = sheet.taken_out(EDITION, TEXT, rows[6])
    assert only(out) == "-   sirene: unknown"


@pytest.mark.parametrize(
    ("entry", "made"),
    [
        ("{outcome: unknown, prize: 5}", "{outcome: awarded, prize: 5, results: Ann}"),
        ("{laureate: Bob, prize: 5}", None),
        ("{laureate: Bob, role: x}", "[{laureate: Bob, role: x}, Ann]"),
        ("\n    laureate: Bob\n    role: x", "\n  - laureate: Bob\n    role: x\n  - Ann"),
        ("\n    laureate: Bob\n    prize: 5", None),
        ("Bob", "[Bob, Ann]"),
        ('"Bob, Ltd"', '["Bob, Ltd", Ann]'),
        ("\n    - Bob", "\n    - Bob\n    - Ann"),
        ("\n    prize: 5\n    results:\n      - Bob", "\n    prize: 5\n    results:\n      - Bob\n      - Ann"),
    ],
)
def test_one_more_result_joins_whatever_stands_there_or_it_is_said(entry: str, made: str | None) -> None:
    text = f"results:\n  a: {entry}\n".replace(": \n", ":\n")
    after, wrong = sheet.applied(EDITION, text, {"n.category": "a", "n.laureate.0": "Ann"})
    assert bool(wrong) == (made is None)
    assert after == (text if made is None else f"results:\n  a: {made}\n".replace(": \n", ":\n"))


def test_a_laureate_and_a_reason_why_nobody_won_do_not_stand_together() -> None:
    text = "results:\n  a: unknown\n"
    _, wrong = sheet.applied(EDITION, text, {"r.0.laureate.0": "Ann", "r.0.not_awarded": "reserved"})
    why = "this can't stand beside what else is said of this result: empty one of the two"
    assert wrong == (sheet.Unable(why, "not_awarded", "a, 1"),)


def test_a_comment_is_never_taken_out_with_a_value_between_brackets() -> None:
    text = "results:\n  a:\n    - {laureate: Ann,   # who\n       role: x}\n"
    assert sheet.applied(EDITION, text, {"r.0.role": ""}) == (
        text,
        (sheet.Unable("this can't be changed here: edit it as text", "role", "a, 1"),),
    )
    made, wrong = sheet.applied(EDITION, text, {"r.0.role": "z"})
    assert (made, wrong) == (text.replace("role: x", "role: z"), ())


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_any_cell_of_any_edition_takes_any_text_or_says_that_it_can_not(seed: int) -> None:
    chance = random.Random(seed)
    files = [(path, text) for path, text in records(ROOT).items() if path.startswith("editions/")]
    for _ in range(25):
        path, text = chance.choice(files)
        found = sheet.opened(path, text)
        assert found is not None
        cells = [*found.fields, *(cell for row in found.rows or () for cell in row.cells)]
        cell = chance.choice(cells)
        value = chance.choice(["", "7", "Ann: Crust", "a, b", '"', "true", "- x", "é # y", "[x]", "null", "'"])
        made, wrong = sheet.applied(path, text, {cell.name: value})
        after = sheet.opened(path, made)
        assert after is not None, (path, cell, value)
        now = {each.name: each.value for each in (*after.fields, *(e for row in after.rows or () for e in row.cells))}
        before = {each.name: each.value for each in cells}
        assert wrong or now[cell.name] == value or (cell.key == "laureate"), (path, cell, value)
        others = {name for name in before if before[name] != now.get(name, "")} - {cell.name}
        assert not others or cell.key in ("laureate", "not_awarded"), (path, cell, value, others)


def test_a_key_that_is_written_takes_the_place_of_what_its_draft_shows() -> None:
    path = "content/articles/a.md"
    text = (
        "---\ntitle: A\n# author: …\n# about: {editions: [], names: [], categories: [], awards: []}\n---\n# author: …\n"
    )
    made, wrong = sheet.applied(path, text, {"f.author": "Ann"})
    assert wrong == ()
    assert made == text.replace("# author: …", "author: [Ann]", 1)
    assert sheet.applied(path, text, {"f.title": "B"})[0] == text.replace("title: A", "title: B")


def test_people_of_an_edition_are_a_list_of_bare_names_and_those_of_whom_more_is_said_stay_in_the_text() -> None:
    text = "ordinal: 2\nhosts: [Ann Crust]\njury:\n  - {name: Bo, role: chair}\nresults: {a: unknown}\n"
    found = sheet.opened(EDITION, text)
    assert found
    assert {"f.hosts": "Ann Crust", "f.partners": ""}.items() <= {
        cell.name: cell.value for cell in found.fields
    }.items()
    assert "jury" in found.more
    made, wrong = sheet.applied(EDITION, text, {"f.hosts": "Ann Crust\nEve Salt", "f.partners": "Tea & Co"})
    assert wrong == ()
    assert "hosts: [Ann Crust, Eve Salt]\n" in made
    assert "partners: [Tea & Co]\n" in made
    assert sheet.applied(AWARD, "name: A\n", {"f.organiser": "Guild"})[0] == "name: A\norganiser: [Guild]\n"

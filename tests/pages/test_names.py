from palmarium.model import Kind
from palmarium.pages import names
from tests.exports.exported import context

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
categories: {best: Best Pie}
-- editions/pie/2001.yaml --
coverage: complete
jury: [Eve Dough]
hosts: [Eve Dough]
results: {best: Éclair & Co}
-- content/names/ann.md --
---
name: Ann Crust
kind: person
sort: Crust, Ann
description: baker
---
-- content/names/tu.md --
---
name: 屠呦呦
kind: person
---
-- content/names/seven.md --
---
name: 7 Ovens
kind: team
---
"""


def test_names_stand_under_the_letter_they_are_sorted_by() -> None:
    view = names.names_view(context(SITE))
    found = {group.letter.text: [line.link.text for line in group.names] for group in view.letters}
    assert found == {"0–9": ["7 Ovens"], "C": ["Ann Crust"], "E": ["Éclair & Co", "Eve Dough"], "…": ["屠呦呦"]}


def test_the_alphabet_leads_to_letters_in_use() -> None:
    alphabet = {letter.text: letter.url for letter in names.names_view(context(SITE)).alphabet}
    assert len(alphabet) == 28
    assert {text: url for text, url in alphabet.items() if url} == {
        "0–9": "/noms/#digits",
        "C": "/noms/#C",
        "E": "/noms/#E",
        "…": "/noms/#other",
    }


def test_a_line_says_what_a_name_is_or_does() -> None:
    view = names.names_view(context(SITE))
    lines = {line.link.text: line for group in view.letters for line in group.names}
    assert (lines["Ann Crust"].what, lines["Éclair & Co"].titles.value) == ("baker", 1)
    assert lines["Eve Dough"].functions == ("juror", "host")
    assert {count.kind: count.count for count in view.kinds} == {Kind.PERSON: 3, Kind.ORGANISATION: 1, Kind.TEAM: 1}


def test_an_empty_archive_has_an_empty_index() -> None:
    view = names.names_view(context(""))
    assert (view.count, view.letters, view.kinds, len(view.alphabet)) == (0, (), (), 26)

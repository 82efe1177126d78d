from palmarium.pages import names_letter
from palmarium.pages.parts import alphabet as letters
from tests.exports.exported import context
from tests.pages.crowds import crowded

TU = """\
-- content/names/tu.md --
---
name: 屠呦呦
kind: person
---
-- content/names/a-z.md --
---
name: A-Z
kind: team
---
"""


def test_an_index_that_fits_on_one_page_has_no_other() -> None:
    assert list(names_letter.pages(context(crowded(letters.LONGEST)))) == []


def test_each_letter_has_a_page_beside_those_of_the_names() -> None:
    pages = list(names_letter.pages(context(crowded(letters.LONGEST - 1, "7 Ovens") + TU)))
    assert [page.url for page in pages] == [f"/noms/a-z/{each}/" for each in ("0-9", "a", "n", "etc")]
    assert [line.link.text for line in pages[3].view.names] == ["屠呦呦"]
    alphabet = {each.text: (each.url, each.count) for each in pages[0].view.alphabet if each.url}
    assert alphabet["N"] == ("/noms/a-z/n/", letters.LONGEST - 1)
    assert pages[2].view.head.next.text == "…"


def test_a_long_letter_is_told_by_first_and_last_names() -> None:
    pages = list(names_letter.pages(context(crowded(letters.LONGEST + 1))))
    assert [part.text for part in pages[0].view.parts] == ["N0000 – N0300", "N0301 – N0600"]
    assert pages[1].view.head.previous.url == "/noms/a-z/n/"

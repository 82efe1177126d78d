"""The palmarès to copy, in the words that a French reader takes away."""

from functools import cache
from pathlib import Path

from palmarium.pages.parts.palmares import entries
from palmarium.pages.parts.plain_palmares import plain
from palmarium.sources.markdown.typography import typeset
from palmarium.theming.i18n import Catalogue, parse, say
from tests.exports.exported import context

CATALOGUE = Path(__file__).parent.parent.parent / "themes/base/locale/fr/LC_MESSAGES/messages.po"
PIES = """\
-- editions/pie/award.yaml --
name: Prix de la tarte
categories: {best: Meilleure tarte, crust: Meilleure pâte, small: Tartelette, lost: Tarte perdue, off: Tarte froide}
-- editions/pie/2002.yaml --
ordinal: 4
ceremony: {date: 2002-10-01, venue: Le Four, city: Bakewell}
coverage: complete
results:
  best:
    - {rank: 1, laureate: {name: Ann Crust, role: cheffe, org: Four & fils}}
    - {rank: 2, tie: true, laureate: Ben Crumble}
    - {rank: 2, tie: true, laureate: Cy Lard}
  crust: {laureate: [Dot Plum, Flo Fig, Gus Grain], for: "L'été en croûte"}
  small: {laureate: Dot Plum, acceptance: declined}
  lost: unknown
  off: {not_awarded: no-majority}
"""
LOOSE = """\
-- editions/pie/award.yaml --
name: Prix de la tarte
-- editions/pie/2001.yaml --
coverage: names-only
results:
  unknown:
    - {laureate: Ann Crust, count: 2}
    - Ben Crumble
"""


@cache
def french() -> Catalogue:
    speech, problems = parse("fr.po", CATALOGUE.read_bytes(), "fr")
    assert speech is not None
    assert problems == ()
    return speech


def told(text: str, key: str) -> list[list[str]]:
    there = context(text)
    edition = there.archive.editions[key]
    groups = plain(there, edition, entries(there, edition))
    return [[typeset(say(french(), line), "fr") for line in group] for group in groups]


def test_it_says_what_it_is_and_where_it_comes_from() -> None:
    first, _, last = told(PIES, "pie/2002")
    assert first == ["Prix de la tarte 2002", "4e édition, 1er octobre 2002, Le Four, Bakewell"]
    assert last[1].endswith("https://example.org/pies/prix/pie/2002/")
    assert last[1].startswith("Source\u00a0: ")
    assert len(last) == 2


def test_places_and_ties_stand_on_lines_of_their_own() -> None:
    assert told(PIES, "pie/2002")[1][:4] == [
        "Meilleure tarte\u00a0:",
        "– 1er\u00a0: Ann Crust (cheffe, Four & fils)",
        "– 2e ex æquo\u00a0: Ben Crumble",
        "– 2e ex æquo\u00a0: Cy Lard",
    ]


def test_who_shares_a_prize_and_for_what_is_said_on_one_line() -> None:
    assert "Meilleure pâte\u00a0: Dot Plum, Flo Fig et Gus Grain, pour L’été en croûte" in told(PIES, "pie/2002")[1]


def test_what_became_of_a_title_stands_in_brackets() -> None:
    won = told(PIES, "pie/2002")[1]
    assert "Tartelette\u00a0: Dot Plum (refusé)" in won
    assert won[-2:] == ["Tarte perdue\u00a0: lauréat inconnu", "Tarte froide\u00a0: non décernée"]


def test_names_without_a_category_are_told_as_such() -> None:
    first, won, _ = told(LOOSE, "pie/2001")
    assert first == ["Prix de la tarte 2001"]
    assert won == ["Catégorie inconnue\u00a0:", "– Ann Crust (2 trophées)", "– Ben Crumble"]


def test_where_nobody_is_known_there_is_nothing_to_copy() -> None:
    assert told(LOOSE.split("results:")[0].replace("names-only", "none"), "pie/2001") == []

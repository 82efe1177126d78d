from types import MappingProxyType

import pytest

from palmarium.pages import article, claims, conventions, edition, gaps, name, note
from palmarium.pages.messages import Text
from palmarium.pages.parts.prose import ClaimMark, Passage
from palmarium.statistics.counting import COUNTS
from palmarium.theming.i18n import Catalogue, say
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart}
claims: [{says: Two categories, count: categories, is: 2}]
-- editions/pie/2001.yaml --
ordinal: 1
coverage: {results: complete, categories: complete, jury: partial}
jury: [Eve Dough]
results: {best: Ann Crust, tart: [Ann Crust, Ben Flan]}
claims:
  - {says: Three laureates, count: laureates, is: 3, source: s1}
  - {says: Five titles, count: titles, is: 5, disputed: true, note: Counts the hosts.}
sources: {s1: {title: The Pie Post}}
-- editions/pie/2002.yaml --
ordinal: 2
coverage: partial
results: {best: Ann Crust}
claims: [{says: Three the year before, count: titles, is: 3, edition: pie/2001}]
-- content/articles/evening.md --
---
title: An evening of pies
about: {editions: pie/2001}
claims: [{says: Nine jurors, count: jurors, is: 9}]
---
*[Two laureates]{laureates}* took [4 pies]{titles}.
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
---
Baker of [two pies]{titles pie/2001}.
-- content/pages/about.md --
---
title: About
---
We hold [two editions]{editions pie}.
"""


@pytest.fixture(scope="module")
def view() -> claims.View:
    return claims.claims_view(context(SITE))


def spoken(text: Text | None) -> str:
    return say(Catalogue("en", MappingProxyType({}), "n != 1"), text or "")


def test_claims_of_every_file_stand_by_verdict_the_wrong_ones_first(view: claims.View) -> None:
    assert [(group.outcome, [row.verdict.says for row in group.claims]) for group in view.groups] == [
        ("differs", ["Three laureates", "Five titles", "4 pies"]),
        ("agrees", ["Two categories", "Three the year before", "Two laureates", "two pies", "two editions"]),
        ("not-computable", ["Nine jurors"]),
    ]
    assert view.count == 9
    assert [spoken(part) for part in view.verdicts] == ["9 claims", "5 agree", "3 differ", "1 can't be computed"]


def test_each_says_where_it_stands(view: claims.View) -> None:
    rows = {row.verdict.says: row for group in view.groups for row in group.claims}
    assert {says: (row.where.text, row.where.url) for says, row in rows.items() if row.where} == {
        "Two categories": ("The Pie Award", "/prix/pie/#claim--two-categories"),
        "Three laureates": ("Pie 2001", "/prix/pie/2001/#claim--three-laureates"),
        "Five titles": ("Pie 2001", "/prix/pie/2001/#claim--five-titles"),
        "Three the year before": ("Pie 2002", "/prix/pie/2002/#claim--three-the-year-before"),
        "Nine jurors": ("An evening of pies", "/articles/evening/#claim--nine-jurors"),
        "Two laureates": ("An evening of pies", "/articles/evening/#said--two-laureates"),
        "4 pies": ("An evening of pies", "/articles/evening/#said--4-pies"),
        "two pies": ("Ann Crust", "/noms/ann-crust/#said--two-pies"),
        "two editions": ("About", "/about/#said--two-editions"),
    }
    assert rows["two pies"].anchor == "claim--name-ann-crust--two-pies"
    assert len({row.anchor for row in rows.values()}) == len(rows)
    assert all(row.cites == () for row in rows.values())
    assert (rows["Five titles"].verdict.disputed, rows["Five titles"].verdict.note) == (True, "Counts the hosts.")


def test_an_archive_without_claims_has_the_page_too() -> None:
    empty = claims.claims_view(context("-- editions/pie/award.yaml --\nname: The Pie Award\n"))
    assert (empty.count, empty.groups, empty.verdicts) == (0, (), ())


def test_an_edition_lists_what_others_say_of_it_after_its_own() -> None:
    there = context(SITE)
    page = edition.edition_view(there, there.archive.editions["pie/2001"])
    assert [(row.anchor, row.verdict.says) for row in page.claims] == [
        ("claim--three-laureates", "Three laureates"),
        ("claim--five-titles", "Five titles"),
        ("elsewhere-1", "Three the year before"),
        ("elsewhere-2", "Nine jurors"),
        ("elsewhere-3", "Two laureates"),
        ("elsewhere-4", "4 pies"),
        ("elsewhere-5", "two pies"),
    ]
    assert [(row.where.text if row.where else "") for row in page.claims[:3]] == ["", "", "Pie 2002"]
    assert [len(row.cites) for row in page.claims[:3]] == [1, 0, 0]
    assert [[link.text for link in row.subjects] for row in page.claims[4:]] == [[], [], []]
    other = edition.edition_view(there, there.archive.editions["pie/2002"])
    assert [row.verdict.says for row in other.claims] == ["Three the year before"]
    assert [link.text for link in other.claims[0].subjects] == ["Pie 2001"]


def test_a_mark_stands_behind_its_words_and_leads_to_its_row() -> None:
    there = context(SITE)
    page = article.article_view(there, there.archive.articles["evening"])
    assert [piece.kind for piece in page.pieces] == ["text", "mark", "text", "mark", "text"]
    first, mark, between, second, last = page.pieces
    assert isinstance(first, Passage)
    assert isinstance(between, Passage)
    assert isinstance(last, Passage)
    assert [first.html.html, between.html.html, last.html.html] == [
        *("<p><em>Two laureates", "</em> took 4 pies", ".</p>")
    ]
    assert isinstance(mark, ClaimMark)
    assert isinstance(second, ClaimMark)
    assert (mark.claim.verdict.outcome, mark.claim.place, mark.claim.url) == (
        "agrees",
        "said--two-laureates",
        "/articles/evening/#claim--two-laureates",
    )
    assert (second.claim.verdict.outcome, second.claim.verdict.found) == ("differs", 3)
    assert [(row.anchor, row.place, row.where.url if row.where else "") for row in page.claims] == [
        ("claim--nine-jurors", "", ""),
        ("claim--two-laureates", "said--two-laureates", "/articles/evening/#said--two-laureates"),
        ("claim--4-pies", "said--4-pies", "/articles/evening/#said--4-pies"),
    ]


def test_a_mark_in_a_biography_or_a_page_leads_to_the_list_of_all() -> None:
    there = context(SITE)
    numbers = {row.verdict.says: row.anchor for group in claims.claims_view(there).groups for row in group.claims}
    [ann] = [each.view for each in pages_of(name, there) if each.url == "/noms/ann-crust/"]
    [page] = list(pages_of(note, there))
    assert isinstance(page.view, note.View)
    assert isinstance(ann, name.View)
    urls = [piece.claim.url for piece in (*ann.biography, *page.view.pieces) if isinstance(piece, ClaimMark)]
    section = there.urls.section("claims")
    assert urls == [f"{section}#{numbers['two pies']}", f"{section}#{numbers['two editions']}"]


def test_a_row_says_what_was_counted_where_and_how_much_is_held(view: claims.View) -> None:
    how = {row.verdict.says: spoken(row.how) for group in view.groups for row in group.claims}
    assert how == {
        "Two categories": "Counted: categories, Pie.",
        "Three laureates": "Counted: distinct names with a title, Pie 2001. The palmarès is complete.",
        "Five titles": "Counted: titles, each trophy for one, Pie 2001. The palmarès is complete.",
        "Three the year before": "Counted: titles, each trophy for one, Pie 2001. The palmarès is complete.",
        "Nine jurors": "Counted: people on the jury, Pie 2001. The list may not be whole.",
        "Two laureates": "Counted: distinct names with a title, Pie 2001. The palmarès is complete.",
        "4 pies": "Counted: titles, each trophy for one, Pie 2001. The palmarès is complete.",
        "two pies": "Counted: titles, each trophy for one, Pie 2001, Ann Crust. The palmarès is complete.",
        "two editions": (
            "Counted: editions held, and those that only the numbers tell of, Pie. "
            "The archive holds 2 editions, 1 with all its winners."
        ),
    }


@pytest.mark.parametrize(
    ("claim", "how"),
    [
        ("[2]{categories pie/2001}", "Counted: categories, Pie 2001. The list is complete."),
        ("[2]{laureates pie/2002 category=best}", "Counted: distinct names with a title, Pie 2002, Best Pie. The "),
        ("[2]{titles pie of=“Ben Flan”}", "Counted: titles, each trophy for one, Pie, Ben Flan. The archive holds 2"),
        ("[2]{comments pie/2001}", "Counted: comments archived with the article."),
        ("[2]{stated}", ""),
        ("[2]{titles}", "Counted: titles, each trophy for one."),
        ("[2]{editions gone}", "Counted: editions held, and those that only the numbers tell of, Gone."),
        ("[2]{titles gone}", "Counted: titles, each trophy for one, Gone."),
        ("[2]{titles old}", "Counted: titles, each trophy for one, Old. The archive holds 1 edition, none with all"),
    ],
)
def test_the_way_of_counting_fits_its_subject(claim: str, how: str) -> None:
    more = (
        f"-- content/pages/zebra.md --\n---\ntitle: Z\n---\n{claim}\n-- editions/gone/award.yaml --\nname: Gone\n"
        "-- editions/gone/2000.yaml --\nstatus: cancelled\n-- editions/old/award.yaml --\nname: Old\n"
        "-- editions/old/2000.yaml --\ncoverage: partial\n"
    )
    rows = [row for group in claims.claims_view(context(SITE + more)).groups for row in group.claims]
    [found] = [row for row in rows if row.where and row.where.text == "Z"]
    assert spoken(found.how).startswith(how) if how else found.how is None


def test_every_count_says_what_it_counts() -> None:
    assert [name for name, rule in COUNTS.items() if not rule.counted] == ["stated"]


def test_the_conventions_and_the_gaps_lead_here() -> None:
    there = context(SITE)
    section = there.urls.section("claims")
    assert conventions.conventions_view(there).claims.url == section
    assert gaps.gaps_view(there).claims.url == section


def test_a_claim_that_ends_with_an_edition_says_so_and_leads_there() -> None:
    more = "-- content/pages/zebra.md --\n---\ntitle: Z\n---\n[three titles]{titles until=pie/2001}\n"
    rows = [row for group in claims.claims_view(context(SITE + more)).groups for row in group.claims]
    [row] = [row for row in rows if row.verdict.until]
    assert spoken(row.how) == (
        "Counted: titles, each trophy for one, Pie, up to Pie 2001. "
        "The archive holds 1 edition, 1 with all its winners."
    )
    assert [(spoken(link.text), link.url) for link in row.subjects] == [
        ("The Pie Award", "/prix/pie/"),
        ("up to Pie 2001", "/prix/pie/2001/"),
    ]

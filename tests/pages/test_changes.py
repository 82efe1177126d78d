"""The page of changes: by publication and by edition, corrections first, each value in the words of the site."""

from dataclasses import replace

from palmarium.build.units import publications
from palmarium.model import Date
from palmarium.model.facts import Change, Turn
from palmarium.pages import changes
from palmarium.pages.changes import ValuePart, changes_view
from palmarium.pages.context import Context
from palmarium.pages.links import Link
from palmarium.pages.messages import Message
from tests.exports.exported import PIE, context

FIRST, THEN = Date(2026, 12, 1), Date(2026, 12, 9)
THEME = Change(FIRST, Turn.CORRECTED, "edition", "pie/2011", "theme", ("faith",), ("trust",), "A reader wrote to us.")
RANK = Change(FIRST, Turn.ADDED, "result", "pie/2011/pie--ann-crust", "count", (), ("2",))
GONE = Change(THEN, Turn.REMOVED, "result", "pie/2011/pie--no-one", "", ("No One",))
DATE = Change(THEN, Turn.UPDATED, "edition", "pie/2010", "ceremony.date", ("2010",), ("2010-10-03",))
HELD = Change(THEN, Turn.CORRECTED, "edition", "pie/2010", "status", ("postponed",), ("held",))


def told(*found: Change) -> Context:
    return replace(context(PIE), changes=publications(found))


def rows(of: Context) -> list[tuple[str, bool, str, str, str]]:
    """Day, whether it is a correction, record, part and fact of each line of the page."""
    return [
        (str(day.day), each in day.corrections, str(each.record.text), str(line.where and line.where.text), line.fact)
        for day in changes_view(of).publications
        for each in (*day.corrections, *day.others)
        for line in each.changes
    ]


def test_a_site_that_was_never_published_has_no_such_page() -> None:
    assert list(changes.pages(context(PIE))) == []
    (page,) = changes.pages(told())
    assert (page.url, page.view.count) == ("/changes/", 0)


def test_publications_are_told_from_new_to_old_corrections_first_by_record() -> None:
    assert rows(told(RANK, THEME, GONE, DATE, HELD)) == [
        ("2026-12-09", True, "Pie 2010", "None", "field-status"),
        ("2026-12-09", False, "Pie 2011", "Best Pie", ""),
        ("2026-12-09", False, "Pie 2010", "None", "field-date"),
        ("2026-12-01", True, "Pie 2011", "None", "field-theme"),
        ("2026-12-01", False, "Pie 2011", "Best Pie", "field-count"),
    ]
    view = changes_view(told(RANK, THEME, GONE, DATE, HELD))
    assert (view.count, view.corrected) == (5, 2)


def test_a_line_leads_to_where_the_fact_stands_today() -> None:
    of = told(RANK, GONE, Change(THEN, Turn.REMOVED, "edition", "pie/1999", "", ("1999",)))
    later, first = changes_view(of).publications
    assert [line.where for each in first.others for line in each.changes] == [
        Link("Best Pie", "/prix/pie/2011/#pie--ann-crust")
    ]
    assert [(each.record, line.where) for each in later.others for line in each.changes] == [
        (Link("Pie 2011", "/prix/pie/2011/"), Link("Best Pie", "/prix/pie/2011/#pie")),
        (Link("Fictional Pie Award", "/prix/pie/"), Link("1999", "")),
    ]


def test_values_are_said_in_the_words_of_the_site() -> None:
    status, date = (changes_view(told(each)).publications[0] for each in (HELD, DATE))
    assert status.corrections[0].changes[0].old == ((ValuePart("postponed", "edition-postponed"),),)
    assert date.others[0].changes[0].new == ((ValuePart("2010-10-03", date=Date(2010, 10, 3)),),)
    juror = Change(FIRST, Turn.ADDED, "edition", "pie/2011", "juror", (), ("Jo Judge · chair · baker",))
    assert changes_view(told(juror)).publications[0].others[0].changes[0].new == (
        (ValuePart("Jo Judge"), ValuePart("chair", "field-chair"), ValuePart("baker")),
    )
    unknown = Change(FIRST, Turn.ADDED, "entry", "pie/2011/tart", "", (), ("unknown",))
    assert changes_view(told(unknown)).publications[0].others[0].changes[0].new == (
        (ValuePart("unknown", "outcome-unknown"),),
    )


def test_a_publication_of_very_many_changes_is_told_on_several_pages() -> None:
    many = (replace(THEME, key=f"pie/{year}") for year in range(1000, 1400))
    first, *rest = changes.pages(told(*many))
    assert len(rest) > 1
    assert rest[0].url == "/changes/page-2/"
    assert rest[0].view.head.title == Message(
        "%(title)s, page %(number)s", (("title", Message("What has changed")), ("number", "2"))
    )
    shown = [
        line
        for page in (first, *rest)
        for day in page.view.publications
        for each in day.corrections
        for line in each.changes
    ]
    assert len(shown) == 400


def _links(of: Context) -> list[str]:
    """The addresses of the records that the lines of the page lead to, from the newest to the oldest."""
    return [
        each.record.url
        for day in changes_view(of).publications
        for each in (*day.corrections, *day.others)
        for _ in each.changes
    ]


def _renamed(old: str, new: str, kind: str = "edition") -> Change:
    return Change(THEN, Turn.RENAMED, kind, new, "", (old,), (new,))


def test_a_line_leads_to_the_record_that_it_meant_where_two_have_exchanged_their_ids() -> None:
    theme = replace(THEME, key="pie/2010")
    swapped = (_renamed("pie/2010", "pie/2011"), _renamed("pie/2011", "pie/2010"))
    assert _links(told(theme))[-1] == "/prix/pie/2010/"
    assert _links(told(theme, *swapped))[-1] == "/prix/pie/2011/"
    result = Change(FIRST, Turn.ADDED, "result", "pie/2010/pie--ann-crust", "count", (), ("2",))
    assert _links(told(result, *swapped))[-1] == "/prix/pie/2011/"
    assert _links(told(theme, *swapped, replace(theme, on=Date(2026, 12, 10))))[0] == "/prix/pie/2010/"
    of_award = (theme, _renamed("pie", "cake", "award"))
    assert _links(told(replace(theme, key="cake/2010"), _renamed("cake", "pie", "award")))[-1] == "/prix/pie/2010/"
    assert _links(told(*of_award))[-1] == ""


def test_a_line_of_a_record_that_is_gone_leads_to_nothing_though_another_has_its_id() -> None:
    theme = replace(THEME, key="pie/2010")
    assert _links(told(theme, _renamed("pie/1999", "pie/2010")))[-1] == ""
    gone = Change(THEN, Turn.REMOVED, "edition", "pie/2010", "", ("Pie 2010",))
    back = Change(Date(2026, 12, 10), Turn.ADDED, "edition", "pie/2010", "", (), ("Pie 2010",))
    assert _links(told(theme, gone, back))[-1] == "/prix/pie/2010/"
    assert _links(told(theme, gone, replace(back, new=("Another",)))) == ["/prix/pie/2010/", "", ""]

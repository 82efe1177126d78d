from palmarium.pages import years
from tests.exports.exported import context, reference

ROWS = """\
-- editions/pie/award.yaml --
name: Pie Award
short: Pie
founded: 2001
ended: 2003
categories: {best: {name: Best Pie}}
-- editions/pie/2001.yaml --
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2003.yaml --
coverage: none
results: {best: unknown}
-- editions/cake/award.yaml --
name: Cake Award
short: Cake
categories: {best: {name: Best Cake}}
-- editions/cake/2002.yaml --
status: cancelled
-- editions/cake/2004.yaml --
coverage: complete
results: {best: Ben Crumble}
-- editions/bun/award.yaml --
name: Bun Award
-- editions/bun/2004.yaml --
coverage: none
"""


def view(text: str) -> years.View:
    (page,) = years.pages(context(text))
    found = page.view
    assert isinstance(found, years.View)
    return found


def test_years_run_from_new_to_old() -> None:
    page = view(ROWS)
    assert [row.link.text for row in page.year_table.rows] == ["2004", "2003", "2002", "2001"]
    assert (page.first, page.last, page.editions) == ("2001", "2004", 5)


def test_awards_with_several_editions_have_a_column_the_rest_share_one() -> None:
    page = view(ROWS)
    assert sorted(str(link.text) for link in page.year_table.awards) == ["Cake", "Pie"]
    assert [cell.link.url for cell in page.year_table.rows[0].others] == ["/prix/bun/2004/"]


def test_a_gap_is_only_where_the_award_existed() -> None:
    page = view(ROWS)
    pie = [str(link.text) for link in page.year_table.awards].index("Pie")
    assert {row.link.text: row.columns[pie].gap for row in page.year_table.rows} == {
        "2004": False,
        "2003": False,
        "2002": True,
        "2001": False,
    }


def test_a_mark_tells_known_unknown_and_cancelled_apart() -> None:
    page = view(ROWS)
    signs = {
        cell.link.url: cell.mark.sign for row in page.year_table.rows for column in row.columns for cell in column.cells
    }
    assert signs == {
        "/prix/cake/2004/": "title",
        "/prix/pie/2003/": "unknown",
        "/prix/cake/2002/": "cancelled",
        "/prix/pie/2001/": "title",
    }


def test_an_archive_without_editions_has_an_empty_index() -> None:
    page = view("-- editions/pie/award.yaml --\nname: Pie Award\n")
    assert (page.year_table.rows, page.first, page.last) == ((), "", "")


def test_the_years_of_the_archive() -> None:
    (page,) = years.pages(reference())
    assert (page.url, page.view.first, page.view.last) == ("/years/", "2008", "2018")


def test_years_without_an_edition_are_told_between_two_known_ones() -> None:
    award, edition = "-- editions/pie/award.yaml --\nname: Pie Award\n", "-- editions/pie/{}.yaml --\nordinal: {}\n"
    numbered = ((2001, 1), (2003, 2), (2008, 4), (2009, 5))
    rows = view(award + "".join(edition.format(*each) for each in numbered)).year_table.rows
    assert [(row.link.text, row.without, row.certain) for row in rows] == [
        ("2009", "", False),
        ("2008", "2004–2007", False),
        ("2003", "2002", True),
        ("2001", "", False),
    ]

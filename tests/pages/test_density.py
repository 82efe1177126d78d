"""What a page says once, what it shows first, and what it folds."""

from pathlib import Path

import pytest

from tests.cases.reading import Reading, read

SETTING = """
corrections = "mailto:corrections@pies.example"
"""
YEARS = "".join(
    f"-- editions/pie/{year}.yaml --\ncoverage: complete\nresults: {{best: Ann {year}}}\n" for year in range(1970, 2001)
)
SITE = (
    """
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories:
  best: {name: Best Pie, many: true}
  baker: Best Baker
"""
    + YEARS
    + """\
-- editions/pie/2001.yaml --
coverage: complete
results:
  best:
    - {laureate: Ann Crust, org: Oven Street, share: 1/2, citation: for the crust}
    - {laureate: Ben Crumble, share: 1/4, citation: for the filling}
    - {laureate: Cy Lard, share: 1/4, citation: for the filling}
  baker:
    - {laureate: Dot Plum, distinction: nominee, for: Plum Pie}
    - {laureate: Eve Dough, distinction: nominee, for: Dough Pie}
    - {laureate: Flo Fig, for: Fig Pie}
-- editions/pie/2002.yaml --
coverage: complete
results:
  best:
    - {laureate: Gus Grain, share: 1/2, citation: for the grain}
    - {laureate: Hal Husk, share: 1/2, citation: for the grain}
  baker:
    - {rank: 3, laureate: Cy Lard}
    - {rank: 1, laureate: Ann Crust}
    - {rank: 2, laureate: Ben Crumble}
"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read(SITE, tmp_path_factory.mktemp("density"))


@pytest.mark.slow
def test_what_is_missing_is_asked_for_where_readers_can_write(site: Reading, tmp_path: Path) -> None:
    asked = "Do you know it? Write to us."
    assert asked not in site.page("awards/pie/2001", "missing")
    told = read(SETTING + SITE, tmp_path)
    assert asked in told.page("awards/pie/2001", "missing")
    assert asked in told.page("gaps")


def test_what_winners_have_in_common_is_told_once_below_them(site: Reading) -> None:
    assert site.page("awards/pie/2001", "best") == (
        "Best Pie Ann Crust Oven Street; share of the prize: 1/2 for the crust"
        " Ben Crumble share of the prize: 1/4 Cy Lard share of the prize: 1/4 for the filling"
    )
    assert site.page("awards/pie/2002", "best") == (
        "Best Pie Gus Grain Hal Husk for the grain Share of the prize: 1/2 each."
    )


def test_winners_stand_before_nominees_and_places_in_their_order(site: Reading) -> None:
    assert site.page("awards/pie/2001", "baker") == (
        "Best Baker Flo Fig for Fig Pie nominees Dot Plum for Plum Pie Eve Dough for Dough Pie"
    )
    assert site.page("awards/pie/2002", "baker") == "Best Baker first 1 Ann Crust second 2 Ben Crumble third 3 Cy Lard"


def test_the_page_of_a_category_names_the_works_of_nominees(site: Reading) -> None:
    told = site.page("awards/pie/category/baker")
    assert "nominees: Dot Plum, for Plum Pie; Eve Dough, for Dough Pie." in told


def test_winners_of_one_category_share_a_line_of_a_short_palmares(site: Reading) -> None:
    assert "Gus Grain and Hal Husk Best Pie" in site.page("awards/pie", "last")


def test_decades_of_a_long_category_are_folded_under_their_winners(site: Reading) -> None:
    html = Path(site.out / "awards/pie/category/best/index.html").read_text(encoding="utf-8")
    shown, *folded = html.split('<details class="decade">')
    assert [part.split("</b>")[0].partition("<b>")[2] for part in folded] == ["1980–1989", "1970–1979"]
    assert "Ann 1999" in shown
    assert folded[0].partition("</summary>")[0].count("Ann 198") == 10


def test_a_long_award_has_its_editions_by_decade_and_each_in_a_table(site: Reading) -> None:
    html = Path(site.out / "awards/pie/index.html").read_text(encoding="utf-8")
    before, _, table = html.partition('<details class="decade">')
    for year in range(1970, 2003):
        assert f">{year}</a>" in before
        assert f">{year}</a>" in table

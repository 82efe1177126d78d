import pytest

from palmarium.statistics.as_of import data_as_of
from tests.archives import archive

AWARD = "-- editions/pie/award.yaml --\nname: Pie\n"


def as_of(text: str) -> str:
    return str(data_as_of(archive(AWARD + text)))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("", "None"),
        ("-- editions/pie/2011.yaml --\nceremony: 2011-10\nresults: {unknown: [Ann Crust]}\n", "2011-10"),
        ("-- editions/pie/2031.yaml --\nceremony: 2031-10\n", "None"),
        ("-- editions/pie/2011.yaml --\nsources: {s1: {title: A, date: 2011-10-05, accessed: 2024-02}}\n", "2024-02"),
        ("-- content/articles/a.md --\n---\ntitle: A\ndate: 2012-01-02\n---\nPie.\n", "2012-01-02"),
        (
            "-- content/names/ann.md --\n---\nname: Ann\nkind: person\n"
            "sources: {s1: {title: A, accessed: 2013-05-06}}\n---\n",
            "2013-05-06",
        ),
    ],
)
def test_the_newest_date_that_is_stated(text: str, date: str) -> None:
    assert as_of(text) == date


def test_a_year_ends_after_its_days() -> None:
    sources = "sources: {s1: {title: A, date: 2011-10-05}, s2: {title: B, date: 2011}}"
    assert as_of(f"-- editions/pie/2011.yaml --\n{sources}\n") == "2011"


def test_a_ceremony_of_several_days_is_as_new_as_its_last() -> None:
    held = "ceremony: {date: 2011-10-03, until: 2011-10-05}\nresults: {unknown: [Ann Crust]}"
    assert as_of(f"-- editions/pie/2011.yaml --\n{held}\n") == "2011-10-05"

import pytest

from palmarium.checks import yearless_dates
from tests.archives import hints, told

EDITION = "-- editions/pie/2012.yaml --\nceremony: 2012-11-28\n-- editions/pie/2013.yaml --\nceremony: 2013-11-05\n"


def article(text: str, front: str = "") -> str:
    about = "about: {editions: [pie/2013, pie/2012]}"
    return f"-- content/articles/pies.md --\n---\ntitle: Pies\n{about}\n{front}---\n{text}\n{EDITION}"


@pytest.mark.parametrize(
    "day",
    ["28 novembre", "1er mai", "28 November", "3rd June", "November 28", "June 3rd", "28\u00a0novembre", "5 août"],
)
def test_a_day_without_its_year_is_told(day: str) -> None:
    said = " ".join(day.split())
    assert told(yearless_dates, article(f"Le {day}, la salle.")) == [
        f'content/articles/pies.md:5:4: "{said}" has no year, and none stands before it'
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Le 28 novembre 2012", "November 28, 2012", "28 November, 2012", "28\nnovembre\n2012", "novembre"),
        *("128 novembre",),
        *("En 2012, le 28 novembre", "28 novembres", "« Le 28 novembre »", "`28 novembre`", "mai 280", "le 3 marsouin"),
        *("maintenant 5 mai 1999", "5 mai 1850", "2012 : le 28 novembre"),
    ],
)
def test_a_day_with_its_year_or_after_one_passes(text: str) -> None:
    assert told(yearless_dates, article(text)) == []


def test_a_year_that_comes_later_is_too_late_and_only_the_first_day_is_told() -> None:
    assert told(yearless_dates, article("Le 28 novembre.\n\nLe 5 mai, puis en 2012, le 6 mai.")) == [
        'content/articles/pies.md:5:4: "28 novembre" has no year, and none stands before it'
    ]


def test_a_number_that_is_no_year_tells_nothing() -> None:
    assert len(told(yearless_dates, article("Les 1500 invités du 28 novembre"))) == 1
    assert len(told(yearless_dates, article("Les 20120 invités du 28 novembre"))) == 1
    assert len(told(yearless_dates, article("Les 12012 invités du 28 novembre"))) == 1


@pytest.mark.parametrize("front", ["date: 2012-12\n", "deck: The pies of 2012\n"])
def test_an_article_that_has_a_date_or_names_a_year_above_is_clear(front: str) -> None:
    assert told(yearless_dates, article("Le 28 novembre", front)) == []


def test_a_title_that_names_a_year_is_enough() -> None:
    assert told(yearless_dates, article("Le 28 novembre").replace("title: Pies", "title: Pies 2012")) == []


@pytest.mark.parametrize(
    ("day", "hint"),
    [
        ("28 novembre", 'did you mean "28 novembre 2012"?'),
        ("November 28", 'did you mean "November 28 2012"?'),
        ("5 novembre", 'did you mean "5 novembre 2013"?'),
        ("28 octobre", "write the year, or the `date` of the article"),
        ("29 novembre", "write the year, or the `date` of the article"),
    ],
)
def test_the_year_of_a_ceremony_that_day_is_offered(day: str, hint: str) -> None:
    assert hints(yearless_dates, article(f"Le {day}.")) == [hint]


def test_an_edition_that_is_not_there_or_has_no_date_offers_none() -> None:
    front = "---\ntitle: P\nabout: {editions: [gone/1, pie/2010]}\n---\n"
    text = f"-- content/articles/pies.md --\n{front}Le 28 novembre.\n"
    assert hints(yearless_dates, text + "-- editions/pie/2010.yaml --\nordinal: 1\n") == [
        "write the year, or the `date` of the article"
    ]

import pytest

from palmarium.checks import weekday
from tests.archives import hints, told


def ceremony(date: str, day: str) -> str:
    return f"-- editions/pie/2014.yaml --\nceremony: {{date: {date}, weekday: {day}}}\n"


@pytest.mark.parametrize("day", ["lundi", "Lundi", "Monday", "monday"])
def test_the_right_weekday_passes_in_french_and_english(day: str) -> None:
    assert told(weekday, ceremony("2011-10-03", day)) == []


def test_a_wrong_weekday_is_told_with_the_right_one_in_its_language() -> None:
    assert told(weekday, ceremony("2014-12-16", "jeudi")) == [
        'editions/pie/2014.yaml:1:11: 2014-12-16 was not a "jeudi": it was a "mardi"'
    ]
    assert told(weekday, ceremony("2014-12-16", "Thursday")) == [
        'editions/pie/2014.yaml:1:11: 2014-12-16 was not a "Thursday": it was a "Tuesday"'
    ]
    assert hints(weekday, ceremony("2014-12-16", "jeudi")) == ["look at the source again: day, month or year"]


def test_a_word_that_is_no_weekday_is_told() -> None:
    assert told(weekday, ceremony("2014-12-16", "mardy")) == [
        'editions/pie/2014.yaml:1:11: "mardy" is not a day of the week'
    ]
    assert hints(weekday, ceremony("2014-12-16", "mardy")) == ['did you mean "mardi"?']
    assert hints(weekday, ceremony("2014-12-16", "pie")) == ["write it in French or English: lundi, Monday"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Tue.", "Tuesday"),
        ("tu", "tuesday"),
        ("Thurs", "Thursday"),
        ("mar.", "mardi"),
        ("lun", "lundi"),
        ("Jeu.", "Jeudi"),
    ],
)
def test_a_weekday_of_a_few_letters_is_told_with_all_of_it(said: str, meant: str) -> None:
    assert hints(weekday, ceremony("2014-12-16", said)) == [f"write `weekday: {meant}`"]


def test_a_weekday_without_a_date_can_not_be_checked() -> None:
    assert told(weekday, "-- editions/pie/2014.yaml --\nceremony: {weekday: mardi}\n") == [
        'editions/pie/2014.yaml:1:11: the weekday "mardi" can\'t be checked: the ceremony has no day'
    ]


def test_a_weekday_of_a_month_can_not_be_checked() -> None:
    assert told(weekday, ceremony("2014-12", "mardi")) == [
        'editions/pie/2014.yaml:1:11: the weekday "mardi" can\'t be checked: the ceremony has no day'
    ]

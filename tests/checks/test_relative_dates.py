import pytest

from palmarium.checks import relative_dates
from tests.archives import hints, told


def article(text: str, date: str = "2017-10-13", title: str = "Pies") -> str:
    return f"-- content/articles/pies.md --\n---\ntitle: {title}\ndate: {date}\n---\n{text}\n"


@pytest.mark.parametrize(
    "phrase",
    [
        *("hier", "Hier soir", "hier matin", "avant-hier", "demain", "Demain soir", "après-demain", "ce soir"),
        *("cet après-midi", "cette semaine", "ce mois-ci", "l'an dernier", "l’année dernière", "l'an prochain"),
        *("l'été prochain", "le mois passé", "la semaine prochaine", "au printemps dernier", "lundi prochain"),
        *("4 octobre prochain", "1er mai dernier", "fin mai dernier", "en juin prochain", "il y a deux ans"),
        *("il y a 3 semaines", "yesterday", "yesterday evening", "last night", "tonight", "tomorrow", "last year"),
        *("next year", "next Monday", "last March", "last summer", "this morning", "two years ago", "10 days ago"),
        *("a week ago", "cette nuit", "cette semaine"),
    ],
)
def test_words_that_count_from_the_day_of_writing_are_told(phrase: str) -> None:
    assert told(relative_dates, article(f"Pies, {phrase}, were warm.")) == [
        f'content/articles/pies.md:5:7: "{phrase}" counts from the day of writing'
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Ce soir-là, la salle", "cette nuit-là", "les métiers de demain", "le rendez-vous du demain", "né d’hier"),
        *("La soirée du 4 octobre 2010", "le dernier mois", "la prochaine édition", "en tout dernier lieu"),
        *("il y a deux ans d'attente", "il y a trois lauréats", "the last year of the war", "the next year"),
        *("the bakers of tomorrow", "tomorrow’s bakers", "of yesterday", "an actual hierarchy", "long ago", "lasting"),
        *("« Hier soir », dit-il", "« Merci pour\nhier soir »", "“See you tomorrow”", 'said "last night" and left'),
        *("> Hier soir, disait-il.", "`hier soir`", "    hier soir", "[x](https://a.example/hier/soir)", "surhier"),
        *("l'avant-dernier", "lundi dernièrement", "un an plus tôt", "huit ans après"),
    ],
)
def test_other_words_and_the_words_of_others_pass(text: str) -> None:
    assert told(relative_dates, article(text)) == []


def test_a_phrase_over_two_lines_stands_where_it_begins() -> None:
    assert told(relative_dates, article("C'était\nhier\nsoir.")) == [
        'content/articles/pies.md:6:1: "hier soir" counts from the day of writing'
    ]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = article("« Jamais fermé, hier.\n\nCe soir, le jury » parle.")
    assert [line.split(": ")[1] for line in told(relative_dates, text)] == [
        '"hier" counts from the day of writing',
        '"Ce soir" counts from the day of writing',
    ]


def test_the_title_and_the_deck_are_read_too() -> None:
    text = article("Text.", title="Hier soir, les tartes\ndeck: The pies of last night")
    assert told(relative_dates, text) == [
        'content/articles/pies.md:2:1: "Hier soir" counts from the day of writing',
        'content/articles/pies.md:2:1: "last night" counts from the day of writing',
    ]


@pytest.mark.parametrize(
    ("said", "date", "meant"),
    [
        ("hier soir", "2017-10-13", "le 12 octobre 2017"),
        ("avant-hier", "2017-11-01", "le 30 octobre 2017"),
        ("hier", "2017-10-02", "le 1er octobre 2017"),
        ("ce soir", "2017-10-13", "le 13 octobre 2017"),
        ("demain", "2017-12-31", "le 1er janvier 2018"),
        ("après-demain", "2017-12-31", "le 2 janvier 2018"),
        ("last night", "2017-10-13", "on 12 October 2017"),
        ("tonight", "2017-10-13", "on 13 October 2017"),
        ("tomorrow", "2017-10-13", "on 14 October 2017"),
        ("l’an dernier", "2017", "en 2016"),
        ("l'année prochaine", "2017-10", "en 2018"),
        ("last year", "2017", "in 2016"),
        ("next year", "2017", "in 2018"),
        ("il y a deux ans", "2017", "en 2015"),
        ("il y a 10 ans", "2017", "en 2007"),
        ("il y a un an", "2017", "en 2016"),
        ("a year ago", "2017", "in 2016"),
        ("three years ago", "2017", "in 2014"),
    ],
)
def test_the_hint_says_what_was_meant(said: str, date: str, meant: str) -> None:
    assert hints(relative_dates, article(f"Pies {said}.", date)) == [
        f'did you mean "{meant}"? What another says may stay, in quotation marks'
    ]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("hier soir", "2017-10"),
        ("ce soir", "2017"),
        ("lundi prochain", "2017-10-13"),
        ("il y a deux mois", "2017-10-13"),
        ("last year", ""),
    ],
)
def test_without_a_precise_date_it_says_what_to_write(said: str, date: str) -> None:
    text = article(f"Pies {said}.", date).replace("date: \n", "")
    assert hints(relative_dates, text) == ["write the date or the year. What another says may stay, in quotation marks"]

"""What a report says of its edition is so: its number, its city, and who chaired the jury."""

import pytest

from palmarium.checks import editions_in_texts
from tests.archives import messages, told

SITE = """\
-- editions/ladle/award.yaml --
name: The Golden Ladle
short: Ladle
categories: {soup: Best Soup}
-- editions/ladle/2010.yaml --
ordinal: 13
ceremony: {date: 2010-10-04, city: Bath}
-- editions/ladle/2011.yaml --
ordinal: 14
ceremony: {date: 2011-10-03, venue: Guild Hall, city: Bristol}
events: [{name: Dinner, city: Wells}]
jury: [{name: Peg Whisk, role: cook, chair: true}, {name: Rye Colander, role: cook}]
-- editions/spoon/award.yaml --
name: Silver Spoon
categories: {soup: Best Soup}
-- editions/spoon/2011.yaml --
ordinal: 3
-- content/articles/night.md --
---
title: TITLE
kind: KIND
about: {editions: ladle/2011}
---

TEXT
"""


def _site(text: str, title: str = "The night", kind: str = "report") -> str:
    return SITE.replace("TEXT", text).replace("TITLE", title).replace("KIND", kind)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was the 12th edition of [[ladle]].", "12th edition"),
        ("We were at the 13th [[ladle]], and sang.", "13th ladle"),
        ("Pour la treizième édition de [[ladle|la Louche]], il pleut.", "treizième édition"),
        ("The twelfth edition went to a barge.", "twelfth edition"),
        ("The twelfth Golden Ladle went to a barge. The twelfth edition is ours.", "twelfth Golden Ladle"),
        ("This was the first edition.", "first edition"),
        ("Cette première édition est une fête.", "première édition"),
        ("So ended the 15th Ladle.", "15th Ladle"),
        ("Rain fell.\n\nIt was the 12th edition.", "12th edition"),
    ],
)
def test_another_number_is_told(text: str, said: str) -> None:
    assert messages(editions_in_texts, _site(text)) == [
        f'"{said}" is said in an article about ladle/2011, which is no. 14'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was the 14th edition of [[ladle]].",
        "The 14th [[ladle]] was better than the 13th edition.",
        "The 15th [[ladle]] will be in Leeds.",
        "La quinzième édition se prépare déjà.",
        "In 2010, at the 13th edition, it rained.",
        "A year before, the 13th [[ladle]] was dry.",
        "At [[ladle/2010]], the 13th edition, it rained.",
        "The third edition of [[spoon]] was in May.",
        "The third Silver Spoon was in May: a third edition.",
        "The first edition was a joke.",
        "Since the second edition there is soup.",
        "The third cook rose, and a second ladle was given.",
        "“It was the 12th edition,” said a guest.",
        "Rain fell.\n\nThe thirteenth [[ladle]] is remembered, and so is the party at the 13th edition.",
        "Sixty came to the second edition of the book, in 2003.",
    ],
)
def test_the_right_number_another_time_and_another_award_pass(text: str) -> None:
    assert told(editions_in_texts, _site(text)) == []


def test_a_title_with_the_right_number_and_an_interview_pass() -> None:
    text = "It was the 12th edition."
    assert told(editions_in_texts, _site(text, "The 14th night")) == []
    assert told(editions_in_texts, _site(text, kind="interview")) == []
    assert len(told(editions_in_texts, _site(text, "The 12th night"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was held in Bath, in the rain.",
        "La soirée s'est tenue à Bath.",
        "[[ladle]], held in Bath, ended.",
        "The prize was presented in Bath.",
        "The ceremony, held at Bath, was short.",
        "La cérémonie s'est déroulée à Bath.",
        "Le prix a été décerné à Bath.",
        "La soirée se tint à Bath.",
        "Held in Bath, it drew a crowd.",
        "Organisée à Bath, la soirée fut longue.",
    ],
)
def test_the_city_of_another_edition_is_told(text: str) -> None:
    (line,) = messages(editions_in_texts, _site(text))
    assert line.endswith('Bath" is said of ladle/2011, which was in Bristol')


@pytest.mark.parametrize(
    "text",
    [
        "It was held in Bristol, and no more in Bath.",
        "It was held in Leeds.",
        "The press dinner was held in Bath, and a dinner held in Bath closed it.",
        "In 2010 it was held in Bath.",
        "Last year it took place in Bath.",
        "At [[ladle/2010]] all was held in Bath.",
        "Had it been held in Bath, it would have rained.",
        "The Silver Spoon was held in Bath.",
        "A prize was presented in Bath.",
        "Held in Bath before, it came to us.",
        "The year before, Bath hosted the ceremony.",
        "Bath hosted a ceremony.",
    ],
)
def test_the_city_of_the_edition_and_another_time_pass(text: str) -> None:
    assert told(editions_in_texts, _site(text)) == []


@pytest.mark.parametrize(
    "text", ["The jury, chaired by [[Rye Colander]], was kind.", "[[Rye Colander]] présidait le jury."]
)
def test_who_did_not_chair_the_jury_is_told(text: str) -> None:
    assert messages(editions_in_texts, _site(text)) == [
        '"Rye Colander" is said to have chaired the jury of ladle/2011, and Peg Whisk did'
    ]
    assert told(editions_in_texts, _site(text.replace("Rye Colander", "Peg Whisk"))) == []
    assert told(editions_in_texts, _site(f"In 2010 it was so. {text}")) == []


def test_the_city_of_an_event_of_the_edition_passes() -> None:
    assert told(editions_in_texts, _site("It was held in Bath.").replace("city: Wells", "city: Bath")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was given before 201 guests.", "before 201 guests"),
        ("It was attended by 1,210 people.", "attended by 1,210 people"),
        ("Devant 201 personnes, on a ri.", "Devant 201 personnes"),
        ("La soirée réunissait 201 invités.", "réunissait 201 invités"),
    ],
)
def test_another_attendance_is_told(text: str, words: str) -> None:
    site = _site(text).replace("ordinal: 14\n", "ordinal: 14\nattendance: 210\n")
    assert messages(editions_in_texts, site) == [f'"{words}" is said of ladle/2011, which has an attendance of 210']


@pytest.mark.parametrize(
    "text",
    [
        "It was given before 210 guests.",
        "It was given before about 200 guests.",
        "Devant près de 200 personnes, on a ri.",
        "Two hundred people, 201 guests of [[spoon]] among them, came.",
        "The year before, it was given before 201 guests.",
        "It was given before 210 guests, and later before 30 people.",
        "In [[ladle/2010]] it was given before 201 guests.",
        "It was given before [210 guests]{attendance}.",
    ],
)
def test_an_attendance_that_is_right_or_of_something_else_passes(text: str) -> None:
    site = _site(text).replace("ordinal: 14\n", "ordinal: 14\nattendance: 210\n")
    assert messages(editions_in_texts, site) == []


def test_a_disputed_attendance_may_be_said() -> None:
    disputed = 'attendance: 210\ndisputes: [{field: attendance, value: "201", note: Tickets.}]\n'
    site = _site("It was given before 201 guests.").replace("ordinal: 14\n", f"ordinal: 14\n{disputed}")
    assert messages(editions_in_texts, site) == []


@pytest.mark.parametrize("text", ["Bath hosted the ceremony.", "Bath a accueilli la cérémonie."])
def test_another_city_that_hosted_it_is_told(text: str) -> None:
    (line,) = messages(editions_in_texts, _site(text))
    assert line == f'"{text.rstrip(".")}" is said of ladle/2011, which was in Bristol'


def test_the_venue_of_another_edition_is_told() -> None:
    def site(text: str) -> str:
        return _site(text).replace("city: Bath", "city: Bath, venue: Pump Room")

    (line,) = messages(editions_in_texts, site("The evening took place at the Pump Room in Bath."))
    assert line == '"took place at the Pump Room" is said of ladle/2011, which was at Guild Hall'
    assert len(messages(editions_in_texts, site("La soirée eut lieu dans la Pump Room."))) == 1
    for passes in ("It was held at the Guild Hall.", "It was held at the Town Hall.", "It was held in Bristol."):
        assert told(editions_in_texts, site(passes)) == []


def test_a_place_needs_no_number_of_the_edition() -> None:
    site = _site("It was held in Bath.").replace("ordinal: 14\n", "label: The fourteenth\n")
    assert len(messages(editions_in_texts, site)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In all 201 guests came.", "201 guests came"),
        ("201 people were there.", "201 people were there"),
        ("There were 201 guests.", "There were 201 guests"),
        ("On comptait 201 invités.", "On comptait 201 invités"),
        ("201 personnes étaient présentes.", "201 personnes étaient présentes"),
        ("The audience numbered 201.", "audience numbered 201"),
        ("Some 300 people attended.", "300 people attended"),
    ],
)
def test_a_number_of_people_who_came_is_told(text: str, words: str) -> None:
    site = _site(text).replace("ordinal: 14\n", "ordinal: 14\nattendance: 210\n")
    assert messages(editions_in_texts, site) == [f'"{words}" is said of ladle/2011, which has an attendance of 210']


@pytest.mark.parametrize(
    "text",
    [
        "Some 200 people attended.",
        "210 guests came.",
        "201 guests of the mayor came.",
        "201 guests came, 30 guests gathered.",
    ],
)
def test_a_number_that_is_near_or_of_some_alone_passes(text: str) -> None:
    site = _site(text).replace("ordinal: 14\n", "ordinal: 14\nattendance: 210\n")
    assert messages(editions_in_texts, site) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A jury of nine chose them.", '"A jury of nine" is said of ladle/2011, which has 2 jurors'),
        ("Un jury de 3 personnes les choisit.", '"Un jury de 3" is said of ladle/2011, which has 2 jurors'),
        (
            "Prizes were given in seven categories.",
            '"Prizes were given in seven categories" is said of ladle/2011, which has 1 category',
        ),
    ],
)
def test_another_number_of_jurors_or_categories_is_told(text: str, said: str) -> None:
    every = "coverage: {results: complete, categories: complete, jury: complete}"
    whole = f"ordinal: 14\n{every}\nresults: {{soup: Ann}}\n"
    site = _site(text).replace("ordinal: 14\n", whole)
    assert messages(editions_in_texts, site) == [said]
    assert told(editions_in_texts, _site(f"The year before it was so. {text}").replace("ordinal: 14\n", whole)) == []
    assert told(editions_in_texts, site.replace("complete", "partial")) == []
    for passes in ("A jury of two chose them.", "A jury of bakers chose.", "Prizes were given in one category."):
        assert told(editions_in_texts, _site(passes).replace("ordinal: 14\n", whole)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ceremony was held on 3 October 2011 in Bath.",
        "The ceremony took place on Monday, October 3, 2011, in Bath.",
        "La cérémonie s'est tenue le lundi 3 octobre 2011 à Bath.",
        "La cérémonie a eu lieu le 3 octobre à Bath.",
        "On Monday 3 October 2011, in Bath, [[Peg Whisk]] took back what she had lost at [[ladle/2010]].",
        "On October 3, 2011, in Bath, it rained.",
        "Le lundi 3 octobre 2011, à Bath, il pleuvait déjà.",
        "At the Guild Hall in Bath it rained.",
        "Dans la Guild Hall de Bath, les [[Bristol Bakers]] rient.",
    ],
)
def test_another_city_behind_a_day_or_a_venue_is_told(text: str) -> None:
    (line,) = messages(editions_in_texts, _site(text))
    assert line.endswith('Bath" is said of ladle/2011, which was in Bristol')
    assert told(editions_in_texts, _site(text.replace("Bath", "Bristol"))) == []
    assert told(editions_in_texts, _site(text.replace("Bath", "Bathurst"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "On 4 October 2010, in Bath, it rained.",
        "On 5 October 2011, in Bath, the winners rested.",
        "On 3 October 2011, far from Bath, it rained.",
        "The year before, the Guild Hall in Bath was full.",
        "The dinner was held on 2 October 2011 in Wells.",
    ],
)
def test_a_city_on_another_day_passes(text: str) -> None:
    assert told(editions_in_texts, _site(text)) == []


def test_the_city_of_another_award_is_told_and_a_disputed_one_passes() -> None:
    site = _site("It was held in Leeds.").replace("ordinal: 3\n", "ceremony: {date: 2011-05-03, city: Leeds}\n")
    (line,) = messages(editions_in_texts, site)
    assert line == '"was held in Leeds" is said of ladle/2011, which was in Bristol'
    disputed = "disputes: [{field: ceremony.city, value: Leeds, note: The Bugle.}]\n"
    assert told(editions_in_texts, site.replace("ordinal: 14\n", f"ordinal: 14\n{disputed}")) == []


@pytest.mark.parametrize("said", ["The twelfth edition in review", "Bilan de la douzième édition", "12th edition"])
@pytest.mark.parametrize("key", ["title", "deck"])
def test_the_number_of_a_title_or_a_deck_is_read(key: str, said: str) -> None:
    site = _site("It was the [fourteenth edition]{ordinal}.", "The night" if key == "deck" else said)
    site = site.replace("kind: report", f"kind: report\ndeck: {said}") if key == "deck" else site
    (line,) = messages(editions_in_texts, site)
    assert line.startswith(f'the {key} says "')
    assert line.endswith('", and ladle/2011, which the article is about, is no. 14')


@pytest.mark.parametrize(
    "said",
    [
        *("The fourteenth edition", "After a twelfth edition", "Une soirée avant la quinzième édition"),
        *("The 12th edition of the Ladle", "From the twelfth edition to the fourteenth edition", "Twelfth night"),
    ],
)
def test_a_title_with_the_right_number_or_of_another_time_passes(said: str) -> None:
    assert told(editions_in_texts, _site("It rained.", said)) == []

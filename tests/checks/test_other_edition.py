"""What tells of an edition tells of that one."""

import pytest

from palmarium.checks import other_edition
from tests.archives import hints, messages, told

AWARD = "-- editions/tarte/award.yaml --\nname: Prix Imaginaire de la Tarte\n"
EDITIONS = "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {year}-10-04\n" for year in range(2015, 2019))
ARTICLE = "-- content/articles/a.md --\n---\ntitle: TITLE\nFRONT\nabout: {editions: tarte/2016}\n---\nTexte.\n"


def _told(site: str) -> list[str]:
    return messages(other_edition, AWARD + site)


def _article(title: str, front: str = "kind: report") -> str:
    return EDITIONS + ARTICLE.replace("TITLE", title).replace("FRONT", front)


def test_a_title_names_the_year_of_its_edition() -> None:
    site = _article("La nuit des tartes 2017")
    assert _told(site) == ["the title names 2017, and the article is about tarte/2016"]
    assert hints(other_edition, AWARD + site) == [
        "write `about: {editions: tarte/2017}`, or correct the title; if it is right, "
        'write `other-edition = [{texts = ["a"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "title", ["La nuit des tartes 2016", "La nuit des tartes", "De 2016 à 2017", "Saison 2017-2018", "Avant 1950"]
)
def test_a_title_that_may_be_right_passes(title: str) -> None:
    assert _told(_article(title)) == []


def test_a_report_right_after_another_edition_is_told() -> None:
    assert _told(_article("Nuit", "date: 2017-10-06")) == [
        "this report is of 2017-10-06, right after tarte/2017, and is about tarte/2016"
    ]


@pytest.mark.parametrize(
    "front", ["date: 2016-10-06", "date: 2017-05-01", "date: 2017", "date: 2017-10-06\nkind: opinion"]
)
def test_what_looks_back_passes(front: str) -> None:
    assert _told(_article("Nuit", front)) == []


@pytest.mark.parametrize(
    ("edition", "message"),
    [
        ("ceremony: 2018-10-04", "the ceremony of tarte/2019 was in 2018, unlike in all other editions"),
        ("ceremony: 2020-02-04", "the ceremony of tarte/2019 was in 2020, unlike in all other editions"),
        ("label: Tarte 2018", 'the label is "Tarte 2018", and the file 2019.yaml'),
    ],
)
def test_an_edition_of_another_year_is_told(edition: str, message: str) -> None:
    assert _told(f"{EDITIONS}-- editions/tarte/2019.yaml --\n{edition}\n") == [message]


@pytest.mark.parametrize(
    "edition",
    [
        *("ceremony: 2019-10-05", "ceremony: {date: 2020-02-04, note: Reportée.}", "label: Tarte 2018/19"),
        *("ceremony: 2020-02-04\nstatus: online\nstatus_note: Tempête.", "label: La cinquième"),
    ],
)
def test_an_edition_of_its_year_passes(edition: str) -> None:
    assert _told(f"{EDITIONS}-- editions/tarte/2019.yaml --\n{edition}\n") == []


def test_labels_may_all_look_ahead_and_few_editions_say_nothing() -> None:
    ahead = "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {year - 1}-10-04\n" for year in range(2015, 2019))
    assert _told(ahead) == []
    own = f"{ahead}-- editions/tarte/2019.yaml --\nceremony: 2019-10-05\n"
    assert _told(own) == ["the ceremony of tarte/2019 was in 2019, unlike in all other editions"]
    assert hints(other_edition, AWARD + own) == [
        "write 2018-10-05, or why it was so: `ceremony: {date: 2019-10-05, note: …}`"
    ]
    assert _told("-- editions/tarte/2019.yaml --\nceremony: 2018-10-05\n") == []
    assert _told("-- editions/tarte/2019.yaml --\nceremony: 2016-10-05\n") == [
        "the ceremony of tarte/2019 was in 2016, 3 years from the edition"
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ palmares tarte/2015 }}", "write {{ palmares tarte/2016 }}; if it is right, "),
        ("Comme [[tarte/2015|en 2017]].", "write [[tarte/2017|en 2017]]"),
        ("Comme [[tarte/2015|en 1950]].", "correct the year, or where the link leads"),
    ],
)
def test_what_a_text_shows_and_links_is_what_it_says(text: str, hint: str) -> None:
    site = AWARD + _article("Nuit").replace("Texte.", text)
    (found,) = hints(other_edition, site)
    assert found.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        *("{{ palmares tarte/2016 }}", "{{ palmares tarte/2016 }}\n\n{{ palmares tarte/2015 }}", "[[tarte/2015]]"),
        *("[[tarte/2015|en 2015]]", "[[tarte/2015|un an avant]]"),
    ],
)
def test_what_agrees_passes(text: str) -> None:
    assert _told(_article("Nuit").replace("Texte.", text)) == []


HELD = "-- editions/tarte/2019.yaml --\nordinal: 3\nceremony: {date: 2019-10-04CEREMONY}\n"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "rounds: {id: finale, date: 2020-10-01}\nsources: {s1: {title: A, date: 2019-10-05}}",
            'the round "finale" is dated 2020-10-01, and all else in this edition is of 2019',
            "write 2019-10-01, or why it was so in a `note` of the ceremony",
        ),
        (
            "events: {name: Bal, date: 2018-10-04}\n",
            'the event "Bal" is dated 2018-10-04, and all else in this edition is of 2019',
            "write 2019-10-04, or why it was so in a `note` of the ceremony",
        ),
        (
            "validity: until the end of 2018",
            "`validity` speaks of 2018, and the edition is of 2019",
            "write 2019 or later, or delete it",
        ),
        (
            "announcements: La quatrième édition aura lieu le 3 octobre 2018.",
            "`announcements` speaks of 2018, and the edition is of 2019",
            "write 2019 or later, or delete it",
        ),
        (
            "validity: jusqu'au 31/12/2018",
            "`validity` speaks of 2018, and the edition is of 2019",
            "write 2019 or later, or delete it",
        ),
        (
            "label: Second edition",
            "the label speaks of the edition no. 2, and this is no. 3",
            "correct the label, or `ordinal`",
        ),
        (
            "note: Deuxième édition.",
            "the note speaks of the edition no. 2, and this is no. 3",
            "correct the note, or `ordinal`",
        ),
        (
            "note: The 4th edition was held on 3 May 2019.",
            "the note speaks of the edition no. 4, and this is no. 3",
            "correct the note, or `ordinal`",
        ),
        (
            "note: Held in 2018, in a tent.",
            "the note says that it was held in 2018, and this is tarte/2019",
            "correct the note",
        ),
        (
            "note: Tenue le 3 mai 2017.",
            "the note says that it was held in 2017, and this is tarte/2019",
            "correct the note",
        ),
    ],
)
def test_what_an_edition_says_is_of_its_own_year_and_number(text: str, message: str, hint: str) -> None:
    site = f"{HELD.replace('CEREMONY', '')}{text}\n"
    assert _told(site) == [message]
    assert hints(other_edition, AWARD + site) == [hint]


def test_a_ceremony_of_another_year_than_all_that_is_dated_beside_it_is_told() -> None:
    site = "-- editions/tarte/2019.yaml --\nceremony: {date: 2020-10-04NOTE}\nrounds: {id: finale, date: 2019-10-01}\n"
    message = "the ceremony is dated 2020-10-04, and all else in this edition is of 2019"
    assert _told(site.replace("NOTE", "")) == [message]
    assert _told(site.replace("NOTE", ", note: Put off for a year.")) == []
    assert _told(site.replace("NOTE", "").replace("2019-10-01", "2020-05-01")) == []
    # An award whose editions are all named after the year before.
    usual = "-- editions/tarte/2017.yaml --\nceremony: 2018-10-03\n"
    assert _told(usual + site.replace("NOTE", "")) == []


@pytest.mark.parametrize(
    "text",
    [
        *("validity: until the end of 2020", "validity: one year", "announcements: A pie of 2018 comes back in 2020."),
        *("note: Third edition, held in 2019.", "note: The previous edition was held in 2018.", "note: Second half."),
        *("note: The second edition of the book was on sale.", "note: La 2018 était meilleure."),
        "rounds: {id: debut, date: 2018-11-30}",
    ],
)
def test_an_edition_that_agrees_with_its_words_passes(text: str) -> None:
    assert _told(f"{HELD.replace('CEREMONY', '')}{text}\n") == []


DECKED = """\
-- editions/pie/award.yaml --
name: The Golden Pie
short: Golden Pie
categories: {pie: Pie}
-- editions/pie/2010.yaml --
ordinal: 1
results: {pie: Ann Crust}
-- editions/pie/2011.yaml --
ordinal: 2
results: {pie: Ben Crumble}
-- content/articles/a.md --
---
title: A night
deck: DECK
about: {editions: pie/2011}
---
"""


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        ("All of the Golden Pie 2010.", "the Golden Pie 2010"),
        ("A 2010 golden pie for Ann.", "2010 golden pie"),
        ("The first Golden Pie, told.", "first Golden Pie"),
        ("The first edition of the Golden Pie.", "first edition of the Golden Pie"),
    ],
)
def test_a_deck_that_calls_another_edition_is_told(deck: str, said: str) -> None:
    text = DECKED.replace("DECK", deck)
    [line] = told(other_edition, text)
    assert line.endswith(f'{said}", which is pie/2010, and the article is about pie/2011')
    assert hints(other_edition, text) == [
        "correct the deck, or write `about: {editions: pie/2010}`; if it is right, "
        'write `other-edition = [{texts = ["a"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "deck",
    [
        *("From the Golden Pie 2010 to the Golden Pie 2011.", "A year after 2010, pies.", "The second Golden Pie."),
        *("The first online edition of the Golden Pie.", "Her first pie.", "The Golden Pie 2009.", "In 2010 it began."),
    ],
)
def test_other_decks_are_free(deck: str) -> None:
    assert told(other_edition, DECKED.replace("DECK", deck)) == []


LATER = "-- editions/tarte/2020.yaml --\nceremony: 2020-10-05\n"


@pytest.mark.parametrize(
    ("day", "said", "hint"),
    [
        (
            "2020-12-01",
            'the event "Bal" is of 2020-12-01, after tarte/2020 was held, and stands in tarte/2019',
            "correct the year, or move it to tarte/2020; if it is right, say why in a `note` of the event",
        ),
        (
            "2018-03-01",
            'the event "Bal" is of 2018-03-01, before tarte/2018 was held, and stands in tarte/2019',
            "correct the year, or move it to tarte/2018; if it is right, say why in a `note` of the event",
        ),
        (
            "2021-03",
            'the event "Bal" is of 2021-03, after 2019, and stands in tarte/2019',
            "correct the year; if it is right, say why in a `note` of the event",
        ),
    ],
)
def test_an_event_that_lies_beyond_the_next_edition_is_told(day: str, said: str, hint: str) -> None:
    site = (
        EDITIONS + LATER + f"-- editions/tarte/2019.yaml --\nceremony: 2019-10-07\nevents: {{name: Bal, date: {day}}}\n"
    )
    assert _told(site) == [said]
    assert hints(other_edition, AWARD + site) == [hint]
    assert _told(site.replace("name: Bal", "name: Bal, note: Report\u00e9")) == []


@pytest.mark.parametrize("day", ["2020-03-01", "2020", "2019-01-10", "2018-12-20"])
def test_an_event_between_two_editions_passes(day: str) -> None:
    site = (
        EDITIONS + LATER + f"-- editions/tarte/2019.yaml --\nceremony: 2019-10-07\nevents: {{name: Bal, date: {day}}}\n"
    )
    assert _told(site) == []


def test_a_source_or_a_reading_of_the_year_before_beside_the_ceremony_of_this_one_is_told() -> None:
    def sourced(dates: str) -> str:
        return f"-- editions/tarte/2019.yaml --\nceremony: 2019-10-07\nsources: {{s1: {{title: A, {dates}}}}}\n"

    said = "is dated 2018-10-08, and all else in this edition is of 2019"
    assert _told(sourced("date: 2018-10-08")) == [f'the source "s1" {said}']
    assert _told(sourced('accessed: 2018-10-08, url: "https://a.example/"')) == [
        f'the reading of the source "s1" {said}'
    ]
    # What appeared or was read a year later looks back, and what appeared in spring announces.
    for dates in ("date: 2020-10-08", 'accessed: 2020-10-08, url: "https://a.example/"', "date: 2018-12-20"):
        assert _told(sourced(dates)) == []


def test_a_season_is_of_both_its_years() -> None:
    season = "-- editions/tarte/2018-2019.yaml --\nceremony: 2019-10-04\n"
    assert _told(EDITIONS.replace("-- editions/tarte/2018.yaml --\nceremony: 2018-10-04\n", season)) == []


CATEGORIES = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie, plum: Best Plum Pie}
-- editions/pie/2016.yaml --
coverage: complete
results: {apple: Ann Crust, plum: Ben Crumble}
-- editions/pie/2017.yaml --
coverage: complete
results: {apple: Ann Crust}
-- content/articles/a.md --
---
title: A night
about: {editions: pie/2017}
---
Ben Crumble has the [[pie/plum]].
"""


def test_an_article_links_to_the_categories_of_its_edition() -> None:
    assert told(other_edition, CATEGORIES) == [
        "content/articles/a.md:5:21: the article links to pie/plum, and pie/2017, which it is about, has no such "
        "category"
    ]
    assert hints(other_edition, CATEGORIES) == [
        "write the result in editions/pie/2017.yaml, or correct the link; if it is right, write "
        '`other-edition = [{texts = ["a", "pie/plum"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("editions: pie/2017", "editions: pie/2016"),
        ("editions: pie/2017", "editions: [pie/2016, pie/2017]"),
        ("[[pie/plum]]", "[[pie/apple]]"),
        ("coverage: complete\nresults: {apple: Ann Crust}", "results: {apple: Ann Crust}"),
        ("{apple: Ann Crust}", "{apple: Ann Crust, plum: {not_awarded: {reason: insufficient-entries}}}"),
    ],
)
def test_a_link_to_a_category_that_may_be_right_passes(old: str, new: str) -> None:
    assert told(other_edition, CATEGORIES.replace(old, new)) == []


NAMED = """\
-- editions/ladle/award.yaml --
name: The Golden Ladle
-- editions/ladle/2010.yaml --
ordinal: 13
-- editions/ladle/2011.yaml --
ordinal: 14
-- content/articles/ID.md --
---
title: TITLE
DATE
about: {editions: ladle/2011}
---
"""


def _named(id: str, title: str = "The night", date: str = "tags: [soup]") -> str:
    return NAMED.replace("ID", id).replace("TITLE", title).replace("DATE", date)


def test_a_file_is_called_by_the_year_that_it_is_about() -> None:
    assert messages(other_edition, _named("night-2010")) == [
        "the file's name names 2010, and the article is about ladle/2011"
    ]
    for id in ("night-2011", "night", "night-1999", "from-2010-to-2011"):
        assert told(other_edition, _named(id)) == []
    assert told(other_edition, _named("night-2010", date="date: 2010-12-30")) == []


def test_a_title_may_call_the_edition_by_its_number() -> None:
    assert messages(other_edition, _named("night", "A night for the 13th Golden Ladle")) == [
        'the title says "13th Golden Ladle", which is ladle/2010, and the article is about ladle/2011'
    ]
    assert told(other_edition, _named("night", "A night for the 14th Golden Ladle")) == []


def test_a_label_may_call_the_edition_by_its_number() -> None:
    award = "-- editions/ladle/award.yaml --\nname: The Golden Ladle\n"
    site = f"{award}-- editions/ladle/2011.yaml --\nordinal: 14\nlabel: NTH\n"
    assert messages(other_edition, site.replace("NTH", "The 13th Golden Ladle")) == [
        'the label says "13th Golden Ladle", and this is no. 14'
    ]
    for passes in ("The 14th Golden Ladle", "Golden Ladle 2011", "The fourteenth Golden Ladle"):
        assert told(other_edition, site.replace("NTH", passes)) == []


def of_sources(second: str) -> str:
    first = 's1: {title: Our winners of 2011, date: 2011-05-02, url: "https://example.org/2011/pies"}'
    files = (("2011", first), ("2012", second))
    return "-- editions/pie/award.yaml --\nname: Pie\n" + "".join(
        f"-- editions/pie/{year}.yaml --\nsources: {{{source}}}\n" for year, source in files
    )


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("s1: {title: Our winners of 2011, date: 2012-05-02}", 'the title of the source "s1"'),
        ('s1: {title: Pies, date: 2012-05-02, url: "https://example.org/2011/pies"}', 'the address of the source "s1"'),
        ("s2011: {title: Pies, date: 2012-05-02}", 'the id of the source "s2011"'),
    ],
)
def test_a_source_of_this_year_that_names_the_edition_before_is_told(source: str, what: str) -> None:
    assert [line.partition(": ")[2] for line in told(other_edition, of_sources(source))] == [
        f"{what} names 2011, and its date is 2012-05-02"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "s1: {title: Our winners of 2012, date: 2012-05-02}",
        "s1: {title: Our winners of 2011, date: 2011-05-02}",
        "s1: {title: The storm of 2011, date: 2012-05-02}",
        "s1: {title: Our winners of 2013, date: 2012-05-02}",
        "s1: {title: Our winners of 2011 and 2012, date: 2012-05-02}",
        "s1: {title: Our winners of 2011, date: 2012-05-02, note: Printed late.}",
        's1: {title: Pies of 2012, date: 2012-05-02, url: "https://example.org/2011/pies"}',
    ],
)
def test_a_source_that_may_look_back_passes(source: str) -> None:
    assert told(other_edition, of_sources(source)) == []


@pytest.mark.parametrize(("date", "is_told"), [("2010-06-05", True), ("2011-06-05", False), ("2010-01-01", False)])
def test_an_article_whose_date_and_palmares_are_of_another_edition_is_about_that_one(date: str, is_told: bool) -> None:
    text = f"""\
-- editions/pie/award.yaml --
name: The Golden Pie
-- editions/pie/2010.yaml --
ceremony: 2010-06-04
-- editions/pie/2011.yaml --
ceremony: 2011-06-03
-- content/articles/night.md --
---
title: The night
kind: report
date: {date}
about: {{editions: pie/2011}}
---

{{{{ palmares pie/2010 }}}}
"""
    said = "the article is about pie/2011, and its date and its palmarès are of pie/2010"
    assert [said in each for each in messages(other_edition, text)] == [is_told]


@pytest.mark.parametrize("path", ["content/names/cy.md", "content/pages/cy.md"])
def test_a_name_and_a_page_link_to_the_year_that_they_say(path: str) -> None:
    head = "title: Cy" if "pages" in path else "name: Cy Dough\nkind: person"
    site = f"""\
-- editions/pie/2010.yaml --
results: {{unknown: Cy Dough}}
-- editions/pie/2011.yaml --
results: {{unknown: Cy Dough}}
-- {path} --
---
{head}
---
Won in [[pie/2010|2011]].
"""
    assert messages(other_edition, site) == ['"2011" leads to pie/2010']
    assert hints(other_edition, site) == ["write [[pie/2011|2011]]"]
    assert told(other_edition, site.replace("|2011", "|2010")) == []


def test_the_day_to_write_is_the_day_of_the_week_that_was_stated() -> None:
    years = "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {year}-09-01\n" for year in range(2008, 2019))
    site = (
        "-- editions/tarte/award.yaml --\nname: Tarte\n"
        + years
        + "-- editions/tarte/2019.yaml --\nceremony: {date: 2018-09-08, weekday: DAY}\n"
    )
    for day, meant in (
        ("samedi", "2019-09-07, the nearest samedi"),
        ("Sunday", "2019-09-08"),
        ("Monday", "2019-09-09, the nearest Monday"),
    ):
        (hint,) = hints(other_edition, site.replace("DAY", day))
        assert hint.startswith(f"write {meant}, or why it was so")

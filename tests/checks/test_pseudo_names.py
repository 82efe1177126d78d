"""A word that stands for nobody is no laureate."""

import pytest

from palmarium.checks import pseudo_names
from tests.archives import hints, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme}
-- editions/tarte/2020.yaml --
results: {pomme: "NAME"}
"""


@pytest.mark.parametrize("name", ["N.C.", "n.c", "Inconnu", "TBD", "withheld", "—", "N/A"])
def test_nobody_known_is_written_unknown(name: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" is nobody\'s name']
    assert hints(pseudo_names, site) == ["write `unknown` instead"]


@pytest.mark.parametrize(
    "name",
    [
        *("Aucun lauréat", "No award", "Non attribué", "該当なし", "no", "Non"),
        *("nil", "no prize", "Vacant", "Desierto", "Not given", "no entries", "Non remis"),
        *(
            "Prize not given",
            "Withheld by the jury",
            "No award was made",
            "Award suspended",
            "Prix non attribué",
        ),
    ],
)
def test_nobody_at_all_is_written_not_awarded(name: str) -> None:
    site = SITE.replace("NAME", name)
    assert hints(pseudo_names, site) == [
        "write `{not_awarded: other}` for the category, or the reason in the place of `other`"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Cancelled due to the flood", "write `cancelled` for a category that did not take place"),
        ("Annulé", "write `cancelled` for a category that did not take place"),
        ("season abandoned (Fog)", "write `cancelled` for a category that did not take place"),
        ("cup lost", "write `{laureate: unknown, note: cup lost}`"),
        ("prize not yet founded", "delete it, if there was no such category then"),
        ("Retained by the holder", "write the name: nothing is taken from another edition"),
    ],
)
def test_why_there_is_no_name_is_written_as_what_it_is(name: str, hint: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" is nobody\'s name']
    assert hints(pseudo_names, site) == [hint]


def test_who_may_be_called_so_is_a_name() -> None:
    for name in ("Void", "Abandoned", "Cup Lost", "See Oven 1951"):
        assert told(pseudo_names, SITE.replace("NAME", name)) == []
    file = "-- content/names/void.md --\n---\nname: void\nkind: team\n---\n"
    assert told(pseudo_names, SITE.replace("NAME", "void")) != []
    assert told(pseudo_names, SITE.replace("NAME", "void") + file) == []


@pytest.mark.parametrize("name", ["ditto", "Idem", "see above", "ci-dessus", "cf. minutes", "same as last year"])
def test_who_stands_above_is_named_again(name: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" is nobody\'s name']
    assert hints(pseudo_names, site) == ["write the name again: nothing is taken from the line above"]


@pytest.mark.parametrize(
    "name",
    [
        "Nestlé",
        "Personne Ltd",
        "NC Soft",
        "24 h de la Tarte",
        "5 & 10",
        "Anonymous",
        "Vacant Ltd",
        "See Tickets",
        "No Limits",
    ],
)
def test_names_that_hold_such_a_word_are_names(name: str) -> None:
    assert told(pseudo_names, SITE.replace("NAME", name)) == []


@pytest.mark.parametrize("name", ["1917", "24", "None", "Unknown", "Vacant"])
def test_a_work_may_be_called_anything(name: str) -> None:
    site = SITE.replace('"NAME"', f'{{laureate: "{name}", kind: work}}')
    assert told(pseudo_names, site) == []
    by_category = SITE.replace("{pomme: Pomme}", "{pomme: {name: Pomme, honours: work}}").replace("NAME", name)
    assert told(pseudo_names, by_category) == []


@pytest.mark.parametrize(("typed", "meant"), [("unknwon", "unknown"), ("unkown", "unknown"), ("cancelld", "cancelled")])
@pytest.mark.parametrize("honours", ["person", "team", "work"])
def test_a_slip_of_our_own_words_is_no_laureate(typed: str, meant: str, honours: str) -> None:
    site = SITE.replace("{pomme: Pomme}", f"{{pomme: {{name: Pomme, honours: {honours}}}}}").replace("NAME", typed)
    message = f'"{typed}" is written almost like `{meant}`, and counts as a laureate'
    assert told(pseudo_names, site) == [f"editions/tarte/2020.yaml:1:18: {message}"]
    assert hints(pseudo_names, site) == [f"write `{meant}`"]


def test_several_who_have_no_name_are_not_one_laureate() -> None:
    site = SITE.replace('"NAME"', "Anonymous") + "-- editions/tarte/2021.yaml --\nresults: {pomme: Anonymous}\n"
    assert told(pseudo_names, site) == [
        'editions/tarte/2020.yaml:1:18: "Anonymous" is nobody\'s name',
        'editions/tarte/2021.yaml:1:18: "Anonymous" is nobody\'s name',
    ]
    assert hints(pseudo_names, site)[0] == (
        "here it is one laureate with 2 results: write `unknown`, or tell them apart, as `Anonymous (1990)`"
    )


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *((name, "a word for yes") for name in ("true", "Yes", "vrai", "Oui", "x")),
        *((name, "a number") for name in ("3", "42", "3.5", "50 %", "-1")),
        *((name, "a date") for name in ("2011-10-03", "2011-10", "03/10/2011")),
    ],
)
def test_a_value_of_another_key_is_no_name(name: str, what: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" is {what}, no name']
    assert hints(pseudo_names, site) == ["write the name of who won, or `unknown`"]


@pytest.mark.parametrize("name", ["2 Ovens", "Oui Oui", "X-Oven", "24", "true"])
def test_who_has_a_file_and_names_that_hold_a_number_pass(name: str) -> None:
    file = f'-- content/names/a.md --\n---\nname: "{name}"\nkind: organisation\n---\n'
    assert told(pseudo_names, SITE.replace("NAME", name) + file) == []


@pytest.mark.parametrize(
    "line", ["hosts: true", "jury: [42]", "partners: N/A", "jury: {name: Ann Crust, org: unknown}"]
)
def test_a_juror_a_host_or_an_employer_has_a_name_too(line: str) -> None:
    site = SITE.replace('"NAME"', "Ann Crust").strip() + f"\n{line}\n"
    assert hints(pseudo_names, site) == ["write the name, or delete it"]


SEVERAL = (
    "other guests",
    "the public",
    "autres invités",
    "many more",
    "various",
    "Divers",
    "and others",
    "d'autres",
    "about 30 others",
    "12 jurés",
    "350 guests from 12 countries",
)


@pytest.mark.parametrize("text", SEVERAL)
def test_how_many_were_there_is_nobodys_name(text: str) -> None:
    site = f'-- editions/tarte/2020.yaml --\nguests: ["{text}"]\nresults: {{pomme: Ann}}\n'
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:10: "{text}" is several people, no name']
    assert hints(pseudo_names, SITE.replace("NAME", text)) == ["write the name of who won, or `unknown`"]


@pytest.mark.parametrize(
    "name", ["Various Artists", "Diversey", "30 Millions d'amis", "3 Suisses", "The Others", "118 218"]
)
def test_names_that_hold_a_number_or_several_are_names(name: str) -> None:
    assert told(pseudo_names, f'-- editions/tarte/2020.yaml --\nguests: ["{name}"]\n') == []


def of_works(name: str, more: str = "") -> str:
    award = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {film: {name: Film, honours: work}}\n"
    return f'{award}-- editions/pie/2011.yaml --\nresults: {{film: "{name}"}}\n{more}'


@pytest.mark.parametrize(
    "name", ["Withheld by the jury", "Not awarded this year", "No award", "N.C.", "To be confirmed", "Pas de lauréat"]
)
def test_what_no_work_is_called_is_told_where_works_are_honoured(name: str) -> None:
    assert told(pseudo_names, of_works(name)) == [f'editions/pie/2011.yaml:1:17: "{name}" is nobody\'s name']


@pytest.mark.parametrize(
    "name",
    [
        "Nobody",
        "Unknown",
        "Anonymous",
        "1984",
        "See Page Three",
        "Various",
        "True",
        "Tba",
        "void",
        "cup lost",
        "missing",
        "see 1951",
        "again",
    ],
)
def test_what_a_work_may_be_called_passes(name: str) -> None:
    assert told(pseudo_names, of_works(name)) == []


def test_a_name_that_reads_as_a_sentence_may_stand() -> None:
    team = "-- editions/pie/2011.yaml --\nresults: {pie: NAME}\n"
    assert told(pseudo_names, team.replace("NAME", "See Last Light")) == []
    assert told(pseudo_names, team.replace("NAME", "See last year")) != []
    file = "-- content/names/t.md --\n---\nname: See Above the Clouds\nkind: team\n---\n"
    assert told(pseudo_names, team.replace("NAME", "See Above the Clouds")) != []
    assert told(pseudo_names, team.replace("NAME", "See Above the Clouds") + file) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "None was legible.",
            "Nobody had to be rescued.",
            "nobody sent one in",
            "No one entered",
            "None of them rose.",
        ),
        *("Personne n'a concouru.", "Aucun n’était mangeable", "Aucune des tartes ne convenait.", "Nobody baked."),
    ],
)
def test_a_sentence_of_what_nobody_did_is_a_note(text: str) -> None:
    site = SITE.replace("NAME", text)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{text}" is nobody\'s name']
    (hint,) = hints(pseudo_names, site)
    said = hint.split("`")[1]
    assert said.startswith("{not_awarded: other, note: ")
    assert told(pseudo_names, SITE.replace('"NAME"', said)) == []


@pytest.mark.parametrize(
    "text",
    ["Nobody Knows", "None Shall Sleep", "Personne Morale SA", "Aucun Express", "Nobody's Child", "Nobody & Co."],
)
def test_names_that_begin_with_nobody_pass(text: str) -> None:
    assert told(pseudo_names, SITE.replace("NAME", text)) == []


def test_a_work_has_a_title_and_no_sentence() -> None:
    works = SITE.replace("{pomme: Pomme}", "{pomme: {name: Pomme, honours: work}}")
    for text in ("None was legible.", "nobody sent one in"):
        assert told(pseudo_names, works.replace("NAME", text)) != []
    for text in ("Nobody is perfect", "Personne n'est parfait", "None of the above"):
        assert told(pseudo_names, works.replace("NAME", text)) == []


@pytest.mark.parametrize("text", ["inconnu", "unbekannt", "annulé"])
def test_a_word_for_unknown_in_small_letters_is_no_title_of_a_work(text: str) -> None:
    works = SITE.replace("{pomme: Pomme}", "{pomme: {name: Pomme, honours: work}}")
    assert len(told(pseudo_names, works.replace("NAME", text))) == 1
    assert told(pseudo_names, works.replace("NAME", "Inconnu à cette adresse")) == []


@pytest.mark.parametrize("title", ["2012", "300", "Fifty pounds of flour", "11/22/63", "2 francs six", "100 % Crumb"])
def test_a_title_may_be_or_hold_a_number(title: str) -> None:
    assert told(pseudo_names, SITE.replace('"NAME"', f'{{laureate: Ann Crust, for: "{title}"}}')) == []


@pytest.mark.parametrize(
    ("title", "what"),
    [
        *(
            (title, "says that there is none, or that it is not known")
            for title in ("???", "TBC", "title unknown", "—")
        ),
        ("The L██f", 'holds "██", in the place of letters'),
        *((title, "is an amount, which stands in `money`") for title in ("£200", "1 500 €", "EUR 3,000", "20 dollars")),
        ("https://pie.example/a", "is an address, which stands in `sources`"),
        ("2020-05-03", "is a date, which stands in `awarded_on`"),
        ("87 %", "is a figure, which stands in `score`"),
    ],
)
def test_a_title_that_says_nothing_is_told(title: str, what: str) -> None:
    site = SITE.replace('"NAME"', f'{{laureate: Ann Crust, for: "{title}"}}')
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:29: the work "{title}" {what}']
    assert hints(pseudo_names, site) == ["write the title, or delete it"]
    file = f'-- content/names/film.md --\n---\nname: "{title}"\nkind: work\n---\n'
    assert told(pseudo_names, site + file) == []


@pytest.mark.parametrize("title", ["Untitled", "Nobody", "Lost", "1917", "Non", "No, No"])
def test_a_title_may_be_a_word_for_nobody(title: str) -> None:
    assert told(pseudo_names, SITE.replace('"NAME"', f'{{laureate: Ann Crust, for: "{title}"}}')) == []

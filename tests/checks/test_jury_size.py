import pytest

from palmarium.checks import jury_size
from tests.archives import hints, told


def pie(claim: str = "", coverage: str = "complete", jury: str = "Ann Crust, Ben Crumble, Cleo Custard") -> str:
    claims = f"claims: [{claim}]" if claim else ""
    return f"""\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {{pie: Pie}}
-- editions/pie/2011.yaml --
ordinal: 1
coverage: {{results: complete, jury: {coverage}}}
jury: [{jury}]
{claims}
"""


def test_a_juror_listed_twice_is_told_by_whatever_name() -> None:
    assert told(jury_size, pie(jury="Ann Crust, Ben, Ann Crust")) == [
        'editions/pie/2011.yaml:3:24: "Ann Crust" sits on the jury twice; the first is on line 3'
    ]
    assert hints(jury_size, pie(jury="Ann Crust, Ann Crust")) == [
        "delete one; several posts go below one name, as `posts: [{role: …, org: …}, …]`"
    ]
    alias = "-- content/names/ann.md --\n---\nname: Ann Crust\nkind: person\naliases: [A. Crust]\n---\n"
    assert len(told(jury_size, pie(jury="Ann Crust, A. Crust") + alias)) == 1


def test_a_juror_may_sit_for_two_categories_and_host_besides() -> None:
    jury = "{name: Ann Crust, category: pie}, {name: Ann Crust}"
    assert told(jury_size, pie(jury=jury) + "hosts: [Ann Crust]\n") == []
    assert len(told(jury_size, pie(jury=f"{jury}, {{name: Ann Crust, category: pie}}"))) == 1


@pytest.mark.parametrize("words", ["deux jurés", "Two jurors", "deux membres du jury", "2 jury members", "deux jurées"])
def test_a_stated_number_of_jurors_is_held_against_the_list(words: str) -> None:
    claim = f"{{says: {words}, count: stated, is: 2}}"
    assert told(jury_size, pie(claim)) == [
        f'editions/pie/2011.yaml:4:10: "{words}": the jury of pie/2011 lists 3, not 2'
    ]
    assert hints(jury_size, pie(claim)) == ["write `count: jurors`, or `disputed: true` and a `note`"]


@pytest.mark.parametrize(
    ("claim", "coverage"),
    [
        ("{says: three jurors, count: stated, is: 3}", "complete"),
        ("{says: four jurors, count: stated, is: 4}", "partial"),
        ("{says: two bakers, count: stated, is: 2}", "complete"),
        ("{says: two injured, count: stated, is: 2}", "complete"),
        ("{says: two jurors, count: stated, is: 2, disputed: true}", "complete"),
        ("{says: two jurors, count: jurors, is: 2}", "complete"),
        ("{says: three jurors, count: jurors, is: 3}", "complete"),
        ("{says: four jurors, count: jurors, is: 4}", "partial"),
        ("{says: three jurors, count: laureates, is: 3}", "partial"),
        ("{says: two jurors, count: stated, is: 2, category: pie}", "complete"),
        ("{says: two jurors, count: stated, is: 2, award: pie}", "complete"),
    ],
)
def test_what_agrees_or_can_not_be_said_passes(claim: str, coverage: str) -> None:
    assert told(jury_size, pie(claim, coverage)) == []


def test_a_list_that_is_too_short_is_told_only_where_it_is_called_whole() -> None:
    claim = "{says: four jurors, count: stated, is: 4}"
    assert len(told(jury_size, pie(claim))) == 1
    assert told(jury_size, pie(claim, "partial")) == []
    assert len(told(jury_size, pie(claim.replace("4}", "2}"), "partial"))) == 1


def test_without_a_list_there_is_nothing_to_hold_it_against() -> None:
    assert told(jury_size, pie("{says: two jurors, count: stated, is: 2}", "none", jury="")) == []


def test_a_list_that_has_reached_its_number_is_whole() -> None:
    text = pie("{says: three jurors, count: jurors, is: 3}", "partial")
    assert told(jury_size, text) == [
        'editions/pie/2011.yaml:2:11: the jury of pie/2011 lists 3, as many as "three jurors" says, '
        "and the coverage does not call it complete"
    ]
    assert hints(jury_size, text) == ["write `coverage: {results: complete, categories: partial, jury: complete}`"]


def test_one_word_for_the_coverage_says_nothing_of_the_jury() -> None:
    text = pie("{says: three jurors, count: jurors, is: 3}", "partial")
    for word, told_of in (("complete", 0), ("partial", 1)):
        assert len(told(jury_size, text.replace("{results: complete, jury: partial}", word))) == told_of


def test_a_claim_inside_a_text_is_read_too() -> None:
    front = "-- content/articles/a.md --\n---\ntitle: A\nabout: {editions: pie/2011}\n---\n"
    article = f"{front}With [two jurors]{{stated}}.\n"
    assert told(jury_size, pie() + article) == [
        'content/articles/a.md:5:6: "two jurors": the jury of pie/2011 lists 3, not 2'
    ]


JURY = "-- editions/pie/2011.yaml --\njury:\n - {name: Ann Crust, FIRST}\n - {name: Ben Dough, SECOND}\n"


def jury(first: str, second: str) -> str:
    return JURY.replace("FIRST", first).replace("SECOND", second)


def test_a_second_head_of_a_jury_is_told() -> None:
    text = jury("chair: true", "role: baker, chair: true")
    assert told(jury_size, text) == [
        'editions/pie/2011.yaml:3:11: "Ben Dough" chairs the jury, and so does "Ann Crust" in line 2'
    ]
    assert hints(jury_size, text) == ["delete one `chair: true`; if both did, write `as: co-chair` for each"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("chair: true", "role: baker"),
        ("as: co-chair, chair: true", "as: co-chair, chair: true"),
        ("role: coprésidente, chair: true", "role: coprésident, chair: true"),
        ("chair: true", "role: vice-président, chair: true"),
        ("as: jury of bread, chair: true", "as: jury of pies, chair: true"),
        ("category: pie, chair: true", "category: tart, chair: true"),
    ],
)
def test_a_jury_that_says_why_it_has_two_heads_passes(first: str, second: str) -> None:
    assert told(jury_size, jury(first, second)) == []

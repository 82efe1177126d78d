import pytest

from palmarium.checks import homonyms
from tests.archives import hints, messages, told

KEEP = "give the namesake a file and an id of its own, and each a `disambiguation`; or correct "
FILE = " in content/names/ann-crust.md"


def ann(keys: str = "", results: str = "results: {unknown: Ann Crust}", kind: str = "person") -> str:
    return f"""\
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: {kind}
{keys}
---
-- editions/pie/1950.yaml --
{results}
"""


def test_who_wins_before_being_born_is_another() -> None:
    assert told(homonyms, ann("born: 1970")) == [
        'editions/pie/1950.yaml:1:20: "Ann Crust" was born in 1970, after pie/1950'
    ]
    assert hints(homonyms, ann("born: 1970")) == [f"{KEEP}`born`{FILE}"]


def test_who_wins_after_dying_is_another_or_won_posthumously() -> None:
    assert told(homonyms, ann("died: 1940-05")) == [
        'editions/pie/1950.yaml:1:20: "Ann Crust" died in 1940-05, before pie/1950'
    ]
    assert hints(homonyms, ann("died: 1940")) == [f"write `posthumous: true` in the result, or {KEEP}`died`{FILE}"]
    posthumous = "results: {unknown: [Ben, {laureate: Ann Crust, posthumous: true}]}"
    assert told(homonyms, ann("died: 1940", posthumous)) == []


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        ("born: 1950", "1950"),
        ("born: 1950-06", "1950"),
        ("born: 1950", "1950-01-15"),
        ("born: 1950-06", "1950-06-01"),
        ("born: 1950-06", "1950-06"),
        ("born: 1950-06-10", "1950-06-10"),
        ("died: 1950", "1950-12-31"),
        ("died: 1950-06", "1950-06-30"),
        ("died: 1950-06-10", "1950-06"),
        ("died: 1950-06-10", "1950-06-10"),
        ("born: 1900\ndied: 1990", "1950"),
    ],
)
def test_what_may_have_been_in_life_passes(keys: str, date: str) -> None:
    found = told(homonyms, ann(keys, f"ceremony: {date}\nresults: {{unknown: Ann Crust}}"))
    assert [line for line in found if "years old" not in line] == []


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        ("born: 1950-06-10", "1950-06-09"),
        ("born: 1950-06", "1950-05-31"),
        ("died: 1950-06-10", "1950-06-11"),
        ("died: 1950-06", "1950-07-01"),
        ("died: 1950", "1951-01-01"),
    ],
)
def test_a_day_too_early_or_too_late_is_told(keys: str, date: str) -> None:
    assert len(told(homonyms, ann(keys, f"ceremony: {date}\nresults: {{unknown: Ann Crust}}"))) == 1


@pytest.mark.parametrize("function", ["jury", "hosts", "speakers", "guests", "participants"])
def test_who_was_there_lived(function: str) -> None:
    text = ann("died: 1940", f"{function}: [Ann Crust]")
    assert len(told(homonyms, text)) == 1
    assert hints(homonyms, text) == [f"{KEEP}`died`{FILE}"]


@pytest.mark.parametrize("results", ["partners: [Ann Crust]", "organisers: [Ann Crust]"])
def test_who_only_lends_a_name_need_not_live(results: str) -> None:
    assert told(homonyms, ann("died: 1940", results)) == []


def test_who_receives_a_prize_for_another_lived() -> None:
    text = ann("died: 1940", "results: {unknown: {laureate: Ben, represented_by: Ann Crust, posthumous: true}}")
    assert hints(homonyms, text) == [f"{KEEP}`died`{FILE}"]


def test_what_began_later_or_ended_before_was_not_there() -> None:
    assert messages(homonyms, ann("born: 1970", kind="organisation")) == ['"Ann Crust" began in 1970, after pie/1950']
    assert hints(homonyms, ann("born: 1970", kind="organisation")) == [
        f"correct `born`{FILE}; what it continues, or what continues it, has a file of its own, with `succeeds`"
    ]
    assert told(homonyms, ann("born: 1930", kind="organisation")) == []


def test_a_name_is_told_once_at_the_earliest_or_first_place_that_can_not_be() -> None:
    more = "-- editions/pie/1940.yaml --\nresults: {unknown: Ann Crust}\n"
    assert [line.split(": ")[0] for line in told(homonyms, ann("born: 1970") + more)] == ["editions/pie/1940.yaml:1:20"]
    assert [line.split(": ")[0] for line in told(homonyms, ann("died: 1930") + more)] == ["editions/pie/1940.yaml:1:20"]
    assert [line.split(": ")[0] for line in told(homonyms, ann("born: 1945\ndied: 1946") + more)] == [
        "editions/pie/1940.yaml:1:20"
    ]


def later(year: int, keys: str = "") -> str:
    return ann(keys) + f"-- editions/pie/{year}.yaml --\nresults: {{unknown: Ann Crust}}\n"


def test_nobody_is_there_for_more_than_eighty_years() -> None:
    assert told(homonyms, later(2030)) == []
    assert told(homonyms, later(2031)) == [
        'editions/pie/2031.yaml:1:20: "Ann Crust" is there from pie/1950 to pie/2031, 81 years'
    ]
    assert hints(homonyms, later(2031)) == [f"{KEEP}the date"]
    for keys in ("born: 1930", "died: 2040", "identifiers: {guild: 7}"):
        assert told(homonyms, later(2031, keys)) == []


def test_an_employer_or_an_article_says_nothing_of_a_life() -> None:
    text = ann("died: 1940", "results: {unknown: {laureate: Ben, role: baker, org: Ann Crust}}")
    article = "-- content/articles/a.md --\n---\ntitle: A\nauthor: Ann Crust\n---\nText.\n"
    assert told(homonyms, text + article) == []


def test_the_same_words_tell_nobody_apart() -> None:
    text = "".join(
        f"-- content/names/ann-{number}.md --\n---\nname: Ann Crust\nkind: person\ndisambiguation: {words}\n---\n"
        for number, words in enumerate(("baker", "Baker", "cook", "baker"))
    )
    assert told(homonyms, text) == [
        'content/names/ann-1.md:2:1: "Baker" does not tell "Ann Crust" from ann-0 (content/names/ann-0.md)',
        'content/names/ann-3.md:2:1: "baker" does not tell "Ann Crust" from ann-0 (content/names/ann-0.md)',
    ]
    assert hints(homonyms, text)[0] == "write what differs: a trade, a town, a year of birth"
    other = text.replace("ann-1.md --\n---\nname: Ann Crust", "ann-1.md --\n---\nname: Ann Crumb")
    assert len(told(homonyms, other)) == 1


@pytest.mark.parametrize(
    ("alias", "results", "is_told"),
    [
        ("Ben Dough", "{pie: Ann Crust, tart: Ben Dough}", True),
        ("Ben Dough", "{pie: [Ben Dough, Ann Crust]}", True),
        ("Ann Dough", "{pie: Ann Crust, tart: Ann Dough}", False),
        ("AC", "{pie: Ann Crust, tart: AC}", False),
        ("Crusty", "{pie: Ann Crust, tart: Crusty}", False),
        ("Ben Dough", "{pie: Ann Crust}", False),
        ("Ben Dough", "{pie: {laureate: Ann Crust, represented_by: Ben Dough}}", False),
    ],
)
def test_an_alias_beside_the_name_that_has_nothing_in_common_is_another(
    alias: str, results: str, is_told: bool
) -> None:
    site = ann(f"aliases: [{alias}]", f"results: {results}")
    said = messages(homonyms, site)
    assert [" are one name here: content/names/ann-crust.md has both" in line for line in said] == [True] * is_told
    hint = "if they are two, delete the alias Ben Dough there, and give it a file of its own"
    assert hints(homonyms, site) == [hint] * is_told


@pytest.mark.parametrize(("born", "age"), [("1947", 3), ("1790", 160), ("1950", 0)])
def test_nobody_wins_too_young_or_too_old(born: str, age: int) -> None:
    assert messages(homonyms, ann(f"born: {born}")) == [
        f'"Ann Crust" was {age} years old in pie/1950, by `born: {born}`'
    ]
    assert told(homonyms, ann("born: 1940")) == []


LATER = """\
-- editions/pie/1951.yaml --
LINE
"""
DEAD = "results: {unknown: {laureate: Ann Crust, posthumous: true}}"


@pytest.mark.parametrize("line", ["results: {unknown: Ann Crust}", "jury: Ann Crust", "hosts: Ann Crust"])
def test_nobody_is_there_after_a_posthumous_prize(line: str) -> None:
    site = ann("born: 1900", DEAD) + LATER.replace("LINE", line)
    [said] = told(homonyms, site)
    assert said.startswith(
        'editions/pie/1950.yaml:1:31: "Ann Crust" is posthumous in pie/1950, and is there in pie/1951'
    )
    assert hints(homonyms, site) == ["delete `posthumous`, or give the namesake a file and an id of its own"]


@pytest.mark.parametrize(("died", "count"), [("1950", 0), ("1950-06", 0), ("1949", 0), ("1951", 1), ("1951-01-02", 1)])
def test_nobody_dies_after_a_posthumous_prize(died: str, count: int) -> None:
    at = "on" if len(died) == 10 else "in"
    said = f'"Ann Crust" is posthumous in pie/1950, and died {at} {died}, by content/names/ann-crust.md'
    assert messages(homonyms, ann(f"died: {died}", DEAD)) == [said] * count


@pytest.mark.parametrize(
    "results",
    [
        DEAD.replace("{laureate", "{awarded_on: 1952, laureate"),
        "results: {unknown: {laureate: [Ann Crust, Ben Lard], posthumous: true}}",
    ],
)
def test_what_is_given_later_or_to_two_may_be_posthumous(results: str) -> None:
    assert told(homonyms, ann("died: 1951", results)) == []


def test_a_second_posthumous_prize_passes() -> None:
    assert told(homonyms, ann("", DEAD) + LATER.replace("LINE", DEAD)) == []


@pytest.mark.parametrize(("born", "count"), [("1940", 1), ("1938", 0)])
def test_a_child_has_no_post(born: str, count: int) -> None:
    site = ann(f"born: {born}", "results: {unknown: {laureate: Ann Crust, role: baker}}")
    assert len(told(homonyms, site)) == count
    assert told(homonyms, ann(f"born: {born}")) == []


def test_who_writes_an_article_is_alive() -> None:
    def site(keys: str, date: str, more: str = "") -> str:
        article = f"title: A\ndate: {date}\nauthor: Ann Crust\n{more}"
        return f"{ann(keys)}-- content/articles/a.md --\n---\n{article}---\nRain.\n"

    (line,) = messages(homonyms, site("died: 1960-05-02", "1960-05-03"))
    assert line == 'this article of 1960-05-03 is by "Ann Crust", whose `died` is 1960-05-02'
    (hint,) = hints(homonyms, site("died: 1960-05-02", "1960-05-03"))
    assert hint.startswith(
        "correct the `date`, the `author`, or `died` in content/names/ann-crust.md; if it is right, "
    )
    assert len(told(homonyms, site("born: 1940", "1939-12-31"))) == 1
    for date in ("1960-05-02", "1960-05", "1960"):
        assert told(homonyms, site("died: 1960-05-02", date)) == []
    printed = "publication: The Bugle\n"
    assert told(homonyms, site("died: 1960", "1961", printed)) == []


def test_a_day_is_one_on_which_somebody_was_born_or_died() -> None:
    assert [line.split(": ", 1)[1] for line in told(homonyms, ann("born: 1970-02-03"))] == [
        '"Ann Crust" was born on 1970-02-03, after pie/1950'
    ]
    assert '"Ann Crust" died on 1940-05-06, before pie/1950' in told(homonyms, ann("died: 1940-05-06"))[0]


def test_of_a_life_turned_round_nothing_else_is_told() -> None:
    text = (
        "-- content/names/ann.md --\n---\nname: Ann Crust\nkind: person\nborn: 2019\ndied: 1939\n---\n"
        "-- editions/pie/award.yaml --\nname: Pie\ncategories: {apple: Apple}\n"
        "-- editions/pie/2010.yaml --\nresults: {apple: Ann Crust}\n"
    )
    assert told(homonyms, text) == []
    assert len(told(homonyms, text.replace("died: 1939\n", ""))) == 1

import pytest

from palmarium.checks import twice
from tests.archives import hints, messages, told


def pie(results: str) -> str:
    return (
        "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie, tart: Tart}\n"
        f"-- editions/pie/2011.yaml --\nresults:\n{results}"
    )


def test_different_laureates_pass() -> None:
    assert told(twice, pie("  pie: [Ann Crust, Ben Crumble]\n  tart: Ann Crust\n")) == []


def test_a_laureate_listed_twice_is_told_at_the_second() -> None:
    text = pie("  pie:\n    - Ann Crust\n    - Ben Crumble\n    - Ann Crust\n")
    assert told(twice, text) == ['editions/pie/2011.yaml:5:7: "Ann Crust" wins pie twice; the first is on line 3']
    assert hints(twice, text) == [
        "delete one; for two works, write `for: …` in each, for two trophies `count: 2` in the other"
    ]


def test_another_spelling_of_the_same_name_is_the_same_laureate() -> None:
    alias = "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\naliases: [A. Crust]\n---\n"
    assert told(twice, pie("  pie: [Ann Crust, A. Crust]\n") + alias) == [
        'editions/pie/2011.yaml:2:20: "A. Crust" wins pie twice; the first is on line 2, as "Ann Crust"'
    ]
    [hint] = hints(twice, pie("  pie: [Ann Crust, A. Crust]\n") + alias)
    assert hint.startswith("delete one, or the alias where they are two; for two works")


def test_a_laureate_twice_in_one_joint_result_is_told() -> None:
    text = pie("  pie: {laureate: [Ann Crust, Ben Crumble, Ann Crust]}\n")
    assert told(twice, text) == ['editions/pie/2011.yaml:2:44: "Ann Crust" wins pie twice; the first is on line 2']
    assert hints(twice, text) == ["delete one; for two works, write `for: …` in each"]


def test_a_laureate_who_is_joint_with_nobody_else_is_told() -> None:
    assert told(twice, pie("  pie: {laureate: [Ann Crust, Ann Crust]}\n")) == [
        'editions/pie/2011.yaml:2:31: "Ann Crust" wins pie twice; the first is on line 2'
    ]


def test_two_trophies_are_a_count() -> None:
    assert told(twice, pie("  unknown: [{laureate: Ann Crust, count: 2}, Ben Crumble]\n")) == []


def test_a_laureate_twice_without_a_category_is_told() -> None:
    assert told(twice, pie("  unknown: [Ann Crust, Ann Crust]\n")) == [
        'editions/pie/2011.yaml:2:24: "Ann Crust" wins the laureates without a category twice; the first is on line 2'
    ]


def test_scopes_tracks_and_rounds_are_different_things_to_win() -> None:
    text = pie(
        "  pie:\n    - {laureate: Ann Crust, track: jury}\n    - {laureate: Ann Crust, track: public}\n"
        '    - {laureate: Ann Crust, scope: "region:north"}\n    - {laureate: Ann Crust, round: final}\n'
    )
    assert told(twice, text) == []


def test_a_finalist_who_wins_and_a_revoked_title_pass() -> None:
    text = pie(
        "  pie:\n    - Ann Crust\n    - {laureate: Ann Crust, distinction: finalist}\n"
        "    - {laureate: Ann Crust, status: revoked}\n"
    )
    assert told(twice, text) == []


@pytest.mark.parametrize(
    "results",
    [
        # Two joint prizes that share a firm; a prize alone, and one with another.
        "[{laureate: [Ann Crust, Ben Crumble]}, {laureate: [Ann Crust, Cleo Custard]}]",
        "[Ann Crust, {laureate: [Ann Crust, Ben Crumble]}]",
        # Two works of one person, as winner and as nominee.
        "[{laureate: Ann Crust, for: Plum Pie}, {laureate: Ann Crust, for: Apple Pie}]",
        "[{laureate: Ann, distinction: nominee, for: Plum}, {laureate: Ann, distinction: nominee, for: Apple}]",
        "[{laureate: Ann Crust, printed_category: Pie I}, {laureate: Ann Crust, printed_category: Pie II}]",
        "[unknown, unknown]",
    ],
)
def test_two_prizes_are_not_one_copied_twice(results: str) -> None:
    assert told(twice, pie(f"  pie: {results}\n")) == []


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (
            "[{laureate: [Ann, Ben]}, {laureate: [Ben, Ann]}]",
            '2:45: "Ben and Ann" wins pie twice; the first is on line 2',
        ),
        ("[{laureate: Ann, for: Plum}, Ann]", '2:37: "Ann" wins pie twice; the first is on line 2'),
        (
            "[{laureate: Ann, distinction: nominee}, {laureate: Ann, distinction: nominee}]",
            '2:59: "Ann" is nominee of pie twice; the first is on line 2',
        ),
    ],
)
def test_the_same_people_for_the_same_thing_are(results: str, said: str) -> None:
    assert told(twice, pie(f"  pie: {results}\n")) == [f"editions/pie/2011.yaml:{said}"]


@pytest.mark.parametrize(
    ("jury", "count"),
    [("[Ann, Di]", 1), ("[Di, Ed]", 0), ("{name: Ann, category: pomme}", 1), ("{name: Ann, category: poire}", 0)],
)
def test_a_juror_who_wins_is_told(jury: str, count: int) -> None:
    site = (
        "-- editions/tarte/award.yaml --\nname: Tarte\ncategories: {pomme: Pomme, poire: Poire}\n"
        f"-- editions/tarte/2020.yaml --\njury: {jury}\nresults: {{pomme: Ann, poire: Ben}}\n"
    )
    found = told(twice, site)
    assert [line.split(": ", 1)[1] for line in found] == [
        '"Ann" is a laureate of pomme and sits on the jury, in line 1'
    ] * count


def test_nobody_represents_himself() -> None:
    result = "{laureate: Ann, represented_by: WHO}"
    site = pie(f"  pie: {result}\n")
    assert messages(twice, site.replace("WHO", "Ann")) == ['"Ann" is the laureate and represents the laureate']
    assert told(twice, site.replace("WHO", "Ben")) == []
    assert told(twice, site.replace("WHO", "Ann").replace("laureate: Ann", "laureate: [Ann, Ben]")) == []


def test_two_places_in_one_ranking_are_told() -> None:
    rows = "    - {rank: 1, laureate: Ann Crust}\n    - {rank: %s, laureate: %s}\n"
    for rank in (2, 3):
        assert told(twice, pie("  pie:\n" + rows % (rank, "Ann Crust"))) == [
            'editions/pie/2011.yaml:4:27: "Ann Crust" has a place in pie twice; the first is on line 3'
        ]
    assert told(twice, pie("  pie:\n" + rows % (2, "Ben Crumble"))) == []
    works = (
        "    - {rank: 1, laureate: Ann Crust, for: Apple Pie}\n    - {rank: 2, laureate: Ann Crust, for: Plum Pie}\n"
    )
    assert told(twice, pie(f"  pie:\n{works}")) == []


ALIAS = "-- content/names/ann.md --\n---\nname: Ann Crust\nkind: person\naliases: [Nan Dough]\n---\n"


def beside(second: str) -> str:
    return f"{ALIAS}-- editions/pie/2011.yaml --\nresults: {{pie: [Ann Crust, {{laureate: {second}}}]}}\n"


@pytest.mark.parametrize(
    ("second", "message", "apart"),
    [
        ("Nan Dough, distinction: mention", '"Nan Dough" is mention of pie, and wins it as "Ann Crust"', True),
        ("Nan Dough, distinction: finalist", '"Nan Dough" is finalist of pie, and wins it as "Ann Crust"', True),
        ("Ann Crust, distinction: mention", '"Ann Crust" is mention of pie, and wins it', False),
    ],
)
def test_a_winner_beside_the_own_title_is_told(second: str, message: str, apart: bool) -> None:
    assert told(twice, beside(second)) == [f"editions/pie/2011.yaml:1:39: {message} in line 1"]
    alias = ", or the alias where they are two" if apart else ""
    assert hints(twice, beside(second)) == [f"delete one of the two{alias}; for another work, write `for: …` in each"]


@pytest.mark.parametrize(
    "second",
    [
        "Ann Crust, distinction: finalist",
        "Nan Dough, distinction: nominee",
        "Nan Dough, distinction: mention, for: Apple Pie",
        "Nan Dough, distinction: mention, track: public",
        "Ben Crumble, distinction: mention",
    ],
)
def test_a_nomination_of_the_winner_or_another_work_passes(second: str) -> None:
    assert told(twice, beside(second)) == []


@pytest.mark.parametrize("people", ["hosts", "guests", "partners", "speakers"])
def test_one_name_by_two_spellings_stands_once_in_a_list(people: str) -> None:
    site = f"{ALIAS}-- editions/pie/2011.yaml --\n{people}: [Ann Crust, Nan Dough]\n"
    assert told(twice, site) == [
        f'editions/pie/2011.yaml:1:{len(people) + 15}: "Nan Dough" is "Ann Crust", in line 1: '
        f"one {people[:-1]} stands twice in this list"
    ]
    assert hints(twice, site) == ["delete one of the two, or the alias where they are two"]
    assert told(twice, site.replace("Crust, Nan Dough]", "Crust, Cy Rum]")) == []

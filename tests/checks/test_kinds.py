"""What a name is, it is everywhere."""

import pytest

from palmarium.checks import kinds
from palmarium.checks.run import asked
from palmarium.problems import folded
from tests.archives import archive, hints, messages, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: {name: Pomme, honours: HONOURS}, poire: Poire}
-- editions/tarte/2020.yaml --
results: {poire: Di Fork}
MORE
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
---
-- content/names/four.md --
---
name: Le Four
kind: organisation
---
"""
HERE = "editions/tarte/2020.yaml"
ANN = "Ann Crust is a person in content/names/ann-crust.md"
FOUR = "Le Four is an organisation in content/names/four.md"


def site(more: str, honours: str = "person") -> str:
    return SITE.replace("MORE", more).replace("HONOURS", honours)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("jury: [Le Four]", f'{HERE}:2:8: "Le Four" is a juror here, and so a person; {FOUR}'),
        ("hosts: Le Four", f'{HERE}:2:8: "Le Four" is a host here, and so a person; {FOUR}'),
        (
            "jury: {name: Di Fork, org: Ann Crust}",
            f'{HERE}:2:28: "Ann Crust" is an employer here, and so an organisation; {ANN}',
        ),
        (
            "figures: {id: a, title: A, by: Ann Crust, answers: b}",
            f'{HERE}:2:32: "Ann Crust" is a surveyor here, and so an organisation; {ANN}',
        ),
    ],
)
def test_a_part_that_one_of_its_kind_can_t_have_is_told(line: str, said: str) -> None:
    assert told(kinds, site(line)) == [said]
    assert hints(kinds, site(line)) == ["correct one of the two, or give a namesake a file and an id of its own"]


def test_a_result_that_says_another_kind_is_told() -> None:
    text = site("").replace("poire: Di Fork", "poire: {laureate: Ann Crust, kind: team}")
    assert told(kinds, text) == [f'{HERE}:1:29: "Ann Crust" is a team here; {ANN}']


@pytest.mark.parametrize(
    ("winner", "honours"), [("Le Four", "person"), ("Ann Crust", "work"), ("Ann Crust", "organisation")]
)
def test_a_category_that_honours_what_no_laureate_is_is_told(winner: str, honours: str) -> None:
    text = site("", honours).replace("poire: Di Fork", f"pomme: {winner}")
    many = {"person": "people"}.get(honours, f"{honours}s")
    file = FOUR if winner == "Le Four" else ANN
    assert told(kinds, text) == [
        f"editions/tarte/award.yaml:2:21: pomme honours {many}, and none of its laureates is one: {file}"
    ]
    kind = "organisation" if winner == "Le Four" else "person"
    assert hints(kinds, text) == [f"write `honours: {kind}`, or correct the `kind` of its laureates"]


@pytest.mark.parametrize(
    "line",
    [
        "partners: Ann Crust",
        "providers: Ann Crust",
        "guests: Le Four",
        "jury: [Ann Crust]",
        "jury: {name: Di Fork, org: Le Four}",
    ],
)
def test_parts_that_both_may_have_pass(line: str) -> None:
    assert told(kinds, site(line)) == []


@pytest.mark.parametrize(
    "winners",
    [
        "[{laureate: Le Four, kind: organisation}, Ann Crust]",
        "[Di Fork, {laureate: Ed Pot, kind: organisation}]",
        "{laureate: Ann Crust, kind: person}",
    ],
)
def test_a_category_may_honour_one_of_another_kind(winners: str) -> None:
    assert told(kinds, site("").replace("poire: Di Fork", f"pomme: {winners}")) == []


def test_who_has_a_role_is_a_person() -> None:
    text = site("").replace("poire: Di Fork", "poire: {laureate: Le Four, role: chef}")
    assert told(kinds, text) == [f'{HERE}:1:29: "Le Four" has a role here, and so is a person; {FOUR}']


def test_a_laureate_who_is_what_the_others_are_not_is_told() -> None:
    text = site("").replace("poire: Di Fork", "pomme: [Di Fork, Le Four, Ed Spoon]")
    assert told(kinds, text) == [
        f'{HERE}:1:28: "Le Four" is an organisation; pomme honours people, as are 2 other laureates of pomme'
    ]
    assert messages(kinds, text.replace(", Ed Spoon", "")) == [
        '"Le Four" is an organisation; pomme honours people, as is 1 other laureate of pomme'
    ]


def test_a_person_is_no_team() -> None:
    text = site("", "team").replace("poire: Di Fork", "pomme: [The Bakers, Ann Crust]")
    assert messages(kinds, text) == ['"Ann Crust" is a person; pomme honours teams, as is 1 other laureate of pomme']
    for winners in ("[The Bakers, Le Four]", "[The Bakers, {laureate: Ann Crust, kind: person}]", "[Cy Fig, Di Fork]"):
        assert told(kinds, text.replace("[The Bakers, Ann Crust]", winners)) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("part_of: Ann Crust", "Le Four, an organisation, is part of Ann Crust, a person"),
        ("succeeds: Ann Crust", "Le Four, an organisation, succeeds Ann Crust, a person"),
    ],
)
def test_a_name_is_part_of_what_it_can_be_part_of(line: str, message: str) -> None:
    text = site("").replace("name: Le Four\nkind: organisation\n", f"name: Le Four\nkind: organisation\n{line}\n")
    assert messages(kinds, text) == [message]


@pytest.mark.parametrize("who", ["Di Fork", "Le Four"])
def test_what_is_posthumous_was_a_person(who: str) -> None:
    site = SITE.replace("HONOURS", "person").replace("Di Fork", f"{{laureate: {who}, posthumous: true}}")
    said = f'"{who}" is posthumous here, and so a person; it counts as an organisation'
    assert told(kinds, site.replace("MORE", "")) == [f"{HERE}:1:29: {said}"]
    right = site.replace(f"laureate: {who}", "laureate: Ben Tin").replace("true}", "true, kind: person}")
    assert told(kinds, right.replace("MORE", "")) == []


@pytest.mark.parametrize(
    ("front", "count"),
    [
        ("publication: Ann Crust", 1),
        ("publication: Le Four", 0),
        ("sources: {s: {title: A, publisher: Ann Crust}}", 1),
        ("sources: {s: {title: A, author: Ben, publisher: Ann Crust}}", 1),
        ("sources: {s: {title: A, author: Ann Crust, publisher: Ann Crust}}", 0),
        ("sources: {s: {title: A, author: Ann Crust, publisher: Le Four}}", 0),
    ],
)
def test_a_person_is_no_publication(front: str, count: int) -> None:
    site = SITE.replace("HONOURS", "organisation").replace("MORE", "")
    lines = told(kinds, f"{site}-- content/articles/a.md --\n---\ntitle: A\n{front}\n---\nText.\n")
    assert [ANN in line for line in lines] == [True] * count


FIRMS = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme, poire: Poire}
-- editions/tarte/2017.yaml --
results: {pomme: Four Zed}
jury: [Lena Crust]
-- editions/tarte/2018.yaml --
results: {pomme: Le Four}
-- editions/tarte/2019.yaml --
results: {pomme: Four Zed}
-- editions/tarte/2020.yaml --
results: {pomme: LAST}
"""


def test_a_juror_who_alone_wins_among_firms_is_told() -> None:
    text = FIRMS.replace("LAST", "Lena Crust")
    assert told(kinds, text) == [
        f'{HERE}:1:18: "Lena Crust" is a person in editions/tarte/2017.yaml:2;'
        " the 2 other laureates of pomme are organisations"
    ]
    assert hints(kinds, text) == [
        "correct the laureate; if they are people, write `honours: person` for pomme in editions/tarte/award.yaml;"
        " if both are right, write `{laureate: Lena Crust, kind: person}`"
    ]


@pytest.mark.parametrize(
    "last", ["Lene Crust", "{laureate: Lena Crust, kind: person}", "{laureate: Lena Crust, role: baker}"]
)
def test_nobody_is_told_of_whom_nothing_is_known_or_of_whom_the_result_says_it(last: str) -> None:
    assert told(kinds, FIRMS.replace("LAST", last)) == []


def test_two_people_among_firms_are_a_category_of_both() -> None:
    text = FIRMS.replace("LAST", "[Lena Crust, Ann Crust]") + "hosts: Ann Crust\n"
    assert told(kinds, text) == []


def test_who_alone_has_no_role_among_people_counts_as_an_organisation_and_is_told() -> None:
    def row(name: str) -> str:
        return f"{{laureate: {name}, role: baker}}"

    text = FIRMS.replace("pomme: Four Zed", f"pomme: {row('Ann')}").replace("pomme: Le Four", f"pomme: {row('Ben')}")
    assert told(kinds, text.replace("LAST", "Cleo Custard")) == [
        f'{HERE}:1:18: "Cleo Custard" is an organisation; the 2 other laureates of pomme are people'
    ]
    assert hints(kinds, text.replace("LAST", "Cleo Custard")) == [
        "write `honours: person` for pomme in editions/tarte/award.yaml,"
        " or `{laureate: Cleo Custard, kind: organisation}`"
    ]


def test_a_person_with_a_file_who_alone_wins_among_firms_is_told() -> None:
    text = FIRMS.replace("LAST", "Di Fork") + "-- content/names/di-fork.md --\n---\nname: Di Fork\nkind: person\n---\n"
    (line,) = told(kinds, text)
    assert line.startswith(f'{HERE}:1:18: "Di Fork" is a person in content/names/di-fork.md; the 2 other')


def test_each_laureate_whose_file_says_that_it_is_no_person_is_told_where_most_are() -> None:
    award = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {cook: {name: Cook, honours: person}}\n"
    files = "".join(
        f"-- content/names/{id}.md --\n---\nname: {name}\nkind: organisation\n---\n"
        for id, name in (("board", "Pie Board"), ("guild", "Pie Guild"))
    )
    people = "".join(f"  - Ann Crust{letter}\n" for letter in "abcde")
    text = f"{award}{files}-- editions/pie/2011.yaml --\nresults:\n cook:\n{people}  - Pie Board\n  - Pie Guild\n"
    others = "cook honours people, as are 5 other laureates of cook"
    assert told(kinds, text) == [
        f'editions/pie/2011.yaml:{line}:5: "{name}" is an organisation; {others}'
        for line, name in ((8, "Pie Board"), (9, "Pie Guild"))
    ]


def test_a_file_that_all_parts_speak_against_is_told_with_what_follows_below_it() -> None:
    parts = "jury: {name: Le Four, role: chef}\nhosts: [Le Four]\nspeakers: [Le Four]"
    text = site(parts)
    (one,) = folded(asked(kinds, archive(text)))
    assert one.message == f"Le Four is an organisation by this file, and a person in 3 places ({HERE}:3 …)"
    assert one.hint == "write `kind: person`; or give the namesake a file and an id of its own"
    assert len(one.below) == 3
    assert all("by this file" not in each for each in messages(kinds, site("jury: [Le Four]\nhosts: [Le Four]")))


def test_what_the_categories_honour_supports_what_other_parts_say_of_a_file() -> None:
    award = "-- editions/broth/award.yaml --\nname: Broth\ncategories: {cook: {name: Cook, honours: person}}\n"
    won = "".join(f"-- editions/broth/20{year}.yaml --\nresults: {{cook: WHO}}\n" for year in (11, 12, 13))
    others = "-- editions/broth/2010.yaml --\nresults: {cook: [Ann Crust, Ben Ladle]}\n"
    text = site("hosts: [Le Four]") + award + others + won.replace("WHO", "Le Four")
    (one,) = [each for each in folded(asked(kinds, archive(text))) if "Four" in each.message]
    assert "a person in 4 places" in one.message
    assert one.span.path.endswith("four.md")
    alone = [each for each in asked(kinds, archive(text.replace("hosts: [Le Four]", ""))) if "Four" in each.message]
    assert all("by this file" not in each.message for each in alone)


def test_two_laureates_that_stand_in_each_others_place_are_told_once() -> None:
    one = "results: {pomme: Ann Crust, poire: Le Four}\n"
    more = "".join(f"-- editions/tarte/{year}.yaml --\n{one}" for year in (2021, 2022, 2023))
    turned = f"{more}-- editions/tarte/2024.yaml --\nresults: {{pomme: Le Four, poire: Ann Crust}}\n"
    others = "".join(
        f"-- content/names/{name.lower()}.md --\n---\nname: {name}\nkind: {kind}\n---\n"
        for name, kind in (("Bo", "person"), ("Cy", "person"), ("Mill", "organisation"), ("Oven", "organisation"))
    )
    rest = "-- editions/tarte/2025.yaml --\nresults: {pomme: [Bo, Cy], poire: [Mill, Oven]}\n"
    [problem] = asked(kinds, archive(site(turned + rest + others)))
    assert (
        problem.message
        == '"Le Four" stands below pomme, and "Ann Crust" below poire: each is what the other one honours'
    )
    assert problem.hint == "write `pomme: Ann Crust` and `poire: Le Four`"
    assert problem.span.path == "editions/tarte/2024.yaml"

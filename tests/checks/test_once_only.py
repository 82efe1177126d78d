import pytest

from palmarium.checks import once_only
from tests.archives import hints, told

GREY = "-- content/names/romy-grey.md --\n---\nname: Romy Grey\nkind: person\naliases: [Emil Jar]\n---\n"


def quill(first: str, second: str, once: str = ", once: true") -> str:
    return f"""\
-- editions/quill/award.yaml --
name: Fictional Quill Award
categories: {{novel: {{name: Novel{once}}}, verse: Verse}}
-- editions/quill/1956.yaml --
results: {{novel: {first}}}
-- editions/quill/1975.yaml --
results: {{novel: {second}}}
"""


def test_a_second_title_is_told_where_the_first_was() -> None:
    text = quill("Romy Grey", "[Someone Else, Romy Grey]")
    assert told(once_only, text) == [
        'editions/quill/1975.yaml:1:33: "Romy Grey" has won novel before, in quill/1956; it is won once only'
    ]
    assert hints(once_only, text) == [
        "correct one, or give a namesake its own file; if it is right, "
        'write `once-only = [{texts = ["Romy Grey"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_another_name_of_the_same_person_counts() -> None:
    assert told(once_only, quill("Romy Grey", "Emil Jar") + GREY) == [
        'editions/quill/1975.yaml:1:18: "Emil Jar" has won novel before as "Romy Grey", in quill/1956; '
        "it is won once only"
    ]


def test_a_third_title_is_told_too_and_so_are_two_in_one_edition() -> None:
    third = "-- editions/quill/1980.yaml --\nresults: {novel: Romy Grey}\n"
    assert len(told(once_only, quill("Romy Grey", "Romy Grey") + third)) == 2
    assert len(told(once_only, quill("[Romy Grey, Romy Grey]", "Ann"))) == 1


def test_the_same_name_twice_in_one_result_is_another_mistake() -> None:
    assert told(once_only, quill("{laureate: [Romy Grey, Emil Jar]}", "Ann") + GREY) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Romy Grey", "Ann Crust"),
        ("{laureate: Romy Grey, status: revoked}", "Romy Grey"),
        ("{laureate: Romy Grey, distinction: finalist}", "Romy Grey"),
        ("Romy Grey", "{laureate: Romy Grey, rank: 2}"),
        ("{laureate: [{name: Romy Grey, status: withdrawn}, Ann]}", "Romy Grey"),
        ("unknown", "Romy Grey"),
    ],
)
def test_what_is_no_second_title_passes(first: str, second: str) -> None:
    assert told(once_only, quill(first, second)) == []


def test_where_the_rule_does_not_say_so_anybody_may_win_twice() -> None:
    assert told(once_only, quill("Romy Grey", "Romy Grey", once="")) == []


def test_a_rule_that_hardly_anybody_keeps_to_is_told_once() -> None:
    years = ("1980", "1981", "1982")
    site = quill("Romy Grey", "Ann") + "".join(
        f"-- editions/quill/{y}.yaml --\nresults: {{novel: Romy Grey}}\n" for y in years
    )
    assert told(once_only, site) == [
        "editions/quill/award.yaml:2:21: novel is won once only, and was won again 3 times: "
        "Romy Grey in quill/1980 and Romy Grey in quill/1981 and Romy Grey in quill/1982"
    ]
    assert hints(once_only, site) == [
        "delete `once` there, or correct who won; if both are right, write "
        '`once-only = [{texts = ["novel"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]
    kept = "".join(f"-- editions/quill/{y}.yaml --\nresults: {{novel: Cy {y}}}\n" for y in range(1983, 1990))
    assert len(told(once_only, site + kept)) == 3

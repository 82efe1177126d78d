import pytest

from palmarium.checks import joined_names
from tests.archives import hints, told

SITE = "-- editions/pie/2011.yaml --\nresults:\n unknown:\n  - Ann Crust\n  - Ben Crumble\n  - {}\n"


@pytest.mark.parametrize(
    "joined",
    [
        "Ann Crust and Ben Crumble", "Ann Crust et Ben Crumble", "Ann Crust & Ben Crumble", "Ann Crust / Ben Crumble",
        "Ann Crust, Ben Crumble", "Ben Crumble + Ann Crust",
    ],
)  # fmt: skip
def test_two_known_names_written_as_one_are_told(joined: str) -> None:
    first, second = ("Ben Crumble", "Ann Crust") if joined.startswith("Ben") else ("Ann Crust", "Ben Crumble")
    assert told(joined_names, SITE.format(joined)) == [
        f'editions/pie/2011.yaml:5:5: "{joined}" is written as one name, and the archive knows {first} and {second}'
    ]
    assert hints(joined_names, SITE.format(joined)) == [
        f"if they are several, write `[{first}, {second}]`; if one is called so, "
        f'`joined-names = [{{texts = ["{joined}"], reason = "…"}}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize("name", ["Ann Crust and Sons", "Crust & Crumble", "Ann Crust-Ben Crumble", "Andy Landers"])
def test_a_name_of_which_a_part_is_not_known_is_one_name(name: str) -> None:
    assert told(joined_names, SITE.format(name)) == []


def test_a_name_with_a_file_is_one_name() -> None:
    file = "-- content/names/crusts.md --\n---\nname: Ann Crust & Ben Crumble\nkind: team\n---\n"
    assert told(joined_names, SITE.format("Ann Crust & Ben Crumble") + file) == []

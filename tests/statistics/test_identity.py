import pytest

from palmarium.statistics.titles import Identity, head, members
from tests.archives import archive


def oven(name: str, more: str = "", kind: str = "organisation") -> str:
    slug = name.lower().replace(" ", "-")
    return f"-- content/names/{slug}.md --\n---\n{{name: {name}, kind: {kind}{more}}}\n---\n"


OVENS = archive(
    oven("Old Oven", ", part_of: Old Group")
    + oven("Oven", ", succeeds: Old Oven, part_of: New Group")
    + oven("Old Group")
    + oven("New Group", ", part_of: World Group")
    + oven("World Group")
    + oven("Split Oven")
    + oven("Left Oven", ", succeeds: [Split Oven, Split Oven]")
    + oven("Right Oven", ", succeeds: Split Oven")
    + oven("Ann", ", part_of: Oven", kind="person")
    + oven("Egg", ", succeeds: Hen")
    + oven("Hen", ", succeeds: Egg")
    + oven("Chick", ", part_of: Egg")
)
OWN, WITH, GROUP = Identity


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("old-oven", ("old-oven", "oven", "world-group")),
        ("oven", ("oven", "oven", "world-group")),
        ("new-group", ("new-group", "new-group", "world-group")),
        ("world-group", ("world-group", "world-group", "world-group")),
        ("split-oven", ("split-oven", "split-oven", "split-oven")),
        ("ann", ("ann", "ann", "ann")),
        ("egg", ("egg", "egg", "egg")),
        ("chick", ("chick", "chick", "chick")),
        ("nobody", ("nobody", "nobody", "nobody")),
    ],
)
def test_a_name_counts_for_its_heir_and_then_for_its_group(name: str, heads: tuple[str, ...]) -> None:
    assert tuple(head(OVENS, name, identity) for identity in Identity) == heads


def test_the_members_of_a_name_are_those_that_count_for_it() -> None:
    assert members(OVENS, "oven", OWN) == ("oven",)
    assert members(OVENS, "oven", WITH) == ("oven", "old-oven")
    assert members(OVENS, "world-group", GROUP) == ("world-group", "new-group", "old-oven", "oven")
    assert members(OVENS, "old-oven", GROUP) == ("old-oven",)


def test_each_way_joins_what_the_one_before_joins() -> None:
    for one in OVENS.names:
        for other in OVENS.names:
            together = [head(OVENS, one, identity) == head(OVENS, other, identity) for identity in Identity]
            assert together == sorted(together)

import pytest

from palmarium.checks import circles
from palmarium.pages import award, awards, category, name
from palmarium.pages.context import Context
from tests.archives import archive, hints, told
from tests.exports.exported import context
from tests.kinds import pages_of
from tests.resolved import resolved


def prizes(**above: str) -> str:
    return "".join(f"-- editions/{id}/award.yaml --\nname: Fictional {id}\n{line}\n" for id, line in above.items())


def names(**keys: str) -> str:
    head = "-- content/names/{}.md --\n---\nname: The {}\nkind: organisation\n"
    return "".join(f"{head.format(id, id)}{line}\n---\n" for id, line in keys.items())


def pie(categories: str, *editions: str) -> str:
    files = "".join(f"-- editions/pie/{2001 + at}.yaml --\n{each}\n" for at, each in enumerate(editions))
    return f"-- editions/pie/award.yaml --\nname: Fictional Pie\ncategories:\n{categories}{files}"


ONE = "ordinal: 1"
TEXTS = "-- content/articles/{0}.md --\n---\ntitle: A {0}\nkind: brief\nrelated: {1}\n---\nText.\n"


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (prizes(a="part_of: a"), "a is held within a", "delete `part_of`"),
        (
            prizes(a="part_of: b", b="part_of: c", c="part_of: a"),
            "a is held within b, which is held within c, which is held within a", "delete `part_of` in one of them",
        ),
        (prizes(a="succeeds: b", b="succeeds: a"), "a comes after b, which comes after a",
         "delete `succeeds` in one of them"),
        (prizes(a="rivals: a"), "a is a rival of a", "delete `a` below `rivals`"),
        (pie("  a: {name: A, parent: b}\n  b: {name: B, parent: a}\n", ONE), "a is part of b, which is part of a",
         "delete `parent` in one of them"),
        (
            pie("  a: {name: A, lineage: {event: renamed, from: b}}\n"
                "  b: {name: B, lineage: {event: renamed, from: a, in: 2001}}\n", ONE),
            "a comes from b, which comes from a", "delete `lineage` in one of them",
        ),
        (
            pie("  a: {name: A, lineage: {event: split, from: b, in: 2001}}\n"
                "  b: {name: B, lineage: {event: split, from: a, in: 2001}}\n", ONE),
            "a comes from b, which comes from a", "delete `lineage` in one of them",
        ),
        (names(a="succeeds: b", b="succeeds: c", c="succeeds: a"),
         "a succeeds b, which succeeds c, which succeeds a", "delete `succeeds` in one of them"),
        (names(a="part_of: b", b="part_of: a"), "a is part of b, which is part of a",
         "delete `part_of` in one of them"),
        (names(a="part_of: b\nsucceeds: b", b=""),
         "a is part of b, which is continued by a", "delete `part_of` or `succeeds` in one of them"),
        (
            pie("  a: A\n", "results: {a: [{laureate: X, status: superseded, superseded_by: Y}, "
                            "{laureate: Y, status: superseded, superseded_by: X}]}"),
            "x is superseded by y, which is superseded by x", "delete `superseded_by` in one of them",
        ),
        (
            pie("  a: A\n", "results: {a: {laureate: X, derived_from: pie/2002}}",
                "results: {a: {laureate: X, derived_from: {edition: pie/2001, category: a}}}"),
            "pie/2001#a is decided by pie/2002#a, which is decided by pie/2001#a",
            "delete `derived_from` in one of them",
        ),
        (TEXTS.format("roll", "roll"), "roll is related to roll", "delete `roll` below `related`"),
    ],
)  # fmt: skip
def test_a_circle_is_told_whole_and_once(text: str, said: str, hint: str) -> None:
    [problem] = told(circles, text)
    assert problem.partition(": ")[2] == said
    assert hints(circles, text) == [hint]


@pytest.mark.parametrize(
    "text",
    [
        prizes(pie="", tart="part_of: pie", crumb="part_of: tart\nsucceeds: pie"),
        prizes(pie="succeeds: tart", tart="part_of: pie"),
        prizes(pie="rivals: tart", tart="rivals: pie"),
        # A name that comes back (award-model, 49): each step in an edition of its own.
        pie("  grand: {name: Grand, lineage: {event: renamed, from: palm, in: 2002}}\n"
            "  palm: {name: Palm, lineage: {event: renamed, from: grand, in: 2001}}\n", ONE, "ordinal: 2"),
        # What belongs to the house that took it over; a house that two took over, and one of them is part of.
        names(old="part_of: new", new="succeeds: old"),
        names(old="", one="succeeds: old\npart_of: old", two="succeeds: old"),
        pie("  a: A\n  b: B\n", "results: {a: {laureate: X, derived_from: pie/2002}, b: X}",
            "results: {a: X, b: {laureate: X, derived_from: pie/2001}}"),
        TEXTS.format("roll", "bun") + TEXTS.format("bun", "roll"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_circle_passes(text: str) -> None:
    assert told(circles, text) == []


def test_it_is_told_at_the_first_of_its_things_and_not_of_those_that_lead_into_it() -> None:
    text = prizes(apple="part_of: pie", pie="part_of: tart", tart="part_of: pie")
    assert told(circles, text) == ["editions/pie/award.yaml:2:10: pie is held within tart, which is held within pie"]


def test_two_circles_are_two() -> None:
    text = prizes(a="succeeds: b", b="succeeds: a", c="succeeds: d", d="succeeds: c")
    assert [problem.rpartition(": ")[2][:1] for problem in told(circles, text)] == ["a", "c"]


LONG = 1200
"""More than Python goes down into itself."""


def test_long_chains_are_walked_without_recursion() -> None:
    """Thousands of things that lead to each other, each walked by what counts or lists along it."""
    after = "  c{0}: {{name: C, parent: c{1}, lineage: {{event: renamed, from: c{1}}}}}\n"
    lineage = "".join(after.format(n, n - 1) for n in range(1, LONG))
    there = context(pie(f"  c0: C0\n{lineage}", "ordinal: 1\nresults: {c0: n0}", f"results: {{c{LONG - 1}: n0}}"))
    assert list(circles.check(there.archive)) == []
    assert award.award_view(there, there.archive.awards["pie"]).lineage_chart is not None
    page = category.category_view(there, there.archive.categories["pie/c5"])
    assert page.line is not None
    assert len(page.line.categories) == LONG


def test_long_chains_of_awards_and_names_are_walked_without_recursion() -> None:
    whole = prizes(a0="", **{f"a{n}": f"part_of: a{n - 1}\nsucceeds: a{n - 1}" for n in range(1, LONG)})
    assert told(circles, whole) == []
    below = awards.lines(context(whole))
    depth = 0
    while below:
        depth, below = depth + 1, below[0].parts
    assert depth <= 5

    firms = names(n0="", **{f"n{n}": f"succeeds: n{n - 1}" for n in range(1, LONG)})
    there: Context = context(firms + pie("  a: A\n", "coverage: complete\nresults: {a: n0}"))
    assert list(circles.check(there.archive)) == []
    assert name.name_view(there, there.archive.names["n5"]).titles.value == 0


@pytest.mark.parametrize(
    "text",
    [
        prizes(a="part_of: b", b="part_of: a"),
        pie("  a: {name: A, parent: b, lineage: {event: renamed, from: b}}\n"
            "  b: {name: B, parent: a, lineage: {event: renamed, from: a}}\n", "results: {a: x, b: x}"),
        names(x="part_of: y\nsucceeds: y", y="part_of: x\nsucceeds: x") + pie("  a: A\n", "results: {a: [x, y]}"),
        pie("  a: A\n", "results: {a: [{laureate: X, status: superseded, superseded_by: X}]}"),
    ],
)  # fmt: skip
def test_what_walks_along_a_circle_comes_to_an_end(text: str) -> None:
    """Checks and pages are asked although the circle is an error: an import and a preview look at what is there."""
    found, _ = resolved(text)
    assert len(list(circles.check(found))) > 0
    there = context(text)
    for kind in (award, awards, category, name):
        list(pages_of(kind, there))
    assert archive(text).names.keys() == found.names.keys()

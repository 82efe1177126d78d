"""Who comes after another comes after it, and a part is there while the whole is."""

import pytest

from palmarium.checks import successions
from tests.archives import hints, told


def name(id: str, name: str, more: str = "") -> str:
    return f"-- content/names/{id}.md --\n---\nname: {name}\nkind: organisation\n{more}---\n"


def won(year: int, line: str) -> str:
    return f"-- editions/pie/{year}.yaml --\n{line}\n"


SITE = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie}\n" + name("old", "Old Oven")
NEW = name("new", "New Oven", "succeeds: Old Oven\n")


@pytest.mark.parametrize(
    "later", ["results: {pie: Old Oven}", "partners: Old Oven", "jury: {name: Ann, role: baker, org: Old Oven}"]
)
def test_who_goes_on_after_its_successor_is_told_once(later: str) -> None:
    site = SITE + NEW + won(2011, "results: {pie: Old Oven}") + won(2012, "results: {pie: New Oven}")
    assert told(successions, site) == []
    (line,) = told(successions, site + won(2013, later) + won(2014, later))
    column = later.rindex("Old Oven") + 1
    assert line == (
        f'editions/pie/2013.yaml:1:{column}: "Old Oven" has a part in pie/2013,'
        " and New Oven, which succeeds it, is there in 2012"
    )
    assert hints(successions, site + won(2013, later)) == [
        "correct `succeeds` or `born` in content/names/new.md, or write New Oven there; if both went on,"
        ' delete `succeeds`, or write `succession = [{texts = ["Old Oven", "New Oven"], reason = "…"}]`'
        " below `[exceptions]` in site.toml"
    ]


def test_a_successor_that_has_begun_is_enough_and_the_same_year_passes() -> None:
    born = name("new", "New Oven", "succeeds: Old Oven\nborn: 2012\n")
    (line,) = told(successions, SITE + born + won(2013, "results: {pie: Old Oven}"))
    assert line.endswith('"Old Oven" has a part in pie/2013, and New Oven, which succeeds it, began in 2012')
    assert told(successions, SITE + born + won(2012, "results: {pie: Old Oven}")) == []


def test_an_honour_after_death_passes() -> None:
    site = SITE.replace("organisation", "person") + NEW.replace("organisation", "person")
    late = won(2012, "results: {pie: New Oven}") + won(2013, "results: {pie: {laureate: Old Oven, posthumous: true}}")
    assert told(successions, site + late) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "born: 2010\n",
            "succeeds: Old\ndied: 2005\n",
            "New succeeds Old, which began in 2010, after New ended (2005)",
        ),
        (
            "died: 2005\n",
            "part_of: Old\nborn: 2009\n",
            "New is part of Old, which ended in 2005, before New began (2009)",
        ),
        (
            "born: 2010\n",
            "part_of: Old\ndied: 2005\n",
            "New is part of Old, which began in 2010, after New ended (2005)",
        ),
        ("died: 2009-05\n", "part_of: Old\nborn: 2009\n", ""),
        ("died: 2005\n", "succeeds: Old\nborn: 2009\n", ""),
    ],
)
def test_a_part_is_there_while_the_whole_is(old: str, new: str, said: str) -> None:
    text = name("old", "Old", old) + name("new", "New", new)
    assert told(successions, text) == ([f"content/names/new.md:2:1: {said}"] if said else [])


def test_awards_follow_each_other_too() -> None:
    awards = (
        "-- editions/pie/award.yaml --\nname: Pie Award\n"
        "-- editions/tart/award.yaml --\nname: Tart Award\nsucceeds: pie\n-- editions/tart/2012.yaml --\nordinal: 1\n"
    )
    assert told(successions, awards + won(2012, "ordinal: 9")) == []
    assert told(successions, awards + won(2013, "ordinal: 9")) == [
        "editions/tart/award.yaml:1:1: Pie Award has an edition in 2013, and Tart Award, which succeeds it, in 2012"
    ]
    part = awards.replace("name: Pie Award\n", "name: Pie Award\nended: 2005\n").replace(
        "succeeds", "founded: 2009\npart_of"
    )
    assert told(successions, part) == [
        "editions/tart/award.yaml:1:1: Tart Award is part of Pie Award, which ended in 2005,"
        " before Tart Award began (2009)"
    ]


def test_what_is_there_after_its_group_had_ended_is_told() -> None:
    group = name("group", "Group", "names: [{name: Group, until: 2003}]\n")
    site = SITE + group + name("new", "New Oven", "part_of: Group\n") + won(2011, "results: {pie: New Oven}")
    assert told(successions, site) == [
        "content/names/new.md:2:1: New Oven is part of Group, which ended in 2003, before New Oven is there (2011)"
    ]
    assert "if it belonged to it before" in hints(successions, site)[0]
    for passes in ("names: [{name: Group, until: 2011}]\n", "names: [{name: Grp, until: 2003}]\n", "aliases: Grp\n"):
        assert told(successions, site.replace("names: [{name: Group, until: 2003}]\n", passes)) == []
    person = site.replace("name: New Oven\nkind: organisation", "name: New Oven\nkind: person")
    assert told(successions, person) == []


def test_an_award_whose_first_edition_is_after_what_it_is_part_of_is_told() -> None:
    above = "-- editions/fair/award.yaml --\nname: Fair\nended: 2003\n"
    site = above + "-- editions/pie/award.yaml --\nname: Pie\npart_of: fair\n-- editions/pie/2011.yaml --\nordinal: 1\n"
    assert len(told(successions, site)) == 1
    assert told(successions, site.replace("2003", "2011")) == []


@pytest.mark.parametrize("back", ["New Oven", "Old Oven"])
def test_what_succeeds_itself_is_an_error_elsewhere_and_nothing_more(back: str) -> None:
    circle = name("new", "New Oven", f"succeeds: {back}\n")
    circle += name("old", "Old Oven", "succeeds: New Oven\n") if back == "Old Oven" else ""
    site = SITE.replace(name("old", "Old Oven"), "") + circle
    won_twice = won(2012, "results: {pie: New Oven}") + won(2013, "results: {pie: [Old Oven, New Oven]}")
    assert told(successions, site + won_twice) == []
    award = site.replace("categories: {pie: Pie}", "categories: {pie: Pie}\nsucceeds: pie")
    assert told(successions, award + won_twice) == []


def test_what_ended_before_and_has_no_successor_is_named() -> None:
    site = SITE + NEW + won(2012, "results: {pie: New Oven}") + won(2013, "results: {pie: Old Oven}")
    start = "correct `succeeds` (did Bread Inn come before it?) or `born`"
    ended = name("inn", "Bread Inn", "died: 2009\n")
    assert hints(successions, site + ended)[0].startswith(start)
    assert "did" not in hints(successions, site + ended + name("bun", "Bun Inn", "died: 2008\n"))[0]
    assert "did" not in hints(successions, site + ended + name("bun", "Bun Inn", "succeeds: Bread Inn\n"))[0]

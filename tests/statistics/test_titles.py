from palmarium.model.archive import Archive
from palmarium.statistics.count import Count, Reason
from palmarium.statistics.titles import (
    ALL,
    Scope,
    Tally,
    certainty,
    laureate_names,
    laureates,
    most_placed,
    most_titled,
    places_certainty,
    titles,
)
from tests.archives import archive

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\nshort: Pie\ncategories: {pie: Pie, tart: Tart}\n"
HERE = Scope(edition="pie/2010")


def pie(results: str, coverage: str = "complete") -> Archive:
    return archive(f"{AWARD}-- editions/pie/2010.yaml --\nordinal: 1\ncoverage: {coverage}\nresults:\n{results}\n")


def test_a_title_is_one_winning_result() -> None:
    found = pie("  pie: [Ann Crust, {rank: 2, laureate: Ben Crumble}]\n  tart: Ann Crust")
    assert titles(found, HERE) == Count(2)
    assert laureates(found, HERE) == Count(1)
    assert laureate_names(found, HERE) == ("ann-crust",)


def test_each_trophy_of_a_result_is_a_title() -> None:
    found = pie("  unknown: [{laureate: Ann Crust, count: 2}, Ben Crumble]", "names-only")
    assert titles(found, HERE) == Count(3)
    assert titles(found, Scope(edition="pie/2010", name="ann-crust")) == Count(2)
    assert laureates(found, HERE) == Count(2)


def test_a_joint_result_is_one_title_and_one_for_each_holder() -> None:
    found = pie("  pie: {laureate: [Ann Crust, Ben Crumble]}")
    assert titles(found, HERE) == Count(1)
    assert titles(found, Scope(name="ann-crust")) == titles(found, Scope(name="ben-crumble")) == Count(1)
    assert laureates(found, HERE) == Count(2)


def test_a_revoked_title_does_not_count_and_a_declined_one_does() -> None:
    found = pie("  pie: {laureate: Ann Crust, status: revoked}\n  tart: {laureate: Ben Crumble, acceptance: declined}")
    assert titles(found, HERE) == Count(1)
    assert laureate_names(found, HERE) == ("ben-crumble",)


def test_a_holder_whose_part_was_revoked_has_no_title() -> None:
    found = pie("  pie: {laureate: [Ann Crust, {name: Ben Crumble, status: revoked}]}")
    assert titles(found, HERE) == Count(1)
    assert laureate_names(found, HERE) == ("ann-crust",)
    assert titles(found, Scope(name="ben-crumble")) == Count(0)


def test_of_an_incomplete_edition_there_are_at_least_so_many() -> None:
    found = pie("  pie: Ann Crust", "partial")
    because = Reason("laureates", (("edition", "Pie 2010"),))
    assert titles(found, HERE) == Count(1, exact=False, because=because)
    assert certainty(found, HERE) == Count(0, exact=False, because=because)


def test_a_table_of_places_needs_every_result() -> None:
    assert places_certainty(pie("  pie: Ann Crust"), HERE) == Count(0)
    because = Reason("results", (("edition", "Pie 2010"),))
    assert places_certainty(pie("  pie: Ann Crust", "winners-only"), HERE) == Count(0, exact=False, because=because)
    assert certainty(pie("  pie: Ann Crust", "winners-only"), HERE) == Count(0)


def test_an_award_of_which_the_archive_holds_no_edition_has_at_least_no_title() -> None:
    found = archive(AWARD)
    assert titles(found, Scope(award="pie")) == Count(0, exact=False, because=Reason("no-editions"))
    assert titles(found, Scope(award="none")) == Count(0)


def test_by_category_names_alone_are_not_enough() -> None:
    found = pie("  unknown: Ann Crust", "names-only")
    assert laureates(found, HERE).exact
    because = Reason("categories", (("edition", "Pie 2010"),))
    assert titles(found, Scope(edition="pie/2010", category="pie/pie")) == Count(0, exact=False, because=because)
    assert titles(found, Scope(category="pie/pie")).because == Reason("incomplete", (("editions", "2010"),))


def test_of_an_award_every_edition_must_be_known() -> None:
    found = archive(
        f"{AWARD}-- editions/pie/2010.yaml --\nordinal: 2\ncoverage: complete\nresults: {{pie: Ann Crust}}\n"
        "-- editions/pie/2011.yaml --\ncoverage: partial\nresults: {pie: Ann Crust}\n"
    )
    because = Reason("missing-incomplete", (("ordinals", "1"), ("editions", "2011")))
    assert titles(found, Scope(award="pie")) == Count(2, exact=False, because=because)
    assert laureates(found, Scope(award="pie")) == Count(1, exact=False, because=because)


def test_of_several_awards_the_reason_names_none() -> None:
    found = archive(
        "-- editions/jam/2010.yaml --\nordinal: 1\ncoverage: complete\nresults: {unknown: Ann Crust}\n"
        "-- editions/pie/2010.yaml --\ncoverage: partial\nresults: {unknown: Ann Crust}\n"
    )
    assert titles(found, ALL) == Count(2, exact=False, because=Reason("awards"))
    assert titles(found, Scope(name="ann-crust")) == Count(2, exact=False, because=Reason("awards"))


def test_a_scope_rests_on_its_own_award_only() -> None:
    found = archive(
        f"{AWARD}-- editions/pie/2010.yaml --\nordinal: 1\ncoverage: complete\nresults: {{pie: Ann Crust}}\n"
        "-- editions/jam/2010.yaml --\ncoverage: partial\nresults: {unknown: Ann Crust}\n"
    )
    for scope in (Scope(award="pie"), Scope(category="pie/pie"), Scope(award="pie", category="pie/pie")):
        assert titles(found, scope) == Count(1)


def test_where_every_edition_of_every_award_is_known_all_is_exact() -> None:
    found = archive(
        "-- editions/jam/2010.yaml --\nordinal: 1\ncoverage: complete\nresults: {unknown: Ann Crust}\n"
        "-- editions/pie/2010.yaml --\nordinal: 1\ncoverage: complete\nresults: {unknown: Ann Crust}\n"
    )
    assert titles(found, ALL) == titles(found, Scope(name="ann-crust")) == Count(2)


def test_of_the_only_award_the_reason_names_the_editions() -> None:
    found = pie("  pie: Ann Crust", "partial")
    assert titles(found, ALL).because == Reason("incomplete", (("editions", "2010"),))


TABLE = archive(
    f"{AWARD}-- editions/pie/2010.yaml --\n"
    "results:\n  pie: [{laureate: Ben Crumble}, {rank: 2, laureate: Dan Dough}, {rank: 3, laureate: Ann Crust}]\n"
    "  tart: [Ann Crust, {laureate: Émile Éclair, distinction: finalist}, {laureate: Fay Flan, distinction: entrant}]\n"
    "-- editions/pie/2011.yaml --\n"
    "results:\n  pie: [Ann Crust, {rank: 2, laureate: Dan Dough}]\n  tart: Cleo Custard\n"
    "  unknown: {laureate: Gus Gateau, distinction: nominee, status: withdrawn}\n"
)


def test_the_most_titled_come_first_and_equals_by_name() -> None:
    assert most_titled(TABLE, Scope(award="pie")) == (
        Tally(1, "ann-crust", 2, ("pie/2010", "pie/2011")),
        Tally(2, "ben-crumble", 1, ("pie/2010",)),
        Tally(2, "cleo-custard", 1, ("pie/2011",)),
    )


def test_a_table_keeps_to_its_scope() -> None:
    assert most_titled(TABLE, Scope(category="pie/tart")) == (
        Tally(1, "ann-crust", 1, ("pie/2010",)),
        Tally(1, "cleo-custard", 1, ("pie/2011",)),
    )
    assert most_titled(TABLE, Scope(award="jam")) == ()


def test_the_most_placed_have_no_title_in_the_scope() -> None:
    assert most_placed(TABLE, Scope(award="pie")) == (
        Tally(1, "dan-dough", 2, ("pie/2010", "pie/2011")),
        Tally(2, "emile-eclair", 1, ("pie/2010",)),
    )


def test_who_has_a_title_elsewhere_may_be_placed_without_one_here() -> None:
    assert most_placed(TABLE, Scope(category="pie/pie")) == (Tally(1, "dan-dough", 2, ("pie/2010", "pie/2011")),)
    assert most_placed(TABLE, Scope(edition="pie/2010", category="pie/pie")) == (
        Tally(1, "ann-crust", 1, ("pie/2010",)),
        Tally(1, "dan-dough", 1, ("pie/2010",)),
    )

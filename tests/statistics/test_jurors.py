from palmarium.statistics.count import Reason
from palmarium.statistics.juries import Renewal, Seats, jurors, renewal, seats
from tests.archives import archive

PIES = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    short: Pie
    -- editions/pie/2010.yaml --
    ordinal: 1
    coverage: {jury: complete}
    jury: [Ann, {name: Ben, chair: true}, Cleo]
    hosts: [Dan]
    -- editions/pie/2011.yaml --
    ordinal: 2
    coverage: {jury: complete}
    jury: [Ben, Dan, {name: Ben, role: again}]
    -- editions/pie/2012.yaml --
    ordinal: 3
    jury: [Ben]
    -- editions/pie/2013.yaml --
    ordinal: 4
    -- editions/pie/2014.yaml --
    ordinal: 6
    coverage: {jury: complete}
    jury: [Émile]
    -- editions/pie/2015.yaml --
    ordinal: 8
    coverage: {jury: complete}
    jury: [Émile, Ann]
    -- editions/jam/2010.yaml --
    jury: [Ann]
""")


def test_jurors_are_listed_once_and_hosts_are_none() -> None:
    assert jurors(PIES, "pie/2010") == ("ann", "ben", "cleo")
    assert jurors(PIES, "pie/2011") == ("ben", "dan")


def test_seats_are_counted_by_edition() -> None:
    assert seats(PIES, "pie") == (
        Seats(1, "ben", 3, ("pie/2010", "pie/2011", "pie/2012")),
        Seats(2, "ann", 2, ("pie/2010", "pie/2015")),
        Seats(2, "emile", 2, ("pie/2014", "pie/2015")),
        Seats(4, "cleo", 1, ("pie/2010",)),
        Seats(4, "dan", 1, ("pie/2011",)),
    )


def test_who_is_listed_again_has_one_seat() -> None:
    found = archive("-- editions/pie/2010.yaml --\njury: [{name: Ann, chair: true}, {name: Ann, role: again}]\n")
    assert seats(found) == (Seats(1, "ann", 1, ("pie/2010",)),)


def test_seats_of_all_awards_are_counted_together() -> None:
    assert seats(PIES)[0].name == "ann"
    assert seats(PIES)[0].editions == ("jam/2010", "pie/2010", "pie/2015")
    assert seats(PIES, "tart") == ()


def test_a_jury_is_compared_with_the_one_before() -> None:
    assert renewal(PIES, "pie/2011") == Renewal(2, arrived=("dan",), stayed=("ben",), left=("ann", "cleo"))


def test_a_jury_that_is_not_whole_makes_the_comparison_inexact() -> None:
    found = renewal(PIES, "pie/2012")
    assert found
    assert found.because == Reason("jury", (("edition", "Pie 2012"),))


def test_so_does_a_missing_edition() -> None:
    found = renewal(PIES, "pie/2015")
    assert found
    assert found.arrived == ("ann",)
    assert found.because == Reason("before", (("edition", "Pie 2015"),))


def test_without_a_jury_before_nobody_is_called_new() -> None:
    assert renewal(PIES, "pie/2010") is None
    assert renewal(PIES, "pie/2014") is None
    assert renewal(PIES, "pie/2013") is None

from palmarium.model.archive import Archive
from palmarium.statistics.count import Reason
from palmarium.statistics.streaks import Absence, absences
from palmarium.statistics.titles import ALL, Scope
from tests.archives import archive


def row(*editions: str) -> Archive:
    """Editions from 2010 on: `1 names-only Ann, Ben` is an ordinal, a coverage and the winners; a status may follow."""
    text = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\n"
    for at, told in enumerate(editions):
        main, _, more = told.partition("; ")
        ordinal, coverage, names = main.split(" ", 2)
        text += f"-- editions/pie/{2010 + at}.yaml --\nordinal: {ordinal}\ncoverage: {coverage}\n{more}\n"
        text += f"results: {{unknown: [{names}]}}\n"
    return archive(text)


def absence(length: int, last: int, back: int, because: Reason | None = None) -> tuple[tuple[int, Absence], ...]:
    found = Absence("ann", "pie", length, f"pie/{last}", f"pie/{back}", because is not None, because)
    return ((1, found),)


ANN, BEN = "names-only Ann", "names-only Ben"


def test_an_absence_is_the_editions_between_two_titles() -> None:
    assert absences(row(f"1 {ANN}", f"2 {BEN}", f"3 {BEN}", f"4 {ANN}"), Scope("pie"))[0] == absence(2, 2010, 2013)[0]
    assert absences(row(f"1 {ANN}", f"2 {ANN}"), ALL) == ()


def test_of_each_laureate_the_longest_stands_there() -> None:
    found = row(f"1 {ANN}", "2 names-only Cy", f"3 {ANN}", "4 names-only Cy", "5 names-only Dan", f"6 {ANN}")
    assert [(place, a.name, a.length, a.last) for place, a in absences(found, ALL)] == [
        (1, "ann", 2, "pie/2012"),
        (2, "cy", 1, "pie/2011"),
    ]


def test_a_cancelled_edition_is_no_absence() -> None:
    assert absences(row(f"1 {ANN}", "2 none ; status: cancelled", f"3 {ANN}"), ALL) == ()


def test_a_title_of_a_cancelled_edition_ends_no_absence() -> None:
    found = row(f"1 {ANN}", f"2 {BEN}", f"3 {ANN}; status: cancelled", f"4 {BEN}", f"5 {ANN}")
    (place, longest), *_ = absences(found, ALL)
    assert (place, longest.name, longest.length, longest.because) == (1, "ann", 2, None)


def test_where_a_title_may_hide_an_absence_is_at_most_so_long() -> None:
    partial = Reason("incomplete", (("editions", "2011"),))
    assert absences(row(f"1 {ANN}", "2 partial Ben", f"3 {ANN}"), ALL) == absence(1, 2010, 2012, partial)
    missing = Reason("missing", (("ordinals", "2, 3"),))
    assert absences(row(f"1 {ANN}", f"4 {ANN}"), ALL) == absence(2, 2010, 2011, missing)
    both = Reason("missing-incomplete", (("ordinals", "3"), ("editions", "2011")))
    assert absences(row(f"1 {ANN}", "2 partial Ben", f"4 {ANN}"), ALL) == absence(2, 2010, 2012, both)


def test_what_lies_before_the_first_title_hides_nothing() -> None:
    assert absences(row("1 partial Cy", f"3 {ANN}", f"4 {BEN}", f"5 {ANN}"), ALL) == absence(1, 2011, 2013)


def test_where_nobody_can_say_how_many_editions_lie_between_there_is_no_absence() -> None:
    text = "-- editions/pie/{}.yaml --\ncoverage: names-only\nresults: {{unknown: {}}}\n"
    told = ((2010, "Ann"), (2011, "Ben"), (2012, "Ann"), (2013, "Cy"), (2014, "Cy"), (2016, "Ann"))
    found = archive("".join(text.format(*each) for each in told))
    assert [(a.name, a.length, a.back) for _, a in absences(found, ALL)] == [("ann", 1, "pie/2012")]


def test_what_is_missing_before_the_first_title_is_not_between() -> None:
    missing = Reason("missing", (("ordinals", "6, 7"),))
    found = row(f"3 {ANN}", f"5 {ANN}", f"8 {ANN}", f"10 {BEN}")
    assert absences(found, ALL) == absence(2, 2011, 2012, missing)

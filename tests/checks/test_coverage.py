from palmarium.checks import coverage
from tests.archives import hints, told

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie, tart: Tart}\n"


def pie(edition: str) -> str:
    return f"{AWARD}-- editions/pie/2011.yaml --\n{edition}"


def test_a_complete_edition_with_all_its_winners_passes() -> None:
    assert told(coverage, pie("coverage: complete\nresults: {pie: Ann Crust, tart: {not_awarded: reserved}}\n")) == []


def test_a_partial_edition_with_an_unknown_winner_passes() -> None:
    assert told(coverage, pie("coverage: partial\nresults: {pie: Ann Crust, tart: unknown}\n")) == []


def test_a_complete_edition_with_an_unknown_winner_is_told_at_the_category() -> None:
    text = pie("coverage: complete\nresults:\n  pie: Ann Crust\n  tart: unknown\n")
    assert told(coverage, text) == [
        "editions/pie/2011.yaml:4:3: the coverage of the results is complete, but tart is unknown"
    ]
    assert hints(coverage, text) == [
        "write `coverage: partial`; for a category that nobody won, `not_awarded` and the reason"
    ]


def test_so_is_one_that_claims_all_winners() -> None:
    assert told(coverage, pie("coverage: winners-only\nresults: {tart: unknown}\n")) == [
        "editions/pie/2011.yaml:2:11: the coverage of the results is winners-only, but tart is unknown"
    ]


def test_all_names_may_be_known_and_a_category_not() -> None:
    assert told(coverage, pie("coverage: names-only\nresults: {unknown: [Ann Crust], tart: unknown}\n")) == []


def test_a_complete_edition_with_laureates_outside_any_category_is_told() -> None:
    text = pie("coverage: complete\nresults: {unknown: [Ann Crust]}\n")
    assert told(coverage, text) == [
        "editions/pie/2011.yaml:2:11: the coverage of the categories is complete, but some results have none"
    ]
    assert hints(coverage, text) == ["write `coverage: names-only` or `coverage: partial`"]


def test_names_only_with_every_category_is_told() -> None:
    text = pie("coverage: names-only\nresults: {pie: Ann Crust}\n")
    assert told(coverage, text) == [
        "editions/pie/2011.yaml:1:11: the coverage is names-only, but every result has its category"
    ]
    assert hints(coverage, text) == ["write `coverage: winners-only` or `coverage: complete`"]


def test_no_coverage_with_results_is_told() -> None:
    text = pie("coverage: none\nresults: {pie: Ann Crust}\n")
    assert told(coverage, text) == [
        "editions/pie/2011.yaml:1:11: the coverage of the results is none, but the edition holds 1"
    ]
    assert hints(coverage, text) == ["write `coverage: partial`"]


def test_a_complete_jury_without_jurors_is_told_and_one_that_is_not_held_with_jurors() -> None:
    assert told(coverage, pie("coverage: {jury: complete}\n")) == [
        "editions/pie/2011.yaml:1:11: the coverage of the jury is complete, but the edition lists no juror"
    ]
    assert told(coverage, pie("coverage: {jury: none}\njury: [Ann Crust]\n")) == [
        "editions/pie/2011.yaml:1:11: the coverage of the jury is none, but the edition lists jurors"
    ]
    assert told(coverage, pie("coverage: {jury: complete}\njury: [Ann Crust]\n")) == []


def test_an_edition_that_holds_nothing_may_say_so() -> None:
    assert told(coverage, pie("coverage: none\n")) == []
    assert told(coverage, pie("coverage: {jury: none}\n")) == []
    assert told(coverage, pie("coverage: names-only\n")) == []


def test_a_winner_unknown_in_an_unknown_category_is_told_as_one() -> None:
    assert told(coverage, pie("coverage: winners-only\nresults: {unknown: unknown}\n")) == [
        "editions/pie/2011.yaml:2:11: the coverage of the results is winners-only, but a winner is unknown",
        "editions/pie/2011.yaml:2:11: the coverage of the categories is complete, but some results have none",
    ]


def test_a_cancelled_edition_holds_nothing_to_cover() -> None:
    assert told(coverage, pie("status: cancelled\ncoverage: complete\nresults: {pie: unknown}\n")) == []


def test_nominees_without_a_winner_and_a_winner_beside_one_unknown_are_not_all() -> None:
    said = "editions/pie/2011.yaml:2:11: the coverage of the results is complete, but"
    for results, lacks in (
        ("[{laureate: Ann, distinction: nominee}]", "pie has no winner"),
        ("[{laureate: Ann, rank: 2}, {laureate: Ben, rank: 3}]", "place 1 of pie is left out"),
        ("[Ann, unknown]", "pie has an unknown winner"),
    ):
        assert told(coverage, pie(f"coverage: complete\nresults: {{pie: {results}}}\n")) == [f"{said} {lacks}"]
    reserved = "{not_awarded: reserved, results: [{laureate: Ann, distinction: finalist}]}"
    assert told(coverage, pie(f"coverage: complete\nresults: {{pie: {reserved}}}\n")) == []


def test_who_stands_below_an_empty_first_place_is_named() -> None:
    site = pie("coverage: complete\nresults: {pie: [{laureate: Ann, rank: 2}, {laureate: Ben, rank: 3}]}\n")
    added = "add `- {rank: 1, laureate: …}`, or write `rank: 1` for Ann where it is the first"
    assert hints(coverage, site) == [f"{added}; where nobody knows who had it, `coverage: partial`"]
    assert told(coverage, site.replace("complete", "partial")) == []

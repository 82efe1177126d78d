from dataclasses import replace

import pytest

from palmarium.model import Date, Source
from palmarium.model.archive import Archive
from palmarium.statistics.count import Reason
from palmarium.statistics.counting import COUNTS, Bound, ClaimScope, Finding
from tests.archives import archive

PIES = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    short: Pie
    categories: {pie: Pie, tart: Tart, dish: {name: Dish of Honour, special: true}}
    -- editions/pie/2009.yaml --
    ordinal: 2
    coverage: complete
    results: {pie: Ann, tart: Ben}
    -- editions/pie/2010.yaml --
    ordinal: 3
    coverage: {results: complete, categories: complete, jury: complete}
    results:
      pie:
        entrants: 12
        partner: Mill & Sons
        results:
          - Ann
          - {rank: 2, laureate: Cleo}
          - {rank: 3, laureate: Dan}
          - {rank: 1, laureate: Dan, scope: "region:north"}
          - {rank: 1, laureate: Eve, scope: "region:south"}
      tart: [{laureate: [Cleo, Eve], count: 2}, {laureate: Fay, distinction: finalist}]
      dish: Gus
    jury: [Hal, {name: Ida, category: pie}]
    partners: [Sugar Ltd, Mill & Sons]
    attendance: [{value: 600, forecast: true}, 512]
    method: {channels: [phone, chat], channel_count: 5}
    rounds: [{id: first, entrants: 100}, {id: final, entrants: 3}]
    -- editions/pie/2011.yaml --
    coverage: partial
    results: {pie: [{laureate: Ann, status: revoked}, Ben]}
    jury: [Hal]
    attendance: {value: 600, forecast: true}
    method: {channel_count: 5}
    rounds: [{id: first}, {id: final, entrants: 3}]
    -- editions/pie/2012.yaml --
    ordinal: 4
    coverage: none
    -- content/articles/pies.md --
    ---
    title: Pies
    comments: [Yum, Yum yum]
    ---
""")
HERE, PARTIAL, EMPTY = "pie/2010", "pie/2011", "pie/2012"


def ask(count: str, edition: str = "", value: int = 1, archive: Archive = PIES, **more: str) -> Finding:
    asked = ClaimScope(value, more.pop("award", "pie"), archive.editions.get(edition), **more)  # type: ignore[arg-type]
    return COUNTS[count].find(archive, asked)


def lacking(code: str, edition: str = "Pie 2011") -> Reason:
    return Reason(code, (("edition", edition),))


NO_EDITION = Finding(None, Bound.NONE, Reason("no-edition"))


def least(value: int, code: str) -> Finding:
    return Finding(value, Bound.AT_LEAST, lacking(code))


def listed(value: int) -> Finding:
    return Finding(value, Bound.LISTED, Reason("perhaps-more"))


def test_the_list_of_counts_is_closed_and_each_has_its_sentence() -> None:
    assert sorted(COUNTS) == [
        "attendance", "categories", "channels", "comments", "editions", "entrants", "finalists", "first-time",
        "jurors", "laureates", "ordinal", "partners", "places", "rank", "regained", "retained", "rounds", "stated",
        "titles",
    ]  # fmt: skip
    for rule in COUNTS.values():
        assert rule.says.endswith(".")


def test_laureates_are_names_with_a_title() -> None:
    assert ask("laureates", HERE) == Finding(5)
    assert ask("laureates", HERE, category="pie/pie") == Finding(3)
    assert ask("laureates", PARTIAL) == least(1, "laureates")


def test_laureates_of_an_award_rest_on_all_its_editions() -> None:
    found = ask("laureates")
    assert (found.value, found.bound) == (6, Bound.AT_LEAST)
    assert found.because == Reason("missing-incomplete", (("ordinals", "1"), ("editions", "2011, 2012")))


def test_neither_laureates_nor_titles_are_counted_over_all_awards() -> None:
    assert ask("laureates", award="") == NO_EDITION
    assert ask("titles", award="", name="ann") == NO_EDITION


def test_titles_are_trophies_and_may_be_of_one_name() -> None:
    assert ask("titles", HERE) == Finding(6)
    assert ask("titles", HERE, name="eve") == Finding(3)
    assert ask("titles", HERE, name="eve", category="pie/tart") == Finding(2)
    assert ask("titles", PARTIAL, name="ann") == least(0, "laureates")


def test_categories_leave_out_special_awards() -> None:
    assert ask("categories", HERE) == Finding(2)
    assert ask("categories", PARTIAL) == least(1, "categories")
    assert ask("categories") == listed(2)
    assert ask("categories", award="jam") == listed(0)


def test_jurors_may_be_of_one_category() -> None:
    assert ask("jurors", HERE) == Finding(2)
    assert ask("jurors", HERE, category="pie/pie") == Finding(1)
    assert ask("jurors", PARTIAL) == least(1, "jury")


def test_the_ordinal_is_the_edition_s_own() -> None:
    assert ask("ordinal", HERE, value=3) == ask("ordinal", HERE, value=4) == Finding(3)
    assert ask("ordinal", PARTIAL) == Finding(None, Bound.NONE, lacking("no-ordinal"))


def test_an_ordinal_that_the_others_contradict_confirms_nothing() -> None:
    contradicted = Reason("ordinal-contradicted", (("ordinal", 4), ("edition", "Pie 2012")))
    assert ask("ordinal", EMPTY, value=4) == Finding(None, Bound.NONE, contradicted)
    assert ask("ordinal", EMPTY, value=5) == Finding(4)


def test_editions_are_counted_up_to_this_one_with_those_that_are_missing() -> None:
    assert ask("editions", HERE) == Finding(3)
    assert ask("editions", PARTIAL) == Finding(4)
    assert ask("editions") == Finding(5)


def test_without_any_number_there_are_at_least_so_many_editions() -> None:
    jam = archive("-- editions/jam/2010.yaml --\ncoverage: none\n")
    assert ask("editions", "jam/2010", archive=jam, award="jam") == Finding(1, Bound.AT_LEAST, Reason("start"))
    assert ask("editions", archive=jam, award="tart") == NO_EDITION


def test_places_are_winners_and_ranks() -> None:
    assert ask("places", HERE, category="pie/pie") == Finding(5)
    assert ask("places", HERE, category="pie/pie", scope="region:north") == Finding(1)
    assert ask("places", HERE, category="pie/tart") == Finding(1)
    assert ask("places", PARTIAL) == least(1, "results")


def test_a_rank_is_overall_where_no_scope_is_named() -> None:
    assert ask("rank", HERE, name="dan", category="pie/pie", value=3) == Finding(3)
    assert ask("rank", HERE, name="dan", category="pie/pie", scope="overall", value=2) == Finding(3)
    assert ask("rank", HERE, name="dan", category="pie/pie", scope="region:north") == Finding(1)


def test_a_winner_without_a_number_is_first() -> None:
    assert ask("rank", HERE, name="ann") == Finding(1)


def test_of_several_places_the_claimed_one_is_found_else_the_best() -> None:
    assert ask("rank", HERE, name="cleo", value=2) == Finding(2)
    assert ask("rank", HERE, name="cleo", value=3) == Finding(1)


def refuted(code: str, *values: tuple[str, str | int]) -> Finding:
    return Finding(None, Bound.NONE, Reason(code, values), refuted=True)


def test_a_place_overall_that_another_holds_is_refuted_with_the_scope_that_was_won() -> None:
    assert ask("rank", HERE, name="eve", category="pie/pie") == refuted(
        "place-elsewhere", ("rank", 1), ("other", "Ann"), ("name", "Eve"), ("place", 1), ("where", "south")
    )


def test_a_place_in_a_scope_that_another_holds_is_refuted() -> None:
    north = {"category": "pie/pie", "scope": "region:north"}
    told = (("rank", 1), ("other", "Dan"), ("scope", "north"))
    assert ask("rank", HERE, name="ann", **north) == refuted("place-overall-here", *told, ("name", "Ann"), ("place", 1))
    assert ask("rank", HERE, name="eve", **north) == refuted(
        "place-elsewhere-here", *told, ("name", "Eve"), ("place", 1), ("where", "south")
    )
    assert ask("rank", HERE, name="gus", **north) == refuted("place-taken-here", *told)


def test_a_place_of_somebody_without_any_is_refuted_by_who_holds_it() -> None:
    assert ask("rank", HERE, name="gus", category="pie/tart") == refuted(
        "place-taken", ("rank", 1), ("other", "Cleo & Eve")
    )


def test_a_place_that_nobody_holds_is_refuted_where_all_are_known() -> None:
    assert ask("rank", HERE, name="gus", category="pie/pie", value=4) == refuted(
        "no-place", ("name", "Gus"), ("edition", "Pie 2010")
    )
    assert ask("rank", PARTIAL, name="gus", value=4) == Finding(None, Bound.NONE, lacking("results"))


def test_a_revoked_place_is_not_held() -> None:
    assert ask("rank", PARTIAL, name="ann") == refuted("place-taken", ("rank", 1), ("other", "Ben"))


def test_a_rank_needs_a_name() -> None:
    assert ask("rank", HERE) == Finding(None, Bound.NONE, Reason("unresolved"))


def test_standings_are_those_of_the_holders() -> None:
    assert ask("retained", HERE) == Finding(1)
    assert ask("regained", HERE) == Finding(0, Bound.AT_LEAST, Reason("missing", (("ordinals", "1"),)))
    assert ask("retained", PARTIAL) == least(0, "laureates")


def test_a_first_time_after_a_gap_is_at_most_so_many() -> None:
    assert ask("first-time", HERE) == Finding(4, Bound.AT_MOST, Reason("missing", (("ordinals", "1"),)))
    assert ask("first-time", PARTIAL).bound is Bound.NONE


def test_a_first_time_in_a_known_row_is_exact_or_at_least() -> None:
    jam = archive("""
        -- editions/jam/2010.yaml --
        ordinal: 1
        coverage: names-only
        results: {unknown: Ann}
        -- editions/jam/2011.yaml --
        ordinal: 2
        coverage: partial
        results: {unknown: [Ann, Ben]}
    """)
    assert ask("first-time", "jam/2010", archive=jam, award="jam") == Finding(1)
    because = lacking("laureates", "jam 2011")
    assert ask("first-time", "jam/2011", archive=jam, award="jam") == Finding(1, Bound.AT_LEAST, because)


def test_partners_of_the_edition_and_its_categories_are_counted_once() -> None:
    assert ask("partners", HERE) == listed(2)
    assert ask("partners", PARTIAL) == listed(0)


def test_entrants_are_of_a_category_or_of_the_first_round() -> None:
    assert ask("entrants", HERE, category="pie/pie") == Finding(12)
    assert ask("entrants", HERE) == Finding(100)
    assert ask("entrants", PARTIAL) == Finding(3)
    assert ask("entrants", HERE, category="pie/tart") == Finding(None, Bound.NONE, lacking("no-figure", "Pie 2010"))


def test_attendance_is_the_actual_one_where_none_is_the_claimed_number() -> None:
    assert ask("attendance", HERE, value=700) == Finding(512)
    assert ask("attendance", PARTIAL, value=700) == Finding(600)
    assert ask("attendance", EMPTY) == Finding(None, Bound.NONE, lacking("no-figure", "Pie 2012"))


RECORDED = Finding(None, Bound.NONE, Reason("recorded"))
SOURCED = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    categories: {pie: Pie}
    -- editions/pie/2010.yaml --
    attendance: [{value: 600, sources: said}, {value: 512, sources: counted}, {value: 90, sources: [said, counted]}, 7]
    method: {channel_count: 5}
    rounds: [{id: final, entrants: 3}]
    results: {pie: {entrants: 12, sources: counted, results: Ann}}
    sources:
      said: {title: The Pie Post, url: "https://pie.example/said"}
      counted: {title: The Pie Office, author: Ann}
    cited: {method: counted, rounds: said}
""")
SAID, COUNTED = SOURCED.editions["pie/2010"].sources


def claimed(count: str, value: int, *sources: Source, category: str = "") -> Finding:
    edition = SOURCED.editions["pie/2010"]
    return COUNTS[count].find(SOURCED, ClaimScope(value, "pie", edition, category=category, sources=sources))


def test_a_number_recorded_from_the_source_of_the_claim_confirms_nothing() -> None:
    assert claimed("attendance", 600, SAID) == RECORDED
    assert claimed("attendance", 512, SAID) == Finding(512)
    assert claimed("attendance", 7) == RECORDED
    assert ask("attendance", HERE, value=600) == RECORDED


def test_a_number_recorded_from_the_source_of_the_claim_may_still_contradict_it() -> None:
    assert claimed("attendance", 601, SAID) == Finding(600)


def test_one_source_more_than_the_claim_is_enough() -> None:
    assert claimed("attendance", 90, SAID) == Finding(90)
    assert claimed("attendance", 90, SAID, COUNTED) == RECORDED


def test_a_source_is_the_same_by_its_address_or_else_by_all_that_is_said_of_it() -> None:
    elsewhere = replace(SAID, id="s9", title="Another title")
    assert claimed("attendance", 600, elsewhere) == RECORDED
    assert claimed("attendance", 600, replace(elsewhere, url="https://pie.example/else")) == Finding(600)
    assert claimed("attendance", 512, replace(COUNTED, id="s9")) == RECORDED
    assert claimed("attendance", 512, replace(COUNTED, author="Ben")) == Finding(512)


def test_the_provenance_of_a_field_is_that_of_its_numbers() -> None:
    assert claimed("channels", 5, SAID) == Finding(5)
    assert claimed("channels", 5, COUNTED) == RECORDED
    assert claimed("entrants", 3, COUNTED) == Finding(3)
    assert claimed("entrants", 3, SAID) == RECORDED
    assert claimed("finalists", 3, COUNTED) == Finding(3)
    assert claimed("entrants", 12, SAID, category="pie/pie") == Finding(12)
    assert claimed("entrants", 12, COUNTED, category="pie/pie") == RECORDED


def test_channels_are_those_named_or_else_their_number() -> None:
    assert ask("channels", HERE) == listed(2)
    assert ask("channels", PARTIAL) == Finding(5)
    assert ask("channels", EMPTY) == Finding(None, Bound.NONE, lacking("no-figure", "Pie 2012"))


def test_rounds_and_comments_are_listed() -> None:
    assert ask("rounds", HERE) == listed(2)
    asked = ClaimScope(2, article=PIES.articles["pies"])
    assert COUNTS["comments"].find(PIES, asked) == listed(2)
    assert ask("comments", HERE) == listed(0)


def test_finalists_are_listed_with_the_winners_or_enter_the_last_round() -> None:
    assert ask("finalists", HERE, 3) == Finding(3)
    assert ask("finalists", PARTIAL) == Finding(3)
    assert ask("finalists", EMPTY) == Finding(None, Bound.NONE, lacking("no-figure", "Pie 2012"))


def test_finalists_are_counted_with_the_winners_or_without() -> None:
    text = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie, tart: Tart}\n"
    text += "-- editions/pie/2010.yaml --\ncoverage: complete\nresults:\n  tart: Eve\n"
    text += "  pie: [Ann, {laureate: Ben, distinction: finalist}, {laureate: Cleo, distinction: finalist}]\n"
    found = archive(text)
    assert ask("finalists", "pie/2010", 2, archive=found) == Finding(2)
    for value in (1, 3, 4):
        assert ask("finalists", "pie/2010", value, archive=found) == Finding(3)
    partial = archive(text.replace("complete", "partial"))
    assert ask("finalists", "pie/2010", 2, archive=partial) == listed(2)
    assert ask("finalists", "pie/2010", 4, archive=partial) == listed(3)


def test_what_is_stated_is_never_computed() -> None:
    assert ask("stated", HERE) == Finding(None, Bound.NONE, Reason("stated"))


OF_MORE_THAN_AN_EDITION = {"laureates", "titles", "categories", "editions", "comments", "stated"}


@pytest.mark.parametrize("count", sorted({*COUNTS} - OF_MORE_THAN_AN_EDITION))
def test_what_is_of_an_edition_can_not_be_counted_without_one(count: str) -> None:
    assert ask(count) == NO_EDITION


def test_where_no_number_tells_that_editions_follow_there_may_be_more() -> None:
    text = "-- editions/pie/2010.yaml --\nordinal: 1\n-- editions/pie/2012.yaml --\ntheme: crust\n"
    found = archive(text)
    because = Reason("apart", (("editions", "2012"),))
    assert ask("editions", "pie/2012", archive=found) == Finding(2, Bound.AT_LEAST, because)
    assert ask("editions", "pie/2010", archive=found) == Finding(1)


def test_what_is_found_is_not_refuted() -> None:
    assert not Finding(3).refuted


def test_a_cancelled_edition_is_the_how_manyeth_of_none() -> None:
    found = archive("-- editions/pie/2010.yaml --\nordinal: 1\n-- editions/pie/2011.yaml --\nstatus: cancelled\n")
    assert ask("editions", "pie/2011", archive=found) == NO_EDITION


def test_two_sources_of_one_title_and_two_dates_are_two() -> None:
    text = "attendance: {value: 9, sources: s1}\nsources: {s1: {title: Post, date: 2010}}\n"
    found = archive(f"-- editions/pie/2010.yaml --\n{text}")
    edition = found.editions["pie/2010"]
    (post,) = edition.sources
    later = replace(post, id="s9", date=Date(2011))
    assert COUNTS["attendance"].find(found, ClaimScope(9, "pie", edition, sources=(post,))) == RECORDED
    assert COUNTS["attendance"].find(found, ClaimScope(9, "pie", edition, sources=(later,))) == Finding(9)


def test_without_finalists_those_who_entered_the_last_round_are_counted() -> None:
    text = "-- editions/pie/2010.yaml --\nrounds: [{id: first, entrants: 100}, {id: final, entrants: 3}]\n"
    assert ask("finalists", "pie/2010", archive=archive(text)) == Finding(3)


def test_a_scope_is_said_by_its_last_word() -> None:
    text = """
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        short: Pie
        categories: {pie: Pie}
        -- editions/pie/2010.yaml --
        coverage: complete
        results:
          pie: [{rank: 1, laureate: Ann, scope: north}, {rank: 1, laureate: Ben, scope: "region:south"}]
    """
    found = ask("rank", "pie/2010", 1, archive(text), name="ben", scope="north")
    assert found.because
    assert dict(found.because.values)["scope"] == "north"
    assert dict(found.because.values)["where"] == "south"

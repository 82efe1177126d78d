"""Edge cases 10 to 38: who got what, and what became of it."""

from typing import Any

from palmarium.statistics.titles import Scope, laureates, titles
from tests.cases.reading import Reading

SITE = """
-- editions/lantern/award.yaml --
name: The Lantern Prize
short: Lantern
founded: 2001
categories:
  wick: Best Wick
  flame: Best Flame
  oil: Best Oil
  moth: {name: Friend of Moths, many: true}
  glass: Best Glass
  story: Best Translated Tale
  crew: Best Crew
  shade: Best Shade
  keeper: Keeper of the Year
  match: Best Match
  snuffer: Best Snuffer
  spark: Best Spark
  ember: Best Ember
  ash: Best Ash
  beam: Best Beam
  glow: Best Glow
  torch: Best Torch
  lamp: Best Lamp
  cast: Best Cast
  script: Best Script
  smoke: Best Smoke
  soot: Best Soot
  signal: Best Signal
  voice: Best Voice
  lighter: Young Lighter of the Year
  night: Night Service
  purse: Best Purse
  star: Best Star
-- editions/lantern/2001.yaml --
ordinal: 1
ceremony: 2001-05-04
coverage: partial
results:
  # 10
  wick:
    - {rank: 1, laureate: Ada Candle}
    - {rank: 1, laureate: Bert Taper}
    - {rank: 3, laureate: Cleo Tallow}
  # 11
  flame:
    - {rank: 1, tie: true, laureate: Dora Flint, score: "41", printed_category: Best Wax Flame}
    - rank: 1
      tie: true
      laureate: Emil Tinder
      score: "40"
      note: One vote less counted as equal under the rules of that year.
  # 12
  oil:
    - {rank: 1, laureate: Whale & Sons}
    - {rank: 2, laureate: Olive Mill}
    - {rank: 3, laureate: Rape Seed Co}
    - {rank: 3, laureate: Nut Press}
    - {rank: 5, laureate: Linseed Ltd}
  # 13
  moth: [Luna Garden, Hawk Garden, Silk Garden]
  # 14
  glass:
    - {laureate: Henri Verre, share: 1/2}
    - {laureate: Pia Pane, share: 1/4}
    - {laureate: Max Pane, share: 1/4}
  # 15
  story:
    laureate:
      - {name: Ines Quill, as: author, share: 1/2}
      - {name: Tom Tongue, as: translator, share: 1/2}
  # 16
  crew: {laureate: Class of the Harbour School, kind: team, size: about thirty pupils}
  # 17
  shade:
    laureate: Parasol Works
    credited_as: PARASOL WORKS (Ms Umber)
    for: {title: Folding Dusk, kind: app}
    represented_by: Una Umber
  # 18
  keeper:
    - {rank: 1, laureate: Rosa Rock, role: keeper, org: North Light}
    - {rank: 2, laureate: Sam Sand, role: deputy keeper, org: South Light}
    - {rank: 3, laureate: Tess Tide, kind: person}
-- editions/lantern/2002.yaml --
ordinal: 2
ceremony: 2002-05-03
coverage: partial
results:
  # 18
  keeper: {laureate: Rosa Rock, role: head keeper, org: Island Light}
  # 20
  match: {laureate: Parasol Works, count: 2}
  # 22
  snuffer: unknown
  # 23
  spark: {not_awarded: below-threshold, note: Nobody reached 12 out of 20., threshold: 12/20}
  ember: {not_awarded: no-majority}
  # 24
  ash:
    laureate: Vic Cinder
    awarded_on: 2003-05-02
    note: Reserved in 2002, given a year later.
  # 25
  beam: {laureate: Wim Ray, acceptance: declined}
  glow: {laureate: Xenia Gleam, acceptance: prevented, note: Her government forbade it; she received the medal in 2010.}
  # 26
  torch:
    - laureate: Young Sparks
      status: revoked
      status_on: 2002-06-07
      status_reason: Shown before the year began.
      superseded_by: Inner Light
    - {laureate: Inner Light, awarded_on: 2002-06-08}
  lamp: {laureate: Mimed Lamp, status: revoked, status_reason: Others had sung.}
  # 27
  cast:
    laureate:
      - Yan Boom
      - {name: Zoe Mike, kind: person, status: ineligible, note: Struck off for canvassing.}
  # 28
  script:
    laureate: {name: Rita Real, kind: person}
    credited_as: Ian Front
    posthumous: true
    amendments:
      - {on: 2012-12-15, change: The credit went from Ian Front to Rita Real., by: Board of the prize}
  # 30
  smoke:
    - Carl Coal
    - {laureate: Pete Peat, distinction: nominee, official: false}
  # 31
  soot: {laureate: Quinn Chimney, entered_in: smoke}
  # 32
  signal:
    - {rank: 1, laureate: Mercury Coaches, scope: overall}
    - {rank: 1, laureate: Bell Telegraph, scope: "sector:telegraphs"}
  # 33
  voice:
    - {laureate: Echo Choir, track: jury}
    - {laureate: Canyon Choir, track: public}
  # 34
  favourite: {name: Jury's Favourite, special: true, laureate: Luna Garden}
  # 38
  star: {laureate: Lost Comet, posthumous: true, kind: person}
-- editions/lantern/2003.yaml --
ordinal: 3
ceremony: 2003-05-02
coverage: names-only
results:
  # 21
  unknown: [Parasol Works, Olive Mill]
-- editions/lantern/2004.yaml --
ordinal: 4
ceremony: 2004-05-07
coverage: partial
rounds:
  - {id: quiz, name: Quiz, level: city, entrants: 1500, qualifier: more than, qualify: 3, per: city, method: exam}
  - {id: semi, name: Semi-finals, level: region, qualify: 3}
  - {id: final, name: Final, level: national, entrants: 3, method: jury}
results:
  # 35
  lighter:
    - {laureate: Nell Dawn, distinction: regional-winner, scope: "region:Fens", round: semi}
    - {laureate: Owen Dusk, round: final}
  # 36
  night: {laureate: Night Owl Cabs, score: "16.7", out_of: "20", entrants: 1, threshold: 12/20}
  # 37
  purse:
    laureate: Team Piggy
    kind: team
    prize: {amount: "3000", per: unknown, in_kind: a lantern}
-- content/articles/envelope.md --
---
title: The wrong envelope
kind: brief
date: 2004-05-08
about: {editions: lantern/2004, names: [Team Piggy]}
---

For two minutes, [[Night Owl Cabs]] held the Best Purse: the wrong card had been read out.
"""


def card(site: Reading, year: str, category: str) -> str:
    """What a reader reads of a category on the page of an edition."""
    return site.page(f"awards/lantern/{year}", category)


def won(site: Reading, name: str) -> int:
    return titles(site.archive, Scope(name=name)).value


def holders(result: Any) -> list[str]:
    return [laureate["name"] for laureate in result["laureates"]]


def test_the_checks_find_nothing_wrong_in_these_cases(site: Reading) -> None:
    assert site.told == ()


def test_case_10_tie_for_first(site: Reading) -> None:
    assert card(site, "2001", "wick") == "Best Wick tie 1 Ada Candle tie 1 Bert Taper third 3 Cleo Tallow"
    assert [(r["rank"], r.get("tie", False)) for r in site.results("lantern/2001", "wick")] == [
        (1, True),
        (1, True),
        (3, False),
    ]
    assert (won(site, "ada-candle"), won(site, "bert-taper"), won(site, "cleo-tallow")) == (1, 1, 0)


def test_case_11_tie_by_a_rule_is_declared_and_explained(site: Reading) -> None:
    told = card(site, "2001", "flame")
    assert told.startswith(
        "Best Flame tie 1 Dora Flint Score: 41. Printed category: Best Wax Flame. tie 1 Emil Tinder Score: 40."
    )
    assert told.endswith("One vote less counted as equal under the rules of that year.")
    assert [r["score"] for r in site.results("lantern/2001", "flame") if r["tie"]] == ["41", "40"]


def test_case_12_tie_lower_down(site: Reading) -> None:
    assert card(site, "2001", "oil") == (
        "Best Oil first 1 Whale & Sons second 2 Olive Mill tie 3 Rape Seed Co tie 3 Nut Press place 5 Linseed Ltd"
    )
    assert [r["rank"] for r in site.results("lantern/2001", "oil")] == [1, 2, 3, 3, 5]
    assert [r["distinction"] for r in site.results("lantern/2001", "oil")] == ["winner"] + ["ranked"] * 4


def test_case_13_several_winners_on_purpose_are_no_tie(site: Reading) -> None:
    assert card(site, "2001", "moth") == "Friend of Moths Luna Garden Hawk Garden Silk Garden"
    assert [r.get("tie") for r in site.results("lantern/2001", "moth")] == [None, None, None]
    assert titles(site.archive, Scope(edition="lantern/2001", category="lantern/moth")).value == 3
    assert "Winners several per edition, not a tie" in site.page("awards/lantern/category/moth")


def test_case_14_shares_of_a_prize(site: Reading) -> None:
    assert card(site, "2001", "glass") == (
        "Best Glass Henri Verre share of the prize: 1/2 Pia Pane share of the prize: 1/4"
        " Max Pane share of the prize: 1/4"
    )
    assert [r["share"] for r in site.results("lantern/2001", "glass")] == ["1/2", "1/4", "1/4"]


def test_case_15_joint_prize_is_one_title_with_roles(site: Reading) -> None:
    assert card(site, "2001", "story") == (
        "Best Translated Tale joint prize Ines Quill and Tom Tongue"
        " Ines Quill: author; share of the prize: 1/2 Tom Tongue: translator; share of the prize: 1/2"
    )
    [result] = site.results("lantern/2001", "story")
    assert [(who["as"], who["share"]) for who in result["laureates"]] == [("author", "1/2"), ("translator", "1/2")]
    assert "tie" not in result
    assert titles(site.archive, Scope(edition="lantern/2001", category="lantern/story")).value == 1
    assert (won(site, "ines-quill"), won(site, "tom-tongue")) == (1, 1)
    assert "Shared with Tom Tongue." in site.page("names/ines-quill")


def test_case_16_team_with_its_size(site: Reading) -> None:
    assert card(site, "2001", "crew") == "Best Crew Class of the Harbour School about thirty pupils"
    [laureate] = site.results("lantern/2001", "crew")[0]["laureates"]
    assert (laureate["kind"], laureate["size"]) == ("team", "about thirty pupils")
    assert site.page("names/class-of-the-harbour-school").startswith(
        "team Class of the Harbour School Lantern 2001 at least 1 title"
    )


def test_case_17_what_is_honoured_who_holds_it_who_went_on_stage(site: Reading) -> None:
    assert card(site, "2001", "shade") == (
        "Best Shade Parasol Works for Folding Dusk, app represented by Una Umber Printed “PARASOL WORKS (Ms Umber)”."
    )
    [result] = site.results("lantern/2001", "shade")
    assert result["for"] == [{"title": "Folding Dusk", "kind": "app"}]
    assert [name["id"] for name in result["represented_by"]] == ["una-umber"]
    assert result["credited_as"] == "PARASOL WORKS (Ms Umber)"
    assert "On stage for Parasol Works." in site.page("names/una-umber")
    assert won(site, "una-umber") == 0


def test_case_18_role_and_organisation_are_those_of_the_time(site: Reading) -> None:
    assert "first 1 Rosa Rock keeper, North Light" in card(site, "2001", "keeper")
    assert card(site, "2002", "keeper") == "Keeper of the Year Rosa Rock head keeper, Island Light"
    posts = [result["laureates"][0]["posts"][0] for result in site.json("names/rosa-rock")["results"]]
    assert [(post["role"], post["org"]["name"]) for post in posts] == [
        ("keeper", "North Light"),
        ("head keeper", "Island Light"),
    ]


def test_case_19_ranked_places(site: Reading) -> None:
    assert card(site, "2001", "keeper") == (
        "Keeper of the Year first 1 Rosa Rock keeper, North Light"
        " second 2 Sam Sand deputy keeper, South Light third 3 Tess Tide"
    )
    assert [(r["rank"], r["title"]) for r in site.results("lantern/2001", "keeper")] == [
        (1, True),
        (2, False),
        (3, False),
    ]


def test_case_20_same_laureate_twice_in_one_edition(site: Reading) -> None:
    assert card(site, "2002", "match") == "Best Match Parasol Works title 2"
    assert [r["count"] for r in site.results("lantern/2002", "match")] == [2]
    inside = Scope(edition="lantern/2002", category="lantern/match")
    assert (titles(site.archive, inside).value, laureates(site.archive, inside).value) == (2, 1)
    assert site.page("names/parasol-works").startswith(
        "organisation Parasol Works Lantern 2003 Lantern 2002 Lantern 2001 at least 4 titles"
    )


def test_case_21_laureates_without_a_known_category(site: Reading) -> None:
    told = site.page("awards/lantern/2003")
    assert "We know who won, not in which category." in told
    assert card(site, "2003", "unknown") == "Category unknown Parasol Works Olive Mill"
    assert "the category of 2 titles" in site.page("awards/lantern/2003", "missing")
    edition = site.json("editions/lantern-2003")
    assert "categories" not in edition
    assert [holders(r) for r in edition["without_category"]["results"]] == [["Parasol Works"], ["Olive Mill"]]
    assert all("category" not in result for result in edition["without_category"]["results"])
    assert won(site, "olive-mill") == 1


def test_case_22_known_category_unknown_winner(site: Reading) -> None:
    assert card(site, "2002", "snuffer") == "Best Snuffer unknown winner unknown"
    assert site.entry("lantern/2002", "snuffer")["outcome"] == "unknown"
    assert "the winner of “Best Snuffer”" in site.page("awards/lantern/2002", "missing")


def test_case_23_no_award_and_its_reason(site: Reading) -> None:
    assert card(site, "2002", "spark") == (
        "Best Spark not awarded not awarded No entrant reached the mark. Pass mark: 12/20. Nobody reached 12 out of 20."
    )
    assert card(site, "2002", "ember") == "Best Ember not awarded not awarded No majority was found."
    entries = [site.entry("lantern/2002", category) for category in ("spark", "ember")]
    assert [(each["outcome"], each["reason"]) for each in entries] == [
        ("not-awarded", "below-threshold"),
        ("not-awarded", "no-majority"),
    ]
    assert "results" not in entries[0]


def test_case_24_reserved_and_given_a_year_later(site: Reading) -> None:
    assert card(site, "2002", "ash") == (
        "Best Ash Vic Cinder Awarded: May 2, 2003. Reserved in 2002, given a year later."
    )
    [result] = site.results("lantern/2002", "ash")
    assert (result["edition"], result["awarded_on"], result["date"]) == ("lantern/2002", "2003-05-02", "2003-05-02")


def test_case_25_declined_titles_count_all_the_same(site: Reading) -> None:
    assert card(site, "2002", "beam") == "Best Beam declined Wim Ray declined. It still counts as a title."
    assert card(site, "2002", "glow") == (
        "Best Glow declined Xenia Gleam prevented from receiving it. It still counts as a title."
        " Her government forbade it; she received the medal in 2010."
    )
    assert [site.results("lantern/2002", c)[0]["acceptance"] for c in ("beam", "glow")] == ["declined", "prevented"]
    assert (won(site, "wim-ray"), won(site, "xenia-gleam")) == (1, 1)


def test_case_26_revoked_and_reassigned(site: Reading) -> None:
    assert card(site, "2002", "torch") == (
        "Best Torch revoked Young Sparks revoked, June 7, 2002: Shown before the year began."
        " It went to Inner Light. It does not count as a title."
        " Inner Light Awarded: June 8, 2002. In place of Young Sparks."
    )
    lost, kept = site.results("lantern/2002", "torch")
    assert (lost["status"], lost["title"], lost["superseded_by"]["id"]) == ("revoked", False, "inner-light")
    assert (kept["status"], kept["title"]) == ("active", True)
    assert (won(site, "young-sparks"), won(site, "inner-light")) == (0, 1)
    assert "revoked Lantern 2002, Best Torch" in site.page("names/young-sparks")


def test_case_26_revoked_and_given_to_nobody(site: Reading) -> None:
    assert card(site, "2002", "lamp") == (
        "Best Lamp revoked Mimed Lamp revoked: Others had sung. It does not count as a title."
    )
    assert titles(site.archive, Scope(edition="lantern/2002", category="lantern/lamp")).value == 0


def test_case_27_one_person_of_a_joint_result_struck_off(site: Reading) -> None:
    assert card(site, "2002", "cast") == (
        "Best Cast joint prize Yan Boom and Zoe Mike ruled ineligible Zoe Mike: Struck off for canvassing."
    )
    [result] = site.results("lantern/2002", "cast")
    assert [who.get("status") for who in result["laureates"]] == [None, "ineligible"]
    assert (won(site, "yan-boom"), won(site, "zoe-mike")) == (1, 0)
    assert "revoked Lantern 2002, Best Cast ruled ineligible. It does not count" in site.page("names/zoe-mike")


def test_case_28_credit_restored_later(site: Reading) -> None:
    assert card(site, "2002", "script") == (
        "Best Script Rita Real posthumous Printed “Ian Front”."
        " December 15, 2012. The credit went from Ian Front to Rita Real. (Board of the prize)"
    )
    [result] = site.results("lantern/2002", "script")
    assert result["amendments"] == [
        {
            "on": "2012-12-15",
            "change": "The credit went from Ian Front to Rita Real.",
            "by": "Board of the prize",
        }
    ]
    assert "ian-front" not in site.archive.names


def test_case_29_wrong_name_read_out_belongs_in_an_article(site: Reading) -> None:
    assert "the wrong card had been read out" in site.page("articles/envelope")
    assert "The wrong envelope" in site.page("awards/lantern/2004", "articles")
    assert [holders(result) for result in site.results("lantern/2004", "purse")] == [["Team Piggy"]]
    assert won(site, "night-owl-cabs") == 1


def test_case_30_nomination_that_only_records_know(site: Reading) -> None:
    assert card(site, "2002", "smoke") == "Best Smoke Carl Coal nominee Pete Peat unofficial"
    assert [r["official"] for r in site.results("lantern/2002", "smoke")] == [True, False]


def test_case_31_moved_between_categories_by_the_jury(site: Reading) -> None:
    assert card(site, "2002", "soot") == "Best Soot Quinn Chimney Entered in Best Smoke."
    assert site.results("lantern/2002", "soot")[0]["entered_in"] == "lantern/smoke"


def test_case_32_first_of_its_sector_is_not_first_of_all(site: Reading) -> None:
    assert card(site, "2002", "signal") == (
        "Best Signal Mercury Coaches overall ranking Bell Telegraph sector telegraphs"
    )
    assert [(r["rank"], r["scope"]) for r in site.results("lantern/2002", "signal")] == [
        (1, "overall"),
        (1, "sector:telegraphs"),
    ]
    assert "tie" not in site.results("lantern/2002", "signal")[0]
    assert "sector telegraphs" in site.page("names/bell-telegraph")


def test_case_33_two_juries_two_winners(site: Reading) -> None:
    assert card(site, "2002", "voice") == "Best Voice Echo Choir jury Canyon Choir public"
    assert [r["track"] for r in site.results("lantern/2002", "voice")] == ["jury", "public"]


def test_case_34_special_award_outside_the_categories(site: Reading) -> None:
    assert "Outside the categories Jury’s Favourite Luna Garden" in site.page("awards/lantern/2002", "palmares")
    assert site.entry("lantern/2002", "favourite")["special"] is True
    assert "outside the categories" in site.page("awards/lantern/category/favourite")
    assert won(site, "luna-garden") == 2


def test_case_35_rounds_of_a_contest_as_a_funnel(site: Reading) -> None:
    funnel = site.page("awards/lantern/2004", "method")
    assert "Quiz city more than 1,500 3 per city exam" in funnel
    assert "Semi-finals region ? unknown 3 Nell Dawn regional winner" in funnel
    assert "Final national 3 – jury title Owen Dusk" in funnel
    assert card(site, "2004", "lighter") == (
        "Young Lighter of the Year Owen Dusk Round: Final. regional winner Nell Dawn region Fens Round: Semi-finals."
    )
    quiz = site.json("editions/lantern-2004")["rounds"][0]
    assert (quiz["entrants"], quiz["qualify"], quiz["per"]) == (1500, 3, "city")
    assert (won(site, "nell-dawn"), won(site, "owen-dusk")) == (0, 1)


def test_case_36_score_threshold_and_no_competitor(site: Reading) -> None:
    assert card(site, "2004", "night") == (
        "Night Service Night Owl Cabs Score: 16.7 out of 20. 1 entrant. Pass mark: 12/20."
    )
    entry = site.entry("lantern/2004", "night")
    assert (entry["entrants"], entry["threshold"]) == (1, "12/20")
    assert (entry["results"][0]["score"], entry["results"][0]["out_of"]) == ("16.7", "20")


def test_case_37_prize_in_money_and_in_kind(site: Reading) -> None:
    assert card(site, "2004", "purse") == (
        "Best Purse Team Piggy Prize: €3,000, a lantern (for each or for all: unknown)."
    )
    assert site.entry("lantern/2004", "purse")["prize"] == {
        "amount": "3000",
        "currency": "EUR",
        "per": "unknown",
        "in_kind": "a lantern",
    }


def test_case_38_posthumous(site: Reading) -> None:
    assert card(site, "2002", "star") == "Best Star Lost Comet posthumous"
    assert site.results("lantern/2002", "star")[0]["posthumous"] is True
    assert won(site, "lost-comet") == 1

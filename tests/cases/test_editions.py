"""Edge cases 1 to 9: which edition, when, and whether it was held at all."""

from palmarium.statistics.coverage import edition_before
from palmarium.statistics.streaks import streaks
from palmarium.statistics.titles import Scope
from tests.cases.reading import Reading

SITE = """
-- editions/almanac/award.yaml --
name: Service of the Year
short: Almanac
founded: 2007-10
categories: {ferry: Best Ferry, tram: Best Tram}
-- editions/almanac/2008.yaml --
ordinal: 1
ceremony: 2007-10-16
coverage: complete
results: {ferry: Puffin Line}
-- editions/almanac/2009.yaml --
ordinal: 2
ceremony: 2008-10-15
coverage: complete
results: {ferry: Puffin Line}
-- editions/almanac/2010.yaml --
ordinal: 3
status: cancelled
status_note: No ferry sailed that winter.
coverage: none
-- editions/almanac/2011.yaml --
# 1
ordinal: 4
label: "2011"
ceremony: {date: 2010-10-14, venue: Pier Hall, city: Gullport}
period: {from: 2010-05, until: 2010-07}
validity: eleven months from January 2011
# 9
attendance:
  - {value: 600, qualifier: more than, forecast: true, sources: s1}
  - {value: 500, what: guests}
coverage: complete
results: {ferry: Puffin Line}
sources: {s1: {title: The invitation, date: 2010-09}}
-- editions/almanac/2014.yaml --
# 3, 4
ordinal: 8
ceremony: {date: 2014-12-16, weekday: jeudi, city: Gullport, note: Late that year.}
coverage: complete
results: {ferry: Gannet Line}
disputes:
  - {field: ordinal, value: "7", source: s1, note: Counted from the first label.}
sources: {s1: {title: Seven years of tests, publisher: The Gull, date: 2014-12-17}}
-- editions/almanac/2015.yaml --
ordinal: 8
ceremony: {date: 2014-12-18, weekday: thursday}
coverage: complete
results: {ferry: Gannet Line}
-- editions/reel/award.yaml --
name: The Reel Awards
short: Reel
founded: 1928
categories: {reel: Best Reel, cloud: Best Cloud}
-- editions/reel/1927-28.yaml --
# 2
label: 1927/28
ordinal: 1
ceremony: 1929-05-16
coverage: complete
results: {reel: Silent Spool}
-- editions/reel/1928-29.yaml --
label: 1928/29
ordinal: 2
ceremony: 1930-04
coverage: complete
results: {reel: Loud Spool}
-- editions/reel/1938-39.yaml --
# 7
label: 1938/39
coverage: partial
results:
  reel: {laureate: Lost Spool, awarded_on: 2002-05, note: The festival of 1939 never opened.}
-- editions/reel/spring.yaml --
# 5
label: Spring
sort_year: 2012
ceremony: {date: 2012-11-28, inferred: true, note: The source says “on November 28”; the year comes from another.}
coverage: complete
results: {reel: Warm Spool}
-- editions/reel/2013.yaml --
# 5
ceremony: 2013-10
coverage: complete
results: {reel: Warm Spool}
-- editions/reel/2014.yaml --
# 6
ceremony: {date: 2014-05, note: Stopped on the third day.}
status: interrupted
status_note: The projectionists walked out.
coverage: complete
-- editions/reel/2015.yaml --
ceremony: 2015-05-12
status: online
coverage: complete
results: {reel: Home Spool}
-- editions/reel/2016.yaml --
status: postponed
status_note: To the year after.
coverage: none
-- editions/reel/2017.yaml --
ceremony: 2017-05-11
coverage: complete
note: An open day, without prizes.
-- editions/reel/2020-h1.yaml --
# 8
label: 2020, first half
ceremony: 2020-03-02
coverage: complete
results: {reel: Short Spool}
-- editions/reel/2020-h2.yaml --
label: 2020, second half
ceremony: {date: 2020-11-27, until: 2020-11-29}
events:
  - {name: Evening of the technicians, date: 2020-11-20, city: Nitrate}
  - {name: Day in the regions, date: 2020-11-27, until: 2020-11-29, region: The Fens}
coverage: complete
results: {reel: Long Spool}
"""


def facts(site: Reading, edition: str) -> str:
    """The facts below the title of an edition, as a reader reads them."""
    return site.page(f"awards/{edition}", "facts")


def test_the_checks_find_what_is_wrong_in_these_cases_and_nothing_else(site: Reading) -> None:
    assert {line.split(":")[0] for line in site.told} == {"editions/almanac/2014.yaml", "editions/almanac/2015.yaml"}


def test_case_1_label_year_is_not_the_year_of_the_ceremony(site: Reading) -> None:
    told = facts(site, "almanac/2011")
    assert "Ceremony Thursday, October 14, 2010 named 2011, awarded in 2010" in told
    tests = "Period of tests from May 2010 to July 2010 Validity eleven months from January 2011"
    assert tests in site.page("awards/almanac/2011", "method")
    edition = site.json("editions/almanac-2011")
    assert (edition["ordinal"], edition["label"], edition["year"]) == (4, "2011", 2011)
    assert edition["ceremony"]["date"] == "2010-10-14"
    assert edition["period"] == {"start": "2010-05", "end": "2010-07"}
    assert "named 2011, awarded in 2010" in site.page("years/2011")


def test_case_2_label_is_a_text(site: Reading) -> None:
    assert "The Reel Awards 1927/28" in site.page("awards/reel/1927-28")
    edition = site.json("editions/reel-1927-28")
    assert (edition["label"], edition["year"], edition["ceremony"]["date"]) == ("1927/28", 1927, "1929-05-16")
    assert "The Reel Awards 1927/28, 1st" in site.page("years/1927")
    assert list(site.archive.editions_of["reel"])[:2] == ["reel/1927-28", "reel/1928-29"]


def test_case_3_ordinals_are_held_against_years_and_a_disputed_one_is_told(site: Reading) -> None:
    assert site.problems("editions/almanac/2015.yaml") == [
        "1:10: no. 8 does not fit: 2014 is no. 8  [ordinal-sequence]"
    ]
    assert site.problems("editions/almanac/2014.yaml")[0] == (
        "2:10: no. 8 does not fit: 2011, 3 years before, is no. 4  [ordinal-sequence]"
    )
    assert "Number of the edition 7 source 1 Counted from the first label." in site.page(
        "awards/almanac/2014", "disputes"
    )
    assert site.json("editions/almanac-2014")["disputes"] == [
        {"field": "ordinal", "value": "7", "source": "s1", "note": "Counted from the first label."}
    ]


def test_case_4_weekday_of_a_source_is_held_against_the_date(site: Reading) -> None:
    assert site.problems("editions/almanac/2014.yaml")[1:] == [
        '3:39: 2014-12-16 was not a "jeudi": it was a "mardi"  [weekday]'
    ]
    assert not any("[weekday]" in line for line in site.problems("editions/almanac/2015.yaml"))
    assert "Ceremony Tuesday, December 16, 2014" in facts(site, "almanac/2014")


def test_case_5_dates_keep_their_precision_and_a_deduced_one_says_so(site: Reading) -> None:
    assert "Ceremony Wednesday, November 28, 2012 inferred" in facts(site, "reel/spring")
    told = site.page("awards/reel/spring")
    assert "Date and place. The source says “on November 28”; the year comes from another." in told
    assert site.json("editions/reel-spring")["ceremony"]["inferred"] is True
    assert "Ceremony October 2013 day unknown" in facts(site, "reel/2013")
    assert site.json("editions/reel-2013")["ceremony"]["date"] == "2013-10"
    assert "the day, in October 2013" in site.page("awards/reel/2013", "missing")


def test_case_6_cancelled_edition_has_a_page_and_breaks_no_streak(site: Reading) -> None:
    assert "3rd edition. Cancelled. No ferry sailed that winter." in site.page("awards/almanac/2010")
    assert site.page("awards/almanac/2010", "palmares") == "Winners Cite this page No winners were announced."
    assert site.json("editions/almanac-2010")["status"] == "cancelled"
    assert "2010 3rd cancelled – – no winners announced" in site.page("awards/almanac", "editions")
    assert "cancelled 3rd edition" in site.page("years")
    assert edition_before(site.archive, "almanac/2011") == ("almanac/2009", True)
    [streak] = streaks(site.archive, Scope(award="almanac", name="puffin-line"))
    assert (streak.length, streak.first, streak.last) == (3, "almanac/2008", "almanac/2011")
    assert "Title kept from the previous edition." in site.page("names/puffin-line")


def test_case_6_interrupted_edition_without_palmares_breaks_no_streak_either(site: Reading) -> None:
    told = site.page("awards/reel/2014")
    assert "Interrupted." in told
    assert "The palmarès is complete" not in told
    assert "The Reel Awards 2014 Interrupted. The projectionists walked out. Ceremony May 2014" in told
    assert "No winners were announced." in told
    assert "title lost" not in told
    assert edition_before(site.archive, "reel/2015")[0] == "reel/2013"


def test_case_6_online_and_postponed(site: Reading) -> None:
    assert "Held online. The list of winners is complete." in site.page("awards/reel/2015")
    assert "Postponed. To the year after." in site.page("awards/reel/2016")
    assert [site.json(f"editions/reel-{year}")["status"] for year in (2014, 2015, 2016)] == [
        "interrupted",
        "online",
        "postponed",
    ]


def test_case_6_held_without_palmares_is_no_gap(site: Reading) -> None:
    assert (
        site.page("awards/reel/2017", "palmares")
        == "Winners Cite this page No winners were announced. An open day, without prizes."
    )
    assert "The palmarès is complete" not in site.page("awards/reel/2017")
    assert "not awarded 2017 edition no winners announced" in site.page("years")
    assert "2017 unknown May 11, 2017 – – no winners announced" in site.page("awards/reel", "editions")
    assert "The Reel Awards 2017 no winners announced." in site.page("years/2017")


def test_case_7_retroactive_award_stays_in_its_edition(site: Reading) -> None:
    assert site.page("awards/reel/1938-39", "reel") == (
        "Best Reel Lost Spool Awarded: May 2002. The festival of 1939 never opened."
    )
    [result] = site.results("reel/1938-39", "reel")
    assert (result["label"], result["awarded_on"], result["date"]) == ("Reel 1938/39", "2002-05", "2002-05")
    assert site.page("names/lost-spool").startswith(
        "organisation Lost Spool Reel 1938/39 at least 1 title Titles and places 1938 title"
    )


def test_case_8_several_events_inside_one_edition(site: Reading) -> None:
    assert "Ceremony November 27, 2020 – November 29, 2020" in facts(site, "reel/2020-h2")
    assert site.page("awards/reel/2020-h2", "events") == (
        "Around the ceremony Evening of the technicians November 20, 2020 · Nitrate"
        " Day in the regions November 27, 2020 – November 29, 2020 · The Fens"
    )
    events = site.json("editions/reel-2020-h2")["events"]
    assert [(event["name"], event["date"]) for event in events] == [
        ("Evening of the technicians", "2020-11-20"),
        ("Day in the regions", "2020-11-27"),
    ]


def test_case_8_two_editions_in_a_year(site: Reading) -> None:
    assert site.page("years/2020").startswith("The year 2020 2 editions carry this year in their names.")
    assert "Since Reel 2020, first half." in site.page("awards/reel/2020-h2", "changes")
    first, second = (site.json(f"editions/reel-2020-{half}") for half in ("h1", "h2"))
    assert (first["next"], second["previous"]) == ("reel/2020-h2", "reel/2020-h1")
    assert first["year"] == second["year"] == 2020


def test_case_9_forecast_and_actual_attendance(site: Reading) -> None:
    assert "Attendance more than 600 source 1 forecast 500 guests" in facts(site, "almanac/2011")
    assert site.json("editions/almanac-2011")["attendance"] == [
        {"value": 600, "qualifier": "more than", "forecast": True, "sources": ["s1"]},
        {"value": 500, "what": "guests"},
    ]

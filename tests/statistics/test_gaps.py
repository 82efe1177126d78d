import pytest

from palmarium.exports import api
from palmarium.pages.edition import edition_view
from palmarium.pages.gaps import gaps_view
from palmarium.pages.home import home_view
from palmarium.pages.messages import Message
from palmarium.statistics.gaps import gaps, had_jury
from palmarium.statistics.titles import contests
from tests.archives import archive
from tests.exports.exported import context, files, read

AWARD = """\
-- editions/reel/award.yaml --
name: The Golden Reel
short: Reel
categories:
  film: {name: Best Film, honours: work}
  actor: {name: Best Actor, method: jury}
  short: Best Short
"""
SITE = (
    AWARD
    + """\
-- editions/reel/2010.yaml --
coverage: none
-- editions/reel/2011.yaml --
coverage: {results: none, categories: complete}
results: {film: unknown, actor: unknown}
-- editions/reel/2012.yaml --
{ordinal: 3, ceremony: 2012-05, coverage: {results: partial, jury: partial}, jury: [Eve Lens]}
-- editions/reel/2013.yaml --
ordinal: 4
ceremony: {date: 2013-05-01, inferred: true, city: Reelham}
coverage: complete
method: {how: survey}
results:
  film: [{laureate: The Bun, distinction: nominee}, {laureate: The Tart, distinction: nominee}]
  actor: [Ann Crumb, unknown]
  short: {not_awarded: reserved, results: [{laureate: The Crumpet, distinction: finalist}]}
-- editions/reel/2014.yaml --
{ordinal: 5, status: cancelled}
-- editions/reel/2015.yaml --
{ordinal: 6, status: online, ceremony: 2015-05-01, coverage: winners-only, results: {film: The Bun, short: The Roll}}
-- editions/reel/2016.yaml --
ordinal: 7
ceremony: {date: 2016-05-01, venue: The Barn}
coverage: names-only
results: {unknown: [The Bun, {laureate: The Flan, count: 2}]}
-- editions/day/award.yaml --
name: The Day of Reels
-- editions/day/2012.yaml --
{ordinal: 1, ceremony: 2012-06-01, coverage: complete}
"""
)


def told(message: object) -> str:
    assert isinstance(message, Message)
    said = message.plural if message.plural and message.count != 1 else message.id
    return said % {"num": message.count, **{name: str(value) for name, value in message.values}}


@pytest.mark.parametrize(
    ("edition", "lacks"),
    [
        ("reel/2010", ["all the laureates", "the list of categories", "the date of the ceremony",
                       "the place of the ceremony", "its number in the series of editions",
                       "how the laureates were chosen"]),
        ("reel/2011", ["the laureate of “Best Film”", "the laureate of “Best Actor”", "the jury",
                       "the date of the ceremony", "the place of the ceremony",
                       "its number in the series of editions"]),
        ("reel/2012", ["all the laureates", "part of the categories", "perhaps part of the jury",
                       "the organisation of 1 juror", "the day, in 2012-05", "the place of the ceremony",
                       "how the laureates were chosen"]),
        ("reel/2013", ["the laureate of “Best Film”", "another laureate of “Best Actor”", "the jury",
                       "a source for the date: 2013-05-01 is deduced"]),
        ("reel/2014", []),
        ("reel/2015", ["the nominees and the places", "how the laureates were chosen"]),
        ("reel/2016", ["the category of 3 titles", "the list of categories", "how the laureates were chosen"]),
        ("day/2012", ["the place of the ceremony"]),
    ],
)  # fmt: skip
def test_what_an_edition_lacks_is_the_same_wherever_it_is_told(edition: str, lacks: list[str]) -> None:
    there = context(SITE)
    page = edition_view(there, there.archive.editions[edition])
    assert [told(message) for message in page.missing] == lacks

    listed = {
        each.edition.url: [told(link.text) for part in (each.laureates, each.categories, each.jury, each.facts)
                           for link in part]
        for award in gaps_view(there).awards
        for each in award.editions
    }  # fmt: skip
    assert listed.get(page.head.url, []) == lacks

    record = read(files(api, there), there.urls.record("edition", edition))
    assert [each["sentence"] for each in record.get("missing", [])] == lacks


def test_the_home_page_counts_what_the_page_of_gaps_lists() -> None:
    there = context(SITE)
    listed = gaps_view(there)
    of_editions = sum(len(gaps(there.archive, key)) for key in there.archive.editions)
    others = sum(len(group.holes) + group.left for group in listed.kinds)
    assert home_view(there).gaps == listed.count == of_editions + others


def test_an_award_of_which_nothing_is_known_can_be_won_and_a_day_without_a_palmares_can_not() -> None:
    bare = "-- editions/bare/award.yaml --\nname: Bare\n-- editions/bare/2001.yaml --\ncoverage: none\n"
    off = "-- editions/off/award.yaml --\nname: Off\n-- editions/off/2001.yaml --\nstatus: cancelled\n"
    assert tuple(contests(archive(SITE + bare + off))) == ("bare", "reel")


@pytest.mark.parametrize(
    ("text", "sat"),
    [
        ("", False),
        ("jury: [Eve Lens]", True),
        ("method: {how: [survey, jury]}", True),
        ("rounds: [{id: final, method: jury}]", True),
        ("results: {film: {laureate: The Bun, method: jury}}", True),
        ("results: {actor: Ann Crumb}", True),
        ("results: {actor: {laureate: Ann Crumb, method: survey}}", False),
        ("results: {film: The Bun}", False),
    ],
)
def test_there_was_a_jury_where_a_list_a_method_a_round_or_a_category_says_so(text: str, sat: bool) -> None:
    there = archive(f"{AWARD}-- editions/reel/2013.yaml --\nordinal: 1\n{text}\n")
    assert had_jury(there, there.editions["reel/2013"]) is sat

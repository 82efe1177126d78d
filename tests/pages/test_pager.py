"""Pages that would grow with the archive go on on others: none is too long, nothing is lost, no address moves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from palmarium import config
from palmarium.build.discovery import discover
from palmarium.build.frame import site_of
from palmarium.build.units import publications
from palmarium.model import Date
from palmarium.model.archive import results_in
from palmarium.model.facts import Change, Turn
from palmarium.pages import articles, award, category, changes, claims, edition, gaps, name, records, year, years
from palmarium.pages.context import Context
from palmarium.pages.links import Icons
from palmarium.pages.parts.pager import paged, shares, shares_of_groups
from palmarium.pages.parts.palmares import result_url
from palmarium.pages.plan import Page, pages_in_parts
from palmarium.pages.urls import Urls
from palmarium.sources import disk
from palmarium.theming import i18n
from palmarium.theming.render import open_renderer, render
from palmarium.theming.theme import open_theme, words
from tests.archives import archive
from tests.exports.exported import context

LARGEST = 150_000
"""Bytes of a page that opens at once on a telephone."""
EDITIONS, AWARDS, WINNERS, ARTICLES, CATEGORIES = 1500, 191, 602, 400, 300
"""Of a weekly award, of one year, of one category in one edition, about one award, of one large edition."""


def _weekly() -> Iterator[str]:
    yield "-- editions/weekly/award.yaml --\nname: The Weekly Pie\ncategories: {sweet: Sweetest, best: Best}\n"
    for at in range(EDITIONS):
        year, week = 1926 + at // 20, at % 20
        yield (
            f"-- editions/weekly/{year}-{week + 1:02}.yaml --\nordinal: {at + 1}\n"
            f"coverage: complete\njury: [Jo Judge]\n"
            f"ceremony: {year}-{1 + week // 2:02}-{1 + 14 * (week % 2):02}\nresults:\n"
            f"  sweet: Cy Cinnamon\n  best: [N{at % 300}, {{laureate: N{at % 7}, distinction: finalist}}]\n"
        )


def _towns() -> Iterator[str]:
    for at in range(AWARDS):
        yield (
            f"-- editions/town-{at}/award.yaml --\nname: Pie Award of Town {at}\n"
            f"categories: {{best: Best, odd: Oddest}}\n"
            f"-- editions/town-{at}/2011.yaml --\nceremony: 2011-05-{1 + at % 28:02}\ncoverage: winners-only\n"
            f"jury: [J{at}, Jo Judge]\nresults: {{best: N{at}, odd: N{at % 60}}}\n"
        )


def _many() -> Iterator[str]:
    yield "-- editions/many/award.yaml --\nname: The Many Pies\ncategories: {all: {name: All, many: true}}\n"
    for at_year in range(3):
        won = "".join(
            f"    - {{laureate: N{at + at_year}, for: Pie {at}, citation: A pie of note.}}\n" for at in range(WINNERS)
        )
        yield f"-- editions/many/{2010 + at_year}.yaml --\ncoverage: complete\nresults:\n  all:\n{won}"
    listed = "".join(f"  c{at}: Category {at}\n" for at in range(CATEGORIES))
    won = "".join(f"  c{at}: [N{at}, {{laureate: N{at + 1}, distinction: finalist}}]\n" for at in range(CATEGORIES))
    yield f"-- editions/wide/award.yaml --\nname: The Wide Pie\ncategories:\n{listed}"
    yield f"-- editions/wide/2011.yaml --\ncoverage: complete\nresults:\n{won}"


def _articles() -> Iterator[str]:
    for at in range(ARTICLES):
        yield (
            f"-- content/articles/x{at}.md --\n---\ntitle: About pie {at}\nkind: {'brief' if at % 3 else 'report'}\n"
            f"date: {2000 + at // 40}\ntags: [t{at % 9}, own{at}]\n"
            f"about: {{awards: weekly, editions: town-1/2011, names: Cy Cinnamon}}\n---\nText.\n"
        )


def _changes() -> Iterator[Change]:
    """A correction of each of many editions, and as many results more in one."""
    for at in range(EDITIONS):
        key, day = f"weekly/{1926 + at // 20}-{at % 20 + 1:02}", Date(2026, 11, 1 + at % 2)
        yield Change(day, Turn.CORRECTED, "edition", key, "theme", (f"Theme {at}",), (f"A better theme {at}",))
        yield Change(day, Turn.ADDED, "result", f"wide/2011/c{at % CATEGORIES}--n{at}", "", (), (f"N{at}",))


@dataclass(frozen=True, slots=True)
class Large:
    """A large site: what its pages are made from, the pages that grow with it by address, and their bytes."""

    context: Context
    pages: Mapping[str, Page]
    bytes: Mapping[str, bytes]


_CHOSEN: dict[ModuleType, tuple[object, ...]] = {
    award: ("weekly", "many", "wide", "town-1"),
    category: ("weekly/sweet", "weekly/best", "many/all", "wide/c1"),
    edition: ("many/2010", "many/2011", "wide/2011", "weekly/1930-03", "town-1/2011"),
    name: ("cy-cinnamon", "jo-judge", "n1"),
    year: (2011, 1930),
}
"""Of kinds with a page for each record, the largest."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    root: Path = tmp_path_factory.mktemp("large")
    (root / "site.toml").write_text('title = "Pies"\nbase_url = "https://pies.example/"\n', encoding="utf-8")
    files = disk.read(root)[0].files
    settings, _ = config.read(files)
    assert settings
    theme, _ = open_theme(files, settings)
    assert theme
    there = archive("".join(chain(_weekly(), _towns(), _many(), _articles())))
    speech = partial(i18n.say, theme.catalogue)
    made_from = Context(there, settings, Urls(words(theme.catalogue)), speech, "tag:pies.example,2026:")
    made_from = replace(made_from, changes=publications(_changes()))
    renderer = open_renderer(theme, site_of(settings, theme, made_from, "", Icons()), "")
    pages = {page.url: page for kind in discover("pages") for page in _pages(kind, made_from)}
    rendered = {}
    for url, page in pages.items():
        data, problems = render(renderer, page)
        assert problems == ()
        rendered[url] = data
    return Large(made_from, pages, rendered)


def _pages(kind: ModuleType, there: Context) -> Iterator[Page]:
    for key, make in pages_in_parts(kind, there):
        if not hasattr(kind, "EACH") or key in _CHOSEN.get(kind, ()):
            yield from make()


@pytest.mark.slow
def test_no_page_is_too_long_for_a_telephone(large: Large) -> None:
    assert {url: len(data) for url, data in large.bytes.items() if len(data) > LARGEST} == {}
    assert len(large.pages) > 100


def _shown(large: Large, url: str, list: str) -> list[Any]:
    """What all the pages that begin at an address show of a list."""
    pager = large.pages[url].view.head.pager
    assert pager is not None
    count = dict(pager.lists)[list]
    return [getattr(large.pages[link.url].view, list) for link in pager.pages[:count]]


def _flat(parts: list[Any]) -> list[Any]:
    return [row for part in parts for row in part]


@pytest.mark.slow
def test_every_row_stands_on_one_of_the_pages_in_its_order(large: Large) -> None:
    there = large.context
    weekly = award.award_view(there, there.archive.awards["weekly"])
    assert _flat(_shown(large, "/awards/weekly/", "editions")) == list(weekly.editions)
    assert _flat(_shown(large, "/awards/weekly/", "articles")) == list(weekly.articles)
    wide = award.award_view(there, there.archive.awards["wide"])
    assert _flat(_shown(large, "/awards/wide/", "categories")) == list(wide.categories)
    sweet = category.category_view(there, there.archive.categories["weekly/sweet"])
    assert _flat(_shown(large, "/awards/weekly/category/sweet/", "tenures")) == list(sweet.tenures)
    many = category.category_view(there, there.archive.categories["many/all"])
    held = _flat(_shown(large, "/awards/many/category/all/", "tenures"))
    assert [row for one in held for row in one.titles] == [row for one in many.tenures for row in one.titles]
    cy = name.name_view(there, there.archive.names["cy-cinnamon"])
    assert _flat(_shown(large, "/names/cy-cinnamon/", "timeline")) == list(cy.timeline)
    assert _flat(_shown(large, "/names/cy-cinnamon/", "badges")[::-1]) == list(cy.badges)
    jo = name.name_view(there, there.archive.names["jo-judge"])
    assert _flat(_shown(large, "/names/jo-judge/", "appearances")) == list(jo.appearances)
    then = year.year_view(there, 2011, 2010, 2012)
    assert _flat(_shown(large, "/years/2011/", "editions")) == list(then.editions)
    assert _flat(_shown(large, "/years/2011/", "crossings")) == list(then.crossings)
    rows = _flat([table.rows for table in _shown(large, "/years/", "year_table")])
    assert [row.link.text for row in rows] == [str(key) for key in sorted(there.archive.years, reverse=True)]
    linked = [line.link.url for group in _flat(_shown(large, "/articles/", "years")) for line in group.articles]
    assert linked == [f"/articles/{id}/" for id in there.archive.articles]
    missing = gaps.gaps_view(there)
    listed = [each.edition for group in _flat(_shown(large, "/gaps/", "awards")) for each in group.editions]
    assert listed == [each.edition for group in missing.awards for each in group.editions]
    best = records.records_view(there)
    assert _flat(_shown(large, "/records/", "movements")) == list(best.movements)
    assert _flat(_shown(large, "/records/", "awards")) == list(best.awards)
    told = _flat(_shown(large, "/changes/", "publications"))
    lines = [line for day in told for each in (*day.corrections, *day.others) for line in each.changes]
    assert len(lines) == changes.changes_view(there).count == 2 * EDITIONS
    assert [day.day for day in told] == sorted((day.day for day in told), reverse=True)


@pytest.mark.slow
def test_a_palmares_goes_on_and_each_category_keeps_its_address(large: Large) -> None:
    whole = edition.edition_view(large.context, large.context.archive.editions["wide/2011"])
    parts = _shown(large, "/awards/wide/2011/", "palmares")
    assert [entry.anchor for part in parts for entry in part.entries] == [e.anchor for e in whole.palmares.entries]
    first = large.bytes["/awards/wide/2011/"].decode()
    for entry in whole.palmares.entries:
        assert f' id="{entry.anchor}"' in first
    last = whole.palmares.entries[-1]
    assert f'<li id="{last.anchor}"><a href="../../../awards/wide/2011/page-{len(parts)}/#{last.anchor}"' in first
    assert f' id="{last.anchor}"' in large.bytes[f"/awards/wide/2011/page-{len(parts)}/"].decode()
    won = _shown(large, "/awards/many/2010/", "palmares")
    assert sum(len(entry.results) for part in won for entry in part.entries) == WINNERS
    assert [part.further for part in won] == [()] * len(won)


@pytest.mark.slow
def test_a_tag_keeps_its_address_wherever_its_articles_stand(large: Large) -> None:
    first, every = large.bytes["/articles/"].decode(), set(large.pages)
    for way in large.pages["/articles/"].view.by_tag:
        url, _, anchor = way.url.partition("#")
        assert url in every
        assert f' id="{anchor}"' in first
        assert f' id="{anchor}"' in large.bytes[url].decode()


@pytest.mark.slow
def test_every_page_leads_to_the_others_and_says_which_it_is(large: Large) -> None:
    for url, page in large.pages.items():
        pager = page.view.head.pager
        if pager is None:
            continue
        text = large.bytes[url].decode()
        here = pager.pages[pager.number - 1]
        assert here.url == url
        assert all(link.url in large.pages for link in pager.pages)
        assert re.search(r'<nav class="pages"[^>]*>.*?aria-current="page"', text, re.DOTALL)
        if pager.number > 1:
            assert f"page {pager.number}" in text.partition("</title>")[0]
            assert f'aria-current="page">page {pager.number}<' in text
            assert page.view.head.json_ld.html == ""
            assert page.view.head.card is None


def test_shares_are_as_few_as_can_be_and_of_about_one_weight() -> None:
    assert shares((), 3) == ((),)
    assert shares("abc", 3) == (("a", "b", "c"),)
    assert shares("abcd", 3) == (("a", "b"), ("c", "d"))
    assert shares("abcd", 4, lambda row: 4 if row == "a" else 1) == (("a",), ("b", "c", "d"))
    assert shares("ab", 1, lambda row: 9) == (("a",), ("b",))


def test_a_group_may_end_on_one_page_and_go_on_on_the_next() -> None:
    def cut(group: str, first: int, end: int) -> str:
        return group[first:end]

    assert shares_of_groups(("abc", "de"), 9, lambda group: (1,) * len(group), cut) == (("abc", "de"),)
    assert shares_of_groups(("abcd", "", "ef"), 4, lambda group: (1,) * len(group), cut) == (("abcd",), ("", "ef"))
    assert shares_of_groups(("abcde",), 2, lambda group: (1,) * len(group), cut) == (("ab",), ("cd",), ("e",))


def test_what_fits_stays_as_it_is() -> None:
    there = context(f"{AWARD}-- editions/pie/2001.yaml --\nresults: {{best: Ann}}\n")
    (whole,) = award.pages(there, "pie")
    assert whole.view == award.award_view(there, there.archive.awards["pie"])
    assert whole.view.head.pager is None
    (again,) = paged(there, whole, None, editions=shares(whole.view.editions, 1))
    assert again is whole


AWARD = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {best: Best}\n"


def test_a_page_that_goes_on_has_a_head_of_its_own() -> None:
    editions = "".join(f"-- editions/pie/{at}.yaml --\nresults: {{best: Ann}}\n" for at in range(1000, 1310))
    first, second, third = award.pages(context(AWARD + editions), "pie")
    assert [page.url for page in (first, second, third)] == ["/prix/pie/", "/prix/pie/page-2/", "/prix/pie/page-3/"]
    assert (first.view.head.previous, first.view.head.next) == (None, None)
    assert (second.view.head.previous.url, second.view.head.next.url) == ("/prix/pie/", "/prix/pie/page-3/")
    assert third.view.head.next is None
    assert second.view.head.crumbs[-1].url == "/prix/pie/"
    assert (first.view.count, second.view.count, second.view.last) == (310, 310, None)
    assert first.view.leaders != ()
    assert third.view.leaders == ()


def test_the_index_of_years_shows_some_of_many_awards_and_says_so() -> None:
    there = context("".join(_towns()))
    (page,) = years.pages(there)
    (row,) = page.view.year_table.rows
    assert len(row.others) + row.left == AWARDS - 1
    assert row.left > 0


def test_articles_of_a_site_that_has_few_stand_on_one_page() -> None:
    (page,) = articles.pages(context("-- content/articles/a.md --\n---\ntitle: A\n---\nText.\n"))
    assert page.view.head.pager is None


@pytest.mark.slow
def test_every_result_stands_at_its_address(large: Large) -> None:
    for key in ("many/2011", "wide/2011", "town-1/2011"):
        for result in results_in(large.context.archive.editions[key]):
            url, _, id = result_url(large.context, result).partition("#")
            assert f' id="{id}"' in large.bytes[url].decode()


def test_a_claim_that_is_listed_nowhere_else_is_found_from_the_first_page() -> None:
    claims_of_names = "".join(
        f"-- content/names/n{at}.md --\n---\nname: N{at}\nkind: person\n---\nHolder of [{at + 2} titles]{{titles}}.\n"
        for at in range(130)
    )
    first, second = claims.pages(context(claims_of_names))
    here, there = ([row.anchor for group in page.view.groups for row in group.claims] for page in (first, second))
    assert [each.url for each in first.view.further] == [f"/claims/page-2/#{anchor}" for anchor in there]
    assert len({*here, *there}) == 130

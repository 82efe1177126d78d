import html
import re
from dataclasses import replace

import pytest

from palmarium.pages import article
from palmarium.pages.parts.prose import ClaimBlock, JuryBlock, PalmaresBlock, Passage, PullQuote
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie}
-- editions/pie/2001.yaml --
coverage: complete
jury: [{name: Eve Dough, role: baker}]
results: {best: Ann Crust}
claims: [{says: One laureate, count: laureates, is: 1}]
-- content/articles/evening.md --
---
title: An evening of pies
kind: report
date: 2001-05-01
author: Bob Tin
about: {editions: pie/2001, names: Ann Crust}
comments: [{text: Too sweet., author: Cy, interest: sells sugar}]
sources: {s1: {title: Notes}}
---
[[Ann Crust]] won [[pie/2001|that year]].

{{ palmares pie/2001 }}

{{ jury pie/2001 }}

{{ claim pie/2001 1 }}

Nobody saw [[Eve Dough]].
-- content/articles/before.md --
---
title: Before the evening
kind: brief
date: 2001-04-01
about: {editions: pie/2001}
---
Soon.
"""


def view(id: str) -> article.View:
    there = context(SITE)
    return article.article_view(there, there.archive.articles[id])


def test_links_lead_from_the_article_to_what_they_name() -> None:
    text = next(piece.html.html for piece in view("evening").pieces if isinstance(piece, Passage))
    assert '<a href="../../noms/ann-crust/">Ann Crust</a>' in text
    assert '<a href="../../prix/pie/2001/">that year</a>' in text


def test_a_link_may_lead_to_a_part_of_a_page_and_to_a_page_of_text() -> None:
    more = (
        "-- content/articles/more.md --\n---\ntitle: More\n---\n[[pie/2001#best|cat]] [[evening#end]] [[us]] [[us#x]]\n"
        "-- content/pages/us.md --\n---\ntitle: Us\n---\nText.\n"
    )
    there = context(SITE + more)
    [text] = article.article_view(there, there.archive.articles["more"]).pieces
    assert isinstance(text, Passage)
    assert re.findall('href="(.*?)"', text.html.html) == [
        *("../../prix/pie/2001/#best", "../../articles/evening/#end", "../../us/", "../../us/#x")
    ]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[[pie]]", "The Pie Award"),
        ("[[pie/2001]]", "Pie 2001"),
        ("[[pie/best]]", "L’Œuvre\u00a0: la meilleure"),
        ("[[pie/2001#best]]", "L’Œuvre\u00a0: la meilleure"),
        ("[[evening]]", "An evening of pies"),
        ("[[evening#the-oven-co]]", "The oven & co"),
        ("[[us]]", "Us <b>"),
        ("[[ann-crust]]", "Ann Crust"),
        ("[[A. Crust]]", "A. Crust"),
        ("[[rules.pdf]]", "rules.pdf"),
        ("[[pie|that prize]]", "that prize"),
    ],
)
def test_a_link_without_words_prints_the_title_of_what_it_leads_to(written: str, printed: str) -> None:
    more = (
        f"-- content/articles/more.md --\n---\ntitle: More\n---\n{written}\n"
        "-- content/pages/us.md --\n---\ntitle: Us <b>\n---\nText.\n"
        "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\naliases: [A. Crust]\n---\n"
    )
    site = SITE.replace("Best Pie", '"L\'Œuvre : la meilleure"').replace("Nobody saw", "## The oven & co\n\nNobody saw")
    there = context(site + more)
    there = replace(there, archive=replace(there.archive, files=frozenset({"rules.pdf"})))
    [text] = article.article_view(there, there.archive.articles["more"]).pieces
    assert isinstance(text, Passage)
    assert html.unescape(re.sub("<[^>]*>", "", text.html.html)) == printed


def test_blocks_are_filled_from_the_data() -> None:
    pieces = view("evening").pieces
    assert [piece.kind for piece in pieces] == ["text", "palmares", "jury", "claim", "text"]
    palmares, jury, claim = pieces[1:4]
    assert isinstance(palmares, PalmaresBlock)
    assert [line.category_name for line in palmares.lines] == ["Best Pie"]
    assert isinstance(jury, JuryBlock)
    assert [juror.link.text for juror in jury.jury] == ["Eve Dough"]
    assert isinstance(claim, ClaimBlock)
    assert (claim.claim.verdict.outcome, claim.edition.text) == ("agrees", "Pie 2001")


def test_names_in_the_text_bear_their_part_in_the_edition() -> None:
    named = {line.name.text: line.parts for line in view("evening").named}
    assert named == {"Ann Crust": ("laureate",), "Eve Dough": ("juror",)}


def test_what_surrounds_the_text() -> None:
    page = view("evening")
    assert [link.text for link in page.subjects] == ["Pie 2001"]
    assert [link.text for link in page.authors] == ["Bob Tin"]
    assert [(comment.author, comment.interest) for comment in page.comments] == [("Cy", "sells sugar")]
    assert [each.line.link.text for each in page.related] == ["Before the evening"]
    assert page.minutes == 1


def test_articles_follow_each_other_in_time() -> None:
    views = {page.url: page.view for page in pages_of(article, context(SITE))}
    head = views["/articles/evening/"].head
    assert (head.previous.text, head.next) == ("Before the evening", None)


MORE = """\
-- content/articles/after.md --
---
title: After
date: 2001-06-01
related: [far]
about: {editions: pie/2001, names: [Ann Crust, Eve Dough]}
---
{{ quote Nothing was }} Nothing was left.
-- content/articles/far.md --
---
title: Far
---
Away.
-- content/articles/names.md --
---
title: Names
---
[[Ann Crust]] and [[Eve Dough]].
-- content/articles/one.md --
---
title: One
---
[[Ann Crust]] alone.
-- content/articles/other.md --
---
title: Other
---
[[Eve Dough]] alone.
""".replace("{{ quote Nothing was }} ", "{{ quote Nothing was }}\n\n")


def test_what_is_related_says_why_and_is_four_at_most() -> None:
    there = context(SITE + MORE)
    page = article.article_view(there, there.archive.articles["after"])
    told = [(each.line.link.text, each.why.id, dict(each.why.values).get("name")) for each in page.related]
    assert told == [
        ("Far", "chosen by the editors", None),
        ("An evening of pies", "also about %(name)s", "Pie 2001"),
        ("Before the evening", "also about %(name)s", "Pie 2001"),
        ("Names", "also about %(name)s and %(num)s other subject", "Ann Crust"),
    ]


def test_pulled_words_are_a_piece_of_their_own() -> None:
    there = context(SITE + MORE)
    first = article.article_view(there, there.archive.articles["after"]).pieces[0]
    assert first == PullQuote("Nothing was")


def test_an_article_is_cited_by_its_whole_address_and_never_dated_by_its_reader() -> None:
    cited = view("evening").citation
    assert (cited.title, cited.site, cited.url) == (
        "An evening of pies",
        "Tartes",
        "https://example.org/pies/articles/evening/",
    )
    assert [author.name for author in cited.authors] == ["Bob Tin"]
    assert cited.files[0] == "/articles/evening/citation.bib"


def test_a_tag_leads_to_its_place_in_the_index() -> None:
    there = context(SITE.replace("kind: brief", "kind: brief\ntags: [Été, pies]"))
    tags = article.article_view(there, there.archive.articles["before"]).tags
    assert [(tag.text, tag.url) for tag in tags] == [("Été", "/articles/#tag-ete"), ("pies", "/articles/#tag-pies")]

import re

from palmarium.pages import article
from palmarium.views.prose_view import ClaimBlock, JuryBlock, PalmaresBlock, Passage
from tests.exports.exported import context

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


def test_blocks_are_filled_from_the_data() -> None:
    pieces = view("evening").pieces
    assert [piece.kind for piece in pieces] == ["text", "palmares", "jury", "claim", "text"]
    palmares, jury, claim = pieces[1:4]
    assert isinstance(palmares, PalmaresBlock)
    assert [line.category_name for line in palmares.lines] == ["Best Pie"]
    assert isinstance(jury, JuryBlock)
    assert [juror.link.text for juror in jury.jury] == ["Eve Dough"]
    assert isinstance(claim, ClaimBlock)
    assert (claim.claim.outcome, claim.edition.text) == ("agrees", "Pie 2001")


def test_names_in_the_text_bear_their_part_in_the_edition() -> None:
    named = {line.name.text: line.parts for line in view("evening").named}
    assert named == {"Ann Crust": ("laureate",), "Eve Dough": ("juror",)}


def test_what_surrounds_the_text() -> None:
    page = view("evening")
    assert [link.text for link in page.subjects] == ["Pie 2001"]
    assert [link.text for link in page.authors] == ["Bob Tin"]
    assert [(comment.author, comment.interest) for comment in page.comments] == [("Cy", "sells sugar")]
    assert [line.link.text for line in page.related] == ["Before the evening"]
    assert page.minutes == 1


def test_articles_follow_each_other_in_time() -> None:
    views = {page.url: page.view for page in article.pages(context(SITE))}
    head = views["/articles/evening/"].head
    assert (head.previous.text, head.next) == ("Before the evening", None)

from palmarium.pages import articles
from tests.exports.exported import context

SITE = """\
-- content/articles/{0}.md --
---
title: {0}
kind: brief
{1}
---
Text.
"""


def test_the_newest_comes_first_and_the_undated_last() -> None:
    dates = {"old": "date: 2001", "undated": "deck: When?", "new": "date: 2003-02"}
    text = "".join(SITE.format(title, date) for title, date in dates.items())
    (page,) = articles.pages(context(text))
    assert [line.link.text for line in page.view.articles] == ["new", "old", "undated"]


def test_an_archive_without_articles_has_the_page_all_the_same() -> None:
    (page,) = articles.pages(context(""))
    assert (page.url, page.view.articles) == ("/articles/", ())

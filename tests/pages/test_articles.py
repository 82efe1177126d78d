from palmarium.pages import articles
from tests.exports.exported import context

SITE = """\
-- content/articles/{0}.md --
---
title: {0}
kind: {2}
{1}
---
Text.
"""


def view(*each: tuple[str, str, str]) -> articles.View:
    (page,) = articles.pages(context("".join(SITE.format(*one) for one in each)))
    assert isinstance(page.view, articles.View)
    return page.view


def test_years_run_from_new_to_old_and_the_undated_come_last() -> None:
    made = view(
        ("old", "date: 2001", "brief"),
        ("undated", "deck: When?", "brief"),
        ("new", "date: 2003-02", "brief"),
        ("newer", "date: 2003-04", "brief"),
    )
    assert [(group.year, [line.link.text for line in group.articles]) for group in made.years] == [
        ("2003", ["newer", "new"]),
        ("2001", ["old"]),
        ("", ["undated"]),
    ]
    assert made.count == 4


def test_kinds_stand_in_the_order_of_the_vocabulary_and_only_those_there_are() -> None:
    made = view(("a", "date: 2001", "brief"), ("b", "date: 2002", "interview"), ("c", "date: 2003", "brief"))
    assert [(way.word, way.count, way.url) for way in made.by_kind] == [
        ("interview", 1, "/articles/#kind-interview"),
        ("brief", 2, "/articles/#kind-brief"),
    ]
    assert [(group.anchor, [line.link.text for line in group.articles]) for group in made.kinds] == [
        ("kind-brief", ["c", "a"])
    ]
    assert [(group.anchor, [line.link.text for line in group.articles]) for group in made.alone] == [
        ("kind-interview", ["b"])
    ]


def test_tags_gather_articles_each_once_and_can_be_pointed_at() -> None:
    made = view(("a", "tags: [Jury d'été, pies, pies]", "brief"), ("b", "tags: [pies]", "brief"))
    assert [(way.word, way.url, way.count, way.anchor) for way in made.by_tag] == [
        ("Jury d'été", "/articles/#tag-jury-d-ete", 1, ""),
        ("pies", "/articles/#tag-pies", 2, ""),
    ]
    assert [(group.word, group.anchor) for group in (*made.tags, *made.alone)] == [
        ("pies", "tag-pies"),
        ("Jury d'été", "tag-jury-d-ete"),
    ]


def test_an_archive_without_articles_has_the_page_all_the_same() -> None:
    (page,) = articles.pages(context(""))
    assert (page.url, page.view.years, page.view.kinds, page.view.tags) == ("/articles/", (), (), ())

"""Two things that stand beside each other have two names."""

import pytest

from palmarium.checks import twins
from tests.archives import hints, messages, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories:
  pomme: Tarte aux pommes
  poire: POIRE
-- editions/tarte/2020.yaml --
results: {pomme: Ann, poire: Ben}
-- editions/tarte/2021.yaml --
results: {pomme: Ann, poire: Ben}
"""


def test_two_categories_of_one_edition_are_told_apart() -> None:
    assert told(twins, SITE.replace("POIRE", "Tarte aux Pommes")) == [
        'editions/tarte/award.yaml:4:10: "Tarte aux pommes" is the name of this category and of another, '
        "in editions/tarte/award.yaml:3"
    ]
    assert told(twins, SITE.replace("POIRE", "Tarte aux poires")) == []


def test_a_text_that_is_another_language_of_one_by_its_name_is_told_elsewhere() -> None:
    article = "-- content/articles/{}.md --\n---\ntitle: Mills\ndate: 2011-10-03\n---\nText.\n"
    assert told(twins, SITE.replace("POIRE", "Poires") + article.format("mills") + article.format("mills.en")) == []
    [problem] = told(twins, SITE.replace("POIRE", "Poires") + article.format("mills") + article.format("more"))
    assert '"Mills" is the name of this article' in problem


def test_a_name_may_be_taken_up_again() -> None:
    site = SITE.replace("POIRE", "Tarte aux pommes").replace("pomme: Ann, poire: Ben", "pomme: Ann", 1)
    assert told(twins, site.replace("pomme: Ann, poire: Ben", "poire: Ben")) == []


def test_two_editions_and_two_awards_are_told_apart() -> None:
    site = SITE.replace("POIRE", "Tarte aux poires").replace("results:", "label: Édition d'or\nresults:")
    site += "-- editions/flan/award.yaml --\nname: Prix imaginaire de la tarte\n"
    assert [each.split(": ", 1)[1].split(" and ")[0] for each in told(twins, site)] == [
        '"Prix imaginaire de la tarte" is the name of this award',
        '"Édition d\'or" is the name of this edition',
    ]


def test_a_short_name_is_shorter() -> None:
    site = "-- editions/tarte/award.yaml --\nname: Tarte\nshort: Le Prix de la Tarte\n"
    assert messages(twins, site) == ['the short name "Le Prix de la Tarte" is longer than "Tarte"']


def test_two_articles_of_a_year_have_two_titles() -> None:
    articles = "".join(
        f"-- content/articles/{id}.md --\n---\ntitle: Nuit\ndate: {date}\n---\n\nTexte.\n"
        for id, date in (("a", "2020-10-01"), ("b", "2020-11"), ("c", "2021"))
    )
    assert len(told(twins, articles)) == 1


def test_a_category_is_not_printed_under_the_name_of_another() -> None:
    site = """\
-- editions/tarte/award.yaml --
name: Tarte
categories: {pomme: Pomme, poire: Poire}
-- editions/tarte/2020.yaml --
results:
  pomme: {printed_name: poire, laureate: Ann}
  poire: Ben
"""
    assert messages(twins, site) == ['"poire" is printed here, and is the name of poire in this edition']
    assert len(told(twins, site.replace("printed_name: poire, laureate", "printed_category: Poire, laureate"))) == 1
    assert told(twins, site.replace("poire: Ben", "poire: {printed_name: Quince, laureate: Ben}")) == []
    assert told(twins, site.replace("printed_name: poire", "printed_name: Pomme")) == []
    assert told(twins, site.replace("  poire: Ben\n", "")) == []


def test_an_article_without_a_date_is_of_any_year_and_pages_are_compared_too() -> None:
    dated = "-- content/articles/a.md --\n---\ntitle: Pies\ndate: 2011-10\n---\nOne.\n"
    undated = dated.replace("articles/a", "articles/b").replace("date: 2011-10\n", "")
    assert told(twins, dated + undated) == [
        'content/articles/b.md:2:1: "Pies" is the name of this article and of another, in content/articles/a.md:2'
    ]
    assert told(twins, dated + undated.replace("---\nOne", "date: 2010-10\n---\nOne")) == []
    pages = (dated + undated.replace("b.md", "b.md")).replace("articles/", "pages/").replace("date: 2011-10\n", "")
    assert told(twins, pages) == [
        'content/pages/b.md:2:1: "Pies" is the name of this page and of another, in content/pages/a.md:2'
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jury Prize", "Prize of the Jury"),
        ("Prix du jury", "Le prix du jury"),
        ("Best Pie, Best Tart", "Best Tart & Best Pie"),
    ],
)
def test_two_categories_of_the_same_words_are_told(one: str, other: str) -> None:
    site = (
        "-- editions/tarte/2020.yaml --\nresults:\n"
        f'  a: {{special: true, name: "{one}", laureate: Ann}}\n'
        f'  b: {{special: true, name: "{other}", laureate: Ben}}\n'
    )
    [message] = messages(twins, site)
    assert "of this category, and" in message
    assert f'"{one}"' in message
    assert f'"{other}"' in message


@pytest.mark.parametrize(
    ("one", "other"), [("Prix du jury", "Prix du public"), ("Best Pie", "Best Pie 2"), ("De", "La")]
)
def test_a_word_more_makes_another_category(one: str, other: str) -> None:
    site = (
        "-- editions/tarte/2020.yaml --\nresults:\n"
        f"  a: {{special: true, name: {one}, laureate: Ann}}\n  b: {{special: true, name: {other}, laureate: Ben}}\n"
    )
    assert told(twins, site) == []


def test_a_translation_that_keeps_the_title_of_its_original_is_told_itself() -> None:
    title = "---\ntitle: Nuit des tartes\n"
    site = f"-- content/articles/z.md --\n{title}date: 2020\n---\nTexte.\n"
    site += f"-- content/articles/a.md --\n{title}language: en\ntranslates: z\n---\nText.\n"
    assert told(twins, site) == [
        'content/articles/a.md:2:1: "Nuit des tartes" is the title of content/articles/z.md too, which this translates'
    ]
    assert hints(twins, site) == [
        'write the title in the language of this text; if it is the same, write `same-name = [{texts = ["Nuit des '
        'tartes"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_a_special_prize_is_told_rather_than_the_category_of_its_name() -> None:
    special = "poire: Ben, jus: {special: true, name: Tarte aux pommes, laureate: Cleo}"
    (line,) = told(twins, SITE.replace("POIRE", "Poires").replace("poire: Ben", special, 1))
    assert line.startswith("editions/tarte/2020.yaml:1:")


def test_two_awards_have_two_short_names() -> None:
    site = "".join(
        f"-- editions/{id}/award.yaml --\nname: {name}\nshort: {short}\n"
        for id, name, short in (("tarte", "Grand Prix de la Tarte", "Four"), ("flan", "Grand Prix du Flan", "Four"))
    )
    assert told(twins, site) == [
        'editions/tarte/award.yaml:1:1: "Four" is the name of this award and of another, in editions/flan/award.yaml:1'
    ]
    assert told(twins, site.replace("short: Four", "short: Tarte", 1)) == []

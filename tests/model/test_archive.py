from dataclasses import fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st

from palmarium import model
from palmarium.model.archive import resolve
from palmarium.model.ids import slug
from tests.resolved import AWARD, lines, loaded, resolved

SITE = (
    AWARD
    + """\
-- editions/palmes/2010.yaml --
ordinal: 3
jury: [Éric Dadian, Ann Lee]
results: {voix: Orange, innovation: {not_awarded: other}}
-- editions/palmes/2011.yaml --
ordinal: 4
results:
  voix: {laureate: [Orange, Ann Lee]}
  coup: {name: Coup de cœur, special: true, laureate: La Poste}
  unknown: Sosh
-- editions/palmes/2020-h1.yaml --
ceremony: 2020-03
results: {voix: {laureate: Ben, org: Orange}}
-- editions/palmes/2020-h2.yaml --
ceremony: 2020-11
results: {voix: Orange}
-- editions/casques/award.yaml --
name: Casques
categories: {or: Casque d'or}
-- editions/casques/2010.yaml --
results: {or: Ann  Lee}
-- content/names/ann-lee.md --
---
name: Ann Lee
kind: person
---
-- content/articles/vieux.md --
---
title: Vieux
date: 2010-05
about: {names: Orange, editions: palmes/2010}
---
-- content/articles/neuf.md --
---
title: Neuf
date: 2010-11-02
---
[[Orange]], [[palmes/2010]], [[palmes/voix]], [[casques]] et [[vieux]].
-- content/pages/a-propos.md --
---
title: À propos
---
"""
)


def test_editions_run_from_old_to_new_and_two_a_year_keep_their_order() -> None:
    archive, problems = resolved(SITE)
    assert lines(problems) == []
    assert archive.editions_of["palmes"] == (
        "palmes/2010",
        "palmes/2011",
        "palmes/2020-h1",
        "palmes/2020-h2",
    )
    assert archive.neighbour("palmes/2011", -1) == "palmes/2010"
    assert archive.neighbour("palmes/2020-h2", 1) is None
    assert archive.neighbour("palmes/2010", -1) is None
    assert dict(archive.years) == {
        2010: ("casques/2010", "palmes/2010"),
        2011: ("palmes/2011",),
        2020: ("palmes/2020-h1", "palmes/2020-h2"),
    }


def test_articles_run_from_new_to_old() -> None:
    assert list(resolved(SITE)[0].articles) == ["neuf", "vieux"]


def test_who_appears_where_is_found_from_the_name() -> None:
    archive, _ = resolved(SITE)
    assert [(result.edition, result.id) for result in archive.results_of["orange"]] == [
        ("palmes/2010", "voix--orange"),
        ("palmes/2011", "voix--orange"),
        ("palmes/2020-h2", "voix--orange"),
    ]
    assert [(mention.edition, mention.how) for mention in archive.mentions_of["ann-lee"]] == [
        ("casques/2010", "laureate"),
        ("palmes/2010", "juror"),
        ("palmes/2011", "laureate"),
    ]
    employer = archive.mentions_of["orange"][-2]
    assert (employer.how, employer.beside, employer.edition) == ("employer", "Ben", "palmes/2020-h1")


def test_a_special_award_and_an_unknown_category_are_kept_apart() -> None:
    archive, _ = resolved(SITE)
    special, unknown = (archive.results_of[id][0] for id in ("la-poste", "sosh"))
    category = archive.category(special)
    assert category
    assert category.name == "Coup de cœur"
    assert archive.category(unknown) is None


def test_every_category_and_name_has_its_place_if_only_an_empty_one() -> None:
    archive, _ = resolved(AWARD)
    assert archive.entries_of["palmes/voix"] == ()
    assert archive.editions_of["palmes"] == ()


def test_articles_about_a_thing_are_found_whether_stated_or_linked() -> None:
    archive, _ = resolved(SITE)
    assert archive.articles_about["edition:palmes/2010"] == ("neuf", "vieux")
    assert archive.articles_about["name:orange"] == ("neuf", "vieux")
    assert archive.articles_about["category:palmes/voix"] == ("neuf",)
    assert archive.articles_about["article:vieux"] == ("neuf",)
    assert archive.articles_about["award:casques"] == ("neuf",)


def test_a_tag_spelt_in_several_ways_is_one_tag_and_told() -> None:
    def article(id: str, tags: str) -> str:
        return f"-- content/articles/{id}.md --\n---\ntitle: {id}\ntags: [{tags}]\n---\nText.\n"

    archive, problems = resolved(
        article("a", "Été, jury d'été") + article("b", "été, Jury-d-ete, pies") + article("c", "été, jury d'été, ete")
    )
    assert {id: [ref.text for ref in each.tags] for id, each in archive.articles.items()} == {
        "a": ["été", "jury d'été"],
        "b": ["été", "jury d'été", "pies"],
        "c": ["été", "jury d'été"],
    }
    assert [(problem.code, problem.level.value) for problem in problems] == [("tag-spelling", "warning")] * 3
    assert lines(problems) == [
        'content/articles/a.md:3:8: the tag "Été" is spelt "été" in content/articles/b.md:3; they are read as one'
        "  [tag-spelling]",
        'content/articles/b.md:3:13: the tag "Jury-d-ete" is spelt "jury d\'été" in content/articles/a.md:3; '
        "they are read as one  [tag-spelling]",
        'content/articles/c.md:3:25: the tag "ete" is spelt "été" in content/articles/b.md:3; they are read as one'
        "  [tag-spelling]",
    ]
    assert [problem.hint for problem in problems] == ["write été", "write jury d'été", "write été"]


def test_a_tag_with_a_sign_is_no_better_spelling() -> None:
    def article(id: str, tags: str) -> str:
        return f"-- content/articles/{id}.md --\n---\ntitle: {id}\ntags: ['{tags}']\n---\nText.\n"

    archive, problems = resolved(article("a", "#tea") + article("b", "#tea") + article("c", "tea"))
    assert {ref.text for each in archive.articles.values() for ref in each.tags} == {"tea"}
    assert [(problem.span.path, problem.hint) for problem in problems] == [
        ("content/articles/a.md", "write tea"),
        ("content/articles/b.md", "write tea"),
    ]


def test_what_a_link_means_is_looked_up_from_the_most_particular_to_the_least() -> None:
    archive, _ = resolved(SITE)
    assert [archive.target(text) for text in ("palmes/2010", "palmes/voix", "Ann Lee", "palmes", "neuf", "rien")] == [
        ("edition", "palmes/2010"),
        ("category", "palmes/voix"),
        ("name", "ann-lee"),
        ("award", "palmes"),
        ("article", "neuf"),
        None,
    ]


MISTAKEN = (
    SITE
    + """\
-- editions/palmes/2012.yaml --
partners: Ann Lee
results: {voix: ORANGE, innovation: Orànge}
-- content/names/orange-2.md --
---
name: Sosh
kind: organisation
---
-- content/names/orange-3.md --
---
name: Sosh
kind: organisation
---
"""
)


@given(st.randoms(use_true_random=False))
def test_the_order_of_files_makes_no_difference(random: object) -> None:
    records, _ = loaded(MISTAKEN)
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert repr(resolve(shuffled, slug)) == repr(resolve(records, slug))


def test_what_has_a_date_has_a_place_where_it_was_written() -> None:
    """So that what is wrong with it is told at its own line."""
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and is_dataclass(kind)]
    dated = [kind for kind in kinds if any("Date" in str(each.type) for each in fields(kind))]
    assert {model.DatedName, model.Comment, model.Amendment, model.Round} <= set(dated)
    assert [kind for kind in dated if "span" not in {each.name for each in fields(kind)}] == []

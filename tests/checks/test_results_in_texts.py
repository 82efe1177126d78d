"""What a text says of a result is what the palmarès says."""

import pytest

from palmarium.checks import results_in_texts
from tests.archives import hints, messages, told

SITE = """\
-- editions/ladle/award.yaml --
name: The Golden Ladle
categories: {soup: Best Soup, stew: Best Stew, cook: Cook of the Year}
-- editions/ladle/2010.yaml --
ordinal: 13
results:
  soup: [{rank: 1, laureate: The Tureen, score: 18, out_of: 20, money: £950}, {rank: 2, laureate: Broth & Sons}]
-- editions/ladle/2011.yaml --
ordinal: 14
coverage: complete
results:
  soup:
    - {rank: 1, laureate: Broth & Sons, score: 19, out_of: 20, money: "£1,000"}
    - {rank: 2, laureate: Caraway Kitchen, score: 18, out_of: 20, money: £500}
    - {rank: 3, laureate: The Tureen, score: 12, out_of: 20}
  stew: {laureate: Caraway Kitchen, score: 17, out_of: 20, money: £550}
  cook: [Dill Saffron, Basil Rue]
-- editions/ladle/2012.yaml --
ordinal: 15
results: {cook: {laureate: [Dill Saffron, Basil Rue], money: £900}, stew: Potluck House}
MORE
-- content/articles/night.md --
---
title: The night
about: {editions: ladle/2011}
---

TEXT
"""


def _site(text: str, more: str = "") -> str:
    return SITE.replace("MORE\n", more).replace("TEXT", text)


@pytest.mark.parametrize(
    ("text", "said", "of", "right"),
    [
        ("[[Broth & Sons]] won £950.", "won £950", "Broth & Sons", "1 000 GBP"),
        ("[[Broth & Sons]] took home a cheque of 900 pounds.", "", "Broth & Sons", "1 000 GBP"),
        ("[[Broth & Sons]] remporte 900 £ et rit.", "remporte 900 £", "Broth & Sons", "1 000 GBP"),
        ("[[Broth & Sons]] a reçu un chèque de 900 livres.", "", "Broth & Sons", "1 000 GBP"),
        ("In the soups [[Caraway Kitchen]] won £400.", "won £400", "Caraway Kitchen", "500 and 550 GBP"),
        ("[[Broth & Sons]] sang and won with 18 points.", "with 18 points", "Broth & Sons", "19 points"),
        ("[[Broth & Sons]] scored 19 points out of 30.", "", "Broth & Sons", "out of 20"),
        ("[[The Tureen]] obtient 13 points.", "obtient 13 points", "The Tureen", "12 points"),
        ("[[The Tureen]] came second, with a smile.", "came second", "The Tureen", "place 3"),
        ("[[The Tureen]] was second.", "was second", "The Tureen", "place 3"),
        ("[[The Tureen]] était deuxième, à la surprise de tous.", "était deuxième", "The Tureen", "place 3"),
        ("[[The Tureen]] a fini deuxième.", "fini deuxième", "The Tureen", "place 3"),
        ("[[The Tureen]] finished in 2nd place.", "finished in 2nd place", "The Tureen", "place 3"),
        ("[[Broth & Sons]] arrive en deuxième position.", "", "Broth & Sons", "place 1"),
        ("[[Broth & Sons]] est deuxième.", "est deuxième", "Broth & Sons", "place 1"),
        ("[[Caraway Kitchen|They]] were ranked third.", "ranked third", "Caraway Kitchen", "places 1 and 2"),
        ("La deuxième place revient à [[The Tureen]].", "La deuxième place revient à", "The Tureen", "place 3"),
        ("In 2011 [[The Tureen]] won the second prize.", "won the second prize", "The Tureen", "place 3"),
        ("[[Broth & Sons]] beat [[The Tureen]], second with 12 points.", "second with 1", "The Tureen", "place 3"),
        ("[[The Tureen]] came second among the soups.", "came second", "The Tureen", "place 3"),
        ("[[The Tureen]] took second place at [[ladle]].", "took second place", "The Tureen", "place 3"),
        ("At [[ladle/2010]], [[The Tureen]] won £900.", "won £900", "The Tureen", "950 GBP"),
    ],
)
def test_a_figure_that_is_another_is_told(text: str, said: str, of: str, right: str) -> None:
    (line,) = messages(results_in_texts, _site(text))
    where = f" is said of {of}, and {'ladle/2010' if '[[ladle/2010' in text else 'ladle/2011'} has {right}"
    assert line.endswith(where)
    assert not said or line.startswith(f'"{said}"')


def test_the_hint_says_where_the_figure_is() -> None:
    site = _site("Rain fell.\n[[The Tureen]] came second.")
    assert told(results_in_texts, site) == [
        'content/articles/night.md:7:16: "came second" is said of The Tureen, and ladle/2011 has place 3'
    ]
    assert hints(results_in_texts, site) == [
        "correct the text, or the `rank` in editions/ladle/2011.yaml; if it is right, write "
        '`result-in-text = [{texts = ["came second", "night"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_no_mark_is_more_than_there_are() -> None:
    for said in ("91 points out of 20", "21 points sur 20"):
        assert messages(results_in_texts, _site(f"It had {said}.")) == [f'"{said}" is more than there are']
    assert told(results_in_texts, _site("It had 19 points out of 20, “or 91 points out of 20”.")) == []


@pytest.mark.parametrize(
    "text",
    [
        # What is so.
        "[[Broth & Sons]] won £1,000 with 19 points out of 20.",
        "[[Broth & Sons]] remporte 1 000 £ et arrive en première position avec 19 points sur 20.",
        "[[Caraway Kitchen]] came second with 18 points, won the first prize for stew, and took £1,050.",
        "La troisième place revient à [[The Tureen]], avec 12 points.",
        # Another year.
        "In 2010 [[The Tureen]] came first.",
        "A year before, [[The Tureen]] came first and won £950.",
        "The 2010 prize was small. [[The Tureen]] won £950.",
        "L'an dernier, [[The Tureen]] est première.",
        "[[The Tureen]] had come first once.",
        "At [[ladle/2010]], [[The Tureen]] won £950 with 18 points.",
        "We think of [[ladle/2010]]. Then [[The Tureen]] came first.",
        # Somebody else.
        "Behind [[Broth & Sons]] came second, to the surprise of all, a kitchen on wheels.",
        "[[Broth & Sons]] beat Caraway Kitchen, second with 18 points.",
        "[[Broth & Sons]] beat [[Caraway Kitchen]], second with 18 points.",
        "[[Broth & Sons]] thanked [[The Tureen]] and won £1,000.",
        "[[The Tureen]], whose cook came second as a singer, won £5 on the way.",
        "[[Broth & Sons]] smiled while its pupil won £20.",
        "[[Broth & Sons]] saw Rye Bread win, who won £20.",
        # Something else.
        "[[Broth & Sons]] won with 2 points more.",
        "[[Broth & Sons]] was second to none and came second time lucky.",
        "[[Broth & Sons]] won about £2,000, then won £20 million, a £50 oven and $10.",
        "[[Broth & Sons]] won a £50 oven.",
        "[[Broth & Sons]] a déjà gagné 300 £.",
        "[[Broth & Sons]] came third with 2 pounds of leeks.",
        "[[The Tureen]] won £20 and more points than at [[ladle/2010]].",
        "At half-time [[Broth & Sons]] trailed [[The Tureen]], first with 3 points.",
        "[[Broth & Sons]] won £20 in a raffle.",
        "[[Broth & Sons]] won £1,000 (the second £500). [[Broth & Sons]] won £1000.",
        "[[Broth & Sons]] won £20 at Leeds fair.",
        "[[The Tureen]] took first place among the pots.",
        "[[Broth & Sons]] came third in the queue.",
        "[[Broth & Sons]] arrive en troisième position dans le cœur des gens.",
        "[[Broth & Sons]] est deuxième de la rue.",
        "[[Broth & Sons]] came third in the first round.",
        "[[Broth & Sons]] came second in the public vote.",
        "[[Broth & Sons]] says: “[[The Tureen]] came second.”",
        "[[The Tureen]] won £100.",
        "[[Dill Saffron]] came second, and won £900.",
        "| [[Broth & Sons]] | came second |",
    ],
)
def test_what_is_so_or_is_said_of_something_else_passes(text: str) -> None:
    assert told(results_in_texts, _site(text)) == []


def test_a_prize_that_was_shared_and_a_figure_that_is_disputed_pass() -> None:
    shared = _site("At [[ladle/2012]], [[Dill Saffron]] won £450.")
    assert told(results_in_texts, shared) == []
    more = "disputes: [{field: results.soup, value: £950, note: The Bugle}]\n"
    site = _site("[[Broth & Sons]] won £950.").replace("-- editions/ladle/2012", f"{more}-- editions/ladle/2012")
    assert told(results_in_texts, site) == []


def test_an_article_about_several_editions_is_not_asked() -> None:
    site = _site("[[The Tureen]] came second.").replace("editions: ladle/2011", "editions: [ladle/2010, ladle/2011]")
    assert told(results_in_texts, site) == []


def test_the_file_of_a_name_is_asked_where_it_links_to_an_edition() -> None:
    name = "-- content/names/tureen.md --\n---\nname: The Tureen\nkind: organisation\n---\n"
    said = f"{name}At [[ladle/2011]] [[The Tureen]] came second.\n"
    assert len(messages(results_in_texts, _site("Nothing.", said))) == 1
    assert told(results_in_texts, _site("Nothing.", said.replace("second", "third"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[The Tureen]] won [[ladle/stew]].",
        "[[The Tureen]] a remporté le prix du [[ladle/stew|ragoût]].",
        "Then [[The Tureen]] won the [[ladle/stew]].",
        "In 2011 [[The Tureen]] takes the [[ladle/stew]] again.",
        "Best Stew went to [[The Tureen]].",
        "The prize for Best Stew was awarded to the [[The Tureen]].",
        "[[ladle/stew|The stew]] went to [[The Tureen]].",
        "[[The Tureen]] won the prize for Best Stew.",
        "The best stew is [[The Tureen]].",
        "Le best stew est la [[The Tureen]].",
        "[[The Tureen]] a remporté le titre de [[ladle/stew|meilleur ragoût]].",
        "[[The Tureen]] a remporté le Best Stew.",
    ],
)
def test_who_did_not_win_a_category_is_told(text: str) -> None:
    assert messages(results_in_texts, _site(text)) == [
        "The Tureen is said to have won ladle/stew, and in ladle/2011 Caraway Kitchen did"
    ]
    assert told(results_in_texts, _site(text.replace("The Tureen", "Caraway Kitchen"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2010 [[The Tureen]] won the [[ladle/stew]].",
        "A year before, [[The Tureen]] won the [[ladle/stew]].",
        "[[The Tureen]] had won the [[ladle/stew]].",
        "[[The Tureen]] never won the [[ladle/stew]].",
        "Before [[The Tureen]] won the [[ladle/stew]], it sold pots.",
        "[[The Tureen]] won a pot, and [[ladle/stew]] went to others.",
        "[[Basil Rue]] won the [[ladle/cook]].",
        "[[The Tureen]] won the [[ladle/stew]] twice.",
        "Potluck House won it in 2012. Best Stew went to [[Potluck House]].",
        "[[The Tureen]] won Best Stewards.",
        "In 2010 Best Stew went to [[The Tureen]].",
        "[[The Tureen]] won a pot; Best Stew went to others.",
        "[[Caraway Kitchen]], like [[The Tureen]], won Best Stew.",
    ],
)
def test_another_time_and_who_won_too_pass(text: str) -> None:
    assert told(results_in_texts, _site(text)) == []


def test_a_description_says_what_was_won() -> None:
    name = "-- content/names/tureen.md --\n---\nname: The Pot\nkind: organisation\ndescription: TEXT\n---\n"
    said = _site("Nothing.", name.replace("TEXT", "winner of the Golden Ladle 2011"))
    assert messages(results_in_texts, said) == [
        'the description of The Pot says "winner of the Golden Ladle 2011", and ladle/2011 has no result of that name'
    ]
    for passes in ("winner of the Golden Ladle 2010", "winner of the Iron Ladle 2011", "pots, since 2011"):
        assert told(results_in_texts, _site("Nothing.", name.replace("TEXT", passes))) == []
    tureen = name.replace("The Pot", "The Tureen").replace("TEXT", "laureate of the Golden Ladle in 2011")
    assert told(results_in_texts, _site("Nothing.", tureen)) == []


def test_who_has_no_result_in_an_edition_that_is_known_whole_did_not_win_there() -> None:
    more = "-- content/names/pan.md --\n---\nname: Pan & Co\nkind: organisation\n---\n"
    said = "Pan & Co is said to have won ladle/stew, and in ladle/2011 Caraway Kitchen did"
    for text in ("[[Pan & Co]] won the [[ladle/stew]].", "Best Stew went to [[Pan & Co]]."):
        assert messages(results_in_texts, _site(text, more)) == [said]
        assert told(results_in_texts, _site(text, more).replace("coverage: complete", "coverage: partial")) == []


def test_a_report_tells_of_its_edition_and_an_interview_of_a_life() -> None:
    site = _site("[[Potluck House]] won the [[ladle/stew]].")
    for kind in ("report", "palmares", "brief"):
        of_kind = site.replace("title: The night\n", f"title: The night\nkind: {kind}\n")
        assert messages(results_in_texts, of_kind) == [
            "Potluck House is said to have won ladle/stew, and in ladle/2011 Caraway Kitchen did"
        ]
        assert told(results_in_texts, of_kind.replace("won the", "had won the")) == []
    assert told(results_in_texts, site.replace("title: The night\n", "title: The night\nkind: interview\n")) == []


def test_the_name_of_a_category_may_begin_as_the_word_before_it() -> None:
    more = "-- editions/ladle/2009.yaml --\nresults: {stew: Rye}\n"
    site = _site("[[The Tureen]] a remporté le prix de la soupe.", more).replace("Best Stew", "Prix de la soupe")
    assert len(messages(results_in_texts, site)) == 1
    for passes in (
        "The soup is [[The Tureen]].",
        "A best stew is like [[Basil Rue]].",
        "It is no best stew: [[Basil Rue]].",
    ):
        assert told(results_in_texts, _site(passes)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[Broth & Sons]] takes the first prize and its £900.", "prize and its £900"),
        ("[[Broth & Sons]] reçoit le premier prix de soupe et ses 900 £.", "prix de soupe et ses 900 £"),
        ("[[Broth & Sons]] won the prize of £900.", "won the prize of £900"),
        ("[[Broth & Sons]] remporte le prix doté de 900 livres.", "prix doté de 900 livres"),
    ],
)
def test_the_money_of_a_prize_is_that_of_who_won_it(text: str, said: str) -> None:
    (line,) = set(messages(results_in_texts, _site(text)))
    assert line == f'"{said}" is said of Broth & Sons, and ladle/2011 has 1 000 GBP'
    assert told(results_in_texts, _site(text.replace("900", "1,000"))) == []
    assert told(results_in_texts, _site(text.replace("[[Broth & Sons]]", "[[Broth & Sons]], whose cook"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The prize crowned [[Broth & Sons]] and [[Potluck House]].",
        "La Louche a couronné le [[Broth & Sons]], les [[The Tureen]] et la [[Potluck House]].",
        "[[Potluck House]] was rewarded on that night.",
        "La [[Potluck House]] a été récompensée.",
    ],
)
def test_who_is_crowned_has_a_part_in_the_edition(text: str) -> None:
    assert messages(results_in_texts, _site(text)) == [
        "Potluck House is said to have been crowned, and ladle/2011 has no result of that name"
    ]
    assert told(results_in_texts, _site(text.replace("Potluck House", "Dill Saffron"))) == []
    assert told(results_in_texts, _site(f"In 2012 it was so. {text}")) == []
    assert told(results_in_texts, _site(text).replace("coverage: complete", "coverage: partial")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The prize had crowned [[Potluck House]].",
        "The prize crowned [[Broth & Sons]], who thanked [[Potluck House]].",
        "The guests of [[Potluck House]] crowned the night.",
    ],
)
def test_who_is_named_beside_the_crowned_passes(text: str) -> None:
    assert told(results_in_texts, _site(text)) == []

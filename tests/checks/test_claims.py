from palmarium.checks import claims
from tests.archives import hints, messages, told


def pie(claim: str, coverage: str = "complete") -> str:
    return f"""\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
categories: {{pie: Pie, tart: Tart}}
-- editions/pie/2011.yaml --
ordinal: 1
coverage: {coverage}
results:
  pie: [Ann Crust, Ben Crumble]
  tart: {{rank: 1, laureate: Cleo Custard, scope: "region:north"}}
claims:
  - {claim}
"""


def test_a_claim_that_agrees_passes() -> None:
    assert told(claims, pie("{says: three laureates, count: laureates, is: 3}")) == []


def test_a_claim_that_differs_is_told_with_both_numbers() -> None:
    text = pie("{says: four laureates, count: laureates, is: 4}")
    assert told(claims, text) == ['editions/pie/2011.yaml:7:5: "four laureates": the archive finds 3, not 4']
    assert hints(claims, text) == [
        "correct the claim or the data; if the source is wrong, write `disputed: true` and a `note`"
    ]


def test_a_claim_that_the_known_part_already_oversteps_is_told_with_the_reason() -> None:
    text = pie("{says: two laureates, count: laureates, is: 2}", coverage="partial")
    assert told(claims, text) == [
        'editions/pie/2011.yaml:7:5: "two laureates": the archive finds at least 3, not 2; '
        "the archive does not hold every laureate of Pie 2011"
    ]


def test_a_claim_above_what_is_possible_is_told_with_the_reason() -> None:
    text = pie("{says: four new ones, count: first-time, is: 4}").replace("ordinal: 1", "ordinal: 3")
    assert told(claims, text) == [
        'editions/pie/2011.yaml:7:5: "four new ones": the archive finds at most 3, not 4; '
        "editions missing from the archive: no. 1, 2"
    ]


def test_a_claim_that_can_not_be_computed_is_no_problem() -> None:
    assert told(claims, pie("{says: four laureates, count: laureates, is: 4}", coverage="partial")) == []


def test_a_claimed_place_that_another_holds_is_told_with_the_reason_alone() -> None:
    text = pie("{says: first of all, count: rank, of: Cleo Custard, category: tart, is: 1}").replace(
        "  tart:", "  tart:\n    - {rank: 1, laureate: Ann Crust}\n    -"
    )
    assert messages(claims, text) == [
        '"first of all": place no. 1 of the overall ranking is held by Ann Crust; '
        "Cleo Custard holds place no. 1 in “north”"
    ]


def test_a_difference_that_is_known_is_not_told() -> None:
    assert told(claims, pie("{says: four laureates, count: laureates, is: 4, disputed: true}")) == []


def test_claims_of_awards_and_articles_are_checked_too() -> None:
    text = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {pie: Pie}
claims: {says: two categories, count: categories, is: 0}
-- content/articles/pies.md --
---
title: Pies
claims: {says: no comment, count: comments, is: 0}
comments: Yum
---
"""
    assert told(claims, text) == [
        'editions/pie/award.yaml:3:9: "two categories": the archive finds at least 1, not 0; '
        "the archive may not list them all",
        'content/articles/pies.md:3:9: "no comment": the archive finds at least 1, not 0; '
        "the archive may not list them all",
    ]


def test_a_claim_inside_a_text_is_told_at_its_words_with_the_hint_for_braces() -> None:
    text = pie("{says: three laureates, count: laureates, is: 3}") + (
        "-- content/articles/pies.md --\n---\ntitle: Pies\nabout: {editions: pie/2011}\n---\n"
        "A night of [four laureates]{laureates} and [two]{titles disputed}.\n"
    )
    assert told(claims, text) == ['content/articles/pies.md:5:12: "four laureates": the archive finds 3, not 4']
    assert hints(claims, text) == [
        'correct the claim or the data; if the source is wrong, write `disputed note="…"` in the braces'
    ]


def test_a_dispute_of_what_agrees_is_told() -> None:
    site = (
        "-- editions/tarte/award.yaml --\nname: Tarte\ncategories: {pomme: Pomme}\n"
        "-- editions/tarte/2020.yaml --\ncoverage: complete\nresults: {pomme: Ann}\n"
        "claims: {says: un titre, count: titles, is: IS, disputed: true, note: Non.}\n"
    )
    assert messages(claims, site.replace("IS", "1")) == ['"un titre" is disputed, and the archive finds 1, too']
    assert told(claims, site.replace("IS", "2")) == []


def test_the_edition_that_a_claim_names_is_the_one_that_was_counted() -> None:
    text = (
        "-- editions/tarte/award.yaml --\nname: Tarte\ncategories: {pomme: Pomme, prune: Prune}\n"
        "-- editions/tarte/2019.yaml --\ncoverage: complete\nresults: {pomme: Ann}\n"
        "-- editions/tarte/2020.yaml --\ncoverage: complete\nresults: {pomme: Ann, prune: Ben}\n"
        "claims:\n  - {says: two laureates, count: laureates, is: 2, edition: tarte/2019}\n"
    )
    assert told(claims, text) == [
        'editions/tarte/2020.yaml:4:5: "two laureates": the archive finds 1 in tarte/2019, not 2'
    ]


OVER_ALL = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {pie: Pie}
-- editions/pie/2011.yaml --
ordinal: 1
coverage: complete
results: {pie: Ann Crust}
claims: [CLAIM]
-- editions/pie/2012.yaml --
ordinal: 2
coverage: complete
results: {pie: Ann Crust}
"""


def test_the_hint_gives_the_edition_up_to_which_the_number_was_right() -> None:
    claim = "{says: one title, count: titles, is: 1, award: pie}"
    text = OVER_ALL.replace("CLAIM", claim)
    [hint] = hints(claims, text)
    assert hint.startswith("if it was counted up to pie/2011, write `until: pie/2011`; else correct the claim")
    assert told(claims, text.replace("is: 1", "is: 1, until: pie/2011")) == []


def test_in_braces_it_is_written_for_braces() -> None:
    text = OVER_ALL.replace("[CLAIM]", "[]") + (
        "-- content/articles/pies.md --\n---\ntitle: Pies\nabout: {names: Ann Crust}\n---\n"
        'She has [one title]{titles pie of="Ann Crust"}.\n'
    )
    [hint] = hints(claims, text)
    assert hint.startswith("if it was counted up to pie/2011, write `until=pie/2011` in the braces; else ")
    assert told(claims, text.replace('Crust"}', 'Crust" until=pie/2011}')) == []


def test_a_claim_that_differs_up_to_an_edition_names_it() -> None:
    text = OVER_ALL.replace("CLAIM", "{says: two titles, count: titles, is: 2, until: pie/2011}")
    assert messages(claims, text) == ['"two titles": the archive finds 1 up to pie/2011, not 2']

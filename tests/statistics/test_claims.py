import pytest

from palmarium.model.archive import Archive
from palmarium.statistics.claims import ClaimOutcome, Verdict, claims_of, judge, owners, right_until, verdicts
from palmarium.statistics.count import Reason
from palmarium.statistics.counting import Bound, Finding
from tests.archives import archive

AGREES, DIFFERS, OPEN = ClaimOutcome.AGREES, ClaimOutcome.DIFFERS, ClaimOutcome.NOT_COMPUTABLE


@pytest.mark.parametrize(
    ("finding", "claimed", "outcome"),
    [
        (Finding(3), 3, AGREES),
        (Finding(3), 4, DIFFERS),
        (Finding(3), 2, DIFFERS),
        (Finding(3, Bound.AT_LEAST), 2, DIFFERS),
        (Finding(3, Bound.AT_LEAST), 3, OPEN),
        (Finding(3, Bound.AT_LEAST), 4, OPEN),
        (Finding(3, Bound.AT_MOST), 4, DIFFERS),
        (Finding(3, Bound.AT_MOST), 3, OPEN),
        (Finding(3, Bound.AT_MOST), 2, OPEN),
        (Finding(3, Bound.LISTED), 3, AGREES),
        (Finding(3, Bound.LISTED), 2, DIFFERS),
        (Finding(3, Bound.LISTED), 4, OPEN),
        (Finding(None, Bound.NONE), 3, OPEN),
        (Finding(None, Bound.NONE, refuted=True), 3, DIFFERS),
    ],
)
def test_what_is_known_exactly_agrees_or_differs_and_a_bound_is_only_overstepped(
    finding: Finding, claimed: int, outcome: ClaimOutcome
) -> None:
    assert judge(claimed, finding) is outcome


def pie(claim: str, coverage: str = "complete") -> Archive:
    return archive(f"""\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
categories: {{pie: Pie, tart: Tart}}
claims: [{{says: two editions, count: editions, is: 2}}, {{says: a bakery, count: jurors, is: 2}}]
-- editions/pie/2010.yaml --
ordinal: 1
coverage: names-only
results: {{unknown: Ann}}
-- editions/pie/2011.yaml --
ordinal: 2
coverage: {coverage}
results: {{pie: [Ann, Ben], tart: Ann}}
claims: {claim}
-- content/articles/pies.md --
---
title: Pies
about: {{editions: pie/2011}}
claims: {{says: two bakers, count: laureates, is: 2}}
---
-- content/articles/more.md --
---
title: More pies
about: {{editions: [pie/2010, pie/2011]}}
claims: [{{says: two bakers, count: laureates, is: 2}}, {{says: one, count: laureates, edition: pie/2010, is: 1}}]
---
-- content/articles/all.md --
---
title: All pies
about: {{awards: pie}}
claims: {{says: two bakers in all, count: laureates, is: 2}}
---
""")


def verdict(claim: str, coverage: str = "complete") -> Verdict:
    found = pie(claim, coverage)
    (only,) = verdicts(found, found.editions["pie/2011"])
    return only


def test_a_verdict_holds_the_claim_and_what_it_speaks_of() -> None:
    claim = "{says: both, count: titles, is: 2, of: Ann, source: s1, note: read twice, disputed: true}"
    assert verdict(claim) == Verdict(
        says="both", count="titles", value=2, outcome=AGREES, found=2,
        edition="pie/2011", of="ann", source="s1", note="read twice", disputed=True, award="pie",
    )  # fmt: skip


def test_a_category_may_be_written_with_or_without_its_award() -> None:
    for written in ("tart", "pie/tart"):
        found = verdict(f"{{says: one, count: laureates, is: 1, category: {written}}}")
        assert (found.outcome, found.category) == (AGREES, "pie/tart")


def test_a_claim_may_point_at_another_edition() -> None:
    found = verdict("{says: one before, count: laureates, is: 1, edition: pie/2010}")
    assert (found.outcome, found.edition) == (AGREES, "pie/2010")


def test_a_difference_tells_the_number_found() -> None:
    found = verdict("{says: three, count: laureates, is: 3}")
    assert (found.outcome, found.found, found.at_least, found.reason) == (DIFFERS, 2, False, None)


LACKING = Reason("laureates", (("edition", "Pie 2011"),))


def test_a_lower_bound_is_told_as_one_with_its_reason() -> None:
    found = verdict("{says: three, count: laureates, is: 3}", "partial")
    assert (found.outcome, found.found, found.at_least, found.reason) == (OPEN, 2, True, LACKING)
    overstepped = verdict("{says: one, count: laureates, is: 1}", "partial")
    assert (overstepped.outcome, overstepped.found, overstepped.at_least) == (DIFFERS, 2, True)


def test_at_least_nothing_is_not_worth_telling() -> None:
    found = verdict("{says: four, count: jurors, is: 4}")
    assert (found.outcome, found.found, found.at_least) == (OPEN, None, False)


def test_an_upper_bound_is_told_where_the_claim_oversteps_it() -> None:
    late = archive("""
        -- editions/pie/2011.yaml --
        ordinal: 4
        coverage: names-only
        results: {unknown: [Ann, Ben]}
        claims: [{says: three new, count: first-time, is: 3}, {says: one new, count: first-time, is: 1}]
    """)
    over, under = verdicts(late, late.editions["pie/2011"])
    assert (over.outcome, over.found, over.at_most) == (DIFFERS, 2, True)
    assert over.reason == Reason("missing", (("ordinals", "1–3"),))
    assert (under.outcome, under.found, under.at_most) == (OPEN, None, False)


def test_an_agreement_needs_no_reason() -> None:
    found = verdict("{says: no partner, count: partners, is: 0}")
    assert (found.outcome, found.found, found.at_least, found.reason) == (AGREES, 0, False, None)


def test_comments_are_those_of_the_article_that_holds_the_claim() -> None:
    found = archive("""
        -- content/articles/pies.md --
        ---
        title: Pies
        comments: [Yum, Yum yum]
        claims: {says: two comments, count: comments, is: 2}
        ---
    """)
    (only,) = verdicts(found, found.articles["pies"])
    assert (only.outcome, only.found) == (AGREES, 2)


@pytest.mark.parametrize("lost", ["of: Nobody", "category: flan", "edition: pie/1999"])
def test_a_claim_about_something_unknown_can_not_be_computed(lost: str) -> None:
    found = verdict(f"{{says: one, count: titles, is: 1, {lost}}}")
    assert (found.outcome, found.reason) == (OPEN, Reason("unresolved"))


def test_an_unknown_count_can_not_be_computed() -> None:
    found = verdict("{says: one, count: crumbs, is: 1}")
    assert (found.outcome, found.reason) == (OPEN, Reason("unknown-count"))


def test_what_is_only_stated_says_so_whatever_it_speaks_of() -> None:
    found = verdict("{says: one, count: stated, is: 1, of: Nobody}")
    assert (found.outcome, found.reason) == (OPEN, Reason("stated"))


def test_a_claim_of_an_award_speaks_of_all_its_editions() -> None:
    found = pie("[]")
    editions, jurors = verdicts(found, found.awards["pie"])
    assert (editions.outcome, editions.found, editions.edition) == (AGREES, 2, "")
    assert (jurors.outcome, jurors.reason) == (OPEN, Reason("no-edition"))


def test_a_claim_of_an_article_speaks_of_the_one_edition_it_is_about() -> None:
    found = pie("[]")
    (only,) = verdicts(found, found.articles["pies"])
    assert (only.outcome, only.edition) == (AGREES, "pie/2011")


def test_of_an_article_about_two_editions_it_must_name_one() -> None:
    found = pie("[]")
    neither, named = verdicts(found, found.articles["more"])
    assert (neither.outcome, neither.edition, neither.reason) == (OPEN, "", Reason("no-edition"))
    assert (named.outcome, named.edition) == (AGREES, "pie/2010")


def test_a_category_names_its_award() -> None:
    found = archive("""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        categories: {pie: Pie}
        -- editions/pie/2010.yaml --
        ordinal: 1
        coverage: complete
        results: {pie: Ann}
        -- content/articles/pies.md --
        ---
        title: Pies
        claims: {says: one baker, count: laureates, is: 1, category: pie/pie}
        ---
    """)
    (only,) = verdicts(found, found.articles["pies"])
    assert (only.outcome, only.category) == (AGREES, "pie/pie")


def test_of_an_article_about_an_award_it_speaks_of_the_award() -> None:
    found = pie("[]", "names-only")
    (only,) = verdicts(found, found.articles["all"])
    assert (only.outcome, only.found) == (AGREES, 2)


def test_a_claim_is_confirmed_by_another_source_than_its_own() -> None:
    found = archive("""
        -- editions/pie/2010.yaml --
        attendance: {value: 90, sources: s1}
        claims:
          - {says: ninety, count: attendance, is: 90, source: s1}
          - {says: ninety, count: attendance, is: 90, source: s2}
          - {says: ninety, count: attendance, is: 90}
        sources:
          s1: {url: "https://pie.example/post"}
          s2: {url: "https://pie.example/office"}
        -- content/articles/pies.md --
        ---
        title: Pies
        about: {editions: pie/2010}
        claims: {says: ninety, count: attendance, is: 90}
        sources: {s1: {url: "https://pie.example/post"}}
        ---
        -- content/articles/tarts.md --
        ---
        title: Tarts
        about: {editions: pie/2010}
        claims: {says: ninety, count: attendance, is: 90}
        ---
    """)
    assert [each.outcome for each in verdicts(found, found.editions["pie/2010"])] == [OPEN, AGREES, AGREES]
    assert [each.outcome for each in verdicts(found, found.articles["pies"])] == [OPEN]
    assert [each.outcome for each in verdicts(found, found.articles["tarts"])] == [AGREES]


def test_awards_editions_and_articles_hold_claims() -> None:
    found = pie("[]")
    assert [owner.id for owner in owners(found)] == ["pie", "2010", "2011", "all", "more", "pies", "ann", "ben"]


def test_a_claim_inside_a_text_is_judged_like_one_in_its_head() -> None:
    found = archive("""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        short: Pie
        categories: {pie: Pie}
        -- editions/pie/2010.yaml --
        ordinal: 1
        coverage: complete
        results: {pie: [Ann, {laureate: Ben, count: 2}]}
        -- content/articles/pies.md --
        ---
        title: Pies
        about: {editions: pie/2010}
        claims: {says: two bakers, count: laureates, is: 2}
        ---
        There were [three titles]{titles}, and [one]{titles of=Ben}; [four editions]{editions pie}; [six]{titles tart}.
        -- content/names/ben.md --
        ---
        name: Ben
        kind: person
        ---
        He took [two titles]{titles pie} of [three]{laureates pie/2010}.
        -- content/pages/us.md --
        ---
        title: Us
        ---
        We hold [1 edition]{editions pie} and [3 things]{titles}.
    """)
    article, name, note = found.articles["pies"], found.names["ben"], found.notes["us"]
    assert [claim.says for claim in claims_of(article)] == ["two bakers", "three titles", "one", "four editions", "six"]
    assert [(each.outcome, each.found) for each in verdicts(found, article)] == [
        *((AGREES, 2), (AGREES, 3), (DIFFERS, 2), (DIFFERS, 1), (OPEN, None))
    ]
    own, other = verdicts(found, name)
    assert (own.outcome, own.found, own.of, own.award) == (AGREES, 2, "ben", "pie")
    assert (other.outcome, other.found, other.of) == (DIFFERS, 2, "")
    counted, loose = verdicts(found, note)
    assert (counted.outcome, counted.edition, counted.award) == (AGREES, "", "pie")
    assert (loose.outcome, loose.reason) == (OPEN, Reason("no-edition"))


def test_a_number_without_a_bound_is_judged_neither_way_nor_is_none() -> None:
    assert judge(3, Finding(None)) is OPEN
    assert judge(3, Finding(3, Bound.NONE)) is OPEN
    assert judge(3, Finding(None, refuted=True)) is ClaimOutcome.DIFFERS


YEARS = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
categories: {pie: Pie, tart: Tart, bun: Bun}
-- editions/pie/2009.yaml --
ordinal: 1
coverage: complete
results: {pie: Ann, tart: Ben}
-- editions/pie/2010.yaml --
ordinal: 2
coverage: complete
status: cancelled
-- editions/pie/2011.yaml --
ordinal: 3
coverage: complete
results: {pie: Ann, tart: Cleo}
-- editions/pie/2012.yaml --
ordinal: 4
coverage: partial
results: {pie: Ann, bun: Dan}
-- content/pages/us.md --
---
title: Us
---
Some SAYS.
"""


def timed(says: str) -> Verdict:
    found = archive(YEARS.replace("SAYS", says))
    (only,) = verdicts(found, found.notes["us"])
    return only


@pytest.mark.parametrize(
    ("says", "outcome", "number"),
    [
        ("[one title]{titles of=Ann until=pie/2009}", AGREES, 1),
        ("[one title]{titles of=Ann until=pie/2010}", AGREES, 1),
        ("[two titles]{titles pie of=Ann until=pie/2011}", AGREES, 2),
        ("[two titles]{titles pie category=tart until=pie/2011}", AGREES, 2),
        ("[three bakers]{laureates until=pie/2011}", AGREES, 3),
        ("[two bakers]{laureates until=pie/2011}", DIFFERS, 3),
        ("[two categories]{categories until=pie/2011}", AGREES, 2),
        ("[two editions]{editions until=pie/2011}", AGREES, 2),
        ("[three titles]{titles of=Ann until=pie/2012}", OPEN, 3),
        ("[two titles]{titles of=Ann until=pie/2012}", DIFFERS, 3),
        ("[one title]{titles of=Ann pie/2009 until=pie/2011}", OPEN, None),
        ("[one title]{titles of=Ann until=pie/1999}", OPEN, None),
    ],
)
def test_a_claim_that_says_until_when_counts_up_to_that_edition(
    says: str, outcome: ClaimOutcome, number: int | None
) -> None:
    found = timed(says)
    assert (found.outcome, found.found, found.award) == (outcome, number, "pie")


def test_a_claim_up_to_an_edition_says_which() -> None:
    found = timed("[three bakers]{laureates until=pie/2011}")
    assert (found.until, found.edition) == ("pie/2011", "")


def test_the_reason_for_a_bound_names_only_editions_that_count() -> None:
    found = timed("[three titles]{titles of=Ann until=pie/2012}")
    assert found.reason == Reason("incomplete", (("editions", "2012"),))


@pytest.mark.parametrize(
    ("says", "until"),
    [
        ("[two titles]{titles pie of=Ann}", "pie/2011"),
        ("[one title]{titles pie of=Ann}", "pie/2010"),
        ("[one title]{titles pie of=Ann until=pie/2011}", "pie/2010"),
        ("[two bakers]{laureates pie}", "pie/2010"),
        ("[seven titles]{titles pie of=Ann}", ""),
        ("[no title]{titles pie of=Ann is=0}", ""),
        ("[one title]{titles pie/2011 is=1}", ""),
        ("[one juror]{jurors pie}", ""),
        ("[one title]{titles pie of=Nobody}", ""),
    ],
)
def test_an_edition_up_to_which_a_number_was_right_is_found(says: str, until: str) -> None:
    found = archive(YEARS.replace("SAYS", says))
    owner = found.notes["us"]
    assert right_until(found, owner, claims_of(owner)[0]) == until


def test_of_several_editions_the_one_that_the_text_is_about_is_meant() -> None:
    about = "-- content/articles/a.md --\n---\ntitle: A\nabout: {editions: pie/2009}\n---\n"
    found = archive(f"{YEARS}{about}Hers: [one]{{titles pie of=Ann}}.\n")
    owner = found.articles["a"]
    assert right_until(found, owner, claims_of(owner)[0]) == "pie/2009"

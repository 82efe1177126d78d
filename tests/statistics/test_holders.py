from palmarium.model.archive import Archive
from palmarium.statistics.count import Reason
from palmarium.statistics.holders import Group, Standing, holders, standing
from tests.archives import archive


def row(**editions: str) -> Archive:
    """Editions of a pie award: `_2010="1 complete Ann, Ben"` is its ordinal (0: none), its coverage, its winners."""
    text = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\nshort: Pie\n"
    for key, told in editions.items():
        ordinal, coverage, names = told.split(" ", 2)
        text += f"-- editions/pie/{key[1:]}.yaml --\ncoverage: {coverage}\nresults: {{unknown: [{names}]}}\n"
        text += f"ordinal: {ordinal}\n" if ordinal != "0" else ""
    return archive(text)


KNOWN = row(_2010="1 names-only Ann, Ben, Cleo", _2011="2 names-only Ann, Dan", _2012="3 names-only Ann, Ben, Eve, Dan")


def incomplete(edition: str) -> Reason:
    return Reason("laureates", (("edition", f"Pie {edition}"),))


def test_each_laureate_is_first_retained_or_regained_and_the_others_lost() -> None:
    found = holders(KNOWN, "pie/2012")
    assert found.before == "pie/2011"
    assert found.first == Group(("eve",))
    assert found.retained == Group(("ann", "dan"))
    assert found.regained == Group(("ben",))
    assert found.lost == Group(())
    assert holders(KNOWN, "pie/2011").lost == Group(("ben", "cleo"))


def test_in_the_first_edition_everybody_is_first() -> None:
    found = holders(KNOWN, "pie/2010")
    assert found.before is None
    assert found.first == Group(("ann", "ben", "cleo"))
    assert found.retained == found.regained == found.lost == Group(())


def test_a_first_time_after_an_incomplete_edition_is_only_the_first_in_this_archive() -> None:
    found = holders(row(_2010="1 partial Ann", _2011="2 names-only Ann, Ben"), "pie/2011")
    earlier = Reason("incomplete", (("editions", "2010"),))
    assert found.first == Group(("ben",), certain=False, whole=True, because=earlier)
    assert found.retained == Group(("ann",), certain=True, whole=False, because=incomplete("2010"))
    assert found.regained == Group((), certain=False, whole=False, because=incomplete("2010"))
    assert found.lost == Group((), certain=True, whole=False, because=incomplete("2010"))


def test_in_an_incomplete_edition_each_standing_is_certain_but_the_groups_are_not_whole() -> None:
    found = holders(row(_2010="1 names-only Ann, Ben", _2011="2 partial Ann, Cleo"), "pie/2011")
    assert found.first == Group(("cleo",), certain=True, whole=False, because=incomplete("2011"))
    assert found.retained == Group(("ann",), certain=True, whole=False, because=incomplete("2011"))
    assert found.regained == Group((), certain=True, whole=False, because=incomplete("2011"))
    assert found.lost == Group((), certain=True, whole=False, because=incomplete("2011"))


def test_across_a_missing_edition_nothing_is_retained_for_sure() -> None:
    found = holders(row(_2010="1 names-only Ann, Ben", _2011="3 names-only Ann"), "pie/2011")
    before = Reason("before", (("edition", "Pie 2011"),))
    assert found.retained == Group(("ann",), certain=False, whole=True, because=before)
    assert found.regained == Group((), certain=False, whole=False, because=before)
    assert found.lost == Group(("ben",), certain=False, whole=True, because=before)
    assert found.first.because == Reason("missing", (("ordinals", "2"),))


def test_a_title_before_a_gap_in_an_incomplete_row_is_regained_only_perhaps() -> None:
    found = holders(row(_2010="1 names-only Ann", _2011="2 partial Ben", _2012="3 names-only Ann"), "pie/2012")
    assert found.regained == Group(("ann",), certain=False, whole=False, because=incomplete("2011"))


def test_what_comes_before_the_first_edition_here_may_be_missing() -> None:
    missing = Reason("missing", (("ordinals", "1, 2"),))
    assert holders(row(_2010="3 names-only Ann"), "pie/2010").first == Group(("ann",), False, True, missing)
    unsaid = holders(row(_2010="0 names-only Ann"), "pie/2010")
    assert unsaid.first == Group(("ann",), False, True, Reason("start"))
    assert unsaid.retained == Group((), False, True, Reason("start"))


def test_a_revoked_title_gives_no_standing() -> None:
    found = archive("""
        -- editions/pie/2010.yaml --
        ordinal: 1
        coverage: names-only
        results: {unknown: {laureate: Ann, status: revoked}}
        -- editions/pie/2011.yaml --
        ordinal: 2
        coverage: names-only
        results: {unknown: Ann}
    """)
    assert holders(found, "pie/2011").first == Group(("ann",))


def test_another_award_gives_no_standing() -> None:
    found = archive("""
        -- editions/jam/2010.yaml --
        results: {unknown: Ann}
        -- editions/pie/2011.yaml --
        ordinal: 1
        coverage: names-only
        results: {unknown: Ann}
    """)
    assert holders(found, "pie/2011").first == Group(("ann",))


def test_groups_stand_by_name() -> None:
    found = row(_2010="1 names-only Zoé, Émile, eve")
    assert holders(found, "pie/2010").first.names == ("emile", "eve", "zoe")


def test_the_standing_of_one_laureate() -> None:
    assert standing(KNOWN, "eve", "pie/2012") == (Standing.FIRST, True, None)
    assert standing(KNOWN, "ann", "pie/2012") == (Standing.RETAINED, True, None)
    assert standing(KNOWN, "ben", "pie/2012") == (Standing.REGAINED, True, None)
    assert standing(KNOWN, "cleo", "pie/2012") is None


def test_an_uncertain_standing_says_why() -> None:
    found = row(_2010="1 partial Ann", _2011="2 names-only Ann, Ben")
    assert standing(found, "ben", "pie/2011") == (Standing.FIRST, False, Reason("incomplete", (("editions", "2010"),)))
    assert standing(found, "ann", "pie/2011") == (Standing.RETAINED, True, None)
    apart = row(_2010="1 names-only Ann", _2011="3 names-only Ann")
    before = Reason("before", (("edition", "Pie 2011"),))
    assert standing(apart, "ann", "pie/2011") == (Standing.RETAINED, False, before)


def test_a_regained_title_is_uncertain_after_an_incomplete_edition_or_a_gap() -> None:
    partial = row(_2010="1 names-only Ann", _2011="2 partial Ben", _2012="3 names-only Ann")
    assert standing(partial, "ann", "pie/2012") == (Standing.REGAINED, False, incomplete("2011"))
    apart = row(_2010="1 names-only Ann", _2011="2 names-only Ben", _2012="4 names-only Ann")
    before = Reason("before", (("edition", "Pie 2012"),))
    assert standing(apart, "ann", "pie/2012") == (Standing.REGAINED, False, before)

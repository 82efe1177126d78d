from palmarium.checks import derived
from tests.archives import hints, messages, told


def pies(golden: str, ranking: str = "") -> str:
    ranking = ranking or (
        "    - {rank: 1, laureate: Ann Crust}\n    - {rank: 2, laureate: Ben Crumble}\n"
        "    - {rank: 1, scope: 'sector:tarts', laureate: Cleo Custard}\n"
    )
    return (
        "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {all: All Pies, rhubarb: Rhubarb Pies}\n"
        f"-- editions/pie/2011.yaml --\nresults:\n  all:\n{ranking}"
        "-- editions/gold/award.yaml --\nname: Fictional Golden Pie\ncategories: {golden: Golden Pie}\n"
        f"-- editions/gold/2011.yaml --\nresults:\n  golden: {golden}\n"
    )


def test_the_laureate_of_the_place_that_decides_passes() -> None:
    assert told(derived, pies("{laureate: Ann Crust, derived_from: pie/2011}")) == []


def test_another_laureate_is_told() -> None:
    text = pies("{laureate: Ben Crumble, derived_from: pie/2011}")
    assert told(derived, text) == [
        "editions/gold/2011.yaml:2:22: place 1 of pie/2011 went to Ann Crust, not to this laureate of golden"
    ]
    assert hints(derived, text) == ["correct one of the two, or delete `derived_from` and say why in a `note`"]


def test_another_place_or_scope_may_decide() -> None:
    assert told(derived, pies("{laureate: Ben Crumble, derived_from: {edition: pie/2011, rank: 2}}")) == []
    sector = "{laureate: Cleo Custard, derived_from: {edition: pie/2011, scope: 'sector:tarts'}}"
    assert told(derived, pies(sector)) == []
    assert len(told(derived, pies(sector.replace("Cleo Custard", "Ann Crust")))) == 1


def test_a_category_may_decide() -> None:
    inside = "{laureate: Ben Crumble, derived_from: {edition: pie/2011, category: rhubarb}}"
    ranking = "    - Ann Crust\n  rhubarb:\n    - Ben Crumble\n"
    assert told(derived, pies(inside, ranking)) == []


def test_one_of_those_who_share_the_place_passes() -> None:
    tie = "    - {rank: 1, laureate: Ann Crust}\n    - {rank: 1, laureate: Ben Crumble}\n"
    assert told(derived, pies("{laureate: Ben Crumble, derived_from: pie/2011}", tie)) == []


def test_a_place_nobody_knows_decides_nothing() -> None:
    second = "    - {rank: 2, laureate: Ben Crumble}\n"
    assert told(derived, pies("{laureate: Ann Crust, derived_from: pie/2011}", second)) == []


def test_a_revoked_place_decides_nothing() -> None:
    gone = "    - {rank: 1, laureate: Ann Crust, status: revoked}\n    - {rank: 1, laureate: Ben Crumble}\n"
    assert told(derived, pies("{laureate: Ben Crumble, derived_from: pie/2011}", gone)) == []
    assert len(told(derived, pies("{laureate: Ann Crust, derived_from: pie/2011}", gone))) == 1


def test_a_category_awarded_to_nobody_passes() -> None:
    assert told(derived, pies("{not_awarded: reserved, derived_from: pie/2011}")) == []


def test_a_winner_without_a_number_decides_and_who_only_was_named_does_not() -> None:
    plain = "    - Ann Crust\n    - {laureate: Ben Crumble, distinction: finalist}\n"
    assert told(derived, pies("{laureate: Ann Crust, derived_from: pie/2011}", plain)) == []
    assert told(derived, pies("{laureate: Ben Crumble, derived_from: pie/2011}", plain)) == [
        "editions/gold/2011.yaml:2:22: place 1 of pie/2011 went to Ann Crust, not to this laureate of golden"
    ]
    for rank in (1, 2):
        second = f"{{laureate: Ann Crust, derived_from: {{edition: pie/2011, rank: {rank}}}}}"
        assert told(derived, pies(second, plain)) == []
        finalist = "    - {laureate: Ben Crumble, distinction: finalist}\n"
        assert told(derived, pies(second, finalist)) == []


def test_an_edition_that_is_not_there_decides_nothing() -> None:
    assert told(derived, pies("{laureate: Ann Crust, derived_from: pie/1999}")) == []


def test_what_decides_is_held_before() -> None:
    text = pies("{laureate: Ann Crust, derived_from: pie/2011}")
    dated = text.replace("gold/2011.yaml --\n", "gold/2011.yaml --\nceremony: 2011-05-02\n")
    late = dated.replace("pie/2011.yaml --\n", "pie/2011.yaml --\nceremony: 2011-06-01\n")
    assert messages(derived, late) == [
        "golden was given on 2011-05-02, and pie/2011, which decides it, was held on 2011-06-01"
    ]
    assert told(derived, late.replace("2011-06-01", "2011-05")) == []


def test_a_scope_that_nobody_is_ranked_in_decides_nothing() -> None:
    golden = "{{laureate: Ann Crust, derived_from: {{edition: pie/2011, scope: 'sector:{}'}}}}"
    assert messages(derived, pies(golden.format("pies"))) == ['nothing in pie/2011 is ranked in "sector:pies"']
    assert hints(derived, pies(golden.format("pies"))) == ["its scopes are sector:tarts"]

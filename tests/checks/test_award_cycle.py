import pytest

from palmarium.checks import award_cycle
from tests.archives import hints, told


def awards(**above: str) -> str:
    return "".join(f"-- editions/{id}/award.yaml --\nname: Fictional {id}\n{line}\n" for id, line in above.items())


def test_awards_within_awards_pass() -> None:
    assert told(award_cycle, awards(pie="", tart="part_of: pie", crumb="part_of: tart\nsucceeds: pie")) == []


def test_an_award_within_itself_is_told() -> None:
    assert told(award_cycle, awards(pie="part_of: pie")) == ["editions/pie/award.yaml:2:10: pie is held within pie"]


@pytest.mark.parametrize(("key", "says"), [("part_of", "is held within"), ("succeeds", "comes after")])
def test_a_circle_is_told_once_at_its_first_award(key: str, says: str) -> None:
    text = awards(pie=f"{key}: tart", tart=f"{key}: crumb", crumb=f"{key}: pie")
    [problem] = told(award_cycle, text)
    assert problem.startswith("editions/crumb/award.yaml:2:")
    assert problem.endswith(f": crumb {says} pie {says} tart {says} crumb")
    assert hints(award_cycle, text) == [f"delete `{key}` in one of them"]


def test_an_award_that_leads_into_a_circle_is_not_part_of_it() -> None:
    text = awards(apple="part_of: pie", pie="part_of: tart", tart="part_of: pie")
    assert told(award_cycle, text) == ["editions/pie/award.yaml:2:10: pie is held within tart is held within pie"]


def test_one_award_may_be_within_another_and_come_after_it() -> None:
    assert told(award_cycle, awards(pie="succeeds: tart", tart="part_of: pie")) == []

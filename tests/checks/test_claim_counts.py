from palmarium.checks import claim_counts
from palmarium.statistics.counting import COUNTS
from tests.archives import hints, told


def pie(count: str) -> str:
    return f"-- editions/pie/2011.yaml --\nclaims:\n  - {{says: three laureates, count: {count}, is: 3}}\n"


def test_every_count_there_is_passes() -> None:
    for count in COUNTS:
        assert told(claim_counts, pie(count)) == []


def test_a_count_that_does_not_exist_is_told() -> None:
    assert told(claim_counts, pie("laureats")) == [
        'editions/pie/2011.yaml:2:5: "laureats" is not something a claim can count'
    ]
    assert hints(claim_counts, pie("laureats")) == ['did you mean "laureates"?']


def test_without_a_near_word_the_hint_lists_them_all() -> None:
    assert hints(claim_counts, pie("x")) == [f"counts are {', '.join(sorted(COUNTS))}"]

"""Who writes "other" says what."""

import pytest

from palmarium.checks import unsaid
from tests.archives import hints, told


def site(entry: str) -> str:
    return f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {entry}}}\n"


@pytest.mark.parametrize("entry", ["{not_awarded: other}", "{not_awarded: {}}", "{not_awarded: {reason: other}}"])
def test_a_reason_that_says_nothing_is_told(entry: str) -> None:
    assert told(unsaid, site(entry)) == ["editions/tarte/2020.yaml:1:11: pomme: `other` does not say why nobody won"]
    assert hints(unsaid, site(entry)) == ["write `not_awarded: {reason: other, note: …}`, or one of the other reasons"]


def test_a_distinction_that_says_nothing_is_told() -> None:
    assert hints(unsaid, site("{laureate: Ann Crust, distinction: other}")) == ["write it in a `note` beside it"]


@pytest.mark.parametrize(
    "entry",
    [
        "{not_awarded: below-threshold}",
        "{not_awarded: {reason: other, note: Grève.}}",
        "{not_awarded: other, note: Grève.}",
        "{laureate: Ann Crust, distinction: other, note: Coup de cœur}",
        "{laureate: Ann Crust, distinction: finalist}",
    ],
)
def test_a_note_says_it(entry: str) -> None:
    assert told(unsaid, site(entry)) == []

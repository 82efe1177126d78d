"""What stands under two keys does not stand there the wrong way round."""

import pytest

from palmarium.checks import exchanged
from tests.archives import hints, told

SITE = """\
-- editions/tarte/2019.yaml --
ceremony: {venue: Salle du Four, city: Brest}
jury:
  - {name: Ann Crust, role: présidente, org: Guilde des Tartes}
results: {pomme: {laureate: Ben Crumble, role: chef, org: Le Moulin}}
sources: {s1: {title: A, author: Cleo Custard, publisher: Le Journal du Four, date: 2019}}
-- content/names/four.md --
---
name: Le Four
kind: organisation
---
-- editions/tarte/2020.yaml --
"""


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "jury: {name: Di Fork, role: Guilde des Tartes, org: présidente}",
            '"Guilde des Tartes" is the role here, beside the org "présidente"; elsewhere it is the other way round',
            "write `role: présidente, org: Guilde des Tartes`",
        ),
        (
            "jury: {name: Di Fork, role: Le Four, org: trésorière}",
            '"Le Four" is the role here, beside the org "trésorière"; elsewhere it is the other way round',
            "write `role: trésorière, org: Le Four`",
        ),
        (
            "results: {pomme: {laureate: Di Fork, role: La Râpe, org: chef}}",
            '"La Râpe" is the role here, beside the org "chef"; elsewhere it is the other way round',
            "write `role: chef, org: La Râpe`",
        ),
        (
            "jury: {name: Di Fork, role: Le Four}",
            '"Le Four" is the role here; elsewhere it is the other way round',
            "write `org: Le Four`",
        ),
        (
            "ceremony: {venue: Brest, city: Salle du Four}",
            '"Brest" is the venue here, beside the city "Salle du Four"; elsewhere it is the other way round',
            "write `venue: Salle du Four, city: Brest`",
        ),
        (
            "sources: {s1: {title: B, author: Le Journal du Four, publisher: Cleo Custard, date: 2020}}",
            '"Le Journal du Four" is the author here, beside the publisher "Cleo Custard"; elsewhere '
            "it is the other way round",
            "write `author: Cleo Custard, publisher: Le Journal du Four`",
        ),
    ],
)
def test_what_was_exchanged_is_told(line: str, message: str, hint: str) -> None:
    assert [each.split(": ", 1)[1] for each in told(exchanged, SITE + line)] == [message]
    assert hints(exchanged, SITE + line) == [hint]


@pytest.mark.parametrize(
    "line",
    [
        "jury: {name: Di Fork, role: présidente, org: Guilde des Tartes}",
        "jury: {name: Di Fork, role: trésorière, org: La Râpe}",
        "jury: {name: Di Fork, role: chef}",
        "jury: {name: Di Fork, org: Le Four}",
        "ceremony: {venue: Brest, city: Brest}",
        "ceremony: {venue: La Capitainerie, city: Brest}",
        "jury: {name: Di Fork, role: Ben Crumble, org: Le Moulin}",
    ],
)
def test_what_stands_right_or_may_passes(line: str) -> None:
    assert told(exchanged, SITE + line) == []

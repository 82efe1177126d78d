"""A category of all other editions is not forgotten in one that is said to hold all."""

import pytest

from palmarium.checks import missing_category
from tests.archives import hints, told

AWARD = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {pie: Pie, tart: TART}
"""


def site(lacking: int, coverage: str = "complete", count: int = 8, tart: str = "Tart", more: str = "") -> str:
    editions = (
        f"-- editions/pie/{2001 + at}.yaml --\nordinal: {at + 1}\ncoverage: {coverage}\n"
        f"results: {{pie: A{at}{more if at == lacking else f', tart: B{at}'}}}\n"
        for at in range(count)
    )
    return AWARD.replace("TART", tart) + "".join(editions)


def test_a_category_that_one_edition_lacks_is_told() -> None:
    assert told(missing_category, site(4)) == [
        "editions/pie/2005.yaml:1:1: tart is in all 7 other editions, and this one is said to hold all its categories"
    ]
    assert hints(missing_category, site(4)) == [
        "write `tart: …`, or `tart: {not_awarded: not-held}` where it was not given; if all is here, write "
        '`missing-category = [{texts = ["pie/2005", "tart"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "text",
    [
        site(2),
        site(5),
        site(9),
        site(4, coverage="partial"),
        site(3, count=7),
        site(4, tart="{name: Tart, lineage: [{event: dropped, in: 2005}, {event: revived, in: 2006}]}"),
        site(4, more=", tart: {not_awarded: not-held}"),
        site(4).replace(", tart: B5", ""),
    ],
)
def test_a_category_that_comes_or_goes_or_is_accounted_for_passes(text: str) -> None:
    assert told(missing_category, text) == []

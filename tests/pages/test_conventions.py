from palmarium.pages import conventions
from palmarium.pages.links import Sign
from palmarium.statistics.claims import ClaimOutcome
from tests.exports.exported import context

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
categories: {best: Best Pie, tart: Best Tart}
-- editions/pie/2001.yaml --
coverage: complete
results: {best: [{rank: 1, laureate: Ann Crust}, {rank: 2, laureate: Ben Crumble}], tart: unknown}
"""


def test_every_sign_has_its_line() -> None:
    view = conventions.conventions_view(context(""))
    assert {mark.sign for mark in view.signs} == set(Sign)
    assert view.verdicts == tuple(ClaimOutcome)


def test_signs_without_an_example_are_named() -> None:
    view = conventions.conventions_view(context(SITE))
    assert {mark.sign for mark in view.signs} - set(view.unused) == {Sign.FIRST, Sign.SECOND, Sign.UNKNOWN}
    assert set(view.unused) == set(Sign) - {Sign.FIRST, Sign.SECOND, Sign.UNKNOWN}

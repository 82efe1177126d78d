import pytest

from palmarium.statistics.gaps import EmptyYears, empty_years
from tests.archives import archive


def pies(**ordinals: int) -> str:
    text = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie}\n"
    lines = (f"ordinal: {ordinal}\n" if ordinal else "coverage: none\n" for ordinal in ordinals.values())
    files = (f"-- editions/pie/{key[1:]}.yaml --\n{line}" for key, line in zip(ordinals, lines, strict=True))
    return text + "".join(files)


JAM = """\
-- editions/jam/award.yaml --
name: Prix Imaginaire de la Confiture
{2}
categories: {{jam: Jam}}
-- editions/jam/{0}.yaml --
ordinal: {1}
"""
LOST = "-- editions/lost/award.yaml --\nname: Lost Award\n{}\ncategories: {{best: Best}}\n"
FAIR = "-- editions/fair/award.yaml --\nname: The Fair\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (pies(_2010=1), ()),
        (pies(_2010=1, _2011=2), ()),
        (pies(_2010=1, _2012=2, _2015=3), (EmptyYears(2011, 2011, True), EmptyYears(2013, 2014, True))),
        (pies(_2010=1, _2011=2, _2015=5), (EmptyYears(2012, 2014, False),)),
        (pies(_2010=1, _2011=2, _2015=4, _2017=5), (EmptyYears(2012, 2014, False), EmptyYears(2016, 2016, True))),
        (pies(_2010=1, _2012=3), (EmptyYears(2011, 2011, False),)),
        (pies(_2010=0, _2012=0), (EmptyYears(2011, 2011, False),)),
        (pies(_2010=0, _2012=2), (EmptyYears(2011, 2011, True),)),
        (pies(_2010=1, _2012=0), (EmptyYears(2011, 2011, False),)),
        (pies(_2010=1, _2012=2) + JAM.format(2015, 1, ""), (
            EmptyYears(2011, 2011, True), EmptyYears(2013, 2014, False))),
        (pies(_2010=1, _2014=2) + JAM.format(2012, 1, "ended: 2012"), (
            EmptyYears(2011, 2011, True), EmptyYears(2013, 2013, True))),
        (pies(_2010=1, _2014=2) + JAM.format(2012, 2, "ended: 2012"), (
            EmptyYears(2011, 2011, False), EmptyYears(2013, 2013, True))),
        (pies(_2010=1, _2014=2) + JAM.format(2012, 2, "founded: 2012\nended: 2013"), (
            EmptyYears(2011, 2011, True), EmptyYears(2013, 2013, False))),
        (pies(_2010=1, _2012=2) + LOST.format(""), (EmptyYears(2011, 2011, False),)),
        (pies(_2010=1, _2012=2) + LOST.format("ended: 2010"), (EmptyYears(2011, 2011, True),)),
        (pies(_2010=1, _2012=2) + LOST.format("founded: 2012"), (EmptyYears(2011, 2011, True),)),
        (pies(_2010=1, _2012=2) + FAIR, (EmptyYears(2011, 2011, True),)),
    ],
)  # fmt: skip
def test_years_between_two_editions_are_empty_for_sure_where_the_numbers_follow(
    text: str, found: tuple[EmptyYears, ...]
) -> None:
    assert empty_years(archive(text)) == found

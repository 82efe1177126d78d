import pytest

from palmarium.checks import overlaps
from tests.archives import hints, told

FILES = (
    "-- editions/pie/award.yaml --\nname: Pie\n{}\n",
    "-- content/names/a.md --\n---\nname: A\nkind: person\n{}\n---\n",
)


@pytest.mark.parametrize("file", FILES)
def test_two_names_in_use_at_one_time_are_told(file: str) -> None:
    site = file.format("names: [{name: B, from: 2011-05}, {name: C, from: 2008, until: 2013}]")
    [line] = told(overlaps, site)
    assert line.split(": ", 1)[1] == '"C" is in use until 2013, and "B" from 2011-05'
    assert hints(overlaps, site) == ["write `until: 2011-05` for the first, or correct one of the dates"]


@pytest.mark.parametrize(
    "names",
    [
        "[{name: B, from: 2008, until: 2011}, {name: C, from: 2011}]",
        "[{name: B, from: 2008, until: 2011-05}, {name: C, from: 2011-05-03}]",
        "[{name: B, from: 2008}, {name: C, from: 2011}]",
        "[{name: B, until: 2011}, {name: C, from: 2008}]",
        "[B, C]",
    ],
)
def test_one_name_after_the_other_passes(names: str) -> None:
    assert told(overlaps, FILES[0].format(f"names: {names}")) == []

import pytest

from palmarium.checks import overlaps
from tests.archives import hints, messages, told

FILES = (
    "-- editions/pie/award.yaml --\nname: {}\n{}\n",
    "-- content/names/a.md --\n---\nname: {}\nkind: person\n{}\n---\n",
)


@pytest.mark.parametrize("file", FILES)
def test_two_names_in_use_at_one_time_are_told(file: str) -> None:
    site = file.format("B", "names: [{name: B, from: 2011-05}, {name: C, from: 2008, until: 2013}]")
    [line] = told(overlaps, site)
    assert line.split(": ", 1)[1] == '"C" is in use until 2013, and "B" from 2011-05'
    assert hints(overlaps, site) == ["write `until: 2011-05` for the first, or correct one of the dates"]


@pytest.mark.parametrize(
    "names",
    [
        "[{name: B, from: 2008, until: 2011}, {name: C, from: 2011}]",
        "[{name: B, from: 2008, until: 2011-05}, {name: C, from: 2011-05-03}]",
        "[{name: B, from: 2008}, {name: C, from: 2011}]",
        "[{name: B, until: 2011}, {name: C, from: 2011}]",
        "[{name: B, until: 2011}, {name: C, from: 2012, until: 2014}, {name: D, from: 2014}]",
        "[B, C]",
    ],
)
def test_one_name_after_the_other_passes(names: str) -> None:
    assert told(overlaps, FILES[0].format("D" if "D" in names else "C", f"names: {names}")) == []


@pytest.mark.parametrize(
    ("names", "said", "hint"),
    [
        (
            "[{name: C, from: 2008}, {name: B, until: 2011}]",
            '"B" is in use until 2011, and "C" from 2008',
            "write `until: 2008` for the first, or correct one of the dates",
        ),
        (
            "[{name: B, until: 2011}, {name: C, until: 2009}]",
            '"B" and "C" are both in use from the beginning',
            "write `from: 2009` for B",
        ),
        (
            "[{name: B, from: 2011}, {name: C, from: 2011}]",
            '"B" and "C" are both in use from 2011 on',
            "correct one of the dates",
        ),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_a_name_without_a_beginning_was_in_use_before(file: str, names: str, said: str, hint: str) -> None:
    site = file.format("Pie" if names.count("from") != 1 else "C", f"names: {names}")
    assert messages(overlaps, site) == [said]
    assert hints(overlaps, site) == [hint]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("name", "names", "said", "hint"),
    [
        (
            "B",
            "[{name: B, until: 2012}, {name: C, from: 2013}]",
            '"B", the name of today, is in use until 2012, and "C" from 2013',
            "exchange the two: `{name: C, until: 2012}` and `{name: B, from: 2013}`; or write `name: C`",
        ),
        (
            "B",
            "[{name: C, from: 2012}, {name: B, until: 2013}]",
            '"B", the name of today, is in use until 2013, and "C" from 2012',
            "exchange the two: `{name: C, until: 2012}` and `{name: B, from: 2013}`; or write `name: C`",
        ),
        (
            "Bee",
            "[{name: B, until: 2012}, {name: C, from: 2013}]",
            '"C" is in use from 2013 on, and `name` is "Bee"',
            "write `name: C`, or end it: `{name: C, from: 2013, until: …}`",
        ),
        (
            "B",
            "[{name: A, until: 2001}, {name: B, from: 2001, until: 2012}, {name: C, from: 2013}]",
            '"C" is in use from 2013 on, and `name` is "B", which is in use until 2012',
            "write `name: C`, or exchange the two below `names`",
        ),
    ],
)
def test_the_name_of_a_record_is_the_one_that_has_not_ended(
    file: str, name: str, names: str, said: str, hint: str
) -> None:
    site = file.format(name, f"names: {names}")
    assert messages(overlaps, site) == [said]
    assert hints(overlaps, site) == [hint]


@pytest.mark.parametrize("names", ["[{name: B, until: 2012}]", "[{name: B, from: 2001, until: 2012}]", "[B]"])
def test_former_names_alone_say_nothing_of_the_one_of_today(names: str) -> None:
    assert told(overlaps, FILES[0].format("C", f"names: {names}")) == []


@pytest.mark.parametrize("file", FILES)
def test_an_end_that_is_ahead_of_all_is_told_rather_than_the_beginning_of_the_next(file: str) -> None:
    names = "names: [{name: C, until: 2105}, {name: B, from: 2016}]"
    newest = "-- content/articles/n.md --\n---\ntitle: N\ndate: 2019\n---\nText.\n"
    assert messages(overlaps, file.format("B", names) + newest) == [
        '"C" is in use until 2105, ahead of all there is, and "B" from 2016'
    ]
    assert hints(overlaps, file.format("B", names) + newest) == ["correct the year, to 2016 or before"]
    assert "until: 2016" in hints(overlaps, file.format("B", names.replace("2105", "2018")) + newest)[0]

import pytest

from palmarium.checks import far_dates
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
-- editions/pie/2019.yaml --
ceremony: 2019-10-01
-- editions/pie/2020.yaml --
ceremony: 2020-10-01
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1021-10-04", "2021-10-04"), ("0221-10", "2021-10"), ("1019", "2019"), ("0220", "2020")],
)
def test_a_ceremony_far_from_all_is_questioned(written: str, meant: str) -> None:
    text = f"{SITE}-- editions/pie/2021.yaml --\nceremony: {written}\n"
    assert told(far_dates, text) == [
        f"editions/pie/2021.yaml:1:11: the ceremony is dated {written}, far from every other date of this site"
    ]
    assert hints(far_dates, text) == [f"did you mean {meant}?"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("-- editions/pie/1021.yaml --\nordinal: 3\n", "editions/pie/1021.yaml:1:1: the edition is dated 1021"),
        (
            "-- content/articles/a.md --\n---\ntitle: A\ndate: 1021-10-04\n---\n[[pie/2020]]\n",
            "content/articles/a.md:2:1: the article is dated 1021-10-04",
        ),
        (
            "-- editions/pie/2021.yaml --\nsources: {s1: {title: A, date: 1021}}\n",
            'editions/pie/2021.yaml:1:15: the source "s1" is dated 1021',
        ),
        (
            "-- editions/pie/2021.yaml --\ndeadlines: {what: Entry, date: 1021-05}\n",
            'editions/pie/2021.yaml:1:12: the deadline "Entry" is dated 1021-05',
        ),
    ],
)
def test_so_is_any_date_that_an_editor_gives(text: str, line: str) -> None:
    assert told(far_dates, SITE + text) == [f"{line}, far from every other date of this site"]
    assert hints(far_dates, SITE + text)[0].startswith("did you mean 20")


def test_a_ceremony_years_from_its_edition_is_questioned() -> None:
    text = f"{SITE}-- editions/pie/2012.yaml --\nceremony: 2021-10-04\n"
    assert told(far_dates, text) == [
        "editions/pie/2012.yaml:1:11: the ceremony is dated 2021-10-04, 9 years from its edition"
    ]
    assert hints(far_dates, text) == ["did you mean 2012-10-04?"]


def test_the_day_of_an_edition_to_come_is_questioned_in_another_century_too() -> None:
    text = f"{SITE}-- editions/pie/2021.yaml --\nceremony: 2201-09-01\n"
    assert told(far_dates, text) == [
        "editions/pie/2021.yaml:1:11: the ceremony is dated 2201-09-01, 180 years from its edition"
    ]
    assert hints(far_dates, text) == ["did you mean 2021-09-01?"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-- editions/pie/2221.yaml --\nceremony: 2221-10-04\n",
        "-- editions/pie/2091.yaml --\nordinal: 3\n",
        "-- editions/pie/1950.yaml --\nordinal: 3\n",
        "-- content/articles/a.md --\n---\ntitle: A\ndate: 2150\n---\n[[pie/2020]]\n",
        "-- editions/pie/1955.yaml --\nceremony: 1956-01\n",
        "-- editions/pie/2018.yaml --\nceremony: 2021-10-04\n",
    ],
)
def test_what_is_only_old_new_or_late_passes(text: str) -> None:
    assert told(far_dates, SITE + text) == []


def test_one_date_alone_is_compared_with_nothing() -> None:
    assert told(far_dates, "-- editions/pie/award.yaml --\nname: P\n-- editions/pie/1021.yaml --\nordinal: 1\n") == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ceremony: 2003-10-04", "the ceremony"),
        ("events: {name: Fournée, date: 2003-10-04}", 'the event "Fournée"'),
        ("deadlines: {what: Envoi, date: 2003-10-04}", 'the deadline "Envoi"'),
        ("period: {from: 2003-10-04, until: 2020-10}", "the period"),
        ("rounds: {id: une, date: 2003-10-04}", 'the round "une"'),
    ],
)
def test_what_is_far_from_its_edition_is_told(line: str, what: str) -> None:
    site = f"-- editions/tarte/2020.yaml --\n{line}\n-- editions/tarte/2019.yaml --\nordinal: 1\n"
    assert messages(far_dates, site) == [f"{what} is dated 2003-10-04, 17 years from its edition"]
    assert hints(far_dates, site) == ["did you mean 2020-10-04?"]


def test_a_ceremony_of_weeks_is_told() -> None:
    site = SITE + "-- editions/pie/2021.yaml --\nceremony: {date: 2021-10-07, until: 2021-11-08}\n"
    assert messages(far_dates, site) == ["the ceremony lasts 32 days, until 2021-11-08"]
    assert hints(far_dates, site) == ["did you mean 2021-10-08?"]
    assert told(far_dates, site.replace("11-08", "10-09")) == []
    assert told(far_dates, site.replace("11-08", "11")) == []


@pytest.mark.parametrize(
    ("results", "count"),
    [
        ("{laureate: Ann, awarded_on: 2023-05-04}", 1),
        ("{laureate: Ann, awarded_on: 2022}", 0),
        ("[{laureate: Ben, status: revoked}, {laureate: Ann, awarded_on: 2029}]", 0),
    ],
)
def test_a_result_given_years_after_its_edition_is_told(results: str, count: int) -> None:
    text = SITE.replace("ceremony: 2020-10-01", f"ceremony: 2020-10-01\nresults: {{unknown: {results}}}")
    said = "a result is dated 2023-05-04, 3 years from its edition"
    assert messages(far_dates, text) == [said] * count
    assert hints(far_dates, text) == ["did you mean 2020-05-04?"] * count
    assert told(far_dates, text.replace("ceremony: 2020-10-01", "theme: None was held")) == []


@pytest.mark.parametrize(("said", "year"), [("2091", 2019), ("2029", 2019), ("2024", 0), ("1920", 0), ("12345", 0)])
def test_a_year_of_a_caption_behind_all_others_is_told(said: str, year: int) -> None:
    picture = f"picture: {{src: a.jpg, alt: An oven, caption: The oven in {said}}}"
    site = f"{SITE}-- content/names/ann.md --\n---\nname: Ann\nkind: person\n{picture}\n---\n"
    told_so = [f"the caption says {said}, and nothing of this site is later than 2020"]
    assert messages(far_dates, site) == (told_so if year else [])
    hint = (
        f'did you mean {year}? If not, write `far-date = [{{texts = ["{said}"], reason = "…"}}]` below `[exceptions]` '
    )
    assert hints(far_dates, site) == ([f"{hint}in site.toml"] if year else [])

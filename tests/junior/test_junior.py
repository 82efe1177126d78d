"""Real data by others: what the Junior Eurovision data set holds, the archive built from its import says."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from palmarium.model.ids import slug
from tests.database import faults
from tests.datasets import DATA, MAPPINGS, Built, built, prepare

TITLES = ("ילדים כאלה", "Маленький принц", "Όνειρα", "Բարսելոնա", "ლურჯი ფრინველი")


@pytest.fixture(scope="module")
def junior(shared: Path) -> Built:
    return built(shared, "eurovision-junior/junior.json", "junior/contest.toml")


@pytest.fixture(scope="module")
def results(junior: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = junior.read("results")
    return found


def source() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / "eurovision-junior/junior.json").read_text(encoding="utf-8"))
    return found


def page(junior: Built, url: str) -> str:
    return (junior.root / "_site" / url / "index.html").read_text(encoding="utf-8")


def test_every_row_is_accounted_for(junior: Built) -> None:
    assert junior.report[0] == "346 rows read = 346 landed + 0 skipped + 0 not landed"
    assert [problem.code for problem in junior.problems] == ["repaired-spaces"]


def test_a_second_import_writes_nothing(junior: Built) -> None:
    again = prepare(junior.root, DATA / "eurovision-junior/junior.json", MAPPINGS / "junior/contest.toml")
    assert again.files == {}
    assert "files: 0 created, 0 edited, 369 unchanged" in again.report


def test_22_editions_hold_346_entries(junior: Built, results: list[dict[str, Any]]) -> None:
    assert len(junior.read("editions")) == 22
    assert len(results) == 346


def test_countries_are_said_by_name_and_as_a_fact_of_the_entry(results: list[dict[str, Any]]) -> None:
    assert {len(laureate["country"]) > 2 for result in results for laureate in result["laureates"]} == {True}


def test_georgia_has_four_titles(results: list[dict[str, Any]]) -> None:
    titles = Counter(laureate["country"] for result in results if result["title"] for laureate in result["laureates"])
    assert titles["Georgia"] == 4
    assert sum(titles.values()) == 22
    assert titles.most_common(2) == [("Georgia", 4), ("France", 3)]


@pytest.mark.parametrize(("year", "place", "following"), [(2004, 17, None), (2009, 2, 4), (2009, 6, 8)])
def test_a_tie_takes_the_place_behind_it(
    results: list[dict[str, Any]], year: int, place: int, following: int | None
) -> None:
    ranks = [result["rank"] for result in results if result["edition"] == f"junior-eurovision/{year}"]
    tied = [result for result in results if result["edition"].endswith(f"/{year}") and result["rank"] == place]
    assert [result["tie"] for result in tied] == [True, True]
    assert place + 1 not in ranks
    assert min((rank for rank in ranks if rank > place), default=None) == following


def test_scores_are_the_totals(results: list[dict[str, Any]]) -> None:
    totals: Counter[str] = Counter()
    for edition in source():
        for each in edition["rounds"][0]["performances"]:
            (total,) = (score["points"] for score in each["scores"] if score["name"].startswith("total"))
            totals[f"junior-eurovision/{edition['year']} {total}"] += 1
    assert Counter(f"{result['edition']} {result['score']}" for result in results) == totals


def test_titles_of_all_scripts_are_as_in_the_source(results: list[dict[str, Any]]) -> None:
    contestants = [each for edition in source() for each in edition["contestants"]]
    songs = [(" ".join(each["song"].split()), _titles(each)) for each in contestants]
    written = [(result["for"][0]["title"], result["for"][0].get("note", "")) for result in results]
    assert Counter(written) == Counter(songs)


def _titles(contestant: dict[str, Any]) -> str:
    """In its other languages."""
    titles = (" ".join(lyric.get("title", "").split()) for lyric in contestant["lyrics"])
    return " / ".join(title for title in titles if title and title != " ".join(contestant["song"].split()))


@pytest.mark.parametrize("title", TITLES)
def test_a_title_stands_in_its_file_and_on_its_page(junior: Built, results: list[dict[str, Any]], title: str) -> None:
    result = next(each for each in results if title in each["for"][0].get("note", ""))
    year = result["edition"].split("/")[1]
    file = (junior.root / f"editions/junior-eurovision/{year}.yaml").read_text(encoding="utf-8")
    assert title in file
    assert title in page(junior, f"awards/junior-eurovision/{year}")
    laureate = result["laureates"][0]
    assert title in page(junior, f"names/{laureate['id']}")


def test_the_links_of_an_edition_lead_to_its_laureates(junior: Built) -> None:
    text = page(junior, "awards/junior-eurovision/2009")
    linked = set(re.findall(r'href="\.\./\.\./\.\./names/([^/"]+)/"', text))
    names = {each["name"] for each in junior.read("names")}
    assert len(linked) >= 13
    assert all((Path(junior.root) / "_site/names" / name / "index.html").exists() for name in linked)
    assert "Ralf Mackenbach" in names
    assert slug("Ralf Mackenbach") in linked


def test_the_database_is_sound(junior: Built) -> None:
    assert faults(junior.root / "_site" / "data" / "archive.sqlite") == []

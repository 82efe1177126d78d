"""Real data by others: what the Nobel data set holds, the built archive says."""

import json
import resource
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from palmarium import pipeline
from palmarium.progress import silent

from .convert import convert

DATA = Path(__file__).parent.parent.parent.parent / "shared/datasets/nobel"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The JSON of the built archive; the time that building it took is printed with `-s`."""
    if not DATA.is_dir():
        pytest.skip("the Nobel data set is not beside this repository")
    root = tmp_path_factory.mktemp("nobel")
    convert(DATA, root)
    start = time.perf_counter()
    report = pipeline.build(root, silent)
    seconds, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\nNobel: {report.pages} pages in {seconds:.2f} s, {memory} MiB at most")
    assert report.problems == ()
    return root / "_site/api/v1"


def _read(api: Path, name: str) -> Any:
    return json.loads((api / f"{name}.json").read_text(encoding="utf-8"))


def _results(api: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _read(api, "results")
    return found


def _laureates(api: Path) -> Counter[str]:
    return Counter(laureate["id"] for result in _results(api) for laureate in result["laureates"])


def test_992_laureates_share_1000_results(api: Path) -> None:
    assert len(_results(api)) == 1000
    assert len(_laureates(api)) == 992


def test_621_prizes_are_awarded_and_49_are_not_with_their_reasons(api: Path) -> None:
    entries = [entry for edition in _read(api, "editions") for entry in edition["categories"]]
    outcomes = Counter(entry["outcome"] for entry in entries)
    assert outcomes == {"awarded": 621, "not-awarded": 49}
    assert all(entry["note"].startswith("No Nobel Prize") for entry in entries if entry["outcome"] == "not-awarded")


@pytest.mark.parametrize("year", ["1940", "1941", "1942"])
def test_the_years_of_the_war_are_there_and_empty(api: Path, year: str) -> None:
    edition = _read(api, f"editions/nobel-{year}")
    assert {entry["outcome"] for entry in edition["categories"]} == {"not-awarded"}
    assert len(edition["categories"]) == 5


def test_seven_laureates_have_more_than_one_prize(api: Path) -> None:
    several = {id: count for id, count in _laureates(api).items() if count > 1}
    names = {id: _read(api, f"names/{id}")["name"] for id in several}
    assert sorted((names[id], count) for id, count in several.items()) == [
        ("Barry Sharpless", 2),
        ("Frederick Sanger", 2),
        ("International Committee of the Red Cross", 3),
        ("John Bardeen", 2),
        ("Linus Pauling", 2),
        ("Marie Curie", 2),
        ("Office of the United Nations High Commissioner for Refugees", 2),
    ]


def test_marie_curie_has_a_quarter_and_a_whole(api: Path) -> None:
    curie = next(name for name in _read(api, "names") if name["name"] == "Marie Curie")
    shares = {
        result["edition"]: result["share"]
        for result in _results(api)
        if curie["id"] in [laureate["id"] for laureate in result["laureates"]]
    }
    assert shares == {"nobel/1903": "1/4", "nobel/1911": "1"}


def test_every_prize_adds_up_to_one(api: Path) -> None:
    shares: Counter[tuple[str, str]] = Counter()
    for result in _results(api):
        shares[result["edition"], result["category"]] += Fraction(result["share"])  # type: ignore[assignment]
    assert set(shares.values()) == {1}

"""Award data of others, brought in by a mapping file alone and built once."""

import json
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.importing import run
from palmarium.importing.run import Prepared
from palmarium.problems import Problem
from tests.conftest import alone

DATA = Path(__file__).parent.parent.parent / "shared" / "datasets"
MAPPINGS = Path(__file__).parent / "importing"


@dataclass(frozen=True, slots=True)
class Built:
    """A site made from a data set, and what its import said."""

    root: Path
    report: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def api(self) -> Path:
        return self.root / "_site" / "api" / "v1"

    def read(self, name: str) -> Any:
        """A file of the API, by its name without the ending."""
        return json.loads((self.api / f"{name}.json").read_text(encoding="utf-8"))


def prepare(root: Path, table: Path, mapping: Path, take: bool = False) -> Prepared:
    return run.prepare(root, table, mapping, take, silent)


def imported(root: Path, table: Path, mapping: Path) -> Prepared:
    """An import that finds no error, written."""
    made = prepare(root, table, mapping)
    assert [problem for problem in made.problems if problem.level == "error"] == []
    assert run.write(root, made.files, "import") == ""
    return made


def built(shared: Path, table: str, mapping: str) -> Built:
    """The archive of a data set, made once for all tests: they must not change it. What is wrong is a failure."""
    if not (DATA / table).exists():
        pytest.skip("the data set is not beside this repository")

    def make(folder: Path) -> None:
        root = folder / "site"
        root.mkdir(parents=True)
        (root / "site.toml").write_text(
            'title = "Prizes"\nbase_url = "https://prizes.example/"\nlanguage = "en"\ncards = false\n', encoding="utf-8"
        )
        made = imported(root, DATA / table, MAPPINGS / mapping)
        report = pipeline.build(root, silent)
        assert [problem for problem in report.problems if problem.level == "error"] == []
        (folder / "said").write_bytes(pickle.dumps((made.report, made.problems)))

    folder = alone(shared, Path(mapping).parent.name, make)
    return Built(folder / "site", *pickle.loads((folder / "said").read_bytes()))

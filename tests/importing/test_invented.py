"""Sets as large and as untidy as real ones, run small: every row is accounted for, and nothing comes twice."""

from collections import Counter

import pytest

from . import invented
from .small import Brought, bring

SITE = '-- site.toml --\ntitle = "Prizes"\nbase_url = "https://prizes.example/"\nlanguage = "en"\n'
SETS = {
    "pictures": (invented.pictures(600), invented.PICTURES, "pictures.tsv"),
    "plums": (invented.plums(120), invented.PLUMS, "plums.csv"),
    "press": (invented.press(105), invented.PRESS, "press.csv"),
    "robots": (invented.robots(1200, 60), invented.ROBOTS, "robots.csv"),
}


@pytest.fixture(scope="module")
def sets() -> dict[str, Brought]:
    return {name: bring(SITE, data, mapping, name=file) for name, (data, mapping, file) in SETS.items()}


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_written_twice(sets: dict[str, Brought], name: str) -> None:
    data, mapping, file = SETS[name]
    again = bring({path: text.encode() for path, text in sets[name].files.items()}, data, mapping, name=file)
    assert again.written == ()
    assert [problem for problem in again.problems if "import-differs" in problem] == []


def test_nominations_land_with_their_ragged_rows_told(sets: dict[str, Brought]) -> None:
    made = sets["pictures"]
    assert made.report[0] == "600 rows read = 598 landed + 2 skipped + 0 not landed"
    assert [problem.split(": ")[0] for problem in made.problems] == [
        f"pictures.tsv:{line}:1" for line in (9, 11, 409, 411)
    ]
    award = made.files["editions/golden-spoon/award.yaml"]
    assert award.count("\n  spoon-") == 66
    printed = Counter(text.count("printed_name: SPOONS, ") > 0 for path, text in made.files.items() if "/19" in path)
    assert printed[True] > 50
    assert made.files["editions/golden-spoon/1927-28.yaml"].startswith("ordinal: 1\nlabel: 1927/28\n")


def test_names_of_other_scripts_are_told_apart_and_words_for_nobody_are_no_names(sets: dict[str, Brought]) -> None:
    made = sets["plums"]
    # A work beside nobody has no place.
    assert made.report[0] == "120 rows read = 109 landed + 11 landed in part + 0 skipped + 0 not landed"
    assert len(made.problems) == 11
    assert all("in a row that says that nobody got it" in problem for problem in made.problems)
    assert {path.split("/")[1] for path in made.written if path.startswith("editions/")} == {
        "梅干し賞",
        "大根文学賞",
        "味噌汁新人賞",
    }
    text = "".join(made.files.values())
    assert text.count("not_awarded") == 11
    assert not [path for path in made.written if "該当" in path or "受賞作" in path]


def test_free_text_becomes_persons_teams_and_houses(sets: dict[str, Brought]) -> None:
    made = sets["press"]
    assert made.report[0] == "105 rows read = 105 landed + 0 skipped + 0 not landed"
    kinds = Counter(text.split("kind: ")[1].split("\n")[0] for path, text in made.files.items() if "names/" in path)
    # A house needs no file: a bare name is an organisation.
    assert set(kinds) == {"person", "team"}
    assert "".join(made.files.values()).count("not_awarded: no-majority") == 15


def test_teams_that_share_a_name_stay_apart_by_their_number(sets: dict[str, Brought]) -> None:
    made = sets["robots"]
    assert made.report[0] == "1200 rows read = 1200 landed + 0 skipped + 0 not landed"
    assert made.problems == ()
    names = [text for path, text in made.files.items() if "names/" in path]
    assert len({text.split("identifiers: ")[1] for text in names}) == len(names)
    shared = [text for text in names if "name: Crumb Bots\n" in text]
    assert len(shared) > 1
    assert all("disambiguation: trials " in text for text in shared)
    assert sum(path.startswith(("editions/toasters/1", "editions/toasters/2")) for path in made.files) == 60

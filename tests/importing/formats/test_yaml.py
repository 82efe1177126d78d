import pytest

from palmarium.importing.tables.table import Reading

from .reading import cells, lines, refused, said, table

AWARDS = """\
- title: Best Pie
  year: 2019
  winners: [{name: Ann Crumb, sure: yes}, {name: "Bo: Rye"}]
- {title: Best Pie, year: 2020, winners: [{name: Cy Dough}]}
"""


@pytest.mark.parametrize("name", ["awards.yml", "AWARDS.YAML"])
def test_rows_are_found_as_in_json_and_nothing_gets_a_type(name: str) -> None:
    found, problems = table(name, AWARDS, Reading(rows="[].winners[]"))
    assert found.columns == ("name", "sure", "../title", "../year", "#", "../#")
    assert cells(found)[:2] == [
        ("Ann Crumb", "yes", "Best Pie", "2019", "1", "1"),
        ("Bo: Rye", "", "Best Pie", "2019", "2", "1"),
    ]
    assert (lines(found), found.how.format, problems) == ([3, 3, 4], "yaml", ())


def test_mappings_whose_keys_are_data_are_rows() -> None:
    found, _ = table("awards.yml", "2019:\n  film: {winner: Ann}\n  song: {winner: Bo}\n2020:\n  film: {winner: Cy}\n")
    assert found.how.rows == "{}{}"
    assert cells(found) == [("Ann", "film", "2019"), ("Bo", "song", "2019"), ("Cy", "film", "2020")]


def test_what_is_no_yaml_is_told_and_a_key_that_stands_twice_too() -> None:
    assert refused("awards.yml", "- {name: Ann\n- x\n")[0] == 1
    assert refused("awards.yml", "# nothing yet\n")[1] == "this file holds no rows"
    _, problems = table("awards.yml", "- {name: Ann, name: Bo}\n")
    assert said(problems) == [(1, 'the key "name" is here twice; the first is on line 1')]

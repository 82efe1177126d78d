import pytest

from palmarium.checks import employers
from tests.archives import hints, told

SITE = """-- content/names/loaf.md --
---
name: The Daily Loaf
kind: organisation
aliases: [Loaf]
---
-- content/names/ann.md --
---
name: Ann Crust
kind: person
---
-- editions/pie/2011.yaml --
jury: {name: Di Fork, role: "ROLE"}
"""


@pytest.mark.parametrize(
    ("role", "said", "name"),
    [
        ("editor of The Daily Loaf", "editor", "The Daily Loaf"),
        ("editor at the Loaf", "editor", "Loaf"),
        ("rédactrice en chef de The Daily Loaf", "rédactrice en chef", "The Daily Loaf"),
        ("editor, The Daily Loaf", "editor", "The Daily Loaf"),
        ("rédactrice de l'Loaf", "rédactrice", "Loaf"),
    ],
)
def test_an_employer_in_a_role_is_told_with_the_keys_to_write(role: str, said: str, name: str) -> None:
    text = SITE.replace("ROLE", role)
    assert told(employers, text) == [
        f'editions/pie/2011.yaml:1:14: the role "{role}" names "{name}", which stands in `org`'
    ]
    [hint] = hints(employers, text)
    assert hint.startswith(f"write `role: {said}, org: {name}`; if it is none, ")


@pytest.mark.parametrize(
    "role",
    ["editor", "daughter of Ann Crust", "editor of the Evening Bun", "Ann Crust", "editor of The Daily Loaf once"],
)
def test_who_works_for_nobody_of_the_archive_passes(role: str) -> None:
    assert told(employers, SITE.replace("ROLE", role)) == []


def test_a_post_with_an_employer_may_be_called_anything() -> None:
    text = SITE.replace('role: "ROLE"', "role: editor of The Daily Loaf, org: Loaf Group")
    assert told(employers, text) == []


def test_an_employer_in_the_place_of_a_role_is_told() -> None:
    text = SITE.replace("ROLE", "The Daily Loaf")
    assert told(employers, text) == ['editions/pie/2011.yaml:1:14: "The Daily Loaf" is no role, and stands in `org`']
    assert hints(employers, text)[0].startswith("write `org: The Daily Loaf`; ")


def test_the_post_of_a_laureate_is_read_too() -> None:
    text = SITE.replace(
        'jury: {name: Di Fork, role: "ROLE"}',
        "results:\n  pie: {laureate: {name: Di Fork, role: editor of The Daily Loaf}}",
    )
    assert len(told(employers, text)) == 1

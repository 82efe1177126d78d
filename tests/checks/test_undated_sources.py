import pytest

from palmarium.checks import undated_sources
from tests.archives import hints, told


@pytest.mark.parametrize(
    ("path", "front", "place"),
    [
        ("editions/pie/award.yaml", "name: Pie\nsources:\n  s1: {%s}\n", "3:7"),
        ("editions/pie/2011.yaml", "ordinal: 1\nsources:\n  s1: {%s}\n", "3:7"),
        ("content/articles/pies.md", "---\ntitle: Pies\nsources:\n  s1: {%s}\n---\n", "4:7"),
        ("content/names/ann.md", "---\nname: Ann\nkind: person\nsources:\n  s1: {%s}\n---\n", "5:7"),
    ],
)
def test_a_source_without_a_date_is_told_wherever_it_stands(path: str, front: str, place: str) -> None:
    file = f"-- {path} --\n{front}"
    assert told(undated_sources, file % "title: The Pie Post") == [
        f'{path}:{place}: the source "s1" (The Pie Post) has no date'
    ]
    for right in ("title: The Pie Post, date: 2011", "title: The Pie Post, accessed: 2024-05-01"):
        assert told(undated_sources, file % right) == []


@pytest.mark.parametrize(
    ("keys", "what"),
    [("publisher: The Pie Post", "The Pie Post"), ('url: "https://pie.example/"', "https://pie.example/")],
)
def test_it_is_called_by_what_is_known_of_it(keys: str, what: str) -> None:
    text = f"-- editions/pie/2011.yaml --\nsources: {{s1: {{{keys}}}}}\n"
    assert told(undated_sources, text) == [f'editions/pie/2011.yaml:1:15: the source "s1" ({what}) has no date']
    assert hints(undated_sources, text) == [
        "write its `date`, a year will do, or `accessed`, the day on which you read it"
    ]

"""Where the file of each kind of record lies."""

import pytest

from palmarium.sources import layout


@pytest.mark.parametrize(
    ("kind", "id", "path"),
    [
        ("award", "pie", "editions/pie/award.yaml"),
        ("edition", "pie/2011", "editions/pie/2011.yaml"),
        ("edition", "pie/_2011", "editions/pie/_2011.yaml"),
        ("name", "ann-crust", "content/names/ann-crust.md"),
        ("article", "a-night", "content/articles/a-night.md"),
        ("note", "about", "content/pages/about.md"),
        ("note", "about/us", "content/pages/about/us.md"),
    ],
)
def test_a_path_says_the_record_whose_file_it_is(kind: str, id: str, path: str) -> None:
    assert layout.file(kind, id) == path
    assert layout.record(path) == (kind, id)
    assert path.startswith(layout.RECORDS)


@pytest.mark.parametrize(
    "path",
    [
        "site.toml",
        "editions/2011.yaml",
        "editions/pie/more/2011.yaml",
        "editions/pie/2011.yml",
        "content/names/crust/ann.md",
        "content/articles/a-night.markdown",
        "content/media/ann.jpg",
    ],
)
def test_other_places_hold_no_record(path: str) -> None:
    assert layout.record(path) is None

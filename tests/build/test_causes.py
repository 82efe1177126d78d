import pytest

from palmarium.build.causes import keys_of


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("editions/pie/2014.yml", "pie/2014"),
        ("editions/pie/2014 (1).yaml", "pie/2014"),
        ("editions/pie/2014 - Copie.yaml", "pie/2014"),
        ("editions/pie/2014 copy.yaml", "pie/2014"),
        ("editions/pie/2014/edition.yaml", "pie/2014"),
        ("editions/pie/old/2014.yaml", "pie/2014"),
    ],
)
def test_a_file_that_is_called_otherwise_hides_the_edition_that_was_meant(path: str, key: str) -> None:
    assert ("edition", key) in keys_of(path)

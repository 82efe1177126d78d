from palmarium.exports import data_readme
from palmarium.exports.records.columns import TABLES
from palmarium.pages.parts.data_index import CONTRACT, FILES
from tests.exports.exported import PIE, context, files


def text(**settings: str) -> str:
    return files(data_readme, context(PIE, **settings))["/data/README.md"].decode()


def test_every_file_and_every_column_is_described() -> None:
    found = text()
    for name, table in TABLES.items():
        section = found.split(f"### {name}.csv\n")[1].split("\n### ")[0]
        assert all(f"| `{column.name}` | " in section and column.sentence in section for column in table.columns)
    assert all(f"| `{name}` | " in found for name in FILES)


def test_it_says_all_that_one_may_count_on() -> None:
    assert all(f"- **{term.id}.** {says.id}" in text() for term, says in CONTRACT)


def test_it_says_whose_it_is_on_which_terms_and_of_when() -> None:
    found = text(data_licence="https://creativecommons.org/publicdomain/zero/1.0/", publisher="Pie Society")
    assert "- Publisher: Pie Society\n" in found
    assert "- Licence of the data: https://creativecommons.org/publicdomain/zero/1.0/\n" in found
    assert "- Date of the data: 2012\n" in found
    assert "- Licence of the data: none is stated\n" in text()


def test_a_text_of_the_site_is_no_markup() -> None:
    assert text(title="Pies *and* <b>tarts</b>").startswith("# Pies \\*and\\* \\<b\\>tarts\\</b\\>: data\n")

from palmarium.exports import search_index
from palmarium.pages import search
from tests.exports.exported import PIE, context, files


def test_the_page_searches_the_file_that_is_written() -> None:
    there = context(PIE)
    assert search.search_view(there).index in files(search_index, there)


def test_without_a_script_every_letter_year_and_award_is_a_way_in() -> None:
    there = context(PIE)
    view = search.search_view(there)
    assert [year.link.url for year in view.years] == [f"/years/{year}/" for year in sorted(there.archive.years)]
    assert [award.url for award in view.awards] == [f"/prix/{id}/" for id in there.archive.awards]
    assert any(letter.anchor for letter in view.alphabet)

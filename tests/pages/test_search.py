from dataclasses import replace

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


def test_a_search_narrows_only_to_what_finds_something() -> None:
    narrowing = search.search_view(context(PIE)).narrowing
    assert "pie" in {choice.value for choice in narrowing.awards}
    assert list(narrowing.years) == sorted(narrowing.years, reverse=True)
    categories = [(group.award, choice.value) for group in narrowing.categories for choice in group.choices]
    assert ("Fictional Pie Award", "pie/crust") in categories
    empty = search.search_view(context("")).narrowing
    assert (empty.kinds, empty.awards, empty.years, empty.categories, empty.distinctions) == ((), (), (), (), ())


def test_the_files_of_pagefind_are_named_only_where_the_site_has_them() -> None:
    there = context(PIE)
    assert search.search_view(there).bundle == ""
    asking = replace(there, config=there.config.model_copy(update={"search": "pagefind"}))
    assert search.search_view(asking).bundle == "/search/pagefind/"

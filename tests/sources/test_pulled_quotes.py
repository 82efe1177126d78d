"""Pull quotes: words that must stand in the text."""

import pytest

from palmarium.model import Block
from palmarium.sources.markdown import convert

TEXT = """\
Elle **promet** plus qu’elle ne
raconte, et c’est [[Orange|son prix]] pour [trois lauréats]{laureates} ; « à un tournant ».[^1]

[^1]: Une note.

{{ quote WORDS }}
"""


def told(words: str) -> list[tuple[str, str]]:
    _, problems = convert("a.md", TEXT.replace("WORDS", words), 1, "fr")
    return [(problem.message, problem.hint) for problem in problems if problem.code == "pull-quote"]


def test_a_pull_quote_is_a_block_of_its_words() -> None:
    prose, problems = convert("a.md", "Elle promet peu.\n\n{{ quote Elle promet }}", 1, "fr")
    assert problems == ()
    assert [piece.arguments for piece in prose.pieces if isinstance(piece, Block)] == [("Elle", "promet")]


@pytest.mark.parametrize(
    "words",
    [
        "Elle promet plus qu’elle ne raconte",
        "elle promet plus qu'elle ne raconte.",
        "C’est son prix pour trois lauréats",
        "Elle promet […] son prix",
        "pour trois lauréats\u00a0; «\u202fà un tournant\u202f»",
    ],
)
def test_the_words_are_the_same_whatever_marks_quotes_and_capitals(words: str) -> None:
    assert told(words) == []


def test_words_that_the_text_does_not_hold_are_told_with_those_it_holds() -> None:
    assert told("Elle promet moins qu’elle ne raconte") == [
        (
            '"Elle promet moins qu’elle ne raconte" does not stand in this text',
            "the text says: {{ quote Elle promet plus qu’elle ne raconte }}",
        )
    ]


def test_parts_stand_in_the_order_of_the_text() -> None:
    assert len(told("son prix […] Elle promet")) == 1


def test_what_resembles_nothing_and_what_is_empty_is_told() -> None:
    assert told("Rien de tel ne fut jamais dit ici") == [
        ('"Rien de tel ne fut jamais dit ici" does not stand in this text', "quote words that stand in the text")
    ]
    assert told("") == [("quote repeats words of the text, and holds none", "{{ quote … }}")]


def test_a_quote_does_not_bear_out_itself() -> None:
    text = "Peu de chose.\n\n{{ quote Beaucoup de bruit }}\n\n{{ quote Beaucoup de bruit }}"
    assert len(convert("a.md", text, 1, "fr")[1]) == 2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.sources.markdown.typography import typeset, typeset_html

NARROW, WIDE = "\u202f", "\u00a0"
FRENCH = st.text(alphabet=f"ab1 20{NARROW}{WIDE};:!?«»'’%€.,-\n", max_size=25)


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("Qui ?", f"Qui{NARROW}?"),
        ("Quoi ; où !", f"Quoi{NARROW}; où{NARROW}!"),
        ("à savoir : rien", f"à savoir{WIDE}: rien"),
        ("« la confiance »", f"«{WIDE}la confiance{WIDE}»"),
        ("«la confiance»", f"«{WIDE}la confiance{WIDE}»"),
        ("l'écoute d'abord", "l’écoute d’abord"),
        ("62 % des 1 500 clients", f"62{WIDE}% des 1{NARROW}500 clients"),
        ("12 h, 3 ans, 10 euros", f"12{WIDE}h, 3{WIDE}ans, 10{WIDE}euros"),
        ("https://example.org/a?b=c:d", "https://example.org/a?b=c:d"),
        ("9:18", "9:18"),
        ("‘a’ 'b'", "‘a’ 'b'"),
    ],
)
def test_french_is_set_as_a_printer_would(written: str, set_: str) -> None:
    assert typeset(written, "fr") == set_


def test_english_gets_its_apostrophes_and_no_french_spaces() -> None:
    assert typeset("it's here : now ?", "en") == "it’s here : now ?"


@given(FRENCH)
def test_setting_twice_changes_nothing(text: str) -> None:
    once = typeset(text, "fr")
    assert typeset(once, "fr") == once


@given(FRENCH)
def test_no_word_is_added_or_dropped(text: str) -> None:
    bare = text.translate(str.maketrans("’", "'", f" {NARROW}{WIDE}"))
    assert typeset(text, "fr").translate(str.maketrans("’", "'", f" {NARROW}{WIDE}")) == bare


def test_tags_code_and_entities_are_left_alone() -> None:
    written = "<p title=\"l'un ?\">l'un ? <code>l'un ?</code> &eacute;</p>"
    assert typeset_html(written, "fr") == f"<p title=\"l'un ?\">l’un{NARROW}? <code>l'un ?</code> &eacute;</p>"

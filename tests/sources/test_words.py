import pytest

from palmarium.model import Acceptance, ArticleKind, Coverage, Distinction, Held, Kind, Outcome, Status
from palmarium.sources.schema.words import meaning, near, nobody


@pytest.mark.parametrize(
    ("text", "vocabulary", "word"),
    [
        ("Annulé", Outcome, "cancelled"),
        ("annulée", Held, "cancelled"),
        ("annulé", ("revoked", "active"), "revoked"),
        ("Not awarded", Outcome, "not-awarded"),
        ("N.C.", Outcome, "unknown"),
        ("non-attribué", Outcome, "not-awarded"),
        ("Runner-up", Distinction, "ranked"),
        ("Honourable mention", Distinction, "mention"),
        ("refusé", Acceptance, "declined"),
        ("withdrawn", Status, "withdrawn"),
        ("œuvre", Kind, "work"),
        ("aucune", Coverage, "none"),
        ("tribune", ArticleKind, "opinion"),
        ("tart", Distinction, ""),
        ("", Outcome, ""),
    ],
)
def test_another_word_stands_for_one_of_the_vocabulary(text: str, vocabulary: tuple[str, ...], word: str) -> None:
    assert meaning(text, tuple(vocabulary)) == word


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("—", "unknown"),
        ("TBD", "unknown"),
        ("Cancelled", "not-awarded"),
        ("Pas de lauréat", "not-awarded"),
        ("Ann", ""),
        ("Nobody suitable", "not-awarded"),
        ("No suitable entry", "not-awarded"),
        ("no candidates", "not-awarded"),
        ("Lapsed", "not-awarded"),
        ("DNS", "not-awarded"),
        ("DSQ - see minutes", "not-awarded"),
        ("DNF (injured)", "not-awarded"),
        ("did not start", "not-awarded"),
        ("Under review", "open"),
        ("pending", "open"),
        ("See footnote", "above"),
        ("see footnotes 3 and 4", "above"),
        ("DNS Alliance", ""),
        ("Nobody Suitable", ""),
        ("Pending Larder", ""),
        ("No Worthy Cause", ""),
        ("Various Artists", ""),
    ],
)
def test_a_word_in_the_place_of_a_name_is_nobodys(text: str, means: str) -> None:
    assert nobody(text) == means


@pytest.mark.parametrize(
    ("text", "vocabulary", "word"),
    [
        ("anulé", Held, "cancelled"),
        ("anulé", Status, "revoked"),
        ("reportté", Held, "postponed"),
        ("Cancelado", Held, "cancelled"),
        ("vainqeur", Distinction, "winner"),
        ("finalsit", Distinction, "finalist"),
        ("zzz", Held, ""),
    ],
)
def test_a_misspelt_word_stands_for_the_nearest_in_any_language(
    text: str, vocabulary: tuple[str, ...], word: str
) -> None:
    assert near(text, tuple(vocabulary)) == word

import pytest

from palmarium.model import Acceptance, ArticleKind, Coverage, Distinction, Held, Kind, Outcome, Status
from palmarium.sources.schema.words import may_be_nobody, meaning, near, nobody


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
        ("Cancelled", "cancelled"),
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


SENTENCES = {
    "not-awarded": (
        *("not judged", "Not contested", "not competed for", "none entered", "no juniors", "No novices this year"),
        *("no dancers entered", "void", "no contest", "aucun inscrit", "Coupe non disputée", "pas de participants"),
        *("Sin otorgar", "kein Preis", "no award (the oven was cold)", "No Award Given"),
    ),
    "cancelled": (
        *(
            "season cancelled (Fog)",
            "Annulée (verglas)",
            "abandoned",
            "postponed to May",
            "1931 - no competition, flood",
        ),
        *(
            "(no meeting in May)",
            "Not held",
            "did not take place",
            "n'a pas eu lieu",
            "Concours annulé",
            "pas de concours",
        ),
        *("Reporté à 1951", "Saison abgesagt", "fand nicht statt", "Edición suspendida"),
    ),
    "unknown": ("not announced", "Winner to be announced", "winner unknown", "Lauréat inconnu", "Name unbekannt"),
    "lost": (
        *(
            "cup lost",
            "Trophy missing",
            "records lost in the flood",
            "illegible",
            "Name illegible",
            "Winner's name lost",
        ),
        *("no record", "no records kept", "Coupe perdue", "nom illisible", "archives brûlées", "Liste verschollen"),
    ),
    "absent": (
        *("prize not yet founded", "Not yet created", "Cup discontinued in 1951", "création de la coupe en 1951"),
        *("Prix créé en 1951", "n'existait pas encore", "noch nicht gestiftet"),
    ),
    "above": ("do.", "Do.", "-do-", "“do”", "Id.", "again", "same again"),
    "elsewhere": (
        *("as 1951", "(see 1951)", "Voir 1951", "(voir tarte 1951)", "wie im Vorjahr", "comme en 1951", "retained"),
        *("Retained by the holder", "kept by last year's winner", "Titre conservé par la tenante", "as last year"),
    ),
}


@pytest.mark.parametrize(("text", "means"), [(text, word) for word, those in SENTENCES.items() for text in those])
def test_a_sentence_in_the_place_of_a_name_says_why_there_is_none(text: str, means: str) -> None:
    assert (nobody(text), may_be_nobody(text)) == (means, "")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        *(("Void", "not-awarded"), ("NO CONTEST", "not-awarded"), ("Abandoned", "cancelled"), ("Cup Lost", "lost")),
        *(("Break for Love", "cancelled"), ("Retained", "elsewhere"), ("Do", "above"), ("See Oven 1951", "elsewhere")),
    ],
)
def test_what_has_capitals_may_be_a_name(text: str, means: str) -> None:
    assert (nobody(text), may_be_nobody(text)) == ("", means)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "The Abandoned",
            "Lost Ovens",
            "Trophy Loaf",
            "Seasons of Rye",
            "Prix de l'Oven",
            "Kept Rye",
            "Avoid",
            "Do Rye",
        ),
        *(
            "Retained Heat",
            "Pas de Deux",
            "Voir Rye",
            "As Good As Bread",
            "Final Loaf",
            "1951 – Ann Crumb",
            "Lost, Ann",
        ),
        *("None (film)", "Vacant (Ireland)", "Personne, Ltd", "Name of the Rye", "A. Rye again", "Noah Contest"),
    ],
)
def test_what_only_begins_so_is_a_name(text: str) -> None:
    assert (nobody(text), may_be_nobody(text)) == ("", "")


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

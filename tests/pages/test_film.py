"""What a reader of a French site is told, page by page, of nominees, unknown winners, joint prizes and broken rows."""

import re

import pytest

from palmarium.model import Acceptance, Distinction, ScopeKind, Status
from tests.cases.reading import Reading, built
from tests.small import SITES, copy


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return built(copy(tmp_path_factory.mktemp("film") / "site", SITES / "film"))


def test_nothing_is_wrong_with_the_site(site: Reading) -> None:
    assert site.told == ()


def test_notes_and_printed_names_stand_with_their_laureate(site: Reading) -> None:
    assert site.page("prix/toile/2010", "category-jury") == (
        "Prix du jury ex æquo 1 La Miche première mention de la farine"
        " ex æquo 1 Le Levain Imprimé « LEVAIN ». tourné de nuit"
    )


def test_nominees_alone_have_no_winner_recorded_and_nobody_lost(site: Reading) -> None:
    told = site.page("prix/toile/2012", "film")
    assert told == "Meilleur film inconnu aucun lauréat consigné nommés Le Gâteau L’Éclair Désignation : jury."
    assert "absent cette fois" not in site.page("prix/toile/2012", "changes")
    assert site.page("noms/le-gateau").startswith("œuvre Le Gâteau 1 nomination ")


def test_not_awarded_and_unknown_stand_beside_finalists(site: Reading) -> None:
    assert site.page("prix/toile/2011", "category-jury") == (
        "Prix du jury non décerné non décernée Aucune majorité ne s’est dégagée. finaliste La Tarte"
    )
    assert site.page("prix/toile/2012", "category-jury") == "Prix du jury inconnu lauréat inconnu finaliste La Croûte"
    assert site.page("prix/toile/2011", "public") == "Prix du public La Brioche lauréat inconnu"


def test_a_mention_has_no_place_among_the_prizes(site: Reading) -> None:
    told = site.page("prix/toile/2012", "interpretation")
    assert told == (
        "Meilleure interprétation premier 1 Léo Plan classement général ex æquo 2 Mia Cadre ex æquo 2 Sam Flou"
        " cité Eva Hors-Champ mention n° 1"
    )


def test_the_palmares_to_copy_says_what_the_page_says(site: Reading) -> None:
    assert "Meilleure réalisation : aucun lauréat consigné – Rosa Travelling, pour Le Gâteau ; Le Pain, le vin" in (
        site.page("prix/toile/2012")
    )
    assert "– 1er : Léo Plan (classement général) – 2e ex æquo : Mia Cadre" in site.page("prix/toile/2012")
    assert "– 1er ex æquo : La Miche – 1er ex æquo : Le Levain" in site.page("prix/toile/2010")


def test_a_nomination_is_called_so(site: Reading) -> None:
    beginning = "personne Rosa Travelling Toile 2019 Toile 2011 Toile 2010 au moins 4 titres · 1 nomination "
    assert site.page("noms/rosa-travelling").startswith(beginning)
    assert "Places et nominations 1" in site.page("noms/rosa-travelling")
    assert "La Tarte 1 place, 1 nomination" in site.page("records", "placed")
    assert "Mia Cadre 1 place" in site.page("records", "placed")


def test_a_title_is_kept_in_its_category_and_not_by_another(site: Reading) -> None:
    told = site.page("noms/leo-plan")
    assert "Titre conservé depuis l’édition précédente. Remise : mai 2012." in told
    assert "Déjà titré à l’édition précédente. Remise : 16 mai 2014." in told
    assert told.count("Titre conservé") == 2


def test_a_category_came_of_another_once(site: Reading) -> None:
    assert "scindée Meilleur court animé" in site.page("prix/toile/2012", "changes")
    assert "scindée" not in site.page("prix/toile/2014", "changes")
    assert "Elle comprend : Meilleur son." in site.page("prix/toile/categorie/film")


def test_an_edition_says_how_many_are_missing_before_it(site: Reading) -> None:
    told = site.page("prix/toile/2019")
    assert "Les 4 éditions précédentes manquent dans l’archive." in told
    assert "Entre les deux manquent 4 éditions." in told
    assert "manque" not in site.page("prix/toile/2014", "palmares")


def test_what_two_pages_say_of_one_fact_agrees(site: Reading) -> None:
    """How many titles an award, and a name, has: on each page that says it."""
    assert "La Toile d’or 6 éditions connues, au moins 28 titres" in site.page("")
    assert "Toile 2019 · au moins 28 titres, 17 lauréats" in site.page("prix")
    assert "Titres au moins 28 titres, 17 lauréats" in site.page("prix/toile")
    assert "La Toile d’or 3 sur 9 ≥ 28 ≥ 17" in site.page("records", "awards")
    for page in ("noms", "noms/rosa-travelling", "records"):
        assert "au moins 4 titres" in site.page(page).partition("Rosa Travelling")[2], page
    assert "Titres ≥ 4 " in site.page("noms/rosa-travelling")
    assert site.json("names/rosa-travelling")["counts"] == {
        "titles": 4,
        "editions": 3,
        "at_least": ["titles", "editions"],
    }


def test_nowhere_is_at_least_nought(site: Reading) -> None:
    for path in site.out.rglob("index.html"):
        told = site.page(path.parent.relative_to(site.out).as_posix())
        assert not re.search(r"(?:[Aa]u moins|≥) ?0\b", told), path


def test_no_page_has_a_word_of_the_vocabulary_for_a_sentence(site: Reading) -> None:
    vocabulary = {str(word) for kind in (Acceptance, Distinction, ScopeKind, Status) for word in kind} - {"mention"}
    for path in site.out.rglob("index.html"):
        told = site.page(path.parent.relative_to(site.out).as_posix())
        assert not vocabulary & set(re.findall(r"[\w-]+", told)), path


def test_no_page_has_an_id_twice(site: Reading) -> None:
    """A category may be called `jury`, which is the id of the jury."""
    for path in site.out.rglob("index.html"):
        ids = re.findall(r'<[^>]*\bid="([^"]+)"', path.read_text("utf-8"))
        assert len(ids) == len(set(ids)), path
    assert 'href="../../prix/toile/2010/#jury--la-miche"' in (site.out / "noms/la-miche/index.html").read_text("utf-8")

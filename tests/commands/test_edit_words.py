"""The words of the desk: every sentence in French, and English wherever there is no catalogue."""

from pathlib import Path

import pytest

from palmarium.build import discovery
from palmarium.commands import words
from palmarium.commands.edit.desk import Desk
from palmarium.commands.mistakes import MISTAKES
from palmarium.sources import disk
from palmarium.theming import i18n
from tests import desk_sentences
from tests.commands.test_edit_shown import SITE as SITE
from tests.desk import get, post

CATALOGUE = Path(words.__file__).parent / "edit/locale/fr.po"


def test_the_french_catalogue_says_every_sentence_field_and_word_and_no_other() -> None:
    catalogue, problems = i18n.parse("fr.po", CATALOGUE.read_bytes(), "fr")
    assert catalogue is not None
    assert not problems
    said = {key for key in catalogue.forms if not key[1].startswith("%(num)s ") and key[0] != "problem"}
    wanted = {("", sentence) for sentence in desk_sentences.sentences()}
    wanted |= {("field", name) for name, _, _ in desk_sentences.fields()}
    wanted |= {("word", word) for word in desk_sentences.vocabulary()}
    assert said ^ wanted == set()


def test_the_desk_of_a_french_site_is_in_french(desk: Desk) -> None:
    page = get(desk).body.decode()
    assert '<html lang="fr">' in page
    assert "Prix\u00a0: Prix du Phare (2)" in page
    page = get(desk, "form/editions/phare/_2011.yaml").body.decode()
    assert ">Vérifier</button>" in page
    assert '<option value="winner">lauréat</option>' in page
    assert "cérémonie\u00a0: ville</label>" in page
    assert "Aucun problème dans ce fichier" in page or "avertissement" in page


def test_what_a_problem_is_about_is_said_in_french_by_its_code_and_its_sentence_is_told_to_be_english(
    desk: Desk,
) -> None:
    catalogue, _ = i18n.parse("fr.po", CATALOGUE.read_bytes(), "fr")
    assert catalogue is not None
    told = {code for context, code in catalogue.forms if context == "problem"}
    codes = {str(module.CODE) for module in discovery.discover("checks")} | MISTAKES.keys()
    assert told - codes == set()
    assert len(told) > 50
    text = "ordinaal: 3\nresults: {lumiere: Ann}\n"
    page = post(desk, "file/editions/phare/_2011.yaml", text=text).body.decode()
    assert 'clé inconnue – <span lang="en">the key &#34;ordinaal&#34; is unknown' in page
    assert "Ce qui ne va pas est dit en anglais" in page
    assert "est dit en anglais" not in get(desk, "form/content/pages/a-propos/nous.md").body.decode()
    assert words.speech("fr").about("no-such-code") == words.speech("en").about("unknown-key") == ""


@pytest.mark.parametrize("language", ["en", "de", "", "../fr", "pt-BR", "\0", "FR.po"])
def test_a_language_without_a_catalogue_is_said_in_english(language: str) -> None:
    speech = words.speech(language)
    assert speech.language == "en"
    assert speech.say("Saved.") == "Saved."
    assert speech.label("ceremony.city") == "ceremony: city"
    assert speech.label("org") == "organisation"
    assert speech.counted(["error", "warning", "error"]) == "2 errors, 1 warning"
    assert speech.problems(0) == ""


def test_numbers_have_their_forms() -> None:
    assert words.speech("fr-CA").counted(["error"]) == "1 erreur"
    assert words.speech("fr").problems(2) == "2 problèmes"
    assert disk.fetch(CATALOGUE.parent, "fr.po")

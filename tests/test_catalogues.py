"""Every sentence the program and the base theme say is in every catalogue, and nothing else is."""

import ast
import io
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.core import Locale
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from palmarium import model
from palmarium.model import facts
from palmarium.pages import edition, links
from palmarium.pages.parts import category_history, data_index, lane_chart, search_entries
from palmarium.pages.urls import Words
from palmarium.sources.markdown.typography import typeset
from palmarium.statistics import claims, holders
from palmarium.statistics.count import REASONS
from palmarium.statistics.counting import COUNTS
from palmarium.statistics.gaps import LACKS
from palmarium.statistics.rules import RULES
from palmarium.theming import i18n

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "themes" / "base" / "templates"
LANGUAGES = ("fr", "en", "de", "es", "it", "ar")
Key = tuple[str, str | tuple[str, str]]

PREFIXED = {
    "outcome": model.Outcome,
    "reason": model.WhyNotAwarded,
    "edition": model.Held,
    "coverage": model.Coverage,
    "function": model.Function,
    "group": model.Distinction,
    "event": model.Event,
    "step": model.Event,
    "alone": model.Event,
    "into": model.Event,
    "honours": model.Kind,
    "absence": category_history.WhyAbsent,
    "chart": lane_chart.LaneForm,
    "origin": holders.Origin,
    "relation": model.Relation,
    "turn": facts.Turn,
}
"""`word('outcome-' ~ value)` says a word of a vocabulary in a sentence of its own gender and place."""

SHOWN = (links.Sign, claims.ClaimOutcome, holders.Standing, search_entries.FindKind)
METHODS = (
    *("jury", "dossier", "oral", "public-vote", "readers-vote", "survey", "mystery-shopping", "questionnaire", "exam"),
    *("test", "public", "election", "nomination", "ranking"),
)
MENTIONS = ("laureate", "representative", "employer", "surveyor", "author", "publication", "about", "cited")
LEVELS = ("city", "region", "national", "international", "overall", "sector", "channel", "team", "person")
FIELDS = (
    *("ordinal", "label", "ceremony", "theme", "period", "validity", "status", "results", "jury", "partners", "method"),
    *("organiser", "organisers", "hosts", "attendance", "founded", "ended", "name", "country", "categories", "note"),
    *("description", "coverage", "speakers", "guests", "participants", "providers", "deadlines", "events", "figures"),
    *("periodicity", "rivals", "sisters", "succeeds", "part_of", "rounds"),
    *("chair", "forecast", "disputed"),
)


def test_every_sentence_is_in_every_catalogue() -> None:
    wanted = set(said())
    for language in LANGUAGES:
        if language != "en":
            assert sorted(map(str, wanted - set(written(language)))) == [], language
    # Sentences are written in English; words of data and addresses are not.
    assert sorted(map(str, {key for key in wanted if key[0]} - set(written("en")))) == []


def test_the_english_catalogue_holds_only_what_differs() -> None:
    same = [key for key, forms in written("en").items() if not key[0] and forms in (key[1], (key[1],))]
    assert same == []


def test_english_has_no_word_of_a_translation() -> None:
    """Readers of English know winners, results and roles; the words of the program stay in the program."""
    spoken = written("en")
    wrong = []
    for key in set(said()):
        forms = spoken.get(key) or (key[1] if isinstance(key[1], tuple) else (key[1],))
        if not key[0]:
            wrong += [form for form in forms if TRANSLATED.search(re.sub(r"%\(\w+\)s", "", form))]
    assert sorted(wrong) == []


TRANSLATED = re.compile(r"palmar[eè]s|laureate|^Beside\b|^Count$|\bCard\b|\bbears?\b|\bthe edition before\b", re.I)


def test_no_catalogue_holds_a_sentence_that_nobody_says() -> None:
    wanted = set(said())
    for language in LANGUAGES:
        assert sorted(map(str, set(written(language)) - wanted)) == [], language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_with_its_slots(language: str) -> None:
    wrong = []
    for key, forms in written(language).items():
        sentences = key[1] if isinstance(key[1], tuple) else (key[1],)
        slots = {slot for sentence in sentences for slot in _slots(sentence)}
        for form in forms:
            if not form or not _slots(form) <= slots or (len(forms) == 1 and _slots(form) != slots):
                wrong.append((key, form))
    assert wrong == []


def test_french_sentences_break_at_no_sign() -> None:
    """A colon, a semicolon, a question mark or a quotation mark never begins or ends a line."""
    every = [form for forms in written("fr").values() for form in forms]
    assert [form for form in every if typeset(form, "fr") != form] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_plural_forms_of_its_language(language: str) -> None:
    """Each number has the form of its category: `zero`, `one`, `two`, `few`, `many`, `other`."""
    said, _ = i18n.parse("messages.po", path_of(language).read_bytes(), language)
    assert said is not None
    forms = {len(each) for key, each in said.forms.items() if key in plurals(language)}
    assert forms == {6 if language == "ar" else 2}
    rule, kinds = c2py(said.plural), Locale.parse(language).plural_form
    # A million in French, Spanish and Italian is `many`; gettext has no form for it, and none of ours is said of one.
    of_form = {(rule(number), kinds(number)) for number in range(1000)}
    assert len(of_form) == len({kind for _, kind in of_form}) == (6 if language == "ar" else 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_read_without_a_problem_and_says_whether_it_was_reviewed(language: str) -> None:
    said, problems = i18n.parse("messages.po", path_of(language).read_bytes(), language)
    assert problems == ()
    assert said is not None
    assert said.reviewed == (language in ("fr", "en"))


SAME = {
    *(
        "%(num)s nomination",
        "%(num)s organisation",
        "%(num)s per %(level)s",
        "%(num)s place",
        "%(title)s, page %(number)s",
    ),
    *("Base: %(base)s.", "Error 404", "page %(number)s"),
}
"""What another language says in the very words of English."""


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_no_english_is_left(language: str) -> None:
    same = {
        key[1] if isinstance(key[1], str) else key[1][0]
        for key, forms in written(language).items()
        if not key[0] and " " in forms[0] and forms[0] in key[1]
    }
    assert [each for each in same - SAME if re.search(r"[a-z]", re.sub(r"%\(\w+\)s", "", each))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_addresses_are_plain(language: str) -> None:
    every = [forms[0] for key, forms in written(language).items() if key[0] == "url"]
    assert [word for word in every if not re.fullmatch("[a-z]+(-[a-z]+)*", word)] == []
    assert len(set(every)) == len(every)


def path_of(language: str) -> Path:
    return ROOT / "themes" / "base" / "locale" / language / "LC_MESSAGES" / "messages.po"


def plurals(language: str) -> set[Key]:
    return {(key[0], key[1][0]) for key in written(language) if isinstance(key[1], tuple)}


@cache
def written(language: str) -> dict[Key, tuple[str, ...]]:
    read = read_po(io.BytesIO(path_of(language).read_bytes()), locale=language)
    found: dict[Key, tuple[str, ...]] = {}
    for message in read:
        if message.id:
            id = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            found[message.context or "", id] = tuple(form or "" for form in forms)
    return found


def said() -> Iterator[Key]:
    yield from _in_templates()
    yield from _in_modules()
    yield from (("", sentence) for sentence in REASONS.values())
    yield from (("", (one, several) if several else one) for one, several in LACKS.values())
    yield from (("", text) for rule in RULES for text in (rule.term, rule.says))
    yield from (("", rule.counted) for rule in COUNTS.values() if rule.counted)
    yield from (("url", name) for name in Words.__dataclass_fields__)
    yield from (("word", word) for word in words())


def words() -> Iterator[str]:
    """Every word of a closed vocabulary, and the open ones that editors are told of."""
    of_model = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    for kind in (*of_model, *SHOWN):
        # Relations are said in sentences only.
        if kind is not model.Relation:
            yield from (str(value) for value in kind)
    for prefix, kind in PREFIXED.items():
        yield from (f"{prefix}-{value}" for value in kind)
    yield f"event-{edition.KEPT}"
    yield from ("lost", edition.RETURNING)
    yield from (*METHODS, *MENTIONS, *LEVELS)
    yield from (f"as-{word}" for word in (*model.Function, *MENTIONS))
    yield from (f"field-{name}" for name in FIELDS)
    yield from (field.word for kind in facts.KINDS for field in facts.told(kind).values())
    yield from ("yes", "no")
    yield from (f"data-{name}" for name in dict.fromkeys((*data_index.LISTS, *data_index.TABLES)))


def _in_templates() -> Iterator[Key]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        keywords = ("_", "gettext", "ngettext", "pgettext", "npgettext")
        with path.open("rb") as file:
            for _, function, message, _ in babel_extract(file, keywords, (), {"trimmed": "false"}):
                texts = tuple(message) if isinstance(message, tuple | list) else (message,)
                context = texts[0] or "" if function in ("pgettext", "npgettext") else ""
                rest = [text for text in texts[1 if context else 0 :] if text]
                yield context, (rest[0], rest[1]) if function in ("ngettext", "npgettext") else rest[0]


def _in_modules() -> Iterator[Key]:
    for path in sorted((ROOT / "palmarium").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Message" and node.args:
                one, plural = node.args[0], next((k.value for k in node.keywords if k.arg == "plural"), None)
                if isinstance(one, ast.Constant):
                    said = str(one.value)
                    yield "", (said, str(plural.value)) if isinstance(plural, ast.Constant) else said


def _slots(sentence: str) -> set[str]:
    return {part.split(")")[0] for part in sentence.split("%(")[1:]}

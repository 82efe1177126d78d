"""A key that says nothing without another one is told where it stands, in every written form."""

import re

import pytest

from palmarium.sources.load import load
from palmarium.sources.schema.outline import FILES, forms
from palmarium.sources.schema.written import Written, fields_by_key, known, needed


def told(text: str, path: str = "editions/tarte/2020.yaml") -> list[tuple[str, str]]:
    """The place and the hint of each key that says nothing."""
    _, problems = load(path, text.encode(), "fr")
    assert {problem.code for problem in problems} <= {"idle-key", "no-year"}
    return [(f"{problem.span.line}:{problem.span.column}", problem.hint) for problem in problems]


@pytest.mark.parametrize(
    ("text", "key", "first"),
    [
        ("results: {pomme: {laureate: Ann Crust, status_reason: règlement}}", "status_reason", "status: revoked"),
        ("results: {pomme: [{laureate: Ann Crust, status_on: 2021}]}", "status_on", "status: revoked"),
        (
            "results: {pomme: {results: {laureate: Ann Crust, superseded_by: Ben}}}",
            "superseded_by",
            "status: superseded",
        ),
        ("results: {pomme: {laureate: Ann Crust, status: active, status_on: 2021}}", "status_on", "status: revoked"),
        ("results: {pomme: {laureate: Ann Crust, out_of: 20}}", "out_of", "score: …"),
        ("results: {pomme: {laureate: Ann Crust, money: {currency: USD, in_kind: un four}}}", "currency", "amount: …"),
        ("results: {pomme: {laureate: Ann Crust, prize: {per: person}}}", "per", "amount: …"),
        ("status_note: Grève.", "status_note", "status: cancelled"),
        ("status: held\nstatus_note: Grève.", "status_note", "status: cancelled"),
        ("ceremony: {until: 2020-05-02, city: Four}", "until", "date: …"),
        ("ceremony: {inferred: true}", "inferred", "date: …"),
        ("events: {name: Fournée, until: 2020-05-02}", "until", "date: …"),
        ("rounds: {id: une, qualifier: plus de}", "qualifier", "entrants: …"),
        ("rounds: {id: une, entrants: 12, per: city}", "per", "qualify: …"),
        ("figures: {id: goût, title: Goût, unit: '%'}", "unit", "answers: …"),
    ],
)
def test_a_key_that_says_nothing_alone_is_told_at_the_key(text: str, key: str, first: str) -> None:
    before = text[: re.search(rf"\b{key}:", text).start()]  # type: ignore[union-attr]
    place = f"{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"
    assert told(text) == [(place, f"write `{first}` beside it, or delete it")]


@pytest.mark.parametrize(
    "text",
    [
        "results: {pomme: {laureate: Ann Crust, status: revoked, status_on: 2021, status_reason: règlement}}",
        "results: {pomme: {laureate: Ann Crust, score: 18, out_of: 20}}",
        "results: {pomme: {laureate: Ann Crust, prize: {in_kind: un four, per: person}}}",
        "results: {pomme: {laureate: Ann Crust, money: 30 USD}}",
        "status: online\nstatus_note: Grève.",
        "figures: {id: goût, title: Goût, unit: '%', answers: [{label: bon, value: 3}]}",
    ],
)
def test_beside_the_other_it_passes(text: str) -> None:
    assert told(text) == []


def test_the_message_names_what_is_missing() -> None:
    _, problems = load("editions/tarte/2020.yaml", b"rounds: {id: une, per: city}", "fr")
    assert [problem.message for problem in problems] == ["`per` says nothing without `qualify`"]
    _, problems = load("editions/tarte/2020.yaml", b"results: {a: {laureate: A, prize: {per: team}}}", "fr")
    assert [problem.message for problem in problems] == ["`per` says nothing without `amount` or `in_kind`"]


def test_what_a_translation_leaves_to_its_original_is_told_beside_it() -> None:
    text = b"---\ntitle: La braise\nlanguage: fr\ntranslates: ember\nkind: brief\n---\nUne braise.\n"
    [problem] = load("content/articles/braise.md", text, "en")[1]
    assert (problem.span.line, problem.code, problem.hint) == (5, "idle-key", "delete it")
    assert problem.message == "`kind` says nothing beside `translates`, which leads to the text that says it"
    assert load("content/articles/braise.md", text.replace(b"kind: brief\n", b""), "en")[1] == ()
    assert load("content/articles/braise.md", text.replace(b"translates: ember\n", b""), "en")[1] == ()


def test_where_the_other_is_misspelt_only_that_is_told() -> None:
    text = b"results: {pomme: {laureate: Ann Crust, statsu: revoked, status_on: 2021}}"
    _, problems = load("editions/tarte/2020.yaml", text, "fr")
    assert [problem.code for problem in problems] == ["unknown-key"]


FORMS = {form for root in FILES.values() for form in (root, *Written.__subclasses__())}


@pytest.mark.parametrize("form", sorted(FORMS, key=lambda form: form.__name__), ids=lambda form: form.__name__)
def test_what_a_form_declares_are_its_keys(form: type[Written]) -> None:
    for key in form.NEEDS:
        assert {key, *needed(form, key)} <= set(known(form))
        assert not fields_by_key(form)[key].is_required()
    assert {*form.LEFT, *form.LEFT.values()} <= set(known(form))


def test_manuals_know_what_a_key_needs() -> None:
    keys = {(form.name, key.name): key.needs for root in FILES.values() for form in forms(root) for key in form.keys}
    assert keys["Result", "status_on"] == ("status",)
    assert keys["Money", "per"] == ("amount", "in_kind")
    assert keys["Money", "amount"] == ()

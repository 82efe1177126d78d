"""Silence means understood: every key of every mapping is in what was read, or in a problem."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium import config
from palmarium.importing.mapping import Mapping
from palmarium.sources import yaml
from palmarium.sources.nodes import Node
from palmarium.sources.schema.outline import FILES, Form, Type, forms
from palmarium.sources.schema.reading import read
from palmarium.sources.schema.written import Written
from tests.conftest import SETTINGS

FORMS: dict[str, type[Written]] = {**FILES, "a mapping file": Mapping}
SAMPLES = {
    "date": "2011-10-03", "number": "7", "share": "1/2", "true or false": "true", "address": "https://example.org/{}",
    "time": "09:18", "id": "x{}", "Wikidata id": "Q{}",
}  # fmt: skip


def outline(root: type[Written]) -> dict[str, Form]:
    return {form.name: form for form in forms(root)}


def values(type_: Type, known: dict[str, Form], depth: int) -> st.SearchStrategy[str]:
    """A value as it may be typed in braces; `{}` becomes a text of its own."""
    bare = {"text": "tok{}", "reference": "tok{}", **SAMPLES}.get(type_.is_a)
    if bare:
        return st.just(bare)
    if type_.is_a == "choice":
        return st.sampled_from(type_.words)
    if type_.of and depth:
        inner = values(type_.of, known, depth - 1)
        if type_.is_a == "list":
            return st.lists(inner, min_size=1, max_size=2).map(lambda all: f"[{', '.join(all)}]")
        return inner.map(lambda one: f"{{key{{}}: {one}}}")
    return mappings(known[type_.form], known, depth - 1) if type_.form in known and depth else st.just("tok{}")


def mappings(form: Form, known: dict[str, Form], depth: int) -> st.SearchStrategy[str]:
    keys = {key.name: key.type for key in (*form.keys, *form.also)}
    junk = st.sampled_from(("zz{}", "zz{}:", "zz{}: tok{}", "zz{}: [tok{}]", "zz{}: {yy{}: tok{}}", "zz{}:tok{}"))

    def right(name: str) -> st.SearchStrategy[str]:
        return values(keys[name], known, depth).map(lambda value: f"{name}: {value}")

    def pairs(names: list[str]) -> st.SearchStrategy[str]:
        odd = st.sampled_from(("", "{yy{}: tok{}}", "[tok{}]", "tok{}", "~")).map(lambda value: f"{names[0]}: {value}")
        needed = [right(key.name) for key in form.keys if key.required and key.name not in names]
        written = [*needed, *(right(name) for name in names[1:]), odd | right(names[0])]
        return st.tuples(st.tuples(*written), st.lists(junk, max_size=2)).map(
            lambda parts: "{" + ", ".join((*parts[0], *parts[1])) + "}"
        )

    names = st.lists(st.sampled_from(sorted(keys)), min_size=1, max_size=4, unique=True)
    return names.flatmap(pairs)


def numbered(text: str) -> str:
    """Each `{}` as a number of its own, so that every key and text is found again."""
    parts = text.split("{}")
    return "".join(f"{part}{number}" for number, part in enumerate(parts[:-1], 100)) + parts[-1]


def unread(node: Node, found: str, told: frozenset[tuple[int, int]]) -> Iterator[str]:
    """Keys that are neither in what was read nor told; below a place that is told nothing is looked for.

    What misses a key because its value is told is lost as a whole: there only unknown keys are looked for.
    """
    is_lost = any(spot(pair.value) in told for pair in node.pairs)
    for pair in node.pairs:
        if not {spot(pair), spot(pair.value)} & told:
            wanted = {pair.key} if pair.key[:2] in ("zz", "yy") else {pair.value.value or ""} - {""}
            if not is_lost or pair.key[:2] == "zz":
                yield from (text for text in wanted if text[:2] in ("to", "zz", "yy") and text not in found)
            yield from unread(pair.value, found, told)
    for element in node.elements:
        if spot(element) not in told:
            yield from unread(element, found, told)


def spot(node: Any) -> tuple[int, int]:
    return node.span.line, node.span.column


@pytest.mark.parametrize("name", FORMS)
@given(data=st.data())
def test_every_key_is_read_or_told(name: str, data: st.DataObject) -> None:
    known = outline(FORMS[name])
    text = numbered(data.draw(mappings(known[FORMS[name].__name__], known, 4)))
    node, unparsed = yaml.parse("a.yaml", text)
    if node is None or unparsed:
        assert unparsed
        return
    written, problems = read(FORMS[name], node, "a.yaml")
    told = frozenset(spot(problem) for problem in problems)
    if written is None:
        assert problems
    elif spot(node) not in told:
        assert list(unread(node, repr(written), told)) == []


@pytest.mark.parametrize("name", FORMS)
def test_no_form_takes_a_key_that_it_does_not_have(name: str) -> None:
    """Every form, wherever it stands: an unknown key, with a value and without, beside what it needs."""
    for form in forms(FORMS[name]):
        cls = next(cls for cls in everyone(Written) if cls.__name__ == form.name)
        needed = "".join(f"{key.name}: x\n" for key in form.keys if key.required)
        # A form has a field of its own for its place, which no editor writes.
        for junk in ("zzz", "zzz: ~", "zzz: tok", "zzz: {a: b}", "span: tok"):
            node, _ = yaml.parse("a.yaml", f"{needed}{junk}\n" if ":" in junk else f"{needed}? {junk}\n")
            key = junk.partition(":")[0]
            assert [p.code for p in read(cls, node, "a.yaml")[1] if p.subject == (key,)] == ["unknown-key"], form.name


def everyone(cls: type[Written]) -> Iterator[type[Written]]:
    for below in cls.__subclasses__():
        yield below
        yield from everyone(below)


TOML = (
    "zzz = 1", "[zzz]\na = 1", "[[zzz]]\na = 1", "[pictures]\nzzz = 1", "[checks]\nzzz = 'off'", "[points]\nzzz = 1",
    "[[navigation]]\nlabel = 'a'\nurl = '/a/'\nzzz = 1",
    "[exceptions]\nweekday = [{texts = ['a'], reason = 'b', zzz = 1}]",
)  # fmt: skip


@pytest.mark.parametrize("text", TOML)
def test_every_key_of_the_settings_is_read_or_told(text: str) -> None:
    settings, problems = config.parse(SETTINGS + text)
    assert problems or (settings and "zzz" in (*settings.checks, *settings.theme_parameters))

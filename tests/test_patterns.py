"""Patterns of the package: the time that each takes grows with its text and not faster, whatever stands in it.

A text is pumped: thousands of the letters and pieces that the pattern itself is made of, and an end that fits nothing.
No figure of a fast machine is asked for: what grows with the square of a text takes a hundred times as long.
"""

import ast
import importlib
import pkgutil
import re
import time
import types
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

import pytest

import palmarium

METHODS = ("match", "fullmatch", "search", "sub", "subn", "finditer", "findall", "split")
ANCHORED = ("match", "fullmatch")
STAGES = ((26, 0.0), (400, 0.0), (1_200, 0.0), (3_000, 0.0007), (12_000, 0.004))
MOST = 0.3
"""Lengths of texts, and how long the one before took at least where the next is tried: linear ones took less.

No text may take longer than `MOST` seconds of the processor; linear ones take a thousandth of that.
"""

SHORT = {
    "palmarium.checks.credits._BEHIND": "a caption of 400 letters at most",
    "palmarium.checks.credits._DASHED": "a caption of 400 letters at most",
    "palmarium.sources.disk._CONFLICT": "a file's name: 255 bytes",
    "palmarium.sources.load._ENDINGS": "a file's name: 255 bytes",
    "palmarium.build.pagefind._DRAWN": "a page that this program wrote, where each <svg> ends",
}
"""Patterns of texts that can't be long, or can't be anything."""

_LETTERS = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: "-",
}
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


@dataclass(slots=True)
class Found:
    """Where a pattern stands, and by which methods it is used."""

    where: str
    methods: set[str] = field(default_factory=set)


@cache
def collected() -> dict[str, tuple[re.Pattern[str], set[str]]]:
    """Each pattern of the package and its methods: those that modules hold, at any depth, and those in calls."""
    found: dict[tuple[str, int], Found] = {}
    walked = {name: list(ast.walk(ast.parse(path.read_text("utf-8")))) for name, path in modules()}
    used = {name: uses(nodes) for name, nodes in walked.items()}
    everywhere: defaultdict[str, set[str]] = defaultdict(set)
    for of_module in used.values():
        for name, methods in of_module.items():
            everywhere[name] |= methods if name else set()
    for module, nodes in walked.items():
        held = vars(importlib.import_module(module)).items()
        for name, value in [pair for pair in held if not isinstance(pair[1], types.ModuleType)]:
            for pattern in patterns(value):
                methods = used[module].get(name) or everywhere.get(name) or used[module].get("") or {"search"}
                here = found.setdefault((pattern.pattern, pattern.flags), Found(f"{module}.{name}"))
                here.methods |= methods
        for method, text, line in literals(nodes):
            here = found.setdefault((text, re.compile(text).flags), Found(f"{module}:{line}"))
            here.methods.add(method)
    return {here.where: (re.compile(*key), here.methods) for key, here in found.items()}


def modules() -> Iterator[tuple[str, Path]]:
    for info in pkgutil.walk_packages(palmarium.__path__, "palmarium."):
        path = Path(palmarium.__path__[0], *info.name.split(".")[1:])
        if path.name != "__main__":
            yield info.name, path / "__init__.py" if info.ispkg else path.with_suffix(".py")


def uses(nodes: list[ast.AST]) -> dict[str, set[str]]:
    """The methods by which each name in capitals is used as a pattern; behind "" those of any other name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            value = node.value
            name = value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""
            is_constant = name.isupper()
            # Any text can be split.
            if name != "re" and (is_constant or node.attr != "split"):
                found[name if is_constant else ""].add(node.attr)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            for given in node.args:
                if isinstance(given, ast.Name) and given.id.isupper():
                    found[given.id].add(node.func.attr)
    return found


def literals(nodes: list[ast.AST]) -> Iterator[tuple[str, str, int]]:
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            is_ours = isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args
            first = node.args[0] if is_ours else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.func.attr, first.value, node.lineno


def patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    inner: Iterable[object] = ()
    if depth < 6 and isinstance(value, tuple | list | set | frozenset):
        inner = value
    elif depth < 6 and isinstance(value, dict | types.MappingProxyType):
        inner = value.values()
    elif depth < 6 and hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        inner = (getattr(value, name, None) for name in value.__dataclass_fields__)
    elif isinstance(value, types.BuiltinMethodType):
        inner = (value.__self__,) if isinstance(value.__self__, re.Pattern) else ()
    for each in inner:
        yield from patterns(each, depth + 1)


def pumps(pattern: re.Pattern[str], is_anchored: bool) -> Iterator[tuple[str, str]]:
    """What a text starts with, and what it repeats: letters of the pattern, and what its repetitions take."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    letters = list(dict.fromkeys(_alphabet(tree)))[:12]
    for letter in dict.fromkeys((*letters, " ", "a", "1", "\n")):
        yield "", letter
    for before, body in _bodies(tree):
        yield before, body
        yield "", before + body
        yield "", before
        if is_anchored and before:
            yield from ((before, letter) for letter in letters[:6])
    yield "", _example(tree)
    yield "", _example(tree)[:-1]
    for letter in letters[:6]:
        yield from (("", letter + other) for other in "a 1")
        yield "", f" {letter}a"
        yield "", f"{letter}a "


def _alphabet(tree: Iterable[tuple[object, object]]) -> Iterator[str]:
    for kind, value in tree:
        yield from _letter(kind, value)
        for inner in _inner(kind, value):
            yield from _alphabet(inner)


def _letter(kind: object, value: object) -> Iterator[str]:
    if kind is sre.LITERAL:
        yield chr(value)  # type: ignore[arg-type]
    elif kind in (sre.ANY, sre.NOT_LITERAL):
        yield "a"
    elif kind is sre.NEGATE:
        yield from ("a", " ")
    elif kind is sre.RANGE:
        yield chr(value[0])  # type: ignore[index]
    elif kind is sre.CATEGORY:
        yield _LETTERS[value]
    elif kind is sre.IN:
        for each in value:  # type: ignore[attr-defined]
            yield from _letter(*each)


def _inner(kind: object, value: object) -> tuple[Iterable[tuple[object, object]], ...]:
    match kind:
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            return (value[2],)  # type: ignore[index]
        case sre.SUBPATTERN | sre.ASSERT | sre.ASSERT_NOT:
            return (value[-1],)  # type: ignore[index]
        case sre.BRANCH:
            return tuple(value[1])  # type: ignore[index]
        case sre.ATOMIC_GROUP:
            return (value,)  # type: ignore[return-value]
        case sre.GROUPREF_EXISTS:
            return tuple(filter(None, value[1:]))  # type: ignore[index]
    return ()


def _example(tree: Iterable[tuple[object, object]]) -> str:
    """A text that fits: the first branch, a repetition once."""
    made = ""
    for kind, value in tree:
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            continue
        inner = _inner(kind, value)
        times = max(1, min(value[0], 3)) if kind in _REPEATS else 1  # type: ignore[index]
        made += _example(inner[0]) * times if inner else next(_letter(kind, value), "")
    return made


def _bodies(tree: Iterable[tuple[object, object]]) -> Iterator[tuple[str, str]]:
    """What stands before each repetition and each branch, and what it takes."""
    before = ""
    for kind, value in tree:
        for inner in _inner(kind, value):
            if kind in (*_REPEATS, sre.BRANCH):
                yield before, _example(inner)
            yield from ((before + more, body) for more, body in _bodies(inner))
        before += _example([(kind, value)])


def took(pattern: re.Pattern[str], methods: set[str], text: str) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    for method in methods & {*ANCHORED} or {"search"}:
        getattr(pattern, method)(text)
    if methods - {*ANCHORED}:
        sum(1 for _ in pattern.finditer(text))
    return time.process_time() - start


def slow(pattern: re.Pattern[str], methods: set[str]) -> str:
    """The text for which a pattern takes too long; nothing where there is none."""
    for before, body in dict.fromkeys(pumps(pattern, methods <= {*ANCHORED})):
        taken = 1.0
        for length, least in STAGES if body else ():
            if taken < least:
                break
            text = before + (body * (length // len(body) + 1))[:length] + "\0"
            taken = took(pattern, methods, text)
            # A collection of garbage may have fallen into the first measure.
            if taken > MOST and took(pattern, methods, text) > MOST:
                return f"{before!r} + {body!r} × {length // len(body)}"
    return ""


@pytest.mark.slow
def test_no_text_makes_a_pattern_slow() -> None:
    wrong = {where: slow(*found) for where, found in collected().items() if where not in SHORT}
    assert {where: text for where, text in wrong.items() if text} == {}


@pytest.mark.slow
def test_patterns_are_found_wherever_they_stand() -> None:
    assert len(collected()) > 400
    assert collected().keys() >= SHORT.keys()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+x", "search"),
        (r"(.+?)\s*(?:\(\d\)|\s+y)", "fullmatch"),
        (r"(?:a+)+b", "match"),
        (r"<p.*?</p>", "sub"),
        (r"\[([^|]*x[^|]*)\]", "match"),
    ],
)
def test_a_pattern_that_explodes_is_found(pattern: str, method: str) -> None:
    assert slow(re.compile(pattern), {method})

"""Patterns of a mapping: those that may take for ever are refused, the others are applied up to a length of text.

A pattern that can match the same stretch of text in two ways, repeatedly, tries all combinations where the end does not
match: `(\\w+\\s*)*:` takes twice as long with each letter. To find such patterns, each is turned into an automaton
(Glushkov's): a state for each place that takes a letter, a step to each place that may come next. A pattern is refused
if two different paths lead from a state back to it by the same letters.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeVar

_Node = TypeVar("_Node")


class UnreadableCell(ValueError):
    """A cell that could not be turned into a value, with a hint where one is known."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


LONGEST = 2_000
"""The most letters of a text in which a pattern looks: what takes the square or the cube of its time ends."""

_EXPANDED = 8
"""Up to so many times a repetition is written out; one of more is like one without an end."""

_MOST_STATES, _MOST_LOOKS = 3_000, 2_000_000
_SAMPLE = "aZé0_-,;.:/()[]'&+ \t\n中"


@dataclass(frozen=True, slots=True)
class _Automaton:
    """What each state takes, as letters of a sample, and which may come next, by which repetition.

    Whether capitals are small letters, and whether `.` takes the end of a line. All lists grow as it is written:
    `around` has the repetitions that are open, `done` those that are closed.
    """

    sample: tuple[str, ...]
    folds: bool
    takes_ends: bool
    takes: list[frozenset[str]] = field(default_factory=list)
    steps: list[set[tuple[int, int]]] = field(default_factory=list)
    around: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """The states in which a part may begin and end, and whether it may take nothing."""

    heads: frozenset[int] = frozenset()
    tails: frozenset[int] = frozenset()
    is_empty: bool = True


def may_take_for_ever(pattern: re.Pattern[str]) -> bool:
    """Whether a pattern has two ways through a text, and again two with each letter more."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    sample = tuple(sorted(set(_SAMPLE).union(_written(tree))))
    made = _Automaton(sample, bool(pattern.flags & re.IGNORECASE), bool(pattern.flags & re.DOTALL))
    try:
        _sequence(made, tree)
    except OverflowError:
        return True
    return _is_ambiguous(made)


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where a pattern of a mapping is found; a text that is too long for one is no value."""
    if len(text) > LONGEST:
        hint = "take the column as it is, or `split` it first"
        raise UnreadableCell(f"a text of {len(text):,} letters is too long for a pattern", hint)
    return pattern.search(text)


def _written(tree: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """The letters that a pattern names, in both cases, and those beside its ranges."""
    for kind, value in tree:
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            yield from (chr(value).lower(), chr(value).upper()[:1] or chr(value), chr(value))
        elif kind is sre.RANGE:
            yield from (chr(value[0]), chr(value[1]))
        elif kind is sre.IN:
            yield from _written(value)
        else:
            for inner in _inner(kind, value):
                yield from _written(inner)


def _inner(kind: Any, value: Any) -> tuple[Iterable[tuple[Any, Any]], ...]:
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return (value[2],)
    if kind in (sre.SUBPATTERN, sre.ASSERT, sre.ASSERT_NOT):
        return (value[-1],)
    if kind is sre.BRANCH:
        return tuple(value[1])
    if kind is sre.ATOMIC_GROUP:
        return (value,)
    return tuple(filter(None, value[1:])) if kind is sre.GROUPREF_EXISTS else ()


def _sequence(made: _Automaton, tree: Iterable[tuple[Any, Any]]) -> _Part:
    whole = _Part()
    for kind, value in tree:
        part = _part(made, kind, value)
        whole = _followed(made, whole, part, part.is_empty)
    return whole


def _followed(made: _Automaton, whole: _Part, part: _Part, is_optional: bool) -> _Part:
    """What a part makes of all before it; an optional one may be passed over."""
    for state in sorted(whole.tails):
        made.steps[state].update((other, 0) for other in sorted(part.heads))
    return _Part(
        whole.heads | part.heads if whole.is_empty else whole.heads,
        whole.tails | part.tails if is_optional else part.tails,
        whole.is_empty and is_optional,
    )


def _part(made: _Automaton, kind: Any, value: Any) -> _Part:
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeated(made, *value)
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        # What it looks at is taken by others; its own ways are tried all the same.
        _sequence(made, value[-1])
        return _Part()
    if kind in (sre.POSSESSIVE_REPEAT, sre.ATOMIC_GROUP):
        return _at_once(made, *(value[2], value[0] == 0) if kind is sre.POSSESSIVE_REPEAT else (value, False))
    if inner := _inner(kind, value):
        parts = [_sequence(made, each) for each in inner]
        if made.around and sum(part == _Part() for part in parts) > 1:
            # `(a|a)*` is read as an a, and then nothing in two ways.
            raise OverflowError
        heads = frozenset[int]().union(*(part.heads for part in parts))
        tails = frozenset[int]().union(*(part.tails for part in parts))
        return _Part(heads, tails, any(part.is_empty for part in parts))
    if kind is sre.AT:
        return _Part()
    return _state(made, frozenset(letter for letter in made.sample if _is_taken(made, kind, value, letter)))


def _state(made: _Automaton, takes: frozenset[str], is_empty: bool = False) -> _Part:
    if len(made.takes) > _MOST_STATES:
        raise OverflowError
    made.takes.append(takes)
    made.steps.append(set())
    alone = frozenset((len(made.takes) - 1,))
    return _Part(alone, alone, is_empty)


def _at_once(made: _Automaton, body: Any, may_lack: bool) -> _Part:
    """What nothing goes back into, as one state."""
    before = len(made.takes)
    part = _sequence(made, body)
    takes = frozenset[str]().union(*made.takes[before:])
    del made.takes[before:], made.steps[before:]
    return _state(made, takes, part.is_empty or may_lack)


def _has_no_end(tree: Iterable[tuple[Any, Any]]) -> bool:
    return any(
        (kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[1] == sre.MAXREPEAT)
        or any(_has_no_end(inner) for inner in _inner(kind, value))
        for kind, value in tree
    )


def _repeated(made: _Automaton, least: int, most: Any, body: Any) -> _Part:
    # A few times around one without an end is a high power of the length, and no better.
    if most == sre.MAXREPEAT or most > _EXPANDED or (most > 1 and _has_no_end(body)):
        made.around.append(0)
        part = _sequence(made, body)
        made.done.append(made.around.pop())
        for state in sorted(part.tails):
            made.steps[state].update((other, len(made.done)) for other in sorted(part.heads))
        return _Part(part.heads, part.tails, part.is_empty or least == 0)
    whole = _Part()
    for time in range(int(most)):
        part = _sequence(made, body)
        whole = _followed(made, whole, part, part.is_empty or time >= least)
    return whole


def _is_taken(made: _Automaton, kind: Any, value: Any, letter: str) -> bool:
    if kind is sre.ANY:
        return made.takes_ends or letter != "\n"
    letters = (letter.lower(), letter.upper()) if made.folds else (letter,)
    return any(_takes(kind, value, each) for each in letters)


def _takes(kind: Any, value: Any, letter: str) -> bool:
    match kind:
        case sre.LITERAL:
            return chr(value) == letter
        case sre.NOT_LITERAL:
            return chr(value) != letter
        case sre.RANGE:
            return chr(value[0]) <= letter <= chr(value[1])
        case sre.CATEGORY:
            is_negated = value in (sre.CATEGORY_NOT_DIGIT, sre.CATEGORY_NOT_SPACE, sre.CATEGORY_NOT_WORD)
            is_word = letter.isalnum() or letter == "_"
            is_in = {"DIGIT": letter.isdecimal(), "SPACE": letter.isspace(), "WORD": is_word}[str(value).split("_")[-1]]
            return is_in is not is_negated
        case sre.IN:
            is_negated = value[0][0] is sre.NEGATE
            return any(_takes(inner, each, letter) for inner, each in value[is_negated:]) is not is_negated
    return True


def _is_ambiguous(made: _Automaton) -> bool:
    """Whether two ways leave one state by the same letters, and come back to it, at least once apart."""
    # A way that comes back never leaves the states that lead to each other: other steps need no look.
    group = _components({state: {to for to, _ in made.steps[state]} for state in range(len(made.takes))})
    inside = {
        state: {step for step in made.steps[state] if group[step[0]] == number} for state, number in group.items()
    }
    steps = {state: inside[state] for state in range(len(made.takes)) if inside[state]}
    pairs: dict[tuple[int, int], set[tuple[int, int]]] = {}
    apart: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    waiting = [(state, state) for state in steps]
    looks = 0
    while waiting:
        pair = waiting.pop()
        if pair in pairs:
            continue
        looks += len(steps.get(pair[0], ())) * len(steps.get(pair[1], ()))
        if looks > _MOST_LOOKS:
            return True
        found = pairs[pair] = set()
        for one, by in steps.get(pair[0], ()):
            for other, way in steps.get(pair[1], ()):
                if made.takes[one] & made.takes[other]:
                    to = (min(one, other), max(one, other))
                    found.add(to)
                    if to[0] == to[1] and pair[0] == pair[1] and by != way:
                        apart.add((pair, to))
        waiting.extend(sorted(found - pairs.keys()))
    home = _components(pairs)
    twice = any(home[pair] == home[to] for pair, to in apart)
    alone = {home[pair] for pair in pairs if pair[0] == pair[1]}
    return twice or any(pair[0] != pair[1] and home[pair] in alone for pair in pairs)


def _components(graph: dict[_Node, set[_Node]]) -> dict[_Node, int]:
    """For each node a number that those have in common which lead to each other (Kosaraju)."""
    order: list[_Node] = []
    seen: set[_Node] = set()
    back: dict[_Node, list[_Node]] = {node: [] for node in graph}
    for start in graph:
        stack = [(start, iter(graph[start]))] if start not in seen else []
        seen.add(start)
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                order.append(stack.pop()[0])
                continue
            back[following].append(node)
            if following not in seen:
                seen.add(following)
                stack.append((following, iter(graph[following])))
    home: dict[_Node, int] = {}
    for number, start in enumerate(reversed(order)):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in home:
                home[node] = number
                waiting.extend(back[node])
    return home

"""The rules of a style sheet, and those of them that are for pages with certain classes."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_PIECE = re.compile(rf"{_STRING}|url\((?!\s*[\"'])(?:[^)\\]|\\.)*\)?|\\.|[{{}};]", re.DOTALL | re.IGNORECASE)
_SIGN = re.compile(
    rf"\[(?:{_STRING}|[^\]\"'])*\]?|(?P<chosen>:(?:is|where|has)\()|(?P<opens>\()|(?P<ends>\))|(?P<comma>,)"
    r"|\.(?P<name>-?[^\W\d][-\w]*|--[-\w]+)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"@(?:media|supports|container|layer|scope|starting-style)\b", re.IGNORECASE)
_LAYER = re.compile(r"@layer\s+([^{};]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a list: the classes that it asks for, and the sets of which an `:is(…)` in it asks for one."""

    text: str
    classes: frozenset[str] = frozenset()
    choices: tuple[tuple[frozenset[str], ...], ...] = ()

    def may_match(self, had: Set[str]) -> bool:
        return self.classes <= had and all(any(one <= had for one in choice) for choice in self.choices)


@dataclass(frozen=True, slots=True)
class RulePiece:
    """What a sheet is made of, in its order: what opens a block, `}`, or a declaration.

    A rule has `selectors`; a block that is none may be left out where nothing is left in it, if it `is_group`.
    """

    text: str
    opens: bool = False
    is_group: bool = False
    selectors: tuple[Selector, ...] = ()


@lru_cache(maxsize=128)
def taken_apart(style: str) -> tuple[RulePiece, ...]:
    """The pieces of a minified sheet."""
    return tuple(_pieces(style))


def classes(pieces: Iterable[RulePiece]) -> frozenset[str]:
    """All that a sheet asks for."""
    selectors = [each for piece in pieces for each in piece.selectors]
    chosen = (one for each in selectors for choice in each.choices for one in choice)
    return frozenset().union(*(each.classes for each in selectors), *chosen)


def layers(pieces: Iterable[RulePiece]) -> tuple[str, ...]:
    """The names of its layers, in the order in which it names them."""
    named = (found[1] for piece in pieces for found in _LAYER.finditer(piece.text))
    return tuple(dict.fromkeys(name.strip() for names in named for name in names.rstrip(";").split(",")))


def wrapper(pieces: Sequence[RulePiece]) -> str:
    """What opens the block that a sheet stands in as a whole, such as `@layer part{`; nothing where there is none."""
    depth = 0
    for at, piece in enumerate(pieces):
        depth += piece.opens - (piece.text == "}")
        if depth == 0 and at < len(pieces) - 1:
            return ""
    return f"{pieces[0].text}{{" if pieces and pieces[0].is_group and depth == 0 else ""


def needed(pieces: Iterable[RulePiece], had: Set[str]) -> str:
    """What a sheet says to pages that have these classes and no others."""
    kept: list[str] = []
    opened: list[tuple[int, bool]] = []
    left_out = 0
    for piece in pieces:
        if left_out:
            left_out += piece.opens - (piece.text == "}")
        elif piece.opens:
            fitting = [each.text for each in piece.selectors if each.may_match(had)]
            if piece.selectors and not fitting:
                left_out = 1
                continue
            opened.append((len(kept), bool(piece.selectors) or piece.is_group))
            kept.append(f"{','.join(fitting) or piece.text}{{")
        elif piece.text == "}" and opened:
            at, may_go = opened.pop()
            if may_go and len(kept) == at + 1:
                del kept[at:]
            else:
                # What stands before a brace needs no semicolon.
                kept[-1] = kept[-1].removesuffix(";")
                kept.append("}")
        else:
            kept.append(piece.text)
    return "".join(kept)


def _pieces(style: str) -> Iterator[RulePiece]:
    start = 0
    for found in _PIECE.finditer(style):
        if found[0] not in "{};":
            continue
        said = style[start : found.start()]
        start = found.end()
        if found[0] == ";":
            yield RulePiece(f"{said};")
        elif found[0] == "}":
            yield from (RulePiece(said),) if said else ()
            yield RulePiece("}")
        elif said.startswith("@"):
            yield RulePiece(said, opens=True, is_group=bool(_GROUP.match(said)))
        else:
            yield RulePiece(said, opens=True, selectors=tuple(_selectors(said)))
    yield from (RulePiece(style[start:]),) if style[start:] else ()


def _selectors(said: str) -> Iterator[Selector]:
    """Those of a list. Where it holds an escape it asks for nothing, since names may be written in many ways."""
    if "\\" in said:
        yield Selector(said)
        return
    start, depth, chosen_at = 0, 0, 0
    asked: set[str] = set()
    one: set[str] = set()
    choice: list[frozenset[str]] = []
    choices: list[tuple[frozenset[str], ...]] = []
    for sign in _SIGN.finditer(said):
        if sign["chosen"] or sign["opens"]:
            depth += 1
            chosen_at = chosen_at or (depth if sign["chosen"] and depth == 1 else 0)
        elif sign["name"] and not depth:
            asked.add(sign["name"])
        elif sign["name"] and depth == chosen_at:
            one.add(sign["name"])
        elif sign["comma"] and depth == chosen_at and depth:
            choice.append(frozenset(one))
            one.clear()
        elif sign["ends"]:
            if depth == chosen_at and depth:
                choices.append((*choice, frozenset(one)))
                one.clear()
                choice.clear()
                chosen_at = 0
            depth = max(0, depth - 1)
        elif sign["comma"] and not depth:
            yield Selector(said[start : sign.start()], frozenset(asked), tuple(choices))
            start = sign.end()
            asked.clear()
            choices.clear()
    yield Selector(said[start:], frozenset(asked), tuple(choices))

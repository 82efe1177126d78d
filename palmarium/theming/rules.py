"""The rules of a style sheet, and those of them that are for pages with certain classes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_PIECE = re.compile(rf"{STRING}|url\((?!\s*[\"'])(?:[^)\\]|\\.)*\)?|\\.|[{{}};]", re.DOTALL | re.IGNORECASE)
_SIGN = re.compile(
    rf"\[(?:{STRING}|[^\]\"'])*\]?|(?P<choice>:(?:is|where|has|not)\()|(?P<opens>\()|(?P<ends>\))|(?P<comma>,)"
    r"|\.(?P<name>-?[^\W\d][-\w]*|--[-\w]+)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"@(?:media|supports|container|layer|scope|starting-style)\b", re.IGNORECASE)
_CLASS = re.compile(r"\.[-\w]+")
_LAYER = re.compile(r"@layer\s+([^{};]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """A list inside a selector, such as `:is(…)`: where it stands, and its members with the classes each asks for."""

    function: str
    start: int
    end: int
    members: tuple[tuple[str, frozenset[str]], ...]

    def may_match(self, had: Set[str]) -> bool:
        return self.function == ":not(" or any(asked <= had for _, asked in self.members)

    def among(self, had: Set[str]) -> str:
        """The list without those members that ask for more, as far as it weighs the same without them."""
        able = [text for text, asked in self.members if asked <= had]
        if self.function != ":where(":
            # It weighs what its heaviest member does.
            is_as_heavy = any(_CLASS.fullmatch(text) for text in able)
            able = [
                text for text, asked in self.members if asked <= had or not (is_as_heavy and _CLASS.fullmatch(text))
            ]
        return f"{self.function}{','.join(able)})"


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a list: the classes that it asks for, and the lists of which it asks for one."""

    text: str
    classes: frozenset[str] = frozenset()
    choices: tuple[Choice, ...] = ()

    def may_match(self, had: Set[str]) -> bool:
        return self.classes <= had and all(choice.may_match(had) for choice in self.choices)

    def among(self, had: Set[str]) -> str:
        """What it says to pages that have these classes and no others."""
        parts, last = [], 0
        for choice in self.choices:
            parts += [self.text[last : choice.start], choice.among(had)]
            last = choice.end
        return "".join(parts) + self.text[last:]


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
    chosen = (asked for each in selectors for choice in each.choices for _, asked in choice.members)
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

    def head(piece: RulePiece) -> str:
        fitting = [each.among(had) for each in piece.selectors if each.may_match(had)]
        return ",".join(fitting) if piece.selectors else piece.text

    return _with(pieces, head)


def for_screens(pieces: Iterable[RulePiece]) -> str:
    """A sheet without the rules that are for paper alone."""
    return _with(pieces, lambda piece: "" if _is_for_paper(piece) else piece.text)


def for_paper(pieces: Iterable[RulePiece]) -> str:
    """What a sheet says to paper alone, as if nothing else were meant."""
    kept: list[str] = []
    opened: list[int] = []
    paper_at = 0
    for piece in pieces:
        if piece.opens:
            opened.append(len(kept))
            if not paper_at and _is_for_paper(piece):
                paper_at = len(opened)
            else:
                kept.append(f"{piece.text}{{")
        elif piece.text == "}" and opened:
            at = opened.pop()
            if paper_at > len(opened):
                paper_at = 0
                kept += [";"] if kept and kept[-1][-1] not in "{};" else []
            else:
                _close(kept, at)
        elif paper_at:
            kept.append(piece.text)
    return "".join(kept)


def _is_for_paper(piece: RulePiece) -> bool:
    return piece.text.lower() == "@media print"


def _with(pieces: Iterable[RulePiece], head: Callable[[RulePiece], str]) -> str:
    """A sheet of which each block is opened with what `head` gives; those for which it gives nothing are left out."""
    kept: list[str] = []
    opened: list[tuple[int, bool]] = []
    left_out = 0
    for piece in pieces:
        if left_out:
            left_out += piece.opens - (piece.text == "}")
        elif piece.opens:
            said = head(piece)
            if not said:
                left_out = 1
                continue
            opened.append((len(kept), bool(piece.selectors) or piece.is_group))
            kept.append(f"{said}{{")
        elif piece.text == "}" and opened:
            at, may_go = opened.pop()
            _close(kept, at if may_go else -1)
        else:
            kept.append(piece.text)
    return "".join(kept)


def _close(kept: list[str], at: int) -> None:
    """The end of the block that was opened there, or nothing of it where it is empty."""
    if len(kept) == at + 1:
        del kept[at:]
    else:
        # What stands before a brace needs no semicolon.
        kept[-1] = kept[-1].removesuffix(";")
        kept.append("}")


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
    start, depth, function, opened, member = 0, 0, "", 0, 0
    asked: set[str] = set()
    one: set[str] = set()
    members: list[tuple[str, frozenset[str]]] = []
    choices: list[Choice] = []
    for sign in _SIGN.finditer(said):
        if sign["choice"] or sign["opens"]:
            depth += 1
            if depth == 1 and sign["choice"]:
                function, opened, member = sign[0].lower(), sign.start(), sign.end()
        elif sign["name"] and (not depth or (function and depth == 1)):
            (one if depth else asked).add(sign["name"])
        elif (sign["comma"] or sign["ends"]) and function and depth == 1:
            members.append((said[member : sign.start()], frozenset(one)))
            member = sign.end()
            one.clear()
            if sign["ends"]:
                choices.append(Choice(function, opened - start, sign.end() - start, tuple(members)))
                function, depth = "", 0
                members.clear()
        elif sign["ends"]:
            depth = max(0, depth - 1)
        elif sign["comma"] and not depth:
            yield Selector(said[start : sign.start()], frozenset(asked), tuple(choices))
            start = sign.end()
            asked.clear()
            choices.clear()
    yield Selector(said[start:], frozenset(asked), tuple(choices))

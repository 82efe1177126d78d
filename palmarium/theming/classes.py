"""The classes that pages of each kind may have: those that their templates, scripts and functions may write there."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from .functions import FUNCTIONS

SCRIPTS = (".js", ".mjs")

_STRING_SIGN, _PRINTED, _BETWEEN = "\ue020", "\ue021", "\ue022"
_TAG = re.compile(r"\{\{(?P<printed>.*?)(?:\}\}|\Z)|\{%(?P<statement>.*?)(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
_STATEMENT = re.compile(r"[-+\s]*(\w*)")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_SCRIPT = re.compile(r"<script\b[^<>]*>\s*\Z", re.IGNORECASE)
_NAME = re.compile(r"\w+")
_USED = re.compile(r"(?<![\w.])\w+")
_IMPORTED = re.compile(r"(\w+)(?:\s+as\s+(\w+))?")
_PARAMETER = re.compile(rf"[(,]\s*(\w+)(?:\s*=\s*({_STRING_SIGN}))?")
_KEYWORD = re.compile(r"\s*(\w+)\s*=(?!=)")
_BRACKET = re.compile(rf"[()\[\]{{}},{_STRING_SIGN}]")
_ATTRIBUTE = re.compile(r"(?<![\w:@.-])class\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_JOINED = re.compile(rf"(?<![-\w])([-\w]+){_BETWEEN}+(?=[^\s{_BETWEEN}])")
# The ways in which an expression is one of the strings in it: `{…}[x]`, `x if x in ('a', 'b')`, `'a' if y else 'b'`.
_LOOKED_UP = re.compile(r"\{[^{}]*\}\s*(?:\[|\.get\()")
_ONE_OF = re.compile(rf"(?<![\w.])([\w.]+) if \1 in \((?:{_STRING_SIGN},?\s*)+\)")
_CHOSEN = re.compile(rf"\s*{_STRING_SIGN}\s*(?:if\b.*)?", re.DOTALL)
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)|(?<![\\:\"'])//[^\n]*", re.DOTALL)
"""A comment of a script; `//` in an address or a pattern is none."""
_QUOTED = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
    r"|^[^\n]*[(,=:!&|?\[{};][ \t]*/(?:\\.|[^/\\\n\"'`])*[\"'`][^\n]*",
    re.MULTILINE | re.DOTALL,
)
"""A string of a script, or all of a line in which a pattern holds a quotation mark."""
_WRITTEN = re.compile(r"(?<![-.\w])[-\w]+(?![-.\w])")


@dataclass(frozen=True, slots=True)
class _Expression:
    """The text of an expression or a statement without its strings, and these in their order."""

    text: str
    strings: tuple[str, ...]

    def is_plain(self) -> bool:
        """Whether it is one of its strings."""
        bare = self.text.strip("-+ \n\t")
        return bool(_LOOKED_UP.match(bare) or _ONE_OF.fullmatch(bare)) or all(
            _CHOSEN.fullmatch(part) for part in re.split(r"\belse\b", bare)
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A macro, or what a template says outside of its macros.

    `uses` are the names in its `tags`. Of its attributes `class`, `written` are the words, `starts` how words begin
    that go on with what is printed, and `printed` what is printed as a whole word. `parameters` have their defaults.
    """

    tags: tuple[_Expression, ...]
    uses: tuple[str, ...]
    scripts: tuple[str, ...]
    written: tuple[str, ...]
    starts: tuple[str, ...]
    printed: tuple[_Expression, ...]
    parameters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A template: its macros by their names, the rest below "". `imported` names mean one of another template."""

    pieces: Mapping[str, _Piece]
    included: tuple[str, ...]
    imported: Mapping[str, tuple[str, str]]


_Read = Mapping[str, _Pieces]
_Part = tuple[str, str]
_Handed = Mapping[_Part, frozenset[str]]
"""The parameters of macros that come to be classes."""


@dataclass(frozen=True, slots=True)
class _ClassNames:
    """Classes by name, and by how they start; `any` where one is computed."""

    names: Collection[str]
    starts: tuple[str, ...]
    any: bool

    def among(self, asked: Iterable[str]) -> Iterator[str]:
        return (name for name in asked if name in self.names or name.startswith(self.starts))


def by_kind(
    templates: Mapping[str, str], scripts: Mapping[str, str], asked: frozenset[str]
) -> Mapping[str, frozenset[str]]:
    """Of the classes that style sheets ask for, those that each kind of page may have, by the name of its template.

    A class that a template computes may be any, unless it says of which it is one: `{{ x if x in ('won', 'lost') }}`.
    One that no template and no script writes is on all pages, for nothing tells where it comes from.
    """
    return _by_kind(tuple(templates.items()), tuple(scripts.items()), asked)


@lru_cache(maxsize=16)
def _by_kind(
    templates: tuple[tuple[str, str], ...], scripts: tuple[tuple[str, str], ...], asked: frozenset[str]
) -> Mapping[str, frozenset[str]]:
    """What hangs on the theme alone, remembered for the next build of a preview."""
    read = {name: _pieces(text) for name, text in templates}
    said = {name: _said(text) for name, text in scripts}
    handed = _handed(read)
    every = _words([(name, part) for name, each in read.items() for part in each.pieces], read, handed, said)
    strange = asked - frozenset(every.among(asked))
    found = {}
    for kind in read:
        if kind.startswith("page/"):
            words = _words(_reached(kind, read), read, handed, said)
            found[kind] = asked if words.any else strange.union(words.among(asked))
    return MappingProxyType(found)


@lru_cache(maxsize=64)
def _said(script: str) -> frozenset[str]:
    """The words in the strings of a script, less those at a dot: by these it looks for what is there already."""
    return frozenset(_WRITTEN.findall(" ".join(_QUOTED.findall(_REMARK.sub("", script)))))


def _words(parts: Iterable[_Part], read: _Read, handed: _Handed, scripts: Mapping[str, frozenset[str]]) -> _ClassNames:
    names: set[str] = set()
    starts: set[str] = set()
    is_any = False
    for template, part in parts:
        piece = read[template].pieces[part]
        own = handed[template, part]
        given = [each for _, each in _given(piece, template, read, handed)]
        for each in (*piece.printed, *given):
            names |= set(" ".join(each.strings).split())
            is_any = is_any or not (each.is_plain() or each.text.strip("-+ \n\t") in own)
        names |= {word for name in own for word in piece.parameters[name].split()}
        names = names.union(
            piece.written,
            *(scripts[each] for each in piece.scripts if each in scripts),
            *(FUNCTIONS[each].classes for each in piece.uses if each in FUNCTIONS),
        )
        starts |= set(piece.starts)
    starts |= {name for name in names if name.endswith("-")}
    return _ClassNames(names, tuple(sorted(starts)), is_any)


def _handed(read: _Read) -> _Handed:
    """The parameters that a macro prints as classes, or hands on to a macro that does."""
    handed = {
        (template, part): frozenset(each.text.strip("-+ \n\t") for each in piece.printed) & piece.parameters.keys()
        for template, found in read.items()
        for part, piece in found.pieces.items()
    }
    while True:
        more = {
            (template, part): handed[template, part]
            | frozenset(given.text.strip() for _, given in _given(piece, template, read, handed))
            & piece.parameters.keys()
            for template, found in read.items()
            for part, piece in found.pieces.items()
        }
        if more == handed:
            return handed
        handed = more


def _given(piece: _Piece, template: str, read: _Read, handed: _Handed) -> Iterator[tuple[_Part, _Expression]]:
    """The expressions that a piece hands to the parameters of macros that are printed as classes."""
    found = read[template]
    for name in piece.uses:
        macro = found.imported.get(name, (template, name))
        if handed.get(macro):
            parameters = read[macro[0]].pieces[macro[1]].parameters
            for call in (each for tag in piece.tags if name in tag.text for each in _calls(name, tag)):
                places = iter(parameters)
                for each in call:
                    keyword = _KEYWORD.match(each.text)
                    parameter = keyword[1] if keyword else next(places, "")
                    if parameter in handed[macro]:
                        text = each.text[keyword.end() :] if keyword else each.text
                        yield macro, _Expression(text, each.strings)


def _calls(name: str, tag: _Expression) -> Iterator[list[_Expression]]:
    """What a macro is given in each of its calls."""
    for call in re.finditer(rf"(?<![\w.]){name}\(", tag.text):
        depth, start = 1, call.end()
        first = last = tag.text.count(_STRING_SIGN, 0, start)
        given = []
        for found in _BRACKET.finditer(tag.text, start):
            last += found[0] == _STRING_SIGN
            depth += (found[0] in "([{") - (found[0] in ")]}")
            if depth == 0 or (depth == 1 and found[0] == ","):
                given.append(_Expression(tag.text[start : found.start()], tag.strings[first:last]))
                start, first = found.end(), last
            if depth == 0:
                break
        yield given


def _reached(kind: str, read: _Read) -> tuple[_Part, ...]:
    """The pieces that a page may say something of: templates with their macros, as far as these are used."""
    seen: dict[_Part, None] = {}
    pending = [(kind, "")]
    while pending:
        template, part = pending.pop()
        found = read.get(template)
        if found is None or (template, part) in seen:
            continue
        seen[template, part] = None
        piece = found.pieces.get(part)
        if piece is None:
            # A name that is no macro was imported or set in that template; `*` stands for all of it.
            pending += [found.imported[part]] if part in found.imported else [(template, each) for each in found.pieces]
            continue
        pending += [(each, "") for each in found.included if not part]
        pending += [(template, name) for name in piece.uses if name in found.pieces]
        pending += [found.imported[name] for name in piece.uses if name in found.imported]
    return tuple((template, part) for template, part in seen if part in read[template].pieces)


@lru_cache(maxsize=512)
def _pieces(text: str) -> _Pieces:
    """A template taken apart at its macros."""
    inside = [""]
    texts: dict[str, list[str]] = {"": []}
    tags: dict[str, list[_Expression]] = {"": []}
    included: list[str] = []
    imported: dict[str, tuple[str, str]] = {}
    last = 0
    for tag in _TAG.finditer(text):
        texts[inside[-1]].append(text[last : tag.start()])
        last = tag.end()
        printed, statement = tag["printed"], tag["statement"] or ""
        found = _STATEMENT.match(statement)
        word = found[1] if found else ""
        if word in ("extends", "include"):
            included += _masked(statement).strings
        elif word in ("from", "import"):
            imported |= _imports(_masked(statement))
        elif not (printed and _SCRIPT.search(texts[inside[-1]][-1])):
            inside += _NAME.findall(statement)[1:2] if word == "macro" else []
            here = inside[-1]
            tags.setdefault(here, []).append(_masked(printed or statement))
            place = f"{_PRINTED}{len(tags[here]) - 1}{_PRINTED}" if printed else _BETWEEN
            texts.setdefault(here, []).append(place)
        if word == "endmacro" and len(inside) > 1:
            inside.pop()
    texts[inside[-1]].append(text[last:])
    parts = {name: _piece("".join(found), tags[name], bool(name)) for name, found in texts.items()}
    return _Pieces(MappingProxyType(parts), tuple(included), MappingProxyType(imported))


def _masked(text: str) -> _Expression:
    if '"' not in text and "'" not in text:
        return _Expression(text, ())
    return _Expression(_STRING.sub(_STRING_SIGN, text), tuple(one or other for one, other in _STRING.findall(text)))


def _imports(said: _Expression) -> dict[str, tuple[str, str]]:
    """`from "part/row.html" import row as line`: the name that is used, the template and the name there."""
    before, _, names = said.text.partition("import")
    source = next(iter(said.strings), "")
    pairs = _IMPORTED.findall(names.replace(_STRING_SIGN, ""))
    if "from" in before:
        return {other or name: (source, name) for name, other in pairs}
    return {name: (source, "*") for name, _ in pairs[-1:]}


def _piece(text: str, tags: list[_Expression], is_macro: bool) -> _Piece:
    written: set[str] = set()
    starts: set[str] = set()
    printed: set[int] = set()
    for attribute in _ATTRIBUTE.finditer(text):
        value = attribute[1] or attribute[2] or ""
        starts |= set(_JOINED.findall(value))
        for word in (*value.replace(_BETWEEN, " ").split(), *value.replace(_BETWEEN, "").split()):
            start, sign, rest = word.partition(_PRINTED)
            number, _, after = rest.partition(_PRINTED)
            if not sign:
                written.add(word)
            elif start or after:
                # What ends in a word of its own may begin in any way.
                starts.add(start)
            else:
                printed.add(int(number))
    uses = tuple(dict.fromkeys(_USED.findall(" ".join(tag.text for tag in tags))))
    scripts = tuple(each for tag in tags for each in tag.strings if each.endswith(SCRIPTS))
    parameters = {}
    if is_macro:
        defaults = iter(tags[0].strings)
        for name, default in _PARAMETER.findall(tags[0].text):
            parameters[name] = next(defaults, "") if default else ""
    return _Piece(
        tuple(tags),
        uses,
        scripts,
        tuple(sorted(written)),
        tuple(sorted(starts)),
        tuple(tags[number] for number in sorted(printed)),
        MappingProxyType(parameters),
    )

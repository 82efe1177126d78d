"""Block structure of Markdown as CommonMark reads it, with tables, definition lists, notes and our own blocks.

Python-Markdown divides a text at its blank lines before it looks for lists and code; CommonMark goes line by line
through the open containers, and so does this module. The result is the tree that Python-Markdown would have made, with
the words of each leaf still to be read, and their places in the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from ...model.ids import slug
from ...problems import Level, Problem, Span
from .text import (
    DESTINATION,
    PICTURE,
    PICTURES,
    TAG,
    TITLE,
    UNPRINTED,
    Place,
    Row,
    Text,
    label_of,
    plain,
    titled,
    verbatim,
)

DEEPEST = 40
"""How many lists and quotations may stand inside each other: more than a text needs, less than breaks a parser."""

_FIRST_YEAR = 1000
_TAB = 4
_SPACES = re.compile(" *")
_MARKERS = re.compile(r"[ \t]*(?:(?:[>*+:-]|\d{1,9}[.)])[ \t]*)*")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_ATX = re.compile(r"#{1,6}(?=\s|$)")
_HASHED = re.compile(r"#([^\W\d_][\w'’-]* +\w[^#]*[\w)])[ \t]*$")
_SHORT_LINE = 80
_NO_ATX = re.compile(r"(#{2,}) *([^\s#].*)")
_SETEXT = re.compile(r"(?:=+|-+) *$")
_RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_ITEM = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?= |$)")
_LIKE_ITEM = re.compile(
    r"(?:(\d{1,9}[.)])(?: +|(?=[^\W\d_]))|[a-z](?:\) *|\. +)|[-+](?=[^\s+-])|\*(?=[^\s*])(?!.*\*)|[•·‣–—] *)(\S.*)"
)
_TIGHT_ITEM = re.compile(r"(\d{1,9}[.)])([^\W\d_].*)")
_LIKE_REFERENCE = re.compile(r"\[([^\[\]^\n]+)\]: *(.*)")
_NOTE = re.compile(r"\[\^([^\]\n]+)\]: *")
_LIKE_NOTE = re.compile(r"\[\^([^\]\n]+)\](?: +:+ *| +(?=[^\W\d_]))(?=\S)")
_CUT_NOTE = re.compile(
    r"(?:\^|[({]\^)([\w.-]{1,30})[\])}]? *: *(?=\S)"
    r"|\[\[\^([\w.-]{1,30})\]\]? *: *(?=\S)"
    r"|\[\^([\w.-]{1,30})(?:[)}]? *: *|\][;.,] *)(?=\S)"
    r"|([\w.-]{1,30})\]: *(?=\S)"
)
"""The beginning of a note one of whose signs is missing or another."""
_LIKE_LABEL = re.compile(rf"(\[(?!\^)[^\[\]\n]+\]) +: *(?=(?:<|https?://|mailto:|\S+\.(?:{PICTURES})\s*$))", re.I)
_MEANING = re.compile(r": {1,3}(?=\S)")
_COLUMNS = re.compile(r"\|? *:?-+:? *+(?:\| *:?-+:? *+)*(?:\| *)?$")
_GRID = re.compile(r"\+(?:[-=]+\+)+ *$")
_CELL = re.compile(r"\\.|\[\[[^\[\]\n]*\]\]|(`+)|\|")
_GAP = re.compile(r"(?<!\s)\s{2,}(?=\S)")
_NUMBER = re.compile(r"(?<=\w) (?=\d[\d.,]*+$)")
_DATA = re.compile(r"\{\{[^{}\n]*\}\}[ \t]*$")
_HTML_BLOCK = re.compile(
    r"</?(?:blockquote|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)",
    re.IGNORECASE,
)
_HTML_VERBATIM = re.compile(r"<(pre|script|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_HTML_ALONE = re.compile(rf"{TAG} *$")
_WORDS = re.compile(r"(?:[^\W\d_][\w'’-]*[,:;.]? +){2}[^\W\d_][^={}()<>|$]*$")
_REFERENCE = re.compile(
    rf"\[(?!\^)((?:[^\[\]\\]|\\.){{1,999}})\]: *+\n? *+(?!\n){DESTINATION}(?:(?: +(?:\n *)?|\n *){TITLE})? *(?:\n|$)",
    re.DOTALL,
)


class WordsKind(StrEnum):
    """What the words of a leaf are."""

    WORDS = "words"
    HEADING = "heading"
    CELL = "cell"
    HTML = "html"
    DATA = "data"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words that are not read yet, and the element that they belong into."""

    element: Element
    kind: WordsKind
    text: Text
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """`[^id]: …`: an element that holds its blocks, and its place."""

    element: Element
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """`[label]: address "title"`."""

    label: str
    address: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class BlockTree:
    """The tree of a text, its leaves in the order written, its notes and references.

    `tight` are lists without blank lines, in which paragraphs are mere words; `code` are the lines of blocks of code.
    """

    root: Element
    leaves: tuple[Leaf, ...]
    notes: Mapping[str, NoteBlock]
    references: Mapping[str, Reference]
    tight: tuple[Element, ...]
    code: frozenset[int]
    problems: tuple[Problem, ...]


def read(path: str, text: str, first_line: int) -> BlockTree:
    """The blocks of a text that starts on `first_line` of its file."""
    reader = _Reader(path)
    for number, line in enumerate(text.split("\n"), first_line):
        reader.read(_Line(number, line))
    return reader.finished()


class _Line:
    """A line while it is read, of which open containers have taken what is before `start`: a builder.

    Tabs in front are spaces, comments are left out; `shifts` lead from an index back to a column. `at` is the first
    sign of the rest, behind `indent` spaces; `depth` counts the containers that the line goes on with, and `quoted`
    those of them up to the last quotation.
    """

    __slots__ = ("at", "depth", "indent", "number", "quoted", "shifts", "start", "text")

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.text = text
        self.shifts = [(0, 1)]
        self.depth = self.quoted = 0
        if "\t" in text:
            front = _MARKERS.match(text)[0]  # type: ignore[index]
            wide = front.expandtabs(_TAB)
            self.text = wide + text[len(front) :]
            self.shifts.append((len(wide), 1 + len(front) - len(wide)))
        self.go(0)

    def go(self, start: int) -> None:
        """Take what is before `start` as read."""
        self.start = start
        self.at = _SPACES.match(self.text, start).end()  # type: ignore[union-attr]
        self.indent = self.at - start

    @property
    def is_blank(self) -> bool:
        return self.at >= len(self.text)

    @property
    def sign(self) -> str:
        return self.text[self.at]

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.text, self.at)

    def keep(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Leave out all but some stretches."""
        parts: list[str] = []
        shifts: list[tuple[int, int]] = []
        at = 0
        for start, end in stretches:
            shifts += [
                (at + offset, column - at - offset) for offset, _, column in self.places(start) if offset <= end - start
            ]
            parts.append(self.text[start:end])
            at += end - start
        self.text, self.shifts = "".join(parts), shifts or [(0, 1)]
        self.go(min(self.start, len(self.text)))

    def places(self, start: int) -> Iterator[Place]:
        """The places of the stretches of the text that begins at `start`."""
        begin = bisect_right(self.shifts, start, key=lambda shift: shift[0]) - 1
        yield 0, self.number, max(1, start + self.shifts[begin][1])
        yield from ((at - start, self.number, at + shift) for at, shift in self.shifts[begin + 1 :])

    def row(self, start: int) -> Row:
        return self.text[start:], tuple(self.places(start))


class _List:
    """A list while it is read: the sign of its items, the numbers they have, and whether blank lines are in it."""

    __slots__ = ("indent", "is_loose", "is_over", "numbers", "sign", "spans")

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.indent = 0
        self.is_loose = False
        self.is_over = False
        self.numbers: list[int] = []
        self.spans: list[Span] = []


class _Frame:
    """An open container: a quotation, or what is indented by `width`: an item, a meaning, a note."""

    __slots__ = ("element", "items", "width")

    def __init__(self, element: Element, width: int = 0, items: _List | None = None) -> None:
        self.element = element
        self.width = width
        self.items = items

    @property
    def is_quote(self) -> bool:
        return self.element.tag == "blockquote"


class _Open:
    """An open leaf with its lines so far: a paragraph, fenced or indented code, HTML, a table.

    `end` closes it: the sign of a fence, a tag of HTML; `columns` are those of a table.
    """

    __slots__ = ("columns", "element", "end", "indent", "kind", "rows", "span")

    def __init__(self, kind: str, element: Element, span: Span, indent: int = 0, end: str = "") -> None:
        self.kind = kind
        self.element = element
        self.span = span
        self.indent = indent
        self.end = end
        self.columns: tuple[str, ...] = ()
        self.rows: list[Row] = []


class _Reader:
    """What is open while a text is read line by line: a builder, used up by `read`."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root = Element("div")
        self.frames: list[_Frame] = []
        self.leaf: _Open | None = None
        self.level = 1
        self.leaves: list[Leaf] = []
        self.lists: dict[Element, _List] = {}
        self.notes: dict[str, NoteBlock] = {}
        self.references: dict[str, Reference] = {}
        self.code: set[int] = set()
        self.problems: list[Problem] = []
        self.comment: Span | None = None
        # A blank line above counts for the containers behind this many, within its last quotation; None without one.
        self.blank: int | None = 0
        self.is_too_deep = False

    def finished(self) -> BlockTree:
        self._close(0)
        if self.comment:
            self._tell("unclosed-comment", self.comment, "this comment is not closed", "write --> where it ends")
        for items in self.lists.values():
            self._count(items)
        tight = tuple(element for element, items in self.lists.items() if not items.is_loose)
        notes, references = MappingProxyType(self.notes), MappingProxyType(self.references)
        problems = tuple(self.problems)
        return BlockTree(self.root, tuple(self.leaves), notes, references, tight, frozenset(self.code), problems)

    def _tell(self, code: str, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem(code, span, message, hint))

    def _warn(self, code: str, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem(code, span, message, hint, Level.WARNING))

    def _span(self, line: _Line, index: int) -> Span:
        return Span(self.path, *next(line.places(index))[1:])

    # One line.

    def read(self, line: _Line) -> None:
        if self.comment and not self._leave_comment(line):
            return
        self._descend(line)
        if self._goes_on_with_code(line):
            self.blank = None
            return
        if "<!--" in line.text and not (line.indent >= _TAB and not self._is_open("words")):
            self._enter_comment(line)
            if line.is_blank:
                return
        is_blank = self._add_html(line) if self._goes_on_with("html", line) else self._add(line)
        self.blank = line.quoted if is_blank else None

    def _leave_comment(self, line: _Line) -> bool:
        """Whether a line holds more than the comment that is open."""
        held, end, rest = line.text.partition("-->")
        self._tell_of_another(line.number, held)
        if not end:
            return False
        self.comment = None
        line.keep([(len(line.text) - len(rest.lstrip()), len(line.text))])
        return not line.is_blank

    def _enter_comment(self, line: _Line) -> None:
        """Leave comments out of a line; one that does not end on it takes the lines below as well."""
        text, kept, at = line.text, [], 0
        for begin, inner, until, end in verbatim(text, line.start):
            if text[begin] == "<":
                kept.append((at, begin))
                # Spaces behind a comment that begins its line are no indent.
                at = end + len(text[end:]) - len(text[end:].lstrip(" ")) if begin == line.at else end
                self.comment = self._span(line, begin)
                self._tell_of_another(line.number, text[inner:until])
                self.comment = self.comment if end > len(text) else None
        line.keep((*kept, (at, len(text))))

    def _tell_of_another(self, number: int, held: str) -> None:
        """A comment in which another one begins would end with that, and take all that stands between."""
        if self.comment and "<!--" in held:
            where = "on its line" if number == self.comment.line else f"in line {number}"
            message = f"this comment is not closed before another one begins {where}"
            self._tell("unclosed-comment", self.comment, message, "write --> where it ends")

    def _descend(self, line: _Line) -> None:
        """Take from a line what the open containers that it goes on with need."""
        for depth, frame in enumerate(self.frames, 1):
            if frame.is_quote:
                if line.is_blank or line.indent > 3 or line.sign != ">":
                    return
                line.go(line.at + 1 + line.text.startswith(" ", line.at + 1))
                line.quoted = depth
            elif line.is_blank:
                # An item may begin with one blank line, not with two.
                if not len(frame.element):
                    return
            elif line.indent >= frame.width:
                line.go(line.start + frame.width)
            else:
                return
            line.depth = depth

    def _is_open(self, kind: str) -> bool:
        return self.leaf is not None and self.leaf.kind == kind

    def _goes_on_with(self, kind: str, line: _Line) -> bool:
        """Whether a leaf is open in the very container that a line goes on with."""
        return self._is_open(kind) and line.depth == len(self.frames)

    def _goes_on_with_code(self, line: _Line) -> bool:
        leaf = self.leaf
        if leaf is None or not self._goes_on_with("fence", line):
            return False
        rest = line.text[line.at :].rstrip()
        if line.indent < _TAB and len(rest) >= len(leaf.end) and not rest.strip(leaf.end[0]):
            leaf.end = ""
            self._end_leaf()
        else:
            leaf.rows.append((line.text[line.start + min(line.indent, leaf.indent) :], ()))
        self.code.add(line.number)
        return True

    def _add_html(self, line: _Line) -> bool:
        """Add a line of HTML, which ends at a blank line or behind its closing tag; whether the line is blank."""
        leaf = self.leaf
        assert leaf
        if not leaf.end and line.is_blank:
            self._end_leaf()
            return True
        leaf.rows.append(line.row(line.start))
        if leaf.end and leaf.end in line.text[line.start :].lower():
            self._end_leaf()
        return False

    def _add(self, line: _Line) -> bool:
        """Open what begins on a line, and add the words that are left of it; whether the line is blank."""
        is_new = False
        while not line.is_blank:
            if line.indent >= _TAB:
                if self._is_open("words"):
                    break
                self._add_code(line)
                return False
            if self._open_leaf(line):
                return False
            if not self._open_container(line):
                break
            is_new = True
        if line.is_blank:
            return not is_new and self._add_blank(line)
        self._add_words(line)
        return False

    def _add_blank(self, line: _Line) -> bool:
        if self.leaf and self._goes_on_with("code", line):
            self.leaf.rows.append(("", ()))
        else:
            self._close(line.depth)
        return True

    def _add_code(self, line: _Line) -> None:
        if not self._goes_on_with("code", line):
            SubElement(self._begin(line, "pre"), "code")
            self.leaf = _Open("code", self._last(), self._span(line, line.at))
        assert self.leaf
        self.leaf.rows.append((line.text[line.start + _TAB :], ()))
        self.code.add(line.number)

    def _add_words(self, line: _Line) -> None:
        """A line of a paragraph, be it lazy, or a row of a table."""
        leaf = self.leaf
        if leaf and leaf.kind == "words":
            leaf.rows.append(line.row(line.at))
        elif leaf and self._goes_on_with("table", line):
            body = leaf.element.find("tbody")
            body = SubElement(leaf.element, "tbody") if body is None else body
            cells = list(_cells(*line.row(line.at)))
            self._add_row(SubElement(body, "tr"), "td", cells)
            if len(cells) < len(leaf.columns):
                self._warn_of_short_row(line, [words for words, _ in cells], len(leaf.columns))
        else:
            self.leaf = _Open("words", self._begin(line, "p"), self._span(line, line.at))
            self.leaf.rows.append(line.row(line.at))

    def _warn_of_lines(self, leaf: _Open) -> None:
        """Lines of a paragraph that look like something else: a definition, items of a list, rows of a table."""
        like = leaf.rows and _LIKE_REFERENCE.match(leaf.rows[0][0])
        if like:
            message = f'"[{like[1]}]:" defines nothing: behind it stands an address alone'
            hint = f"write [^{like[1]}]: {like[2]} for a note, which [^{like[1]}] calls"
            self._warn("broken-link", Span(self.path, *leaf.rows[0][1][0][1:]), message, hint)
        before = ""
        is_item = bool(self.frames) and self.frames[-1].items is not None
        for (above, places), (below, there) in pairwise(leaf.rows):
            if is_item and (tight := _TIGHT_ITEM.match(below)):
                hint = f"write {tight[1]} {tight[2].rstrip()}"
                self._warn("list", Span(self.path, *there[0][1:]), "this line is a part of the item above it", hint)
                return
            item, span = _LIKE_ITEM.match(above), Span(self.path, *places[0][1:])
            if item and _LIKE_ITEM.match(below):
                written = f"{item[1] or '-'} {item[2].rstrip()}"
                hint = "leave a blank line above it" + ("" if above.startswith(written) else f", and write {written}")
                self._warn("list", span, "these lines are one paragraph, and no list", hint)
                return
            cells = [part.strip() for part in above.strip().split("\t")]
            if len(cells) > 1 and below.strip().count("\t") == len(cells) - 1:
                hint = f"write {_row(cells)}, below it |{'---|' * len(cells)}, and the other lines like the first"
                self._warn("table", span, "these lines make no table", hint)
                return
            if _GRID.match(above):
                columns = above.count("+") - 1
                hint = f"write a stroke between cells, |---|{'---|' * (columns - 1)} below the first row, and no +---+"
                self._warn("table", span, "these lines make no table", hint)
                return
            is_row = above.startswith("|") and below.startswith("|") and not _COLUMNS.match(below)
            if is_row and _COLUMNS.match(above) and "|" in before:
                # The two rows were compared, and that was told.
                return
            if is_row:
                columns = len(list(_cells(above, places)))
                dashes = f"write |{'---|' * columns} below the first"
                hint = "write a row with headings above the first" if _COLUMNS.match(above) else dashes
                self._warn("table", span, "these lines make no table", hint)
                return
            before = above

    # Leaves.

    def _open_leaf(self, line: _Line) -> bool:
        """Begin a leaf other than a paragraph, if one begins here, and say whether one does."""
        sign = line.sign
        is_inside = self._goes_on_with("words", line)
        if is_inside and sign in "=-" and line.match(_SETEXT) and self._set_heading(line):
            return True
        if sign == "#":
            return self._heading(line)
        if sign in "`~" and (fence := line.match(_FENCE)):
            if " " in (behind := line.text[fence.end() :].strip()):
                message = f'"{behind}" is shown nowhere: behind {fence[0]} stands the language of the code, in a word'
                self._warn("code-words", self._span(line, fence.end()), message, "put it on a line above")
            SubElement(self._begin(line, "pre"), "code")
            self.leaf = _Open("fence", self._last(), self._span(line, line.at), line.indent, fence[0])
            return True
        if sign in "*-_" and line.match(_RULE):
            self._begin(line, "hr")
            return True
        if sign == "<" and (tag := line.match(_HTML_VERBATIM)):
            return self._open_html(line, f"</{tag[1].lower()}>")
        if sign == "<" and (line.match(_HTML_BLOCK) or (not self._is_open("words") and line.match(_HTML_ALONE))):
            return self._open_html(line, "")
        if sign == "{" and line.match(_DATA):
            self._leaf(self._begin(line, "div"), WordsKind.DATA, [line.row(line.at)])
            return True
        if sign == "!" and PICTURE.fullmatch(line.text.rstrip(), line.at):
            self._leaf(self._begin(line, "div"), WordsKind.PICTURE, [line.row(line.at)])
            return True
        return is_inside and sign in "|:-" and self._table(line)

    def _open_html(self, line: _Line, end: str) -> bool:
        self.leaf = _Open("html", self._begin(line, "div"), self._span(line, line.at), end=end)
        line.depth = len(self.frames)
        self._add_html(line)
        return True

    def _heading(self, line: _Line) -> bool:
        signs = line.match(_ATX)
        if not signs:
            if found := line.match(_NO_ATX):
                how = "without a space behind it" if len(found[1]) < 7 else "for there are six at most"
                hint = f"write {found[1][:6]} {found[2].rstrip()}"
                self._warn_of_heading(line, f'"{found[1]}" makes no heading {how}', hint, found[2])
            elif (found := line.match(_HASHED)) and len(found[0]) < _SHORT_LINE and self.leaf is None:
                hint = f"write ## {found[1]}, or \\#{found[1]} for a mere sign"
                self._warn_of_heading(line, '"#" makes no heading without a space behind it', hint, found[1])
            return False
        level = max(2, len(signs[0]))
        if level > self.level + 1:
            hint = f"write {'#' * (self.level + 1)}"
            message = f"this heading is of level {level}, below one of level {self.level}"
            self._warn("heading", self._span(line, line.at), message, hint)
        self.level = level
        if len(signs[0]) == 1:
            self._warn_of_title(self._span(line, line.at))
        begin = _SPACES.match(line.text, signs.end()).end()  # type: ignore[union-attr]
        words, places = line.row(begin)
        words = words.rstrip()
        bare = words.rstrip("#")
        if not bare or bare.endswith(" "):
            words = bare.rstrip()
        if not words.strip():
            self._warn("heading", self._span(line, line.at), "this heading has no words", "write them, or delete it")
        self._leaf(self._begin(line, f"h{level}"), WordsKind.HEADING, [(words, places)])
        return True

    def _warn_of_heading(self, line: _Line, message: str, hint: str, words: str) -> None:
        """A heading that is none: what leads to it leads nowhere."""
        hides = (("heading", f"{self.path}#{slug(words)}"),)
        self.problems.append(Problem("heading", self._span(line, line.at), message, hint, Level.WARNING, hides=hides))

    def _warn_of_title(self, span: Span) -> None:
        hint = "start with ##; the title is in the front matter"
        self._warn("heading", span, "a text has no heading of the first level", hint)

    def _set_heading(self, line: _Line) -> bool:
        """The paragraph above becomes a heading, unless it is but definitions."""
        leaf = self.leaf
        assert leaf
        self._take_references(leaf)
        if not leaf.rows:
            self._drop_leaf()
            return False
        if line.sign == "=":
            self._warn_of_title(leaf.span)
        elif "|" in leaf.rows[-1][0]:
            self._warn_of_columns(line, list(_cells(*leaf.rows[-1])), 1)
        elif len(leaf.rows) > 1:
            message = "these signs make a heading of the whole paragraph above"
            hint = "leave a blank line above them for a rule, or write ## before the words of a heading"
            self._warn("heading", self._span(line, line.at), message, hint)
        leaf.element.tag = "h2"
        self._leaf(leaf.element, WordsKind.HEADING, leaf.rows)
        self.leaf = None
        return True

    # Tables.

    def _table(self, line: _Line) -> bool:
        """A row of signs below a row of cells; both have as many."""
        leaf = self.leaf
        assert leaf
        if "|" not in line.text[line.at :] or not line.match(_COLUMNS):
            return False
        columns = [column.strip() for column in line.text[line.at :].strip().strip("|").split("|")]
        cells = list(_cells(*leaf.rows[-1]))
        if len(cells) != len(columns):
            if "|" in leaf.rows[-1][0]:
                self._warn_of_columns(line, cells, len(columns))
            return False
        leaf.rows.pop()
        if len(leaf.rows) == 1 and leaf.rows[0][0].startswith("|"):
            message = "a table has one row above its dashes: this one is left out of it"
            self._warn("table", Span(self.path, *leaf.rows[0][1][0][1:]), message, "move the line of dashes below it")
        if not leaf.rows:
            self._drop_leaf()
        self.leaf = _Open("table", self._begin(line, "table"), self._span(line, line.at))
        self.leaf.columns = tuple(map(_alignment, columns))
        self._add_row(SubElement(SubElement(self.leaf.element, "thead"), "tr"), "th", cells)
        return True

    def _warn_of_columns(self, line: _Line, cells: list[Row], columns: int) -> None:
        message = f"the row above has {len(cells)} cells, this one {columns}: they make no table"
        self._warn("table", self._span(line, line.at), message, f"write |{'---|' * len(cells)}")

    def _add_row(self, row: Element, tag: str, cells: list[Row]) -> None:
        assert self.leaf
        columns = self.leaf.columns
        for place, alignment in enumerate(columns):
            cell = SubElement(row, tag, {"class": alignment} if alignment else {})
            if place < len(cells):
                self._leaf(cell, WordsKind.CELL, [cells[place]])
        if len(cells) > len(columns):
            message = f"this row has {len(cells)} cells, the table {len(columns)}: the rest would be lost"
            hint = "give the first row as many cells, or write \\| for a mere stroke"
            self._warn("table", Span(self.path, *cells[len(columns)][1][0][1:]), message, hint)

    def _warn_of_short_row(self, line: _Line, cells: list[str], columns: int) -> None:
        """A row in which a stroke was left out, or a line of text right below a table."""
        if len(cells) == 1 and line.sign != "|":
            message = "this line is a row of the table above, with one cell"
            self._warn("table", self._span(line, line.at), message, "leave a blank line above it")
            return
        message = f"this row has {len(cells)} cell{'s' if len(cells) != 1 else ''}, the table {columns}"
        apart = next((found for split in (_GAP, _NUMBER) if len(found := _parted(cells, split)) == columns), None)
        hint = f"write {_row(apart or [*cells, *[''] * (columns - len(cells))])}"
        hint = hint if apart else f"{hint}, or a stroke wherever one is missing"
        self._warn("table", self._span(line, line.at), message, hint)

    # Containers.

    def _open_container(self, line: _Line) -> bool:
        """Begin a quotation, an item, a note or a definition, if one begins here, and say whether one does."""
        if line.depth >= DEEPEST:
            if not self.is_too_deep:
                message = "the lists and quotations of this text nest too deeply"
                hint = f"indent less: {DEEPEST} inside each other are the most"
                self._tell("markdown", self._span(line, line.at), message, hint)
            self.is_too_deep = True
            return False
        if line.sign == ">":
            self._enter(line, _Frame(self._begin(line, "blockquote")), line.at + 1)
            line.go(line.start + line.text.startswith(" ", line.start))
            return True
        if found := line.match(_ITEM):
            return self._item(line, found)
        if line.sign == "[" and (found := line.match(_NOTE)):
            return self._note(line, found)
        if line.sign == "[" and not self._is_open("words") and (found := line.match(_LIKE_NOTE)):
            message = f'"[^{found[1]}]" begins a note only with a colon right behind it'
            hint = f"write [^{found[1]}]: {line.text[found.end() :].rstrip()}"
            self._tell("broken-note", self._span(line, line.at), message, hint)
            return self._note(line, found)
        may_begin = line.sign == "^" or (line.sign in "[({0123456789" and not self._is_open("words"))
        if may_begin and (found := line.match(_CUT_NOTE)):
            id = next(filter(None, found.groups()))
            message = f'"{found[0].strip()}" begins no note: its signs are [^ and ]:'
            hint = f"write [^{id}]: {line.text[found.end() :].rstrip()}"
            self._tell("broken-note", self._span(line, line.at), message, hint)
            return self._noted(line, id, found.end())
        return line.sign == ":" and (found := line.match(_MEANING)) is not None and self._meaning(line, found)

    def _enter(self, line: _Line, frame: _Frame, start: int) -> None:
        self.frames.append(frame)
        line.depth = len(self.frames)
        line.go(start)

    def _parent(self, line: _Line) -> Element:
        """The container that a line goes on with."""
        return self.frames[line.depth - 1].element if line.depth else self.root

    def _item(self, line: _Line, found: re.Match[str]) -> bool:
        end, number = found.end(), int(found[2] or 0)
        space = _SPACES.match(line.text, end).end() - end  # type: ignore[union-attr]
        is_empty = end + space >= len(line.text)
        if self._goes_on_with("words", line) and (is_empty or (found[2] and number != 1)):
            return False
        parent = self._parent(line)
        element = parent[-1] if len(parent) else None
        items = self.lists.get(element) if element is not None else None
        sign = found[1] or found[3]
        if items is None or items.is_over or items.sign != sign:
            if number >= _FIRST_YEAR:
                self._warn_of_year(line, found)
                return False
            items = None
        self._warn_of_indent(line, items)
        if items is None or element is None:
            start = {"start": str(number)} if found[2] and number != 1 else {}
            element = self._begin(line, "ol" if found[2] else "ul", start)
            items = self.lists[element] = _List(sign)
        elif self.blank is not None and line.depth >= self.blank:
            items.is_loose = True
        self._close(line.depth)
        items.indent = line.indent
        items.numbers.append(number)
        items.spans.append(self._span(line, line.at))
        space = 1 if is_empty or space > _TAB else space
        frame = _Frame(SubElement(element, "li"), end + space - line.start, items)
        self._enter(line, frame, min(end + space, len(line.text)))
        return True

    def _warn_of_year(self, line: _Line, found: re.Match[str]) -> None:
        message = f'"{found[0]}" would begin a list at {found[2]}; it is read as the first word of its paragraph'
        self._warn("list", self._span(line, line.at), message, f"write {found[2]}\\{found[3]}")

    def _warn_of_indent(self, line: _Line, items: _List | None) -> None:
        """An item that is indented, though not as far as the words of the one above it."""
        above = self.frames[line.depth] if line.depth < len(self.frames) else None
        if above is None or above.items is None or line.indent <= above.items.indent or above.items.sign == ":":
            return
        # Numbers of one list may stand one below the other by their last digits.
        if items is not above.items or items.sign in "-+*":
            hint = f"indent it by {above.width} spaces to put it inside, by {above.items.indent} to put it beside"
            self._warn("list", self._span(line, line.at), "this item stands beside the one above, not inside it", hint)

    def _count(self, items: _List) -> None:
        """Warn of numbers of a list that readers would see otherwise than they are written."""
        if items.sign not in ".)" or len(set(items.numbers)) == 1:
            return
        for shown, (number, span) in enumerate(zip(items.numbers, items.spans, strict=True), items.numbers[0]):
            if number != shown:
                hint = f"number the items in order, or write {number}\\{items.sign} in a paragraph of its own"
                self._warn("list", span, f"this item is numbered {number}, and readers would see {shown}", hint)
                return

    def _note(self, line: _Line, found: re.Match[str]) -> bool:
        return self._noted(line, found[1], found.end())

    def _noted(self, line: _Line, id: str, begin: int) -> bool:
        """Begin the note of an id, whose words begin there."""
        note = NoteBlock(Element("div"), self._span(line, line.at))
        if id in self.notes:
            message = f'the note "[^{id}]" is here twice; the first is on line {self.notes[id].span.line}'
            self._tell("broken-note", note.span, message, "give one of the two, and what calls it, another word")
        note = self.notes.setdefault(id, note)
        self._close(line.depth)
        self._enter(line, _Frame(note.element, _TAB), begin)
        return True

    def _meaning(self, line: _Line, found: re.Match[str]) -> bool:
        """The paragraph above, or the one before a blank line, holds the terms, one a line."""
        parent = self._parent(line)
        before = parent[-1] if len(parent) else None
        if before is None:
            return False
        terms = self._terms(before) if before.tag == "p" else []
        if terms:
            parent.remove(before)
            before = parent[-1] if len(parent) and parent[-1].tag == "dl" else self._begin(line, "dl")
            for term in terms:
                self._leaf(SubElement(before, "dt"), WordsKind.WORDS, [term])
        elif before.tag != "dl":
            return False
        items = self.lists.setdefault(before, _List(":"))
        items.is_loose = items.is_loose or self.blank is not None
        self._close(line.depth)
        self._enter(line, _Frame(SubElement(before, "dd"), found.end() - line.start, items), found.end())
        return True

    def _terms(self, element: Element) -> list[Row]:
        """Take the lines of a paragraph, which becomes the terms of a definition."""
        if self.leaf and self.leaf.element is element:
            rows, self.leaf = self.leaf.rows, None
            return rows
        if not self.leaves or self.leaves[-1].element is not element:
            return []
        text = self.leaves.pop().text
        rows, at = [], 0
        for words in text.words.split("\n"):
            places: tuple[Place, ...] = ((0, *text.place(at)),)
            rows.append((words, places))
            at += len(words) + 1
        return rows

    # Opening and closing.

    def _last(self) -> Element:
        return (self.frames[-1].element if self.frames else self.root)[-1]

    def _begin(self, line: _Line, tag: str, attributes: Mapping[str, str] = MappingProxyType({})) -> Element:
        """Close what a line does not go on with, and put a new element into the container that stays."""
        self._close(line.depth)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.items and len(frame.element) and self.blank is not None and self.blank < len(self.frames):
            frame.items.is_loose = True
        return SubElement(frame.element if frame else self.root, tag, dict(attributes))

    def _close(self, depth: int) -> None:
        """Close the leaf, and the containers below the first `depth`."""
        self._end_leaf()
        del self.frames[depth:]

    def _end_leaf(self) -> None:
        leaf = self.leaf
        if leaf is None:
            return
        if leaf.kind == "words":
            self._take_references(leaf)
            self._warn_of_lines(leaf)
            if leaf.rows:
                self._leaf(leaf.element, WordsKind.WORDS, leaf.rows)
            else:
                self._drop_leaf()
        elif leaf.kind == "html":
            self._leaf(leaf.element, WordsKind.HTML, leaf.rows)
        elif leaf.kind in ("fence", "code"):
            self._end_code(leaf)
        self.leaf = None

    def _drop_leaf(self) -> None:
        """Take the open leaf out of its container; a list before it does not go on behind it."""
        parent = self.frames[-1].element if self.frames else self.root
        if self.leaf:
            parent.remove(self.leaf.element)
        if len(parent) and parent[-1] in self.lists:
            self.lists[parent[-1]].is_over = True
        self.leaf = None

    def _end_code(self, leaf: _Open) -> None:
        lines = [line for line, _ in leaf.rows]
        while leaf.kind == "code" and not lines[-1].strip():
            lines.pop()
        leaf.element[0].text = AtomicString(code_escape("".join(f"{line}\n" for line in lines)))
        if leaf.kind == "code" and _WORDS.match(lines[0]):
            hint = "begin it as far left as the text above it; for code, write ``` on a line above and below it"
            self._warn("indented-text", leaf.span, "what is indented by four spaces is shown as code", hint)
        if leaf.kind == "fence" and leaf.end:
            message = "the code that opens here is not closed"
            self._tell("unclosed-code", leaf.span, message, f"write {leaf.end} on a line of its own behind it")

    def _take_references(self, leaf: _Open) -> None:
        """Take definitions of references off the front of a paragraph; one with a space too many is told."""
        for at, (row, places) in enumerate(leaf.rows):
            if not (like := _LIKE_LABEL.match(row)):
                break
            written = f"{like[1]}: {row[like.end() :].rstrip()}"
            message = f'the colon stands right behind "{like[1]}"'
            self._tell("broken-link", Span(self.path, *places[0][1:]), message, f"write {written}")
            leaf.rows[at] = (written, places)
        words = "\n".join(words for words, _ in leaf.rows) if leaf.rows[0][0].startswith("[") else ""
        at = taken = 0
        while (found := _REFERENCE.match(words, at)) and (label := label_of(found[1])):
            span = Span(self.path, *leaf.rows[taken][1][0][1:])
            address = plain(found[2] if found[2] is not None else found[3])
            if label in self.references:
                message = f'"[{found[1]}]" is defined twice; the first is on line {self.references[label].span.line}'
                self._tell("broken-link", span, message, "delete one, or give it another word")
            title = titled(found, 4)
            if "\ufffd" in title:
                self._tell("encoding", span, UNPRINTED, "delete it")
            self.references.setdefault(label, Reference(found[1], address, title, span))
            taken += found[0].rstrip("\n").count("\n") + 1
            at = found.end()
        del leaf.rows[:taken]

    def _leaf(self, element: Element, kind: WordsKind, rows: Iterable[Row]) -> None:
        """A finished leaf: its lines joined, with the places of all their stretches."""
        words: list[str] = []
        places: list[Place] = []
        at = 0
        for row, stretches in rows:
            places += [(at + offset, line, column) for offset, line, column in stretches if offset <= len(row)]
            words.append(row)
            at += len(row) + 1
        is_quoted = any(frame.is_quote for frame in self.frames)
        self.leaves.append(Leaf(element, kind, Text("\n".join(words).rstrip(), tuple(places)), is_quoted))


def _parted(cells: Iterable[str], between: re.Pattern[str]) -> list[str]:
    return [part for cell in cells for part in between.split(cell)]


def _row(cells: Iterable[str]) -> str:
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in cells)}|"


def _alignment(column: str) -> str:
    if column.endswith(":"):
        return "centre" if column.startswith(":") else "right"
    return "left" if column.startswith(":") else ""


def _cells(row: str, places: tuple[Place, ...]) -> Iterator[Row]:
    """The cells of a row; a stroke in code or in a link divides none."""
    row = row.rstrip()
    text = Text(row, places)
    codes = {span[0]: span[3] for span in verbatim(row)}
    begin = at = int(row.startswith("|"))
    while found := _CELL.search(row, at):
        at = found.end()
        if found[1]:
            at = codes.get(found.start(), at)
        elif found[0] == "|":
            yield _cell(text, begin, found.start())
            begin = at
    if begin < len(row):
        yield _cell(text, begin, len(row))


def _cell(text: Text, begin: int, end: int) -> Row:
    words = text.words[begin:end].lstrip()
    begin = end - len(words)
    inside = ((at - begin, line, column) for at, line, column in text.places if begin < at < end)
    return words.rstrip(), ((0, *text.place(begin)), *inside)

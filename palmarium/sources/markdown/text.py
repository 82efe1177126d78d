"""Words of Markdown: where they stand, and what blocks and lines read alike (addresses, titles, tags, code)."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from ...images import ENDINGS
from ..plaintext import UNPRINTABLE

PICTURES = "|".join(ENDINGS)
"""The endings of pictures, in a pattern."""

TAG = r"""<(/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*)\s*/?>"""
_SIGN = r"[!-/:-@\[-`{-~]"
_BARE = rf"[^\s()\\]|\\{_SIGN}|\\(?!{_SIGN})"
DESTINATION = rf"(?:<((?:[^<>\n\\]|\\.)*)>|((?!<)(?:{_BARE}|\((?:{_BARE}|\((?:{_BARE})*\))*\))*))"
"""Where a link leads: in angle brackets, or without spaces and with its parentheses in pairs."""
TITLE = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))"""
PICTURE = re.compile(
    rf"!\[((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]\(\s*+{DESTINATION}(?:\s+{TITLE})?\s*\)", re.DOTALL
)
"""`![text](file "title")`."""

UNPRINTED = "these words hold a character that no text may hold"

_VERBATIM = re.compile(r"\\.|`+|<!--", re.DOTALL)
_PRIVATE = re.compile("[\x02\x03\ue000-\ue0ff]")
Place = tuple[int, int, int]
"""Where a stretch of words stands: its offset in them, its line and column."""

Row = tuple[str, tuple[Place, ...]]
"""A line or a part of one, and where its stretches stand."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a leaf, and where their stretches stand."""

    words: str
    places: tuple[Place, ...]

    def index(self, offset: int) -> int:
        """In which of `places` a character is."""
        return bisect_right(self.places, offset, key=lambda place: place[0]) - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character."""
        start, line, column = self.places[self.index(offset)]
        return line, column + offset - start


def label_of(text: str) -> str:
    """A label of a reference as it is compared: without capitals, and with single spaces."""
    return " ".join(text.casefold().split())


def plain(text: str) -> str:
    """An address or title without its backslashes and entities."""
    return printable(unescape(re.sub(rf"\\({_SIGN})", r"\1", text)))


def printable(text: str) -> str:
    """What entities spell, with a sign in place of each character that no file may hold."""
    return text if text.isprintable() else UNPRINTABLE.sub("\ufffd", text)


def safe(text: str) -> str:
    """A text without the characters that stand for slots, which no file may hold, nor name by their number."""
    return _PRIVATE.sub("\ufffd", text)


def titled(found: re.Match[str], first: int) -> str:
    """The title that one of three groups of a match holds, in whatever quotation marks."""
    return plain(next((found[group] for group in range(first, first + 3) if found[group] is not None), ""))


def verbatim(text: str, start: int = 0) -> Iterator[tuple[int, int, int, int]]:
    """Inline code and comments: where their signs begin, what they hold begins, that ends, and their signs end.

    The signs of a comment that is not closed end behind the text.
    """
    if "`" not in text and "<!--" not in text:
        return
    runs: defaultdict[int, list[int]] = defaultdict(list)
    for run in re.finditer("`+", text):
        runs[run.end() - run.start()].append(run.start())
    at = start
    while found := _VERBATIM.search(text, at):
        at = found.end()
        if found[0] == "<!--":
            end = text.find("-->", found.start() + 2)
            end = len(text) if end < 0 else end
            at = end + 3
            yield found.start(), found.end(), end, at
        elif found[0][0] == "`":
            later = runs[len(found[0])]
            index = bisect_left(later, found.end())
            if index < len(later):
                at = later[index] + len(found[0])
                yield found.start(), found.end(), later[index], at

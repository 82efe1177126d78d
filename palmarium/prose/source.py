"""Tell the lines of Markdown that are text from those that are code, and the author's own words from what is quoted.

Owns: fences, indented code, quotations.   Never: converts a line.
"""

import re
from collections.abc import Iterator

from ..model import Prose
from ..problems import Span

_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_ITEM = re.compile(r"^( *)(?:[-*+]|\d+\.|:|\[\^[^\]]+\]:) +\S")
_INDENT = 4
_SAME = r"(?:(?!\n[ \t]*\n)[^{}])*"
_NOT_OURS = re.compile(
    r"(?P<code>`+)(?:(?!(?P=code)).)+?(?P=code)"
    rf"|«{_SAME.format('»')}»|“{_SAME.format('”')}”"
    rf"|(?<!\w)\"{_SAME.format(chr(34))}\"(?!\w)"
    r"|^ {0,3}>.*"
    r"|\]\([^)\n]*\)|\]\{[^}\n]*\}|(?<=\[\[)[^\[\]|\n]+\||\{\{[^}\n]*\}\}|<[^>\n]*>|https?://\S+",
    re.MULTILINE,
)
_BLANK = "\ufffc"


def lines(path: str, text: str, first_line: int) -> Iterator[tuple[str, Span, bool]]:
    """Each line with its place, and whether it stands in a block of code."""
    fence, deep, was_open, was_code = "", 0, True, False
    for number, line in enumerate(text.split("\n"), first_line):
        found = _FENCE.match(line)
        is_fenced = bool(fence) or bool(found)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        is_code = is_fenced or ((was_open or was_code) and _indent(line) >= deep + _INDENT)
        yield line, Span(path, number), is_code
        if line.strip() and not is_code:
            deep = _depth(line, deep, was_open)
        # What may be code follows a blank line or a heading; elsewhere an indented line goes on with its paragraph.
        was_code = (is_code and not is_fenced) or (was_code and not line.strip())
        was_open = not line.strip() or line.startswith("#") or is_fenced


def _indent(line: str) -> int:
    """How far a line is indented; a blank one is not."""
    expanded = line.expandtabs(_INDENT)
    return len(expanded) - len(expanded.lstrip(" ")) if line.strip() else 0


def _depth(line: str, deep: int, was_open: bool) -> int:
    """How far what belongs to the last list, definition or note is indented."""
    item = _ITEM.match(line.expandtabs(_INDENT))
    if item:
        return (len(item[1]) // _INDENT + 1) * _INDENT
    return min(deep, _indent(line) // _INDENT * _INDENT) if was_open else deep


def own_words(prose: Prose) -> str:
    """The Markdown of a text, as long as it was, with blanks for code, quotations, addresses and blocks."""
    kept = (" " * len(line) if is_code else line for line, _, is_code in lines("", prose.text, 1))
    return _NOT_OURS.sub(lambda found: re.sub(r"[^\n]", _BLANK, found[0]), "\n".join(kept))


def place(prose: Prose, path: str, index: int) -> Span:
    """Where a character of the Markdown stands in its file."""
    before = prose.text[:index]
    return Span(path, prose.line + before.count("\n"), index - before.rfind("\n"))

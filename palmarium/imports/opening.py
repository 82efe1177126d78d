"""Find the mapping at the root of a file: of Markdown, that of its front matter.

Owns: byte-order marks, fences.   Never: reads what the mapping says.
"""

import re

from .. import edits
from ..edits import Piece

_BOM = "\ufeff"
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)")


def opened(path: str, text: str) -> tuple[Piece, int] | None:
    """The root, and the number of its first line; None where it can't be edited in place."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    end, line = len(text), 1
    if path.endswith(".md"):
        fence = _FENCE.match(text, start)
        closing = _CLOSING.search(text, fence.end() - 1) if fence else None
        if fence is None or closing is None:
            return None
        start, line, end = fence.end(), 2, max(fence.end(), closing.start())
    root = edits.parse(text[start:end], start)
    return (root, line) if root is not None and root.form == "mapping" and root.pairs else None

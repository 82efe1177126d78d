"""Text of drawings that stand alone: cut where it has no room, without what XML can't hold.

They are shown where no style sheet of the site reaches, so their colours and font are fixed here.
"""

import unicodedata
from html import escape

PAPER, INK, SOFT, GOLD = "#fcfbf8", "#1d1b18", "#5a5449", "#7c5b0e"
_FONT = "font-family=\"'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\""


def text(said: str, x: float, y: float, size: float, fill: str, more: str = "") -> str:
    place = f'x="{x:g}" y="{y:.1f}" font-size="{size:.1f}" fill="{fill}"'
    return f"<text {place} {_FONT}{f' {more}' if more else ''}>{plain(said)}</text>"


def cut(said: str, size: float, room: float) -> str:
    """As much of a text as has room, and an ellipsis."""
    while said and width(said + "…") * size > room:
        said = said[:-1]
    return said.rstrip() + "…"


def plain(said: str) -> str:
    """Escaped, without what XML can't hold."""
    return escape("".join(sign for sign in said if ord(sign) >= 0x20 and ord(sign) not in (0xFFFE, 0xFFFF)))


def width(said: str) -> float:
    """An upper estimate, in multiples of the font size, since the reader's font is unknown."""
    return sum(_glyph(sign) for sign in said)


def _glyph(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if unicodedata.combining(sign):
        return 0.0
    if sign in "iljtfrI.,:;!'’|()[] ":
        return 0.36
    return 0.74 if sign.isupper() or sign in "mw@%&—" else 0.59

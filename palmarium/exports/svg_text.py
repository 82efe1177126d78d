"""Drawings that stand alone: their frame, and text cut where it has no room, without what XML can't hold.

They are shown where no style sheet of the site reaches, so their colours and font are fixed here.
"""

import unicodedata
from html import escape

PAPER, INK, SOFT, GOLD = "#fcfbf8", "#1d1b18", "#5a5449", "#7c5b0e"
_FONT = "font-family=\"'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\""


EDGE = 28
"""Pixels around a drawing."""
BOLD = 'font-weight="700"'


def framed(title: str, says: str, below: str, language: str, wide: float, high: float, drawn: str) -> str:
    """A drawing with its title and a line above it, and one below it."""
    room = wide - 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}"'
        f' role="img" lang="{escape(language)}"><title>{plain(title)}</title><desc>{plain(says)}</desc>'
        f'<rect width="{wide:g}" height="{high:g}" fill="{PAPER}"/><rect width="{wide:g}" height="6" fill="{GOLD}"/>'
        f"{text(fit(title, 26, room), EDGE, 52, 26, INK, BOLD)}"
        f"{text(fit(says, 14, room), EDGE, 78, 14, SOFT)}"
        f"{drawn}"
        f"{text(fit(below, 12, room), EDGE, high - 16, 12, SOFT)}"
        "</svg>\n"
    )


def text(said: str, x: float, y: float, size: float, fill: str, more: str = "") -> str:
    place = f'x="{x:g}" y="{y:.1f}" font-size="{size:.1f}" fill="{fill}"'
    return f"<text {place} {_FONT}{f' {more}' if more else ''}>{plain(said)}</text>"


def fit(said: str, size: float, room: float) -> str:
    return said if width(said) * size <= room else cut(said, size, room)


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

"""Draw the card that stands for a page where it is shared: its title, a line above and below, an ornament."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

from .strokes import drawn

if TYPE_CHECKING:
    from PIL import ImageFont
    from PIL.Image import Image

WIDTH, HEIGHT = 1200, 630

_EDGE, _TOP, _BOTTOM = 64, 150, 530
_ORNAMENT = 380
_SIZES = (84, 76, 68, 60, 54, 48, 42, 36, 32, 28)
_LETTERS = re.compile(r"<text\b[^>]*>([^<]{1,4})</text>")
_SPACES = re.compile("[\u2000-\u200a\u202f\u205f]")
_INK = bytes(value * 7 // 255 for value in range(256))
_GOLD = bytes(8 + value * 7 // 255 if value > 18 else 0 for value in range(256))
_COVERED = bytes(255 * (value > 0) for value in range(256))
"""Eight shades from the ground to the text, eight to the ornament, and where there is any."""

_DRAWN = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u012b\u012e-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017f\u0218-\u021b"
    "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493\u1ea0-\u1ef9"
    "\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2025\u2026\u2030\u2032\u2033\u2039\u203a\u2044"
    "\u2074-\u2079\u2080-\u2089\u20ac\u2116\u2122\u2190-\u2193\u2212]*"
)
"""The letters of the font that a card is set in; a test holds it against the font, letter by letter."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a card shows. `colours` are those of the ground, the text and the ornament, as `#rrggbb`."""

    site: str
    above: str
    title: str
    below: str
    ornament: str
    colours: tuple[str, str, str]


def plain_spaces(text: str) -> str:
    """The text with the spaces that the font has, and without marks that are not seen."""
    return _SPACES.sub("\u00a0", text).replace("\u00ad", "")


def is_drawn(text: str) -> bool:
    """Whether the font has every letter of a text."""
    return bool(_DRAWN.fullmatch(plain_spaces(text)))


def card(drawing: Drawing) -> bytes:
    """The card as a PNG of sixteen colours."""
    from PIL import Image

    picture = Image.new("P", (WIDTH, HEIGHT), 0)
    picture.paste(_GOLD[255], (0, 0, WIDTH, 10))
    room = WIDTH - 2 * _EDGE
    if drawing.ornament:
        shape = drawn(drawing.ornament, _ORNAMENT, _ORNAMENT)
        _strike(shape, drawing.ornament)
        _put(picture, shape, (WIDTH - _EDGE - shape.width, (_TOP + _BOTTOM - shape.height) // 2 + 10), _GOLD)
        room -= _ORNAMENT + 40
    _write(picture, drawing, room)
    picture.putpalette([part for shade in _palette(drawing.colours) for part in shade])
    out = BytesIO()
    # Most of a row is one colour: counting what repeats is faster than to look for it, and shorter.
    picture.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return out.getvalue()


def _put(picture: "Image", shape: "Image", place: tuple[int, int], shades: bytes) -> None:
    """Lay a shape over a picture, in shades for how much each point of it is covered."""
    put = shape.point(shades)
    picture.paste(put, place, put.point(_COVERED))


def _strike(shape: "Image", svg: str) -> None:
    """The initials of a medal, out of its metal."""
    from PIL import ImageDraw

    letters = _LETTERS.search(svg)
    if letters:
        middle, font = (
            (shape.width // 2, shape.height // 2),
            _font("Semibold", (150, 150, 130, 104)[len(letters[1]) - 1]),
        )
        ImageDraw.Draw(shape).text(middle, letters[1], font=font, fill=0, anchor="mm")


def _write(picture: "Image", drawing: Drawing, room: int) -> None:
    _line(picture, (_EDGE, 56), drawing.site, _fitting(drawing.site, 30, WIDTH - 2 * _EDGE), _INK, 190)
    size, lines = _set(drawing.title, room, _BOTTOM - _TOP - 56 * bool(drawing.above) - 60 * bool(drawing.below))
    step = round(size * 1.14)
    height = 56 * bool(drawing.above) + step * len(lines) + 60 * bool(drawing.below)
    y = max(_TOP, (_TOP + _BOTTOM - height) // 2 + 10)
    if drawing.above:
        _line(picture, (_EDGE, y), drawing.above, _fitting(drawing.above, 34, room), _GOLD)
        y += 56
    for line in lines:
        _line(picture, (_EDGE, y), line, _font("Semibold", size), _INK)
        y += step
    if drawing.below:
        _line(picture, (_EDGE, y + 18), drawing.below, _fitting(drawing.below, 34, room), _INK, 205)


def _line(
    picture: "Image",
    place: tuple[int, int],
    text: str,
    font: "ImageFont.FreeTypeFont",
    shades: bytes,
    strength: int = 255,
) -> None:
    """A line of text, drawn in a box of its own: the whole card need not be gone through for it."""
    from PIL import Image, ImageDraw

    plain = plain_spaces(text)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(plain))
    if right > left and bottom > top:
        box = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(box).text((-left, -top), plain, font=font, fill=strength)
        _put(picture, box, (place[0] + left, place[1] + top), shades)


def _set(title: str, room: int, height: int) -> tuple[int, tuple[str, ...]]:
    """The largest size at which a title fits, and its lines."""
    for size in _SIZES:
        lines = tuple(_lines(plain_spaces(title), room, size))
        is_whole = all(_font("Semibold", size).getlength(word) <= room for word in title.split(" "))
        if is_whole and round(size * 1.14) * len(lines) <= height and (size < 68 or len(lines) <= 3):
            return size, _balanced(title, room, size, lines)
    return _SIZES[-1], lines


def _balanced(title: str, room: int, size: int, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same number of lines, none of them much shorter than it need be."""
    narrower = room
    while len(lines) > 1 and narrower > room // 2:
        narrower -= 40
        tried = tuple(_lines(plain_spaces(title), narrower, size))
        if len(tried) > len(lines) or max(map(_font("Semibold", size).getlength, tried)) > narrower:
            break
        lines = tried
    return lines


def _lines(text: str, room: int, size: int) -> Iterator[str]:
    """Words in lines; one that is wider than a line is broken where the line ends."""
    font = _font("Semibold", size)
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        while font.getlength(word) > room:
            end = next(end for end in range(len(word), 0, -1) if font.getlength(word[:end]) <= room or end == 1)
            yield word[:end]
            word = word[end:]
        line = word
    yield line


def _fitting(text: str, size: int, room: int) -> "ImageFont.FreeTypeFont":
    """The font of a single line, smaller where the line would not fit."""
    wide = _font("Regular", size).getlength(plain_spaces(text))
    return _font("Regular", max(12, min(size, int(size * room / wide))) if wide else size)


@lru_cache(maxsize=64)
def _font(weight: str, size: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont

    path = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _palette(colours: tuple[str, str, str]) -> Iterator[tuple[int, ...]]:
    ground, *inks = ([int(colour[n : n + 2], 16) for n in (1, 3, 5)] for colour in colours)
    for ink in inks:
        yield from (tuple(round(a + (b - a) * n / 7) for a, b in zip(ground, ink, strict=True)) for n in range(8))

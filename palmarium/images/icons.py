"""Make the icons of a site from one picture, or from the ornament of its theme."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ..problems import Problem, Span
from . import BROKEN, FOLDER, decoded
from .strokes import drawn

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE, ROOMY, SAFE = 100, 80, 56
"""How much of an icon's side the picture takes, in per cent; what a telephone cuts round keeps its middle alone."""

_SMALL = (16, 32)


@dataclass(frozen=True, slots=True)
class Icon:
    """A square icon; `path` is that of its picture below content/media, or else `ornament` an SVG of this program.

    `ground` is the colour behind it, empty for none; `ink` that of an ornament. `is_ico` holds several sizes.
    """

    size: int
    share: int
    ground: str
    path: str = ""
    digest: str = ""
    ornament: str = ""
    ink: str = ""
    is_ico: bool = False


def icon(wanted: Icon, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """The icon's bytes; `data` are those of its picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _icon(wanted, data), ()
    except BROKEN:
        hint = "save it again, as PNG, or delete the setting `icon`"
        return b"", (Problem("picture", Span(FOLDER + wanted.path), "this picture can't be read to its end", hint),)


def _icon(wanted: Icon, data: bytes) -> bytes:
    from PIL import Image

    side = round(wanted.size * wanted.share / 100)
    mark = _ornament(wanted, side) if wanted.ornament else _picture(data, side)
    ground = wanted.ground or _corner(mark, wanted.share)
    whole = Image.new("RGBA", (wanted.size, wanted.size), ground)
    place = ((wanted.size - mark.width) // 2, (wanted.size - mark.height) // 2)
    whole.alpha_composite(mark, place)
    out = BytesIO()
    if wanted.is_ico:
        whole.save(out, "ICO", sizes=[(size, size) for size in _SMALL])
    else:
        whole.save(out, "PNG", compress_level=9)
    return out.getvalue()


def _picture(data: bytes, side: int) -> "Image":
    """The picture in a square, the right way up, its words about itself left out."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(decoded(data)).convert("RGBA")
    image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)
    bare = Image.new("RGBA", image.size)
    bare.paste(image)
    return bare


def _ornament(wanted: Icon, side: int) -> "Image":
    from PIL import Image

    shape = drawn(wanted.ornament, side, side)
    mark = Image.new("RGBA", shape.size, wanted.ink)
    mark.putalpha(shape)
    return mark


def _corner(mark: "Image", share: int) -> str | tuple[int, ...]:
    """Behind a picture that fills its square, more of its own ground; none behind a clear one that needs none."""
    pixel = mark.getpixel((0, 0))
    if isinstance(pixel, tuple) and pixel[3] == 255:
        return pixel
    return (0, 0, 0, 0) if share == WHOLE else "#ffffff"

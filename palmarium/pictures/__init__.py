"""Tell what a picture is from its bytes, before anything is made from it.

Owns: Pillow and its fonts (with the modules of this folder); the form, size and soundness of a picture.
Never: opens a file, or believes an ending.
"""

import hashlib
import re
import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..problems import Level, Problem, Span

if TYPE_CHECKING:
    from PIL import Image

FOLDER = "content/media/"
"""Where the pictures of a site are."""

ENDINGS = MappingProxyType(
    {"avif": "avif", "gif": "gif", "jpeg": "jpeg", "jpg": "jpeg", "png": "png", "svg": "svg", "webp": "webp"}
)
"""What the ending of a file says that it is."""

MOST = 64_000_000
"""Pixels of the largest picture: what has more is a mistake, or an attack."""

BROKEN = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zlib.error),
)
"""What Pillow raises for bytes that are no picture, by its own account and by experience."""

_FORMS = MappingProxyType({"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"})
_ROOT = re.compile(rb"<svg\b[^>]*>", re.I)
_SIDES = re.compile(rb"""\b(width|height)\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']""")
_BOX = re.compile(rb"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']""")
_ORIENTATION, _TURNED = 0x0112, (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Shape:
    """A sound picture: its path below content/media, what it is, its size as it is seen, a digest of its bytes.

    `is_whole` is one that is published as it is: a drawing, or one that moves. A size of 0 is not known.
    `modern` are the endings of small forms that this Pillow can write.
    """

    path: str
    form: str
    width: int
    height: int
    mark: str
    is_whole: bool = False
    is_clear: bool = False
    modern: tuple[str, ...] = ()


def look(path: str, data: bytes) -> tuple[Shape | None, tuple[Problem, ...]]:
    """What a file below content/media is; None, with what is wrong, where no reader would see it."""
    file = path.removeprefix(FOLDER)
    mark = hashlib.blake2b(data, digest_size=12).hexdigest()
    if file.lower().endswith(".svg"):
        width, height = _drawn(data)
        hint = "give its <svg> a viewBox, such as viewBox=\"0 0 300 200\""
        wrong = Problem("picture", Span(path), "this drawing does not say how large it is", hint, Level.WARNING)
        return Shape(file, "svg", width, height, mark, is_whole=True), () if width and height else (wrong,)
    from PIL import Image, features

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = decoded(data)
            problem = _unfit(path, image)
            if problem:
                return None, (problem,)
            return _sound(file, mark, image, features), ()
    except Image.DecompressionBombError:
        return None, (_huge(path, "far more"),)
    except BROKEN:
        return None, (_broken(path, data),)


def decoded(data: bytes) -> "Image.Image":
    """A picture of a known form, of which only the header is read; raises one of `BROKEN` where it is none."""
    from PIL.Image import open as decode

    return decode(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF", "GIF"))


def _sound(file: str, mark: str, image: "Image.Image", features: object) -> Shape:
    """Its shape, once all of its bytes have been read: a cut one fails here."""
    width, height = image.size
    if image.getexif().get(_ORIENTATION) in _TURNED:
        width, height = height, width
    form = _FORMS[image.format or ""]
    is_moving = getattr(image, "n_frames", 1) > 1 and image.format != "MPO"
    # A photograph is read at an eighth of its size: as much of it, far less work.
    image.draft("RGB", (width // 8, height // 8))
    image.load()
    is_whole, is_clear = form == "gif" or is_moving, image.has_transparency_data
    # What is clear has edges and flat colours, which WebP keeps whole in less room than AVIF needs to blur them.
    small = () if is_whole else ("webp",) if is_clear else ("avif", "webp")
    modern = tuple(name for name in small if features.check(name))  # type: ignore[attr-defined]
    return Shape(file, form, width, height, mark, is_whole, is_clear, modern)


def _unfit(path: str, image: "Image.Image") -> Problem | None:
    width, height = image.size
    if width * height > MOST:
        return _huge(path, f"{width} × {height}")
    form, ending = _FORMS[image.format or ""], path.rsplit(".", 1)[-1].lower()
    if ENDINGS.get(ending) != form:
        right = f"{path.rsplit('/', 1)[-1].rsplit('.', 1)[0]}.{'jpg' if form == 'jpeg' else form}"
        return Problem("picture", Span(path), f"this is a {form.upper()} picture, not .{ending}", f"rename it {right}")
    return None


def _huge(path: str, size: str) -> Problem:
    message = f"this picture has {size} pixels; {MOST // 1_000_000} million at most"
    return Problem("picture", Span(path), message, "save it smaller: 3000 pixels across are plenty")


def _broken(path: str, data: bytes) -> Problem:
    message = "this picture is empty" if not data else "this is no picture that can be read, or only a part of one"
    return Problem("picture", Span(path), message, "save it again, as JPEG or PNG, or delete it")


def _drawn(data: bytes) -> tuple[int, int]:
    """The size of an SVG, by its sides or its box; 0 where it says neither."""
    root = _ROOT.search(data)
    if not root:
        return 0, 0
    sides = {found[1]: float(found[2]) for found in _SIDES.finditer(root[0])}
    box = _BOX.search(root[0])
    try:
        width, height = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
    except ValueError:
        width = height = 0.0
    return round(sides.get(b"width", width)), round(sides.get(b"height", height))

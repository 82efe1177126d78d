"""What a picture is, by its bytes: its kind, size and soundness; Pillow and its fonts are at home in this folder."""

import hashlib
import re
import struct
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..problems import Level, Problem, Span
from .drawings import drawing

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
_NAMED = MappingProxyType({"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif", "SVG": "svg"})
_OTHERS = MappingProxyType(
    {
        **dict.fromkeys(("heic", "heif", "hif"), "HEIC"),
        **dict.fromkeys(("tif", "tiff"), "TIFF"),
        **dict.fromkeys(("bmp", "dib"), "BMP"),
        **dict.fromkeys(("jp2", "j2k", "jpx", "jpf"), "JPEG 2000"),
        **dict.fromkeys(("dng", "nef", "cr2", "cr3", "arw", "orf", "raf", "rw2", "raw", "pef", "srw"), "raw camera"),
        **{"jxl": "JPEG XL", "psd": "Photoshop", "xcf": "GIMP", "ico": "ICO", "tga": "TGA", "pcx": "PCX"},
        **{"ai": "Illustrator", "eps": "EPS", "wmf": "WMF", "emf": "EMF", "cdr": "CorelDRAW", "svgz": "packed SVG"},
    }
)
"""Pictures that browsers do not show, by their endings."""

_DRAWN = ("Illustrator", "EPS", "WMF", "EMF", "CorelDRAW", "packed SVG")
_BEGINNINGS = tuple(
    (form, re.compile(start, re.DOTALL))
    for form, start in (
        ("JPEG", rb"\xff\xd8\xff"),
        ("PNG", rb"\x89PNG\r\n\x1a\n"),
        ("GIF", rb"GIF8[79]a"),
        ("WEBP", rb"RIFF.{4}WEBP"),
        ("AVIF", rb".{4}ftyp(?:avif|avis|(?:mif1|msf1).{4}(?:.{4}){0,8}?avi[fs])"),
        ("HEIC", rb".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"),
        ("TIFF", rb"II\*\0|MM\0\*|II\+\0|MM\0\+"),
        ("BMP", rb"BM.{4}\0{4}"),
        ("JPEG 2000", rb"\0\0\0\x0cjP  |\xffO\xffQ"),
        ("JPEG XL", rb"\0\0\0\x0cJXL |\xff\x0a"),
        ("Photoshop", rb"8BPS"),
        ("ICO", rb"\0\0[\1\2]\0.\0"),
        ("packed SVG", rb"\x1f\x8b\x08"),
        ("EPS", rb"%!PS-Adobe|\xc5\xd0\xd3\xc6"),
        ("SVG", rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!(?:--.{0,2000}?--|[^>]{0,2000})>\s*){0,9}<svg\b"),
    )
)
"""How files of each kind begin, whatever they are called."""

_ORIENTATION, _TURNED = 0x0112, (5, 6, 7, 8)
_GPS = 0x8825


@dataclass(frozen=True, slots=True)
class PictureShape:
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


def look(path: str, data: bytes) -> tuple[PictureShape | None, tuple[Problem, ...]]:
    """What a file below content/media is; None, with what is wrong, where no reader would see it."""
    file = path.removeprefix(FOLDER)
    mark = hashlib.blake2b(data, digest_size=12).hexdigest()
    ending = file.rpartition(".")[2].lower()
    if wrong := misnamed(path, data) or (None if ending in ENDINGS else _no_picture(path)):
        return None, (wrong,)
    if ending == "svg":
        return _drawn(file, mark, *drawing(path, data))
    from PIL import Image, features

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = decoded(data)
            problem = _unfit(path, image)
            if problem:
                return None, (problem,)
            found = _sound(file, mark, image, features)
            return found, _placed(path, image) if found.is_whole else ()
    except Image.DecompressionBombError:
        return None, (_huge(path, "far more"),)
    except BROKEN:
        return None, (_broken(path, data),)


def _placed(path: str, image: "Image.Image") -> tuple[Problem, ...]:
    """The place where a picture was taken, if a picture that is published unchanged states it."""
    if not image.getexif().get_ifd(_GPS) and b"GPSL" not in bytes(image.info.get("xmp") or b""):
        return ()
    message = "this picture moves and is published as it is, with the place where it was taken"
    hint = "save it without that, such as by `exiftool -all= FILE`"
    return (Problem("picture-place", Span(path), message, hint, Level.WARNING, (path,)),)


def colour(written: str) -> str:
    """`#0d3a2b` of a colour that is written so, as `#abc` or by its name; nothing where it is none."""
    if re.fullmatch("#(?:[0-9a-fA-F]{3}){1,2}", written):
        return written if len(written) == 7 else "#" + "".join(digit * 2 for digit in written[1:])
    named = _named_colours().get(written.lower(), "") if written.isalpha() else ""
    return named if isinstance(named, str) else "#{:02x}{:02x}{:02x}".format(*named[:3])


def colour_meant(written: str) -> str:
    """`#0d3a2b` of a colour that is written as CSS allows elsewhere, or without its sign; nothing where it is none."""
    from PIL import ImageColor

    for tried in (written.strip(), f"#{written.strip()}"):
        try:
            return "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(tried)[:3])
        except ValueError:
            continue
    return ""


def colour_names() -> tuple[str, ...]:
    return tuple(_named_colours())


def _named_colours() -> Mapping[str, str | tuple[int, ...]]:
    from PIL import ImageColor

    return ImageColor.colormap


def ending(data: bytes) -> str:
    """The ending of a file that is such a picture, by its first bytes; nothing where browsers show none like it."""
    return _NAMED.get(_form(data), "")


def _form(data: bytes) -> str:
    return next((form for form, start in _BEGINNINGS if start.match(data)), "")


def misnamed(path: str, data: bytes) -> Problem | None:
    """A picture that browsers do not show, or of another kind than its ending says: by its first bytes."""
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    stem = name.rpartition(".")[0] or name
    said, form = ENDINGS.get(ending, ""), _form(data)
    if form in _NAMED:
        right = f"{stem}.{_NAMED[form]}"
        called = f", not .{ending}" if "." in name else ", and has no ending"
        message = f"this is {'an' if form[0] in 'aAS' else 'a'} {form} picture{called}"
        return None if said == form.lower() else Problem("picture", Span(path), message, f"rename it {right}")
    form = _OTHERS.get(ending) or form
    if form:
        also = f", whatever their ending: this is one, not {ending.upper()}" if said else ""
        right = f"save it as JPEG: {stem}.jpg" if form not in _DRAWN else f"save it as SVG or PNG: {stem}.svg"
        return Problem("picture", Span(path), f"browsers do not show {form} pictures{also}", right)
    return None


def _no_picture(path: str) -> Problem:
    hint = f"to publish it as it is, move it to content/files/{path.removeprefix(FOLDER)}"
    message = f"content/media holds pictures, with the endings {', '.join(f'.{each}' for each in ENDINGS)}"
    return Problem("stray-file", Span(path), message, hint)


def decoded(data: bytes) -> "Image.Image":
    """A picture of a known form, of which only the header is read; raises one of `BROKEN` where it is none."""
    from PIL.Image import open as decode

    return decode(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "AVIF", "GIF"))


def _sound(file: str, mark: str, image: "Image.Image", features: object) -> PictureShape:
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
    return PictureShape(file, form, width, height, mark, is_whole, is_clear, modern)


def _unfit(path: str, image: "Image.Image") -> Problem | None:
    width, height = image.size
    if width * height > MOST:
        return _huge(path, f"{width} × {height}")
    return None


def _huge(path: str, size: str) -> Problem:
    message = f"this picture has {size} pixels; {MOST // 1_000_000} million at most"
    return Problem("picture", Span(path), message, "save it smaller: 3000 pixels across are plenty")


def _broken(path: str, data: bytes) -> Problem:
    message = "this picture is empty" if not data else "this is no picture that can be read, or only a part of one"
    return Problem("picture", Span(path), message, "save it again, as JPEG or PNG, or delete it")


def _drawn(
    file: str, mark: str, size: tuple[float, float] | None, problems: tuple[Problem, ...]
) -> tuple[PictureShape | None, tuple[Problem, ...]]:
    if size is None or problems:
        return None, problems
    width, height = (max(1, round(side)) if side else 0 for side in size)
    hint = 'give its <svg> a viewBox, such as viewBox="0 0 300 200"'
    wrong = Problem("picture", Span(FOLDER + file), "this drawing does not say how large it is", hint, Level.WARNING)
    return PictureShape(file, "svg", width, height, mark, is_whole=True), () if width and height else (wrong,)

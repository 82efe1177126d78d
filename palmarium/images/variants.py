"""Make the files of a picture: a few widths, small forms first, one that any browser shows."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..problems import Problem, Span
from . import BROKEN, FOLDER, PictureShape, decoded

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (160, 320, 640, 960, 1440)
"""Pixels across: for a portrait among results, and from a telephone to a wide screen that shows twice as many."""

PLAIN = 960
"""Pixels across of the one file for programs that know neither AVIF nor WebP."""

_NEAR = 0.85
_WRITERS: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "avif": ("AVIF", MappingProxyType({"quality": 58, "speed": 8, "max_threads": 1})),
        "webp": ("WEBP", MappingProxyType({"quality": 78, "method": 4})),
        "jpg": ("JPEG", MappingProxyType({"quality": 80, "optimize": True, "progressive": True})),
        "png": ("PNG", MappingProxyType({"compress_level": 9})),
    }
)
_CLEAR: Mapping[str, Any] = MappingProxyType({"lossless": True, "quality": 60})
"""How WebP keeps a clear picture."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One file made from a picture, by its path below content/media and the digest of its bytes."""

    path: str
    digest: str
    width: int
    height: int
    ending: str
    is_clear: bool = False


def variants(shape: PictureShape) -> tuple[Variant, ...]:
    """Every file made from a picture, the smallest form first and the plain one last; none for one that stays whole."""
    if shape.is_whole:
        return ()
    modern = (_variant(shape, width, ending) for ending in shape.modern for width in _widths(shape))
    return (*modern, plain(shape))


def plain(shape: PictureShape) -> Variant:
    """The one that any program shows."""
    return _variant(shape, min(shape.width, PLAIN), "png" if shape.is_clear else "jpg")


def encoded(wanted: Iterable[Variant], data: bytes) -> tuple[dict[Variant, bytes], tuple[Problem, ...]]:
    """Variants of one picture, which is decoded once."""
    queue = sorted(wanted, key=lambda variant: -variant.width)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return dict(_encoded(queue, data)), ()
    except BROKEN:
        hint = "save it again, as JPEG or PNG, or delete it"
        return {}, (Problem("picture", Span(FOLDER + queue[0].path), "this picture can't be read to its end", hint),)


def _variant(shape: PictureShape, width: int, ending: str) -> Variant:
    height = max(1, round(shape.height * width / shape.width))
    return Variant(shape.path, shape.mark, width, height, ending, shape.is_clear)


def _widths(shape: PictureShape) -> tuple[int, ...]:
    """The steps that are clearly smaller than the picture, and the largest that it fills."""
    most = min(shape.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < most * _NEAR), most)


def _encoded(queue: list[Variant], data: bytes) -> Iterator[tuple[Variant, bytes]]:
    from PIL import Image

    image = _upright(data, queue[0])
    for variant in queue:
        if image.size != (variant.width, variant.height):
            image = image.resize((variant.width, variant.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        name, settings = _WRITERS[variant.ending]
        out = BytesIO()
        image.save(out, name, **(_CLEAR if variant.is_clear and name == "WEBP" else settings))
        yield variant, out.getvalue()


def _upright(data: bytes, largest: Variant) -> "Image.Image":
    """Its pixels alone, the right way up, in the colours of every screen."""
    from PIL import Image, ImageOps

    image = decoded(data)
    # Twice the size is enough to scale from; a photograph is not even decoded beyond it.
    side = 2 * max(largest.width, largest.height)
    image.draft("RGB", (side, side))
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16") or image.mode == "I":
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    image = image.convert("RGBA" if largest.is_clear else "RGB") if image.mode != "CMYK" or not profile else image
    if profile:
        image = _in_srgb(image, profile)
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _in_srgb(image: "Image.Image", profile: bytes) -> "Image.Image":
    """The same colours for a browser that is told of no profile; a profile that can't be read is none."""
    from PIL import ImageCms

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        turned = None
    return turned or image.convert(mode)

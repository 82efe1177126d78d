"""Pictures for tests, painted here: no file of one is kept."""

from io import BytesIO
from typing import Any

from PIL import Image

ORIENTATION, GPS = 0x0112, 0x8825


def painted(width: int, height: int, colour: str = "#2b5a43", mode: str = "RGB") -> Image.Image:
    """A picture whose top quarter is white, or clear: it shows which way it is turned."""
    image = Image.new(mode, (width, height), colour)
    image.paste((255, 255, 255, 0)[: len(mode)], (0, 0, width, height // 4))
    return image


def saved(image: Image.Image, form: str = "JPEG", **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


def photo(width: int = 800, height: int = 600, **more: Any) -> bytes:
    return saved(painted(width, height), **more)


def by_telephone(width: int, height: int) -> bytes:
    """A JPEG held on its side, with where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 7.0)}
    return photo(width, height, exif=exif)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image

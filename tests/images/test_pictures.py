"""Pictures: what is told of a bad one, and what is made of a good one."""

from typing import Any

import pytest

from palmarium.images import MOST, PictureShape, look
from palmarium.images.variants import Variant, encoded, plain, variants
from tests.photos import GPS, by_telephone, opened, painted, photo, saved


def told(name: str, data: bytes) -> str:
    shape, [problem] = look(f"content/media/{name}", data)
    assert shape is None
    return f"{problem.span.path}: {problem.message} ({problem.hint})"


def shape_of(data: bytes, name: str = "a.jpg") -> PictureShape:
    shape, problems = look(f"content/media/{name}", data)
    assert problems == ()
    assert shape
    return shape


def made(data: bytes, name: str = "a.jpg") -> dict[Variant, bytes]:
    files, problems = encoded(variants(shape_of(data, name)), data)
    assert problems == ()
    return files


def png_of(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and holds one row."""
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jpg", b"", "this picture is empty (save it again, as JPEG or PNG, or delete it)"),
        ("a.jpg", b"<html>404", "this is no picture that can be read, or only a part of one"),
        ("a.jpg", photo()[:4000], "this is no picture that can be read, or only a part of one"),
        ("a.png", saved(painted(90, 90), "PNG")[:-30], "this is no picture that can be read, or only a part of one"),
        ("a.png", photo(), "this is a JPEG picture, not .png (rename it a.jpg)"),
        ("b/a.JPG", saved(painted(9, 9), "WEBP"), "this is a WEBP picture, not .jpg (rename it a.webp)"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "this is an SVG picture, not .jpg (rename it a.svg)"),
        ("a.jpg", b"<?xml version='1.0'?>\n<!-- a -->\n<svg>", "this is an SVG picture, not .jpg (rename it a.svg)"),
        ("a.gif", saved(painted(9, 9), "AVIF"), "this is an AVIF picture, not .gif (rename it a.avif)"),
        ("a.webp", saved(painted(9, 9), "GIF"), "this is a GIF picture, not .webp (rename it a.gif)"),
        ("a.jfif", photo(), "this is a JPEG picture, not .jfif (rename it a.jpg)"),
        ("a.tiff", photo(), "this is a JPEG picture, not .tiff (rename it a.jpg)"),
        ("photo", photo(), "this is a JPEG picture, and has no ending (rename it photo.jpg)"),
        ("b/IMG_1.HEIC", b"\0\0\0\x18ftypheic", "browsers do not show HEIC pictures (save it as JPEG: IMG_1.jpg)"),
        ("a.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "browsers do not show HEIC pictures, whatever their en"),
        ("a.tif", saved(painted(9, 9), "TIFF"), "browsers do not show TIFF pictures (save it as JPEG: a.jpg)"),
        ("a.png", saved(painted(9, 9), "TIFF"), "this is one, not PNG (save it as JPEG: a.jpg)"),
        ("a.bmp", saved(painted(9, 9), "BMP"), "browsers do not show BMP pictures (save it as JPEG: a.jpg)"),
        ("a.jpg", saved(painted(9, 9), "BMP"), "browsers do not show BMP pictures, whatever their ending: this is one"),
        ("a.ico", saved(painted(16, 16), "ICO"), "browsers do not show ICO pictures (save it as JPEG: a.jpg)"),
        ("a.dng", b"II*\0", "browsers do not show raw camera pictures (save it as JPEG: a.jpg)"),
        ("a.psd", b"8BPS", "browsers do not show Photoshop pictures (save it as JPEG: a.jpg)"),
        ("a.jxl", b"\xff\x0a", "browsers do not show JPEG XL pictures (save it as JPEG: a.jpg)"),
        ("logo.ai", b"%PDF-1.5", "browsers do not show Illustrator pictures (save it as SVG or PNG: logo.svg)"),
        ("logo.svg", b"\x1f\x8b\x08\0", "browsers do not show packed SVG pictures, whatever"),
        ("rules.pdf", b"%PDF", "content/media holds pictures, with the endings .avif, .gif, .jpeg, .jpg, .png"),
        ("b/rules.pdf", b"%PDF", "(to publish it as it is, move it to content/files/b/rules.pdf)"),
        ("a.png", png_of(9000, 9000), "this picture has 9000 × 9000 pixels; 64 million at most (save it smaller"),
        ("a.png", png_of(60000, 60000), "this picture has far more pixels; 64 million at most"),
    ],
)
def test_a_bad_picture_is_told_with_its_path_and_what_to_do(name: str, data: bytes, words: str) -> None:
    said = told(name, data)
    assert said.startswith(f"content/media/{name}: ")
    assert words in said


def test_a_picture_cut_anywhere_is_no_traceback() -> None:
    for data, name in ((photo(60, 40), "a.jpg"), (saved(painted(60, 40), "PNG"), "a.png")):
        for end in range(0, len(data) - 2, 7):
            shape, problems = look(f"content/media/{name}", data[:end])
            assert (shape is None) == bool(problems)
            encoded([Variant("a.jpg", "", 30, 20, "webp")], data[:end])


def test_the_limit_leaves_room_for_every_camera() -> None:
    assert MOST > 50_000_000


def test_a_photograph_is_made_in_steps_and_never_larger_than_it_is() -> None:
    files = made(photo(700, 525))
    assert [(v.width, v.height, v.ending) for v in files if v.ending == "webp"] == [
        (700, 525, "webp"),
        (320, 240, "webp"),
        (160, 120, "webp"),
    ]
    assert plain(shape_of(photo(700, 525))).width == 700
    assert {(v.width, v.height) for v in files} == {opened(data).size for data in files.values()}


def test_a_tiny_picture_has_its_own_size_alone() -> None:
    assert {v.width for v in variants(shape_of(photo(90, 60)))} == {90}


def test_a_wide_screen_is_the_most() -> None:
    widths = [v.width for v in variants(shape_of(photo(3000, 200))) if v.ending == "webp"]
    assert widths == [160, 320, 640, 960, 1440]
    assert plain(shape_of(photo(3000, 200))).width == 960


def test_every_file_is_of_the_form_that_it_is_called() -> None:
    forms = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    files = made(photo(200, 150))
    assert {v.ending for v in files} >= {"webp", "jpg"}
    assert {forms[v.ending] for v in files} == {opened(data).format for data in files.values()}


def test_a_picture_on_its_side_stands_upright() -> None:
    shape = shape_of(by_telephone(400, 300))
    assert (shape.width, shape.height) == (300, 400)
    files = made(by_telephone(400, 300))
    upright = opened(files[plain(shape)]).convert("RGB")
    # The white stripe was on top of what the sensor saw: turned right, it is on the right.
    assert upright.size == (300, 400)
    assert min(upright.getpixel((290, 200))) > 240  # type: ignore[type-var, arg-type]
    assert max(upright.getpixel((100, 20))) < 120  # type: ignore[type-var, arg-type]


def test_where_it_was_taken_is_nobodys_business() -> None:
    data = by_telephone(400, 300)
    assert opened(data).getexif().get_ifd(GPS)
    for file in made(data).values():
        assert not opened(file).getexif()
        assert b"Exif" not in file
        assert "exif" not in opened(file).info


@pytest.mark.parametrize("more", [{"exif": True}, {"xmp": b'<x exif:GPSLatitude="48,51N"/>'}, {}])
def test_what_moves_and_says_where_it_was_taken_is_told(more: dict[str, Any]) -> None:
    if "exif" in more:
        more = {"exif": opened(by_telephone(40, 30)).getexif()}
    frames = [painted(40, 30, "#2b5a43"), painted(40, 30, "#aa0000")]
    data = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100, **more)
    shape, problems = look("content/media/a.webp", data)
    assert shape
    assert shape.is_whole
    assert [problem.code for problem in problems] == ["picture-place"] * bool(more)


def test_a_logo_stays_clear() -> None:
    data = saved(painted(400, 200, mode="RGBA"), "PNG")
    assert shape_of(data, "logo.png").is_clear
    files = made(data, "logo.png")
    assert {v.ending for v in files} == {"webp", "png"}
    assert {opened(file).convert("RGBA").getpixel((5, 5))[3] for file in files.values()} == {0}  # type: ignore[index]
    low = [opened(file).convert("RGBA").getpixel((5, variant.height - 3)) for variant, file in files.items()]
    assert {pixel[3] for pixel in low} == {255}  # type: ignore[index]


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "LA"])
def test_any_colours_that_a_camera_or_a_scanner_makes(mode: str) -> None:
    image = painted(200, 100).convert("L" if mode == "I;16" else mode)
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 256).convert("I;16")
    form, name = ("JPEG", "a.jpg") if mode == "CMYK" else ("PNG", "a.png")
    data = saved(image, form)
    shown = opened(made(data, name)[plain(shape_of(data, name))]).convert("RGB")
    assert min(shown.getpixel((100, 5))) > 230  # type: ignore[type-var, arg-type]
    assert 40 < sum(shown.getpixel((100, 80))) / 3 < 110  # type: ignore[arg-type]


def test_what_moves_and_what_is_drawn_stays_whole() -> None:
    frames = [painted(40, 30, colour) for colour in ("#000", "#f00")]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    drawing = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30.4 20"><path/></svg>'
    for data, name, size in ((moving, "a.gif", (40, 30)), (drawing, "a.svg", (30, 20))):
        shape = shape_of(data, name)
        assert (shape.is_whole, shape.width, shape.height) == (True, *size)
        assert variants(shape) == ()


def test_a_drawing_without_a_size_is_told() -> None:
    shape, [problem] = look("content/media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert shape
    assert shape.width == 0
    assert problem.message == "this drawing does not say how large it is"
    assert problem.hint == 'give its <svg> a viewBox, such as viewBox="0 0 300 200"'


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert made(photo(300, 200)) == made(photo(300, 200))


def test_colours_of_another_profile_are_turned_into_those_of_a_screen() -> None:
    from PIL import ImageCms

    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    broken = saved(painted(60, 40), "JPEG", icc_profile=b"nonsense")
    for data in (broken, saved(painted(60, 40), "JPEG", icc_profile=lab)):
        [file] = [file for variant, file in made(data).items() if variant.ending == "jpg"]
        assert "icc_profile" not in opened(file).info

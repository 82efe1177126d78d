"""Icons and the web manifest: from one picture, from a drawing, from the theme."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from palmarium.images import PictureShape
from palmarium.theming.site_icons import unfit
from tests.conftest import Site
from tests.photos import opened, painted, saved
from tests.small import build, told, tree
from tests.theming.test_theme import config

pytestmark = pytest.mark.slow

NAME = "-- content/names/ann.md --\n---\nname: Ann Crumble\nkind: person\n---\n"


def with_icon(root: Path, name: str, data: bytes) -> Path:
    (root / "content/media").mkdir(parents=True, exist_ok=True)
    (root / "content/media" / name).write_bytes(data)
    settings = root / "site.toml"
    text = settings.read_text(encoding="utf-8").replace('title = "Prix"', 'title = "Les prix de la tarte"')
    settings.write_text(f'icon = "content/media/{name}"\n{text}', encoding="utf-8")
    return root


def manifest(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tree(root)["manifest.webmanifest"])
    return found


def icon(root: Path, purpose: str | None, sizes: str) -> Image.Image:
    [one] = [each for each in manifest(root)["icons"] if each.get("purpose") == purpose and each["sizes"] == sizes]
    return opened(tree(root)[one["src"]]).convert("RGBA")


def links(root: Path) -> dict[str, str]:
    html = (root / "_site/noms/ann/index.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<link rel="((?:icon|apple-touch-icon|manifest)[^>]*?)" href="([^"]+)"', html))


def test_one_picture_makes_every_icon(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(600, 600, "#aa2200"), "PNG"))
    build(root)
    assert icon(root, None, "192x192").size == (192, 192)
    assert icon(root, None, "512x512").getpixel((256, 400)) == (0xAA, 0x22, 0x00, 255)
    assert opened(tree(root)["apple-touch-icon.png"]).size == (180, 180)
    assert opened(tree(root)["favicon.ico"]).info["sizes"] == {(16, 16), (32, 32)}
    assert links(root) == {
        "icon": "../../favicon.ico",
        "apple-touch-icon": "../../apple-touch-icon.png",
        "manifest": "../../manifest.webmanifest",
    }


def test_what_a_telephone_cuts_round_keeps_the_whole_picture(site: Site) -> None:
    clear = Image.new("RGBA", (600, 600), (0, 0, 0, 0))
    clear.paste((0, 90, 0, 255), (0, 0, 600, 600))
    clear.putpixel((0, 0), (0, 0, 0, 0))
    root = with_icon(site(NAME), "icon.png", saved(clear, "PNG"))
    build(root)
    cut = icon(root, "maskable", "512x512")
    box = cut.convert("RGB").point(lambda value: 255 * (value < 128)).convert("L").getbbox()
    assert box
    corners = [(x - 256, y - 256) for x in (box[0], box[2]) for y in (box[1], box[3])]
    assert max((x * x + y * y) ** 0.5 for x, y in corners) <= 512 * 0.4
    assert cut.getpixel((2, 2)) == (255, 255, 255, 255)


def test_a_clear_icon_stays_clear_in_a_tab_and_has_a_ground_on_a_telephone(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(600, 600, mode="RGBA"), "PNG"))
    build(root)
    assert opened(tree(root)["favicon.ico"]).convert("RGBA").getpixel((1, 1))[3] == 0  # type: ignore[index]
    assert opened(tree(root)["apple-touch-icon.png"]).convert("RGBA").getpixel((1, 1)) == (255, 255, 255, 255)


def test_a_small_picture_is_told_and_never_made_larger(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(200, 200), "PNG"))
    assert told(root) == ["site.toml:1:8: this icon is 200 × 200 pixels: home screens want 512 × 512  [picture]"]
    assert [each["sizes"] for each in manifest(root)["icons"]] == ["192x192"]


def test_a_drawing_stands_for_itself(site: Site) -> None:
    root = with_icon(site(NAME), "icon.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>')
    build(root)
    assert manifest(root)["icons"] == [{"src": "media/icon.svg", "sizes": "any", "type": "image/svg+xml"}]
    assert links(root)["icon"] == "../../media/icon.svg"
    assert "apple-touch-icon.png" not in tree(root)


def test_without_a_picture_the_icon_of_the_theme_stands_alone(site: Site) -> None:
    root = site(NAME)
    build(root)
    [one] = manifest(root)["icons"]
    assert one["src"] in tree(root)
    assert one["type"] == "image/svg+xml"


def test_a_theme_with_an_ornament_has_icons_of_it(site: Site) -> None:
    root = site(NAME)
    with (root / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[theme_parameters]\nornament = "bough"\ncard = "#102030 #ffffff #ff8800"\n')
    build(root)
    drawn = icon(root, None, "512x512")
    assert drawn.getpixel((3, 3)) == (0x10, 0x20, 0x30, 255)
    assert (0xFF, 0x88, 0x00, 255) in {colour for _, colour in drawn.getcolors(99_999) or ()}


def test_the_manifest_says_what_the_site_is(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(600, 600), "PNG"))
    build(root)
    said = manifest(root)
    assert (said["name"], said["short_name"], said["lang"]) == ("Les prix de la tarte", "Les prix de", "fr")
    assert said["start_url"] == "./"
    assert all(not each["src"].startswith("/") and each["src"] in tree(root) for each in said["icons"])
    assert re.fullmatch("#[0-9a-f]{6}", said["theme_color"])


def test_an_icon_that_is_not_there_is_told_at_its_line(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(600, 600), "PNG"))
    (root / "content/media/icon.png").rename(root / "content/media/icone.png")
    assert told(root) == ['site.toml:1:8: there is no picture "content/media/icon.png"  [setting]']


def test_an_icon_named_without_its_folder_is_told_with_it() -> None:
    shapes = {"shop/icon.png": PictureShape("shop/icon.png", "png", 600, 600, "")}
    [problem] = unfit(config(icon="icon.png"), shapes)
    assert problem.hint == 'write `icon = "content/media/shop/icon.png"`'


def test_an_icon_is_made_once(site: Site) -> None:
    root = with_icon(site(NAME), "icon.png", saved(painted(600, 600), "PNG"))
    build(root)
    (root / "content/names/ann.md").write_text("---\nname: Anna Crumble\nkind: person\n---\n", encoding="utf-8")
    written = build(root).written
    assert [path for path in written if "icon" in path or "maskable" in path] == []

"""Take the pictures of the gallery from the built site, and write the gallery: `make screenshots`."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
SITE = ROOT / "_site"
FOLDER = ROOT / "docs" / "screenshots"
GALLERY = ROOT / "docs" / "gallery.md"
LARGEST = 60_000
"""Bytes of a picture; a better one is not worth the wait."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none")


@dataclass(frozen=True, slots=True)
class Screen:
    """What a page is read on: its size in CSS pixels, the width of the picture, whether it is dark."""

    width: int
    height: int
    picture: int
    scheme: str = "light"


WIDE = Screen(1280, 1500, 840)
PHONE = Screen(390, 1200, 320)
NIGHT = Screen(1280, 1500, 840, "dark")
PHONE_BY_NIGHT = Screen(390, 1200, 320, "dark")


@dataclass(frozen=True, slots=True)
class Shot:
    """A kind of page: its name, an address of the reference archive, what is to be seen, on which screens."""

    name: str
    url: str
    says: str
    screens: tuple[tuple[str, Screen], ...]


ALONE = (("wide", WIDE),)
BOTH = (*ALONE, ("phone", PHONE))
ALL = (*BOTH, ("night", NIGHT))
READ_AT_NIGHT = (*ALONE, ("phone", PHONE_BY_NIGHT))

SHOTS = (
    Shot("home", "/", "Home: the latest palmarès, the awards, the annals, ways in.", BOTH),
    Shot("edition", "/prix/palmes/2011/", "An edition: facts, palmarès, jury, claims and how they fare, sources.", ALL),
    Shot("award", "/prix/palmes/", "An award: what it is, its editions, who won what and when.", BOTH),
    Shot("family", "/prix/?#family", "Awards that are tied to each other: heirs, parts, sisters, rivals.", BOTH),
    Shot("category", "/prix/palmes/categorie/innovation/", "A category: its holders over time, and its lineage.", BOTH),
    Shot("name", "/noms/mercedes-benz/", "A name: titles, places, seats and parts, and those who shared them.", ALL),
    Shot("article", "/articles/palmes-2010-l-organisatrice-s-explique/", "An interview.", READ_AT_NIGHT),
    Shot("laureates", "/laureats/?award=escda", "Laureates, narrowed to one award; the address can be shared.", ALONE),
    Shot("year", "/annees/2011/", "A year: all awards side by side.", ALONE),
    Shot("records", "/records/", "Records: league tables, streaks, reigns, families, countries.", BOTH),
    Shot("claims", "/affirmations/", "Claims: every number that a source states, counted again.", ALONE),
    Shot("gaps", "/lacunes/", "Gaps: everything the archive knows that it does not know.", ALONE),
    Shot("search", "/recherche/?q=palmes", "A search, narrowed by kind, award, year, category.", BOTH),
    Shot("conventions", "/conventions/", "Conventions: every sign, and every rule of counting.", ALONE),
)


def main(site: Path) -> None:
    """Every picture of a built site anew; those of shots that are no more are deleted."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        for shot in SHOTS:
            for screen_name, screen in shot.screens:
                size = {"width": screen.width, "height": screen.height}
                context = browser.new_context(viewport=size, color_scheme=screen.scheme, reduced_motion="reduce")
                taken = _taken(context.new_page(), site, shot.url)
                (FOLDER / f"{shot.name}-{screen_name}.webp").write_bytes(_small(taken, screen.picture))
                context.close()
        browser.close()
    GALLERY.write_text("\n".join(_gallery()), encoding="utf-8")
    total = sum(picture.stat().st_size for picture in FOLDER.iterdir())
    print(f"{len(list(FOLDER.iterdir()))} pictures, {total / 1000:.0f} kB, in {FOLDER.relative_to(ROOT)}{os.sep}")


def _taken(page: Page, site: Path, url: str) -> bytes:
    """The top of a page, as it is opened from a disk."""
    folder, _, asked = url.partition("?")
    page.goto((site / folder.strip("/") / "index.html").resolve().as_uri() + (f"?{asked}" if asked else ""))
    page.wait_for_load_state("networkidle")
    return page.screenshot()


def _small(taken: bytes, width: int) -> bytes:
    """A picture of this width, as good as its size allows."""
    image = Image.open(io.BytesIO(taken)).convert("RGB")
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    for quality in (88, 80, 70, 60, 45):
        made = io.BytesIO()
        image.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= LARGEST:
            break
    return made.getvalue()


def _gallery() -> Iterator[str]:
    yield "# Gallery\n"
    yield "<!-- Written by `make screenshots`. Edit docs/screenshots.py, not this file. -->\n"
    yield "Every kind of page of the reference archive, in the theme `ceremonie`, wide, on a telephone, by night.\n"
    for shot in SHOTS:
        yield f"## {shot.name.capitalize()}\n"
        yield f"{shot.says}\n"
        for screen_name, screen in shot.screens:
            width = 600 if screen.width > 600 else 240
            source = f"screenshots/{shot.name}-{screen_name}.webp"
            yield f'<img src="{source}" width="{width}" alt="{shot.says} ({_seen_on(screen)})">\n'


def _seen_on(screen: Screen) -> str:
    place = "wide screen" if screen.width > 600 else "telephone"
    return f"{place}, dark" if screen.scheme == "dark" else place


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SITE)

"""`serve --edit` as a new user would use it: a whole edition, a corrected name, an article with a picture, no more."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests import photos
from tests.browser.axe import violations
from tests.conftest import ROOT
from tests.conftest import Site as Make

SITE = """\
-- site.toml --
title = "Prizes of the coast"
base_url = "https://prizes.example/"
language = "en"
theme = "base"
cards = false
-- .gitignore --
/_site/
/.palmarium/
-- editions/lighthouse/award.yaml --
# of the whole coast
name: The Lighthouse Prize
categories:
  light: Light   # the first
  horn: {name: Fog horn, method: jury}
-- editions/lighthouse/2025.yaml --
ordinal: 1
results:
  light: Mael Kerouan   # by acclamation
  horn: unknown
-- content/names/mael-kerouan.md --
---
name: Mael Kerouan   # of Brest
kind: person
---
A keeper.
"""
NEW = ("Keeper of the year", "Siren", "Buoy", "Beacon", "Chart", "Rescue")
EDITION = """\
# Lines in comments come from another edition: confirm or delete them.
ordinal: 2   # from 2025, to be confirmed
ceremony: 2026-03-12
coverage: complete   # complete, partial, winners-only, names-only, none
results:
  light: Ann Crust
  horn: {laureate: [Vauban Ropes, Odet Yard]}
  keeper-of-the-year: [{rank: 1, laureate: Soizic Morvan, tie: true}, {rank: 1, laureate: Ewen Le Bris, tie: true}]
  siren: {not_awarded: reserved}
  buoy: Bob Loaf
  beacon: Eve Salt
  chart: Dan Foam
  rescue: Mael Kerouan
"""
ARTICLE = """\
---
title: A night at the lighthouse
kind: report   # report, interview, brief, palmares, opinion, jury
date: {date}
about: {{editions: [lighthouse/2026]}}
# author: …
---
Eight prizes were given. [[Ann Crust]] took the first.

![A lighthouse, at night](img-0001.jpg "— Photo Eve Salt")

The keepers went home at dawn.
"""


def git(root: Path, *words: str) -> str:
    me = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    return subprocess.run(("git", *me, *words), cwd=root, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def root(site: Make) -> Path:
    root = site(SITE)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "before")
    return root


@pytest.fixture
def desk(root: Path) -> Iterator[str]:
    """The address that the command prints."""
    command = (sys.executable, "-u", "-m", "palmarium", "serve", "--edit", "--port", "0", "--root", str(root))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as run:
        assert run.stdout
        said = next(line for line in run.stdout if line.startswith("Edit at "))
        yield said.removeprefix("Edit at ").strip()
        run.kill()


def press(button: Locator) -> None:
    """A button, until the page that answers is there with its style sheet: else the page before is looked at."""
    with button.page.expect_navigation():
        button.click()


def saved(page: Page) -> None:
    press(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("status")).to_have_text("Saved.")


def new(page: Page) -> None:
    page.get_by_role("link", name="All files").click()
    page.get_by_text("A new edition, name, article or award").click()


def seen(page: Page, width: int) -> None:
    """Nothing is found by axe, and nothing is wider than the screen."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_an_edition_a_corrected_name_and_an_article_with_a_picture_are_all_that_changes(
    page: Page, desk: str, root: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(desk)
    page.get_by_role("link", name="The Lighthouse Prize", exact=True).click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Check")).to_be_focused()
    more = page.get_by_label("more categories")
    more.fill("\n".join(NEW))
    with page.expect_navigation():
        more.press("Control+s")
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(more).to_be_focused()
    new(page)
    page.get_by_label("its id, such as its year").fill("2026")
    press(page.get_by_role("button", name="Make the edition"))
    fill_in(page, width)
    page.get_by_label("ceremony: date").fill("12 March 2026")
    date, coverage = page.get_by_label("ceremony: date"), page.get_by_label("coverage")
    page.get_by_role("link", name="The edition", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="The edition", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "f.ordinal"
    coverage.select_option("complete")
    with page.expect_navigation():
        coverage.press("Control+Enter")
    expect(coverage).to_be_focused()
    expect(coverage).to_be_in_viewport()
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(date).to_have_accessible_description(re.compile("is not a date"))
    seen(page, width)
    with page.expect_navigation():
        coverage.press("Control+s")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save it with these errors")).to_be_focused()
    press(page.get_by_role("button", name="Write 2026-03-12 for 12 March 2026"))
    expect(date).to_be_focused()
    saved(page)
    expect(date).to_be_focused()
    shown = page.frame_locator("iframe")
    expect(shown.get_by_role("heading", level=1)).to_contain_text("2026", timeout=30_000)
    expect(shown.get_by_text("Vauban Ropes").first).to_be_attached()
    # The name is corrected where it is written, and everywhere else.
    page.get_by_role("link", name="All files").click()
    page.get_by_role("link", name="Mael Kerouan", exact=True).click()
    page.get_by_text("Rename or delete").click()
    page.get_by_label("what is called otherwise, everywhere").select_option(label="name: Mael Kerouan")
    page.get_by_label("what it is called then").fill("Maël Kerouan")
    press(page.get_by_role("button", name="Rename…"))
    seen(page, width)
    press(page.get_by_role("button", name="Rename it everywhere"))
    expect(page.get_by_role("status")).to_have_text("Renamed, everywhere.")
    write_article(page, width)
    only_that(root)
    page.goto(urljoin(desk, "/"))
    way_past_errors(page)


def way_past_errors(page: Page) -> None:
    """What a page offers first is seen over the errors that stand above the page."""
    errors = "'<div id=palmarium-preview role=alert><pre>' + 'wrong\\n'.repeat(3)"
    page.evaluate(f"document.body.insertAdjacentHTML('afterbegin', {errors})")
    page.keyboard.press("Tab")
    way = page.get_by_role("link", name="Skip to content")
    expect(way).to_be_focused()
    place = way.bounding_box()
    assert place
    at = f"document.elementFromPoint({place['x'] + place['width'] / 2}, {place['y'] + place['height'] / 2})"
    assert page.evaluate(f"{at}.className") == "skip"


def fill_in(page: Page, width: int) -> None:
    """Eight categories: a joint prize, a tie, one that nobody got."""

    def row(name: str) -> Page:
        return page.get_by_role("group", name=name, exact=True)  # type: ignore[return-value]

    def laureate(name: str, who: str) -> None:
        row(name).get_by_label("laureate", exact=True).fill(who)

    press(page.get_by_role("button", name="Add the other categories of the award (6)"))
    laureate("Light, 1", "Ann Crust")
    laureate("Fog horn, 1", "Vauban Ropes")
    row("Fog horn, 1").get_by_label("shared with").fill("Odet Yard")
    laureate("Keeper of the year, 1", "Soizic Morvan")
    row("Keeper of the year, 1").get_by_label("rank").fill("1")
    row("Keeper of the year, 1").get_by_label("tie").select_option("true")
    press(page.get_by_role("button", name="One more result of Keeper of the year"))
    # The field for the next laureate is the one in which one types now.
    expect(row("One more result").get_by_label("laureate", exact=True)).to_be_focused()
    page.keyboard.type("Ewen Le Bris")
    row("One more result").get_by_label("rank").fill("1")
    row("One more result").get_by_label("tie").select_option("true")
    seen(page, width)
    press(row("One more result").get_by_role("button", name="Add"))
    row("Siren, 1").get_by_label("not awarded, because").select_option("reserved")
    for name, who in (("Buoy", "Bob Loaf"), ("Beacon", "Eve Salt"), ("Chart", "Dan Foam"), ("Rescue", "Mael Kerouan")):
        laureate(f"{name}, 1", who)


def write_article(page: Page, width: int) -> None:
    new(page)
    page.get_by_label("title", exact=True).fill("A night at the lighthouse")
    press(page.get_by_role("button", name="Make the article"))
    page.get_by_label("about: editions").fill("lighthouse/2026")
    text = "Eight prizes were given. [[Ann Crust]] took the first.\n\nThe keepers went home at dawn.\n"
    page.get_by_label("Text (Markdown)").fill(text)
    previewed(page, width)
    press(page.get_by_role("button", name="Check"))
    page.get_by_text("Put in a picture").click()
    photo = FilePayload(name="IMG_0001.JPG", mimeType="image/jpeg", buffer=photos.photo(800, 600))
    page.get_by_label("picture (JPEG").set_input_files(photo)
    page.locator("[name='picture.alt']").fill("A lighthouse, at night")
    page.get_by_label("whose it is").fill("Photo Eve Salt")
    page.get_by_label("where", exact=True).select_option(index=1)
    seen(page, width)
    press(page.get_by_role("button", name="Put the picture in"))
    expect(page.get_by_role("status")).to_contain_text("content/media/img-0001.jpg")
    saved(page)
    picture = page.frame_locator("iframe").get_by_role("img", name="A lighthouse, at night")
    expect(picture).to_be_attached(timeout=30_000)


def previewed(page: Page, width: int) -> None:
    """What is typed is shown as the site shows it, and stays in the form; nothing runs there."""
    if width < 900:
        page.get_by_role("link", name="Its page").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Preview what is typed").focus()
    expect(page.get_by_role("button", name="Preview what is typed")).to_be_focused()
    page.keyboard.press("Enter")
    shown = page.frame_locator("iframe")
    expect(shown.get_by_role("note").first).to_have_text("As it is typed; it is not saved.", timeout=30_000)
    drawn = page.get_by_role("status").filter(has_text="The preview below is drawn anew.")
    expect(drawn).to_be_visible(timeout=30_000)
    expect(page.locator("iframe")).to_be_in_viewport(ratio=0.5)
    expect(shown.get_by_text("The keepers went home at dawn.")).to_be_attached()
    expect(shown.get_by_role("article").get_by_role("link", name="Ann Crust").first).to_be_attached()
    assert page.get_by_label("Text (Markdown)").input_value().endswith("The keepers went home at dawn.\n")
    body = shown.locator("body")
    assert body.evaluate("body => [...document.styleSheets].filter(each => each.ownerNode).length") > 1


def only_that(root: Path) -> None:
    article = root / "content/articles/a-night-at-the-lighthouse.md"
    text = article.read_text("utf-8")
    date = next(line for line in text.split("\n") if line.startswith("date: "))
    assert text == ARTICLE.format(date=date.removeprefix("date: "))
    assert (root / "editions/lighthouse/2026.yaml").read_text("utf-8") == EDITION.replace("Mael", "Maël")
    assert git(root, "status", "--porcelain", "-uall").splitlines() == [
        " M content/names/mael-kerouan.md",
        " M editions/lighthouse/2025.yaml",
        " M editions/lighthouse/award.yaml",
        "?? content/articles/a-night-at-the-lighthouse.md",
        "?? content/media/img-0001.jpg",
        "?? editions/lighthouse/2026.yaml",
    ]
    lines = git(root, "diff", "-U0").splitlines()
    changed = [line for line in lines if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]
    assert changed == [
        "-name: Mael Kerouan   # of Brest",
        "+name: Maël Kerouan   # of Brest",
        "-  light: Mael Kerouan   # by acclamation",
        "+  light: Maël Kerouan   # by acclamation",
        *(f"+  {name.lower().replace(' ', '-')}: {name}" for name in NEW),
    ]

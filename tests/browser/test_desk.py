"""The desk in a browser: by pointer and by keyboard, at 390 px, in the dark."""

import asyncio
import re
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import DESK, BuildTold, ServedSite, preview
from palmarium.sources import disk
from tests import small
from tests.browser.axe import violations

Scheme = Literal["light", "dark"]
EDITION = "editions/palmes/2011.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small.copy(tmp_path / "site")
    small.replace(root, "site.toml", 'language = "fr"', 'language = "en"')
    return root


@pytest.fixture
def desk(root: Path) -> Iterator[str]:
    """The address of the desk of a copy of the small site; no build is made."""
    loop, ready, told = asyncio.new_event_loop(), threading.Event(), []
    site = ServedSite(
        BuildTold, lambda path: None, lambda: disk.stamp(root), Desk(root, "token", lambda: date(2012, 1, 2)).answer
    )

    def say(address: str) -> None:
        told.append(address)
        ready.set()

    running = loop.create_task(preview(site, 0, say))

    def run() -> None:
        with pytest.raises(asyncio.CancelledError):
            loop.run_until_complete(running)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(20)
    yield told[0].rstrip("/") + DESK
    loop.call_soon_threadsafe(running.cancel)
    thread.join(20)
    loop.close()


def edition(root: Path) -> Path:
    return sorted((root / "editions").rglob("[0-9]*.yaml"))[0]


def open_first(page: Page, desk: str, root: Path) -> Path:
    file = edition(root)
    page.goto(desk)
    page.get_by_label("Show files").fill(file.relative_to(root).as_posix())
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    return file


def open_text(page: Page, desk: str, root: Path) -> Path:
    file = open_first(page, desk, root)
    page.get_by_role("button", name="Edit as text").click()
    page.wait_for_load_state()
    return file


def test_opened_and_saved_unchanged_every_file_keeps_its_bytes(page: Page, desk: str, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.*") if path.is_file()}
    page.goto(desk)
    links = page.get_by_role("main").get_by_role("listitem").get_by_role("link").all()
    addresses = [link.get_attribute("href") or "" for link in links]
    assert len(addresses) > 5
    for address in addresses:
        page.goto(desk.removesuffix(DESK) + address)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("alert")).to_have_count(0)
    assert {path: path.read_bytes() for path in before} == before


def test_a_line_is_added_checked_saved_and_taken_back(page: Page, desk: str, root: Path) -> None:
    file = open_text(page, desk, root)
    old = file.read_text(encoding="utf-8")
    text = page.get_by_label("The text of the file")
    text.press("Control+End")
    text.press_sequentially("nots: x\n")
    page.get_by_role("button", name="Check").click()
    assert 'the key "nots" is unknown' in page.get_by_role("region", name="error").inner_text()
    # Before the script is there, the link leads to the field and not to the place in it.
    page.wait_for_load_state()
    page.get_by_role("link", name=re.compile(r"line \d+, column 1")).press("Enter")
    expect(text).to_be_focused()
    assert text.evaluate("each => each.value.slice(each.selectionStart, each.selectionEnd)") == "nots"
    page.get_by_role("button", name="Write note for nots").click()
    expect(page.get_by_role("heading", name="No problems in this file")).to_be_visible()
    assert file.read_text(encoding="utf-8") == old
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert file.read_text(encoding="utf-8") == f"{old}note: x\n"
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_have_text("It was taken back.")
    assert file.read_text(encoding="utf-8") == old


def test_by_keyboard_alone_a_text_is_saved(page: Page, desk: str, root: Path) -> None:
    file = open_text(page, desk, root)
    old = file.read_text(encoding="utf-8")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.press("Control+End")
    page.keyboard.type("# typed\n")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert file.read_text(encoding="utf-8") == f"{old}# typed\n"


def test_two_tabs_never_write_over_each_other(page: Page, desk: str, root: Path) -> None:
    file = open_text(page, desk, root)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Edit as text").click()
    for tab, typed in ((page, "# one\n"), (other, "# two\n")):
        tab.get_by_label("The text of the file").press("Control+End")
        tab.get_by_label("The text of the file").press_sequentially(typed)
        tab.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("alert")).to_contain_text("-# one")
    assert file.read_text(encoding="utf-8").endswith("# one\n")
    other.get_by_label("I have seen this").check()
    other.get_by_role("button", name="Save", exact=True).click()
    assert file.read_text(encoding="utf-8").endswith("# two\n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    page: Page, desk: str, root: Path, width: int, scheme: Scheme
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)

    known: list[int] = []

    def look() -> None:
        assert violations(page, known) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto(desk)
    page.get_by_text("A new edition, name, article or award").click()
    look()
    open_first(page, desk, root)
    look()
    file = open_text(page, desk, root)
    page.get_by_label("The text of the file").fill("coverag: partial\n" + file.read_text(encoding="utf-8"))
    file.write_text(f"# {'x' * 300}\n", encoding="utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_have_count(1)
    look()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_palmares_is_filled_in_as_a_form(page: Page, desk: str, root: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    file = root / "editions/phare/2015.yaml"
    file.parent.mkdir()
    (file.parent / "award.yaml").write_text(
        "name: Prix du Phare\ncategories: {lumiere: Lumière, brume: Brume, veilleur: Veilleur, sirene: Sirène}\n"
    )
    file.write_text(
        "# kept\ncoverage: partial\nresults:\n  lumiere: unknown   # to do\n  brume: unknown\n  veilleur: unknown\n"
    )
    page.goto(desk.replace(DESK, f"{DESK}form/editions/phare/2015.yaml"))
    row = page.get_by_role("group", name="Lumière, 1")
    row.get_by_label("laureate", exact=True).fill("Ann Crust")
    row.get_by_label("shared with").fill("Maël Kerouan")
    page.get_by_role("group", name="Brume, 1").get_by_label("not awarded, because").select_option("reserved")
    row = page.get_by_role("group", name="Veilleur, 1")
    row.get_by_label("laureate", exact=True).fill("Soizic Morvan")
    row.get_by_label("rank").fill("1")
    row.get_by_label("tie").select_option("true")
    new = page.get_by_role("group", name="One more result")
    new.get_by_label("category").select_option("Veilleur")
    new.get_by_label("laureate", exact=True).fill("Ewen Le Bris")
    new.get_by_label("rank").fill("1")
    new.get_by_label("tie").select_option("true")
    # By keyboard: the field after the last cell is the button.
    new.get_by_label("note").press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Veilleur, 2").get_by_label("laureate", exact=True)).to_have_value(
        "Ewen Le Bris"
    )
    page.get_by_role("button", name="Move Veilleur, 2 up").click()
    expect(page.get_by_role("group", name="Veilleur, 1").get_by_label("laureate", exact=True)).to_have_value(
        "Ewen Le Bris"
    )
    # Enter in a field checks, and loses nothing.
    page.get_by_label("ceremony: city").fill("Brest")
    page.get_by_label("ceremony: city").press("Enter")
    expect(page.get_by_label("ceremony: city")).to_have_value("Brest")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert file.read_text() == (
        "# kept\nceremony: {city: Brest}\ncoverage: partial\nresults:\n"
        "  lumiere: {laureate: [Ann Crust, Maël Kerouan]}   # to do\n"
        "  brume: {not_awarded: reserved}\n"
        "  veilleur: [{rank: 1, laureate: Ewen Le Bris, tie: true}, {rank: 1, laureate: Soizic Morvan, tie: true}]\n"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def coast(root: Path) -> Path:
    """An edition with three categories of which nothing is known."""
    file = root / "editions/phare/2015.yaml"
    file.parent.mkdir()
    (file.parent / "award.yaml").write_text("name: Prix du Phare\ncategories: {lumiere: A, brume: B, veilleur: C}\n")
    file.write_text("results:\n  lumiere: unknown\n  brume: unknown\n  veilleur: unknown\n")
    return file


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.name"))


def test_enter_and_arrows_go_from_cell_to_cell_of_a_palmares(page: Page, desk: str, root: Path) -> None:
    file = coast(root)
    page.goto(desk.replace(DESK, f"{DESK}form/editions/phare/2015.yaml"))
    expect(page.get_by_text("Enter and the arrow keys go from cell to cell")).to_be_visible()
    page.locator("[name='r.0.laureate.0']").focus()
    for key, name in (
        ("ArrowDown", "r.1.laureate.0"),
        ("ArrowUp", "r.0.laureate.0"),
        ("ArrowRight", "r.0.laureate.1"),
        ("ArrowLeft", "r.0.laureate.0"),
        ("ArrowLeft", "r.0.rank"),
        ("Enter", "r.1.rank"),
        ("Shift+Enter", "r.0.rank"),
        ("ArrowRight", "r.0.laureate.0"),
    ):
        page.keyboard.press(key)
        assert focused(page) == name, key
    # What is there is selected: one types over it.
    for who in ("Ann Crust", "Bob Loaf", "Eve Salt"):
        page.keyboard.type(who)
        page.keyboard.press("Enter")
    assert focused(page) == "n.laureate.0"
    page.keyboard.type("Dan Foam")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "n.laureate.0"
    page.locator("[name='n.category']").select_option("C")
    page.locator("[name='n.laureate.0']").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="C, 2")).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert file.read_text() == ("results:\n  lumiere: Ann Crust\n  brume: Bob Loaf\n  veilleur: [Eve Salt, Dan Foam]\n")


def test_a_palmares_works_without_a_script_and_no_other_script_runs(
    browser: Browser, page: Page, desk: str, root: Path
) -> None:
    coast(root)
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(desk.replace(DESK, f"{DESK}form/editions/phare/2015.yaml"))
    expect(plain.get_by_text("Enter and the arrow keys go from cell to cell")).to_be_hidden()
    plain.locator("[name='r.0.laureate.0']").fill("Ann Crust")
    plain.locator("[name='r.0.laureate.0']").press("Enter")
    expect(plain.locator("[name='text']")).to_have_value(re.compile("lumiere: Ann Crust"))
    context.close()
    page.goto(desk.replace(DESK, f"{DESK}form/editions/phare/2015.yaml"))
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
    assert page.evaluate("window.ran") is None


def test_a_name_is_made_and_filled_in(page: Page, desk: str, root: Path) -> None:
    page.goto(desk)
    page.get_by_text("A new edition, name, article or award").click()
    page.get_by_label("the whole name").fill("Ann Crust")
    page.get_by_role("button", name="Make the name").click()
    expect(page.get_by_role("status")).to_have_text("Made: fill it in.")
    page.get_by_label("Text (Markdown)").fill("A biography.\n")
    page.get_by_label("country", exact=True).fill("France")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    text = (root / "content/names/ann-crust.md").read_text()
    assert "country: France\n" in text
    assert text.endswith("---\nA biography.\n")


def test_whoever_leaves_is_asked_while_what_is_typed_is_saved_nowhere(page: Page, desk: str, root: Path) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    open_first(page, desk, root)
    page.get_by_role("link", name="All files").click()
    expect(page.get_by_role("heading", name="Edit this site")).to_be_visible()
    assert not asked
    open_first(page, desk, root)
    theme = page.get_by_label("theme", exact=True)
    theme.fill("the sea")
    page.get_by_role("link", name="All files").click()
    expect(theme).to_have_value("the sea")
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("link", name="All files")).to_be_visible()
    page.get_by_role("link", name="All files").click()
    expect(theme).to_have_value("the sea")
    assert asked == ["beforeunload"] * 2
    page.get_by_role("button", name="Save", exact=True).click()
    # What was done stands in the bar as well, which is always in sight.
    expect(page.locator(".bar .state")).to_contain_text("Saved.")
    page.get_by_role("link", name="All files").click()
    expect(page.get_by_role("heading", name="Edit this site")).to_be_visible()
    assert asked == ["beforeunload"] * 2

"""What a site does not make nothing leads to: no page, no feed, no index of the data."""

import datetime
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import jsonschema
import pytest

from palmarium import config
from palmarium.build import discovery, pipeline
from palmarium.build.work import silent
from tests import small
from tests.resolved import lines

OUTPUTS = tuple(name for name in config.Outputs.model_fields if name != "span")
MADE = {
    "badges": ("badges/",),
    "pictures": ("history.svg", "family.svg"),
    "citations": ("citation.bib", "citation.ris", "citation.json"),
    "palmares": ("palmares.txt",),
    "feed": ("feed.xml", "feed.json"),
    "feeds": ("feed.xml", "feed.json"),
    "calendar": ("calendar.ics",),
    "api": ("api/v1/", "comparer/"),
    "tables": (".csv", "datapackage.json", "README.md"),
    "database": ("archive.sqlite",),
    "quickstatements": ("quickstatements.txt",),
}
"""Parts of the names of the files of each output."""


def site(folder: Path, *off: str) -> tuple[Path, str]:
    """A copy of the small site without these outputs, built; and its public address."""
    root = small.copy(folder / "site")
    settings = root / "site.toml"
    written = settings.read_text(encoding="utf-8")
    lines_off = "".join(f"{name} = false\n" for name in off)
    settings.write_text(f"{written}\n[outputs]\n{lines_off}", encoding="utf-8")
    small.build(root)
    found = config.parse(written)[0]
    assert found
    return root, found.base_url


def addresses(path: str, text: str, base: str) -> Iterator[str]:
    """Every address of the site that stands in a file, from its root."""
    text = html.unescape(text) if path.endswith(".html") else text
    absolute = re.findall(rf"{re.escape(base)}[^\s\"'<>|\\{{}};,)]*", text)
    yield from (unquote(found.removeprefix(base).rstrip(".,")) for found in absolute)
    if path.endswith(".html") and path != "404.html":
        for found in re.findall(r"""\b(?:href|src|data-index)="([^"]*)\"""", text):
            if not re.match(r"[a-z]+:", found):
                yield unquote(urljoin(f"/{path}", found)).lstrip("/")


def dead(files: dict[str, bytes], base: str) -> list[str]:
    """Addresses at which nothing stands, each with a file in which it is."""
    found = {}
    for path, data in files.items():
        if path.endswith((".html", ".json", ".xml", ".txt", ".csv", ".ics", ".md", ".svg", ".webmanifest")):
            for address in addresses(path, data.decode(), base):
                file = address.partition("#")[0].partition("?")[0]
                there = f"{file}index.html" if file.endswith("/") or not file else file
                # Before an id, as index.json and openapi.json have it, an address is that of a folder.
                is_folder = file.startswith("api/") and any(name.startswith(f"{file.strip('/')}/") for name in files)
                if there not in files and not is_folder:
                    found[f"/{file}"] = path
    return [f"{address} in {path}" for address, path in found.items()]


def test_every_output_is_that_of_an_export() -> None:
    assert (
        {each.OUTPUT for each in discovery.discover("exports") if hasattr(each, "OUTPUT")} == set(OUTPUTS) == set(MADE)
    )


@pytest.mark.slow
@pytest.mark.parametrize("off", [(), *((name,) for name in OUTPUTS), OUTPUTS], ids=lambda off: " ".join(off) or "none")
def test_nothing_leads_to_what_is_not_made(tmp_path: Path, off: tuple[str, ...]) -> None:
    root, base = site(tmp_path, *off)
    files = small.tree(root)
    for name in off:
        of_site = {"feed": lambda path: "/" not in path, "feeds": lambda path: "/" in path}.get(name, lambda _: True)
        assert [path for path in files if of_site(path) and any(part in path for part in MADE[name])] == []
    assert dead(files, base) == []
    for path, data in files.items():
        if path.endswith(".html"):
            assert data.count(b"<h1") == 1, path
            assert b'href=""' not in data, path
            assert b'src=""' not in data, path
    if "api" not in off:
        schema = json.loads(files["api/v1/schema/index.json"])
        jsonschema.validate(json.loads(files["api/v1/index.json"]), schema)


@pytest.mark.slow
def test_what_was_published_is_not_left_out_unasked(tmp_path: Path) -> None:
    """A published address stays; one error for each output says how to keep it, or to say that it is gone for good."""
    root = small.copy(tmp_path / "site")
    pipeline.build(root, silent, publish=datetime.date(2026, 11, 29))
    settings = root / "site.toml"
    written = settings.read_text(encoding="utf-8")
    off = "\n".join(f"{name} = false" for name in OUTPUTS)
    settings.write_text(f"{written}\n[outputs]\n{off}\n", encoding="utf-8")
    told = pipeline.build(root, silent).problems
    assert {problem.code for problem in told} == {"lost-address"}
    # The picture of a history is there while there is something to draw: nobody keeps its address.
    assert {problem.subject[0] for problem in told} == set(OUTPUTS) - {"pictures"}, lines(told)
    assert {problem.span.path for problem in told} == {"site.toml"}
    gone = [line for problem in told for line in re.findall(r'"[^"]+" = ""', problem.hint)]
    settings.write_text("\n".join((written, "[moved]", *gone, "[outputs]", off, "")), encoding="utf-8")
    small.build(root)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cards", "names", "drawn"), [("", 3, False), ("", 2, True), ("true", 3, True), ("false", 2, False)]
)
def test_cards_of_many_names_are_drawn_where_a_site_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cards: str, names: int, drawn: bool
) -> None:
    from palmarium.pages.parts import ornament

    monkeypatch.setattr(ornament, "MOST_CARDS", 2)
    root = tmp_path / "site"
    (root / "content/names").mkdir(parents=True)
    for n in range(names):
        (root / f"content/names/vale-{n}.md").write_text(f"---\nname: Piet Vale {n}\nkind: person\n---\n")
    wanted = f"cards = {cards}\n" if cards else ""
    (root / "site.toml").write_text(f'title = "T"\nbase_url = "https://t.example/"\n{wanted}')
    report = pipeline.build(root, silent)
    assert bool(list(root.glob("_site/cards/names/*.png"))) == drawn, lines(report.problems)
    assert report.cardless == (names if names > 2 and not cards else 0)
    page = (root / "_site/names/vale-0/index.html").read_text()
    [picture] = re.findall(r'<meta property="og:image" content="https://t.example/([^"]*)"', page)
    assert (root / "_site" / picture).is_file()

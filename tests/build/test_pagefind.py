"""The pages that Pagefind reads, the files that it makes, and what is said where it does not."""

import gzip
import json
from pathlib import Path

import pagefind_bin
import pytest

from palmarium.build import pagefind
from palmarium.problems import Level

PAGE = """<!doctype html><html lang="fr"><head><title>T</title>{head}</head><body><nav>Accueil</nav>
<main data-pagefind-body><h1>{title}</h1><dl><dt>Édition</dt><dd>3e</dd></dl><p>{text}</p>
<svg><title>dessin</title></svg></main></body></html>"""
ALSO = '<meta property="palmarium:also" content="Fours réunis" data-pagefind-meta="also[content]">'
PAGES = {
    "noms/fours/index.html": PAGE.format(head=ALSO, title="Les Fours", text="Une tarte dorée.").encode(),
    "noms/moules/index.html": PAGE.format(head="", title="Moules", text="Un moule creux.").encode(),
}


def fragments(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """What Pagefind knows of each page, by its number."""
    found = {path[9:-12]: data for path, data in files.items() if path.startswith("fragment/")}
    return {number: json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for number, data in found.items()}


def test_each_page_is_indexed_with_its_text_and_its_other_spellings() -> None:
    files, problems = pagefind.run_pagefind(PAGES, "fr")
    assert problems == ()
    known = {page["url"]: page for page in fragments(dict(files)).values()}
    assert known["/noms/fours/"]["meta"] == {"title": "Les Fours", "also": "Fours réunis"}
    content = str(known["/noms/fours/"]["content"])
    assert "Édition 3e" in content
    assert "Une tarte dorée." in content
    assert "Accueil" not in content
    assert "dessin" not in content


def test_the_number_of_each_page_is_written_beside_its_address() -> None:
    files, _ = pagefind.run_pagefind(PAGES, "fr")
    numbers = json.loads(files["pages.json"])
    assert numbers == {number: str(page["url"])[1:] for number, page in fragments(dict(files)).items()}
    assert sorted(numbers.values()) == ["noms/fours/", "noms/moules/"]


def test_the_same_pages_give_the_same_bytes_in_any_order() -> None:
    first, _ = pagefind.run_pagefind(PAGES, "fr")
    again, _ = pagefind.run_pagefind(dict(reversed(PAGES.items())), "fr")
    assert first == again


def test_no_interface_is_published_and_one_program_only() -> None:
    files, _ = pagefind.run_pagefind(PAGES, "fr")
    assert {path for path in files if path.endswith((".js", ".css"))} == {"pagefind.js"}
    assert {path for path in files if path.startswith("wasm.")} == {"wasm.fr.pagefind"}


def test_a_language_that_pagefind_does_not_know_has_a_program_too() -> None:
    files, _ = pagefind.run_pagefind(PAGES, "xx")
    assert {path for path in files if path.startswith("wasm.")} == {"wasm.unknown.pagefind"}


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("/bin/false", "it ended before it answered"),
        ("/nowhere/pagefind", "[Errno 2] No such file or directory: '/nowhere/pagefind'"),
    ],
)
def test_a_program_that_fails_or_is_not_there_is_a_warning(
    monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path(program))
    files, (problem,) = pagefind.run_pagefind(PAGES, "fr")
    assert files == {}
    assert problem.level is Level.WARNING
    assert problem.message.startswith("Pagefind could not index the pages, so that the search knows titles only: ")
    assert said in problem.message or "Broken pipe" in problem.message
    assert problem.hint == 'install `pagefind[bin]`, or set `search = "script"` in site.toml'


def test_a_site_without_pages_needs_no_index() -> None:
    assert pagefind.run_pagefind({}, "fr") == ({}, ())

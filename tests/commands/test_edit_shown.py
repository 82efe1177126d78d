"""The page of a file beside it, and the way from a page to its file."""

import asyncio
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient

from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import AT, DESK, PAGE, BuildTold, ServedSite, preview, reply
from palmarium.sources import disk
from tests.desk import get

SITE = """\
-- site.toml --
title = "T"
base_url = "https://prix.example/"
language = "fr"
theme = "base"
-- editions/phare/award.yaml --
name: Prix du Phare
categories: {lumiere: Lumière}
-- editions/phare/_2011.yaml --
results: {lumiere: [Maël Kerouan, Ann Crust]}
-- content/names/mael-kerouan.md --
---
name: Maël Kerouan
kind: person
---
-- content/articles/un-soir.md --
---
title: Un soir
kind: report
date: 2012-01-02
---
X.
-- content/pages/a-propos/nous.md --
---
title: Nous
---
X.
"""


PAGES = (
    ("editions/phare/award.yaml", "/prix/phare/"),
    ("editions/phare/_2011.yaml", "/prix/phare/2011/"),
    ("content/names/mael-kerouan.md", "/noms/mael-kerouan/"),
    ("content/articles/un-soir.md", "/articles/un-soir/"),
    ("content/pages/a-propos/nous.md", "/a-propos/nous/"),
)


@pytest.mark.parametrize(("path", "url"), PAGES)
def test_a_file_and_its_page_lead_to_each_other(desk: Desk, path: str, url: str) -> None:
    assert desk.page_of(path) == url
    assert get(desk, f"at{url}").location == f"{DESK}form/{path}"
    page = get(desk, f"form/{path}").body.decode()
    assert f'<iframe src="{PAGE}{path}" title="La page de ce fichier" sandbox="allow-top' in page


@pytest.mark.parametrize("path", ["site.toml", "content/names/nobody.md", "../x", "", "urls.lock"])
def test_what_is_no_record_has_no_page(desk: Desk, path: str) -> None:
    assert desk.page_of(path) == ""


def test_a_page_further_down_leads_to_the_file_above_it(desk: Desk) -> None:
    assert get(desk, "at/prix/phare/categorie/lumiere/").location == f"{DESK}form/editions/phare/award.yaml"


def test_a_page_without_a_file_leads_to_the_list_and_a_name_to_the_form_that_makes_its_file(desk: Desk) -> None:
    page = get(desk, "at/noms/ann-crust/").body.decode()
    assert "Ann Crust n’a pas encore de fichier" in page
    assert 'id="name" name="name" value="Ann Crust"' in page
    for url in ("/", "/noms/", "/prix/", "/nirgends/", "/a/b/c", "/\udcff"):
        assert "Cette page ne montre pas un seul fichier" in get(desk, f"at{url}").body.decode()


def test_a_page_has_the_way_to_its_file_at_its_end_and_only_where_files_may_be_edited() -> None:
    def fetch(path: str) -> bytes:
        return b"<html><body><a href='#main'>Skip</a></body></html>"

    page = reply('/a"<b>/', fetch, BuildTold(), is_edited=True).body.decode()
    link = f'<a id="palmarium-edit" href="{AT}/a%22%3Cb%3E/" target="_top">Edit this page</a></body></html>'
    assert page.endswith(link)
    assert b"palmarium-edit" not in reply("/a/", fetch, BuildTold()).body


def test_the_page_of_a_file_is_waited_for_until_it_is_built_as_the_file_stands(root: Path, desk: Desk) -> None:
    async def play() -> None:
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        told: list[BuildTold | None] = [BuildTold(), None, BuildTold()]
        page_of, stamp = desk.page_of, lambda: disk.stamp(root)
        site = ServedSite(lambda: told.pop(0), lambda path: b"<p>", stamp, desk.answer, page_of)
        running = asyncio.create_task(preview(site, 0, address.set_result))
        where = (await address).rstrip("/") + PAGE + "content/articles/un-soir.md"
        client = AsyncHTTPClient(force_instance=True)

        async def ask() -> tuple[int, str, str]:
            found = await client.fetch(where, raise_error=False, follow_redirects=False)
            return found.code, found.headers.get("Refresh", ""), found.headers.get("Location", "")

        try:
            assert await ask() == (302, "", "/articles/un-soir/")
            (root / "content/articles/un-soir.md").write_text("another")
            assert await ask() == (200, "1", "")
            while told:
                await asyncio.sleep(0.05)
            assert await ask() == (302, "", "/articles/un-soir/")
            assert (await client.fetch(where + "x", raise_error=False)).code == 404
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    asyncio.run(asyncio.wait_for(play(), 30))


def test_where_a_name_without_a_file_stands_is_told_beside_the_form_that_makes_one(desk: Desk) -> None:
    page = get(desk, "at/noms/ann-crust/").body.decode()
    assert "Ce qui y renvoie (1)" in page
    way = f'<a href="{DESK}form/editions/phare/_2011.yaml">editions/phare/_2011.yaml, ligne 1</a>'
    assert f"{way}\u00a0: Ann Crust</li>" in page
    assert "Ce qui y renvoie" not in get(desk, "at/nirgends/").body.decode()

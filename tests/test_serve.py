"""The preview: what it answers, to whom, and that a save reloads the browser."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from palmarium.serve import preview, reply

FILES = {
    "index.html": b"<html><head></head><body class=home><h1>Prix</h1></body></html>",
    "noms/\u5c60\u5466\u5466/index.html": "<body><h1>\u5c60\u5466\u5466</h1>".encode(),
    "404.html": b"<body><h1>Rien ici</h1></body>",
    "css/main.css": b"h1{}",
    "api/v1/index.json": b"{}",
}


def fetch(path: str) -> bytes | None:
    return FILES.get(path)


def test_a_folder_answers_with_its_index() -> None:
    assert reply("/", fetch, ()).status == "200 OK"
    assert "屠呦呦".encode() in reply("/noms/屠呦呦/", fetch, ()).body


def test_a_folder_without_its_slash_sends_there() -> None:
    assert reply("/noms/屠呦呦", fetch, ()).location == "/noms/%E5%B1%A0%E5%91%A6%E5%91%A6/"


def test_a_doubled_slash_never_leads_to_another_site() -> None:
    assert reply("//noms//屠呦呦", fetch, ()).location.startswith("/noms/")


def test_what_is_missing_gets_the_sites_own_404_page() -> None:
    answer = reply("/nowhere/", fetch, ())
    assert answer.status == "404 Not Found"
    assert b"Rien ici" in answer.body


@pytest.mark.parametrize("path", ["/../secret", "/noms/../../secret", "/a\\..\\secret", "/a\0b"])
def test_no_path_leaves_the_output(path: str) -> None:
    assert reply(path, lambda file: b"secret" if "secret" in file else None, ()).status == "404 Not Found"


def test_files_that_are_not_pages_are_sent_as_they_are() -> None:
    assert reply("/css/main.css", fetch, ("an error",)).body == b"h1{}"
    assert reply("/api/v1/index.json", fetch, ()).type == "application/json; charset=utf-8"


def test_errors_stand_escaped_above_the_last_good_page() -> None:
    body = reply("/", fetch, ('a.yaml:1:1: error: "<script>alert(1)</script>"  [value]', "two")).body.decode()
    assert "2 errors: below is the last good site" in body
    assert "&lt;script&gt;alert(1)" in body
    assert body.index("2 errors") < body.index("<h1>Prix</h1>")
    assert body.index("<body class=home>") < body.index("2 errors")


def test_errors_are_shown_where_there_is_no_site_yet() -> None:
    assert b"site.toml:1:1" in reply("/", lambda file: None, ("site.toml:1:1: error",)).body


def test_a_good_page_carries_no_error_block() -> None:
    assert b"palmarium-preview" not in reply("/", fetch, ()).body


Scenario = Callable[[str, Path], Awaitable[None]]


def run(tmp_path: Path, builds: list[tuple[str, ...]], scenario: Scenario) -> None:
    """Start a preview of FILES that watches a folder, play the scenario, stop it."""
    watched = tmp_path / "editions"
    watched.mkdir()

    async def play() -> None:
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        build = preview(
            lambda: builds.pop(0) if builds else (), fetch, (str(watched),), port=0, ready=address.set_result
        )
        running = asyncio.create_task(build)
        try:
            await asyncio.wait_for(scenario(await address, watched), timeout=20)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    asyncio.run(play())


async def get(address: str, host: str = "") -> HTTPResponse:
    request = HTTPRequest(address, headers={"Host": host} if host else None, follow_redirects=False)
    return await AsyncHTTPClient(force_instance=True).fetch(request, raise_error=False)


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        assert address.startswith("http://127.0.0.1:")
        assert b"<h1>Prix</h1>" in (await get(address)).body

    run(tmp_path, [()], scenario)


def test_a_foreign_host_header_is_refused(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        port = address.rsplit(":", 1)[1].strip("/")
        for path in ("", "livereload.js", "css/main.css"):
            assert (await get(address + path, "evil.example")).code == 403
            assert (await get(address + path, f"127.0.0.1.evil.example:{port}")).code == 403
        for host in ("localhost", f"localhost:{port}", f"127.0.0.1:{port}", "LOCALHOST"):
            assert (await get(address, host)).code == 200

    run(tmp_path, [()], scenario)


def test_an_encoded_address_finds_its_page(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        assert "屠呦呦".encode() in (await get(address + "noms/%E5%B1%A0%E5%91%A6%E5%91%A6/")).body
        assert (await get(address + "noms/%FF%FE/")).code == 404

    run(tmp_path, [()], scenario)


def test_the_reloading_script_is_served(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        assert b'src="/livereload.js"' in (await get(address)).body
        assert b"LiveReload" in (await get(address + "livereload.js")).body

    run(tmp_path, [()], scenario)


def test_a_save_builds_again_and_reloads_the_browser(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        browser = await websocket_connect(address.replace("http", "ws") + "livereload")
        await browser.write_message(json.dumps({"command": "hello"}))
        assert json.loads(str(await browser.read_message()))["command"] == "hello"
        await browser.write_message(json.dumps({"command": "info", "url": address}))
        (watched / "2011.yaml").write_text("results:\n")
        assert json.loads(str(await browser.read_message()))["command"] == "reload"
        assert b"1 error: below is the last good site" in (await get(address)).body
        (watched / "2011.yaml").write_text("results: {}\n")
        assert json.loads(str(await browser.read_message()))["command"] == "reload"
        assert b"palmarium-preview" not in (await get(address)).body
        browser.close()

    run(tmp_path, [(), ("editions/2011.yaml:1:1: error",), ()], scenario)


def test_a_file_that_is_moved_in_counts_however_old_it_is(tmp_path: Path) -> None:
    old = tmp_path / "draft.yaml"
    old.write_text("results: {}\n")
    os.utime(old, (1_000_000_000, 1_000_000_000))

    async def scenario(address: str, watched: Path) -> None:
        browser = await websocket_connect(address.replace("http", "ws") + "livereload")
        await browser.write_message(json.dumps({"command": "info", "url": address}))
        await browser.write_message(json.dumps({"command": "hello"}))
        await browser.read_message()
        old.rename(watched / "2011.yaml")
        assert json.loads(str(await browser.read_message()))["command"] == "reload"
        browser.close()

    run(tmp_path, [(), ()], scenario)

"""The preview: what it answers, to whom, and that a save reloads the browser."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from palmarium.commands.serve import BuildTold, ServedSite, preview, reply
from palmarium.commands.words import speech
from palmarium.sources import disk

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
    assert reply("/", fetch, BuildTold()).status == "200 OK"
    assert "屠呦呦".encode() in reply("/noms/屠呦呦/", fetch, BuildTold()).body


def test_a_folder_without_its_slash_sends_there() -> None:
    assert reply("/noms/屠呦呦", fetch, BuildTold()).location == "/noms/%E5%B1%A0%E5%91%A6%E5%91%A6/"


def test_a_doubled_slash_never_leads_to_another_site() -> None:
    assert reply("//noms//屠呦呦", fetch, BuildTold()).location.startswith("/noms/")


def test_what_is_missing_gets_the_sites_own_404_page() -> None:
    answer = reply("/nowhere/", fetch, BuildTold())
    assert answer.status == "404 Not Found"
    assert b"Rien ici" in answer.body


@pytest.mark.parametrize("path", ["/../secret", "/noms/../../secret", "/a\\..\\secret", "/a\0b"])
def test_no_path_leaves_the_output(path: str) -> None:
    assert reply(path, lambda file: b"secret" if "secret" in file else None, BuildTold()).status == "404 Not Found"


def test_files_that_are_not_pages_are_sent_as_they_are() -> None:
    assert reply("/css/main.css", fetch, BuildTold(("an error",))).body == b"h1{}"
    assert reply("/api/v1/index.json", fetch, BuildTold()).type == "application/json; charset=utf-8"


def test_errors_stand_escaped_above_the_last_good_page() -> None:
    errors = ('a.yaml:1:1: error: "<script>alert(1)</script>"  [value]', "two")
    body = reply("/", fetch, BuildTold(errors)).body.decode()
    assert "2 errors: below is the last good site" in body
    assert "&lt;script&gt;alert(1)" in body
    assert body.index("2 errors") < body.index("<h1>Prix</h1>")
    assert body.index("<body class=home>") < body.index("2 errors")


def test_errors_are_shown_where_there_is_no_site_yet() -> None:
    assert b"site.toml:1:1" in reply("/", lambda file: None, BuildTold(("site.toml:1:1: error",))).body


def test_warnings_are_folded_in_a_corner_of_the_page() -> None:
    body = reply("/", fetch, BuildTold((), ("a.yaml:1:1: warning: <b>", "two"))).body.decode()
    folded = '<details id="palmarium-warnings"><summary>2 warnings</summary><pre lang="en">'
    assert f"{folded}a.yaml:1:1: warning: &lt;b&gt;" in body
    assert 'id="palmarium-preview"' not in body
    both = reply("/", fetch, BuildTold(("an error",), ("a warning",))).body.decode()
    assert both.count('<link rel="stylesheet"') == 1
    assert both.index("1 error: below") < both.index("1 warning</summary>") < both.index("<h1>Prix</h1>")


def test_the_place_of_a_problem_leads_to_its_file() -> None:
    text = "a.yaml:1:1: error: <b>"
    told = BuildTold((text,), (), {"a.yaml:1:1": '/edit/a.yaml?"'})
    assert (
        '<pre lang="en"><a href="/edit/a.yaml?&quot;">a.yaml:1:1</a>: error: &lt;b&gt;</pre>'
        in reply("/", fetch, told).body.decode()
    )


def test_what_follows_from_a_problem_leads_to_its_file_too() -> None:
    text = (
        "a.yaml:1:1: error: wrong  [yaml]\n    1 | b.md:2:3: a line\n   1 consequence:\n      b.md:2:3: <new>  [name]"
    )
    body = reply("/", fetch, BuildTold((text,), (), {"a.yaml:1:1": "/a", "b.md:2:3": "/b"})).body.decode()
    assert '<a href="/a">a.yaml:1:1</a>: error' in body
    assert '\n      <a href="/b">b.md:2:3</a>: &lt;new&gt;  [name]</pre>' in body
    assert "    1 | b.md:2:3: a line" in body


def test_what_stands_over_the_pages_is_in_the_language_of_the_site() -> None:
    french = speech("fr")
    body = reply("/", fetch, BuildTold(("a",), ("b",)), french, is_edited=True).body.decode()
    assert "1 erreur\u00a0: ci-dessous, le dernier site sans erreur" in body
    assert "<summary>1 avertissement</summary>" in body
    assert ">Modifier cette page</a>" in body
    assert b"Il n\xe2\x80\x99y a pas encore de site" in reply("/", lambda file: None, BuildTold(("a",)), french).body


def test_a_good_page_carries_no_block() -> None:
    body = reply("/", fetch, BuildTold()).body
    assert b"palmarium-preview" not in body
    assert b"palmarium-warnings" not in body


Scenario = Callable[[str, Path], Awaitable[None]]
Builds = list[BuildTold | None]


def run(tmp_path: Path, builds: Builds, scenario: Scenario) -> None:
    """Start a preview of FILES that watches the sources of a site, play the scenario, stop it."""
    watched = tmp_path / "editions"
    watched.mkdir()

    async def play() -> None:
        address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        site = ServedSite(lambda: builds.pop(0) if builds else BuildTold(), fetch, lambda: disk.stamp(tmp_path))
        running = asyncio.create_task(preview(site, port=0, ready=address.set_result))
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

    run(tmp_path, [BuildTold()], scenario)


def test_a_foreign_host_header_is_refused(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        port = address.rsplit(":", 1)[1].strip("/")
        for path in ("", "livereload.js", "css/main.css"):
            assert (await get(address + path, "evil.example")).code == 403
            assert (await get(address + path, f"127.0.0.1.evil.example:{port}")).code == 403
        for host in ("localhost", f"localhost:{port}", f"127.0.0.1:{port}", "LOCALHOST"):
            assert (await get(address, host)).code == 200

    run(tmp_path, [BuildTold()], scenario)


def test_an_encoded_address_finds_its_page(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        assert "屠呦呦".encode() in (await get(address + "noms/%E5%B1%A0%E5%91%A6%E5%91%A6/")).body
        assert (await get(address + "noms/%FF%FE/")).code == 404

    run(tmp_path, [BuildTold()], scenario)


def test_the_reloading_script_is_served(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        assert b'src="/livereload.js"' in (await get(address)).body
        assert b"LiveReload" in (await get(address + "livereload.js")).body

    run(tmp_path, [BuildTold()], scenario)


@pytest.mark.parametrize("path", ["", "css/main.css", "nowhere/", "noms/屠呦呦", "livereload.js"])
def test_head_answers_as_get_without_the_body(tmp_path: Path, path: str) -> None:
    async def scenario(address: str, watched: Path) -> None:
        url = address + quote(path)
        asked = [HTTPRequest(url, method=method, follow_redirects=False) for method in ("GET", "HEAD")]
        whole, head = [await AsyncHTTPClient(force_instance=True).fetch(each, raise_error=False) for each in asked]
        assert (head.code, head.body) == (whole.code, b"")
        for name in ("Content-Type", "Content-Length", "Location"):
            assert head.headers.get(name) == whole.headers.get(name)

    run(tmp_path, [BuildTold()], scenario)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_not_allowed(tmp_path: Path, method: str) -> None:
    async def scenario(address: str, watched: Path) -> None:
        body = b"x" if method in ("POST", "PUT", "PATCH") else None
        request = HTTPRequest(address, method=method, body=body)
        answer = await AsyncHTTPClient(force_instance=True).fetch(request, raise_error=False)
        assert (answer.code, answer.headers["Allow"]) == (405, "GET, HEAD")

    run(tmp_path, [BuildTold()], scenario)


async def connected(address: str, origin: str = "") -> WebSocketClientConnection:
    headers = {"Origin": origin} if origin else None
    return await websocket_connect(HTTPRequest(address.replace("http", "ws", 1) + "livereload", headers=headers))


async def waiting(address: str) -> WebSocketClientConnection:
    """A browser that has said hello, and is told of changes."""
    browser = await connected(address, address.rstrip("/"))
    await browser.write_message(json.dumps({"command": "info", "url": address}))
    await browser.write_message(json.dumps({"command": "hello"}))
    assert json.loads(str(await browser.read_message()))["command"] == "hello"
    return browser


async def reloaded(browser: WebSocketClientConnection) -> None:
    assert json.loads(str(await browser.read_message()))["command"] == "reload"


def test_a_page_of_another_site_gets_no_connection(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        for origin in ("https://evil.example", "http://localhost:1", "null", "http://127.0.0.1.evil.example"):
            with pytest.raises(HTTPClientError, match="403"):
                await connected(address, origin)
        (await connected(address, address.rstrip("/"))).close()

    run(tmp_path, [BuildTold()], scenario)


def test_a_save_builds_again_and_reloads_the_browser(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        browser = await waiting(address)
        (watched / "2011.yaml").write_text("results:\n")
        await reloaded(browser)
        assert b"1 error: below is the last good site" in (await get(address)).body
        (watched / "2011.yaml").write_text("results: {}\n")
        await reloaded(browser)
        assert b"palmarium-preview" not in (await get(address)).body
        browser.close()

    run(tmp_path, [BuildTold(), BuildTold(("editions/2011.yaml:1:1: error",)), BuildTold()], scenario)


def test_while_another_build_is_at_it_the_last_word_stands_and_the_preview_asks_again(tmp_path: Path) -> None:
    builds: Builds = [BuildTold(("an error",)), None, None, BuildTold()]

    async def scenario(address: str, watched: Path) -> None:
        browser = await waiting(address)
        (watched / "2011.yaml").write_text("results:\n")
        while len(builds) > 1:
            assert b"1 error: below is the last good site" in (await get(address)).body
            await asyncio.sleep(0.01)
        await reloaded(browser)
        assert b"palmarium-preview" not in (await get(address)).body
        browser.close()

    run(tmp_path, builds, scenario)


def test_a_preview_begins_while_another_build_is_at_it(tmp_path: Path) -> None:
    async def scenario(address: str, watched: Path) -> None:
        browser = await waiting(address)
        await reloaded(browser)
        assert b"1 error" in (await get(address)).body
        browser.close()

    run(tmp_path, [None, BuildTold(("an error",))], scenario)


def test_a_file_that_is_moved_in_counts_however_old_it_is(tmp_path: Path) -> None:
    old = tmp_path / "draft.yaml"
    old.write_text("results: {}\n")
    os.utime(old, (1_000_000_000, 1_000_000_000))

    async def scenario(address: str, watched: Path) -> None:
        browser = await waiting(address)
        old.rename(watched / "2011.yaml")
        await reloaded(browser)
        browser.close()

    run(tmp_path, [], scenario)


def test_what_an_editors_program_keeps_for_itself_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/2011.yaml").write_text("a")
    before = disk.stamp(tmp_path)
    for name in ("#2011.yaml#", "2011.yaml~", "4913", ".2011.yaml.swp"):
        (tmp_path / "editions" / name).write_text("")
    assert disk.stamp(tmp_path) == before
    (tmp_path / "editions/2011.yaml").write_text("b")
    assert disk.stamp(tmp_path) != before


def test_the_preview_ends_where_the_folder_of_the_site_is_gone() -> None:
    stamps: list[str | OSError] = ["a", PermissionError(), TimeoutError(), "a", FileNotFoundError()]

    def stamp() -> str:
        if isinstance(said := stamps.pop(0), OSError):
            raise said
        return said

    asyncio.run(asyncio.wait_for(preview(ServedSite(BuildTold, fetch, stamp), 0, lambda address: None), timeout=20))
    assert stamps == []


def test_a_folder_that_is_gone_has_no_stamp(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.stamp(tmp_path / "gone")


HOSTILE = (
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost:x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost:99999999999999999999\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n",
    b"GET http://localhost/x HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET //localhost//../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /%00%2e%2e/%ff%5c HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /" + b"a" * 5_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /" + b"a/" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"HEAD /\xc3\xa9 HTTP/1.0\r\nHost: localhost\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"\0" * 1000 + b"\r\n\r\n",
    b"GET /livereload HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /livereload HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
)


def test_no_request_makes_a_traceback_or_stops_the_preview(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(address: str, watched: Path) -> None:
        port = int(address.rsplit(":", 1)[1].strip("/"))
        for request in HOSTILE:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            # It may hang up before it has heard everything.
            with suppress(ConnectionError):
                writer.write(request)
                writer.write_eof()
                answer = await reader.read()
                assert b" 500 " not in answer[:20], request[:60]
            writer.close()
        assert b"<h1>Prix</h1>" in (await get(address)).body

    run(tmp_path, [BuildTold()], scenario)
    assert [record.getMessage() for record in caplog.records if record.exc_info or record.levelname == "ERROR"] == []


@pytest.mark.parametrize(
    "message",
    ["", "{", "[]", "3", "{}", '{"command": 3}', '{"command": "info"}', "[" * 90_000, b"\xff", "x" * 2_000_000],
    ids=range(10),
)
def test_no_message_of_a_browser_makes_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, message: str | bytes
) -> None:
    async def scenario(address: str, watched: Path) -> None:
        browser = await connected(address)
        await browser.write_message(message, binary=isinstance(message, bytes))
        browser.close()
        other = await waiting(address)
        (watched / "2011.yaml").write_text("results:\n")
        await reloaded(other)
        other.close()

    run(tmp_path, [], scenario)
    assert [record.getMessage() for record in caplog.records if record.exc_info or record.levelname == "ERROR"] == []

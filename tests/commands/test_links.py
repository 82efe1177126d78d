"""Addresses of other sites, asked of a server of this machine: what is dead, what is not sure, and how politely."""

import datetime
import http.server
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.build.work import silent
from palmarium.commands import cli, links
from palmarium.commands.links import LinksFound
from palmarium.sources import disk
from tests.conftest import Site
from tests.exports.test_host import free_port
from tests.resolved import lines

TODAY = datetime.date(2026, 5, 4)
BASE = "https://example.org/"


@dataclass
class Web:
    """A server, what it was asked, and how many of it at once."""

    port: int
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    now: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            host = self.headers["Host"]
            with lock:
                there.asked.append((self.command, self.path))
                there.agents.add(self.headers["User-Agent"])
                there.now[host] += 1
                there.most[host] = max(there.most[host], there.now[host])
            code = {
                "/gone": 410,
                "/missing": 404,
                "/private": 403,
                "/busy": 429,
                "/broken": 500,
                "/moved": 301,
                "/home": 301,
                "/ftp": 302,
                "/loop": 302,
            }.get(self.path, 405 if self.path.startswith("/no-head") and self.command == "HEAD" else 200)
            self.send_response(code)
            to = {"/moved": "/new", "/home": "/", "/ftp": "ftp://127.0.0.1/x", "/loop": "/loop"}.get(self.path)
            if to:
                self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            with lock:
                there.now[host] -= 1
            self.end_headers()

        do_GET = do_HEAD = answer

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        there = Web(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield there
        server.shutdown()
        thread.join()


def article(*sources: str, text: str = "") -> str:
    listed = "".join(f"  s{number}: {{title: A, date: 2011-10-05, {each}}}\n" for number, each in enumerate(sources, 1))
    return f"-- content/articles/a.md --\n---\ntitle: A\ndate: 2012\nsources:\n{listed}---\n{text}\n"


def ask(root: Path, today: datetime.date = TODAY, again: bool = False) -> LinksFound:
    return links.check(root, BASE, today, silent, again=again, pause=0)


def test_a_dead_source_is_told_with_its_line_and_where_a_copy_may_be(site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/alive")}"', f'url: "{web.at("/gone")}", accessed: 2012-03-04', "note: x"))
    found = ask(root)
    gone = web.at("/gone")
    assert lines(found.problems) == [
        f'content/articles/a.md:6:41: "{gone}" does not answer any more: 410 Gone (2026-05-04)  [dead-link]'
    ]
    copy = f"https://web.archive.org/web/20120304/{gone}"
    assert found.problems[0].hint == (
        f'look for a copy: {copy}; where there is one, write `archived: "{copy}"` beside it'
    )
    assert dict(found.counts) == {"alive": 1, "dead": 1, "unsure": 0, "known": 0, "copied": 0}


def test_a_dead_source_with_a_living_copy_is_no_problem(site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/gone")}", archived: "{web.at("/copy")}"'))
    found = ask(root)
    assert found.problems == ()
    assert (found.counts["dead"], found.counts["copied"]) == (1, 1)


def test_where_the_copy_is_dead_too_both_are_told(site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/gone")}", archived: "{web.at("/missing")}"'))
    [problem] = ask(root).problems
    assert problem.message.endswith("410 Gone (2026-05-04); nor does its archived copy: 404 Not Found")
    assert problem.hint == f"look for another copy: https://web.archive.org/web/20111005/{web.at('/gone')}"


def test_a_dead_copy_of_a_living_page_is_told_where_it_stands(site: Site, web: Web) -> None:
    [problem] = ask(site(article(f'url: "{web.at("/alive")}", archived: "{web.at("/gone")}"'))).problems
    assert problem.subject == (web.at("/gone"),)
    assert problem.span.column > 60


def test_links_in_texts_names_and_settings_are_asked_for_with_their_places(site: Site, web: Web) -> None:
    gone = web.at("/gone")
    text = f"Voir [la page]({gone}).\n\nEncore <{web.at('/missing')}>, et ({web.at('/a_(b)')})."
    name = f"-- content/names/ann.md --\n---\nname: Ann\nkind: person\nlinks:\n  - {gone}\n---\n"
    root = site(article(text=text) + name)
    with (root / "site.toml").open("a") as settings:
        settings.write(f'data_licence = "{gone}"\n')
    found = ask(root)
    assert [(p.span.path, p.span.line, p.span.column) for p in found.problems] == [
        ("content/articles/a.md", 6, 16),
        ("content/articles/a.md", 8, 9),
        ("content/names/ann.md", 5, 5),
        ("site.toml", 5, 16),
    ]
    for problem in found.problems:
        line = (root / problem.span.path).read_text().splitlines()[problem.span.line - 1]
        assert line[problem.span.column - 1 :].startswith((problem.subject[0], f'"{problem.subject[0]}'))
        assert problem.hint.endswith("write its address instead")
    assert sorted({path for _, path in web.asked}) == ["/a_(b)", "/gone", "/missing"]


@pytest.mark.parametrize(
    ("path", "state", "why"),
    [
        ("/alive", "alive", ""),
        ("/moved", "alive", ""),
        ("/no-head", "alive", ""),
        ("/", "alive", ""),
        ("/missing", "dead", "404 Not Found"),
        ("/home", "dead", "it leads to "),
        ("/private", "unsure", "403 Forbidden"),
        ("/broken", "unsure", "500 Internal Server Error"),
        ("/ftp", "unsure", ""),
        ("/loop", "unsure", ""),
        ("/espace%20et/é?q=à#là", "alive", ""),
    ],
)
def test_only_what_is_sure_is_called_dead(path: str, state: str, why: str, site: Site, web: Web) -> None:
    found = ask(site(article(f'url: "{web.at(path)}"')))
    assert found.counts[state] == 1, found
    assert why in "".join((*(each.message for each in found.problems), *found.unsure))


def test_a_host_that_takes_no_connection_is_dead(site: Site, web: Web) -> None:
    [problem] = ask(site(article(f'url: "http://127.0.0.1:{free_port()}/x"'))).problems
    assert ": its host takes no connection (" in problem.message


def test_the_https_form_is_proposed_where_it_answers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(base_url: str) -> links.Ask:
        return lambda url: ("alive", "", 200) if url.startswith("https:") else ("dead", "404 Not Found", 404)

    monkeypatch.setattr(links, "_asking", answers)
    [problem] = ask(site(article('url: "http://pie.example/w"'))).problems
    assert problem.hint == 'write "https://pie.example/w", which answers'


def test_an_address_is_asked_for_once_and_a_host_one_at_a_time(site: Site, web: Web) -> None:
    urls = [web.at(f"/{n}", host) for n in range(12) for host in ("127.0.0.1", "localhost")]
    root = site(article(*(f'url: "{url}"' for url in (*urls, *urls))))
    found = ask(root)
    assert found.counts["alive"] + found.counts["unsure"] + found.counts["dead"] == 24
    assert len(web.asked) == len(set(web.asked)) * 2
    assert max(web.most.values()) == 1
    assert all("palmarium/" in agent and BASE in agent for agent in web.agents)


def test_a_host_that_has_had_enough_is_asked_no_more(site: Site, web: Web) -> None:
    paths = ("/1", "/busy", "/2", "/3")
    found = ask(site(article(*(f'url: "{web.at(path)}"' for path in paths))))
    assert [path for _, path in web.asked] == ["/1", "/busy"]
    assert (found.counts["alive"], found.counts["unsure"]) == (1, 3)
    assert found.problems == ()


def test_answers_hold_for_a_while_and_are_asked_for_again_then(site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/alive")}"', f'url: "{web.at("/gone")}"', f'url: "{web.at("/private")}"'))

    def asked(days: int, again: bool = False) -> set[str]:
        web.asked.clear()
        ask(root, TODAY + datetime.timedelta(days), again)
        return {path for _, path in web.asked}

    assert asked(0) == {"/alive", "/gone", "/private"}
    assert asked(0) == set()
    assert asked(1) == {"/private"}
    assert asked(3) == {"/gone", "/private"}
    assert asked(29) == {"/gone", "/private"}
    assert asked(30) == {"/alive", "/private"}
    assert asked(30, again=True) == {"/alive", "/gone", "/private"}
    assert asked(-400) == {"/alive", "/gone", "/private"}


@pytest.mark.parametrize(
    "kept", [[], {"http://x/": 3}, {"http://x/": ["alive", "", "yesterday"]}, {"x": ["lost", "", ""]}]
)
def test_what_is_kept_and_is_no_answer_is_forgotten(kept: object, site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/alive")}"'))
    disk.write_state(root, "links", kept)
    assert ask(root).counts["known"] == 0


def test_links_to_the_site_itself_are_not_asked_for(site: Site, web: Web) -> None:
    assert sum(ask(site(article(f'url: "{BASE}x"'))).counts.values()) == 0


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["check", *words], catch_exceptions=False)


def test_the_command_tells_what_is_dead_and_fails(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_today", lambda: TODAY)
    monkeypatch.setattr(links, "PAUSE", 0)
    root = site(article(f'url: "{web.at("/private")}"'))
    done = run("--links", "--root", str(root))
    assert done.exit_code == 0
    assert done.output == (f"not sure: {web.at('/private')} (403 Forbidden)\nlinks: 0 answer, 0 dead, 1 not sure\n")
    root = site(article(f'url: "{web.at("/gone")}"', f'url: "{web.at("/private")}"'))
    done = run("--links", "--root", str(root))
    assert done.exit_code == 1
    assert 'error: "http' in done.output
    assert "   hint: look for a copy: https://web.archive.org/web/20111005/http" in done.output
    assert (
        "links: 0 answer, 1 dead, 1 not sure; 1 known from the last days, `--again` asks for them too\n" in done.output
    )
    assert run("--again", "--root", str(root)).exit_code == 2


@pytest.mark.slow
def test_a_build_and_a_check_ask_nobody(site: Site, web: Web) -> None:
    root = site(article(f'url: "{web.at("/gone")}"'))
    run("--root", str(root))
    assert web.asked == []

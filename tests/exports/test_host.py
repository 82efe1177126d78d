"""What each host is told: lines as they are written, and by the servers themselves where they are installed."""

import contextlib
import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, unquote

import pytest

from palmarium.config import HOSTS, Host
from palmarium.exports import host
from palmarium.images import PictureShape
from palmarium.pages.context import Context
from palmarium.pages.plan import Listed
from tests.exports.exported import PIE, context

MOVED = {"/awards/*": "/prix/*", "/noms/ann/": "/noms/ann-crust/"}
LEADS = {
    **dict.fromkeys(("/", "/prix/pie/", "/noms/ann-crust/", "/search/", "/noms/屠呦呦/"), ""),
    "/noms/ann/": "/noms/ann-crust/",
    "/noms/tu/": "/noms/屠呦呦/",
    "/noms/屠/": "/noms/屠呦呦/",
    "/awards/pie/": "/prix/pie/",
}
GONE = ("/noms/bo/", "/noms/香/")
FOREVER, ASKED = "public, max-age=31536000, immutable", "public, max-age=0, must-revalidate"
WASM = f"{host.POLICY}; script-src 'self' 'wasm-unsafe-eval'"


def site(name: str, text: str = PIE, **settings: Any) -> Context:
    return context(text, **{"host": Host(name=name), "base_url": "https://pies.example/", "moved": MOVED} | settings)


def pages(leads: Mapping[str, str] = LEADS, gone: Iterable[str] = ()) -> dict[str, Listed]:
    there = {url: Listed(url, not to, not to, to) for url, to in leads.items()}
    return there | {url: Listed(url, False, False, gone=True) for url in gone}


def files(there: Context, leads: Mapping[str, str] = LEADS, gone: Iterable[str] = ()) -> dict[str, str]:
    return {blob.url: blob.data.decode() for blob in host.export(there, pages(leads, gone))}


def headers(text: str) -> dict[str, list[str]]:
    """The lines of each block of `_headers`."""
    blocks = (block.splitlines() for block in text.strip().split("\n\n"))
    return {first: [line.strip() for line in rest] for first, *rest in blocks}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("github-pages", ["/.nojekyll", "/CNAME"]),
        ("cloudflare", ["/_redirects", "/_headers"]),
        ("netlify", ["/_redirects", "/_headers"]),
        ("gitlab", ["/_redirects"]),
        ("apache", ["/.htaccess"]),
        *((name, []) for name in ("nginx", "caddy", "none")),
    ],
)
def test_each_host_gets_its_own_files_and_no_other(name: str, written: list[str]) -> None:
    assert list(files(site(name))) == written
    assert name in HOSTS


def test_only_nginx_and_caddy_have_lines_for_their_configuration() -> None:
    assert [name for name in HOSTS if host.server(site(name), pages())] == ["nginx", "caddy"]


def test_what_the_site_brings_itself_is_never_written_over() -> None:
    assert files(bringing(site("github-pages"), "CNAME", ".nojekyll")) == {}
    assert list(files(bringing(site("cloudflare"), "_headers"))) == ["/_redirects"]


def bringing(there: Context, *names: str) -> Context:
    """The site with files below content/files."""
    return replace(there, archive=replace(there.archive, files=names))


@pytest.mark.parametrize(
    ("base_url", "domain", "cname"),
    [
        ("https://pies.example/", "", "pies.example\n"),
        ("https://pies.example/", "www.pies.example", "www.pies.example\n"),
        ("https://baker.github.io/", "", None),
        ("https://baker.github.io/pies/", "", None),
        ("https://bakery.example/pies/", "", None),
        ("http://localhost:8000/", "", None),
    ],
)
def test_cname_is_the_domain_of_ones_own(base_url: str, domain: str, cname: str | None) -> None:
    stated = {"domain": domain} if domain else {}
    there = site("github-pages", base_url=base_url, host=Host(name="github-pages", **stated))
    assert files(there).get("/CNAME") == cname


def test_a_page_that_leads_on_is_a_line_of_redirects() -> None:
    there = site("cloudflare")
    assert files(there)["/_redirects"] == (
        "/noms/ann/ /noms/ann-crust/ 301\n"
        "/noms/tu/ /noms/%E5%B1%A0%E5%91%A6%E5%91%A6/ 301\n"
        "/noms/%E5%B1%A0/ /noms/%E5%B1%A0%E5%91%A6%E5%91%A6/ 301\n"
        "/awards/* /prix/:splat 301\n"
    )


def test_on_netlify_the_line_comes_before_the_page_at_the_address() -> None:
    lines = files(site("netlify"))["/_redirects"].splitlines()
    assert [line.rpartition(" ")[2] for line in lines] == ["301!", "301!", "301!", "301"]


def test_what_is_gone_for_good_is_told_where_a_host_can_say_so() -> None:
    wanted = {
        "netlify": "/noms/bo/ /noms/bo/index.html 410!\n",
        "apache": 'RedirectMatch 410 "^/noms/bo/$"\n',
        "nginx": 'location = "/noms/bo/" { error_page 410 "/noms/bo/index.html"; return 410; }\n',
        "caddy": 'file_server "/noms/bo/" {\n\tstatus 410\n}\n',
    }
    for name in HOSTS:
        there = site(name)
        told = "".join((*files(there, gone=GONE).values(), host.server(there, pages(gone=GONE))))
        assert (wanted.get(name, "410") in told) == (name in wanted)
        assert "410" not in "".join((*files(there).values(), host.server(there, pages())))
    odd = "/noms/a'b/"
    assert "410" not in "".join(files(site("apache"), gone=(odd,)).values())


def test_on_gitlab_only_folders_are_worth_a_line() -> None:
    assert files(site("gitlab"))["/_redirects"] == "/awards/* /prix/:splat 301\n"
    assert files(site("gitlab", moved={})) == {}


def test_a_folder_in_which_something_stands_has_no_line_for_all_of_it() -> None:
    there = site("cloudflare")
    assert "*" not in files(there, {**LEADS, "/awards/crumb/": ""})["/_redirects"]
    assert "*" not in files(bringing(there, "awards/rules.pdf"))["/_redirects"]
    assert (
        "*"
        not in files(site("cloudflare", moved={"/data/*": "/donnees/*", "/*": "/prix/*", "/a*": "/b*"}))["/_redirects"]
    )


def test_cloudflare_gets_no_more_lines_than_it_reads() -> None:
    many = {f"/noms/{n:04}/": "/noms/ann-crust/" for n in range(host.REDIRECTS + 5)}
    assert len(files(site("cloudflare", moved={}), many)["/_redirects"].splitlines()) == host.REDIRECTS
    assert len(files(site("netlify", moved={}), many)["/_redirects"].splitlines()) == host.REDIRECTS + 5


@pytest.mark.parametrize("sign", ['"', "'", "{", "}", "$", "&", "`"])
def test_an_address_with_a_sign_that_a_server_reads_otherwise_has_no_line(sign: str) -> None:
    odd = f"/noms/a{sign}b/"
    for name in ("cloudflare", "netlify", "apache", "nginx", "caddy"):
        there = site(name, moved={f"/x{sign}/*": "/prix/*"})
        leads = {**LEADS, odd: "/noms/ann-crust/"}
        plain = "".join([*files(there).values(), host.server(there, pages())])
        assert "".join([*files(there, leads).values(), host.server(there, pages(leads))]) == plain
        assert f"/x{sign}" not in plain


def test_every_page_has_a_policy_and_the_search_page_its_exception() -> None:
    rules = headers(files(site("cloudflare", search="pagefind"))["/_headers"])
    assert f"Content-Security-Policy: {host.POLICY}" in rules["/*"]
    assert host.POLICY.startswith("default-src 'self';")
    assert rules["/search/"] == ["! Content-Security-Policy", f"Content-Security-Policy: {WASM}"]
    assert "/search/" not in headers(files(site("cloudflare"))["/_headers"])


def test_netlify_is_not_told_to_take_a_header_away() -> None:
    assert "!" not in files(site("netlify", search="pagefind"))["/_headers"]


def test_what_has_a_digest_in_its_name_is_kept_for_ever() -> None:
    rules = headers(files(site("netlify", search="pagefind"))["/_headers"])
    kept = [url for url, lines in rules.items() if f"Cache-Control: {FOREVER}" in lines]
    found = ["/search/pagefind/fragment/*", "/search/pagefind/index/*"]
    assert kept == ["/assets/*", "/cards/*", "/icons/*", "/media/*", *found]
    assert f"Cache-Control: {ASKED}" in rules["/*"]


def test_a_picture_that_is_published_as_it_is_may_change() -> None:
    there = site("netlify")
    drawing = PictureShape("a.svg", "svg", 1, 1, "0", is_whole=True)
    rules = headers(files(replace(there, pictures=MappingProxyType({"a.svg": drawing})))["/_headers"])
    assert rules["/media/*"] == ["Cache-Control: public, max-age=86400"]


def test_a_site_below_a_path_of_its_host_says_so_everywhere() -> None:
    for name in ("cloudflare", "apache", "nginx", "caddy"):
        there = site(name, base_url="https://bakery.example/nos%20prix/", search="pagefind")
        text = "".join([*files(there).values(), host.server(there, pages())])
        for url in ("/noms/ann/", "/noms/ann-crust/", "/search/", "/404.html", "/awards/"):
            at = [line for line in text.replace("\\", "").splitlines() if url in line and not line.startswith("#")]
            assert all(f"/nos%20prix{url}" in line or f"/nos prix{url}" in line for line in at), at


# By the servers themselves.

TREE = {
    "index.html": "home",
    "404.html": "not here",
    "search/index.html": "search",
    "noms/ann/index.html": "leads on",
    "noms/ann-crust/index.html": "Ann",
    "noms/屠呦呦/index.html": "Tu",
    "noms/屠/index.html": "leads on",
    "prix/pie/index.html": "pie",
    "noms/bo/index.html": "gone",
    "noms/香/index.html": "gone too",
    "assets/css/site.30f22c4708.css": "a{}",
    "search/pagefind/fragment/fr_014f331.pf_fragment": "x",
    "search/pagefind/pagefind.js": "x",
    "api/v1/index.json": "{}",
    "data/results.csv": "a",
}
NGINX = """\
daemon off; pid {run}/nginx.pid; error_log {run}/error.log;
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {run}/a; proxy_temp_path {run}/b; fastcgi_temp_path {run}/c; uwsgi_temp_path {run}/d;
  scgi_temp_path {run}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; include {run}/site.conf; }}
}}
"""
CADDY = "{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {run}\n}}\n:{port} {{\nroot * {root}\n{lines}}}\n"
APACHE = """\
ServerRoot {run}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {run}/apache.pid
ErrorLog {run}/error.log
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
AllowOverride All
Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "alias")


def program(name: str) -> str:
    found = shutil.which(name) or shutil.which(f"/usr/sbin/{name}")
    if found is None:
        pytest.skip(f"{name} is not installed; its lines are compared with what they should be all the same")
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def settings_of(name: str, there: Context, run: Path, port: int) -> tuple[list[str], list[str]]:
    """How a server is started, and how it is asked whether it understands its lines."""
    server, root = program(name if name != "apache" else "apache2"), run / "www"
    lines = host.server(there, pages(gone=GONE))
    if name == "nginx":
        (run / "site.conf").write_text(lines)
        (run / "nginx.conf").write_text(NGINX.format(run=run, port=port, root=root))
        start = [server, "-p", str(run), "-c", str(run / "nginx.conf")]
        return start, [*start, "-t"]
    if name == "caddy":
        (run / "Caddyfile").write_text(CADDY.format(run=run, port=port, root=root, lines=lines))
        how = ["--adapter", "caddyfile", "--config", str(run / "Caddyfile")]
        return [server, "run", *how], [server, "validate", *how]
    modules = "\n".join(f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so" for each in MODULES)
    (run / "apache.conf").write_text(APACHE.format(run=run, port=port, root=root, modules=modules))
    start = [server, "-f", str(run / "apache.conf"), "-D", "FOREGROUND"]
    return start, [*start, "-t"]


@contextlib.contextmanager
def served(name: str, there: Context, run: Path) -> Iterator[Callable[[str], tuple[int, dict[str, str], str]]]:
    """A server that has a small site and our lines; asked for an address, it gives status, headers and text."""
    for path, text in {**TREE, **{url[1:]: text for url, text in files(there, gone=GONE).items()}}.items():
        target = run / "www" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    # Servers give up their rights when they start as root.
    for path in (run, *run.parents):
        with contextlib.suppress(OSError):
            path.chmod(path.stat().st_mode | 0o055)
    port = free_port()
    start, test = settings_of(name, there, run, port)
    checked = subprocess.run(test, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr

    def ask(url: str) -> tuple[int, dict[str, str], str]:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as asked:
            asked.request("GET", quote(url))
            answer = asked.getresponse()
            return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read().decode()

    with subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    ask("/")
                    break
                time.sleep(0.05)
            yield ask
        finally:
            process.terminate()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["nginx", "caddy", "apache"])
def test_a_server_does_as_it_is_told(name: str, tmp_path: Path) -> None:
    there = site(name, search="pagefind")
    with served(name, there, tmp_path) as ask:
        status, sent, text = ask("/")
        assert (status, text) == (200, "home")
        assert sent["content-security-policy"] == host.POLICY
        assert sent["cache-control"] == ASKED
        assert "access-control-allow-origin" not in sent
        assert (sent["x-content-type-options"], sent["referrer-policy"]) == (
            "nosniff",
            "strict-origin-when-cross-origin",
        )
        assert ask("/search/")[1]["content-security-policy"] == WASM
        assert ask("/noms/ann-crust/")[1]["content-security-policy"] == host.POLICY
        for kept in ("/assets/css/site.30f22c4708.css", "/search/pagefind/fragment/fr_014f331.pf_fragment"):
            assert ask(kept)[1]["cache-control"] == FOREVER
        assert ask("/search/pagefind/pagefind.js")[1]["cache-control"] == ASKED
        for data in ("/api/v1/index.json", "/data/results.csv"):
            assert ask(data)[1]["access-control-allow-origin"] == "*"
        for old, new in {
            "/noms/ann/": "/noms/ann-crust/",
            "/noms/屠/": "/noms/屠呦呦/",
            "/awards/pie/": "/prix/pie/",
        }.items():
            status, sent, _ = ask(old)
            assert status == 301
            assert unquote(sent["location"]).endswith(new), old
        assert ask("/noms/屠呦呦/")[::2] == (200, "Tu")
        assert ask("/nowhere/")[::2] == (404, "not here")
        for url, text in {"/noms/bo/": "gone", "/noms/香/": "gone too"}.items():
            status, sent, found = ask(url)
            assert (status, found) == (410, text)
            assert sent["content-security-policy"] == host.POLICY
            assert sent["content-type"].startswith("text/html")

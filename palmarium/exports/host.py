"""Write the files of the host that site.toml names: where old addresses lead, what goes with each answer, a domain."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from ..config import Config
from ..pages.context import Context
from ..pages.parts.picture import published
from ..pages.parts.search_entries import BUNDLE
from ..pages.plan import Blob, Listed

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
"""The content security policy of every page: what it loads is the site's own."""

REDIRECTS = 2_000
"""Lines of `_redirects` without a `*` that Cloudflare reads; pages lead on from the others."""

_SEARCH_POLICY = f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'"
"""The policy of the search page, which runs Pagefind's WebAssembly."""

_FOREVER = "public, max-age=31536000, immutable"
_A_DAY = "public, max-age=86400"
_ALWAYS_ASKED = "public, max-age=0, must-revalidate"

_DIGEST = r"(?:\.[0-9a-f]{8,10}\.\w+|_[0-9a-f]{7,}\.pf_\w+)$"
"""The digest in the name of a file, which may therefore be cached for ever."""

_NO_JEKYLL = "/.nojekyll"
"""An empty file; without it, Jekyll leaves out what begins with an underscore."""

_DATA = ("/api/", "/data/")
_MADE = (*_DATA, "/media/", "/assets/", "/cards/", "/icons/")
_ODD = re.compile(r"[\"'`{}$&\\\x00-\x20]")
"""Characters with a meaning in the lines of some server: for such addresses only the page redirects."""

_CODINGS: Mapping[str, str] = MappingProxyType({"br": "br", "gz": "gzip"})

_PLATFORMS = (".github.io", ".gitlab.io", ".pages.dev", ".netlify.app")
"""Domains that belong to a host."""


@dataclass(frozen=True, slots=True)
class HostRule:
    """An address and its target; both end in `*` if the rule is for everything below."""

    url: str
    to: str


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    """The configuration files of the host in the output; one below content/files replaces ours."""
    for url, text in _files(context, pages).items():
        if url[1:] not in context.archive.files and (text or url == _NO_JEKYLL):
            yield Blob(url, text.encode())


def _files(context: Context, pages: Mapping[str, Listed]) -> dict[str, str]:
    match context.config.host.name:
        case "github-pages":
            own = own_domain(context.config)
            return {_NO_JEKYLL: ""} | ({"/CNAME": f"{own}\n"} if own else {})
        case "cloudflare":
            return {"/_redirects": _redirects(context, pages), "/_headers": _headers(context)}
        case "netlify":
            return {"/_redirects": _redirects(context, pages), "/_headers": _headers(context)}
        case "gitlab":
            return {"/_redirects": _redirects(context, pages)}
        case "apache":
            return {"/.htaccess": _htaccess(context, pages)}
    return {}


def server(context: Context, pages: Mapping[str, Listed]) -> str:
    """The lines that nginx or Caddy needs in its own configuration; nothing for other hosts.

    They are not a file of the output: the configuration of a server must neither be published nor lie where everybody
    who can change the site may write, and a server reads it when it starts, not when a site is built.
    """
    match context.config.host.name:
        case "nginx":
            return _nginx(context, pages)
        case "caddy":
            return _caddyfile(context, pages)
    return ""


def own_domain(config: Config) -> str:
    """The domain that is the editor's own: the one stated, or that of `base_url` where the site has all of it."""
    if config.host.domain:
        return config.host.domain
    address = urlsplit(config.base_url)
    name = address.hostname or ""
    is_whole = address.path == "/" and address.port is None and re.search(r"\.[^\d.]+$", name)
    return name if is_whole and not name.endswith(_PLATFORMS) else ""


# Where old addresses lead.


def _rules(context: Context, pages: Mapping[str, Listed]) -> tuple[tuple[HostRule, ...], tuple[HostRule, ...]]:
    """The redirects of single addresses and of whole folders; a folder's rule replaces those of the pages in it."""
    folders = tuple(_folders(context, pages))
    single = (HostRule(page.url, page.leads) for page in pages.values() if page.leads)
    rest = (rule for rule in single if not _ODD.search(rule.url) and not any(_says(each, rule) for each in folders))
    return tuple(sorted(rest, key=lambda rule: rule.url)), folders


def _gone(pages: Mapping[str, Listed]) -> tuple[str, ...]:
    """The pages for what is gone for good, which a server sends with the status 410."""
    return tuple(sorted(page.url for page in pages.values() if page.gone and not _ODD.search(page.url)))


def _folders(context: Context, pages: Mapping[str, Listed]) -> Iterator[HostRule]:
    """The rules of site.toml for whole folders in which nothing is left."""
    for url, to in context.config.moved.items():
        above = url.removesuffix("/*")
        is_plain = url.endswith("/*") and to.endswith("/*") and "*" not in above + to[:-1] and not _ODD.search(url + to)
        if is_plain and above and not _holds(context, pages, f"{above}/"):
            yield HostRule(url, to)


def _holds(context: Context, pages: Mapping[str, Listed], folder: str) -> bool:
    """Whether a folder still holds a page that is no redirect."""
    files = (f"/{path}" for path in context.archive.files)
    there = (*_MADE, *files, *(page.url for page in pages.values() if not page.leads))
    return any(url.startswith(folder) or folder.startswith(url) for url in there if url != "/")


def _says(folder: HostRule, rule: HostRule) -> bool:
    above = folder.url[:-1]
    return rule.url.startswith(above) and rule.to == folder.to[:-1] + rule.url.removeprefix(above)


def _redirects(context: Context, pages: Mapping[str, Listed]) -> str:
    """Lines of `_redirects`: https://docs.netlify.com/manage/routing/redirects/overview/ and its likes.

    On Netlify an existing page takes precedence over its line, unless the line has a `!`; on GitLab it always does, so
    that only folders get a line there.
    """
    single, folders = _rules(context, pages)
    host = context.config.host.name
    listed = () if host == "gitlab" else single[:REDIRECTS] if host == "cloudflare" else single
    code = "301!" if host == "netlify" else "301"
    lines = [f"{_address(context, rule.url)} {_address(context, rule.to)} {code}\n" for rule in listed]
    lines += [f"{_address(context, r.url)} {_address(context, r.to[:-1])}:splat 301\n" for r in folders]
    if host == "netlify":
        lines += [f"{_address(context, url)} {_address(context, url)}index.html 410!\n" for url in _gone(pages)]
    return "".join(lines)


def _address(context: Context, url: str) -> str:
    """An address from the root of the host, as a browser sends it."""
    path, hash, fragment = _plain(context, url).partition("#")
    return quote(path, safe="/*") + hash + quote(fragment)


def _plain(context: Context, url: str) -> str:
    """An address from the root of the host, as servers compare it."""
    return unquote(urlsplit(context.config.base_url).path).rstrip("/") + url


# What goes with each answer.


def _headers(context: Context) -> str:
    """Lines of `_headers`.

    Where two rules set the same header, Cloudflare joins their values, unless the second rule removes the header first;
    Netlify takes the value of the narrower rule, and can't remove a header.
    """
    fresh = [f"Cache-Control: {_ALWAYS_ASKED}", f"Content-Security-Policy: {POLICY}"]
    blocks = [("/*", [*fresh, "X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin"])]
    if _has_wasm(context):
        blocks.append((context.urls.section("search"), [f"Content-Security-Policy: {_SEARCH_POLICY}"]))
    blocks += [(f"{folder}*", [f"Cache-Control: {_FOREVER}"]) for folder in _digested(context)]
    if not _is_lasting(context):
        blocks.append(("/media/*", [f"Cache-Control: {_A_DAY}"]))
    blocks += [(f"{folder}*", ["Access-Control-Allow-Origin: *"]) for folder in _DATA]
    return "\n".join(_block(context, *block) for block in blocks)


def _block(context: Context, url: str, lines: Iterable[str]) -> str:
    detaches = context.config.host.name == "cloudflare" and url != "/*"
    taken = (f"  ! {line.partition(':')[0]}\n" for line in lines if detaches and not line.startswith("Access"))
    return f"{_address(context, url)}\n{''.join(taken)}{''.join(f'  {line}' + chr(10) for line in lines)}"


def _has_wasm(context: Context) -> bool:
    return context.config.search == "pagefind"


def _digested(context: Context) -> Iterator[str]:
    """The folders in which every name changes with the bytes of its file."""
    yield from ("/assets/", "/cards/", "/icons/")
    if _is_lasting(context):
        yield "/media/"
    if _has_wasm(context):
        bundle = context.urls.section("search") + BUNDLE
        yield from (f"{bundle}fragment/", f"{bundle}index/")


def _is_lasting(context: Context) -> bool:
    """Whether the names of all pictures have a digest; those published unchanged have none."""
    own = (path for path in context.archive.files if path.startswith("media/"))
    return next(published(context), None) is None and next(own, None) is None


def _search(context: Context) -> str:
    """The search page, as a regular expression."""
    return f"^{re.escape(_plain(context, context.urls.section('search')))}(?:index\\.html)?$"


def _data(context: Context) -> str:
    return f"^{re.escape(_plain(context, '/'))}(?:api|data)/"


def _htaccess(context: Context, pages: Mapping[str, Listed]) -> str:
    """`.htaccess`, which Apache reads in the published folder and never sends."""
    single, folders = _rules(context, pages)
    lines = [f"ErrorDocument 404 {_address(context, '/404.html')}", "AddDefaultCharset utf-8"]
    lines += ["AddType application/manifest+json .webmanifest", "<IfModule mod_headers.c>"]
    lines += [f'Header always set Content-Security-Policy "{POLICY}"']
    lines += ["Header always set X-Content-Type-Options nosniff"]
    lines += ["Header always set Referrer-Policy strict-origin-when-cross-origin"]
    lines += [f'Header set Cache-Control "{_ALWAYS_ASKED}"']
    lines += [f'<FilesMatch "{_DIGEST}">', f'Header set Cache-Control "{_FOREVER}"', "</FilesMatch>"]
    lines += [f'<If "%{{REQUEST_URI}} =~ m#{_data(context)}#">', 'Header set Access-Control-Allow-Origin "*"', "</If>"]
    if _has_wasm(context):
        set_policy = f'Header always set Content-Security-Policy "{_SEARCH_POLICY}"'
        lines += [f'<If "%{{REQUEST_URI}} =~ m#{_search(context)}#">', set_policy, "</If>"]
    lines.append("</IfModule>")
    for rule in single:
        lines.append(f'RedirectMatch 301 "^{_pattern(context, rule.url)}$" "{_plain(context, rule.to)}"')
    for rule in folders:
        below = _plain(context, rule.to[:-1])
        lines.append(f'RedirectMatch 301 "^{_pattern(context, rule.url[:-1])}(.*)$" "{below}$1"')
    for url in _gone(pages):
        lines.append(f'RedirectMatch 410 "^{_pattern(context, url)}$"')
        lines += [f"<If \"%{{REQUEST_URI}} == '{_plain(context, url)}'\">"]
        lines += [f'ErrorDocument 410 "{_plain(context, url)}index.html"', "</If>"]
    return "".join(f"{line}\n" for line in lines)


def _pattern(context: Context, url: str) -> str:
    return re.escape(_plain(context, url))


# Lines for a server's own configuration.

_NGINX = """\
# {base_url}: for nginx, in the `server` block that serves the site. Written by `palmarium deploy --server`.
error_page 404 {missing};
charset utf-8;
set $palmarium_policy "{policy}";
set $palmarium_cache "{asked}";
set $palmarium_origin "";
{search}if ($uri ~ "{digest}") {{ set $palmarium_cache "{forever}"; }}
if ($uri ~ "{data}") {{ set $palmarium_origin "*"; }}
add_header Content-Security-Policy $palmarium_policy always;
add_header Cache-Control $palmarium_cache always;
add_header Access-Control-Allow-Origin $palmarium_origin always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy strict-origin-when-cross-origin always;
"""


def _nginx(context: Context, pages: Mapping[str, Listed]) -> str:
    single, folders = _rules(context, pages)
    policy = f'set $palmarium_policy "{_SEARCH_POLICY}";'
    head = _NGINX.format(
        base_url=context.config.base_url,
        missing=_address(context, "/404.html"),
        policy=POLICY,
        asked=_ALWAYS_ASKED,
        forever=_FOREVER,
        digest=_DIGEST,
        data=_data(context),
        search=f'if ($uri ~ "{_search(context)}") {{ {policy} }}\n' if _has_wasm(context) else "",
    )
    ways = {"gz": "gzip_static on;\n", "br": "# Where nginx has the Brotli module: brotli_static on;\n"}
    lines = [head, *(ways[way] for way in context.config.compress)]
    for rule in single:
        lines.append(f'location = "{_plain(context, rule.url)}" {{ return 301 {_address(context, rule.to)}; }}\n')
    for rule in folders:
        to = _address(context, rule.to[:-1])
        lines.append(f'rewrite "^{_pattern(context, rule.url[:-1])}(.*)$" {to}$1 permanent;\n')
    for url in _gone(pages):
        there = _plain(context, url)
        lines.append(f'location = "{there}" {{ error_page 410 "{there}index.html"; return 410; }}\n')
    return "".join(lines)


def _caddyfile(context: Context, pages: Mapping[str, Listed]) -> str:
    """Lines for the block of a site in a Caddyfile."""
    single, folders = _rules(context, pages)
    lines = [
        f"# {context.config.base_url}: for Caddy, in the block of the site. Written by `palmarium deploy --server`."
    ]
    if _has_wasm(context):
        lines += [
            f"@palmarium_search path_regexp {_search(context)}",
            f"@palmarium_page not path_regexp {_search(context)}",
        ]
        lines += [f'header @palmarium_search Content-Security-Policy "{_SEARCH_POLICY}"']
        lines += [f'header @palmarium_page Content-Security-Policy "{POLICY}"']
    else:
        lines += [f'header Content-Security-Policy "{POLICY}"']
    lines += [f"@palmarium_lasting path_regexp {_DIGEST}", f"@palmarium_asked not path_regexp {_DIGEST}"]
    lines += [f'header @palmarium_lasting Cache-Control "{_FOREVER}"']
    lines += [f'header @palmarium_asked Cache-Control "{_ALWAYS_ASKED}"']
    lines += [f"@palmarium_data path_regexp {_data(context)}", "header @palmarium_data Access-Control-Allow-Origin *"]
    lines += ["header X-Content-Type-Options nosniff", "header Referrer-Policy strict-origin-when-cross-origin"]
    lines += [f'redir "{_plain(context, rule.url)}" {_address(context, rule.to)} permanent' for rule in single]
    for number, rule in enumerate(folders, 1):
        pattern = f"^{_pattern(context, rule.url[:-1])}(.*)$"
        lines += [f'@palmarium_{number} path_regexp palmarium_{number} "{pattern}"']
        to = f"{_address(context, rule.to[:-1])}{{re.palmarium_{number}.1}}"
        lines += [f"redir @palmarium_{number} {to} permanent"]
    for url in _gone(pages):
        lines += [f'file_server "{_plain(context, url)}" {{', "\tstatus 410", "}"]
    lines += ["handle_errors {", f"\trewrite * {_address(context, '/404.html')}", "\tfile_server", "}"]
    packed = " ".join(_CODINGS[way] for way in context.config.compress)
    lines += ["file_server {", f"\tprecompressed {packed}", "}"] if packed else ["file_server"]
    return "".join(f"{line}\n" for line in lines)

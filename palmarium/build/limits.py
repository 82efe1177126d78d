"""Checks before publication: limits of the host, and placeholders of a new site that nobody has replaced."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..config import Config
from ..model import Award
from ..model.ids import slug
from ..pages.parts.search_entries import BUNDLE
from ..problems import Level, Problem, Span
from ..sources import disk
from ..sources.placeholders import MADE_AWARD_ID, MADE_AWARDS, MADE_TEXTS, MADE_TITLES, TO_CONFIRM
from ..sources.site_toml import host
from .output import Read

_NEAR = 0.9
"""The share of a limit from which on a warning is given."""

_SHOWN = 5
_NOBODYS = re.compile(r"(?:^|[@/.])example\.(?:org|com|net)(?![\w.-])")


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a host; 0 where it names none. `folders` is the number of redirects with a `*`."""

    said: str
    files: int = 0
    file: int = 0
    whole: int = 0
    redirects: int = 0
    folders: int = 0
    headers: int = 0


_MIB, _MB, _GB = 1 << 20, 1_000_000, 1_000_000_000
LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "github-pages": Limits("GitHub Pages", file=100 * _MIB, whole=_GB),
        "cloudflare": Limits(
            "Cloudflare Pages", files=20_000, file=25 * _MIB, redirects=2_000, folders=100, headers=100
        ),
        "gitlab": Limits("GitLab Pages", files=200_000, redirects=1_000, folders=1_000),
    }
)


@dataclass(frozen=True, slots=True)
class PublishedFiles:
    """The files that would be published, how to read and measure one, and the number of redirects."""

    files: Collection[str]
    read: Read
    size: Callable[[str], int]
    leading: int


def left(config: Config, awards: Iterable[Award]) -> Iterator[Problem]:
    """Placeholders that nobody has replaced yet."""
    if _NOBODYS.search(host(config.base_url)):
        message = f'"{config.base_url}" is nobody\'s address: it stands in examples'
        hint = 'write where the site will be, such as `base_url = "https://prizes.my-club.org/"`'
        yield Problem("setting", config.place("base_url"), message, hint, Level.WARNING, ("base_url",))
    if config.title in MADE_TITLES.values():
        message = f'"{config.title}" is the title of every new site'
        yield Problem("setting", config.place("title"), message, 'write `title = "…"`', Level.WARNING, ("title",))
    if _NOBODYS.search(config.corrections):
        message = f'"{config.corrections}" reaches nobody: it stands in examples'
        hint = "write where readers reach you, or delete it"
        yield Problem("setting", config.place("corrections"), message, hint, Level.WARNING, ("corrections",))
    for award in awards:
        if award.name in MADE_AWARDS.values():
            message = f'"{award.name}" is the award of every new site'
            yield Problem("setting", award.span, message, "write `name: …`", Level.WARNING, (award.name,))
        if award.id == MADE_AWARD_ID:
            message = f'"{award.id}" is the id of every new site, and would be a part of addresses'
            likely = slug(award.name) if award.name not in MADE_AWARDS.values() else "the-golden-pie"
            hint = f"rename the folder editions/{award.id}, for instance to editions/{likely}"
            yield Problem("setting", award.span, message, hint, Level.WARNING, (award.id,))


def as_drafted(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Lines of records that are still as in a new file."""
    confirm = tuple(TO_CONFIRM.values())
    for path, data in files.items():
        if not path.startswith(("editions/", "content/articles/")):
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            value, _, comment = line.rpartition("   # ")
            if path.endswith(".md") and line in MADE_TEXTS.values():
                message, hint = f'"{line}" is the text of every new article', "write the text, or delete the line"
            elif path.endswith(".yaml") and comment.endswith(confirm) and value.strip()[:1] not in ("", "#"):
                message = f'"{value.strip()}" is still to be confirmed'
                hint = f'look it up, correct it, and delete "# {comment}"'
            else:
                continue
            yield Problem("as-drafted", Span(path, number), message, hint, Level.WARNING, (path,))


def over(config: Config, sources: Mapping[str, bytes], found: PublishedFiles, level: Level) -> Iterator[Problem]:
    """Problems for what the host would refuse or leave out; `level` is that of refusals."""
    limits = LIMITS.get(config.host.name)
    if limits is None:
        return
    place = config.place("host")
    yield from _many(config, limits, found.files, place, level)
    sizes = {file: found.size(file) for file in found.files}
    yield from _large(limits, sources, sizes, place, level)
    yield from _whole(limits, sizes, place, level)
    yield from _lines(limits, sources, found, place)


def _many(config: Config, limits: Limits, files: Collection[str], place: Span, level: Level) -> Iterator[Problem]:
    count = len(files)
    if not limits.files or count <= _NEAR * limits.files:
        return
    kinds = {
        "`cards = false` saves {}": sum(1 for file in files if file.startswith("cards/")),
        '`search = "script"` saves {}': sum(1 for file in files if f"/{BUNDLE}" in file),
        "`compress = []` saves {}": sum(1 for file in files if file.endswith((".br", ".gz"))) if config.compress else 0,
    }
    ways = [way.format(f"{number:,}") for way, number in kinds.items() if number]
    hint = f"in site.toml, {', '.join(ways)}" if ways else f"set another host: {_others(limits)}"
    yield _told(f"{count:,} files", f"{limits.files:,}", count > limits.files, limits, place, hint, level)


def _whole(limits: Limits, sizes: Mapping[str, int], place: Span, level: Level) -> Iterator[Problem]:
    size = sum(sizes.values())
    if limits.whole and size > _NEAR * limits.whole:
        hint = f"publish pictures and files smaller, or set another host: {_others(limits)}"
        is_over = size > limits.whole
        yield _told(f"{size // _MB:,} MB", f"{limits.whole // _MB:,} MB", is_over, limits, place, hint, level)


def _told(what: str, most: str, is_over: bool, limits: Limits, place: Span, hint: str, level: Level) -> Problem:
    message = f"the site has {what}, and {limits.said} takes {most}{'' if is_over else ': it will soon be full'}"
    return Problem("host-limit", place, message, hint, level if is_over else Level.WARNING, (what,))


def _others(limits: Limits) -> str:
    """Other hosts, which do not have this limit."""
    known = ("netlify", "apache", "nginx", "caddy")
    return ", ".join(f"`{name}`" for name in known if LIMITS.get(name) is not limits)


def _large(
    limits: Limits, sources: Mapping[str, bytes], sizes: Mapping[str, int], place: Span, level: Level
) -> Iterator[Problem]:
    large = sorted(file for file, size in sizes.items() if limits.file and size > limits.file)
    for file in large[:_SHOWN]:
        written = next((path for path in (disk.FILES + file, f"content/{file}") if path in sources), "")
        message = f'"{file}" has {sizes[file] / _MIB:.1f} MiB, and {limits.said} takes {limits.file // _MIB} MiB a file'
        hint = "save it smaller, or put it where large files may be, and link to it there"
        yield Problem("host-limit", Span(written) if written else place, message, hint, level, (file,))
    if large[_SHOWN:]:
        message = f"{len(large) - _SHOWN} more files are too large for {limits.said}"
        yield Problem("host-limit", place, message, "see the ones above", level)


def _lines(limits: Limits, sources: Mapping[str, bytes], found: PublishedFiles, place: Span) -> Iterator[Problem]:
    """Problems for lines that the host ignores; the pages redirect anyway."""
    single, folders = _counted(found.read("_redirects") or b"") if limits.redirects else (0, 0)
    wanted = max(single, found.leading) if single >= limits.redirects else single
    if wanted > limits.redirects or folders > limits.folders:
        many = f"{wanted:,} addresses lead" if wanted > limits.redirects else f"{folders:,} folders lead"
        most = f"{limits.redirects:,}" if wanted > limits.redirects else f"{limits.folders:,}"
        message = f"{many} elsewhere, and {limits.said} reads {most} such lines; from the rest their pages lead on"
        hint = 'below [moved] in site.toml, one line may say it for a folder: "/old/*" = "/new/*"'
        yield Problem("host-limit", _of("_redirects", sources, place), message, hint, Level.WARNING, ("redirects",))
    rules = len(re.findall(rb"^[^\s#]", found.read("_headers") or b"", re.M)) if limits.headers else 0
    if rules > limits.headers:
        message = f"_headers has {rules} rules, and {limits.said} reads {limits.headers}"
        where = _of("_headers", sources, place)
        yield Problem(
            "host-limit", where, message, "let one rule stand for a folder: /a/*", Level.WARNING, ("headers",)
        )


def _of(file: str, sources: Mapping[str, bytes], place: Span) -> Span:
    return Span(disk.FILES + file) if disk.FILES + file in sources else place


def _counted(redirects: bytes) -> tuple[int, int]:
    """The number of lines for one address, and of those with a `*` or a `:name`."""
    firsts = [line.split()[0] for line in redirects.splitlines() if line.strip() and not line.lstrip().startswith(b"#")]
    folders = sum(1 for url in firsts if b"*" in url or b"/:" in url)
    return len(firsts) - folders, folders


def unused(config: Config, sources: Mapping[str, bytes], domain: str) -> Iterator[Problem]:
    """Settings of the host that contradict each other, or stand in a file that the host does not read."""
    own = sources.get(f"{disk.FILES}CNAME")
    written = own.decode("utf-8", "replace").strip() if own is not None else ""
    base = config.base_url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
    if config.host.domain and config.host.domain != base:
        message = f'the site stands at "{config.host.domain}", and its pages say that it does at "{base}"'
        hint = f'write `base_url = "https://{config.host.domain}/"`, or delete `domain`'
        yield Problem("host-domain", config.place("host", "domain"), message, hint, Level.WARNING, (base,))
    elif config.host.name == "github-pages" and _DOMAIN.fullmatch(written) and domain and written.lower() != domain:
        message = f'CNAME says "{written}", and base_url "{domain}"; CNAME is what GitHub Pages obeys'
        hint = "delete this file: it is written from base_url"
        yield Problem("host-domain", Span(f"{disk.FILES}CNAME"), message, hint, Level.WARNING, (written,))
    if own is not None and not _DOMAIN.fullmatch(written):
        message = f'CNAME holds a domain and nothing else, not "{written}"'
        yield Problem("host-domain", Span(f"{disk.FILES}CNAME"), message, f"write {base}", Level.WARNING, (written,))
    for name, hosts in _READ_BY.items():
        path = disk.FILES + name
        if path in sources and config.host.name in hosts:
            message = f"this file stands in the place of the one that is written for {config.host.name}"
            hint = "delete it, or see that it has all that is needed (docs/editor.md, *Publish*)"
            yield Problem("host-file", Span(path), message, hint, Level.WARNING, (name,))
        elif path in sources and config.host.name not in ("none", *hosts):
            message = f"{config.host.name} does not read this file: it is for {' or '.join(hosts)}"
            yield Problem(
                "host-file", Span(path), message, f'delete it, or write `host = "{hosts[0]}"`', Level.WARNING, (name,)
            )


_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_READ_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "_redirects": ("cloudflare", "netlify", "gitlab"),
        "_headers": ("cloudflare", "netlify"),
        ".htaccess": ("apache",),
    }
)
"""The configuration files that each host reads."""

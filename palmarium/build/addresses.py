"""Addresses that were published: none of them dies, and one that would is told with the line to add.

A record that had another id names it in `formerly`, and its old address has a page already (`pages.moved`). Other
addresses of `urls.lock` lead where `[moved]` in site.toml says; the address of a page below an index, such as a year,
leads to the index. Any other address is lost, which is a problem.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from ..config import Config
from ..exports import badges
from ..model import Name, Ref
from ..model.withheld import NOBODY, Withheld, tells
from ..pages import moved, urls
from ..pages.context import Context, makes
from ..pages.links import Link, link_to, section_link
from ..pages.messages import Message
from ..pages.parts.search_entries import BUNDLE
from ..pages.plan import Blob, Listed, Page
from ..problems import Level, Problem, Span, nearest, plain
from ..sources import layout, url_lock
from ..sources.site_toml import PATH
from ..sources.url_lock import Lock

_FIRST_YEAR = 2026
"""The year in the ids of feeds of a site that was never published."""

_PASSING = re.compile(
    r"/(?:assets|cards)/.*|/.*/history\.svg|.*\.[0-9a-f]{8,}\.\w+|/404\.html|/sitemap[\w-]*\.xml|/robots\.txt|/manifest\.webmanifest"
    r"|/favicon\.ico|/apple-touch-icon\.png|/_\w+|/\.nojekyll|/\.htaccess|/CNAME|/data/SHA256SUMS"
)
"""Addresses that nobody keeps: those that change with the bytes behind them, those of pictures that are there while
there is something to draw, and those that programs look for."""

_OUTPUTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "badges": ("/{names}/*/badges/*",),
        "citations": ("/*/citation.bib", "/*/citation.ris", "/*/citation.json"),
        "palmares": ("/*/palmares.txt",),
        "feed": ("/feed.xml", "/feed.json", "/{changes}/feed.xml", "/{changes}/feed.json"),
        "feeds": ("/*/feed.xml", "/*/feed.json"),
        "calendar": ("/calendar.ics",),
        "api": ("/api/*", "/{compare}/"),
        "database": ("/data/archive.sqlite",),
        "quickstatements": ("/data/quickstatements.txt",),
        "tables": ("/data/*",),
    }
)
"""Where the files of each output stand, as site.toml would say it below [moved]; the first that fits counts."""

_IN_AWARDS = ("edition", "category")


def is_passing(file: str) -> bool:
    """Whether the address of a file is temporary, such as one with a digest in its name."""
    return bool(_PASSING.fullmatch(f"/{file}")) or f"/{BUNDLE}" in file


@dataclass(frozen=True, slots=True)
class Settled:
    """Redirects at addresses whose record is gone, the addresses that are lost, and the problems."""

    pages: tuple[Page, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(files: Mapping[str, bytes], base_url: str) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock of a site; before the first publication it already holds the ids of the feeds."""
    lock, problems = url_lock.parse(files.get(url_lock.PATH, b""))
    return replace(lock, feeds=lock.feeds or feed_ids(base_url, _FIRST_YEAR)), problems


def lost(lock: Lock, files: Collection[str]) -> tuple[str, ...]:
    """The addresses of the lock for which a site has no file."""
    return tuple(url for url in lock.addresses if urls.path(url) not in files)


def lead(context: Context, lock: Lock, pages: Mapping[str, str], names: Withheld = NOBODY) -> Settled:
    """The target of every address without a page that was published or that site.toml names.

    An address that contains a withheld name leads nowhere.

    `pages` are those that there are, each with where it leads on to, if it does nothing else.
    """
    made: list[Page] = []
    missing: list[str] = []
    problems: list[Problem] = []
    for url in _wanted(context, lock, pages):
        if not url.endswith("/"):
            continue
        if tells(names, url):
            made.append(moved.withheld(context, url))
            continue
        to, wrong = _target(context, url, pages)
        problems += wrong
        to = _index(context, url, pages) if to is None and not wrong else to
        if to is not None:
            made.append(moved.leading(url, _link(context, pages.get(to) or to) if to else None))
        elif not wrong:
            missing.append(url)
    return Settled(tuple(made), tuple(missing), tuple(problems))


def copy(
    context: Context,
    lock: Lock,
    led: Settled,
    pages: Collection[str],
    blobs: Mapping[str, Blob],
    data: Callable[[Blob], bytes],
    names: Withheld = NOBODY,
) -> tuple[tuple[Blob, ...], tuple[Problem, ...]]:
    """Copies of files at their former addresses, and everything that is lost; `data` gives the bytes of a file."""
    copies: list[Blob] = []
    missing = list(led.missing)
    there = {*pages, *blobs}
    problems = [*led.problems, *_unneeded(context, {*pages, *blobs} - {page.url for page in led.pages})]
    for url in _wanted(context, lock, there):
        if url.endswith("/"):
            continue
        if tells(names, url):
            copies.append(Blob(url, _instead(context, url), (PATH,)))
            continue
        to, wrong = _target(context, url, there)
        problems += wrong
        if to is not None and to in blobs:
            copies.append(Blob(url, data(blobs[to]), (PATH,)))
        elif to is None and not wrong:
            missing.append(url)
    gone = {page.url for page in led.pages if page.view.to is None}
    told, left = _lost(context, lock, tuple(missing), gone)
    # A circle of addresses is found from each of them.
    once = {(each.code, each.subject): each for each in reversed((*problems, *told))}
    return (*copies, *left), tuple(reversed(once.values()))


def _instead(context: Context, url: str) -> bytes:
    """The file at an address that contained a withheld name."""
    said = context.say(Message("Name withheld"))
    if url.endswith(".svg"):
        return badges.draw_without("", context.config.title, context.config.language, said).encode()
    return b'{"withheld": true}\n' if url.endswith(".json") else f"{said}\n".encode()


def _wanted(context: Context, lock: Lock, there: Collection[str]) -> Iterator[str]:
    said = (url for url in context.config.moved if "*" not in url)
    return (url for url in dict.fromkeys((*lock.addresses, *said)) if url not in there)


def _link(context: Context, url: str) -> Link:
    found = _record(context, url)
    if found:
        return link_to(context, *found)
    words = (word for word in context.urls.words.__slots__ if word not in urls.WITHIN)
    section = next((word for word in words if context.urls.section(word) == url), "")
    return section_link(context, section) if section else Link(url, url)


def _unneeded(context: Context, there: Collection[str]) -> Iterator[Problem]:
    for url in context.config.moved:
        if url in there:
            place = context.config.place("moved", url)
            message = f'something stands at "{url}": it can\'t lead elsewhere'
            yield Problem("moved", place, message, "delete the line", Level.WARNING, (url,))


def _target(context: Context, url: str, there: Collection[str]) -> tuple[str | None, tuple[Problem, ...]]:
    """The target that site.toml names for an address: None if it names none, empty if the page is gone for good."""
    at, seen = url, [url]
    while at not in there:
        key, to = _said(context.config.moved, at)
        if key is None:
            if at == url:
                return None, ()
            place = context.config.place("moved", _said(context.config.moved, seen[-2])[0] or "")
            message = f'"{seen[-2]}" is to lead to "{at}", where nothing stands'
            near = nearest(at, there)
            hint = f'write "{near}"' if near else 'write where it is to lead, or "" if it is gone for good'
            return None, (Problem("moved", place, message, hint, subject=(at,)),)
        if not to:
            return "", ()
        at = to
        if at in seen:
            circle = seen[seen.index(at) :]
            message = f"these lead in a circle: {' → '.join((*circle, at))}"
            hint = f'delete the line of "{at}", or write where it is to lead'
            subject = tuple(sorted(circle))
            return None, (Problem("moved", context.config.place("moved", key), message, hint, subject=subject),)
        seen.append(at)
    return at, ()


def _said(rules: Mapping[str, str], url: str) -> tuple[str | None, str]:
    """The rule of site.toml for an address, and its target; `*` stands for anything, on both sides."""
    if url in rules:
        return url, rules[url]
    for key, to in rules.items():
        if "*" in key:
            found = re.fullmatch("(.*)".join(map(re.escape, key.split("*"))), url)
            if found:
                parts = to.split("*")
                ends = (*found.groups()[: len(parts) - 1], *("" for _ in parts))
                return key, "".join(chain.from_iterable(zip(parts, ends, strict=False)))
    return None, ""


def _index(context: Context, url: str, pages: Collection[str]) -> str | None:
    """The index to which the page of a year, of a letter, or a further page of a list belonged."""
    if not url.endswith("/") or _record(context, url):
        return None
    above = url
    while above != "/":
        above = above[:-1].rpartition("/")[0] + "/"
        if above in pages and above != "/":
            return above
    return None


def _record(context: Context, url: str) -> tuple[str, str] | None:
    """The record whose own page stood at an address."""
    owner = context.urls.owner(url)
    if owner:
        return owner[:2] if not owner[2] and owner[1] else None
    first = url[1:].partition("/")[0]
    is_note = url.endswith("/") and first not in _words(context).values()
    return ("note", url.strip("/")) if is_note and url != "/" else None


# What is lost, the cause first: with a record goes all that belongs to it.


def _lost(
    context: Context, lock: Lock, missing: tuple[str, ...], gone: Collection[str]
) -> tuple[tuple[Problem, ...], tuple[Blob, ...]]:
    """The addresses that are lost, and replacements for badges whose title is no longer in the archive."""
    records = {url: found for url in missing if (found := _record(context, url))}
    below = tuple(chain(records, gone))
    awards = {key for kind, key in records.values() if kind == "award"}
    others = [url for url in missing if url not in records and not _belongs(context, url, below)]
    told, others = _unmade(context, others)
    without = tuple(_badge(context, url) for url in others if _badge_of(context, url))
    rest = [url for url in others if not _badge_of(context, url)]
    if _renamed(context, lock) and (records or rest):
        return (*told, _other_words(context, lock, len(missing))), without
    # Below the address of an award that has another id stands what stands below the one of today: it is told once.
    own = {
        _today(context, *found): url
        for url, found in reversed(records.items())
        if found[0] == "award" or found[1].partition("/")[0] not in awards
    }
    of_records = (_lost_record(context, lock, url, *found) for found, url in reversed(own.items()))
    return (*told, *of_records, *(_lost_file(lock, url) for url in rest)), without


def _unmade(context: Context, missing: list[str]) -> tuple[tuple[Problem, ...], list[str]]:
    """A problem for each output that site.toml turns off although it was published; and the other lost addresses."""
    found: dict[str, list[str]] = {}
    for url in missing:
        found.setdefault(_output_of(context, url), []).append(url)
    rest = found.pop("", [])
    return tuple(_no_output(context, output, lost) for output, lost in found.items()), rest


def _output_of(context: Context, url: str) -> str:
    """The turned-off output to which a file belonged; empty if none."""
    for output, patterns in _OUTPUTS.items():
        if any(_said({pattern: ""}, url)[0] for pattern in _patterns(context, patterns)):
            return "" if makes(context, output) else output
    return ""


def _patterns(context: Context, patterns: tuple[str, ...]) -> Iterator[str]:
    return (pattern.format(**_words(context)) for pattern in patterns)


def _no_output(context: Context, output: str, lost: list[str]) -> Problem:
    also = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
    message = f'"{lost[0]}" was published{also}, and site.toml says `{output} = false`: nothing stands there now'
    lines = "; ".join(f'"{pattern}" = ""' for pattern in _patterns(context, _OUTPUTS[output]))
    hint = f"write `{output} = true` below [outputs]; if they are gone for good, write below [moved]: {lines}"
    return Problem("lost-address", context.config.place("outputs", output), message, hint, subject=(output,))


def _today(context: Context, kind: str, key: str) -> tuple[str, str]:
    """The key of a lost record, with today's id of its award."""
    award, slash, id = key.partition("/")
    _, _, now = context.archive.former.get(f"award:{award}", "").partition(":")
    return kind, f"{now}/{id}" if now and slash and kind in _IN_AWARDS else key


def _lost_file(lock: Lock, url: str) -> Problem:
    message = f'"{url}" was published, and nothing stands there now'
    hint = f'put it back, or write in site.toml, below [moved]: "{url}" = "/…" (a file that takes its place)'
    return Problem("lost-address", _place(lock, url), message, hint, subject=(url,))


def _place(lock: Lock, url: str) -> Span:
    return Span(url_lock.PATH, lock.addresses.get(url, 1))


def _belongs(context: Context, url: str, pages: Collection[str]) -> bool:
    """Whether an address belongs to a page: it lies below it, or is its record or its badge."""
    for page in pages:
        if url.startswith(page):
            return True
        found = _record(context, page)
        if not found:
            continue
        kind, key = found
        dashed = re.escape(key.replace("/", "-"))
        of_badge = {"award": rf"{dashed}-.*", "edition": rf"{dashed}-.*", "category": rf".*-{key.rpartition('/')[2]}"}
        patterns = (
            rf"/api/v1/{kind}s/{dashed}\.json",
            rf"/api/v1/editions/{dashed}-.*\.json" if kind == "award" else "(?!)",
            rf"/[^/]+/[^/]+/badges/{of_badge.get(kind, '(?!)')}(?:-\d+)?\.svg",
        )
        if any(re.fullmatch(pattern, url) for pattern in patterns):
            return True
    return False


def _badge_of(context: Context, url: str) -> Name | None:
    """The name to which a lost badge belonged, if the archive still has that name."""
    owner = context.urls.owner(url)
    is_badge = owner and owner[0] == "name" and owner[2].startswith("badges/")
    return context.archive.names.get(owner[1]) if owner and is_badge else None


def _badge(context: Context, url: str) -> Blob:
    name = _badge_of(context, url)
    said = context.say(Message("No such title in this archive"))
    drawn = badges.draw_without(name.name if name else "", context.config.title, context.config.language, said)
    return Blob(url, drawn.encode(), (PATH,))


def _lost_record(context: Context, lock: Lock, url: str, kind: str, key: str) -> Problem:
    more = sum(1 for other in lock.addresses if other != url and other.startswith(url))
    below = f", nor at the {more} addresses below it" if more else ""
    message = f'"{url}" was published, and nothing stands there now{below}'
    gone = f'if it is gone for good, write in site.toml, below [moved]: "{url}" = ""'
    new = _successor(context, lock, kind, key)
    line = f"`formerly: [{plain(key.rpartition('/')[2] if kind in _IN_AWARDS else key)}]`"
    hint = _line(context, kind, key, new) if new else f"put it back, or add {line} to what it is called now"
    hint = f"{hint}; {gone}"
    return Problem("lost-address", _place(lock, url), message, hint, subject=(key, *((new,) if new else ())))


def _successor(context: Context, lock: Lock, kind: str, key: str) -> str:
    """The record that a lost one has probably become: one whose address was never published."""
    every = context.archive.index(kind)
    new = [each for each in every if not _was_published(context, lock, kind, each)]
    if kind in _IN_AWARDS:
        same = [each for each in new if each.partition("/")[0] == key.partition("/")[0]]
        new = same or new
    if kind == "award":
        held = [_also_held(context, lock, key, each) for each in new]
        new = [each for each, many in zip(new, held, strict=True) if many == max(held)]
    # Rather one that does not say already what it was called.
    unsaid = [each for each in new if not getattr(every[each], "formerly", ())]
    likely = unsaid or new
    return nearest(key, likely) or (likely[0] if len(likely) == 1 else "")


def _also_held(context: Context, lock: Lock, then: str, award: str) -> int:
    """The number of editions and categories of an award that were published below its id `then`."""
    archive = context.archive
    every = ("edition", archive.editions_of.get(award, ())), ("category", archive.categories_of.get(award, ()))
    keys = ((kind, f"{then}/{key.partition('/')[2]}") for kind, held in every for key in held)
    return sum(context.urls.target(*each) in lock.addresses for each in keys)


def _was_published(context: Context, lock: Lock, kind: str, key: str) -> bool:
    """Whether the address of a record was published, also below a former id of its award."""
    award, slash, id = key.partition("/")
    before = context.archive.former_of.get(f"award:{award}", ()) if kind in _IN_AWARDS else ()
    keys = (key, *(f"{each.partition(':')[2]}{slash}{id}" for each in before))
    return any(context.urls.target(kind, each) in lock.addresses for each in keys)


def _line(context: Context, kind: str, key: str, new: str) -> str:
    """The line to add to a record whose id has changed."""
    then = key
    archive = context.archive
    if kind in _IN_AWARDS and key.partition("/")[0] == new.partition("/")[0]:
        then = key.partition("/")[2]
    every = archive.index(kind)
    before: tuple[Ref, ...] = getattr(every[new], "formerly", ())
    line = f"`formerly: [{', '.join(plain(text) for text in (*(ref.text for ref in before), then))}]`"
    if kind == "category":
        category = archive.categories[new]
        where = f"to the category {category.id} in {category.span.path}"
        return f"if it is {new} now, add {line} {where}"
    path = layout.file(kind, new)
    if kind == "name" and not archive.names[new].registered:
        name = archive.names[new]
        return f"if it is {name.name} now, write {path} with `name: {plain(name.name)}`, `kind: {name.kind}` and {line}"
    return f"if it is {new} now, add {line} to {path}"


def _words(context: Context) -> dict[str, str]:
    return {word: getattr(context.urls.words, word) for word in context.urls.words.__slots__}


def _renamed(context: Context, lock: Lock) -> dict[str, str]:
    """The words of addresses that have changed, as they were."""
    now = _words(context)
    return {word: then for word, then in lock.words.items() if now.get(word, then) != then}


def _other_words(context: Context, lock: Lock, count: int) -> Problem:
    """The problem that another language or catalogue would change all addresses at once."""
    now, changed = _words(context), _renamed(context, lock)
    lines = [f'"/{then}/*" = "/{now[word]}/*"' for word, then in changed.items() if word not in urls.WITHIN]
    if "category" in changed:
        awards = now["awards"]
        lines.insert(0, f'"/{awards}/*/{changed["category"]}/*" = "/{awards}/*/{now["category"]}/*"')
    told = ", ".join(f"/{then}/ is /{now[word]}/" for word, then in changed.items())
    message = f"{count} addresses that were published would move, for words in them are others now: {told}"
    hint = f"put the language back in site.toml, or write there, below [moved]: {'; '.join(lines)}"
    return Problem("lost-address", context.config.place("language"), message, hint, subject=tuple(changed))


# What is published.


def published(lock: Lock, context: Context, files: Collection[str], pages: Collection[Listed]) -> bytes:
    """The lock with all present addresses of a site added."""
    every = tuple(map(urls.address, files))
    bundle = context.urls.section("search") + BUNDLE
    new = {url: 0 for url in every if not _PASSING.fullmatch(url) and not url.startswith(bundle)}
    leads = {page.url: page.leads for page in pages if page.leads}
    made = Lock(context.config.base_url, context.feeds, _words(context), {**lock.addresses, **new})
    return url_lock.written(made, leads, every)


def feed_ids(base_url: str, year: int) -> str:
    """The prefix of the ids in feeds, which never changes, even if addresses do (RFC 4151)."""
    host, _, path = base_url.partition("://")[2].partition("/")
    return f"tag:{host.partition(':')[0]},{year}:{path}"


def other_base(settings: Config, lock: Lock) -> Iterator[Problem]:
    """The problem that the public address of the site is no longer the published one."""
    base = settings.base_url
    if lock.base and lock.base != base:
        message = f"{len(lock.addresses)} addresses were published below {lock.base}, and stand below {base} now"
        hint = f"let the host of {lock.base} lead each to the same one here; `build --publish` then takes this as told"
        yield Problem("other-base", settings.place("base_url"), message, hint, Level.WARNING, (lock.base,))

"""urls.lock: every address that a site has published, and where it leads now."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from ..problems import Problem, Span

PATH = "urls.lock"
_HEAD = """\
# Every address that this site has published, and where it leads now. A build that would drop one fails.
# `palmarium build --publish` and `palmarium deploy` add to it; commit it beside the sources.
"""
_ADDRESS = re.compile(r"(?P<url>/\S*)(?: (?P<to>/\S*|-))?")
_GONE = "-"


@dataclass(frozen=True, slots=True)
class Lock:
    """What was published: addresses with their lines, and what they were made of.

    `base` is the base_url then, `feeds` the beginning of every id in feeds, `words` those of the addresses.
    """

    base: str = ""
    feeds: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, int] = field(default_factory=dict)


def parse(data: bytes) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock; lines in any order, and one that two editors have both added, are read as they are meant."""
    said: dict[str, str] = {}
    addresses: dict[str, int] = {}
    problems = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        text = line.strip()
        key, _, value = text.partition(" ")
        if found := _ADDRESS.fullmatch(text):
            addresses.setdefault(unquote(found["url"]), number)
        elif key in ("base", "feeds", "words") and value:
            said.setdefault(key, value)
        elif text and not text.startswith("#"):
            message = f'"{text[:60]}" is no address that was published'
            problems.append(Problem("url-lock", Span(PATH, number), message, "delete the line", subject=(text,)))
    words = dict(pair.split("=", 1) for pair in said.get("words", "").split() if "=" in pair)
    return Lock(said.get("base", ""), said.get("feeds", ""), words, addresses), tuple(problems)


def written(lock: Lock, leads: Mapping[str, str], there: Iterable[str]) -> bytes:
    """The lock as a file, sorted, a line for each address: so two editors' changes merge.

    `leads` says where an address leads that is not its own any more, `there` which are.
    """
    known = frozenset(there)
    lines = [f"base {lock.base}", f"feeds {lock.feeds}", "words " + " ".join(f"{k}={v}" for k, v in lock.words.items())]
    for url in sorted(lock.addresses):
        to = leads.get(url, "" if url in known else _GONE)
        lines.append(f"{_quoted(url)} {to if to == _GONE else _quoted(to)}".rstrip())
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _quoted(url: str) -> str:
    return quote(url, safe="/#!$&'()*+,;=:@~")

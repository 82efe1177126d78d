"""The list of files: by what they are, and by words."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from ...model import Edition, Record
from ...pages.urls import Urls
from ..lsp.site import OpenSite
from ..serve import AT
from ..words import Speech
from . import address

_MOST_LISTED = 200
_GROUPS = MappingProxyType({"content/names/": "Names", "content/articles/": "Articles", "content/pages/": "Pages"})


def title(site: OpenSite, path: str, speech: Speech) -> str:
    """What a file is about, in its own words."""
    record: Record | None = site.records.get(path)
    if isinstance(record, Edition):
        award = site.archive.awards.get(record.award)
        return (award.label if award else record.award) + speech.say(": ") + record.label
    return str(getattr(record, "name", "") or getattr(record, "title", "") or path)


def groups(site: OpenSite, paths: Iterable[str], wanted: str, speech: Speech) -> Mapping[str, Any]:
    """The files by what they are, those of an award together; with every word, whatever its accents."""
    sought = _folded(wanted).split()
    wrong = Counter(each.span.path for problem in site.problems for each in (problem, *problem.below))
    groups: dict[str, list[Mapping[str, str]]] = {}
    # Awards first: `editions/` comes behind `content/`.
    for path in sorted(paths, key=lambda path: (path.startswith("content/"), path)):
        named, group = title(site, path, speech), _group(site, path, speech)
        if all(word in _folded(f"{group} {named} {path}") for word in sought):
            file = {"title": named, "path": path, "address": address(path), "problems": speech.problems(wrong[path])}
            groups.setdefault(group, []).append(file)
    listed = [
        {
            "title": title,
            "count": len(files),
            "files": files[:_MOST_LISTED],
            "more": max(0, len(files) - _MOST_LISTED),
        }
        for title, files in groups.items()
    ]
    return {"groups": listed, "words": wanted}


def unfiled(site: OpenSite, urls: Urls, wanted: str) -> Iterator[Mapping[str, str]]:
    """The names without a file that have every word, each with where one is made."""
    sought = _folded(wanted).split()
    archive = site.archive
    found = (each for id, each in archive.names.items() if id not in archive.profiles)
    for each in islice((each for each in found if all(word in _folded(each.name) for word in sought)), _MOST_LISTED):
        yield {"name": each.name, "address": f"{AT}{quote(urls.target('name', each.id))}"}


def _group(site: OpenSite, path: str, speech: Speech) -> str:
    if path.startswith("editions/"):
        id = path.split("/")[1]
        award = site.archive.awards.get(id)
        return speech.say("Award: %(name)s", name=award.name if award else id)
    return speech.say(next((title for start, title in _GROUPS.items() if path.startswith(start)), ""))


def _folded(text: str) -> str:
    """A text without its accents and capitals."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

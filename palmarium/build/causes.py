"""Causes of problems: which error hides a record, and what follows from that."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..problems import Key, Level, Problem, in_order, nearest
from ..sources.layout import MEDIA
from ..sources.load import meant

_COPIED = re.compile(r"(?<! )(?: +(?:- )?|-)(?:\(\d{1,3}\)|copy|copie|kopie|copia)$|\(\d{1,3}\)$")
"""The suffix that file managers give to a copy."""

_KINDS: Mapping[str, str] = MappingProxyType({"names": "name", "articles": "article", "pages": "page"})


def hiding(
    unread: Iterable[Problem], files: Mapping[str, bytes], read: Container[str], unknown: Iterable[Problem]
) -> Iterator[Problem]:
    """Give the first error of each file what is missing because of it: its record, and keys that only it may hold.

    `read` are the files of which there is a record.
    """
    missed: defaultdict[Key, set[str]] = defaultdict(set)
    for problem in unknown:
        for key in problem.needs:
            missed[key].add(problem.span.path)
    seen: set[str] = set()
    for problem in unread:
        path = problem.span.path
        if problem.level is Level.ERROR and path not in seen:
            seen.add(path)
            text = files.get(path, b"").decode("utf-8", "replace")
            held = (key for key, where in missed.items() if _may_hold(path, text, key, where))
            own = () if path in read else keys_of(path)
            problem = replace(problem, hides=(*problem.hides, *own, *sorted(held)))
        yield problem


def spoiling(problems: Iterable[Problem], incomplete: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first error of each file that is `incomplete` what checks say of that file."""
    first: dict[str, Problem] = {}
    for problem in in_order(incomplete):
        if problem.level is Level.ERROR:
            first.setdefault(problem.span.path, problem)
    for problem in problems:
        path = problem.span.path
        yield replace(problem, hides=(*problem.hides, ("whole", path))) if problem == first.get(path) else problem


def keys_of(path: str) -> tuple[Key, ...]:
    """The keys that the record of a file would have if the file were named correctly."""
    if path.startswith(MEDIA):
        return (("picture", path.removeprefix(MEDIA)),)
    folder, *rest = _COPIED.sub("", meant(path).rsplit(".", 1)[0].lower()).split("/")
    if folder == "editions" and len(rest) == 3:
        # A folder for each edition, or one for several.
        return tuple(("edition", f"{rest[0]}/{id}") for id in rest[1:])
    if folder == "editions" and len(rest) == 2:
        return (("award", rest[0]),) if rest[1] == "award" else (("edition", "/".join(rest)),)
    kind = nearest(rest[0], _KINDS) if folder == "content" and len(rest) > 1 else None
    return ((_KINDS[kind], "/".join(rest[1:])),) if kind else ()


def missing(unknown: Iterable[Problem]) -> Iterator[Problem]:
    """Unknown references that make statistics incomplete; a reference to an unknown name is not one of them."""
    counted = ("award", "edition", "category")
    return (problem for problem in unknown if any(kind in counted for kind, _ in problem.needs))


def _may_hold(path: str, text: str, key: Key, missed: Collection[str]) -> bool:
    """Whether a key may be missing because of a file: bare names come from several files, others from one."""
    kind, what = key
    home, _, id = what.rpartition("#")
    if kind == "category":
        award, _, id = what.partition("/")
        home = f"editions/{award}/award.yaml"
    word = what if kind == "name" else id
    brings_names = kind == "name" and missed != {path} and path.startswith(("editions/", "content/names/"))
    return (brings_names or path == home) and word in unicodedata.normalize("NFC", text)

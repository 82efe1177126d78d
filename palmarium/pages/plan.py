"""The plan of the output: pages, files and recipes, by address."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

from ..problems import Problem, Span
from ..sources.layout import MEDIA
from .urls import folders, path

_LONGEST = 240
"""Bytes in the name of a file or folder: a file system holds 255, and a compressed copy has a longer one."""


@dataclass(frozen=True, slots=True)
class Page:
    """An address, the template of its kind, and all that the template may see.

    `view` holds frozen values only and has a `head`; `sources` are for `explain`.
    """

    url: str
    template: str
    view: Any
    sources: tuple[str, ...] = ()


def pages_in_parts(kind: ModuleType, context: Any) -> Iterator[tuple[Any, Callable[[], tuple[Page, ...]]]]:
    """The pages that a kind can make alone: those of each key of the index that it names, or all at once."""
    if not hasattr(kind, "EACH"):
        yield None, lambda: tuple(kind.pages(context))
    else:
        yield from ((key, partial(_of_key, kind, context, key)) for key in getattr(context.archive, kind.EACH))


def _of_key(kind: ModuleType, context: Any, key: Any) -> tuple[Page, ...]:
    return tuple(kind.pages(context, key)) if hasattr(kind, "pages") else (kind.page(context, key),)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a sitemap, a search and a host list it.

    `leads` is where it leads on to, if it does nothing else; `gone` says that nothing stands there any more, for good.
    `versions` are the languages and addresses of what there is in several, this one too, first the one in lists.
    """

    url: str
    indexed: bool
    findable: bool
    leads: str = ""
    gone: bool = False
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Blob:
    """A file that needs no template: an export, a picture, a style sheet."""

    url: str
    data: bytes
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file made of lines that can each be made alone: `head`, the lines with `between`, `tail`; `empty` without any.

    The lines stand in the order of their keys where it `is_sorted`, else in that in which they are made. A file that is
    no text is made by `revise`: of the file as it was (None: of nothing), the keys of lines that go, the texts of those
    that come.
    """

    url: str
    head: str = ""
    between: str = ""
    tail: str = ""
    empty: str = ""
    is_sorted: bool = False
    revise: "Revise | None" = None


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line, or several that are made together, of such a file."""

    file: ListFile
    key: str
    text: str


Revise = Callable[[bytes | None, Iterable[str], Iterable[bytes]], bytes]

Piece = Blob | ListLine
"""What a part of an export makes."""

Part = tuple[str, Callable[[], Iterable[Piece]]]
"""What an export can make alone: a key, and how it is made."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A file whose bytes are made only where it is stale; `making` is frozen, and says all that they depend on."""

    url: str
    making: Any
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole output, sorted by address, each address once."""

    pages: tuple[Page, ...]
    blobs: tuple[Blob, ...]
    recipes: tuple[Recipe, ...] = ()


Item = Page | Blob | Recipe


@dataclass(frozen=True, slots=True)
class BuildWork:
    """The work of a build, by file below the output folder."""

    stale: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]


def make(
    pages: Iterable[Page], blobs: Iterable[Blob], recipes: Iterable[Recipe] = ()
) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan; two things at one address are a problem that names both (also where case alone differs)."""
    plan = Plan(
        tuple(sorted(pages, key=lambda p: p.url)),
        tuple(sorted(blobs, key=lambda b: b.url)),
        tuple(sorted(recipes, key=lambda r: r.url)),
    )
    seen: dict[str, Item] = {}
    items: tuple[Item, ...] = (*plan.pages, *plan.blobs, *plan.recipes)
    problems = list(_too_long(items))
    for item in items:
        other = seen.setdefault(path(item.url).casefold(), item)
        if other is not item:
            problems.append(_collision(item, other))
    for file, item in seen.items():
        # What is a file for one can't be a folder for another: `feed.xml` and `feed.xml/index.html`.
        above = next((seen[folder] for folder in folders(file) if folder in seen), None)
        if above is not None:
            problems.append(_collision(item, above))
    return plan, tuple(problems)


def _too_long(items: Iterable[Item]) -> Iterator[Problem]:
    """Names that no file system holds, once for each source."""
    told: set[str] = set()
    for item in items:
        name = max(path(item.url).split("/"), key=lambda part: len(part.encode()))
        source = next(iter(item.sources), "site.toml")
        if len(name.encode()) > _LONGEST and source not in told:
            told.add(source)
            message = f'this makes a file or folder of {len(name.encode())} bytes, "{name[:40]}…"; {_LONGEST} at most'
            yield Problem("file-name", Span(source), message, "give it a shorter id, or a shorter name")


def diff(fingerprints: Mapping[str, str], recorded: Mapping[str, str]) -> BuildWork:
    """Compare fingerprints by file with those of the build before."""
    stale = tuple(file for file, mark in fingerprints.items() if recorded.get(file) != mark)
    kept = tuple(file for file, mark in fingerprints.items() if recorded.get(file) == mark)
    return BuildWork(stale, kept, tuple(file for file in recorded if file not in fingerprints))


def _collision(item: Item, other: Item) -> Problem:
    first, second = (", ".join(each.sources) or "the generator" for each in (other, item))
    message = f'two things would stand at "{item.url}": one from {first}, one from {second}'
    place = next(iter(item.sources), next(iter(other.sources), "site.toml"))
    hint = "give it another name" if place.startswith("content/files/") else "give one of them another id"
    if place.startswith(MEDIA):
        hint = "delete one of the two, or rename it"
    return Problem("url-collision", Span(place), message, hint)

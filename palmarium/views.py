"""Shape the pieces of view that several kinds of page share.

Owns: Context, Head, Link, Html and the pieces below them.   Never: knows a template or a file.
"""

from dataclasses import dataclass

from .archive import Archive
from .config import Config
from .urls import Urls


@dataclass(frozen=True, slots=True)
class Context:
    """What every page kind and export is made from."""

    archive: Archive
    config: Config
    urls: Urls


@dataclass(frozen=True, slots=True)
class Link:
    """A text and its address from the root; no address where there is no page."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is safe already: sanitised prose, or made here from escaped parts."""

    html: str


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue with its values; `count` chooses the plural form.

    `id` is the English sentence with `%(name)s` slots; `plural` its plural, where there is one.
    """

    id: str
    values: tuple[tuple[str, str | int], ...] = ()
    plural: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What `layout.html` needs of every page."""

    url: str
    title: str
    description: str
    kind: str = "website"
    crumbs: tuple[Link, ...] = ()
    section: str = ""
    previous: Link | None = None
    next: Link | None = None
    published: str = ""
    json_ld: str = ""
    indexed: bool = True

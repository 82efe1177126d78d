"""The page at an address that something had once: it leads to where that is today.

Its address is that of an earlier id (`formerly`). A host that knows redirects answers before this page is ever shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .context import Context
from .links import Head, Link, link_to_article, link_to_award, link_to_category, link_to_edition, link_to_name
from .messages import Message
from .plan import Page

TEMPLATE = "page/moved.html"
EACH = "former"


@dataclass(frozen=True, slots=True)
class View:
    """A page that leads on: `to` is where what stood here is today, None where it is gone for good."""

    head: Head
    to: Link | None


def page(context: Context, key: str) -> Page:
    kind, _, then = key.partition(":")
    _, _, now = context.archive.former[key].partition(":")
    return leading(context.urls.target(kind, then), link_to(context, kind, now))


def leading(url: str, to: Link | None) -> Page:
    """The page at `url` that leads on, or says that nothing stands there any more."""
    if to is None:
        told = Message("What stood here is no longer published.")
        return Page(url, TEMPLATE, View(Head(url, Message("No longer here"), told, indexed=False), None))
    told = Message("What stood here is now at %(title)s.", (("title", to.text),))
    return Page(url, TEMPLATE, View(Head(url, to.text, told, indexed=False, leads=to.url), to))


def withheld(context: Context, url: str) -> Page:
    """The page where a name stood that is withheld: it does not say its own address, which tells the name."""
    told = Message("The name that stood here is withheld.")
    return Page(
        url, TEMPLATE, View(Head(context.urls.section("names"), Message("Name withheld"), told, indexed=False), None)
    )


def link_to(context: Context, kind: str, key: str) -> Link:
    """The page of an award, edition, category, name, article or note, by its title."""
    return _LINKS[kind](context, key)


def _link_to_note(context: Context, key: str) -> Link:
    return Link(context.archive.notes[key].title, context.urls.note(key))


_LINKS: Mapping[str, Callable[[Context, str], Link]] = MappingProxyType(
    {
        "award": link_to_award,
        "edition": link_to_edition,
        "category": link_to_category,
        "name": link_to_name,
        "article": link_to_article,
        "note": _link_to_note,
    }
)

"""The page at an address that something had once: it leads to where that is today.

Its address is that of an earlier id (`formerly`). On a host with redirects, readers never see this page.
"""

from dataclasses import dataclass

from .context import Context
from .links import Head, Link, link_to
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
        return Page(url, TEMPLATE, View(Head(url, Message("No longer here"), told, indexed=False, gone=True), None))
    told = Message("What stood here is now at %(title)s.", (("title", to.text),))
    return Page(url, TEMPLATE, View(Head(url, to.text, told, indexed=False, leads=to.url), to))


def withheld(context: Context, url: str) -> Page:
    """The page where a name stood that is withheld: it does not say its own address, which tells the name."""
    told = Message("The name that stood here is withheld.")
    return Page(
        url, TEMPLATE, View(Head(context.urls.section("names"), Message("Name withheld"), told, indexed=False), None)
    )

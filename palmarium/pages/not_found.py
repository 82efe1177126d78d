"""The page that a host shows for an unknown address."""

from collections.abc import Iterator
from dataclasses import dataclass

from .context import Context
from .links import Head, Link, section_link
from .messages import Message
from .plan import Page

TEMPLATE = "page/not_found.html"
URL = "/404.html"


@dataclass(frozen=True, slots=True)
class View:
    """The page for a wrong address; `ways` lead on."""

    head: Head
    ways: tuple[Link, ...]


def pages(context: Context) -> Iterator[Page]:
    head = Head(URL, Message("Page not found"), Message("This address leads to no page of the archive."), indexed=False)
    sections = ("awards", "laureates", "names", "years", "articles", "search")
    ways = (Link(Message("Home"), context.urls.home()), *(section_link(context, word) for word in sections))
    yield Page(URL, TEMPLATE, View(head, ways))

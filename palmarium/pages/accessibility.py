"""The accessibility statement: what was tested, with what, and what is known not to work; absent where nothing was."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..config import Conformity
from ..model import Date
from .context import Context
from .links import Head, Link, section_head
from .messages import Message
from .plan import Page

TEMPLATE = "page/accessibility.html"


@dataclass(frozen=True, slots=True)
class View:
    """What an editor says below `[accessibility]` in site.toml; `conformity` is None where none is stated."""

    head: Head
    tested: Date
    standard: str
    by: str
    means: tuple[str, ...]
    sample: tuple[Link, ...]
    conformity: Conformity | None
    faults: tuple[str, ...]


def pages(context: Context) -> Iterator[Page]:
    said = context.config.accessibility
    if said is None:
        return
    description = Message("What was tested of how everybody can use this site, and what is known not to work.")
    head = section_head(context, "accessibility", description)
    sample = tuple(Link(ref.text, ref.text) for ref in said.pages)
    view = View(head, said.tested, said.standard, said.by, said.means, sample, said.conformity, said.faults)
    yield Page(head.url, TEMPLATE, view, ("site.toml",))

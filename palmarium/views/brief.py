"""Tell an edition in one line: who won there, or why nobody can be named.

Owns: Brief, how many names stand for all.   Never: ranks laureates.
"""

from dataclasses import dataclass

from ..context import Context
from ..model import Edition
from . import Link, Message, Text, link_to_edition
from .entries import palmares

_NAMED = 2


@dataclass(frozen=True, slots=True)
class Brief:
    """An edition in brief; `told` is who won there, or why nobody can be named. Of a year, its editions."""

    link: Link
    label: str
    told: Text


def brief(context: Context, key: str) -> Brief:
    edition = context.archive.editions[key]
    return Brief(link_to_edition(context, key), edition.label, _told(context, edition))


def _told(context: Context, edition: Edition) -> Text:
    names = list(dict.fromkeys(str(one.link.text) for line in palmares(context, edition) for one in line.laureates))
    if len(names) > _NAMED + 1:
        said, more = (("names", ", ".join(names[:_NAMED])),), len(names) - _NAMED
        return Message("%(names)s and %(num)s other", said, plural="%(names)s and %(num)s others", count=more)
    if names:
        return ", ".join(names)
    return Message("without palmarès") if edition.without_palmares else Message("no laureate known")

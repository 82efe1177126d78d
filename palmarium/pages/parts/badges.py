"""Badges of a laureate: one for each certain title, and one for each lost title.

There is no badge for a title without a known category, an unofficial title, or a title that was declined: only what is
certain is certified. The badge of a lost title keeps its address and says that the title is lost, because somebody's
page may already show it.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from ...model import Acceptance, Distinction, Name, Result, Status
from ..context import Context, award_then, former_ids, makes
from ..links import Html, link_to_edition
from ..urls import absolute
from .palmares import result_url

WIDTH, HEIGHT = 380, 132


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge; `edition` is its short name, `label` what stands in the seal, `page` where it leads, whole.

    `formerly` are the addresses that it had when its edition or its category had another id.

    `rank` is 0 where the winner was not one of several places; `stands` is false for a title that was lost.
    """

    url: str
    award: str
    edition: str
    label: str
    category: str
    laureate: str
    rank: int
    validity: str
    site: str
    page: str
    stands: bool
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeLine:
    """A badge that is offered, and the HTML to paste, which leads back to the palmarès."""

    url: str
    text: str
    snippet: Html


def badges(context: Context, name: Name) -> tuple[Badge, ...]:
    """From old to new, each with an address of its own."""
    taken: dict[str, int] = {}
    return tuple(_badges(context, name, taken))


def badge_lines(context: Context, name: Name) -> tuple[BadgeLine, ...]:
    """The badges of active titles, with their HTML to paste."""
    made = badges(context, name) if makes(context, "badges") else ()
    return tuple(_line(context, badge) for badge in made if badge.stands)


def _badges(context: Context, name: Name, taken: dict[str, int]) -> Iterator[Badge]:
    archive = context.archive
    for result in archive.results_of.get(name.id, ()):
        if _is_certain(context, result):
            url, *formerly = _addresses(context, name, result)
            taken[url] = taken.get(url, 0) + 1
            again = f"-{taken[url]}.svg" if taken[url] > 1 else ".svg"
            made = _badge(context, name, result, url + again)
            yield replace(made, formerly=tuple(each + again for each in formerly))


def _addresses(context: Context, name: Name, result: Result) -> Iterator[str]:
    """Where the badge of a title stands, but for its ending, and then where it stood under earlier ids."""
    editions = (result.edition, *former_ids(context, "edition", result.edition))
    categories = (result.category, *former_ids(context, "category", result.category_key))
    ids = dict.fromkeys(category.rpartition("/")[2] for category in categories)
    for edition, category in product(editions, ids):
        yield f"{context.urls.name(name.id)}badges/{edition.replace('/', '-')}-{category}"


def _is_certain(context: Context, result: Result) -> bool:
    """A winner, officially, in a known category; whether it still stands is told on the badge itself."""
    known = context.archive.category(result) is not None
    return (
        known
        and result.official
        and result.distinction is Distinction.WINNER
        and (result.acceptance is Acceptance.RECEIVED)
    )


def _badge(context: Context, name: Name, result: Result, url: str) -> Badge:
    archive = context.archive
    edition = archive.editions[result.edition]
    category = archive.category(result)
    own = next((holder.status for holder in result.holders if archive.ids.get(holder.name.text) == name.id), None)
    page = result_url(context, result)
    return Badge(
        url,
        award_then(context, edition),
        str(link_to_edition(context, result.edition).text),
        edition.label,
        result.printed_category or (category.name if category else ""),
        name.name,
        result.rank or 0,
        edition.validity,
        context.config.title,
        absolute(page, context.config.base_url),
        result.status is Status.ACTIVE and own is Status.ACTIVE,
    )


def _line(context: Context, badge: Badge) -> BadgeLine:
    text = f"{badge.edition}, {badge.category}"
    alt = html.escape(f"{badge.laureate} – {text}")
    source = html.escape(absolute(badge.url, context.config.base_url))
    picture = f'<img src="{source}" alt="{alt}" width="{WIDTH}" height="{HEIGHT}">'
    return BadgeLine(badge.url, text, Html(html.escape(f'<a href="{html.escape(badge.page)}">{picture}</a>')))

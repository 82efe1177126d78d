"""Data of ornaments, and contents of the cards of pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...config import MOST_CARDS
from ...images.ornaments import LeafKind
from ...model import Article, Edition, Name
from ...model.archive import Archive
from ...statistics.holders import nameless
from ...statistics.memoize import once
from ...statistics.titles import Scope, laureates, titles, winners
from ..context import Context, award_then
from ..links import Card, titles_for
from ..messages import Message

# Shape what an ornament is drawn from: a leaf for each title, a band for each edition.

MOST = 100
"""How many leaves an ornament has at most; beyond that each stands for several titles."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """The titles of an edition, an award or the archive, as leaves from old to new.

    `of` is the award's id, which chooses the shape; empty for the archive. `bands` is the ordinal of an edition or
    the number of editions. `each` is how many titles a leaf stands for; `known`, `half` (in an unknown category) and
    `unknown` (an unknown laureate) count titles.
    """

    of: str
    leaves: tuple[LeafKind, ...]
    bands: int
    each: int
    known: int
    half: int
    unknown: int


def emblem(context: Context, of: str, editions: Iterable[Edition], bands: int) -> Emblem | None:
    """The emblem of these editions; None where they hold no title, known or not."""
    titles = [leaf for edition in editions for leaf in _leaves(context, edition)]
    if not titles:
        return None
    each = -(-len(titles) // MOST)
    known, half, unknown = (titles.count(kind) for kind in LeafKind)
    # Of the titles that share a leaf, the middle one speaks for all.
    leaves = tuple(titles[min(first + each // 2, len(titles) - 1)] for first in range(0, len(titles), each))
    return Emblem(of, leaves, bands, each, known, half, unknown)


def _leaves(context: Context, edition: Edition) -> Iterator[LeafKind]:
    for entry in edition.entries:
        kind = LeafKind.KNOWN if entry.category else LeafKind.HALF
        for result in entry.results:
            if winners(context.archive, result):
                yield from (kind,) * result.count
    yield from (LeafKind.UNKNOWN,) * nameless(edition)


# Shape the card of a page: what stands on it where the page is shared elsewhere.


def card_of_edition(context: Context, edition: Edition) -> Card | None:
    """Its award as it was called, its year, how many were honoured and when."""
    if context.config.cards is False:
        return None
    award, scope = context.archive.awards[edition.award], Scope(edition=edition.key)
    won, who = titles(context.archive, scope), laureates(context.archive, scope).value
    told = (titles_for(won, who),) if won.value else ()
    below = (*told, *((edition.ceremony.date,) if edition.ceremony.date else ()))
    name = award_then(context, edition)
    return _of(context, edition, Card(f"{award.short or name} {edition.label}", name if award.short else "", below))


def card_of_name(context: Context, name: Name, summary: tuple[Message, ...]) -> Card | None:
    """What it is, and how much of it there is."""
    wanted = context.config.cards
    is_drawn = not has_too_many_names(context.archive) if wanted is None else wanted
    return Card(name.name, name.kind, summary) if is_drawn else None


@once
def has_too_many_names(archive: Archive) -> bool:
    """Whether there are so many names that a site draws cards of them only where it asks for that."""
    return len(archive.names) > MOST_CARDS


def card_of_article(context: Context, article: Article) -> Card | None:
    """Its kind and date, and the ornament of the edition that it is about."""
    if context.config.cards is False:
        return None
    card = Card(article.title, article.kind, (article.date,) if article.date else ())
    about = next((ref.text for ref in article.about.editions if ref.text in context.archive.editions), "")
    return _of(context, context.archive.editions[about], card) if about else card


def _of(context: Context, edition: Edition, card: Card) -> Card:
    """The card with the ornament of an edition."""
    drawn = emblem(context, edition.award, (edition,), edition.ordinal or 1)
    if drawn is None:
        return card
    return Card(card.title, card.above, card.below, drawn.of, drawn.leaves, drawn.bands)

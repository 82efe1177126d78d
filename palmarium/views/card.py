"""Shape the card of a page: what stands on it where the page is shared elsewhere.

Owns: the words of the cards of editions, names and articles, and what their ornaments are drawn from.
Never: draws one.
"""

from ..context import Context, award_then
from ..model import Article, Edition, Name
from ..statistics.scope import Scope
from ..statistics.titles import laureates, titles
from . import Card, Message, titles_for
from .emblem import emblem


def card_of_edition(context: Context, edition: Edition) -> Card | None:
    """Its award as it was called, its year, how many were honoured and when."""
    if not context.config.cards:
        return None
    award, scope = context.archive.awards[edition.award], Scope(edition=edition.key)
    won, who = titles(context.archive, scope), laureates(context.archive, scope).value
    told = (titles_for(won, who),) if won.value else ()
    below = (*told, *((edition.ceremony.date,) if edition.ceremony.date else ()))
    name = award_then(context, edition)
    return _of(context, edition, Card(f"{award.short or name} {edition.label}", name if award.short else "", below))


def card_of_name(context: Context, name: Name, summary: tuple[Message, ...]) -> Card | None:
    """What it is, and how much of it there is."""
    return Card(name.name, name.kind, summary) if context.config.cards else None


def card_of_article(context: Context, article: Article) -> Card | None:
    """Its kind and date, and the ornament of the edition that it is about."""
    if not context.config.cards:
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

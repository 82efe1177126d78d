"""Cards of pages for social networks: words in the site's language, colours of the theme, addresses."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest
from types import MappingProxyType

from ..config import Config
from ..images import colour
from ..images.cards import Drawing, is_drawn
from ..images.ornaments import LeafKind
from ..model import Date, Kind
from ..pages.links import Card
from ..pages.messages import Message
from ..pages.parts.ornament import Emblem
from ..pages.plan import Page, Recipe
from ..problems import Problem, Span
from ..sources.markdown.typography import typeset
from ..sources.site_toml import PATH
from .drawing import draw, medal
from .i18n import Catalogue, date, say, word
from .properties import no_colour
from .theme import Theme, spoken

_COLOURS = ("#fcfbf8", "#1d1b18", "#7c5b0e")
_LEAVES = 26


@dataclass(frozen=True, slots=True)
class Cards:
    """The recipe of each card, the address of each page's own, and that of the site's; empty where there is none."""

    recipes: tuple[Recipe, ...] = ()
    of_page: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    of_site: str = ""


def cards(config: Config, theme: Theme, pages: Iterable[Page]) -> Cards:
    """A card for each page that has words for one, and one for the others; for none where the site wants none."""
    if config.cards is False:
        return Cards()
    recipes = drawn(config, theme, pages)
    of_site = _recipe("/site/", _whole(config), ("site.toml",), config, theme)
    return Cards(
        (*recipes.values(), *((of_site,) if of_site else ())),
        MappingProxyType({url: recipe.url for url, recipe in recipes.items()}),
        of_site.url if of_site else "",
    )


def drawn(config: Config, theme: Theme, pages: Iterable[Page]) -> Mapping[str, Recipe]:
    """The card of each page that has words for one, by the page's address."""
    if config.cards is False:
        return {}
    found = [(page.url, page.sources, page.view.head) for page in pages if page.view.head.card]
    made = (
        (url, _recipe(url, head.card, sources, config, spoken(theme, head.language)[0])) for url, sources, head in found
    )
    return {url: recipe for url, recipe in made if recipe}


def _recipe(url: str, card: Card, sources: tuple[str, ...], config: Config, theme: Theme) -> Recipe | None:
    """None where the font lacks a letter of the title: a card without its title would say nothing."""
    speech = theme.catalogue
    title = _said(speech, card.title)
    if not is_drawn(title):
        return None
    above = _said(speech, card.above)
    below = " · ".join(filter(is_drawn, (_said(speech, part).rstrip(".") for part in card.below)))
    site = config.title if card.title != config.title and is_drawn(config.title) else ""
    drawing = Drawing(
        typeset(site, speech.language),
        above if is_drawn(above) else "",
        title,
        below,
        _ornament(card, title, dict(theme.parameters)),
        colours(theme),
    )
    mark = hashlib.blake2b(repr(drawing).encode(), digest_size=4).hexdigest()
    return Recipe(f"/cards{url.rstrip('/')}.{mark}.png", drawing, sources)


def _said(speech: Catalogue, text: str | Message | StrEnum | Date) -> str:
    match text:
        case StrEnum():
            said = word(speech, text)
            return said[:1].upper() + said[1:]
        case Date():
            return date(text, speech.locale)
    return typeset(say(speech, text), speech.language)


def _ornament(card: Card, title: str, parameters: Mapping[str, str]) -> str:
    """A medal for a name; nothing where the theme wears no ornament."""
    if isinstance(card.above, Kind):
        return medal(title, card.above)
    if not card.leaves:
        return ""
    return draw(Emblem(card.of, card.leaves, card.bands, 1, len(card.leaves), 0, 0), parameters)


def emblem_of_site(config: Config, theme: Theme) -> str:
    """The ornament that stands for the whole site, as an SVG; nothing where the theme wears none."""
    return _ornament(_whole(config), config.title, dict(theme.parameters))


def _whole(config: Config) -> Card:
    return Card(config.title, below=(config.subtitle,) if config.subtitle else (), leaves=(LeafKind.KNOWN,) * _LEAVES)


def colours(theme: Theme) -> tuple[str, str, str]:
    """Ground, text, ornament; those of the yearbook where a theme has no such parameter."""
    found = [colour(word) for word in dict(theme.parameters).get("card", "").split()]
    ground, text, ornament = found if len(found) == len(_COLOURS) and all(found) else _COLOURS
    return ground, text, ornament


def unfit_colours(theme: Theme) -> Iterator[Problem]:
    """Colours of cards that are none, or not three."""
    place = theme.places.get("card")
    words = dict(theme.parameters).get("card", "").split()
    example = " ".join(colour(said) or default for said, default in zip_longest(words[:3], _COLOURS, fillvalue=""))
    for said in words if place else ():
        if not colour(said):
            yield no_colour(said, place or Span(PATH), f'card = "{example}"')
    if place and len(words) != len(_COLOURS):
        message = f"a card has three colours, ground, text and ornament; here are {len(words)}"
        yield Problem("setting", place, message, f'write `card = "{example}"`')

"""The context of pages and exports, and the names that awards and names had at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..config import Config
from ..images import Shape
from ..model import Award, Date, Edition, Name
from ..model.archive import Archive
from .messages import Message
from .urls import Urls, absolute


@dataclass(frozen=True, slots=True)
class Context:
    """What every page kind and export is made from; `pictures` by path below content/media.

    `say` puts a sentence into the site's language, for what no template prints.
    """

    archive: Archive
    config: Config
    urls: Urls
    say: Callable[[Message], str]
    pictures: Mapping[str, Shape] = field(default_factory=lambda: MappingProxyType({}))


def award_then(context: Context, edition: Edition) -> str:
    """What the award was called at the time of an edition (edge case 57)."""
    award = context.archive.awards[edition.award]
    return name_in(award, edition.ceremony.date or Date(edition.sort_year))


def name_then(name: Name, edition: Edition) -> str:
    """What it was called at the time of an edition (edge case 42)."""
    return name_in(name, edition.ceremony.date or Date(edition.sort_year))


def name_in(name: Name | Award, date: Date) -> str:
    for dated in name.names:
        begun = dated.since is None or dated.since.last <= date.last or dated.since.year == date.year
        if begun and (dated.until is None or dated.until.last >= date.last):
            return dated.name
    return name.name


def public(context: Context, url: str) -> str:
    """The full public address of what stands at `url`."""
    return absolute(url, context.config.base_url)

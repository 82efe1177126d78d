"""The context of pages and exports, and the names that awards and names had at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..config import Config
from ..images import PictureShape
from ..model import Article, Award, Category, Date, Edition, Name
from ..model.archive import Archive
from ..model.facts import Change
from .messages import Message
from .urls import Urls, absolute


@dataclass(frozen=True, slots=True)
class Context:
    """What every page kind and export is made from; `pictures` by path below content/media.

    `say` puts a sentence into the site's language, for what no template prints; `feeds` begins every id in a feed.
    `changes` are those from one publication to the next, by day and from old to new; None where there was none.
    """

    archive: Archive
    config: Config
    urls: Urls
    say: Callable[[Message], str]
    feeds: str
    pictures: Mapping[str, PictureShape] = field(default_factory=lambda: MappingProxyType({}))
    changes: Mapping[Date, tuple[Change, ...]] | None = None


def makes(context: Context, output: str) -> bool:
    """Whether the site makes one of its `outputs` (`config.Outputs`): no link leads to what is not made."""
    return bool(getattr(context.config.outputs, output))


def award_then(context: Context, edition: Edition) -> str:
    """What the award was called at the time of an edition (edge case 57)."""
    award = context.archive.awards[edition.award]
    return name_in(award, edition.when)


def name_then(name: Name, edition: Edition) -> str:
    """What it was called at the time of an edition (edge case 42)."""
    return name_in(name, edition.when)


def name_in(name: Name | Award, date: Date) -> str:
    for dated in name.names:
        begun = dated.since is None or dated.since.last <= date.last or dated.since.year == date.year
        if begun and (dated.until is None or dated.until.last >= date.last):
            return dated.name
    return name.name


def former_ids(context: Context, kind: str, key: str) -> tuple[str, ...]:
    """The keys that an award, edition, category, name, article or page had before this one."""
    return tuple(then.partition(":")[2] for then in context.archive.former_of.get(f"{kind}:{key}", ()))


def lasting_id(context: Context, record: Award | Edition | Category | Name | Article) -> str:
    """The id of a record in feeds, which stays when the record is called otherwise: the first that it ever had."""
    first = record.formerly[0].text if record.formerly else record.id
    if not isinstance(record, Edition | Category):
        return f"{context.feeds}#{type(record).__name__.lower()}-{first}"
    award = context.archive.awards[record.award]
    of = award.formerly[0].text if award.formerly else award.id
    return f"{context.feeds}#{type(record).__name__.lower()}-{of}-{first.rpartition('/')[2]}"


def addresses_before(context: Context, url: str) -> Iterator[str]:
    """Where a file that stands beside a page stood when what the page shows had another id."""
    owner = context.urls.owner(url)
    if owner:
        kind, key, rest = owner
        yield from (context.urls.target(kind, then) + rest for then in former_ids(context, kind, key))


def public(context: Context, url: str) -> str:
    """The full public address of what stands at `url`."""
    return absolute(url, context.config.base_url)

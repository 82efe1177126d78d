"""Shape every function of a name: on a jury, on stage, as partner…, with its post then.

Owns: Appearance.   Never: shapes results (that is `profiles`), judges.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..context import Context
from ..mentions import Mention
from ..model import Award, Edition, Function, Part, Ref
from ..statistics.once import once
from ..statistics.scope import order
from . import Link, link_to_award, link_to_category, link_to_edition
from .people import FIELDS
from .proof import Cite, cites
from .rows import PostLine, posts


@dataclass(frozen=True, slots=True)
class Appearance:
    """A function in an edition, or in an award as such; then `year` is None.

    `role` is what it consists of, in a few words; `posts` what the name was elsewhere, at the time.
    """

    year: int | None
    where: Link
    function: Function
    role: str
    posts: tuple[PostLine, ...]
    category: Link | None
    chair: bool
    note: str
    cites: tuple[Cite, ...]


def appearances(context: Context, name: str) -> tuple[Appearance, ...]:
    """From old to new; a function in an award as such comes first."""
    mentioned = [m for m in context.archive.mentions_of.get(name, ()) if isinstance(m.how, Function)]
    mentioned.sort(key=lambda mention: order(context.archive).get(mention.edition, -1))
    return tuple(_told_once([_appearance(context, mention) for mention in mentioned]))


def _told_once(every: list[Appearance]) -> Iterator[Appearance]:
    """Without what a fuller line of the same function says already."""
    fuller = {_bare(each) for each in every if each.role or each.posts or each.category}
    seen = set()
    for each in every:
        bare = not (each.role or each.posts or each.category)
        if each not in seen and not (bare and _bare(each) in fuller):
            seen.add(each)
            yield each


def _bare(each: Appearance) -> Appearance:
    return replace(each, role="", posts=(), category=None, chair=False, note="", cites=())


def _appearance(context: Context, mention: Mention) -> Appearance:
    archive = context.archive
    edition = archive.editions.get(mention.edition)
    owner = edition or archive.awards[mention.award]
    where = link_to_edition(context, edition.key) if edition else link_to_award(context, mention.award)
    part = _parts(owner).get((mention.ref, Function(mention.how)))
    key = mention.category if "/" in mention.category else f"{mention.award}/{mention.category}"
    return Appearance(
        edition.sort_year if edition else None,
        where,
        Function(mention.how),
        mention.role,
        posts(context, mention.posts),
        link_to_category(context, key) if key in archive.categories else None,
        mention.chair,
        part.note if part else "",
        _proof(part, owner, where.url) if part else (),
    )


@once
def _parts(owner: Award | Edition) -> Mapping[tuple[Ref, Function], Part]:
    return {(part.name, part.function): part for part in reversed(owner.parts)}


def _proof(part: Part, owner: Award | Edition, url: str) -> tuple[Cite, ...]:
    """Its own sources, or those of the list it stands in."""
    of_list = next((c.sources for c in owner.cited if c.field == FIELDS[part.function]), ())
    return cites(part.sources or of_list, owner, url)

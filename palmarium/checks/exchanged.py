"""What stands under two keys does not stand there the wrong way round.

A role and an organisation, a venue and a city, the author and the publisher of a source: where what stands under the
one key stands elsewhere only under the other, and nothing speaks for it as it is, the two were exchanged. So they were
where a role is the name of an organisation that the archive knows; one that stands alone belongs under `org`.

Passes:

```yaml
jury: {name: Ann Crust, role: president, org: Guild of Bakers}
```

Fails, where the Guild of Bakers is an organisation elsewhere:

```yaml
jury: {name: Ann Crust, role: Guild of Bakers, org: president}
```
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Article, Award, Ceremony, Edition, Gathering, Kind, Name, Post
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, plain
from ..sources.plaintext import folded

CODE = "exchanged"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE


@dataclass(frozen=True, slots=True)
class _Pair:
    """What stands under two keys of one mapping."""

    first: str
    second: str
    span: Span


def check(archive: Archive) -> Iterator[Problem]:
    known = {
        folded(text) for name in archive.names.values() if _is_organisation(archive, name) for text in name.spellings
    }
    yield from _exchanged("role", "org", list(_posts(archive)), known)
    yield from _exchanged("venue", "city", list(_places(archive)))
    yield from _exchanged("author", "publisher", list(_sources(archive)))


def _is_organisation(archive: Archive, name: Name) -> bool:
    """Whether something but the org of a post says so; a bare laureate is one for want of better knowledge."""
    if name.kind is not Kind.ORGANISATION:
        return False
    return name.registered or any(
        mention.how not in ("employer", "laureate") for mention in archive.mentions_of[name.id]
    )


def _exchanged(first: str, second: str, pairs: list[_Pair], known: Iterable[str] = ()) -> Iterator[Problem]:
    """Each pair whose values stand elsewhere under the other key; `known` are values of the second one."""
    firsts = Counter(folded(pair.first) for pair in pairs)
    seconds = Counter(folded(pair.second) for pair in pairs)
    of_second = frozenset(known)
    # From the end: where two stand against each other, the later one is told, and speaks against nothing any more.
    for pair in reversed(pairs):
        one, other = folded(pair.first), folded(pair.second)
        stands = firsts[one] > 1 or bool(other and (seconds[other] > 1 or other in of_second))
        is_turned = one != other and bool(seconds[one] or one in of_second or (other and firsts[other]))
        if one and is_turned and not stands:
            firsts[one] -= 1
            seconds[other] -= 1
            beside = f', beside the {second} "{pair.second}"' if other else ""
            message = f'"{pair.first}" is the {first} here{beside}; elsewhere it is the other way round'
            right = f"{first}: {plain(pair.second)}, " if other else ""
            hint = f"write `{right}{second}: {plain(pair.first)}`"
            yield Problem(CODE, pair.span, message, hint, LEVEL, (pair.first, pair.second))


def _posts(archive: Archive) -> Iterator[_Pair]:
    for award in archive.awards.values():
        for part in award.parts:
            yield from _of(part.posts, part.name.span)
    for edition in archive.editions.values():
        for part in edition.parts:
            yield from _of(part.posts, part.name.span)
    for result in archive.results:
        for holder in result.holders:
            yield from _of(holder.posts, holder.name.span)


def _of(posts: Iterable[Post], span: Span) -> Iterator[_Pair]:
    for post in posts:
        yield _Pair(post.role, post.org.text if post.org else "", post.org.span if post.org else span)


def _places(archive: Archive) -> Iterator[_Pair]:
    for edition in archive.editions.values():
        places: tuple[Ceremony | Gathering, ...] = (edition.ceremony, *edition.events)
        yield from (_Pair(each.venue, each.city, each.span) for each in places if each.city or each.venue)


def _sources(archive: Archive) -> Iterator[_Pair]:
    owners: tuple[Award | Edition | Article | Name, ...] = (
        *archive.awards.values(),
        *archive.editions.values(),
        *archive.articles.values(),
        *archive.names.values(),
    )
    for owner in owners:
        yield from (_Pair(source.author, source.publisher, source.span) for source in owner.sources)

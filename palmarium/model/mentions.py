"""The mentions of names in a record: in which function, and of what kind the name must be."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from . import Article, Award, Edition, Entry, Function, Kind, NamedAs, Part, Post, Prose, Record, Ref, Result


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name.

    `result` is a result's id; `beside` the name whose employer or representative this one is.
    """

    ref: Ref
    how: Function | NamedAs
    kind: Kind | None = None
    award: str = ""
    edition: str = ""
    category: str = ""
    result: str = ""
    article: str = ""
    role: str = ""
    posts: tuple[Post, ...] = ()
    chair: bool = False
    beside: str = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()


_Here = Callable[..., Mention]
"""Makes a mention at a place that is given already."""

_PARTNER = (Function.PARTNER, Kind.ORGANISATION)
_KINDS = MappingProxyType(
    {
        Function.JUROR: Kind.PERSON,
        Function.HOST: Kind.PERSON,
        Function.SPEAKER: Kind.PERSON,
        Function.PARTNER: Kind.ORGANISATION,
        Function.PROVIDER: Kind.ORGANISATION,
    }
)


def mentions(record: Record) -> Iterator[Mention]:
    """Every mention in one record, in the order written; links in prose come as `cited`."""
    if isinstance(record, Award):
        return _in_award(record)
    if isinstance(record, Edition):
        return _in_edition(record)
    if isinstance(record, Article):
        return _in_article(record)
    return iter(())


def _in_award(award: Award) -> Iterator[Mention]:
    for part in award.parts:
        yield from _part(part, award=award.id)
    for category in award.categories:
        for ref in category.partners:
            yield Mention(ref, *_PARTNER, award=award.id, category=category.key)


def _in_edition(edition: Edition) -> Iterator[Mention]:
    here = partial(Mention, award=edition.award, edition=edition.key)
    for part in edition.parts:
        category = part.category.text if part.category else ""
        yield from _part(part, award=edition.award, edition=edition.key, category=category)
    for ref in edition.method.provider if edition.method else ():
        yield here(ref, Function.PROVIDER, Kind.ORGANISATION)
    for figure in edition.figures:
        if figure.by:
            yield here(figure.by, NamedAs.SURVEYOR, Kind.ORGANISATION, role=figure.title)
    for entry in edition.entries:
        yield from _in_entry(entry, partial(here, category=entry.category))


def _in_entry(entry: Entry, here: _Here) -> Iterator[Mention]:
    for ref in entry.partners:
        yield here(ref, *_PARTNER)
    for result in entry.results:
        yield from _in_result(result, partial(here, result=result.id))


def _in_result(result: Result, here: _Here) -> Iterator[Mention]:
    for holder in result.holders:
        kind = holder.kind or (Kind.PERSON if holder.posts else None)
        yield here(holder.name, NamedAs.LAUREATE, kind, role=holder.as_role, posts=holder.posts)
        yield from _employers(holder.posts, partial(here, beside=holder.name.text))
    beside = result.holders[0].name.text if result.holders else ""
    for ref in result.represented_by:
        yield here(ref, NamedAs.REPRESENTATIVE, Kind.PERSON, beside=beside)


def _in_article(article: Article) -> Iterator[Mention]:
    for ref in article.author:
        yield Mention(ref, NamedAs.AUTHOR, Kind.PERSON, article=article.id)
    if article.publication:
        yield Mention(article.publication, NamedAs.PUBLICATION, Kind.ORGANISATION, article=article.id)


def links(prose: Prose) -> Iterator[Ref]:
    """The target of each `[[link]]`, as a reference."""
    return (Ref(link.target, link.span) for link in prose.links)


def _part(part: Part, award: str, edition: str = "", category: str = "") -> Iterator[Mention]:
    here = partial(Mention, award=award, edition=edition, category=category)
    kind = _KINDS.get(part.function) or (Kind.PERSON if part.posts else None)
    said = partial(here, role=part.role, posts=part.posts, chair=part.chair, note=part.note, sources=part.sources)
    yield said(part.name, part.function, kind)
    yield from _employers(part.posts, partial(here, beside=part.name.text))


def _employers(posts: Iterable[Post], here: _Here) -> Iterator[Mention]:
    for post in posts:
        if post.org:
            yield here(post.org, NamedAs.EMPLOYER, Kind.ORGANISATION, role=post.role)


def results_in(edition: Edition) -> tuple[Result, ...]:
    return tuple(result for entry in edition.entries for result in entry.results)

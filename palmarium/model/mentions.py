"""The mentions of names in a record: in which function, and of what kind the name must be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..problems import Span
from . import Article, Award, Edition, Entry, Function, Kind, Part, Post, Prose, Record, Ref, Result

_NOBODY = Ref("", Span(""))


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name.

    `how` is a `Function`, or laureate, representative, employer, surveyor (who gives a figure), author,
    publication, about, cited.
    `result` is a result's id; `beside` the name whose employer or representative this one is.
    """

    ref: Ref
    how: str
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
        yield from _part(part, Mention(part.name, part.function, award=award.id))
    for category in award.categories:
        yield from _partners(category.partners, Mention(_NOBODY, "", award=award.id, category=category.key))


def _in_edition(edition: Edition) -> Iterator[Mention]:
    here = Mention(_NOBODY, "", award=edition.award, edition=edition.key)
    for part in edition.parts:
        yield from _part(part, replace(here, category=part.category.text if part.category else ""))
    if edition.method:
        for ref in edition.method.provider:
            yield replace(here, ref=ref, how=Function.PROVIDER, kind=Kind.ORGANISATION)
    for figure in edition.figures:
        if figure.by:
            yield replace(here, ref=figure.by, how="surveyor", kind=Kind.ORGANISATION, role=figure.title)
    for entry in edition.entries:
        yield from _in_entry(entry, replace(here, category=entry.category))


def _in_entry(entry: Entry, here: Mention) -> Iterator[Mention]:
    yield from _partners(entry.partners, here)
    for result in entry.results:
        yield from _in_result(result, replace(here, result=result.id))


def _in_result(result: Result, here: Mention) -> Iterator[Mention]:
    for holder in result.holders:
        kind = holder.kind or (Kind.PERSON if holder.posts else None)
        yield replace(here, ref=holder.name, how="laureate", kind=kind, role=holder.as_role, posts=holder.posts)
        yield from _employers(holder.posts, replace(here, ref=holder.name))
    beside = result.holders[0].name.text if result.holders else ""
    for ref in result.represented_by:
        yield replace(here, ref=ref, how="representative", kind=Kind.PERSON, beside=beside)


def _in_article(article: Article) -> Iterator[Mention]:
    here = Mention(_NOBODY, "", article=article.id)
    for ref in article.author:
        yield replace(here, ref=ref, how="author", kind=Kind.PERSON)
    if article.publication:
        yield replace(here, ref=article.publication, how="publication", kind=Kind.ORGANISATION)


def links(prose: Prose) -> Iterator[Ref]:
    """The target of each `[[link]]`, as a reference."""
    return (Ref(link.target, link.span) for link in prose.links)


def _part(part: Part, here: Mention) -> Iterator[Mention]:
    kind = _KINDS.get(part.function) or (Kind.PERSON if part.posts else None)
    said = replace(here, how=part.function, role=part.role, posts=part.posts, chair=part.chair)
    yield replace(said, ref=part.name, kind=kind, note=part.note, sources=part.sources)
    yield from _employers(part.posts, replace(here, ref=part.name))


def _partners(refs: Iterable[Ref], here: Mention) -> Iterator[Mention]:
    for ref in refs:
        yield replace(here, ref=ref, how=Function.PARTNER, kind=Kind.ORGANISATION)


def _employers(posts: Iterable[Post], here: Mention) -> Iterator[Mention]:
    for post in posts:
        if post.org:
            kind = Kind.ORGANISATION
            yield replace(here, ref=post.org, how="employer", kind=kind, role=post.role, beside=here.ref.text)


def results_in(edition: Edition) -> tuple[Result, ...]:
    return tuple(result for entry in edition.entries for result in entry.results)

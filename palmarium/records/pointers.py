"""Point from one record to others: names as they were called then, addresses, lines of a list.

Owns: how a reference of the archive becomes a published one.
Never: makes a whole record.
"""

from collections.abc import Iterable

from ..model import Category, Edition, Function, Part, Post, Ref
from ..urls import absolute
from ..views import Context, name_then
from . import pieces


def public(context: Context, url: str) -> str:
    """The full public address of what stands at `url`."""
    return absolute(url, context.config.base_url)


def texts(refs: Iterable[Ref]) -> tuple[str, ...]:
    """Ids as they were written, such as those of sources."""
    return tuple(ref.text for ref in refs)


def text(ref: Ref | None) -> str:
    return ref.text if ref else ""


def label(context: Context, edition: str) -> str:
    """`Palmes 2011`; the label alone says nothing in a list that mixes awards."""
    found = context.archive.editions[edition]
    award = context.archive.awards.get(found.award)
    return f"{(award.short or award.name) if award else found.award} {found.label}"


def named(context: Context, ref: Ref, then: Edition | None = None) -> pieces.Named:
    """A name by its id; with an edition, also as it was called then."""
    id = context.archive.ids.get(ref.text)
    if id is None:
        return pieces.Named(name=ref.text)
    name = context.archive.names[id]
    called = name_then(name, then) if then and name.names else name.name
    return pieces.Named(id=id, name=name.name, name_then=called if called != name.name else "", kind=name.kind)


def every(context: Context, refs: Iterable[Ref], then: Edition | None = None) -> tuple[pieces.Named, ...]:
    return tuple(named(context, ref, then) for ref in refs)


def maybe(context: Context, ref: Ref | None, then: Edition | None = None) -> pieces.Named | None:
    return named(context, ref, then) if ref else None


def posts(context: Context, written: Iterable[Post], then: Edition | None = None) -> tuple[pieces.Post, ...]:
    return tuple(pieces.Post(role=post.role, org=maybe(context, post.org, then)) for post in written)


def parts(
    context: Context, written: Iterable[Part], function: Function, then: Edition | None = None
) -> tuple[pieces.Part, ...]:
    """Those who had one function, in the order written."""
    return tuple(_part(context, part, then) for part in written if part.function is function)


def _part(context: Context, part: Part, then: Edition | None) -> pieces.Part:
    who = named(context, part.name, then)
    return pieces.Part(
        id=who.id,
        name=who.name,
        name_then=who.name_then,
        kind=who.kind,
        as_=part.role,
        chair=part.chair,
        posts=posts(context, part.posts, then),
        category=category_key(then.award if then else "", text(part.category)),
        note=part.note,
        sources=texts(part.sources),
    )


def category_key(award: str, category: str) -> str:
    """`palmes/innovation`, from the short or the long form; nothing for an unknown category."""
    return f"{award}/{category}" if category and award and "/" not in category else category


def edition_line(context: Context, key: str) -> pieces.EditionLine:
    edition = context.archive.editions[key]
    return pieces.EditionLine(
        id=key,
        url=public(context, context.urls.edition(key)),
        label=edition.label,
        ordinal=edition.ordinal,
        status=edition.status,
        date=edition.ceremony.date,
    )


def category_line(context: Context, category: Category) -> pieces.CategoryLine:
    address = public(context, context.urls.category(category.key))
    return pieces.CategoryLine(id=category.key, url=address, name=category.name, special=category.special)


def article_lines(context: Context, kind: str, key: str) -> tuple[pieces.ArticleLine, ...]:
    """Articles that speak of an award, an edition or a category."""
    return tuple(article_line(context, id) for id in context.archive.articles_about.get(f"{kind}:{key}", ()))


def article_line(context: Context, id: str, roles: tuple[pieces.Role, ...] = ()) -> pieces.ArticleLine:
    article = context.archive.articles[id]
    return pieces.ArticleLine(
        id=id,
        url=public(context, context.urls.article(id)),
        title=article.title,
        kind=article.kind,
        date=article.date,
        as_=roles,
    )

"""Point from one record to others: names as they were called then, addresses, lines of a list."""

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from ...images.variants import plain
from ...model import Category, Edition, Function, Part, Picture, Post, Ref
from ...pages.context import Context, name_then, public
from . import shapes

_T = TypeVar("_T")


def made(cls: type[_T], written: object, **more: object) -> _T:
    """A published record: the fields that it shares with what was written, and `more`."""
    both: tuple[Any, Any] = cls, type(written)
    values = {name: getattr(written, name) for name in _shared(*both) if name not in more}
    return cls(**values, **more)


@cache
def _shared(cls: type, written: type) -> tuple[str, ...]:
    known = {field.name for field in fields(written)}
    return tuple(field.name for field in fields(cls) if field.name in known)


def text(ref: Ref | None) -> str:
    return ref.text if ref else ""


def named(context: Context, ref: Ref, then: Edition | None = None) -> shapes.Named:
    """A name by its id; with an edition, also as it was called then."""
    id = context.archive.ids.get(ref.text)
    if id is None:
        return shapes.Named(name=ref.text)
    name = context.archive.names[id]
    called = name_then(name, then) if then and name.names else name.name
    return shapes.Named(id=id, name=name.name, name_then=called if called != name.name else "", kind=name.kind)


def called(context: Context, ref: Ref, then: Edition | None = None) -> dict[str, object]:
    """The same as fields of a larger piece."""
    who = named(context, ref, then)
    return {"id": who.id, "name": who.name, "name_then": who.name_then, "kind": who.kind}


def every(context: Context, refs: Iterable[Ref], then: Edition | None = None) -> tuple[shapes.Named, ...]:
    return tuple(named(context, ref, then) for ref in refs)


def maybe(context: Context, ref: Ref | None, then: Edition | None = None) -> shapes.Named | None:
    return named(context, ref, then) if ref else None


def posts(context: Context, written: Iterable[Post], then: Edition | None = None) -> tuple[shapes.Post, ...]:
    return tuple(shapes.Post(role=post.role, org=maybe(context, post.org, then)) for post in written)


def parts(
    context: Context, written: Iterable[Part], function: Function, then: Edition | None = None
) -> tuple[shapes.Part, ...]:
    """Those who had one function, in the order written."""
    return tuple(_part(context, part, then) for part in written if part.function is function)


def _part(context: Context, part: Part, then: Edition | None) -> shapes.Part:
    return made(
        shapes.Part,
        part,
        **called(context, part.name, then),
        as_=part.role,
        posts=posts(context, part.posts, then),
        category=category_key(then.award if then else "", text(part.category)),
    )


def category_key(award: str, category: str) -> str:
    """`palmes/innovation`, from the short or the long form; nothing for an unknown category."""
    return f"{award}/{category}" if category and award and "/" not in category else category


def picture(context: Context, written: Picture | None) -> shapes.Picture | None:
    if not written:
        return None
    return made(shapes.Picture, written, url=public(context, _published(context, written.src)))


def _published(context: Context, file: str) -> str:
    """The picture itself where it is published, or the one of its files that any program shows."""
    shape = context.pictures.get(file)
    if shape is None or shape.is_whole or context.config.pictures.get("originals"):
        return context.urls.media(file)
    shown = plain(shape)
    return context.urls.variant(shown.path, shown.digest, shown.width, shown.ending)


def edition_line(context: Context, key: str) -> shapes.EditionLine:
    edition = context.archive.editions[key]
    address = public(context, context.urls.edition(key))
    return made(shapes.EditionLine, edition, id=key, url=address, date=edition.ceremony.date)


def category_line(context: Context, category: Category) -> shapes.CategoryLine:
    address = public(context, context.urls.category(category.key))
    return made(shapes.CategoryLine, category, id=category.key, url=address)


def article_lines(context: Context, kind: str, key: str) -> tuple[shapes.ArticleLine, ...]:
    """Articles that speak of an award, an edition or a category."""
    return tuple(article_line(context, id) for id in context.archive.articles_about.get(f"{kind}:{key}", ()))


def article_line(context: Context, id: str, roles: tuple[shapes.Role, ...] = ()) -> shapes.ArticleLine:
    article = context.archive.articles[id]
    return made(shapes.ArticleLine, article, url=public(context, context.urls.article(id)), as_=roles)

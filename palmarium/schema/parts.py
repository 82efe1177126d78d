"""The written forms that several files share: sources, claims, people in their posts.

Owns: source, citation, dispute, claim, post, part, category.
Never: knows where in a site they stand.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .. import model
from ..document import Node
from . import meant
from .written import (
    Bool,
    Date_,
    Id,
    Int,
    Refs,
    RefTo,
    Text,
    Texts,
    Title,
    Url,
    Written,
    choice,
    pairs,
    record,
    sequence,
    wrong,
)


class Address(Written):
    """A link to another site; a bare address is enough."""

    MAKES = model.Address
    SHORT = "url"
    url: Url = Field(description="full address, https or mailto")
    label: Text = Field("", description="what the link says")


class DatedName(Written):
    """A name in use for a time."""

    MAKES = model.DatedName
    SHORT = "name"
    name: Title = Field(description="the name")
    since: Date_ | None = Field(None, alias="from", description="in use from")
    until: Date_ | None = Field(None, description="in use until")


class Period(Written):
    """A stretch of time, for tests or eligibility."""

    MAKES = model.Period
    start: Date_ | None = Field(None, alias="from", description="first day, month or year")
    end: Date_ | None = Field(None, alias="until", description="last day, month or year")
    note: Text = Field("", description="anything to add")

    @classmethod
    def example(cls, node: Node) -> str:
        """`14 au 25 mai 2019` as two dates."""
        start, end = meant.period(node.value or "")
        return f"write `{{from: {start}, until: {end}}}`" if start else super().example(node)


class Source(Written):
    """Where facts come from."""

    SHORT = "title"
    title: Text = Field("", description="title of the text")
    author: Text = Field("", description="who wrote it")
    publisher: Text = Field("", description="where it appeared")
    date: Date_ | None = Field(None, description="when it appeared")
    url: Url = Field("", description="address")
    accessed: Date_ | None = Field(None, description="when it was read")
    note: Text = Field("", description="what a reader should know of it")


class Dispute(Written):
    """Two sources, two values: ours stays, this one is told."""

    MAKES = model.Dispute
    field: Text = Field(description="the field, such as `ordinal` or `ceremony.date`")
    value: Text = Field(description="what the other source says")
    source: RefTo | None = Field(None, description="id of the other source")
    note: Text = Field("", description="why ours was preferred")


class Claim(Written):
    """A number somebody stated, recomputed at each build."""

    MAKES = model.Claim
    says: Title = Field(description="the claim, in a few words")
    count: Id = Field(description="the statistic that recomputes it")
    value: Int = Field(alias="is", description="the number stated")
    of: RefTo | None = Field(None, description="only this name")
    category: RefTo | None = Field(None, description="only this category")
    edition: RefTo | None = Field(None, description="in another edition, such as `podium/2011`")
    award: RefTo | None = Field(None, description="in another award, such as `podium`")
    scope: Text = Field("", description="scope of a ranking, such as `overall` or `sector:telecom`")
    source: RefTo | None = Field(None, description="id of the source that states it")
    note: Text = Field("", description="what a reader should know of it")
    disputed: Bool = Field(False, description="true where a difference is known and accepted")


class Post(Written):
    """A role in an organisation."""

    MAKES = model.Post
    SHORT = "role"
    role: Text = Field("", description="the role, as printed")
    org: RefTo | None = Field(None, description="the organisation")


def one_post(keys: dict[str, Any]) -> dict[str, Any]:
    """`role` and `org` beside a name are one post."""
    post = {key: keys.pop(key) for key in ("role", "org") if key in keys}
    if post and "posts" in keys:
        hint = f"write it inside one of them: `posts: [{{{min(post)}: …}}]`"
        raise wrong(f"`{min(post)}` stands beside `posts`", hint)
    return {**keys, "posts": (post,)} if post else keys


class Part(Written):
    """Somebody's part: a bare name, or a name with posts."""

    SHORT = "name"
    BESIDE = ("role", "org")
    name: RefTo = Field(description="the person or organisation")
    role: Text = Field("", alias="as", description="their part here, such as `discours d'ouverture`")
    posts: Annotated[tuple[Post, ...], BeforeValidator(sequence)] = Field(
        (), description="roles and organisations then; `role` and `org` alone are a short form"
    )
    chair: Bool = Field(False, description="true for the head of a jury")
    category: RefTo | None = Field(None, description="only for this category")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        return one_post(keys)


class Lineage(Written):
    """One step of a category's descent."""

    MAKES = model.Lineage
    event: Annotated[model.Event, choice(model.Event)] = Field(description="what happened")
    origin: Refs = Field((), alias="from", description="ids of the categories it comes from")
    edition: Text = Field("", alias="in", description="edition in which it happened")
    note: Text = Field("", description="anything to add")


class Category(Written):
    """A line of the palmarès; a bare name is enough."""

    SHORT = "name"
    name: Title = Field(description="the name today")
    description: Text = Field("", description="what it honours, in a sentence")
    method: Texts = Field((), description="how it is decided: jury, dossier, oral, survey, public-vote…")
    parent: Id = Field("", description="id of the category it is part of")
    special: Bool = Field(False, description="true for an ad-hoc award outside the categories")
    honours: Annotated[model.Kind, choice(model.Kind)] | None = Field(
        None, description="what its laureates are where nothing else says so; organisations, if not given"
    )
    many: Bool = Field(False, description="true where several winners are no tie")
    once: Bool = Field(False, description="true where nobody may win twice")
    sector: Text = Field("", description="sector of trade")
    lineage: Annotated[tuple[Lineage, ...], BeforeValidator(sequence)] = Field((), description="its descent")
    partners: Refs = Field((), alias="partner", description="partners of this category")
    criteria: Texts = Field((), description="what counts")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Picture(Written):
    """A picture below content/media, with the text that stands for it."""

    MAKES = model.Picture
    src: Text = Field(description="file below content/media")
    alt: Text = Field(description="what it shows, for those who do not see it")
    credit: Text = Field("", description="who made it")
    caption: Text = Field("", description="what to say below it")
    dark: Text = Field("", description="file below content/media to show on a dark ground, for a logo")


Posts = Annotated[tuple[Post, ...], BeforeValidator(sequence)]
Parts = Annotated[tuple[Part, ...], BeforeValidator(sequence)]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(sequence)]
DatedNames = Annotated[tuple[DatedName, ...], BeforeValidator(sequence)]
Claims = Annotated[tuple[Claim, ...], BeforeValidator(sequence)]
Disputes = Annotated[tuple[Dispute, ...], BeforeValidator(sequence)]
Sources = Annotated[dict[str, Source], BeforeValidator(pairs)]
Cited = Annotated[dict[str, Refs], BeforeValidator(pairs)]
Identifiers = Annotated[dict[str, Title], BeforeValidator(pairs)]
Categories = Annotated[dict[str, Category], BeforeValidator(pairs)]


def sources(written: dict[str, Source]) -> tuple[model.Source, ...]:
    return tuple(record(source, model.Source, id=key) for key, source in written.items())


def identifiers(written: dict[str, str]) -> tuple[model.Identifier, ...]:
    return tuple(model.Identifier(authority, id) for authority, id in written.items())


def cited(written: dict[str, tuple[model.Ref, ...]]) -> tuple[model.Citation, ...]:
    return tuple(model.Citation(field, refs) for field, refs in written.items())

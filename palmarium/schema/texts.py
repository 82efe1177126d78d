"""The written forms of front matter: names, articles, pages.

Owns: the keys above a Markdown text.   Never: reads the text.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from .. import model
from ..document import Node
from ..syntax import plain
from .parts import Addresses, Claims, DatedNames, Identifiers, Picture, Sources
from .written import Date_, Refs, RefTo, Text, Texts, Time, Title, Wikidata, Written, choice, sequence


class Name(Written):
    """A person, organisation, team or work."""

    name: Title = Field(description="the name today")
    kind: Annotated[model.Kind, choice(model.Kind)] = Field(description="person, organisation, team or work")
    names: DatedNames = Field((), description="names over time, with `from` and `until`")
    aliases: Texts = Field((), description="other spellings that mean the same")
    sort: Text = Field("", description="the name to sort by, such as `Spencer, Thierry`")
    expansion: Text = Field("", description="what an acronym stands for")
    disambiguation: Text = Field("", description="what tells it from a namesake")
    succeeds: Refs = Field((), description="names it continues; their titles are never merged")
    part_of: RefTo | None = Field(None, description="the group it belongs to")
    country: Text = Field("", description="country")
    city: Text = Field("", description="city or region")
    born: Date_ | None = Field(None, description="date of birth or foundation")
    died: Date_ | None = Field(None, description="date of death or closure")
    links: Addresses = Field((), description="its own addresses")
    wikidata: Wikidata = Field("", description="Wikidata id, such as Q42")
    identifiers: Identifiers = Field(default_factory=dict, description="its ids elsewhere, by authority: `viaf: 123`")
    description: Text = Field("", description="who or what it is, in a few words")
    picture: Picture | None = Field(None, description="portrait or logo")
    sources: Sources = Field(default_factory=dict, description="sources, by id")


class Comment(Written):
    """A reader's comment, archived; a bare text is enough."""

    MAKES = model.Comment
    SHORT = "text"
    text: Text = Field(description="the comment, in a few words of ours or as printed")
    author: Text = Field("", description="as signed")
    date: Date_ | None = Field(None, description="when")
    interest: Text = Field("", description="an interest its author declared")


class About(Written):
    """What an article is about."""

    MAKES = model.About

    @classmethod
    def example(cls, node: Node) -> str:
        """`larkspur` is an award, `larkspur/2021` an edition, `Ann Crust` a name."""
        texts = [each.value for each in node.elements or (node,) if each.value]
        keys = {"editions" if "/" in text else "awards" if text == text.lower() else "names" for text in texts}
        if len(keys) != 1:
            return "write `{editions: …, names: …}`"
        return f"write `about: {{{keys.pop()}: [{', '.join(plain(text) for text in texts)}]}}`"

    editions: Refs = Field((), description="editions, such as `palmes/2011`")
    names: Refs = Field((), description="names")
    categories: Refs = Field((), description="categories, such as `palmes/innovation`")
    awards: Refs = Field((), description="awards, such as `palmes`")


class Article(Written):
    """A text about editions and names."""

    title: Title = Field(description="the title")
    kind: Annotated[model.ArticleKind, choice(model.ArticleKind)] = Field(
        model.ArticleKind.REPORT, description="report, interview, brief, palmares, opinion or jury"
    )
    deck: Text = Field("", description="one or two sentences below the title")
    date: Date_ | None = Field(None, description="when it appeared")
    time: Time = Field("", description="at what time")
    author: Refs = Field((), description="who wrote it")
    publication: RefTo | None = Field(None, description="where it appeared")
    disclosure: Text = Field("", description="the author's part in what is told")
    about: About = Field(default_factory=lambda: About(), description="editions, names, categories, awards")
    picture: Picture | None = Field(None, description="the picture that illustrates it")
    related: Refs = Field((), description="slugs of other articles")
    comments: Annotated[tuple[Comment, ...], BeforeValidator(sequence)] = Field((), description="readers' comments")
    tags: Refs = Field((), description="any words; capitals, accents and hyphens make no other tag")
    claims: Claims = Field((), description="numbers the text states")
    sources: Sources = Field(default_factory=dict, description="sources, by id")


class Note(Written):
    """A page of plain text."""

    title: Title = Field(description="the title")
    description: Text = Field("", description="a sentence for search engines")

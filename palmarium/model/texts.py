"""Names, articles, pages and the prose they hold."""

from dataclasses import dataclass, field, replace
from operator import attrgetter

from ..lookups import PLACE, TEXT, noted
from ..problems import Span
from .pieces import Address, Claim, Date, DatedName, Identifier, Ref, Source
from .vocabulary import ArticleKind, Kind


@dataclass(frozen=True, slots=True)
class ProseLink:
    """`[[target|text]]` in prose: its target, its text, and its place."""

    target: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """`{{ kind arguments }}` alone on a line of prose: a piece of data shown in the text."""

    kind: str
    arguments: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """Where the words of an inline claim end: its place in `Prose.claims`."""

    claim: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its text alternative; `dark` is the one to show on a dark background."""

    src: str
    alt: str
    span: Span
    credit: str = ""
    caption: str = ""
    dark: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures alone on their lines of prose: one is a figure, several in a row are a gallery."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, with the id that links to it."""

    id: str
    text: str
    level: int


@noted(PLACE, attrgetter("path"), "line")
@noted(TEXT, attrgetter("path"), "pieces", "outline", "words", "apart", "text")
@dataclass(frozen=True, slots=True)
class Prose:
    """Converted Markdown: sanitised HTML in pieces, between blocks, pictures and claims; links are still open slots.

    `text` is the Markdown, which starts on `line` of its file; `apart` are stretches of it that are not its author's
    own words: code, quotations, addresses, blocks. `brackets` are words in single brackets, which lead nowhere.
    `path` is the file it was read from.
    """

    pieces: tuple[str | Block | Shown | Stated, ...] = ()
    links: tuple[ProseLink, ...] = ()
    outline: tuple[Heading, ...] = ()
    words: int = 0
    claims: tuple[Claim, ...] = ()
    brackets: tuple[ProseLink, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    text: str = ""
    line: int = 1
    path: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Why a name is withheld, for its editors alone, and since when."""

    reason: str
    since: Date | None = None
    span: Span = field(default=Span(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, team or work; `registered` where it has a file of its own."""

    id: str
    kind: Kind
    name: str
    span: Span
    names: tuple[DatedName, ...] = ()
    aliases: tuple[str, ...] = ()
    sort: str = ""
    reading: str = ""
    expansion: str = ""
    disambiguation: str = ""
    succeeds: tuple[Ref, ...] = ()
    part_of: Ref | None = None
    country: str = ""
    city: str = ""
    born: Date | None = None
    died: Date | None = None
    links: tuple[Address, ...] = ()
    wikidata: str = ""
    identifiers: tuple[Identifier, ...] = ()
    draft: bool = False
    formerly: tuple[Ref, ...] = ()
    description: str = ""
    picture: Picture | None = None
    body: Prose = Prose()
    sources: tuple[Source, ...] = ()
    registered: bool = True
    hidden: Hidden | None = None

    @property
    def full(self) -> str:
        """Its name, with what tells it from a namesake in brackets."""
        return f"{self.name} ({self.disambiguation})" if self.disambiguation else self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text that means this name, each once: its name, aliases and former names; none of one withheld."""
        return () if self.hidden else self.written

    @property
    def written(self) -> tuple[str, ...]:
        """Its name, aliases and former names, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *(dated.name for dated in self.names))))


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment, archived with the article it answered."""

    text: str
    author: str = ""
    date: Date | None = None
    interest: str = ""
    span: Span = field(default=Span(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class About:
    """The records that an article is about, as its editor lists them."""

    editions: tuple[Ref, ...] = ()
    names: tuple[Ref, ...] = ()
    categories: tuple[Ref, ...] = ()
    awards: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A text about editions and names; `language` is empty for that of the site."""

    id: str
    title: str
    kind: ArticleKind
    span: Span
    language: str = ""
    translates: Ref | None = None
    deck: str = ""
    date: Date | None = None
    time: str = ""
    author: tuple[Ref, ...] = ()
    publication: Ref | None = None
    disclosure: str = ""
    about: About = About()
    picture: Picture | None = None
    related: tuple[Ref, ...] = ()
    comments: tuple[Comment, ...] = ()
    tags: tuple[Ref, ...] = ()
    draft: bool = False
    formerly: tuple[Ref, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    body: Prose = Prose()


def original_of(text: object) -> str:
    """What a text translates (an id); empty where it is no translation."""
    return text.translates.text if isinstance(text, Article | Note) and text.translates else ""


def completed(translation: Article, original: Article) -> Article:
    """A translation with what it leaves to its original to say: facts, which are the same in every language."""
    return replace(
        translation,
        kind=original.kind,
        date=translation.date or original.date,
        time=translation.time or ("" if translation.date else original.time),
        author=translation.author or original.author,
        publication=translation.publication or original.publication,
        about=original.about if translation.about == About() else translation.about,
        related=translation.related or original.related,
        tags=translation.tags or original.tags,
        sources=translation.sources or original.sources,
    )


@dataclass(frozen=True, slots=True)
class Note:
    """A page of plain text, such as the legal notice; `id` is its path below the root, `language` as of an article."""

    id: str
    title: str
    span: Span
    language: str = ""
    translates: Ref | None = None
    description: str = ""
    draft: bool = False
    formerly: tuple[Ref, ...] = ()
    body: Prose = Prose()

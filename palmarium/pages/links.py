"""Pieces of view that nearly every page shows: links, messages, counts, dates."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ..images.ornaments import LeafKind
from ..model import Address, Article, ArticleKind, Award, Date, Edition, Name, Note
from ..model.archive import Archive
from ..model.ids import slug
from ..statistics.count import Count
from ..statistics.memoize import once
from ..statistics.titles import Places
from .context import Context, makes
from .messages import Message, Text

# Shape the pieces of view that several kinds of page share.


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is safe already: sanitised prose, or made here from escaped parts."""

    html: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text and its address from the root; no address where there is no page; the language of what is written."""

    text: Text
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A link, and a few words about what is there."""

    link: Link
    told: Text


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A link, and the pages where what it leads to occurs."""

    link: Link
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, and what it means."""

    term: Text
    says: Message


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose, and the text that stands for it."""

    value: str
    text: str


def award_choices(archive: Archive, ids: Container[str]) -> tuple[Choice, ...]:
    """Those of the awards that have one of these ids."""
    return tuple(Choice(award.id, award.name) for award in archive.awards.values() if award.id in ids)


class Sign(StrEnum):
    """A sign of the key of marks, with a shape of its own and a word for screen readers."""

    TITLE = "title"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    PLACE = "place"
    TIE = "tie-sign"
    JOINT = "joint"
    NOT_AWARDED = "not-awarded"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    REVOKED = "revoked"
    NOMINATION = "nomination"


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign, with the place or the number of titles printed in it (0: none)."""

    sign: Sign
    number: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """A page that says in a language what another one says in another."""

    language: str
    url: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list; `mentions` are the editions it is about, `versions` the same text in other languages."""

    link: Link
    kind: ArticleKind
    deck: str = ""
    date: Date | None = None
    mentions: tuple[Link, ...] = ()
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What the card of a page says, where the page is shared: its title, a line above, the parts of one below.

    `of`, `leaves` and `bands` are what its ornament is drawn from; it has none without leaves.
    """

    title: Text
    above: Text | StrEnum = ""
    below: tuple[Text | Date, ...] = ()
    of: str = ""
    leaves: tuple[LeafKind, ...] = ()
    bands: int = 1


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of what is too long for one, this being the `number`th.

    `lists` are the fields of the view that go on, each with the number of pages that it takes.
    """

    number: int
    pages: tuple[Link, ...]
    lists: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What `layout.html` needs of every page.

    `crumbs` lead from the home page to the page above; `section` is the address of the menu's line to
    mark; `kind` is the Open Graph type; `published` a date; `json_ld` a JSON text for a script element;
    `found` are other spellings by which a search finds the page, None where no search does; `card` is what is drawn
    of it where it is shared, None where the card of the site stands for it; `leads` is where a page that something had
    once leads on to, and `gone` is true where nothing stands there any more, for good; `pager` are the pages that go on
    with it, None where it is all on one; `feed` is the address of its own feed as Atom, which stands as JSON beside it;
    `draft` is true where only the preview shows it. `language` is that of the page, empty for that of the site, and
    `versions` are the pages that say the same in several languages, this one too, first the one in lists.
    """

    url: str
    title: Text
    description: Text
    kind: str = "website"
    crumbs: tuple[Link, ...] = ()
    section: str = ""
    previous: Link | None = None
    next: Link | None = None
    published: str = ""
    json_ld: Html = Html("")
    indexed: bool = True
    draft: bool = False
    leads: str = ""
    gone: bool = False
    found: tuple[str, ...] | None = None
    card: Card | None = None
    pager: Pager | None = None
    feed: str = ""
    language: str = ""
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Icons:
    """Addresses of what stands for the site in a tab and on a home screen; empty where there is none."""

    svg: str = ""
    ico: str = ""
    apple: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """What every template may see besides its page: nothing that changes with a fact.

    `card` is the address of the picture that stands for the site where it is shared; `counting` is that of the rules
    by which titles are counted; `corrections` is where readers
    report an error, with slots, empty where they can't; `feed` is the address of the feed of the site as Atom, which
    stands as JSON beside it, and `data` that of the index of its API, each empty where it makes none. `direction` is
    `rtl` where its language is read from the right; `reviewed` whether a native speaker has read the program's words.
    Where a page is in another `language`, `own_language` is that of the title, the description and the publisher.
    """

    title: str
    subtitle: str
    description: str
    language: str
    publisher: str
    base_url: str
    data_licence: str
    text_licence: str
    navigation: tuple[Link, ...]
    sections: tuple[Link, ...]
    notes: tuple[Link, ...]
    parameters: tuple[tuple[str, str], ...]
    version: str
    card: str = ""
    icons: Icons = Icons()
    corrections: str = ""
    feed: str = ""
    data: str = ""
    counting: str = ""
    direction: str = "ltr"
    reviewed: bool = True
    own_language: str = ""


def crumbs(*links: Link) -> tuple[Link, ...]:
    """Breadcrumbs from the home page to the parent page."""
    return (Link(Message("Home"), "/"), *links)


def section_head(
    context: Context,
    word: str,
    description: Message,
    *,
    title: Text = "",
    json_ld: Html = Html(""),
    feed: str = "",
) -> Head:
    """The head of an index page, by its field of `urls.Words`; where no title is given, it is that of its links."""
    url = context.urls.section(word)
    return Head(
        url=url,
        title=title or SECTIONS[word],
        description=description,
        crumbs=crumbs(),
        section=url,
        json_ld=json_ld,
        feed=feed,
    )


def section_link(context: Context, word: str) -> Link:
    """A link to an index page, by its field of `urls.Words`."""
    return Link(SECTIONS[word], context.urls.section(word))


def compare_page(context: Context, others: int) -> str:
    """The page that sets two of as many side by side; "" where there is one alone, or the site makes no API."""
    return context.urls.section("compare") if others > 1 and makes(context, "api") else ""


def link_to(context: Context, kind: str, key: str) -> Link:
    """The page of an award, edition, category, name, article or note, by its title."""
    if kind == "category":
        return link_to_category(context, key)
    return page_of(context, context.archive.index(kind)[key])


def page_of(context: Context, record: Award | Edition | Name | Article | Note) -> Link:
    """A link to the page of a record."""
    match record:
        case Award():
            return link_to_award(context, record.id)
        case Edition():
            return link_to_edition(context, record.key)
        case Name():
            return link_to_name(context, record.id)
        case Article():
            return link_to_article(context, record.id)
        case Note():
            return Link(record.title, context.urls.note(record.id), context.archive.language_of(record))


def link_to_award(context: Context, id: str) -> Link:
    award = context.archive.awards[id]
    return Link(award.name, context.urls.award(id))


def link_to_edition(context: Context, key: str) -> Link:
    """`Palmes 2011`: the award's short name and the label."""
    edition = context.archive.editions[key]
    award = context.archive.awards[edition.award]
    return Link(f"{award.label} {edition.label}", context.urls.edition(key))


def link_to_category(context: Context, key: str) -> Link:
    return Link(context.archive.categories[key].name, context.urls.category(key))


def link_to_name(context: Context, id: str, text: str = "") -> Link:
    """Its name today, with what tells it from a namesake (edge case 45), or the text that stands for it."""
    return Link(text or _apart(context, id), context.urls.name(id))


def _apart(context: Context, id: str) -> str:
    name = context.archive.names[id]
    alone = not name.disambiguation or context.archive.ids.get(name.name) == id
    return name.name if alone else f"{name.name} ({name.disambiguation})"


def link_to_article(context: Context, id: str) -> Link:
    article = context.archive.articles[id]
    return Link(article.title, context.urls.article(id), context.archive.language_of(article))


def versions(context: Context, kind: str, key: str) -> tuple[Version, ...]:
    """Every language in which there is an article or a note, first the one in lists; nothing where there is but one."""
    keys = context.archive.versions.get(f"{kind}:{key}", ())
    links = (link_to(context, kind, each) for each in keys)
    return tuple(Version(link.language, link.url) for link in links)


def in_language(context: Context, kind: str, key: str, language: str) -> str:
    """The version of an article or a note in a language (that of the site is empty), or else the one in question."""
    texts = context.archive.index(kind)
    keys = context.archive.versions_of(kind, key)
    return next((each for each in keys if texts[each].language == language), key)


def link_to_address(address: Address) -> Link:
    """A link to another site, whose text is its host where the editor gave none."""
    host = address.url.split("://")[-1].removeprefix("www.").split("/")[0].removeprefix("mailto:")
    return Link(address.label or host, address.url)


def article_line(context: Context, id: str) -> ArticleLine:
    article = context.archive.articles[id]
    editions = tuple(
        link_to_edition(context, ref.text) for ref in article.about.editions if ref.text in context.archive.editions
    )
    link = link_to_article(context, id)
    others = tuple(each for each in versions(context, "article", id) if each.url != link.url)
    return ArticleLine(link, article.kind, article.deck, article.date, editions, others)


def articles_about(context: Context, kind: str, key: str) -> tuple[ArticleLine, ...]:
    """Articles about an `edition`, `name`, `category` or `award`."""
    return tuple(article_line(context, id) for id in context.archive.articles_about.get(f"{kind}:{key}", ()))


@once
def recency(archive: Archive) -> Mapping[str, int]:
    """The position of each article, from new to old."""
    return {id: place for place, id in enumerate(archive.articles)}


def how_many_titles(titles: Count) -> Message:
    """`27 titles`, or at least so many."""
    if titles.exact:
        return Message("%(num)s title", plural="%(num)s titles", count=titles.value)
    return Message("at least %(num)s title", plural="at least %(num)s titles", count=titles.value)


def how_many_places(places: Places) -> Iterator[Message]:
    """`1 place`, `2 nominations`: a nomination is called so."""
    if others := places.number - places.nominations:
        yield Message("%(num)s place", plural="%(num)s places", count=others)
    if places.nominations:
        yield Message("%(num)s nomination", plural="%(num)s nominations", count=places.nominations)


def titles_for(titles: Count, laureates: int) -> Message:
    """`27 titles for 26 laureates.`"""
    won = how_many_titles(titles)
    who = Message("%(num)s laureate", plural="%(num)s laureates", count=laureates)
    return Message("%(titles)s for %(laureates)s.", (("titles", won), ("laureates", who)))


SECTIONS = MappingProxyType(
    {
        "awards": Message("Awards"),
        "names": Message("Names"),
        "laureates": Message("Laureates"),
        "years": Message("Years"),
        "articles": Message("Articles"),
        "records": Message("Records"),
        "gaps": Message("Gaps"),
        "claims": Message("Claims"),
        "conventions": Message("Conventions"),
        "data": Message("Data"),
        "search": Message("Search"),
        "changes": Message("Changes"),
        "compare": Message("Compare"),
        "accessibility": Message("Accessibility"),
    }
)
"""Titles of the index pages, by their field of `urls.Words`."""


# Shape the tags of an article: each leads to the others that have it.


def tag_anchor(tag: str) -> str:
    """The anchor of a tag in the index of articles."""
    return f"tag-{slug(tag)}"


def tag_links(context: Context, article: Article) -> tuple[Link, ...]:
    index = context.urls.section("articles")
    return tuple(Link(ref.text, f"{index}#{tag_anchor(ref.text)}") for ref in article.tags)

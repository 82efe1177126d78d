"""The page to search from, and the ways in for those who can't.

Owns: which kinds of thing can be found.   Never: searches (that is a script, over `exports.search_index`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..plan import Page
from ..views import SECTIONS, Head, Link, Message, crumbs, link_to_award, section_link
from ..views.findings import INDEX, FindKind
from ..views.letters import Letter, alphabet, by_letter

TEMPLATE = "page/search.html"


@dataclass(frozen=True, slots=True)
class Year:
    """A year with editions."""

    link: Link
    editions: int


@dataclass(frozen=True, slots=True)
class View:
    """The form, and ways in without it: letters of the index of names (`names`), years, awards, articles.

    `index` is the file that the script searches, `kinds` what it holds.
    """

    head: Head
    index: str
    kinds: tuple[FindKind, ...]
    names: Link
    alphabet: tuple[Letter, ...]
    laureates: Link
    awards: tuple[Link, ...]
    years: tuple[Year, ...]
    articles: Link


def pages(context: Context) -> Iterator[Page]:
    view = search_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def search_view(context: Context) -> View:
    archive, urls = context.archive, context.urls
    url = urls.section("search")
    return View(
        head=Head(
            url=url,
            title=SECTIONS["search"],
            description=Message("Find a laureate, a person, an award, a category or an article."),
            crumbs=crumbs(),
            section=url,
        ),
        index=f"{url}{INDEX}",
        kinds=tuple(FindKind),
        names=section_link(context, "names"),
        alphabet=alphabet(letter for letter, _ in by_letter(archive, archive.names)),
        laureates=section_link(context, "laureates"),
        awards=tuple(link_to_award(context, id) for id in archive.awards),
        years=tuple(Year(Link(str(year), urls.year(year)), len(keys)) for year, keys in sorted(archive.years.items())),
        articles=section_link(context, "articles"),
    )

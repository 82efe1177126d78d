"""Alphabetical indexes: letters, their pages, and one line for each name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Generic, TypeVar

from ...model import Function, Kind
from ...model.archive import Archive
from ...sources.collation import DIGITS, OTHER, headings
from ...statistics.count import Count
from ...statistics.titles import Scope, alphabetical, heading, placed, results, titles, winners
from ..context import Context
from ..links import Head, Html, Link, Mark, crumbs, link_to_name, section_link
from ..messages import Message
from .name_history import link_to_result
from .pager import shares
from .rows import mark

# Put names under their letters, for an index of one page or, where that would be too long, of many.

LONGEST = 600
"""How many links a page of an index holds; more would be slow to open on a telephone."""

Weigh = Callable[[str], int]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an index, its anchor, where it stands; no address where nothing stands under it.

    `count` is how many names are on pages of its own; 0 where the index has one page. The `first` of a script stands
    apart from the script before.
    """

    text: str
    anchor: str = ""
    url: str = ""
    count: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class LetterGroup(Generic[T]):
    """The lines of the names under one letter."""

    letter: Letter
    names: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Names (ids) that stand together under a letter, and the page they stand on, the `number`th of that letter."""

    letter: Letter
    ids: tuple[str, ...]
    url: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of an index, the ones before and after it, and all `parts` of its letter, where that has several.

    Each part is called by its first and its last name.
    """

    here: Stretch
    previous: Link | None
    following: Link | None
    parts: tuple[Link, ...]


def index(context: Context, word: str, names: Iterable[str], weigh: Weigh = lambda id: 1) -> tuple[Stretch, ...]:
    """The index of `names` or `laureates`; `weigh` says how many links the line of a name has."""
    found = _by_letter(context.archive, names)
    if sum(weigh(id) for ids in found.values() for id in ids) <= LONGEST:
        url = context.urls.section(word)
        letters = (Letter(text, _anchor(text), f"{url}#{_anchor(text)}") for text in found)
        return tuple(Stretch(letter, found[letter.text], url) for letter in letters)
    return tuple(stretch for text, ids in found.items() for stretch in _stretches(context, word, text, ids, weigh))


def is_paged(stretches: Iterable[Stretch]) -> bool:
    """Whether each letter has a page of its own."""
    return any(stretch.letter.count for stretch in stretches)


def alphabet(context: Context, stretches: Iterable[Stretch]) -> tuple[Letter, ...]:
    """Every letter of the site's language, with an address where there are names; others only where there are any."""
    used = {stretch.letter.text: stretch.letter for stretch in stretches}
    own, *others = headings(context.config.language)
    shown = [[text for text in script if text in used] for script in ((DIGITS,), *others, (OTHER,))]
    digits, *rest = shown
    letters = [used.get(text, Letter(text)) for text in (*digits, *own)]
    for script in filter(None, rest):
        letters += (replace(used[text], first=n == 0) for n, text in enumerate(script))
    return tuple(letters)


def pages_of_letters(context: Context, stretches: tuple[Stretch, ...]) -> Iterator[IndexPage]:
    """The pages of an index, one after the other; none where the index itself holds every letter."""
    if not is_paged(stretches):
        return
    of_letter: defaultdict[str, list[Link]] = defaultdict(list)
    for each in stretches:
        first, last = (_sorted_as(context.archive, id) for id in (each.ids[0], each.ids[-1]))
        of_letter[each.letter.text].append(Link(f"{first} – {last}", each.url))
    parts = {text: tuple(links) if len(links) > 1 else () for text, links in of_letter.items()}
    links = (None, *(Link(label(each), each.url) for each in stretches), None)
    for here, previous, following in zip(stretches, links, links[2:], strict=False):
        yield IndexPage(here, previous, following, parts[here.letter.text])


def _sorted_as(archive: Archive, id: str) -> str:
    return archive.names[id].sort or archive.names[id].name


def label(stretch: Stretch) -> str:
    """The letter of a page, with its number after the first."""
    return f"{stretch.letter.text} {stretch.number}" if stretch.number > 1 else stretch.letter.text


def _stretches(context: Context, word: str, text: str, ids: tuple[str, ...], weigh: Weigh) -> Iterator[Stretch]:
    """The pages of one letter, of about the same length."""
    slug = {DIGITS: "0-9", OTHER: "etc"}.get(text, text.lower())
    letter = Letter(text, _anchor(text), context.urls.letter(word, slug), len(ids))
    for number, share in enumerate(shares(ids, LONGEST, weigh), 1):
        yield Stretch(letter, share, context.urls.letter(word, slug, number), number)


def _by_letter(archive: Archive, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names in alphabetical order, under the letter each is sorted by, script by script."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(names, key=lambda id: alphabetical(archive, id)):
        found[heading(archive, id)].append(id)
    order = (DIGITS, *chain.from_iterable(headings(archive.language)), OTHER)
    return {text: tuple(found[text]) for text in order if text in found}


def _anchor(text: str) -> str:
    return {DIGITS: "digits", OTHER: "other"}.get(text, text)


# Say of a name in one line of an index what it is, and what it won.


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in the index: what it is, how many titles it has, else in which functions it appears."""

    link: Link
    kind: Kind
    what: str
    titles: Count
    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True)
class TitleLink:
    """A title in the index: its sign and where it stands; `count` trophies; the award's id and the year."""

    mark: Mark
    link: Link
    count: int
    award: str
    year: int


@dataclass(frozen=True, slots=True)
class LaureateLine:
    """A laureate and its titles, from old to new; `earlier` ones stand on its own page alone."""

    link: Link
    kind: Kind
    titles: tuple[TitleLink, ...]
    earlier: int = 0


def name_line(context: Context, id: str) -> NameLine:
    name = context.archive.names[id]
    mentioned = context.archive.mentions_of.get(id, ())
    has = {mention.how for mention in mentioned}
    link = link_to_name(context, id)
    apart = name.disambiguation if link.text == name.name else ""
    return NameLine(
        link,
        name.kind,
        apart or name.description,
        titles(context.archive, Scope(name=id)),
        tuple(function for function in Function if function in has),
    )


def laureate_line(context: Context, id: str, most: int = LONGEST) -> LaureateLine:
    """With its titles, `most` of them, or, where it has none, its places."""
    every = tuple(_titles(context, id))
    link, kind = link_to_name(context, id), context.archive.names[id].kind
    return LaureateLine(link, kind, every[-most:], max(0, len(every) - most))


def _titles(context: Context, id: str) -> Iterator[TitleLink]:
    every = tuple(results(context.archive, Scope(name=id)))
    won = tuple(result for result in every if id in winners(context.archive, result))
    for result in won or (result for result in every if id in placed(context.archive, result)):
        edition = context.archive.editions[result.edition]
        link = link_to_result(context, result)
        yield TitleLink(mark(result), link, result.count, edition.award, edition.sort_year)


@dataclass(frozen=True, slots=True)
class LetterView:
    """The names under one letter; `parts` are the pages of that letter if it has several, this being the `number`th."""

    head: Head
    letter: Letter
    number: int
    alphabet: tuple[Letter, ...]
    parts: tuple[Link, ...]
    names: tuple[NameLine, ...] | tuple[LaureateLine, ...]


def letter_view(
    context: Context,
    word: str,
    page: IndexPage,
    letters: tuple[Letter, ...],
    names: tuple[NameLine, ...] | tuple[LaureateLine, ...],
    *,
    title: Message,
    description: Message,
    json_ld: Html,
) -> LetterView:
    """The view of a page of the index of `names` or `laureates`; both sentences have a slot for the letter."""
    slots = (("letter", label(page.here)),)
    head = Head(
        url=page.here.url,
        title=replace(title, values=slots),
        description=replace(description, values=slots),
        crumbs=crumbs(section_link(context, word)),
        section=context.urls.section(word),
        previous=page.previous,
        next=page.following,
        json_ld=json_ld,
    )
    return LetterView(head, page.here.letter, page.here.number, letters, page.parts, names)

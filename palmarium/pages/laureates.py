"""The index of laureates, from A to Z, and by number of titles.

Owns: who stands in the index, and what the ranking says it rests on.   Never: counts (that is `statistics`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Kind
from ..plan import Page
from ..statistics.scope import ALL, Scope, results
from ..statistics.titles import Tally, certainty, laureates, most_placed, most_titled, placed, titles, winners
from ..views import SECTIONS, Head, Link, Mark, Message, crumbs, link_to_name
from ..views.findings import Choice
from ..views.letters import Letter, alphabet, by_letter
from ..views.linked_data import list_data
from ..views.profiles import link_to_result
from ..views.proof import CountLine, counted
from ..views.rankings import Ranking, ranking
from ..views.rows import mark

TEMPLATE = "page/laureates.html"
LONGEST = 50
"""How many lines a ranking has at most, equals at the last place aside."""


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
    """A laureate and its titles, from old to new."""

    link: Link
    kind: Kind
    titles: tuple[TitleLink, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Laureates under one letter."""

    letter: Letter
    names: tuple[LaureateLine, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the index can be narrowed to, besides a letter: only what leaves a line."""

    awards: tuple[Choice, ...]
    kinds: tuple[Kind, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Laureates. The `ranking` holds those with two titles or more; `once` are all others.

    `placed` have places and no title. `laureates` and `titles` say how sure the numbers are; `editions` is how many
    editions have a known laureate, of `held`.
    """

    head: Head
    laureates: CountLine
    titles: CountLine
    editions: int
    held: int
    alphabet: tuple[Letter, ...]
    letters: tuple[LetterGroup, ...]
    narrowing: Narrowing
    ranking: Ranking
    once: int
    placed: tuple[LaureateLine, ...]
    gaps: Link
    conventions: Link


def pages(context: Context) -> Iterator[Page]:
    view = laureates_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def laureates_view(context: Context) -> View:
    archive = context.archive
    table = most_titled(archive, ALL)
    groups = _letters(context, table)
    several = tuple(tally for tally in table if tally.titles > 1)
    held = [edition for edition in archive.editions.values() if edition.is_held]
    return View(
        head=_head(context, groups),
        laureates=counted(laureates(archive, ALL)),
        titles=counted(titles(archive, ALL)),
        editions=len({key for tally in table for key in tally.editions}),
        held=len(held),
        alphabet=alphabet(group.letter for group in groups),
        letters=groups,
        narrowing=_narrowing(context, tuple(line for group in groups for line in group.names)),
        ranking=ranking(context, several, LONGEST, certainty(archive, ALL).because),
        once=len(table) - len(several),
        placed=tuple(_line(context, tally.name) for tally in most_placed(archive, ALL) if tally.place <= LONGEST),
        gaps=Link(SECTIONS["gaps"], context.urls.section("gaps")),
        conventions=Link(SECTIONS["conventions"], context.urls.section("conventions")),
    )


def _head(context: Context, groups: tuple[LetterGroup, ...]) -> Head:
    url = context.urls.section("laureates")
    return Head(
        url=url,
        title=SECTIONS["laureates"],
        description=Message("All laureates from A to Z and by number of titles, each with its editions."),
        crumbs=crumbs(),
        section=url,
        json_ld=list_data(context, context.config.title, url, (line.link for group in groups for line in group.names)),
    )


def _letters(context: Context, table: tuple[Tally, ...]) -> tuple[LetterGroup, ...]:
    found = by_letter(context.archive, (tally.name for tally in table))
    return tuple(LetterGroup(letter, tuple(_line(context, id) for id in ids)) for letter, ids in found)


def _narrowing(context: Context, lines: tuple[LaureateLine, ...]) -> Narrowing:
    awards = {title.award for line in lines for title in line.titles}
    kinds = {line.kind for line in lines}
    return Narrowing(
        tuple(Choice(award.id, award.name) for award in context.archive.awards.values() if award.id in awards),
        tuple(kind for kind in Kind if kind in kinds),
        tuple(sorted({title.year for line in lines for title in line.titles}, reverse=True)),
    )


def _line(context: Context, id: str) -> LaureateLine:
    return LaureateLine(link_to_name(context, id), context.archive.names[id].kind, tuple(_titles(context, id)))


def _titles(context: Context, id: str) -> Iterator[TitleLink]:
    """Its titles, or, where it has none, its places."""
    every = tuple(results(context.archive, Scope(name=id)))
    won = tuple(result for result in every if id in winners(context.archive, result))
    for result in won or (result for result in every if id in placed(context.archive, result)):
        edition = context.archive.editions[result.edition]
        link = link_to_result(context, result)
        yield TitleLink(mark(result), link, result.count, edition.award, edition.sort_year)

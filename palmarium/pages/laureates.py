"""The index of laureates, from A to Z, and by number of titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Kind
from ..statistics.count import Count
from ..statistics.titles import ALL, Tally, certainty, laureates, most_placed, most_titled, titles
from .context import Context
from .links import Choice, Head, Link, award_choices, section_head, section_link
from .messages import Message
from .parts.alphabet import LaureateLine, Letter, LetterGroup, Stretch, alphabet, index, is_paged, laureate_line
from .parts.linked_data import list_data
from .parts.rankings import Ranking, leading, ranking
from .plan import Page

TEMPLATE = "page/laureates.html"
LONGEST = 50
"""How many lines a ranking has at most, equals at the last place aside."""


@dataclass(frozen=True, slots=True)
class LaureateFilters:
    """The filters of the index besides the letter: only values that leave a line.

    `search` is where that is asked: "" where the lines are on this page, else the page of the search.
    """

    awards: tuple[Choice, ...]
    kinds: tuple[Kind, ...]
    years: tuple[int, ...]
    search: str


@dataclass(frozen=True, slots=True)
class View:
    """Laureates. The `ranking` holds those with two titles or more; `once` are all others.

    `letters` are empty where each of the `alphabet` has pages of its own. `placed` have places and no title, as others
    that are `placed_left`. `laureates` and `titles` say how sure the numbers are; `editions` is how many editions have
    a known laureate, of `held`.
    """

    head: Head
    laureates: Count
    titles: Count
    editions: int
    held: int
    alphabet: tuple[Letter, ...]
    letters: tuple[LetterGroup[LaureateLine], ...]
    narrowing: LaureateFilters
    ranking: Ranking
    once: int
    placed: tuple[LaureateLine, ...]
    placed_left: int
    names: Link
    gaps: Link
    conventions: Link


def pages(context: Context) -> Iterator[Page]:
    view = laureates_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def laureates_view(context: Context) -> View:
    archive = context.archive
    table = most_titled(archive, ALL)
    links = {tally.name: 1 + tally.titles for tally in table}
    found = index(context, "laureates", links, links.__getitem__)
    groups = () if is_paged(found) else _groups(context, found)
    several = tuple(tally for tally in table if tally.titles > 1)
    ranked = most_placed(archive, ALL)
    foremost = leading(ranked, LONGEST)
    # Where nearly all have one place each, a list of them says nothing that the index of names does not say.
    foremost = foremost if len(foremost) <= 2 * LONGEST else ()
    held = [edition for edition in archive.editions.values() if edition.is_held]
    return View(
        head=_head(context, groups),
        laureates=laureates(archive, ALL),
        titles=titles(archive, ALL),
        editions=len({key for tally in table for key in tally.editions}),
        held=len(held),
        alphabet=alphabet(context, found),
        letters=groups,
        narrowing=_narrowing(context, table, context.urls.section("search") if is_paged(found) else ""),
        ranking=ranking(context, several, LONGEST, certainty(archive, ALL).because),
        once=len(table) - len(several),
        placed=tuple(laureate_line(context, tally.name) for tally in foremost),
        placed_left=len(ranked) - len(foremost),
        names=section_link(context, "names"),
        gaps=section_link(context, "gaps"),
        conventions=section_link(context, "conventions"),
    )


def _head(context: Context, groups: tuple[LetterGroup[LaureateLine], ...]) -> Head:
    url = context.urls.section("laureates")
    return section_head(
        context,
        "laureates",
        Message("All laureates from A to Z and by number of titles, each with its editions."),
        json_ld=list_data(context, context.config.title, url, (line.link for group in groups for line in group.names)),
    )


def _groups(context: Context, found: tuple[Stretch, ...]) -> tuple[LetterGroup[LaureateLine], ...]:
    return tuple(LetterGroup(each.letter, tuple(laureate_line(context, id) for id in each.ids)) for each in found)


def _narrowing(context: Context, table: tuple[Tally, ...], search: str) -> LaureateFilters:
    archive = context.archive
    editions = {key for tally in table for key in tally.editions}
    awards = {key.split("/")[0] for key in editions}
    kinds = {archive.names[tally.name].kind for tally in table}
    return LaureateFilters(
        award_choices(archive, awards),
        tuple(kind for kind in Kind if kind in kinds),
        tuple(sorted({archive.editions[key].sort_year for key in editions}, reverse=True)),
        search,
    )

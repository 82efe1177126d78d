"""Long lists over several pages: shares of their rows, and the pages that go on where the first one ends.

A kind of page says which fields of its view may be too long, what a row weighs and how much a page holds. The first
page keeps the address of the whole. A list that fits on one page is not divided.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from ..context import Context
from ..links import Head, Html, Link, Pager
from ..messages import Message
from ..plan import Page

_T = TypeVar("_T")
Shares = tuple[tuple[_T, ...], ...]
"""What each page shows of a list, in the order of the pages."""

_TEXT = 300
"""So many characters take about as much mark-up as a line with a link or two."""


def shares(rows: Iterable[_T], most: int, weigh: Callable[[_T], int] = lambda row: 1) -> Shares[_T]:
    """The fewest shares of about equal weight that hold all rows; of a list without rows, one that is empty."""
    every = tuple(rows)
    weights = tuple(map(weigh, every))
    whole = sum(weights)
    pages = max(1, -(-whole // most))
    if pages == 1:
        return (every,)
    found: dict[int, list[_T]] = {}
    before = 0
    for row, weight in zip(every, weights, strict=True):
        found.setdefault(before * pages // whole, []).append(row)
        before += weight
    return tuple(map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class _RowPlace:
    """The `number`th row of a group, both counted from 0."""

    group: int
    number: int
    weight: int


def shares_of_groups(
    groups: Iterable[_T], most: int, weigh: Callable[[_T], Sequence[int]], cut: Callable[[_T, int, int], _T]
) -> Shares[_T]:
    """Shares of groups, in which a group may end on one page and go on on the next.

    `weigh` gives the weight of each row, of the first with the heading; `cut` gives a group with some of its rows only.
    """
    every = tuple(groups)
    rows = [_RowPlace(at, n, weight) for at, group in enumerate(every) for n, weight in enumerate(weigh(group) or (1,))]
    parts = shares(rows, most, lambda row: row.weight)
    return (every,) if len(parts) == 1 else tuple(tuple(_regrouped(every, part, cut)) for part in parts)


def _regrouped(every: tuple[_T, ...], part: Iterable[_RowPlace], cut: Callable[[_T, int, int], _T]) -> Iterator[_T]:
    for at, found in groupby(part, lambda row: row.group):
        numbers = [row.number for row in found]
        yield cut(every[at], numbers[0], numbers[-1] + 1)


def lines(*texts: str) -> int:
    """How many lines a row with these texts takes, about."""
    return 1 + sum(map(len, texts)) // _TEXT


def paged(context: Context, page: Page, rest: Any, **lists: Sequence[Any]) -> Iterator[Page]:
    """The page and those that go on with it: each shows its share of the `lists`, fields of the view.

    `rest` is the view of the following pages: empty of what stands on the first one alone, and of all the lists.
    """
    several = {name: parts for name, parts in lists.items() if len(parts) > 1}
    if not several:
        yield page
        return
    head: Head = page.view.head
    count = max(map(len, several.values()))
    links = tuple(Link(str(n), context.urls.sheet(head.url, n)) for n in range(1, count + 1))
    lengths = tuple((name, len(parts)) for name, parts in several.items())
    for at, link in enumerate(links):
        shown = {name: parts[at] for name, parts in lists.items() if at < len(parts)}
        pager = Pager(at + 1, links, lengths)
        made = replace(head, pager=pager) if at == 0 else _following(head, pager)
        yield replace(page, url=link.url, view=replace(rest if at else page.view, head=made, **shown))


def _following(head: Head, pager: Pager) -> Head:
    """The head of a page that goes on: what stands for the whole stands on the first alone."""
    here, before, after = pager.pages[pager.number - 1], pager.pages[pager.number - 2], pager.pages[pager.number :][:1]
    number = (("number", here.text),)
    return replace(
        head,
        url=here.url,
        title=Message("%(title)s, page %(number)s", (("title", head.title), *number)),
        description=Message("Page %(number)s: %(description)s", (*number, ("description", head.description))),
        crumbs=(*head.crumbs, Link(head.title, head.url)),
        previous=Link(Message("page %(number)s", (("number", before.text),)), before.url),
        next=Link(Message("page %(number)s", (("number", after[0].text),)), after[0].url) if after else None,
        json_ld=Html(""),
        found=None if head.found is None else (),
        card=None,
        pager=pager,
    )

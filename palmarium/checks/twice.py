"""Nobody is listed twice for the same thing without it being said.

A laureate who is listed twice in one category of an edition, or has two places there, was most often copied twice; so
was a nominee, and a host, a guest or a partner by two spellings of one name. Who did receive two trophies has one
result with `count: 2`. Two works of one person, two prizes that one shares with different others, and different scopes,
tracks and rounds are different things to win. Nor has a winner a mention beside it, nor is a finalist by another
spelling, unless for another work. Nor does a juror, whose category it may be, win what the jury gives, or a laureate
represent himself.

Passes:

```yaml
results:
  pie:
    - {laureate: Ann Crust, count: 2}
    - {laureate: Ben Crumble, for: Apple Pie}
    - {laureate: Ben Crumble, for: Plum Pie}
```

Fails:

```yaml
results:
  pie: [Ann Crust, Ben Crumble, Ann Crust]
```
"""

from collections import defaultdict
from collections.abc import Iterator

from ..model import Distinction, Edition, Entry, Function, Holder, Part, Result, Status
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem, if_right

CODE = "laureate-twice"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_BESIDE = (Distinction.FINALIST, Distinction.MENTION, Distinction.OTHER)

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        yield from _in_entry(archive, entry)
    yield from _jurors(archive, edition)
    yield from _in_lists(archive, edition)
    for result in results_in(edition):
        held = {archive.ids.get(holder.name.text, holder.name.text) for holder in result.holders}
        for ref in result.represented_by:
            if held == {archive.ids.get(ref.text, ref.text)}:
                message = f'"{ref.text}" is the laureate and represents the laureate'
                hint = "write who came instead, or delete `represented_by`"
                yield Problem(CODE, ref.span, message, hint, LEVEL, (ref.text, result.category))


def _jurors(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """Each juror who has a place in what the jury of the edition, or of a category, decides."""
    seats = {archive.ids.get(part.name.text, part.name.text): part for part in reversed(edition.jurors)}
    for result in results_in(edition):
        for holder in result.holders:
            part = seats.get(archive.ids.get(holder.name.text, holder.name.text))
            if part and (not part.category or part.category.text == result.category):
                text, where = holder.name.text, result.category or "this edition"
                message = f'"{text}" is a laureate of {where} and sits on the jury, in line {part.name.span.line}'
                hint = f"correct one of the two; {if_right(CODE, text, where)}"
                yield Problem(CODE, holder.name.span, message, hint, LEVEL, (text, where))


def _in_lists(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """Who stands twice among the hosts, the guests or the like, by two spellings; the jury has a check of its own."""
    first: dict[tuple[Function, str, str], Part] = {}
    for part in edition.parts:
        key = (part.function, _id(archive, part.name.text), part.category.text if part.category else "")
        before = first.setdefault(key, part)
        if part.function is not Function.JUROR and before.name.text != part.name.text:
            there = f'"{before.name.text}", in line {before.name.span.line}'
            message = f'"{part.name.text}" is {there}: one {part.function} stands twice in this list'
            hint = "delete one of the two, or the alias where they are two"
            yield Problem(CODE, part.name.span, message, hint, LEVEL, (part.name.text, before.name.text))


def _in_entry(archive: Archive, entry: Entry) -> Iterator[Problem]:
    where = entry.category or "the laureates without a category"
    seen: defaultdict[object, dict[frozenset[str], Holder]] = defaultdict(dict)
    yield from _beside_the_title(archive, entry, where)
    for result in entry.results:
        if result.status is not Status.ACTIVE or not result.holders:
            continue
        held: dict[str, Holder] = {}
        for holder in result.holders:
            first = held.setdefault(archive.ids.get(holder.name.text, holder.name.text), holder)
            if first is not holder:
                yield _problem((holder.name.text,), where, result, first, holder)
        is_place = result.distinction in (Distinction.WINNER, Distinction.RANKED)
        kind = (is_place or result.distinction, result.scope, result.track, result.round, result.printed_category)
        earlier = seen[frozenset(held), kind]
        works = frozenset(work.title for work in result.works)
        # Where one of the two does not say for which work it is, it may be the same.
        before = next(iter(earlier.values()), None) if not works else earlier.get(works) or earlier.get(frozenset())
        earlier.setdefault(works, result.holders[0])
        if before:
            names = tuple(dict.fromkeys(holder.name.text for holder in result.holders))
            yield _problem(names, where, result, before, result.holders[0])


def _beside_the_title(archive: Archive, entry: Entry, where: str) -> Iterator[Problem]:
    """Who wins and is mentioned beside, or, by another spelling, a finalist; of two works both may be."""
    for result in entry.results:
        if result.distinction not in _BESIDE or result.status is not Status.ACTIVE or len(result.holders) != 1:
            continue
        own, rank = result.holders[0].name, (result.scope, result.track, result.round)
        titles = [each for each in entry.results if each.is_title and (each.scope, each.track, each.round) == rank]
        for title in titles if not result.works else ():
            same = [each.name for each in title.holders if _id(archive, each.name.text) == _id(archive, own.text)]
            is_other = same and same[0].text != own.text
            if same and (is_other or (result.distinction is Distinction.MENTION and len(title.holders) == 1)):
                called = f' as "{same[0].text}"' if is_other else ""
                message = (
                    f'"{own.text}" is {result.distinction} of {where}, and wins it{called} in line {same[0].span.line}'
                )
                apart = ", or the alias where they are two" if is_other else ""
                hint = f"delete one of the two{apart}; for another work, write `for: …` in each"
                yield Problem(CODE, own.span, message, hint, LEVEL, (own.text, where))
                break


def _id(archive: Archive, text: str) -> str:
    return archive.ids.get(text, text)


def _problem(names: tuple[str, ...], where: str, result: Result, first: Holder, holder: Holder) -> Problem:
    is_placed = result.distinction is Distinction.RANKED
    does = "wins" if result.is_title else "has a place in" if is_placed else f"is {result.distinction} of"
    other = first.name.text if len(result.holders) == 1 and first.name.text != holder.name.text else ""
    called, alias = (f', as "{other}"', ", or the alias where they are two") if other else ("", "")
    message = f'"{" and ".join(names)}" {does} {where} twice; the first is on line {first.name.span.line}{called}'
    more = "" if len(result.holders) > 1 else ", for two trophies `count: 2` in the other"
    hint = f"delete one{alias}; for two works, write `for: …` in each{more}"
    return Problem(CODE, holder.name.span, message, hint, LEVEL, (*names, where))

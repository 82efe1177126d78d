"""Who comes after another comes after it, and a part is there while the whole is.

A name that `succeeds` another takes its place: the other receives nothing and is in no function after
the first year in which the successor is there, or has begun (`born`). Told are also a successor that ended before the
other began, and a name or an award that is `part_of` what had ended before it began, or began after it ended: began
with `born`, or with the first edition in which it has a part; ended with `died`, or the last of its `names`. A work
may be called after what it comes from, and a laureate may be honoured after death; who goes on beside its successor is
no predecessor.

Passes, where the bakery that it succeeds won for the last time in 2011:

```yaml
# content/names/crust-and-sons.md
name: Crust & Sons
succeeds: Crust
```

```yaml
# editions/pie/2012.yaml
results: {pie: Crust & Sons}
```

Fails beside them:

```yaml
# editions/pie/2014.yaml
results: {pie: Crust}
```
"""

from collections.abc import Iterator

from ..model import Award, Date, Function, Kind, Name, NamedAs
from ..model.archive import Archive
from ..model.mentions import Mention
from ..problems import Basis, Level, Problem, Span, exception

CODE = "succession"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_Life = tuple[str, str, Date | None, Date | None]
"""How a thing stands to another one, what that is called, when it began and ended."""
_THERE = (NamedAs.LAUREATE, NamedAs.EMPLOYER, *Function)


def check(archive: Archive) -> Iterator[Problem]:
    for name in archive.names.values():
        known = [other for ref in name.succeeds if (other := archive.named(ref.text))]
        others = [other for other in known if not _in_a_circle(archive, name, other)]
        for other in others:
            yield from _goes_on(archive, name, other)
        whole = archive.named(name.part_of.text) if name.part_of else None
        lives: list[_Life] = [("succeeds", other.name, other.born, None) for other in others]
        lives += [("is part of", whole.name, whole.born, _ended(whole))] if whole else []
        # A person may have belonged to it long before.
        first = None if name.born or not whole or name.kind is Kind.PERSON else _first(archive, name)
        yield from _apart(
            name.name, (name.born or first, name.died), lives, name.span, "is there" if first else "began"
        )
    for award in archive.awards.values():
        ref = award.part_of
        above = archive.awards.get(ref.text) if ref else None
        before = archive.awards.get(award.succeeds.text) if award.succeeds else None
        if before and (before is award or (before.succeeds and before.succeeds.text == award.id)):
            before = None
        years: list[_Life] = [("is part of", above.name, above.founded, above.ended)] if above else []
        years += [("succeeds", before.name, before.founded, None)] if before else []
        held = [archive.editions[key] for key in archive.editions_of[award.id]] if above else []
        began = award.founded or min((edition.when for edition in held if edition.is_held), default=None)
        yield from _apart(award.name, (began, award.ended), years, award.span)
        yield from _held_on(archive, award, before) if before else ()


def _ended(name: Name) -> Date | None:
    """When a name ended: the day it says, or the last on which it was called by any of its names."""
    ends = [each.until for each in name.names if each.until]
    is_over = ends and len(ends) == len(name.names) and name.name in {each.name for each in name.names}
    return name.died or (max(ends) if is_over else None)


def _in_a_circle(archive: Archive, name: Name, other: Name) -> bool:
    """Whether each of two names succeeds the other, which is an error: neither says who came first."""
    return other is name or any(archive.named(ref.text) is name for ref in other.succeeds)


def _first(archive: Archive, name: Name) -> Date | None:
    """The year of the first edition in which a name has a part."""
    years = [archive.editions[each.edition].sort_year for each in _parts(archive, name)]
    return Date(min(years)) if years else None


def _goes_on(archive: Archive, name: Name, other: Name) -> Iterator[Problem]:
    """The first part that a name has after its successor was there."""
    own = [archive.editions[each.edition].sort_year for each in _parts(archive, name)]
    began = min([*own, *([name.born.year] if name.born else [])], default=None)
    late = [each for each in _parts(archive, other) if began and archive.editions[each.edition].sort_year > began]
    if late:
        first = min(late, key=lambda each: (archive.editions[each.edition].sort_year, each.edition))
        how = "began" if name.born and name.born.year == began else "is there"
        message = f'"{other.name}" has a part in {first.edition}, and {name.name}, which succeeds it, {how} in {began}'
        ended = _ended_before(archive, name, began) if began else []
        meant = f" (did {ended[0].name} come before it?)" if len(ended) == 1 else ""
        hint = (
            f"correct `succeeds`{meant} or `born` in {name.span.path}, or write {name.name} there;"
            f" if both went on, delete `succeeds`, or {exception(CODE, other.name, name.name)}"
        )
        yield Problem(CODE, first.ref.span, message, hint, LEVEL, (other.name, name.name))


def _ended_before(archive: Archive, name: Name, began: int) -> list[Name]:
    """The names of the same kind that ended before another one began, and that nothing succeeds; people are none."""
    taken = {archive.ids.get(ref.text) for each in archive.names.values() for ref in each.succeeds}
    same = [each for each in archive.names.values() if each.kind is name.kind and name.kind is not Kind.PERSON]
    return [each for each in same if each.died and each.died.year <= began and each.id not in {*taken, name.id}]


def _parts(archive: Archive, name: Name) -> list[Mention]:
    """What a name was given, and where it sat, by its edition."""
    posthumous = {(each.edition, each.id) for each in archive.results_of.get(name.id, ()) if each.posthumous}
    there = (each for each in archive.mentions_of.get(name.id, ()) if each.how in _THERE and each.edition)
    return [each for each in there if (each.edition, each.result) not in posthumous]


def _held_on(archive: Archive, award: Award, before: Award) -> Iterator[Problem]:
    """An edition of an award after its successor had one."""
    own = archive.award_editions(award.id)
    theirs = archive.award_editions(before.id)
    began = min((edition.sort_year for edition in own if edition.is_held), default=0)
    late = next((edition for edition in theirs if began and edition.sort_year > began), None)
    if late and late.is_held:
        message = f"{before.name} has an edition in {late.sort_year}, and {award.name}, which succeeds it, in {began}"
        hint = f"correct `succeeds`, or the year; if both went on, {exception(CODE, before.id, award.id)}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (before.id, award.id), key=("succeeds",))


def _apart(
    name: str,
    life: tuple[Date | None, Date | None],
    others: list[_Life],
    span: Span,
    how: str = "began",
) -> Iterator[Problem]:
    """What a thing belongs to, or comes after, that was never there at its time."""
    born, died = life
    for says, other, began, ended in others:
        if began and died and died.last < began.first:
            message = f"{name} {says} {other}, which began in {began}, after {name} ended ({died})"
        elif ended and born and ended.last < born.first:
            message = f"{name} {says} {other}, which ended in {ended}, before {name} {how} ({born})"
        else:
            continue
        key = "part_of" if says == "is part of" else "succeeds"
        right = f"; if it belonged to it before, {exception(CODE, name, other)}" if how != "began" else ""
        hint = f"correct one of the dates, or `{key}`{right}"
        yield Problem(CODE, span, message, hint, LEVEL, (name, other))

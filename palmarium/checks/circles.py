"""Nothing comes after itself, is part of itself, or is decided by itself.

Awards and names that succeed another or are part of one, categories with a parent or a descent, results that were
superseded, categories decided by another award: each leads on to another thing, and a chain of them that comes back to
its beginning can't be true. Statistics would count nothing along it, and a list that begins at the top would show none
of it. A category may come back: where each step of its descent names an edition of its own (`in`), a circle is a
history. An article may be related to one that is related to it; to itself it is not. A translation has an original.

Passes, where `pie` says nothing of `tart`:

```yaml
# editions/tart/award.yaml
name: Fictional Tart Award
part_of: pie
```

Fails, where the award of the file is `pie`:

```yaml
name: Fictional Pie Award
part_of: pie
```
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..model import Category, Edition, Entry, Ref
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span
from ..statistics.titles import may_move

CODE = "circle"
LEVEL = Level.ERROR
BASIS = Basis.FIELD


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing leads to another: how that is said, under which key, and where; `at` is an edition, if it has one."""

    to: str
    says: str
    key: str
    span: Span
    at: str = ""


_LISTS = ("related", "rivals")
"""Keys with a list of things, of which only one is wrong."""

_Steps = dict[str, list[_Step]]
"""The steps of one relation, by what they start from."""


def check(archive: Archive) -> Iterator[Problem]:
    for steps in filter(None, _relations(archive)):
        for circle in _circles(steps):
            if not _is_history([step for _, step in circle]):
                yield _problem(circle)


def _relations(archive: Archive) -> Iterator[_Steps]:
    yield _awards(archive, "part_of", "is held within")
    yield _awards(archive, "succeeds", "comes after")
    for award in archive.awards.values():
        yield {c.id: [_Step(c.parent, "is part of", "parent", c.span)] for c in award.categories if c.parent}
        yield {category.id: list(_descent(category)) for category in award.categories}
    yield from _names(archive)
    for edition in archive.editions.values():
        for entry in edition.entries:
            yield _superseded(archive, entry)
    yield _derived(archive)
    texts = ((article.id, article.related) for article in archive.articles.values())
    for index in (archive.articles, archive.notes):
        translated = ((text.id, text.translates) for text in index.values())
        yield {id: _refs([ref], "translates", "translates") for id, ref in translated if ref}
    rivals = ((award.id, award.rivals) for award in archive.awards.values())
    yield {id: _refs([ref for ref in refs if ref.text == id], "is related to", "related") for id, refs in texts}
    yield {id: _refs([ref for ref in refs if ref.text == id], "is a rival of", "rivals") for id, refs in rivals}


def _refs(refs: Iterable[Ref], says: str, key: str) -> list[_Step]:
    return [_Step(ref.text, says, key, ref.span) for ref in refs]


def _awards(archive: Archive, key: str, says: str) -> _Steps:
    stated = ((award.id, getattr(award, key)) for award in archive.awards.values())
    return {id: _refs([ref], says, key) for id, ref in stated if ref}


def _descent(category: Category) -> Iterator[_Step]:
    for step in category.lineage:
        yield from (_Step(ref.text, "comes from", "lineage", ref.span, step.edition) for ref in step.origin)


def _names(archive: Archive) -> Iterator[_Steps]:
    """What names succeed, what they are part of, and both: whom each counts for must have an end."""
    succeeds: _Steps = {}
    part_of: _Steps = {}
    heirs: dict[str, list[tuple[str, Ref]]] = {}
    for name in archive.names.values():
        for ref in name.succeeds:
            before = archive.ids.get(ref.text, ref.text)
            succeeds.setdefault(name.id, []).append(_Step(before, "succeeds", "succeeds", ref.span))
            heirs.setdefault(before, []).append((name.id, ref))
        if name.part_of:
            group = archive.ids.get(name.part_of.text, name.part_of.text)
            part_of[name.id] = [_Step(group, "is part of", "part_of", name.part_of.span)]
    yield succeeds
    yield part_of
    # As `statistics.identity` counts: a person counts alone, and what several succeed goes on alone.
    only = {id: those[0] for id, those in heirs.items() if len(those) == 1}
    goes_on = {id: [_Step(heir, "is continued by", "succeeds", ref.span)] for id, (heir, ref) in only.items()}
    both = {id: goes_on.get(id) or part_of[id] for id in (*part_of, *goes_on)}
    for circle in _circles({id: steps for id, steps in both.items() if may_move(archive, id)}):
        if len({step.key for _, step in circle}) > 1:
            yield {one: [step] for one, step in circle}


def _superseded(archive: Archive, entry: Entry) -> _Steps:
    found: _Steps = {}
    for result in entry.results:
        ref = result.superseded_by
        for holder in result.holders if ref else ():
            to = archive.ids.get(ref.text, ref.text) if ref else ""
            step = _Step(to, "is superseded by", "superseded_by", ref.span if ref else holder.name.span)
            found.setdefault(archive.ids.get(holder.name.text, holder.name.text), []).append(step)
    return found


def _derived(archive: Archive) -> _Steps:
    """From a category in an edition to the one that decides it, where that can only be one."""
    found: _Steps = {}
    for edition in archive.editions.values():
        for entry in edition.entries:
            source = entry.derived_from
            there = archive.editions.get(source.edition.text) if source else None
            if source and there and (key := _deciding(there, source.category)):
                step = _Step(key, "is decided by", "derived_from", source.edition.span)
                found.setdefault(f"{edition.key}#{entry.category}", []).append(step)
    return found


def _deciding(edition: Edition, category: Ref | None) -> str:
    only = edition.entries[0].category if len(edition.entries) == 1 else ""
    meant = category.text if category else only
    return f"{edition.key}#{meant}" if meant else ""


def _circles(steps: Mapping[str, list[_Step]]) -> Iterator[list[tuple[str, _Step]]]:
    """Each circle, from the first of its things; of two ways between the same two the first stands for both."""
    left = {one: {step.to: step for step in reversed(ways)} for one, ways in steps.items()}
    while circle := _circle(left):
        found = [(one, left[one][to]) for one, to in pairwise(circle)]
        for one, step in found:
            del left[one][step.to]
        order = {one: at for at, one in enumerate(left)}
        first = min(range(len(found)), key=lambda at: order[found[at][0]])
        yield found[first:] + found[:first]


def _circle(steps: Mapping[str, Mapping[str, _Step]]) -> list[str]:
    """One circle, its first thing also as its last; nothing where there is none."""
    try:
        TopologicalSorter(steps).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def _is_history(steps: list[_Step]) -> bool:
    """A descent that comes back, each time in another edition."""
    return all(step.at for step in steps) and len({step.at for step in steps}) == len(steps) > 1


def _problem(circle: list[tuple[str, _Step]]) -> Problem:
    (first, step), *_ = circle
    chain = ", which ".join(f"{each.says} {each.to}" for _, each in circle)
    keys = " or ".join(f"`{key}`" for key in dict.fromkeys(each.key for _, each in circle))
    where = "it" if len(circle) == 1 else "one of them"
    hint = f"delete {keys} in {where}" if len(circle) > 1 else f"delete {keys}"
    hint = f"delete `{first}` below `{step.key}`" if step.key in _LISTS else hint
    return Problem(CODE, step.span, f"{first} {chain}", hint, LEVEL, tuple(one for one, _ in circle))

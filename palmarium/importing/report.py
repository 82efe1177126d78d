"""Report of an import: what happened to the rows, which files change, which names are new."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..checks import near_names, odd_names
from ..model import Name
from ..model.archive import Archive
from ..problems import Level, Problem
from ..sources.plaintext import before_brackets
from .facts import Facts
from .files import FilesToWrite
from .merge import Difference
from .people import People
from .tables.table import Table

_SHOWN = 20
_IN_PART = ("value-left-out", "ambiguous-name", "rows-differ")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the rows and columns, what of the files, and what needs attention."""

    rows: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def report(
    table: Table,
    untaken: tuple[str, ...],
    facts: Facts,
    made: FilesToWrite,
    who: People,
    before: Archive,
    after: Archive,
) -> ImportReport:
    """The report's lines, with totals that add up, and a problem for each fact that needs attention."""
    rows = len(table.rows)
    skipped = sum(len(those) for those in facts.skipped.values())
    # Elements of a list have the place of what holds it, and columns that became rows that of their row.
    there = Counter(row.span for row in table.rows)
    lost = {span: min(count, there[span]) for span, count in Counter(facts.unlanded).items()}
    unlanded = sum(lost.values())
    spans = {problem.span for problem in facts.problems if problem.code in _IN_PART}
    part = sum(1 for span in spans if lost.get(span, 0) < there[span])
    landed = rows - skipped - unlanded - part
    in_part = f" + {part} landed in part" if part else ""
    near = tuple(_near(who, before, after))
    of_rows = (
        f"{_count(rows, 'row')} read = {landed} landed{in_part} + {skipped} skipped + {unlanded} not landed",
        *(f"  skipped: {len(those)}, {why or 'by a rule without a reason'}" for why, those in facts.skipped.items()),
        *([f"columns not taken: {', '.join(untaken)}"] if untaken else ()),
        *(f"not read: {what}" for what in table.rest),
    )
    lines = [
        f"files: {len(made.created)} created, {len(made.edited)} edited, {len(made.unchanged)} unchanged",
        *_added(made),
        f"names: {len(who.new)} new, {len(set(who.matched))} matched, {_count(len(near), 'suggestion')}",
    ]
    if who.alone:
        lines.append(f"disambiguation: not needed for {_count(who.alone, 'name')} without a namesake")
    differences = [each for each in made.differences if not each.implied]
    if differences:
        taken = sum(each.taken for each in differences)
        kept = len(differences) - taken
        lines.append(f"facts that differ: {kept} kept as the site has them, {taken} taken from the import")
    return ImportReport(of_rows, tuple(lines), (*(_difference(each) for each in made.differences), *near))


def _added(made: FilesToWrite) -> Iterator[str]:
    """What is new in files that were there already, one by one while they are few."""
    for span, what, value in made.added[:_SHOWN]:
        yield f"  {span.path}:{span.line}: {what}: {value}"
    if len(made.added) > _SHOWN:
        yield f"  and {len(made.added) - _SHOWN} more"


def _difference(each: Difference) -> Problem:
    if each.implied:
        said = f"{each.theirs} here, and the winner on the site: that stays, and says as much"
        return Problem("import-differs", each.row, said, "", Level.WARNING)
    row = f"{each.row.path}:{each.row.line}" if each.row.path else "the import"
    said = f'{each.what}: the site says "{each.ours}", {row} says "{each.theirs}"'
    if each.taken:
        return Problem("import-taken", each.span, f"{said}; the import's was taken", "", Level.WARNING)
    hint = each.why or "the site's stays; --take-import takes the other"
    return Problem("import-differs", each.span, said, hint, Level.WARNING)


def _near(who: People, before: Archive, after: Archive) -> Iterator[Problem]:
    """New names that are similar to others: suggestions, never merged."""
    new = frozenset(who.new)
    for one, other in near_names.pairs(after) if after is not before else ():
        # The rarer one of two new ones is rather the slip.
        often = {each.name: (each.name not in new, len(after.mentions_of.get(each.name, ()))) for each in (one, other)}
        ours, theirs = (one, other) if often[one.name] < often[other.name] else (other, one)
        if ours.name in new and not _bare(after, ours.name):
            row = who.rows.get(ours.name, after.names[ours.name].span)
            message = f'"{ours.text}" looks like "{theirs.text}" ({theirs.name}); it was written as a name of its own'
            hint = f"if both are one, write `aliases: [{ours.text}]` for {theirs.name}, or map one to the other"
            yield Problem("near-name", row, message, hint, Level.WARNING, (ours.text,))
    for id in who.new:
        # What the brackets hold may have a key, and is told as that.
        if (bare := _bare(after, id)) and not any(odd_names.of_name(after, after.names[id])):
            message = f'"{after.names[id].name}" may be "{bare.name}" ({bare.id}); it was written as a name of its own'
            hint = r"to leave what stands in brackets out: `pattern = '^(.*?)(?: \(.*\))?$'`"
            yield Problem("near-name", who.rows[id], message, hint, Level.WARNING, (after.names[id].name,))


def _bare(archive: Archive, id: str) -> Name | None:
    """The existing name that equals this one without the brackets at its end."""
    before = before_brackets(archive.names[id].name) if id in archive.names else ""
    bare = archive.names.get(archive.ids.get(before, "")) if before else None
    return bare if bare and bare.id != id and not bare.disambiguation else None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

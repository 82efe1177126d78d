"""Chart of what a name did, a lane for each award over the years: titles, places, juries, other parts, gaps."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..archive import Archive
from ..charts import Stroke
from ..charts.axis import centre
from ..charts.runs import runs, stretch
from ..context import Context
from ..model import Edition, Function
from ..statistics.scope import Scope, results
from ..statistics.titles import placed, winners
from . import Link, link_to_edition
from .knowledge import years_known
from .tracks import BELOW, Column, Form, Lane, Spell, Track, track

_MOST, _AWARDS = 30, 16
_UNSURE = (Form.PART, Form.SILENT, Form.MISSING)

_Years = tuple[int, int]
"""What a column stands for: a year, or all those between two that are shown."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a name has in one edition, of one form."""

    form: Form
    edition: str
    year: int


def career(context: Context, name: str) -> Track | None:
    """None where there is but one edition: the page says that in fewer words."""
    archive = context.archive
    deeds = tuple(dict.fromkeys(_deeds(archive, name)))
    if len({deed.edition for deed in deeds}) < 2:
        return None
    columns = tuple(_columns(_years(archive, deeds)))
    by_award: defaultdict[str, list[_Deed]] = defaultdict(list)
    for deed in deeds:
        by_award[_award(archive, deed)].append(deed)
    ordered = sorted(by_award, key=lambda award: archive.awards[award].span)
    lanes = (_lane(context, award, by_award[award], columns) for award in ordered)
    shown = tuple(Column("", str(first) if first == last else "…") for first, last in columns)
    left = {deed.year for deed in deeds} - {first for first, last in columns if first == last}
    made = track(shown, (lane for lane in lanes if lane.spells), BELOW, 0, _AWARDS)
    return replace(made, earlier=len(left))


def _years(archive: Archive, deeds: Iterable[_Deed]) -> tuple[int, ...]:
    """From its first year to its last, and the unsure years around them as far as the drawing reaches.

    Where that is too long, the years in which it did something: those of titles before those of places.
    """
    own = [deed.year for deed in deeds]
    awards = {_award(archive, deed) for deed in deeds if deed.form in (Form.TITLE, Form.PLACE)}
    unsure = [year for award in sorted(awards) for year, form in years_known(archive, award).items() if form in _UNSURE]
    first, last = min(own), max(own)
    if last + 1 - first > _MOST:
        weights = {Form.TITLE: 0, Form.PLACE: 1}
        weighed = sorted(deeds, key=lambda deed: (weights.get(deed.form, 2), -deed.year))
        return tuple(sorted(tuple(dict.fromkeys(deed.year for deed in weighed))[:_MOST]))
    first = max(min((*unsure, first)), last + 1 - _MOST)
    return tuple(range(first, min(max((*unsure, last)), first - 1 + _MOST) + 1))


def _columns(years: tuple[int, ...]) -> Iterator[_Years]:
    """One for each year, and one for all that lie between two of them."""
    for year, after in pairwise((*years, years[-1] + 1)):
        yield year, year
        if after == year + 2:
            yield year + 1, year + 1
        elif after > year + 2:
            yield year + 1, after - 1


def _award(archive: Archive, deed: _Deed) -> str:
    return archive.editions[deed.edition].award


def _deeds(archive: Archive, name: str) -> Iterator[_Deed]:
    """Titles, places and functions; several of a form in one edition are one."""
    for result in results(archive, Scope(name=name)):
        edition = archive.editions[result.edition]
        if name in winners(archive, result):
            yield _Deed(Form.TITLE, edition.key, edition.sort_year)
        elif name in placed(archive, result):
            yield _Deed(Form.PLACE, edition.key, edition.sort_year)
    for mention in archive.mentions_of.get(name, ()):
        told = archive.editions.get(mention.edition)
        if told and isinstance(mention.how, Function):
            form = Form.JURY if mention.how is Function.JUROR else Form.FUNCTION
            yield _Deed(form, told.key, told.sort_year)


def _lane(context: Context, award: str, deeds: Iterable[_Deed], columns: tuple[_Years, ...]) -> Lane:
    archive = context.archive
    record = archive.awards[award]
    places = {first: place for place, (first, last) in enumerate(columns) if first == last}
    forms = tuple(Form)
    mine = sorted((d for d in deeds if d.year in places), key=lambda deed: (deed.year, forms.index(deed.form)))
    own = {d.year for d in mine if d.form in (Form.TITLE, Form.PLACE)}
    gaps = _gaps(years_known(archive, award), columns, own)
    holes = tuple(runs(gaps)) if own else ()
    strokes = [stretch(Form.UNSURE, first, last, len(columns)) for first, last, _ in holes]
    strokes += [_stroke(deed, mine, places[deed.year], len(columns)) for deed in mine]
    spells = [(columns[first][0], _hole(columns[first][0], columns[last][1])) for first, last, _ in holes]
    spells += [(deed.year, _spell(context, archive.editions[deed.edition], deed.form)) for deed in mine]
    link = Link(record.short or record.name, context.urls.award(award))
    return Lane(link, tuple(strokes), tuple(spell for _, spell in sorted(spells, key=lambda each: each[0])))


def _gaps(known: Mapping[int, Form], columns: tuple[_Years, ...], own: set[int]) -> tuple[Form | None, ...]:
    """The years in which it may have had a title that the archive does not know."""
    unsure = sorted(year for year, form in known.items() if form in _UNSURE and year not in own)
    here = (bisect_left(unsure, first) < bisect_right(unsure, last) for first, last in columns)
    return tuple(Form.UNSURE if hidden else None for hidden in here)


def _stroke(deed: _Deed, others: Iterable[_Deed], place: int, count: int) -> Stroke:
    """A point in the middle of its year; several in one year stand below each other."""
    forms = tuple(dict.fromkeys(other.form for other in others if other.year == deed.year))
    x, y = centre(place, count), 100 * (forms.index(deed.form) + 1) / (len(forms) + 1)
    # A line of no length at all has no ends to be rounded in some browsers.
    return Stroke(deed.form, x, round(x + 0.01, 2), round(y, 1), round(y, 1))


def _hole(first: int, last: int) -> Spell:
    end = Link(str(last)) if last > first else None
    return Spell(Link(str(first)), end, last + 1 - first, Form.UNSURE, ())


def _spell(context: Context, edition: Edition, form: Form) -> Spell:
    return Spell(Link(edition.label, link_to_edition(context, edition.key).url), None, 1, form, ())

"""Shape what a name did as a line for each award, over the years: titles, places, juries, other parts, gaps.

Owns: which years and awards such a chart shows, what stands above what.   Never: counts, or fills a gap.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..archive import Archive
from ..charts import Stroke
from ..charts.axis import centre
from ..charts.runs import runs, stretch
from ..context import Context
from ..model import Edition, Function
from ..statistics import titles
from ..statistics.scope import Scope, results
from . import Link, link_to_edition
from .knowledge import years_known
from .tracks import BELOW, Column, Form, Lane, Spell, Track, track

_MOST, _AWARDS = 30, 16
_UNSURE = (Form.PART, Form.SILENT, Form.MISSING)


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
    span = _span(archive, deeds)
    years = tuple(span)[-_MOST:]
    shown = tuple(Column("", str(year)) for year in years)
    awards = dict.fromkeys(award for award in archive.awards for deed in deeds if _award(archive, deed) == award)
    lanes = (_lane(context, award, [d for d in deeds if _award(archive, d) == award], years) for award in awards)
    return track(shown, (lane for lane in lanes if lane.spells), BELOW, len(span), _AWARDS)


def _span(archive: Archive, deeds: Iterable[_Deed]) -> range:
    """From its first year to its last, and over the unsure years around them as far as the drawing reaches."""
    own = [deed.year for deed in deeds]
    awards = {_award(archive, deed) for deed in deeds if deed.form in (Form.TITLE, Form.PLACE)}
    unsure = [year for award in sorted(awards) for year, form in years_known(archive, award).items() if form in _UNSURE]
    first, last = min(own), max(own)
    first = max(min((*unsure, first)), min(first, last + 1 - _MOST))
    return range(first, min(max((*unsure, last)), max(last, first - 1 + _MOST)) + 1)


def _award(archive: Archive, deed: _Deed) -> str:
    return archive.editions[deed.edition].award


def _deeds(archive: Archive, name: str) -> Iterator[_Deed]:
    """Titles, places and functions; several of a form in one edition are one."""
    for result in results(archive, Scope(name=name)):
        edition = archive.editions[result.edition]
        if name in titles.winners(archive, result):
            yield _Deed(Form.TITLE, edition.key, edition.sort_year)
        elif name in titles.placed(archive, result):
            yield _Deed(Form.PLACE, edition.key, edition.sort_year)
    for mention in archive.mentions_of.get(name, ()):
        told = archive.editions.get(mention.edition)
        if told and isinstance(mention.how, Function):
            form = Form.JURY if mention.how is Function.JUROR else Form.FUNCTION
            yield _Deed(form, told.key, told.sort_year)


def _lane(context: Context, award: str, deeds: Iterable[_Deed], years: tuple[int, ...]) -> Lane:
    archive = context.archive
    record = archive.awards[award]
    mine = sorted((d for d in deeds if d.year in years), key=lambda deed: (deed.year, tuple(Form).index(deed.form)))
    gaps = _gaps(years_known(archive, award), years, {d.year for d in mine if d.form in (Form.TITLE, Form.PLACE)})
    won = any(deed.form in (Form.TITLE, Form.PLACE) for deed in mine)
    holes = tuple(runs(gaps)) if won else ()
    strokes = [stretch(Form.UNSURE, first, last, len(years)) for first, last, _ in holes]
    strokes += [_stroke(deed, mine, years) for deed in mine]
    spells = [(years[first], _hole(first, last, years)) for first, last, _ in holes]
    spells += [(deed.year, _spell(context, archive.editions[deed.edition], deed.form)) for deed in mine]
    link = Link(record.short or record.name, context.urls.award(award))
    return Lane(link, tuple(strokes), tuple(spell for _, spell in sorted(spells, key=lambda each: each[0])))


def _gaps(known: Mapping[int, Form], years: tuple[int, ...], own: set[int]) -> tuple[Form | None, ...]:
    """The years in which it may have had a title that the archive does not know."""
    return tuple(Form.UNSURE if known.get(year) in _UNSURE and year not in own else None for year in years)


def _stroke(deed: _Deed, others: Iterable[_Deed], years: tuple[int, ...]) -> Stroke:
    """A point in the middle of its year; several in one year stand below each other."""
    forms = tuple(dict.fromkeys(other.form for other in others if other.year == deed.year))
    x, y = centre(years.index(deed.year), len(years)), 100 * (forms.index(deed.form) + 1) / (len(forms) + 1)
    # A line of no length at all has no ends to be rounded in some browsers.
    return Stroke(deed.form, x, round(x + 0.01, 2), round(y, 1), round(y, 1))


def _hole(first: int, last: int, years: tuple[int, ...]) -> Spell:
    end = Link(str(years[last])) if last > first else None
    return Spell(Link(str(years[first])), end, last + 1 - first, Form.UNSURE, ())


def _spell(context: Context, edition: Edition, form: Form) -> Spell:
    return Spell(Link(edition.label, link_to_edition(context, edition.key).url), None, 1, form, ())

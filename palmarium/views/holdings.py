"""Shape who held one category and when: a lane for each laureate, and one for what is not known.

Owns: whom such a chart shows.   Never: counts, or fills a gap.
"""

from collections.abc import Iterable, Sequence

from ..context import Context
from ..model import Category
from . import Link, Message
from .river import cells, titled
from .tenure import Tenure
from .tracks import BELOW, Cell, Column, Form, Lane, Track, columns, lane, track

_MOST = 16
_EDITIONS = 40


def holdings(context: Context, category: Category, held: Iterable[Tenure]) -> Track | None:
    """`held` are the category's tenures. None where there is no more to see than names: where nobody held it twice."""
    every = columns(context, category.award)
    whole = cells(held, every)
    there = [place for place, each in enumerate(whole) if each and each.form is not Form.UNSURE]
    if len(there) < 2:
        return None
    first = max(there[0], there[-1] + 1 - _EDITIONS)
    shown, row = every[first : there[-1] + 1], whole[first : there[-1] + 1]
    names = tuple(titled(row))
    again = tuple(name for name in names if sum(name in each.names for each in row if each) > 1)
    # Where hardly anybody comes back, a lane for each would be a staircase: those who do are shown.
    told = names if again and len(names) <= _MOST else again
    if not again:
        return None
    lanes = [_lane(name, shown, row) for name in told]
    unknown = lane(Link(Message("Laureate unknown")), shown, _gaps(row), BELOW)
    made = track(shown, lanes[:_MOST] + [unknown] * bool(unknown.spells), BELOW, there[-1] + 1 - there[0])
    return Track(made.ticks, made.lanes, made.forms, len(names) - len(lanes[:_MOST]), made.earlier)


def _lane(name: Link, shown: Sequence[Column], row: Sequence[Cell | None]) -> Lane:
    own = [Cell(each.form, (name,)) if each and name in each.names else None for each in row]
    return lane(name, shown, own, BELOW)


def _gaps(row: Sequence[Cell | None]) -> tuple[Cell | None, ...]:
    return tuple(each if each and each.form in (Form.UNKNOWN, Form.UNSURE) else None for each in row)

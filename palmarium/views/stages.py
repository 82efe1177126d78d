"""Shape the rounds of a contest as a funnel: how many were left in each, as far as that is known.

Owns: Funnel, Stage.   Never: counts, or works out a number that no source states.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..charts import Stroke
from ..charts.funnel import funnel as bars
from ..context import Context
from ..model import Edition
from ..statistics.scope import Scope
from ..statistics.titles import titles
from . import Message, Text


@dataclass(frozen=True, slots=True)
class Stage:
    """Those in one round, or in the end the laureates; `qualifier` is as printed, such as `plus de`."""

    name: Text
    number: int | None
    qualifier: str
    bar: Stroke


@dataclass(frozen=True, slots=True)
class Funnel:
    """From all who entered to the laureates."""

    stages: tuple[Stage, ...]


def stages(context: Context, edition: Edition) -> Funnel | None:
    """None where fewer than two numbers are known: a picture would show nothing."""
    told = tuple(_told(context, edition))
    if len(edition.rounds) < 2 or sum(number is not None for _, number, _ in told[:-1]) < 2:
        return None
    drawn = bars([number for _, number, _ in told])
    return Funnel(tuple(Stage(*each, bar) for each, bar in zip(told, drawn, strict=True)))


def _told(context: Context, edition: Edition) -> Iterator[tuple[Text, int | None, str]]:
    for each in edition.rounds:
        yield each.name or each.id, each.entrants, each.qualifier
    yield Message("Laureates"), _laureates(context, edition), ""


def _laureates(context: Context, edition: Edition) -> int | None:
    """The titles given, where each is known to have been; an edition known in part may have given more."""
    count = titles(context.archive, Scope(edition=edition.key))
    unknown = any(entry.lacks_winner for entry in edition.entries)
    return count.value if count.exact and not unknown else None

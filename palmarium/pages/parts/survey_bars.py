"""The bars of a survey figure."""

import re
from dataclasses import dataclass

from ...model import Answer, Date, Edition, Figure
from ..charts import hundredths
from ..context import Context
from ..links import Link, link_to_name
from .sources import Cite, cites


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer as printed; `length` is its share of the width in hundredths, None where there is no number."""

    label: str
    value: str
    length: float | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A survey figure: its table is complete, and drawn where two answers have numbers; others are hatched."""

    anchor: str
    title: str
    by: Link | None
    date: Date | None
    unit: str
    base: str
    several_answers: bool
    bars: tuple[Bar, ...]
    drawn: bool
    note: str
    cites: tuple[Cite, ...]


def figures(context: Context, edition: Edition) -> tuple[FigureView, ...]:
    return tuple(figure_view(context, figure, edition) for figure in edition.figures)


def figure_view(context: Context, figure: Figure, edition: Edition) -> FigureView:
    id = context.archive.ids.get(figure.by.text) if figure.by else None
    bars = _bars(figure)
    return FigureView(
        anchor=f"figure-{figure.id}",
        title=figure.title,
        by=link_to_name(context, id) if id else None,
        date=figure.date,
        unit=figure.unit,
        base=figure.base,
        several_answers=figure.several_answers,
        bars=bars,
        drawn=sum(bar.length is not None for bar in bars) > 1,
        note=figure.note,
        cites=cites(figure.sources, edition, context.urls.edition(edition.key)),
    )


def _bars(figure: Figure) -> tuple[Bar, ...]:
    """Shares of a hundred and marks out of ten are drawn against these, other numbers against the highest of them."""
    numbers = [_number(answer) for answer in figure.answers]
    highest = max((number for number in numbers if number is not None), default=0.0)
    whole = max(highest, _scale(figure.unit))
    return tuple(
        Bar(answer.label, answer.value, hundredths(number, whole) if number is not None and whole else None)
        for answer, number in zip(figure.answers, numbers, strict=True)
    )


def _scale(unit: str) -> float:
    """What a unit is a share of: `%`, `sur 10`, `out of 5`, `/20`; nothing for other units."""
    if unit == "%":
        return 100
    found = re.fullmatch(r"(?:sur|out of|/)\s*(\d+)", unit.strip())
    return float(found[1]) if found else 0


def _number(answer: Answer) -> float | None:
    """The number in an answer, as printed in French or English: `6,3`, `1 500`, `76 %`."""
    found = re.fullmatch(r"(\d[\d \u00a0\u202f]*+(?:[.,]\d+)?)\s*%?", answer.value.strip())
    return float(re.sub(r"[ \u00a0\u202f]", "", found[1]).replace(",", ".")) if found else None

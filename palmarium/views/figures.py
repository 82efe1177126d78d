"""Shape numbers as pictures: the bars of a survey figure.

Owns: FigureView, Bar; how long a bar is.   Never: counts, or draws (a template does).
"""

import re
from dataclasses import dataclass

from ..context import Context
from ..model import Answer, Date, Edition, Figure
from . import Link, link_to_name
from .proof import Cite, cites


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer as printed; `length` is its share of the width in hundredths, None where there is no number."""

    label: str
    value: str
    length: int | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A survey figure: its table is complete, the picture is drawn only where `drawn`."""

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
        drawn=len(bars) > 1 and all(bar.length is not None for bar in bars),
        note=figure.note,
        cites=cites(figure.sources, edition, context.urls.edition(edition.key)),
    )


def _bars(figure: Figure) -> tuple[Bar, ...]:
    """Percentages are drawn against 100, other numbers against the highest of them."""
    numbers = [_number(answer) for answer in figure.answers]
    known = [number for number in numbers if number is not None]
    whole = 100.0 if figure.unit == "%" else max(known, default=0.0)
    return tuple(
        Bar(answer.label, answer.value, min(100, round(100 * number / whole)) if number is not None and whole else None)
        for answer, number in zip(figure.answers, numbers, strict=True)
    )


def _number(answer: Answer) -> float | None:
    """The number in an answer, as printed in French or English: `6,3`, `1 500`, `76 %`."""
    found = re.fullmatch(r"(\d[\d \u00a0\u202f]*(?:[.,]\d+)?)\s*%?", answer.value.strip())
    return float(re.sub(r"[ \u00a0\u202f]", "", found[1]).replace(",", ".")) if found else None

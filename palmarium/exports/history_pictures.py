"""Draw the history of each award as SVG, to be shared: those with results in several editions, edition by edition."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..pages.context import Context
from ..pages.messages import Message
from ..pages.parts.heatmap import HeatCell, HeatMap, history, picture_of
from ..pages.plan import Blob, Listed, Part
from .svg_text import BOLD, EDGE, GOLD, INK, PAPER, SOFT, fit, framed, text, width

OUTPUT = "pictures"
_ROWS = 20
_TINT, _WASH, _HATCH = "#f3f0e7", "#f3e8c8", "#c9c2b1"
_ROW, _NAMES, _TOTAL, _TOP = 27, 230, 46, 108
"""Pixels: of a row, of the names before and the sums behind, above the grid."""
_CELL, _WIDEST = 36, 84
"""How wide a cell is at least, and at most where there is room."""
_LEAST = 560


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    return ((key, partial(_picture, context, key)) for key in context.archive.awards)


def _picture(context: Context, key: str) -> Iterator[Blob]:
    url, found = picture_of(context, key), history(context, key)
    if url and found:
        award = context.archive.awards[key]
        drawn = draw(found, award.name, _words(context, found), context.config.language)
        yield Blob(url, drawn.encode(), (award.span.path,))


def _words(context: Context, found: HeatMap) -> Mapping[str, str]:
    base = context.config.base_url
    left = found.left + max(0, len(found.rows) - _ROWS)
    more = Message("%(num)s more is not listed here.", plural="%(num)s more are not listed here.", count=left)
    return {
        "says": context.say(Message("Names with results in two editions or more.")),
        "won": context.say(Message("titles")),
        "placed": context.say(Message("Places")),
        "none": context.say(Message("edition known, no title")),
        "hidden": context.say(Message("unknown")),
        "below": " · ".join(filter(None, (context.say(more) if left else "", context.config.title, base))),
    }


def draw(found: HeatMap, title: str, words: Mapping[str, str], language: str) -> str:
    """One picture; the same history gives the same bytes."""
    [columns] = found.columns
    rows = found.rows[:_ROWS]
    labels = [str(edition.text) for edition in columns.editions]
    names = min(_NAMES, 16 + max(width(str(row.link.text)) for row in rows) * 14)
    cell = min(_WIDEST, max(_CELL, (_LEAST - 2 * EDGE - names - _TOTAL) // len(labels)))
    wide = max(_LEAST, 2 * EDGE + names + len(labels) * cell + _TOTAL)
    longest = max(width(label) * 12 for label in labels)
    is_steep = longest > cell
    top = _TOP + (min(longest, 120) * 0.8 if is_steep else 14)
    high = top + len(rows) * _ROW + 84
    left = EDGE + names
    heads = "".join(_label(label, left + (at + 0.5) * cell, top - 8, is_steep) for at, label in enumerate(labels))
    lines = "".join(
        text(fit(str(row.link.text), 14, names - 12), EDGE, top + at * _ROW + 18, 14, INK)
        + "".join(_cell(one, left + place * cell, top + at * _ROW, cell) for place, one in enumerate(row.cells))
        + text(
            ("" if row.total.exact else "≥") + str(row.total.value),
            left + len(labels) * cell + 12,
            top + at * _ROW + 18,
            14,
            INK,
            BOLD,
        )
        for at, row in enumerate(rows)
    )
    below = top + len(rows) * _ROW
    hatch = (
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="6" height="6" fill="{PAPER}"/><path d="M0 0V6" stroke="{_HATCH}" stroke-width="2"/>'
        "</pattern></defs>"
    )
    drawn = f"{hatch}{heads}{lines}{_key(words, below + 30)}"
    return framed(title, words["says"], words["below"], language, wide, high, drawn)


def _label(said: str, x: float, y: float, is_steep: bool) -> str:
    """The label of an edition above its column; a long one is slanted."""
    if not is_steep:
        return text(said, x, y, 12, SOFT, 'text-anchor="middle"')
    said = fit(said, 12, 120)
    return f'<g transform="translate({x:g} {y:g}) rotate(-55)">{text(said, 0, 0, 12, SOFT)}</g>'


def _cell(cell: HeatCell, x: float, y: float, wide: float) -> str:
    """A cell as on the page: filled for titles, framed for a place, hatched where nothing is known."""
    inside = f'x="{x + 1:g}" y="{y + 1:g}" width="{wide - 2:g}" height="{_ROW - 2}"'
    middle = 'text-anchor="middle"'
    match cell.form:
        case "won":
            said = f"{'≥' if cell.at_least else ''}{cell.number}"
            return f'<rect {inside} fill="{GOLD}"/>' + text(said, x + wide / 2, y + 18, 13, PAPER, f"{middle} {BOLD}")
        case "placed":
            frame = f'x="{x + 2:g}" y="{y + 2:g}" width="{wide - 4:g}" height="{_ROW - 4}"'
            said = text(str(cell.number), x + wide / 2, y + 18, 12, INK, middle) if cell.number else ""
            return f'<rect {frame} fill="{_WASH}" stroke="{GOLD}" stroke-width="2"/>{said}'
        case "hidden":
            return f'<rect {inside} fill="url(#hatch)"/>'
        case "none":
            return f'<rect {inside} fill="{_TINT}"/>'
    return ""


def _key(words: Mapping[str, str], y: float) -> str:
    """The key: the meaning of each kind of cell."""
    samples = (HeatCell("won", 1), HeatCell("placed", 2), HeatCell("none"), HeatCell("hidden"))
    x, drawn = float(EDGE), ""
    for sample in samples:
        said = words[sample.form]
        drawn += _cell(sample, x, y - 18, _CELL) + text(said, x + _CELL + 6, y, 12, SOFT)
        x += _CELL + 24 + width(said) * 12
    return drawn

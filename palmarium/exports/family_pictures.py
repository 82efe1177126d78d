"""Draw the awards that are tied to each other as SVG, to be shared: all of them, and those around each one."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from ..pages.charts import Stroke
from ..pages.context import Context
from ..pages.messages import Message
from ..pages.parts.family_chart import POINTED, Family, every_family, family_of
from ..pages.plan import Blob, Listed, Part
from ..statistics.families import Tie
from .svg_text import EDGE, GOLD, INK, SOFT, fit, framed, text, width

OUTPUT = "pictures"
_ROW, _BRACKETS, _TOP, _LEAST, _WIDEST = 34, 72, 104, 560, 960
"""Pixels: of a row, of the brackets beside it, above the first one; of the whole picture at least and at most."""
_SAMPLE = 34
_GREEN = "#1f5a43"
_LOOKS = MappingProxyType(
    {
        Tie.HEIRS: f'stroke="{GOLD}" stroke-width="2" stroke-linecap="square"',
        Tie.PARTS: f'stroke="{_GREEN}" stroke-width="4" stroke-linecap="square"',
        Tie.DECIDED: f'stroke="{GOLD}" stroke-width="2" stroke-dasharray="7 3"',
        Tie.SISTERS: f'stroke="{SOFT}" stroke-linecap="square"',
        Tie.RIVALS: f'stroke="{SOFT}" stroke-width="2" stroke-dasharray="1.5 3.5"',
    }
)


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    yield "", partial(_picture, context, lambda: every_family(context), context.config.title, "site.toml")
    for key, award in context.archive.awards.items():
        yield key, partial(_picture, context, partial(family_of, context, key), award.name, award.span.path)


def _picture(context: Context, family: Callable[[], Family | None], title: str, source: str) -> Iterator[Blob]:
    found = family()
    if found and found.picture:
        yield Blob(found.picture, draw(context, found, title).encode(), (source,))


def draw(context: Context, found: Family, title: str) -> str:
    """One picture; the same family gives the same bytes."""
    names = [str(row.link.text) for row in found.rows]
    left = EDGE + _BRACKETS + 12
    longest = max(width(name) * 15 for name in names)
    key = sum(_SAMPLE + 18 + width(context.say(tie.word)) * 12 for tie in found.ties)
    wide = min(_WIDEST, max(_LEAST, left + longest + EDGE, 2 * EDGE + key))
    lines = "".join(_row(row.strokes, row.points, _TOP + at * _ROW) for at, row in enumerate(found.rows))
    said = "".join(
        text(fit(name, 15, wide - left - EDGE), left, _TOP + at * _ROW + 22, 15, INK) for at, name in enumerate(names)
    )
    high = _TOP + len(names) * _ROW + 84
    below = " · ".join(filter(None, (context.config.title, context.config.base_url)))
    drawn = lines + said + _key(context, found, high - 52)
    return framed(title, context.say(Message("Related awards")), below, context.config.language, wide, high, drawn)


def _row(strokes: tuple[Stroke, ...], points: tuple[float, ...], y: float) -> str:
    lines = (
        _line(Tie(one.form), _across(one.x1), y + one.y1 * _ROW / 100, _across(one.x2), y + one.y2 * _ROW / 100)
        for one in strokes
    )
    return "".join((*lines, *(_point(_across(100), y + at * _ROW / 100) for at in points)))


def _across(x: float) -> float:
    return EDGE + x * _BRACKETS / 100


def _line(tie: Tie, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {_LOOKS[tie]}/>'


def _point(x: float, y: float) -> str:
    return f'<path d="M{x - 9:.1f} {y - 4.5:.1f}l9 4.5l-9 4.5z" fill="{GOLD}"/>'


def _key(context: Context, found: Family, y: float) -> str:
    """The key: the meaning of each kind of line."""
    x, drawn = float(EDGE), ""
    for tie in found.ties:
        said = context.say(tie.word)
        drawn += _line(tie.form, x, y, x + 24, y) + (_point(x + 26, y) if tie.form in POINTED else "")
        drawn += text(said, x + _SAMPLE, y + 4, 12, SOFT)
        x += _SAMPLE + 18 + width(said) * 12
    return drawn

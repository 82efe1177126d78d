"""Draw the badge of each title as SVG, for laureates to show on their own pages.

A badge is shown on pages of other sites, which no style sheet of this one reaches, so its colours are fixed here.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from html import escape

from ..pages.context import Context
from ..pages.messages import Message
from ..pages.parts.badges import HEIGHT, WIDTH, Badge, badges
from ..pages.plan import Blob, Listed, Part, Piece
from ..theming import i18n
from .svg_text import GOLD, INK, PAPER, SOFT, cut, plain, text, width

OUTPUT = "badges"
_WITHDRAWN = Message("Title withdrawn")
_SEAL, _ON_SEAL = "#1f4a38", "#f3e8c8"
_DASHED = ' stroke-dasharray="4 4"'
_LEFT, _RIGHT = 132, WIDTH - 16
_SMALLEST = 9.0


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    return ((key, partial(_badges, context, key)) for key in context.archive.names)


def _badges(context: Context, key: str) -> Iterator[Piece]:
    for badge in badges(context, context.archive.names[key]):
        drawn = draw(badge, context.config.language, context.say(_WITHDRAWN)).encode()
        yield from (Blob(url, drawn) for url in (badge.url, *badge.formerly))


def draw(badge: Badge, language: str, withdrawn: str) -> str:
    """One badge; the same badge gives the same bytes. `withdrawn` says that a title is lost, in that language."""
    says = f"{badge.laureate} – {badge.edition}, {badge.category}"
    state = "" if badge.stands else f" – {withdrawn}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' role="img" lang="{escape(language)}"><title>{plain(says + state)}</title>'
        f'<rect x=".75" y=".75" width="{WIDTH - 1.5}" height="{HEIGHT - 1.5}" rx="6" fill="{PAPER}"'
        f' stroke="{GOLD if badge.stands else SOFT}" stroke-width="1.5"/>'
        f"{_seal(badge, language)}{_told(badge, withdrawn)}</svg>\n"
    )


def draw_without(laureate: str, site: str, language: str, says: str) -> str:
    """The file at the address of a badge whose title is no longer in the archive; `says` is its text."""
    lost = Badge("", "", "", "★", "", laureate, 0, "", site, "", False)
    return draw(lost, language, says)


def _seal(badge: Badge, language: str) -> str:
    """A disc with the label of the edition, and the rank if there is one."""
    fill = _SEAL if badge.stands else SOFT
    ring = f'<circle cx="66" cy="66" r="50" fill="{fill}"/><circle cx="66" cy="66" r="45" fill="none" '
    ring += f'stroke="{_ON_SEAL}" stroke-width="1.2"{"" if badge.stands else _DASHED}/>'
    size = min(26.0, 78 / max(1.0, width(badge.label)))
    label = badge.label if size > _SMALLEST else "★"
    size = size if size > _SMALLEST else 26.0
    shift = -3 if badge.rank else 0
    seal = text(label, 66, 66 + size * 0.35 + shift, size, _ON_SEAL, 'font-weight="700" text-anchor="middle"')
    place = "".join(i18n.ordinal(badge.rank, language, "m"))
    under = text(place, 66, 92, 12, _ON_SEAL, 'text-anchor="middle"') if badge.rank else ""
    strike = "" if badge.stands else f'<path d="M32 100L100 32" stroke="{PAPER}" stroke-width="4"/>'
    return ring + seal + under + strike


def _told(badge: Badge, withdrawn: str) -> str:
    """The lines for award, category, laureate and site, each as large as possible."""
    lines = (
        (badge.award, 12.0, 2, GOLD, ""),
        (badge.category, 18.0, 2, INK, 'font-weight="700"'),
        (badge.laureate, 17.0, 2, INK, "" if badge.stands else 'text-decoration="line-through"'),
        (badge.validity if badge.stands else withdrawn, 10.5, 1, SOFT, 'font-style="italic"'),
        (badge.site, 10.5, 1, SOFT, ""),
    )
    rows = [
        (row, size, fill, more)
        for said, wanted, most, fill, more in lines
        if said
        for size, row in _fit(said, wanted, most)
    ]
    high = sum(size * 1.3 for _, size, _, _ in rows)
    scale = min(1.0, (HEIGHT - 20) / high)
    y = (HEIGHT - high * scale) / 2
    drawn = ""
    for row, size, fill, more in rows:
        y += size * 1.3 * scale
        drawn += text(row, _LEFT, y - size * 0.35 * scale, size * scale, fill, more)
    return drawn


def _fit(said: str, size: float, most: int) -> tuple[tuple[float, str], ...]:
    """The lines of a text, smaller until they are few enough; the last resort is an ellipsis."""
    while size > _SMALLEST and len(_wrapped(said, size)) > most:
        size -= 0.5
    rows = _wrapped(said, size)
    if len(rows) > most:
        rows = (*rows[: most - 1], cut(rows[most - 1], size, _RIGHT - _LEFT))
    return tuple((size, row) for row in rows)


def _wrapped(said: str, size: float) -> tuple[str, ...]:
    rows: list[str] = []
    for word in said.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width(longer) * size <= _RIGHT - _LEFT:
            rows[-1] = longer
        else:
            rows.append(word if width(word) * size <= _RIGHT - _LEFT else cut(word, size, _RIGHT - _LEFT))
    return tuple(rows)

"""Prose as pieces of view: links resolved, blocks filled from the data."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Article, Block, Edition, Name, Note, Prose, Shown, Stated
from ...sources.markdown.typography import typeset
from ..context import Context
from ..links import Html, Link, link_to_edition
from ..urls import relative
from .palmares import PalmaresLine, palmares
from .picture import PictureView, picture, still
from .rows import PartLine, part_line
from .sources import ClaimRow, claims
from .survey_bars import FigureView, figure_view

_SLOT = re.compile(
    r'(<a\b(?:[^"<>]|"[^"]*")*?)\bhref="ref:(\d+)"([^>]*)>([^<]*)|(<img\b(?:[^"<>]|"[^"]*")*?)\bsrc="ref:(\d+)"'
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose."""

    html: Html
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class PalmaresBlock:
    """`{{ palmares … }}`: the titles of an edition in short."""

    edition: Link
    lines: tuple[PalmaresLine, ...]
    kind: str = "palmares"


@dataclass(frozen=True, slots=True)
class JuryBlock:
    """`{{ jury … }}`: who sat, in what post."""

    edition: Link
    jury: tuple[PartLine, ...]
    kind: str = "jury"


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """`{{ figure … }}`: a survey figure of an edition."""

    edition: Link
    figure: FigureView
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class ClaimBlock:
    """`{{ claim … }}`: a claim and its verdict."""

    edition: Link
    claim: ClaimRow
    kind: str = "claim"


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """`[26 laureates]{laureates}`: the verdict right behind the words of a claim."""

    claim: ClaimRow
    kind: str = "mark"


@dataclass(frozen=True, slots=True)
class PullQuote:
    """`{{ quote … }}`: words that stand in the text, once more in large."""

    words: str
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture alone on its line; several in a row are a gallery."""

    pictures: tuple[PictureView, ...]
    kind: str = "pictures"


Piece = Passage | PalmaresBlock | JuryBlock | FigureBlock | ClaimBlock | ClaimMark | PullQuote | PictureBlock


def prose_pieces(context: Context, record: Article | Name | Note, url: str) -> tuple[Piece, ...]:
    """The pieces of a text that stands at `url`; a block about nothing known is left out (a check tells)."""
    rows = claims(context, record, url) if record.body.claims else ()
    language = context.archive.language_of(record)
    return tuple(_pieces(context, record.body, rows[len(rows) - len(record.body.claims) :], url, language))


def _pieces(context: Context, prose: Prose, marks: tuple[ClaimRow, ...], url: str, language: str) -> Iterator[Piece]:
    for piece in prose.pieces:
        if isinstance(piece, str):
            yield Passage(Html(_closed(context, prose, piece, url, language)))
            continue
        if isinstance(piece, Stated):
            yield ClaimMark(marks[piece.claim])
            continue
        if isinstance(piece, Shown):
            yield PictureBlock(tuple(filter(None, (picture(context, each) for each in piece.pictures))))
            continue
        if piece.kind == "quote":
            yield PullQuote(" ".join(piece.arguments))
            continue
        edition = context.archive.editions.get(next(iter(piece.arguments), ""))
        filled = _block(context, piece, edition) if edition else None
        if filled:
            yield filled


def _block(context: Context, block: Block, edition: Edition) -> Piece | None:
    link = link_to_edition(context, edition.key)
    match block.kind:
        case "palmares":
            return PalmaresBlock(link, palmares(context, edition))
        case "jury":
            return JuryBlock(link, jury(context, edition))
        case "figure":
            found = next((f for f in edition.figures if f.id in block.arguments[1:]), None)
            return FigureBlock(link, figure_view(context, found, edition)) if found else None
        case "claim":
            return _claim(context, block, edition, link)
    return None


def _claim(context: Context, block: Block, edition: Edition, link: Link) -> ClaimBlock | None:
    rows = claims(context, edition, context.urls.edition(edition.key))
    number = next((int(word) for word in block.arguments[1:] if word.isdecimal()), 0)
    return ClaimBlock(link, rows[number - 1]) if 1 <= number <= len(rows) else None


def jury(context: Context, edition: Edition) -> tuple[PartLine, ...]:
    """The jurors of an edition, as listed."""
    return tuple(part_line(context, part, (), edition.award) for part in edition.jurors)


def _closed(context: Context, prose: Prose, piece: str, url: str, language: str) -> str:
    """A piece with its links resolved; a link without a known target keeps its text alone."""

    def close(found: re.Match[str]) -> str:
        link = prose.links[int(found[2] or found[6])]
        if found[5]:
            return found[5] + _inline(context, link.target.removeprefix("media:"), url)
        inside = link.target.startswith("#")
        address = link.target if inside else _address(context, link.target)
        has_words = inside or link.text
        words = found[4] if has_words else html.escape(typeset(_title(context, link.target), language), quote=False)
        href = address if inside else relative(address, url)
        return f'{found[1]}href="{html.escape(href)}"{found[3]}>{words}' if address else f"<a>{found[4]}"

    return _SLOT.sub(close, piece)


def _inline(context: Context, file: str, url: str) -> str:
    """A picture inside a sentence, such as a sign: one file, its size, no hurry."""
    shown = still(context, file)
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width and shown.height else ""
    return f'src="{html.escape(relative(shown.url, url))}"{size} loading="lazy" decoding="async"'


def _title(context: Context, target: str) -> str:
    """What is printed for `[[target]]`: the title of what it leads to, or the spelling of a name as it is written."""
    archive = context.archive
    found = archive.target(target)
    part = "" if target in archive.ids else target.partition("#")[2]
    if found is None:
        return target
    kind, key = found
    title = target
    match kind:
        case "edition":
            category = archive.categories.get(f"{archive.editions[key].award}/{part}")
            title = category.name if category else str(link_to_edition(context, key).text)
        case "category":
            title = archive.categories[key].name
        case "award":
            title = archive.awards[key].name
        case "name" if target == key:
            title = archive.names[key].name
        case "article":
            article = archive.articles[key]
            title = next((heading.text for heading in article.body.outline if heading.id == part), article.title)
        case "note":
            title = archive.notes[key].title
    return title


def _address(context: Context, target: str) -> str:
    found = context.archive.target(target)
    part = "" if target in context.archive.ids else target.partition("#")[2]
    if found and part and found[0] == "edition":
        return context.urls.entry(found[1], part)
    return context.urls.target(*found) + (f"#{part}" if part else "") if found else ""

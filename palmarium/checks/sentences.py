"""The sentences of a text in its author's own words, what each links to, what it calls an award, and of which time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Article, Award, Name, Note, ProseLink
from ..sources.markdown import own_words
from ..sources.numerals import YEAR

_LONGEST = 600
_BLANK = str.maketrans({"\ufffc": " ", "\n": " ", "\u00a0": " ", "\u202f": " ", "’": "'"})
_GAP = re.compile(r"\n[ \t]*\n")
_END = re.compile(r"[.!?…](?=\s+[^\W\d_a-zà-ÿ]|\s+\[)")
_ARTICLE = re.compile(r"^(?:the|le|la|les) |^l['’]", re.I)
_NOT_PROSE = ("|", "#", "    ", "[^")
_YEAR = re.compile(rf"(?<![\d/–.,£€$-]){YEAR}(?![\d/–-])")
OTHER_TIME = re.compile(
    r"\b(?:(?:years?|editions?|times?|months?|night|day) (?:before|earlier|ago|later|after|since)"
    r"|last (?:year|time|edition)|(?:next|following|previous|other|preceding) (?:year|edition|time)"
    r"|l'an (?:dernier|passé|d'avant)|(?:années?|ans|éditions?|fois|mois) "
    r"(?:précédente?s?|dernière?s?|passée?s?|d'avant|suivante?s?|plus tôt|plus tard|auparavant|avant|prochaine?s?))\b",
    re.I,
)
"""Words of a year, an edition or a time before or after the one that is told of."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands in the Markdown, its words in one line, and its links with their places in these.

    `named_years` are those that it names. It is of `another_time` where it, or one before it in its paragraph, speaks
    of a year before or after; `named_before` and `links_before` are what stood before it in its paragraph.
    """

    start: int
    text: str
    links: tuple[tuple[int, int, ProseLink], ...]
    named_years: frozenset[int]
    another_time: bool
    named_before: frozenset[int]
    links_before: tuple[ProseLink, ...]


def called(award: Award) -> tuple[str, ...]:
    """What a text may call an award, the longest first; also without the article before it: `12th Golden Pie`."""
    names = {award.name, award.short, *(dated.name for dated in award.names)}
    bare = {_ARTICLE.sub("", name) for name in names}
    return tuple(sorted((names | bare) - {""}, key=lambda name: (-len(name), name)))


def sentences(record: Article | Name | Note) -> Iterator[Sentence]:
    """Each sentence of the paragraphs of a text, quotations blank; tables, headings and notes are none."""
    body = record.body
    text = own_words(body).translate(_BLANK)
    places = list(_places(record))
    for start, end in paragraphs(body.text):
        if not body.text[start:end].lstrip("\n").startswith(_NOT_PROSE):
            here = [each for each in places if start <= each[0] < end]
            yield from _in_paragraph(text, start, end, here)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins, with the lines before it, and ends."""
    return pairwise((0, *(gap.start() for gap in _GAP.finditer(text)), len(text)))


def _in_paragraph(text: str, start: int, end: int, places: list[tuple[int, int, ProseLink]]) -> Iterator[Sentence]:
    years: frozenset[int] = frozenset()
    links: tuple[ProseLink, ...] = ()
    elsewhen = False
    at = start
    for stop in (*(found.end() for found in _END.finditer(text, start, end)), end):
        if any(first < stop < last for first, last, _ in places):
            continue
        said = text[at:stop]
        own = tuple((first - at, last - at, link) for first, last, link in places if at <= first < stop)
        named = frozenset(int(found) for found in _YEAR.findall(said))
        elsewhen = elsewhen or bool(OTHER_TIME.search(said))
        if said.strip() and len(said) <= _LONGEST:
            yield Sentence(at, said, own, named, elsewhen, years, links)
        years |= named
        links += tuple(link for _, _, link in own)
        at = stop


def _places(record: Article | Name | Note) -> Iterator[tuple[int, int, ProseLink]]:
    """Where each `[[link]]` begins and ends in the Markdown."""
    body = record.body
    starts = [0]
    for text in body.text.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    for link in body.links:
        line = link.span.line - body.line
        if 0 <= line < len(starts):
            first = starts[line] + link.span.column - 1
            if body.text.startswith("[[", first) and (last := body.text.find("]]", first)) > 0:
                yield first, last + 2, link

"""Markdown to sanitised HTML with its links still open; the libraries markdown and nh3 are used here alone."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from xml.etree.ElementTree import Element

import markdown
import nh3

from ...model import Block, Heading, Picture, Prose, ProseLink, Shown, Stated
from ...model.ids import slug
from ...problems import Level, Problem, Span, did_you_mean
from . import blocks, dialects, inline, notes
from .blocks import BlockTree, Leaf, WordsKind
from .inline import InlineFound
from .text import PICTURE, UNPRINTED, plain, safe, titled
from .typography import typeset_html

# Hold the words of a pull quote against the text they are pulled from.

CUT = "[…]"
"""What an editor writes where words are left out."""

_SHOWN = 20
_LONGEST = 400
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
_ENDS = " .,;:!?…«»\"'()–—"


def problems(blocks: Iterable[Block], said: str) -> Iterator[Problem]:
    """What is wrong with each `{{ quote … }}`: the words of the text, `said`, are others, or it holds none."""
    printed = " ".join(said.split())
    key = _key(printed)
    missed = 0
    for block in blocks:
        words = " ".join(block.arguments)
        parts = [part for part in map(_key, words.split(CUT)) if part]
        lost = next(_lost(parts, key), "")
        if not words:
            yield Problem("pull-quote", block.span, "quote repeats words of the text, and holds none", _write("…"))
        elif lost:
            # Looking for the nearest takes its time, and only the first of many are shown.
            missed += 1
            near = _nearest(lost, printed) if missed < _SHOWN and len(lost) < _LONGEST else ""
            hint = f"the text says: {_write(near)}" if near else "quote words that stand in the text"
            yield Problem("pull-quote", block.span, f'"{words}" does not stand in this text', hint)


def _lost(parts: Iterable[str], key: str) -> Iterator[str]:
    """The parts that do not stand in a text behind the ones before them."""
    at = 0
    for part in parts:
        found = key.find(part, at)
        if found < 0:
            yield part
        at = max(at, found + len(part))


def _write(words: str) -> str:
    return f"{{{{ quote {words} }}}}"


def _key(text: str) -> str:
    """What of a text has to be the same: neither the shape of a quotation mark, nor capitals, nor the last stop."""
    plain = re.sub(r" ([!?;:»])|(«) ", r"\1\2", " ".join(text.translate(_SAME).split()))
    return plain.casefold().strip(_ENDS)


def _nearest(part: str, printed: str) -> str:
    """The run of the same number of words of the text that is most like these; empty where none is similar."""
    words, size = printed.split(), len(part.split())
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(part)
    best, score = "", 0.6
    for start in range(max(1, len(words) - size + 1)):
        window = " ".join(words[start : start + size])
        matcher.set_seq1(_key(window))
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = window, matcher.ratio()
    return best.strip(" .,;:…")


# Markdown to sanitised HTML with its links still open; the libraries markdown and nh3 are used here alone.
#
# `blocks` and `inline` read a text as CommonMark does and say what it holds; Python-Markdown makes emphasis, links
# and HTML of the tree that they give it. The same text gives the same prose: no link is looked up.

BLOCKS = ("palmares", "jury", "figure", "claim", "quote")
"""Kinds of block: a palmarès, a jury, a survey figure, a claim with its verdict, words of the text in large."""

_CREDIT = re.compile(r"(?:^|(?<!\s)\s+)—\s+")
_SLOT = "\ue000{}\ue001"
_SLOTS = re.compile("(?:<div>)?\ue000(\\d+)\ue001(?:</div>)?|\ue003(\\d+)\ue004")
_WHOLE = "\ue007{}\ue006"
_RAW = re.compile("<div>\ue007(\\d+)\ue006</div>|\ue005(\\d+)\ue006")
_ADDRESS = re.compile(r'href="at:(\d+)"')
_HEADING = re.compile(r'<h([2-6])((?: (?:[^"<>]|"[^"]*")*)?)>((?:(?!<h\1\b).)*?)</h\1>', re.DOTALL)
_ID = re.compile(r'<(?:[^"<>]|"[^"]*")*?\bid="([^"]+)"')
_TAG = re.compile(r"<[^>]*>")
_CALLED = re.compile(r'<sup id="fnref.*?</sup>')
_EMPHASIS = re.compile("[*_]")
_STRONG = re.compile(r"\*\*")
_LINK = re.compile(r"[*_\s]|\[|\]\(at:\d+\)")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_READ_HERE = (
    *("backtick", "escape", "reference", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "html", "entity"),
)
"""What Python-Markdown is not to look for: `inline` has read it."""

LONGEST_TEXT = 1_000_000
"""How many letters a text may have: as many as three novels."""

RESERVED = re.compile(
    "main|facts|card|notice|titles|count|functions|companions|by|articles|badges|sources|cite|claims|named|comments"
    r"|related|(?:claim|said|source|elsewhere|figure)-.*"
)
"""Ids of the pages that texts are printed on: no heading may take one, and none of them begins with `text-`."""

_ENDS_ITSELF = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody"})
_NOT_OWN = re.compile(r"«(?:[^«»]|«[^«»]*»)*»|“(?:[^“”]|“[^“”]*”)*”|(?<!\w)\"[^\"]*\"(?!\w)|https?://\S+")
_BLANK = "\ufffc"


def convert(path: str, text: str, first_line: int, language: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Prose from Markdown that starts on `first_line` of a file, and what is wrong in it."""
    if not text.strip():
        return Prose(path=path), ()
    if len(text) > LONGEST_TEXT:
        return Prose(path=path), (_too_long(path, text, first_line),)
    reading = blocks.read(path, safe(text), first_line)
    found = InlineFound(path, reading.references, {id: number for number, id in enumerate(reading.notes, 1)})
    found.problems.extend(reading.problems)
    hidden = [_fill(leaf, found) for leaf in reading.leaves]
    found.problems.extend(_judged(reading, found, hidden))
    notes.place(reading.root, reading.notes, found.calls, language, found.slot)
    clean, outline = _with_ids(_clean(_html(reading, found)))
    made = Prose(
        pieces=_pieces(typeset_html(clean, language), found.blocks),
        links=tuple(found.links),
        outline=outline,
        words=len(_TAG.sub(" ", clean).split()),
        claims=tuple(found.claims),
        brackets=tuple(found.brackets),
        apart=tuple(_apart(text, first_line, reading.leaves, hidden)),
        text=text,
        line=first_line,
        path=path,
    )
    linked = {("heading", f"{path}{link.target}") for link in found.links}
    return made, tuple(replace(each, level=Level.ERROR) if linked & {*each.hides} else each for each in found.problems)


def _too_long(path: str, text: str, first_line: int) -> Problem:
    """The problem of a text that is too long, at the line where the longest one that is read would end."""
    end = text.rfind("\n", 0, LONGEST_TEXT) + 1
    line = first_line + text.count("\n", 0, end)
    message = f"a text of {len(text):,} letters is too long for one page: {LONGEST_TEXT:,} are the most"
    return Problem("too-long", Span(path, line), message, "move what begins here into a file of its own")


def code_lines(text: str, first_line: int) -> frozenset[int]:
    """The lines of a text that are code."""
    return blocks.read("", text, first_line).code


def own_words(prose: Prose) -> str:
    """The Markdown of a text, as long as it was, with blanks for code, quotations, addresses and blocks."""
    parts, at = [], 0
    for start, end in prose.apart:
        parts += [prose.text[at:start], re.sub(r"[^\n]", _BLANK, prose.text[start:end])]
        at = end
    return "".join(parts) + prose.text[at:]


def unquoted(text: str) -> str:
    """A plain text with blanks for what stands in quotation marks."""
    return _NOT_OWN.sub(lambda found: _BLANK * len(found[0]), text)


def place(prose: Prose, index: int) -> Span:
    """Where a character of the Markdown stands in its file."""
    before = prose.text[:index]
    return Span(prose.path, prose.line + before.count("\n"), index - before.rfind("\n"))


# From leaves to words.


def _fill(leaf: Leaf, found: InlineFound) -> list[tuple[int, int]]:
    """Put the words of a leaf into its element; the stretches of it that are signs, and no words."""
    if leaf.kind in (WordsKind.DATA, WordsKind.PICTURE):
        leaf.element.text = _block(leaf, found) if leaf.kind is WordsKind.DATA else _shown(leaf, found)
        return [(0, len(leaf.text.words))]
    words, hidden = inline.read(leaf, found)
    if leaf.kind is WordsKind.HTML:
        found.raw.append(words)
        words = _WHOLE.format(len(found.raw) - 1)
    leaf.element.text = words
    return hidden


def _block(leaf: Leaf, found: InlineFound) -> str:
    """`{{ kind arguments }}`."""
    span = Span(found.path, *leaf.text.place(0))
    words = leaf.text.words.strip("{} \t").split()
    if not words or words[0] not in BLOCKS:
        said = words[0] if words else ""
        message = f'"{said}" is not a block; blocks are {", ".join(BLOCKS)}'
        hint = did_you_mean(said, BLOCKS) or "write {{ palmares <award>/<edition> }}, or one of the others"
        said = leaf.text.words
        if said.startswith(("{{<", "{{ <", "{{%", "{{ %")) or any(map(inline.is_picture, said.strip("{}\"' ").split())):
            message, hint = "this block is for another program", f"write {dialects.foreign(said)}"
        found.tell("unknown-block", span, message, hint)
        return ""
    found.blocks.append(Block(words[0], tuple(words[1:]), span))
    return _SLOT.format(len(found.blocks) - 1)


def _shown(leaf: Leaf, found: InlineFound) -> str:
    """A picture alone on its line; one right below another joins it in a gallery."""
    match = PICTURE.match(leaf.text.words)
    assert match
    span = Span(found.path, *leaf.text.place(0))
    title = titled(match, 4)
    *_, dash = (None, *_CREDIT.finditer(title))
    caption, credit = (title[: dash.start()], title[dash.end() :]) if dash else (title, "")
    alt = plain(match[1]).strip()
    if "\ufffd" in f"{alt}{title}":
        found.tell("encoding", span, UNPRINTED, "delete it")
    picture = Picture(inline.source_of(match), alt, span, credit.strip(), caption.strip())
    found.links.append(ProseLink(f"media:{picture.src}", picture.alt, span))
    last = found.blocks[-1] if found.blocks else None
    if isinstance(last, Shown) and last.pictures[-1].span.line == span.line - 1:
        found.blocks[-1] = Shown((*last.pictures, picture))
        return ""
    found.blocks.append(Shown((picture,)))
    return _SLOT.format(len(found.blocks) - 1)


_REMARKS = frozenset(("//", "comment", "#"))
"""Labels by which editors write remarks elsewhere: `[//]: # (a remark)`."""


def _judged(reading: BlockTree, found: InlineFound, hidden: Sequence[list[tuple[int, int]]]) -> Iterator[Problem]:
    """What only the whole text shows: references and notes that nothing uses, tags without their end, wrong quotes."""
    for key, reference in reading.references.items():
        is_remark = reference.label in _REMARKS and reference.address in ("", "#")
        if key not in found.pictured and not is_remark:
            yield from inline.wrong_address(reference.address, "", reference.span)
        if key not in found.used | found.pictured:
            hint = f"write [words][{reference.label}] where it is to lead there, or delete it"
            if is_remark:
                hint = f"write <!-- {reference.title} --> for a remark that nobody reads"
            yield Problem("broken-link", reference.span, f'nothing uses "[{reference.label}]"', hint, Level.WARNING)
    yield from notes.unused(reading.notes, found.calls)
    yield from _open_tags(found)
    quotes = [block for block in found.blocks if isinstance(block, Block) and block.kind == "quote"]
    if quotes:
        said = " ".join(_said(leaf, *each) for leaf, each in zip(reading.leaves, hidden, strict=True))
        yield from problems(quotes, said)


def _said(leaf: Leaf, *hidden: tuple[int, int]) -> str:
    """The words of a leaf as a reader sees them."""
    parts, at = [], 0
    for start, end in hidden:
        parts.append(leaf.text.words[at:start])
        at = max(at, end)
    return html.unescape(re.sub("[*_]", "", "".join(parts) + leaf.text.words[at:]))


def _open_tags(found: InlineFound) -> Iterator[Problem]:
    """Tags of a text's own HTML that are not closed, or close what is not open."""
    opened: list[tuple[str, Span]] = []
    counts: Counter[str] = Counter()
    for name, is_end, span in found.tags:
        if not is_end:
            opened.append((name, span))
            counts[name] += 1
        elif not counts[name]:
            yield Problem("html-tag", span, f"nothing opens what </{name}> closes", "delete it", Level.WARNING)
        else:
            while opened[-1][0] != name:
                counts[opened[-1][0]] -= 1
                yield from _unclosed(opened.pop())
            opened.pop()
            counts[name] -= 1
    for each in opened:
        yield from _unclosed(each)


def _unclosed(opened: tuple[str, Span]) -> Iterator[Problem]:
    name, span = opened
    if name not in _ENDS_ITSELF:
        hint = f"write </{name}> where it ends"
        yield Problem("html-tag", span, f"the tag <{name}> is not closed", hint, Level.WARNING)


# From words to HTML.


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    made = markdown.Markdown(output_format="html")
    for name in _READ_HERE:
        made.inlinePatterns.deregister(name, strict=False)
    return made


def _html(reading: BlockTree, found: InlineFound) -> str:
    """The HTML of a tree, with what waited in slots."""
    converter = _converter()
    root = reading.root
    signs = [(leaf, _bare(leaf.element)) for leaf in reading.leaves if _EMPHASIS.search(leaf.element.text or "")]
    converter.treeprocessors["inline"].run(root)
    for leaf, before in signs:
        found.problems.extend(_emphasised(leaf, before, found.path))
    for items in reading.tight:
        for item in items:
            _tighten(item)
    for name in ("prettify", "unescape"):
        converter.treeprocessors[name].run(root)
    written = converter.serializer(root).removeprefix("<div>").rpartition("</div>")[0]
    written = _RAW.sub(lambda slot: found.raw[int(slot[1] or slot[2])], written)
    return _ADDRESS.sub(lambda slot: _href(*found.addresses[int(slot[1])]), written)


def _bare(element: Element) -> str:
    """The words of an element without what emphasis and links are made of."""
    return _LINK.sub("", "".join(element.itertext()))


def _emphasised(leaf: Leaf, before: str, path: str) -> Iterator[Problem]:
    """Signs of emphasis that are printed as they stand, or with which words would be lost."""
    lost = _bare(leaf.element) != before
    alone = _STRONG.search("".join(leaf.element.itertext()))
    if lost or alone:
        found = (_EMPHASIS if lost else _STRONG).search(leaf.text.words)
        span = Span(path, *leaf.text.place(found.start() if found else 0))
    if lost:
        hint = "close each `*` and `**` before another begins, or write \\* for mere signs"
        yield Problem("emphasis", span, "the signs of emphasis from here on can't be read", hint)
    elif alone:
        hint = "write ** behind the words as well, without a space between, or \\*\\* for mere signs"
        yield Problem("emphasis", span, '"**" is printed as it stands: it has no partner', hint, Level.WARNING)


def _href(address: str, title: str) -> str:
    shown = f' title="{html.escape(title)}"' if title else ""
    return f'href="{html.escape(address)}"{shown}'


def _tighten(item: Element) -> None:
    """Paragraphs of an item whose list has no blank lines are mere words."""
    children, item[:] = list(item), []
    for child in children:
        if child.tag != "p":
            item.append(child)
        elif len(item):
            item[-1].tail = f"{item[-1].tail or ''}\n{child.text or ''}"
            item.extend(child)
        else:
            item.text = f"{item.text or ''}{child.text or ''}"
            item.extend(child)


def _clean(raw: str) -> str:
    """HTML without what could run, or be taken for a slot."""
    return nh3.clean(
        _NUMBERED.sub(_character, raw),
        tags=set(inline.TAGS),
        attributes=dict(inline.ATTRIBUTES),
        allowed_classes={tag: {"left", "right", "centre"} for tag in ("td", "th")},
        url_schemes=set(inline.SCHEMES),
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def _character(found: re.Match[str]) -> str:
    """A character by its number, unless it is one that stands for a slot."""
    number = int(found[1], 16) if found[1] else int(found[2][:9])
    return "" if 0xE000 <= number <= 0xE0FF else found[0]


def _with_ids(clean: str) -> tuple[str, tuple[Heading, ...]]:
    """Headings with ids by the rule of names: none twice, and none that the page has already."""
    taken = set(_ID.findall(clean))
    times: Counter[str] = Counter()
    outline = []

    def identified(found: re.Match[str]) -> str:
        level, attributes, inner = found.groups()
        said = " ".join(html.unescape(_TAG.sub("", _CALLED.sub("", inner))).split())
        own = _ID.search(f"<h{attributes}>")
        plain = slug(said)
        # A number behind it would not do: all that begins with `source-` is the page's.
        plain = f"text-{plain}" if RESERVED.fullmatch(plain) else plain
        id = own[1] if own else plain
        while not own and id in taken:
            times[plain] += 1
            id = f"{plain}-{times[plain] + 1}"
        taken.add(id)
        outline.append(Heading(id, said, int(level)))
        marked = attributes if own else f'{attributes} id="{html.escape(id)}"'
        return f"<h{level}{marked}>{inner}</h{level}>"

    written = _HEADING.sub(identified, clean)
    return written, tuple(heading for heading in outline if heading.level <= 4)


def _pieces(written: str, found: list[Block | Shown]) -> tuple[str | Block | Shown | Stated, ...]:
    """Stretches of HTML, the blocks and pictures between them, and the claims inside."""
    pieces: list[str | Block | Shown | Stated] = []
    at = 0
    for slot in _SLOTS.finditer(written):
        pieces.append(written[at : slot.start()])
        pieces.append(found[int(slot[1])] if slot[1] else Stated(int(slot[2])))
        at = slot.end()
    pieces.append(written[at:])
    return tuple(piece for piece in map(_trimmed, (None, *pieces), pieces, (*pieces[1:], None)) if piece)


def _trimmed(before: object, piece: str | Block | Shown | Stated, after: object) -> str | Block | Shown | Stated:
    """HTML without the blank lines around it; beside a claim a space is part of the sentence."""
    if not isinstance(piece, str):
        return piece
    piece = piece if isinstance(before, Stated) else piece.lstrip()
    return piece if isinstance(after, Stated) else piece.rstrip()


def _apart(
    text: str, first_line: int, leaves: Sequence[Leaf], hidden: Sequence[list[tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are not its author's own words: what no leaf holds, and what is hidden in one."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    at = 0
    for begin, end in sorted(_own(starts, first_line, leaves, hidden)):
        if text[at:begin].strip():
            yield at, begin
        at = max(at, end)
    if text[at:].strip():
        yield at, len(text)


def _own(
    starts: Sequence[int], first_line: int, leaves: Sequence[Leaf], hidden: Sequence[list[tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    for leaf, signs in zip(leaves, hidden, strict=True):
        if leaf.is_quoted:
            continue
        size = len(leaf.text.words)
        spots = sorted([*signs, *(found.span() for found in _NOT_OWN.finditer(leaf.text.words))])
        shown = []
        at = 0
        for start, end in (*spots, (size, size)):
            shown.append((at, start))
            at = max(at, end)
        places = (*leaf.text.places, (size, 0, 0))
        for start, end in shown:
            index = leaf.text.index(start)
            while start < end:
                at, line, column = places[index]
                index += 1
                until = min(end, places[index][0])
                shift = starts[line - first_line] + column - 1 - at
                yield start + shift, until + shift
                start = until

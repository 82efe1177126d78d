"""Convert Markdown to sanitised HTML with its links still open.

Owns: the markdown and nh3 libraries; `[[links]]`, `[claims]{count}`, `{{ blocks }}`, pictures, what HTML is allowed.
Never: looks a link up; the same text gives the same prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import markdown
import nh3

from ..model import Block, Claim, Heading, Link, Picture, Prose, Shown, Stated
from ..problems import Level, Problem, Span, did_you_mean
from ..typography import typeset_html
from . import notes, pulled, source, stated

BLOCKS = ("palmares", "jury", "figure", "claim", "quote")
"""Kinds of block: a palmarès, a jury, a survey figure, a claim with its verdict, words of the text in large."""

_SLOTTED = re.compile(
    r"(`+)(?:(?!\1).)+?\1"
    r"|(?<!\\)(?<!\[)\[(?P<says>(?:\[\[[^\[\]\n]+\]\]|[^\[\]\n])+)\]\{(?P<how>[^{}\n]*)\}"
    r"|!\[(?P<alt>[^\]\n]*)\]\((?P<src>[^)\s]*)(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[^)\n]*\)"
    r"|(?<!\\)(?P<bang>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]"
)
_OPENED = re.compile(r"(?<!\\)(?:\[\[+|\{\{+|\]\{)")
_BLOCK = re.compile(r"^[ \t]*\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}[ \t]*$")
_ALONE = re.compile(r" {0,3}!\[[^\]\n]*\]\([^)\s]*(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)[ \t]*")
_CREDIT = re.compile(r"(?:^|\s+)—\s+(?!.*\s—\s)")
_SLOT = "\ue000{}\ue001"
_MARK = "\ue003{}\ue004"
_SLOTS = re.compile("(?:<p>)?\ue000(\\d+)\ue001(?:</p>)?|\ue003(\\d+)\ue004")
_TAG = re.compile(r"</?(?!https?:|mailto:)([A-Za-z][\w-]*)\b(?!@)[^>\n]*>?")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_ADDRESS = re.compile(r"(?<!\\)\]\(\s*<?([^\s)>]*)|^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]*)")
_ATTRIBUTE = re.compile(r"([^\s=/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_EXTENSIONS = ("footnotes", "tables", "fenced_code", "def_list", "sane_lists", "toc")

_TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption"),
        *("figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
_ATTRIBUTES = MappingProxyType(
    {
        "*": {"id", "lang", "dir", "title"},
        "a": {"href", "class", "role"},
        "img": {"src", "alt", "width", "height"},
        "abbr": {"title"},
        "div": {"class", "role"},
        "li": {"value"},
        "ol": {"start"},
        "sup": {"id"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
    }
)
_BACK = MappingProxyType({"fr": "Revenir à la note {} dans le texte", "en": "Jump back to footnote {} in the text"})
_SCHEMES = frozenset({"http", "https", "mailto", "ref"})


@dataclass(frozen=True, slots=True)
class _Found:
    """What a text holds besides words, in the order in which it stands there."""

    links: list[Link] = field(default_factory=list)
    blocks: list[Block | Shown] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def convert(path: str, text: str, first_line: int, language: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Prose from Markdown that starts on `first_line` of a file, and what is wrong in it."""
    if not text.strip():
        return Prose(), ()
    found = _Found()
    there = tuple(source.lines(path, text, first_line))
    lines = [line if is_code else _opened(line, span, found) for line, span, is_code in there]
    found.problems.extend(notes.problems(there))
    pulls = (block for block in found.blocks if isinstance(block, Block) and block.kind == "quote")
    found.problems.extend(filter(None, (pulled.problem(block, text) for block in pulls)))
    converter = _converter(language)
    try:
        raw = _NUMBERED.sub(_character, converter.reset().convert("\n".join(lines)))
    except RecursionError:
        # What broke off in the middle can't be reset.
        _converter.cache_clear()
        message = "the lists and quotations of this text nest too deeply"
        return Prose(), (*found.problems, Problem("markdown", Span(path, first_line), message, "indent less"))
    clean = nh3.clean(
        raw, tags=set(_TAGS), attributes=dict(_ATTRIBUTES), url_schemes=set(_SCHEMES), link_rel=None,
        clean_content_tags={"script", "style"},
    )
    outline = tuple(_outline(converter.toc_tokens))  # type: ignore[attr-defined]
    words = len(re.sub(r"<[^>]*>", " ", clean).split())
    pieces = _pieces(typeset_html(clean, language), found.blocks)
    made = Prose(pieces, tuple(found.links), outline, words, tuple(found.claims), text, first_line)
    return made, tuple(found.problems)


@lru_cache(maxsize=2)
def _converter(language: str) -> markdown.Markdown:
    """Making one costs as much as converting a short text; `reset` makes it as good as new."""
    back = {"BACKLINK_TITLE": _BACK.get(language, _BACK["en"])}
    settings = {"toc": {"toc_depth": "2-4"}, "footnotes": back}
    made = markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=settings, output_format="html")
    made.treeprocessors.register(notes.Beside(), "notes", notes.PRIORITY)  # type: ignore[arg-type]
    return made


def _opened(line: str, span: Span, found: _Found) -> str:
    """The line with a slot for each link, picture, claim and block; code stays as it is."""
    found.problems.extend(_unsafe(line, span))
    block = _BLOCK.match(line)
    if block:
        # Blank lines around it, so that it never ends up inside a paragraph.
        return f"\n{_block(block[1].split(), _at(span, line.index('{{')), found)}\n"
    if _ALONE.fullmatch(line):
        return _shown(line, span, found)
    found.problems.extend(_unclosed(line, span))
    return _filled(line, span, found)


def _shown(line: str, span: Span, found: _Found) -> str:
    """A picture alone on its line; one right below another joins it in a gallery."""
    match = _SLOTTED.search(line)
    assert match
    at = _at(span, match.start())
    caption, *credit = _CREDIT.split(match["title"] or "", maxsplit=1)
    picture = Picture(match["src"], match["alt"].strip(), at, "".join(credit).strip(), caption.strip())
    found.links.append(Link(f"media:{picture.src}", picture.alt, at))
    last = found.blocks[-1] if found.blocks else None
    if isinstance(last, Shown) and last.pictures[-1].span.line == span.line - 1:
        found.blocks[-1] = Shown((*last.pictures, picture))
        return ""
    found.blocks.append(Shown((picture,)))
    return f"\n{_SLOT.format(len(found.blocks) - 1)}\n"


def _filled(text: str, span: Span, found: _Found) -> str:
    """A stretch of text that begins at `span`, with its slots."""

    def slot(match: re.Match[str]) -> str:
        at = _at(span, match.start())
        if match["target"]:
            return _link(match, at, found)
        if match["how"] is not None:
            inner = _at(span, match.start("how"))
            return _filled(match["says"], _at(span, match.start("says")), found) + _claim(match, at, inner, found)
        if match["src"] is None:
            return match[0]
        found.links.append(Link(f"media:{match['src']}", match["alt"].strip(), at))
        return f"![{match['alt']}](ref:{len(found.links) - 1})"

    return _SLOTTED.sub(slot, text)


def _link(match: re.Match[str], at: Span, found: _Found) -> str:
    target = " ".join(match["target"].split())
    link = Link(target, (match["text"] or match["target"]).strip(), _at(at, len(match["bang"])))
    found.links.append(link)
    # An exclamation mark before a link would make it a picture.
    return f"{match['bang'] and '&#33;'}[{_literal(link.text)}](ref:{len(found.links) - 1})"


def _claim(match: re.Match[str], at: Span, inner: Span, found: _Found) -> str:
    """The mark behind the words of a claim; nothing where it can't be read."""
    claim, problems = stated.claim(match["says"], match["how"], at, inner)
    if claim and match.string.startswith("#"):
        problems = (Problem("broken-claim", at, "a heading can't hold a claim", "say it in the text below"),)
    found.problems.extend(problems)
    if claim is None or problems:
        return ""
    found.claims.append(claim)
    return _MARK.format(len(found.claims) - 1)


def _bare(text: str) -> str:
    """The line with blanks for what is a slot; the words of a claim are text like any other."""

    def blank(found: re.Match[str]) -> str:
        inside = f" {_bare(found['says'])}" if found["says"] else ""
        return inside + " " * (len(found[0]) - len(inside))

    return _SLOTTED.sub(blank, text)


def _unclosed(line: str, span: Span) -> Iterator[Problem]:
    """Brackets and braces that look like a link or a block, and would be printed as they stand."""
    for found in _OPENED.finditer(_bare(line)):
        if found[0].startswith("["):
            hint = "write [[name]] or [[name|text]] on one line, or \\[[ for mere brackets"
            yield Problem("broken-link", _at(span, found.start()), '"[[" opens a link that does not end here', hint)
        elif found[0].startswith("]"):
            hint = "write [26 laureates]{laureates} on one line, or ]\\{ for mere brackets"
            message = '"]{" ends a claim that does not begin or close on this line'
            yield Problem("broken-claim", _at(span, found.start()), message, hint)
        else:
            hint = "write the block on a line of its own, or put mere braces in backquotes"
            yield Problem("broken-block", _at(span, found.start()), '"{{" opens a block inside a line', hint)


def _character(found: re.Match[str]) -> str:
    """A character by its number, unless it is one that stands for a slot."""
    number = int(found[1], 16) if found[1] else int(found[2][:9])
    return "" if 0xE000 <= number <= 0xE0FF else found[0]


def _block(words: list[str], span: Span, found: _Found) -> str:
    if not words or words[0] not in BLOCKS:
        said = words[0] if words else ""
        message = f'"{said}" is not a block; blocks are {", ".join(BLOCKS)}'
        found.problems.append(Problem("unknown-block", span, message, did_you_mean(said, BLOCKS)))
        return ""
    found.blocks.append(Block(words[0], tuple(words[1:]), span))
    return _SLOT.format(len(found.blocks) - 1)


def _unsafe(line: str, span: Span) -> Iterator[Problem]:
    """What the sanitiser would drop, told rather than dropped in silence."""
    bare = _bare(line)
    for found in _TAG.finditer(bare):
        wrong = _tag(found[1], found[0])
        if wrong:
            yield Problem("html-tag", _at(span, found.start()), *wrong)
    for found in _ADDRESS.finditer(bare):
        address = found[1] or found[2] or ""
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() not in _SCHEMES - {"ref"}:
            message = f'a link can\'t start with "{scheme[0].lower()}"'
            yield Problem("unsafe-link", _at(span, found.start()), message, "write https://… or mailto:…")
        elif not scheme and not address.startswith("#"):
            hint = "write [[name]], [[award/edition]] or [[article]] for a page of this site"
            yield Problem("inner-link", _at(span, found.start()), f'"{address}" is no full address', hint)
    if re.match(r"# ", bare):
        hint = "start with ##; the title is in the front matter"
        yield Problem("heading", span, "a text has no heading of the first level", hint, Level.WARNING)


def _tag(name: str, written: str) -> tuple[str, str] | None:
    """What is wrong with a tag, and what to write instead."""
    bare = "write Markdown, or &lt; for a bare <"
    if name.lower() == "img":
        return "a picture is not written as a tag", "write ![what it shows](file.jpg)"
    if name.lower() not in _TAGS:
        return f"the tag <{name}> is not allowed in a text", bare
    if not written.endswith(">"):
        return f"the tag <{name}> does not end on its line", bare
    given = [found[1].lower() for found in _ATTRIBUTE.finditer(written.strip("</>")[len(name) :])]
    if any(each == "style" or each.startswith("on") for each in given):
        return f"the tag <{name}> holds a script or a style, which is not allowed in a text", "delete the attribute"
    known = _ATTRIBUTES["*"] | _ATTRIBUTES.get(name.lower(), set())
    lost = next((each for each in given if each not in known), "")
    return (f'the tag <{name}> would swallow "{lost}"', bare) if lost else None


def _pieces(html: str, blocks: list[Block | Shown]) -> tuple[str | Block | Shown | Stated, ...]:
    """Stretches of HTML, the blocks and pictures between them, and the claims inside."""
    pieces: list[str | Block | Shown | Stated] = []
    at = 0
    for found in _SLOTS.finditer(html):
        pieces.append(html[at : found.start()])
        pieces.append(blocks[int(found[1])] if found[1] else Stated(int(found[2])))
        at = found.end()
    pieces.append(html[at:])
    return tuple(piece for piece in map(_trimmed, (None, *pieces), pieces, (*pieces[1:], None)) if piece)


def _trimmed(before: object, piece: str | Block | Shown | Stated, after: object) -> str | Block | Shown | Stated:
    """HTML without the blank lines around it; beside a claim a space is part of the sentence."""
    if not isinstance(piece, str):
        return piece
    piece = piece if isinstance(before, Stated) else piece.lstrip()
    return piece if isinstance(after, Stated) else piece.rstrip()


def _outline(tokens: list[dict[str, object]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(str(token["id"]), re.sub(r"<[^>]*>", "", str(token["name"])), int(str(token["level"])))
        yield from _outline(token["children"])  # type: ignore[arg-type]


def _literal(text: str) -> str:
    marks = re.sub(r"([\\`*_\[\]])", r"\\\1", text)
    return marks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _at(span: Span, index: int) -> Span:
    return Span(span.path, span.line, span.column + index)

"""Convert Markdown to sanitised HTML with its links still open.

Owns: the markdown and nh3 libraries; `[[links]]`, `{{ blocks }}`, headings, what HTML is allowed.
Never: looks a link up; the same text gives the same prose.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

import markdown
import nh3

from .model import Block, Heading, Link, Prose
from .problems import Level, Problem, Span, did_you_mean
from .typography import typeset_html

BLOCKS = ("palmares", "jury", "figure", "claim")
"""Kinds of block: a palmarès, a jury, a survey figure, a claim with its verdict."""

_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)")
_BLOCK = re.compile(r"^[ \t]*\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}[ \t]*$")
_SLOT = "\ue000{}\ue001"
_SLOTS = re.compile("(?:<p>)?\ue000(\\d+)\ue001(?:</p>)?")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_CODE_SPAN = re.compile(r"(`+)(?:(?!\1).)+?\1")
_TAG = re.compile(r"</?([A-Za-z][\w-]*)\b[^>\n]*>?")
_ADDRESS = re.compile(r"\]\(\s*<?([A-Za-z][A-Za-z0-9+.-]*):|^\s*\[[^\]]+\]:\s*([A-Za-z][A-Za-z0-9+.-]*):")
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
        "div": {"class"},
        "li": {"value"},
        "ol": {"start"},
        "sup": {"id"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
    }
)
_SCHEMES = frozenset({"http", "https", "mailto", "ref"})


def convert(path: str, text: str, first_line: int, language: str) -> tuple[Prose, tuple[Problem, ...]]:
    """Prose from Markdown that starts on `first_line` of a file, and what is wrong in it."""
    links: list[Link] = []
    blocks: list[Block] = []
    problems: list[Problem] = []
    lines = []
    for line, span, is_code in _lines(path, text, first_line):
        if is_code:
            lines.append(line)
            continue
        problems += _unsafe(line, span)
        lines.append(_opened(line, span, links, blocks, problems))
    converter = markdown.Markdown(
        extensions=list(_EXTENSIONS),
        extension_configs={"toc": {"toc_depth": "2-4"}},
        output_format="html",
    )
    raw = converter.convert("\n".join(lines))
    clean = nh3.clean(
        raw, tags=set(_TAGS), attributes=dict(_ATTRIBUTES), url_schemes=set(_SCHEMES), link_rel=None,
        clean_content_tags={"script", "style"},
    )
    html = typeset_html(clean, language)
    outline = tuple(_outline(converter.toc_tokens))  # type: ignore[attr-defined]
    words = len(re.sub(r"<[^>]*>", " ", clean).split())
    return Prose(_pieces(html, blocks), tuple(links), outline, words), tuple(problems)


def _lines(path: str, text: str, first_line: int) -> Iterator[tuple[str, Span, bool]]:
    """Each line with its place, and whether it stands in a fenced block of code."""
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        found = _FENCE.match(line)
        opens = bool(found) and not fence
        yield line, Span(path, number), bool(fence) or opens
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""


def _opened(line: str, span: Span, links: list[Link], blocks: list[Block], problems: list[Problem]) -> str:
    """The line with a slot for each link, picture and block."""
    line = line.replace("\ue000", "").replace("\ue001", "")
    block = _BLOCK.match(line)
    if block:
        return _block(block[1].split(), _at(span, line.index("{{")), blocks, problems)

    def link(found: re.Match[str]) -> str:
        target, text = found[1].strip(), (found[2] or found[1]).strip()
        links.append(Link(target, text, _at(span, found.start())))
        return f"[{_literal(text)}](ref:{len(links) - 1})"

    def image(found: re.Match[str]) -> str:
        at = _at(span, found.start())
        if not found[1].strip():
            problems.append(Problem("missing-alt", at, "a picture has no text", "write what it shows: ![…](file.jpg)"))
        links.append(Link(f"media:{found[2]}", found[1], at))
        return f"![{found[1]}](ref:{len(links) - 1})"

    return "".join(
        part if part.startswith("`") else _LINK.sub(link, _IMAGE.sub(image, part)) for part in _around_code(line)
    )


def _around_code(line: str) -> Iterator[str]:
    end = 0
    for found in _CODE_SPAN.finditer(line):
        yield line[end : found.start()]
        yield found[0]
        end = found.end()
    yield line[end:]


def _block(words: list[str], span: Span, blocks: list[Block], problems: list[Problem]) -> str:
    if not words or words[0] not in BLOCKS:
        said = words[0] if words else ""
        message = f'"{said}" is not a block; blocks are {", ".join(BLOCKS)}'
        problems.append(Problem("unknown-block", span, message, did_you_mean(said, BLOCKS)))
        return ""
    blocks.append(Block(words[0], tuple(words[1:]), span))
    return _SLOT.format(len(blocks) - 1)


def _unsafe(line: str, span: Span) -> Iterator[Problem]:
    """What the sanitiser would drop, told rather than dropped in silence."""
    bare = _CODE_SPAN.sub(lambda found: " " * len(found[0]), line)
    for found in _TAG.finditer(bare):
        if found[1].lower() not in _TAGS:
            message = f"the tag <{found[1]}> is not allowed in a text"
            yield Problem("html-tag", _at(span, found.start()), message, "write Markdown, or &lt; for a bare <")
        elif re.search(r"\s(?:on\w+|style)\s*=", found[0]):
            message = f"the tag <{found[1]}> holds a script or a style, which is not allowed in a text"
            yield Problem("html-tag", _at(span, found.start()), message, "delete the attribute")
    for found in _ADDRESS.finditer(bare):
        scheme = (found[1] or found[2]).lower()
        if scheme not in _SCHEMES - {"ref"}:
            message = f'a link can\'t start with "{scheme}:"'
            yield Problem("unsafe-link", _at(span, found.start()), message, "write https://… or mailto:…")
    if re.match(r"# ", bare):
        hint = "start with ##; the title is in the front matter"
        yield Problem("heading", span, "a text has no heading of the first level", hint, Level.WARNING)


def _pieces(html: str, blocks: list[Block]) -> tuple[str | Block, ...]:
    parts = _SLOTS.split(html)
    pieces = [blocks[int(part)] if place % 2 else part.strip() for place, part in enumerate(parts)]
    return tuple(piece for piece in pieces if piece)


def _outline(tokens: list[dict[str, object]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(str(token["id"]), re.sub(r"<[^>]*>", "", str(token["name"])), int(str(token["level"])))
        yield from _outline(token["children"])  # type: ignore[arg-type]


def _literal(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _at(span: Span, index: int) -> Span:
    return Span(span.path, span.line, index + 1)

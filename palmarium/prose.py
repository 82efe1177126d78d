"""Convert Markdown to sanitised HTML with its links still open.

Owns: the markdown and nh3 libraries; `[[links]]`, `{{ blocks }}`, headings, what HTML is allowed.
Never: looks a link up; the same text gives the same prose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

import markdown
import nh3

from .model import Block, Heading, Link, Prose
from .problems import Level, Problem, Span, did_you_mean
from .typography import typeset_html

BLOCKS = ("palmares", "jury", "figure", "claim")
"""Kinds of block: a palmarès, a jury, a survey figure, a claim with its verdict."""

_SLOTTED = re.compile(
    r"(`+)(?:(?!\1).)+?\1"
    r"|!\[(?P<alt>[^\]\n]*)\]\((?P<src>[^)\s]*)[^)\n]*\)"
    r"|(?<!\\)(?P<bang>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<text>[^\[\]\n]+))?\]\]"
)
_OPENED = re.compile(r"(?<!\\)(?:\[\[+|\{\{+)")
_BLOCK = re.compile(r"^[ \t]*\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}[ \t]*$")
_SLOT = "\ue000{}\ue001"
_SLOTS = re.compile("(?:<p>)?\ue000(\\d+)\ue001(?:</p>)?")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_TAG = re.compile(r"</?(?!https?:|mailto:)([A-Za-z][\w-]*)\b(?!@)[^>\n]*>?")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_ADDRESS = re.compile(r"(?<!\\)\]\(\s*<?([^\s)>]*)|^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]*)")
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
    if not text.strip():
        return Prose(), ()
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
    converter = _converter()
    try:
        raw = _NUMBERED.sub(_character, converter.reset().convert("\n".join(lines)))
    except RecursionError:
        # What broke off in the middle can't be reset.
        _converter.cache_clear()
        message = "the lists and quotations of this text nest too deeply"
        return Prose(), (*problems, Problem("markdown", Span(path, first_line), message, "indent less"))
    clean = nh3.clean(
        raw, tags=set(_TAGS), attributes=dict(_ATTRIBUTES), url_schemes=set(_SCHEMES), link_rel=None,
        clean_content_tags={"script", "style"},
    )
    html = typeset_html(clean, language)
    outline = tuple(_outline(converter.toc_tokens))  # type: ignore[attr-defined]
    words = len(re.sub(r"<[^>]*>", " ", clean).split())
    return Prose(_pieces(html, blocks), tuple(links), outline, words), tuple(problems)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    """Making one costs as much as converting a short text; `reset` makes it as good as new."""
    settings = {"toc": {"toc_depth": "2-4"}}
    return markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=settings, output_format="html")


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
    """The line with a slot for each link, picture and block; code stays as it is."""
    block = _BLOCK.match(line)
    if block:
        # Blank lines around it, so that it never ends up inside a paragraph.
        return f"\n{_block(block[1].split(), _at(span, line.index('{{')), blocks, problems)}\n"
    problems += _unclosed(line, span)

    def slot(found: re.Match[str]) -> str:
        if found["target"]:
            link = Link(" ".join(found["target"].split()), (found["text"] or found["target"]).strip(),
                        _at(span, found.start("target") - 2))
            links.append(link)
            # An exclamation mark before a link would make it a picture.
            return f"{found['bang'] and '&#33;'}[{_literal(link.text)}](ref:{len(links) - 1})"
        if found["src"] is None:
            return found[0]
        at = _at(span, found.start())
        if not found["alt"].strip():
            problems.append(Problem("missing-alt", at, "a picture has no text", "write what it shows: ![…](file.jpg)"))
        links.append(Link(f"media:{found['src']}", found["alt"], at))
        return f"![{found['alt']}](ref:{len(links) - 1})"

    return _SLOTTED.sub(slot, line)


def _unclosed(line: str, span: Span) -> Iterator[Problem]:
    """Brackets and braces that look like a link or a block, and would be printed as they stand."""
    for found in _OPENED.finditer(_SLOTTED.sub(lambda found: " " * len(found[0]), line)):
        if found[0].startswith("["):
            hint = "write [[name]] or [[name|text]] on one line, or \\[[ for mere brackets"
            yield Problem("broken-link", _at(span, found.start()), '"[[" opens a link that does not end here', hint)
        else:
            hint = "write the block on a line of its own, or put mere braces in backquotes"
            yield Problem("broken-block", _at(span, found.start()), '"{{" opens a block inside a line', hint)


def _character(found: re.Match[str]) -> str:
    """A character by its number, unless it is one that stands for a slot."""
    number = int(found[1], 16) if found[1] else int(found[2][:9])
    return "" if 0xE000 <= number <= 0xE0FF else found[0]


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
    bare = _SLOTTED.sub(lambda found: " " * len(found[0]), line)
    for found in _TAG.finditer(bare):
        if found[1].lower() == "img":
            hint = "write ![what it shows](file.jpg)"
            yield Problem("html-tag", _at(span, found.start()), "a picture is not written as a tag", hint)
        elif found[1].lower() not in _TAGS:
            message = f"the tag <{found[1]}> is not allowed in a text"
            yield Problem("html-tag", _at(span, found.start()), message, "write Markdown, or &lt; for a bare <")
        elif re.search(r"\s(?:on\w+|style)\s*=", found[0]):
            message = f"the tag <{found[1]}> holds a script or a style, which is not allowed in a text"
            yield Problem("html-tag", _at(span, found.start()), message, "delete the attribute")
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


def _pieces(html: str, blocks: list[Block]) -> tuple[str | Block, ...]:
    parts = _SLOTS.split(html)
    pieces = [blocks[int(part)] if place % 2 else part.strip() for place, part in enumerate(parts)]
    return tuple(piece for piece in pieces if piece)


def _outline(tokens: list[dict[str, object]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(str(token["id"]), re.sub(r"<[^>]*>", "", str(token["name"])), int(str(token["level"])))
        yield from _outline(token["children"])  # type: ignore[arg-type]


def _literal(text: str) -> str:
    marks = re.sub(r"([\\`*_\[\]])", r"\\\1", text)
    return marks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _at(span: Span, index: int) -> Span:
    return Span(span.path, span.line, index + 1)

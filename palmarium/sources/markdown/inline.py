"""Inline structure of Markdown as CommonMark reads it: code, tags, links, pictures, claims and notes in one pass.

All code that looks for something in a text uses this module, so that all agree on what is a link. The resulting words
contain nothing that Python-Markdown could read in another way: only emphasis, line breaks and the links that were found
are left to it. Finished parts, such as code and tags, are kept in slots: private-use characters, which no source may
contain.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from unicodedata import normalize
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from ...model import Block, Claim, ProseLink, Shown
from ...model.ids import slug
from ...problems import Fix, Level, Problem, Span, did_you_mean
from ..plaintext import unprintable
from ..schema.meant import address as whole_address
from ..schema.meant import why_no_address
from . import claims as stated
from . import dialects, notes
from .blocks import Leaf, Reference, WordsKind
from .text import DESTINATION, PICTURE, PICTURES, TAG, TITLE, UNPRINTED, label_of, plain, printable, titled, verbatim

MOST_SIGNS = 1000
"""How many signs of emphasis one paragraph may hold; the time that they take grows with their square."""

_SHOWN = 20

RAW = "\ue005{}\ue006"
MARK = "\ue003{}\ue004"

_SPECIAL = re.compile(r"[\\`<\[\]!{&]")
_LITERAL = MappingProxyType({sign: f"\x02{ord(sign)}\x03" for sign in "\\`*_[]()!<>"})
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|\\\n")
_ENTITY = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_TARGET = re.compile(r"\[\[([^\[\]|\n\\]+)(?:\\?\|([^\S\n]*[^\[\]|\n\s][^\[\]|\n]*))?\]\](?!\(https?:)")
_BRACKETS = re.compile(r"\[+")
_CALL = re.compile(r"\[\^([^\[\]\n]+)\]")
_HOW = re.compile(r"\{([^{}\n]*)\}")
_TAIL = re.compile(rf"\(\s*+{DESTINATION}(?:\s+{TITLE})?\s*\)", re.DOTALL)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*)>")
_TAG = re.compile(TAG)
_TAG_CUT = re.compile(r"</?([A-Za-z][\w-]*)|<[?!]\[?[A-Za-z]\w*")
_IN_TAG = re.compile(r"([^<>\[\]|\n]*)</a", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_EMPHASIS = re.compile(r"[*_]+")
_ALT = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_SPACED = re.compile(r"\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)?)\)")
_HTML_CODE = re.compile(r"<(pre|code)\b(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_UNREAD = re.compile(r"\[\[|\]\{|\{\{|\*\*(?=\S)|\]\(|\[\^")

TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption"),
        *("figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
ATTRIBUTES = MappingProxyType(
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
SCHEMES = frozenset({"http", "https", "mailto", "ref"})
"""`ref:3` is the third thing that a text links to; only what is made here may hold it."""


@dataclass(frozen=True, slots=True)
class InlineFound:
    """What a text holds besides words, in the order in which it stands there: a builder, filled leaf by leaf.

    `numbers` are those of the notes by their ids, `calls` the elements that call them, `raw` is HTML that waits in
    slots, `addresses` are those of links with their titles, `brackets` are words in single brackets; `used` and
    `pictured` are references to which a link or a picture leads.
    """

    path: str
    references: Mapping[str, Reference]
    numbers: Mapping[str, int]
    calls: dict[str, list[Element]] = field(default_factory=dict)
    links: list[ProseLink] = field(default_factory=list)
    blocks: list[Block | Shown] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    brackets: list[ProseLink] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    pictured: set[str] = field(default_factory=set)
    tags: list[tuple[str, bool, Span]] = field(default_factory=list)

    def tell(self, code: str, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem(code, span, message, hint))

    def slot(self, made: str) -> str:
        """The place of HTML that is made already."""
        self.raw.append(made)
        return RAW.format(len(self.raw) - 1)


class _Scan:
    """A leaf while it is read: what came out of it so far, and the brackets that are open; a builder."""

    __slots__ = ("codes", "found", "hidden", "leaf", "linked", "opened", "out", "words")

    def __init__(self, leaf: Leaf, found: InlineFound) -> None:
        self.leaf = leaf
        self.words = leaf.text.words
        self.found = found
        self.out: list[str] = []
        # Where the sign of each open bracket is in `out` and in the words; before the first `linked` no link may begin.
        self.opened: list[tuple[int, int]] = []
        self.linked = 0
        self.hidden: list[tuple[int, int]] = []
        self.codes = {span[0]: span for span in verbatim(self.words)}

    def span(self, index: int) -> Span:
        return Span(self.found.path, *self.leaf.text.place(index))

    def put(self, text: str, start: int, end: int) -> int:
        """Put out what was made of a stretch of signs."""
        self.out.append(text)
        self.hidden.append((start, end))
        return end


def read(leaf: Leaf, found: InlineFound) -> tuple[str, list[tuple[int, int]]]:
    """The words of a leaf for Python-Markdown, and the stretches of it that are signs, and no words."""
    scan = _Scan(leaf, found)
    words, at = scan.words, 0
    read_sign = _html_sign if leaf.kind is WordsKind.HTML else _sign
    while special := _SPECIAL.search(words, at):
        scan.out.append(words[at : special.start()])
        at = read_sign(scan, special[0], special.start())
    scan.out.append(words[at:])
    out = "".join(scan.out)
    if dialects.SUSPECT.search(words):
        bare = _blanked(words, sorted((start, end) for start, _, _, end in scan.codes.values()))
        found.problems.extend(dialects.slips(bare, scan.span))
    if leaf.kind is WordsKind.HTML:
        _warn_of_markdown(scan)
    elif len(_EMPHASIS.findall(out)) > MOST_SIGNS:
        message = f"this paragraph holds more than {MOST_SIGNS:,} signs of emphasis"
        found.tell("markdown", scan.span(0), message, "divide it, or write \\* and \\_ for mere signs")
        out = _EMPHASIS.sub(lambda signs: "".join(map(_LITERAL.__getitem__, signs[0])), out)
    return out, scan.hidden


def _warn_of_markdown(scan: _Scan) -> None:
    """Signs of Markdown in HTML, where they are printed as they stand: the first of those between its tags."""
    words = _blanked(scan.words, scan.hidden)
    words = _blanked(words, (verbatim_tag.span() for verbatim_tag in _HTML_CODE.finditer(scan.words)))
    if unread := _UNREAD.search(words):
        level = Level.WARNING if unread[0] in ("**", "](") else Level.ERROR
        message = f'"{unread[0]}" is not read here: in HTML there is Markdown only between blank lines'
        hint = "leave a blank line between the tags and the text"
        scan.found.problems.append(Problem("html-tag", scan.span(unread.start()), message, hint, level))


def _blanked(words: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words with blanks in these places, which are in order."""
    bare, at = [], 0
    for start, end in spans:
        bare += [words[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join((*bare, words[at:]))


def _sign(scan: _Scan, sign: str, at: int) -> int:
    """Read what begins with a sign, and return where the rest begins."""
    words = scan.words
    match sign:
        case "\\":
            return _escape(scan, at)
        case "`":
            return _code(scan, at)
        case "<":
            return _angle(scan, at)
        case "&":
            return _entity(scan, at)
        case "[":
            return _open(scan, at)
        case "]":
            return _close(scan, at)
        case "!":
            return _picture(scan, at)
        case "{":
            if words.startswith("{{", at):
                block = re.match(r"\{\{ *([a-z]+ [^{}\n]*)(?:\}|$)", words[at : at + 200])
                if other := re.match(r"\{\{ ?[<%][^{}\n]*\}\}", words[at : at + 400]):
                    scan.found.tell(
                        "broken-block",
                        scan.span(at),
                        "this block is for another program",
                        f"write {dialects.foreign(other[0])}",
                    )
                    scan.out.append("{{")
                    return at + 2
                alone = f"{{{{ {block[1].rstrip(' ')} }}}}" if block else "the block"
                hint = f"write {alone} on a line of its own, or put mere braces in backquotes"
                is_closed = re.match(r"\{\{[^{}\n]*\}\}", words[at : at + 400])
                said = (
                    '"{{" opens a block inside a line' if is_closed or not block else "this block does not end with }}"
                )
                scan.found.tell("broken-block", scan.span(at), said, hint)
                scan.out.append("{{")
                return at + 2
            scan.out.append(sign)
    return at + 1


def _html_sign(scan: _Scan, sign: str, at: int) -> int:
    """Read what begins with a sign in HTML, which has only tags and entities, and return where the rest begins."""
    if sign == "<":
        return _angle(scan, at)
    if sign == "&":
        return _entity(scan, at)
    scan.out.append(sign)
    return at + 1


def _escape(scan: _Scan, at: int) -> int:
    found = _ESCAPED.match(scan.words, at)
    if not found:
        scan.out.append("\\")
        return at + 1
    if not found[1]:
        return scan.put("  \n", at, at + 2)
    scan.hidden.append((at, at + 1))
    scan.out.append("&amp;" if found[1] == "&" else _LITERAL.get(found[1], found[1]))
    return at + 2


def _code(scan: _Scan, at: int) -> int:
    span = scan.codes.get(at)
    if span is None:
        scan.out.append("`")
        return at + 1
    written = scan.words[span[1] : span[2]].replace("\n", " ")
    if scan.leaf.kind is WordsKind.CELL:
        written = written.replace("\\|", "|")
    return scan.put(scan.found.slot(f"<code>{html.escape(written.strip(), quote=False)}</code>"), at, span[3])


def _entity(scan: _Scan, at: int) -> int:
    """A character by its number; what no file may hold can't come in this way."""
    found = _ENTITY.match(scan.words, at)
    if not found or _may_stand(found):
        scan.out.append("&")
        return at + 1
    _refuse(scan, found, at)
    return scan.put("", at, found.end())


def _may_stand(entity: re.Match[str]) -> bool:
    number = int(entity[1], 16) if entity[1] else int(entity[2])
    return 0 < number < 0x110000 and not unprintable(chr(number)) and not 0xD800 <= number <= 0xDFFF


def _allowed(text: str) -> str:
    """A text without entities of what no text may hold."""
    return _ENTITY.sub(lambda entity: entity[0] if _may_stand(entity) else "", text)


def _refuse(scan: _Scan, entity: re.Match[str], at: int) -> None:
    scan.found.tell("encoding", scan.span(at), f'"{entity[0]}" is a character that no text may hold', "delete it")


def _angle(scan: _Scan, at: int) -> int:
    """An address, a tag, or a mere sign."""
    words, found = scan.words, scan.found
    if scan.leaf.kind is not WordsKind.HTML and (link := _AUTOLINK.match(words, at)):
        address = link[1] if ":" in link[1] else f"mailto:{link[1]}"
        href = _judged(scan, address, link[1], at, at)
        scan.linked = len(scan.opened)
        made = f'<a href="{html.escape(href)}">{html.escape(link[1], quote=False)}</a>'
        return scan.put(found.slot(made), at, link.end())
    tag = _TAG.match(words, at)
    if tag is None:
        cut = _TAG_CUT.match(words, at)
        if cut and not re.match(r"</?(?:https?:|mailto:)|</?[\w-]+@", words[at : at + 80]):
            _cut_tag(scan, at, cut)
        scan.out.append("&lt;" if scan.leaf.kind is WordsKind.HTML else "<")
        return at + 1
    wrong = _wrong_tag(tag[2], tag[3])
    if wrong:
        found.tell("html-tag", scan.span(at), *wrong)
    name, written = tag[2].lower(), tag[0]
    if name not in ("br", "hr", "img"):
        found.tags.append((name, bool(tag[1]), scan.span(at)))
    if name == "a" and not tag[1]:
        written = _with_address(scan, tag)
    for entity in _ENTITY.finditer(tag[0]):
        if not _may_stand(entity):
            _refuse(scan, entity, at + entity.start())
    written = _allowed(written)
    return scan.put(written if scan.leaf.kind is WordsKind.HTML else found.slot(written), at, tag.end())


def _cut_tag(scan: _Scan, at: int, cut: re.Match[str]) -> None:
    bare = "write Markdown, or &lt; for a bare <"
    name = cut[1]
    if name is None:
        message = f'"{cut[0]}" is not allowed in a text'
    elif name.lower() in TAGS:
        message = f"the tag <{name}> does not end"
    else:
        message = f"the tag <{name}> is not allowed in a text"
    scan.found.tell("html-tag", scan.span(at), message, bare)


def _wrong_tag(name: str, attributes: str) -> tuple[str, str] | None:
    """What is wrong with a tag, and what to write instead."""
    bare = "write Markdown, or &lt; for a bare <"
    if name.lower() == "img":
        shown = dialects.foreign(attributes) if dialects.PICTURED.search(attributes) else "![what it shows](file.jpg)"
        return "a picture is not written as a tag", f"write {shown}"
    if name.lower() not in TAGS:
        return f"the tag <{name}> is not allowed in a text", bare
    given = [found[1].lower() for found in _ATTRIBUTE.finditer(attributes)]
    if any(each == "style" or each.startswith("on") for each in given):
        return f"the tag <{name}> holds a script or a style, which is not allowed in a text", "delete the attribute"
    known = ATTRIBUTES["*"] | ATTRIBUTES.get(name.lower(), set())
    lost = next((each for each in given if each not in known), "")
    return (f'the tag <{name}> would swallow "{lost}"', bare) if lost else None


def _with_address(scan: _Scan, tag: re.Match[str]) -> str:
    """A tag `<a>` whose address is judged as that of any link."""
    for found in _ATTRIBUTE.finditer(tag[0], len("<a")):
        if found[1].lower() == "href":
            written = next((found[group] for group in (2, 3, 4) if found[group] is not None), "")
            words = _IN_TAG.match(scan.words, tag.end())
            label = words[1] if words else ""
            address = printable(html.unescape(_allowed(written)))
            href = _judged(scan, address, label, tag.start(), tag.start())
            return f'{tag[0][: found.start()]}href="{html.escape(href)}"{tag[0][found.end() :]}'
    return tag[0]


def _judged(scan: _Scan, address: str, label: str, at: int, where: int) -> str:
    """What is printed of an address that stands at `where`, in a link at `at`; what is wrong with it is told."""
    scan.found.problems.extend(wrong_address(address, label, scan.span(at)))
    return _href(scan, address, label, where)


def _href(scan: _Scan, address: str, label: str, where: int) -> str:
    """The address of another site, the slot of a part of this text, or nothing where it might run."""
    if address.startswith(("#", "http://", "https://")):
        scan.found.links.append(ProseLink(address, label, scan.span(where)))
    if address.startswith("#"):
        return f"ref:{len(scan.found.links) - 1}"
    return "#" if _unsafe_scheme(address) else address


def _unsafe_scheme(address: str) -> str:
    """The scheme of an address that leads neither to a page nor to a mailbox."""
    scheme = _SCHEME.match("".join(address.split()))
    return scheme[0].lower() if scheme and scheme[1].lower() not in SCHEMES - {"ref"} else ""


def wrong_address(address: str, label: str, span: Span) -> Iterator[Problem]:
    """What is wrong with an address that leads out of the text."""
    if unsafe := _unsafe_scheme(address):
        hint = _SCHEMES_MEANT.get(unsafe, "write https://… or mailto:…").format(label or "words")
        if re.match(r"h?t{1,3}ps?:/", address):
            whole = re.sub("^[a-z]+:/+", "https://", address)
            hint = f"write {_linked(whole, label)}"
        yield Problem("unsafe-link", span, f'a link can\'t start with "{unsafe}"', hint)
    elif re.match(r"https?:(?!//[^/\s])", address):
        whole = re.sub("^(https?):/*", r"\1://", address)
        hint, fix = f"write {_linked(whole, label)}", Fix(span, address, whole)
        yield Problem("inner-link", span, f'"{address}" is no full address', hint, likely=fix)
    elif (wrong := why_no_address(address))[0]:
        within = "/".join(_parts_of(re.sub("^https?://[^/?#]*", "", address))) if address.startswith("http") else ""
        shown = f"[[{within}|{label}]]" if within and label else f"[[{within}]]" if within else ""
        hint = f"write {shown} for a page of this site, or {wrong[1]}" if shown else f"write {wrong[1]}"
        yield Problem("inner-link", span, wrong[0], hint)
    elif "\ufffd" in address:
        yield Problem("encoding", span, "this address holds a character that no text may hold", "delete it")
    elif not _SCHEME.match(address) and not address.startswith("#"):
        yield Problem("inner-link", span, f'"{address}" is no full address', _within(address, label))


def _within(address: str, label: str) -> str:
    """What to write for an address without its scheme: of a page or a file of this site, or of another site."""
    words = " ".join(label.split())
    path = unquote(re.split("[?#]", address)[0])
    if full := _outside(address):
        return f"write {_linked(full, label)}"
    if is_picture(path) and not words.startswith("!"):
        return f"write ![{words or 'what it shows'}]({quote(re.sub(_MEDIA, '', path).lstrip('/'))})"
    meant = "/".join(_parts_of(address))
    if kept := re.fullmatch(_KEPT, path):
        meant = kept[1]
    shown = f"[[{meant or 'name'}]]" if not meant or words in ("", meant) else f"[[{meant}|{words}]]"
    # A file that stands in this site is nowhere else.
    if meant and (kept or _SOURCE.search(path)):
        return f"write {shown}"
    claim = f", [{label}]{{{address}}} for a claim" if re.fullmatch("[a-z]+", address) and label else ""
    return f"write {shown} for a page of this site{claim}, or a full address: https://…"


_SCHEMES_MEANT = MappingProxyType(
    {
        "tel:": "write {0} and the number without a link",
        "file:": "put the file into content/files, and write [[its name|{0}]]",
    }
)
_KEPT = r"(?:\.{0,2}/)*(?:content/)?files/(.+)"
_MEDIA = r"^(?:\.{0,2}/)*(?:content/)?(?:media/)?"
"""Where downloads and pictures are kept, below which they are named."""
_SOURCE = re.compile(r"^(?:\.{0,2}/)*(?:content|editions)/|\.(?:md|markdown|ya?ml)$", re.I)
_SECTIONS = frozenset(
    (
        *("names", "noms", "namen", "nombres", "nomi", "asma", "laureates", "laureats", "preistraeger", "galardonados"),
        *("premiati", "faizun", "articles", "artikel", "articulos", "articoli", "maqalat", "pages", "awards", "prix"),
    )
)
"""The folders of records, and the words before the id of one in addresses."""
_FILE_ENDING = re.compile(
    rf"\.(?:html?|md|markdown|ya?ml|toml|txt|pdf|docx?|xlsx?|ods|odt|csv|zip|mp[34]|{PICTURES})$", re.I
)


def _outside(address: str) -> str:
    """The full address of another site, or of a mailbox, that one begins without its scheme; nothing for a file."""
    bare = re.sub(r"^https?//", "", address)
    return (
        ""
        if _FILE_ENDING.search(bare) and "/" not in bare
        else whole_address(bare)
        if "@" in bare or "." in bare.split("/")[0].strip(".")
        else ""
    )


def _linked(address: str, label: str) -> str:
    return f"[{label}]({address})" if label else address


def _parts_of(address: str) -> list[str]:
    """What an address below the root of the site may be about: `/awards/phare/2010/` about `phare/2010`."""
    path = unquote(re.split("[?#]", address)[0])
    if bracketed := re.fullmatch(r"\[\[([^|]+?)(?:\|.*)?\]\]", path):
        return [bracketed[1]]
    parts = [part for part in path.split("/") if part.strip(".")]
    if path.startswith("//"):
        return []
    if ending := re.search(r"\.(md|markdown|ya?ml)$", path, re.I):
        parts[-1] = parts[-1].removesuffix(ending[0])
        is_edition = ending[1].lower() in ("yaml", "yml")
        return parts[-1:] if not is_edition else parts[-2:-1] if parts[-1] == "award" else parts[-2:]
    if parts and parts[-1] == "index.html":
        parts.pop()
    parts = [re.sub(r"\.html?$", "", part) for part in parts]
    is_dated = len(parts) == 2 and re.match(r"\d{4}(?!\d)", parts[1])
    if len(parts) == 2 and parts[0] not in _SECTIONS and (is_dated or re.fullmatch(r"[\w-]+/[\w-]+", path)):
        return parts
    return [*parts[1:2], *parts[3:]] if len(parts) == 4 else parts[1:] if len(parts) > 1 else parts


def _picture(scan: _Scan, at: int) -> int:
    """A picture inside a line."""
    if not scan.words.startswith("![", at):
        scan.out.append("!")
        return at + 1
    if picture := PICTURE.match(scan.words, at):
        src, end = source_of(picture), picture.end()
    elif (alone := _ALT.match(scan.words, at)) and (reference := _pictured(scan, alone)):
        picture, src, end = alone, reference[0].address, reference[1]
    else:
        # An exclamation mark before a link would make it a picture.
        scan.out.append(_LITERAL["!"])
        return at + 1
    alt = " ".join(plain(picture[1]).split())
    if picture.re is PICTURE and titled(picture, 4):
        message = "only a picture alone on its line has words below it: these are shown nowhere"
        hint = f"put a line of its own: {picture[0]}"
        scan.found.problems.append(Problem("slip", scan.span(at), message, hint, Level.WARNING))
    if "\ufffd" in alt:
        scan.found.tell("encoding", scan.span(at), UNPRINTED, "delete it")
    scan.found.links.append(ProseLink(f"media:{src}", alt, scan.span(at)))
    made = f'<img src="ref:{len(scan.found.links) - 1}" alt="{html.escape(alt)}">'
    return scan.put(scan.found.slot(made), at, end)


def _pictured(scan: _Scan, alone: re.Match[str]) -> tuple[Reference, int] | None:
    """The reference that follows words in brackets, or is their own."""
    label = _LABEL.match(scan.words, alone.end())
    key = label_of(label[1]) if label and label[1].strip() else label_of(alone[1])
    reference = scan.found.references.get(key)
    if reference is None:
        return None
    scan.found.pictured.add(key)
    return reference, label.end() if label else alone.end()


def source_of(picture: re.Match[str]) -> str:
    """The file of a picture below content/media, without the `%20` that stands for a space, its letters composed."""
    return normalize("NFC", unquote(plain(picture[2] if picture[2] is not None else picture[3])))


def _open(scan: _Scan, at: int) -> int:
    """A link to something of the archive, the call of a note, or a bracket."""
    words = scan.words
    if link := _TARGET.match(words, at):
        target = " ".join(link[1].split())
        if target.startswith(("#", "http://", "https://")):
            whither = "a heading of this text" if target.startswith("#") else "another site"
            hint = f"write [{(link[2] or 'words').strip()}]({target}) for {whither}"
            scan.found.tell("broken-link", scan.span(at), f'"[[{target}]]" names nothing of the archive', hint)
        text = (link[2] or "").strip()
        if not target:
            hint = f"write [[name{'|' if text else ''}{text}]], or delete it"
            scan.found.tell("broken-link", scan.span(at), "this link names nothing", hint)
            scan.out.append(html.escape(text, quote=False))
            return link.end()
        scan.found.links.append(ProseLink(target, text, scan.span(at)))
        shown = html.escape(text or target, quote=False)
        scan.out.append(scan.found.slot(f'<a href="ref:{len(scan.found.links) - 1}">{shown}</a>'))
        scan.hidden += [(at, link.start(2) if link[2] else link.start(1)), (link.end() - 2, link.end())]
        return link.end()
    if call := _CALL.match(words, at):
        return _call(scan, at, call)
    if words.startswith("[[", at) and not _TARGET.match(words, at + 1):
        end = _BRACKETS.match(words, at).end()  # type: ignore[union-attr]
        hint = f"write {_target_meant(words[at:])}, or \\[[ for mere brackets"
        scan.found.tell("broken-link", scan.span(at), '"[[" opens a link that cannot be read', hint)
        scan.out.append(_LITERAL["["] * (end - at))
        return end
    scan.opened.append((len(scan.out), at))
    scan.out.append(_LITERAL["["])
    return at + 1


def _target_meant(words: str) -> str:
    """`[[A||b]]`, `[[A|]]`, `[[A]` or one over two lines, as it should be written."""
    found = re.match(r"\[\[([^\[\]]{0,200}?)(?:\]\]?|$)(?:\(([^()\s]+)\))?", words)
    parts = [part for part in (" ".join(part.split()) for part in (found[1] if found else "").split("|")) if part]
    if found and found[2] and parts:
        return f"[{parts[-1]}]({found[2]})"
    return f"[[{'|'.join(parts[:2])}]]" if parts else "[[name]] or [[name|text]] on one line"


def _call(scan: _Scan, at: int, call: re.Match[str]) -> int:
    found, id = scan.found, call[1]
    if id not in found.numbers:
        # Looking for the nearest takes its time, and only the first of many are shown.
        few = not id.isdigit() and sum(problem.code == "broken-note" for problem in found.problems[-_SHOWN:]) < _SHOWN
        near = did_you_mean(id, tuple(found.numbers)) if few else ""
        near = f"write [^{id.strip()}]" if id != id.strip() and id.strip() in found.numbers else near
        hint = near or f"write it on a line of its own, behind a blank one: [^{id}]: …"
        found.tell("broken-note", scan.span(at), f'"[^{id}]" calls a note that is not there', hint)
        return scan.put("", at, call.end())
    callers = found.calls.setdefault(id, [])
    callers.append(scan.leaf.element)
    return scan.put(found.slot(notes.call(found.numbers, len(callers), id)), at, call.end())


def _close(scan: _Scan, at: int) -> int:
    """The end of a link or claim, or a bracket."""
    words, after = scan.words, at + 1
    if not scan.opened:
        scan.out.append(_LITERAL["]"])
        if words.startswith("{", after):
            hint = "write [26 laureates]{laureates} on one line, or ]\\{ for mere brackets"
            message = '"]{" ends a claim that does not begin or close on this line'
            scan.found.tell("broken-claim", scan.span(at), message, hint)
        return after
    place, begin = scan.opened.pop()
    told = len(scan.found.problems)
    is_inside = len(scan.opened) < scan.linked
    scan.linked = min(scan.linked, len(scan.opened))
    inner = words[begin + 1 : at]
    if words.startswith("{", after) and (how := _HOW.match(words, after)) and "\n" not in inner:
        return _claim(scan, place, begin, at, how)
    if tail := _TAIL.match(words, after):
        address, title, end = plain(tail[1] if tail[1] is not None else tail[2]), titled(tail, 3), tail.end()
        where = tail.start(1 if tail[1] is not None else 2)
        href = _judged(scan, address, inner, at, where) if address or inner.strip() else address
    elif found := _referred(scan, inner, after):
        reference, end = found
        address, title = reference.address, reference.title
        # An address of another site is judged where it is defined.
        href = _href(scan, address, inner, begin)
    else:
        scan.out.append(_LITERAL["]"])
        _mere_brackets(scan, begin, at, inner)
        return after
    if is_inside:
        scan.found.tell("broken-link", scan.span(begin), "a link can't hold another link", "write one behind the other")
    if "\ufffd" in title and tail:
        scan.found.tell("encoding", scan.span(at), UNPRINTED, "delete it")
    if not inner.strip() and len(scan.found.problems) == told:
        scan.found.tell(
            "broken-link", scan.span(begin), "this link has no words", f"write [words]({address or 'https://…'})"
        )
    scan.linked = len(scan.opened)
    scan.hidden.append((begin, begin + 1))
    scan.found.addresses.append((href, title))
    number = len(scan.found.addresses) - 1
    if any(_EMPHASIS.search(part) for part in scan.out[place:]):
        scan.out[place] = "["
        return scan.put(f"](at:{number})", at, end)
    scan.out[place] = scan.found.slot(f'<a href="at:{number}">')
    return scan.put(scan.found.slot("</a>"), at, end)


def _referred(scan: _Scan, inner: str, after: int) -> tuple[Reference, int] | None:
    """The reference and the end of `[words][label]`, `[label][]` or `[label]`; one that is not defined is told."""
    label = _LABEL.match(scan.words, after)
    key = label_of(label[1] if label and label[1].strip() else inner)
    reference = scan.found.references.get(key)
    if reference is None and label:
        hint = f"write [{inner}](https://…) or [[name|{inner}]], or ]\\[ for mere brackets"
        message = f'"[{label[1] or inner}]" is defined nowhere in this text'
        scan.found.tell("broken-link", scan.span(after), message, hint)
    if reference is None:
        return None
    scan.found.used.add(key)
    return reference, label.end() if label else after


def _mere_brackets(scan: _Scan, begin: int, at: int, inner: str) -> None:
    """Brackets that are printed as they stand: told where they look like a link, else remembered."""
    words, found = scan.words, scan.found
    picture = "!" if words[:begin].endswith("!") else ""
    if words.startswith("(", at + 1) and (tail := _SPACED.match(words, at + 1)):
        message, meant = _spaced(tail[1].strip(), inner)
        hint = f"write {picture}{meant}, or ]\\( for mere brackets"
        found.tell("broken-link", scan.span(at), message, hint)
    elif cut := _CUT_ADDRESS.match(words, at + 1):
        hint = f"write {picture}[{inner}]({cut[1]})"
        found.tell("broken-link", scan.span(at), "the address that opens here is not closed", hint)
    elif picture and _PICTURE_FILE.search(inner):
        hint = f"write ![what it shows]({inner if ' ' not in inner else f'<{inner}>'})"
        found.tell("broken-link", scan.span(begin), f'"![{inner}]" shows no picture', hint)
    elif words.startswith("{", at + 1):
        hint = "write [26 laureates]{laureates} on one line, or ]\\{ for mere brackets"
        message = '"]{" ends a claim that does not begin or close on this line'
        found.tell("broken-claim", scan.span(at), message, hint)
    elif inner.strip() and not words.startswith("[", at + 1) and not words[:begin].endswith("]"):
        found.brackets.append(ProseLink(" ".join(inner.split()), "", scan.span(begin)))


_CUT_ADDRESS = re.compile(rf"\(((?:https?://|mailto:|www\.|#)[^\s()]+|[^\s()]+\.(?:{PICTURES}))(?=\s|$)", re.I)
_PICTURE_FILE = re.compile(rf"\.(?:{PICTURES})$", re.I)
_TITLED = re.compile(r"(\S+?),?\s+[\"'“”«‘’](.*)", re.DOTALL)
_SIZED = re.compile(r"(\S+)\s+=\d*x\d*")
_WITH_SIZE = re.compile(r"(?<=[\"'”’])\s+=\d*x\d*$")
_COUNTED = re.compile(
    r"[a-z-]+(?: [\w-]+(?:/[\w-]+)?)?"
    r"(?: (?:disputed|(?:of|source|is|until|category|scope|note)=(?:\"[^\"]*\"|[^\s\"]+)))+"
)
"""What stands in the braces of a claim."""


def is_picture(name: str) -> bool:
    """Whether a word is called as a picture is."""
    return bool(_PICTURE_FILE.search(name))


def _spaced(inside: str, words: str) -> tuple[str, str]:
    """What is wrong with parentheses that hold an address and more behind words in brackets, and what was meant."""
    if re.match(r"https?://\S+$", words):
        return "the words stand in the brackets, and the address behind them", f"[{inside}]({words})"
    if _COUNTED.fullmatch(inside):
        return "what a claim counts stands in braces", f"[{words}]{{{inside}}}"
    if mail := re.fullmatch(r"mailto:\s*(\S+)(?: (?:at|\[at\]|\(at\)) (\S+))?", inside):
        return "no space stands inside an address", f"[{words}](mailto:{'@'.join(filter(None, mail.groups()))})"
    if inside.startswith("#") and (heading := inside.lstrip("# ")):
        return "a link to a heading holds its id", f"[{words}](#{slug(heading)})"
    if sized := _SIZED.fullmatch(inside):
        return "the size of a picture is not written: the page chooses it", f"[{words}]({sized[1]})"
    if titled_ := _TITLED.fullmatch(_WITH_SIZE.sub("", inside)):
        said = titled_[2].strip()
        said = said.removesuffix(said[-1:] if said[-1:] in "\"'“”»‘’" else "").rstrip().replace('"', "'")
        return "the title stands in plain quotes, behind the address", f'[{words}]({titled_[1]} "{said}")'
    return "an address that holds spaces stands in angle brackets", f"[{words}](<{inside}>)"


def _claim(scan: _Scan, place: int, begin: int, at: int, how: re.Match[str]) -> int:
    """The mark behind the words of a claim; nothing where it can't be read."""
    inner = scan.words[begin + 1 : at]
    claim, problems = stated.claim(inner, how[1], scan.span(begin), scan.span(how.start(1)))
    if claim and scan.leaf.kind is WordsKind.HEADING:
        message = "a heading can't hold a claim"
        problems = (Problem("broken-claim", scan.span(begin), message, "say it in the text below"),)
    scan.found.problems.extend(problems)
    scan.out[place] = ""
    scan.hidden.append((begin, begin + 1))
    if claim is None or problems:
        return scan.put("", at, how.end())
    scan.found.claims.append(claim)
    scan.linked = len(scan.opened)
    return scan.put(MARK.format(len(scan.found.claims) - 1), at, how.end())

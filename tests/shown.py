"""What a built page shows, as rows of tokens: what a reader can compare with the tables.

`@/prix/pies/` is a link, `4` a number, `>=4` at least, `<=4` at most, `–` a dash, `*` a tag for a running streak;
`~` stands before what is set as uncertain; a cell of a map has its form in front, as in `won3`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

Row = tuple[str, ...]

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_FORMS = ("won", "placed", "hidden", "none", "apart")
_NUMBER = re.compile(r"(≥\s*|au moins\s+|at least\s+|au plus\s+|at most\s+)?(\d+(?:[\s\u202f\u00a0,]\d{3})*)|(–)", re.I)


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    def all(self, *tags: str) -> "list[Element]":
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if child.tag in tags else []
                found += child.all(*tags)
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("root", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in [element.tag for element in self.open[1:]]:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(root: Path, url: str) -> Element:
    builder = _Builder()
    builder.feed((root / url.strip("/") / "index.html").read_text(encoding="utf-8"))
    return builder.open[0]


def sections(root: Path, url: str) -> dict[str, list[Element]]:
    """The rows of each section, by the id of its heading: lines of tables, lists and facts, and notes below them."""
    found = {}
    for section in page(root, url).all("section", "aside"):
        found[section.attributes.get("aria-labelledby", "")] = list(_lines(section))
    return found


def tokens(line: Element, url: str) -> Row:
    """What a line says, less asides, signs and what is only read aloud."""
    return tuple(_tokens(line, url, False))


def _lines(element: Element) -> Iterator[Element]:
    """The outermost lines, less heads, headings, keys and notes."""
    for child in element.children:
        if not isinstance(child, Element) or child.tag == "thead" or child.has("rubric") or child.has("key"):
            continue
        if child.tag in ("tr", "li", "p", "dd"):
            yield child
        elif child.attributes.get("role") != "note":
            yield from _lines(child)


def _tokens(element: Element, url: str, doubt: bool) -> list[str]:
    if element.has("visually-hidden") or element.has("mark") or element.has("sign"):
        return []
    if element.tag == "small" and not element.all("a"):
        return []
    if element.tag == "a":
        return [f"@{urljoin(url, element.attributes.get('href', ''))}"]
    if element.tag == "td" and any(element.has(form) for form in _FORMS):
        form = next(form for form in _FORMS if element.has(form))
        return [form + "".join(_digits(_text(element)))]
    if element.tag == "span" and element.has("tag"):
        return ["*"]
    found, least = [], ""
    for child in element.children:
        if isinstance(child, Element) and child.has("least"):
            least = _text(child)
        elif isinstance(child, Element):
            found += _tokens(child, url, doubt or child.has("unknown"))
        else:
            found += [f"~{token}" if doubt and token != "–" else token for token in _digits(f"{least}{child}")]
            least = ""
    return found


def _text(element: Element) -> str:
    parts = (child if isinstance(child, str) else "" if child.has("visually-hidden") else _text(child)
             for child in element.children)  # fmt: skip
    return "".join(parts)


def _digits(text: str) -> list[str]:
    found = []
    for bound, number, dash in _NUMBER.findall(text):
        sign = "" if not bound else "<=" if bound.lower().startswith(("au plus", "at most")) else ">="
        found.append(dash or sign + re.sub(r"\D", "", number))
    return found

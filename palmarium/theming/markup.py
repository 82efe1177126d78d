"""Mark-up of templates: attributes, addresses, scripts and styles where somebody's text could become code."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from ..problems import Problem
from .functions import FUNCTIONS, Gives

Fault = Callable[..., Problem]
"""A problem of a template: code, line (left out where it is known), message, hint, and the word that it is about."""

_LEFT, _RIGHT = "\ue020", "\ue021"
# The quotes and angles of an expression are none of the mark-up around it.
_MASK = str.maketrans("\"'<>", "\ue022\ue023\ue024\ue025")
_UNMASK = str.maketrans("\ue022\ue023\ue024\ue025", "\"'<>")
_TAG = re.compile(r"<([A-Za-z][\w:-]*+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"(?<![\w:@.-])([\w:@.-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_INSIDE = r"(?:[^{0}<]|<(?![A-Za-z/!]))*+"
_OPEN_VALUE = re.compile(
    r"<[A-Za-z][\w:-]*+(?:[^<>\"']|\"{double}\"|'{single}')*+(?P<quote>\"{double}|'{single})(?=<|\Z)".format(
        double=_INSIDE.format('"'), single=_INSIDE.format("'")
    )
)
"""A tag with a quote that is still open where the next tag begins."""
_ADDRESSES = frozenset(
    (
        *("href", "src", "action", "formaction", "poster", "data", "srcset", "cite", "xlink:href", "ping"),
        *("srcdoc", "background", "manifest", "imagesrcset"),
    )
)
_EXPRESSION = re.compile(f"{_LEFT}([^{_LEFT}{_RIGHT}]*){_RIGHT}")
_CHECKED = "|".join(name for name, each in FUNCTIONS.items() if each.gives is Gives.ADDRESS)
_TO_ADDRESS = re.compile(rf"\s*(?:{_CHECKED})\s*\(")
_IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMPUTED_TAG = re.compile(f"</?{_LEFT}([^{_RIGHT}]*)")
_RAW = re.compile(r"<(script|style)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>([^<]*)", re.I)


def unsafe(tokens: Iterable[tuple[int, str, str]], fault: Fault) -> Iterator[Problem]:
    """Problems in the mark-up around the expressions of one lexed template."""
    text, lines = _flat(tokens)

    def here(index: int) -> Fault:
        line = lines[max(0, bisect_right(lines, index, key=lambda line: line[0]) - 1)][1] if lines else 1
        return lambda code, message, hint, word="": fault(code, line, message, hint, word)

    tags = tuple(_TAG.finditer(text))
    for attribute in _ATTRIBUTE.finditer(text):
        # An attribute that prints something may stand in a block, for a tag of another template.
        prints = _LEFT in attribute[2] and attribute.end(1) + 1 == attribute.start(2)
        before = bisect_right(tags, attribute.start(), key=lambda tag: tag.start(2))
        if prints or (before and attribute.start() < tags[before - 1].end(2)):
            yield from _attribute(attribute[1].lower(), attribute[2], here(attribute.start()))
    for tag in tags:
        yield from _tag(tag[2], here(tag.start()))
    for cut in _OPEN_VALUE.finditer(text):
        yield _unclosed(cut["quote"], here(cut.start("quote")))
    for computed in _COMPUTED_TAG.finditer(text):
        yield _computed(computed[1], here(computed.start()))
    for raw in _RAW.finditer(text):
        yield from _raw(raw[1].lower(), raw[2], raw[3], here(raw.start()))


def _flat(tokens: Iterable[tuple[int, str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """The mark-up with each expression between two marks and each statement left out; lines by position."""
    parts: list[str] = []
    lines: list[tuple[int, int]] = []
    length, inside = 0, ""
    for line, kind, value in tokens:
        if kind in ("variable_begin", "block_begin"):
            inside = kind
            value = _LEFT if kind == "variable_begin" else ""
        elif kind in ("variable_end", "block_end"):
            value = _RIGHT if inside == "variable_begin" else ""
            inside = ""
        elif inside == "block_begin" or kind.startswith("comment"):
            value = ""
        elif inside:
            value = value.translate(_MASK)
        offset = 0
        for part in value.split("\n"):
            lines.append((length + offset, line))
            offset += len(part) + 1
            line += 1
        parts.append(value)
        length += len(value)
    return "".join(parts), lines


def _attribute(name: str, written: str, here: Fault) -> Iterator[Problem]:
    quoted = written[0] in "\"'"
    value = written[1:-1] if quoted else written
    if not quoted and _LEFT in written:
        yield here("unquoted-attribute", f'the value of "{name}" is not quoted', f'write {name}="…"', name)
    if name.startswith("on"):
        yield here("inline-script", f'"{name}" is a script in an attribute', "put the script in assets/js", name)
    if name == "style":
        yield here("inline-style", '"style" is a style in an attribute', "put a class in assets/css", name)
    if name in _ADDRESSES:
        yield from _address(name, value, here)


def _tag(attributes: str, here: Fault) -> Iterator[Problem]:
    """What is printed into a tag outside of quotes, and what a refresh leads to."""
    named = _ATTRIBUTE.sub("", attributes)
    for expression in _EXPRESSION.finditer(_IN_QUOTES.sub("", named)):
        yield _computed(expression[1], here)
    if re.search(r"http-equiv\s*=", attributes, re.I):
        for attribute in _ATTRIBUTE.finditer(attributes):
            if attribute[1].lower() == "content":
                yield from _address("content", attribute[2].strip("\"'"), here)


def _unclosed(quote: str, here: Fault) -> Problem:
    value = quote[1:].partition(">")[0].partition(_LEFT)[0]
    message = "the quote that opens here is not closed, and swallows what follows"
    return here("unclosed-quote", message, f"close it: {quote[0]}{value}{quote[0]}", quote[0] + value)


def _computed(expression: str, here: Fault) -> Problem:
    message = f"{_said(expression)} is printed inside a tag, where any text could become an attribute"
    return here("computed-tag", message, 'print values only, in quotes: title="{{ … }}"')


def _address(name: str, value: str, here: Fault) -> Iterator[Problem]:
    hint = f'write {name}="{{{{ href(…) }}}}", asset(…), or external(…) for an address from data'
    # Behind a "#" nothing can change where an address leads.
    leading = value.partition("#")[0]
    unchecked = [found[1] for found in _EXPRESSION.finditer(leading) if not _is_address(found[1])]
    if unchecked:
        message = f'"{name}" prints {_said(unchecked[0])}, which nothing checks as an address'
        yield here("unchecked-address", message, hint, name)
    if value.lstrip().lower().startswith(("javascript:", "data:", "vbscript:")):
        yield here("unchecked-address", f'"{name}" starts with {value.split(":")[0]}:', hint, name)
    if value.startswith("/"):
        message = f'"{name}" is fixed to the root: {value}'
        yield here("fixed-address", message, f"write {name}=\"{{{{ href('{value}') }}}}\"", name)


def _said(expression: str) -> str:
    return expression.strip().translate(_UNMASK)


def _is_address(expression: str) -> bool:
    """Whether an expression is one call of a function that checks addresses, and nothing more."""
    call = _TO_ADDRESS.match(expression)
    depth = 1
    for at in range(call.end() if call else len(expression), len(expression)):
        depth += (expression[at] == "(") - (expression[at] == ")")
        if depth == 0:
            return not expression[at + 1 :].strip()
    return False


def _raw(tag: str, attributes: str, body: str, here: Fault) -> Iterator[Problem]:
    if tag == "style":
        yield here("inline-style", "a style stands in the page", "put it in assets/css", f"<{tag}")
    elif "application/ld+json" not in attributes and (body.strip() or not re.search(r"\bsrc\s*=", attributes)):
        yield here("inline-script", "a script stands in the page", "put it in assets/js", f"<{tag}")

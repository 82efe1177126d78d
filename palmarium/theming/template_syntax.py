"""Syntax of templates: what is wrong where Jinja can't read one, told without Jinja's words, which name no remedy."""

import re
from collections.abc import Callable
from types import MappingProxyType

from ..problems import Problem, Span, nearest_or_all
from .theme import Template

_OPENING = re.compile(r"\{[{%#]")
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|%\}|[\"'()\[\]{}]", re.DOTALL)
_CLOSING = MappingProxyType({"(": ")", "[": "]", "{": "}", "{{": "}}", "{%": "%}", "{#": "#}"})
_STATEMENT = re.compile(r"[-+]?\s*(\w*)")
_END_OF_RAW = re.compile(r"\{%[-+]?\s*endraw\b")
_ENDED = ("block", "call", "filter", "for", "if", "macro", "raw", "set", "trans", "with")
_INSIDE = MappingProxyType({"elif": ("if",), "else": ("if", "for"), "pluralize": ("trans",)})
_FORMS = MappingProxyType(
    {
        "": "{{ page.head.title }}",
        "block": "{% block main %}",
        "call": "{% call section('rows', _('Rows')) %}",
        "elif": "{% elif page.rows %}",
        "extends": '{% extends "layout.html" %}',
        "filter": "{% filter upper %}",
        "for": "{% for row in page.rows %}",
        "from": '{% from "part/row.html" import row %}',
        "if": "{% if page.rows %}",
        "import": '{% import "part/row.html" as parts %}',
        "include": '{% include "part/row.html" %}',
        "macro": "{% macro row(item) %}",
        "set": "{% set rows = page.rows %}",
        "with": "{% with rows = page.rows %}",
    }
)
"""An example of each statement, and of what is printed."""
_STATEMENTS = tuple(sorted({*_ENDED, *_INSIDE, *_FORMS} - {""}))
_OPERATORS = (
    (re.compile(r"&&"), "&&", "and"),
    (re.compile(r"\|\|"), "||", "or"),
    (re.compile(r"!(?!=)"), "!", "not"),
    (re.compile(r"==="), "===", "=="),
)


def broken(is_read: Callable[[str], bool], template: Template, line: int) -> Problem:
    """The first mistake in a template that Jinja can't read: it noticed one in `line`, and says of a part `is_read`."""
    text = template.text

    def problem(index: int, message: str, hint: str) -> Problem:
        number, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
        return Problem("template", Span(template.path, number, column), message, hint)

    opened: list[tuple[int, str]] = []
    there, start = (0, "", ""), 0
    while found := _OPENING.search(text, start):
        start, mark = found.start(), found[0]
        end, inside, wrong = _inside(text, found.end(), mark)
        if wrong:
            return problem(*wrong)
        name = _name(inside) if mark == "{%" else ""
        if mark == "{%" and (told := _unbalanced(text[start:end], name, opened, text)):
            return problem(start, *told)
        if mark != "{#" and not _is_read_alone(is_read, text[start:end], name):
            return problem(start, *_unread_tag(name, inside))
        if text.count("\n", 0, start) < line:
            there = (start, name, inside)
        if name in _ENDED and not (name == "set" and "=" in inside):
            opened.append((start, name))
        start = end
        if name == "raw":
            raw = _END_OF_RAW.search(text, end)
            start = raw.start() if raw else len(text)
    if opened:
        index, name = opened[-1]
        return problem(index, f'this "{name}" does not end', f"write {{% end{name} %}} where it does")
    return problem(there[0], *_unread_tag(there[1], there[2]))


def _is_read_alone(is_read: Callable[[str], bool], tag: str, name: str) -> bool:
    """Whether Jinja reads a tag where it stands alone."""
    before, after = ("{% if 1 %}", "{% endif %}") if name in ("elif", "else") else ("", f"{{% end{name} %}}")
    if name.startswith("end") or name in ("pluralize", "trans"):
        return True
    if name not in _ENDED and not before:
        after = ""
    return is_read(before + tag + ("" if name == "set" and "=" in tag else after))


def _inside(text: str, start: int, mark: str) -> tuple[int, str, tuple[int, str, str] | None]:
    """The end of a tag, what is in it outside of quotes and brackets, and where it breaks off."""
    closing = _CLOSING[mark]
    if mark == "{#":
        end = text.find(closing, start)
        wrong = (start - 2, "this comment does not end", "write #} behind it")
        return (end + 2, "", None) if end >= 0 else (len(text), "", wrong)
    brackets: list[tuple[int, str]] = []
    outside, last = "", start
    for found in _TOKEN.finditer(text, start):
        token, at = found[0], found.start()
        outside += text[last:at] if not brackets else ""
        last = found.end()
        is_end = text.startswith(closing, at) and not (token == "}" and any(each == "{" for _, each in brackets))
        if is_end and brackets:
            index, bracket = brackets[-1]
            hint = f"write {_CLOSING[bracket]} before {closing}"
            return at, outside, (index, f'this "{bracket}" is not closed', hint)
        if is_end:
            return at + 2, outside, None
        if token in "\"'" or (len(token) > 1 and "\n" in token and closing in token):
            return at, outside, (at, "this quotation mark is not closed", f"write {token[0]} behind the text")
        if token == "%}":
            return at, outside, (start - 2, "what starts with {{ ends with }}", "write }} in place of %}")
        if token in _CLOSING:
            brackets.append((at, token))
        elif token in ")]}" and (not brackets or _CLOSING[brackets.pop()[1]] != token):
            return at, outside, (at, f'this "{token}" closes nothing', "delete it, or open it before")
    return len(text), outside, (start - 2, f'this "{mark}" is not closed', f"write {closing} behind it")


def _name(inside: str) -> str:
    found = _STATEMENT.match(inside)
    return found[1] if found else ""


def _unbalanced(tag: str, name: str, opened: list[tuple[int, str]], text: str) -> tuple[str, str] | None:
    """What is wrong with a statement among those that are open where it stands; one that ends is taken from them."""
    ends = name.removeprefix("end") if name.startswith("end") else ""
    if name in _INSIDE and (not opened or opened[-1][1] not in _INSIDE[name]):
        within = " or ".join(f'"{each}"' for each in _INSIDE[name])
        return f'this "{name}" stands outside of {within}', f"delete it, or write {_FORMS['if']} before it"
    if ends and opened and opened[-1][1] == ends:
        opened.pop()
    elif ends in _ENDED and opened:
        index, other = opened[-1]
        line = text.count("\n", 0, index) + 1
        message = f'"{name}" stands where the "{other}" of line {line} is still open'
        return message, f"write {{% end{other} %}} before it"
    elif ends in _ENDED:
        return f'"{name}" ends nothing', f"delete it, or write {_FORMS.get(ends, ends)} before it"
    elif name not in _STATEMENTS:
        return f'"{name}" is no statement of a template', nearest_or_all(name, _STATEMENTS)
    if name in _FORMS and not tag.partition(name)[2].strip(" \n\t-+%}"):
        return f'this "{name}" says nothing', f"write it like {_FORMS[name]}"
    return None


def _unread_tag(name: str, inside: str) -> tuple[str, str]:
    """What is said of a tag in which everything is closed, and that is no expression all the same."""
    for pattern, written, right in _OPERATORS:
        if pattern.search(inside):
            return f'"{written}" is no operator of a template', f"write {right}"
    if name in ("if", "elif") and re.search(r"(?<![=!<>])=(?!=)", inside):
        return '"=" compares nothing', "write =="
    message = f'this "{name}" lacks a word, or has one too many' if name else "this is nothing that can be printed"
    return message, f"write it like {_FORMS.get(name, f'{{% {name} %}}')}"

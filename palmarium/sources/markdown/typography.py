"""Typography of plain text in the language of the site."""

import re
from collections.abc import Callable
from types import MappingProxyType

_NARROW = "\u202f"
_WIDE = "\u00a0"

_BEFORE_HIGH = re.compile(r"(?<=\S)[ \u00a0]([;!?])(?=\W|$)")
_BEFORE_COLON = re.compile(r"(?<=\S)[ \u202f]([:»])")
_AFTER_OPENING = re.compile(r"«[ \u202f]?(?=\S)")
_BEFORE_CLOSING = re.compile(r"(?<=[^\s«])»")
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=[%€$£]|(?:h|km|ans|euros)\b)")
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_SUSPECT = re.compile(r"[;!?:»«%€$£']|\d ")


def _french(text: str) -> str:
    text = _BEFORE_HIGH.sub(_NARROW + r"\1", text)
    text = _BEFORE_COLON.sub(_WIDE + r"\1", text)
    text = _AFTER_OPENING.sub("«" + _WIDE, text)
    text = _BEFORE_CLOSING.sub(_WIDE + "»", text)
    text = _BEFORE_UNIT.sub(_WIDE, text)
    return _IN_NUMBER.sub(_NARROW, text)


def _english(text: str) -> str:
    return text


_RULES: MappingProxyType[str, Callable[[str], str]] = MappingProxyType({"fr": _french})


def typeset(text: str, language: str) -> str:
    """The same text with its spaces and apostrophes right; doing it twice changes nothing."""
    if not _SUSPECT.search(text):
        return text
    return _RULES.get(language, _english)(_APOSTROPHE.sub("’", text))


_TAGS = re.compile(r'(<(?:[^"<>]|"[^"]*")*>)')
_CODE = re.compile(r"<(/?)(?:code|pre)\b")


def typeset_html(html: str, language: str) -> str:
    """Typeset the text between tags, but not in code."""
    parts = _TAGS.split(html)
    depth = 0
    for place, part in enumerate(parts):
        code = _CODE.match(part)
        if code:
            depth += -1 if code[1] else 1
        elif not depth and not part.startswith("<"):
            parts[place] = _entities(part, language)
    return "".join(parts)


_ENTITY = re.compile(r"&#?\w+;")


def _entities(text: str, language: str) -> str:
    """The semicolon of an entity is no punctuation."""
    if "&" not in text:
        return typeset(text, language)
    entities = _ENTITY.findall(text)
    plain = typeset(_ENTITY.sub("\ue002", text), language)
    return re.sub("\ue002", lambda _: entities.pop(0), plain)

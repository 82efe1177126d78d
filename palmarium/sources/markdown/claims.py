"""Claims inside a text: `[26 laureates]{laureates palmes/2011}`."""

import re

from ...model import Claim, Ref
from ...problems import Problem, Span, did_you_mean
from ..numerals import numbers, ordinals

_PLACES = ("ordinal", "editions", "rank")
_WORD = re.compile(r"([^\W\d_]\w*)=(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)'|(\S+))|(\S+)")
_MARKUP = re.compile(r"\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\]|[*_`]+")
_KEYS = ("is", "of", "category", "edition", "award", "scope", "source", "note")
_HINT = "write [26 laureates]{laureates palmes/2011}"


def claim(says: str, how: str, span: Span, at: Span) -> tuple[Claim | None, tuple[Problem, ...]]:
    """The claim that words and braces make; `at` is where what stands inside the braces begins."""
    said = " ".join(_MARKUP.sub(lambda found: found[1] or "", says).split())
    count, keys, disputed, problems = _read(how, at)
    if not count:
        return None, (Problem("broken-claim", span, "this claim does not say what is counted", _HINT),)
    value, unclear = _value(said, count, keys.pop("is", None), span)
    scope, note = (ref.text if (ref := keys.pop(key, None)) else "" for key in ("scope", "note"))
    if value is None or problems:
        return None, (*problems, *unclear)
    return Claim(said, count, value, span, scope=scope, note=note, disputed=disputed, **keys), ()


def _read(how: str, at: Span) -> tuple[str, dict[str, Ref], bool, tuple[Problem, ...]]:
    """What is counted, the keys with their values, whether it is disputed, and what is wrong."""
    count, disputed = "", False
    keys: dict[str, Ref] = {}
    problems = []
    for found in _WORD.finditer(how):
        bare, place = found[6], Span(at.path, at.line, at.column + found.start())
        if not bare:
            value = next(group for group in range(2, 6) if found[group] is not None)
            if found[1] in _KEYS and found[value]:
                keys[found[1]] = Ref(found[value], Span(at.path, at.line, at.column + found.start(value)))
            else:
                problems.append(_unknown(found[1], place))
        elif not count:
            count = bare
        elif bare == "disputed":
            disputed = True
        elif (key := "edition" if "/" in bare else "award") not in keys:
            keys[key] = Ref(bare, place)
        else:
            problems.append(_unknown(bare, place))
    return count, keys, disputed, tuple(problems)


def _unknown(word: str, place: Span) -> Problem:
    known = (*_KEYS, "disputed")
    hint = did_you_mean(word, known) or f"after what is counted comes an edition, or {', '.join(known[:-1])}, disputed"
    return Problem("broken-claim", place, f'"{word}" means nothing in a claim', hint)


def _value(said: str, count: str, given: Ref | None, span: Span) -> tuple[int | None, tuple[Problem, ...]]:
    """The number given, or else the only one that the words hold."""
    if given:
        if given.text.isdecimal():
            return int(given.text), ()
        return None, (Problem("broken-claim", given.span, f'"{given.text}" is no whole number', "write is=26"),)
    found = (count in _PLACES and ordinals(said)) or numbers(said)
    if len(found) == 1:
        return found[0], ()
    several = f"{len(found)} numbers: {', '.join(map(str, found))}"
    message = f'"{said}" states {several if found else "no number that can be read"}'
    hint = f"say which: is={found[0] if found else 26}, inside the braces"
    return None, (Problem("broken-claim", span, message, hint),)

"""Claims inside a text: `[26 laureates]{laureates palmes/2011}`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...model import Claim, Ref
from ...problems import Problem, Span, did_you_mean
from ..numerals import IN_A_SERIES, numbers, ordinals
from ..schema.meant import number
from ..schema.meant import scope as meant_scope

_WORD = re.compile(r"([^\W\d_]\w*)=(?:\"([^\"]*)\"|“([^”]*)”|'([^']*)'|(\S+))|(\S+)")
_KEYS = ("is", "of", "category", "edition", "award", "until", "scope", "source", "note")
_SPACED = re.compile(rf"\b({'|'.join(_KEYS)})(?:\s*=\s*|:\s*)(\S?)")
_MARKUP = re.compile(r"\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\]|[*_`]+")


def claim(says: str, how: str, span: Span, at: Span) -> tuple[Claim | None, tuple[Problem, ...]]:
    """The claim that words and braces make; `at` is where what stands inside the braces begins."""
    said = " ".join(_MARKUP.sub(lambda found: found[1] or "", says).split())
    count, keys, disputed, problems = _read(how, at)
    if mended := _mended(how, at):
        message = f'"{{{how.strip()}}}" can\'t be read as it is meant'
        return None, (Problem("broken-claim", at, message, f"write {{{mended}}}"),)
    if not count:
        hint = f"write [{says}]{{laureates}}, or what else is counted: titles, editions, ordinal…"
        return None, (Problem("broken-claim", span, "this claim does not say what is counted", hint),)
    value, unclear = _value(said, count, keys.pop("is", None), span)
    scope, note = (ref.text if (ref := keys.pop(key, None)) else "" for key in ("scope", "note"))
    if (right := meant_scope(scope)) != scope:
        problems = (*problems, Problem("broken-claim", at, f'"{scope}" is no scope', f"write scope={right}"))
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


def _mended(how: str, at: Span) -> str:
    """What braces hold, as it was probably meant: `of=Ann Crust` in quotes, `is = 2`, `is:2`, commas.

    Empty where that would be the same claim, or no valid one.
    """
    text = re.sub(r"[«“]([^«»“”\"]*)[»”]", lambda quoted: f'"{quoted[1].strip()}"', how)
    if text.count('"') % 2:
        text = f'{text.rstrip()}"'
    text = _outside_quotes(_SPACED, r"\1=\2", text)
    text = _outside_quotes(re.compile(r"=\[([^\]\s]*)\]"), r"=\1", text)
    text = _outside_quotes(re.compile(r",(?=\s|$)"), "", text)
    text = _outside_quotes(re.compile(r"\bdisputed=(?:true|yes|oui)\b"), "disputed", text)
    text = _outside_quotes(re.compile(r"^\s*count=([a-z-]+)"), r"\1", text)
    text = _outside_quotes(re.compile(rf"^\s*(?!(?:{'|'.join(_KEYS)})=)([a-z-]+)=(\d+)"), r"\1 is=\2", text)
    text = _outside_quotes(
        re.compile(r"(?<=\s)(?<!=)([^\W\d][\w-]*) (\d{4})(?!\S)"), lambda found: f"{found[1].lower()}/{found[2]}", text
    )
    meant = " ".join(_quoted_names(text))
    count, keys, disputed, wrong = _read(meant, at)
    before = _read(how, at)
    is_same = (count, disputed, _texts(keys)) == (before[0], before[2], _texts(before[1]))
    return "" if wrong or not count or (is_same and not before[3]) else meant


def _texts(keys: Mapping[str, Ref]) -> Mapping[str, str]:
    return {key: ref.text for key, ref in keys.items()}


def _outside_quotes(sign: re.Pattern[str], by: str | Callable[[re.Match[str]], str], text: str) -> str:
    parts = text.split('"')
    return '"'.join(sign.sub(by, part) if at % 2 == 0 else part for at, part in enumerate(parts))


def _quoted_names(text: str) -> Iterator[str]:
    """The words of a claim, those of a name or a note that go on behind a space as one."""
    open_key, open_words = "", [""]
    for found in _WORD.finditer(text):
        bare = found[6]
        if open_key and bare and bare != "disputed" and "/" not in bare:
            open_words.append(bare)
            continue
        if open_key:
            yield _stated(open_key, open_words)
        open_key = ""
        if found[5] and (found[1] == "note" or found[5][:1].isupper()):
            open_key, open_words = found[1], [found[5]]
        else:
            yield found[0]
    if open_key:
        yield _stated(open_key, open_words)


def _stated(key: str, words: Sequence[str]) -> str:
    return f'{key}="{" ".join(words)}"' if len(words) > 1 else f"{key}={words[0]}"


def _unknown(word: str, place: Span) -> Problem:
    known = (*_KEYS, "disputed")
    hint = did_you_mean(word, known) or f"after what is counted comes an edition, or {', '.join(known[:-1])}, disputed"
    return Problem("broken-claim", place, f'"{word}" means nothing in a claim', hint)


def _value(said: str, count: str, given: Ref | None, span: Span) -> tuple[int | None, tuple[Problem, ...]]:
    """The number given, or else the only one that the words hold."""
    if given:
        if given.text.isdecimal():
            return int(given.text), ()
        hint = f"write is={number(given.text) or 26}"
        return None, (Problem("broken-claim", given.span, f'"{given.text}" is no whole number', hint),)
    found = (count in IN_A_SERIES and ordinals(said)) or numbers(said)
    if len(found) == 1:
        return found[0], ()
    several = f"{len(found)} numbers: {', '.join(map(str, found))}"
    message = f'"{said}" states {several if found else "no number that can be read"}'
    hint = f"say which: is={found[0] if found else 26}, inside the braces"
    return None, (Problem("broken-claim", span, message, hint),)

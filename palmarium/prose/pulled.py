"""Hold the words of a pull quote against the text they are pulled from.

Owns: what counts as the same words, and which words come nearest.   Never: shows a quotation.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..model import Block
from ..problems import Problem

CUT = "[…]"
"""What an editor writes where words are left out."""

_SHOWN = 20
_LONGEST = 400
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
_ENDS = " .,;:!?…«»\"'()–—"


def problems(blocks: Iterable[Block], said: str) -> Iterator[Problem]:
    """What is wrong with each `{{ quote … }}`: the words of the text, `said`, are others, or it holds none."""
    printed = " ".join(said.split())
    key = _key(printed)
    missed = 0
    for block in blocks:
        words = " ".join(block.arguments)
        parts = [part for part in map(_key, words.split(CUT)) if part]
        lost = next(_lost(parts, key), "")
        if not words:
            yield Problem("pull-quote", block.span, "quote repeats words of the text, and holds none", _write("…"))
        elif lost:
            # Looking for the nearest takes its time, and only the first of many are shown.
            missed += 1
            near = _nearest(lost, printed) if missed < _SHOWN and len(lost) < _LONGEST else ""
            hint = f"the text says: {_write(near)}" if near else "quote words that stand in the text"
            yield Problem("pull-quote", block.span, f'"{words}" does not stand in this text', hint)


def _lost(parts: Iterable[str], key: str) -> Iterator[str]:
    """The parts that do not stand in a text behind the ones before them."""
    at = 0
    for part in parts:
        found = key.find(part, at)
        if found < 0:
            yield part
        at = max(at, found + len(part))


def _write(words: str) -> str:
    return f"{{{{ quote {words} }}}}"


def _key(text: str) -> str:
    """What of a text has to be the same: neither the shape of a quotation mark, nor capitals, nor the last stop."""
    plain = re.sub(r"\s+([!?;:»])|(«)\s+", r"\1\2", " ".join(text.translate(_SAME).split()))
    return plain.casefold().strip(_ENDS)


def _nearest(part: str, printed: str) -> str:
    """As many words of the text as are most like these; nothing where none are."""
    words, size = printed.split(), len(part.split())
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(part)
    best, score = "", 0.6
    for start in range(max(1, len(words) - size + 1)):
        window = " ".join(words[start : start + size])
        matcher.set_seq1(_key(window))
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
            best, score = window, matcher.ratio()
    return best.strip(" .,;:…")

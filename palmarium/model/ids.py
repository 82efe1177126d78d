"""Ids made from names: of records, of headings, of tags."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import dropwhile

from slugify import slugify

_LONGEST = 80
_MOST_KNOWN = 20_000
"""Pages ask for the same ids again and again: an id takes longer to make than to find."""


@lru_cache(maxsize=_MOST_KNOWN)
def slug(text: str) -> str:
    """An id for a name: ASCII where its letters are Latin, Unicode otherwise, never empty.

    `屠呦呦` stays itself: a transliteration would make namesakes of different names.
    """
    folded = unicodedata.normalize("NFKC", re.sub("[’‘ʼ]", "'", text)).replace("&", " ")
    latin = all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in folded)
    made = slugify(folded, max_length=_LONGEST, word_boundary=True) if latin else _unicode_slug(folded)
    return made or f"n-{hashlib.blake2b(text.encode(), digest_size=4).hexdigest()}"


def distinct(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids in their order, each once: a second `a` is `a-2`."""
    taken: Counter[str] = Counter()
    found = []
    for id in ids:
        taken[id] += 1
        found.append(id if taken[id] == 1 else f"{id}-{taken[id]}")
    return tuple(found)


def _unicode_slug(text: str) -> str:
    """Letters, digits and the marks that belong to them, without which other scripts lose their vowels."""
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else "-" for c in text.lower())
    # A mark that follows no letter would make an id that no file may have.
    parts = ("".join(dropwhile(_is_mark, part)) for part in unicodedata.normalize("NFC", kept).split("-"))
    # A folder's name holds 255 bytes: a letter may take four of them.
    short = "-".join(part for part in parts if part)[: _LONGEST // 2].strip("-")
    return short if any(map(str.isalnum, short)) else ""


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")

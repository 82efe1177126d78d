"""What stands in the place of a name and is more than one: a prize or a place before it, a sentence about it."""

import re
from itertools import pairwise

from ..sources.schema.words import letters

_PARTED = re.compile(r"([^:–—]{1,80}?) ?(?:: |[–—] | - )([^:–—]+)$")
"""What stands before a colon or a dash, and what behind it."""

_PRIZE = re.compile(
    r"(?:grand )?(?:prix|prize|best|meilleur|award|winner|runner|gagnant|laur[ée]at|vainqueur"
    r"|finalist|nom(?:m|in)[ée]e?|mention|gold|silver|bronze|m[ée]daille|\d{1,3}(?:er|re|e|st|nd|rd|th)?\b)",
    re.I,
)
_SENTENCE = 5
"""So many words, most of them in small letters, are hardly a name."""

_ARTICLE = re.compile(r"(?:the|an?|le|la|les|un|une)\s|l['’]", re.I)
_IS, _WINS, _PARTICLES = (
    frozenset(words.split())
    for words in (
        "is was are est sont ist war",
        "won wins came finished received receives remporte reçoit gagne obtient décroche gewinnt erhält gana vince",
        "van von der den de la le les du des di da do dos und zu of the and et y",
    )
)
"""Verbs that say who won: `Ann won the prize`; `is` says so only behind a prize or a place. Words within names."""

GROUPS = frozenset(
    word
    for words in (
        "sons son daughters daughter brothers sisters bros co cie company friends partners partner associates",
        "family band orchestra ensemble team crew fils filles freres soehne sohne tochter gebruder zonen",
        "hijos figli group trio quartet others",
    )
    for word in words.split()
)
"""Words, in small letters without accents, that belong to the name of one firm or band, as in `Ann Crumb & Sons`."""

_TITLES = frozenset(
    word
    for words in (
        "mr mrs ms miss messrs mister madam mme mmes mlle m mm monsieur madame herr frau hr fr dr prof sir",
        "lady lord dame rev revd reverend father sister capt captain sr sra signor signora señor señora senor",
        "senora don dona",
    )
    for word in words.split()
)


_LOST = re.compile(
    r"(?<!\w)(?:disq(?:ualified|ualifi[ée]e?)?|dsq|dq|dn[fs]|withdrawn|scratched|retired|revoked|stripped|forfait)[.)\]]*$",
    re.I,
)
"""What is written behind the name of somebody who has lost the prize again, or did not come in."""

_QUOTED = re.compile(r"[“„«\"] ?[^“”„«»\"]+ ?[”“»\"]")


def is_quoted(text: str) -> bool:
    """Whether a text stands in quotes as a whole, as one title does."""
    return _QUOTED.fullmatch(text.strip()) is not None


def untitled(text: str) -> str:
    """A name of two words or more without the title before it, as `Miss` in `Miss Ann Rye`; or nothing."""
    first, _, rest = text.partition(" ")
    return rest if letters(first) in _TITLES and " " in rest else ""


def is_one_name(text: str, separator: str) -> bool:
    """Whether what a sign joins is one name: a firm, as `Crumb & Sons`, or a couple, as `Mr & Mrs Rye`."""
    parts = [[letters(word) for word in part.split()] for part in text.split(separator)]
    return any(
        bool(behind and behind[0] in GROUPS) or (bool(before) and _TITLES.issuperset(before))
        for before, behind in pairwise(parts)
    )


def hint_for_several(text: str, sign: str, split: str) -> str:
    """What to write for several names that a sign parts: how to split them, where none of them lost the prize."""
    lost = next((part.strip() for part in text.split(sign) if _LOST.search(part)), "") if sign else ""
    return f'give each a row, and say in a column of its own what became of "{lost}"' if lost else split


def parted_by_sign(text: str) -> tuple[str, str] | None:
    """What stands before a colon or a dash, and what behind it; nothing where there is none, or several."""
    found = _PARTED.match(text)
    return (found[1], found[2]) if found else None


def is_prize(text: str) -> bool:
    """Whether a text begins as a prize, a place or a distinction is called."""
    return _PRIZE.match(text) is not None


def says_who_won(text: str) -> bool:
    """Whether a text says that somebody has won, by its verb: `Ann won the prize`."""
    small = _small(text)
    of_prize = is_prize(_ARTICLE.sub("", text, count=1))
    return not _WINS.isdisjoint(small) or (of_prize and not _IS.isdisjoint(small))


def is_sentence(text: str) -> bool:
    """Whether a text has many words, most of them in small letters, as hardly a name has."""
    words = text.split()
    return len(words) >= _SENTENCE and len(_small(text)) * 2 > len(words)


def _small(text: str) -> list[str]:
    return [word for word in text.split() if word[0].islower() and word not in _PARTICLES]

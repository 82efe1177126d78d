"""Put names under their letters, for an index.

Owns: Letter, the alphabet of an index, the anchor of a letter.   Never: counts, or knows a template.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..archive import Archive
from ..statistics.ranking import alphabetical, folded

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0–9"
OTHER = "…"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an index and its place on the page; no anchor where nothing stands under it."""

    text: str
    anchor: str = ""


def by_letter(archive: Archive, names: Iterable[str]) -> tuple[tuple[Letter, tuple[str, ...]], ...]:
    """Names (ids) in alphabetical order, under the letter each is sorted by; other scripts come last."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(names, key=lambda id: alphabetical(archive, id)):
        found[_letter(archive, id)].append(id)
    order = (DIGITS, *ALPHABET, OTHER)
    return tuple((Letter(text, _anchor(text)), tuple(found[text])) for text in order if text in found)


def alphabet(used: Iterable[Letter]) -> tuple[Letter, ...]:
    """Every letter, with an anchor where there are names; digits and others only where there are any."""
    anchors = {letter.text: letter.anchor for letter in used}
    every = (text for text in (DIGITS, *ALPHABET, OTHER) if text in ALPHABET or text in anchors)
    return tuple(Letter(text, anchors.get(text, "")) for text in every)


def _letter(archive: Archive, id: str) -> str:
    name = archive.names[id]
    first = next((c for c in folded(name.sort or name.name) if c.isalnum()), "")
    if first.isdigit():
        return DIGITS
    return first.upper() if first.upper() in ALPHABET else OTHER


def _anchor(text: str) -> str:
    return {DIGITS: "digits", OTHER: "other"}.get(text, text)

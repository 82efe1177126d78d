"""What a text that stands in the place of a name says, and what to write in a mapping for it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ..sources.schema.words import is_various, nobody
from .mapping import literal

SECTIONS = MappingProxyType(
    {
        "not-awarded": "[[not_awarded]]",
        "cancelled": "[[not_awarded]]",
        **dict.fromkeys(("unknown", "open", "lost", "various"), "[[unknown]]"),
        "absent": "[[skip]]",
    }
)
"""The section of a mapping that names rows of which a text says this."""


def said_by(text: str) -> str:
    """What a text means where it is no name, as `nobody` and `is_various` have it; nothing where it may be one."""
    return nobody(text) or ("various" if is_various(text) else "")


def by_section(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Those of some texts that are no names, by the section of a mapping that is to name them."""
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        if section := SECTIONS.get(said_by(text)):
            found.setdefault(section, {})[text] = None
    return MappingProxyType({section: tuple(those) for section, those in found.items()})


def to_write(said: str, column: str, texts: Sequence[str]) -> str:
    """The line of a mapping for texts of a column that say something in the place of a name, or what to do instead."""
    if said not in SECTIONS:
        return "write the name in the table: nothing is taken from another row"
    off = [text for text in texts if said_by(text) == "cancelled"]
    of_edition = f'; where a whole edition: [edition] status = {{text = "cancelled", {_when(column, off)}}}'
    return f"{SECTIONS[said]} {_when(column, texts)}{of_edition if said == 'cancelled' else ''}"


def _when(column: str, texts: Iterable[str]) -> str:
    return f"when = {{column = {literal(column)}, is = [{', '.join(map(literal, texts))}]}}"


def to_write_for_part(said: str, column: str, text: str) -> str:
    """The same for a part of a cell: of several names, or of a text from which a pattern takes it."""
    if said not in SECTIONS:
        return to_write(said, column, ())
    pattern = re.escape(text).replace("\\ ", " ")
    return f"{SECTIONS[said]} when = {{column = {literal(column)}, matches = {literal(pattern)}}}"

"""Sentences of the catalogue with their values, as pages, exports and templates hand them on."""

from dataclasses import dataclass
from enum import StrEnum

from ..model import Date


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal number; `gender` is that of the French noun beside it."""

    value: int
    gender: str = "m"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a vocabulary by its id in the catalogue: `outcome-unknown`, where one value has words of its own."""

    id: str


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the catalogue with its values; `count` chooses the plural form.

    `id` is the English sentence with `%(name)s` slots; `plural` its plural, where there is one, and
    `%(num)s` stands for `count` in both. A number is printed as the language does (so a year is a text),
    a Date in words, a word of a closed vocabulary by its translation, a Message as its own sentence.
    """

    id: str
    values: tuple[tuple[str, "Value"], ...] = ()
    plural: str = ""
    count: int | None = None


Value = str | int | Date | Ordinal | Word | StrEnum | Message
"""What may fill a slot of a sentence."""

Text = str | Message
"""What a template prints with `say`: data as it stands, or a sentence of the catalogue."""

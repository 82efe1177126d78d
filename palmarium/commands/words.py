"""Sentences of the desk and the preview: in the language of the site if there is a catalogue, else in English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ..problems import Level
from ..sources import disk
from ..theming.i18n import SOURCE, Catalogue, parse

_CATALOGUES = Path(__file__).parent / "edit/locale"
_ENGLISH = Catalogue(SOURCE, MappingProxyType({}), "n != 1")
_LABELS = MappingProxyType({"org": "organisation", "for": "for (work)", "not_awarded": "not awarded, because"})
_COUNTED = MappingProxyType(
    {Level.ERROR: ("%(num)s error", "%(num)s errors"), Level.WARNING: ("%(num)s warning", "%(num)s warnings")}
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One language of the desk and of the preview."""

    catalogue: Catalogue

    @property
    def language(self) -> str:
        return self.catalogue.language

    def say(self, sentence: str, **values: object) -> str:
        """A sentence of the program, with its values."""
        said = self.catalogue.gettext(sentence)
        return said % values if values else said

    def label(self, key: str) -> str:
        """The label of a field: the key of the file in English, a word in other languages."""
        said = self.catalogue.pgettext("field", key)
        return said if said != key else _LABELS.get(key, key.replace(".", ": ").replace("_", " "))

    def unable(self, why: str, key: str, row: str) -> str:
        """What could not be done: `lumiere, 1, rank: this can't be changed here…`."""
        where = ", ".join(filter(None, (row, self.label(key) if key else "")))
        return self.say("%(where)s: %(why)s", where=where, why=self.say(why))

    def word(self, word: str) -> str:
        """The translation of a word of the data, such as `winner`."""
        return self.catalogue.pgettext("word", word)

    def about(self, code: str) -> str:
        """What a problem of this code is about, before its sentence, which is in English; nothing where that is all."""
        said = self.catalogue.pgettext("problem", code)
        return "" if said == code else said

    def counted(self, levels: Iterable[str]) -> str:
        """`2 errors, 1 warning`; nothing where nothing is wrong."""
        told = tuple(levels)
        counts = ((one, many, told.count(level)) for level, (one, many) in _COUNTED.items())
        return ", ".join(self.catalogue.ngettext(one, many, num) % {"num": num} for one, many, num in counts if num)

    def problems(self, num: int) -> str:
        """`3 problems`; nothing where there is none."""
        said = self.catalogue.ngettext("%(num)s problem", "%(num)s problems", num)
        return said % {"num": num} if num else ""


@cache
def speech(language: str) -> Speech:
    """The speech of a site in this language."""
    name = f"{language.partition('-')[0]}.po"
    data = disk.fetch(_CATALOGUES, name) if name.isascii() and name[:-3].isalpha() else None
    catalogue, _ = parse(name, data, name[:-3]) if data else (None, ())
    return Speech(catalogue or _ENGLISH)


def values(speech: Speech) -> Mapping[str, object]:
    """The functions by which a template says sentences."""
    return {
        "_": speech.say,
        "label": speech.label,
        "word": speech.word,
        "about": speech.about,
        "language": speech.language,
    }

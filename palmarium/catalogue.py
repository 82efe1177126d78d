"""Speak the site's language: sentences from gettext catalogues, dates and numbers.

Owns: the babel library; Catalogue, plural forms, the shape of a date.
Never: decides what is said.
"""

import datetime
import io
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from types import MappingProxyType

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from .model import Date
from .problems import Problem, Span

Key = tuple[str, str]
_PER_CENT = re.compile(r"%(?!\(\w+\)s)")
_LINE = re.compile(r'\s*(?:#.*|(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*")?\s*')


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sentences of one language: by context and English sentence, a form for each plural."""

    language: str
    forms: Mapping[Key, tuple[str, ...]]
    plural: str

    def gettext(self, message: str) -> str:
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        return (self.forms.get((context, message)) or (message,))[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.npgettext("", one, many, count)

    def npgettext(self, context: str, one: str, many: str, count: int) -> str:
        forms = self.forms.get((context, one))
        if not forms:
            return one if count == 1 else many
        return forms[min(_plural(self.plural)(count), len(forms) - 1)]


def parse(path: str, data: bytes, language: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """One `.po` file; sentences left empty or marked fuzzy are as good as missing."""
    data = data.removeprefix(BOM_UTF8)
    # Babel reads over a line that it can't make sense of.
    lines = data.decode("utf-8", "replace").splitlines()
    odd = next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line)), 0)
    if odd:
        return None, (Problem("catalogue", Span(path, odd), "this line is none of a catalogue", "close the quotes"),)
    try:
        Locale.parse(language)
        read = read_po(io.BytesIO(data), locale=language, abort_invalid=True)
        _plural(read.plural_expr)
    except (PoFileError, UnknownLocaleError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 0) or 1
        return None, (Problem("catalogue", Span(path, line), f"this is not a catalogue: {error}"),)
    forms = {}
    problems = []
    for message in read:
        if message.id and not message.fuzzy:
            ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if all(said):
                forms[message.context or "", ids[0]] = said
            for slot in sorted(_slots(said) - _slots(ids) - {"num"}):
                text = f'the translation of "{ids[0]}" holds %({slot})s, which the sentence has not'
                problems.append(Problem("catalogue", Span(path, message.lineno or 1), text))
    return Catalogue(language, MappingProxyType(forms), read.plural_expr), tuple(problems)


def _slots(texts: Iterable[str]) -> set[str]:
    return {slot for text in texts for slot in re.findall(r"%\((\w+)\)", text)}


def merged(catalogues: Iterable[Catalogue]) -> Catalogue:
    """Catalogues of one language, the most particular first."""
    ordered = tuple(catalogues)
    forms: dict[Key, tuple[str, ...]] = {}
    for catalogue in reversed(ordered):
        forms |= catalogue.forms
    return Catalogue(ordered[0].language, MappingProxyType(forms), ordered[0].plural)


def fillable(sentence: str) -> str:
    """A sentence for `%`: a per cent sign in it is one, unless it begins a slot such as `%(name)s`."""
    return _PER_CENT.sub("%%", sentence)


def date(value: Date, language: str) -> str:
    """A date in words, as precise as it is known: `3 octobre 2011`, `octobre 2010`, `2010`."""
    if not value.month:
        return str(value.year)
    day = datetime.date(value.year, value.month, value.day or 1)
    if not value.day:
        return format_date(day, "LLLL y", locale=language)
    said = format_date(day, "d MMMM y" if language != "en" else "MMMM d, y", locale=language)
    return "1er" + said[1:] if language == "fr" and value.day == 1 else said


def weekday(value: Date, language: str) -> str:
    """The day of the week of a date that is known to the day."""
    return format_date(datetime.date(value.year, value.month, value.day), "EEEE", locale=language)


def number(value: int, language: str) -> str:
    return format_decimal(value, locale=language)


def ordinal(value: int, language: str, gender: str) -> tuple[str, str]:
    """Figure and what is raised beside it: `4`, `e`; the first may differ by gender (`m`, `f`)."""
    if language == "fr":
        return str(value), ("re" if gender == "f" else "er") if value == 1 else "e"
    if language == "en":
        teen = value % 100 in (11, 12, 13)
        return str(value), "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}.", ""


@lru_cache(maxsize=8)
def _plural(expression: str) -> Callable[[int], int]:
    return c2py(expression)

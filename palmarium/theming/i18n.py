"""The site's language: sentences from gettext catalogues, dates and numbers; the values of a view said in it."""

import datetime
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from gettext import c2py
from types import MappingProxyType
from unicodedata import category, combining, normalize

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_currency, format_decimal

from ..model import Date
from ..pages.messages import Message, Ordinal, Text, Value, Word
from ..problems import Level, Problem, Span, did_you_mean
from ..sources import plaintext
from ..statistics.count import REASONS, Reason

# The site's language: sentences from gettext catalogues with their plural forms, dates and numbers.

Key = tuple[str, str]
OPEN_GRAPH = "en_GB"
"""The sentence that stands for the language and country of a catalogue, in the context `open graph`."""
SOURCE = "en"
"""The language in which programs and themes write their sentences: its catalogues hold only what differs."""

_PER_CENT = re.compile(r"%(?!\(\w+\)s)")
MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>?|&#?\w+;")
"""What would be a tag or an entity if a sentence were not printed as plain text."""

_THEIRS = (
    *(PoFileError, UnknownLocaleError, ValueError, LookupError, ArithmeticError, RecursionError),
    # What Babel makes of a header whose parameters are written in parts, such as `charset*=`.
    *(AttributeError, TypeError),
)
# What stands behind a number that is a place, with the letter of a masculine word and of a feminine one.
_RAISED = MappingProxyType({"es": (".", "ºª"), "it": ("", "ºª"), "pt": (".", "ºª")})
_UNREVIEWED = '"X-Reviewed: no\\n"'
_LONGEST_WORD = 60
_TRIED = 200
_LINE = re.compile(r'(?:#.*|(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*")?')
_SLOT = re.compile(r"%\((\w+)\)(s?)")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sentences of one language: by context and English sentence, a form for each plural.

    It is `reviewed` unless its header says `X-Reviewed: no`: then no native speaker has read it yet. Dates and numbers
    are those of a `region` (`GB`), where one is given.
    """

    language: str
    forms: Mapping[Key, tuple[str, ...]]
    plural: str
    reviewed: bool = True
    region: str = ""
    places: Mapping[Key, Span] = field(default_factory=lambda: MappingProxyType({}), compare=False, repr=False)

    @property
    def locale(self) -> str:
        """What dates and numbers follow: `en`, `en_GB`."""
        return f"{self.language}_{self.region}" if self.region else self.language

    def knows(self, context: str, message: str) -> bool:
        """Whether a sentence can be said: one without a context is English as it is written."""
        return (context, message) in self.forms or (not context and self.language == SOURCE)

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
        try:
            form = _plural(self.plural)(count)
        except ArithmeticError:
            # A rule may divide by what is nought for one number in a million.
            form = 0
        return forms[max(0, min(form, len(forms) - 1))]


def parse(path: str, data: bytes, language: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """One `.po` file; sentences left empty or marked fuzzy are as good as missing."""
    text, undecoded = plaintext.decode(path, data)
    if undecoded:
        return None, undecoded
    # Babel reads over a line that it can't make sense of.
    lines = text.splitlines()
    odd = next((number for number, line in enumerate(lines, 1) if not _LINE.fullmatch(line.strip())), 0)
    if odd:
        return None, (Problem("catalogue", Span(path, odd), "this line is none of a catalogue", "close the quotes"),)
    rule = next((number for number, line in enumerate(lines, 1) if "Plural-Forms" in line), 1)
    try:
        _check_forms("".join(lines))
        Locale.parse(language)
        # Of a text Babel decodes nothing: a file is UTF-8, whatever encoding its header asks for.
        read = read_po(io.StringIO(text), locale=language, abort_invalid=True)
    except _THEIRS as error:
        line = getattr(error, "lineno", 0) or 1
        hint = "write it as Poedit does: UTF-8, a msgid and its msgstr on lines of their own"
        return None, (Problem("catalogue", Span(path, line), f"this is not a catalogue: {error}", hint),)
    try:
        form = _plural(read.plural_expr)
        for count in range(_TRIED):
            form(count)
    except (ValueError, ArithmeticError, RecursionError):
        hint = 'write "Plural-Forms: nplurals=2; plural=(n > 1);\\n", or what your language needs'
        return None, (Problem("catalogue", Span(path, rule), "this chooses no plural form", hint),)
    forms: dict[Key, tuple[str, ...]] = {}
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    places: dict[Key, Span] = {}
    problems += _twice(path, lines)
    for message in read:
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.fuzzy and ids[0] and any(said):
            told = f'the translation of "{ids[0]}" is marked as fuzzy, and is not read'
            span = Span(path, message.lineno or 1)
            problems.append(
                Problem("catalogue", span, told, "delete `fuzzy` where it is right", Level.WARNING, ids[:1])
            )
        if not ids[0] or message.fuzzy or not any(said):
            continue
        first, context = message.lineno or 1, message.context or ""
        span = Span(path, next((n for n in range(first, len(lines) + 1) if "msgstr" in lines[n - 1]), first))
        problems += _faults(ids, said, span)
        if context == "url":
            said = (normalize("NFC", said[0]),)
            problems += _address_word(said[0], taken.setdefault(said[0], ids[0]), ids[0], span)
        if all(said):
            forms[context, ids[0]] = said
            places[context, ids[0]] = Span(path, first)
    reviewed = _UNREVIEWED not in lines
    made = Catalogue(language, MappingProxyType(forms), read.plural_expr, reviewed, places=MappingProxyType(places))
    return made, tuple(problems)


def _twice(path: str, lines: Sequence[str]) -> Iterator[Problem]:
    """Sentences that stand twice in a catalogue: the second one would be read alone."""
    first: dict[tuple[str, ...], int] = {}
    entry: list[str] = []
    begun = 0
    for number, line in enumerate((*lines, ""), 1):
        if line.startswith(("msgctxt", "msgid ")) or (entry and line.startswith('"')):
            begun = begun if entry else number
            entry.append(line.strip())
        elif entry:
            if (before := first.setdefault(tuple(entry), begun)) != begun:
                said = " ".join(entry).removeprefix("msgid ")
                message = f"{said} is here twice; the first is in line {before}"
                yield Problem("catalogue", Span(path, begun), message, "delete one of the two", Level.WARNING, (said,))
            entry = []


def unsaid(catalogue: Catalogue, known: Collection[Key], texts: Collection[str]) -> Iterator[Problem]:
    """Sentences of a theme that neither the program nor one of its templates, `texts`, says."""
    sentences = [sentence for _, sentence in known]
    for (context, sentence), span in catalogue.places.items():
        if (context, sentence) in known or any(sentence in text for text in texts):
            continue
        hint = did_you_mean(sentence, sentences) or "write the msgid as it stands in themes/base/locale, or delete it"
        message = f'no page says "{sentence}"'
        yield Problem("catalogue", span, message, hint, Level.WARNING, (sentence,))


def _check_forms(text: str) -> None:
    """Babel makes room for as many plural forms as a catalogue asks for; no language has more than six."""
    asked = re.search(r"nplurals\s*=\s*(\d+)", re.sub(r'"\s*"', "", text))
    if asked and len(asked[1]) > 1:
        raise ValueError(f"no language has {asked[1][:20]} plural forms")


def _faults(ids: tuple[str, ...], said: tuple[str, ...], span: Span) -> Iterator[Problem]:
    """What a translation holds that its sentence has not, and lacks that it has."""
    known, used = _slots(ids), _slots(said)
    about = f'the translation of "{ids[0]}"'
    for slot in sorted(used - known - ({"num"} if len(ids) > 1 else set())):
        hint = did_you_mean(slot, known) or f"there are {', '.join(f'%({each})s' for each in sorted(known)) or 'none'}"
        yield Problem("catalogue", span, f"{about} holds %({slot})s, which the sentence has not", hint, subject=(slot,))
    for slot in sorted(known - used) if len(ids) == 1 else ():
        message, hint = f"{about} leaves out %({slot})s", f"write %({slot})s where it belongs"
        yield Problem("catalogue", span, message, hint, Level.WARNING, (slot,))
    for text in said:
        for slot in (found[0] for found in _SLOT.finditer(text) if not found[2]):
            message, hint = f"{about} holds {slot} without an s behind it", f"write {slot}s"
            yield Problem("catalogue", span, message, hint, subject=(slot,))
        if found := MARKUP.search(text):
            hint = "leave it out: sentences are printed as plain text"
            yield Problem("catalogue", span, f"{about} holds mark-up: {found[0]}", hint, subject=(found[0],))


def _slots(texts: Iterable[str]) -> set[str]:
    return {found[1] for text in texts for found in _SLOT.finditer(text)}


def _address_word(word: str, first: str, section: str, span: Span) -> Iterator[Problem]:
    """Words of addresses are names of folders too: letters and digits of any script, and hyphens between them."""
    kept = "".join(c if category(c)[0] in "LNM" else "-" for c in word)
    right = "-".join(part.lstrip("".join(filter(combining, part))) for part in kept.split("-") if part)
    if word != right or len(word.encode()) > _LONGEST_WORD:
        hint = f'write msgstr "{right[:20]}"' if right else "write letters, digits and hyphens"
        yield Problem("catalogue", span, f'"{word}" can\'t be a part of an address', hint, subject=(word,))
    if first != section:
        message = f'"{word}" is the word for "{first}" already, so two sections would be at one address'
        yield Problem("catalogue", span, message, "write another word", subject=(word,))


def merged(catalogues: Iterable[Catalogue], region: str = "") -> Catalogue:
    """Catalogues of one language, the most particular first."""
    ordered = tuple(catalogues)
    forms: dict[Key, tuple[str, ...]] = {}
    for catalogue in reversed(ordered):
        forms |= catalogue.forms
    reviewed = all(each.reviewed for each in ordered)
    return Catalogue(ordered[0].language, MappingProxyType(forms), ordered[0].plural, reviewed, region)


def fillable(sentence: str) -> str:
    """A sentence for `%`: a per cent sign in it is one, unless it begins a slot such as `%(name)s`."""
    return _PER_CENT.sub("%%", sentence)


@lru_cache(maxsize=4096)
def date(value: Date, locale: str) -> str:
    """A date in words, as precise as it is known: `3 octobre 2011`, `octobre 2010`, `2010`."""
    if not value.month:
        return str(value.year)
    day = datetime.date(value.year, value.month, value.day or 1)
    if not value.day:
        return str(format_skeleton("yMMMM", day, locale=locale))
    said = format_date(day, "long", locale=locale)
    return "1er" + said[1:] if locale[:2] == "fr" and said[:2] == "1 " else said


@lru_cache(maxsize=4096)
def weekday(value: Date, locale: str) -> str:
    """The day of the week of a date that is known to the day, as it stands before the date: `Monday,`, `lundi`."""
    day = datetime.date(value.year, value.month, value.day)
    before, _, after = format_date(day, "full", locale=locale).partition(format_date(day, "long", locale=locale))
    return str(format_date(day, "EEEE", locale=locale)) if after else before.strip()


@lru_cache(maxsize=4096, typed=True)
def number(value: int, locale: str) -> str:
    return format_decimal(value, locale=locale)


def money(amount: str, currency: str, locale: str) -> str:
    """An amount with its currency (ISO 4217), as the language writes both; what is no number stands as it is."""
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return f"{amount} {currency}"
    pattern = str(Locale.parse(locale).currency_formats["standard"].pattern)
    is_whole = value == value.to_integral_value()
    if is_whole:
        pattern = pattern.replace(".00", "")
    return format_currency(value, currency, pattern, locale=locale, currency_digits=not is_whole)


def ordinal(value: int, language: str, gender: str) -> tuple[str, str]:
    """Figure and what is raised beside it: `4`, `e`; the first may differ by gender (`m`, `f`)."""
    if language == "fr":
        return str(value), ("re" if gender == "f" else "er") if value == 1 else "e"
    if language == "en":
        teen = value % 100 in (11, 12, 13)
        return str(value), "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    if language in _RAISED:
        point, letters = _RAISED[language]
        return f"{value}{point}{letters[gender == 'f']}", ""
    return f"{value}{'' if language == 'ar' else '.'}", ""


def is_region(language: str, region: str) -> bool:
    """Whether there are dates and numbers of a language as a country (ISO 3166) writes them."""
    try:
        Locale(language, region)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def direction(language: str) -> str:
    """How a language is read: `ltr`, from the left to the right, or `rtl`."""
    try:
        return str(Locale.parse(language).text_direction)
    except UnknownLocaleError:
        return "ltr"


@lru_cache(maxsize=64)
def called(language: str) -> str:
    """What a language is called by those who speak it: `English`, `Français`; its code where nobody knows."""
    try:
        name = str(Locale.parse(language).display_name or language)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=8)
def _plural(expression: str) -> Callable[[int], int]:
    return c2py(expression)


# Say the values of a view in the site's language.


def say(speech: Catalogue, text: Text | Reason) -> str:
    """Data as it stands; a message, or a reason, as its sentence, with its values said too."""
    if isinstance(text, Reason):
        text = Message(REASONS[text.code], text.values)
    if not isinstance(text, Message):
        return text
    values = {name: _spoken(speech, value) for name, value in text.values}
    if text.plural:
        count = text.count or 0
        values = {"num": number(count, speech.locale), **values}
        return fillable(speech.ngettext(text.id, text.plural, count)) % values
    said = speech.gettext(text.id)
    return fillable(said) % values if values else said


def word(speech: Catalogue, value: object) -> str:
    """A value of a closed vocabulary, such as `winner` or `jury`; of `sector:bank` the first half is such a value."""
    kind, colon, name = str(value).partition(":")
    return speech.pgettext("word", kind) + (f" {name}" if colon else "")


def _spoken(speech: Catalogue, value: Value) -> str:
    match value:
        case Message():
            return say(speech, value)
        case Date():
            return date(value, speech.locale)
        case Ordinal():
            return "".join(ordinal(value.value, speech.language, value.gender))
        case Word():
            return word(speech, value.id)
        case StrEnum():
            return word(speech, value)
        case int():
            return number(value, speech.locale)
    return value

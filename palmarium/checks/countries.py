"""A country is spelt as countries are.

`country` is free text: a country as a source prints it, one that is no more, or a code. Told is a spelling that is none
of those in use (in English, French, German, Spanish, Italian, Portuguese or Dutch), and differs from one of them, or
from one that this site writes more often, by one letter more, less, other or exchanged, but not the first.

Passes:

```yaml
country: France
```

Fails:

```yaml
country: Frnace
```
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel.core import Locale
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span
from ..sources.plaintext import folded

CODE = "near-country"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_AND = MappingProxyType({"en": "and", "fr": "et", "de": "und", "es": "y", "it": "e", "pt": "e", "nl": "en"})
_LANGUAGES = tuple(_AND)
# Names that are in print and no longer in the list of the library.
_FORMER = MappingProxyType({"en": ("Turkey", "Ivory Coast", "Czech Republic"), "fr": ("République tchèque",)})
_SHORTEST = 5


def check(archive: Archive) -> Iterator[Problem]:
    written = tuple(_written(archive))
    counts = Counter(text for text, _ in written)
    told = {text: meant for text in counts if (meant := _meant(text, counts))}
    codes = {text for text in counts if len(text) == 2 and text.isupper() and text not in _codes()}
    for text, span in written:
        if text in codes:
            yield Problem(CODE, span, f'there is no country "{text}"', "write its name, or its code", LEVEL, (text,))
        elif text in told:
            yield Problem(CODE, span, f'there is no country "{text}"', f'did you mean "{told[text]}"?', LEVEL, (text,))


def _written(archive: Archive) -> Iterator[tuple[str, Span]]:
    for award in archive.awards.values():
        yield award.country, award.span
    for name in archive.names.values():
        yield name.country, name.span
    for edition in archive.editions.values():
        yield edition.ceremony.country, edition.ceremony.span
    for result in archive.results:
        yield from ((holder.country, holder.name.span) for holder in result.holders)


def _meant(text: str, counts: Mapping[str, int]) -> str:
    """The country that a text is nearly, and is not; nothing for one that is in use."""
    said = _letters(text)
    if len(said) < _SHORTEST or any(said in _names(language) for language in _LANGUAGES):
        return ""
    here = {_letters(other): other for other, count in counts.items() if count > counts[text]}
    for known in (here, *map(_names, _LANGUAGES)):
        close = [each for each in known if each[:1] == said[:1] and each != said]
        found = extractOne(said, close, scorer=OSA.distance, score_cutoff=1)
        if found:
            return known[found[0]]
    return ""


@cache
def _codes() -> frozenset[str]:
    return frozenset((*Locale.parse("en").territories, "UK")) - {"ZZ", "XA", "XB"}


def _letters(text: str) -> str:
    return " ".join(folded(text).replace("-", " ").split())


@cache
def _names(language: str) -> Mapping[str, str]:
    """The names of countries and territories in a language, by themselves without case and accents."""
    territories = Locale.parse(language).territories
    names = {_letters(name): name for code, name in territories.items() if code.isalpha()}
    names |= {each.replace("&", _AND[language]): name for each, name in names.items()}
    return {**names, **{_letters(name): name for name in _FORMER.get(language, ())}}

"""A country is spelt as countries are, and a city lies in one.

`country` is free text: a country as a source prints it, one that is no more, or a code. Told is a spelling that is none
of those in use (in English, French, German, Spanish, Italian, Portuguese or Dutch), and differs from one of them, or
from one that this site writes more often, by one letter more, less, other or exchanged, but not the first. Told is also
a city beside a country where the site has it elsewhere in another of today's countries, the rarer or the later of the
two: either is wrong, or they are two cities, which an exception says. So is a ceremony in another country than that of
its award, in the city of other editions that name none; a country under `city` or behind a city there, and a city of
this site under `country`, or the other way round, whichever is rarer; and one country under two names or in two
spellings (UK, united kingdom), of which one page of the two would be made: the rarer or the later, but for England and
the other parts.

Passes:

```yaml
country: France
```

Fails:

```yaml
country: Frnace
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel.core import Locale
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, exception, plain
from ..sources.plaintext import folded

CODE = "near-country"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_AND = MappingProxyType({"en": "and", "fr": "et", "de": "und", "es": "y", "it": "e", "pt": "e", "nl": "en"})
_LANGUAGES = tuple(_AND)
# Names that are in print and no longer in the list of the library.
_FORMER = MappingProxyType({"en": ("Turkey", "Ivory Coast", "Czech Republic"), "fr": ("République tchèque",)})
_SHORTEST = 5
_COUNTRY, _CITY = ("country",), ("city",)
_DOTTED = re.compile(r"(?:[A-Z]\.){2,3}")
_PARTS = (
    (("england", "scotland", "wales", "northern ireland", "great britain", "britain", "angleterre", "ecosse"), "GB"),
    (("usa", "united states of america", "etats unis d'amerique", "etats unis"), "US"),
)
"""Other names of countries, and names of their parts."""
_CITIES = ("DJ", "GI", "GT", "HK", "KW", "LU", "MC", "MO", "MX", "PA", "SG", "SM", "VA")
"""Countries that are cities, or whose capital has the same name in some language."""


def check(archive: Archive) -> Iterator[Problem]:
    written = tuple(_written(archive))
    counts = Counter(text for text, _ in written)
    told = {text: meant for text in counts if (meant := _meant(text, counts))}
    codes = {text for text in counts if len(text) == 2 and text.isupper() and text not in _codes()}
    for text, span in written:
        if text in codes:
            yield Problem(
                CODE, span, f'there is no country "{text}"', "write its name, or its code", LEVEL, (text,), key=_COUNTRY
            )
        elif text in told:
            message, hint = f'there is no country "{text}"', f'did you mean "{told[text]}"?'
            likely = Fix(span, text, plain(told[text]))
            yield Problem(CODE, span, message, hint, LEVEL, (text,), likely=likely, key=_COUNTRY)
    yield from _misplaced(archive)
    yield from _cities(archive)
    yield from _abroad(archive)
    yield from _two_names(written, counts)


def _misplaced(archive: Archive) -> Iterator[Problem]:
    """A country where a city belongs, or behind it, and a city where a country belongs."""
    held = [(each.ceremony.city, each.ceremony.country, each.ceremony.span) for each in archive.editions.values()]
    placed = [*held, *((each.city, each.country, each.span) for each in archive.profiles.values())]
    cities = Counter(_letters(city) for city, _, _ in placed if city and not _coded(city))
    countries = Counter(_letters(country) for country, _ in _written(archive) if country)
    for city, country, span in placed:
        first, _, behind = (part.strip() for part in city.rpartition(","))
        is_alone = not country or _coded(country) == _coded(behind)
        if first and len(behind) > 2 and _coded(behind) and is_alone:
            hint = f"write `city: {plain(first)}, country: {plain(behind)}`"
            yield Problem(CODE, span, f'the city "{city}" holds the country', hint, LEVEL, (city,), key=_CITY)
        elif not first and len(city) > 2 and _coded(city) not in ("", *_CITIES) and is_alone:
            hint = f"write `country: {plain(city)}`; if there is a city of that name, {exception(CODE, city)}"
            yield Problem(CODE, span, f'the city "{city}" is a country', hint, LEVEL, (city,), key=_CITY)
        elif city and countries[_letters(city)] > cities[_letters(city)] > 0:
            is_turned = country and not _coded(country) and countries[_letters(country)] == 1
            right = f"`city: {plain(country)}` and " if is_turned else ""
            hint = f"write {right}`country: {plain(city)}`; if there is a city of that name, {exception(CODE, city)}"
            yield Problem(
                CODE, span, f'the city "{city}" is a country elsewhere in this site', hint, LEVEL, (city,), key=_CITY
            )
        if country and not _coded(country) and 0 < countries[_letters(country)] <= cities[_letters(country)]:
            hint = f"write `city: {plain(country)}`, and the country under `country`"
            message = f'the country "{country}" is a city elsewhere in this site'
            yield Problem(CODE, span, message, hint, LEVEL, (country,), key=_COUNTRY)


def _abroad(archive: Archive) -> Iterator[Problem]:
    """A ceremony with a country, in the city of editions that leave the country to the award."""
    for award in archive.awards.values():
        held = [archive.editions[key].ceremony for key in archive.editions_of[award.id]]
        at_home = {_letters(each.city): each.span for each in held if each.city and not each.country}
        for each in held if (own := _coded(award.country)) else ():
            there = at_home.get(_letters(each.city))
            if there and (code := _coded(each.country)) and code != own:
                message = f"{each.city} is in {each.country} here, and in {there.where} where the award is"
                hint = f"write `country: {award.country}`, or delete it"
                yield Problem(
                    CODE, each.span, message, hint, LEVEL, (each.city, each.country, award.country), key=_COUNTRY
                )


def _two_names(written: tuple[tuple[str, Span], ...], counts: Mapping[str, int]) -> Iterator[Problem]:
    """A country under two names; names of its parts are left out."""
    first: dict[str, Span] = {}
    for text, span in written:
        first.setdefault(text, span)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for text in (text for text in first if text and _letters(text) not in _PARTS[0][0]):
        names[_coded(text) or _letters(text)].append(text)
    for texts in names.values():
        usual, *others = sorted(texts, key=lambda text: (-counts[text], len(text) == 2 and text.isupper()))
        for text in others:
            message = f'the country "{text}" is called "{usual}" elsewhere ({first[usual].where})'
            hint = f"write `country: {usual}`"
            fix = Fix(first[text], text, plain(usual))
            yield Problem(CODE, first[text], message, hint, LEVEL, (text, usual), fix=fix, key=_COUNTRY)


def _cities(archive: Archive) -> Iterator[Problem]:
    """Each city that is in another country elsewhere, and more often."""
    found: defaultdict[str, dict[str, list[tuple[str, str, Span]]]] = defaultdict(dict)
    for city, country, span in _lying(archive):
        if code := _coded(country):
            found[_letters(city)].setdefault(code, []).append((city, country, span))
    for countries in found.values():
        most = max(countries.values(), key=len)
        for (city, country, span), *_ in (those for those in countries.values() if those is not most):
            _, other, there = most[0]
            message = f"{city} is in {country} here, and in {other} in {there.where}"
            hint = f"correct one of the two; if they are two cities, {exception(CODE, city, country)}"
            yield Problem(CODE, span, message, hint, LEVEL, (city, country, other), key=_COUNTRY)


def _lying(archive: Archive) -> Iterator[tuple[str, str, Span]]:
    held = (edition.ceremony for edition in archive.editions.values())
    yield from ((each.city, each.country, each.span) for each in held if each.city and each.country)
    names = archive.profiles.values()
    yield from ((name.city, name.country, name.span) for name in names if name.city and name.country)


@cache
def _coded(country: str) -> str:
    """The code of a present country by its name in any of the languages; empty for other texts."""
    country = country.replace(".", "") if _DOTTED.fullmatch(country) else country
    said = _letters(country)
    if country in _codes():
        return {"UK": "GB"}.get(country, country)
    return next((code for names, code in _PARTS if said in names), "") or _by_name().get(said, "")


@cache
def _by_name() -> Mapping[str, str]:
    known = (item for language in _LANGUAGES for item in Locale.parse(language).territories.items())
    return {_letters(name): code for code, name in known if code.isalpha()}


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
    """The country of which a text is a misspelling; empty for a name in use."""
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
    """The names of countries and territories in a language, by their form without case and accents."""
    territories = Locale.parse(language).territories
    names = {_letters(name): name for code, name in territories.items() if code.isalpha()}
    names |= {each.replace("&", _AND[language]): name for each, name in names.items()}
    return {**names, **{_letters(name): name for name in _FORMER.get(language, ())}}

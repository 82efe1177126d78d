"""Numbers as texts state them, in figures or letters, in French or English; the months and the days of the week."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        "fr": (
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
    }
)
WEEKDAYS = MappingProxyType(
    {
        "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    }
)
MONTH_NUMBERS = MappingProxyType({name.lower(): n for names in MONTHS.values() for n, name in enumerate(names, 1)})
"""The number of a month by its name in small letters; January is 1."""
WEEKDAY_NUMBERS = MappingProxyType({name.lower(): n for names in WEEKDAYS.values() for n, name in enumerate(names)})
"""The number of a day of the week by its name in small letters; Monday is 0, as in `datetime`."""

_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_OF_ROMAN = MappingProxyType({"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000})

# Parts of the patterns of those who look for such things in a text.
MARK = r"(?P<score>\d{1,4}(?:[.,]\d{1,3})?)\s?/\s?(?P<most>\d{1,4})"
"""A mark with the highest there is, such as `7.5 / 10`."""
YEAR = r"(?:1[5-9]|20)\d\d"
MONTH = rf"(?P<month>{'|'.join(MONTH_NUMBERS)})"
DAY = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?"
NTH = r"(?P<nth>\d{1,3}(?:st|nd|rd|th|ers?|re|[eè]mes?|e|nde?)|[^\W\d_]{5,16})"
ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
# 1500 may count guests as well.
RECENT_YEAR = r"(?:1[89]|20)\d\d"
ANY_RECENT_YEAR = re.compile(rf"(?<!\d){RECENT_YEAR}(?!\d)")

_GROUP = "[ \u00a0\u202f.,]"
_FIGURES = re.compile(rf"(?<![\w.,])(\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?![.,]\d)(\w*)")
_DECIMAL = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_ORDINAL_ENDINGS = ("e", "er", "re", "ème", "eme", "ère", "nd", "nde", "st", "rd", "th")
_WORD = re.compile(r"[^\W\d_]+")
_SCALES = MappingProxyType({"cent": 100, "cents": 100, "hundred": 100, "mille": 1000, "thousand": 1000})
IN_A_SERIES = ("ordinal", "editions", "rank")
"""Counts of claims whose words may hold a place in a series."""
_LINKS = ("et", "and")
_ARTICLES = ("un", "une", "a")


def _counted(words: str, first: int = 1) -> Mapping[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


_SMALL: MappingProxyType[str, int] = MappingProxyType(
    {
        **_counted("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
        **_counted("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
        **_counted("seventeen eighteen nineteen twenty", 17),
        **{"une": 1, "a": 1, "zéro": 0, "zero": 0, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40},
        **{"cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90},
        **{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    }
)
_ORDINALS: MappingProxyType[str, int] = MappingProxyType(
    {
        **{"premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "neuvième": 9},
        **_counted("deuxième troisième quatrième cinquième sixième septième huitième", 2),
        **_counted("dixième onzième douzième treizième quatorzième quinzième seizième", 10),
        **{"vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "centième": 100},
        **_counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
        **_counted("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 14),
    }
)
_ABOUT = frozenset(
    (
        *("dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine"),
        *("poignée", "handful", "couple"),
        *("centaine", "millier", "dizaines", "centaines", "milliers", "dozen", "dozens", "score", "hundreds"),
        *("thousands", "million", "millions", "milliard", "milliards", "billion"),
    )
)


def numbers(text: str) -> tuple[int, ...]:
    """Every whole number that is counted out in a text, each once; figures win over words."""
    return _once(value for value, ending in _figures(text) if not ending) or _once(_spelled(text))


def decimal(text: str) -> float | None:
    """A plain number, with a point or a comma; nothing where more is written."""
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def amount(text: str) -> float | None:
    """An amount of money, with a blank, a point or a comma between thousands; nothing where more is written."""
    return decimal(re.sub(r"\s|[.,’'](?=\d{3}(?!\d))", "", text))


def ordinals(text: str) -> tuple[int, ...]:
    """Every place in a series: 4e, 11th, quatrième, first."""
    raised = (value for value, ending in _figures(text) if ending in _ORDINAL_ENDINGS)
    return _once(raised) or _once(_ORDINALS[word] for word in _words(text) if word in _ORDINALS)


def _once(found: Iterator[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(found))


def _figures(text: str) -> Iterator[tuple[int, str]]:
    for found in _FIGURES.finditer(text):
        yield int(re.sub(_GROUP, "", found[1])), found[2].lower()


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _spelled(text: str) -> Iterator[int]:
    """Runs of number words; "un" alone is an article, unless the text begins with it."""
    words = _words(text)
    at = 0
    while at < len(words):
        run = _run(words[at:])
        after = words[at + len(run)] if at + len(run) < len(words) else ""
        is_article = len(run) == 1 and run[0] in _ARTICLES and at > 0
        if run and not is_article and after not in _ABOUT:
            yield _value(run)
        at += len(run) or 1


def _run(words: Sequence[str]) -> list[str]:
    """The number words at the beginning: `vingt et un`, not `deux et une mention`."""
    run: list[str] = []
    for word, after in zip(words, (*words[1:], ""), strict=True):
        is_link = word in _LINKS and run and after in _SMALL and (run[-1] in _SCALES or _SMALL[run[-1]] >= 20)
        if word not in _SMALL and word not in _SCALES and not is_link:
            break
        if run and word in _SMALL and not _goes_on(run[-1], word):
            break
        run.append(word)
    return run


def _goes_on(before: str, word: str) -> bool:
    """Whether a small number may follow: `vingt-six`, `quatre-vingt`, `cent trois`, not `deux trois`."""
    if before in _SCALES or before in _LINKS:
        return True
    if word in ("vingt", "vingts"):
        return before == "quatre"
    return _SMALL[before] in (10, *range(20, 100, 10)) and _SMALL[word] < 20


def _value(run: Sequence[str]) -> int:
    total = current = 0
    for word in run:
        if _SCALES.get(word) == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word]
        elif word in ("vingt", "vingts") and current % 100 == 4:
            current += 76
        elif word in _SMALL:
            current += _SMALL[word]
    return total + current


def roman(text: str) -> int:
    """The number that a text of Roman digits says; 0 for another text."""
    digits = [_OF_ROMAN[sign] for sign in text] if _ROMAN.fullmatch(text) else []
    pairs = zip(digits, (*digits[1:], 0), strict=True) if digits else ()
    return sum(-one if one < other else one for one, other in pairs)

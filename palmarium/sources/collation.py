"""Order of names: the Unicode Collation Algorithm (pyuca), with what CLDR tailors in a language; letters of indexes."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyuca import Collator

DIGITS, OTHER = "0–9", "…"
"""The headings of what begins with a figure, and with nothing that any alphabet here has."""


@dataclass(frozen=True, slots=True)
class _Script:
    """The letters under which an index has the names of a script, and what comes behind the last of them."""

    letters: str
    end: str


_SCRIPTS = MappingProxyType(
    {
        "Latn": _Script("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "α"),
        "Grek": _Script("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ⲁ"),
        "Cyrl": _Script("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ", "ⰰ"),
        "Hebr": _Script("אבגדהוזחטיכלמנסעפצקרשת", "𐤀"),
        "Arab": _Script("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "ܐ"),
        "Hang": _Script("가나다라마바사아자차카타파하", "あ"),
        "Kana": _Script("あかさたなはまやらわ", "ㄅ"),
    }
)

_BEGINS = MappingProxyType({"ا": "ء"})
"""A heading under which stands what comes before its letter too: every alef, with a hamza or without."""


@dataclass(frozen=True, slots=True)
class _Tailoring:
    """What a language has otherwise than the root order: rules as CLDR writes them, and more headings."""

    rules: str = ""
    letters: tuple[str, ...] = ()
    script: str = "Latn"


_NORDIC = "&d<<đ<<<Đ<<ð<<<Ð &t<<<þ/h<<<Þ/h &y<<ü<<<Ü<<ű<<<Ű"
_AA = "<å<<<Å<<aa<<<Aa<<<AA"
_DANISH = _Tailoring(f"{_NORDIC} &z<æ<<<Æ<<ä<<<Ä<ø<<<Ø<<ö<<<Ö<<ő<<<Ő{_AA}", tuple("ÆØÅ"))
_NORWEGIAN = _Tailoring(f"{_NORDIC} &z<æ<<<Æ<<ä<<<Ä<ø<<<Ø<<ö<<<Ö<<ő<<<Ő<<œ<<<Œ{_AA}", tuple("ÆØÅ"))
_CROATIAN = _Tailoring(
    "&c<č<<<Č<ć<<<Ć &d<dž<<<Dž<<<DŽ<đ<<<Đ &l<lj<<<Lj<<<LJ &n<nj<<<Nj<<<NJ &s<š<<<Š &z<ž<<<Ž",
    ("Č", "Ć", "DŽ", "Đ", "LJ", "NJ", "Š", "Ž"),
)
# Where such a letter stands twice, only its first sign is doubled.
_DOUBLED = " ".join(
    f"&{each}<<<{each[0]}{each}/{each}<<<{each[0].upper()}{each}/{each}<<<{(each[0] + each).upper()}/{each}"
    for each in ("cs", "dz", "dzs", "gy", "ly", "ny", "sz", "ty", "zs")
)
_CZECH = "&c<č<<<Č &h<ch<<<Ch<<<CH &s<š<<<Š &z<ž<<<Ž"

# CLDR's standard order (German dictionaries, not telephone books; Spanish without ch and ll). What keeps to the root,
# as English, French, German, Italian, Dutch and Portuguese do, is not here.
_TAILORINGS = MappingProxyType(
    {
        "ar": _Tailoring("&ء<<أ<<ؤ<<إ<<ئ<<ا &ء<<<آ/ا &ة<<ت &ى<<ي", script="Arab"),
        "be": _Tailoring("", ("Ў", "І"), "Cyrl"),
        "bg": _Tailoring("", ("Ъ",), "Cyrl"),
        "cs": _Tailoring(f"{_CZECH} &r<ř<<<Ř", ("Č", "CH", "Ř", "Š", "Ž")),
        "da": _DANISH,
        "el": _Tailoring(script="Grek"),
        "es": _Tailoring("&n<ñ<<<Ñ", ("Ñ",)),
        "et": _Tailoring(
            "&s<š<<<Š<z<<<Z<ž<<<Ž &w<õ<<<Õ<ä<<<Ä<ö<<<Ö<ü<<<Ü",
            tuple("ŠŽÕÄÖÜ"),
        ),
        "fa": _Tailoring("&آ<ا<ء<<أ<<إ<<ؤ<<ئ &ک<<ك &و<ه<<ة &ی<<ى<<ي", tuple("آپچژ"), "Arab"),
        "fi": _Tailoring("&d<<đ<<<Đ &y<<ü<<<Ü &z<å<<<Å<ä<<<Ä<<æ<<<Æ<ö<<<Ö<<ø<<<Ø", tuple("ÅÄÖ")),
        "he": _Tailoring(script="Hebr"),
        "hr": _CROATIAN,
        "hu": _Tailoring(
            "&c<cs<<<Cs<<<CS &d<dz<<<Dz<<<DZ<dzs<<<Dzs<<<DZS &g<gy<<<Gy<<<GY &l<ly<<<Ly<<<LY &n<ny<<<Ny<<<NY "
            "&o<ö<<<Ö<<ő<<<Ő &s<sz<<<Sz<<<SZ &t<ty<<<Ty<<<TY &u<ü<<<Ü<<ű<<<Ű &z<zs<<<Zs<<<ZS " + _DOUBLED,
            ("CS", "DZ", "DZS", "GY", "LY", "NY", "Ö", "SZ", "TY", "Ü", "ZS"),
        ),
        "is": _Tailoring(
            "&a<á<<<Á &d<<đ<<<Đ<ð<<<Ð &e<é<<<É &i<í<<<Í &o<ó<<<Ó &u<ú<<<Ú &y<ý<<<Ý "
            "&z<þ<<<Þ<æ<<<Æ<<ä<<<Ä<ö<<<Ö<<ø<<<Ø<å<<<Å",
            tuple("ÁÐÉÍÓÚÝÞÆÖÅ"),
        ),
        "ko": _Tailoring(script="Hang"),
        "lv": _Tailoring(
            "&c<č<<<Č &g<ģ<<<Ģ &i<y<<<Y &k<ķ<<<Ķ &l<ļ<<<Ļ &n<ņ<<<Ņ &s<š<<<Š &z<ž<<<Ž",
            tuple("ČĢĶĻŅŠŽ"),
        ),
        "mk": _Tailoring("", tuple("ЃЅЈЉЊЌЏ"), "Cyrl"),
        "nb": _NORWEGIAN,
        "nn": _NORWEGIAN,
        "no": _NORWEGIAN,
        "pl": _Tailoring(
            "&a<ą<<<Ą &c<ć<<<Ć &e<ę<<<Ę &l<ł<<<Ł &n<ń<<<Ń &o<ó<<<Ó &s<ś<<<Ś &z<ź<<<Ź<ż<<<Ż",
            tuple("ĄĆĘŁŃÓŚŹŻ"),
        ),
        "ro": _Tailoring("&a<ă<<<Ă<â<<<Â &i<î<<<Î &s<ş<<<Ş<<ș<<<Ș &t<ţ<<<Ţ<<ț<<<Ț", tuple("ĂÂÎȘȚ")),
        "ru": _Tailoring(script="Cyrl"),
        "sk": _Tailoring(f"{_CZECH} &a<ä<<<Ä &o<ô<<<Ô", ("Ä", "Č", "CH", "Ô", "Š", "Ž")),
        "sl": _Tailoring("&c<č<<<Č<ć<<<Ć &d<đ<<<Đ &s<š<<<Š &z<ž<<<Ž", tuple("ČĆĐŠŽ")),
        "sr": _Tailoring("", tuple("ЂЈЉЊЋЏ"), "Cyrl"),
        "sv": _Tailoring(f"{_NORDIC} &z<å<<<Å<ä<<<Ä<<æ<<<Æ<<ę<<<Ę<ö<<<Ö<<ø<<<Ø<<ő<<<Ő<<œ<<<Œ<<ô<<<Ô", tuple("ÅÄÖ")),
        "tr": _Tailoring("&c<ç<<<Ç &g<ğ<<<Ğ &h<ı<<<I &i<<<İ &o<ö<<<Ö &s<ş<<<Ş &u<ü<<<Ü", tuple("ÇĞİÖŞÜ")),
        "uk": _Tailoring("&г<ґ<<<Ґ &і<ї<<<Ї", tuple("ҐЄІЇ"), "Cyrl"),
    }
)
_ROOT = _Tailoring()

_RULE = re.compile(r"(&|<{1,3}|/)([^&</\s]+)")
_AFTER, _ACCENT, _CAPITAL = 0x20000, 0x400, 6
"""Weights above every other: of a letter put behind one, of an accent put behind all; and the step to a capital."""

FIELD = "\ufffe"
"""What stands between the fields of a text, for CLDR: `Joliot` and what follows go before `Joliot-Curie`."""

_SURROGATES, _SHIFT = 0xD800, 0x2000
_LONGEST = 6
"""How many characters tell a heading; `Dzs` is one, with an accent on each."""

Weights = tuple[int, ...]
_Elements = list[list[int]]
"""The weights of each letter: among letters, among accents and among cases."""


@dataclass(frozen=True, slots=True)
class _Headings:
    """The headings of a script, where each begins, and where the script does."""

    begins: tuple[Weights, ...]
    letters: tuple[str, ...]
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Order:
    """The order of a language; `scripts` as an index has them, that of the language first."""

    collator: Collator
    scripts: tuple[_Headings, ...]
    latin: int


def filed(text: str, language: str) -> tuple[str, str]:
    """The key that sorts a text among those of a language, and the heading under which an index has it."""
    order = _order(language)
    elements = order.collator.collation_elements(_letters(text))
    moved = [[_moved(order, element[0]), *element[1:]] for element in elements]
    weights = order.collator.sort_key_from_collation_elements(moved)
    # Texts compare as their code points do; surrogates, which no file can hold, are left out.
    key = "".join(chr(weight + _SHIFT if weight >= _SURROGATES else weight) for weight in weights)
    return key, _heading(order, text, tuple(element[0] for element in elements if element[0]))


def headings(language: str) -> tuple[tuple[str, ...], ...]:
    """Every heading of an index, script by script, that of the language first."""
    return tuple(script.letters for script in _order(language).scripts)


def _heading(order: _Order, text: str, weights: Weights) -> str:
    """Quotes and brackets in front are passed over."""
    first = next((n for n, letter in enumerate(text) if letter.isalnum()), len(text))
    if text[first : first + 1].isdigit():
        return DIGITS
    if first:
        weights = _weights(order.collator, text[first : first + _LONGEST])
    for script in order.scripts:
        if (script.first,) <= weights < (script.end,):
            return script.letters[bisect_right(script.begins, weights) - 1]
    return OTHER


@cache
def _order(language: str) -> _Order:
    tailoring = _TAILORINGS.get(language, _ROOT)
    collator = _collator(tailoring.rules)
    # The script of the language goes first, the others in their order.
    scripts = sorted(_SCRIPTS, key=lambda name: name != tailoring.script)
    more = {tailoring.script: tailoring.letters}
    found = tuple(_headings(collator, _SCRIPTS[name], more.get(name, ())) for name in scripts)
    return _Order(collator, found, _weights(collator, "a")[0])


def _headings(collator: Collator, script: _Script, more: tuple[str, ...]) -> _Headings:
    begins = {
        letter: min(_weights(collator, each) for each in (letter, _BEGINS.get(letter, letter)))
        for letter in (*script.letters, *more)
    }
    letters = tuple(sorted(begins, key=begins.__getitem__))
    at = tuple(begins[letter] for letter in letters)
    return _Headings(at, letters, at[0][0], _weights(collator, script.end)[0])


@cache
def _collator(rules: str) -> Collator:
    """The root collation with a language's rules: each letter gets the weights of the one it follows, and one more."""
    collator = Collator()
    collator.table.add([ord(FIELD)], [[1, 1, 1]])
    for letters, elements in _tailored(collator, rules):
        collator.table.add([ord(letter) for letter in _letters(letters)], elements)
    return collator


def _tailored(collator: Collator, rules: str) -> Iterator[tuple[str, _Elements]]:
    anchor: _Elements = []
    level = [0, 0, 0]
    letters, elements = "", anchor
    for sign, text in _RULE.findall(rules):
        if sign == "/":
            # þ is sorted as th: what follows the slash is weighed behind it.
            elements += collator.collation_elements(_letters(text))
            continue
        if letters:
            yield letters, elements
        if sign == "&":
            anchor, letters, level = collator.collation_elements(_letters(text)), "", [0, 0, 0]
            continue
        deep = len(sign) - 1
        level = [*level[:deep], level[deep] + 1, *[0] * (2 - deep)]
        letters, elements = text, [list(element) for element in anchor]
        elements += [[_AFTER + level[0], *anchor[0][1:]]] if level[0] else []
        elements += [[0, _ACCENT + level[1], anchor[0][2]]] if level[1] else []
        elements[0][2] += _CAPITAL * level[2]
    if letters:
        yield letters, elements


def _weights(collator: Collator, text: str) -> Weights:
    """What tells the letters of a text apart, accents and case aside."""
    return tuple(element[0] for element in collator.collation_elements(_letters(text)) if element[0])


def _moved(order: _Order, weight: int) -> int:
    """A weight where the script of the language goes before the Latin one, and the others after it."""
    own = order.scripts[0]
    if own.first <= weight < own.end:
        return weight - own.first + order.latin
    return weight + own.end - own.first if order.latin <= weight < own.first else weight


def _letters(text: str) -> str:
    return unicodedata.normalize("NFD", text)

"""Suggestions: the text that an editor probably meant by an invalid value."""

import datetime
import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from ...model import Date, ScopeKind
from ...problems import nearest, plain
from ..nodes import Node
from ..numerals import MONTHS, WEEKDAY_NUMBERS, numbers
from ..plaintext import folded, word_list
from .words import letters, meaning

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = str.maketrans("OoIl|", "00111")
_SCHEME = re.compile(r"^(?:h{0,2}t{1,3}p{1,2}s{0,2}[:;]?/+|https?:/*|//)", re.I)
"""What stands before an address, in any of its slips: `htps://`, `http;//`, `https:/`."""
_COUNTED = re.compile(
    r"(?P<how>[^\W\d](?:\D*[^\d\s])?)?\s*(?P<number>\d(?:[\d\s.,’']*[\d.,’'])?)\s*(?P<what>[^\W\d]\D*)?"
)
_ALL = ("overall", "all", "tous", "toutes")
_ONE_LETTER = 0.85
_BEFORE_NUMBER = ("", "n", "no", "nr", "num", "numero", "number", "nummer")
_BEHIND_NUMBER = ("", "e", "er", "re", "eme", "ere", "nd", "nde", "st", "rd", "th")
_TRUE = ("true", "yes", "y", "on", "oui", "o", "vrai", "x", "1", "ja", "sí", "si")
_FALSE = ("false", "no", "n", "off", "non", "faux", "0", "nein")
_SHARES = MappingProxyType(
    {
        "half": "1/2",
        "moitié": "1/2",
        "demi": "1/2",
        "tiers": "1/3",
        "third": "1/3",
        "quarter": "1/4",
        "quart": "1/4",
        "all": "1",
        "tout": "1",
    }
)
_TO = re.compile(r"(?<!\s)\s+(?:au|a|à|to|until|till|jusqu['’]au|et|and|[–—-])\s+|[–—/]|(?<=\d)-(?=\d\d?\s+\D)")
_WORDS_TO = re.compile(r"(?<!\s)\s+(?:au|a|à|to|until|till|jusqu['’]au|et|and|[–—-])\s+")
_PLACES = MappingProxyType(
    {
        word: place
        for place, words in enumerate(
            (
                *("premier premiere un une first one i", "deuxieme second seconde deux two ii"),
                *("troisieme trois third three iii", "quatrieme quatre fourth four iv", "cinquieme cinq fifth five v"),
                *("sixieme six sixth vi", "septieme sept seventh seven vii", "huitieme huit eighth eight viii"),
                *("neuvieme neuf ninth nine ix", "dixieme dix tenth ten x"),
            ),
            1,
        )
        for word in words.split()
    }
)
_KEYS: MappingProxyType[str, str] = MappingProxyType(
    {
        "laureate": "winner winners recipient lauréat lauréate lauréats gagnant gagnante laureates prizewinner",
        "venue": "place location lieu salle hall",
        "city": "town ville",
        "country": "pays",
        "theme": "thème thème",
        "until": "to end until_ jusqu'à fin au",
        "from": "start since begin depuis début du",
        "org": "company organisation organization employer firm société entreprise",
        "role": "job position function fonction rôle",
        "url": "website homepage link href site adresse lien",
        "base_url": "url address adresse site baseurl domain",
        "label": "name title text nom titre libellé",
        "name": "nom title titre",
        "title": "titre name nom heading headline",
        "author": "auteur autrice by byline writer",
        "jury": "juges judges jurés jurors",
        "ordinal": "number numéro",
        "note": "comment notes remark remarque commentaire",
        "date": "date_ jour day",
        "picture": "image photo logo portrait illustration img cover thumbnail",
        "src": "file fichier image photo url path",
        "alt": "text texte description légende title",
        "caption": "légende legend",
        "credit": "crédit photographer photographe",
        "deck": "résumé summary subtitle sous-titre chapô chapeau excerpt abstract lead intro description",
        "description": "résumé summary abstract",
        "names": "people persons persons personnes noms name",
        "tags": "keywords mots-clés étiquettes",
        "publisher": "journal media média éditeur newspaper author auteur publication",
        "publication": "journal media média newspaper publisher",
        "language": "lang langue locale hreflang",
        "translates": "translation translation_of translated_from original traduit traduction",
        "navigation": "menu nav",
        "icon": "logo favicon",
        "theme_parameters": "colour color colours colors couleur parameters",
        "founded": "established opened created inaugurated born fondation fondé fondée création créé créée",
        "ended": "died closed dissolved discontinued abolished disparu disparue dissous dissoute",
        "born": "naissance né née birth dob birthdate birthday date_of_birth birth_date founded foundation established"
        " opened created inaugurated started fondation fondé fondée création créé créée ouvert ouverte ouverture",
        "died": "mort décès death deceased dod date_of_death death_date décédé décédée ended closed closure dissolved"
        " abolished disbanded fermé fermée fermeture dissous dissoute disparu disparue",
        "links": "liens",
        "organiser": "organizer organisateur",
        "results": "palmarès palmares résultats winners lauréats awards",
        "sources": "références references bibliography",
        "value": "valeur",
        "event": "type",
        "text": "texte comment commentaire",
        "periodicity": "frequency fréquence frequence périodicité periodicite",
        "what": "name label quoi",
    }
)
"""Other words for a key."""


LANGUAGE = re.compile("[a-z]{2}")
"""The code of a language (ISO 639-1)."""

_LANGUAGES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("en", "angl", "ingl"),
        "fr": ("fr",),
        "de": ("de", "ger", "allem", "tedesco"),
        "es": ("es", "spa", "cast"),
        "it": ("it",),
        "nl": ("nl", "dut", "néerl", "nederl"),
        "pt": ("pt", "port"),
        "ar": ("ar",),
    }
)
"""How the names of languages begin, in some of them."""


def language(text: str) -> str:
    """The code of the language that a text names, such as `English`; nothing where it names none."""
    said = text.strip().casefold()
    return next((code for code, names in _LANGUAGES.items() if said.startswith(names)), "")


def in_digits(text: str) -> str:
    """A number in which letters stand for the digits that they look like: `3OO`, `l2`, `2o16-1O`; or nothing."""
    is_number = re.fullmatch(r"[\dOoIl|\s.,:/-]+", text) and re.search(r"\d", text) and re.search(r"[OoIl|]", text)
    return text.translate(_DIGITS) if is_number else ""


def date(text: str) -> str:
    """`12 novembre 2021`, `2021-9-7`, `12/11/2021` (a day first) as they should stand."""
    text = in_digits(text) or text
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th|er|e)\b", "", " ".join(text.split()).strip(" .,"))
    if serial := re.fullmatch(r"[2-5]\d{4}", bare):
        return (datetime.date(1899, 12, 30) + datetime.timedelta(int(serial[0]))).isoformat()
    if short := _SHORT_YEAR.fullmatch(bare):
        bare = f"{short['rest']}{'19' if int(short['year']) >= _TURN else '20'}{short['year']}"
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        return _valid(*map(int, text.split("-")))
    if span := re.fullmatch(r"(\d{4})\s*[-–/]\s*(\d{4})", bare):
        return str(span[1])
    whole = re.findall(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])", bare)
    if len(whole) == 1 and whole[0] != bare:
        return str(whole[0])
    month = next((number for word in _WORD.findall(bare) if (number := _month(word))), 0)
    numbers = [int(number) for number in re.findall(r"\d+", bare) if len(number) <= 8]
    years = [number for number in numbers if 1000 <= number <= 9999]
    if re.fullmatch(r"\d{8}", bare):
        return _valid(int(bare[:4]), int(bare[4:6]), int(bare[6:]))
    if len(years) != 1:
        return ""
    rest = [number for number in numbers if number != years[0]]
    if month:
        return _valid(years[0], month, *rest[:1]) if len(rest) < 2 else ""
    if re.search(r"[^\W\d_]", bare) or not rest:
        return ""
    if len(rest) == 1:
        return _valid(years[0], rest[0])
    year_first = numbers[0] == years[0]
    month, day = rest[:2] if year_first else rest[1::-1]
    if len(rest) != 2:
        return ""
    likely, other = _valid(years[0], month, day), _valid(years[0], day, month)
    in_doubt = likely and other and likely != other and not year_first
    return f"{likely}, or {other} where the month stands first" if in_doubt else likely or other


def date_alone(text: str) -> str:
    """The date that a text says in one way only, and nothing besides: `12 novembre 2021`, `2021-9-7`; or nothing."""
    day, _, rest = text.partition(" ")
    weekday = WEEKDAY_NUMBERS.get(day.strip(",.").casefold())
    if weekday is not None:
        found = date_alone(rest)
        is_day = len(found) == len("2021-11-12") and datetime.date.fromisoformat(found).weekday() == weekday
        return found if is_day else ""
    found, digits = date(text), in_digits(text) or text
    words = [word for word in _WORD.findall(digits) if folded(word) not in _IN_DATES]
    parts = len(re.findall(r"\d+", digits)) + sum(1 for word in words if _month(word))
    is_all = (
        bool(re.search(r"\d{4}", digits))
        and all(map(_month, words))
        and len(words) < 2
        and parts == found.count("-") + 1
    )
    return found if found and "," not in found and is_all else ""


_SHORT_YEAR = re.compile(
    r"(?P<rest>\d{1,2}(?:(?P<sign>[./])\d{1,2}(?P=sign)|\s+[^\W\d_]{3,}\.?,?\s+))['’]?(?P<year>\d\d)"
)
_TURN = 70
"""From here on, two digits are a year of the last century."""
_IN_DATES = ("er", "st", "nd", "rd", "th", "the", "of", "le", "de", "e")


def _month(word: str) -> int:
    said = folded(word)
    if len(said) < 3:
        return 0
    found = [
        number
        for number, names in enumerate(zip(*MONTHS.values(), strict=True), 1)
        if any(folded(name).startswith(said) for name in names)
    ]
    return found[0] if len(found) == 1 else 0


def _valid(year: int, month: int = 0, day: int = 0) -> str:
    is_month = 0 <= month <= 12 and 1 <= year <= 9999
    return str(Date(year, month, day)) if is_month and (not day or 1 <= day <= Date(year, month).last[2]) else ""


def number(text: str) -> str:
    """`72e`, `No. 72`, `1,200`, `2.0`: the one whole number in a text."""
    text = in_digits(text) or text
    bare = re.sub(r"(?<=\d)[\s\u00a0\u202f.,'’](?=\d{3}(?!\d))", "", text)
    bare = re.sub(r"(?<=\d)[.,]0+(?!\d)", "", bare)
    found = re.findall(r"\d+", bare)
    if not found:
        said = re.sub(r"^([ivx]+)(?:e|er|eme|th|st|nd|rd)$", r"\1", folded(text).strip(" ."))
        spelt = numbers(text)
        return str(_PLACES.get(said, spelt[0] if len(spelt) == 1 else ""))
    return str(int(found[0])) if len(found) == 1 and len(found[0]) <= 12 and not re.search(r"-\d", bare) else ""


def counted(text: str) -> tuple[str, str, str]:
    """`environ 300 personnes` as a qualifier, a number and what is counted; thrice nothing where it is not so."""
    text = in_digits(text) or text
    found = _COUNTED.fullmatch(text.strip())
    likely = number(found["number"]) if found else ""
    return (found["how"] or "", likely, found["what"] or "") if found and likely else ("", "", "")


def beside_number(text: str) -> str:
    """What a text says beside a number, but for the signs of one: `72e`, `No. 72`."""
    text = in_digits(text) or text
    how, _, what = counted(text)
    kept = (how if letters(how) not in _BEFORE_NUMBER else "", what if letters(what) not in _BEHIND_NUMBER else "")
    return " ".join(filter(None, kept))


def scope(text: str) -> str:
    """A scope as it is written: free words, but for those that say that all are meant, and for the kinds."""
    first, colon, name = (part.strip() for part in text.partition(":"))
    if letters(name) in _ALL if colon else _is(first, (ScopeKind.OVERALL,)):
        return ScopeKind.OVERALL
    kinds = tuple(kind for kind in ScopeKind if kind is not ScopeKind.OVERALL)
    kind = _is(first, kinds) if colon else meaning(first, kinds)
    return f"{kind}:{name or '…'}" if kind else text


def _is(text: str, words: Collection[str]) -> str:
    """The one of these words that a text is, in any of the languages, or but for one letter."""
    return meaning(text, words) or nearest(letters(text), words, _ONE_LETTER) or ""


def word(text: str, words: Collection[str]) -> str:
    """The word of a vocabulary that another word stands for, or nothing."""
    is_truth = folded(text).strip(" .!") in (*_TRUE, *_FALSE)
    return meaning(text, words) or ("other" if is_truth and "other" in words else "")


def pair(text: str) -> str:
    """`veilleur; Ann`, or one with a blank behind the colon that YAML does not read, as a key and its value."""
    found = re.fullmatch(r"([\w.-]+)(?:\s*[:;=]\s*|\s+(?=\d+$))(?!//)(\S.*)", text.strip())
    return f"{found[1]}: {plain(found[2])}" if found else ""


def period(text: str, year: str = "") -> tuple[str, str]:
    """`14 au 25 mai 2019`, `mai à juin 2019`, `2019` as two dates, in a `year` where they say none.

    Both are None where it is not a period.
    """
    bare = text.strip()
    bare = bare if not year or not bare or re.search(r"(?<!\d)\d{4}(?!\d)", bare) else f"{bare} {year}"
    whole = bare if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", bare) else date(bare) if not _TO.search(bare) else ""
    if whole and "," not in whole:
        return whole, whole
    parts = _WORDS_TO.split(bare) if _WORDS_TO.search(bare) else _TO.split(bare)
    if len(parts) != 2:
        return "", ""
    first, last = (re.sub(r"^(?:du|from|de|le)\s+", "", part.strip()) for part in parts)
    end = date(last) or (last if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", last) else "")
    tail = _WORD.findall(last)[-1:] if not _WORD.search(first) else []
    whole = first if re.search(r"\d{4}", first) else " ".join((first, *tail, end[:4]))
    start = date(whole) or (whole if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", whole) else "")
    return (start, end) if start and end and start <= end else ("", "")


def truth(text: str) -> str:
    said = text.strip().casefold()
    return "true" if said in _TRUE else "false" if said in _FALSE else ""


def share(text: str) -> str:
    """`50%`, `0.25`, `½`, `a third`."""
    bare = text.strip().casefold()
    word = next((share for word, share in _SHARES.items() if re.search(rf"\b{word}\b", bare)), "")
    percent = re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%", bare)
    decimal = re.fullmatch(r"[01]?[.,]\d{1,4}|1", bare)
    if percent:
        value = Fraction(percent[1].replace(",", ".")) / 100
    elif decimal:
        value = Fraction(bare.replace(",", "."))
    elif len(bare) == 1 and unicodedata.numeric(bare, None) is not None:
        value = Fraction(unicodedata.numeric(bare))
    else:
        return word
    near = value.limit_denominator(12)
    meant = near if abs(near - value) < Fraction(1, 150) else value
    return str(meant) if 0 < meant <= 1 else ""


def time(text: str) -> str:
    """`9h18`, `9:18`, `9 pm`."""
    text = in_digits(text) or text
    found = re.fullmatch(r"(\d{1,2})(?:\s*[h:.](?:\s*(\d{2}))?)?(?::\d{2})?\s*([ap])?\.?m?\.?", text.strip().casefold())
    if not found:
        return ""
    hour = int(found[1]) % 12 + 12 * (found[3] == "p") if found[3] else int(found[1])
    return f"{hour:02}:{found[2] or '00'}" if hour < 24 and int(found[2] or 0) < 60 else ""


def address(text: str) -> str:
    """`www.example.org`, `ann@example.org`."""
    bare = text.strip().strip("<>").replace(" ", "%20")
    if re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", bare):
        return f"mailto:{bare}"
    bare = _SCHEME.sub("", bare)
    return f"https://{bare}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#][^\s<>\"']*)?", bare) else ""


_OWN_MACHINE = re.compile(
    r"https?://(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|192\.168(?:\.\d{1,3}){2}|[\w-]+\.(?:local|localhost))"
    r"(?::\d*)?(?:[/?#].*)?",
    re.I,
)
_MAILBOX = re.compile(r"mailto:(?:[^@\s?]+@[^@\s?.]+(?:\.[^@\s?.]+)+)?(?:\?.*)?", re.I)


def why_no_address(text: str) -> tuple[str, str]:
    """What is wrong with a full address to which nobody else can go, and what to write; nothing where it is right."""
    if _OWN_MACHINE.fullmatch(text):
        return f'"{text}" is on your own machine, where no reader gets', "the address that readers can open"
    if text.lower().startswith("mailto:") and not _MAILBOX.fullmatch(text):
        return f'"{text}" is no mailbox', "mailto:name@example.org"
    return "", ""


def wikidata(text: str) -> str:
    """`42`, `q42`, the address of an item; a property (`P42`) is none."""
    found = re.search(r"(?:^|[\s/:])[qQ]?0*([1-9][0-9]*)/?(?:[#?].*)?$", text.strip())
    return f"Q{found[1]}" if found else ""


def key(text: str, known: Collection[str]) -> str:
    """The one of these keys that another word stands for; nothing where a key is written as it should be."""
    said = text.casefold()
    if text in known:
        return ""
    meant = next((key for key in known if said in _KEYS.get(key, "").split()), "")
    # `edition` is editions, `laureates` a laureate.
    meant = meant or next((key for key in known if key in _other_numbers(said)), "")
    # `prize_money` is money, `ceremony_date` a date.
    return meant or next((part for part in reversed(re.split(r"[_\s-]+", said)) if part in known), "")


def _other_numbers(word: str) -> tuple[str, ...]:
    """The plural of an English word, and its singular."""
    if word.endswith("s"):
        return (word[:-1], f"{word[:-3]}y" if word.endswith("ies") else word[:-1])
    return (f"{word}s", f"{word[:-1]}ies" if word.endswith("y") else f"{word}s")


def keys(text: str) -> tuple[str, ...]:
    """All the keys that another word may stand for."""
    said = text.casefold()
    return tuple(key for key, words in _KEYS.items() if said in words.split())


def identifier(text: str) -> str:
    """Small letters, digits and hyphens made of a name."""
    return "-".join(word_list(text))


def flow(node: Node) -> str:
    """A node as it can be written on one line, in the language that it was written in."""
    if node.toml:
        return toml(data(node))
    if node.form == "sequence":
        return f"[{', '.join(flow(element) for element in node.elements)}]"
    if node.form == "mapping":
        return f"{{{', '.join(f'{plain(pair.key)}: {flow(pair.value)}'.rstrip() for pair in node.pairs)}}}"
    return "" if node.value is None else node.value if node.value == "…" else plain(node.value)


def data(node: Node) -> object:
    """A node as plain data of TOML."""
    if node.form == "sequence":
        return [data(element) for element in node.elements]
    if node.form == "mapping":
        return {pair.key: data(pair.value) for pair in node.pairs}
    return node.value if node.toml in ("text", "") else Bare(node.value or "")


@dataclass(frozen=True, slots=True)
class Bare:
    """A number, a date, true or false, as TOML writes it."""

    text: str


def toml(value: object) -> str:
    """Plain data as TOML writes it behind a key."""
    match value:
        case Bare(text):
            return text
        case bool():
            return str(value).lower()
        case Mapping():
            return f"{{{', '.join(setting(str(key), each) for key, each in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case str():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def setting(key: str, value: object) -> str:
    """A key and its value as TOML writes them."""
    name = key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)
    return f"{name} = {toml(value)}"


def short(written: str, otherwise: str) -> str:
    """An example made of what was typed, unless it is too long to be read."""
    return written if len(written) <= 100 else otherwise

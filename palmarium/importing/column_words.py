"""Names of columns and words in cells: the keys of a mapping that each may stand for."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from ..model.ids import slug
from ..sources.plaintext import folded
from .profiles import PATTERNS, ColumnProfile, sign_in
from .tables.table import Cell, is_full

_A_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?: \d\d(?:\d\d)?)?(?!\d)")
WORDS = MappingProxyType(
    {
        "edition.id": "year|yr|annee|edition|season|saison|millesime|jahr|ano",
        "edition.ordinal": "ceremony|ordinal|edition number|numero|edition",
        "edition.label": "label|edition label",
        "edition.ceremony.date": "ceremony date|awarded on|held on|date",
        "edition.ceremony.city": "ceremony city|host city",
        "edition.jury": "jury|jurors|judges|jures|juges",
        "award.id": "award id|award name|prize name|award title|prize title|award|competition|conference"
        "|league|contest|nom du prix",
        "category.id": "canonical category|category|categorie|category name|category id|prize|prix|award category"
        "|class|event|discipline|section|epreuve|kategorie|categoria|sparte|cup|trophy|shield|honour|honor|pokal|coupe"
        "|trophee|copa|coppa|cat|division|tier|grade|age group",
        "result.laureate": "laureate|laureat|winner|champion|awarded to|presented to|given to|won by|decerne a"
        "|vainqueur|gagnant|recipient|nominee|nomine|awardee|honoree|honouree|honoured|maker|medallist|medalist|prizewinner"
        "|full name|name|nom|player|person|artist|author|auteur|driver|rider|athlete|actor"
        "|candidate|finalist|contestant|entrant|employee|member|student|volunteer|singer|team|equipe|club|school|band|act|company|entreprise|organisation|organization|noc|gewinner|sieger|preistrager|ganador|vincitore|premiado|holder|titleholder",
        "result.distinction": "distinction|outcome|result|status|statut|won|win|is winner|inducted|level|stage|winner"
        "|role",
        "result.rank": "rank|pl|rk|rg|plc|plz|rang|place|position|pos|order|standing|classement|finish|medal|medaille"
        "|platz|platzierung"
        "|result|resultat|ergebnis|award level|level|outcome",
        "result.tie": "tie|tied|ex aequo",
        "result.for": "film|movie|work|title|titre|book|livre|project|projet|song|oeuvre|album|show",
        "result.role": "role|fonction|job|position held",
        "result.org": "affiliation|employer|company name|societe|publisher|institution|organisation|organization"
        "|company|firm|firma",
        "result.country": "country|pays|nation|nationality|nat",
        "result.citation": "citation|motivation|reason|motif",
        "result.score": "score|points|points won|mark|note|votes|pts|punkte|puntos",
        "result.share": "share|part",
        "result.money": "prize money|money|purse|winnings|cash prize|prize amount|amount|dotation|montant|bourse|grant"
        "|prize|award|prix",
        "result.count": "count|trophies|trophees|nombre",
        "result.status": "status|state",
        "result.note": "note|notes|remark|remarks|remarque|remarques|comment|comments|bemerkung|bemerkungen",
        "name.identity": "laureate id|player id|person id|recipient id|nominee id|winner id|identifier|identity|imdb"
        "|imdb id|wikidata|qid|viaf|team number|id",
        "name.kind": "kind|laureate type|type",
        "name.born": "born|birth date|date of birth|ne le|naissance",
        "name.died": "died|death date|date of death|mort",
    }
)
_APART = MappingProxyType(
    {
        "edition.id": "birth born death died film release start end debut established founded work book",
        "result.laureate": "category award prize film movie file event venue city country edition work book song title"
        " first last given family birth school company",
        "award.id": "winner champion laureate recipient nominee team club player points score",
        "category.id": "sub winner champion holder score points laureate count number",
        "edition.jury": "president chair chairman chairwoman head secretary",
        "result.for": "award prize category",
        "name.identity": "category award prize edition event film work country city",
    }
)
"""Words that give a name of a column another meaning: `birth year`, `film name`."""

_LOOKS = MappingProxyType(
    {
        "edition.id": ("year", "code", "choice", "name", "text", "number", "date"),
        "edition.ordinal": ("number",),
        "edition.ceremony.date": ("date", "year"),
        "result.rank": ("number", "code", "choice", "name", "flag"),
        "result.score": ("number",),
        "result.count": ("number", "flag"),
        "result.money": ("amount",),
        "result.tie": ("flag", "choice", "name"),
        "result.note": ("name", "text", "choice", "list"),
        "name.identity": ("number", "code", "list", "url", "name"),
        "name.born": ("date", "year"),
        "name.died": ("date", "year"),
    }
)
_NAMED = (
    *("award.id", "category.id", "edition.label", "edition.ceremony.city"),
    *("result.laureate", "result.for", "result.role", "result.org", "result.country"),
)
"""Keys that hold a name of something."""

_DISTINCTIONS = MappingProxyType(
    {
        "winner": "winner|won|win|laureate|laureat|vainqueur|gagnant|awarded|recipient|champion|gagne|inducted",
        "nominee": "nominee|nominated|nomination|nomme|nommee|nomine|lost|loser",
        "finalist": "finalist|finaliste|shortlist finalist",
        "shortlisted": "shortlisted|shortlist|short list",
        "longlisted": "longlisted|longlist|long list",
        "semi-finalist": "semifinalist|semi finalist|demi finaliste",
        "mention": "mention|honorable mention|honourable mention|special mention|mention speciale|commended",
        "entrant": "entrant|participant|entered|entry",
        "regional-winner": "regional winner",
    }
)
_PLACES = MappingProxyType(
    {
        "1": "1st|first|winner|gold|champion|or|oro|vainqueur|premier|premiere",
        "2": "2nd|second|runner up|silver|argent|silber|plata|argento|deuxieme|seconde",
        "3": "3rd|third|bronze|bronce|bronzo|troisieme",
    }
)
_ORDINAL = re.compile(
    r"([1-9]\d?)(?:st|nd|rd|th|er|re|e|eme)(?: (?:places?|prizes?|prix))?|(?:rank|rang|place|position|no) ([1-9]\d?)"
)
_PLACED = re.compile(
    r"(?P<spelt>first|second|third|premiere?|deuxieme|seconde?|troisieme) (?:places?|prizes?|prix)"
    r"|\bmed(?:ail|al|agli)\w{0,9} (?:de?|di) (?P<of>\w+)|\b(?P<metal>\w{1,15}?) ?med(?:ail|al)\w{0,9}(?: winners?)?"
)
"""A place in words: `first prize`, `médaille d'or`, `gold medallist`."""

_BEST = re.compile(r"(?:best|meilleur|outstanding|prix|mejor|beste|most|favou?rite)\w*\b.*")
_STATES = frozenset(("active", "revoked", "vacated", "withdrawn", "ineligible", "superseded", "stripped"))
KINDS = MappingProxyType(
    {
        "person": "player person artist author auteur driver rider athlete actor candidate actress director",
        "team": "team equipe club noc",
        "organisation": "company entreprise organisation organization school",
        "work": "film movie song book album show",
    }
)
KEYS = tuple(WORDS)
CHOICES = MappingProxyType(
    {key: key.removeprefix("result.").removesuffix(".id").replace(".", ": ") for key in KEYS if key != "award.id"}
)
"""The keys that an editor may choose for a column, with their labels."""

KNOWN = MappingProxyType({word: key for key in reversed(KEYS) for word in WORDS[key].split("|")})
AT_START = 100
MEDALS = ("🥇", "🥈", "🥉")
"""Signs of the first three places."""

_SIGNS = MappingProxyType({**dict(zip(MEDALS, ("gold", "silver", "bronze"), strict=True)), "🏆": "winner"})
_NOUNS = (
    "winners?|laureates?|names?|recipients?|awards?|prizes?|entries|rows?|results?|laureats?|laureates?|gagnant(?:e?s)?"
    "|vainqueurs?|prix|noms?|lignes?|gewinner|preise|zeilen|ganadores|premios"
)
_SUM = re.compile(
    r"(?:(?:grand|sub|gesamt|zwischen)[ -]?)?(?:totals?|totaux|total general|gesamt|insgesamt|totale)"
    rf"(?:\s?[:=]?\s?\d[\d.,]*(?: (?:{_NOUNS}))?|\s(?:of )?(?:{_NOUNS})(?:\s?[:=]?\s?\d[\d.,]*)?)?"
    r"|(?:sums?|summe|somme|suma|average|moyenne|mean|count|anzahl|number|nombre)(?:\s?[:=]\s?\d[\d.,]*)?"
    rf"|(?:number of|nombre de|anzahl der) (?:{_NOUNS})(?:\s?[:=]?\s?\d[\d.,]*)?"
    rf"|\d{{1,4}} (?:{_NOUNS})(?: in total| au total)?"
)


_COUNT = re.compile(
    r"(?:number of |nombre de |anzahl der )?(?:\w+s (?:presented|awarded|given|received|entered|sent|made)"
    rf"|entries|guests|entrants|attendance|visitors|members|inscrits|participants|spectateurs|{_NOUNS})"
)
_AROUND = frozenset(
    (
        *("chair", "chairman", "chairwoman", "chairperson", "president", "presidente", "presidency", "vorsitz"),
        *("host", "hosts", "venue", "town", "city", "lieu", "ville", "ort", "stadt", "lugar", "ciudad", "luogo"),
    )
)

FIRST = ("first name", "firstname", "given name", "prenom", "forename", "first", "given")
LAST = ("last name", "lastname", "surname", "family name", "nom de famille", "nom", "last", "family")
"""Words for the first and the family name of a laureate."""

_BRACKETED = re.compile(r"\(([^()]+)\)$")
_HELD = re.compile(r"(?<![^/])(?:results|medals|podium|places|ranking|data|values|items|entries)\.")
"""Names of containers in nested data that add no meaning to a key: `results.gold`."""


def is_heading(cells: Iterable[Cell]) -> bool:
    """Whether each filled cell is a usual name of a column: `Year`, `Winner`."""
    filled = [*filter(is_full, cells)]
    return bool(filled) and all(
        isinstance(cell, str) and {words_of(cell), f"{words_of(cell)}s"} & KNOWN.keys() for cell in filled
    )


def name_words(name: str, looks: ColumnProfile) -> str:
    """`../NomineeIds` → `nominee ids`; the key of a mapping is called by what it looks like."""
    if looks.is_key:
        return "year" if looks.looks == "year" else "category"
    behind = _BRACKETED.search(name)
    if behind and place_of(words_of(behind[1])):
        return words_of(behind[1])
    name = (name[: behind.start()] if behind else "") or name
    name = _HELD.sub("", re.sub(r"(?<=\w)\(e?s\)", "", name))
    bare = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"^(?:\.\./)+", "", name))
    return words_of(bare)


def fitness(key: str, said: str) -> int:
    """How well a column name matches: exactly; by its last words, as `prize_year`; by its first, as `yearID`."""
    apart = set(_APART.get(key, "").split())
    best = 0
    forms = said, re.sub(r"s$", "", said)
    for at, phrase in enumerate(WORDS[key].split("|")):
        if phrase in forms:
            best = max(best, 3 * AT_START - at)
        elif not apart.intersection(said.split()):
            best = max(best, 2 * AT_START - at if any(f" {form}".endswith(f" {phrase}") for form in forms) else 0)
            best = max(best, AT_START - at if f"{said} ".startswith(f"{phrase} ") else 0)
    return best


def may_be(key: str, looks: ColumnProfile) -> bool:
    """Whether the values of a column suit a key."""
    values = tuple(map(words_of, looks.values))
    told = sum(count for value, count in zip(values, looks.counts, strict=True) if distinction_of(value))
    says_who_won = bool(values) and told * 2 >= sum(looks.counts)
    if key == "result.distinction":
        return looks.looks == "flag" or says_who_won
    is_counted = bool(values) and all(map(_ORDINAL.fullmatch, values))
    if key == "edition.id" and is_counted:
        return False
    if key == "edition.ordinal" and is_counted:
        return True
    if key in ("result.laureate", "result.role") and (says_who_won or looks.looks == "flag"):
        return False
    if key == "result.status":
        return bool(values) and _STATES.issuperset(values)
    if key == "name.kind":
        return bool(values) and all(kind_of(value) for value in values)
    if key == "result.rank" and looks.looks != "number":
        are_places = [
            place_of(value).isdecimal() or bool(re.fullmatch(r"\D{0,2}\d+\D{0,4}", value)) for value in values
        ]
        placed = sum(count for is_place, count in zip(are_places, looks.counts, strict=True) if is_place)
        return bool(values) and placed * 2 >= sum(looks.counts)
    if key == "result.money" and looks.looks == "number":
        return bool(sign_in(looks.name))
    if key in _LOOKS:
        return looks.looks in _LOOKS[key] and not (key == "edition.id" and _holds_several_years(looks))
    if key in _NAMED and not may_name(looks):
        return False
    return looks.looks not in ("flag", "url", "date", "year", "amount")


def _holds_several_years(looks: ColumnProfile) -> bool:
    return bool(looks.separator) and all(map(PATTERNS["year"].fullmatch, looks.listed.split(looks.separator)))


def may_name(looks: ColumnProfile) -> bool:
    """Whether most texts of a column are names and no dates, amounts or addresses."""
    return looks.valued * 2 < 1


def is_name(looks: ColumnProfile) -> bool:
    """Whether a column holds names, and no dates, amounts or addresses."""
    return looks.looks in ("name", "choice", "text", "list") and may_name(looks)


def are_best(looks: ColumnProfile) -> bool:
    """Whether the values of a column look like names of categories: `Best Picture`."""
    best = sum(1 for value in looks.values if _BEST.fullmatch(words_of(value)))
    return bool(looks.values) and best * 2 >= len(looks.values)


def is_sum(text: str) -> bool:
    """Whether a text labels a row of sums: `Total`, `Sum: 3`, `3 winners`."""
    return _SUM.fullmatch(folded(text).strip(" .:=")) is not None


def is_count(text: str) -> bool:
    """Whether a text labels a count beside it: `Cups presented`, `Entries`."""
    return _COUNT.fullmatch(words_of(text)) is not None


def is_around(said: str) -> bool:
    """Whether the name of a column means the head of a jury or a place: `Chair`, `Président du jury`."""
    return said.split()[0] in _AROUND


def words_of(text: str) -> str:
    """A text in small letters without accents, words parted by one blank; a medal alone becomes its metal."""
    if text.strip() in _SIGNS:
        return _SIGNS[text.strip()]
    return re.sub(r"[^a-z0-9]+", " ", slug(text)).strip()


def distinction_of(text: str) -> str:
    """The distinction that a word stands for; `winners name` and `winner 2` are those of winners."""
    bare = re.sub(r"s?(?: (?:names?|titles?))?(?: \d{1,2})?$", "", text)
    return next((word for word, said in _DISTINCTIONS.items() if {text, bare} & set(said.split("|"))), "")


def place_of(text: str) -> str:
    """The number of a place, or a distinction."""
    bare = re.sub(r" (?:names?|titles?)$", "", text) if text not in FIRST[:-2] else ""
    numbered = _ORDINAL.fullmatch(bare)
    if placed := _PLACED.fullmatch(bare):
        bare = next(filter(None, placed.groups()))
    spelt = next((place for place, said in _PLACES.items() if bare in said.split("|")), "")
    return spelt or (numbered[1] or numbered[2] if numbered else "") or distinction_of(bare)


def under_heading(name: str) -> tuple[str, str]:
    """The heading and the place in the name of a column: `Best Pie Winner`."""
    said = words_of(name)
    parts = ((name[: sign.start()], words_of(name[sign.end() :])) for sign in re.finditer(r"[\s.]+", name.strip(" .")))
    return next((part for part in parts if place_of(part[1]) and not place_of(said)), ("", said))


def kind_of(text: str) -> str:
    """The kind of laureate that a word stands for, or nothing."""
    return text if text in KINDS else next((kind for kind, said in KINDS.items() if text in said.split()), "")


def is_of_a_year(said: str) -> bool:
    """Whether the name of a column is a year, with or without a word for laureates: `2020`, `Winner 2020`."""
    rest = beside_year(said)
    return rest != said and (
        not rest or bool(place_of(rest)) or rest.removesuffix("s") in WORDS["result.laureate"].split("|")
    )


def beside_year(said: str) -> str:
    """The name of a column without the year in it."""
    return " ".join(_A_YEAR.sub(" ", said, count=1).split())

"""Draft of a mapping, guessed from the columns of a table; doubtful guesses are listed for the editor."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import MappingProxyType

from ..model.ids import slug
from ..problems import nearest
from ..sources.schema.words import nobody
from .cells import date_forms
from .tables.nested import steps
from .tables.table import Cell, Row, Table

# Look over a table's columns: how full, how varied, and what they look like.

_SAMPLES = 5
_MOST = 0.9
_DATE = (
    r"\d{4}[-/.]\d\d?(?:[-/.]\d\d?)?(?:[T ][\d:.]+Z?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:er|st|nd|rd|th|\.)?[ -][^\W\d]{3,9}\.?[ -]\d{4}|[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_DAY = re.compile(_DATE, re.I)
_NUMBER = r"\d[\d\s.,'’]*(?:[eE][+-]?\d{1,3})?"
_SIGN = (
    r"(?:[A-Z]{0,2}[$€£¥₹₽₩₪₺]|USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|BRL|MXN|ZAR|KRW|HUF|RUB|FRF|DEM"
    r"|zł|Kč|kr\.?|euros?|dollars?|pounds?|francs?|yen)"
)
_SHARED_SIGN = re.compile(r"(?<![A-Za-z])(?:[$¥]|kr\.?|dollars?|pounds?|francs?|yen)(?!\s?\d[\d.,\s]*[A-Z]{3})", re.I)
_SCALE = r"(?:k|m|bn|thousand|million|mille|millions)?"
_FLAG = (
    r"true|false|yes|no|oui|non|y|n|x|0|1|won|lost|winner|nominee|nominated|lauréate?|nommée?"
    r"|[✓✔☑✅★✗✘✕×☒❌☐*+–—-]"
)
_PATTERNS = (
    ("year", re.compile(r"(?:1[5-9]|20|21)\d\d(?:[/–-](?:\d\d|\d{4}))?")),
    ("date", re.compile(_DATE, re.I)),
    ("url", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    ("number", re.compile(rf"[+−-]?{_NUMBER}%?")),
    (
        "amount",
        re.compile(
            rf"[+−-]?(?:{_SIGN}\s?{_NUMBER}{_SCALE}|{_NUMBER}{_SCALE}\s?(?:of |d')?{_SIGN})(?:\s?{_SIGN})?", re.I
        ),
    ),
    ("code", re.compile(r"(?=\S*\d)[A-Za-z0-9_:#-]{2,24}")),
)
_PATTERN = MappingProxyType(dict(_PATTERNS))
_SEPARATORS = ("\n", "|", ";", " / ", " & ", " and ", " et ", ", ")
_PLAIN = ("\n", "|", ";", " / ")
"""Separators that only lists have."""

TURNED = re.compile(
    r"the|an?|l[ea]s?|l'|une?|d(?:er|ie|as)|el|los|[js]r\.?|i{2,3}|iv|inc\.?|ltd\.?|llc|plc|corp\.?|co\.?|gmbh|sas?|phd|md|esq\.?",
    re.I,
)
"""What stands behind a comma and is no element of a list: `Loaf, The`, `Rye, Inc.`."""

_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\W\d_][^\s,.&]+|[^a-z,.&\d]+|(?:v[ao]n|de[rlns]?|d[iua]|l[ea]|el|al|te[nr]) [^,.&\d]+)"
    r",\s+(?P<given>[^\W\d_][^\s,&]*(?: [^\W\d_][^\s,&]*){0,2})"
)
_MOST_VALUES = 24
_VALUES = ("year", "date", "url", "number", "amount")
"""Looks of what is no name."""

_DASHES = ("-", "–", "—", "−", "--", "---", "/", ".")
"""Signs for what is empty."""
_STARTS = re.compile(r"\s*+(?:[A-Z]|.*\d)")
_IS_FLAG = re.compile(_FLAG, re.I)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """`filled` is a share from 0 to 1; `looks` is one of year, date, url, flag, number, amount, code, list, choice,
    name, text, or nothing where the column is empty; `values` are all there are, where they are few.

    `separator` stands between the parts of what is a list, or may be one: `lists` cells hold it, such as `listed`.
    `valued` is the share of texts that are a date, an amount or the like and no name, such as `value`. Where most are
    names turned round, `turned` is one of them: `CRUST, Ann`.
    """

    name: str
    filled: float
    distinct: int
    samples: tuple[str, ...]
    looks: str
    separator: str = ""
    lists: int = 0
    listed: str = ""
    values: tuple[str, ...] = ()
    valued: float = 0
    value: str = ""
    turned: str = ""


def profile(table: Table) -> tuple[ColumnProfile, ...]:
    """One profile for each column, in their order."""
    columns = zip(*(row.cells for row in table.rows), strict=True) if table.rows else ((),) * len(table.columns)
    return tuple(_profile(name, cells) for name, cells in zip(table.columns, columns, strict=True))


def _profile(name: str, cells: tuple[Cell, ...]) -> ColumnProfile:
    has_lists = any(isinstance(cell, tuple) for cell in cells)
    texts = [text for cell in cells for text in ((cell,) if isinstance(cell, str) else cell) if text.strip()]
    filled = sum(1 for cell in cells if (cell.strip() if isinstance(cell, str) else cell))
    counts = Counter(texts)
    share = filled / len(cells) if cells else 0.0
    turned = "" if has_lists else _turned_round(counts)
    separator = "" if has_lists or turned else _separator(texts)
    holding = [text for text in texts if separator and separator in text]
    valued = [text for text in counts if any(_PATTERN[looks].fullmatch(text.strip()) for looks in _VALUES)]
    is_list = has_lists or (separator and (separator in _PLAIN or _is_reused(texts, holding, separator)))
    return ColumnProfile(
        name,
        share,
        len(counts),
        tuple(_samples(counts)),
        ("list" if is_list else _looks(counts, share)) if texts else "",
        separator,
        len(holding),
        next(iter(holding), ""),
        tuple(counts) if len(counts) <= _MOST_VALUES else (),
        sum(counts[text] for text in valued) / len(texts) if texts else 0,
        next(iter(valued), ""),
        turned,
    )


def _turned_round(counts: Counter[str]) -> str:
    """One of the names, where most of a column have the family name first, and a comma; or nothing."""
    found = {text: parts for text in counts if (parts := _FAMILY_FIRST.fullmatch(text.strip()))}
    families = {parts["family"].casefold() for parts in found.values()}
    if len(found) * 5 < len(counts) * 4 or any(parts["given"].casefold() in families for parts in found.values()):
        return ""
    return next(iter(found), "") if not any(TURNED.fullmatch(parts["given"]) for parts in found.values()) else ""


def _is_reused(texts: list[str], holding: list[str], separator: str) -> bool:
    """Whether parts of cells also occur elsewhere, as elements of lists do: in at least a third of the cells."""
    parts = Counter(part.strip() for text in texts for part in dict.fromkeys(text.split(separator)))
    again = sum(1 for text in holding if any(parts[part.strip()] > 1 for part in text.split(separator)))
    return again * 3 >= len(holding) and len(holding) > 1


def _samples(counts: Counter[str]) -> list[str]:
    return [text if len(text) <= 60 else f"{text[:59]}…" for text in list(counts)[:_SAMPLES]]


def _looks(counts: Counter[str], share: float) -> str:
    bare = Counter({text: count for text, count in counts.items() if text.strip() not in _DASHES})
    is_constant = _is_constant(counts, share)
    counts = bare or counts
    total = counts.total()
    if total and len(counts) <= 2 and (all(map(_IS_FLAG.fullmatch, counts)) and not is_constant):
        return "flag"
    for looks, pattern in _PATTERNS:
        if sum(count for text, count in counts.items() if pattern.fullmatch(text.strip())) >= total * _MOST:
            return looks
    if total >= 10 and len(counts) <= max(total * 0.2, 2):
        return "choice"
    return "name" if sum(len(text) * count for text, count in counts.items()) <= total * 50 else "text"


def _is_constant(counts: Counter[str], share: float) -> bool:
    return len(counts) == 1 and share == 1


def _separator(texts: list[str]) -> str:
    """The separator of several texts in cells, if at least a tenth of them have it and it cuts no sentence."""
    short = [text for text in texts if len(text) < 200]
    if len(short) < len(texts) or not texts or any(text.startswith(("http://", "https://")) for text in texts[:20]):
        return ""
    for separator in _SEPARATORS:
        holding = [text for text in texts if separator in text]
        parts = [part for text in holding for part in text.split(separator)]
        are_whole = all(part.strip() and not TURNED.fullmatch(part.strip()) for part in parts)
        if len(holding) * 10 >= len(texts) and are_whole and _are_names(parts):
            return separator
    return ""


def _are_names(parts: list[str]) -> bool:
    """Whether most parts start as a name does, or are codes."""
    good = sum(1 for part in parts if _STARTS.match(part) or not part.isascii())
    return good >= len(parts) * _MOST and sum(map(len, parts)) <= 40 * len(parts)


Names = tuple[str, ...]
_A_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?: \d\d(?:\d\d)?)?(?!\d)")


def _is_of_a_year(said: str) -> bool:
    """Whether a column is called by a year, and perhaps by who stands in it: `2020`, `Winner 2020`."""
    rest = _beside_year(said)
    return rest != said and (
        not rest or bool(_place(rest)) or rest.removesuffix("s") in _WORDS["result.laureate"].split("|")
    )


def _beside_year(said: str) -> str:
    return " ".join(_A_YEAR.sub(" ", said, count=1).split())


# Draft a mapping from the names of columns and what they hold, for an editor to correct; what is not sure is said.

_WORDS = MappingProxyType(
    {
        "edition.id": "year|annee|edition|season|saison|millesime|jahr|ano",
        "edition.ordinal": "ceremony|ordinal|edition number|numero|edition",
        "edition.label": "label|edition label",
        "edition.ceremony.date": "ceremony date|awarded on|date",
        "edition.ceremony.city": "ceremony city|host city",
        "edition.jury": "jury|jurors|judges|jures|juges",
        "award.id": "award id|award name|prize name|award|competition|conference|league|contest|nom du prix",
        "category.id": "canonical category|category|categorie|category name|category id|prize|prix|award category"
        "|class|event|discipline|section|epreuve",
        "result.laureate": "laureate|laureat|winner|champion|vainqueur|gagnant|recipient|nominee|nomine|awardee|honoree"
        "|full name|name|nom|player|person|artist|author|auteur|driver|rider|athlete|actor"
        "|candidate|finalist|contestant|entrant|employee|member|student|volunteer|singer|team|equipe|club|school|band|act|company|entreprise|organisation|organization|noc",
        "result.distinction": "distinction|outcome|result|status|statut|won|win|is winner|inducted|level|stage|winner"
        "|role",
        "result.rank": "rank|rang|place|position|pos|order|standing|classement|finish|medal|medaille|platz|platzierung"
        "|result|resultat|ergebnis|award level|level|outcome",
        "result.tie": "tie|tied|ex aequo",
        "result.for": "film|movie|work|title|titre|book|livre|project|projet|song|oeuvre|album|show",
        "result.role": "role|fonction|job|position held",
        "result.org": "affiliation|employer|company name|societe|publisher|institution|organisation|organization"
        "|company|firm|firma",
        "result.country": "country|pays|nation|nationality|nat",
        "result.citation": "citation|motivation|reason|motif",
        "result.score": "score|points|points won|mark|note|votes|pts",
        "result.share": "share|part",
        "result.money": "prize money|money|purse|winnings|cash prize|prize amount|amount|dotation|montant|bourse|grant"
        "|prize|award|prix",
        "result.count": "count|trophies|trophees|nombre",
        "result.status": "status|state",
        "result.note": "note|notes|remark|remarks|remarque|remarques|comment|comments",
        "name.identity": "laureate id|player id|person id|recipient id|nominee id|identifier|identity|imdb|imdb id"
        "|wikidata|qid|viaf|team number|id",
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
        "award.id": "winner champion laureate recipient nominee points score",
        "category.id": "sub",
    }
)
"""Words that make another column of one that ends or starts as wanted: `birth year`, `film name`."""

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
_PLAIN_TEXTS = (
    *("result.role", "result.org", "result.country", "result.citation", "result.note", "result.score"),
    *("edition.ceremony.city", "result.money", "name.born", "name.died", "edition.ceremony.date"),
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
        "1": "1st|first|winner|gold|champion|or|oro|vainqueur|premier",
        "2": "2nd|second|runner up|silver|argent|silber|plata|argento|deuxieme",
        "3": "3rd|third|bronze|bronce|bronzo|third place|troisieme",
    }
)
_ORDINAL = re.compile(r"([1-9]\d?)(?:st|nd|rd|th|er|e|eme)(?: place)?|(?:rank|rang|place|position|no) ([1-9]\d?)")
_BEST = re.compile(r"(?:best|meilleur|outstanding|prix|mejor|beste|most|favou?rite)\w*\b.*")
_STATES = frozenset(("active", "revoked", "vacated", "withdrawn", "ineligible", "superseded", "stripped"))
_KINDS = MappingProxyType(
    {
        "person": "player person artist author auteur driver rider athlete actor candidate actress director",
        "team": "team equipe club noc",
        "organisation": "company entreprise organisation organization school",
        "work": "film movie song book album show",
    }
)
_CODES = MappingProxyType({"w": "winner", "n": "nominee", "f": "finalist", "s": "shortlisted", "l": "longlisted"})
_YES = re.compile(r"true|yes|oui|y|x|1|won|win|winner|lauréate?|[✓✔☑✅★*+]", re.I)
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:[T ].*)?")
_DATES = ("edition.ceremony.date", "name.born", "name.died")
_SUM = re.compile(r"(?:grand |sub ?)?(?:totals?|totaux|sums?|summe|somme|average|moyenne|mean|count)(?P<more> .*)?")
_MADE = re.compile(r".+ (?:by|par) .+")


@dataclass(frozen=True, slots=True)
class Untaken:
    """A column that no key is guessed for: a few of its texts, why not, and a line that would take it.

    Without texts it is empty in every row.
    """

    column: str
    samples: tuple[str, ...]
    why: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """A mapping for the editor to correct, its doubtful points, what is left, and how complete it is.

    `read` are the keys with the columns that they are taken from.
    """

    text: str
    unsure: tuple[str, ...]
    worth: tuple[int, ...]
    untaken: tuple[Untaken, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)


def told(untaken: Untaken) -> str:
    """A column that is not taken, in one line."""
    shown = f" ({', '.join(map(_quoted, untaken.samples))})" if untaken.samples else ""
    return f"{untaken.column}{shown}: {untaken.why}" + (f": {untaken.line}" if untaken.line else "")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A mapping under construction: the column of each key, columns to turn into rows, doubts.

    Where `codes` is true, the cells of the columns that become rows say what became of the laureate of their row.
    Rows that are sums are not in `table`; `sums` has what they are called, by column.
    """

    table: Table
    looks: Mapping[str, ColumnProfile]
    found: dict[str, str]
    wide: tuple[str, ...]
    names: tuple[str, ...]
    unsure: list[str]
    codes: bool = False
    sums: Mapping[str, Names] = field(default_factory=dict)
    known: tuple[str, ...] = ()


def guessed(
    table: Table, path: str, said: Mapping[str, str] = MappingProxyType({}), known: tuple[str, ...] = ()
) -> Guess:
    """The text of a guessed mapping; unused columns and doubts are comments in it.

    `said` has the keys of columns of which it is known what they are: nothing for one that is to be left out. What of
    the sections in `known` no column says is no doubt.
    """
    sums = {row.span.line: found for row in table.rows if (found := _sum(table, row))}
    table = replace(table, rows=tuple(row for row in table.rows if row.span.line not in sums))
    looks = {each.name: each for each in profile(table)}
    words = {name: _folded(name, looks[name]) for name in _plain(table) if looks[name].looks}
    called = {
        name: tuple(dict.fromkeys(text for column, text in sums.values() if column == name))
        for name, _ in sums.values()
    }
    draft = replace(_drafted(table, looks, words, said), sums=called, known=known)
    stem = re.sub(r"\.[^.]*$", "", path.rpartition("/")[2])
    lines = list(_read(draft))
    for section in ("award", "edition", "category", "result", "name"):
        written = list(_section(draft, section, stem))
        lines += [f"[{section}]", *written, ""] if written else []
    lines += _nobody(draft)
    taken = {*draft.found.values(), *draft.wide, *draft.names, *(("value",) if _has_bare_texts(draft) else ())}
    # The whole line of a list is there beside what is read of it.
    taken |= {"line"} if table.how.format == "names" else set()
    rest = tuple(_untaken(draft, name) for name in _plain(table) if name not in taken and name not in said)
    lines += ["# Not taken:", *(f"#   {told(each)}" for each in rest)] if rest else []
    left = [name for name in said if name not in taken]
    lines += [f"# Left out: {', '.join(left)}"] if left else []
    head = [f"# A first guess at what is what in {path}: correct it, then import."]
    head += ["# Not sure:", *(f"#   {each}" for each in draft.unsure)] if draft.unsure else []
    laureate = draft.found.get("result.laureate", "")
    is_known = bool(laureate or draft.wide or draft.names)
    is_single = is_known and not (laureate and looks[laureate].looks == "list" and not looks[laureate].separator)
    says_who_won = (
        draft.codes
        or bool(draft.wide and _are_places(draft))
        or {"result.distinction", "result.rank"} & draft.found.keys()
    )
    has = ("edition.id" in draft.found or _are_years(draft), "category.id" in draft.found, len(draft.found))
    worth = (is_known, bool(says_who_won), is_single, *has)
    read = {**draft.found, **({"result.laureate": ", ".join(draft.names or draft.wide)} if is_known else {})}
    text = "\n".join((*head, "", *lines)).rstrip("\n") + "\n"
    return Guess(text, tuple(draft.unsure), worth, rest, MappingProxyType(read | draft.found))


def _untaken(draft: _Draft, name: str) -> Untaken:
    """Why a column is left, by its name and by what it holds, and what would take it."""
    looks = draft.looks[name]
    said = _folded(name, looks)
    key = max(_KEYS, key=lambda key: _fitness(key, said))
    named = key if _fitness(key, said) else ""
    samples = looks.samples[:_EXAMPLES]
    if not looks.looks:
        decides = named in ("result.distinction", "result.rank")
        return Untaken(name, (), "empty in every row" + (", so nothing says who won" if decides else ""))
    if named in _DATES and looks.looks == "number":
        why = "numbers, which may be days as a spreadsheet counts them; make them days there, and save it again"
        return Untaken(name, samples, why)
    if not named:
        near = nearest(said, _KNOWN, _ALIKE) if len(said) > _SHORT else None
        key = _KNOWN[near] if near else "result.note"
        line = f"{_line(key)} = {_of(name)}"
        return Untaken(
            name, samples, f'if "{near}" was meant' if near else "its name is not known; to keep it as a note", line
        )
    holder = draft.found.get(named, "") or (", ".join(draft.wide) if named == "result.laureate" else "")
    if holder:
        other = f"{_line(named)} is taken from {holder}"
        return Untaken(name, samples, f"{other}; if it is this", f"{_line(named)} = {_of(name)}")
    if not _may_be(named, looks):
        why = f"its name is that of {_line(named)}, and its cells do not look like it; if they are"
        return Untaken(name, samples, why, f"{_line(named)} = {_of(name)}")
    return Untaken(name, samples, "if it is this", f"{_line(named)} = {_of(name)}")


def is_heading(cells: Iterable[Cell]) -> bool:
    """Whether each cell that is filled is what a column is called: `Year`, `Winner`."""
    filled = [cell for cell in cells if str(cell).strip() and cell != ()]
    return bool(filled) and all(
        isinstance(cell, str) and {_fold(cell), f"{_fold(cell)}s"} & _KNOWN.keys() for cell in filled
    )


def _line(key: str) -> str:
    """A key as one says it: `[result] note`."""
    section, _, rest = key.partition(".")
    return f"[{section}] {rest}"


def _of(column: str) -> str:
    return f"{{column = {_quoted(column)}}}" if set(column) & set("{}") else _quoted(f"{{{column}}}")


def _drafted(
    table: Table, looks: Mapping[str, ColumnProfile], words: Mapping[str, str], told: Mapping[str, str]
) -> _Draft:
    """Each key with the column whose name matches best; each column is used once.

    What is `told` of a column stands, and is no guess.
    """
    stated = {key: name for name, key in told.items() if key and name in words}
    words = {name: said for name, said in words.items() if name not in told}
    places = tuple(name for name in words if _place(words[name]) and _may_be("result.laureate", looks[name]))
    years = tuple(name for name in words if _is_of_a_year(words[name]) and _may_be("result.laureate", looks[name]))
    coded = tuple(name for name in words if _is_of_a_year(words[name]))
    codes = len(coded) > 1 and all(_are_codes(looks[name]) for name in coded)
    years = coded if codes else years
    first, last = (next((name for name in words if words[name] in these), "") for these in (_FIRST, _LAST))
    names = (first, last) if first and last else ()
    wide = () if "result.laureate" in stated else years or (places if len(places) > 1 else ())
    fits = sorted(
        (-score, at, name.count("../"), key, name)
        for at, key in enumerate(_WORDS)
        for name, said in words.items()
        if name not in (*wide, *names) and (score := _fitness(key, said)) and _may_be(key, looks[name])
    )
    found = dict(stated)
    for _, _, _, key, name in fits:
        if key not in found and name not in found.values():
            found[key] = name
    unsure = []
    fitting = [name for *_, name in fits]
    for name, said in words.items():
        # A letter too many or too few; a short name is like many.
        near = nearest(said, _KNOWN, _ALIKE) if name not in (*fitting, *wide, *names) and len(said) > _SHORT else None
        key = _KNOWN[near] if near else ""
        if near and key not in found and _may_be(key, looks[name]):
            found[key] = name
            unsure.append(f'whether {name} is meant for "{near}"')
    for key in ("award.id", "edition.id", "category.id", "result.laureate"):
        free = [(name, -score) for score, _, _, other, name in fits if other == key and name not in found.values()]
        others = [name for name, score in free if score > _AT_START]
        if others:
            unsure.append(f"{_said(key)}: {found[key]}, or {', '.join(others)}?")
        for other in others if key == "result.laureate" else ():
            # `Cup Score` is no score of the `League Champion`.
            theirs = [each for each in found if each.startswith("result.") and _is_beside(found[each], other)]
            for each in theirs if not _is_beside(found[key], other) else ():
                del found[each]
    if years and "edition.id" in found:
        unsure.append(f"the edition: that of the column {years[0]}, or {found.pop('edition.id')}?")
    if (wide and not codes) or names:
        found.pop("result.laureate", None)
    elif "result.laureate" not in found and "name.identity" in found and _may_name(looks[found["name.identity"]]):
        # Who is known by an id alone is called by it.
        found["result.laureate"] = found.pop("name.identity")
    if "edition.id" not in found and "edition.ceremony.date" not in found:
        dated = next(
            (
                name
                for name in words
                if name not in (*found.values(), *(("line",) if table.how.format == "names" else ()))
                and _may_be("edition.id", looks[name])
                and _holds_years(table, name)
            ),
            "",
        )
        if dated:
            found["edition.id"] = dated
            unsure.append(f"whether {dated} is the edition: its texts hold a year")
    award = found.get("award.id", "")
    if "category.id" not in found and words.get(award, "") in ("award", "awards") and _are_best(looks[award]):
        found["category.id"] = found.pop("award.id")
    if "category.id" not in found:
        unsure += _headed(table, looks, words, found, wide, years)
    is_long = any(key in found for key in ("category.id", "result.distinction", "result.rank"))
    if not wide and not names and "result.laureate" not in found and not is_long:
        # No column says who, or in what: those that are left may each be a category.
        sure = {name for score, *_, name in fits if -score > 2 * _AT_START}
        dated = found.get("edition.id", "")
        left = [name for name in words if name not in sure and name != dated and _is_name(looks[name])]
        if len(left) > 1:
            wide = tuple(left)
            found = {key: name for key, name in found.items() if name not in wide}
            unsure.append(f"whether these are categories, with laureates below them: {', '.join(wide)}")
    if not wide and not names and "result.laureate" not in found and "result.for" in found:
        found["result.laureate"] = found.pop("result.for")
        unsure.append(f"whether the laureate is what stands in {found['result.laureate']}")
    for key in ("category.id", "result.laureate"):
        column = looks.get(found.get(key, ""))
        if column and column.valued:
            unsure.append(f"whether {column.name} holds nothing but names: there is {_quoted(column.value)}")
    ordered = dict(sorted(found.items(), key=lambda pair: _KEYS.index(pair[0])))
    return _Draft(table, looks, ordered, wide, names, unsure, codes)


def _are_codes(looks: ColumnProfile) -> bool:
    """Whether the cells of a column are places, or codes and words for what became of somebody, and no names."""
    return bool(looks.values) and all(
        _IS_FLAG.fullmatch(value) or re.fullmatch(r"[^\W\d_]\W?|\d{1,2}|\W", value) or _place(_fold(value))
        for value in map(str.strip, looks.values)
    )


def _headed(
    table: Table,
    looks: Mapping[str, ColumnProfile],
    words: Mapping[str, str],
    found: dict[str, str],
    wide: Names,
    years: Names,
) -> Iterator[str]:
    """The category by the name of what holds the laureates, where no column is called one; yields the doubts."""
    free = [name for name in words if name not in (*found.values(), *wide) and _is_name(looks[name])]
    if years:
        if len(free) == 1:
            found["category.id"] = free[0]
            yield f"whether {free[0]} is the category"
        return
    laureate = found.get("result.laureate", "") or next(iter(wide), "")
    if not laureate or laureate.startswith("../"):
        return
    free += [found.pop("result.for")] if found.get("result.for", "").startswith("../") else []
    is_beside = laureate in wide or (looks[laureate].looks == "list" and not looks[laureate].separator)
    way = steps(table.how.rows)
    lists = [before for before, step in pairwise(("", *way)) if step in ("[]", "{}")]
    for name in sorted(free, key=lambda name: name.count("../")):
        depth = name.count("../")
        holder = _folded(lists[-1 - depth], looks[name]) if depth < len(lists) else ""
        if words[name] not in _TITLES or not (depth or is_beside):
            continue
        if _fitness("edition.id", holder):
            found.setdefault("edition.label", name)
        elif "category.id" not in found and looks[name].distinct > 1:
            found["category.id"] = name
            yield f"whether {name} is the category: it is the name of what holds {laureate}"
        elif "award.id" not in found:
            found["award.id"] = name
            yield f"whether {name} is the award: it is the name of what holds {laureate}"


def _is_beside(column: str, other: str) -> bool:
    """Whether two columns begin with the same words, as those below one heading do."""
    group = other.rpartition(" ")[0]
    return bool(group) and column.startswith(f"{group} ")


_KEYS = tuple(_WORDS)
CHOICES = MappingProxyType(
    {key: key.removeprefix("result.").removesuffix(".id").replace(".", ": ") for key in _KEYS if key != "award.id"}
)
"""The keys that a column may be said to be, and what an editor calls them."""

_KNOWN = MappingProxyType({word: key for key in reversed(_KEYS) for word in _WORDS[key].split("|")})
_ALIKE, _SHORT = 0.8, 4
_EXAMPLES = 2
_AT_START = 100
_HOLDERS = ("laureates", "results", "prizes", "awards", "categories", "entries", "items", "data", "rows", "values")
_TITLES = ("name", "title", "label", "heading", "nom", "titre")
_FIRST = ("first name", "firstname", "given name", "prenom", "forename")
_LAST = ("last name", "lastname", "surname", "family name", "nom de famille")


def _said(key: str) -> str:
    return {"result.laureate": "the laureate"}.get(key, f"the {key.partition('.')[0]}")


def _plain(table: Table) -> list[str]:
    """Columns without numbered list elements and row numbers; mapping keys are kept."""
    levels = re.findall(r"\[\]|\{\}", table.how.rows)
    keyed = {"../" * up + "#" for up, each in enumerate(reversed(levels)) if each == "{}"}
    return [name for name in table.columns if name in keyed or not re.search(r"\[\d|#$", name)]


def _folded(name: str, looks: ColumnProfile) -> str:
    """`../NomineeIds` → `nominee ids`; the key of a mapping is called by what it looks like."""
    if name.endswith("#"):
        return "year" if looks.looks == "year" else "category"
    bare = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"^(?:\.\./)+", "", name))
    return re.sub(r"[^a-z0-9]+", " ", slug(bare)).strip()


def _fitness(key: str, said: str) -> int:
    """How well a column name matches: exactly; by its last words, as `prize_year`; by its first, as `yearID`."""
    apart = set(_APART.get(key, "").split())
    best = 0
    forms = said, re.sub(r"s$", "", said)
    for at, phrase in enumerate(_WORDS[key].split("|")):
        if phrase in forms:
            best = max(best, 3 * _AT_START - at)
        elif not apart.intersection(said.split()):
            best = max(best, 2 * _AT_START - at if any(f" {form}".endswith(f" {phrase}") for form in forms) else 0)
            best = max(best, _AT_START - at if f"{said} ".startswith(f"{phrase} ") else 0)
    return best


def _may_be(key: str, looks: ColumnProfile) -> bool:
    """Whether the values of a column suit a key."""
    values = tuple(map(_fold, looks.values))
    says_who_won = bool(values) and sum(1 for value in values if _distinction(value)) * 2 >= len(values)
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
        return bool(values) and all(_kind(value) for value in values)
    if key == "result.rank" and looks.looks != "number":
        places = sum(1 for value in values if _place(value).isdecimal() or re.fullmatch(r"\D{0,2}\d+\D{0,4}", value))
        return bool(values) and places * 2 >= len(values)
    if key in _LOOKS:
        return looks.looks in _LOOKS[key] and not (key == "edition.id" and _holds_several_years(looks))
    if key in _NAMED and not _may_name(looks):
        return False
    return looks.looks not in ("flag", "url", "date", "year", "amount")


def _holds_several_years(looks: ColumnProfile) -> bool:
    return bool(looks.separator) and all(map(_PATTERN["year"].fullmatch, looks.listed.split(looks.separator)))


def _may_name(looks: ColumnProfile) -> bool:
    """Whether most texts of a column are names and no dates, amounts or addresses."""
    return looks.valued * 2 < 1


def _is_name(looks: ColumnProfile) -> bool:
    return looks.looks in ("name", "choice", "text", "list") and _may_name(looks)


def _holds_years(table: Table, column: str) -> bool:
    """Whether most cells are a few words with a year in them: `2016 Summer`, `March 2021`."""
    cells = [cell for row in table.rows if isinstance(cell := row.cells[table.columns.index(column)], str) and cell]
    dated = sum(1 for cell in cells if len(cell) < 30 and re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", cell))
    return bool(cells) and dated * 3 >= len(cells) * 2


def _are_best(looks: ColumnProfile) -> bool:
    """Whether the values of a column look like names of categories: `Best Picture`."""
    best = sum(1 for value in looks.values if _BEST.fullmatch(_fold(value)))
    return bool(looks.values) and best * 2 >= len(looks.values)


def _fold(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", slug(text)).strip()


def _distinction(text: str) -> str:
    """The distinction that a word stands for; `winners name` and `winner 2` are those of winners."""
    bare = re.sub(r"s?(?: (?:names?|titles?))?(?: \d{1,2})?$", "", text)
    return next((word for word, said in _DISTINCTIONS.items() if {text, bare} & set(said.split("|"))), "")


def _place(text: str) -> str:
    """The number of a place, or a distinction."""
    bare = re.sub(r" (?:names?|titles?)$", "", text)
    numbered = _ORDINAL.fullmatch(bare)
    spelt = next((place for place, said in _PLACES.items() if bare in said.split("|")), "")
    return spelt or (numbered[1] or numbered[2] if numbered else "") or _distinction(bare)


def _kind(text: str) -> str:
    return text if text in _KINDS else next((kind for kind, said in _KINDS.items() if text in said.split()), "")


# What is written.


def _read(draft: _Draft) -> Iterator[str]:
    how = draft.table.how
    said = {key: getattr(how, key) for key in ("format", "delimiter", "encoding", "sheet", "rows")}
    lines = [f"{key} = {_quoted(value)}" for key, value in said.items() if value]
    if how.header > 1 or how.header_rows > 1:
        lines.append(f"header = {how.header}")
    if how.header_rows > 1:
        lines.append(f"header_rows = {how.header_rows}")
    down = [name for key in ("edition.id", "category.id") if (name := _ebbs(draft, key))]
    if down:
        lines.append(f"fill_down = [{', '.join(map(_quoted, down))}]")
        draft.unsure.append(f"whether an empty {' or '.join(down)} means the one above")
    if lines:
        yield from ("[read]", *lines, "")
    if draft.wide:
        columns = ", ".join(map(_quoted, draft.wide))
        name, value = _turned(draft)
        yield from ("[[read.wide]]", f"columns = [{columns}]", f"name = {_quoted(name)}")
        yield from (f"value = {_quoted(value)}", "")


def _ebbs(draft: _Draft, key: str) -> str:
    """Whether the column of a key is empty in some rows, though not in the first."""
    # The reader of lists of names has looked for the year above.
    column = draft.found.get(key, "") if draft.table.how.format != "names" else ""
    cells = [row.cells[draft.table.columns.index(column)] for row in draft.table.rows] if column else []
    return column if cells and cells[0] and not all(map(str, cells)) and not column.startswith("../") else ""


def _sum(table: Table, row: Row) -> tuple[str, str] | None:
    """The first column that is filled in a row that is a sum, and what stands there: `Total`."""
    found = next(((name, cell) for name, cell in zip(table.columns, row.cells, strict=True) if str(cell).strip()), None)
    if found is None or not isinstance(found[1], str) or table.how.format == "names":
        return None
    said = _SUM.fullmatch(_fold(found[1]))
    # A name may begin so: "Total Recall".
    is_sum = said is not None and (not said["more"] or _fitness("edition.id", _fold(found[0])) > 0)
    return (found[0], found[1].strip()) if is_sum else None


def _turned(draft: _Draft) -> tuple[str, str]:
    """Names for the columns made from columns that became rows."""
    kept = [name for name in draft.table.columns if name not in draft.wide]
    usual = (
        ("Year", "Winner" if not draft.codes else "Said")
        if _are_years(draft)
        else ("Result", "Name")
        if _are_places(draft)
        else ("Category", "Winner")
    )
    pairs = usual, ("column", "cell")
    return next(pair for pair in pairs if not set(pair) & set(kept))


def _are_places(draft: _Draft) -> bool:
    return all(_place(_header(draft, name)) for name in draft.wide)


def _are_years(draft: _Draft) -> bool:
    return bool(draft.wide) and all(_is_of_a_year(_folded(name, draft.looks[name])) for name in draft.wide)


def _header(draft: _Draft, name: str) -> str:
    """What a column that becomes rows says beside a year."""
    return _beside_year(_folded(name, draft.looks[name]))


def _section(draft: _Draft, section: str, stem: str) -> Iterator[str]:
    found, looks = draft.found, draft.looks
    for key, column in found.items():
        if key == "result.money" == f"{section}.money" and (sign := _unclear_sign(draft, column)):
            coded = f'money = {{column = {_quoted(column)}, replace = {{{_quoted(sign)} = "USD "}}}}'
            draft.unsure.append(f"which currency {_quoted(sign)} is in {column}: {coded}")
            yield f"# {coded}   # which currency {_quoted(sign)} is"
        elif key.startswith(f"{section}."):
            value = _of_its_own(draft, key, column, _value(draft, key, looks[column]))
            yield f"{key.removeprefix(f'{section}.')} = {value}"
    match section:
        case "award" if "award.id" not in found:
            yield from (f"id = {_quoted(slug(stem))}", f"name = {_quoted(stem)}")
        case "edition":
            yield from _edition(draft)
        case "category" if "category.id" not in found:
            yield from _category(draft)
        case "result":
            yield from _result(draft)
        case "name":
            yield from _name(draft, stem)


def _of_its_own(draft: _Draft, key: str, column: str, value: str) -> str:
    """The value for those alone to whom a column belongs, where laureates come from several columns of a row."""
    if not draft.wide or draft.codes or not key.startswith(("result.", "name.")):
        return value
    said = {name: _folded(name, draft.looks[name]) for name in (*draft.wide, column)}
    owners = [name for name in draft.wide if _is_part(column, name) or said[column].startswith(f"{said[name]} ")]
    if not owners:
        draft.unsure.append(f"whether {column} is the same for {', '.join(draft.wide)}: each of a row is given it")
        return value
    when = f"when = {{column = {_quoted(_turned(draft)[0])}, is = [{', '.join(map(_quoted, owners))}]}}"
    return f"{value[:-1]}, {when}}}" if value.startswith("{") else f"{{text = {value}, {when}}}"


def _is_part(column: str, name: str) -> bool:
    """Whether both are keys of one object, as `winner.name` and `winner.country`."""
    return "." in name.replace("../", "") and column.startswith(f"{name.rpartition('.')[0]}.")


def _unclear_sign(draft: _Draft, column: str) -> str:
    """A sign that several currencies share, where it stands in a column of amounts without a code."""
    signs = (_SHARED_SIGN.search(text) for text in _texts(draft, column))
    return next((found[0] for found in signs if found), "")


def _edition(draft: _Draft) -> Iterator[str]:
    if "edition.id" not in draft.found:
        date = draft.found.get("edition.ceremony.date", "")
        if _are_years(draft):
            column = _turned(draft)[0]
            is_bare = all(_PATTERN["year"].fullmatch(name) for name in draft.wide)
            year = f"{{column = {_quoted(column)}, pattern = '\\d{{4}}(?:[/–-]\\d\\d(?:\\d\\d)?)?'}}"
            yield f"id = {_quoted(f'{{{column}}}') if is_bare else year}"
        elif date:
            yield f"id = {{column = {_quoted(date)}, pattern = '\\d{{4}}'}}"
        elif "edition" not in draft.known:
            draft.unsure.append("which edition a row is of: no column looks like a year")
            yield '# id = "…"   # which edition: a column such as "{Year}", or a year'
    yield '# coverage = "winners-only"   # complete, partial, winners-only, names-only, none'


def _category(draft: _Draft) -> Iterator[str]:
    if draft.wide and not _are_places(draft) and not _are_years(draft):
        yield f"id = {_quoted(f'{{{_turned(draft)[0]}}}')}"
    elif held := _holder(draft):
        draft.unsure.append(f"whether {_quoted(held)} is the category: it is the name of what holds the laureates")
        yield f"id = {_quoted(held)}"
    elif "award.id" in draft.found:
        draft.unsure.append(f"whether {draft.found['award.id']} is the award or the category: no other column says one")
    elif "category" not in draft.known:
        draft.unsure.append("which category: without one, laureates stand below `unknown`")


def _holder(draft: _Draft) -> str:
    """The key of nested data that holds the laureates, where it is called by what they have won."""
    way = [step for step in steps(draft.table.how.rows) if step not in ("[]", "{}")]
    said = _fold(way[-1]) if way else ""
    is_plain = not said or _fitness("result.laureate", said) or _distinction(said) or said in _HOLDERS
    return "" if is_plain or len(way) < 2 else way[-1]


def _result(draft: _Draft) -> Iterator[str]:
    laureate = draft.found.get("result.laureate", "")
    meant = _distinction(_folded(laureate, draft.looks[laureate])) if laureate else ""
    if meant not in ("", "winner") and not {"result.distinction", "result.rank"} & draft.found.keys():
        draft.unsure.append(f"who won: no column says it, and {laureate} are taken for no more than that")
        yield f"distinction = {_quoted(meant)}"
    if draft.codes:
        yield _coded(draft)
    if draft.wide and not draft.codes:
        name, value = _turned(draft)
        lists = [draft.looks[each] for each in draft.wide if draft.looks[each].looks == "list"]
        splits = dict.fromkeys(each.separator for each in lists if each.separator)
        for each in draft.wide:
            _doubt_split(draft, draft.looks[each])
        split = f", split = [{', '.join(map(_quoted, splits))}]" if splits else ""
        yield f"laureate = {{column = {_quoted(value)}{split}}}" if split else f"laureate = {_quoted(f'{{{value}}}')}"
        if lists:
            yield "joint = false"
        yield from _by_place(draft, name)
    elif draft.names:
        first, last = draft.names
        yield f"laureate = {_quoted(f'[{{{first}}} ]{{{last}}}')}"
    elif not laureate:
        draft.unsure.append("which column holds the laureates")
        yield '# laureate = "{…}"   # the column of the names'
    elif draft.looks[laureate].looks == "list" and not draft.looks[laureate].separator:
        yield "joint = false"
        draft.unsure.append(f"whether those in one list of {laureate} share a prize (joint) or have one each")


def _coded(draft: _Draft) -> str:
    """The distinction or the rank that each code of a cell stands for; letters alone are doubted."""
    column = _turned(draft)[1]
    values = list(dict.fromkeys(value.strip() for name in draft.wide for value in draft.looks[name].values))
    if all(map(str.isdecimal, values)):
        return f"rank = {_quoted(f'{{{column}}}')}"
    said = {value: _distinction(_fold(value)) or _CODES.get(value.casefold(), "") for value in values}
    if "winner" not in said.values():
        said |= {value: "winner" for value in values if not said[value] and _YES.fullmatch(value)}
    if any(len(value) < 3 for value in values):
        draft.unsure.append(f"what {', '.join(map(_quoted, values))} below {', '.join(draft.wide)} mean")
    return f"distinction = {_mapped(column, {value: word for value, word in said.items() if word})}"


def _by_place(draft: _Draft, name: str) -> Iterator[str]:
    """The rank or distinction that a column name such as `Winner` or `Runner-up` gives to its cells."""
    said = {each: _place(_header(draft, each)) for each in draft.wide}
    if all(place.isdecimal() for place in said.values()):
        yield f"rank = {_mapped(name, said)}"
    elif any(said.values()) and (_are_places(draft) or _are_years(draft)):
        words = {each: word for each in draft.wide if (word := _distinction(_header(draft, each)))}
        yield f"distinction = {_mapped(name, words)}"
        if "winner" not in words.values():
            draft.unsure.append(f"who won: no column says it, and {', '.join(words)} are taken for no more than that")
        won = [each for each, word in words.items() if word == "winner"]
        if len(won) > 1 and not _are_years(draft):
            draft.unsure.append(f"whether {' and '.join(won)} of a row share one prize: they are given one each")
        lost = [each for each in draft.wide if each not in words]
        if lost:
            draft.unsure.append(f"what {', '.join(lost)} means: such rows do not land until the map says it")


def _name(draft: _Draft, stem: str) -> Iterator[str]:
    if "name.kind" not in draft.found:
        kind = _kind_by_column(draft)
        if kind:
            yield f'kind = "{kind}"'
        elif "name" not in draft.known:
            draft.unsure.append("what the laureates are: person, organisation, team or work")
            yield '# kind = "person"   # person, organisation, team or work'
    if "name.identity" in draft.found:
        column = _folded(draft.found["name.identity"], draft.looks[draft.found["name.identity"]])
        known = next((name for name in ("imdb", "wikidata", "viaf") if name in column), "")
        yield f"authority = {_quoted(known or slug(stem))}"
        if not known:
            draft.unsure.append(f"whose ids stand in {draft.found['name.identity']} (`authority`)")


def _kind_by_column(draft: _Draft) -> str:
    """What laureates are, by the name of their column."""
    said = _folded_laureate(draft)
    kind = next((kind for kind, these in _KINDS.items() if set(these.split()) & set(said.split())), "")
    return kind or ("person" if draft.names else "")


def _folded_laureate(draft: _Draft) -> str:
    column = draft.found.get("result.laureate", "")
    return _folded(column, draft.looks[column]) if column else ""


def _value(draft: _Draft, key: str, looks: ColumnProfile) -> str:
    column = looks.name
    if key == "result.laureate" and looks.turned:
        return _unturned(draft, looks)
    if key in ("result.laureate", "name.identity") and looks.separator:
        if looks.looks == "list":
            # A name of one word may be the rest of one that went on in another line.
            if looks.separator == "\n" and any(" " not in part.strip() for part in looks.listed.split("\n")):
                draft.unsure.append(f"whether each line of a cell in {column} is a name, as {_quoted(looks.listed)}")
            return f"{{column = {_quoted(column)}, split = {_quoted(looks.separator)}}}"
        _doubt_split(draft, looks)
    if key == "edition.jury" and (texts := _texts(draft, column)):
        signs = [sign for sign in _SEPARATORS if any(sign in text for text in texts)]
        signs = [sign for sign in signs if sign in _PLAIN] or signs
        if signs:
            return f"{{column = {_quoted(column)}, split = [{', '.join(map(_quoted, signs))}]}}"
    if key == "result.laureate" and column != "value" and _has_bare_texts(draft):
        return f"{{column = {_quoted(column)}, or = {_quoted('{value}')}}}"
    if key == "result.distinction":
        return _distinctions(draft, looks)
    if key == "result.rank" and looks.values and looks.looks != "number":
        places = {value: place for value in looks.values if (place := _place(_fold(value))).isdecimal()}
        rest = [value for value in looks.values if value not in places and not re.search(r"\d", value)]
        if places and rest:
            draft.unsure.append(f"what {', '.join(map(_quoted, rest))} in {column} means: such rows do not land")
        if len(places) + len(rest) == len(looks.values):
            return _mapped(column, places)
    if key == "name.kind":
        return _mapped(column, {value: _kind(_fold(value)) for value in looks.values})
    if key == "edition.id" and looks.looks != "year" and (day := _dated_text(draft, column)):
        draft.unsure.append(f"to keep the day of the ceremony, as in {_quoted(day)}: ceremony.date = …")
        return f"{{column = {_quoted(column)}, pattern = '(?:1[5-9]|20|21)\\d\\d'}}"
    if key == "edition.id" and looks.looks == "date":
        _doubt_day(draft, column, f"whether the days in {column} are those of the ceremonies", "ceremony.date = ")
        return f"{{column = {_quoted(column)}, pattern = '\\d{{4}}'}}"
    if key in _DATES and looks.looks == "date":
        forms = date_forms(_texts(draft, column))
        if len(forms) == 1:
            return f"{{column = {_quoted(column)}, date = {_quoted(forms[0])}}}"
        if not all(map(_ISO.fullmatch, _texts(draft, column))):
            _doubt_day(draft, column, f"how the dates in {column} are written")
    empty = [text for text in looks.values if key in _PLAIN_TEXTS and nobody(text)]
    if empty:
        said = ", ".join(map(_quoted, empty))
        draft.unsure.append(f"whether {said} in {column} means that nothing is known")
        return f"{{column = {_quoted(column)}, empty = [{said}]}}"
    if set(column) & set("{}"):
        return f"{{column = {_quoted(column)}}}"
    return _quoted(f"{{{column}}}")


def _has_bare_texts(draft: _Draft) -> bool:
    """Whether some elements of the list that the rows are from are bare texts."""
    return bool(draft.table.how.rows and "value" in draft.looks and draft.looks["value"].looks)


def _unturned(draft: _Draft, looks: ColumnProfile) -> str:
    """A laureate whose family name stands first, put right where that is sure: in capitals, or of a person."""
    column = _quoted(looks.name)
    parts = [f"{{column = {column}, pattern = '{part}'}}" for part in (", (.+)$", "^([^,]+)")]
    first = f'{{all = [{", ".join(parts)}], join = " "}}'
    is_sure = looks.turned.partition(",")[0].isupper() or _kind_by_column(draft) == "person"
    shown, split = _quoted(looks.turned), f'{{column = {column}, split = ", "}}'
    others = split if is_sure else f"{first}; if several: {split}"
    what = "is one name, the family name first" + ("; if several" if is_sure else "; if so")
    draft.unsure.append(f"whether {shown} in {looks.name} {what}: laureate = {others}")
    return first if is_sure else _quoted(f"{{{looks.name}}}")


def _doubt_day(draft: _Draft, column: str, what: str, key: str = "") -> None:
    """Say what a column of days needs in a mapping, and where a day may be two, both."""
    texts = _texts(draft, column)
    forms = date_forms(texts) or ("…",)
    said = [f"{key}{{column = {_quoted(column)}, date = {_quoted(form)}}}" for form in forms]
    if all(map(_ISO.fullmatch, texts)):
        said = [f"{key}{_quoted(f'{{{column}}}')}"]
    draft.unsure.append(f"{what}, as {_quoted(texts[0])}: {' or '.join(said)}")


def _dated_text(draft: _Draft, column: str) -> str:
    """One of the texts that hold a day and more than that: `Sat 5 May 2001, Potland`; or nothing."""
    return next((text for text in _texts(draft, column) if not _DAY.fullmatch(text) and _DAY.search(text)), "")


def _texts(draft: _Draft, column: str) -> list[str]:
    """All different texts of a column."""
    at = draft.table.columns.index(column)
    cells = (row.cells[at] for row in draft.table.rows)
    texts = (text.strip() for cell in cells for text in ((cell,) if isinstance(cell, str) else cell))
    return [text for text in dict.fromkeys(texts) if text]


def _doubt_split(draft: _Draft, looks: ColumnProfile) -> None:
    if looks.separator and looks.looks != "list":
        cells = "1 cell" if looks.lists == 1 else f"{looks.lists} cells"
        what = f"whether {looks.name} holds several names in {cells}, as {_quoted(looks.listed)}"
        draft.unsure.append(f"{what}: split = {_quoted(looks.separator)}")


def _distinctions(draft: _Draft, looks: ColumnProfile) -> str:
    """The distinction for each word of a column; of a flag, for the word that means yes."""
    said = {value: _distinction(_fold(value)) for value in looks.values}
    if looks.looks == "flag" and not all(said.values()):
        won = {value: "winner" for value in looks.values if _YES.fullmatch(value)}
        return f'{_mapped(looks.name, won)[:-1]}, else = "nominee"}}'
    lost = [value for value, word in said.items() if not word]
    if lost:
        draft.unsure.append(f"what {', '.join(map(_quoted, lost))} in {looks.name} means: such rows do not land")
    return _mapped(looks.name, {value: word for value, word in said.items() if word})


def _mapped(column: str, said: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{_quoted(value)} = {_quoted(meant)}" for value, meant in said.items())
    return f"{{column = {_quoted(column)}, map = {{{pairs}}}}}"


def _nobody(draft: _Draft) -> Iterator[str]:
    """Sections for words such as "no award" or "N/A" in a column of names, and for rows that are sums."""
    for name, sums in draft.sums.items():
        said = ", ".join(map(_quoted, sums))
        yield from ("[[skip]]", f"when = {{column = {_quoted(name)}, is = [{said}]}}")
        yield from ('why = "sums"', "")
        draft.unsure.append(f"whether rows of {said} are none to import")
    column = draft.found.get("result.laureate", "")
    there = [draft.table.columns.index(name) for name in ((column,) if column else draft.wide)]
    cells = [row.cells[at] for row in draft.table.rows for at in there]
    texts = dict.fromkeys(text.strip() for cell in cells for text in ((cell,) if isinstance(cell, str) else cell))
    name = column or (_turned(draft)[1] if draft.wide else "")
    made = [text for text in texts if _MADE.fullmatch(text)]
    if made and len(made) * 2 >= len(texts):
        rule = r"[[rule]] match = '^(?P<for>.+) (?:by|par) (?P<laureate>.+)$'"
        draft.unsure.append(f"whether {_quoted(made[0])} is a work and who made it: {rule}")
    for section, meant in (("not_awarded", "not-awarded"), ("unknown", "unknown")):
        those = [text for text in texts if text and nobody(text) == meant]
        if those:
            said = ", ".join(map(_quoted, those))
            yield from (f"[{section}]", f"when = {{column = {_quoted(name)}, is = [{said}]}}", "")
            draft.unsure.append(f"whether {said} in {name} means [not_awarded] or [unknown]")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

"""What stands for a name is a name, and nothing else.

An address, the dash or number of a list, and a remark that a key is made for would be printed as a part of the name,
and make another name of it: `Ann Crust (ex aequo)` is not Ann Crust. So would `et al.` and three dots at its end, the
year of the edition behind it, a year and a dash before it, a `?` in the place of a letter or a `██` of several, an
"[illegible]", the role of a juror, and what a note can say: a question mark before or behind it, a "probably", an
"(unconfirmed)", whom somebody replaced. `CRUST, Ann` is a person turned round. Mr, Mme and their
like are told before a name that the archive knows without, and, where two words follow, before one that it doesn't; Dr,
Prof. and Sir, which may belong to a name, only in the first case.
Around the name of a laureate stand no "the late", "again", "dsq." or
points, nor who was beaten; behind it no amount of
money, nor who came for it; and behind one that the archive knows without, no city, country, mark or place, nor another
name by which it is. A work may be called anything without a letter blacked out, and so may who has a file in
content/names, but for a person turned round.

Passes:

```yaml
results:
  pie: {laureate: Ann Crust, tie: true}
  tart: [Ben Crumble, Cy Dough]
jury: {name: Di Fork, role: baker}
```

Fails:

```yaml
results:
  pie: Ann Crust (ex aequo)
  tart: – Ben Crumble – Cy Dough
jury: Di Fork, baker
```
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..model import Award, Ceremony, Edition, Function, Gathering, Kind, Name, NamedAs
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem, exception, plain
from ..sources.numerals import MARK, YEAR
from ..sources.plaintext import UNREAD, folded
from ..sources.schema.words import letters, meaning, nobody
from ..statistics.memoize import gathered, once

CODE = "odd-name"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("names",)

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DASH = re.compile(r"(?<!\s)\s+[-–—•*]\s*(?=[^\W\d_])")
_DASHED = re.compile(r"[-–—•]\s*(?=[^\W\d_])")
_ASIDE = re.compile(
    r"(?P<name>.*?\S)(?:\s*[(\[](?P<said>[^()\[\]]+)[)\]]|(?:\s*[,;:–—-])?\s+(?P<tied>ex[ -]?(?:æ|ae)quo))"
)
_TIED = ("tie", "tied", "exaequo")
_TIED_BEFORE = re.compile(r"(?P<said>ex[ -]?(?:æ|ae)quo:?|(?:a )?tie(?: between|:)) (?P<name>[A-ZÀ-Þ].*)", re.I)
_AND = re.compile(r",\s+| (?:and|et|und|y|e|&) ")
_POSTHUMOUS = ("posthumous", "posthumously", "posthume", "atitreposthume")
_MEANT = (
    ("distinction", ("finalist", "nominee", "mention", "winner")),
    ("acceptance", ("declined",)),
    ("status", ("revoked", "ineligible")),
)
"""Keys of a result, and those of their words that are written behind a name."""
_PLACE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e|ème)(?: (?:place|prize|prix))?")
# German clubs bear a number: 1. FC.
_NUMBERED = re.compile(
    r"(?:#\s?)?(?P<place>\d{1,2})\s?[.)°]\s+(?!(?:[FSTVHB]{1,2}C|[FTB]?SV|V[fB]L)\b)(?P<name>[^\W\d_].+)"
)
_PLACED = re.compile(r"(?P<place>\d{1,2})(?:st|nd|rd|th|er|re|e|ère|ème)\s?[:–—-]\s+(?P<name>[^\W\d_].+)")
_LETTERED = re.compile(r"[a-h]\)\s+(?P<name>[^\W\d_].+)")
_ENDLESS = re.compile(
    r"(?P<name>.*?[^\s,.…])(?:[\s,]+(?P<said>et al(?:ii)?\.?|u\. ?a\.|etc\.?|&c\.?"
    r"|(?:and|et|und|y|e) (?:others|d['’]autres|autres|andere|otros|altri))|[\s,]*(?P<dots>\.\.\.|…))",
    re.I,
)
_LONGEST = 200
_YEARED = re.compile(rf"(?P<year>{YEAR})\s*(?:\s[-–—:.]|[:.,])\s+(?P<name>[^\W\d_].*)")
_UNSURE = re.compile(r"(?P<name>[^\W\d_](?:.*[^?\s(])?)\s?(?P<said>\(\s?\?\s?\)|\?+)")
_LOST = re.compile(r"(?<=[^\W\d_])[?▯□�]+(?=[^\W\d_])|[▯□�▀-▟]+|#{2,}|_{2,}|(?<=[a-zß-ÿ])\*+(?=[a-zß-ÿ])|\bx{3,}\b")
_DOUBTED = re.compile(r"(?P<said>\(\s?\?\s?\)|\?+)\s?(?P<name>[^\W\d_].*)")
_PERHAPS = re.compile(
    r"(?P<said>probably|possibly|perhaps|presumably|peut-être|probablement|sans doute|vermutlich|wahrscheinlich) "
    r"(?P<name>[A-ZÀ-Þ]\S* [A-ZÀ-Þ].*)",
    re.I,
)
_UNCERTAIN = frozenset(
    (
        *("prob", "poss", "uncertain", "unsure", "doubtful", "unconfirmed", "probably", "probable", "possibly"),
        *("perhaps", "presumably", "incertain", "incertaine", "douteux", "douteuse", "probablement"),
        *("peutetre", "aconfirmer", "nonconfirme", "unsicher", "fraglich", "vermutlich", "wahrscheinlich"),
        *("unbestatigt",),
    )
)
"""Words in brackets that say that a name may not be the right one, as letters alone."""

_TURNED = re.compile(r"(?P<family>[^\W\d_][^,()]*[^\W\d_]),\s*(?P<given>[^\W\d_][^,()]*)")
_PARTICLES = ("von", "van", "de", "du", "da", "der", "den", "di", "del", "le", "la", "el", "al", "bin", "ten", "ter")
_BEHIND = frozenset(
    (
        *("ii", "iii", "iv", "phd", "md", "mba", "mp", "esq", "obe", "cbe", "mbe", "jd", "msc", "bsc", "ba", "ma"),
        *("inc", "ltd", "llc", "plc", "gmbh", "cie", "co"),
    )
)
"""What stands behind a comma and is no first name."""
_DATED = re.compile(r"(?P<name>.*?\S)(?:\s*\((?P<year>\d{4})\)|,?\s(?P<bare>\d{4}))")
_ADDRESSED = re.compile(
    r"(?P<how>M|Mr|Mrs|Ms|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur|Doctor|Pr|Prof|Professeur|Professor|Sir|Dame"
    r"|Me|Maître|Herr|Frau|Sr|Sra|Mgr)\.?\s+(?P<name>\S.*)"
)
_OTHER = re.compile(r"(?:&|and|et|und|y|e)\s", re.I)
_CIVIL = ("Mme", "Mlle", "Mrs", "Mademoiselle")
_CIVIL_OF_PERSONS = ("Mr", "Ms", "Monsieur", "Madame", "Herr", "Frau")
_DESCRIBED = re.compile(
    r"(?P<name>[^\W\d_][^,()\s]*\s[^,()]*[^,()\s])(?:\s*\((?P<aside>[^()]+)\)|,\s*(?P<behind>[^,()]+))"
)
_OF_NAMES = frozenset(
    (
        *("jun", "jnr", "sen", "snr", "dit", "dite", "ne", "nee", "alias", "jr", "sr", "junior", "senior"),
        *("fils", "pere", "von", "van", "de"),
    )
)
_RENAMED = re.compile(
    r"(?:now|later|then|formerly|afterwards|aujourd['’]hui|plus tard|jetzt|später) (?=[^\W\d_a-zà-ÿ])"
)
"""What stands before the name that somebody had at another time."""
_FOR = re.compile(r"(?:(?:,?\s|\s?\()(?:for|pour|für|per|por)\s|\s?[–—:,-]\s(?=[“«\"]))(?P<open>[“«\"'’]?)")
_INSTEAD = re.compile(
    r"\(?(?:and |et )?(?:in (?:the )?(?:place|stead|absence) of|in lieu of|instead of|on behalf of"
    r"|(?:stood|standing|sat|sitting|filled|filling|stepped|stepping) in for|replac(?:es|ed|ing)(?: by)?"
    r"|substitut(?:e|ed|es|ing) for|represent(?:s|ed|ing)(?: by)?|for|with|pour|avec|au lieu de|au nom de"
    r"|à la place d(?:e\b|['’])|en (?:remplacement|l['’]absence) d(?:e\b|['’])|rempla(?:ce|çait|çant|c[ée]e? par)"
    r"|suppléante? de|représent(?:e|ant|ée? par)|anstelle von|statt|für|mit)\s*(?P<name>\S[^()]*)\)?"
)
"""A note on whom somebody replaced, in the place of a name."""
_SIGNED = re.compile(
    r"(?P<how>[Bb]y|[Pp]ar|(?:[Ww]ritten|[Tt]ext|[Pp]hoto|[Ww]ords) by|[Tt]exte? ?:|[Pp]ropos recueillis par)"
    r"(?:(?<=:) ?| )(?P<name>[^\W\d_].* \S+)"
)
_LATE = re.compile(r"(?:the late|feue?) (?P<name>[A-ZÀ-Þ].*)|Late (?P<titled>(?:Mr|Mrs|Miss|Ms|Dr|Sir) .+)")
_TRAILED = re.compile(
    r"(?P<name>[^\W\d_a-z][^\s,]* .*?[^\s,]),? (?P<said>again|encore une fois|(?P<out>ds?q|disq)\.?"
    r"|(?P<score>\d{1,4}(?:[.,]\d{1,3})?) ?(?:pts|points|votes|voix|Punkte|puntos)\.?"
    r"|\[(?:un(?:verified|confirmed|certain)|non v[ée]rifi[ée]|unbest[äa]tigt)\])"
)
_AGAINST = re.compile(
    r"(?P<one>[A-ZÀ-Þ]\S* [A-ZÀ-Þ]\S*) (?P<said>vs?\.?|beat|defeated|bat) (?P<other>[A-ZÀ-Þ]\S* [A-ZÀ-Þ]\S*)"
)
_BY = re.compile(r"(?P<work>.+?),?\s\(?(?:by|par|von)\s(?P<name>.+?)\)?")
_CAME = re.compile(
    r",?\s\(?(?:represented|accepted|received|collected|repr[ée]sent[ée]e?s?|re[çc]ue?|accept[ée]e?|vertreten"
    r"|entgegengenommen) (?:by|par|durch|von)\s+(?=[^\W\d_])"
)
_BEHIND_NAME = re.compile(
    r"(?:\s?[,;:/|]|\s[-–—])\s+|\s(?P<open>\()|\s(?P<link>by|of|in|at|from|par|de|du|à|chez|von|aus|bei)\s|\s(?=[\d£$€¥])"
)
_SIGN = r"(?:[$£€¥]|(?:EUR|GBP|USD|CHF|CAD|SEK|euros?|pounds|dollars)(?!\w))"
_PRICE = re.compile(rf"(?:{_SIGN}\s?\d[\d\s.,'’]{{0,20}}|\d[\d\s.,'’]{{0,20}}{_SIGN})", re.I)
_MARK = re.compile(MARK)
_MAY_BE_A_CITY = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}")
_OF_PLACES = frozenset(("of", "in", "at", "from", "de", "à", "von", "aus", ""))
"""Words between a name and a city; a comma, a dash or a bracket is none."""
_PARTS = frozenset(Function)
_PEOPLE = frozenset(
    (*(_PARTS - {Function.PARTNER, Function.PROVIDER, Function.ORGANISER}), NamedAs.REPRESENTATIVE, NamedAs.AUTHOR)
)
_CHAIRS = ("president", "chair", "vorsitz")


_Odd = tuple[str, str]
"""What is odd about a name, and what to write."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name as it is used: in which functions, in editions of which years, and beside which names."""

    name: Name
    functions: frozenset[Function | NamedAs]
    dated: frozenset[int]
    known: Mapping[str, str]
    names: Mapping[str, Name]
    places: Mapping[str, str]
    before: str
    """Who stands before it in the list of the first edition that has it, or nobody."""

    def other(self, text: str) -> Name | None:
        """The name that the archive knows by a text, if it is not this one."""
        id = self.known.get(text, self.name.id)
        return self.names[id] if id != self.name.id else None

    def entry(self, name: str, more: str) -> str:
        """What to write for the name with one more key, which a list of bare names has no place for."""
        if NamedAs.LAUREATE in self.functions:
            return f"write `{{laureate: {plain(name)}, {more}}}`"
        if self.functions & _PARTS:
            return f"write `{{name: {plain(name)}, {more}}}`"
        return f"write {plain(name)}"


def each(archive: Archive, name: Name) -> Iterator[Problem]:
    if not name.registered:
        yield from of_name(archive, name)
    elif name.kind is Kind.PERSON and (found := _turned(_seen(archive, name))):
        yield _problem(name, *found)


def of_name(archive: Archive, name: Name) -> Iterator[Problem]:
    """The problem of a text that is no name, or more than a name, with or without a file."""
    found = _odd(_seen(archive, name)) if name.kind is not Kind.WORK else _without(UNREAD, name.name, ())
    if found:
        yield _problem(name, *found)


def _seen(archive: Archive, name: Name) -> _Seen:
    mentions = archive.mentions_of.get(name.id, ())
    editions = [archive.editions[mention.edition] for mention in mentions if mention.edition in archive.editions]
    dates = (edition.ceremony.date for edition in editions)
    years = frozenset((*(edition.sort_year for edition in editions), *(date.year for date in dates if date)))
    functions = frozenset(mention.how for mention in mentions)
    places = _places(archive) if NamedAs.LAUREATE in functions else {}
    before = next((_before(edition, name.name) for edition in editions), "")
    return _Seen(name, functions, years, archive.ids, archive.names, places, before)


def _before(edition: Edition, text: str) -> str:
    """Who has the same part as somebody, one line above; nobody where that can't be said."""
    parts = pairwise(edition.parts)
    return next((one.name.text for one, it in parts if it.name.text == text and one.function == it.function), "")


@once
def _places(archive: Archive) -> Mapping[str, str]:
    """Whether a text, without capitals and accents, is a `city` or a `country` of the archive."""
    return {folded(text): key for row in _placed(archive).values() for key, text in row}


@gathered("awards", "editions", "profiles")
def _placed(record: Award | Edition | Name) -> tuple[tuple[str, str], ...] | None:
    if isinstance(record, Edition):
        places: tuple[Ceremony | Gathering, ...] = (record.ceremony, *record.events)
        found = [("city", place.city) for place in places]
        found.append(("country", record.ceremony.country))
        found += (("country", holder.country) for result in results_in(record) for holder in result.holders)
    else:
        found = [("country", record.country)]
        found += [("city", record.city)] if isinstance(record, Name) else []
    return tuple(dict.fromkeys((key, text) for key, text in found if text)) or None


def _odd(seen: _Seen) -> _Odd | None:
    """What is no part of a name; of remarks, only those that a laureate has a key for."""
    if len(seen.name.name) > _LONGEST:
        return None
    return next((found for rule in _RULES if (found := rule(seen))), None)


def _address(seen: _Seen) -> _Odd | None:
    if not _ADDRESS.fullmatch(seen.name.name):
        return None
    return "is an address", "write the name; its address belongs below `links` in its file in content/names"


def _dashed(seen: _Seen) -> _Odd | None:
    """The items of a list of Markdown, one of them or several."""
    if not _DASHED.match(seen.name.name):
        return None
    parts = [part for part in _DASH.split(_DASHED.sub("", seen.name.name, count=1)) if part]
    return "begins with a dash", f"write `[{', '.join(plain(part) for part in parts)}]`"


def _yeared(seen: _Seen) -> _Odd | None:
    found = _YEARED.fullmatch(seen.name.name)
    if not found:
        return None
    year, name = found["year"], plain(found["name"])
    refused = f"delete it, and write `not_awarded: {{reason: other, note: {name}}}` in {year}"
    return f"begins with a year, {year}", refused if nobody(found["name"]) else f"write {name}"


def _doubted(seen: _Seen) -> _Odd | None:
    """A word or a question mark that says that it may be somebody else."""
    text = seen.name.name
    if found := _UNSURE.fullmatch(text):
        return f'ends with "{found["said"]}"', seen.entry(found["name"], 'note: "…"')
    if found := _DOUBTED.fullmatch(text):
        return f'begins with "{found["said"]}"', seen.entry(found["name"], 'note: "…"')
    if (found := _PERHAPS.fullmatch(text)) and found["name"][0].isupper():
        return f'begins with "{found["said"]}"', seen.entry(found["name"], f"note: {found['said'].lower()}")
    return None


def _garbled(seen: _Seen) -> _Odd | None:
    """A sign in the place of a letter that was lost on the way."""
    return _without(_LOST, seen.name.name, seen.known)


def _without(signs: re.Pattern[str], text: str, known: Iterable[str]) -> _Odd | None:
    lost = signs.search(text)
    if not lost:
        return None
    dotted = signs.sub(lambda found: "." * len(found[0]), text)
    meant = re.compile(re.sub(r"[()\[\]{}*+?\\^$|]", ".", dotted))
    likely = next((name for name in known if meant.fullmatch(name) and not signs.search(name)), "")
    hint = f"write {plain(likely)}" if likely else "correct it"
    return f'holds "{lost[0]}", in the place of {"letters" if len(lost[0]) > 1 else "a letter"}', hint


def _numbered(seen: _Seen) -> _Odd | None:
    forms = (_NUMBERED, _PLACED, _LETTERED)
    found = next(filter(None, (form.fullmatch(seen.name.name) for form in forms)), None)
    if not found:
        return None
    place = found.groupdict().get("place")
    ranked = seen.entry(found["name"], f"rank: {place}") if place and NamedAs.LAUREATE in seen.functions else ""
    hint = f"write {plain(found['name'])}{f'; if it is a place, {ranked}' if ranked else ''}"
    return "begins with the number of a list", hint


def _endless(seen: _Seen) -> _Odd | None:
    """A name behind which there were more."""
    found = _ENDLESS.fullmatch(seen.name.name)
    if not found:
        return None
    said = found["said"] or found["dots"]
    return f'ends with "{said}"', seen.entry(found["name"], f"note: {plain(said)}")


def _instead(seen: _Seen) -> _Odd | None:
    """A note on whom somebody replaced, which stands in the place of a name."""
    text = seen.name.name
    found = _INSTEAD.fullmatch(text)
    if not found or not seen.other(found["name"]):
        return None
    key = "laureate" if NamedAs.LAUREATE in seen.functions else "name"
    whose = plain(seen.before) if seen.before else "…"
    hint = f"delete it, and write `{{{key}: {whose}, note: {plain(text.strip('()'))}}}` for whose note it is"
    return f"is a note on {plain(found['name'])}, whom the archive knows", hint


def _remarked(seen: _Seen) -> _Odd | None:
    """A remark in brackets, or behind a comma."""
    found = _ASIDE.fullmatch(seen.name.name)
    if not found:
        return None
    said = (found["said"] or found["tied"]).strip()
    if found["said"] and (letters(said) in _UNCERTAIN or nobody(said) == "lost"):
        return f'holds "{said}"', seen.entry(found["name"], f"note: {plain(said)}")
    key = _remark(said.casefold()) if NamedAs.LAUREATE in seen.functions else ""
    return (f'holds "{said.casefold()}"', f"write `{{laureate: {plain(found['name'])}, {key}}}`") if key else None


def _tied(seen: _Seen) -> _Odd | None:
    """What says that several have one place, before their names."""
    found = _TIED_BEFORE.fullmatch(seen.name.name) if NamedAs.LAUREATE in seen.functions else None
    if not found or not found["name"][0].isupper():
        return None
    each = ", ".join(f"{{rank: 1, laureate: {plain(name)}, tie: true}}" for name in _AND.split(found["name"]))
    return f'begins with "{found["said"]}"', f"write `[{each}]`"


def _signed(seen: _Seen) -> _Odd | None:
    found = _SIGNED.fullmatch(seen.name.name) if NamedAs.AUTHOR in seen.functions else None
    return (f'begins with "{found["how"]}"', f"write {plain(found['name'])}") if found else None


def _followed(seen: _Seen) -> _Odd | None:
    """What a key is made for, or another name, behind the name of a laureate."""
    text = seen.name.name
    if NamedAs.LAUREATE not in seen.functions:
        return None
    if late := _LATE.fullmatch(text):
        name = late["name"] or late["titled"]
        return f'begins with "{text.removesuffix(name).strip()}"', seen.entry(name, "posthumous: true")
    if trailed := _TRAILED.fullmatch(text):
        score, said = trailed["score"], trailed["said"]
        key = (
            f"score: {score}"
            if score
            else "status: ineligible"
            if trailed["out"]
            else f"note: {plain(said.strip('[]'))}"
        )
        return f'ends with "{said}"', seen.entry(trailed["name"], key)
    if against := _AGAINST.fullmatch(text):
        return f'holds two, with "{against["said"]}" between them', f"write who won, as {plain(against['one'])}"
    if (came := _CAME.search(text)) and came.start():
        name, who = text[: came.start()], text[came.end() :].rstrip(")")
        return f'holds "{came[0].strip(" ,(")}"', seen.entry(name, f"represented_by: {plain(who)}")
    # The first place counts where an amount begins, for it may hold blanks, and the last where a known name ends.
    places = list(_BEHIND_NAME.finditer(text))
    amounts = [each for each in places if _PRICE.fullmatch(text[each.end() :].strip().removesuffix(")"))]
    for found in (*amounts, *reversed(places)):
        name, behind = text[: found.start()].rstrip(), text[found.end() :].strip()
        behind = behind.removesuffix(")").rstrip() if found["open"] else behind
        is_parted = bool(found[0].strip()) and not found["link"]
        if _PRICE.fullmatch(behind) and not found["link"] and (is_parted or len(re.sub(r"\D", "", behind)) > 2):
            return f"ends with an amount of money, {behind}", seen.entry(name, f"money: {plain(behind)}")
        known = seen.other(name)
        if known and (key := _said_behind(seen, known, found["link"] or "", behind)):
            return f'is {plain(name)}, whom the archive knows, and "{behind}"', key
    return None


def _said_behind(seen: _Seen, known: Name, link: str, behind: str) -> str:
    """What to write for what stands behind a name that the archive knows; nothing where it may belong to it."""
    name = known.name
    if not link and (mark := _MARK.fullmatch(behind)):
        return seen.entry(name, f"score: {plain(mark['score'])}, out_of: {mark['most']}")
    if not link and (key := _remark(behind.casefold())):
        return seen.entry(name, key)
    place = seen.places.get(folded(behind), "") if link in _OF_PLACES else ""
    other = seen.other(behind)
    if place == "country":
        return seen.entry(name, f"country: {plain(behind)}")
    is_firm = known.registered and known.kind is Kind.ORGANISATION and " " in name
    if place or (is_firm and not (link or other) and _MAY_BE_A_CITY.fullmatch(behind)):
        city = f"`city: {plain(behind)}` in content/names/{known.id}.md{'' if place else ' if that is its city'}"
        return f"write {plain(name)}, and {city}; if it is a name of its own, {exception(CODE, seen.name.name)}"
    if not other:
        return ""
    if known.kind is Kind.PERSON and other.kind is Kind.ORGANISATION:
        return seen.entry(name, f"org: {plain(behind)}")
    if link in ("by", "par", "von") and known.kind is not Kind.WORK:
        work = seen.entry(behind, f"for: {plain(name)}")
        noted = seen.entry(name, f"note: {plain(f'{link} {behind}')}")
        return f"{noted}; if that is a work of theirs, {work}"
    return ""


def _honoured(seen: _Seen) -> _Odd | None:
    """A work behind the name of a laureate who is known without it."""
    for found in _FOR.finditer(seen.name.name) if NamedAs.LAUREATE in seen.functions else ():
        name, work = seen.name.name[: found.start()], seen.name.name[found.end() :].strip("()“”«»\"'’ ")
        # `Doctors for Peace` is no prize of doctors.
        is_title = found["open"] or (" " in name and not work[:1].islower())
        if name in seen.known and work and is_title:
            return f"is {plain(name)}, whom the archive knows, and what it is for", seen.entry(
                name, f"for: {plain(work)}"
            )
    behind = _BY.fullmatch(seen.name.name) if NamedAs.LAUREATE in seen.functions else None
    if behind and " " in behind["name"] and behind["name"] in seen.known:
        known, work = plain(behind["name"]), plain(behind["work"].strip("“”«»\"'’ "))
        return f"is a work by {known}, whom the archive knows", seen.entry(behind["name"], f"for: {work}")
    return None


def _dated(seen: _Seen) -> _Odd | None:
    """The year of the edition behind a person's name, or behind one that is known without."""
    found = _DATED.fullmatch(seen.name.name)
    year = found["year"] or found["bare"] if found else ""
    if not found or int(year) not in seen.dated:
        return None
    if (seen.name.kind is not Kind.PERSON or found["bare"]) and found["name"] not in seen.known:
        return None
    return f"holds the year of the edition, {year}", f"write {plain(found['name'])}"


def _addressed(seen: _Seen) -> _Odd | None:
    found = _ADDRESSED.fullmatch(seen.name.name)
    # A couple is one name: Mr and Mrs Rye.
    if not found or _OTHER.match(found["name"]):
        return None
    several = " " in found["name"]
    is_civil = found["how"] in _CIVIL or (found["how"] in _CIVIL_OF_PERSONS and seen.name.kind is Kind.PERSON)
    if found["name"] in seen.known:
        what = f'is {plain(found["name"])}, whom the archive knows, with "{found["how"]}" before the name'
        return what, f"write {plain(found['name'])}"
    if is_civil and several:
        return f'begins with "{found["how"]}"', f"write {plain(found['name'])}"
    return None


def _described(seen: _Seen) -> _Odd | None:
    """A role behind the name of one who is there as a person, or of one whom the archive knows without."""
    found = _DESCRIBED.fullmatch(seen.name.name)
    said = (found["aside"] or found["behind"]).strip() if found else ""
    if not found or not said[0].islower() or letters(said.split()[0]) in _OF_NAMES or _remark(said.casefold()):
        return None
    is_person = seen.name.kind is Kind.PERSON or seen.functions & _PEOPLE
    if (later := _RENAMED.match(said)) and (found["name"] in seen.known or is_person):
        file = f"`aliases: [{plain(said[later.end() :])}]` in its file in content/names"
        return f'holds another name, "{said}"', f"write {plain(found['name'])}, and {file}"
    if found["name"] not in seen.known and (not is_person or NamedAs.LAUREATE in seen.functions):
        return None
    is_chair = "juror" in seen.functions and folded(said).startswith(_CHAIRS)
    more = f"role: {plain(said)}{', chair: true' if is_chair else ''}"
    return f'holds a role, "{said}"', seen.entry(found["name"], more)


def _turned(seen: _Seen) -> _Odd | None:
    """A person's family name before the first one, as indexes have it."""
    found = _TURNED.fullmatch(seen.name.name)
    if not found:
        return None
    family, given = found["family"], found["given"].strip()
    if letters(given) in _OF_NAMES | _BEHIND or len(given.split()) > 3 or not given[0].isupper():
        return None
    mended = re.sub(r"\w+", lambda word: word[0].capitalize(), family) if family.isupper() else family
    name = next((each for each in (f"{given} {mended}", f"{given} {family}") if each in seen.known), "")
    if name:
        return f"is {plain(name)}, whom the archive knows, turned round", f"write {plain(name)}"
    is_person = seen.name.kind is Kind.PERSON or seen.functions & _PEOPLE - {NamedAs.LAUREATE}
    is_family = " " not in family or family.isupper() or family.split()[0].casefold() in _PARTICLES
    if not is_person or not is_family:
        return None
    return "stands with the family name first", f"write {plain(f'{given} {mended}')}"


_RULES: tuple[Callable[[_Seen], _Odd | None], ...] = (
    *(_address, _dashed, _yeared, _doubted, _garbled, _numbered, _endless, _instead, _remarked, _tied, _signed),
    *(_dated, _addressed, _followed, _honoured, _described, _turned),
)
"""What may be odd about a name; the first that is so is told."""


def _remark(said: str) -> str:
    """The key and value of a result that a remark stands for, or nothing."""
    if place := _PLACE.fullmatch(said):
        return f"rank: {place[1]}"
    if letters(said) in _TIED:
        return "tie: true"
    if letters(said) in _POSTHUMOUS:
        return "posthumous: true"
    found = ((key, meaning(said, words)) for key, words in _MEANT)
    return next((f"{key}: {word}" for key, word in found if word), "")


def _problem(name: Name, what: str, hint: str) -> Problem:
    return Problem(CODE, name.span, f'"{name.name}" {what}', hint, LEVEL, (name.name,), hides=(("name", name.name),))

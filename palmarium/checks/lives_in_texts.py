"""When something began or ended is the same in a text as under its keys.

Where a sentence says behind a `[[link]]` to an award that it was founded, or behind one to a name that it was born,
founded, dissolved or died, in a year or on a day, and the record has another, one of the two is wrong. So is a text in
the file of a name that begins a sentence with the name, with "She was born in …" or "The company was founded in …", and
the description or the note of an award; so are the years behind a name in the description of a name, and in the title
and the deck of an article about it ("Ann Crust (1951–2023)").

Passes, where the award has `founded: 1998`:

```markdown
[[pie]], founded in 1998, is given in Whitby.
```

Fails:

```markdown
[[pie]], founded in 1989, is given in Whitby.
```
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from ..model import Article, Award, Date, Kind, Name, Note
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, exception
from ..sources.markdown import place, unquoted
from ..sources.numerals import DAY, MONTH, MONTH_NUMBERS, YEAR
from .sentences import Sentence, sentences

CODE = "life-in-text"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles", "profiles", "notes", "awards")

_YEAR = rf"(?P<year>{YEAR})(?![\d/–-])"
# "Founded in 2005 a school" is what somebody did, and "was founded in 2005" what became of it.
_IS = r"(?: *[,(] ?| *,? ?(?:(?:which|who|that|qui) )?(?:is|was|has been|est|fut|a été) )"
_HAS = r" *[,(]? ?(?:(?:who|qui) )?(?:(?:est|a|had) )?"
_FOUNDED = r"(?:founded|created|launched|established|instituted|fondée?|créée?|lancée?|instituée?)"
_DISSOLVED = r"(?:discontinued|abolished|closed|dissolved|supprimée?|abandonnée?|dissoute?)"
_ON = r"(?:(?:in|en|on|le|the) )?(?:\d{1,2}(?:er|st|nd|rd|th)? )?(?:[^\W\d_]{3,9} )?(?:\d{1,2}, )?"
_AT = r"(?:(?:in|at|à|near|près de) [^\W\d_][\w'-]{1,20}(?: [^\W\d_][\w'-]{1,20})?,? )?"
_SAYS = MappingProxyType(
    {
        "founded": (
            re.compile(rf"{_IS}{_FOUNDED} {_AT}{_ON}{_YEAR}"),
            re.compile(rf"\b{_FOUNDED} (?:in|en) {_YEAR},? *(?:the|le|la|l'|les)? *$", re.I),
            re.compile(rf" (?:dates (?:from|back to)|goes back to|date de|remonte à) {_YEAR}"),
            re.compile(
                rf" (?:opened|began|a ouvert|ouvrit) (?:its doors |ses portes )?{_AT}(?:in|en) {_YEAR}"
                r"(?= *(?:[.,;:)]|$))"
            ),
        ),
        "ended": (re.compile(rf"{_IS}{_DISSOLVED} {_ON}{_YEAR}"),),
        "born": (
            re.compile(rf"{_IS}(?:born|née?) {_AT}{_ON}{_YEAR}"),
            re.compile(rf" *\((?P<year>{YEAR}) ?[–-] ?(?:\d{{4}})?\)"),
            re.compile(rf"\b(?:born|née?) {_AT}{_ON}{_YEAR},? *$", re.I),
        ),
        "died": (
            re.compile(rf"{_HAS}(?:died|mort|morte|mourut|décédée?|disparue?) {_AT}{_ON}{_YEAR}"),
            re.compile(rf" *\({YEAR} ?[–-] ?(?P<year>\d{{4}})\)"),
        ),
    }
)
_OF_ALL = re.compile(r"^,? +(?P<years>\d{4} ?[–-] ?\d{4})$")
"""The years of a life at the end of a title, without brackets."""
_DAY = re.compile(
    rf"(?:{DAY} )?(?:of )?{MONTH}(?: (?P<after>\d{{1,2}}),)?",
    re.I,
)
_OWN = re.compile(r"^\W*(?:she|he|it|elle|il|they)\b", re.I)
_BEGINS = re.compile(r"(?:born|née?|founded|fondée?|créée?)\b", re.I)
_THE_FIRM = re.compile(
    r"^\W*(?:the|la|le|l') ?(?:house|company|firm|business|bakery|studio|publisher|association|organi[sz]ation|society"
    r"|group|agency|shop|workshop|museum|school|maison|entreprise|société|agence|boutique|école|compagnie|groupe"
    r"|fondation|foundation|musée|atelier)\b",
    re.I,
)
"""Words by which a text refers to an organisation."""
_IS_ONE = re.compile(
    r" (?:is|was|est|était|fut) (?:an? |the |une? |la |le |l')"
    r"[\w'-]+(?: (?!of |for |de |du |des |pour |d')[\w'-]+){0,9}?"
    rf"(?=, (?:{_FOUNDED}|born|née?) | (?:that|which|who|qui) (?:was|is|fut|est|a été) )"
)
"""What somebody is, before when that began: "is a bakery on the quay, founded in 1911"."""
_NOUN = re.compile(
    r"^(?:(?:[Aa]n?|[Tt]he|[Ll][ea]|[Uu]ne?) )?(?:[a-zà-ÿ'-]+ ){0,6}(?i:award|prize|prix|trophy|trophée|ceremony"
    r"|cérémonie|concours|contest|competition)s?(?:(?: [a-zà-ÿ'-]+){0,6},| (?:was|a été|fut|est))? (?:which |qui )?"
    rf"(?:(?:was|a été|fut|est) )?{_FOUNDED} (?:in|en) {_YEAR}"
)


def each(archive: Archive, record: Article | Name | Note | Award) -> Iterator[Problem]:
    if isinstance(record, Award):
        for key, text in (("description", record.description), ("note", record.note)):
            found = _NOUN.match(text)
            if found and record.founded and int(found["year"]) != record.founded.year:
                message = f"the {key} says that it was founded in {found['year']}, and `founded` {record.founded}"
                subject = (record.id, found["year"])
                yield Problem(CODE, record.span, message, "correct one of the two", LEVEL, subject, key=(key,))
        return
    for sentence in sentences(record):
        for first, last, link in sentence.links:
            told = archive.awards.get(link.target) or archive.named(link.target)
            if told:
                span = place(record.body, sentence.start + last)
                yield from _of(told, span, sentence.text[:first], sentence.text[last:])
        if isinstance(record, Name) and not (sentence.links or sentence.links_before):
            yield from _of_itself(record, sentence)
    if isinstance(record, Article):
        for ref in record.about.names:
            if told := archive.named(ref.text):
                for key, text in (("title", record.title), ("deck", record.deck)):
                    yield from _in_short(told, record.span, key, unquoted(text))
    elif isinstance(record, Name) and record.description.startswith("("):
        yield from _in_short(record, record.span, "description", f"{record.name} {record.description}")


def _in_short(told: Name, span: Span, key: str, text: str) -> Iterator[Problem]:
    """What stands behind a name in a title, a deck or a description."""
    spelled = next((each for each in sorted(told.spellings, key=len, reverse=True) if each in text), "")
    before, _, behind = text.partition(spelled) if spelled else ("", "", "")
    # Without brackets it is the years of a life where nothing else is said.
    yield from _of(told, span, before, _OF_ALL.sub(r" (\g<years>)", behind), (key,))


def _of_itself(name: Name, sentence: Sentence) -> Iterator[Problem]:
    """A sentence of the file of a name that begins with it, or speaks of it."""
    begun = _OWN.match(sentence.text) or (name.kind is Kind.ORGANISATION and _THE_FIRM.match(sentence.text)) or None
    text = sentence.text.lstrip(" *_")
    spelled = next((each for each in sorted(name.spellings, key=len, reverse=True) if text.startswith(each)), "")
    start = len(sentence.text) - len(text) + len(spelled) if spelled else begun.end() if begun else 0
    if start:
        rest = sentence.text[start:].replace("*", " ")
        what = _IS_ONE.match(rest)
        span = place(name.body, sentence.start + start)
        yield from _of(name, span, "", rest[what.end() :] if what else rest)
    elif _BEGINS.match(text):
        span = place(name.body, sentence.start + len(sentence.text) - len(text))
        yield from _of(name, span, "", f", {text[:1].lower()}{text[1:]}")


def _of(told: Award | Name, span: Span, before: str, behind: str, where: tuple[str, ...] = ()) -> Iterator[Problem]:
    for key, says, date in _dates(told):
        for form in _SAYS[says] if date else ():
            found = form.search(before[-60:]) if form.pattern.endswith("$") else form.match(behind)
            if found and date and _is_another(found, date):
                words = " ".join(found[0].strip(" ,(").split())
                message = f'"{words}" is said of {told.name}, and `{key}` is {date} ({told.span.path})'
                hint = f"correct one of the two; if both are right, {exception(CODE, words, told.id)}"
                yield Problem(CODE, span, message, hint, LEVEL, (words, told.id, found["year"]), key=where)


def _is_another(found: re.Match[str], date: Date) -> bool:
    """Whether the year is another, or the month or the day, as far as both are known."""
    day = _DAY.search(found[0])
    month, number = (MONTH_NUMBERS[day["month"].lower()], int(day["day"] or day["after"] or 0)) if day else (0, 0)
    pairs = ((int(found["year"]), date.year), (month, date.month), (number, date.day))
    return any(said and known and said != known for said, known in pairs)


def _dates(told: Award | Name) -> tuple[tuple[str, str, Date | None], ...]:
    """The keys of a record for when it began and ended, what a text says of that, and the dates."""
    if isinstance(told, Award):
        return ("founded", "founded", told.founded), ("ended", "ended", told.ended)
    if told.hidden:
        return ()
    begins, ends = ("born", "died") if told.kind is Kind.PERSON else ("founded", "ended")
    return ("born", begins, told.born), ("died", ends, told.died)

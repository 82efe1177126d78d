"""A word that stands for nobody is not a laureate.

"N.C.", "Aucun lauréat", "No award" or "ditto" as a name would get a page, a title and a place in the records. Who is
not known is written `unknown`; a category that nobody won is `not_awarded`, with its reason (edge cases 21 to 23).
A prize that did not take place is `cancelled`; of one that was
not founded yet nothing is written. A name that stands elsewhere (`see 2018`, `retained by holder`) is written again.
"Anonymous" is one name, however many bear it. `true`, a bare number or a date is no name either, be it a laureate's, a
juror's or a host's: it belongs to another key. Nor is "various" or "about 30 others": how many were there is
`attendance`. A work may be called `Nobody`, but not `Not awarded` or `To be confirmed` where it has no file, whether it
is a laureate or what one was honoured for, nor may `██` stand in its title, nor is an amount, an address or a date one;
and who has a file in content/names may be called anything but a word that says that there is nobody. A sentence such as
`None was legible.` is told as what it is, the note of a category that nobody won; a work may be called so, with a
capital and without a full stop. Told too is a slip of one of our own words: `unknwon`.

Passes:

```yaml
results:
  pie: unknown
  cake: {not_awarded: below-threshold}
```

Fails:

```yaml
results:
  pie: N.C.
  cake: No award
hosts: true
```
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from ..model import Edition, Kind, Name, NamedAs, Ref
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem, nearest, plain
from ..sources.plaintext import UNREAD, folded
from ..sources.schema.words import begins_with_nobody, letters, meaning, nobody

CODE = "pseudo-name"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions", "names")

_NAMELESS = frozenset(("anonymous", "anonyme", "anonym", "anonimo", "anon"))
_TRUTHS = frozenset(("true", "yes", "vrai", "oui", "wahr", "ja", "on", "ok", "x"))
_SEVERAL = re.compile(
    r"(?:and |et |und |d['’])?(?:various|several|many|others|divers|diverse[sn]?|plusieurs|autres|etc"
    r"|every(?:body|one)|(?:many|some) more|(?:the|le) (?:public|audience)|verschiedene|mehrere|varios|otros|altri)"
    r"|(?:(?:\D{1,12} )?\d+|a dozen|une dizaine de|(?:some |many |several )?other|autres|quelques|several|many|some"
    r"|plusieurs) (?:others?|autres?|people|persons?|personnes?|guests?|invite[es]*|members?|membres?|jurors?|jure[es]*"
    r"|experts?|professionals|professionnels|consum(?:ers|ateurs)|judges?|speakers?|intervenants?|partners?|partenaires?"
    r"|companies|entreprises|winners?|gagnants?|laureats?|laureates?)(?: .*)?"
)
_OF_PRIZES = re.compile(
    r"\b(?:award(?:ed)?|prizes?|prix|winners?|laureate?s?|gagnante?|vainqueur|recipient|attribuee?|decernee?|given"
    r"|vergeben|verliehen|communique|disclosed)\b"
)
_SHORT = 4
_CURRENCY = r"(?:[$€£¥₹₩]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|francs?)(?!\w))"
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\s?%?")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_OTHER_FACTS = (
    (
        re.compile(rf"{_CURRENCY}\s?\d[\d.,'’\s]*|\d[\d.,'’\s]*{_CURRENCY}", re.I),
        "is an amount, which stands in `money`",
    ),
    (re.compile(r"(?:https?://|www\.)\S+"), "is an address, which stands in `sources`"),
    (re.compile(r"\d{4}-\d\d(?:-\d\d)?"), "is a date, which stands in `awarded_on`"),
    (re.compile(r"\d+(?:[.,]\d+)?\s?%"), "is a figure, which stands in `score`"),
)
"""What is no title, and where it stands."""

_UNKNOWN = "write `unknown` instead"
_OF_TITLES = ("above", "elsewhere", "open", "lost")
"""What a work may be called that stands for nobody otherwise: `See Page Three`."""
_WHERE = MappingProxyType(
    {
        "cancelled": "write `cancelled` for a category that did not take place",
        "not-awarded": "write `{not_awarded: other}` for the category, or the reason in the place of `other`",
        "absent": "delete it, if there was no such category then",
        "above": "write the name again: nothing is taken from the line above",
        "elsewhere": "write the name: nothing is taken from another edition",
    }
)
"""What to write for a word that stands for nobody, by what it means."""
_SLIPS = frozenset(("unknown", "not_awarded", "cancelled"))
"""Words of our own that a laureate's name may be a slip of."""


def each(archive: Archive, record: Edition | Name) -> Iterator[Problem]:
    if isinstance(record, Name):
        yield from _beside_laureates(archive, record)
        return
    for holder in (holder for result in results_in(record) for holder in result.holders):
        # An ambiguous name, which is told as such, is nobody's.
        if holder.name.text in archive.ids:
            yield from _of_laureate(archive, holder.name, archive.name(holder.name))
    for span, title in ((result.span, work.title) for result in results_in(record) for work in result.works):
        named = archive.named(title)
        if (what := of_title(title)) and not (named and named.registered):
            yield Problem(CODE, span, f'the work "{title}" {what}', "write the title, or delete it", LEVEL, (title,))


def _beside_laureates(archive: Archive, name: Name) -> Iterator[Problem]:
    if not name.registered and name.kind is not Kind.WORK and (nobody(name.name) or _value(name.name)):
        for mention in archive.mentions_of.get(name.id, ()):
            if mention.how is not NamedAs.LAUREATE:
                yield _problem(mention.ref, "write the name, or delete it")


def _of_laureate(archive: Archive, ref: Ref, name: Name) -> Iterator[Problem]:
    if not name.registered and (meant := _slip(ref.text)):
        message = f'"{ref.text}" is written almost like `{meant}`, and counts as a laureate'
        likely = Fix(ref.span, ref.text, meant)
        yield Problem(CODE, ref.span, message, f"write `{meant}`", LEVEL, (ref.text,), likely=likely)
        return
    if name.kind is Kind.WORK:
        may_be_called_so = name.registered or _may_be_a_title(ref.text)
    else:
        may_be_called_so = name.registered and _is_sentence(ref.text)
    hint = "" if may_be_called_so else _hint(ref.text, len(archive.results_of.get(name.id, ())))
    if hint:
        yield _problem(ref, hint)
    elif name.kind is not Kind.WORK and not name.registered and _value(ref.text):
        yield _problem(ref, "write the name of who won, or `unknown`")


def of_title(text: str) -> str:
    """What is wrong with a text in the place of a title that says nothing, or is in part illegible; or nothing."""
    if signs := UNREAD.search(text):
        return f'holds "{signs[0]}", in the place of letters'
    for pattern, what in _OTHER_FACTS:
        if pattern.fullmatch(text):
            return what
    return "says that there is none, or that it is not known" if nobody(text) and not _may_be_a_title(text) else ""


def _may_be_a_title(text: str) -> bool:
    """Whether what stands for nobody may be the title of a work: `Nobody` may, `Not awarded` and `N.C.` may not."""
    if text[:1].islower() and meaning(text, ("unknown", "not-awarded", "cancelled")):
        return False
    if text[0] in "[(":
        return False
    is_abbreviation = text.isupper() and nobody(text) == "unknown"
    is_dotted = not text.isalpha() and all(len(word) == 1 for word in re.findall(r"\w+", text))
    is_abridged = len(letters(text)) <= _SHORT and (is_abbreviation or is_dotted)
    if nobody(text) and begins_with_nobody(text):
        # `Nobody Knows`, or `Nobody is perfect`: a title begins with a capital, and has no full stop.
        return text[0].isupper() and not text.endswith(".")
    is_said = " " in text and not text.istitle() and _is_sentence(text) and nobody(text) not in _OF_TITLES
    return not (is_abridged or _OF_PRIZES.search(folded(text)) or is_said)


def _is_sentence(text: str) -> bool:
    """Whether a text stands for nobody as a sentence, and not as a word that is known to."""
    return bool(nobody(text)) and not meaning(text, ("unknown", "not-awarded", "cancelled", "above"))


def _slip(text: str) -> str:
    """The word of our own that a text in small letters was meant to be; nothing where it is one, or none."""
    is_word = text in _SLIPS or not text[:1].islower() or nobody(text)
    return "" if is_word else nearest(text, _SLIPS, 0.8) or ""


def _problem(ref: Ref, hint: str) -> Problem:
    what = "nobody's name" if nobody(ref.text) or folded(ref.text) in _NAMELESS else f"{_value(ref.text)}, no name"
    likely = Fix(ref.span, ref.text, "unknown") if hint == _UNKNOWN else None
    return Problem(CODE, ref.span, f'"{ref.text}" is {what}', hint, LEVEL, (ref.text,), likely=likely)


def _value(text: str) -> str:
    """What a text is that another key is made for; nothing where it may be a name."""
    if folded(text).strip(" .!") in _TRUTHS:
        return "a word for yes"
    if _NUMBER.fullmatch(text):
        return "a number"
    if _SEVERAL.fullmatch(folded(text).strip(" .!…")):
        return "several people"
    return "a date" if _DATE.fullmatch(text) else ""


def _hint(text: str, results: int) -> str:
    if folded(text) in _NAMELESS and results > 1:
        apart = f"write `unknown`, or tell them apart, as `{text} (1990)`"
        return f"here it is one laureate with {results} results: {apart}"
    if begins_with_nobody(text):
        return f"write `{{not_awarded: other, note: {plain(text)}}}`, or the reason in the place of `other`"
    said = nobody(text)
    if said == "lost":
        return f"write `{{laureate: unknown, note: {plain(text)}}}`"
    return _WHERE.get(said, _UNKNOWN) if said else ""

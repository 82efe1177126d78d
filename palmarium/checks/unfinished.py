"""Nothing stands for what was to be written later.

Words that break off ("rises and the"), the name of a file in place of words, `TBC`, `XXX`, `???`, "see above", `[photo
here]` and Lorem ipsum are notes of an editor to himself, and are published as they stand; so is a word typed twice
("the the"), and letters that a wrong encoding made (`CafÃ©`). Where something is not known, its key is left out.
Quotations and code in texts are not looked at, nor are names and titles of works, which may be called anything.

Passes:

```yaml
ceremony: {date: 2011-10-03, city: Brest}
```

Fails:

```yaml
ceremony: {date: 2011-10-03, city: Brest, venue: TBC}
```
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from typing import Any
from unicodedata import normalize

from ..model import Address, Article, Award, Edition, Identifier, Name, Note, Picture, Prose, Ref, Work
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span
from ..sources.markdown import own_words, place
from ..sources.schema.words import nobody

CODE = "unfinished"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("awards", "editions", "articles", "profiles", "notes")

_NOT_WORDS = (Address, Identifier, Prose, Ref, Span, Work)
_IDS = (
    *("id", "award", "edition", "category", "url", "archived", "name", "src", "wikidata", "language", "path"),
    *("field", "unit"),
)
_LONGEST = 40
_BROKEN = re.compile(r"\S (?:(?:and|the|of the|et|des|du|une|avec les?) ?|[^\W\d_]+,)$")
_FILE = re.compile(r"[\w.-]+\.(?:md|ya?ml|toml|jpe?g|png|svg|webp|docx?|odt|pdf|html?|txt|xlsx?)", re.I)
_TWICE = (
    *("the", "an", "of", "and", "to", "with", "for", "from"),
    *("les", "des", "du", "un", "une", "et", "au", "aux", "dans", "pour", "avec", "le", "est"),
)


def _decoded(text: str) -> str:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return "the letters that were meant"


def _rejoined(text: str) -> str:
    first, _, rest = text.rpartition("-")
    return f"{first}{rest.strip()}, or both halves on one line"


@dataclass(frozen=True, slots=True)
class _Slip:
    """What is looked for in a text: its form, what is wrong with it, and what to write, where the words tell.

    A text that holds one has one of the `signs`, in small letters and on one line. What is not `sure` no fix offers.
    """

    signs: tuple[str, ...]
    form: re.Pattern[str]
    what: str
    right: Callable[[str], str] | None = None
    sure: bool = True


_SLIPS = (
    _Slip(
        ("todo", "fixme", "tbc", "tbd", "tba", "xxx"),
        re.compile(r"(?<![\w-])(?:TODO|FIXME|TBC|TBD|TBA|XXXX+|(?<![A-Za-z] )XXX)(?![\w-])"),
        "is left to do",
    ),
    _Slip(("lorem",), re.compile(r"\blorem ipsum(?: dolor(?: sit amet)?)?", re.I), "fills a place"),
    _Slip(("???",), re.compile(r"\?\?\?+"), "is left to do"),
    _Slip(
        ("[",),
        re.compile(
            r"(?<!\])\[(?:photo|image|picture|insert|name|date|quote|link|todo|tbc|xxx|citation needed|à compléter|nom)"
            r"(?: (?:here|goes here|to come|ici|à venir))?\](?![\[(:])",
            re.I,
        ),
        "is left to do",
    ),
    _Slip(
        tuple(f"{word} {word}" for word in _TWICE),
        re.compile(rf"(?<![\w'’-])(?:(?i:(?P<word>{'|'.join(_TWICE)})))[ \n](?=\w)(?i:(?P=word))(?![\w'’-])"),
        "stands twice",
        lambda text: text.split()[0],
    ),
    _Slip(
        ("ã", "â€"),
        re.compile(
            "(?<!\\S)\\S*(?:Ã[\u00a0-\u00bf\u0152\u0153\u0178\u0192\u2030\u2039]|â€[\u0153\u2122\u02dc\u201c\u201d\u00a6])\\S*"
        ),
        "was read in a wrong encoding",
        _decoded,
        sure=False,
    ),
    _Slip(("\ufffd",), re.compile("(?<!\\S)\\S*\ufffd\\S*"), "has lost a letter: the sign \ufffd stands in its place"),
    _Slip(
        (" ,",),
        re.compile(r"(?<![^\W\d_])[^\W\d_]+ ,(?=[ \n]?\w)"),
        "has a space before its comma",
        lambda text: text.replace(" ,", ","),
    ),
    _Slip(
        (" .",),
        re.compile(r"(?<![^\W\d_])[^\W\d_]+ \.(?=\s|\Z)"),
        "has a space before its stop",
        lambda text: text.replace(" .", "."),
    ),
    _Slip(
        ("- ",),
        re.compile(r"(?<![\w-])[^\W\d_]{2,}-\n[ \t]*[a-zà-ÿ][^\W\d_]+"),
        "is parted at the end of a line, and printed so",
        _rejoined,
        sure=False,
    ),
    _Slip(
        tuple(map(chr, range(0xFB00, 0xFB07))),
        re.compile("(?<!\\w)\\w*[\ufb00-\ufb06]\\w*"),
        "holds two letters in one sign, by which nobody finds it",
        lambda text: normalize("NFKC", text),
    ),
    _Slip(
        ("\u00ad",),
        re.compile("(?<!\\w)\\w+\u00ad\\w+"),
        "holds a soft hyphen, by which nobody finds it",
        lambda text: text.replace("\u00ad", ""),
    ),
)


def each(archive: Archive, record: Award | Edition | Article | Name | Note) -> Iterator[Problem]:
    for span, text in _texts(record, record.span):
        if len(text) < _LONGEST and nobody(text) in ("unknown", "above"):
            hint = "write what is meant, or delete the key"
            yield Problem(CODE, span, f'"{text}" says nothing', hint, LEVEL, (text,))
        elif broken := _BROKEN.search(text):
            hint = "write the rest, or delete these words"
            yield Problem(CODE, span, f'"{text[-_LONGEST:]}" breaks off', hint, LEVEL, (broken[0].strip(),))
        elif _FILE.fullmatch(text):
            yield Problem(CODE, span, f'"{text}" is the name of a file', "write the words themselves", LEVEL, (text,))
        else:
            yield from _marked(text, partial(_of_all, span))
    body = record.body if not isinstance(record, Award | Edition) else Prose()
    yield from _marked(own_words(body), partial(place, body))


def _of_all(span: Span, at: int) -> Span:
    """The place of each character of a text that is no prose."""
    return span


def _marked(text: str, where: Callable[[int], Span]) -> Iterator[Problem]:
    lower = text.lower().replace("\n", " ")
    for slip in (each for each in _SLIPS if any(map(lower.__contains__, each.signs))):
        for found in slip.form.finditer(text):
            said, span = " ".join(found[0].split()), where(found.start())
            right = slip.right(found[0]) if slip.right else ""
            hint = f"write {right}" if right else "write what is meant, or delete it"
            likely = Fix(span, found[0], right) if right and slip.sure and "\n" not in found[0] else None
            yield Problem(CODE, span, f'"{said}" {slip.what}', hint, LEVEL, (said,), likely=likely)


def _texts(value: Any, span: Span) -> Iterator[tuple[Span, str]]:
    """Every text of a record that is no name, no id and no address, and where it stands."""
    if isinstance(value, tuple):
        for each in value:
            yield from _texts(each, span)
    elif is_dataclass(value) and not isinstance(value, _NOT_WORDS):
        there = getattr(value, "span", span)
        cls: Any = type(value)
        names = _words_of(cls)
        for name in ("alt", "credit") if isinstance(value, Picture) else names:
            part = getattr(value, name)
            if isinstance(part, str) and not isinstance(part, StrEnum):
                # That a picture says no more than its file is told of pictures.
                is_told = name == "alt" and _FILE.fullmatch(part)
                yield from ((there, part),) if part and not is_told else ()
            else:
                yield from _texts(part, there)


@cache
def _words_of(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name not in _IDS)

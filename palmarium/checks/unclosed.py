"""A mark that opens something is closed.

`“`, `«` and `(` without the mark that ends what they begin leave a reader wondering whose words follow, and so does an
odd number of `"`. Looked at are the texts of articles, names and pages, their titles, names, works and citations. A
quotation may run over paragraphs, each of which begins with its mark; behind a figure `"` and `”` are inches.

Passes:

```markdown
He said: “The oven is hot.”
```

Fails:

```markdown
He said: “The oven is hot.
```
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from ..model import Article, Award, Edition, Name, Note
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem, Span, if_right
from ..sources.markdown import own_words, place, unquoted

CODE = "unclosed-mark"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("awards", "editions", "articles", "names", "notes")

_CLOSES = MappingProxyType({"“": "”", "«": "»", "„": "“”", "»": "«", "”": "”"})
"""The marks that end what another one begins, in English, French, German and Swedish."""
_MARKS = '"“”«»„'
_MARK = re.compile(rf"(?<!\d)[{_MARKS}]|(?<=\d)[“«„]")
_PARENTHESIS = re.compile(r"(?<![:;])[()]")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n\s*|(?=[-+*>#|]|\d+[.)]\s))")
_SHOWN = 50


def each(archive: Archive, record: Award | Edition | Article | Name | Note) -> Iterator[Problem]:
    for span, text in _texts(record):
        for at in _alone(unquoted(text), text):
            yield _problem(span, text, at)
    if isinstance(record, Award | Edition):
        return
    text = own_words(record.body)
    for at in _alone(text, record.body.text):
        yield _problem(place(record.body, at), record.body.text, at)


def _problem(span: Span, text: str, at: int) -> Problem:
    sign = text[at]
    words = re.split(r"\n\s*\n|(?<=[.!?…])\s", text[at:], maxsplit=1)[0]
    said = " ".join(words.split())
    said = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"
    if sign in '"”»':
        what = f"{sign} has no partner"
        hint = "write the other one as well, or delete it"
    else:
        ends = ")" if sign == "(" else _CLOSES[sign][0]
        what = f"{sign} is not closed"
        blank = "\u202f" if sign == "«" and said[1:2].isspace() else ""
        hint = f"write {ends} where these words end, as in {said}{blank}{ends}" if said[1:] else "delete it"
    subject = (said,) if said[1:] else (sign,)
    return Problem(
        CODE,
        span,
        f"{what}: {said}",
        f"{hint}; {if_right(CODE, *subject)}",
        LEVEL,
        subject,
        (("line", span.where),),
    )


def _alone(own: str, text: str) -> Iterator[int]:
    """Where the marks stand that have no partner; `own` is the text with blanks for what has."""
    found = sorted([*_marks(own, text), *_parentheses(own, text)])
    yield from (at for at in found if text[max(0, at - 1) : at] != "\\")


def _marks(own: str, text: str) -> Iterator[int]:
    if not any(map(own.__contains__, _MARKS)):
        return
    opened: list[int] = []
    places = list(_paragraphs(own))
    for (start, end), (following, _) in zip(places, [*places[1:], (len(text), 0)], strict=True):
        straight = [found.start() for found in _MARK.finditer(own, start, end) if found[0] == '"']
        if len(straight) % 2:
            yield straight[-1]
        for found in _MARK.finditer(own, start, end):
            at, sign = found.start(), found[0]
            if opened and sign in _CLOSES[own[opened[-1]]]:
                opened.pop()
            # Each paragraph of a long quotation begins with its mark.
            elif sign != '"' and not (at == start and text.startswith(sign, following)):
                opened.append(at)
    yield from opened


def _parentheses(own: str, text: str) -> Iterator[int]:
    if "(" not in text:
        return
    for start, end in _paragraphs(own):
        if text.count("(", start, end) <= text.count(")", start, end):
            continue
        opened: list[int] = []
        for found in _PARENTHESIS.finditer(own, start, end):
            if found[0] == "(":
                opened.append(found.start())
            elif opened:
                opened.pop()
        yield from opened[:1]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _PARAGRAPH.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _texts(record: Award | Edition | Article | Name | Note) -> Iterator[tuple[Span, str]]:
    """The short texts of a record, and where it stands."""
    match record:
        case Article():
            yield from ((record.span, text) for text in (record.title, record.deck))
        case Note():
            yield from ((record.span, text) for text in (record.title, record.description))
        case Name():
            yield from ((record.span, text) for text in (*record.spellings, record.description))
        case Award():
            yield from ((record.span, text) for text in (record.name, record.short, record.description))
            for category in record.categories:
                yield from ((category.span, text) for text in (category.name, category.description))
        case Edition():
            yield from ((record.span, text) for text in (record.label, record.theme, record.note))
            for result in results_in(record):
                yield from ((result.span, text) for text in (result.citation, result.note))
                yield from ((result.span, work.title) for work in result.works)

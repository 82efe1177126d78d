"""Each heading of a text has words below it, and is not the one of another part.

A heading with nothing below it, before the next one of its level or at the end, is most often one whose text was left
for later. Two headings alike within one part make a table of contents in which nobody can tell them apart, and a link
leads to the first of them alone. In an interview a question may be asked twice. A page has a text.

Passes:

```markdown
## The oven

It was hot.
```

Fails:

```markdown
## The oven

## The crumbs

They were few.
```
"""

import re
from collections.abc import Iterator

from ..model import Article, ArticleKind, Heading, Name, Note, Prose
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, exception, if_right
from ..sources.plaintext import folded

CODE = "text-heading"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("articles", "profiles", "notes")

_EMPTY = re.compile(r'<h([2-6]) id="([^"<>]*)">[^\n]*</h\1>\s*(?=<h([2-6])[ >]|\Z)')
_SHOWN = "\ufffc"


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    body = record.body
    if isinstance(record, Note) and not body.text.strip():
        message = f'the page "{record.title}" has no text'
        yield Problem(
            CODE, record.span, message, "write it, or say `draft: true` until it is there", LEVEL, (record.id,)
        )
    headings = {heading.id: heading for heading in body.outline}
    html = "".join(piece if isinstance(piece, str) else _SHOWN for piece in body.pieces)
    for found in _EMPTY.finditer(html):
        heading = headings.get(found[2])
        if heading and (found[3] is None or int(found[3]) <= int(found[1])):
            message = f'nothing stands below the heading "{heading.text}"'
            hint = f"write its text, or delete it; {if_right(CODE, heading.text)}"
            yield Problem(CODE, _place(body, heading), message, hint, LEVEL, (heading.text, record.id))
    if not isinstance(record, Article) or record.kind is not ArticleKind.INTERVIEW:
        yield from _alike(body, record.id)


def _alike(body: Prose, id: str) -> Iterator[Problem]:
    above: list[Heading] = []
    first: dict[tuple[str, ...], Heading] = {}
    for heading in body.outline:
        above = [each for each in above if each.level < heading.level]
        way = (*(each.id for each in above), folded(heading.text))
        above.append(heading)
        if first.setdefault(way, heading) is not heading:
            message = f'the heading "{heading.text}" is here twice'
            hint = f"give one of the two other words; if both are right, {exception(CODE, heading.text)}"
            yield Problem(CODE, _place(body, heading, last=True), message, hint, LEVEL, (heading.text, id))


def _place(body: Prose, heading: Heading, *, last: bool = False) -> Span:
    """The line on which the words of a heading stand; the first line of the text where they are written otherwise."""
    lines = [line for line, text in enumerate(body.text.split("\n"), body.line) if _words(text) == _words(heading.text)]
    return Span(body.path, lines[-1 if last else 0] if lines else body.line)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))

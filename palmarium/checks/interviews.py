"""An interview asks in headings, and is held by somebody else than the one who answers.

In an article of the kind `interview` each heading of the second level is a question, is numbered, and may be linked to.
A question that is a paragraph in bold, or that begins with "Q:", is none of these; in any other article, in the file of
a name and on a page a short paragraph in bold, without a full stop, stands for a heading. Who is the author of an
interview and the only one whom it is about would have asked himself.

Passes:

```markdown
## What do you bake?
```

Fails:

```markdown
**What do you bake?**
```
"""

import re
from collections.abc import Iterator

from ..model import Article, ArticleKind, Name, Note
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, exception
from ..sources.markdown import own_words, place

CODE = "interview"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("articles", "profiles", "notes")

_ALONE = r"(?:(?<=\n\n)|\A\n?) {0,3}"
_BOLD = re.compile(rf"{_ALONE}(?P<sign>\*\*|__)(?P<words>[^*_\n]+)(?P=sign)(?P<mark> ?[?:]?)[ \t]*(?=\n\s*\S)")
_ASKED = re.compile(
    rf"{_ALONE}\*{{0,2}}Q(?:uestion)?(?: ?[:.]| [–—-])\*{{0,2}} *(?P<words>[^\n]+\?)\*{{0,2}}[ \t]*(?=\n|\Z)"
)
_LONGEST = 80


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    is_interview = isinstance(record, Article) and record.kind is ArticleKind.INTERVIEW
    if isinstance(record, Article) and is_interview:
        yield from _asked_himself(archive, record)
    text = own_words(record.body)
    for found in _BOLD.finditer(text):
        words = (found["words"] + found["mark"]).strip()
        if is_interview and words.endswith("?"):
            yield _problem(record, found, words, "this question is a paragraph in bold, and no heading")
        elif len(words) < _LONGEST and not words.endswith((".", "!", ",", ";", ":", "…")):
            yield _problem(record, found, words, "this paragraph in bold stands for a heading")
    for found in _ASKED.finditer(text) if is_interview else ():
        yield _problem(record, found, found["words"], "this question is no heading")


def _problem(record: Article | Name | Note, found: re.Match[str], words: str, message: str) -> Problem:
    span = place(record.body, found.start() + len(found[0]) - len(found[0].lstrip()))
    mere = f"; if it is none, {exception(CODE, words)}"
    likely = Fix(span, found[0].strip(), f"## {words}")
    return Problem(CODE, span, message, f"write ## {words}{mere}", LEVEL, (words, record.id), likely=likely)


def _asked_himself(archive: Archive, article: Article) -> Iterator[Problem]:
    about = {archive.ids.get(ref.text, ref.text) for ref in article.about.names}
    for ref in article.author:
        if about == {archive.ids.get(ref.text, ref.text)}:
            message = f'"{ref.text}" is the author of this interview and the one whom it is about'
            hint = f"write who asked: `author: …`, or `kind: opinion`; if both are right, {exception(CODE, ref.text)}"
            yield Problem(CODE, ref.span, message, hint, LEVEL, (ref.text, article.id))

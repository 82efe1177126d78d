"""A link to a part of a page leads to a part that is there.

`[below](#the-oven)` leads to the heading "The oven" of the same text, `[[a-night-of-pies#the-oven]]` to that of
another article, `[[pie/2011#tart]]` to a category of an edition. Where there is no such part a reader lands at the
top and looks in vain.

Passes:

```markdown
See [below](#the-oven).

## The oven
```

Fails:

```markdown
See [below](#the-ovens).

## The oven
```
"""

import re
from collections.abc import Collection, Iterator

from ..archive import Archive
from ..model import Article, Link, Name, Note, Prose
from ..problems import Basis, Level, Problem, Span, did_you_mean
from ..prose.source import place

CODE = "dead-anchor"
LEVEL = Level.ERROR
BASIS = Basis.ARCHIVE

_ID = re.compile(r'\bid="([^"]+)"')
_HERE = re.compile(r"\]\(#([^)\s]*)")


def check(archive: Archive) -> Iterator[Problem]:
    texts: tuple[Article | Name | Note, ...] = (
        *archive.articles.values(), *archive.names.values(), *archive.notes.values()
    )
    for record in texts:
        yield from _in_text(record)
        for link in record.body.links:
            yield from _elsewhere(archive, link)


def _in_text(record: Article | Name | Note) -> Iterator[Problem]:
    """Links inside one text; those of footnotes are made and right."""
    ids = _ids(record.body)
    for found in _HERE.finditer(record.body.text):
        if found[1] not in ids and f'href="#{found[1]}"' in _html(record.body):
            span = place(record.body, record.span.path, found.start() + 2)
            yield _problem(span, found[1], ids, "this text")


def _elsewhere(archive: Archive, link: Link) -> Iterator[Problem]:
    name, hash, anchor = link.target.partition("#")
    target = archive.target(link.target)
    if not hash or target is None or target[0] == "file" or link.target in archive.ids:
        return
    ids: Collection[str] = ()
    if target[0] == "article":
        ids = _ids(archive.articles[target[1]].body)
    elif target[0] == "edition":
        ids = {entry.category for entry in archive.editions[target[1]].entries if entry.category}
    if anchor not in ids:
        yield _problem(link.span, anchor, ids, name)


def _problem(span: Span, anchor: str, ids: Collection[str], where: str) -> Problem:
    hint = did_you_mean(anchor, ids) or (f"there are {', '.join(sorted(ids)[:8])}" if ids else "delete it with its #")
    return Problem(CODE, span, f'"#{anchor}" is no part of {where}', hint, LEVEL, (f"#{anchor}",))


def _html(prose: Prose) -> str:
    return "".join(piece for piece in prose.pieces if isinstance(piece, str))


def _ids(prose: Prose) -> set[str]:
    return set(_ID.findall(_html(prose)))

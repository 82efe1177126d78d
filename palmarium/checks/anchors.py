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

from ..model import Prose, ProseLink
from ..model.archive import Archive
from ..model.ids import slug
from ..problems import Basis, Fix, Level, Problem, Span, did_you_mean, nearest

CODE = "dead-anchor"
LEVEL = Level.ERROR
BASIS = Basis.ARCHIVE

_BLANKLESS = re.compile(r" {0,3}(#{1,6})([^\s#].*)")
_ID = re.compile(r'<(?:[^"<>]|"[^"]*")*?\bid="([^"]+)"')


def check(archive: Archive) -> Iterator[Problem]:
    for record in archive.texts:
        for link in record.body.links:
            if not link.target.startswith("#"):
                yield from _elsewhere(archive, link)
            elif link.target[1:] not in (ids := _ids(record.body)):
                yield _problem(link.span, link.target[1:], ids, "this text", record.body)


def _elsewhere(archive: Archive, link: ProseLink) -> Iterator[Problem]:
    name, hash, anchor = link.target.partition("#")
    target = archive.target(link.target)
    if not hash or target is None or target[0] == "file" or link.target in archive.ids:
        return
    ids: Collection[str] = ()
    body = _text(archive, *target) if target[0] in ("article", "name", "note") else Prose()
    if body.text:
        ids = _ids(body)
    elif target[0] == "edition":
        edition = archive.editions[target[1]]
        ids = {entry.category for entry in edition.entries if entry.category}
        names = {
            key.split("/")[1]: archive.categories[key].name for key in archive.categories_of.get(edition.award, ())
        }
        called = next((id for id in sorted(ids) if names.get(id, "").casefold() == anchor.casefold()), "")
        if called and anchor not in ids:
            yield Problem(
                CODE, link.span, f'"#{anchor}" is no part of {name}', f"write {name}#{called}", LEVEL, (f"#{anchor}",)
            )
            return
    if anchor not in ids:
        yield _problem(link.span, anchor, ids, name, body)


def _problem(span: Span, anchor: str, ids: Collection[str], where: str, body: Prose) -> Problem:
    none = "write a heading for it, `## …`, or the words alone" if where == "this text" else "delete it with its #"
    there = f"there are {', '.join(sorted(ids)[:8])}" if ids else none
    hint = _blankless(body, anchor) or did_you_mean(anchor, ids) or there
    near = nearest(anchor, ids) if hint != _blankless(body, anchor) else None
    likely = Fix(span, anchor, near) if near else None
    return Problem(CODE, span, f'"#{anchor}" is no part of {where}', hint, LEVEL, (f"#{anchor}",), likely=likely)


def _blankless(body: Prose, anchor: str) -> str:
    """The correction of a heading without a blank behind its signs."""
    for number, line in enumerate(body.text.split("\n"), body.line):
        found = _BLANKLESS.fullmatch(line)
        if found and slug(found[2]) == anchor:
            return f"write {found[1]} {found[2].strip()} in line {number} of {body.path}"
    return ""


def _text(archive: Archive, kind: str, key: str) -> Prose:
    if kind == "article":
        return archive.articles[key].body
    return archive.names[key].body if kind == "name" else archive.notes[key].body


def _ids(prose: Prose) -> set[str]:
    """The targets of links inside a text: its headings, and the ids of its HTML, without notes."""
    written = "".join(piece for piece in prose.pieces if isinstance(piece, str))
    return {id for id in _ID.findall(written) if not id.startswith(("fn:", "fnref"))}

"""A picture says who made it where readers look for that.

The credit of a picture in a text stands behind a dash with blanks, `"The oven — Photo Ann Crust"`, that of a portrait
under `credit`. Behind a hyphen or a short dash, in brackets, behind a colon or a sign it would be a part of what is
said below the picture: told are captions that end so with a word for a photograph, a drawing or a credit, with a name
that the archive knows, or with ©.

Passes:

```markdown
![An oven, its door open](oven.jpg "The oven — Photo Ann Crust")
```

Fails:

```markdown
![An oven, its door open](oven.jpg "The oven - Photo Ann Crust")
```
"""

import re
from collections.abc import Iterator

from ..model import Article, Name, Note, Picture, Shown
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain, quoted

CODE = "unread-credit"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_LONGEST = 400
_KIND = r"(?i:photos?|photograph(?:ie|y|s)?|cr[ée]dits?|images?|pictures?|dessins?|drawings?|illustrations?)"
_MARK = r"(?:©|\([cC]\))"
_CAPITAL = r"(?=[^\W\d_a-zà-öø-ÿ])"
_WHO = rf"(?:{_MARK}\s*|{_KIND}(?:\s+(?i:photo))?\s*(?:(?::|{_MARK})\s*|(?:\s(?i:by|de|par))?\s+{_CAPITAL}))"
_BEHIND = re.compile(
    rf"(?P<caption>.*?)(?:\s*[-–—|/·,;.:]+\s*|\s*[(\[]|\s+(?=©|\([cC]\))|^)(?P<credit>{_WHO}[^()\[\]]+?)[\])]*\.?"
)
_DASHED = re.compile(r"(?P<caption>.+?)\s+(?:--?-?|–)\s+(?P<credit>[^-–—]+)")


EACH = ("articles", "profiles", "notes")


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    own = None if isinstance(record, Note) else record.picture
    if own and (found := _credit(archive, own)):
        caption, credit = found
        written = f"caption: {plain(caption)}, " if caption else ""
        yield _problem(own, credit, f"write `{written}credit: {plain(credit)}`")
    for piece in record.body.pieces:
        for picture in piece.pictures if isinstance(piece, Shown) else ():
            if found := _credit(archive, picture):
                written = quoted(" — ".join(filter(None, found)) if found[0] else f"— {found[1]}")
                yield _problem(picture, found[1], f"write {written}")


def _problem(picture: Picture, credit: str, hint: str) -> Problem:
    message = f'"{credit}" is a part of the caption here, and no credit'
    return Problem(CODE, picture.span, message, hint, LEVEL, (picture.src, credit))


def _credit(archive: Archive, picture: Picture) -> tuple[str, str] | None:
    """The caption without its credit, and the credit."""
    if picture.credit or not picture.caption or len(picture.caption) > _LONGEST:
        return None
    if found := _BEHIND.fullmatch(picture.caption):
        return found["caption"], found["credit"]
    dashed = _DASHED.fullmatch(picture.caption)
    return (dashed["caption"], dashed["credit"]) if dashed and dashed["credit"] in archive.ids else None

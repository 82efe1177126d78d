"""The text of a picture says what it shows.

"photo" or the name of the file tells a reader who does not see it nothing that the page has not said already.

Passes:

```yaml
picture: {src: oven.jpg, alt: "The oven, its door open"}
```

Fails:

```yaml
picture: {src: oven.jpg, alt: photo}
```
"""

import re
from collections.abc import Iterator

from ..model import Article, Name, Note
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span
from ..sources.plaintext import folded

CODE = "picture-text"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_EMPTY = frozenset(
    (
        *("image", "picture", "photo", "photograph", "logo", "portrait", "illustration", "figure", "img", "visuel"),
        *("photographie", "capture", "screenshot", "untitled", "sans titre", "alt"),
    )
)


def check(archive: Archive) -> Iterator[Problem]:
    for span, file, text in _pictures(archive):
        said = " ".join(re.findall(r"[^\W_]+", folded(text)))
        name = " ".join(re.findall(r"[^\W_]+", folded(file.rsplit("/", 1)[-1])))
        stem = name.rsplit(" ", 1)[0]
        if said and (said in (name, stem) or re.sub(r" ?(?<!\d)\d+$", "", said) in _EMPTY):
            message = f'"{text}" does not say what the picture shows'
            yield Problem(CODE, span, message, "say it as you would to somebody on the telephone", LEVEL, (text,))


def _pictures(archive: Archive) -> Iterator[tuple[Span, str, str]]:
    """Each picture's place, file and text."""
    owners: tuple[Article | Name, ...] = (*archive.articles.values(), *archive.names.values())
    texts: tuple[Article | Name | Note, ...] = (*owners, *archive.notes.values())
    for record in texts:
        for link in record.body.links:
            if link.target.startswith("media:"):
                yield link.span, link.target.removeprefix("media:"), link.text
    for owner in owners:
        if owner.picture:
            yield owner.picture.span, owner.picture.src, owner.picture.alt

"""The text of a picture says what it shows.

"photo" or the name of a file tells a reader who does not see it nothing that the page has not said already; nor does
the text of another picture, nor who made it ("Photo Ann Crust"), which `credit` does. One picture with two texts that
have no word of four letters in common has one of them from another picture.

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

from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, exception, plain
from ..sources.plaintext import word_list

CODE = "picture-text"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?)|(?:img|dscn?|dsc|pxl|mvi|p\d{3})[_-]?\d{3}\w*"
    r"|screenshot[ _-]\d.*",
    re.I,
)
_CREDIT = re.compile(
    r"(?:©|\([cC]\)) ?\S"
    r"|(?i:photo(?:graph(?:ie|y)?)?s?|image|picture|illustration|foto|cr[ée]dits?(?: photo)?)"
    r"(?: (?:by|par|von)|\s?[:–—-])?"
    r" [A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,2}$"
)
_WORDS = 2
_LETTERS = 4
_EMPTY = frozenset(
    (
        *("image", "picture", "photo", "photograph", "logo", "portrait", "illustration", "figure", "img", "visuel"),
        *("photographie", "capture", "screenshot", "untitled", "sans titre", "alt"),
    )
)


def check(archive: Archive) -> Iterator[Problem]:
    first: dict[str, tuple[str, Span]] = {}
    shown: dict[str, tuple[str, Span]] = {}
    for span, file, text in _pictures(archive):
        said = " ".join(word_list(text))
        name = " ".join(word_list(file.rsplit("/", 1)[-1]))
        stem = name.rsplit(" ", 1)[0]
        if said and (
            said in (name, stem) or _FILE.fullmatch(text.strip()) or re.sub(r" ?(?<!\d)\d+$", "", said) in _EMPTY
        ):
            message = f'"{text}" does not say what the picture shows'
            yield Problem(CODE, span, message, "say it as you would to somebody on the telephone", LEVEL, (text,))
            continue
        if _CREDIT.match(text):
            message = f'"{text}" says who made the picture, and not what it shows'
            yield Problem(
                CODE, span, message, f"write `credit: {plain(text)}`, and as `alt` what it shows", LEVEL, (text,)
            )
            continue
        before, place = first.setdefault(said, (file, span))
        if before != file and len(said.split()) > _WORDS:
            message = f'"{text}" is the text of {before}, too ({place.where})'
            yield Problem(CODE, span, message, "say of each what it shows", LEVEL, (text, before))
        elif _long(text):
            other, place = shown.setdefault(file, (text, span))
            if not _long(text) & _long(other):
                message = f'{file} shows "{text}" here, and "{other}" in {place.where}'
                right = f"if both are right, {exception(CODE, text, file)}"
                yield Problem(CODE, span, message, f"correct the file or the text; {right}", LEVEL, (text, file))


def _long(text: str) -> set[str]:
    return {word for word in word_list(text) if len(word) >= _LETTERS}


def _pictures(archive: Archive) -> Iterator[tuple[Span, str, str]]:
    """Each picture's place, file and text."""
    for record in archive.texts:
        for link in record.body.links:
            if link.target.startswith("media:"):
                yield link.span, link.target.removeprefix("media:"), link.text
    for owner in archive.with_pictures:
        if owner.picture:
            yield owner.picture.span, owner.picture.src, owner.picture.alt

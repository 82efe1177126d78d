"""A name in a text is spelt as the archive spells it.

Where it is no link, nothing else would tell: Ann Crunble in an article is found by nobody who looks for Ann Crumble.
Told are words of a text, quotations apart, that are a name of two words or more but for one letter of a word of five
or more, as capitals stand in the name; not where the archive has the other spelling too. In the credit of a picture a
word of four letters is long enough.

Passes:

```markdown
Then Ann Crumble rose.
```

Fails, where Ann Crumble is a name of the archive:

```markdown
Then Ann Crunble rose.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from ..model import Article, Name, Note, Picture, Shown
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, exception
from ..sources.markdown import own_words, place
from ..statistics.memoize import once

CODE = "near-name-in-text"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 5
_IN_CREDIT = 4
_LONGEST = 4

_Group = tuple[str, ...]


EACH = ("articles", "profiles", "notes")


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    names = _known(archive).by_group
    if names:
        yield from _in_text(archive, record, names)
        for picture in _pictures(record):
            for _, written, name in _slips(archive, picture.credit, names, _IN_CREDIT):
                yield _problem(picture.span, written, name)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of names, with one of them left out, and which word that is in which name.

    A text looks most of its words up in vain: whoever asks depends on all of it, and no look-up is noted for each.
    """

    by_group: dict[_Group, list[tuple[str, str]]]


@once
def _known(archive: Archive) -> _Words:
    found: defaultdict[_Group, list[tuple[str, str]]] = defaultdict(list)
    for name in archive.names.values():
        for text in name.spellings:
            words = _WORD.findall(text)
            if 1 < len(words) <= _LONGEST and " ".join(words) == text and text[0].isupper():
                for at, word in enumerate(words):
                    if len(word) >= _IN_CREDIT:
                        found[(*words[:at], "", *words[at + 1 :])].append((word, text))
    return _Words(dict(found))


def _pictures(record: Article | Name | Note) -> Iterator[Picture]:
    if not isinstance(record, Note) and record.picture:
        yield record.picture
    yield from (picture for piece in record.body.pieces if isinstance(piece, Shown) for picture in piece.pictures)


def _in_text(
    archive: Archive, record: Article | Name | Note, names: dict[_Group, list[tuple[str, str]]]
) -> Iterator[Problem]:
    # A link that leads nowhere is told as that.
    told = {link.target for link in record.body.links}
    for at, written, name in _slips(archive, own_words(record.body), names, _SHORTEST):
        if written not in told:
            told.add(written)
            yield _problem(place(record.body, at), written, name)


def _problem(span: Span, written: str, name: str) -> Problem:
    hint = f"write {name}; if it is another, {exception(CODE, written)}"
    message = f'"{written}" is written almost like "{name}"'
    return Problem(CODE, span, message, hint, LEVEL, (written, name), likely=Fix(span, written, name))


def _slips(
    archive: Archive, text: str, names: dict[_Group, list[tuple[str, str]]], shortest: int
) -> Iterator[tuple[int, str, str]]:
    """Misspelt names: the place, the text, and the name."""
    words = list(_WORD.finditer(text))
    # A name begins with a capital letter: most words don't.
    begun = (at for at, word in enumerate(words) if word[0][0].isupper())
    for first, size in ((at, size) for at in begun for size in range(2, _LONGEST + 1)):
        run = words[first : first + size]
        if len(run) < size or not _joined(text, run):
            continue
        said = [word[0] for word in run]
        for at, word in enumerate(said):
            for other, name in names.get((*said[:at], "", *said[at + 1 :]), ()):
                written = text[run[0].start() : run[-1].end()]
                if _is_slip(word, other, shortest) and written not in archive.ids:
                    yield run[0].start(), written, name


def _joined(text: str, run: list[re.Match[str]]) -> bool:
    """Whether nothing but a blank stands between words."""
    return all(text[one.end() : other.start()] in (" ", "\n") for one, other in pairwise(run))


def _is_slip(word: str, other: str, shortest: int) -> bool:
    is_long = len(word) >= shortest and len(other) >= shortest and word[0] == other[0]
    return (
        is_long
        and word != other
        and OSA.distance(word, other, score_cutoff=1) == 1
        and word not in (f"{other}s", other[:-1])
    )

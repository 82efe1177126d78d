"""A translation says in another language what an original says, once in each language.

An article or a page that `translates` another one has a `language` of its own. What it translates is no translation
itself, is in another language, and has no second translation into this one. A text whose name is that of another one
and its own language (`kettles.en.md` beside `kettles.md`) is meant as a translation, and says so. What its author had
to disclose, readers of a translation learn too.

Passes, where the site is in French and `moulins` is an article:

```markdown
---
title: The mills
language: en
translates: moulins
---
```

Fails:

```markdown
---
title: The mills
translates: moulins
---
```
"""

import re
from collections.abc import Iterator, Mapping

from ..model import Article, Note
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "translation"
LEVEL = Level.ERROR
BASIS = Basis.FILE

EACH = ("articles", "notes")

_IN_NAME = re.compile(r"(?P<original>.+)(?P<mark>[._-])(?P<language>[a-z]{2})")


def each(archive: Archive, text: Article | Note) -> Iterator[Problem]:
    every = archive.texts_like(text)
    ref = text.translates
    if ref is None:
        yield from _unsaid(text, every)
        return
    original = every.get(ref.text)
    if original is None or original is text:
        return
    said, subject = archive.language_of(text), (text.id, original.id)
    if original.translates:
        first = _first(original, every)
        if first and first.id != text.id:
            message = f'"{ref.text}" is a translation itself, of "{original.translates.text}"'
            yield Problem(CODE, ref.span, message, f"write `translates: {first.id}`", LEVEL, subject)
    elif text.language == original.language:
        likely = "en" if said != "en" else "fr"
        message = f'this translates "{original.id}", and is in the same language, {said}'
        hint = f"write the language of this text, such as `language: {likely}`, or delete `translates`"
        yield Problem(CODE, ref.span, message, hint, LEVEL, subject)
    elif other := next(_others(archive, text, every), None):
        message = f'"{original.id}" is translated into {said} already, in {other.span.path}'
        hint = "delete one of the two, or write in each the `language` that it is in"
        yield Problem(CODE, ref.span, message, hint, LEVEL, (text.id, other.id))
    elif _discloses(original) and not _discloses(text):
        message = f'"{original.id}" discloses what ties its author to the matter, and this translation does not'
        yield Problem(CODE, ref.span, message, f"write `disclosure: …`, the same in {said}", LEVEL, subject)


def _discloses(text: Article | Note) -> bool:
    return isinstance(text, Article) and bool(text.disclosure)


def _first(text: Article | Note, every: Mapping[str, Article | Note]) -> Article | Note | None:
    """The original at the end of a chain of translations; None where it has none, of which other checks tell."""
    seen = {text.id}
    while text.translates:
        found = every.get(text.translates.text)
        if found is None or found.id in seen:
            return None
        seen.add(found.id)
        text = found
    return text


def _others(archive: Archive, text: Article | Note, every: Mapping[str, Article | Note]) -> Iterator[Article | Note]:
    """Translations before this one, of the same text into the same language."""
    kind = "article" if isinstance(text, Article) else "note"
    versions = (every[id] for id in archive.versions_of(kind, text.id))
    return (each for each in versions if each.translates and each.id < text.id and each.language == text.language)


def _unsaid(text: Article | Note, every: Mapping[str, Article | Note]) -> Iterator[Problem]:
    """A file that only its name calls a translation: of a dot this is sure, of a hyphen where it has this language."""
    found = _IN_NAME.fullmatch(text.id)
    if not found or found["original"] not in every:
        return
    original, language = every[found["original"]], found["language"]
    if original.language != language and (text.language == language or (found["mark"] == "." and not text.language)):
        message = f'by its name this is "{original.id}" in {language}, and it does not say so'
        lines = (*(() if text.language else (f"language: {language}",)), f"translates: {original.id}")
        hint = f"write {' and '.join(f'`{line}`' for line in lines)}"
        yield Problem(CODE, text.span, message, hint, LEVEL, (text.id, original.id))

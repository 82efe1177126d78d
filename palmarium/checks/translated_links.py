"""A translation leads to what its original leads to.

What a text names does not change with its language. Told is the one name to which a translation of an article or of a
page leads, and which its original does not name, where the original names one that the translation leaves out, and
that is not known to be of another kind; so is an edition or a category of an award. A translation that says less, or
explains more, is let pass.

Passes, where `night` says that [[Ann Crust]] came first:

```markdown
---
title: La nuit
language: fr
translates: night
---

[[Ann Crust]] est première.
```

Fails:

```markdown
---
title: La nuit
language: fr
translates: night
---

[[Ben Crumble]] est premier.
```
"""

from collections.abc import Iterator, Mapping

from ..model import Article, Note, ProseLink
from ..model.archive import Archive
from ..model.texts import original_of
from ..problems import Basis, Fix, Level, Problem, exception

CODE = "translation-differs"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles", "notes")


def each(archive: Archive, text: Article | Note) -> Iterator[Problem]:
    original = archive.texts_like(text).get(original_of(text))
    if original is None or original is text:
        return
    own, theirs = (_led_to(archive, each) for each in (text, original))
    more = {key: link for key, link in own.items() if not _is_named(archive, key, original, theirs)}
    less = {key: link for key, link in theirs.items() if not _is_named(archive, key, text, own)}
    for sort in sorted({sort for sort, _ in more}):
        here, there = ([link for (kind, _), link in side.items() if kind == sort] for side in (more, less))
        if len(here) == len(there) == 1 and not _are_of_two_kinds(archive, here[0], there[0]):
            link, other = here[0], there[0]
            message = f'this translation leads to "{link.target}", and "{original.id}" to "{other.target}"'
            right, written = (_written(target, link) for target in (other.target, link.target))
            where = f"correct the original ({other.span.where})"
            hint = f"write {right}, or {where}; if both are right, {exception(CODE, text.id, link.target)}"
            likely = Fix(link.span, written, right)
            yield Problem(CODE, link.span, message, hint, LEVEL, (text.id, link.target), likely=likely)


def _written(target: str, link: ProseLink) -> str:
    """A link to a target with the words of another one."""
    return f"[[{target}|{link.text}]]" if link.text not in ("", link.target) else f"[[{target}]]"


def _led_to(archive: Archive, text: Article | Note) -> dict[tuple[str, str], ProseLink]:
    """The first link to each thing, by what it is: a name, or an edition or a category of an award."""
    found: dict[tuple[str, str], ProseLink] = {}
    for link in text.body.links:
        what, key = archive.target(link.target) or ("", "")
        if what == "name":
            found.setdefault((what, key), link)
        elif what in ("edition", "category"):
            found.setdefault((f"{what} {key.split('/')[0]}", key), link)
    return found


def _are_of_two_kinds(archive: Archive, link: ProseLink, other: ProseLink) -> bool:
    one, another = archive.named(link.target), archive.named(other.target)
    return bool(one and another and one.registered and another.registered and one.kind is not another.kind)


def _is_named(
    archive: Archive, key: tuple[str, str], text: Article | Note, links: Mapping[tuple[str, str], ProseLink]
) -> bool:
    """Whether a text leads to something, or names it without a link."""
    spellings = archive.names[key[1]].spellings if key[1] in archive.names else (key[1].partition("/")[2],)
    return key in links or any(each in f"{text.title} {text.body.text}" for each in spellings)

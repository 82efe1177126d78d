"""Two things that stand beside each other have two names.

Two categories that one edition awards, two editions of an award, two awards of one country, two articles of one year or
without a date, two pages: where both are called the same, or one is printed as the other is called, a reader can't tell
them apart, and one is probably the other, written twice; two categories may have the same words in another order
(Jury Prize, Prize of the Jury). A category that takes up the name of one that was given up is
not told: no edition has both. A short name is shorter than the whole one.

Passes:

```yaml
categories: {pie: Best Pie, tart: Best Tart}
```

Fails, where one edition has both:

```yaml
categories: {pie: Best Pie, tart: Best Pie}
```
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from ..model import Article, Award, Category, Edition, Note
from ..model.archive import Archive
from ..model.texts import original_of
from ..problems import Basis, Level, Problem, exception, plain
from ..sources.plaintext import folded

CODE = "same-name"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_JOINING = frozenset(
    ("the", "of", "for", "a", "an", "and", "le", "la", "les", "l", "de", "du", "des", "d", "pour", "et")
)
_T = TypeVar("_T", Article, Note)
_Named = tuple[str, Article | Award | Category | Edition | Note]


def check(archive: Archive) -> Iterator[Problem]:
    told: set[str] = set()
    awards = ((f"{award.name} {award.short} {award.country}".strip(), award) for award in archive.awards.values())
    yield from _twins("award", told, awards)
    yield from _twins("award", told, ((award.short, award) for award in archive.awards.values() if award.short))
    for award in archive.awards.values():
        if len(award.short) > len(award.name):
            message = f'the short name "{award.short}" is longer than "{award.name}"'
            hint = f"write `name: {plain(award.short)}` and `short: {plain(award.name)}`"
            yield Problem(CODE, award.span, message, hint, LEVEL, (award.short, award.name), key=("short",))
    for keys in archive.editions_of.values():
        yield from _twins("edition", told, ((archive.editions[key].label, archive.editions[key]) for key in keys))
    years: defaultdict[int, list[Article]] = defaultdict(list)
    for article in _distinct(archive.articles):
        years[article.date.year if article.date else 0].append(article)
    undated = years.pop(0, [])
    for articles in years.values() if years else [[]]:
        yield from _twins("article", told, ((article.title, article) for article in (*articles, *undated)))
    yield from _twins("page", told, ((note.title, note) for note in _distinct(archive.notes)))
    for edition in archive.editions.values():
        here = (archive.category(entry) for entry in edition.entries)
        yield from _twins("category", told, ((each.name, each) for each in here if each), _words)
        yield from _printed(archive, edition)


def _printed(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """A category that is printed under the name of another one of the same edition."""
    called: defaultdict[str, list[str]] = defaultdict(list)
    for entry in edition.entries:
        if category := archive.category(entry):
            called[folded(entry.printed_name or category.name)].append(entry.category)
    for entry in edition.entries:
        printed = {entry.printed_name: entry.span, **{each.printed_category: each.span for each in entry.results}}
        for text, span in printed.items():
            for other in [id for id in called[folded(text)] if id != entry.category][:1] if text else ():
                message = f'"{text}" is printed here, and is the name of {other} in this edition'
                hint = "write what was printed, delete it, or move the result to that category"
                yield Problem(CODE, span, message, hint, LEVEL, (text,))


def _words(name: str) -> str:
    """The words of the name of a category in whatever order, without those that only join them: Prize of the Jury."""
    words = re.findall(r"[^\W_]+", folded(name))
    return " ".join(sorted(word for word in words if word not in _JOINING)) or folded(name)


def _distinct(texts: Mapping[str, _T]) -> Iterator[_T]:
    """Without those that are versions of another by their name, `mills.fr` of `mills`, of which `translation` tells."""
    return (text for id, text in texts.items() if id.rpartition(".")[0] not in texts)


def _twins(
    what: str, told: set[str], named: Iterable[_Named], said: Callable[[str], str] = folded
) -> Iterator[Problem]:
    """The later of each two that are called the same, once."""
    ordered = sorted(named, key=lambda each: (said(each[0]), _is_second(each[1]), each[1].span))
    for _, group in groupby(ordered, key=lambda each: said(each[0])):
        (name, first), *others = group
        for text, other in others:
            place = other.span.where
            if place not in told and other.span != first.span:
                told.add(place)
                message = f'"{name}" is the name of this {what} and of another, in {first.span.where}'
                if folded(text) != folded(name):
                    message = (
                        f'"{text}" is the name of this {what}, and "{name}" that of another, in {first.span.where}'
                    )
                hint = "give one another name, or delete it if both are one"
                if original_of(other) == first.id:
                    message = f'"{text}" is the title of {first.span.path} too, which this translates'
                    hint = f"write the title in the language of this text; if it is the same, {exception(CODE, text)}"
                yield Problem(CODE, other.span, message, hint, LEVEL, tuple(dict.fromkeys((name, text))))


def _is_second(named: Article | Award | Category | Edition | Note) -> bool:
    """Whether a thing is named after others: a translation, or a category beside those of the award."""
    return bool(original_of(named)) or (isinstance(named, Category) and named.special)

"""Two keys do not hold the same words.

A citation that is the note as well, a line below the title that is the title, a description that is the name, a venue
that is the city, a work that is called as the one who made it: one of the two was pasted into the wrong place, and
readers see the same words twice.

Passes:

```yaml
ceremony: {date: 2011-10-03, venue: Guild Hall, city: Whitby}
```

Fails:

```yaml
ceremony: {date: 2011-10-03, venue: Whitby, city: Whitby}
```
"""

from collections.abc import Iterator
from itertools import combinations

from ..model import Article, Award, Edition, Kind, Name, Note
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem, Span
from ..sources.plaintext import folded

CODE = "same-text"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "editions", "articles", "profiles", "notes")


def each(archive: Archive, record: Award | Edition | Article | Name | Note) -> Iterator[Problem]:
    for span, texts in _texts(archive, record):
        said = {key: folded(text).strip(" .") for key, text in texts.items()}
        for key, other in combinations(texts, 2):
            if said[key] and said[key] == said[other]:
                message = f'`{key}` and `{other}` both say "{texts[key]}"'
                yield Problem(CODE, span, message, f"delete `{other}`, or write its own", LEVEL, (texts[key],))


def _texts(archive: Archive, record: Award | Edition | Article | Name | Note) -> Iterator[tuple[Span, dict[str, str]]]:
    """What stands under keys that say different things, with where that is."""
    match record:
        case Award():
            yield record.span, {"name": record.name, "description": record.description, "note": record.note}
            for category in record.categories:
                texts = {"name": category.name, "description": category.description, "note": category.note}
                yield category.span, texts
        case Article():
            yield record.span, {"title": record.title, "deck": record.deck}
        case Note():
            yield record.span, {"title": record.title, "description": record.description}
        case Name():
            yield record.span, {"name": record.name, "description": record.description, "expansion": record.expansion}
        case Edition():
            yield from _in_edition(archive, record)


def _in_edition(archive: Archive, edition: Edition) -> Iterator[tuple[Span, dict[str, str]]]:
    for place in edition.occasions:
        yield place.span, {"city": place.city, "venue": place.venue}
    for event in edition.events:
        yield event.span, {"name": event.name, "note": event.note}
    for result in results_in(edition):
        made = next((work.title for work in result.works), "")
        said = {"citation": result.citation, "note": result.note, "printed_category": result.printed_category}
        yield result.span, {"for": made, **said}
        for holder in result.holders:
            name = archive.named(holder.name.text)
            if name and name.kind is not Kind.WORK:
                yield result.span, {"laureate": holder.name.text, "for": made}

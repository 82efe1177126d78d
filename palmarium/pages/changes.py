"""The page of changes: every published fact that has changed since, the newest publication first."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from types import MappingProxyType

from ..model import Coverage, Date, Event, Held, Outcome, WhyNotAwarded
from ..model.facts import BETWEEN, CALLED, Change, Field, Turn, told
from ..statistics.publications import keys_today
from .context import Context, makes
from .links import Head, Link, link_to, section_head
from .messages import Message, Text, Value, Word
from .parts.feeds import NEWEST, FeedEntry
from .parts.pager import lines, paged, shares_of_groups
from .plan import Page

TEMPLATE = "page/changes.html"
_ROWS = 150
"""How many changes stand on a page."""


@dataclass(frozen=True, slots=True)
class ValuePart:
    """A part of a value that was published: a text, a date, or the `word` of a vocabulary."""

    text: str
    word: str = ""
    date: Date | None = None


Said = tuple[ValuePart, ...]
"""A value, part by part."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What became of a fact, or of a whole record, which has no word for a `fact`; `where` is below the record."""

    where: Link | None
    turn: Turn
    fact: str
    old: tuple[Said, ...]
    new: tuple[Said, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one edition, award, name or article."""

    record: Link
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """What a site changed that was published on one day: corrections, and all else."""

    day: Date
    corrections: tuple[Record, ...]
    others: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that has changed since the first publication; `count` says how many facts, `corrected` how many in error."""

    head: Head
    count: int
    corrected: int
    publications: tuple[Publication, ...]


def pages(context: Context) -> Iterator[Page]:
    """The page; none where the site was never published."""
    if context.changes is None:
        return
    view = changes_view(context)
    shares = shares_of_groups(
        view.publications,
        _ROWS,
        lambda group: tuple(lines(line.note, *_texts((*line.old, *line.new))) for _, line in _lines(group)),
        lambda group, first, end: _publication(group.day, tuple(_lines(group))[first:end]),
    )
    yield from paged(context, Page(view.head.url, TEMPLATE, view), replace(view, publications=()), publications=shares)


def changes_view(context: Context) -> View:
    url = context.urls.section("changes")
    said = _told(context)
    found = tuple(
        _publication(day, tuple((_record(context, *each), _line(context, *each)) for each in said[day]))
        for day in sorted(said, reverse=True)
    )
    corrected = sum(change.turn is Turn.CORRECTED for change, _ in chain(*said.values()))
    head = section_head(
        context,
        "changes",
        Message("Facts that were added, corrected or withdrawn, from one publication to the next."),
        title=Message("What has changed"),
        feed=f"{url}feed.xml" if makes(context, "feed") else "",
    )
    return View(head, sum(map(len, said.values())), corrected, found)


def _told(context: Context) -> dict[Date, tuple[tuple[Change, str], ...]]:
    """The changes of each day, with the keys today of the records that they are of."""
    days = () if context.changes is None else tuple(sorted(context.changes.items()))
    log = tuple(chain.from_iterable(changes for _, changes in days))
    keys = iter(keys_today(log, context.archive.former))
    return {day: tuple((each, next(keys)) for each in changes) for day, changes in days}


_Line = tuple[Link, ChangeLine]


def _publication(day: Date, found: tuple[_Line, ...]) -> Publication:
    corrections = tuple(each for each in found if each[1].turn is Turn.CORRECTED)
    others = tuple(each for each in found if each[1].turn is not Turn.CORRECTED)
    return Publication(day, _records(corrections), _records(others))


def _records(found: Iterable[_Line]) -> tuple[Record, ...]:
    together: dict[Link, list[ChangeLine]] = {}
    for record, line in found:
        together.setdefault(record, []).append(line)
    return tuple(Record(record, tuple(changes)) for record, changes in together.items())


def _lines(of: Publication) -> Iterator[_Line]:
    for each in (*of.corrections, *of.others):
        yield from ((each.record, line) for line in each.changes)


def _texts(values: Iterable[Said]) -> Iterator[str]:
    return (part.text for value in values for part in value)


# Where a change is: the record as it is today, or what it was called.


def _record(context: Context, change: Change, key: str) -> Link:
    """The edition, award, name or article that a change is of; without an address where it is there no more."""
    kind = change.kind
    if not key:
        return _gone(change)
    if kind in ("entry", "result"):
        kind, key = "edition", key.rpartition("/")[0]
    known = _known(context, kind, key)
    award = key.partition("/")[0]
    if kind == "category" or (kind == "edition" and known is None):
        return _known(context, "award", award) or Link(award, "")
    return known or Link(_title(change) or key, "")


def _gone(change: Change) -> Link:
    """What a record was called that is there no more, and whose id another one may have."""
    if change.kind in ("entry", "result"):
        return Link(change.key.rpartition("/")[0], "")
    return Link(_title(change) or change.key, "")


def _title(change: Change) -> str:
    """What a record that came or went was called; empty for any other change."""
    is_whole = not change.field and change.turn is not Turn.RENAMED
    return next(iter((*change.old, *change.new)), "") if is_whole else ""


def _where(context: Context, change: Change, key: str) -> Link | None:
    """The part of the record that a change is in: a category, or an edition that is there no more."""
    archive = context.archive
    if not key:
        return (
            Link(change.key.rpartition("/")[2].partition("--")[0], "") if change.kind in ("entry", "result") else None
        )
    if change.kind == "category":
        return _known(context, "category", key) or Link(key.rpartition("/")[2], "")
    if change.kind == "edition" and key not in archive.editions:
        return Link(key.rpartition("/")[2], "")
    if change.kind not in ("entry", "result"):
        return None
    edition, _, id = key.rpartition("/")
    category = id.partition("--")[0]
    award = edition.partition("/")[0]
    known = archive.categories.get(f"{award}/{category}")
    text: Text = known.name if known else Message("unknown category")
    entries = archive.editions[edition].entries if edition in archive.editions else ()
    if any(each.id == id for entry in entries for each in entry.results):
        return Link(text, context.urls.result(edition, id))
    is_there = any(entry.category == category for entry in entries)
    return Link(text, context.urls.entry(edition, category) if is_there else "")


def _known(context: Context, kind: str, key: str) -> Link | None:
    there = context.archive.index(kind)
    return link_to(context, kind, key) if key in there else None


# What was said, and what is said now.


def _line(context: Context, change: Change, key: str) -> ChangeLine:
    # Of a whole record, one of its fields is said.
    field = told(change.kind).get(change.field or CALLED[change.kind])
    old, new = (tuple(_said(each, field) for each in values) for values in (change.old, change.new))
    fact = field.word if field and change.field else change.field
    return ChangeLine(_where(context, change, key), change.turn, fact, old, new, change.note)


_PREFIXES: Mapping[type[StrEnum], str] = MappingProxyType(
    {Held: "edition-", Coverage: "coverage-", Outcome: "outcome-", Event: "event-", WhyNotAwarded: "reason-"}
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def _said(value: str, field: Field | None) -> Said:
    return tuple(_part(part, field) for part in value.split(BETWEEN))


def _part(text: str, field: Field | None) -> ValuePart:
    """A part of a value in the words of the vocabulary that it is of, as far as there still is such a word."""
    for words in field.made_of if field else ():
        if issubclass(words, StrEnum) and text in set(words):
            return ValuePart(text, f"{_PREFIXES.get(words, '')}{text}")
        if words is bool:
            return (
                ValuePart(text, text if text in ("yes", "no") else f"field-{text}") if text in _SO else ValuePart(text)
            )
        if words is Date and _DAY.fullmatch(text):
            return ValuePart(text, date=Date(*map(int, text.split("-"))))
    return ValuePart(text)


_SO = frozenset(("yes", "no", "chair", "forecast", "disputed"))
"""What is said of what is so, or not: the names of fields inside values."""


# The feed of changes.


def entries(context: Context) -> tuple[FeedEntry, ...]:
    """What has changed, a fact each, the newest publication first and its corrections before all else.

    What tells of a withheld name is none of them: their ids are made of what was said.
    """
    again: Counter[str] = Counter()
    found: list[tuple[bool, Change, str, str]] = []
    for change, key in chain(*(changes for _, changes in sorted(_told(context).items()))):
        said = repr((str(change.on), change.kind, change.key, change.field, change.old, change.new))
        mark = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        again[mark] += 1
        if not change.is_withheld:
            id = f"{context.feeds}#change-{mark}" + (f"-{again[mark]}" if again[mark] > 1 else "")
            found.append((change.turn is Turn.CORRECTED, change, key, id))
    newest = sorted(found, key=lambda each: (each[1].on, each[0]), reverse=True)[:NEWEST]
    return tuple(_entry(context, change, key, id) for _, change, key, id in newest)


def _entry(context: Context, change: Change, key: str, id: str) -> FeedEntry:
    line, record = _line(context, change, key), _record(context, change, key)
    where = line.where or record
    title = ", ".join(spoken(context, each.text) for each in (record, line.where) if each)
    url = where.url or record.url or context.urls.section("changes")
    said = (context.say(_sentence(context, line)), change.note)
    return FeedEntry(f"{change.on}T00:00:00Z", id, url, title, " – ".join(filter(None, said)))


def _sentence(context: Context, line: ChangeLine) -> Message:
    """A change in a sentence, for what no template prints."""
    old, new = (", ".join(_spoken(context, value) for value in values) for values in (line.old, line.new))
    values: Value = new or old
    if old and new:
        values = Message("%(new)s instead of %(old)s", (("old", old), ("new", new)))
    what: Value = (
        Message("%(fact)s: %(value)s", (("fact", Word(line.fact)), ("value", values))) if line.fact else values
    )
    turn = Word(f"turn-{line.turn}")
    return Message("%(turn)s: %(what)s", (("turn", turn), ("what", what)))


def _spoken(context: Context, value: Said) -> str:
    return BETWEEN.join(spoken(context, part.date or (Word(part.word) if part.word else part.text)) for part in value)


def spoken(context: Context, value: Value) -> str:
    """A value in the site's language."""
    return context.say(Message("%(word)s", (("word", value),)))

"""What was copied to begin with says something of its own.

A new edition is often begun as a copy of the one before, a category as a copy of the one above it, an article or a name
as a copy of its file. What is left as it was then is told: two editions of an award on one day, of one period, or with
the same palmarès (four results or more; two, where also the works, the marks or the jury are the same), two categories
of an edition with the same list of three or more, and two texts of which each word is the same. So is a paragraph of
twenty words that stands in just two texts, or twice in one, one of five (names apart) that a translation has from its
original as it was, the address of a source that stands elsewhere with another title and another date, a source of an
earlier edition that is older than the one in which it stands again, and a theme, a note or an announcement that just
two editions of an award have, each of several words. A citation of eight words, or the note of a result, is that of one
laureate: told is the one that stands again in another edition, in another category or at another place, and nowhere
else; one of three words is told where hardly any other of these stands twice, and so is the title of a work that
another one in the same category was honoured for. So is a description of eight words that just two names, awards,
categories or pages have, or the deck of two articles. Where two results or more say another work, mark, citation, role
or money than theirs did before, the palmarès was written, and the same people won. A laureate who keeps a title makes
no copy, nor does a jury that sits again.

Passes:

```yaml
# editions/pie/2012.yaml
ordinal: 4
ceremony: 2012-10-01
```

Fails, where the edition of 2011 was on that day:

```yaml
# editions/pie/2012.yaml
ordinal: 4
ceremony: 2011-10-03
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from itertools import starmap
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from ..model import Article, Award, Date, Edition, Entry, Name, Note, Result
from ..model.archive import Archive, results_in
from ..model.texts import original_of
from ..problems import Basis, Level, Problem, Span, exception, if_right
from ..sources.markdown import own_words, place
from ..sources.plaintext import folded
from ..statistics.memoize import gathered, once
from .sentences import paragraphs

CODE = "copied"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "editions")

_RESULTS = 4
_RESULTS_WITH_MORE = 2
_IN_A_CATEGORY = 3
_JURORS = 2
_WORDS = 20
_TRANSLATED = 5
_LOWER = re.compile(r"(?<![\w'’-])[a-zà-ÿ][\w'’-]*")
_LINK = re.compile(r"\[\[[^\]]*\]\]")
_OF_A_THEME, _OF_A_CITATION, _OF_A_TEXT = 2, 3, 8
_FEWEST = MappingProxyType({"citation": _OF_A_CITATION, "note": _OF_A_TEXT, "for": 1})
"""How many words of a result are its own, by their key."""
_UNIQUE = 10
"""Short citations of one laureate alone, for one that two have: then it is no formula."""
_DIFFERENT = 2

_T = TypeVar("_T")


def each(archive: Archive, record: Award | Edition) -> Iterator[Problem]:
    if isinstance(record, Award):
        yield from _among_editions(archive.award_editions(record.id))
        return
    for first, other in _alike(record.entries, _list):
        message = f"{other.category} has the same list as {first.category}, in line {first.span.line}"
        hint = f"write its own, or `{other.category}: unknown`; if it was the same, {exception(CODE, other.category)}"
        yield Problem(CODE, other.span, message, hint, LEVEL, (first.category, other.category))


def check(archive: Archive) -> Iterator[Problem]:
    yield from _sourced(archive)
    yield from _repeated(archive)
    yield from _printed_again(archive)
    yield from _described_again(archive)
    for (first, _), (other, _) in _alike(_texts(archive).items(), itemgetter(1)):
        one, another = (getattr(archive, index)[key] for index, key in (first, other))
        message = f"this text is that of {one.span.path}, word for word"
        hint = f"write its own, or delete {another.span.path}"
        yield Problem(CODE, another.span, message, hint, LEVEL, (one.id, another.id))


@gathered("articles", "profiles", "notes")
def _paragraphs(record: Article | Name | Note) -> tuple[tuple[int, str, bool], ...] | None:
    """Where each paragraph of a text begins, quotations apart, a digest of its words, and whether it is long.

    What is short has enough words that are no names to be another text in another language.
    """
    text, found = own_words(record.body), []
    for start, end in paragraphs(text):
        words = record.body.text[start:end].split()
        is_long = len(words) >= _WORDS and len(text[start:end].split()) >= _WORDS
        if is_long or len(_LOWER.findall(_LINK.sub("", text[start:end]))) >= _TRANSLATED:
            found.append((start, _digest(words), is_long))
    return tuple(found) or None


def _repeated(archive: Archive) -> Iterator[Problem]:
    """A paragraph that stands in two texts, or twice in one; what stands in three texts is a formula."""
    there: defaultdict[str, list[tuple[tuple[str, str], int]]] = defaultdict(list)
    short: set[str] = set()
    for owner, rows in _paragraphs(archive).items():
        for at, said, is_long in rows:
            there[said].append((owner, at))
            short |= set() if is_long else {said}
    whole = _texts(archive)
    for said, ((first, begin), (other, at), *more) in ((said, each) for said, each in there.items() if len(each) > 1):
        if (len({first, other, *(owner for owner, _ in more)}) > 2) or (
            first != other and _is_copy(whole, first, other)
        ):
            continue
        one, another = (getattr(archive, index)[key] for index, key in (first, other))
        begun, span = (_begins(each, start) for each, start in ((one, begin), (another, at)))
        translated = next((pair for pair in ((one, another), (another, one)) if _translates(*pair)), None)
        if translated:
            text, original = translated
            here, origin = (span, begun) if text is another else (begun, span)
            message = f"this paragraph is that of the original, word for word ({origin.where})"
            hint = f"translate it; {if_right(CODE, text.id, original.id)}"
            yield Problem(CODE, here, message, hint, LEVEL, (text.id, original.id))
        elif said not in short:
            yield _same_words(span, f"this paragraph stands in {begun.where}", (one.id, another.id))


def _translates(text: Article | Name | Note, original: Article | Name | Note) -> bool:
    return type(text) is type(original) and original_of(text) == original.id


def _is_copy(whole: Mapping[tuple[str, str], str], first: tuple[str, str], other: tuple[str, str]) -> bool:
    return first in whole and whole[first] == whole.get(other)


def _begins(record: Article | Name | Note, start: int) -> Span:
    text = record.body.text
    return place(record.body, start + len(text[start:]) - len(text[start:].lstrip()))


def _digest(words: Iterable[str]) -> str:
    return blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=16).hexdigest()


@gathered("articles", "profiles", "notes")
def _texts(record: Article | Name | Note) -> str | None:
    """A digest of the words of a text that is long enough not to be that of another by chance."""
    words = record.body.text.split()
    return _digest(words) if len(words) >= _WORDS else None


_Said = tuple[int, str, str, Date]


@gathered("awards", "editions", "articles", "profiles")
def _dated(record: Award | Edition | Article | Name) -> tuple[_Said, ...] | None:
    """Of each source with an address and a date: its number, its address, its title as it is compared, its date."""
    every = enumerate(record.sources)
    return tuple((n, each.url, folded(each.title), each.date) for n, each in every if each.url and each.date) or None


def _sourced(archive: Archive) -> Iterator[Problem]:
    """The address of a source that is that of another one."""
    first: dict[str, tuple[tuple[str, str], _Said]] = {}
    for owner, said in _dated(archive).items():
        for each in said:
            before, (number, url, title, date) = first.setdefault(each[1], (owner, each))
            if title != each[2] and date != each[3]:
                source, old = (
                    getattr(archive, i)[key].sources[n] for (i, key), n in ((owner, each[0]), (before, number))
                )
                message = f'the address of "{source.title}" is that of "{old.title}", of {old.date} ({old.span.where})'
                hint = f"write its own `url`, or the same `title` and `date`; if both are so, {exception(CODE, url)}"
                yield Problem(CODE, source.span, message, hint, LEVEL, (url, source.title))


def _alike(things: Iterable[_T], said: Callable[[_T], Hashable]) -> Iterator[tuple[_T, _T]]:
    """Each thing that says what an earlier one says, with the first one; what says nothing (a false value) is alone."""
    first: dict[Hashable, _T] = {}
    for thing in things:
        key = said(thing)
        if key and first.setdefault(key, thing) is not thing:
            yield first[key], thing


def _among_editions(editions: list[Edition]) -> Iterator[Problem]:
    yield from _old_sources(editions)
    yield from _said_before(editions)
    told: set[str] = set()
    for said in (_palmares, _palmares_in_detail):
        for first, other in _alike(editions, said):
            if other.key not in told and not _is_written(first, other):
                told.add(other.key)
                day = "is of the same day and " if _day(other) and _day(other) == _day(first) else ""
                message = f"this edition {day}has the same palmarès as {first.key}"
                specials = {special.id for special in other.specials}
                ids = [entry.category for entry in other.entries if entry.category and entry.category not in specials]
                unknown = ", ".join(f"{id}: unknown" for id in ids)
                lines = f"`coverage: partial` and `results: {{{unknown}}}`" if ids else "`coverage: none` alone"
                hint = f"write its own, or {lines} where it is not known"
                yield _problem(other, first, other.span, message, hint)
    for first, other in _alike(editions, _period):
        message = f"the period of this edition is that of {first.key}"
        span = other.period.span if other.period else other.span
        yield _problem(other, first, span, message, "write its own, or delete `period`")
    for first, other in _alike(editions, _day):
        if other.key not in told:
            message = f"this edition is of {_day(other)}, as {first.key} is"
            hint = f"write its own day, or `ceremony: {other.sort_year}` where it is not known"
            yield _problem(other, first, other.ceremony.span, message, hint)


def _old_sources(editions: list[Edition]) -> Iterator[Problem]:
    """Sources that an earlier edition has, and that are older than the edition in which they stand again."""
    first: dict[object, Edition] = {}
    for edition in editions:
        held = edition.ceremony.date
        start = min(edition.sort_year, held.year) if held else edition.sort_year
        for source in (source for source in edition.sources if source.date):
            said = (folded(source.title), folded(source.publisher), source.date, source.url)
            before = first.setdefault(said, edition)
            if before is not edition and source.date and source.date.year < start:
                title = source.title or source.publisher or source.id
                message = f'the source "{title}" of {source.date} is that of {before.key}, and older than this edition'
                hint = f"write its own; if it tells of this one, {exception(CODE, edition.key, title)}"
                yield Problem(CODE, source.span, message, hint, LEVEL, (edition.key, before.key, title))


def _said_before(editions: list[Edition]) -> Iterator[Problem]:
    """Words that just two editions have; what stands in three is a formula."""
    there: dict[tuple[str, str], dict[str, Span]] = {}
    for edition in editions:
        for key, least, text, span in _words_of(edition):
            said = folded(text).strip(" .!")
            if len(said.split()) >= least:
                there.setdefault((key, said), {}).setdefault(edition.key, span)
    for (key, _), places in there.items():
        if len(places) == 2 and len(editions) > 2:
            (first, _), (other, span) = places.items()
            are = "are those" if key == "announcements" else "is that"
            yield _same_words(span, f"the {key} of this edition {are} of {first}", (first, other), key=key)


def _words_of(edition: Edition) -> Iterator[tuple[str, int, str, Span]]:
    """What an edition says in words of its own: under which key, of how many words at least, and where."""
    yield "theme", _OF_A_THEME, edition.theme, edition.span
    yield "note", _OF_A_TEXT, edition.note, edition.span
    yield "announcements", _OF_A_TEXT, edition.announcements, edition.span


@dataclass(frozen=True, slots=True)
class _Printed:
    """What a result of an edition says of its laureates, under which key: the number of the result, and a digest."""

    number: int
    key: str
    said: str
    category: str
    place: int | None
    who: frozenset[str]
    is_short: bool


@gathered("editions")
def _printed(edition: Edition) -> tuple[_Printed, ...] | None:
    rows = []
    for number, result in enumerate(results_in(edition)):
        who = frozenset(holder.name.text for holder in result.holders)
        work = result.works[0].title if len(result.works) == 1 else ""
        for key, text in (("citation", result.citation), ("note", result.note), ("for", work)):
            words = folded(text).strip(" .!").split()
            if who and len(words) >= _FEWEST[key]:
                is_short = len(words) < _OF_A_TEXT
                rows.append(_Printed(number, key, _digest(words), result.category, result.rank, who, is_short))
    return tuple(rows) or None


@once
def _printed_again(archive: Archive) -> tuple[Problem, ...]:
    """A citation, or the note of a result, that is another laureate's."""
    # There are so many of them in some archives that an edit of a text should not find them again.
    return tuple(starmap(partial(_taken, archive), _printed_twice(archive)))


def _printed_twice(archive: Archive) -> Iterator[tuple[tuple[str, _Printed], tuple[str, _Printed]]]:
    """Two laureates of whom the same is said; what stands in three editions is a formula."""
    there: defaultdict[tuple[str, str], list[tuple[str, _Printed]]] = defaultdict(list)
    for (_, edition), rows in _printed(archive).items():
        for row in rows:
            there[row.key, row.said].append((edition, row))
    short = [(key, len(places) == 1) for (key, _), places in there.items() if places[0][1].is_short]
    own_words = Counter(short)
    for (kind, _), places in there.items():
        first, second = places[0], places[-1]
        editions = {edition for edition, _ in places}
        # Where short citations are often the same, they are formulas.
        is_formula = first[1].is_short and (len(places) > 2 or own_words[kind, False] * _UNIQUE > own_words[kind, True])
        if len(editions) <= 2 and not is_formula and _is_of_another(archive, len(places), first, second):
            yield first, second


def _is_of_another(archive: Archive, count: int, first: tuple[str, _Printed], second: tuple[str, _Printed]) -> bool:
    """Whether two results say the same of laureates who did not share it."""
    (key, one), (again, other) = first, second
    is_other, award = not one.who & other.who, archive.editions[key].award
    is_one_award = award == archive.editions[again].award
    if one.key == "for":
        # A work may be honoured in many categories and by many awards, but hardly twice in one, as two people's.
        return key != again and is_one_award and one.category == other.category and is_other
    if key == again:
        is_other_place = bool(one.place and other.place and one.place != other.place)
        return count == 2 and is_other and (one.category != other.category or is_other_place)
    return is_other or (is_one_award and len(archive.editions_of[award]) > 2)


def _taken(archive: Archive, first: tuple[str, _Printed], second: tuple[str, _Printed]) -> Problem:
    (key, one), (again, other) = first, second
    before, result = (results_in(archive.editions[at])[row.number] for at, row in (first, second))
    theirs, own = (" and ".join(sorted(row.who)) for row in (one, other))
    pair = (key, again) if key != again else (theirs, own)
    what = "work" if other.key == "for" else other.key
    told = _same_words(result.span, f"the {what} of {own} is that of {theirs} in {key}", pair, before.span, other.key)
    return replace(told, subject=(key, again, theirs, own))


def _same_words(span: Span, what: str, pair: tuple[str, str], there: Span | None = None, key: str = "") -> Problem:
    """What two of a pair say alike, below a key, and only one of them for itself; `there` is where the other does."""
    message = f"{what}, word for word{f' ({there.where})' if there else ''}"
    hint = f"write its own, or delete it; if both are so, {exception(CODE, *dict.fromkeys(pair))}"
    return Problem(CODE, span, message, hint, LEVEL, pair, key=(key,) if key else ())


@gathered("profiles", "awards", "notes", "articles")
def _descriptions(record: Name | Award | Note | Article) -> tuple[tuple[int, str], ...] | None:
    """A digest of each long description: of a record, number -1, or of a category of an award.

    What holds a year, such as "laureate of 2008", is a formula.
    """
    texts = [(-1, record.deck if isinstance(record, Article) else record.description)]
    if isinstance(record, Award):
        texts += [(number, category.description) for number, category in enumerate(record.categories)]
    said = ((number, folded(text).strip(" .!").split()) for number, text in texts if not re.search(r"\d", text))
    return tuple((number, _digest(words)) for number, words in said if len(words) >= _OF_A_TEXT) or None


def _described_again(archive: Archive) -> Iterator[Problem]:
    there: defaultdict[tuple[bool, str], list[tuple[str, str, int]]] = defaultdict(list)
    for (index, key), rows in _descriptions(archive).items():
        for number, said in rows:
            there[index == "articles", said].append((index, key, number))
    for (is_deck, _), places in there.items():
        if len(places) == 2:
            (theirs, there_at), (own, span) = (_described(archive, *place) for place in places)
            what = "deck" if is_deck else "description"
            yield _same_words(span, f"the {what} of {own} is that of {theirs}", (theirs, own), there_at)


def _described(archive: Archive, index: str, key: str, number: int) -> tuple[str, Span]:
    """What is described, and where."""
    record = getattr(archive, index)[key]
    if number >= 0:
        return record.categories[number].name, record.categories[number].span
    return record.title if index in ("articles", "notes") else record.name, record.span


def _is_written(first: Edition, other: Edition) -> bool:
    """Whether several results of two palmarès that are alike say different things of their laureates."""
    before, after = ({_given(each): _told(each) for each in results_in(edition)} for edition in (first, other))
    return sum(_differs(before[given], told) for given, told in after.items() if given in before) >= _DIFFERENT


def _told(result: Result) -> tuple[object, ...]:
    roles = tuple(post.role for holder in result.holders for post in holder.posts)
    return result.works, result.score, result.citation, roles, result.money


def _differs(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    return any(one and other and one != other for one, other in zip(before, after, strict=True))


def _problem(other: Edition, first: Edition, span: Span, message: str, hint: str) -> Problem:
    both = f"if both were so, {exception(CODE, first.key, other.key)}"
    return Problem(CODE, span, message, f"{hint}; {both}", LEVEL, (first.key, other.key))


def _day(edition: Edition) -> str:
    date = edition.ceremony.date
    return str(date) if date and date.day else ""


def _period(edition: Edition) -> Hashable:
    period = edition.period
    return (period.start, period.end) if period and period.start and period.end and period.start.month else None


def _palmares(edition: Edition) -> Hashable:
    """The palmarès as a value, if it is too long to recur in another edition by chance."""
    results = _named(results_in(edition))
    return frozenset(Counter(map(_given, results)).items()) if len(results) >= _RESULTS else None


def _palmares_in_detail(edition: Edition) -> Hashable:
    """The palmarès with works, marks, citations and jury, as a value."""
    results = _named(results_in(edition))
    details = Counter((_given(each), each.works, each.score, each.citation) for each in results)
    jury = [part.name.text for part in edition.jurors]
    is_more = len(jury) >= _JURORS or all(any(detail[1:]) for detail in details)
    return (frozenset(details.items()), tuple(jury)) if is_more and len(results) >= _RESULTS_WITH_MORE else None


def _list(entry: Entry) -> Hashable:
    results = _named(entry.results)
    held = {holder.name.text for result in results for holder in result.holders}
    said = ((_given(each)[1:], each.works, each.score, each.citation) for each in results)
    return tuple(said) if len(held) >= _IN_A_CATEGORY else None


def _named(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if result.holders]


def _given(result: Result) -> tuple[str, frozenset[str], Hashable, int | None]:
    held = frozenset(holder.name.text for holder in result.holders)
    return result.category, held, result.ranking, result.rank

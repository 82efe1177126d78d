"""Words that are free to choose are spelt in one way.

Cities, venues and regions, publishers, scopes, tracks and sectors, methods, channels, deadlines, kinds of works, levels
of rounds and tags may be any words: nothing says that `sector:telcom` is none. But what is written in two ways is two
things to readers and to counts. Told is the rarer, or the later, of two such words that are the same but for capitals,
accents or signs, or for one letter of five or more; digits tell two apart. So is a shorter word with one letter twice
or an s at its end (`jurry`, `teas`), one letter of four in a text of several words that stands thrice elsewhere, and an
article before one of two publishers or venues. Of two that are there equally often, one that is a name of the archive
is right. Where all other ceremonies of an award, three or more, were in one city,
a letter more, less or other is a slip in a name of any length: `Bth`.

Passes:

```yaml
# editions/pie/2012.yaml, where other editions were held in Whitby
ceremony: {date: 2012-10-01, city: Whitby}
```

Fails:

```yaml
ceremony: {date: 2012-10-01, city: Whitbey}
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from ..model import Article, Award, Edition, Name
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem, Span, exception, plain
from ..sources.numerals import roman
from ..sources.plaintext import bare, folded, is_lengthened
from ..statistics.memoize import gathered, once

CODE = "near-word"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_SHORTEST = 5
_SHORT = 3
_OFTEN = 3
_NAMED = ("publisher", "venue")
_RENEWED = re.compile(r" ?\((?:the )?(?:new|old|renamed|former|formerly|revived|second|2nd)\b[^()]*\)$", re.I)
_SIGN = re.compile(r"[\W_]+")

_Written = tuple[str, str, Span]
"""What a word is, the word, and where it stands."""
_Words = tuple[tuple[str, str, int, int, int], ...]
"""What each word is, the word, how often it stands in a record, and the line and column of the first."""
_There = tuple[tuple[str, str], int, int]
"""The record in which a word stands first, as its index and its key; the line and the column there."""


def check(archive: Archive) -> Iterator[Problem]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], _There] = {}
    for owner, words in chain(_words(archive).items(), _tags(archive).items()):
        for what, text, often, line, column in words:
            counts[what][text] += often
            first.setdefault((what, text), (owner, line, column))
    slips = list(_in_one_city(archive))
    for what, texts in counts.items():
        # Of a role one letter is another (président, présidente); capitals are none.
        found = _same(texts) if what == "role" else _near(texts)
        pairs = chain(found, _with_article(texts) if what in _NAMED else (), slips if what == "city" else ())
        for rarer, usual in dict.fromkeys(pairs):
            is_even = texts[rarer] == texts[usual]
            wrong, right = (usual, rarer) if is_even and _is_named(archive, rarer, usual) else (rarer, usual)
            span, other = (_span(archive, first[what, text]) for text in (wrong, right))
            message = f'the {what} "{wrong}" is written almost like "{right}" ({other.where})'
            there = f", or {plain(wrong)} there" if is_even and right not in archive.ids else ""
            hint = f"write {plain(right)}{there}; if they are two, {exception(CODE, right, wrong)}"
            yield Problem(
                CODE, span, message, hint, LEVEL, (wrong, right), likely=Fix(span, wrong, plain(right)), key=(what,)
            )


def _is_named(archive: Archive, one: str, other: str) -> bool:
    """Whether the archive has a name of the first of two spellings, and none of the second."""
    return one in archive.ids and other not in archive.ids


def _span(archive: Archive, there: _There) -> Span:
    (index, key), line, column = there
    return Span(getattr(archive, index)[key].span.path, line, column)


def _in_one_city(archive: Archive) -> Iterator[tuple[str, str]]:
    """The city of one ceremony that is a letter away from the one in which all others of its award were, with that."""
    city_of = _city(archive)
    for keys in archive.editions_of.values():
        cities = Counter(city_of["editions", key] for key in keys if ("editions", key) in city_of)
        (right, often), *others = cities.most_common() or [("", 0)]
        for wrong, count in others if len(others) == 1 and often >= _OFTEN else ():
            words = folded(wrong), folded(right)
            if count == 1 and OSA.distance(*words, score_cutoff=1) == 1 and "".join(words).isalpha():
                yield wrong, right


@gathered("editions")
def _city(edition: Edition) -> str | None:
    return edition.ceremony.city or None


def _same(texts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each text that is another one but for capitals, accents and signs, with that."""
    for right, *others in _letters(texts).values():
        yield from ((wrong, right) for wrong in others)


def _with_article(texts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each text that is another one but for the article before it, with that."""
    order = {text: (-count, at) for at, (text, count) in enumerate(texts.items())}
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for text in sorted(texts, key=lambda text: order[text]):
        article, own, form = bare(text)
        before, right = first.setdefault((*own, *form), (article, text))
        if bool(article) != bool(before):
            yield text, right


def _letters(texts: Counter[str]) -> dict[str, list[str]]:
    """Texts by their letters, the rarer behind the others, then the later."""
    order = {text: (-count, at) for at, (text, count) in enumerate(texts.items())}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(texts, key=lambda text: order[text]):
        found[_SIGN.sub(" ", folded(text)).strip()].append(text)
    return dict(found)


def _near(texts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each text that is nearly another one, with that; the rarer first, then the later."""
    letters = _letters(texts)
    yield from _same(texts)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for each in (each for each in letters if len(each) >= _SHORT):
        for found, _, _ in extract(each, before[each[0]], scorer=OSA.distance, score_cutoff=1, limit=1):
            often = texts[letters[found][0]] >= _OFTEN and texts[letters[each][0]] == 1
            if _is_slip(found.split(), each.split(), often):
                yield letters[each][0], letters[found][0]
        before[each[0]].append(each)


def slips(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of short texts that are the same but for one letter of one word, the order of words, or a blank or a sign.

    Digits tell two apart.

    A word of three or four letters may have two of them exchanged, one twice or an s at its end; no other one less.
    """
    groups: defaultdict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for text in dict.fromkeys(texts):
        words = _SIGN.sub(" ", folded(text)).split()
        for whole in dict.fromkeys(("".join(words), " ".join(sorted(words)))) if words else ():
            other = groups["", whole].setdefault("", text)
            yield from ((other, text),) if other != text else ()
        for at, word in enumerate(words):
            group = groups["-", *words[:at], "", *words[at + 1 :], word[0]]
            yield from ((other, text) for each, other in group.items() if _is_near(each, word))
            group.setdefault(word, text)


def _is_near(word: str, other: str) -> bool:
    if word == other or not _are_words(word, other) or OSA.distance(word, other, score_cutoff=1) > 1:
        return False
    shortest = min(len(word), len(other))
    is_exchanged = shortest >= _SHORT and sorted(word) == sorted(other)
    return shortest >= _SHORTEST or is_exchanged or _is_longer(word, other)


def rarer(often: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names of one row that are almost one of many rows; two others may differ as little."""
    usual: dict[tuple[str, ...], dict[str, str]] = {}
    for name in (name for name in often if often[name] >= _OFTEN):
        for rest, word in _words_apart(name):
            usual.setdefault(rest, {})[word] = name
    for name in (name for name in often if often[name] == 1):
        parts = ((word, usual.get(rest, {})) for rest, word in _words_apart(name))
        yield from ((name, those[it]) for word, those in parts for it in those if _may_be_a_slip(word, it))


def _words_apart(name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each word of a name, behind the others in their places."""
    words = folded(name).split()
    yield from (((*words[:at], "", *words[at + 1 :]), word) for at, word in enumerate(words))


def lengthened(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Two names of which one has a word that is longer by two letters, or says in brackets that it is the new one."""
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        words = tuple(folded(_RENEWED.sub("", name)).split())
        if words in found and found[words] != name:
            yield name, found[words]
        found.setdefault(words, name)
    for words, name in found.items():
        for at, word in enumerate(words) if len(words) > 1 else ():
            shorter = word[:-2]
            other = found.get((*words[:at], shorter, *words[at + 1 :]))
            if other and len(shorter) >= _SHORTEST - 1:
                yield name, other


def _are_words(word: str, other: str) -> bool:
    """Whether two words are made of letters, and are no two numbers: `VII`, `VIII`."""
    return (word + other).isalpha() and not (roman(word.upper()) and roman(other.upper()))


def _may_be_a_slip(word: str, other: str) -> bool:
    """Whether two words begin alike and differ in a letter, or in two of five, where more says that they are one."""
    shortest = min(len(word), len(other))
    is_alike = shortest >= _SHORT and word[:_SHORT] == other[:_SHORT] and _are_words(word, other)
    return is_alike and OSA.distance(word, other) <= (2 if shortest >= _SHORTEST else 1)


def _is_slip(words: list[str], others: list[str], often: bool) -> bool:
    """Whether a long word is a misspelling of another, or two words of one; digits are no slip."""
    odd = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    shortest = _SHORTEST - 1 if often and len(words) > 1 else _SHORTEST
    return all("".join(pair).isalpha() and (min(map(len, pair)) >= shortest or _is_longer(*pair)) for pair in odd)


def _is_longer(word: str, other: str) -> bool:
    """Whether one of two short words has a letter of the other twice, or an s at its end."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _SHORT and is_lengthened(short, long)


@gathered("awards", "editions", "articles", "profiles")
def _words(record: Award | Edition | Article | Name) -> _Words | None:
    """The words of a record, tags apart."""
    return _counted(_written(record)) or None


@once
def _tags(archive: Archive) -> Mapping[tuple[str, str], _Words]:
    """The tags of each article, as the archive spells them: by what stands in all articles, not in one alone."""
    tagged = ((key, article.tags) for key, article in archive.articles.items())
    return {("articles", key): _counted(("tag", ref.text, ref.span) for ref in tags) for key, tags in tagged if tags}


def _counted(written: Iterable[_Written]) -> _Words:
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Span] = {}
    for what, text, span in written:
        if text:
            counts[what, text] += 1
            first.setdefault((what, text), span)
    return tuple((*word, often, first[word].line, first[word].column) for word, often in counts.items())


def _written(record: Award | Edition | Article | Name) -> Iterator[_Written]:
    match record:
        case Award():
            for category in record.categories:
                yield "sector", category.sector, category.span
                yield from (("method", word, category.span) for word in category.method)
        case Edition():
            yield from _in_edition(record)
        case Name():
            yield "city", record.city, record.span
    if isinstance(record, Article | Name) and record.picture:
        yield "credit", record.picture.credit, record.picture.span
    yield from (("publisher", source.publisher, source.span) for source in record.sources)


def _in_edition(edition: Edition) -> Iterator[_Written]:
    for place in edition.occasions:
        yield "city", place.city, place.span
        yield "venue", place.venue, place.span
    for part in edition.parts:
        yield from (("role", post.role, part.name.span) for post in part.posts)
    for event in edition.events:
        yield "region", event.region, event.span
    for round in edition.rounds:
        yield "level", round.level, round.span
        yield "unit", round.per, round.span
        yield from (("method", word, round.span) for word in round.method)
    yield from (("deadline", deadline.what, deadline.span) for deadline in edition.deadlines)
    if edition.method:
        yield from (("method", word, edition.span) for word in edition.method.how)
        yield from (("channel", word, edition.span) for word in edition.method.channels)
    for entry in edition.entries:
        yield from (("method", word, entry.span) for word in entry.method)
    for result in results_in(edition):
        yield "scope", result.scope, result.span
        yield "track", result.track, result.span
        posts = (post for holder in result.holders for post in holder.posts)
        yield from (("role", post.role, result.span) for post in posts)
        yield from (("kind of work", work.kind, result.span) for work in result.works)

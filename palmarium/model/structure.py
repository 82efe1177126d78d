"""The structure of an archive: which record stands where, in plain values, found without reading a fact.

It is made from the outlines of records alone, so that a build knows it without reading the records themselves.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, TypeVar

from ..problems import Level, Problem, Span, nearest, plain
from . import Article, Award, Category, Edition, Kind, Name, NamedAs, Note, Record, Ref
from .mentions import Mention, links, mentions, results_in
from .texts import original_of

# What of a record decides where it stands in the archive, and what else stands there.

_Said = tuple[str, str, str, str, str]
"""A mention: its text, the function in which it stands, the kind of name that this implies, the award, the category."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A record without its facts.

    `kind` is the name of the record's class, `order` what it is sorted by among its kind. `entries` are the category
    of each entry, `results` the texts of the holders of each result, `categories` those that it declares, with what
    they honour, `spellings` all texts of a name, `tags` and `targets` those of an article, `former` the kind, the key
    and the key today of what was called otherwise. `language` is that of a text, empty for that of the site, and
    `translates` the key of the text of which it is a translation.
    """

    path: str
    kind: str
    key: str
    award: str = ""
    year: int = 0
    order: tuple[Any, ...] = ()
    mentions: tuple[_Said, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    entries: tuple[str, ...] = ()
    results: tuple[tuple[str, ...], ...] = ()
    spellings: tuple[str, ...] = ()
    is_told_apart: bool = False
    tags: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    former: tuple[tuple[str, str, str], ...] = ()
    language: str = ""
    translates: str = ""


def outline(record: Record) -> Outline:
    """What the structure of an archive depends on in a record."""
    path, kind = record.span.path, type(record).__name__
    former = tuple((of, then, now) for of, then, now, _ in formerly(record))
    said = tuple((m.ref.text, str(m.how), str(m.kind or ""), m.award, m.category) for m in mentions(record))
    if isinstance(record, Award):
        declared = tuple((c.key, str(c.honours or "")) for c in record.categories)
        return Outline(path, kind, record.id, mentions=said, categories=declared, former=former)
    if isinstance(record, Edition):
        return Outline(
            path,
            kind,
            record.key,
            award=record.award,
            year=record.sort_year,
            order=chronology(record),
            mentions=said,
            categories=tuple((c.key, "") for c in record.specials),
            entries=tuple(entry.category_key for entry in record.entries),
            results=tuple(tuple(h.name.text for h in result.holders) for result in results_in(record)),
            former=former,
        )
    if isinstance(record, Name):
        apart = bool(record.disambiguation)
        return Outline(path, kind, record.id, spellings=record.spellings, is_told_apart=apart, former=former)
    if isinstance(record, Article):
        about = record.about
        stated = (about.editions, about.names, about.categories, about.awards, record.author)
        tags = tuple(ref.text for ref in record.tags)
        targets = tuple(ref.text for ref in chain(*stated, links(record.body)))
        made = Outline(path, kind, record.id, mentions=said, tags=tags, targets=targets, former=former)
        return _in_its_language(replace(made, order=_recency(record)), record)
    return _in_its_language(Outline(path, kind, record.id, former=former), record)


def _in_its_language(made: Outline, text: Article | Note) -> Outline:
    return replace(made, language=text.language, translates=original_of(text))


def formerly(record: Record) -> Iterator[tuple[str, str, str, Ref]]:
    """What was called otherwise: its kind, its key then, its key today, and where that is said."""
    if isinstance(record, Edition):
        yield from (("edition", _key(record.award, ref.text), record.key, ref) for ref in record.formerly)
    else:
        kind = type(record).__name__.lower()
        yield from ((kind, ref.text, record.id, ref) for ref in record.formerly)
    inside = {Award: "categories", Edition: "specials"}.get(type(record))
    categories: tuple[Category, ...] = getattr(record, inside) if inside else ()
    for category in categories:
        yield from (("category", _key(category.award, ref.text), category.key, ref) for ref in category.formerly)


def _key(award: str, id: str) -> str:
    """`award/id`, where the award is not said already."""
    return id if "/" in id else f"{award}/{id}"


def chronology(edition: Edition) -> tuple[Any, ...]:
    """By year of the label, then ordinal, then ceremony: two editions a year keep their order."""
    date = edition.ceremony.date
    return edition.sort_year, edition.ordinal or 0, date.last if date else (0, 0, 0), edition.award, edition.id


def _recency(article: Article) -> tuple[Any, ...]:
    newest = tuple(-part for part in article.date.last) if article.date else (0,)
    return newest, article.id


# Every index of an archive, made from the outlines of its records.

Slug = Callable[[str], str]
Read = Callable[[str], Record]
"""The record of a file."""

Place = tuple[str, int]
"""A part of a record: its file, and which of its mentions, entries, results or categories."""

_Named = str | tuple[str, str, str, int]
_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Structure:
    """Records by their files, parts of records by their places, in the order in which they are shown.

    A name without a file of its own is its text, its kind, and the place of its first mention. `tags` has one spelling
    for each tag. `former` leads from `kind:key` as it was to `kind:key` as it is, `former_of` back. `versions` has
    under the `kind:key` of each text that there is in several languages the keys of them all, first the one that lists
    show: that in the language of the site, or else the original. `listed` are the articles without the others.
    `languages` has the `kind:key` of the texts in each language but that of the site.
    """

    awards: dict[str, str]
    editions: dict[str, str]
    articles: dict[str, str]
    notes: dict[str, str]
    names: dict[str, _Named]
    profiles: dict[str, str]
    ids: dict[str, str]
    categories: dict[str, Place]
    categories_of: dict[str, tuple[str, ...]]
    editions_of: dict[str, tuple[str, ...]]
    places: dict[str, int]
    years: dict[int, tuple[str, ...]]
    entries_of: dict[str, tuple[Place, ...]]
    results_of: dict[str, tuple[Place, ...]]
    mentions_of: dict[str, tuple[Place, ...]]
    articles_about: dict[str, tuple[str, ...]]
    tags: dict[str, str]
    former: dict[str, str]
    former_of: dict[str, tuple[str, ...]]
    listed: dict[str, str]
    versions: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]


def structure(
    outlines: Iterable[Outline], slug: Slug, files: Iterable[str], read: Read
) -> tuple[Structure, tuple[Problem, ...]]:
    """The structure, and what is ambiguous or collides; `read` is asked for records that a problem is about."""
    ordered = sorted(outlines, key=lambda each: each.path)
    awards = {each.key: each.path for each in _of(ordered, "Award")}
    edited = sorted(_of(ordered, "Edition"), key=lambda each: each.order)
    of_edition = {each.key: each for each in edited}
    written = sorted(_dated(tuple(_of(ordered, "Article"))), key=lambda each: each.order)
    noted = tuple(_of(ordered, "Note"))
    versions = _versions("article", written) | _versions("note", noted)
    tags, twice = _spelt(_of(ordered, "Article"), slug, read)
    mentioned = tuple(((each.path, n), said) for each in ordered for n, said in enumerate(each.mentions))
    declared = [(key, (each.path, n)) for each in _of(ordered, "Award") for n, (key, _) in enumerate(each.categories)]
    honours = {key: said for each in _of(ordered, "Award") for key, said in each.categories if said}
    names, ids, problems = _registered(tuple(_of(ordered, "Name")), mentioned, slug, honours, read)
    special = [(key, (each.path, n)) for each in of_edition.values() for n, (key, _) in enumerate(each.categories)]
    # What an award says of its category, or an earlier edition of a special one, stands; checks tell what differs.
    categories = {**dict(reversed(special)), **dict(declared)}
    categories = {key: categories[key] for key in dict((*declared, *special))}
    editions_of = _grouped(((each.award, key) for key, each in of_edition.items()), awards)
    known: dict[str, Mapping[str, Any]] = {"edition": of_edition, "category": categories, "name": ids, "award": awards}
    known |= {"note": {each.key: "" for each in noted}, "article": {each.key: "" for each in written}}
    former, unclear = _moved(ordered, known, names, read)
    made = Structure(
        awards=awards,
        editions={key: each.path for key, each in of_edition.items()},
        articles={each.key: each.path for each in written},
        notes={each.key: each.path for each in noted},
        names=dict(sorted(names.items())),
        profiles={each.key: each.path for each in sorted(_of(ordered, "Name"), key=lambda each: each.key)},
        ids=ids,
        categories=categories,
        categories_of=_grouped(((key.partition("/")[0], key) for key in categories), awards),
        editions_of=editions_of,
        places={key: place for keys in editions_of.values() for place, key in enumerate(keys)},
        years=_grouped(((each.year, key) for key, each in of_edition.items()), ()),
        entries_of=_grouped(
            ((key, (each.path, n)) for each in of_edition.values() for n, key in enumerate(each.entries)), categories
        ),
        results_of=_grouped(
            (
                (id, (each.path, n))
                for each in of_edition.values()
                for n, texts in enumerate(each.results)
                for id in dict.fromkeys(ids[text] for text in texts if text in ids)
            ),
            names,
        ),
        mentions_of=_grouped(((ids[said[0]], place) for place, said in mentioned if said[0] in ids), names),
        articles_about=_about(written, known, frozenset(files), versions),
        tags=tags,
        former=former,
        former_of=_grouped(((now, then) for then, now in former.items()), ()),
        listed={each.key: each.path for each in written if _first(each.key, versions) == each.key},
        versions=versions,
        languages=_grouped(
            (
                (each.language, f"{each.kind.lower()}:{each.key}")
                for each in (*sorted(written, key=lambda each: each.key), *noted)
                if each.language
            ),
            (),
        ),
    )
    return made, (*problems, *twice, *unclear)


def meant(text: str, known: Mapping[str, Mapping[str, Any]], files: "Iterable[str]") -> tuple[str, str] | None:
    """What a text in `[[…]]` means: a kind of thing and its key; `#part` of a page is of no account."""
    ids = known["name"]
    if text not in ids:
        text = text.partition("#")[0]
    if text in known["edition"]:
        return "edition", text
    if text in known["category"]:
        return "category", text
    if text in ids:
        return "name", ids[text]
    for kind in ("award", "note", "article"):
        if text in known[kind]:
            return kind, text
    return ("file", text) if text in files else None


def _dated(articles: Sequence[Outline]) -> Iterator[Outline]:
    """Articles in their order: a translation without a date has that of its original."""
    order = {each.key: each.order for each in articles}
    for each in articles:
        day, id = each.order
        yield replace(each, order=(day if any(day) else order.get(each.translates, (day,))[0], id))


def _versions(kind: str, texts: Sequence[Outline]) -> dict[str, tuple[str, ...]]:
    """The keys of the texts that are one in several languages, under that of each; what translates nothing is alone."""
    by_key = {each.key: each for each in texts}
    groups: defaultdict[str, list[Outline]] = defaultdict(list)
    for each in sorted(by_key.values(), key=lambda each: each.key):
        if each.translates in by_key and each.translates != each.key and not by_key[each.translates].translates:
            groups[each.translates].append(each)
    found: dict[str, tuple[str, ...]] = {}
    for original, others in groups.items():
        every = (by_key[original], *others)
        first = next((each for each in every if not each.language), every[0])
        keys = tuple(dict.fromkeys((first.key, *(each.key for each in every))))
        found |= {f"{kind}:{key}": keys for key in keys}
    return found


def _first(article: str, versions: Mapping[str, tuple[str, ...]]) -> str:
    """The version of an article that lists show."""
    return versions.get(f"article:{article}", (article,))[0]


def _about(
    articles: Iterable[Outline],
    known: Mapping[str, Mapping[str, Any]],
    files: frozenset[str],
    versions: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """Back-links: which articles speak of which thing, under `kind:key`; of several versions the one in lists."""
    pairs = (
        (":".join(target), _first(each.key, versions))
        for each in articles
        for text in each.targets
        if (target := meant(text, known, files))
    )
    return _grouped(dict.fromkeys(pairs), ())


def _of(outlines: Iterable[Outline], kind: str) -> Iterator[Outline]:
    return (each for each in outlines if each.kind == kind)


def _grouped(pairs: Iterable[tuple[_K, _V]], keys: Iterable[_K]) -> dict[_K, tuple[_V, ...]]:
    """Values by key, in their order; every one of `keys` is there, if only with nothing."""
    groups: defaultdict[_K, list[_V]] = defaultdict(list, {key: [] for key in keys})
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


# Where what was called otherwise stands today.


def _moved(
    outlines: Sequence[Outline], known: Mapping[str, Mapping[str, Any]], names: Mapping[str, _Named], read: Read
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """From each former `kind:key` to that of today; where an award has another id, so has all below it."""
    stated: dict[tuple[str, str], tuple[str, str]] = {}
    problems: list[Problem] = []
    # What has taken the id of another says so as well where that one was called otherwise: they have changed places.
    others = {(kind, now) for each in outlines for kind, _, now in each.former}
    for each in outlines:
        for kind, then, now in each.former:
            if then in known[kind] and (kind, then) in others:
                continue
            if then in known[kind]:
                bare = names[known[kind][then]] if kind == "name" else ""
                problems.append(_in_use(read(each.path), kind, then, now, bare, read))
            elif stated.setdefault((kind, then), (now, each.path))[0] != now:
                problems.append(_claimed_twice(read(each.path), kind, then, stated[kind, then], read))
    moved = {key: now for key, (now, _) in stated.items()}
    awards: defaultdict[str, list[str]] = defaultdict(list)
    for (kind, then), now in tuple(moved.items()):
        if kind == "award":
            awards[now].append(then)
    for kind in ("edition", "category") if awards else ():
        today = [(key, key) for key in known[kind]]
        before = [(then, now) for (of, then), now in moved.items() if of == kind]
        for then, now in (*today, *before):
            award, _, id = then.partition("/")
            for old in awards.get(award, ()):
                if f"{old}/{id}" not in known[kind]:
                    moved.setdefault((kind, f"{old}/{id}"), now)
    return {f"{kind}:{then}": f"{kind}:{now}" for (kind, then), now in sorted(moved.items())}, tuple(problems)


def _in_use(record: Record, kind: str, then: str, now: str, there: _Named, read: Read) -> Problem:
    """A former id of something else; where a text made a name of it, that one may have been meant."""
    ref = _stated(record, kind, then)
    if not isinstance(there, str):
        span = _mention(read, there[2:]).ref.span
        message = f'"{then}" is a name of its own today: it is written in {span.where}:{span.column}'
        hint = f"write {now} there; if somebody else is meant, delete {plain(ref.text)} here"
        return Problem("former-id", ref.span, message, hint, Level.WARNING, (then,))
    a = "an" if kind[0] in "ae" else "a"
    message = f'there is {a} {kind} "{then}" today, and its address leads there'
    return Problem("former-id", ref.span, message, f"delete {plain(ref.text)}", Level.WARNING, (then,))


def _stated(record: Record, kind: str, then: str) -> Ref:
    """Where a record states a former id."""
    return next(ref for of, key, _, ref in formerly(record) if (of, key) == (kind, then))


def _claimed_twice(record: Record, kind: str, then: str, there: tuple[str, str], read: Read) -> Problem:
    ref, other = (_stated(each, kind, then) for each in (record, read(there[1])))
    message = f'"{ref.text}" was also the id of {there[0]} ({other.span.where})'
    return Problem("former-id", ref.span, message, "delete one of the two", subject=(then, there[0]))


# Say whose name each text is: the files of names first, then bare names as they come.

_Uses = Sequence[tuple[Place, _Said]]


def _registered(
    written: Sequence[Outline],
    mentioned: Iterable[tuple[Place, _Said]],
    slug: Slug,
    honours: Mapping[str, str],
    read: Read,
) -> tuple[dict[str, _Named], dict[str, str], tuple[Problem, ...]]:
    """All names that have a file or are mentioned where a bare name is allowed, and the id that each text means.

    `honours` says of a category (key) what its laureates are, where nothing else says so.
    """
    names: dict[str, _Named] = {each.key: each.path for each in written}
    ids, namesakes, problems = _spellings(written, read)
    ids |= {id: id for id in names if id not in ids and id not in namesakes}
    bare: defaultdict[str, list[tuple[Place, _Said]]] = defaultdict(list)
    unclear: list[_TwoKinds] = []
    for place, said in mentioned:
        text = said[0]
        if text in namesakes:
            problems.append(ambiguous(_mention(read, place).ref, namesakes[text]))
        elif text not in ids:
            bare[text].append((place, said))
    for text, uses in bare.items():
        id = slug(text)
        if id in names:
            problems.append(_collision(id, uses[0], names[id], read))
            ids[text] = id
            continue
        kind, odd = _kind(text, uses, honours, read)
        unclear += odd
        path, n = uses[0][0]
        names[id] = (text, str(kind), path, n)
        ids[text] = id
    ids |= {id: id for id in names if id not in ids}
    return names, ids, (*problems, *_unclear(unclear))


def _spellings(
    names: Iterable[Outline], read: Read
) -> tuple[dict[str, str], dict[str, tuple[str, ...]], list[Problem]]:
    """Every spelling that means one name, those that mean several, and undeclared namesakes."""
    by_text: defaultdict[str, list[Outline]] = defaultdict(list)
    for name in {each.key: each for each in names}.values():
        for text in name.spellings:
            by_text[text].append(name)
    ids = {text: found[0].key for text, found in by_text.items() if len(found) == 1}
    namesakes = {text: tuple(each.key for each in found) for text, found in by_text.items() if len(found) > 1}
    problems = [
        _undeclared(text, read(name.path), read(by_text[text][0].path))
        for text in namesakes
        for name in by_text[text][1:]
        if not (name.is_told_apart and by_text[text][0].is_told_apart)
    ]
    return ids, namesakes, problems


@dataclass(frozen=True, slots=True)
class _TwoKinds:
    """A name that is used as one `kind` first, and as the `other` at its `span`."""

    text: str
    kind: Kind
    first: Span
    other: Kind
    span: Span


def _kind(text: str, uses: _Uses, honours: Mapping[str, str], read: Read) -> tuple[Kind, tuple[_TwoKinds, ...]]:
    """The kind that a bare name's uses speak for, else the one that its categories honour, else organisation."""
    spoken = {kind: place for place, (_, _, kind, _, _) in uses if kind}
    if not spoken:
        won = ((place, honours.get(f"{a}/{c}")) for place, (_, how, _, a, c) in uses if how == NamedAs.LAUREATE)
        spoken = {kind: place for place, kind in won if kind}
    if len(spoken) < 2:
        return next(map(Kind, spoken), Kind.ORGANISATION), ()
    (kind, first), (other, second) = ((Kind(word), _mention(read, at)) for word, at in list(spoken.items())[:2])
    return kind, (_TwoKinds(text, kind, first.ref.span, other, second.ref.span),)


def _unclear(found: Iterable[_TwoKinds]) -> Iterator[Problem]:
    """Names of two kinds; two of one file that are each what the other is elsewhere were exchanged, and told once."""
    waiting = {(each.span.path, each.other, each.kind): each for each in found}
    told: set[str] = set()
    for each in found:
        turned = waiting.get((each.span.path, each.kind, each.other))
        if each.text in told:
            continue
        used, before = (f"an {kind}" if kind is Kind.ORGANISATION else f"a {kind}" for kind in (each.other, each.kind))
        if turned and turned.text not in told:
            told.add(turned.text)
            line = turned.span.line
            beside = f'"{turned.text}" {before} in line {line}'
            message = f'"{each.text}" is {used} here, and {beside}; elsewhere it is the other way round'
            hint = f"write {plain(turned.text)} here, and {plain(each.text)} in line {line}"
            yield Problem("unclear-kind", each.span, message, hint, Level.WARNING, (each.text, turned.text))
            continue
        message = f'"{each.text}" is used as {used} here and as {before} in {each.first.where}'
        hint = f"write content/names/<id>.md with `name: {each.text}` and its `kind`"
        yield Problem("unclear-kind", each.span, message, hint, Level.WARNING, (each.text,))


def ambiguous(ref: Ref, ids: Iterable[str]) -> Problem:
    """A text that several names bear, where one is meant."""
    meant = sorted(ids)
    message = f'"{ref.text}" is the name of several: {", ".join(meant)}'
    hint = f"write an id, such as `{meant[0]}`"
    return Problem("ambiguous-name", ref.span, message, hint, subject=(ref.text,), needs=(("one name", ref.text),))


def _undeclared(text: str, name: Record, other: Record) -> Problem:
    first = other.key if isinstance(other, Edition) else other.id
    message = f'"{text}" is also a name of {first} ({other.span.path})'
    hint = "give both a `disambiguation` and write the id of the one that is meant, or delete the alias in one of them"
    own = "" if isinstance(name, Edition) else name.id
    for id, likely, path in ((own, first, other.span.path), (first, own, name.span.path)):
        if re.fullmatch(rf"{re.escape(id)}-(?:\d|copy|copie)", likely):
            hint = f"delete {path} if it is a copy; if not, {hint}"
    key = ("name",) if isinstance(name, Name) and text == name.name else ("aliases", text)
    hides = (("one name", text),)
    return Problem("undeclared-namesake", name.span, message, hint, subject=(text, first), hides=hides, key=key)


def _slip(text: str, other: str) -> str:
    """The one that is meant of two texts that differ in a sign at an end or in capitals; empty where neither is."""
    bare, known = (each.rstrip(" .,;:!†").strip("*_[]") for each in (text, other))
    if bare == known and text != other:
        return bare
    shouted = [each for each in (text, other) if each.isupper() and len(each.split()) > 1]
    return next((each for each in (text, other) if each not in shouted), "") if shouted and text != other else ""


def _unseen(text: str) -> str:
    """A text without what nobody sees."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def _collision(id: str, use: tuple[Place, _Said], there: _Named, read: Read) -> Problem:
    mention = _mention(read, use[0])
    text = mention.ref.text
    if isinstance(there, str):
        name = read(there)
        spellings = name.spellings if isinstance(name, Name) else ()
        called, span = (name.name if isinstance(name, Name) else ""), name.span
        same = f"write {nearest(text, spellings) or called}, or add `aliases: [{plain(text)}]` to {span.path}"
        hint = f"{same}; for somebody else, give it its own file and id"
    else:
        called, span = there[0], _mention(read, there[2:]).ref.span
        hint = f'write one spelling, or content/names/{id}.md with `name: {plain(called)}` and `aliases: ["{text}"]`'
    wrong, place, right, there_ = text, mention.ref.span, called, span
    if slip := _slip(text, called):
        hint = f"write {slip}"
        if slip == text:
            wrong, place, right, there_ = called, span, text, mention.ref.span
    message = f'"{wrong}" would share the id "{id}" with "{right}" ({there_.where})'
    hides = (("text", wrong),)
    unseen = [(each, at) for each, at in ((text, mention.ref.span), (called, span)) if _unseen(each) != each]
    if unseen and _unseen(text) == _unseen(called):
        wrong, place = unseen[0]
        sign = next(letter for letter in wrong if letter not in _unseen(wrong))
        message = f'"{wrong}" holds an invisible character, U+{ord(sign):04X}, so that it is not "{_unseen(wrong)}"'
        return Problem(
            "id-collision", place, message, f"write {_unseen(wrong)}", subject=(text, called), hides=(("text", wrong),)
        )
    return Problem("id-collision", place, message, hint, subject=(wrong, right), hides=hides)


def _mention(read: Read, place: Place) -> Mention:
    path, n = place
    return tuple(mentions(read(path)))[n]


# One spelling for each tag.


def _spelt(articles: Iterable[Outline], slug: Slug, read: Read) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The most frequent spelling of each tag, by its slug; other spellings mean the same tag, and are problems."""
    tagged = tuple(articles)
    id_of = cache(slug)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in tagged:
        for text in each.tags:
            counts[id_of(text)][text] += 1
    # A sign before a tag is printed, and no better spelling however often it stands there.
    best = {id: max(found, key=lambda text: (not text.startswith("#"), found[text])) for id, found in counts.items()}
    odd = [each for each in tagged if any(best[id_of(text)] != text for text in each.tags)]
    first = {text: each.path for each in reversed(tagged) for text in each.tags} if odd else {}
    problems = []
    for each in odd:
        for ref in _tags(read(each.path)):
            right = best[id_of(ref.text)]
            if ref.text != right:
                span = next(other.span for other in _tags(read(first[right])) if other.text == right)
                message = f'the tag "{ref.text}" is spelt "{right}" in {span.where}; they are read as one'
                problems.append(
                    Problem("tag-spelling", ref.span, message, f"write {right}", Level.WARNING, (ref.text,))
                )
    return best, tuple(problems)


def _tags(record: Record) -> tuple[Ref, ...]:
    return record.tags if isinstance(record, Article) else ()

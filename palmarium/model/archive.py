"""The archive: all records resolved and indexed, the only place where files meet."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from ..problems import Level, Problem, Span, nearest, plain
from . import (
    Article,
    Award,
    Category,
    Edition,
    Entry,
    Function,
    Kind,
    Name,
    Note,
    Part,
    Post,
    Prose,
    Record,
    Ref,
    Result,
)

# The mentions of names in records: in which function, and of what kind the name must be.

_NOBODY = Ref("", Span(""))


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name.

    `how` is a `Function`, or laureate, representative, employer, surveyor (who gives a figure), author,
    publication, about, cited.
    `result` is a result's id; `beside` the name whose employer or representative this one is.
    """

    ref: Ref
    how: str
    kind: Kind | None = None
    award: str = ""
    edition: str = ""
    category: str = ""
    result: str = ""
    article: str = ""
    role: str = ""
    posts: tuple[Post, ...] = ()
    chair: bool = False
    beside: str = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()


_KINDS = MappingProxyType(
    {
        Function.JUROR: Kind.PERSON,
        Function.HOST: Kind.PERSON,
        Function.SPEAKER: Kind.PERSON,
        Function.PARTNER: Kind.ORGANISATION,
        Function.PROVIDER: Kind.ORGANISATION,
    }
)


def mentions(record: Record) -> Iterator[Mention]:
    """Every mention in one record, in the order written; links in prose come as `cited`."""
    if isinstance(record, Award):
        return _in_award(record)
    if isinstance(record, Edition):
        return _in_edition(record)
    if isinstance(record, Article):
        return _in_article(record)
    return iter(())


def _in_award(award: Award) -> Iterator[Mention]:
    for part in award.parts:
        yield from _part(part, Mention(part.name, part.function, award=award.id))
    for category in award.categories:
        yield from _partners(category.partners, Mention(_NOBODY, "", award=award.id, category=category.key))


def _in_edition(edition: Edition) -> Iterator[Mention]:
    here = Mention(_NOBODY, "", award=edition.award, edition=edition.key)
    for part in edition.parts:
        yield from _part(part, replace(here, category=part.category.text if part.category else ""))
    if edition.method:
        for ref in edition.method.provider:
            yield replace(here, ref=ref, how=Function.PROVIDER, kind=Kind.ORGANISATION)
    for figure in edition.figures:
        if figure.by:
            yield replace(here, ref=figure.by, how="surveyor", kind=Kind.ORGANISATION, role=figure.title)
    for entry in edition.entries:
        yield from _in_entry(entry, replace(here, category=entry.category))


def _in_entry(entry: Entry, here: Mention) -> Iterator[Mention]:
    yield from _partners(entry.partners, here)
    for result in entry.results:
        yield from _in_result(result, replace(here, result=result.id))


def _in_result(result: Result, here: Mention) -> Iterator[Mention]:
    for holder in result.holders:
        kind = holder.kind or (Kind.PERSON if holder.posts else None)
        yield replace(here, ref=holder.name, how="laureate", kind=kind, role=holder.as_role, posts=holder.posts)
        yield from _employers(holder.posts, replace(here, ref=holder.name))
    beside = result.holders[0].name.text if result.holders else ""
    for ref in result.represented_by:
        yield replace(here, ref=ref, how="representative", kind=Kind.PERSON, beside=beside)


def _in_article(article: Article) -> Iterator[Mention]:
    here = Mention(_NOBODY, "", article=article.id)
    for ref in article.author:
        yield replace(here, ref=ref, how="author", kind=Kind.PERSON)
    if article.publication:
        yield replace(here, ref=article.publication, how="publication", kind=Kind.ORGANISATION)


def links(prose: Prose) -> Iterator[Ref]:
    """The target of each `[[link]]`, as a reference."""
    return (Ref(link.target, link.span) for link in prose.links)


def _part(part: Part, here: Mention) -> Iterator[Mention]:
    kind = _KINDS.get(part.function) or (Kind.PERSON if part.posts else None)
    said = replace(here, how=part.function, role=part.role, posts=part.posts, chair=part.chair)
    yield replace(said, ref=part.name, kind=kind, note=part.note, sources=part.sources)
    yield from _employers(part.posts, replace(here, ref=part.name))


def _partners(refs: Iterable[Ref], here: Mention) -> Iterator[Mention]:
    for ref in refs:
        yield replace(here, ref=ref, how=Function.PARTNER, kind=Kind.ORGANISATION)


def _employers(posts: Iterable[Post], here: Mention) -> Iterator[Mention]:
    for post in posts:
        if post.org:
            kind = Kind.ORGANISATION
            yield replace(here, ref=post.org, how="employer", kind=kind, role=post.role, beside=here.ref.text)


# Say whose name each text is: the files of names first, then bare names as they come.

Slug = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Registry:
    """Names by id, and the id that each written text means."""

    names: Mapping[str, Name]
    ids: Mapping[str, str]


def register(
    written: Iterable[Name], mentions: Iterable[Mention], slug: Slug, honours: Mapping[str, Kind]
) -> tuple[Registry, tuple[Problem, ...]]:
    """The registry of all names that have a file or are mentioned where a bare name is allowed.

    `honours` says of a category (key) what its laureates are, where nothing else says so.
    """
    names = {name.id: name for name in written}
    ids, namesakes, problems = _spellings(names)
    ids |= {id: id for id in names if id not in ids and id not in namesakes}
    bare: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        text = mention.ref.text
        if text in namesakes:
            problems.append(ambiguous(mention.ref, namesakes[text]))
        elif text not in ids:
            bare[text].append(mention)
    for text, uses in bare.items():
        id = slug(text)
        if id in names:
            problems.append(_collision(id, uses[0], names[id]))
            ids[text] = id
            continue
        kind, unclear = _kind(text, uses, honours)
        problems += unclear
        names[id] = Name(id, kind, text, uses[0].ref.span, registered=False)
        ids[text] = id
    ids |= {id: id for id in names if id not in ids}
    return Registry(names, ids), tuple(problems)


def _spellings(names: Mapping[str, Name]) -> tuple[dict[str, str], dict[str, tuple[str, ...]], list[Problem]]:
    """Every spelling that means one name, those that mean several, and undeclared namesakes."""
    by_text: defaultdict[str, list[str]] = defaultdict(list)
    for name in names.values():
        for text in name.spellings:
            by_text[text].append(name.id)
    ids = {text: found[0] for text, found in by_text.items() if len(found) == 1}
    namesakes = {text: tuple(found) for text, found in by_text.items() if len(found) > 1}
    problems = [
        _undeclared(text, names[id], names[found[0]])
        for text, found in namesakes.items()
        for id in found[1:]
        if not (names[id].disambiguation and names[found[0]].disambiguation)
    ]
    return ids, namesakes, problems


def _kind(text: str, uses: Iterable[Mention], honours: Mapping[str, Kind]) -> tuple[Kind, tuple[Problem, ...]]:
    """The kind that a bare name's uses speak for, else the one that its categories honour, else organisation."""
    there = tuple(uses)
    said = {use.kind: use for use in there if use.kind}
    if not said:
        won = ((use, honours.get(f"{use.award}/{use.category}")) for use in there if use.how == "laureate")
        said = {kind: use for use, kind in won if kind}
    if len(said) < 2:
        return next(iter(said), Kind.ORGANISATION), ()
    (kind, first), (other, second) = list(said.items())[:2]
    place = f"{first.ref.span.path}:{first.ref.span.line}"
    used, before = (f"an {each}" if each is Kind.ORGANISATION else f"a {each}" for each in (other, kind))
    message = f'"{text}" is used as {used} here and as {before} in {place}'
    hint = f"write content/names/<id>.md with `name: {text}` and its `kind`"
    return kind, (Problem("unclear-kind", second.ref.span, message, hint, Level.WARNING, (text,)),)


def ambiguous(ref: Ref, ids: Iterable[str]) -> Problem:
    """A text that several names bear, where one is meant."""
    meant = sorted(ids)
    message = f'"{ref.text}" is the name of several: {", ".join(meant)}'
    hint = f"write an id, such as `{meant[0]}`"
    return Problem("ambiguous-name", ref.span, message, hint, subject=(ref.text,), needs=(("one name", ref.text),))


def _undeclared(text: str, name: Name, other: Name) -> Problem:
    message = f'"{text}" is also a name of {other.id} ({other.span.path})'
    hint = "give both a `disambiguation` and write the id of the one that is meant, or delete the alias in one of them"
    return Problem(
        "undeclared-namesake", name.span, message, hint, subject=(text, other.id), hides=(("one name", text),)
    )


def _collision(id: str, use: Mention, name: Name) -> Problem:
    text = use.ref.text
    if name.registered:
        near = nearest(text, name.spellings) or name.name
        same = f"write {near}, or add `aliases: [{plain(text)}]` to {name.span.path}"
        hint = f"{same}; for somebody else, give it its own file and id"
    else:
        hint = f'write one spelling, or content/names/{id}.md with `name: {name.name}` and `aliases: ["{text}"]`'
    place = f"{name.span.path}:{name.span.line}"
    message = f'"{text}" would share the id "{id}" with "{name.name}" ({place})'
    hides = (("text", text),)
    return Problem("id-collision", use.ref.span, message, hint, subject=(text, name.name), hides=hides)


# Resolve records into one archive: the only place where files meet.

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything by key, in the order in which it is shown, and who appears where.

    Keys: an award's id, `award/edition`, `award/category`, a name's id, an article's slug.
    Editions and results run from old to new, articles from new to old. `files` are those below content/files.
    """

    awards: Mapping[str, Award]
    categories: Mapping[str, Category]
    categories_of: Mapping[str, tuple[str, ...]]
    editions: Mapping[str, Edition]
    names: Mapping[str, Name]
    articles: Mapping[str, Article]
    notes: Mapping[str, Note]
    ids: Mapping[str, str]
    results: tuple[Result, ...]
    editions_of: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    entries_of: Mapping[str, tuple[Entry, ...]]
    results_of: Mapping[str, tuple[Result, ...]]
    mentions_of: Mapping[str, tuple[Mention, ...]]
    articles_about: Mapping[str, tuple[str, ...]]
    years: Mapping[int, tuple[str, ...]]
    files: tuple[str, ...] = ()

    def name(self, ref: Ref) -> Name:
        """The name that a text means; in a resolved archive every mention means one."""
        return self.names[self.ids[ref.text]]

    def holders(self, result: Result) -> tuple[Name, ...]:
        return tuple(self.name(holder.name) for holder in result.holders)

    def category(self, result: Result) -> Category | None:
        """None where the archive does not know it (edge case 21)."""
        return self.categories.get(f"{result.edition.split('/')[0]}/{result.category}")

    def neighbour(self, edition: str, step: int) -> str | None:
        """The edition `step` places after this one in its award's order; None beyond the ends."""
        keys = self.editions_of[self.editions[edition].award]
        place = self.places[edition] + step
        return keys[place] if 0 <= place < len(keys) else None

    def target(self, text: str) -> tuple[str, str] | None:
        """What a text in `[[…]]` means: a kind of thing and its key; `#part` of a page is of no account."""
        if text not in self.ids:
            text = text.partition("#")[0]
        if text in self.editions:
            return "edition", text
        if text in self.categories:
            return "category", text
        if text in self.ids:
            return "name", self.ids[text]
        if text in self.awards:
            return "award", text
        if text in self.notes:
            return "note", text
        if text in self.articles:
            return "article", text
        return ("file", text) if text in self.files else None


def results_in(edition: Edition) -> tuple[Result, ...]:
    return tuple(result for entry in edition.entries for result in entry.results)


def resolve(records: Iterable[Record], slug: Slug, files: Iterable[str] = ()) -> tuple[Archive, tuple[Problem, ...]]:
    """One archive from records in any order, and what is ambiguous or collides; `files` may be linked to."""
    ordered = sorted(records, key=lambda record: record.span)
    awards = {award.id: award for award in ordered if isinstance(award, Award)}
    editions = {edition.key: edition for edition in sorted(_all(ordered, Edition), key=_chronology)}
    tagged, twice = _tagged(_all(ordered, Article), slug)
    articles = {article.id: article for article in sorted(tagged, key=_recency)}
    mentioned = tuple(chain.from_iterable(mentions(record) for record in ordered))
    categories = {c.key: c for award in awards.values() for c in award.categories}
    honours = {key: category.honours for key, category in categories.items() if category.honours}
    registry, problems = register(_all(ordered, Name), mentioned, slug, honours)
    for special in (special for edition in editions.values() for special in edition.specials):
        # What an award says of its category, or an earlier edition of a special one, stands; checks tell what differs.
        categories.setdefault(special.key, special)
    results = tuple(result for edition in editions.values() for result in results_in(edition))
    editions_of = _grouped(((edition.award, key) for key, edition in editions.items()), awards)
    archive = Archive(
        awards=MappingProxyType(awards),
        categories=MappingProxyType(categories),
        categories_of=_grouped(((category.award, key) for key, category in categories.items()), awards),
        editions=MappingProxyType(editions),
        names=MappingProxyType(dict(sorted(registry.names.items()))),
        articles=MappingProxyType(articles),
        notes=MappingProxyType({note.id: note for note in _all(ordered, Note)}),
        ids=MappingProxyType(dict(registry.ids)),
        results=results,
        editions_of=editions_of,
        places=MappingProxyType({key: place for keys in editions_of.values() for place, key in enumerate(keys)}),
        entries_of=_grouped(
            ((f"{e.award}/{entry.category}", entry) for e in editions.values() for entry in e.entries), categories
        ),
        results_of=_grouped(
            ((id, result) for result in results for id in _holders(result, registry.ids)), registry.names
        ),
        mentions_of=_grouped(
            ((registry.ids[m.ref.text], m) for m in mentioned if m.ref.text in registry.ids), registry.names
        ),
        articles_about=MappingProxyType({}),
        years=_grouped(((e.sort_year, key) for key, e in editions.items()), ()),
        files=tuple(sorted(files)),
    )
    return _with_articles(archive), (*problems, *twice)


def _tagged(articles: Iterable[Article], slug: Slug) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Articles with each tag once, in the spelling that is used most; another spelling is a problem."""
    read = tuple(articles)
    used: defaultdict[str, list[Ref]] = defaultdict(list)
    for article in read:
        for ref in article.tags:
            used[slug(ref.text)].append(ref)
    best: dict[str, Ref] = {}
    problems = []
    for id, refs in used.items():
        counts = Counter(ref.text for ref in refs)
        best[id] = max(refs, key=lambda ref: counts[ref.text])
        for ref in refs:
            if ref.text != best[id].text:
                where = f"{best[id].span.path}:{best[id].span.line}"
                message = f'the tag "{ref.text}" is spelt "{best[id].text}" in {where}; they are read as one'
                hint = f"write {best[id].text}"
                problems.append(Problem("tag-spelling", ref.span, message, hint, Level.WARNING, (ref.text,)))
    return tuple(
        replace(article, tags=tuple({id: best[id] for id in (slug(ref.text) for ref in article.tags)}.values()))
        for article in read
    ), tuple(problems)


def _with_articles(archive: Archive) -> Archive:
    """Back-links: which articles speak of which thing, under `kind:key`."""
    pairs = []
    for article in archive.articles.values():
        about = article.about
        stated = (about.editions, about.names, about.categories, about.awards, article.author)
        for ref in chain(*stated, links(article.body)):
            target = archive.target(ref.text)
            if target:
                pairs.append((":".join(target), article.id))
    return replace(archive, articles_about=_grouped(dict.fromkeys(pairs), ()))


def _holders(result: Result, ids: Mapping[str, str]) -> Iterable[str]:
    """The ids of those in a result, each once."""
    return dict.fromkeys(ids[holder.name.text] for holder in result.holders if holder.name.text in ids)


def _all(records: Iterable[Record], kind: type[_V]) -> tuple[_V, ...]:
    return tuple(record for record in records if isinstance(record, kind))


def _grouped(pairs: Iterable[tuple[_K, _V]], keys: Iterable[_K]) -> Mapping[_K, tuple[_V, ...]]:
    """Values by key, in their order; every one of `keys` is there, if only with nothing."""
    groups: defaultdict[_K, list[_V]] = defaultdict(list, {key: [] for key in keys})
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})


def _chronology(edition: Edition) -> tuple[int, int, tuple[int, int, int], str, str]:
    """By year of the label, then ordinal, then ceremony: two editions a year keep their order."""
    date = edition.ceremony.date
    return edition.sort_year, edition.ordinal or 0, date.last if date else (0, 0, 0), edition.award, edition.id


def _recency(article: Article) -> tuple[tuple[int, ...], str]:
    newest = tuple(-part for part in article.date.last) if article.date else (0,)
    return newest, article.id

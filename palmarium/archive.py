"""Resolve records into one archive: the only place where files meet.

Owns: the order of everything, and the indexes that statistics, checks and pages read.
Never: reads files, judges a fact (that is `checks/`), knows URLs or templates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from .mentions import Mention, links, mentions
from .model import Article, Award, Category, Edition, Entry, Name, Note, Record, Ref, Result
from .problems import Level, Problem
from .registry import Slug, register

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


def resolve(
    records: Iterable[Record], slug: Slug, files: Iterable[str] = ()
) -> tuple[Archive, tuple[Problem, ...]]:
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
    categories |= {c.key: c for edition in editions.values() for c in edition.specials}
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
    """Articles with each tag once, in the spelling that is used most; what is spelt otherwise is one tag, and told."""
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

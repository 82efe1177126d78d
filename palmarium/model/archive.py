"""The archive: all records resolved and indexed, the only place where files meet."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from ..lookups import EVERY, KEYS, NotedIndex, note, noting
from ..problems import Problem
from . import Article, Award, Category, Edition, Entry, Kind, Name, Note, Record, Ref, Result
from .mentions import Mention, links, mentions, results_in
from .structure import Place, Read, Slug, Structure, ambiguous, meant, outline, structure
from .texts import completed, original_of

__all__ = ("INDEXES", "Archive", "Mention", "ambiguous", "archive", "links", "resolve", "results_in")

INDEXES = MappingProxyType(
    {"award": "awards", "edition": "editions", "category": "categories", "name": "names"}
    | {"article": "articles", "note": "notes"}
)
"""The index of the archive that holds each kind of thing with a page."""

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything by key, in the order in which it is shown, and who appears where.

    Keys: an award's id, `award/edition`, `award/category`, a name's id, an article's slug.
    Editions and results run from old to new, articles from new to old. `profiles` are the names that have a file of
    their own. `files` are those below content/files.
    `former` leads from `kind:key` as it was to `kind:key` as it is, `former_of` back. `versions` has under the
    `kind:key` of each text that there is in several languages the keys of them all, first the one that lists show;
    `listed` are the articles without the others; `languages` has the texts in each language but that of the site.
    Each record is read when it is first asked for. `derived` keeps what was derived from the whole archive, `recent`
    what was made last of single records, and `kept` gives what an earlier build derived, as long as it holds.
    `language` is that of the site: names are in its order.
    """

    awards: Mapping[str, Award]
    categories: Mapping[str, Category]
    categories_of: Mapping[str, tuple[str, ...]]
    editions: Mapping[str, Edition]
    names: Mapping[str, Name]
    profiles: Mapping[str, Name]
    articles: Mapping[str, Article]
    notes: Mapping[str, Note]
    ids: Mapping[str, str]
    editions_of: Mapping[str, tuple[str, ...]]
    places: Mapping[str, int]
    entries_of: Mapping[str, tuple[Entry, ...]]
    results_of: Mapping[str, tuple[Result, ...]]
    mentions_of: Mapping[str, tuple[Mention, ...]]
    articles_about: Mapping[str, tuple[str, ...]]
    years: Mapping[int, tuple[str, ...]]
    former: Mapping[str, str]
    former_of: Mapping[str, tuple[str, ...]]
    listed: Mapping[str, Article]
    versions: Mapping[str, tuple[str, ...]]
    languages: Mapping[str, tuple[str, ...]]
    files: tuple[str, ...] = ()
    language: str = "en"
    derived: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    recent: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    kept: Callable[[str], Any] = field(default=lambda name: None, compare=False, repr=False)

    @property
    def results(self) -> tuple[Result, ...]:
        """Every result, from old to new."""
        note("results", EVERY)
        if "results" not in self.derived:
            # Whoever asks first looks up no more than the others.
            with noting():
                edited = self.editions.values()
                self.derived["results"] = tuple(result for edition in edited for result in results_in(edition))
        found: tuple[Result, ...] = self.derived["results"]
        return found

    @property
    def sourced(self) -> tuple[Award | Edition | Article | Name, ...]:
        """The records that may have sources of their own."""
        made = (self.awards, self.editions, self.articles, self.names)
        return tuple(record for index in made for record in index.values())

    @property
    def texts(self) -> tuple[Article | Name | Note, ...]:
        """The records that may have a text of their own."""
        return (*self.articles.values(), *self.names.values(), *self.notes.values())

    @property
    def with_pictures(self) -> tuple[Article | Name, ...]:
        """The records that may have a picture beside their text."""
        return (*self.articles.values(), *self.names.values())

    def index(self, kind: str) -> Mapping[str, Any]:
        """The index of a kind of thing that has a page: `names` for `name`."""
        found: Mapping[str, Any] = getattr(self, INDEXES[kind])
        return found

    def award_editions(self, award: str) -> list[Edition]:
        """The editions of an award, from old to new; none where the archive does not know it."""
        return [self.editions[key] for key in self.editions_of.get(award, ())]

    def editions_about(self, article: Article) -> list[Edition]:
        """The editions that an article is about, as far as the archive knows them."""
        return [self.editions[ref.text] for ref in article.about.editions if ref.text in self.editions]

    def first_version(self, kind: str, key: str) -> str:
        """Of an `article` or a `note` that there is in several languages the one that lists show."""
        return self.versions_of(kind, key)[0]

    def versions_of(self, kind: str, key: str) -> tuple[str, ...]:
        """The keys of an `article` or a `note` in all its languages, first the one that lists show."""
        return self.versions.get(f"{kind}:{key}", (key,))

    def language_of(self, record: Article | Name | Note) -> str:
        """The language in which a text is written: its own, or that of the site."""
        return self.language if isinstance(record, Name) else record.language or self.language

    def texts_like(self, text: Article | Note) -> Mapping[str, Article | Note]:
        """The index in which a text stands."""
        return self.articles if isinstance(text, Article) else self.notes

    def name(self, ref: Ref) -> Name:
        """The name that a text means; in a resolved archive every mention means one."""
        return self.names[self.ids[ref.text]]

    def named(self, text: str) -> Name | None:
        """The name that a text means; None where it means none, or several."""
        return self.names[self.ids[text]] if text in self.ids else None

    def are_linked(self, one: Name, other: Name) -> bool:
        """Whether one of two names succeeds the other, or is part of it, by their own files."""
        refs = (*one.succeeds, *other.succeeds, *(ref for ref in (one.part_of, other.part_of) if ref))
        return not {one.id, other.id}.isdisjoint(self.ids.get(ref.text, "") for ref in refs)

    def holders(self, result: Result) -> tuple[Name, ...]:
        return tuple(self.name(holder.name) for holder in result.holders)

    def category(self, record: Result | Entry) -> Category | None:
        """None where the archive does not know it (edge case 21)."""
        return self.categories.get(record.category_key)

    def method(self, entry: Entry) -> tuple[str, ...]:
        """How a category was decided in an edition, or else is decided."""
        category = self.category(entry)
        return entry.method or (category.method if category else ())

    def neighbour(self, edition: str, step: int) -> str | None:
        """The edition `step` places after this one in its award's order; None beyond the ends."""
        keys = self.editions_of[self.editions[edition].award]
        place = self.places[edition] + step
        return keys[place] if 0 <= place < len(keys) else None

    def target(self, text: str) -> tuple[str, str] | None:
        """What a text in `[[…]]` means: a kind of thing and its key; `#part` of a page is of no account."""
        note("files", KEYS)
        known: Mapping[str, Mapping[str, Any]] = {
            "edition": self.editions,
            "category": self.categories,
            "name": self.ids,
            "award": self.awards,
            "note": self.notes,
            "article": self.articles,
        }
        return meant(text, known, self.files)


def resolve(records: Iterable[Record], slug: Slug, language: str = "en") -> tuple[Archive, tuple[Problem, ...]]:
    """One archive from records in any order, without files to be linked to, and what is ambiguous or collides."""
    by_path = {record.span.path: record for record in records}
    found, problems = structure(map(outline, by_path.values()), slug, (), by_path.__getitem__)
    return archive(found, by_path.__getitem__, slug, (), language), problems


def archive(found: Structure, read: Read, slug: Slug, files: tuple[str, ...], language: str) -> Archive:
    """The archive of a structure; `read` gives the record of a file when it is first needed."""
    mentioned = cache(lambda path: tuple(mentions(read(path))))
    resulting = cache(lambda path: results_in(_edition(read(path))))
    id_of = cache(slug)

    @cache
    def spelling(text: str) -> str:
        return found.tags.get(slug(text), text)

    def category(place: Place) -> Category:
        record = read(place[0])
        return record.categories[place[1]] if isinstance(record, Award) else _edition(record).specials[place[1]]

    def name(there: str | tuple[str, str, str, int]) -> Name:
        if isinstance(there, str):
            record = read(there)
            assert isinstance(record, Name)
            return record
        text, kind, path, n = there
        return Name(id_of(text), Kind(kind), text, mentioned(path)[n].ref.span, registered=False)

    def article(path: str) -> Any:
        record = read(path)
        if not isinstance(record, Article):
            return record
        original = original_of(record)
        if original in found.versions.get(f"article:{record.id}", ()):
            whole = read(found.articles[original])
            record = completed(record, whole) if isinstance(whole, Article) else record
        texts = [ref.text for ref in record.tags]
        if texts == [spelling(text) for text in dict.fromkeys(texts)]:
            return record
        tags: dict[str, Ref] = {}
        for ref in record.tags:
            tags.setdefault(id_of(ref.text), replace(ref, text=spelling(ref.text)))
        return replace(record, tags=tuple(tags.values()))

    def read_any(path: str) -> Any:
        return read(path)

    def parts(of: Callable[[str], tuple[_V, ...]]) -> Callable[[tuple[Place, ...]], tuple[_V, ...]]:
        return lambda places: tuple(of(path)[n] for path, n in places)

    return Archive(
        awards=_index("awards", found.awards, read_any),
        categories=_index("categories", found.categories, category),
        categories_of=_index("categories_of", found.categories_of, _same),
        editions=_index("editions", found.editions, read_any),
        names=_index("names", found.names, name),
        profiles=_index("profiles", found.profiles, read_any),
        articles=_index("articles", found.articles, article),
        notes=_index("notes", found.notes, read_any),
        ids=_index("ids", found.ids, _same),
        editions_of=_index("editions_of", found.editions_of, _same),
        places=_index("places", found.places, _same),
        entries_of=_index("entries_of", found.entries_of, parts(lambda path: _edition(read(path)).entries)),
        results_of=_index("results_of", found.results_of, parts(resulting)),
        mentions_of=_index("mentions_of", found.mentions_of, parts(mentioned)),
        articles_about=_index("articles_about", found.articles_about, _same),
        years=_index("years", found.years, _same),
        former=_index("former", found.former, _same),
        former_of=_index("former_of", found.former_of, _same),
        listed=_index("listed", found.listed, article),
        versions=_index("versions", found.versions, _same),
        languages=_index("languages", found.languages, _same),
        files=files,
        language=language,
    )


def _index(name: str, there: Mapping[_K, _V], read: Callable[[_V], Any]) -> NotedIndex[_K, Any]:
    return NotedIndex(name, there, lambda key: read(there[key]))


def _same(value: _V) -> _V:
    return value


def _edition(record: Record) -> Edition:
    assert isinstance(record, Edition)
    return record

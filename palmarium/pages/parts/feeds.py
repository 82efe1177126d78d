"""The entries of feeds: what there is to tell of the archive, of an award, a category or a name, by its date.

A moment is the article's or ceremony's date; where it is known only to the month or year, the first day of that. An
edition without a date is dated by its year, an article without one by the first edition it is about. The time of an
article is in the zone that site.toml names, or else in UTC. Whatever has no date at all is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from types import MappingProxyType

from ...config import zone
from ...model import Article, Date, Edition, Result
from ...model.archive import results_in
from ...statistics.coverage import label
from ...statistics.titles import winners
from ..context import Context, lasting_id, makes
from ..links import Version, versions
from ..messages import Message

NEWEST = 50
"""How many entries a feed holds."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Something to tell; `published` only where the day is known; `versions` are the same in other languages."""

    updated: str
    id: str
    url: str
    title: str
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    versions: tuple[Version, ...] = ()


def feed_in(context: Context, language: str) -> str:
    """The address of the Atom feed of the articles in a language other than that of the site, or nothing."""
    there = context.archive.languages.get(language, ()) if makes(context, "feed") else ()
    return context.urls.feed(language) if any(key.startswith("article:") for key in there) else ""


def feed_of(context: Context, kind: str, key: str) -> str:
    """The address of the Atom feed of an award, a category or a name that has something to tell, or nothing.

    A name has one where it has a file of its own: else thousands of names would have two files more each.
    """
    archive = context.archive
    if not makes(context, "feeds"):
        return ""
    if kind == "name":
        told: tuple[object, ...] = archive.results_of.get(key, ()) if archive.names[key].registered else ()
        about = archive.articles_about.get(f"name:{key}", ()) if archive.names[key].registered else ()
    else:
        told = (archive.editions_of if kind == "award" else archive.entries_of).get(key, ())
        about = archive.articles_about.get(f"{kind}:{key}", ())
    return f"{context.urls.target(kind, key)}feed.xml" if told or about else ""


def of_site(context: Context) -> tuple[FeedEntry, ...]:
    archive = context.archive
    return _newest(chain(_articles(context, archive.listed), _editions(context, archive.editions)))


def of_language(context: Context, language: str) -> tuple[FeedEntry, ...]:
    """The articles in a language other than that of the site."""
    texts = (each.partition(":") for each in context.archive.languages[language])
    return _newest(_articles(context, (key for kind, _, key in texts if kind == "article")))


def of_award(context: Context, key: str) -> tuple[FeedEntry, ...]:
    """Its editions, and the articles about it or them."""
    editions = context.archive.editions_of.get(key, ())
    about = [f"award:{key}", *(f"edition:{edition}" for edition in editions)]
    return _newest(chain(_about(context, about), _editions(context, editions)))


def of_category(context: Context, key: str) -> tuple[FeedEntry, ...]:
    """Its titles, edition by edition, and the articles about it."""
    entries = context.archive.entries_of.get(key, ())
    told = (_titles(context, entry.edition, entry.category, entry.results) for entry in entries)
    return _newest(chain(_about(context, [f"category:{key}"]), filter(None, told)))


def of_name(context: Context, key: str) -> tuple[FeedEntry, ...]:
    """Its results, those in one category of an edition together, and the articles about it."""
    together: dict[tuple[str, str], list[Result]] = {}
    for result in context.archive.results_of.get(key, ()):
        together.setdefault((result.edition, result.category), []).append(result)
    told = (_results(context, edition, category, results) for (edition, category), results in together.items())
    return _newest(chain(_about(context, [f"name:{key}"]), filter(None, told)))


OF = MappingProxyType({"award": of_award, "category": of_category, "name": of_name})


def _newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    found = sorted(entries, key=lambda entry: (entry.url, entry.id))
    return tuple(sorted(found, key=lambda entry: entry.updated, reverse=True)[:NEWEST])


def _about(context: Context, subjects: Iterable[str]) -> Iterator[FeedEntry]:
    ids = chain.from_iterable(context.archive.articles_about.get(subject, ()) for subject in subjects)
    return _articles(context, dict.fromkeys(ids))


def _titles(context: Context, edition: str, category: str, results: Iterable[Result]) -> FeedEntry | None:
    """Who holds a category in an edition."""
    archive = context.archive
    names = dict.fromkeys(archive.names[id].name for result in results for id in winners(archive, result))
    title = f"{label(archive, edition)} – {', '.join(names)}"
    return _in_category(context, edition, category, title, "") if names else None


def _results(context: Context, edition: str, category: str, results: list[Result]) -> FeedEntry | None:
    """What a name got in a category of an edition."""
    found = context.archive.category(results[0])
    title = label(context.archive, edition)
    title = f"{title} – {found.name}" if found else title
    return _in_category(context, edition, category, title, ", ".join(_got(context, result) for result in results))


def _in_category(context: Context, key: str, category: str, title: str, summary: str) -> FeedEntry | None:
    edition = context.archive.editions[key]
    date = edition.when
    if not 0 < date.year < 10_000:
        return None
    found = context.archive.categories.get(f"{edition.award}/{category}")
    lasting = lasting_id(context, found).rpartition("#")[2] if found else "unknown"
    id = f"{lasting_id(context, edition)}-in-{lasting}"
    return _entry(id, context.urls.entry(key, category), title, date, summary)


def _got(context: Context, result: Result) -> str:
    """The word for a result, with its place where it has one."""
    if result.rank:
        return context.say(Message("%(word)s no. %(rank)s", (("word", result.distinction), ("rank", str(result.rank)))))
    return context.say(Message("%(word)s", (("word", result.distinction),)))


def _articles(context: Context, ids: Iterable[str]) -> Iterator[FeedEntry]:
    for id in ids:
        article = context.archive.articles[id]
        about = context.archive.editions_about(article)
        date = article.date or next((edition.when for edition in about), None)
        if date and 0 < date.year < 10_000:
            url = context.urls.article(article.id)
            authors = _authors(context, article)
            entry = _entry(lasting_id(context, article), url, article.title, date, article.deck, authors)
            others = tuple(each for each in versions(context, "article", id) if each.url != url)
            entry = replace(entry, language=context.archive.language_of(article), versions=others)
            if article.date and article.date.day and article.time and 1 < date.year < 9_999:
                moment = _moment(context, date, article.time)
                entry = replace(entry, updated=moment, published=moment)
            yield entry


def _editions(context: Context, keys: Iterable[str]) -> Iterator[FeedEntry]:
    for key in keys:
        edition = context.archive.editions[key]
        date = edition.when
        if 0 < date.year < 10_000:
            title = label(context.archive, edition.key)
            title = f"{title} – {edition.theme}" if edition.theme else title
            yield _entry(
                lasting_id(context, edition),
                context.urls.edition(edition.key),
                title,
                date,
                _palmares(context, edition),
            )


def _moment(context: Context, date: Date, time: str) -> str:
    """A time of a day in the zone of the site, as universal time."""
    there = datetime.fromisoformat(f"{date}T{time}").replace(tzinfo=zone(context.config.timezone or "UTC"))
    return f"{there.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _entry(id: str, url: str, title: str, date: Date, summary: str, authors: tuple[str, ...] = ()) -> FeedEntry:
    moment = f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00Z"
    return FeedEntry(moment, id, url, title, summary, authors, moment if date.day else "")


def _authors(context: Context, article: Article) -> tuple[str, ...]:
    refs = article.author or ((article.publication,) if article.publication else ())
    ids = (context.archive.ids.get(ref.text) for ref in refs)
    return tuple(context.archive.names[id].name for id in ids if id)


def _palmares(context: Context, edition: Edition) -> str:
    """The laureates with a title, each after the name of the category if it is known."""
    archive = context.archive
    lines = []
    for result in results_in(edition):
        names = ", ".join(archive.names[id].name for id in winners(archive, result))
        category = archive.category(result)
        if names:
            lines.append(f"{category.name} – {names}" if category else names)
    return " · ".join(lines)

"""Descriptions of names, editions, categories… in a few lines of Markdown."""

from collections.abc import Iterator, Mapping

from ...model.archive import Archive
from ...statistics.counting import COUNTS
from ...statistics.coverage import label
from ..offers import names
from .site import OpenSite

_MOST = 8
"""Titles and mentions shown one by one."""


def described(site: OpenSite, kind: str, key: str) -> str:
    """Kind, titles and mentions of a name; day and place of an edition; what a category, a source or a count is."""
    says = {
        "name": _name,
        "award": _award,
        "edition": _edition,
        "category": _category,
        "article": _article,
        "count": _count,
    }
    if kind == "source":
        return "\n\n".join(_source(site, key))
    return "\n\n".join(filter(None, says[kind](site.archive, key))) if kind in says else ""


def _name(archive: Archive, key: str) -> Iterator[str]:
    name = archive.names[key]
    where = name.span.path if name.registered else f"no file of its own; id `{key}`"
    yield f"**{name.name}** ({name.kind}{', ' + name.disambiguation if name.disambiguation else ''}): {where}"
    yield name.description
    titles = [result for result in archive.results_of.get(key, ()) if result.is_title]
    mentions = archive.mentions_of.get(key, ())
    articles = archive.articles_about.get(f"name:{key}", ())
    counted = ((len(titles), "title"), (len(mentions), "mention"), (len(articles), "article"))
    yield ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counted)
    lines = []
    for result in titles[-_MOST:]:
        category = archive.category(result)
        lines.append(f"- {label(archive, result.edition)}: {category.name if category else '?'}")
    yield "\n".join(lines)


def _award(archive: Archive, key: str) -> Iterator[str]:
    award = archive.awards[key]
    yield f"**{award.name}** (award): {award.span.path}"
    yield award.description
    yield f"{len(archive.editions_of.get(key, ()))} editions, {len(award.categories)} categories"


def _edition(archive: Archive, key: str) -> Iterator[str]:
    edition = archive.editions[key]
    yield f"**{label(archive, key)}** (edition): {edition.span.path}"
    ceremony = edition.ceremony
    yield ", ".join(filter(None, (str(ceremony.date or ""), ceremony.venue, ceremony.city)))
    count = sum(len(entry.results) for entry in edition.entries)
    yield f"{len(edition.entries)} categories, {count} results; results {edition.covered.results}"


def _category(archive: Archive, key: str) -> Iterator[str]:
    category = archive.categories[key]
    yield f"**{category.name}** (category of {category.award}): {category.span.path}"
    yield category.description
    entries = archive.entries_of.get(key, ())
    yield f"in {len(entries)} editions: {', '.join(entry.edition.partition('/')[2] for entry in entries)}"


def _article(archive: Archive, key: str) -> Iterator[str]:
    article = archive.articles[key]
    yield f"**{article.title}** (article): {article.span.path}"
    yield article.deck


def _count(archive: Archive, key: str) -> Iterator[str]:
    yield f"**{key}** (count)"
    yield COUNTS[key].says


def _source(site: OpenSite, key: str) -> Iterator[str]:
    path, _, id = key.partition("#")
    for source in getattr(site.records.get(path), "sources", ()):
        if source.id == id:
            told = (source.author, source.publisher, str(source.date or ""), source.url)
            yield f"**{source.title or id}** (source)"
            yield ", ".join(filter(None, told))


def titles(site: OpenSite) -> Mapping[str, tuple[str, str]]:
    """What each thing of an archive is called, with its kind and its key."""
    archive = site.archive
    found = {text: ("name", id) for text, id in names(archive).items()}
    found |= {each.name: ("award", id) for id, each in archive.awards.items()}
    found |= {f"{each.name} ({each.award})": ("category", key) for key, each in archive.categories.items()}
    found |= {label(archive, key): ("edition", key) for key in archive.editions}
    found |= {each.title: ("article", id) for id, each in archive.articles.items()}
    return found | {each.title: ("note", id) for id, each in archive.notes.items()}

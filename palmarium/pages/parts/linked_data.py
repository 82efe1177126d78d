"""Linked data of a page: JSON-LD in the vocabulary of schema.org."""

import json
from collections.abc import Iterable
from itertools import islice
from types import MappingProxyType
from typing import Any

from ...model import Article, Award, Category, Edition, Held, Kind, Name
from ...model.archive import results_in
from ...model.texts import original_of
from ..context import Context, name_then
from ..links import Html, Link, link_to_award
from ..messages import Message
from ..urls import absolute

_TYPES = MappingProxyType(
    {Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.TEAM: "Organization", Kind.WORK: "CreativeWork"}
)
_STATUSES = MappingProxyType(
    {
        Held.CANCELLED: "https://schema.org/EventCancelled",
        Held.POSTPONED: "https://schema.org/EventPostponed",
        Held.ONLINE: "https://schema.org/EventMovedOnline",
    }
)
Thing = dict[str, Any]
_MOST = 100
"""How many things of a kind the data of one page tells: the API has them all."""


def edition_data(context: Context, edition: Edition) -> Html:
    """An Event in the series of its award, with its laureates as awards given."""
    award = context.archive.awards[edition.award]
    url = _url(context, context.urls.edition(edition.key))
    series = _url(context, context.urls.award(award.id))
    ceremony = edition.ceremony
    place = ", ".join(ceremony.place)
    return dump(
        {
            "@type": "Event",
            "@id": url,
            "url": url,
            "name": f"{award.name} {edition.label}",
            "startDate": str(ceremony.date) if ceremony.date else None,
            "endDate": str(ceremony.until) if ceremony.until else None,
            "eventStatus": _STATUSES.get(edition.status),
            "sameAs": wikidata(edition.wikidata),
            "location": {"@type": "Place", "name": place, "address": place} if place else None,
            "superEvent": {"@type": "EventSeries", "name": award.name, "url": series},
            "about": [_laureate(context, edition, name) for name in _laureates(context, edition)[:_MOST]],
        },
        trail(context, (link_to_award(context, award.id), Link(f"{award.name} {edition.label}", url))),
    )


def award_data(context: Context, award: Award) -> Html:
    url = _url(context, context.urls.award(award.id))
    return dump(
        {
            "@type": "EventSeries",
            "@id": url,
            "url": url,
            "name": award.name,
            "alternateName": award.short,
            "description": award.description,
            "startDate": str(award.founded) if award.founded else None,
            "endDate": str(award.ended) if award.ended else None,
            "sameAs": _elsewhere(award),
            "subEvent": [_sub_event(context, award, key) for key in context.archive.editions_of[award.id][-_MOST:]],
        },
        trail(context, (link_to_award(context, award.id),)),
    )


def term(context: Context, category: Category) -> Thing:
    """A category as a term in the set that its award is."""
    award = link_to_award(context, category.award)
    made = {
        "@type": "DefinedTerm",
        "name": category.name,
        "description": category.description,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": str(award.text), "url": _url(context, award.url)},
        "sameAs": wikidata(category.wikidata),
    }
    return {key: value for key, value in made.items() if value}


def name_data(context: Context, name: Name, awards: Iterable[str]) -> Html:
    """A Person, Organization or CreativeWork; `awards` are its titles in words."""
    url = _url(context, context.urls.name(name.id))
    return dump(
        {
            "@type": _TYPES[name.kind],
            "@id": url,
            "url": url,
            "name": name.name,
            "alternateName": [*dict.fromkeys((*(dated.name for dated in name.names), *name.aliases))],
            "description": name.description,
            "award": list(islice(awards, _MOST)),
            "sameAs": _elsewhere(name),
        },
        trail(context, (Link(name.name, url),)),
    )


def article_data(context: Context, article: Article, about: Iterable[Link]) -> Html:
    """An Article; `about` are the editions, names and awards it speaks of."""
    url = _url(context, context.urls.article(article.id))
    authors = [context.archive.name(ref) for ref in article.author if ref.text in context.archive.ids]
    every = context.archive.versions_of("article", article.id)
    pages = {id: _url(context, context.urls.article(id)) for id in every}
    original = original_of(article)
    return dump(
        {
            "@type": "Article",
            "@id": url,
            "url": url,
            "headline": article.title,
            "description": article.deck,
            "datePublished": str(article.date) if article.date else None,
            "inLanguage": context.archive.language_of(article),
            "translationOfWork": {"@id": pages[original]} if original in pages else None,
            "workTranslation": [{"@id": page} for id, page in pages.items() if not original and id != article.id],
            "author": [{"@type": _TYPES[name.kind], "name": name.name} for name in authors] or _publisher(context),
            "publisher": _publisher(context),
            "license": context.config.text_licence,
            "about": [{"@type": "Thing", "name": str(link.text), "url": _url(context, link.url)} for link in about],
        },
        trail(context, (Link(article.title, url),)),
    )


def list_data(context: Context, name: str, url: str, items: Iterable[Link], *more: Thing) -> Html:
    """An ItemList of pages, with their number where it tells the first of them only; and `more` that the page tells."""
    every = tuple(items)
    return dump(
        {
            "@type": "ItemList",
            "name": name,
            "url": _url(context, url),
            "numberOfItems": len(every) if len(every) > _MOST else None,
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": str(item.text), "url": _url(context, item.url)}
                for place, item in enumerate(every[:_MOST], 1)
            ],
        },
        *more,
    )


def site_data(context: Context) -> Html:
    config = context.config
    return dump(
        {
            "@type": "WebSite",
            "url": config.base_url,
            "name": config.title,
            "description": config.description,
            "inLanguage": config.language,
            "publisher": _publisher(context),
        }
    )


def dataset(context: Context, url: str, as_of: str, says: Message, files: Iterable[tuple[str, str]]) -> Html:
    """A Dataset that is what it `says`; `files` are the addresses of its forms, each with its media type.

    Search engines require a description of at least fifty characters, and that of a site may be shorter.
    """
    config = context.config
    years = sorted({edition.sort_year for edition in context.archive.editions.values()})
    forms = context.say(says)
    return dump(
        {
            "@type": "Dataset",
            "@id": _url(context, url),
            "url": _url(context, url),
            "name": config.title,
            "description": f"{config.description} {forms}" if config.description else forms,
            "inLanguage": config.language,
            "license": config.data_licence,
            "creator": _publisher(context),
            "publisher": _publisher(context),
            "isAccessibleForFree": True,
            "version": as_of,
            "temporalCoverage": f"{years[0]:04}/{years[-1]:04}" if years else None,
            "distribution": [
                {"@type": "DataDownload", "contentUrl": _url(context, file), "encodingFormat": type}
                for file, type in files
            ],
        }
    )


def trail(context: Context, links: Iterable[Link]) -> Thing:
    """A BreadcrumbList from the home page to this one."""
    home = Link(context.config.title, "/")
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(link.text), "item": _url(context, link.url)}
            for place, link in enumerate((home, *links), 1)
        ],
    }


def dump(*things: Thing) -> Html:
    """JSON that can't end the script element it stands in; empty values are left out."""
    graph = [{key: value for key, value in thing.items() if value not in (None, "", [])} for thing in things]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _sub_event(context: Context, award: Award, key: str) -> Thing:
    edition = context.archive.editions[key]
    return {
        "@type": "Event",
        "name": f"{award.name} {edition.label}",
        "url": _url(context, context.urls.edition(key)),
        "startDate": str(edition.ceremony.date or edition.sort_year),
    }


def _laureates(context: Context, edition: Edition) -> tuple[Name, ...]:
    titles = (result for result in results_in(edition) if result.is_title)
    return tuple({name.id: name for result in titles for name in context.archive.holders(result)}.values())


def _laureate(context: Context, edition: Edition, name: Name) -> Thing:
    award = context.archive.awards[edition.award]
    return {
        "@type": _TYPES[name.kind],
        "name": name_then(name, edition),
        "url": _url(context, context.urls.name(name.id)),
        "award": f"{award.name} {edition.label}",
    }


def _elsewhere(record: Award | Name) -> list[str]:
    """Its own addresses, and its item."""
    return [*(link.url for link in record.links), *filter(None, (wikidata(record.wikidata),))]


def wikidata(item: str) -> str:
    """The address of an item, where there is one."""
    return f"https://www.wikidata.org/wiki/{item}" if item else ""


def _publisher(context: Context) -> Thing | None:
    return {"@type": "Organization", "name": context.config.publisher} if context.config.publisher else None


def _url(context: Context, url: str) -> str:
    return absolute(url, context.config.base_url) if url.startswith("/") else url

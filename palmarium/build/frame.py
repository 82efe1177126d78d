"""The parts of the site that every page shows: its title, its menu, its notes."""

from collections.abc import Iterator
from dataclasses import replace

from .. import __version__
from ..config import Config
from ..pages import urls
from ..pages.context import Context, makes
from ..pages.links import Icons, Link, Site, in_language, link_to, section_link, versions
from ..pages.parts.feeds import feed_in
from ..theming.i18n import direction
from ..theming.theme import Theme, spoken


def sites_of(settings: Config, theme: Theme, context: Context, card: str, links: Icons) -> dict[str, Site]:
    """The frame of the pages by language; the key of the site's own language is empty."""
    own = site_of(settings, theme, context, card, links)
    others = (language for language in sorted(context.archive.languages) if language in theme.catalogues)
    return {"": own, **{language: _site_in(own, theme, context, language) for language in others}}


def _site_in(own: Site, theme: Theme, context: Context, language: str) -> Site:
    return replace(
        own,
        language=language,
        direction=direction(language),
        reviewed=spoken(theme, language)[0].catalogue.reviewed,
        navigation=tuple(_menu_in(own, context, language)),
        notes=tuple(_notes(context, language)),
        feed=feed_in(context, language) or own.feed,
        own_language=own.language,
    )


def _menu_in(own: Site, context: Context, language: str) -> Iterator[Link]:
    """The menu in a language: links to indexes and to the pages that exist in it, with their titles in it."""
    sections = {section.url: section for section in own.sections}
    notes = {version.url: key for key in context.archive.notes for version in versions(context, "note", key)}
    for item in own.navigation:
        key = notes.get(item.url)
        there = link_to(context, "note", in_language(context, "note", key, language)) if key else item
        yield sections.get(item.url, there if there.language == language else item)


def site_of(settings: Config, theme: Theme, context: Context, card: str, links: Icons) -> Site:
    made = {
        "changes": context.changes is not None,
        "compare": makes(context, "api"),
        "accessibility": settings.accessibility is not None,
    }
    without = (*urls.WITHIN, *(word for word, there in made.items() if not there))
    sections = tuple(section_link(context, word) for word in context.urls.words.__slots__ if word not in without)
    # What has changed is for who comes again, a comparison begins at a name, what was tested is for who asks: they
    # stand at the foot of pages.
    feet = {context.urls.section(word) for word in made}
    menu = tuple(each for each in sections if each.url not in feet)
    return Site(
        title=settings.title,
        subtitle=settings.subtitle,
        description=settings.description,
        language=settings.language,
        publisher=settings.publisher,
        base_url=settings.base_url,
        data_licence=settings.data_licence,
        text_licence=settings.text_licence,
        navigation=tuple(Link(item.label, item.url, settings.language) for item in settings.navigation) or menu,
        sections=sections,
        notes=tuple(_notes(context, "")),
        parameters=theme.parameters,
        version=__version__,
        card=card,
        icons=links,
        corrections=settings.corrections,
        counting=f"{context.urls.section('conventions')}#counting",
        direction=direction(settings.language),
        reviewed=theme.catalogue.reviewed,
        feed=context.urls.feed() if makes(context, "feed") else "",
        data=context.urls.api("index.json") if makes(context, "api") else "",
    )


def _notes(context: Context, language: str) -> Iterator[Link]:
    """Each page of text once, in the given language where there is a version in it."""
    for key in context.archive.notes:
        if context.archive.first_version("note", key) == key:
            yield link_to(context, "note", in_language(context, "note", key, language))

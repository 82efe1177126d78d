"""Checks of the settings against what the archive and the theme say."""

from collections.abc import Iterator

from ..config import Config
from ..model import Kind
from ..model.archive import Archive
from ..problems import Level, Problem, Span, nearest, plain, quoted
from ..sources.site_toml import PATH
from ..theming import lint
from ..theming.drawing import unfit_shapes
from ..theming.social_cards import unfit_colours
from ..theming.theme import Theme, spoken

_LIKENESS = 0.9
"""How like two spellings of one organisation are."""


def unfit_parameters(theme: Theme | None, archive: Archive) -> Iterator[Problem]:
    if theme:
        yield from unfit_shapes(theme, archive.awards)
        yield from unfit_colours(theme)


def unspoken(theme: Theme | None, archive: Archive) -> Iterator[Problem]:
    """Texts in a language that the theme does not speak, and what is wrong with its catalogues of the others."""
    if theme is None:
        return
    for language, keys in archive.languages.items():
        if language in theme.catalogues:
            yield from spoken(theme, language)[1]
            yield from lint.untranslated(theme, language)
            continue
        for kind, _, key in (each.partition(":") for each in keys):
            there = archive.index(kind)[key].span
            file = f"themes/{theme.chain[0]}/locale/{language}/LC_MESSAGES/messages.po"
            known = ", ".join(sorted(theme.catalogues))
            hint = f"write one of those that it speaks: {known}; or its sentences in this one, as {file}"
            message = f'the theme does not speak "{language}"'
            yield Problem("catalogue", there, message, hint, subject=(language,), key=("language",))


def of_settings(archive: Archive, settings: Config) -> Iterator[Problem]:
    """Settings that contradict the archive, and settings that it needs."""
    yield from zoneless(archive, settings)
    yield from misspelt_publisher(archive, settings)


def zoneless(archive: Archive, settings: Config) -> Iterator[Problem]:
    """A problem for times of articles without a time zone in the settings."""
    # A translation has its time from its original, as a rule.
    every = sorted(archive.articles.values(), key=lambda article: article.translates is not None)
    timed = next((article for article in every if article.time), None)
    if timed and not settings.timezone:
        message = f"the times of articles ({timed.span.path}) have no zone, and are read as universal time"
        hint = f'write `timezone = "Europe/{"Paris" if settings.language == "fr" else "London"}"`, or whatever it is'
        yield Problem("timezone", Span(PATH), message, hint, Level.WARNING)


def misspelt_publisher(archive: Archive, settings: Config) -> Iterator[Problem]:
    """The publisher of the site, where its name is that of an organisation but for a letter."""
    said = settings.publisher
    firms = [name for name in archive.profiles.values() if name.kind is Kind.ORGANISATION]
    parts = (part.name.text for award in archive.awards.values() for part in award.parts)
    # In an archive with errors, a text may mean no name.
    firms += [name for text in parts if (name := archive.names.get(archive.ids.get(text, "")))]
    known = {text: name for name in firms for text in name.spellings}
    meant = nearest(said, known, _LIKENESS) if said and said not in archive.ids else None
    if meant:
        message = f'the publisher of the site, "{said}", is written almost like "{meant}" ({known[meant].span.where})'
        hint = f"write `publisher = {quoted(meant)}`, or give the other an alias: `aliases: [{plain(said)}]`"
        yield Problem("near-publisher", settings.place("publisher"), message, hint, Level.WARNING, (said, meant))

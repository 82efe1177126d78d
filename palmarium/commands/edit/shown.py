"""The page on which the preview shows a file, and the file behind a page."""

from collections.abc import Mapping

from ... import config
from ...model.archive import Archive
from ...pages.urls import Urls, Words
from ...sources import site_toml
from ...theming.theme import open_theme, words
from .changes import own

_MAKERS = ("themes/", site_toml.PATH)
"""Files on which the words in addresses hang."""


def makers(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(_MAKERS)}


def urls(files: Mapping[str, bytes]) -> Urls:
    """The addresses of a site; in English where its theme can't be read."""
    settings, _ = config.read(files)
    theme, _ = open_theme(files, settings) if settings else (None, ())
    return Urls(words(theme.catalogue) if theme else Words())


def page(path: str, urls: Urls) -> str:
    """The address of the page of a file."""
    return urls.target(*own(path))


def file(url: str, urls: Urls, archive: Archive) -> str:
    """The file whose record a page shows; nothing for a page that is made of several, or of a name without one."""
    kind, key, _ = urls.owner(url) or ("note", url.strip("/"), "")
    indexes = {
        "award": archive.awards,
        "edition": archive.editions,
        "category": archive.categories,
        "name": archive.profiles,
        "article": archive.articles,
        "note": archive.notes,
    }
    index: Mapping[str, object] = indexes[kind]
    span = getattr(index.get(key), "span", None)
    return str(span.path) if span else ""

"""The page of a file in the preview, saved or not, and the file of a page."""

import html
import re
from collections.abc import Iterable, Mapping

from ... import config
from ...build import one_page
from ...build.one_page import Setting
from ...model.archive import Archive
from ...pages.urls import Urls, Words
from ...problems import Level, Problem
from ...sources import site_toml
from ...theming.theme import open_theme, words
from ..lsp.site import OpenSite
from ..serve import STYLE
from . import told
from .changes import own

_MAKERS = ("themes/", site_toml.PATH)
"""Files that determine the words in addresses."""
_STARTS = tuple(re.compile(rb"<%b\b[^>]*>" % name, re.IGNORECASE) for name in (b"head", b"html", b"!doctype"))
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)


def makers(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(_MAKERS)}


def urls(files: Mapping[str, bytes]) -> Urls:
    """The addresses of a site; in English where its theme can't be read."""
    settings, _ = config.read(files)
    theme, _ = open_theme(files, settings) if settings else (None, ())
    return Urls(words(theme.catalogue) if theme else Words())


def url(path: str, urls: Urls) -> str:
    """The address of the page of a file."""
    return urls.target(*own(path))


def file(url: str, urls: Urls, archive: Archive) -> str:
    """The file whose record a page shows; nothing for a page that is made of several, or of a name without one."""
    kind, key, _ = urls.owner(url) or ("note", url.strip("/"), "")
    record = (archive.profiles if kind == "name" else archive.index(kind)).get(key)
    return record.span.path if record else ""


# The page of a file whose text is not saved, for the frame beside its form.


def page(site: OpenSite, path: str, setting: Setting | None) -> tuple[bytes, tuple[Problem, ...]]:
    """The page of a file of the site; empty, with the problems that prevent it, if it can't be shown."""
    wrong = tuple(each for each in told.of(site, path) if each.level is Level.ERROR)
    if setting is None or path in site.unread:
        return b"", wrong
    try:
        return one_page.page(setting, *own(path))
    except LookupError:
        # Something that it refers to is not there, and that is told.
        return b"", wrong


def framed(data: bytes, here: str, url: str, says: Iterable[str]) -> bytes:
    """A page embedded at the address `here` of a form: links to its own places stay on it."""
    data = data.replace(b' href="#', f' href="{html.escape(here)}#'.encode())
    start = next((found.end() for each in _STARTS if (found := each.search(data))), 0)
    body = _BODY.search(data)
    end = body.end() if body else start
    base = f'<base href="{html.escape(url)}"><link rel="stylesheet" href="{STYLE}">'
    note = "".join(f"<p>{html.escape(each)}</p>" for each in says)
    note = f'<div id="palmarium-typed" role="note">{note}</div>'
    return data[:start] + base.encode() + data[start:end] + note.encode() + data[end:]

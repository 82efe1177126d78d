"""A page of plain text, such as the legal notice."""

from dataclasses import dataclass

from .context import Context
from .links import Head, crumbs, versions
from .messages import Message
from .parts.prose import Piece, prose_pieces
from .parts.search_entries import found_note
from .plan import Page

TEMPLATE = "page/note.html"
EACH = "notes"


@dataclass(frozen=True, slots=True)
class View:
    """A text with its title."""

    head: Head
    title: str
    description: str
    pieces: tuple[Piece, ...]


def page(context: Context, key: str) -> Page:
    note = context.archive.notes[key]
    url = context.urls.note(note.id)
    told = note.description or Message("%(title)s: a page of this site.", (("title", note.title),))
    found = found_note(context, note).also
    head = Head(
        url=url,
        title=note.title,
        description=told,
        crumbs=crumbs(),
        section=url,
        found=found,
        draft=note.draft,
        language=note.language,
        versions=versions(context, "note", key),
    )
    view = View(head, note.title, note.description, prose_pieces(context, note, url))
    return Page(url, TEMPLATE, view, (note.span.path,))

"""Names that are withheld: something neutral is put in their place in every record, before records meet."""

import dataclasses
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from operator import is_
from typing import Any, TypeVar

from . import Award, Entry, Name, Prose, ProseLink, Record, Ref
from .ids import slug
from .results import with_ids
from .texts import Hidden

_T = TypeVar("_T")
_NO_NAMES = frozenset(
    (
        *("sources", "source", "cited", "category", "categories", "edition", "editions", "award", "awards", "tags"),
        *("related", "origin", "entered_in", "rivals"),
    )
)
"""Fields whose references are to other things than names."""

_UNSEEN = frozenset(("span", "path", "text", "apart"))
"""Fields of prose and of places that no reader sees; the pieces of prose say what its text does."""

_TAG = re.compile(r"<[^<>]*>")
_SLOT = re.compile(r'(<a\b(?:[^"<>]|"[^"]*")*?\bhref="ref:(\d+)"[^>]*>)([^<]*)')


@dataclass(frozen=True, slots=True)
class Withheld:
    """The names that are withheld: the id that stands for each, by every text that means it.

    `said` are all ways to write one, folded; `called` is what stands in the place of each, `about` what is said of it.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    called: str = ""
    about: str = ""


NOBODY = Withheld()
"""No name is withheld."""


def withheld(records: Iterable[Record], called: str, about: str) -> Withheld:
    """What stands for the names among the records that are to be hidden."""
    names = tuple(record for record in records if isinstance(record, Name))
    shown = {text for name in names if not name.hidden for text in (name.id, *name.spellings)}
    ids: dict[str, str] = {}
    said: dict[str, None] = {}
    for name in names:
        if name.hidden:
            texts = [text for text in (name.id, *name.written) if text not in shown]
            ids |= dict.fromkeys(texts, _neutral(name, name.hidden))
            before = (ref.text for ref in name.formerly)
            every = (*texts, *map(slug, texts), *before, *filter(None, (name.sort, name.reading, name.expansion)))
            said |= dict.fromkeys(filter(None, map(folded, every)))
    return Withheld(ids, tuple(said), called, about)


def _neutral(name: Name, hidden: Hidden) -> str:
    """An id from which nobody can tell the name, not even who guesses it: the reason is published nowhere."""
    first = name.formerly[0].text if name.formerly else name.id
    made = repr((first, hidden.reason, str(hidden.since or "")))
    return f"n-{hashlib.blake2b(made.encode(), digest_size=5).hexdigest()}"


def folded(text: str) -> str:
    """A text by its words alone: without case, accents, tags and what stands between words."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", bare).strip()


def tells(names: Withheld, text: str) -> str:
    """The name that a text gives away, as it is folded; nothing where it gives away none."""
    if not names.said:
        return ""
    seen = unescape(text)
    both = (folded(seen), folded(_TAG.sub("", seen))) if "<" in seen else (folded(seen),)
    return next((said for said in names.said for each in both if _holds(each, said)), "")


def _holds(text: str, said: str) -> bool:
    """Words that are written without spaces between them stand anywhere."""
    return f" {said} " in f" {text} " if said.isascii() else said in text


# Put what is neutral in the place of names.


def redacted(record: _T, names: Withheld) -> _T:
    """A record in which nothing refers to a withheld name by its name."""
    if not names.ids:
        return record
    if isinstance(record, Name) and record.hidden:
        return _hidden(record, record.hidden, names)  # type: ignore[return-value]
    others = {"succeeds", "part_of"} if isinstance(record, Award) else set()
    made: _T = _redacted(record, names, "", _NO_NAMES | others)
    return made


def _hidden(name: Name, hidden: Hidden, names: Withheld) -> Name:
    """What counts of a name, and nothing that tells who it is."""
    return Name(
        names.ids[name.id] if name.id in names.ids else _neutral(name, hidden),
        name.kind,
        names.called,
        name.span,
        succeeds=_redacted(name.succeeds, names, "", frozenset()),
        part_of=_redacted(name.part_of, names, "", frozenset()),
        country=name.country,
        description=names.about,
        hidden=replace(hidden, reason=""),
    )


def _redacted(value: Any, names: Withheld, of: str, others: frozenset[str]) -> Any:
    if isinstance(value, Ref):
        return replace(value, text=names.ids[value.text]) if of not in others and value.text in names.ids else value
    if isinstance(value, tuple):
        if of == "formerly":
            # Its old address says that something is withheld there, and leads nowhere.
            return tuple(each for each in value if not tells(names, each.text))
        made = tuple(_redacted(each, names, of, others) for each in value)
        return value if all(map(is_, made, value)) else made
    if isinstance(value, Prose):
        return _prose(value, names)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for each in dataclasses.fields(value):
        was = getattr(value, each.name)
        now = _redacted(was, names, each.name, others)
        if now is not was:
            changed[each.name] = now
    if isinstance(value, Entry) and "results" in changed:
        changed["results"] = with_ids(changed["results"])
    return replace(value, **changed) if changed else value


def _prose(prose: Prose, names: Withheld) -> Prose:
    """A text whose links to a withheld name lead to what stands for it, by neutral words."""
    links = tuple(_link(link, names) for link in prose.links)
    moved = {n for n, (link, was) in enumerate(zip(links, prose.links, strict=True)) if link is not was}
    if not moved and not prose.claims:
        return prose

    def call(found: re.Match[str]) -> str:
        is_told = int(found[2]) in moved and tells(names, found[3])
        return found[1] + (names.called if is_told else found[3])

    pieces = tuple(_SLOT.sub(call, piece) if isinstance(piece, str) else piece for piece in prose.pieces)
    claims = _redacted(prose.claims, names, "claims", _NO_NAMES)
    return replace(prose, links=links, pieces=pieces, claims=claims)


def _link(link: ProseLink, names: Withheld) -> ProseLink:
    if link.target not in names.ids:
        return link
    return replace(link, target=names.ids[link.target], text="" if tells(names, link.text) else link.text)


# Find what is left of them.


def replaced(record: Record, names: Withheld) -> Iterator[tuple[int, str]]:
    """The line and the text of each reference to a withheld name in a record; these texts are published nowhere."""
    left = {id(ref) for ref in _refs(redacted(record, names))}
    for ref in _refs(record):
        if id(ref) in left:
            continue
        written = (ref.target, ref.text) if isinstance(ref, ProseLink) else (ref.text,)
        yield from ((ref.span.line, text) for text in written if tells(names, text))


def _refs(value: Any) -> Iterator[Ref | ProseLink]:
    if isinstance(value, Ref | ProseLink):
        yield value
        return
    for _, part in _parts(value):
        yield from _refs(part)


def texts(value: Any) -> Iterator[str]:
    """Every text of a record that a reader may come to see."""
    if isinstance(value, str):
        yield value
        return
    unseen = _UNSEEN if isinstance(value, Prose) else ("span",)
    for name, part in _parts(value):
        if name not in unseen:
            yield from texts(part)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """What a value holds: the elements of a tuple, or the fields of a record by their names."""
    if isinstance(value, tuple):
        yield from (("", each) for each in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value))

"""Places: every text of a file that names something, from its first to its last character, and what it names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...importing.yaml_edit import Piece, opened
from ...model import Block, Prose, Record
from ...model.archive import INDEXES, Archive
from ...model.ids import slug
from ...model.vocabulary import Outcome
from ...problems import Span, line_starts
from ...sources import layout
from ...sources.drafts import stem
from ...sources.schema.outline import FILES, Form, Type, forms
from ...statistics.counting import COUNTS

_FORMS = MappingProxyType(dict(zip(layout.FILES, FILES.values(), strict=True)))
_NOBODY = frozenset(Outcome)
_DEFINED: Mapping[str, str] = MappingProxyType({"categories": "category", "sources": "source"})
_FIELD = re.compile(r"(?:results|categories)\.([^.]+)")
_SPELLINGS = ("name", "aliases", "names")


@dataclass(frozen=True, slots=True)
class Place:
    """A text from `start` to `end` of a file.

    `leads` says what it names, as the outline does, or is "link". `home` is the award that the short id of a category
    or an edition belongs to, or the file of a source. It `defines` what it names where this is said of it. It stands
    `inside` brackets of YAML, or in prose, there `inside` quotes.
    """

    path: str
    start: int
    end: int
    text: str
    leads: str
    home: str = ""
    defines: bool = False
    inside: bool = False
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """A piece of a file and what may stand there; the keys around it, and the mapping that holds it."""

    piece: Piece
    type: Type
    holder: Piece | None
    key: str
    form: str
    is_key: bool = False
    inside: bool = False


def outline_of(path: str) -> Mapping[str, Form]:
    """The forms of a file, that of the file first; nothing where none is known."""
    kind, _ = layout.record(path) or ("", "")
    form = _FORMS.get(kind)
    return {each.name: each for each in forms(form)} if form else {}


def award_of(path: str) -> str:
    """The award that a file belongs to."""
    return path.split("/")[1] if path.startswith("editions/") else ""


def visits(root: Piece, known: Mapping[str, Form]) -> Iterator[Visit]:
    """Every piece whose meaning the forms tell, from the outside in."""
    if known:
        yield from _visit(Visit(root, Type("form", form=next(iter(known))), None, "", ""), known)


def _visit(here: Visit, known: Mapping[str, Form]) -> Iterator[Visit]:
    yield here
    piece, type, inside = here.piece, here.type, here.inside or here.piece.flow
    if type.is_a == "list" and type.of:
        for each in piece.elements if piece.form == "sequence" else (piece,):
            yield from _visit(Visit(each, type.of, here.holder, here.key, here.form, inside=inside), known)
    elif type.is_a == "mapping" and type.of and piece.form == "mapping":
        for name, key, value in piece.pairs:
            yield Visit(key, type, piece, here.key, here.form, True, inside)
            yield from _visit(Visit(value, type.of, piece, name, here.form, inside=inside), known)
    elif type.is_a == "form":
        form = known[type.form]
        if piece.form == "mapping":
            types = {key.name: key.type for key in (*form.also, *form.keys)}
            for name, key, value in piece.pairs:
                yield Visit(key, type, piece, here.key, form.name, True, inside)
                if name in types:
                    yield from _visit(Visit(value, types[name], piece, name, form.name, inside=inside), known)
        elif form.bare:
            yield from _visit(Visit(piece, form.bare, here.holder, here.key, form.name, inside=here.inside), known)


def places(path: str, text: str, record: Record | None) -> Iterator[Place]:
    """Every text of a file that names something, in its data and in its prose."""
    found = opened(path, text)
    if found:
        yield from _in_data(path, found[0])
    body: Prose | None = getattr(record, "body", None)
    if body and path.endswith(".md"):
        yield from _in_prose(path, text, body, _home(record))


def _in_data(path: str, root: Piece) -> Iterator[Place]:
    award = award_of(path)
    for visit in visits(root, outline_of(path)):
        piece, leads = visit.piece, visit.type.leads
        yield from _in_field(path, visit, award)
        if visit.is_key:
            defined = visit.type.is_a == "mapping" and _DEFINED.get(visit.key, "")
            if defined or (visit.type.is_a == "mapping" and leads):
                home = path if defined == "source" else award
                yield _place(path, visit, defined or leads, home, bool(defined))
        elif piece.form == "scalar" and piece.value and leads and piece.value not in _NOBODY:
            yield _place(path, visit, leads, path if leads == "source" else beside(visit.holder) or award)
        elif path.startswith("content/names/") and piece.form == "scalar" and piece.value and _is_spelling(visit):
            yield _place(path, visit, "name", defines=True)


def _in_field(path: str, visit: Visit, award: str) -> Iterator[Place]:
    """The category in the path of a field, such as `results.innovation.note`."""
    piece = visit.piece
    is_field = visit.key == "cited" if visit.is_key else visit.key == "field"
    found = _FIELD.match(piece.value or "") if is_field and piece.form == "scalar" else None
    if found and piece.end - piece.start == len(piece.value or ""):
        start, end = found.span(1)
        yield Place(path, piece.start + start, piece.start + end, found[1], "category", award, inside=visit.inside)


def _is_spelling(visit: Visit) -> bool:
    is_text = visit.type.is_a == "text"
    return is_text and (
        (visit.form == "Name" and visit.key in _SPELLINGS) or (visit.form == "DatedName" and visit.key in _SPELLINGS)
    )


def _place(path: str, visit: Visit, leads: str, home: str = "", defines: bool = False) -> Place:
    piece = visit.piece
    return Place(path, piece.start, piece.end, piece.value or "", leads, home, defines, visit.inside)


def beside(holder: Piece | None) -> str:
    """The award of the edition that is named in the same mapping."""
    named = next((piece for key in ("edition", "award") if holder and (piece := holder.get(key))), None)
    return (named.value or "").partition("/")[0] if named else ""


def _home(record: Record | None) -> str:
    about = getattr(record, "about", None)
    return next((ref.text.partition("/")[0] for ref in (*about.editions, *about.awards)), "") if about else ""


def _in_prose(path: str, text: str, body: Prose, home: str) -> Iterator[Place]:
    starts = line_starts(text)

    def found(span: Span, wanted: str, before: str, leads: str, home: str = "") -> Iterator[Place]:
        """The text where it stands, behind what opens it; blanks in it may be a line's end."""
        at = starts[span.line - 1] + span.column - 1 if span.line <= len(starts) else len(text)
        words = r"\s+".join(map(re.escape, wanted.split()))
        if match := re.compile(rf"{before}({words})").match(text, at):
            start, end = match.span(1)
            yield Place(path, start, end, wanted, leads, home, inside=text[start - 1 : start] == '"', is_prose=True)

    for link in body.links:
        yield from found(link.span, link.target, r"\[\[\s*", "link")
    for piece in body.pieces:
        if isinstance(piece, Block) and piece.arguments and "/" in piece.arguments[0]:
            yield from found(piece.span, piece.arguments[0], r"\{\{\s*\w+\s+", "edition")
    for claim in body.claims:
        here = claim.home or home
        for ref, leads in (
            (claim.of, "name"),
            (claim.category, "category-anywhere"),
            (claim.edition, "edition"),
            (claim.award, "award"),
            (claim.until, "edition"),
            (claim.source, "source"),
        ):
            if ref:
                yield from found(ref.span, ref.text, "", leads, path if leads == "source" else here)


def named(place: Place, archive: Archive) -> tuple[str, str] | None:
    """What a place names: a kind of thing and its key; None where the archive has none of that."""
    text, leads = place.text, place.leads
    if leads == "link":
        return archive.target(text)
    if leads == "name":
        file = place.path.rpartition("/")[2].removesuffix(".md")
        own = stem(file) if place.defines else archive.ids.get(text)
        return ("name", own) if own and own in archive.names else None
    short = f"{place.home}/{text}"
    known: Mapping[str, tuple[str, Iterable[str], tuple[str, ...]]] = {
        "award": ("award", archive.awards, (text,)),
        "edition": ("edition", archive.editions, (text,)),
        "edition-of-award": ("edition", archive.editions, (short,)),
        "category": ("category", archive.categories, (short,)),
        "category-anywhere": ("category", archive.categories, (text, short)),
        "category-key": ("category", archive.categories, (text,)),
        "article": ("article", archive.articles, (text,)),
        "note": ("note", archive.notes, (text,)),
        "count": ("count", COUNTS, (text,)),
        "source": ("source", (f"{place.home}#{text}",), (f"{place.home}#{text}",)),
        "tag": ("tag", (slug(text),), (slug(text),)),
    }
    if leads not in known:
        return None
    kind, keys, wanted = known[leads]
    return next(((kind, key) for key in wanted if key in keys), None)


def defined(kind: str, key: str, archive: Archive, records: Mapping[str, Record]) -> Span | None:
    """Where something is said what it is; for a name without a file, where it is mentioned first."""
    if kind == "source":
        path, _, id = key.partition("#")
        return next((source.span for source in getattr(records.get(path), "sources", ()) if source.id == id), None)
    record = archive.index(kind).get(key) if kind in INDEXES else None
    return record.span if record else None

"""Deletion of a file, or renaming of something: the changes in all files, before they are made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ...model import Name
from ...model.ids import slug
from ...sources import layout
from ...sources.drafts import stem
from ..lsp.places import Place, named
from ..lsp.renaming import RENAMED, is_published, rename, written
from ..lsp.site import OpenSite, places_in
from .sheet import applied

_BESIDE = ("sort", "reading")
_BELOW = ("edition", "category")
"""The kinds that belong to an award."""


@dataclass(frozen=True, slots=True)
class DeskChange:
    """The changed files, None for a deleted one; or why nothing is done. `opens` is the file shown afterwards."""

    files: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))
    opens: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class TextMention:
    """A text of another file that names what a file is about."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Called:
    """Something of a file that may be renamed: `of` names it in a form, `text` is its present name."""

    of: str
    kind: str
    text: str
    place: Place


def renamable(site: OpenSite, path: str) -> Iterator[Called]:
    """The things that a file defines and that may be renamed: its id, its name, its categories, its sources."""
    kind, id = own(path)
    if site.records.get(path) is None or path in site.unread:
        return
    leads = {"note": "link", "edition": "edition", "award": "award", "article": "article", "name": "name"}[kind]
    yield from _called(site, "id", kind, Place(path, 0, 0, id, leads))
    main = str(getattr(site.records[path], "name", "")) if kind == "name" else ""
    for place in places_in(site, path):
        if place.defines and (place.leads != "name" or place.text == main):
            yield from _called(site, place.leads, place.leads, place)


def _called(site: OpenSite, of: str, kind: str, place: Place) -> Iterator[Called]:
    found = named(place, site.archive)
    if found and found[0] in RENAMED:
        yield Called(f"{of}:{place.text}", kind, place.text, place)


def renamed(site: OpenSite, path: str, of: str, text: str) -> DeskChange:
    """The renaming of something of a file, in all files that mention it."""
    called = next((each for each in renamable(site, path) if each.of == of), None)
    if called is None:
        return DeskChange(refused="this names nothing that can be renamed")
    made = rename(site, called.place, text)
    if made.refused:
        return DeskChange(refused=made.refused)
    try:
        files = written(site, made)
    except UnicodeDecodeError:
        return DeskChange(refused="a file that names it is not in UTF-8")
    before = {each: site.files.get(each) for each in files}
    changed = {each: data for each, data in files.items() if data != before[each]}
    taken = (each for each, data in changed.items() if data and before[each] and _is_moved(made.moves, each))
    if there := next(taken, ""):
        return DeskChange(refused=f"{there} is there already")
    opens = next((new + path.removeprefix(old) for old, new in made.moves if (path + "/").startswith(old + "/")), path)
    return DeskChange(changed, opens) if changed else DeskChange(refused="it is called so already")


def _is_moved(moves: tuple[tuple[str, str], ...], path: str) -> bool:
    """Whether a renaming moves a file to a path."""
    return any(f"{path}/".startswith(f"{new}/") for _, new in moves)


@dataclass(frozen=True, slots=True)
class Beside:
    """A field that depends on the spelling of a name, and whether it fits the new one."""

    key: str
    value: str
    fits: bool


def beside(site: OpenSite, path: str, of: str, text: str) -> Iterator[Beside]:
    """The fields for sorting and reading of a name that is to be renamed."""
    record = site.records.get(path)
    if not isinstance(record, Name) or of != f"name:{record.name}":
        return
    for key in _BESIDE:
        if value := str(getattr(record, key)):
            yield Beside(key, value, {*slug(value).split("-")} <= {*slug(text).split("-")})


def with_beside(change: DeskChange, said: Mapping[str, str]) -> DeskChange:
    """A renaming with the new fields for sorting and reading of the name."""
    data = change.files.get(change.opens)
    if change.refused or not data:
        return change
    text = data.decode()
    made, unable = applied(change.opens, text, {f"f.{key}": said[key] for key in _BESIDE if key in said})
    if unable:
        return DeskChange(refused=f"{unable[0].key}: {unable[0].why}")
    return replace(change, files={**change.files, change.opens: made.encode()})


def deleted(path: str) -> DeskChange:
    return DeskChange({path: None})


def mentions(site: OpenSite, ours: tuple[str, str], apart: str = "") -> Iterator[TextMention]:
    """All mentions of something, by its kind and id, in other files than its own."""
    for each in sorted(site.records):
        if each == apart:
            continue
        text = site.files[each].decode("utf-8", "replace")
        for place in places_in(site, each):
            found = named(place, site.archive)
            is_below = found and found[0] in _BELOW and ("award", found[1].partition("/")[0]) == ours
            if found == ours or is_below:
                yield TextMention(each, text.count("\n", 0, place.start) + 1, place.text)


def was_published(site: OpenSite, path: str) -> bool:
    """Whether the page of a file had an address, which a build asks for."""
    kind, id = own(path)
    return is_published(site, *id.split("/")) if kind == "edition" else is_published(site, id)


def own(path: str) -> tuple[str, str]:
    """The kind of record that a file holds, and its id."""
    kind, id = layout.record(path) or ("note", path)
    above, slash, last = id.rpartition("/")
    return kind, f"{above}{slash}{stem(last)}"

"""Renaming of something in all files at once, so that no reference breaks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ...importing import yaml_edit
from ...importing.yaml_edit import Edit, opened
from ...model.archive import INDEXES
from ...model.ids import slug
from ...sources import layout, site_toml, url_lock
from ...sources.schema.meant import identifier
from .places import Place, named, outline_of
from .site import OpenSite, places_in

_FULL = ("edition", "category-key", "link")
RENAMED = frozenset(("name", "award", "edition", "category", "article", "note", "source", "tag"))
"""The kinds of things that may be renamed."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits of each file, the files and folders that move then, new files; or why it is not done."""

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=lambda: MappingProxyType({}))
    moves: tuple[tuple[str, str], ...] = ()
    created: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Change:
    """What is called otherwise: its key before and after, and the spelling of a name that changes."""

    kind: str
    old: str
    new: str
    spelling: str = ""
    spelt: str = ""


def rename(site: OpenSite, place: Place, text: str) -> Renaming:
    """The changes that rename what a place names; a published address redirects to the new one."""
    found = named(place, site.archive)
    if found is None or found[0] not in RENAMED:
        return Renaming(refused="this names nothing that can be renamed")
    kind, key = found
    change = _name(site, place, key, " ".join(text.split())) if kind == "name" else _id(site, kind, key, text.strip())
    if isinstance(change, str):
        return Renaming(refused=change)
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for path in site.records:
        for each in places_in(site, path):
            written = _restated(each, change, site)
            if written is not None and written != each.text:
                edits[path].append(Edit(each.start, each.end, _as_written(each, written)))
    has_moved = change.new != change.old
    moves, created = _moved(site, change) if has_moved else ((), {})
    if has_moved and (home := _home(site, change)):
        edits[home] += _formerly(site, home, change)
    for path, made in _in_settings(site, change, moves) if moves else ():
        edits[path] += made
    return Renaming({path: tuple(made) for path, made in edits.items()}, moves, created)


def written(site: OpenSite, renaming: Renaming) -> Mapping[str, bytes | None]:
    """All files of a site after a renaming; None for a removed one."""
    after: dict[str, bytes | None] = {path: text.encode() for path, text in renaming.created.items()}
    for path, edits in renaming.edits.items():
        after[path] = yaml_edit.apply(site.files[path].decode(), edits).encode()
    for old, new in renaming.moves:
        for path in [each for each in site.files if each == old or each.startswith(f"{old}/")]:
            after[new + path.removeprefix(old)] = after.get(path, site.files[path])
            after[path] = None
    return after


def _name(site: OpenSite, place: Place, key: str, text: str) -> _Change | str:
    """Another spelling of a name, with the id that is made of it; or another id alone, where that was written."""
    archive = site.archive
    name = archive.names[key]
    is_id = place.text == key and place.text not in (name.name, *name.spellings)
    if is_id:
        return _id(site, "name", key, text) if name.registered else "this is an id made from a name: rename that"
    if not text or re.search(r"[\[\]{}|]", text):
        return "a name is a text without brackets, braces and bars"
    if text != place.text and text in name.spellings:
        return f'"{text}" is another spelling of it: delete it in {name.span.path} first'
    if archive.ids.get(text, key) != key:
        return f'"{text}" is a name of {archive.ids[text]} already'
    is_main = place.text == name.name
    new = slug(text) if is_main and key == slug(place.text) else key
    if new != key and (new in archive.names or not new):
        return f'the id "{new}" is that of {archive.names[new].name} already' if new else "this makes no id"
    return _Change("name", key, new, place.text, text)


def _id(site: OpenSite, kind: str, key: str, text: str) -> _Change | str:
    """Another id; of an edition or a category it may be written with its award or without."""
    if kind == "tag":
        return _Change(kind, key, text)
    head = key.partition("/")[0] + "/" if kind in ("edition", "category") else ""
    head = key.partition("#")[0] + "#" if kind == "source" else head
    short = text.removeprefix(head)
    parts = short.split("/") if kind == "note" else [short]
    if not all(part and part == identifier(part) for part in parts):
        likely = identifier(short)
        return f'"{short}" can\'t be an id; write {likely}' if likely else "an id has small letters, digits and hyphens"
    new = head + short
    if kind == "category" and site.archive.categories[key].special and is_published(site, *key.split("/")):
        return "an award outside the categories has no `formerly`, and the address that it had was published"
    if new != key and _is_taken(site, kind, new):
        return f'there is "{new}" already'
    return _Change(kind, key, new)


def _is_taken(site: OpenSite, kind: str, key: str) -> bool:
    if kind == "source":
        path, _, id = key.partition("#")
        return any(source.id == id for source in getattr(site.records.get(path), "sources", ()))
    return key in site.archive.index(kind)


def _restated(place: Place, change: _Change, site: OpenSite) -> str | None:
    """What stands at a place once something is called otherwise; None where that is not what it names."""
    found = named(place, site.archive)
    if found is None:
        return None
    kind, key = found
    if change.kind == "award" and kind in ("edition", "category") and key.startswith(f"{change.old}/"):
        is_full = place.text == key
        return f"{change.new}/{key.partition('/')[2]}" if is_full else None
    if (kind, key) != (change.kind, change.old):
        return None
    if kind == "name":
        if place.text == change.spelling:
            return change.spelt
        is_id = place.text == change.old and not place.defines
        return change.new if is_id else None
    if kind == "tag":
        return change.new
    part = place.text[place.text.index("#") :] if place.leads == "link" and "#" in place.text else ""
    if kind == "source":
        return change.new.partition("#")[2]
    is_short = kind in ("edition", "category") and place.text != key and place.leads not in _FULL
    return (change.new.partition("/")[2] if is_short else change.new) + part


def _as_written(place: Place, text: str) -> str:
    """A text as the file holds it: in the data as YAML, in the prose as it is."""
    if place.is_prose:
        is_bare = place.leads == "link" or place.inside or " " not in text
        return text if is_bare else f'"{text}"'
    return yaml_edit.scalar(text, typed=True, inside=place.inside)


def _home(site: OpenSite, change: _Change) -> str:
    """The file that says what is renamed; nothing for what has no address of its own, or no `formerly`."""
    record = site.archive.index(change.kind).get(change.old) if change.kind in INDEXES else None
    is_nowhere = getattr(record, "special", False) or not getattr(record, "registered", True)
    return "" if record is None or is_nowhere else record.span.path


def _moved(site: OpenSite, change: _Change) -> tuple[tuple[tuple[str, str], ...], Mapping[str, str]]:
    """The file or folder that is called otherwise; a file for a name that had none, where its address was published."""
    if change.kind == "award":
        return ((f"editions/{change.old}", f"editions/{change.new}"),), {}
    if change.kind == "name" and not site.archive.names[change.old].registered:
        name = site.archive.names[change.old]
        if not is_published(site, change.old):
            return (), {}
        text = f"---\nname: {yaml_edit.scalar(change.spelt)}\nkind: {name.kind}\nformerly: {change.old}\n---\n"
        return (), {layout.file("name", change.new): text}
    home = _home(site, change)
    if change.kind == "category" or not home:
        return (), {}
    old, new = (key.partition("/")[2] if change.kind == "edition" else key for key in (change.old, change.new))
    ending = home[home.rindex(".") :]
    return ((home, f"{home.removesuffix(f'{old}{ending}')}{new}{ending}"),), {}


def is_published(site: OpenSite, *ids: str) -> bool:
    """Whether an address ends with these ids, however what is between them is called."""
    lock, _ = url_lock.parse(site.files.get(url_lock.PATH, b""))
    ends = re.compile("/".join(("", *(f"{re.escape(id)}(?:/[^/]+)?" for id in ids[:-1]), f"{re.escape(ids[-1])}/$")))
    return any(map(ends.search, lock.addresses))


def _formerly(site: OpenSite, home: str, change: _Change) -> Iterator[Edit]:
    """The id as it was, added to `formerly` of what is renamed."""
    text = site.files[home].decode("utf-8", "replace")
    root = opened(home, text)
    if root is None:
        return
    piece, form = root[0], next(iter(outline_of(home).values()))
    old = change.old.partition("/")[2] if change.kind in ("edition", "category") else change.old
    if change.kind == "category":
        below = piece.get("categories")
        piece, form = (below.get(old) if below else None) or piece, outline_of(home)["Category"]
        if piece.form == "scalar":
            said = {"name": piece.value or "", "formerly": old}
            yield yaml_edit.in_place(piece, yaml_edit.flow(said, frozenset(("formerly",))))
            return
    there = piece.get("formerly")
    if there is None:
        written = yaml_edit.scalar(old, typed=True, inside=piece.flow)
        order = tuple(key.name for key in form.keys)
        yield from yaml_edit.with_pairs(
            text, piece, (("formerly", written, lambda column: (f"{' ' * column}formerly: {written}",)),), order
        )
    elif there.form == "sequence":
        written = yaml_edit.scalar(old, typed=True, inside=there.flow)
        yield from yaml_edit.with_elements(text, there, (written,), (lambda column: (f"{' ' * column}- {written}",),))
    else:
        both = [there.value or "", old]
        yield yaml_edit.in_place(there, yaml_edit.flow(both, frozenset(("formerly",)), "formerly"))


def _in_settings(site: OpenSite, change: _Change, moves: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[Edit]]]:
    """In site.toml: paths of files that move, and an award before the colon of its ornament."""
    text = site.files.get(site_toml.PATH, b"").decode("utf-8", "replace")
    made = []
    for old, new in moves:
        made += [Edit(found.start(), found.end(), new) for found in re.finditer(rf"{re.escape(old)}(?=[\"'/])", text)]
    if change.kind == "award":
        shapes = re.finditer(rf"(?<=[\"', ]){re.escape(change.old)}(?=\s*:\s)", text)
        made += [Edit(found.start(), found.end(), change.new) for found in shapes]
    if made:
        yield site_toml.PATH, made

"""Say under which name a name is counted: its own, that of what continues it, or that of its group.

Owns: Identity, the three ways of counting names together.
Never: merges records: who holds a result stays who it was (edge cases 42 to 44).
"""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ..archive import Archive
from ..model import Kind
from .once import once


class Identity(StrEnum):
    """Which names count as one; each way joins at least what the one before joins."""

    OWN = "own"
    PREDECESSORS = "with-predecessors"
    GROUP = "group"


def head(archive: Archive, name: str, identity: Identity) -> str:
    """The name (id) that a name counts for."""
    return name if identity is Identity.OWN else _heads(archive)[identity].get(name, name)


def members(archive: Archive, name: str, identity: Identity) -> tuple[str, ...]:
    """The names (ids) that count for this one, itself first."""
    return (name,) if identity is Identity.OWN else _members(archive)[identity].get(name, (name,))


@once
def _heads(archive: Archive) -> Mapping[Identity, Mapping[str, str]]:
    """By the way of counting: the names that count for another, and for which."""
    heirs = _heirs(archive)
    groups = {id: archive.ids.get(name.part_of.text, "") for id, name in archive.names.items() if name.part_of}
    # What a name became goes before what it belonged to: its heir says whose group it is.
    steps = {Identity.PREDECESSORS: heirs, Identity.GROUP: groups | heirs}
    return MappingProxyType({identity: _ends(archive, found) for identity, found in steps.items()})


@once
def _members(archive: Archive) -> Mapping[Identity, Mapping[str, tuple[str, ...]]]:
    return MappingProxyType({identity: _gathered(heads) for identity, heads in _heads(archive).items()})


def _heirs(archive: Archive) -> dict[str, str]:
    """The name that continues each one, where only one does."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, name in archive.names.items():
        for predecessor in dict.fromkeys(archive.ids.get(ref.text, "") for ref in name.succeeds):
            found[predecessor].append(id)
    return {id: heirs[0] for id, heirs in found.items() if len(heirs) == 1}


def _ends(archive: Archive, steps: Mapping[str, str]) -> Mapping[str, str]:
    """Where the steps of each name end; names that come back to themselves, and people, take none."""
    taken = {id: to for id, to in steps.items() if to in archive.names and _moves(archive, id)}
    ends: dict[str, str] = {}
    for id in taken:
        # An end that is still open is "": who comes back to it comes back to itself.
        path, at = [], id
        while at in taken and at not in ends:
            ends[at] = ""
            path.append(at)
            at = taken[at]
        end = ends.get(at, "") if at in taken else at
        ends |= dict.fromkeys(path, end)
    return MappingProxyType({id: end for id, end in ends.items() if end})


def _moves(archive: Archive, id: str) -> bool:
    return id in archive.names and archive.names[id].kind is not Kind.PERSON


def _gathered(heads: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, to in heads.items():
        found[to].append(id)
    return MappingProxyType({id: (id, *sorted(names)) for id, names in found.items()})

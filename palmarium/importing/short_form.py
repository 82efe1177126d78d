"""Shortest written form of a fact: keys that have their default value are left out."""

from enum import StrEnum
from functools import cache
from typing import Any

from ..sources.schema import forms
from ..sources.schema.forms import Award, Edition, Name
from ..sources.schema.outline import Type, hints, type_of
from ..sources.schema.written import Written
from .mapping import form_of

FLAT = ("role", "org", "posts", "kind", "size", "country")
"""Keys of a laureate that may stand beside it where it is alone."""

UNKNOWN = "unknown"
"""What stands for a laureate whom nobody knows."""

STATES = (UNKNOWN, "cancelled")
"""Texts that, alone in the place of a category, are no names."""

_FIRST = ("rank", "laureate", *FLAT)
_SINGLE = ("for", "laureate", "partner", "provider", "represented_by", "results", "sources")
"""Lists of which a single element may stand alone."""


def shaped(form: type[Written], value: dict[str, Any]) -> Any:
    """A mapping without default values, or its bare short key if nothing else is left."""
    made = {}
    for key, type_, hint in _known(form):
        if key in value and value[key] != default(form, key):
            said = each(key, type_, hint, value[key])
            if said not in ([], {}, ""):
                made[key] = said
    made |= {key: said for key, said in value.items() if key not in _names(form)}
    if not made and form.SHORT in value:
        # Everything goes without saying but that it is there: `not_awarded: other`.
        return value[form.SHORT]
    return made[form.SHORT] if form.SHORT and set(made) == {form.SHORT} else made


def each(key: str, type_: Type, hint: Any, value: Any) -> Any:
    """The short form of the value of one key."""
    form = form_of(hint)
    if isinstance(value, str):
        return value
    if type_.is_a == "mapping":
        return {name: shaped(form, one) if form and isinstance(one, dict) else one for name, one in value.items()}
    if isinstance(value, list):
        made = [shaped(form, one) if form and isinstance(one, dict) else one for one in value]
        return made[0] if len(made) == 1 and key in _SINGLE else made
    return shaped(form, value) if form else value


def result(value: dict[str, Any]) -> Any:
    """A bare name for a plain winner; keys of a single laureate are written beside it."""
    keys = dict(value)
    holders = [shaped(forms.Holder, each) for each in keys.pop("laureate")]
    said = shaped(forms.Result, {key: each for key, each in keys.items() if not _is_usual(key, value)})
    rest = said if isinstance(said, dict) else {}
    if len(holders) > 1 or isinstance(holders[0], str):
        made = {"laureate": holders if len(holders) > 1 else holders[0], **rest}
    elif set(holders[0]) <= {"name", *FLAT}:
        made = {"laureate": holders[0]["name"], **{key: holders[0][key] for key in FLAT if key in holders[0]}, **rest}
    else:
        made = {"laureate": holders[0], **rest}
    if set(made) == {"laureate"} and isinstance(made["laureate"], str) and made["laureate"] not in STATES[1:]:
        return made["laureate"]
    return {key: made[key] for key in (*(k for k in _FIRST if k in made), *(k for k in made if k not in _FIRST))}


def _is_usual(key: str, value: dict[str, Any]) -> bool:
    return key == "distinction" and value[key] == usual_distinction(value.get("rank"))


def usual_distinction(rank: str | None) -> str:
    return "ranked" if rank and rank.isdecimal() and int(rank) > 1 else "winner"


def is_win(distinction: str | None, rank: str | None, status: str | None) -> bool:
    return (distinction or usual_distinction(rank)) == "winner" and (status or "active") == "active"


def entry(value: dict[str, Any]) -> Any:
    """A category: only its results if it has no other keys."""
    found = [result(each) for each in value.get("results", ())]
    said = shaped(forms.Entry, {key: each for key, each in value.items() if key != "results"})
    said = said if isinstance(said, dict) else {}
    if not found:
        return said if said not in ({}, {"outcome": UNKNOWN}) else UNKNOWN
    # Never a result beside a category's keys: another result could not be added without a rewrite.
    return {**said, "results": alone(found)} if said else alone(found)


def alone(found: list[Any]) -> Any:
    # A list of laureates in a list of results would be read as several results.
    return found[0] if len(found) == 1 else found


def default(form: type[Written], key: str) -> str | None:
    """The value that a missing key stands for; None if there is none."""
    field = next((field for name, field in form.model_fields.items() if (field.alias or name) == key), None)
    value = field.default if field else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, int) or (isinstance(value, str) and value) else None


@cache
def _known(form: type[Written]) -> tuple[tuple[str, Type, Any], ...]:
    return tuple((form.model_fields[name].alias or name, type_of(hint), hint) for name, hint in hints(form).items())


@cache
def _names(form: type[Written]) -> frozenset[str]:
    return frozenset(key for key, _, _ in _known(form))


@cache
def keys(form: type[Written]) -> dict[str, tuple[Type, Any]]:
    """The keys of a form in order, with type and annotation."""
    return {key: (type_, hint) for key, type_, hint in _known(form)}


def opened(form: type[Written], key: str, text: str) -> Any:
    """A bare text in the long form of its key: `for: X` is a list of works, each with a title."""
    type_, hint = keys(form).get(key, (Type("text"), str))
    inner = form_of(hint)
    value = {inner.SHORT: text} if inner and inner.SHORT else text
    return [value] if type_.is_a == "list" else value


@cache
def typed() -> frozenset[str]:
    """Keys whose values are numbers, dates, shares or truth values, and need no quotes."""
    pending: list[type[Written]] = [Award, Edition, Name]
    seen: set[type[Written]] = set()
    found = {"score", "out_of", "amount"}
    while pending:
        form = pending.pop()
        seen.add(form)
        for key, type_, hint in _known(form):
            inner = form_of(hint)
            if inner and inner not in seen:
                pending.append(inner)
            found |= {key} if type_.is_a in ("number", "date", "share", "true or false") or _short(inner) else set()
    return frozenset(found)


def _short(form: type[Written] | None) -> bool:
    """Whether what may stand bare for a form is a number or a date."""
    if form is None or not form.SHORT:
        return False
    type_ = next((type_ for key, type_, _ in _known(form) if key == form.SHORT), Type("text"))
    return type_.is_a in ("number", "date")

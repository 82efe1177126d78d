"""Outline of the written forms (keys, types, sentences) for manuals and JSON Schemas."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ... import model
from . import forms as kinds
from . import written
from .forms import Award, Covered, Edition
from .written import Written

FILES: MappingProxyType[str, type[Written]] = MappingProxyType(
    {
        "editions/<award>/award.yaml": Award,
        "editions/<award>/<edition>.yaml": Edition,
        "content/names/<id>.md": kinds.Name,
        "content/articles/<slug>.md": kinds.Article,
        "content/pages/<path>.md": kinds.Note,
    }
)
"""The form of each kind of file; of a Markdown file, that of its front matter."""


@dataclass(frozen=True, slots=True)
class Type:
    """What a value may be: `is_a` names it; `words` of a choice, `form` by name, `of` what it holds.

    `leads` is the kind of thing that its text, or each key of a mapping, names: a name, an award, a category…
    """

    is_a: str
    words: tuple[str, ...] = ()
    form: str = ""
    of: "Type | None" = None
    leads: str = ""


@dataclass(frozen=True, slots=True)
class FormKey:
    """A key; it says nothing without one of those that it `needs` beside it."""

    name: str
    type: Type
    required: bool
    says: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A mapping as written; `bare` is what may stand in its place, `also` are keys of a short form."""

    name: str
    says: str
    keys: tuple[FormKey, ...]
    also: tuple[FormKey, ...] = ()
    bare: Type | None = None


SCALARS = MappingProxyType(
    {
        written.Text: "text",
        written.Title: "text",
        written.Date_: "date",
        written.Int: "number",
        written.Share: "share",
        written.Bool: "true or false",
        written.Url: "address",
        written.Time: "time",
        written.Language: "language",
        written.Id: "id",
        written.Scope: "scope",
        written.Wikidata: "Wikidata id",
        written.RefTo: "reference",
        written.FormerId: "id",
    }
)
_LEADS: MappingProxyType[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("org", "of", "Figure.by", "provider", "partner", "represented_by", "superseded_by"), "name"),
        **dict.fromkeys(("Article.author", "publication", "Part.name", "Holder.name", "About.names"), "name"),
        **dict.fromkeys(("Name.succeeds", "Name.part_of"), "name"),
        **dict.fromkeys(("award", "rivals", "Award.succeeds", "Award.part_of", "About.awards"), "award"),
        **dict.fromkeys(("edition", "About.editions"), "edition"),
        **dict.fromkeys(("Part.category", "entered_in", "parent", "Edition.results", "Lineage.from"), "category"),
        **dict.fromkeys(("Claim.category", "Derived.category"), "category-anywhere"),
        **dict.fromkeys(("source", "sources", "cited"), "source"),
        **{"About.categories": "category-key", "Lineage.in": "edition-of-award", "related": "article", "tags": "tag"},
        **{"Article.translates": "article", "Note.translates": "note", "language": "language"},
        **{
            "Claim.until": "edition",
            "Claim.count": "count",
            "Result.round": "round",
            "src": "picture",
            "dark": "picture",
        },
    }
)
"""What a text names, by its key; behind the name of its form where that key of another form is something else."""
_TEXTS = ("text", "reference", "id", "language")

_BESIDE = ("posts", "kind", "size", "country")
"""Keys of a laureate that may stand beside a single one."""

_ALSO: MappingProxyType[type[Written], tuple[tuple[type[Written], tuple[str, ...]], ...]] = MappingProxyType(
    {
        kinds.Part: ((kinds.Post, ("role", "org")),),
        kinds.Holder: ((kinds.Post, ("role", "org")),),
        kinds.Result: ((kinds.Post, ("role", "org")), (kinds.Holder, _BESIDE)),
        kinds.Entry: ((kinds.Result, ()), (kinds.Post, ("role", "org")), (kinds.Holder, _BESIDE)),
    }
)
_BARE = MappingProxyType(
    {
        Covered: Type("choice", words=tuple(word.value for word in model.Coverage)),
        kinds.Entry: Type("list", of=Type("form", form="Result")),
    }
)


def forms(root: type[Written]) -> tuple[Form, ...]:
    """A form and every form inside it, each once, in the order in which a reader meets them."""
    found: dict[type[Written], None] = {}
    pending = [root]
    while pending:
        form = pending.pop(0)
        if form not in found:
            found[form] = None
            pending += [inner for hint in hints(form).values() for inner in _inner(hint)]
    return tuple(_form(form) for form in found)


def _form(form: type[Written]) -> Form:
    keys = tuple(_keys(form))
    own = {key.name for key in keys}
    also = {
        key.name: key
        for other, wanted in _ALSO.get(form, ())
        for key in _keys(other)
        if key.name not in own and (not wanted or key.name in wanted)
    }
    bare = next((key.type for key in keys if key.name == _alias(form, form.SHORT)), None) if form.SHORT else None
    says = " ".join((form.__doc__ or "").split())
    return Form(form.__name__, says, keys, tuple(also.values()), _BARE.get(form, bare))


def _keys(form: type[Written]) -> Iterator[FormKey]:
    for name, hint in hints(form).items():
        field = form.model_fields[name]
        key = field.alias or name
        leads = _LEADS.get(f"{form.__name__}.{key}") or _LEADS.get(key, "")
        type = _leading(type_of(hint), leads)
        yield FormKey(key, type, field.is_required(), field.description or "", written.needed(form, key))


def _leading(type: Type, leads: str) -> Type:
    """A type whose texts lead somewhere; of a mapping of forms, its keys."""
    if type.is_a in _TEXTS or (type.is_a == "mapping" and type.of and type.of.form):
        return replace(type, leads=leads)
    return replace(type, of=_leading(type.of, leads)) if type.of else type


def _alias(form: type[Written], name: str) -> str:
    """`SHORT` names a key as written; where it is a field's name, its alias."""
    field = form.model_fields.get(name)
    return (field.alias or name) if field else name


def hints(form: type[Written]) -> dict[str, Any]:
    found = get_type_hints(form, include_extras=True)
    return {name: found[name] for name, field in form.model_fields.items() if not field.exclude}


def type_of(hint: Any) -> Type:
    if hint in SCALARS:
        return Type(SCALARS[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return type_of(arguments[0])
    if origin in (Union, UnionType):
        return type_of(next(each for each in arguments if each is not NoneType))
    if origin is tuple:
        return Type("list", of=type_of(arguments[0]))
    if origin is dict:
        return Type("mapping", of=type_of(arguments[1]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Type("choice", words=tuple(word.value for word in hint))
    return Type("form", form=hint.__name__)


def _inner(hint: Any) -> Iterator[type[Written]]:
    if isinstance(hint, type) and issubclass(hint, Written):
        yield hint
    elif hint not in SCALARS:
        for argument in get_args(hint):
            if not isinstance(argument, type) or issubclass(argument, Written):
                yield from _inner(argument)

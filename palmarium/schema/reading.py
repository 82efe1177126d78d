"""Hold a node against a written form and tell every difference with its place.

Owns: pydantic's errors as problems, in an editor's words.   Never: knows a particular form.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from ..document import Node, Pair
from ..problems import Problem, Span, did_you_mean
from .written import Written, is_blank

_W = TypeVar("_W", bound=Written)


def read(form: type[_W], node: Node | None, path: str) -> tuple[_W | None, tuple[Problem, ...]]:
    """The written form without what is wrong in it, so that later stages see the rest; None if too little is left."""
    if node is None or is_blank(node):
        return None, (Problem("empty", Span(path), "the file holds nothing", f"write {_needed(form)}"),)
    try:
        return form.model_validate(node), ()
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    problems = tuple(_problem(form, node, each) for each in wrong)
    right = _without(node, tuple(tuple(each["loc"]) for each in wrong))
    for rest in (right, _completed(right, form)):
        try:
            return form.model_validate(rest), problems
        except ValidationError:
            continue
    return None, problems


def _needed(form: type[Written]) -> str:
    keys = [alias for alias, field in _keys(form).items() if field.is_required()]
    return ", ".join(f"`{key}: …`" for key in keys) or "its keys"


def _problem(form: type[Written], root: Node, error: Any) -> Problem:
    place: tuple[str | int, ...] = error["loc"]
    match error["type"]:
        case "extra_forbidden":
            known = tuple(_keys(_form_at(form, place[:-1]) or form))
            hint = did_you_mean(str(place[-1]), known) or f"known are {', '.join(known)}"
            return Problem("unknown-key", _span(root, place, place[-1]), f'the key "{place[-1]}" is unknown here', hint)
        case "missing":
            message = f'the key "{place[-1]}" is missing'
            return Problem("missing-key", _span(root, place[:-1]), message, f"write `{place[-1]}: …`")
        case "written":
            said = error["ctx"]
            return Problem("value", _span(root, place), f"{_named(place)}{said['message']}", said["hint"])
        case "greater_than_equal":
            return Problem("value", _span(root, place), f"{_named(place)}the least is {error['ctx']['ge']}")
        case "less_than_equal":
            return Problem("value", _span(root, place), f"{_named(place)}the most is {error['ctx']['le']}")
    return Problem("value", _span(root, place), f"{_named(place)}this can't be read: {error['msg'].lower()}")


def _named(place: tuple[str | int, ...]) -> str:
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    return f"{key}: " if key else ""


def _span(root: Node, place: tuple[str | int, ...], of_key: object = None) -> Span:
    """The deepest node on the way; short forms leave out steps that the long form has."""
    node, span = root, root.span
    for number, step in enumerate(place, 1):
        pair = next((pair for pair in node.pairs if pair.key == step), None)
        if pair:
            of_this = number == len(place) and step == of_key
            node, span = pair.value, pair.span if of_this else pair.value.span
        elif isinstance(step, int) and step < len(node.elements):
            node = node.elements[step]
            span = node.span
    return span


def _without(node: Node, places: tuple[tuple[str | int, ...], ...]) -> Node:
    """The node less what stands at these places; a step that a short form left out is passed over."""
    names: tuple[str | int, ...] = (*(pair.key for pair in node.pairs), *range(len(node.elements)))
    children: dict[str | int, Node] = {pair.key: pair.value for pair in node.pairs} | dict(enumerate(node.elements))
    kept: dict[str | int, Node] = {}
    for name, child in children.items():
        below = tuple(rest for place in places if (rest := _below(place, name, names)) is not None)
        if all(_reaches(rest, child) for rest in below):
            kept[name] = _without(child, below) if below else child
    pairs = tuple(replace(pair, value=kept[pair.key]) for pair in node.pairs if pair.key in kept)
    return replace(node, pairs=pairs, elements=tuple(child for name, child in kept.items() if isinstance(name, int)))


def _completed(node: Node, form: type[Written]) -> Node:
    """The node with something in place of each key that is missing, so that what stands beside it is read."""
    have = {pair.key for pair in node.pairs}
    keys = (key for key, field in _keys(form).items() if field.is_required() and key not in have)
    return replace(node, pairs=(*node.pairs, *(Pair(key, node.span, Node("scalar", node.span, "?")) for key in keys)))


def _below(
    place: tuple[str | int, ...], name: str | int, names: tuple[str | int, ...]
) -> tuple[str | int, ...] | None:
    """What is left of a place below one child; None where the place is elsewhere."""
    for index, step in enumerate(place):
        if step in names:
            return place[index + 1 :] if step == name else None
    return None


def _reaches(place: tuple[str | int, ...], node: Node) -> bool:
    """Whether some step of a place leads further into a node."""
    keys = {pair.key for pair in node.pairs}
    return any(step in keys or (isinstance(step, int) and step < len(node.elements)) for step in place)


def _keys(form: type[Written]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in form.model_fields.items() if name != "span"}


def _form_at(form: type[Written], place: tuple[str | int, ...]) -> type[Written] | None:
    """The written form that reads the mapping at a place."""
    current: Any = form
    for step in place:
        if isinstance(current, type) and issubclass(current, Written):
            field = _keys(current).get(str(step))
            current = field.annotation if field else None
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        elif get_origin(current) is tuple:
            current = get_args(current)[0]
        current = _bare(current)
    return current if isinstance(current, type) and issubclass(current, Written) else next(_inside(current), None)


def _bare(annotation: Any) -> Any:
    """Without Annotated and None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (dict, tuple, None):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _bare(options[0]) if options else annotation
    return annotation


def _inside(annotation: Any) -> Iterator[type[Written]]:
    for argument in get_args(annotation):
        bare = _bare(argument)
        if isinstance(bare, type) and issubclass(bare, Written):
            yield bare

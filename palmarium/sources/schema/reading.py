"""Validation of nodes against a written form; pydantic's errors become problems with places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from ...problems import Key, Problem, Span, did_you_mean, plain, quoted
from ..nodes import Node, Pair
from . import meant
from .written import (
    IDLE,
    UNKNOWN,
    Written,
    example,
    fields_by_key,
    has_colon,
    is_blank,
    known,
    needed,
    required,
    tight_key,
)

_W = TypeVar("_W", bound=Written)
_ROUNDS = 8
_OF_KEY = "[key]"
"""The last step of a place where pydantic means a key itself, not its value."""


def read(form: type[_W], node: Node | None, path: str, code: str = "value") -> tuple[_W | None, tuple[Problem, ...]]:
    """The written form without what is wrong in it, so that later stages see the rest; None if too little is left.

    `code` is that of a problem with a value.
    """
    if node is None or is_blank(node):
        return None, (Problem("empty", Span(path), "the file holds nothing", f"write {_needed(form)}"),)
    problems: tuple[Problem, ...] = ()
    # What is left may miss a key that was wrong: then what holds it is left out in the next round.
    for _ in range(_ROUNDS):
        try:
            return form.model_validate(node), problems
        except ValidationError as error:
            wrong = error.errors(include_url=False)
        problems = problems or tuple(_problem(form, node, each, code) for each in wrong)
        node = _completed(_without(node, tuple(_place(each) for each in wrong)), form, wrong)
    return None, problems


def _place(error: Any) -> tuple[str | int, ...]:
    """The place of the value to remove; for a missing key, that of the whole mapping."""
    steps = _steps(error)
    return steps[:-1] if error["type"] == "missing" else steps


def _steps(error: Any) -> tuple[str | int, ...]:
    """The keys on the way to an error, as they are written."""
    steps = error["loc"][:-1] if error["loc"][-1:] == (_OF_KEY,) else error["loc"]
    return tuple(step.rstrip(UNKNOWN) if isinstance(step, str) else step for step in steps)


def _needed(form: type[Written]) -> str:
    return ", ".join(f"`{key}: …`" for key in required(form)) or "its keys"


def _problem(form: type[Written], root: Node, error: Any, code: str) -> Problem:
    place = _steps(error)
    node, named = _way(root, place)[-1], _named(place)
    subject = tuple(part for part in place if isinstance(part, str))[-1:]
    message, hint = "this can't be read", "compare it with the sample in the guide"
    match error["type"]:
        case "extra_forbidden" if str(error["loc"][-1]).endswith(IDLE):
            return _idle(_form_at(form, place[:-1]) or form, root, place)
        case "extra_forbidden":
            found = _unknown_key(_form_at(form, place[:-1]) or form, root, place)
            above = _misplaced(form, place, node) if node.toml else ""
            return replace(found, hint=above) if above else found
        case "missing":
            parent, key = _way(root, place[:-1])[-1], str(place[-1])
            hint = f"write `{key}: …`"
            if parent.toml:
                hint = _setting(place, example(_form_at(form, place[:-1]) or form, key))
            return Problem("missing-key", parent.span, f'the key "{key}" is missing', hint, subject=(key,))
        case "written":
            message, hint = error["ctx"]["message"], error["ctx"]["hint"]
            if node.toml:
                hint = _misplaced(form, place, node) or _in_toml(form, root, place, error["ctx"])
        case "greater_than_equal":
            least = error["ctx"]["ge"]
            message, hint = f"the least is {least}", f"write {least} or more"
        case "less_than_equal":
            most, date = error["ctx"]["le"], meant.date(node.value or "")
            message, hint = f"the most is {most}", f"write {most} or less"
            hint = f"this looks like a date: write `ceremony: {date}`" if date else hint
    if error["loc"][-1:] == (_OF_KEY,):
        return Problem(code, _span_of_key(root, place), message, hint, subject=subject)
    return Problem(code, node.span, f"{named}{message}", hint, subject=subject)


def _span_of_key(root: Node, place: tuple[str | int, ...]) -> Span:
    parent = _way(root, place[:-1])[-1]
    return next((pair.span for pair in parent.pairs if pair.key == place[-1]), parent.span)


def _in_toml(form: type[Written], root: Node, place: tuple[str | int, ...], said: Mapping[str, Any]) -> str:
    """What to write in TOML: whole lines where a key is wrong, a value alone where it is one of a list."""
    value = said["value"]
    if value is None:
        value = example(_form_at(form, place[:-1]) or form, str(place[-1]), None)
    is_element = isinstance(place[-1], int) and len(_way(root, place)) > len(_way(root, place[:-1]))
    if value is None or (is_element and (len(place) > 2 or not isinstance(value, Mapping))):
        return str(said["hint"]) if value is None else f"write `{meant.toml(value)}`"
    return _setting(place, value)


def _setting(place: tuple[str | int, ...], value: object) -> str:
    """Whole lines of TOML: below a heading where a table of the file is meant."""
    key = next(str(step) for step in reversed(place) if isinstance(step, str))
    is_array = isinstance(value, list) and value and isinstance(value[0], Mapping)
    table = value[0] if is_array and isinstance(value, list) else value
    if not isinstance(table, Mapping) or len(place) > (1 if key == place[-1] else 2):
        return f"write `{meant.setting(key, value)}`"
    lines = " and ".join(f"`{meant.setting(inner, each)}`" for inner, each in table.items())
    heading = f"[[{key}]]" if is_array or key != place[-1] else f"[{key}]"
    return f"write `{heading}`, then {lines}{' on lines of their own' if len(table) > 1 else ''}"


def _misplaced(form: type[Written], place: tuple[str | int, ...], node: Node) -> str:
    """A plain setting of the file that is written below a heading."""
    field = fields_by_key(form).get(str(place[-1])) if len(place) > 1 else None
    if field is None or _bare(field.annotation) not in (str, bool):
        return ""
    return f"put `{place[-1]} = {meant.short(meant.flow(node), '…')}` above the first line in square brackets"


_ELSEWHERE = MappingProxyType(
    {
        **dict.fromkeys(
            ("draft", "published", "brouillon"),
            "every file is published: keep one that is not ready outside of content, in a folder `drafts` for instance",
        ),
        **dict.fromkeys(("slug", "permalink", "url"), "the name of the file is its address: rename the file"),
    }
)
"""What editors know from other programs, and what does it here."""


def _unknown_key(form: type[Written], root: Node, place: tuple[str | int, ...]) -> Problem:
    """A key that its form does not have, and what was probably typed wrongly."""
    key, keys = str(place[-1]), known(form)
    parent = _way(root, place[:-1])[-1]
    at = next((at for at, pair in enumerate(parent.pairs) if pair.key == key), None)
    if at is None:
        return Problem("unknown-key", parent.span, f'the key "{key}" is unknown here', f"known are {', '.join(keys)}")
    pair, before = parent.pairs[at], parent.pairs[:at]
    other = meant.key(key)
    message = f'the key "{key}" is unknown here'
    hint = f'did you mean "{other}"?' if other in keys else did_you_mean(key, keys)
    needs: tuple[Key, ...] = ()
    last = next((each for each in reversed(before) if not is_blank(each.value)), None)
    above = next((each for each in reversed(before) if each.key in keys), None)
    if is_blank(pair.value) and (tight := tight_key(key, keys)):
        message, hint = "a space is missing behind the colon", f"write `{tight}`"
    elif not hint and last and not has_colon(pair):
        behind = takewhile(lambda each: not has_colon(each), parent.pairs[before.index(last) + 1 :])
        hint = _with_comma(last, tuple(behind))
        needs = (("comma", f"{last.span.path}:{last.span.line}:{last.span.column}"),)
    elif not hint and above and is_blank(above.value) and above.span.column == pair.span.column:
        message = f'the key "{key}" is unknown here: it stands beside `{above.key}`, which is empty'
        hint = f"indent it below `{above.key}`: `  {key}: {meant.flow(pair.value)}`".rstrip()
        needs = (("below", f"{above.span.path}:{above.span.line}"),)
    if not hint and "url" in (key, other) and "links" in keys and not pair.value.toml:
        hint = f"write `links: [{meant.flow(pair.value) or 'https://…'}]`"
    hint = hint or form.INSTEAD.get(key, "") or _ELSEWHERE.get(key, "") or f"known are {', '.join(fields_by_key(form))}"
    return Problem("unknown-key", pair.span, message, hint, subject=(key,), needs=needs)


def _idle(form: type[Written], root: Node, place: tuple[str | int, ...]) -> Problem:
    """A key that says nothing without another one."""
    key = str(place[-1])
    names = " or ".join(f"`{other}`" for other in needed(form, key))
    message = f"`{key}` says nothing without {names}"
    hint = f"write `{form.NEEDS[key][0]}` beside it, or delete it"
    return Problem("idle-key", _span_of_key(root, place), message, hint, subject=(key,))


def _with_comma(pair: Pair, behind: tuple[Pair, ...]) -> str:
    """`laureate: A, The B` in braces: a comma ends a text there."""
    text, end = pair.value.value or "", pair.value.span.column + len(pair.value.value or "")
    for each in behind:
        text += ("," if each.span.column == end + 1 else ", ") + each.key
        end = each.span.column + len(each.key)
    parts = ", ".join(plain(part.strip()) for part in text.split(","))
    several = f", or a list: `{pair.key}: [{parts}]`" if ", " in text else ""
    return f"a comma ends a text here: put quotes around it: `{pair.key}: {quoted(text)}`{several}"


def _named(place: tuple[str | int, ...]) -> str:
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    return f"{key}: " if key else ""


def _way(root: Node, place: tuple[str | int, ...]) -> tuple[Node, ...]:
    """The nodes on the way to a place; short forms leave out steps that the long form has."""
    way = [root]
    for step in place:
        node = way[-1]
        pair = next((pair for pair in node.pairs if pair.key == step), None)
        if pair:
            way.append(pair.value)
        elif isinstance(step, int) and step < len(node.elements):
            way.append(node.elements[step])
    return tuple(way)


def _without(node: Node, places: tuple[tuple[str | int, ...], ...]) -> Node:
    """The node without the values at these places; steps that a short form omits are skipped."""
    children: dict[str | int, Node] = {pair.key: pair.value for pair in node.pairs} | dict(enumerate(node.elements))
    rests: dict[str | int, list[tuple[str | int, ...]]] = {}
    for place in places:
        at = next((at for at, step in enumerate(place) if step in children), None)
        if at is not None:
            rests.setdefault(place[at], []).append(place[at + 1 :])
    kept: dict[str | int, Node] = {}
    for name, child in children.items():
        below = tuple(rests.get(name, ()))
        if all(_reaches(rest, child) for rest in below):
            kept[name] = _without(child, below) if below else child
    pairs = tuple(replace(pair, value=kept[pair.key]) for pair in node.pairs if pair.key in kept)
    return replace(node, pairs=pairs, elements=tuple(child for name, child in kept.items() if isinstance(name, int)))


def _completed(node: Node, form: type[Written], wrong: Sequence[Any]) -> Node:
    """The node with a stand-in for each missing key, so that the keys beside it can be validated."""
    have = {pair.key for pair in node.pairs}
    missing = [str(each["loc"][0]) for each in wrong if each["type"] == "missing" and len(each["loc"]) == 1]
    added = (Pair(key, node.span, _stand_in(form, key, node)) for key in missing if key not in have)
    return replace(node, pairs=(*node.pairs, *added))


def _stand_in(form: type[Written], key: str, beside: Node) -> Node:
    return Node("scalar", beside.span, str(example(form, key)), toml="text" if beside.toml else "")


def _reaches(place: tuple[str | int, ...], node: Node) -> bool:
    """Whether some step of a place leads further into a node."""
    keys = {pair.key for pair in node.pairs}
    return any(step in keys or (isinstance(step, int) and step < len(node.elements)) for step in place)


def _form_at(form: type[Written], place: tuple[str | int, ...]) -> type[Written] | None:
    """The written form that reads the mapping at a place."""
    current: Any = form
    for step in place:
        if isinstance(current, type) and issubclass(current, Written):
            field = fields_by_key(current).get(str(step))
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

"""Validation of nodes against a written form, and of single texts; pydantic's errors become problems with places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from types import MappingProxyType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from ...problems import Fix, Key, Problem, Span, did_you_mean, nearest, only, plain, quoted
from ..nodes import Node, Pair
from . import meant
from .outline import FILES, SCALARS, Type
from .written import (
    IDLE,
    STAND_IN,
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
    vocabulary,
)

_W = TypeVar("_W", bound=Written)
_ROUNDS = 8
_LONGEST = 110
_MOST_LINES = 4
_OF_KEY = "[key]"
"""The last step of a place where pydantic means a key itself, not its value."""


def read(form: type[_W], node: Node | None, path: str, code: str = "value") -> tuple[_W | None, tuple[Problem, ...]]:
    """The written form without what is wrong in it, so that later stages see the rest; None if too little is left.

    `code` is that of a problem with a value.
    """
    if node is None or is_blank(node):
        return None, (Problem("empty", Span(path), "the file holds nothing", f"write {_needed(form)}"),)
    problems: tuple[Problem, ...] = ()
    misplaced: tuple[Problem, ...] = ()
    # What is left may miss a key that was wrong: then what holds it is left out in the next round.
    for _ in range(_ROUNDS):
        try:
            return form.model_validate(node), (*misplaced, *problems)
        except ValidationError as error:
            wrong = error.errors(include_url=False)
        if not problems and (found := _too_deep(form, node, wrong)):
            misplaced, node = (*misplaced, found[0]), found[1]
            continue
        problems = problems or _problems(form, node, wrong, code)
        node = _completed(_without(node, tuple(_place(each) for each in wrong)), form, wrong)
    return None, (*misplaced, *problems)


def _too_deep(form: type[Written], node: Node, errors: Sequence[Any]) -> tuple[Problem, Node] | None:
    """A key of the file that stands among ids, as `claims` below `results`, and the node with it at its place."""
    for steps in map(_steps, errors):
        field = fields_by_key(form).get(str(steps[0])) if len(steps) > 2 else None
        above = next((pair for pair in node.pairs if pair.key == steps[0]), None)
        if not field or not above or get_origin(_bare(field.annotation)) is not dict or node.toml:
            continue
        pair = next((each for each in above.value.pairs if each.key == steps[1]), None)
        if pair and pair.key in known(form) and all(each.key != pair.key for each in node.pairs):
            alone = replace(node, pairs=(*(each for each in node.pairs if each is not above), pair))
            if not _is_valid(form, alone):
                continue
            held = replace(above.value, pairs=tuple(each for each in above.value.pairs if each is not pair))
            pairs = tuple(replace(each, value=held) if each is above else each for each in node.pairs)
            left = pair.span.column - above.span.column
            where = f"{left} spaces further left" if pair.span.line > above.span.line else "outside of the braces"
            message = f"`{pair.key}` stands inside `{above.key}`, and is a key beside it"
            hint = f"write `{pair.key}:`, with all that is below it, {where}"
            problem = Problem("unknown-key", pair.span, message, hint, subject=(pair.key,))
            return problem, replace(node, pairs=(*pairs, pair))
    return None


def _is_valid(form: type[Written], node: Node) -> bool:
    try:
        form.model_validate(node)
    except ValidationError:
        return False
    return True


def _problems(form: type[Written], node: Node, errors: Sequence[Any], code: str) -> tuple[Problem, ...]:
    """What is wrong; of a key that may not stand there, not also its value."""
    keys = {_steps(error) for error in errors if error["loc"][-1:] == (_OF_KEY,)}
    told = (error for error in errors if error["loc"][-1:] == (_OF_KEY,) or _steps(error) not in keys)
    return tuple(_problem(form, node, error, code) for error in told)


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
            found = _unknown_key(form, _form_at(form, place[:-1]) or form, root, place)
            above = _misplaced(form, place, node) if node.toml else ""
            return replace(found, hint=above) if above else found
        case "missing":
            return _missing(form, root, place)
        case "written":
            message, hint = error["ctx"]["message"], _instead(root, place, error["ctx"]) or error["ctx"]["hint"]
            hint = _of_other_key(form, place, node) or hint
            if node.toml:
                hint = _misplaced(form, place, node) or _in_toml(form, root, place, error["ctx"])
            if keys := error["ctx"]["keys"]:
                return Problem("unknown-key", node.pairs[0].span, f"{named}{message}", hint, subject=keys)
        case "greater_than_equal":
            least = error["ctx"]["ge"]
            message, hint = f"the least is {least}", f"write {least} or more"
        case "less_than_equal":
            most, date = error["ctx"]["le"], meant.date(node.value or "")
            message, hint = f"the most is {most}", f"write {most} or less"
            hint = f"this looks like a date: write `ceremony: {date}`" if date else hint
    meant_by = tuple(error.get("ctx", {}).get(each, "") for each in ("sure", "likely"))
    sure = meant_by[0]
    if error["loc"][-1:] == (_OF_KEY,):
        span = _span_of_key(root, place)
        fix = Fix(span, str(place[-1]), sure) if sure else None
        return Problem(code, span, message, hint, subject=subject, fix=fix)
    fixes = (Fix(node.span, node.value, each) if each and node.value and not node.toml else None for each in meant_by)
    fix, likely = fixes
    return Problem(code, node.span, f"{named}{message}", hint, subject=subject, fix=fix, likely=likely)


def _of_other_key(form: type[Written], place: tuple[str | int, ...], node: Node) -> str:
    """The line to write where a word is none of the key's own, and is one of another key beside it."""
    fields = fields_by_key(_form_at(form, place[:-1]) or form)
    field, said = fields.get(str(place[-1])) if place else None, node.value or ""
    own = vocabulary(field) if field else ()
    if not own or meant.word(said, own):
        return ""
    words = {key: vocabulary(other) for key, other in fields.items() if other is not field}
    found = ((key, said if said in known else meant.word(said, known)) for key, known in words.items() if known)
    return next((f"write `{key}: {word}` in its place" for key, word in found if word), "")


def _missing(form: type[Written], root: Node, place: tuple[str | int, ...]) -> Problem:
    """A key that is not there; where it was mistyped, that is told of the other."""
    parent, key = _way(root, place[:-1])[-1], str(place[-1])
    inside = _form_at(form, place[:-1]) or form
    field = fields_by_key(inside).get(key)
    words = vocabulary(field) if field else ()
    hint = f"write `{key}: {words[0] if words else STAND_IN}`" + (f", or {', '.join(words[1:])}" if words else "")
    if parent.toml:
        hint = _setting(place, example(inside, key))
    needs = (("key", f"{parent.span.where}:{parent.span.column}:{key}"),)
    goes_on = _goes_on(form, root, place[:-1])
    hint = f"{hint}, or, {goes_on}" if goes_on else hint
    return Problem("missing-key", parent.span, f'the key "{key}" is missing', hint, subject=(key,), needs=needs)


def _goes_on(form: type[Written], root: Node, place: tuple[str | int, ...]) -> str:
    """An item that goes on with the item above it, or with a list inside that, and stands too far left."""
    if not place or not isinstance(place[-1], int) or place[-1] == 0:
        return ""
    way, before = _way(root, place), _way(root, (*place[:-1], place[-1] - 1))
    inside = _form_at(form, place)
    if not inside or len(way) != len(before) or way[-1] is before[-1] or not before[-1].pairs:
        return ""
    last = before[-1].pairs[-1]
    field = fields_by_key(inside).get(last.key)
    inner = _form_at_kind(_bare(field.annotation)) if field else None
    item = next(iter(last.value.elements), None)
    typed, above = ({pair.key for pair in each[-1].pairs} for each in (way, before))
    if inner and item and item.span.line != last.span.line and typed <= set(known(inner)):
        line = f"{' ' * (item.span.column - 3)}- {meant.flow(way[-1])}"
        return f"if it goes on with `{last.key}` above, indent it: `{line}`"
    is_rest = typed <= set(known(inside)) - above and set(required(inside)) <= above
    if typed and is_rest and way[-1].span.line > before[-1].span.line:
        first, head = (each[-1].pairs[0].key for each in (way, before))
        return f"if it belongs to the item above, write `{first}:` without a dash, below `{head}`"
    return ""


def _instead(root: Node, place: tuple[str | int, ...], said: Mapping[str, Any]) -> str:
    """The line to write, made from what was typed; nothing where none is said."""
    items, alone, besides = said["items"], said["alone"], said["hint"]
    if not items and not alone:
        return ""
    way = _way(root, place)
    key = next(
        (
            str(step)
            for at, step in reversed(list(enumerate(place)))
            if len(_way(root, place[: at + 1])) > len(_way(root, place[:at])) and isinstance(step, str)
        ),
        "",
    )
    is_item = isinstance(place[-1], int) if place else False
    if is_item and len(way) > len(_way(root, place[:-1])):
        each = " and ".join(f"`{item}`" for item in items or (alone,))
        hint = f"write {each}{', each as an item of its own' if len(items) > 1 else ''}"
    elif is_item and items:
        hint = f"write `{key}: [{', '.join(items)}]`" if key else f"write `[{', '.join(items)}]`"
        if len(hint) > _LONGEST:
            lines = ", ".join(f"`- {item}`" for item in items[:_MOST_LINES])
            more = ", and the others in the same way" if len(items) > _MOST_LINES else ""
            hint = f"write below `{key}:` each on a line of its own: {lines}{more}"
    else:
        text = alone or items[0]
        hint = f"write `{key}: {text}`" if key else f"write `{text}`"
    return f"{hint}{', ' * bool(besides)}{besides}"


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
    inner = _form_at(form, place[:-1])
    is_other = inner is not None and inner is not form and meant.key(str(place[-1]), known(inner))
    if field is None or is_other or (_bare(field.annotation) not in (str, bool) and not isinstance(place[-2], str)):
        return ""
    return f"put `{place[-1]} = {meant.short(meant.flow(node), '…')}` above the first line in square brackets"


_ELSEWHERE = MappingProxyType(
    {
        **dict.fromkeys(
            ("published", "brouillon"),
            "what is not to be published yet says `draft: true`",
        ),
        **dict.fromkeys(("slug", "permalink", "url"), "the name of the file is its address: rename the file"),
    }
)
"""What editors know from other programs, and what does it here."""


def _unknown_key(root_form: type[Written], form: type[Written], root: Node, place: tuple[str | int, ...]) -> Problem:
    """A key that its form does not have, and what was probably typed wrongly."""
    key, keys = str(place[-1]), known(form)
    parent = _way(root, place[:-1])[-1]
    pair = next((pair for pair in parent.pairs if pair.key == key), None)
    message = f'the key "{key}" is unknown here'
    if pair is None:
        return Problem("unknown-key", parent.span, message, f"known are {', '.join(keys)}")
    if found := _known_otherwise(form, parent, pair, message):
        return found
    told = form.INSTEAD.get(key, "") or _ELSEWHERE.get(key, "") if not pair.value.toml else ""
    right = meant.key(key, keys)
    other = right or (nearest(key, keys) or "" if not told else "")
    home = "" if right or told else _home(root_form, root, pair)
    hides = (_hidden(parent, other),) if other and not home else ()
    if found := _mistyped(keys, parent, pair, message, hides):
        return found
    hint = home or (f'did you mean "{other}"?' if other else "")
    found = None if hint else _strayed(form, parent, pair, message, may_be_category=not told and root_form is form)
    if found:
        return found
    instead = right or only(key, keys) if other and not home and not told else ""
    hint = hint or told or f"known are {', '.join(fields_by_key(form))}"
    return _of_key(parent, pair, message, hint, instead, hides)


def _of_key(
    parent: Node,
    pair: Pair,
    message: str,
    hint: str,
    instead: str | None = "",
    hides: tuple[Key, ...] = (),
    needs: tuple[Key, ...] = (),
) -> Problem:
    """A problem of an unknown key; `instead` mends it, unless that is there already."""
    is_free = not any(each.key == instead for each in parent.pairs)
    fix = Fix(pair.span, pair.key, instead) if instead and is_free else None
    return Problem("unknown-key", pair.span, message, hint, subject=(pair.key,), needs=needs, hides=hides, fix=fix)


def _hidden(parent: Node, key: str) -> Key:
    """A key that is said to be missing only because another one is wrong."""
    return "key", f"{parent.span.where}:{parent.span.column}:{key}"


def _known_otherwise(form: type[Written], parent: Node, pair: Pair, message: str) -> Problem | None:
    """A key behind no-break spaces, one that stands beside what it belongs into, or an address that `links` holds."""
    key, keys = pair.key, known(form)
    if key.lstrip("\u00a0\u2007\u202f\u3000 ") != key:
        plainly = " " * (len(key) - len(key.strip())) + key.strip()
        hint = f"write plain spaces: `{plainly}: {meant.flow(pair.value)}`"
        return _of_key(parent, pair, "no-break spaces stand before this key", hint, plainly)
    if key in keys:
        holder = next((name for name in ("results", "posts") if name in keys), "")
        if not holder:
            return _of_key(parent, pair, message, "delete it")
        hint = f"write it inside one of them: `{holder}: [{{{key}: {meant.flow(pair.value)}}}]`"
        return _of_key(parent, pair, f"`{key}` stands beside `{holder}`", hint)
    if "url" in (key, meant.key(key, ("url",))) and "links" in keys and not pair.value.toml:
        address = meant.address(pair.value.value or "") or meant.flow(pair.value) or "https://…"
        return _of_key(parent, pair, message, f"write `links: [{plain(address)}]`")
    return None


def _mistyped(keys: tuple[str, ...], parent: Node, pair: Pair, message: str, hides: tuple[Key, ...]) -> Problem | None:
    """A key with its value, or with the dash before it, because a space or a colon between the two is missing."""
    key = pair.key
    if is_blank(pair.value) and (tight := tight_key(key, keys)):
        return _of_key(parent, pair, "a space is missing behind the colon", f"write `{tight}`", tight, hides)
    first, blank, rest = key.partition(" ")
    if not has_colon(pair) and first in keys and blank and not pair.value.toml:
        line = f"{first}: {plain(rest.strip())}"
        message, hides = f"a colon is missing behind `{first}`", (_hidden(parent, first),)
        return _of_key(parent, pair, message, f"write `{line}`", line, hides)
    if key.startswith("-") and (bare := key.lstrip("-")) in keys:
        hint = f"write a space behind the dash: `- {bare}: {meant.short(meant.flow(pair.value), STAND_IN)}`"
        return _of_key(parent, pair, "a space is missing behind the dash", hint, hides=(_hidden(parent, bare),))
    return None


def _strayed(form: type[Written], parent: Node, pair: Pair, message: str, *, may_be_category: bool) -> Problem | None:
    """A text with a comma, or a line that should be indented: no key was meant here."""
    key, keys = pair.key, known(form)
    before = parent.pairs[: parent.pairs.index(pair)]
    last = next((each for each in reversed(before) if not is_blank(each.value)), None)
    above = next((each for each in reversed(before) if each.key in keys), None)
    if last and not has_colon(pair):
        behind = takewhile(lambda each: not has_colon(each), parent.pairs[before.index(last) + 1 :])
        field = fields_by_key(form).get(last.key)
        is_list = field is not None and get_origin(_bare(field.annotation)) is tuple
        hint = _with_comma(last, tuple(behind), is_list=is_list)
        needs = (("comma", f"{last.span.where}:{last.span.column}"),)
        return _of_key(parent, pair, message, hint, hides=(("line", last.span.where),), needs=needs)
    if above and is_blank(above.value) and above.span.column == pair.span.column:
        message = f"{message}: it stands beside `{above.key}`, which is empty"
        hint = f"indent it below `{above.key}`: `  {key}: {meant.flow(pair.value)}`".rstrip()
        return _of_key(parent, pair, message, hint, needs=(("below", f"{above.span.where}"),))
    if may_be_category and above and above.key == "results" and _is_slug(key):
        line = f"  {key}: {meant.flow(pair.value)}"
        message, hint = f'"{key}" is no key, and stands behind `results`', f"if it is a category, indent it: `{line}`"
        return _of_key(parent, pair, message, hint)
    return None


def _idle(form: type[Written], root: Node, place: tuple[str | int, ...]) -> Problem:
    """A key that says nothing without another one, or beside one."""
    key = str(place[-1])
    if other := form.LEFT.get(key):
        message = f"`{key}` says nothing beside `{other}`, which leads to the text that says it"
        return Problem("idle-key", _span_of_key(root, place), message, "delete it", subject=(key,))
    names = " or ".join(f"`{other}`" for other in needed(form, key))
    message = f"`{key}` says nothing without {names}"
    hint = f"write `{form.NEEDS[key][0]}` beside it, or delete it"
    return Problem("idle-key", _span_of_key(root, place), message, hint, subject=(key,))


def _is_slug(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))


_MOST_HOMES = 3


def _home(form: type[Written], root: Node, pair: Pair) -> str:
    """Where a key belongs that is right elsewhere in the same file, with the line to write there."""
    if root.toml:
        return ""
    names = (pair.key, *meant.keys(pair.key))
    homes = next(filter(None, (_homes(form, name) for name in names)), [])
    single = [way for way in homes if all(get_origin(kind) is None for _, kind in way)]
    if not homes or (len(homes) > _MOST_HOMES and not single):
        return _other_file(form, names)
    name = next(name for name in names if _homes(form, name))
    way = (single or homes)[0]
    others = [f"`{other[0][0]}`" for other in ([] if single else homes[1:])]
    first = way[0][0]
    line = _wrapped(way, f"{name}: {meant.short(meant.flow(pair.value), STAND_IN)}")
    there = next((each.value for each in root.pairs if each.key == first and not is_blank(each.value)), None)
    inner = _form_at(form, (first,))
    if len(way) == 1 and there and inner and single:
        short = f"{inner.SHORT}: {meant.flow(there)}" if there.form == "scalar" else meant.flow(there)[1:-1]
        line = f"{first}: {{{short}, {name}: {meant.flow(pair.value)}}}"
    where = " or ".join((f"`{first}`", *others))
    return f"it belongs inside {where}: write `{line}`"


def _other_file(form: type[Written], names: Iterable[str]) -> str:
    """The kind of file that a key is for."""
    others = {path: other for path, other in FILES.items() if other is not form}
    if len(others) == len(FILES):
        return ""
    for name in names:
        paths = [path for path, other in others.items() if name in known(other)]
        if paths:
            return f"it is a key of {' or '.join(paths)}: write it there" if len(paths) < len(others) else ""
        for path, other in others.items():
            if len(homes := _homes(other, name)) == 1:
                return f"it belongs into {path}: write there `{_wrapped(homes[0], f'{name}: {STAND_IN}')}`"
    return ""


def _wrapped(way: tuple[tuple[str, Any], ...], line: str) -> str:
    """A key with its value inside the keys that lead to it."""
    for key, kind in reversed(way):
        inner = _form_at_kind(kind)
        name = line.split(":", 1)[0]
        needed = [f"{each}: {STAND_IN}" for each in required(inner) if each != name] if inner else []
        braces = f"{{{', '.join((*needed, line))}}}"
        name = "<category>" if key == "results" else "<id>"
        held = (
            f"[{braces}]"
            if get_origin(kind) is tuple
            else f"{{{name}: {braces}}}"
            if get_origin(kind) is dict
            else braces
        )
        line = f"{key}: {held}"
    return line


def _homes(form: type[Written], key: str) -> list[tuple[tuple[str, Any], ...]]:
    """The ways from a form to the nearest forms below it that have a key: the keys on each, and what they hold."""
    level: list[tuple[type[Written], tuple[tuple[str, Any], ...]]] = [(form, ())]
    seen = {form}
    while level:
        found = [way for inner, way in level if way and key in known(inner)]
        if found:
            return found
        below = [
            (inner, (*way, (name, kind)))
            for outer, way in level
            for name, field in fields_by_key(outer).items()
            if (inner := _form_at_kind(kind := _bare(field.annotation))) and (inner not in seen or key in known(inner))
        ]
        level = below if len(seen) < len(seen := seen | {inner for inner, _ in below}) else []
    return []


def _form_at_kind(kind: Any) -> type[Written] | None:
    """The written form that a value of some kind is, or holds."""
    return kind if isinstance(kind, type) and issubclass(kind, Written) else next(_inside(kind), None)


def _with_comma(pair: Pair, behind: tuple[Pair, ...], *, is_list: bool) -> str:
    """`laureate: A, The B` in braces: a comma ends a text there."""
    text, end = pair.value.value or "", pair.value.span.column + len(pair.value.value or "")
    for each in behind:
        text += ("," if each.span.column == end + 1 else ", ") + each.key
        end = each.span.column + len(each.key)
    parts = ", ".join(plain(part.strip()) for part in text.split(","))
    several = f", or a list: `{pair.key}: [{parts}]`" if ", " in text and is_list else ""
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


# A single text, before it is written.

_ANY = ("text", "form", "list", "mapping")
_HINTS = MappingProxyType({says: hint for hint, says in SCALARS.items() if says != "text"})


def fault(type_: Type, text: str) -> tuple[str, str]:
    """What is wrong with a text, and a hint; twice nothing where it may stand."""
    if type_.is_a in _ANY:
        return "", ""
    if type_.is_a == "choice":
        if text in type_.words:
            return "", ""
        return f'"{text}" is not one of {", ".join(type_.words)}', did_you_mean(text, type_.words)
    try:
        _adapter(type_.is_a).validate_python(Node("scalar", Span(""), text))
    except ValidationError as error:
        said = error.errors(include_url=False)[0].get("ctx", {})
        return str(said.get("message", f'"{text}" is not a {type_.is_a}')), str(said.get("hint", ""))
    return "", ""


@cache
def _adapter(is_a: str) -> TypeAdapter[object]:
    return TypeAdapter(_HINTS[is_a])

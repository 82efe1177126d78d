"""The Jinja environment in which templates run: what they may reach, and how much they may do.

A theme may come from anybody. So a template can reach fields, a few methods and filters, but no internals of Python,
and everything that it does is charged to an allowance for each page: it always ends, and its result stays small.
"""

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, wraps
from itertools import chain
from numbers import Number
from types import CodeType, MappingProxyType
from typing import Any, Protocol

import jinja2
from jinja2 import nodes
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from ..sources import disk
from . import shortened
from .functions import FUNCTIONS
from .theme import Template

METHODS = (
    *("capitalize", "changed", "count", "cycle", "endswith", "get", "index", "isdecimal", "isdigit", "items", "keys"),
    *("lower", "lstrip", "removeprefix", "removesuffix", "rsplit", "rstrip", "split", "splitlines", "startswith"),
    *("strip", "super", "title", "upper", "values"),
)
"""What a template may call of a value: nothing that makes a long text out of a short one, or changes anything."""

FILTERS = (
    *("abs", "capitalize", "count", "default", "e", "escape", "first", "groupby", "int", "join", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "select", "selectattr"),
    *("sort", "string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount"),
)

TESTS = (
    *("boolean", "defined", "divisibleby", "eq", "equalto", "even", "false", "float", "ge", "gt", "in", "integer"),
    *("iterable", "le", "lower", "lt", "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string"),
    *("true", "undefined", "upper"),
)

LONGEST = 1_000_000
"""Characters of a text that a template makes, and items of a list."""

ALLOWANCE = 200_000_000
"""Characters that one page may write; other work is counted as so many."""

_STEP, _NODE, _ITEM, _PRINTED = 50, 10, 10, 4
_BITS = 12_000
_FAILING = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_marked = str.__new__
_FREE = ("count", "default", "first", "join", "last", "length", "sum")
_OF_TEXTS = ("capitalize", "e", "escape", "lower", "string", "title", "trim", "truncate", "upper", "wordcount")
_LOOPED, _ENTERED, _TEXT, _WEIGHED = "*looped", "*entered", "*text", "*weighed"
_COMPARING = ("eq", "equalto", "ge", "gt", "in", "le", "lower", "lt", "ne", "upper")
_LIGHT, _ASKED, _CALL, _TEMPLATE = 100, 250, 1000, 2000
_REMEMBERED = 50_000
_NOTHING = marshal.dumps(None)
_JINJAS_OWN = ("range", "dict", "lipsum", "cycler", "joiner", "namespace")


class TooMuch(Exception):
    """A template asks for more than a page may have."""


class Spend(Protocol):
    """Takes from what one page may do; without an amount, a new page begins."""

    def __call__(self, amount: int | None = None) -> None: ...


def open_environment(
    templates: Mapping[str, Template], printed: Callable[[Any], Any]
) -> tuple[jinja2.Environment, Spend]:
    """Jinja as this project uses it, and the meter of its pages; `printed` makes a text of what is printed."""
    spend, finalize, entered, shown, call = _meter(printed)
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # Folding constants costs more than it saves on templates that are used a few hundred times.
        optimized=False,
        extensions=["jinja2.ext.i18n"],
        finalize=finalize,
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    for name in _JINJAS_OWN:
        environment.globals.pop(name)
    tests: Mapping[str, Any] = environment.tests
    environment.tests = {name: _weighing(tests[name], spend, name) for name in TESTS}
    environment.filters = dict(_filters(environment.filters, spend)) | {_ENTERED: entered}
    # Jinja's own sandbox looks at more than these two need to, which would cost a quarter of the time of a page.
    environment.getattr = _fields(environment, spend)  # type: ignore[assignment, method-assign]
    environment.call = call  # type: ignore[method-assign]
    environment.is_safe_attribute = lambda obj, attr, value: _is_open(attr, value)  # type: ignore[method-assign]
    environment.intercepted_binops = frozenset(("+", "*", "**", "%"))
    environment.binop_table.update({"+": _sums(spend), "*": _product(spend), "**": _power(spend), "%": _remainder})
    environment.loader = _Loader(templates, _asked_for(environment, call, shown))  # type: ignore[assignment]
    return environment, spend


def _meter(
    printed: Callable[[Any], Any],
) -> tuple[Spend, Callable[[Any], Any], Callable[[str, int], str], Callable[[Any], str], Callable[..., Any]]:
    """What may spend of the allowance of a page: code at large, what is printed, a loop, a text as HTML, a call.

    Closures over one number, because they run for every piece of every page.
    """
    left = ALLOWANCE

    def spend(amount: int | None = None) -> None:
        nonlocal left
        left = ALLOWANCE if amount is None else left - abs(amount)
        if left < 0:
            raise TooMuch(f"one page does more than writing {ALLOWANCE // 1_000_000} million letters would be")

    def finalize(value: Any) -> Any:
        nonlocal left
        if isinstance(value, str | int):
            left -= (len(value) if isinstance(value, str) else value.bit_length()) * _PRINTED
            if left < 0:
                spend(0)
        return printed(value)

    def entered(nothing: str, cost: int) -> str:
        nonlocal left
        left -= cost
        if left < 0:
            spend(0)
        return nothing

    memories: tuple[dict[str, str], dict[str, str]] = ({}, {})

    def shown(value: Any) -> str:
        """What is printed of a value, as HTML: `escape(finalize(value))`, remembered for short texts."""
        nonlocal left
        kind = type(value)
        if kind is not Markup and kind is not str:
            if kind is not int:
                return escape(finalize(value))
            left -= value.bit_length() * _PRINTED
            return str(value)
        left -= len(value) * _PRINTED
        if left < 0:
            spend(0)
        if kind is Markup and "<" in value:
            made: str = value
            return made
        memory = memories[kind is Markup]
        found = memory.get(value)
        if found is None:
            found = str(escape(printed(value)))
            if len(value) <= _LIGHT:
                if len(memory) >= _REMEMBERED:
                    memory.clear()
                memory[value] = found
        return found

    def call(
        context: Context, function: Any, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **more: Any
    ) -> Any:
        """Call a function, without Jinja's last two arguments, which none takes; only Jinja's own get the context."""
        nonlocal left
        left -= _CALL
        if left < 0:
            spend(0)
        kind = type(function)
        if kind is Macro:
            if not more and len(args) == len(function.arguments) and not (function.caller or function.catch_varargs):
                return _marked(Markup, function._func(*args)) if not function.catch_kwargs else function(*args)
            return function(context.eval_ctx, *args, **more)
        if kind is BlockReference:
            return context.call(function, *args, **more)
        owner = getattr(function, "__self__", None)
        is_weighty = isinstance(owner, str | list | tuple | dict)
        # Also what only compares what it is given, or finds it by its hash, looks through all of it.
        spend(sum(map(_weight, (owner, *args, *more.values()) if is_weighty else args)) * _ITEM)
        return function(*args, **more)

    return spend, finalize, entered, shown, call


def _asked_for(
    environment: jinja2.Environment, call: Callable[..., Any], shown: Callable[[Any], str]
) -> Mapping[str, Any]:
    """What the shortened code of a template asks for."""
    modules: dict[str, Any] = {}

    def function(name: str) -> Any:
        return environment.globals.get(name) or environment.undefined(name=name)

    def known(name: str, *args: Any) -> str | None:
        """What a function gives for what a template spells out; what is long, or fails, is asked for on its page."""
        try:
            made = function(name)(*args)
        except _FAILING:
            return None
        return made if isinstance(made, str) and len(made) <= _LIGHT else None

    def printed(made: str | None) -> str | None:
        return None if made is None else shown(made)

    def imported(name: str, context: Context) -> Any:
        """The macros of a template, which see no page: one module serves them all."""
        if name not in modules:
            modules[name] = environment.get_template(name)._get_default_module(context)
        return modules[name]

    def field(value: Any, name: str) -> Any:
        """A field whose name a template spells out, and no underscore before it."""
        try:
            found = getattr(value, name)
        except AttributeError:
            return environment.getattr(value, name)
        return environment.getattr(value, name) if callable(found) else found

    asked = (call, field, function, imported, known, printed, shown)
    return MappingProxyType(dict(zip(shortened.NAMES, asked, strict=True)))


def scalar(value: Any) -> Any:
    """A value that is a text or a number; the text of anything else would be Python's, and of any length."""
    if isinstance(value, str | Number):
        return value
    if isinstance(value, jinja2.Undefined):
        return str(value)
    raise TypeError(f"{_kind(value)} is no text; print its parts")


def _kind(value: Any) -> str:
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


# What a template may reach.


def _fields(environment: jinja2.Environment, spend: Spend) -> Callable[[Any, str], Any]:
    def field(value: Any, name: str) -> Any:
        try:
            found = getattr(value, name)
        except AttributeError:
            try:
                return value[name]
            except (TypeError, LookupError):
                spend(_CALL)
                return environment.undefined(f'{_kind(value)} has no "{name}"', obj=value, name=name)
        if not callable(found):
            if name[0] != "_":
                return found
        elif _is_open(name, found):
            return found
        return environment.undefined(f'"{name}" is not for templates', obj=value, name=name)

    return field


def _is_open(name: str, found: Any) -> bool:
    """Whether a template may have what it finds by this name."""
    return not name.startswith("_") and (
        not callable(found) or name in METHODS or isinstance(found, Macro | BlockReference)
    )


# How much it may do.


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class _Loader:
    """Gives Jinja the templates of a theme, each body and loop of which pays before it runs."""

    templates: Mapping[str, Template]
    asked: Mapping[str, Any]

    def load(self, environment: jinja2.Environment, name: str, globals: Any = None) -> jinja2.Template:
        template = self.templates.get(name)
        if template is None:
            raise jinja2.TemplateNotFound(name)
        code = _compiled(template.text, name, template.path)
        module = {**self.asked, "environment": environment, "__file__": code.co_filename}
        exec(code, module)
        return environment.template_class.from_module_dict(environment, module, globals or {})


@lru_cache(maxsize=1)
def _compiler() -> jinja2.Environment:
    """An environment that only compiles."""
    return open_environment({}, lambda value: value)[0]


@lru_cache(maxsize=1024)
def _compiled(text: str, name: str, path: str) -> CodeType:
    """The code of a template, which depends on its text alone: a preview compiles it once for all its builds."""
    return _known(text, name, path)


def _known(text: str, name: str, path: str) -> CodeType:
    """That code as another process kept it, or made now and kept."""
    place = "template-" + disk.digest(repr((name, path)).encode("utf-8", "surrogatepass"))
    kept = marshal.loads(disk.read_code(place) or _NOTHING)
    if kept and kept[0] == text:
        code: CodeType = kept[1]
        return code
    made = _made(text, name, path)
    disk.write_code(place, marshal.dumps((text, made)))
    return made


def _made(text: str, name: str, path: str) -> CodeType:
    environment = _compiler()
    tree = environment.parse(text, name, path)
    found = gathered(tree)
    functions = frozenset(FUNCTIONS).difference(bound(chain.from_iterable(found.get(kind, ()) for kind in BINDING)))
    _metered(tree, found)
    return shortened.code(environment.compile(tree, name, path, raw=True), path, functions)


BINDING = (nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)
"""The nodes of a template that may give a name to something."""


def bound(found: Iterable[nodes.Node]) -> Iterator[str]:
    """The names that a template gives to something of its own."""
    for node in found:
        match node:
            case nodes.Name(name=name, ctx="store" | "param") | nodes.Macro(name=name) | nodes.Import(target=name):
                yield name
            case nodes.FromImport(names=names):
                yield from (name if isinstance(name, str) else name[1] for name in names)


def gathered(tree: nodes.Node) -> Mapping[type[nodes.Node], list[Any]]:
    """The nodes of a template by type, in the order in which they stand there: one walk for all who look for some."""
    found: defaultdict[type[nodes.Node], list[Any]] = defaultdict(list)
    pending: list[nodes.Node] = [tree]
    while pending:
        node = pending.pop()
        found[type(node)].append(node)
        pending.extend(reversed(tuple(node.iter_child_nodes())))
    return found


def _metered(tree: nodes.Template, found: Mapping[type[nodes.Node], list[Any]]) -> None:
    tree.body.insert(0, _entry(tree, _TEMPLATE))
    for text in found.get(nodes.Concat, ()):
        text.nodes = [_filtered(part, _TEXT) for part in text.nodes]
    for comparison in found.get(nodes.Compare, ()):
        _weigh(comparison)
    for item in found.get(nodes.Getitem, ()):
        if not isinstance(item.arg, nodes.Const):
            item.node = _filtered(item.node, _WEIGHED)
            if not isinstance(item.arg, nodes.Slice):
                item.arg = _filtered(item.arg, _WEIGHED)
    for pair in found.get(nodes.Pair, ()):
        if not isinstance(pair.key, nodes.Const):
            pair.key = _filtered(pair.key, _WEIGHED)
    for output in found.get(nodes.Output, ()):
        # Jinja makes texts of what it knows before a page is made, and asks nobody.
        output.nodes = [_filtered(part, _TEXT) if _is_fixed(part) else part for part in output.nodes]
    for loop in found.get(nodes.For, ()):
        if loop.recursive:
            loop.body.insert(0, _entry(loop))
        loop.iter = _filtered(loop.iter, _LOOPED, _cost(loop.body))
    for kind in (nodes.Macro, nodes.CallBlock, nodes.Block):
        for node in found.get(kind, ()):
            node.body.insert(0, _entry(node))


def _weigh(comparison: nodes.Compare) -> None:
    """What is compared with a text or number that stands there costs nothing; what is searched does."""
    weighty = [
        operand
        for operand in comparison.ops
        if not isinstance(operand.expr, nodes.Const)
        and not (isinstance(operand.expr, nodes.Literal) and _is_fixed(operand.expr))
    ]
    for operand in weighty:
        operand.expr = _filtered(operand.expr, _WEIGHED)
    if weighty:
        comparison.expr = _filtered(comparison.expr, _WEIGHED)


def _is_fixed(node: nodes.Node) -> bool:
    """Whether an expression is more than a text or number, and names nothing of the page."""
    return not isinstance(node, nodes.TemplateData | nodes.Const | nodes.Name) and not any(node.find_all(nodes.Name))


def _entry(node: Any, more: int = 0) -> nodes.Node:
    return nodes.ExprStmt(_filtered(nodes.Const(""), _ENTERED, _cost(node.body) + more), lineno=node.lineno)


def _filtered(node: Any, name: str, *numbers: int) -> nodes.Expr:
    # No template can spell these names.
    return nodes.Filter(node, name, [nodes.Const(number) for number in numbers], [], None, None, lineno=node.lineno)


def _cost(body: Iterable[nodes.Node]) -> int:
    """What running a body once costs, without those inside it that pay for themselves."""
    cost, pending = _STEP, list(body)
    while pending:
        node = pending.pop()
        cost += len(node.data) if isinstance(node, nodes.TemplateData) else _NODE
        cost += _ASKED if isinstance(node, nodes.Call) else 0
        if not isinstance(node, nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
            pending.extend(node.iter_child_nodes())
    return cost


def _filters(jinjas: Mapping[str, Callable[..., Any]], spend: Spend) -> Iterator[tuple[str, Callable[..., Any]]]:
    def looped(values: Any, cost: int) -> Any:
        if not hasattr(values, "__len__"):
            values = list(values)
        spend(len(values) * cost)
        return values

    @jinja2.pass_context
    def joined(context: Context, values: Iterable[Any], by: str = "", attribute: str | None = None) -> Any:
        parts = list(jinjas["map"](context, values, attribute=attribute) if attribute else values)
        spend(len(parts) * _STEP)
        _checked(sum(len(part) if isinstance(scalar(part), str) else 1 for part in parts) + len(by) * len(parts))
        return jinjas["join"](context.eval_ctx, parts, by)

    @jinja2.pass_context
    def summed(context: Context, values: Iterable[Any], attribute: str | None = None) -> Any:
        parts = list(jinjas["map"](context, values, attribute=attribute) if attribute else values)
        spend(len(parts) * _STEP)
        return sum(parts)

    @jinja2.pass_eval_context
    def replaced(context: nodes.EvalContext, text: str, old: str, new: str, count: int | None = None) -> Any:
        size = len(scalar(text))
        spend(size)
        _checked(size + (size // max(1, len(old)) + 1) * len(new))
        return jinjas["replace"](context, text, old, new, count)

    def joinable(value: Any) -> Any:
        if isinstance(value, str) and len(value) > _LIGHT:
            _checked(len(value))
            spend(len(value))
        elif isinstance(value, int):
            spend(value.bit_length() * _PRINTED)
        return scalar(value)

    def weighed(value: Any) -> Any:
        if (isinstance(value, str) and len(value) > _LIGHT) or isinstance(value, list | tuple | dict):
            spend(_weight(value))
        return value

    yield from ((_LOOPED, looped), (_TEXT, joinable), (_WEIGHED, weighed))
    for name in FILTERS:
        yield name, jinjas[name] if name in _FREE else _priced(jinjas[name], spend, is_of_text=name in _OF_TEXTS)
    yield from (("join", joined), ("replace", replaced), ("sum", summed))


def _priced(filter: Callable[..., Any], spend: Spend, *, is_of_text: bool) -> Callable[..., Any]:
    """One of Jinja's filters, which pays for the length of what it is given."""

    @wraps(filter)
    def priced(*args: Any, **more: Any) -> Any:
        value = next(each for each in args if not isinstance(each, jinja2.Environment | Context | nodes.EvalContext))
        if is_of_text:
            scalar(value)
        spend(_weight(value) * _ITEM)
        return filter(*args, **more)

    return priced


def _weighing(test: Callable[..., Any], spend: Spend, name: str) -> Callable[..., Any]:
    """One of Jinja's tests, which pays for what it looks through."""
    if name not in _COMPARING:
        return test

    @wraps(test)
    def weighing(*args: Any) -> Any:
        spend(sum(map(_weight, args)) + _STEP)
        return test(*args)

    return weighing


def _weight(value: Any) -> int:
    """What it takes to look through a value once: its letters, or its items and what they hold."""
    if not isinstance(value, list | tuple | dict):
        return len(value) if hasattr(value, "__len__") else 1
    weight, pending = 0, [value]
    while pending:
        held = pending.pop()
        weight += len(held) + 1
        _checked(weight)
        inside = (*held, *held.values()) if isinstance(held, dict) else held
        pending += [each for each in inside if isinstance(each, list | tuple | dict)]
    return weight


def _sums(spend: Spend) -> Callable[[Any, Any], Any]:
    def total(left: Any, right: Any) -> Any:
        if isinstance(left, str) != isinstance(right, str):
            raise TypeError('"+" adds numbers; write ~ to join a text and something else')
        if hasattr(left, "__len__") and hasattr(right, "__len__"):
            size = len(left) + len(right)
            _checked(size)
            spend(size)
        return left + right

    return total


def _product(spend: Spend) -> Callable[[Any, Any], Any]:
    def product(left: Any, right: Any) -> Any:
        _digits(left, right)
        made = left * right
        spend(_length(made))
        return made

    return product


def _power(spend: Spend) -> Callable[[Any, Any], Any]:
    def power(left: Any, right: Any) -> Any:
        _digits(left, right)
        if isinstance(left, int) and isinstance(right, int):
            _checked(left.bit_length() * right, _BITS)
        made = left**right
        spend(_length(made))
        return made

    return power


def _length(number: Any) -> int:
    return number.bit_length() if isinstance(number, int) else 1


def _remainder(left: Any, right: Any) -> Any:
    _digits(left, right)
    return left % right


def _digits(*values: Any) -> None:
    """Arithmetic is for numbers, and for those that can be printed."""
    other = next((value for value in values if not isinstance(value, int | float)), None)
    if other is not None:
        raise TypeError(f"{_kind(other)} is no number")
    _checked(sum(value.bit_length() for value in values if isinstance(value, int)), _BITS)


def _checked(size: int, most: int = LONGEST) -> None:
    if size > most:
        raise TooMuch(f"a template makes something of {size:,} parts; {most:,} at most")

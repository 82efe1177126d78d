"""Hold each template against its view and against what is safe, without rendering it.

Owns: the contract between themes and the program: names, fields, filters, attributes, sentences.
Never: runs a template, or looks at a value.
"""

import dataclasses
import types
from collections.abc import Iterator, Mapping
from typing import Any, Union, get_args, get_origin, get_type_hints

import jinja2
from jinja2 import meta, nodes

from . import markup
from .problems import Problem, Span, did_you_mean
from .render import new_environment
from .theme import Template, Theme
from .views import Head, Site

FUNCTIONS = (
    *("_", "gettext", "ngettext", "pgettext", "npgettext", "say", "word", "href", "asset", "absolute", "external"),
    *("date", "weekday", "iso", "number", "ordinal", "html", "param"),
)
"""What a template may call besides its own macros."""

_SPEAKING = ("_", "gettext", "ngettext", "pgettext", "npgettext")
_NAMES = frozenset((*FUNCTIONS, "page", "site", "loop", "caller", "super", "self", "varargs", "kwargs"))
_FILTERS = (
    *("batch", "capitalize", "count", "default", "first", "groupby", "join", "last", "length", "list", "lower"),
    *("map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice"),
    *("sort", "sum", "string", "title", "trim", "truncate", "unique", "upper", "wordcount", "abs", "int", "e", "escape"),
)


@dataclasses.dataclass(frozen=True, slots=True)
class _AnyPage:
    """What a template that is not a page's own may count on."""

    head: Head


def lint(theme: Theme, views: Mapping[str, type]) -> tuple[Problem, ...]:
    """Everything in a theme's templates that would fail, mislead or let somebody's text run."""
    environment = new_environment(theme)
    problems = [_missing(theme, name) for name in views if name not in theme.templates]
    by_path = {template.path: (name.split(":")[-1], template) for name, template in theme.templates.items()}
    for name, template in by_path.values():
        problems += _of_template(environment, theme, template, views.get(name, _AnyPage))
    return tuple(problems)


def _missing(theme: Theme, name: str) -> Problem:
    span = Span(f"themes/{theme.chain[0]}/theme.toml")
    return Problem("template", span, f'the theme has no template "{name}"', f"write templates/{name}")


def _of_template(
    environment: jinja2.Environment, theme: Theme, template: Template, view: type
) -> Iterator[Problem]:
    try:
        tree = environment.parse(template.text)
    except jinja2.TemplateSyntaxError as error:
        yield Problem("template", Span(template.path, error.lineno), f"this is no template: {error.message}")
        return
    yield from _names(tree, template.path)
    yield from _references(tree, theme, template.path)
    yield from _fields(tree, template.path, view)
    yield from _filters(tree, template.path)
    yield from _tests(environment, tree, template.path)
    yield from markup.unsafe(environment.lex(template.text), template.path)
    yield from _sentences(tree, theme, template.path)


def _names(tree: nodes.Template, path: str) -> Iterator[Problem]:
    own = {target for node in tree.find_all((nodes.Import, nodes.FromImport)) for target in _imported(node)}
    own |= {node.name for node in tree.find_all((nodes.Macro,))}
    own |= {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    for unknown in sorted(meta.find_undeclared_variables(tree) - own - _NAMES):
        line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == unknown), 1)
        hint = did_you_mean(unknown, _NAMES) or f"a template sees page, site and {', '.join(FUNCTIONS)}"
        yield Problem("unknown-name", Span(path, line), f'"{unknown}" is nothing a template knows', hint)


def _imported(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Import):
        yield node.target
    if isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _references(tree: nodes.Template, theme: Theme, path: str) -> Iterator[Problem]:
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        target = getattr(node, "template", None)
        name = target.value if isinstance(target, nodes.Const) else None
        if not isinstance(name, str):
            hint = "write the template's name in quotes"
            yield Problem("dynamic-template", Span(path, node.lineno), "a template is reached by a computed name", hint)
        elif name not in theme.templates:
            message = f'there is no template "{name}"'
            yield Problem("template", Span(path, node.lineno), message, did_you_mean(name, theme.templates))
        elif theme.templates[name].path == path:
            hint = f'write "{theme.chain[-1]}:{name}" for the one below'
            yield Problem("template", Span(path, node.lineno), "a template reaches itself", hint)


def _filters(tree: nodes.Template, path: str) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Filter):
        if node.name == "safe":
            message = 'the filter "safe" would let any text run'
            yield Problem("unsafe-filter", Span(path, node.lineno), message, "print html(…) of a view's Html")
        elif node.name not in _FILTERS:
            message = f'the filter "{node.name}" is unknown'
            yield Problem("unknown-filter", Span(path, node.lineno), message, did_you_mean(node.name, _FILTERS))


def _tests(environment: jinja2.Environment, tree: nodes.Template, path: str) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Test):
        if node.name not in environment.tests:
            message = f'the test "{node.name}" is unknown'
            yield Problem("unknown-test", Span(path, node.lineno), message, did_you_mean(node.name, environment.tests))


def _fields(tree: nodes.Template, path: str, view: type) -> Iterator[Problem]:
    """Follow `page` and `site` through loops and sets as far as types are declared."""
    yield from _walk(tree, {"page": view, "site": Site}, path)


def _walk(node: nodes.Node, known: dict[str, Any], path: str) -> Iterator[Problem]:
    if isinstance(node, nodes.Macro):
        own = {name.name for name in node.args}
        known = {name: kind for name, kind in known.items() if name not in own}
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, known, path)
        known = {**known, **_bound(node.target, _element(_type(node.iter, known)))}
    if isinstance(node, nodes.With):
        known = {**known, **{t.name: _type(v, known) for t, v in zip(node.targets, node.values, strict=True)}}  # type: ignore[attr-defined]
    if isinstance(node, nodes.Getattr):
        owner = _type(node.node, known)
        if dataclasses.is_dataclass(owner) and not hasattr(owner, node.attr):
            fields = [field.name for field in dataclasses.fields(owner)]
            name = owner.__name__ if isinstance(owner, type) else "it"
            said = ast_text(node.node)
            message = f'{said} has no field "{node.attr}" ({name} has {", ".join(fields)})'
            yield Problem("unknown-view-field", Span(path, node.lineno), message, did_you_mean(node.attr, fields))
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.For) and child is node.iter:
            continue
        yield from _walk(child, known, path)
        if isinstance(child, nodes.Assign):
            known = {**known, **_bound(child.target, _type(child.node, known))}


def ast_text(node: nodes.Node) -> str:
    """How a chain of names reads in the template: `page.head`."""
    if isinstance(node, nodes.Getattr):
        return f"{ast_text(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "this"


def _bound(target: nodes.Node, kind: Any) -> dict[str, Any]:
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    if isinstance(target, nodes.Tuple):
        return {item.name: None for item in target.items if isinstance(item, nodes.Name)}
    return {}


def _type(node: nodes.Node, known: Mapping[str, Any]) -> Any:
    """The declared type of an expression; None where nothing is declared."""
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _type(node.node, known)
        if dataclasses.is_dataclass(owner):
            return _bare(get_type_hints(owner).get(node.attr))
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
        return _element(_type(node.node, known))
    if isinstance(node, nodes.Getitem):
        return _type(node.node, known)
    return None


def _bare(kind: Any) -> Any:
    """Without None; a union of several has no fields that are sure."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return kind


def _element(kind: Any) -> Any:
    arguments = get_args(kind)
    return _bare(arguments[0]) if get_origin(kind) is tuple and arguments[1:] == (...,) else None


def _sentences(tree: nodes.Template, theme: Theme, path: str) -> Iterator[Problem]:
    speech = theme.catalogue
    for call in tree.find_all(nodes.Call):
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        if function not in _SPEAKING:
            continue
        said = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
        in_context = function in ("pgettext", "npgettext")
        if len(said) <= in_context:
            hint = "write the sentence itself, in quotes"
            yield Problem("untranslated", Span(path, call.lineno), "a computed sentence can't be translated", hint)
        elif ((str(said[0]), str(said[1])) if in_context else ("", str(said[0]))) not in speech.forms:
            message = f'"{said[in_context]}" has no translation in {speech.language}'
            hint = f"add it to themes/{theme.chain[0]}/locale/{speech.language}/LC_MESSAGES/messages.po"
            yield Problem("untranslated", Span(path, call.lineno), message, hint)

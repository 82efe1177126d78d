"""Hold each template against its view and against what is safe, without rendering it.

Owns: the contract between themes and the program: names, fields, filters, attributes, sentences.
Never: runs a template, or looks at a value.
"""

import dataclasses
import types
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import jinja2
from jinja2 import nodes

from . import markup
from .problems import Problem, Span, did_you_mean
from .render import new_environment
from .theme import Template, Theme
from .views import Head, Site

FUNCTIONS = (
    *("_", "gettext", "ngettext", "pgettext", "npgettext", "say", "word", "href", "asset", "absolute", "external"),
    *("srcset", "shared", "date", "weekday", "iso", "number", "ordinal", "html", "param", "ornament", "medal"),
)
"""What a template may call besides its own macros."""

_SPEAKING = ("_", "gettext", "ngettext", "pgettext", "npgettext")
_NAMES = frozenset((*FUNCTIONS, "page", "site", "loop", "caller", "super", "self", "varargs", "kwargs"))
_FILTERS = (
    *("batch", "capitalize", "count", "default", "first", "groupby", "join", "last", "length", "list", "lower"),
    *("map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice"),
    *("sort", "sum", "string", "title", "trim", "truncate", "unique", "upper", "wordcount", "abs", "int", "e"),
    "escape",
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
    problems += _unread(theme, views)
    for name, template in by_path.values():
        problems += _of_template(environment, theme, template, views.get(name, _AnyPage))
    return tuple(problems)


def _missing(theme: Theme, name: str) -> Problem:
    span = Span(f"themes/{theme.chain[0]}/theme.toml")
    return Problem("template", span, f'the theme has no template "{name}"', f"write templates/{name}")


def _unread(theme: Theme, views: Mapping[str, type]) -> Iterator[Problem]:
    """Templates of pages that no kind of page has, and no template reaches."""
    texts = tuple(template.text for template in theme.templates.values())
    for name, template in theme.templates.items():
        if name.startswith("page/") and name not in views and not any(name in text for text in texts):
            message = f'there is no kind of page for "{name}"'
            hint = did_you_mean(name, views) or f"delete it; there are {', '.join(sorted(views))}"
            yield Problem("stray-template", Span(template.path), message, hint, subject=(name,))


def _of_template(
    environment: jinja2.Environment, theme: Theme, template: Template, view: type
) -> Iterator[Problem]:
    try:
        tree = environment.parse(template.text)
        # A walk through a tree as deep as this one may fail where parsing did not.
        problems = tuple(_in_tree(tree, environment, theme, template, view))
        yield from (_placed(problem, template.text.splitlines()) for problem in problems)
    except jinja2.TemplateSyntaxError as error:
        said = (error.message or "").rstrip(".")
        yield Problem("template", Span(template.path, error.lineno), f"this is no template: {said}")
    except (RecursionError, ValueError) as error:
        yield Problem("template", Span(template.path), f"this is no template: {error}")


def _placed(problem: Problem, lines: list[str]) -> Problem:
    """Jinja tells lines only: the column is where the line holds the word in question."""
    line = lines[problem.span.line - 1] if 0 < problem.span.line <= len(lines) else ""
    column = line.find(problem.subject[0]) + 1 if problem.subject else 0
    span = dataclasses.replace(problem.span, column=column or 1)
    # A template may spell half a character, `\\ud800`, which nothing can print.
    return dataclasses.replace(problem, span=span, message=problem.message.encode("utf-8", "replace").decode())


def _in_tree(
    tree: nodes.Template, environment: jinja2.Environment, theme: Theme, template: Template, view: type
) -> Iterator[Problem]:
    found = _Found(_gathered(tree))
    yield from _filters(found, template.path)
    yield from _tests(environment, found, template.path)
    yield from _names(found, template.path)
    yield from _references(found, theme, template.path)
    yield from _walk(tree, {"page": view, "site": Site}, template.path)
    yield from _unescaped(found, template.path)
    yield from markup.unsafe(environment.lex(template.text), template.path)
    yield from _sentences(found, theme, template.path)


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """The nodes of a template by type: one walk serves every rule."""

    groups: Mapping[type[nodes.Node], list[nodes.Node]]

    def all(self, *kinds: type[nodes.Node]) -> Iterator[Any]:
        for kind in kinds:
            yield from self.groups.get(kind, ())


def _gathered(tree: nodes.Template) -> Mapping[type[nodes.Node], list[nodes.Node]]:
    found: defaultdict[type[nodes.Node], list[nodes.Node]] = defaultdict(list)
    pending: list[nodes.Node] = [tree]
    while pending:
        node = pending.pop()
        found[type(node)].append(node)
        pending.extend(node.iter_child_nodes())
    return found


def _unescaped(found: _Found, path: str) -> Iterator[Problem]:
    for node in found.all(nodes.EvalContextModifier, nodes.ScopedEvalContextModifier):
        message = "autoescape is not for a theme to change"
        yield Problem("autoescape", Span(path, node.lineno), message, "print html(…) of a view's Html")


def _names(found: _Found, path: str) -> Iterator[Problem]:
    own = {target for node in found.all(nodes.Import, nodes.FromImport) for target in _imported(node)}
    own |= {node.name for node in found.all(nodes.Macro)}
    own |= {name.name for name in found.all(nodes.Name) if name.ctx in ("store", "param")}
    lines = {name.name: name.lineno for name in found.all(nodes.Name) if name.name not in own | _NAMES}
    for unknown, line in sorted(lines.items()):
        hint = did_you_mean(unknown, _NAMES) or f"a template sees page, site and {', '.join(FUNCTIONS)}"
        message = f'"{unknown}" is nothing a template knows'
        yield Problem("unknown-name", Span(path, line), message, hint, subject=(unknown,))


def _imported(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Import):
        yield node.target
    if isinstance(node, nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _references(found: _Found, theme: Theme, path: str) -> Iterator[Problem]:
    for node in found.all(nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
        target = getattr(node, "template", None)
        name = target.value if isinstance(target, nodes.Const) else None
        if not isinstance(name, str):
            hint = "write the template's name in quotes"
            yield Problem("dynamic-template", Span(path, node.lineno), "a template is reached by a computed name", hint)
        elif name not in theme.templates:
            message = f'there is no template "{name}"'
            hint = did_you_mean(name, theme.templates) or f"write themes/{theme.chain[0]}/templates/{name}"
            yield Problem("template", Span(path, node.lineno), message, hint, subject=(name,))
        elif theme.templates[name].path == path:
            hint = f'write "{theme.chain[-1]}:{name}" for the one below'
            yield Problem("template", Span(path, node.lineno), "a template reaches itself", hint)


def _filters(found: _Found, path: str) -> Iterator[Problem]:
    for node in found.all(nodes.Filter):
        if node.name == "safe":
            message = 'the filter "safe" would let any text run'
            hint = "print html(…) of a view's Html"
            yield Problem("unsafe-filter", Span(path, node.lineno), message, hint, subject=("safe",))
        elif node.name not in _FILTERS:
            message = f'the filter "{node.name}" is unknown'
            hint = did_you_mean(node.name, _FILTERS) or f"there are {', '.join(sorted(_FILTERS))}"
            yield Problem("unknown-filter", Span(path, node.lineno), message, hint, subject=(node.name,))


def _tests(environment: jinja2.Environment, found: _Found, path: str) -> Iterator[Problem]:
    for node in found.all(nodes.Test):
        if node.name not in environment.tests:
            message = f'the test "{node.name}" is unknown'
            named = sorted(name for name in environment.tests if name.isidentifier())
            hint = did_you_mean(node.name, environment.tests) or f"there are {', '.join(named)}"
            yield Problem("unknown-test", Span(path, node.lineno), message, hint, subject=(node.name,))


def _walk(node: nodes.Node, known: dict[str, Any], path: str) -> Iterator[Problem]:
    """Follow `page` and `site` through loops and sets as far as types are declared."""
    if isinstance(node, nodes.Macro):
        own = {name.name for name in node.args}
        known = {name: kind for name, kind in known.items() if name not in own}
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, known, path)
        known = {**known, **_bound(node.target, _element(_type(node.iter, known)))}
    if isinstance(node, nodes.With):
        for target, value in zip(node.targets, node.values, strict=True):
            known = {**known, **_bound(target, _type(value, known))}
    if isinstance(node, nodes.Getattr):
        owner = _type(node.node, known)
        if dataclasses.is_dataclass(owner) and not hasattr(owner, node.attr):
            fields = [field.name for field in dataclasses.fields(owner)]
            name = owner.__name__ if isinstance(owner, type) else "it"
            said = ast_text(node.node)
            message = f'{said} has no field "{node.attr}" ({name} has {", ".join(fields)})'
            hint = did_you_mean(node.attr, fields) or f"write one of {', '.join(fields)}"
            yield Problem("unknown-view-field", Span(path, node.lineno), message, hint, subject=(node.attr,))
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
        if isinstance(owner, type) and dataclasses.is_dataclass(owner):
            return _hints(owner).get(node.attr)
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
        return _element(_type(node.node, known))
    if isinstance(node, nodes.Getitem):
        return _type(node.node, known)
    return None


@cache
def _hints(owner: type) -> Mapping[str, Any]:
    return {name: _bare(kind) for name, kind in get_type_hints(owner).items()}


def _bare(kind: Any) -> Any:
    """Without None; a union of several has no fields that are sure."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return kind


def _element(kind: Any) -> Any:
    arguments = get_args(kind)
    return _bare(arguments[0]) if get_origin(kind) is tuple and arguments[1:] == (...,) else None


def _sentences(found: _Found, theme: Theme, path: str) -> Iterator[Problem]:
    speech = theme.catalogue
    for call in found.all(nodes.Call):
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
            yield Problem("untranslated", Span(path, call.lineno), message, hint, subject=(str(said[in_context]),))

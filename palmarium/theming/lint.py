"""Templates held against their views, and against what is unsafe."""

import dataclasses
import re
import types
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

import jinja2
from jinja2 import nodes

from ..pages.links import Head, Site
from ..problems import Level, Problem, Span, did_you_mean, nearest_or_all
from ..sources.plaintext import place
from .functions import FUNCTIONS, Gives
from .i18n import MARKUP
from .markup import Fault, unsafe
from .sandbox import BINDING, FILTERS, METHODS, TESTS, bound, gathered, open_environment
from .template_syntax import broken
from .theme import Template, Theme, spoken

_NAMES = frozenset((*FUNCTIONS, "page", "site", "styles", "loop", "caller", "super", "self", "varargs", "kwargs"))
_REACHING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_ATTRIBUTE_OF = MappingProxyType(
    {"selectattr": 0, "rejectattr": 0, "groupby": 0, "sum": 0, "join": 1, "unique": 1, "min": 1, "max": 1, "sort": 2}
)
"""Which argument of a filter is the name of a field; it may also be given as `attribute`."""

_DEEPEST, _LOOPS, _A_FEW = 60, 8, 3
_SPELT = re.compile(r"\b(?:href|absolute)\(\s*['\"](/[^'\"]*)['\"]\s*\)")


@dataclasses.dataclass(frozen=True, slots=True)
class _AnyPage:
    """The view of a template that several kinds of page share: all that it can rely on is the head."""

    head: Head


def lint(theme: Theme, views: Mapping[str, type]) -> tuple[Problem, ...]:
    """Everything in a theme's templates that would fail, mislead or let somebody's text run."""
    environment, _ = open_environment(theme.templates, str)
    problems = [*_missing(theme, views)]
    by_path = {template.path: (name.split(":")[-1], template) for name, template in theme.templates.items()}
    trees: dict[str, _NodesByType] = {}
    for name, template in by_path.values():
        tree, wrong = _parsed(environment, template)
        problems += wrong
        if tree:
            trees[template.path] = _NodesByType(tree, gathered(tree))
            problems += _of_template(environment, theme, template, trees[template.path], views.get(name, _AnyPage))
    problems += _unreached(theme, views, trees)
    problems += _circles(trees, theme)
    problems += _unseen(trees, theme)
    # A template may spell half a character, `\ud800`, which nothing can print.
    said = ((problem, _printable(problem.message), _printable(problem.hint)) for problem in problems)
    return tuple(dataclasses.replace(problem, message=message, hint=hint) for problem, message, hint in said)


def untranslated(theme: Theme, language: str) -> Iterator[Problem]:
    """Sentences of templates that are not said in another language of the theme, which some pages are in."""
    environment, _ = open_environment(theme.templates, str)
    other, _ = spoken(theme, language)
    for template in {template.path: template for template in theme.templates.values()}.values():
        tree, _ = _parsed(environment, template)
        if tree:
            yield from _sentences(_NodesByType(tree, gathered(tree)), other, _faults(template))


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _missing(theme: Theme, views: Iterable[str]) -> Iterator[Problem]:
    span = Span(f"themes/{theme.chain[0]}/theme.toml")
    lacking = [name for name in views if name not in theme.templates]
    if len(lacking) > _A_FEW and len(theme.chain) == 1:
        message = f"the theme has no templates for {len(lacking)} kinds of page: {', '.join(lacking)}"
        yield Problem("template", span, message, 'write `extends = "base"`, and only what differs from it')
        return
    for name in lacking:
        message = f'the theme has no template "{name}"'
        yield Problem("template", span, message, f"write templates/{name}", subject=(name,))


def _unreached(theme: Theme, views: Mapping[str, type], trees: Mapping[str, "_NodesByType"]) -> Iterator[Problem]:
    """Templates that no kind of page has, and no other template reaches: a name that is mistyped, as a rule."""
    pending = [theme.templates[name].path for name in views if name in theme.templates]
    seen = set(pending)
    while pending:
        found = trees.get(pending.pop())
        # What can't be read may reach anything.
        if found is None:
            return
        fresh = {path for path, _ in _reached(found, theme)} - seen
        seen |= fresh
        pending += fresh
    names = {name for name in theme.templates if ":" not in name}
    for name in sorted(names):
        path = theme.templates[name].path
        if path not in seen:
            is_page = name.startswith("page/")
            others = views if is_page else names - {name}
            message = f'there is no kind of page for "{name}"' if is_page else "no template reaches this one"
            hint = did_you_mean(name, others) or f"delete it; there are {', '.join(sorted(others))}"
            level = Level.ERROR if is_page else Level.WARNING
            yield Problem("stray-template", Span(path), message, hint, level, (name,))


def _parsed(environment: jinja2.Environment, template: Template) -> tuple[nodes.Template | None, tuple[Problem, ...]]:
    fault = _faults(template)
    try:
        tree = environment.parse(template.text)
    except jinja2.TemplateSyntaxError as error:
        return None, (broken(partial(_is_read, environment), template, error.lineno),)
    except ValueError:
        # Python reads no number of so many digits.
        digits = max(re.findall(r"\d+", template.text), key=len)
        line = template.text.count("\n", 0, template.text.index(digits)) + 1
        return None, (fault("template", line, f"this number has {len(digits)} digits", "write fewer", digits),)
    except RecursionError:
        return None, (_too_deep(fault, 1),)
    pending: list[tuple[nodes.Node, int, int]] = [(tree, 1, 0)]
    while pending:
        node, depth, loops = pending.pop()
        # Beyond this Python would not compile what Jinja makes of it.
        if depth > _DEEPEST or loops > _LOOPS:
            return None, (_too_deep(fault, node.lineno),)
        pending += [(child, depth + 1, loops + isinstance(child, nodes.For)) for child in node.iter_child_nodes()]
    return tree, ()


def _is_read(environment: jinja2.Environment, text: str) -> bool:
    try:
        environment.parse(text)
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError):
        return False
    return True


def _too_deep(fault: Fault, line: int) -> Problem:
    return fault("template", line, "this template nests too deeply", "put what is inside into a macro of its own")


def _of_template(
    environment: jinja2.Environment, theme: Theme, template: Template, found: "_NodesByType", view: type
) -> Iterator[Problem]:
    fault = _faults(template)
    yield from _filters(found, fault)
    yield from _tests(found, fault)
    yield from _names(found, fault)
    yield from _references(found, theme, template.path, fault)
    yield from _walk(found.tree, {"page": view, "site": Site}, fault)
    yield from _unescaped(found, fault)
    yield from _internals(found, fault)
    yield from _methods(found, fault)
    yield from _by_name(found, fault)
    yield from unsafe(environment.lex(template.text), fault)
    yield from _sentences(found, theme, fault)
    yield from _names_given(found, theme, fault)


def _faults(template: Template) -> Fault:
    """Problems of a template. Jinja tells lines only: the column is where the line holds the word in question."""
    lines = template.text.splitlines()

    def fault(code: str, line: int, message: str, hint: str, word: str = "") -> Problem:
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        span = Span(template.path, line, text.find(word) + 1 or 1)
        return Problem(code, span, message, hint, subject=(word,) if word else ())

    return fault


@dataclasses.dataclass(frozen=True, slots=True)
class _NodesByType:
    """The nodes of a template by type, in the order in which they stand there: one walk serves every rule."""

    tree: nodes.Template
    groups: Mapping[type[nodes.Node], list[nodes.Node]]

    def all(self, *kinds: type[nodes.Node]) -> Iterator[Any]:
        for kind in kinds:
            yield from self.groups.get(kind, ())


def _unescaped(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    for node in found.all(nodes.EvalContextModifier, nodes.ScopedEvalContextModifier):
        message = "autoescape is not for a theme to change"
        yield fault("autoescape", node.lineno, message, "print html(…) of a view's Html", "autoescape")


def _names(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    own: dict[str, int] = {}
    for node in found.all(*BINDING):
        for name in bound((node,)):
            own[name] = min(node.lineno, own.get(name, node.lineno))
    for taken in sorted(own.keys() & frozenset(FUNCTIONS)):
        message = f'"{taken}" is a function of every template, and this one calls something else so'
        yield fault(
            "taken-name", own[taken], message, f'give it another name, such as "{taken.strip("_")}_here"', taken
        )
    lines = {name.name: name.lineno for name in found.all(nodes.Name) if name.name not in _NAMES | own.keys()}
    for unknown, line in sorted(lines.items()):
        hint = did_you_mean(unknown, _NAMES) or f"a template sees page, site and {', '.join(FUNCTIONS)}"
        yield fault("unknown-name", line, f'"{unknown}" is nothing a template knows', hint, unknown)


def _references(found: _NodesByType, theme: Theme, path: str, fault: Fault) -> Iterator[Problem]:
    for node in found.all(nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
        target = getattr(node, "template", None)
        name = target.value if isinstance(target, nodes.Const) else None
        if not isinstance(name, str):
            hint = "write the template's name in quotes"
            yield fault("dynamic-template", node.lineno, "a template is reached by a computed name", hint)
        elif name not in theme.templates:
            message = f'there is no template "{name}"'
            hint = did_you_mean(name, theme.templates) or f"write themes/{theme.chain[0]}/templates/{name}"
            yield fault("template", node.lineno, message, hint, name)
        elif theme.templates[name].path == path:
            hint = f'write "{theme.chain[-1]}:{name}" for the one below'
            yield fault("template", node.lineno, "this template reaches itself", hint, name)


def _filters(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    for node in found.all(nodes.Filter):
        if node.name == "safe":
            message = 'the filter "safe" would let any text run'
            hint = "print html(…) of a view's Html"
            yield fault("unsafe-filter", node.lineno, message, hint, node.name)
        elif node.name not in FILTERS:
            message = f'the filter "{node.name}" is unknown'
            yield fault("unknown-filter", node.lineno, message, nearest_or_all(node.name, FILTERS), node.name)


def _by_name(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    """Filters and tests that a filter applies to each of a list: `map("upper")`, `select("none")`."""
    for node in found.all(nodes.Filter):
        argument = 1 if node.name in ("selectattr", "rejectattr") else 0
        what, known = ("filter", FILTERS) if node.name == "map" else ("test", TESTS)
        is_applied = node.name in ("map", "select", "reject", "selectattr", "rejectattr") and len(node.args) > argument
        name = node.args[argument].value if is_applied and isinstance(node.args[argument], nodes.Const) else known[0]
        if name not in known:
            message = f'the {what} "{name}" is unknown'
            yield fault(f"unknown-{what}", node.lineno, message, nearest_or_all(str(name), known), str(name))


def _internals(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    """Names that lead from a value to the internals of Python."""
    names = [(node.lineno, node.attr) for node in found.all(nodes.Getattr)]
    texts = [node.arg for node in found.all(nodes.Getitem)]
    for node in found.all(nodes.Filter):
        texts += node.args[_ATTRIBUTE_OF[node.name] :][:1] if node.name in _ATTRIBUTE_OF else ()
        texts += (pair.value for pair in node.kwargs if pair.key == "attribute")
    constants = (each for each in texts if isinstance(each, nodes.Const))
    names += [(each.lineno, each.value) for each in constants if isinstance(each.value, str)]
    for line, name in sorted(names):
        if any(part.startswith("_") for part in name.split(".")):
            message = f'"{name}" belongs to the program, not to templates'
            hint = "a template prints the fields of page and site: {{ page.head.title }}"
            yield fault("unsafe-attribute", line, message, hint, name)


def _methods(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    modules = {node.target for node in found.all(nodes.Import)} | {"self"}
    for call in found.all(nodes.Call):
        if not isinstance(call.node, nodes.Getattr) or call.node.attr.startswith("_"):
            continue
        name, owner = call.node.attr, call.node.node
        if name not in METHODS and not (isinstance(owner, nodes.Name) and owner.name in modules):
            hint = f"write |{name}, which is a filter" if name in FILTERS else nearest_or_all(name, METHODS)
            message = f'"{name}" is nothing that a template may call of a value'
            yield fault("unknown-method", call.lineno, message, hint, name)


def _tests(found: _NodesByType, fault: Fault) -> Iterator[Problem]:
    for node in found.all(nodes.Test):
        if node.name not in TESTS:
            message = f'the test "{node.name}" is unknown'
            yield fault("unknown-test", node.lineno, message, nearest_or_all(node.name, TESTS), node.name)


def _walk(node: nodes.Node, known: dict[str, Any], fault: Fault) -> Iterator[Problem]:
    """Follow `page` and `site` through loops and sets as far as types are declared."""
    if isinstance(node, nodes.Macro):
        own = {name.name for name in node.args}
        known = {name: kind for name, kind in known.items() if name not in own}
    if isinstance(node, nodes.For):
        yield from _walk(node.iter, known, fault)
        known = {**known, **_bound(node.target, _element(_type(node.iter, known)))}
    if isinstance(node, nodes.With):
        for target, value in zip(node.targets, node.values, strict=True):
            known = {**known, **_bound(target, _type(value, known))}
    if isinstance(node, nodes.Getattr):
        declared = _type(node.node, known)
        owner = get_origin(declared) or declared
        if dataclasses.is_dataclass(owner) and not hasattr(owner, node.attr):
            fields = [field.name for field in dataclasses.fields(owner)]
            name = owner.__name__ if isinstance(owner, type) else "it"
            said = ast_text(node.node)
            message = f'{said} has no field "{node.attr}" ({name} has {", ".join(fields)})'
            hint = did_you_mean(node.attr, fields) or f"write one of {', '.join(fields)}"
            yield fault("unknown-view-field", node.lineno, message, hint, node.attr)
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.For) and child is node.iter:
            continue
        yield from _walk(child, known, fault)
        if isinstance(child, nodes.Assign):
            known = {**known, **_bound(child.target, _type(child.node, known))}


def _circles(trees: Mapping[str, _NodesByType], theme: Theme) -> Iterator[Problem]:
    """Templates that reach themselves through others, each circle once."""
    reached = {path: dict(_reached(found, theme)) for path, found in trees.items()}
    told: set[str] = set()
    for path in sorted(reached):
        way = _way_back(path, reached)
        if len(way) > 1 and not told & set(way):
            told |= set(way)
            node = reached[path][way[1]]
            names = " → ".join(each.split("/templates/")[1] for each in (*way, path))
            fault = _faults(theme.templates[_name_of(path)])
            message = f"this template reaches itself: {names}"
            yield fault("template", node.lineno, message, "take one of these steps out", node.template.value)


def _reached(found: _NodesByType, theme: Theme) -> Iterator[tuple[str, Any]]:
    """The path of each template that one extends, includes or imports, with the statement that does."""
    for node in found.all(*_REACHING):
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if name in theme.templates:
            yield theme.templates[name].path, node


def _name_of(path: str) -> str:
    """`ceremonie:part/medal.html` for `themes/ceremonie/templates/part/medal.html`."""
    _, theme, _, name = path.split("/", 3)
    return f"{theme}:{name}"


def _way_back(start: str, reached: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The shortest way from a template to itself, without its end; nothing where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for target in sorted(reached.get(way[-1], ())):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return ()


def _unseen(trees: Mapping[str, _NodesByType], theme: Theme) -> Iterator[Problem]:
    """Blocks that stand twice, and what a template that extends another one says outside of the other's blocks."""
    for path, found in trees.items():
        fault = _faults(theme.templates[_name_of(path)])
        names: set[str] = set()
        for block in found.all(nodes.Block):
            if block.name in names:
                message = f'there are two blocks "{block.name}"'
                yield fault("template", block.lineno, message, "give one of them another name", block.name)
            names.add(block.name)
        if not found.groups.get(nodes.Extends):
            continue
        known = _blocks_above(path, trees, theme)
        for part in found.tree.body:
            if isinstance(part, nodes.Block) and known is not None and part.name not in known:
                message = f'no template that this one extends has a block "{part.name}", so nobody would see it'
                yield fault("lost-block", part.lineno, message, nearest_or_all(part.name, known), part.name)
            if isinstance(part, nodes.Output):
                yield from _outside(part, fault)


def _blocks_above(path: str, trees: Mapping[str, _NodesByType], theme: Theme) -> set[str] | None:
    """The blocks of all templates that one extends; None where one of them can't be read."""
    blocks: set[str] = set()
    seen = {path}
    while True:
        found = trees[path]
        extended = [node.template for node in found.all(nodes.Extends)]
        if not extended:
            return blocks
        name = extended[0].value if isinstance(extended[0], nodes.Const) else ""
        path = theme.templates[name].path if name in theme.templates else ""
        if path not in trees or path in seen:
            return None
        seen.add(path)
        blocks |= {block.name for block in trees[path].all(nodes.Block)}


def _outside(output: nodes.Output, fault: Fault) -> Iterator[Problem]:
    for part in output.nodes:
        text = part.data if isinstance(part, nodes.TemplateData) else "."
        if text.strip():
            line = part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
            message = "this template extends another one: what stands outside of its blocks is not shown"
            yield fault("lost-block", line, message, "put it into a block: {% block main %} … {% endblock %}")
            return


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
        declared = _type(node.node, known)
        owner = get_origin(declared) or declared
        if isinstance(owner, type) and dataclasses.is_dataclass(owner):
            hint = _hints(owner).get(node.attr)
            # A generic class holds what its brackets say: `value` of a `Sourced[Deadline]` is a Deadline.
            return dict(zip(getattr(owner, "__parameters__", ()), get_args(declared), strict=False)).get(hint, hint)
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
        return _element(_type(node.node, known))
    if isinstance(node, nodes.Getitem):
        return _type(node.node, known)
    return None


@cache
def _hints(owner: type) -> Mapping[str, Any]:
    """The types of the fields of a view or a record, and of its properties."""
    hints = get_type_hints(owner)
    asked = ((name, each.fget) for name, each in vars(owner).items() if isinstance(each, property))
    hints |= {name: get_type_hints(function).get("return") for name, function in asked}
    return {name: _bare(kind) for name, kind in hints.items()}


def _bare(kind: Any) -> Any:
    """Without None; a union of several has no fields that are sure."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return kind


def _element(kind: Any) -> Any:
    arguments = get_args(kind)
    return _bare(arguments[0]) if get_origin(kind) is tuple and arguments[1:] == (...,) else None


def _names_given(found: _NodesByType, theme: Theme, fault: Fault) -> Iterator[Problem]:
    """Files and parameters that a template asks for by name."""
    known = {"asset": theme.assets, "param": dict(theme.parameters)}
    for call in found.all(nodes.Call):
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        name = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else None
        if function in known and name is not None and name not in known[function]:
            what = "file in assets/ called" if function == "asset" else "parameter in theme.toml called"
            hint = nearest_or_all(str(name), known[function])
            yield fault("unknown-name", call.lineno, f'there is no {what} "{name}"', hint, str(name))


def dead_links(theme: Theme, addresses: Collection[str]) -> Iterator[Problem]:
    """Addresses of this site that a template spells out, and where nothing stands."""
    for name, template in theme.templates.items():
        for address, at in _spelt(template.text) if ":" in name else ():
            if address.partition("#")[0] not in addresses:
                span = place(template.path, template.text, at)
                message = f'nothing stands at "{address}"'
                top = sorted(address for address in addresses if address.count("/") == 2 and address.endswith("/"))
                hint = did_you_mean(address, addresses) or f"write one that is there: {', '.join(top)}"
                yield Problem("dead-link", span, message, hint, subject=(address,))


@lru_cache(maxsize=1024)
def _spelt(text: str) -> tuple[tuple[str, int], ...]:
    """The addresses that a template spells out, each with its place; a preview asks the same at each build."""
    return tuple((found[1], found.start(1)) for found in _SPELT.finditer(text))


def _sentences(found: _NodesByType, theme: Theme, fault: Fault) -> Iterator[Problem]:
    speech = theme.catalogue
    for call in found.all(nodes.Call):
        function = call.node.name if isinstance(call.node, nodes.Name) else ""
        if function not in FUNCTIONS or FUNCTIONS[function].gives is not Gives.SENTENCE:
            continue
        said = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
        in_context = function in ("pgettext", "npgettext")
        if len(said) <= in_context:
            hint = "write the sentence itself, in quotes"
            yield fault("untranslated", call.lineno, "a computed sentence can't be translated", hint)
        elif not speech.knows(str(said[0]) if in_context else "", str(said[in_context])):
            message = f'"{said[in_context]}" has no translation in {speech.language}'
            hint = f"add it to themes/{theme.chain[0]}/locale/{speech.language}/LC_MESSAGES/messages.po"
            sentence = str(said[in_context])
            yield fault("untranslated", call.lineno, message, hint, sentence)
        elif tag := MARKUP.search(str(said[in_context])):
            hint = "put the tag around {{ _('…') }}"
            yield fault("sentence", call.lineno, f"a sentence is plain text; this one holds {tag[0]}", hint, tag[0])

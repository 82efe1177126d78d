"""The code of a template as Jinja writes it, made shorter where it is certain what is meant.

Jinja asks its environment for every field, call and printed value, and looks each function up by its name every time.
Most of this is known before a page is made. So the compiled code is parsed as Python and rewritten to do the same in
fewer steps. Code that is not recognised stays as it is; replacements keep the line numbers.
"""

import ast
from collections.abc import Collection
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

NAMES = ("call", "field", "function", "imported", "known", "printed", "shown")
"""What the shortened code asks for besides what Jinja gives it: see `sandbox`."""

_OF_A_LOOP = frozenset(("first", "last", "length", "nextitem", "previtem", "revindex", "revindex0"))
_NOT_WANTED = frozenset(("_block_vars", "_loop_vars"))
_LEAVES = (ast.Constant, ast.expr_context, ast.arguments, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)


@dataclass(frozen=True, slots=True)
class _FoundInCode:
    """What is found on the way through the code of a template.

    `filters` and `lines` are the same on every page, and are said once; `wanted` are the variables that something
    reads, `sought` the look-ups of functions.
    """

    functions: frozenset[str]
    loops: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    known: dict[str, str] = field(default_factory=dict)
    filters: dict[str, ast.stmt] = field(default_factory=dict)
    lines: dict[str, None] = field(default_factory=dict)
    sought: list[tuple[str, ast.Assign]] = field(default_factory=list)


def code(source: str, path: str, functions: Collection[str]) -> CodeType:
    """The code of a template from the Python that Jinja made of it; `functions` are those it names and never binds."""
    tree = ast.parse(source, path)
    found = _FoundInCode(frozenset(functions))
    _shorten(tree, found)
    for name, line in found.sought:
        if name not in found.wanted:
            line.value = ast.Constant(None, lineno=line.lineno, col_offset=0)
    # After the imports of Jinja, before the functions of the template.
    tree.body[1:1] = [*found.filters.values(), *ast.parse("\n".join(found.lines)).body]
    return compile(tree, path, "exec")


def _shorten(node: Any, found: _FoundInCode) -> Any:
    """A node with all that is below it; None where it is said elsewhere."""
    kind = type(node)
    if kind is ast.Name:
        if type(node.ctx) is ast.Load:
            found.wanted.add(node.id)
        return node
    if kind is ast.Call:
        return _call(node, found)
    if kind is ast.For and _called(node.iter) == "LoopContext":
        found.loops.update(each.id for each in getattr(node.target, "elts", ())[1:])
    if kind is ast.Try and _is_filter(node):
        found.filters.setdefault(node.body[0].targets[0].id, node)
        return None
    if kind is ast.Assign and _called(node.value) == "resolve" and node.value.args[0].value in found.functions:
        found.sought.append((node.targets[0].id, node))
    _shorten_below(node, found)
    return node


def _shorten_below(node: Any, found: _FoundInCode) -> None:
    for name in node._fields:
        value = getattr(node, name)
        if type(value) is list:
            value[:] = [each for part in value if (each := _shorten(part, found) if _is_inner(part) else part)]
        elif _is_inner(value):
            setattr(node, name, _shorten(value, found))


def _is_inner(value: object) -> bool:
    return isinstance(value, ast.AST) and not isinstance(value, _LEAVES)


def _is_filter(node: ast.Try) -> bool:
    """Whether this looks for a filter or a test: they are the same for every page."""
    match node.body:
        case [
            ast.Assign(targets=[ast.Name()], value=ast.Subscript(value=ast.Attribute(value=ast.Name(id="environment"))))
        ]:
            return True
    return False


def _call(node: ast.Call, found: _FoundInCode) -> ast.expr:
    called, args = _called(node), node.args
    asked = _asked(args[1]) if called == "environment.call" else ""
    if asked in found.functions:
        del args[:2]
        _shorten_below(node, found)
        return _function(node, asked, found)
    _shorten_below(node, found)
    match called, args:
        case "escape", [ast.Call(args=[value]) as inner] if _called(inner) == "environment.finalize":
            return _printed(node, value, found)
        case "environment.getattr", [owner, ast.Constant(value=str(name))] if name[:1] != "_":
            loop = owner.orelse if isinstance(owner, ast.IfExp) else owner
            if isinstance(loop, ast.Name) and loop.id in found.loops and name in _OF_A_LOOP:
                return ast.Attribute(owner, name, ast.Load(), **_at(node))
            node.func = _name("field", node)
        case "environment.call", _:
            node.func = _name("call", node)
            node.keywords = [each for each in node.keywords if each.arg not in _NOT_WANTED]
        case "._get_default_module", [context] if isinstance(node.func, ast.Attribute):
            template = node.func.value
            if isinstance(template, ast.Call) and _called(template) == "environment.get_template":
                return _ask("imported", node, template.args[0], context)
    return node


def _function(node: ast.Call, name: str, found: _FoundInCode) -> ast.expr:
    """A call of a function; what it is asked may be spelt out, so that one answer is enough for all pages."""
    found.lines[f"function_{name} = function({name!r})"] = None
    node.func = _name(f"function_{name}", node)
    node.keywords = [each for each in node.keywords if each.arg not in _NOT_WANTED]
    if node.keywords or not node.args or not all(isinstance(arg, ast.Constant) for arg in node.args):
        return node
    asked = f"known({name!r}, {', '.join(map(ast.unparse, node.args))})"
    known = found.known.setdefault(asked, f"known_{len(found.known)}")
    found.lines[f"{known} = {asked}"] = None
    return _unless_none(known, node, node)


def _printed(node: ast.Call, value: ast.expr, found: _FoundInCode) -> ast.expr:
    match value:
        case ast.IfExp(body=ast.Name(id=name), orelse=otherwise) if name.startswith("known_"):
            found.lines[f"printed_{name} = printed({name})"] = None
            return _unless_none(f"printed_{name}", _ask("shown", node, otherwise), node)
    return _ask("shown", node, value)


def _called(node: ast.expr) -> str:
    """What a call calls, where it is a name or an attribute of one; an attribute of anything else without its owner."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
            return f"{owner}.{name}"
        case ast.Call(func=ast.Attribute(attr=name)):
            return f".{name}"
    return ""


def _asked(function: ast.expr) -> str:
    """The name by which a template calls something, in `undefined(name='x') if l_0_x is missing else l_0_x`."""
    match function:
        case ast.IfExp(
            test=ast.Compare(left=ast.Name(), ops=[ast.Is()], comparators=[ast.Name(id="missing")]),
            body=ast.Call(keywords=[ast.keyword(arg="name", value=ast.Constant(value=name))]),
        ):
            return str(name)
    return ""


def _at(node: ast.expr) -> dict[str, Any]:
    return {"lineno": node.lineno, "col_offset": 0}


def _name(name: str, at: ast.expr) -> ast.Name:
    return ast.Name(name, ast.Load(), **_at(at))


def _ask(name: str, at: ast.expr, *args: ast.expr) -> ast.Call:
    return ast.Call(_name(name, at), list(args), [], **_at(at))


def _unless_none(name: str, otherwise: ast.expr, at: ast.expr) -> ast.IfExp:
    test = ast.Compare(_name(name, at), [ast.IsNot()], [ast.Constant(None, **_at(at))], **_at(at))
    return ast.IfExp(test, _name(name, at), otherwise, **_at(at))

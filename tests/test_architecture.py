"""The shape of the program, as tests: rooms, homes, values, names."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import get_args

import pytest

from palmarium import model

PACKAGE = Path(__file__).parent.parent / "palmarium"

# A room imports only from rooms before it.
ROOMS = (
    *(
        "lookups",
        "problems",
        "model",
        "images",
        "sources",
        "config",
        "statistics",
        "pages",
        "checks",
        "theming",
        "exports",
    ),
    *("build", "importing", "commands", "__main__"),
)
RANK = {name: rank for rank, name in enumerate(ROOMS)}

# In these rooms a file with all of the contract is one whole variation: none knows another.
VARIATIONS = MappingProxyType(
    {"checks": "CODE", "pages": "TEMPLATE", "exports": "export", "importing/formats": "ENDINGS"}
)
MIRRORED = ("checks", "pages", "exports", "importing/formats")

HOMES = {
    "jinja2": ("theming/sandbox", "theming/render", "theming/lint", "commands/edit/pages"),
    "markupsafe": ("theming/render", "theming/sandbox"),
    "markdown": ("sources/markdown",),
    "nh3": ("sources/markdown",),
    "yaml": ("sources/yaml", "importing/yaml_edit"),
    "pydantic": ("sources/schema", "config", "importing/mapping", "theming/theme"),
    "pydantic_core": ("sources/schema",),
    "slugify": ("model/ids",),
    "pyuca": ("sources/collation",),
    "anyascii": ("sources/plaintext",),
    "babel": ("theming/i18n", "checks/countries", "checks/amounts"),
    "lsprotocol": ("commands/lsp/server",),
    "pygls": ("commands/lsp/server",),
    "livereload": ("commands/serve",),
    "tornado": ("commands/serve",),
    "click": ("commands/cli",),
    "rich": ("commands/cli",),
    "rapidfuzz": ("checks/near_names", "checks/countries", "checks/near_words", "checks/names_in_texts"),
    "charset_normalizer": ("importing/tables/decoding",),
    "ftfy": ("importing/tables/repair",),
    "python_calamine": ("importing/formats/spreadsheet",),
    "pagefind_bin": ("build/pagefind",),
    "brotli": ("build/compress",),
    "tomllib": ("sources/toml", "sources/site_toml", "sources/syntax"),
    "shutil": ("build/output",),
    "tempfile": ("sources/disk", "commands/bench"),
    "pickle": ("build/work", "sources/values"),
    "sqlite3": ("build/store", "exports/records/sqlite"),
    "PIL": ("images",),
    "font_source_serif_pro": ("images",),
}

READS_OR_WRITES = (
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "touch", "unlink", "rmdir"),
    *("iterdir", "rglob", "scandir", "listdir", "walk_files", "is_file", "is_dir", "exists", "stat", "lstat"),
)
READS_THE_CLOCK = ("now", "today", "utcnow", "time", "time_ns", "monotonic", "localtime", "gmtime")
MEASURES_TIME = ("perf_counter", "process_time", "perf_counter_ns")

Find = Callable[[str, ast.Module], Iterator[tuple[int, str]]]


@cache
def modules() -> dict[Path, ast.Module]:
    """Not while tests are collected: every process collects all of them, and only one needs the trees."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def name_of(path: Path) -> str:
    """`archive`, `pages/edition`, `pages` for its `__init__`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "/".join(part for part in parts if part != "__init__")


def imported(module: str, path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module that is imported, by its full dotted name; `from . import x` gives `palmarium.x`."""
    here = ("palmarium", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            found = ".".join((*base, *(node.module or "").split("."))).strip(".")
            folder = PACKAGE.parent.joinpath(*found.split("."))
            for alias in node.names:
                inside = (folder / f"{alias.name}.py").exists() or (folder / alias.name).is_dir()
                yield node.lineno, f"{found}.{alias.name}" if inside else found


def complaints(find: Find) -> list[str]:
    return [
        f"palmarium/{path.relative_to(PACKAGE)}:{line}: {what}"
        for path, tree in modules().items()
        for line, what in find(name_of(path), tree)
    ]


def none(found: list[str]) -> None:
    """Fail with every line, and nothing else."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_the_package_is_a_dozen_rooms() -> None:
    assert {name_of(path).split("/")[0] for path in modules()} - {""} == set(ROOMS)


def test_a_room_imports_only_from_rooms_before_it() -> None:
    wrong = []
    for path, tree in modules().items():
        module = name_of(path)
        room = module.split("/")[0]
        for line, name in imported(module, path, tree):
            package, _, rest = name.partition(".")
            target = rest.split(".")[0]
            if package == "palmarium" and target and room and RANK[target] > RANK[room]:
                wrong.append(f"{module}:{line} may not import {name}")
    none(wrong)


def variations(room: str) -> set[str]:
    """The modules of a room that keep its contract, as `pages/edition`."""
    return {name_of(path) for path in (PACKAGE / room).glob("*.py") if defines(modules()[path], VARIATIONS[room])}


def defines(tree: ast.Module, name: str) -> bool:
    own = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.Assign | ast.AnnAssign))
    return any(name == getattr(node, "name", "") or name in assigned(node) for node in own)


def assigned(node: ast.stmt) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


@pytest.mark.parametrize("room", VARIATIONS)
def test_no_variation_knows_another(room: str) -> None:
    every = variations(room)
    assert every
    wrong = []
    for path, tree in modules().items():
        module = name_of(path)
        if module not in every:
            continue
        for line, name in imported(module, path, tree):
            other = name.removeprefix("palmarium.").replace(".", "/")
            if other in every:
                wrong.append(f"{module}:{line} may not import {name}")
    none(wrong)


def test_modules_of_a_folder_import_each_other_without_a_circle() -> None:
    edges = {
        module: {name.removeprefix("palmarium.").replace(".", "/") for _, name in imported(module, path, tree)}
        for path, tree in modules().items()
        if (module := name_of(path))
    }

    def reaches(module: str, wanted: str, seen: frozenset[str] = frozenset()) -> bool:
        following = edges.get(module, set()) - seen
        return wanted in following or any(reaches(each, wanted, seen | following) for each in following)

    assert [module for module in edges if reaches(module, module)] == []


def test_each_library_has_one_home() -> None:
    wrong = []
    for path, tree in modules().items():
        module = name_of(path)
        for line, name in imported(module, path, tree):
            homes = HOMES.get(name.split(".")[0])
            if homes and not any(module == home or module.startswith(f"{home}/") for home in homes):
                wrong.append(f"{module}:{line} imports {name}; its home is {', '.join(homes)}")
    none(wrong)


def test_files_are_opened_only_in_disk() -> None:
    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and module not in ("sources/disk", "build/output"):
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in READS_OR_WRITES:
                    yield node.lineno, f"{name}() belongs to sources/disk.py or build/output.py"

    none(complaints(find))


def test_the_clock_is_read_only_in_cli() -> None:
    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name | ast.Attribute):
                continue
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if owner in ("datetime", "date", "time") and node.attr in READS_THE_CLOCK and module != "commands/cli":
                yield node.lineno, f"{owner}.{node.attr} belongs to commands/cli.py"
            if owner == "time" and node.attr in MEASURES_TIME and module not in ("commands/cli", "commands/bench"):
                yield node.lineno, f"{owner}.{node.attr} belongs to commands/cli.py and bench.py"

    none(complaints(find))


def test_no_module_reads_the_environment_or_chance() -> None:
    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv") and module != "commands/cli":
                yield node.lineno, "settings come from site.toml, not from the environment"
            if isinstance(node, ast.Import) and any(alias.name in ("random", "secrets") for alias in node.names):
                yield node.lineno, "the same input gives the same bytes: no chance"

    none(complaints(find))


SET_METHODS = ("union", "intersection", "difference", "symmetric_difference")
ORDERLESS = ("sorted", "any", "all", "sum", "len", "set", "frozenset", "min", "max")
ORDERED = ("tuple", "list", "fromkeys", "join", "next", "iter", "enumerate", "zip", "map", "filter", "chain", "extend")


def named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def is_set(node: ast.AST, names: set[str]) -> bool:
    """Whether an expression is a set; `names` are the variables, functions and fields that are."""
    match node:
        case ast.Set() | ast.SetComp():
            return True
        case ast.Call(func=func):
            called = named(func)
            return called in ("set", "frozenset", *SET_METHODS) or f"{called}()" in names
        case ast.BinOp(left=left, right=right, op=ast.BitAnd() | ast.BitOr() | ast.Sub() | ast.BitXor()):
            keys = any(isinstance(side, ast.Call) and named(side.func) == "keys" for side in (left, right))
            return keys or is_set(left, names) or is_set(right, names)
        case ast.IfExp(body=body, orelse=other):
            return is_set(body, names) or is_set(other, names)
        case ast.Name(id=name):
            return name in names
        case ast.Attribute(attr=name):
            return f".{name}" in names
    return False


def says_set(annotation: ast.expr | None) -> bool:
    return isinstance(annotation, ast.Subscript) and named(annotation.value) in ("set", "frozenset")


def sets_in(function: ast.FunctionDef) -> set[str]:
    arguments = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    found = {argument.arg for argument in arguments if says_set(argument.annotation)}
    for node in ast.walk(function):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and says_set(node.annotation):
            found.add(node.target.id)
        if isinstance(node, ast.Assign) and is_set(node.value, found):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def walked(function: ast.FunctionDef) -> Iterator[tuple[int, ast.expr]]:
    """What is gone through in its order, where that order can be seen afterwards."""
    hidden: set[ast.AST] = set()
    for node in ast.walk(function):
        # With a key, `min` and `max` take the first of equals.
        if isinstance(node, ast.Call) and named(node.func) in ORDERLESS and not (node.keywords and is_extreme(node)):
            hidden |= {*node.args, *(each for pair in node.args for each in getattr(pair, "elts", ()))}
        if isinstance(node, ast.Set):
            hidden |= set(node.elts)
        if isinstance(node, ast.For):
            yield node.lineno, node.iter
        elif isinstance(node, ast.YieldFrom) or (isinstance(node, ast.Starred) and node not in hidden):
            yield node.lineno, node.value
        elif isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp) and node not in hidden:
            yield from ((node.lineno, each.iter) for each in node.generators)
        elif isinstance(node, ast.Call) and (named(node.func) in ORDERED or (node.keywords and is_extreme(node))):
            yield from ((node.lineno, argument) for argument in node.args)


def is_extreme(node: ast.Call) -> bool:
    return named(node.func) in ("min", "max")


def test_nothing_takes_its_order_from_a_set() -> None:
    """The same sources give the same bytes: a set has another order in each run."""
    functions = [node for tree in modules().values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    classes = [node for tree in modules().values() for node in tree.body if isinstance(node, ast.ClassDef)]
    lines = [line for each in classes for line in each.body if isinstance(line, ast.AnnAssign)]
    held = {f".{named(line.target)}" for line in lines if says_set(line.annotation)}
    public = {f"{each.name}()" for each in functions if says_set(each.returns) and not each.name.startswith("_")}

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        own = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        made = held | public | {f"{function.name}()" for function in own if says_set(function.returns)}
        for function in own:
            names = sets_in(function) | made
            for line, gone_through in walked(function):
                if is_set(gone_through, names):
                    yield line, f"the order of {ast.unparse(gone_through)} is another in each run; sort it"

    none(complaints(find))


def test_every_dataclass_is_frozen_and_slotted() -> None:
    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef):
                continue
            for decorator in node.decorator_list:
                said = ast.unparse(decorator)
                if "dataclass" in said and not ("frozen=True" in said and "slots=True" in said):
                    yield node.lineno, f"{node.name} is not frozen and slotted"

    none(complaints(find))


def test_no_class_inherits_but_enums_exceptions_written_forms_and_a_handler() -> None:
    allowed = (
        *("StrEnum", "Enum", "IntEnum", "Exception", "ValueError", "Written", "BaseModel", "Protocol", "Generic"),
        # What the language itself asks classes to be made from.
        *("LiveReloadHandler", "Mapping", "property", "Unpickler"),
    )

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                for base in node.bases:
                    if ast.unparse(base).split(".")[-1].split("[")[0] not in allowed:
                        yield node.lineno, f"{node.name} inherits from {ast.unparse(base)}"

    none(complaints(find))


def test_nothing_at_module_level_can_change() -> None:
    mutable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign):
                called = ast.unparse(node.value.func) if isinstance(node.value, ast.Call) else ""
                if isinstance(node.value, mutable) or called in ("list", "dict", "set", "defaultdict"):
                    yield node.lineno, "a list, dict or set at module level; use a tuple or MappingProxyType"
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                yield node.lineno, "a global"

    none(complaints(find))


def test_every_module_says_what_it_is() -> None:
    none(
        [
            f"palmarium/{path.relative_to(PACKAGE)}: no docstring"
            for path, tree in modules().items()
            if name_of(path) and not ast.get_docstring(tree)
        ]
    )


def test_no_module_is_a_place_where_names_are_forgotten() -> None:
    forbidden = {"utils", "util", "helpers", "common", "manager", "base", "misc", "shared", "core"}
    assert [name for path in modules() if (name := name_of(path)).split("/")[-1] in forbidden] == []


@pytest.mark.parametrize("room", MIRRORED)
def test_each_variation_has_its_test(room: str) -> None:
    tests = PACKAGE.parent / "tests" / room
    stems = sorted(name.rpartition("/")[2] for name in variations(room))
    none([f"tests/{room}/test_{stem}.py" for stem in stems if not (tests / f"test_{stem}.py").exists()])


def test_every_room_has_its_tests() -> None:
    tests = PACKAGE.parent / "tests"
    rooms = [name for name in ROOMS if (PACKAGE / name).is_dir()]
    assert [name for name in rooms if not list((tests / name).glob("test_*.py"))] == []


def test_every_record_knows_where_it_was_written() -> None:
    for record in get_args(model.Record):
        assert is_dataclass(record)
        assert "span" in {field.name for field in fields(record)}, record


def test_no_file_names_a_machine() -> None:
    # Put together here, so that this file does not name one itself.
    paths = tuple("/" + word + "/" for word in ("work", "root", "farm", "tmp", "home"))
    texts = [*PACKAGE.parent.glob("docs/*.md"), PACKAGE.parent / "README.md", *modules()]
    assert [
        f"{path.name}: {word}"
        for path in texts
        if path.exists()
        for word in paths
        if word in path.read_text(encoding="utf-8")
    ] == []


def says_what_to_write(call: ast.Call) -> bool:
    """Whether a problem is a warning, or has a hint that is not left out, empty or only "did you mean"."""
    hint = call.args[3] if len(call.args) > 3 else next((k.value for k in call.keywords if k.arg == "hint"), None)
    is_warning = any("WARNING" in ast.unparse(each) for each in (*call.args, *(k.value for k in call.keywords)))
    is_empty = hint is None or (isinstance(hint, ast.Constant) and not hint.value)
    is_guess = isinstance(hint, ast.Call) and ast.unparse(hint.func) == "did_you_mean"
    return is_warning or not (is_empty or is_guess)


def test_every_error_says_what_to_write() -> None:
    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Problem" and not says_what_to_write(node):
                yield node.lineno, f"this problem has no hint: {ast.unparse(node)[:80]}"

    none(complaints(find))


def uses(tree: ast.AST) -> Counter[str]:
    """How often each name is used: as a name, as an attribute, or under another name by an import."""
    found: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            found[named(node)] += 1
        elif isinstance(node, ast.alias) and node.asname:
            found[node.name] += 1
    return found


def test_nothing_is_made_that_nobody_uses() -> None:
    """Functions and classes that the package itself uses nowhere; what a test uses alone is no use."""
    everywhere: Counter[str] = Counter()
    for tree in modules().values():
        everywhere += uses(tree)

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in tree.body:
            # A command is called by click, which its decorator hands it to.
            is_command = module == "commands/cli" and getattr(node, "decorator_list", ())
            is_own = isinstance(node, ast.FunctionDef | ast.ClassDef) and not is_command
            if is_own and everywhere[node.name] == uses(node)[node.name]:
                yield node.lineno, f"nothing uses {node.name}"

    none(complaints(find))


def test_no_field_of_a_view_or_a_statistic_is_there_that_nobody_reads() -> None:
    """Neither the package nor a template; the index of the data is written key by key."""
    read = {each.attr for tree in modules().values() for each in ast.walk(tree) if isinstance(each, ast.Attribute)}
    for template in (PACKAGE.parent / "themes").rglob("templates/**/*.*"):
        read |= set(re.findall(r"\.(\w+)", template.read_text(encoding="utf-8")))

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        inside = module.startswith(("pages/", "statistics/")) and module != "pages/parts/data_index"
        for node in ast.walk(tree) if inside else ():
            for field in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(field, ast.AnnAssign) and named(field.target) not in read:
                    yield field.lineno, f"nothing reads {node.name}.{named(field.target)}"

    none(complaints(find))


_FEW = ("awards", "categories", "editions", "articles", "notes")
"""Indexes whose records all have a file, or a place in one: to ask each of them alone costs little."""


def test_a_check_that_goes_through_one_index_asks_record_by_record() -> None:
    """Otherwise an edit of one file would ask it of all."""
    goes_through = [f"archive.{index}.{how}()" for index in _FEW for how in ("values", "items")]

    def find(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in tree.body if module.startswith("checks/") else ():
            body = node.body if isinstance(node, ast.FunctionDef) and node.name == "check" else []
            if len(body) == 1 and isinstance(body[0], ast.For) and ast.unparse(body[0].iter) in goes_through:
                yield node.lineno, "write EACH and each(archive, record) in place of this loop"

    none(complaints(find))

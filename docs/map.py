"""Write the map of the package into palmarium/README.md: each room and its modules, by the first line of each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

README = Path(__file__).parent.parent / "palmarium" / "README.md"
# A file with such a line is one of the checks: the line of their room says it for all.
CHECK = re.compile(r"^CODE = ", re.M)
START, END = "<!-- map: made by `make docs` -->\n", "<!-- end of the map -->\n"


def updated(readme: str, package: Path, rooms: tuple[str, ...]) -> str:
    """The README with its map made anew; `rooms` from the lowest up."""
    before, _, rest = readme.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}{''.join(_lines(package, rooms))}{END}{after}"


def _lines(package: Path, rooms: tuple[str, ...]) -> Iterator[str]:
    yield "| module | what it is |\n|---|---|\n"
    for room in rooms:
        file = package / f"{room}.py"
        if file.exists():
            yield _line(room, file)
            continue
        yield f"| **`{room}/`** | **{_first(package / room / '__init__.py')}** |\n"
        for path in sorted((package / room).rglob("*.py")):
            name = path.relative_to(package).with_suffix("").as_posix()
            is_check = room == "checks" and CHECK.search(path.read_text(encoding="utf-8"))
            if is_check or name == f"{room}/__init__":
                continue
            yield _line(name.removesuffix("/__init__"), path)


def _line(name: str, path: Path) -> str:
    return f"| `{name}` | {_first(path)} |\n"


def _first(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return said.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    package = README.parent
    # The order is that of the test that holds it.
    tree = ast.parse((package.parent / "tests" / "test_architecture.py").read_text(encoding="utf-8"))
    lists = {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}
    rooms = tuple(word for word in re.findall(r"\w+", ast.unparse(lists["ROOMS"])) if not word.startswith("__"))
    README.write_text(updated(README.read_text(encoding="utf-8"), package, rooms), encoding="utf-8")

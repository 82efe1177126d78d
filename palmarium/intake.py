"""Read a file of any known format into a table, with its joins, its texts mended.

Owns: which importer reads which file, the order of its steps, problems that repeat themselves.
Never: opens a file, knows what a column means.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import ModuleType

from .joins import joined
from .problems import Problem, Span, did_you_mean
from .repair import repair
from .stages import discover
from .table import Join, Reading, Table

_LARGEST = 100_000_000
_SHOWN = 20


def read_table(
    path: str, data: bytes, files: Mapping[str, bytes], how: Reading
) -> tuple[Table | None, tuple[Problem, ...]]:
    """`files` are the others that a join may name, as the join names them."""
    table, problems = _mended(path, data, how)
    for join in how.joins:
        if table is None:
            break
        source = _source(path, data, files, join)
        if isinstance(source, Problem):
            return None, (*few(problems), source)
        other, wrong = _mended(join.file or path, source, _of_join(how, join))
        # The same file has said already what is wrong with it.
        problems += wrong if join.file or other is None else ()
        if other is None:
            return None, tuple(few(problems))
        table, unpaired = joined(table, other, join)
        problems += unpaired
    return table, tuple(few(problems))


def formats() -> tuple[str, ...]:
    return tuple(_name(importer) for importer in discover("importers"))


def endings() -> tuple[str, ...]:
    return tuple(ending for importer in discover("importers") for ending in importer.ENDINGS)


def few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of each kind, and one that tells the lines of the rest: a wrong delimiter spoils every row."""
    counts: dict[tuple[str, str], int] = {}
    rest: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kind = (problem.code, problem.span.path)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= _SHOWN:
            yield problem
        else:
            rest.setdefault(kind, []).append(problem)
    for more in rest.values():
        lines = ", ".join(str(problem.span.line) for problem in more[:200])
        lines += ", …" if len(more) > 200 else ""
        yield replace(more[0], message=f"{len(more)} more like the ones above, on lines {lines}", hint="")


def _mended(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    if len(data) > _LARGEST:
        message = f"this file is {len(data) // 1_000_000} MB; 100 MB are read at most"
        return None, (Problem("too-large", Span(path), message, "cut it into several files, and import one by one"),)
    importer = _importer(path, how.format)
    if isinstance(importer, Problem):
        return None, (importer,)
    table, problems = importer.read(path, data, how)
    if table is None:
        return None, problems
    mended, mends = repair(table)
    return mended, (*problems, *mends)


def _importer(path: str, wanted: str) -> ModuleType | Problem:
    importers = discover("importers")
    if wanted:
        named = next((found for found in importers if wanted == _name(found) or f".{wanted}" in found.ENDINGS), None)
        hint = did_you_mean(wanted, formats()) or f"formats are {', '.join(formats())}"
        return named or Problem("format", Span(path), f'"{wanted}" is not a format that can be read', hint)
    name = path.rpartition("/")[2].lower()
    ending = f".{name.rpartition('.')[2]}" if "." in name else ""
    found = next((importer for importer in importers if ending in importer.ENDINGS), None)
    said = f'the ending "{ending}" says no format that can be read' if ending else "this file's name has no ending"
    hint = did_you_mean(ending, endings()) or f'say it: format = "csv" (formats are {", ".join(formats())})'
    return found or Problem("format", Span(path), said, hint)


def _name(importer: ModuleType) -> str:
    return importer.__name__.rpartition(".")[2]


def _source(path: str, data: bytes, files: Mapping[str, bytes], join: Join) -> bytes | Problem:
    if not join.file:
        return data
    found = files.get(join.file)
    hint = did_you_mean(join.file, files) or "put it beside the imported file"
    return Problem("join", Span(path), f'there is no file "{join.file}" to join', hint) if found is None else found


def _of_join(how: Reading, join: Join) -> Reading:
    """Another file is found out anew; the same one is read as it was."""
    return Reading(rows=join.rows) if join.file else replace(how, rows=join.rows, joins=())

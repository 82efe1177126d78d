"""Problems: what is wrong and where, what follows from it, what to write instead, and all that as text."""

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from operator import attrgetter

from .lookups import PLACE, noted

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(r"[^\W_][\w '’./()+&-]*")


class Level(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Basis(StrEnum):
    """What must have been read without an error for the verdict of a check to hold.

    A check of what a record states needs its file only, a check of names also all files of names; a check of what is
    missing, or of a number, needs the whole archive.
    """

    FIELD = "field"
    FILE = "file"
    NAMES = "names"
    ARCHIVE = "archive"


@noted(PLACE, attrgetter("path"), "line", "column")
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    @property
    def where(self) -> str:
        """`path:line`, as a sentence names a place."""
        return f"{self.path}:{self.line}"


Key = tuple[str, str]
"""Something that an archive may hold, as a kind and a text: `("edition", "palmes/2011")`, `("name", "Ann Crust")`."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The text that stands at a place, and what to write in its place.

    Where a `key` is named, the text is its value in what begins there; without one it may also be any text of it, if
    there is no second one.
    """

    span: Span
    typed: str
    instead: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: a stable code, a place, what is wrong, and a hint to paste.

    Code compares `subject`, never the message: the names, ids, keys or values that the problem is about, as they are
    written. `needs` are the keys that should be in the archive and are not, the most general first; `hides` are those
    that are missing because of this problem. `below` holds the problems that `folded` found to follow from this one.
    `fix` is what was meant, where nothing else can have been; `likely` what probably was, and an editor is asked.
    `key` is the way of keys to the one that is wrong, from what begins at the place: `("ceremony", "date")`.
    """

    code: str
    span: Span
    message: str
    hint: str = ""
    level: Level = Level.ERROR
    subject: tuple[str, ...] = ()
    needs: tuple[Key, ...] = ()
    hides: tuple[Key, ...] = ()
    below: "tuple[Problem, ...]" = ()
    fix: Fix | None = None
    likely: Fix | None = None
    key: tuple[str, ...] = ()


SHOWN = 20
"""How many problems of one kind are printed one by one."""
_LONGEST = 2_000
_LONGEST_WORD = 300
_IN_DOUBT = ("whole", "date", "label", "ordinal", "kind", "about")
"""Kinds of keys that may be in the archive and wrong: who needs the same one has nothing else in common."""

Line = Callable[[Span], str | None]


def any_error(problems: Iterable[Problem]) -> bool:
    return any(problem.level is Level.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Errors, then warnings, each once (two stages may notice the same mistake): first what has consequences."""
    # A place as its texts and numbers: comparing these takes a third of the time.
    unique = {(p.span.path, p.span.line, p.span.column, p.code, p.message): p for p in problems}
    placed = sorted(unique.items(), key=lambda each: (each[1].level, not each[1].below, each[0]))
    return tuple(problem for _, problem in placed)


def folded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem that follows from another one below it: what the other hides, or the same key missed elsewhere."""
    ordered = in_order(problems)
    causes: dict[Key, int] = {}
    for at, problem in enumerate(ordered):
        for key in problem.hides:
            causes.setdefault(key, at)
    for at, problem in enumerate(ordered):
        if not any(key in causes or key[0] in _IN_DOUBT for key in problem.needs):
            # The first that misses a key stands for the others.
            causes |= dict.fromkeys(problem.needs[:1], at)
    cause_of = {at: _cause(at, ordered, causes) for at in range(len(ordered))}
    below: dict[int, list[Problem]] = {}
    for at, cause in cause_of.items():
        if cause != at:
            below.setdefault(cause, []).append(ordered[at])
    roots = (at for at, cause in cause_of.items() if cause == at)
    return in_order(replace(ordered[at], below=(*ordered[at].below, *below.get(at, ()))) for at in roots)


def _cause(at: int, problems: Sequence[Problem], causes: Mapping[Key, int]) -> int:
    """The problem from which another one follows in the end; itself where there is none, or only a milder one."""
    way = [at]
    while True:
        # Nothing of a file that is not as it should be is sure.
        needs = (*problems[at].needs, ("file", problems[at].span.path))
        above = next((causes[key] for key in needs if key in causes), at)
        is_milder = problems[at].level is Level.ERROR and problems[above].level is not Level.ERROR
        if above == at or is_milder:
            return at
        if above in way:
            # Of those that cause each other, one stands for all.
            return min(way[way.index(above) :])
        way.append(above)
        at = above


def counted(problems: Iterable[Problem]) -> str:
    """`2 errors and their 5 consequences, 1 warning`, or nothing."""
    told = tuple(problems)
    groups = ((level, [problem for problem in told if problem.level is level]) for level in Level)
    return ", ".join(_count(level, group) for level, group in groups if group)


def _count(level: Level, problems: Sequence[Problem]) -> str:
    below = sum(len(problem.below) for problem in problems)
    said = f"{len(problems)} {level}{'s' if len(problems) > 1 else ''}"
    whose = "their" if len(problems) > 1 else "its"
    return f"{said} and {whose} {consequences(below)}" if below else said


def consequences(count: int) -> str:
    """`3 consequences`."""
    return f"{count} consequence{'s' if count > 1 else ''}"


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same mistake told once with all its lines; of many that are alike the first, and the lines of the rest."""
    told: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        told.setdefault((problem.code, problem.span.path, problem.message), []).append(problem)
    kinds: dict[tuple[str, str], list[list[Problem]]] = {}
    for (code, path, _), those in told.items():
        kinds.setdefault((code, path), []).append(those)
    return tuple(problem for groups in kinds.values() for problem in _few(groups))


def _few(groups: list[list[Problem]]) -> Iterator[Problem]:
    for first, *others in groups[:SHOWN]:
        lines = ranges(problem.span.line for problem in others if problem.span.line != first.span.line)
        yield replace(first, message=f"{first.message} (and in lines {lines})") if lines else first
    rest = [problem for group in groups[SHOWN:] for problem in group]
    if rest:
        lines = ranges(problem.span.line for problem in rest)
        yield replace(rest[0], message=f"{len(rest)} more like the ones above, in lines {lines}", hint="")


def ranges(lines: Iterable[int]) -> str:
    """`3, 7–12, 40`."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs)


def plain_ends(text: str) -> str:
    """A text whose lines all end with a line feed, whatever ends them on the disk."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines(text: str) -> list[str]:
    """The lines of a text as a `Span` counts them, without their ends."""
    return plain_ends(text).split("\n")


def line_starts(text: str) -> list[int]:
    """Where each of these lines begins in a text that keeps its line ends."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def excerpts(files: Mapping[str, bytes]) -> Line:
    """What stands in these files at a place."""

    @cache
    def lines_of(path: str) -> list[str]:
        data = files.get(path, b"")
        if b"\0" in data[:1000]:
            return []
        text = data.decode("utf-8-sig", "replace")
        return lines(text) if text else []

    def line(span: Span) -> str | None:
        known = lines_of(span.path)
        return known[span.line - 1] if 0 < span.line <= len(known) else None

    return line


def nearest(word: str, candidates: Iterable[str], likeness: float = 0.72) -> str | None:
    """The candidate that `word` is, or was most probably meant to be, or None."""
    # Of several that differ in case alone, the one with capitals: a name before the id made of it.
    by_fold = {candidate.casefold(): candidate for candidate in sorted(candidates, reverse=True)}
    if len(word) > _LONGEST_WORD:
        # Nobody mistyped that.
        return by_fold.get(word.casefold())
    found = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=likeness)
    return by_fold[found[0]] if found else None


def some(paths: Sequence[str], most: int) -> str:
    """The first paths of several in a sentence, and how many more there are; what can't be printed is escaped."""
    shown = (path if path.isprintable() else path.encode("unicode_escape").decode() for path in paths[:most])
    more = len(paths) - most
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint such as `did you mean "city"?`, or nothing; never the word itself."""
    found = nearest(word, (each for each in candidates if each != word))
    return f'did you mean "{found}"?' if found else ""


def nearest_or_all(word: str, candidates: Iterable[str]) -> str:
    """A hint that names the nearest candidate, or else all of them."""
    known = sorted(candidates)
    return did_you_mean(word, known) or f"there are {', '.join(known) or 'none'}"


def only(word: str, candidates: Iterable[str]) -> str:
    """The candidate that `word` was meant to be, where no other one is like it and none of its digits differs."""
    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    found = difflib.get_close_matches(word.casefold(), by_fold, n=2, cutoff=0.72)
    is_sure = len(found) == 1 and re.findall(r"\d", word) == re.findall(r"\d", found[0])
    return by_fold[found[0]] if is_sure else ""


def quoted(text: str) -> str:
    """A text as YAML writes it in quotes, for a hint."""
    return json.dumps(text.strip(), ensure_ascii=False)


def plain(text: str) -> str:
    """A text in a line of YAML, in quotes where it needs them."""
    return text if _PLAIN.fullmatch(text) and text == text.strip() else quoted(text)


def exception(code: str, *texts: str) -> str:
    """For a hint: the line of site.toml that keeps what a check tells of these names or ids, and is right."""
    row = f'{code} = [{{texts = [{", ".join(map(quoted, texts))}], reason = "…"}}]'
    return f"write `{row}` below `[exceptions]` in site.toml"


def if_right(code: str, *texts: str) -> str:
    """The end of a hint: the same, where what is told is right."""
    return f"if it is right, {exception(code, *texts)}"


def text(problem: Problem, line: Line) -> str:
    """`path:line:column: level: message  [code]`, the source line with a caret, the hint, what follows from it."""
    span = problem.span
    said = f"{placed(problem)}: {problem.level}: {_bounded(problem.message)}  [{problem.code}]"
    source = line(span)
    shown = f"{said}\n{_excerpt(span, source)}" if source is not None else said
    hinted = f"{shown}\n   hint: {_bounded(problem.hint)}" if problem.hint else shown
    return "\n".join((hinted, *_below(problem)))


def _bounded(said: str) -> str:
    """What a terminal shows of a sentence: a text of megabytes may be quoted in it."""
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _below(problem: Problem) -> Iterator[str]:
    if problem.below:
        yield f"   {consequences(len(problem.below))}:"
    for each in problem.below[:SHOWN]:
        yield f"      {placed(each)}: {_bounded(each.message)}  [{each.code}]"
    if len(problem.below) > SHOWN:
        yield f"      and {len(problem.below) - SHOWN} more"


def placed(problem: Problem) -> str:
    """`path:line:column`."""
    return f"{problem.span.where}:{problem.span.column}"


def _excerpt(span: Span, source: str) -> str:
    start = max(0, span.column - 60)
    shown = "".join(c if c.isprintable() else " " for c in source[start : start + 100])
    number = f"{span.line:5} | "
    caret = " " * (len(number) - 2) + "| " + " " * (span.column - 1 - start) + "^"
    return f"{number}{shown.rstrip()}\n{caret}"

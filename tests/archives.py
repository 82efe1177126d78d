"""An archive from a site in a string, without a disk, and what a check says of it."""

import textwrap
from types import ModuleType

from palmarium.checks.run import asked
from palmarium.model.archive import Archive, resolve
from palmarium.model.ids import slug
from palmarium.problems import Level
from palmarium.sources.load import load
from tests.conftest import sections


def archive(text: str) -> Archive:
    """The resolved archive of `-- path --` sections; the sections must be free of errors."""
    records = []
    for path, content in sections(textwrap.dedent(text).lstrip("\n")).items():
        record, problems = load(path, content.encode(), "en")
        assert [problem for problem in problems if problem.level is Level.ERROR] == []
        records += [record] if record else []
    resolved, problems = resolve(records, slug)
    assert [problem for problem in problems if problem.level is Level.ERROR] == []
    return resolved


def told(check: ModuleType, text: str) -> list[str]:
    """`path:line:column: message` of each problem, all with the check's own code and level."""
    problems = list(asked(check, archive(text)))
    assert {(problem.code, problem.level) for problem in problems} <= {(check.CODE, check.LEVEL)}
    return [f"{p.span.path}:{p.span.line}:{p.span.column}: {p.message}" for p in problems]


def messages(check: ModuleType, text: str) -> list[str]:
    """The message of each problem, wherever it is."""
    return [line.split(": ", 1)[1] for line in told(check, text)]


def hints(check: ModuleType, text: str) -> list[str]:
    return [problem.hint for problem in asked(check, archive(text))]

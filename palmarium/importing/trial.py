"""Dry run of an import: the problems that the site would have afterwards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .. import config
from ..build.discovery import discover
from ..build.work import Tell
from ..checks import joined_names, odd_names, run
from ..checks.references import unknown
from ..model import Record
from ..model.archive import Archive, resolve
from ..model.ids import slug
from ..problems import Level, Problem, Span
from ..sources import yaml
from ..sources.layout import MEDIA, RECORDS
from ..sources.load import load
from ..sources.nodes import Node
from .drafts import Draft
from .mapping import literal
from .more_than_names import hint_for_several

_STEP = 200
_CODE = re.compile(r"[^\W\d_][?!.]?")


@dataclass(frozen=True, slots=True)
class TrialSite:
    """A site before an import: its records by file, and the problems of each."""

    files: Mapping[str, bytes]
    language: str
    records: Mapping[str, Record]
    problems: Mapping[str, tuple[Problem, ...]]


def opened(files: Mapping[str, bytes], tell: Tell) -> TrialSite:
    settings, _ = config.read(files)
    language = settings.language if settings else "en"
    return _loaded(TrialSite(files, language, {}, {}), files, tell)


def tried(
    site: TrialSite, before: Archive, files: Mapping[str, bytes], drafts: Iterable[Draft], tell: Tell
) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive with some files replaced, and the errors that this introduces."""
    if not files:
        return before, ()
    found, made = errors(_loaded(replace(site, files={**site.files, **files}), files, tell))
    return made, introduced(site, found, drafts, files)


def _loaded(site: TrialSite, files: Mapping[str, bytes], tell: Tell) -> TrialSite:
    records, problems = dict(site.records), dict(site.problems)
    paths = [path for path in files if path.startswith(RECORDS)]
    for done, path in enumerate(paths, 1):
        record, problems[path] = load(path, files[path], site.language)
        if record is not None:
            records[path] = record
        if done % _STEP == 0:
            tell("load", done, len(paths))
    return TrialSite(site.files, site.language, records, problems)


def archive(site: TrialSite) -> tuple[Archive, tuple[Problem, ...]]:
    return resolve(site.records.values(), slug, language=site.language)


def errors(site: TrialSite) -> tuple[tuple[Problem, ...], Archive]:
    """The errors that would stop a build of a site."""
    made, unclear = archive(site)
    media = frozenset(path.removeprefix(MEDIA) for path in site.files if path.startswith(MEDIA))
    found = [*(each for problems in site.problems.values() for each in problems), *unclear, *unknown(made, media)]
    found += _checked(made, site)
    return tuple(problem for problem in found if problem.level is Level.ERROR), made


def _checked(made: Archive, site: TrialSite) -> Iterator[Problem]:
    """Errors of checks, at the levels and with the exceptions of site.toml where it can be read."""
    settings, _ = config.read(site.files)
    return run.errors(made, settings or config.UNSET, discover("checks"))


def doubted(made: Archive, rows: Mapping[str, Span]) -> Iterator[Problem]:
    """Doubts of the checks about new names, at the first row of each."""
    for id, row in rows.items():
        name = made.names.get(id)
        if name and _CODE.fullmatch(name.name):
            what = f'"{name.name}" is a single letter, as codes are'
            hint = "if it says what became of somebody, take `distinction` from it, and the name from another column"
            yield Problem(odd_names.CODE, row, what, hint, Level.WARNING, (name.name,))
        for problem in odd_names.of_name(made, name) if name else ():
            yield replace(problem, span=row)
        for problem in joined_names.of_name(made, name) if name else ():
            text, first, second = problem.subject[:3]
            between = ";" if ";" in text else text.partition(first)[2].partition(second)[0]
            split = f"if they are several: `split = {literal(between)}`"
            yield replace(problem, span=row, hint=hint_for_several(text, between, split))


def introduced(
    before: TrialSite, after: tuple[Problem, ...], drafts: Iterable[Draft], files: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """The errors that were not there before, each with the row it comes from."""
    if not after:
        return ()
    known = {(problem.span.path, problem.code, problem.message) for problem in errors(before)[0]}
    by_path = {draft.path: draft for draft in drafts}
    found = (problem for problem in after if (problem.span.path, problem.code, problem.message) not in known)
    return tuple(told for problem in found for told in _with_row(problem, by_path, files))


def _with_row(problem: Problem, drafts: Mapping[str, Draft], files: Mapping[str, bytes]) -> Iterator[Problem]:
    draft = drafts.get(problem.span.path)
    yield problem
    if draft and problem.span.path in files:
        row = _row(draft, files[problem.span.path], problem.span)
        message = f"this row would bring that in: {problem.message}"
        yield Problem(problem.code, row, message, "correct the row, or the mapping")


def _row(draft: Draft, data: bytes, span: Span) -> Span:
    """The row of the result on a line, or the first row that mentions the file."""
    root, _ = yaml.parse(draft.path, data.decode("utf-8", "replace")) if draft.rows else (None, ())
    results = root.get("results") if root else None
    found = draft.row
    for pair in results.pairs if results else ():
        if pair.span.line <= span.line and pair.key in draft.rows:
            rows = draft.rows[pair.key]
            pieces = _pieces(pair.value)
            last = max((at for at, piece in enumerate(pieces) if piece.span.line <= span.line), default=0)
            found = rows[min(last, len(rows) - 1)]
    return found


def _pieces(value: Node) -> tuple[Node, ...]:
    inner = value.get("results") or value
    return inner.elements or (inner,)

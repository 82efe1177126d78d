"""A site in an editor: its files overlaid by unsaved texts, read and checked without a build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ... import config
from ...build.causes import hiding, missing, spoiling
from ...build.discovery import discover
from ...build.rechecks import Checking, Rechecked, StoppedError
from ...build.stages import withhold
from ...checks import run
from ...config import Config
from ...model import Record
from ...model.archive import Archive
from ...problems import Basis, Problem, folded
from ...sources.disk import FILES
from ...sources.keys import at_keys
from ...sources.layout import MEDIA, RECORDS
from ...sources.load import load
from .places import Place, places

_NO_RECORDS: Mapping[str, Record] = MappingProxyType({})
_NO_PROBLEMS: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OpenSite:
    """The records by file, as they were read last; what is wrong in each file alone; the archive; all problems.

    A file that can't be read is `unread`, and keeps its last record, so that the others still find what is in it.
    Where the checks were not asked yet, problems are those of the files and their references, and `earlier` those that
    were told last. `placed` keeps the places of files that were looked at.
    """

    files: Mapping[str, bytes]
    language: str
    records: Mapping[str, Record]
    told: Mapping[str, tuple[Problem, ...]]
    unread: frozenset[str]
    archive: Archive
    asked: Rechecked | None
    problems: tuple[Problem, ...] = ()
    earlier: tuple[Problem, ...] = ()
    is_checked: bool = False
    placed: dict[str, tuple[Place, ...]] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A site whose files are read, before the checks are asked; its problems are those of the files and references."""

    site: OpenSite
    checking: Checking
    settings: Config
    told: tuple[Problem, ...]
    incomplete: tuple[Problem, ...]

    def told_of(self, path: str) -> tuple[Problem, ...]:
        """What is wrong in one file: what its own text says, and what was told last of it among the others."""
        checks = tuple(check for check in discover("checks") if check.BASIS is not Basis.ARCHIVE)
        codes = {str(check.CODE) for check in checks}
        asked = run.assess(lambda check: self.checking.asked_of(check, path), self.settings, checks, self.incomplete)
        own = (each for each in asked.told if each.code in codes)
        compared = {str(check.CODE) for check in discover("checks") if hasattr(check, "check")}
        known = () if path in self.site.unread else self.site.earlier
        found = (*self.site.problems, *own, *(each for each in known if each.code in compared))
        here = spoiling((each for each in found if each.span.path == path), self.incomplete)
        return folded(at_keys(here, self.site.files))


def read(files: Mapping[str, bytes], before: OpenSite | None = None) -> OpenSite:
    """The site of these files; what is as it was in the site before is not read again, nor asked again."""
    return checked(opened(files, before), lambda: False)


def opened(files: Mapping[str, bytes], before: OpenSite | None = None) -> Opened:
    """The files, those that changed read again, and their archive."""
    settings, unset = config.read(files)
    usable = settings or config.UNSET
    known = before if before and before.language == usable.language else None
    records, told = dict(known.records if known else _NO_RECORDS), dict(_NO_PROBLEMS)
    unread: set[str] = set()
    for path, data in files.items():
        if not path.startswith(RECORDS):
            continue
        if known and known.files.get(path) == data:
            told[path] = known.told[path]
            unread |= {path} & known.unread
            continue
        record, told[path] = load(path, data, usable.language)
        if record:
            records[path] = record
        else:
            unread.add(path)
    records = {path: record for path, record in records.items() if path in files}
    _, redacted, left = withhold(tuple(records.values()), files, usable, None)
    by_path = {record.span.path: record for record in redacted}
    linked = (path.removeprefix(FILES) for path in files if path.startswith(FILES))
    media = frozenset(path.removeprefix(MEDIA) for path in files if path.startswith(MEDIA))
    checking = Checking(by_path, linked, usable.language, media, known.asked if known else None)
    unclear, unknown = checking.unclear, checking.unknown()
    # Of a file that can't be read, only what is wrong with it itself stands at a place of today.
    unclear, unknown, left = (
        tuple(problem for problem in found if problem.span.path not in unread) for found in (unclear, unknown, left)
    )
    alone = tuple(hiding((problem for each in told.values() for problem in each), files, by_path, unknown))
    incomplete = (*unset, *alone, *unclear, *missing(unknown))
    placed = {} if known is None else {p: found for p, found in known.placed.items() if known.files[p] == files.get(p)}
    found = (*unset, *alone, *unclear, *unknown, *left)
    asked, last = (known.asked, known.problems if known.is_checked else known.earlier) if known else (None, ())
    site = OpenSite(
        files,
        usable.language,
        records,
        told,
        frozenset(unread),
        checking.archive,
        asked,
        folded(at_keys(found, files)),
        last,
        False,
        placed,
    )
    return Opened(site, checking, usable, found, incomplete)


def checked(opened: Opened, is_stopped: Callable[[], bool]) -> OpenSite:
    """The site with all that is wrong; once it is stopped, as it was opened, with what was asked till then."""
    site, checking, checks = opened.site, opened.checking, discover("checks")
    try:
        found = run.assess(
            lambda check: checking.asked(check, is_stopped), opened.settings, checks, opened.incomplete
        ).told
    except StoppedError:
        return replace(site, asked=checking.done(checks))
    told = (*opened.told, *(problem for problem in found if problem.span.path not in site.unread))
    problems = folded(at_keys(spoiling(told, opened.incomplete), site.files))
    return replace(site, asked=checking.done(checks), problems=problems, is_checked=True)


def places_in(site: OpenSite, path: str) -> tuple[Place, ...]:
    """Every text of a file that names something."""
    if path not in site.placed:
        text = site.files[path].decode("utf-8", "replace")
        site.placed[path] = tuple(places(path, text, site.records.get(path)))
    return site.placed[path]

"""A site as it stands in an editor: its files with unsaved texts over them, read and checked without a build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ... import config
from ...build.stages import MEDIA, RECORDS, discover, hiding, missing, spoiling, withhold
from ...checks import references, run
from ...model import Record
from ...model.archive import Archive, resolve
from ...model.ids import slug
from ...problems import Problem, folded
from ...sources.disk import FILES
from ...sources.load import load
from .places import Place, places

_NO_RECORDS: Mapping[str, Record] = MappingProxyType({})
_NO_PROBLEMS: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Site:
    """The records by file, as they were read last; what is wrong in each file alone; the archive; all problems.

    A file that can't be read is `unread`, and keeps its last record, so that the others still find what is in it.
    `placed` keeps the places of files that were looked at.
    """

    files: Mapping[str, bytes]
    language: str
    records: Mapping[str, Record]
    told: Mapping[str, tuple[Problem, ...]]
    unread: frozenset[str]
    archive: Archive
    problems: tuple[Problem, ...] = ()
    placed: dict[str, tuple[Place, ...]] = field(default_factory=dict, compare=False, repr=False)


def read(files: Mapping[str, bytes], before: Site | None = None) -> Site:
    """The site of these files; what is as it was in the site before is not read again."""
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
    archive, unclear = resolve(redacted, slug, (path.removeprefix(FILES) for path in files if path.startswith(FILES)))
    media = frozenset(path.removeprefix(MEDIA) for path in files if path.startswith(MEDIA))
    unknown = tuple(references.unknown(archive, media))
    # Of a file that can't be read, only what is wrong with it itself stands at a place of today.
    unclear, unknown, left = (
        tuple(problem for problem in found if problem.span.path not in unread) for found in (unclear, unknown, left)
    )
    alone = tuple(hiding((problem for each in told.values() for problem in each), files, records.values(), unknown))
    incomplete = (*unset, *alone, *unclear, *missing(unknown))
    checked = run.assess(lambda check: run.asked(check, archive), usable, discover("checks"), incomplete)
    others = (*left, *(problem for problem in checked.told if problem.span.path not in unread))
    problems = folded(spoiling((*unset, *alone, *unclear, *unknown, *others), incomplete))
    placed = {} if known is None else {p: found for p, found in known.placed.items() if known.files[p] == files.get(p)}
    return Site(files, usable.language, records, told, frozenset(unread), archive, problems, placed)


def places_in(site: Site, path: str) -> tuple[Place, ...]:
    """Every text of a file that names something."""
    if path not in site.placed:
        text = site.files[path].decode("utf-8", "replace")
        site.placed[path] = tuple(places(path, text, site.records.get(path)))
    return site.placed[path]

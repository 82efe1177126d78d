"""Running the checks, at the level and with the exceptions of site.toml."""

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from types import ModuleType

from ..config import Accepted, Config
from ..model import Record
from ..model.archive import Archive
from ..model.texts import original_of
from ..problems import Basis, Level, Problem, did_you_mean, nearest
from ..sources.site_toml import PATH
from ..statistics.claims import ClaimOutcome, all_verdicts
from . import ahead, claims

CLAIMS = claims.CODE
UNUSED = "unused-exception"


@dataclass(frozen=True, slots=True)
class ClaimTally:
    """How many claims fare how; of those that differ, how many are marked as disputed."""

    agree: int
    differ: int
    disputed: int
    open: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the checks tell, and how much else they found that is accepted in site.toml."""

    told: tuple[Problem, ...]
    accepted: int


Ask = Callable[[ModuleType], Iterable[Problem]]
"""What a check says of an archive."""

Keys = Callable[[str], Iterable[str]]
"""The keys of an index whose records are asked about, in their order."""


def in_parts(
    check: ModuleType, archive: Archive, keys: Keys
) -> Iterator[tuple[str | None, str | None, Callable[[], Iterable[Problem]]]]:
    """What a check can be asked alone: of all, and of each record, by index and key, of the indexes that it names."""
    if hasattr(check, "check"):
        yield None, None, partial(check.check, archive)
    for index in getattr(check, "EACH", ()):
        yield from ((index, key, partial(asked_of, check, archive, index, key)) for key in keys(index))


def asked_of(check: ModuleType, archive: Archive, index: str, key: str) -> Iterable[Problem]:
    """What a check says of one record, which is looked up when the check is asked."""
    record = getattr(archive, index)[key]
    found: Iterable[Problem] = check.each(archive, record)
    return at_home(record, found)


def at_home(record: Record, found: Iterable[Problem]) -> Iterable[Problem]:
    """Problems of a record; what a translation leaves to its original is told there alone."""
    return (each for each in found if each.span.path == record.span.path) if original_of(record) else found


def asked(check: ModuleType, archive: Archive) -> Iterator[Problem]:
    """All that a check says."""
    return chain.from_iterable(ask() for _, _, ask in in_parts(check, archive, partial(getattr, archive)))


def assess(ask: Ask, settings: Config, checks: Sequence[ModuleType], known: Iterable[Problem]) -> Assessed:
    """What the checks say; where errors are `known` already, only what they may not have caused.

    What a check says of a file with an error is told as a consequence of that.
    """
    codes = tuple(str(check.CODE) for check in checks)
    told = list(_unknown(settings, codes))
    spoilt = _spoilt(known)
    found: list[Problem] = []
    spent: set[Accepted] = set()
    count = 0
    for check in _sure(settings, checks, spoilt):
        for problem, accepted in _told(ask, settings, check):
            spent.update(accepted)
            found.append(problem)
            path = problem.span.path
            if accepted:
                count += 1
            else:
                in_doubt = check.BASIS in (Basis.FILE, Basis.NAMES) and path in spoilt
                told.append(replace(problem, needs=(("whole", path),)) if in_doubt else problem)
    if not spoilt:
        told += _unused(settings, codes, spent, found)
    return Assessed(tuple(told), count)


def wanted(settings: Config, checks: Sequence[ModuleType], known: Iterable[Problem]) -> tuple[ModuleType, ...]:
    """The checks that are asked, where errors are `known` already."""
    return tuple(_sure(settings, checks, _spoilt(known)))


def _spoilt(known: Iterable[Problem]) -> frozenset[str]:
    """The files with an error."""
    return frozenset(problem.span.path for problem in known if problem.level is Level.ERROR)


def _sure(settings: Config, checks: Sequence[ModuleType], spoilt: frozenset[str]) -> Iterator[ModuleType]:
    for check in checks:
        level = _level(settings, check)
        # A wrong line in site.toml may be the exception or the level of any check.
        unset = PATH in spoilt and level != Level.ERROR
        if level != "off" and not unset and not _is_unsure(check.BASIS, spoilt):
            yield check


def _is_unsure(basis: Basis, spoilt: Iterable[str]) -> bool:
    """Whether a verdict may come of a file that was not read as it is written."""
    if basis is Basis.ARCHIVE:
        return any(spoilt)
    return basis is Basis.NAMES and any(path.startswith("content/names/") for path in spoilt)


def errors(archive: Archive, settings: Config, checks: Sequence[ModuleType]) -> Iterator[Problem]:
    """What the checks say that would stop a build; the others are not asked."""
    for check in checks:
        if _level(settings, check) == Level.ERROR:
            found = _told(lambda check: asked(check, archive), settings, check)
            yield from (problem for problem, accepted in found if not accepted)


def _level(settings: Config, check: ModuleType) -> str:
    return str(settings.checks.get(check.CODE, check.LEVEL))


def _told(ask: Ask, settings: Config, check: ModuleType) -> Iterator[tuple[Problem, tuple[Accepted, ...]]]:
    """Each problem at the level that site.toml gives, with the exceptions that it falls under."""
    for problem in ask(check):
        given = replace(problem, level=Level(_level(settings, check))) if check.CODE in settings.checks else problem
        yield given, _accepted(settings, problem)


def claims_told(archive: Archive, settings: Config) -> tuple[Problem, ...]:
    """Every claim that differs and is not disputed, as an error whatever site.toml says of its level."""
    told = (problem for problem in claims.check(archive) if not _accepted(settings, problem))
    return tuple(replace(problem, level=Level.ERROR) for problem in told)


def dated_ahead(archive: Archive, settings: Config, today: datetime.date) -> Iterator[Problem]:
    """What is dated after today, at the level and with the exceptions of the check of that."""
    level = _level(settings, ahead)
    for problem in ahead.after(archive, today) if level != "off" else ():
        if not _accepted(settings, problem):
            yield replace(problem, level=Level(level))


def tally(archive: Archive) -> ClaimTally:
    """How the claims of an archive fare."""
    found = [verdict for _, _, verdict in all_verdicts(archive)]
    counts = Counter(verdict.outcome for verdict in found)
    disputed = sum(verdict.outcome is ClaimOutcome.DIFFERS and verdict.disputed for verdict in found)
    return ClaimTally(
        counts[ClaimOutcome.AGREES], counts[ClaimOutcome.DIFFERS], disputed, counts[ClaimOutcome.NOT_COMPUTABLE]
    )


def _accepted(settings: Config, problem: Problem) -> tuple[Accepted, ...]:
    """The exceptions that a problem falls under."""
    return tuple(
        each
        for each in settings.exceptions.get(problem.code, ())
        if each.file in ("", problem.span.path)
        and all(any(text in subject for subject in problem.subject) for text in each.texts)
    )


def _unknown(settings: Config, codes: Sequence[str]) -> Iterator[Problem]:
    """Levels and exceptions of checks that there are not."""
    written = {code: settings.place("checks", code) for code in settings.checks}
    written |= {code: settings.place("exceptions", code) for code in settings.exceptions}
    for code, span in written.items():
        if code not in codes:
            hint = did_you_mean(code, codes) or f"checks are {', '.join(codes)}"
            yield Problem("unknown-key", span, f'there is no check "{code}"', hint)


def _unused(
    settings: Config, codes: Sequence[str], spent: Iterable[Accepted], told: Iterable[Problem]
) -> Iterator[Problem]:
    """Exceptions that nothing needs any more: left alone, they would hide the next mistake."""
    subjects: defaultdict[str, set[str]] = defaultdict(set)
    for problem in told:
        subjects[problem.code].update(problem.subject)
    for code, each in ((asked, each) for asked in codes for each in settings.exceptions.get(asked, ())):
        if settings.checks.get(code) != "off" and each not in spent:
            what = " and ".join(f'"{text}"' for text in each.texts) or f'"{each.file}"'
            message = f"{code} has nothing to tell of {what}"
            meant = _meant(each.texts, subjects[code])
            hint = f"write `texts = [{meant}]`, or delete this exception" if meant else "delete this exception"
            yield Problem(UNUSED, each.span, message, hint, Level.WARNING, each.texts)


def _meant(texts: Iterable[str], subjects: Iterable[str]) -> str:
    """What the check does tell of, where each text is nearly that or a part of it."""
    pool = sorted(subjects)
    found = [next((each for each in pool if text in each), None) or nearest(text, pool) for text in texts]
    return ", ".join(json.dumps(each, ensure_ascii=False) for each in found if each) if all(found) else ""

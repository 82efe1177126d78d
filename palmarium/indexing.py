"""Keep the files of a search over every word beside the pages: made again when a page that it finds has changed.

Owns: which pages are indexed, and when.   Never: speaks to Pagefind (that is `pagefind`), writes a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from . import disk, pagefind, urls
from .ledger import Ledger
from .plan import Work
from .problems import Problem
from .stages import Made
from .views.findings import BUNDLE

Read = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is to be done with the index counted in: its new files, and every fingerprint of the output."""

    work: Work
    files: Mapping[str, bytes]
    fingerprints: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def index(
    made: Made, past: Ledger, intact: frozenset[str], work: Work, new: Mapping[str, bytes], read: Read
) -> Indexed:
    """The index kept, or made from the `new` pages and those that `read` finds in the output."""
    pages = _findable(made)
    if not pages:
        return Indexed(work, {}, made.fingerprints)
    folder = urls.path(made.context.urls.section("search") + BUNDLE).removesuffix("index.html")
    mark = disk.digest(repr([(file, made.fingerprints[file]) for file in pages]).encode())
    before = {file for file, was in past.fingerprints.items() if file.startswith(folder) and was == mark}
    if before and before <= intact:
        return _counted_in(made, work, mark, {}, tuple(sorted(before)))
    texts = {file: data for file in pages if (data := new.get(file) or read(file))}
    files, problems = pagefind.index(texts, made.context.config.language)
    named = {folder + file: data for file, data in files.items()}
    # One page changes few of the index's files: the others are what is there already.
    same = {file for file, data in named.items() if file in intact and read(file) == data}
    changed = MappingProxyType({file: data for file, data in named.items() if file not in same})
    return replace(_counted_in(made, work, mark, changed, tuple(sorted(same))), problems=problems)


def _counted_in(made: Made, work: Work, mark: str, files: Mapping[str, bytes], kept: tuple[str, ...]) -> Indexed:
    index = (*files, *kept)
    gone = tuple(file for file in work.gone if file not in set(index))
    marks = MappingProxyType({**made.fingerprints, **dict.fromkeys(index, mark)})
    return Indexed(Work((*work.stale, *files), (*work.kept, *kept), gone), files, marks)


def _findable(made: Made) -> tuple[str, ...]:
    """The files of the pages that a search finds, where the site asks for it."""
    if made.context.config.search != "pagefind":
        return ()
    return tuple(urls.path(page.url) for page in made.plan.pages if page.view.head.found is not None)

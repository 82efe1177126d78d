"""What an edition says of its coverage is true.

`coverage` tells readers, and every statistic, how much the archive holds. An edition that calls itself complete while
a winner is unknown, or only nominees are there, makes "first time" and "most titles" wrong; one that says nothing is
held, and holds something, hides it.

Passes:

```yaml
coverage: partial
results:
  pie: Ann Crust
  tart: unknown
```

Fails, because the winner of `tart` is not known:

```yaml
coverage: complete
results:
  pie: Ann Crust
  tart: unknown
```
"""

from collections.abc import Iterator

from ..model import Coverage, Edition, Entry, Outcome
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem

CODE = "coverage"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    if edition.is_held:
        yield from _results(edition)
        yield from _categories(edition)
        yield from _jury(edition)


def _results(edition: Edition) -> Iterator[Problem]:
    said = edition.covered.results
    found = len(results_in(edition))
    if said is Coverage.NONE and found:
        message = f"the coverage of the results is none, but the edition holds {found}"
        span = edition.covered.span
        likely = Fix(span, str(said), str(Coverage.PARTIAL))
        yield Problem(CODE, span, message, "write `coverage: partial`", LEVEL, (str(said),), likely=likely)
    for entry in edition.entries if said in (Coverage.COMPLETE, Coverage.WINNERS_ONLY) else ():
        if entry.lacks_winner:
            who = entry.category or "a winner"
            lacks = "has no winner" if entry.outcome is Outcome.UNRECORDED else "is unknown"
            lacks = "has an unknown winner" if entry.category and entry.outcome is Outcome.AWARDED else lacks
            message = f"the coverage of the results is {said}, but {who} {lacks}"
            hint = "write `coverage: partial`; for a category that nobody won, `not_awarded` and the reason"
            if first := below_the_first(entry):
                message = f"the coverage of the results is {said}, but place 1 of {who} is left out"
                added = f"add `- {{rank: 1, laureate: …}}`, or write `rank: 1` for {first} where it is the first"
                hint = f"{added}; where nobody knows who had it, `coverage: partial`"
            yield Problem(CODE, entry.span, message, hint, LEVEL, (str(said), entry.category))


def below_the_first(entry: Entry) -> str:
    """The laureates with the best rank of a list that lacks the first; empty if there are no ranks."""
    placed = [result for result in entry.results if result.rank and result.rank > 1 and not result.apart]
    best = min(placed, key=lambda result: result.rank or 0, default=None)
    is_lacking = best and best.holders and entry.outcome is Outcome.UNRECORDED
    return best.who if best and is_lacking else ""


def _categories(edition: Edition) -> Iterator[Problem]:
    said = edition.covered.categories
    for entry in edition.entries:
        if said is Coverage.COMPLETE and not entry.category:
            message = "the coverage of the categories is complete, but some results have none"
            yield Problem(
                CODE, entry.span, message, "write `coverage: names-only` or `coverage: partial`", LEVEL, (str(said),)
            )
    named = edition.covered.results is Coverage.NAMES_ONLY and any(entry.results for entry in edition.entries)
    if named and all(entry.category for entry in edition.entries):
        message = "the coverage is names-only, but every result has its category"
        hint = "write `coverage: winners-only` or `coverage: complete`"
        yield Problem(CODE, edition.covered.span, message, hint, LEVEL, (str(edition.covered.results),))


def _jury(edition: Edition) -> Iterator[Problem]:
    said = edition.covered.jury
    found = bool(edition.jurors)
    if said is Coverage.COMPLETE and not found:
        message = "the coverage of the jury is complete, but the edition lists no juror"
        hint = "write the `jury`, or `jury: none` in the coverage"
        yield Problem(CODE, edition.covered.span, message, hint, LEVEL, (str(said),))
    if said is Coverage.NONE and found:
        message = "the coverage of the jury is none, but the edition lists jurors"
        hint = "write `jury: partial` or `jury: complete` in the coverage"
        yield Problem(CODE, edition.covered.span, message, hint, LEVEL, (str(said),))

"""Say how many the archive holds of an edition, a category, an award, a name.

Owns: which number is published: not a nought that only means "unknown".
Never: counts itself (that is `statistics`).
"""

from ..archive import Archive
from ..model import Category, Coverage, Edition, Function, Result
from ..statistics.count import Count
from ..statistics.coverage import known
from ..statistics.scope import Scope
from ..statistics.titles import laureate_names, laureates, titles, winners
from .pieces import Counts


def in_edition(archive: Archive, edition: Edition) -> Counts:
    """Of one edition; categories are those of its palmarès, awarded or not."""
    here = Scope(edition=edition.key)
    whole = known(edition)
    jury = {archive.ids.get(part.name.text) for part in edition.parts if part.function is Function.JUROR}
    return _counts(
        categories=Count(sum(1 for entry in edition.entries if entry.category), whole.categories),
        laureates=laureates(archive, here),
        titles=titles(archive, here),
        jurors=Count(len(jury), whole.jury),
    )


def in_category(archive: Archive, category: Category) -> Counts:
    here = Scope(category=category.key)
    won = titles(archive, here)
    return _counts(
        editions=Count(len(archive.entries_of.get(category.key, ()))),
        laureates=Count(len(laureate_names(archive, here)), won.exact),
        titles=won,
    )


def in_award(archive: Archive, award: str) -> Counts:
    here = Scope(award=award)
    editions = tuple(archive.editions[key] for key in archive.editions_of.get(award, ()))
    jury = {
        archive.ids.get(part.name.text)
        for edition in editions
        for part in edition.parts
        if part.function is Function.JUROR
    }
    return _counts(
        editions=Count(len(editions)),
        categories=Count(len(archive.categories_of[award])),
        laureates=laureates(archive, here),
        titles=titles(archive, here),
        jurors=Count(len(jury), all(edition.covered.jury is Coverage.COMPLETE for edition in editions)),
    )


def of_name(archive: Archive, id: str) -> Counts:
    """Titles of one name, and the editions in which it has them."""
    held = [result for result in archive.results_of.get(id, ()) if id in winners(archive, result)]
    won = titles(archive, Scope(name=id))
    least = () if won.exact else ("titles", "editions")
    return Counts(titles=won.value, editions=len(_editions(held)), at_least=least)


def _editions(results: list[Result]) -> set[str]:
    return {result.edition for result in results}


def _counts(**counts: Count) -> Counts:
    """What is nought and not sure is not published; what is not sure is at least so much."""
    said = {what: count for what, count in counts.items() if count.value or count.exact}
    values = {what: count.value for what, count in said.items()}
    return Counts(**values, at_least=tuple(what for what, count in said.items() if not count.exact))

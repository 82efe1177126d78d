"""Say how the archive's own number was found: what was counted, over which editions, with what coverage.

Owns: the sentence of each count.   Never: counts, or judges a claim.
"""

from types import MappingProxyType

from ..context import Context
from ..model import Coverage
from ..statistics.claims import Verdict
from ..statistics.counts import COUNTS
from ..statistics.coverage import known, known_results
from . import Message, link_to_category, link_to_edition


def reckoning(context: Context, verdict: Verdict) -> Message | None:
    """`Counted: distinct names with a title, Palmes 2011. The palmarès is complete.`; None where nothing is."""
    rule = COUNTS.get(verdict.count)
    if rule is None or not rule.counted:
        return None
    what = Message(rule.counted)
    where = ", ".join(_where(context, verdict)) if verdict.count != "comments" else ""
    counted: Message = what
    if where:
        counted = Message("%(what)s, %(where)s", (("what", what), ("where", where)))
    coverage = _coverage(context, verdict)
    if coverage:
        return Message("Counted: %(counted)s. %(coverage)s", (("counted", counted), ("coverage", coverage)))
    return Message("Counted: %(counted)s.", (("counted", counted),))


def _where(context: Context, verdict: Verdict) -> list[str]:
    """The edition or else the award, the category and the name that it is narrowed to."""
    archive = context.archive
    places = []
    if verdict.edition in archive.editions:
        places.append(str(link_to_edition(context, verdict.edition).text))
    elif verdict.award in archive.awards:
        award = archive.awards[verdict.award]
        places.append(award.short or award.name)
    if verdict.category in archive.categories:
        places.append(str(link_to_category(context, verdict.category).text))
    return [*places, archive.names[verdict.of].name] if verdict.of in archive.names else places


def _coverage(context: Context, verdict: Verdict) -> Message | None:
    """How much the archive holds of what was counted."""
    edition = context.archive.editions.get(verdict.edition)
    if COUNTS[verdict.count].of_results and edition:
        return RESULTS[known_results(edition)]
    if COUNTS[verdict.count].of_results or verdict.count == "editions":
        return _editions(context, verdict.award)
    if verdict.count in ("jurors", "categories") and edition:
        part = edition.covered.jury if verdict.count == "jurors" else edition.covered.categories
        return Message("The list is complete.") if part is Coverage.COMPLETE else Message("The list may not be whole.")
    return None


def _editions(context: Context, award: str) -> Message | None:
    held = [context.archive.editions[key] for key in context.archive.editions_of.get(award, ())]
    held = [edition for edition in held if edition.is_held]
    if not held:
        return None
    whole_ones = sum(known(edition).laureates for edition in held)
    editions = Message("%(num)s edition", plural="%(num)s editions", count=len(held))
    whole = Message("%(num)s with all its winners", plural="%(num)s with all their winners", count=whole_ones)
    whole = whole if whole_ones else Message("none with all its winners")
    return Message("The archive holds %(editions)s, %(whole)s.", (("editions", editions), ("whole", whole)))


RESULTS = MappingProxyType(
    {
        Coverage.COMPLETE: Message("The palmarès is complete."),
        Coverage.PARTIAL: Message("The palmarès is known in part."),
        Coverage.WINNERS_ONLY: Message("All winners are known, the other places are not."),
        Coverage.NAMES_ONLY: Message("We know who won, not in which category."),
        Coverage.NONE: Message("No laureate is known."),
    }
)
"""What an edition's coverage of its results means, in a sentence."""

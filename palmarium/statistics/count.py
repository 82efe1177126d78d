"""A count, whether it is exact, and the reason where it is not."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a number is what it is: a key of `REASONS` and a value for each slot of its sentence."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many the archive counts; there are at least that many where it is not `exact`."""

    value: int
    exact: bool = True
    because: Reason | None = None


REASONS = MappingProxyType(
    {
        # What the archive holds of one edition.
        "laureates": "the archive does not hold every laureate of %(edition)s",
        "categories": "the archive does not hold every category of %(edition)s",
        "results": "the archive does not hold every result of %(edition)s",
        "jury": "the archive does not hold the whole jury of %(edition)s",
        # What it holds of several; editions are labels such as 2008–2010, ordinals numbers such as 5–10.
        "incomplete": "editions still incomplete in the archive: %(editions)s",
        "missing": "editions missing from the archive: no. %(ordinals)s",
        "missing-some": "number of editions missing from the archive: %(count)s",
        "missing-incomplete": "editions missing from the archive: no. %(ordinals)s; still incomplete: %(editions)s",
        "missing-some-incomplete": (
            "number of editions missing from the archive: %(count)s; editions still incomplete: %(editions)s"
        ),
        "no-editions": "the archive holds no edition of it",
        "awards": "not every edition of every award is fully known to the archive",
        "start": "the archive does not say which edition was the first",
        "apart": "nothing says whether editions are missing right before: %(editions)s",
        "before": "the edition before %(edition)s is missing from the archive",
        # Why a claim can't be recomputed.
        "no-edition": "the claim does not say which edition it speaks of",
        "unresolved": "the claim speaks of something the archive does not hold",
        "unknown-count": "the archive has no rule for counting this",
        "stated": "nothing in the archive allows this number to be recomputed",
        "recorded": "the archive has this number from the same source, and can't count it again",
        "no-figure": "the archive holds no such figure for %(edition)s",
        "perhaps-more": "the archive may not list them all",
        "no-ordinal": "the archive does not number %(edition)s",
        "ordinal-contradicted": "the numbers of the other editions contradict no. %(ordinal)s for %(edition)s",
        # Why a claimed place differs.
        "place-taken": "place no. %(rank)s of the overall ranking is held by %(other)s",
        "place-taken-here": "place no. %(rank)s in “%(scope)s” is held by %(other)s",
        "place-elsewhere": (
            "place no. %(rank)s of the overall ranking is held by %(other)s; "
            "%(name)s holds place no. %(place)s in “%(where)s”"
        ),
        "place-elsewhere-here": (
            "place no. %(rank)s in “%(scope)s” is held by %(other)s; %(name)s holds place no. %(place)s in “%(where)s”"
        ),
        "place-overall-here": (
            "place no. %(rank)s in “%(scope)s” is held by %(other)s; "
            "%(name)s holds place no. %(place)s of the overall ranking"
        ),
        "no-place": "%(name)s has no such place in %(edition)s",
    }
)
"""Every reason, in English; views put values into the catalogue's translation."""

"""Who got what: results, and the categories of an edition that hold them."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from ..lookups import TEXT, noted
from ..problems import Span
from .ids import distinct, slug
from .pieces import Date, Post, Ref
from .vocabulary import Acceptance, Distinction, Each, Kind, Outcome, Status, WhyNotAwarded

_UNKNOWN = "unknown"


def _category_key(edition: str, category: str) -> str:
    return f"{edition.partition('/')[0]}/{category}"


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a prize, or what was given instead of money."""

    amount: str
    currency: str = "EUR"
    per: Each | None = None
    in_kind: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What a laureate was honoured for (edge case 17)."""

    title: str
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change of the official record (edge case 28)."""

    on: Date | None
    change: str
    by: str = ""
    sources: tuple[Ref, ...] = ()
    span: Span = field(default=Span(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Holder:
    """One name in a result, with its role in a joint prize, its post then, and its share."""

    name: Ref
    as_role: str = ""
    posts: tuple[Post, ...] = ()
    share: Fraction | None = None
    kind: Kind | None = None
    size: str = ""
    country: str = ""
    status: Status = Status.ACTIVE
    note: str = ""


@noted(TEXT, lambda result: f"{result.edition}#{result.id}", "works", "citation", "note", "sources", "credited_as")
@dataclass(frozen=True, slots=True)
class Result:
    """Who got what in one category of one edition; everything else is a projection of these.

    `edition` is `award/edition`; `category` is a category id of that award, or "" where
    the archive does not know it (edge case 21). `count` is the number of trophies. Without
    `holders` it was given to somebody whom nobody knows.
    """

    id: str
    edition: str
    category: str
    span: Span = field(repr=False)
    holders: tuple[Holder, ...] = ()
    distinction: Distinction = Distinction.WINNER
    rank: int | None = None
    apart: bool = False
    tie: bool = False
    count: int = 1
    share: Fraction | None = None
    credited_as: str = ""
    works: tuple[Work, ...] = ()
    represented_by: tuple[Ref, ...] = ()
    citation: str = ""
    scope: str = ""
    track: str = ""
    round: str = ""
    score: str = ""
    out_of: str = ""
    money: Money | None = None
    posthumous: bool = False
    official: bool = True
    awarded_on: Date | None = None
    status: Status = Status.ACTIVE
    status_on: Date | None = None
    status_reason: str = ""
    superseded_by: Ref | None = None
    acceptance: Acceptance = Acceptance.RECEIVED
    printed_category: str = ""
    entered_in: Ref | None = None
    amendments: tuple[Amendment, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()

    @property
    def category_key(self) -> str:
        """The key of its category; ends in `/` where the archive does not know it."""
        return _category_key(self.edition, self.category)

    @property
    def who(self) -> str:
        """Its laureates, as written; empty where nobody knows them."""
        return " and ".join(holder.name.text for holder in self.holders)

    @property
    def is_title(self) -> bool:
        """One active winning result; a declined one counts, a revoked one does not."""
        return self.distinction is Distinction.WINNER and self.status is Status.ACTIVE

    @property
    def place(self) -> int | None:
        """Its place in the category: a winner without a number is first; what is ranked apart has none."""
        first = 1 if self.distinction is Distinction.WINNER else None
        return None if self.apart else self.rank or first

    @property
    def ranking(self) -> tuple[Distinction, str, str, str]:
        """What its rank counts in: all of the category, or one distinction, in one scope, track and round."""
        kind = self.distinction if self.apart else Distinction.WINNER
        return kind, self.scope, self.track, self.round


def with_ids(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """An id for each result of a category, of what it says and not of where it stands: so links to it last."""
    ids = distinct(f"{each.category or _UNKNOWN}--{_who(each)}" for each in results)
    return tuple(replace(each, id=id) for each, id in zip(results, ids, strict=True))


def _who(result: Result) -> str:
    return slug(result.holders[0].name.text) if result.holders else _UNKNOWN


@dataclass(frozen=True, slots=True)
class Derived:
    """A category decided by another award's result (edge case 54)."""

    edition: Ref
    rank: int = 1
    scope: str = "overall"
    category: Ref | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A category in one edition: what became of it, under which printed name."""

    category: str
    edition: str
    span: Span
    outcome: Outcome = Outcome.AWARDED
    reason: WhyNotAwarded | None = None
    printed_name: str = ""
    method: tuple[str, ...] = ()
    partners: tuple[Ref, ...] = ()
    criteria: tuple[str, ...] = ()
    entrants: int | None = None
    nominees: int | None = None
    threshold: str = ""
    prize: Money | None = None
    derived_from: Derived | None = None
    results: tuple[Result, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()

    @property
    def category_key(self) -> str:
        """The key of its category; ends in `/` where the archive does not know it."""
        return _category_key(self.edition, self.category)

    @property
    def nameless(self) -> int:
        """Titles that were given to somebody whom nobody knows."""
        found = sum(result.count for result in self.results if result.is_title and not result.holders)
        return found or int(self.outcome is Outcome.UNKNOWN)

    @property
    def lacks_winner(self) -> bool:
        """Whether somebody won, or may have, who is not here."""
        return self.outcome is Outcome.UNRECORDED or self.nameless > 0

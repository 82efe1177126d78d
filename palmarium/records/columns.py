"""The rows of the tables: which columns each has, in which order, and what they mean.

Owns: the published shape of a row.   Never: makes a row.

A cell that holds several values separates them with ` | `. Where columns go together, as `role`, `org` and
`org_name` do, the first value of one belongs to the first of the others.
"""

from dataclasses import dataclass
from typing import Annotated

from ..model import Acceptance, Coverage, Date, Distinction, Held, Kind, Outcome, Reason, Status

Texts = tuple[str, ...]
"""Several values in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One laureate of one result: a joint result has several rows with the same id."""

    result: Annotated[str, "id of the result"]
    award: Annotated[str, "id of the award"]
    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "when it was given, as precise as it is known: 2010-10 is October 2010"]
    category: Annotated[str, "id of the category; empty where the archive does not know it"]
    category_name: Annotated[str, "name of the category, as printed that year"]
    laureate: Annotated[str, "id of the laureate; empty where nobody knows who has it"]
    name: Annotated[str, "name of the laureate today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"]
    kind: Annotated[Kind | None, "person, organisation, team or work"]
    as_: Annotated[str, "its part in a joint result"]
    role: Annotated[Texts, "its roles at the time"]
    org: Annotated[Texts, "ids of its organisations at the time"]
    org_name: Annotated[Texts, "names of its organisations"]
    distinction: Annotated[Distinction, "winner, ranked, finalist…"]
    rank: Annotated[int | None, "place, from 1"]
    tie: Annotated[bool, "true where the place is shared"]
    title: Annotated[bool, "true where the result counts as a title"]
    count: Annotated[int, "number of trophies"]
    share: Annotated[str, "share of the prize, as a fraction"]
    status: Annotated[Status, "whether it still stands"]
    status_on: Annotated[Date | None, "since when it does not"]
    status_reason: Annotated[str, "why it does not"]
    acceptance: Annotated[Acceptance, "received, declined or prevented"]
    credited_as: Annotated[str, "the name as printed"]
    for_: Annotated[Texts, "works or projects it was given for"]
    represented_by: Annotated[Texts, "names of those who received it"]
    citation: Annotated[str, "the reasons given"]
    scope: Annotated[str, "overall, or a sector, region or channel"]
    track: Annotated[str, "jury, public or test"]
    round: Annotated[str, "round of the contest"]
    score: Annotated[str, "the mark"]
    out_of: Annotated[str, "the highest mark"]
    money: Annotated[str, "the money that went with it"]
    currency: Annotated[str, "its currency"]
    per: Annotated[str, "team, person or unknown"]
    in_kind: Annotated[str, "a prize that is not money"]
    posthumous: Annotated[bool, "true where the laureate had died"]
    official: Annotated[bool, "false for what only records say"]
    note: Annotated[str, "anything to add"]
    sources: Annotated[Texts, "sources of the edition, in sources.csv"]
    url: Annotated[str, "page that shows it"]
    country: Annotated[str, "the country it appeared for then"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One edition."""

    id: Annotated[str, "its id"]
    award: Annotated[str, "id of the award"]
    award_name: Annotated[str, "name of the award today"]
    label: Annotated[str, "its label; need not be a year"]
    year: Annotated[int, "the year it is sorted by"]
    ordinal: Annotated[int | None, "which one it is, from 1"]
    status: Annotated[Held, "whether it took place"]
    theme: Annotated[str, "its theme"]
    date: Annotated[Date | None, "date of the ceremony, as precise as it is known"]
    until: Annotated[Date | None, "its last day, where it took several"]
    venue: Annotated[str, "place of the ceremony"]
    city: Annotated[str, "city"]
    country: Annotated[str, "country"]
    period_start: Annotated[Date | None, "first day of tests or eligibility"]
    period_end: Annotated[Date | None, "last day of tests or eligibility"]
    results_coverage: Annotated[Coverage, "how much the archive holds of the results"]
    categories_coverage: Annotated[Coverage, "how much it holds of the categories"]
    jury_coverage: Annotated[Coverage, "how much it holds of the jury"]
    categories: Annotated[int | None, "categories the archive counts"]
    laureates: Annotated[int | None, "distinct names with a title"]
    titles: Annotated[int | None, "titles"]
    jurors: Annotated[int | None, "jurors"]
    at_least: Annotated[Texts, "those of these four numbers that may be higher"]
    organisers: Annotated[Texts, "names of organisers"]
    hosts: Annotated[Texts, "names of hosts"]
    partners: Annotated[Texts, "names of partners"]
    providers: Annotated[Texts, "names of those who tested or asked"]
    method: Annotated[Texts, "how laureates were chosen"]
    channel_count: Annotated[int | None, "how many channels of contact were tested"]
    previous: Annotated[str, "id of the edition before"]
    next: Annotated[str, "id of the edition after"]
    note: Annotated[str, "anything to add"]
    url: Annotated[str, "its page"]
    award_founded: Annotated[Date | None, "when the award began"]
    award_ended: Annotated[Date | None, "when it ended"]
    family: Annotated[str, "a word that sister awards share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One name."""

    id: Annotated[str, "its id"]
    name: Annotated[str, "the name today"]
    kind: Annotated[Kind, "person, organisation, team or work"]
    sort: Annotated[str, "the name to sort by"]
    expansion: Annotated[str, "what an acronym stands for"]
    disambiguation: Annotated[str, "what tells it from a namesake"]
    description: Annotated[str, "who or what it is"]
    names: Annotated[Texts, "names over time"]
    aliases: Annotated[Texts, "other spellings"]
    succeeds: Annotated[Texts, "ids of the names it continues"]
    part_of: Annotated[str, "id of the group it belongs to"]
    country: Annotated[str, "country"]
    city: Annotated[str, "city or region"]
    born: Annotated[Date | None, "date of birth or foundation"]
    died: Annotated[Date | None, "date of death or closure"]
    wikidata: Annotated[str, "Wikidata id"]
    identifiers: Annotated[Texts, "its ids elsewhere, each after its authority and a colon"]
    links: Annotated[Texts, "its own addresses"]
    titles: Annotated[int | None, "its titles"]
    editions: Annotated[int | None, "editions in which it has them"]
    results: Annotated[int, "its results, titles or not"]
    functions: Annotated[int, "its functions: juror, speaker, partner…"]
    url: Annotated[str, "its page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRow:
    """One category in one edition; a category that the archive has in no edition has one row without."""

    category: Annotated[str, "id of the category"]
    award: Annotated[str, "id of the award"]
    name: Annotated[str, "its name today"]
    special: Annotated[bool, "true for an ad-hoc award outside the categories"]
    parent: Annotated[str, "id of the category it is part of"]
    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "date of the ceremony, as precise as it is known"]
    outcome: Annotated[Outcome | None, "awarded, not-awarded, unknown, unrecorded or cancelled"]
    reason: Annotated[Reason | None, "why it was not awarded"]
    printed_name: Annotated[str, "its name as printed that year"]
    method: Annotated[Texts, "how it is decided"]
    partners: Annotated[Texts, "names of its partners"]
    entrants: Annotated[int | None, "how many entered or were tested"]
    nominees: Annotated[int | None, "how many were nominated"]
    threshold: Annotated[str, "mark to reach"]
    laureates: Annotated[Texts, "names of those who have a title"]
    results: Annotated[int, "number of results, titles or not"]
    note: Annotated[str, "anything to add"]
    sources: Annotated[Texts, "sources of the edition, or of the award, in sources.csv"]
    url: Annotated[str, "page of the category"]
    lineage: Annotated[Texts, "what happened to it: renamed, split, merged, replaced, revived, new, dropped"]
    lineage_from: Annotated[Texts, "ids of the categories that it came from then, with spaces between"]
    lineage_in: Annotated[Texts, "ids of the editions where that happened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JurorRow:
    """One juror of one edition."""

    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "date of the ceremony, as precise as it is known"]
    juror: Annotated[str, "id of the juror"]
    name: Annotated[str, "name of the juror today"]
    name_then: Annotated[str, "the name at the time, where that differs"]
    chair: Annotated[bool, "true for the head of the jury"]
    as_: Annotated[str, "the part in a few words, as printed"]
    role: Annotated[Texts, "roles at the time"]
    org: Annotated[Texts, "ids of organisations at the time"]
    org_name: Annotated[Texts, "names of organisations"]
    category: Annotated[str, "only for this category"]
    note: Annotated[str, "anything to add"]
    sources: Annotated[Texts, "sources of the edition, in sources.csv"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One number somebody stated."""

    of_kind: Annotated[str, "what carries the claim: award, edition, article, name or page"]
    of_id: Annotated[str, "id of what carries it"]
    says: Annotated[str, "the claim, in a few words"]
    count: Annotated[str, "the statistic that recomputes it"]
    value: Annotated[int, "the number stated"]
    verdict: Annotated[str, "agrees, differs or not-computable"]
    found: Annotated[int | None, "the number that the archive counts"]
    at_least: Annotated[bool, "true where there may be more"]
    at_most: Annotated[bool, "true where there may be fewer"]
    reason: Annotated[str, "why it differs or can't be computed: a word for programs"]
    sentence: Annotated[str, "the same for readers, in English"]
    name: Annotated[str, "id of the name it speaks of"]
    category: Annotated[str, "id of the category it speaks of"]
    edition: Annotated[str, "id of the edition it speaks of"]
    award: Annotated[str, "id of the award it speaks of"]
    scope: Annotated[str, "scope of a ranking"]
    disputed: Annotated[bool, "true where a difference is known and accepted"]
    source: Annotated[str, "source that states it, in sources.csv"]
    note: Annotated[str, "anything to add"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source of one record."""

    of_kind: Annotated[str, "what it is a source of: award, edition, name or article"]
    of_id: Annotated[str, "id of what it is a source of"]
    source: Annotated[str, "its id there"]
    title: Annotated[str, "its title"]
    author: Annotated[str, "who wrote it"]
    publisher: Annotated[str, "where it appeared"]
    date: Annotated[Date | None, "when it appeared"]
    url: Annotated[str, "its address"]
    accessed: Annotated[Date | None, "when it was read"]
    note: Annotated[str, "what a reader should know of it"]

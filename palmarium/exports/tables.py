"""Write the archive as tables, for spreadsheets and statistics: comma-separated values after RFC 4180.

UTF-8 without a byte-order mark, a row of column names, lines that end in CRLF. A cell that a spreadsheet would
run as a formula gets an apostrophe in front; a number does not.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from enum import Enum
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Annotated, Any

from ..model import (
    Acceptance,
    Article,
    Award,
    Category,
    Coverage,
    Date,
    Distinction,
    Edition,
    Entry,
    Function,
    Held,
    Kind,
    Name,
    Outcome,
    Reason,
    Ref,
    Status,
)
from ..pages.context import Context, public
from ..pages.plan import Blob, Page
from ..statistics.coverage import label
from ..statistics.titles import winners
from .records import shapes
from .records.convert import claims, in_edition, method_of, of_name, partners_of
from .records.convert import results as all_results
from .records.encode import key
from .records.pointers import category_key, every, made, parts

# The rows of the tables: which columns each has, in which order, and what they mean.
#
# A cell that holds several values separates them with ` | `. Where columns go together, as `role`, `org` and
# `org_name` do, the first value of one belongs to the first of the others.

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


# Make the rows of the tables.


def results(context: Context) -> Iterator[ResultRow]:
    for record in all_results(context).values():
        for laureate in record.laureates or (shapes.Laureate(name=""),):
            yield _result(record, laureate)


def _result(record: shapes.Result, laureate: shapes.Laureate) -> ResultRow:
    money = record.money
    return made(
        ResultRow,
        record,
        result=record.id,
        laureate=laureate.id,
        name=laureate.name,
        name_then=laureate.name_then,
        kind=laureate.kind,
        as_=laureate.as_,
        **_posts(laureate.posts),
        country=laureate.country,
        share=laureate.share or record.share,
        status=laureate.status or record.status,
        for_=tuple(work.title for work in record.for_),
        represented_by=_called(record.represented_by),
        money=money.amount if money else "",
        currency=money.currency if money and money.amount else "",
        per=money.per if money else "",
        in_kind=money.in_kind if money else "",
        sources=_ids(record.sources),
    )


def _posts(posts: Iterable[shapes.Post]) -> dict[str, tuple[str, ...]]:
    held = tuple(posts)
    return {
        "role": tuple(post.role for post in held),
        "org": tuple(post.org.id if post.org else "" for post in held),
        "org_name": tuple(post.org.name_then or post.org.name if post.org else "" for post in held),
    }


def _called(names: Iterable[shapes.Named | shapes.Part]) -> tuple[str, ...]:
    return tuple(name.name_then or name.name for name in names)


def _ids(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(ref.text for ref in refs)


def editions(context: Context) -> Iterator[EditionRow]:
    archive = context.archive
    for edition in archive.editions.values():
        award = archive.awards.get(edition.award)
        period = edition.period
        method = edition.method
        yield made(
            EditionRow,
            edition,
            id=edition.key,
            award_name=award.name if award else edition.award,
            award_founded=award.founded if award else None,
            award_ended=award.ended if award else None,
            family=award.family if award else "",
            year=edition.sort_year,
            **_ceremony(edition),
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            results_coverage=edition.covered.results,
            categories_coverage=edition.covered.categories,
            jury_coverage=edition.covered.jury,
            **_counts(in_edition(archive, edition)),
            **_people(context, edition),
            method=method.how if method else (),
            channel_count=method.channels_tested if method else None,
            previous=archive.neighbour(edition.key, -1) or "",
            next=archive.neighbour(edition.key, 1) or "",
            url=public(context, context.urls.edition(edition.key)),
        )


def _ceremony(edition: Edition) -> dict[str, object]:
    return {key: getattr(edition.ceremony, key) for key in ("date", "until", "venue", "city", "country")}


def _counts(counts: shapes.Counts) -> dict[str, object]:
    return {key: getattr(counts, key) for key in ("categories", "laureates", "titles", "jurors", "at_least")}


def _people(context: Context, edition: Edition) -> dict[str, tuple[str, ...]]:
    """Names by function; who tested or asked stands under `method` as well."""

    def those(function: Function) -> tuple[str, ...]:
        return _called(parts(context, edition.parts, function, edition))

    named = _called(every(context, edition.method.provider, edition)) if edition.method else ()
    return {
        "organisers": those(Function.ORGANISER),
        "hosts": those(Function.HOST),
        "partners": those(Function.PARTNER),
        "providers": tuple(dict.fromkeys((*those(Function.PROVIDER), *named))),
    }


def names(context: Context) -> Iterator[NameRow]:
    archive = context.archive
    for name in archive.names.values():
        counts = of_name(archive, name.id)
        mentioned = archive.mentions_of.get(name.id, ())
        yield made(
            NameRow,
            name,
            names=tuple(dated.name for dated in name.names),
            succeeds=tuple(each.id for each in every(context, name.succeeds)),
            part_of="".join(each.id for each in every(context, (name.part_of,) if name.part_of else ())),
            identifiers=tuple(f"{each.authority}:{each.id}" for each in name.identifiers),
            links=tuple(address.url for address in name.links),
            titles=counts.titles,
            editions=counts.editions,
            results=len(archive.results_of.get(name.id, ())),
            functions=sum(1 for mention in mentioned if isinstance(mention.how, Function)),
            url=public(context, context.urls.name(name.id)),
        )


def categories(context: Context) -> Iterator[CategoryRow]:
    for category in context.archive.categories.values():
        entries: tuple[Entry | None, ...] = context.archive.entries_of.get(category.key, ()) or (None,)
        for entry in entries:
            yield _category(context, category, entry)


def _category(context: Context, category: Category, entry: Entry | None) -> CategoryRow:
    archive = context.archive
    edition = archive.editions[entry.edition] if entry else None
    titled = chain.from_iterable(winners(archive, result) for result in entry.results) if entry else ()
    return made(
        CategoryRow,
        entry or category,
        category=category.key,
        award=category.award,
        name=category.name,
        special=category.special,
        parent=category_key(category.award, category.parent),
        **_lineage(category),
        edition=edition.key if edition else "",
        label=label(archive, edition.key) if edition else "",
        date=edition.ceremony.date if edition else None,
        outcome=entry.outcome if entry else None,
        reason=entry.reason if entry else None,
        printed_name=entry.printed_name if entry else "",
        method=method_of(category, entry),
        partners=_called(every(context, partners_of(category, entry), edition)),
        entrants=entry.entrants if entry else None,
        nominees=entry.nominees if entry else None,
        threshold=entry.threshold if entry else "",
        laureates=tuple(dict.fromkeys(archive.names[id].name for id in titled)),
        results=len(entry.results) if entry else 0,
        sources=_ids(entry.sources if entry else category.sources),
        url=public(context, context.urls.category(category.key)),
    )


def _lineage(category: Category) -> dict[str, tuple[str, ...]]:
    """Its steps, one for each place in the three cells."""
    origins = (tuple(category_key(category.award, ref.text) for ref in step.origin) for step in category.lineage)
    return {
        "lineage": tuple(step.event.value for step in category.lineage),
        "lineage_from": tuple(" ".join(keys) for keys in origins),
        "lineage_in": tuple(category_key(category.award, step.edition) for step in category.lineage),
    }


def juries(context: Context) -> Iterator[JurorRow]:
    for edition in context.archive.editions.values():
        for juror in parts(context, edition.parts, Function.JUROR, edition):
            yield made(
                JurorRow,
                juror,
                edition=edition.key,
                label=label(context.archive, edition.key),
                date=edition.ceremony.date,
                juror=juror.id,
                **_posts(juror.posts),
                sources=_ids(juror.sources),
            )


def claimed(context: Context) -> Iterator[ClaimRow]:
    """Claims listed in a file, then those inside its text."""
    notes = (("page", note.id, note) for note in context.archive.notes.values())
    for kind, id, owner in (*_owners(context), *notes):
        for claim in claims(context, owner):
            yield made(
                ClaimRow,
                claim,
                of_kind=kind,
                of_id=id,
                reason=claim.reason.code if claim.reason else "",
                sentence=claim.reason.sentence if claim.reason else "",
                name=claim.of.id if claim.of else "",
            )


def sources(context: Context) -> Iterator[SourceRow]:
    for kind, id, owner in _owners(context):
        for source in owner.sources:
            yield made(SourceRow, source, of_kind=kind, of_id=id, source=source.id)


def _owners(context: Context) -> Iterator[tuple[str, str, Award | Edition | Name | Article]]:
    """Everything that has sources or claims of its own, by kind and id."""
    archive = context.archive
    for award in archive.awards.values():
        yield "award", award.id, award
    for edition in archive.editions.values():
        yield "edition", edition.key, edition
    for name in archive.names.values():
        yield "name", name.id, name
    for article in archive.articles.values():
        yield "article", article.id, article


Make = Callable[[Context], Iterator[object]]

TABLES: MappingProxyType[str, tuple[type, Make]] = MappingProxyType(
    {
        "results": (ResultRow, results),
        "editions": (EditionRow, editions),
        "names": (NameRow, names),
        "categories": (CategoryRow, categories),
        "juries": (JurorRow, juries),
        "claims": (ClaimRow, claimed),
        "sources": (SourceRow, sources),
    }
)
"""The row of each table, and what makes them all."""


BETWEEN = " | "
"""What stands between several values in one cell."""

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    for name, (cls, rows) in TABLES.items():
        names = tuple(field.name for field in fields(cls))
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(map(key, names))
        cells = attrgetter(*names)
        writer.writerows(map(_cell, cells(row)) for row in rows(context))
        yield Blob(context.urls.table(name), text.getvalue().encode())


def _cell(value: Any) -> str:
    text = value if type(value) is str else _text(value)
    return _safe(text) if text and text[0] in _FORMULA else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return BETWEEN.join(value) if any(value) else ""
    return str(value)


def _safe(text: str) -> str:
    """The same text, as a text: an apostrophe tells a spreadsheet not to run it."""
    return text if _NUMBER.fullmatch(text) else f"'{text}"

"""Make the rows of the tables.

Owns: the tables, by name; how records become rows.   Never: writes a cell down.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from types import MappingProxyType

from ..context import Context, public
from ..model import Article, Award, Category, Edition, Entry, Function, Name, Ref
from ..statistics.coverage import label
from ..statistics.titles import winners
from . import columns, pieces, things
from .claims import claims
from .counting import in_edition, of_name
from .pointers import category_key, every, made, parts
from .results import method_of, partners_of
from .results import results as all_results


def results(context: Context) -> Iterator[columns.ResultRow]:
    for record in all_results(context).values():
        for laureate in record.laureates or (pieces.Laureate(name=""),):
            yield _result(record, laureate)


def _result(record: things.Result, laureate: pieces.Laureate) -> columns.ResultRow:
    money = record.money
    return made(
        columns.ResultRow,
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


def _posts(posts: Iterable[pieces.Post]) -> dict[str, tuple[str, ...]]:
    held = tuple(posts)
    return {
        "role": tuple(post.role for post in held),
        "org": tuple(post.org.id if post.org else "" for post in held),
        "org_name": tuple(post.org.name_then or post.org.name if post.org else "" for post in held),
    }


def _called(names: Iterable[pieces.Named | pieces.Part]) -> tuple[str, ...]:
    return tuple(name.name_then or name.name for name in names)


def _ids(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(ref.text for ref in refs)


def editions(context: Context) -> Iterator[columns.EditionRow]:
    archive = context.archive
    for edition in archive.editions.values():
        award = archive.awards.get(edition.award)
        period = edition.period
        method = edition.method
        yield made(
            columns.EditionRow,
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
            channel_count=(method.channel_count or len(method.channels) or None) if method else None,
            previous=archive.neighbour(edition.key, -1) or "",
            next=archive.neighbour(edition.key, 1) or "",
            url=public(context, context.urls.edition(edition.key)),
        )


def _ceremony(edition: Edition) -> dict[str, object]:
    return {key: getattr(edition.ceremony, key) for key in ("date", "until", "venue", "city", "country")}


def _counts(counts: pieces.Counts) -> dict[str, object]:
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


def names(context: Context) -> Iterator[columns.NameRow]:
    archive = context.archive
    for name in archive.names.values():
        counts = of_name(archive, name.id)
        mentioned = archive.mentions_of.get(name.id, ())
        yield made(
            columns.NameRow,
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


def categories(context: Context) -> Iterator[columns.CategoryRow]:
    for category in context.archive.categories.values():
        entries: tuple[Entry | None, ...] = context.archive.entries_of.get(category.key, ()) or (None,)
        for entry in entries:
            yield _category(context, category, entry)


def _category(context: Context, category: Category, entry: Entry | None) -> columns.CategoryRow:
    archive = context.archive
    edition = archive.editions[entry.edition] if entry else None
    titled = chain.from_iterable(winners(archive, result) for result in entry.results) if entry else ()
    return made(
        columns.CategoryRow,
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


def juries(context: Context) -> Iterator[columns.JurorRow]:
    for edition in context.archive.editions.values():
        for juror in parts(context, edition.parts, Function.JUROR, edition):
            yield made(
                columns.JurorRow,
                juror,
                edition=edition.key,
                label=label(context.archive, edition.key),
                date=edition.ceremony.date,
                juror=juror.id,
                **_posts(juror.posts),
                sources=_ids(juror.sources),
            )


def claimed(context: Context) -> Iterator[columns.ClaimRow]:
    """Claims listed in a file, then those inside its text."""
    notes = (("page", note.id, note) for note in context.archive.notes.values())
    for kind, id, owner in (*_owners(context), *notes):
        for claim in claims(context, owner):
            yield made(
                columns.ClaimRow,
                claim,
                of_kind=kind,
                of_id=id,
                reason=claim.reason.code if claim.reason else "",
                sentence=claim.reason.sentence if claim.reason else "",
                name=claim.of.id if claim.of else "",
            )


def sources(context: Context) -> Iterator[columns.SourceRow]:
    for kind, id, owner in _owners(context):
        for source in owner.sources:
            yield made(columns.SourceRow, source, of_kind=kind, of_id=id, source=source.id)


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
        "results": (columns.ResultRow, results),
        "editions": (columns.EditionRow, editions),
        "names": (columns.NameRow, names),
        "categories": (columns.CategoryRow, categories),
        "juries": (columns.JurorRow, juries),
        "claims": (columns.ClaimRow, claimed),
        "sources": (columns.SourceRow, sources),
    }
)
"""The row of each table, and what makes them all."""

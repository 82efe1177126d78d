"""Published records made from those of the archive."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from ...model import (
    Article,
    Award,
    Category,
    Ceremony,
    Coverage,
    Edition,
    Entry,
    Figure,
    Function,
    Holder,
    Lineage,
    Method,
    Name,
    Ref,
    Relation,
    Result,
    Status,
)
from ...model.archive import Archive, Mention, links
from ...pages.context import Context, public
from ...statistics.claims import Owner, Verdict, claims_of, verdicts
from ...statistics.count import REASONS, Count, Reason
from ...statistics.coverage import known, label
from ...statistics.gaps import LACKS, Gap, gaps
from ...statistics.memoize import once
from ...statistics.relations import Neighbours, beside
from ...statistics.titles import Scope, laureate_names, laureates, titles, winners
from . import shapes
from .pointers import (
    article_line,
    article_lines,
    called,
    category_key,
    category_line,
    edition_line,
    every,
    made,
    maybe,
    named,
    parts,
    picture,
    posts,
    text,
)
from .shapes import Counts, Role

# Say how many the archive holds of an edition, a category, an award, a name.


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


# Make the public record of claims, with what recomputing them gave.


def claims(context: Context, owner: Owner) -> tuple[shapes.Claim, ...]:
    """Every claim of a record with its verdict, in the order written."""
    return tuple(
        _claim(context, verdict, claim.of or (Ref(verdict.of, claim.span) if verdict.of else None), claim.scope)
        for claim, verdict in zip(claims_of(owner), verdicts(context.archive, owner), strict=True)
    )


def _claim(context: Context, verdict: Verdict, of: Ref | None, scope: str) -> shapes.Claim:
    return made(
        shapes.Claim,
        verdict,
        verdict=verdict.outcome,
        reason=_reason(verdict.reason) if verdict.reason else None,
        of=named(context, of) if of else None,
        scope=scope,
    )


def _reason(reason: Reason) -> shapes.Because:
    sentence = REASONS.get(reason.code, reason.code)
    return shapes.Because(code=reason.code, sentence=sentence % dict(reason.values))


# Make the public record of a result, and of a category in an edition.

Results = Mapping[str, shapes.Result]
"""All results by id: each is made once, however many records show it."""


def results(context: Context) -> Results:
    made_once = (
        result(context, each, entry.printed_name)
        for edition in context.archive.editions.values()
        for entry in edition.entries
        for each in entry.results
    )
    return MappingProxyType({each.id: each for each in made_once})


def result_id(written: Result) -> str:
    """Unique in the archive; in its edition, the result has an id of its own."""
    return f"{written.edition}/{written.id}"


def result(context: Context, written: Result, printed_name: str = "") -> shapes.Result:
    """A result with its edition and category; `printed_name` is what the category was called then."""
    edition = context.archive.editions[written.edition]
    return made(
        shapes.Result,
        written,
        id=result_id(written),
        url=public(context, context.urls.edition(written.edition)),
        award=edition.award,
        label=label(context.archive, written.edition),
        date=written.awarded_on or edition.ceremony.date,
        category=category_key(edition.award, written.category),
        category_name=written.printed_category or printed_name or _category_name(context, edition, written.category),
        laureates=tuple(_laureate(context, holder, edition) for holder in written.holders),
        title=bool(winners(context.archive, written)),
        share=str(written.share or ""),
        superseded_by=maybe(context, written.superseded_by, edition),
        for_=written.works,
        represented_by=every(context, written.represented_by, edition),
        entered_in=category_key(edition.award, text(written.entered_in)),
    )


def entry(context: Context, written: Entry, found: Results) -> shapes.Entry:
    """What became of a category; what the edition does not say stays as in the award."""
    edition = context.archive.editions[written.edition]
    key = category_key(edition.award, written.category)
    category = context.archive.categories.get(key)
    return made(
        shapes.Entry,
        written,
        id=key,
        url=public(context, context.urls.category(key)) if category else "",
        name=written.printed_name or _category_name(context, edition, written.category),
        special=bool(category and category.special),
        method=method_of(category, written),
        partners=every(context, partners_of(category, written), edition),
        criteria=written.criteria or (category.criteria if category else ()),
        results=tuple(found[result_id(each)] for each in written.results),
    )


def method_of(category: Category | None, entry: Entry | None) -> tuple[str, ...]:
    """That of the edition; where it says nothing, that of the award."""
    return (entry.method if entry else ()) or (category.method if category else ())


def partners_of(category: Category | None, entry: Entry | None) -> tuple[Ref, ...]:
    return (entry.partners if entry else ()) or (category.partners if category else ())


def _category_name(context: Context, edition: Edition, category: str) -> str:
    found = context.archive.categories.get(category_key(edition.award, category))
    return found.name if found else ""


def _laureate(context: Context, holder: Holder, edition: Edition) -> shapes.Laureate:
    return made(
        shapes.Laureate,
        holder,
        **called(context, holder.name, edition),
        as_=holder.as_role,
        posts=posts(context, holder.posts, edition),
        share=str(holder.share or ""),
        status=holder.status if holder.status is not Status.ACTIVE else None,
    )


# Make the public record of an award, and of a category.


def award(context: Context, written: Award) -> shapes.Award:
    """An award with its categories and editions, in their order."""
    archive = context.archive
    categories = [archive.categories[key] for key in archive.categories_of[written.id]]
    return made(
        shapes.Award,
        written,
        url=public(context, context.urls.award(written.id)),
        succeeded_by=tuple(_pointing(archive)["succeeds", written.id]),
        parts=tuple(_pointing(archive)["part_of", written.id]),
        organisers=parts(context, written.parts, Function.ORGANISER),
        partners=parts(context, written.parts, Function.PARTNER),
        counts=in_award(archive, written.id),
        categories=tuple(category_line(context, category) for category in categories),
        editions=tuple(edition_line(context, key) for key in archive.editions_of.get(written.id, ())),
        claims=claims(context, written),
        articles=article_lines(context, "award", written.id),
    )


@once
def _pointing(archive: Archive) -> Mapping[tuple[str, str], list[str]]:
    """The awards (ids) that point at each award, by how."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for award in archive.awards.values():
        for how, ref in (("succeeds", award.succeeds), ("part_of", award.part_of)):
            if ref:
                found[how, ref.text].append(award.id)
    return found


def category(context: Context, written: Category) -> shapes.Category:
    """A category with its holders, edition by edition."""
    archive = context.archive
    award = archive.awards.get(written.award)
    return made(
        shapes.Category,
        written,
        id=written.key,
        url=public(context, context.urls.category(written.key)),
        award_name=award.name if award else written.award,
        parent=category_key(written.award, written.parent),
        lineage=tuple(_step(written, step) for step in written.lineage),
        partners=every(context, written.partners),
        counts=in_category(archive, written),
        editions=tuple(_holding(context, entry) for entry in archive.entries_of.get(written.key, ())),
        articles=article_lines(context, "category", written.key),
    )


def _step(category: Category, step: Lineage) -> shapes.Lineage:
    edition = f"{category.award}/{step.edition}" if step.edition and "/" not in step.edition else step.edition
    return made(
        shapes.Lineage,
        step,
        from_=tuple(category_key(category.award, ref.text) for ref in step.origin),
        edition=edition,
    )


def _holding(context: Context, entry: Entry) -> shapes.Holding:
    edition = context.archive.editions[entry.edition]
    return made(
        shapes.Holding, entry, label=edition.label, date=edition.ceremony.date, laureates=_places(context, entry)
    )


def _places(context: Context, entry: Entry) -> tuple[shapes.Place, ...]:
    return tuple(
        made(
            shapes.Place,
            result,
            id=who.id,
            name=who.name,
            result=result_id(result),
            title=who.id in winners(context.archive, result),
        )
        for result in entry.results
        for who in (named(context, holder.name) for holder in result.holders)
    )


# Make the public record of an edition.


def edition(context: Context, written: Edition, found: Results) -> shapes.Edition:
    """An edition, whole."""
    archive = context.archive
    award = archive.awards.get(written.award)
    return made(
        shapes.Edition,
        written,
        id=written.key,
        url=public(context, context.urls.edition(written.key)),
        award_name=award.name if award else written.award,
        year=written.sort_year,
        ceremony=written.ceremony if written.ceremony != Ceremony() else None,
        coverage=written.covered,
        missing=tuple(_missing(archive, gap) for gap in gaps(archive, written.key)),
        counts=in_edition(archive, written),
        categories=tuple(entry(context, each, found) for each in written.entries if each.category),
        without_category=next((entry(context, each, found) for each in written.entries if not each.category), None),
        **_people(context, written),
        method=_method(context, written, written.method) if written.method else None,
        figures=tuple(_figure(context, written, figure) for figure in written.figures),
        claims=claims(context, written),
        articles=article_lines(context, "edition", written.key),
        previous=archive.neighbour(written.key, -1) or "",
        next=archive.neighbour(written.key, 1) or "",
    )


def _missing(archive: Archive, gap: Gap) -> shapes.Missing:
    one, several = LACKS[gap.what]
    category = archive.categories[gap.category].name if gap.category else ""
    sentence = (one if gap.count in (None, 1) else several) % {"num": gap.count, "category": category, "date": gap.date}
    return made(shapes.Missing, gap, sentence=sentence)


def _people(context: Context, written: Edition) -> dict[str, tuple[shapes.Part, ...]]:
    keys = {
        "jury": Function.JUROR,
        "organisers": Function.ORGANISER,
        "hosts": Function.HOST,
        "speakers": Function.SPEAKER,
        "guests": Function.GUEST,
        "participants": Function.PARTICIPANT,
        "partners": Function.PARTNER,
        "providers": Function.PROVIDER,
    }
    return {key: parts(context, written.parts, function, written) for key, function in keys.items()}


def _method(context: Context, edition: Edition, written: Method) -> shapes.Method:
    provider = every(context, written.provider, edition)
    return made(shapes.Method, written, provider=provider, channel_count=written.channels_tested)


def _figure(context: Context, edition: Edition, written: Figure) -> shapes.Figure:
    return made(shapes.Figure, written, by=maybe(context, written.by, edition))


# Make the public record of a name: everything that it holds, did, and stands beside.


@dataclass(frozen=True, slots=True)
class _Everything:
    """What all names draw from, made once: results by id, neighbours, articles, the place of each edition."""

    results: Results
    beside: Mapping[str, Neighbours]
    articles: Mapping[str, Mapping[str, tuple[Role, ...]]]
    order: Mapping[str, int]


def names(context: Context, found: Results) -> Iterator[shapes.Name]:
    """Every name, in the order of the archive."""
    archive = context.archive
    everything = _Everything(
        results=found,
        beside=beside(archive),
        articles=_articles(archive),
        order=MappingProxyType({key: place for place, key in enumerate(archive.editions)}),
    )
    for name in archive.names.values():
        yield _name(context, name, everything)


def _name(context: Context, written: Name, everything: _Everything) -> shapes.Name:
    archive = context.archive
    mentioned = archive.mentions_of.get(written.id, ())
    held = (result_id(each) for each in archive.results_of.get(written.id, ()))
    articles = everything.articles.get(written.id, {})
    return made(
        shapes.Name,
        written,
        picture=picture(context, written.picture),
        url=public(context, context.urls.name(written.id)),
        counts=of_name(archive, written.id),
        results=_results(held, everything),
        results_as_employer=_results(_through("employer", mentioned), everything),
        results_as_representative=_results(_through("representative", mentioned), everything),
        functions=_functions(context, mentioned, everything),
        articles=tuple(article_line(context, id, roles) for id, roles in articles.items()),
        related=_related(archive, everything.beside.get(written.id, {})),
        claims=claims(context, written),
    )


def _through(how: str, mentioned: Iterable[Mention]) -> Iterator[str]:
    return (f"{mention.edition}/{mention.result}" for mention in mentioned if mention.how == how and mention.result)


def _results(ids: Iterable[str], everything: _Everything) -> tuple[shapes.Result, ...]:
    """Results by id, each once, from old to new."""
    found = (everything.results[id] for id in dict.fromkeys(ids))
    return tuple(sorted(found, key=lambda each: everything.order[each.edition]))


def _functions(
    context: Context, mentioned: Iterable[Mention], everything: _Everything
) -> tuple[shapes.Appearance, ...]:
    """From old to new; a function in an award as such comes first."""
    there = [mention for mention in mentioned if isinstance(mention.how, Function)]
    there.sort(key=lambda mention: everything.order.get(mention.edition, -1))
    return tuple(_appearance(context, mention) for mention in there)


def _appearance(context: Context, mention: Mention) -> shapes.Appearance:
    edition = context.archive.editions.get(mention.edition)
    award = context.archive.awards.get(mention.award)
    return made(
        shapes.Appearance,
        mention,
        function=mention.how,
        label=label(context.archive, edition.key) if edition else award.short or award.name if award else mention.award,
        date=edition.ceremony.date if edition else None,
        category=category_key(mention.award, mention.category),
        as_=mention.role,
        posts=posts(context, mention.posts, edition),
    )


def _related(archive: Archive, found: Neighbours) -> tuple[shapes.Related, ...]:
    order = tuple(Relation)
    ordered = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    return tuple(
        made(shapes.Related, archive.names[id], relation=relation, where=where) for (relation, id), where in ordered
    )


def _articles(archive: Archive) -> Mapping[str, Mapping[str, tuple[Role, ...]]]:
    """By a name's id and an article's: what the one has to do with the other."""
    found: defaultdict[str, dict[str, tuple[Role, ...]]] = defaultdict(dict)
    for article in archive.articles.values():
        for id, role in _roles(archive, article):
            roles = found[id].get(article.id, ())
            found[id][article.id] = roles if role in roles else (*roles, role)
    return found


def _roles(archive: Archive, article: Article) -> Iterator[tuple[str, Role]]:
    publication = (article.publication,) if article.publication else ()
    said = (
        (Role.AUTHOR, article.author),
        (Role.PUBLICATION, publication),
        (Role.ABOUT, article.about.names),
        (Role.CITED, links(article.body)),
    )
    for role, refs in said:
        for ref in refs:
            target = archive.target(ref.text)
            if target and target[0] == "name":
                yield target[1], role


# Make the public record of an article: everything but its text.


def article(context: Context, written: Article) -> shapes.Article:
    about = written.about
    stated = _subjects(context, chain(about.editions, about.names, about.categories, about.awards))
    cited = _subjects(context, links(written.body))
    return made(
        shapes.Article,
        written,
        picture=picture(context, written.picture),
        url=public(context, context.urls.article(written.id)),
        author=every(context, written.author),
        publication=maybe(context, written.publication),
        about=stated if stated != shapes.Subjects() else None,
        tags=tuple(ref.text for ref in written.tags),
        cites=cited if cited != shapes.Subjects() else None,
        words=written.body.words,
        claims=claims(context, written),
    )


def _subjects(context: Context, refs: Iterable[Ref]) -> shapes.Subjects:
    """What is pointed at, by kind, each once, in the order of the text."""
    found: dict[str, dict[str, Ref]] = {kind: {} for kind in ("edition", "name", "category", "award", "article")}
    for ref in refs:
        target = context.archive.target(ref.text)
        if target and target[0] in found:
            found[target[0]].setdefault(target[1], ref)
    return shapes.Subjects(
        editions=tuple(found["edition"]),
        names=tuple(named(context, ref) for ref in found["name"].values()),
        categories=tuple(found["category"]),
        awards=tuple(found["award"]),
        articles=tuple(found["article"]),
    )

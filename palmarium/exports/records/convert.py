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
    Function,
    Lineage,
    Name,
    Part,
    Ref,
    Relation,
    Result,
)
from ...model.archive import Archive, Mention, links
from ...pages.context import Context, public
from ...statistics.claims import Owner, claims_of, verdicts
from ...statistics.count import Count
from ...statistics.coverage import known, label
from ...statistics.gaps import LACKS, Gap, gaps
from ...statistics.juries import jurors
from ...statistics.memoize import once
from ...statistics.relations import Neighbours, beside
from ...statistics.titles import Scope, laureate_names, laureates, titles, winners
from . import shapes
from .mapper import category_key, named, published, text
from .shapes import Counts, Role

# Counts of an edition, a category, an award, a name.


def in_edition(archive: Archive, edition: Edition) -> Counts:
    """Of one edition; categories are those of its palmarès, awarded or not."""
    here = Scope(edition=edition.key)
    whole = known(edition)
    return _counts(
        categories=Count(sum(1 for entry in edition.entries if entry.category), whole.categories),
        laureates=laureates(archive, here),
        titles=titles(archive, here),
        jurors=Count(len(jurors(archive, edition.key)), whole.jury),
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
    jury = {juror for edition in editions for juror in jurors(archive, edition.key)}
    return _counts(
        editions=Count(len(editions)),
        categories=Count(len(archive.categories_of[award])),
        laureates=laureates(archive, here),
        titles=titles(archive, here),
        jurors=Count(len(jury), all(edition.covered.jury is Coverage.COMPLETE for edition in editions)),
    )


def of_name(archive: Archive, id: str) -> Counts:
    """Titles of one name, and the editions in which it has them."""
    editions = {result.edition for result in archive.results_of.get(id, ()) if id in winners(archive, result)}
    won = titles(archive, Scope(name=id))
    least = () if won.exact else ("titles", "editions")
    return Counts(titles=won.value, editions=len(editions), at_least=least)


def _counts(**counts: Count) -> Counts:
    """Numbers that may be higher are named under `at_least`; a zero that may be higher is left out."""
    said = {what: count for what, count in counts.items() if count.value or count.exact}
    values = {what: count.value for what, count in said.items()}
    return Counts(**values, at_least=tuple(what for what, count in said.items() if not count.exact))


# Lines of lists: an edition, a category, an article.


def _edition_line(context: Context, key: str) -> shapes.EditionLine:
    edition = context.archive.editions[key]
    address = public(context, context.urls.edition(key))
    return published(shapes.EditionLine, edition, context, id=key, url=address, date=edition.ceremony.date)


def _category_line(context: Context, category: Category) -> shapes.CategoryLine:
    address = public(context, context.urls.category(category.key))
    return published(shapes.CategoryLine, category, context, id=category.key, url=address)


def _article_lines(context: Context, kind: str, key: str) -> tuple[shapes.ArticleLine, ...]:
    """Articles that speak of an award, an edition or a category."""
    return tuple(_article_line(context, id) for id in context.archive.articles_about.get(f"{kind}:{key}", ()))


def _article_line(context: Context, id: str, roles: tuple[Role, ...] = ()) -> shapes.ArticleLine:
    article = context.archive.articles[id]
    return published(shapes.ArticleLine, article, context, url=public(context, context.urls.article(id)), as_=roles)


# Claims, with what recomputing them gave.


def claims(context: Context, owner: Owner) -> tuple[shapes.Claim, ...]:
    """Every claim of a record with its verdict, in the order written."""
    return tuple(
        published(
            shapes.Claim,
            verdict,
            context,
            verdict=verdict.outcome,
            of=claim.of or (Ref(verdict.of, claim.span) if verdict.of else None),
            scope=claim.scope,
        )
        for claim, verdict in zip(claims_of(owner), verdicts(context.archive, owner), strict=True)
    )


# Results, and categories in an edition.

Results = Mapping[str, shapes.Result]
"""All results by id: each is made once, however many records show it."""


def results(context: Context) -> Results:
    found = (
        result(context, each, entry.printed_name)
        for edition in context.archive.editions.values()
        for entry in edition.entries
        for each in entry.results
    )
    return MappingProxyType({each.id: each for each in found})


def result_id(written: Result) -> str:
    """An id that is unique in the archive, made of that of the edition and that of the result in it."""
    return f"{written.edition}/{written.id}"


def result(context: Context, written: Result, printed_name: str = "") -> shapes.Result:
    """A result with its edition and category; `printed_name` is what the category was called then."""
    edition = context.archive.editions[written.edition]
    return published(
        shapes.Result,
        written,
        context,
        edition,
        id=result_id(written),
        url=public(context, context.urls.edition(written.edition)),
        award=edition.award,
        label=label(context.archive, written.edition),
        date=written.awarded_on or edition.ceremony.date,
        category=category_key(edition.award, written.category),
        category_name=written.printed_category or printed_name or _category_name(context, edition, written.category),
        laureates=written.holders,
        title=bool(winners(context.archive, written)),
        for_=written.works,
        entered_in=category_key(edition.award, text(written.entered_in)),
    )


def entry(context: Context, written: Entry, found: Results) -> shapes.Entry:
    """A category in an edition; what the edition leaves out is taken from the award."""
    edition = context.archive.editions[written.edition]
    key = category_key(edition.award, written.category)
    category = context.archive.categories.get(key)
    return published(
        shapes.Entry,
        written,
        context,
        edition,
        id=key,
        url=public(context, context.urls.category(key)) if category else "",
        name=written.printed_name or _category_name(context, edition, written.category),
        special=bool(category and category.special),
        method=method_of(category, written),
        partners=partners_of(category, written),
        criteria=written.criteria or (category.criteria if category else ()),
        results=tuple(found[result_id(each)] for each in written.results),
    )


def method_of(category: Category | None, entry: Entry | None) -> tuple[str, ...]:
    """The method in the edition, or else in the award."""
    return (entry.method if entry else ()) or (category.method if category else ())


def partners_of(category: Category | None, entry: Entry | None) -> tuple[Ref, ...]:
    return (entry.partners if entry else ()) or (category.partners if category else ())


def _category_name(context: Context, edition: Edition, category: str) -> str:
    found = context.archive.categories.get(category_key(edition.award, category))
    return found.name if found else ""


# Awards and categories.


def award(context: Context, written: Award) -> shapes.Award:
    """An award with its categories and editions, in their order."""
    archive = context.archive
    categories = [archive.categories[key] for key in archive.categories_of[written.id]]
    return published(
        shapes.Award,
        written,
        context,
        url=public(context, context.urls.award(written.id)),
        succeeded_by=tuple(_pointing(archive)["succeeds", written.id]),
        parts=tuple(_pointing(archive)["part_of", written.id]),
        organisers=parts(written.parts, Function.ORGANISER),
        partners=parts(written.parts, Function.PARTNER),
        counts=in_award(archive, written.id),
        categories=tuple(_category_line(context, category) for category in categories),
        editions=tuple(_edition_line(context, key) for key in archive.editions_of.get(written.id, ())),
        claims=claims(context, written),
        articles=_article_lines(context, "award", written.id),
    )


@once
def _pointing(archive: Archive) -> Mapping[tuple[str, str], list[str]]:
    """The ids of the awards that succeed each award or are part of it, by `succeeds` or `part_of` and its id."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for award in archive.awards.values():
        for how, ref in (("succeeds", award.succeeds), ("part_of", award.part_of)):
            if ref:
                found[how, ref.text].append(award.id)
    return found


def award_of(archive: Archive, written: Edition | Category) -> Award:
    """The award of an edition or a category; where it has no file, one that has nothing but its id."""
    return archive.awards.get(written.award) or Award(written.award, written.award, written.span)


def category(context: Context, written: Category) -> shapes.Category:
    """A category with its holders, edition by edition."""
    archive = context.archive
    return published(
        shapes.Category,
        written,
        context,
        id=written.key,
        url=public(context, context.urls.category(written.key)),
        award_name=award_of(archive, written).name,
        parent=category_key(written.award, written.parent),
        lineage=tuple(_step(context, written, step) for step in written.lineage),
        counts=in_category(archive, written),
        editions=tuple(_holding(context, entry) for entry in archive.entries_of.get(written.key, ())),
        articles=_article_lines(context, "category", written.key),
    )


def _step(context: Context, category: Category, step: Lineage) -> shapes.Lineage:
    origin = tuple(category_key(category.award, ref.text) for ref in step.origin)
    return published(shapes.Lineage, step, context, from_=origin, edition=category_key(category.award, step.edition))


def _holding(context: Context, entry: Entry) -> shapes.Holding:
    edition = context.archive.editions[entry.edition]
    date = edition.ceremony.date
    return published(
        shapes.Holding, entry, context, label=edition.label, date=date, laureates=tuple(_places(context, entry))
    )


def _places(context: Context, entry: Entry) -> Iterator[shapes.Place]:
    for result in entry.results:
        titled = winners(context.archive, result)
        for holder in result.holders:
            who = named(holder.name, context)
            id = result_id(result)
            yield published(shapes.Place, result, context, id=who.id, name=who.name, result=id, title=who.id in titled)


# Editions.


def edition(context: Context, written: Edition, found: Results) -> shapes.Edition:
    """An edition, whole."""
    archive = context.archive
    return published(
        shapes.Edition,
        written,
        context,
        written,
        id=written.key,
        url=public(context, context.urls.edition(written.key)),
        award_name=award_of(archive, written).name,
        year=written.sort_year,
        ceremony=written.ceremony if written.ceremony != Ceremony() else None,
        coverage=written.covered,
        missing=tuple(_missing(context, gap) for gap in gaps(archive, written.key)),
        counts=in_edition(archive, written),
        categories=tuple(entry(context, each, found) for each in written.entries if each.category),
        without_category=next((entry(context, each, found) for each in written.entries if not each.category), None),
        **{key: parts(written.parts, function) for key, function in _PARTS.items()},
        claims=claims(context, written),
        articles=_article_lines(context, "edition", written.key),
        previous=archive.neighbour(written.key, -1) or "",
        next=archive.neighbour(written.key, 1) or "",
    )


_PARTS = MappingProxyType(
    {
        "jury": Function.JUROR,
        "organisers": Function.ORGANISER,
        "hosts": Function.HOST,
        "speakers": Function.SPEAKER,
        "guests": Function.GUEST,
        "participants": Function.PARTICIPANT,
        "partners": Function.PARTNER,
        "providers": Function.PROVIDER,
    }
)


def parts(written: Iterable[Part], function: Function) -> tuple[Part, ...]:
    """Those who had one function, in the order written."""
    return tuple(part for part in written if part.function is function)


def _missing(context: Context, gap: Gap) -> shapes.Missing:
    one, several = LACKS[gap.what]
    category = context.archive.categories[gap.category].name if gap.category else ""
    sentence = (one if gap.count in (None, 1) else several) % {"num": gap.count, "category": category, "date": gap.date}
    return published(shapes.Missing, gap, context, sentence=sentence)


# Names, with everything that refers to them.


@dataclass(frozen=True, slots=True)
class _Everything:
    """What the records of all names need: results by id, neighbours, articles, the place of each edition in order."""

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
    return published(
        shapes.Name,
        written,
        context,
        url=public(context, context.urls.name(written.id)),
        counts=of_name(archive, written.id),
        results=_results(held, everything),
        results_as_employer=_results(_through("employer", mentioned), everything),
        results_as_representative=_results(_through("representative", mentioned), everything),
        functions=_functions(context, mentioned, everything),
        articles=tuple(_article_line(context, id, roles) for id, roles in articles.items()),
        related=_related(context, everything.beside.get(written.id, {})),
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
    return published(
        shapes.Appearance,
        mention,
        context,
        edition,
        function=mention.how,
        label=label(context.archive, edition.key) if edition else award.short or award.name if award else mention.award,
        date=edition.ceremony.date if edition else None,
        category=category_key(mention.award, mention.category),
        as_=mention.role,
    )


def _related(context: Context, found: Neighbours) -> tuple[shapes.Related, ...]:
    order = tuple(Relation)
    names = context.archive.names
    ordered = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    return tuple(
        published(shapes.Related, names[id], context, relation=relation, where=where)
        for (relation, id), where in ordered
    )


def _articles(archive: Archive) -> Mapping[str, Mapping[str, tuple[Role, ...]]]:
    """The roles of a name in an article, by the id of the name, then that of the article."""
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


# Articles, without their text.


def article(context: Context, written: Article) -> shapes.Article:
    about = written.about
    stated = _subjects(context, chain(about.editions, about.names, about.categories, about.awards))
    cited = _subjects(context, links(written.body))
    return published(
        shapes.Article,
        written,
        context,
        url=public(context, context.urls.article(written.id)),
        about=stated if stated != shapes.Subjects() else None,
        cites=cited if cited != shapes.Subjects() else None,
        words=written.body.words,
        claims=claims(context, written),
    )


def _subjects(context: Context, refs: Iterable[Ref]) -> shapes.Subjects:
    """The targets of references by kind, each once, in their order."""
    found: dict[str, dict[str, Ref]] = {kind: {} for kind in ("edition", "name", "category", "award", "article")}
    for ref in refs:
        target = context.archive.target(ref.text)
        if target and target[0] in found:
            found[target[0]].setdefault(target[1], ref)
    return shapes.Subjects(
        editions=tuple(found["edition"]),
        names=tuple(named(ref, context) for ref in found["name"].values()),
        categories=tuple(found["category"]),
        awards=tuple(found["award"]),
        articles=tuple(found["article"]),
    )

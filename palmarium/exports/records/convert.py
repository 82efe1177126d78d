"""Published records made from those of the archive."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from ...lookups import remembered
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
from ...pages.parts.palmares import result_url
from ...pages.parts.sources import claim_url
from ...statistics.claims import Owner, claims_of, verdicts
from ...statistics.count import Count
from ...statistics.coverage import known, label
from ...statistics.gaps import LACKS, Gap, gaps
from ...statistics.juries import jurors
from ...statistics.memoize import once
from ...statistics.relations import Neighbours, beside
from ...statistics.titles import Scope, laureate_names, laureates, order, titles, winners
from . import shapes
from .encode import dump
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
            url=public(context, claim_url(context, owner, number)),
        )
        for number, (claim, verdict) in enumerate(zip(claims_of(owner), verdicts(context.archive, owner), strict=True))
    )


# Results, and categories in an edition.

Written = tuple[shapes.Result, str]
"""A result, and its JSON, which all records that show it hold."""


def written_results(context: Context, edition: str) -> Mapping[str, Written]:
    """The results of an edition by id, in their order."""
    found = (each for entry in context.archive.editions[edition].entries for each in entry.results)
    return {result_id(each): written_result(context, edition, each.id) for each in found}


def written_result(context: Context, edition: str, id: str) -> Written:
    """A result, made once however many records show it."""

    def make() -> Written:
        entries = context.archive.editions[edition].entries
        entry, found = next((entry, each) for entry in entries for each in entry.results if each.id == id)
        made = result(context, found, entry.printed_name)
        return made, dump(made)

    return remembered(context.archive.derived, f"result {edition}/{id}", make)


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
        url=public(context, result_url(context, written)),
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


def entry(context: Context, written: Entry) -> shapes.Entry:
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
        results=tuple(written_result(context, written.edition, each.id)[0] for each in written.results),
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


def edition(context: Context, written: Edition) -> shapes.Edition:
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
        categories=tuple(entry(context, each) for each in written.entries if each.category),
        without_category=next((entry(context, each) for each in written.entries if not each.category), None),
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


def name(context: Context, written: Name) -> tuple[shapes.Name, Mapping[int, str]]:
    """A name, and the JSON of its results by the `id()` of each."""
    archive = context.archive
    mentioned = archive.mentions_of.get(written.id, ())
    own = ((each.edition, each.id) for each in archive.results_of.get(written.id, ()))
    results = [_results(context, ids) for ids in (own, _through("employer", mentioned))]
    represented = _results(context, _through("representative", mentioned))
    made = published(
        shapes.Name,
        written,
        context,
        url=public(context, context.urls.name(written.id)),
        counts=of_name(archive, written.id),
        results=tuple(each for each, _ in results[0]),
        results_as_employer=tuple(each for each, _ in results[1]),
        results_as_representative=tuple(each for each, _ in represented),
        functions=_functions(context, mentioned),
        articles=tuple(_article_line(context, *pair) for pair in _articles(archive).get(written.id, {}).items()),
        related=_related(context, beside(archive).get(written.id, {})),
        claims=claims(context, written),
    )
    return made, {id(each): text for each, text in chain(*results, represented)}


def _through(how: str, mentioned: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    return ((mention.edition, mention.result) for mention in mentioned if mention.how == how and mention.result)


def _results(context: Context, ids: Iterable[tuple[str, str]]) -> tuple[Written, ...]:
    """Results by edition and id, each once, from old to new."""
    places = order(context.archive)
    ordered = sorted(dict.fromkeys(ids), key=lambda pair: places[pair[0]])
    return tuple(written_result(context, edition, id) for edition, id in ordered)


def _functions(context: Context, mentioned: Iterable[Mention]) -> tuple[shapes.Appearance, ...]:
    """From old to new; a function in an award as such comes first."""
    there = [mention for mention in mentioned if isinstance(mention.how, Function)]
    places = order(context.archive)
    there.sort(key=lambda mention: places.get(mention.edition, ()))
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
        label=label(context.archive, edition.key) if edition else award.label if award else mention.award,
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


@once
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

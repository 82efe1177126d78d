"""The tables of the archive: every column with its type, its sentence and how it is taken from a record.

All published forms of the tables are made from this declaration. In columns of one group, such as `role`, `org` and
`org_name`, the first value of each belongs to the first values of the others, and so on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar, get_origin

from ... import model
from ...lookups import remembered
from ...model import Award, Category, Date, Edition, Entry, Function, Holder, Name, Part, Post, Ref, Result, Source
from ...pages import plan
from ...pages.context import Context, public
from ...pages.parts import data_index
from ...problems import Span
from ...statistics.claims import ClaimOutcome
from ...statistics.coverage import label
from ...statistics.titles import winners
from . import shapes
from .mapper import Named, Shape, named, whole

R = TypeVar("R")
P = TypeVar("P")


Texts = tuple[str, ...]
"""Several values in one cell."""

_Matched = Name | Award | Edition | Category


@dataclass(frozen=True, slots=True)
class Column(Generic[R, P]):
    """A column of a table.

    `type` is `str`, `int`, `bool`, `Date`, a vocabulary, or a tuple of one of them; any value may be missing.
    `take` makes the cell from the two things that a row is about: without it, the cell is what is published of the
    first under that name, or else its field. `refers` is the table whose ids the cell holds. Lists of one `group` go
    together, value by value.
    """

    name: str
    type: Any
    sentence: str
    take: Callable[[Context, R, P], object] | None = None
    refers: str = ""
    group: str = ""

    @property
    def is_list(self) -> bool:
        return get_origin(self.type) is tuple


@dataclass(frozen=True, slots=True)
class CsvTable(Generic[R, P]):
    """A table: the two things that each row is about, the columns, and those that identify a row.

    Its rows are made record by record: of each key of the indexes `each`, which stand in the order of `_INDEXES`. The
    column `number`, where a key has one, counts the rows that are alike in the rest of the key. `of` are the columns
    that say which record a row is of.
    `shape` is what is published of the first thing. `says` is what a row is, where the table is no file.
    """

    name: str
    each: tuple[str, ...]
    rows: Callable[[Context, str, str], Iterator[tuple[R, P]]]
    columns: tuple[Column[R, P], ...]
    key: tuple[str, ...]
    of: tuple[str, ...]
    shape: Shape[R] | None = None
    says: str = ""

    @property
    def sentence(self) -> str:
        return self.says or data_index.TABLES[self.name]

    def cells(self, context: Context, index: str, key: str) -> tuple[tuple[Any, ...], ...]:
        """The cells of each row of one record, in the order of the columns; made once, however many files hold them."""
        there = f"{self.sentence}: {index} {key}"
        return remembered(context.archive.recent, there, lambda: tuple(self._cells(context, index, key)))

    def _cells(self, context: Context, index: str, key: str) -> Iterator[tuple[Any, ...]]:
        takes = tuple(_take(column, self.shape) for column in self.columns)
        names = [column.name for column in self.columns]
        others = [names.index(name) for name in self.key if name != NUMBER]
        alike: Counter[tuple[object, ...]] = Counter()
        for record, part in self.rows(context, index, key):
            row = [take(context, record, part) for take in takes]
            if NUMBER in self.key:
                same = tuple(row[at] for at in others)
                alike[same] += 1
                row[names.index(NUMBER)] = alike[same]
            yield tuple(row)


NUMBER = "number"
_INDEXES = ("awards", "editions", "names", "categories", "articles", "notes")
"""The indexes of all records of which tables tell, in the order in which their rows stand in every table."""


def row_parts(
    context: Context,
    tables: Iterable[CsvTable[Any, Any]],
    rows: Callable[[Context, CsvTable[Any, Any], str, str], Iterable[plan.Piece]],
) -> Iterator[plan.Part]:
    """The parts of an export that holds tables, one for each record: `rows` makes those of a record in one table."""
    every = tuple(tables)
    for index in _INDEXES:
        holding = tuple(table for table in every if index in table.each)
        for key in getattr(context.archive, index) if holding else ():
            yield f"{index} {key}", partial(_rows_of, context, rows, holding, index, key)


def _rows_of(
    context: Context,
    rows: Callable[[Context, CsvTable[Any, Any], str, str], Iterable[plan.Piece]],
    tables: Iterable[CsvTable[Any, Any]],
    index: str,
    key: str,
) -> Iterator[plan.Piece]:
    return chain.from_iterable(rows(context, table, index, key) for table in tables)


def _take(column: Column[R, P], shape: Shape[R] | None) -> Callable[[Context, R, P], object]:
    if column.take:
        return column.take
    if column.name == NUMBER:
        return lambda context, record, part: None
    if shape and column.name in whole(shape):
        return _published(shape, column.name)
    field = attrgetter(column.name)
    return lambda context, record, part: field(record)


def _published(shape: Shape[R], name: str) -> Callable[[Context, R, object], object]:
    """What is published under a key, at the time of the edition that a row is about."""
    take, at = whole(shape)[name].take, shape.at
    if at:
        return lambda context, record, part: take(context, record, at(context, record))
    return lambda context, record, part: take(context, record, part if isinstance(part, Edition) else None)


def _then(context: Context, refs: Iterable[Ref], edition: Edition | None) -> tuple[str, ...]:
    """What the names that are meant were called at the time of an edition."""
    return tuple(named(ref, context, edition).called for ref in refs)


def _texts(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(ref.text for ref in refs)


def _roles(posts: Iterable[Post]) -> tuple[str, ...]:
    return tuple(post.role for post in posts)


_ID, _CALLED = attrgetter("id"), attrgetter("called")


def _orgs(context: Context, posts: Iterable[Post], edition: Edition) -> Iterator[Named]:
    """The organisations of posts, as they were called then; one without a name where there is none."""
    return (named(post.org, context, edition) if post.org else Named(name="") for post in posts)


# Results: `r` is one, `who` one of its laureates; a joint result has a row for each.


_NOBODY = Holder(Ref("", Span("")))


def _results(context: Context, index: str, key: str) -> Iterator[tuple[Result, Holder]]:
    for entry in context.archive.editions[key].entries:
        for result in entry.results:
            for holder in result.holders or (_NOBODY,):
                yield result, holder


def _laureate(name: str) -> Callable[[Context, Result, Holder], object]:
    """What is published of a laureate, at the time of the edition."""
    take = whole(shapes.LAUREATE)[name].take
    return lambda context, result, holder: take(context, holder, context.archive.editions[result.edition])


def _laureate_orgs(what: Callable[[Named], str]) -> Callable[[Context, Result, Holder], Texts]:
    return lambda ctx, r, who: tuple(map(what, _orgs(ctx, who.posts, ctx.archive.editions[r.edition])))


_status = _laureate("status")


def _represented(context: Context, result: Result, holder: Holder) -> tuple[str, ...]:
    return _then(context, result.represented_by, context.archive.editions[result.edition])


_RESULTS: tuple[Column[Result, Holder], ...] = (
    Column("result", str, "id of the result", lambda _, r, who: shapes.result_id(r)),
    Column("award", str, "id of the award", refers="awards"),
    Column("edition", str, "id of the edition", refers="editions"),
    Column("label", str, "award and edition in short"),
    Column("date", Date, "when it was given"),
    Column("category", str, "id of the category; empty where the archive does not know it", refers="categories"),
    Column("category_name", str, "name of the category, as printed that year"),
    Column("laureate", str, "id of the laureate, if known", _laureate("id"), refers="names"),
    Column("name", str, "name of the laureate today", _laureate("name")),
    Column("name_then", str, "what it was called at the time, where that differs", _laureate("name_then")),
    Column("kind", model.Kind, "person, organisation, team or work", _laureate("kind")),
    Column("as", str, "its part in a joint result", _laureate("as")),
    Column("role", Texts, "its roles at the time", lambda _, r, who: _roles(who.posts), group="posts"),
    Column("org", Texts, "ids of its organisations at the time", _laureate_orgs(_ID), refers="names", group="posts"),
    Column("org_name", Texts, "names of its organisations", _laureate_orgs(_CALLED), group="posts"),
    Column("distinction", model.Distinction, "winner, ranked, finalist…"),
    Column("rank", int, "place, from 1"),
    Column("tie", bool, "true where the place is shared"),
    Column("title", bool, "true where the result counts as a title"),
    Column("count", int, "number of trophies"),
    Column("share", str, "share of the prize, as a fraction", lambda _, r, who: str(who.share or r.share or "")),
    Column("status", model.Status, "whether it still stands", lambda ctx, r, who: _status(ctx, r, who) or r.status),
    Column("status_on", Date, "since when it does not"),
    Column("status_reason", str, "why it does not"),
    Column("acceptance", model.Acceptance, "received, declined or prevented"),
    Column("credited_as", str, "the name as printed"),
    Column("for", Texts, "works or projects it was given for", lambda _, r, who: tuple(work.title for work in r.works)),
    Column("represented_by", Texts, "names of those who received it", _represented),
    Column("citation", str, "the reasons given"),
    Column("scope", str, "overall, or a sector, region or channel"),
    Column("track", str, "jury, public or test"),
    Column("round", str, "round of the contest"),
    Column("score", str, "the mark"),
    Column("out_of", str, "the highest mark"),
    Column("money", str, "the money that went with it", lambda _, r, who: r.money and r.money.amount),
    Column("currency", str, "its currency", lambda _, r, who: r.money and r.money.amount and r.money.currency),
    Column("per", str, "team, person or unknown", lambda _, r, who: r.money and r.money.per),
    Column("in_kind", str, "a prize that is not money", lambda _, r, who: r.money and r.money.in_kind),
    Column("posthumous", bool, "true where the laureate had died"),
    Column("official", bool, "false for what only records say"),
    Column("note", str, "anything to add"),
    Column("sources", Texts, "sources of the edition, in sources.csv", lambda _, r, who: _texts(r.sources)),
    Column("url", str, "page that shows it"),
    Column("country", str, "the country it appeared for then", _laureate("country")),
    Column(NUMBER, int, "which of the laureates of its result it is, from 1"),
)


# Editions: `e` is one, `n` the counts of it.


def _editions(context: Context, index: str, key: str) -> Iterator[tuple[Edition, shapes.Counts]]:
    edition = context.archive.editions[key]
    yield edition, shapes.in_edition(context.archive, edition)


def _those(context: Context, edition: Edition, function: Function) -> tuple[str, ...]:
    return _then(context, (each.name for each in shapes.parts(edition.parts, function)), edition)


def _providers(context: Context, edition: Edition, counts: shapes.Counts) -> tuple[str, ...]:
    """Those of the edition, then those named with its method."""
    method = edition.method.provider if edition.method else ()
    return tuple(dict.fromkeys((*_those(context, edition, Function.PROVIDER), *_then(context, method, edition))))


_EDITIONS: tuple[Column[Edition, shapes.Counts], ...] = (
    Column("id", str, "its id"),
    Column("award", str, "id of the award", refers="awards"),
    Column("award_name", str, "name of the award today"),
    Column("label", str, "its label; need not be a year"),
    Column("year", int, "the year it is sorted by"),
    Column("ordinal", int, "which one it is, from 1"),
    Column("status", model.Held, "whether it took place"),
    Column("theme", str, "its theme"),
    Column("date", Date, "date of the ceremony", lambda _, e, n: e.ceremony.date),
    Column("until", Date, "its last day, where it took several", lambda _, e, n: e.ceremony.until),
    Column("venue", str, "place of the ceremony", lambda _, e, n: e.ceremony.venue),
    Column("city", str, "city", lambda _, e, n: e.ceremony.city),
    Column("country", str, "country", lambda _, e, n: e.ceremony.country),
    Column("period_start", Date, "first day of tests or eligibility", lambda _, e, n: e.period and e.period.start),
    Column("period_end", Date, "last day of tests or eligibility", lambda _, e, n: e.period and e.period.end),
    Column("results_coverage", model.Coverage, "how complete the results are", lambda _, e, n: e.covered.results),
    Column(
        "categories_coverage", model.Coverage, "how complete the categories are", lambda _, e, n: e.covered.categories
    ),
    Column("jury_coverage", model.Coverage, "how complete the jury is", lambda _, e, n: e.covered.jury),
    Column("categories", int, "categories the archive counts", lambda _, e, n: n.categories),
    Column("laureates", int, "distinct names with a title", lambda _, e, n: n.laureates),
    Column("titles", int, "titles", lambda _, e, n: n.titles),
    Column("jurors", int, "jurors", lambda _, e, n: n.jurors),
    Column("at_least", Texts, "those of these four numbers that may be higher", lambda _, e, n: n.at_least),
    Column("organisers", Texts, "names of organisers", lambda ctx, e, _: _those(ctx, e, Function.ORGANISER)),
    Column("hosts", Texts, "names of hosts", lambda ctx, e, _: _those(ctx, e, Function.HOST)),
    Column("partners", Texts, "names of partners", lambda ctx, e, _: _those(ctx, e, Function.PARTNER)),
    Column("providers", Texts, "names of those who tested or asked", _providers),
    Column("method", Texts, "how laureates were chosen", lambda _, e, n: e.method.how if e.method else ()),
    Column("channel_count", int, "number of channels tested", lambda _, e, n: e.method and e.method.channels_tested),
    Column("previous", str, "the one before", refers="editions"),
    Column("next", str, "the one after", refers="editions"),
    Column("note", str, "anything to add"),
    Column("url", str, "its page"),
    Column("award_founded", Date, "when the award began", lambda ctx, e, _: shapes.award_of(ctx.archive, e).founded),
    Column("award_ended", Date, "when it ended", lambda ctx, e, _: shapes.award_of(ctx.archive, e).ended),
    Column("family", str, "a word that sister awards share", lambda ctx, e, _: shapes.award_of(ctx.archive, e).family),
    Column("wikidata", str, "its item on Wikidata"),
    Column("award_wikidata", str, "that of the award", lambda ctx, e, _: shapes.award_of(ctx.archive, e).wikidata),
)


# Names: `who` is one, `n` the counts of it.


def _names(context: Context, index: str, key: str) -> Iterator[tuple[Name, shapes.Counts]]:
    yield context.archive.names[key], shapes.of_name(context.archive, key)


def _functions(context: Context, name: Name, counts: shapes.Counts) -> int:
    mentioned = context.archive.mentions_of.get(name.id, ())
    return sum(1 for mention in mentioned if isinstance(mention.how, Function))


def _succeeds(context: Context, name: Name, counts: shapes.Counts) -> Texts:
    return tuple(named(ref, context).id for ref in name.succeeds)


def _group(context: Context, name: Name, counts: shapes.Counts) -> str:
    return named(name.part_of, context).id if name.part_of else ""


_NAMES: tuple[Column[Name, shapes.Counts], ...] = (
    Column("id", str, "its id"),
    Column("name", str, "the name today"),
    Column("kind", model.Kind, "person, organisation, team or work"),
    Column("sort", str, "the name to sort by"),
    Column("reading", str, "how it is read, in letters that can be sorted"),
    Column("expansion", str, "what an acronym stands for"),
    Column("disambiguation", str, "what tells it from a namesake"),
    Column("description", str, "who or what it is"),
    Column("names", Texts, "names over time", lambda _, who, n: tuple(dated.name for dated in who.names)),
    Column("aliases", Texts, "other spellings"),
    Column("succeeds", Texts, "the names it continues", _succeeds, refers="names"),
    Column("part_of", str, "the group it belongs to", _group, refers="names"),
    Column("country", str, "country"),
    Column("city", str, "city or region"),
    Column("born", Date, "date of birth or foundation"),
    Column("died", Date, "date of death or closure"),
    Column("wikidata", str, "Wikidata id"),
    Column(
        "identifiers",
        Texts,
        "its ids elsewhere, each after its authority and a colon",
        lambda _, who, n: tuple(f"{each.authority}:{each.id}" for each in who.identifiers),
    ),
    Column("links", Texts, "its own addresses", lambda _, who, n: tuple(address.url for address in who.links)),
    Column("titles", int, "its titles", lambda _, who, n: n.titles),
    Column("editions", int, "editions in which it has them", lambda _, who, n: n.editions),
    Column("results", int, "results, titles or not", lambda ctx, who, _: len(ctx.archive.results_of.get(who.id, ()))),
    Column("functions", int, "its functions: juror, speaker, partner…", _functions),
    Column("url", str, "its page"),
)


# What other lists are matched with: `it` is a name, an award, an edition or a category, `key` its id.


def _matched(context: Context, index: str, key: str) -> Iterator[tuple[_Matched, str]]:
    record: _Matched = getattr(context.archive, index)[key]
    if not isinstance(record, Name) or not record.hidden:
        yield record, key


def _kind(context: Context, it: _Matched, key: str) -> str:
    return str(it.kind) if isinstance(it, Name) else _sort(it)


def _sort(it: _Matched) -> str:
    return type(it).__name__.lower()


def _call(context: Context, it: _Matched, key: str) -> str:
    return label(context.archive, key) if isinstance(it, Edition) else it.name


def _also_called(context: Context, it: _Matched, key: str) -> tuple[str, ...]:
    """Every spelling but the name itself, each once."""
    if isinstance(it, Name):
        spelled = (*(dated.name for dated in it.names), it.reading, it.expansion, *it.aliases)
    elif isinstance(it, Award):
        spelled = (it.short, *(dated.name for dated in it.names))
    elif isinstance(it, Edition):
        spelled = (f"{shapes.award_of(context.archive, it).name} {it.label}",)
    else:
        spelled = tuple(entry.printed_name for entry in context.archive.entries_of.get(key, ()))
    return tuple(each for each in dict.fromkeys(spelled) if each not in ("", _call(context, it, key)))


def _described(context: Context, it: _Matched, key: str) -> str:
    """What tells it from its namesakes."""
    if isinstance(it, Name):
        return it.description or it.disambiguation
    return it.theme if isinstance(it, Edition) else it.description


def _known_elsewhere(context: Context, it: _Matched, key: str) -> tuple[str, ...]:
    wikidata = (f"wikidata:{it.wikidata}",) if it.wikidata else ()
    others = (f"{each.authority}:{each.id}" for each in it.identifiers) if isinstance(it, Name) else ()
    return (*wikidata, *others)


_RECONCILIATION: tuple[Column[_Matched, str], ...] = (
    Column("id", str, "its id", lambda _, it, key: key),
    Column("name", str, "the name today", _call),
    Column("aliases", Texts, "what else it was or is called", _also_called),
    Column("description", str, "who or what it is", _described),
    Column("kind", str, "person, organisation, team or work; award, edition or category", _kind),
    Column("identifiers", Texts, "its ids elsewhere, Wikidata first", _known_elsewhere),
    Column("url", str, "its page", lambda ctx, it, key: public(ctx, ctx.urls.target(_sort(it), key))),
)


# Categories: `c` is one, `e` its entry in an edition; None where it is in no edition.


def _categories(context: Context, index: str, key: str) -> Iterator[tuple[Category, Entry | None]]:
    category = context.archive.categories[key]
    for entry in context.archive.entries_of.get(category.key, ()) or (None,):
        yield category, entry


def _titled(context: Context, category: Category, entry: Entry | None) -> tuple[str, ...]:
    archive = context.archive
    ids = chain.from_iterable(winners(archive, result) for result in entry.results) if entry else ()
    return tuple(dict.fromkeys(archive.names[id].name for id in ids))


def _partners(context: Context, category: Category, entry: Entry | None) -> tuple[str, ...]:
    edition = context.archive.editions[entry.edition] if entry else None
    return _then(context, shapes.partners_of(category, entry), edition)


def _descent(category: Category) -> Iterator[shapes.Descent]:
    return ((step, category.award) for step in category.lineage)


_CATEGORIES: tuple[Column[Category, Entry | None], ...] = (
    Column("category", str, "id of the category", lambda _, c, e: c.key),
    Column("award", str, "id of the award", refers="awards"),
    Column("name", str, "its name today"),
    Column("special", bool, "true for an ad-hoc award outside the categories"),
    Column("parent", str, "its parent category", refers="categories"),
    Column("edition", str, "id of the edition", lambda _, c, e: e and e.edition, refers="editions"),
    Column("label", str, "award and edition in short", lambda ctx, c, e: e and label(ctx.archive, e.edition)),
    Column("date", Date, "when that was held", lambda ctx, c, e: e and ctx.archive.editions[e.edition].ceremony.date),
    Column("outcome", model.Outcome, "what became of it", lambda _, c, e: e and e.outcome),
    Column("reason", model.WhyNotAwarded, "why it was not awarded", lambda _, c, e: e and e.reason),
    Column("printed_name", str, "its name as printed that year", lambda _, c, e: e and e.printed_name),
    Column("method", Texts, "how it is decided", lambda ctx, c, e: ctx.archive.method(e) if e else c.method),
    Column("partners", Texts, "names of its partners", _partners),
    Column("entrants", int, "how many entered or were tested", lambda _, c, e: e and e.entrants),
    Column("nominees", int, "how many were nominated", lambda _, c, e: e and e.nominees),
    Column("threshold", str, "mark to reach", lambda _, c, e: e and e.threshold),
    Column("laureates", Texts, "names of those who have a title", _titled),
    Column("results", int, "number of results, titles or not", lambda _, c, e: len(e.results) if e else 0),
    Column("note", str, "anything to add", lambda _, c, e: (e or c).note),
    Column("sources", Texts, "its sources, in sources.csv", lambda _, c, e: _texts((e or c).sources)),
    Column("url", str, "page of the category"),
    Column(
        "lineage",
        tuple[model.Event, ...],
        "what happened to it",
        lambda _, c, e: tuple(step.event for step in c.lineage),
        group="lineage",
    ),
    Column(
        "lineage_from",
        Texts,
        "categories it came from then, ids with spaces between",
        lambda _, c, e: tuple(" ".join(shapes.origins(step)) for step in _descent(c)),
        group="lineage",
    ),
    Column(
        "lineage_in",
        Texts,
        "editions in which that happened",
        lambda _, c, e: tuple(shapes.category_key(c.award, step.edition) for step in c.lineage),
        refers="editions",
        group="lineage",
    ),
    Column("wikidata", str, "its item on Wikidata"),
)


# Jurors: `j` is one, `e` the edition.


def _juries(context: Context, index: str, key: str) -> Iterator[tuple[Part, Edition]]:
    edition = context.archive.editions[key]
    for juror in shapes.parts(edition.parts, Function.JUROR):
        yield juror, edition


def _juror_orgs(what: Callable[[Named], str]) -> Callable[[Context, Part, Edition], Texts]:
    return lambda ctx, juror, edition: tuple(map(what, _orgs(ctx, juror.posts, edition)))


_JURIES: tuple[Column[Part, Edition], ...] = (
    Column("edition", str, "id of the edition", lambda _, j, e: e.key, refers="editions"),
    Column("label", str, "award and edition in short", lambda ctx, j, e: label(ctx.archive, e.key)),
    Column("date", Date, "date of the ceremony", lambda _, j, e: e.ceremony.date),
    Column("juror", str, "id of the juror", lambda ctx, j, e: named(j.name, ctx).id, refers="names"),
    Column("name", str, "name of the juror today"),
    Column("name_then", str, "the name at the time, where that differs"),
    Column("chair", bool, "true for the head of the jury"),
    Column("as", str, "the part in a few words, as printed"),
    Column("role", Texts, "roles at the time", lambda _, j, e: _roles(j.posts), group="posts"),
    Column("org", Texts, "ids of organisations at the time", _juror_orgs(_ID), refers="names", group="posts"),
    Column("org_name", Texts, "names of organisations", _juror_orgs(_CALLED), group="posts"),
    Column("category", str, "only for this category", refers="categories"),
    Column("note", str, "anything to add"),
    Column("sources", Texts, "sources of the edition, in sources.csv", lambda _, j, e: _texts(j.sources)),
    Column("url", str, "where it stands on the page of the edition"),
    Column(NUMBER, int, "which juror of the edition it is, from 1"),
)


# Claims and sources: `o` is the kind and the id of the record that has them.

Owner = tuple[str, str]
OWNER = ("of_kind", "of_id")
"""The columns that say what a claim or a source is of."""

KINDS = MappingProxyType(
    {"awards": "award", "editions": "edition", "names": "name", "articles": "article", "notes": "page"}
)
_SOURCED = ("awards", "editions", "names", "articles")


def _claims(context: Context, index: str, key: str) -> Iterator[tuple[shapes.Judged, Owner]]:
    """Claims listed in a file, then those inside its text."""
    for claim in shapes.claims(context, getattr(context.archive, index)[key]):
        yield claim, (KINDS[index], key)


def _claimed(context: Context, claim: shapes.Judged, owner: Owner) -> str:
    ref = shapes.claim_of(claim)
    return named(ref, context).id if ref else ""


def _sources(context: Context, index: str, key: str) -> Iterator[tuple[Source, Owner]]:
    for source in getattr(context.archive, index)[key].sources:
        yield source, (KINDS[index], key)


_CLAIMS: tuple[Column[shapes.Judged, Owner], ...] = (
    Column("of_kind", str, "what carries the claim: award, edition, article, name or page", lambda _, c, o: o[0]),
    Column("of_id", str, "id of what carries it", lambda _, c, o: o[1]),
    Column("says", str, "the claim, in a few words"),
    Column("count", str, "the statistic that recomputes it"),
    Column("value", int, "the number stated"),
    Column("verdict", ClaimOutcome, "agrees, differs or not-computable"),
    Column("found", int, "the number that the archive counts"),
    Column("at_least", bool, "true where there may be more"),
    Column("at_most", bool, "true where there may be fewer"),
    Column(
        "reason",
        str,
        "a word for why it differs or can't be computed",
        lambda _, c, o: c[0].reason and c[0].reason.code,
    ),
    Column(
        "sentence", str, "the same for readers, in English", lambda _, c, o: c[0].reason and shapes.because(c[0].reason)
    ),
    Column("name", str, "id of the name it speaks of", _claimed, refers="names"),
    Column("category", str, "id of the category it speaks of", refers="categories"),
    Column("edition", str, "id of the edition it speaks of", refers="editions"),
    Column("award", str, "id of the award it speaks of", refers="awards"),
    Column("until", str, "id of the last edition that it counts, of all those of the award", refers="editions"),
    Column("scope", str, "scope of a ranking"),
    Column("disputed", bool, "true where a difference is known and accepted"),
    Column("source", str, "source that states it, in sources.csv"),
    Column("note", str, "anything to add"),
    Column("url", str, "where it is listed with its verdict"),
    Column(NUMBER, int, "which claim of what carries it, from 1"),
)

_SOURCES: tuple[Column[Source, Owner], ...] = (
    Column("of_kind", str, "what it is a source of: award, edition, name or article", lambda _, s, o: o[0]),
    Column("of_id", str, "id of what it is a source of", lambda _, s, o: o[1]),
    Column("source", str, "its id there", lambda _, s, o: s.id),
    Column("title", str, "its title"),
    Column("author", str, "who wrote it"),
    Column("publisher", str, "where it appeared"),
    Column("date", Date, "when it appeared"),
    Column("url", str, "its address"),
    Column("archived", str, "address of an archived copy of it"),
    Column("accessed", Date, "when it was read"),
    Column("note", str, "what a reader should know of it"),
)


_ALL: tuple[CsvTable[Any, Any], ...] = (
    CsvTable(
        "results", ("editions",), _results, _RESULTS, key=("result", NUMBER), of=("edition",), shape=shapes.RESULT
    ),
    CsvTable("editions", ("editions",), _editions, _EDITIONS, key=("id",), of=("id",), shape=shapes.EDITION),
    CsvTable("names", ("names",), _names, _NAMES, key=("id",), of=("id",), shape=shapes.NAME),
    CsvTable(
        "categories",
        ("categories",),
        _categories,
        _CATEGORIES,
        key=("category", "edition"),
        of=("category",),
        shape=shapes.CATEGORY,
    ),
    CsvTable("juries", ("editions",), _juries, _JURIES, key=("edition", NUMBER), of=("edition",), shape=shapes.PART),
    CsvTable(
        "claims", (*_SOURCED, "notes"), _claims, _CLAIMS, key=("of_kind", "of_id", NUMBER), of=OWNER, shape=shapes.CLAIM
    ),
    CsvTable("sources", _SOURCED, _sources, _SOURCES, key=("of_kind", "of_id", "source"), of=OWNER),
    CsvTable(
        "reconciliation",
        ("awards", "editions", "names", "categories"),
        _matched,
        _RECONCILIATION,
        key=("kind", "id"),
        of=("kind", "id"),
    ),
)
TABLES = MappingProxyType({table.name: table for table in _ALL})

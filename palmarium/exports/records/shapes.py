"""The published shape of each record, and how it is made from that of the archive."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from operator import itemgetter
from typing import Annotated

from ...images.variants import plain
from ...model import (
    Article,
    Award,
    Category,
    Coverage,
    Covered,
    Date,
    Edition,
    Entry,
    Figure,
    Function,
    Holder,
    Kind,
    Lineage,
    Method,
    Name,
    Part,
    Picture,
    Post,
    Ref,
    Relation,
    Result,
    Status,
    Work,
)
from ...model.archive import Archive, Mention, links
from ...pages.context import Context, public
from ...pages.parts.palmares import result_url
from ...pages.parts.people import FIELDS, part_anchor
from ...pages.parts.sources import claim_url
from ...statistics.claims import ClaimOutcome, Owner, Verdict, claims_of, verdicts
from ...statistics.count import REASONS, Count, Reason
from ...statistics.coverage import known, label
from ...statistics.gaps import LACKS, Gap, gaps
from ...statistics.juries import jurors
from ...statistics.memoize import once
from ...statistics.relations import beside
from ...statistics.titles import Scope, laureate_names, laureates, order, titles, winners
from .mapper import NAMED, Key, Named, Shape, Then, always, named

# Parts of several records: names, posts, pictures. `c` is the context, `it` the record, `t` the edition around it.

_POSTS = "roles and organisations then"
POST: Shape[Post] = Shape(Post, "A role in an organisation, as it was then.", ("role", Key("org", NAMED)))

_WHO: tuple[Key[Holder | Part], ...] = (
    Key("id", str, "id of the name", lambda c, it, t: named(it.name, c, t).id),
    always("name", str, "the name today", lambda c, it, t: named(it.name, c, t).name),
    Key("name_then", str, "what it was called at the time, where that differs", lambda c, it, t: _then(it.name, c, t)),
    Key("kind", Kind, "person, organisation, team or work", lambda c, it, t: named(it.name, c, t).kind),
)


def _then(ref: Ref, context: Context, then: Then) -> str:
    return named(ref, context, then).name_then


def category_key(award: str, category: str) -> str:
    """`palmes/innovation`, from the short or the long form; nothing for an unknown category."""
    return f"{award}/{category}" if category and award and "/" not in category else category


LAUREATE: Shape[Holder] = Shape(
    Holder,
    "One name in a result.",
    (
        *_WHO,
        Key("as", str, "its part in a joint prize", lambda c, it, t: it.as_role),
        Key("posts", (POST,), _POSTS),
        Key("size", says="how many a team is, in words"),
        Key("country", says="the country it appeared for then"),
        Key("share", str, "its share of the prize, as a fraction"),
        Key(
            "status", Status, "whether it still stands for this laureate, where it does not", lambda c, it, t: _not(it)
        ),
        Key("note", says="anything to add"),
    ),
    name="Laureate",
)


def _not(holder: Holder) -> Status | None:
    return None if holder.status is Status.ACTIVE else holder.status


def _part_category(context: Context, part: Part, then: Then) -> str:
    return category_key(then.award if then else "", part.category.text) if part.category else ""


def _part_url(context: Context, part: Part, then: Then) -> str:
    return public(context, f"{context.urls.edition(then.key)}#{part_anchor(part)}") if then else ""


PART: Shape[Part] = Shape(
    Part,
    "A name's part in an edition or an award: juror, partner, host…",
    (
        *_WHO,
        Key("as", str, "their part in a few words, as printed", lambda c, it, t: it.role),
        "chair",
        Key("posts", (POST,), _POSTS),
        Key("category", str, "only for this category", _part_category),
        "note sources",
        Key("url", str, "where it stands on the page of the edition", _part_url),
    ),
)


def parts(written: Iterable[Part], function: Function) -> tuple[Part, ...]:
    """Those who had one function, in the order written."""
    return tuple(part for part in written if part.function is function)


def _picture_url(context: Context, picture: Picture, then: Then) -> str:
    """The picture itself where it is published, or the one of its files that any program shows."""
    shape = context.pictures.get(picture.src)
    if shape is None or shape.is_whole or context.config.pictures.originals:
        return public(context, context.urls.media(picture.src))
    shown = plain(shape)
    return public(context, context.urls.variant(shown.path, shown.digest, shown.width, shown.ending))


_PICTURE: Shape[Picture] = Shape(
    Picture,
    "A picture and its text alternative.",
    (always("url", str, "address of the picture", _picture_url), "alt credit caption"),
)

# Claims, with what recomputing them gave.

_BECAUSE: Shape[Reason] = Shape(
    Reason,
    "Why a number is what it is.",
    (
        Key("code", says="a word for programs"),
        always("sentence", str, "a sentence for readers, in English", lambda c, it, t: because(it)),
    ),
    name="Because",
)


def because(reason: Reason) -> str:
    return REASONS.get(reason.code, reason.code) % dict(reason.values)


Judged = tuple[Verdict, Owner, int]
"""A claim with its verdict, the record that states it, and its number there from 0."""


def claims(context: Context, owner: Owner) -> tuple[Judged, ...]:
    """Every claim of a record, in the order written."""
    return tuple((verdict, owner, number) for number, verdict in enumerate(verdicts(context.archive, owner)))


def claim_of(judged: Judged) -> Ref | None:
    """The name that a claim speaks of, as written, or else as resolved."""
    verdict, owner, number = judged
    claim = claims_of(owner)[number]
    return claim.of or (Ref(verdict.of, claim.span) if verdict.of else None)


CLAIM: Shape[Judged] = Shape(
    Verdict,
    "A number somebody stated, and what recomputing it gave.",
    (
        "says count",
        Key("value", says="the number stated"),
        always("verdict", ClaimOutcome, "what became of it", lambda c, it, t: it[0].outcome),
        Key("found", says="the number that the archive counts"),
        Key("at_least", says="true where there may be more than `found`"),
        Key("at_most", says="true where there may be fewer than `found`"),
        Key("reason", _BECAUSE, "why it differs or can't be computed"),
        Key("of", NAMED, "only this name", lambda c, it, t: claim_of(it)),
        Key("category", says="id of the category it speaks of"),
        Key("edition", says="id of the edition it speaks of"),
        Key("award", says="id of the award it speaks of"),
        Key("until", says="id of the last edition that it counts, of all those of the award"),
        Key("scope", str, take=lambda c, it, t: claims_of(it[1])[it[2]].scope),
        Key("source", says="id of the source that states it"),
        "disputed note",
        always(
            "url", str, "where it is listed with its verdict", lambda c, it, t: public(c, claim_url(c, it[1], it[2]))
        ),
    ),
    name="Claim",
    at=lambda c, it: None,
    base=itemgetter(0),
)
_CLAIMS: Key[Owner] = Key("claims", (CLAIM,), take=lambda c, it, t: claims(c, it))

# Counts of an edition, a category, an award, a name.


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many the archive holds; left out where it holds none and does not know all."""

    editions: Annotated[int | None, "editions"] = None
    categories: Annotated[int | None, "categories"] = None
    laureates: Annotated[int | None, "distinct names with at least one title"] = None
    titles: Annotated[int | None, "active winning results, each times its number of trophies"] = None
    jurors: Annotated[int | None, "distinct members of juries"] = None
    at_least: Annotated[tuple[str, ...], "those of these numbers that may be higher, for want of coverage"] = ()


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


def _in_category(archive: Archive, category: Category) -> Counts:
    here = Scope(category=category.key)
    won = titles(archive, here)
    return _counts(
        editions=Count(len(archive.entries_of.get(category.key, ()))),
        laureates=Count(len(laureate_names(archive, here)), won.exact),
        titles=won,
    )


def _in_award(archive: Archive, award: str) -> Counts:
    here = Scope(award=award)
    editions = tuple(archive.award_editions(award))
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


def edition_url(context: Context, edition: Edition, then: Then = None) -> str:
    return public(context, context.urls.edition(edition.key))


def category_url(context: Context, category: Category, then: Then = None) -> str:
    return public(context, context.urls.category(category.key))


_EDITION_LINE: Shape[Edition] = Shape(
    Edition,
    "An edition in a list; its own record is editions/<award>-<edition>.json.",
    (
        always("id", str, "id of the edition", lambda c, it, t: it.key),
        always("url", str, "its page", edition_url),
        Key("label", says="its label"),
        Key("ordinal", says="which one it is, from 1"),
        Key("status", says="whether it took place"),
        Key("date", Date, "date of the ceremony, as precise as it is known", lambda c, it, t: it.ceremony.date),
    ),
    name="EditionLine",
)
_CATEGORY_LINE: Shape[Category] = Shape(
    Category,
    "A category in a list; its own record is in categories.json.",
    (
        always("id", str, "id of the category", lambda c, it, t: it.key),
        always("url", str, "its page", category_url),
        Key("name", says="its name today"),
        Key("special", says="true for an ad-hoc award outside the categories"),
    ),
    name="CategoryLine",
)


class Role(StrEnum):
    """What an article has to do with a name."""

    AUTHOR = "author"
    PUBLICATION = "publication"
    ABOUT = "about"
    CITED = "cited"


Speaking = tuple[Article, tuple[Role, ...]]
"""An article, and what it has to do with the name whose list it is in."""

_ARTICLE_LINE: Shape[Speaking] = Shape(
    Article,
    "An article in a list; its own record is in articles.json.",
    (
        Key("id", says="id of the article"),
        always("url", str, "its page", lambda c, it, t: public(c, c.urls.article(it[0].id))),
        Key("title", says="its title"),
        Key("kind", says="what sort of text it is"),
        Key("date", says="when it appeared"),
        Key("as", tuple[Role, ...], "for a name: what the article has to do with it", lambda c, it, t: it[1]),
    ),
    name="ArticleLine",
    base=itemgetter(0),
)


def _about(context: Context, record: Award | Edition | Category, then: Then) -> tuple[Speaking, ...]:
    """Articles that speak of an award, an edition or a category."""
    key = record.id if isinstance(record, Award) else record.key
    about = context.archive.articles_about.get(f"{type(record).__name__.lower()}:{key}", ())
    return tuple((context.archive.articles[id], ()) for id in about)


_ARTICLES: Key[Award | Edition | Category] = Key(
    "articles", (_ARTICLE_LINE,), "articles that speak of it, newest first", _about
)

# Results, and categories in an edition.


def result_id(written: Result) -> str:
    """An id that is unique in the archive, made of that of the edition and that of the result in it."""
    return f"{written.edition}/{written.id}"


def _edition_of(context: Context, record: Result | Entry) -> Edition:
    return context.archive.editions[record.edition]


def _key(context: Context, record: Result | Entry, then: Then) -> str:
    return category_key(_edition_of(context, record).award, record.category)


def _printed(context: Context, result: Result, then: Then) -> str:
    there = (each for each in _edition_of(context, result).entries if any(one.id == result.id for one in each.results))
    return result.printed_category or _called(context, next(there), then)


def _called(context: Context, entry: Entry, then: Then) -> str:
    category = None if entry.printed_name else context.archive.category(entry)
    return category.name if category else entry.printed_name


def _entered(context: Context, result: Result, then: Then) -> str:
    return category_key(_edition_of(context, result).award, result.entered_in.text) if result.entered_in else ""


def _won(context: Context, result: Result, then: Then) -> bool:
    return bool(winners(context.archive, result))


_LAUREATES = "the laureate, or several who share it; missing if unknown"
_LABEL = "short name of the award, and label of the edition"
_UNKNOWN = "id of the category; missing where the archive does not know it"

RESULT: Shape[Result] = Shape(
    Result,
    "Who got what in one category of one edition: the central record.",
    (
        always("id", str, "id: that of the edition, then that of the result in it", lambda c, it, t: result_id(it)),
        always("url", str, "page that shows it", lambda c, it, t: public(c, result_url(c, it))),
        always("award", str, "id of the award", lambda c, it, t: _edition_of(c, it).award),
        Key("edition", says="id of the edition"),
        always("label", str, _LABEL, lambda c, it, t: label(c.archive, it.edition)),
        Key("date", Date, "when it was given, as precise as it is known", lambda c, it, t: _given(c, it)),
        Key("category", str, _UNKNOWN, _key),
        Key("category_name", str, "name of the category, as printed that year", _printed),
        Key("laureates", (LAUREATE,), _LAUREATES, lambda c, it, t: it.holders),
        Key("distinction", says="what it gives"),
        "rank tie",
        always("title", bool, "true where it counts as a title: an active winning result", _won),
        "count",
        Key("share", str),
        "status status_on status_reason",
        Key("superseded_by", NAMED),
        "acceptance credited_as",
        Key("for", tuple[Work, ...], "what it was given for", lambda c, it, t: it.works),
        Key("represented_by", (NAMED,)),
        "citation scope track round score out_of money posthumous official awarded_on",
        Key("entered_in", str, "id of the category in which it was entered", _entered),
        "amendments note",
        Key("sources", says="ids of sources of the edition"),
    ),
    at=_edition_of,
    kept=lambda it: f"result {result_id(it)}",
)


def _given(context: Context, result: Result) -> Date | None:
    return result.awarded_on or _edition_of(context, result).ceremony.date


def partners_of(category: Category | None, entry: Entry | None) -> tuple[Ref, ...]:
    return (entry.partners if entry else ()) or (category.partners if category else ())


def _criteria(context: Context, entry: Entry, then: Then) -> tuple[str, ...]:
    category = context.archive.category(entry)
    return entry.criteria or (category.criteria if category else ())


def _entry_url(context: Context, entry: Entry, then: Then) -> str:
    category = context.archive.category(entry)
    return category_url(context, category) if category else ""


def _is_special(context: Context, entry: Entry, then: Then) -> bool:
    category = context.archive.category(entry)
    return bool(category and category.special)


_ENTRY: Shape[Entry] = Shape(
    Entry,
    "A category in one edition: what became of it, and its results.",
    (
        Key("id", str, _UNKNOWN, _key),
        Key("url", str, "page of the category", _entry_url),
        Key("name", str, "name as printed that year, or the category's name", _called),
        Key("special", bool, "true for an ad-hoc award outside the categories", _is_special),
        Key("outcome", says="awarded, not-awarded, unknown, unrecorded or cancelled"),
        Key("reason", says="why it was not awarded"),
        Key("method", take=lambda c, it, t: c.archive.method(it)),
        Key("partners", (NAMED,), take=lambda c, it, t: partners_of(c.archive.category(it), it)),
        Key("criteria", take=_criteria),
        "entrants nominees threshold prize derived_from",
        Key("results", (RESULT,), "who got what, in the order written"),
        "note sources",
    ),
    at=_edition_of,
)

# Editions.

_METHOD: Shape[Method] = Shape(
    Method,
    "How laureates are chosen.",
    (
        "how",
        Key("provider", (NAMED,)),
        "channels",
        Key("channel_count", int, "how many channels, named or not", lambda c, it, t: it.channels_tested),
        "tests threshold weights fee eligibility criteria note sources",
    ),
)
_FIGURE: Shape[Figure] = Shape(
    Figure,
    "A survey question and its answers, or one stated number.",
    (
        Key("id", says="id, unique in its edition"),
        "title",
        Key("by", NAMED),
        "date unit base several_answers answers note sources",
    ),
)


def _lack(context: Context, gap: Gap, then: Then) -> str:
    one, several = LACKS[gap.what]
    category = context.archive.categories[gap.category].name if gap.category else ""
    return (one if gap.count in (None, 1) else several) % {"num": gap.count, "category": category, "date": gap.date}


_MISSING: Shape[Gap] = Shape(
    Gap,
    "One thing that the archive lacks of an edition.",
    (
        Key("area", says="laureates, categories, jury or facts"),
        Key("what", says="a word for programs"),
        Key("count", says="how many are known, or are missing, as the sentence says"),
        Key("category", says="id of the category it speaks of"),
        Key("date", says="the date that is not precise enough, or deduced"),
        always("sentence", str, "a noun phrase for readers, in English", _lack),
    ),
    name="Missing",
)


def award_of(archive: Archive, written: Edition | Category) -> Award:
    """The award of an edition or a category; where it has no file, one that has nothing but its id."""
    return archive.awards.get(written.award) or Award(written.award, written.award, written.span)


def _award_name(context: Context, record: Edition | Category, then: Then) -> str:
    return award_of(context.archive, record).name


def _having(function: Function, says: str = "") -> Key[Award | Edition]:
    """Those who had one function."""
    return Key(FIELDS[function], (PART,), says, lambda c, it, t: parts(it.parts, function))


def _known(context: Context, edition: Edition, then: Then) -> tuple[Entry, ...]:
    return tuple(each for each in edition.entries if each.category)


def _unknown(context: Context, edition: Edition, then: Then) -> Entry | None:
    return next((each for each in edition.entries if not each.category), None)


EDITION: Shape[Edition] = Shape(
    Edition,
    "One holding of an award, whole.",
    (
        always("id", str, "id: that of the award, then that of the edition in it", lambda c, it, t: it.key),
        always("url", str, "its page", edition_url),
        Key("award", says="id of the award"),
        always("award_name", str, "name of the award today", _award_name),
        Key("label", says="its label; need not be a year"),
        always("year", int, "the year it is sorted by", lambda c, it, t: it.sort_year),
        "ordinal theme status status_note",
        Key("ceremony", says="when and where"),
        "period validity",
        always("coverage", Covered, "how much of it the archive holds", lambda c, it, t: it.covered),
        Key("missing", (_MISSING,), "what the archive lacks of it", lambda c, it, t: gaps(c.archive, it.key)),
        Key("counts", Counts, "what the archive counts in it", lambda c, it, t: in_edition(c.archive, it)),
        Key("categories", (_ENTRY,), "the palmarès, category by category", _known),
        Key("without_category", _ENTRY, "results whose category the archive does not know", _unknown),
        _having(Function.JUROR),
        _having(Function.ORGANISER),
        _having(Function.HOST),
        _having(Function.SPEAKER),
        _having(Function.GUEST),
        _having(Function.PARTICIPANT),
        _having(Function.PARTNER),
        _having(Function.PROVIDER),
        Key("method", _METHOD),
        "rounds events deadlines attendance",
        Key("figures", (_FIGURE,)),
        "announcements wikidata",
        _CLAIMS,
        "disputes sources cited",
        _ARTICLES,
        Key("previous", str, "id of the edition before", lambda c, it, t: c.archive.neighbour(it.key, -1)),
        Key("next", str, "id of the edition after", lambda c, it, t: c.archive.neighbour(it.key, 1)),
        "note",
    ),
    at=lambda c, it: it,
)

# Categories.

Descent = tuple[Lineage, str]
"""A step of the descent of a category, and the award of both."""


def origins(descent: Descent) -> tuple[str, ...]:
    """The ids of the categories that one comes from."""
    return tuple(category_key(descent[1], ref.text) for ref in descent[0].origin)


_LINEAGE: Shape[Descent] = Shape(
    Lineage,
    "One step of a category's descent.",
    (
        "event",
        Key("from", tuple[str, ...], "ids of the categories it comes from", lambda c, it, t: origins(it)),
        Key(
            "edition",
            str,
            "id of the edition in which it happened",
            lambda c, it, t: category_key(it[1], it[0].edition),
        ),
        "note",
    ),
    base=itemgetter(0),
)

Placed = tuple[Result, Holder]
"""A result in the list of those of a category, and one of its laureates."""

_PLACE: Shape[Placed] = Shape(
    Result,
    "A laureate in a list of holders.",
    (
        Key("id", str, "id of the name", lambda c, it, t: named(it[1].name, c).id),
        always("name", str, "the name today", lambda c, it, t: named(it[1].name, c).name),
        always("result", str, "id of the result", lambda c, it, t: result_id(it[0])),
        Key("distinction", says="what the result gives"),
        Key("rank", says="place, from 1"),
        Key("title", bool, "true where it counts as a title", lambda c, it, t: _has_title(c, it)),
    ),
    name="Place",
    base=itemgetter(0),
)


def _has_title(context: Context, placed: Placed) -> bool:
    return named(placed[1].name, context).id in winners(context.archive, placed[0])


def _places(context: Context, entry: Entry, then: Then) -> tuple[Placed, ...]:
    return tuple((result, holder) for result in entry.results for holder in result.holders)


_HOLDING: Shape[Entry] = Shape(
    Entry,
    "What became of a category in one edition.",
    (
        Key("edition", says="id of the edition"),
        always("label", str, "label of the edition", lambda c, it, t: _edition_of(c, it).label),
        Key("date", Date, "date of the ceremony", lambda c, it, t: _edition_of(c, it).ceremony.date),
        Key("outcome", says="what became of it"),
        Key("printed_name", says="its name as printed that year"),
        Key("laureates", (_PLACE,), "who got it, and the places below", _places),
    ),
    name="Holding",
)


def _descent(context: Context, category: Category, then: Then) -> tuple[Descent, ...]:
    return tuple((step, category.award) for step in category.lineage)


def _parent(context: Context, category: Category, then: Then) -> str:
    return category_key(category.award, category.parent)


def _holdings(context: Context, category: Category, then: Then) -> tuple[Entry, ...]:
    return context.archive.entries_of.get(category.key, ())


CATEGORY: Shape[Category] = Shape(
    Category,
    "A line of the palmarès that continues from edition to edition.",
    (
        always("id", str, "id: that of the award, then that of the category in it", lambda c, it, t: it.key),
        always("url", str, "its page", category_url),
        Key("award", says="id of the award"),
        always("award_name", str, "name of the award today", _award_name),
        "name description special",
        Key("parent", str, "id of the category it is part of", _parent),
        "honours many once method sector",
        Key("lineage", (_LINEAGE,), take=_descent),
        Key("partners", (NAMED,)),
        "criteria wikidata",
        Key("counts", Counts, "what the archive counts in it", lambda c, it, t: _in_category(c.archive, it)),
        Key("editions", (_HOLDING,), "what became of it, edition by edition", _holdings),
        _ARTICLES,
        "note",
        Key("sources", says="ids of sources of the award"),
    ),
)

# Awards.


@once
def _pointing(archive: Archive) -> Mapping[tuple[str, str], list[str]]:
    """The ids of the awards that succeed each award or are part of it, by `succeeds` or `part_of` and its id."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for award in archive.awards.values():
        for how, ref in (("succeeds", award.succeeds), ("part_of", award.part_of)):
            if ref:
                found[how, ref.text].append(award.id)
    return found


def _those(how: str) -> Callable[[Context, Award, Then], tuple[str, ...]]:
    """The awards that point at one."""
    return lambda context, award, then: tuple(_pointing(context.archive).get((how, award.id), ()))


def _categories(context: Context, award: Award, then: Then) -> tuple[Category, ...]:
    return tuple(context.archive.categories[key] for key in context.archive.categories_of[award.id])


def _editions(context: Context, award: Award, then: Then) -> tuple[Edition, ...]:
    return tuple(context.archive.award_editions(award.id))


AWARD: Shape[Award] = Shape(
    Award,
    "A prize programme and its editions.",
    (
        Key("id", says="its id"),
        always("url", str, "its page", lambda c, it, t: public(c, c.urls.award(it.id))),
        "name short names description founded ended country periodicity succeeds",
        Key("succeeded_by", tuple[str, ...], "ids of the awards that succeed it", _those("succeeds")),
        "part_of",
        Key("parts", tuple[str, ...], "ids of the awards held within it", _those("part_of")),
        "family rivals sisters",
        _having(Function.ORGANISER, "who organises it"),
        _having(Function.PARTNER),
        Key(
            "counts",
            Counts,
            "what the archive counts in all its editions",
            lambda c, it, t: _in_award(c.archive, it.id),
        ),
        Key("categories", (_CATEGORY_LINE,), "its categories, in their order", _categories),
        Key("editions", (_EDITION_LINE,), "its editions, from old to new", _editions),
        "links wikidata",
        _CLAIMS,
        "disputes sources cited",
        _ARTICLES,
        "note",
    ),
)

# Names, with everything that refers to them.


def _appearance_label(context: Context, mention: Mention, then: Then) -> str:
    award = context.archive.awards.get(mention.award)
    return label(context.archive, then.key) if then else award.label if award else mention.award


def _appearance_category(context: Context, mention: Mention, then: Then) -> str:
    return category_key(mention.award, mention.category)


_APPEARANCE: Shape[Mention] = Shape(
    Mention,
    "A function that a name has in an edition, or in an award as such.",
    (
        always(
            "function",
            Function,
            "juror, organiser, partner, provider, host, speaker, guest or participant",
            lambda c, it, t: it.how,
        ),
        always("award", str, "id of the award", lambda c, it, t: it.award),
        Key("edition", says="id of the edition; missing for the award as such"),
        always("label", str, _LABEL, _appearance_label),
        Key("date", Date, "date of the ceremony", lambda c, it, t: t and t.ceremony.date),
        Key("category", str, "only for this category", _appearance_category),
        Key("as", str, "the part in a few words, as printed", lambda c, it, t: it.role),
        Key("chair", says="true for the head of a jury"),
        Key("posts", (POST,), _POSTS),
        Key("note", says="anything to add"),
        Key("sources", says="ids of sources of the edition or award"),
    ),
    name="Appearance",
    at=lambda c, it: c.archive.editions.get(it.edition),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another name, and its relation to this one."""

    relation: Annotated[Relation, "what the other is to it, such as employer, or what it does to the other"]
    id: Annotated[str, "id of the other name"]
    name: Annotated[str, "the other name today"]
    kind: Annotated[Kind, "person, organisation, team or work"]
    where: Annotated[tuple[str, ...], "ids of the editions (or awards) that say so"] = ()


def _related(context: Context, name: Name, then: Then) -> tuple[Related, ...]:
    order = tuple(Relation)
    names, found = context.archive.names, beside(context.archive).get(name.id, {})
    ordered = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    return tuple(
        Related(relation=relation, id=id, name=names[id].name, kind=names[id].kind, where=where)
        for (relation, id), where in ordered
    )


def _own(context: Context, name: Name, then: Then) -> tuple[Result, ...]:
    return _results(context, ((each.edition, each.id) for each in context.archive.results_of.get(name.id, ())))


def _through(how: str) -> Callable[[Context, Name, Then], tuple[Result, ...]]:
    """Results of others, that mention a name."""

    def found(context: Context, name: Name, then: Then) -> tuple[Result, ...]:
        mentioned = context.archive.mentions_of.get(name.id, ())
        return _results(context, ((each.edition, each.result) for each in mentioned if each.how == how and each.result))

    return found


def _results(context: Context, ids: Iterable[tuple[str, str]]) -> tuple[Result, ...]:
    """Results by edition and id, each once, from old to new."""
    places, editions = order(context.archive), context.archive.editions
    ordered = sorted(dict.fromkeys(ids), key=lambda pair: places[pair[0]])
    return tuple(
        next(each for entry in editions[edition].entries for each in entry.results if each.id == id)
        for edition, id in ordered
    )


def _functions(context: Context, name: Name, then: Then) -> tuple[Mention, ...]:
    """From old to new; a function in an award as such comes first."""
    there = (each for each in context.archive.mentions_of.get(name.id, ()) if isinstance(each.how, Function))
    places = order(context.archive)
    return tuple(sorted(there, key=lambda mention: places.get(mention.edition, ())))


@once
def _speaking(archive: Archive) -> Mapping[str, Mapping[str, tuple[Role, ...]]]:
    """The roles of a name in an article, by the id of the name, then that of the article."""
    found: defaultdict[str, dict[str, tuple[Role, ...]]] = defaultdict(dict)
    for article in archive.articles.values():
        first = archive.first_version("article", article.id)
        for id, role in _roles(archive, article):
            roles = found[id].get(first, ())
            found[id][first] = roles if role in roles else (*roles, role)
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


def _by_or_about(context: Context, name: Name, then: Then) -> tuple[Speaking, ...]:
    found = _speaking(context.archive).get(name.id, {})
    return tuple((context.archive.articles[id], roles) for id, roles in found.items())


NAME: Shape[Name] = Shape(
    Name,
    "A person, organisation, team or work, and everywhere it appears.",
    (
        Key("id", says="its id"),
        always("url", str, "its page", lambda c, it, t: public(c, c.urls.name(it.id))),
        "name kind names aliases sort reading expansion disambiguation description country city born died links",
        "wikidata identifiers",
        Key("picture", _PICTURE),
        Key("registered", says="true where it has a file of its own", always=False),
        Key("counts", Counts, "what the archive counts for it", lambda c, it, t: of_name(c.archive, it.id)),
        Key("results", (RESULT,), "results it holds, from old to new", _own),
        Key("results_as_employer", (RESULT,), "results of those who worked for it then", _through("employer")),
        Key("results_as_representative", (RESULT,), "results it received for another", _through("representative")),
        Key("functions", (_APPEARANCE,), "juror, speaker, host, partner…, from old to new", _functions),
        Key("articles", (_ARTICLE_LINE,), "articles by it or about it, newest first", _by_or_about),
        Key("related", tuple[Related, ...], "names that stand beside it", _related),
        Key("claims", (CLAIM,), "numbers that its biography states", lambda c, it, t: claims(c, it)),
        "sources",
    ),
)

# Articles, without their text.


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Things of the archive that a text speaks of."""

    editions: Annotated[tuple[str, ...], "ids of editions"] = ()
    names: Annotated[tuple[Named, ...], "names"] = ()
    categories: Annotated[tuple[str, ...], "ids of categories"] = ()
    awards: Annotated[tuple[str, ...], "ids of awards"] = ()
    articles: Annotated[tuple[str, ...], "ids of articles"] = ()


def _subjects(context: Context, refs: Iterable[Ref]) -> Subjects:
    """The targets of references by kind, each once, in their order."""
    found: dict[str, dict[str, Ref]] = {kind: {} for kind in ("edition", "name", "category", "award", "article")}
    for ref in refs:
        target = context.archive.target(ref.text)
        if target and target[0] in found:
            found[target[0]].setdefault(target[1], ref)
    return Subjects(
        editions=tuple(found["edition"]),
        names=tuple(named(ref, context) for ref in found["name"].values()),
        categories=tuple(found["category"]),
        awards=tuple(found["award"]),
        articles=tuple(found["article"]),
    )


def _stated(context: Context, article: Article, then: Then) -> Subjects:
    about = article.about
    return _subjects(context, chain(about.editions, about.names, about.categories, about.awards))


ARTICLE: Shape[Article] = Shape(
    Article,
    "A text about editions and names, without the text itself.",
    (
        Key("id", says="its id"),
        always("url", str, "its page", lambda c, it, t: public(c, c.urls.article(it.id))),
        "title kind",
        always("language", str, "language of its text", lambda c, it, t: c.archive.language_of(it)),
        Key("translates", says="id of the article of which it is a translation"),
        "deck date time",
        Key("author", (NAMED,)),
        Key("publication", NAMED),
        "disclosure",
        Key("about", Subjects, "what it is about", _stated),
        Key("cites", Subjects, "what its text links to", lambda c, it, t: _subjects(c, links(it.body))),
        Key("picture", _PICTURE),
        "related tags",
        always("words", int, "length of the text", lambda c, it, t: it.body.words),
        "comments",
        _CLAIMS,
        "sources",
    ),
)

"""A palmarès as plain text, for those who take it elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from ...model import Acceptance, Distinction, Edition, Outcome, ScopeKind, Status
from ...statistics.coverage import known_results
from ..context import Context, award_then, makes
from ..messages import Message, Ordinal, Text, Value
from ..urls import absolute
from .palmares import CategoryEntry, EntryLayout
from .rows import LaureateLink, PostLine, ResultRow
from .sources import RESULTS

Lines = tuple[Text, ...]
_PLAIN = (Distinction.WINNER, Distinction.RANKED)


def text_of(context: Context, edition: Edition) -> str:
    """The address of the file beside the page of an edition that holds it; nothing where no category is known."""
    is_there = edition.entries and makes(context, "palmares")
    return f"{context.urls.edition(edition.key)}palmares.txt" if is_there else ""


def plain(context: Context, edition: Edition, every: tuple[CategoryEntry, ...]) -> tuple[Lines, ...]:
    """What it is, who won, how far that is known and where it comes from; nothing where no category is known."""
    if not every:
        return ()
    url = absolute(context.urls.edition(edition.key), context.config.base_url)
    source = Message("Source: %(site)s, %(url)s", (("site", context.config.title), ("url", url)))
    won = tuple(line for entry in every for line in _entry(entry))
    return (tuple(_heading(context, edition)), won, (RESULTS[known_results(edition)], source))


def _heading(context: Context, edition: Edition) -> Iterator[Text]:
    yield f"{award_then(context, edition)} {edition.label}"
    ceremony = edition.ceremony
    facts: list[Text] = []
    if edition.ordinal:
        facts.append(Message("%(ordinal)s edition", (("ordinal", Ordinal(edition.ordinal, "f")),)))
    if ceremony.date:
        facts.append(_spoken(ceremony.date))
    facts += [part for part in (ceremony.venue, ceremony.city) if part]
    if facts:
        yield _list(facts)


def _entry(entry: CategoryEntry) -> Iterator[Text]:
    name: Text = entry.name if entry.category else Message("Category unknown")
    if entry.mark:
        yield _told(name, _OUTCOMES[entry.outcome])
        yield from (_indented(_placed(row)) for row in entry.results)
    elif len(entry.results) == 1 and entry.form is not EntryLayout.PODIUM:
        yield _told(name, _result(entry.results[0]))
    else:
        yield Message("%(category)s:", (("category", name),))
        yield from (_indented(_placed(row)) for row in entry.results)


def _told(name: Text, what: Text) -> Text:
    return Message("%(category)s: %(laureates)s", (("category", name), ("laureates", what)))


def _indented(text: Text) -> Text:
    return Message("– %(text)s", (("text", text),))


def _placed(row: ResultRow) -> Text:
    """`2e ex æquo : Ben Crumble`"""
    if not (row.result.place and (row.result.rank or row.result.tie)):
        return _result(row)
    place = Ordinal(row.result.place)
    return _told(Message("%(place)s, equal", (("place", place),)) if row.result.tie else _spoken(place), _result(row))


def _result(row: ResultRow) -> Text:
    """Who, for what, and in brackets how much and what became of it."""
    if not row.laureates:
        return _OUTCOMES[Outcome.UNKNOWN]
    who = _together([_laureate(one) for one in row.laureates])
    if row.result.works:
        works = _list([work.title for work in row.result.works], _semicolon)
        who = Message("%(laureates)s, for %(works)s", (("laureates", who), ("works", works)))
    return _bracketed(who, tuple(_remarks(row)))


def _remarks(row: ResultRow) -> Iterator[Text]:
    if row.result.scope:
        kind, _, name = row.result.scope.partition(":")
        yield name or (_spoken(ScopeKind(kind)) if kind in tuple(ScopeKind) else kind)
    if row.result.distinction not in _PLAIN:
        yield _numbered(row) if row.result.rank and not row.result.place else _spoken(row.result.distinction)
    if row.result.count > 1:
        yield Message("%(num)s trophy", plural="%(num)s trophies", count=row.result.count)
    if row.result.status is not Status.ACTIVE:
        yield _spoken(row.result.status)
    elif row.result.acceptance is not Acceptance.RECEIVED:
        yield _spoken(row.result.acceptance)


def _numbered(row: ResultRow) -> Text:
    """`mention no. 2`: what counts among its own kind."""
    return Message("%(word)s no. %(rank)s", (("word", row.result.distinction), ("rank", str(row.result.rank))))


def _laureate(one: LaureateLink) -> Text:
    lost = (_spoken(one.status),) if one.status is not Status.ACTIVE else ()
    return _bracketed(one.link.text, (*(_post(post) for post in one.posts), *lost))


def _post(post: PostLine) -> Text:
    return _list([part for part in (post.role, post.org.text if post.org else "") if part])


def _bracketed(text: Text, remarks: Iterable[Text]) -> Text:
    said = list(remarks)
    return Message("%(text)s (%(remark)s)", (("text", text), ("remark", _list(said)))) if said else text


def _spoken(value: Value) -> Text:
    """A date, an ordinal or a word in the site's language."""
    return Message("%(value)s", (("value", value),))


def _comma(first: Text, rest: Text) -> Message:
    return Message("%(first)s, %(rest)s", (("first", first), ("rest", rest)))


def _semicolon(first: Text, rest: Text) -> Message:
    """Texts joined by semicolons, since titles contain commas."""
    return Message("%(first)s; %(rest)s", (("first", first), ("rest", rest)))


def _list(texts: list[Text], join: Callable[[Text, Text], Message] = _comma) -> Text:
    """A, B, C"""
    said = texts[-1]
    for text in reversed(texts[:-1]):
        said = join(text, said)
    return said


def _together(texts: list[Text]) -> Text:
    """A, B and C"""
    *first, last = texts
    return Message("%(names)s and %(last)s", (("names", _list(first)), ("last", last))) if first else last


_OUTCOMES = MappingProxyType(
    {
        Outcome.AWARDED: Message("unknown laureate"),
        Outcome.UNKNOWN: Message("unknown laureate"),
        Outcome.UNRECORDED: Message("no winner recorded"),
        Outcome.NOT_AWARDED: Message("not awarded"),
        Outcome.CANCELLED: Message("called off"),
    }
)

"""What stands under two keys does not stand there the wrong way round.

A role and an organisation, a venue and a city, the author and the publisher of a source: where what stands under the
one key stands elsewhere only under the other, and nothing speaks for it as it is, the two were exchanged. So they were
where a role is the name of an organisation that the archive knows; one that stands alone belongs under `org`, and what
is written small under `org`, and is a role elsewhere, under `role`. A role that ends with "at" and such a name holds
both. The venue and the city of an edition, the award and its categories, be it by their ids, are none of those who
judged, spoke, presented or won there, nor anywhere else a person (nor is the city of a name), nor is one of these a
city of other editions; nobody whose name is written small has somebody of the archive for a role; and the title of a
source, its author and its publisher are no addresses.

Passes:

```yaml
jury: {name: Ann Crust, role: president, org: Guild of Bakers}
```

Fails, where the Guild of Bakers is an organisation elsewhere:

```yaml
jury: {name: Ann Crust, role: Guild of Bakers, org: president}
```
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..model import Article, Award, Ceremony, Edition, Function, Kind, Name, NamedAs, Part, Post, Ref
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem, Span, plain
from ..sources.plaintext import bare, folded

CODE = "exchanged"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "editions", "articles", "profiles")

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_AT = re.compile(
    r"(?:,|\s(?:at|of|with|chez|de|du|des|bei|von|@))\s(?:the\s|la\s|le\s|les\s|l['’])?|\s(?:de\sl|d)['’]|\s?\("
)
_OF_PEOPLE = frozenset((Function.JUROR, Function.HOST, Function.SPEAKER))
_ELSEWHERE = _OF_PEOPLE | {NamedAs.LAUREATE, NamedAs.REPRESENTATIVE}
_CITIES = 2
"""The least number of ceremonies and files with a city of the name of a person."""
_Owner = Award | Edition | Article | Name


@dataclass(frozen=True, slots=True)
class _Pair:
    """The values of two keys of one mapping."""

    first: str
    second: str
    span: Span


def each(archive: Archive, record: _Owner) -> Iterator[Problem]:
    for source in record.sources:
        for key, text in (("title", source.title), ("author", source.author), ("publisher", source.publisher)):
            if _ADDRESS.fullmatch(text):
                own = f"write `url: {plain(text)}`, and its own `{key}`"
                hint = own if text != source.url else f"write its own `{key}`; the address stands under `url` already"
                yield Problem(
                    CODE, source.span, f"the {key} of this source is an address", hint, LEVEL, (text,), key=(key,)
                )
    if isinstance(record, Edition):
        yield from _no_people(archive, record)
        yield from _people_as_roles(archive, record)


def _no_people(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """Laureates and others named like the place, the award or a category."""
    award = archive.awards.get(edition.award)
    called = {_own(text): "name of the award" for text in ((award.name, award.short) if award else ()) if text}
    here = (archive.category(entry) for entry in edition.entries)
    for category in (category for category in here if category):
        called |= {_own(category.id): f"id of {category.id}", _own(category.name): f"name of {category.id}"}
    places = {folded(text): f"{key} of this edition" for key, text in _held_at(edition.ceremony) if text}
    for part in edition.parts:
        said = folded(part.name.text)
        is_place = part.function in _OF_PEOPLE or (part.function is Function.GUEST and "venue" in places.get(said, ""))
        what = (places.get(said) if is_place else "") or (
            called.get(_own(part.name.text)) if part.function in _OF_PEOPLE else ""
        )
        # Whether the place or the person is wrong, where both are known, the other editions tell.
        if what and not (said in places and _is_known(archive, edition, part.name.text)):
            yield _no_person(part.name, f"a {part.function}", what)
    for result in results_in(edition):
        for holder in result.holders:
            name = archive.named(holder.name.text)
            what = called.get(_own(holder.name.text), "")
            if what and name and not name.registered and name.kind is not Kind.WORK:
                yield _no_person(holder.name, "a laureate", what)
        if result.credited_as and (what := called.get(_own(result.credited_as), "")):
            yield _no_person(Ref(result.credited_as, result.span), "a laureate as printed", what)


def _is_known(archive: Archive, edition: Edition, text: str) -> str:
    """The function of a person elsewhere, or `person` for one with a file; empty if it is none."""
    name = archive.named(text)
    if not name or name.kind is not Kind.PERSON:
        return ""
    mentions = archive.mentions_of.get(name.id, ())
    there = next((str(each.how) for each in mentions if each.edition != edition.key and each.how in _ELSEWHERE), "")
    return there or ("person" if name.registered else "")


def _no_place(edition: Edition, key: str, text: str, who: str, right: str = "") -> Problem:
    message = f'"{text}" is the {key} of this edition, and {who}'
    hint = (
        f"write `{key}: {plain(right)}`, and {plain(text)} in its place" if right else f"write the {key}, or delete it"
    )
    likely = Fix(edition.ceremony.span, text, plain(right), key) if right else None
    subject = (text, *filter(None, (right,)))
    return Problem(CODE, edition.ceremony.span, message, hint, LEVEL, subject, likely=likely, key=(key,))


def _people_as_places(archive: Archive) -> Iterator[Problem]:
    """Places of an edition that are known persons, and persons named like a city of other editions."""
    editions = archive.editions.values()
    held = Counter(folded(text) for edition in editions for _, text in _held_at(edition.ceremony) if text)
    cities = Counter(folded(edition.ceremony.city) for edition in editions if edition.ceremony.city)
    cities.update(folded(name.city) for name in archive.profiles.values() if name.city)
    found = [
        (edition, key, text, who)
        for edition in editions
        for key, text in _held_at(edition.ceremony)
        if text and (who := _is_known(archive, edition, text))
    ]
    towns = {
        edition.key: town
        for edition, key, text, _ in found
        if key == "city" and held[folded(text)] == 1 and (town := _only_town(edition, text, cities))
    }
    turned = {*towns, *(folded(town.name.text) for town in towns.values())}
    for edition, key, text, who in found:
        here = next((part for part in _people(edition) if folded(part.name.text) == folded(text)), None)
        if key == "city" and (town := towns.get(edition.key)):
            beside = f'a {who} elsewhere; "{town.name.text}", a {town.function} here, is a city elsewhere'
            yield _no_place(edition, key, text, beside, town.name.text)
        if here and held[folded(text)] > 1:
            yield _no_person(here.name, f"a {here.function}", f"{key} of this edition and of others")
        elif here:
            yield _no_place(edition, key, text, f"a {here.function} here and elsewhere")
        elif not turned & {edition.key, folded(text)} and held[folded(text)] == 1 and _is_often(archive, text):
            yield _no_place(edition, key, text, f"a {who} elsewhere")
    for edition in (edition for edition in editions if edition.key not in turned):
        yield from _places_as_people(archive, edition, cities)


def _people_as_towns(archive: Archive) -> Iterator[Problem]:
    """The city of a name that is a person known."""
    for name in archive.profiles.values():
        other = archive.named(name.city)
        if other and other.kind is Kind.PERSON and _is_often(archive, name.city):
            message = f'"{name.city}" is the city of {name.name}, and a person elsewhere'
            subject = (name.city, name.name)
            yield Problem(CODE, name.span, message, "write the city, or delete it", LEVEL, subject, key=("city",))


def _only_town(edition: Edition, place: str, cities: Counter[str]) -> Part | None:
    """The only person of an edition named like a city other than its own."""
    others = (part for part in _people(edition) if folded(part.name.text) != folded(place))
    towns = [part for part in others if cities[folded(part.name.text)]]
    return towns[0] if len(towns) == 1 else None


def _places_as_people(archive: Archive, edition: Edition, cities: Counter[str]) -> Iterator[Problem]:
    """Persons named like the city of other editions."""
    own = {folded(text) for _, text in _held_at(edition.ceremony)}
    for part in _people(edition):
        said = folded(part.name.text)
        if cities[said] >= _CITIES and said not in own and not _is_known(archive, edition, part.name.text):
            yield _no_person(part.name, f"a {part.function}", "city of other editions")


def _people(edition: Edition) -> list[Part]:
    return [part for part in edition.parts if part.function in _OF_PEOPLE]


def _is_often(archive: Archive, text: str) -> bool:
    """Whether somebody has a file, or several parts as a person."""
    name = archive.names[archive.ids[text]]
    return name.registered or sum(each.how in _ELSEWHERE for each in archive.mentions_of.get(name.id, ())) > 1


def _own(text: str) -> str:
    """A name as it is compared: the words that are its own."""
    return " ".join(bare(text)[1]) or folded(text)


def _people_as_roles(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """Roles that are names of the archive, beside names in small letters."""
    holders = (holder for result in results_in(edition) for holder in result.holders)
    in_posts = chain(((part.name, part.posts) for part in edition.parts), ((each.name, each.posts) for each in holders))
    for ref, posts in in_posts:
        for post in posts if ref.text[:1].islower() else ():
            name = archive.named(post.role)
            if name and name.kind is Kind.PERSON:
                message = f'the role of "{ref.text}" is "{post.role}", whom the archive knows by name'
                hint = f"write {plain(post.role)} as the name, and `role: {plain(ref.text)}`"
                yield Problem(CODE, ref.span, message, hint, LEVEL, (ref.text, post.role))


def _no_person(ref: Ref, is_here: str, what: str) -> Problem:
    message = f'"{ref.text}" is {is_here} here, and the {what}'
    return Problem(CODE, ref.span, message, "write who it was, or delete it", LEVEL, (ref.text,))


def _held_at(ceremony: Ceremony) -> tuple[tuple[str, str], ...]:
    return (("country", ceremony.country), ("city", ceremony.city), ("venue", ceremony.venue))


def check(archive: Archive) -> Iterator[Problem]:
    yield from _people_as_places(archive)
    yield from _people_as_towns(archive)
    known = {
        folded(text): text
        for name in archive.names.values()
        if _is_organisation(archive, name)
        for text in name.spellings
    }
    posts = list(_posts(archive))
    employers = {folded(pair.second): pair.second for pair in posts if not pair.second[:1].islower()}
    yield from _exchanged("role", "org", posts, known)
    yield from _roles_that_hold_both(posts, known | employers)
    yield from _exchanged("venue", "city", list(_places(archive)))
    yield from _exchanged("author", "publisher", list(_sources(archive)))


def _roles_that_hold_both(posts: Iterable[_Pair], known: Mapping[str, str]) -> Iterator[Problem]:
    for pair in posts:
        for found in _AT.finditer(pair.first) if not pair.second else ():
            role, org = pair.first[: found.start()], pair.first[found.end() :].rstrip(")")
            if role and (name := known.get(folded(org)) or known.get(folded(found[0].split()[-1] + " " + org))):
                message = f'the role "{pair.first}" names {name}, which the archive knows'
                hint = f"write `role: {plain(role)}, org: {plain(name)}`"
                yield Problem(CODE, pair.span, message, hint, LEVEL, (pair.first, name))
                break


def _is_organisation(archive: Archive, name: Name) -> bool:
    """Whether something but the org of a post says so; a bare laureate is one for want of better knowledge."""
    if name.kind is not Kind.ORGANISATION:
        return False
    return name.registered or any(
        mention.how not in (NamedAs.EMPLOYER, NamedAs.LAUREATE) for mention in archive.mentions_of[name.id]
    )


def _exchanged(first: str, second: str, pairs: list[_Pair], known: Iterable[str] = ()) -> Iterator[Problem]:
    """Each pair whose values stand elsewhere under the other key; `known` are values of the second one."""
    firsts = Counter(folded(pair.first) for pair in pairs)
    seconds = Counter(folded(pair.second) for pair in pairs)
    # What is written small is no organisation, and speaks against no role.
    small = {folded(pair.second) for pair in pairs if first == "role" and pair.second[:1].islower()}
    of_second = frozenset(known)
    # From the end: where two stand against each other, the later one is told, and speaks against nothing any more.
    for pair in reversed(pairs):
        one, other = folded(pair.first), folded(pair.second)
        stands = firsts[one] > 1 or bool(other and (seconds[other] > 1 or other in of_second))
        is_second = (seconds[one] and one not in small) or one in of_second
        is_turned = one != other and bool(is_second or (other and firsts[other]))
        if one and is_turned and not stands:
            firsts[one] -= 1
            seconds[other] -= 1
            beside = f', beside the {second} "{pair.second}"' if other else ""
            message = f'"{pair.first}" is the {first} here{beside}; elsewhere it is the other way round'
            right = f"{first}: {plain(pair.second)}, " if other else ""
            hint = f"write `{right}{second}: {plain(pair.first)}`"
            yield Problem(CODE, pair.span, message, hint, LEVEL, (pair.first, pair.second))
        elif (
            not one
            and first in ("role", "venue")
            and firsts[other]
            and (other in small or firsts[other] > seconds[other] == 1)
        ):
            seconds[other] -= 1
            message = f'"{pair.second}" is the {second} here, and a {first} elsewhere'
            hint = f"write `{first}: {plain(pair.second)}`"
            yield Problem(CODE, pair.span, message, hint, LEVEL, (pair.second,))


def _posts(archive: Archive) -> Iterator[_Pair]:
    for award in archive.awards.values():
        for part in award.parts:
            yield from _of(part.posts, part.name.span)
    for edition in archive.editions.values():
        for part in edition.parts:
            yield from _of(part.posts, part.name.span)
    for result in archive.results:
        for holder in result.holders:
            yield from _of(holder.posts, holder.name.span)


def _of(posts: Iterable[Post], span: Span) -> Iterator[_Pair]:
    for post in posts:
        yield _Pair(post.role, post.org.text if post.org else "", post.org.span if post.org else span)


def _places(archive: Archive) -> Iterator[_Pair]:
    for edition in archive.editions.values():
        yield from (_Pair(each.venue, each.city, each.span) for each in edition.occasions if each.city or each.venue)


def _sources(archive: Archive) -> Iterator[_Pair]:
    for owner in archive.sourced:
        yield from (_Pair(source.author, source.publisher, source.span) for source in owner.sources)

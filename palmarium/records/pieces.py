"""The parts that several public records share: names pointed at, posts, claims, figures.

Owns: the published shape of each, field by field in the order published.
Never: looks a thing up.

A field that may be missing has a default, and is left out when it is empty. The sentence of a field stands
in its annotation; without one, `schema.published` takes that of the written form of the same name.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from ..model import Answer, ArticleKind, Date, Distinction, Event, Function, Held, Kind, Outcome, Ref, Relation, Status
from ..statistics.gaps import Area


class Role(StrEnum):
    """What an article has to do with a name."""

    AUTHOR = "author"
    PUBLICATION = "publication"
    ABOUT = "about"
    CITED = "cited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a record points at; its own record is names/<id>.json."""

    id: Annotated[str, "id of the name; missing where the archive holds no such name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role in an organisation, as it was then."""

    role: str = ""
    org: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Laureate:
    """One name in a result."""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None
    as_: Annotated[str, "its part in a joint prize"] = ""
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    size: Annotated[str, "how many a team is, in words"] = ""
    country: Annotated[str, "the country it appeared for then"] = ""
    share: Annotated[str, "its share of the prize, as a fraction"] = ""
    status: Annotated[Status | None, "whether it still stands for this laureate, where it does not"] = None
    note: Annotated[str, "anything to add"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A name's part in an edition or an award: juror, partner, host…"""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None
    as_: Annotated[str, "their part in a few words, as printed"] = ""
    chair: bool = False
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    category: Annotated[str, "only for this category"] = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A function that a name has in an edition, or in an award as such."""

    function: Annotated[Function, "juror, organiser, partner, provider, host, speaker, guest or participant"]
    award: Annotated[str, "id of the award"]
    edition: Annotated[str, "id of the edition; missing for the award as such"] = ""
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "date of the ceremony"] = None
    category: Annotated[str, "only for this category"] = ""
    as_: Annotated[str, "the part in a few words, as printed"] = ""
    chair: Annotated[bool, "true for the head of a jury"] = False
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    note: Annotated[str, "anything to add"] = ""
    sources: Annotated[tuple[Ref, ...], "ids of sources of the edition or award"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another name, and how it stands to this one."""

    relation: Annotated[Relation, "what the other is to it, such as employer, or what it does to the other"]
    id: Annotated[str, "id of the other name"]
    name: Annotated[str, "the other name today"]
    kind: Annotated[Kind, "person, organisation, team or work"]
    where: Annotated[tuple[str, ...], "ids of the editions (or awards) that say so"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why a number is what it is."""

    code: Annotated[str, "a word for programs"]
    sentence: Annotated[str, "a sentence for readers, in English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number somebody stated, and what recomputing it gave."""

    says: str
    count: str
    value: Annotated[int, "the number stated"]
    verdict: Annotated[Literal["agrees", "differs", "not-computable"], "what became of it"]
    found: Annotated[int | None, "the number that the archive counts"] = None
    at_least: Annotated[bool, "true where there may be more than `found`"] = False
    at_most: Annotated[bool, "true where there may be fewer than `found`"] = False
    reason: Annotated[Because | None, "why it differs or can't be computed"] = None
    of: Annotated[Named | None, "only this name"] = None
    category: Annotated[str, "id of the category it speaks of"] = ""
    edition: Annotated[str, "id of the edition it speaks of"] = ""
    award: Annotated[str, "id of the award it speaks of"] = ""
    scope: str = ""
    source: Annotated[str, "id of the source that states it"] = ""
    disputed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A survey question and its answers, or one stated number."""

    id: Annotated[str, "id, unique in its edition"]
    title: str
    by: Named | None = None
    date: Date | None = None
    unit: str = ""
    base: str = ""
    several_answers: bool = False
    answers: tuple[Answer, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How laureates are chosen."""

    how: tuple[str, ...] = ()
    provider: tuple[Named, ...] = ()
    channels: tuple[str, ...] = ()
    channel_count: Annotated[int | None, "how many channels, named or not"] = None
    tests: str = ""
    threshold: str = ""
    weights: tuple[Answer, ...] = ()
    fee: str = ""
    eligibility: str = ""
    criteria: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One step of a category's descent."""

    event: Event
    from_: Annotated[tuple[str, ...], "ids of the categories it comes from"] = ()
    edition: Annotated[str, "id of the edition in which it happened"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and the text that stands for it."""

    url: Annotated[str, "address of the picture"]
    alt: str
    credit: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many the archive holds; left out where it holds none and does not know all."""

    editions: Annotated[int | None, "editions"] = None
    categories: Annotated[int | None, "categories"] = None
    laureates: Annotated[int | None, "distinct names with at least one title"] = None
    titles: Annotated[int | None, "active winning results, each times its number of trophies"] = None
    jurors: Annotated[int | None, "distinct members of juries"] = None
    at_least: Annotated[tuple[str, ...], "those of these numbers that may be higher, for want of coverage"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that the archive lacks of an edition."""

    area: Annotated[Area, "laureates, categories, jury or facts"]
    what: Annotated[str, "a word for programs"]
    count: Annotated[int | None, "how many are known, or are missing, as the sentence says"] = None
    category: Annotated[str, "id of the category it speaks of"] = ""
    date: Annotated[Date | None, "the date that is not precise enough, or deduced"] = None
    sentence: Annotated[str, "a noun phrase for readers, in English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """An edition in a list; its own record is editions/<award>-<edition>.json."""

    id: Annotated[str, "id of the edition"]
    url: Annotated[str, "its page"]
    label: Annotated[str, "its label"]
    ordinal: Annotated[int | None, "which one it is, from 1"] = None
    status: Annotated[Held, "whether it took place"]
    date: Annotated[Date | None, "date of the ceremony, as precise as it is known"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryLine:
    """A category in a list; its own record is in categories.json."""

    id: Annotated[str, "id of the category"]
    url: Annotated[str, "its page"]
    name: Annotated[str, "its name today"]
    special: Annotated[bool, "true for an ad-hoc award outside the categories"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article in a list; its own record is in articles.json."""

    id: Annotated[str, "id of the article"]
    url: Annotated[str, "its page"]
    title: Annotated[str, "its title"]
    kind: Annotated[ArticleKind, "what sort of text it is"]
    date: Annotated[Date | None, "when it appeared"] = None
    as_: Annotated[tuple[Role, ...], "for a name: what the article has to do with it"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A laureate in a list of holders."""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    result: Annotated[str, "id of the result"]
    distinction: Annotated[Distinction, "what the result gives"]
    rank: Annotated[int | None, "place, from 1"] = None
    title: Annotated[bool, "true where it counts as a title"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What became of a category in one edition."""

    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "label of the edition"]
    date: Annotated[Date | None, "date of the ceremony"] = None
    outcome: Annotated[Outcome, "what became of it"]
    printed_name: Annotated[str, "its name as printed that year"] = ""
    laureates: Annotated[tuple[Place, ...], "who got it, and the places below"] = ()

"""The written form of `editions/<award>/<edition>.yaml`, but for its results.

Owns: the keys of an edition.   Never: knows which categories exist.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .. import model
from .parts import Cited, Claims, Disputes, Parts, Period, Sources
from .results import Results
from .written import Bool, Date_, Id, Int, Refs, RefTo, Text, Texts, Title, Written, choice, sequence

_COVERAGE = choice(model.Coverage)


class Ceremony(Written):
    """When and where it was presented."""

    MAKES = model.Ceremony
    SHORT = "date"
    date: Date_ | None = Field(None, description="day, month or year, as far as known")
    until: Date_ | None = Field(None, description="last day, where it took several")
    weekday: Text = Field("", description="weekday as a source states it, to be checked")
    inferred: Bool = Field(False, description="true where the date is deduced")
    venue: Text = Field("", description="place")
    city: Text = Field("", description="city")
    country: Text = Field("", description="country")
    note: Text = Field("", description="anything to add")


class Gathering(Written):
    """One of several events inside an edition."""

    MAKES = model.Gathering
    SHORT = "name"
    name: Title = Field(description="what it was")
    date: Date_ | None = Field(None, description="first day")
    until: Date_ | None = Field(None, description="last day")
    venue: Text = Field("", description="place")
    city: Text = Field("", description="city")
    region: Text = Field("", description="region")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Deadline(Written):
    """A last day for something."""

    MAKES = model.Deadline
    what: Title = Field(description="for what")
    date: Date_ = Field(description="the last day")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Attendance(Written):
    """How many came, or were expected; a bare number is enough."""

    MAKES = model.Attendance
    SHORT = "value"
    value: Int = Field(description="the number")
    qualifier: Text = Field("", description="such as `plus de` or `environ`")
    forecast: Bool = Field(False, description="true where it was announced beforehand")
    what: Text = Field("", description="who is counted, such as `inscrits`")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Round(Written):
    """One round of a contest."""

    MAKES = model.Round
    id: Id = Field(description="short id, for `round` in a result")
    name: Text = Field("", description="name of the round")
    level: Text = Field("", description="city, region or national")
    date: Date_ | None = Field(None, description="when it was held")
    entrants: Int | None = Field(None, description="how many entered")
    qualifier: Text = Field("", description="such as `plus de`")
    qualify: Int | None = Field(None, description="how many go on")
    per: Text = Field("", description="where those who go on are so many each: `city` or `region`")
    method: Texts = Field((), description="how it was decided")
    note: Text = Field("", description="anything to add")


class Answer(Written):
    """One line of a figure; a bare text is an answer without a number."""

    MAKES = model.Answer
    SHORT = "label"
    label: Title = Field(description="the answer")
    value: Text = Field("", description="the number, as printed")


class Figure(Written):
    """A survey question with its answers, or one stated number."""

    MAKES = model.Figure
    id: Id = Field(description="short id, for `{{ figure … }}` in a text")
    title: Title = Field(description="the question, or what is counted")
    by: RefTo | None = Field(None, description="who asked")
    date: Date_ | None = Field(None, description="when")
    unit: Text = Field("", description="such as `%`")
    base: Text = Field("", description="who was asked, and how many")
    several_answers: Bool = Field(False, description="true where answers may add up to more than all")
    answers: Annotated[tuple[Answer, ...], BeforeValidator(sequence)] = Field((), description="the answers, in order")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Method(Written):
    """How laureates are chosen."""

    MAKES = model.Method
    SHORT = "note"
    how: Texts = Field((), description="jury, dossier, oral, public-vote, readers-vote, survey, mystery-shopping…")
    provider: Refs = Field((), description="who tests or asks")
    channels: Texts = Field((), description="channels of contact tested")
    channel_count: Int | None = Field(None, description="how many, where they are not named")
    tests: Text = Field("", description="how many tests, in words")
    threshold: Text = Field("", description="mark to reach")
    weights: Annotated[tuple[Answer, ...], BeforeValidator(sequence)] = Field((), description="weights of the marks")
    fee: Text = Field("", description="what it costs to enter")
    eligibility: Text = Field("", description="who may enter")
    criteria: Texts = Field((), description="what counts")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Covered(Written):
    """How much the archive holds; a bare word speaks of results and categories."""

    MAKES = model.Covered
    results: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the results")
    categories: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the categories")
    jury: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the jury")


def _coverage(node: Any) -> Any:
    """`names-only` knows who, not in what: no categories; the other words hold for both."""
    if getattr(node, "form", "") != "scalar":
        return node
    categories = {"names-only": model.Coverage.NONE, "winners-only": model.Coverage.COMPLETE}
    word = _COVERAGE.func(node)  # type: ignore[call-arg]
    return {"results": node, "categories": categories.get(word, node), "span": node.span}


class Edition(Written):
    """One holding of an award."""

    ordinal: Int | None = Field(None, ge=1, le=9999, description="which one it is, from 1")
    label: Text = Field("", description="the label, where it is not the file's name; any text")
    sort_year: Int | None = Field(None, ge=1, le=9999, description="year to sort by, where the label has none")
    status: Annotated[model.Held, choice(model.Held)] = Field(model.Held.HELD, description="whether it took place")
    status_note: Text = Field("", description="why it did not")
    ceremony: Ceremony = Field(default_factory=lambda: Ceremony(), description="when and where; a bare date is enough")
    period: Period | None = Field(None, description="period of tests or eligibility")
    validity: Text = Field("", description="how long the label may be used")
    theme: Text = Field("", description="theme of the edition")
    coverage: Annotated[Covered, BeforeValidator(_coverage)] = Field(
        default_factory=lambda: Covered(), description="how much of it the archive holds"
    )
    hosts: Parts = Field((), description="who presented the evening")
    speakers: Parts = Field((), description="who spoke")
    guests: Parts = Field((), description="who was there")
    participants: Parts = Field((), description="who took part")
    organisers: Parts = Field((), description="who organised this edition")
    providers: Parts = Field((), description="who provided tests, surveys or the venue")
    partners: Parts = Field((), description="partners, with their role (`as`)")
    jury: Parts = Field((), description="jurors, with their posts then")
    events: Annotated[tuple[Gathering, ...], BeforeValidator(sequence)] = Field((), description="events inside it")
    deadlines: Annotated[tuple[Deadline, ...], BeforeValidator(sequence)] = Field((), description="last days")
    attendance: Annotated[tuple[Attendance, ...], BeforeValidator(sequence)] = Field((), description="how many came")
    method: Method | None = Field(None, description="how laureates were chosen")
    rounds: Annotated[tuple[Round, ...], BeforeValidator(sequence)] = Field((), description="rounds of a contest")
    figures: Annotated[tuple[Figure, ...], BeforeValidator(sequence)] = Field((), description="survey figures")
    announcements: Text = Field("", description="what was announced for later")
    results: Results = Field(default_factory=dict, description="the palmarès: a category id and who got what")
    claims: Claims = Field((), description="numbers somebody stated")
    sources: Sources = Field(default_factory=dict, description="sources, by id")
    cited: Cited = Field(default_factory=dict, description="provenance of single fields")
    disputes: Disputes = Field((), description="values that other sources give")
    note: Text = Field("", description="anything to add")

"""The written form of `editions/<award>/award.yaml`.

Owns: the keys of an award.   Never: knows its editions.
"""

from pydantic import Field

from .parts import Addresses, Categories, Cited, Claims, DatedNames, Disputes, Parts, Sources
from .written import Date_, Id, Refs, RefTo, Text, Texts, Title, Written


class Award(Written):
    """A prize programme and its categories."""

    name: Title = Field(description="the full name today")
    short: Text = Field("", description="the short name")
    names: DatedNames = Field((), description="names over time, with `from` and `until`")
    description: Text = Field("", description="what it honours, in a sentence or two")
    organiser: Parts = Field((), description="who organises it")
    partners: Parts = Field((), description="partners of the award as such, with their role (`as`)")
    founded: Date_ | None = Field(None, description="when it began")
    ended: Date_ | None = Field(None, description="when it ended")
    country: Text = Field("", description="country")
    periodicity: Text = Field("", description="how often it is held")
    succeeds: RefTo | None = Field(None, description="id of its predecessor, with which it shares no tally")
    part_of: RefTo | None = Field(None, description="id of the award it is held within")
    family: Id = Field("", description="a word shared with sister awards abroad")
    rivals: Refs = Field((), description="ids of awards in the same field")
    sisters: Texts = Field((), description="sister contests abroad, as countries or names")
    categories: Categories = Field(default_factory=dict, description="its categories, by id, in their order")
    links: Addresses = Field((), description="its own addresses")
    note: Text = Field("", description="anything to add")
    claims: Claims = Field((), description="numbers somebody stated about it")
    sources: Sources = Field(default_factory=dict, description="sources, by id")
    cited: Cited = Field(default_factory=dict, description="provenance of single fields")
    disputes: Disputes = Field((), description="values that other sources give")

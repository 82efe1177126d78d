"""The nouns of an archive: what was written, typed, frozen, and still linked by name.

A `Ref` holds a name as an editor wrote it; `archive.Archive.ids` says whose name it is.
"""

from .awards import Award, Category, Lineage
from .editions import Answer, Attendance, Ceremony, Covered, Deadline, Edition, Figure, Gathering, Method, Round
from .pieces import Address, Citation, Claim, Date, DatedName, Dispute, Identifier, Part, Period, Post, Ref, Source
from .results import Amendment, Derived, Entry, Holder, Money, Result, Work
from .texts import About, Article, Block, Comment, Heading, Hidden, Link, Name, Note, Picture, Prose, Shown, Stated
from .vocabulary import (
    Acceptance,
    ArticleKind,
    Coverage,
    Distinction,
    Event,
    Function,
    Held,
    Kind,
    Outcome,
    Reason,
    Relation,
    ScopeKind,
    Status,
)

Record = Award | Edition | Name | Article | Note

__all__ = (
    "About",
    "Acceptance",
    "Address",
    "Amendment",
    "Answer",
    "Article",
    "ArticleKind",
    "Attendance",
    "Award",
    "Block",
    "Category",
    "Ceremony",
    "Citation",
    "Claim",
    "Comment",
    "Coverage",
    "Covered",
    "Date",
    "DatedName",
    "Deadline",
    "Derived",
    "Dispute",
    "Distinction",
    "Edition",
    "Entry",
    "Event",
    "Figure",
    "Function",
    "Gathering",
    "Heading",
    "Held",
    "Hidden",
    "Holder",
    "Identifier",
    "Kind",
    "Lineage",
    "Link",
    "Method",
    "Money",
    "Name",
    "Note",
    "Outcome",
    "Part",
    "Period",
    "Picture",
    "Post",
    "Prose",
    "Reason",
    "Record",
    "Ref",
    "Relation",
    "Result",
    "Round",
    "ScopeKind",
    "Shown",
    "Source",
    "Stated",
    "Status",
    "Work",
)

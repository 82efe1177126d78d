"""The closed vocabularies: what a word of the data may be."""

from enum import StrEnum


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TEAM = "team"
    WORK = "work"


class Distinction(StrEnum):
    """What a result gives (award-model §2E); a rank may say more."""

    WINNER = "winner"
    RANKED = "ranked"
    FINALIST = "finalist"
    NOMINEE = "nominee"
    SHORTLISTED = "shortlisted"
    LONGLISTED = "longlisted"
    SEMI_FINALIST = "semi-finalist"
    REGIONAL_WINNER = "regional-winner"
    MENTION = "mention"
    ENTRANT = "entrant"
    OTHER = "other"


class ScopeKind(StrEnum):
    """What a place is counted in, before the colon of `sector:bank`."""

    OVERALL = "overall"
    SECTOR = "sector"
    REGION = "region"
    CHANNEL = "channel"


class Outcome(StrEnum):
    """What became of a category in one edition (edge cases 22 and 23)."""

    AWARDED = "awarded"
    NOT_AWARDED = "not-awarded"
    UNKNOWN = "unknown"  # awarded, and nobody knows to whom
    UNRECORDED = "unrecorded"  # nominees or places are known, and not who won, or whether anybody did yet
    CANCELLED = "cancelled"


class WhyNotAwarded(StrEnum):
    """Why a category was not awarded (edge case 23)."""

    BELOW_THRESHOLD = "below-threshold"
    NO_MAJORITY = "no-majority"
    INSUFFICIENT_ENTRIES = "insufficient-entries"
    NOT_HELD = "not-held"
    RESERVED = "reserved"
    OTHER = "other"


class Status(StrEnum):
    """Whether a result is still valid (edge cases 26 and 27)."""

    ACTIVE = "active"
    REVOKED = "revoked"
    VACATED = "vacated"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"
    SUPERSEDED = "superseded"


class Acceptance(StrEnum):
    """What the laureate did with it (edge case 25); a declined title still counts."""

    RECEIVED = "received"
    DECLINED = "declined"
    PREVENTED = "prevented"


class Each(StrEnum):
    """For whom the money of a prize is, where several share it."""

    TEAM = "team"
    PERSON = "person"
    UNKNOWN = "unknown"


class Held(StrEnum):
    """Whether and how an edition took place (edge case 6)."""

    HELD = "held"
    ONLINE = "online"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"


class Coverage(StrEnum):
    """How much of something the archive holds."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    WINNERS_ONLY = "winners-only"
    NAMES_ONLY = "names-only"
    NONE = "none"


class Function(StrEnum):
    """Why a name appears in an edition or an award, besides its results."""

    JUROR = "juror"
    ORGANISER = "organiser"
    PARTNER = "partner"
    PROVIDER = "provider"
    HOST = "host"
    SPEAKER = "speaker"
    GUEST = "guest"
    PARTICIPANT = "participant"


class NamedAs(StrEnum):
    """What a record names somebody as who has no function there; a surveyor gives a figure."""

    LAUREATE = "laureate"
    REPRESENTATIVE = "representative"
    EMPLOYER = "employer"
    SURVEYOR = "surveyor"
    AUTHOR = "author"
    PUBLICATION = "publication"


class ArticleKind(StrEnum):
    """The form of an article."""

    REPORT = "report"
    INTERVIEW = "interview"
    BRIEF = "brief"
    PALMARES = "palmares"
    OPINION = "opinion"
    JURY = "jury"


class Event(StrEnum):
    """What happened to a category (edge case 49)."""

    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    REVIVED = "revived"
    NEW = "new"
    DROPPED = "dropped"


class Relation(StrEnum):
    """The relation of one name to another."""

    EMPLOYER = "employer"
    EMPLOYEE = "employee"
    COLLEAGUE = "colleague"
    REPRESENTS = "represents"
    REPRESENTED_BY = "represented-by"
    SUCCEEDS = "succeeds"
    SUCCEEDED_BY = "succeeded-by"
    PART_OF = "part-of"
    HAS_PART = "has-part"

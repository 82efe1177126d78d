"""The counting rules, in the order of the page of conventions; every statistic keeps to them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A term and the rule by which it is counted, in English: msgids of the catalogue."""

    term: str
    says: str


RULES = (
    Rule(
        "Title",
        "One winning result that still stands, in one category of one edition; with several trophies it counts "
        "as many titles.",
    ),
    Rule(
        "Laureate",
        "A distinct name with at least one title, however many it has.",
    ),
    Rule(
        "Joint prize",
        "One title for the edition, and one for each of those who share it; who lost their part of it has none.",
    ),
    Rule(
        "Declined",
        "Counts, and is marked.",
    ),
    Rule(
        "Revoked",
        "Stays visible, and does not count.",
    ),
    Rule(
        "Place",
        "A result that stands and is no title: a rank, a nomination, a mention. To have entered is no place. "
        "Ranks count within one distinction: the first mention is no first place.",
    ),
    Rule(
        "At least",
        "Where an edition is missing or incomplete a number may be too small; it then says “at least”, and why.",
    ),
    Rule(
        "Tie",
        "The same rank, and the next one is left out: 1, = 2, = 2, 4.",
    ),
    Rule(
        "First time",
        "No title in an earlier edition of the same award. While an earlier edition is missing or incomplete, it"
        " is the first “in this archive”, and no more.",
    ),
    Rule(
        "Retained",
        "A title in this edition and in the one before, in whatever category. Where an edition is missing "
        "between the two, the archive only says that there was one in the last edition known.",
    ),
    Rule(
        "Regained",
        "A title in this edition and in an earlier one, but not in the one before.",
    ),
    Rule(
        "Lost",
        "A title in the edition before and none in this one, of which the archive must know every laureate to say so.",
    ),
    Rule(
        "Make-up",
        "Each title of an edition once, by how its laureate came to it; one that several share is new, kept or "
        "regained where that is true of each of them. “New here” is new as far as this archive goes; “returning”"
        " was held before, and an edition between the two is missing.",
    ),
    Rule(
        "Renewal",
        "Of the titles of an edition, those that went to nobody titled in the edition before: first and regained"
        " titles together. Both editions must be known whole, and follow each other.",
    ),
    Rule(
        "Streak",
        "Titles in held editions that follow each other; a cancelled edition neither counts nor breaks. Next to "
        "an unknown edition a streak is “at least” so long.",
    ),
    Rule(
        "Running streak",
        "One that reaches the latest held edition of the archive.",
    ),
    Rule(
        "Reign",
        "A streak in one category, by exact category or by lineage; an edition known to be without the category "
        "neither counts nor breaks. Of each category the longest reigns are told, from two editions on.",
    ),
    Rule(
        "Absence",
        "The held editions between two titles of the same name in the same award. Where one of them is missing "
        "or incomplete, a title may hide there: the absence is then “at most” so long. Where nobody can say how "
        "many editions lie between the two, no absence is told.",
    ),
    Rule(
        "What changed",
        "An edition against the held one before it in the archive. No category is called new where the edition "
        "before is not whole, nor dropped where this one is not; what a category declares of its descent is "
        "always told.",
    ),
    Rule(
        "Lineage",
        "A category with all it comes from and all that came of it, through renaming, splitting, merging, "
        "replacing and reviving. Two parts of one split are not of one line. Tallies are by exact category "
        "unless they say “by lineage”.",
    ),
    Rule(
        "Scope",
        "A category, a lineage, an edition, an award, a family of sister awards, or the whole archive; every "
        "number says which.",
    ),
    Rule(
        "Predecessor",
        "An award that takes over from another shares no tally with it.",
    ),
    Rule(
        "Counted together",
        "A name counts on its own. With predecessors, what it succeeds counts for it; where several succeed one "
        "name, that one goes on counting alone. By group, what is declared to be part of it counts for it too. A"
        " person always counts alone.",
    ),
    Rule(
        "Personal",
        "A title given to a person is not one of the organisation where that person works.",
    ),
    Rule(
        "By country",
        "The country that a laureate stood for then, where the edition says so, else that of its name; a title "
        "that two countries share counts for each. Without a country, a title counts as unknown.",
    ),
    Rule(
        "By kind",
        "Persons, organisations, teams and works, each laureate by what its name is the name of; a title that "
        "two kinds share counts for each.",
    ),
    Rule(
        "Jury seat",
        "One for each edition in whose jury a name sits, of one category or of all. A jury is compared with that"
        " of the edition before where both are known.",
    ),
    Rule(
        "Declared link",
        "A juror whose organisation, or the group that it is declared to be part of, also organises, supports, "
        "tests or wins in the same edition. Read off the data alone; it says nothing of how the juror voted.",
    ),
    Rule(
        "Career",
        "The titles of a name in two awards or more, from its first to its last.",
    ),
    Rule(
        "Points",
        "Where awards are compared, a title has the points of a winner, times its trophies; another place has "
        "those of its rank, or else of its distinction. The scheme is printed beside the table. A convention, "
        "not a judgement.",
    ),
    Rule(
        "Missing edition",
        "A number that no edition of the archive bears: the first one here being the 4th, three are missing. "
        "Where neither a number nor the year of foundation tells which edition was the first, others may lie "
        "before; where no number tells that two editions follow each other, and a year lies between them, others"
        " may lie between.",
    ),
    Rule(
        "Known whole",
        "An edition of which every laureate is here; for a category, with the category of each as well. A "
        "laureate marked as unknown is a hole.",
    ),
    Rule(
        "Gap",
        "What would make an edition complete and is not here: laureates, categories, jury, date, place, number "
        "and rule, as far as its coverage and what it does hold tell of them. One that was not held lacks "
        "nothing; one without a palmarès has no laureate, no category and no rule to lack.",
    ),
    Rule(
        "Year without an edition",
        "A year between two others that have editions, by their labels. It is known to have had none where the "
        "numbers of every award follow each other across it; else nobody can say.",
    ),
    Rule(
        "Claim",
        "A number that somebody stated is counted again from the results, at each publication: it agrees, it "
        "differs, or it can't be computed. A number that the archive has from the same source confirms nothing.",
    ),
)

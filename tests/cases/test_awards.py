"""Edge cases 53 to 57: awards among awards."""

from palmarium.statistics.titles import Scope, titles
from tests.cases.reading import Reading

SITE = """
-- editions/helmets/award.yaml --
name: The Tin Helmets
short: Helmets
founded: 1999
ended: 2007
categories: {call: Best Call}
-- editions/helmets/2007.yaml --
ceremony: 2007-09
coverage: complete
results: {call: Bell Line}
-- editions/palm/award.yaml --
# 53
name: The Paper Palms
short: Palms
founded: 2008
succeeds: helmets
# 56
rivals: escape
categories: {voice: Voice of the Caller}
-- editions/palm/2008.yaml --
ordinal: 1
ceremony: 2008-10-03
coverage: complete
results:
  # 54
  voice: {laureate: Bell Line, derived_from: rostrum/2008}
-- editions/palm/2009.yaml --
ordinal: 2
ceremony: 2009-10-02
coverage: complete
results:
  voice: {laureate: Tin Can, derived_from: rostrum/2009}
-- editions/rostrum/award.yaml --
# 57
name: Rostrum Kant
short: Rostrum
names:
  - {name: Rostrum Sofa & Pointing, until: 2008}
  - {name: Rostrum Kant, from: 2009}
categories: {general: General ranking}
-- editions/rostrum/2008.yaml --
ceremony: 2008-06-04
coverage: complete
results:
  general:
    - {rank: 1, laureate: Bell Line, scope: overall}
    - {rank: 2, laureate: Tin Can, scope: overall}
-- editions/rostrum/2009.yaml --
ceremony: 2009-06-03
coverage: complete
results:
  general:
    - {rank: 1, laureate: Bell Line, scope: overall}
    - {rank: 2, laureate: Tin Can, scope: overall}
-- editions/escape/award.yaml --
# 55
name: Escape of the Year
short: Escape
country: Nowhere
family: escape
sisters: [Elsewhere, Erewhon]
categories: {hatch: Best Hatch}
-- editions/escape/2009.yaml --
ordinal: 3
ceremony: 2008-10-20
coverage: complete
results: {hatch: Tin Can}
-- editions/escape-utopia/award.yaml --
# 55
name: Escape of the Year
short: Escape Utopia
country: Utopia
family: escape
categories: {hatch: Best Hatch}
-- editions/escape-utopia/2009.yaml --
ordinal: 1
ceremony: 2009-01-15
method: {how: mystery-shopping, tests: 165 tests}
coverage: complete
results: {hatch: Tin Can}
"""


def won(site: Reading, name: str, award: str) -> int:
    return titles(site.archive, Scope(name=name, award=award)).value


def test_case_53_predecessor_shares_no_tally(site: Reading) -> None:
    assert "Predecessor The Tin Helmets counted separately" in site.page("awards/palm", "card")
    assert "Successor The Paper Palms counted separately" in site.page("awards/helmets", "card")
    assert site.json("awards/palm")["succeeds"] == "helmets"
    assert site.json("awards/helmets")["succeeded_by"] == ["palm"]
    assert (won(site, "bell-line", "helmets"), won(site, "bell-line", "palm")) == (1, 1)
    assert "Palms 2008, Voice of the Caller First title in this award." in site.page("names/bell-line")


def test_case_54_award_that_decides_another(site: Reading) -> None:
    assert site.page("awards/palm/2008", "voice") == (
        "Voice of the Caller Bell Line By right. Goes to the winner of Rostrum 2008, overall ranking."
    )
    assert "Decided by the results of Rostrum Kant whose ranking decides a category" in site.page("awards/palm", "card")
    assert "Decides Voice of the Caller" in site.page("awards/rostrum", "card")
    assert site.entry("palm/2008", "voice")["derived_from"] == {
        "edition": "rostrum/2008",
        "rank": 1,
        "scope": "overall",
    }
    assert site.told == (
        "editions/palm/2009.yaml:5:21: place 1 of rostrum/2009 went to Bell Line,"
        " not to this laureate of voice  [derived-differs]",
    )


def test_case_55_sister_award_abroad_has_its_own_number_method_and_tally(site: Reading) -> None:
    assert "Country Nowhere" in site.page("awards/escape", "facts")
    assert "Sister awards Escape of the Year (Utopia), Elsewhere, Erewhon" in site.page("awards/escape", "card")
    assert "Sister awards Escape of the Year (Nowhere)" in site.page("awards/escape-utopia", "card")
    assert "1st edition." in site.page("awards/escape-utopia/2009")
    assert "Tests 165 tests" in site.page("awards/escape-utopia/2009", "method")
    home, abroad = (site.json(f"awards/{id}") for id in ("escape", "escape-utopia"))
    assert (home["family"], home["country"], abroad["family"], abroad["country"]) == (
        "escape",
        "Nowhere",
        "escape",
        "Utopia",
    )
    assert (won(site, "tin-can", "escape"), won(site, "tin-can", "escape-utopia")) == (1, 1)
    assert titles(site.archive, Scope(name="tin-can", family="escape")).value == 2


def test_case_56_rivals_know_each_other(site: Reading) -> None:
    assert "Rivals Escape of the Year" in site.page("awards/palm", "card")
    assert "Rivals The Paper Palms" in site.page("awards/escape", "card")
    assert site.json("awards/palm")["rivals"] == ["escape"]


def test_case_57_sponsor_in_the_name_of_the_award(site: Reading) -> None:
    assert "Rostrum Sofa & Pointing 2008" in site.page("awards/rostrum/2008")
    assert "Rostrum Kant 2009" in site.page("awards/rostrum/2009")
    assert "Names Rostrum Sofa & Pointing (–2008); Rostrum Kant (2009–)" in site.page("awards/rostrum", "card")
    assert "Rostrum Sofa & Pointing 2008" in site.page("years/2008")
    assert site.json("awards/rostrum")["names"] == [
        {"name": "Rostrum Sofa & Pointing", "until": "2008"},
        {"name": "Rostrum Kant", "since": "2009"},
    ]


def test_a_column_of_unknowns_is_said_once_below_the_editions(site: Reading) -> None:
    helmets, palms = site.page("awards/helmets", "editions"), site.page("awards/palm", "editions")
    assert "Edition Ceremony Titles" in helmets
    assert "The numbers of the editions are not known." in helmets
    assert "The dates of the ceremonies" not in helmets
    assert "Edition No. Ceremony Titles" in palms
    assert "not known." not in palms

from palmarium.statistics.families import Tie, in_families, near, tied
from tests.archives import archive

SITE = """\
-- editions/heir/award.yaml --
name: Heir
succeeds: old
rivals: [rival]
categories: {best: Best}
-- editions/heir/2010.yaml --
results:
  best: {laureate: Ann Crust, derived_from: source/2010}
-- editions/old/award.yaml --
{name: Old, founded: 1990}
-- editions/part/award.yaml --
{name: Part, part_of: heir}
-- editions/rival/award.yaml --
{name: Rival, family: word}
-- editions/sister/award.yaml --
{name: Sister, family: word}
-- editions/source/award.yaml --
{name: Source, founded: 1980, categories: {best: Best}}
-- editions/source/2010.yaml --
results: {best: Ann Crust}
-- editions/alone/award.yaml --
{name: Alone, founded: 1970}
"""


def test_what_awards_are_to_each_other() -> None:
    found = archive(SITE)
    said = {id: {tie: ids for tie, ids in tied(found, award).items() if ids} for id, award in found.awards.items()}
    assert said == {
        "alone": {},
        "heir": {Tie.PARTS: ("part",), Tie.RIVALS: ("rival",)},
        "old": {Tie.HEIRS: ("heir",)},
        "part": {},
        "rival": {Tie.SISTERS: ("sister",), Tie.RIVALS: ("heir",)},
        "sister": {Tie.SISTERS: ("rival",)},
        "source": {Tie.DECIDED: ("heir",)},
    }
    assert near(found)["heir"] == ("old", "part", "rival", "source")
    assert "alone" not in near(found)


def test_those_stand_together_that_are_tied_the_oldest_first() -> None:
    found = archive(SITE)
    assert list(in_families(found, found.awards)) == ["alone", "source", "heir", "part", "old", "rival", "sister"]


def test_awards_that_come_of_each_other_are_named_once() -> None:
    found = archive(
        "-- editions/a/award.yaml --\n{name: A, succeeds: b}\n-- editions/b/award.yaml --\n{name: B, succeeds: a}\n"
    )
    assert list(in_families(found, ("a", "b"))) == ["a", "b"]

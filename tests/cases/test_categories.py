"""Edge cases 49 to 52: what a category was called, what it came from, how it was decided."""

from palmarium.statistics.titles import Scope, titles
from tests.cases.reading import Reading

SITE = """
-- editions/garden/award.yaml --
name: The Garden Prizes
short: Garden
founded: 2008
categories:
  innovation: {name: Innovation, method: [dossier, oral]}
  # 49
  innovation-soil: {name: Soil Innovation, lineage: {event: split, from: innovation, in: 2011}}
  innovation-air: {name: Air Innovation, lineage: {event: split, from: innovation, in: 2011}}
  hedge: {name: Best Hedge, lineage: {event: renamed, from: shrub, in: 2010, note: The jury wanted straight lines.}}
  shrub: Best Shrub
  pond: {name: Best Pond, lineage: {event: merged, from: [puddle, ditch], in: 2010}}
  puddle: Best Puddle
  ditch: Best Ditch
  scarecrow:
    name: Best Scarecrow
    lineage:
      - {event: dropped, in: 2009}
      - {event: revived, in: 2011}
  gnome: {name: Best Gnome, lineage: {event: new, in: 2010}}
  # 51
  fruit: Best Fruit
  apple: {name: Best Apple, parent: fruit, sector: orchards}
  pear: {name: Best Pear, parent: fruit}
  # 52
  gardener: {name: Gardener of the Year, method: [readers-vote]}
  lawn: Best Lawn
-- editions/garden/2008.yaml --
ordinal: 1
ceremony: 2008-05-05
coverage: complete
results:
  innovation: Rake & Co
  shrub: Privet Ltd
  puddle: Frog Club
  ditch: Newt Club
  scarecrow: Crow Club
  gardener: Gus Green
  lawn: Mow & Sons
-- editions/garden/2009.yaml --
ordinal: 2
ceremony: 2009-05-04
coverage: complete
results:
  innovation: Rake & Co
  shrub: Privet Ltd
  puddle: Frog Club
  ditch: Newt Club
  gardener: Gus Green
  lawn: Mow & Sons
-- editions/garden/2010.yaml --
ordinal: 3
ceremony: 2010-05-03
coverage: complete
results:
  innovation: Hoe & Co
  hedge: Privet Ltd
  pond: Frog Club
  gnome: Red Hat
  # 50
  gardener: {laureate: Gus Green, printed_name: Gardener of Gardeners}
  # 52
  lawn: {laureate: Mow & Sons, method: survey}
-- editions/garden/2011.yaml --
ordinal: 4
ceremony: 2011-05-02
coverage: complete
results:
  innovation-soil: Rake & Co
  innovation-air: Puff & Co
  hedge: Privet Ltd
  pond: Frog Club
  scarecrow: Crow Club
  gnome: Red Hat
  apple: Core Ltd
  pear: {not_awarded: insufficient-entries}
  # 52
  gardener: {laureate: Gil Brown, method: [public-vote, jury], nominees: 10}
  lawn: {laureate: Mow & Sons, method: survey}
"""


def category(site: Reading, id: str, part: str = "") -> str:
    return site.page(f"awards/garden/category/{id}", part)


def changed(site: Reading, year: str) -> str:
    """What the page of an edition says of its categories against those of the edition before."""
    return site.page(f"awards/garden/{year}", "changes")


def won(site: Reading, name: str, category: str) -> int:
    return titles(site.archive, Scope(name=name, category=f"garden/{category}")).value


def test_the_checks_find_nothing_wrong_in_these_cases(site: Reading) -> None:
    assert site.told == ()


def test_case_49_split(site: Reading) -> None:
    told = category(site, "innovation", "descent")
    assert "Split into Soil Innovation and Air Innovation (Garden 2011)." in told
    assert "2010, Innovation: Hoe & Co 2011, Soil Innovation: Rake & Co" in told
    assert told.endswith("Rake & Co by lineage 3 titles")
    assert "Comes from the split of Innovation (Garden 2011)." in category(site, "innovation-air", "descent")
    assert site.page("awards/garden/2011", "innovation-soil") == (
        "Soil Innovation Rake & Co Comes from the split of Innovation."
    )
    assert "Innovation split Soil Innovation Air Innovation" in changed(site, "2011")
    record = next(each for each in site.json("categories") if each["id"] == "garden/innovation-soil")
    assert record["lineage"] == [{"event": "split", "from": ["garden/innovation"], "edition": "garden/2011"}]
    assert (won(site, "rake-co", "innovation"), won(site, "rake-co", "innovation-soil")) == (2, 1)


def test_case_49_rename_keeps_two_tallies_and_says_why(site: Reading) -> None:
    assert "Takes over from Best Shrub (Garden 2010). The jury wanted straight lines." in category(site, "hedge")
    assert "Becomes Best Hedge (Garden 2010)." in category(site, "shrub")
    assert "Best Shrub renamed Best Hedge" in changed(site, "2010")
    assert (won(site, "privet-ltd", "shrub"), won(site, "privet-ltd", "hedge")) == (2, 2)
    assert titles(site.archive, Scope(name="privet-ltd", lineage="garden/hedge")).value == 4


def test_case_49_merger(site: Reading) -> None:
    assert "Unites Best Puddle and Best Ditch (Garden 2010)." in category(site, "pond", "descent")
    assert "Merged into Best Pond (Garden 2010)." in category(site, "puddle", "descent")
    assert "Best Puddle Best Ditch merged Best Pond" in changed(site, "2010")


def test_case_49_dropped_and_revived(site: Reading) -> None:
    assert category(site, "scarecrow", "descent") == "Where it comes from Dropped (Garden 2009). Revived (Garden 2011)."
    assert category(site, "scarecrow", "holders").endswith(
        "2011 Crow Club 2010 Category absent 2009 Category absent 2008 Crow Club"
    )
    assert "Best Scarecrow dropped" in changed(site, "2009")
    assert "revived Best Scarecrow" in changed(site, "2011")
    assert site.page("awards/garden/2011", "scarecrow") == "Best Scarecrow Crow Club Revived."


def test_case_49_new(site: Reading) -> None:
    assert site.page("awards/garden/2010", "gnome") == "Best Gnome Red Hat New category."
    assert "did not exist new Best Gnome" in changed(site, "2010")


def test_case_50_name_as_printed_that_year(site: Reading) -> None:
    assert site.page("awards/garden/2010", "gardener") == (
        "Gardener of Gardeners Gus Green Today Gardener of the Year. Decided by: readers’ vote."
    )
    assert "2010 Gus Green Printed “Gardener of Gardeners”." in category(site, "gardener")
    entry = site.entry("garden/2010", "gardener")
    assert (entry["name"], entry["results"][0]["category_name"]) == ("Gardener of Gardeners", "Gardener of Gardeners")
    assert won(site, "gus-green", "gardener") == 3


def test_case_51_category_within_a_category(site: Reading) -> None:
    assert site.page("awards/garden/2011", "apple") == "Best Apple Core Ltd Part of Best Fruit."
    assert "Sector orchards" in category(site, "apple")
    assert "The archive has no edition with this category." in category(site, "fruit")
    assert category(site, "fruit", "descent") == "Whole and parts Its parts: Best Apple and Best Pear."
    record = next(each for each in site.json("categories") if each["id"] == "garden/apple")
    assert (record["parent"], record["sector"]) == ("garden/fruit", "orchards")
    ids = [line["id"] for line in site.json("awards/garden")["categories"]]
    assert ids.index("garden/fruit") + 1 == ids.index("garden/apple")


def test_case_52_method_differs_by_category_and_year(site: Reading) -> None:
    assert site.page("awards/garden/2011", "gardener") == (
        "Gardener of the Year Gil Brown Decided by: public vote, jury. 10 nominees."
    )
    assert "2011 Gil Brown Decided otherwise: public vote, jury." in category(site, "gardener", "holders")
    assert "Decided by readers’ vote" in category(site, "gardener", "card")
    assert [site.entry(f"garden/{year}", "gardener")["method"] for year in (2009, 2011)] == [
        ["readers-vote"],
        ["public-vote", "jury"],
    ]
    assert "Decided by: survey." in site.page("awards/garden/2011", "lawn")

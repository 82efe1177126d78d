"""Edge cases 39 to 48: whose name it is."""

from palmarium.statistics.titles import Identity, Scope, titles
from tests.cases.reading import Reading

SITE = """
-- editions/kettle/award.yaml --
name: The Golden Kettle
short: Kettle
organiser: Guild of Kettles
founded: 2009
categories:
  spout: Best Spout
  handle: Best Handle
  lid: Best Lid
  novel: {name: Best Novel on Tea, once: true}
  brew: Best Brew
-- editions/kettle/2009.yaml --
ordinal: 1
ceremony: 2009-06-05
coverage: complete
jury:
  # 48
  - {name: Edna Whistle, role: president, org: Guild of Kettles, chair: true}
  - {name: Basil Leaf, role: editor, org: The Daily Leaf}
speakers: [Edna Whistle]
partners: [The Daily Leaf]
results:
  # 39
  spout: {laureate: Copper & Co., credited_as: COPPER and Co}
  # 42
  handle: Gas Works
  # 45
  lid: [steve-moon-diver, steve-moon-cook]
  # 46
  novel: Romy Grey
  # 47
  brew: {laureate: Lucy G., role: adviser, org: Gas Works}
-- editions/kettle/2010.yaml --
ordinal: 2
ceremony: 2010-06-04
coverage: complete
results:
  # 39
  spout: Copper and Co
  # 40
  handle: RTK
  # 41
  lid: Staple Direct - Jay
  # 46
  novel: {laureate: Emil Jar, credited_as: Emil Jar}
  # 44
  brew: Gas Works Home
-- editions/kettle/2016.yaml --
ordinal: 3
ceremony: 2016-06-03
coverage: complete
results:
  # 42
  spout: Ember
  # 39
  handle: Armelle Balanceo
  lid: Armelle Balanceu
  # 43
  brew: [Direct Steam, Total Steam]
-- content/names/copper.md --
---
name: Copper & Co.
kind: organisation
aliases: [Copper and Co]
---
-- content/names/rtk.md --
---
name: RTK
kind: organisation
expansion: Royal Tea Kettles
---
-- content/names/gas-works.md --
---
name: Ember
kind: organisation
names:
  - {name: Gas Works, until: 2015}
  - {name: Ember, from: 2015}
---
-- content/names/gas-works-home.md --
---
name: Gas Works Home
kind: organisation
part_of: Ember
---
-- content/names/total-steam.md --
---
name: Total Steam
kind: organisation
---
-- content/names/steam-energies.md --
---
name: Steam Energies
kind: organisation
succeeds: [Total Steam, Direct Steam]
---
-- content/names/steve-moon-diver.md --
---
name: Steve Moon
kind: person
disambiguation: diver
---
-- content/names/steve-moon-cook.md --
---
name: Steve Moon
kind: person
disambiguation: cook
---
-- content/names/romy-grey.md --
---
name: Romy Grey
kind: person
aliases: [Emil Jar]
---
-- content/articles/interview.md --
---
title: Steam and order
kind: interview
date: 2009-05-01
author: Basil Leaf
publication: The Daily Leaf
about: {editions: kettle/2009, names: Edna Whistle}
---

[[Edna Whistle]] on kettles.
"""


def won(site: Reading, name: str, identity: Identity = Identity.OWN) -> int:
    return titles(site.archive, Scope(name=name, identity=identity)).value


def card(site: Reading, year: str, category: str) -> str:
    """What a reader reads of a category on the page of an edition."""
    return site.page(f"awards/kettle/{year}", category)


def test_case_39_spellings_of_one_name(site: Reading) -> None:
    assert card(site, "2009", "spout") == "Best Spout Copper & Co. Printed “COPPER and Co”."
    assert site.archive.ids["Copper and Co"] == "copper"
    assert "Also spelt Copper and Co" in site.page("names/copper")
    assert won(site, "copper") == 2
    record = site.json("names/copper")
    assert record["aliases"] == ["Copper and Co"]
    assert record["results"][0]["credited_as"] == "COPPER and Co"


def test_case_39_near_duplicates_are_told_and_never_merged(site: Reading) -> None:
    assert [line for line in site.told if "[near-duplicate]" in line] == [
        'editions/kettle/2016.yaml:9:8: "Armelle Balanceu" is written almost like "Armelle Balanceo"'
        " (editions/kettle/2016.yaml:8)  [near-duplicate]"
    ]
    assert (won(site, "armelle-balanceo"), won(site, "armelle-balanceu")) == (1, 1)


def test_case_40_acronym_spelt_out(site: Reading) -> None:
    assert site.page("names/rtk").startswith("organisation RTK Royal Tea Kettles Kettle 2010 1 title")
    assert site.json("names/rtk")["expansion"] == "Royal Tea Kettles"


def test_case_41_a_name_is_never_split_on_punctuation(site: Reading) -> None:
    assert card(site, "2010", "lid") == "Best Lid Staple Direct - Jay"
    assert [who["name"] for who in site.results("kettle/2010", "lid")[0]["laureates"]] == ["Staple Direct - Jay"]
    assert not {"staple-direct", "jay"} & set(site.archive.names)


def test_case_42_renamed_organisation_bears_its_name_of_the_time(site: Reading) -> None:
    assert card(site, "2009", "handle") == "Best Handle Gas Works Today Ember."
    assert card(site, "2016", "spout") == "Best Spout Ember"
    told = site.page("names/gas-works")
    assert told.startswith("organisation Ember Kettle 2016 Kettle 2009 2 titles")
    assert "2009 title Kettle 2009, Best Handle Then called Gas Works." in told
    assert "Names over time Gas Works until 2015 Ember since 2015" in told
    [laureate] = site.results("kettle/2009", "handle")[0]["laureates"]
    assert (laureate["name"], laureate["name_then"]) == ("Ember", "Gas Works")
    assert "name_then" not in site.results("kettle/2016", "spout")[0]["laureates"][0]


def test_case_43_merger_joins_no_titles(site: Reading) -> None:
    assert (won(site, "direct-steam"), won(site, "total-steam"), won(site, "steam-energies")) == (1, 1, 0)
    assert won(site, "steam-energies", Identity.PREDECESSORS) == 2
    assert "Succeeds Direct Steam Total Steam" in site.page("names/steam-energies")
    assert "Succeeded by Steam Energies" in site.page("names/total-steam")
    related = site.json("names/steam-energies")["related"]
    assert [(other["relation"], other["id"]) for other in related] == [
        ("succeeds", "direct-steam"),
        ("succeeds", "total-steam"),
    ]


def test_case_44_brand_of_a_group_keeps_its_own_titles(site: Reading) -> None:
    assert (won(site, "gas-works-home"), won(site, "gas-works")) == (1, 2)
    assert won(site, "gas-works", Identity.GROUP) == 3
    assert "Part of Ember" in site.page("names/gas-works-home")
    assert "Includes Gas Works Home" in site.page("names/gas-works")
    related = site.json("names/gas-works-home")["related"]
    assert [(other["relation"], other["id"]) for other in related] == [("part-of", "gas-works")]


def test_case_45_namesakes_are_told_apart_everywhere(site: Reading) -> None:
    assert card(site, "2009", "lid") == "Best Lid Steve Moon (diver) Steve Moon (cook)"
    assert site.page("names/steve-moon-cook").startswith("person Steve Moon cook Kettle 2009 1 title")
    assert "Steve Moon (cook), Steve Moon (diver)" in site.page("awards/kettle/2010", "changes")
    for page in ("names", "laureates", "awards/kettle/category/lid"):
        assert "Steve Moon (cook)" in site.page(page)
        assert "Steve Moon (diver)" in site.page(page)
    ids = [who["id"] for result in site.results("kettle/2009", "lid") for who in result["laureates"]]
    assert ids == ["steve-moon-diver", "steve-moon-cook"]
    assert site.json("names/steve-moon-cook")["disambiguation"] == "cook"


def test_case_46_one_person_under_two_names_is_one_laureate(site: Reading) -> None:
    assert card(site, "2010", "novel") == "Best Novel on Tea Romy Grey Printed “Emil Jar”."
    assert won(site, "romy-grey") == 2
    assert "emil-jar" not in site.archive.names
    assert "Also spelt Emil Jar" in site.page("names/romy-grey")
    assert "Limit once per winner" in site.page("awards/kettle/category/novel")
    assert site.problems("editions/kettle/2010.yaml") == [
        '12:21: "Emil Jar" has won novel before as "Romy Grey", in kettle/2009; it is won once only  [once-only]'
    ]


def test_case_47_person_known_by_an_initial(site: Reading) -> None:
    assert card(site, "2009", "brew") == "Best Brew Lucy G. adviser, Gas Works"
    assert site.page("names/lucy-g").startswith("person Lucy G. Kettle 2009 1 title")
    assert site.archive.ids["Lucy G."] == "lucy-g"


def test_case_48_one_page_for_all_functions_and_links_declared(site: Reading) -> None:
    edna = site.page("names/edna-whistle")
    assert edna.startswith("person · speaker, juror Edna Whistle 2 roles")
    assert "2009 juror chair, president, Guild of Kettles Kettle 2009" in edna
    assert "Steam and order" in edna
    assert "Steam and order" in site.page("names/basil-leaf", "by")
    assert [each["function"] for each in site.json("names/edna-whistle")["functions"]] == ["speaker", "juror"]
    told = site.page("awards/kettle/2009", "jury")
    assert "The archive states it and draws no conclusion." in told
    assert "Edna Whistle president, Guild of Kettles: organiser" in told
    assert "Basil Leaf editor, The Daily Leaf: partner" in told

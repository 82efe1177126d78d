from palmarium.statistics.juries import DeclaredLink, declared_links
from tests.archives import archive

AWARD = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
organiser: Pie Guild
categories:
  pie: {name: Pie, partner: Mill & Sons}
  tart: {name: Tart, partner: Jam Works}
-- editions/pie/2010.yaml --
"""


def links(edition: str, more: str = "") -> list[tuple[str, str, str, str]]:
    found = archive(AWARD + edition + "\n" + more)
    return [(link.juror, link.organisation, link.how, link.through) for link in declared_links(found, "pie/2010")]


def test_a_juror_of_the_organiser_is_shown_with_the_role_held_then() -> None:
    found = archive(AWARD + "jury: [{name: Ann, role: president, org: Pie Guild}]\n")
    assert declared_links(found, "pie/2010") == (
        DeclaredLink("ann", "pie-guild", "organiser", "president", "pie-guild"),
    )


def test_a_juror_of_a_partner_a_provider_or_a_laureate_is_shown() -> None:
    edition = """\
partners: [Sugar Ltd]
providers: [Hall of Pies]
method: {provider: Tasters}
results: {pie: {laureate: Crust & Co, partner: Oven Works}}
jury:
  - {name: Ann, org: Sugar Ltd}
  - {name: Ben, org: Hall of Pies}
  - {name: Cleo, org: Tasters}
  - {name: Dan, org: Crust & Co}
  - {name: Eve, org: Oven Works}
  - {name: Fay, org: Somebody Else}
  - Gus
"""
    assert links(edition) == [
        ("ann", "sugar-ltd", "partner", "sugar-ltd"),
        ("ben", "hall-of-pies", "provider", "hall-of-pies"),
        ("cleo", "tasters", "provider", "tasters"),
        ("dan", "crust-co", "laureate", "crust-co"),
        ("eve", "oven-works", "partner", "oven-works"),
    ]


def test_partners_of_a_category_count_where_it_is_held() -> None:
    edition = "results: {pie: unknown}\njury: [{name: Ann, org: Mill & Sons}, {name: Ben, org: Jam Works}]"
    assert links(edition) == [("ann", "mill-sons", "partner", "mill-sons")]


def test_every_post_of_a_juror_is_looked_at() -> None:
    posts = "[{role: baker, org: Somebody Else}, {role: treasurer, org: Pie Guild}]"
    assert links(f"jury: [{{name: Ann, posts: {posts}}}]") == [("ann", "pie-guild", "organiser", "pie-guild")]


def test_an_organisation_with_two_parts_is_shown_with_both_each_once() -> None:
    edition = "partners: [Pie Guild, {name: Pie Guild, as: paper}]\njury: [{name: Ann, org: Pie Guild}]"
    assert links(edition) == [
        ("ann", "pie-guild", "organiser", "pie-guild"),
        ("ann", "pie-guild", "partner", "pie-guild"),
    ]


def test_a_group_is_followed_only_where_it_is_declared() -> None:
    edition = "partners: [Sugar Group]\njury: [{name: Ann, org: Paper}]"
    paper = "-- content/names/paper.md --\n---\nname: Paper\nkind: organisation\npart_of: Sugar Group\n---\n"
    assert links(edition) == []
    assert links(edition, paper) == [("ann", "sugar-group", "partner", "paper")]


def test_groups_that_are_part_of_each_other_end() -> None:
    edition = "partners: [Sugar Group]\njury: [{name: Ann, org: One}]"
    one = "-- content/names/one.md --\n---\nname: One\nkind: organisation\npart_of: Two\n---\n"
    two = "-- content/names/two.md --\n---\nname: Two\nkind: organisation\npart_of: One\n---\n"
    assert links(edition, one + two) == []


def test_a_juror_who_is_a_laureate_in_person_is_shown() -> None:
    edition = "results: {pie: {laureate: Ann, kind: person}}\njury: [Ann]"
    assert links(edition) == [("ann", "ann", "laureate", "ann")]


def test_a_part_in_another_edition_is_no_link() -> None:
    other = "-- editions/pie/2011.yaml --\npartners: [Sugar Ltd]\n"
    assert links("jury: [{name: Ann, org: Sugar Ltd}]", other) == []

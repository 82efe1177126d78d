from palmarium.statistics.lineage import ends, line
from tests.archives import archive

PIES = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    categories:
      pie: Pie
      tart: Tart
      sweet: {name: Sweet, lineage: {event: split, from: pie, in: 2012}}
      salty: {name: Salty, lineage: {event: split, from: pie, in: 2012}}
      all: {name: All, lineage: [{event: merged, from: [sweet, tart], in: 2013}, {event: renamed, in: 2014}]}
      egg: {name: Egg, lineage: {event: replaced, from: hen}}
      hen: {name: Hen, lineage: {event: replaced, from: egg}}
      lone: {name: Lone, lineage: {event: renamed, from: nobody}}
      self: {name: Self, lineage: {event: revived, from: self}}
    -- editions/jam/award.yaml --
    name: Prix Imaginaire de la Confiture
    categories: {jam: Jam, jelly: {name: Jelly, lineage: {event: renamed, from: jam}}}
""")


def test_a_line_goes_up_and_down_but_not_sideways() -> None:
    assert line(PIES, "pie/sweet") == ("pie/pie", "pie/sweet", "pie/all")
    assert line(PIES, "pie/salty") == ("pie/pie", "pie/salty")
    assert line(PIES, "pie/pie") == ("pie/pie", "pie/sweet", "pie/salty", "pie/all")
    assert line(PIES, "pie/all") == ("pie/pie", "pie/tart", "pie/sweet", "pie/all")


def test_a_category_without_descent_is_its_own_line() -> None:
    assert line(PIES, "pie/self") == ("pie/self",)
    assert line(PIES, "pie/nothing") == ("pie/nothing",)
    assert line(PIES, "pie/lone") == ("pie/lone",)


def test_two_that_come_from_each_other_are_one_line_without_an_end() -> None:
    assert line(PIES, "pie/egg") == line(PIES, "pie/hen") == ("pie/egg", "pie/hen")


def test_lines_end_where_nothing_came_of_a_category_that_came_of_another() -> None:
    assert ends(PIES, "pie") == ("pie/salty", "pie/all")
    assert ends(PIES, "jam") == ("jam/jelly",)

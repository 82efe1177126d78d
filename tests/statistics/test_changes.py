from palmarium.model import Event
from palmarium.model.archive import Archive
from palmarium.statistics.changes import Categories, CategoryChange, category_keys, changes
from palmarium.statistics.count import Reason
from palmarium.statistics.holders import holders
from palmarium.statistics.juries import renewal
from tests.archives import archive

AWARD = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
categories:
  pie: Pie
  tart: Tart
  sweet-tart: {name: Sweet Tart, lineage: {event: split, from: tart, in: 2011}}
  salty-tart: {name: Salty Tart, lineage: {event: split, from: tart, in: 2011}}
  flan: Flan
  roll: {name: Roll, lineage: {event: dropped, in: 2011}}
  cake: {name: Cake, lineage: {event: renamed, from: flan}}
"""


def row(*editions: str) -> Archive:
    """Editions from 2010 on: `complete pie, tart` awards these categories."""
    text = AWARD
    for at, told in enumerate(editions):
        coverage, names = told.split(" ", 1)
        results = ", ".join(f"{name}: Ann" if ":" not in name else name for name in names.split(", ") if name != "-")
        text += f"-- editions/pie/{2010 + at}.yaml --\ncoverage: {coverage}\nresults: {{{results}}}\n"
        text += "ordinal: 1\n" if not at else ""
    return archive(text)


def categories(found: Archive, edition: str) -> Categories:
    told = changes(found, edition)
    assert told
    return told.categories


def change(category: str, event: Event, *origin: str) -> CategoryChange:
    return CategoryChange(f"pie/{category}", event, tuple(f"pie/{each}" for each in origin))


def test_a_category_is_kept_new_or_dropped() -> None:
    assert categories(row("complete pie, flan", "complete pie, tart"), "pie/2011") == Categories(
        kept=("pie/pie",), changed=(change("tart", Event.NEW), change("flan", Event.DROPPED))
    )


def test_a_split_category_is_not_dropped() -> None:
    assert categories(row("complete pie, tart", "complete pie, sweet-tart, salty-tart"), "pie/2011").changed == (
        change("sweet-tart", Event.SPLIT, "tart"),
        change("salty-tart", Event.SPLIT, "tart"),
    )


def test_a_step_of_another_edition_is_not_told_again() -> None:
    found = row("complete pie, tart", "complete pie", "complete pie, sweet-tart")
    assert categories(found, "pie/2012").changed == (change("sweet-tart", Event.NEW),)


def test_a_step_without_an_edition_is_told_where_its_origin_was_held_before() -> None:
    assert categories(row("complete flan", "complete cake"), "pie/2011").changed == (
        change("cake", Event.RENAMED, "flan"),
    )
    assert categories(row("complete pie", "complete pie, cake"), "pie/2011").changed == (change("cake", Event.NEW),)


def test_a_category_said_to_be_dropped_and_awarded_all_the_same_is_new() -> None:
    assert categories(row("complete pie", "complete pie, roll"), "pie/2011").changed == (change("roll", Event.NEW),)


def test_a_category_that_comes_back_is_revived() -> None:
    found = row("complete pie, tart", "complete pie", "complete pie, tart")
    assert categories(found, "pie/2012").changed == (change("tart", Event.REVIVED),)


def test_nothing_is_new_after_an_edition_whose_categories_are_not_known() -> None:
    found = categories(row("partial pie", "complete pie, tart, sweet-tart"), "pie/2011")
    assert found.changed == (change("sweet-tart", Event.SPLIT, "tart"),)
    assert found.because == Reason("categories", (("edition", "Pie 2010"),))


def test_nothing_is_dropped_in_an_edition_whose_categories_are_not_known() -> None:
    found = categories(row("complete pie, tart", "partial pie, flan"), "pie/2011")
    assert found.changed == (change("flan", Event.NEW),)
    assert found.because == Reason("categories", (("edition", "Pie 2011"),))


def test_across_a_missing_edition_only_the_lineage_is_told() -> None:
    text = AWARD + "".join(
        f"-- editions/pie/{year}.yaml --\nordinal: {ordinal}\ncoverage: complete\nresults: {{{name}: Ann}}\n"
        for year, ordinal, name in ((2010, 1, "pie"), (2011, 3, "tart"))
    )
    told = changes(archive(text), "pie/2011")
    assert told
    assert not told.certain
    assert told.categories == Categories((), (), because=Reason("before", (("edition", "Pie 2011"),)))


def test_cancelled_and_special_categories_are_not_of_the_edition() -> None:
    found = row("complete pie, tart: cancelled, flan: {not_awarded: reserved}, dish: {name: Dish, special: true}")
    assert category_keys(found, "pie/2010") == ("pie/pie", "pie/flan")


def test_results_without_a_category_are_none() -> None:
    assert category_keys(row("names-only unknown: Ann"), "pie/2010") == ()


def test_laureates_and_jury_are_those_of_their_own_rules() -> None:
    found = row("complete pie", "complete pie")
    told = changes(found, "pie/2011")
    assert told
    assert (told.before, told.certain) == ("pie/2010", True)
    assert told.laureates == holders(found, "pie/2011")
    assert told.jury == renewal(found, "pie/2011")


def test_the_first_edition_and_one_that_was_not_held_changed_nothing() -> None:
    assert changes(row("complete pie"), "pie/2010") is None
    assert changes(archive(AWARD + "-- editions/pie/2010.yaml --\nstatus: cancelled\n"), "pie/2010") is None

from palmarium.sources.plaintext import folded
from palmarium.statistics.titles import _filed, alphabetical, heading, ranked
from tests.archives import archive


def test_after_two_at_place_two_comes_place_four() -> None:
    titles = {"ann": 5, "ben": 3, "cleo": 3, "dan": 1}
    assert ranked(titles, titles.__getitem__, lambda name: (name,)) == (
        (1, "ann"),
        (2, "ben"),
        (2, "cleo"),
        (4, "dan"),
    )


def test_equals_stand_by_name_whatever_their_order_before() -> None:
    assert ranked("cab", lambda _: 1, lambda name: (name,)) == ((1, "a"), (1, "b"), (1, "c"))


def test_nothing_has_no_places() -> None:
    assert ranked((), len, lambda name: (name,)) == ()


def test_accents_case_and_ligatures_do_not_sort() -> None:
    words = ["Zoé", "œuf", "Étoile", "omelette", "Eton"]
    assert sorted(words, key=folded) == ["Étoile", "Eton", "œuf", "omelette", "Zoé"]


def test_a_name_is_sorted_by_its_sort_name() -> None:
    taxis = "-- content/names/taxis.md --\n---\nname: Les Tartes G7\nkind: organisation\nsort: Tartes G7, Les\n---\n"
    bare = "-- editions/pie/2010.yaml --\nresults: {unknown: Émile Crust}\n"
    found = archive(taxis + bare)
    ordered = sorted(("taxis", "emile-crust"), key=lambda id: alphabetical(found, id))
    assert (ordered, heading(found, "taxis"), heading(found, "emile-crust")) == (["emile-crust", "taxis"], "T", "E")


def test_a_name_of_another_script_is_sorted_by_its_reading() -> None:
    read = "-- content/names/tu.md --\n---\nname: 屠呦呦\nkind: person\nreading: Tu Youyou\n---\n"
    bare = "-- editions/pie/2010.yaml --\nresults: {unknown: [Ann, Zoé, 丁]}\n"
    found = archive(read + bare)
    ordered = sorted(found.names, key=lambda id: alphabetical(found, id))
    assert ([found.names[id].name for id in ordered], heading(found, "tu")) == (["Ann", "屠呦呦", "Zoé", "丁"], "T")


def test_the_key_of_a_name_is_made_once_whatever_else_changes() -> None:
    """Keys take long to make: after an edit only a name with another text gets another."""
    bare = "-- editions/pie/2010.yaml --\nresults: {unknown: [Émile Crust, Zoé]}\n"
    found = archive("-- content/names/ann.md --\n---\nname: Ann\nkind: person\n---\n" + bare)
    kept = {"emile-crust": ("Émile Crust", "k", "E"), "zoe": ("Zoe", "k", "Z"), "ann": ("Ann", "k", "A")}
    again = _filed.again(found, kept, lambda path: path == "content/names/ann.md")  # type: ignore[attr-defined]
    assert [again[id] == row for id, row in kept.items()] == [True, False, True]

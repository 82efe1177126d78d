"""What stands in the file of a name is of that name."""

import pytest

from palmarium.checks import other_name
from tests.archives import hints, messages, told


def _site(name: str, more: str = "sort: ''", id: str = "ann-crust", kind: str = "person") -> str:
    id = "anc" if name == "ANC" else id
    return f"-- content/names/{id}.md --\n---\nname: {name}\nkind: {kind}\n{more}\n---\n"


@pytest.mark.parametrize(
    ("name", "more", "message"),
    [
        ("Ann Crust", "sort: Crumble, Ben", '`sort: Crumble, Ben` is no word of "Ann Crust"'),
        ("Ann Crust", "sort: Crsut, Ann", '"crsut" of `sort` is no word of "Ann Crust"'),
        ("ANC", "expansion: Union des boulangers", '"Union des boulangers" does not have the letters of ANC'),
    ],
)
def test_what_is_of_another_name_is_told(name: str, more: str, message: str) -> None:
    assert messages(other_name, _site(name, more)) == [message]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        *(("Ann Crust", "sort: Crust, Ann"), ("Ann-Lee Crust", "sort: Crust, Ann Lee"), ("Ann Crust", "sort: Crust")),
        *(("Annette Müller", "sort: Mueller, Annette"), ("Ann Mac Donald", "sort: MacDonald, Ann")),
        *(("24 ann", "sort: Vingt-quatre ann"), ("Ann 屠", "sort: Tu")),
        *(("ANC", "expansion: Association nationale des crêpes"), ("Ann Crust", "expansion: Annette Crust")),
    ],
)
def test_what_is_of_this_name_passes(name: str, more: str) -> None:
    assert told(other_name, _site(name, more)) == []


def test_the_hint_is_the_line_to_paste() -> None:
    assert hints(other_name, _site("Ann Crust", "sort: Crumble, Ben")) == ["write `sort: Crust, Ann`"]
    assert hints(other_name, _site("Ann Bakery", "sort: Crumble", kind="organisation")) == ["write `sort: Ann Bakery`"]


def test_a_file_is_called_as_its_name() -> None:
    assert told(other_name, _site("Ben Crumble")) == [
        'content/names/ann-crust.md:2:1: this file is called ann-crust.md, and its name is "Ben Crumble"'
    ]
    assert hints(other_name, _site("Ben Crumble")) == [
        "rename it to ben-crumble.md, or write `aliases: [ann-crust]` if it is called so, too"
    ]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        *(("Ann Crust", "crust-baker"), ("Association nationale des crêpes", "anc"), ("Ben Crumble", "q1234")),
        *(("Hans Müller", "hans-mueller"), ("Jo Crust", "j-crust"), ("Ann Crust II", "ann-crust-2")),
        *(("Boulangerie Ann", "boulangeries"), ("屠呦呦", "屠呦呦")),
    ],
)
def test_a_file_that_is_nearly_called_so_passes(name: str, id: str) -> None:
    assert told(other_name, _site(name, id=id)) == []


def test_an_alias_is_another_spelling() -> None:
    assert hints(other_name, _site("Ann Crust", "aliases: [Ann Crust, A. Crust]")) == ["write `aliases: [A. Crust]`"]
    assert hints(other_name, _site("Ann Crust", "aliases: Ann Crust")) == ["delete `aliases`"]


@pytest.mark.parametrize("key", ["wikidata: Q42", "identifiers: {viaf: Q42}"])
def test_an_id_of_another_list_is_that_of_one_name(key: str) -> None:
    site = _site("Ann Crust", key) + _site("Ben Crumble", key, id="ben-crumble")
    (found,) = told(other_name, site)
    assert found.startswith("content/names/ben-crumble.md:2:1: Q42 is the id of Ann Crust in ")
    assert told(other_name, site.replace("Q42", "Q43", 1)) == []


LINK = 'links: [{url: "https://www.crust.example/", label: Bakery}]'


def test_an_address_is_that_of_one_name() -> None:
    site = _site("Ann Crust", LINK) + _site("Ben Crumble", LINK.replace("www.", ""), id="ben-crumble")
    assert told(other_name, site) == [
        "content/names/ben-crumble.md:2:1: crust.example is among the links of Ann Crust, too "
        "(content/names/ann-crust.md)"
    ]
    assert hints(other_name, site) == [
        'correct one; if it is right, write `other-name = [{texts = ["Ben Crumble", "crust.example"], reason = "…"}]` '
        "below `[exceptions]` in site.toml"
    ]


def test_an_address_of_a_firm_and_its_baker_or_successor_or_of_three_is_that_of_all() -> None:
    ann, three = _site("Ann Crust", LINK), _site("Cy Dough", LINK, id="cy-dough")
    ben = _site("Ben Crumble", LINK, id="ben-crumble")
    assert told(other_name, ann + _site("Crust House", LINK, id="crust-house", kind="organisation")) == []
    assert told(other_name, ann + _site("Ben Crumble", f"{LINK}\nsucceeds: Ann Crust", id="ben-crumble")) == []
    assert told(other_name, ann + ben + three) == []


@pytest.mark.parametrize("id", ["ann-crsut", "ann-crus", "an-crust", "ann-crunst", "ann-crast"])
def test_a_file_that_is_called_so_but_for_a_letter_is_told(id: str) -> None:
    assert told(other_name, _site("Ann Crust", id=id)) == [
        f'content/names/{id}.md:2:1: this file is called {id}.md, which is almost the name, "Ann Crust"'
    ]
    assert hints(other_name, _site("Ann Crust", id=id)) == [
        f'rename it to ann-crust.md; if it is right, write `other-name = [{{texts = ["{id}"], reason = "…"}}]` below '
        "`[exceptions]` in site.toml"
    ]


def test_a_result_is_not_credited_to_another_name() -> None:
    site = "-- editions/tarte/2020.yaml --\nresults: {pomme: {laureate: Ann, credited_as: PRINTED}, poire: Ben}\n"
    assert hints(other_name, site.replace("PRINTED", "Ben")) == ["write `laureate: Ben`, or correct `credited_as`"]
    assert told(other_name, site.replace("PRINTED", "ANN")) == []


PERSON = "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\nborn: 1980-02-03\nMORE\n---\n"


def test_a_person_is_not_filed_below_the_first_name() -> None:
    site = PERSON.replace("MORE", "sort: Ann, Crust")
    there = "content/names/ann-crust.md:2:1: "
    assert told(other_name, site) == [f'{there}`sort: Ann, Crust` files "Ann Crust" below the first name']
    assert hints(other_name, site)[0].startswith(
        "write `sort: Crust, Ann`; if Ann is the family name, write `other-name"
    )
    assert told(other_name, PERSON.replace("MORE", "sort: Crust, Ann")) == []


def test_a_description_says_the_year_of_birth_that_stands_beside_it() -> None:
    site = PERSON.replace("MORE", "description: A baker born in Whitby in 1970.")
    told_there = "the description says born in 1970, and `born` 1980-02-03"
    assert told(other_name, site) == [f"content/names/ann-crust.md:2:1: {told_there}"]
    assert told(other_name, PERSON.replace("MORE", "description: Born in 1980; a baker since 1999.")) == []


def test_a_description_that_begins_with_another_name_is_told() -> None:
    other = "-- content/names/di-fork.md --\n---\nname: Di Fork\nkind: person\n---\n"
    site = PERSON.replace("MORE", "description: Di Fork, baker.") + other
    assert told(other_name, site) == [
        'content/names/ann-crust.md:2:1: the description of "Ann Crust" begins with Di Fork, another name'
    ]
    assert hints(other_name, site) == ["write that of Ann Crust, or delete it"]
    for passes in ("Di Fork and she baked, together.", "Ann Crust, baker.", "Baker, with Di Fork."):
        assert told(other_name, PERSON.replace("MORE", f"description: '{passes}'") + other) == []


def test_an_expansion_that_is_the_short_name_is_told() -> None:
    site = PERSON.replace("MORE", "expansion: AC")
    assert told(other_name, site) == [
        'content/names/ann-crust.md:2:1: the expansion "AC" is shorter than the name, "Ann Crust"'
    ]
    assert hints(other_name, site) == ["write `name: AC` and `expansion: Ann Crust`, or `aliases: [AC]`"]


def _two(more: str, body: str, other: str = "") -> str:
    ann = f"-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\n{other}\n---\n"
    return f"{ann}-- content/names/ben-crust.md --\n---\nname: Ben Crust\nkind: person\n{more}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("more", "body", "what"),
    [
        ("", "Ann Crust learnt to bake in a mill.", "text"),
        ("", "## Life\n\n**Ann Crust** learnt to bake in a mill.", ""),
        ("", "## Life\n\nAnn Crust learnt to bake in a mill.", "text"),
        ("description: Ann Crust bakes pies", "", "description"),
        ("", "[[Ann Crust]] was her aunt.", ""),
        ("", "Ann Crust and Ben Crust opened it.", ""),
        ("", "Ann Crust's nephew.", ""),
        ("", "Ann Crust taught Ben to bake.", ""),
        ("", "Learnt from Ann Crust.", ""),
    ],
)
def test_a_text_begins_with_no_other_name(more: str, body: str, what: str) -> None:
    said = f'the {what} of "Ben Crust" begins with Ann Crust, another name, and does not name its own'
    assert messages(other_name, _two(more, body)) == ([said] if what else [])


def _picture(src: str, alt: str) -> str:
    return f"picture: {{src: {src}, alt: {alt}}}"


@pytest.mark.parametrize(
    ("picture", "message"),
    [
        (_picture("ann-crust.jpg", "A baker"), "the picture ann-crust.jpg is called as Ann Crust, another name"),
        (_picture("2011/ann-crust-2.jpg", "A baker"), "the picture 2011/ann-crust-2.jpg is called as Ann Crust,"),
        (_picture("ben.jpg", "Ann Crust at the oven"), 'the text of the picture of "Ben Crust" begins with Ann Crust,'),
        (_picture("ann-crust.jpg", "Ben beside his sister"), ""),
        (_picture("ben-crust.jpg", "A baker"), ""),
        (_picture("ann.jpg", "A baker"), ""),
    ],
)
def test_a_picture_is_that_of_the_name(picture: str, message: str) -> None:
    told = messages(other_name, _two(picture, ""))
    assert [said.startswith(message) for said in told] == ([True] if message else [])


def test_a_picture_of_two_says_who_is_where() -> None:
    unsaid = _picture("both.jpg", "Two bakers")
    assert messages(other_name, _two(unsaid, "", unsaid)) == [
        "both.jpg is the picture of Ann Crust, too (content/names/ann-crust.md)"
    ]
    said = _picture("both.jpg", "'Ann on the left, Ben on the right'")
    assert told(other_name, _two(said, "", said)) == []
    third = "-- content/names/cy-dough.md --\n---\nname: Cy Dough\nkind: person\n" + unsaid + "\n---\n"
    assert told(other_name, _two(unsaid, "", unsaid) + third) == []

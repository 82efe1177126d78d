import pytest

from palmarium.checks import joined_names
from tests.archives import hints, told

SITE = "-- editions/pie/2011.yaml --\nresults:\n unknown:\n  - Ann Crust\n  - Ben Crumble\n  - {}\n"


@pytest.mark.parametrize(
    "joined",
    [
        "Ann Crust and Ben Crumble", "Ann Crust et Ben Crumble", "Ann Crust & Ben Crumble", "Ann Crust / Ben Crumble",
        "Ann Crust, Ben Crumble", "Ben Crumble + Ann Crust",
    ],
)  # fmt: skip
def test_two_known_names_written_as_one_are_told(joined: str) -> None:
    first, second = ("Ben Crumble", "Ann Crust") if joined.startswith("Ben") else ("Ann Crust", "Ben Crumble")
    assert told(joined_names, SITE.format(joined)) == [
        f'editions/pie/2011.yaml:5:5: "{joined}" is written as one name, and the archive knows {first} and {second}'
    ]
    assert hints(joined_names, SITE.format(joined)) == [
        f"if they are several, write `[{first}, {second}]`; if it is one, "
        f'write `joined-names = [{{texts = ["{joined}"], reason = "…"}}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "name", ["Ann Crust and Sons", "Crust & Crumble", "Ann Crust-Ben Crumble", "Andy Landers", "Pies, Cakes and Co"]
)
def test_a_name_of_which_a_part_is_not_known_is_one_name(name: str) -> None:
    assert told(joined_names, SITE.format(name)) == []


def test_a_firm_with_a_sign_in_its_name_stays_whole_in_a_list() -> None:
    text = "-- editions/pie/2011.yaml --\nresults: {unknown: [Crust & Sons, Ben Crumble, '%s']}\n"
    joined = "Ben Crumble, Crust & Sons"
    assert told(joined_names, text % joined) == [
        f'editions/pie/2011.yaml:1:48: "{joined}" is written as one name,'
        " and the archive knows Ben Crumble and Crust & Sons"
    ]


def test_a_slash_joins_a_name_that_is_known_with_one_that_is_not() -> None:
    assert told(joined_names, SITE.format("Ann Crust / Di Cake")) == [
        'editions/pie/2011.yaml:5:5: "Ann Crust / Di Cake" is written as one name, and the archive knows Ann Crust'
    ]
    assert told(joined_names, SITE.format("Ann Crust/Pies")) == []


def test_an_entity_is_a_sign_and_no_name() -> None:
    assert told(joined_names, SITE.format("'Crust &amp; Sons'")) == []
    assert hints(joined_names, SITE.format("'Ann Crust &amp; Ben Crumble'")) == [
        "if they are several, write `[Ann Crust, Ben Crumble]`; if it is one, write "
        '`joined-names = [{texts = ["Ann Crust &amp; Ben Crumble"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_a_name_with_a_file_is_one_name() -> None:
    file = "-- content/names/crusts.md --\n---\nname: Ann Crust & Ben Crumble\nkind: team\n---\n"
    assert told(joined_names, SITE.format("Ann Crust & Ben Crumble") + file) == []


@pytest.mark.parametrize("joined", ["Cy Tart; Di Cake", "(Cy Tart, Di Cake)"])
def test_a_semicolon_or_brackets_join_names_that_nobody_knows(joined: str) -> None:
    assert told(joined_names, SITE.format(f"'{joined}'")) == [
        f'editions/pie/2011.yaml:5:5: "{joined}" is written as one name'
    ]


@pytest.mark.parametrize("key", ["hosts", "jury", "speakers"])
def test_people_joined_by_a_comma_are_told(key: str) -> None:
    assert told(joined_names, f"-- editions/pie/2011.yaml --\n{key}: Cy Tart, Di Cake\n") == [
        f'editions/pie/2011.yaml:1:{len(key) + 3}: "Cy Tart, Di Cake" is written as one name'
    ]
    assert told(joined_names, f"-- editions/pie/2011.yaml --\n{key}: Cy Tart, Jr.\n") == []


@pytest.mark.parametrize("joined", ["Cy Tart and Di Cake", "Cy Tart & Di Cake", "Cy Tart et Di Cake"])
def test_two_people_joined_by_and_are_told(joined: str) -> None:
    assert told(joined_names, f"-- editions/pie/2011.yaml --\nhosts: {joined}\n") == [
        f'editions/pie/2011.yaml:1:8: "{joined}" is written as one name'
    ]
    assert told(joined_names, f"-- editions/pie/2011.yaml --\npartners: {joined}\n") == []
    assert told(joined_names, "-- editions/pie/2011.yaml --\nhosts: [Cy & Di, Cy and Di Tart]\n") == []


@pytest.mark.parametrize("joined", ["Crust Ltd, Sugar Co", "Grands Fours, Les Tartes", "Oven One, Oven Two, Oven Six"])
@pytest.mark.parametrize("key", ["partners", "method"])
def test_partners_and_providers_joined_by_a_comma_are_told(joined: str, key: str) -> None:
    value = f"'{joined}'" if key == "partners" else f"{{provider: '{joined}'}}"
    (line,) = told(joined_names, f"-- editions/pie/2011.yaml --\n{key}: {value}\n")
    assert line.endswith(f'"{joined}" is written as one name')


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Cakes and more, Pies and more",
            "Department for Culture, Media and Sport",
            "Ovens, Inc.",
            "Four Grill, Lille",
        ),
        *("University of Crust, San Crumble", "Chambre de commerce, Grande Ville"),
    ],
)
def test_one_partner_with_a_comma_passes(name: str) -> None:
    assert told(joined_names, f"-- editions/pie/2011.yaml --\npartners: ['{name}']\n") == []
    assert told(joined_names, "-- editions/pie/2011.yaml --\nresults: {pie: ['Crust Four, Sugar Pie']}\n") == []


def test_an_alias_or_a_tag_with_a_comma_is_several() -> None:
    name = "-- content/names/a.md --\n---\nname: Ann Crust\nkind: person\naliases: {}\n---\n"
    article = "-- content/articles/a.md --\n---\ntitle: A\ntags: pies, cakes\n---\n[[Ann Crust]]\n"
    assert told(joined_names, name.format("A. Crust, Annie") + article) == [
        'content/names/a.md:2:1: the alias "A. Crust, Annie" holds a comma',
        'content/articles/a.md:3:7: the tag "pies, cakes" holds a comma',
    ]
    assert told(joined_names, name.format("'Crust, Ann'")) == []


def test_a_tag_has_no_sign_before_it() -> None:
    site = "-- content/articles/a.md --\n---\ntitle: A\ntags: ['#Whitby']\n---\n\nText.\n"
    assert hints(joined_names, site) == ["write Whitby"]


@pytest.mark.parametrize("joined", ["Crust Ltd, Sugar Co", "Crust Ltd and Sugar Co", "Le Four SARL / Sugar Inc"])
def test_firms_with_their_legal_forms_are_told_anywhere(joined: str) -> None:
    (line,) = told(joined_names, f"-- editions/pie/2011.yaml --\nresults: {{pie: ['{joined}']}}\n")
    assert line.endswith(f'"{joined}" is written as one name')


@pytest.mark.parametrize("joined", ["Marrow & Daughters and The Salt House", "The Salt House, Marrow & Daughters"])
def test_a_known_name_may_hold_a_sign_that_joins_others(joined: str) -> None:
    site = f"-- editions/pie/2011.yaml --\nresults:\n unknown: [Marrow & Daughters, The Salt House, '{joined}']\n"
    [line] = told(joined_names, site)
    assert "the archive knows" in line
    assert "[Marrow & Daughters, The Salt House]" in hints(joined_names, site)[0].replace(
        "The Salt House, Marrow & Daughters", "Marrow & Daughters, The Salt House"
    )


ROW = """\
-- editions/pie/2010.yaml --
jury: [{name: Ann Crust, org: Guild of Bakers}]
results: {unknown: [Ann Crust, Ben Crumble]}
-- editions/pie/2011.yaml --
results:
  unknown:
    - "LINE"
"""


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("1; Ann Crust; baker; Guild of Bakers", "{rank: 1, laureate: Ann Crust, role: baker, org: Guild of Bakers}"),
        ("1. | Ann Crust | Guild of Bakers", "{rank: 1, laureate: Ann Crust, org: Guild of Bakers}"),
        ("2, Ben Crumble, 17/20", "{rank: 2, laureate: Ben Crumble, score: 17, out_of: 20}"),
        ("Ann Crust; baker; Guild of Bakers", "{laureate: Ann Crust, role: baker, org: Guild of Bakers}"),
    ],
)
def test_the_line_of_a_table_is_told_with_its_keys(line: str, row: str) -> None:
    assert hints(joined_names, ROW.replace("LINE", line))[0].startswith(f"write `{row}`; ")
    assert told(joined_names, ROW.replace('"LINE"', row)) == []


@pytest.mark.parametrize("line", ["1; Ann Crust; Ben Crumble", "1; baker; chef; Ann Crust"])
def test_what_would_be_an_error_is_never_the_text_to_paste(line: str) -> None:
    (hint,) = hints(joined_names, ROW.replace("LINE", line))
    assert hint.startswith("write each part under its key, as `{laureate: …, role: …, org: …}`; ")


@pytest.mark.parametrize("line", ["24, Rue de la Tarte, Lille", "1, 2, 3 Pies", "Three; Two; One"])
def test_a_number_in_a_name_makes_no_line_of_a_table(line: str) -> None:
    assert not any(hint.startswith("write `{") for hint in hints(joined_names, ROW.replace("LINE", line)))


@pytest.mark.parametrize(("typed", "meant"), [('"#pies #cakes"', "[pies, cakes]"), ('"#pies"', "pies")])
def test_tags_with_their_signs_are_written_without(typed: str, meant: str) -> None:
    site = f"-- content/articles/a.md --\n---\ntitle: A\ntags: {typed}\n---\nText.\n"
    assert hints(joined_names, site) == [f"write {meant}"]


def test_tags_with_a_comma_are_a_list() -> None:
    site = "-- content/articles/a.md --\n---\ntitle: A\ntags: pies, cakes\n---\nText.\n"
    assert [hint.split(";")[0] for hint in hints(joined_names, site)] == ["if they are several, write `[pies, cakes]`"]

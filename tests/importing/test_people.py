"""Whose name a text is: identities, namesakes, spellings; never a merge that nobody declared."""

from .small import AWARD, Brought, bring

SITE = '-- site.toml --\ntitle = "Pies"\nbase_url = "https://pies.example/"\n'
NAMES = AWARD + '[name]\nidentity = "{id}"\nauthority = "ovens"\nkind = "person"\n'
HEADER = "year,category,name,id\n"


def names(made: Brought) -> dict[str, str]:
    return {path.split("/")[-1]: text for path, text in made.files.items() if path.startswith("content/names/")}


def edition(made: Brought, id: str = "2001") -> str:
    return made.files[f"editions/pie/{id}.yaml"].partition("results:\n")[2]


def test_a_name_has_a_file_where_there_is_more_to_say_than_the_name() -> None:
    table = "year,category,name,kind\n2001,Best,Ann,person\n2001,Tart,Ovens Ltd,organisation\n"
    made = bring(SITE, table, AWARD + '[name]\nkind = "{kind}"\n')
    assert names(made) == {"ann.md": "---\nname: Ann\nkind: person\n---\n"}


def test_the_same_identity_is_the_same_name_whatever_the_spelling() -> None:
    made = bring(SITE, HEADER + "2001,Best,Ann Crumb,7\n2002,Best,A. Crumb,7\n2003,Best,Ann Crumb,7\n", NAMES)
    assert names(made) == {
        "ann-crumb.md": '---\nname: Ann Crumb\nkind: person\naliases: [A. Crumb]\nidentifiers: {ovens: "7"}\n---\n'
    }
    assert edition(made, "2002") == "  best: A. Crumb\n"
    assert made.report[2] == "names: 1 new, 0 matched, 0 suggestions"


def test_two_identities_with_one_name_are_two_people() -> None:
    made = bring(SITE, HEADER + "2001,Best,Ann,7\n2001,Tart,Ann,8\n", NAMES)
    assert names(made) == {
        "ann-7.md": '---\nname: Ann\nkind: person\ndisambiguation: ovens 7\nidentifiers: {ovens: "7"}\n---\n',
        "ann-8.md": '---\nname: Ann\nkind: person\ndisambiguation: ovens 8\nidentifiers: {ovens: "8"}\n---\n',
    }
    assert edition(made) == "  best: ann-7\n  tart: ann-8\n"


def test_a_mapped_column_tells_namesakes_apart_and_nobody_else() -> None:
    table = "year,category,name,id,city\n2001,A,Ann,7,Bath\n2001,B,Ann,8,York\n2001,C,Bo,9,York\n"
    made = bring(SITE, table, NAMES + 'disambiguation = "{city}"\n')
    told = {file: text.split("disambiguation: ") for file, text in names(made).items()}
    apart = {file: parts[1].split("\n")[0] for file, parts in told.items() if len(parts) > 1}
    assert apart == {"ann-7.md": "Bath", "ann-8.md": "York"}


def test_a_second_import_finds_a_name_by_its_identity_under_another_name() -> None:
    file = '-- content/names/ann.md --\n---\nname: Ann Rye\nkind: person\nidentifiers: {ovens: "7"}\n---\n'
    made = bring(SITE + file, HEADER + "2001,Best,Ann Crumb,7\n", NAMES)
    assert names(made) == {
        "ann.md": '---\nname: Ann Rye\nkind: person\naliases: [Ann Crumb]\nidentifiers: {ovens: "7"}\n---\n'
    }


def test_an_id_of_wikidata_has_a_key_of_its_own() -> None:
    mapping = NAMES.replace("ovens", "wikidata")
    made = bring(SITE, HEADER + "2001,Best,Ann Crumb,Q7\n", mapping)
    assert names(made)["ann-crumb.md"] == "---\nname: Ann Crumb\nkind: person\nwikidata: Q7\n---\n"
    file = "-- content/names/ann.md --\n---\nname: Ann Rye\nkind: person\nwikidata: Q7\n---\n"
    again = bring(SITE + file, HEADER + "2001,Best,Ann Crumb,Q7\n", mapping)
    assert names(again) == {"ann.md": "---\nname: Ann Rye\nkind: person\naliases: [Ann Crumb]\nwikidata: Q7\n---\n"}


def test_a_name_without_that_identity_is_the_same_by_its_text() -> None:
    file = "-- content/names/ann.md --\n---\nname: Ann\nkind: person\n---\n"
    made = bring(SITE + file, HEADER + "2001,Best,Ann,7\n", NAMES)
    assert names(made)["ann.md"] == '---\nname: Ann\nkind: person\nidentifiers: {ovens: "7"}\n---\n'
    assert "names: 0 new, 1 matched, 0 suggestions" in made.report


def test_a_name_of_another_identity_is_somebody_else_and_both_are_told_apart() -> None:
    first = bring(SITE, HEADER + "2001,Best,Ann,7\n", NAMES)
    assert edition(first) == "  best: Ann\n"
    made = first.again(HEADER + "2002,Best,Ann,8\n", NAMES)
    assert edition(made) == "  best: ann\n"
    assert edition(made, "2002") == "  best: ann-8\n"
    assert "disambiguation: ovens 7\n" in names(made)["ann.md"]
    assert "disambiguation: ovens 8\n" in names(made)["ann-8.md"]
    assert "  editions/pie/2001.yaml:2: Ann: ann" in made.report
    assert made.again(HEADER + "2001,Best,Ann,7\n2002,Best,Ann,8\n", NAMES).written == ()


def test_a_text_that_several_bear_lands_nowhere_without_an_identity() -> None:
    files = "".join(
        f"-- content/names/ann-{each}.md --\n---\nname: Ann\nkind: person\ndisambiguation: {each}\n---\n"
        for each in ("bath", "york")
    )
    made = bring(SITE + files, "year,category,name\n2001,Best,Ann\n2001,Tart,Bo\n", AWARD)
    assert edition(made) == "  best: unknown\n  tart: Bo\n"
    assert made.problems == ('results.csv:2:1: "Ann" is the name of several  [row-not-landed]',)
    assert made.hints == (
        "map the column of their ids as `[name] identity`, or say which is meant: "
        '`map = {"Ann" = "ann-bath"}`, or ann-york',
    )
    assert made.report[0] == "2 rows read = 1 landed + 0 skipped + 1 not landed"


def test_a_row_without_an_identity_means_the_one_who_has_the_name() -> None:
    made = bring(SITE, HEADER + "2001,Best,Ann,7\n2002,Best,Ann,\n", NAMES)
    assert list(names(made)) == ["ann.md"]
    assert edition(made, "2002") == "  best: Ann\n"


def test_of_two_new_names_that_look_alike_the_rarer_is_told() -> None:
    rows = ("Hew Lichfield", "Hew Lichfield", "Hew Lichfeld")
    for order in (rows, rows[::-1]):
        table = "year,category,name\n" + "".join(f"{2011 + at},Pie,{name}\n" for at, name in enumerate(order))
        (problem,) = bring("", table, AWARD).problems
        assert '"Hew Lichfeld" looks like "Hew Lichfield" (hew-lichfield); it was' in problem


def test_names_that_look_alike_are_suggested_and_never_merged() -> None:
    award = "-- editions/pie/award.yaml --\nname: pie\ncategories: {best: Best}\n"
    site = f"{SITE}{award}-- editions/pie/2000.yaml --\nresults: {{best: Mercedes-Benz}}\n"
    made = bring(site, "year,category,name\n2001,Best,Mercedes Benz\n", AWARD)
    assert edition(made) == "  best: Mercedes Benz\n"
    assert made.report[2] == "names: 1 new, 0 matched, 1 suggestion"
    assert made.problems == (
        'results.csv:2:1: "Mercedes Benz" looks like "Mercedes-Benz" (mercedes-benz); '
        "it was written as a name of its own  [near-name]",
    )


def test_two_spellings_with_one_slug_are_two_names() -> None:
    made = bring(SITE, "year,category,name\n2001,Best,Club d'Arc\n2001,Tart,Club d'ARC\n", AWARD)
    assert edition(made) == "  best: Club d'Arc\n  tart: Club d'ARC\n"
    assert names(made) == {"club-d-arc-2.md": "---\nname: Club d'ARC\nkind: organisation\n---\n"}


def test_an_alias_leads_to_its_name() -> None:
    file = "-- content/names/club.md --\n---\nname: Club d'Arc\nkind: organisation\naliases: [Club d'ARC]\n---\n"
    made = bring(SITE + file, "year,category,name\n2001,Best,Club d'ARC\n", AWARD)
    assert edition(made) == "  best: Club d'ARC\n"
    assert made.report[2] == "names: 0 new, 1 matched, 0 suggestions"


def test_several_laureates_need_as_many_identities() -> None:
    mapping = NAMES.replace('"{name}"', '{column = "name", split = ";"}').replace(
        '"{id}"', '{column = "id", split = "|", empty = "?"}'
    )
    made = bring(SITE, HEADER + "2001,Best,Ann;Bo;Cy,7|?|9\n2001,Tart,Di;Ed,5\n", mapping)
    assert sorted(names(made)) == ["ann.md", "bo.md", "cy.md"]
    assert "identifiers" not in names(made)["bo.md"]
    assert made.problems == ("results.csv:3:1: 1 identities for 2 laureates  [row-not-landed]",)


def test_a_name_of_several_is_told_wherever_it_stands() -> None:
    files = "".join(
        f"-- content/names/ann-{each}.md --\n---\nname: Ann\nkind: person\ndisambiguation: {each}\n---\n"
        for each in ("bath", "york")
    )
    mapping = """
[award]
id = "pie"
partners = "{who}"
[edition]
id = "{year}"
hosts = ["{who}", "{name}"]
jury = {name = "{who}", posts = {role = "chef", org = "{who}"}}
method.provider = "{who}"
[category]
id = "{category}"
partner = "{who}"
[entry]
partner = "{who}"
[result]
laureate = "{name}"
org = "{who}"
represented_by = "{who}"
"""
    made = bring(SITE + files, "year,category,name,who\n2001,Best,Bo,\n2001,Best,Cy,Ann\n", mapping)
    keys = ("partners", "hosts", "jury", "org", "provider", "partner", "represented_by")
    assert made.problems == tuple(
        f'results.csv:3:1: {key}: "Ann" is the name of several; left out  [ambiguous-name]' for key in keys
    )
    assert set(made.hints) == {'say which is meant: `map = {"Ann" = "ann-bath"}`, or ann-york'}
    assert made.report[0] == "2 rows read = 1 landed + 1 landed in part + 0 skipped + 0 not landed"
    assert "Ann" not in made.files["editions/pie/2001.yaml"]


def test_a_name_with_something_in_brackets_is_suggested_to_be_the_one_without() -> None:
    table = "year,category,name\n2001,Best,Ann Crumb\n2002,Best,Ann Crumb (2)\n2003,Best,Bo (band)\n"
    made = bring(SITE, table, AWARD)
    assert made.problems == (
        'results.csv:3:1: "Ann Crumb (2)" may be "Ann Crumb" (ann-crumb); it was written as a name of its own'
        "  [near-name]",
    )
    assert made.hints == (r"to leave what stands in brackets out: `pattern = '^(.*?)(?: \(.*\))?$'`",)


def test_a_bare_name_that_gets_a_namesake_keeps_its_spelling_in_a_file_of_its_own() -> None:
    award = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {best: Best}\n"
    site = f"{SITE}{award}-- editions/pie/2000.yaml --\nresults: {{best: [Ann Rye, Bo]}}\n"
    table = HEADER + "2001,Best,Cy,7\n2001,Tart,Ann Rye,7\n2001,Bun,Bo,7\n"
    made = bring(site, table, NAMES)
    assert made.files["editions/pie/2000.yaml"] == "results: {best: [ann-rye, bo]}\n"
    assert names(made)["ann-rye.md"] == "---\nname: Ann Rye\nkind: organisation\ndisambiguation: Pie 2000\n---\n"
    assert "aliases: [Ann Rye, Bo]" in names(made)["cy.md"]
    assert made.again(table, NAMES).written == ()

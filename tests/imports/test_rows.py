"""What a row stands for; a row that stands for nothing is named with its line."""

import pytest

from .small import AWARD, bring

EMPTY = '-- site.toml --\ntitle = "Pies"\nbase_url = "https://pies.example/"\n'


def results(table: str, mapping: str, edition: str = "2001") -> str:
    """What the file of an edition says below its first line `results:`, and nothing wrong."""
    made = bring(EMPTY, table, mapping)
    assert made.problems == ()
    assert made.again(table, mapping).written == ()
    return made.files[f"editions/pie/{edition}.yaml"].partition("results:\n")[2]


def test_a_plain_winner_is_a_bare_name() -> None:
    assert results("year,category,name\n2001,Best,Ann\n2001,Tart,Bo\n2001,Tart,Cy\n", AWARD) == (
        "  best: Ann\n  tart: [Bo, Cy]\n"
    )


def test_an_award_has_its_categories_in_the_order_that_is_wanted() -> None:
    mapping = AWARD.replace('[category]\n', '[category]\norder = ["Tart", "best"]\nmany = "true"\n')
    made = bring(EMPTY, "year,category,name\n2001,Bun,Ann\n2001,Best,Ann\n2001,Tart,Bo\n", mapping)
    assert made.files["editions/pie/award.yaml"] == (
        "name: pie\n"
        "categories:\n"
        "  tart: {name: Tart, many: true}\n"
        "  best: {name: Best, many: true}\n"
        "  bun: {name: Bun, many: true}\n"
    )


def test_a_label_is_any_text_and_its_id_a_slug() -> None:
    made = bring(EMPTY, "year,category,name\n1927/28,Best,Ann\n", AWARD)
    assert made.files["editions/pie/1927-28.yaml"] == "label: 1927/28\nresults:\n  best: Ann\n"


def test_one_file_may_hold_many_awards() -> None:
    mapping = AWARD.replace('"pie"', '"{award}"')
    made = bring(EMPTY, "award,year,category,name\nThe Pie,2001,Best,Ann\nBun,2001,Best,Bo\n", mapping)
    assert made.files["editions/the-pie/award.yaml"] == "name: The Pie\ncategories:\n  best: Best\n"
    assert made.files["editions/bun/2001.yaml"] == "results:\n  best: Bo\n"


def test_a_printed_name_is_kept_where_it_differs() -> None:
    mapping = AWARD.replace("[result]", 'printed_name = "{printed}"\n[result]')
    table = "year,category,printed,name\n2001,Best,Best,Ann\n2002,Best,The Best,Ann\n2002,Best,The Best,Bo\n"
    assert results(table, mapping) == "  best: Ann\n"
    assert results(table, mapping, "2002") == "  best: {printed_name: The Best, results: [Ann, Bo]}\n"


def test_two_printed_names_of_one_category_in_one_year_are_both_kept() -> None:
    mapping = AWARD.replace("[result]", 'printed_name = "{printed}"\n[result]')
    table = "year,category,printed,name\n2001,Best,Best (dark),Ann\n2001,Best,Best (light),Bo\n2001,Best,Best,Cy\n"
    assert results(table, mapping) == (
        "  best:\n"
        "    printed_name: Best (dark)\n"
        "    results:\n"
        "      - Ann\n"
        "      - {laureate: Bo, printed_category: Best (light)}\n"
        "      - {laureate: Cy, printed_category: Best}\n"
    )
    plain_first = "year,category,printed,name\n2001,Best,Best,Ann\n2001,Best,Best (light),Bo\n"
    assert results(plain_first, mapping) == "  best:\n    - Ann\n    - {laureate: Bo, printed_category: Best (light)}\n"


def test_nobody_got_it_for_no_stated_reason() -> None:
    mapping = AWARD + '[not_awarded]\nwhen = {column = "name", is = "No award"}\n'
    assert results("year,category,name\n2001,Best,No award\n2001,Tart,Bo\n", mapping) == (
        "  best: {not_awarded: other}\n  tart: Bo\n"
    )


def test_names_of_the_same_letters_are_one_category_and_others_are_not() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best Bun,Ann\n2002,BEST BUN,Bo\n2002,Best-Bún,Cy\n", AWARD)
    assert made.files["editions/pie/award.yaml"] == (
        "name: pie\ncategories:\n  best-bun: Best Bun\n  best-bun-2: Best-Bún\n"
    )


def test_without_a_category_laureates_stand_below_unknown() -> None:
    mapping = AWARD.replace('[category]\nid = "{category}"\n', "")
    assert results("year,name\n2001,Ann\n2001,Bo\n", mapping) == "  unknown: [Ann, Bo]\n"


def test_words_in_the_place_of_a_name_mean_no_award() -> None:
    mapping = AWARD + '[not_awarded]\nwhen = {column = "name", is = ["No award", ""]}\nreason = "no-majority"\n'
    table = "year,category,name\n2001,Best,No award\n2001,Tart,\n2001,Bun,Ann\n"
    assert results(table, mapping) == (
        "  best: {not_awarded: no-majority}\n  tart: {not_awarded: no-majority}\n  bun: Ann\n"
    )


def test_a_laureate_may_be_unknown() -> None:
    mapping = AWARD + '[unknown]\nwhen = {column = "name", is = "?"}\n'
    assert results("year,category,name\n2001,Best,?\n", mapping) == "  best: unknown\n"


def test_several_laureates_of_a_cell_share_a_result_unless_they_do_not() -> None:
    split = AWARD.replace('laureate = "{name}"', 'laureate = {column = "name", split = [";", " and "]}\nfor = "{work}"')
    table = "year,category,name,work\n2001,Best,Ann; Bo and Cy,Loaf\n"
    assert results(table, split) == "  best: {laureate: [Ann, Bo, Cy], for: Loaf}\n"
    assert results(table, split.replace("for =", "joint = false\nfor =")) == (
        "  best:\n"
        "    - {laureate: Ann, for: Loaf}\n"
        "    - {laureate: Bo, for: Loaf}\n"
        "    - {laureate: Cy, for: Loaf}\n"
    )


def test_a_cell_is_split_only_where_the_mapping_says_so() -> None:
    assert results("year,category,name\n2001,Best,Staples Direct - JPG and Co; Ltd\n", AWARD) == (
        "  best: Staples Direct - JPG and Co; Ltd\n"
    )


def test_what_stands_side_by_side_belongs_together() -> None:
    mapping = AWARD.replace(
        'laureate = "{name}"', 'laureate = {column = "name", split = ";"}\nrole = {column = "role", split = ";"}'
    )
    assert results("year,category,name,role\n2001,Best,Ann;Bo;Cy,cook;;taster\n", mapping) == (
        "  best: {laureate: [{name: Ann, role: cook}, Bo, {name: Cy, role: taster}]}\n"
    )


def test_rows_of_one_group_share_a_result() -> None:
    mapping = AWARD + 'group = "{work}"\nfor = "{work}"\n'
    table = "year,category,name,work\n2001,Best,Ann,Loaf\n2001,Best,Bo,Bun\n2001,Best,Cy,Loaf\n"
    assert results(table, mapping) == (
        "  best:\n    - {laureate: [Ann, Cy], for: Loaf}\n    - {laureate: Bo, for: Bun}\n"
    )


def test_free_text_is_read_by_the_first_rule_that_fits() -> None:
    mapping = AWARD + r"""
[name]
kind = "person"
[[rule]]
match = '^(?P<laureate>Staff of (?P<org>.+))$'
kind = "team"
[[rule]]
match = '^(?P<laureate>.+) of (?P<org>The .+)$'
split = [" and ", ", "]
[[rule]]
match = '^(?P<laureate>[^,]+), for (?P<for>.+)$'
[[rule]]
match = '^The '
kind = "organisation"
"""
    table = (
        "year,category,name\n2001,A,Staff of The Bun\n2001,B,The Bun\n2001,C,Ann and Bo of The Bun\n"
        '2001,D,"Ann, for “Pie, and more”"\n2001,E,Staff\n'
    )
    made = bring(EMPTY, table, mapping)
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n"
        "  a: {laureate: Staff of The Bun, org: The Bun}\n"
        "  b: The Bun\n"
        "  c: {laureate: [{name: Ann, org: The Bun}, {name: Bo, org: The Bun}]}\n"
        '  d: {laureate: Ann, for: "“Pie, and more”"}\n'
        "  e: Staff\n"
    )
    # Who has a post is a person without a word.
    kinds = {path: text.split("kind: ")[1].split("\n")[0] for path, text in made.files.items() if "names/" in path}
    assert kinds == {
        "content/names/staff-of-the-bun.md": "team",
        "content/names/staff.md": "person",
    }


def test_a_distinction_goes_without_saying_where_it_does() -> None:
    mapping = AWARD + 'distinction = {column = "won", map = {yes = "winner"}, else = "nominee"}\nrank = "{rank}"\n'
    assert results("year,category,name,won,rank\n2001,Best,Ann,yes,\n2001,Best,Bo,no,\n", mapping) == (
        "  best:\n    - Ann\n    - {laureate: Bo, distinction: nominee}\n"
    )
    ranked = mapping.replace("nominee", "ranked")
    assert results("year,category,name,won,rank\n2001,Best,Ann,no,2\n2001,Best,Bo,yes,1\n", ranked) == (
        "  best:\n    - {rank: 2, laureate: Ann}\n    - {rank: 1, laureate: Bo}\n"
    )


def test_every_row_lands_is_skipped_or_is_named_with_its_line() -> None:
    mapping = AWARD + '[[skip]]\nwhen = {column = "year", matches = "^Total"}\nwhy = "sums"\n'
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\nTotal 1,,\n,Best,Bo\n2002,Best,\n", mapping)
    assert made.report[:2] == ("4 rows read = 1 landed + 1 skipped + 2 not landed", "  skipped: 1, sums")
    assert made.problems == (
        "results.csv:4:1: no edition  [row-not-landed]",
        "results.csv:5:1: no laureate  [row-not-landed]",
    )
    assert made.hints[1] == "say which rows are meant: `[not_awarded]`, `[unknown]` or `[[skip]]`, each with `when`"


def test_a_value_that_can_t_stand_is_left_out_and_told_with_its_line() -> None:
    mapping = AWARD + 'rank = "{rank}"\nawarded_on = {column = "on", date = "%d/%m/%Y"}\n'
    table = "year,category,name,rank,on\n2001,Best,Ann,first,31/02/2001\n2001,Best,Bo,2,28/02/2001\n"
    made = bring(EMPTY, table, mapping)
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n  best:\n    - Ann\n    - {rank: 2, laureate: Bo, awarded_on: 2001-02-28}\n"
    )
    assert made.problems == (
        'results.csv:2:1: rank: "first" is not a whole number; left out  [value-left-out]',
        'results.csv:2:1: awarded_on: "31/02/2001" is not a date written as %d/%m/%Y; left out  [value-left-out]',
    )


def test_two_rows_that_contradict_each_other_are_told() -> None:
    mapping = AWARD.replace("[category]", 'theme = "{theme}"\n[category]')
    made = bring(EMPTY, "year,theme,category,name\n2001,rye,Best,Ann\n2001,oat,Tart,Bo\n", mapping)
    assert made.problems == (
        'results.csv:3:1: pie/2001 has the theme "oat" here, and "rye" in a row before; the first stays  [rows-differ]',
    )


def test_the_same_row_twice_lands_once_and_is_told() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\n2001,Best,Ann\n", AWARD)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Ann\n"
    assert made.problems == ("results.csv:3:1: this row says the same as line 2  [said-twice]",)


def test_an_error_that_the_import_would_bring_in_stops_it_and_names_the_row() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\nlate,Best,Bo\n", AWARD)
    assert made.written == ()
    assert made.problems == (
        'editions/pie/late.yaml:1:1: the label "late" holds no year to sort by  [no-year]',
        'results.csv:3:1: this row would bring that in: the label "late" holds no year to sort by  [no-year]',
    )


def test_an_error_that_is_there_already_stops_nothing() -> None:
    site = EMPTY + "-- editions/bun/award.yaml --\nnme: Bun\n"
    made = bring(site, "year,category,name\n2001,Best,Ann\n", AWARD)
    assert "editions/pie/2001.yaml" in made.written


def test_the_row_of_an_error_is_that_of_its_result() -> None:
    mapping = AWARD + 'round = "{round}"\n'
    made = bring(EMPTY, "year,category,name,round\n2001,Best,Ann,\n2001,Tart,Bo,\n2001,Tart,Cy,final\n", mapping)
    places = [":".join(problem.split(":")[:2]) for problem in made.problems]
    assert places == ["editions/pie/2001.yaml:5", "results.csv:4"]


@pytest.mark.parametrize(
    ("mapping", "row"),
    [
        ('[award]\nid = "pie"\n[edition]\nid = "{year}"\nordinal = "{number}"\n', "ordinal: 3\nresults: {}\n"),
        ('[award]\nid = "pie"\n[edition]\nid = "{year}"\nhosts = "{name}"\n', "hosts: [Ann]\nresults: {}\n"),
    ],
)
def test_rows_may_be_about_editions_alone(mapping: str, row: str) -> None:
    made = bring(EMPTY, "year,number,name\n2001,3,Ann\n", mapping)
    assert made.files["editions/pie/2001.yaml"] == row.removesuffix("results: {}\n")


def test_rows_may_be_about_names_alone() -> None:
    mapping = '[name]\nname = "{name}"\nidentity = "{id}"\nauthority = "ovens"\nkind = "person"\nborn = "{born}"\n'
    made = bring(EMPTY, "name,id,born\nAnn,7,1970-05\n", mapping)
    assert made.files["content/names/ann.md"] == (
        '---\nname: Ann\nkind: person\nborn: 1970-05\nidentifiers: {ovens: "7"}\n---\n'
    )


def test_a_pasted_list_of_names_with_its_trophies() -> None:
    mapping = """
[award]
id = "pie"
[edition]
id = "2011"
[result]
laureate = "{name}"
count = "{count}"
"""
    made = bring(EMPTY, "- Ovens & Sons\n- Crusts (two trophies)\n- Peel\n", mapping, name="names.txt")
    assert made.files["editions/pie/2011.yaml"] == (
        "results:\n  unknown:\n    - Ovens & Sons\n    - {laureate: Crusts, count: 2}\n    - Peel\n"
    )


def test_an_edition_is_never_written_over_its_award() -> None:
    mapping = AWARD.replace("[category]", 'sort_year = "2001"\n[category]')
    made = bring(EMPTY, "year,category,name\nAward,Best,Ann\n", mapping)
    assert made.files["editions/pie/award-2.yaml"].startswith("label: Award\n")
    assert made.files["editions/pie/award.yaml"].startswith("name: pie\n")


def test_an_exception_of_the_site_lets_an_import_pass_as_it_lets_a_build() -> None:
    table = "year,category,name\n2001,Best,Armelle Balenceu\n2001,Tart,Armelle Balanceu\n"
    strict = EMPTY + '[checks]\nnear-duplicate = "error"\n'
    refused = bring(strict, table, AWARD)
    assert any("is written almost like" in problem for problem in refused.problems)
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Balenceu", "Balanceu"], reason = "Two."}]\n'
    made = bring(strict + accepted, table, AWARD)
    assert not any("is written almost like" in problem for problem in made.problems)
    assert "editions/pie/2001.yaml" in made.written

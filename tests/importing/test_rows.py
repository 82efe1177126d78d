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
    mapping = AWARD.replace("[category]\n", '[category]\norder = ["Tart", "best"]\nmany = "true"\n')
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
    mapping = AWARD + '[[not_awarded]]\nwhen = {column = "name", is = "No award"}\n'
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


def test_sections_for_nobody_stand_as_often_as_there_is_a_reason() -> None:
    mapping = AWARD + "".join(
        f'[[not_awarded]]\nwhen = {{column = "name", is = "{text}"}}\nreason = "{reason}"\n'
        for text, reason in (("No award", "no-majority"), ("Withheld", "reserved"))
    )
    mapping += "".join(f'[[unknown]]\nwhen = {{column = "name", is = "{text}"}}\n' for text in ("Gone", "?"))
    table = "year,category,name\n2001,Best,No award\n2001,Tart,Withheld\n2001,Bun,Gone\n2001,Pie,?\n"
    assert results(table, mapping) == (
        "  best: {not_awarded: no-majority}\n  tart: {not_awarded: reserved}\n  bun: unknown\n  pie: unknown\n"
    )


def test_words_in_the_place_of_a_name_mean_no_award() -> None:
    mapping = AWARD + '[[not_awarded]]\nwhen = {column = "name", is = ["No award", ""]}\nreason = "no-majority"\n'
    table = "year,category,name\n2001,Best,No award\n2001,Tart,\n2001,Bun,Ann\n"
    assert results(table, mapping) == (
        "  best: {not_awarded: no-majority}\n  tart: {not_awarded: no-majority}\n  bun: Ann\n"
    )


def test_a_laureate_may_be_unknown() -> None:
    mapping = AWARD + '[[unknown]]\nwhen = {column = "name", is = "?"}\n'
    assert results("year,category,name\n2001,Best,?\n", mapping) == "  best: unknown\n"


def test_several_laureates_of_a_cell_share_a_result_unless_they_do_not() -> None:
    split = AWARD.replace('laureate = "{name}"', 'laureate = {column = "name", split = [";", " and "]}\nfor = "{work}"')
    table = "year,category,name,work\n2001,Best,Ann; Bo and Cy,Loaf\n"
    assert results(table, split) == "  best: {laureate: [Ann, Bo, Cy], for: Loaf}\n"
    assert results(table, split.replace("for =", "joint = false\nfor =")) == (
        "  best:\n    - {laureate: Ann, for: Loaf}\n    - {laureate: Bo, for: Loaf}\n    - {laureate: Cy, for: Loaf}\n"
    )


def test_a_cell_is_split_only_where_the_mapping_says_so() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Staples Direct - JPG and Co; Ltd\n", AWARD)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Staples Direct - JPG and Co; Ltd\n"
    assert made.problems == (
        'results.csv:2:1: "Staples Direct - JPG and Co; Ltd" is written as one name  [joined-names]',
    )
    assert made.hints == ('if they are several: `split = ";"`',)


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
    mapping = (
        AWARD
        + r"""
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
    )
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


def test_a_dash_beside_nobody_says_no_more_than_that() -> None:
    mapping = f'{AWARD}[name]\ncity = "{{town}}"\n[[not_awarded]]\nwhen = {{column = "name", is = "none"}}\n'
    made = bring(EMPTY, "year,category,name,town\n2001,Best,none,-\n", mapping)
    assert made.problems == ()
    assert bring(EMPTY, "year,category,name,town\n2001,Best,none,Bath\n", mapping).problems == (
        'results.csv:2:1: city: "Bath" in a row that says that nobody got it; left out  [value-left-out]',
    )


ODD = 'distinction = {column = "won", map = {yes = "winner"}}\n'


@pytest.mark.parametrize(
    ("mapping", "row"),
    [
        (f'{AWARD}{ODD}[[unknown]]\nwhen = {{column = "name", is = "?"}}\n', "2001,Tart,?,odd"),
        (f"{AWARD}{ODD}", "2001,Tart,Bo,odd"),
        (f"{AWARD}{ODD}", "2002,Tart,Bo,"),
    ],
)
def test_a_row_that_did_not_land_leaves_no_trace(mapping: str, row: str) -> None:
    made = bring(EMPTY, f"year,category,name,won\n2001,Best,Ann,yes\n{row}\n", mapping)
    assert made.report[0] == "2 rows read = 1 landed + 0 skipped + 1 not landed"
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Ann\n"
    assert "tart" not in made.files["editions/pie/award.yaml"]
    assert "editions/pie/2002.yaml" not in made.files


def test_where_no_row_landed_nothing_is_written_and_the_hint_knows_the_word() -> None:
    mapping = f'{AWARD}distinction = "{{won}}"\n'
    made = bring(EMPTY, "year,category,name,won\n2001,Best,Ann,Won\n", mapping)
    assert made.written == ()
    assert made.hints == ('say what it means: `map = {"Won" = "winner"}`',)


def test_what_joined_rows_repeat_is_named_once_among_the_columns_that_are_not_taken() -> None:
    joins = "".join(
        f'[[read.joins]]\nrows = "st.people[]"\non = {{id = "{column}"}}\nprefix = "{column}."\n'
        for column in ("name", "guest")
    )
    mapping = f'[read]\nrows = "rows[]"\n{joins}{AWARD}'.replace('"{name}"', '"{name.called}"')
    data = (
        b'{"st": {"seen": "x", "people": [{"id": "a", "called": "Ann"}, {"id": "b", "called": "Bo"}]},\n'
        b' "rows": [{"year": "2001", "category": "Best", "name": "a", "guest": "b"}]}'
    )
    made = bring(EMPTY, data, mapping, name="results.json")
    assert [line for line in made.report if "not taken" in line] == [
        'columns not taken: ../st.seen ("x"), guest.called ("Bo")'
    ]


def test_every_row_lands_is_skipped_or_is_named_with_its_line() -> None:
    mapping = AWARD + '[[skip]]\nwhen = {column = "year", matches = "^Total"}\nwhy = "sums"\n'
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\nTotal 1,,\n,Best,Bo\n2002,Best,\n", mapping)
    assert made.report[:2] == ("4 rows read = 1 landed + 1 skipped + 2 not landed", "  skipped: 1, sums")
    assert made.problems == (
        "results.csv:4:1: no edition  [row-not-landed]",
        "results.csv:5:1: no laureate  [row-not-landed]",
    )
    assert made.hints[1] == "say what it means: `[[not_awarded]]`, `[[unknown]]` or `[[skip]]`, each with `when`"


def test_a_value_that_can_t_stand_is_left_out_and_told_with_its_line() -> None:
    mapping = AWARD + 'rank = "{rank}"\nawarded_on = {column = "on", date = "%d/%m/%Y"}\n'
    table = "year,category,name,rank,on\n2001,Best,Ann,1,31/02/2001\n2001,Best,Bo,2,28/02/2001\n"
    made = bring(EMPTY, table, mapping)
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n  best:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo, awarded_on: 2001-02-28}\n"
    )
    assert made.problems == (
        'results.csv:2:1: awarded_on: "31/02/2001" is not a date written as %d/%m/%Y; left out  [value-left-out]',
    )
    assert made.hints == ("2001-02 has 28 days: correct it in the table",)
    assert made.report[0] == "2 rows read = 1 landed + 1 landed in part + 0 skipped + 0 not landed"


def test_two_rows_that_contradict_each_other_are_told() -> None:
    mapping = AWARD.replace("[category]", 'theme = "{theme}"\n[category]')
    made = bring(EMPTY, "year,theme,category,name\n2001,rye,Best,Ann\n2001,oat,Tart,Bo\n", mapping)
    assert made.problems == (
        'results.csv:3:1: pie/2001 has the theme "oat" here, and "rye" in line 2; the first stays  [rows-differ]',
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


def test_of_an_unknown_laureate_what_is_known_is_kept() -> None:
    mapping = AWARD + 'for = "{film}"\nrole = "{role}"\n[[unknown]]\nwhen = {column = "name", is = "?"}\n'
    made = bring(
        EMPTY,
        "year,category,name,film,role\n2001,Best,?,Loaf,\n2001,Best,Ann,Bun,\n2001,Tart,?,,cook\n2001,Bun,unknown,,\n",
        mapping,
    )
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n"
        "  best:\n    - {laureate: unknown, for: Loaf}\n    - {laureate: Ann, for: Bun}\n"
        "  tart: unknown\n  bun: unknown\n"
    )
    assert made.problems == (
        'results.csv:4:1: role: "cook" in a row that says that the laureate is not known; left out  [value-left-out]',
    )


def test_words_in_the_place_of_a_name_do_not_land_unless_they_are_one() -> None:
    table = "year,category,name,id,kind\n2001,Best,No prize,,person\n2001,Tart,n/a,,person\n2001,Bun,cancelled,,work\n"
    names = '[name]\nkind = "{kind}"\nidentity = "{id}"\nauthority = "ovens"\n'
    made = bring(EMPTY, table + "2001,Pie,None,7,person\n", AWARD + names)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  bun: {laureate: cancelled}\n  pie: None\n"
    assert made.problems == (
        'results.csv:2:1: "No prize" is nobody\'s name  [row-not-landed]',
        'results.csv:3:1: "n/a" is nobody\'s name  [row-not-landed]',
    )
    assert made.hints == (
        '[[not_awarded]] when = {column = "name", is = ["No prize"]}',
        '[[unknown]] when = {column = "name", is = ["n/a"]}',
    )


NOBODY = {
    "void": '[[not_awarded]] when = {column = "name", is = ["void"]}',
    "season abandoned (Fog)": '[[not_awarded]] when = {column = "name", is = ["season abandoned (Fog)"]}; where a whole'
    ' edition: [edition] status = {text = "cancelled", when = {column = "name", is = ["season abandoned (Fog)"]}}',
    "cup lost": '[[unknown]] when = {column = "name", is = ["cup lost"]}',
    "cup not yet founded": '[[skip]] when = {column = "name", is = ["cup not yet founded"]}',
    "do.": "write the name in the table: nothing is taken from another row",
    "(see 1951)": "write the name in the table: nothing is taken from another row",
    "retained by the holder": "write the name in the table: nothing is taken from another row",
}


@pytest.mark.parametrize("word", NOBODY)
def test_what_says_that_there_is_no_name_does_not_land_and_is_told_with_the_line_to_write(word: str) -> None:
    made = bring(EMPTY, f"year,category,name\n2001,Best,{word}\n", AWARD)
    assert made.written == ()
    assert made.problems == (f'results.csv:2:1: "{word}" is nobody\'s name  [row-not-landed]',)
    assert made.hints == (NOBODY[word],)


def test_one_line_to_write_is_for_all_words_of_a_column_that_say_the_same() -> None:
    table = "year,category,name\n2001,Best,void\n2002,Best,not judged\n2003,Best,void\n2004,Best,Ann\n"
    made = bring(EMPTY, table, AWARD)
    line = '[[not_awarded]] when = {column = "name", is = ["void", "not judged"]}'
    assert made.hints == (line, line, line)
    mended = bring(EMPTY, table, AWARD + line.replace("] ", "]\n"))
    assert mended.problems == ()
    assert mended.files["editions/pie/2002.yaml"] == "results:\n  best: {not_awarded: other}\n"


def test_the_line_for_a_part_of_a_cell_is_found_in_it_and_that_for_one_of_several_leaves_it_out() -> None:
    cut = AWARD.replace('"{name}"', "{column = \"name\", pattern = ': (.*)$'}")
    made = bring(EMPTY, "year,category,name\n2001,Best,Cup: not judged\n", cut)
    assert made.hints == ('[[not_awarded]] when = {column = "name", matches = "not judged"}',)
    parted = AWARD.replace('"{name}"', '{column = "name", split = "; "}')
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann; illegible\n", parted)
    assert made.problems == ('results.csv:2:1: laureate: "illegible" is nobody\'s name; left out  [value-left-out]',)
    assert made.hints == ('`empty = ["illegible"]` leaves it out',)


def test_a_season_that_was_cancelled_is_written_as_the_line_says() -> None:
    table = "year,category,name\n2001,Best,Ann\n2002,Best,Saison annulée (verglas)\n"
    (hint,) = bring(EMPTY, table, AWARD).hints
    rows, _, status = hint.partition("; where a whole edition: [edition] ")
    mapping = AWARD.replace("[category]", f"{status}\n[category]") + rows.replace("] ", "]\n")
    made = bring(EMPTY, table, mapping)
    assert made.problems == ()
    assert made.files["editions/pie/2002.yaml"] == "status: cancelled\nresults:\n  best: {not_awarded: other}\n"


def test_what_may_be_the_name_of_a_band_lands_and_is_told() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Void\n2002,Best,Ann\n", AWARD)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Void\n"
    assert made.problems == (
        'results.csv:2:1: "Void" may say that there is no laureate, and is read as a name  [noted-name]',
    )
    assert made.hints == ('if so: [[not_awarded]] when = {column = "name", is = ["Void"]}',)


# What says whether somebody won.

RANKED = AWARD + 'rank = "{rank}"\n'
SAID = AWARD + 'distinction = "{said}"\n'


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("distinction", "Runner of the pack"),
        ("distinction", "won?"),
        ("rank", "DQ"),
        ("rank", "first"),
        ("rank", "1st/2nd"),
        ("rank", "T"),
        ("rank", "1.5"),
        ("status", "stripped"),
        ("acceptance", "maybe"),
        ("official", "perhaps"),
    ],
)
def test_a_row_does_not_land_where_it_can_t_be_read_who_won(key: str, value: str) -> None:
    mapping = f'{AWARD}{key} = "{{said}}"\n'
    made = bring(EMPTY, f"year,category,name,said\n2001,Best,Ann,{value}\n2001,Tart,Bo,\n", mapping)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  tart: Bo\n"
    [problem] = made.problems
    assert problem.startswith(f'results.csv:2:1: {key}: "{value}" is ')
    assert problem.endswith("[row-not-landed]")
    assert made.report[0] == "2 rows read = 1 landed + 0 skipped + 1 not landed"


def test_neither_does_one_whose_word_is_not_in_the_map_or_whose_category_has_an_outcome_that_can_t_be_read() -> None:
    mapping = AWARD + 'distinction = {column = "said", map = {W = "winner"}}\n[entry]\noutcome = "{state}"\n'
    table = "year,category,name,said,state\n2001,Best,Ann,W,\n2001,Best,Bo,Semi,\n2001,Tart,Cy,W,void\n"
    made = bring(EMPTY, table, mapping)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Ann\n"
    assert [problem.split(": ", 1)[1].split(" one of")[0] for problem in made.problems] == [
        'distinction: "Semi" is not in the map  [row-not-landed]',
        'outcome: "void" is not',
    ]
    assert made.hints[0] == 'add it: `map = { … "Semi" = "…"}`, or write `else = …`'


def test_places_are_read_as_people_and_spreadsheets_write_them() -> None:
    said = {
        **{
            "1": "1",
            "2.0": "2",
            "T3": "3 tie",
            "=3": "3 tie",
            "4.=": "4 tie",
            "5th": "5",
            "6e": "6",
            "7.": "7",
            "#8": "8",
        },
        **{"9=": "9 tie", "10 (tie)": "10 tie", "t-11": "11 tie", "12 ex aequo": "12 tie"},
    }
    rows = "".join(f"2001,Best,{name} Crumb,{rank}\n" for name, rank in zip("ABCDEFGHIJKLM", said, strict=True))
    found = results("year,category,name,rank\n" + rows, RANKED)
    assert found == "  best:\n" + "".join(
        f"    - {{rank: {rank.split()[0]}, laureate: {name} Crumb{', tie: true' if 'tie' in rank else ''}}}\n"
        for name, rank in zip("ABCDEFGHIJKLM", said.values(), strict=True)
    )


def test_words_of_a_list_and_truths_are_read_in_any_case() -> None:
    mapping = SAID + 'posthumous = "{dead}"\n'
    table = (
        "year,category,name,said,dead\n2001,Best,Ann,Winner,TRUE\n2001,Best,Bo,NOMINEE,No\n"
        "2001,Best,Cy,Semifinalist,Oui\n2001,Best,Di,Semi Finalist,FAUX\n"
    )
    assert results(table, mapping) == (
        "  best:\n"
        "    - {laureate: Ann, posthumous: true}\n"
        "    - {laureate: Bo, distinction: nominee}\n"
        "    - {laureate: Cy, distinction: semi-finalist, posthumous: true}\n"
        "    - {laureate: Di, distinction: semi-finalist}\n"
    )


def test_what_is_no_truth_and_no_date_is_told_with_what_reads_it() -> None:
    mapping = AWARD + 'posthumous = "{dead}"\nawarded_on = "{on}"\n'
    made = bring(EMPTY, "year,category,name,dead,on\n2001,Best,Ann,x,02/05/2001\n", mapping)
    assert made.hints == (
        'say what it means: `map = {"x" = "true"}`',
        'say how dates are written: `date = "%d/%m/%Y"` if it is 2001-05-02 or `date = "%m/%d/%Y"` if it is 2001-02-05',
    )


def test_no_place_beside_the_first_does_not_land_and_beside_others_is_told() -> None:
    table = (
        "year,category,name,rank\n2001,Best,Ann,1\n2001,Best,Bo,\n2001,Tart,Cy,2\n2001,Tart,Di,\n2001,Bun,Ed,\n"
        "2001,Bun,Fi,\n"
    )
    made = bring(EMPTY, table, RANKED)
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n  best: {rank: 1, laureate: Ann}\n  tart:\n    - {rank: 2, laureate: Cy}\n    - Di\n"
        "  bun: [Ed, Fi]\n"
    )
    assert made.problems == (
        'results.csv:3:1: no rank for "Bo", and line 2 has the winner of best  [row-not-landed]',
        'results.csv:5:1: no rank for "Di", and others of tart have one: taken for the winner  [partly-empty]',
    )


@pytest.mark.parametrize("value", ["True", "Winner"])
def test_no_distinction_does_not_land_where_other_rows_say_who_won(value: str) -> None:
    mapping = AWARD + 'distinction = {column = "won", map = {True = "winner", Winner = "winner"}}\n'
    made = bring(EMPTY, f"year,category,name,won\n2001,Best,Ann,{value}\n2001,Best,Bo,\n2001,Tart,Cy,\n", mapping)
    assert made.files["editions/pie/2001.yaml"] == "results:\n  best: Ann\n"
    assert [problem.split(": ", 1)[1] for problem in made.problems] == [
        'no distinction for "Bo", and line 2 has the winner of best  [row-not-landed]',
        'no distinction for "Cy", and other rows say who won  [row-not-landed]',
    ]


def test_a_mapping_that_says_what_nothing_means_is_believed() -> None:
    mapping = AWARD + 'distinction = {column = "said", map = {n = "nominee"}, else = ""}\n'
    assert results("year,category,name,said\n2001,Best,Ann,\n2001,Best,Bo,n\n", mapping) == (
        "  best:\n    - Ann\n    - {laureate: Bo, distinction: nominee}\n"
    )


def test_a_winner_of_what_nobody_won_is_an_error_that_names_both_lines() -> None:
    mapping = AWARD + '[[not_awarded]]\nwhen = {column = "name", is = "No award"}\n'
    made = bring(EMPTY, "year,category,name\n2001,Tart,Bo\n2001,Best,Ann\n2001,Best,No award\n", mapping)
    assert made.written == ()
    assert made.problems == (
        'results.csv:3:1: line 4 says that nobody got best of 2001, and line 3 that "Ann" did  [contradiction]',
    )


def test_what_else_a_row_says_of_nobody_is_told() -> None:
    mapping = AWARD + 'rank = "1"\nfor = "{film}"\n[[not_awarded]]\nwhen = {column = "state", is = "void"}\n'
    made = bring(EMPTY, "year,category,name,film,state\n2001,Best,Ann,Loaf,void\n2001,Tart,,,void\n", mapping)
    assert made.problems == (
        'results.csv:2:1: name: "Ann" in a row that says that nobody got it; left out  [value-left-out]',
        'results.csv:2:1: for: "Loaf" in a row that says that nobody got it; left out  [value-left-out]',
    )


def test_what_a_pattern_or_a_rule_does_not_take_is_told_unless_another_value_takes_it() -> None:
    mapping = (
        AWARD
        + """awarded_on = {column = "on", pattern = '\\d{4}'}
note = {column = "why", pattern = '\\((.*)\\)'}
citation = {column = "why", pattern = '^[^(]*'}
[[rule]]
match = '(?P<laureate>[A-Z]\\w+)(?: of (?P<org>[A-Z]\\w+))?'
"""
    )
    table = "year,category,name,on,why\n2001,Best,Ann of Oven (late),soon,light (so)\n2001,Tart,Bo,2001,dark\n"
    made = bring(EMPTY, table, mapping)
    assert made.problems == (
        'results.csv:2:1: laureate: no part of the rule takes "(late)"; left out  [value-left-out]',
        'results.csv:2:1: awarded_on: the pattern finds nothing in "soon"; left out  [value-left-out]',
    )


@pytest.mark.parametrize(
    "more",
    [
        "",
        "score = {column = \"name\", pattern = '\\d+ lb'}\n",
        'note = "{name}"\n',
        'for = {column = "name", split = ";", when = {column = "name", matches = "film"}}\n',
        '[[not_awarded]]\nwhen = {column = "name", is = "none"}\n',
    ],
)
@pytest.mark.parametrize("fallback", ["", ', or = "{category}"'])
def test_a_laureate_whom_the_pattern_does_not_find_is_told_whatever_else_the_column_is_used_for(
    more: str, fallback: str
) -> None:
    laureate = f'{{column = "name", pattern = \'^(?:Rye: )?(\\w+ \\w+)$\', split = " and "{fallback}}}'
    table = 'year,category,name\n2001,Best,"Rye: Ann Loaf and Bo Bun, 3 lb"\n2002,Best,Rye: Cy Dough\n'
    made = bring(EMPTY, table, AWARD.replace('"{name}"', laureate) + more)
    told = 'results.csv:2:1: name: the pattern finds nothing in "Bo Bun, 3 lb"; left out  [value-left-out]'
    assert [problem for problem in made.problems if "value-left-out" in problem] == [told]


def test_a_laureate_whom_another_pattern_of_laureates_finds_is_not_told() -> None:
    mapping = AWARD.replace('laureate = "{name}"\n', "") + "".join(
        f'[[result.laureate]]\nname = {{column = "name", split = "; ", pattern = \'^{what}: (.+)\'}}\nas = "{what}"\n'
        for what in ("baker", "miller")
    )
    table = "year,category,name\n2001,Best,baker: Ann Loaf; miller: Bo Bun\n2002,Best,miller: Cy Rye; taster: Di Bap\n"
    made = bring(EMPTY, table, mapping)
    assert made.problems == tuple(
        'results.csv:3:1: name: the pattern finds nothing in "taster: Di Bap"; left out  [value-left-out]'
        for _ in ("baker", "miller")
    )


def test_what_needs_another_value_is_told_where_that_is_empty() -> None:
    mapping = AWARD + 'for = {title = "{film}", kind = "{kind}"}\n'
    made = bring(EMPTY, "year,category,name,film,kind\n2001,Best,Ann,,short\n", mapping)
    assert made.problems == ('results.csv:2:1: kind: "short" without a title; left out  [value-left-out]',)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (AWARD.replace('[edition]\nid = "{year}"', ""), "results belong to an edition, and `[edition] id` is missing"),
        (AWARD.replace('[award]\nid = "pie"\n', ""), "editions belong to an award, and `[award] id` is missing"),
        (AWARD.replace("laureate", "note"), "the key `laureate` is missing"),
        (AWARD + '[name]\nidentity = "{name}"\n', "an `identity` is somebody's id, and whose is not said"),
    ],
)
def test_a_mapping_that_comes_to_nothing_is_told(mapping: str, said: str) -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\n", mapping)
    assert made.written == ()
    assert [problem.split(": ", 1)[1] for problem in made.problems] == [f"{said}  [missing-key]"]


def test_laureates_may_stand_in_several_places_each_with_its_own_identity() -> None:
    mapping = (
        AWARD.partition("laureate")[0]
        + """
[[result.laureate]]
name = "{film}"
kind = "work"
identity = "{id}"
authority = "reel"
[[result.laureate]]
name = {column = "name", split = ", "}
as = "director"
[name]
kind = "person"
"""
    )
    table = 'year,category,film,id,name\n2001,Best,Loaf,f1,"Ann, Bo"\n2002,Best,Loaf,f2,Cy\n'
    made = bring(EMPTY, table, mapping)
    assert made.problems == ()
    assert made.files["editions/pie/2001.yaml"] == (
        "results:\n  best: {laureate: [loaf-f1, {name: Ann, as: director}, {name: Bo, as: director}]}\n"
    )
    assert made.files["content/names/loaf-f2.md"] == (
        "---\nname: Loaf\nkind: work\ndisambiguation: reel f2\nidentifiers: {reel: f2}\n---\n"
    )
    assert made.files["content/names/cy.md"] == "---\nname: Cy\nkind: person\n---\n"
    assert made.again(table, mapping).written == ()


def test_an_edition_that_is_called_by_a_day_is_told_with_what_takes_its_year() -> None:
    made = bring(EMPTY, "year,category,name\n2014-12-31 00:00:00,Best,Ann\n2017.0,Best,Ann\n2018[b],Best,Ann*\n", AWARD)
    assert [problem.split(": ")[1].split(" in ")[0] for problem in made.problems] == [
        "footnote marks", "years written as decimal numbers", "hours of midnight behind days",
        'the edition "2014-12-31" is called by a day  [odd-edition]',
    ]  # fmt: skip
    year = r"""to take its year: `id = {column = "…", pattern = '\d{4}'}`"""
    assert made.hints[-1] == f'{year}; to keep the day, too: `ceremony.date = "{{…}}"`'
    editions = ("2014-12-31", "2017", "2018")
    assert all(made.files[f"editions/pie/{each}.yaml"] == "results:\n  best: Ann\n" for each in editions)


@pytest.mark.parametrize(
    ("edition", "message", "kept"),
    [
        (
            "3/4/2020",
            "is called by a day: 2020-04-03, or 2020-03-04 where the month stands first",
            '`ceremony.date = {column = "…", date = "%d/%m/%Y"}` if it is 2020-04-03 or '
            '`ceremony.date = {column = "…", date = "%m/%d/%Y"}` if it is 2020-03-04',
        ),
        ("13.4.2020", "is called by a day: 2020-04-13", '`ceremony.date = {column = "…", date = "%d.%m.%Y"}`'),
        ("April 3, 2020", "is called by a day: 2020-04-03", '`ceremony.date = {column = "…", date = "%B %d, %Y"}`'),
        ("3 avril 2020", "is called by a day: 2020-04-03", '`ceremony.date = "{…}"`'),
        ("2020/04/03", "is called by a day: 2020-04-03", '`ceremony.date = {column = "…", date = "%Y/%m/%d"}`'),
        ("2011, 2013, 2015", "is called by several years", ""),
        ("2011 and 2013", "is called by several years", ""),
    ],
)
def test_a_date_is_no_edition_and_its_ambiguity_is_told(edition: str, message: str, kept: str) -> None:
    made = bring(EMPTY, f'year,category,name\n"{edition}",Best,Ann\n', AWARD)
    assert made.problems == (f'results.csv:2:1: the edition "{edition}" {message}  [odd-edition]',)
    assert not kept or made.hints[0].endswith(f"to keep the day, too: {kept}")


@pytest.mark.parametrize(
    "edition", ["2020", "2019/20", "2019–2020", "May 2021", "24 Heures 2012", "XII (2012)", "2012 Summer"]
)
def test_an_edition_may_be_a_year_a_season_or_a_title(edition: str) -> None:
    assert bring(EMPTY, f"year,category,name\n{edition},Best,Ann\n", AWARD).problems == ()


def test_an_edition_of_which_no_row_lands_is_not_made() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\nTotal,1,\n2001,Tart,\n", AWARD)
    assert "editions/pie/2001.yaml" in made.files
    assert "editions/pie/total.yaml" not in made.files


KIND = AWARD + '[name]\nkind = "person"\n'


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("2001 - Ann Crust", "begins with a year, 2001", "write Ann Crust"),
        ("Ann Crust?", 'ends with "?"', 'write `{laureate: Ann Crust, note: "…"}`'),
        ('"CRUST, Ann"', "stands with the family name first", "write Ann Crust"),
        ("Ann Crust (ex aequo)", 'holds "ex aequo"', "write `{laureate: Ann Crust, tie: true}`"),
    ],
)
def test_what_is_no_name_is_told_at_the_row_that_brings_it(name: str, what: str, hint: str) -> None:
    made = bring(EMPTY, f"year,category,name\n2001,Tart,Bo\n2001,Best,{name}\n", KIND)
    bare = name.strip('"')
    assert made.problems == (f'results.csv:3:1: "{bare}" {what}  [odd-name]',)
    assert made.hints == (hint,)
    assert made.again(f"year,category,name\n2001,Best,{name}\n", KIND).problems == ()


def test_two_names_with_a_comma_between_them_are_doubted_where_other_cells_have_none() -> None:
    table = 'year,category,name\n2001,Best,"Dee Crust, Potlid & Co"\n2002,Best,Ann\n'
    made = bring(EMPTY, table, AWARD)
    told = 'results.csv:2:1: "Dee Crust, Potlid & Co" is read as one name  [joined-names]'
    assert made.problems == (told,)
    assert made.hints == ('if they are several: `split = ", "`',)
    parted = AWARD.replace('"{name}"', '{column = "name", split = ", "}')
    assert bring(EMPTY, table, parted).problems == ()
    most = bring(EMPTY, table.replace(",Ann\n", ',"Crust Ovens, Le Bourg"\n'), AWARD)
    assert most.problems == (told.replace("one name", "one name, as is 1 more"),)


@pytest.mark.parametrize(
    ("split", "cell", "text", "hint"),
    [
        ('"&"', "Ann Crust, Bob Loaf & Cy Rye", "Ann Crust, Bob Loaf", '["&", ", "]'),
        ('", "', "Ann Crust, Bob Loaf and Cy Rye", "Bob Loaf and Cy Rye", '[", ", " and "]'),
        ('[";", "|"]', "Ann; Crust, Bob", "Crust, Bob", '[";", "|", ", "]'),
        ('";"', "Ann Crust / Bob Loaf; Cy", "Ann Crust / Bob Loaf", '[";", " / "]'),
    ],
)
def test_what_stands_between_two_names_after_a_split_is_told(split: str, cell: str, text: str, hint: str) -> None:
    parted = AWARD.replace('"{name}"', f'{{column = "name", split = {split}}}')
    made = bring(EMPTY, f'year,category,name\n2001,Best,"{cell}"\n', parted)
    by = split.strip("[]").replace(", ", " or ") if split.startswith("[") else split
    told = f'results.csv:2:1: "{text}" is read as one name: line 8 of the mapping splits by {by} alone  [joined-names]'
    assert told in made.problems
    assert f"if they are several: `split = {hint}`" in made.hints


@pytest.mark.parametrize("cell", ["Loaf, The & Ann", "Crumb & Sons, Bo", "Rye, Inc. & Oven, Jr."])
def test_a_comma_inside_a_name_is_none_between_two(cell: str) -> None:
    split = ", " if cell.startswith("Crumb") else " & "
    parted = AWARD.replace('"{name}"', f'{{column = "name", split = "{split}"}}')
    assert bring(EMPTY, f'year,category,name\n2001,Best,"{cell}"\n', parted).problems == ()


@pytest.mark.parametrize(
    ("key", "cells", "said", "hint"),
    [
        ('org = "{firm}, {town}"', "Loaf Ltd,", 'org: firm is "Loaf Ltd", and town is empty', "{firm}[, {town}]"),
        ('org = "{firm}, {town}"', ",Bath", 'org: town is "Bath", and firm is empty', "[{firm}, ]{town}"),
        ('note = "({firm}) {town}"', "Loaf Ltd,", 'note: firm is "Loaf Ltd", and town is empty', "({firm}[) {town}]"),
    ],
)
def test_a_text_of_two_columns_that_lacks_one_is_told(key: str, cells: str, said: str, hint: str) -> None:
    made = bring(EMPTY, f"year,category,name,firm,town\n2001,Best,Ann,{cells}\n", f"{AWARD}{key}\n")
    assert made.problems == (f"results.csv:2:1: {said}; left out  [value-left-out]",)
    assert made.hints == (f'if it may be: "{hint}"',)
    assert bring(EMPTY, "year,category,name,firm,town\n2001,Best,Ann,,\n", f"{AWARD}{key}\n").problems == ()
    assert (
        bring(EMPTY, f"year,category,name,firm,town\n2001,Best,Ann,{cells}\n", f'{AWARD}note = "{hint}"\n').problems
        == ()
    )


def test_the_header_of_another_table_is_told_as_a_row() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Best,Ann\n\nyear,juror,country\n2001,Max,Wales\n", AWARD)
    told = '"year", "juror", "country": that is what columns are called, and it is read as a row, as is all below it'
    assert f"results.csv:4:1: {told}  [header]" in made.problems


def test_a_column_that_is_not_taken_is_shown_with_its_first_texts() -> None:
    made = bring(EMPTY, "year,category,name,name 2,lid\n2001,Best,Ann,Bo,7\n2002,Best,Cy,,8\n", AWARD)
    assert 'columns not taken: name 2 ("Bo"), lid ("7", "8")' in made.report
    near = bring(EMPTY, "year,category,names,name\n2001,Best,Bo,Ann\n", AWARD)
    assert 'columns not taken: names ("Bo"; like name, which is taken)' in near.report


@pytest.mark.parametrize("word", ["ditto", "not given", "Idem", "no entries"])
def test_no_word_for_nobody_or_for_the_one_above_becomes_a_laureate(word: str) -> None:
    made = bring(EMPTY, f"year,category,name\n2001,Tart,Bo\n2001,Best,{word}\n", AWARD)
    assert made.problems == (f'results.csv:3:1: "{word}" is nobody\'s name  [row-not-landed]',)
    assert "best" not in made.files["editions/pie/2001.yaml"]


def test_a_single_letter_is_told_as_a_code() -> None:
    made = bring(EMPTY, "year,category,name\n2001,Tart,Bo\n2001,Best,W\n", AWARD)
    assert made.problems == ('results.csv:3:1: "W" is a single letter, as codes are  [odd-name]',)


@pytest.mark.parametrize(
    ("cell", "text", "mark", "left_out"),
    [
        ("Ann Crust*; Bob Loaf", "Ann Crust*", "*", "*"),
        ("Ann †; Bob", "Ann †", "†", " †"),
        ("✓ Ann; Bob", "✓ Ann", "✓", "✓ "),
        ("Ann; Bob (W)", "Bob (W)", "(W)", " (W)"),
        ("★Ann; Bob", "★Ann", "★", "★"),
    ],
)
def test_a_mark_on_one_of_several_names_is_told(cell: str, text: str, mark: str, left_out: str) -> None:
    parted = AWARD.replace('"{name}"', '{column = "name", split = ";"}')
    made = bring(EMPTY, f"year,category,name\n2001,Best,{cell}\n", parted)
    told = f'results.csv:2:1: "{text}" is read with "{mark}", which may say something else than the name  [marked-name]'
    assert told in made.problems
    hint = f'`replace = {{"{left_out}" = ""}}` leaves it out; if it says who won, put that into a column'
    assert hint in made.hints
    mended = parted.replace('split = ";"', f'split = ";", replace = {{"{left_out}" = ""}}')
    assert bring(EMPTY, f"year,category,name\n2001,Best,{cell}\n", mended).problems == ()


def test_a_cell_that_is_nobody_s_beside_a_winner_of_its_row_is_to_be_skipped() -> None:
    wide = '[[read.wide]]\ncolumns = ["Gold", "Bronze"]\nname = "medal"\nvalue = "name"\n'
    refused = '[not_awarded]\nwhen = {column = "name", is = "not contested"}\n'
    table = "year,category,Gold,Bronze\n2001,Tart,Bo,not contested\n"
    made = bring(EMPTY, table, f"{wide}{AWARD}{refused}")
    assert made.problems == (
        'results.csv:2:1: this row says that nobody got tart of 2001, and that "Bo" did  [contradiction]',
    )
    assert made.hints == ("name the cell that is nobody's in a `[[skip]]` in place of `[not_awarded]`",)
    skipped = bring(EMPTY, table, f"{wide}{AWARD}{refused.replace('[not_awarded]', '[[skip]]')}why = 'x'\n")
    assert skipped.problems == ()


DATED = AWARD.replace("[category]", 'ordinal = "{no}"\nceremony.date = "{on}"\n\n[category]')


@pytest.mark.parametrize(
    ("on", "no", "expected"),
    [
        ("samedi 12 mars 1994", "I", "ordinal: 1\nceremony: 1994-03-12\n"),
        ("Saturday, 12 March 1994", "IV", "ordinal: 4\nceremony: 1994-03-12\n"),
        ("1er avril 2000", "XIX", "ordinal: 19\nceremony: 2000-04-01\n"),
        ("3rd of May 1987", "xl", "ceremony: 1987-05-03\n"),
        ("mars 2002", "12.", "ordinal: 12\nceremony: 2002-03\n"),
        ("dimanche 12 mars 1994", "IIII", ""),
        ("first Sunday of May 1988", "", ""),
        ("12/03/1994", "", ""),
    ],
)
def test_dates_in_words_and_roman_numbers_of_editions_are_read(on: str, no: str, expected: str) -> None:
    made = bring(EMPTY, f'year,category,name,on,no\n2001,Tart,Bo,"{on}",{no}\n', DATED)
    assert made.files["editions/pie/2001.yaml"] == f"{expected}results:\n  tart: Bo\n"


def test_a_note_in_a_row_of_nobody_is_kept_as_the_hint_says() -> None:
    mapping = f'{AWARD}note = "{{why}}"\n[not_awarded]\nwhen = {{column = "name", is = "none"}}\n'
    table = "year,category,name,why\n2001,Tart,none,all were burnt\n"
    made = bring(EMPTY, table, mapping)
    assert made.problems == (
        'results.csv:2:1: note: "all were burnt" in a row that says that nobody got it; left out  [value-left-out]',
    )
    assert made.hints == ('to keep it: [not_awarded] note = "{why}"',)
    kept = mapping.replace('note = "{why}"\n', "") + made.hints[0].rpartition("] ")[2] + "\n"
    assert bring(EMPTY, table, kept).files["editions/pie/2001.yaml"] == (
        "results:\n  tart: {not_awarded: {note: all were burnt}}\n"
    )

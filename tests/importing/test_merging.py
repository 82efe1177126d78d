"""An import into files that an editor has: it adds what is missing, byte by byte, and shows what differs."""

import pytest

from .small import Brought, bring

MAPPING = """
[award]
id = "pie"
[edition]
id = "{year}"
ordinal = "{ordinal}"
ceremony.city = "{city}"
hosts = {column = "hosts", split = ";"}
[category]
id = "{category}"
printed_name = "{printed}"
[[not_awarded]]
when = {column = "name", is = "No award"}
reason = "below-threshold"
[result]
laureate = {column = "name", split = ";"}
rank = "{rank}"
citation = "{citation}"
org = "{org}"
for = "{film}"
"""
HEADER = "year,ordinal,city,hosts,category,printed,name,rank,citation,org,film\n"
SITE = """\
-- site.toml --
title = "Pies"
base_url = "https://pies.example/"
-- editions/pie/award.yaml --
name: Pie
categories:
  best: Best
  tart: {name: Tart}
-- editions/pie/2001.yaml --
"""
EDITION = "editions/pie/2001.yaml"


def merged(edition: str, rows: str, take: bool = False) -> Brought:
    """An import into one edition; importing once more changes nothing."""
    made = bring(SITE + edition, HEADER + rows, MAPPING, take)
    assert made.again(HEADER + rows, MAPPING).written == ()
    return made


def test_what_is_missing_is_added_and_every_other_byte_stays() -> None:
    made = merged(
        "coverage: partial   # so far\n# the results\nresults:\n  best: Ann Crumb   # sure\n  # the end\n",
        '2001,3,Oven,Bo;Cy,Best,,Ann Crumb,1,"so, light",Peel & Co,',
    )
    assert made.files[EDITION] == (
        "ordinal: 3\n"
        "ceremony: {city: Oven}\n"
        "coverage: partial   # so far\n"
        "hosts: [Bo, Cy]\n"
        "# the results\n"
        "results:\n"
        '  best: {laureate: Ann Crumb, rank: 1, org: Peel & Co, citation: "so, light"}   # sure\n'
        "  # the end\n"
    )
    assert made.problems == ()
    assert made.report[-2:] == (
        '  editions/pie/2001.yaml:4: results.best.Ann Crumb: {rank: 1, org: Peel & Co, citation: "so, light"}',
        "names: 3 new, 1 matched, 0 suggestions",
    )


def test_a_file_of_another_system_keeps_its_line_ends_and_its_mark() -> None:
    made = bring(
        {**_site(), EDITION: "\ufeffresults:\r\n  best: Ann   # cafe\u0301\r\n".encode()},
        HEADER + "2001,3,,,Best,,Ann,,,,\n2001,,,,Tart,,Bo,2,,,",
        MAPPING,
    )
    assert made.files[EDITION] == (
        "\ufeffordinal: 3\r\nresults:\r\n  best: Ann   # cafe\u0301\r\n  tart: {rank: 2, laureate: Bo}\r\n"
    )


def _site() -> dict[str, bytes]:
    from .small import files

    return files(SITE + "{}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("best: Ann", "best: [Ann, Bo]"),
        ("best: [Ann]   # one", "best: [Ann, Bo]   # one"),
        ("best: {laureate: Ann, rank: 1}", "best: [{laureate: Ann, rank: 1}, Bo]"),
        ("best: {printed_name: B, results: Ann}", "best: {printed_name: B, results: [Ann, Bo]}"),
        ("best:\n  - Ann   # one\n  # two", "best:\n  - Ann   # one\n  - Bo\n  # two"),
        ("best:\n    - Ann\n    -\n      laureate: Cy", "best:\n    - Ann\n    -\n      laureate: Cy\n    - Bo"),
        # Two spaces become a dash, so that no other line has to move.
        (
            "best:\n    laureate: Ann   # one\n    citation: light",
            "best:\n  - laureate: Ann   # one\n    citation: light\n  - Bo",
        ),
        ("best: unknown   # as yet", "best: [Ann, Bo]   # as yet"),
        ("best:", "best: [Ann, Bo]"),
    ],
)
def test_a_second_laureate_is_added_in_any_form(before: str, after: str) -> None:
    made = merged(f"results:\n  {before}\n", "2001,,,,Best,,Ann,,,,\n2001,,,,Best,,Bo,,,,")
    assert made.files[EDITION] == f"results:\n  {after}\n"
    assert made.problems == ()


def test_several_facts_of_one_category_are_added_together() -> None:
    made = merged(
        'ceremony: 2001-05\nordinal:\nhosts: Bo\nresults: {best: [Ann, Bo], tart: "Cy"}\n',
        "2001,2,Oven,Bo;Cy,Best,B,Cy,,,,\n2001,,,,Tart,T,Cy,2,,,\n",
    )
    assert made.files[EDITION] == (
        "ceremony: {date: 2001-05, city: Oven}\n"
        "ordinal: 2\n"
        "hosts: [Bo, Cy]\n"
        "results: {best: {results: [Ann, Bo, Cy], printed_name: B}, "
        'tart: {results: "Cy", printed_name: T}}\n'
    )
    # A bare name won: a second place is told, and makes nothing less of it.
    assert made.problems[0].endswith('tart.Cy.rank: the site says "winner", results.csv:3 says "2"  [import-differs]')


def test_more_is_said_of_each_of_several_laureates() -> None:
    made = merged(
        "results:\n  best:\n    laureate: [Ann, {name: Bo, as: cook}]\n    rank: 1\n",
        "2001,,,,Best,,Ann;Bo;Cy,1,,Peel,The Loaf\n",
    )
    assert made.files[EDITION] == (
        "results:\n"
        "  best:\n"
        "    laureate: [{name: Ann, org: Peel}, {name: Bo, as: cook, org: Peel}, {name: Cy, org: Peel}]\n"
        "    rank: 1\n"
        "    for: The Loaf\n"
    )


def test_an_editor_s_value_stays_and_the_other_is_shown() -> None:
    before = "results:\n  best: {laureate: Ann, rank: 2}   # checked\n"
    made = merged(before, "2001,,,,Best,,Ann,3,,,")
    assert made.files[EDITION] == before
    assert made.problems == (
        "editions/pie/2001.yaml:2:31: results.best.Ann.rank: "
        'the site says "2", results.csv:2 says "3"  [import-differs]',
    )
    assert made.hints == ("the site's stays; --take-import takes the other",)
    assert made.report[-1] == "facts that differ: 1 kept as the site has them, 0 taken from the import"


def test_the_import_s_value_is_taken_where_that_is_asked_for() -> None:
    made = merged("results:\n  best: {laureate: Ann, rank: 2}   # checked\n", "2001,,,,Best,,Ann,3,,,", take=True)
    assert made.files[EDITION] == "results:\n  best: {laureate: Ann, rank: 3}   # checked\n"
    assert made.report[-1] == "facts that differ: 0 kept as the site has them, 1 taken from the import"


@pytest.mark.parametrize(
    ("edition", "row"),
    [
        # The only winner on either side.
        ("results:\n  best: Club d'Arc\n", "2001,,,,Best,,Les Archers,,,,"),
        # Almost the same name, beside another.
        ("results:\n  best: [Bo, Armelle Balanceu]\n", "2001,,,,Best,,Armelle Balenceu,,,,\n2001,,,,Best,,Bo,,,,"),
        # The same place.
        (
            "results:\n  best:\n    - {rank: 1, laureate: Bo}\n    - {rank: 2, laureate: Cy}\n",
            "2001,,,,Best,,Bo,1,,,\n2001,,,,Best,,Zed,2,,,",
        ),
        # The same work.
        (
            "results:\n  best: [{laureate: Bo, for: Loaf}, {laureate: Cy, for: Bun}]\n",
            "2001,,,,Best,,Bo,,,,Loaf\n2001,,,,Best,,Zed,,,,Bun",
        ),
    ],
)
def test_a_laureate_that_an_editor_corrected_does_not_come_back(edition: str, row: str) -> None:
    made = merged(edition, row)
    assert made.files[EDITION] == edition
    assert len(made.problems) == 1
    assert ".laureate: the site says" in made.problems[0]


@pytest.mark.parametrize(
    ("edition", "row", "said"),
    [
        (
            "hosts: [Bo, Dot Glaze]\n",
            "2001,,,Bo;Dot Glase,,,,,,,",
            'hosts: the site says "Dot Glaze", results.csv:2 says "Dot Glase"',
        ),
        (
            "results:\n  best: {laureate: Ann, for: The Loaf}\n",
            "2001,,,,Best,,Ann,,,,A Bun",
            'results.best.Ann.for: the site says "The Loaf", results.csv:2 says "A Bun"',
        ),
    ],
)
def test_an_element_that_an_editor_corrected_does_not_come_back(edition: str, row: str, said: str) -> None:
    mapping = MAPPING if "Best" in row else MAPPING.partition("[category]")[0]
    made = bring(SITE + edition, HEADER + row, mapping)
    assert made.files[EDITION] == edition
    assert said in made.problems[0]
    taken = bring(SITE + edition, HEADER + row, mapping, take=True)
    assert taken.files[EDITION] == edition.replace("Glaze", "Glase").replace("The Loaf", "A Bun")


def test_an_unlike_laureate_beside_another_is_a_new_one() -> None:
    made = merged("results:\n  best: Ann\n", "2001,,,,Best,,Ann,,,,\n2001,,,,Best,,Zed,,,,")
    assert made.files[EDITION] == "results:\n  best: [Ann, Zed]\n"


@pytest.mark.parametrize(
    ("edition", "row", "said"),
    [
        (
            "results:\n  best: {not_awarded: other}\n",
            "2001,,,,Best,,Ann,,,,",
            'results.best: the site says "{not_awarded: other}", results.csv:2 says "Ann"',
        ),
        (
            "results:\n  best: Ann\n",
            "2001,,,,Best,,No award,,,,",
            'results.best: the site says "Ann", results.csv:2 says "{not_awarded: below-threshold}"',
        ),
    ],
)
def test_an_award_and_its_refusal_are_never_put_together(edition: str, row: str, said: str) -> None:
    made = merged(edition, row)
    assert made.files[EDITION] == edition
    assert said in made.problems[0]
    assert made.hints == ("the two contradict each other: edit it by hand",)


@pytest.mark.parametrize(
    ("edition", "hint"),
    [
        ("results:\n  best: |\n    Ann\n", "it is written over several lines: edit it by hand"),
        ("theme: &a x\nresults:\n  best: Ann\n", "this file can't be edited in place: add it by hand"),
        (
            "results:\n  best:\n    laureate: Cy\n    printed_name: B\n",
            "write its results as a list below `results:` first",
        ),
        ("results:\n  best:\n  - Ann\n", "write the list below `results:` first"),
    ],
)
def test_what_can_t_be_added_in_place_is_told_and_the_file_stays(edition: str, hint: str) -> None:
    rows = "2001,,,,Best,Bests,Ann,2,,,\n2001,,,,Best,Bests,Cy,,,,\n"
    made = bring(SITE + edition, HEADER + rows, MAPPING)
    assert hint in made.hints


def test_new_keys_stand_where_an_editor_looks_for_them() -> None:
    made = merged("note: late\nresults: {best: Ann}\nsources: {s1: A leaf}\n", "2001,4,Oven,Bo,Best,,Ann,,,,")
    assert list(_keys(made.files[EDITION])) == ["ordinal", "ceremony", "hosts", "note", "results", "sources"]


def _keys(text: str) -> list[str]:
    return [line.split(":")[0] for line in text.splitlines() if not line.startswith(" ")]


def test_a_name_s_file_gets_what_it_lacks_below_its_front_matter_s_last_key() -> None:
    names = '[name]\nidentity = "{id}"\nauthority = "ovens"\nkind = "person"\nborn = "{born}"\n'
    mapping = MAPPING + names
    file = "---\nname: Ann\nkind: person   # cook\n---\n\nHer *life*.\n"
    site = f"{SITE}results: {{best: Ann}}\n-- content/names/ann.md --\n{file}"
    made = bring(site, HEADER.replace("\n", ",id,born\n") + "2001,,,,Best,,Ann,,,,,7,1970\n", mapping)
    assert made.files["content/names/ann.md"] == (
        '---\nname: Ann\nkind: person   # cook\nborn: 1970\nidentifiers: {ovens: "7"}\n---\n\nHer *life*.\n'
    )


# Nothing is made less of.

STATED = """
[award]
id = "pie"
[edition]
id = "{year}"
[category]
id = "{category}"
[result]
laureate = "{name}"
rank = "{rank}"
distinction = "{said}"
status = "{status}"
track = "{track}"
scope = "{scope}"
note = "{note}"
[[not_awarded]]
when = {column = "name", is = "No award"}
[[unknown]]
when = {column = "name", is = "?"}
"""
STAYS = "nominee here, and the winner on the site: that stays, and says as much"
STATED_HEADER = "year,category,name,rank,said,status,track,scope,note\n"


def stated(edition: str, rows: str, take: bool = False) -> Brought:
    made = bring(SITE + f"results:\n  {edition}\n", STATED_HEADER + rows, STATED, take)
    again = made.again(STATED_HEADER + rows, STATED)
    assert again.written == ()
    return made


def told(made: Brought) -> list[str]:
    return [problem.partition(": ")[2].removesuffix("  [import-differs]") for problem in made.problems]


@pytest.mark.parametrize(
    ("edition", "row", "said"),
    [
        ("best: Ann", "2001,best,Ann,,nominee,,,,", STAYS),
        (
            "best: Ann", "2001,best,Ann,,mention,,,,",
            'distinction: the site says "winner", results.csv:2 says "mention"',
        ),
        ("best: Ann", "2001,best,Ann,2,,,,,", 'rank: the site says "winner", results.csv:2 says "2"'),
        ("best: Ann", "2001,best,Ann,,,revoked,,,", 'status: the site says "active", results.csv:2 says "revoked"'),
        ("best: {laureate: Ann}", "2001,best,Ann,2,,,,,", 'rank: the site says "winner", results.csv:2 says "2"'),
        (
            "best: {laureate: Ann, rank: 2}", "2001,best,Ann,,winner,,,,",
            'distinction: the site says "ranked", results.csv:2 says "winner"',
        ),
        (
            "best: {laureate: Ann, rank: 2}", "2001,best,Ann,,,,,,",
            'distinction: the site says "2", results.csv:2 says "winner"',
        ),
        (
            "best: {laureate: Ann, distinction: nominee}", "2001,best,Ann,,,,,,",
            'distinction: the site says "nominee", results.csv:2 says "winner"',
        ),
    ],
)  # fmt: skip
def test_a_result_is_neither_demoted_nor_promoted(edition: str, row: str, said: str) -> None:
    made = stated(edition, row)
    assert made.files[EDITION] == f"results:\n  {edition}\n"
    assert told(made) == [said if "here" in said else f"results.best.Ann.{said}"]


def test_a_winner_is_demoted_by_neither_of_two_values() -> None:
    made = stated("best: {laureate: Ann, note: so}", "2001,best,Ann,2,nominee,revoked,,,")
    assert made.files[EDITION] == "results:\n  best: {laureate: Ann, note: so}\n"
    assert [each.split(": the site")[0].rpartition(".")[2] for each in told(made)] == ["distinction", "rank", "status"]


def test_what_goes_without_saying_gives_way_where_that_is_asked_for() -> None:
    made = stated("best: Ann", "2001,best,Ann,,,revoked,,,", take=True)
    assert made.files[EDITION] == "results:\n  best: {laureate: Ann, status: revoked}\n"
    assert made.report[-1] == "facts that differ: 0 kept as the site has them, 1 taken from the import"
    nominee = stated("best: Ann", "2001,best,Ann,,nominee,,,,", take=True)
    assert nominee.files[EDITION] == "results:\n  best: Ann\n"


@pytest.mark.parametrize(
    ("edition", "row", "after"),
    [
        (
            "best: {laureate: Ann, track: jury}", "2001,best,Ann,,,,public,,so",
            "best: [{laureate: Ann, track: jury}, {laureate: Ann, track: public, note: so}]",
        ),
        (
            "best: {laureate: Ann, track: jury}", "2001,best,Ann,,,,,overall,",
            "best: [{laureate: Ann, track: jury}, {laureate: Ann, scope: overall}]",
        ),
        (
            "best: {laureate: Ann, scope: north}", "2001,best,Ann,,,,,north,so",
            "best: {laureate: Ann, scope: north, note: so}",
        ),
    ],
)  # fmt: skip
def test_another_track_or_scope_is_another_result(edition: str, row: str, after: str) -> None:
    made = stated(edition, row)
    assert (made.files[EDITION], made.problems) == (f"results:\n  {after}\n", ())


@pytest.mark.parametrize(
    ("edition", "row"),
    [("best: {laureate: Ann, track: jury}", "2001,best,Ann,1,,,,,"), ("best: Ann", "2001,best,Ann,,,,jury,,")],
)
def test_where_only_one_says_its_track_nothing_is_added_and_all_is_told(edition: str, row: str) -> None:
    made = stated(edition, row)
    assert made.files[EDITION] == f"results:\n  {edition}\n"
    assert made.hints == (
        "only one of them says a track: add it by hand, or say a `track` in the mapping if these are two results",
    )
    silent = stated("best: {laureate: Ann, track: jury}", "2001,best,Ann,,,,,,")
    assert silent.problems == ()


@pytest.mark.parametrize(
    ("edition", "rows", "after"),
    [
        ("best: Ann", "2001,best,?,,,,,,", "best: Ann"),
        ("best: unknown", "2001,best,Ann,,,,,,", "best: Ann"),
        (
            "best: unknown", "2001,best,Ann,,finalist,,,,",
            "best: {outcome: unknown, results: {laureate: Ann, distinction: finalist}}",
        ),
        (
            "best: {laureate: Ann, distinction: finalist}", "2001,best,?,,,,,,",
            "best: {laureate: Ann, distinction: finalist, outcome: unknown}",
        ),
        (
            "best: {outcome: unknown, results: {laureate: Ann, distinction: finalist}}", "2001,best,Bo,,,,,,",
            "best: {outcome: awarded, results: [{laureate: Ann, distinction: finalist}, Bo]}",
        ),
        ("best: unknown", "2001,best,?,1,,,,,so", "best: {rank: 1, laureate: unknown, note: so}"),
        ("best: [Ann, unknown]", "2001,best,Bo,,,,,,so", "best: [Ann, {laureate: Bo, note: so}]"),
        (
            "best: [Ann, {laureate: unknown, note: so}]", "2001,best,Bo,,,,,,so",
            "best: [Ann, {laureate: Bo, note: so}]",
        ),
        (
            "best: [Ann, {laureate: unknown, note: so}]", "2001,best,Bo,,,,,,no",
            "best: [Ann, {laureate: unknown, note: so}, {laureate: Bo, note: \"no\"}]",
        ),
        ("best: {laureate: Ann, note: so}", "2001,best,?,,,,,,so", "best: {laureate: Ann, note: so}"),
    ],
)  # fmt: skip
def test_unknown_takes_nobody_away_and_gives_way_to_who_won(edition: str, rows: str, after: str) -> None:
    made = stated(edition, rows)
    assert (made.files[EDITION], made.problems) == (f"results:\n  {after}\n", ())


def test_who_is_named_beside_an_unknown_winner_stays() -> None:
    rows = "2001,best,?,,,,,,\n2001,best,Ann,,finalist,,,,\n2001,best,Bo,,finalist,,,,\n"
    made = bring(SITE.rpartition("--")[0].rpartition("--")[0], STATED_HEADER + rows, STATED)
    assert made.files[EDITION] == (
        "results:\n  best:\n    outcome: unknown\n    results:\n"
        "      - {laureate: Ann, distinction: finalist}\n      - {laureate: Bo, distinction: finalist}\n"
    )


def test_nobody_takes_no_winner_away() -> None:
    made = stated("best: [Ann, {laureate: Bo, distinction: finalist}]", "2001,best,No award,,,,,,")
    assert made.files[EDITION] == "results:\n  best: [Ann, {laureate: Bo, distinction: finalist}]\n"
    assert made.hints == ("the two contradict each other: edit it by hand",)


def test_a_renamed_category_does_not_come_back_and_its_old_name_is_told() -> None:
    edition = "best: Ann"
    site = (SITE + f"results:\n  {edition}\n").replace("best: Best", "best: Finest")
    table = STATED_HEADER + "2001,Best,Ann,,,,,,\n2002,Best,Bo,,,,,,\n"
    made = bring(site, table, STATED)
    assert made.problems == (
        'editions/pie/award.yaml:3:9: categories.best.name: the site says "Finest", results.csv:2 says "Best"'
        "  [import-differs]",
    )
    assert made.files["editions/pie/2002.yaml"] == "results:\n  best: Bo\n"
    both = bring(site, table + "2002,Finest,Cy,,,,,,\n", STATED)
    assert both.files["editions/pie/2002.yaml"] == "results:\n  best-2: Bo\n  best: Cy\n"

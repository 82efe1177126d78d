"""What an import takes for a fact, and doubts: each is told with a text to paste, and correct tables are not."""

import re

import pytest

from palmarium import importing
from palmarium.build.work import silent
from tests.importing.small import AWARD, Brought, bring

HEADER = "year,category,name\n"
PIE = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {best-pie: Best Pie, best-tart: Best Tart}\n"


def brought(rows: str, mapping: str = AWARD, site: str = "", header: str = HEADER) -> Brought:
    return bring(site, header + rows, mapping)


def codes(rows: str, mapping: str = AWARD, site: str = "", year: int = 0) -> list[tuple[int, str]]:
    files = {"editions/pie/award.yaml": site.encode()} if site else {}
    given = importing.Given("results.csv", (HEADER + rows).encode(), "results.toml", mapping.encode(), {})
    made = importing.bring(given, files, False, silent, year)
    return [(problem.span.line, problem.code) for problem in made.problems]


def hint(rows: str, mapping: str = AWARD, site: str = "") -> str:
    return next(filter(None, brought(rows, mapping, site).hints), "")


@pytest.mark.parametrize(
    ("name", "bare", "note"),
    [
        ("Otter Cord - see errata", "Otter Cord", "see errata"),
        ("Ann-Mae Crumb – shared with the mill", "Ann-Mae Crumb", "shared with the mill"),
        ("Bo Rye: see errata", "Bo Rye", "see errata"),
        ("Cy Dough (declined later)", "Cy Dough", "declined later"),
        ("Di Glaze [voir la note]", "Di Glaze", "voir la note"),
        ("Ed Oven — disqualified", "Ed Oven", "disqualified"),
    ],
)
def test_a_remark_in_a_name_is_told_and_the_hint_parts_the_two(name: str, bare: str, note: str) -> None:
    rows = f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n"
    assert codes(rows) == [(2, "noted-name")]
    laureate, said = re.fullmatch(r"(laureate = .*\}), (note = .*\})", hint(rows)).groups()  # type: ignore[union-attr]
    mapping = AWARD.replace('laureate = "{name}"', f"{laureate}\n{said}")
    assert codes(rows, mapping) == []
    assert brought(rows, mapping).files["editions/pie/2011.yaml"] == (
        f"results:\n  best-pie: {{laureate: {bare}, note: {note}}}\n"
    )


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Jean-Luc Crumb",
            "Radio Pie - The Morning Loaf",
            "Crumb – of the Mill",
            "The Loaf: a memoir",
            "Ann Crumb (Wales)",
        ),
        *("Crust: the Musical", "Mill & Sons - et Cie", "Ann Crumb; Bo Rye", "Rye (see-through)", "Theatre of Note"),
    ],
)
def test_what_may_belong_to_a_name_is_no_remark(name: str) -> None:
    assert "noted-name" not in [code for _, code in codes(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n")]


def test_medals_in_names_are_told_and_the_hint_makes_places_of_them() -> None:
    rows = "2011,Best Pie,🥇 Ann Crumb\n2011,Best Pie,Bo Rye 🥈\n"
    assert codes(rows) == [(2, "noted-name"), (3, "noted-name")]
    laureate, rank = re.fullmatch(r"(laureate = .*\}), (rank = .*)", hint(rows)).groups()  # type: ignore[union-attr]
    made = brought(rows, AWARD.replace('laureate = "{name}"', f"{laureate}\n{rank}"))
    assert made.files["editions/pie/2011.yaml"] == (
        "results:\n  best-pie:\n    - {rank: 1, laureate: Ann Crumb}\n    - {rank: 2, laureate: Bo Rye}\n"
    )


def test_brackets_behind_most_names_are_told_once() -> None:
    rows = "2011,Best Pie,Ann Crumb (Wales)\n2012,Best Pie,Bo Rye (Mann)\n2013,Best Pie,Cy Dough\n"
    assert codes(rows) == [(2, "noted-name")]
    assert "country = " in hint(rows)
    assert codes(rows.replace(" (Mann)", "")) == []


@pytest.mark.parametrize("sign", [" und ", " et ", " & ", "/", " and ", ", "])
def test_a_known_name_joined_with_another_is_told(sign: str) -> None:
    rows = f'2011,Best Pie,Ann Crumb\n2012,Best Pie,"Bo Rye{sign}Ann Crumb"\n'
    assert (3, "joined-names") in codes(rows)
    assert f'"{sign}"' in "".join(brought(rows).hints)
    assert codes(rows.replace(sign, " of the ")) == []


@pytest.mark.parametrize("name", ["Ann Crumb & Sons", "Ann Crumb and Friends", "Ann Crumb & Co", "Crumb & Rye"])
def test_a_firm_that_is_called_by_a_known_name_is_one(name: str) -> None:
    assert codes(f"2011,Best Pie,Ann Crumb\n2012,Best Pie,{name}\n2013,Best Pie,Crumb\n") == []


@pytest.mark.parametrize(
    "text", ["Total", "Total: 2", "Sum", "2 winners", "Totaux", "Number of winners: 2", "Summe: 2", "3 lauréats"]
)
def test_a_sum_in_place_of_a_name_is_told_and_the_hint_skips_it(text: str) -> None:
    rows = f"2011,Best Pie,Ann Crumb\n2011,Best Pie,{text}\n"
    assert codes(rows) == [(3, "sum-row")]
    skip = hint(rows).removesuffix(", if it is one").replace("[[skip]] ", "[[skip]]\n")
    assert codes(rows, f"{AWARD}{skip}\n") == []


@pytest.mark.parametrize(("label", "rows"), [("Lids handed out", 2), ("Cups presented", 1)])
def test_a_category_of_numbers_alone_is_told_and_the_hint_skips_it(label: str, rows: int) -> None:
    counted = "".join(f"{2011 + at},{label},2\n" for at in range(rows))
    rest = f"2011,Best Pie,Ann Crumb\n{counted}"
    assert codes(rest) == [(3, "sum-row")]
    skip = hint(rest).removesuffix(", if it counts something").replace("[[skip]] ", "[[skip]]\n")
    assert codes(rest, f"{AWARD}{skip}\n") == []


def test_one_who_is_called_by_a_number_is_no_sum() -> None:
    assert codes("2011,Best Pie,Ann Crumb\n2011,Best Band,24\n") == []


@pytest.mark.parametrize("text", ["Total Recall", "Sum 41", "Count Crumb", "Sum of Us", "2 Winners Lane", "The Total"])
def test_a_name_that_begins_like_a_sum_is_one(text: str) -> None:
    assert "sum-row" not in [code for _, code in codes(f"2011,Best Pie,{text}\n")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Best Pie", "Best Pei"),
        ("Best Tart", "Best Tarts"),
        ("Best Crust", "Best Crast"),
        ("Finest Loaf", "Finst Loaf"),
        ("Best Tarts", "Best Tart"),
    ],
)
def test_a_new_category_one_letter_off_another_is_told_and_the_hint_joins_them(first: str, second: str) -> None:
    rows = f"2011,{first},Ann Crumb\n2012,{second},Bo Rye\n2013,{first},Cy Dough\n"
    assert codes(rows) == [(3, "near-category")]
    id = hint(rows).partition("[category] id = ")[2]
    made = brought(rows, AWARD.replace('id = "{category}"', f"id = {id}"))
    assert made.problems == ()
    assert made.files["editions/pie/award.yaml"].endswith(f": {first}\n")


def test_a_category_that_is_no_whole_cell_is_corrected_in_the_table() -> None:
    rows = "2011,Best Pies (1),Ann Crumb\n2012,Best Pie (2),Bo Rye\n2013,Best Pies (3),Cy Dough\n"
    mapping = AWARD.replace('id = "{category}"', r"id = {column = 'category', pattern = '[^(]+'}")
    assert hint(rows, mapping) == 'if they are one: write "Best Pies" in the table'


@pytest.mark.parametrize(
    ("usual", "rare", "is_told"),
    [
        ("Best Spore", "Best Spoor", True),
        ("Best Damp", "Best Dam", True),
        ("Best Score", "Best Story", False),
        ("Best Film", "Best Firm", False),
        ("Pie VII", "Pie VIII", False),
        ("Under 16", "Under 17", False),
    ],
)
def test_a_category_of_one_row_that_is_almost_one_of_many_is_told(usual: str, rare: str, is_told: bool) -> None:
    rows = "".join(f"{2011 + at},{usual},Ann Crumb {at}a\n" for at in range(5))
    assert codes(f"{rows}2015,{rare},Bo Rye\n") == ([(7, "near-category")] if is_told else [])
    assert codes(f"{rows}2015,{rare},Bo Rye\n2016,{rare},Cy Dough\n") == []


def test_a_new_category_one_letter_off_one_of_the_site_is_told() -> None:
    award = "name: Pie\ncategories: {best-pie: Best Pie}\n"
    assert codes("2012,Best Pei,Bo Rye\n", site=award) == [(2, "near-category")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *(
            ("Under 16", "Under 18"),
            ("Category A", "Category B"),
            ("Men's Pie", "Women's Pie"),
            ("Best Pie", "Best Pin"),
        ),
        *(("Best Actor", "Best Actress"), ("Pie I", "Pie II"), ("Best Boy", "Best Bay")),
    ],
)
def test_categories_that_are_two_are_not_told(first: str, second: str) -> None:
    assert codes(f"2011,{first},Ann Crumb\n2012,{second},Bo Rye\n2013,{first},Cy Dough\n") == []


def test_two_categories_of_one_edition_are_two_unless_one_stands_once_among_many() -> None:
    both = "".join(f"201{n},Étudiant,Ann Crumb {n}a\n201{n},Étudiante,Bo Rye {n}b\n" for n in range(4))
    assert codes(both) == []
    slip = "".join(f"201{n},Best Pie,Ann Crumb {n}a\n" for n in range(4)) + "2013,Best Pei,Bo Rye\n"
    assert codes(slip) == [(6, "near-category")]


def test_numbers_in_brackets_behind_categories_are_told_once_and_the_hint_drops_them() -> None:
    rows = "2011,Best Pie (3),Ann Crumb\n2012,Best Pie (2),Bo Rye\n"
    assert codes(rows) == [(2, "near-category")]
    id = hint(rows).partition("[category] id = ")[2]
    made = brought(rows, AWARD.replace('id = "{category}"', f"id = {id}"))
    assert made.problems == ()
    assert made.files["editions/pie/award.yaml"] == "name: pie\ncategories:\n  best-pie: Best Pie\n"


@pytest.mark.parametrize("text", ["–", "n/a", "TBA", "?"])
def test_a_category_that_says_that_none_is_known_is_told(text: str) -> None:
    assert codes(f"2011,{text},Ann Crumb\n") == [(2, "near-category")]


def test_a_season_of_which_a_year_is_taken_is_told_and_the_hint_keeps_it() -> None:
    rows = "year,category,name\n2009-05-01,Best,Ann\n2010-2011,Best,Bo\n2011/12,Best,Cy\n2012-05-01,Best,Di\n"
    cut = AWARD.replace('id = "{year}"', r"id = {column = 'year', pattern = '\d{4}'}")
    said = bring("", rows, cut)
    assert [each.partition(": ")[2] for each in said.problems if "season" in each] == [
        '"2010-2011" is a season, and is read as the edition "2010"  [odd-edition]',
        '"2011/12" is a season, and is read as the edition "2011"  [odd-edition]',
    ]
    for hint, edition in zip(
        (each for each in said.hints if "to keep it" in each), ("2010-2011", "2011-12"), strict=True
    ):
        kept = bring("", rows, AWARD.replace('id = "{year}"', hint.partition("[edition] ")[2]))
        assert f"editions/pie/{edition}.yaml" in kept.files
        assert "editions/pie/2009.yaml" in kept.files
    labelled = cut.replace("[category]", 'label = "{year}"\n[category]')
    assert not any("season" in each for each in bring("", rows, labelled).problems)


def test_a_year_and_the_number_of_its_edition_in_one_text_are_told_and_the_hint_parts_them() -> None:
    rows = "year,category,name\n1998 (1st),Best,Ann\n1999 (2nd),Best,Bo\n"
    said = bring("", rows, AWARD)
    [told] = [each for each in said.problems if "number of its edition" in each]
    assert '"1998 (1st)" is a year and the number of its edition, and is read as one text, as is 1 more' in told
    [hint] = [each for each in said.hints if " and ordinal = " in each]
    lines = hint.partition("[edition] ")[2].replace(" and ordinal = ", "\nordinal = ")
    parted = bring("", rows, AWARD.replace('id = "{year}"', lines))
    assert parted.files["editions/pie/1999.yaml"] == "ordinal: 2\nresults:\n  best: Bo\n"
    assert parted.problems == ()


def test_years_out_of_order_are_told_in_a_table_that_is_sorted_otherwise() -> None:
    years = (2011, 2012, 2031, 2014, 2015, 2016)
    rows = "".join(f"{year},Best Pie,Ann Crumb {'abcdef'[at]}\n" for at, year in enumerate(years))
    found = brought(rows)
    assert codes(rows) == [(4, "odd-edition")]
    assert "2031 stands out of order, between 2012 and 2014" in found.problems[0]
    turned = "".join(f"{year},Best Pie,Ann Crumb {'abcdef'[at]}\n" for at, year in enumerate(reversed(years)))
    assert codes(turned) == [(5, "odd-edition")]
    blocks = "".join(
        row.replace("Best Pie", each) for each in ("Best Pie", "Best Tart") for row in rows.splitlines(True)
    )
    assert [code for _, code in codes(blocks)] == ["odd-edition"]


@pytest.mark.parametrize(
    "years",
    [
        (2011, 2012, 2013, 2014, 2015, 2016),
        (2016, 2015, 2014, 2013, 2012, 2011),
        (2011, 2012, 2011, 2012, 2011, 2012),
        (2014, 2011, 2016, 2012, 2015, 2013),
        (2011, 2011, 2012, 2012, 2013, 2015),
        (2011, 2031, 2013, 2014),
    ],
)
def test_years_in_an_order_of_their_own_are_not_told(years: tuple[int, ...]) -> None:
    assert codes("".join(f"{year},Best Pie,Ann Crumb {'abcdef'[at]}\n" for at, year in enumerate(years))) == []


def test_editions_after_this_year_are_told_once() -> None:
    rows = "2011,Best Pie,Ann Crumb\n2062,Best Pie,Bo Rye\n2063,Best Pie,Cy Dough\n"
    assert codes(rows, year=2061) == [(3, "odd-edition")]
    assert codes(rows, year=2063) == []
    assert codes(rows) == []


def test_a_place_1_that_is_left_out_is_told() -> None:
    header = "year,category,name,place\n"
    mapping = f'{AWARD}rank = "{{place}}"\n'
    rows = "2011,Best Pie,Ann Crumb,2\n2011,Best Pie,Bo Rye,3\n2012,Best Pie,Cy Dough,1\n2012,Best Pie,Di Glaze,2\n"
    made = bring("", header + rows, mapping)
    assert len(made.problems) == 1
    assert "place 1 of best-pie of 2011 is left out: no row that landed has it, and Ann Crumb is" in made.problems[0]
    assert bring("", header + rows.replace("Crumb,2", "Crumb,1"), mapping).problems == ()
    site = f"{PIE}-- editions/pie/2011.yaml --\nresults: {{best-pie: Eve Sieve}}\n"
    assert not any("place 1" in line for line in bring(site, header + rows, mapping).problems)


def test_the_kind_of_a_name_in_capitals_is_that_of_its_like_and_a_guess_is_told() -> None:
    rows = "2011,Best Pie,LEOPOLD QUINCE\n"
    person = f"{PIE}-- content/names/leopold-quince.md --\n---\nname: Leopold Quince\nkind: person\nborn: 1970\n---\n"
    made = bring(person, HEADER + rows, AWARD)
    assert "kind: person" in made.files["content/names/leopold-quince-2.md"]
    assert not any("nothing says" in line for line in made.problems)
    alone = brought(f"2010,Best Pie,Leopold Quince\n{rows}")
    assert "kind: organisation" in alone.files["content/names/leopold-quince-2.md"]
    assert any('"LEOPOLD QUINCE" is written as an organisation, which nothing says' in line for line in alone.problems)
    said = brought(f"2010,Best Pie,Leopold Quince\n{rows}", f'{AWARD}[name]\nkind = "person"\n')
    assert not any("nothing says" in line for line in said.problems)


def test_cells_that_ran_into_one_are_told() -> None:
    header = "year,category,name,score\n"
    rows = "2011,Best Pie,Ann Crumb,12\n2012,Best Pie,Oxtail   14,\n2013,Best Pie,Cy Dough,15\n"
    mapping = f'{AWARD}score = "{{score}}"\n'
    made = bring("", header + rows, mapping)
    assert len(made.problems) == 1
    assert '"Oxtail 14" holds a gap, is read as one, and score is empty' in made.problems[0]
    assert bring("", header + rows.replace("Oxtail   14", "Ox  Tail"), mapping).problems == ()
    assert bring("", header + rows.replace("Oxtail   14,", "Oxtail   14,13"), mapping).problems == ()


def test_names_turned_round_beside_others_are_told_once() -> None:
    rows = (
        '2011,Best Pie,"Quince, Leopold"\n2012,Best Pie,Bo Rye\n2013,Best Pie,"Rye, Bob"\n2014,Best Pie,"Loaf, The"\n'
    )
    assert codes(rows) == [(2, "joined-names")]
    laureate = re.search(r"laureate = (\{all.*?join = \" \"\})", hint(rows))
    assert laureate


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        *(("Winner: Bo Rye", "Bo Rye"), ("1st place – Bo Rye", "Bo Rye"), ("Congratulations to Bo Rye", "Bo Rye")),
        *(("“Bo Rye”", "Bo Rye"), ('"Bo Rye, 34, baker"', "Bo Rye"), ("Bo Rye.", "Bo Rye"), ("Bo Rye;", "Bo Rye")),
        *(("ex aequo: Bo Rye", "Bo Rye"), ("1st prize Bo Rye", "Bo Rye")),
    ],
)
def test_what_stands_around_a_name_is_told_and_the_hint_leaves_it_out(name: str, bare: str) -> None:
    rows = f"2011,Best Pie,Ann Crumb\n2012,Best Pie,{name}\n"
    assert codes(rows) == [(3, "noted-name")]
    mapping = AWARD.replace('laureate = "{name}"', hint(rows))
    assert codes(rows, mapping) == []
    assert brought(rows, mapping).files["editions/pie/2012.yaml"] == f"results:\n  best-pie: {bare}\n"


@pytest.mark.parametrize("name", ["2nd prize Bo Rye", "2nd: Bo Rye", "Silver – Bo Rye", "2e : Bo Rye"])
def test_a_place_before_a_name_is_kept_by_what_the_hint_writes(name: str) -> None:
    rows = f"2011,Best Pie,Ann Crumb\n2012,Best Pie,{name}\n"
    mapping = AWARD.replace('laureate = "{name}"', hint(rows).replace(", rank = ", "\nrank = "))
    assert brought(rows, mapping).files["editions/pie/2012.yaml"] == (
        "results:\n  best-pie: {rank: 2, laureate: Bo Rye}\n"
    )
    assert brought(rows, mapping).files["editions/pie/2011.yaml"] == "results:\n  best-pie: Ann Crumb\n"


@pytest.mark.parametrize(
    "name", ['"Ann Crumb disq., Bo Rye"', '"Bo Rye, Ann Crumb (withdrawn)"', '"Bo Rye, Ann Crumb DSQ"']
)
def test_who_lost_the_prize_shares_none(name: str) -> None:
    said = hint(f"2011,Best Pie,{name}\n")
    assert said.startswith('give each a row, and say in a column of its own what became of "Ann Crumb')
    assert "split" not in said


LANDS = f'{AWARD}country = "{{country}}"\n'


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (("Wales / Malta", "Malta"), "Wales"),
        (("Wales/Malta", "Chad"), "Wales"),
        (("Wales and Malta", "Wales", "Malta"), "Wales"),
        (('"Wales, Malta"', "Wales", "Malta"), "Wales"),
    ],
)
def test_two_countries_in_a_cell_are_told_and_the_hint_takes_the_first(cells: tuple[str, ...], first: str) -> None:
    table = "".join(f"20{at:02},Best,Ann {chr(65 + at)},{cell}\n" for at, cell in enumerate(cells))
    made = bring("", f"year,category,name,country\n{table}", LANDS)
    assert [each.rpartition("  [")[2] for each in made.problems] == ["odd-value]"]
    country = re.search(r"country = \{.*?'\}", made.hints[0])
    assert country
    mended = bring("", f"year,category,name,country\n{table}", AWARD + country[0] + "\n")
    assert mended.problems == ()
    assert f"country: {first}" in mended.files["editions/pie/2000.yaml"]


@pytest.mark.parametrize("country", ["Trinidad and Tobago", '"Korea, South"', "Guinea-Bissau"])
def test_one_country_may_have_a_name_of_two_parts(country: str) -> None:
    table = f"year,category,name,country\n2000,Best,Ann A,{country}\n2001,Best,Bo B,Guinea\n"
    assert bring("", table, LANDS).problems == ()


@pytest.mark.parametrize("sign", [" & ", " and ", "/", " / ", " und "])
def test_a_pair_of_whole_names_is_told_whatever_joins_it(sign: str) -> None:
    assert (2, "joined-names") in codes(f"2011,Best Pie,Ann Crumb{sign}Bo Rye\n2012,Best Pie,Ed Oven\n")


def test_pairs_of_whole_names_are_told_once_and_the_hint_splits_them() -> None:
    rows = "2011,Best Pie,Ann Crumb & Bo Rye\n2012,Best Pie,Cy Dough & Di J. Glaze\n2013,Best Pie,Ed Oven\n"
    said = brought(rows)
    assert [each for each in said.problems if "is read as one name, as is 1 more" in each]
    assert len(said.problems) == 1
    split = re.search(r"`(split = .*)`", hint(rows))
    assert split
    parted = brought(rows, AWARD.replace('"{name}"', f'{{column = "name", {split[1]}}}'))
    assert "laureate: [Ann Crumb, Bo Rye]" in parted.files["editions/pie/2011.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        *("Crumb & Rye", "Ann Crumb & Sons", "Bread and Butter", "Mr & Mrs Rye", "Theatre of Bath and York Music"),
        *("AC/DC", "Rye/Oat Mill", "Mill Works & Co", "The Loaf and the Bun", "Ann Crumb and friends"),
    ],
)
def test_what_an_and_joins_is_no_pair_of_whole_names(name: str) -> None:
    assert codes(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n") == []


@pytest.mark.parametrize("name", ["winner", "Winner", "finalist", "gagnant", "Ann Crumb won the pie"])
def test_what_is_no_name_at_all_is_told(name: str) -> None:
    assert (3, "noted-name") in codes(f"2011,Best Pie,Ann Crumb\n2012,Best Pie,{name}\n")


def test_what_a_prize_was_given_for_is_told_behind_a_name_and_the_hint_parts_the_two() -> None:
    rows = '2011,Best Pie,"Ann Crumb, for the long ladle"\n2012,Best Pie,Bo Rye\n'
    assert codes(rows) == [(2, "noted-name")]
    laureate, citation = re.fullmatch(r"(laureate = .*\}), (citation = .*\})", hint(rows)).groups()  # type: ignore[union-attr]
    mapping = AWARD.replace('laureate = "{name}"', f"{laureate}\n{citation}")
    assert codes(rows, mapping) == []
    assert brought(rows, mapping).files["editions/pie/2011.yaml"] == (
        "results:\n  best-pie: {laureate: Ann Crumb, citation: the long ladle}\n"
    )


def test_works_before_their_makers_are_told_once_and_the_hint_parts_them() -> None:
    rows = "2001,Best,Kites — Nora Weir\n2002,Best,Gulls: Tom Brae\n2003,Best,Terns - Ivo Lund\n"
    said = brought(rows)
    [told] = [each for each in said.problems if "is read as one name, as are 2 more" in each]
    assert '"Kites — Nora Weir"' in told
    rule = next(each for each in said.hints if "[[rule]]" in each).partition("[[rule]] ")[2]
    parted = brought(rows, f"{AWARD}\n[[rule]]\n{rule}\n")
    assert parted.files["editions/pie/2002.yaml"] == "results:\n  best: {laureate: Tom Brae, for: Gulls}\n"
    assert parted.problems == ()
    one = brought("2001,Best,Kites — Nora Weir\n2002,Best,Tom Brae\n2003,Best,Ivo Lund\n")
    assert not any("[[rule]]" in each for each in one.hints)


@pytest.mark.parametrize(
    "name",
    ["Ann Rye ex aequo Bo Oat", "Ann Rye, ex-aequo avec Bo Oat", "Ann Rye tied with Bo Oat", "Ann Rye ex æquo Bo Oat"],
)
def test_two_who_are_said_to_be_equal_are_told_and_the_hint_splits_them(name: str) -> None:
    rows = f'2001,Best,"{name}"\n'
    assert any("between two" in each for each in brought(rows).problems)
    split = brought(rows, AWARD.replace('laureate = "{name}"', hint(rows)))
    assert "laureate: [Ann Rye, Bo Oat]" in split.files["editions/pie/2001.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Acme Corp.",
            "Crumb Inc.",
            "Ann Crumb Jr.",
            "S.A.R.L. Four",
            "“Pie” Magazine",
            "Gold",
            "Champion",
            "Bravo Pies",
        ),
        *("Crumb 34", "Association pour la promotion de la lecture publique", "Best Western", "Pie No. 5", "Or"),
    ],
)
def test_names_with_dots_and_words_of_prizes_are_names(name: str) -> None:
    assert codes(f"2011,Best Pie,Ann Crumb\n2012,Best Pie,{name}\n") == []


def test_numbers_in_brackets_behind_names_are_told_once() -> None:
    rows = "2011,Best Pie,Ann Crumb (2)\n2012,Best Pie,Bo Rye (1)\n"
    assert codes(rows) == [(2, "noted-name")]
    laureate, count = re.fullmatch(r"if it counts: (laureate = .*\}), (count = .*)", hint(rows)).groups()  # type: ignore[union-attr]
    made = brought(rows, AWARD.replace('laureate = "{name}"', f"{laureate}\n{count}"))
    assert made.files["editions/pie/2011.yaml"] == "results:\n  best-pie: {laureate: Ann Crumb, count: 2}\n"


def test_words_of_a_category_in_another_order_are_one() -> None:
    assert codes("2011,Best Pie,Ann Crumb\n2012,Pie Best,Bo Rye\n") == [(3, "near-category")]


def test_a_line_of_a_list_is_not_told_twice() -> None:
    given = importing.Given("results.txt", b"2011\nWinner: Ann Crumb\nBo Rye\n", "results.toml", LIST.encode(), {})
    made = importing.bring(given, {}, False, silent)
    assert [problem.code for problem in made.problems] == ["more-than-names"]


def test_of_a_part_of_a_list_that_a_mapping_leaves_nothing_is_told() -> None:
    cut = LIST.replace('"{name}"', '{column = "line", pattern = "^Winner: (.+)$"}')
    data = b"2011\nWinner: Ann Crumb\nWinner: Bo Rye\n"
    given = importing.Given("results.txt", data, "results.toml", cut.encode(), {})
    assert importing.bring(given, {}, False, silent).problems == ()
    whole = importing.Given("results.txt", data, "results.toml", LIST.encode(), {})
    told = importing.bring(whole, {}, False, silent).problems
    assert told[0].hint.endswith("its headings in a line above: Year;Prize;Winner and 2011;Winner;Ann Crumb")


LIST = '[award]\nid = "pie"\n[edition]\nid = "{year}"\n[result]\nlaureate = "{name}"\n'


def test_rules_say_which_names_are_several() -> None:
    rule = "[[rule]]\nmatch = '^(?P<laureate>.* & .*)$'\nkind = \"team\"\n"
    rows = "2011,Best Pie,Ann Crumb\n2012,Best Pie,Bo Rye & Ann Crumb\n"
    assert "joined-names" in [code for _, code in codes(rows)]
    assert "joined-names" not in [code for _, code in codes(rows, AWARD + rule)]


PAIRS = """\
[award]
id = "pie"
[edition]
id = "{Year}"
[category]
id = "{Prize}"
[result]
laureate = LAUREATE
"""


@pytest.mark.parametrize("laureate", ['"{First} {Last}"', '{text = "[{First} ]{Last}", split = " / "}'])
@pytest.mark.parametrize("sign", [" / ", " & ", ";", " and "])
def test_several_first_names_beside_several_surnames_are_told_and_the_hint_puts_each_with_its_own(
    laureate: str, sign: str
) -> None:
    header = "Year,Prize,First,Last\n"
    rows = f"2011,Pairs,Maeve{sign}Jory,SNARK{sign}WIMBLE\n2012,Pairs,Ann,CRUMB\n2013,Pairs,,BAKERS & SONS\n"
    mapping = PAIRS.replace("LAUREATE", laureate)
    made = brought(rows, mapping, header=header)
    [told] = [line for line in made.problems if "each hold several" in line]
    assert told.startswith("results.csv:2:1")
    assert f'"Maeve{sign}Jory" and "SNARK{sign}WIMBLE" each hold several, and are read as ' in told
    [said] = [each for each in made.hints if each.startswith("if they are several: laureate = {all")]
    right = PAIRS.replace("LAUREATE", said.partition("laureate = ")[2])
    again = brought(rows, right, header=header)
    assert [line for line in again.problems if "joined-names" in line] == []
    assert "laureate: [Maeve SNARK, Jory WIMBLE]" in again.files["editions/pie/2011.yaml"]
    assert "pairs: Ann CRUMB" in again.files["editions/pie/2012.yaml"]


def test_a_name_beside_a_firm_or_a_single_name_is_no_pair() -> None:
    rows = "2011,Pairs,Crumb & Sons,Mr & Mrs Rye\n2012,Pairs,Ann / Bo,CRUMB\n"
    made = brought(rows, PAIRS.replace("LAUREATE", '"{First} {Last}"'), header="Year,Prize,First,Last\n")
    assert [line for line in made.problems if "each hold several" in line] == []


@pytest.mark.parametrize(
    ("part", "near"),
    [
        ('[[skip]]\nwhen = {column = "year", is = "Totals"}', "Total"),
        ('[[not_awarded]]\nwhen = {column = "name", is = ["no awrd", "nobody here"]}', "No award"),
        ("[[unknown]]\nwhen = {column = \"name\", matches = '^No awrd$'}", "No award"),
        ('[[skip]]\nwhen = [{column = "year", is = "Total"}, {column = "name", is = "Zebra"}]', ""),
        ('[[skip]]\nwhen = {text = "{year}{name}", is = "x"}', ""),
    ],
)
def test_a_part_of_a_mapping_that_is_about_no_row_is_told(part: str, near: str) -> None:
    rows = "2011,Best Pie,Ann\nTotal,,3\n2012,Best Pie,No award\n"
    made = brought(rows, f"{AWARD}{part}\n")
    name = part.partition("\n")[0]
    told = [line for line in made.problems if "no row is one of those" in line]
    assert [line.startswith("results.toml:10:") and f"`{name}`" in line for line in told] == [True] * bool(near)
    assert [hint for hint in made.hints if "the column holds" in hint] == [f'the column holds "{near}"'] * bool(near)
    assert (f"about no row: {name} in line 10" in made.report) != bool(near)


@pytest.mark.parametrize(
    "part",
    [
        '[[skip]]\nwhen = {column = "year", is = ["Total", "Sum"]}',
        '[[skip]]\nwhen = {column = "category", not = ["Best Pie", "Best Tart", ""]}',
        "[[not_awarded]]\nwhen = {column = \"name\", matches = '(?i)no award'}",
        '[[skip]]\nwhen = {column = "name", is = ""}',
    ],
)
def test_a_part_of_a_mapping_that_is_about_a_row_is_not_told(part: str) -> None:
    made = brought("2011,Best Pie,Ann\nTotal,,3\n2012,Best Pie,No award\n2013,Best Pie,\n", f"{AWARD}{part}\n")
    assert [line for line in (*made.problems, *made.report) if "no row" in line] == []


def test_a_note_of_what_nobody_got_is_not_said_to_be_left_out() -> None:
    mapping = (
        f'{AWARD}note = "{{Why}}"\n[[not_awarded]]\nwhen = {{column = "name", is = "No award"}}\nnote = "{{Why}}"\n'
    )
    rows = "2011,Best Pie,No award,too sour\n2012,Best Pie,Ann,sweet\n"
    made = brought(rows, mapping, header="year,category,name,Why\n")
    assert made.problems == ()
    assert "note: too sour" in made.files["editions/pie/2011.yaml"]
    without = mapping.rpartition("note")[0]
    assert any("too sour" in line for line in brought(rows, without, header="year,category,name,Why\n").problems)


@pytest.mark.parametrize(
    ("years", "odd"),
    [
        (
            ("2017/18", "2018/19", "2019", "2019/20"),
            "2019 is a year, and stands between the seasons 2018-19 and 2019-20",
        ),
        (("2015", "2016", "2016/17", "2017/18"), ""),
        (("2016/17", "2017/18", "2019", "2020"), ""),
    ],
)
def test_a_year_between_seasons_is_told(years: tuple[str, ...], odd: str) -> None:
    made = brought("".join(f"{year},Best Pie,Ann\n" for year in years))
    told = [line for line in made.problems if "between the seasons" in line]
    assert [f" {odd}  [" in line for line in told] == [True] * bool(odd)


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("2011,Golden Quill,Ann\n2012,Gold Quill,Bo\n2013,Golden Quill,Cy\n", "Gold Quill"),
        (
            "2011,Golden Quill,Ann\n2012,Golden Quill,Bo\n2013,Golden Quill (new series),Cy\n",
            "Golden Quill (new series)",
        ),
        ("2011,Best Design,Ann\n2011,Best Designer,Bo\n2012,Best Design,Cy\n2012,Best Designer,Di\n", ""),
        ("2011,Best Film,Ann\n2012,Best Film (Drama),Bo\n", ""),
        ("2011,Best Act,Ann\n2012,Best Actor,Bo\n", ""),
    ],
)
def test_a_category_with_a_longer_word_or_said_to_be_new_may_be_the_other(rows: str, wrong: str) -> None:
    told = [line for line in brought(rows).problems if "is almost" in line]
    assert [f'the category "{wrong}" is almost' in line for line in told] == [True] * bool(wrong)


def test_a_word_for_nobody_beside_an_empty_first_name_is_not_made_a_surname() -> None:
    mapping = PAIRS.replace("LAUREATE", '"{First} {Last}"')
    rows = "2011,Best,Ann,CRUMB\n2012,Best,,DSQ - see minutes\n2013,Best,,THE BAKERS\n"
    hints = brought(rows, mapping, header="Year,Prize,First,Last\n").hints
    assert any("`[[not_awarded]]`" in hint for hint in hints)
    assert [hint for hint in hints if "if it may be" in hint] == ['if it may be: "[{First} ]{Last}"']


def test_an_id_that_no_joined_row_has_is_not_said_to_be_a_name() -> None:
    data = '{"people": [{"id": 1, "n": "Ann"}], "results": [{"y": 2011, "who": [1]}, {"y": 2012, "who": [99]}]}'
    joins = '[[read.joins]]\nrows = "people[]"\non = {id = "value"}\nprefix = "p."\n'
    rest = '[award]\nid = "pie"\n[edition]\nid = "{../y}"\n[category]\nid = "best"\n[result]\nlaureate = "{p.n}"\n'
    made = bring("", data, f'[read]\nrows = "results[].who[]"\n{joins}{rest}', name="results.json")
    assert any("no laureate" in line for line in made.problems)
    assert not any("or = " in hint for hint in made.hints)


NAMES = "-- content/names/ann-rye.md --\n---\nname: Ann Rye\nkind: person\naliases: [P. Hask]\n---\n"


@pytest.mark.parametrize(("name", "bare"), [("Miss P. Hask", "P. Hask"), ("Mrs Bo Oats", ""), ("M. Rye", "")])
def test_a_title_before_a_known_name_is_told(name: str, bare: str) -> None:
    made = brought(f"2011,Best Pie,{name}\n", site=NAMES)
    told = [line for line in made.problems if "is read as another name than" in line]
    assert [f'"{name}" is read as another name than "{bare}"' in line for line in told] == [True] * bool(bare)
    for hint in made.hints if bare else ():
        line = hint.partition("laureate = ")[2]
        again = brought(f"2011,Best Pie,{name}\n", AWARD.replace('"{name}"', line), site=NAMES)
        assert again.problems == ()


@pytest.mark.parametrize("text", ["n/a", "—", "?", "unknown", "inconnu"])
def test_a_word_for_nothing_in_place_of_a_country_is_told_once_and_the_hint_leaves_it_out(text: str) -> None:
    table = f"year,category,name,country\n2001,Best,Ann,{text}\n2001,Tart,Bo,Wales\n2001,Bun,Cy,{text}\n"
    made = bring("", table, f'{AWARD}country = "{{country}}"\n')
    assert [each.partition(": ")[2] for each in made.problems] == [
        f'"{text}" in country says that nothing is known, and is read as the country  [odd-value]'
    ]
    said = bring("", table, f"{AWARD}{made.hints[0]}\n")
    assert said.problems == ()
    assert said.files["editions/pie/2001.yaml"] == (
        "results:\n  best: Ann\n  tart: {laureate: Bo, country: Wales}\n  bun: Cy\n"
    )
    meant = f'{AWARD}country = {{column = "country", map = {{Wales = "Wales"}}, else = "?"}}\n'
    assert text == "?" or bring("", table, meant).problems == ()


@pytest.mark.parametrize(
    ("score", "is_misread"), [("1,01O", True), ("l2", True), ("8O", True), ("2-1", False), ("8 O", False), ("1o", True)]
)
def test_a_letter_among_the_digits_of_a_score_is_told(score: str, is_misread: bool) -> None:
    table = f'year,category,name,score\n2001,Best,Ann,"{score}"\n'
    made = bring("", table, f'{AWARD}score = "{{score}}"\n')
    assert any("holds a letter among its digits" in each for each in made.problems) == is_misread


SCORED = AWARD.replace('laureate = "{name}"', 'laureate = "{name}"\nscore = "{score}"\ncountry = "{country}"')
ROWS = "".join(f"{2010 + at},Best Pie,Ann Crumb,{at}.5,FR\n" for at in range(6))


def odd(row: str, rows: str = ROWS) -> list[str]:
    made = brought(rows + row, SCORED, header="year,category,name,score,country\n")
    return [problem for problem in made.problems if "odd-value" in problem]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("York,FR", '"York" in score is no number, as the others are, and is read as the score'),
        ("two,FR", '"two" in score is no number, as the others are, and is read as the score'),
        ("7,Bo Rye", '"Bo Rye" in country is no code of two letters, as the others are, and is read as the country'),
        ("7,FRA", '"FRA" in country is no code of two letters, as the others are, and is read as the country'),
    ],
)
def test_a_score_or_country_that_is_unlike_all_others_is_told(row: str, message: str) -> None:
    assert odd(f"2017,Best Pie,Bo Rye,{row}\n") == [f"results.csv:8:1: {message}  [odd-value]"]


def test_of_a_row_that_did_not_land_nothing_is_said_to_be_read() -> None:
    mapping = f'{SCORED}\nrank = "{{rank}}"\n'
    rows = "".join(f"{line},1\n" for line in ROWS.splitlines())
    made = brought(
        f"{rows}2017,Best Pie,Bo Rye,York,FR,second\n", mapping, header=f"{HEADER.strip()},score,country,rank\n"
    )
    assert [each.split(": ", 1)[1] for each in made.problems] == [
        'rank: "second" is not a whole number  [row-not-landed]'
    ]


@pytest.mark.parametrize(
    "title", ["???", "TBC", "title unknown", "titre inconnu", "n/a", "—", "[illegible]", "The L██f"]
)
def test_a_title_that_says_nothing_is_told(title: str) -> None:
    mapping = f'{AWARD}for = {{title = "{{work}}"}}\n'
    made = brought(f"2011,Best Pie,Ann Crumb,{title}\n", mapping, header="year,category,name,work\n")
    assert [each[: len(title) + 28] for each in made.problems] == [f'results.csv:2:1: the work "{title}"']
    assert f'`empty = ["{title}"]`' in made.hints[0]


@pytest.mark.parametrize("title", ["Untitled", "Nobody", "Illegible", "1917", "Lost", "M*A*S*H", "NO", "x"])
def test_a_title_may_be_any_word(title: str) -> None:
    header = "year,category,name,work\n"
    assert brought(f"2011,Best Pie,Ann Crumb,{title}\n", f'{AWARD}for = "{{work}}"\n', header=header).problems == ()


def test_a_list_of_names_of_which_one_is_nothing_is_told() -> None:
    for nothing in ("null", '""'):
        table = f'[{{"year": 2011, "category": "Pie", "name": ["Ann Crumb", {nothing}]}}]'
        made = bring("", table, AWARD, name="results.json")
        said = "laureate: 1 of the 2 in a list says nothing; left out  [value-left-out]"
        assert made.problems == (f"results.json:1:2: {said}",)
    assert bring("", table.replace('""', '"Bo Rye"'), AWARD, name="results.json").problems == ()


def test_a_result_that_stands_twice_in_one_row_is_not_said_to_be_that_of_another() -> None:
    table = '[{"year": 2011, "category": "Pie", "name": ["Ann Crumb", "Ann Crumb"]}]'
    made = bring("", table, f"{AWARD}joint = false\n", name="results.json")
    assert made.problems == ("results.json:1:2: this row says one result twice  [said-twice]",)


def test_scores_and_countries_of_several_kinds_are_right() -> None:
    assert odd("2017,Best Pie,Bo Rye,7,DE\n2018,Best Pie,Bo Rye,−3,\n2019,Best Pie,Bo Rye,~4 pts,GB\n") == []
    assert odd("2017,Best Pie,Bo Rye,good,France\n2018,Best Pie,Bo Rye,bad,Spain\n") == []
    assert odd("2017,Best Pie,Bo Rye,good,France\n", ROWS[: len(ROWS) // 2]) == []


@pytest.mark.parametrize(
    ("name", "hint_of"),
    [
        ("Ann Crumb (NL)", "if it is the country: "),
        ("Ann Crumb (flour)", "if it is a role: "),
        ("Ann Crumb (d. 1984)", "if it is a role: "),
        ("Ann Crumb (1901–1984)", "if it is a role: "),
    ],
)
def test_what_one_name_has_in_brackets_is_told(name: str, hint_of: str) -> None:
    rows = f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n"
    assert codes(rows) == [(2, "noted-name")]
    assert hint(rows).startswith(hint_of)


@pytest.mark.parametrize("name", ["Ann Crumb (AC)", "Loaf (live)", "Radio Pie Crust (RPC)", "ann crumb (flour)"])
def test_initials_and_what_is_no_person_are_left(name: str) -> None:
    assert codes(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n") == []


@pytest.mark.parametrize("name", ["aged 9", "the entire cast", "toute la troupe réunie", "âgée de 9 ans"])
def test_small_letters_that_are_no_name_are_told(name: str) -> None:
    assert codes(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n") == [(2, "noted-name")]


@pytest.mark.parametrize("name", ["k. d. lang", "the bells", "bell hooks", "the The The", "die Brote"])
def test_a_name_in_small_letters_is_one(name: str) -> None:
    assert codes(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n") == []


def test_an_age_behind_a_name_is_no_second_name() -> None:
    mapping = AWARD.replace('"{name}"', '{column = "name", split = " & "}')
    rows = '2011,Best Pie,"Ann Crumb, aged 9"\n2012,Best Pie,Fi Ash & Bo Rye\n'
    assert codes(rows, mapping) == [(2, "noted-name")]
    laureate = hint(rows, mapping)
    assert codes(rows, AWARD.replace('laureate = "{name}"', laureate)) == []


def test_an_edition_that_is_almost_called_as_the_others_is_told() -> None:
    rows = "".join(f"Spring {2010 + at},Best Pie,Ann Crumb\n" for at in range(3))
    assert codes(f"{rows}Sprnig 2013,Best Pie,Bo Rye\n") == [(5, "odd-edition")]
    assert codes(f"{rows}Autumn 2013,Best Pie,Bo Rye\n") == []
    assert codes(f"{rows}Sprnig 2013,Best Pie,Bo Rye\nSprnig 2014,Best Pie,Bo Rye\n") == []


@pytest.mark.parametrize(
    ("season", "is_told"),
    [
        *(("2016/71", True), ("2016/18", True), ("2016/2071", True), ("2016/16", True), ("2016/15", True)),
        *(("2106/17", True), ("2016/17", False), ("2016-2017", False), ("2018/20", False), ("2018-20", False)),
    ],
)
def test_a_season_that_ends_elsewhere_than_the_others_do_is_told(season: str, is_told: bool) -> None:
    rows = [f"{year}/{year % 100 + 1},Best {year},Ann Crumb\n" for year in (2012, 2013, 2014, 2015, 2017)]
    rows.insert(5 if season.startswith("2018") else 4, f"{season},Best Pie,Bo Rye\n")
    assert [code for _, code in codes("".join(rows))] == (["odd-edition"] if is_told else [])


def test_seasons_of_every_length_are_right() -> None:
    rows = "".join(f"{season},Best {season},Ann Crumb\n" for season in ("2011/12", "2012/14", "2014/15", "2015/18"))
    assert codes(rows) == []


def test_a_last_year_with_two_digits_exchanged_is_told() -> None:
    rows = "".join(f"{1921 + at},Best Pie,Ann Crumb\n" for at in range(5))
    assert codes(f"{rows}1962,Best Pie,Bo Rye\n") == [(7, "odd-edition")]
    assert codes(f"{rows}1963,Best Pie,Bo Rye\n") == codes(f"{rows}1926,Best Pie,Bo Rye\n") == []


RANKED = AWARD.replace('laureate = "{name}"', 'laureate = "{name}"\nrank = "{rank}"')


def gaps(*places: str, years: int = 5) -> list[tuple[int, str]]:
    usual = "".join(f"{2001 + at},Best Pie,Ann Crumb,1\n{2001 + at},Best Pie,Bo Rye,2\n" for at in range(years))
    names = ("Ann Crumb", "Bo Rye", "Cy Dough")
    rows = "".join(f"2011,Best Tart,{name},{place}\n" for name, place in zip(names, places, strict=False))
    made = brought(usual + rows, RANKED, header="year,category,name,rank\n")
    return [(int(each.split(":")[1]), each.split(": ", 1)[1]) for each in made.problems]


def test_a_place_that_is_left_out_is_told_where_others_have_none() -> None:
    assert gaps("1", "3") == [(12, "place 2 of best-tart of 2011 is left out  [no-winner]")]
    assert gaps("1", "1", "4") == [(12, "place 3 of best-tart of 2011 is left out  [no-winner]")]
    assert gaps("1", "1", "3") == gaps("1", "2", "2") == gaps("1", "3", years=2) == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("£50", "an amount"),
        ("12.5", "a number"),
        ("3 May 2011", "a date"),
        ("2011-12", "a year"),
    ],
)
def test_a_value_in_place_of_a_name_or_a_category_is_told(name: str, what: str) -> None:
    made = brought(f"2011,Best Pie,{name}\n2012,Best Pie,Fi Ash\n")
    assert made.problems[0] == f'results.csv:2:1: "{name}" is {what}, and is read as a name  [noted-name]'
    made = brought(f"2011,{name},Ann Crumb\n2012,Best Pie,Fi Ash\n")
    assert made.problems[0] == f'results.csv:2:1: "{name}" is {what}, and is read as a category  [near-category]'


def test_categories_that_are_all_numbers_are_right() -> None:
    assert codes("2011,60,Ann Crumb\n2011,66,Bo Rye\n2012,60,Fi Ash\n") == []

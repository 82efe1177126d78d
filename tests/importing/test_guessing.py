"""A first mapping: what it takes, what it leaves, what it is not sure of, and what an import with it writes."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from palmarium.importing.guessing import guessed as guessed_mapping
from palmarium.importing.tables.table import Row, Table
from palmarium.problems import Span
from tests.conftest import Site
from tests.importing.small import bring
from tests.importing.test_command import run

EMPTY = "-- editions/bun/award.yaml --\nname: Bun\n"


class Guessed:
    """A mapping that was guessed, what was said of it, and what an import with it writes."""

    def __init__(self, root: Path, file: Path) -> None:
        said = run(root, str(file), "--guess")
        assert said.exit_code == 0, said.output
        self.mapping = file.with_suffix(".toml").read_text(encoding="utf-8")
        self.unsure = [line.removeprefix("not sure: ") for line in said.output.splitlines() if "not sure: " in line]
        assert all(f"#   {each}\n" in self.mapping for each in self.unsure)
        self.imported = run(root, str(file))
        # What the guess leaves to the editor, such as the column of the names, it says by itself.
        wrong = re.findall(
            rf"{re.escape(file.stem)}\.toml:.*: error: .*\[(?!missing-key)[\w-]+\]", self.imported.output
        )
        assert wrong == []
        folder = root / "editions"
        self.files = {
            str(path.relative_to(folder)): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.yaml"))
            if "bun" not in path.parts
        }


def guessed(site: Site, tmp_path: Path, name: str, data: str | bytes) -> Guessed:
    (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return Guessed(site(EMPTY), tmp_path / name)


def takes(found: Guessed, *lines: str) -> list[str]:
    """Lines that a mapping does not have."""
    return [line for line in lines if f"\n{line}\n" not in found.mapping]


def test_plain_columns_are_known_and_the_rest_is_named(site: Site, tmp_path: Path) -> None:
    table = "Année;Catégorie;Lauréat;Rang;Couleur;Vide\n2001;Best;Ann;1;x;\n"
    found = guessed(site, tmp_path, "palmarès 2001.csv", table)
    assert takes(found, 'id = "{Année}"', 'id = "{Catégorie}"', 'laureate = "{Lauréat}"', 'rank = "{Rang}"') == []
    assert found.mapping.endswith(
        '# Not taken:\n#   Couleur ("x"): its name is not known; to keep it as a note: [result] note = "{Couleur}"\n'
        "#   Vide: empty in every row\n"
    )
    assert found.files["palmares-2001/2001.yaml"] == "results:\n  best: {rank: 1, laureate: Ann}\n"


@pytest.mark.parametrize(
    ("header", "values", "lines"),
    [
        (
            "prize_year,Player,category",
            "2019,Ann,Best",
            ('id = "{prize_year}"', 'laureate = "{Player}"', 'kind = "person"'),
        ),
        (
            "yearID,playerID,awardID",
            "2019,ann01,MVP",
            ('id = "{yearID}"', 'laureate = "{playerID}"', 'id = "{awardID}"'),
        ),
        (
            "year_award,year_film,recipient_name,Prize",
            "2019,2018,Ann,Best",
            ('id = "{year_award}"', 'laureate = "{recipient_name}"'),
        ),
        (
            "nea_grant_year,full_name_firstlast,x",
            "2019,Ann,1",
            ('id = "{nea_grant_year}"', 'laureate = "{full_name_firstlast}"'),
        ),
        (
            "Year,Team/NOC,Order,pointsWon",
            "2019,Ovens,2,8",
            ('laureate = "{Team/NOC}"', 'rank = "{Order}"', 'score = "{pointsWon}"', 'kind = "team"'),
        ),
        ("Year,Conference,School,Name", "2019,North,Peel,Ann", ('id = "{Conference}"', 'laureate = "{Name}"')),
        (
            "year,category_id,laureate_id,name,born",
            "2019,best,7,Ann,1970",
            ('id = "{category_id}"', 'identity = "{laureate_id}"', 'born = "{born}"', 'authority = "t"'),
        ),
        (
            "year,label,category,name,kind",
            "2019,XII,Best,Ann,Person",
            ('label = "{label}"', 'kind = {column = "kind", map = {"Person" = "person"}}'),
        ),
        ("year,prize,name,status,role", "2019,Best,Ann,revoked,baker", ('status = "{status}"', 'role = "{role}"')),
        (
            "year,prize,first name,surname",
            "2019,Best,Ann,Crumb",
            ('laureate = "[{first name} ]{surname}"', 'kind = "person"'),
        ),
        (
            "date,prize,name",
            "2019-05-01,Best,Ann",
            ("id = {column = \"date\", pattern = '\\d{4}'}", 'ceremony.date = "{date}"'),
        ),
        ("year,prize,name,born", "2019,Best,Ann,30/05/1970", ('born = {column = "born", date = "%d/%m/%Y"}',)),
    ],
)
def test_columns_are_known_by_the_words_in_their_names(
    site: Site, tmp_path: Path, header: str, values: str, lines: tuple[str, ...]
) -> None:
    found = guessed(site, tmp_path, "t.csv", f"{header}\n{values}\n")
    assert takes(found, *lines) == []


@pytest.mark.parametrize("column", ["won", "win", "inducted", "award_status", "role", "outcome", "is_winner"])
def test_words_that_say_who_won_become_a_map(site: Site, tmp_path: Path, column: str) -> None:
    said = (("Ann", "Winner"), ("Bo", "Nominee"), ("Cy", "Semifinalist"), ("Di", "Judge"))
    table = f"year,prize,name,{column}\n" + "".join(f"2019,Best,{name},{word}\n" for name, word in said)
    found = guessed(site, tmp_path, "t.csv", table)
    meant = '{"Winner" = "winner", "Nominee" = "nominee", "Semifinalist" = "semi-finalist"}'
    assert takes(found, f'distinction = {{column = "{column}", map = {meant}}}') == []
    assert f'what "Judge" in {column} means: such rows do not land' in found.unsure
    assert "Di" not in found.files["t/2019.yaml"]
    assert found.files["t/2019.yaml"].count("distinction") == 2


def test_flags_and_lists_are_seen_by_their_looks(site: Site, tmp_path: Path) -> None:
    rows = "".join(f"200{n};Best;Ann|Bo;p{n}1|p{n}2;{'yes' if n % 2 else 'no'};\n" for n in range(8))
    found = guessed(site, tmp_path, "t.csv", "Year;Category;Nominees;NomineeIds;Winner;Citation\n" + rows)
    assert (
        takes(
            found,
            'laureate = {column = "Nominees", split = "|"}',
            'distinction = {column = "Winner", map = {"yes" = "winner"}, else = "nominee"}',
            'identity = {column = "NomineeIds", split = "|"}',
        )
        == []
    )
    assert found.mapping.endswith("# Not taken:\n#   Citation: empty in every row\n")


@pytest.mark.parametrize(
    ("cells", "split"),
    [
        (("Bo Rye, Cy Dough", "Ann Crumb"), ", "),
        (("Crumb & Sons", "Ann Crumb"), " & "),
        (("Bread and Butter", "Ann Crumb"), " and "),
    ],
)
def test_nothing_is_split_that_may_be_one_name_and_that_is_said(
    site: Site, tmp_path: Path, cells: tuple[str, str], split: str
) -> None:
    rows = "".join(f'2019,Best,"{cell}"\n' for cell in cells)
    found = guessed(site, tmp_path, "t.csv", f"year,prize,nominee\n{rows}")
    assert takes(found, 'laureate = "{nominee}"') == []
    assert f'whether nominee holds several names in 1 cell, as "{cells[0]}": split = "{split}"' in found.unsure


@pytest.mark.parametrize(
    ("text", "section"),
    [
        *((text, "not_awarded") for text in ("Nobody suitable", "Lapsed", "DNS", "DNF", "DSQ", "No worthy entry")),
        *((text, "unknown") for text in ("Under review", "various", "Pending", "mehrere")),
    ],
)
def test_what_stands_for_nobody_is_no_laureate(site: Site, tmp_path: Path, text: str, section: str) -> None:
    found = guessed(site, tmp_path, "t.csv", f"year,prize,winner\n2019,Best,{text}\n2019,Bun,Ann\n")
    assert takes(found, f"[[{section}]]", f'when = {{column = "winner", is = ["{text}"]}}') == []
    assert text not in found.files["t/2019.yaml"]


@pytest.mark.parametrize(
    ("last", "is_sum"),
    [
        ("Wins;1;1;0;1", True),
        ("Different winners;;6;6;10", True),
        ("2003;1;Bo;Cy;Di", False),
        ("n.d.;Ann;Bo;24;Di", False),
    ],
)
def test_a_row_of_numbers_below_names_is_a_sum(site: Site, tmp_path: Path, last: str, is_sum: bool) -> None:
    table = f"Year;Best Pie;Best Bun;Best Tart;Best Loaf\n2001;Ann;Bo;Cy;Di\n2002;Bo;Ann;Di;Cy\n{last}\n"
    found = guessed(site, tmp_path, "t.csv", table)
    name = last.partition(";")[0]
    assert (f'when = {{column = "Year", is = ["{name}"]}}' in found.mapping) == is_sum
    assert any(f'whether rows of "{name}" are none to import' in each for each in found.unsure) == is_sum


def test_several_first_names_beside_several_surnames_are_doubted_with_the_line_to_write(
    site: Site, tmp_path: Path
) -> None:
    table = "Year,Prize,First name,Surname\n2001,Pairs,Ann / Bo,CRUMB / RYE\n2002,Pairs,Cy,DOUGH\n"
    found = guessed(site, tmp_path, "t.csv", table)
    [doubt] = [each for each in found.unsure if "are several" in each]
    said, _, line = doubt.partition(": ")
    assert said == 'whether "Ann / Bo" and "CRUMB / RYE" are several'
    assert tomllib.loads(line)["laureate"]["all"][1]["join"] == " "


@pytest.mark.parametrize("column", ["Pl.", "Pl", "Rk", "Rg", "#", "Plc."])
def test_short_names_of_places_are_known(site: Site, tmp_path: Path, column: str) -> None:
    table = f"Year,{column},Winner\n2001,1,Ann\n2001,2,Bo\n2002,1,Cy\n"
    assert takes(guessed(site, tmp_path, "t.csv", table), f'rank = "{{{column}}}"') == []


def test_numbers_of_rows_are_no_places(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "#,Year,Winner\n1,2001,Ann\n2,2002,Bo\n3,2003,Cy\n")
    assert 'the numbers of the rows; if they are places: [result] rank = "{#}"' in found.mapping
    assert "rank" not in found.files["t/2001.yaml"]


@pytest.mark.parametrize("column", ["Cat.", "Cup", "Trophy", "Shield", "Honour", "Event"])
def test_what_is_won_is_the_category(site: Site, tmp_path: Path, column: str) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Year,{column},Winner\n2001,Long Loaf,Ann\n2001,Round Loaf,Bo\n")
    assert f'[category]\nid = "{{{column}}}"\n' in found.mapping


@pytest.mark.parametrize("column", ["Competition", "Title"])
def test_what_may_be_the_category_is_doubted_with_the_line_to_write(site: Site, tmp_path: Path, column: str) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Year,{column},Winner\n2001,Long Loaf,Ann\n2001,Round Loaf,Bo\n")
    assert any(f'[category] id = "{{{column}}}"' in each for each in found.unsure)


def test_nobody_in_a_place_below_the_first_takes_nothing_from_the_winner(site: Site, tmp_path: Path) -> None:
    table = "Year,Event,Gold,Silver,Bronze\n2001,Pie,Ann,Bo,none\n2001,Bun,No award,Cy,none\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.imported.exit_code == 0, found.imported.output
    assert found.files["t/2001.yaml"] == (
        "results:\n  pie:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo}\n"
        "  bun: {not_awarded: other, results: {rank: 2, laureate: Cy}}\n"
    )
    assert 'whether "none" below Silver, Bronze is nobody' in found.unsure


def test_a_title_in_quotes_is_one_whatever_joins_its_words(site: Site, tmp_path: Path) -> None:
    table = 'Year,Prize,Winner\n2001,Song,"""Rye; Oats"""\n2002,Song,"""Ann; Bo"""\n2003,Song,Cy\n'
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'laureate = "{Winner}"') == []
    lists = table.replace('"""Ann; Bo"""', "Ann; Bo")
    (tmp_path / "lists").mkdir()
    found = guessed(site, tmp_path / "lists", "t.csv", lists)
    assert takes(found, 'laureate = {column = "Winner", split = ";"}') == []
    assert "Rye; Oats" in found.files["t/2001.yaml"]


NUMBER_FOR_ALL = "a number for all the columns that become rows, which is that of none of them"


@pytest.mark.parametrize("column", ["Total pts", "Points total", "Overall score", "Points", "Rank"])
def test_a_number_beside_several_years_is_the_score_of_none_of_them(site: Site, tmp_path: Path, column: str) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Club,2018,2019,2020,{column}\nAnn,1,2,1,40\nBo,2,1,3,30\n")
    assert f'#   {column} ("40", "30"): {NUMBER_FOR_ALL}\n' in found.mapping
    assert "40" not in "".join(found.files.values())
    usual = guessed(site, tmp_path, "u.csv", f"Club,Year,{column}\nAnn,2018,40\nBo,2019,30\n")
    assert "40" in "".join(usual.files.values())


def test_a_number_beside_several_categories_is_the_score_of_none_of_them(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Best Pie,Best Bun,Points\n2001,Ann,Bo,9\n2002,Cy,Ann,7\n")
    assert f'#   Points ("9", "7"): {NUMBER_FOR_ALL}\n' in found.mapping
    assert found.files["t/2001.yaml"] == "results:\n  best-pie: Ann\n  best-bun: Bo\n"


@pytest.mark.parametrize(
    "cells",
    [
        ("Hobday & Daughters", "Hobday & Daughters", "Hobday"),
        ("Rye & Oats", "Rye & Oats", "Bo"),
        ("Mr & Mrs Gorse", "Mrs Gorse", "Mr & Mrs Gorse"),
        ("M. et Mme Gorse", "Mme Gorse", "M. et Mme Gorse"),
        ("Tarte & Cie", "Ann & Bo", "Ann", "Bo & Cy"),
        ("Korn und Söhne", "Korn & Söhne", "Korn"),
    ],
)
def test_a_firm_or_a_couple_that_wins_twice_is_split_in_no_kind_of_table(
    site: Site, tmp_path: Path, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"{2001 + at},{cell}\n" for at, cell in enumerate(cells))
    for name, header in (("wide.csv", "Year,Best Loaf,Best Bun"), ("long.csv", "Year,Winner,Jury")):
        table = "".join(f"{line},Ann & Bo\n" for line in rows.splitlines())
        found = guessed(site, tmp_path, name, f"{header}\n{table}")
        laureates = next(line for line in found.mapping.splitlines() if line.startswith("laureate = "))
        assert "split" not in laureates
        one = next(cell for cell in cells if "&" in cell or " et " in cell)
        assert any("holds several names" in each for each in found.unsure), found.unsure
        assert any(one in text for text in found.files.values())


@pytest.mark.parametrize(
    ("cells", "split"),
    [
        (("Bo Rye et Cy Dough", "Di Glaze & Ed Oven"), '[" & ", " et "]'),
        (("Bo Rye et Cy Dough", "Di Glaze & Ed Oven", "Fi Ash / Gus Bun"), '[" / ", " & ", " et "]'),
        (("Bo Rye and Cy Dough",), '" and "'),
    ],
)
def test_pairs_of_whole_names_are_said_whatever_parts_them(
    site: Site, tmp_path: Path, cells: tuple[str, ...], split: str
) -> None:
    rows = "".join(f"{2001 + at},Best,{cell}\n" for at, cell in enumerate(("Ann Crumb", *cells)))
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner\n{rows}")
    said = [each for each in found.unsure if each.startswith("whether Winner holds several names in ")]
    assert [sorted(each.partition(": split = ")[2]) for each in said] == [sorted(split)]


def test_a_firm_in_one_column_keeps_lists_in_another_whole(site: Site, tmp_path: Path) -> None:
    rows = "2001,Crumb & Sons,Ann & Bo\n2002,Cy,Bo & Cy\n2003,Di,Cy & Ann\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Best Loaf,Best Bun\n{rows}")
    assert takes(found, 'laureate = "{Winner}"') == []
    assert 'whether Best Bun holds several names in 3 cells, as "Ann & Bo": split = " & "' in found.unsure
    (tmp_path / "lists").mkdir()
    found = guessed(site, tmp_path / "lists", "t.csv", f"Year,Best Loaf,Best Bun\n{rows.replace('Crumb & Sons', 'Di')}")
    assert takes(found, 'laureate = {column = "Winner", split = [" & "]}') == []
    assert 'whether those in one cell are several names, as "Ann & Bo": split = " & "' in found.unsure


def test_a_juror_who_is_a_couple_is_not_split(site: Site, tmp_path: Path) -> None:
    table = "Year,Prize,Winner,Jury\n2001,Best,Ann,Mr and Mrs Rye\n2002,Best,Bo,Cy and Di\n"
    assert takes(guessed(site, tmp_path, "t.csv", table), 'jury = "{Jury}"') == []


def test_a_title_turned_round_is_neither_split_nor_doubted(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", 'year,prize,nominee\n2019,Best,"Loaf, The"\n2020,Best,"Bun, A"\n')
    assert not any("several names" in each for each in found.unsure)
    assert found.files["t/2019.yaml"] == 'results:\n  best: {laureate: "Loaf, The", distinction: nominee}\n'


def test_one_column_a_category_becomes_rows(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Best Film,Best Song\n2019,The Loaf,Rise\n2020,The Bun,—\n")
    assert takes(found, 'columns = ["Best Film", "Best Song"]', 'id = "{Category}"', 'laureate = "{Winner}"') == []
    assert found.unsure[0] == "whether these are categories, with laureates below them: Best Film, Best Song"
    assert found.files["t/2020.yaml"] == "results:\n  best-film: The Bun\n  best-song: unknown\n"


@pytest.mark.parametrize(
    ("header", "line"),
    [
        (
            "Winner,Runner-up,Third",
            'rank = {column = "Result", map = {"Winner" = "1", "Runner-up" = "2", "Third" = "3"}}',
        ),
        *(
            (
                header,
                f'rank = {{column = "Result", map = {{"{gold}" = "1", "{silver}" = "2", "{bronze}" = "3"}}}}',
            )
            for header in (
                *("Gold,Silver,Bronze", "Or,Argent,Bronze", "Oro,Plata,Bronce", "Gold medal,Silver medal,Bronze medal"),
                *("Gold medallist,Silver medallist,Bronze medallist", "Goldmedaille,Silbermedaille,Bronzemedaille"),
                *("Médaille d'or,Médaille d’argent,Médaille de bronze", "Médaillée d'or,Médaillée d'argent,Bronze"),
                *("🥇,🥈,🥉", "First prize,Second prize,Third prize", "1er prix,2e prix,3e prix"),
                *("Premier prix,Deuxième prix,Troisième prix", "1st place,2nd place,3rd place"),
            )
            for gold, silver, bronze in (header.split(","),)
        ),
        (
            "Longlist,Shortlist,Winner",
            'distinction = {column = "Result", map = {"Longlist" = "longlisted", "Shortlist" = "shortlisted", '
            '"Winner" = "winner"}}',
        ),
    ],
)
def test_one_column_a_place_becomes_rows(site: Site, tmp_path: Path, header: str, line: str) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,{header}\n2019,Best,Ann,Bo,Cy\n")
    assert takes(found, line, 'laureate = "{Name}"') == []
    assert found.imported.output.startswith("3 rows read = 3 landed")


@pytest.mark.parametrize(
    ("name", "data", "lines"),
    [
        (
            "t.json",
            json.dumps(
                {"2019": {"film": {"nominee": ["Ann", "Bo"], "winner": ["Ann"]}}, "2020": {"film": {"winner": ["Cy"]}}}
            ),
            ('rows = "{}{}"', 'id = "{../#}"', 'id = "{#}"', "joint = false"),
        ),
        (
            "t.yml",
            "- {title: Best, year: 2019, winners: [{name: Ann}, {name: Bo}]}\n",
            ('rows = "[].winners[]"', 'id = "{../year}"', 'id = "{../title}"', 'laureate = "{name}"'),
        ),
        (
            "t.txt",
            "year\tname\tprize\n2019\tAnn\tBest\n",
            ('delimiter = "\\t"', 'id = "{prize}"', 'laureate = "{name}"'),
        ),
        (
            "t.csv",
            "The Guild,,\n,,\nYear,Category,Name\n2019,film,Ann\n,song,Bo\n",
            ("header = 3", 'fill_down = ["Year"]'),
        ),
        ("t.md", "|Year|Prize|Winner|\n|-|-|-|\n|2019|Best|Ann|\n", ('format = "markdown"', 'laureate = "{Winner}"')),
    ],
)
def test_every_format_is_guessed_at(site: Site, tmp_path: Path, name: str, data: str, lines: tuple[str, ...]) -> None:
    found = guessed(site, tmp_path, name, data)
    assert takes(found, *lines) == []
    assert "0 not landed" in found.imported.output


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("Games,Event,Winner\n2016 Summer,100 m,Ann\n2020 Summer,100 m,Bo\n", ('id = "{Games}"', 'id = "{Event}"')),
        ("When,Employee,Reason\nMay 2021,Ann,Kind\n06/2021,Bo,\n", ('id = "{When}"', 'laureate = "{Employee}"')),
    ],
)
def test_a_column_whose_texts_hold_years_is_taken_for_the_edition_and_doubted(
    site: Site, tmp_path: Path, table: str, lines: tuple[str, ...]
) -> None:
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, *lines) == []
    assert any("is the edition: its texts hold a year" in each for each in found.unsure)


def test_words_for_nobody_are_said_to_be_none(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "year,prize,winner\n2019,Best,No award\n2019,Tart,n/a\n2019,Bun,Ann\n")
    assert found.files["t/2019.yaml"] == "results:\n  best: {not_awarded: other}\n  tart: unknown\n  bun: Ann\n"
    assert sum("means [[not_awarded]] or [[unknown]]" in each for each in found.unsure) == 2


def test_words_for_what_did_not_take_place_was_lost_or_not_there_are_said_to_be_none(
    site: Site, tmp_path: Path
) -> None:
    rows = "2018,Tart,not yet founded\n2018,Best,Ann\n2019,Best,season abandoned\n2019,Tart,cup lost\n2019,Bun,Bo\n"
    found = guessed(site, tmp_path, "t.csv", f"year,prize,winner\n{rows}")
    assert found.files["t/2018.yaml"] == "results:\n  best: Ann\n"
    assert found.files["t/2019.yaml"] == "results:\n  best: {not_awarded: other}\n  tart: unknown\n  bun: Bo\n"
    assert any('"not yet founded" in winner is to be skipped' in each for each in found.unsure)


@pytest.mark.parametrize(
    "cells",
    [
        ("$10,000", "$5,000"), ("3 000 €", "EUR 500"), ("£1.5m", "£20k"), ("2020-05-01", "2021-05-02"),
        ("3 May 2020", "May 4, 2021"), ("12", "1,500"), ("https://x.example/a", "www.x.example"), ("50%", "12.5 %"),
        ("2019", "$500"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("column", ["category", "prize", "winner", "film", "country", "company", "award"])
def test_no_name_is_guessed_from_amounts_dates_numbers_and_addresses(column: str, cells: tuple[str, str]) -> None:
    table = Table(("year", column, "x"), tuple(Row(Span("t.csv"), ("2019", cell, "Ann")) for cell in cells))
    made = tomllib.loads(guessed_mapping(table, "t.csv").text)
    assert made["award"] == {"id": "t", "name": "t"}
    assert "category" not in made
    assert set(made.get("result", {})) <= {"money"}


def test_a_column_of_amounts_is_money_and_a_shared_sign_is_asked_for(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "year,category,winner,Prize\n2019,Best,Ann,£500\n2020,Best,Bo,£1 000\n")
    assert found.files["t/2019.yaml"] == 'results:\n  best: {laureate: Ann, money: "£500"}\n'
    (tmp_path / "dollars").mkdir()
    found = guessed(site, tmp_path / "dollars", "t.csv", "year,category,winner,Prize\n2019,Best,Ann,$500\n")
    coded = 'money = {column = "Prize", replace = {"$" = "USD "}}'
    assert f'which currency "$" is in Prize: {coded}' in found.unsure
    assert f"\n# {coded}   # which" in found.mapping


@pytest.mark.parametrize(
    ("name", "data", "files", "doubts"),
    [
        (
            "years.csv",
            "Category,2020,2021\nBest,Ann,Bo\nTart,Cy,\n",
            {"2020": "results:\n  best: Ann\n  tart: Cy\n", "2021": "results:\n  best: Bo\n"},
            (),
        ),
        (
            "years-and-places.csv",
            "Category,2020 Winner,2020 Runner-up\nBest,Ann,Bo\n",
            {"2020": "results:\n  best:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo}\n"},
            (),
        ),
        (
            "merged.csv",
            "Award,2020,,2021,\nCategory,Winner,Nominee,Winner,Nominee\nBest,Ann,Bo,Cy,Di\nTart,Ed,Fi,Gus,Hal\n",
            {
                "2021": "results:\n  best:\n    - Cy\n    - {laureate: Di, distinction: nominee}\n"
                "  tart:\n    - Gus\n    - {laureate: Hal, distinction: nominee}\n"
            },
            (),
        ),
        (
            "ranks.csv",
            "Year,Prize,1st,2nd,3rd,4th\n2020,Best,Ann,Bo,Cy,Di\n",
            {
                "2020": "results:\n  best:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo}\n"
                "    - {rank: 3, laureate: Cy}\n    - {rank: 4, laureate: Di}\n"
            },
            (),
        ),
        (
            "parents.json",
            '{"awards": [{"name": "Best", "year": 2020, "winners": [{"name": "Ann"}, {"name": "Bo"}]},'
            '{"name": "Tart", "year": 2020, "winners": [{"name": "Cy"}]}]}',
            {"2020": "results:\n  best: [Ann, Bo]\n  tart: Cy\n"},
            ("whether ../name is the category",),
        ),
        (
            "texts.json",
            '[{"name": "Best", "year": 2020, "winners": ["Ann", "Bo"]},'
            ' {"name": "Tart", "year": 2020, "winners": ["Cy"]}]',
            {"2020": "results:\n  best: [Ann, Bo]\n  tart: Cy\n"},
            ("whether name is the category",),
        ),
        (
            "editions.yaml",
            "editions:\n- year: 2020\n  name: The First\n  winners: [{name: Ann}]\n"
            "- year: 2021\n  name: The Second\n  winners: [{name: Bo}]\n",
            {"2020": "label: The First\nresults:\n  unknown: Ann\n"},
            ("which category",),
        ),
        (
            "nested.yaml",
            "award: Pie\neditions:\n- year: 2020\n  date: 3 May 2020\n  categories:\n"
            "  - {name: Best, winner: Ann, nominees: [Bo]}\n  - {name: Tart, winner: Cy}\n",
            {
                "2020": "ceremony: 2020-05-03\nresults:\n  best:\n    - Ann\n"
                "    - {laureate: Bo, distinction: nominee}\n  tart: Cy\n"
            },
            ("whether name is the category",),
        ),
        (
            "lines.jsonl",
            '{"year": 2020, "prizes": {"pie": {"winner": {"name": "Ann", "country": "Wales"}, "shortlist": ["Bo"]}}}\n'
            '{"year": 2021, "prizes": {"pie": {"winner": {"name": "Cy", "country": "Wales"}, "shortlist": ["Di"]}}}\n',
            {
                "2020": "results:\n  pie:\n    - {laureate: Ann, country: Wales}\n"
                "    - {laureate: Bo, distinction: shortlisted}\n"
            },
            (),
        ),
        (
            "beside.csv",
            "Year,Category,Winner,Runner-up,Runner-up country,Note\n2020,Best,Ann,Bo,Wales,n/a\n",
            {
                "2020": "results:\n  best:\n    - {rank: 1, laureate: Ann}\n"
                "    - {rank: 2, laureate: Bo, country: Wales}\n"
            },
            ('whether "n/a" in Note means that nothing is known', "whether Note is the same for Winner, Runner-up"),
        ),
        (
            "bold.md",
            "|Year|Category|Nominees|\n|-|-|-|\n|2020|Best|**Ann**|\n|2020|Best|Bo|\n",
            {
                "2020": "results:\n  best:\n    - {laureate: Ann, distinction: nominee}\n"
                "    - {laureate: Bo, distinction: nominee}\n"
            },
            ("who won: no column says it",),
        ),
        (
            "tally.csv",
            'Name,Wins,Years\nAnn,2,"2011, 2013"\nBo,1,2012\n',
            {},
            ("which edition a row is of", "which category"),
        ),
        (
            "days.csv",
            "Year,Category,Winner\n3/4/2020,Best,Ann\n5/6/2021,Best,Bo\n",
            {"2020": "results:\n  best: Ann\n"},
            (
                'whether the days in Year are those of the ceremonies, as "3/4/2020": ceremony.date = '
                '{column = "Year", date = "%d/%m/%Y"} or ceremony.date = {column = "Year", date = "%m/%d/%Y"}',
            ),
        ),
        (
            "held.csv",
            "Date,Category,Winner\n3/4/2020,Best,Ann\n5/13/2021,Best,Bo\n",
            {"2020": "ceremony: 2020-03-04\nresults:\n  best: Ann\n"},
            (),
        ),
        (
            "sections.csv",
            "Category,Winner,Country\n2020,,\nBest,Ann,Wales\nTart,Bo,Georgia\n2021,,\nBest,Cy,Wales\n",
            {},
            ('whether Category holds nothing but names: there is "2020"', "which edition a row is of"),
        ),
    ],
)
def test_tables_of_other_shapes_are_read_right_or_doubted(
    site: Site, tmp_path: Path, name: str, data: str, files: dict[str, str], doubts: tuple[str, ...]
) -> None:
    found = guessed(site, tmp_path, name, data)
    written = {path.rpartition("/")[2].removesuffix(".yaml"): text for path, text in found.files.items()}
    assert {year: written.get(year) for year in files} == files
    assert [doubt for doubt in doubts if not any(each.startswith(doubt) for each in found.unsure)] == []
    assert bool(files) == (found.imported.exit_code == 0)


PARTS = """[{column = "NAME", pattern = ', (.+)$'}, {column = "NAME", pattern = '^([^,]+)'}]"""
TURNED = f'laureate = {{all = {PARTS}, join = " "}}'


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("nominee", ("CRUST, Ann", "RYE, Bo", "VAN DEN OVEN, Ann")),
        ("person", ("Crust, Ann", "Rye, Bo Joe", "Crust, Cy")),
    ],
)
def test_names_turned_round_are_no_lists_and_are_turned_back(
    site: Site, tmp_path: Path, column: str, cells: tuple[str, ...]
) -> None:
    rows = "".join(f'2019,Best,"{cell}"\n' for cell in cells)
    found = guessed(site, tmp_path, "t.csv", f"year,prize,{column}\n{rows}")
    assert takes(found, TURNED.replace("NAME", column)) == []
    one = f'whether "{cells[0]}" in {column} is one name, the family name first; if several: laureate = '
    assert f'{one}{{column = "{column}", split = ", "}}' in found.unsure
    assert "Ann C" in found.files["t/2019.yaml"]


def test_names_that_may_be_turned_or_several_are_left_as_they_are(site: Site, tmp_path: Path) -> None:
    rows = '2019,Best,"Ovens, Crusts"\n2020,Best,"Rye, Oats"\n'
    found = guessed(site, tmp_path, "t.csv", f"year,prize,nominee\n{rows}")
    assert takes(found, 'laureate = "{nominee}"') == []
    assert any("if several: {column" in each or "if several: laureate" in each for each in found.unsure)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("2001 - Ann Crust (Pie)\n2002: Bo and Cy (tie)\n2003 - no prize\nEve\n", ("2001", "2002", "2003")),
        ("Ann Crust (2001)\nBo Rye, 2002\nCy Dough – 2003/04\n", ("2001", "2002", "2003-04")),
        ("2001\n- Ann Crust\n- Bo Rye\n\n2002:\n- Cy Dough\n", ("2001", "2002")),
        ("• 2001 Ann Crust\n• 2002 Bo Rye\n", ("2001", "2002")),
    ],
)
def test_a_list_of_names_with_years_has_an_edition_a_year(
    site: Site, tmp_path: Path, text: str, files: tuple[str, ...]
) -> None:
    found = guessed(site, tmp_path, "t.txt", text)
    assert takes(found, 'id = "{year}"', 'laureate = "{name}"') == []
    assert sorted(found.files) == [*(f"t/{file}.yaml" for file in files), "t/award.yaml"]
    assert not any(year in each.partition("results:")[2] for each in found.files.values() for year in files)
    assert ("no edition" in found.imported.output) == ("Eve" in text)
    assert ("not_awarded" in "".join(found.files.values())) == ("no prize" in text)


def test_codes_below_years_say_what_became_of_whoever_stands_in_their_row(site: Site, tmp_path: Path) -> None:
    table = "Winner,Film,2001,2002\nAnn,The Pan,W,N\nBo,The Pot,N,W\nCy,,q?,\n"
    found = guessed(site, tmp_path, "t.csv", table)
    cell = 'column = "Said"'
    assert takes(found, 'laureate = "{Winner}"', 'id = "{Year}"') == []
    assert takes(found, f'distinction = {{{cell}, map = {{"W" = "winner", "N" = "nominee"}}}}') == []
    assert 'what "W", "N" below 2001, 2002 mean' in found.unsure
    assert 'what "q?" below 2001, 2002 means: such rows do not land' in found.unsure
    assert "1 not landed" in found.imported.output
    assert "Bo, distinction: nominee" in found.files["t/2001.yaml"]
    ranked = guessed(site, tmp_path, "u.csv", "Player,2001,2002\nAnn,1,2\nBo,2,1\n")
    assert takes(ranked, 'rank = "{Said}"', 'laureate = "{Player}"') == []


@pytest.mark.parametrize(
    ("rows", "line", "odd"),
    [
        (
            "Ann,W,N,F\nBo,N,W,withdrew\nCy,F,N,W\n",
            'distinction = {column = "Said", map = {"W" = "winner", "N" = "nominee", "F" = "finalist"}}',
            "withdrew",
        ),
        ("Ann,1,2,1\nBo,2,1,see note\nCy,3,T3,2\n", 'rank = "{Said}"', "see note"),
        (
            "Ann,gold,silver,gold\nBo,bronze,gold,absent\nCy,silver,silver,bronze\n",
            'rank = {column = "Said", map = {"gold" = "1", "bronze" = "3", "silver" = "2"}}',
            "absent",
        ),
        ("Ann,x,,x\nBo,,x,see note\nCy,x,x,x\n", 'distinction = {column = "Said", map = {"x" = "winner"}}', "see note"),
    ],
)
def test_one_odd_cell_among_codes_is_told_and_makes_no_names_of_them(
    site: Site, tmp_path: Path, rows: str, line: str, odd: str
) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Name,2019,2020,2021\n{rows}")
    assert takes(found, line, 'laureate = "{Name}"') == []
    assert f'what "{odd}" below 2019, 2020, 2021 means: such rows do not land' in found.unsure
    assert "1 not landed" in found.imported.output
    assert odd not in "".join(found.files.values())


def test_medals_in_a_column_called_result_are_places_and_a_dash_is_no_money(site: Site, tmp_path: Path) -> None:
    rows = "2019,Best,Ann,Gold,1.500 €\n2019,Best,Bo,Silber,750 €\n2019,Best,Cy,gold,-\n2019,Best,Di,Lead,-\n"
    found = guessed(site, tmp_path, "t.csv", f"year,prize,winner,result,prize money\n{rows}")
    said = '{"Gold" = "1", "Silber" = "2", "gold" = "1"}'
    assert takes(found, f'rank = {{column = "result", map = {said}}}') == []
    assert takes(found, 'money = {column = "prize money", empty = ["-"]}') == []
    assert 'what "Lead" in result means: such rows do not land' in found.unsure
    assert "Di" not in found.files["t/2019.yaml"]


def test_a_sum_below_a_table_is_skipped_and_makes_no_cell_empty(site: Site, tmp_path: Path) -> None:
    table = "Year;Prize;1st;2nd\n2001;Best;Ann;Bo\n;Tart;Bo;Cy\n2002;Best;ditto;Cy\nTotal;;5;4\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'fill_down = ["Year"]', 'when = {column = "Year", is = ["Total"]}') == []
    assert "2 skipped + 1 not landed" in found.imported.output
    assert sorted(found.files) == ["t/2001.yaml", "t/2002.yaml", "t/award.yaml"]


def test_an_ordinal_is_no_year_and_a_day_in_a_text_names_the_edition(site: Site, tmp_path: Path) -> None:
    rows = "1st\tSat 5 May 2001, Potland\tAnn\tCy\tDee; Eve\n2nd\t4 May 2002\tBo\tCy\tDee\n"
    found = guessed(site, tmp_path, "t.tsv", f"Edition\tCeremony\tBest Pie\tBest Bun\tJury\n{rows}")
    assert takes(found, 'ordinal = "{Edition}"', 'jury = {column = "Jury", split = [";"]}') == []
    assert "jury: [Dee, Eve]" in found.files["t/2001.yaml"]
    assert "to keep the day of the ceremony" in " ".join(found.unsure)
    assert "pattern = '(?:1[5-9]|20|21)\\d\\d'" in found.mapping


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        (("1998 (1st)", "1999 (2nd)"), ""),
        (("1re (1998)", "2e (1999)"), ""),
        (("1998, 1st", "1999, 2nd"), ""),
        (("1998<br>(1st)", "1999<br/>(2nd)"), ""),
        (("1998-1999 (1st)", "1999/00 (2nd)"), "label: 1998-1999\n"),
    ],
)
def test_a_year_with_the_number_of_its_edition_is_both(
    site: Site, tmp_path: Path, cells: tuple[str, str], label: str
) -> None:
    rows = "".join(f'"{cell}",Best,{name}\n' for cell, name in zip(cells, ("Ann", "Bo"), strict=True))
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner\n{rows}")
    first = found.files[f"t/{'1998-1999' if label else '1998'}.yaml"]
    assert first == "ordinal: 1\nresults:\n  best: Ann\n"
    assert "odd-edition" not in found.imported.output


def test_a_season_among_days_is_not_cut_to_its_first_year(site: Site, tmp_path: Path) -> None:
    days = "".join(f"20{at:02}-05-01,Best,Ann\n" for at in range(12, 23))
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner\n2010-2011,Best,Bo\n{days}")
    assert found.files["t/2010-2011.yaml"] == "results:\n  best: Bo\n"
    assert 'ceremony.date = "{Year}"' in next(each for each in found.unsure if "those of the ceremonies" in each)
    assert "t/2012.yaml" in found.files


def test_a_year_with_a_roman_number_names_the_edition_and_the_number_is_asked_for(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Prize,Winner\n2010 (XII),Best,Ann\n2011 (XIII),Best,Bo\n")
    assert found.files["t/2010.yaml"] == "results:\n  best: Ann\n"
    [doubt] = [
        each for each in found.unsure if each.startswith('the number of the edition in "2010 (XII)": ordinal = ')
    ]
    assert tomllib.loads(doubt.partition(": ")[2])["ordinal"]["map"] == {"2010 (XII)": "…"}


def test_categories_as_keys_with_places_in_them_are_read(site: Site, tmp_path: Path) -> None:
    text = (
        '"2019":\n  loaf: {winner: Ann, runner_up: [Bo, Cy]}\n  bun: {winner: [Di, Ed]}\n'
        '"2020":\n  loaf: {winner: Bo}\n  bun: {winner: Ann}\n'
    )
    found = guessed(site, tmp_path, "t.yaml", text)
    assert found.files["t/2019.yaml"] == (
        "results:\n  loaf:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo}\n"
        "    - {rank: 2, laureate: Cy}\n  bun:\n    - {rank: 1, laureate: Di}\n    - {rank: 1, laureate: Ed}\n"
    )


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ("Year,Laureate (country)", ('laureate = "{Laureate (country)}"',)),
        ("Year,Holder(s)", ('laureate = "{Holder(s)}"',)),
        ("Jahr,Sieger", ('laureate = "{Sieger}"',)),
    ],
)
def test_what_a_name_of_a_column_says_in_brackets_is_left_out(
    site: Site, tmp_path: Path, header: str, lines: tuple[str, ...]
) -> None:
    assert takes(guessed(site, tmp_path, "t.csv", f"{header}\n2001,Ann Rye\n2002,Bo Oat\n"), *lines) == []


def test_the_id_of_whoever_won_is_taken_before_that_of_the_row(site: Site, tmp_path: Path) -> None:
    table = "id,year,category,winner_id,winner\n17,1999,Pie,w9,Ann\n18,2000,Pie,w8,Bo\n"
    assert takes(guessed(site, tmp_path, "t.csv", table), 'identity = "{winner_id}"') == []


def test_who_presides_over_a_jury_is_left_with_what_would_take_it(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Winner,Jury president\n2001,Ann,Cy\n2002,Bo,Di\n")
    assert "jury = " not in found.mapping
    assert '#   Jury president ("Cy", "Di")' in found.mapping


def test_headings_of_years_with_the_number_of_the_edition_head_the_names_below(site: Site, tmp_path: Path) -> None:
    text = "2011-2012 (1st)\n- Hanna Tine\n2nd edition, 2013\n- Gil Bowl\n2014\n- Edda Rim\n"
    found = guessed(site, tmp_path, "t.txt", text)
    assert found.files["t/2011-2012.yaml"] == "ordinal: 1\nresults:\n  unknown: Hanna Tine\n"
    assert found.files["t/2013.yaml"].startswith("ordinal: 2\n")
    assert found.files["t/2014.yaml"] == "results:\n  unknown: Edda Rim\n"


@pytest.mark.parametrize(
    ("column", "money"), [("Prix (€)", "€1 500"), ("Purse in EUR", "EUR 1 500"), ("Prize, £", "£1 500")]
)
def test_numbers_below_a_name_that_says_the_currency_are_money(
    site: Site, tmp_path: Path, column: str, money: str
) -> None:
    table = f"Year;Category;Winner;{column}\n2001;Pie;Ann;1 500\n2002;Pie;Bo;-\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2001.yaml"].replace('"', "") == f"results:\n  pie: {{laureate: Ann, money: {money}}}\n"
    assert found.files["t/2002.yaml"] == "results:\n  pie: Bo\n"


def test_a_sign_of_several_currencies_above_numbers_is_asked_for(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Category,Winner,Prize ($)\n2001,Pie,Ann,500\n2002,Pie,Bo,600\n")
    [doubt] = [each for each in found.unsure if each.startswith('which currency "$" is in Prize ($): ')]
    assert tomllib.loads(doubt.partition(": ")[2])["money"]["text"] == "USD {Prize ($)}"
    assert "money" not in found.files["t/2001.yaml"]


def test_a_place_in_brackets_behind_a_name_is_one(site: Site, tmp_path: Path) -> None:
    table = "Year,Feather (winner),Nominees\n2001,Ann,Bo\n2002,Cy,none\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2001.yaml"] == (
        "results:\n  unknown:\n    - Ann\n    - {laureate: Bo, distinction: nominee}\n"
    )
    assert found.files["t/2002.yaml"] == "results:\n  unknown: Cy\n"


def test_those_in_one_list_of_rows_are_doubted_and_the_hint_lets_them_share(site: Site, tmp_path: Path) -> None:
    who = [{"first_name": "Ola", "last_name": "Rye"}, {"first_name": "", "last_name": "Guild of Wicks"}]
    data = {"editions": [{"year": 2015, "awards": [{"category": "Lamp", "laureates": who}]}]}
    found = guessed(site, tmp_path, "t.json", json.dumps(data))
    [doubt] = [each for each in found.unsure if each.startswith("whether those in one list of laureates share a prize")]
    assert 'whether "Guild of Wicks", without a first and a last name, is no person' in found.unsure
    assert not any("Guild" in path.read_text(encoding="utf-8") for path in tmp_path.rglob("names/*.md"))
    shared = found.mapping.replace("[result]\n", f"[result]\n{doubt.partition('[result] ')[2]}\n")
    made = bring("", json.dumps(data), shared, name="t.json")
    assert "laureate: [Ola Rye, Guild of Wicks]" in made.files["editions/t/2015.yaml"]


def test_an_organisation_in_the_column_of_first_names_lands_and_is_no_person(site: Site, tmp_path: Path) -> None:
    table = "Year,Prize,First name,Surname,Born\n2001,Pie,Ann,Rye,1970\n2002,Pie,Guild of Wicks,,\n2003,Pie,,Plume,\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2002.yaml"] == "results:\n  pie: Guild of Wicks\n"
    assert found.files["t/2003.yaml"] == "results:\n  pie: Plume\n"
    names = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.rglob("names/*.md")}
    assert [name for name, text in names.items() if "kind: person" in text] == ["ann-rye"]


def test_what_holds_a_row_is_not_said_of_each_row_of_it(site: Site, tmp_path: Path) -> None:
    lamp = {
        "award": "Lamp",
        "laureates": [{"first_name": "Ola", "last_name": "Rye"}, {"first_name": "Kim", "last_name": "Ash"}],
    }
    data = {
        "prize": {"title": "Lantern"},
        "editions": [{"year": 2015, "awards": [lamp | {"shortlist": ["Rui"], "longlist": ["Sam"]}]}],
    }
    found = guessed(site, tmp_path, "t.json", json.dumps(data))
    assert found.files["lantern/2015.yaml"] == "results:\n  lamp: [Ola Rye, Kim Ash]\n"
    assert "#   ../shortlist" in found.mapping


def test_a_bare_text_beside_mappings_is_taken_too(site: Site, tmp_path: Path) -> None:
    data = {"years": [{"y": 2001, "winners": {"ladle": ["Ann"]}}, {"y": 2002, "winners": {"ladle": [{"name": "Bo"}]}}]}
    found = guessed(site, tmp_path, "t.json", json.dumps(data))
    assert takes(found, 'id = "ladle"', 'laureate = {column = "name", or = "{value}"}') == []
    assert found.files["t/2001.yaml"] == "results:\n  ladle: Ann\n"


def test_a_day_that_its_month_does_not_have_is_written_as_the_others(site: Site, tmp_path: Path) -> None:
    table = "date,prize,name\n03.05.2014,Best,Ann\n30.02.2016,Best,Bo\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'ceremony.date = {column = "date", date = "%d.%m.%Y"}') == []
    assert "hint: 2016-02 has 29 days: correct it in the table" in found.imported.output


@pytest.mark.parametrize(
    ("header", "cells", "line"),
    [
        ("Lid", "8", 'Lid ("8"): its name is not known; to keep it as a note: [result] note = "{Lid}"'),
        ("Medal", "", "Medal: empty in every row, so nothing says who won"),
        (
            "Ranks",
            "tall",
            'Ranks ("tall"): its name is that of [result] rank, and its cells do not look like it; if they are: ',
        ),
        (
            "Date",
            "41000",
            'Date ("41000"): numbers, which may be days as a spreadsheet counts them; make them days there, ',
        ),
        (
            "Player",
            "Bo",
            'Player ("Bo"): [result] laureate is taken from Winner; if it is this: [result] laureate = "{Player}"',
        ),
        ("{odd}", "x", '{odd} ("x"): its name is not known; to keep it as a note: [result] note = {column = "{odd}"}'),
    ],
)
def test_a_column_that_is_not_taken_is_told_with_the_reason_and_what_would_take_it(
    tmp_path: Path, header: str, cells: str, line: str
) -> None:
    (tmp_path / "t.csv").write_text(f"Year,Category,Winner,{header}\n2012,Best,Ann,{cells}\n2013,Best,Cy,{cells}\n")
    said = run(tmp_path, str(tmp_path / "t.csv"), "--guess").output
    assert f"not taken: {line}" in said
    assert f"\n#   {line}" in (tmp_path / "t.toml").read_text()


def test_a_name_of_a_column_with_a_letter_too_few_is_taken_for_what_it_is_like(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Categry,Winer\n2012,Best,Ann\n2012,Second,Bob\n")
    assert takes(found, 'id = "{Categry}"', 'laureate = "{Winer}"') == []
    assert 'whether Categry is meant for "category"' in found.unsure
    assert 'whether Winer is meant for "winner"' in found.unsure


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("Year,Category,Winner,Votes\n2012,Best,Ann,7\n2012,Tart,Bo,9\nTotal,,,16\n", "Year"),
        ("Category,Year,Winner,Votes\nBest,2012,Ann,7\nTart,2012,Bo,9\nSum,,2,16\n", "Category"),
        ("Rank,Year,Category,Winner,Votes\n1,2012,Best,Ann,7\nGrand Total,,,,7\n", "Rank"),
    ],
)
def test_a_row_that_is_a_sum_spoils_no_column(site: Site, tmp_path: Path, table: str, column: str) -> None:
    found = guessed(site, tmp_path, "t.csv", table)
    text = table.splitlines()[-1].partition(",")[0]
    assert f'[[skip]]\nwhen = {{column = "{column}", is = ["{text}"]}}\nwhy = "sums"' in found.mapping
    assert takes(found, 'id = "{Year}"', 'id = "{Category}"', 'laureate = "{Winner}"', 'score = "{Votes}"') == []
    assert "1 skipped + 0 not landed" in found.imported.output
    assert "Not taken" not in found.mapping


@pytest.mark.parametrize(
    ("label", "count", "is_sum"),
    [("Lids handed out", 2, True), ("Cups presented", 1, True), ("Best Song", 1, False)],
)
def test_a_row_that_counts_below_its_label_among_the_categories_is_a_sum(
    site: Site, tmp_path: Path, label: str, count: int, is_sum: bool
) -> None:
    years = ["2001,Best Pie,Ann Crumb\n,Best Bun,Bo Rye\n", "2002,Best Pie,Cy Dough\n,Best Bun,Di Ash\n"]
    rows = "".join(f"{year}{f',{label},2{chr(10)}' if at < count else ''}" for at, year in enumerate(years))
    found = guessed(site, tmp_path, "t.csv", f"Year,Cup,Winner\n{rows}")
    assert (f'[[skip]]\nwhen = {{column = "Cup", is = ["{label}"]}}\nwhy = "sums"' in found.mapping) == is_sum
    assert (label in found.files["t/award.yaml"]) != is_sum


@pytest.mark.parametrize("label", ["Total", "Best Jam count"])
def test_the_cells_of_a_sum_below_columns_that_become_rows_are_skipped(site: Site, tmp_path: Path, label: str) -> None:
    rows = f"2001,Bo Rye,Cy Dough\n2002,Ed Oven,Fi Loaf\n,{label},7\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Best Jam,Best Bun\n{rows}")
    skipped = label == "Total"
    assert ('when = {column = "Winner", is = ["Total", "7"]}' in found.mapping) == skipped
    assert ("2 skipped + 0 not landed" in found.imported.output) == skipped


@pytest.mark.parametrize("prize", ["Prix du public", "Public Prize", "Visitors' Award", "Trophy of the town"])
def test_a_prize_beside_others_in_a_row_for_each_year_is_one_of_several(site: Site, tmp_path: Path, prize: str) -> None:
    rows = "2001,Ann Crumb,Bo Rye,Cy Dough\n2002,Di Ash,Ed Oven,Fi Loaf\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Chair,Gold Jam,{prize}\n{rows}")
    assert takes(found, f'columns = ["Gold Jam", "{prize}"]', 'id = "{Category}"') == []
    assert "fill_down" not in found.mapping
    assert "Fi Loaf" in found.files["t/2002.yaml"]
    long = guessed(site, tmp_path, "l.csv", "Year,Prize,Person at the top\n2001,Gold,Ann Crumb\n2001,Bun,Bo Rye\n")
    assert takes(long, 'id = "{Prize}"') == []


def test_a_column_of_results_is_known_by_its_rows_and_the_odd_ones_are_named(site: Site, tmp_path: Path) -> None:
    odd = ("Won (tie)", "Won, later rescinded", "Runner-up", "pending")
    words = ("Won", "Nominated", "Nominated", "Nominated", "Won", *odd)
    rows = "".join(f'2001,Best Pie {at},Baker {chr(65 + at)},"{word}"\n' for at, word in enumerate(words))
    found = guessed(site, tmp_path, "t.csv", f"Year,Category,Recipient,Result\n{rows}")
    line = 'distinction = {column = "Result", map = {"Won" = "winner", "Nominated" = "nominee"}}'
    assert takes(found, line) == []
    shown = ", ".join(f'"{each}"' for each in odd)
    assert f"what {shown} in Result means: such rows do not land" in found.unsure
    assert "4 not landed" in found.imported.output


def test_what_would_take_a_column_stands_beside_what_is_taken(site: Site, tmp_path: Path) -> None:
    table = "Year,Prize,Winner,Note,Village\n2001,Best Pie,Ann Crumb,late,Oven\n2002,Best Pie,Bo Rye,,Loaf\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert 'to keep it as a note: [result] note = {all = ["{Note}", "{Village}"], join = "; "}' in found.mapping


@pytest.mark.parametrize(
    ("column", "cells", "line"),
    [
        ("Awarded to", ("Ann Crumb", "Bo Rye"), 'laureate = "{Awarded to}"'),
        ("Played", ("18", "14"), '#   Played ("18", "14"): its name is not known; to keep it as a note'),
        ("Division", ("First", "Second"), 'id = "{Division}"'),
    ],
)
def test_a_column_is_meant_for_what_its_cells_may_be(
    site: Site, tmp_path: Path, column: str, cells: tuple[str, ...], line: str
) -> None:
    other = "Club" if column != "Awarded to" else "Lid"
    rows = "".join(f"200{at},{cell},Ovens {at}\n" for at, cell in enumerate(cells))
    assert line in guessed(site, tmp_path, "t.csv", f"Year,{column},{other}\n{rows}").mapping


def test_the_prize_before_a_colon_in_a_list_is_the_category(site: Site, tmp_path: Path) -> None:
    text = "1966\nTart Cup: Ann Crumb\nBun Cup: Bo Rye\n1967\nTart Cup: Cy Dough\nBun Cup: Ann Crumb\nEd Oven\n"
    found = guessed(site, tmp_path, "t.txt", text)
    assert takes(found, "id = {column = \"name\", pattern = '^([^:]+):'}") == []
    assert found.files["t/1966.yaml"] == "results:\n  tart-cup: Ann Crumb\n  bun-cup: Bo Rye\n"
    assert "Ed Oven" not in found.files["t/1967.yaml"]
    assert '"Ed Oven"' in found.imported.output
    names = guessed(site, tmp_path, "n.txt", "1966\nAnn Crumb: Loaf\nBo Rye: Bun\n1967\nCy Dough: Tart\n")
    assert "pattern" not in names.mapping


def test_footnotes_below_a_table_say_nothing_of_rows(site: Site, tmp_path: Path) -> None:
    rows = "2001,Best Pie,Ann Crumb\n2002,Best Pie,Bo Rye\n2003,Best Pie,Cy Dough\n2004,Best Pie,Di Ash\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner\n{rows}Back to top,,\nSee the minutes,,\n")
    assert not any("alone in their rows" in each for each in found.unsure)


def test_a_name_that_begins_as_a_sum_does_is_none(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Winner,Year,Category\nTotal Recall,2012,Best\nThe Bun,2013,Best\n")
    assert "[[skip]]" not in found.mapping


@pytest.mark.parametrize(("yes", "no"), [("✓", "✗"), ("☑", "☐"), ("x", "-"), ("*", ""), ("★", "–")])
def test_a_sign_for_who_won_is_a_flag(site: Site, tmp_path: Path, yes: str, no: str) -> None:
    table = f"Year,Category,Nominee,Won\n2012,Best,Ann,{yes}\n2012,Best,Bob,{no}\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2012.yaml"] == ("results:\n  best:\n    - Ann\n    - {laureate: Bob, distinction: nominee}\n")


def test_numbered_nominees_are_no_winners(site: Site, tmp_path: Path) -> None:
    table = "Year,Category,Nominee 1,Nominee 2,Winner\n2012,Best,Ann Crust,Bob Loaf,2\n2013,Best,Dot,Eli,1\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert "who won: no column says it, and Nominee 1, Nominee 2 are taken for no more than that" in found.unsure
    assert found.files["t/2013.yaml"] == (
        "results:\n  best:\n    - {laureate: Dot, distinction: nominee}\n    - {laureate: Eli, distinction: nominee}\n"
    )


def test_numbered_winners_are_several_and_doubted(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Category,Winner 1,Winner 2\n2012,Best,Ann,Bob\n2013,Best,Dot,\n")
    assert "whether Winner 1 and Winner 2 of a row share one prize: they are given one each" in found.unsure
    assert found.files["t/2012.yaml"] == "results:\n  best: [Ann, Bob]\n"


def test_a_cell_of_several_lines_is_doubted_where_a_line_may_be_the_rest_of_a_name(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", 'Year,Category,Winner\n2012,Best,Ann Crust\n2013,Best,"Bob\nLoaf"\n')
    assert 'whether each line of a cell in Winner is a name, as "Bob\\nLoaf"' in found.unsure


def test_what_stands_beside_another_laureate_is_not_given_to_this_one(site: Site, tmp_path: Path) -> None:
    table = "Season,Cup Team,League Team,League Points\n2011/12,Ann FC,Bob United,89\n2012/13,Cy,Ann FC,91\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'laureate = "{Cup Team}"') == []
    assert "\nscore = " not in found.mapping
    assert '#   League Points ("89", "91"): if it is this: [result] score = "{League Points}"' in found.mapping


def test_winners_below_categories_are_each_of_its_own_with_what_stands_beside(site: Site, tmp_path: Path) -> None:
    table = "Season,Cup Champion,League Champion,League Points\n2011/12,Ann FC,Bob United,89\n2012/13,Cy,Ann FC,91\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2011-12.yaml"] == (
        "label: 2011/12\nresults:\n  cup: Ann FC\n  league: {laureate: Bob United, score: 89}\n"
    )
    assert found.unsure[0] == "whether these are categories, with laureates below them: Cup, League"


def test_places_below_categories_in_two_rows_of_a_header_are_read(site: Site, tmp_path: Path) -> None:
    table = (
        "Année,Meilleure tarte,,Meilleur pain,\n,Lauréat,Nommé,Lauréat,Nommé\n2001,Ann,Bo,Cy,Di\n2002,Cy,Bo,Ann,Ed\n"
    )
    found = guessed(site, tmp_path, "t.csv", table)
    assert found.files["t/2001.yaml"] == (
        "results:\n  meilleure-tarte:\n    - Ann\n    - {laureate: Bo, distinction: nominee}\n"
        "  meilleur-pain:\n    - Cy\n    - {laureate: Di, distinction: nominee}\n"
    )


@pytest.mark.parametrize("table", ["Year,Prize,Winner,Former winner,Next winner\n2001,Pie,Ann,Bo,Cy\n"])
def test_a_category_that_is_said_is_not_looked_for_in_the_names_of_columns(
    site: Site, tmp_path: Path, table: str
) -> None:
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'id = "{Prize}"', 'laureate = "{Winner}"') == []


def test_what_stands_beside_each_place_is_given_to_its_own_laureate(site: Site, tmp_path: Path) -> None:
    header = "Year,Category,Gold,,Silver,\n,,Name,Country,Name,Country\n"
    found = guessed(site, tmp_path, "t.csv", f"{header}2001,Pie,Ann,Wales,Bo,Georgia\n2002,Pie,Cy,,Di,Chad\n")
    assert found.files["t/2001.yaml"] == (
        "results:\n  pie:\n    - {rank: 1, laureate: Ann, country: Wales}\n"
        "    - {rank: 2, laureate: Bo, country: Georgia}\n"
    )
    assert found.files["t/2002.yaml"].count("country") == 1


@pytest.mark.parametrize(
    ("data", "files", "doubt"),
    [
        (
            {
                "award": "Whisk",
                "editions": [
                    {
                        "year": 2001,
                        "results": [
                            {
                                "category": "Pie",
                                "laureates": [{"name": "Ann", "country": "Wales"}, {"name": "Bo"}],
                                "nominees": ["Cy"],
                            },
                            {"category": "Tart", "laureates": [{"name": "Di"}], "nominees": []},
                        ],
                    }
                ],
            },
            {
                "whisk/2001": "results:\n  pie:\n    - {laureate: Ann, country: Wales}\n    - Bo\n"
                "    - {laureate: Cy, distinction: nominee}\n  tart: Di\n"
            },
            "whether those in one list of laureates[].name share a prize (joint) or have one each",
        ),
        (
            [{"edition": "2001", "categories": {"Pie": ["Ann", "Bo"], "Tart": ["Cy"]}}],
            {"t/2001": "results:\n  pie: [Ann, Bo]\n  tart: Cy\n"},
            "whether these are categories",
        ),
        (
            {
                "editions": [
                    {
                        "year": 2001,
                        "winners": [
                            {"category": {"id": "p", "name": "Pie"}, "person": {"first": "Ann", "last": "Rye"}},
                            {"category": {"id": "t", "name": "Tart"}, "person": {"first": "Bo", "last": "Oat"}},
                        ],
                    }
                ]
            },
            {"t/2001": "results:\n  pie: Ann Rye\n  tart: Bo Oat\n"},
            "the category: category.name, or category.id?",
        ),
        (
            [
                {"year": 2001, "results": {"gold": {"name": "Ann"}, "silver": {"name": "Bo"}}},
                {"year": 2002, "results": {"gold": {"name": "Cy"}, "silver": None}},
            ],
            {
                "t/2001": "results:\n  unknown:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Bo}\n",
                "t/2002": "results:\n  unknown: {rank: 1, laureate: Cy}\n",
            },
            "which category",
        ),
        (
            {"2001": {"results": [{"prize": "Pie", "place": 1, "laureates": ["Ann", "Bo"]}]}},
            {"t/2001": "results:\n  pie:\n    - {rank: 1, laureate: Ann}\n    - {rank: 1, laureate: Bo}\n"},
            "whether those in one list of laureates share a prize (joint) or have one each",
        ),
    ],
)
def test_nested_results_are_read_right_and_doubted(
    site: Site, tmp_path: Path, data: object, files: dict[str, str], doubt: str
) -> None:
    found = guessed(site, tmp_path, "t.json", json.dumps(data))
    assert {path: found.files.get(f"{path}.yaml") for path in files} == files
    assert any(each.startswith(doubt) for each in found.unsure), found.unsure


def test_a_rider_is_the_laureate_before_the_team(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Race,Pos,Team,Rider\n2012,Road,1,Loaf Racing,Ann Crust\n")
    assert takes(found, 'laureate = "{Rider}"', 'kind = "person"') == []
    assert "the laureate: Rider, or Team?" in found.unsure


@pytest.mark.parametrize(
    ("texts", "years", "others"),
    [
        (("MMXI", "MMXII", "MMXIX"), ("2011", "2012", "2019"), ()),
        (("'98", "'99", "’00"), ("1998", "1999", "2000"), ()),
        (("98", "99"), ("1998", "1999"), ()),
        (("1921", "'22", "1923"), ("1922",), ("1921", "1923")),
        (("2011", "MMXII", "2013/14"), ("2012",), ("2011", "2013/14")),
    ],
)
def test_years_in_two_digits_or_roman_ones_are_written_out_and_doubted(
    site: Site, tmp_path: Path, texts: tuple[str, ...], years: tuple[str, ...], others: tuple[str, ...]
) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Prize,Winner\n" + "".join(f"{text},Best,Ann\n" for text in texts))
    assert any(each.startswith("which years ") and each.endswith(", ".join(years)) for each in found.unsure)
    assert sorted(found.files) == sorted(
        ("t/award.yaml", *(f"t/{year.replace('/', '-')}.yaml" for year in (*years, *others)))
    )


def test_the_number_of_an_edition_is_no_year_in_two_digits(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Edition,Prize,Winner\n11,Best,Ann\n12,Best,Bo\n")
    assert not any("which years" in each for each in found.unsure)


@pytest.mark.parametrize("text", ["Total: 3", "Sum", "3 winners", "Total", "Sum: 3", "Totaux"])
def test_a_row_that_is_a_sum_is_skipped_wherever_it_is_said(site: Site, tmp_path: Path, text: str) -> None:
    for name, table in (
        ("t.csv", f"Year,Prize,Winner\n2011,Best,Ann\n,,{text}\n2012,Best,Bo\n,{text},3\n"),
        ("l.txt", f"2011\nAnn Crumb\nBo Rye\n{text}\n"),
    ):
        found = guessed(site, tmp_path, name, table)
        assert f"whether rows of {json.dumps(text, ensure_ascii=False)} are none to import" in found.unsure
        assert text not in "".join(found.files.values())
        (tmp_path / name).unlink()


def test_words_for_medals_are_places_in_cells_too(site: Site, tmp_path: Path) -> None:
    cells = ("Gold medal", "Silver", "Médaille de bronze", "3rd place")
    rows = "".join(f"2019,Best,{cell},{name}\n" for cell, name in zip(cells, ("Ann", "Bo", "Cy", "Di"), strict=True))
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Medal,Winner\n{rows}")
    meant = ", ".join(f'"{cell}" = "{place}"' for cell, place in zip(cells, "1233", strict=True))
    assert takes(found, f'rank = {{column = "Medal", map = {{{meant}}}}}') == []


def test_medals_are_places(site: Site, tmp_path: Path) -> None:
    table = "Year,Prize,Winner,Medal\n2011,Best,Ann,🥇\n2011,Best,Bo,🥈\n2011,Best,Cy,🥉\n"
    found = guessed(site, tmp_path, "t.csv", table)
    assert takes(found, 'rank = {column = "Medal", map = {"🥇" = "1", "🥈" = "2", "🥉" = "3"}}') == []


def test_numbers_before_names_are_not_taken_without_a_word(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.txt", "2011\n1. Ann Crumb\n2. Bo Rye\n")
    said = 'number ("1", "2"): the numbers before the names; if they are places: [result] rank = "{number}"'
    assert f"#   {said}\n" in found.mapping
    assert "ordinal" not in found.mapping


def test_a_column_that_is_called_by_a_sign_is_named(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "#,Year,Prize,Winner\n7,2011,Best,Ann\n8,2012,Best,Bo\n")
    assert '#   # ("7", "8"): the numbers of the rows; if they are places: [result] rank = "{#}"' in found.mapping
    assert 'columns not taken: # ("7", "8")' in found.imported.output


def test_those_who_are_split_are_said_to_share(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Prize,Winner\n2011,Best,Ann Crumb; Bo Rye\n2012,Best,Cy Dough\n")
    shared = (
        'whether those in one cell of Winner share one result, as "Ann Crumb; Bo Rye": if each has one of its own, '
    )
    assert f"{shared}give each a row, or write joint = false" in found.unsure


def test_a_header_of_which_nothing_is_known_is_doubted(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "2011;Best Pie;Ann Crumb\n2012;Best Pie;Bo Rye\n")
    first = 'whether "2011", "Best Pie", "Ann Crumb" are what the columns are called, and no row: header = -1 in [read]'
    assert any(each.startswith(first) for each in found.unsure)
    known = guessed(site, tmp_path, "u.csv", "Best Pie;Winner\n2011;Ann Crumb\n2012;Bo Rye\n")
    assert not any("what the columns are called" in each for each in known.unsure)


def test_a_table_on_its_side_is_told(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,2011,2012\nWinner,Ann,Bo\nScore,3,4\n")
    side = 'whether the table lies on its side, with "Winner", "Score" in a column: turn its rows into columns before'
    assert side in found.unsure
    upright = guessed(site, tmp_path, "u.csv", "Prize,2011,2012\nBest Pie,Ann,Bo\nBest Bun,Cy,Di\n")
    assert not any("on its side" in each for each in upright.unsure)


def test_columns_are_known_in_german_spanish_and_italian(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Jahr,Kategorie,Gewinner\n2011,Beste Torte,Ann\n")
    assert takes(found, 'id = "{Jahr}"', 'id = "{Kategorie}"', 'laureate = "{Gewinner}"') == []


def test_headings_of_parts_are_doubted(site: Site, tmp_path: Path) -> None:
    table = "Year,Winner,Votes\nBest Pie,,\n2011,Ann,3\n2012,Bo,4\nBest Bun,,\n2011,Cy,5\n"
    found = guessed(site, tmp_path, "t.csv", table)
    said = 'what "Best Pie", "Best Bun", alone in their rows, say of the rows below them: '
    assert f"{said}put that into a column of its own" in found.unsure


def test_an_s_in_brackets_is_no_other_word(site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", "Year,Prize,Winner(s),Runner-up(s)\n2011,Best,Ann,Bo\n")
    assert takes(found, 'columns = ["Winner(s)", "Runner-up(s)"]') == []


def test_the_winner_beside_the_nominees_of_nested_data_wins_in_the_category_that_holds_both(
    site: Site, tmp_path: Path
) -> None:
    tug = {
        "title": "Tug",
        "winner": {"name": "Ann Rye", "country": "NO", "declined": True},
        "nominees": [{"name": "Ann Rye", "country": "NO"}, {"name": "Bo Oat", "country": "GB"}],
    }
    voice = {"title": "Voice", "winner": {"name": "Bo Oat", "country": "GB"}, "nominees": []}
    data = {"meta": {"count": 4}, "data": [{"id": 7, "year": 2001, "awards": [tug, voice]}]}
    found = guessed(site, tmp_path, "t.json", json.dumps(data))
    assert found.files["t/2001.yaml"] == (
        "results:\n  tug:\n"
        '    - {laureate: Ann Rye, country: "NO"}\n    - {laureate: Ann Rye, country: "NO", distinction: nominee}\n'
        "    - {laureate: Bo Oat, country: GB, distinction: nominee}\n"
        "  voice: {laureate: Bo Oat, country: GB}\n"
    )
    assert "identity = " not in found.mapping.partition("# Not taken")[0]
    assert 'count = "{../../meta.count}"' in found.mapping.partition("# Not taken")[2]
    assert "empty in every row" not in found.mapping


@pytest.mark.parametrize("called", ["Maker", "Honoured", "Medallists", "Prizewinner"])
def test_who_is_honoured_is_the_laureate(called: str, site: Site, tmp_path: Path) -> None:
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,{called}\n2001,Pie,Ann Rye\n2002,Pie,Bo Oat\n")
    assert found.files["t/2002.yaml"] == "results:\n  pie: Bo Oat\n"


def test_amounts_below_a_word_that_may_be_the_category_are_left_as_money(site: Site, tmp_path: Path) -> None:
    rows = "2001,Pie,Ann Rye,£50\n2002,Pie,Bo Oat,£25\n2003,Tart,Cy Dough,a reel\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Class,Winner,Prize\n{rows}")
    assert 'they are: [result] money = "{Prize}"' in found.mapping
    assert found.files["t/2001.yaml"] == "results:\n  pie: Ann Rye\n"


def test_two_years_in_a_remark_are_no_day(site: Site, tmp_path: Path) -> None:
    rows = '2001,Pie,Ann Rye\n"1975 and 1977: not held",,\n2002,Pie,Bo Oat\n2003,Pie,Bo Oat\n'
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner\n{rows}")
    assert "ceremony" not in found.mapping


def test_a_date_that_is_called_by_the_winner_is_no_winner(site: Site, tmp_path: Path) -> None:
    rows = "2001,Pie,Ann Rye,2002-03-04\n2002,Pie,Bo Oat,\n"
    found = guessed(site, tmp_path, "t.csv", f"Year,Prize,Winner,Recipient since\n{rows}")
    why = "its name is that of [result] laureate, and its cells do not look like it; to keep it as a note"
    assert found.mapping.endswith(f'{why}: [result] note = "{{Recipient since}}"\n')

"""What stands for a name is a name, and nothing else."""

import pytest

from palmarium.checks import odd_names
from tests.archives import hints, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme}
-- editions/tarte/2020.yaml --
results: {pomme: "NAME"}
"""


_LISTED = "begins with the number of a list"


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("Ann Crust (ex æquo)", 'holds "ex æquo"', "write `{laureate: Ann Crust, tie: true}`"),
        (
            "Ex aequo Ann Crust et Bo Rye",
            'begins with "Ex aequo"',
            "write `[{rank: 1, laureate: Ann Crust, tie: true}, {rank: 1, laureate: Bo Rye, tie: true}]`",
        ),
        ("Tie: Ann Crust", 'begins with "Tie:"', "write `[{rank: 1, laureate: Ann Crust, tie: true}]`"),
        ("Ann Crust ex aequo", 'holds "ex aequo"', "write `{laureate: Ann Crust, tie: true}`"),
        ("Crust & Cie (Finaliste)", 'holds "finaliste"', "write `{laureate: Crust & Cie, distinction: finalist}`"),
        ("Ann Crust (à titre posthume)", 'holds "à titre posthume"', "write `{laureate: Ann Crust, posthumous: true}`"),
        ("Ann Crust (2nd)", 'holds "2nd"', "write `{laureate: Ann Crust, rank: 2}`"),
        ("– Ann Crust – Ben Crumble", "begins with a dash", "write `[Ann Crust, Ben Crumble]`"),
        ("-Ann Crust -Ben-Joe Crumble", "begins with a dash", "write `[Ann Crust, Ben-Joe Crumble]`"),
        ("-Ann Crust", "begins with a dash", "write `[Ann Crust]`"),
        ("1. Crust & Cie", _LISTED, "write Crust & Cie; if it is a place, write `{laureate: Crust & Cie, rank: 1}`"),
        ("2) Crust", _LISTED, "write Crust; if it is a place, write `{laureate: Crust, rank: 2}`"),
        ("#3. Crust", _LISTED, "write Crust; if it is a place, write `{laureate: Crust, rank: 3}`"),
        ("4° Crust", _LISTED, "write Crust; if it is a place, write `{laureate: Crust, rank: 4}`"),
        ("1st: Crust", _LISTED, "write Crust; if it is a place, write `{laureate: Crust, rank: 1}`"),
        ("2e – Crust", _LISTED, "write Crust; if it is a place, write `{laureate: Crust, rank: 2}`"),
        ("b) Crust", _LISTED, "write Crust"),
        ("Ann Crust et al.", 'ends with "et al."', "write `{laureate: Ann Crust, note: et al.}`"),
        ("Ann Crust, and others", 'ends with "and others"', "write `{laureate: Ann Crust, note: and others}`"),
        ("Ann Crust et d’autres", 'ends with "et d’autres"', "write `{laureate: Ann Crust, note: et d’autres}`"),
        ("Ann Crust, etc.", 'ends with "etc."', "write `{laureate: Ann Crust, note: etc.}`"),
        ("Ann Crust...", 'ends with "..."', 'write `{laureate: Ann Crust, note: "..."}`'),
        ("Ann Crust, …", 'ends with "…"', 'write `{laureate: Ann Crust, note: "…"}`'),
        ("Mme Ann Crust", 'begins with "Mme"', "write Ann Crust"),
        ("2001 - Ann Crust", "begins with a year, 2001", "write Ann Crust"),
        ("2001: Ann Crust", "begins with a year, 2001", "write Ann Crust"),
        ("Ann Crust (?)", 'ends with "(?)"', 'write `{laureate: Ann Crust, note: "…"}`'),
        ("?Ann Crust", 'begins with "?"', 'write `{laureate: Ann Crust, note: "…"}`'),
        ("(?) Ann Crust", 'begins with "(?)"', 'write `{laureate: Ann Crust, note: "…"}`'),
        ("Probably Ann Crust", 'begins with "Probably"', "write `{laureate: Ann Crust, note: probably}`"),
        ("peut-être Ann Crust", 'begins with "peut-être"', "write `{laureate: Ann Crust, note: peut-être}`"),
        ("Ann [illegible]", 'holds "illegible"', "write `{laureate: Ann, note: illegible}`"),
        ("Ann (name smudged)", 'holds "name smudged"', "write `{laureate: Ann, note: name smudged}`"),
        ("Ann Crust (unconfirmed)", 'holds "unconfirmed"', "write `{laureate: Ann Crust, note: unconfirmed}`"),
        ("Ann Crust (à confirmer)", 'holds "à confirmer"', "write `{laureate: Ann Crust, note: à confirmer}`"),
        ("• Ann Crust • Ben-Joe Crumble", "begins with a dash", "write `[Ann Crust, Ben-Joe Crumble]`"),
    ],
)
def test_a_remark_or_a_dash_is_no_part_of_a_name(name: str, what: str, hint: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(odd_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" {what}']
    assert hints(odd_names, site) == [hint]


@pytest.mark.parametrize("name", ["https://example.org/ann", "www.example.org", "ann@example.org"])
def test_an_address_is_no_name(name: str) -> None:
    assert told(odd_names, SITE.replace("NAME", name)) == [f'editions/tarte/2020.yaml:1:18: "{name}" is an address']


NAMES = (
    *("Crust.com", "Ann Crust (Brest)", "Jean – Paul", "Ann-Lou Crust", "Tied Up Ltd", "+X", "-40°", "@crust"),
    *("1. FC Four", "2. SV Mürbteig", "20th Century Crust", "Crust & Co", "Crust et Cie", "Etc", "3 Suisses", "1.618"),
    *("Crust, Brest", "2001 Crust Street", "1900-House", "Q8", "M6", "CRUST, Brest"),
    *("Mr Four Ltd", "Mme Four", "Dr. Dough", "Sir Ann Crust", "M. Night Dough", "Madame Figaro Plus", "M. Pokora"),
    *("Perhaps", "Possibly Crust", "Perhaps a Pie", "Sans doute", "Crust (Probable Cause)"),
    *("N*E*R*D", "Ann_Crust", "C# Crust", "#Crust", "xx Crust", "XXX Crust", "Crust [live]"),
    *("Crust, père et fils", "Crust & Fils, boulangers", "Mr. Big Oven", "Prof. Crust", "Ann Crust (2020)"),
)


@pytest.mark.parametrize("name", NAMES)
def test_names_that_look_alike_are_names(name: str) -> None:
    assert told(odd_names, SITE.replace("NAME", name)) == []


def test_a_work_may_be_called_anything() -> None:
    work = SITE.replace('"NAME"', '{laureate: "Ann (Mention)", kind: work}')
    assert told(odd_names, work) == []
    assert told(odd_names, work.replace("Ann (Mention)", "P*nk ### Crust [lost]")) == []
    assert told(odd_names, work.replace("Ann (Mention)", "The L██f")) != []


BESIDE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme, poire: Poire, noix: {name: Noix, honours: person}}
-- editions/tarte/2020.yaml --
results: {pomme: Ann Crust, poire: "NAME"}
"""


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("M. Ann Crust", 'is Ann Crust, whom the archive knows, with "M" before the name', "write Ann Crust"),
        ("Dr Ann Crust", 'is Ann Crust, whom the archive knows, with "Dr" before the name', "write Ann Crust"),
        ("Sir Ann Crust", 'is Ann Crust, whom the archive knows, with "Sir" before the name', "write Ann Crust"),
        ("Prof. Ann Crust", 'is Ann Crust, whom the archive knows, with "Prof" before the name', "write Ann Crust"),
        ("Ann Crust (2020)", "holds the year of the edition, 2020", "write Ann Crust"),
        (
            "Ann Crust (disqualified)",
            'holds "disqualified"',
            "write `{laureate: Ann Crust, status: ineligible}`",
        ),
        (
            "Ann Crust (now Mrs Dough)",
            'holds another name, "now Mrs Dough"',
            "write Ann Crust, and `aliases: [Mrs Dough]` in its file in content/names",
        ),
        ("Ann Crust (prob.)", 'holds "prob."', "write `{laureate: Ann Crust, note: prob.}`"),
        ("Ann Crust, pâtissière", 'holds a role, "pâtissière"', "write `{laureate: Ann Crust, role: pâtissière}`"),
    ],
)
def test_beside_the_bare_name_more_is_told(name: str, what: str, hint: str) -> None:
    site = BESIDE.replace("NAME", name)
    assert told(odd_names, site) == [f'editions/tarte/2020.yaml:1:36: "{name}" {what}']
    assert hints(odd_names, site) == [hint]


@pytest.mark.parametrize("name", ["Ann Crust (1950)", "Ann Crust, née Dough", "Ann Crust, Brest", "Ann Crust, jun."])
def test_what_tells_a_namesake_apart_may_stand(name: str) -> None:
    assert told(odd_names, BESIDE.replace("NAME", name)) == []


@pytest.mark.parametrize("name", ["Mr & Mrs Rye", "Mr and Mrs Rye Dough", "Mme et M. Rye"])
def test_a_couple_is_called_by_both_titles(name: str) -> None:
    assert told(odd_names, SITE.replace("NAME", name)) == []


def test_behind_a_year_stands_who_won_or_that_nobody_did() -> None:
    said = "2019 - No award, the ovens were cold"
    assert hints(odd_names, SITE.replace("NAME", said)) == [
        'delete it, and write `not_awarded: {reason: other, note: "No award, the ovens were cold"}` in 2019'
    ]
    assert hints(odd_names, SITE.replace("NAME", "2019 - Ann Crust")) == ["write Ann Crust"]


def test_the_year_of_the_edition_is_no_part_of_a_persons_name() -> None:
    site = BESIDE.replace('poire: "NAME"', "noix: Di Fork (2020)")
    assert hints(odd_names, site) == ["write Di Fork"]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('jury: ["Ann Crust (présidente)"]', "write `{name: Ann Crust, role: présidente, chair: true}`"),
        ('jury: ["Ann Crust, chairwoman"]', "write `{name: Ann Crust, role: chairwoman, chair: true}`"),
        ('jury: ["Ann Crust, pâtissière de bord"]', "write `{name: Ann Crust, role: pâtissière de bord}`"),
        ('hosts: ["Ann Crust (journaliste)"]', "write `{name: Ann Crust, role: journaliste}`"),
        ('jury: ["Mr Ann Crust"]', "write Ann Crust"),
        ('speakers: ["Ann Crust et al."]', "write `{name: Ann Crust, note: et al.}`"),
        ('jury: ["1. Ann Crust"]', "write Ann Crust"),
    ],
)
def test_a_role_is_no_part_of_a_persons_name(line: str, hint: str) -> None:
    assert hints(odd_names, SITE.replace('"NAME"', "unknown").strip() + f"\n{line}\n") == [hint]


@pytest.mark.parametrize("name", ["Ann Crust (Brest)", "Ann Crust, Jr", "Ann Crust, dit le Four", "Crust (chef)"])
def test_towns_and_bynames_of_a_juror_may_stand(name: str) -> None:
    assert told(odd_names, SITE.replace('"NAME"', "unknown").strip() + f'\njury: ["{name}"]\n') == []


def test_who_has_a_file_may_be_called_anything() -> None:
    file = "-- content/names/dr-crust.md --\n---\nname: Mme Ann Crust et al.\nkind: person\n---\n"
    assert told(odd_names, SITE.replace("NAME", "Mme Ann Crust et al.") + file) == []


def test_a_juror_has_no_place() -> None:
    assert told(odd_names, SITE.replace('"NAME"', "unknown").strip() + '\njury: ["Ann Crust (mention)"]\n') == []


PERSON = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme, poire: {name: Poire, honours: person}}
-- editions/tarte/2020.yaml --
results: {pomme: Ann Crust, poire: "NAME"}
"""


@pytest.mark.parametrize(
    ("name", "what", "write"),
    [
        ("CRUST, Ann", "is Ann Crust, whom the archive knows, turned round", "Ann Crust"),
        ("Crumble, Ben Joe", "stands with the family name first", "Ben Joe Crumble"),
        ("van den Oven, Cy", "stands with the family name first", "Cy van den Oven"),
        ("LE FOUR, Di", "stands with the family name first", "Di Le Four"),
    ],
)
def test_a_person_is_not_turned_round(name: str, what: str, write: str) -> None:
    there = f'editions/tarte/2020.yaml:1:36: "{name}" {what}'
    assert told(odd_names, PERSON.replace("NAME", name)) == [there]
    assert hints(odd_names, PERSON.replace("NAME", name)) == [f"write {write}"]
    filed = f"-- content/names/x.md --\n---\nname: {name}\nkind: person\n---\n"
    assert len(told(odd_names, filed.replace(f": {name}", f': "{name}"') + PERSON.replace("NAME", name))) == 1


@pytest.mark.parametrize(
    "name", ["Crumble, Jr", "Ben Crumble, Cy Dough", "Crumble, PhD", "Crumble, père", "Crust, MBE"]
)
def test_what_stands_behind_a_comma_may_be_no_first_name(name: str) -> None:
    assert told(odd_names, PERSON.replace("NAME", name)) == []


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("Ann Crust for The Sun Pie", "The Sun Pie"),
        ("Ann Crust, for The Sun Pie", "The Sun Pie"),
        ("Ann Crust (pour La Tarte)", "La Tarte"),
        ("Crumble pour « une tarte »", "une tarte"),
        ("Ann Crust für Sonne", "Sonne"),
        ("Ann Crust – “The Sun Pie”", "The Sun Pie"),
        ("Ann Crust, « La Tarte »", "La Tarte"),
    ],
)
def test_the_work_behind_a_name_that_is_known_without_is_told(name: str, work: str) -> None:
    known = "Crumble" if name.startswith("Crumble") else "Ann Crust"
    site = SITE.replace("NAME", name) + f"-- editions/tarte/2021.yaml --\njury: {known}\n"
    (line,) = told(odd_names, site)
    assert line.endswith(f"is {known}, whom the archive knows, and what it is for")
    assert hints(odd_names, site) == [f"write `{{laureate: {known}, for: {work}}}`"]
    assert told(odd_names, SITE.replace("NAME", name)) == []


@pytest.mark.parametrize("name", ["Doctors for Peace", "Ann Crust for good", "Crumble pour tous"])
def test_a_for_inside_a_name_passes(name: str) -> None:
    known = "-- editions/tarte/2021.yaml --\njury: [Ann Crust, Crumble, Doctors]\n"
    assert told(odd_names, SITE.replace("NAME", name) + known) == []


@pytest.mark.parametrize("name", ["The Sun Pie by Ann Crust", "La Tarte, par Ann Crust", "The Sun Pie (by Ann Crust)"])
def test_a_work_by_somebody_who_is_known_is_told(name: str) -> None:
    site = SITE.replace("NAME", name) + "-- editions/tarte/2021.yaml --\njury: Ann Crust\n"
    (line,) = told(odd_names, site)
    assert line.endswith("is a work by Ann Crust, whom the archive knows")
    assert hints(odd_names, site)[0].startswith("write `{laureate: Ann Crust, for: ")
    assert told(odd_names, site.replace("jury: Ann Crust", "jury: Ben")) == []


@pytest.mark.parametrize("how", ["By", "by", "Text by", "Par", "Texte :", "Propos recueillis par"])
def test_the_word_before_an_author_is_no_part_of_the_name(how: str) -> None:
    text = f'-- content/articles/b.md --\n---\ntitle: Pies\nauthor: "{how} Ida Quill"\n---\nSo.\n'
    assert told(odd_names, text) == [f'content/articles/b.md:3:9: "{how} Ida Quill" begins with "{how}"']
    assert hints(odd_names, text) == ["write Ida Quill"]
    assert told(odd_names, text.replace(f"{how} Ida Quill", "Byron Quill")) == []


@pytest.mark.parametrize("behind", [" 2020", ", 2020"])
def test_a_bare_year_behind_a_known_name_is_told(behind: str) -> None:
    known = "-- editions/tarte/2019.yaml --\nresults: {pomme: Four Zed}\n"
    (line,) = told(odd_names, known + SITE.replace("NAME", f"Four Zed{behind}"))
    assert line.endswith("holds the year of the edition, 2020")
    assert hints(odd_names, known + SITE.replace("NAME", f"Four Zed{behind}")) == ["write Four Zed"]
    assert told(odd_names, known + SITE.replace("NAME", "Four Zed 2018")) == []
    assert told(odd_names, known + SITE.replace("NAME", "Studio 2020")) == []


FOLLOWED = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
country: Pays de Galles
categories: {pomme: Pomme, prune: Prune}
-- editions/tarte/2019.yaml --
ceremony: {date: 2019-05-01, city: Saltby}
hosts: [{name: Ida Crake, role: gardienne, org: North Light}]
results: {prune: [Crust & Cie, Ferry & Loom]}
-- editions/tarte/2020.yaml --
results: {pomme: "NAME"}
"""
_APART = (
    'if it is a name of its own, write `odd-name = [{texts = ["%s"], reason = "…"}]` below `[exceptions]` in site.toml'
)


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("Crust & Cie £950", "ends with an amount of money, £950", 'write `{laureate: Crust & Cie, money: "£950"}`'),
        (
            "Nobody & Co (1 500 €)",
            "ends with an amount of money, 1 500 €",
            'write `{laureate: Nobody & Co, money: "1 500 €"}`',
        ),
        (
            "Crust & Cie – EUR 50",
            "ends with an amount of money, EUR 50",
            "write `{laureate: Crust & Cie, money: EUR 50}`",
        ),
        (
            "Crust & Cie represented by Ida Crake",
            'holds "represented by"',
            "write `{laureate: Crust & Cie, represented_by: Ida Crake}`",
        ),
        ("Dough (reçu par Ida Crake)", 'holds "reçu par"', "write `{laureate: Dough, represented_by: Ida Crake}`"),
        (
            "Crust & Cie, Pays de Galles",
            'is Crust & Cie, whom the archive knows, and "Pays de Galles"',
            "write `{laureate: Crust & Cie, country: Pays de Galles}`",
        ),
        (
            "Crust & Cie 17/20",
            'is Crust & Cie, whom the archive knows, and "17/20"',
            "write `{laureate: Crust & Cie, score: 17, out_of: 20}`",
        ),
        (
            "Crust & Cie, 2nd",
            'is Crust & Cie, whom the archive knows, and "2nd"',
            "write `{laureate: Crust & Cie, rank: 2}`",
        ),
        (
            "Crust & Cie: finaliste",
            'is Crust & Cie, whom the archive knows, and "finaliste"',
            "write `{laureate: Crust & Cie, distinction: finalist}`",
        ),
        (
            "Ida Crake of North Light",
            'is Ida Crake, whom the archive knows, and "North Light"',
            "write `{laureate: Ida Crake, org: North Light}`",
        ),
        (
            "Crust & Cie by Ferry & Loom",
            'is Crust & Cie, whom the archive knows, and "Ferry & Loom"',
            "write `{laureate: Crust & Cie, note: by Ferry & Loom}`; "
            "if that is a work of theirs, write `{laureate: Ferry & Loom, for: Crust & Cie}`",
        ),
    ],
)
def test_what_stands_behind_a_known_name_is_told_with_its_key(name: str, what: str, hint: str) -> None:
    site = FOLLOWED.replace("NAME", name)
    assert told(odd_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" {what}']
    assert hints(odd_names, site) == [hint]


@pytest.mark.parametrize(
    ("name", "city", "sure"),
    [
        ("Crust & Cie, Saltby", "Saltby", ""),
        ("Crust & Cie (saltby)", "saltby", ""),
        ("Crust & Cie of Saltby", "Saltby", ""),
    ],
)
def test_a_city_behind_a_known_name_belongs_into_its_file(name: str, city: str, sure: str) -> None:
    site = FOLLOWED.replace("NAME", name)
    assert told(odd_names, site) == [
        f'editions/tarte/2020.yaml:1:18: "{name}" is Crust & Cie, whom the archive knows, and "{city}"'
    ]
    own = f"write Crust & Cie, and `city: {city}` in content/names/crust-cie.md{sure}"
    assert hints(odd_names, site) == [f"{own}; {_APART % name}"]


def test_a_word_behind_a_firm_that_has_a_file_may_be_its_city() -> None:
    file = "-- content/names/crust-cie.md --\n---\nname: Crust & Cie\nkind: organisation\n---\n"
    site = FOLLOWED.replace("NAME", "Crust & Cie, Penport")
    assert told(odd_names, site) == []
    told_now = (
        'editions/tarte/2020.yaml:1:18: "Crust & Cie, Penport" is Crust & Cie, whom the archive knows, and "Penport"'
    )
    assert told(odd_names, site + file) == [told_now]
    city = "write Crust & Cie, and `city: Penport` in content/names/crust-cie.md if that is its city"
    assert hints(odd_names, site + file) == [f"{city}; {_APART % 'Crust & Cie, Penport'}"]


@pytest.mark.parametrize(
    "name",
    [
        "Dough, Saltby",
        "Foundry of Saltby",
        "Saltby",
        "Crust & Cie, Inc.",
        "Crust & Cie, The",
        "Crust & Cie VII",
        "The 99p Shop",
        "Studio $5",
        "Crust & Cie of Penport",
        "Crust & Cie 2000",
        "Represented by Nobody",
        "9/11 Museum",
    ],
)
def test_what_may_belong_to_a_name_passes(name: str) -> None:
    assert told(odd_names, FOLLOWED.replace("NAME", name)) == []


def test_an_amount_with_blanks_is_read_whole() -> None:
    site = FOLLOWED.replace("NAME", "Dough 1 500 €")
    assert hints(odd_names, site) == ['write `{laureate: Dough, money: "1 500 €"}`']


@pytest.mark.parametrize(
    "said",
    ["in place of", "instead of", "replaced", "for", "à la place de", "remplace", "standing in for", "(in lieu of"],
)
def test_whom_somebody_replaced_is_a_note(said: str) -> None:
    text = f"{said} Ann Crust{')' * said.startswith('(')}"
    site = SITE.replace('"NAME"', "Ann Crust").strip() + f'\nhosts: [Ben Crumble, "{text}"]\n'
    assert told(odd_names, site)[0].endswith(f'"{text}" is a note on Ann Crust, whom the archive knows')
    note = text.strip("()")
    assert f"`{{name: Ben Crumble, note: {note}}}`" in hints(odd_names, site)[0]
    assert (
        told(odd_names, site.replace("Ann Crust\n", "Cy Dough\n").replace("{pomme: Ann Crust}", "{pomme: Cy Dough}"))
        == []
    )


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("the late A. Rye", 'begins with "the late"', "write `{laureate: A. Rye, posthumous: true}`"),
        ("Late Mr H. Rye", 'begins with "Late"', "write `{laureate: Mr H. Rye, posthumous: true}`"),
        ("A. Rye again", 'ends with "again"', "write `{laureate: A. Rye, note: again}`"),
        ("A. Rye dsq.", 'ends with "dsq."', "write `{laureate: A. Rye, status: ineligible}`"),
        ("A. Rye 94 pts", 'ends with "94 pts"', "write `{laureate: A. Rye, score: 94}`"),
        ("A. Rye [unverified]", 'ends with "[unverified]"', "write `{laureate: A. Rye, note: unverified}`"),
        ("A. Rye vs B. Oat", 'holds two, with "vs" between them', "write who won, as A. Rye"),
        ("A. Rye beat B. Oat", 'holds two, with "beat" between them', "write who won, as A. Rye"),
    ],
)
def test_what_stands_before_and_behind_a_laureate_is_no_name(name: str, what: str, hint: str) -> None:
    site = f'-- editions/pie/2011.yaml --\nresults: {{pie: "{name}"}}\n'
    assert [each.split(": ", 1)[1] for each in told(odd_names, site)] == [f'"{name}" {what}']
    assert hints(odd_names, site) == [hint]


@pytest.mark.parametrize(
    "name",
    ["The Late Ovens", "Late Rye", "Never Again", "Rye beat Oat", "Bread vs Butter", "Five Points", "The 94 Pts Co"],
)
def test_a_band_that_is_called_so_passes(name: str) -> None:
    assert told(odd_names, f'-- editions/pie/2011.yaml --\nresults: {{pie: "{name}"}}\n') == []


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        *(("Ann Cr?st", "?"), ("Ann Cr▯st", "▯"), ("Ann Crus□", "□"), ("A�n Crust", "�"), ("Ann C???t", "???")),
        *(("A██ Crust", "██"), ("### Crust", "###"), ("Ann Cr__t", "__"), ("xxx Crust", "xxx"), ("Ann Cr*st", "*")),
    ],
)
def test_a_letter_that_was_lost_is_told_with_the_name_that_is_known(name: str, sign: str) -> None:
    site = f"{SITE.replace('NAME', name)}-- editions/tarte/2021.yaml --\nresults: {{pomme: Ann Crust}}\n"
    lost = "letters" if sign[1:] else "a letter"
    assert told(odd_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" holds "{sign}", in the place of {lost}']
    assert hints(odd_names, site) == ["write Ann Crust"]


def test_a_letter_that_was_lost_in_an_unknown_name_is_to_be_corrected() -> None:
    assert hints(odd_names, SITE.replace("NAME", "B?n (Cr+mble")) == ["correct it"]


@pytest.mark.parametrize("name", ["Who? What", "Ann Crust"])
def test_a_question_is_no_lost_letter(name: str) -> None:
    assert told(odd_names, SITE.replace("NAME", name)) == []

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


@pytest.mark.parametrize(
    ("name", "what", "hint"),
    [
        ("Ann Crust (ex æquo)", 'holds "ex æquo"', "write `{laureate: Ann Crust, tie: true}`"),
        ("Ann Crust ex aequo", 'holds "ex aequo"', "write `{laureate: Ann Crust, tie: true}`"),
        ("Crust & Cie (Finaliste)", 'holds "finaliste"', "write `{laureate: Crust & Cie, distinction: finalist}`"),
        ("Ann Crust (à titre posthume)", 'holds "à titre posthume"', "write `{laureate: Ann Crust, posthumous: true}`"),
        ("Ann Crust (2nd)", 'holds "2nd"', "write `{laureate: Ann Crust, rank: 2}`"),
        ("– Ann Crust – Ben Crumble", "begins with a dash", "write `[Ann Crust, Ben Crumble]`"),
        ("-Ann Crust -Ben-Joe Crumble", "begins with a dash", "write `[Ann Crust, Ben-Joe Crumble]`"),
        ("-Ann Crust", "begins with a dash", "write `[Ann Crust]`"),
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


@pytest.mark.parametrize(
    "name", ["Crust.com", "Ann Crust (Brest)", "Jean – Paul", "Ann-Lou Crust", "Tied Up Ltd", "+X", "-40°", "@crust"]
)
def test_names_that_look_alike_are_names(name: str) -> None:
    assert told(odd_names, SITE.replace("NAME", name)) == []


def test_a_work_may_be_called_anything() -> None:
    work = SITE.replace('"NAME"', '{laureate: "Ann (Mention)", kind: work}')
    assert told(odd_names, work) == []


def test_a_juror_has_no_place() -> None:
    assert told(odd_names, SITE.replace('"NAME"', "unknown").strip() + '\njury: ["Ann Crust (mention)"]\n') == []

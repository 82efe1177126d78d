"""What the built pages show is what an independent script counts in the exported tables."""

import csv
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests import datasets
from tests.conftest import write
from tests.recompute import Count, Row, recompute
from tests.shown import sections, tokens

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
SECTIONS = (
    *("most", "together", "years", "awards", "families", "streaks", "reigns", "absences", "movement", "makeup"),
    *("countries", "kinds", "placed", "juries", "across", "map"),
)
UNORDERED = ("awards", "families", "years", "makeup")
"""The tables do not tell the order of awards."""

INVENTED = """\
-- site.toml --
title = "Pies"
base_url = "https://pies.example/"
language = "en"
cards = false
[points]
winner = 5
rank-2 = 2
finalist = 1
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
founded: 2001
family: cakes
categories:
  pie: Pie
  tart: Tart
  sweet: {name: Sweet Tart, lineage: {event: split, from: tart, in: 2004}}
  salty: {name: Salty Tart, lineage: {event: split, from: tart, in: 2004}}
-- editions/pie/2001.yaml --
coverage: complete
jury: [Eve Dough, Max Peel, Sue Oven]
results:
  pie: [{rank: 1, laureate: Old Oven}, {rank: 2, laureate: Cy Dish}]
  tart: Ann Crust
-- editions/pie/2002.yaml --
coverage: {results: complete, categories: complete, jury: complete}
jury: [{name: Eve Dough, chair: true}, Sue Oven, Jo Judge]
results:
  pie: {laureate: Old Oven, count: 2}
  tart: {laureate: [Ann Crust, Ben Crumble]}
-- editions/pie/2003.yaml --
status: cancelled
-- editions/pie/2004.yaml --
coverage: complete
jury: [Eve Dough]
results:
  pie: [New Oven, {laureate: Dot Egg, distinction: finalist}]
  sweet: Ann Crust
  salty: {not_awarded: reserved}
-- editions/pie/2005.yaml --
coverage: complete
results:
  sweet: [Ann Crust, {laureate: Ben Crumble, status: revoked}]
  salty: Dot Egg
-- editions/pie/2006.yaml --
coverage: partial
results: {pie: New Oven, salty: unknown}
-- editions/pie/2009.yaml --
coverage: names-only
results: {unknown: [Ben Crumble, Small Oven, Zoë Œuf]}
-- editions/pie/2010.yaml --
coverage: {results: complete, categories: complete}
results: {pie: [Ben Crumble, Small Oven], sweet: Zoë Œuf}
-- editions/jam/award.yaml --
name: Invented Jam Award
short: Jam
family: cakes
categories: {jam: Jam, honour: {name: Honour, special: true}}
-- editions/jam/2001.yaml --
ordinal: 2
coverage: complete
results: {jam: [{rank: 1, laureate: Ann Crust}, {rank: 2, laureate: Old Oven}], honour: Cy Dish}
-- editions/jam/2002.yaml --
ordinal: 3
coverage: complete
results: {jam: {laureate: Ann Crust, country: Ruritania}, honour: Cy Dish}
-- editions/jam/2004.yaml --
coverage: winners-only
results: {jam: Ben Crumble}
-- editions/jam/2005.yaml --
ordinal: 7
coverage: complete
results: {jam: [{laureate: Ann Crust, acceptance: declined}, {laureate: Ben Crumble, distinction: mention}]}
-- editions/bun/award.yaml --
name: Made-up Bun Award
categories: {bun: Bun}
-- editions/bun/2002.yaml --
ordinal: 1
coverage: complete
results: {bun: Dot Egg}
-- editions/bun/2003.yaml --
ordinal: 2
coverage: complete
results: {bun: Dot Egg}
-- editions/bun/2004.yaml --
ordinal: 3
status: interrupted
coverage: complete
-- editions/bun/2005.yaml --
ordinal: 4
coverage: complete
results: {bun: Cy Dish}
-- editions/bun/2006.yaml --
ordinal: 5
coverage: complete
results: {bun: [{laureate: [Dot Egg, Cy Dish]}]}
-- editions/fair/award.yaml --
name: The Fair
-- editions/fair/2002.yaml --
ordinal: 1
coverage: none
-- content/names/old-oven.md --
---
{name: Old Oven, kind: organisation, country: Ruritania}
---
-- content/names/new-oven.md --
---
{name: New Oven, kind: organisation, country: Ruritania, succeeds: Old Oven, part_of: Oven Group}
---
-- content/names/small-oven.md --
---
{name: Small Oven, kind: organisation, part_of: Oven Group}
---
-- content/names/oven-group.md --
---
{name: Oven Group, kind: organisation}
---
-- content/names/ann-crust.md --
---
{name: Ann Crust, kind: person, country: Sylvania, sort: "Crust, Ann"}
---
"""
SCHEME = {"winner": 5, "rank-2": 2, "finalist": 1}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, what stands at its addresses, and what the script counts."""

    out: Path
    records: str
    ids: dict[str, str]
    scheme: dict[str, int] | None


def ids(out: Path, base: str) -> dict[str, str]:
    """What stands at each address, by the tables."""
    found: dict[str, str] = {}
    for name in ("editions", "names", "categories"):
        with (out / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                path = urlsplit(row["url"]).path.removeprefix(base)
                found[path] = row["category"] if name == "categories" else row["id"]
                if name != "names":
                    found["/".join(path.split("/")[:3]) + "/"] = row["award"]
    return found


def invented(root: Path) -> Path:
    write(root, INVENTED)
    pipeline.build(root, silent)
    return root / "_site"


@pytest.fixture(scope="module", params=("reference", "small", "invented", "nobel"))
def site(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    base, scheme = "", None
    match request.param:
        case "reference":
            base, out = "/archives", request.getfixturevalue("reference") / "archives"
        case "small":
            out = request.getfixturevalue("built") / "_site"
        case "invented":
            out, scheme = invented(tmp_path_factory.mktemp("invented")), SCHEME
        case _:
            out = datasets.built(shared, "nobel/prize.json", "nobel/prizes.toml").root / "_site"
    return Site(out, "/records/", ids(out, base), scheme)


def shown(site: Site, url: str) -> dict[str, list[Row]]:
    """The rows of each section of a page, links by id."""

    def told(row: Row) -> Row:
        return tuple(
            f"@{site.ids.get(token[1:].partition('#')[0], token)}" if token[0] == "@" else token for token in row
        )

    return {
        id: [told(row) for line in lines if (row := tokens(line, url))] for id, lines in sections(site.out, url).items()
    }


@pytest.fixture(scope="module", params=("", "data/archive.sqlite"), ids=("tables", "database"))
def counted(request: pytest.FixtureRequest, site: Site) -> dict[str, list[Row]]:
    """From the tables alone, and from the database alone."""
    return recompute(site.out / request.param, site.scheme)


@pytest.fixture(scope="module")
def records(site: Site) -> dict[str, list[Row]]:
    """What stands on the page, and on those that go on with it where the archive is large."""
    found: dict[str, list[Row]] = {}
    further = (path.parent for path in (site.out / "records").glob("*/**/index.html"))
    urls = [
        f"/{path.relative_to(site.out).as_posix()}/"
        for path in sorted(further, key=lambda path: int(path.name.rpartition("-")[2]))
    ]
    for url in (site.records, *urls):
        for id, rows in shown(site, url).items():
            found.setdefault(id, []).extend(row for row in rows if not row[0].startswith("@@"))
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_the_page_of_records_shows_what_the_tables_hold(
    section: str, records: dict[str, list[Row]], counted: dict[str, list[Row]]
) -> None:
    wanted, found = ([shape(section, row) for row in rows.get(section, [])] for rows in (counted, records))
    links = [[row for row in rows if linked(section, row)] for rows in (found, wanted)]
    if section in UNORDERED:
        links = [sorted(rows) for rows in links]
    assert links[0] == links[1]
    # What is left over is told below a table, where reasons may have numbers of their own.
    assert [row for row in wanted if not linked(section, row) and row not in found] == []


def linked(section: str, row: Row) -> bool:
    """A row of a table, not a note below it."""
    return row[0].startswith("@") or section in ("countries", "kinds")


def shape(section: str, row: Row) -> Row:
    """Without the dash between two editions and the tag of a lineage; awards in an order of their own."""
    if section in ("streaks", "reigns"):
        return tuple(token for at, token in enumerate(row) if token != "–" and (token, at) != ("*", 1))
    first = next((at for at, token in enumerate(row) if not token.startswith("@")), len(row))
    if section == "families":
        return (*sorted(row[:first]), *row[first:])
    if section in ("map", "across") and first:
        return (*row[:first], *sorted(row[first:-1]), row[-1])
    return row


def test_nothing_on_the_page_of_records_goes_without_a_count(records: dict[str, list[Row]]) -> None:
    tables = {section for section, rows in records.items() if any(row[0].startswith("@") for row in rows)}
    assert tables <= {*SECTIONS, ""}


def test_each_edition_says_what_changed_as_the_tables_do(site: Site) -> None:
    count = Count(site.out, site.scheme)
    editions = {id: url for url, id in site.ids.items() if id in count.t.editions}
    for id, url in editions.items():
        wanted = [row for part in count.changes(id) for row in part]
        found = [row for row in shown(site, url).get("changes", []) if row[0] != "–"]
        rows = [tuple(token for token in row if token != "–") for row in found]
        assert sorted(row for row in rows if any(t.startswith("@") for t in row)) == sorted(
            row for row in wanted if any(t.startswith("@") for t in row)
        ), id


def test_each_category_says_who_held_it_as_the_tables_do(site: Site) -> None:
    count = Count(site.out, site.scheme)
    categories = {row["category"] for row in count.t.entries}
    for url, id in site.ids.items():
        if id in categories:
            rows = [tuple(t for t in row if t not in ("*", "–")) for row in shown(site, url)["card"]]
            named = (row for row in rows if row[0][1:] in count.t.names)
            found = [row for row in named if any(token[0] != "@" for token in row)]
            assert found == count.holders(id), id


def test_the_script_shares_no_line_with_the_program() -> None:
    text = (ROOT / "tests" / "recompute.py").read_text(encoding="utf-8")
    assert "palmarium" not in text.split('"""')[2]

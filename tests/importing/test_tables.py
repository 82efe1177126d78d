"""Tables as others lay them out, each brought in by a mapping that says no more than the guide does."""

import pytest

from .small import bring, files

EMPTY = '-- site.toml --\ntitle = "Pies"\nbase_url = "https://pies.example/"\nlanguage = "en"\n'

SPORTS_TABLE = """\
Season,Event,Pos,Athlete,Nat.,Pts
2019,Slalom,1,Ann Crumb,FRA,"1,200"
2019,Slalom,T2,Bo Rye,SUI,980
2019,Slalom,T2,Cy Dough,,980
2019,Slalom,DNF,Di Glaze,ITA,
2019,Giant slalom,1,Bo Rye,SUI,1000
2020,Slalom,1,Cy Dough,AUT,1000
2020,Slalom,2,Ann Crumb,FRA,800
2020,Slalom,,Ed Oven,AUT,
"""
SPORTS_MAPPING = """\
[award]
id = "cup"
name = "The Snow Cup"
[edition]
id = "{Season}"
[category]
id = "{Event}"
[result]
laureate = "{Athlete}"
rank = {column = "Pos", empty = ["DNF", "DQ"]}
distinction = {text = "entrant", when = {column = "Pos", is = ["DNF", ""]}}
country = "{Nat.}"
score = "{Pts}"
[name]
kind = "person"
"""
SPORTS = """\
-- editions/cup/2019.yaml --
results:
  slalom:
    - {rank: 1, laureate: Ann Crumb, country: FRA, score: "1,200"}
    - {rank: 2, laureate: Bo Rye, country: SUI, tie: true, score: 980}
    - {rank: 2, laureate: Cy Dough, tie: true, score: 980}
    - {laureate: Di Glaze, country: ITA, distinction: entrant}
  giant-slalom: {rank: 1, laureate: Bo Rye, country: SUI, score: 1000}
-- editions/cup/2020.yaml --
results:
  slalom:
    - {rank: 1, laureate: Cy Dough, country: AUT, score: 1000}
    - {rank: 2, laureate: Ann Crumb, country: FRA, score: 800}
    - {laureate: Ed Oven, country: AUT, distinction: entrant}
"""

FILMS_TABLE = """\
Ceremony year,Award,Film,Producers,Director,Outcome
2019,Best Picture,The Loaf,"Ann Crumb, Bo Rye",Cy Dough,Won
2019,Best Picture,The Bun,Di Glaze & Ed Oven,Fi Ash,Nominated
2019,Best Director,The Loaf,,Cy Dough,Nominated
2020,Best Picture,The Rye,"Ann Crumb, Gus Peel",Hal Tart,Won
2020,Best Picture,"Loaf, The",Ivy Sieve,Cy Dough,Nominated
"""
FILMS_MAPPING = """\
[award]
id = "reel"
[edition]
id = "{Ceremony year}"
[category]
id = "{Award}"
[result]
distinction = {column = "Outcome", map = {Won = "winner", Nominated = "nominee"}}
[[result.laureate]]
name = "{Film}"
kind = "work"
[[result.laureate]]
name = {column = "Producers", split = [", ", " & "]}
as = "producer"
[[result.laureate]]
name = "{Director}"
as = "director"
[name]
kind = "person"
"""
FILMS = """\
-- editions/reel/2019.yaml --
results:
  best-picture:
    - laureate:
        - The Loaf
        - {name: Ann Crumb, as: producer}
        - {name: Bo Rye, as: producer}
        - {name: Cy Dough, as: director}
    - laureate:
        - The Bun
        - {name: Di Glaze, as: producer}
        - {name: Ed Oven, as: producer}
        - {name: Fi Ash, as: director}
      distinction: nominee
  best-director: {laureate: [The Loaf, {name: Cy Dough, as: director}], distinction: nominee}
-- editions/reel/2020.yaml --
results:
  best-picture:
    - laureate:
        - The Rye
        - {name: Ann Crumb, as: producer}
        - {name: Gus Peel, as: producer}
        - {name: Hal Tart, as: director}
    - laureate:
        - "Loaf, The"
        - {name: Ivy Sieve, as: producer}
        - {name: Cy Dough, as: director}
      distinction: nominee
"""

BOOKS_TABLE = """\
Year;Longlist;Shortlist;Winner;Judges
2019;Loaf by Ann Crumb / Bun by Bo / Tart by Cy;Loaf by Ann Crumb / Bun by Bo;Loaf by Ann Crumb;Di Glaze, Ed Oven
2020;The Rye by Fi Ash / The Sieve by Gus Peel;The Rye by Fi Ash;No winner;Di Glaze
"""
BOOKS_MAPPING = """\
[[read.wide]]
columns = ["*"]
but = ["Year", "Judges"]
name = "List"
value = "Books"
[award]
id = "quill"
[edition]
id = "{Year}"
jury = {column = "Judges", split = ", "}
[category]
id = "Book of the Year"
[result]
laureate = {column = "Books", split = " / "}
joint = false
distinction = {column = "List", map = {Longlist = "longlisted", Shortlist = "shortlisted", Winner = "winner"}}
[[rule]]
match = '^(?P<for>.+) by (?P<laureate>.+)$'
kind = "person"
[[not_awarded]]
when = {column = "Books", is = "No winner"}
"""
BOOKS = """\
-- editions/quill/2019.yaml --
jury: [Di Glaze, Ed Oven]
results:
  book-of-the-year:
    - {laureate: Ann Crumb, distinction: longlisted, for: Loaf}
    - {laureate: Bo, distinction: longlisted, for: Bun}
    - {laureate: Cy, distinction: longlisted, for: Tart}
    - {laureate: Ann Crumb, distinction: shortlisted, for: Loaf}
    - {laureate: Bo, distinction: shortlisted, for: Bun}
    - {laureate: Ann Crumb, for: Loaf}
-- editions/quill/2020.yaml --
jury: [Di Glaze]
results:
  book-of-the-year:
    not_awarded: other
    results:
      - {laureate: Fi Ash, distinction: longlisted, for: The Rye}
      - {laureate: Gus Peel, distinction: longlisted, for: The Sieve}
      - {laureate: Fi Ash, distinction: shortlisted, for: The Rye}
"""

WIKI_TABLE = """\
# List of Guild winners

The Guild has awarded pies since 2017.[1]

## Winners

| Year    | Category[a]   | Winner(s)                | Work            | Ref.     |
|---------|---------------|--------------------------|-----------------|----------|
| 2017    | Best Pie      | [Ann Crumb](/wiki/Ann)   | *The Loaf*      | [2][3]   |
| ^^      | Best Tart     | **Bo Rye**†              | *The Tart*      | [4]      |
| 2018[b] | Best Pie      | Cy Dough<br>Di Glaze     | *The Bun*       | [5]      |
|         | Best Tart     | *Not awarded*            |                 | [6]      |
| 2019    | Best Pie      | Ann Crumb (2)            | *Loaf, again*   | [7]      |

[a]: Renamed in 2018.
"""
WIKI_MAPPING = r"""[read]
fill_down = ["Year"]
[award]
id = "guild"
[edition]
id = "{Year}"
[category]
id = "{Category}"
[result]
laureate = {column = "Winner(s)", split = "\n", pattern = '^(.*?)(?: \(\d+\))?$'}
for = "{Work}"
[[not_awarded]]
when = {column = "Winner(s)", is = "Not awarded"}
"""
WIKI = """\
-- editions/guild/2017.yaml --
results:
  best-pie: {laureate: Ann Crumb, for: The Loaf}
  best-tart: {laureate: Bo Rye, for: The Tart}
-- editions/guild/2018.yaml --
results:
  best-pie: {laureate: [Cy Dough, Di Glaze], for: The Bun}
  best-tart: {not_awarded: other}
-- editions/guild/2019.yaml --
results:
  best-pie: {laureate: Ann Crumb, for: "Loaf, again"}
"""

PRIX_TABLE = """\
Année;Prix;Lauréat;Société;Note;Date de remise;Remarque
2019;Meilleure pâtisserie;Hélène Béranger;Crème & Cie;18,5;12/11/2019;à l’unanimité
2019;Meilleure tarte;François Maréchal;L’Été;17,25;12/11/2019;
2020;Meilleure pâtisserie;Zoé Lefèvre;Noël Frères;19;03/12/2020;ex æquo
2020;Meilleure pâtisserie;Noël Guérin;;19;03/12/2020;ex æquo
2020;Meilleure tarte;Non attribué;;;03/12/2020;
"""
PRIX_MAPPING = """\
[award]
id = "prix"
[edition]
id = "{Année}"
ceremony.date = {column = "Date de remise", date = "%d/%m/%Y"}
[category]
id = "{Prix}"
[result]
laureate = "{Lauréat}"
org = "{Société}"
score = {column = "Note", replace = {"," = "."}}
tie = {column = "Remarque", map = {"ex æquo" = "true"}, else = ""}
note = {column = "Remarque", empty = "ex æquo"}
[[not_awarded]]
when = {column = "Lauréat", is = "Non attribué"}
"""
PRIX = """\
-- editions/prix/2019.yaml --
ceremony: 2019-11-12
results:
  meilleure-patisserie: {laureate: Hélène Béranger, org: Crème & Cie, score: 18.5, note: à l’unanimité}
  meilleure-tarte: {laureate: François Maréchal, org: L’Été, score: 17.25}
-- editions/prix/2020.yaml --
ceremony: 2020-12-03
results:
  meilleure-patisserie:
    - {laureate: Zoé Lefèvre, org: Noël Frères, tie: true, score: 19}
    - {laureate: Noël Guérin, tie: true, score: 19}
  meilleure-tarte: {not_awarded: other}
"""

NESTED_TABLE = """\
{"award": "The Golden Crust", "years": {
 "2019": {"host": "Dot Glaze", "categories": {
   "Best Pie": {
     "winner": {"name": "Ann Crumb", "bakery": "Peel"}, "nominees": [{"name": "Bo Rye"}, {"name": "Cy Dough"}]},
   "Best Tart": {"winner": {"name": "Bo Rye"}, "nominees": []}}},
 "2020": {"host": "Eli Oven", "categories": {
   "Best Pie": {"winner": null, "nominees": [{"name": "Cy Dough"}]}}}}}
"""
NESTED_MAPPING = """\
[read]
rows = "years{}.categories{}"
[[read.wide]]
columns = ["winner.name", "nominees[].name"]
name = "as"
value = "who"
[award]
id = "{../../award}"
[edition]
id = "{../#}"
hosts = "{../host}"
[category]
id = "{#}"
[result]
laureate = "{who}"
joint = false
distinction = {column = "as", map = {"winner.name" = "winner", "nominees[].name" = "nominee"}}
org = {column = "winner.bakery", when = {column = "as", is = "winner.name"}}
"""
NESTED = """\
-- editions/the-golden-crust/2019.yaml --
hosts: [Dot Glaze]
results:
  best-pie:
    - {laureate: Ann Crumb, org: Peel}
    - {laureate: Bo Rye, distinction: nominee}
    - {laureate: Cy Dough, distinction: nominee}
  best-tart: Bo Rye
-- editions/the-golden-crust/2020.yaml --
hosts: [Eli Oven]
results:
  best-pie: {laureate: Cy Dough, distinction: nominee}
"""


@pytest.mark.parametrize(
    ("name", "table", "encoding", "mapping", "editions"),
    [
        # A ranking with shared places, and some who have none.
        ("sports.csv", SPORTS_TABLE, "utf-8", SPORTS_MAPPING, SPORTS),
        # Several people to a film, each with a part.
        ("films.csv", FILMS_TABLE, "utf-8", FILMS_MAPPING, FILMS),
        # A longlist, a shortlist and a winner, each a list in one cell.
        ("books.csv", BOOKS_TABLE, "utf-8", BOOKS_MAPPING, BOOKS),
        # A table of an encyclopedia, with footnotes and merged cells.
        ("wiki.md", WIKI_TABLE, "utf-8", WIKI_MAPPING, WIKI),
        # A French spreadsheet, with commas in its numbers.
        ("prix.csv", PRIX_TABLE, "cp1252", PRIX_MAPPING, PRIX),
        # Categories by name within years.
        ("nested.json", NESTED_TABLE, "utf-8", NESTED_MAPPING, NESTED),
    ],
)
def test_a_table_lands_whole(name: str, table: str, encoding: str, mapping: str, editions: str) -> None:
    made = bring(EMPTY, table.encode(encoding), mapping, name=name)
    assert {path: text for path, text in made.files.items() if path in files(editions)} == {
        path: data.decode() for path, data in files(editions).items()
    }
    assert " + 0 skipped + 0 not landed" in made.report[0]
    assert "in part" not in made.report[0]
    after = {path: text.encode() for path, text in made.files.items()}
    again = bring(after, table.encode(encoding), mapping, name=name)
    assert again.written == ()
    assert [problem for problem in again.problems if "import-differs" in problem] == []

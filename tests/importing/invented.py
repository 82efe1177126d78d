"""Invented awards of the size and the mess of real ones, each as a table and the mapping that reads it."""

import csv
import io
import random
from collections.abc import Iterable, Sequence

FIRST = ("Ada", "Bo", "Cy", "Dot", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo", "Kit", "Lou", "Max", "Ned", "Ora", "Pip")
LAST = ("Crumb", "Crust", "Dough", "Flour", "Glaze", "Kneader", "Oven", "Peel", "Rye", "Sieve", "Tart", "Yeast")


def table(header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([header, *rows])
    return text.getvalue().encode()


def _name(chance: random.Random, number: int) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)} {_letters(number)}"


def _letters(number: int) -> str:
    """0, 1, 2… as A, B, … Z, Ba, Bb…, so that each number makes another surname."""
    made = ""
    while True:
        number, rest = divmod(number, 26)
        made = chr(97 + rest) + made
        if not number:
            return made.capitalize()


PICTURES = r"""
[award]
id = "golden-spoon"
name = "The Golden Spoon"

[edition]
id = "{Year}"
ordinal = "{Ceremony}"

[category]
id = "{CanonicalCategory}"
printed_name = "{Category}"

[result]
laureate = {column = "Nominees", split = ", "}
distinction = {column = "Winner", map = {True = "winner", "" = "nominee"}}
for = "{Film}"
note = "{Note}"

[name]
identity = {column = "NomineeIds", split = "|", empty = "?"}
authority = "spoons"
kind = "person"

[[skip]]
when = {column = "Class", is = "Title"}
why = "headings between the years"
"""


def pictures(size: int) -> bytes:
    """Nominations with ids, half of the categories printed in several ways, labels of two years, ragged rows."""
    chance = random.Random(3)
    header = (
        "Ceremony",
        "Year",
        "Class",
        "CanonicalCategory",
        "Category",
        "Film",
        "Nominees",
        "NomineeIds",
        "Winner",
        "Note",
    )
    categories = [f"SPOON {_letters(number).upper()}" for number in range(66)]
    people = [_name(chance, number) for number in range(max(10, size // 2))]
    rows: list[Sequence[object]] = []
    for number in range(size):
        ceremony = 1 + number * 95 // size
        year = 1926 + ceremony
        label = f"{year}/{(year + 1) % 100:02}" if ceremony < 7 else str(year + 1)
        category = categories[number % 66]
        printed = category.replace("SPOON", chance.choice(("SPOON", "SPOONS,"))) if number % 66 < 64 else category
        chosen = chance.sample(range(len(people)), chance.choice((1, 1, 1, 2, 3)))
        names = ", ".join(people[each] for each in chosen)
        ids = "|".join("?" if each % 97 == 0 else f"sp{each:05}" for each in chosen)
        won = "True" if number % 5 == 0 else ""
        row: list[object] = [ceremony, label, "Main", category, printed, f"The Pie of {number}", names, ids, won, ""]
        if number % 400 == 7:
            row = row[:-1]
        if number % 400 == 9:
            row[-1] = "a note"
            row.append("more")
        if number % 500 == 11:
            row = [ceremony, label, "Title", "", "", "", "", "", "", ""]
        rows.append(row)
    return table(header, rows, "\t")


PLUMS = r"""
[award]
id = "{賞}"

[edition]
id = "{回}"
sort_year = "{年}"

[category]
id = "{部門}"

[[not_awarded]]
when = {column = "受賞者", is = ["該当なし", "受賞作なし", "該当作品なし"]}
reason = "other"
note = "{受賞者}"

[result]
laureate = "{受賞者}"
for = "{作品}"

[name]
kind = "person"
"""


def plums(size: int) -> bytes:
    """Prizes that no letter of the Latin alphabet names, with words for "nobody" in the place of a name."""
    chance = random.Random(4)
    awards = ("梅干し賞", "大根文学賞", "味噌汁新人賞")
    family, given = "山川田森林石竹松", "一二三四五六七八九"
    nobody = ("該当なし", "受賞作なし", "該当作品なし")
    rows = []
    for number in range(size):
        name = "".join((chance.choice(family), chance.choice(family), chance.choice(given), chance.choice(given)))
        at = number // 6
        who = nobody[number % 3] if number % 11 == 5 else name
        category = ("小説", "評論")[number // 3 % 2]
        rows.append((awards[number % 3], f"第{at + 1}回", 1935 + at % 80, category, who, f"作{number}"))
    return table(("賞", "回", "年", "部門", "受賞者", "作品"), rows)


PRESS = r"""
[award]
id = "lantern"
name = "The Lantern"

[edition]
id = "{year}"

[category]
id = "{prize}"

[[not_awarded]]
when = {column = "winner", is = ["No award", ""]}
reason = "no-majority"

[result]
laureate = "{winner}"

[name]
kind = "person"

[[rule]]
match = '^(?P<laureate>Staff of (?P<org>.+))$'
kind = "team"

[[rule]]
match = '^(?P<laureate>.+?) of (?P<org>The .+)$'
split = [" and ", ", "]
kind = "person"

[[rule]]
match = '^(?P<laureate>[^,]+), for (?P<for>.+)$'
kind = "person"

[[rule]]
match = '^The '
kind = "organisation"
"""


def press(size: int) -> bytes:
    """One column of free text: persons, newspapers, "Staff of …", "A and B of The X", "A, for a book"."""
    chance = random.Random(5)
    papers = [f"The {each} {kind}" for each in LAST for kind in ("Herald", "Echo", "Post")]
    rows = []
    for number in range(size):
        one, two, paper = _name(chance, number), _name(chance, number + size), chance.choice(papers)
        winner = (
            one,
            paper,
            f"Staff of {paper}",
            f"{one} and {two} of {paper}",
            f"{one}, for “The Loaf, and other tales”",
            f"{one} of {paper}",
            "No award",
        )[number % 7]
        rows.append((1917 + number // 21, f"Prize {_letters(number % 21)}", winner))
    return table(("year", "prize", "winner"), rows)


ROBOTS = r"""
[award]
id = "toasters"
name = "The Toaster Trials"

[edition]
id = "{event}"

[category]
id = "{award}"
many = "true"

[result]
laureate = "{team_name}"

[name]
identity = "{team}"
authority = "trials"
kind = "team"
"""


def robots(size: int, events: int) -> bytes:
    """Awards over many events; teams known by number, hundreds of which share a name, and some change theirs."""
    chance = random.Random(6)
    shared = [f"{each} Bots" for each in LAST]
    teams = max(20, size // 8)
    rows = []
    for number in range(size):
        team = chance.randrange(teams)
        name = shared[team % len(shared)] if team % 3 == 0 else f"Team {_letters(team)}"
        if team % 50 == 1 and number % 2:
            name = f"{name} Reborn"
        event = number % events
        where = f"{1992 + event % 30} {_letters(event)} Regional"
        rows.append((where, f"Award {_letters(number // events)}", team, name))
    return table(("event", "award", "team", "team_name"), rows)

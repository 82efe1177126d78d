"""Count everything that the page of records shows, a second time, from the exported tables alone.

It shares no line with the program: it reads `data/*.csv` of a built site, or `data/archive.sqlite`, and follows the
printed conventions. A row is a tuple of tokens, as a reader sees them: `@id` a link, `4` a number, `>=4` at least,
`<=4` at most, `–` nothing to say, `*` a streak that is still running; `~` stands before a number that is true of the
archive only.

    python tests/recompute.py _site
    python tests/recompute.py _site/data/archive.sqlite
"""

import csv
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from itertools import pairwise
from pathlib import Path

Row = tuple[str, ...]
Run = tuple[int, bool, str, str, bool]
"""A streak: how long, whether at least, from, to, whether running."""
OFF = ("cancelled", "postponed")
ORIGINS = ("retained", "regained", "first", "returning", "new here", "mixed", "nameless")
OWN_SCHEME = {"winner": 3, "rank-2": 2, "rank-3": 1}


def read(where: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of a site, or of its database."""
    if where.is_file():
        with closing(sqlite3.connect(f"{where.absolute().as_uri()}?mode=ro", uri=True)) as there:
            there.row_factory = sqlite3.Row
            return in_database(there, name)
    with (where / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_database(there: sqlite3.Connection, name: str) -> list[dict[str, str]]:
    """The rows of a table as its file has them, lists in one cell."""
    places = {row["id"]: place for place, row in enumerate(old_to_new(as_cells(there, "editions")))}

    def place_of(row: dict[str, str]) -> int:
        return places.get(row.get("edition", ""), -1)

    if name == "categories":
        found = sorted(as_cells(there, "category_editions"), key=place_of)
        lasting = {row["category"]: row for row in as_cells(there, "categories")}
        inside = {row["category"] for row in found}
        nothing = dict.fromkeys(heads(there, "category_editions"), "")
        alone = [nothing | row for id, row in lasting.items() if id not in inside]
        return [lasting[row["category"]] | row for row in found] + alone
    rows = as_cells(there, name)
    return old_to_new(rows) if name == "editions" else sorted(rows, key=place_of)


def heads(there: sqlite3.Connection, name: str) -> list[str]:
    """The columns of a table, and those of its lists."""
    query = "SELECT c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table' AND"
    return [row[0] for row in there.execute(f"{query} (m.name = ? OR m.name GLOB ?)", (name, f"{name}_*"))]


def as_cells(there: sqlite3.Connection, name: str) -> list[dict[str, str]]:
    columns = {row["name"]: row for row in there.execute(f"PRAGMA table_info({name})")}
    key = sorted((row for row in columns.values() if row["pk"]), key=lambda row: int(row["pk"]))
    rows = {
        tuple(row[each["name"]] for each in key): {
            column: text(row[column], columns[column]["type"]) for column in columns
        }
        for row in there.execute(f"SELECT * FROM {name}")
    }
    lists = there.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB ?", (f"{name}_*",))
    for (of_list,) in lists.fetchall():
        width = len(key)
        here = [row["name"] for row in there.execute(f"PRAGMA table_info({of_list})")]
        if "position" not in here:
            continue
        values = [head for head in here[width + 1 :] if head not in ("of_kind", "of_id")]
        for row in rows.values():
            row |= dict.fromkeys(values, "")
        for row in there.execute(f"SELECT * FROM {of_list} ORDER BY {', '.join(map(str, range(1, width + 2)))}"):
            of = rows[tuple(row)[:width]]
            for value in values:
                of[value] += ("" if row["position"] == 1 else " | ") + (row[value] or "")
        for row in rows.values():
            row |= {value: row[value] if row[value].strip(" |") else "" for value in values}
    return list(rows.values())


def text(value: str | int | None, type: str) -> str:
    if value is None:
        return ""
    return ("false", "true")[int(value)] if type == "BOOLEAN" else str(value)


def old_to_new(editions: list[dict[str, str]]) -> list[dict[str, str]]:
    """A database tells no order of rows: by year, then by number, by day, and by award."""

    def place(row: dict[str, str]) -> tuple[int, int, str, str, str]:
        day = row["date"] + "-12-31"[len(row["date"]) - 4 :] if row["date"] else ""
        return int(row["year"]), int(row["ordinal"] or 0), day, row["award"], row["id"]

    return sorted(editions, key=place)


class Tables:
    """The tables of a site, indexed."""

    def __init__(self, folder: Path) -> None:
        self.editions = {row["id"]: row for row in read(folder, "editions")}
        self.names = {row["id"]: row for row in read(folder, "names")}
        self.entries = read(folder, "categories")
        self.juries = read(folder, "juries")
        self.results: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in read(folder, "results"):
            if row["laureate"]:
                self.results[row["result"]].append(row)
        self.unnamed = [row for row in read(folder, "results") if not row["laureate"]]

    @cached_property
    def awards(self) -> dict[str, list[str]]:
        """The editions of each award in which something can be won, old to new."""
        may = {row["award"] for id, row in self.editions.items() if not self.without_palmares(id)}
        contests = {row["award"] for row in self.entries} | may
        return {award: [id for id, row in self.editions.items() if row["award"] == award] for award in sorted(contests)}

    @cached_property
    def written(self) -> dict[str, list[dict[str, str]]]:
        """The results in each edition."""
        found: dict[str, list[dict[str, str]]] = defaultdict(list)
        for rows in self.results.values():
            found[rows[0]["edition"]].extend(rows)
        return found

    @cached_property
    def firsts(self) -> set[tuple[str, ...]]:
        return {self._kind(row) for rows in self.results.values() for row in rows if row["rank"] == "1"}

    def place(self, row: dict[str, str]) -> str:
        """The rank of a result among all of its category: mentions count apart, and so do finalists who begin at 1."""
        after = row["distinction"] in ("winner", "ranked", "regional-winner")
        apart = row["distinction"] in ("mention", "other") or self._kind(row) in self.firsts
        return row["rank"] if after or not apart else ""

    def _kind(self, row: dict[str, str]) -> tuple[str, ...]:
        return tuple(row[key] for key in ("edition", "category", "distinction", "scope", "track", "round"))

    def without_palmares(self, edition: str) -> bool:
        row = self.editions[edition]
        there = any(one["edition"] == edition for one in (*self.entries, *self.unnamed))
        empty = not self.written[edition] and not there
        return empty and (row["status"] in OFF or row["results_coverage"] == "complete")

    def held(self, edition: str) -> bool:
        status = self.editions[edition]["status"]
        return status not in OFF and not (status == "interrupted" and self.without_palmares(edition))

    @cached_property
    def nameless(self) -> set[str]:
        entries = {row["edition"] for row in self.entries if row["outcome"] in ("unknown", "unrecorded")}
        return entries | {row["edition"] for row in self.unnamed if row["distinction"] == "winner"}

    def knows(self, edition: str, part: str) -> bool:
        """Whether the archive holds this part of an edition whole."""
        row = self.editions[edition]
        if not self.held(edition):
            return True
        cover = row["results_coverage"]
        if part == "jury":
            return row["jury_coverage"] == "complete"
        if part == "places":
            whole = cover == "complete" and edition not in self.nameless
            return whole and not any(each["edition"] == edition for each in self.unnamed)
        if cover not in ("complete", "winners-only", "names-only"):
            return False
        if edition in self.nameless and cover != "names-only":
            return False
        loose = any(not result["category"] for result in self.written[edition])
        return part == "laureates" or (row["categories_coverage"] == "complete" and not loose)


class Line:
    """The held editions of an award in a row: what is missing before each, and which follow the one before."""

    def __init__(self, tables: Tables, award: str) -> None:
        self.tables, self.award = tables, award
        every = tables.awards.get(award, [])
        self.years = {int(tables.editions[id]["year"]) for id in every}
        self.editions: list[str] = []
        self.missing: dict[str, int] = {}
        self.follows: dict[str, bool] = {}
        waiting: list[str] = []
        last, before, carried, apart = 0, "", 0, False
        for id in [id for id in every if tables.held(id) or tables.editions[id]["ordinal"]]:
            waiting.append(id)
            ordinal = int(tables.editions[id]["ordinal"] or 0)
            if not ordinal:
                continue
            lost = max(0, ordinal - last - len(waiting))
            for at, one in enumerate(waiting):
                carried, apart = carried + (lost if at == 0 else 0), apart or (lost > 0 and at > 0)
                if tables.held(one):
                    self._add(one, carried, not carried and not apart)
                    carried, apart = 0, False
            last, before, waiting = max(last, ordinal), id, []
        for id in waiting:
            gap = bool(before) and any(y not in self.years for y in range(self.year(before), self.year(id)))
            self._add(id, carried, not carried and not gap and not apart)
            carried, apart, before = 0, False, id

    def _add(self, edition: str, missing: int, follows: bool) -> None:
        self.editions.append(edition)
        self.missing[edition], self.follows[edition] = missing, follows

    def year(self, edition: str) -> int:
        return int(self.tables.editions[edition]["year"])

    @cached_property
    def open(self) -> bool:
        """Nothing says that the first edition here was the first."""
        if not self.editions or self.missing[self.editions[0]]:
            return False
        first = self.tables.editions[self.editions[0]]
        numbers = [int(self.tables.editions[id]["ordinal"] or 0) for id in self.tables.awards[self.award]]
        lead = next((at for at, number in enumerate(numbers) if number), None)
        if first["ordinal"] or (lead is not None and numbers[lead] == self._rank(lead)):
            return False
        founded = first["award_founded"][:4]
        return not founded or int(founded) not in (self.year(self.editions[0]), int(first["date"][:4] or 0))

    def _rank(self, at: int) -> int:
        """How many editions there are up to this place of all that the archive has of the award."""
        up_to = self.tables.awards[self.award][: at + 1]
        return sum(1 for id in up_to if self.tables.held(id) or self.tables.editions[id]["ordinal"])

    def exact(self, part: str = "laureates", until: str = "") -> bool:
        """Whether nothing is missing or incomplete, of all editions, or of those before one."""
        if not self.tables.awards[self.award]:
            return False
        at = self.editions.index(until) if until else len(self.editions)
        shown = self.editions[: at + 1]
        whole = all(self.tables.knows(id, part) for id in self.editions[:at])
        follow = all(self.follows[id] for id in shown if not self.missing[id])
        return whole and not self.open and not any(self.missing[id] for id in shown) and follow

    @property
    def sure(self) -> bool:
        """Whether it is known how many editions are missing."""
        return all(self.follows[id] or self.missing[id] for id in self.editions)

    def before(self, edition: str) -> str:
        at = self.editions.index(edition)
        return self.editions[at - 1] if at else ""

    def size(self) -> int:
        return len(self.editions) + sum(self.missing.values())

    def lost_years(self) -> set[int]:
        """The years in which editions took place that are not here: between two that are, or since the foundation."""
        founded = self.tables.editions[self.editions[0]]["award_founded"][:4]
        begun = int(founded) - 1 if founded else None
        lost: set[int] = set()
        for id in self.editions:
            if self.missing[id] and begun is not None:
                lost.update(range(begun + 1, self.year(id)))
            begun = self.year(id)
        return lost

    def runs(self, held: set[str], stays: Callable[[str], bool], part: str) -> Iterator[Run]:
        row, missing, follows = [], {}, {}
        count, sure = 0, True
        for id in self.editions:
            count, sure = count + self.missing[id], sure and (self.follows[id] or bool(self.missing[id]))
            if stays(id):
                row.append(id)
                missing[id], follows[id] = count, sure and not count
                count, sure = 0, True
        run: list[str] = []
        for at, id in enumerate(row):
            if id not in held:
                continue
            run = [*run, id] if run and row[at - 1] == run[-1] and follows[id] else [id]
            after = row[at + 1] if at + 1 < len(row) else ""
            if after in held and follows[after]:
                continue
            first = row.index(run[0])
            known = all(self.tables.knows(each, part) for each in (row[first - 1 : first] if first else []))
            start = follows[run[0]] and known and not (first == 0 and self.open)
            end = not after or (follows[after] and self.tables.knows(after, part))
            yield len(run), not (start and end), run[0], id, not after


class Count:
    """Everything on the page of records, section by section."""

    def __init__(self, folder: Path, scheme: dict[str, int] | None = None) -> None:
        self.t = Tables(folder)
        self.scheme = scheme or OWN_SCHEME
        self._heads: dict[str, dict[str, str]] = {}
        self.lines = {award: Line(self.t, award) for award in self.t.awards}
        self.contests = list(self.t.awards)
        self.sure = all(line.exact() for line in self.lines.values())

    def order(self, name: str) -> tuple[str, str]:
        text = self.t.names[name]["sort"] or self.t.names[name]["name"]
        return folded(text), name

    def heads(self, way: str) -> dict[str, str]:
        """Which name each one counts for, where it is another."""
        if way not in self._heads:
            self._heads[way] = self._found_heads(way)
        return self._heads[way]

    def _found_heads(self, way: str) -> dict[str, str]:
        heirs: dict[str, set[str]] = defaultdict(set)
        for id, row in self.t.names.items():
            for old in filter(None, row["succeeds"].split(" | ")):
                heirs[old].add(id)
        steps = {id: row["part_of"] for id, row in self.t.names.items() if row["part_of"]} if way == "group" else {}
        steps |= {old: next(iter(new)) for old, new in heirs.items() if len(new) == 1} if way != "own" else {}
        steps = {id: to for id, to in steps.items() if self.t.names[id]["kind"] != "person"}
        found = {}
        for id in steps:
            path = [id]
            while path[-1] in steps and steps[path[-1]] not in path:
                path.append(steps[path[-1]])
            if path[-1] not in steps:
                found[id] = path[-1]
        return found

    def titles(self, *, award: str = "", edition: str = "", categories: Iterable[str] = (), way: str = "own",
               awards: Iterable[str] = ()) -> list[tuple[str, int, tuple[str, ...]]]:  # fmt: skip
        """Edition, trophies and holders of each title in a scope."""
        heads, inside, only = self.heads(way), set(categories), set(awards)
        found = []
        for rows in self.t.results.values():
            one = rows[0]
            if (award and one["award"] != award) or (edition and one["edition"] != edition):
                continue
            if (inside and one["category"] not in inside) or (only and one["award"] not in only):
                continue
            won = [row["laureate"] for row in rows if row["title"] == "true" and row["status"] == "active"]
            if won:
                names = tuple(dict.fromkeys(heads.get(name, name) for name in won))
                found.append((one["edition"], int(one["count"]), names))
        return found

    def tally(self, titles: list[tuple[str, int, tuple[str, ...]]]) -> dict[str, int]:
        found: dict[str, int] = defaultdict(int)
        for _, count, names in titles:
            for name in names:
                found[name] += count
        return found

    def placed(self) -> list[tuple[str, str, dict[str, str]]]:
        """Edition, name and result of each place that is no title."""
        return [
            (row["edition"], row["laureate"], row)
            for rows in self.t.results.values()
            for row in {row["laureate"]: row for row in rows if row["status"] == "active"}.values()
            if row["distinction"] not in ("winner", "entrant")
        ]

    def table(self, numbers: dict[str, int], last: int) -> tuple[list[tuple[int, str, int]], int]:
        """Names by number, with their places; those up to a place, and how many are left."""
        ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], self.order(pair[0])))
        placed = [(1 + sum(n > own for n in numbers.values()), name, own) for name, own in ordered]
        shown = [row for row in placed if row[0] <= last]
        return shown, len(placed) - len(shown)

    def where(self, pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        """The editions of each name, old to new."""
        found: dict[str, set[str]] = defaultdict(set)
        for edition, name in pairs:
            found[name].add(edition)
        return {name: [f"@{id}" for id in self.t.editions if id in ids] for name, ids in found.items()}

    def overall(self) -> list[Row]:
        every = self.tally(self.titles())
        several, left = self.table({name: n for name, n in every.items() if n > 1}, 10)
        where = self.where((edition, name) for edition, _, names in self.titles() for name in names)
        rows: list[Row] = [
            (f"@{name}", least(n, self.sure), *(where[name] if place < 4 else ())) for place, name, n in several
        ]
        tail = ((str(left),) if left else ()) + ((str(once),) if (once := sum(n == 1 for n in every.values())) else ())
        return rows + ([tail] if several and tail else [])

    def together(self) -> list[Row]:
        own, old, group = (self.tally(self.titles(way=way)) for way in ("own", "predecessors", "group"))
        rows = []
        for name in {**old, **group}:
            numbers = (own.get(name, 0), old.get(name, 0), group.get(name, 0))
            if max(numbers) > max(1, numbers[0]):
                counting = [id for way in ("predecessors", "group") for id in sorted(self.t.names)
                            if self.heads(way).get(id) == name and id in own]  # fmt: skip
                rows.append((-max(numbers[1:]), self.order(name), name, numbers, dict.fromkeys(counting)))
        return [
            (f"@{name}", *(str(n) if n else "–" for n in numbers), *(f"@{other}" for other in others))
            for _, _, name, numbers, others in sorted(rows, key=lambda row: row[:2])[:20]
        ]

    def awards(self) -> list[Row]:
        rows = []
        for award in self.contests:
            line, titles = self.lines[award], self.titles(award=award)
            if not titles:
                continue
            numbers = self.tally(titles)
            known = sum(self.t.knows(id, "laureates") for id in line.editions)
            several, left = self.table({name: n for name, n in numbers.items() if n > 1}, 10)
            most = tuple(token for _, name, n in several for token in (f"@{name}", str(n)))
            sure = line.exact()
            count, who = sum(n for _, n, _ in titles), len(numbers)
            rows.append((
                f"@{award}", str(known), least(line.size(), not line.open and line.sure), *figure(count, sure),
                *figure(who, sure), *most, *((str(left),) if left else ()),
            ))  # fmt: skip
        return rows

    def families(self) -> list[Row]:
        words: dict[str, list[str]] = defaultdict(list)
        for row in self.t.editions.values():
            if row["family"] and row["award"] in self.contests and row["award"] not in words[row["family"]]:
                words[row["family"]].append(row["award"])
        rows = []
        for awards in words.values():
            if len(awards) > 1:
                titles = self.titles(awards=awards)
                numbers, sure = self.tally(titles), all(self.lines[award].exact() for award in awards)
                several, left = self.table({name: n for name, n in numbers.items() if n > 1}, 10)
                most = tuple(token for _, name, n in several for token in (f"@{name}", str(n)))
                counts = (*figure(sum(n for _, n, _ in titles), sure), *figure(len(numbers), sure))
                rows.append((*(f"@{award}" for award in awards), *counts, *most, *((str(left),) if left else ())))
        return rows

    def best(self, award: str, categories: tuple[str, ...] = ()) -> list[tuple[str, Run]]:
        """The best streak of each laureate, of two editions or more."""
        line = self.lines[award]
        entries = (row for row in self.t.entries if row["category"] in categories)
        here = {row["edition"] for row in entries if row["outcome"] != "cancelled"}

        def stays(edition: str) -> bool:
            return not categories or edition in here or not self.t.knows(edition, "categories")

        won: dict[str, set[str]] = defaultdict(set)
        for edition, _, names in self.titles(award=award, categories=categories):
            for name in names:
                won[name].add(edition)
        part = "categories" if categories else "laureates"
        best = {name: max(line.runs(held, stays, part), key=lambda run: (run[0], run[1], run[4]), default=None)
                for name, held in won.items()}  # fmt: skip
        return [(name, run) for name, run in best.items() if run and run[0] > 1]

    def streaks(self) -> list[Row]:
        found = [(name, run) for award in self.contests for name, run in self.best(award)]
        found.sort(key=lambda pair: (-pair[1][0], self.order(pair[0])))
        return cut([self.streak(name, run) for name, run in found])

    def streak(self, name: str, run: Run) -> Row:
        length, at_least, first, last, running = run
        return (f"@{name}", least(length, not at_least), f"@{first}", f"@{last}", *(("*",) if running else ()))

    @cached_property
    def lineages(self) -> dict[str, set[str]]:
        """What each category says it comes from."""
        keys = {row["category"] for row in self.t.entries}
        said = {row["category"]: row["lineage_from"].replace(" | ", " ").split() for row in self.t.entries}
        return {key: set(origins) & keys - {key} for key, origins in said.items()}

    def line_of(self, category: str) -> tuple[str, ...]:
        def reach(steps: Callable[[str], set[str]]) -> set[str]:
            found, waiting = set(), [category]
            while waiting:
                new = steps(waiting.pop()) - found
                found |= new
                waiting += new
            return found

        down = reach(lambda key: {heir for heir, origins in self.lineages.items() if key in origins})
        return tuple(sorted({category} | reach(lambda key: self.lineages.get(key, set())) | down))

    def reigns(self) -> list[Row]:
        special = {row["category"] for row in self.t.entries if row["special"] == "true"}
        heirs = {origin for origins in self.lineages.values() for origin in origins}
        found = []
        for category in dict.fromkeys(row["category"] for row in self.t.entries):
            award = category.split("/")[0]
            exact = self.best(award, (category,))
            if category not in special:
                found += [(name, run, category) for name, run in exact if run[0] == max(run[0] for _, run in exact)]
            line = self.line_of(category)
            if len(line) > 1 and self.lineages[category] and category not in heirs:
                alone = {(name, run[2], run[3]) for key in line for name, run in self.best(award, (key,))}
                joined = self.best(award, line)
                longest = max((run[0] for _, run in joined), default=0)
                found += [(name, run, category) for name, run in joined
                          if run[0] == longest and (name, run[2], run[3]) not in alone]  # fmt: skip
        found.sort(key=lambda row: (-row[1][0], self.order(row[0]), row[2], list(self.t.editions).index(row[1][2])))
        return cut([(f"@{category}", *self.streak(name, run)) for name, run, category in found])

    def absences(self) -> list[Row]:
        found = []
        for award in self.contests:
            line = self.lines[award]
            won: dict[str, list[str]] = defaultdict(list)
            for edition, _, names in self.titles(award=award):
                for name in names:
                    if edition in line.editions and edition not in won[name]:
                        won[name].append(edition)
            for name, held in won.items():
                gaps = [gap for pair in pairwise(held) if (gap := self.gap(line, *pair))]
                best = max(gaps, key=lambda gap: gap[0], default=None)
                if best and best[0]:
                    found.append((name, best))
        found.sort(key=lambda pair: (-pair[1][0], *self.order(pair[0]), pair[1][3]))
        return cut([
            (f"@{name}", str(n) if exact else f"<={n}", f"@{a}", f"@{b}") for name, (n, exact, a, b) in found
        ])  # fmt: skip

    def gap(self, line: Line, last: str, back: str) -> tuple[int, bool, str, str] | None:
        a, b = line.editions.index(last), line.editions.index(back)
        after = line.editions[a + 1 : b + 1]
        if any(not line.follows[id] and not line.missing[id] for id in after):
            return None
        lost = sum(line.missing[id] for id in after)
        whole = all(self.t.knows(id, "laureates") for id in after[:-1])
        return b - a - 1 + lost, whole and not lost, last, back

    def movements(self) -> list[Row]:
        rows = []
        for edition in reversed(self.t.editions):
            award = self.t.editions[edition]["award"]
            line = self.lines.get(award)
            if not line or edition not in line.editions or not line.before(edition):
                continue
            before = line.before(edition)
            here, there = (self.tally(self.titles(edition=id)) for id in (edition, before))
            if here and there:
                rows.append(self.movement(line, edition, before, set(here), set(there)))
        return rows

    def movement(self, line: Line, edition: str, before: str, here: set[str], there: set[str]) -> Row:
        order = self.t.awards[line.award]
        earlier = order[: order.index(edition)]
        old = {name for id, _, names in self.titles(award=line.award) if id in earlier for name in names}
        knows, knew = (self.t.knows(id, "laureates") for id in (edition, before))
        sure, follows = line.exact(until=edition), line.follows[edition]
        first = group(len(here - old), sure, knows)
        lost = group(len(there - here) if knows else 0, follows, knows and knew)
        if follows:
            kept = group(len(here & there), True, knows and knew)
            back: Row = (kept, group(len((here & old) - there), knew, knows and sure))
        else:
            back = (f"~>={n}" if (n := len(here & old)) else "–",)
        titles = self.titles(edition=edition)
        renewed = sum(n for _, n, names in titles if not set(names) & there)
        rate = (str(renewed), str(sum(n for _, n, _ in titles))) if follows and knows and knew else ("–",)
        return (f"@{edition}", *figure(len(here), knows), first, *back, lost, *rate)

    def makeups(self) -> list[Row]:
        """Titles of each edition by how they came about, for awards with titles in two editions, the latest columns."""
        rows = []
        for award, line in self.lines.items():
            shown: list[str] = []
            for id in self.t.awards[award]:
                lost = line.missing.get(id, 0)
                shown += [""] * (lost if lost <= 3 else 1) + [id]
            parts = {id: self.origins(line, id) for id in shown[-12:] if id}
            kinds = [kind for kind in ORIGINS if any(found[kind] for found in parts.values())]
            totals = [sum(found.values()) for found in parts.values() if any(found.values())]
            if len(totals) > 1 and (max(totals), len(kinds)) != (1, 1):
                rows += [self.makeup(id, [found[kind] for kind in kinds]) for id, found in parts.items()]
        return rows

    def makeup(self, edition: str, numbers: list[int]) -> Row:
        known = self.t.knows(edition, "laureates")
        total = (least(sum(numbers), known),) if known or any(numbers) else ()
        return (f"@{edition}", *(str(n) if n else "–" for n in numbers), *total)

    def origins(self, line: Line, edition: str) -> dict[str, int]:
        found = dict.fromkeys(ORIGINS, 0)
        for _, n, names in self.titles(edition=edition):
            kinds = {self.origin(line, edition, name) for name in names}
            found[kinds.pop() if len(kinds) == 1 else "mixed"] += n
        unnamed = [row for row in self.t.unnamed if row["edition"] == edition and row["distinction"] == "winner"]
        told = {row["category"] for row in unnamed}
        entries = [row for row in self.t.entries if row["edition"] == edition and row["outcome"] == "unknown"]
        if self.t.editions[edition]["results_coverage"] != "names-only":
            found["nameless"] = sum(row["category"] not in told for row in entries)
            found["nameless"] += sum(int(row["count"]) for row in unnamed)
        return found

    def origin(self, line: Line, edition: str, name: str) -> str:
        order, before = self.t.awards[line.award], line.before(edition)
        held = {id for id, _, names in self.titles(award=line.award) if name in names}
        if not held & set(order[: order.index(edition)]):
            return "first" if line.exact(until=edition) else "new here"
        if not line.follows[edition] or (before not in held and not self.t.knows(before, "laureates")):
            return "returning"
        return "retained" if before in held else "regained"

    def portions(self, of: Callable[[dict[str, str]], str]) -> list[Row]:
        titles: dict[str, int] = defaultdict(int)
        names: dict[str, set[str]] = defaultdict(set)
        for rows in self.t.results.values():
            won = [row for row in rows if row["title"] == "true" and row["status"] == "active"]
            for key in {of(row) for row in won}:
                titles[key] += int(won[0]["count"])
            for row in won:
                names[of(row)].add(row["laureate"])
        known = sorted((key for key in titles if key), key=lambda key: (-titles[key], folded(key), key))
        rows = [(str(titles[key]), str(len(names[key]))) for key in (*known[:20], *(key for key in titles if not key))]
        return rows + ([(str(len(known) - 20),)] if len(known) > 20 else [])

    def countries(self) -> list[Row]:
        rows = self.portions(lambda row: row["country"] or self.t.names[row["laureate"]]["country"])
        return rows if any(row["country"] for row in self.winners()) else []

    def winners(self) -> Iterator[dict[str, str]]:
        for rows in self.t.results.values():
            for row in rows:
                if row["title"] == "true" and row["status"] == "active":
                    yield {"country": row["country"] or self.t.names[row["laureate"]]["country"]}

    def kinds(self) -> list[Row]:
        rows = self.portions(lambda row: self.t.names[row["laureate"]]["kind"])
        return rows if len(rows) > 1 else []

    def without_title(self) -> list[Row]:
        won = self.tally(self.titles())
        places: dict[str, int] = defaultdict(int)
        for _, name, row in self.placed():
            if name not in won:
                places[name] += int(row["count"])
        shown, left = self.table(places, 10)
        where = self.where((edition, name) for edition, name, _ in self.placed())
        return [(f"@{name}", str(n), *where[name]) for _, name, n in shown] + ([(str(left),)] if left else [])

    def years(self) -> list[Row]:
        """Titles of each award in each year; the last number adds them up."""
        held = {award: line.editions for award, line in self.lines.items() if line.editions}
        found = {self.lines[award].year(id) for award, ids in held.items() for id in ids}
        return [self.year_row(award, list(range(min(found), max(found) + 1))[-30:]) for award in held]

    def year_row(self, award: str, years: list[int]) -> Row:
        line, titles = self.lines[award], self.titles(award=award)
        lost = line.lost_years()
        by_year = {year: [id for id in line.editions if line.year(id) == year] for year in years}
        cells = []
        for year in years:
            ids = by_year[year]
            sure = all(self.t.knows(id, "laureates") for id in ids)
            number = sum(n for id, n, _ in titles if id in ids)
            if not ids:
                cells.append("hidden" if year in lost else "apart")
            elif number:
                cells.append(f"won{least(number, sure)}")
            else:
                cells.append("placed" if any(self.t.written[id] for id in ids) else "none" if sure else "hidden")
        total = sum(n for id, n, _ in titles if id in self.t.awards[award])
        return (f"@{award}", *cells, *figure(total, line.exact()))

    def map(self) -> list[Row]:
        """Names against editions, of those with results in two editions or more."""
        won, places = self.tally(self.titles()), defaultdict(int)
        for _, name, row in self.placed():
            places[name] += int(row["count"]) if name not in won else 0
        where: dict[str, set[str]] = defaultdict(set)
        for rows in self.t.results.values():
            for row in rows:
                where[row["laureate"]].add(row["edition"])
        tables = (won, {name: n for name, n in places.items() if name not in won})
        ordered = (name for numbers in tables for _, name, _ in self.table(numbers, 10**9)[0])
        every = [name for name in ordered if len(where[name]) > 1]
        awards = {self.t.editions[id]["award"] for name in every[:40] for id in where[name]}
        columns = [id for award in self.contests if award in awards for id in self.lines[award].editions]
        if len(columns) > 30:
            return []
        return [self.map_row(name, columns) for name in every[:40]] + cut([()] * len(every), 40)[40:]

    def map_row(self, name: str, columns: list[str]) -> Row:
        cells = []
        for id in columns:
            number = sum(n for _, n, names in self.titles(edition=id) if name in names)
            here = [self.t.place(row) for where, who, row in self.placed() if (where, who) == (id, name)]
            ranks = [int(rank) for rank in here if rank]
            known = self.t.knows(id, "laureates")
            rest = f"placed{min(ranks, default='')}" if here else "none" if known else "hidden"
            cells.append(f"won{least(number, known)}" if number else rest)
        total = sum(n for _, n, names in self.titles() if name in names)
        return (f"@{name}", *sorted(cells), *figure(total, self.sure))

    def holders(self, category: str) -> list[Row]:
        """Who has a category more than once, then who held it longest, alone and by lineage."""
        award, line = category.split("/")[0], self.line_of(category)
        numbers = self.tally(self.titles(award=award, categories=(category,)))
        several, _ = self.table({name: n for name, n in numbers.items() if n > 1}, 10**9)
        exact, joined = self.best(award, (category,)), self.best(award, line) if len(line) > 1 else []
        alone = {(name, run[2], run[3]) for key in line for name, run in self.best(award, (key,))}
        rows = [(f"@{name}", str(n)) for _, name, n in several]
        for found, told in ((exact, set()), (joined, alone)):
            longest = [(name, run) for name, run in found if run[0] == max(run[0] for _, run in found)]
            rows += [self.streak(name, run) for name, run in sorted(longest, key=lambda pair: self.order(pair[0]))
                     if (name, run[2], run[3]) not in told]  # fmt: skip
        return [tuple(token for token in row if token != "*") for row in rows]

    def changes(self, edition: str) -> tuple[list[Row], list[Row], list[Row]]:
        """What changed since the edition before: categories, laureates, jury."""
        line = self.lines.get(self.t.editions[edition]["award"])
        before = line.before(edition) if line and edition in line.editions else ""
        if not line or not before:
            return [], [], []
        categories = self.changed_categories(line, edition, before)
        return categories, self.standings(line, edition, before), self.jury(edition, before)

    def changed_categories(self, line: Line, edition: str, before: str) -> list[Row]:
        rows = [row for row in self.t.entries if row["outcome"] != "cancelled" and row["special"] != "true"]
        here, there = ([row["category"] for row in rows if row["edition"] == id] for id in (edition, before))
        steps = {row["category"]: list(zip(row["lineage"].split(" | "), row["lineage_from"].split(" | "),
                 row["lineage_in"].split(" | "), strict=False)) for row in rows}  # fmt: skip
        declared: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
        for key in (key for key in here if key not in there):
            for event, origins, where in steps[key]:
                from_ = tuple(origins.split())
                if event and event != "dropped" and where in ("", edition) and (where or set(from_) & set(there)):
                    declared[event, from_ or (key,)].append(key)
                    break
        told = {key for after in declared.values() for key in after}
        gone = {origin for (_, origins), after in declared.items() for origin in origins if origin not in after}
        whole = {id: line.follows[edition] and self.whole_categories(id) for id in (edition, before)}
        found = [(f"@{key}", f"@{key}") for key in here if key in there]
        found += [(*(f"@{o}" for o in origins if event not in ("new", "revived")), *(f"@{key}" for key in after))
                  for (event, origins), after in declared.items()]  # fmt: skip
        found += [(f"@{key}",) for key in here if key not in there and key not in told and whole[before]]
        return found + [(f"@{key}",) for key in there if key not in here and key not in gone and whole[edition]]

    def whole_categories(self, edition: str) -> bool:
        loose = any(not result["category"] for result in self.t.written[edition])
        return self.t.editions[edition]["categories_coverage"] == "complete" and not loose

    def standings(self, line: Line, edition: str, before: str) -> list[Row]:
        order = self.t.awards[line.award]
        earlier = order[: order.index(edition)]
        old = {name for id, _, names in self.titles(award=line.award) if id in earlier for name in names}
        here, there = (set(self.tally(self.titles(edition=id))) for id in (edition, before))
        lost = there - here if self.t.knows(edition, "laureates") else set()
        comparable = here & old or lost or line.exact(until=edition)
        back = (here & there, (here & old) - there) if line.follows[edition] else (here & old,)
        groups = (*back, here - old, lost) if comparable else ()
        return [(str(len(names)), *(f"@{name}" for name in sorted(names, key=self.order))) for names in groups if names]

    def jury(self, edition: str, before: str) -> list[Row]:
        here, there = ({row["juror"] for row in self.t.juries if row["edition"] == id} for id in (edition, before))
        if not here or not there:
            return []
        new, *others = ([f"@{name}" for name in sorted(names, key=self.order)]
                        for names in (here - there, here & there, there - here))  # fmt: skip
        return [(str(len(new)), str(len(here)), *new), *(tuple(names) for names in others if names)]

    def seats(self) -> list[Row]:
        sat: dict[str, set[str]] = defaultdict(set)
        for row in self.t.juries:
            sat[row["juror"]].add(row["edition"])
        if not sat:
            return []
        shown, _ = self.table({name: len(where) for name, where in sat.items() if len(where) > 1}, 10)
        juries = {edition for where in sat.values() for edition in where}
        where = self.where((row["edition"], row["juror"]) for row in self.t.juries)
        return [(str(len(sat)), str(len(juries))), *((f"@{name}", str(n), *where[name]) for _, name, n in shown)]

    def league(self) -> list[Row]:
        points: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        titles: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        spans: dict[str, list[str]] = defaultdict(list)
        for edition, count, names in self.titles():
            for name in names:
                award = self.t.editions[edition]["award"]
                points[name][award] += self.scheme.get("winner", 0) * count
                titles[name][award] += count
                spans[name].append(edition)
        for edition, name, row in self.placed():
            worth = self.scheme.get(f"rank-{self.t.place(row)}", self.scheme.get(row["distinction"], 0))
            points[name][self.t.editions[edition]["award"]] += worth
        wide = {name: sum(by.values()) for name, by in points.items() if sum(n > 0 for n in by.values()) > 1}
        shown, left = self.table(wide, 20)
        paid = {name: {award for award, n in points[name].items() if n} for name in wide}
        columns = sorted({a for name in wide for a, n in titles[name].items() if n and a in paid[name]})
        rows: list[Row] = []
        for _, name, total in shown:
            long = len(titles[name]) > 1
            span = (f"@{spans[name][0]}", f"@{spans[name][-1]}") if long else ()
            cells = (str(titles[name].get(a, 0) or "–") if a in paid[name] else "–" for a in columns)
            rows.append((f"@{name}", *span, *cells, str(total)))
        return rows + ([(str(left),)] if left else [])


def folded(text: str) -> str:
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def least(number: int, exact: bool) -> str:
    return str(number) if exact or not number else f">={number}"


def figure(number: int, exact: bool) -> Row:
    """Nothing known at all is a question mark, which is no number."""
    return (least(number, exact),) if number or exact else ()


def group(number: int, certain: bool, whole: bool) -> str:
    if not number:
        return "0" if certain and whole else "–"
    return f"{'' if certain else '~'}{'' if whole else '>='}{number}"


def cut(rows: list[Row], most: int = 20) -> list[Row]:
    return rows[:most] + ([(str(len(rows) - most),)] if len(rows) > most else [])


def recompute(folder: Path, scheme: dict[str, int] | None = None) -> dict[str, list[Row]]:
    """Every section of the page of records; those without order in the tables are to be compared sorted."""
    count = Count(folder, scheme)
    return {
        "most": count.overall(),
        "years": count.years(),
        "together": count.together(),
        "awards": count.awards(),
        "families": count.families(),
        "streaks": count.streaks(),
        "reigns": count.reigns(),
        "absences": count.absences(),
        "movement": count.movements(),
        "makeup": count.makeups(),
        "countries": count.countries(),
        "kinds": count.kinds(),
        "placed": count.without_title(),
        "juries": count.seats(),
        "across": count.league(),
        "map": count.map(),
    }


if __name__ == "__main__":
    for section, rows in recompute(Path(sys.argv[1])).items():
        print(f"\n{section}", *(" ".join(row) for row in rows), sep="\n  ")

"""Whatever a table says: what an import writes loads to the same, and a second import writes nothing."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from palmarium import importing
from palmarium.build.work import silent
from palmarium.importing.cells import clean
from palmarium.importing.guessing import guessed
from palmarium.importing.mapping import parse
from palmarium.importing.tables import reading
from palmarium.importing.tables.table import Reading, Row, Table
from palmarium.model.archive import Archive, resolve
from palmarium.model.ids import slug
from palmarium.problems import Span
from palmarium.sources.load import load
from palmarium.sources.schema.words import nobody

pytestmark = pytest.mark.slow

MAPPING = """
[award]
id = "pie"
name = "{award}"
[edition]
id = "{year}"
theme = "{theme}"
hosts = {column = "hosts", split = ";"}
ceremony.city = "{city}"
[category]
id = "{category}"
[result]
laureate = {column = "name", split = ";"}
rank = "{rank}"
citation = "{citation}"
for = "{work}"
note = "{note}"
role = "{role}"
org = "{org}"
"""
COLUMNS = (
    *("award", "year", "theme", "hosts", "city", "category", "name", "rank", "citation", "work", "note", "role", "org"),
)
HOSTILE = (
    *("no", "yes", "null", "~", "1e3", "2011-10", "2011-10-03", "0x1F", "12:30", "on", "- x", "-", "--- x", "...", "?"),
    *("? a", ": a", "a: b", "a:", "a #b", "#b", "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a", "'a'", '"a"'),
    *("a'b", 'a"b', "[a]", "{a}", "{a: b}", "a, b", "a]", "}", "\\n", "\\", "Ann & Bo", "l’été", "«Pain»", "🥧 pie"),
    *("עוגה", "‏עוגה‎", "کیک", "الكعك", "梅干し", "unknown", "cancelled", "<<", "=", "1/2", "true", ".5", "+1", "_", "e"),
    *("Ω", "a\tb", "a  b", "a\nb", "a\u00a0b", "é", "ﬁ", "𝕏", "x" * 130, "a b, " * 30, "[[a]]", "{{a}}", "<b>"),
)
letters = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"))
texts = st.one_of(st.sampled_from(HOSTILE), st.text(letters, max_size=9))
filled = texts.filter(lambda text: bool(clean(text)))
names = filled.filter(lambda text: ";" not in text and not nobody(clean(text)))
rows = st.lists(
    st.fixed_dictionaries(
        {
            "award": st.just("Pie"),
            "year": st.sampled_from(("2001", "2002", "2003/04", "Pie of 2005: no")),
            "category": st.one_of(st.sampled_from(("Best", "no", "1e3", "Best: a, b", "梅")), filled),
            "name": st.lists(names, min_size=1, max_size=3, unique_by=clean).map(";".join),
            "rank": st.sampled_from(("", "1", "2")),
            **dict.fromkeys(("theme", "hosts", "city", "citation", "work", "note", "role", "org"), texts),
        }
    ),
    min_size=1,
    max_size=6,
)


def table(said: list[dict[str, str]]) -> Table:
    cells = (tuple(each[key] for key in COLUMNS) for each in said)
    return Table(COLUMNS, tuple(Row(Span("t.csv", at), row) for at, row in enumerate(cells, 2)))


def brought(said: list[dict[str, str]], site: Mapping[str, bytes]) -> importing.Import:
    how, problems = parse("t.toml", MAPPING.encode())
    assert how is not None
    assert problems == ()
    return importing.bring_table(how, table(said), {}, site, False, silent)


def archive(files: Mapping[str, bytes]) -> Archive:
    records = []
    for path, data in files.items():
        record, problems = load(path, data, "en")
        assert [problem.message for problem in problems if problem.level == "error"] == []
        assert record is not None
        records.append(record)
    return resolve(records, slug)[0]


def facts(each: dict[str, str]) -> Any:
    """What a row says of its result."""
    people = tuple(name for text in each["name"].split(";") if (name := clean(text)))
    values = tuple(clean(each[key]) for key in ("citation", "work", "note", "role", "org"))
    return slug(clean(each["year"])), people, each["rank"], values


def read(resolved: Archive) -> Counter[Any]:
    """What the files say of each result."""
    found: Counter[Any] = Counter()
    for result in resolved.results:
        people = tuple(resolved.name(holder.name).name for holder in result.holders)
        posts = {
            (post.role, resolved.name(post.org).name if post.org else "")
            for holder in result.holders
            for post in holder.posts
        }
        (post,) = posts or {("", "")}
        work = result.works[0].title if result.works else ""
        values = (result.citation, work, result.note, *post)
        found[result.edition.split("/")[1], people, str(result.rank or ""), values] += 1
    return found


@given(rows)
def test_what_an_import_writes_loads_to_what_the_table_says(said: list[dict[str, str]]) -> None:
    made = brought(said, {})
    errors = [problem for problem in made.problems if problem.level == "error"]
    assert errors == []
    # A row that says the same as another adds nothing.
    landed = {(facts(each), clean(each["category"])) for each in said}
    assert read(archive(made.files)) == Counter(fact for fact, _ in landed)


@given(rows)
def test_a_second_import_writes_nothing(said: list[dict[str, str]]) -> None:
    made = brought(said, {})
    again = brought(said, made.files)
    assert again.files == {}
    assert [problem.message for problem in again.problems if problem.code == "import-differs"] == []


@settings(max_examples=30)
@given(rows, rows)
def test_another_table_only_adds(first: list[dict[str, str]], second: list[dict[str, str]]) -> None:
    before = brought(first, {}).files
    made = brought(second, before)
    assume(not any(problem.level == "error" for problem in made.problems))
    after = {**before, **made.files}
    lost = read(archive(before)) - read(archive(after))
    told = " ".join(problem.message for problem in made.problems)
    assert not lost or "differs" in told or all(_grew(each, read(archive(after))) for each in lost)
    assert brought(second, after).files == {}
    assert brought(first, after).files == {}


def _grew(fact: Any, after: Counter[Any]) -> bool:
    """Whether a result is still there, with more said of it."""
    edition, people, rank, values = fact
    return any(
        edition == other[0]
        and set(people) <= set(other[1])
        and rank in ("", other[2])
        and all(mine in ("", theirs) for mine, theirs in zip(values, other[3], strict=True))
        for other in after
    )


@st.composite
def styles(draw: st.DrawFn) -> Any:
    """Another way to write the same file: blocks or brackets, comments, line ends."""
    flow = draw(st.sampled_from((True, False, None)))
    indented = draw(st.booleans())
    end = draw(st.sampled_from(("\n", "\r\n")))
    places = draw(st.sets(st.integers(0, 30), max_size=4))

    def restyled(text: str) -> str:
        dumper = _Indented if indented else yaml.SafeDumper
        said = yaml.dump(
            yaml.safe_load(text),
            Dumper=dumper,
            default_flow_style=flow,
            allow_unicode=True,
            width=10**6,
            sort_keys=False,
        )
        commented = places if flow is False else ()
        lines = [f"# kept {at}\n{line}" if at in commented else line for at, line in enumerate(said.split("\n"))]
        return "\n".join(lines).replace("\n", end)

    return restyled


class _Indented(yaml.SafeDumper):
    """Lists indented below their key, as many editors write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


@settings(max_examples=30)
@given(rows, rows, styles())
def test_files_in_any_style_are_only_added_to(
    first: list[dict[str, str]], second: list[dict[str, str]], style: Callable[[str], str]
) -> None:
    files = {
        path: style(data.decode()).encode() if path.startswith("editions/") else data
        for path, data in brought(first, {}).files.items()
    }
    assert brought(first, files).files == {}
    made = brought(second, files)
    assume(not any(problem.level == "error" for problem in made.problems))
    after = {**files, **made.files}
    grown = read(archive(after))
    told = any(problem.code == "import-differs" for problem in made.problems)
    assert all(fact in grown or _grew(fact, grown) for fact in read(archive(files)))
    assert told or all(fact in grown or _grew(fact, grown) for fact in map(facts, second))
    for path, data in files.items():
        assert _comments(data) == _comments(after[path])
        assert after[path].count(b"\r\n") == (after[path].count(b"\n") if b"\r\n" in data else 0)
    assert brought(second, after).files == {}


def _comments(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if line.lstrip().startswith(b"# kept")]


# Nothing unread: whatever a table and a mapping are, each cell is in a file, or named with its row.

TARGETS = {
    "edition": ("theme", "hosts", "ceremony.city", "ceremony.venue", "jury", "method.provider", "note"),
    "category": ("description", "partner", "note"),
    "entry": ("note", "partner", "criteria"),
    "result": ("citation", "for", "note", "role", "org", "represented_by", "score", "country", "credited_as"),
    "name": ("description", "city", "aliases", "disambiguation"),
}
WORDS = {
    "rank": ("1", "2", "T3", "5th", "2.0", "DQ", "", ""),
    "distinction": ("Winner", "nominee", "Finalist", "runner", "", ""),
    "status": ("active", "Revoked", "stripped", "", "", ""),
    "track": ("jury", "public", "", ""),
    "posthumous": ("TRUE", "No", "x", "", ""),
}
STATES = """
[[not_awarded]]
when = {column = "name", is = "NONE"}
[[unknown]]
when = {column = "name", is = "?"}
"""


@st.composite
def mapped(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A mapping, and the columns of its table: some are taken, one never is."""
    sections = {"award": ['id = "pie"'], "edition": ['id = "{year}"'], "category": ['id = "{category}"'], "entry": []}
    sections |= {"result": ['laureate = {column = "name", split = ";"}'], "name": []}
    columns = ["year", "category", "name", "idle"]
    for section, keys in TARGETS.items():
        for key in draw(st.sets(st.sampled_from(keys), max_size=3)):
            column = f"{section}.{key}"
            columns.append(column)
            sections[section].append(f'{key} = "{{{column}}}"')
    for key in draw(st.sets(st.sampled_from(tuple(WORDS)))):
        columns.append(key)
        sections["result"].append(f'{key} = "{{{key}}}"')
    sections["result"] += draw(st.sampled_from(([], ["joint = false"], ['group = "{group}"'])))
    columns.append("group")
    if draw(st.booleans()):
        columns += ["edition.juror", "edition.seat"]
        sections["edition"].append('speakers = {name = "{edition.juror}", as = "{edition.seat}"}')
    if draw(st.booleans()):
        columns.append("id")
        sections["name"] += ['identity = {column = "id", split = ";"}', 'authority = "guild"']
    written = "".join("\n".join((f"[{name}]", *lines, "")) for name, lines in sections.items() if lines)
    return written + draw(st.sampled_from(("", STATES))), tuple(columns)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, Table]:
    """A mapping and a table whose texts are all different, but for a few names that come again."""
    mapping, columns = draw(mapped())
    rows = []
    for at in range(draw(st.integers(1, 6))):
        cells = {name: draw(st.sampled_from(("", f"t{at}{name.replace('.', '')}"))) for name in columns if "." in name}
        cells |= {name: draw(st.sampled_from(said)) for name, said in WORDS.items()}
        cells["idle"] = f"t{at}idle"
        cells["group"] = draw(st.sampled_from(("", "a", "b")))
        cells["edition.juror"] = draw(st.sampled_from(("", "Di", f"t{at}juror")))
        cells["year"] = draw(st.sampled_from(("2001", "2002")))
        cells["category"] = draw(st.sampled_from(("Best", "Tart")))
        called = (f"t{at}name", "Ann", "Ann;Bo", f"t{at}one;t{at}two", "NONE", "NONE;Bo", "?", "")
        cells["name"] = draw(st.sampled_from(called))
        cells["id"] = draw(st.sampled_from(("", "7", "8", "7;8")))
        rows.append(Row(Span("t.csv", at + 2), tuple(cells[name] for name in columns)))
    return mapping, Table(columns, tuple(rows))


def imported(mapping: str, said: Table, site: Mapping[str, bytes]) -> importing.Import:
    how, problems = parse("t.toml", mapping.encode())
    assert how is not None
    assert problems == ()
    return importing.bring_table(how, said, {}, site, False, silent)


def untold(said: Table, made: importing.Import, files: Mapping[str, bytes]) -> list[str]:
    """Texts that are in no file, in a row that did land whole, and in no message."""
    written = b"".join(files.values()).decode()
    told = "\n".join((*made.report, *(problem.message for problem in made.problems)))
    lost = {each.span for each in made.problems if each.code in ("row-not-landed", "said-twice", "contradiction")}
    idle = " ".join(line for line in made.report if line.startswith(("columns not taken: ", "disambiguation: ")))
    found = []
    for row in said.rows:
        for name, cell in zip(said.columns, row.cells, strict=True):
            for text in str(cell).split(";"):
                is_own = text.startswith("t") and row.span not in lost and name.removeprefix("name.") not in idle
                found += [text] if is_own and text not in written and text not in told else []
    return found


def titles(files: Mapping[str, bytes]) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for result in archive(files).results:
        if result.is_title:
            found.update((result.edition, result.category, holder.name.text) for holder in result.holders)
    return found


@settings(max_examples=40)
@given(tables())
def test_every_cell_is_in_a_file_or_named(said: tuple[str, Table]) -> None:
    mapping, table = said
    made = imported(mapping, table, {})
    assert untold(table, made, made.files) == []
    assert "idle" in "".join(made.report)
    # Two names may be given one alias, or one line a winner and another nobody: nothing is written then.
    assume(not any(problem.level == "error" for problem in made.problems))
    again = imported(mapping, table, made.files)
    assert again.files == {}
    assert [problem.message for problem in again.problems if problem.code == "import-differs"] == []


@settings(max_examples=25)
@given(tables(), tables())
def test_a_second_table_loses_nothing_of_the_first(first: tuple[str, Table], second: tuple[str, Table]) -> None:
    before = imported(*first, {})
    assume(not any(problem.level == "error" for problem in before.problems))
    made = imported(*second, before.files)
    assume(not any(problem.level == "error" for problem in made.problems))
    after = {**before.files, **made.files}
    assert untold(second[1], made, after) == []
    assert untold(first[1], before, after) == []
    # Two names that were one are two now: a title is then called by the id of who has it.
    assert titles(before.files).total() <= titles(after).total()
    assert imported(*second, after).files == {}
    assert imported(*first, after).files == {}


HEADINGS = (
    *("Year", "Prize", "Winner", "Chair", "Best Jam", "Public Prize", "Special Award", "2020", "2021", "2020 Winner"),
    *("Gold", "Silver", "Result", "Country", "Points", "First name", "Surname", "Gold country", "a{b}", 'the "Lid"'),
    *(
        "Purse (EUR)",
        "Category",
        "Name",
        "Jury",
        "Date",
        "Lieu",
        "Prix du public",
        "Best Pie Winner",
        "Best Pie Second",
    ),
)
CELLS = (
    *(
        "",
        "",
        "2",
        "17",
        "Ann Crumb",
        "Bo Rye",
        "Cy Dough; Di Ash",
        "Ovens & Sons",
        "2019",
        "2020",
        "2021/22",
        "Best Pie",
    ),
    *(
        "Total",
        "Cups presented",
        "—",
        "no award",
        "Won",
        "Nominated",
        "1st",
        "yes",
        "no",
        "3/4/2020",
        "CRUMB, Ann",
        "{x}",
    ),
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=6, unique=True).flatmap(
        lambda names: st.tuples(
            st.just(tuple(names)),
            st.lists(st.tuples(*(st.sampled_from(CELLS) for _ in names)), min_size=1, max_size=5),
            st.tuples(*(st.sampled_from(("", "2", "Total")) for _ in names)),
        )
    )
)
def test_a_guessed_mapping_is_accepted_with_its_table(
    said: tuple[tuple[str, ...], list[tuple[str, ...]], tuple[str, ...]],
) -> None:
    lines = "\n".join("\t".join(cells) for cells in (said[0], *said[1], said[2]))
    data = f"{lines}\n".encode()
    read_as, _ = reading.read_table("t.tsv", data, {}, Reading())
    assume(read_as is not None)
    assert read_as is not None
    text = guessed(read_as, "t.tsv").text
    made = importing.bring(importing.Given("t.tsv", data, "t.toml", text.encode(), {}), {}, False, silent)
    # What the guess leaves to the editor, such as the column of the names, it says by itself.
    wrong = [each for each in made.problems if each.span.path == "t.toml" and each.code != "missing-key"]
    assert [each.message for each in wrong if each.level == "error"] == []

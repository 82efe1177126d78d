"""Whatever a table says: what an import writes loads to the same, and a second import writes nothing."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from palmarium import imports
from palmarium.archive import Archive, resolve
from palmarium.imports.cells import clean
from palmarium.imports.mapfile import parse
from palmarium.load import load
from palmarium.problems import Span
from palmarium.progress import silent
from palmarium.table import Row, Table
from palmarium.urls import slug

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
names = filled.filter(lambda text: ";" not in text)
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


def brought(said: list[dict[str, str]], site: Mapping[str, bytes]) -> imports.Import:
    how, problems = parse("t.toml", MAPPING.encode())
    assert how is not None
    assert problems == ()
    return imports.bring_table(how, table(said), {}, site, False, silent)


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
        said = yaml.dump(yaml.safe_load(text), Dumper=dumper, default_flow_style=flow, allow_unicode=True,
                         width=10**6, sort_keys=False)
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

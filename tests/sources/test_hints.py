"""What a hint proposes is not what was typed, and is read where it is pasted."""

import re
from collections.abc import Iterator

import pytest

from palmarium.sources import yaml
from palmarium.sources.load import load
from palmarium.sources.schema.outline import FILES, FormKey, forms
from palmarium.sources.schema.reading import read
from palmarium.sources.schema.written import Written

SHAPES = (
    "Ann Crust",
    "keeper",
    "12",
    "2014-06-30",
    "mars à mai",
    "environ 300",
    "aucun",
    "https://pie.example/a",
    "[Ann Crust]",
    "[Ann Crust, Ben Crumb]",
    "[keeper, baker]",
    "[2014-03, 2014-05]",
    "[[Ann Crust, keeper]]",
    "[title: X]",
    "{Ann Crust: keeper}",
    "{keeper: Ann Crust}",
    "{entries: 2014-06-30, votes: 2014-07-01}",
    "{jury: 60, visitors: 40}",
    "{demi: {note: x}}",
    "{Ann Crust, Ben Crumb}",
    "{keeper}",
)
KEYS = [(path, key) for path, form in FILES.items() for key in forms(form)[0].keys]
LINE = re.compile(r"write `([^`]*)`")
GUESS = re.compile(r'did you mean "([^"]*)"')


def told(form: type[Written], lines: dict[str, str], key: str) -> list[str]:
    """Hints of what is wrong in or below the line of a key."""
    text = "".join(f"{each}: {value}\n" for each, value in lines.items())
    node, unread = yaml.parse("editions/pie/2014.yaml", text)
    assert node, (text, unread)
    line = 1 + list(lines).index(key)
    _, wrong = read(form, node, "editions/pie/2014.yaml")
    return [problem.hint for problem in (*unread, *wrong) if problem.span.line == line]


def needed(form: type[Written]) -> dict[str, str]:
    return {key.name: "work" if key.name == "kind" else "X" for key in forms(form)[0].keys if key.required}


@pytest.mark.parametrize(("path", "key"), KEYS, ids=[f"{path.split('/')[-1]}-{key.name}" for path, key in KEYS])
def test_what_is_proposed_in_place_of_another_shape_is_read(path: str, key: FormKey) -> None:
    form = FILES[path]
    for shape in SHAPES:
        for hint in told(form, {**needed(form), key.name: shape}, key.name):
            line = LINE.search(hint)
            name, colon, value = line[1].partition(": ") if line else ("", "", "")
            if not colon or name != key.name:
                continue
            assert value != shape, hint
            if "…" not in value and "<" not in value:
                assert told(form, {**needed(form), key.name: value}, key.name) == [], f"{key.name}: {shape} → {hint}"


def below(form: type[Written]) -> Iterator[str]:
    yield from (key.name for each in forms(form) for key in (*each.keys, *each.also))


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES)
def test_a_key_that_is_right_elsewhere_is_never_proposed_for_itself(path: str) -> None:
    form = FILES[path]
    own = {key.name for key in forms(form)[0].keys}
    elsewhere = {key for other in FILES.values() for key in below(other)} - own
    for key in sorted(elsewhere):
        for hint in told(form, {**needed(form), key: "tok"}, key):
            guess = GUESS.search(hint)
            assert not guess or (guess[1] != key and guess[1] in own), f"{key}: {hint}"
            line = LINE.search(hint)
            name, colon, value = line[1].partition(": ") if line else ("", "", "")
            if colon and name in own and "…" not in value and "<" not in value:
                hints = told(form, {**needed(form), name: value}, name)
                # The value may be wrong for its key; the key is at home there.
                assert not [again for again in hints if "known are" in again or "belongs" in again], f"{key}: {hint}"


@pytest.mark.parametrize(
    ("path", "text", "meant"),
    [
        ("editions/<award>/<edition>.yaml", "city: Brest", "write `ceremony: {city: Brest}`"),
        ("editions/<award>/<edition>.yaml", "laureate: A", "write `results: {<category>: {laureate: A}}`"),
        ("editions/<award>/<edition>.yaml", "winner: A", "write `results: {<category>: {laureate: A}}`"),
        ("content/articles/<slug>.md", "laureate: A", "it belongs into editions/<award>/<edition>.yaml"),
        ("editions/<award>/award.yaml", "jury: A", "it is a key of editions/<award>/<edition>.yaml"),
        (
            "content/articles/<slug>.md",
            "disputed: true",
            "write `claims: [{says: …, count: …, is: …, disputed: true}]`",
        ),
    ],
)
def test_a_key_that_is_right_elsewhere_says_where(path: str, text: str, meant: str) -> None:
    key, _, value = text.partition(": ")
    [hint] = told(FILES[path], {**needed(FILES[path]), key: value}, key)
    assert meant in hint


def test_what_is_there_already_stands_beside_a_key_that_moves() -> None:
    form = FILES["editions/<award>/<edition>.yaml"]
    assert told(form, {"ceremony": "2014-10-06", "city": "Brest"}, "city") == [
        "it belongs inside `ceremony`: write `ceremony: {date: 2014-10-06, city: Brest}`"
    ]


def test_a_key_that_is_missing_is_hidden_by_the_one_that_was_mistyped() -> None:
    node, _ = yaml.parse("content/pages/a.md", "titre: X\n")
    _, problems = read(FILES["content/pages/<path>.md"], node, "content/pages/a.md")
    missing, mistyped = sorted(problems, key=lambda problem: problem.code)
    assert set(missing.needs) <= set(mistyped.hides)
    assert mistyped.hint == 'did you mean "title"?'


@pytest.mark.parametrize(
    ("shape", "meant"),
    [
        ("deadlines: {entries: 2014-06-30}", "write `deadlines: [{what: entries, date: 2014-06-30}]`"),
        ("deadlines: 30 June 2014", "write `deadlines: [{what: …, date: 2014-06-30}]`"),
        ("figures: {q: {title: Why}}", "write `figures: [{id: q, title: Why}]`"),
        ("figures: [Why not]", "write `{id: why-not, title: Why not}`"),
        ("attendance: {seats: 300}", "write `attendance: [{value: 300, what: seats}]`"),
        ("attendance: plus de 300 inscrits", "write `attendance: [{value: 300, qualifier: plus de, what: inscrits}]`"),
        ("jury: {présidente: Ann Crust}", "write `jury: [{name: Ann Crust, role: présidente}]`"),
        ("claims: {laureates: 3}", "write `claims: [{says: 3 laureates, count: laureates, is: 3}]`"),
        ("disputes: {ordinal: 4}", "write `disputes: [{field: ordinal, value: 4}]`"),
        ("period: mars à mai", "write `period: {from: 2014-03, until: 2014-05}`"),
        ("period: au printemps", "write `period: {note: au printemps}`"),
        ("method: [jury, oral]", "write `method: {how: [jury, oral]}`"),
        ("ceremony: [2014-10-06, Brest]", "write `ceremony: {date: 2014-10-06, city: Brest}`"),
        ("ceremony: Brest", "write `ceremony: {city: Brest}`"),
        ("coverage: {complete}", "write `coverage: complete`"),
        ("results: none", "delete this line, and write `coverage: complete` where nobody got anything, "),
        ("results: unknown", "delete this line, and write `coverage: none`"),
        ("results: Ann Crust", "write `results: {unknown: Ann Crust}`, or the id of its category in place of"),
        ("theme: []", "write a text, or delete it"),
        ("formerly: {Pie Ltd: 2012}", "write `formerly: [pie-ltd]`"),
        ("cited: s1", "write `cited: {<field>: s1}`"),
        ("sources: https://pie.example/a", 'write `sources: {s1: {title: …, url: "https://pie.example/a"}}`'),
    ],
)
def test_another_shape_is_told_with_the_line_made_of_what_was_typed(shape: str, meant: str) -> None:
    key, _, value = shape.partition(": ")
    [hint] = told(FILES["editions/<award>/<edition>.yaml"], {key: value}, key)
    assert hint.startswith(meant)


def test_a_list_too_long_for_a_line_is_shown_item_by_item() -> None:
    days = ", ".join(f"the long name of a day number {day}: 2014-06-0{day}" for day in range(1, 7))
    [hint] = told(FILES["editions/<award>/<edition>.yaml"], {"deadlines": f"{{{days}}}"}, "deadlines")
    assert hint.startswith(
        "write below `deadlines:` each on a line of its own: `- {what: the long name of a day number 1"
    )
    assert hint.endswith(", and the others in the same way")


@pytest.mark.parametrize(
    ("path", "text", "meant"),
    [
        ("content/articles/<slug>.md", "picture: [a.jpg, A pie]", "write `picture: {src: a.jpg, alt: A pie}`"),
        ("content/articles/<slug>.md", "tags: {pies, ovens}", "write `tags: [pies, ovens]`"),
        ("content/articles/<slug>.md", "author: {name: Ann Crust, role: baker}", "write `author: [Ann Crust]`"),
        ("content/articles/<slug>.md", "kind: [report, brief]", "write `kind: report`"),
        (
            "content/articles/<slug>.md",
            "about: [pie/2014, Ann Crust]",
            "write `about: {editions: [pie/2014], names: [Ann Crust]}`",
        ),
        (
            "content/articles/<slug>.md",
            "about: pie/2014, Ann Crust",
            "write `about: {editions: [pie/2014], names: [Ann Crust]}`",
        ),
        ("content/articles/<slug>.md", "about: {edition: pie/2014}", 'did you mean "editions"?'),
        ("editions/<award>/<edition>.yaml", "coverage: {category: none}", 'did you mean "categories"?'),
        ("content/articles/<slug>.md", "comments: {Ann: Bravo}", "write `comments: [{text: Bravo, author: Ann}]`"),
        ("content/names/<id>.md", "names: {Ann Flour: 2012}", "write `names: [{name: Ann Flour, until: 2012}]`"),
        ("content/names/<id>.md", "succeeds: {Ann Flour: 2014}", "write `succeeds: [Ann Flour]`"),
        ("content/names/<id>.md", "identifiers: viaf 123", "write `identifiers: {viaf: 123}`"),
        ("content/names/<id>.md", "born: 1970-1980", "write 1970"),
        ("editions/<award>/award.yaml", "sisters: {Spain: Pastel}", 'write `sisters: ["Spain: Pastel"]`'),
        (
            "editions/<award>/award.yaml",
            "categories: {a: {name: A, lineage: fusion}}",
            "write `lineage: [{event: merged}]`",
        ),
    ],
)
def test_in_other_files_too(path: str, text: str, meant: str) -> None:
    key, _, value = text.partition(": ")
    [hint] = told(FILES[path], {**needed(FILES[path]), key: value}, key)
    assert hint.startswith(meant)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ordinal: l2", "write 12"),
        ("ordinal: 1O", "write 10"),
        ("attendance: 3OO", "write 300"),
        ("attendance: {value: 1 2OO}", "write 1200"),
        ("ceremony: 2o14-O6-l2", "write 2014-06-12"),
        ("ceremony: 2O14", "write 2014"),
        ("results: {pie: {laureate: A, money: {amount: 3, per: head}}}", "write person"),
        ("results: {pie: {laureate: A, prize_money: 3}}", 'did you mean "money"?'),
        ("ceremony: {date: 2014, ceremony-city: Brest}", 'did you mean "city"?'),
        ("sources: {s1: {title: A, date: 2014, url: 'htps://a.example/b'}}", "write https://a.example/b"),
        ("sources: {s1: {title: A, date: 2014, url: 'http;//a.example'}}", "write https://a.example"),
        ("sources: {s1: {title: A, date: 2014, url: 'htttp//a.example'}}", "write https://a.example"),
    ],
)
def test_a_slip_of_the_keys_is_told_as_it_should_stand(text: str, hint: str) -> None:
    _, problems = load("editions/pie/2014.yaml", text.encode(), "en")
    assert [problem.hint for problem in problems] == [hint]


@pytest.mark.parametrize(
    ("path", "key", "meant"),
    [
        ("content/names/<id>.md", "founded", "born"),
        ("content/names/<id>.md", "established", "born"),
        ("content/names/<id>.md", "opened", "born"),
        ("content/names/<id>.md", "dob", "born"),
        ("content/names/<id>.md", "birth_date", "born"),
        ("content/names/<id>.md", "fondée", "born"),
        ("content/names/<id>.md", "ended", "died"),
        ("content/names/<id>.md", "closed", "died"),
        ("content/names/<id>.md", "dissolved", "died"),
        ("editions/<award>/award.yaml", "born", "founded"),
        ("editions/<award>/award.yaml", "established", "founded"),
        ("editions/<award>/award.yaml", "died", "ended"),
        ("editions/<award>/award.yaml", "discontinued", "ended"),
    ],
)
def test_a_beginning_and_an_end_have_a_key_of_their_own_in_each_file(path: str, key: str, meant: str) -> None:
    form = FILES[path]
    assert told(form, {**needed(form), key: "1903"}, key) == [f'did you mean "{meant}"?']

import pytest

from palmarium.model import Kind, Ref
from palmarium.model.archive import Archive
from palmarium.problems import Level, Span, folded
from tests.resolved import AWARD, lines, resolved, told

NAME = "-- content/names/{}.md --\n---\nname: {}\nkind: {}\n{}\n---\n"


def name(id: str, written: str, kind: str = "person", more: str = "") -> str:
    return NAME.format(id, written, kind, more)


def edition(text: str, id: int = 2011) -> str:
    return f"-- editions/palmes/{id}.yaml --\n{text}\n"


def archive(text: str) -> Archive:
    found, problems = resolved(AWARD + text)
    assert lines(problems) == []
    return found


def id_of(found: Archive, text: str) -> str:
    return found.name(Ref(text, Span(""))).id


def test_a_bare_name_is_registered_where_it_is_first_used() -> None:
    found = archive(edition("results: {voix: Leroy Merlin}"))
    bare = found.names["leroy-merlin"]
    assert (bare.name, bare.kind, bare.registered) == ("Leroy Merlin", Kind.ORGANISATION, False)
    assert bare.span == Span("editions/palmes/2011.yaml", 1, 17)


def test_the_same_written_name_is_the_same_name_everywhere() -> None:
    found = archive(edition("results: {voix: Ann Lee}\nhosts: Ann Lee") + edition("jury: Ann Lee", 2010))
    assert list(found.names) == ["ann-lee"]
    assert found.names["ann-lee"].kind is Kind.PERSON


def test_an_alias_a_former_name_and_the_id_mean_the_registered_name() -> None:
    more = "aliases: [LM]\nnames: [{name: Au Stock Américain, until: 1960}]"
    written = name("leroy-merlin", "Leroy Merlin", "organisation", more)
    found = archive(written + edition("results: {voix: [LM, Au Stock Américain, leroy-merlin, Leroy Merlin]}"))
    assert list(found.names) == ["leroy-merlin"]
    assert len(found.results_of["leroy-merlin"]) == 4


def test_two_of_one_name_need_two_ids_and_a_disambiguation() -> None:
    two = name("jean-martin-1", "Jean Martin") + name("jean-martin-2", "Jean Martin")
    assert told(AWARD + two) == [
        'content/names/jean-martin-2.md:2:1: "Jean Martin" is also a name of jean-martin-1'
        " (content/names/jean-martin-1.md)  [undeclared-namesake]"
    ]


@pytest.mark.parametrize("copy", ["jean-martin-2", "jean-martin-copie"])
def test_the_copy_of_a_file_is_to_be_deleted(copy: str) -> None:
    _, [problem] = resolved(AWARD + name("jean-martin", "Jean Martin") + name(copy, "Jean Martin"))
    assert problem.hint.startswith(f"delete content/names/{copy}.md if it is a copy; if not, give both ")


DECLARED = name("jean-martin-1", "Jean Martin", more="disambiguation: le juré") + name(
    "jean-martin-2", "Jean Martin", more="disambiguation: le lauréat"
)


def test_a_namesake_is_meant_by_id() -> None:
    found = archive(DECLARED + edition("results: {voix: jean-martin-2}\njury: jean-martin-1"))
    assert [holder.id for holder in found.holders(found.results[0])] == ["jean-martin-2"]
    assert [mention.how for mention in found.mentions_of["jean-martin-1"]] == ["juror"]


def test_a_namesake_meant_by_name_is_told_with_the_ids() -> None:
    _, [problem] = resolved(AWARD + DECLARED + edition("results: {voix: Jean Martin}"))
    assert lines([problem]) == [
        'editions/palmes/2011.yaml:1:17: "Jean Martin" is the name of several: jean-martin-1, jean-martin-2'
        "  [ambiguous-name]"
    ]
    assert problem.hint == "write an id, such as `jean-martin-1`"


def test_two_spellings_that_would_share_an_id_are_told() -> None:
    _, [problem] = resolved(AWARD + edition("results:\n  voix: Leroy Merlin\n  innovation: Leroy-Merlin"))
    assert lines([problem]) == [
        'editions/palmes/2011.yaml:3:15: "Leroy-Merlin" would share the id "leroy-merlin" with "Leroy Merlin"'
        " (editions/palmes/2011.yaml:2)  [id-collision]"
    ]
    assert problem.hint == (
        'write one spelling, or content/names/leroy-merlin.md with `name: Leroy Merlin` and `aliases: ["Leroy-Merlin"]`'
    )


@pytest.mark.parametrize("odd", ["Ann Crust †", "*Ann Crust*", "[[Ann Crust]]", "Ann Crust."])
def test_of_two_spellings_the_one_with_a_sign_too_many_is_told_wherever_it_stands(odd: str) -> None:
    for first, second, line in ((odd, "Ann Crust", 2), ("Ann Crust", odd, 3)):
        [problem] = folded(resolved(AWARD + edition(f'results:\n  voix: "{first}"\n  innovation: "{second}"'))[1])
        assert (problem.span.line, problem.hint) == (line, "write Ann Crust")
        assert problem.message.startswith(f'"{odd}" would share the id "ann-crust" with "Ann Crust"')


def test_a_spelling_beside_a_registered_name_is_told() -> None:
    written = name("leroy-merlin", "Leroy Merlin", "organisation")
    _, [problem] = resolved(AWARD + written + edition("results: {voix: LEROY MERLIN}"))
    assert problem.message == (
        '"LEROY MERLIN" would share the id "leroy-merlin" with "Leroy Merlin" (content/names/leroy-merlin.md:2)'
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("results: {voix: X}", Kind.ORGANISATION),
        ("results: {voix: {laureate: X, role: chef}}", Kind.PERSON),
        ("results: {voix: {laureate: X, kind: work}}", Kind.WORK),
        ("results: {voix: {laureate: A, represented_by: X}}", Kind.PERSON),
        ("results: {voix: {laureate: A, org: X}}", Kind.ORGANISATION),
        ("jury: X", Kind.PERSON),
        ("partners: X", Kind.ORGANISATION),
    ],
)
def test_the_kind_of_a_bare_name_follows_from_its_use(text: str, kind: Kind) -> None:
    assert archive(edition(text)).names["x"].kind is kind


FILM = """\
-- editions/film/award.yaml --
name: Film
categories:
  best: {name: Best Film, honours: work}
  actor: {name: Best Actor, honours: person}
  crew: {name: Best Crew, honours: team}
  firm: Best Firm
-- editions/film/2019.yaml --
ordinal: 1
"""


@pytest.mark.parametrize(
    ("results", "kind"),
    [
        ("{best: X}", Kind.WORK),
        ("{actor: [{laureate: X, distinction: nominee}]}", Kind.PERSON),
        ("{crew: [{laureate: [X, Y]}]}", Kind.TEAM),
        ("{firm: X}", Kind.ORGANISATION),
        ("{unknown: X}", Kind.ORGANISATION),
        # What is said of the name itself goes before what the category honours, wherever it stands.
        ("{best: {laureate: X, kind: team}}", Kind.TEAM),
        ("{best: {laureate: X, role: director}}", Kind.PERSON),
        ("{best: X, actor: {laureate: A, org: X}}", Kind.ORGANISATION),
        ("{firm: X, best: X}", Kind.WORK),
    ],
)
def test_the_kind_of_a_bare_laureate_is_what_its_category_honours(results: str, kind: Kind) -> None:
    found, problems = resolved(f"{FILM}results: {results}\n")
    assert (found.names["x"].kind, problems) == (kind, ())


def test_a_name_that_categories_honour_as_two_things_is_told() -> None:
    _, [problem] = resolved(FILM + "results: {best: X, actor: X}\n")
    assert lines([problem]) == [
        'editions/film/2019.yaml:2:27: "X" is used as a person here and as a work in '
        "editions/film/2019.yaml:2  [unclear-kind]"
    ]
    assert problem.hint == "write content/names/<id>.md with `name: X` and its `kind`"


def test_two_laureates_that_were_exchanged_are_told_once_with_what_to_write() -> None:
    head = "-- editions/film/2019.yaml --\n"
    before = FILM.replace(head, f"-- editions/film/2018.yaml --\nresults: {{best: X, actor: Y}}\n{head}")
    _, [problem] = resolved(f"{before}results:\n  best: Y\n  actor: X\n")
    assert lines([problem]) == [
        'editions/film/2019.yaml:4:10: "X" is a person here, and "Y" a work in line 3; '
        "elsewhere it is the other way round  [unclear-kind]"
    ]
    assert problem.hint == "write Y here, and X in line 3"
    assert problem.subject == ("X", "Y")


def test_uses_that_contradict_each_other_are_a_warning_with_both_places() -> None:
    _, [problem] = resolved(AWARD + edition("partners: X") + edition("jury: X", 2010))
    assert lines([problem]) == [
        'editions/palmes/2011.yaml:1:11: "X" is used as an organisation here and as a person in '
        "editions/palmes/2010.yaml:1  [unclear-kind]"
    ]
    assert problem.level is Level.WARNING


def test_names_in_any_script_have_ids_of_their_own() -> None:
    found = archive(edition("results: {voix: [屠呦呦, 該当なし, 図呦呦, กี่, กา, '!!!']}"))
    assert len(found.names) == 6
    assert "" not in found.names
    assert id_of(found, "屠呦呦") == "屠呦呦"


def test_the_spellings_of_a_name_are_those_that_mean_it_each_once() -> None:
    keys = "names: [{name: Ann Loaf, until: 2010}, {name: A. Crust, until: 2012}]\naliases: [A. Crust, AC]\n"
    written = f"-- content/names/ann.md --\n---\nname: Ann Crust\nkind: person\n{keys}---\n"
    archive, problems = resolved(written)
    assert problems == ()
    assert archive.names["ann"].spellings == ("Ann Crust", "A. Crust", "AC", "Ann Loaf")


@pytest.mark.parametrize("other", ["Ann Crust.", "ANN CRUST", "Ann Crust,"])
def test_a_sign_behind_a_name_and_capitals_are_no_second_spelling(other: str) -> None:
    _, [problem] = resolved(AWARD + edition(f'results:\n  voix: Ann Crust\n  innovation: "{other}"'))
    assert (problem.code, problem.hint) == ("id-collision", "write Ann Crust")

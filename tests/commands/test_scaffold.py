"""New files: they can be read at once, and state nothing that nobody said."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.commands import scaffold
from palmarium.model import Edition, Kind, Outcome
from palmarium.model.archive import Archive
from palmarium.sources import disk, yaml
from tests.conftest import sections

TODAY = date(2026, 11, 21)

PALMES = """\
-- editions/palmes/award.yaml --
name: Les Palmes de la Relation Client
short: Palmes
categories:
  voix-du-client: Palme Voix du Client
  innovation: Palme de l'Innovation
  directeur: Directeur de l'année
-- editions/palmes/2010.yaml --
ordinal: 3
results:
  innovation: unknown
-- editions/palmes/2011.yaml --
ordinal: 4
ceremony: {date: 2011-10-03, venue: Théâtre Édouard VII, city: Paris}
theme: la confiance
hosts: [Thierry Spencer, Isabelle Gounin Levy]
jury:
  - {name: Eric Dadian, role: président, org: AFRC, chair: true}
  - name: Paul Pietyra
    posts: [{role: directeur, org: INRC}, {role: conseiller, org: "Nekoé: le club"}]
partners:
  - {name: Nekoé, as: partenaire de l'innovation, category: innovation}
results:
  voix-du-client: Mercedes-Benz
  innovation: [GDF Suez, Groupama]
  coup-de-coeur: {name: Coup de cœur, special: true, laureate: Club d'Arc}
"""


def known(text: str) -> Archive:
    return scaffold.known({path: content.encode() for path, content in sections(text).items()}, "fr")


def read(draft: scaffold.NewFile, language: str = "fr") -> Edition:
    from palmarium.sources.load import load

    record, problems = load(draft.path, draft.text.encode(), language)
    assert problems == ()
    assert isinstance(record, Edition)
    return record


def test_an_edition_takes_over_what_the_one_before_had() -> None:
    draft = scaffold.edition(known(PALMES), "palmes", "2012", "fr", TODAY)
    assert draft.path == "editions/palmes/2012.yaml"
    assert (
        draft.text
        == """\
# Les lignes en commentaire viennent d'une autre édition : à confirmer ou à effacer.
ordinal: 5   # repris de 2011, à confirmer
# ceremony: {date: 2012, venue: Théâtre Édouard VII, city: Paris}   # repris de 2011, à confirmer
coverage: none   # complete, partial, winners-only, names-only, none
# hosts:   # repris de 2011, à confirmer
#   - Thierry Spencer
#   - Isabelle Gounin Levy
# jury:   # repris de 2011, à confirmer
#   - {name: Eric Dadian, role: président, org: AFRC, chair: true}
#   - {name: Paul Pietyra, posts: [{role: directeur, org: INRC}, {role: conseiller, org: "Nekoé: le club"}]}
# partners:   # repris de 2011, à confirmer
#   - {name: Nekoé, as: partenaire de l'innovation, category: innovation}
results:
  voix-du-client: unknown
  innovation: unknown
"""
    )


def test_an_edition_states_no_laureate_and_no_juror() -> None:
    edition = read(scaffold.edition(known(PALMES), "palmes", "2012", "fr", TODAY))
    assert [(entry.category, entry.outcome) for entry in edition.entries] == [
        ("voix-du-client", Outcome.UNKNOWN),
        ("innovation", Outcome.UNKNOWN),
    ]
    assert edition.parts == ()


def test_lines_taken_over_are_right_as_soon_as_their_marks_are_deleted() -> None:
    draft = scaffold.edition(known(PALMES), "palmes", "2012", "fr", TODAY)
    first, *lines = draft.text.splitlines(keepends=True)
    edition = read(scaffold.NewFile(draft.path, first + "".join(line.removeprefix("# ") for line in lines)))
    assert [part.name.text for part in edition.parts] == [
        "Thierry Spencer",
        "Isabelle Gounin Levy",
        "Eric Dadian",
        "Paul Pietyra",
        "Nekoé",
    ]
    assert edition.ceremony.city == "Paris"


def test_the_edition_before_is_that_of_the_years_before() -> None:
    text = scaffold.edition(known(PALMES), "palmes", "2009", "fr", TODAY).text
    assert "ordinal" not in text
    assert text.endswith("results:\n  voix-du-client: unknown\n  innovation: unknown\n  directeur: unknown\n")


def test_an_ordinal_that_another_edition_has_is_not_stated() -> None:
    text = PALMES.replace("palmes/2010", "palmes/2009").replace("palmes/2011", "palmes/2012")
    assert "# ordinal: 4   # repris de 2009" in scaffold.edition(known(text), "palmes", "2010", "fr", TODAY).text


def test_an_id_without_a_year_gets_a_year_to_sort_by() -> None:
    assert read(scaffold.edition(known(PALMES), "palmes", "printemps", "fr", TODAY)).sort_year == 2026


def test_an_award_without_categories_gets_an_edition_all_the_same() -> None:
    archive = known("-- editions/palmes/award.yaml --\nname: Palmes\n")
    assert read(scaffold.edition(archive, "palmes", "2011", "en", TODAY), "en").entries == ()


def test_every_award_of_the_reference_archive_gets_a_next_edition() -> None:
    archive = scaffold.known(disk.read(Path(__file__).parent.parent.parent)[0].files, "fr")
    assert archive.awards
    for award in archive.awards:
        draft = scaffold.edition(archive, award, "2031", "fr", TODAY)
        first, *lines = draft.text.splitlines(keepends=True)
        read(draft)
        read(scaffold.NewFile(draft.path, first + "".join(line.removeprefix("# ") for line in lines)))


def test_an_award_has_the_categories_that_were_said() -> None:
    draft = scaffold.award("kettle", "The Golden Kettle", "en", ["Best Tea", "cup: Best Cup", "2011: no"])
    assert draft.text == (
        "name: The Golden Kettle\n"
        "categories:\n"
        "  best-tea: Best Tea\n"
        "  cup: Best Cup\n"
        "  2011: no\n"
        "# And, where you know it: short, organiser, founded (2008, 2008-09 or 2008-09-30), description.\n"
    )
    assert scaffold.problems(draft, "en") == ()
    doubled = scaffold.award("kettle", "The Golden Kettle", "en", ["Best Tea", "best tea"])
    assert [each.code for each in scaffold.problems(doubled, "en")] == ["duplicate-key"]


def test_the_example_of_an_award_is_right_as_soon_as_its_marks_are_deleted() -> None:
    for language in ("fr", "en", "de", "es", "it", "ar"):
        draft = scaffold.award("a", "A", language)
        lines = draft.text.splitlines(keepends=True)
        text = "".join(line[2:] if line.startswith(("# c", "#   ")) else line for line in lines)
        assert text.startswith("name: A\ncategories:"), text
        assert scaffold.problems(scaffold.NewFile(draft.path, text), language) == ()


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("author", "# author: …\n# about: …\n", "# about: …\n"),
        ("author", "author: Ann\r\n# author: …\r\n", "author: Ann\r\n"),
        ("author", "# author: Ann, to be asked\n#   twice\n", "# author: Ann, to be asked\n#   twice\n"),
        (
            "categories",
            "# categories:   # one line for each category, for instance:\n#   innovation: Innovation Award\n# x\n",
            "# x\n",
        ),
        ("categories", "#   innovation: Innovation Award\n", "#   innovation: Innovation Award\n"),
        ("ceremony", "# ceremony: {date: 2026}\n", ""),
        ("ceremony", "# ceremony: {date: 2026, city: Brest}\n", "# ceremony: {date: 2026, city: Brest}\n"),
    ],
)
def test_what_a_draft_shows_of_a_key_goes_and_any_other_comment_stays(key: str, before: str, after: str) -> None:
    assert scaffold.without_example(before, key) == after


@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_draft_can_be_read(language: str) -> None:
    drafts = (
        scaffold.award("palmes", "Palmes: l'or", language),
        scaffold.article("essai", 'Un "essai": # 1', language, TODAY),
        scaffold.name("屠呦呦", Kind.PERSON),
        scaffold.name("null", Kind.WORK),
        *scaffold.site(language),
    )
    assert [scaffold.problems(draft, language) for draft in drafts] == [()] * len(drafts)


def test_a_name_gets_the_id_that_its_bare_name_has() -> None:
    assert scaffold.name("Éric  Dadian", Kind.PERSON).path == "content/names/eric-dadian.md"
    assert scaffold.name("屠呦呦", Kind.PERSON).path == "content/names/屠呦呦.md"


@pytest.mark.parametrize("id", ["2011 bis", "Palmes", "..", ".hidden", "a/b", "", "-x", "2011\udce9"])
def test_an_id_that_no_file_may_have_is_a_problem(id: str) -> None:
    assert scaffold.problems(scaffold.award(id, "Palmes", "fr"), "fr")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1))
def test_any_text_survives_as_a_scalar(text: str) -> None:
    said = " ".join(text.split())
    node, problems = yaml.parse("x.yaml", f"key: {scaffold.scalar(text)}   # a comment\n")
    assert problems == ()
    assert node is not None
    found = node.get("key")
    assert found is not None
    assert (found.value or "") == said

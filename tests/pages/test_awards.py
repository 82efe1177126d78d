from palmarium.pages import awards
from tests.exports.exported import context, reference

PARTS = """\
-- editions/whole/award.yaml --
name: The Whole
founded: 1990
-- editions/part/award.yaml --
name: The Part
part_of: whole
categories: {best: {name: Best}}
-- editions/part/2001.yaml --
coverage: complete
results: {best: Ann Crust}
-- editions/other/award.yaml --
name: Another
succeeds: whole
"""


def test_an_award_that_belongs_to_another_stands_below_it() -> None:
    lines = awards.lines(context(PARTS))
    assert [str(line.link.text) for line in lines] == ["Another", "The Whole"]
    assert [str(part.link.text) for part in lines[1].parts] == ["The Part"]


def test_a_line_says_how_much_is_known() -> None:
    part = awards.lines(context(PARTS))[1].parts[0]
    assert (part.editions, part.titles.value, part.laureates.value) == (1, 1, 1)
    assert part.latest is not None
    assert part.latest.url == "/prix/part/2001/"


def test_a_predecessor_is_named_and_shares_no_tally() -> None:
    other = awards.lines(context(PARTS))[0]
    assert other.predecessor is not None
    assert other.predecessor.url == "/prix/whole/"
    assert (other.editions, other.latest, other.titles.value) == (0, None, 0)


def test_there_is_one_page_with_every_award_in_its_linked_data() -> None:
    (page,) = awards.pages(reference())
    assert (page.url, page.template, page.view.count) == ("/prix/", "page/awards.html", 8)
    assert '"position":8' in page.view.head.json_ld.html


def test_an_archive_without_awards_has_an_empty_index() -> None:
    (page,) = awards.pages(context("-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\n---\n"))
    assert (page.view.awards, page.view.count) == ((), 0)


def test_awards_that_are_tied_are_a_picture_with_its_table() -> None:
    (page,) = awards.pages(reference())
    family = page.view.family
    assert [str(row.link.text) for row in family.rows[3:7]] == [
        *("Élection du Service Client de l’Année", "Royaume-Uni", "Espagne", "Maroc")
    ]
    assert [
        (str(line.award.text), line.word.id, [str(other.text) for other in line.others]) for line in family.lines
    ] == [
        ("Les Casques d’Or", "Successor", ["Les Palmes de la Relation Client"]),
        ("Les Palmes de la Relation Client", "Holds", ["Directeur Relation Client de l’Année"]),
        ("Les Palmes de la Relation Client", "Rivals", ["Élection du Service Client de l’Année"]),
        ("Élection du Service Client de l’Année", "Sister awards", ["Royaume-Uni", "Espagne", "Maroc"]),
        ("Élection du Service Client de l’Année", "Rivals", ["Podium de la Relation Client"]),
        ("Podium de la Relation Client", "Decides", ["Les Palmes de la Relation Client"]),
        (
            "Les 24 h de la Relation Client",
            "Holds",
            ["Meilleur conseiller client de France", "Concours étudiant des 24 h de la Relation Client"],
        ),
    ]


def test_two_awards_are_told_in_words_alone() -> None:
    (page,) = awards.pages(context(PARTS.split("-- editions/other")[0]))
    assert page.view.family is None

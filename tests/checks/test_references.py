import pytest

from palmarium.checks import near_names
from palmarium.problems import Problem, folded
from tests.resolved import AWARD, lines, resolved, told

EDITION = "-- editions/palmes/2011.yaml --\n"
KNOWN = AWARD + EDITION + "results: {voix: Mercedes-Benz}\nfigures: [{id: accueil, title: Qui ?}]\n"


def only(text: str) -> Problem:
    [problem] = resolved(text)[1]
    return problem


def edition(text: str) -> str:
    return AWARD + EDITION + text + "\n"


def article(front: str, body: str = "") -> str:
    return f"{KNOWN}-- content/articles/a.md --\n---\ntitle: A\n{front}\n---\n{body}\n"


def test_a_misspelt_name_is_told_with_what_was_meant_and_how_to_add_one() -> None:
    problem = only(article("about: {names: Mercedez-Benz}"))
    assert lines([problem]) == [
        'content/articles/a.md:3:16: "Mercedez-Benz" is not a name this archive knows  [unknown-name]'
    ]
    assert problem.hint == ('did you mean "Mercedes-Benz"? To add a new name, write content/names/mercedez-benz.md')


def test_a_name_unlike_any_other_is_told_without_a_guess() -> None:
    assert only(article("", "[[屠呦呦]]")).hint == "To add a new name, write content/names/屠呦呦.md"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "results: {voi: Orange}",
            '1:11: "voi" is not a category of palmes  [unknown-category]',
            'did you mean "voix"? To add a category, write `voi: …` below `categories` in editions/palmes/award.yaml',
        ),
        (
            "results: {voix: {laureate: Orange, entered_in: inovation}}",
            '1:48: "inovation" is not a category of palmes  [unknown-category]',
            'did you mean "innovation"? To add a category, '
            "write `inovation: …` below `categories` in editions/palmes/award.yaml",
        ),
        (
            "results: {voix: {name: La voix, laureate: Orange}}",
            '1:11: "voix" is a category of palmes, so `name` says nothing here  [contradiction]',
            "write `printed_name: La voix` for what it was called that year",
        ),
        (
            "results: {voix: {special: true, laureate: Orange}}",
            '1:11: "voix" is a category of palmes, so `special` says nothing here  [contradiction]',
            "give the special award an id of its own, or delete `special: true`",
        ),
        (
            "results: {coup: {special: true, laureate: Orange}}",
            '1:11: the key "name" is missing  [missing-key]',
            "write `name: …` beside `special: true`: what this award is called",
        ),
        (
            "results: {coup: {name: Coup, laureate: Orange}}",
            '1:11: "coup" is not a category of palmes  [unknown-category]',
            "for an award of this edition alone, write `special: true` beside `name`. "
            "To add a category, write `coup: …` below `categories` in editions/palmes/award.yaml",
        ),
        (
            "results: {voix: {laureate: Orange, status: revoked, superseded_by: Ornage}}",
            '1:68: "Ornage" is not a name this archive knows  [unknown-name]',
            'did you mean "Orange"? To add a new name, write content/names/ornage.md',
        ),
        (
            "results: {Voix du client: Orange}",
            '1:11: "Voix du client" is not a category of palmes  [unknown-category]',
            'did you mean "voix"? To add a category, '
            "write `voix-du-client: Voix du client` below `categories` in editions/palmes/award.yaml",
        ),
        (
            "rounds: [{id: finale}]\nresults: {voix: {laureate: Orange, round: final}}",
            '2:28: "final" is not a round of this edition  [unknown-round]',
            'did you mean "finale"?',
        ),
        (
            "rounds: [{id: semi}, {id: finale}, {id: city}]\nresults: {voix: {laureate: Orange, round: 4}}",
            '2:28: "4" is not a round of this edition  [unknown-round]',
            "there are semi, finale, city; write `rounds: [{id: 4}]` in this file, or correct the id",
        ),
        (
            "results: {voix: {derived_from: podium/2011}}",
            '1:32: "podium/2011" is not an edition: there is no award "podium"  [unknown-award]',
            'did you mean "palmes/2011"? Where its folder was renamed, write `palmes/2011`, '
            "or call the folder editions/podium again",
        ),
        (
            "results: {voix: {derived_from: {edition: palmes/2011, category: vox}}}",
            '1:65: "vox" is not a category of palmes  [unknown-category]',
            'did you mean "voix"? To add a category, write `vox: …` below `categories` in editions/palmes/award.yaml',
        ),
        (
            "jury: [{name: Ann, category: vox}]",
            '1:30: "vox" is not a category of palmes  [unknown-category]',
            'did you mean "voix"? To add a category, write `vox: …` below `categories` in editions/palmes/award.yaml',
        ),
        (
            "sources: {s1: {title: a}}\ntheme: b\ncited: {theme: s2}",
            '3:16: "s2" is not a source of this file  [unknown-source]',
            "there are s1; write `sources: {s2: {title: …}}` in this file, or correct the id",
        ),
        (
            "sources: {s1: {title: a}}\ncited: {theem: s1}",
            '2:16: "theem" is not a field of this file  [unknown-field]',
            'did you mean "theme"?',
        ),
        (
            "sources: {s1: {title: a}}\ncited: {ceremony.dtae: s1}",
            '2:24: "ceremony.dtae" is not a field of this file  [unknown-field]',
            'did you mean "ceremony.date"?',
        ),
        (
            "disputes: [{field: ordinal, value: 5, source: s9}]",
            '1:47: "s9" is not a source of this file  [unknown-source]',
            "write `sources: {s9: {title: …}}` in this file, or correct the id",
        ),
        (
            "results: {voix: {laureate: Orange, sources: s9}}",
            '1:45: "s9" is not a source of this file  [unknown-source]',
            "write `sources: {s9: {title: …}}` in this file, or correct the id",
        ),
        (
            "claims: [{says: a, count: titles, is: 2, edition: palmes/2012}]",
            '1:51: "palmes/2012" is not an edition  [unknown-edition]',
            'did you mean "palmes/2011"?',
        ),
        (
            "claims: [{says: a, count: titles, is: 2, category: vox}]",
            '1:52: "vox" is not a category of palmes  [unknown-category]',
            'did you mean "voix"? To add a category, write `vox: …` below `categories` in editions/palmes/award.yaml',
        ),
    ],
)
def test_a_reference_in_an_edition_that_nothing_answers_is_told(text: str, message: str, hint: str) -> None:
    problem = only(edition(text))
    assert lines([problem]) == [f"editions/palmes/2011.yaml:{message}"]
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("succeeds: casques", '"casques" is not an award  [unknown-award]'),
        ("part_of: palmse", '"palmse" is not an award  [unknown-award]'),
        ("rivals: [x]", '"x" is not an award  [unknown-award]'),
        ("categories: {a: {name: A, parent: b}}", '"b" is not a category of palmes  [unknown-category]'),
        (
            "categories: {a: {name: A, lineage: {event: split, from: b}}}",
            '"b" is not a category of palmes  [unknown-category]',
        ),
        (
            "categories: {a: {name: A, lineage: {event: new, in: 2011}}}",
            '"2011" is not an edition of palmes  [unknown-edition]',
        ),
        ("founded: 2008\ncited: {founded: s1}", '"s1" is not a source of this file  [unknown-source]'),
        ("claims: [{says: a, count: b, is: 1, of: X}]", '"X" is not a name this archive knows  [unknown-name]'),
    ],
)
def test_a_reference_in_an_award_that_nothing_answers_is_told(line: str, message: str) -> None:
    [said] = told(f"-- editions/palmes/award.yaml --\nname: Palmes\n{line}\n")
    assert said.split(": ", 1)[1] == message


@pytest.mark.parametrize(
    ("front", "body", "message"),
    [
        ("about: {editions: palmes/2010}", "", '3:19: "palmes/2010" is not an edition  [unknown-edition]'),
        ("about: {awards: palme}", "", '3:17: "palme" is not an award  [unknown-award]'),
        ("about: {categories: voix}", "", '3:21: "voix" is not a category  [unknown-category]'),
        ("related: b", "", '3:10: "b" is not an article  [unknown-article]'),
        (
            "picture: {src: b.jpg, alt: B}",
            "",
            '3:10: there is no picture "b.jpg" below content/media  [unknown-picture]',
        ),
        ("", "![B](b.jpg)", '5:1: there is no picture "b.jpg" below content/media  [unknown-picture]'),
        ("", "a [[palmes/2010]]", '5:3: "palmes/2010" is not an edition or a category  [unknown-edition]'),
        ("", "{{ jury palmes/2010 }}", '5:1: "palmes/2010" is not an edition  [unknown-edition]'),
        ("", "{{ jury }}", "5:1: jury takes 1 word, not 0  [block]"),
        ("", "{{ figure palmes/2011 acceuil }}", '5:1: "acceuil" is not a figure of palmes/2011  [unknown-figure]'),
        ("", "{{ claim palmes/2011 1 }}", '5:1: "1" is not a claim of palmes/2011  [unknown-claim]'),
        (
            "claims: [{says: a, count: b, is: 1, source: s1}]",
            "",
            '3:45: "s1" is not a source of this file  [unknown-source]',
        ),
        ("", "[3]{titles palmes/2012}", '5:12: "palmes/2012" is not an edition  [unknown-edition]'),
        ("", "[3]{titles palmes/voix}", '5:12: "palmes/voix" is not an edition but a category  [unknown-edition]'),
        ("", "[3]{titles podium}", '5:12: "podium" is not an award  [unknown-award]'),
        ("", "[3]{titles palmes category=voie}", '5:28: "voie" is not a category of palmes  [unknown-category]'),
        ("", "[3]{titles of=Nobody}", '5:15: "Nobody" is not a name this archive knows  [unknown-name]'),
        ("", "[3]{titles source=s1}", '5:19: "s1" is not a source of this file  [unknown-source]'),
        ("", "[[[palmes/2010|là]] 3]{titles}", '5:2: "palmes/2010" is not an edition or a category  [unknown-edition]'),
    ],
)
def test_a_reference_in_a_text_that_nothing_answers_is_told(front: str, body: str, message: str) -> None:
    text = article(front or "kind: report", body)
    assert told(text) == [f"content/articles/a.md:{message}"]


def test_the_words_of_a_block_that_are_an_edition_are_joined() -> None:
    found = resolved(article("kind: report", "{{ palmares palmes 2011 }}"))[1]
    assert [problem.hint for problem in found] == ["write {{ palmares palmes/2011 }}"]


def test_in_a_file_of_an_award_a_bare_edition_is_one_of_that_award() -> None:
    claim = "claims: [{says: deux, count: titles, is: 2, until: UNTIL}]\n"
    other = "-- editions/podium/award.yaml --\nname: Podium\n" + claim + "-- editions/podium/2012.yaml --\nordinal: 1\n"
    palmes = "-- editions/palmes/2014.yaml --\nordinal: 1\n-- editions/palmes/2012.yaml --\nordinal: 2\n"
    for typed, meant in (("2012", "podium/2012"), ("2014", "podium/2012")):
        found = resolved(AWARD + palmes + other.replace("UNTIL", typed))[1]
        assert [(problem.code, problem.hint) for problem in found] == [("unknown-edition", f'did you mean "{meant}"?')]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("[[first-nite]]", "did you mean the article? Write [[first-night]]"),
        ("[[The first night]]", "did you mean the article? Write [[first-night]]"),
        ("[[abuot]]", "did you mean the page? Write [[about]]"),
        ("[[palme]]", "did you mean the award? Write [[palmes]]"),
        ("[[Palmes 2011]]", "did you mean the edition? Write [[palmes/2011]]"),
        ("[[Best Voices]]", "did you mean the category? Write [[palmes/voix]]"),
        ("[[Ornage]]", 'did you mean "Orange"? To add a new name, write content/names/ornage.md'),
        ("[[#la-fin]]", "write [words](#la-fin) for a heading of this text"),
        ("[[2011]]", "write [[palmes/2011]]"),
        ("[[/palmes/2011/]]", "write [[palmes/2011]]"),
        ("[[content/articles/first-night.md]]", "write [[first-night]]"),
        ("[[editions/palmes/2011.yaml]]", "write [[palmes/2011]]"),
        ("[[the night|palmes/2011]]", "write [[palmes/2011|the night]]"),
        ("[[a night|first-night]]", "write [[first-night|a night]]"),
        ("[[the winner|Orange]]", "write [[Orange|the winner]]"),
        # The words of a link stay.
        ("[[Palmes 2011|that year]]", "did you mean the edition? Write [[palmes/2011|that year]]"),
        ("[[2011|that year]]", "write [[palmes/2011|that year]]"),
        ("[[phare.jpg]]", "write ![what it shows](phare.jpg)"),
        ("[[palmares palmes/2011]]", "write {{ palmares palmes/2011 }} on a line of its own"),
        ("[x](#nowhere)", ""),
    ],
)
def test_a_link_to_nothing_offers_whatever_was_meant(written: str, hint: str) -> None:
    site = (
        "-- editions/palmes/award.yaml --\nname: The Palms\nshort: Palmes\ncategories: {voix: Best Voice}\n"
        "-- editions/palmes/2011.yaml --\nresults: {voix: Orange}\n"
        "-- content/articles/first-night.md --\n---\ntitle: The first night\n---\nText.\n"
        "-- content/pages/about.md --\n---\ntitle: About\n---\nText.\n"
        f"-- content/articles/a.md --\n---\ntitle: A\n---\n{written}\n"
    )
    assert [problem.hint for problem in resolved(site)[1]] == [hint] * bool(hint)


def test_a_source_of_an_original_that_can_not_be_read_is_missing_because_of_that() -> None:
    site = (
        "-- content/articles/a.md --\n---\ntitle: A\nlanguage: en\ntranslates: b\n---\n"
        "[Three laureates]{laureates source=s1}\n"
    )
    found = [problem.needs for problem in resolved(site)[1] if problem.code == "unknown-source"]
    assert found == [(("source", "content/articles/a.md#s1"), ("article", "b"))]


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("about: {names: palmes/2011}", "write it below `editions`: `editions: palmes/2011`"),
        ("about: {categories: voix}", 'did you mean "palmes/voix"?'),
        ("about: {categories: palmes/Best Voice}", 'did you mean "palmes/voix"?'),
        ("related: The first night", 'did you mean "first-night"?'),
        ("about: {names: Martin}", 'did you mean "Léa Martin"? To add a new name, write content/names/martin.md'),
        (
            "claims: [{says: a, count: titles, is: 1, source: 'https://pie.example/a'}]",
            'write s1 here, and `sources: {s1: {title: …, url: "https://pie.example/a"}}` in this file',
        ),
    ],
)
def test_what_is_called_otherwise_is_told_as_it_is_called(front: str, hint: str) -> None:
    site = (
        "-- editions/palmes/award.yaml --\nname: The Palms\nshort: Palmes\ncategories: {voix: Best Voice}\n"
        "-- editions/palmes/2011.yaml --\nresults: {voix: Léa Martin}\n"
        "-- content/articles/first-night.md --\n---\ntitle: The first night\n---\nText.\n"
        f"-- content/articles/a.md --\n---\ntitle: A\n{front}\n---\nText.\n"
    )
    assert only(site).hint == hint


def test_a_dispute_names_a_field_of_its_file() -> None:
    site = (
        "-- editions/palmes/award.yaml --\nname: The Palms\nfounded: 2009\ncategories: {}\n"
        "disputes: [{field: fonded, value: 2008}]\n"
    )
    assert only(site).hint == 'did you mean "founded"?'


PICTURES = ("phare.jpg", "2011/Été (1).jpg", "2011/salle.png", "2012/salle.png")


@pytest.mark.parametrize(
    ("typed", "hint", "hint_in_text"),
    [
        ("phar.jpg", 'did you mean "phare.jpg"?', None),
        ("Phare.JPG", 'did you mean "phare.jpg"?', None),
        ("content/media/phare.jpg", "write phare.jpg", None),
        ("../media/phare.jpg", "write phare.jpg", None),
        ("/media/phare.jpg", "write phare.jpg", None),
        ("./phare.jpg", "write phare.jpg", None),
        ("2011/phare.jpg", "write phare.jpg", None),
        ("https://example.org/2011/phare.jpg", "write phare.jpg", None),
        ("Été (1).jpg", "write 2011/Été (1).jpg", "write <2011/Été (1).jpg>"),
        ("2011\\\\Été (1).jpg", "write 2011/Été (1).jpg", "write <2011/Été (1).jpg>"),
        ("salle.png", "write 2012/salle.png", None),
        ("mer.jpg", "put it into content/media/mer.jpg", None),
        ("https://example.org/x/mer.jpg?s=1", "save it as content/media/mer.jpg?s=1, and write mer.jpg?s=1", None),
    ],
)
def test_a_picture_that_is_not_there_is_told_with_the_name_to_write(
    typed: str, hint: str, hint_in_text: str | None
) -> None:
    [problem] = resolved(article(f'picture: {{src: "{typed}", alt: B}}', ""), PICTURES)[1]
    assert (problem.code, problem.hint) == ("unknown-picture", hint)
    if " " not in typed:
        [problem] = resolved(article("kind: report", f"![B]({typed})"), PICTURES)[1]
        assert (problem.code, problem.hint) == ("unknown-picture", hint_in_text or hint)


def test_a_name_may_refer_only_to_names_and_pictures_that_are_known() -> None:
    text = (
        "-- content/names/a.md --\n---\nname: A\nkind: organisation\nsucceeds: B\npart_of: C\n"
        "picture: {src: a.jpg, alt: A}\n---\n[[D]]\n"
    )
    known = 'content/names/a.md:{}: "{}" is not a name this archive knows  [unknown-name]'
    assert told(text) == [
        known.format("4:11", "B"),
        known.format("5:10", "C"),
        known.format("8:1", "D"),
        'content/names/a.md:6:10: there is no picture "a.jpg" below content/media  [unknown-picture]',
    ]
    assert told(text, ["a.jpg"])[-1] == known.format("8:1", "D")


def test_a_claim_in_a_biography_or_a_page_is_held_to_the_same() -> None:
    text = (
        "-- content/names/a.md --\n---\nname: A\nkind: person\n---\n[3]{titles podium source=s1}\n"
        "-- content/pages/b.md --\n---\ntitle: B\n---\n[3]{titles podium source=s1}\n"
    )
    assert told(text) == [
        'content/names/a.md:5:12: "podium" is not an award  [unknown-award]',
        'content/names/a.md:5:26: "s1" is not a source of this file  [unknown-source]',
        'content/pages/b.md:4:12: "podium" is not an award  [unknown-award]',
        'content/pages/b.md:4:26: "s1" is not a source: a page has none  [unknown-source]',
    ]


def test_a_category_in_the_place_of_an_edition_says_how_to_write_it() -> None:
    assert only(article("kind: report", "[3]{titles palmes/voix}")).hint == "write category=palmes/voix"


def test_an_edition_without_its_award_says_which_file_to_write() -> None:
    problem = only(EDITION + "results: {voix: Orange}\n")
    assert (problem.message, problem.hint) == (
        'there is no award "palmes"',
        "write editions/palmes/award.yaml with `name: …` and its `categories`",
    )


def test_a_special_award_is_called_the_same_in_each_of_its_editions() -> None:
    text = edition("results: {coup: {name: Coup, special: true}}")
    problem = only(text + "-- editions/palmes/2012.yaml --\nresults: {coup: {name: Coupe, special: true}}\n")
    assert lines([problem]) == [
        'editions/palmes/2012.yaml:1:11: "Coupe" would share the id "coup" with "Coup" (editions/palmes/2011.yaml:1)'
        "  [id-collision]"
    ]
    assert problem.hint == "write `name: Coup` and `printed_name: Coupe`, or give it another id"
    assert told(text + "-- editions/palmes/2012.yaml --\nresults: {coup: {name: Coup, special: true}}\n") == []


def test_what_an_edition_says_never_renames_a_category_of_its_award() -> None:
    archive, _ = resolved(edition("results: {voix: {name: La voix, laureate: Orange}}"))
    assert archive.categories["palmes/voix"].name == "Voix du client"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("*Orange*", "markup", "write Orange"),
        ("Orange\u200b", "encoding", "write Orange"),
        ("_Orange_", "markup", "write Orange"),
    ],
)
def test_a_spelling_with_signs_or_unseen_characters_is_told_once(text: str, code: str, hint: str) -> None:
    site = edition(f"results: {{voix: Orange, innovation: '{text}'}}")
    [problem] = folded(resolved(site)[1])
    assert (problem.code, [each.code for each in problem.below]) == ("id-collision", [code])
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "results", ["voix: Orange, innovation: 'Orange\u200b'", "voix: 'Orange\u200b', innovation: Orange"]
)
def test_what_nobody_sees_is_told_where_it_stands_and_before_what_follows(results: str) -> None:
    [problem] = folded(resolved(edition(f"results: {{{results}}}"))[1])
    assert problem.message == '"Orange\u200b" holds an invisible character, U+200B, so that it is not "Orange"'
    assert problem.span.column == f"results: {{{results}}}".index("'") + 1


def test_what_follows_from_signs_in_a_name_stands_below_them() -> None:
    site = edition("results: {voix: Orange Mobile, innovation: 'Orang\u200be Mobile'}")
    near = tuple(near_names.check(resolved(site)[0]))
    assert [each.code for each in near] == ["near-duplicate"]
    [problem] = folded((*resolved(site)[1], *near))
    assert (problem.code, [each.code for each in problem.below]) == ("encoding", ["near-duplicate"])


FORMER = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
formerly: [tart, crumb-cup]
categories: {pie: {name: Best Pie, formerly: best}, crust: Best Crust}
-- editions/pie/2011.yaml --
formerly: [2010]
results: {pie: Ann Crust}
-- content/names/ann-crust.md --
---
{name: Ann Crust, kind: person, formerly: anna}
---
-- content/articles/a-night.md --
---
{title: A night, formerly: the-night}
---
## The oven
-- content/pages/about.md --
---
{title: About, formerly: who}
---
"""


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[anna]]", "ann-crust now: write [[ann-crust]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[anna|her]]", "ann-crust now: write [[ann-crust|her]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[pie/2010]]", "pie/2011 now: write [[pie/2011]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[tart/2011]]", "pie/2011 now: write [[pie/2011]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[crumb-cup/2010]]", "pie/2011 now: write [[pie/2011]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[pie/best]]", "pie/pie now: write [[pie/pie]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[tart/best]]", "pie/pie now: write [[pie/pie]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[tart]]", "pie now: write [[pie]]"),
        ("-- content/articles/a.md --\n---\ntitle: A\n---\n[[who]]", "about now: write [[about]]"),
        (
            "-- content/articles/a.md --\n---\ntitle: A\n---\n[[the-night#the-oven]]",
            "a-night#the-oven now: write [[a-night#the-oven]]",
        ),
        (
            "-- content/articles/a.md --\n---\ntitle: A\n---\n{{ palmares pie/2010 }}",
            "pie/2011 now: write pie/2011",
        ),
        (
            "-- content/articles/a.md --\n---\ntitle: A\n---\n[two titles]{titles of=anna}",
            "ann-crust now: write ann-crust",
        ),
        (
            "-- content/articles/a.md --\n---\ntitle: A\n---\n[one laureate]{laureates pie/2010}",
            "pie/2011 now: write pie/2011",
        ),
        (
            "-- content/articles/a.md --\n---\n{title: A, about: {names: anna}}\n---",
            "ann-crust now: write ann-crust",
        ),
        (
            "-- content/articles/a.md --\n---\n{title: A, about: {editions: pie/2010}}\n---",
            "pie/2011 now: write pie/2011",
        ),
        ("-- content/articles/a.md --\n---\n{title: A, about: {awards: tart}}\n---", "pie now: write pie"),
        (
            "-- content/articles/a.md --\n---\n{title: A, about: {categories: tart/best}}\n---",
            "pie/pie now: write pie/pie",
        ),
        ("-- content/articles/a.md --\n---\n{title: A, related: the-night}\n---", "a-night now: write a-night"),
        ("-- editions/pie/2012.yaml --\nresults: {best: Ann Crust}", "pie now: write pie"),
        ("-- editions/pie/2012.yaml --\njury: [{name: Ann Crust, category: best}]", "pie now: write pie"),
        (
            "-- editions/pie/2012.yaml --\nresults: {pie: {derived_from: {edition: pie/2010}, laureate: Ann Crust}}",
            "pie/2011 now: write pie/2011",
        ),
        ("-- editions/bun/award.yaml --\n{name: Bun, succeeds: tart}", "pie now: write pie"),
    ],
)
def test_what_had_the_id_that_was_written_is_told_by_its_id_of_today(file: str, hint: str) -> None:
    assert only(f"{FORMER}{file}\n").hint == f"it is {hint}"


def test_an_id_that_was_never_one_is_not_told_as_such() -> None:
    assert "now" not in only(f"{FORMER}-- content/articles/a.md --\n---\ntitle: A\n---\n[[anne]]\n").hint


def test_a_result_of_a_former_id_is_told_with_its_place_and_the_id_of_today() -> None:
    problem = only(f"{FORMER}-- editions/pie/2012.yaml --\nresults: {{crust: anna}}\n")
    assert lines([problem]) == [
        'content/names/ann-crust.md:2:43: "anna" is a name of its own today:'
        " it is written in editions/pie/2012.yaml:1:18  [former-id]"
    ]
    assert problem.hint == "write ann-crust there; if somebody else is meant, delete anna here"


def test_a_category_of_another_award_is_told_with_that_award() -> None:
    other = "-- editions/flan/award.yaml --\nname: Prix Imaginaire du Flan\ncategories: {glaze: Glaze}\n"
    problem = only(
        other
        + "-- editions/flan/2011.yaml --\nresults: {glaze: Ann Crust}\n"
        + "-- editions/pudding/award.yaml --\nname: Prix Imaginaire du Pudding\ncategories: {plum: Plum}\n"
        + "-- editions/pudding/2011.yaml --\nresults: {glaze: Ann Crust}\n"
    )
    assert problem.message == '"glaze" is not a category of pudding, and is one of flan'
    assert problem.hint == (
        '"glaze" is a category of flan: these results may belong in editions/flan/2011.yaml. '
        "To add a category, write `glaze: …` below `categories` in editions/pudding/award.yaml"
    )


def test_an_edition_in_the_folder_of_another_award_is_told_once_with_where_it_belongs() -> None:
    awards = "-- editions/flan/award.yaml --\nname: Flan\ncategories: {glaze: Glaze, base: Base}\n"
    awards += "-- editions/pudding/award.yaml --\nname: Pudding\ncategories: {plum: Plum}\n"
    text = "-- editions/pudding/2011.yaml --\nresults: {glaze: Ann Crust, base: Ben Dough}\n"
    problem = only(awards + text)
    assert problem.message == "no category of this edition is one of pudding: all 2 are categories of flan"
    assert problem.hint == "move it to editions/flan/2011.yaml"
    there = "-- editions/flan/2011.yaml --\nresults: {glaze: Cy Rum}\n"
    there = only(awards + text + there).hint
    assert there == "editions/flan/2011.yaml is there already: delete this file, or give it another name there"
    with_own = resolved(awards + text.replace("{glaze", "{plum: Cy Rum, glaze"))[1]
    assert [each.subject for each in with_own] == [("glaze",), ("base",)]


def test_a_category_that_got_another_id_is_told_with_the_line_that_says_so() -> None:
    award = (
        "-- editions/pudding/award.yaml --\nname: Pudding\ncategories: {glaze: {name: Glaze}, tarts: {name: Tart}}\n"
    )
    results = "-- editions/pudding/2011.yaml --\nresults: {glaze: Ann Crumb, pie: Bo Rye}\n"
    assert only(award + results).hint == (
        "if it is `tarts` now, in which nothing was given, write `formerly: [pie]` beside its name in editions/"
        "pudding/award.yaml. To add a category, write `pie: …` below `categories` in editions/pudding/award.yaml"
    )
    slip = only(award + results.replace("pie:", "glazes:"))
    assert slip.hint.startswith('did you mean "glaze"?')


def test_a_special_prize_of_another_edition_is_no_category_of_this_one() -> None:
    special = "jam: {special: true, name: Jam of the Day, laureate: Ann Crust}"
    text = "-- editions/flan/award.yaml --\nname: Flan\ncategories: {glaze: Glaze}\n"
    text += f"-- editions/flan/2010.yaml --\nresults: {{glaze: Ben Dough, {special}}}\n"
    problem = only(text + "-- editions/flan/2011.yaml --\nresults: {glaze: Ann Crust, jam: unknown}\n")
    assert problem.message == '"jam" is not a category of flan'
    assert problem.hint.startswith(
        "it was a special prize in editions/flan/2010.yaml: delete it here, or write "
        "`jam: {special: true, name: Jam of the Day, laureate: …}`. To add a category, "
    )


def test_a_category_in_other_capitals_is_there_already() -> None:
    assert only(edition("results: {Voix: Ann Crust}")).hint == 'did you mean "voix"?'


def test_a_key_of_an_edition_among_its_results_is_told_as_one() -> None:
    assert only(edition("results: {jury: [Ann Crust]}")).hint.startswith(
        "`jury` is a key of an edition: if that is meant, write it as far left as `results`. To add a category, "
    )


def test_an_article_is_not_offered_to_itself() -> None:
    other = "-- content/articles/flans-2011.md --\n---\ntitle: Flans\nrelated: [flans-2010]\n---\nText.\n"
    assert "flans" not in only(KNOWN + other).hint
    there = other + "-- content/articles/flans-2009.md --\n---\ntitle: Of old\n---\nText.\n"
    assert only(KNOWN + there).hint == 'did you mean "flans-2009"?'


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("related: a, b", "write [a, b]"),
        ('about: {editions: "pie/2010, pie/2011"}', "write [pie/2010, pie/2011]"),
        ('about: {awards: "pie, tart"}', "write [pie, tart]"),
    ],
)
def test_several_in_one_text_are_told_as_a_list(front: str, hint: str) -> None:
    text = (
        "-- editions/pie/award.yaml --\nname: Pie\n-- editions/tart/award.yaml --\nname: Tart\n"
        "-- editions/pie/2010.yaml --\nordinal: 1\n-- editions/pie/2011.yaml --\nordinal: 2\n"
        "-- content/articles/a.md --\n---\ntitle: A\n---\n-- content/articles/b.md --\n---\ntitle: B\n---\n"
        f"-- content/articles/c.md --\n---\ntitle: C\n{front}\n---\n"
    )
    assert only(text).hint == hint

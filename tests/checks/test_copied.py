"""What was copied to begin with says something of its own."""

import pytest

from palmarium.checks import copied
from palmarium.checks.run import asked
from tests.archives import archive, hints, messages, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme, prune: Prune, poire: Poire, figue: Figue}
-- editions/tarte/2019.yaml --
FIRST
-- editions/tarte/2020.yaml --
OTHER
"""
FOUR = "results: {pomme: Ann, prune: Ben, poire: Cleo, figue: [Di, Ed]}"


def _site(first: str, other: str) -> str:
    return SITE.replace("FIRST", first).replace("OTHER", other)


@pytest.mark.parametrize(
    ("first", "other", "message"),
    [
        (
            f"ordinal: 3\nceremony: 2019-10-03\n{FOUR}",
            f"ordinal: 4\nceremony: 2019-10-03\n{FOUR}",
            "this edition is of the same day and has the same palmarès as tarte/2019",
        ),
        (FOUR, f"ceremony: 2020\n{FOUR}", "this edition has the same palmarès as tarte/2019"),
        (
            "jury: [Fay, Gil]\nresults: {pomme: Ann, prune: Ben}",
            "jury: [Fay, Gil]\nresults: {prune: Ben, pomme: Ann}",
            "this edition has the same palmarès as tarte/2019",
        ),
        (
            "results: {pomme: {laureate: Ann, for: Une}, prune: {laureate: Ben, score: 12}}",
            "results: {pomme: {laureate: Ann, for: Une}, prune: {laureate: Ben, score: 12}}",
            "this edition has the same palmarès as tarte/2019",
        ),
        (
            "ceremony: 2019-10-03\nresults: {pomme: Ann}",
            "ceremony: 2019-10-03\nresults: {pomme: Ben}",
            "this edition is of 2019-10-03, as tarte/2019 is",
        ),
    ],
)
def test_an_edition_left_as_it_was_copied_is_told(first: str, other: str, message: str) -> None:
    assert messages(copied, _site(first, other)) == [message]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("results: {pomme: Ann}", "results: {pomme: Ann}"),
        ("results: {pomme: Ann, prune: Ben}", "results: {pomme: Ann, prune: Ben}"),
        (FOUR, FOUR.replace("Ed", "Eve")),
        ("ceremony: 2019-10\nresults: {pomme: Ann}", "ceremony: 2019-10\nresults: {pomme: Ben}"),
        ("jury: [Fay, Gil]\nresults: {pomme: Ann, prune: Ben}", "jury: [Fay, Gil]\nresults: {pomme: Ann, prune: Di}"),
        (
            "results: {pomme: unknown, prune: unknown, poire: unknown, figue: unknown}",
            "results: {pomme: unknown, prune: unknown, poire: unknown, figue: unknown}",
        ),
    ],
)
def test_titles_that_were_kept_make_no_copy(first: str, other: str) -> None:
    assert told(copied, _site(first, other)) == []


def test_the_hint_is_what_to_paste() -> None:
    (hint,) = hints(copied, _site("ceremony: 2019-10-03", "ceremony: 2019-10-03"))
    assert hint == (
        "write its own day, or `ceremony: 2020` where it is not known; if both were so, "
        'write `copied = [{texts = ["tarte/2019", "tarte/2020"], reason = "…"}]` below `[exceptions]` in site.toml'
    )
    (hint,) = hints(copied, _site(FOUR, FOUR))
    assert hint.startswith(
        "write its own, or `coverage: partial` and "
        "`results: {pomme: unknown, prune: unknown, poire: unknown, figue: unknown}` where it is not"
    )


@pytest.mark.parametrize(
    ("results", "count"),
    [
        ("pomme: [Ann, Ben, Cleo], prune: [Ann, Ben, Cleo]", 1),
        ("pomme: [Ann, Ben, Cleo], prune: [Ann, Cleo, Ben]", 0),
        ("pomme: [Ann, Ben], prune: [Ann, Ben]", 0),
        ("pomme: [{rank: 1, laureate: Ann}, Ben, Cleo], prune: [Ann, Ben, Cleo]", 0),
    ],
)
def test_a_category_left_as_it_was_copied_is_told(results: str, count: int) -> None:
    site = _site(f"results: {{{results}}}", "status: cancelled")
    assert messages(copied, site) == ["prune has the same list as pomme, in line 1"] * count


def test_a_text_left_as_it_was_copied_is_told() -> None:
    words = " ".join(f"mot{at}" for at in range(20))
    texts = "".join(
        f"-- content/articles/{id}.md --\n---\ntitle: {id}\n---\n\n{text}\n"
        for id, text in (("une", words), ("deux", words.replace(" ", "\n")), ("trois", f"{words} fin"))
    )
    (found,) = told(copied, texts)
    assert "this text is that of content/articles/" in found


SOURCES = (
    "-- editions/tarte/2019.yaml --\nsources: {s1: {title: Nuit, date: 2019, url: 'https://four.example/1'}}\n"
    "-- editions/tarte/2020.yaml --\nsources: {s1: {SOURCE, url: 'https://four.example/1'}}\n"
)


@pytest.mark.parametrize(
    ("source", "count"),
    [("title: Jour, date: 2020", 1), ("title: Nuit, date: 2020", 0), ("title: Jour, date: 2019", 0)],
)
def test_an_address_left_as_it_was_copied_is_told(source: str, count: int) -> None:
    found = told(copied, SOURCES.replace("SOURCE", source))
    assert [line.split(": ", 1)[1] for line in found] == [
        'the address of "Jour" is that of "Nuit", of 2019 (editions/tarte/2019.yaml:1)'
    ] * count


OLD = "sources: {s1: {title: La nuit, publisher: Le Four, date: 2019-10-05}}"


def test_a_source_of_an_earlier_edition_that_is_older_than_this_one_is_told() -> None:
    (line,) = told(copied, _site(OLD, f"ceremony: 2020-10-02\n{OLD}"))
    assert line == (
        "editions/tarte/2020.yaml:2:15: "
        'the source "La nuit" of 2019-10-05 is that of tarte/2019, and older than this edition'
    )
    for other in (OLD.replace("nuit", "soirée"), OLD.replace("-05", "-06"), OLD.replace("2019-10-05", "2020-10-05")):
        assert told(copied, _site(OLD, other)) == []
    later = OLD.replace("2019-10-05", "2021-01-05")
    assert told(copied, _site(later, later)) == []


def test_a_period_of_two_editions_is_told() -> None:
    period = "period: {from: 2019-05, until: 2019-07}"
    assert messages(copied, _site(period, period)) == ["the period of this edition is that of tarte/2019"]
    assert told(copied, _site(period, period.replace("-07", "-08"))) == []
    years = "period: {from: 2018, until: 2019}"
    assert told(copied, _site(years, years)) == []


SAID = "they came from far away with nothing but flour and a lamp"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("theme: Le beurre d'abord", "theme"),
        (f"note: {SAID}", "note"),
        (f"announcements: {SAID}", "announcements"),
    ],
)
def test_words_that_just_two_editions_of_several_have_are_told(text: str, key: str) -> None:
    between = "\n-- editions/tarte/2021.yaml --\nresults: {pomme: Zoe}"
    lines = told(copied, _site(text, text + between))
    assert [line.split(": ", 1)[1] for line in lines] == [
        f"the {key} of this edition {'are those' if key == 'announcements' else 'is that'} of tarte/2019, word for word"
    ]
    (problem,) = [each for each in asked(copied, archive(_site(text, text + between))) if "word" in each.message]
    assert problem.key == (key,)
    assert told(copied, _site(text, text)) == []
    third = f"\n-- editions/tarte/2021.yaml --\n{text}"
    assert told(copied, _site(text, text + third)) == []


SAYS = f"{{laureate: WHO, KEY: {SAID}}}"
OTHER_AWARD = """
-- editions/flan/award.yaml --
name: Prix Imaginaire du Flan
categories: {pomme: Pomme}
-- editions/flan/2020.yaml --
results: {pomme: RESULT}
"""


def _says(who: str, key: str = "citation") -> str:
    return SAYS.replace("WHO", who).replace("KEY", key)


@pytest.mark.parametrize("key", ["citation", "note"])
def test_what_is_said_of_one_laureate_is_said_of_no_other(key: str) -> None:
    ann, ben = _says("Ann", key), _says("Ben", key)
    said = f"the {key} of Ben is that of Ann in tarte/2019, word for word (editions/tarte/2019.yaml:"
    assert messages(copied, _site(f"results: {{pomme: {ann}}}", f"results: {{pomme: {ben}}}")) == [f"{said}1)"]
    assert messages(copied, _site(f"results: {{pomme: {ann}, prune: {ben}}}", "ordinal: 4")) == [f"{said}1)"]
    places = ann.replace("{", "{rank: 1, "), ben.replace("{", "{rank: 2, ")
    assert messages(copied, _site(f"results: {{pomme: [{', '.join(places)}]}}", "ordinal: 4")) == [f"{said}1)"]
    other = OTHER_AWARD.replace("RESULT", ann)
    assert messages(copied, _site("ordinal: 3", f"results: {{pomme: {ben}}}{other}")) == [
        f"the {key} of Ben is that of Ann in flan/2020, word for word (editions/flan/2020.yaml:1)"
    ]


def test_a_citation_may_be_that_of_several() -> None:
    ann, ben, cy = map(_says, ("Ann", "Ben", "Cy"))
    shared = f"results: {{pomme: [{ann}, {ben}]}}"
    tied = f"results: {{pomme: [{ann.replace('{', '{rank: 1, ')}, {ben.replace('{', '{rank: 1, ')}]}}"
    again = OTHER_AWARD.replace("RESULT", ann)
    assert told(copied, _site(shared, "ordinal: 4")) == told(copied, _site(tied, "ordinal: 4")) == []
    assert told(copied, _site(f"results: {{pomme: {ann}}}", f"ordinal: 4{again}")) == []
    assert told(copied, _site(f"results: {{pomme: {ann}}}", f"results: {{pomme: {ann}}}")) == []
    third = f"\n-- editions/tarte/2021.yaml --\nresults: {{pomme: {cy}}}"
    assert told(copied, _site(f"results: {{pomme: {ann}}}", f"results: {{pomme: {ben}}}{third}")) == []


def test_a_description_is_that_of_one() -> None:
    site = "".join(
        f"-- content/names/{id}.md --\n---\nname: {id.title()}\nkind: person\ndescription: TEXT\n---\n"
        for id in ("ann", "ben")
    )
    assert messages(copied, site.replace("TEXT", SAID)) == [
        "the description of Ben is that of Ann, word for word (content/names/ann.md:2)"
    ]
    third = "-- content/names/cy.md --\n---\nname: Cy\nkind: person\ndescription: TEXT\n---\n"
    for passes in (site.replace("TEXT", "a baker"), (site + third).replace("TEXT", SAID)):
        assert told(copied, passes) == []
    assert told(copied, site.replace("TEXT", "laureate of the great big Golden Pie in 2008")) == []


def test_categories_and_decks_say_something_of_their_own() -> None:
    award = f"name: Tarte\ncategories: {{a: {{name: A, description: {SAID}}}, b: {{name: B, description: {SAID}}}}}"
    assert messages(copied, f"-- editions/tarte/award.yaml --\n{award}\n") == [
        "the description of B is that of A, word for word (editions/tarte/award.yaml:2)"
    ]
    article = f"---\ntitle: TITLE\ndeck: {SAID}\n---\n"
    site = "".join(f"-- content/articles/{id}.md --\n{article.replace('TITLE', id)}" for id in ("one", "two"))
    assert len(messages(copied, site)) == 1


def test_a_short_theme_or_citation_may_come_back() -> None:
    between = "\n-- editions/tarte/2021.yaml --\nresults: {pomme: Zoe}"
    for text in ("theme: Beurre", "note: Held online.", "results: {pomme: {laureate: Ann, citation: Well done.}}"):
        assert told(copied, _site(text, text.replace("Ann", "Ben") + between)) == []


def test_the_same_people_may_win_for_other_things() -> None:
    first = (
        "results: {pomme: {laureate: Ann, for: Une}, prune: {laureate: Ben, role: chef}, figue: Di,"
        " poire: {laureate: Cleo, score: 9}}"
    )
    other = first.replace("Une", "Deux").replace("chef", "patron")
    assert told(copied, _site(first, other)) == []
    assert len(told(copied, _site(first, first.replace("Une", "Deux")))) == 1


PARAGRAPH = (
    "It was a night of wind and rain, and nobody who had come to see the pies of that year rise stayed dry for long."
)


def paragraphs(*texts: str) -> str:
    heads = (f"-- content/articles/{id}.md --\n---\ntitle: {id}\n---\n" for id in "abc")
    return "".join(f"{head}{text}\n" for head, text in zip(heads, texts, strict=False))


def test_a_paragraph_that_stands_in_two_texts_or_twice_in_one_is_told() -> None:
    again = ["content/articles/b.md:6:1: this paragraph stands in content/articles/a.md:4, word for word"]
    assert told(copied, paragraphs(f"{PARAGRAPH}\n\nSo.", f"Then.\n\n{PARAGRAPH}")) == again
    assert hints(copied, paragraphs(f"{PARAGRAPH}\n\nSo.", f"Then.\n\n{PARAGRAPH}")) == [
        'write its own, or delete it; if both are so, write `copied = [{texts = ["a", "b"], reason = "…"}]` '
        "below `[exceptions]` in site.toml"
    ]
    assert told(copied, paragraphs(f"{PARAGRAPH}\n\nSo.\n\n{PARAGRAPH}")) == [
        "content/articles/a.md:8:1: this paragraph stands in content/articles/a.md:4, word for word"
    ]


def test_a_formula_a_quotation_and_a_whole_copy_are_not_told_as_paragraphs() -> None:
    assert told(copied, paragraphs(f"{PARAGRAPH}\n\nSo.", f"Then.\n\n{PARAGRAPH}", f"{PARAGRAPH}\n\nAnd.")) == []
    assert told(copied, paragraphs(f"> {PARAGRAPH}\n\nSo.", f"Then.\n\n> {PARAGRAPH}")) == []
    assert told(copied, paragraphs(PARAGRAPH, PARAGRAPH)) == [
        "content/articles/b.md:2:1: this text is that of content/articles/a.md, word for word"
    ]


def _cited(*citations: str) -> str:
    rows = ", ".join(f"{{laureate: L{at}, citation: {text}}}" for at, text in enumerate(citations))
    return f"results: {{pomme: [{rows}]}}"


def test_a_short_citation_is_told_where_others_are_each_of_one() -> None:
    words = ("plum", "pear", "lime", "date", "fig", "nut", "rye", "oat", "corn", "leek", "kale")
    others = [f"A pie of {word}" for word in words]
    then = "results: {pomme: {laureate: Zoe, citation: A steady hand}}\n-- editions/tarte/2021.yaml --\nordinal: 5"
    assert messages(copied, _site(_cited("A steady hand", *others), then)) == [
        "the citation of Zoe is that of L0 in tarte/2019, word for word (editions/tarte/2019.yaml:1)"
    ]
    assert told(copied, _site(_cited("A steady hand", *others[:9]), then)) == []
    twice = [*others, others[0]]
    assert told(copied, _site(_cited("A steady hand", *twice), then)) == []
    thrice = then.replace("ordinal: 5", "results: {pomme: {laureate: Yan, citation: A steady hand}}")
    assert told(copied, _site(_cited("A steady hand", *others), thrice)) == []
    assert told(copied, _site(_cited("Well done", *others), then.replace("A steady hand", "Well done"))) == []


def test_a_paragraph_of_a_translation_is_not_that_of_its_original() -> None:
    def site(text: str, translates: str = "translates: night\n") -> str:
        said = "[[Ann Crust]] follows [[Cy]]. The best pie of all is hers."
        original = f"-- content/articles/night.md --\n---\ntitle: A\n---\nRain.\n\n{said}\n"
        own = f"-- content/articles/a.md --\n---\ntitle: B\nlanguage: fr\n{translates}---\n{text or said}\n\nPluie.\n"
        return f"-- editions/pie/2010.yaml --\nresults: {{unknown: [Ann Crust, Cy]}}\n{original}{own}"

    (line,) = told(copied, site(""))
    where = "content/articles/night.md:6"
    assert line == f"content/articles/a.md:6:1: this paragraph is that of the original, word for word ({where})"
    (hint,) = hints(copied, site(""))
    assert hint.startswith("translate it; if it is right, ")
    assert told(copied, site("", "")) == []
    assert told(copied, site("[[Ann Crust]] suit [[Cy]]. La meilleure tarte est la sienne.")) == []


def test_a_work_is_honoured_once_in_a_category() -> None:
    others = ", ".join(f"{{laureate: N{number}, for: Work {number}}}" for number in range(12))
    first = f"results: {{pomme: {{laureate: Ann, for: Crumb}}, figue: [{others}]}}"
    other = "results: {pomme: {laureate: Ben, for: Crumb}, prune: {laureate: Di, for: Stone}}"
    assert messages(copied, _site(first, other)) == [
        "the work of Ben is that of Ann in tarte/2019, word for word (editions/tarte/2019.yaml:1)"
    ]
    assert told(copied, _site(first, other.replace("Ben", "Ann"))) == []
    assert told(copied, _site(first, "results: {prune: {laureate: Ben, for: Crumb}}")) == []
    both = first.replace("figue", "prune: {laureate: Cy, for: Crumb}, figue")
    assert told(copied, _site(both, "ordinal: 4")) == []


def test_where_works_come_back_nothing_is_told() -> None:
    first = "results: {pomme: {laureate: Ann, for: Crumb}, prune: {laureate: Cy, for: Plum}}"
    assert told(copied, _site(first, first.replace("Ann", "Ben").replace("Cy", "Di"))) == []

"""Claims inside a text: what an editor may write, and what is told of the rest."""

from dataclasses import replace

import pytest

from palmarium.model import Claim, Ref, Stated
from palmarium.problems import Span
from palmarium.sources.numerals import numbers, ordinals
from tests.sources.test_markdown import converted, told


def hint(text: str) -> str:
    return converted(text)[1][0].hint


def claim(text: str) -> Claim:
    prose, problems = converted(text)
    assert problems == ()
    [found] = prose.claims
    return found


def test_a_claim_is_its_words_its_count_and_its_number() -> None:
    assert claim("Ils sont [26 lauréats]{laureates}.") == Claim("26 lauréats", "laureates", 26, Span("a.md", 10, 10))


def test_the_mark_comes_right_after_the_words() -> None:
    prose, _ = converted("Ils sont [26 lauréats]{laureates} et [27 trophées]{titles} !")
    assert prose.pieces == ("<p>Ils sont 26 lauréats", Stated(0), " et 27 trophées", Stated(1), "\u202f!</p>")
    assert prose.words == 8


def test_a_claim_may_end_its_paragraph_and_hold_a_link() -> None:
    prose, problems = converted("[[[Free]] et *25 autres*]{laureates is=26}\n\nsuite")
    assert problems == ()
    assert prose.pieces == ('<p><a href="ref:0">Free</a> et <em>25 autres</em>', Stated(0), "</p>\n<p>suite</p>")
    assert prose.claims[0].says == "Free et 25 autres"
    assert prose.links[0].span == Span("a.md", 10, 2)


def test_an_edition_an_award_or_a_key_narrows_it() -> None:
    one = claim('x [deux trophées]{titles escda/2011 of="Vente-privée" source=s1 note="Lu sur scène." disputed}')
    assert one == Claim(
        "deux trophées", "titles", 2, Span("a.md", 10, 3), of=Ref("Vente-privée", Span("a.md", 10, 41)),
        edition=Ref("escda/2011", Span("a.md", 10, 26)), source=Ref("s1", Span("a.md", 10, 62)),
        note="Lu sur scène.", disputed=True,
    )  # fmt: skip
    assert claim("[4 éditions]{editions palmes}").award == Ref("palmes", Span("a.md", 10, 23))
    assert claim("[4 titres]{titles until=palmes/2011}").until == Ref("palmes/2011", Span("a.md", 10, 25))
    other = claim("[premier]{rank scope=sector:telecom category=innovation of=“Ann Crust”}")
    assert (other.value, other.scope) == (1, "sector:telecom")
    assert other.category == Ref("innovation", Span("a.md", 10, 46))
    assert other.of == Ref("Ann Crust", Span("a.md", 10, 61))


def test_a_disputed_claim_says_so_and_no_other() -> None:
    assert claim("[3]{titles disputed}").disputed
    assert not claim("[3]{titles}").disputed


@pytest.mark.parametrize(
    ("says", "count", "value"),
    [
        ("Quarante-trois catégories", "categories", 43),
        ("onze entreprises élues pour la première fois", "first-time", 11),
        ("la quatrième édition", "ordinal", 4),
        ("4 éditions", "editions", 4),
        ("premier", "rank", 1),
        ("1 500 candidats", "entrants", 1500),
    ],
)
def test_the_number_is_read_from_the_words(says: str, count: str, value: int) -> None:
    assert claim(f"[{says}]{{{count}}}").value == value


def test_the_number_given_wins_over_the_words() -> None:
    assert claim("[une soixantaine d'entreprises]{stated is=60}").value == 60
    assert claim("[11 victoires en 11 éditions]{titles is=12}").value == 12


def test_words_without_one_number_are_told() -> None:
    assert told("x [une soixantaine]{stated}") == [
        'a.md:10:3: "une soixantaine" states no number that can be read  [broken-claim]'
    ]
    assert told("[trois ou quatre]{titles}") == ['a.md:10:1: "trois ou quatre" states 2 numbers: 3, 4  [broken-claim]']
    assert hint("[trois ou quatre]{titles}") == "say which: is=3, inside the braces"
    assert hint("[quelques]{titles}") == "say which: is=26, inside the braces"


def test_a_wrong_word_is_told_at_its_place() -> None:
    assert told("x [3 prix]{titles palmes/2011 sourse=s1}") == [
        'a.md:10:31: "sourse" means nothing in a claim  [broken-claim]'
    ]
    assert hint("[3 prix]{titles sourse=s1}") == 'did you mean "source"?'
    assert told("[3 prix]{titles a/1 b/2}") == ['a.md:10:21: "b/2" means nothing in a claim  [broken-claim]']
    assert hint("[3 prix]{titles a/1 b/2}") == (
        "after what is counted comes an edition, or is, of, category, edition, award, until, scope, source, note, "
        "disputed"
    )
    assert told('[3 prix]{titles of=""}') == ['a.md:10:17: "of" means nothing in a claim  [broken-claim]']
    assert told("[3 prix]{titles is=3.5}") == ['a.md:10:20: "3.5" is no whole number  [broken-claim]']
    assert hint("[3 prix]{titles is=some}") == "write is=26"
    assert hint("[3 prix]{titles is=douze}") == "write is=12"


def test_a_claim_that_counts_nothing_is_told() -> None:
    assert told("[3 prix]{}") == ["a.md:10:1: this claim does not say what is counted  [broken-claim]"]
    assert hint("[3 prix]{ }") == ("write [3 prix]{laureates}, or what else is counted: titles, editions, ordinal…")


def test_a_claim_in_a_heading_or_over_two_lines_is_told() -> None:
    assert told("## [3 prix]{titles}") == ["a.md:10:4: a heading can't hold a claim  [broken-claim]"]
    message = '"]{" ends a claim that does not begin or close on this line  [broken-claim]'
    assert told("[3\nprix]{titles}") == [f"a.md:11:5: {message}"]
    assert told("[3 prix]{titles\nx}") == [f"a.md:10:8: {message}"]


@pytest.mark.parametrize("text", ["`[3 prix]{titles}`", r"\[3 prix]\{titles}", "[3], {titles}", "a[0]", "{titles}"])
def test_what_only_looks_like_a_claim_is_none(text: str) -> None:
    prose, problems = converted(text)
    assert (prose.claims, problems) == ((), ())


def test_a_broken_claim_leaves_its_words_and_no_mark() -> None:
    prose, _ = converted("Ils sont [26 lauréats]{}.")
    assert prose.pieces == ("<p>Ils sont 26 lauréats.</p>",)


def test_the_words_remember_where_they_stand() -> None:
    prose, _ = converted("a\n\n[3 prix]{titles}")
    assert (prose.text, prose.line) == ("a\n\n[3 prix]{titles}", 10)
    assert replace(prose, text="", line=1) != prose


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("26 lauréats", (26,)),
        ("vingt-six lauréats", (26,)),
        ("soixante-dix-sept", (77,)),
        ("soixante et onze", (71,)),
        ("quatre-vingts", (80,)),
        ("quatre-vingt-dix-neuf", (99,)),
        ("septante-deux", (72,)),
        ("cent", (100,)),
        ("deux cent trois", (203,)),
        ("mille", (1000,)),
        ("mille cinq cents", (1500,)),
        ("quatre mille deux", (4002,)),
        ("vingt et un", (21,)),
        ("two hundred and five", (205,)),
        ("thirty-seven thousand", (37000,)),
        ("1 500 candidats", (1500,)),
        ("1\u202f500", (1500,)),
        ("1,500 people", (1500,)),
        ("12.500", (12500,)),
        ("deux et une mention", (2,)),
        ("une palme", (1,)),
        ("un label que 26 entreprises portent", (26,)),
        ("le label d'une ville à trois noms", (3,)),
        ("3 fois 3", (3,)),
        ("zéro", (0,)),
        ("deux trois", (2, 3)),
        ("vingt trente", (20, 30)),
        ("28,6 %", ()),
        ("une soixantaine", ()),
        ("une poignée de noms", ()),
        ("two dozen", ()),
        ("la 4e édition", ()),
        ("quelques-uns", ()),
        ("B2S", ()),
        ("", ()),
    ],
)
def test_numbers_are_read_in_figures_and_words(text: str, found: tuple[int, ...]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *[("4e", (4,)), ("1re", (1,)), ("8ème", (8,)), ("11th", (11,)), ("22nd", (22,)), ("la première", (1,))],
        *[("twelfth", (12,)), ("seizième", (16,)), ("4 éditions", ()), ("quatre", ()), ("3G", ())],
    ],
)
def test_places_in_a_series_are_read_too(text: str, found: tuple[int, ...]) -> None:
    assert ordinals(text) == found


@pytest.mark.parametrize(("scope", "right"), [("Overall", "overall"), ("secteur:telecom", "sector:telecom")])
def test_a_scope_that_says_it_otherwise_is_told(scope: str, right: str) -> None:
    assert told(f"[3 prix]{{titles scope={scope}}}") == [f'a.md:10:10: "{scope}" is no scope  [broken-claim]']
    assert hint(f"[3 prix]{{titles scope={scope}}}") == f"write scope={right}"

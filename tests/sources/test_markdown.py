import pytest

from palmarium.model import Block, Heading, Prose
from palmarium.problems import Level, Problem, Span
from palmarium.sources.markdown import convert
from tests.resolved import lines


def converted(text: str) -> tuple[Prose, tuple[Problem, ...]]:
    return convert("a.md", text, 10, "fr")


def html(text: str) -> str:
    prose, problems = converted(text)
    assert problems == ()
    return "".join(piece for piece in prose.pieces if isinstance(piece, str))


def told(text: str) -> list[str]:
    return lines(converted(text)[1])


def test_a_link_stays_an_open_slot_with_its_target_text_and_place() -> None:
    prose, _ = converted("Bravo à\n[[Leroy  Merlin|cette enseigne]] et [[palmes/2011]].")
    assert [(link.target, link.text) for link in prose.links] == [
        ("Leroy Merlin", "cette enseigne"),
        ("palmes/2011", ""),
    ]
    assert [link.span for link in prose.links] == [Span("a.md", 11, 1), Span("a.md", 11, 37)]
    assert prose.pieces == ('<p>Bravo à\n<a href="ref:0">cette enseigne</a> et <a href="ref:1">palmes/2011</a>.</p>',)


def test_a_link_behind_code_or_a_picture_keeps_its_column() -> None:
    prose, _ = converted("`code` ![alt](a.jpg) [[Orange]]")
    assert [(link.target, link.span.column) for link in prose.links] == [("media:a.jpg", 8), ("Orange", 22)]


@pytest.mark.parametrize(
    "text",
    [
        *("`[[a]]`", "``a ` [[b]]``", "```\n[[a]]\n```", "~~~~\n~~~\n[[a]]\n~~~~", r"\[[a]]"),
        *("    [[a]]", "\t[[a]]", "b\n\n    [[a]]\n\n    [[c]]", "## b\n    [[a]]", "- b\n\n        [[a]]"),
        *("```\nb\n```\n\n    [[a]]", "- b\n\nc\n\n    [[a]]", "    {{ jury a/b }}", "    [2 a]{b}"),
    ],
)
def test_what_stands_in_code_or_is_escaped_is_no_link(text: str) -> None:
    prose, problems = converted(text)
    assert (prose.links, problems) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        *("b\n    [[a]]", "- b\n\n    [[a]]", "1. b\n\n    [[a]]", "- b\n\n    - c\n\n        [[a]]", "   [[a]]"),
        *("b\n:   c\n\n    [[a]]", "b[^1]\n\n[^1]: c\n\n    [[a]]"),
        *("- b\n  c\n\n    [[a]]", "- b\n\n    c\n\n    [[a]]"),
    ],
)
def test_what_is_indented_and_no_code_may_hold_a_link(text: str) -> None:
    prose, problems = converted(text)
    assert ([link.target for link in prose.links], problems) == (["a"], ())
    assert any('<a href="ref:0">a</a>' in str(piece) for piece in prose.pieces)


def test_indented_code_is_printed_as_written() -> None:
    made = html("Ainsi :\n\n    voir [[palmes/2011]]\n    {{ jury palmes/2011 }}\n")
    assert made == "<p>Ainsi\u00a0:</p>\n<pre><code>voir [[palmes/2011]]\n{{ jury palmes/2011 }}\n</code></pre>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a<b and b>c", 'a.md:10:2: the tag <b> would swallow "and"  [html-tag]'),
        ("si a<b et ainsi", "a.md:10:5: the tag <b> does not end  [html-tag]"),
        ('<a href="x" onclick=y rel="z">', "a.md:10:1: the tag <a> holds a script or a style, which is not allowed"),
        ("[3 <b x> lauréats]{laureates}", 'a.md:10:4: the tag <b> would swallow "x"  [html-tag]'),
    ],
)
def test_a_sign_that_would_swallow_words_is_told(text: str, message: str) -> None:
    assert told(text)[0].startswith(message)


@pytest.mark.parametrize("text", ["<b>a</b>", "<br/>", "<br />", '<abbr title="a b">c</abbr>', "<td colspan=2>"])
def test_a_tag_with_what_it_may_hold_passes(text: str) -> None:
    assert told(text) == []


def test_the_way_back_from_a_footnote_is_in_the_language_of_the_text() -> None:
    text = "a[^1]\n\n[^1]: b"
    for language, title in (("fr", "Revenir à la note 1 dans le texte"), ("en", "Jump back to footnote 1 in the text")):
        assert f'title="{title}"' in "".join(map(str, convert("a.md", text, 1, language)[0].pieces))


def test_an_exclamation_mark_makes_no_picture_of_a_link() -> None:
    assert "<img" not in html("Bravo![[Orange]]")


def test_markdown_in_a_name_is_not_markdown() -> None:
    assert html("[[a|*x* _y_ `z` <b> &lt; \\\\]]") == '<p><a href="ref:0">*x* _y_ `z` &lt;b&gt; &amp;lt; \\\\</a></p>'


@pytest.mark.parametrize("text", ["voir [[Leroy\nMerlin]]", "[[a|]]", "[[]]", "[[a]"])
def test_brackets_that_do_not_close_on_their_line_are_told(text: str) -> None:
    column = text.index("[[") + 1
    assert told(text)[0] == f'a.md:10:{column}: "[[" opens a link that cannot be read  [broken-link]'


def test_a_block_is_a_piece_of_its_own_with_its_place() -> None:
    prose, problems = converted("Avant\n{{ palmares palmes/2011 }}\naprès")
    assert problems == ()
    assert prose.pieces == (
        "<p>Avant</p>",
        Block("palmares", ("palmes/2011",), Span("a.md", 11, 1)),
        "<p>après</p>",
    )


def test_a_block_inside_a_line_or_of_no_kind_is_told() -> None:
    assert told("le jury : {{ jury palmes/2011 }}") == ['a.md:10:11: "{{" opens a block inside a line  [broken-block]']
    assert told("{{ jury palmes/2011 }") == ["a.md:10:1: this block does not end with }}  [broken-block]"]
    _, [problem] = converted("{{ palmarès palmes/2011 }}")
    assert problem.message == '"palmarès" is not a block; blocks are palmares, jury, figure, claim, quote'
    assert problem.hint == 'did you mean "palmares"?'


def test_headings_make_an_outline_and_the_first_level_is_told() -> None:
    prose, [problem] = converted("# Trop haut\n\n## Le *jury*\n\n### Et lui")
    assert prose.outline[-2:] == (Heading("le-jury", "Le jury", 2), Heading("et-lui", "Et lui", 3))
    assert problem.level is Level.WARNING
    assert (problem.span.line, problem.message) == (10, "a text has no heading of the first level")


def test_ids_of_headings_are_those_of_names_and_none_that_a_page_has() -> None:
    titles = ("Cœur & œuvre", "日本語", "Русский", "Main", "Claim 1", "Sources", "Sources", "Sources 2")
    text = "\n\n".join(f"## {title}" for title in titles)
    assert [heading.id for heading in converted(text)[0].outline] == [
        *("coeur-oeuvre", "日本語", "русский", "text-main", "text-claim-1", "text-sources", "text-sources-2"),
        "sources-2",
    ]
    raw = '<h3 id="ici">x *y*</h3>\n\n<b id="le-jury">z</b>\n\n## Le `jury`[^1]\n\n##### Là\n\n[^1]: n\n'
    assert converted(raw)[0].outline == (Heading("ici", "x *y*", 3), Heading("le-jury-2", "Le jury", 2))
    deep = converted(raw.replace("*y*", "y"))
    assert '<h5 id="la">Là</h5>' in "".join(piece for piece in deep[0].pieces if isinstance(piece, str))
    assert lines(deep[1]) == ["a.md:16:1: this heading is of level 5, below one of level 2  [heading]"]
    assert told("## A\n\n## \n\nB") == ["a.md:12:1: this heading has no words  [heading]"]
    assert told("#Tea for two\n\nB") == ['a.md:10:1: "#" makes no heading without a space behind it  [heading]']
    assert told("#tea\n\n#tea is served.") == []
    # Where a link leads to it, it is an error: a link to no heading would be one, and come of it.
    levels = [converted(f"See [x](#{id}).\n\n##The oven")[1][0].level for id in ("the-oven", "the-hob")]
    assert levels == [Level.ERROR, Level.WARNING]
    assert told("A [[ ]] b") == ["a.md:10:3: this link names nothing  [broken-link]"]


def test_footnotes_tables_and_definitions_are_read() -> None:
    made = html("| a | b |\n|---|---|\n| c | d[^1] |\n\n[^1]: Note.\n\nTerme\n:   Sens\n")
    assert all(tag in made for tag in ("<table>", "<dt>", 'class="notes"'))


@pytest.mark.parametrize("alt", ["", " "])
def test_a_picture_without_a_text_is_a_link_without_a_text(alt: str) -> None:
    prose, problems = converted(f"![{alt}](a.jpg)")
    assert ([(link.target, link.text) for link in prose.links], problems) == ([("media:a.jpg", "")], ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a <script>alert(1)</script>", "a.md:10:3: the tag <script> is not allowed in a text  [html-tag]"),
        ("<iframe src=x></iframe>", "a.md:10:1: the tag <iframe> is not allowed in a text  [html-tag]"),
        (
            "<b onclick=x>",
            "a.md:10:1: the tag <b> holds a script or a style, which is not allowed in a text  [html-tag]",
        ),
        ("<img src=a.jpg>", "a.md:10:1: a picture is not written as a tag  [html-tag]"),
        ("[a](javascript:alert(1))", 'a.md:10:3: a link can\'t start with "javascript:"  [unsafe-link]'),
        ("[a]: DATA:text/html,x", 'a.md:10:1: a link can\'t start with "data:"  [unsafe-link]'),
        ("[a](ref:0)", 'a.md:10:3: a link can\'t start with "ref:"  [unsafe-link]'),
        ("[a](/noms/x/)", 'a.md:10:3: "/noms/x/" is no full address  [inner-link]'),
        ("[a](//evil.example/)", 'a.md:10:3: "//evil.example/" is no full address  [inner-link]'),
        ("[a][r]\n\n[r]: a.jpg", 'a.md:12:1: "a.jpg" is no full address  [inner-link]'),
    ],
)
def test_what_would_be_dropped_or_lead_astray_is_told(text: str, message: str) -> None:
    assert message in told(text)


@pytest.mark.parametrize(
    "text", ["<https://example.org>", "<a@example.org>", "[a](https://example.org) [b](#c)", "1 < 2, a[0] (b)"]
)
def test_honest_links_and_signs_pass(text: str) -> None:
    assert html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "<a href='java\tscript:alert(1)'>a</a>",
        "<a href=' &#106;avascript:alert(1)'>a</a>",
        "[a](\njavascript:alert(1))",
        "<svg><script>alert(1)</script></svg>",
        "<div\nonclick=alert(1)>a</div>",
        "<style>*{}</style>",
        "<form action=javascript:alert(1)><button>a",
        "<b style='background:url(javascript:alert(1))'>a</b>",
    ],
)
def test_whatever_is_told_of_it_nothing_that_runs_comes_out(text: str) -> None:
    made = "".join(map(str, converted(text)[0].pieces)).lower()
    assert not any(word in made for word in ("<script", "javascript:", "onerror", "onclick", "style", "<form", "<svg"))


def test_a_slot_cannot_be_forged_by_number() -> None:
    prose, _ = converted("{{ jury palmes/2011 }}\n\n&#xE000;0&#57345; &#xe000;9&#xE001;")
    assert [type(piece) for piece in prose.pieces] == [Block, str]


def test_deep_lists_are_told_and_leave_the_next_text_alone() -> None:
    text = "*a*\n\n- b\n\n    c\n"
    before = html(text)
    deep = "\n".join("    " * depth + "- a" for depth in range(300))
    assert told(deep) == ["a.md:49:159: the lists and quotations of this text nest too deeply  [markdown]"]
    assert html(text) == before


def test_texts_are_typeset_outside_of_code_and_entities() -> None:
    assert html("L'accueil : `l'un ; l'autre` &amp; plus ;") == (
        "<p>L’accueil\u00a0: <code>l'un ; l'autre</code> &amp; plus\u202f;</p>"
    )


def test_words_are_counted_without_tags() -> None:
    assert converted("Un *deux* [trois](https://example.org/quatre)")[0].words == 3
    assert converted("  \n")[0] == Prose(path="a.md")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## Vue 2\n\n## Vue\n\n## Vue\n\n## Vue", ["vue-2", "vue", "vue-3", "vue-4"]),
        ("## Source code\n\n## Source code\n\n## Claim 2", ["text-source-code", "text-source-code-2", "text-claim-2"]),
        ("## Main\n\n## Text main\n\n## Main", ["text-main", "text-main-2", "text-main-3"]),
    ],
)
def test_headings_of_one_name_and_of_names_that_the_page_bears_get_ids_of_their_own(text: str, ids: list[str]) -> None:
    assert [heading.id for heading in converted(text)[0].outline] == ids


def test_a_text_longer_than_several_novels_is_told_where_it_would_end() -> None:
    line = f"{'word ' * 199}end.\n"
    prose, [problem] = converted(line * 1_001)
    assert (prose.text, problem.code, problem.span.line) == ("", "too-long", 10 + 1_000)
    assert problem.message == "a text of 1,001,000 letters is too long for one page: 1,000,000 are the most"
    assert problem.hint == "move what begins here into a file of its own"

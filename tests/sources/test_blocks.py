"""Blocks of Markdown are those of CommonMark, and what would surprise an editor is told."""

import re
import sys

import nh3
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from palmarium.model import Block, Prose, ProseLink, Shown
from palmarium.problems import Level, Problem, Span
from palmarium.sources.markdown import code_lines, convert, inline, own_words
from tests.resolved import lines

COMMONMARK = MarkdownIt("commonmark").enable("table")


def converted(text: str) -> tuple[Prose, tuple[Problem, ...]]:
    return convert("a.md", text, 1, "en")


def html(text: str) -> str:
    return "".join(piece for piece in converted(text)[0].pieces if isinstance(piece, str))


def told(text: str) -> list[tuple[str, str]]:
    problems = converted(text)[1]
    return list(zip(lines(problems), (problem.hint for problem in problems), strict=True))


def same(written: str) -> str:
    """HTML without what the two readings are free to write otherwise: spaces, ids, the level of a title."""
    raw = re.sub(r"<(/?)h1>", r"<\1h2>", written)
    clean = nh3.clean(raw, tags=set(inline.TAGS), attributes={"ol": {"start"}, "a": {"title"}}, link_rel=None)
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(clean.split())).replace("<tbody></tbody>", "").replace("’", "'")


LINES = (
    *("a", "b", "  b", "   c", "    d", "      deep", "a  ", "a\\", "", "", "   ", "- a", "  - b", "    - b", "- - n"),
    *("* s", "+ t", "-", "1. x", "2. y", "3) z", "10. k", "1.", "> q", ">", "> - q", ">     code", "# h", "## h ##"),
    *("---", "===", "***", "_ _ _", "```", "~~~", "~~~~ x", "| a | b |", "|---|--:|", "| 1 | 2 |", "a | b", "\tz"),
    *("-\ta", "*em* **st** _u_", "`c", "d`", "[l](https://x.y)", "[r]", "\n[r]: https://x.y 't'\n", "<div>", "</div>"),
    *("<b>i</b>", "<pre>", "</pre>", "&amp; &copy;"),
)


# Items after an empty one and a blank line are one list here, as the standard says; a year begins none.
NOT_THE_SAME = re.compile(r"(?:-|\d[.)])[ >]*\n[ >]*\n|\d{4}")


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join))
@settings(max_examples=200)
def test_lines_in_any_order_are_the_blocks_of_commonmark(text: str) -> None:
    assume(not NOT_THE_SAME.search(text))
    assert same(html(text)) == same(COMMONMARK.render(text))


@given(st.text(alphabet=st.sampled_from("ab  \n\n->1.2)`"), max_size=30))
@settings(max_examples=200)
def test_signs_of_blocks_in_any_order_are_the_blocks_of_commonmark(text: str) -> None:
    assume(not NOT_THE_SAME.search(text))
    assert same(html(text)) == same(COMMONMARK.render(text))


WORDS = st.integers(0, 99).map("w{}".format)
WRAPPED = st.sampled_from(
    (
        *("{}", "- {}", "  - {}", "1. {}", "2012. {}", "3. {}", "> {}", "    {}", "## {}", "#{}", "##{}", "{}\n---"),
        *("{}:", ": {}", ":   {}", "[^1]: {}", "[{}]", "[{}][x]", "[{}](https://x.y)", "[[{}]]", "`{}`", "**{}"),
        *("| {} |", "| {0} | {0}a | {0}b |\n|---|---|", "| {} | b |\n|---|---|\n| {} | d | e |", "<div>{}"),
        *("<b>{}</b>", "*{}*"),
        *("```\n{}\n```", "[{}]{{laureates is=3}}", "\\{}", "{}\\", "[x]: https://x.y/{}", "{}[^1]", "<!-- c --> {}"),
    )
)


@given(st.lists(st.builds(lambda form, word: form.format(word, word), WRAPPED, WORDS), min_size=1, max_size=6))
@settings(max_examples=200)
def test_every_word_of_a_text_is_in_what_is_printed_or_in_a_line_that_is_told(blocks: list[str]) -> None:
    text = "\n".join(blocks)
    prose, problems = converted(text)
    printed = "".join(piece for piece in prose.pieces if isinstance(piece, str))
    there = set(re.findall(r"w\d+\w?", printed + str(prose.links)))
    wrong = {problem.span.line for problem in problems}
    for number, line in enumerate(text.split("\n"), 1):
        assert number in wrong or set(re.findall(r"w\d+\w?", line)) <= there


SIGNS = ("*", "**", "_", "a", "b ", " ", ")", "c.", "`d`", "[e", "](https://x.y)", "\\*")


@given(st.lists(st.sampled_from(SIGNS), max_size=9))
@settings(max_examples=400)
def test_no_letter_is_lost_between_signs_of_emphasis_unless_that_is_told(parts: list[str]) -> None:
    text = "".join(("x", *parts, "y"))
    problems = converted(text)[1]
    letters = re.sub(r"https://x.y|[^a-z]", "", text)
    printed = re.sub("[^a-z]", "", re.sub("https://x.y|<[^>]*>", "", html(text)))
    assert any(problem.level is Level.ERROR for problem in problems) or printed == letters


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The jury:\n- light\n- calm", "<p>The jury:</p><ul><li>light</li><li>calm</li></ul>"),
        ("1. x\n\n   y\n2. z\n   - n", "<ol><li><p>x</p><p>y</p></li><li><p>z</p><ul><li>n</li></ul></li></ol>"),
        ("- item\n\n  ```yaml\n  a: 1\n  ```", "<ul><li><p>item</p><pre><code>a: 1</code></pre></li></ul>"),
        ("~~~\na\n~~~\n- b\n***\n    d", "<pre><code>a</code></pre><ul><li>b</li></ul><hr><pre><code>d</code></pre>"),
        ("a\n: b\n: c", "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>"),
        ("a\na2\n\n:   b\n\n    c", "<dl><dt>a</dt><dt>a2</dt><dd><p>b</p><p>c</p></dd></dl>"),
        (": no term", "<p>: no term</p>"),
        ("> a\n\n: b", "<blockquote><p>a</p></blockquote><p>: b</p>"),
        ("<div>\n\n**a**\n\n</div>", "<div><p><strong>a</strong></p></div>"),
        ("# a\n\nb", "<h2>a</h2><p>b</p>"),
    ],
)
def test_lists_code_and_definitions_stand_where_they_are_written(text: str, printed: str) -> None:
    assert same(html(text)) == printed


def test_a_cell_keeps_its_alignment_and_its_strokes() -> None:
    made = html("| a | b | c |\n|:--|:-:|--:|\n| `x\\|y` | [[n|o]] | p\\|q |")
    assert re.findall(r'<td class="(\w+)">(.*?)</td>', made) == [
        ("left", "<code>x|y</code>"),
        ("centre", '<a href="ref:0">o</a>'),
        ("right", "p|q"),
    ]


def test_a_block_or_picture_in_a_list_stays_in_it() -> None:
    prose, problems = converted("- a\n  {{ jury p/1 }}\n- b\n\n  ![c](c.jpg)\n  ![d](d.jpg)")
    assert problems == ()
    assert [type(piece) for piece in prose.pieces] == [str, Block, str, Shown, str]
    assert [str(piece).count("<li>") - str(piece).count("</li>") for piece in prose.pieces] == [1, 0, 0, 0, -1]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2012. A year.",
            '1:1: "2012." would begin a list at 2012; it is read as the first word of its paragraph',
            "write 2012\\.",
        ),
        (
            "- a\n - b",
            "2:2: this item stands beside the one above, not inside it",
            "indent it by 2 spaces to put it inside, by 0 to put it beside",
        ),
        (
            "1. a\n  - b",
            "2:3: this item stands beside the one above, not inside it",
            "indent it by 3 spaces to put it inside, by 0 to put it beside",
        ),
        (
            "1. a\n1. b\n3. c",
            "2:1: this item is numbered 1, and readers would see 2",
            "number the items in order, or write 1\\. in a paragraph of its own",
        ),
        (
            "Then\n3. c\n4. d",
            "2:1: these lines are one paragraph, and no list",
            "leave a blank line above it",
        ),
        (
            "-un\n-deux",
            "1:1: these lines are one paragraph, and no list",
            "leave a blank line above it, and write - un",
        ),
        (
            "• un\n• deux",
            "1:1: these lines are one paragraph, and no list",
            "leave a blank line above it, and write - un",
        ),
        (
            "1)un\n2)deux",
            "1:1: these lines are one paragraph, and no list",
            "leave a blank line above it, and write 1) un",
        ),
        ("| a | b |\n| c | d |", "1:1: these lines make no table", "write |---|---| below the first"),
        (
            "| a | b | c |\n|---|---|\n| d | e | f |\n| g | h | i |",
            "2:1: the row above has 3 cells, this one 2: they make no table",
            "write |---|---|---|",
        ),
        ("|---|---|\n| c | d |", "1:1: these lines make no table", "write a row with headings above the first"),
        (
            "| a | b |\n| c | d |\n|---|---|\n| e | f |",
            "1:1: a table has one row above its dashes: this one is left out of it",
            "move the line of dashes below it",
        ),
        (
            "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+",
            "1:1: these lines make no table",
            "write a stroke between cells, |---|---| below the first row, and no +---+",
        ),
        ("a | b\n---\nc | d", "2:1: the row above has 2 cells, this one 1: they make no table", "write |---|---|"),
        (
            "x[1]\n\n[1]: Une note.",
            '3:1: "[1]:" defines nothing: behind it stands an address alone',
            "write [^1]: Une note. for a note, which [^1] calls",
        ),
        ("####### a", '1:1: "#######" makes no heading for there are six at most', "write ###### a"),
        ("| a | b |\n|---|", "2:1: the row above has 2 cells, this one 1: they make no table", "write |---|---|"),
        (
            "| a | b |\n|---|---|\n| c | d | e |",
            "3:11: this row has 3 cells, the table 2: the rest would be lost",
            "give the first row as many cells, or write \\| for a mere stroke",
        ),
        (
            "| a | b |\n|---|---|\n| Oxtail   14 |",
            "3:1: this row has 1 cell, the table 2",
            "write | Oxtail | 14 |",
        ),
        (
            "| a | b | c |\n|---|---|---|\n| Leek 12 | x |",
            "3:1: this row has 2 cells, the table 3",
            "write | Leek | 12 | x |",
        ),
        (
            "| a | b |\n|---|---|\n| Leek |",
            "3:1: this row has 1 cell, the table 2",
            "write | Leek | |, or a stroke wherever one is missing",
        ),
        (
            "a | b\n---|---\nc | d\nAnd so on.",
            "4:1: this line is a row of the table above, with one cell",
            "leave a blank line above it",
        ),
        ("##Prix", '1:1: "##" makes no heading without a space behind it', "write ## Prix"),
        (
            "a\nb\n---",
            "3:1: these signs make a heading of the whole paragraph above",
            "leave a blank line above them for a rule, or write ## before the words of a heading",
        ),
        (
            "<div>\n**a**\n</div>",
            '2:1: "**" is not read here: in HTML there is Markdown only between blank lines',
            "leave a blank line between the tags and the text",
        ),
        (
            "<p>[[a]]</p>",
            '1:4: "[[" is not read here: in HTML there is Markdown only between blank lines',
            "leave a blank line between the tags and the text",
        ),
        ("```\na", "1:1: the code that opens here is not closed", "write ``` on a line of its own behind it"),
        ("a\n\nb <!-- c\n\n[[d]]", "3:3: this comment is not closed", "write --> where it ends"),
        (
            "<!-- a\n\nb\n\n<!-- c -->",
            "1:1: this comment is not closed before another one begins in line 5",
            "write --> where it ends",
        ),
        (
            "a <!-- b <!-- c --> d",
            "1:3: this comment is not closed before another one begins on its line",
            "write --> where it ends",
        ),
        (
            "```yaml the rules\na\n```",
            '1:4: "yaml the rules" is shown nowhere: behind ``` stands the language of the code, in a word',
            "put it on a line above",
        ),
        (
            "a*b**c*def",
            "1:2: the signs of emphasis from here on can't be read",
            "close each `*` and `**` before another begins, or write \\* for mere signs",
        ),
        (
            "a\nb ** c ** d",
            '2:3: "**" is printed as it stands: it has no partner',
            "write ** behind the words as well, without a space between, or \\*\\* for mere signs",
        ),
        ("a <b>b", "1:3: the tag <b> is not closed", "write </b> where it ends"),
        ("a</b>", "1:2: nothing opens what </b> closes", "delete it"),
        (
            "a\n\n[b]: https://x.y",
            '3:1: nothing uses "[b]"',
            "write [words][b] where it is to lead there, or delete it",
        ),
        (
            "[a]\n\n[a]: https://x.y\n[A]: https://x.z",
            '4:1: "[A]" is defined twice; the first is on line 3',
            "delete one, or give it another word",
        ),
        (
            "a[^1]\n\n[^1]: b\n[^1]: c",
            '4:1: the note "[^1]" is here twice; the first is on line 3',
            "give one of the two, and what calls it, another word",
        ),
        (
            "[a][b]",
            '1:4: "[b]" is defined nowhere in this text',
            "write [a](https://…) or [[name|a]], or ]\\[ for mere brackets",
        ),
        (
            "Baker\tPlace\nAnn\t1\nBen\t2",
            "1:1: these lines make no table",
            "write | Baker | Place |, below it |---|---|, and the other lines like the first",
        ),
        (
            "1. the flour,\n2.the butter,",
            "2:1: this line is a part of the item above it",
            "write 2. the butter,",
        ),
        (
            "a. the flour\nb. the butter",
            "1:1: these lines are one paragraph, and no list",
            "leave a blank line above it, and write - the flour",
        ),
        (
            "[//]: # (To ask Ann)",
            '1:1: nothing uses "[//]"',
            "write <!-- To ask Ann --> for a remark that nobody reads",
        ),
        (
            "[comment]: <> (To ask Ann)",
            '1:1: nothing uses "[comment]"',
            "write <!-- To ask Ann --> for a remark that nobody reads",
        ),
        (
            "[a](https://x.y){target=_blank}",
            '1:17: "{target=_blank}" is printed as it stands',
            "write nothing: a link opens as readers choose",
        ),
        (
            "a :smile: at 10:30:45, b::c::d",
            '1:3: ":smile:" is printed as it stands',
            "write the sign itself, such as ☺, or nothing",
        ),
        (
            "[a b](titles pie/2011 source=s1)",
            "1:5: what a claim counts stands in braces",
            "write [a b]{titles pie/2011 source=s1}, or ]\\( for mere brackets",
        ),
        (
            "[https://x.y](a b)",
            "1:13: the words stand in the brackets, and the address behind them",
            "write [a b](https://x.y), or ]\\( for mere brackets",
        ),
        (
            "[a](mailto:b at c.d)",
            "1:3: no space stands inside an address",
            "write [a](mailto:b@c.d), or ]\\( for mere brackets",
        ),
        (
            '![a](b.jpg "c d" =300x200)',
            "1:4: the title stands in plain quotes, behind the address",
            'write ![a](b.jpg "c d"), or ]\\( for mere brackets',
        ),
        (
            '<img src="content/media/2011/b.jpg" alt="c">',
            "1:1: a picture is not written as a tag",
            "write ![c](2011/b.jpg)",
        ),
        (
            "![a](b c.jpg)",
            "1:4: an address that holds spaces stands in angle brackets",
            "write ![a](<b c.jpg>), or ]\\( for mere brackets",
        ),
        ("[](https://x.y)", "1:1: this link has no words", "write [words](https://x.y)"),
        (
            "[a](http://localhost:8000/awards/phare/2010/)",
            '1:3: "http://localhost:8000/awards/phare/2010/" is on your own machine, where no reader gets',
            "write [[phare/2010|a]] for a page of this site, or the address that readers can open",
        ),
        ("[a](mailto:editors)", '1:3: "mailto:editors" is no mailbox', "write mailto:name@example.org"),
        ("[]()", "1:1: this link has no words", "write [words](https://…)"),
        (
            "[](nope)",
            '1:2: "nope" is no full address',
            "write [[nope]] for a page of this site, or a full address: https://…",
        ),
        ("[a [b](https://x.y)](https://x.z)", "1:1: a link can't hold another link", "write one behind the other"),
        (
            '<a href="/awards/phare/2010/">x</a>',
            '1:1: "/awards/phare/2010/" is no full address',
            "write [[phare/2010|x]] for a page of this site, or a full address: https://…",
        ),
        (
            "[that night](/prix/phare/categorie/brume/)",
            '1:12: "/prix/phare/categorie/brume/" is no full address',
            "write [[phare/brume|that night]] for a page of this site, or a full address: https://…",
        ),
        ("a &#xE000; b", '1:3: "&#xE000;" is a character that no text may hold', "delete it"),
        ("a <abbr title='&#x202e;'>b</abbr>", '1:16: "&#x202e;" is a character that no text may hold', "delete it"),
        ("<a href='https://x.y/&#1;'>b</a>", '1:22: "&#1;" is a character that no text may hold', "delete it"),
        ("[a](https://x.y/&#x202e;)", "1:3: this address holds a character that no text may hold", "delete it"),
        ("[a](https://x.y '&#x2028;')", "1:3: these words hold a character that no text may hold", "delete it"),
        ("![a&#x2066;](a.png)", "1:1: these words hold a character that no text may hold", "delete it"),
        ("a ![a&#x2066;](a.png)", "1:3: these words hold a character that no text may hold", "delete it"),
        ("![a](a.png 'b — &#xE000;')", "1:1: these words hold a character that no text may hold", "delete it"),
        ("[r]\n\n[r]: https://x.y 'a&#x202a;'", "3:1: these words hold a character that no text may hold", "delete it"),
        ("[a](https://x.y/&#xE000;)", "1:3: this address holds a character that no text may hold", "delete it"),
        ("<!DOCTYPE html>", '1:1: "<!DOCTYPE" is not allowed in a text', "write Markdown, or &lt; for a bare <"),
    ],
)
def test_what_would_surprise_an_editor_is_told_with_what_to_write(text: str, message: str, hint: str) -> None:
    assert [(line.rsplit("  [", 1)[0], given) for line, given in told(text)] == [(f"a.md:{message}", hint)]


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("[le site] (https://x.y)", "[le site] (https://x.y)", "[le site](https://x.y)"),
        ("(le site)[https://x.y]", "(le site)[https://x.y]", "[le site](https://x.y)"),
        ("![photo] (a.jpg)", "![photo] (a.jpg)", "![photo](a.jpg)"),
        ("[26 lauréats] {laureates}", "[26 lauréats] {laureates}", "[26 lauréats]{laureates}"),
        ("x^[une note]", "^[une note]", "[^1], and on a line of its own [^1]: une note"),
        ("{ palmares phare/2014 }", "{ palmares phare/2014 }", "{{ palmares phare/2014 }} on a line of its own"),
        ("a {# pour moi #}", "{# pour moi #}", "<!-- pour moi -->"),
        ("a <!— pour moi —> b", "<!— pour moi —>", "<!-- pour moi -->"),
        ("a <!- pour moi -> b", "<!- pour moi ->", "<!-- pour moi -->"),
        ("~~barré~~", "~~barré~~", "<del>barré</del>"),
        ("## Titre {#ancre}", "{#ancre}", "nothing: an id is made of the words of a heading"),
        ("[TOC]", "[TOC]", "nothing: there is no such list here"),
        ("voir https://x.y/z.", "https://x.y/z", "<…> around it, and it is a link"),
        ("> [!NOTE]\n> Attention.", "[!NOTE]", "nothing: there are no boxes here"),
        ("*[HTML]: un langage", "*[HTML]: un langage", '<abbr title="un langage">HTML</abbr> where it stands'),
        ("// pour moi", "// pour moi", "<!-- pour moi -->"),
        ("/* pour moi */", "/* pour moi */", "<!-- pour moi -->"),
        ("a %%pour moi%% b", "%%pour moi%%", "<!-- pour moi -->"),
        ("a ||caché|| b", "||caché||", "caché: nothing is hidden here"),
        ("H~2~O", "~2~", "<sub>2</sub>"),
        ("x^2^", "^2^", "<sup>2</sup>"),
        ("a __ gras __ b", "__ gras __", "**gras**"),
        ("'''gras'''", "'''gras'''", "**gras**"),
        ("a ''Le Phare'' b", "''Le Phare''", "*Le Phare*, or real quotation marks"),
        ("a //penché// b", "//penché//", "*penché*"),
        ("[b]gras[/b]", "[b]gras[/b]", "**gras**"),
        ("[i]penché[/i]", "[i]penché[/i]", "*penché*"),
        ("[color=red]rouge[/color]", "[color=red]rouge[/color]", "rouge"),
        ("[quote]dit[/quote]", "[quote]dit[/quote]", "> dit on a line of its own"),
        ("[url=https://x.y]le site[/url]", "[url=https://x.y]le site[/url]", "[le site](https://x.y)"),
        ("<https://x.y|le site>", "<https://x.y|le site>", "[le site](https://x.y)"),
        ("[https://x.y le site]", "[https://x.y le site]", "[le site](https://x.y)"),
        (r"a \textbf{gras} b", r"\textbf{gras}", "**gras**"),
        (r"a \emph{penché} b", r"\emph{penché}", "*penché*"),
        (r"\newpage", r"\newpage", "nothing: the page is divided here by empty lines"),
        ("$$x$$", "$$x$$", "the formula in words and signs, such as x²: none is set here"),
        ("=== Titre ===", "=== Titre ===", "## Titre on a line of its own"),
        ("h2. Titre", "h2. Titre", "## Titre on a line of its own"),
        ("bq. dit", "bq. dit", "> dit on a line of its own"),
        ("===", "===", "---, with an empty line before it, for a rule, or nothing"),
        ("a <%= b %> c", "<%= b %>", "nothing: a text is no template"),
        ("caf&eacute", "&eacute", "the sign itself, such as é, or the whole name of it with a semicolon"),
    ],
)
def test_a_slip_that_would_be_printed_is_told_with_what_was_meant(text: str, shown: str, hint: str) -> None:
    place = f"a.md:1:{text.index(shown) + 1}"
    assert told(text) == [(f'{place}: "{shown}" is printed as it stands  [slip]', f"write {hint}")]
    assert told(f"`{text}`") == []


@pytest.mark.parametrize(
    "text",
    [
        *("[sic] (1984)", "f(x)[0]", "a {b} c", "[x](https://x.y) <https://x.y>", '<a href="https://x.y">x</a>'),
        *("~ 3 ~", "[https://x.y](https://x.y)", "1.5 million\n2.3 million", "*un*\n*deux*", "— Oui.\nMais non."),
        *("R&D, AT&T, Q&A", "5'' × 3''", r"C:\new\emph", "et//ou", "vers // vers", r"\~~a~~", "100 %, 50 %% a", "a ~b"),
        *("x^2", "== 3", "a || b", "[1] a [/1]", "[b] a", "Tarifs : 3 $$ ou 4 $$$"),
    ],
)
def test_signs_that_mean_themselves_pass(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("<!-- [[a]] -->", "a <!-- [[a]] --> b", "<!--\n\n{{ b }}\n\n[3 c]{d} ![e](f) <i> [^1]\n-->\n\ng"),
        *("| a <!-- [[b]] --> | c |\n|---|---|", "## a <!-- [[b]] -->", "- a\n<!-- [[b]]\n-->\n- c"),
        *("<div>\n<!-- [[a]] -->\n</div>", "<!-- a -->\n<!-- [[b]] -->"),
    ],
)
def test_nothing_in_a_comment_is_read(text: str) -> None:
    prose, problems = converted(text)
    assert (prose.links, prose.claims, problems) == ((), (), ())
    assert "[[" not in html(text)
    assert "[[" not in own_words(prose)


def test_a_comment_is_no_blank_line_no_indent_and_moves_no_column() -> None:
    assert same(html("- a\n<!-- x -->\n- b\n\n <!-- y -->   c")) == "<ul><li>a</li><li>b</li></ul><p>c</p>"
    assert converted("a <!-- x --> [[b]] <!-- y --> [[c]]")[0].links == (
        ProseLink("b", "", Span("a.md", 1, 14)),
        ProseLink("c", "", Span("a.md", 1, 31)),
    )
    assert converted("a <!-- x\ny --> [[b]]")[0].links == (ProseLink("b", "", Span("a.md", 2, 7)),)


@pytest.mark.parametrize("text", ["`<!-- a -->`", "    <!-- a -->", "```\n<!-- a\n```", "\\<!-- a -->"])
def test_a_comment_in_code_is_code(text: str) -> None:
    assert "&lt;!-- a" in html(text)
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("- a\n  [[b]]", 2, 3),
        ("> > - a\n> >\t[[b]]", 2, 5),
        ("-\t[[b]]", 1, 3),
        ("a\n: b [[c]]", 2, 5),
        ("| a | [[b]] |\n|---|---|", 1, 7),
        ("x[^1]\n\n[^1]: a\n\n    [[b]]", 5, 5),
        ("## a [[b]] #", 1, 6),
        ("`c\nd` [[b]]", 2, 4),
    ],
)
def test_a_link_knows_its_place_in_every_block(text: str, line: int, column: int) -> None:
    [link] = converted(text)[0].links
    assert link.span == Span("a.md", line, column)


def test_lines_of_code_are_known_in_every_block() -> None:
    text = "a\n    b\n\n    c\n- d\n\n      e\n\n  f\n> ```\n> g\n> ```\n~~~\nh\n\ni\n~~~\nj\n"
    assert code_lines(text, 1) & {2, 4, 5, 9, 11, 14, 16, 18} == {4, 11, 14, 16}


def test_words_of_others_are_blanks_in_a_text_as_long_as_it_was() -> None:
    said = "Hier « demain », `lundi`.\n\n> mardi\n\n- jeudi [vendredi](https://samedi.fr)"
    text = f"{said}\n\n    dimanche\n\n{{{{ quote x }}}}\n"
    words = own_words(converted(text)[0])
    assert len(words) == len(text)
    assert re.findall(r"\w+", words) == ["Hier", "jeudi", "vendredi", "dimanche"]


REPEATED = (
    *("![a](", "[", "[[", "](", "[a](b)", "[a][b]", "![", "<a ", '<a x="', "<!-- a --> ", "<!--", "`", "``a", "*"),
    *("> ", "- ", "1. ", ">", "- a\n", "> a\n", "{{", "]{a}", "&#", "\\", "«", '"a', "|-|\n", "| a ", ": a\n"),
    *("a\n: b\n\n", "[a]: b\n", "```\n", "[^a] ", "a\n\n", "\n<b>", "<i><b></i>", "# a\n", "\t", "(", "[[a]] "),
    *("[3 a]{b} ", "<b>", "</b>", "_a ", "**a*b"),
)


def calls(text: str) -> int:
    """How many functions are called, ours and others, to read a text."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    converted(text)
    sys.setprofile(counted)
    try:
        converted(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", REPEATED)
def test_a_text_twice_as_long_takes_twice_the_steps(unit: str) -> None:
    assert calls(unit * 400) < 2.5 * calls(unit * 200) + 1000


def test_eight_thousand_notes_take_as_many_steps_each_as_eight() -> None:
    def noted(count: int) -> str:
        return "".join(f"a[^{i}] " for i in range(count)) + "\n\n" + "".join(f"[^{i}]: b\n" for i in range(count))

    assert calls(noted(800)) < 2.5 * calls(noted(400))


def test_signs_of_emphasis_have_a_bound_told_with_their_line() -> None:
    text = "a\n\n" + "*b **c " * 600
    assert told(text) == [
        (
            "a.md:3:1: this paragraph holds more than 1,000 signs of emphasis  [markdown]",
            "divide it, or write \\* and \\_ for mere signs",
        )
    ]
    assert html(text).count("*b **c") == 600


@pytest.mark.parametrize(
    "written", ["<fête (1).jpg>", "f%C3%AAte%20(1).jpg", "fe%CC%82te%20%281%29.jpg", "<fe&#770;te (1).jpg>"]
)
def test_a_picture_has_one_name_however_it_is_typed(written: str) -> None:
    for text in (f"![A]({written})", f"See ![A]({written})."):
        prose, problems = convert("a.md", text, 1, "fr")
        assert problems == ()
        assert [link.target for link in prose.links] == ["media:fête (1).jpg"]


def test_words_that_are_indented_by_four_are_told() -> None:
    hint = "begin it as far left as the text above it; for code, write ``` on a line above and below it"
    said = "a.md:3:5: what is indented by four spaces is shown as code  [indented-text]"
    for words in ("Ann Crust won again.", "Le prix, cette année, va à Ann"):
        assert told(f"Text.\n\n    {words}\n") == [(said, hint)]
    assert told("- a\n\n      Ann Crust won again.\n")[0][1] == hint
    for code in ("a = 1", "def f(x):", "pip install -U pie", "$ make site now"):
        assert told(f"Text.\n\n    {code}\n") == []
    assert told("- a\n\n  Ann Crust won again.\n") == []

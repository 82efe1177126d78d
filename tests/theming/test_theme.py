import re

import pytest

from palmarium.config import Config
from palmarium.problems import Span
from palmarium.sources.site_toml import PATH
from palmarium.theming.social_cards import colours, unfit_colours
from palmarium.theming.theme import Theme, open_theme, words
from tests.resolved import lines
from tests.tiny_theme import PO

BASE = {
    "themes/base/theme.toml": b'name = "Base"\n[parameters]\nornament = {default = "palm", says = "what"}\n',
    "themes/base/templates/layout.html": b"base",
    "themes/base/templates/page/a.html": b"base a",
    "themes/base/assets/css/main.css": b"a { background: url(../img/a.svg) } b { background: url(#c) }",
    "themes/base/assets/img/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "themes/base/locale/fr/LC_MESSAGES/messages.po": PO.encode(),
}
OWN = {
    **BASE,
    "themes/own/theme.toml": b'name = "Own"\nextends = "base"\n[parameters]\ncolour = {default = "red", says = "x"}\n',
    "themes/own/templates/page/a.html": b"own a",
    "themes/own/assets/img/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg">own</svg>',
}


def config(**more: object) -> Config:
    return Config(**{"title": "a", "base_url": "https://example.org/", "language": "fr", "theme": "own", **more})  # type: ignore[arg-type]


def opened(files: dict[str, bytes], **more: object) -> Theme:
    theme, problems = open_theme(files, config(**more))
    assert lines(problems) == []
    assert theme
    return theme


def told(files: dict[str, bytes], **more: object) -> list[str]:
    return lines(open_theme(files, config(**more))[1])


def toml(text: str) -> dict[str, bytes]:
    return {**OWN, "themes/own/theme.toml": text.encode()}


def test_the_most_particular_file_wins_and_each_theme_can_be_named() -> None:
    theme = opened(OWN)
    assert theme.chain == ("own", "base")
    texts = {name: theme.templates[name].text for name in ("page/a.html", "base:page/a.html", "layout.html")}
    assert texts == {"page/a.html": "own a", "base:page/a.html": "base a", "layout.html": "base"}
    assert "own:layout.html" not in theme.templates


def test_assets_bear_a_mark_of_their_content_and_style_sheets_follow_it() -> None:
    own, base = opened(OWN), opened(BASE, theme="base")
    assert own.assets["img/a.svg"].data.endswith(b">own</svg>")
    assert own.assets["img/a.svg"].url != base.assets["img/a.svg"].url
    style = own.assets["css/main.css"]
    assert f"url(../{own.assets['img/a.svg'].url.removeprefix('/assets/')})".encode() in style.data
    assert b"url(#c)" in style.data
    assert style.url != base.assets["css/main.css"].url


SHEETS = {
    **OWN,
    "themes/base/theme.toml": b'name = "Base"\nstyles = ["css/main.css", "css/lists.css"]\n',
    "themes/base/assets/css/lists.css": b"\xef\xbb\xbf/* lists */\n\nli { color: red } /* b */\n",
    "themes/own/theme.toml": b'name = "Own"\nextends = "base"\nstyles = ["css/deep/own.css", "css/lists.css"]\n',
    "themes/own/assets/css/deep/own.css": b"q { content: '/* a */'; background: url(../../img/a.svg) }",
    "themes/own/assets/css/alone.css": b"/* alone */",
}


def test_the_sheets_of_all_themes_are_one_with_the_lowest_theme_first() -> None:
    theme = opened(SHEETS)
    picture = theme.assets["img/a.svg"].url.removeprefix("/assets/")
    assert sorted(theme.assets) == ["css/alone.css", "css/site.css", "img/a.svg"]
    assert theme.assets["css/site.css"].data.decode() == (
        f"a{{background:url(../{picture})}}b{{background:url(#c)}}\n"
        "li{color:red}\n"
        f"q{{content:'/* a */';background:url(../{picture})}}\n"
    )
    assert theme.assets["css/site.css"].sources == (
        "themes/base/assets/css/main.css",
        "themes/base/assets/css/lists.css",
        "themes/own/assets/css/deep/own.css",
    )
    assert theme.assets["css/alone.css"].data == b"/* alone */"


def test_all_sheets_as_one_are_published_where_a_template_asks_for_them() -> None:
    parted = {
        **SHEETS,
        "themes/base/theme.toml": b'name = "Base"\nstyles = ["css/main.css", "css/part/row.css"]\n',
        "themes/base/assets/css/part/row.css": b".row { color: red }",
        "themes/own/templates/page/a.html": b"<p>",
    }
    whole = opened(parted).assets["css/site.css"]
    assert whole not in opened(parted).files()
    assert {blob.url.rpartition("/")[2].partition(".")[0] for blob in opened(parted).files()} == {
        *("a", "alone", "common"),
    }
    frame = {"themes/own/templates/layout.html": b'{{ asset( "css/site.css" ) }}'}
    assert whole in opened({**parted, **frame}).files()


def test_a_sheet_of_the_same_name_stands_in_place_of_the_lower_one() -> None:
    theme = opened({**SHEETS, "themes/own/assets/css/main.css": b"a { color: blue }"})
    assert theme.assets["css/site.css"].data.startswith(b"a{color:blue}\nli{")
    assert theme.assets["css/site.css"].url != opened(SHEETS).assets["css/site.css"].url


@pytest.mark.parametrize(
    ("listed", "said", "hint"),
    [
        ('["css/deep/onw.css"]', '3:11: there is no style sheet "css/deep/onw.css" in assets/', "css/deep/own.css"),
        ('["img/a.svg"]', '3:11: there is no style sheet "img/a.svg" in assets/', "there are css/"),
        ('"css/own.css"', '3:10: there is no style sheet "css/own.css" in assets/', "css/alone.css"),
        ("[3]", "3:11: styles: a text in quotes is expected here, not 3", 'write `"3"`'),
        ("{a = 1}", "3:10: styles: a text is expected here, not a table", 'write `styles = "1"`'),
    ],
)
def test_a_sheet_that_is_not_there_is_told_where_it_is_listed(listed: str, said: str, hint: str) -> None:
    files = {**SHEETS, "themes/own/theme.toml": f'name = "Own"\nextends = "base"\nstyles = {listed}\n'.encode()}
    _, [problem] = open_theme(files, config())
    assert lines([problem]) == [f"themes/own/theme.toml:{said}  [theme]"]
    assert hint in problem.hint


def test_what_would_be_lost_in_one_sheet_is_told() -> None:
    assert told({**SHEETS, "themes/own/assets/css/deep/own.css": b'/* @import */\n@import "x.css";'}) == [
        "themes/own/assets/css/deep/own.css:2:1: `@import` does nothing in a sheet that is joined to others  [style]"
    ]
    assert told({**SHEETS, "themes/own/assets/css/site.css": b""}) == [
        'themes/own/assets/css/site.css:1:1: "css/site.css" is the name of all sheets together  [theme]'
    ]
    assert told({**OWN, "themes/own/assets/css/site.css": b""}) == []


def test_parameters_have_a_default_and_may_be_set() -> None:
    assert opened(OWN).parameters == (("colour", "red"), ("ornament", "palm"))
    assert ("colour", "blue") in opened(OWN, theme_parameters={"colour": "blue"}).parameters


def test_an_unknown_parameter_is_told_where_it_is_set() -> None:
    files = {**OWN, PATH: b'title = "a"\n[theme_parameters]\ncolor = "blue"\n'}
    there = {("theme_parameters", "color"): Span(PATH, 3)}
    theme, [problem] = open_theme(files, config(theme_parameters={"color": "blue"}, places=there))
    assert lines([problem]) == ['site.toml:3:1: the theme has no parameter "color"  [unknown-key]']
    assert problem.hint == 'did you mean "colour"?'
    assert theme
    [problem] = open_theme(files, config(theme_parameters={"size": "3"}))[1]
    assert problem.hint == "there are colour, ornament"
    [problem] = open_theme(files, config(theme_parameters={"theme": "base"}))[1]
    assert problem.hint == "move the line above the first [table] of site.toml"
    [problem] = open_theme(files, config(theme_parameters={"motto": "a", "theme": "base"}))[1]
    assert problem.subject == ("theme",)
    for name, table in (("winner", "points"), ("rank-2", "points"), ("badges", "outputs")):
        [problem] = open_theme(files, config(theme_parameters={name: "3"}))[1]
        assert problem.hint == f"write `[{table}]` on a line above it"


def test_a_value_knows_where_it_is_written() -> None:
    files = {**OWN, PATH: b'title = "a"\n[theme_parameters]\ncolour = "blue"\n'}
    there = {("theme_parameters", "colour"): Span(PATH, 3)}
    theme, _ = open_theme(files, config(theme_parameters={"colour": "blue"}, places=there))
    assert theme
    assert theme.places == {"colour": Span(PATH, 3), "ornament": Span("themes/base/theme.toml", 3, 23)}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("ivory darkgrene gold", ['"darkgrene" is not a colour (did you mean "darkgreen"?)']),
        ("ivory darkgreen gold", []),
        ("#fff #1d1b18  #7c5b0e", []),
        (
            "#ffff #1d1b18 #7c5b0e",
            ['"#ffff" is not a colour (write # and six digits, or a name: `card = "#fcfbf8 #1d1b18 #7c5b0e"`)'],
        ),
        (
            "#112233, white",
            [
                '"#112233," is not a colour (write # and six digits, or a name: `card = "#fcfbf8 #ffffff #7c5b0e"`)',
                "a card has three colours, ground, text and ornament; here are 2 "
                '(write `card = "#fcfbf8 #ffffff #7c5b0e"`)',
            ],
        ),
        ("", ['text and ornament; here are 0 (write `card = "#fcfbf8 #1d1b18 #7c5b0e"`)']),
        ("red;}body{background:url(//evil.example)} a b", ["is not a colour", "is not a colour", "is not a colour"]),
    ],
)
def test_the_colours_of_cards_are_colours(given: str, said: list[str]) -> None:
    files = toml('name = "Own"\nextends = "base"\n[parameters]\ncard = {default = "", says = "x"}\n')
    theme = opened(files, theme_parameters={"card": given})
    found = list(unfit_colours(theme))
    assert {problem.span.path for problem in found} <= {PATH}
    assert len(found) == len(said)
    for problem, expected in zip(found, said, strict=True):
        assert expected in f"{problem.message} ({problem.hint})"
    assert all(re.fullmatch("#[0-9a-f]{6}", each) for each in colours(theme))


def test_the_words_in_italics_end_the_title() -> None:
    files = toml('extends = "base"\n[parameters]\nemphasis = {default = "", says = "x"}\n')
    assert told(files, title="Les prix d’or", theme_parameters={"emphasis": "d’or"}) == []
    _, [problem] = open_theme(files, config(title="Les prix d’or", theme_parameters={"emphasis": "prix"}))
    assert problem.message == 'the title does not end with "prix"'
    assert problem.hint == 'write the last words of "Les prix d’or": `emphasis = "d’or"`'


def test_a_theme_that_is_not_there_is_told_where_it_is_asked_for() -> None:
    files = {**OWN, PATH: b'title = "a"\ntheme = "bsae"\n'}
    _, [problem] = open_theme(files, config(theme="bsae", places={("theme",): Span(PATH, 2, 9)}))
    assert lines([problem]) == ['site.toml:2:9: there is no theme "bsae" (themes/bsae/theme.toml)  [theme]']
    assert problem.hint == 'did you mean "base"?'
    assert told(toml('\nextends = "bse"\n')) == [
        'themes/own/theme.toml:2:11: there is no theme "bse" (themes/bse/theme.toml)  [theme]'
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "own"\n', '1:11: the theme "own" extends itself  [theme]'),
        ('name = "a"\nextend = "base"\n', '2:1: the key "extend" is unknown here  [unknown-key]'),
        (
            '[parameters]\na = {default = 3, says = "x"}\n',
            "2:16: default: a text in quotes is expected here, not 3  [theme]",
        ),
        ('name = "a"\nextends = 3\n', "2:11: extends: a text in quotes is expected here, not 3  [theme]"),
        ("parameters = 3\n", "1:14: parameters: a table is expected here, not 3  [theme]"),
        ("[parameters]\na = 3\n", "2:5: a: a table is expected here, not 3  [theme]"),
        ('[parameters]\na = {default = "x"}\n', '2:5: the key "says" is missing  [missing-key]'),
        ("a =\n", "1:4: this is not TOML: this key has no value  [toml]"),
        (f"a = {'[' * 9000}", "1:5: this is not TOML: this list or table can't be read: texts stand in quotes"),
    ],
)
def test_a_slip_in_theme_toml_is_told_with_its_place(text: str, message: str) -> None:
    assert told(toml(text))[0].startswith(f"themes/own/theme.toml:{message.split('  [')[0]}")


def test_marks_and_line_ends_of_windows_are_read_over() -> None:
    files = {**OWN, "themes/own/theme.toml": b'\xef\xbb\xbfname = "Own"\r\nextends = "base"\r\n'}
    files["themes/own/templates/page/a.html"] = b"\xef\xbb\xbfown a"
    assert opened(files).templates["page/a.html"].text == "own a"


def test_a_template_that_is_not_utf8_is_told() -> None:
    assert told({**OWN, "themes/own/templates/page/a.html": b"\xe9"}) == [
        "themes/own/templates/page/a.html:1:1: the file is not UTF-8: byte 0xE9 is no text  [encoding]"
    ]


def test_every_slip_in_theme_toml_says_what_to_write() -> None:
    _, found = open_theme(
        toml('extend = "base"\nextends = ["base"]\nkolors = 1\nstyles = [3]\nparameters = 3\n'), config()
    )
    assert {problem.subject[0]: problem.hint for problem in found} == {
        "extend": 'did you mean "extends"?',
        "extends": 'write `extends = "base"`',
        "kolors": "known are name, extends, description, styles, parameters",
        "styles": 'write `"3"`',
        "parameters": 'write `[parameters]`, then `motto = {default = "", says = "…"}`',
    }


def test_a_folder_that_hides_the_theme_of_the_program_is_told() -> None:
    files = {path: data for path, data in OWN.items() if path != "themes/base/theme.toml"}
    _, [problem] = open_theme(files, config())
    assert problem.message == 'there is no theme "base" (themes/base/theme.toml)'
    assert problem.hint.startswith("rename the folder themes/base, for it hides all of that theme, and write `extends")
    files = {path: data for path, data in OWN.items() if path != "themes/own/theme.toml"}
    assert open_theme(files, config())[1][0].hint == 'write themes/own/theme.toml: `extends = "base"`'


def test_files_beside_a_theme_that_say_something_of_it_are_none_of_ours() -> None:
    for name in ("README.md", "LICENSE", "screenshot.png", "locale/fr/LC_MESSAGES/messages.mo"):
        assert told({**OWN, f"themes/own/{name}": b""}) == []


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("fr_FR/LC_MESSAGES/messages.po", "fr"),
        ("en-GB/LC_MESSAGES/messages.po", "en"),
        ("de/messages.po", "de"),
        ("french/LC_MESSAGES/messages.po", "fr"),
        ("messages.po", ""),
    ],
)
def test_a_catalogue_of_no_language_that_is_read_is_told_with_the_language_of_its_folder(
    path: str, language: str
) -> None:
    [problem] = open_theme({**OWN, f"themes/own/locale/{path}": PO.encode()}, config())[1]
    assert lines([problem]) == [f"themes/own/locale/{path}:1:1: nothing reads this file  [stray-file]"]
    asked = "" if language else ", with the language of your site"
    assert problem.hint == f"move it to themes/own/locale/{language or 'fr'}/LC_MESSAGES/messages.po{asked}"


def sheet(text: str, **more: bytes) -> list[str]:
    """What is told of a style sheet, with its hint."""
    path = "themes/own/assets/css/deep/own.css"
    extra = {f"themes/own/assets/{name.replace('__', '/')}": data for name, data in more.items()}
    asked = {"themes/own/templates/page/a.html": " ".join(extra).encode()}
    _, found = open_theme({**SHEETS, path: text.encode(), **extra, **asked}, config())
    assert {problem.span.path for problem in found} <= {path}
    return [f"{p.span.line}:{p.span.column}: {p.message}  [{p.code}] ({p.hint})" for p in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ".bad {\n  background: url(../../img/nope.svg) }",
            '2:15: there is no file "../../img/nope.svg" in assets/, as seen from css/deep/own.css  [style] '
            "(put it into assets/img/nope.svg)",
        ),
        ("a { background: url(../../img/b.svg) }", "(did you mean url(../../img/a.svg)?)"),
        ("a { background: url('../img/a.svg') }", "(did you mean url(../../img/a.svg)?)"),
        ("a { background: url(none.png) }", '"none.png" in assets/, as seen from css/deep/own.css'),
        ("a { background: url(/img/a.svg) }", '"/img/a.svg" in assets/'),
        ("a { background: url() }", "this url() names no file  [style] (write url(../../img/name.svg))"),
        ('a { background: url( "//evil.example/a.png" ) }', '"//evil.example/a.png" leads to another site  [style]'),
        ("a { background: url(https://evil.example/a.png) }", "(put the file into assets/img, and write url(../../"),
        ("a { background: URL(javascript:alert(1)) }", "this url(…) does not end or holds a blank"),
        ("a { background: url(data:text/html,x) }", '"data:text/html,x" leads to another site'),
        ("a { background: url(a b.png) }", 'swallows what follows  [style] (write it in quotes: url("…"))'),
        ('a { background: image-set("a.png" 1x) }', "what image-set(…) asks for would not be found"),
        (
            'a { top: image-set(linear-gradient(red, red) 1x, "//evil.example/a.png" 2x) }',
            "1:50: what image-set(…) asks",
        ),
        ('a { top: image-set(/**/ "//evil.example/a.png" 1x) }', "1:25: what image-set(…) asks"),
        ('a { --x: "//evil.example/a.png"; top: image-set(var(--x) 1x) }', "what image-set(…) asks for"),
        ('a { --x: "//evil.example/a.png"; top: -webkit-image-set(var(--x, "a") 1x) }', "what -webkit-image-set(…)"),
        ('a { --x: "//evil.example/a.png"; top: src(var(--x)) }', "what src(…) asks for"),
        (
            "@\\69mport '//evil.example/a.css';",
            '1:2: this escape is the letter "i", and hides the word that it stands in  [style] (write i)',
        ),
        ("@\\49 MPORT '//evil.example/a.css';", 'this escape is the letter "I"'),
        ("a { top: u\\72l(//evil.example/a.png) }", 'this escape is the letter "r"'),
        ("a { top: \\url(//evil.example/a.png) }", 'this escape is the letter "u"'),
        ('a { top: im\\000061ge-set("//evil.example/a.png" 1x) }', 'this escape is the letter "a"'),
        ('a { top: image\\-set("//evil.example/a.png" 1x) }', 'this escape is the letter "-"'),
        ('@import "//evil.example/a.css";', "1:1: `@import` does nothing in a sheet that is joined to others"),
        ("@IMPORT url(#a);", "1:1: `@import` does nothing"),
        (
            "a { color: var(--gold2) }",
            '1:16: no style sheet sets "--gold2"  [style] (write --gold2: …; in :root, or var(--gold2, …))',
        ),
        ("b { --gold: red } a { color: var( --gold2 ) }", '"--gold2"  [style] (did you mean "--gold"?)'),
        (
            "a { /* b: c */ color: var(--gold, red) font-style: italic; }",
            '1:40: no ; stands before "font-style", and both are lost  [style] (write ; before font-style)',
        ),
        ("a {\n  margin: 0\n  top: 1px\n}", '3:3: no ; stands before "top"'),
        ("a { color: red", '1:3: this "{" is not closed, and swallows what follows  [style] (write } where it ends)'),
        ("a { color: red } }", '1:18: this "}" closes nothing  [style] (delete it)'),
        ("a {}\n/* b", "2:1: this comment does not end, and swallows what follows  [style] (write */ behind it)"),
        (
            ":root { --paper: red; --papper: blue } a { color: var(--paper) }",
            '1:23: nothing asks for "--papper"  [style] (did you mean "--paper"?)',
        ),
        ("a { margn: 0 }", '1:5: no browser knows "margn"  [style] (write margin)'),
        ("a { top: 0; &:hover { Colour: red } }", '1:23: no browser knows "Colour"  [style] (write color)'),
        ("@meda print { a { top: 0 } }", '1:1: no browser knows "@meda"  [style] (write @media)'),
        ('a { content: "b }', 'this text does not end, and swallows what follows  [style] (write " behind it)'),
    ],
)
def test_what_is_dead_or_broken_in_a_style_sheet_is_told_with_its_place(text: str, said: str) -> None:
    assert any(said in line for line in sheet(text))


@pytest.mark.parametrize(
    "text",
    [
        "/* url(nope.svg) @import 'x' var(--nope) { */ a { content: 'url(nope.svg) } var(--nope) /* @import' }",
        "a { background: url( '../../img/a.svg' ), url(../../img/a.svg#b), url(\"data:image/png;,A\"), url(#c) }",
        "a { color: var(--nope, red); --own: 3; width: var(--own) } @property --p { syntax: '*' } b { top: var(--p) }",
        "a { color: var(--by-script) } .block--mod:hover { top: 0 }",
        "@media print { a { content: '\\201C' attr(href) \"}\" } }",
        "a { background: url(../../img/%61.svg) }",
        "/* colr: red; */ a { content: ';colr: red'; order: 2; -webkit-mask: none; new: 1 } colr:hover { top: 0 }",
        "a { --own: b c: d; content: 'b c: d'; top: 1px; &:hover b c:focus { top: calc(1px + 2px) } }",
        "a b:hover { top: 0 } @media screen and (width >= 30em) { a { margin: 0 /* b: c */ } }",
        "@supports (top: 0) and (left: 0) { a { top: 0 } }",
        ".md\\:flex, .\\31 0, .w-1\\/2, .\\[x\\] { top: 1px\\9 } a[href^='https://'] { content: '\\66 a' }",
        "a { top: image-set(url(../../img/a.svg) type('image/svg+xml') 1x) } b:not([c='(']) { top: calc((1px + 2px)) }",
    ],
)
def test_what_stands_in_comments_and_quotes_of_a_style_sheet_is_none_of_it(text: str) -> None:
    assert sheet(text, **{"js__b.js": b"style.setProperty('--by-script', 1)"}) == []


def test_files_with_blanks_and_parts_of_files_are_linked_from_style_sheets() -> None:
    files = {
        **SHEETS,
        "themes/own/assets/img/b c.svg": OWN["themes/own/assets/img/a.svg"],
        "themes/own/assets/css/deep/own.css": b"a{top:url('../../img/b c.svg#d')} b{top:url(../../img/b%20c.svg)}",
    }
    theme = opened(files)
    url = theme.assets["img/b c.svg"].url.removeprefix("/assets/").replace(" ", "%20")
    assert theme.assets["css/site.css"].data.decode().endswith(f"a{{top:url(../{url}#d)}}b{{top:url(../{url})}}\n")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("img/a.svg", b"<svg><script/></svg>", "1:1: this <svg> does not say that it is SVG"),
        ("img/b.svg", b'<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>', "2:1: a drawing may not hold"),
        ("css/b.CSS", b"a{}\n@import '//evil.example/a.css';", "2:1: `@import` does nothing"),
        ("img/b.png", b"\xff\xd8\xff", "1:1: this is a JPEG picture, not .png"),
        ("css/b.scss", b"", "1:1: a theme publishes no .scss file"),
        ("page.html", b"", "1:1: a theme publishes no .html file"),
        ("LICENSE", b"", "1:1: this file has no ending"),
    ],
)
def test_a_file_that_a_theme_can_not_publish_is_told(name: str, data: bytes, said: str) -> None:
    found = open_theme({**OWN, f"themes/own/assets/{name}": data}, config())[1]
    assert [line.removeprefix(f"themes/own/assets/{name}:").startswith(said) for line in lines(found)] == [True]
    assert all(problem.hint for problem in found)


def test_a_language_that_no_catalogue_speaks_is_told_where_it_is_set() -> None:
    files = {**OWN, PATH: b'title = "a"\nlanguage = "de"\n'}
    theme, [problem] = open_theme(files, config(language="de", places={("language",): Span(PATH, 2, 12)}))
    assert theme is None
    assert lines([problem]) == ['site.toml:2:12: the theme does not speak "de"  [catalogue]']
    assert problem.hint == "write themes/own/locale/de/LC_MESSAGES/messages.po"


def test_sentences_of_both_themes_are_spoken() -> None:
    own = {**OWN, "themes/own/locale/fr/LC_MESSAGES/messages.po": PO.replace("Accueil", "Au seuil").encode()}
    assert opened(own).catalogue.gettext("Home") == "Au seuil"
    assert opened(own).catalogue.pgettext("word", "person") == "personne"


def test_the_words_of_addresses_come_from_the_catalogue() -> None:
    said = PO + '\nmsgctxt "url"\nmsgid "names"\nmsgstr "noms"\n'
    spoken = words(opened({**OWN, "themes/base/locale/fr/LC_MESSAGES/messages.po": said.encode()}).catalogue)
    assert (spoken.names, spoken.years) == ("noms", "years")


@pytest.mark.parametrize("path", ["themes/own/templates/page/a.html", "themes/base/locale/fr/LC_MESSAGES/messages.po"])
def test_a_change_in_what_lint_looks_at_changes_the_digest(path: str) -> None:
    changed = {**OWN, path: OWN[path].replace(b"Accueil", b"Seuil").replace(b"own a", b"own b")}
    assert opened(changed).digest != opened(OWN).digest


def test_dates_are_those_of_the_region_of_the_site() -> None:
    assert (opened(OWN).catalogue.locale, opened(OWN, region="CA").catalogue.locale) == ("fr", "fr_CA")
    _, [problem] = open_theme(OWN, config(region="JP", places={("region",): Span(PATH, 3, 10)}))
    said = 'site.toml:3:10: there are no dates and numbers of "fr" as in "JP"  [setting]'
    hint = "write the code of a country where it is spoken, such as GB or US for English; or delete it"
    assert (lines([problem]), problem.hint) == ([said], hint)


def test_a_font_is_known_by_its_first_bytes() -> None:
    sheet = {"themes/own/assets/a.css": b"@font-face{src:url(a.woff2)}"}
    styled = {**toml('extends = "base"\nstyles = ["a.css"]\n'), **sheet}
    assert told({**styled, "themes/own/assets/a.woff2": b"wOF2 and more"}) == []
    assert told({**styled, "themes/own/assets/a.woff2": b"hello"}) == [
        "themes/own/assets/a.woff2:1:1: this is no font: its first bytes are those of none  [theme]"
    ]
    [problem] = open_theme({**styled, "themes/own/assets/a.woff2": b"OTTO"}, config())[1]
    assert (problem.message, problem.hint) == ("this font is in the form otf, not woff2", "rename it a.otf")


def test_a_file_of_a_theme_that_nothing_reads_is_told() -> None:
    styled = {
        **toml('extends = "base"\nstyles = ["a.css"]\n'),
        "themes/own/assets/a.css": b"p{background:url(img/named.svg)}",
        "themes/own/templates/page/a.html": b"{{ asset('shapes/' ~ page.shape ~ '.svg') }}",
    }
    drawing = OWN["themes/own/assets/img/a.svg"]
    read = {f"themes/own/assets/{name}.svg": drawing for name in ("img/named", "shapes/round")}
    assert told({**styled, **read, "themes/own/assets/fonts/OFL.txt": b"Free."}) == []
    assert told({**styled, **read, "themes/own/assets/fonts/idle.woff2": b"wOF2"}) == [
        "themes/own/assets/fonts/idle.woff2:1:1: nothing reads this file  [stray-file]"
    ]

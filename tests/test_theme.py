import pytest

from palmarium.config import PATH, Config
from palmarium.theme import Theme, open_theme, words
from tests.resolved import lines
from tests.tiny_theme import PO

BASE = {
    "themes/base/theme.toml": b'name = "Base"\n[parameters]\nornament = {default = "palm", says = "what"}\n',
    "themes/base/templates/layout.html": b"base",
    "themes/base/templates/page/a.html": b"base a",
    "themes/base/assets/css/main.css": b"a { background: url(../img/a.svg) } b { background: url('http://x/y') }",
    "themes/base/assets/img/a.svg": b"<svg/>",
    "themes/base/locale/fr/LC_MESSAGES/messages.po": PO.encode(),
}
OWN = {
    **BASE,
    "themes/own/theme.toml": b'name = "Own"\nextends = "base"\n[parameters]\ncolour = {default = "red", says = "x"}\n',
    "themes/own/templates/page/a.html": b"own a",
    "themes/own/assets/img/a.svg": b"<svg>own</svg>",
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
    assert own.assets["img/a.svg"].data == b"<svg>own</svg>"
    assert own.assets["img/a.svg"].url != base.assets["img/a.svg"].url
    style = own.assets["css/main.css"]
    assert f"url(../{own.assets['img/a.svg'].url.removeprefix('/assets/')})".encode() in style.data
    assert b"url('http://x/y')" in style.data
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
        f"a {{ background: url(../{picture}) }} b {{ background: url('http://x/y') }}\n"
        "li { color: red }\n"
        f"q {{ content: '/* a */'; background: url(../{picture}) }}\n"
    )
    assert theme.assets["css/site.css"].sources == (
        "themes/base/assets/css/main.css",
        "themes/base/assets/css/lists.css",
        "themes/own/assets/css/deep/own.css",
    )
    assert theme.assets["css/alone.css"].data == b"/* alone */"


def test_a_sheet_of_the_same_name_stands_in_place_of_the_lower_one() -> None:
    theme = opened({**SHEETS, "themes/own/assets/css/main.css": b"a { color: blue }"})
    assert theme.assets["css/site.css"].data.startswith(b"a { color: blue }\nli {")
    assert theme.assets["css/site.css"].url != opened(SHEETS).assets["css/site.css"].url


@pytest.mark.parametrize(
    ("listed", "said", "hint"),
    [
        ('["css/deep/onw.css"]', '3:11: there is no style sheet "css/deep/onw.css" in assets/', "css/deep/own.css"),
        ('["img/a.svg"]', '3:11: there is no style sheet "img/a.svg" in assets/', "there are css/"),
        ('"css/main.css"', '3:1: "styles" must be a list of texts', 'write `styles = ["css/main.css"]`'),
        ("[3]", '3:1: "styles" must be a list of texts', 'write `styles = ["css/main.css"]`'),
    ],
)
def test_a_sheet_that_is_not_there_is_told_where_it_is_listed(listed: str, said: str, hint: str) -> None:
    files = {**SHEETS, "themes/own/theme.toml": f'name = "Own"\nextends = "base"\nstyles = {listed}\n'.encode()}
    _, [problem] = open_theme(files, config())
    assert lines([problem]) == [f"themes/own/theme.toml:{said}  [theme]"]
    assert hint in problem.hint


def test_what_would_be_lost_in_one_sheet_is_told() -> None:
    assert told({**SHEETS, "themes/own/assets/css/deep/own.css": b'/* @import */\n@import "x.css";'}) == [
        "themes/own/assets/css/deep/own.css:2:1: `@import` does nothing in a sheet that is joined to others  [theme]"
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
    theme, [problem] = open_theme(files, config(theme_parameters={"color": "blue"}))
    assert lines([problem]) == ['site.toml:3:1: the theme has no parameter "color"  [unknown-key]']
    assert problem.hint == 'did you mean "colour"?'
    assert theme


def test_a_theme_that_is_not_there_is_told_where_it_is_asked_for() -> None:
    files = {**OWN, PATH: b'title = "a"\ntheme = "bsae"\n'}
    _, [problem] = open_theme(files, config(theme="bsae"))
    assert lines([problem]) == ['site.toml:2:1: there is no theme "bsae" (themes/bsae/theme.toml)  [theme]']
    assert problem.hint == 'did you mean "base"?'
    assert told(toml('\nextends = "bse"\n')) == [
        'themes/own/theme.toml:2:1: there is no theme "bse" (themes/bse/theme.toml)  [theme]'
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('extends = "own"\n', '1:1: the theme "own" extends itself  [theme]'),
        ('name = "a"\nextend = "base"\n', '2:1: the key "extend" is unknown  [unknown-key]'),
        ('name = "a"\nextends = 3\n', '2:1: "extends" must be a text  [theme]'),
        ("parameters = 3\n", '1:1: "parameters" must be a table  [theme]'),
        ("[parameters]\na = 3\n", '2:1: the parameter "a" needs a default and a sentence  [theme]'),
        ('[parameters]\na = {default = "x"}\n', '2:1: the parameter "a" needs a default and a sentence  [theme]'),
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
        "themes/own/templates/page/a.html:1:1: the template is not UTF-8  [encoding]"
    ]


def test_a_language_that_no_catalogue_speaks_is_told_where_it_is_set() -> None:
    files = {**OWN, PATH: b'title = "a"\nlanguage = "de"\n'}
    theme, [problem] = open_theme(files, config(language="de"))
    assert theme is None
    assert lines([problem]) == ['site.toml:2:1: the theme does not speak "de"  [catalogue]']
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

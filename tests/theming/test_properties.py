"""What a site sets of the style sheets of its theme: colours that can be read, and fonts."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.problems import Problem, Span
from palmarium.sources import disk
from palmarium.sources.site_toml import PATH
from palmarium.theming.properties import LEAST, Settable, contrast, mixed, readable, sheet
from palmarium.theming.theme import open_theme
from tests.resolved import lines
from tests.theming.test_theme import config

STYLE = (
    "@layer tokens{:root{--paper:light-dark(#ffffff,#111111);--tint:light-dark(#eeeeee, #222222);--gold:var(--ink);"
    "--ink:light-dark(#000,#fff);--grey:#777;--serif:Charter,'Sitka; {Text}',serif;@media print{--paper:#abc}}}"
    ".menu{--paper:red}:root[data-scheme=dark]{--paper:blue}"
)
HERE = Span(PATH, 5)


def accent(value: str, **more: object) -> Settable:
    asked = {"colour": "--gold", "against": ("--paper", "--tint"), **more}
    return Settable("accent", value, HERE, **asked)  # type: ignore[arg-type]


def font(value: str) -> Settable:
    return Settable("font", value, HERE, font="--serif")


def told(problems: Iterable[Problem]) -> list[str]:
    return [f"{problem.message} ({problem.hint})" for problem in problems]


def made(*asked: Settable) -> str:
    rules, problems = sheet(asked, STYLE)
    assert lines(problems) == []
    return rules


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#ffffff", "#000000") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == round(contrast("#ffffff", "#777777"), 2) == 4.48
    assert round(contrast("#0000ff", "#ffffff"), 2) == 8.59


def test_nothing_is_written_where_nothing_is_set() -> None:
    assert made(accent(""), font("  ")) == ""


def test_one_colour_is_for_the_day_and_another_is_made_of_it_for_the_night() -> None:
    rules = made(accent("#8a1c3a"))
    night = rules.removeprefix("@media screen{:root{--gold:light-dark(#8a1c3a,").removesuffix(")}}")
    assert contrast(night, "#222222") >= LEAST > contrast("#8a1c3a", "#222222")
    assert made(accent("navy #ffd700")) == "@media screen{:root{--gold:light-dark(#000080,#ffd700)}}"
    assert made(accent("#abc", against=())) == "@media screen{:root{--gold:light-dark(#aabbcc,#aabbcc)}}"


def test_a_wash_is_a_little_of_the_colour_on_the_first_ground() -> None:
    assert mixed("#000000", "#ffffff", 0.12) == "#e0e0e0"
    rules = made(accent("#000000 #ffffff", wash="--wash"))
    assert rules.endswith(";--wash:light-dark(#e0e0e0,#3c3c3c)}}")


def test_a_font_stands_before_those_of_the_theme() -> None:
    assert made(font("Georgia, 'Source Serif 4'")) == (
        ":root{--serif:'Georgia','Source Serif 4',Charter,'Sitka; {Text}',serif}"
    )
    assert made(font("Sans-Serif")).startswith(":root{--serif:sans-serif,Charter")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            accent("#f5c518"),
            '"#f5c518" is hard to read by day on --tint (#eeeeee): its contrast is 1.4, and 4.5 is needed '
            '(write `accent = "#856906"`)',
        ),
        (
            accent("navy navy"),
            '"navy" is hard to read by night on --tint (#222222): its contrast is 1, and 4.5 is needed '
            '(write `accent = "#000080 #7979ff"`)',
        ),
        (
            accent("#727272 white", wash="--wash", against=("--paper",)),
            '"#727272" is hard to read by day on --paper (#ffffff): its contrast is 4.8, and on a light tint of itself '
            'it is less than 4.5 (write `accent = "#6b6b6b #ffffff"`)',
        ),
        (
            accent("#808080", against=("--ink", "--grey", "--paper")),
            'no colour like "#808080" can be read by day on all of --ink, --grey, --paper '
            '(write `accent = ""`, which leaves that of the theme)',
        ),
        (
            accent("gren"),
            '"gren" is not a colour (did you mean "green"?)',
        ),
        (
            accent("#12 gold"),
            '"#12" is not a colour (write # and six digits, or a name: `accent = "#000000 #ffd700"`)',
        ),
        (
            accent("rgb(138, 28, 58)"),
            '"rgb(138, 28, 58)" is not written as a colour is here (write `accent = "#8a1c3a"`)',
        ),
        (
            accent("light-dark(red, #00f)"),
            '"light-dark(red, #00f)" is not written as a colour is here (write `accent = "#ff0000 #0000ff"`)',
        ),
        (accent("#123,"), '"#123," is not written as a colour is here (write `accent = "#112233"`)'),
        (
            accent("navy #00f"),
            '"#00f" is hard to read by night on --tint (#222222): its contrast is 1.8, and 4.5 is needed '
            '(write `accent = "#000080 #7979ff"`)',
        ),
        (accent("dark green"), '"dark green" is not written as a colour is here (write `accent = "darkgreen"`)'),
        (accent("8a1c3a"), '"8a1c3a" is not written as a colour is here (write `accent = "#8a1c3a"`)'),
        (
            accent("navy gold red"),
            '`accent` is one colour, or one by day and one by night; here are 3 (write `accent = "#000080 #ffd700"`)',
        ),
        (font("sans serif"), '"sans serif" is not a kind of font (write `font = "sans-serif"`)'),
        (
            font("Georgia; color: red"),
            '"Georgia; color: red" is not the name of a font (write `font = "Georgia color red"`)',
        ),
        (
            font("fonts/own.woff2"),
            '"fonts/own.woff2" is a file: here is the name of a font that readers have (see "A font of your own" in '
            'docs/make-a-theme.md for a font that the site brings; or write `font = "Georgia"`)',
        ),
        (font("Georgia,"), '"" is not the name of a font (write `font = "Georgia"`)'),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(asked: Settable, said: str) -> None:
    _, problems = sheet([asked], STYLE)
    assert told(problems) == [said]
    assert {problem.span for problem in problems} == {HERE}


colours = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


@given(colours, colours, st.sampled_from((0, 0.12)))
def test_a_colour_that_is_offered_can_be_read(said: str, ground: str, share: float) -> None:
    fit = readable(said, (ground,), share)
    assert not fit or contrast(fit, ground) >= LEAST
    assert not fit or readable(fit, (ground,), share) == fit
    assert fit or share


THEMES = [name for name in disk.shelved() if name != "base"]


@pytest.mark.parametrize("name", ["base", *THEMES])
def test_what_each_theme_of_the_program_lets_a_site_set_is_there(tmp_path: Path, name: str) -> None:
    """Black and white can be read on any ground, and a band is dark: so they are taken for all that is set."""
    (tmp_path / "site.toml").write_text('title = "Prix"\n', "utf-8")
    files = disk.read(tmp_path)[0].files
    given = {"accent": "#8a1c3a", "links": "navy", "font": "Georgia"}
    given |= {"band": "#222244", "headings": "Verdana"} if name == "ceremonie" else {}
    plain, _ = open_theme(files, config(theme=name))
    theme, problems = open_theme(files, config(theme=name, theme_parameters=given))
    assert lines(problems) == []
    assert plain
    assert theme
    style, before = (each.assets["css/site.css"].data.decode() for each in (theme, plain))
    assert style.startswith(before)
    added = style.removeprefix(before)
    assert all(f"{each}:" in added for each in ("--gold", "--gold-wash", "--green", "--serif"))
    assert (name == "ceremonie") == ("--band:light-dark(#222244" in added and "--sans:'Verdana'" in added)


def test_a_property_that_no_sheet_sets_is_told_where_theme_toml_names_it(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "Prix"\n', "utf-8")
    stated = b'extends = "base"\n[parameters]\nnote = {default = "", says = "x", colour = "--golds"}\n'
    files = {**disk.read(tmp_path)[0].files, "themes/own/theme.toml": stated}
    [problem] = open_theme(files, config())[1]
    assert told([problem]) == ['no style sheet sets "--golds" (did you mean "--gold"?)']
    assert problem.span == Span("themes/own/theme.toml", 3, 44)


def test_a_theme_may_give_another_default_and_say_no_more(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "Prix"\n', "utf-8")
    stated = b'extends = "gazette"\n[parameters]\naccent = {default = "#fe0", says = "x"}\n'
    files = {**disk.read(tmp_path)[0].files, "themes/own/theme.toml": stated}
    [problem] = open_theme(files, config())[1]
    assert problem.span == Span("themes/own/theme.toml", 3, 21)
    assert problem.hint == 'write `accent = "#756d00"`'

"""Style sheets in few bytes, and the rules that those of base and ceremonie keep."""

import gzip
import re
import tomllib
from pathlib import Path

import pytest

from palmarium.theming.assets import SHEET, assets, sheets
from tests.theme_sheets import published as of_theme

ROOT = Path(__file__).parent.parent.parent
THEMES = ROOT / "themes"
LAYERS = ("tokens", "base", "layout", "part", "page", "ceremonie", "gazette")
SHEETS = sorted(THEMES.glob("*/assets/css/**/*.css"))
WIDTHS = {22, 30, 44, 62, 69, 96}
"""In em, where the look of a page changes; 22 is for the alphabet alone, whose letters a finger must meet."""

FROM_MARKDOWN = {"footnote-backref"}
"""Classes that a converter writes, and no file of ours."""


def published(style: str) -> str:
    """What is published of one sheet."""
    return assets({"css/a.css": "a.css"}, {"a.css": style.encode()}, ["css/a.css"])[SHEET].data.decode().strip("\n")


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("a , b  c > d {\n  color : red ;\n}\n", "a,b c>d{color :red}"),
        ("/* a */ a { /* b */ } /* c", "a{}"),
        ("@media screen and ( width >= 30em ) { a { margin: 0 } }", "@media screen and (width>=30em){a{margin:0}}"),
        ("a :hover, & > b { color: red !important; }", "a :hover,&>b{color:red!important}"),
        ("a { margin: calc(1px + 2px - 3px) -1px }", "a{margin:calc(1px + 2px - 3px) -1px}"),
        ("a + b ~ c { --x: ; --y: 1 }", "a + b~c{--x:;--y:1}"),
        ("a::before { content: ' /* x */ ; } ' ; }", "a::before{content:' /* x */ ; } '}"),
        (r"a { content: '\' ; }' } b { content: ' , ' }", r"a{content:'\' ; }'}b{content:' , '}"),
        ("a { background: url( a, b.svg ) , url( 'c  d' ) }", "a{background:url( a, b.svg ),url('c  d')}"),
        ("a /**/ b, a/**/b, a/**/.b { }", "a b,a/**/b,a/**/.b{}"),
        (r".a\31  .b, .a\:  .b, .a\31 b { }", r".a\31  .b,.a\: .b,.a\31 b{}"),
    ],
)
def test_a_sheet_loses_what_means_nothing_and_keeps_the_rest(style: str, said: str) -> None:
    assert published(style) == said
    assert published(said) == said


def test_a_comment_that_is_never_closed_ends_with_its_sheet() -> None:
    files = {"a.css": b"a { color: red } /* b", "c.css": b"c { color: red }"}
    sheet = assets({"css/a.css": "a.css", "css/c.css": "c.css"}, files, ["css/a.css", "css/c.css"])[SHEET]
    assert sheet.data == b"a{color:red}\nc{color:red}\n"


TOKENS = (
    "@layer tokens,part;@layer tokens{:root{--a:1;--b:';}';@media print{--a:2}}:root[data-x]{--a:3;--c:4}.a{--a:5}}"
)


@pytest.mark.parametrize(
    ("later", "said"),
    [
        ("@layer own{:root{--a:6}}", "@layer tokens,part;@layer tokens{:root{--b:';}'}:root[data-x]{--c:4}.a{--a:5}}"),
        (":root{--b:6}", TOKENS.replace("--b:';}';", "")),
        (":root{--c:6}", TOKENS.replace(";--c:4", "")),
        ("@layer part{:root{--a:6}}", TOKENS),
        ("@layer tokens.more{:root{--a:6}}", TOKENS),
        ("@media print{:root{--a:6}}", TOKENS),
        ("@layer own{:root[data-x]{--a:6}}", TOKENS),
        ("@layer own{.a{--a:6}}", TOKENS),
    ],
)
def test_a_property_that_a_stronger_sheet_sets_in_any_case_is_left_out(later: str, said: str) -> None:
    files = {"a.css": TOKENS.encode(), "b.css": later.encode()}
    sheet = assets({"css/a.css": "a.css", "css/b.css": "b.css"}, files, ["css/a.css", "css/b.css"])[SHEET]
    assert sheet.data.decode() == f"{said}\n{later}\n"


def test_what_is_in_no_layer_stays_for_its_selector_may_be_stronger() -> None:
    bare = ":root[data-x]{--a:1}"
    files = {"a.css": bare.encode(), "b.css": b":root{--a:2}"}
    sheet = assets({"css/a.css": "a.css", "css/b.css": "b.css"}, files, ["css/a.css", "css/b.css"])[SHEET]
    assert sheet.data.decode() == f"{bare}\n:root{{--a:2}}\n"


def test_comments_beyond_number_are_read_once() -> None:
    assert published("a{b:c;" + "/**/" * 50_000 + "d:e;" + "/* */" * 50_000 + "}") == "a{b:c;d:e}"
    assert published("a" + "/**/" * 50_000 + "b{}") == "a/**/b{}"


def test_a_sheet_of_a_part_or_a_page_is_named_like_its_template() -> None:
    stems = [path.relative_to(THEMES / "base/assets/css") for path in SHEETS if path.parent.name in ("part", "page")]
    assert stems
    assert [stem for stem in stems if not (THEMES / "base/templates" / stem.with_suffix(".html")).exists()] == []


@pytest.mark.parametrize("theme", ["base", "ceremonie", "gazette"])
def test_a_theme_lists_each_sheet_once_in_the_order_of_the_layers(theme: str) -> None:
    listed = tomllib.loads((THEMES / theme / "theme.toml").read_text("utf-8"))["styles"]
    folder = THEMES / theme / "assets"
    assert sorted(listed) == sorted(path.relative_to(folder).as_posix() for path in folder.glob("css/**/*.css"))
    layers = {name: re.findall(r"(?m)^@layer (\w+) \{", (folder / name).read_text("utf-8"))[0] for name in listed}
    # What some pages need for lists and fields follows those that all pages need, in the layer that it is of.
    first = next((at for at, name in enumerate(listed) if name.startswith("css/part/")), len(listed))
    for group in (listed[:first], [name for name in listed[first:] if name.count("/") == 2]):
        said = [layers[name] for name in group]
        assert said == sorted(said, key=LAYERS.index)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_laid_out_alike_and_names_no_stray_width_or_colour(path: Path) -> None:
    style = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    lines = style.splitlines()
    assert [line for line in lines if line.count(";") > 1 or re.search(r"[;}] *\w", line)] == []
    assert {float(width) for width in re.findall(r"\(width [<>]=? ([\d.]+)em\)", style)} <= WIDTHS
    assert re.findall(r"@media[^{]*m(?:in|ax)-width", style) == []
    assert [line for line in lines if re.search(r": .*(?:#[0-9a-f]{3}|rgb|hsl)", line) and "--" not in line] == []


BUDGETS = {
    "part/chart.css": 6000,
    "ceremonie.css": 5500,
    "part/page.css": 5100,
    "gazette.css": 4500,
    "layout.css": 4000,
    "part/palmares.css": 4000,
    "part/prose.css": 3200,
    "lists.css": 3000,
    "part/marks.css": 2900,
    "base.css": 2700,
    "tables.css": 2700,
}
"""Bytes of the large sheets as they are published; a reader waits for all of them together."""
BUDGET = 2100
"""Of any other sheet."""
PAGE = 38_000
"""Of both sheets that a screen waits for, whatever the kind of page and the theme."""
PACKED = 10_000
"""The same compressed."""
PAPER = 2000
"""Compressed, of the sheet that is for paper alone: a browser fetches it, and shows the page before it is there."""


def test_no_sheet_grows_beyond_what_readers_can_be_asked_to_wait_for() -> None:
    sizes = {path: len(published(path.read_text("utf-8")).encode()) for path in SHEETS}
    names = {path: path.as_posix().partition("/assets/css/")[2] for path in SHEETS}
    grown = {names[path]: size for path, size in sizes.items() if size > BUDGETS.get(names[path], BUDGET)}
    assert grown == {}, "cut it, or raise its budget here and lower that of another part"


@pytest.mark.parametrize("theme", ["base", "ceremonie", "gazette"])
def test_no_kind_of_page_asks_for_more_than_readers_can_be_asked_to_wait_for(theme: str) -> None:
    heavy = {}
    for template, blobs in of_theme(theme).items():
        kind = template.removeprefix("page/").removesuffix(".html")
        *on_screen, paper = blobs
        assert paper.url.startswith("/assets/css/paper.")
        size = sum(len(blob.data) for blob in on_screen)
        packed, printed = (sum(len(gzip.compress(blob.data, 9)) for blob in each) for each in (on_screen, [paper]))
        if size > PAGE or packed > PACKED or printed > PAPER:
            heavy[kind] = (size, packed, printed)
    assert heavy == {}, "a class that a macro writes brings all rules that name it; a computed one brings every rule"


FILES = {
    "a.css": b"@layer base,part;@layer base{p{x:y}}",
    "row.css": b"@layer part{.row{x:y}.lost{x:y}}",
    "year.css": b"@layer part{.year{background:url(../../img/a.svg)}}",
    "own.css": b".own{x:y}p{x:z}",
    "a.svg": b"<svg/>",
    "alone.css": b"p{}",
}
FOUND = {
    "css/a.css": "a.css",
    "css/part/row.css": "row.css",
    "css/page/year.css": "year.css",
    "css/own.css": "own.css",
    "img/a.svg": "a.svg",
    "css/alone.css": "alone.css",
}
STYLES = ("css/a.css", "css/part/row.css", "css/page/year.css", "css/own.css")
TEMPLATES = {
    "page/year.html": '{% from "part/row.html" import row %}<p class="year">{{ row(1) }}',
    "page/home.html": '<p class="own">',
    "page/note.html": '<b class="own">',
    "part/row.html": '{% macro row(x) %}<p class="row">{% endmacro %}{% macro lost() %}<p class="lost">{% endmacro %}',
}


def test_a_page_has_the_sheet_that_all_have_and_the_rules_of_its_own_kind_in_their_order() -> None:
    made = sheets(FOUND, FILES, STYLES, TEMPLATES, ":root{--a:b}")
    common, year = made["page/year.html"]
    assert re.fullmatch(r"/assets/css/common\.[0-9a-f]{10}\.css", common.url)
    assert common.data == b"@layer base,part;@layer base{p{x:y}}\n"
    assert common.sources == ("a.css",)
    assert re.fullmatch(r"/assets/css/year\.[0-9a-f]{10}\.css", year.url)
    (picture,) = re.findall(rb"url\(\.\./(img/a\.[0-9a-f]{10}\.svg)\)", year.data)
    assert (
        year.data.decode()
        == f"@layer part{{.row{{x:y}}.year{{background:url(../{picture.decode()})}}}}p{{x:z}}:root{{--a:b}}\n"
    )
    assert year.sources == ("row.css", "year.css", "own.css", "site.toml")
    # What two kinds have alike is one file.
    assert made["page/home.html"] == made["page/note.html"]
    assert [blob.data for blob in made["page/home.html"]] == [common.data, b".own{x:y}p{x:z}:root{--a:b}\n"]


def test_what_is_for_paper_alone_is_a_sheet_of_its_own_with_the_rules_of_all_kinds() -> None:
    files = {
        **FILES,
        "a.css": b"@layer base,part;@layer base{p{x:y;@media print{x:z}}}",
        "row.css": b"@layer part{@media print{.row{x:z}}@media print,(width>1em){.row{x:y}}}",
    }
    plain = sheets(FOUND, FILES, STYLES, TEMPLATES)
    made = sheets(FOUND, files, STYLES, TEMPLATES)
    assert made["page/home.html"][:2] == plain["page/home.html"]
    common, year, paper = made["page/year.html"]
    assert common.data == plain["page/year.html"][0].data
    assert b".row" in year.data
    assert b"media print{" not in year.data
    assert re.fullmatch(r"/assets/css/paper\.[0-9a-f]{10}\.css", paper.url)
    assert paper.data == b"@media print{@layer base{p{x:z}}@layer part{.row{x:z}}}\n"
    assert paper.sources == ("a.css", "row.css", "year.css", "own.css")
    assert all(blobs[-1] == paper for blobs in made.values())


def test_layers_keep_their_order_where_a_kind_has_nothing_of_one() -> None:
    files = {**FILES, "row.css": b"@layer one{.row{x:y}}", "year.css": b"@layer two{.own{x:y}}@layer one{p{x:y}}"}
    found = sheets(FOUND, files, STYLES, TEMPLATES)["page/home.html"][1].data.decode()
    assert found == "@layer one,two;@layer two{.own{x:y}}@layer one{p{x:y}}.own{x:y}p{x:z}\n"


def test_a_theme_whose_sheets_dress_no_single_part_has_them_as_one() -> None:
    whole = assets(FOUND, FILES, ("css/a.css", "css/own.css"), ":root{}")[SHEET]
    made = sheets(FOUND, FILES, ("css/a.css", "css/own.css"), TEMPLATES, ":root{}")
    assert made == dict.fromkeys(("page/year.html", "page/home.html", "page/note.html"), (whole,))
    assert sheets(FOUND, FILES, (), TEMPLATES) == {}


def test_every_class_of_a_sheet_is_one_that_a_template_a_script_or_the_program_writes() -> None:
    sources = ("themes/*/templates/**/*.html", "themes/*/assets/js/*.js", "palmarium/**/*.py")
    text = "\n".join(path.read_text("utf-8") for pattern in sources for path in ROOT.glob(pattern))
    written = set(re.findall(r"[A-Za-z][\w-]*", text)) | FROM_MARKDOWN
    unknown = []
    for path in SHEETS:
        style = re.sub(r"/\*.*?\*/|'[^']*'", "", path.read_text("utf-8"), flags=re.DOTALL)
        for name in sorted(set(re.findall(r"(?<![\w)])\.([a-z][\w-]*)", style))):
            # Templates put a value behind a hyphen: `mark-{{ sign }}`.
            if name not in written and f"{name.partition('-')[0]}-" not in written:
                unknown.append((path.name, name))
    assert unknown == []

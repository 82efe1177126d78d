"""Whatever bytes a file holds and whatever a name says: problems, never a traceback, and nothing that runs."""

import json
import re
import textwrap
import xml.etree.ElementTree as xml
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmarium import config
from palmarium.build import pipeline, stages, state
from palmarium.build.work import silent
from palmarium.commands.problem_forms import github
from palmarium.images import look
from palmarium.model.ids import slug
from palmarium.problems import Problem, any_error, text
from palmarium.sources import disk, load
from palmarium.sources.disk import Snapshot
from palmarium.sources.markdown import RESERVED, convert
from palmarium.theming import i18n, lint
from palmarium.theming.assets import assets, faults
from palmarium.theming.render import render
from palmarium.theming.theme import open_theme
from tests import hostile
from tests.conftest import SETTINGS, Site
from tests.images.test_drawings import FIGMA, INKSCAPE
from tests.photos import photo
from tests.resolved import lines
from tests.small import files, tree
from tests.tiny_theme import PAGE, View, theme

SOURCES = files()
OWN = tuple(path for path in SOURCES if not path.startswith(tuple(f"themes/{name}/" for name in disk.shelved())))
NASTY = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\t", b"\x1b[31m"),
    *(character.encode() for character in "\u2028\ue010\U0001d11e\u0301\u202e\xa0"),
    *(b"---\n", b"...\n", b"- ", b"? ", b": ", b"[", b"{", b"]", b"}", b"&a ", b"*a", b"!!binary ", b"!x ", b"|", b">"),
    *(b'"', b"'", b"#", b"%", b"@", b"`", b"~", b"null", b"<<: *a", b"\\ud800", b"\\x00", b"\\uE001"),
    *(b"[[", b"]]", b"{{ ", b" }}", b"{% ", b" %}", b"{#", b"{% raw %}", b"{{ page.", b"|safe", b"[^1]", b"&#xE000;"),
    *(b"2011-02-31", b"0000", b"1/0", b"-1", b"99999999999", b"1" * 4400, b"msgid ", b"msgstr[3] ", b"%(x)s", b"%"),
    *(b"<script>", b"</", b"<!--", b"<a href=ref:9>", b"![](", b"](javascript:x)", b"{{ jury }}", b"[[palmes/2011|"),
)


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes of a file after one to three slips: something put in, cut out, doubled, cut off, or all else."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        doubled = data[start:end] * 2
        put = draw(st.one_of(st.sampled_from(NASTY), st.binary(max_size=12), st.sampled_from((doubled, b""))))
        data = draw(st.sampled_from((data[:start] + put + data[end:], data[:start] + put + data[start:], data[:start])))
    return draw(st.one_of(st.just(data), st.just(data), st.just(data), st.binary(max_size=60)))


@st.composite
def one_file(draw: st.DrawFn, *endings: str) -> tuple[str, bytes]:
    path = draw(st.sampled_from([path for path in OWN if path.endswith(endings)]))
    return path, draw(mutated(SOURCES[path]))


def sensible(problems: tuple[Problem, ...]) -> None:
    """Each has a place in a file that is there, a code, a sentence, and every form of it can be printed."""
    for problem in problems:
        assert problem.span.path
        assert problem.span.line >= 1
        assert problem.span.column >= 1
        assert problem.code
        assert problem.message
        assert not problem.message.endswith(".")
        text(problem, lambda span: "x").encode()
        assert "\n" not in github((problem,), lambda span: None)


@given(one_file(".yaml", ".md"))
@settings(max_examples=400)
def test_any_bytes_in_a_record_are_a_record_or_problems(file: tuple[str, bytes]) -> None:
    record, problems = load.load(*file, "fr")
    assert record or problems
    sensible(problems)


@given(mutated(SOURCES["site.toml"]))
@settings(max_examples=200)
def test_any_bytes_in_site_toml_are_settings_or_problems(data: bytes) -> None:
    read, problems = config.read({config.PATH: data})
    assert read or problems
    sensible(problems)


@pytest.mark.slow
@given(one_file(".toml", ".po", ".html", ".css"))
@settings(max_examples=80)
def test_any_bytes_in_a_theme_are_a_theme_or_problems(file: tuple[str, bytes]) -> None:
    found = {path: data for path, data in SOURCES.items() if "/templates/" not in path} | dict([file])
    read, _ = config.read(found)
    opened, problems = open_theme(found, read or config.Config(title="a", base_url="https://example.org/"))
    assert opened or problems
    sensible(problems)


@given(mutated(SOURCES["themes/base/locale/fr/LC_MESSAGES/messages.po"][:2000]))
@settings(max_examples=200)
def test_any_bytes_in_a_catalogue_are_a_catalogue_or_problems(data: bytes) -> None:
    read, problems = i18n.parse("messages.po", data, "fr")
    assert read or problems
    sensible(problems)


@given(
    st.sampled_from((("a.svg", INKSCAPE.encode()), ("a.svg", FIGMA.encode()), ("a.jpg", photo(20, 10)))).flatmap(
        lambda file: st.tuples(st.just(file[0]), mutated(file[1]))
    )
)
@settings(max_examples=200)
def test_any_bytes_in_a_picture_are_a_picture_or_problems(file: tuple[str, bytes]) -> None:
    shape, problems = look(f"content/media/{file[0]}", file[1])
    assert shape or problems
    sensible(problems)
    if shape and shape.form == "svg":
        for element in xml.fromstring(file[1]).iter():
            assert not element.tag.lower().endswith(("script", "foreignobject", "iframe"))
            assert not any(name.lower().startswith("on") for name in element.attrib)


@given(mutated(SOURCES["themes/base/assets/css/tokens.css"]))
@settings(max_examples=100)
def test_any_bytes_in_a_style_sheet_are_joined_or_problems(data: bytes) -> None:
    found = {"css/a.css": "themes/a/assets/css/a.css"}
    files = {"themes/a/assets/css/a.css": data}
    sensible(tuple(faults(found, files, "themes/a/theme.toml")))
    assert assets(found, files, ("css/a.css",)).keys() == {"css/site.css"}


TEMPLATES = tuple(path for path in SOURCES if path.endswith(".html") and len(SOURCES[path]) < 3000)


@given(st.sampled_from(TEMPLATES).flatmap(lambda path: mutated(SOURCES[path])))
@settings(max_examples=120)
def test_any_text_of_a_template_is_told_what_is_wrong_in_it(data: bytes) -> None:
    sensible(lint.lint(theme(data.decode("utf-8", "replace")), {PAGE: View}))


@given(st.text(alphabet=st.sampled_from("ab \n#*_`[]()!<>&;|{}-+=~^:/.\\\"'1\t"), max_size=60))
@settings(max_examples=300)
def test_any_markdown_is_prose_with_its_slots_and_pieces_in_order(written: str) -> None:
    prose, problems = convert("a.md", written, 3, "fr")
    sensible(problems)
    html = "".join(piece for piece in prose.pieces if isinstance(piece, str))
    assert all(f"ref:{number}" in html for number in range(len(prose.links)))
    assert "\ue000" not in html


@cache
def whole() -> stages.Made:
    made, problems = stages.make(Snapshot(SOURCES, ""), "engine", None, silent)
    assert lines(problems) == []
    assert made
    return made


def test_no_heading_can_have_an_id_of_the_pages_that_texts_stand_on() -> None:
    made = whole()
    archive = made.context.archive
    texts = (each.body for each in (*archive.articles.values(), *archive.names.values(), *archive.notes.values()))
    own = {heading.id for text in texts for heading in text.outline}
    kinds = {"page/article.html", "page/name.html", "page/note.html"}
    pages = [page for page in made.plan.pages if page.template in kinds]
    assert {page.template for page in pages} == kinds
    for page in pages:
        rendered, problems = render(made.renderer, page)
        assert problems == ()
        ids = set(re.findall(r'<[a-z][^>]*? id="([^"]*)"', rendered.decode())) - own
        assert {id for id in ids if not RESERVED.fullmatch(id) and id == slug(id)} == set()


def check(changed: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What a build says, with every page rendered that is no longer what it was."""
    snapshot = Snapshot(MappingProxyType({**SOURCES, **changed}), "")
    made, problems = stages.make(snapshot, "engine", whole().prose, silent)
    sensible(problems)
    if made is None or any_error(problems):
        assert any_error(problems)
        return problems
    intact = frozenset(whole().fingerprints)
    past = state.Ledger("", whole().fingerprints, MappingProxyType(dict.fromkeys(intact, (0, 0))))
    new, failed = stages.render(made, stages.work(made, past, intact), silent)
    sensible(failed)
    for path, data in new.items():
        if path.endswith(".html"):
            harmless(path, data)
        elif path.endswith(".json"):
            json.loads(data)
        elif path.endswith(".xml"):
            xml.fromstring(data)
    return (*problems, *failed)


@pytest.mark.slow
@given(one_file(".yaml", ".md", ".toml", ".svg", ".css"))
@settings(max_examples=24)
def test_any_bytes_in_any_source_make_a_site_or_problems(file: tuple[str, bytes]) -> None:
    check(dict([file]))


@pytest.mark.slow
@given(one_file(".html", ".po"))
@settings(max_examples=5)
def test_any_bytes_in_any_part_of_a_theme_make_a_site_or_problems(file: tuple[str, bytes]) -> None:
    check(dict([file]))


# Hostile texts.


class Harmless(HTMLParser):
    """What a browser would run, or be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        said = self.get_starttag_text() or tag
        if tag in ("iframe", "object", "embed", "base", "style", "math"):
            self.wrong.append(said)
        if tag == "script" and not given.get("src") and given.get("type") != "application/ld+json":
            self.wrong.append(said)
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            leads = name in ("href", "src", "action", "formaction", "xlink:href", "data", "poster")
            runs = leads and address.startswith(("javascript:", "data:", "vbscript:"))
            if runs or name.startswith("on") or name in ("style", "srcdoc"):
                self.wrong.append(said)


def harmless(path: str, data: bytes) -> None:
    parser = Harmless()
    parser.feed(data.decode())
    assert parser.wrong == [], path
    assert "\ue010".encode() not in data
    for script in data.decode().split('<script type="application/ld+json">')[1:]:
        json.loads(script.split("</script>")[0])


@pytest.mark.slow
def test_a_hostile_text_wherever_an_editor_may_write_one_never_runs(tmp_path: Path) -> None:
    # A title has a thousand letters at most.
    texts = tuple(textwrap.wrap(" ".join(hostile.VECTORS), 900, break_long_words=False, break_on_hyphens=False))
    hostile.write(tmp_path, texts)
    assert not any_error(pipeline.build(tmp_path, silent).problems)
    for path, data in tree(tmp_path).items():
        if path.endswith(".html"):
            harmless(path, data)
        elif path.endswith(".json"):
            json.loads(data)
        elif path.endswith((".xml", ".svg")):
            xml.fromstring(data)
    pages = b"".join(data for path, data in tree(tmp_path).items() if path.startswith("prix/")).decode()
    assert "&lt;img src=x onerror=alert(1)&gt;" in pages


@pytest.mark.parametrize("value", hostile.VECTORS)
def test_hostile_markdown_never_runs(value: str) -> None:
    inline = (f"a {value} b", f"[a]({value})", f"![{value}](x.jpg)", f"[[a|{value}]]", f"<{value}>", f"*{value}*")
    blocks = (value, f"> {value}", f"- {value}", f"## {value}", f"[a]: {value}\n\n[a]", f"    {value}")
    longer = (f"| a |\n|---|\n| {value} |", f"[^1]\n\n[^1]: {value}", f"a\n: {value}", f"```{value}\n{value}\n```")
    titles = (f'[a](https://x.y "{value}")', f"[a](https://x.y '{value}')", f"[a]: https://x.y ({value})\n\n[a]")
    places = (f"[a](<{value}>)", f"![a](<{value}>)", f"[[{value}]]", f"[3 {value}]{{laureates note=x}}", f"`{value}`")
    raw = (f"<div>{value}</div>", f'<a href="{value}">a</a>', f"<b title='{value}'>", f"<a href={value}>a</a>")
    around = (f"<pre>{value}</pre>", f"<!-- {value} -->", f"a <!-- {value}", f"<div\n{value}\n>", f"[^{value}]: x")
    coded = tuple("".join(f"&#{'x' * hex}{ord(c):{'x' if hex else 'd'}};" for c in value) for hex in (0, 1))
    hidden = (value.replace("<", "<\x00"), value.replace("a", "\ta"), value.replace(":", "&colon;"), value.upper())
    for written in (*inline, *blocks, *longer, *titles, *places, *raw, *around, *coded, *hidden):
        harmless_markdown(written)
    for address in (*coded, *hidden):
        harmless_markdown(f'[a]({address}) <a href="{address}">b</a> <{address}> [c]: {address}')


def harmless_markdown(written: str) -> None:
    """Whatever is told of it: nothing runs, and there are no more slots than links, blocks and claims."""
    prose, problems = convert("a.md", written, 1, "fr")
    html = "".join(piece for piece in prose.pieces if isinstance(piece, str))
    harmless(written, html.encode())
    assert {int(slot) for slot in re.findall(r'(?:href|src)="ref:(\d+)"', html)} <= set(range(len(prose.links)))
    # With emphasis that can't be read a sign of a slot may be lost, which is told.
    assert not re.search("[\x02\x03\ue000-\ue0ff]", html) or any_error(problems)


FRAGMENTS = (
    *("<", ">", "</", "/>", '"', "'", "`", "\n", "\n\n", " ", "=", "a", "[", "](", ")", "![", "]: ", "> ", "- "),
    *("<a ", "<b ", "<svg ", "<script", "<img ", "<div>", "</div>", "<pre>", "<!--", "-->", "<![CDATA[", "]]>"),
    *("href", "src", "onclick", "style", "javascript:", "data:text/html,", "https://x.y", "ref:0", "at:0", "&#"),
    *("&colon;", "&Tab;", "&#xE000;0&#xE001;", "\ue0050\ue006", "\ue0070\ue006", "\x02klzzwxh:0000\x03"),
    *("&#x6a;", "\x0260\x03", "[[a]]", "    ", "|", "<?", "?>", "[3 a]{b}", "{{ jury }}", "[^1]", "*", "**", "\\"),
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
@settings(max_examples=400)
def test_no_heap_of_fragments_of_html_and_markdown_runs(written: str) -> None:
    harmless_markdown(written)


@pytest.mark.parametrize("value", hostile.VECTORS)
def test_a_hostile_address_is_told_before_it_is_a_link(value: str) -> None:
    for path, line in (
        ("editions/a/2011.yaml", f"sources: {{s: {{url: {json.dumps(value)}}}}}"),
        ("editions/a/award.yaml", f"name: A\nlinks: [{json.dumps(value)}]"),
    ):
        _, problems = load.load(path, line.encode(), "fr")
        assert "value" in [problem.code for problem in problems]
    _, problems = config.parse(f"{SETTINGS}data_licence = {json.dumps(value)}\n")
    assert [problem.code for problem in problems] == ["setting"]


def test_a_hostile_file_name_is_told_or_harmless(site: Site, tmp_path: Path) -> None:
    root = site("-- editions/a/award.yaml --\nname: A\n")
    for value in hostile.VECTORS:
        if "/" not in value:
            (root / "content/media").mkdir(parents=True, exist_ok=True)
            (root / "content/media" / f"{value}.png").write_bytes(b"")
            (root / "editions/a" / f"{value}.yaml").write_text("{}")
    snapshot = Snapshot(MappingProxyType(dict(files(root))), "")
    _, problems = stages.make(snapshot, "engine", None, silent)
    sensible(problems)
    # The pictures are empty, which is told as well.
    assert {problem.code for problem in problems} == {"file-name", "picture"}

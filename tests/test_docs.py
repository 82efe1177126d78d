"""The manuals tell the truth: samples are built, messages are those that appear, generated pages are current."""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import jsonschema
import pytest

from palmarium import config, problems
from palmarium.build import discovery, pipeline
from palmarium.build.work import silent
from palmarium.commands import reference
from palmarium.commands.cli import main
from palmarium.sources import disk, yaml
from palmarium.sources.nodes import Node
from palmarium.sources.schema.outline import FILES
from tests.conftest import SETTINGS, Site
from tests.test_architecture import ROOMS

ROOT = Path(__file__).parent.parent
SAMPLE = re.compile(r"^```\w+ (\S+/\S+)\n(.*?)^```$(?:\n+```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENGLISH, FRENCH = ROOT / "docs" / "editor.md", ROOT / "docs" / "editeur.md"
GUIDES = (ENGLISH, FRENCH, ROOT / "README.md")
THEMING = ROOT / "docs" / "make-a-theme.md"
WORN = "themes/ceremonie/"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file shown in a guide, and the message below it, if it is a mistake."""

    path: str
    text: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message.split('[')[-1].split(']')[0]}" if self.message else self.path


def samples(guide: Path) -> tuple[Sample, ...]:
    return tuple(Sample(path, text, message or "") for path, text, message in SAMPLE.findall(guide.read_text("utf-8")))


def right(guide: Path) -> str:
    """The site that a guide builds up from its samples, without the mistakes."""
    files = {sample.path: sample.text for sample in samples(guide) if not sample.message}
    return "".join(f"-- {path} --\n{text}" for path, text in files.items())


def said(root: Path) -> str:
    """What `check` prints of a site."""
    files = disk.read(root)[0].files

    def line(span: problems.Span) -> str | None:
        lines = files.get(span.path, b"").decode().split("\n")
        return lines[span.line - 1] if span.line <= len(lines) and lines != [""] else None

    return "".join(problems.text(problem, line) + "\n" for problem in pipeline.check(root, silent).problems)


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_samples_of_a_guide_make_a_site_without_problems(guide: Path, site: Site) -> None:
    assert said(site(right(guide))) == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("guide", "sample"),
    # The French guide shows those of the English one, says a test below.
    [(guide, sample) for guide in GUIDES if guide != FRENCH for sample in samples(guide) if sample.message],
    ids=lambda value: value.name if isinstance(value, Path) else str(value),
)
def test_a_mistake_of_a_guide_gives_its_message(guide: Path, sample: Sample, site: Site, update_golden: bool) -> None:
    found = said(site(right(guide) + f"-- {sample.path} --\n{sample.text}"))
    if update_golden:
        head = sample.message.split(":")[0]
        first = next(text for text in re.split(r"(?m)^(?=[\w/.-]+:\d+:\d+: )", found) if text.startswith(head))
        for each in GUIDES:
            each.write_text(each.read_text("utf-8").replace(sample.message, first, 1), "utf-8")
    else:
        assert sample.message in found


def test_the_guides_show_mistakes() -> None:
    assert all(any(sample.message for sample in samples(guide)) for guide in GUIDES)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_settings_that_a_guide_shows_are_settings(guide: Path) -> None:
    shown = [text for head, text in FENCE.findall(guide.read_text("utf-8")) if head == "toml"]
    assert [(text, told) for text in shown if (told := config.parse(SETTINGS + text)[1])] == []


def blocks(guide: Path) -> list[tuple[str, str]]:
    """The samples and messages of a guide, without the comments that a translation translates."""
    comments = {"": r" {2,}.*", "text": r"\Z"}
    return [
        (head, re.sub(comments.get(head, r"(?<!#)# [^#\n]*$"), "", text, flags=re.MULTILINE))
        for head, text in FENCE.findall(guide.read_text("utf-8"))
    ]


def sections(guide: Path) -> list[tuple[object, ...]]:
    """Of each section the depth, how many samples and table rows, the program's words, the documents it links to."""
    prose = FENCE.sub("\0", guide.read_text("utf-8"))
    return [
        (
            len(part) - len(part.lstrip("#")),
            part.count("\0"),
            len(re.findall(r"^\|", part, re.MULTILINE)),
            sorted({" ".join(code.split()) for code in re.findall(r"`([^`]+)`", part)}),
            sorted(re.findall(r"\]\(((?!edit(?:or|eur)\.md)[^)#\s][^)\s]*)\)", part)),
        )
        for part in re.split(r"^(?=##)", prose, flags=re.MULTILINE)
    ]


def test_the_french_guide_shows_the_samples_and_messages_of_the_english_one() -> None:
    assert blocks(FRENCH) == blocks(ENGLISH)


def test_the_french_guide_has_the_sections_of_the_english_one_with_the_same_words_of_the_program() -> None:
    assert sections(FRENCH) == sections(ENGLISH)


@pytest.mark.parametrize("guide", [ENGLISH, FRENCH], ids=lambda guide: guide.name)
def test_a_guide_lists_all_its_sections_in_order(guide: Path) -> None:
    text = FENCE.sub("", guide.read_text("utf-8"))
    assert re.findall(r"^- \[(.+)\]\(#", text, re.MULTILINE) == re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_the_french_guide_keeps_its_spaces_together() -> None:
    prose = re.sub(r"`[^`]+`", "`", FENCE.sub("", FRENCH.read_text("utf-8")))
    assert re.findall(r".*(?:[ \n][:;?!»](?=\s)|«[ \n]).*|.*\w'\w.*", prose) == []


def themed(site: Site, slips: bool, theme: str = "nuit") -> Path:
    """A site that wears a theme of the theme guide, with or without the slips in it."""
    own = [sample for sample in samples(THEMING) if not sample.path.startswith(WORN)]
    files = {sample.path: sample.text for sample in own if slips or not sample.message}
    settings = f'-- site.toml --\n{SETTINGS}theme = "{theme}"\ntheme_parameters = {{motto = "Prix inventés"}}\n'
    return site(settings + "".join(f"-- {path} --\n{text}" for path, text in files.items()))


@pytest.mark.slow
def test_the_theme_of_the_guide_can_be_worn(site: Site) -> None:
    root = themed(site, slips=False)
    assert pipeline.build(root, silent).problems == ()
    assert '<p class="motto">Prix inventés</p>' in (root / "_site" / "index.html").read_text("utf-8")
    [sheet] = (root / "_site" / "assets" / "css").glob("home.*.css")
    assert sheet.read_text("utf-8").rstrip().endswith(".motto{color:var(--ink2);font-style:italic}")


@pytest.mark.slow
def test_the_second_theme_of_the_guide_brings_a_logo_a_font_and_a_home_page(site: Site) -> None:
    root = themed(site, slips=False, theme="aube")
    (root / "themes/aube/assets/fonts").mkdir()
    (root / "themes/aube/assets/fonts/aube.woff2").write_bytes(b"wOF2")
    assert pipeline.build(root, silent).problems == ()
    home = (root / "_site" / "index.html").read_text("utf-8")
    assert '<ul class="columns two">' in home
    assert '<div class="front">' not in home
    [sheet] = (root / "_site" / "assets" / "css").glob("home.*.css")
    style = sheet.read_text("utf-8")
    for address in re.findall(r"url\(([^)]*(?:woff2|logo)[^)]*)\)", style):
        assert (sheet.parent / address).is_file()
    assert re.search(r"--palm:url\(\.\./img/logo\.\w+\.svg\)", style)
    assert "--gold:light-dark(#9c3b12," in style.rpartition("@media")[2]


def test_the_colour_that_the_guide_can_not_read_gives_its_message(site: Site) -> None:
    [shown] = [
        text for head, text in FENCE.findall(THEMING.read_text("utf-8")) if head == "text" and "[contrast]" in text
    ]
    line = shown.splitlines()[1].partition("| ")[2]
    settings = f'{SETTINGS}theme = "base"\n\n[theme_parameters]\n{line}\n'
    assert said(site(f"-- site.toml --\n{settings}")).startswith(shown)


@pytest.mark.slow
def test_slips_in_the_theme_of_the_guide_are_told_as_it_says(site: Site) -> None:
    [slip] = [sample for sample in samples(THEMING) if sample.message]
    assert said(themed(site, slips=True)) == slip.message


def test_the_guide_shows_the_files_of_ceremonie_as_they_are() -> None:
    shown = [sample for sample in samples(THEMING) if sample.path.startswith(WORN)]
    assert [sample.path for sample in shown if sample.text not in (ROOT / sample.path).read_text("utf-8")] == []
    files = {path.relative_to(ROOT / WORN).as_posix() for path in (ROOT / WORN).rglob("*") if path.is_file()}
    assert [path for path in sorted(files) if f"`{path}`" not in THEMING.read_text("utf-8")] == []


@pytest.mark.parametrize("name", ["data", "tables", "settings", "checks", "themes"])
def test_a_generated_manual_is_current(name: str, update_golden: bool) -> None:
    made = {
        "data": reference.data,
        "tables": reference.tables,
        "settings": reference.settings,
        "checks": lambda: reference.checks(discovery.discover("checks")),
        "themes": lambda: reference.themes(discovery.discover("pages"), disk.packaged({})),
    }[name]()
    manual = ROOT / "docs" / f"{name}.md"
    if update_golden:
        manual.write_text(made, "utf-8")
    if manual.read_text("utf-8") != made:
        pytest.fail(f"docs/{name}.md is out of date: run `make docs`", pytrace=False)


def test_every_check_has_a_passing_and_a_failing_sample() -> None:
    for check in discovery.discover("checks"):
        manual = check.__doc__ or ""
        assert re.search(r"\bPass(es)?\b", manual), check.__name__
        assert re.search(r"\bFails?\b", manual), check.__name__
        assert manual.count("```") >= 2, check.__name__


def test_codes_of_checks_are_unique_and_kebab_case() -> None:
    codes = [check.CODE for check in discovery.discover("checks")]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


def test_every_key_has_a_sentence() -> None:
    from palmarium.sources.schema.outline import forms

    for root in FILES.values():
        for form in forms(root):
            assert form.says, form.name
            assert [key.name for key in form.keys if not key.says] == [], form.name


def commands(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{above}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")


def test_every_command_is_in_the_readme_and_says_what_it_does() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, command in commands(main):
        assert command.help, name
        assert f"`{name}" in readme, name


def test_the_map_is_current() -> None:
    spec = importlib.util.spec_from_file_location("map", ROOT / "docs" / "map.py")
    assert spec
    assert spec.loader
    drawn = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawn)
    package = ROOT / "palmarium"
    readme = (package / "README.md").read_text("utf-8")
    if drawn.updated(readme, package, ROOMS[:-1]) != readme:
        pytest.fail("palmarium/README.md is out of date: run `make docs`", pytrace=False)


def test_the_changelog_starts_with_this_version() -> None:
    from palmarium import __version__

    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert __version__ in versions[:2]


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "palmarium" / "README.md"):
        text = path.read_text("utf-8")
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
            if "://" in target or target.startswith("mailto:"):
                continue
            file, _, anchor = target.partition("#")
            found = (path.parent / file) if file else path
            if not found.exists() or (anchor and anchor not in anchors(found)):
                broken.append(f"{path.name}: {target}")
    assert broken == []


def anchors(path: Path) -> set[str]:
    """The ids that a forge gives to headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def plain(node: Node) -> object:
    """A node as another YAML reader would see it."""
    if node.form == "mapping":
        return {pair.key: plain(pair.value) for pair in node.pairs}
    if node.form == "sequence":
        return [plain(each) for each in node.elements]
    text = str(node.value or "")
    return int(text) if re.fullmatch(r"\d{1,9}", text) else {"true": True, "false": False}.get(text, text)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_a_guide_shows_lines_of_yaml_that_some_file_may_hold(guide: Path) -> None:
    validators = [jsonschema.Draft202012Validator(reference.json_schema(path)) for path in FILES]
    for head, text in FENCE.findall(guide.read_text("utf-8")):
        for line in re.findall(r"^[^#\s].*\n(?: .*\n)*", text if head == "yaml" else "", re.MULTILINE):
            node = yaml.parse("x.yaml", line)[0]
            assert node is not None, line
            told = (validator.iter_errors(plain(node)) for validator in validators)
            assert any(all(error.validator == "required" for error in errors) for errors in told), line


@pytest.mark.parametrize("path", FILES)
def test_the_json_schema_of_a_file_accepts_the_reference_archive(path: str) -> None:
    schema = reference.json_schema(path)
    jsonschema.Draft202012Validator.check_schema(schema)
    pattern = re.compile(re.sub(r"<(award|id|slug|edition)>", "[^/]+", path).replace("<path>", ".+"))
    validator = jsonschema.Draft202012Validator(schema)
    for name, data in disk.read(ROOT)[0].files.items():
        if not pattern.fullmatch(name) or (name.endswith("/award.yaml") and "<edition>" in path):
            continue
        text = data.decode()
        node = yaml.front_matter(name, text)[0] if name.endswith(".md") else yaml.parse(name, text)[0]
        assert node is not None
        assert [f"{name}: {error.message}" for error in validator.iter_errors(plain(node))] == []


def test_the_json_schema_of_a_file_refuses_an_unknown_key() -> None:
    validator = jsonschema.Draft202012Validator(reference.json_schema("editions/<award>/<edition>.yaml"))
    assert not validator.is_valid({"ordnal": 4})
    assert validator.is_valid({"ordinal": 4, "ceremony": "2011-10-03", "results": {"x": ["A", {"laureate": "B"}]}})


def test_settings_of_the_sample_sites_are_settings() -> None:
    assert config.parse(SETTINGS)[1] == ()

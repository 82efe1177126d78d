"""The guide to imports tells the truth: each of its tables is imported, each file and message is the one it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from palmarium import importing, problems
from palmarium.build.work import silent
from palmarium.importing import mapping
from palmarium.importing.run import Prepared, done
from palmarium.sources.schema.written import Written

GUIDE = Path(__file__).parent.parent.parent / "docs" / "import.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SITE = {"site.toml": b'title = "Pies"\nbase_url = "https://pies.example/"\nlanguage = "en"\n'}
FORMS = (
    *(mapping.Value, mapping.When, mapping.TextRule, mapping.NotAwarded, mapping.Skip),
    *(mapping.Read, mapping.Wide, mapping.Join),
)


@dataclass(slots=True)
class Story:
    """A section of the guide, block by block: what was given so far, and what the last import made of it."""

    title: str
    before: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    made: importing.Import | None = None


def stories() -> Iterator[tuple[str, str]]:
    for section in re.split(r"^## ", GUIDE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        if "```toml" in text:
            yield title, text


@pytest.mark.parametrize("section", tuple(stories()), ids=lambda section: section[0])
def test_a_section_shows_what_happens(section: tuple[str, str]) -> None:
    story = Story(section[0])
    for language, path, text in BLOCK.findall(section[1]):
        if "/" not in path and language != "text":
            story.given.pop(path, None)
            story.given[path or language] = text
            story.made = None
        elif "results.toml" not in story.given:
            story.before[path] = text
        elif language == "text":
            assert said(story) == text
        else:
            assert bring(story).files[path].decode() == text


def bring(story: Story) -> importing.Import:
    if story.made is None:
        name = [name for name in story.given if name.startswith("results.") and name != "results.toml"][-1]
        beside = {path: text.encode() for path, text in story.given.items()}
        given = importing.Given(name, beside[name], "results.toml", beside["results.toml"], beside)
        files = {**SITE, **{path: text.encode() for path, text in story.before.items()}}
        story.made = importing.bring(given, files, False, silent)
    return story.made


def said(story: Story) -> str:
    """What the command prints, but for the time that it took."""
    made = bring(story)
    files = {path: text.encode() for path, text in {**story.before, **story.given}.items()}
    line = problems.excerpts({**files, **(made.files if made.wrong else {})})
    told = [problems.text(problem, line) for problem in problems.gathered(made.problems)]
    end = done(Prepared(made.files, (), {}), made.wrong, 0).replace(" (0.00 s)", "").replace(" in 0.00 s", "")
    return "".join(f"{text}\n" for text in (*told, *made.report, end))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_guide_lists_every_key(form: type[Written]) -> None:
    text = GUIDE.read_text("utf-8")
    keys = {field.alias or name: field for name, field in form.model_fields.items() if name != "span"}
    assert [key for key, field in keys.items() if f"| `{key}` | {field.description} |" not in text] == []


def test_the_guide_explains_templates_as_they_are() -> None:
    rows = re.findall(r'^\| `"(.+)"` \| (.+) \| (.+) \|$', GUIDE.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 4
    places = {"First": 0, "Last": 1}
    for text, full, alone in rows:
        take = importing.cells.compiled(mapping.Value.model_validate({"text": text}), places, {})
        assert [" ".join(take(cells)) or "nothing" for cells in (("Ann", "Crumb"), ("Staff", ""))] == [full, alone]

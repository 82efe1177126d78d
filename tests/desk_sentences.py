"""Every sentence, field and word that the desk says, as its sources hold them."""

import re
from pathlib import Path

from palmarium.commands.edit import desk, sheet
from palmarium.importing.column_words import CHOICES
from palmarium.model import Kind
from palmarium.problems import Level

HERE = Path(desk.__file__).parent
FILES = {
    "editions/a/award.yaml": "name: A\ncategories: {a: A}\n",
    "editions/a/2011.yaml": "coverage: {results: complete}\nresults: {a: unknown}\n",
    "editions/a/2012.yaml": "coverage: complete\nresults: {a: unknown}\n",
    "content/names/a.md": "---\nname: A\n---\n",
    "content/articles/a.md": "---\ntitle: A\n---\n",
    "content/pages/a.md": "---\ntitle: A\n---\n",
}
_RENAMED = ("name", "award", "edition", "category", "article", "note", "source", "tag")


def sentences() -> set[str]:
    found = {sentence for _, says, _ in fields() for sentence in (says,) if sentence}
    for path in (
        *HERE.glob("*.py"),
        *map(HERE.parent.joinpath, ("serve.py", "words.py")),
        *(HERE / "templates").glob("*.html"),
    ):
        text = path.read_text("utf-8")
        found |= {said.encode().decode() for said in re.findall(r'\b(?:_|say)\(\s*"([^"]+)"', text)}
    told = (
        desk._NOT_ADDED,
        *desk._ASIDE.values(),
        *desk._NOTICES.values(),
        *desk._GROUPS.values(),
        *CHOICES.values(),
        *sheet.WHYS,
    )
    return found | set(told)


def fields() -> set[tuple[str, str, tuple[str, ...]]]:
    """The keys of all fields, what helps with each, and the words that it takes."""
    found = set()
    for path, text in FILES.items():
        opened = sheet.opened(path, text)
        assert opened is not None
        cells = [*opened.fields, *(opened.new.cells if opened.new else ())]
        cells += [cell for row in opened.rows or () for cell in row.cells]
        # Of all categories, what they honour is asked for with one sentence of help.
        helped = opened.honours[:1]
        found |= {(cell.key, cell.says, cell.words) for cell in helped}
        for cell in cells:
            name = cell.name[2:] if cell.name.startswith("f.") else cell.key
            found.add((name, cell.says if cell.name.startswith("f.") else "", cell.words))
    return found


def vocabulary() -> set[str]:
    return {word for _, _, words in fields() for word in words} | {*Kind, *Level, *_RENAMED}

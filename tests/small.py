"""The small site below `tests/sites/small`, which has some of everything, and ways to build it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from palmarium.build import pipeline
from palmarium.build.pipeline import Report
from palmarium.build.work import silent
from palmarium.sources import disk
from tests.resolved import lines

SITES = Path(__file__).parent / "sites"
SMALL = SITES / "small"


def copy(root: Path, source: Path = SMALL) -> Path:
    """A copy of a site, with its output and ledger where it has them."""
    shutil.copytree(source, root)
    return root


def files(root: Path = SMALL) -> Mapping[str, bytes]:
    """The sources of a site as a build sees them."""
    return MappingProxyType(dict(disk.read(root)[0].files))


def build(root: Path) -> Report:
    """A build that finds nothing wrong."""
    report = pipeline.build(root, silent)
    assert not report.problems, lines(report.problems)
    return report


def told(root: Path) -> list[str]:
    """What a build says, none of which is written anywhere."""
    return lines(pipeline.build(root, silent).problems)


def tree(root: Path) -> dict[str, bytes]:
    """The output, by path below it."""
    out = root / "_site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def edit_a_name(root: Path) -> None:
    """Add a paragraph to the text of a name."""
    name = next((root / "content/names").glob("*.md"))
    name.write_text(name.read_text(encoding="utf-8").rstrip() + "\n\nUn mot inouï.\n", encoding="utf-8")


def replace(root: Path, path: str, old: str, new: str) -> None:
    """One edit of one file; it must change something."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {path}"
    file.write_text(text.replace(old, new), encoding="utf-8")

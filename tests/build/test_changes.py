"""What changed from one publication to the next is a page of the site, from what was published and nothing else."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.pipeline import Report
from palmarium.build.work import silent
from palmarium.model.withheld import folded
from tests.resolved import lines
from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow
PAGE, FEED, LOG, LOCK = "changements/index.html", "changements/feed.json", "content/changes.jsonl", "content/facts.lock"


@pytest.fixture(scope="module")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published once."""
    there = copy(tmp_path_factory.mktemp("published") / "site", built)
    assert PAGE not in tree(there)
    publish(there, 1)
    return there


@pytest.fixture
def root(published: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", published)


def publish(root: Path, day: int) -> Report:
    report = pipeline.build(root, silent, publish=date(2026, 12, day))
    assert lines(report.problems) == []
    return report


def told(root: Path) -> list[str]:
    """The lines of the page of changes, without mark-up."""
    rows = re.findall(r"<tr><th scope=\"row\"[^>]*>(.*?)</th><td>(.*?)</td></tr>", tree(root)[PAGE].decode(), re.S)
    return [" | ".join(" ".join(unescape(re.sub(r"<[^>]*>", "", cell)).split()) for cell in row) for row in rows]


def kept(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in (LOG, LOCK, "urls.lock")}


def is_that_of_a_full_build(root: Path) -> None:
    there = tree(root)
    assert lines(pipeline.build(root, silent, full=True).problems) == []
    assert tree(root) == there


def test_from_publication_to_publication_each_edit_is_told_once(root: Path) -> None:
    assert "Rien n’a changé depuis la première publication." in tree(root)[PAGE].decode()
    before = kept(root)
    # The same again: nothing is written, neither there nor in the site.
    again = publish(root, 2)
    assert (kept(root), again.written, again.changes) == (before, (), None)

    replace(root, "editions/palmes/2011.yaml", "laureate: Mercedes-Benz", "laureate: Renault")
    replace(root, "editions/palmes/2011.yaml", "theme: la confiance\n", "theme: la confiance, encore\n")
    replace(root, "content/articles/palmes-2011.md", "Le jury a choisi", "Le jury a élu")
    # A build that does not publish tells nothing.
    build(root)
    assert told(root) == []
    report = publish(root, 3)
    assert report.changes == 2
    first = [
        "Thème | avant la confiance → maintenant la confiance, encore",
        "Palme Voix du Client, Lauréats | avant Mercedes-Benz → maintenant Renault",
    ]
    assert told(root) == first
    assert {item["date_modified"] for item in json.loads(tree(root)[FEED])["items"]} == {"2026-12-03T00:00:00Z"}
    # What is out is what is kept: the next build has nothing to do, and a full one makes the same.
    assert build(root).written == ()
    is_that_of_a_full_build(root)

    # The word and the note are the editor's; every other word of the lines stays, and so do the ids.
    ids = [item["id"] for item in json.loads(tree(root)[FEED])["items"]]
    replace(
        root, LOG, '"fact": "theme", "is": "corrected"', '"fact": "theme", "note": "Dit la scène.", "is": "updated"'
    )
    before = kept(root)
    report = build(root)
    assert sorted(report.written) == ["changements/feed.json", "changements/feed.xml", PAGE]
    assert told(root) == [
        first[1],
        "Thème | Mise à jour avant la confiance → maintenant la confiance, encore Dit la scène.",
    ]
    assert sorted(item["id"] for item in json.loads(tree(root)[FEED])["items"]) == sorted(ids)
    is_that_of_a_full_build(root)
    publish(root, 4)
    assert kept(root) == before


def test_a_withheld_name_does_not_come_back_through_the_changes(root: Path) -> None:
    replace(root, "editions/palmes/2011.yaml", "laureate: Mercedes-Benz", "laureate: Odile Le Bris")
    publish(root, 2)
    assert told(root) == ["Palme Voix du Client, Lauréats | avant Mercedes-Benz → maintenant Odile Le Bris"]
    log = (root / LOG).read_bytes()
    text = "---\nname: Odile Le Bris\nkind: person\nhidden: {reason: she asked for it}\n---\n"
    (root / "content/names/odile-le-bris.md").write_text(text, encoding="utf-8")
    publish(root, 3)
    assert told(root) == ["Palme Voix du Client, Lauréats | avant Mercedes-Benz → maintenant nom retiré"]
    assert json.loads(tree(root)[FEED])["items"] == []
    assert not any("odile" in folded(data.decode("utf-8", "replace")) for path, data in tree(root).items())
    # Nor is it a change that it is withheld; and what is published holds it no more, be it of another editor's branch.
    free = (root / LOG).read_bytes()
    for _ in range(2):
        assert not any("odile" in folded(data.decode()) for path, data in kept(root).items() if path != "urls.lock")
        is_that_of_a_full_build(root)
        assert build(root).written == ()
        there = tree(root)
        (root / LOG).write_bytes(log + free.removeprefix(log[:1]).partition(b"\n")[2] + b"# Odile Le Bris\n")
        publish(root, 4)
        assert tree(root) == there


def test_a_line_that_is_none_stops_the_build_with_its_place(root: Path) -> None:
    for path, code in ((LOG, "change-log"), (LOCK, "fact-lock")):
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(f"{text}[7]\n", encoding="utf-8")
        [problem] = pipeline.build(root, silent, publish=date(2026, 12, 2)).problems
        assert (problem.code, problem.span.path, problem.span.line) == (code, path, text.count("\n") + 1)
        (root / path).write_text(text, encoding="utf-8")


def test_what_was_published_before_it_was_written_down_is_told_once(root: Path) -> None:
    """A build that is killed between the two files: the log has the changes, the lock is still the old one."""
    lock = (root / LOCK).read_bytes()
    replace(root, "editions/palmes/2011.yaml", "theme: la confiance\n", "theme: la confiance, encore\n")
    publish(root, 2)
    log = (root / LOG).read_bytes()
    (root / LOCK).write_bytes(lock)
    publish(root, 3)
    assert (root / LOG).read_bytes() == log
    assert (root / LOCK).read_bytes() != lock

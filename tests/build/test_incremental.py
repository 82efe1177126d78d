"""A second build writes nothing, an edit rewrites exactly what shows it, and the tree is that of a full build."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.sources.yaml import dump
from tests.resolved import lines
from tests.small import SITES, SMALL, build, copy, replace, tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """The small site, built, to edit."""
    return copy(tmp_path / "site", built)


def rewritten(root: Path) -> set[str]:
    """The addresses that a build wrote, by its own account and by that of the disk; none without a change."""
    out, old = root / "_site", tree(root)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    report = build(root)
    touched = {path for path in out.rglob("*") if path.is_file() and before.get(path) != path.stat().st_mtime_ns}
    assert {path.relative_to(out).as_posix() for path in touched} == set(report.written)
    new = tree(root)
    assert [path for path in report.written if new[path] == old.get(path)] == []
    return {f"/{path.removesuffix('index.html')}" for path in report.written}


def full(root: Path, folder: Path) -> dict[str, bytes]:
    """What a build from nothing makes of the same sources."""
    fresh = folder / "fresh"
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("_site", ".palmarium"))
    report = pipeline.build(fresh, silent)
    assert lines(report.problems) == []
    found = tree(fresh)
    shutil.rmtree(fresh)
    return found


def test_a_second_build_writes_nothing_and_touches_nothing(root: Path) -> None:
    before = {path: path.stat() for path in root.rglob("*")}
    report = build(root)
    assert (report.written, report.removed) == ((), ())
    assert report.kept == len(tree(root))
    after = {path: path.stat() for path in root.rglob("*") if path.name != "lock"}
    assert {path: found.st_mtime_ns for path, found in after.items()} == {
        path: found.st_mtime_ns for path, found in before.items() if path.name != "lock"
    }


def test_a_source_saved_unchanged_rewrites_nothing(root: Path) -> None:
    file = root / "editions/palmes/2011.yaml"
    file.write_bytes(file.read_bytes() + b"# seen again\n")
    assert rewritten(root) == set()
    assert rewritten(root) == set()


API = "/api/v1/"
CITATION = {
    *("/prix/palmes/2011/", "/prix/palmes/categorie/voix/", "/noms/mercedes-benz/", "/data/results.csv"),
    *(f"{API}editions/palmes-2011.json", f"{API}editions.json", f"{API}results.json"),
    *(f"{API}names/mercedes-benz.json", f"{API}names.json"),
}
EDITS = {
    "a citation": ("editions/palmes/2011.yaml", "l'écoute de ses clients", "sa patience", CITATION),
    "a post": (
        "editions/palmes/2011.yaml",
        "role: directeur,",
        "role: directrice,",
        {
            *("/prix/palmes/2011/", "/prix/palmes/categorie/directeur/", "/noms/alain-angerame/"),
            *(
                "/noms/bouygues-telecom/",
                f"{API}editions/palmes-2011.json",
                f"{API}editions.json",
                f"{API}results.json",
            ),
            *(f"{API}names/alain-angerame.json", f"{API}names/bouygues-telecom.json", f"{API}names.json"),
            *("/data/results.csv", "/prix/palmes/2011/palmares.txt"),
        },
    ),
    "a question that an article shows": (
        "editions/palmes/2011.yaml",
        "répond au téléphone ?",
        "décroche ?",
        {
            *("/prix/palmes/2011/", "/articles/palmes-2011/", f"{API}editions/palmes-2011.json", f"{API}editions.json"),
        },
    ),
    "a note of an award": (
        "editions/casques/award.yaml",
        "name: Casques",
        "note: Rien.\nname: Casques",
        {
            "/prix/casques/",
            f"{API}awards/casques.json",
            f"{API}awards.json",
        },
    ),
    "a text": ("content/pages/a-propos.md", "Un site d'essai", "Une page d'essai", {"/a-propos/"}),
    "a picture": ("content/media/salle.svg", 'r="3"', 'r="2"', {"/media/salle.svg"}),
    "a biography": (
        "content/names/leroy-merlin.md",
        "de **bricolage**",
        "de jardinage",
        {
            "/noms/leroy-merlin/",
        },
    ),
    "a template": ("themes/maison/templates/page/note.html", "{% extends", "\n{% extends", {"/a-propos/"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_rewrites_exactly_what_shows_it(root: Path, edit: str) -> None:
    path, old, new, expected = EDITS[edit]
    replace(root, path, old, new)
    # The files that hold all data follow every fact of it.
    whole = {f"{API}index.json", "/data/SHA256SUMS", "/data/archive.sqlite"}
    assert rewritten(root) - whole == expected
    assert rewritten(root) == set()


def test_a_sentence_of_the_catalogue_rewrites_every_page_and_no_export(root: Path) -> None:
    replace(root, "themes/maison/locale/fr/LC_MESSAGES/messages.po", '"Les lauréats"', '"Lauréates et lauréats"')
    pages = {f"/{path.removesuffix('index.html')}" for path in tree(root) if path.endswith(".html")}
    assert rewritten(root) == pages


def test_the_page_of_a_removed_source_goes(root: Path, tmp_path: Path) -> None:
    (root / "content/articles/palmes-2011.md").unlink()
    report = build(root)
    assert "articles/palmes-2011/index.html" in report.removed
    assert not (root / "_site/articles/palmes-2011").exists()
    assert tree(root) == full(root, tmp_path)


def test_a_tampered_or_deleted_file_is_put_back(root: Path, built: Path) -> None:
    out = root / "_site"
    (out / "index.html").write_text("hacked")
    (out / "noms/index.html").unlink()
    (out / "api/v1/index.json").unlink()
    (out / "annees/index.html").unlink()
    (out / "annees/index.html").symlink_to("/etc/hostname")
    shutil.rmtree(out / "records")
    assert set(build(root).written) == {
        "index.html",
        "noms/index.html",
        "api/v1/index.json",
        "annees/index.html",
        "records/index.html",
    }
    assert tree(root) == tree(built)
    assert not (out / "annees/index.html").is_symlink()


def test_an_output_that_was_deleted_is_built_again(root: Path, built: Path) -> None:
    shutil.rmtree(root / "_site")
    build(root)
    assert tree(root) == tree(built)


def test_without_a_ledger_or_with_a_broken_one_the_same_tree_is_built(root: Path, built: Path) -> None:
    for text in ("{", '{"form": 1, "files": {"index.html": [1]}}'):
        for name in ("ledger", "prose"):
            (root / ".palmarium" / f"{name}.json").write_text(text)
        build(root)
        assert tree(root) == tree(built)


def test_what_was_remembered_of_a_text_is_checked_before_it_is_used(root: Path, built: Path) -> None:
    replace(root, "content/articles/palmes-2011.md", "Le jury a choisi", "Le jury a élu")
    build(root)
    replace(root, "content/articles/palmes-2011.md", "Le jury a élu", "Le jury a choisi")
    build(root)
    assert tree(root) == tree(built)


def test_a_failed_build_leaves_the_old_tree_and_the_next_edit_is_still_small(root: Path) -> None:
    before = tree(root)
    replace(root, "editions/palmes/2011.yaml", "2011-10-03", "2011-02-31")
    assert lines(pipeline.build(root, silent).problems) == [
        'editions/palmes/2011.yaml:2:18: date: "2011-02-31" is not a date: month 2 of 2011 has 28 days  [value]'
    ]
    assert tree(root) == before
    replace(root, "editions/palmes/2011.yaml", "2011-02-31", "2011-10-03")
    replace(root, "content/pages/a-propos.md", "Un site d'essai", "Une page d'essai")
    assert rewritten(root) == {"/a-propos/"}


def test_the_output_may_move_and_the_old_one_is_left_alone(root: Path) -> None:
    before = tree(root)
    (root / "site.toml").write_text('output = "public"\n' + (root / "site.toml").read_text())
    assert build(root).kept == 0
    assert tree(root) == before
    assert (root / "public/index.html").exists()


NAMES = ("Orange", "Leroy Merlin", "La Poste", "屠呦呦", "Ann O'Nyme", "Éric Dadian", "Sosh & Cie", "<b>", "L'été !")


def edit_at_random(root: Path, chance: random.Random, number: int) -> None:
    """One of the things that editors do: write, change, rename, remove."""
    edition = root / f"editions/palmes/{chance.choice((2011, 2013, 2014))}.yaml"
    article = root / f"content/articles/texte-{chance.randrange(3)}.md"
    award = root / "editions/palmes/award.yaml"
    name, other = chance.sample(NAMES, 2)
    match chance.randrange(6):
        case 0:
            results = {"voix": {"laureate": name, "citation": f"n{number}"}, "innovation": [other]}
            whole = {"ordinal": str(10 + number), "coverage": "partial", "jury": [f"Juré {number % 4}"]}
            edition.write_text(dump({**whole, "results": results}), encoding="utf-8")
        case 1:
            edition.unlink(missing_ok=True)
        case 2:
            front = {"title": f"Texte {number}", "date": f"2010-0{1 + number % 9}"}
            article.write_text(f"---\n{dump(front)}---\n[[casques]]\n", encoding="utf-8")
        case 3:
            article.unlink(missing_ok=True)
        case 4:
            front = {"title": f"À propos {number}"}
            (root / "content/pages/a-propos.md").write_text(f"---\n{dump(front)}---\nBonjour.\n", encoding="utf-8")
        case 5:
            award.write_text(award.read_text(encoding="utf-8").replace("Palme Voix", f"Palme {number} Voix", 1))


@pytest.mark.parametrize("seed", range(2))
def test_after_random_edits_the_tree_is_that_of_a_full_build(root: Path, tmp_path: Path, seed: int) -> None:
    """Articles and figures point at 2011, so that edition stays unless the article goes first."""
    chance = random.Random(seed)
    (root / "content/articles/palmes-2011.md").unlink()
    award = root / "editions/palmes/award.yaml"
    award.write_text(award.read_text().replace(", in: 2011", ""))
    for number in range(4):
        for _ in range(1 + chance.randrange(2)):
            edit_at_random(root, chance, number)
        report = pipeline.build(root, silent)
        assert [problem for problem in report.problems if problem.level == "error"] == []
    assert tree(root) == unchecked_full(root, tmp_path)


def unchecked_full(root: Path, folder: Path) -> dict[str, bytes]:
    fresh = folder / "fresh"
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("_site", ".palmarium"))
    pipeline.build(fresh, silent)
    return tree(fresh)


SEEDED = """
import sys
from pathlib import Path
from palmarium.build import stages
from palmarium.build.work import silent
from palmarium.sources import disk

for root in map(Path, sys.argv[1:]):
    snapshot, unread = disk.read(root)
    made, problems = stages.make(snapshot, "", None, silent, unread)
    print(root.name, sorted(made.fingerprints.items()) if made else "", *problems, sep="\\n")
"""


def test_no_page_and_no_problem_hangs_on_the_order_of_a_set() -> None:
    """What is to be written, and what is told, of sites with ties in everything, is one under three hash seeds."""
    sites = [str(SITES / name) for name in ("film", "broken/mixed", "broken/circle", "broken/two-spellings")]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", SEEDED, *sites],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": str(seed)},
            stdout=subprocess.PIPE,
        )
        for seed in range(1, 4)
    ]
    told = [run.communicate()[0].decode() for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert told[1:] == told[:1] * 2
    assert "noms/la-brioche/index.html" in told[0]


def test_two_builds_anywhere_are_equal_byte_for_byte(built: Path, tmp_path: Path) -> None:
    """In other folders, with other hash seeds, at another time and in another zone and language."""
    for seed, zone, name in (("1", "Asia/Tokyo", "a"), ("4242", "America/Lima", "b c")):
        root = copy(tmp_path / name / "site", SMALL)
        for number, path in enumerate(sorted(root.rglob("*.yaml"))):
            os.utime(path, (number, number))
        environment = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-m", "palmarium", "build", "--root", str(root)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        assert tree(root) == tree(built)

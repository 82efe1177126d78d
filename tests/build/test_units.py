"""What an edit reaches is made again, and nothing else: whatever is edited, the site is that of a full build."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from palmarium.build import engine, pipeline, stages
from palmarium.build.engine import Updated
from palmarium.build.pipeline import Report
from palmarium.build.work import silent
from palmarium.problems import Problem, any_error
from palmarium.statistics.memoize import Derivation
from tests.editing import ENGLISH, FRENCH, Say, edit, english, french, write
from tests.photos import photo
from tests.small import replace, tree

pytestmark = pytest.mark.slow

EDITS = 8
_OWN = shutil.ignore_patterns("_site", ".palmarium")


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[Updated | None]:
    """What each update made, None where it left all to a whole build; a fault in it, which is healed, is one here."""
    seen: list[Updated | None] = []

    def update(*arguments: Any) -> Any:
        made = engine._update(*arguments)
        seen.append(made[0] if made else None)
        return made

    monkeypatch.setattr(engine, "update", update)
    monkeypatch.setattr(pipeline, "_DAMAGED", ())
    return seen


def told(problems: tuple[Problem, ...]) -> list[object]:
    """All that an editor reads of them."""
    return [(p.code, p.span, p.message, p.hint, p.level, told(p.below)) for p in problems]


def fresh(root: Path) -> tuple[Report, dict[str, bytes]]:
    """What a build from nothing makes of the same sources."""
    there = root.with_name("fresh")
    shutil.copytree(root, there, ignore=_OWN)
    report = pipeline.build(there, silent, full=True)
    made = tree(there) if (there / "_site").exists() else {}
    shutil.rmtree(there)
    return report, made


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [path for path in {**one, **other} if one.get(path) != other.get(path)]


def sources(root: Path) -> dict[Path, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if path.relative_to(root).parts[0] not in ("_site", ".palmarium")}


def put_back(root: Path, before: dict[Path, bytes]) -> None:
    for path in sources(root).keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def edited(root: Path, say: Say, number: int, seed: int) -> list[str]:
    """Edit again and again, a few at once; after each, what was built is what a build from nothing makes.

    Every other mistake stays for the next edits; then all is as it was before it.
    """
    chance, done, good, wrong = random.Random(seed), list[str](), sources(root), 0
    pipeline.build(root, silent)
    last = tree(root)
    for step in range(number):
        made = [edit(root, chance, say) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
        done += made
        report = pipeline.build(root, silent)
        whole, expected = fresh(root)
        at = f"step {step} of seed {seed}: {', '.join(made)}"
        assert told(report.problems) == told(whole.problems), at
        if any_error(report.problems):
            assert differing(tree(root), last) == [], at
            wrong += 1
            if wrong == 2 or chance.randrange(2):
                put_back(root, good)
                wrong = 0
            continue
        last, good, wrong = tree(root), sources(root), 0
        assert differing(last, expected) == [], at
        assert report.pages == whole.pages, at
        assert report.kept + len(report.written) == len(expected), at
    return done


@pytest.mark.parametrize(("make", "say"), [(french, FRENCH), (english, ENGLISH)])
def test_after_any_edit_the_site_and_all_that_is_told_are_those_of_a_full_build(
    make: Callable[[Path], None],
    say: Say,
    tmp_path: Path,
    updates: list[Updated | None],
    request: pytest.FixtureRequest,
) -> None:
    number, seed = request.config.getoption("--edits"), request.config.getoption("--seed")
    make(tmp_path / "site")
    done = edited(tmp_path / "site", say, number or EDITS, seed)
    gone_on = sum(each is not None for each in updates)
    print(f"{len(done)} edits, {gone_on} of {len(updates)} updates went on from what was kept: {Counter(done)}")
    assert gone_on > len(updates) / 4


# What random edits, or a look at the engine, found once.


@pytest.fixture
def root(tmp_path: Path) -> Path:
    french(tmp_path / "site")
    return tmp_path / "site"


def same(root: Path) -> Report:
    """A build that makes what one from nothing makes."""
    report = pipeline.build(root, silent)
    whole, expected = fresh(root)
    assert told(report.problems) == told(whole.problems)
    assert differing(tree(root), expected) == []
    return report


def test_a_picture_that_nothing_shows_any_more_goes_and_comes_back(root: Path, updates: list[Updated | None]) -> None:
    (root / "content/media/photo.jpg").write_bytes(photo(400, 300))
    article = "content/articles/p.md", "---\ntitle: P\ndate: 2011-01-01\n---\n"
    for shown in ("![A hall](photo.jpg)", "A hall.", "![A hall](photo.jpg)"):
        write(root, article[0], article[1] + shown)
        same(root)
    assert None not in updates


MISTAKES = {
    "a key that there is not": ("editions/palmes/2011.yaml", "theme: la", "thême: la"),
    "a text that is no YAML": ("editions/palmes/2011.yaml", "hosts: [Thierry Spencer]", "hosts: [Thierry Spencer"),
    "a category that there is not": ("editions/palmes/2011.yaml", "  voix:\n", "  voie:\n"),
    "an award that there is not": ("editions/palmes/award.yaml", "succeeds: casques", "succeeds: casque"),
    "a category fewer": ("editions/palmes/award.yaml", "  innovation: Palme de l'Innovation\n", ""),
    "a link to nothing": ("content/articles/palmes-2011.md", "[[palmes/2010]]", "[[palmes/2009]]"),
    "a text about nothing": ("content/articles/palmes-2011.md", "editions: palmes/2011", "editions: palmes/2001"),
    "a picture that there is not": ("content/articles/palmes-2011.md", "src: salle.svg", "src: hall.svg"),
    "a text that nothing closes": ("content/articles/palmes-2011.md", "---\ntitle", "title"),
    "an alias of two names": ("content/names/maria-flament.md", "kind: person\n", "kind: person\naliases: [LM]\n"),
    "a name of two files": ("content/names/maria-flament.md", "name: Maria Flament", "name: Leroy Merlin"),
    "a claim that counts nothing": ("editions/palmes/2011.yaml", "count: laureates", "count: loreates"),
    "an organisation that is a person": ("content/names/leroy-merlin.md", "kind: organisation", "kind: shop"),
}


def test_a_mistake_is_told_without_making_everything(
    root: Path, updates: list[Updated | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(root, silent)
    before, site = sources(root), tree(root)
    for mistake, typed in MISTAKES.items():
        replace(root, *typed)
        whole, _ = fresh(root)
        assert any_error(whole.problems), mistake
        with monkeypatch.context() as patched:
            patched.setattr(stages, "make", None)
            assert told(pipeline.build(root, silent).problems) == told(whole.problems), mistake
        assert differing(tree(root), site) == [], mistake
        put_back(root, before)
    assert same(root).written == ()


# What an edit reaches.


def reached(root: Path, updates: list[Updated | None]) -> tuple[set[str], set[tuple[Any, ...]], set[str]]:
    """The files that a build wrote, the units that it made again, and the tables that it derived again."""
    written = set(same(root).written)
    made = updates[-1]
    assert made is not None
    derived = made.made.context.archive.derived.items()
    tables = {name for name, table in derived if isinstance(table, Derivation) and table.lookups is not None}
    return written, set(made.log.lookups), tables


def test_a_word_in_an_article_reaches_its_page_and_its_data_and_no_statistic(
    root: Path, updates: list[Updated | None]
) -> None:
    pipeline.build(root, silent)
    replace(root, "content/articles/palmes-2011.md", "Le jury a choisi", "Le jury a bien choisi")
    written, made, tables = reached(root, updates)
    assert written == {"articles/palmes-2011/index.html", "api/v1/articles.json"}
    assert {unit[1:] for unit in made if unit[0] == "pages"} == {("article", "palmes-2011")}
    assert {unit[1:] for unit in made if unit[0] == "exports"} == {("api", "article palmes-2011")}
    assert {unit[3] for unit in made if unit[0] == "checks"} <= {"palmes-2011", None}
    assert "palmarium.checks.copied._texts" in tables
    assert "palmarium.checks.copied._printed_again" not in tables
    assert all(name.startswith("palmarium.checks.") for name in tables)


def test_a_text_that_becomes_that_of_another_is_told_until_one_of_them_goes(
    root: Path, updates: list[Updated | None]
) -> None:
    """Of a check that compares all with all only the records that changed are asked again."""
    text = "Le jury a lu trente dossiers en une semaine, puis il en a gardé douze pour les entendre à Paris un mardi."
    for id in ("un", "deux", "trois"):
        (root / f"content/articles/{id}.md").write_text(f"---\ntitle: Numéro {id}\n---\n{text} Ceci est {id}.\n")
    pipeline.build(root, silent)
    replace(root, "content/articles/deux.md", "Ceci est deux.", "Ceci est un.")

    def copied() -> list[tuple[str, ...]]:
        return [each.subject for each in pipeline.build(root, silent).problems if each.code == "copied"]

    assert copied() == [("deux", "un")]
    assert updates[-1] is not None
    replace(root, "content/articles/un.md", "Ceci est un.", "Ceci est trois.")
    assert copied() == [("trois", "un")]
    (root / "content/articles/trois.md").unlink()
    assert copied() == []


def test_the_title_of_a_work_reaches_what_shows_the_result_and_no_statistic_that_comes_out_equal(
    root: Path, updates: list[Updated | None]
) -> None:
    pipeline.build(root, silent)
    replace(root, "editions/palmes/2011.yaml", "Les points d'accueil", "Les points d'écoute")
    written, made, _ = reached(root, updates)
    assert written == {
        *(f"api/v1/{name}.json" for name in ("editions", "editions/palmes-2011", "names", "results")),
        "api/v1/names/union-nationale-des-pimms.json",
        "data/SHA256SUMS",
        "data/archive.sqlite",
        "data/results.csv",
        "noms/union-nationale-des-pimms/index.html",
        "prix/palmes/2011/index.html",
        "prix/palmes/2011/palmares.txt",
        "prix/palmes/categorie/sociale/index.html",
    }
    pages = {unit[1] for unit in made if unit[0] == "pages"}
    assert pages <= {"edition", "name", "category", "award"}
    assert ("checks", "other-name", None, None) not in made


@pytest.mark.parametrize("path", ["editions/palmes/2011.yaml", "editions/palmes/award.yaml"])
@pytest.mark.parametrize("line", ["# a comment\n", "\n"])
def test_a_line_that_says_nothing_reaches_no_page_and_every_place(
    path: str, line: str, root: Path, updates: list[Updated | None]
) -> None:
    replace(root, "editions/palmes/2011.yaml", "rank: 2", "rank: 4")
    before = pipeline.build(root, silent)
    file = root / path
    file.write_text(line + file.read_text())
    written, made, _ = reached(root, updates)
    assert written == set()
    assert not any(unit[0] == "exports" for unit in made)
    assert any(problem.span.path == path for problem in before.problems) == ("2011" in path)


def test_an_edition_more_reaches_its_award_and_its_names_and_no_name_of_another_award(
    root: Path, updates: list[Updated | None]
) -> None:
    pipeline.build(root, silent)
    write(root, "editions/dés/2009.yaml", "coverage: complete\nresults: {film: LM}\n")
    written, made, _ = reached(root, updates)
    pages: dict[str, set[object]] = {}
    for unit in made:
        if unit[0] == "pages":
            pages.setdefault(str(unit[1]), set()).add(unit[2])
    assert pages["edition"] == {"dés/2009", "dés/2010"}
    assert pages["category"] == {"dés/film", "dés/court"}
    assert pages["award"] - {"palmes"} == {"dés"}  # that of the Palmes asks in which awards its laureates have titles
    assert pages["name"] == {"leroy-merlin", "la-poste", "ann-o-nyme"}
    assert {path for path in written if path.startswith("prix/palmes/")} == set()
    assert "prix/dés/2009/index.html" in written


def test_an_edit_of_site_toml_or_of_the_theme_makes_everything_again(root: Path, updates: list[Updated | None]) -> None:
    pipeline.build(root, silent)
    replace(root, "site.toml", "Les prix", "Tous les prix")
    same(root)
    replace(root, "themes/maison/theme.toml", 'default = ""', 'default = "Voilà"')
    same(root)
    assert updates == [None, None]

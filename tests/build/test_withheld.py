"""A name that is withheld occurs nowhere in the output, its results count as before, and its address says so."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.model.withheld import folded
from tests.resolved import lines
from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow
FLAMENT = "content/names/maria-flament.md"
HIDDEN = "hidden: {reason: she asked for it, since: 2026-11-03}\n"
IDS = "wikidata: Q4217\nidentifiers: {viaf: vf4217}\n"
MERCEDES = f"---\nname: Mercedes-Benz\nkind: organisation\naliases: [Daimler]\n{IDS}{HIDDEN}---\n"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return reporting(tmp_path / "site")


def reporting(root: Path) -> Path:
    """A site that asks for reports of errors."""
    there = copy(root)
    replace(there, "site.toml", 'language = "fr"\n', 'language = "fr"\ncorrections = "mailto:a@b.example"\n')
    replace(there, "editions/palmes/award.yaml", "organiser: AFRC\n", "organiser: AFRC\nwikidata: Q17\n")
    replace(there, "content/names/maria-flament.md", "sort:", "aliases: [La Flamme]\nsort:")
    (there / "content/names/mercedes-benz.md").write_text(MERCEDES.replace(HIDDEN, ""), encoding="utf-8")
    return there


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, published with the names that are withheld afterwards."""
    there = reporting(tmp_path_factory.mktemp("published") / "site")
    assert lines(pipeline.build(there, silent, publish=date(2026, 11, 29)).problems) == []
    return there


@pytest.fixture
def root(published: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", published)


def hide(root: Path) -> None:
    replace(root, FLAMENT, "kind: person\n", f"kind: person\n{HIDDEN}")
    (root / "content/names/mercedes-benz.md").write_text(MERCEDES, encoding="utf-8")


def given_away(root: Path, *words: str) -> list[str]:
    """Files of the output that hold one of these words, however it is written, or are called so."""
    found = []
    for path, data in tree(root).items():
        text = folded(data.decode("utf-8", "replace"))
        found += [f"{path}: {word}" for word in words if f" {word} " in f" {text} " or word in folded(path)]
    return found


def counts(root: Path) -> object:
    """Everything that the data count, and who has how many titles, without saying who."""
    files = tree(root)
    index = json.loads(files["api/v1/index.json"])["counts"]
    names = json.loads(files["api/v1/names.json"])
    listed = names if isinstance(names, list) else next(each for each in names.values() if isinstance(each, list))
    return index, sorted(json.dumps(each.get("counts"), sort_keys=True) for each in listed)


NAMES = ("maria flament", "flament maria", "la flamme", "q4217", "vf4217", "mercedes benz", "daimler")


def test_a_withheld_name_is_nowhere_and_counts_all_the_same(root: Path) -> None:
    before = counts(root)
    said = given_away(root, *NAMES)
    for path, word in (
        ("data/quickstatements.txt", "q4217"),
        ("data/reconciliation.csv", "q4217"),
        ("prix/palmes/2011/palmares.txt", "maria flament"),
    ):
        assert f"{path}: {word}" in said
    hide(root)
    build(root)
    left = given_away(root, *NAMES)
    # Nothing says the name but the addresses where it stood, which say that it is withheld.
    assert {line.rpartition(":")[0] for line in left} == {
        *("noms/maria-flament/index.html", "noms/mercedes-benz/index.html"),
        *(f"noms/{name}/feed.{form}" for name in ("maria-flament", "mercedes-benz") for form in ("json", "xml")),
        *("api/v1/names/maria-flament.json", "api/v1/names/mercedes-benz.json"),
        *(path for path in tree(root) if path.startswith("noms/mercedes-benz/badges/")),
    }
    for path in {line.rpartition(":")[0] for line in left}:
        assert not any(word in folded(tree(root)[path].decode()) for word in NAMES), path
    assert counts(root) == before


def test_its_old_address_says_so_and_does_not_lead_on(root: Path) -> None:
    hide(root)
    build(root)
    page = tree(root)["noms/maria-flament/index.html"].decode()
    assert "Nom retiré" in page
    assert "Le nom qui se trouvait ici est retiré." in page
    assert not re.search(r"refresh|canonical|/n-[0-9a-f]{10}", page)
    assert tree(root)["api/v1/names/maria-flament.json"] == b'{"withheld": true}\n'


def test_in_its_place_stand_neutral_words_in_results_texts_and_data(root: Path) -> None:
    hide(root)
    build(root)
    files = tree(root)
    article = files["articles/palmes-2011/index.html"].decode()
    assert re.search(r'Le jury a choisi <a href="\.\./\.\./noms/n-[0-9a-f]{10}/">nom retiré</a>', article)
    [own] = [
        path for path in files if re.fullmatch(r"api/v1/names/n-[0-9a-f]{10}\.json", path) and b"person" in files[path]
    ]
    record = json.loads(files[own])
    assert record["name"] == "nom retiré"
    assert [each["id"] for each in record["results"]] == [f"palmes/2011/directeur--{record['id']}"]


def test_hidden_or_shown_again_a_build_makes_what_a_full_one_makes(root: Path) -> None:
    for step in (hide, later, show):
        step(root)
        build(root)
        there = tree(root)
        assert lines(pipeline.build(root, silent, full=True).problems) == []
        assert tree(root) == there


def later(root: Path) -> None:
    """An edit of a text that speaks of a withheld name, while it is."""
    replace(root, "content/articles/palmes-2011.md", "Le jury a choisi", "Le jury a élu")


def show(root: Path) -> None:
    replace(root, FLAMENT, HIDDEN, "")


def test_what_is_published_next_does_not_tell_it_anew(root: Path) -> None:
    before = (root / "urls.lock").read_text(encoding="utf-8")
    hide(root)
    assert lines(pipeline.build(root, silent, publish=date(2026, 11, 29)).problems) == []
    more = set((root / "urls.lock").read_text(encoding="utf-8").splitlines()) - set(before.splitlines())
    assert not [line for line in more if any(word in folded(line) for word in NAMES)]


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("content/articles/palmes-2011.md", "Le jury", "Maria Flament et le jury", "16:1"),
        ("content/articles/palmes-2011.md", "Le jury", "Maria\nFLAMENT et le jury", "16:1"),
        (
            "content/articles/palmes-2011.md",
            "Le jury",
            "[[palmes/2011#directeur--maria-flament|Elle]], le jury",
            "16:26",
        ),
        ("content/articles/palmes-2011.md", "## Le palmarès", "## Le palmarès de [[Maria Flament]]", "19:21"),
        ("content/articles/palmes-2011.md", "[cérémonie]", "[cérémonie, maria flament]", "12:19"),
        ("content/articles/palmes-2011.md", "alt: La salle pleine", "alt: Maria FLAMENT", "11:32"),
        ("editions/palmes/2011.yaml", "Pour l'écoute", "Comme Maria  Flament, pour l'écoute", "13:21"),
        ("editions/palmes/2011.yaml", "hosts: [Thierry Spencer]", "hosts: [maria flament]", "5:9"),
        ("editions/palmes/2011.yaml", "example.org/palmares", "example.org/maria-flament", "22:99"),
        ("site.toml", 'title = "Les prix"', 'title = "Les prix de La Flamme"', "1:22"),
        ("content/media/salle.svg", "<svg", "<!-- Maria Flament --><svg", "1:6"),
    ],
)
def test_what_a_text_says_of_it_is_an_error_with_its_place(
    fresh: Path, path: str, old: str, new: str, place: str
) -> None:
    replace(fresh, path, old, new)
    hide(fresh)
    told = lines(pipeline.build(fresh, silent).problems)
    assert f"{path}:{place}: this says a name that is withheld  [hidden-name]" in told


def test_a_file_that_is_called_by_it_is_told_and_its_old_address_leads_nowhere(root: Path) -> None:
    old = root / "content/articles/flament-maria-parle.md"
    old.write_text(
        "---\ntitle: Entretien\ndate: 2011-10-06\nabout: {editions: palmes/2011}\n---\nElle parle.\n", encoding="utf-8"
    )
    assert lines(pipeline.build(root, silent, publish=date(2026, 11, 29)).problems) == []
    hide(root)
    message = "the name of this file says a name that is withheld, and would be part of an address"
    assert f"content/articles/flament-maria-parle.md:1:1: {message}  [hidden-name]" in lines(
        pipeline.build(root, silent).problems
    )
    text = old.read_text(encoding="utf-8").replace("title:", "formerly: [flament-maria-parle]\ntitle:")
    (root / "content/articles/entretien.md").write_text(text, encoding="utf-8")
    old.unlink()
    build(root)
    assert b"Nom retir" in tree(root)["articles/flament-maria-parle/index.html"]
    assert "flament" not in tree(root)["feed.xml"].decode().casefold()

"""No published address dies: what is called otherwise leaves a page that leads on, and what is lost is an error."""

import random
import re
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from palmarium.build import pipeline
from palmarium.build.pipeline import Report
from palmarium.build.work import silent
from palmarium.sources import url_lock
from tests.resolved import lines
from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
NAMES = {"La Poste": ("la-poste", "organisation"), "Mercedes-Benz": ("mercedes-benz", "organisation")}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published once."""
    there = copy(tmp_path_factory.mktemp("published") / "site")
    publish(there)
    return there


@pytest.fixture
def root(published: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", published)


def publish(root: Path) -> Report:
    report = pipeline.build(root, silent, publish=date(2026, 11, 29))
    assert lines(report.problems) == []
    return report


def told(root: Path) -> list[str]:
    """What a build says and what it proposes; none of it is written anywhere."""
    problems = pipeline.build(root, silent).problems
    return [f"{line} | {each.hint}" for line, each in zip(lines(problems), problems, strict=True)]


def locked(root: Path) -> list[str]:
    return list(url_lock.parse((root / "urls.lock").read_bytes())[0].addresses)


def dead(root: Path) -> list[str]:
    """Published addresses at which nothing stands, and pages that lead on to nothing."""
    files = tree(root)
    found = [url for url in locked(root) if url[1:] + ("index.html" if url.endswith("/") else "") not in files]
    for path, data in files.items():
        to = re.search(rb'<meta http-equiv="refresh" content="0; url=([^"]*)"', data)
        if to and not (root / "_site" / path).parent.joinpath(unquote(to[1].decode()), "index.html").exists():
            found.append(f"{path} -> {to[1].decode()}")
    return found


def refer(root: Path, old: str, new: str) -> None:
    """Call something otherwise wherever a text refers to it."""
    for path in (*root.glob("editions/*/*.yaml"), *root.glob("content/*/*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text), encoding="utf-8")


def add(path: Path, old: str) -> None:
    """Add `old` to the ids that the record of a file had."""
    text = path.read_text(encoding="utf-8")
    before = re.search(r"^formerly: \[(.*)\]\n", text, re.M)
    line = f"formerly: [{before[1]}, {old}]\n" if before else f"formerly: [{old}]\n"
    text = text.replace(before[0], "") if before else text
    begin = "---\n" if text.startswith("---\n") else ""
    path.write_text(begin + line + text.removeprefix(begin), encoding="utf-8")


def move_award(root: Path, old: str, new: str) -> Path:
    (root / "editions" / old).rename(root / "editions" / new)
    refer(root, old, new)
    return root / "editions" / new / "award.yaml"


def move_edition(root: Path, award: str, old: str, new: str) -> Path:
    there = root / "editions" / award
    (there / f"{old}.yaml").rename(there / f"{new}.yaml")
    refer(root, f"{award}/{old}", f"{award}/{new}")
    refer(root, f"in: {old}", f"in: {new}")
    text = (there / f"{new}.yaml").read_text(encoding="utf-8")
    if "sort_year" not in text:
        (there / f"{new}.yaml").write_text(f"label: {new}\nsort_year: {old[:4]}\n{text}", encoding="utf-8")
    return there / f"{new}.yaml"


def move_category(root: Path, award: str, chance: random.Random, new: str) -> None:
    """Call one of the categories of an award otherwise, and say so beside its name."""
    file = root / f"editions/{award}/award.yaml"
    text = file.read_text(encoding="utf-8")
    old = chance.choice(re.findall(r"^  ([\w-]+): (?!\{title)", text, re.M))
    key = re.compile(rf"^  {old}:|(?<=from: ){old}\b", re.M)
    for path in (root / "editions" / award).glob("*.yaml"):
        there = path.read_text(encoding="utf-8")
        path.write_text(key.sub(lambda found: found[0].replace(old, new), there), encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    text = re.sub(rf"^  {new}: ([^{{\n].*)$", rf"  {new}: {{name: \1}}", text, flags=re.M)
    if f"  {new}: {{formerly: [" in text:
        text = re.sub(rf"^(  {new}: {{formerly: \[[^\]]*)", rf"\1, {old}", text, flags=re.M)
    else:
        text = text.replace(f"  {new}: {{", f"  {new}: {{formerly: [{old}], ")
    file.write_text(text, encoding="utf-8")


def test_every_lasting_address_is_published_and_none_that_changes_with_its_bytes(root: Path) -> None:
    there = locked(root)
    assert {"/", "/prix/palmes/2011/", "/noms/la-poste/", "/feed.xml", "/api/v1/names/la-poste.json"} <= set(there)
    assert {"/data/results.csv", "/media/salle.svg", "/noms/la-poste/badges/palmes-2010-innovation.svg"} <= set(there)
    assert [url for url in there if re.search("/assets/|/cards/|404|sitemap|robots|pagefind", url)] == []
    text = (root / "urls.lock").read_text(encoding="utf-8")
    assert "base https://prix.example/\nfeeds tag:prix.example,2026:\nwords awards=prix " in text
    assert [line for line in text.splitlines() if line.startswith("/")] == [quote(url) for url in sorted(there)]


def test_publishing_again_changes_nothing_and_builds_nothing(root: Path) -> None:
    before = (root / "urls.lock").read_bytes()
    assert publish(root).published == 0
    assert (root / "urls.lock").read_bytes() == before
    assert build(root).written == ()


def test_two_editors_lines_are_read_in_any_order_and_once(root: Path) -> None:
    path = root / "urls.lock"
    before = path.read_bytes()
    path.write_bytes(before + b"/prix/palmes/ /elsewhere/\n" + before)
    assert set(url_lock.parse(path.read_bytes())[0].addresses) == set(url_lock.parse(before)[0].addresses)
    publish(root)
    assert path.read_bytes() == before


def test_a_line_that_is_no_address_is_told(root: Path) -> None:
    with (root / "urls.lock").open("a") as file:
        file.write("prix/palmes/\n")
    assert [line.partition(" ")[2] for line in told(root)] == [
        '"prix/palmes/" is no address that was published  [url-lock] | delete the line'
    ]


def test_an_award_that_is_called_otherwise_needs_one_line(root: Path) -> None:
    path = move_award(root, "casques", "helmets")
    [line] = told(root)
    assert '"/prix/casques/" was published, and nothing stands there now, nor at the ' in line
    assert "if it is helmets now, add `formerly: [casques]` to editions/helmets/award.yaml; if it is gone" in line
    add(path, "casques")
    build(root)
    assert dead(root) == []
    page = tree(root)["prix/casques/2007/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../../prix/helmets/2007/">' in page
    assert '<link rel="canonical" href="https://prix.example/prix/helmets/2007/">' in page
    assert tree(root)["api/v1/editions/casques-2007.json"] == tree(root)["api/v1/editions/helmets-2007.json"]
    assert "noms/mercedes-benz/badges/palmes-2011-voix.svg" in tree(root)
    publish(root)
    assert "/prix/casques/2007/ /prix/helmets/2007/\n" in (root / "urls.lock").read_text(encoding="utf-8")


def test_an_edition_that_is_called_otherwise_needs_one_line(root: Path) -> None:
    path = move_edition(root, "palmes", "2011", "quatrieme")
    [line] = told(root)
    assert "if it is palmes/quatrieme now, add `formerly: [2011]` to editions/palmes/quatrieme.yaml" in line
    add(path, "2011")
    build(root)
    assert dead(root) == []
    assert "noms/mercedes-benz/badges/palmes-2011-voix.svg" in tree(root)
    assert tree(root)["prix/palmes/2011/citation.bib"] == tree(root)["prix/palmes/quatrieme/citation.bib"]
    assert b"#edition-palmes-2011</id>" in tree(root)["feed.xml"]


def test_a_category_that_is_called_otherwise_needs_one_line_and_keeps_its_anchors(root: Path) -> None:
    for edition in ("award", "2010", "2011"):
        file = root / f"editions/palmes/{edition}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("  voix:", "  voice:"), encoding="utf-8")
    [line] = told(root)
    assert (
        "if it is palmes/voice now, add `formerly: [voix]` to the category voice in editions/palmes/award.yaml" in line
    )
    replace(root, "editions/palmes/award.yaml", "voice: {", "voice: {formerly: voix, ")
    build(root)
    assert dead(root) == []
    assert b'<span id="voix"></span>' in tree(root)["prix/palmes/2011/index.html"]
    assert "noms/mercedes-benz/badges/palmes-2011-voix.svg" in tree(root)


def test_a_category_of_an_award_that_is_called_otherwise_needs_one_line_too(root: Path) -> None:
    """Below the old address of the award stands what stands below the one of today: that is told once."""
    add(move_award(root, "palmes", "lauriers"), "palmes")
    build(root)
    for is_published in (False, True):
        if is_published:
            publish(root)
        then, now = ("voice", "voices") if is_published else ("voix", "voice")
        for edition in ("award", "2010", "2011"):
            replace_in = root / f"editions/lauriers/{edition}.yaml"
            text = replace_in.read_text(encoding="utf-8")
            replace_in.write_text(text.replace(f"  {then}:", f"  {now}:"), encoding="utf-8")
        [line] = told(root)
        before = f"voix, {then}" if is_published else then
        assert f"if it is lauriers/{now} now, add `formerly: [{before}]` to the category {now} in" in line
        text = (root / "editions/lauriers/award.yaml").read_text(encoding="utf-8")
        text = text.replace("formerly: [voix], ", "").replace(f"  {now}: {{", f"  {now}: {{formerly: [{before}], ")
        (root / "editions/lauriers/award.yaml").write_text(text, encoding="utf-8")
        build(root)
        assert dead(root) == []


def test_a_special_award_that_is_called_otherwise_says_so_where_it_stands(root: Path) -> None:
    path = "editions/palmes/2011.yaml"
    replace(root, path, "results:\n", "results:\n  coup: {name: Coup de cœur, special: true, laureate: La Poste}\n")
    pipeline.build(root, silent, publish=date(2026, 11, 29))
    replace(root, path, "  coup: {", "  coeur: {")
    [line] = [line for line in told(root) if "lost-address" in line]
    assert f"if it is palmes/coeur now, add `formerly: [coup]` to the category coeur in {path}" in line
    replace(root, path, "  coeur: {", "  coeur: {formerly: [coup], ")
    pipeline.build(root, silent)
    assert dead(root) == []


def test_a_bare_name_that_is_spelt_otherwise_needs_a_file(root: Path) -> None:
    refer(root, "La Poste", "La Poste SA")
    [line] = told(root)
    assert (
        "if it is La Poste SA now, write content/names/la-poste-sa.md with `name: La Poste SA`, `kind: organisation`"
        " and `formerly: [la-poste]`"
    ) in line
    text = "---\nname: La Poste SA\nkind: organisation\nformerly: [la-poste]\n---\n"
    (root / "content/names/la-poste-sa.md").write_text(text, encoding="utf-8")
    build(root)
    assert dead(root) == []
    assert "noms/la-poste/badges/palmes-2010-innovation.svg" in tree(root)


def test_an_article_and_a_page_that_are_called_otherwise_need_one_line_each(root: Path) -> None:
    (root / "content/articles/palmes-2011.md").rename(root / "content/articles/confiance.md")
    (root / "content/pages/a-propos.md").rename(root / "content/pages/about.md")
    said = told(root)
    assert "add `formerly: [palmes-2011]` to content/articles/confiance.md" in said[1]
    assert "add `formerly: [a-propos]` to content/pages/about.md" in said[0]
    add(root / "content/articles/confiance.md", "palmes-2011")
    add(root / "content/pages/about.md", "a-propos")
    build(root)
    assert dead(root) == []
    assert b"#article-palmes-2011</id>" in tree(root)["feed.xml"]


def test_what_is_gone_for_good_says_so_at_its_address(root: Path) -> None:
    (root / "content/pages/a-propos.md").unlink()
    with (root / "site.toml").open("a") as file:
        file.write('\n[moved]\n"/a-propos/" = ""\n')
    build(root)
    assert "plus publié" in tree(root)["a-propos/index.html"].decode()
    publish(root)
    assert dead(root) == []


def test_a_page_of_an_index_leads_to_the_index(root: Path) -> None:
    replace(root, "editions/casques/2007.yaml", "ceremony: {date: 2007-05-01, city: Lyon}", "sort_year: 2006")
    (root / "editions/casques/2007.yaml").rename(root / "editions/casques/premiere.yaml")
    add(root / "editions/casques/premiere.yaml", "2007")
    build(root)
    assert dead(root) == []
    assert b"url=../../annees/" in tree(root)["annees/2007/index.html"]


def test_a_page_that_went_on_leads_to_the_first(root: Path) -> None:
    gone = ("/prix/palmes/page-2/", "/prix/palmes/2011/page-3/", "/noms/la-poste/page-2/", "/annees/2011/page-2/")
    with (root / "urls.lock").open("a", encoding="utf-8") as lock:
        lock.writelines(f"{url}\n" for url in gone)
    assert told(root) == []
    assert dead(root) == []
    for url in gone:
        text = (root / f"_site{url}index.html").read_text(encoding="utf-8")
        assert f'{url.rpartition("page-")[0]}">' in text.partition('http-equiv="refresh" content="0; url=')[2][:80]


def test_a_badge_of_a_title_that_was_none_says_so(root: Path) -> None:
    replace(root, "editions/palmes/2010.yaml", "innovation: [Leroy Merlin, La Poste]", "innovation: Leroy Merlin")
    replace(
        root,
        "editions/palmes/2010.yaml",
        "says: trois lauréats, count: laureates, is: 3",
        "says: deux lauréats, count: laureates, is: 2",
    )
    build(root)
    assert dead(root) == []
    assert "La Poste" in tree(root)["noms/la-poste/badges/palmes-2010-innovation.svg"].decode()


def test_a_file_takes_the_place_of_another(root: Path) -> None:
    (root / "content/media/salle.svg").rename(root / "content/media/theatre.svg")
    refer(root, "salle.svg", "theatre.svg")
    [line] = told(root)
    assert 'below [moved]: "/media/salle.svg" = "/…" (a file that takes its place)' in line
    with (root / "site.toml").open("a") as file:
        file.write('\n[moved]\n"/media/salle.svg" = "/media/theatre.svg"\n')
    build(root)
    assert dead(root) == []
    assert tree(root)["media/salle.svg"] == tree(root)["media/theatre.svg"]


def test_circles_dead_ends_and_what_needs_no_rule_are_told(root: Path) -> None:
    with (root / "site.toml").open("a") as file:
        file.write('\n[moved]\n"/a/" = "/b/"\n"/b/" = "/a/"\n"/c/" = "/noms/la-post/"\n"/noms/la-poste/" = "/d/"\n')
    said = [line.partition(" ")[2] for line in told(root)]
    otherwise = "or write where it is to lead"
    assert said == [
        f'these lead in a circle: /a/ → /b/ → /a/  [moved] | delete the line of "/a/", {otherwise}',
        '"/c/" is to lead to "/noms/la-post/", where nothing stands  [moved] | write "/noms/la-poste/"',
        'something stands at "/noms/la-poste/": it can\'t lead elsewhere  [moved] | delete the line',
    ]


def test_another_language_says_what_would_move_and_the_lines_that_keep_it(root: Path) -> None:
    replace(root, "site.toml", 'language = "fr"', 'language = "en"')
    [line] = told(root)
    assert "addresses that were published would move, for words in them are others now: /prix/ is /awards/" in line
    lines_to_add = line.partition("below [moved]: ")[2].split("; ")
    with (root / "site.toml").open("a") as file:
        file.write("\n[moved]\n" + "\n".join(lines_to_add) + "\n")
    build(root)
    assert dead(root) == []
    assert b"url=../../../../awards/palmes/category/voix/" in tree(root)["prix/palmes/categorie/voix/index.html"]


def test_another_base_url_is_told_and_taken_by_the_next_publishing(root: Path) -> None:
    replace(root, "site.toml", "https://prix.example/", "https://prizes.example/x/")
    [line] = told(root)
    assert "addresses were published below https://prix.example/, and stand below https://prizes.example/x/ now" in line
    publish(root)
    assert told(root) == []
    assert b"<id>tag:prix.example,2026:#feed</id>" in tree(root)["feed.xml"]


def test_every_address_of_the_reference_archive_that_was_published_answers(reference: Path) -> None:
    """Those of its lock, and those of the sitemap that it had when it was published first."""
    first = Path(__file__).with_name("first_addresses.txt").read_text(encoding="utf-8").split()
    locked, _ = url_lock.parse((ROOT / "urls.lock").read_bytes())
    assert set(first) <= locked.addresses.keys()
    paths = {url: f"{url[1:]}{'index.html' * url.endswith('/')}" for url in locked.addresses}
    assert [url for url, path in paths.items() if not (reference / "archives" / path).is_file()] == []


def test_every_fact_of_the_reference_archive_stands_where_its_url_leads(reference: Path) -> None:
    """A result, a juror, a host, a claim: the page that its `url` names has an element of that id."""
    out = reference / "archives"
    said = {
        url
        for file in (out / "api/v1").rglob("*.json")
        for url in re.findall(r'"url": ?"([^"]+#[^"]+)"', file.read_text("utf-8"))
    }
    places = [unquote(url).partition("/archives/")[2].partition("#") for url in said]
    ids = {
        path: frozenset(re.findall(r' id="([^"]+)"', (out / path / "index.html").read_text("utf-8")))
        for path, _, _ in places
    }
    assert len(places) > 150
    assert sorted(f"{path}#{id}" for path, _, id in places if id not in ids[path]) == []


def test_two_that_swap_their_ids_lose_no_address(root: Path) -> None:
    for old, new in (("2010", "x"), ("2011", "2010"), ("x", "2011")):
        (root / f"editions/palmes/{old}.yaml").rename(root / f"editions/palmes/{new}.yaml")
    pipeline.build(root, silent)
    assert dead(root) == []


def test_one_id_that_two_records_had_is_an_error_that_names_both(root: Path) -> None:
    add(root / "editions/palmes/2010.yaml", "troisieme")
    add(root / "editions/palmes/2011.yaml", "troisieme")
    assert told(root) == [
        'editions/palmes/2011.yaml:1:12: "troisieme" was also the id of palmes/2010'
        " (editions/palmes/2010.yaml:1)  [former-id] | delete one of the two"
    ]


def test_fifty_renames_in_a_row_leave_no_dead_address(root: Path) -> None:
    chance = random.Random(7)
    for step in range(50):
        award = chance.choice(sorted(path.parent.name for path in root.glob("editions/*/award.yaml")))
        editions = sorted(path.stem for path in root.glob(f"editions/{award}/*.yaml") if path.stem != "award")
        match chance.randrange(5):
            case 0:
                add(move_award(root, award, f"a{step}"), award)
            case 1:
                edition = chance.choice(editions)
                add(move_edition(root, award, edition, f"{edition[:4]}-e{step}"), edition)
            case 2:
                path = chance.choice(sorted(root.glob("content/articles/*.md")))
                add(path.rename(path.with_name(f"t{step}.md")), path.stem)
            case 3:
                path = chance.choice(sorted(root.glob("content/names/*.md")))
                add(path.rename(path.with_name(f"n{step}.md")), path.stem)
            case 4:
                move_category(root, award, chance, f"c{step}")
        if step % 10 == 9:
            publish(root)
            assert dead(root) == [], step
    assert len(locked(root)) > 300

"""The path from sources to a whole site, and what is reported of it."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests.conftest import Site
from tests.resolved import lines
from tests.small import build, copy, replace, told, tree

pytestmark = pytest.mark.slow


def test_every_page_of_the_small_site_is_there(built: Path) -> None:
    pages = {f"/{path.removesuffix('index.html')}" for path in tree(built) if path.endswith("index.html")}
    assert pages >= {
        "/",
        "/prix/",
        "/prix/palmes/",
        "/prix/palmes/2011/",
        "/prix/palmes/2012/",
        "/prix/casques/2007/",
        "/prix/palmes/categorie/directeur/",
        "/noms/",
        "/noms/leroy-merlin/",
        "/noms/屠呦呦/",
        "/noms/該当なし-sarl/",
        "/laureats/",
        "/annees/",
        "/annees/2007/",
        "/articles/",
        "/articles/palmes-2011/",
        "/records/",
        "/lacunes/",
        "/conventions/",
        "/donnees/",
        "/recherche/",
        "/a-propos/",
    }
    assert {"404.html", "media/salle.svg", "api/v1/index.json", "sitemap.xml"} <= set(tree(built))


class Links(HTMLParser):
    """Addresses that a page leads to, and the ids it has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        self.ids += [value for name, value in attrs if name == "id" and value]


def test_every_link_leads_somewhere_and_no_id_is_there_twice(built: Path) -> None:
    files = tree(built)
    pages = {}
    for path, data in files.items():
        if path.endswith(".html"):
            pages[path] = Links()
            pages[path].feed(data.decode())
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.found:
            parts = urlsplit(urljoin(f"https://prix.example/{path}", link))
            if parts.netloc != "prix.example" or parts.path == "/404.html":
                continue
            target = unquote(parts.path).lstrip("/")
            target += "index.html" if target.endswith("/") or not target else ""
            assert target in files, f"{path} leads to {link}"
            if parts.fragment and target.endswith(".html"):
                assert unquote(parts.fragment) in pages[target].ids, f"{path} leads to {link}"


@pytest.mark.slow
def test_an_archived_copy_is_linked_and_in_the_data(site: Site) -> None:
    page, copy = "https://pie.example/w", "https://web.archive.org/web/2012/https://pie.example/w"
    source = f"{{title: Le carnet, date: 2012, url: '{page}', archived: '{copy}'}}"
    only_copy = f"{{date: 2012, archived: '{copy}x'}}"
    root = site(f"-- editions/pie/award.yaml --\nname: Pie Award\nsources: {{s1: {source}, s2: {only_copy}}}\n")
    build(root)
    files = tree(root)
    shown = files["prix/pie/index.html"].decode()
    assert f'<a href="{page}">Le carnet</a>' in shown
    assert f'(<a href="{copy}">copie archivée</a>)' in shown
    assert f'\n{copy}x, <time datetime="2012">2012</time> (<a href="{copy}x">copie archivée</a>)' in shown
    assert f",{page},{copy},".encode() in files["data/sources.csv"]
    assert json.loads(files["api/v1/awards/pie.json"])["sources"][0]["archived"] == copy


def test_the_page_for_what_is_not_found_links_from_the_root(site: Site) -> None:
    root = site('-- site.toml --\ntitle = "a"\nbase_url = "https://example.org/archives/"\nlanguage = "fr"\n')
    build(root)
    assert b'href="/archives/noms/"' in tree(root)["404.html"]
    assert b'href="noms/"' in tree(root)["index.html"]


def test_an_empty_site_is_a_site(site: Site) -> None:
    root = site("")
    assert build(root).pages > 0
    assert "index.html" in tree(root)


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == ["site.toml:1:1: there is no site.toml here  [no-site]"]
    assert not (tmp_path / "_site").exists()


def test_check_writes_nothing_and_counts_pages(built: Path, tmp_path: Path) -> None:
    root = copy(tmp_path / "site")
    report = pipeline.check(root, silent)
    assert (report.problems, report.written) == ((), ())
    assert report.pages == build(copy(tmp_path / "built", built)).pages
    assert not (root / "_site").exists()


def test_a_warning_is_told_again_by_a_build_that_has_nothing_to_do(site: Site) -> None:
    root = site(
        "-- editions/a/award.yaml --\nname: A\ncategories: {b: B}\n"
        "-- editions/a/2011.yaml --\ncoverage: complete\nresults: {b: unknown}\n"
    )
    first, second = (lines(pipeline.build(root, silent).problems) for _ in range(2))
    assert first == second
    assert first[0].endswith("[coverage]")


def test_explain_says_what_stands_at_an_address_and_whether_it_is_up_to_date(built: Path, tmp_path: Path) -> None:
    root = copy(tmp_path / "site", built)

    def explained(url: str) -> dict[str, str]:
        said, problems = pipeline.explain(root, url, silent)
        assert problems == ()
        return {line[:11].strip(): line[11:] for line in said}

    page = explained("/prix/palmes/2011/")
    assert (page["file"], page["template"]) == ("prix/palmes/2011/index.html", "page/edition.html")
    assert page["source"] == "editions/palmes/2011.yaml"
    assert page["state"] == "up to date"
    assert explained("noms/屠呦呦")["address"] == "/noms/屠呦呦/"
    (root / "_site/prix/palmes/2011/index.html").write_text("x")
    assert explained("/prix/palmes/2011/")["state"] == "stale: the file is not what was written"
    assert explained("/api/v1/index.json")["state"] == "up to date"


def test_explain_says_what_a_page_looked_up_and_what_of_that_has_changed(built: Path, tmp_path: Path) -> None:
    root = copy(tmp_path / "site", built)

    def explained(url: str) -> list[str]:
        said, problems = pipeline.explain(root, url, silent)
        assert problems == ()
        return [line for line in said if line.startswith(("looked up", "changed"))]

    url = "/noms/maria-flament/"
    *looked_up, changed = explained(url)
    assert "looked up  editions: palmes/2010, palmes/2011" in looked_up
    assert "looked up  text: content/names/maria-flament.md, palmes/2011#directeur--maria-flament" in looked_up
    assert any(line.startswith("looked up  statistics.coverage._rows: palmes") for line in looked_up)
    assert changed == "changed    nothing"
    replace(root, "editions/palmes/2011.yaml", "2011-10-03", "2011-10-04")
    assert "changed    editions: palmes/2011" in explained(url)
    assert explained("/prix/casques/2007/")[-1] == "changed    nothing"
    replace(root, "site.toml", "Les prix", "Nos prix")
    everything = "changed    the program, the settings, the theme, a picture or a file: everything is made again"
    assert explained(url)[-1] == everything
    (root / ".palmarium/units.db").unlink()
    assert explained(url) == ["looked up  not known: no build kept it"]


def test_explain_suggests_an_address_for_one_where_nothing_stands(built: Path) -> None:
    said, [problem] = pipeline.explain(built, "/prix/palme/2011/", silent)
    assert said == ()
    assert problem.message == 'nothing stands at "/prix/palme/2011/"'
    assert problem.hint == 'did you mean "/prix/palmes/2011/"?'


def test_progress_is_told_by_stage(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    pipeline.build(copy(tmp_path / "site"), lambda stage, done, total: heard.append((stage, done, total)))
    assert heard[-1][0] == "render"
    assert heard[-1][1] == heard[-1][2]

"""Limits of hosts, told before they refuse; nothing here builds a site but the last tests."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from palmarium import config
from palmarium.build import limits, pipeline
from palmarium.build.work import silent
from palmarium.commands import scaffold
from palmarium.problems import Level, Problem
from palmarium.sources import placeholders
from tests.conftest import PHARE_2010, SETTINGS, Site
from tests.resolved import lines

MIB = 1 << 20
HOSTED = SETTINGS.replace("example.org", "prizes.example") + "cards = false\n"


def settings(text: str) -> config.Config:
    read, problems = config.parse(f"{SETTINGS}{text}\n")
    assert read, problems
    assert not problems
    return read


def told(
    written: str,
    sizes: Mapping[str, int],
    texts: Mapping[str, bytes] | None = None,
    sources: Mapping[str, bytes] | None = None,
    leading: int = 0,
) -> list[Problem]:
    found = limits.PublishedFiles(sizes, (texts or {}).get, sizes.__getitem__, leading)
    return list(limits.over(settings(written), sources or {}, found, Level.ERROR))


def many(count: int, name: str = "noms/{}/index.html") -> dict[str, int]:
    return {name.format(n): 1 for n in range(count)}


def test_more_files_than_the_host_takes_are_told_with_what_saves_some() -> None:
    sizes = many(15_000) | many(4_000, "cards/{}.png") | many(1_001, "recherche/pagefind/fragment/{}")
    [problem] = told('host = "cloudflare"\nsearch = "pagefind"', sizes)
    assert lines([problem]) == [
        "site.toml:4:8: the site has 20,001 files, and Cloudflare Pages takes 20,000  [host-limit]"
    ]
    assert problem.hint == 'in site.toml, `cards = false` saves 4,000, `search = "script"` saves 1,001'
    assert problem.level is Level.ERROR


def test_where_nothing_saves_files_another_host_is_named() -> None:
    [problem] = told('host = "cloudflare"', many(20_001))
    assert problem.hint == "set another host: `netlify`, `apache`, `nginx`, `caddy`"


def test_a_site_that_is_nearly_too_large_is_warned_of() -> None:
    assert told('host = "cloudflare"', many(18_000)) == []
    [problem] = told('host = "cloudflare"', many(18_001))
    assert problem.level is Level.WARNING
    assert problem.message == "the site has 18,001 files, and Cloudflare Pages takes 20,000: it will soon be full"
    [problem] = told(
        'host = "github-pages"', {"film.mp4": 950_000_000 // 10} | many(1) | {f"{n}": 95_000_000 for n in range(9)}
    )
    assert problem.message == "the site has 950 MB, and GitHub Pages takes 1,000 MB: it will soon be full"


def test_more_bytes_than_the_host_takes_are_an_error() -> None:
    [problem] = told('host = "github-pages"', {f"{n}": 100_000_000 for n in range(11)})
    assert problem.message == "the site has 1,100 MB, and GitHub Pages takes 1,000 MB"
    assert "netlify" in problem.hint


def test_a_file_that_is_too_large_is_told_at_its_source() -> None:
    sizes = {"film.mp4": 30 * MIB, "media/a.gif": 26 * MIB, "x.csv": 25 * MIB}
    sources = {"content/files/film.mp4": b"", "content/media/a.gif": b""}
    found = told('host = "cloudflare"', sizes, sources=sources)
    assert lines(found) == [
        'content/files/film.mp4:1:1: "film.mp4" has 30.0 MiB, and Cloudflare Pages takes 25 MiB a file  [host-limit]',
        'content/media/a.gif:1:1: "media/a.gif" has 26.0 MiB, and Cloudflare Pages takes 25 MiB a file  [host-limit]',
    ]
    assert [line.partition(": ")[2] for line in lines(told('host = "cloudflare"', dict.fromkeys("abcdefg", 30 * MIB)))][
        -1
    ] == ("2 more files are too large for Cloudflare Pages  [host-limit]")


@pytest.mark.parametrize(
    ("host", "text", "leading", "message"),
    [
        ("cloudflare", b"/a/ /b/ 301\n" * 2_000, 2_000, ""),
        (
            "cloudflare",
            b"/a/ /b/ 301\n" * 2_000,
            2_001,
            "2,001 addresses lead elsewhere, and Cloudflare Pages reads 2,000",
        ),
        (
            "cloudflare",
            b"/a/ /b/ 301\n/c/* /d/:splat\n" * 1_000,
            9_000,
            "1,000 folders lead elsewhere, and Cloudflare Pages reads 100",
        ),
        ("cloudflare", b"# /a/\n\n" * 3_000, 0, ""),
        ("gitlab", b"/a/ /b/ 301\n" * 1_001, 0, "1,001 addresses lead elsewhere, and GitLab Pages reads 1,000"),
        ("gitlab", b"", 9_000, ""),
        ("netlify", b"/a/ /b/ 301\n" * 9_000, 9_000, ""),
    ],
)
def test_lines_that_a_host_does_not_read_are_a_warning(host: str, text: bytes, leading: int, message: str) -> None:
    found = told(f'host = "{host}"', {"_redirects": len(text)}, {"_redirects": text}, leading=leading)
    assert [problem.message for problem in found] == (
        [f"{message} such lines; from the rest their pages lead on"] if message else []
    )
    assert all(problem.level is Level.WARNING for problem in found)


def test_rules_of_headers_are_counted() -> None:
    text = b"# all\n/a/*\n  X-A: 1\n" * 101
    [problem] = told('host = "cloudflare"', {}, {"_headers": text}, {"content/files/_headers": text})
    assert lines([problem]) == [
        "content/files/_headers:1:1: _headers has 101 rules, and Cloudflare Pages reads 100  [host-limit]"
    ]


@pytest.mark.parametrize("host", ["none", "nginx", "netlify"])
def test_a_host_that_names_no_limit_has_none(host: str) -> None:
    assert told(f'host = "{host}"', {f"{n}": 200 * MIB for n in range(25_000)}) == []


def unused(written: str, **files: bytes) -> list[str]:
    sources = {f"content/files/{name}": data for name, data in files.items()}
    return lines(limits.unused(settings(written), sources, "example.org"))


def test_a_domain_that_contradicts_the_address_is_told() -> None:
    assert unused('[host]\nname = "github-pages"\ndomain = "www.example.org"') == [
        'site.toml:6:1: the site stands at "www.example.org", and its pages say that it does at "example.org"'
        "  [host-domain]"
    ]
    assert unused('host = "github-pages"', CNAME=b"Prix.example\n") == [
        'content/files/CNAME:1:1: CNAME says "Prix.example", and base_url "example.org"; '
        "CNAME is what GitHub Pages obeys  [host-domain]"
    ]
    assert unused('host = "github-pages"', CNAME=b"Example.org\n") == []
    assert unused("", CNAME=b"https://example.org/\n") == [
        'content/files/CNAME:1:1: CNAME holds a domain and nothing else, not "https://example.org/"  [host-domain]'
    ]


def test_a_file_of_the_host_that_the_site_brings_itself_is_told() -> None:
    assert unused('host = "netlify"', _redirects=b"") == [
        "content/files/_redirects:1:1: this file stands in the place of the one that is written for netlify"
        "  [host-file]"
    ]
    assert unused('host = "gitlab"', _headers=b"") == [
        "content/files/_headers:1:1: gitlab does not read this file: it is for cloudflare or netlify  [host-file]"
    ]
    assert unused("", _redirects=b"", _headers=b"") == []


@pytest.fixture
def hosted(site: Site) -> Path:
    root = site(PHARE_2010)
    (root / "site.toml").write_text(f'{HOSTED}host = "cloudflare"\n', encoding="utf-8")
    return root


@pytest.mark.slow
def test_a_build_warns_and_one_that_publishes_refuses(hosted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = limits.Limits("Cloudflare Pages", files=20)
    monkeypatch.setattr(limits, "LIMITS", {"cloudflare": small})
    first = pipeline.build(hosted, silent)
    [warning] = first.problems
    assert (warning.code, warning.level) == ("host-limit", Level.WARNING)
    assert pipeline.build(hosted, silent).problems == first.problems
    refused = pipeline.build(hosted, silent, publish=date(2026, 11, 29))
    assert [(problem.code, problem.level) for problem in refused.problems] == [("host-limit", Level.ERROR)]
    assert not (hosted / "urls.lock").exists()


@pytest.mark.slow
def test_files_of_a_host_are_no_addresses_that_must_stay(hosted: Path) -> None:
    for name in (*config.HOSTS, "none"):
        (hosted / "site.toml").write_text(f'{HOSTED}host = "{name}"\n', encoding="utf-8")
        assert lines(pipeline.build(hosted, silent, publish=date(2026, 11, 29)).problems) == [], name


@pytest.mark.slow
def test_an_old_address_is_in_redirects_also_after_an_update(hosted: Path) -> None:
    pipeline.build(hosted, silent, publish=date(2026, 11, 29))
    assert not (hosted / "_site/_redirects").exists()
    (hosted / "editions/phare/2010.yaml").rename(hosted / "editions/phare/2010-x.yaml")
    edition = hosted / "editions/phare/2010-x.yaml"
    edition.write_text(f"formerly: [2010]\n{edition.read_text()}")
    report = pipeline.build(hosted, silent)
    assert lines(report.problems) == []
    line = "/prix/phare/2010/ /prix/phare/2010-x/ 301\n"
    assert (hosted / "_site/_redirects").read_text() == line
    assert "Content-Security-Policy: default-src 'self';" in (hosted / "_site/_headers").read_text()
    pipeline.build(hosted, silent, full=True)
    assert (hosted / "_site/_redirects").read_text() == line


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://www.example.com/prizes/", "https://example.net:80/"]
)
def test_an_address_of_nobody_is_not_published(address: str) -> None:
    [problem] = limits.left(config.Config(title="Prizes", base_url=address), ())
    assert (problem.level, problem.subject) == (Level.WARNING, ("base_url",))
    assert problem.message == f'"{address}" is nobody\'s address: it stands in examples'


@pytest.mark.parametrize("address", ["https://prizes.example/", "https://example.org.uk/", "https://my-example.org/"])
def test_any_other_address_may_be(address: str) -> None:
    assert list(limits.left(config.Config(title="Prizes", base_url=address), ())) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_new_site_says_is_told_when_it_is_published(tmp_path: Path, language: str) -> None:
    for draft in scaffold.site(language):
        path = tmp_path / draft.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft.text, encoding="utf-8")
    assert lines(pipeline.build(tmp_path, silent).problems) == []
    told = pipeline.build(tmp_path, silent, publish=date(2026, 11, 29)).problems
    assert [(each.span.path, each.span.line) for each in told] == [
        ("editions/my-award/award.yaml", 2), ("editions/my-award/award.yaml", 2), ("site.toml", 1), ("site.toml", 2)
    ]  # fmt: skip


@pytest.mark.parametrize("language", placeholders.MADE_TEXTS)
def test_what_stands_as_a_new_edition_or_article_has_it_is_told(language: str) -> None:
    old = b"ordinal: 4\nceremony: {date: 2011-10-03, city: Brest}\nhosts: [Ann Crust]\nresults: {a: Bob Loaf}\n"
    files = {"editions/pie/award.yaml": b"name: Pie\ncategories: {a: A}\n", "editions/pie/2011.yaml": old}
    archive, today = scaffold.known(files, language), date(2012, 1, 2)
    drafts = (
        scaffold.edition(archive, "pie", "2012", language, today),
        scaffold.edition(archive, "pie", "spring", language, today),
        scaffold.article("a-night", "A night", language, today),
    )
    told = list(limits.as_drafted({draft.path: draft.text.encode() for draft in drafts}))
    assert [(each.span.path, each.span.line, each.message.split('"')[1]) for each in told] == [
        ("editions/pie/2012.yaml", 2, "ordinal: 5"),
        ("editions/pie/spring.yaml", 2, "sort_year: 2012"),
        ("editions/pie/spring.yaml", 3, "ordinal: 5"),
        ("content/articles/a-night.md", 9, placeholders.MADE_TEXTS[language]),
    ]
    written = {"editions/pie/2012.yaml": b"ordinal: 5\n# ordinal: 6   # from 2011, to be confirmed\n", **files}
    assert list(limits.as_drafted(written)) == []


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("mailto:corrections@example.org", 1),
        ("https://www.example.com/issues/new?title={title}&body={url}", 1),
        ("mailto:pies@prizes.example", 0),
        ("mailto:pies@my-example.org", 0),
    ],
)
def test_a_mailbox_of_nobody_is_told_when_it_is_published(written: str, count: int) -> None:
    found = config.Config(title="Prizes", base_url="https://prizes.example/", corrections=written)
    assert [problem.subject for problem in limits.left(found, ())] == [("corrections",)] * count

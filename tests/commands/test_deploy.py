"""Deployment: into a branch, a folder, by a command; what others put there stays, and nothing goes unasked."""

import datetime
import json
import os
import random
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from palmarium.build import state
from palmarium.commands import cli, deploy
from palmarium.commands.deploy import LIST, DeployChange
from palmarium.problems import Span
from tests.conftest import PHARE_2010, SETTINGS, Site

ARCHIVE = f"""\
{PHARE_2010}\
-- content/articles/soiree.md --
---
title: La soirée
date: 2010-10-03
---
Une soirée.
"""


@pytest.fixture(autouse=True)
def _somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a machine that nobody has set up, but for a name."""
    monkeypatch.setattr(cli, "_today", lambda: datetime.date(2026, 1, 2))
    for name in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    said = "[user]\n\tname = Nobody\n\temail = nobody@example.org\n[init]\n\tdefaultBranch = main\n"
    (tmp_path / "gitconfig").write_text(said, encoding="utf-8")


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def settings(root: Path, text: str) -> None:
    (root / "site.toml").write_text(f"{SETTINGS}cards = false\n{text}\n", encoding="utf-8")


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli.main, ["deploy", "--root", str(root), *words], catch_exceptions=False)


def right(root: Path, *words: str) -> str:
    """What a deployment prints that goes well."""
    done = run(root, *words)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--bare", str(tmp_path / "bare.git"))
    return tmp_path / "bare.git"


@pytest.fixture
def root(site: Site, bare: Path) -> Path:
    """A site in a repository whose remote is a bare one."""
    there = site(ARCHIVE)
    settings(there, 'host = "github-pages"')
    git(there, "init", "--quiet")
    git(there, "remote", "add", "origin", str(bare))
    return there


def published(bare: Path, name: str = "gh-pages") -> dict[str, str]:
    listed = git(bare, "-c", "core.quotePath=false", "ls-tree", "-r", "--full-tree", name).splitlines()
    return {line.partition("\t")[2]: line.split()[2] for line in listed}


def output(root: Path) -> set[str]:
    out = root / "_site"
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def commit_elsewhere(bare: Path, files: dict[str, str], tmp: Path, name: str = "gh-pages") -> None:
    """What somebody else pushes to the branch."""
    clone = tmp / f"clone-{len(list(tmp.glob('clone-*')))}"
    git(tmp, "clone", "--quiet", str(bare), str(clone))
    exists = name in git(bare, "branch", "--list", name)
    git(clone, "checkout", "--quiet", *(() if exists else ("--orphan",)), name)
    for path, text in files.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "by hand")
    git(clone, "push", "--quiet", "origin", name)


@pytest.mark.slow
def test_the_branch_holds_the_site_and_a_list_of_it(root: Path, bare: Path) -> None:
    told = right(root)
    assert '; deployed to the branch "gh-pages"\n' in told
    assert set(published(bare)) == output(root) | {LIST}
    assert git(bare, "show", f"gh-pages:{LIST}").splitlines()[1:] == sorted(output(root))
    assert git(bare, "show", "gh-pages:CNAME") == "example.org"
    assert (root / "urls.lock").exists()
    assert git(root, "status", "--porcelain").count("urls.lock") == 1
    assert git(root, "for-each-ref", "refs/palmarium") == ""


@pytest.mark.slow
def test_a_second_deployment_makes_no_commit(root: Path, bare: Path) -> None:
    right(root)
    before = git(bare, "rev-parse", "gh-pages")
    assert 'the branch "gh-pages" has all of it already\n' in right(root)
    assert git(bare, "rev-parse", "gh-pages") == before


@pytest.mark.slow
def test_twenty_deployments_with_edits_between_keep_what_others_put_there(
    root: Path, bare: Path, tmp_path: Path
) -> None:
    settings(root, '[host]\nbranch = "gh-pages"')
    right(root)
    commit_elsewhere(bare, {"CNAME": "prix.example\n", "google123.html": "proof", "noms/mine.txt": "1"}, tmp_path)
    chance = random.Random(12)
    for number in range(1, 21):
        article = root / f"content/articles/breve-{chance.randrange(8)}.md"
        article.write_text(f"---\ntitle: Brève {number}\ndate: 2010-10-04\n---\nTexte {number}.\n", encoding="utf-8")
        if number % 5 == 0:
            (root / f"editions/phare/{2010 + number}.yaml").write_text(
                f"coverage: complete\nresults: {{lumiere: Maison {number}}}\n", encoding="utf-8"
            )
        right(root)
        there = published(bare)
        assert set(there) == output(root) | {LIST, "CNAME", "google123.html", "noms/mine.txt"}
        for path in sorted(output(root)):
            assert git(root, "hash-object", "--no-filters", f"_site/{path}") == there[path]
            if chance.random() < 0.9:
                break
    assert git(bare, "show", "gh-pages:CNAME") == "prix.example"
    log = [line.split("|") for line in git(bare, "log", "--format=%P|%s", "gh-pages").splitlines()]
    assert [len(parents.split()) for parents, _ in log] == [1] * 21 + [0]
    assert [said for _, said in log if not said.startswith("Publish: ")] == ["by hand"]
    git(bare, "fsck", "--strict")


@pytest.mark.slow
def test_a_file_that_is_no_more_goes_and_an_old_address_leads_on(root: Path, bare: Path) -> None:
    right(root)
    (root / "content/articles/soiree.md").rename(root / "content/articles/gala.md")
    text = (root / "content/articles/gala.md").read_text().replace("---\n", "---\nformerly: [soiree]\n", 1)
    (root / "content/articles/gala.md").write_text(text)
    right(root)
    assert {"articles/soiree/index.html", "articles/gala/index.html"} <= set(published(bare))
    assert set(published(bare)) == output(root) | {LIST}


def dropping(root: Path) -> None:
    """Files of the editor's, which go without an error once the lock knows them no more."""
    for number in range(40):
        (root / f"content/files/f{number}.txt").unlink()
    (root / "urls.lock").unlink()


@pytest.fixture
def full(root: Path) -> Path:
    (root / "content/files").mkdir()
    for number in range(40):
        (root / f"content/files/f{number}.txt").write_text(str(number))
    right(root)
    return root


@pytest.mark.slow
def test_a_mass_deletion_is_refused_until_somebody_says_yes(full: Path, bare: Path) -> None:
    before = git(bare, "rev-parse", "gh-pages")
    dropping(full)
    dry = run(full, "--dry-run")
    assert dry.exit_code == 1
    assert "- f7.txt\n" in dry.output
    done = run(full)
    assert done.exit_code == 1
    assert "site.toml:5:8: error: 40 of " in done.output
    assert ' files would be taken away from the branch "gh-pages": f0.txt, f1.txt, ' in done.output
    assert "if it is meant, `palmarium deploy --yes`" in done.output
    assert "; nothing was deployed to the branch" in done.output
    assert git(bare, "rev-parse", "gh-pages") == before
    assert "40 removed; deployed" in right(full, "--yes")
    assert set(published(bare)) == output(full) | {LIST}


@pytest.mark.slow
def test_a_dry_run_lists_everything_and_changes_nothing(root: Path, bare: Path) -> None:
    told = right(root, "--dry-run")
    assert not git(bare, "branch", "--list")
    assert not (root / "urls.lock").exists()
    assert {line[2:] for line in told.splitlines() if line.startswith("+ ")} == output(root)
    right(root)
    article = root / "content/articles/soiree.md"
    article.write_text(article.read_text().replace("Une soirée.", "Un gala."))
    before = git(bare, "rev-parse", "gh-pages")
    told = right(root, "--dry-run")
    assert "~ articles/soiree/index.html\n" in told
    assert "would be deployed to the branch" in told
    assert git(bare, "rev-parse", "gh-pages") == before


@pytest.mark.slow
def test_an_error_stops_it_before_anything_is_sent(root: Path, bare: Path) -> None:
    (root / "editions/phare/2011.yaml").write_text("ordnal: 2\n")
    done = run(root)
    assert done.exit_code == 1
    assert done.output.endswith("; nothing was written\n")
    assert not git(bare, "branch", "--list")


@pytest.mark.slow
def test_a_site_of_another_program_is_not_written_over_unasked(root: Path, bare: Path, tmp_path: Path) -> None:
    commit_elsewhere(bare, {"index.html": "old", "old.html": "old", "CNAME": "prix.example\n"}, tmp_path)
    done = run(root)
    assert done.exit_code == 1
    assert "holds files in the place of ours that no deployment put there: index.html" in done.output
    told = right(root, "--yes")
    assert 'warning: CNAME says "prix.example" where the site is deployed, and "example.org" here; it stays' in told
    assert "2 files of others stay: CNAME, old.html\n" not in told
    assert "1 files of others stay: old.html\n" in told
    assert git(bare, "show", "gh-pages:CNAME") == "prix.example"
    assert "old.html" in published(bare)
    right(root)
    assert git(bare, "show", "gh-pages:CNAME") == "prix.example"


@pytest.mark.slow
def test_a_cname_that_we_wrote_follows_the_settings_and_never_goes(root: Path, bare: Path) -> None:
    right(root)
    settings(root, '[host]\nname = "github-pages"\ndomain = "www.example.org"')
    right(root)
    assert git(bare, "show", "gh-pages:CNAME") == "www.example.org"
    settings(root, '[host]\nbranch = "gh-pages"')
    right(root)
    assert git(bare, "show", "gh-pages:CNAME") == "www.example.org"


@pytest.mark.slow
def test_the_sources_are_never_taken_for_the_site(root: Path, bare: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "sources")
    git(root, "push", "--quiet", "origin", "main")
    settings(root, '[host]\nbranch = "main"')
    done = run(root, "--yes")
    assert done.exit_code == 1
    assert 'the branch "main" holds the sources of the site (site.toml)' in done.output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "site.toml does not say where this site is deployed"),
        ('[host]\nbranch = "b"\nremote = "nowhere"', 'git can\'t reach "nowhere": fatal: '),
        ('[host]\ncommand = ["no-such-program"]', '"no-such-program" can\'t be run: '),
        (f'[host]\ncommand = ["{sys.executable}", "-c", "raise SystemExit(3)"]', " ended with 3"),
        ('[host]\nfolder = "."', '"." is no place for the site: the site itself lies in it'),
        ('[host]\nfolder = "/"', '"/" is no place for the site: the site itself lies in it'),
        ('[host]\nfolder = "_site/x"', "it lies in the sources of the site or in its output"),
        ('[host]\nfolder = "../a/b"', "there is no such folder, nor the one that would hold it"),
    ],
)
def test_where_it_can_not_go_is_told(text: str, message: str, root: Path) -> None:
    settings(root, text)
    done = run(root)
    assert done.exit_code == 1
    assert message in done.output
    assert "   hint: " in done.output


@pytest.mark.slow
def test_without_a_repository_or_a_name_git_says_what_is_missing(
    site: Site, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    assert "git does not know who you are" in run(root).output
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (root / ".git").rename(tmp_path / "git")
    assert "this site is in no git repository" in run(root).output


@pytest.mark.slow
def test_a_push_that_comes_too_late_loses_nothing(
    root: Path, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right(root)
    settings(root, '[host]\nbranch = "gh-pages"')
    (root / "content/articles/soiree.md").unlink()
    (root / "urls.lock").unlink()
    whole = deploy.prepare

    def meanwhile(*arguments: object) -> object:
        found = whole(*arguments)  # type: ignore[arg-type]
        commit_elsewhere(bare, {"mine.txt": "1"}, tmp_path)
        return found

    monkeypatch.setattr(deploy, "prepare", meanwhile)
    done = run(root, "--yes")
    assert done.exit_code == 1
    assert '"gh-pages" was not pushed to "origin": ' in done.output
    assert "mine.txt" in published(bare)
    monkeypatch.setattr(deploy, "prepare", whole)
    right(root, "--yes")
    assert set(published(bare)) == output(root) | {LIST, "CNAME", "mine.txt"}


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    settings(root, '[host]\nfolder = "../www"')
    return tmp_path / "www"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_folder_gets_the_site_and_keeps_what_is_not_ours(root: Path, folder: Path, tmp_path: Path) -> None:
    right(root)
    site = tree(root / "_site")
    assert {path: data for path, data in tree(folder).items() if path != LIST} == site
    (folder / ".well-known").mkdir()
    (folder / ".well-known/acme").write_text("secret")
    (folder / "noms/link").symlink_to(tmp_path)
    (root / "content/articles/soiree.md").unlink()
    (root / "urls.lock").unlink()
    told = right(root, "--yes")
    assert "2 files of others stay: .well-known/acme, noms/link\n" in told
    assert not (folder / "articles/soiree").exists()
    assert (folder / "noms/link").is_symlink()
    assert (folder / ".well-known/acme").read_text() == "secret"
    assert 'the folder "../www" has all of it already\n' in right(root)


@pytest.mark.slow
def test_a_deployment_that_was_stopped_is_made_whole_by_the_next(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, left = deploy.disk.place, [9]

    def stops(*arguments: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device", str(folder))
        whole(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(deploy.disk, "place", stops)
        done = run(root)
    assert done.exit_code == 1
    assert "can't be written: No space left on device" in done.output
    right(root)
    assert set(tree(folder)) == output(root) | {LIST}


@pytest.mark.slow
def test_no_link_is_followed_out_of_the_folder(root: Path, folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (folder / "noms").symlink_to(tmp_path / "elsewhere")
    done = run(root, "--yes")
    assert done.exit_code == 1
    assert "can't be written" in done.output
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.slow
def test_a_command_runs_beside_the_site_and_is_told_what_changed(root: Path, tmp_path: Path) -> None:
    note = "import os, sys; open(sys.argv[1], 'a').write(os.getcwd() + ' ' + sys.argv[2] + chr(10))"
    command = json.dumps([sys.executable, "-c", note, str(tmp_path / "ran"), "a b"])
    settings(root, f"[host]\ncommand = {command}")
    right(root)
    assert (tmp_path / "ran").read_text() == f"{root} a b\n"
    assert " has all of it already\n" in right(root)
    article = root / "content/articles/soiree.md"
    article.write_text(article.read_text().replace("Une soirée.", "Un gala."))
    told = right(root, "--dry-run")
    assert "~ articles/soiree/index.html\n" in told
    right(root)
    assert len((tmp_path / "ran").read_text().splitlines()) == 2


@pytest.mark.slow
@pytest.mark.parametrize(("host", "line"), [("nginx", "error_page 404 /404.html;"), ("caddy", "file_server")])
def test_the_lines_of_a_server_are_printed(host: str, line: str, root: Path) -> None:
    settings(root, f'host = "{host}"')
    told = right(root, "--server")
    assert line in told.splitlines()
    assert not (root / "_site").exists()


def test_other_hosts_have_no_lines_for_a_server(root: Path) -> None:
    done = run(root, "--server")
    assert done.exit_code == 2
    assert 'write `host = "nginx"` or `host = "caddy"`' in done.output


# What is compared, without a site.

HERE = Span("site.toml")


def change(ours: str, there: str, listed: str) -> DeployChange:
    """Files as words, `a=1`; those that a deployment put there by name."""

    def marks(words: str) -> dict[str, str]:
        return dict(word.split("=") for word in words.split())

    return deploy.compare(marks(ours), deploy._There(marks(there), frozenset(listed.split())))


def test_what_is_ours_is_known_by_the_list_alone() -> None:
    assert change("a=1 b=2 c=3", "a=1 b=1 d=1 e=1 CNAME=1", "a b d CNAME") == DeployChange(
        ("c",), ("b",), ("d",), (), ("e",), 4 - 1
    )
    assert change("a=1", "a=2", "") == DeployChange((), (), (), ("a",), (), 0)
    assert change("CNAME=1", "CNAME=2", "") == DeployChange((), (), (), (), (), 0)


@pytest.mark.parametrize(("gone", "is_refused"), [(5, False), (6, True)])
def test_one_in_twenty_may_go(gone: int, is_refused: bool) -> None:
    removed = tuple(f"noms/n{n}/index.html" for n in range(gone))
    found = deploy.Deployment("x", HERE, DeployChange(removed=removed, lasting=100), tuple)
    assert bool(deploy.refused(found)) is is_refused


def test_files_whose_names_change_with_them_may_all_go() -> None:
    removed = (
        "assets/css/site.30f22c4708.css",
        "recherche/pagefind/fragment/fr_014f331.pf_fragment",
        "cards/a.1234abcd.png",
    )
    found = deploy.Deployment("x", HERE, DeployChange(removed=removed, lasting=4), tuple)
    assert deploy.refused(found) == ()


LARGE = 1 << 20


@pytest.fixture(params=["branch", "folder"])
def large(request: pytest.FixtureRequest, root: Path) -> Path:
    """A site of large files, as a build leaves one, on its way into a branch or into a folder."""
    settings(root, {"branch": '[host]\nbranch = "gh-pages"', "folder": '[host]\nfolder = "../www"'}[request.param])
    files = {}
    for n in range(24):
        file = root / f"_site/{n}.bin"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(bytes([n]) * LARGE)
        files[file.name] = (LARGE, file.stat().st_mtime_ns)
    state.write(root, state.Ledger("", dict.fromkeys(files, "x"), files))
    return root


def prepared(root: Path) -> deploy.Deployment:
    found, _ = deploy.prepare(root, cli._settings(root))
    assert found is not None
    assert len(found.change.added) == 24
    return found


def test_no_more_than_a_few_files_are_in_memory_at_once(large: Path) -> None:
    tracemalloc.start()
    try:
        assert prepared(large).send() == ()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8 * LARGE
    found, _ = deploy.prepare(large, cli._settings(large))
    assert found is not None
    assert found.change.is_nothing


def test_what_changes_while_it_is_deployed_is_told_and_nothing_is_half_there(large: Path, bare: Path) -> None:
    found = prepared(large)
    (large / "_site/7.bin").write_bytes(b"other")
    [problem] = found.send()
    assert problem.message == '"7.bin" was changed in the output meanwhile'
    assert git(bare, "branch", "--list") == ""
    assert git(large, "for-each-ref") == ""
    assert not (large.parent / "www/7.bin").exists()

"""Files for CI: they are what they should be, and their steps run as they are written."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from palmarium.commands import ci_files, cli
from tests.conftest import PHARE_2010, SETTINGS, Site

ROOT = Path(__file__).parent.parent.parent
BROKEN = "-- editions/phare/2011.yaml --\nordinal: 2\nresults: {feu: Corderie Vauban}\n"


def tools(root: Path, program: str) -> Result:
    return CliRunner().invoke(cli.main, ["--root", str(root), "tools", program], catch_exceptions=False)


def step(script: str, root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A step as a runner starts it, where the command `palmarium` is this program."""
    bin = root.parent / "bin"
    bin.mkdir(exist_ok=True)
    command = bin / "palmarium"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m palmarium "$@"\n')
    command.chmod(0o755)
    path = f"{bin}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(["bash", "-e", "-c", script], cwd=root, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("program", ci_files.PROGRAMS)
def test_the_files_of_each_program_are_written_once_and_never_over_others(site: Site, program: str) -> None:
    root = site(PHARE_2010)
    [(path, text)] = ci_files.files(program, "_site").items()
    assert tools(root, program).output == f"wrote {path}\n"
    assert (root / path).read_text("utf-8") == text
    assert tools(root, program).output == ""
    (root / path).write_text("mine: true\n", "utf-8")
    refused = tools(root, program)
    assert refused.exit_code == 1
    assert text in refused.output
    assert (root / path).read_text("utf-8") == "mine: true\n"


@pytest.mark.parametrize("program", ci_files.PROGRAMS)
def test_no_word_in_capitals_is_left_and_the_output_is_that_of_the_site(program: str) -> None:
    [text] = ci_files.files(program, "docs").values()
    assert not {"RUNNER", "PYTHON", "INSTALL", "OUTPUT"} & set(text.replace('"', " ").split())
    assert "_site" not in text


def _steps(program: str) -> list[dict[str, Any]]:
    [text] = ci_files.files(program, "_site").values()
    steps: list[dict[str, Any]] = yaml.safe_load(text)["jobs"]["build"]["steps"]
    return steps


@pytest.mark.slow
@pytest.mark.parametrize("program", ["github", "forgejo"])
def test_the_build_of_a_workflow_runs_and_fails_beside_the_line(site: Site, program: str) -> None:
    root = site(PHARE_2010)
    [build] = [each["run"] for each in _steps(program) if each.get("name") == "Build"]
    made = step(build, root)
    assert made.returncode == 0, made.stderr
    assert (root / "_site/index.html").exists()
    site(BROKEN)
    failed = step(build, root)
    assert failed.returncode == 1
    assert failed.stdout.startswith("::error file=editions/phare/2011.yaml,line=2,")


@pytest.mark.slow
def test_the_jobs_of_gitlab_run_one_after_the_other(site: Site) -> None:
    root = site(PHARE_2010)
    [text] = ci_files.files("gitlab", "_site").values()
    said = yaml.safe_load(text)
    install, *script = said["build"]["script"]
    assert install.startswith("python -m pip install ")
    assert step("\n".join(script), root).returncode == 0
    assert yaml.safe_load((root / "code-quality.json").read_text("utf-8")) == []
    assert step("\n".join(said["pages"]["script"]), root).returncode == 0
    assert (root / "public/index.html").exists()


@pytest.mark.slow
def test_the_action_builds_and_says_where(site: Site) -> None:
    root = site(PHARE_2010)
    action = yaml.safe_load((ROOT / ".ci/action/action.yml").read_text("utf-8"))
    [build] = [each for each in action["runs"]["steps"] if each.get("id") == "build"]
    said = root.parent / "said"
    made = step(build["run"], root.parent, ROOT=str(root), OUTPUT="_site", GITHUB_OUTPUT=str(said))
    assert made.returncode == 0, made.stderr
    assert said.read_text() == f"site={root}/_site\n"
    assert set(build["env"]) == {"ROOT", "OUTPUT"}
    assert all("${{" not in each.get("run", "") for each in action["runs"]["steps"])


@pytest.mark.slow
def test_the_action_deploys_where_nobody_is_known_to_git(site: Site) -> None:
    root = site(f'-- site.toml --\n{SETTINGS}host = "github-pages"\n{PHARE_2010}')
    far = root.parent / "far.git"
    bare = {"HOME": str(root.parent), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    assert step(f"git init -q --bare {far} && git init -q && git remote add origin {far}", root, **bare).returncode == 0
    action = yaml.safe_load((ROOT / ".ci/action/action.yml").read_text("utf-8"))
    [deploy] = [each for each in action["runs"]["steps"] if each.get("name") == "Deploy"]
    assert deploy["if"] == "inputs.deploy == 'true'"
    said = {"inputs.root": ".", "github.actor": "octo", "github.actor_id": "1"}
    env = {
        key: re.sub(r"\$\{\{ ([a-z_.]+) \}\}", lambda found: said[found[1]], value)
        for key, value in deploy["env"].items()
    }
    made = step(deploy["run"], root, **bare, **env)
    assert made.returncode == 0, made.stdout
    log = step("git log --format='%an <%ae>' gh-pages", far, **bare).stdout
    assert log == "octo <1+octo@users.noreply.github.com>\n"


def test_hooks_of_pre_commit_are_the_same_for_a_site_and_for_this_repository() -> None:
    [text] = ci_files.files("pre-commit", "_site").values()
    [own] = yaml.safe_load(text)["repos"][0]["hooks"]
    [ours] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    shared = ("id", "name", "entry", "files", "pass_filenames")
    assert {key: own[key] for key in shared} == {key: ours[key] for key in shared}

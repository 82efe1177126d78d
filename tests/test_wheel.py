"""The wheel: the program alone, in a folder of its own, with the themes that come with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from palmarium.sources.disk import shelved

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a wheel of this program unpacks to."""
    folder = tmp_path_factory.mktemp("wheel")
    asked = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(asked, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, where: Path, *words: str) -> str:
    """What a command of the installed program prints, far from the clone."""
    asked = [sys.executable, "-m", "palmarium", *words]
    there = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(asked, cwd=where, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_each_theme_is_in_the_wheel_whole(installed: Path) -> None:
    there = {path.relative_to(ROOT) for path in ROOT.glob("themes/**/*") if path.is_file()}
    packed = installed / "palmarium" / "themes"
    assert {Path("themes") / path.relative_to(packed) for path in packed.rglob("*") if path.is_file()} == there


@pytest.mark.parametrize("theme", shelved())
def test_a_new_site_wears_a_theme_of_the_wheel(installed: Path, tmp_path: Path, theme: str) -> None:
    run(installed, tmp_path, "new", "site", "prizes", "--language", "en", "--theme", theme)
    assert f'theme = "{theme}"\n' in (tmp_path / "prizes/site.toml").read_text("utf-8")
    assert not (tmp_path / "prizes/themes").exists()
    run(installed, tmp_path / "prizes", "build")
    assert (tmp_path / "prizes/_site/index.html").exists()

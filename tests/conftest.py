"""A site in a string, and the settings that every test shares."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("palmarium", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("palmarium")

SETTINGS = 'title = "Prix"\nbase_url = "https://example.org/"\nlanguage = "fr"\n'
_SECTION = re.compile(r"^-- (\S+) --\n", re.MULTILINE)

Site = Callable[[str], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite what is expected; then look at the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether a test that compares with a file should rewrite that file."""
    return bool(request.config.getoption("--update-golden"))


def sections(text: str) -> dict[str, str]:
    """The files of a site in a string: each starts after a line `-- path --`."""
    parts = _SECTION.split(text)
    assert not parts[0].strip(), f"text before the first section: {parts[0]!r}"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def write(root: Path, text: str) -> None:
    for path, content in sections(text).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """`site("-- editions/nobel/2024.yaml --\\n…")`: its root, with a site.toml if none is given."""

    def make(text: str) -> Path:
        root = tmp_path / "site"
        root.mkdir(exist_ok=True)
        if not (root / "site.toml").exists():
            # Cards take longer to draw than a small site to build; their own tests ask for them.
            (root / "site.toml").write_text(f"{SETTINGS}cards = false\n", encoding="utf-8")
        write(root, text)
        return root

    return make

"""A site in a string, the settings that every test shares, and what is made once for all of them."""

import fcntl
import gc
import hashlib
import marshal
import os
import pickle
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import CodeType, SimpleNamespace
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from palmarium.build import pipeline, stages
from palmarium.build.work import silent
from palmarium.theming import assets, i18n, lint, sandbox

settings.register_profile("palmarium", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("palmarium")

ROOT = Path(__file__).parent.parent
PROCESSORS = os.cpu_count()
# An award of one category, and the same with an edition.
PHARE = """\
-- editions/phare/award.yaml --
name: Le Prix du Phare
short: Phare
categories: {lumiere: Phare de lumière}
"""
PHARE_2010 = f"""\
{PHARE}\
-- editions/phare/2010.yaml --
ordinal: 1
coverage: complete
results: {{lumiere: Corderie Vauban}}
"""

SETTINGS = 'title = "Prix"\nbase_url = "https://example.org/"\nlanguage = "fr"\n'
_SECTION = re.compile(r"^-- (\S+) --\n", re.MULTILINE)

Site = Callable[[str], Path]
_T = TypeVar("_T")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite what is expected; then look at the diff")
    parser.addoption("--edits", type=int, default=0, help="how many random edits each site of test_units.py gets")
    parser.addoption("--seed", type=int, default=1, help="of those edits")
    parser.addoption("--kills", type=int, default=0, help="how many kills each test of test_store.py makes")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run, for all its processes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def once(
    folder: Path, key: str, make: Callable[[], _T], dump: Callable[[_T], bytes], load: Callable[[bytes], Any]
) -> _T:
    """What was made for a key by any process of this run."""
    file = folder / hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    try:
        found: _T = load(file.read_bytes())
        return found
    except FileNotFoundError:
        made = make()
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.write_bytes(dump(made))
        draft.replace(file)
        return made


@pytest.fixture(scope="session", autouse=True)
def _made_once(shared: Path) -> Iterator[None]:
    """To compile a theme and to look for mistakes in it takes longer than to build a small site with it."""
    whole = sandbox._compiled

    def compiled(text: str, name: str, path: str) -> CodeType:
        key = f"{name}\0{path}\0{text}"
        return once(shared, key, lambda: whole(text, name, path), marshal.dumps, marshal.loads)

    def linted(theme: Any, views: Any) -> Any:
        key = f"{theme.digest} {theme.chain} {sorted(views)}"
        return once(shared, key, lambda: lint.lint(theme, views), pickle.dumps, pickle.loads)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "_compiled", lru_cache(maxsize=2048)(compiled))
        patch.setattr(stages, "lint", SimpleNamespace(lint=linted))
        # The sentences and style sheets of the base theme are in every site of a process.
        patch.setattr(i18n, "parse", lru_cache(maxsize=64)(i18n.parse))
        patch.setattr(assets, "_minified", lru_cache(maxsize=256)(assets._minified))
        # A card hangs on its drawing alone; to draw it takes longer than the rest of a page.
        patch.setattr(stages, "card", lru_cache(maxsize=4096)(stages.card))
        # Each processor has tests to run: what a build hands to a copy of this process takes longer, not shorter.
        patch.setattr(os, "cpu_count", lambda: 1)
        yield


def alone(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder made by the first process of this run that asks for it; the others wait, and must not change it."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / name).exists():
            draft = folder / f"{name}.draft"
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(os, "cpu_count", lambda: PROCESSORS)
                make(draft)
            draft.rename(folder / name)
    return folder / name


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The small site with its output and its state, built once: copy it before anything is changed."""
    from tests import small

    def make(root: Path) -> None:
        report = small.build(small.copy(root))
        assert (report.kept, report.removed) == (0, ())
        assert len(report.written) == len(small.tree(root))

    return alone(shared, "small", make)


@pytest.fixture(scope="session")
def reference(shared: Path) -> Path:
    """The reference archive, built once as a site below the path `/archives/` of its host, in a folder of that name."""

    def make(root: Path) -> None:
        for name in ("editions", "content", "themes"):
            shutil.copytree(ROOT / name, root / name)
        for name, head in (("site.toml", 'output = "archives"\n'), ("urls.lock", "")):
            below = (ROOT / name).read_text(encoding="utf-8").replace(".example/", ".example/archives/", 1)
            (root / name).write_text(head + below, encoding="utf-8")
        report = pipeline.build(root, silent)
        assert [problem for problem in report.problems if problem.level == "error"] == []

    return alone(shared, "reference", make)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a browser first, then those with slow tests, so that two processes end together."""
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    items.sort(key=lambda item: (item.path.parent.name != "browser", -slow[item.path]))


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: it is never looked through for garbage again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where slow tests are left out, one that renders a site and does not say so is found out."""
    if request.config.getoption("markexpr") == "not slow":
        reason = "this test renders a whole site: mark it with pytest.mark.slow"
        monkeypatch.setattr(stages, "render", lambda *arguments: pytest.fail(reason, pytrace=False))


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

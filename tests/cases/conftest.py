"""The site of a module of cases, built once."""

import pytest

from tests.cases.reading import Reading, read


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The built site of the module's own SITE."""
    return read(request.module.SITE, tmp_path_factory.mktemp("cases") / "site")

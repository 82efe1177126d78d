"""A site and a desk for the tests of a module, whose `SITE` is a site in a string."""

from datetime import date
from pathlib import Path

import pytest

from palmarium.commands.edit.desk import Desk
from tests.conftest import Site
from tests.desk import TOKEN


@pytest.fixture
def root(site: Site, request: pytest.FixtureRequest) -> Path:
    return site(request.module.SITE)


@pytest.fixture
def desk(root: Path) -> Desk:
    return Desk(root, TOKEN, lambda: date(2012, 1, 2))

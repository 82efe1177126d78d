"""The archives that exports are tested with."""

import pytest

from palmarium.pages.context import Context
from tests.exports.exported import PIE, context, reference


@pytest.fixture(params=["pie", "reference"])
def there(request: pytest.FixtureRequest) -> Context:
    """A small archive, and that of this repository; neither is made while tests are collected."""
    return context(PIE) if request.param == "pie" else reference()

"""All pages of a kind, as a build makes them."""

from collections.abc import Iterator
from itertools import chain
from types import ModuleType

from palmarium.pages.context import Context
from palmarium.pages.plan import Page, pages_in_parts


def pages_of(kind: ModuleType, context: Context) -> Iterator[Page]:
    return chain.from_iterable(make() for _, make in pages_in_parts(kind, context))

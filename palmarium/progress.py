"""Say how far long work is.

Owns: the shape of a progress report.   Never: prints.
"""

from collections.abc import Callable

Tell = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
    del stage, done, total

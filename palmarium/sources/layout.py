"""Layout of a site: the folders of its sources, and the file of each kind of record."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from .. import images

RECORDS = ("content/names/", "content/articles/", "content/pages/", "editions/")
"""The folders of the records."""

MEDIA = images.FOLDER
"""The folder of the pictures."""

FILES = MappingProxyType(
    {
        "award": "editions/{}/award.yaml",
        "edition": "editions/{}.yaml",
        "name": "content/names/{}.md",
        "article": "content/articles/{}.md",
        "note": "content/pages/{}.md",
    }
)
"""The file of each kind of record, with its id in place of `{}`; of an edition, the award's id and its own."""

_IDS = MappingProxyType({"edition": "[^/]+/[^/]+", "note": ".+"})
_PATTERNS = tuple(
    (kind, re.compile(re.escape(file).replace(r"\{\}", f"({_IDS.get(kind, '[^/]+')})"))) for kind, file in FILES.items()
)


def file(kind: str, id: str) -> str:
    """The path of the file of a record."""
    return FILES[kind].format(id)


def record(path: str) -> tuple[str, str] | None:
    """The kind and the id of the record that a file holds, by its path; None where it is the place of none.

    An id is as the path has it: that of a draft begins with `_`.
    """
    found = ((kind, pattern.fullmatch(path)) for kind, pattern in _PATTERNS)
    return next(((kind, match[1]) for kind, match in found if match), None)


def themes_in(files: Iterable[str]) -> set[str]:
    """The names of the themes that files of a site belong to."""
    return {path.split("/")[1] for path in files if path.startswith("themes/") and path.count("/") > 1}

"""Write the index that the script of the search page reads: a line for each page that can be found.

It is a script that sets one value, not JSON: a page opened from a disk may load a script, and may not fetch a file.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ..pages.context import Context
from ..pages.parts.search_entries import INDEX, SearchEntry, findings
from ..pages.plan import Listed, ListFile, ListLine, Part, Piece


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    for key, find in findings(context):
        yield key, partial(_found, context, key, find)


def lists(context: Context) -> Iterator[ListFile]:
    """The one list, which is there even without a page."""
    yield _list(context)


def _found(context: Context, key: str, find: Callable[[], SearchEntry]) -> Iterator[Piece]:
    yield ListLine(_list(context), key, _line(find()))


def _list(context: Context) -> ListFile:
    url = f"{context.urls.section('search')}{INDEX}"
    return ListFile(url, "globalThis.searchIndex = [\n", ",\n", "\n];\n", "globalThis.searchIndex = [\n\n];\n")


def _line(finding: SearchEntry) -> str:
    """Title, address below the root, kind, detail, other spellings, facets; what is empty at the end is left out."""
    facets = {facet.name: facet.values for facet in finding.facets}
    row = [finding.title, finding.url.lstrip("/"), finding.kind, finding.detail, " | ".join(finding.also), facets]
    while not row[-1]:
        row.pop()
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

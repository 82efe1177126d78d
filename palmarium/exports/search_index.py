"""Write the index that the script of the search page reads: a line for each page that can be found.

It is a script that sets one value, not JSON: a page opened from a disk may load a script, and may not fetch a file.
"""

import json
from collections.abc import Iterator

from ..pages.context import Context
from ..pages.parts.search_entries import INDEX, Finding, findings
from ..pages.plan import Blob, Page


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    lines = ",\n".join(_line(finding) for finding in findings(context))
    yield Blob(f"{context.urls.section('search')}{INDEX}", f"globalThis.searchIndex = [\n{lines}\n];\n".encode())


def _line(finding: Finding) -> str:
    """Title, address below the root, kind, detail, other spellings, facets; what is empty at the end is left out."""
    facets = {facet.name: facet.values for facet in finding.facets}
    row = [finding.title, finding.url.lstrip("/"), finding.kind, finding.detail, " | ".join(finding.also), facets]
    while not row[-1]:
        row.pop()
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

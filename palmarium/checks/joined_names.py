"""Two names that the archive knows are not one laureate.

`A and B`, `A, B` or `A & B` as one name gets a page of its own, and neither A nor B gets the title. Where both stand in
the archive by themselves, they are two who share the prize: a list. A couple or a firm that is called so has a file in
content/names, or an exception in site.toml.

Passes:

```yaml
results:
  pie: [Ann Crust, Ben Crumble]
  tart: {laureate: [Ann Crust, Ben Crumble]}
```

Fails, where both are laureates elsewhere:

```yaml
results: {pie: Ann Crust and Ben Crumble}
```
"""

import re
from collections.abc import Iterator

from ..archive import Archive
from ..problems import Basis, Level, Problem

CODE = "joined-names"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

_BETWEEN = re.compile(r"\s*[,;/&+]\s*(?:and\s+|et\s+)?|\s+(?:and|et|und|y|e|with|avec)\s+")


def check(archive: Archive) -> Iterator[Problem]:
    for name in archive.names.values():
        parts = tuple(filter(None, _BETWEEN.split(name.name)))
        if name.registered or len(parts) < 2 or not all(part in archive.ids for part in parts):
            continue
        message = f'"{name.name}" is written as one name, and the archive knows {" and ".join(parts)}'
        row = f'{CODE} = [{{texts = ["{name.name}"], reason = "…"}}]'
        hint = f"if they are several, write `[{', '.join(parts)}]`; if one is called so, `{row}` below `[exceptions]`"
        yield Problem(CODE, name.span, message, f"{hint} in site.toml", LEVEL, (name.name, *parts))

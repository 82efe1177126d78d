"""A source has a date, or the day on which it was read.

Without either nobody can tell which of two sources is the later one, or find again what a page said. A leaflet that
bears no date is an exception worth a reason in site.toml.

Passes:

```yaml
sources:
  s1: {title: The Pie Post, date: 2011-10}
  s2: {title: Our winners, url: "https://pie.example/", accessed: 2024-05-01}
```

Fails:

```yaml
sources:
  s1: {title: The Pie Post}
```
"""

from collections.abc import Iterator

from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "undated-source"
LEVEL = Level.WARNING
BASIS = Basis.FILE


def check(archive: Archive) -> Iterator[Problem]:
    for record in archive.sourced:
        for source in record.sources:
            if source.date is None and source.accessed is None:
                what = source.title or source.publisher or source.url
                message = f'the source "{source.id}" ({what}) has no date'
                hint = "write its `date`, a year will do, or `accessed`, the day on which you read it"
                yield Problem(CODE, source.span, message, hint, LEVEL, (source.id, what))

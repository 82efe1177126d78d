"""An archived copy stands beside the address of its source, and is a copy of that very page.

`archived` is what readers still find when the page is gone; `url` is where it was. A copy in the place of the address
hides who published it, and a copy of another page proves nothing.

Passes:

```yaml
sources:
  s1:
    {title: Our winners, date: 2011, url: "https://pie.example/w", archived: "https://web.archive.org/web/2012/https://pie.example/w"}
```

Fails:

```yaml
sources:
  s1: {title: Our winners, date: 2011, url: "https://web.archive.org/web/2012/https://pie.example/w"}
```
"""

import re
from collections.abc import Iterator

from ..model import Source
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "archived-copy"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web/[^/]*/|archive\.(?:today|ph|is|org|li|md|vn|fo)/|(?:www\.)?webcitation\.org/"
    r"|arquivo\.pt/wayback/[^/]*/|perma\.cc/)(?P<of>https?://\S+)?",
    re.IGNORECASE,
)


def check(archive: Archive) -> Iterator[Problem]:
    for record in archive.sourced:
        for source in record.sources:
            message, hint = _wrong(source)
            if message:
                yield Problem(
                    CODE,
                    source.span,
                    message,
                    hint,
                    LEVEL,
                    (source.id, source.url),
                    key=("archived",) if source.archived else ("url",),
                )


def _wrong(source: Source) -> tuple[str, str]:
    copy, kept = _COPY.match(source.url), _COPY.match(source.archived)
    if source.archived and source.archived == source.url:
        return (
            f'the archived copy of "{source.id}" is its address',
            "delete `archived`, or write the address of the copy",
        )
    if copy and not source.archived:
        of = copy["of"] or "…"
        hint = f'write `url: "{of}"` and `archived: "{source.url}"`'
        return f'the address of "{source.id}" is that of an archived copy', hint
    if kept and kept["of"] and source.url and _bare(kept["of"]) != _bare(source.url):
        hint = f'write `url: "{kept["of"]}"`, if that is the page, or the address of a copy of this one'
        return f'the archived copy of "{source.id}" is one of another page, {kept["of"]}', hint
    return "", ""


def _bare(url: str) -> str:
    """An address without the parts that an archive may spell in another way."""
    return re.sub(r"^https?://(?:www\.)?|:80(?=/)|#.*|/$", "", url).casefold()

"""Every picture has a text that stands for it.

Who does not see the picture reads, or hears, what it shows. An empty text leaves a hole.

Passes:

```markdown
![The oven, its door open](oven.jpg)
```

Fails:

```markdown
![](oven.jpg)
```
"""

from collections.abc import Iterator

from ..archive import Archive
from ..model import Article, Name, Note
from ..problems import Level, Problem

CODE = "missing-alt"
LEVEL = Level.ERROR


def check(archive: Archive) -> Iterator[Problem]:
    owners: tuple[Article | Name, ...] = (*archive.articles.values(), *archive.names.values())
    texts: tuple[Article | Name | Note, ...] = (*owners, *archive.notes.values())
    for record in texts:
        for link in record.body.links:
            file = link.target.removeprefix("media:")
            if file != link.target and not link.text:
                hint = f"write what it shows: ![…]({file})"
                yield Problem(CODE, link.span, "a picture has no text", hint, LEVEL)
    for owner in owners:
        if owner.picture and not owner.picture.alt.strip():
            yield Problem(CODE, owner.picture.span, "a picture has no text", "write what it shows: `alt: …`", LEVEL)

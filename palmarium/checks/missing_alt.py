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

from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span

CODE = "missing-alt"
LEVEL = Level.ERROR
BASIS = Basis.FILE


def check(archive: Archive) -> Iterator[Problem]:
    for record in archive.texts:
        for link in record.body.links:
            file = link.target.removeprefix("media:")
            # Without a file, it is no picture at all, which is told.
            if file != link.target and file and not link.text:
                yield _problem(link.span, file, f"![…]({file})")
    for owner in archive.with_pictures:
        if owner.picture and not owner.picture.alt.strip():
            yield _problem(owner.picture.span, owner.picture.src, "`alt: …`")


def _problem(span: Span, file: str, written: str) -> Problem:
    return Problem(CODE, span, f'the picture "{file}" has no text', f"write what it shows: {written}", LEVEL, (file,))

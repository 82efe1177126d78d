"""An article is about something of the archive.

What neither says what it is `about`, nor links to anything, nor states a number of it, stands on no other page: no
edition, name or award leads to it. An article that links without saying what it is about is found through its links;
the page of gaps lists it.

Passes:

```yaml
title: A night of pies
about: {editions: pie/2011}
```

Fails, where the text has no link either:

```yaml
title: A night of pies
```
"""

from collections.abc import Iterator

from ..model import Article
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..statistics.claims import claims_of

CODE = "article-about-nothing"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles",)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    # A translation is about what its original is about.
    is_sure = article.translates or _about(article)
    if not is_sure and not any(archive.target(link.target) for link in article.body.links):
        message = "this article does not say what it is about, and links to nothing"
        latest = (tuple(archive.editions) or ("<award>/<edition>",))[-1]
        hint = f"write `about: {{editions: {latest}}}`, or names, categories, awards"
        yield Problem(CODE, article.span, message, hint, LEVEL, (article.id,), key=("about",))


def _about(article: Article) -> bool:
    about = article.about
    claimed = any(claim.home for claim in claims_of(article))
    return bool(about.editions or about.names or about.categories or about.awards or claimed)

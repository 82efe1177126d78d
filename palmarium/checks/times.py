"""A time of day has its day.

`time` alone, or beside a month, says nothing to a reader and is shown nowhere.

Passes:

```yaml
date: 2011-10-04
time: "18:00"
```

Fails:

```yaml
date: 2011-10
time: "18:00"
```
"""

from collections.abc import Iterator

from ..model import Article
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "time-without-day"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("articles",)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    if article.time and not (article.date and article.date.day):
        known = f"{article.date} is no day" if article.date else "this article has no date"
        hint = f"write the day as well: `date: {f'{article.date}-…' if article.date else '…'}`, or delete `time`"
        message = f"the time {article.time} is shown nowhere: {known}"
        yield Problem(CODE, article.span, message, hint, LEVEL, (article.id,), key=("time",))

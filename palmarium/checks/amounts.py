"""An amount of money can be read in one way only.

`3.000 €` is three thousand where a point parts the thousands, and three where it begins the decimals; the tables that
others work with hand it on as it is written. Three digits behind a single point are told; behind a comma or a blank
(`£3,000`, `3 000 €`) they are thousands for every reader.

Passes:

```yaml
results: {pie: {laureate: Ann Crust, money: 3 000 €}}
```

Fails:

```yaml
results: {pie: {laureate: Ann Crust, money: 3.000 €}}
```
"""

import re
from collections.abc import Iterator

from ..model import Edition, Money
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span

CODE = "ambiguous-amount"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)

_POINTED = re.compile(r"(\d{1,3})\.(\d{3})")


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    del archive
    for entry in edition.entries:
        yield from _problems(entry.prize, entry.span)
        for result in entry.results:
            yield from _problems(result.money, result.span)


def _problems(money: Money | None, span: Span) -> Iterator[Problem]:
    found = _POINTED.fullmatch(money.amount) if money else None
    if money and found:
        whole = f"{found[1]} {found[2]}"
        message = f'"{money.amount}" may be {whole} or {found[1]},{found[2]} {money.currency}'
        yield Problem(CODE, span, message, f"write `{whole} {money.currency}`", LEVEL, (money.amount,))

"""An amount of money can be read in one way only.

`3.000 €` is three thousand where a point parts the thousands, and three where it begins the decimals; the tables that
others work with hand it on as it is written. Three digits behind a single point are told; behind a comma or a blank
(`£3,000`, `3 000 €`) they are thousands for every reader. A code of a currency is one that ISO 4217 has or had.

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
from functools import cache

from babel.core import Locale

from ..model import Edition, Money
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, nearest

CODE = "ambiguous-amount"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)

_COMMON = ("EUR", "GBP", "USD", "CHF", "CAD", "JPY", "SEK")

_POINTED = re.compile(r"(\d{1,3})\.(\d{3})")


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    del archive
    for entry in edition.entries:
        yield from _problems(entry.prize, entry.span)
        for result in entry.results:
            yield from _problems(result.money, result.span)


def _problems(money: Money | None, span: Span) -> Iterator[Problem]:
    if money and money.amount and money.currency not in _currencies():
        letters = sorted(money.currency.upper())
        meant = next((code for code in _currencies() if sorted(code) == letters), "") or nearest(
            money.currency, _COMMON, 0.6
        )
        hint = f"write `currency: {meant}`" if meant else "write a code of three letters, such as EUR, GBP or USD"
        yield Problem(CODE, span, f'there is no currency "{money.currency}"', hint, LEVEL, (money.currency,))
    found = _POINTED.fullmatch(money.amount) if money else None
    if money and found:
        whole = f"{found[1]} {found[2]}"
        message = f'"{money.amount}" may be {whole} or {found[1]},{found[2]} {money.currency}'
        yield Problem(CODE, span, message, f"write `{whole} {money.currency}`", LEVEL, (money.amount,))


@cache
def _currencies() -> tuple[str, ...]:
    """The codes of all currencies, those that most people write first."""
    known = tuple(Locale.parse("en").currencies)
    return (*_COMMON, *known)

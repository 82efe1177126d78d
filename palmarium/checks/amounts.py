"""An amount of money can be read in one way only.

`3.000 €` is three thousand where a point parts the thousands, and three where it begins the decimals; the tables that
others work with hand it on as it is written. Three digits behind a single point are told; behind a comma or a blank
(`£3,000`, `3 000 €`) they are thousands for every reader; digits in no such groups (`15 00 €`) are a slip. A code of a
currency is one that ISO 4217 has or had. The money of an award is in one currency: told is the one amount that is in
another, as a bare number, which is euros, is beside pounds; what the euro took the place of is not. And who won has as
much as the `prize` of the category, or a part of it where several share it, nobody more than one who has a better
place, and no prize is of nothing.

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
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from babel.core import Locale

from ..model import Award, Distinction, Edition, Entry, Money
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, if_right, nearest
from ..sources.numerals import amount

CODE = "ambiguous-amount"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions", "awards")

_COMMON = ("EUR", "GBP", "USD", "CHF", "CAD", "JPY", "SEK")
_BEFORE_THE_EURO = frozenset(
    (
        *("ATS", "BEF", "CYP", "DEM", "EEK", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "LTL", "LUF"),
        *("LVL", "MTL", "NLG", "PTE", "SIT", "SKK", "XEU"),
    )
)

_DIGITS = re.compile(r"\d[\d\s.,'’]*\d")
_GROUPED = re.compile(
    r"\d+(?:[.,]\d{1,4})?|\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d{1,2})?|\d{1,4}(?:[\s,]\d{4})+"
)
"""Numbers by thousands, as in India by hundreds before them, or as in East Asia by ten thousands."""
_POINTED = re.compile(r"(\d{1,3})\.(\d{3})")


def each(archive: Archive, record: Edition | Award) -> Iterator[Problem]:
    if isinstance(record, Award):
        yield from _other_currency(archive.award_editions(record.id))
        return
    for money, span in _given(record):
        yield from _problems(money, span)
    for entry in record.entries:
        yield from _other_than_the_prize(entry)
        yield from _more_for_less(entry)


def _more_for_less(entry: Entry) -> Iterator[Problem]:
    """The first place of a ranking that is given more money than the one before it."""
    ranked = [result for result in entry.results if result.rank and result.money and result.money.amount]
    for one, other in pairwise(sorted(ranked, key=lambda result: (str(result.ranking), result.rank or 0))):
        is_same = one.ranking == other.ranking and one.rank != other.rank and not (one.share or other.share)
        if is_same and one.money and other.money and one.money.currency == other.money.currency:
            less, more = (amount(each.amount) for each in (one.money, other.money))
            if less is not None and more is not None and less < more:
                message = f"place {other.rank} has {other.money.amount} {other.money.currency}, and place {one.rank} "
                message += f"{one.money.amount} {one.money.currency} (line {one.span.line})"
                yield Problem(CODE, other.span, message, "correct one of the two", LEVEL, (other.money.amount,))


def _given(edition: Edition) -> Iterator[tuple[Money, Span]]:
    """The prizes of an edition that are money, and where they stand."""
    for entry in edition.entries:
        told = ((entry.prize, entry.span), *((result.money, result.span) for result in entry.results))
        yield from ((money, span) for money, span in told if money and money.amount)


def _other_currency(editions: list[Edition]) -> Iterator[Problem]:
    """The one amount of an award that is in another currency than all the others; of two amounts, the later."""
    given = [each for edition in editions for each in _given(edition)]
    counts = Counter(money.currency for money, _ in given)
    usual = next(iter(counts), "") if len(given) == 2 else max(counts, key=lambda code: counts[code], default="")
    odd = [each for each in given if each[0].currency != usual]
    if len(odd) != 1 or odd[0][0].currency not in _currencies():
        return
    (money, span), place = odd[0], next(span for other, span in given if other.currency == usual)
    if not (money.currency == "EUR" and usual in _BEFORE_THE_EURO):
        message = f"{money.amount} {money.currency} is given here, and {usual} otherwise ({place.where})"
        hint = f"write `{money.amount} {usual}`; {if_right(CODE, f'{money.amount} {money.currency}')}"
        said = f"{money.amount} {money.currency}"
        yield Problem(CODE, span, message, hint, LEVEL, (said, usual), likely=Fix(span, money.currency, usual))


def _other_than_the_prize(entry: Entry) -> Iterator[Problem]:
    """The money of those who won, where it is not the prize of the category, nor what each has of that."""
    winners = [result for result in entry.results if result.distinction is Distinction.WINNER and result.place == 1]
    prize = entry.prize
    given = [result.money for result in winners if result.money]
    if not prize or not given or len(given) < len(winners) or any(each.currency != prize.currency for each in given):
        return
    whole, parts = amount(prize.amount), [amount(each.amount) for each in given]
    if whole is None or None in parts:
        return
    each_has = [float(result.share or 1 / len(winners)) * float(whole) for result in winners]
    known = [part for part in parts if part is not None]
    is_divided = all(abs(float(part) - own) < 1 for part, own in zip(known, each_has, strict=True))
    is_whole = all(part == whole for part in known) and not any(result.share for result in winners)
    if is_divided or is_whole or sum(known) == whole or prize.per or any(each.per for each in given):
        return
    said = " and ".join(f"{each.amount} {each.currency}" for each in given)
    won = "was won" if len(given) == 1 else "were won"
    message = f"the prize of {entry.category or 'this list'} is {prize.amount} {prize.currency}, and {said} {won}"
    hint = "delete one of the two, or correct it; where it was divided, write each `share`"
    yield Problem(CODE, winners[0].span, message, hint, LEVEL, (prize.amount, given[0].amount), key=("money",))


def _problems(money: Money, span: Span) -> Iterator[Problem]:
    if money.currency not in _currencies():
        letters = sorted(money.currency.upper())
        meant = next((code for code in _currencies() if sorted(code) == letters), "") or nearest(
            money.currency, _COMMON, 0.6
        )
        hint = f"write `currency: {meant}`" if meant else "write a code of three letters, such as EUR, GBP or USD"
        likely = Fix(span, money.currency, meant) if meant else None
        said = f'there is no currency "{money.currency}"'
        yield Problem(CODE, span, said, hint, LEVEL, (money.currency,), likely=likely)
    if amount(money.amount) == 0:
        hint = "delete it; what was given in place of money is `in_kind: …`"
        yield Problem(CODE, span, f'"{money.amount}" is no prize', hint, LEVEL, (money.amount,))
    if _DIGITS.fullmatch(money.amount) and not _GROUPED.fullmatch(money.amount):
        digits = re.sub(r"\D", "", money.amount)
        message = f'"{money.amount}" parts its digits as no number does'
        whole = f"{int(digits):,}".replace(",", " ")
        hint = f"write `{whole} {money.currency}`, or the number that is meant"
        yield Problem(CODE, span, message, hint, LEVEL, (money.amount,))
    if found := _POINTED.fullmatch(money.amount):
        whole = f"{found[1]} {found[2]}"
        message = f'"{money.amount}" may be {whole} or {found[1]},{found[2]} {money.currency}'
        hint, likely = f"write `{whole} {money.currency}`", Fix(span, money.amount, whole)
        yield Problem(CODE, span, message, hint, LEVEL, (money.amount,), likely=likely)


@cache
def _currencies() -> tuple[str, ...]:
    """The codes of all currencies, those that most people write first."""
    known = tuple(Locale.parse("en").currencies)
    return (*_COMMON, *known)

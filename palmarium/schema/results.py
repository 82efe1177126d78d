"""The written form of a palmarès: a name, a list, or as much as is known.

Owns: the keys of a result and of a category in an edition, and their short forms.
Never: knows which categories or names exist.
"""

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .. import model
from ..document import Node, Pair
from ..syntax import plain
from . import meant
from .parts import Posts, one_post
from .written import (
    Bool,
    Date_,
    Int,
    Refs,
    RefTo,
    Share,
    Text,
    Texts,
    Title,
    Written,
    choice,
    given,
    is_blank,
    keyed,
    known,
    said,
    sequence,
    wrong,
)

_STATUS = choice(model.Status)
_KIND = choice(model.Kind)


_SIGNS: MappingProxyType[str, str] = MappingProxyType(
    {
        **{"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS"},
        **{"zł": "PLN", "Kč": "CZK", "US$": "USD", "A$": "AUD", "C$": "CAD", "CA$": "CAD"},
    }
)
_SIGN = r"(?:[A-Z]{2}\$|[AC]\$|[A-Z]{3}|[$¥€£₹₽₩₪]|zł|Kč|kr\.?|euros?|dollars?|pounds?|livres?|yens?|francs?)"
_SIGNED = re.compile(rf"(?<!\w){_SIGN}(?!\w)")
_AMOUNT = re.compile(rf"(?P<sign>{_SIGN})\s*(?P<after>\d.*)|(?P<before>.*\d.*?)\s*(?P<code>{_SIGN})")


class Money(Written):
    """A prize in money or in kind; a bare number is euros."""

    MAKES = model.Money
    SHORT = "amount"
    amount: Text = Field("", description="the amount")
    currency: Text = Field("EUR", description="ISO code of the currency; a sign or code beside the amount is enough")
    per: Text = Field("", description="team, person or unknown")
    in_kind: Text = Field("", description="a prize that is not money")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """`3 000 €` is an amount and a currency."""
        amount, currency = (keys.get(key) for key in ("amount", "currency"))
        if isinstance(currency, Node) and currency.value:
            keys = {**keys, "currency": replace(currency, value=_SIGNS.get(currency.value, currency.value))}
        if not isinstance(amount, Node) or not amount.value:
            return keys
        number, code = _amount(amount.value)
        stated = keys.get("currency")
        if code and isinstance(stated, Node) and stated.value != code:
            raise wrong(f"the amount says {code}, the currency {stated.value}", "delete one of the two")
        more = {"currency": replace(amount, value=code)} if code else {}
        return {**keys, "amount": replace(amount, value=number), **more}


def _amount(text: str) -> tuple[str, str]:
    """`3 000 €`, `EUR 3,000` as the number that is printed and a code; no code where none is said."""
    if not re.search(r"\d", text):
        raise wrong(f'"{text}" is no amount of money', f"write `{{in_kind: {plain(text)}}}`")
    if found := re.search(r"(?<![\d.,])[-−–](\d[\d.,\s]*)", text.strip()) if text.strip()[0] in "-−–" else None:
        raise wrong(f'"{text}" is less than nothing', f"write {found[1].strip()}")
    if short := re.search(r"(\d+)(?:[.,](\d{1,3}))?\s?([kKmM])(?![^\W\d_])", text):
        zeros = 3 if short[3] in "kK" else 6
        whole = int(f"{short[1]}{(short[2] or '').ljust(zeros, '0')}")
        written = text.replace(short[0], f"{whole:,}".replace(",", " "))
        raise wrong(f'"{text}" abridges a number', f"write it out: {written}")
    digits = plain(re.sub(r"[^\d.,\s'’]", "", text).strip())
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        if _SIGNED.search(text):
            hint = f"write `{{amount: {digits}, currency: …}}`, and the rest as a `note`"
            raise wrong(f'"{text}" is more than an amount and its currency', hint)
        return text, ""
    sign = found["sign"] or found["code"]
    code = _SIGNS.get(sign, sign)
    if not re.fullmatch(r"[A-Z]{3}", code):
        hint = f"write the code of the currency: `{{amount: {digits}, currency: …}}`"
        raise wrong(f'"{sign}" stands for several currencies', hint)
    return found["after"] or found["before"], code


class Work(Written):
    """What a laureate was honoured for; a bare title is enough."""

    MAKES = model.Work
    SHORT = "title"
    title: Title = Field(description="title of the work or project")
    kind: Text = Field("", description="such as film, site or application")
    note: Text = Field("", description="anything to add")


class Amendment(Written):
    """A later change of the official record."""

    MAKES = model.Amendment
    on: Date_ | None = Field(None, description="when")
    change: Text = Field(description="what changed")
    by: Text = Field("", description="who decided")
    sources: Refs = Field((), description="ids of sources")


class Holder(Written):
    """One laureate; a bare name is enough."""

    MAKES = model.Holder
    SHORT = "name"
    BESIDE = ("role", "org")
    name: RefTo = Field(description="the laureate")
    as_role: Text = Field("", alias="as", description="its part in a joint prize, such as `translator`")
    posts: Posts = Field((), description="roles and organisations then; `role` and `org` are a short form")
    share: Share | None = Field(None, description="its share of the prize, such as 1/2")
    kind: Annotated[model.Kind, _KIND] | None = Field(None, description="person, organisation, team or work")
    size: Text = Field("", description="how many a team is, in words, such as `two to four`")
    country: Text = Field("", description="the country it appeared for then")
    status: Annotated[model.Status, _STATUS] = Field(model.Status.ACTIVE, description="of this laureate alone")
    note: Text = Field("", description="anything to add")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        return one_post(keys)


_UNKNOWN = model.Outcome.UNKNOWN.value


def _laureates(node: Any) -> Any:
    """One, several, or nobody where that is said: `unknown` is a winner whom nobody knows."""
    if isinstance(node, Node) and node.form == "scalar" and node.value == _UNKNOWN:
        return ()
    return sequence(node)


_OF_HOLDER = ("role", "org", "posts", "kind", "size", "country")


_SPECIAL = (
    "an award outside the categories stands below `results` by itself: `<id>: {special: true, name: …, laureate: …}`"
)


class Result(Written):
    """Who got what; a bare name is a winner; `role`, `org`, `kind`, `size`, `country` speak of a single laureate."""

    SHORT = "laureate"
    BESIDE = _OF_HOLDER
    INSTEAD = MappingProxyType(dict.fromkeys(("name", "special"), _SPECIAL))
    holders: Annotated[tuple[Holder, ...], BeforeValidator(_laureates)] = Field(
        (), alias="laureate", description="the laureate, several who share it, or `unknown`"
    )
    distinction: Annotated[model.Distinction, choice(model.Distinction)] | None = Field(
        None, description="winner, where nothing else is said; rank 2 and on are `ranked`"
    )
    rank: Int | None = Field(None, ge=1, le=99_999, description="place, from 1; after a tie of two at 1 comes 3")
    tie: Bool = Field(False, description="true where the place is shared by declaration")
    count: Int = Field(1, ge=1, le=9999, description="number of trophies")
    share: Share | None = Field(None, description="share of the category's prize, such as 1/4")
    credited_as: Text = Field("", description="the name as printed")
    works: Annotated[tuple[Work, ...], BeforeValidator(sequence)] = Field(
        (), alias="for", description="what it was given for"
    )
    represented_by: Refs = Field((), description="who received it")
    citation: Text = Field("", description="the reasons given")
    scope: Text = Field("", description="overall, sector:…, region:… or channel:…")
    track: Text = Field("", description="jury, public or test")
    round: Text = Field("", description="id of the round")
    score: Text = Field("", description="the mark")
    out_of: Text = Field("", description="the highest mark")
    money: Money | None = Field(None, description="the money that went with it")
    posthumous: Bool = Field(False, description="true where the laureate had died")
    official: Bool = Field(True, description="false for what only records say")
    awarded_on: Date_ | None = Field(None, description="when it was given, if not at the ceremony")
    status: Annotated[model.Status, _STATUS] = Field(model.Status.ACTIVE, description="whether it still stands")
    status_on: Date_ | None = Field(None, description="since when it does not")
    status_reason: Text = Field("", description="why it does not")
    superseded_by: RefTo | None = Field(None, description="the laureate who has it now")
    acceptance: Annotated[model.Acceptance, choice(model.Acceptance)] = Field(
        model.Acceptance.RECEIVED, description="received, declined or prevented; a declined title counts"
    )
    printed_category: Text = Field(
        "", description="the category's name as printed for this result, where it had several that year"
    )
    entered_in: RefTo | None = Field(None, description="category in which it was entered")
    amendments: Annotated[tuple[Amendment, ...], BeforeValidator(sequence)] = Field((), description="later changes")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        held = {key: keys.pop(key) for key in _OF_HOLDER if key in keys}
        laureate = keys.get("laureate")
        if isinstance(laureate, Node) and laureate.form == "sequence" and not laureate.elements:
            del keys["laureate"]
        if not held:
            return keys
        if laureate is None:
            raise wrong(f"`{min(held)}` speaks of a laureate, and none is named", "write `laureate: …` beside it")
        if not isinstance(laureate, Node) or laureate.form != "scalar":
            raise wrong(f"`{min(held)}` speaks of one laureate", "write it inside each laureate of the list")
        if laureate.value == _UNKNOWN:
            raise wrong(f"`{min(held)}` speaks of a laureate, and this one is unknown", "say it in a `note`")
        return {**keys, "laureate": ({"name": laureate, "span": laureate.span, **one_post(held)},)}


class Refusal(Written):
    """Why a category was not awarded; a bare reason is enough."""

    SHORT = "reason"
    reason: Annotated[model.Reason, choice(model.Reason)] = Field(model.Reason.OTHER, description="the reason")
    note: Text = Field("", description="the reason in words")


class Derived(Written):
    """Another award's result that decides this category; a bare edition means its overall first."""

    MAKES = model.Derived
    SHORT = "edition"
    edition: RefTo = Field(description="the edition, such as `podium/2011`")
    category: RefTo | None = Field(None, description="category of that edition")
    rank: Int = Field(1, description="the place that decides")
    scope: Text = Field("overall", description="scope of that place")
    note: Text = Field("", description="anything to add")


class Entry(Written):
    """A category in one edition; anything not said here stays as in award.yaml."""

    BESIDE = known(Result)
    name: Text = Field("", description="its name, for a special award outside the categories")
    special: Bool = Field(False, description="true for a special award outside the categories")
    outcome: Annotated[model.Outcome, choice(model.Outcome)] | None = Field(
        None, description="awarded, not-awarded, unknown, unrecorded or cancelled; what the results tell, if not given"
    )
    not_awarded: Refusal | None = Field(None, description="why nobody got it")
    printed_name: Text = Field("", description="the category's name as printed that year")
    method: Texts = Field((), description="how it was decided that year")
    partners: Refs = Field((), alias="partner", description="partners of the category that year")
    criteria: Texts = Field((), description="what counted that year")
    entrants: Int | None = Field(None, description="how many entered or were tested")
    nominees: Int | None = Field(None, description="how many were nominated")
    threshold: Text = Field("", description="mark to reach")
    prize: Money | None = Field(None, description="what each winner receives")
    derived_from: Derived | None = Field(None, description="another award's result that decides it")
    results: Annotated[tuple[Result, ...], BeforeValidator(sequence)] = Field((), description="who got what")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


_OF_ENTRY = (
    *("name", "special", "outcome", "not_awarded", "printed_name", "method", "partner", "criteria"),
    *("entrants", "nominees", "threshold", "prize", "derived_from", "results"),
)

_OF_RESULT = frozenset(known(Result)).difference(
    field.alias or name for name, field in Entry.model_fields.items()
)
"""Keys that speak of a result, and never of a category."""

_STATES = MappingProxyType({"unknown": model.Outcome.UNKNOWN, "cancelled": model.Outcome.CANCELLED})


def _entries(node: Any) -> Any:
    if not isinstance(node, Node) or node.form == "mapping":
        return _beside(node) if isinstance(node, Node) else node
    if is_blank(node):
        return {}
    hint = keyed(", ".join(meant.flow(element)[1:-1] for element in node.elements))
    if not all(element.pairs for element in node.elements or (node,)):
        first = next((element for element in node.elements or (node,) if not element.pairs), node)
        pair = meant.pair(first.value or "")
        hint = f"write the id of its category before it: `{{<category>: {meant.flow(first)}}}`"
        hint = f"write `{pair}`, with a colon and a plain space" if pair else hint
    raise wrong(f"categories with their laureates are expected here, not {said(node)}", hint)


def _beside(node: Node) -> dict[str, Any]:
    """Categories by id; a key of a result beside an empty category, with that category: it should stand below."""
    found: dict[str, Any] = {}
    empty = ""
    for pair in node.pairs:
        is_lost = empty and pair.key in _OF_RESULT
        found[pair.key] = (empty, pair) if is_lost else pair
        empty = empty if is_lost else pair.key if is_blank(pair.value) else ""
    return found


def _entry(pair: Any) -> Any:
    """What stands below a category; its place is that of the category's id."""
    if isinstance(pair, tuple):
        above, lost = pair
        hint = f"indent it below `{above}`: `  {lost.key}: {meant.flow(lost.value)}`"
        raise wrong(f"`{lost.key}` stands beside `{above}`, which is empty", hint)
    if not isinstance(pair, Pair):
        return pair
    node = pair.value
    if node.form == "scalar" and node.value in _STATES:
        return {"outcome": _STATES[str(node.value)], "span": pair.span}
    keys = _opened(node) if node.form == "mapping" else {"results": node}
    return {**keys, "span": pair.span}


def _opened(node: Node) -> dict[str, Any]:
    """A single result may be written beside the category's own keys, even one whose laureate is still blank."""
    keys = given(node, known(Entry))
    if "results" in keys or not _OF_RESULT.intersection(pair.key for pair in node.pairs):
        return keys
    own = {key: keys.pop(key) for key in _OF_ENTRY if key in keys}
    place = next((pair.value.span for pair in node.pairs if pair.key == "laureate"), node.span)
    return {**own, "results": ({**Result.expand(keys), "span": place},)}


Results = Annotated[
    dict[str, Annotated[Entry, BeforeValidator(_entry)]], BeforeValidator(_entries), Field(description="by category")
]

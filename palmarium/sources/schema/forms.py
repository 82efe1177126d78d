"""Written form of each kind of file, with one sentence for each key."""

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ... import model
from ...problems import plain
from ..nodes import Node, Pair
from . import meant
from .words import nobody
from .written import (
    STAND_IN,
    Bool,
    Date_,
    FormerIds,
    Id,
    Int,
    Language,
    Refs,
    RefTo,
    Scope,
    Share,
    Text,
    Texts,
    Time,
    Title,
    Url,
    Wikidata,
    Written,
    choice,
    described,
    given,
    is_blank,
    keyed,
    known,
    numbered,
    pairs,
    record,
    sequence,
    texts_of,
    wrong,
)

# The written forms that several files share: sources, claims, people in their posts.


_ADDRESS = re.compile(r"(?:https?|mailto):\S+")


class Address(Written):
    """A link to another site; a bare address is enough."""

    MAKES = model.Address
    SHORT = "url"
    KEYED = ("label", "url")
    url: Url = Field(description="full address, https or mailto")
    label: Text = Field("", description="what the link says")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """Told where each of the two keys has the text of the other."""
        url, label = (getattr(keys.get(key), "value", None) for key in ("url", "label"))
        if url and label and not _ADDRESS.match(url) and _ADDRESS.match(label):
            message, value = "`url` and `label` say each what the other should", {"url": label, "label": url}
            raise wrong(message, f"write `{{url: {plain(label)}, label: {plain(url)}}}`", value)
        return keys


class DatedName(Written):
    """A name in use for a time."""

    MAKES = model.DatedName
    SHORT = "name"
    KEYED = ("name", "until")
    name: Title = Field(description="the name")
    since: Date_ | None = Field(None, alias="from", description="in use from")
    until: Date_ | None = Field(None, description="in use until")


class Period(Written):
    """A stretch of time, for tests or eligibility."""

    MAKES = model.Period
    KEYED = ("from", "until")
    IN_ORDER = ("from", "until")
    start: Date_ | None = Field(None, alias="from", description="first day, month or year")
    end: Date_ | None = Field(None, alias="until", description="last day, month or year")
    note: Text = Field("", description="anything to add")

    @classmethod
    def instead(cls, node: Node) -> tuple[str, ...]:
        """`14 au 25 mai 2019` as two dates; without a year, that of the file."""
        text = " – ".join(element.value or "" for element in node.elements) or node.value or ""
        found = re.search(r"\d{4}", node.span.path)
        start, end = meant.period(text, found[0] if found else "")
        return (f"{{from: {start}, until: {end}}}",) if start else (f"{{note: {plain(text) if text else STAND_IN}}}",)

    @classmethod
    def row(cls, pair: Pair) -> Node:
        """`mars: mai` as two dates."""
        found = re.search(r"\d{4}", pair.span.path)
        start, end = meant.period(f"{pair.key} – {pair.value.value or pair.key}", found[0] if found else "")
        known_ends = Pair(start or pair.key, pair.span, replace(pair.value, value=end or pair.value.value))
        return super().row(known_ends)


class Source(Written):
    """Where facts come from."""

    SHORT = "title"
    title: Text = Field("", description="title of the text")
    author: Text = Field("", description="who wrote it")
    publisher: Text = Field("", description="where it appeared")
    date: Date_ | None = Field(None, description="when it appeared")
    url: Url = Field("", description="address")
    archived: Url = Field("", description="address of a copy of it that an archive of the web keeps")
    accessed: Date_ | None = Field(None, description="when it was read")
    note: Text = Field("", description="what a reader should know of it")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """An address is no title."""
        title = keys.get("title")
        if len(keys) == 1 and isinstance(title, Node) and re.match(r"https?://\S+$", title.value or ""):
            message = f'"{title.value}" is an address, and no title'
            raise wrong(message, alone=f"{{title: …, url: {plain(title.value or '')}}}")
        return keys


class Dispute(Written):
    """Two sources, two values: ours stays, this one is told."""

    MAKES = model.Dispute
    KEYED = ("field", "value")
    field: Text = Field(description="the field, such as `ordinal` or `ceremony.date`")
    value: Text = Field(description="what the other source says")
    source: RefTo | None = Field(None, description="id of the other source")
    note: Text = Field("", description="why ours was preferred")


class Claim(Written):
    """A number somebody stated, recomputed at each build."""

    MAKES = model.Claim
    KEYED = ("says", "is")
    says: Title = Field(description="the claim, in a few words")
    count: Id = Field(description="the statistic that recomputes it")
    value: Int = Field(alias="is", description="the number stated")
    of: RefTo | None = Field(None, description="only this name")
    category: RefTo | None = Field(None, description="only this category")
    edition: RefTo | None = Field(None, description="in another edition, such as `podium/2011`")
    award: RefTo | None = Field(None, description="in another award, such as `podium`")
    until: RefTo | None = Field(None, description="in the award up to this edition, such as `podium/2011`")
    scope: Scope = Field("", description="scope of a ranking, such as `overall` or `sector:telecom`")
    source: RefTo | None = Field(None, description="id of the source that states it")
    note: Text = Field("", description="what a reader should know of it")
    disputed: Bool = Field(False, description="true where a difference is known and accepted")

    @classmethod
    def row(cls, pair: Pair) -> Node:
        """`laureates: 3` as what is counted, `three laureates: 3` as what was said."""
        found = super().row(pair)
        if not re.fullmatch("[a-z-]+", pair.key) or pair.value.form != "scalar":
            return found
        says = Pair("says", pair.span, replace(found.pairs[0].value, value=f"{pair.value.value or '…'} {pair.key}"))
        count = Pair("count", pair.span, replace(found.pairs[0].value, value=pair.key))
        return replace(found, pairs=(says, count, *found.pairs[2:]))


class Post(Written):
    """A role in an organisation."""

    MAKES = model.Post
    SHORT = "role"
    KEYED = ("role", "org")
    role: Text = Field("", description="the role, as printed")
    org: RefTo | None = Field(None, description="the organisation")


def one_post(keys: dict[str, Any]) -> dict[str, Any]:
    """`role` and `org` beside a name are one post."""
    post = {key: keys.pop(key) for key in ("role", "org") if key in keys}
    if post and "posts" in keys:
        hint = f"write it inside one of them: `posts: [{{{min(post)}: …}}]`"
        raise wrong(f"`{min(post)}` stands beside `posts`", hint)
    return {**keys, "posts": (post,)} if post else keys


class Part(Written):
    """Somebody's part: a bare name, or a name with posts."""

    SHORT = "name"
    BESIDE = ("role", "org")
    KEYED = ("name", "role")
    name: RefTo = Field(description="the person or organisation")
    role: Text = Field("", alias="as", description="their part here, such as `discours d'ouverture`")
    posts: Annotated[tuple[Post, ...], BeforeValidator(sequence)] = Field(
        (), description="roles and organisations then; `role` and `org` alone are a short form"
    )
    chair: Bool = Field(False, description="true for the head of a jury")
    category: RefTo | None = Field(None, description="only for this category")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        return one_post(keys)

    @classmethod
    def row(cls, pair: Pair) -> Node:
        """`Ann Crust: présidente`, or the other way round."""
        other = pair.value.value or ""
        is_turned = pair.key[:1].islower() and other[:1].isupper()
        turned = Pair(other, pair.value.span, replace(pair.value, value=pair.key))
        return super().row(turned if is_turned else pair)


class Lineage(Written):
    """One step of a category's descent."""

    MAKES = model.Lineage
    KEYED = ("event", "from")
    event: Annotated[model.Event, choice(model.Event)] = Field(description="what happened")
    origin: Refs = Field((), alias="from", description="ids of the categories it comes from")
    edition: Text = Field("", alias="in", description="edition in which it happened")
    note: Text = Field("", description="anything to add")


class Category(Written):
    """A line of the palmarès; a bare name is enough."""

    SHORT = "name"
    name: Title = Field(description="the name today")
    description: Text = Field("", description="what it honours, in a sentence")
    method: Texts = Field((), description="how it is decided: jury, dossier, oral, survey, public-vote…")
    parent: Id = Field("", description="id of the category it is part of")
    special: Bool = Field(False, description="true for an ad-hoc award outside the categories")
    honours: Annotated[model.Kind, choice(model.Kind)] | None = Field(
        None, description="what its laureates are where nothing else says so; organisations, if not given"
    )
    many: Bool = Field(False, description="true where several winners are no tie")
    once: Bool = Field(False, description="true where nobody may win twice")
    sector: Text = Field("", description="sector of trade")
    lineage: Annotated[tuple[Lineage, ...], BeforeValidator(sequence)] = Field((), description="its descent")
    partners: Refs = Field((), alias="partner", description="partners of this category")
    criteria: Texts = Field((), description="what counts")
    wikidata: Wikidata = Field("", description="its item on Wikidata, such as Q42")
    formerly: FormerIds = Field((), description="ids it had before, the oldest first: their addresses lead here")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Picture(Written):
    """A picture below content/media, with the text that stands for it."""

    MAKES = model.Picture
    IN_ORDER = ("src", "alt")
    src: Text = Field(description="file below content/media")
    alt: Text = Field(description="what it shows, for those who do not see it")
    credit: Text = Field("", description="who made it")
    caption: Text = Field("", description="what to say below it")
    dark: Text = Field("", description="file below content/media to show on a dark ground, for a logo")


Posts = Annotated[tuple[Post, ...], BeforeValidator(sequence)]
Parts = Annotated[tuple[Part, ...], BeforeValidator(sequence)]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(sequence)]
DatedNames = Annotated[tuple[DatedName, ...], BeforeValidator(sequence)]
Claims = Annotated[tuple[Claim, ...], BeforeValidator(sequence)]
Disputes = Annotated[tuple[Dispute, ...], BeforeValidator(sequence)]


def _numbered(node: Any) -> Any:
    """Sources without ids: each gets one."""
    if not isinstance(node, Node) or node.form == "mapping" or is_blank(node):
        return pairs(node)
    found = node.elements or (node,)
    links = tuple(element for element in found if re.match(r"https?://\S+$", element.value or ""))
    whole = all(element.pairs and {pair.key for pair in element.pairs} <= set(known(Source)) for element in found)
    if not links and not whole:
        return pairs(node)
    raise keyed(
        node, numbered(f"{{title: …, url: {meant.flow(one)}}}" if one in links else meant.flow(one) for one in found)
    )


def _by_field(node: Any) -> Any:
    """Ids of sources without the field that they are given for."""
    if not isinstance(node, Node) or node.form == "mapping" or is_blank(node):
        return pairs(node)
    if any(element.form != "scalar" or meant.pair(element.value or "") for element in node.elements or (node,)):
        return pairs(node)
    raise keyed(node, f"<field>: {meant.flow(node)}", "; `<field>` is such as `ceremony.date`, or `founded`")


Sources = Annotated[dict[str, Source], BeforeValidator(_numbered)]
Cited = Annotated[dict[str, Refs], BeforeValidator(_by_field)]


def _elsewhere(node: Any) -> Any:
    """Ids by authority; that of Wikidata has a key of its own, which says more."""
    found = pairs(node)
    other = next((key for key in found if key.casefold() == model.WIKIDATA), None) if isinstance(found, dict) else None
    if other is not None:
        line = f"`{model.WIKIDATA}: {meant.wikidata(found[other].value or '') or 'Q…'}`"
        where = "beside `identifiers`" if len(found) > 1 else "in place of `identifiers`"
        raise wrong(f"`{other}` is a key of the name, not one of its `identifiers`", f"write {line} {where}")
    return found


Identifiers = Annotated[dict[str, Title], BeforeValidator(_elsewhere)]
_FLAGS = ("once", "many", "special")


def _lines(node: Any) -> Any:
    """Categories by id; a key of a category that stands beside one, with that one: it should stand below."""
    if not isinstance(node, Node) or node.form != "mapping":
        return pairs(node)
    found: dict[str, Any] = {}
    above: Pair | None = None
    for pair in node.pairs:
        is_lost = above is not None and _is_of_category(pair)
        found[pair.key] = (above, pair) if is_lost else pair.value
        above = above if is_lost else pair if pair.value.form == "mapping" or is_blank(pair.value) else None
    return found


def _is_of_category(pair: Pair) -> bool:
    """Whether a key says something of a category, and its value can be no category itself."""
    is_list = pair.value.form == "sequence" and pair.key in known(Category)
    return is_list or (pair.key in _FLAGS and bool(meant.truth(pair.value.value or "")))


def _category(pair: Any) -> Any:
    """A category; a key of another one is told with the line to write."""
    if not isinstance(pair, tuple):
        return pair
    above, lost = pair
    indent = " " * (lost.span.column + 1)
    hint = f"indent it below `{above.key}`: `{indent}{lost.key}: {meant.flow(lost.value)}`"
    raise wrong(f"`{lost.key}` stands beside `{above.key}`, and is no category", hint)


Categories = Annotated[dict[str, Annotated[Category, BeforeValidator(_category)]], BeforeValidator(_lines)]


def sources(written: dict[str, Source]) -> tuple[model.Source, ...]:
    return tuple(record(source, model.Source, id=key) for key, source in written.items())


def identifiers(written: dict[str, str]) -> tuple[model.Identifier, ...]:
    return tuple(model.Identifier(authority, id) for authority, id in written.items())


def cited(written: dict[str, tuple[model.Ref, ...]]) -> tuple[model.Citation, ...]:
    return tuple(model.Citation(field, refs) for field, refs in written.items())


# The written form of a palmarès: a name, a list, or as much as is known.

_STATUS = choice(model.Status)
_KIND = choice(model.Kind)


_SIGNS: MappingProxyType[str, str] = MappingProxyType(
    {
        **{"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS"},
        **{"zł": "PLN", "Kč": "CZK", "US$": "USD", "A$": "AUD", "C$": "CAD", "CA$": "CAD"},
    }
)
_SIGN = r"(?:[A-Z]{2}\$|[AC]\$|[A-Z]{3}|[$¥€£₹₽₩₪]|zł|Kč|kr\.?|euros?|dollars?|pounds?|livres?|yens?|francs?)"
_AMOUNT = re.compile(rf"(?P<sign>{_SIGN})\s*(?P<after>\d.*)|(?=\D*\d)(?P<before>.*?\S)\s*(?P<code>{_SIGN})")


class Money(Written):
    """A prize in money or in kind; a bare number is euros."""

    MAKES = model.Money
    SHORT = "amount"
    NEEDS = MappingProxyType({"currency": ("amount: …",), "per": ("amount: …", "in_kind: …")})
    amount: Text = Field("", description="the amount")
    currency: Text = Field("EUR", description="ISO code of the currency; a sign or code beside the amount is enough")
    per: Annotated[model.Each, choice(model.Each)] | None = Field(None, description="team, person or unknown")
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


_MOST_DIGITS = 20
_SECOND = re.compile(rf"[$¥€£₹₽₩₪]|(?<!\w){_SIGN}(?!\w)")
_SCALES = r"hundred|thousand|millions?|milliards?|billions?|cents?|mille|mio|mrd|lakhs?|crores?"
_MORE = re.compile(
    rf"(?<=\d)(?![\s,;+]*(?:(?:{_SCALES})(?!\w)|(?:to|à|a|et|and|or|ou|bis)\s+\d))[\s,;+(]*[^\W\d_]{{2,}}"
)
"""A second sign of money, and words behind an amount that belong to no number."""
_LETTER = re.compile(r"(?P<before>[A-Z])?\s?\d[\d.,\s'’]*(?P<behind>(?(before)|[A-Z]))")
"""An amount with a letter, as of francs or rand."""


def _amount(text: str) -> tuple[str, str]:
    """`3 000 €`, `EUR 3,000` as the number that is printed and a code; no code where none is said."""
    if sum(letter.isdecimal() for letter in text) > _MOST_DIGITS:
        said = f"{text[:20]}…"
        raise wrong(f'"{said}" has more digits than an amount of money', f"write {_MOST_DIGITS} digits at most")
    if not re.search(r"\d", text):
        raise wrong(f'"{text}" is no amount of money', f"write `{{in_kind: {plain(text)}}}`")
    if found := re.search(r"(?<![\d.,])[-−–](\d[\d.,\s]*)", text.strip()) if text.strip()[0] in "-−–" else None:
        raise wrong(f'"{text}" is less than nothing', f"write {found[1].strip()}")
    if short := re.search(r"(?<!\d)(\d+)(?:[.,](\d{1,3}))?\s?([kKmM])(?![^\W\d_])", text):
        zeros = 3 if short[3] in "kK" else 6
        whole = int(f"{short[1]}{(short[2] or '').ljust(zeros, '0')}")
        written = text.replace(short[0], f"{whole:,}".replace(",", " "))
        raise wrong(f'"{text}" abridges a number', f"write it out: {written}")
    digits = plain(re.sub(r"[^\d.,\s'’]", "", text).strip())
    found = _AMOUNT.fullmatch(text.strip())
    number = str(found["after"] or found["before"]) if found else text
    # `3OOO` is no 3 of a currency OOO.
    number = text if meant.in_digits(text.strip()) else number
    if right := meant.in_digits(number):
        raise wrong(f'"{text}" holds letters in the place of digits', f"write {plain(text.replace(number, right))}")
    sign = (found["sign"] or found["code"]) if found else ""
    code = _SIGNS.get(sign, sign)
    is_code = re.fullmatch(r"[A-Z]{3}", code)
    if more := _SECOND.search(number) or _MORE.search(number):
        first = plain(re.sub(r"[^\d.,\s'’]", "", number[: more.start()]).strip(" ,")) if more.start() else digits
        rest = "the rest as `in_kind` inside the braces, or as a `note` beside them"
        hint = f"write `{{amount: {first}, currency: {code if is_code else '…'}}}`, and {rest}"
        raise wrong(f'"{text}" is more than an amount and its currency', hint)
    if not found and (letter := _LETTER.fullmatch(text.strip())):
        sign = letter["before"] or letter["behind"]
    elif not found:
        return text, ""
    if not is_code:
        hint = f"write the code of the currency: `{{amount: {digits}, currency: …}}`"
        raise wrong(f'"{sign}" stands for several currencies', hint)
    return number, code


class Work(Written):
    """What a laureate was honoured for; a bare title is enough."""

    MAKES = model.Work
    SHORT = "title"
    KEYED = ("title", "kind")
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


_LISTED = MappingProxyType(
    {
        key: f"write a list below the category: `[{{laureate: …}}, {{laureate: …, {said}}}]`"
        for said, keys in (
            ("distinction: finalist", ("finalists", "finalist", "finaliste", "finalistes")),
            ("distinction: nominee", ("nominee", "nominated", "nomme", "nommes", "nominations")),
            ("distinction: mention", ("mention", "mentions", "honourable_mentions", "special_mention")),
            ("distinction: shortlisted", ("shortlist", "shortlisted")),
            ("rank: 2", ("runner_up", "runners_up", "runner-up", "runners-up", "second", "deuxieme")),
        )
        for key in keys
    }
)
"""Keys that look like lists of those who did not win."""


class Result(Written):
    """Who got what; a bare name is a winner; `role`, `org`, `kind`, `size`, `country` speak of a single laureate."""

    SHORT = "laureate"
    BESIDE = _OF_HOLDER
    INSTEAD = MappingProxyType({**dict.fromkeys(("name", "special"), _SPECIAL), **_LISTED})
    NEEDS = MappingProxyType(
        {
            "out_of": ("score: …",),
            "status_on": ("status: revoked",),
            "status_reason": ("status: revoked",),
            "superseded_by": ("status: superseded",),
        }
    )
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
    scope: Scope = Field("", description="overall, sector:…, region:… or channel:…")
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
    reason: Annotated[model.WhyNotAwarded, choice(model.WhyNotAwarded)] = Field(
        model.WhyNotAwarded.OTHER, description="the reason"
    )
    note: Text = Field("", description="the reason in words")


class Derived(Written):
    """Another award's result that decides this category; a bare edition means its overall first."""

    MAKES = model.Derived
    SHORT = "edition"
    IN_ORDER = ("edition", "category")
    edition: RefTo = Field(description="the edition, such as `podium/2011`")
    category: RefTo | None = Field(None, description="category of that edition")
    rank: Int = Field(1, description="the place that decides")
    scope: Scope = Field("overall", description="scope of that place")
    note: Text = Field("", description="anything to add")


class Entry(Written):
    """A category in one edition; anything not said here stays as in award.yaml."""

    BESIDE = known(Result)
    INSTEAD = _LISTED
    name: Text = Field("", description="its name, for a special award outside the categories")
    special: Bool = Field(False, description="true for a special award outside the categories")
    formerly: FormerIds = Field((), description="ids that such an award had before: their addresses lead here")
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
    *("name", "special", "formerly", "outcome", "not_awarded", "printed_name", "method", "partner", "criteria"),
    *("entrants", "nominees", "threshold", "prize", "derived_from", "results"),
)

_OF_RESULT = frozenset(known(Result)).difference(field.alias or name for name, field in Entry.model_fields.items())
"""Keys that speak of a result, and never of a category."""

_STATES = MappingProxyType({"unknown": model.Outcome.UNKNOWN, "cancelled": model.Outcome.CANCELLED})


def _entries(node: Any) -> Any:
    if not isinstance(node, Node) or node.form == "mapping":
        return _beside(node) if isinstance(node, Node) else node
    if is_blank(node):
        return {}
    message = f"categories with their laureates are expected here, not {described(node)}"
    elements = node.elements or (node,)
    inner = tuple(meant.flow(element)[1:-1] for element in elements if element.pairs)
    read = tuple(meant.pair(element.value or "") for element in elements)
    if len(inner) == len(elements) or all(read):
        lines, hint = ", ".join(inner or read), "or each key on a line of its own, without a dash"
    elif nobody(elements[0].value or ""):
        said = "none" if nobody(elements[0].value or "") in ("unknown", "open") else "complete"
        other = "`coverage: complete` where nobody got anything, `coverage: none` where nobody knows"
        hint = f"delete this line, and write {other if said == 'complete' else '`coverage: none`'}"
        raise wrong(message, hint)
    elif all(element.value and element.value == meant.identifier(element.value) for element in elements):
        # Such a text is rather the id of a category than a laureate.
        lines = ", ".join(f"{element.value}: unknown" for element in elements)
        hint = "or each key on a line of its own, without a dash, and in place of each `unknown` who got it"
    else:
        lines, hint = f"unknown: {meant.flow(node)}", "or the id of its category in place of `unknown`"
    raise wrong(message, hint, alone=meant.short(f"{{{lines}}}", "{<category>: …}"))


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
    return {**own, "results": ({**Result.written_out(keys), "span": place},)}


Results = Annotated[
    dict[str, Annotated[Entry, BeforeValidator(_entry)]], BeforeValidator(_entries), Field(description="by category")
]


# The written form of `editions/<award>/award.yaml`.


class Award(Written):
    """A prize programme and its categories."""

    name: Title = Field(description="the full name today")
    short: Text = Field("", description="the short name")
    names: DatedNames = Field((), description="names over time, with `from` and `until`")
    description: Text = Field("", description="what it honours, in a sentence or two")
    organiser: Parts = Field((), description="who organises it")
    partners: Parts = Field((), description="partners of the award as such, with their role (`as`)")
    founded: Date_ | None = Field(None, description="when it began")
    ended: Date_ | None = Field(None, description="when it ended")
    country: Text = Field("", description="country")
    periodicity: Text = Field("", description="how often it is held")
    succeeds: RefTo | None = Field(None, description="id of its predecessor, with which it shares no tally")
    part_of: RefTo | None = Field(None, description="id of the award it is held within")
    family: Id = Field("", description="a word shared with sister awards abroad")
    rivals: Refs = Field((), description="ids of awards in the same field")
    sisters: Texts = Field((), description="sister contests abroad, as countries or names")
    categories: Categories = Field(default_factory=dict, description="its categories, by id, in their order")
    links: Addresses = Field((), description="its own addresses")
    wikidata: Wikidata = Field("", description="its item on Wikidata, such as Q42")
    formerly: FormerIds = Field((), description="ids it had before, the oldest first: their addresses lead here")
    note: Text = Field("", description="anything to add")
    claims: Claims = Field((), description="numbers somebody stated about it")
    sources: Sources = Field(default_factory=dict, description="sources, by id")
    cited: Cited = Field(default_factory=dict, description="provenance of single fields")
    disputes: Disputes = Field((), description="values that other sources give")


# The written form of `editions/<award>/<edition>.yaml`, but for its results.

_COVERAGE = choice(model.Coverage)


class Ceremony(Written):
    """When and where it was presented."""

    MAKES = model.Ceremony
    SHORT = "date"
    NEEDS = MappingProxyType(dict.fromkeys(("until", "inferred"), ("date: …",)))
    IN_ORDER = ("date", "city")
    date: Date_ | None = Field(None, description="day, month or year, as far as known")
    until: Date_ | None = Field(None, description="last day, where it took several")
    weekday: Text = Field("", description="weekday as a source states it, to be checked")
    inferred: Bool = Field(False, description="true where the date is deduced")
    venue: Text = Field("", description="place")
    city: Text = Field("", description="city")
    country: Text = Field("", description="country")
    note: Text = Field("", description="anything to add")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """Words beside or in place of a date are told with the key that says them."""
        date = keys.get("date")
        text = (date.value or "") if isinstance(date, Node) else ""
        whole = re.match(r"(\d{4}(?:-\d\d){0,2})\W+(?:(?:à|a|in|at)\s+)?(\D+)$", text)
        if len(keys) > 1:
            return keys
        if whole:
            alone = f"{{date: {whole[1]}, city: {plain(whole[2].strip())}}}"
            raise wrong(f'"{text}" is more than a date', alone=alone)
        if text[:1].isupper() and not re.search(r"\d", text):
            raise wrong(f'"{text}" is not a date', alone=f"{{city: {plain(text)}}}")
        return keys


class Gathering(Written):
    """One of several events inside an edition."""

    MAKES = model.Gathering
    SHORT = "name"
    NEEDS = MappingProxyType({"until": ("date: …",)})
    KEYED = ("name", "date")
    name: Title = Field(description="what it was")
    date: Date_ | None = Field(None, description="first day")
    until: Date_ | None = Field(None, description="last day")
    venue: Text = Field("", description="place")
    city: Text = Field("", description="city")
    region: Text = Field("", description="region")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Deadline(Written):
    """A last day for something."""

    MAKES = model.Deadline
    KEYED = ("what", "date")
    what: Title = Field(description="for what")
    date: Date_ = Field(description="the last day")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Attendance(Written):
    """How many came, or were expected; a bare number is enough."""

    MAKES = model.Attendance
    SHORT = "value"
    KEYED = ("what", "value")
    value: Int = Field(description="the number")
    qualifier: Text = Field("", description="such as `plus de` or `environ`")
    forecast: Bool = Field(False, description="true where it was announced beforehand")
    what: Text = Field("", description="who is counted, such as `inscrits`")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """`plus de 300 inscrits` is told with its parts."""
        value = keys.get("value")
        text = value.value or "" if isinstance(value, Node) else ""
        if meant.beside_number(text):
            how, number, what = meant.counted(text)
            typed = {key: meant.flow(node) for key, node in keys.items() if key != "value" and isinstance(node, Node)}
            said = {key: plain(each) for key, each in (("qualifier", how), ("what", what)) if each} | typed
            inner = ", ".join(f"{key}: {each}" for key, each in said.items())
            raise wrong(f'"{text}" is more than a number', items=(f"{{value: {number}, {inner}}}",))
        return keys


class Round(Written):
    """One round of a contest."""

    MAKES = model.Round
    NEEDS = MappingProxyType({"qualifier": ("entrants: …",), "per": ("qualify: …",)})
    KEYED = ("id", "name")
    id: Id = Field(description="short id, for `round` in a result")
    name: Text = Field("", description="name of the round")
    level: Text = Field("", description="city, region or national")
    date: Date_ | None = Field(None, description="when it was held")
    entrants: Int | None = Field(None, description="how many entered")
    qualifier: Text = Field("", description="such as `plus de`")
    qualify: Int | None = Field(None, description="how many go on")
    per: Text = Field("", description="where those who go on are so many each: `city` or `region`")
    method: Texts = Field((), description="how it was decided")
    note: Text = Field("", description="anything to add")


class Answer(Written):
    """One line of a figure; a bare text is an answer without a number."""

    MAKES = model.Answer
    SHORT = "label"
    KEYED = ("label", "value")
    label: Title = Field(description="the answer")
    value: Text = Field("", description="the number, as printed")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """A number alone answers nothing."""
        label = keys.get("label")
        if len(keys) == 1 and isinstance(label, Node) and re.fullmatch(r"[\d\s.,]+%?", label.value or ""):
            message = f'"{label.value}" is a number, and it is not said of what'
            raise wrong(message, items=(f"{{label: …, value: {plain(label.value or '')}}}",))
        return keys


class Figure(Written):
    """A survey question with its answers, or one stated number."""

    MAKES = model.Figure
    NEEDS = MappingProxyType(dict.fromkeys(("unit", "several_answers"), ("answers: …",)))
    KEYED = ("id", "title")
    id: Id = Field(description="short id, for `{{ figure … }}` in a text")
    title: Title = Field(description="the question, or what is counted")
    by: RefTo | None = Field(None, description="who asked")
    date: Date_ | None = Field(None, description="when")
    unit: Text = Field("", description="such as `%`")
    base: Text = Field("", description="who was asked, and how many")
    several_answers: Bool = Field(False, description="true where answers may add up to more than all")
    answers: Annotated[tuple[Answer, ...], BeforeValidator(sequence)] = Field((), description="the answers, in order")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")


class Method(Written):
    """How laureates are chosen."""

    MAKES = model.Method
    SHORT = "note"
    how: Texts = Field((), description="jury, dossier, oral, public-vote, readers-vote, survey, mystery-shopping…")
    provider: Refs = Field((), description="who tests or asks")
    channels: Texts = Field((), description="channels of contact tested")
    channel_count: Int | None = Field(None, description="how many, where they are not named")
    tests: Text = Field("", description="how many tests, in words")
    threshold: Text = Field("", description="mark to reach")
    weights: Annotated[tuple[Answer, ...], BeforeValidator(sequence)] = Field((), description="weights of the marks")
    fee: Text = Field("", description="what it costs to enter")
    eligibility: Text = Field("", description="who may enter")
    criteria: Texts = Field((), description="what counts")
    note: Text = Field("", description="anything to add")
    sources: Refs = Field((), description="ids of sources")

    @classmethod
    def instead(cls, node: Node) -> tuple[str, ...]:
        """A list is how they are chosen."""
        return (
            (f"{{how: [{', '.join(map(plain, texts_of(node)))}]}}",)
            if node.form == "sequence"
            else super().instead(node)
        )


class Covered(Written):
    """How much the archive holds; a bare word speaks of results and categories."""

    MAKES = model.Covered
    results: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the results")
    categories: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the categories")
    jury: Annotated[model.Coverage, _COVERAGE] = Field(model.Coverage.PARTIAL, description="of the jury")

    @classmethod
    def instead(cls, node: Node) -> tuple[str, ...]:
        """One word speaks of results and categories."""
        words = tuple(meant.word(each.value or "", tuple(model.Coverage)) or each.value or "" for each in node.elements)
        if not words or not set(words) <= set(model.Coverage):
            return super().instead(node)
        inner = ", ".join(f"{key}: {word}" for key, word in zip(known(cls), words, strict=False))
        return (words[0] if len(set(words)) == 1 else f"{{{inner}}}",)


def _coverage(node: Any) -> Any:
    """`names-only` knows who, not in what: no categories; the other words hold for both."""
    if getattr(node, "form", "") != "scalar":
        return node
    categories = {"names-only": model.Coverage.NONE, "winners-only": model.Coverage.COMPLETE}
    word = _COVERAGE.func(node)  # type: ignore[call-arg]
    return {"results": node, "categories": categories.get(word, node), "span": node.span}


class Edition(Written):
    """One holding of an award."""

    NEEDS = MappingProxyType({"status_note": ("status: cancelled",)})
    ordinal: Int | None = Field(None, ge=1, le=9999, description="which one it is, from 1")
    label: Text = Field("", description="the label, where it is not the file's name; any text")
    sort_year: Int | None = Field(None, ge=1, le=9999, description="year to sort by, where the label has none")
    status: Annotated[model.Held, choice(model.Held)] = Field(model.Held.HELD, description="whether it took place")
    status_note: Text = Field("", description="why it did not")
    ceremony: Ceremony = Field(default_factory=lambda: Ceremony(), description="when and where; a bare date is enough")
    period: Period | None = Field(None, description="period of tests or eligibility")
    validity: Text = Field("", description="how long the label may be used")
    theme: Text = Field("", description="theme of the edition")
    coverage: Annotated[Covered, BeforeValidator(_coverage)] = Field(
        default_factory=lambda: Covered(), description="how much of it the archive holds"
    )
    hosts: Parts = Field((), description="who presented the evening")
    speakers: Parts = Field((), description="who spoke")
    guests: Parts = Field((), description="who was there")
    participants: Parts = Field((), description="who took part")
    organisers: Parts = Field((), description="who organised this edition")
    providers: Parts = Field((), description="who provided tests, surveys or the venue")
    partners: Parts = Field((), description="partners, with their role (`as`)")
    jury: Parts = Field((), description="jurors, with their posts then")
    events: Annotated[tuple[Gathering, ...], BeforeValidator(sequence)] = Field((), description="events inside it")
    deadlines: Annotated[tuple[Deadline, ...], BeforeValidator(sequence)] = Field((), description="last days")
    attendance: Annotated[tuple[Attendance, ...], BeforeValidator(sequence)] = Field((), description="how many came")
    method: Method | None = Field(None, description="how laureates were chosen")
    rounds: Annotated[tuple[Round, ...], BeforeValidator(sequence)] = Field((), description="rounds of a contest")
    figures: Annotated[tuple[Figure, ...], BeforeValidator(sequence)] = Field((), description="survey figures")
    announcements: Text = Field("", description="what was announced for later")
    wikidata: Wikidata = Field("", description="its item on Wikidata, such as Q42")
    results: Results = Field(default_factory=dict, description="the palmarès: a category id and who got what")
    claims: Claims = Field((), description="numbers somebody stated")
    sources: Sources = Field(default_factory=dict, description="sources, by id")
    cited: Cited = Field(default_factory=dict, description="provenance of single fields")
    disputes: Disputes = Field((), description="values that other sources give")
    draft: Bool = Field(False, description="not to be published yet: only the preview shows it")
    formerly: FormerIds = Field(
        (), description="ids it had before, the oldest first, or `award/id`: their addresses lead here"
    )
    note: Text = Field("", description="anything to add")


# The written forms of front matter: names, articles, pages.


class Hidden(Written):
    """Why a name is withheld; a bare reason is enough."""

    MAKES = model.Hidden
    SHORT = "reason"
    KEYED = ("since", "reason")
    reason: Title = Field(description="who asked for it, and why: for you alone, it is published nowhere")
    since: Date_ | None = Field(None, description="since when")


class Name(Written):
    """A person, organisation, team or work."""

    name: Title = Field(description="the name today")
    kind: Annotated[model.Kind, choice(model.Kind)] = Field(description="person, organisation, team or work")
    names: DatedNames = Field((), description="names over time, with `from` and `until`")
    aliases: Texts = Field((), description="other spellings that mean the same")
    sort: Text = Field("", description="the name to sort by, such as `Spencer, Thierry`")
    reading: Text = Field("", description="how it is read, such as `Tu Youyou`: it is sorted and found by that")
    expansion: Text = Field("", description="what an acronym stands for")
    disambiguation: Text = Field("", description="what tells it from a namesake")
    succeeds: Refs = Field((), description="names it continues; their titles are never merged")
    part_of: RefTo | None = Field(None, description="the group it belongs to")
    country: Text = Field("", description="country")
    city: Text = Field("", description="city or region")
    born: Date_ | None = Field(None, description="date of birth or foundation")
    died: Date_ | None = Field(None, description="date of death or closure")
    links: Addresses = Field((), description="its own addresses")
    wikidata: Wikidata = Field("", description="its item on Wikidata, such as Q42")
    identifiers: Identifiers = Field(default_factory=dict, description="its ids elsewhere, by authority: `viaf: 123`")
    draft: Bool = Field(False, description="not to be published yet: only the preview shows it")
    formerly: FormerIds = Field((), description="ids it had before, the oldest first: their addresses lead here")
    description: Text = Field("", description="who or what it is, in a few words")
    picture: Picture | None = Field(None, description="portrait or logo")
    sources: Sources = Field(default_factory=dict, description="sources, by id")
    hidden: Hidden | None = Field(
        None, description="why the name is published nowhere, and since when; its results stay and count"
    )


class Comment(Written):
    """A reader's comment, archived; a bare text is enough."""

    MAKES = model.Comment
    SHORT = "text"
    KEYED = ("author", "text")
    text: Text = Field(description="the comment, in a few words of ours or as printed")
    author: Text = Field("", description="as signed")
    date: Date_ | None = Field(None, description="when")
    interest: Text = Field("", description="an interest its author declared")


class About(Written):
    """What an article is about."""

    MAKES = model.About

    @classmethod
    def instead(cls, node: Node) -> tuple[str, ...]:
        """`larkspur` is an award, `larkspur/2021` an edition, `Ann Crust` a name."""
        found: dict[str, list[str]] = {}
        typed = (each.value for each in node.elements or (node,) if each.value)
        for text in filter(None, (part.strip() for each in typed for part in each.split(","))):
            key = "editions" if "/" in text else "awards" if text == text.lower() else "names"
            found.setdefault(key, []).append(plain(text))
        inner = ", ".join(f"{key}: [{', '.join(texts)}]" for key, texts in found.items())
        return (f"{{{inner or 'editions: …, names: …'}}}",)

    editions: Refs = Field((), description="editions, such as `palmes/2011`")
    names: Refs = Field((), description="names")
    categories: Refs = Field((), description="categories, such as `palmes/innovation`")
    awards: Refs = Field((), description="awards, such as `palmes`")


class Article(Written):
    """A text about editions and names."""

    LEFT = MappingProxyType({"kind": "translates"})

    title: Title = Field(description="the title")
    kind: Annotated[model.ArticleKind, choice(model.ArticleKind)] = Field(
        model.ArticleKind.REPORT, description="report, interview, brief, palmares, opinion or jury"
    )
    language: Language = Field("", description="its language, where that is not the site's: `en`, `fr`…")
    translates: RefTo | None = Field(None, description="slug of the article of which this is a translation")
    deck: Text = Field("", description="one or two sentences below the title")
    date: Date_ | None = Field(None, description="when it appeared")
    time: Time = Field("", description="at what time")
    author: Refs = Field((), description="who wrote it")
    publication: RefTo | None = Field(None, description="where it appeared")
    disclosure: Text = Field("", description="the author's part in what is told")
    about: About = Field(default_factory=lambda: About(), description="editions, names, categories, awards")
    picture: Picture | None = Field(None, description="the picture that illustrates it")
    related: Refs = Field((), description="slugs of other articles")
    comments: Annotated[tuple[Comment, ...], BeforeValidator(sequence)] = Field((), description="readers' comments")
    tags: Refs = Field((), description="any words; capitals, accents and hyphens make no other tag")
    draft: Bool = Field(False, description="not to be published yet: only the preview shows it")
    formerly: FormerIds = Field((), description="slugs it had before, the oldest first: their addresses lead here")
    claims: Claims = Field((), description="numbers the text states")
    sources: Sources = Field(default_factory=dict, description="sources, by id")


class Note(Written):
    """A page of plain text."""

    title: Title = Field(description="the title")
    language: Language = Field("", description="its language, where that is not the site's: `en`, `fr`…")
    translates: RefTo | None = Field(None, description="path of the page of which this is a translation")
    draft: Bool = Field(False, description="not to be published yet: only the preview shows it")
    formerly: FormerIds = Field((), description="paths it had before, the oldest first: their addresses lead here")
    description: Text = Field("", description="a sentence for search engines")

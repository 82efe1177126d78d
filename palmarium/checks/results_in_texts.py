"""What a text says of a result is what the palmarès says.

A sentence that names one laureate with a `[[link]]`, in an article about one edition or with a link to one, and says of
it that it came third, won £950 or had 91 points: its place, its money and its mark are those of the result. Where the
archive does not know them, where another laureate is named beside it or another year, and where it is said to be about
so much, nothing is told; quotations are somebody else's. No mark is more than all there are ("91 points out of 20").
Who is said to have won a category, by a link to it or its name ("Best Tart went to [[Ann Crust]]"), is among its
winners, or the one who stands for them; who is said to have been crowned or rewarded there ("the prize crowned [[Ann
Crust]]") has a part in it, where all results are known; and who is called the laureate of an award in a year, in the
`description` of a name, has a result there, where all results are known.

Passes, where the tart of Ann Crust came second:

```markdown
---
title: The night of the pies 2011
about: {editions: pie/2011}
---

[[Ann Crust]] came second and won £400.
```

Fails:

```markdown
---
title: The night of the pies 2011
about: {editions: pie/2011}
---

[[Ann Crust]] came third and won £400.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TypeVar

from ..model import Article, ArticleKind, Coverage, Edition, Entry, Name, ProseLink, Ref, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, if_right
from ..sources.markdown import place
from ..sources.numerals import NTH, YEAR, amount, decimal, ordinals
from ..sources.plaintext import folded
from .sentences import Sentence, called, sentences

CODE = "result-in-text"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles", "profiles")

_T = TypeVar("_T")

_AWAY = r"(?=\s*[,.;:)]|\s+(?:in the|in|with|at|and|for|behind|of the|among|overall)\b|\s*$)"
_LOIN = r"(?=\s*[,.;:)]|\s+(?:avec|dans|de la|du|des|derrière|et|parmi|au|aux|ex)\b|\s*$)"
_PLACED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:came|comes|finished|finishes|ended|ranked|placed|took|takes|won|wins|is|was|were) (?:in |up )?(?:the )?"
        rf"{NTH} (?:place|rank|position|prize)\b",
        rf"\b(?:came|comes|finished|finishes|ranked|placed) {NTH}{_AWAY}",
        rf"(?:,|\b(?:is|was|were)) {NTH} (?:place )?with \d",
        r"\b(?:arrive(?:nt)?|arriva|arrivée?s?|termine(?:nt)?|termina|terminée?s?|finit|finissent"
        rf"|se classe|classée?s?|se place|pointe) (?:en |à la |au )?{NTH}(?: (?:place|position|rang))?{_LOIN}",
        r"\b(?:prend|prit|pris|obtient|obtint|obtenu|décroche|décroché|occupe|remporte|remporta|remporté|reçoit|reçut"
        rf"|reçu|gagne|gagné) l[ae] {NTH} (?:place|rang|prix)\b",
        rf"\b(?:est|sont|fut) {NTH}(?=\s*[,.;:)]|\s*$)",
        rf"(?:,|\b(?:est|sont|fut)) {NTH} avec \d",
    )
)
_GIVEN_TO = re.compile(
    rf"\b(?:the|le|la) {NTH} (?:place|prize|prix|rang)\b(?:,[^,]{{1,30}},)? "
    r"(?:goes|went|revient|revint|est revenue?|échoit|va|est allée?) (?:to|à|au|aux)(?: (?:the|la|le|les|l'))? ?$",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:with|scored?|scores|earned|gets?|got|avec|obtient|obtenu|totalise|totalisé|récolte|récolté|marque)"
    r" (?P<points>\d{1,4}(?:[.,]\d{1,2})?) (?:points?|pts)\b"
    r"(?! (?:more|less|fewer|clear|ahead|behind|in hand|to spare"
    r"|de plus|de moins|d'avance|d'écart|d'avantage|de retard))"
    r"(?: (?:out of|sur) (?P<most>\d{1,4})\b)?",
    re.I,
)
_TOO_MANY = re.compile(
    r"(?<![\w.,])(?P<points>\d{1,4}(?:[.,]\d{1,2})?) (?:points?|pts) (?:out of|sur) (?P<most>\d{1,4})\b", re.I
)
_NUMBER = r"(?P<number>\d{1,3}(?:[ .,']\d{3}){1,3}(?:[.,]\d\d)?|\d{1,9}(?:[.,]\d\d)?)(?!\d|[ .,']\d)"
_WON = re.compile(
    r"\b(?:won|wins|win|received|receives|took|takes|earned|earns|pocketed|collected|(?:is|was|were) (?:given|awarded)"
    r"|remporte|remporta|remporté|reçoit|reçut|reçu|gagne|gagna|gagné|obtient|obtint|obtenu|empoche|empoché|touche"
    r"|touché|décroche|décroché) (?:(?:home|the|a|prize|cheque|check|sum|of|une?|chèque|prix|somme|dotation|de) ){0,4}"
    rf"(?P<sign>£|€|US\$|\$)?\s?{_NUMBER}\s?(?P<code>€|£|\$|euros?\b|pounds\b|livres\b|dollars\b|[A-Z]{{3}}\b)?"
    r"(?=\s*(?:[,.;:()]|$|(?:with|and|for|at|in|as|to|from|by|on|prize|avec|et|pour|à|au|en|grâce|lors|dans)\b))"
    r"(?!,? (?:in all|in kind|in total|and more|en tout|pour chaque|for each|et plus|à eux|à partager|to share))",
    re.I,
)
_AND_ITS = re.compile(
    r"\b(?:prize|award|prix|trophée)\b[^.;:,£€$\d]{0,40}?"
    r" (?:and its|and the|worth|of|et ses|et les|et son chèque de|doté de|d'une valeur de)"
    rf" (?P<sign>£|€|US\$|\$)?\s?{_NUMBER}\s?(?P<code>€|£|\$|euros?\b|pounds\b|livres\b|dollars\b)?"
    r"(?=\s*(?:[,.;:()]|$))",
    re.I,
)
_CURRENCIES = MappingProxyType(
    {
        **{"£": "GBP", "pounds": "GBP", "livres": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR"},
        **{"$": "USD", "us$": "USD", "dollars": "USD"},
    }
)
_BESIDE = re.compile(rf",? {NTH} (?:with|avec) (?P<points>\d{{1,4}}(?:[.,]\d{{1,2}})?) (?:points|pts)\b", re.I)
_WON_IT = re.compile(
    r" *(?:has |a |then |enfin )?(?:won|wins|win|takes|took|remporte|remporta|remporté|gagne|gagna|gagné"
    r"|décroche|décroché)"
    r"(?: (?:the|le|la|les|prize|prix|award|trophy|trophée|title|titre|of|for|de|du|des|pour|l'|d'))* *",
    re.I,
)
_WENT_TO = re.compile(
    r" (?:went|goes|was (?:given|awarded)|revient|revint|est (?:allée?|revenue?)"
    r"|a été (?:remise?|décernée?)|fut remise?)"
    r" (?:to|à|au|aux)(?: (?:the|la|le|les|l'))? ?$",
    re.I,
)
_IS_IT = re.compile(r" (?:is|was|est|fut|sera) (?:(?:the|la|le|les) |l')?$", re.I)
_WON_WHAT = re.compile(
    r" *(?:has |a )?(?:won|wins|took|takes|remporte|remporta|remporté|gagne|gagna|gagné)"
    r" (?:the |le |la |les |l')?"
    r"(?P<prize>(?:prize|award|prix|trophée|title|titre) (?:for |of |de |du |des |d')(?:la |l')?)?",
    re.I,
)
_CROWNED = r"(?:crowned|rewarded|couronnée?s?|récompensée?s?|primée?s?|sacrée?s?)"
_CROWNS = re.compile(
    rf"\b(?:(?:a|ont|has|have) {_CROWNED}|crowned|rewarded|couronn(?:ent|ait|a|èrent)|récompens(?:ent|ait|a|èrent))"
    r" (?:(?:the|la|le|les) |l')?$",
    re.I,
)
_IS_CROWNED = re.compile(rf" (?:is|was|were|has been|a été|ont été|est|sont|fut|furent) {_CROWNED}\b", re.I)
_AND_ONE = re.compile(r"(?:,| and| et|, and) (?:(?:the|la|le|les) |l')?", re.I)
_SHORTEST_CATEGORY = 5
_LAUREATE_OF = re.compile(
    r"\b(?:winner|laureate|lauréate?|gagnante?|vainqueur) (?:of the|of|du|de la|des|de l['’]|de) ?"
    rf"(?P<award>[^,;.()\d]{{2,60}}?),? (?:in |en |de )?(?P<year>{YEAR})\b",
    re.I,
)
_STEM = 4
_OF_A_LIST = frozenset(
    (
        *("cate", "clas", "palm", "rank", "list", "end", "fin", "fina", "nigh", "soir", "cere", "jury", "year"),
        *("anne", "tabl"),
    )
)
"""How words begin that speak of the whole palmarès, or of its evening."""
_WHERE = re.compile(
    r" *(?:in|of|at|from|on|to|for|among|dans|parmi|au|aux|à|du|des|de|chez|pour|lors)\b *"
    r"(?:(?:the|an?|la|les?|une?) |[ld]')? *(?P<where>[\w'-]*)",
    re.I,
)
_WITH_ELSE = re.compile(r" (?:with|avec) \d[\d.,]* ?(?!\d|[ .,]|points?\b|pts\b)")
_SEVERAL_TIMES = re.compile(r"\b(?:twice|times|again and again|fois|both|ever)\b", re.I)
_OTHER = re.compile(
    r"\b(?:round|half\w*|interim|provisional|provisoire\w*|heat|tour|manche|semi\w*|demi-\w+|votes?|public\w*|popular\w*|once|before|earlier|formerly|already|had"
    r"|never|not|without|almost|nearly|about|around|over|school|since|next|will|would|could|might|may|if|had been"
    r"|jadis|autrefois|auparavant|déjà|avait|avaient|aurait|auraient|sera|seront|jamais|pas|sans"
    r"|presque|environ|près de|école|depuis|si|avant|prochaine?|selon|according)\b",
    re.I,
)
_BREAK = re.compile(
    r";|—|–|\b(?:whose|dont|while|tandis|alors|but|mais|where|when|quand|lorsque|as|comme|than|que|qu'|after|après"
    r"|his|her|their|its|son|sa|ses|leurs?)\b"
    r"|\s[^\W\d_a-zà-ÿ][a-zà-ÿ]",
)
_BEHIND = re.compile(
    r"(?:\b(?:behind|beat|beats|beating|after|with|against|than|from|over|of|by|to|for|at|and|like|derrière|devant|après"
    r"|avec|contre|que|de|par|pour|chez|à|et|du|des|comme)|[dlu]')(?: (?:the|la|le|les|l'))? ?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a name was given in an edition; what is not known of each of its results is empty."""

    ranked_at: frozenset[int]
    scored: frozenset[float]
    scored_of: frozenset[float]
    amounts: Mapping[str, frozenset[float]]


def each(archive: Archive, record: Article | Name) -> Iterator[Problem]:
    about = record.about.editions if isinstance(record, Article) else ()
    only = archive.editions.get(about[0].text) if len(about) == 1 else None
    told: dict[str, dict[str, _Given]] = {}
    for sentence in sentences(record):
        yield from _too_many(record, sentence)
        edition = _edition(archive, sentence, only)
        if not edition:
            continue
        if edition.key not in told:
            told[edition.key] = _given(archive, edition)
        yield from _held_against(archive, record, sentence, edition, told[edition.key])
        yield from _won(archive, record, sentence, edition, told[edition.key], _is_report(record, edition))
        yield from _crowned(archive, record, sentence, edition)
    if isinstance(record, Name) and record.registered and not record.hidden:
        yield from _described(archive, record)


def _is_report(record: Article | Name, edition: Edition) -> bool:
    """Whether a text tells of what was given in an edition, and of no other without saying so."""
    kinds = (ArticleKind.REPORT, ArticleKind.PALMARES, ArticleKind.BRIEF)
    is_of_it = isinstance(record, Article) and [ref.text for ref in record.about.editions] == [edition.key]
    return is_of_it and isinstance(record, Article) and record.kind in kinds


def _crowned(archive: Archive, record: Article | Name, sentence: Sentence, edition: Edition) -> Iterator[Problem]:
    """One who is said to have been crowned in an edition that holds all results, and in which the name has no part."""
    if not _is_report(record, edition) or edition.covered.results is not Coverage.COMPLETE:
        return
    text, crowned, end = sentence.text, False, 0
    for first, last, link in sentence.links:
        is_next = crowned and _AND_ONE.fullmatch(text[end:first])
        crowned = bool(is_next or _CROWNS.search(text[:first]))
        end = last
        name = archive.named(link.target)
        if name is None or name.hidden or not (crowned or _IS_CROWNED.match(text[last:])) or _OTHER.search(text):
            continue
        if all(mention.edition != edition.key for mention in archive.mentions_of.get(name.id, ())):
            message = f"{name.name} is said to have been crowned, and {edition.key} has no result of that name"
            hint = f"correct the text, or the results in {edition.span.path}; {if_right(CODE, name.name, record.id)}"
            yield Problem(CODE, link.span, message, hint, LEVEL, (name.name, record.id, edition.key))


def _won(
    archive: Archive,
    record: Article | Name,
    sentence: Sentence,
    edition: Edition,
    given: Mapping[str, _Given],
    is_report: bool,
) -> Iterator[Problem]:
    """One who is said to have won a category of the edition, which others won.

    Who has no result in it is told where it holds all of them, and, but in a report of it, no other edition has one in
    that category.
    """
    for first, last, link, category, (start, end) in _said_to_win(archive, sentence, edition):
        id = archive.ids.get(link.target, "")
        entries = [each for each in edition.entries if each.category_key == category]
        won_then = not is_report and any(result.category_key == category for result in archive.results_of.get(id, ()))
        is_known = id in given or (bool(id) and not won_then and edition.covered.results is Coverage.COMPLETE)
        rest = f"{sentence.text[: min(first, start)]} {sentence.text[max(last, end) :]}"
        if not is_known or len(entries) != 1 or _OTHER.search(rest) or _SEVERAL_TIMES.search(rest):
            continue
        winners = [result for result in entries[0].results if result.is_title or result.place == 1]
        named = [ref.text for result in winners for ref in _all_of(result)]
        if winners and not entries[0].lacks_winner and id not in {archive.ids.get(text, "") for text in named}:
            name = archive.names[id].name
            message = f"{name} is said to have won {category}, and in {edition.key} {named[0]} did"
            hint = f"correct the text, or the result in {edition.span.path}; {if_right(CODE, name, record.id)}"
            yield Problem(CODE, link.span, message, hint, LEVEL, (name, record.id, category, edition.key))


def _said_to_win(
    archive: Archive, sentence: Sentence, edition: Edition
) -> Iterator[tuple[int, int, ProseLink, str, tuple[int, int]]]:
    """Each link to a name that is said to have won a category (key), with the places of both."""
    for (first, last, link), (start, end, to) in pairwise(sentence.links):
        between = sentence.text[last:start]
        is_first = not _BEHIND.search(sentence.text[:first])
        if is_first and to.target in archive.categories and _WON_IT.fullmatch(between):
            yield first, last, link, to.target, (start, end)
        if link.target in archive.categories and _WENT_TO.fullmatch(between):
            yield start, end, to, link.target, (first, last)
    named = {
        text.lower(): entry.category_key
        for entry in edition.entries
        if (category := archive.category(entry))
        for text in (category.name, entry.printed_name)
        if len(text) >= _SHORTEST_CATEGORY
    }
    for first, last, link in sentence.links:
        before, behind = sentence.text[:first].lower(), sentence.text[last:].lower()
        for text, key in named.items():
            # What one word says may be somebody's trade: "the cook is [[Ann Crust]]".
            is_said = text in before and (_WENT_TO.search(before) or (" " in text and _IS_IT.search(before)))
            went = is_said or None
            if went and re.search(rf"(?<!\w){re.escape(text)}$", before[: went.start()]):
                yield first, last, link, key, (went.start() - len(text), went.start())
            won = _WON_WHAT.match(behind) if text in behind and not _BEHIND.search(before) else None
            starts = (won.end(), won.start("prize")) if won else ()
            at = next((each for each in starts if each >= 0 and behind.startswith(text, each)), -1)
            if at >= 0 and not behind[at + len(text) :][:1].isalnum():
                yield first, last, link, key, (last + at, last + at + len(text))


def _all_of(result: Result) -> Iterator[Ref]:
    """Who won, who stood for them, and whom they work for."""
    for holder in result.holders:
        yield holder.name
        yield from (post.org for post in holder.posts if post.org)
    yield from result.represented_by


def _described(archive: Archive, name: Name) -> Iterator[Problem]:
    """A laureate of an award in a year in which the archive knows all results, and none is of that name."""
    results = {result.edition for result in archive.results_of.get(name.id, ())}
    parts = {mention.edition for mention in archive.mentions_of.get(name.id, ())}
    for found in _LAUREATE_OF.finditer(name.description):
        awards = [award for award in archive.awards.values() if found["award"] in called(award)]
        keys = [key for award in awards for key in archive.editions_of[award.id]]
        held = [archive.editions[key] for key in keys if int(found["year"]) in archive.editions[key].years]
        if len(awards) == len(held) == 1 and held[0].covered.results is Coverage.COMPLETE:
            edition = held[0]
            if edition.key not in results | parts:
                message = (
                    f'the description of {name.name} says "{found[0]}", and {edition.key} has no result of that name'
                )
                right = if_right(CODE, name.name, edition.key)
                hint = f"correct the description, or the results in {edition.span.path}; {right}"
                yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, edition.key))


def _too_many(record: Article | Name, sentence: Sentence) -> Iterator[Problem]:
    for found in _TOO_MANY.finditer(sentence.text):
        points, most = decimal(found["points"]), decimal(found["most"])
        if points is not None and most is not None and points > most:
            message = f'"{found[0]}" is more than there are'
            span = place(record.body, sentence.start + found.start())
            yield Problem(CODE, span, message, "correct one of the two", LEVEL, (found[0], record.id))


def _edition(archive: Archive, sentence: Sentence, only: Edition | None) -> Edition | None:
    """The edition that a sentence tells of: the only one that it links to, or else that of the article."""
    targets = (link.target for _, _, link in sentence.links if link.target in archive.editions)
    linked = list(dict.fromkeys(targets))
    if len(linked) > 1:
        return None
    edition = archive.editions[linked[0]] if linked else only
    if linked and only and edition is not only:
        # "At [[pie/2010]] she won": behind the name it may be what is compared.
        names = [first for first, _, link in sentence.links if link.target in archive.ids]
        first = min(first for first, _, link in sentence.links if link.target == linked[0])
        if names and first > names[0]:
            return None
    if not edition or sentence.named_years - edition.years:
        return None
    if not linked and not sentence.named_years:
        before = {link.target for link in sentence.links_before if link.target in archive.editions}
        if sentence.another_time or before - {edition.key} or sentence.named_before - edition.years:
            return None
    return edition


def _given(archive: Archive, edition: Edition) -> dict[str, _Given]:
    results: defaultdict[str, list[tuple[Entry, Result]]] = defaultdict(list)
    for entry in edition.entries:
        for result in entry.results:
            for holder in result.holders:
                results[archive.ids.get(holder.name.text, "")].append((entry, result))
    return {id: _all(each) for id, each in results.items() if id}


def _all(results: list[tuple[Entry, Result]]) -> _Given:
    places = _known(_place(entry, result) for entry, result in results)
    marks = _known(decimal(result.score) for _, result in results)
    most = _known(decimal(result.out_of) for _, result in results)
    paid = [_paid(entry, result) for entry, result in results]
    amounts: defaultdict[str, set[float]] = defaultdict(set)
    for each in paid:
        if each and None not in paid:
            amounts[each[0]].add(each[1])
    return _Given(places, marks, most, {code: frozenset(found) for code, found in amounts.items()})


def _known(values: Iterable[_T | None]) -> frozenset[_T]:
    """All values, and none where one of them is not known."""
    every = list(values)
    return frozenset(each for each in every if each is not None) if None not in every else frozenset()


def _place(entry: Entry, result: Result) -> int | None:
    """The place of a result, where it is one among all in its category and has not changed."""
    is_of_part = result.apart or result.round or result.scope or result.track
    if is_of_part or any(each.status is not Status.ACTIVE or each.amendments for each in entry.results):
        return None
    return result.rank or (1 if len(entry.results) == 1 and result.is_title else None)


def _paid(entry: Entry, result: Result) -> tuple[str, float] | None:
    """The money of who did not share it, and its currency."""
    alone = len(entry.results) == 1 and result.is_title
    money = result.money or (entry.prize if alone else None)
    if not money or money.per or result.share or len(result.holders) > 1 or result.count > 1:
        return None
    paid = amount(money.amount)
    return (money.currency, paid) if paid is not None else None


def _held_against(
    archive: Archive, record: Article | Name, sentence: Sentence, edition: Edition, given: dict[str, _Given]
) -> Iterator[Problem]:
    """What a sentence says of the only laureate that it names, or right behind one of several."""
    named = [
        (first, last, archive.ids[link.target]) for first, last, link in sentence.links if link.target in archive.ids
    ]
    known = [each for each in named if each[2] in given]
    is_alone = len(named) == 1 and known and not _names_another(archive, sentence, given, named[0])
    for first, last, id in known:
        before, zone = sentence.text[:first], sentence.text[last:]
        others = [given[other] for _, _, other in known if other != id]
        said = _of_the_only(given[id], before, zone) if is_alone else _right_behind(given[id], others, before, zone)
        for at, words, what, right in said:
            here = at if at < first else last + at - first
            behind = sentence.text[sentence.text.find(words, here) + len(words) :]
            if _is_elsewhere(archive, edition, behind) or any(
                re.search(rf"(?<!\w){re.escape(each.value)}(?!\w)", words) for each in edition.disputes
            ):
                continue
            message = f'"{words}" is said of {archive.names[id].name}, and {edition.key} has {right}'
            hint = f"correct the text, or {what} in {edition.span.path}; {if_right(CODE, words, record.id)}"
            span = place(record.body, sentence.start + here)
            yield Problem(CODE, span, message, hint, LEVEL, (words, record.id, archive.names[id].name, edition.key))


def _is_elsewhere(archive: Archive, edition: Edition, behind: str) -> bool:
    """Whether a figure is one of something else than the award, a category of it or its place: "in a raffle"."""
    found = _WHERE.match(behind)
    if not found:
        return bool(_WITH_ELSE.match(behind))
    award = archive.awards.get(edition.award)
    categories = (archive.category(entry) for entry in edition.entries)
    texts = [*(called(award) if award else ()), edition.award, edition.ceremony.city, edition.ceremony.venue]
    texts += [f"{category.name} {category.id}" for category in categories if category]
    own = {folded(word)[:_STEM] for text in texts for word in re.findall(r"[^\W\d_]{3,}", text)}
    return folded(found["where"])[:_STEM] not in own | _OF_A_LIST


_Said = tuple[int, str, str, str]
"""A figure that is another: where it stands, its words, the key of a result, and what that is."""


def _of_the_only(own: _Given, before: str, zone: str) -> Iterator[_Said]:
    whole = zone
    if found := _BREAK.search(zone):
        zone = zone[: found.start()]
    if _OTHER.search(f"{before} {zone}"):
        return
    if found := _GIVEN_TO.search(before):
        yield from _wrong_place(own, found, found.start())
    elif not _BEHIND.search(before):
        yield from _said(own, len(before), zone)
        prize = _AND_ITS.search(whole)
        # "Its" money is that of the prize, and not of somebody else.
        if prize and prize.start() < len(zone) and not _WON.search(zone):
            yield from _wrong_money(own, prize, len(before) + prize.start())


def _right_behind(own: _Given, others: list[_Given], before: str, zone: str) -> Iterator[_Said]:
    """`[[Ann Crust]], second with 81 points`: where it is that of none of the others."""
    found = _BESIDE.match(zone)
    if not found or _OTHER.search(f"{before} {found[0]}"):
        return
    places, points = ordinals(found["nth"].lower()), decimal(found["points"])
    if not any(set(places) & other.ranked_at or points in other.scored for other in others):
        yield from _said(own, 0, found[0])


def _names_another(archive: Archive, sentence: Sentence, given: dict[str, _Given], named: tuple[int, int, str]) -> bool:
    """Whether another laureate of the edition is named without a link."""
    first, last, own = named
    rest = f"{sentence.text[:first]} \n {sentence.text[last:]}"
    others = (spelling for id in given if id and id != own for spelling in archive.names[id].spellings)
    return any(spelling in rest for spelling in others)


def _said(own: _Given, offset: int, zone: str) -> Iterator[_Said]:
    placed = (found for form in _PLACED for found in form.finditer(zone) if ordinals(found["nth"].lower()))
    for found in sorted(placed, key=lambda found: found.start())[:1]:
        yield from _wrong_place(own, found, offset + found.start())
    for found in _POINTS.finditer(zone):
        points, most = decimal(found["points"]), decimal(found["most"] or "")
        # More than there are is told of any text.
        if points is None or (most is not None and points > most):
            continue
        if own.scored and points not in own.scored:
            yield offset + found.start(), found[0], "the `score`", f"{_listed(own.scored)} points"
        elif own.scored_of and most is not None and most not in own.scored_of:
            yield offset + found.start(), found[0], "`out_of`", f"out of {_listed(own.scored_of)}"
    for found in _WON.finditer(zone):
        yield from _wrong_money(own, found, offset + found.start())


def _wrong_money(own: _Given, found: re.Match[str], at: int) -> Iterator[_Said]:
    sign = (found["sign"] or found["code"] or "").casefold()
    code = _CURRENCIES.get(sign, sign.upper())
    paid, amounts = amount(found["number"]), own.amounts.get(code, frozenset())
    if amounts and paid is not None and paid not in amounts | {sum(amounts)}:
        yield at, found[0].strip(), "the `money`", f"{_listed(amounts)} {code}"


def _listed(numbers: frozenset[float] | frozenset[int]) -> str:
    return " and ".join(f"{each:,.10g}".replace(",", " ") for each in sorted(numbers))


def _wrong_place(own: _Given, found: re.Match[str], at: int) -> Iterator[_Said]:
    said = ordinals(found["nth"].lower())
    if len(said) == 1 and own.ranked_at and said[0] not in own.ranked_at:
        yield (
            at,
            found[0].strip(" ,"),
            "the `rank`",
            f"place{'s' if len(own.ranked_at) > 1 else ''} {_listed(own.ranked_at)}",
        )

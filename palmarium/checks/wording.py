"""What the words of a sentence say of whom it names: a place, points, money, a prize won; in English and French."""

import re
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ..model import ProseLink
from ..sources.numerals import NTH, YEAR, amount, decimal, ordinals
from .sentences import Sentence

_AWAY = r"(?=\s*[,.;:)]|\s+(?:in the|in|with|at|and|for|behind|of the|among|overall)\b|\s*$)"
_LOIN = r"(?=\s*[,.;:)]|\s+(?:avec|dans|de la|du|des|derrière|et|parmi|au|aux|ex)\b|\s*$)"
_PLACED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:came|comes|finished|finishes|ended|ranked|placed|took|takes|won|wins|is|was|were) (?:in |up )?(?:the )?"
        rf"{NTH} (?:place|rank|position|prize)\b",
        rf"\b(?:came|comes|finished|finishes|ranked|placed) {NTH}{_AWAY}",
        rf"(?:,|\b(?:is|was|were)) {NTH} (?:place )?with \d",
        r"\b(?:arrive(?:nt)?|arriva|arrivée?s?|termine(?:nt)?|termina|terminée?s?|finit|finissent|finie?s?"
        rf"|se classe|classée?s?|se place|pointe) (?:en |à la |au )?{NTH}(?: (?:place|position|rang))?{_LOIN}",
        r"\b(?:prend|prit|pris|obtient|obtint|obtenu|décroche|décroché|occupe|remporte|remporta|remporté|reçoit|reçut"
        rf"|reçu|gagne|gagné) l[ae] {NTH} (?:place|rang|prix)\b",
        rf"\b(?:est|sont|fut|était|étaient|a été|is|was|were) {NTH}(?=\s*[,.;:)]|\s*$)",
        rf"(?:,|\b(?:est|sont|fut|était|étaient)) {NTH} avec \d",
    )
)
_GOES_TO = (
    r"(?:goes|went|was (?:given|awarded)|revient|revint|échoit|va|est (?:revenue?|allée?)|fut remise?"
    r"|a été (?:remise?|décernée?)) (?:to|à|au|aux)(?: (?:the|la|le|les|l'))? ?$"
)
_GIVEN_TO = re.compile(rf"\b(?:the|le|la) {NTH} (?:place|prize|prix|rang)\b(?:,[^,]{{1,30}},)? {_GOES_TO}", re.I)
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
_WINS = r"(?:won|wins?|takes|took|remport(?:e|a|é)|gagn(?:e|a|é)|décroch(?:e|é))"
_WON_IT = re.compile(
    rf" *(?:has |a |then |enfin )?{_WINS}"
    r"(?: (?:the|le|la|les|prize|prix|award|trophy|trophée|title|titre|of|for|de|du|des|pour|l'|d'))* *",
    re.I,
)
_WENT_TO = re.compile(rf" {_GOES_TO}", re.I)
_IS_IT = re.compile(r" (?:is|was|est|fut|sera) (?:(?:the|la|le|les) |l')?$", re.I)
_WON_WHAT = re.compile(
    rf" *(?:has |a )?{_WINS} (?:the |le |la |les |l')?"
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
_LAUREATE_OF = re.compile(
    r"\b(?:winner|laureate|lauréate?|gagnante?|vainqueur) (?:of the|of|du|de la|des|de l['’]|de) ?"
    rf"(?P<award>[^,;.()\d]{{2,60}}?),? (?:in |en |de )?(?P<year>{YEAR})\b",
    re.I,
)
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
class Figure:
    """A number that is said of somebody: of what, `most` of how many, its words, and where these begin.

    `what` is "place", "points", or the code of a currency. The text counts without the name between its two parts.
    """

    what: str
    number: float
    words: str
    at: int
    most: float | None = None


@dataclass(frozen=True, slots=True)
class PrizeWon:
    """A category (a key) that somebody, who is named by a link, is said to have won, and the words without both."""

    link: ProseLink
    category: str
    rest: str


def is_of_else(text: str) -> bool:
    """Whether words tell of another round, another time, or what is not sure."""
    return bool(_OTHER.search(text))


def is_of_several(text: str) -> bool:
    """Whether words tell of more than one time."""
    return bool(_SEVERAL_TIMES.search(text))


def of_the_only(before: str, behind: str) -> Iterator[Figure]:
    """What a sentence says of the only one whom it names, from what stands before and behind the name."""
    broken = _BREAK.search(behind)
    own = behind[: broken.start()] if broken else behind
    if is_of_else(f"{before} {own}"):
        return
    if found := _GIVEN_TO.search(before):
        yield from _place(found, found.start())
    elif not _BEHIND.search(before):
        yield from _figures(len(before), own)
        prize = _AND_ITS.search(behind)
        # "Its" money is that of the prize, and not of somebody else.
        if prize and prize.start() < len(own) and not _WON.search(own):
            yield from _money(prize, len(before) + prize.start())


def right_behind(before: str, behind: str) -> tuple[Figure, ...]:
    """`[[Ann Crust]], second with 81 points`: it may be that of another who is named."""
    found = _BESIDE.match(behind)
    if not found or is_of_else(f"{before} {found[0]}"):
        return ()
    return tuple(_figures(len(before), found[0]))


def more_than_all(text: str) -> Iterator[tuple[int, str]]:
    """More points than there are: where it is said, and the words."""
    for found in _TOO_MANY.finditer(text):
        points, most = decimal(found["points"]), decimal(found["most"])
        if points is not None and most is not None and points > most:
            yield found.start(), found[0]


def _figures(offset: int, text: str) -> Iterator[Figure]:
    placed = (found for form in _PLACED for found in form.finditer(text) if ordinals(found["nth"].lower()))
    for found in sorted(placed, key=lambda found: found.start())[:1]:
        yield from _place(found, offset + found.start())
    for found in _POINTS.finditer(text):
        points, most = decimal(found["points"]), decimal(found["most"] or "")
        # More than there are is told of any text.
        if points is not None and (most is None or points <= most):
            yield Figure("points", points, found[0], offset + found.start(), most)
    for found in _WON.finditer(text):
        yield from _money(found, offset + found.start())


def _place(found: re.Match[str], at: int) -> Iterator[Figure]:
    said = ordinals(found["nth"].lower())
    if len(said) == 1:
        yield Figure("place", said[0], found[0].strip(" ,"), at)


def _money(found: re.Match[str], at: int) -> Iterator[Figure]:
    sign = (found["sign"] or found["code"] or "").casefold()
    paid = amount(found["number"])
    if paid is not None:
        yield Figure(_CURRENCIES.get(sign, sign.upper()), paid, found[0].strip(), at)


def prizes_won(sentence: Sentence, categories: Container[str], named: Mapping[str, str]) -> Iterator[PrizeWon]:
    """Who is said to have won a category: one of these keys by a link to it, or one of these names with its key."""
    for (first, last, link), (start, end, to) in pairwise(sentence.links):
        between = sentence.text[last:start]
        is_first = not _BEHIND.search(sentence.text[:first])
        rest = f"{sentence.text[:first]} {sentence.text[end:]}"
        if is_first and to.target in categories and _WON_IT.fullmatch(between):
            yield PrizeWon(link, to.target, rest)
        if link.target in categories and _WENT_TO.fullmatch(between):
            yield PrizeWon(to, link.target, rest)
    for first, last, link in sentence.links:
        before, behind = sentence.text[:first], sentence.text[last:]
        for text, key in named.items():
            at = _won_by_the_next(before.lower(), text)
            if at >= 0:
                yield PrizeWon(link, key, f"{before[:at]} {behind}")
            at = _won_by_the_one_before(behind.lower(), text) if not _BEHIND.search(before.lower()) else -1
            if at >= 0:
                yield PrizeWon(link, key, f"{before} {behind[at:]}")


def _won_by_the_next(before: str, category: str) -> int:
    """Where a category begins at the end of a text, which says that it went to whom is named next; -1 if not."""
    # What one word says may be somebody's trade: "the cook is [[Ann Crust]]".
    went = _WENT_TO.search(before) or (_IS_IT.search(before) if " " in category else None)
    is_it = went and re.search(rf"(?<!\w){re.escape(category)}$", before[: went.start()])
    return went.start() - len(category) if went and is_it else -1


def _won_by_the_one_before(behind: str, category: str) -> int:
    """Where a category ends at the beginning of a text, which says that whom it stands behind won it; -1 if not."""
    won = _WON_WHAT.match(behind)
    for start in (won.end(), won.start("prize")) if won else ():
        if start >= 0 and behind.startswith(category, start):
            end = start + len(category)
            return -1 if behind[end:][:1].isalnum() else end
    return -1


def crowned(sentence: Sentence) -> Iterator[ProseLink]:
    """Those who are said to have been crowned or rewarded."""
    text, is_list, end = sentence.text, False, 0
    for first, last, link in sentence.links:
        is_list = bool((is_list and _AND_ONE.fullmatch(text[end:first])) or _CROWNS.search(text[:first]))
        end = last
        if (is_list or _IS_CROWNED.match(text[last:])) and not is_of_else(text):
            yield link


def laureate_of(text: str) -> Iterator[tuple[str, int, str]]:
    """The award and the year of which a text calls somebody the laureate, and its words."""
    for found in _LAUREATE_OF.finditer(text):
        yield found["award"], int(found["year"]), found[0]


def listed(numbers: Set[float] | Set[int]) -> str:
    """Numbers in a sentence, as figures."""
    return " and ".join(f"{each:,.10g}".replace(",", " ") for each in sorted(numbers))

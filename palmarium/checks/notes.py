"""What has a key of its own does not stand in a note alone.

A note is printed, and counted nowhere: who "declined the prize" there has received it in every table, and "shared with
Ben Crumble" leaves Ben Crumble without it. Told are notes that begin, or go on behind a comma or a point, with such
words in English or French, where the key says nothing: that a prize was declined, shared, tied, revoked, posthumous, or
so much money, which mark it had and which work it was for. Who is "president of the jury" by role has `chair: true`.
Nor does a note, a citation or a printed category begin with another place than the result has, or say of a category
that nobody won who won it, or another reason why.

Passes:

```yaml
results:
  pie: {laureate: Ann Crust, acceptance: declined, note: She declined the prize.}
```

Fails:

```yaml
results:
  pie: {laureate: Ann Crust, note: She declined the prize.}
```
"""

import re
from collections.abc import Iterator

from ..model import Acceptance, Edition, Entry, Function, Outcome, Result, Status, WhyNotAwarded
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, plain
from ..sources.numerals import ordinals
from ..sources.plaintext import folded

CODE = "note-for-key"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("editions",)

_PRIZE = r"(?:prize|award|honou?r|title|trophy|medal|prix|r[ée]compense|distinction|troph[ée]e|titre|m[ée]daille)"
_THE = r"(?:the|this|that|his|her|their|le|la|ce|cette|son|sa|leur) "
_WHO = r"(?:(?:he|she|they|who|the laureate|the winner|il|elle|ils|elles|qui|la lauréate|le lauréat) )?"
_HAS = r"(?:(?:has|have|had|later|then|a|ont|avait|ensuite) )*"
_AMOUNT = r"(?:[€£]\s?\d[\d ,.]*|\d[\d .,]*\s?(?:€|£|euros?|EUR|GBP|USD|SEK|CHF))"
_END = r"(?= ?$)"
_DECLINED = re.compile(
    rf"{_WHO}{_HAS}(?:declined|refused|rejected|did not accept|turned(?: it)? down|d[ée]clin[ée]|refus[ée]"
    rf"|n['’]a pas accept[ée])(?: {_THE}{_PRIZE}| it)?{_END}|{_PRIZE} refus[ée]e? par .*",
    re.I,
)
_POSTHUMOUS = re.compile(
    rf"(?:(?:{_THE})?{_PRIZE} )?(?:(?:was )?(?:awarded|given|received|won|d[ée]cern[ée]e?|attribu[ée]e?|remise?) )?"
    rf"(?:posthum\w+|à titre posthume)(?: {_PRIZE})?{_END}",
    re.I,
)
_TIED = re.compile(
    r"(?:(?:is |was |in a )?tied?|ex[ -]?(?:ae|æ)quo|à égalité|(?:joint|equal) (?:winner|first|second|third)"
    r"|co-?(?:winner|laur[ée]ate?|gagnante?)s?)"
    r"(?: for \w+ (?:prize|place))?"
    r"(?: (?:with|avec) (?P<who>.+))?",
    re.I,
)
_SHARED = re.compile(
    rf"(?:(?:{_THE})?{_PRIZE} )?(?:(?:is |was )?shared|partag[ée]e?s?)(?: it| {_THE}{_PRIZE})?"
    r"(?: (?:with|avec) (?P<who>.+)| equally.*)?",
    re.I,
)
_REVOKED = re.compile(
    rf"(?:(?:{_THE})?{_PRIZE} |{_WHO})(?:was |were |a été |later |ensuite )*"
    r"(?:revoked|withdrawn|stripped|disqualified|annul[ée]e?|retir[ée]e?|disqualifi[ée]e?)"
    rf"(?: of (?:it|{_THE}{_PRIZE}))?(?: (?:in|on|en|le) [\w ]*\d{{4}})?{_END}",
    re.I,
)
_MONEY = re.compile(
    r"(?:won|wins|received|receives|prize(?: money)?(?: of)?:?|worth|endowed with|money:?"
    r"|a reçu|reçoit|dotation(?: de)?|dotée? de|prix de|d['’]une valeur de)"
    rf" ?(?P<amount>{_AMOUNT}){_END}|(?P<before>{_AMOUNT}) (?:prize|prize money|de prix|de dotation){_END}",
    re.I,
)
_SCORE = re.compile(r"(?:score|mark|total|note)?:? ?(?P<score>\d+(?:[.,]\d+)?) ?(?:/|out of|sur) ?(?P<most>\d+)", re.I)
_WORK = re.compile(r"(?:for|pour) (?P<work>[“«\"].+[”»\"])", re.I)
_PLACE = re.compile(rf"(?:the |le |la )?(?P<place>[\w-]+) (?:prize|place|prix){_END}", re.I)
_MEDALS = (
    ("gold medal", "medaille d'or", "goldmedaille"),
    ("silver medal", "medaille d'argent", "silbermedaille", "runner-up", "runner up"),
    ("bronze medal", "medaille de bronze", "bronzemedaille"),
)
"""Words for the first three places."""
_WON_BY = re.compile(
    r"(?:(?:it )?(?:was )?(?:won by|awarded to|given to|went to)|(?:winner|laur[ée]ate?|gagnante?)s? ?:"
    r"|(?:a été )?(?:remport[ée]e? par|attribu[ée]e? à|d[ée]cern[ée]e? à)) (?P<who>(?!nobody|no one|aucun|personne).+)",
    re.I,
)
_WON = re.compile(
    rf"(?P<who>(?!nobody|no one|none|no ).+?) (?:won(?: it| {_THE}{_PRIZE})?|l['’]a (?:emporté|remporté)e?)", re.I
)
_CAME = (
    r"(?=\s*(?:$|[,;:.!()–—-])| (?:for|in|this|came|arrived|pour|en|cette)\b"
    r"| (?:was|were|had been) (?:received|submitted|sent|made))"
)
"""What says of an entry that there was none, and not that it was not good enough."""
_REASONS = (
    (
        WhyNotAwarded.INSUFFICIENT_ENTRIES,
        re.compile(
            r"(?:nobody|no one|none|no \w+) (?:had )?(?:entered|applied|competed)"
            rf"|\bno (?:entr(?:y|ies|ants?)|candidates?|applications?){_CAME}"
            r"|(?:too|not) (?:few|enough) (?:entr|candid|applic)"
            rf"|aucune? (?:candidat(?:e|ure)?|inscri(?:te?|ption)|participante?){_CAME}|(?:trop peu|pas assez) de"
            r"|faute de (?:candid|dossier|inscri|particip)",
            re.I,
        ),
    ),
    (
        WhyNotAwarded.BELOW_THRESHOLD,
        re.compile(
            r"\b(?:reached|atteint|obtenu|passait) .*(?:\d|barre|threshold|seuil)|below the (?:threshold|standard)",
            re.I,
        ),
    ),
    (
        WhyNotAwarded.NO_MAJORITY,
        re.compile(r"\bno majority|could not (?:agree|decide)|aucune majorité|n['’]a pas pu (?:se )?d", re.I),
    ),
)
_CHAIR = re.compile(
    r"(?:.+[, ])?(?:(?:chair(?:man|woman|person)?|president|head) of the jury"
    r"|jury (?:chair(?:man|woman|person)?|president)|pr[ée]sidente? du jury|jury-?vorsitzende[rn]?)",
    re.I,
)
_KIN = re.compile(r"(?:his|her|their|the|son|sa|leur|le|la) (?:[a-zà-ÿ-]+ ){0,3}(?=[A-ZÀ-Þ])")
# A point behind a single capital is that of a first name.
_CLAUSE = re.compile(r"(?:[,;:!]|(?<!\b[A-ZÀ-Þ])\.)(?=\s|$)\s?|\s[–—-]\s|[()]")


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for part in edition.parts:
        roles = [post.role for post in part.posts] if part.function is Function.JUROR and not part.chair else []
        for role in filter(_CHAIR.fullmatch, roles):
            message = f'{part.name.text} is "{role}", and no key says so'
            yield Problem(CODE, part.name.span, message, "write `chair: true`", LEVEL, (part.name.text, role))
    for entry in edition.entries:
        if entry.outcome is not Outcome.AWARDED and entry.note:
            yield from _of_nobody(archive, entry)
        for result in entry.results:
            yield from _of_result(entry, result)


def _of_nobody(archive: Archive, entry: Entry) -> Iterator[Problem]:
    """Who won what nobody won, and the reason that a note gives."""
    where = entry.category or "this list"
    won = _WON_BY.match(entry.note) or _WON.fullmatch(next(iter(_clauses(entry.note)), ""))
    who = next(iter(_clauses(won["who"])), "") if won else ""
    if who and (who in archive.ids or who[0].isupper()):
        message = f"{where} is {entry.outcome}, and its note names a winner, {who}"
        yield Problem(CODE, entry.span, message, f"write `{{laureate: {plain(who)}}}`", LEVEL, (where, who))
    said = [reason for reason, words in _REASONS if words.search(entry.note)]
    if entry.reason and len(said) == 1 and entry.reason in dict(_REASONS) and said[0] is not entry.reason:
        message = f"the reason is {entry.reason}, and the note gives another one"
        hint = f"write `not_awarded: {{reason: {said[0]}, note: …}}`, or correct the note"
        yield Problem(CODE, entry.span, message, hint, LEVEL, (where, str(entry.reason)))


def _of_result(entry: Entry, result: Result) -> Iterator[Problem]:
    for text in filter(None, (result.note, *(holder.note for holder in result.holders))):
        for clause in dict.fromkeys((*_clauses(text.replace(":", "")), *_clauses(text))):
            if hint := _key(entry, result, clause):
                yield _problem(result.span, f'the note says "{clause}", and no key does', hint, clause)
    for text in filter(None, (result.note, result.citation, result.printed_category)):
        first = next(iter(_clauses(text)), "")
        found = _PLACE.fullmatch(first)
        medal = next((place for place, words in enumerate(_MEDALS, 1) if folded(first) in words), 0)
        said = ordinals(found["place"]) if found else tuple(filter(None, (medal,)))
        place = result.rank or (1 if result.is_title else 0)
        if len(said) == 1 and place and not result.apart and said[0] != place:
            message = f'"{first}" stands here, and the place is {place}'
            yield _problem(result.span, message, f"write `rank: {said[0]}`, or correct the text", first)


def _key(entry: Entry, result: Result, clause: str) -> str:
    """What to write for a clause that a key is made for, where it says nothing."""
    others = [each for each in entry.results if each is not result and each.ranking == result.ranking]
    is_alone = not any(each.place == result.place for each in others)
    if result.acceptance is Acceptance.RECEIVED and _DECLINED.fullmatch(clause):
        return "write `acceptance: declined`"
    if not result.posthumous and _POSTHUMOUS.fullmatch(clause):
        return "write `posthumous: true`"
    if result.status is Status.ACTIVE and _REVOKED.fullmatch(clause):
        return "write `status: revoked`, with `status_on` and `status_reason`"
    if not (result.money or entry.prize) and (money := _MONEY.fullmatch(clause)):
        return f"write `money: {plain((money['amount'] or money['before']).strip())}`"
    if not result.score and (score := _SCORE.fullmatch(clause)):
        return f"write `score: {plain(score['score'])}, out_of: {score['most']}`"
    if not result.works and (work := _WORK.fullmatch(clause)):
        return f"write `for: {plain(work['work'].strip('“”«» '))}`"
    if is_alone and not result.tie and (tied := _TIED.fullmatch(clause)):
        named = [each for each in others if any(holder.name.text == tied["who"] for holder in each.holders)]
        return f"write the same `rank` as in line {named[0].span.line}" if named else "write `tie: true`"
    is_single = len(result.holders) == 1 and not result.share
    if is_alone and is_single and (shared := _SHARED.fullmatch(clause)):
        who = _KIN.sub("", shared["who"] or "", count=1)
        said = result.holders[0].name.text.split(" / ")
        names = [*said, who] if who else said
        both = ", ".join((*map(plain, names), *(() if len(names) > 1 else ("…",))))
        return f"write `laureate: [{both}]`, or a result with its `share` for each"
    return ""


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]


def _problem(span: Span, message: str, hint: str, clause: str) -> Problem:
    return Problem(CODE, span, message, hint, LEVEL, (clause,))

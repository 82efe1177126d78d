"""Two names that differ by a slip of the pen may be one.

Names are compared without case, accents and punctuation. Two are near when one word of five letters or more (seven,
where it is the whole name, or six, where none is another) has a letter more, less, other or exchanged, but not the
first one; when a word of three or four letters has a letter doubled or an s at its end, and the rest is equal; when
they differ only in spaces, in the order of their words, by an ending such as `.com`, or by something in brackets behind
one of them (a year tells two apart); when of two that are no works one has an article, a legal form such as Ltd, or
"and" for "&", where the other has none; and when one has an initial where the only other name of these words has a
first name, or one in the middle where the other has none (P. Vale, Piet Vale, Piet R. Vale). Words that are commonly
abridged count as written out (Bros., St). A shorter word, or the first letter of a long one, is a slip where one of the
two is there once and the other again and again, and never beside it. So are two slips in words of four letters or more,
or in one of seven, in a long name without a file that is there once, near one other name alone. Told is also a name
that is only the beginning of the only other one that begins so, or of a person the family name. Nothing is ever merged:
correct the wrong one, or say that both are right, with a `disambiguation` each or an exception in site.toml. Names
declared to succeed one another, or to be part of one another, are not compared, nor are two that each have a
`disambiguation`.

Passes:

```yaml
results: {pie: Ann Crumble, tart: Ann Crumble}
```

Fails:

```yaml
results: {pie: Ann Crumble, tart: Ann Crunble}
```
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from ..model import Kind, Name
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, exception, plain
from ..sources.plaintext import bare, before_brackets, folded, is_lengthened, word_list

CODE = "near-duplicate"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_SHORTEST = 5
_SHORTEST_ALONE = 7
_SHORT_ALONE = 6
# So many short words differ in one letter (Jan, Jon; Paul, Pauli) that only a doubled one, or a plural, is a slip.
_SHORT = 3
_ENDING = re.compile(r"\.(com|fr|net|org|eu|co\.uk)\b")
_WORD = re.compile(r"[^\W_]+")
_IN_FULL = MappingProxyType(
    {
        **{"bros": "brothers", "co": "company", "cie": "compagnie", "st": "saint", "ste": "sainte", "mt": "mount"},
        **{"assoc": "association", "assn": "association", "intl": "international", "natl": "national"},
        **{"mfg": "manufacturing", "dept": "department", "univ": "university", "soc": "society", "inst": "institute"},
        **{"ctr": "centre", "ets": "etablissements", "jr": "junior", "sr": "senior", "govt": "government"},
    }
)
_OFTEN, _OFTEN_OF_PERSONS = 2, 3
"""Mentions of a name beside which one that is mentioned once, and differs in a short word, is a slip."""
_LISTED = re.compile(r"(?:\s?[,;/&+]|\s(?:and|et|und|y|e)\b)\s?(?P<name>\S.*)")
_LISTED_BEFORE = re.compile(r"(?P<name>.*[^\s,;/&+])(?:\s?[,;/&+]|\s(?:and|et|und|y|e))\s")
"""What stands behind and before one of two names that are written as one."""
_REST = 4
_SHORTEST_OF_TWO = 7
"""Letters of a word that may have two slips."""
_LONG_ENOUGH, _LONG_NAME = 9, 12
"""Letters of a name that may have two slips, and of one that may have them where the other one stands once, too."""
_ABRIDGED_BY = 2
"""Words by which a name may be short of another one."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of a name, and its words as they are compared."""

    text: str
    name: str
    words: tuple[str, ...]
    kind: Kind


def check(archive: Archive) -> Iterator[Problem]:
    told = set()
    for one, other in pairs(archive):
        told.add(frozenset((one.name, other.name)))
        yield _problem(archive, one, other)
    for short, whole in _shortened(archive):
        if frozenset((short.name, whole.name)) not in told and not _declared(archive, short.name, whole.name):
            yield _abridged(archive, short, whole)


def pairs(archive: Archive) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings of two names that may be one; each two names once."""
    spellings = tuple(_spellings(archive.names.values()))
    told: set[frozenset[str]] = set()
    near = (*_same(spellings), *_dressed(spellings), *_initials(spellings), *_slips(archive, spellings))
    found = (*near, *_two_slips(archive, spellings))
    for one, other in found:
        pair = frozenset((one.name, other.name))
        is_slip = len(pair) == 2 and one.text != other.text
        if is_slip and pair not in told and not _declared(archive, one.name, other.name):
            told.add(pair)
            yield one, other


def _spellings(names: Iterable[Name]) -> Iterator[Spelling]:
    for name in names:
        for text in name.spellings:
            words = tuple(_IN_FULL.get(word, word) for word in _WORD.findall(_ENDING.sub("", folded(text))))
            if words:
                yield Spelling(text, name.id, words, name.kind)


def _same(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings of the same letters, of the same words in another order, or of one with something in brackets."""
    groups: defaultdict[str, list[Spelling]] = defaultdict(list)
    aside: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        for key in dict.fromkeys(("".join(spelling.words), " ".join(sorted(spelling.words)))):
            groups[key].append(spelling)
        if before := before_brackets(spelling.text):
            bare = "".join(word_list(before))
            aside[bare].append(spelling)
    for group in groups.values():
        yield from ((group[0], other) for other in group[1:])
    for bare, others in aside.items():
        yield from ((one, other) for one in groups.get(bare, ())[:1] for other in others)


def _dressed(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings of which one has an article or a legal form, or "and", and the other has none."""
    groups: defaultdict[str, list[tuple[Spelling, str, tuple[str, ...]]]] = defaultdict(list)
    for spelling in spellings:
        if spelling.kind is not Kind.WORK:
            article, own, form = bare(spelling.text)
            groups["".join(own) or spelling.text].append((spelling, article, form))
    for (one, its_article, its_form), *others in groups.values():
        for other, article, form in others:
            if (article == its_article or not (article and its_article)) and (
                form == its_form or not (form and its_form)
            ):
                yield one, other


def _initials(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings with an initial, and the only name that has a word in its place, or nothing in the middle."""
    full: defaultdict[tuple[str, ...], dict[str, Spelling]] = defaultdict(dict)
    short = []
    for spelling in spellings:
        first, *rest = spelling.words
        named = tuple(word for word in rest if len(word) > 1)
        if named and (len(first) == 1 or len(named) < len(rest)):
            short.append((spelling, (first, *named)))
        elif named and not any(word.isdigit() for word in spelling.words):
            full[first[0], *rest].setdefault(spelling.name, spelling)
            full[spelling.words].setdefault(spelling.name, spelling)
            full[(*(word[0] for word in spelling.words[:-1]), rest[-1])].setdefault(spelling.name, spelling)
    for spelling, words in short:
        found = full.get(words) or full.get(spelling.words, {})
        if len(found) == 1:
            yield next(iter(found.values())), spelling


def _shortened(archive: Archive) -> Iterator[tuple[Spelling, Spelling]]:
    """Names without a file that are the beginning of one other name alone, or the family name of one person alone."""
    wholes: defaultdict[tuple[str, ...], dict[str, Spelling]] = defaultdict(dict)
    shorts = []
    for spelling in _spellings(archive.names.values()):
        _, own, form = bare(spelling.text)
        if spelling.kind is Kind.WORK or not own:
            continue
        if not form and not archive.names[spelling.name].registered and not any(word.isdigit() for word in own):
            shorts.append((own, spelling))
        for end in range(max(1, len(own) - _ABRIDGED_BY), len(own)):
            wholes[own[:end]].setdefault(spelling.name, spelling)
        if spelling.kind is Kind.PERSON and len(own) > 1:
            wholes[own[-1:]].setdefault(spelling.name, spelling)
    for own, spelling in shorts:
        found = list(wholes.get(own, {}).values())
        is_rare = len("".join(own)) >= _REST and len(archive.mentions_of.get(spelling.name, ())) == 1
        if (
            len(found) == 1
            and is_rare
            and not _is_list(archive, spelling.text, found[0].text)
            and _is_like_in_kind(spelling, found[0])
            and _are_never_together(archive, spelling, found[0])
        ):
            yield spelling, found[0]


def _is_list(archive: Archive, text: str, whole: str) -> bool:
    """Whether a name is one of two known ones that are written as one, which another check reports."""
    behind = _LISTED.fullmatch(whole.removeprefix(text)) if whole.startswith(text) else None
    before = _LISTED_BEFORE.fullmatch(whole.removesuffix(text)) if whole.endswith(text) else None
    return any(found and found["name"] in archive.ids for found in (behind, before))


def _is_like_in_kind(one: Spelling, other: Spelling) -> bool:
    return one.kind is other.kind or Kind.PERSON not in (one.kind, other.kind)


def _are_never_together(archive: Archive, one: Spelling, other: Spelling) -> bool:
    """Whether no category, jury or article has both: who writes two names there means two."""
    first, second = (
        {
            (mention.edition, mention.category, mention.how, mention.article)
            for mention in archive.mentions_of.get(each.name, ())
        }
        for each in (one, other)
    )
    return not first & second


def _slips(archive: Archive, spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Spellings that differ in one word, and there only slightly."""
    groups: defaultdict[tuple[object, ...], dict[str, Spelling]] = defaultdict(dict)
    behind: defaultdict[tuple[str, ...], dict[str, Spelling]] = defaultdict(dict)
    for spelling in spellings:
        shortest = _SHORT if len(spelling.words) > 1 else _SHORT_ALONE
        for place, word in enumerate(spelling.words):
            if len(word) >= shortest and word.isalpha():
                others = (*spelling.words[:place], "", *spelling.words[place + 1 :])
                groups[(*others, word[0])].setdefault(word, spelling)
                if len(word) >= _SHORTEST and len(spelling.words) > 1:
                    behind[(*others, word[1:])].setdefault(word, spelling)
    for group in groups.values():
        yield from _near(archive, group)
    for group in behind.values():
        one, other = (*group.values(), None, None)[:2]
        if len(group) == 2 and one and other and _is_once(archive, one, other, _OFTEN_OF_PERSONS):
            yield one, other


def _two_slips(archive: Archive, spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Names without a file, mentioned once, that are two typing errors away from exactly one other name."""
    groups: defaultdict[tuple[object, ...], dict[str, Spelling]] = defaultdict(dict)
    for spelling in spellings:
        if spelling.kind is not Kind.WORK and len("".join(spelling.words)) >= _LONG_ENOUGH:
            groups[spelling.kind, *(word[0] for word in spelling.words)].setdefault(" ".join(spelling.words), spelling)
    for group in groups.values():
        for text, spelling in group.items() if len(group) > 1 else ():
            if archive.names[spelling.name].registered or len(archive.mentions_of.get(spelling.name, ())) > 1:
                continue
            within = extract(text, list(group), scorer=OSA.distance, score_cutoff=2, limit=3)
            others = {group[each].name: group[each] for each, *_ in within if group[each].name != spelling.name}
            other = next(iter(others.values())) if len(others) == 1 else None
            if other and _are_slips(spelling, other) and _is_known_better(archive, spelling, other):
                yield spelling, other


def _are_slips(one: Spelling, other: Spelling) -> bool:
    """Whether each word that differs is long enough for its slips, and no digit does."""
    odd = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    return all(
        "".join(pair).isalpha() and min(map(len, pair)) >= (_SHORTEST_OF_TWO if len(odd) == 1 else _REST)
        for pair in odd
    )


def _is_known_better(archive: Archive, one: Spelling, other: Spelling) -> bool:
    """Whether a name is long, has a file or stands again and again, and never beside the other one."""
    often = len(archive.mentions_of.get(other.name, ())) >= _OFTEN
    is_known = archive.names[other.name].registered or often or len("".join(one.words)) >= _LONG_NAME
    return is_known and _are_never_together(archive, one, other)


def _is_once(archive: Archive, one: Spelling, other: Spelling, often: int) -> bool:
    """Whether one of two names is mentioned once, the other often, and neither beside the other."""
    rare, usual = sorted(len(archive.mentions_of.get(each.name, ())) for each in (one, other))
    is_rare = rare == 1 and usual >= often
    return is_rare and one.kind is other.kind is not Kind.WORK and _are_never_together(archive, one, other)


def _near(archive: Archive, group: Mapping[str, Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    words = sorted(group)
    for at, word in enumerate(words):
        for found, _, _ in extract(word, words[at + 1 :], scorer=OSA.distance, score_cutoff=1, limit=None):
            short, long = sorted((word, found), key=len)
            alone = len(group[word].words) == 1
            is_long = len(short) >= (_SHORTEST_ALONE if alone else _SHORTEST)
            is_slip = is_long or (alone and _is_rearranged(short, long)) or (not alone and is_lengthened(short, long))
            is_rarer = not alone and _is_slip_of(archive, group[word], group[found], word)
            if is_slip or is_rarer or (not alone and _is_exchanged(short, long)):
                yield group[word], group[found]


def _is_exchanged(word: str, other: str) -> bool:
    """Whether two words of four letters or more differ only by two exchanged letters."""
    return len(word) >= _REST and sorted(word) == sorted(other)


def _is_slip_of(archive: Archive, one: Spelling, other: Spelling, word: str) -> bool:
    """Whether a short word differs in a name mentioned once from a name mentioned more often."""
    rest = sum(map(len, one.words)) - len(word)
    often = _OFTEN_OF_PERSONS if one.kind is Kind.PERSON else _OFTEN
    return rest >= _SHORT and _is_once(archive, one, other, often)


def _is_rearranged(short: str, long: str) -> bool:
    """Whether a word has a letter more, or two exchanged, and no other one in the place of its own."""
    return len(short) < len(long) or sorted(short) == sorted(long)


def _declared(archive: Archive, one: str, other: str) -> bool:
    """Whether the editor has declared two names to be different: by a disambiguation, or by a reference."""
    first, second = archive.names[one], archive.names[other]
    if (first.disambiguation and second.disambiguation) or _are_apart(first, second):
        return True
    return archive.are_linked(first, second)


def _are_apart(first: Name, second: Name) -> bool:
    """Whether an authority has two different ids for the two names."""
    ids = {known.authority: known.id for known in first.identifiers}
    return any(known.authority in ids and ids[known.authority] != known.id for known in second.identifiers)


def _problem(archive: Archive, one: Spelling, other: Spelling) -> Problem:
    """The problem, at the less trustworthy name: without a file, odd, mentioned less often, or later."""
    right, wrong = sorted((one, other), key=lambda spelling: _trust(archive, spelling))
    known, doubtful = archive.names[right.name], archive.names[wrong.name]
    message = f'"{wrong.text}" is written almost like "{right.text}" ({known.span.where})'
    same = f"if both are one, correct it, or add `aliases: [{plain(wrong.text)}]` to content/names/{known.id}.md"
    two = f"if they are two, give each a `disambiguation`, or {exception(CODE, right.text, wrong.text)}"
    needs = (("name", wrong.text),)
    likely = None if doubtful.registered else Fix(doubtful.span, wrong.text, plain(right.text))
    return Problem(
        CODE, doubtful.span, message, f"{same}; {two}", LEVEL, (wrong.text, right.text), needs, likely=likely
    )


def _is_odd(text: str) -> bool:
    """Whether a name is turned round, partly shouted, of two scripts, or has something in brackets behind it."""
    if bare(text)[2]:
        # Behind a comma, or in capitals, stands a legal form.
        return False
    words = _WORD.findall(text)
    shouted = [word for word in words if word.isupper() and len(word) > _SHORT]
    scripts = {unicodedata.name(letter, "").split()[0] for letter in "".join(words) if letter.isalpha()}
    return bool("," in text or before_brackets(text) or 0 < len(shouted) < len(words) or len(scripts) > 1)


def _abridged(archive: Archive, short: Spelling, whole: Spelling) -> Problem:
    known, doubtful = archive.names[whole.name], archive.names[short.name]
    part = "beginning" if bare(whole.text)[1][0] == bare(short.text)[1][0] else "end"
    message = f'"{short.text}" is the {part} of "{whole.text}" ({known.span.where}), and of no other name'
    alias = f"`aliases: [{plain(short.text)}]` in content/names/{known.id}.md"
    same = f"if both are one, write {plain(whole.text)}, or {alias}"
    hint = f"{same}; if they are two, {exception(CODE, whole.text, short.text)}"
    likely = Fix(doubtful.span, short.text, plain(whole.text))
    subject, needs = (short.text, whole.text), (("name", short.text),)
    return Problem(CODE, doubtful.span, message, hint, LEVEL, subject, needs, likely=likely)


def _trust(archive: Archive, spelling: Spelling) -> tuple[bool, bool, int, object]:
    name = archive.names[spelling.name]
    return not name.registered, _is_odd(spelling.text), -len(archive.mentions_of.get(name.id, ())), name.span

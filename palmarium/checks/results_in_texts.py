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
from typing import TypeVar

from ..model import Article, ArticleKind, Coverage, Edition, Entry, Name, Ref, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, if_right
from ..sources.markdown import place
from ..sources.numerals import amount, decimal
from ..sources.plaintext import folded
from . import wording
from .sentences import Sentence, called, sentences

CODE = "result-in-text"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles", "profiles")

_T = TypeVar("_T")

_SHORTEST_CATEGORY = 5
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
        yield from _won(archive, record, sentence, edition, told[edition.key])
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
    for link in wording.crowned(sentence):
        name = archive.named(link.target)
        if not name or name.hidden:
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
) -> Iterator[Problem]:
    """One who is said to have won a category of the edition, which others won.

    Who has no result in it is told where it holds all of them, and, but in a report of it, no other edition has one in
    that category.
    """
    is_report = _is_report(record, edition)
    for won in wording.prizes_won(sentence, archive.categories, _categories(archive, edition)):
        link, category, id = won.link, won.category, archive.ids.get(won.link.target, "")
        entries = [each for each in edition.entries if each.category_key == category]
        won_then = not is_report and any(result.category_key == category for result in archive.results_of.get(id, ()))
        is_known = id in given or (bool(id) and not won_then and edition.covered.results is Coverage.COMPLETE)
        if not is_known or len(entries) != 1 or wording.is_of_else(won.rest) or wording.is_of_several(won.rest):
            continue
        winners = [result for result in entries[0].results if result.is_title or result.place == 1]
        named = [ref.text for result in winners for ref in _all_of(result)]
        if winners and not entries[0].lacks_winner and id not in {archive.ids.get(text, "") for text in named}:
            name = archive.names[id].name
            message = f"{name} is said to have won {category}, and in {edition.key} {named[0]} did"
            hint = f"correct the text, or the result in {edition.span.path}; {if_right(CODE, name, record.id)}"
            yield Problem(CODE, link.span, message, hint, LEVEL, (name, record.id, category, edition.key))


def _categories(archive: Archive, edition: Edition) -> Mapping[str, str]:
    """The categories of an edition, by their names today and as printed, in small letters."""
    return {
        text.lower(): entry.category_key
        for entry in edition.entries
        if (category := archive.category(entry))
        for text in (category.name, entry.printed_name)
        if len(text) >= _SHORTEST_CATEGORY
    }


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
    for called_by, year, words in wording.laureate_of(name.description):
        awards = [award for award in archive.awards.values() if called_by in called(award)]
        keys = [key for award in awards for key in archive.editions_of[award.id]]
        held = [archive.editions[key] for key in keys if year in archive.editions[key].years]
        if len(awards) == len(held) == 1 and held[0].covered.results is Coverage.COMPLETE:
            edition = held[0]
            if edition.key not in results | parts:
                message = f'the description of {name.name} says "{words}", and {edition.key} has no result of that name'
                right = if_right(CODE, name.name, edition.key)
                hint = f"correct the description, or the results in {edition.span.path}; {right}"
                yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, edition.key))


def _too_many(record: Article | Name, sentence: Sentence) -> Iterator[Problem]:
    for at, words in wording.more_than_all(sentence.text):
        span = place(record.body, sentence.start + at)
        message = f'"{words}" is more than there are'
        yield Problem(CODE, span, message, "correct one of the two", LEVEL, (words, record.id))


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
    archive: Archive, record: Article | Name, sentence: Sentence, edition: Edition, given: Mapping[str, _Given]
) -> Iterator[Problem]:
    """What a sentence says of the only laureate that it names, or right behind one of several."""
    named = [
        (first, last, archive.ids[link.target]) for first, last, link in sentence.links if link.target in archive.ids
    ]
    known = [each for each in named if each[2] in given]
    is_alone = len(named) == 1 and known and not _names_another(archive, sentence, given, named[0])
    for first, last, id in known:
        before, behind = sentence.text[:first], sentence.text[last:]
        others = [given[other] for _, _, other in known if other != id]
        said = wording.of_the_only if is_alone else wording.right_behind
        figures = tuple(said(before, behind))
        # What is true of another one who is named is said of that one.
        if not is_alone and any(_is_true(figure, other) for figure in figures for other in others):
            continue
        for figure in figures:
            key, right = _wrong(figure, given[id])
            at = figure.at if figure.at < first else last + figure.at - first
            rest = sentence.text[sentence.text.find(figure.words, at) + len(figure.words) :]
            if key and not (_is_elsewhere(archive, edition, rest) or _is_disputed(edition, figure.words)):
                message = f'"{figure.words}" is said of {archive.names[id].name}, and {edition.key} has {right}'
                hint = f"correct the text, or {key} in {edition.span.path}; {if_right(CODE, figure.words, record.id)}"
                span = place(record.body, sentence.start + at)
                subject = (figure.words, record.id, archive.names[id].name, edition.key)
                yield Problem(CODE, span, message, hint, LEVEL, subject)


def _names_another(
    archive: Archive, sentence: Sentence, given: Mapping[str, _Given], named: tuple[int, int, str]
) -> bool:
    """Whether another laureate of the edition is named without a link."""
    first, last, own = named
    rest = f"{sentence.text[:first]} \n {sentence.text[last:]}"
    others = (spelling for id in given if id and id != own for spelling in archive.names[id].spellings)
    return any(spelling in rest for spelling in others)


def _is_true(figure: wording.Figure, given: _Given) -> bool:
    return figure.number in (given.scored if figure.what == "points" else given.ranked_at)


def _wrong(figure: wording.Figure, given: _Given) -> tuple[str, str]:
    """The key of a result that says another number than a text, and what it is; nothing where none does."""
    if figure.what == "place":
        places = f"place{'s' if len(given.ranked_at) > 1 else ''} {wording.listed(given.ranked_at)}"
        return ("the `rank`", places) if given.ranked_at and figure.number not in given.ranked_at else ("", "")
    if figure.what == "points":
        if given.scored and figure.number not in given.scored:
            return "the `score`", f"{wording.listed(given.scored)} points"
        is_other = given.scored_of and figure.most is not None and figure.most not in given.scored_of
        return ("`out_of`", f"out of {wording.listed(given.scored_of)}") if is_other else ("", "")
    amounts = given.amounts.get(figure.what, frozenset())
    is_other = bool(amounts) and figure.number not in amounts | {sum(amounts)}
    return ("the `money`", f"{wording.listed(amounts)} {figure.what}") if is_other else ("", "")


def _is_disputed(edition: Edition, words: str) -> bool:
    """Whether sources of an edition are at odds over what a text says."""
    return any(re.search(rf"(?<!\w){re.escape(each.value)}(?!\w)", words) for each in edition.disputes)


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

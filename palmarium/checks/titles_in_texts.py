"""The years in which a text says that somebody won are those of the results.

Where a sentence about one name lists editions, by links or by their years, behind the name of a category, behind "won"
or "laureate", or behind "chair of the jury" ("twice Cook of the Year, in [[pie/2011|2011]] and in [[pie/2013|2013]]"),
the name has that part in each: told is one in which the archive knows who had it, and where that is somebody else. So
is "three times Cook of the Year" where it was twice, by all the editions until the day of the article. A sentence is
about the only name to which it leads, or, without any, about the one of the file or of the article.

Passes, where Ann Crust was Cook of the Year in 2011 and in 2013:

```markdown
[[Ann Crust]] was Cook of the Year in 2011 and in 2013.
```

Fails:

```markdown
[[Ann Crust]] was Cook of the Year in 2011 and in 2012.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Article, Coverage, Edition, Function, Name
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception
from ..sources.markdown import place
from ..sources.numerals import numbers
from ..statistics.memoize import once
from .sentences import Sentence, sentences

CODE = "title-in-text"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles", "profiles")

_YEAR = r"(?:1[89]|20)\d\d(?![\d/–-])"
_LISTED = re.compile(
    rf"(?:\b(?:en|in)\b|(?<=:)) *{_YEAR}"
    rf"(?:(?: *,)?(?: *\b(?:et|and|puis|then|again|encore|à nouveau)\b)*(?: *\b(?:en|in)\b)? *(?<![\d]){_YEAR})*"
)
_IN_LIST = re.compile(_YEAR)
_TIMES = r"(?:(?P<many>[^\W\d_]{2,9}) (?:fois|times)|(?P<twice>twice))"
_MANY_BEHIND = re.compile(rf"\b{_TIMES}$", re.I)
"""A number of times between what was won and the years."""
_MANY = re.compile(rf"\b{_TIMES} (?:(?:the|le|la|named|élue?|nommée?|sacrée?|crowned) )?", re.I)
_WON = re.compile(
    r"\b(?:(?:won|wins|remporta|remporté|gagna|gagné)(?: (?:it|the|le|la|prize|award|prix|trophée))*"
    r"|lauréate?s?|laureate)$",
    re.I,
)
_CHAIR = re.compile(
    r"\b(?:chair(?:ed|man|woman)?(?: of)?|presided over|présidente?(?: du)?|préside|présida|présidé)"
    r"(?: the| le)? ?jury$",
    re.I,
)
_OWN = re.compile(
    r"^\W*(?:she|he|it|they|elle|il|ils|présidente?|lauréate?|titrée?|laureate|winner|chair\w*|twice"
    r"|(?:deux|trois|two|three) (?:fois|times))\b",
    re.I,
)
_LEAST = 5
_NOT_SO = re.compile(
    r"\b(?:not|never|nor|almost|without|pas|jamais|ni|presque|sans|before|avant|after|après|lost|perdu|candidate?s?"
    r"|shortlisted|nominated|nommée? pour|finalistes?|finalists?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Categories:
    """The names of categories in small letters, the longest first, and the keys of those that have each."""

    named: tuple[tuple[str, tuple[str, ...]], ...]


@once
def _categories(archive: Archive) -> _Categories:
    found: dict[str, tuple[str, ...]] = {}
    for category in archive.categories.values():
        if len(category.name) >= _LEAST:
            found[category.name.lower()] = (*found.get(category.name.lower(), ()), category.key)
    return _Categories(tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))))


def each(archive: Archive, record: Article | Name) -> Iterator[Problem]:
    for sentence in sentences(record):
        name = _subject(archive, record, sentence)
        if name and not name.hidden:
            yield from _listed(archive, record, sentence, name)
            yield from _counted(archive, record, sentence, name)


def _subject(archive: Archive, record: Article | Name, sentence: Sentence) -> Name | None:
    """The name that a sentence is about, where that is one."""
    named = {found.id: found for _, _, link in sentence.links if (found := archive.named(link.target))}
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    before = {archive.ids.get(link.target, "") for link in sentence.links_before} - {""}
    if isinstance(record, Name):
        return record if not before and record.registered else None
    about = {archive.ids.get(ref.text, "") for ref in record.about.names}
    is_own = len(about) == 1 and before <= about and _OWN.match(sentence.text)
    return archive.names.get(min(about)) if is_own else None


def _listed(archive: Archive, record: Article | Name, sentence: Sentence, name: Name) -> Iterator[Problem]:
    text, editions = sentence.text, {}
    for first, last, link in sentence.links:
        edition = archive.editions.get(link.target)
        if edition:
            editions[first] = edition
            text = f"{text[:first]}{edition.sort_year}{' ' * (last - first - 4)}{text[last:]}"
    awards = {key for _, _, link in sentence.links if (key := link.target.partition("/")[0]) in archive.awards}
    for found in _LISTED.finditer(text):
        lead = _MANY_BEHIND.sub("", text[: found.start()].rstrip(" :,")).rstrip()
        if _NOT_SO.search(lead):
            continue
        for year in _IN_LIST.finditer(text, found.start(), found.end()):
            linked = editions.get(year.start())
            there = [linked] if linked else _in_year(archive, record, int(year[0]), awards)
            if there and (other := _contradicted(archive, name, lead, there)):
                message = f"{name.name} is said {other[0]} in {year[0]}, and in {there[0].key} {other[1]}"
                right = f"if it is right, {exception(CODE, name.name, there[0].key, record.id)}"
                hint = f"correct the year, or {there[0].span.path}; {right}"
                span = place(record.body, record.span.path, sentence.start + year.start())
                yield Problem(CODE, span, message, hint, LEVEL, (name.name, there[0].key, record.id))


def _in_year(archive: Archive, record: Article | Name, year: int, awards: set[str]) -> list[Edition]:
    """The editions of a year, of the awards that are meant."""
    refs = (*record.about.awards, *record.about.editions) if isinstance(record, Article) else ()
    meant = awards or {ref.text.partition("/")[0] for ref in refs}
    keys = (key for award in sorted(meant) for key in archive.editions_of.get(award, ()))
    return [archive.editions[key] for key in keys if year in archive.editions[key].years]


def _contradicted(archive: Archive, name: Name, lead: str, there: list[Edition]) -> tuple[str, str] | None:
    """What is said of a name before the years, and what is known instead, where each edition of the year knows it."""
    said = [_known(archive, name, lead, edition) for edition in there]
    return next((each for each in said if each), None) if all(said) else None


def _known(archive: Archive, name: Name, lead: str, edition: Edition) -> tuple[str, str] | None:
    if _CHAIR.search(lead):
        chairs = [part.name.text for part in edition.parts if part.function is Function.JUROR and part.chair]
        is_other = chairs and name.id not in {archive.ids.get(text, "") for text in chairs}
        return ("to have chaired the jury", f"{chairs[0]} did") if is_other else None
    for category in _said(archive, lead):
        if category.partition("/")[0] == edition.award:
            winners = _winners(archive, edition, category)
            is_other = winners and name.id not in winners
            return (f"to have won {category}", f"{archive.names[winners[0]].name} did") if is_other else None
    won = _WON.search(lead)
    is_known = edition.covered.results in (Coverage.COMPLETE, Coverage.WINNERS_ONLY)
    is_whole = is_known and not any(each.lacks_winner for each in edition.entries)
    if won is None or not is_whole:
        return None
    mentions = [mention for mention in archive.mentions_of.get(name.id, ()) if mention.edition == edition.key]
    return ("to have won", "it has no result") if not mentions else None


def _said(archive: Archive, lead: str) -> tuple[str, ...]:
    """The keys of the categories with whose name a text ends."""
    said = lead.lower()
    called = (each for each in _categories(archive).named if said.endswith(each[0]))
    return next((found for text, found in called if not said[: -len(text)][-1:].isalnum()), ())


def _winners(archive: Archive, edition: Edition, category: str) -> list[str]:
    """Who won a category in an edition, or has any other result in it; nobody where a winner may be unknown."""
    entries = [entry for entry in edition.entries if entry.category_key == category]
    if not entries or any(entry.lacks_winner for entry in entries):
        return []
    results = [result for entry in entries for result in entry.results]
    texts = [holder.name.text for result in results for holder in result.holders]
    texts += [ref.text for result in results for ref in result.represented_by]
    texts += [post.org.text for result in results for each in result.holders for post in each.posts if post.org]
    return [archive.ids[text] for text in texts if text in archive.ids]


def _counted(archive: Archive, record: Article | Name, sentence: Sentence, name: Name) -> Iterator[Problem]:
    """How many times a name won a category, until the day of the text."""
    for found in _MANY.finditer(sentence.text):
        behind = sentence.text[found.end() :].lower()
        many = 2 if found["twice"] else next(iter(numbers(f"{found['many'].lower()} fois")), 0)
        categories = next((each for text, each in _categories(archive).named if _begins(behind, text)), ())
        if many < 2 or _NOT_SO.search(sentence.text[: found.start()]) or len(categories) != 1:
            continue
        until = record.date.year if isinstance(record, Article) and record.date else 9999
        editions = [
            each
            for each in archive.award_editions(categories[0].partition("/")[0])
            if each.sort_year <= until and each.is_held
        ]
        given = [_winners(archive, each, categories[0]) for each in editions]
        titles = (each for each in archive.results_of.get(name.id, ()) if each.is_title)
        won = {each.edition for each in titles if each.category_key == categories[0]}
        count = len(won & {each.key for each in editions})
        if not count or count <= many <= count + sum(not each for each in given):
            continue
        words = f"{found[0]}{archive.categories[categories[0]].name}"
        message = f'"{words}" is said of {name.name}, who has {count} of these titles'
        hint = f"correct the number, or the results; if it is right, {exception(CODE, words, record.id)}"
        span = place(record.body, record.span.path, sentence.start + found.start())
        yield Problem(CODE, span, message, hint, LEVEL, (words, record.id, name.name))


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) :][:1].isalnum()

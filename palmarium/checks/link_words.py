"""The words of a link are those of what it leads to.

`[[Ann Crust|Ben Crumble]]` says one name and leads to another, and readers see the first alone. Told are links to a
name whose words are another name of the archive, links to a category or an award that say another one, and links to an
edition that say nothing but the number of another one: "the third edition", "the third year"; or, in an article about
one edition, where no other year is told of, "two years earlier" where it is three. So are words that name nothing, such
as "here" and "read more": a screen reader lists the links of a page without the words around them.

Passes:

```markdown
[[Ann Crust|The baker]] won [[pie/2011|the second edition]].
```

Fails, where Ben Crumble is a name, and the edition of 2011 the second:

```markdown
[[Ann Crust|Ben Crumble]] won [[pie/2011|the third edition]].
```
"""

import re
from collections.abc import Iterable, Iterator

from ..model import Article, Award, Category, Edition, Name, Note, ProseLink
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem
from ..sources.numerals import numbers, ordinals
from ..sources.plaintext import folded, word_list
from ..statistics.memoize import once
from .sentences import Sentence, called, sentences

CODE = "link-words"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("articles", "profiles", "notes")

_BESIDE = frozenset(
    ("the", "a", "an", "of", "l", "la", "le", "d", "de", "du", "edition", "ceremony", "ceremonie", "soiree")
)
"""Words that say no more than a number does."""
_IN_YEARS = frozenset(("year", "annee", "an"))
"""Words that count years rather than editions."""

_YEARS_AWAY = re.compile(
    r"(?P<many>\d{1,2}|[^\W\d_]{2,9}) (?:years?|ans?|années?) "
    r"(?:(?P<before>earlier|before|plus tôt|auparavant|avant)|later|after|plus tard|après)",
    re.I,
)

_SAYS_NOTHING = frozenset(
    (
        *("here", "click here", "this", "this link", "link", "more", "read more", "learn more", "see here"),
        *("ici", "cliquez ici", "ce lien", "lien", "en savoir plus", "lire la suite", "voir ici"),
    )
)


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    for link in record.body.links:
        if folded(link.text).strip(" .:!…>»*_") in _SAYS_NOTHING:
            message = f'"{link.text}" says nothing of where the link leads, to whoever hears the links alone'
            said = f"[[{link.target}]]" if archive.target(link.target) else "words that name it"
            yield Problem(CODE, link.span, message, f"write {said}", LEVEL, (link.text, link.target))
        if link.text and link.text != link.target:
            yield from _of_name(archive, link)
            if link.target in archive.categories:
                yield from _of_category(archive, link, archive.categories[link.target])
            if link.target in archive.awards:
                yield from _of_award(archive, link, archive.awards[link.target])
            if link.target in archive.editions:
                yield from _of_edition(archive, link, archive.editions[link.target])
    about = record.about.editions if isinstance(record, Article) else ()
    own = archive.editions.get(about[0].text) if len(about) == 1 else None
    for sentence in sentences(record) if own else ():
        if own:
            yield from _of_years_away(archive, own, sentence)


def _of_years_away(archive: Archive, own: Edition, sentence: Sentence) -> Iterator[Problem]:
    """Years between the edition that an article is about and another one, where no other time is told of."""
    before = [link.target for link in sentence.links_before]
    for _, _, link in sentence.links:
        edition, found = archive.editions.get(link.target), _YEARS_AWAY.fullmatch(link.text)
        many = numbers(f"{found['many'].lower()} ans") if found else ()
        others = {target for target in before if target in archive.editions} - {own.key}
        years = sentence.named_years | sentence.named_before
        before.append(link.target)
        if not edition or not found or len(many) != 1 or edition.award != own.award or others or years - own.years:
            continue
        way = 1 if found["before"] else -1
        if many[0] not in {way * (year - other) for year in own.years for other in edition.years}:
            every = archive.award_editions(own.award)
            meant = next((each.key for each in every if own.sort_year - way * many[0] in each.years), "")
            right = f"[[{meant}|{link.text}]]" if meant else ""
            yield _problem(link, f"{edition.key}, and the article is about {own.key}", right)


def _of_name(archive: Archive, link: ProseLink) -> Iterator[Problem]:
    meant, said = archive.ids.get(link.target, ""), archive.ids.get(link.text, "")
    if meant and said and meant != said and link.text in archive.names[said].spellings:
        yield _problem(link, archive.names[meant].name, f"[[{link.text}]]")


def _of_category(archive: Archive, link: ProseLink, category: Category) -> Iterator[Problem]:
    said = folded(link.text)
    if said == folded(category.name):
        return
    for other in archive.awards[category.award].categories if category.award in archive.awards else ():
        if other.id != category.id and said == folded(other.name):
            yield _problem(link, category.name, f"[[{category.award}/{other.id}|{link.text}]]")
            return
    if said in _categories(archive):
        yield _problem(link, f"{category.key}, {category.name}", f"[[{_categories(archive)[said]}|{link.text}]]")


def _of_award(archive: Archive, link: ProseLink, award: Award) -> Iterator[Problem]:
    said = folded(link.text)
    if said not in map(folded, called(award)) and said in _awards(archive):
        yield _problem(link, award.name, f"[[{_awards(archive)[said]}|{link.text}]]")


@once
def _categories(archive: Archive) -> dict[str, str]:
    """The key of a category by its name."""
    return _first((folded(category.name), category.key) for category in archive.categories.values())


@once
def _awards(archive: Archive) -> dict[str, str]:
    """The id of an award by what a text may call it."""
    return _first((folded(name), award.id) for award in archive.awards.values() for name in called(award))


def _first(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What has a name; of several of one name the first."""
    found: dict[str, str] = {}
    for name, key in named:
        found.setdefault(name, key)
    return found


def _of_edition(archive: Archive, link: ProseLink, edition: Edition) -> Iterator[Problem]:
    found = ordinals(link.text)
    if len(found) != 1 or edition.ordinal in (None, *found):
        return
    award = archive.awards.get(edition.award)
    own = _BESIDE | set(word_list(f"{award.name} {award.short}" if award else ""))
    words = [word for word in word_list(link.text) if word not in own]
    rest = [word for word in words if word not in _IN_YEARS]
    # "The first online edition" says more than a number, and so does "the first and the last".
    if len(rest) != 1 or not ordinals(rest[0]) or rest[0] == folded(link.text):
        return
    others = archive.award_editions(edition.award)
    if len(words) > len(rest) and found[0] == edition.sort_year - min(other.sort_year for other in others) + 1:
        return
    meant = next((other.key for other in others if other.ordinal == found[0]), "")
    hint = f"[[{meant}|{link.text}]]" if meant else ""
    yield _problem(link, f"{edition.key}, the edition of number {edition.ordinal}", hint)


def _problem(link: ProseLink, meant: str, right: str) -> Problem:
    hint = f"write {right}, or other words" if right else "correct the words, or where the link leads"
    likely = Fix(link.span, f"[[{link.target}|{link.text}]]", right) if right else None
    message = f'"{link.text}" leads to {meant}'
    return Problem(CODE, link.span, message, hint, LEVEL, (link.text, link.target), likely=likely)

"""What a report says of its edition is so: its number, its place, its attendance, and who chaired the jury.

Where a report, a palmarès, a brief or a text on the jury is about one edition, calls one edition alone by its number
("the twelfth edition", "the 12th Golden Pie"), and that is another number, the number or the edition is wrong. Told is
nothing further down but "it was the twelfth edition", where the text has the right number too, nor in a sentence that
tells of another time, or of another award; nor may its title or its deck say another number. So is told a city or a
venue in which it "was held" (or which hosted it, or which stands behind the day of its ceremony or behind its venue),
and that is the one of other editions alone, of this award or another, a number of people who came, the only one of the
text, that is not its `attendance` (nor near it, where the text says "about"), another number of jurors ("a jury of
nine") or of categories in which prizes were given than an edition has that holds all of them, and a `[[link]]` to one
who chaired the jury, where another one has `chair: true`.

Passes, in an article about the edition no. 14:

```markdown
---
title: The night of the pies
kind: report
about: {editions: pie/2011}
---

It was the fourteenth edition.
```

Fails:

```markdown
---
title: The night of the pies
kind: report
about: {editions: pie/2011}
---

It was the twelfth edition.
```
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model import Article, ArticleKind, Award, Ceremony, Coverage, Date, Edition, Gathering
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, if_right
from ..sources.markdown import place, unquoted
from ..sources.numerals import DAY, MONTH, MONTH_NUMBERS, NTH, numbers, ordinals
from ..sources.schema.meant import number as meant_number
from ..statistics.changes import category_keys
from ..statistics.memoize import once
from .sentences import OTHER_TIME, Sentence, called, sentences

CODE = "edition-in-text"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles",)

_KINDS = (ArticleKind.REPORT, ArticleKind.PALMARES, ArticleKind.BRIEF, ArticleKind.JURY)
_NTH = rf"(?<![\w-]){NTH}"
_NUMBERED = re.compile(rf"{_NTH} +[ée]dition\b", re.I)
_BEFORE = re.compile(rf"{_NTH} {{1,6}}$", re.I)
_BEFORE_A_NAME = 30
_THIS = re.compile(
    r"\b(?:this (?:is|was)|it (?:is|was)|c'est|c'était|ce fut) (?:the|la|this|cette) *$|\b(?:cette|this) *$", re.I
)
_AT_THE = re.compile(
    r"(?:\b(?:this (?:is|was)|it (?:is|was)|c'est|c'était|ce fut|at|for|of|pour|lors de|de|à) |^\W*(?:so \w+ )?)"
    r"(?:the|la|this|cette|its|sa) *$|\b(?:cette|this) *$",
    re.I,
)
_IN = r"(?:in|at|à|au|aux|dans) (?:the |la |le |les |l')?"
_IS_HELD = (
    r"(?:(?:was |were |is |, )?(?:held|given|presented|handed out|staged)|took place"
    r"|(?:s'est|se sont) (?:tenue?s?|déroulée?s?)|(?:a|ont) eu lieu|(?:eut|eurent) lieu"
    r"|se (?:tenait|tint|déroulait|déroula)"
    r"|(?:(?:a|ont) été|fut|furent|est) (?:remise?s?|décernée?s?|organisée?s?|donnée?s?))"
)
_WHEN = (
    r"(?:(?:on |le )?(?:[^\W\d_]{3,9},? (?:the |le )?)?"
    r"(?:\d{1,2}(?:er|st|nd|rd|th)? (?:of )?[^\W\d_]{3,9}(?:,? \d{4})?|[^\W\d_]{3,9} \d{1,2}(?:, \d{4})?),? )?"
)
_HELD_IN = re.compile(
    r"(?:^\W*(?i:it|elle) |\b(?:edition|ceremony|evening|gala|[ée]dition|cérémonie|soirée|remise des prix),? "
    r"|^\W*(?i:the|les?) (?i:prizes?|awards?|prix|trophées?) |\ufffc *|^\W*(?=(?i:held|tenue?|organisée?) ))"
    rf"(?P<how>(?i:{_IS_HELD}|tenue?|organisée?) {_WHEN}{_IN})(?P<where>[^\W\d_a-zà-ÿ][\w' -]{{0,60}})"
)
_ON_DAY = re.compile(
    rf"\b(?:{DAY} (?:of )?)?(?i:{MONTH})"
    rf"(?: (?P<after>\d{{1,2}}))?,? (?P<year>\d{{4}}),? (?P<how>{_IN})(?P<where>[^\W\d_a-zà-ÿ][\w' -]{{0,60}})"
)
_OF_CITY = re.compile(r"(?P<how>(?:,| (?:de|à|in|of|at)) | d')(?P<where>[^\W\d_a-zà-ÿ][\w' -]{0,60})")
_HOSTS = re.compile(
    r" (?P<how>(?:hosted|was host to|a accueilli|accueillait|accueillit)"
    r" (?:the |la |le |l')(?:edition|ceremony|evening|gala|[ée]dition|cérémonie|soirée|remise)\b)"
)
_DIGITS = re.compile(r"\d+")
_MANY = r"(?P<many>\d{1,3}(?:[ ,.]\d{3})?)"
_PEOPLE = (
    r"(?:people|guests|spectators|attendees|visitors|personnes|invités|spectateurs|convives|participants|visiteurs)\b"
)
_SO_MANY = tuple(
    re.compile(form, re.I)
    for form in (
        r"\b(?:before|in front of|attended by|watched by|devant|en présence de|réuni(?:ssait|t)?|rassembl(?:ait|a|é)"
        r"|gathered|welcomed|drew|accueill(?:ait|it|i)|there were|on compt(?:ait|a)|il y avait) "
        rf"(?:an audience of |un public de )?{_MANY} {_PEOPLE}",
        rf"(?<![\w.,]){_MANY} {_PEOPLE} (?:came|attended|were (?:there|present)|turned (?:up|out)|gathered|filled"
        r"|sont venus|étaient (?:là|présente?s|venus|réunis)|assist(?:aient|èrent)|ont assisté)\b",
        rf"\b(?:audience|crowd|public|assistance) (?:numbered|comptait|était de|was of) {_MANY}\b",
    )
)
_ABOUT = re.compile(
    r"\b(?:some|about|around|almost|nearly|over|more than|environ|quelque|près de|plus de|presque) *$", re.I
)
_ROUNDED = 10
_OF_A_JURY = re.compile(
    r"\b(?:a|the|un|le) jury (?:of|de) (?P<many>\d{1,2}|[^\W\d_]{2,12})\b"
    r"(?= *(?:[.,;]|$|(?:people|members|jurors|experts|personnes|membres|jurés)\b"
    r"|(?:met|chose|sat|voted|judged|decided)\b))",
    re.I,
)
_CATEGORIES_GIVEN = re.compile(
    r"\b(?:prizes|awards|trophies|prix|trophées) (?:were |ont été |furent )?"
    r"(?:given|presented|handed out|décernés|remis|attribués) (?:in|dans) "
    r"(?P<many>\d{1,2}|[^\W\d_]{2,12}) (?:categories|catégories)\b",
    re.I,
)
_CHAIRED_BY = re.compile(
    r"\b(?:jury)\b[^.;:]{0,20}\b(?:chaired|presided over|headed|présidé)(?: that year)? (?:by|par) *$", re.I
)
_CHAIRS = re.compile(
    r" *,? (?:(?:who|qui) )?(?:chaired|chairs|presided over|préside|présidait|présida) (?:the|le) jury\b", re.I
)
_OTHER = re.compile(
    r"\b(?:next|used to|will|would|since|already|before|earlier|lost|first ever|had|until|after|like|unlike|than"
    r"|prochaine?|déjà|depuis|sera|seront|aura|prépare|avant|après|jusqu'à|comme|contrairement|que"
    r"|avait|dès)\b",
    re.I,
)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    about = article.about.editions
    edition = archive.editions.get(about[0].text) if len(about) == 1 else None
    award = archive.awards.get(edition.award) if edition else None
    if not edition or not award or article.kind not in _KINDS:
        return
    yield from _attended(archive, article, edition)
    named = [
        (number, sentence, at, words)
        for sentence in sentences(article)
        for number, at, words in _numbers(award, sentence)
    ]
    if edition.ordinal:
        yield from _misnumbered(archive, article, edition, named)
        yield from _titled(article, award, edition)
    for sentence in sentences(article):
        yield from _placed(archive, article, edition, sentence)
        if not _is_elsewhere(archive, edition, sentence):
            yield from _beside_its_venue(archive, article, edition, sentence)
            yield from _chaired(archive, article, edition, sentence)
            yield from _counted(archive, article, edition, sentence)


_Named = tuple[int, Sentence, int, str]
"""An edition that is called by its number: the number, its sentence, its place there, and its words."""


def _misnumbered(archive: Archive, article: Article, edition: Edition, named: list[_Named]) -> Iterator[Problem]:
    """The only number by which a text calls an edition, where it is that of another."""
    numbers = {number for number, *_ in named} | set(ordinals(f"{article.title} {article.deck}"))
    if len(numbers) != 1 or edition.ordinal in numbers:
        return
    for number, sentence, at, words in named:
        is_first = "\n\n" not in article.body.text[: sentence.start + at].lstrip()
        form = _AT_THE if is_first and number > 1 else _THIS
        if not _is_elsewhere(archive, edition, sentence) and form.search(sentence.text[:at]):
            message = f'"{words}" is said in an article about {edition.key}, which is no. {edition.ordinal}'
            right = if_right(CODE, words, article.id)
            hint = f"correct the number, `about`, or `ordinal` in {edition.span.path}; {right}"
            span = place(article.body, sentence.start + at)
            yield Problem(CODE, span, message, hint, LEVEL, (words, article.id, edition.key))
            return


def _titled(article: Article, award: Award, edition: Edition) -> Iterator[Problem]:
    """The number of another edition in a title or a deck; with the name of the award it is told as another edition."""
    for key, text in (("title", unquoted(article.title)), ("deck", unquoted(article.deck))):
        found = list(_NUMBERED.finditer(text))
        said = ordinals(found[0]["nth"].lower()) if len(found) == 1 else ()
        is_other = OTHER_TIME.search(text) or _OTHER.search(text) or _any_in(set(called(award)), text)
        if len(said) == 1 and said[0] != edition.ordinal and not is_other:
            message = f'the {key} says "{found[0][0]}", and {edition.key}, which the article is about, '
            message += f"is no. {edition.ordinal}"
            right = if_right(CODE, found[0][0], article.id)
            hint = f"correct the number, `about`, or `ordinal` in {edition.span.path}; {right}"
            subject = (found[0][0], article.id, edition.key)
            yield Problem(CODE, article.span, message, hint, LEVEL, subject, key=(key,))


@once
def _places(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Every city and every venue of a ceremony; whoever looks for one of them in a text depends on all."""
    held = (edition.ceremony for edition in archive.editions.values())
    named = {(key, text) for each in held for key, text in (("city", each.city), ("venue", each.venue)) if text}
    return tuple(sorted(named))


def _placed(archive: Archive, article: Article, edition: Edition, sentence: Sentence) -> Iterator[Problem]:
    """A city or venue given for the edition that only other editions have."""
    own = edition.ceremony
    here: tuple[Ceremony | Gathering, ...] = (own, *edition.events)
    there = [own.country, *(text for each in here for text in (each.venue, each.city))]
    there += [each.value for each in edition.disputes if each.field.startswith("ceremony")]
    # The end of a link to the award, after which the same may be said.
    text = sentence.text
    for _, last, link in sentence.links:
        text = f"{text[: last - 1]}\ufffc{text[last:]}" if link.target in (edition.award, edition.key) else text
    others = _places(archive)
    then = [found for found in _ON_DAY.finditer(text) if own.date and _is_day(found, own.date)]
    # What was on the day of the ceremony is of that, whatever else the sentence tells.
    told = () if _is_elsewhere(archive, edition, sentence) else (*_HELD_IN.finditer(text), *_HOSTS.finditer(text))
    for found in (*told, *then):
        where, before = found.groupdict().get("where") or "", text[: found.start()]
        named = [each for each in others if _begins(where, each[1]) or (not where and before.endswith(each[1]))]
        key, place_there = max(named, key=lambda each: len(each[1]), default=("", ""))
        right = own.city if key == "city" else own.venue
        if key and right and place_there not in there and not any(each and each in sentence.text for each in there):
            words = f"{found['how']}{place_there}".strip(" ,") if where else f"{place_there} {found['how']}"
            was, at = f"was {'in' if key == 'city' else 'at'} {right}", sentence.start + found.start("how")
            yield _problem(article, edition, at, words, was, key, place_there)
            return


def _beside_its_venue(archive: Archive, article: Article, edition: Edition, sentence: Sentence) -> Iterator[Problem]:
    """Another city behind the venue of the edition: "the Guild Hall in Bath"."""
    venue, city = edition.ceremony.venue, edition.ceremony.city
    at = sentence.text.find(venue) if venue and city else -1
    found = _OF_CITY.match(sentence.text, at + len(venue)) if at >= 0 else None
    cities = [text for key, text in _places(archive) if key == "city" and found and _begins(found["where"], text)]
    there = max(cities, key=len, default=city)
    if found and there != city and not _begins(found["where"], city):
        words = f"{venue}{found['how']}{there}"
        yield _problem(article, edition, sentence.start + at, words, f"was in {city}", "city", there)


def _problem(article: Article, edition: Edition, at: int, words: str, right: str, key: str, about: str) -> Problem:
    """The problem of words about an edition that contradict one of its keys; `about` is what an exception names."""
    message = f'"{words}" is said of {edition.key}, which {right}'
    hint = f"correct the text, or `{key}` in {edition.span.path}; {if_right(CODE, about, article.id)}"
    return Problem(CODE, place(article.body, at), message, hint, LEVEL, (about, article.id, edition.key))


def _begins(text: str, name: str) -> bool:
    """Whether a text begins with a name, and not with a longer word."""
    return text.startswith(name) and not text[len(name) :][:1].isalnum()


def _is_day(found: re.Match[str], date: Date) -> bool:
    day = int(found["day"] or found["after"] or 0)
    return day > 0 and Date(int(found["year"]), MONTH_NUMBERS[found["month"].lower()], day) == date


def _attended(archive: Archive, article: Article, edition: Edition) -> Iterator[Problem]:
    """The only attendance that a text states, if the edition has another."""
    known = {each.value for each in edition.attendance} | {
        int(d) for each in edition.disputes for d in _DIGITS.findall(each.value)
    }
    here = [
        (sentence, found)
        for sentence in (sentences(article) if edition.attendance else ())
        for form in _SO_MANY
        for found in form.finditer(sentence.text)
    ]
    numbers = {int(meant_number(found["many"]) or 0) for _, found in here}
    if len(numbers) != 1 or (numbers & known):
        return
    sentence, found = here[0]
    (number,) = numbers
    is_rounded = _ABOUT.search(sentence.text[: found.start("many")])
    if is_rounded and any(abs(number - each) * _ROUNDED <= each for each in known):
        return
    # "Before" is a word of another time, but not before a number of people.
    rest = replace(sentence, text=f"{sentence.text[: found.start()]} {sentence.text[found.end() :]}")
    if not _is_elsewhere(archive, edition, rest):
        words = " ".join(found[0].split())
        listed = " and ".join(map(str, sorted({each.value for each in edition.attendance})))
        at = sentence.start + found.start()
        yield _problem(article, edition, at, words, f"has an attendance of {listed}", "attendance", words)


def _counted(archive: Archive, article: Article, edition: Edition, sentence: Sentence) -> Iterator[Problem]:
    """A stated number of jurors or categories other than that of a complete edition."""
    jury = {archive.ids.get(part.name.text, "") for part in edition.jurors}
    listed = (
        ("jury", ("juror", "jurors"), len(jury), edition.covered.jury, _OF_A_JURY),
        (
            "results",
            ("category", "categories"),
            len(category_keys(archive, edition.key)),
            edition.covered.categories,
            _CATEGORIES_GIVEN,
        ),
    )
    for key, what, count, coverage, form in listed:
        found = form.search(sentence.text) if count and coverage is Coverage.COMPLETE else None
        said = numbers(found["many"].lower()) if found else ()
        if found and len(said) == 1 and said[0] != count:
            words = " ".join(found[0].split())
            at = sentence.start + found.start()
            yield _problem(article, edition, at, words, f"has {count} {what[count > 1]}", key, words)


def _chaired(archive: Archive, article: Article, edition: Edition, sentence: Sentence) -> Iterator[Problem]:
    """Somebody stated as chair of the jury, if another one was."""
    chairs = [part.name.text for part in edition.jurors if part.chair]
    own = {archive.ids.get(chair, "") for chair in chairs}
    for first, last, link in sentence.links if chairs else ():
        id = archive.ids.get(link.target, "")
        is_chair = _CHAIRED_BY.search(sentence.text[:first]) or _CHAIRS.match(sentence.text[last:])
        if id and is_chair and id not in own:
            message = (
                f'"{link.text or link.target}" is said to have chaired the jury of {edition.key}, and {chairs[0]} did'
            )
            hint = f"correct the text, or `chair` in {edition.span.path}; {if_right(CODE, link.target, article.id)}"
            yield Problem(CODE, link.span, message, hint, LEVEL, (link.target, article.id, edition.key))


def _numbers(award: Award, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Each edition that is called by its number: the number, where it stands, and its words."""
    text = sentence.text
    linked = [(first, text[first:last].strip()) for first, last, link in sentence.links if link.target == award.id]
    named = [(text.find(name), name) for name in called(award) if name in text]
    before = ((_BEFORE.search(text[max(0, at - _BEFORE_A_NAME) : at]), at, name) for at, name in (*linked, *named[:1]))
    ahead = ((found, max(0, at - _BEFORE_A_NAME), name) for found, at, name in before if found)
    for found, offset, name in (*((found, 0, "") for found in _NUMBERED.finditer(text)), *ahead):
        said = ordinals(found["nth"].lower())
        if len(said) == 1:
            yield said[0], offset + found.start(), " ".join(f"{found[0]} {name}".split())


def _is_elsewhere(archive: Archive, edition: Edition, sentence: Sentence) -> bool:
    """Whether a sentence tells of another time, or of another award."""
    own = archive.awards[edition.award]
    targets = {link.target for _, _, link in sentence.links} | {link.target for link in sentence.links_before}
    editions = {target for target in targets if target in archive.editions}
    awards = {target for target in targets if target in archive.awards} | {key.split("/")[0] for key in editions}
    years = (sentence.named_years | sentence.named_before) - edition.years
    is_other = bool(editions - {edition.key} or awards - {own.id} or years)
    names = {name for other in archive.awards.values() if other.id != own.id for name in (other.name, other.short)}
    names -= {"", own.name, own.short}
    return is_other or sentence.another_time or bool(_OTHER.search(sentence.text)) or _any_in(names, sentence.text)


def _any_in(names: set[str], text: str) -> bool:
    return any(name in text for name in names)

"""What tells of an edition tells of that one.

An article whose title names one year is about an edition of that year, where the award has one, and so is one whose
file is called by one year that is not that of its date, or whose title or deck calls an edition by its year or number
("the Golden Pie 2011", "the second Golden Pie"); a link that names one year leads to that, in any text; a report that
appeared within two months of one edition, and more than ten after the one that it is about, is about the wrong one. A
label names the year of its file. A ceremony is two years from its edition at most, and where all other editions of the
award (three or more) were held in the year of their label, or all in the one before, so was this one; a `note` of the
ceremony, or a `status_note`, says what was otherwise. So was a ceremony, an event or a round whose own year stands
alone, where all else that is dated in the file lies right beside its day in the year of the edition; so is a source of
the year before, and one of this year whose id, title or address names the year of an earlier edition. An event lies
between the edition before and the one after, and no more than a year later. A validity or an announcement does not end
before the edition's year, and a note that begins with "Second edition, held in 2017" has its number and its year. An
article about one edition whose palmarès is complete links to no category of its award that the palmarès lacks.

Passes:

```yaml
title: The night of the pies 2011
about: {editions: pie/2011}
```

Fails, where there is an edition of 2011:

```yaml
title: The night of the pies 2011
about: {editions: pie/2010}
```
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from ..model import Article, ArticleKind, Award, Block, Coverage, Date, Edition, Held, Name, Note
from ..model.archive import Archive
from ..model.pieces import exact_day
from ..problems import Basis, Fix, Level, Problem, exception, if_right, plain
from ..sources.numerals import ANY_RECENT_YEAR, RECENT_YEAR, WEEKDAYS, ordinals
from ..sources.plaintext import folded
from .dates import Dated, Of, in_edition, in_sources
from .sentences import called

CODE = "other-edition"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_YEAR = re.compile(rf"(?<![\d/–-]){RECENT_YEAR}(?![\d/–-])")
_OF_RESULTS = re.compile(r"\b(?:winners?|results?|palmares|laureate?s|gagnants?|preistrager)\b")
_SCHEME = re.compile(r"^https?://[^/]*")
_SOON = 60
_LATE = 300
_WEEKDAYS = tuple(tuple(map(str.lower, days)) for days in WEEKDAYS.values())
_APART = 200
_BESIDE = 31
_OTHERS = 3
_AWAY = 2
# Further away is a far date.
_TOLD = 5
_MOST_EDITIONS = 200


EACH = ("articles", "profiles", "notes", "awards", "editions")

_HELD = r"(?:was |est |fut |a été )?(?:held|given|tenue|remise|donnée|organisée)"
_BEGINS = re.compile(
    rf"(?:(?:the |la |l['’])?(?P<nth>[\w-]+) [ée]dition(?=[.,;:]|$| {_HELD}))?[,;:]?\s*"
    rf"(?:{_HELD} (?:in|on|en|le) (?:\d{{1,2}}(?:er|st|nd|rd|th)? [^\W\d]+ )?(?P<year>\d{{4}}))?",
    re.I,
)


def each(archive: Archive, record: Article | Name | Note | Award | Edition) -> Iterator[Problem]:
    if isinstance(record, Name | Note):
        yield from _linked(archive, record)
        return
    if isinstance(record, Edition):
        yield from _said(record)
        yield from _numbered(archive, record)
        return
    if isinstance(record, Award):
        editions = archive.award_editions(record.id)
        away = Counter(_away(edition) for edition in editions if edition.ceremony.date)
        for edition in editions:
            yield from _labelled(edition)
            yield from list(_held(edition, away)) or _slipped(edition, away[_away(edition)] > 1)
        yield from _beside_the_next(editions)
        yield from _of_another(editions)
        return
    about = archive.editions_about(record)
    if about and (elsewhere := _wholly_of_another(archive, record, about)):
        yield elsewhere
    elif about:
        yield from _titled(archive, record, about) or _decked(archive, record, about) or _dated(archive, record, about)
        yield from _shown(archive, record, about)
        yield from _without(archive, record, about)
    yield from _linked(archive, record)


def _wholly_of_another(archive: Archive, article: Article, about: list[Edition]) -> Problem | None:
    """A report that shows the palmarès of one other edition, right after which it appeared: `about` is wrong."""
    day, own = exact_day(article.date), about[0]
    shown = {
        piece.arguments[:1] for piece in article.body.pieces if isinstance(piece, Block) and piece.kind == "palmares"
    }
    other = archive.editions.get(min(shown)[0]) if len(shown) == 1 and min(shown) else None
    if not day or len(about) > 1 or other is None or other is own or other.award != own.award:
        return None
    held, was = exact_day(other.ceremony.date), exact_day(own.ceremony.date)
    if held is None or was is None or not 0 <= (day - held).days <= _SOON or 0 <= (day - was).days <= _LATE:
        return None
    message = f"the article is about {own.key}, and its date and its palmarès are of {other.key}"
    hint = f"write `editions: {other.key}` inside `about`; {if_right(CODE, article.id)}"
    hides = (("date", own.key), ("about", article.span.path))
    ref = article.about.editions[0]
    likely = Fix(ref.span, own.key, other.key) if ref.text == own.key else None
    return Problem(CODE, ref.span, message, hint, LEVEL, (article.id, own.key), hides=hides, likely=likely)


def _titled(archive: Archive, article: Article, about: list[Edition]) -> list[Problem]:
    """A title, or the name of the file, with the year of one other edition, and none that the article is about."""
    known = {year for edition in about for year in _years(edition)} | (
        {str(article.date.year)} if article.date else set()
    )
    for key, what, text, correct in (
        (("title",), "the title", article.title, "correct the title"),
        (("about", "editions"), "the file's name", article.id.replace("-", " "), "rename the file, with `formerly`"),
    ):
        years = set(_YEAR.findall(text))
        awards = dict.fromkeys(edition.award for edition in about)
        editions = (archive.editions[key] for award in awards for key in archive.editions_of[award])
        meant = [edition.key for edition in editions if years & _years(edition)]
        is_known = years & (known if key != ("title",) else {year for each in about for year in _years(each)})
        if len(years) == len(meant) == 1 and not is_known:
            message = f"{what} names {min(years)}, and the article is about {about[0].key}"
            hint = f"write `about: {{editions: {meant[0]}}}`, or {correct}; {if_right(CODE, article.id)}"
            return [Problem(CODE, article.span, message, hint, LEVEL, (article.id, about[0].key), key=key)]
    return []


def _decked(archive: Archive, article: Article, about: list[Edition]) -> list[Problem]:
    """A deck or a title that calls one other edition of an award by its year or number, and none that it is about."""
    texts = (("title", article.title), ("deck", article.deck))
    return next(filter(None, (_called(archive, article, about, key, text) for key, text in texts)), [])


def _called(archive: Archive, article: Article, about: list[Edition], key: str, text: str) -> list[Problem]:
    said = folded(text)
    years = {year for edition in about for year in _years(edition)}
    for award in dict.fromkeys(edition.award for edition in about) if not years & set(_YEAR.findall(said)) else ():
        own = {edition.ordinal for edition in about if edition.award == award}
        for other in archive.award_editions(award):
            numbers = {other.ordinal} - own if None not in own else set()
            words = _calling(archive.awards[award], said, _years(other), numbers) if award in archive.awards else ""
            if words:
                words = text[said.index(words) :][: len(words)] if len(said) == len(text) else words
                message = f'the {key} says "{words}", which is {other.key}, and the article is about {about[0].key}'
                hint = f"correct the {key}, or write `about: {{editions: {other.key}}}`; {if_right(CODE, article.id)}"
                return [Problem(CODE, article.span, message, hint, LEVEL, (article.id, about[0].key), key=(key,))]
    return []


def _calling(award: Award, said: str, years: set[str], numbers: set[int | None]) -> str:
    """The words of a text that call an edition of an award by its year, or by its number."""
    names = "|".join(re.escape(folded(name)) for name in called(award))
    for form in (rf"\b(?:{names}) (?:de |of |in |en )?(?P<year>\d{{4}})\b", rf"\b(?P<year>\d{{4}}) (?:{names})\b"):
        for found in re.finditer(form, said):
            if found["year"] in years:
                return found[0]
    for found in re.finditer(rf"\b(?P<nth>[\w-]+) (?:edition (?:of the|of|des|du|de la|de|d') ?)?(?:{names})\b", said):
        if numbers & set(ordinals(found["nth"])):
            return found[0]
    return ""


def _dated(archive: Archive, article: Article, about: list[Edition]) -> Iterator[Problem]:
    """A report right after another edition of the same award."""
    day = exact_day(article.date)
    if not day or article.kind not in (ArticleKind.REPORT, ArticleKind.PALMARES) or len({e.award for e in about}) > 1:
        return
    held = {key: exact_day(archive.editions[key].ceremony.date) for key in archive.editions_of[about[0].award]}
    own = [held[edition.key] for edition in about]
    late = all(date and (day - date).days > _LATE for date in own)
    soon = [key for key, date in held.items() if date and 0 <= (day - date).days <= _SOON]
    if late and len(soon) == 1:
        message = f"this report is of {article.date}, right after {soon[0]}, and is about {about[0].key}"
        hint = f"write `about: {{editions: {soon[0]}}}`, or correct the date; {if_right(CODE, article.id)}"
        yield Problem(CODE, article.span, message, hint, LEVEL, (article.id, about[0].key), key=("date",))


def _shown(archive: Archive, article: Article, about: list[Edition]) -> Iterator[Problem]:
    """The only palmarès of an article, of another edition of the same award."""
    blocks = [piece for piece in article.body.pieces if isinstance(piece, Block) and piece.kind == "palmares"]
    shown = [(block, archive.editions.get(block.arguments[0])) for block in blocks if block.arguments]
    for block, edition in shown if len(shown) == 1 else ():
        if edition and edition not in about and edition.award in {each.award for each in about}:
            message = f"the palmarès is that of {edition.key}, and the article is about {about[0].key}"
            hint = f"write {{{{ palmares {about[0].key} }}}}; {if_right(CODE, article.id)}"
            likely = Fix(block.span, *(f"{{{{ palmares {each.key} }}}}" for each in (edition, about[0])))
            yield Problem(CODE, block.span, message, hint, LEVEL, (article.id, edition.key), likely=likely)


def _without(archive: Archive, article: Article, about: list[Edition]) -> Iterator[Problem]:
    """A category that an article about one edition links to, and of which that has nothing."""
    edition, covered = about[0], about[0].covered
    if len(about) > 1 or not covered.results is covered.categories is Coverage.COMPLETE or not edition.entries:
        return
    there = {f"{edition.award}/{entry.category}" for entry in edition.entries}
    for link in article.body.links:
        category = archive.categories.get(link.target)
        if category and category.award == edition.award and category.key not in there:
            message = f"the article links to {category.key}, and {edition.key}, which it is about, has no such category"
            right = if_right(CODE, article.id, category.key)
            hint = f"write the result in {edition.span.path}, or correct the link; {right}"
            needs = (("whole", edition.span.path),)
            yield Problem(CODE, link.span, message, hint, LEVEL, (article.id, category.key), needs)


def _linked(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    """Words of a link that name one year, and lead to an edition of another."""
    for link in record.body.links:
        edition = archive.editions.get(link.target)
        years = set(_YEAR.findall(link.text))
        if edition and link.text != link.target and len(years) == 1 and not years & _years(edition):
            others = archive.award_editions(edition.award)
            meant = next((each.key for each in others if years & _years(each)), "")
            hint = f"write [[{meant}|{link.text}]]" if meant else "correct the year, or where the link leads"
            message = f'"{link.text}" leads to {edition.key}'
            written = (f"[[{each}|{link.text}]]" for each in (link.target, meant))
            likely = Fix(link.span, *written) if meant else None
            yield Problem(CODE, link.span, message, hint, LEVEL, (record.id, edition.key), likely=likely)


def _labelled(edition: Edition) -> Iterator[Problem]:
    years = _YEAR.findall(edition.label)
    if re.fullmatch(r"\d{4}", edition.id) and len(years) == 1 and years[0] != edition.id:
        message = f'the label is "{edition.label}", and the file {edition.id}.yaml'
        label = plain(edition.label.replace(years[0], edition.id))
        hint = f"write `label: {label}`, or rename the file; if both are right, {exception(CODE, edition.key)}"
        yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key,), key=("label",))


def _held(edition: Edition, all_away: Counter[int]) -> Iterator[Problem]:
    date, away = edition.ceremony.date, _away(edition)
    called_off = edition.status in (Held.CANCELLED, Held.POSTPONED)
    if not date or called_off or edition.status_note or edition.ceremony.note or abs(away) > _TOLD:
        return
    usual = [(years, count) for years, count in all_away.items() if years != away]
    is_odd = all_away[away] == len(usual) == 1 and usual[0][1] >= _OTHERS
    if abs(away) > _AWAY or is_odd:
        what = "unlike in all other editions" if is_odd else f"{abs(away)} years from the edition"
        message = f"the ceremony of {edition.key} was in {date.year}, {what}"
        meant = Date(edition.sort_year + (usual[0][0] if is_odd else 0), date.month, date.day)
        nearest = _on_weekday(meant, edition.ceremony.weekday)
        as_said = f", the nearest {edition.ceremony.weekday}" if nearest != meant else ""
        hint = f"write {nearest}{as_said}, or why it was so: `ceremony: {{date: {date}, note: …}}`"
        subject, doubts, hides = (edition.key, str(date)), (("label", edition.key),), (("date", edition.key),)
        yield Problem(CODE, edition.ceremony.span, message, hint, LEVEL, subject, doubts, hides)


def _on_weekday(date: Date, weekday: str) -> Date:
    """The nearest day that is the stated day of the week; the same where none is stated, or no day is known."""
    day = exact_day(date)
    said = [days.index(weekday.casefold()) for days in _WEEKDAYS if weekday.casefold() in days]
    if not day or not said:
        return date
    away = (said[0] - day.weekday() + 3) % 7 - 3
    right = day + datetime.timedelta(away)
    return Date(right.year, right.month, right.day)


def _slipped(edition: Edition, is_usual: bool) -> Iterator[Problem]:
    """A day of another year than the edition's, in which it would lie beside all the others.

    A ceremony in that other year may be usual.
    """
    days = [(dated, day) for dated in _dated_in(edition) if (day := exact_day(dated.date))]
    for dated, day in [] if edition.status_note or edition.ceremony.note else days:
        # What is told later, such as a source, may look back; before, nobody knows what comes.
        is_later = day.year > edition.sort_year and dated.of in (Of.SOURCE, Of.READING)
        if is_later or (is_usual and dated.of is Of.CEREMONY):
            continue
        if abs(day.year - edition.sort_year) != 1 or (day.month, day.day) == (2, 29):
            continue
        others = [other for each, other in days if each is not dated]
        meant = day.replace(year=edition.sort_year)
        held = exact_day(edition.ceremony.date)
        is_late = dated.of is Of.ROUND and held is not None and meant > held
        if _nearest(day, others) > _APART and _nearest(meant, others) <= _BESIDE and not is_late:
            message = f"{dated.what} is dated {day}, and all else in this edition is of {edition.sort_year}"
            hint = f"write {meant}, or why it was so in a `note` of the ceremony"
            subject, doubts, hides = (edition.key, str(day)), (("label", edition.key),), (("date", edition.key),)
            yield Problem(CODE, dated.span, message, hint, LEVEL, subject, doubts, hides)


def _beside_the_next(editions: list[Edition]) -> Iterator[Problem]:
    """An event of an edition after the next one was held or before the one before it, or more than a year later."""
    held = {edition.key: day for edition in editions if (day := exact_day(edition.ceremony.date))}
    for edition in editions:
        own = held.get(edition.key)
        last = max(edition.sort_year, own.year) if own else edition.sort_year
        for event in () if edition.status_note or edition.ceremony.note else edition.events:
            date, day = event.date, exact_day(event.date)
            if not date or event.note or date.year - edition.sort_year > _TOLD:
                continue
            others = [(key, other) for key, other in held.items() if own and day and key != edition.key]
            after = next((key for key, other in others if own and day and own < other <= day), "")
            before = next((key for key, other in others if own and day and day <= other < own), "")
            if after or before or date.year > last + 1:
                than = (
                    f"after {after} was held" if after else f"before {before} was held" if before else f"after {last}"
                )
                message = f'the event "{event.name}" is of {date}, {than}, and stands in {edition.key}'
                to = f", or move it to {after or before}" if after or before else ""
                hint = f"correct the year{to}; if it is right, say why in a `note` of the event"
                subject = (edition.key, event.name)
                yield Problem(CODE, event.span, message, hint, LEVEL, subject, (("label", edition.key),))


def _of_another(editions: list[Edition]) -> Iterator[Problem]:
    """A source of the year of its edition whose id, title or address names the year of another one alone."""
    titles = {(edition.key, ANY_RECENT_YEAR.sub("", each.title)) for edition in editions for each in edition.sources}
    for edition in editions:
        others = {year for other in editions if other is not edition for year in _years(other)} - _years(edition)
        known = {title for key, title in titles if key != edition.key}
        for source in edition.sources:
            if not source.date or str(source.date.year) not in _years(edition) or source.note:
                continue
            is_alike = ANY_RECENT_YEAR.sub("", source.title) in known or _OF_RESULTS.search(folded(source.title))
            said = (
                ("id", source.id),
                ("title", source.title if is_alike else ""),
                ("address", _SCHEME.sub("", source.url)),
            )
            named = {what: set(ANY_RECENT_YEAR.findall(text)) for what, text in said}
            own_year = str(source.date.year)
            if own_year in ANY_RECENT_YEAR.findall(source.title):
                continue
            # Where the id or the address has the year of the date, only the title may be another one's.
            is_own = any(own_year in years for years in named.values())
            years = {"title": named["title"]} if is_own else named
            # The prize of the year to come is often called by that.
            before = {year for year in others if year < min(_years(edition))}
            what = next((what for what, own in years.items() if len(own) == 1 and own <= before), "")
            if what:
                message = (
                    f'the {what} of the source "{source.id}" names {min(years[what])}, and its date is {source.date}'
                )
                hint = (
                    f"correct one of the two; if both are right, say why in its `note`, or {exception(CODE, source.id)}"
                )
                yield Problem(CODE, source.span, message, hint, LEVEL, (edition.key, source.id))


def _dated_in(edition: Edition) -> Iterator[Dated]:
    """When the ceremony, each event and each round was held, and each source appeared, or else was read."""
    held = (Of.CEREMONY, Of.EVENT, Of.ROUND)
    yield from (dated for dated in in_edition(edition) if dated.of in held and not dated.begun)
    appeared = {source.span for source in edition.sources if source.date}
    for dated in in_sources(edition):
        if dated.of is Of.SOURCE or dated.span not in appeared:
            yield dated


def _nearest(day: datetime.date, others: list[datetime.date]) -> int:
    return min((abs((day - other).days) for other in others), default=0)


def _said(edition: Edition) -> Iterator[Problem]:
    """What the free texts of an edition say of its year and its number."""
    since = min(edition.years)
    for key, text in (("validity", edition.validity), ("announcements", edition.announcements)):
        last = max(map(int, ANY_RECENT_YEAR.findall(text)), default=since)
        if last < since:
            message = f"`{key}` speaks of {last}, and the edition is of {since}"
            hint = f"write {since} or later, or delete it"
            yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key,), key=(key,))
    begins = _BEGINS.match(edition.note)
    for key, found in (("label", _BEGINS.match(edition.label)), ("note", begins)):
        said = ordinals(found["nth"]) if found and found["nth"] else ()
        if edition.ordinal and len(said) == 1 and said[0] != edition.ordinal:
            message = f"the {key} speaks of the edition no. {said[0]}, and this is no. {edition.ordinal}"
            hint = f"correct the {key}, or `ordinal`"
            yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key, str(said[0])), key=(key,))
    if begins and begins["year"] and (ordinals(begins["nth"] or "1st")) and begins["year"] not in _years(edition):
        message = f"the note says that it was held in {begins['year']}, and this is {edition.key}"
        subject = (edition.key, begins["year"])
        yield Problem(CODE, edition.span, message, "correct the note", LEVEL, subject, key=("note",))


def _numbered(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """A label that calls the edition by the number of another, such as "The 13th Golden Pie"."""
    award = archive.awards.get(edition.award)
    others: set[int | None] = {*range(1, _MOST_EDITIONS)} - {edition.ordinal}
    words = _calling(award, folded(edition.label), set(), others) if award and edition.ordinal else ""
    if words:
        said = folded(edition.label)
        words = edition.label[said.index(words) :][: len(words)] if len(said) == len(edition.label) else words
        message = f'the label says "{words}", and this is no. {edition.ordinal}'
        hint = "correct the label, or `ordinal`"
        yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key, words), key=("label",))


def _away(edition: Edition) -> int:
    held = edition.ceremony.date
    is_named = held and str(held.year) in ANY_RECENT_YEAR.findall(f"{edition.label} {edition.id}")
    return held.year - edition.sort_year if held and not is_named else 0


def _years(edition: Edition) -> set[str]:
    """The years that an edition may be called by, as texts; those of its name among them."""
    named = _YEAR.findall(f"{edition.label} {edition.id}")
    return {*map(str, edition.years), *named}

"""Doubts about the facts of an import: names, categories, years and places that may be wrong."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..checks import coverage, joined_names, near_words, pseudo_names
from ..model import Kind
from ..model.archive import Archive
from ..problems import Level, Problem, Span, ranges
from ..sources.plaintext import folded
from ..sources.schema.words import letters, may_be_nobody, meaning, nobody
from . import mapping as written
from .cells import own_columns
from .column_words import MEDALS, is_count, is_sum, place_of, words_of
from .doubts import PERSON, and_more, is_plain
from .facts import Facts, ImportedEdition, ImportedEntry, Person
from .filling import values
from .mapping import literal
from .misplaced import IF_EXCHANGED
from .more_than_names import GROUPS, is_prize, is_quoted, parted_by_sign, says_who_won, untitled
from .no_names import to_write
from .people import persons
from .profiles import TURNED, value_said

_SIGN = re.compile(r" [-–—] ?|[–—] |: |; |, | ?[(\[]")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NOTES, _PARTICLES = (
    frozenset(words.split())
    for words in (
        "see cf errata erratum corrected correction correct note notes footnote source shared share tie tied declined"
        " posthumous posthumously withdrawn revoked stripped refused disqualified resigned unconfirmed provisional"
        " pending tbc tba tbd deceased voir partage posthume refuse retire disqualifie confirmer selon provisoire"
        " decede siehe geteilt posthum abgelehnt aberkannt vorlaufig korrigiert",
        "the a an le la les l un une der die das el los las de du des di d da van von of and et und y for pour in en au"
        " aux to mit by par",
    )
)
"""Words, in small letters without accents: those that a remark begins with; those that a part of a name may begin with
though it is no remark."""

_COUNTED = re.compile(r"(?P<name>.*\S) ?\(\d{1,3}\)")
_ASIDE = re.compile(r"(?P<name>[^()]*[^()\s]) \([^\W\d_a-z][^()]*\)")
_MORE = re.compile(rf"(?P<name>{PERSON}) \((?P<said>[A-Z]{{2,3}}|[^\W\d_A-Z][^()]*|[*†]? ?\d{{4}} ?[–-] ?\d{{4}})\)")
"""Somebody with a code, a role or years in brackets."""

_MEDAL = re.compile(f"[{''.join(MEDALS)}]")
_DASHES = ("-", "–", "—")
_OWN = "is one by itself"
_BARE = r"pattern = '^(.*?)(?: \(.*\))?$'"
_BRACKETED = r"pattern = '\(([^()]+)\)$'"
_UNCOUNTED = r"pattern = '^(.*?)(?: ?\(\d+\))?$'"
_BEFORE = re.compile(
    r"(?P<said>congratulations to|f[ée]licitations [àa]|bravo [àa]|gl[üu]ckwunsch an|(?:and )?the winner is"
    r"|ex[ -]?(?:ae|æ|e)quo|joint winners?|\d{1,2}(?:st|nd|rd|th|er|e|ème) (?:place|prize|prix))(?: ?[:,–—-])? (?=\S)",
    re.I,
)
_TIED = re.compile(r"(?<![\s,])[ ,]+(?P<said>ex[ -]?(?:ae|æ|e)quo|tied)(?: (?:with|and|avec|et|mit|und))? (?=\S)", re.I)
_MADE = "[[rule]] match = '^(?P<for>[^:–—]+?) ?(?:: |[–—] | - )(?P<laureate>[^:–—]+)$'"
_QUOTES = '“”„«»"'
_AGED = re.compile(r", (?:aged |âgée? de )?\d{1,3}(?=,|$| ans\b| years\b| yrs\b)")
_NO_NAME = re.compile(r"(?:aged|âgée? de) \d.*|(?:the|all|le|la|les|tou[ts]e?s?|die|alle) [^A-Z]+ [^A-Z]+")
"""What is in small letters and no name: `aged 9`, `the entire cast`."""

_GIVEN_FOR = re.compile(r", (?:for|pour|für|por|per) (?=\S)")
_ENDED = re.compile(r"[,;:]$|(?<=[^\W\d_]{3})\.$")
_SHORTENED = frozenset(
    ("jun", "sen", "jnr", "snr", "corp", "bros", "assoc", "dept", "univ", "prof", "intl", "verl", "gebr", "esqr")
)
"""Words that end with a dot, and so do the names that end with them."""

_IF_A_SLIP = "correct it in the table, if it is a slip"

_DISTINCTIONS = ("winner", "finalist", "nominee", "mention", "shortlisted", "ranked")
_SEASON, _BARE_YEAR = re.compile(r"\d{4}-\d\d(?:\d\d)?"), re.compile(r"\d{4}")
_FEWEST = 5
_OFTEN, _FEW = 3, 4


@dataclass(frozen=True, slots=True)
class _Column:
    """The column in which laureates stand, or the category, and what a mapping splits it by."""

    name: str
    split: tuple[str, ...] = ()
    is_whole: bool = False

    def of(self, steps: str) -> str:
        """A value of the column for a mapping, with steps."""
        split = f"split = [{', '.join(map(literal, self.split))}], " if self.split and "split" not in steps else ""
        return f"{{column = {literal(self.name)}, {split}{steps}}}"

    def instead(self, wrong: str, right: str) -> str:
        """The steps that unify two categories; `replace` would also change longer texts that hold the wrong one."""
        if not self.is_whole:
            return f"write {literal(right)} in the table"
        rest = literal(f"{{{self.name}}}")
        return f"[category] id = {self.of(f'map = {{{literal(wrong)} = {literal(right)}}}, else = {rest}')}"


def doubts(
    how: written.Mapping, facts: Facts, before: Archive, after: Archive, told: Collection[str], year: int
) -> Iterator[Problem]:
    """Warnings for what is read as it stands and may be meant otherwise.

    `before` and `after` are the archive without and with the import, `told` the names of which something is told
    already. Editions after `year` are told, unless it is 0.
    """
    names = _column(getattr(next(iter(getattr(how.result, "holders", ())), how.name), "name", None))
    categories = _column(getattr(how.category, "id", None))
    yield from _sums(facts, names, categories)
    # Where rules read names, they say which are several.
    yield from _of_names(facts, told, names, before.ids if not how.rules else None)
    yield from _of_titles(facts)
    yield from _of_categories(facts, before, categories)
    yield from _of_years(facts, before, after, year)
    yield from _without_first(facts, before, after)
    yield from _with_gap(facts)


def _column(value: Any) -> _Column:
    """The first column from which a value is taken."""
    parts = ((name, each) for each in values(value) for name in sorted(own_columns(each)))
    found = (_Column(name, each.split, is_plain(each) and each.text in ("", f"{{{name}}}")) for name, each in parts)
    return next(found, _Column("…"))


def _warning(code: str, row: Span, message: str, hint: str, *subject: str) -> Problem:
    return Problem(code, row, message, hint, Level.WARNING, subject)


# Rows that are no results.


def _sums(facts: Facts, names: _Column, categories: _Column) -> Iterator[Problem]:
    """Rows with a sum in place of a name or a category: `Total: 3`."""
    for row, person in persons(facts):
        if is_sum(person.text):
            yield _sum(row, person.text, "laureate", names)
    for award in facts.awards.values():
        for id, keys in award.categories.items():
            name = keys.get("name", id)
            if is_sum(name):
                yield _sum(_first_row(facts, award.id, id) or award.row, name, "category", categories)
    yield from _counts(facts, categories)


def _counts(facts: Facts, categories: _Column) -> Iterator[Problem]:
    """Categories of numbers alone, where others hold names: `Cups presented: 2`."""
    found: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for edition in facts.editions.values():
        for id, entry in edition.entries.items():
            those = ((result.row, person.text) for result in entry.results for person in result.people)
            found.setdefault((edition.award, id), []).extend(those)
    are_numbers = {key: all(text.isdecimal() for _, text in those) for key, those in found.items() if those}
    for (award, id), is_number in are_numbers.items() if not all(are_numbers.values()) else ():
        name = facts.awards[award].categories.get(id, {}).get("name", id)
        if is_number and not is_sum(name) and (len(found[award, id]) > 1 or is_count(name)):
            row, text = found[award, id][0]
            hint = f"[[skip]] when = {categories.of(f'is = [{literal(name)}]')}, if it counts something"
            yield _warning("sum-row", row, f'"{name}" has numbers alone, as "{text}", read as laureates', hint, name)


def _sum(row: Span, text: str, what: str, column: _Column) -> Problem:
    hint = f"[[skip]] when = {column.of(f'is = [{literal(text)}]')}, if it is one"
    return _warning("sum-row", row, f'"{text}" is what a sum is called, and is read as a {what}', hint, text)


def _first_row(facts: Facts, award: str, category: str) -> Span | None:
    """The first row of a category."""
    editions = (edition for edition in facts.editions.values() if edition.award == award)
    return next((edition.entries[category].row for edition in editions if category in edition.entries), None)


# Names.


def _of_names(facts: Facts, told: Collection[str], column: _Column, ids: Collection[str] | None) -> Iterator[Problem]:
    """Doubts about names; `ids` are those that the site knows, None where nothing is to be said of joined names."""
    found = {person.text: row for row, person in reversed([*persons(facts)]) if not _is_work(person)}
    known = {*found, *ids} if ids is not None else {}
    texts = [text for text in reversed(found) if text not in told and not is_sum(text)]
    aside, noted = list[str](), list[str]()
    counted = [text for text in texts if _COUNTED.fullmatch(text)]
    if len(counted) > 1:
        message = f'"{counted[0]}" is read with the number in brackets{and_more(len(counted) - 1)}'
        bare, number = column.of(_UNCOUNTED), column.of(r"pattern = '\((\d+)\)$'")
        hint = f"if it counts: laureate = {bare}, count = {number}"
        yield _warning("noted-name", found[counted[0]], message, hint, counted[0])
    made = [text for text in texts if (both := parted_by_sign(text)) and not is_prize(both[0])]
    if len(made) > 1 and len(made) * 2 >= len(found):
        message = f'"{made[0]}" is read as one name{and_more(len(made) - 1)}'
        yield _warning("noted-name", found[made[0]], message, f"if a work stands before its maker: {_MADE}", made[0])
    for text in texts:
        is_new = text not in (ids or ())
        what, hint = (
            _noted(text, column)
            or _joined(text, known, column)
            or (_titled(text, known, column) if is_new else None)
            or ("", "")
        )
        code = "joined-names" if what.endswith(_OWN) else "noted-name"
        if what:
            yield _warning(code, found[text], f'"{text}" {what}', hint, text)
        elif (
            is_new
            and (more := _MORE.fullmatch(text))
            and more["said"] != "".join(word[0] for word in more["name"].split())
        ):
            noted.append(text)
        elif _ASIDE.fullmatch(text):
            aside.append(text)
    those = noted + (aside if len(aside) > 1 and len(aside) * 2 > len(found) else [])
    if those:
        message = f'"{those[0]}" is read with what stands in brackets{and_more(len(those) - 1)}'
        what = "the country" if those[0][:-1].rpartition("(")[2][0].isupper() else "a role"
        said = f"laureate = {column.of(_BARE)}, {what.split()[-1]} = {column.of(_BRACKETED)}"
        yield _warning("noted-name", found[those[0]], message, f"if it is {what}: {said}", those[0])


def _is_work(person: Person) -> bool:
    return Kind.WORK.value in (person.holder.get("kind"), person.name.get("kind"))


def _noted(text: str, column: _Column) -> tuple[str, str] | None:
    """What is wrong with a name that holds a medal or a remark, as `Otter Cord - see errata`, and what to write."""
    if medal := _MEDAL.search(text):
        places = ", ".join(f'{literal(sign)} = "{place}"' for place, sign in enumerate(MEDALS, 1))
        rank = column.of(f"pattern = '{_MEDAL.pattern}', map = {{{places}}}")
        laureate = column.of(f"strip = {literal(''.join(MEDALS))}")
        return f"is read with the medal, {medal[0]}", f"laureate = {laureate}, rank = {rank}"
    if more := _more_than_name(text, column):
        return more
    for sign in _SIGN.finditer(text):
        note = text[sign.end() :].rstrip(")] ")
        first = _WORD.match(note)
        if first and sign.start() and _is_remark(note, folded(first[0]), sign[0].strip() in _DASHES):
            mark = re.sub(r"([(\[])", r"\\\1", sign[0])
            name = column.of(f"pattern = '^(.*?)(?:{mark}.*)?$'")
            rest = column.of(f"pattern = '{mark}(.*?)[)\\]]?$'")
            return f'is read as one name, and "{note}" reads like a remark', f"laureate = {name}, note = {rest}"
    return None


def _more_than_name(text: str, column: _Column) -> tuple[str, str] | None:
    """The problem and the hint for a name that is none, or has words before or around it."""
    if said := may_be_nobody(text):
        return (
            "may say that there is no laureate, and is read as a name",
            f"if so: {to_write(said, column.name, (text,))}",
        )
    if meaning(text, _DISTINCTIONS) and (text.islower() or letters(text) in _DISTINCTIONS):
        return "is what became of somebody, and is read as a name", "write the name, or take it from another column"
    # A band may be called by a whole number.
    if (value := value_said(text)) and not text.isdecimal():
        return f"is {value}, and is read as a name", IF_EXCHANGED
    if _NO_NAME.fullmatch(text):
        return "is in small letters, and is read as a name", "write the names, or leave the row out by a [[skip]]"
    if before := _BEFORE.match(text):
        name = column.of(f'replace = {{{literal(before[0])} = ""}}')
        return (
            f'is read as one name with "{before["said"]}" before it',
            f"laureate = {name}{_place(before['said'], column)}",
        )
    if tied := _TIED.search(text):
        name = column.of(f"split = {literal(tied[0])}")
        return f'is read as one name with "{tied["said"]}" between two', f"laureate = {name}"
    parted = parted_by_sign(text)
    if parted and is_prize(parted[0]):
        name = column.of(r"pattern = '^(?:.*[:–—] |.* - )?(.+)$'")
        return f'is read as one name with "{parted[0]}" before it', f"laureate = {name}{_place(parted[0], column)}"
    if says_who_won(text):
        return "is read as one name", "leave the name alone in its cell"
    if aged := _AGED.search(text):
        name = column.of(f"pattern = '^(.*?)(?:, (?:aged |âgée? de )?{chr(92)}d.*)?$'")
        return f'is read as one name with "{text[aged.start() + 2 :]}" behind it', f"laureate = {name}"
    if given := _GIVEN_FOR.search(text):
        name, rest = (column.of(f"pattern = '{each}'") for each in (f"^(.*?)(?:{given[0]}.*)?$", f"{given[0]}(.*)$"))
        behind = text[given.start() + 2 :]
        return f'is read as one name with "{behind}" behind it', f"laureate = {name}, citation = {rest}"
    if is_quoted(text):
        return "is read with the quotes around it", f"laureate = {column.of(f'strip = {literal(_QUOTES)}')}"
    ended = _ENDED.search(text)
    if (
        ended
        and not TURNED.fullmatch(text.split()[-1])
        and letters(text.split()[-1]) not in _SHORTENED
        and text.count(ended[0]) == 1
    ):
        return f'is read with "{ended[0]}" at its end', f"laureate = {column.of(f'strip = {literal(ended[0])}')}"
    return None


def stands_behind(text: str) -> bool:
    """Whether a name stands behind what it got, as in `2nd: Ann Crust`: the mapping can take both from the cell."""
    parted = parted_by_sign(text)
    return bool(_BEFORE.match(text) or (parted and is_prize(parted[0])))


def _place(text: str, column: _Column) -> str:
    """The value that takes the rank before a name, if it is below the first: `2nd`, `Second prize`."""
    place = place_of(words_of(text))
    if not place.isdecimal() or place == "1":
        return ""
    if text[0].isdigit():
        matches = r"^\d{1,2}(?:st|nd|rd|th|er|re|e|ème)\b"
        taken = column.of(r"pattern = '^\d+'")[:-1]
    else:
        matches, taken = f"^{re.escape(text)}", f"{{text = {literal(place)}"
    return f", rank = {taken}, when = {{column = {literal(column.name)}, matches = '{matches}'}}}}"


def _is_remark(note: str, first: str, behind_dash: bool) -> bool:
    """Whether what stands behind a name is a remark, by its first word, or by small letters behind a dash."""
    if first in _NOTES:
        return note[0].islower() or " " not in note
    return behind_dash and note[0].islower() and first not in _PARTICLES and " " in note


def _titled(text: str, known: Collection[str], column: _Column) -> tuple[str, str] | None:
    """The problem and the hint for a name with a title before it, if it is known without one."""
    bare = untitled(text)
    if not bare or bare not in known:
        return None
    name = column.of(f"replace = {{{literal(text)} = {literal(bare)}}}")
    return f'is read as another name than "{bare}"', f"if they are one: laureate = {name}"


def _joined(text: str, known: Collection[str], column: _Column) -> tuple[str, str] | None:
    """The problem and the hint for two names written as one, if one of them also stands alone."""
    for between in joined_names.BETWEEN.finditer(text):
        halves = text[: between.start()], text[between.end() :]
        own = next((half for half in halves if half in known and " " in half), "")
        words = halves[own == halves[0]].split()
        is_name = len(words) > 1 and words[0][0].isupper() and not GROUPS & {letters(word) for word in words}
        if own and is_name:
            split = column.of(f"split = [{', '.join(map(literal, (*column.split, between[0])))}]")
            return f'is read as one name, and "{own}" {_OWN}', f"if they are several: laureate = {split}"
    return None


# Works, and categories.


def _of_titles(facts: Facts) -> Iterator[Problem]:
    """Texts that are no titles of works, each at its first place."""
    entries = (entry for edition in facts.editions.values() for entry in edition.entries.values())
    results = [(result.row, result.keys.get("for", ())) for entry in entries for result in entry.results]
    rows = {str(work.get("title", "")): row for row, works in reversed(results) for work in works}
    for title in (title for title in reversed(rows) if pseudo_names.of_title(title)):
        hint = f"correct it in the table; if it means nothing: `empty = [{literal(title)}]`"
        yield _warning("odd-value", rows[title], f'the work "{title}" {pseudo_names.of_title(title)}', hint)


def _of_categories(facts: Facts, before: Archive, column: _Column) -> Iterator[Problem]:
    for award in facts.awards.values():
        ours = {id: str(keys.get("name", id)) for id, keys in award.categories.items()}
        known = {each.id: each.name for each in before.categories.values() if each.award == award.id}
        rows = {id: _first_row(facts, award.id, id) or award.row for id in ours}
        counted = {id: found["name"] for id, name in ours.items() if (found := _COUNTED.fullmatch(name))}
        if counted:
            id = next(iter(counted))
            message = f'the category "{ours[id]}" is read with the number in brackets{and_more(len(counted) - 1)}'
            hint = f"if it counts something: [category] id = {column.of(_UNCOUNTED)}"
            yield _warning("near-category", rows[id], message, hint, ours[id])
        values = {id: value for id, name in ours.items() if (value := value_said(name))}
        for id, value in values.items() if len(values) < len(ours) else ():
            yield _warning(
                "near-category", rows[id], f'"{ours[id]}" is {value}, and is read as a category', IF_EXCHANGED
            )
        for id, name in ours.items():
            if nobody(name) in ("unknown", "above", "elsewhere") or may_be_nobody(name) == "above":
                hint = f"if it says that none is known: [category] id = {column.of(f'empty = [{literal(name)}]')}"
                yield _warning("near-category", rows[id], f'"{name}" is read as a category', hint, name)
        yield from _near_categories(facts, award.id, ours, known, rows, column)


def _near_categories(
    facts: Facts, award: str, ours: dict[str, str], known: dict[str, str], rows: dict[str, Span], column: _Column
) -> Iterator[Problem]:
    """New categories that are almost another one: the rarer one is reported, or the one that the site lacks."""
    editions = [edition for edition in facts.editions.values() if edition.award == award]
    often = Counter(id for edition in editions for id, entry in edition.entries.items() for _ in entry.results or "1")
    ids = {name: id for id, name in (*known.items(), *ours.items())}
    names = (*known.values(), *ours.values())
    pairs = (
        *near_words.slips(names),
        *near_words.lengthened(names),
        *near_words.rarer({name: often[ids[name]] for name in names}),
    )
    for one, other in {frozenset(pair): pair for pair in pairs}.values():
        pair = sorted((other, one), key=lambda name: (ids[name] in known, often[ids[name]]))
        wrong, right = pair[0], pair[1]
        if ids[wrong] in known:
            continue
        is_rare = often[ids[wrong]] == 1 and often[ids[right]] >= _OFTEN
        beside = any(ids[wrong] in edition.entries and ids[right] in edition.entries for edition in editions)
        if beside and not is_rare:
            # Two categories of one edition are two.
            continue
        where = "of the site" if ids[right] in known else f"of line {rows[ids[right]].line}"
        message = f'the category "{wrong}" is almost "{right}" {where}, and is made a new one'
        hint = f"if they are one: {column.instead(wrong, right)}"
        yield _warning("near-category", rows[ids[wrong]], message, hint, wrong)


# Years.


def _of_years(facts: Facts, before: Archive, after: Archive, year: int) -> Iterator[Problem]:
    years = {key: edition.sort_year for key, edition in after.editions.items() if edition.sort_year}
    there = [(edition.row, key) for key, edition in facts.editions.items() if edition.entries and key in years]
    ahead = [(row, key) for row, key in there if year and years[key] > year and key not in before.editions]
    if ahead:
        shown = ranges(years[key] for _, key in ahead)
        message = f"{shown} {'is' if len(ahead) == 1 else 'are'} later than this year, {year}, and there are laureates"
        yield _warning("odd-edition", ahead[0][0], message, "correct the year in the table, if it is none to come")
    yield from _between_seasons(facts)
    yield from _misspelt_editions(facts)
    told: set[str] = set()
    yield from _odd_seasons(facts, told)
    for rows in _sequences(facts, years):
        for row, key, place in _out_of_order(rows, years):
            if key not in told:
                told.add(key)
                message = f"{key.partition('/')[2]} stands out of order, {place}"
                yield _warning("odd-edition", row, message, "correct the year in the table, if it is a slip")


def _misspelt_editions(facts: Facts) -> Iterator[Problem]:
    """Editions with words, such as a season, that are a misspelling of those of several others."""
    for award in facts.awards:
        stems: dict[str, list[ImportedEdition]] = {}
        for edition in facts.editions.values():
            if edition.award == award:
                stems.setdefault(re.sub(r"[\d-]+", " ", edition.id).strip(), []).append(edition)
        for pair in near_words.slips(stem for stem in stems if stem):
            wrong, right = (stems[stem] for stem in sorted(pair, key=lambda stem: len(stems[stem])))
            if len(wrong) == 1 and len(right) >= _OFTEN:
                text = str(wrong[0].keys.get("label", wrong[0].id))
                other = right[0].keys.get("label", right[0].id)
                message = f'"{text}" is almost called as "{other}" and {len(right) - 1} more'
                yield _warning("odd-edition", wrong[0].row, message, _IF_A_SLIP, text)


def _odd_seasons(facts: Facts, told: set[str]) -> Iterator[Problem]:
    """Seasons unlike the others, that end before they begin, far behind, or when another has begun; added to `told`."""
    for award in facts.awards:
        seasons = {id: it for it in facts.editions.values() if it.award == award and _SEASON.fullmatch(id := it.id)}
        lengths = {id: (int(id[5:]) - int(id[:4])) % (100 if len(id) == 7 else 10_000) for id in seasons}
        ((usual, often),) = Counter(lengths.values()).most_common(1) or [(0, 0)]
        odd = [id for id in seasons if lengths[id] != usual] if often >= _OFTEN else []
        for id in odd if usual and len(odd) * _FEW <= len(seasons) else ():
            begun = {int(other[:4]) - int(id[:4]) for other in seasons if other != id}
            if not 0 < lengths[id] <= _FEWEST or begun & {*range(1, lengths[id])}:
                told.add(f"{award}/{id}")
                text = str(seasons[id].keys.get("label", id))
                message = f'"{text}" does not end {usual} behind the year in which it begins, as other seasons do'
                yield _warning("odd-edition", seasons[id].row, message, _IF_A_SLIP, text)


def _between_seasons(facts: Facts) -> Iterator[Problem]:
    """Editions labelled with a year, between editions labelled with seasons."""
    for award in facts.awards:
        rows = {edition.id: edition.row for edition in facts.editions.values() if edition.award == award}
        seasons = sorted(id for id in rows if _SEASON.fullmatch(id))
        for id in sorted(rows):
            before = [season for season in seasons if season[:4] < id]
            behind = [season for season in seasons if season[:4] >= id]
            if _BARE_YEAR.fullmatch(id) and before and behind:
                message = f"{id} is a year, and stands between the seasons {before[-1]} and {behind[0]}"
                yield _warning("odd-edition", rows[id], message, "write the season in the table, if it is one")


def _sequences(facts: Facts, years: Collection[str]) -> Iterator[list[tuple[Span, str]]]:
    """The editions of each award in the order of their rows; then those of each category."""
    found: dict[tuple[str, str], set[tuple[Span, str]]] = {}
    for key, edition in facts.editions.items():
        for category, entry in edition.entries.items() if key in years else ():
            for row in (entry.row, *(result.row for result in entry.results)):
                for about in ("", category):
                    found.setdefault((edition.award, about), set()).add((row, key))
    for rows in found.values():
        ordered = sorted(rows, key=lambda pair: pair[0].line)
        yield [pair for at, pair in enumerate(ordered) if at == 0 or ordered[at - 1][1] != pair[1]]


def _out_of_order(rows: Sequence[tuple[Span, str]], years: dict[str, int]) -> Iterator[tuple[Span, str, str]]:
    """The few rows out of order in a table sorted by year, each with its neighbours."""
    numbers = [years[key] for _, key in rows]
    if place := _exchanged(numbers):
        yield *rows[-1], place
    kept = max((_rising(numbers), _rising([-number for number in numbers])), key=len)
    odd = [at for at in range(len(rows)) if at not in kept]
    if len(set(numbers)) < _FEWEST or len(odd) > max(1, len(rows) // 10):
        return
    for at in odd:
        before, behind = (rows[each][1].partition("/")[2] if 0 <= each < len(rows) else "" for each in (at - 1, at + 1))
        place = f"between {before} and {behind}" if before and behind else f"behind {before}" if before else ""
        yield *rows[at], place or f"before {behind}"


def _exchanged(numbers: Sequence[int]) -> str:
    """The place of the last year, if it is far off and continues the others with two digits exchanged."""
    steps = Counter(other - one for one, other in pairwise(numbers[:-1]) if other != one)
    step, (before, last) = max(steps, key=lambda step: steps[step], default=0), ((0, 0, *numbers)[-2:])
    is_far = step and abs(last - before) > _FEWEST * abs(step) and len({*numbers}) >= _FEWEST
    is_next = f"{before + step}" == f"{last // 100}{last % 10}{last // 10 % 10}"
    return f"far behind {before}: with two digits exchanged it is {before + step}" if is_far and is_next else ""


def _rising(numbers: Sequence[int]) -> set[int]:
    """The indexes of a longest non-decreasing subsequence."""
    ends: list[int] = []
    places: list[int] = []
    above: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_right(ends, number)
        above.append(places[length - 1] if length else -1)
        ends[length:] = [number, *ends[length + 1 :]]
        places[length:] = [at, *places[length + 1 :]]
    kept, at = set(), places[-1] if places else -1
    while at >= 0:
        kept.add(at)
        at = above[at]
    return kept


# Places.


def _with_gap(facts: Facts) -> Iterator[Problem]:
    """The few categories with a gap between two ranks, where most categories have none."""
    ranked: list[tuple[Span, str, str]] = []
    for edition in facts.editions.values():
        for category, entry in edition.entries.items():
            ranks = sorted(
                int(str(rank)) for each in entry.results if str(rank := each.keys.get("rank", "")).isdecimal()
            )
            gap = next((rank for at, rank in enumerate(ranks) if rank > at + 1 and rank != ranks[at - 1]), 0)
            rankings = {tuple(str(each.keys.get(key)) for key in ("scope", "track", "round")) for each in entry.results}
            if ranks[:1] == [1] and len(ranks) > 1 and len(rankings) == 1:
                ranked.append((entry.row, f"{category} of {edition.id}", f"{gap - 1}" if gap else ""))
    told = [each for each in ranked if each[2]]
    if told and len(told) * 5 <= len(ranked):
        row, about, place = told[0]
        message = f"place {place} of {about} is left out{and_more(len(told) - 1)}"
        yield _warning("no-winner", row, message, "add the row, if somebody had it", about)


def _without_first(facts: Facts, before: Archive, after: Archive) -> Iterator[Problem]:
    """New categories whose ranks begin below the first, and that name no winner."""
    for key, edition in facts.editions.items():
        known = {entry.category for entry in before.editions[key].entries} if key in before.editions else ()
        for entry in after.editions[key].entries if key in after.editions else ():
            ours = edition.entries.get(entry.category or "unknown", ImportedEntry(edition.row)).results
            is_lost = any("rank" in result.keys for result in ours) and not any(result.is_win for result in ours)
            if (
                is_lost
                and entry.category not in known
                and entry.lacks_winner
                and (who := coverage.below_the_first(entry))
            ):
                about = f"{entry.category or 'what has no category'} of {edition.id}"
                message = (
                    f"place 1 of {about} is left out: no row that landed has it, and {who} is the first that is told"
                )
                hint = "add the row, or correct it where it did not land, or write place 1 where it is the first"
                yield _warning("no-winner", ours[0].row, message, hint, key)

"""Lists of names, one per line: "2012: Vente-privée (deux trophées)" is a year, a name and a count."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from ...problems import Level, Problem, Span
from ...sources.plaintext import folded
from ..more_than_names import is_prize, is_sentence, parted_by_sign, says_who_won
from ..profiles import ORDINAL
from ..tables import decoding
from ..tables.repair import repair_text
from ..tables.table import SEASON, Reading, Row, Table

ENDINGS = (".txt", ".text", ".lst")
COLUMNS = ("name", "count", "tie", "number", "line", "year")
_WORDS = MappingProxyType(
    {
        word: str(number)
        for number, words in enumerate(
            (
                *("un une one", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven"),
                *("huit eight", "neuf nine", "dix ten", "onze eleven", "douze twelve"),
            ),
            1,
        )
        for word in words.split()
    }
)
_BULLET = re.compile(r"\s*[-–—*•·▪‣◦●○■□➢✓]\s+|\s*[•▪‣◦●■➢✓]")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\s?(?:[.)°]|er\b|e\b|ère\b|st\b|nd\b|rd\b|th\b)\s*[:.–-]?\s+")
_A_YEAR = rf"(?P<year>{SEASON})(?!\d)"
_YEAR = re.compile(rf"[(\[]?{_A_YEAR}[)\]]?(?:\s*[-–—:.,;|]\s*|\s+)(?=[^\W\d_])")
_YEAR_BEHIND = re.compile(rf"(?<!\s)\s*(?:[(\[]{_A_YEAR}[)\]]|[-–—:,]\s*{_A_YEAR.replace('year', 'bare')})\s*$")
_YEAR_HELD = re.compile(rf"(?<![\w.]){_A_YEAR}")
_OF_HEADINGS = frozenset(
    word
    for words in (
        "the of in for and at full list year season edition winner winners prizewinner prizewinners laureate laureates",
        "minutes meeting",
        "recipient recipients honoree honorees result results roll award awards prize prizes champion champions annee",
        "la le les l d de des du en et pour an saison laureat laureats laureate laureates gagnant gagnants vainqueur",
        "vainqueurs palmares resultat resultats prix im der die das und fur jahr gewinner sieger preistrager ergebnis",
        "ergebnisse preise ano los las ganador ganadores premio premios anno i gli vincitore vincitori premiati",
    )
    for word in words.split()
)
"""Words, in small letters without accents, of a line that heads the names of a year: `Winners of 2012`."""
_SIGNS = "#=*_~+-–—:.,()[] "
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_TIE = re.compile(r"ex[ -]?(?:ae|æ|e)quo|tied?|(?:à )?égalité", re.I)
_PRIZES = (
    "troph[ée]es?|prix|palmes?|titres?|victoires?|r[ée]compenses?|distinctions?|m[ée]dailles?|fois|"
    "troph(?:y|ies)|awards?|prizes?|titles?|wins?|medals?|times|statuettes?"
)
_COUNT = re.compile(rf"(\d{{1,3}}|{'|'.join(_WORDS)})\s+(?:{_PRIZES})|[x×]\s*(\d{{1,3}})|(\d{{1,3}})\s*[x×]", re.I)
_GAP = re.compile(r"\S {2,}\S")
_TIMES = re.compile(r"(?<!\s)\s+[x×]\s?(\d{1,3})\s*$")


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    lines = [(at, line) for at, line in enumerate(decoded.text.split("\n"), 1) if line.strip()]
    if not lines:
        hint = "write one name on each line"
        return None, (*problems, Problem("no-rows", Span(path), "this file holds no names", hint))
    # A number stands before a name only where it does so in most lines: "24. Heures" is a name.
    is_numbered = sum(1 for _, line in lines if _NUMBER.match(line)) * 2 > len(lines)
    rows = tuple(
        Row(Span(path, at, column), (*_entry(repair_text(text)), number, " ".join(line.split()), year))
        for at, line, begin, end, year in _dated(lines)
        for number, column, text in _entries(line, begin, end, is_numbered, how.delimiter)
        if text.strip()
    )
    told = (*problems, *_aligned(path, lines), *_more_than_names(rows), *_other_years(rows))
    return Table(COLUMNS, rows, replace(how, format="names", encoding=decoded.encoding)), told


def _aligned(path: str, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """A table whose columns are separated by several spaces."""
    wide = [at for at, line in lines if _GAP.search(line.strip())]
    if len(wide) > 1 and len(wide) * 2 > len(lines):
        message = "there are gaps of several spaces in most lines, as in a table: each line is read as one name"
        hint = "put a semicolon in place of each gap, and give the file the ending .csv"
        yield Problem("more-than-names", Span(path, wide[0]), message, hint, Level.WARNING)


def _more_than_names(rows: tuple[Row, ...]) -> Iterator[Problem]:
    """Warnings for lines with a prize or a rank before the name, and for sentences."""
    names = [(row, str(row.cells[0])) for row in rows]
    parted = [(row, name, found) for row, name in names if (found := parted_by_sign(name))]
    for row, name, found in parted:
        if (len(parted) > 1 and len(parted) * 2 >= len(rows)) or is_prize(found[0]):
            year = str(row.cells[-1])
            cells = (("Year", year), ("Prize", found[0]), ("Winner", found[1]))
            heads, line = (";".join(each[at] for each in cells if year or each[0] != "Year") for at in (0, 1))
            hint = f"if that is more than a name, write a table, its headings in a line above: {heads} and {line}"
            yield Problem("more-than-names", row.span, f'"{name}" is read as one name', hint, Level.WARNING, (name,))
    for row, name in names:
        if says_who_won(name) or is_sentence(name):
            hint = "leave the name alone in its line"
            yield Problem("more-than-names", row.span, f'"{name}" is read as one name', hint, Level.WARNING, (name,))


def _heading(line: str) -> str:
    """The year of a line that says nothing else than of which year the names below it are, or nothing.

    The number of the edition stays with it: `1998 (1st)`.
    """
    bare = line.strip(_SIGNS)
    found = _YEAR_HELD.search(bare)
    if found is None:
        return ""
    rest = folded(f"{bare[: found.start()]} {bare[found.end() :]}").strip(_SIGNS)
    words = re.findall(r"[^\W_]+", rest)
    numbers = [word for word in words if re.fullmatch(ORDINAL, word)]
    is_heading = len(numbers) < 2 and _OF_HEADINGS.issuperset(word for word in words if word not in numbers)
    return " ".join((found["year"], *(f"({number})" for number in numbers))) if is_heading else ""


def _other_years(rows: tuple[Row, ...]) -> Iterator[Problem]:
    """Warnings for lines that name a nearby year other than the one they are read for."""
    years = [int(str(row.cells[-1])[:4]) for row in rows if row.cells[-1]]
    for row in rows if years else ():
        name, year = str(row.cells[0]), str(row.cells[-1])
        held = [found["year"] for found in _YEAR_HELD.finditer(name)]
        near = [each for each in held if min(years) - 1 <= int(each[:4]) <= max(years) + 1 and each[:4] not in year]
        if near:
            of = f"of {year}" if year else "without a year"
            message = f'"{name}" names the year {near[0]}, and is read as a name {of}'
            hint = f"if it heads the names below it, write {near[0]} alone in its line"
            yield Problem("more-than-names", row.span, message, hint, Level.WARNING, (name,))


def _dated(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str, int, int, str]]:
    """Each line of names with its year, and where the names begin and end.

    A year stands before or behind the names where it does so in most lines, or alone in a line above them.
    """
    listed = [(at, line) for at, line in lines if not _heading(line)]
    bullets = {at: _BULLET.match(line) for at, line in listed}
    starts = {at: found.end() if found else 0 for at, found in bullets.items()}
    before = {at: found for at, line in listed if (found := _YEAR.match(line, starts[at]))}
    behind = {at: found for at, line in listed if (found := _YEAR_BEHIND.search(line))}
    above = ""
    for at, line in lines:
        if year := _heading(line):
            above = year
        elif at in before and len(before) * 2 > len(listed):
            yield at, line, before[at].end(), len(line), before[at]["year"]
        elif at in behind and len(behind) * 2 > len(listed):
            yield at, line, 0, behind[at].start(), behind[at]["year"] or behind[at]["bare"]
        else:
            yield at, line, 0, len(line), above


def _entries(line: str, begin: int, end: int, is_numbered: bool, delimiter: str) -> Iterator[tuple[str, int, str]]:
    """The number, the column and the text of each name of a line."""
    found = _NUMBER.match(line, begin) if is_numbered else None
    number = found[1] if found else ""
    start = found or _BULLET.match(line, begin)
    begin = at = start.end() if start else begin
    line = line[:end]
    if not delimiter:
        yield number, at + 1, line[at:]
        return
    # A delimiter inside brackets does not part two names.
    for sign in re.finditer(rf"\([^()]*\)|{re.escape(delimiter)}", line[at:]):
        if sign[0] == delimiter:
            end = begin + sign.start()
            yield number, at + 1, line[at:end]
            at = end + len(delimiter)
    yield number, at + 1, line[at:]


def _entry(text: str) -> tuple[str, str, str]:
    """The name, its count, and whether it is tied; any other bracket is part of the name."""
    count = tie = ""
    times = _TIMES.search(text)
    if times:
        count, text = times[1], text[: times.start()]
    while found := _BRACKET.fullmatch(text := text.rstrip(), max(text.rfind("("), text.rfind("["), 0)):
        said = [_said(part) for part in re.split(r",|;|\bet\b|\band\b", found[1])]
        if None in said:
            break
        for one in said:
            if one == "tie":
                tie = "true"
            elif one:
                count = one
        text = text[: found.start()]
    return text.strip().rstrip(",;").rstrip(), count, tie


def _said(part: str) -> str | None:
    """The count in a bracket, "tie", or None for anything else."""
    part = part.strip()
    if _TIE.fullmatch(part):
        return "tie"
    found = _COUNT.fullmatch(part)
    if not found:
        return None
    written = next(group for group in found.groups() if group)
    return _WORDS.get(written.lower(), written)

"""A venue stands in one city.

Told is the one edition or event that puts a venue into another city than all others that name it, two or more: the city
is that of another venue, or the venue that of another year. A venue whose name any city may have, such as a town hall,
an opera or a congress centre, is not compared. A venue does not end with its city (`Rope Hall, Saltby`), which stands
behind it on every page.

Passes:

```yaml
ceremony: {date: 2012-10-01, venue: Rope Hall, city: Saltby}
```

Fails, where all other editions were held in the Rope Hall of Saltby:

```yaml
ceremony: {date: 2012-10-01, venue: Rope Hall, city: Penport}
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ..model import Edition
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, exception, nearest, plain
from ..sources.plaintext import bare, folded
from ..statistics.memoize import gathered

CODE = "venue-city"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_OTHERS = 2
_LIKE = 0.85
_ANYWHERE = re.compile(
    r"(?:the |le |la |les |l['’])?(?:(?:town|city|village|guild|concert|parish|exhibition|congress|conference"
    r"|convention|grand|royal|central|national|municipal|public|old|new|great|civic|community|cultural|state) ?)*"
    r"(?:hall|hotel|theatre|theater|opera(?: house)?|cathedral|university|library|museum|station|stadium|arena"
    r"|cent(?:re|er)|casino|castle|hotel de (?:ville|region|departement|la prefecture)|mairie|prefecture"
    r"|palais (?:des congres|de la bourse|de justice|des sports|des festivals)|salle (?:des fetes|polyvalente)"
    r"|centre (?:de congres|des congres|culturel|ville)|parc (?:des expositions|expo)|zenith|bourse du travail"
    r"|chambre de commerce|cci|universite|bibliotheque|musee|gare|theatre (?:municipal|national)"
    r"|opera (?:municipal|national)|rathaus|stadthalle|kongresshaus|online|en ligne|\w+ hotel)"
)
"""Names that a venue may have in any city, without capitals and accents."""
_ENDS = re.compile(r"(?P<venue>.*[^\s,(–—-])(?:,\s*|\s+[–—-]\s+|\s+\()(?P<city>[^\s,()–—-][^,()–—]*?)\)?")
"""A venue with a city behind it."""
_Row = tuple[str, str, int, int]
"""A venue, its city, and the line and column where they stand."""


def check(archive: Archive) -> Iterator[Problem]:
    there: defaultdict[tuple[str, ...], list[tuple[str, str, Span]]] = defaultdict(list)
    held = _held(archive)
    cities = {folded(city): city for rows in held.values() for _, city, _, _ in rows if city}
    for (index, key), rows in held.items():
        for venue, city, line, column in rows:
            span = Span(getattr(archive, index)[key].span.path, line, column)
            ends = _ENDS.fullmatch(venue)
            if ends and folded(ends["city"]) in ({folded(city)} if city else cities):
                yield _joined(venue, ends, city, span)
            if city:
                there[bare(venue)[1]].append((venue, city, span))
    for placed in there.values():
        counts = Counter(folded(city) for _, city, _ in placed)
        (usual, often), *others = counts.most_common()
        # A slip of the city is told as a word that is nearly another.
        is_odd = len(others) == 1 and others[0][1] == 1 and often >= _OTHERS
        if is_odd and not nearest(others[0][0], [usual], _LIKE):
            yield _problem(placed, usual, often)


@gathered("editions")
def _held(edition: Edition) -> tuple[_Row, ...] | None:
    rows = (
        (place.venue, place.city, place.span.line, place.span.column)
        for place in edition.occasions
        if place.venue and not place.note and not _ANYWHERE.fullmatch(folded(place.venue))
    )
    return tuple(rows) or None


def _joined(venue: str, ends: re.Match[str], city: str, span: Span) -> Problem:
    message = f'the venue "{venue}" ends with its city, which is printed behind it'
    likely = Fix(span, venue, plain(ends["venue"]), "venue") if city else None
    hint = f"write `venue: {plain(ends['venue'])}`"
    if not city:
        message = f'the venue "{venue}" ends with a city, which is no part of its name'
        hint = f"write `venue: {plain(ends['venue'])}`, `city: {plain(ends['city'])}`"
    return Problem(CODE, span, message, hint, LEVEL, (venue, ends["city"]), likely=likely, key=("venue",))


def _problem(placed: list[tuple[str, str, Span]], usual: str, often: int) -> Problem:
    venue, city, span = next(each for each in placed if folded(each[1]) != usual)
    _, right, other = next(each for each in placed if folded(each[1]) == usual)
    message = f"{venue} is in {city} here, and in {right} {often} times elsewhere ({other.where})"
    hint = (
        f"write `city: {plain(right)}`, or correct the venue; if there is one in each, {exception(CODE, venue, city)}"
    )
    likely = Fix(span, city, plain(right), "city")
    return Problem(CODE, span, message, hint, LEVEL, (venue, city, right), likely=likely, key=("city",))

"""A dispute has two sides, and a citation something that it is for.

`disputes` keep what another source says instead of what stands in the file: where both are the same, or the file says
nothing of that field, there is no dispute. `cited` gives the source of a field: one that is not filled has none.

Passes:

```yaml
ordinal: 3
cited: {ordinal: s1}
disputes: {field: ordinal, value: 4, source: s2}
```

Fails:

```yaml
ordinal: 3
cited: {theme: s1}
disputes: {field: ordinal, value: 3, source: s2}
```
"""

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType

from ..model import Attendance, Award, Edition, Function, Part, Ref
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain
from ..sources.plaintext import folded

CODE = "nothing-disputed"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "editions")

_PARTS: MappingProxyType[str, Function] = MappingProxyType(
    {
        **{"organiser": Function.ORGANISER, "organisers": Function.ORGANISER, "hosts": Function.HOST},
        **{"speakers": Function.SPEAKER, "guests": Function.GUEST, "jury": Function.JUROR},
        **{"partners": Function.PARTNER, "providers": Function.PROVIDER, "participants": Function.PARTICIPANT},
    }
)


def each(archive: Archive, record: Award | Edition) -> Iterator[Problem]:
    for citation in record.cited:
        if _value(record, citation.field) in (None, "", ()):
            span = citation.sources[0].span if citation.sources else record.span
            message = f"a source is cited for `{citation.field}`, of which this file says nothing"
            hint = f"write `{_written(citation.field)}`, or delete the citation"
            yield Problem(CODE, span, message, hint, LEVEL, (citation.field,))
    for dispute in record.disputes:
        value = _value(record, dispute.field)
        span = dispute.source.span if dispute.source else record.span
        if value in (None, "", ()):
            message = f"`{dispute.field}` is disputed, and this file says nothing of it"
            hint = f"write `{_written(dispute.field, dispute.value)}`, or what ours is"
            yield Problem(CODE, span, message, hint, LEVEL, (dispute.field,))
        elif folded(_text(value)) == folded(dispute.value):
            message = f'`{dispute.field}` is "{dispute.value}" in this file, too: nothing is disputed'
            hint = "write what the other source says, or cite it: " + f"`cited: {{{dispute.field}: …}}`"
            yield Problem(CODE, span, message, hint, LEVEL, (dispute.field, dispute.value))


def _written(field: str, value: str = "") -> str:
    """A field as it can be written: `ceremony: {date: 2011}`."""
    first, dot, rest = field.partition(".")
    said = plain(value) if value else "…"
    return f"{first}: {{{rest}: {said}}}" if dot else f"{first}: {said}"


def _value(record: Award | Edition, field: str) -> object:
    """The value of a field, or nothing; an unknown field is reported elsewhere."""
    first, _, rest = field.partition(".")
    if first in _PARTS:
        found = tuple(part for part in record.parts if part.function is _PARTS[first])
        return found[0] if len(found) == 1 else found
    if first == "results" and isinstance(record, Edition):
        entries = tuple(entry for entry in record.entries if not rest or _speaks_of(rest, entry.category or "unknown"))
        # What an entry says in the end may be said in several places.
        return field if entries else None
    value: object = getattr(record, "covered" if first == "coverage" else first, field)
    if rest and value is not None:
        value = getattr(value, rest, field)
    return () if value is not None and value == _blank(value) else value


def _speaks_of(rest: str, category: str) -> bool:
    """Whether a path such as `innovation.printed_name` is about the category `innovation`."""
    return rest == category or rest.startswith(f"{category}.")


def _blank(value: object) -> object:
    """An empty part of a record, as it is when left out."""
    made = getattr(type(value), "__dataclass_fields__", {})
    return type(value)() if made and type(value).__name__ in ("Ceremony", "Period", "Method") else None


def _text(value: object) -> str:
    if isinstance(value, Part):
        return value.name.text
    if isinstance(value, Ref):
        return value.text
    if isinstance(value, tuple) and len(value) == 1:
        return _text(value[0])
    if isinstance(value, Attendance):
        return str(value.value)
    return value.value if isinstance(value, StrEnum) else str(value)

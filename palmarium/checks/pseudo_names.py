"""A word that stands for nobody is not a laureate.

"N.C.", "Aucun lauréat" or "No award" as a name would get a page, a title and a place in the records. Who is not known
is written `unknown`; a category that nobody won is `not_awarded`, with its reason (edge cases 21 to 23). "Anonymous" is
one name, however many bear it. A work may be called anything.

Passes:

```yaml
results:
  pie: unknown
  cake: {not_awarded: below-threshold}
```

Fails:

```yaml
results:
  pie: N.C.
  cake: No award
```
"""

from collections.abc import Iterator

from ..model import Kind
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..sources.plaintext import folded
from ..sources.schema.words import meaning, nobody

CODE = "pseudo-name"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_NAMELESS = frozenset(("anonymous", "anonyme", "anonym", "anonimo", "anon"))


def check(archive: Archive) -> Iterator[Problem]:
    for result in archive.results:
        for holder in result.holders:
            text = holder.name.text
            # An ambiguous name, which is told as such, is nobody's.
            if text not in archive.ids:
                continue
            name = archive.name(holder.name)
            hint = "" if name.kind is Kind.WORK else _hint(text, len(archive.results_of.get(name.id, ())))
            if hint:
                yield Problem(CODE, holder.name.span, f'"{text}" is nobody\'s name', hint, LEVEL, (text,))


def _hint(text: str, results: int) -> str:
    if folded(text) in _NAMELESS and results > 1:
        apart = f"write `unknown`, or tell them apart, as `{text} (1990)`"
        return f"here it is one laureate with {results} results: {apart}"
    if meaning(text, ("cancelled",)):
        return "write `cancelled` for a category that did not take place"
    if nobody(text) == "not-awarded":
        return "write `not_awarded: {reason: …}` for the category"
    return "write `unknown` instead" if nobody(text) or text.strip().isdigit() else ""

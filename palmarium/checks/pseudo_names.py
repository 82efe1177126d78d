"""A word that stands for nobody is not a laureate.

"N.C.", "Aucun lauréat" or "No award" as a name would get a page, a title and a place in the records. Who is not known
is written `unknown`; a category that nobody won is `not_awarded`, with its reason (edge cases 21 to 23).

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

from ..archive import Archive
from ..problems import Basis, Level, Problem
from ..statistics.ranking import folded

CODE = "pseudo-name"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_UNKNOWN = ("nc", "nr", "na", "inconnu", "inconnue", "unknown", "nonconnu", "noncommunique", "tbd", "tba", "")
_NOBODY = (
    *("aucun", "aucunlaureat", "aucunelaureate", "pasdelaureat", "nonattribue", "nonattribuee", "nondecerne"),
    *("noaward", "nowinner", "notawarded", "none", "nobody", "personne", "neant", "該当なし"),
    *("no", "non", "nil", "null", "nul", "nope", "nein", "false", "faux"),
)


def check(archive: Archive) -> Iterator[Problem]:
    for result in archive.results:
        for holder in result.holders:
            text = holder.name.text
            word = "".join(letter for letter in folded(text) if letter.isalnum())
            if word.isdigit() or word in (*_UNKNOWN, *_NOBODY):
                nobody = word in _NOBODY
                hint = "write `not_awarded: {reason: …}` for the category" if nobody else "write `unknown` instead"
                yield Problem(CODE, holder.name.span, f'"{text}" is nobody\'s name', hint, LEVEL, (text,))

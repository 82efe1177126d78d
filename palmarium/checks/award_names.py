"""An award's name is its name, and nothing that another key says.

Since when it is given, that it has ended, what it was called before, how often it is held and its short form would be
printed wherever the award is named. A category has no such keys: what its editions do not say stands in its note.

Passes:

```yaml
name: Golden Pie Prize
short: GPP
founded: 2011
```

Fails:

```yaml
name: Golden Pie Prize (since 2011)
```
"""

import re
from collections.abc import Iterator

from ..model import Award
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception, plain
from ..sources.numerals import YEAR

CODE = "key-in-name"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("awards",)

_BEGUN = re.compile(
    r"(?P<name>.*[^\s,;(–—-])[\s,;(–—-]++(?:since|from|founded|established|est\.|created|depuis|fondée?|créée?|seit|gegründet|desde|dal)"
    rf"(?:\s+(?:in|en))?\s+(?P<from>{YEAR})\)?",
    re.I,
)
_STRETCH = re.compile(rf"(?P<name>.*[^\s(,])\s*+[(,]\s*+(?P<from>{YEAR})\s*[-–—]\s*(?P<until>{YEAR})?\)?")
_ENDED = re.compile(
    r"(?P<name>.*[^\s,;(–—-])[\s,;(–—-]++(?:ended|discontinued|defunct|until|jusqu['’]en|supprimée?|disparue?|bis|eingestellt)"
    rf"(?:\s+(?:in|en|since|depuis))?(?:\s+(?P<until>{YEAR}))?\)?",
    re.I,
)
_BEFORE = re.compile(
    r"(?P<name>.*[^\s(])\s*+\((?:formerly|previously|once|ex|anciennement|auparavant|früher|vormals)[\s:-]++(?P<before>[^()]+)\)",
    re.I,
)
_OFTEN = re.compile(
    r"(?P<name>.*[^\s(])\s*+\((?P<often>annual|yearly|biennial|annuelle?|biennale?|jährlich|every \w+ years)\)",
    re.I,
)
_SHORT = re.compile(r"(?P<name>.*[^\s(])\s*+\((?P<short>[A-Z]{2,8})\)")


def each(archive: Archive, award: Award) -> Iterator[Problem]:
    name, keys = _apart(award.name)
    if keys:
        message = f'the name "{award.name}" says what another key is for'
        hint = f"write `name: {plain(name)}` and `{keys}`; if it is called so, {exception(CODE, award.name)}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (award.name,), key=("name",))
    for category in award.categories:
        name, keys = _apart(category.name)
        if keys and not keys.startswith(("short", "periodicity")):
            message = f'the name "{category.name}" says more than what the category is called'
            rest = plain(category.name[len(name) :].strip(" ,;()–—-"))
            hint = f"write `name: {plain(name)}`, and `note: {rest}` if its editions do not say so"
            hint = f"{hint}; if it is called so, {exception(CODE, category.name)}"
            yield Problem(CODE, category.span, message, hint, LEVEL, (category.name,), key=("name",))


def _apart(name: str) -> tuple[str, str]:
    """A name without facts that have keys of their own, and these keys; empty texts if it holds no such fact."""
    if found := _BEGUN.fullmatch(name):
        return found["name"], f"founded: {found['from']}"
    if found := _STRETCH.fullmatch(name):
        return found["name"], f"founded: {found['from']}{_until(found['until'])}"
    if found := _ENDED.fullmatch(name):
        return found["name"], f"ended: {found['until'] or '…'}"
    if found := _BEFORE.fullmatch(name):
        now, before = plain(found["name"]), plain(found["before"].strip())
        return found["name"], f"names: [{{name: {before}, until: …}}, {{name: {now}, from: …}}]"
    if found := _OFTEN.fullmatch(name):
        return found["name"], f"periodicity: {found['often']}"
    if (found := _SHORT.fullmatch(name)) and found["short"] == "".join(re.findall(r"\b[A-Z]", found["name"])):
        return found["name"], f"short: {found['short']}"
    return name, ""


def _until(year: str | None) -> str:
    return f"` and `ended: {year}" if year else ""

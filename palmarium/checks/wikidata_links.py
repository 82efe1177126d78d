"""The item of Wikidata stands under `wikidata`, and not among `links`.

`wikidata: Q42` is printed as a link all the same, and says besides to programs that read the data who or what is meant;
an address among the links of an award or a name says to nobody what it is.

Passes:

```yaml
wikidata: Q42
```

Fails:

```yaml
links: [https://www.wikidata.org/wiki/Q42]
```
"""

import re
from collections.abc import Iterator

from ..model import Award, Name
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "wikidata-link"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "profiles")

_ITEM = re.compile(
    r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityData/)?(Q[1-9]\d*)(?:[.#?/].*)?", re.I
)


def each(archive: Archive, record: Award | Name) -> Iterator[Problem]:
    for link in record.links:
        found = _ITEM.fullmatch(link.url)
        item = found[1].upper() if found else ""
        if item and record.wikidata in ("", item):
            said = f"`wikidata: {item}`"
            hint = f"delete it: {said} is there" if record.wikidata else f"write {said} in place of this link"
            message = f'"{link.url}" is the item of {record.name} on Wikidata, for which there is the key `wikidata`'
            yield Problem(CODE, record.span, message, hint, LEVEL, (record.id, link.url), key=("links",))
        elif item:
            message = f'"{link.url}" among the links is another item than `wikidata: {record.wikidata}`'
            hint = f"delete the link, or write `wikidata: {item}`"
            yield Problem(CODE, record.span, message, hint, LEVEL, (record.id, link.url), key=("links",))

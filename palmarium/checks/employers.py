"""An employer stands in `org`, and not in the words of a role.

Of `editor of The Daily Loaf` nobody learns on the page of The Daily Loaf. Told is a role that ends with an organisation
or a team of the archive, behind a word such as "of", "at", "de" or "chez", or that is nothing else.

Passes:

```yaml
jury: {name: Di Fork, role: editor, org: The Daily Loaf}
```

Fails, where The Daily Loaf is an organisation of the archive:

```yaml
jury: {name: Di Fork, role: editor of The Daily Loaf}
```
"""

import re
from collections.abc import Iterator

from ..model import Edition, Kind, NamedAs
from ..model.archive import Archive
from ..model.mentions import mentions
from ..problems import Basis, Level, Problem, exception, plain

CODE = "employer-in-role"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

EACH = ("editions",)

_OF = re.compile(
    r"(?:\s(?:de\s)?[dl]['’]|,|\s(?:of|at|for|with|de|du|des|chez|pour|bei|von|vom|der|für|del|di|da|en|in)"
    r"(?:\s(?:the|la|le|les|der|dem))?)\s*+(?=\S)"
)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for mention in mentions(edition):
        roles = (mention.role, *(post.role for post in mention.posts if post.org is None))
        if mention.how is NamedAs.EMPLOYER or any(post.org for post in mention.posts):
            continue
        for role in dict.fromkeys(filter(None, roles)):
            if found := _employer(archive, role):
                said, name = found
                what = f'the role "{role}" names "{name}", which' if said else f'"{name}" is no role, and'
                keys = f"role: {plain(said)}, org: {plain(name)}" if said else f"org: {plain(name)}"
                message, hint = f"{what} stands in `org`", f"write `{keys}`; if it is none, {exception(CODE, role)}"
                yield Problem(CODE, mention.ref.span, message, hint, LEVEL, (role,))


def _employer(archive: Archive, role: str) -> tuple[str, str] | None:
    """A role without its end, and the known organisation or team that this end names."""
    for start, end in ((0, 0), *(found.span() for found in _OF.finditer(role))):
        id = archive.ids.get(role[end:])
        if id and archive.names[id].kind in (Kind.ORGANISATION, Kind.TEAM):
            return role[:start].strip(), role[end:]
    return None

"""What stands for a name is a name, and nothing else.

An address, the dash of a list, and a remark that a key is made for would be printed as a part of the name, and make
another name of it: `Ann Crust (ex aequo)` is not Ann Crust. A work may be called anything, and so may who has a file
in content/names.

Passes:

```yaml
results:
  pie: {laureate: Ann Crust, tie: true}
  tart: [Ben Crumble, Cy Dough]
```

Fails:

```yaml
results:
  pie: Ann Crust (ex aequo)
  tart: – Ben Crumble – Cy Dough
```
"""

import re
from collections.abc import Iterator

from ..model import Kind, Name
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain
from ..sources.schema.words import letters, meaning

CODE = "odd-name"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DASH = re.compile(r"\s+[-–—•*]\s*(?=[^\W\d_])")
_DASHED = re.compile(r"[-–—•]\s*(?=[^\W\d_])")
_ASIDE = re.compile(r"(?P<name>.+?)\s*(?:\((?P<said>[^()]+)\)|[,;:–—-]?\s+(?P<tied>ex[ -]?(?:æ|ae)quo))")
_TIED = ("tie", "tied", "exaequo")
_POSTHUMOUS = ("posthumous", "posthumously", "posthume", "atitreposthume")
_MEANT = (
    ("distinction", ("finalist", "nominee", "mention", "winner")),
    ("acceptance", ("declined",)),
    ("status", ("revoked",)),
)
"""Keys of a result, and those of their words that are written behind a name."""
_PLACE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|e|ème)(?: (?:place|prize|prix))?")


def check(archive: Archive) -> Iterator[Problem]:
    laureates = {holder.name.text for result in archive.results for holder in result.holders}
    for name in archive.names.values():
        found = None if name.registered or name.kind is Kind.WORK else _odd(name.name, name.name in laureates)
        if found:
            yield _problem(name, *found)


def _odd(text: str, is_laureate: bool) -> tuple[str, str] | None:
    """What is no part of a name, and what to write; of remarks, only those that a laureate has a key for."""
    if _ADDRESS.fullmatch(text):
        return "is an address", "write the name; its address belongs below `links` in its file in content/names"
    if _DASHED.match(text):
        parts = [part for part in _DASH.split(_DASHED.sub("", text, count=1)) if part]
        return "begins with a dash", f"write `[{', '.join(plain(part) for part in parts)}]`"
    aside = _ASIDE.fullmatch(text) if is_laureate else None
    said = (aside["said"] or aside["tied"]).strip().casefold() if aside else ""
    place = _PLACE.fullmatch(said)
    key = f"rank: {place[1]}" if place else _remark(said)
    if aside and key:
        return f'holds "{said}"', f"write `{{laureate: {plain(aside['name'])}, {key}}}`"
    return None


def _remark(said: str) -> str:
    """The key and value of a result that a remark stands for, or nothing."""
    if letters(said) in _TIED:
        return "tie: true"
    if letters(said) in _POSTHUMOUS:
        return "posthumous: true"
    found = ((key, meaning(said, words)) for key, words in _MEANT)
    return next((f"{key}: {word}" for key, word in found if word), "")


def _problem(name: Name, what: str, hint: str) -> Problem:
    return Problem(CODE, name.span, f'"{name.name}" {what}', hint, LEVEL, (name.name,), hides=(("name", name.name),))

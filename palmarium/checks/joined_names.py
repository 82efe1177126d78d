"""Several names are not one.

`A and B`, `A, B` or `A & B` as one name gets a page of its own, and neither A nor B gets the title. Told are names
whose parts all stand in the archive by themselves, those joined by a semicolon, those joined by a slash with blanks
where it knows one of them, people joined by a comma or by "and", and partners and providers joined by a comma: each
part of two words or more, and of partners none that holds an "and" or an "of". So are firms of which each ends with its
legal form. They are a list, or, with a place or a role
among them, the line of a table. A couple or a firm that is called so has a file in content/names, or an exception in
site.toml. A tag with a comma is several tags, and an alias with one several aliases.

Passes:

```yaml
results:
  pie: [Ann Crust, Ben Crumble]
  tart: {laureate: [Ann Crust, Ben Crumble]}
```

Fails, where both are laureates elsewhere:

```yaml
results: {pie: Ann Crust and Ben Crumble}
```
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from ..model import Function, Kind, Name, NamedAs
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, exception, plain
from ..sources.numerals import MARK
from ..sources.plaintext import bare

CODE = "joined-names"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_COMMA = re.compile(r"(?:(?<!\s)\s+)?[,;]\s+")
_COLUMNS = re.compile(r"(?<!\s)\s*[,;|\t]\s*")
_COMMAS = re.compile(r"(?:(?<!\s)\s+)?[,;]\s+|(?<!\s)\s+/\s+")
BETWEEN = re.compile(r"(?:(?<!\s)\s+)?[,;/&+]\s*(?:and\s+|et\s+)?|(?<!\s)\s+(?:and|et|und|y|e|with|avec)\s+")

_RANK = re.compile(r"#?\s?\d{1,2}\.?")
_MARK = re.compile(MARK)
_KEYS = ("rank", "laureate", "role", "org", "score", "out_of")
_LINKS = frozenset(
    ("and", "et", "und", "y", "e", "of", "for", "de", "des", "du", "d", "pour", "für", "von", "del", "di")
)
"""Words that make one name of several, as in `Department for Culture, Media and Sport`."""


def check(archive: Archive) -> Iterator[Problem]:
    for name in archive.names.values():
        if not name.registered:
            yield from of_name(archive, name)
        for alias in name.aliases:
            parts = tuple(filter(None, _COMMA.split(alias)))
            if len(parts) > 1 and sorted(_words(alias)) != sorted(_words(name.name)):
                yield _problem(name.span, f'the alias "{alias}" holds a comma', alias, parts, ("aliases", alias))
    for article in archive.articles.values():
        for tag in article.tags:
            if tag.text.startswith("#"):
                bare = tuple(filter(None, (part.strip(", ") for part in tag.text.split("#"))))
                message = f'the tag "{tag.text}" begins with a sign that is printed, too'
                meant = plain(bare[0]) if len(bare) == 1 else _listed(bare)
                fix = Fix(tag.span, tag.text, meant) if bare else None
                yield Problem(CODE, tag.span, message, f"write {meant}", LEVEL, (tag.text,), fix=fix)
            elif len(parts := tuple(filter(None, _COMMA.split(tag.text)))) > 1:
                hint = f"if they are several, write `{_listed(parts)}`; if it is one, {exception(CODE, tag.text)}"
                subject, hides = (tag.text, *parts), (("name", tag.text),)
                yield Problem(CODE, tag.span, f'the tag "{tag.text}" holds a comma', hint, LEVEL, subject, hides=hides)


def of_name(archive: Archive, name: Name) -> Iterator[Problem]:
    """What of one name may be several, whether or not it has a file."""
    parts = _parts(archive, name)
    if parts:
        known = " and ".join(part for part in parts if part in archive.ids)
        more = f", and the archive knows {known}" if known else ""
        message = f'"{name.name}" is written as one name{more}'
        row = _as_row(archive, name, parts)
        if row:
            hint = f"write `{row}`; if it is one name, {exception(CODE, name.name)}"
            hides = (("name", name.name),)
            likely = Fix(name.span, name.name, row)
            yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, *parts), hides=hides, likely=likely)
        else:
            yield _problem(name.span, message, name.name, parts)


def _is_employer(archive: Archive, name: Name) -> bool:
    is_known = name.registered or any(
        mention.how is NamedAs.EMPLOYER for mention in archive.mentions_of.get(name.id, ())
    )
    return name.kind is Kind.ORGANISATION and is_known


def _as_row(archive: Archive, name: Name, parts: Iterable[str]) -> str:
    """The line of a table that one text holds, with its keys; nothing where a part of it may be anything."""
    said: dict[str, str] = {}
    for part in parts:
        other = archive.named(part)
        mark = _MARK.fullmatch(part)
        if mark:
            found = {"score": plain(mark["score"]), "out_of": mark["most"]}
        elif _RANK.fullmatch(part):
            found = {"rank": part.strip("#. ")}
        elif part[0].islower():
            found = {"role": plain(part)}
        elif "laureate" in said and other and ("role" in said or _is_employer(archive, other)):
            found = {"org": plain(part)}
        else:
            found = {"laureate": plain(part)}
        if said.keys() & found.keys():
            return ""
        said |= found
    is_row = "laureate" in said and said.keys() & {"rank", "role", "score"}
    there = {mention.how for mention in archive.mentions_of.get(name.id, ())}
    if not is_row or (NamedAs.LAUREATE not in there and said.keys() & {"rank", "score"}):
        return ""
    named = {} if NamedAs.LAUREATE in there else {"laureate": "name"}
    return f"{{{', '.join(f'{named.get(key, key)}: {said[key]}' for key in _KEYS if key in said)}}}"


def _parts(archive: Archive, name: Name) -> tuple[str, ...]:
    """The names that one text probably holds; nothing where it is one name."""
    written = unescape(name.name)
    text = written[1:-1] if re.fullmatch(r"\([^()]+\)", written) else written
    columns = tuple(filter(None, _COLUMNS.split(text)))
    if len(columns) > 2 and _RANK.fullmatch(columns[0]) and any(part in archive.ids for part in columns):
        return columns
    # What a sign inside a name would take apart, as that of `Crust & Sons`, stays whole in a list.
    listed = tuple(filter(None, _COMMAS.split(text)))
    is_list = len(listed) > 1 and all(part in archive.ids for part in listed)
    halves = ((text[: at.start()], text[at.end() :]) for at in BETWEEN.finditer(text))
    two = next((pair for pair in halves if all(half in archive.ids for half in pair)), ())
    parts = two or (listed if is_list else tuple(filter(None, BETWEEN.split(text))))
    if len(parts) < 2:
        return ()
    if re.search(r"\s/\s", text) and any(part in archive.ids for part in parts):
        return parts
    named = all(len(_words(part)) > 1 and not part[0].islower() for part in parts)
    people = name.kind is Kind.PERSON and "/" not in text and named
    is_joined = ";" in text or text != written or people or all(part in archive.ids for part in parts)
    # A legal form ends a name.
    is_joined = is_joined or all(bare(part)[2] and len(_words(part)) > 1 for part in parts)
    if not is_joined and "," in text and _are_partners(archive, name):
        parts = tuple(filter(None, _COMMA.split(text)))
        is_joined = all(len(words := _words(part)) > 1 and not _LINKS & {*words} for part in parts)
    return parts if is_joined else ()


def _are_partners(archive: Archive, name: Name) -> bool:
    """Whether a text stands where partners and providers do, and nowhere else."""
    there = {mention.how for mention in archive.mentions_of.get(name.id, ())}
    return bool(there) and there <= {Function.PARTNER, Function.PROVIDER}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _listed(parts: Iterable[str]) -> str:
    return f"[{', '.join(map(plain, parts))}]"


def _problem(span: Span, message: str, text: str, parts: tuple[str, ...], key: tuple[str, ...] = ()) -> Problem:
    are_names = not any(_RANK.fullmatch(part) or _MARK.fullmatch(part) or part[0].islower() for part in parts)
    listed = f"if they are several, write `{_listed(parts)}`"
    several = listed if are_names else "write each part under its key, as `{laureate: …, role: …, org: …}`"
    hint = f"{several}; if it is one, {exception(CODE, text)}"
    return Problem(CODE, span, message, hint, LEVEL, (text, *parts), (("name", text),), key=key)

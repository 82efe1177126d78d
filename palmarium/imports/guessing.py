"""Draft a mapping from the names of columns, for an editor to correct.

Owns: which names speak for which key, in English and French; what a column that looks like flags or lists becomes.
Never: says what a column means where neither its name nor its looks do.
"""

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ..profile import ColumnProfile, profile
from ..table import Table
from ..urls import slug

_WORDS = MappingProxyType(
    {
        "edition.id": "year|annee|edition|season|saison|ceremony year|millesime",
        "edition.ordinal": "ceremony|ordinal|edition number|numero",
        "edition.ceremony.date": "date|ceremony date|awarded on",
        "edition.ceremony.city": "city|ville",
        "category.id": "canonical category|category|categorie|prize|prix|award category|class",
        "result.laureate": "laureate|laureat|winner|vainqueur|nominee|nominees|recipient|name|nom|person|artist|company"
        "|entreprise|author|auteur|team|gagnant|organisation|organization",
        "result.distinction": "distinction|outcome|won|is winner|status|statut|level",
        "result.rank": "rank|rang|place|position|classement",
        "result.for": "film|movie|work|title|titre|book|livre|project|projet|song|oeuvre",
        "result.role": "role|fonction|job|position held",
        "result.org": "affiliation|employer|company name|societe|publisher|institution",
        "result.country": "country|pays|nation",
        "result.citation": "citation|motivation|reason|motif",
        "result.score": "score|points|note|mark",
        "result.share": "share|part",
        "result.count": "count|trophies|trophees|nombre",
        "name.identity": "id|identifier|identity|nominee id|nominee ids|imdb|wikidata|team number|person id",
        "name.born": "born|birth date|date of birth|ne le|naissance",
        "name.died": "died|death date|date of death|mort",
    }
)
_YES = re.compile(r"true|yes|oui|y|x|1|won|winner|lauréate?|✓|✔|\*", re.I)
_SECTIONS = ("edition", "category", "result", "name")


def guessed(table: Table, path: str) -> str:
    """A mapping to correct; columns of which nothing is guessed stand in a comment."""
    looks = {each.name: each for each in profile(table)}
    found = _found(table, looks)
    stem = re.sub(r"\.[^.]*$", "", path)
    lines = [f"# A first guess at what is what in {path}: correct it, then import.", "", *_read(table)]
    lines += ["[award]", f"id = {_quoted(slug(stem))}", f"name = {_quoted(stem)}", ""]
    for section in _SECTIONS:
        written = list(_section(section, found, looks))
        lines += [f"[{section}]", *written, ""] if written else []
    rest = [name for name in _plain(table) if name not in found.values()]
    lines += [f"# Not taken: {', '.join(rest)}"] if rest else []
    return "\n".join(lines).rstrip("\n") + "\n"


def _found(table: Table, looks: Mapping[str, ColumnProfile]) -> dict[str, str]:
    """The column of each key: the first word that a column is called by; each column once, and no empty one."""
    full = [name for name in _plain(table) if looks[name].looks]
    by_word = {_folded(name): name for name in reversed(full)}
    found: dict[str, str] = {}
    for key, words in _WORDS.items():
        names = (by_word.get(word) for word in words.split("|"))
        fits = (name for name in names if name and name not in found.values())
        # "Winner" over yes and no names nobody: it says who won.
        column = next((name for name in fits if key != "result.laureate" or looks[name].looks != "flag"), None)
        if column:
            found[key] = column
    flags = (name for word in _WORDS["result.laureate"].split("|") if (name := by_word.get(word)) is not None)
    won = next((name for name in flags if looks[name].looks == "flag"), None)
    if won and "result.distinction" not in found:
        found["result.distinction"] = won
    return found


def _plain(table: Table) -> list[str]:
    """The columns without those of lists inside a row, and the numbers of rows."""
    return [name for name in table.columns if "[" not in name and not name.endswith("#")]


def _folded(name: str) -> str:
    """`../NomineeIds` → `nominee ids`."""
    bare = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.rpartition("/")[2].rpartition(".")[2])
    return re.sub(r"[^a-z0-9]+", " ", slug(bare)).strip()


def _read(table: Table) -> Iterator[str]:
    how = table.how
    said = {"format": how.format, "delimiter": how.delimiter, "encoding": how.encoding, "rows": how.rows}
    if any(said.values()):
        yield "[read]"
        yield from (f"{key} = {_quoted(value)}" for key, value in said.items() if value)
        yield ""


def _section(section: str, found: dict[str, str], looks: Mapping[str, ColumnProfile]) -> Iterator[str]:
    for key, column in found.items():
        if key.startswith(f"{section}."):
            yield f"{key.removeprefix(f'{section}.')} = {_value(key, looks[column])}"
    if section == "edition":
        if "edition.id" not in found:
            yield '# id = "…"   # which edition: a column such as "{Year}", or a year'
        yield '# coverage = "winners-only"   # complete, partial, winners-only, names-only, none'
    if section == "result" and "result.laureate" not in found:
        yield '# laureate = "{…}"   # the column of the names'
    if section == "name":
        yield 'kind = "person"   # person, organisation, team or work'
        if "name.identity" in found:
            yield 'authority = "…"   # whose ids these are'


def _value(key: str, looks: ColumnProfile) -> str:
    column = looks.name
    if key in ("result.laureate", "name.identity") and looks.separator:
        return f"{{column = {_quoted(column)}, split = {_quoted(looks.separator)}}}"
    if key == "result.distinction" and looks.looks == "flag":
        won = ", ".join(f'{_quoted(said)} = "winner"' for said in looks.samples if _YES.fullmatch(said))
        return f'{{column = {_quoted(column)}, map = {{{won}}}, else = "nominee"}}'
    if set(column) & set("{}"):
        return f"{{column = {_quoted(column)}}}"
    return _quoted(f"{{{column}}}")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

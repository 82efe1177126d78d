"""Draft new files for an editor: an award, an edition after the one before, an article, a name, a site."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from .. import config
from ..model import Edition, Function, Kind, Outcome, Part, Post
from ..model.archive import Archive, resolve
from ..model.ids import slug
from ..problems import Problem
from ..sources import layout
from ..sources.load import load
from ..sources.placeholders import MADE_ADDRESS, MADE_AWARD_ID, MADE_AWARDS, MADE_TEXTS, MADE_TITLES, TO_CONFIRM
from ..sources.site_toml import PATH


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written, by its path below the root."""

    path: str
    text: str


_WORDS = MappingProxyType(
    {
        "fr": MappingProxyType(
            {
                "taken": "repris de {}, à confirmer",
                "edition": "Les lignes en commentaire viennent d'une autre édition : à confirmer ou à effacer.",
                "name": "Une courte notice, ou rien.",
                "categories": "une ligne par catégorie, par exemple :",
                "replace": "À remplacer : le nom du prix, puis le nom de ce dossier.",
                "example": "innovation: Prix de l'innovation",
                "also": "Et, si vous le savez : short, organiser, founded (2008, 2008-09 ou 2008-09-30), description.",
            }
        ),
        "de": MappingProxyType(
            {
                "taken": "aus {}, zu bestätigen",
                "edition": "Auskommentierte Zeilen stammen aus einer anderen Ausgabe: bestätigen oder löschen.",
                "name": "Eine kurze Biografie, oder nichts.",
                "categories": "eine Zeile je Kategorie, zum Beispiel:",
                "replace": "Zuerst den Namen des Preises ersetzen, dann diesen Ordner umbenennen.",
                "example": "innovation: Innovationspreis",
                "also": "Dazu, soweit bekannt: short, organiser, founded (2008, 2008-09 oder 2008-09-30), description.",
            }
        ),
        "es": MappingProxyType(
            {
                "taken": "tomado de {}, por confirmar",
                "edition": "Las líneas comentadas vienen de otra edición: confírmelas o bórrelas.",
                "name": "Una breve biografía, o nada.",
                "categories": "una línea por categoría, por ejemplo:",
                "replace": "Cambie el nombre del premio y después el de esta carpeta.",
                "example": "innovacion: Premio a la Innovación",
                "also": "Además, si se sabe: short, organiser, founded (2008, 2008-09 o 2008-09-30), description.",
            }
        ),
        "it": MappingProxyType(
            {
                "taken": "ripreso da {}, da confermare",
                "edition": "Le righe commentate vengono da un’altra edizione: da confermare o cancellare.",
                "name": "Una breve biografia, o niente.",
                "categories": "una riga per categoria, per esempio:",
                "replace": "Sostituire il nome del premio, poi rinominare questa cartella.",
                "example": "innovazione: Premio all'innovazione",
                "also": "Inoltre, se noti: short, organiser, founded (2008, 2008-09 o 2008-09-30), description.",
            }
        ),
        "ar": MappingProxyType(
            {
                "taken": "من {}، للتأكيد",
                "edition": "الأسطر المعلَّقة من دورة أخرى: تُؤكَّد أو تُحذف.",
                "name": "نبذة قصيرة، أو لا شيء.",
                "categories": "سطر لكل فئة، مثلًا:",
                "replace": "غيّر اسم الجائزة، ثم اسم هذا المجلد.",
                "example": "innovation: جائزة الابتكار",
                "also": "ويُضاف ما هو معروف: short وorganiser وfounded (2008 أو 2008-09 أو 2008-09-30) وdescription.",
            }
        ),
        "en": MappingProxyType(
            {
                "taken": "from {}, to be confirmed",
                "edition": "Lines in comments come from another edition: confirm or delete them.",
                "name": "A short biography, or nothing.",
                "categories": "one line for each category, for instance:",
                "replace": "Replace the award's name, then rename this folder.",
                "example": "innovation: Innovation Award",
                "also": "And, where you know it: short, organiser, founded (2008, 2008-09 or 2008-09-30), description.",
            }
        ),
    }
)

_CEREMONY = re.compile(r"# ceremony: \{date: (?:\d{4}|…)\}")
"""The example of a ceremony in the draft of an edition, if the edition before has no place."""


def known(files: Mapping[str, bytes], language: str) -> Archive:
    """The awards and editions that can be read, whatever is wrong with the rest."""
    records = (load(path, data, language)[0] for path, data in files.items() if path.startswith("editions/"))
    return resolve((record for record in records if record), slug)[0]


def problems(draft: NewFile, language: str) -> tuple[Problem, ...]:
    """The problems of a draft: an invalid id, or a text that can't be read."""
    if draft.path == PATH:
        return config.read({PATH: draft.text.encode("utf-8", "surrogateescape")})[1]
    if not draft.path.startswith(("editions/", "content/")):
        return ()
    return load(draft.path, draft.text.encode("utf-8", "surrogateescape"), language)[1]


def award(id: str, name: str, language: str, categories: Iterable[str] = ()) -> NewFile:
    """An award and its categories, each by its name or as `id: name`."""
    said = _words(language)
    named = [f"  {key}: {scalar(value)}\n" for key, value in map(own_id, categories)]
    example = f"# categories:   # {said['categories']}\n#   {said['example']}\n"
    listed = "".join(("categories:\n", *named)) if named else example
    return NewFile(layout.file("award", id), f"name: {scalar(name)}\n{listed}# {said['also']}\n")


def own_id(line: str) -> tuple[str, str]:
    """The id and the name of a new category: as a file has them (`best-light: Best Light`), or an id of the name."""
    id, _, name = line.partition(": ")
    return (id, name) if name and id == slug(id) else (slug(line), line)


def without_example(text: str, key: str) -> str:
    """The text without the commented-out key of a draft, once that is written; any other comment stays."""
    kept, is_dropped = [], False
    for line in text.splitlines(keepends=True):
        is_below = is_dropped and line.startswith("#   ")
        is_example = line.rstrip("\r\n") in _examples() or _CEREMONY.fullmatch(line.rstrip("\r\n"))
        is_dropped = bool(is_example) and (is_below or line.startswith(f"# {key}:"))
        kept += [] if is_dropped else [line]
    return "".join(kept)


@cache
def _examples() -> frozenset[str]:
    """Every comment of the drafts of awards, articles and names, in any language."""
    drafts = (
        draft
        for language in _WORDS
        for draft in (award("a", "A", language), article("a", "A", language, date.min), name("A", Kind.PERSON))
    )
    return frozenset(line for draft in drafts for line in draft.text.splitlines() if line.startswith("#"))


def edition(archive: Archive, award: str, id: str, language: str, today: date) -> NewFile:
    """An edition with the categories of the one before, each unknown; the rest is there to confirm."""
    before = _before(archive, award, id)
    said = _words(language)
    taken = said["taken"].format(before.label) if before else ""
    lines: list[str] = []
    if not _year(id):
        lines.append(f"sort_year: {today.year}   # {TO_CONFIRM[_spoken(language)]}")
    if before:
        lines += [*_ordinal(archive, before, taken), *_ceremony(before, id, taken)]
    lines.append("coverage: none   # complete, partial, winners-only, names-only, none")
    if before:
        for key, function in (("hosts", Function.HOST), ("jury", Function.JUROR), ("partners", Function.PARTNER)):
            lines += _people(key, [part for part in before.parts if part.function is function], taken)
    lines += _results(archive, award, before)
    if any(line.startswith("#") for line in lines):
        lines.insert(0, f"# {said['edition']}")
    return NewFile(layout.file("edition", f"{award}/{id}"), "\n".join(lines) + "\n")


def article(slug: str, title: str, language: str, today: date) -> NewFile:
    text = (
        "---\n"
        f"title: {scalar(title)}\n"
        "kind: report   # report, interview, brief, palmares, opinion, jury\n"
        f"date: {today.isoformat()}\n"
        "# author: …\n"
        "# about: {editions: [], names: [], categories: [], awards: []}\n"
        "---\n\n"
        f"{MADE_TEXTS[_spoken(language)]}\n"
    )
    return NewFile(layout.file("article", slug), text)


def name(full: str, kind: Kind) -> NewFile:
    text = f"---\nname: {scalar(full)}\nkind: {kind}\n# aliases: []\n# disambiguation: …\n# description: …\n---\n"
    return NewFile(layout.file("name", slug(full)), text)


def site(
    language: str,
    title: str = "",
    address: str = "",
    prize: str = "",
    theme: str = "base",
    categories: Iterable[str] = (),
) -> tuple[NewFile, ...]:
    """The smallest site that builds: settings, one award, and the command; with placeholders to replace."""
    said = _words(language)
    spoken = _spoken(language)
    settings = (
        f"title = {json.dumps(title or MADE_TITLES[spoken], ensure_ascii=False)}\n"
        f"base_url = {json.dumps(address or MADE_ADDRESS, ensure_ascii=False)}\n"
        f'language = "{spoken}"\n'
        f'theme = "{theme}"\n'
    )
    first = award(slug(prize) if prize else MADE_AWARD_ID, prize or MADE_AWARDS[spoken], language, categories)
    return (
        NewFile("site.toml", settings),
        first if prize else NewFile(first.path, f"# {said['replace']}\n{first.text}"),
        NewFile("build.py", "from palmarium.commands.cli import main\n\nmain()\n"),
        NewFile(".gitignore", "/_site/\n/.palmarium/\n"),
        NewFile(".gitattributes", "urls.lock merge=union\nfacts.lock merge=union\nchanges.jsonl merge=union\n"),
    )


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line, in quotes where it needs them."""
    text = " ".join(text.split())
    plain = re.fullmatch(r"[^\W_][\w '’./()+-]*", text)
    return text if plain and text != "null" else json.dumps(text, ensure_ascii=False)


def _words(language: str) -> MappingProxyType[str, str]:
    return _WORDS[_spoken(language)]


def _spoken(language: str) -> str:
    """The language of what a new file says."""
    return language if language in _WORDS else "en"


def _year(id: str) -> int | None:
    found = re.search(r"(?<!\d)(\d{4})(?!\d)", id)
    return int(found[1]) if found else None


def _before(archive: Archive, award: str, id: str) -> Edition | None:
    """The latest edition of the years before; the latest of all where the id holds no year."""
    editions = archive.award_editions(award)
    year = _year(id)
    earlier = [edition for edition in editions if year is None or edition.sort_year < year]
    return earlier[-1] if earlier else None


def _ordinal(archive: Archive, before: Edition, taken: str) -> Iterable[str]:
    if before.ordinal is None:
        return
    ordinals = {archive.editions[key].ordinal for key in archive.editions_of[before.award]}
    mark = "# " if before.ordinal + 1 in ordinals else ""
    yield f"{mark}ordinal: {before.ordinal + 1}   # {taken}"


def _ceremony(before: Edition, id: str, taken: str) -> Iterable[str]:
    ceremony = before.ceremony
    known = (("venue", ceremony.venue), ("city", ceremony.city), ("country", ceremony.country))
    places = ", ".join(f"{key}: {scalar(value)}" for key, value in known if value)
    when = f"date: {_year(id) or '…'}"
    yield f"# ceremony: {{{when}, {places}}}   # {taken}" if places else f"# ceremony: {{{when}}}"


def _people(key: str, parts: list[Part], taken: str) -> Iterable[str]:
    if parts:
        yield f"# {key}:   # {taken}"
        yield from (f"#   - {_part(part)}" for part in parts)


def _part(part: Part) -> str:
    """A bare name, or a name with its role and posts, in the short form where there is one."""
    pairs = [f"name: {scalar(part.name.text)}"]
    if part.role:
        pairs.append(f"as: {scalar(part.role)}")
    if len(part.posts) == 1:
        pairs += _post(part.posts[0])
    elif part.posts:
        pairs.append(f"posts: [{', '.join('{' + ', '.join(_post(post)) + '}' for post in part.posts)}]")
    if part.chair:
        pairs.append("chair: true")
    if part.category:
        pairs.append(f"category: {scalar(part.category.text)}")
    return scalar(part.name.text) if len(pairs) == 1 else f"{{{', '.join(pairs)}}}"


def _post(post: Post) -> list[str]:
    pairs = [f"role: {scalar(post.role)}"] if post.role else []
    return pairs + ([f"org: {scalar(post.org.text)}"] if post.org else [])


def _results(archive: Archive, award: str, before: Edition | None) -> Iterable[str]:
    """Every category of the edition before that the award still has, else all of the award."""
    own = [category.id for category in archive.awards[award].categories]
    held = [entry.category for entry in before.entries if entry.category in own] if before else []
    yield "results:" if own else "results: {}"
    yield from (f"  {category}: {Outcome.UNKNOWN}" for category in dict.fromkeys(held or own))

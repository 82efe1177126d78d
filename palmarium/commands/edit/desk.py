"""Requests to the desk: which file, shown or checked or saved or as it was before, and who may ask."""

import hmac
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ...importing import run, yaml_edit
from ...importing.guessing import CHOICES
from ...model import Edition, Kind, Record
from ...model.ids import slug
from ...problems import Fix, Level, Problem, Span, counted, excerpts, plain_ends
from ...sources import disk
from .. import fix, scaffold
from ..lsp import site as sites
from ..lsp.places import award_of
from ..lsp.site import Site
from ..offers import names, within
from ..serve import DESK, Asked, Reply
from . import address, is_record, pages, pasted, texts
from . import sheet as sheets

_HTML = "text/html; charset=utf-8"
_VIEWS = ("file", "form")
"""A file as its text, and as a form."""
_MOST_FIELDS = 20_000
_MOST_LISTED = 200
_MOST_UNDONE = 50
_LARGEST = 1_000_000
"""Bytes of a file that a browser may edit."""
_ROWS = (12, 40)
_GROUPS = MappingProxyType({"content/names/": "Names", "content/articles/": "Articles", "content/pages/": "Pages"})
_REFUSED = "403 Forbidden"
_LONGEST_NUMBER = 6
_COLUMN = "paste.column."
_NOT_ADDED = "what is pasted is not added yet: “Add what is pasted” adds it, and without it the box must be empty"
_PATH = re.compile(r"(?:[^\W_][\w-]*/)+[\w-][\w.-]*\.(?:yaml|md)")
_NOTICES = MappingProxyType({"saved": "Saved.", "undone": "The last save was taken back.", "made": "Made: fill it in."})
_LABELS = MappingProxyType({"org": "organisation", "for": "for (work)", "not_awarded": "not awarded, because"})


@dataclass(frozen=True, slots=True)
class _Saved:
    """A save that can be taken back."""

    path: str
    before: bytes
    after: bytes


class Desk:
    """The desk of one run: its token, the site as it was read last, and what was saved."""

    __slots__ = ("linked", "root", "saved", "site", "stamp", "today", "token")

    def __init__(self, root: Path, token: str, today: Callable[[], date]) -> None:
        self.root, self.token, self.today = root, token, today
        self.stamp, self.site = "", sites.read(MappingProxyType({}))
        self.saved: list[_Saved] = []
        self.linked: tuple[str, ...] = ()

    def answer(self, asked: Asked) -> Reply:
        """A page, or where to go next; whoever may not ask is refused, and a GET changes nothing."""
        if asked.mode not in ("", "navigate") and asked.path != f"{DESK}style.css":
            # A script of the site's theme runs at this address too, and must not read or write here.
            return self.refused(_REFUSED, "only a page that a person opens is answered here")
        if asked.method in ("GET", "HEAD"):
            return self.shown(asked)
        if asked.method != "POST":
            return self.refused("405 Method Not Allowed", "only GET and POST are answered here")
        form = _fields(asked.body)
        if (
            not _is_same(asked)
            or form is None
            or not hmac.compare_digest(form.get("token", "").encode("utf-8", "replace"), self.token.encode())
        ):
            reason = "this form is not from the desk that runs now: go to all files, and open the file again"
            return self.refused(_REFUSED, reason)
        if asked.path == f"{DESK}undo":
            return self.undone()
        return self.made(form) if asked.path == DESK else self.asked(asked.path, form)

    def shown(self, asked: Asked) -> Reply:
        """The list of files, or one of them."""
        if asked.path == f"{DESK}style.css":
            return Reply("200 OK", "text/css; charset=utf-8", pages.style())
        query = dict(parse_qsl(asked.query, keep_blank_values=True, errors="replace"))
        site = self.read()
        if asked.path == DESK:
            return self.listed(query.get("q", ""))
        view, path = self.editable(asked.path)
        text = texts.shown(site.files[path]) if path else None
        if text is None:
            return self.not_found(path)
        notice = {"saved": "Saved.", "undone": "The last save was taken back.", "made": "Made: fill it in."}.get(
            asked.query, ""
        )
        return self.file(site, path, text, view, notice=notice)

    def asked(self, where: str, form: Mapping[str, str]) -> Reply:
        """A text that was typed: checked, mended at a place, or saved."""
        view, path = self.editable(where)
        text = plain_ends(form.get("text", ""))
        unable: tuple[str, ...] = ()
        if not path or texts.shown(self.site.files[path]) is None:
            return self.not_found(path, text)
        before = self.site.files[path]
        if view == "form" and "\0" not in text:
            text, unable = _filled(path, text, {name: plain_ends(value) for name, value in form.items()})
        notice = ""
        kept: dict[str, Any] = {"paste": plain_ends(form.get("paste", "")), "into": form.get("paste.category", "")}
        if form.get("do") == "paste" and view == "form" and path.startswith("editions/") and not unable:
            files = {**self.site.files, path: texts.typed(before, text)}
            columns = {key.removeprefix(_COLUMN): value for key, value in form.items() if key.startswith(_COLUMN)}
            made = pasted.merged(files, path, kept["paste"], kept["into"], columns)
            unable, notice = made.doubts, "; ".join(made.done)
            text = (texts.shown(made.data) or text) if made.data else text
            kept = {} if made.data else {**kept, "columns": made.columns}
        elif form.get("do") in ("save", "text") and kept["paste"].strip():
            unable = (*unable, _NOT_ADDED)
        else:
            view = {"text": "file", "form": "form"}.get(form.get("do", ""), view)
        if fixed := _fix(path, form.get("fix", "")):
            text = yaml_edit.apply(text, fix.edits(text, (fixed,)))
        if len(text.encode("utf-8", "replace")) > _LARGEST or "\0" in text:
            return self.refused("413 Content Too Large", "this text is too long, or holds what no text holds")
        after = texts.typed(before, text)
        tried = sites.read({**self.site.files, path: after}, self.site)
        said = {**kept, "opened": form.get("opened", ""), "told": _told(_of(tried, path)), "unable": unable}
        if form.get("do") != "save" or unable:
            return self.file(tried, path, text, view, **said, notice=notice)
        now = disk.digest(before)
        if now not in (form.get("opened"), form.get("over")):
            differs = "\n".join(fix.diff({path: before}, {path: after}))
            return self.file(
                tried, path, text, view, **said, differs=differs or "no difference: both say the same", now=now
            )
        is_known = form.get("anyway") == "yes" and form.get("told") == said["told"]
        if said["told"] and not is_known:
            return self.file(tried, path, text, view, **said, asks=True)
        if after == before:
            return Reply("303 See Other", _HTML, b"", address(path, view))
        if failed := run.write(self.root, {path: after}, "save"):
            return self.file(tried, path, text, view, **said, notice=f"Not saved: {failed}.")
        self.saved = [*self.saved, _Saved(path, before, after)][-_MOST_UNDONE:]
        return Reply("303 See Other", _HTML, b"", f"{address(path, view)}?saved")

    def listed(self, words: str, notice: str = "", typed: Mapping[str, str] = MappingProxyType({})) -> Reply:
        """The list of files, and forms for new ones, which keep what was typed."""
        awards = {id: each.name for id, each in self.site.archive.awards.items()}
        new = {"awards": awards, "kinds": tuple(Kind), "typed": typed}
        return self.page(
            "list",
            title="Edit this site",
            notice=notice,
            **_listed(self.site, filter(self.is_open, self.site.files), words),
            **new,
        )

    def made(self, form: Mapping[str, str]) -> Reply:
        """A new file, drafted as `palmarium new` does, open to be filled in."""
        site = self.read()
        said = {name: form.get(name, "").strip() for name in ("new", "award", "id", "name", "kind", "title")}
        if any(not letter.isprintable() for value in said.values() for letter in value):
            return self.refused("400 Bad Request", "a name or an id is text on one line")
        draft = _draft(site, said, self.today())
        if draft is None:
            return self.listed("", "Nothing was made: say what it is called, too.", said)
        wrong = scaffold.problems(draft, site.language)
        if wrong or not is_record(draft.path) or not _PATH.fullmatch(draft.path):
            why = f"{wrong[0].message}; {wrong[0].hint}" if wrong else "use small letters, digits and hyphens for an id"
            return self.listed("", f"Nothing was made: {why}.", said)
        if disk.is_taken(self.root, draft.path) or not disk.create(self.root, draft.path, draft.text.encode()):
            return self.listed("", f"Nothing was made: {draft.path} is there already.", said)
        return Reply("303 See Other", _HTML, b"", f"{address(draft.path)}?made")

    def undone(self) -> Reply:
        """The file of the last save as it was before it, unless another has written it since."""
        if not self.saved:
            return self.refused("409 Conflict", "there is no save to take back")
        last = self.saved[-1]
        now = self.read().files.get(last.path, b"")
        if now != last.after:
            differs = "\n".join(fix.diff({last.path: now}, {last.path: last.before}))
            reason = "The file has changed since it was saved here: nothing was written. This would have changed:"
            self.saved = self.saved[:-1]
            return self.refused("409 Conflict", reason, differs)
        if failed := run.write(self.root, {last.path: last.before}, "save"):
            return self.refused("409 Conflict", failed)
        self.saved = self.saved[:-1]
        return Reply("303 See Other", _HTML, b"", f"{address(last.path)}?undone")

    def read(self) -> Site:
        """The site as it is on the disk; what did not change is not read again."""
        stamp = disk.stamp(self.root)
        if stamp != self.stamp:
            snapshot = disk.read(self.root)[0]
            self.linked = tuple(snapshot.linked)
            self.stamp, self.site = stamp, sites.read(snapshot.files, self.site)
        return self.site

    def is_open(self, path: str) -> bool:
        """Whether a file may be edited: what is read through a link may belong to something else as well."""
        return is_record(path) and not any(path == link or path.startswith(f"{link}/") for link in self.linked)

    def editable(self, where: str) -> tuple[str, str]:
        """How a file is to be shown, and which: one of the records that a build reads; nothing for any other."""
        view, _, path = where.removeprefix(DESK).partition("/")
        data = self.read().files.get(path)
        fits = view in _VIEWS and self.is_open(path) and data is not None and len(data) <= _LARGEST
        return (view, path) if fits else ("", "")

    def file(self, site: Site, path: str, text: str, view: str, **said: Any) -> Reply:
        """The page of a file with this text in it, and what is wrong with that."""
        problems = _of(site, path)
        line = excerpts({path: site.files[path]})
        values = {
            "path": path,
            "address": address(path, view),
            "opened": disk.digest(site.files[path]),
            "told": "",
            "differs": "",
            "now": "",
            "asks": False,
            "unable": (),
            "notice": "",
            "paste": "",
            "into": "",
            "columns": (),
            "choices": CHOICES,
            "text": text,
            "rows": min(max(text.count("\n") + 2, _ROWS[0]), _ROWS[1]),
            "counted": counted(problems),
            "problems": [_shown(each, line(each.span)) for each in problems],
            "elsewhere": list(_elsewhere(self.site, site, path)),
            **said,
        }
        found = sheets.opened(path, text)
        shown = "form" if view == "form" and found else "file"
        if found and view == "form":
            award = award_of(path)
            categories = within(award, {key: each.name for key, each in site.archive.categories.items()})
            used = {row.category: categories.get(row.category, row.category) for row in found.rows or ()}
            values |= {"sheet": found, "titles": {**categories, **used}, "labels": _LABELS, "category": ""}
            values |= {"names": tuple(names(site.archive))}
        state = f"{values['counted']}: " if problems else ""
        return self.page(shown, title=f"{state}{_title(site, path)}", has_form=found is not None, **values)

    def page(self, name: str, **values: Any) -> Reply:
        undo = self.saved[-1].path if self.saved else ""
        return Reply("200 OK", _HTML, pages.page(name, {"desk": DESK, "token": self.token, "undo": undo, **values}))

    def refused(self, status: str, reason: str, differs: str = "") -> Reply:
        """A page that says why; it holds no token."""
        values = {"desk": DESK, "token": "", "undo": "", "notice": "", "title": "Not done"}
        return Reply(status, _HTML, pages.page("refused", {**values, "reason": reason, "differs": differs}))

    def not_found(self, path: str, text: str = "") -> Reply:
        reason = "No file that can be edited here is at this address"
        if path:
            reason = f"{path} is not in UTF-8, or holds a NUL: mend it in a program that shows its bytes"
        return self.refused("404 Not Found", f"{reason}. What you had typed:" if text else reason, text)


def _is_same(asked: Asked) -> bool:
    """Whether a form was sent from a page of this very address."""
    return bool(asked.host) and urlsplit(asked.origin).netloc == asked.host and asked.origin.startswith("http://")


def _fields(body: bytes) -> Mapping[str, str] | None:
    """The fields of a form; None where it is none."""
    try:
        return dict(parse_qsl(body.decode("ascii"), True, max_num_fields=_MOST_FIELDS, errors="strict"))
    except ValueError:
        return None


def _draft(site: Site, said: Mapping[str, str], today: date) -> scaffold.Draft | None:
    """The draft of a new file; None where it is not said what it is called."""
    match said["new"]:
        case "edition" if said["id"] and said["award"] in site.archive.awards:
            return scaffold.edition(site.archive, said["award"], said["id"], site.language, today)
        case "name" if said["name"] and said["kind"] in tuple(Kind):
            return scaffold.name(said["name"], Kind(said["kind"]), site.language)
        case "article" if said["title"]:
            return scaffold.article(slug(said["title"]), said["title"], site.language, today)
    return None


def _filled(path: str, text: str, form: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """A text with what was typed into its form, and a row moved or taken out."""
    text, unable = sheets.applied(path, text, form)
    what, _, number = form.get("do", "").partition(":")
    sheet = sheets.opened(path, text)
    rows = sheet.rows if sheet and sheet.rows else ()
    if unable or not number.isdecimal() or len(number) > _LONGEST_NUMBER or int(number) >= len(rows):
        return text, unable
    row = rows[int(number)]
    if what == "out":
        return sheets.taken_out(path, text, row)
    return sheets.moved(path, text, row, -1 if what == "up" else 1)


def _of(site: Site, path: str) -> tuple[Problem, ...]:
    """What is wrong in a file, by line; also what follows from something else."""
    every = (each for problem in site.problems for each in (problem, *problem.below))
    found = {(each.span, each.code, each.message): each for each in every if each.span.path == path}
    return tuple(sorted(found.values(), key=lambda each: (each.span, each.level, each.code)))


def _told(problems: Iterable[Problem]) -> str:
    """A mark of the errors that were shown; nothing where there is none."""
    errors = [f"{each.code}\0{each.message}" for each in problems if each.level is Level.ERROR]
    return disk.digest("\0".join(errors).encode("utf-8", "replace")) if errors else ""


def _shown(problem: Problem, line: str | None) -> Mapping[str, Any]:
    """A problem as its template shows it."""
    mended = problem.fix if problem.fix and problem.fix.span.path == problem.span.path else None
    place = (mended.span.line, mended.span.column, mended.typed, mended.instead) if mended else ()
    return {
        "level": problem.level.value,
        "line": problem.span.line,
        "column": problem.span.column,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": line or "",
        "fix": json.dumps(place) if mended else "",
        "typed": mended.typed if mended else "",
        "instead": mended.instead if mended else "",
    }


def _fix(path: str, said: str) -> Fix | None:
    """The fix that a button names; it is made only where its text stands at its place."""
    try:
        match json.loads(said):
            case [int(line), int(column), str(typed), str(instead)] if line > 0 and column > 0 and typed:
                return Fix(Span(path, line, column), typed, instead)
    except (ValueError, RecursionError):
        pass
    return None


def _elsewhere(before: Site, after: Site, path: str) -> Iterator[Mapping[str, str]]:
    """Errors of other files that were not there before."""
    known = {_mark(each) for problem in before.problems for each in (problem, *problem.below)}
    for each in (each for problem in after.problems for each in (problem, *problem.below)):
        if each.level is Level.ERROR and each.span.path != path and _mark(each) not in known:
            place = f"{each.span.path}, line {each.span.line}"
            leads = address(each.span.path) if is_record(each.span.path) else ""
            yield {"place": place, "address": leads, "message": each.message}


def _mark(problem: Problem) -> tuple[str, str, str]:
    return problem.span.path, problem.code, problem.message


def _title(site: Site, path: str) -> str:
    """What a file is about, in its own words."""
    record: Record | None = site.records.get(path)
    if isinstance(record, Edition):
        award = site.archive.awards.get(record.award)
        return f"{award.short or award.name if award else record.award}: {record.label}"
    return str(getattr(record, "name", "") or getattr(record, "title", "") or path)


def _listed(site: Site, paths: Iterable[str], words: str) -> Mapping[str, Any]:
    """The files by what they are, those of an award together; with every word, whatever its accents."""
    wanted = _folded(words).split()
    wrong = Counter(each.span.path for problem in site.problems for each in (problem, *problem.below))
    groups: dict[str, list[Mapping[str, str]]] = {}
    # Awards first: `editions/` comes behind `content/`.
    for path in sorted(paths, key=lambda path: (path.startswith("content/"), path)):
        title, group = _title(site, path), _group(site, path)
        if all(word in _folded(f"{group} {title} {path}") for word in wanted):
            count = f"{wrong[path]} problem{'s' if wrong[path] > 1 else ''}" if wrong[path] else ""
            file = {"title": title, "path": path, "address": address(path), "problems": count}
            groups.setdefault(group, []).append(file)
    listed = [
        {
            "title": title,
            "count": len(files),
            "files": files[:_MOST_LISTED],
            "more": max(0, len(files) - _MOST_LISTED),
        }
        for title, files in groups.items()
    ]
    return {"groups": listed, "words": words}


def _group(site: Site, path: str) -> str:
    if path.startswith("editions/"):
        id = path.split("/")[1]
        award = site.archive.awards.get(id)
        return f"Award: {award.name if award else id}"
    return next((title for start, title in _GROUPS.items() if path.startswith(start)), "")


def _folded(text: str) -> str:
    """A text without its accents and capitals."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

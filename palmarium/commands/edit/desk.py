"""Requests to the desk: which file, shown or checked or saved or as it was before, and who may ask."""

import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from ...build import one_page
from ...importing import run, yaml_edit
from ...importing.column_words import CHOICES
from ...model import Edition, Kind, Record
from ...model.ids import slug
from ...pages.urls import Urls, Words
from ...problems import Level, plain_ends
from ...sources import disk
from .. import fix, scaffold, words
from ..lsp import site as sites
from ..lsp.places import award_of
from ..lsp.site import OpenSite
from ..offers import names, within
from ..serve import AT, DESK, PAGE, DeskRequest, Reply
from . import address, changes, history, is_record, pages, pasted, pictures, sent, shown, told
from . import sheet as sheets
from .changes import DeskChange, TextMention
from .history import Done, History, mark

_HTML = "text/html; charset=utf-8"
_VIEWS = ("file", "form")
"""A file as its text, and as a form."""
_LARGEST = 1_000_000
"""Bytes of a file that a browser may edit."""
_ROWS = (12, 40)
_REFUSED = "403 Forbidden"
_LONGEST_NUMBER = 6
_STEPS = MappingProxyType({"up": -1, "down": 1})
_COLUMN = "paste.column."
_NOT_ADDED = "what is pasted is not added yet: “Add what is pasted” adds it, and without it the box must be empty"
_NOT_PUT_IN = (
    "the picture is not put in yet: “Put the picture in” puts it in, and without it what is said of it must be empty"
)
_ASIDE = MappingProxyType(
    {
        **dict.fromkeys(("picture.alt", "picture.credit", "picture.caption"), _NOT_PUT_IN),
        "rename.to": (
            "nothing is renamed yet: “Rename…” does it once all else is saved, and until then its field must be empty"
        ),
    }
)
"""The fields beside the text of a file, of use to their own button alone, and why nothing is saved with one filled."""
_PATH = re.compile(r"(?:[^\W_][\w-]*/)+[\w-][\w.-]*\.(?:yaml|md)")
_NOTICES = MappingProxyType(
    {
        "saved": "Saved.",
        "unnumbered": "Saved. The numbers before the categories are left out: they would be part of their addresses.",
        "undone": "It was taken back.",
        "redone": "It was done again.",
        "made": "Made: fill it in.",
        "renamed": "Renamed, everywhere.",
        "deleted": "Deleted.",
    }
)


_MOST_LISTED = 200
_GROUPS = MappingProxyType({"content/names/": "Names", "content/articles/": "Articles", "content/pages/": "Pages"})


@dataclass(frozen=True, slots=True)
class _Typed:
    """A typed text, perhaps changed by a button; what was done, what could not be done, what else was typed."""

    text: str
    notice: str = ""
    unable: tuple[str, ...] = ()
    kept: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


class Desk:
    """The desk of one run: its token, the site as it was read last, and what was saved."""

    __slots__ = ("history", "linked", "root", "setting", "site", "stamp", "today", "token", "urls")

    def __init__(self, root: Path, token: str, today: Callable[[], date]) -> None:
        self.root, self.token, self.today = root, token, today
        self.stamp, self.site = "", sites.read(MappingProxyType({}))
        self.history = History()
        self.linked: tuple[str, ...] = ()
        self.setting: one_page.Setting | None = None
        self.urls: tuple[Mapping[str, bytes], Urls] = (MappingProxyType({}), Urls(Words()))

    def answer(self, asked: DeskRequest) -> Reply:
        """The reply to a request: a page or a redirect; foreign requests are refused, and a GET changes nothing."""
        if asked.mode not in ("", "navigate") and asked.path != f"{DESK}style.css":
            # A script of the site's theme runs at this address too, and must not read or write here.
            return self.refused(_REFUSED, self.say("only a page that a person opens is answered here"))
        if asked.method in ("GET", "HEAD"):
            return self.shown(asked)
        if asked.method != "POST":
            return self.refused("405 Method Not Allowed", self.say("only GET and POST are answered here"))
        form = sent.read(asked.type, asked.body) if _is_same(asked) else None
        token = form.fields.get("token", "") if form else ""
        if form is None or not hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode()):
            reason = self.say("this form is not from the desk that runs now: go to all files, and open the file again")
            return self.refused(_REFUSED, reason)
        if asked.path == f"{DESK}undo":
            return self.turned(self.history.done[-1:], history.took_back, "undone")
        if asked.path == f"{DESK}redo":
            return self.turned(self.history.undone[-1:], history.did_again, "redone")
        if asked.path == DESK:
            return self.made(form.fields)
        what, path = self.editable(asked.path, ("delete", "rename"))
        return self.agreed(what, path, form.fields) if path else self.asked(asked.path, form)

    def shown(self, asked: DeskRequest) -> Reply:
        """The list of files, or one of them."""
        if asked.path == f"{DESK}style.css":
            return Reply("200 OK", "text/css; charset=utf-8", pages.style())
        query = dict(parse_qsl(asked.query, keep_blank_values=True, errors="replace"))
        site = self.read()
        if asked.path == DESK:
            return self.listed(query.get("q", ""), self.say(_NOTICES.get(asked.query, "")))
        if asked.path.startswith(f"{AT}/"):
            return self.at(asked.path.removeprefix(AT))
        view, path = self.editable(asked.path)
        text = sent.shown(site.files[path]) if path else None
        if text is None:
            return self.not_found(path)
        notice = self.say(_NOTICES.get(asked.query, ""))
        return self.file(site, path, text, view, notice=notice)

    def at(self, url: str) -> Reply:
        """The file that a page shows; the list, where it shows none or several."""
        site, addresses = self.read(), self.addresses()
        path = shown.file(url, addresses, site.archive)
        if path and self.is_open(path):
            return Reply("303 See Other", _HTML, b"", address(path))
        kind, key, _ = addresses.owner(url) or ("", "", "")
        name = site.archive.names.get(key) if kind == "name" else None
        if name is None:
            return self.listed("", self.say("This page shows no file alone: choose one."))
        typed = {"new": "name", "name": name.name, "kind": name.kind.value}
        notice = self.say("%(name)s has no file yet: make one here, if there is more to say.", name=name.name)
        return self.listed("", notice, typed, changes.mentions(site, ("name", key)))

    def addresses(self) -> Urls:
        """The addresses of pages, which depend only on settings and themes."""
        made = shown.makers(self.site.files)
        if made != self.urls[0]:
            self.urls = made, shown.urls(self.site.files)
        return self.urls[1]

    def page_of(self, path: str) -> str:
        """The address of the page of a file; nothing where there is none of that name."""
        return shown.url(path, self.addresses()) if path in self.read().files and is_record(path) else ""

    def drawn(self, path: str) -> bytes | None:
        """A file of a picture that the page of a text which is not saved shows, and that no build has made yet."""
        return one_page.picture(self.setting, self.read().files, path) if self.setting else None

    def asked(self, where: str, form: sent.SentForm) -> Reply:
        """A text that was typed: checked, changed by a button, or saved."""
        view, path = self.editable(where)
        form = replace(form, fields={"do": "save", **form.fields}) if "anyway" in form.fields else form
        fields, text = form.fields, plain_ends(form.fields.get("text", ""))
        if not path or sent.shown(self.site.files[path]) is None:
            return self.not_found(path, text)
        before = self.site.files[path]
        unable: tuple[str, ...] = ()
        over: Mapping[str, str] = {}
        if view == "form" and "\0" not in text:
            typed = {name: plain_ends(value) for name, value in fields.items()}
            filled, left = _filled(path, text, typed)
            unable = tuple(self.speech.unable(each.why, each.key, each.row) for each in left)
            # What could not be done is done in no part: all of it stays in its fields.
            text, over = (text, typed) if left else (filled, {})
        do = fields.get("do", "")
        kept = {"paste": plain_ends(fields.get("paste", "")), "into": fields.get("paste.category", ""), "over": over}
        kept |= {"aside": _aside(fields)}
        made = _Typed(text, unable=unable, kept=kept)
        if not unable and "\0" not in text:
            made = self.changed(path, view, made, form)
        text = made.text
        view = view if made.unable else {"text": "file", "form": "form"}.get(do, view)
        if len(text.encode("utf-8", "replace")) > _LARGEST or "\0" in text:
            return self.refused("413 Content Too Large", self.say("this text is too long, or holds what no text holds"))
        after = sent.typed(before, text)
        tried = sites.read({**self.site.files, path: after}, self.site)
        if do == "preview":
            return self.previewed(tried, path, view, made.unable)
        # A save may break another file: who is known by a name is asked for there.
        errors = told.mark((*told.of(tried, path), *told.made(self.site, tried, (path,))))
        said: dict[str, Any] = {"opened": fields.get("opened", ""), "told": errors, "notice": made.notice}
        said |= {"unable": made.unable, **made.kept}
        if do in ("delete", "rename") and not made.unable:
            if after != before:
                said["unable"] = (self.say("Save or drop what you have typed first; then do this."),)
                return self.file(tried, path, text, view, fields, **said)
            return self.sure(path, do, fields.get("rename.of", ""), fields.get("rename.to", ""))
        if do != "save" or made.unable:
            return self.file(tried, path, text, view, fields, **said)
        now = disk.digest(before)
        if now not in (fields.get("opened"), fields.get("over")):
            differs = "\n".join(fix.diff({path: before}, {path: after}))
            return self.file(
                tried,
                path,
                text,
                view,
                fields,
                **said,
                differs=differs or self.say("no difference: both say the same"),
                now=now,
            )
        # What is on the disk was seen now: it is not asked about again beside the errors.
        said["opened"] = now
        is_known = fields.get("anyway") == "yes" and fields.get("told") == errors
        if errors and not is_known:
            return self.file(tried, path, text, view, fields, **said, asks=True)
        if after == before:
            return Reply("303 See Other", _HTML, b"", address(path, view))
        if failed := self.written(self.say("the save of %(path)s", path=path), path, {path: after}):
            return self.file(
                tried, path, text, view, fields, **{**said, "notice": self.say("Not saved: %(why)s.", why=failed)}
            )
        is_numbered = view == "form" and pasted.is_numbered(sheets.listed(plain_ends(fields.get("categories", ""))))
        return Reply("303 See Other", _HTML, b"", f"{address(path, view)}?{'unnumbered' if is_numbered else 'saved'}")

    def previewed(self, site: OpenSite, path: str, view: str, unable: tuple[str, ...]) -> Reply:
        """The page of a file as it is typed, or why there is none."""
        self.setting = one_page.opened(site.files, site.archive, self.setting)
        data, wrong = (b"", ()) if unable else shown.page(site, path, self.setting)
        if data:
            found = told.of(site, path)
            counted = self.speech.counted(each.level.value for each in found)
            errors = [
                f"{each.span.line}:{each.span.column}: {each.message}" for each in found if each.level is Level.ERROR
            ]
            says = filter(None, (self.say("As it is typed; it is not saved."), counted, *errors))
            url = shown.url(path, self.addresses())
            return Reply("200 OK", _HTML, shown.framed(data, address(path, view), url, says), is_framed=True)
        values = {**words.values(self.speech), "desk": DESK, "unable": unable, "problems": wrong}
        return Reply("200 OK", _HTML, pages.page("unshown", values), is_framed=True)

    def changed(self, path: str, view: str, typed: _Typed, form: sent.SentForm) -> _Typed:
        """A text after the button that was pressed: a list pasted, a picture put in, a name made, a mistake mended."""
        fields, text = form.fields, typed.text
        do = fields.get("do", "")
        if do == "paste" and view == "form" and path.startswith("editions/"):
            return self.pasted(path, typed, fields)
        if do == "categories" and view == "form":
            return replace(typed, text=sheets.with_categories(path, text, self.lacked(path, text)))
        if do in ("save", "text") and str(typed.kept["paste"]).strip():
            return replace(typed, unable=(self.say(_NOT_ADDED),))
        if do == "save" and (aside := _aside(fields)):
            return replace(typed, unable=tuple(map(self.say, dict.fromkeys(_ASIDE[name] for name in aside))))
        if do == "picture":
            return self.pictured(path, typed, form)
        if named := told.asked_name(fields.get("make", "")):
            draft = scaffold.name(named[1], named[0])
            failed = self.drafted(draft)
            notice = self.say("Made: %(path)s. It is there to be filled in.", path=draft.path)
            return replace(typed, notice="" if failed else notice, unable=(failed,) if failed else ())
        if fixed := told.asked_fix(path, fields.get("fix", "")):
            return replace(typed, text=yaml_edit.apply(text, fix.edits(text, (fixed,))))
        return typed

    def lacked(self, path: str, text: str) -> tuple[str, ...]:
        """The categories of an award that an edition lacks."""
        sheet, award = sheets.opened(path, text), self.site.archive.awards.get(award_of(path))
        if sheet is None or sheet.rows is None or award is None:
            return ()
        used = {row.category for row in sheet.rows}
        return tuple(each.id for each in award.categories if each.id not in used)

    def pasted(self, path: str, typed: _Typed, fields: Mapping[str, str]) -> _Typed:
        """A text with a pasted list or table, or the doubts about it."""
        files = {**self.site.files, path: sent.typed(self.site.files[path], typed.text)}
        columns = {key.removeprefix(_COLUMN): value for key, value in fields.items() if key.startswith(_COLUMN)}
        award = self.site.archive.awards.get(award_of(path))
        known = {each.id: each.name for each in award.categories} if award else {}
        made = pasted.merged_by_headings(files, path, typed.kept["paste"], typed.kept["into"], columns, known)
        text = (sent.shown(made.data) or typed.text) if made.data else typed.text
        kept = {**typed.kept, "columns": made.columns}
        kept = {"aside": typed.kept["aside"]} if made.data else kept
        return _Typed(text, "; ".join(made.done), made.doubts, kept)

    def pictured(self, path: str, typed: _Typed, form: sent.SentForm) -> _Typed:
        """A text with the picture that was sent; that is written beside the other pictures of the site."""
        alt, credit, caption = (
            " ".join(form.fields.get(f"picture.{key}", "").split()) for key in ("alt", "credit", "caption")
        )
        if not form.data:
            return replace(typed, unable=(self.say("Choose a picture on this machine first."),))
        if not alt or not f"{alt}{credit}{caption}".isprintable():
            return replace(typed, unable=(self.say("Say what the picture shows, for those who do not see it."),))
        beside = path.rpartition("/")[2].rpartition(".")[0]
        file, wrong = pictures.landed(self.site.files, form.name, form.data, beside)
        if wrong:
            return replace(typed, unable=tuple(f"{each.message}; {each.hint}" for each in wrong))
        place = form.fields.get("picture.place", "")
        said = pictures.Said(alt, credit, caption)
        text = pictures.placed(path, typed.text, place, file, said)
        if text == typed.text:
            return replace(typed, unable=(self.say("This picture can't be put there: choose another place."),))
        if file not in self.site.files:
            if disk.is_taken(self.root, file) or not disk.create(self.root, file, form.data):
                why = self.say("Nothing was written: %(path)s is there already, or out of reach.", path=file)
                return replace(typed, unable=(why,))
            self.note(self.say("the picture %(path)s", path=file), path, {file: (None, disk.digest(form.data))})
            self.read()
        notice = self.say("The picture is at %(path)s, and in the text: save it, too.", path=file)
        return replace(typed, text=text, notice=notice, kept={**typed.kept, "aside": {}})

    def sure(self, path: str, what: str, of: str = "", to: str = "", unable: str = "") -> Reply:
        """What deleting or renaming would change, to be agreed to."""
        site = self.read()
        change = changes.deleted(path) if what == "delete" else changes.renamed(site, path, of, to)
        change = self.reached(change)
        text = sent.shown(site.files[path]) or ""
        if change.refused:
            why = self.say("Nothing was renamed: %(why)s.", why=change.refused)
            return self.file(site, path, text, "form", unable=(why,), aside={"rename.to": to})
        after = {each: data for each, data in {**site.files, **change.files}.items() if data is not None}
        tried = sites.read(after, site)
        edits = {each: data for each, data in change.files.items() if data is not None}
        was = {new: site.files.get(new, site.files.get(path, b"")) for new in edits}
        return self.page(
            "sure",
            title=self.say("Delete %(path)s", path=path)
            if what == "delete"
            else self.say("Rename %(old)s to %(new)s", old=of.partition(":")[2], new=to),
            notice="",
            what=what,
            path=path,
            address=address(path),
            action=address(path, what),
            of=of,
            to=to,
            mark=_mark(site, change),
            gone=[each for each, data in change.files.items() if data is None],
            made=[each for each in edits if each not in site.files],
            diff="\n".join(fix.diff(was, edits)),
            mentions=_linked(changes.mentions(site, changes.own(path), path), "file") if what == "delete" else [],
            is_published=what == "delete" and changes.was_published(site, path),
            elsewhere=list(told.elsewhere(site, tried, ())),
            beside=list(changes.beside(site, path, of, to)) if what == "rename" else [],
            old=of.partition(":")[2],
            unable=unable,
        )

    def agreed(self, what: str, path: str, fields: Mapping[str, str]) -> Reply:
        """A file deleted or something renamed, as it was shown and agreed to."""
        of, to, site = fields.get("of", ""), fields.get("to", ""), self.site
        change = self.reached(changes.deleted(path) if what == "delete" else changes.renamed(site, path, of, to))
        if change.refused or _mark(site, change) != fields.get("mark"):
            why = self.say("The files have changed meanwhile: nothing was done. Look again.")
            return self.sure(path, what, of, to, why)
        change = changes.with_beside(change, fields) if what == "rename" else change
        if change.refused:
            return self.sure(path, what, of, to, self.say("Nothing was done: %(why)s.", why=change.refused))
        done = self.say("the deletion of %(path)s", path=path)
        if what == "rename":
            done = self.say("the renaming of %(old)s to %(new)s", old=of.partition(":")[2], new=to)
        if failed := self.written(done, path, change.files):
            return self.sure(path, what, of, to, self.say("Nothing was done: %(why)s.", why=failed))
        if what == "delete":
            return Reply("303 See Other", _HTML, b"", f"{DESK}?deleted")
        return Reply("303 See Other", _HTML, b"", f"{address(change.opens)}?renamed")

    def reached(self, change: DeskChange) -> DeskChange:
        """A change, unless it reaches what is read through a link."""
        away = next((each for each in change.files if not self.is_own(each)), "")
        return DeskChange(refused=f"{away} is read through a link") if away else change

    def written(self, what: str, path: str, files: Mapping[str, bytes | None]) -> str:
        """Write files so that it can be taken back; a message where that failed."""
        before = {each: self.site.files.get(each) for each in files}
        if failed := run.write(self.root, files, "save"):
            return failed
        self.note(what, path, {each: (before[each], mark(data)) for each, data in files.items()})
        return ""

    def note(self, what: str, path: str, files: Mapping[str, tuple[bytes | None, str]]) -> None:
        self.history = history.noted(self.history, Done(what, path, files))

    def listed(
        self,
        wanted: str,
        notice: str = "",
        typed: Mapping[str, str] = MappingProxyType({}),
        mentions: Iterable[TextMention] = (),
    ) -> Reply:
        """The list of files, and forms for new ones, which keep what was typed; above it, where a name stands."""
        awards = {id: each.name for id, each in self.site.archive.awards.items()}
        new = {"awards": awards, "kinds": tuple(Kind), "typed": typed}
        return self.page(
            "list",
            title=self.say("Edit this site"),
            notice=notice,
            mentions=_linked(mentions, "form"),
            unfiled=list(_unfiled(self.site, self.addresses(), wanted)) if wanted.strip() else [],
            **_groups(self.site, filter(self.is_open, self.site.files), wanted, self.speech),
            **new,
        )

    def made(self, form: Mapping[str, str]) -> Reply:
        """A new file, drafted as `palmarium new` does, open to be filled in."""
        site = self.read()
        said = {name: form.get(name, "").strip() for name in ("new", "prize", "award", "id", "name", "kind", "title")}
        if any(not letter.isprintable() for value in said.values() for letter in value):
            return self.refused("400 Bad Request", self.say("a name or an id is text on one line"))
        draft = _draft(site, said, self.today())
        if draft is None:
            return self.listed("", self.say("Nothing was made: say what it is called, too."), said)
        if why := self.drafted(draft):
            return self.listed("", why, said)
        return Reply("303 See Other", _HTML, b"", f"{address(draft.path)}?made")

    def drafted(self, draft: scaffold.NewFile) -> str:
        """Write a new file; why it was not, where it was not."""
        wrong = scaffold.problems(draft, self.site.language)
        if wrong or not is_record(draft.path) or not _PATH.fullmatch(draft.path):
            why = (
                f"{wrong[0].message}; {wrong[0].hint}"
                if wrong
                else self.say("use small letters, digits and hyphens for an id")
            )
            return self.say("Nothing was made: %(why)s.", why=why)
        data = draft.text.encode()
        if disk.is_taken(self.root, draft.path) or not disk.create(self.root, draft.path, data):
            return self.say("Nothing was made: %(path)s is there already.", path=draft.path)
        self.note(
            self.say("the new file %(path)s", path=draft.path), draft.path, {draft.path: (None, disk.digest(data))}
        )
        self.read()
        return ""

    def turned(
        self, last: tuple[Done, ...], after: Callable[[History, Mapping[str, bytes]], History], notice: str
    ) -> Reply:
        """The files as they were before what was done last, or after it, unless another has written one since."""
        if not last:
            return self.refused("409 Conflict", self.say("there is nothing to take back, or to do again"))
        done, files = last[0], self.read().files
        before, self.history = self.history, after(self.history, files)
        if changed := history.rewritten(done, files):
            # It is not offered once more: what it would write over is another's.
            left = (each for each in (before.done, before.undone))
            self.history = History(*(tuple(each for each in them if each is not done) for them in left))
            was = {path: done.files[path][0] or b"" for path in changed if is_record(path)}
            differs = "\n".join(fix.diff(files, was))
            reason = self.say(
                "The file has changed since it was saved here: nothing was written. This would have changed:"
            )
            return self.refused("409 Conflict", reason, differs)
        if failed := history.write(self.root, done):
            self.history = before
            return self.refused("409 Conflict", failed)
        there = self.read().files
        opens = (path for path in (done.path, *done.files) if path in there and is_record(path))
        return Reply("303 See Other", _HTML, b"", f"{next(map(address, opens), DESK)}?{notice}")

    @property
    def speech(self) -> words.Speech:
        return words.speech(self.site.language)

    def say(self, sentence: str, **values: object) -> str:
        return self.speech.say(sentence, **values) if sentence else ""

    def read(self) -> OpenSite:
        """The site as it is on the disk; what did not change is not read again."""
        stamp = disk.stamp(self.root)
        if stamp != self.stamp:
            snapshot = disk.read(self.root)[0]
            self.linked = tuple(snapshot.linked)
            self.stamp, self.site = stamp, sites.read(snapshot.files, self.site)
        return self.site

    def is_open(self, path: str) -> bool:
        """Whether a file may be edited."""
        return is_record(path) and self.is_own(path)

    def is_own(self, path: str) -> bool:
        """Whether no link leads to a file: what is read through one may belong to something else as well."""
        return not any(path == link or path.startswith(f"{link}/") for link in self.linked)

    def editable(self, where: str, views: tuple[str, ...] = _VIEWS) -> tuple[str, str]:
        """How a file is to be shown, and which: one of the records that a build reads; nothing for any other."""
        view, _, path = where.removeprefix(DESK).partition("/")
        data = self.read().files.get(path)
        fits = view in views and self.is_open(path) and data is not None and len(data) <= _LARGEST
        return (view, path) if fits else ("", "")

    def file(
        self,
        site: OpenSite,
        path: str,
        text: str,
        view: str,
        fields: Mapping[str, str] = MappingProxyType({}),
        **said: Any,
    ) -> Reply:
        """The page of a file with this text in it, and what is wrong with that; `fields` are those that were sent."""
        found = sheets.opened(path, text)
        is_form = view == "form" and found is not None
        listed = tuple(told.listed(site, path, text, found if is_form else None))
        at: dict[str, list[told.DeskProblem]] = {}
        for each in listed:
            at.setdefault(each.field, []).append(each)
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
            "over": {},
            "aside": {},
            "columns": (),
            "choices": CHOICES,
            "text": text,
            "is_unsaved": text != sent.shown(self.site.files[path]),
            "rows": min(max(text.count("\n") + 2, _ROWS[0]), _ROWS[1]),
            "counted": self.speech.counted(each.level for each in listed),
            "problems": listed,
            "page": f"{PAGE}{quote(path)}",
            "at": at,
            "kinds": tuple(Kind),
            "places": tuple(pictures.places(path, text)),
            "renamable": tuple(changes.renamable(site, path)),
            "elsewhere": list(told.elsewhere(self.site, site, (path,))),
            **said,
        }
        if found and is_form:
            award = award_of(path)
            categories = within(award, {key: each.name for key, each in site.archive.categories.items()})
            used = {row.category: categories.get(row.category, row.category) for row in found.rows or ()}
            values |= {"sheet": sheets.typed_over(found, values["over"]), "titles": {**categories, **used}}
            focus, behind = _looked_at(fields, found.rows or ())
            category = found.rows[behind].category if found.rows and behind >= 0 else ""
            category = values["over"].get("n.category", category)
            values |= {"focus": focus, "behind": behind, "category": category}
            values["lacked"] = len(self.lacked(path, text))
            values["categories"] = fields.get("categories", "") if values["unable"] else ""
            values |= {"names": tuple(names(site.archive))}
        state = values["counted"] + self.say(": ") if listed else ""
        heading = _title(site, path, self.speech)
        values |= {"title": f"{state}{heading}", "heading": heading}
        values |= {"has_form": found is not None, "is_checked": fields and not values.get("focus")}
        made = self.page("form" if is_form else "file", script=pages.script(), **values)
        return replace(made, script=pages.script_hash())

    def page(self, name: str, **values: Any) -> Reply:
        undo, redo = (each[-1].what if each else "" for each in (self.history.done, self.history.undone))
        return Reply(
            "200 OK",
            _HTML,
            pages.page(
                name,
                {**words.values(self.speech), "desk": DESK, "token": self.token, "undo": undo, "redo": redo, **values},
            ),
        )

    def refused(self, status: str, reason: str, differs: str = "") -> Reply:
        """A page that says why; it holds no token."""
        values = {"desk": DESK, "token": "", "undo": "", "redo": "", "notice": "", "title": self.say("Not done")}
        return Reply(
            status,
            _HTML,
            pages.page("refused", {**words.values(self.speech), **values, "reason": reason, "differs": differs}),
        )

    def not_found(self, path: str, text: str = "") -> Reply:
        reason = self.say("No file that can be edited here is at this address")
        if path:
            reason = self.say(
                "%(path)s is not in UTF-8, or holds a NUL: mend it in a program that shows its bytes", path=path
            )
        return self.refused("404 Not Found", f"{reason}. {self.say('What you had typed:')}" if text else reason, text)


def _is_same(asked: DeskRequest) -> bool:
    """Whether a form was sent from a page of this very address."""
    return bool(asked.host) and urlsplit(asked.origin).netloc == asked.host and asked.origin.startswith("http://")


def _draft(site: OpenSite, said: Mapping[str, str], today: date) -> scaffold.NewFile | None:
    """The draft of a new file; None where it is not said what it is called."""
    match said["new"]:
        case "award" if said["prize"]:
            return scaffold.award(slug(said["prize"]), said["prize"], site.language)
        case "edition" if said["id"] and said["award"] in site.archive.awards:
            return scaffold.edition(site.archive, said["award"], said["id"], site.language, today)
        case "name" if said["name"] and said["kind"] in tuple(Kind):
            return scaffold.name(said["name"], Kind(said["kind"]))
        case "article" if said["title"]:
            return scaffold.article(slug(said["title"]), said["title"], site.language, today)
    return None


def _filled(path: str, text: str, form: Mapping[str, str]) -> tuple[str, tuple[sheets.Unable, ...]]:
    """A text with what was typed into its form, and a row moved or taken out."""
    text, unable = sheets.applied(path, text, form)
    what, _, number = form.get("do", "").partition(":")
    if what == "drop" and not unable:
        return sheets.without_category(path, text, number)
    sheet = sheets.opened(path, text)
    rows = sheet.rows if sheet and sheet.rows else ()
    if unable or not number.isdecimal() or len(number) > _LONGEST_NUMBER or int(number) >= len(rows):
        return text, unable
    row = rows[int(number)]
    if what == "out":
        return sheets.taken_out(path, text, row)
    return sheets.moved(path, text, row, _STEPS[what]) if what in _STEPS else (text, ())


def _linked(mentions: Iterable[TextMention], view: str) -> list[Mapping[str, object]]:
    """Texts that name something, each with the way to its file."""
    return [
        {"path": each.path, "line": each.line, "text": each.text, "address": address(each.path, view)}
        for each in mentions
    ]


def _aside(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The filled fields beside the text of a file."""
    return {name: value for name in _ASIDE if (value := plain_ends(fields.get(name, ""))).strip()}


def _looked_at(fields: Mapping[str, str], rows: Sequence[sheets.SheetRow]) -> tuple[str, int]:
    """The field to focus after a button of a row was pressed, and the row after which a new one is typed."""
    what, _, number = fields.get("do", "").partition(":")
    at = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else -1
    if what == "add":
        own = (at for at, row in enumerate(rows) if row.category == fields.get("n.category"))
        return f"r.{max(own, default=-1)}", -1
    if what == "more" and 0 <= at < len(rows):
        return "n.laureate.0", max(other for other, row in enumerate(rows) if row.category == rows[at].category)
    return (f"r.{at + _STEPS.get(what, 0)}", -1) if at >= 0 else ("", -1)


def _mark(site: OpenSite, change: DeskChange) -> str:
    """A mark of all that a change does, and of what stands there before it."""
    said = [(path, mark(site.files.get(path)), mark(data)) for path, data in sorted(change.files.items())]
    return disk.digest(repr(said).encode())


def _title(site: OpenSite, path: str, speech: words.Speech) -> str:
    """The title of a file in the list."""
    record: Record | None = site.records.get(path)
    if isinstance(record, Edition):
        award = site.archive.awards.get(record.award)
        return (award.label if award else record.award) + speech.say(": ") + record.label
    return str(getattr(record, "name", "") or getattr(record, "title", "") or path)


def _groups(site: OpenSite, paths: Iterable[str], wanted: str, speech: words.Speech) -> Mapping[str, Any]:
    """The files that have every word, grouped by kind or award; accents do not matter."""
    sought = _folded(wanted).split()
    wrong = Counter(each.span.path for problem in site.problems for each in (problem, *problem.below))
    groups: dict[str, list[Mapping[str, str]]] = {}
    # Awards first: `editions/` comes behind `content/`.
    for path in sorted(paths, key=lambda path: (path.startswith("content/"), path)):
        named, group = _title(site, path, speech), _group(site, path, speech)
        if all(word in _folded(f"{group} {named} {path}") for word in sought):
            file = {"title": named, "path": path, "address": address(path), "problems": speech.problems(wrong[path])}
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
    return {"groups": listed, "words": wanted}


def _unfiled(site: OpenSite, urls: Urls, wanted: str) -> Iterator[Mapping[str, str]]:
    """The names without a file that have every word, each with the address that makes one."""
    sought = _folded(wanted).split()
    archive = site.archive
    found = (each for id, each in archive.names.items() if id not in archive.profiles)
    for each in islice((each for each in found if all(word in _folded(each.name) for word in sought)), _MOST_LISTED):
        yield {"name": each.name, "address": f"{AT}{quote(urls.target('name', each.id))}"}


def _group(site: OpenSite, path: str, speech: words.Speech) -> str:
    if path.startswith("editions/"):
        id = path.split("/")[1]
        award = site.archive.awards.get(id)
        return speech.say("Award: %(name)s", name=award.name if award else id)
    return speech.say(next((title for start, title in _GROUPS.items() if path.startswith(start)), ""))


def _folded(text: str) -> str:
    """A text without its accents and capitals."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

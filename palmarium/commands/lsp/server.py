"""The language server: the protocol on one side, functions of a site on the other."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls import uris
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from ... import __version__
from ...importing.yaml_edit import opened
from ...problems import Fix, Level, Problem
from ...sources import disk, layout, site_toml
from ...sources.load import load
from .. import fix
from . import site as sites
from .completion import Choice, choices
from .describing import described, titles
from .mending import mending, told, word
from .places import Place, defined, named, outline_of, places, visits
from .renaming import RENAMED, rename
from .site import Opened, OpenSite

_QUIET = 0.15
"""Seconds without a keystroke before a site is read again."""

_MOST = 1_000
"""Choices sent at once; of more, those that hold what is typed."""

_SEVERITY = MappingProxyType({Level.ERROR: lsp.DiagnosticSeverity.Error, Level.WARNING: lsp.DiagnosticSeverity.Warning})
_ITEM = MappingProxyType({True: lsp.CompletionItemKind.Property, False: lsp.CompletionItemKind.Value})
_FILES = MappingProxyType({"picture": layout.MEDIA, "file": disk.FILES})

_T = TypeVar("_T")


def serve(root: Path) -> None:
    """Speak the protocol over standard input and output, until the editor ends it."""
    # What goes wrong is answered in the protocol; a log would be read by nobody.
    logging.disable(logging.CRITICAL)
    _server(root.resolve()).start_io()


class _Session:
    """One editor: the site as it was read last, the reading that is under way, and what was told of which file."""

    __slots__ = ("asking", "completes_yaml", "opened", "pool", "root", "server", "site", "snapshot", "told", "waiting")

    def __init__(self, root: Path, server: LanguageServer) -> None:
        self.root, self.server = root, server
        self.snapshot: tuple[str, Mapping[str, bytes]] = ("", MappingProxyType({}))
        self.opened: Opened | None = None
        self.site: OpenSite | None = None
        self.asking = 0
        self.told: frozenset[str] = frozenset()
        self.waiting: asyncio.Task[None] | None = None
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.completes_yaml = True

    def path(self, uri: str) -> str:
        """A file below the root; nothing for others."""
        found = Path(uris.to_fs_path(uri) or "/")
        return found.relative_to(self.root).as_posix() if found.is_relative_to(self.root) else ""

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def unsaved(self) -> Mapping[str, bytes]:
        """The texts of the files that are open."""
        documents = tuple(self.server.workspace.text_documents.items())
        return {
            path: each.source.encode("utf-8", "surrogatepass") for uri, each in documents if (path := self.path(uri))
        }

    def opening(self, unsaved: Mapping[str, bytes]) -> Opened:
        """The site with these texts over its files; what did not change is not read again."""
        stamp = disk.stamp(self.root)
        if stamp != self.snapshot[0]:
            self.snapshot = stamp, disk.read(self.root)[0].files
        files = {**self.snapshot[1], **unsaved}
        if self.opened is None or self.opened.site.files != files:
            self.opened = sites.opened(files, self.site)
            self.site = self.opened.site
        return self.opened

    def check(self, opened: Opened) -> OpenSite:
        """All that is wrong with a site that was opened, as long as nobody asks for another one."""
        site = self.site if self.opened is opened and self.site else opened.site
        if self.opened is opened and not site.is_checked:
            site = self.site = sites.checked(opened, lambda: self.asking > 0)
        return site

    def own(self, unsaved: Mapping[str, bytes], paths: Iterable[str]) -> Mapping[str, tuple[Problem, ...]]:
        """What is wrong in some files of the site with these texts, as far as that is known already."""
        opened = self.opening(unsaved)
        if self.site and self.site.is_checked:
            return {path: tuple(each for each in self.site.problems if each.span.path == path) for path in paths}
        return {path: opened.told_of(path) for path in paths}

    def first(self, ask: Callable[[Mapping[str, bytes]], _T]) -> _T:
        """What is asked of the site as it is at this keystroke: checks that are under way are put off for it."""
        self.asking += 1
        try:
            found = self.pool.submit(ask, self.unsaved()).result()
        finally:
            self.asking -= 1
        if not (self.site and self.site.is_checked):
            self.schedule()
        return found

    def now(self) -> OpenSite:
        """The site as it is at this keystroke."""
        return self.first(self.opening).site

    def last(self) -> OpenSite:
        """The site as it was read last, which answers at once."""
        return self.site or self.now()

    def text(self, path: str) -> str:
        """A file as the editor has it."""
        document = self.server.workspace.text_documents.get(self.uri(path))
        return document.source if document else self.last().files.get(path, b"").decode("utf-8", "replace")

    def schedule(self) -> None:
        """Read again and tell what is wrong, once nobody has typed for a moment."""
        if self.waiting:
            self.waiting.cancel()
        self.waiting = asyncio.get_running_loop().create_task(self.refresh())

    async def refresh(self) -> None:
        await asyncio.sleep(_QUIET)
        unsaved = self.unsaved()
        versions = {self.path(uri): each.version for uri, each in self.server.workspace.text_documents.items()}
        loop = asyncio.get_running_loop()
        self.asking += 1
        try:
            opened = await loop.run_in_executor(self.pool, self.opening, unsaved)
        finally:
            self.asking -= 1
        # First the files that are looked at: of a large archive the others take a while.
        own = await loop.run_in_executor(self.pool, self.own, unsaved, tuple(unsaved))
        self.publish(opened.site, own, versions)
        self.told |= own.keys()
        site = await loop.run_in_executor(self.pool, self.check, opened)
        if not site.is_checked:
            return
        by_path: dict[str, list[Problem]] = {path: [] for path in (*sorted(self.told), *unsaved)}
        for problem in site.problems:
            by_path.setdefault(problem.span.path, []).append(problem)
        self.publish(site, by_path, versions)
        self.told = frozenset(path for path, problems in by_path.items() if problems)

    def publish(
        self, site: OpenSite, by_path: Mapping[str, Iterable[Problem]], versions: Mapping[str, int | None]
    ) -> None:
        """Tell what is wrong in these files."""
        for path, problems in by_path.items():
            text = site.files.get(path, b"").decode("utf-8", "replace")
            found = [self.diagnostic(problem, text) for problem in problems]
            said = lsp.PublishDiagnosticsParams(self.uri(path), found, versions.get(path))
            self.server.text_document_publish_diagnostics(said)

    def diagnostic(self, problem: Problem, text: str) -> lsp.Diagnostic:
        """A problem as editors show it, with its hint below; where it is the cause of others, these are beside it."""
        related = [
            lsp.DiagnosticRelatedInformation(
                self.location(each.span.path, *told(self.text(each.span.path), each)), each.message
            )
            for each in problem.below
        ]
        return lsp.Diagnostic(
            range=self.range(text, *told(text, problem)),
            message=f"{problem.message}\n{problem.hint}" if problem.hint else problem.message,
            severity=_SEVERITY[problem.level],
            code=problem.code,
            source="palmarium",
            related_information=related or None,
        )

    def range(self, text: str, start: int, end: int) -> lsp.Range:
        return lsp.Range(self.position(text, start), self.position(text, end))

    def position(self, text: str, at: int) -> lsp.Position:
        begin = text.rfind("\n", 0, at) + 1
        units = self.server.workspace.position_codec.client_num_units(text[begin:at])
        return lsp.Position(text.count("\n", 0, at), units)

    def offset(self, text: str, position: lsp.Position) -> int:
        """The number of characters before a position; one beyond the end of a line means that end."""
        lines = text.split("\n")
        if position.line >= len(lines):
            return len(text)
        begin = sum(len(line) + 1 for line in lines[: position.line])
        left, codec = position.character, self.server.workspace.position_codec
        for number, letter in enumerate(lines[position.line]):
            if left <= 0:
                return begin + number
            left -= codec.client_num_units(letter)
        return begin + len(lines[position.line])

    def location(self, path: str, start: int, end: int) -> lsp.Location:
        return lsp.Location(self.uri(path), self.range(self.text(path), start, end))

    def named(self, uri: str, position: lsp.Position, site: OpenSite) -> tuple[Place | None, tuple[str, str] | None]:
        """The text that names something at a position, and the kind and key of what it names."""
        place = self.place(uri, position, site)
        return place, named(place, site.archive) if place else None

    def place(self, uri: str, position: lsp.Position, site: OpenSite) -> Place | None:
        """The text that names something at a position."""
        path = self.path(uri)
        text = self.text(path)
        at = self.offset(text, position)
        record = load(path, text.encode("utf-8", "surrogatepass"), site.language)[0] if path.endswith(".md") else None
        found = places(path, text, record or site.records.get(path))
        return next((each for each in found if each.start <= at <= each.end), None)


def _server(root: Path) -> LanguageServer:
    server = LanguageServer("palmarium", __version__)
    session = _Session(root, server)

    @server.feature(lsp.INITIALIZED)
    def initialized(params: lsp.InitializedParams) -> None:
        watched = server.client_capabilities.workspace
        files = watched.did_change_watched_files if watched else None
        if files and files.dynamic_registration:
            patterns = [lsp.FileSystemWatcher("**/*.{yaml,md,toml}")]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(patterns)
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            server.client_register_capability(
                lsp.RegistrationParams([lsp.Registration("files", method, options)]), lambda answer: None
            )
        if disk.fetch(session.root, site_toml.PATH) is None:
            said = lsp.ShowMessageParams(lsp.MessageType.Error, f"{site_toml.NO_SITE}; {site_toml.WAY_IN}")
            server.window_show_message(said)
        session.schedule()

    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        session.root = _root_of(params, root)
        options = params.initialization_options
        session.completes_yaml = not (isinstance(options, Mapping) and options.get("completeYaml") is False)

    for method in (
        lsp.TEXT_DOCUMENT_DID_OPEN,
        lsp.TEXT_DOCUMENT_DID_CHANGE,
        lsp.TEXT_DOCUMENT_DID_CLOSE,
        lsp.TEXT_DOCUMENT_DID_SAVE,
        lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    ):
        server.feature(method)(lambda params: session.schedule())
    signs = lsp.CompletionOptions(trigger_characters=["[", "{", "/", " ", ":", '"', "="])
    server.feature(lsp.TEXT_DOCUMENT_COMPLETION, signs)(partial(_complete, session))
    server.feature(lsp.TEXT_DOCUMENT_DEFINITION)(partial(_define, session))
    server.feature(lsp.TEXT_DOCUMENT_REFERENCES)(partial(_refer, session))
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(partial(_hover, session))
    server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)(partial(_prepare, session))
    server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))(partial(_rename, session))
    server.feature(lsp.WORKSPACE_SYMBOL)(partial(_find, session))
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll])
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)(partial(_act, session))
    return server


def _root_of(params: lsp.InitializeParams, given: Path) -> Path:
    """The site that the editor has open, or that its folder is a part of; else the folder where the server runs."""
    opened = (*(folder.uri for folder in params.workspace_folders or ()), params.root_uri or "")
    folders = (Path(path).resolve() for uri in opened if uri and (path := uris.to_fs_path(uri)))
    above = (each for folder in folders for each in (folder, *folder.parents))
    return next((each for each in above if disk.fetch(each, site_toml.PATH) is not None), given)


def _complete(session: _Session, params: lsp.CompletionParams) -> lsp.CompletionList:
    path = session.path(params.text_document.uri)
    if path.endswith(".yaml") and not session.completes_yaml:
        return lsp.CompletionList(False, [])
    text = session.text(path)
    at = session.offset(text, params.position)
    found = [each for each in choices(path, text, at, session.last()) if "\n" not in text[each.start : at]]
    is_long = len(found) > _MOST
    if is_long:
        found = [each for each in found if text[each.start : at].strip("\"'").casefold() in each.label.casefold()][
            :_MOST
        ]
    return lsp.CompletionList(is_long, [_item(session, each, text, at) for each in found])


def _item(session: _Session, choice: Choice, text: str, at: int) -> lsp.CompletionItem:
    quote = text[choice.start : choice.start + 1] if choice.start < at else ""
    is_quoted = quote in ('"', "'")
    # A colon that stands behind a key already is not written twice.
    written = choice.text.rstrip(": ") if choice.is_key and text.startswith(":", at) else choice.text
    return lsp.CompletionItem(
        label=choice.label,
        kind=_ITEM[choice.is_key],
        detail=choice.says or None,
        sort_text=f"{int(choice.is_key)}{choice.label}",
        filter_text=f"{quote}{choice.label}" if is_quoted else choice.label,
        text_edit=lsp.TextEdit(session.range(text, choice.start, at), written),
    )


def _define(session: _Session, params: lsp.DefinitionParams) -> lsp.Location | None:
    site = session.last()
    place, found = session.named(params.text_document.uri, params.position, site)
    if place is None or found is None:
        kind = place.leads if place else ""
        path = _FILES.get(kind, "") + (place.text if place else "")
        return session.location(path, 0, 0) if kind in _FILES and path in site.files else None
    kind, key = found
    if kind == "file":
        return session.location(_FILES[kind] + key, 0, 0)
    span = defined(kind, key, site.archive, site.records)
    if span is None:
        return None
    saying = (each for each in sites.places_in(site, span.path) if each.defines and named(each, site.archive) == found)
    there = next(saying, None)
    start, end = (there.start, there.end) if there else word(session.text(span.path), span)
    return session.location(span.path, start, end)


def _refer(session: _Session, params: lsp.ReferenceParams) -> list[lsp.Location]:
    site = session.now()
    _, wanted = session.named(params.text_document.uri, params.position, site)
    if wanted is None:
        return []
    with_definition = params.context.include_declaration
    return [
        session.location(path, each.start, each.end)
        for path in site.records
        for each in sites.places_in(site, path)
        if (with_definition or not each.defines) and named(each, site.archive) == wanted
    ]


def _find(session: _Session, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
    """Names, awards, editions, categories, articles and pages that are called so."""
    site, wanted = session.last(), params.query.casefold()
    found: list[lsp.WorkspaceSymbol] = []
    for text, (kind, key) in titles(site).items():
        span = defined(kind, key, site.archive, site.records) if wanted in text.casefold() else None
        if span and len(found) < _MOST:
            place = session.location(span.path, *word(session.text(span.path), span))
            found.append(lsp.WorkspaceSymbol(place, text, lsp.SymbolKind.String, container_name=kind))
    return found


def _hover(session: _Session, params: lsp.HoverParams) -> lsp.Hover | None:
    site = session.last()
    place, found = session.named(params.text_document.uri, params.position, site)
    path = session.path(params.text_document.uri)
    text = session.text(path)
    if place and found and (said := described(site, *found)):
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), session.range(text, place.start, place.end))
    said = _says(path, text, session.offset(text, params.position))
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said)) if said and session.completes_yaml else None


def _says(path: str, text: str, at: int) -> str:
    """The sentence of the key at a place."""
    forms, found = outline_of(path), opened(path, text)
    for visit in visits(found[0], forms) if found else ():
        if visit.is_key and visit.type.is_a == "form" and visit.piece.start <= at <= visit.piece.end:
            form = forms[visit.type.form]
            return next((key.says for key in (*form.keys, *form.also) if key.name == visit.piece.value), "")
    return ""


def _prepare(session: _Session, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    site = session.last()
    place, found = session.named(params.text_document.uri, params.position, site)
    if place is None or found is None or found[0] not in RENAMED:
        return None
    text = session.text(session.path(params.text_document.uri))
    return lsp.PrepareRenamePlaceholder(session.range(text, place.start, place.end), place.text)


def _rename(session: _Session, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    site = session.now()
    place = session.place(params.text_document.uri, params.position, site)
    if place is None:
        raise JsonRpcInvalidParams("here stands nothing that can be renamed")
    made = rename(site, place, params.new_name)
    if made.refused:
        raise JsonRpcInvalidParams(made.refused)
    changes: list[Any] = []
    for path, text in made.created.items():
        there = lsp.Position(0, 0)
        changes += [
            lsp.CreateFile(session.uri(path)),
            _edited(session.uri(path), [lsp.TextEdit(lsp.Range(there, there), text)]),
        ]
    for path, edits in made.edits.items():
        text = session.text(path)
        written = [lsp.TextEdit(session.range(text, each.start, each.end), each.text) for each in edits]
        changes.append(_edited(session.uri(path), written))
    changes += [lsp.RenameFile(session.uri(old), session.uri(new)) for old, new in made.moves]
    return lsp.WorkspaceEdit(document_changes=changes)


def _edited(uri: str, edits: Iterable[lsp.TextEdit]) -> lsp.TextDocumentEdit:
    return lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri), list(edits))


def _act(session: _Session, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The fixes at a place: first certain ones, then probable ones."""
    path = session.path(params.text_document.uri)
    own = session.first(lambda unsaved: session.own(unsaved, (path,)))[path]
    site, text = session.last(), session.text(path)
    first, last = params.range.start.line + 1, params.range.end.line + 1
    fixes = [problem.fix for problem in own if problem.fix]
    actions = []
    for problem in own:
        if first <= problem.span.line <= last:
            for each, is_sure in mending(problem, site, text):
                if action := _action(session, path, text, [each], f"Write {each.instead}"):
                    action.is_preferred = is_sure
                    action.diagnostics = [session.diagnostic(problem, text)]
                    actions.append(action)
    every = _action(session, path, text, fixes, "Mend all that is sure") if fixes else None
    if every:
        every.kind = lsp.CodeActionKind.SourceFixAll
        actions.append(every)
    return actions


def _action(session: _Session, path: str, text: str, fixes: Iterable[Fix], title: str) -> lsp.CodeAction | None:
    edits = [
        lsp.TextEdit(session.range(text, each.start, each.end), each.text) for each in fix.edits(text, tuple(fixes))
    ]
    if not edits:
        return None
    changes = lsp.WorkspaceEdit(document_changes=[_edited(session.uri(path), edits)])
    return lsp.CodeAction(title, kind=lsp.CodeActionKind.QuickFix, edit=changes)

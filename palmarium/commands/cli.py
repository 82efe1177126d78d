"""The commands: what an editor types, what is printed, and the exit status."""

import datetime
import gc
import json
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from .. import __version__, problems
from ..build import pipeline
from ..build.pipeline import Report
from ..build.work import Tell, silent
from ..problems import Level, Line, Problem
from ..sources import disk, site_toml
from . import ci_files, schema_files
from .problem_forms import DOCUMENTS, LINES

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from ..config import Config
    from ..model.archive import Archive
    from .scaffold import NewFile
    from .serve import ServedSite

PATIENCE = 2.0
"""Seconds of silence before long work says how far it is, where there is no terminal."""

_OF_REPOSITORIES = ("github", "sarif", "gitlab")
"""Forms whose readers look for files from the root of a repository."""

_COUNTED = MappingProxyType(
    {
        "load": "files read",
        "make": "parts of the site made",
        "render": "pages rendered",
        "pictures": "pictures looked at",
        "compress": "files compressed",
        "rows": "rows read",
        "files": "files compared",
        "links": "addresses asked",
    }
)
"""What the stages of long work count."""

_F = TypeVar("_F", bound=Callable[..., None])
_COLOURS = MappingProxyType({Level.ERROR: "red", Level.WARNING: "yellow"})
_NO_TEXTS: Mapping[str, bytes] = MappingProxyType({})
_EXISTING = click.Path(exists=True, file_okay=False, path_type=Path)


def _root(command: _F) -> _F:
    says = "The site's folder; here, if not given."
    return click.option("--root", type=_EXISTING, default=".", help=says, callback=_settled)(command)


def _settled(context: click.Context, parameter: click.Parameter, root: Path) -> Path:
    """Before anything else, what was stopped while it wrote sources is finished."""
    said, is_whole = disk.settle(root)
    if said and is_whole:
        click.echo(f"palmarium: {said}", err=True)
    return root


def _in_site(root: Path) -> None:
    """Refuse to write where no site is: a file in the wrong folder is hard to find again."""

    def is_site(folder: Path) -> bool:
        return disk.fetch(folder, site_toml.PATH) is not None

    if not is_site(root):
        above = next(filter(is_site, root.resolve().parents), None)
        way = f"your site is above: `cd {shlex.quote(str(above))}`" if above else site_toml.WAY_IN
        _refuse(f"{site_toml.NO_SITE}; {way}")


def _id(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if "/" in value or "\\" in value or value.startswith("."):
        raise click.BadParameter(f'"{value}" can\'t be an id: use small letters, digits and hyphens')
    return value


def _format(forms: Iterable[str]) -> Callable[[_F], _F]:
    says = "The form in which problems are printed. Only `text` and `github` also say what was done."
    return click.option("--format", "form", type=click.Choice(("text", *forms)), default="text", help=says)


def _talks(form: str) -> bool:
    """Whether what was done is said too, in a line for people."""
    return form in ("text", "github")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="palmarium")
@click.option("--root", type=_EXISTING, help="The site's folder; here, if not given. Also behind a command.")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Palmarium makes a site of award results. Without a command, it builds.

    \b
    palmarium new site prizes          a first site, in a new folder
    palmarium --root prizes serve      see it while you write
    palmarium check                    everything that is wrong, and what to write
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that can't show a letter gets a question mark, not a traceback.
            stream.reconfigure(errors="replace")
    context.default_map = _all_below(main, root) if root else None
    if context.invoked_subcommand is None:
        context.invoke(build, **({"root": root} if root else {}))


def _all_below(group: click.Group, root: Path) -> dict[str, Any]:
    """The folder of the site for every command that is about one."""
    return {
        name: _all_below(command, root) if isinstance(command, click.Group) else {"root": root}
        for name, command in group.commands.items()
    }


@main.command()
@_root
@_format((*LINES, *DOCUMENTS))
@click.option("--full", is_flag=True, help="Render every page again, changed or not.")
@click.option(
    "--publish",
    is_flag=True,
    help="Add every address to urls.lock, so that none may be dropped, and what has changed to content/changes.jsonl.",
)
def build(root: Path, form: str, full: bool, publish: bool) -> None:
    """Bring the site up to date; write nothing while an error stands.

    \b
    palmarium build
    palmarium build --publish      once it is to be published: its addresses are kept from then on
    """
    start = time.perf_counter()
    _spare_the_collector()
    with _progress() as tell:
        today = _today() if publish else None
        report = pipeline.build(root, tell, full=full, publish=today, seen=partial(_refresh, root))
    seconds = time.perf_counter() - start
    _print(report.problems, root, form)
    if _talks(form):
        click.echo(_built(report, seconds))
    sys.exit(int(problems.any_error(report.problems)))


def _refresh(root: Path, archive: "Archive") -> None:
    """Bring what editors' programs read up to date; where none does, a build pays for none of that."""
    with suppress(OSError):
        if schema_files.are_read(root):
            from . import tools

            tools.write(root, archive)


def _spare_the_collector() -> None:
    """A build makes much that lives until it ends, and ends soon: looking for garbage costs a tenth of it."""
    gc.disable()


@main.command()
@_root
@_format((*LINES, *DOCUMENTS))
@click.option("--claims", is_flag=True, help="Count every claim again, and fail where one differs and is not disputed.")
@click.option(
    "--links", is_flag=True, help="Ask whether the addresses of other sites still answer; fail where none does."
)
@click.option("--again", is_flag=True, help="With --links: ask those that answered lately, too.")
@click.option("--fix", is_flag=True, help="Show what can be mended for sure, and mend it once you agree.")
@click.option("--yes", is_flag=True, help="With --fix: mend it without asking.")
def check(root: Path, form: str, claims: bool, links: bool, again: bool, fix: bool, yes: bool) -> None:
    """Say everything that a build would complain of.

    Nothing is written, unless you ask for it with --fix.

    \b
    palmarium check
    palmarium check --fix          mend what is sure, once you have seen it
    palmarium check --links        ask whether the addresses of other sites still answer
    """
    _spare_the_collector()
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix")
    if again and not links:
        raise click.UsageError("--again goes with --links")
    mended = _fixed(root, yes) if fix else None
    if fix and mended is None:
        sys.exit(1)
    if claims:
        _check_claims(root, form)
    if links:
        _check_links(root, form, again)
    report = mended or _checked(root)
    _print(report.problems, root, form)
    if _talks(form):
        counted = problems.counted(report.problems) or f"{report.pages} pages, no problems"
        # What is missing, and numbers, can be told of a whole archive alone.
        more = "; more may be told once that is mended" if problems.any_error(report.problems) else ""
        accepted = f"; {report.accepted} accepted in site.toml" if report.accepted else ""
        left = "; none of it can be mended for sure" if fix and report.problems else ""
        click.echo(f"{counted}{accepted}{left}{more}")
    sys.exit(int(problems.any_error(report.problems)))


def _checked(root: Path) -> Report:
    with _progress() as tell:
        return pipeline.check(root, tell, _today())


def _fixed(root: Path, yes: bool) -> Report | None:
    """Mend what is sure, as often as that brings more to light; what is left then, None where it was not to be."""
    from . import fix

    while True:
        report = _checked(root)
        files = disk.read(root)[0].files
        made = fix.mended(files, report.problems)
        if not made.files:
            return report
        mistakes = f"{made.count} mistake{'s' if made.count > 1 else ''}"
        if not _edited(root, files, made.files, "fix", f"mend {mistakes}", yes):
            return None


def _edited(
    root: Path, files: Mapping[str, bytes], after: Mapping[str, bytes], writer: disk.Writer, what: str, yes: bool
) -> bool:
    """Show the changes of files, and write them once that is agreed to; false where it is not."""
    from ..importing import run
    from . import fix

    for line in fix.diff(files, after):
        click.echo(line)
    if not yes and not _is_terminal(sys.stdin):
        click.echo(f"nothing was written; with --yes this would {what}")
        return False
    if not yes and not click.confirm(f"{what[0].upper()}{what[1:]}?"):
        return False
    if failed := run.write(root, after, writer):
        _refuse(failed)
    click.echo(f"done: {what}")
    return True


@main.command()
@_root
@click.option("--yes", is_flag=True, help="Change the files without asking.")
def tidy(root: Path, yes: bool) -> None:
    """Make the form of files better, never their facts.

    What it mends: line ends, blanks behind lines, composed letters, the last line. The changes are shown first; a file
    that would say anything else is left as it is.

    \b
    palmarium tidy
    palmarium tidy --yes      without asking
    """
    _in_site(root)
    from . import tidy as tidying

    files = disk.read(root)[0].files
    made = tidying.tidied(files, _language(root))
    count = f"{len(made)} file{'s' if len(made) > 1 else ''}"
    if not made:
        click.echo("all files are tidy")
    sys.exit(int(bool(made) and not _edited(root, files, made, "tidy", f"tidy {count}", yes)))


def _check_claims(root: Path, form: str) -> NoReturn:
    with _progress() as tell:
        found = pipeline.claims(root, tell)
    _print(found.problems, root, form)
    tally = found.tally
    if _talks(form) and tally:
        disputed = f" ({tally.disputed} disputed)" if tally.disputed else ""
        click.echo(f"claims: {tally.agree} agree, {tally.differ} differ{disputed}, {tally.open} can't be computed")
    elif _talks(form):
        click.echo(f"{problems.counted(found.problems)}; no claim was counted")
    sys.exit(int(problems.any_error(found.problems)))


def _check_links(root: Path, form: str, again: bool) -> NoReturn:
    """Ask the web; what it said lately is kept."""
    _in_site(root)
    from . import links

    with _progress() as tell:
        found = links.check(root, _settings(root).base_url, _today(), tell, again=again)
    _print(found.problems, root, form)
    if _talks(form):
        counts = found.counts
        for line in found.unsure:
            click.echo(f"not sure: {line}")
        copied = f" ({counts['copied']} with an archived copy)" if counts["copied"] else ""
        known = f"; {counts['known']} known from the last days, `--again` asks for them too" if counts["known"] else ""
        click.echo(
            f"links: {counts['alive']} answer, {counts['dead']} dead{copied}, {counts['unsure']} not sure{known}"
        )
    sys.exit(int(problems.any_error(found.problems)))


@main.command()
@_root
@_format(LINES)
@click.option("--dry-run", is_flag=True, help="Say which files would be added, changed and removed; change nothing.")
@click.option("--yes", is_flag=True, help="Go on where many files would be removed, or files of others written over.")
@click.option("--server", is_flag=True, help="Print the lines that nginx or Caddy needs for this site, and stop.")
def deploy(root: Path, form: str, dry_run: bool, yes: bool, server: bool) -> None:
    """Build, and put the site where site.toml says.

    It goes to a branch, into a folder, or to where a command brings it; every address is published.

    \b
    palmarium deploy --dry-run     what would be added, changed and removed
    palmarium deploy
    """
    _spare_the_collector()
    if server:
        _print_server(root, form)
    start = time.perf_counter()
    with _progress() as tell:
        report = pipeline.build(root, tell, publish=None if dry_run else _today())
    _print(report.problems, root, form)
    if _talks(form):
        click.echo(_built(report, time.perf_counter() - start))
    if problems.any_error(report.problems):
        sys.exit(1)
    try:
        with disk.held(root):
            wrong = _deployed(root, form, dry_run, yes)
    except disk.OutputBusy:
        _refuse("another build is writing this site; wait until it is done")
    sys.exit(int(problems.any_error(wrong)))


def _deployed(root: Path, form: str, dry_run: bool, yes: bool) -> tuple[Problem, ...]:
    from . import deploy as deployment

    found, wrong = deployment.prepare(root, _settings(root))
    if found is None:
        _print(wrong, root, form)
        return wrong
    told = tuple(deployment.told(found, "+~-" if dry_run else ""))
    refused = () if yes else deployment.refused(found)
    sent = () if dry_run or refused or found.change.is_nothing else found.send()
    _print((*found.notes, *refused, *sent), root, form)
    if _talks(form):
        done = "nothing was deployed" if refused or sent else "would be deployed" if dry_run else "deployed"
        outcome = f"{deployment.counted(found.change)}; {done} to {found.where}"
        is_there = found.change.is_nothing
        for line in (*told, f"{found.where} has all of it already" if is_there else outcome):
            click.echo(line)
    return (*refused, *sent)


def _print_server(root: Path, form: str) -> NoReturn:
    lines, wrong = pipeline.server(root, silent)
    _print(wrong, root, form)
    if not lines and not problems.any_error(wrong):
        _refuse('only a server of your own needs such lines: write `host = "nginx"` or `host = "caddy"`')
    click.echo(lines, nl=False)
    sys.exit(int(problems.any_error(wrong)))


@main.command()
@_root
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option("--edit", is_flag=True, help="Let the files of the site be edited in the browser too, on this machine.")
def serve(root: Path, port: int, edit: bool) -> None:
    """Show the site on this machine, and follow each save.

    \b
    palmarium serve
    palmarium serve --port 0       on any port that is free
    palmarium serve --edit         and edit its files in the browser
    """
    from .edit import way
    from .serve import DESK, BuildTold, ServedSite
    from .serve import serve as preview
    from .words import speech

    is_waiting, held = False, pipeline.HeldBuild()

    def rebuild() -> BuildTold | None:
        nonlocal is_waiting
        start = time.perf_counter()
        # What is held lives as long as the preview: while a build is at it, nobody goes through it for garbage.
        gc.disable()
        try:
            report = pipeline.build(root, silent, preview=True, seen=partial(_refresh, root), held=held)
        finally:
            gc.enable()
        was_waiting, is_waiting = is_waiting, any(problem.code == "busy" for problem in report.problems)
        if is_waiting:
            if not was_waiting:
                click.echo("another build is writing this site; the preview follows when it is done")
            return None
        _print(report.problems, root, "text")
        click.echo(_built(report, time.perf_counter() - start))
        if report.drafts:
            click.echo(f"drafts, which `palmarium build` leaves out: {', '.join(report.drafts)}")
        line = _lines(report.problems, root)
        texts = {level: [problems.text(p, line) for p in report.problems if p.level is level] for level in Level}
        every = (each for p in report.problems for each in (p, *p.below))
        places = {problems.placed(each): way(root, each.span, edit) for each in every}
        return BuildTold(tuple(texts[Level.ERROR]), tuple(texts[Level.WARNING]), places)

    def ready(address: str) -> None:
        click.echo(f"Preview at {address} (Ctrl+C stops it)")
        if edit:
            click.echo(f"Edit at {address.rstrip('/')}{DESK}")

    try:
        fetch, stamp = partial(_published, root), partial(disk.stamp, root)
        site = ServedSite(rebuild, fetch, stamp, speech=speech(_language(root)))
        is_gone = preview(_edited_too(root, site) if edit else site, port, ready)
    except OSError as error:
        _refuse(f"port {port} can't be used ({error.strerror}); choose another one with --port")
    if is_gone:
        _refuse("the folder of this site is gone; the preview ends")


def _edited_too(root: Path, site: "ServedSite") -> "ServedSite":
    """A preview whose files may be edited."""
    from dataclasses import replace

    from .edit.desk import Desk

    desk = Desk(root, os.urandom(24).hex(), _today)
    desk.read()
    return replace(
        site, fetch=lambda path: site.fetch(path) or desk.drawn(path), desk=desk.answer, page_of=desk.page_of
    )


def _published(root: Path, path: str) -> bytes | None:
    """A file of the output, by its path at the root of a host or below the one where the site will be.

    The page for what is not found asks for its style sheet there.
    """
    written = disk.fetch(root, site_toml.PATH)
    out, below = site_toml.served({site_toml.PATH: written} if written else {})
    found = disk.fetch(root / out, path)
    return disk.fetch(root / out, path.removeprefix(below)) if found is None and path.startswith(below) else found


@main.command(short_help="Say what an address is made from, or what a code of a problem means.")
@_root
@click.argument("asked", metavar="URL|CODE")
def explain(root: Path, asked: str) -> None:
    """Say what stands at an address, or what a code means.

    Of an address: what it is made from, and whether it is up to date. A code stands in brackets behind each problem.

    \b
    palmarium explain /prix/palmes/2011/
    palmarium explain near-duplicate      what stands in brackets behind a problem
    """
    if not set(asked) & set("/."):
        _explain_code(asked)
    lines, wrong = pipeline.explain(root, asked, silent)
    _print(wrong, root, "text")
    for line in lines:
        click.echo(line)
    sys.exit(int(problems.any_error(wrong)))


def _explain_code(code: str) -> NoReturn:
    """What a code means: it stands in brackets behind each problem."""
    from ..build import discovery
    from . import reference
    from .mistakes import MISTAKES

    manuals = {str(module.CODE): module for module in discovery.discover("checks")}
    if code in manuals:
        click.echo(reference.manual(manuals[code]))
    elif code in MISTAKES:
        click.echo(reference.mistake(code, MISTAKES[code]))
    else:
        known = f"codes are {', '.join(sorted({*manuals, *MISTAKES}))}"
        hint = problems.did_you_mean(code, (*manuals, *MISTAKES)) or known
        _refuse(f'"{code}" is no code that build, check, deploy or import tells; {hint}')
    sys.exit(0)


def _categories(command: _F) -> _F:
    says = "A category of the award, by its name or as `id: name`; once for each."
    return click.option("--category", "categories", multiple=True, help=says)(command)


@main.group()
def new() -> None:
    """Write a new file to fill in; never over another one.

    \b
    palmarium new site prizes --language en
    palmarium new award kettle --name "The Golden Kettle"
    palmarium new edition kettle 2026
    palmarium new article steam --title "Steam at last"
    palmarium new name "Zelda Pockets"
    """


@new.command("award")
@_root
@click.argument("id", callback=_id)
@click.option("--name", required=True, help="The full name of the award.")
@_categories
def new_award(root: Path, id: str, name: str, categories: tuple[str, ...]) -> None:
    """Write an award, editions/<ID>/award.yaml.

    Its categories are asked for at a terminal, where none is said; they are yours to name there, or on the desk
    (`palmarium serve --edit`).

    \b
    palmarium new award kettle --name "The Golden Kettle"
    palmarium new award kettle --name "The Golden Kettle" --category "Best Tea" --category "cup: Best Cup"
    """
    _in_site(root)
    from . import scaffold

    _write(root, (scaffold.award(id, name, _language(root), categories or _asked_categories()),))


def _asked_categories() -> tuple[str, ...]:
    """The categories of a new award that are typed at a terminal, one after the other."""
    asked = partial(click.prompt, "A category, or nothing where there is no more", default="", show_default=False)
    return tuple(iter(asked, "")) if _is_terminal(sys.stdin) else ()


@new.command("edition")
@_root
@click.argument("award", callback=_id)
@click.argument("id", callback=_id)
def new_edition(root: Path, award: str, id: str) -> None:
    """Write an edition, editions/<AWARD>/<ID>.yaml, as the one before it.

    It has the same categories, each `unknown`; jury, hosts and partners stand there as comments to confirm. The ID is
    part of its address: the year, for instance.

    \b
    palmarium new edition kettle 2026
    """
    _in_site(root)
    from . import scaffold

    language = _language(root)
    archive = scaffold.known(disk.read(root)[0].files, language)
    if award not in archive.awards:
        there = f"its awards are {', '.join(archive.awards)}; " if archive.awards else ""
        added = f'{there}to add one: palmarium new award {award} --name "…"'
        hint = problems.did_you_mean(award, archive.awards) or added
        _refuse(f'"{award}" is no award of this site; {hint}')
    _write(root, (scaffold.edition(archive, award, id, language, _today()),))


@new.command("article")
@_root
@click.argument("slug", callback=_id)
@click.option("--title", required=True, help="The title of the article.")
def new_article(root: Path, slug: str, title: str) -> None:
    """Write an article of today, content/articles/<SLUG>.md.

    \b
    palmarium new article steam --title "Steam at last"
    """
    _in_site(root)
    from . import scaffold

    _write(root, (scaffold.article(slug, title, _language(root), _today()),))


@new.command("name")
@_root
@click.argument("full_name", metavar="NAME")
@click.option(
    "--kind",
    type=click.Choice(("person", "organisation", "team", "work")),
    default="person",
    show_default=True,
    help="What it is the name of.",
)
def new_name(root: Path, full_name: str, kind: str) -> None:
    """Write the file of a person, organisation, team or work.

    It is content/names/<id>.md; the id is made from NAME.

    \b
    palmarium new name "Zelda Pockets"
    palmarium new name "The Copper Kettle Works" --kind organisation
    """
    _in_site(root)
    from ..model import Kind
    from . import scaffold

    _write(root, (scaffold.name(full_name, Kind(kind)),))


@new.command("site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    type=click.Choice(site_toml.LANGUAGES),
    default=site_toml.LANGUAGES[0],
    show_default=True,
    help="The language of the site's pages.",
)
@click.option("--title", default="", help="The title of the site.")
@click.option("--url", default="", help="The address where it will be, such as https://prizes.example/.")
@click.option("--award", "prize", default="", help="The name of the first award.")
@_categories
@click.option(
    "--theme",
    type=click.Choice(disk.shelved()),
    default="base",
    show_default=True,
    help="The theme that the site wears, of those that come with the program.",
)
@click.option(
    "--ci",
    type=click.Choice(("github", "gitlab", "forgejo")),
    help="Write what builds the site there when it is pushed, too.",
)
@click.option("--editor", type=click.Choice(("vscode", "zed")), help="Write settings for that editor, too.")
def new_site(
    folder: Path,
    language: str,
    title: str,
    url: str,
    prize: str,
    categories: tuple[str, ...],
    theme: str,
    ci: str | None,
    editor: str | None,
) -> None:
    """Write the smallest site that builds into a new FOLDER.

    What is not said is asked for at a terminal; elsewhere stand-ins are written, and told.

    \b
    palmarium new site prizes --language en
    palmarium new site prizes --title "Prizes of the coast" --award "The Golden Kettle" --ci github --editor vscode
    """
    from ..config import site_address
    from . import scaffold

    address = site_address(url) if url else ""
    if address not in (url, f"{url}/"):
        _refuse(f'--url: "{url}" is not the address of a site; write --url {address}')
    if _is_terminal(sys.stdin):
        title = title or click.prompt("The title of the site", default="", show_default=False)
        prize = prize or click.prompt("The name of the first award", default="", show_default=False)
        categories = categories or (_asked_categories() if prize else ())

    drafts = scaffold.site(language, title, address, prize, theme, categories)
    made = ci_files.files(ci, "_site") if ci else {}
    _write(folder, (*drafts, *(scaffold.NewFile(path, text) for path, text in made.items())))
    if editor:
        _written_for_editor(folder, editor)
    award = drafts[1].path.split("/")[1]
    here = shlex.quote(str(folder))
    for what, option in _left_open(title, url, prize):
        click.echo(f"{what} is a stand-in, and told once you publish: replace it, or begin again with {option}")
    helped = "" if editor else "\n  palmarium tools vscode             completions in your editor (or: zed)"
    named = "" if categories else f"\n  editions/{award}/award.yaml: write its categories, a line for each"
    click.echo(
        f"""Next:
  cd {here}{named}
  palmarium new edition {award} {_today().year}    its first edition: replace each `unknown` by who got it
  palmarium serve --edit             see it while you write, here or in the browser{helped}
  palmarium build                    the whole site, in _site/"""
    )


def _left_open(title: str, url: str, prize: str) -> Iterator[tuple[str, str]]:
    """What a new site has a stand-in for, and how it could have been said."""
    from ..sources.placeholders import MADE_AWARD_ID

    if not title:
        yield "`title` in site.toml", '--title "…"'
    if not url:
        yield "`base_url` in site.toml", "--url https://…"
    if not prize:
        yield f"editions/{MADE_AWARD_ID}, name and folder,", '--award "…"'


@main.command("import")
@_root
@_format((*LINES, *DOCUMENTS))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The mapping, which says what is what in FILE; FILE with the ending .toml, if not given.",
)
@click.option("--guess", is_flag=True, help="Write a first mapping from the names of its columns, and stop.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, file by file; write nothing.")
@click.option("--take-import", is_flag=True, help="Take what the import says where a file says something else.")
def import_(
    root: Path, form: str, file: Path, mapping: Path | None, guess: bool, dry_run: bool, take_import: bool
) -> None:
    """Bring a table of results into the site.

    CSV, a spreadsheet, JSON, YAML, a table in Markdown, or a list of names.

    \b
    palmarium import winners.csv --guess      write a first mapping, winners.toml
    palmarium import winners.csv --dry-run    what would be written
    palmarium import winners.csv
    """
    from ..importing import run

    if guess:
        _guess(file, mapping, dry_run)
        return
    _in_site(root)
    start = time.perf_counter()
    _spare_the_collector()
    with _progress() as tell:
        made = run.prepare(root, file, mapping, take_import, tell, _today().year)
    wrong = problems.any_error(made.problems)
    # Places of what differs are those of the files as they are before.
    _print(problems.gathered(made.problems) if _talks(form) else made.problems, root, form, made.texts)
    if not wrong and not dry_run and (failed := run.write(root, made.files, "import")):
        _refuse(failed)
    would = (f"  would write {path}" for path in sorted(made.files) if dry_run and not wrong)
    for said in (*made.report, *would, run.done(made, wrong or dry_run, time.perf_counter() - start)):
        # A document holds problems alone; columns that were not taken are no problem, and still said.
        click.echo(said, err=not _talks(form))
    sys.exit(int(wrong))


def _guess(file: Path, mapping: Path | None, dry_run: bool) -> None:
    """Write a first mapping beside the table, unless there is one; in a dry run, show it."""
    from ..importing import run
    from ..importing.guessing import told

    target, guess, wrong = run.guess(file, mapping)
    _print(wrong, file.parent, "text", {file.name: disk.fetch(file.parent, file.name) or b""})
    if guess is None or problems.any_error(wrong):
        sys.exit(1)
    if not dry_run and not disk.create(target.parent, target.name, guess.text.encode()):
        _refuse(f"{target} is there already; nothing was written")
    for doubt in guess.unsure:
        click.echo(f"not sure: {doubt}")
    for column in guess.untaken:
        click.echo(f"not taken: {told(column)}")
    if dry_run:
        click.echo(f"  would write {target}\n\n{guess.text}\nnothing was written")
    else:
        click.echo(f"wrote {target}: read it, correct it, then import without --guess")


@main.command()
@click.argument("kind", type=click.Choice(("award", "edition", "name", "article", "page")))
def schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file.

    For a program that checks while you type; `palmarium tools` sets some up.

    \b
    palmarium schema edition > edition.json
    """
    from . import reference, tools

    click.echo(json.dumps(reference.json_schema(tools.KINDS[kind]), ensure_ascii=False, indent=2))


@main.command("tools")
@_root
@click.argument("program", type=click.Choice(("vscode", "zed", "schemas", *ci_files.PROGRAMS)))
def tools_(root: Path, program: str) -> None:
    """Write files for editors' programs, CI and containers.

    \b
    palmarium tools vscode      .vscode/settings.json, snippets, recommended extensions
    palmarium tools zed         .zed/settings.json
    palmarium tools schemas     the schemas alone, in .palmarium/schemas/
    palmarium tools github      a workflow that builds, tells problems beside the lines, and publishes
    palmarium tools gitlab      the same for GitLab
    palmarium tools forgejo     the same for Forgejo
    palmarium tools pre-commit  a check before each commit
    palmarium tools container   a container that builds

    Other settings and comments stay. From then on, `build` and `serve` keep the schemas up to date.
    """
    _in_site(root)
    if program in ci_files.PROGRAMS:
        output = site_toml.output(disk.read(root)[0].files)
        sys.exit(int(not _written_tools(root, ci_files.files(program, output))))
    sys.exit(int(not _written_for_editor(root, program)))


def _written_for_editor(root: Path, program: str) -> bool:
    """Write the schemas of a site, and the settings of an editor's program that reads them."""
    from ..importing import trial
    from . import tools

    with _progress() as tell:
        archive, _ = trial.archive(trial.opened(disk.read(root)[0].files, tell))
    tools.write(root, archive)
    click.echo(f"wrote {schema_files.SCHEMAS}")
    wanted = {"vscode": tools.vscode, "zed": tools.zed}.get(program)
    return _written_tools(root, wanted(archive) if wanted else {})


def _written_tools(root: Path, wanted: "Mapping[str, Mapping[str, Any] | str]") -> bool:
    """Write files for another program, with all that is theirs in them; false where that was not safe."""
    from . import tools

    is_done = True
    for path, content in wanted.items():
        existing = disk.fetch(root, path)
        text = tools.filled(existing, content)
        if text is None:
            is_done = False
            said = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=2)
            click.echo(f"{path} is not as it could be added to safely, and stays as it is; put this into it:\n{said}")
        elif text.encode() != existing:
            disk.replace(root, path, text.encode())
            click.echo(f"wrote {path}")
    return is_done


@main.command()
@_root
def lsp(root: Path) -> None:
    """Serve an editor's program: problems, completion, renaming.

    It speaks the language server protocol.

    It needs `pip install "palmarium[lsp]"`. How a program is told to run it: docs/ide.md.
    The site is the one that the program has open, or else the folder given here.

    \b
    palmarium lsp      what the program runs; typed in a terminal, it waits for a program that never speaks
    """
    try:
        from .lsp import server
    except ModuleNotFoundError:
        _refuse('the language server needs two more packages: pip install "palmarium[lsp]"')
    server.serve(root)


@main.command("reference")
@click.argument("manual", type=click.Choice(("data", "tables", "settings", "themes", "checks")))
def print_reference(manual: str) -> None:
    """Print a manual that is read off the program.

    \b
    palmarium reference checks
    """
    from ..build import discovery
    from . import reference

    manuals: dict[str, Callable[[], str]] = {
        "data": reference.data,
        "tables": reference.tables,
        "settings": reference.settings,
        "themes": lambda: reference.themes(discovery.discover("pages"), disk.packaged({})),
        "checks": lambda: reference.checks(discovery.discover("checks")),
    }
    click.echo(manuals[manual](), nl=False)


@main.command()
@_root
def bench(root: Path) -> None:
    """Time the builds and the preview of this site, by stage.

    They run on a copy, each in a process of its own; the site stays as it is.

    \b
    palmarium bench
    palmarium --root prizes bench
    """
    from . import bench as benchmark

    for line in benchmark.figures(root, time.perf_counter):
        click.echo(line)


def _write(root: Path, drafts: "Iterable[NewFile]") -> None:
    """Write drafts that do not stand in anybody's way: all of them, or none."""
    from . import scaffold

    drafts = tuple(drafts)
    for draft in drafts:
        for problem in scaffold.problems(draft, _language(root)):
            _refuse(f"{problem.span.path}: {problem.message}; {problem.hint}")
        if disk.is_taken(root, draft.path):
            _refuse(f"{draft.path} is there already; nothing was written")
    for draft in drafts:
        if not disk.create(root, draft.path, draft.text.encode()):
            _refuse(f"{draft.path} can't be written: it is there already, or leads out of the site")
        click.echo(f"wrote {draft.path}")


def _settings(root: Path) -> "Config":
    from .. import config

    written = disk.fetch(root, site_toml.PATH)
    return config.read({site_toml.PATH: written} if written else {})[0] or config.UNSET


def _language(root: Path) -> str:
    return _settings(root).language


def _today() -> datetime.date:
    return datetime.date.today()


def _refuse(message: str) -> NoReturn:
    click.echo(f"palmarium: {message}", err=True)
    sys.exit(2)


def _print(found: Iterable[Problem], root: Path, form: str, texts: Mapping[str, bytes] = _NO_TEXTS) -> None:
    found = tuple(found)
    line = _lines(found, root, texts)
    if form in _OF_REPOSITORIES:
        found = _from_here(found, root)
    if form in DOCUMENTS:
        click.echo(DOCUMENTS[form](found, line))
    elif form in LINES and found:
        click.echo(LINES[form](found, line))
    for problem in found if form == "text" else ():
        said = problems.text(problem, line)
        click.echo(_coloured(said, problem.level) if _is_terminal(sys.stdout) else said)


def _from_here(found: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """Problems with the paths of their files below this folder, where the site is a folder of a repository."""
    above = Path(os.path.relpath(root.resolve(), Path.cwd())).as_posix()
    if above == "." or above.startswith(".."):
        return tuple(found)
    return tuple(
        replace(
            each,
            span=replace(each.span, path=f"{above}/{each.span.path}"),
            below=_from_here(each.below, root),
        )
        for each in found
    )


def _lines(found: Iterable[Problem], root: Path, texts: Mapping[str, bytes] = _NO_TEXTS) -> Line:
    """What stands at a place; the sources are read again only when there is something to show."""
    return problems.excerpts({**disk.read(root)[0].files, **texts} if tuple(found) else {})


def _coloured(said: str, level: Level) -> str:
    return said.replace(f" {level}: ", f" {click.style(level, fg=_COLOURS[level], bold=True)}: ", 1)


def _built(report: Report, seconds: float) -> str:
    """`142 pages, 3 written, 0 removed in 0.42 s`, after the number of problems if there are any."""
    counted = problems.counted(report.problems)
    if problems.any_error(report.problems):
        # On a terminal, many warnings have moved the errors out of sight.
        first = f": {report.problems[0].span.where} is the first error" if len(report.problems) > problems.SHOWN else ""
        return f"{counted}; nothing was written{first}"
    done = f"{report.pages} pages, {len(report.written)} written, {len(report.removed)} removed in {seconds:.2f} s"
    locked = f"{report.published} more addresses in urls.lock" if report.published else ""
    changed = f"{report.changes} more changes in content/changes.jsonl" if report.changes else ""
    begun = "changes are told from now on: content/facts.lock holds what is published" if report.changes == 0 else ""
    asked = f"no cards were drawn of {report.cardless:,} names; `cards = true` in site.toml draws them"
    commit = "; ".join(filter(None, (locked, changed, begun)))
    lines = (counted, done, asked if report.cardless else "", f"{commit}: commit what is new" if commit else "")
    return "\n".join(filter(None, lines))


@contextmanager
def _progress() -> Iterator[Tell]:
    """A bar on a terminal; elsewhere a line now and then, once the work is long."""
    with ExitStack() as stack:
        yield partial(_drawn, stack, {}) if _is_terminal(sys.stderr) else partial(_plainly, [time.perf_counter()])


def _drawn(stack: ExitStack, bars: "dict[str, tuple[Progress, TaskID]]", stage: str, done: int, total: int) -> None:
    """Draw one bar for each stage; rich is imported with the first, so never where nothing has to be done."""
    if not bars:
        from rich.console import Console
        from rich.progress import Progress

        # Drawn by hand: a thread that draws would keep the build from using a second process.
        bar = stack.enter_context(Progress(console=Console(stderr=True), transient=True, auto_refresh=False))
    else:
        bar = next(iter(bars.values()))[0]
    if stage not in bars:
        bars[stage] = bar, bar.add_task(_COUNTED.get(stage, stage), total=total)
    bar.update(bars[stage][1], completed=done, total=total)
    bar.refresh()


def _plainly(last: list[float], stage: str, done: int, total: int) -> None:
    if total and time.perf_counter() - last[0] > PATIENCE:
        last[0] = time.perf_counter()
        click.echo(f"{_COUNTED.get(stage, stage)}: {done} of {total}", err=True)


def _is_terminal(stream: object) -> bool:
    """Whether colour and bars are wanted: on a terminal, unless NO_COLOR is set."""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")

"""A site in a string, resolved with its mistakes: what an editor would be told, as lines."""

import textwrap
from collections.abc import Iterable

from palmarium.checks.references import unknown
from palmarium.model import Record
from palmarium.model.archive import Archive, resolve
from palmarium.model.ids import slug
from palmarium.problems import Problem
from palmarium.sources.load import load
from tests.conftest import sections

AWARD = """\
-- editions/palmes/award.yaml --
name: Palmes
categories:
  voix: Voix du client
  innovation: Innovation
"""


def loaded(text: str) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Every record of `-- path --` sections, and what is wrong in them."""
    records: list[Record] = []
    problems: list[Problem] = []
    for path, content in sections(textwrap.dedent(text).lstrip("\n")).items():
        record, wrong = load(path, content.encode(), "fr")
        records += [record] if record else []
        problems += wrong
    return tuple(records), tuple(problems)


def resolved(text: str, media: Iterable[str] = ()) -> tuple[Archive, tuple[Problem, ...]]:
    """The archive of a site, and all that load, resolve and references say of it."""
    records, unread = loaded(text)
    archive, unclear = resolve(records, slug)
    return archive, (*unread, *unclear, *unknown(archive, frozenset(media)))


def lines(problems: Iterable[Problem]) -> list[str]:
    """`file:line:column: message  [code]`, in the order found."""
    return [f"{p.span.path}:{p.span.line}:{p.span.column}: {p.message}  [{p.code}]" for p in problems]


def told(text: str, media: Iterable[str] = ()) -> list[str]:
    return lines(resolved(text, media)[1])

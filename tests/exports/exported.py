"""What an export writes for a site in a string: its files by address."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from palmarium.build.lists import export_pieces, list_of
from palmarium.build.units import Log
from palmarium.config import Config
from palmarium.model.archive import resolve
from palmarium.model.ids import slug
from palmarium.pages.context import Context
from palmarium.pages.links import Head
from palmarium.pages.messages import Message
from palmarium.pages.plan import Blob, Listed, Page
from palmarium.pages.urls import Urls, Words
from palmarium.sources.load import load
from palmarium.theming import i18n
from tests.archives import archive

ROOT = Path(__file__).parent.parent.parent
WORDS = Words(awards="prix", category="categorie", names="noms")
PLACES = ("editions/*/*.yaml", "content/names/*.md", "content/articles/*.md")


@dataclass(frozen=True, slots=True)
class View:
    head: Head


def context(text: str, **settings: Any) -> Context:
    """A site in French at example.org/pies/."""
    config = Config(**{"title": "Tartes", "base_url": "https://example.org/pies/", "language": "fr"} | settings)
    resolved = replace(archive(text), language=config.language)
    return Context(resolved, config, Urls(WORDS), in_french(), "tag:example.org,2026:")


@cache
def in_french() -> Callable[[Message], str]:
    """Sentences as the catalogue of the base theme has them."""
    path = "themes/base/locale/fr/LC_MESSAGES/messages.po"
    catalogue, _ = i18n.parse(path, (ROOT / path).read_bytes(), "fr")
    assert catalogue
    return partial(i18n.say, catalogue)


@cache
def reference() -> Context:
    """The archive of this repository."""
    paths = sorted(path for place in PLACES for path in ROOT.glob(place))
    records = [load(path.relative_to(ROOT).as_posix(), path.read_bytes(), "fr")[0] for path in paths]
    resolved, _ = resolve((record for record in records if record), slug, language="fr")
    config = Config(title="Archive", base_url="https://example.org/", language="fr")
    return Context(resolved, config, Urls(WORDS), in_french(), "tag:example.org,2026:")


def page(url: str, indexed: bool = True) -> Page:
    return Page(url, "page/pie.html", View(Head(url, "", "", indexed=indexed)))


def exported(export: ModuleType, there: Context, pages: tuple[Page, ...] = ()) -> Iterator[Blob]:
    """Every file of an export, those made of lines among them."""
    heads = {page.url: Listed(page.url, page.view.head.indexed, page.view.head.found is not None) for page in pages}
    if not hasattr(export, "parts"):
        yield from export.export(there, heads)
        return
    log = Log()
    for key, make in export.parts(there, heads):
        yield from export_pieces(log, ("exports", export.__name__, key), make)
    for each in export.lists(there) if hasattr(export, "lists") else ():
        yield list_of(log, each, log.lines.get(each.url, ()))


def files(export: ModuleType, there: Context, *pages: Page) -> dict[str, bytes]:
    """Everything that an export writes; no address twice."""
    blobs = list(exported(export, there, pages))
    assert len({blob.url for blob in blobs}) == len(blobs)
    return {blob.url: blob.data for blob in blobs}


def read(written: dict[str, bytes], url: str) -> Any:
    return json.loads(written[url])


PIE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
founded: 2009-05
organiser: Pie Society
categories:
  pie: {name: Best Pie, method: jury}
  tart: {name: Best Tart}
  crust: {name: Best Crust, lineage: {event: split, from: pie, in: 2011}}
sources:
  s1: {title: How it began, date: 2009-05}
-- editions/pie/2010.yaml --
ordinal: 1
ceremony: 2010-10
coverage: names-only
results:
  unknown:
    note: Names without a category.
    results: [Ann Crust, {laureate: "=Evil Pastry", count: 2}]
claims:
  - {says: Two laureates, count: laureates, is: 2}
-- editions/pie/2011.yaml --
ordinal: 2
ceremony: {date: 2011-10-03, city: Paris}
theme: trust
coverage: complete
jury:
  - {name: Jo Judge, role: baker, org: Oven & Co, chair: true, note: Came late.}
  - {name: Kim Critic, posts: [{role: editor, org: Pie News}, {role: owner, org: Oven & Co}]}
results:
  pie:
    laureate:
      - {name: Ann Crust, as: baker, share: 1/2, role: head baker, org: Oven & Co}
      - {name: Ben Crumble, share: 1/2}
    for: Blackbird Pie
    citation: « Four and twenty. »
    represented_by: Lee Proxy
    sources: s1
  tart: {not_awarded: below-threshold, note: Too dry.}
  crust: unknown
claims:
  - {says: 43 categories, count: categories, is: 43, source: s1}
  - {says: Some pies, count: stated, is: 7}
sources:
  s1: {title: The report, url: "https://example.net/report"}
cited: {ceremony.date: s1}
disputes:
  - {field: ordinal, value: "3", source: s1}
-- editions/crumb/award.yaml --
name: Crumb Cup
categories: {crumb: Best Crumb}
-- editions/crumb/2012.yaml --
ceremony: 2012
results:
  crumb:
    - {rank: 1, laureate: Oven & Co}
    - {rank: 2, laureate: Ann Crust}
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
aliases: [A. Crust]
born: 1970-02
part_of: Oven & Co
---
Holder of [two titles]{titles pie}.
-- content/articles/a-pie-report.md --
---
title: A pie report
date: 2011-10-04
time: 09:18
author: Lee Proxy
about: {editions: pie/2011, names: Ann Crust}
deck: Crust & crumble.
---
[[Ann Crust]] won [[pie/pie|the prize]] at [[pie/2011]], one of [three laureates]{laureates}.
"""

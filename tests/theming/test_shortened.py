"""What the shortened code of a template prints, and what it complains of, is what Jinja's own does."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from palmarium.build import stages
from palmarium.build.work import silent
from palmarium.pages.links import Link
from palmarium.pages.messages import Message
from palmarium.sources import disk
from palmarium.theming import sandbox
from palmarium.theming.render import render
from tests.small import SMALL
from tests.tiny_theme import VIEW, Row, page, renderer

ROWS = (Row("Ann", Link("Ann", "/noms/ann/#a b")), Row("<b>Ben l'un ?"), Row("1 500 €", Link(Message("Home"), "/é/")))
PARTS = {
    "part__a": "{% macro a(x, y=2) %}{{ x }}{{ y }}{{ _('Home') }}{% endmacro %}"
    "{% macro box() %}<b>{{ caller() }}</b>{% endmacro %}{% macro any() %}{{ varargs[0] }}{{ kwargs.b }}{% endmacro %}",
    "part__b": "<{% block main %}{% endblock %}>{{ _('Home') }}",
}


def plainly(text: str, name: str, path: str) -> CodeType:
    """The code as Jinja makes it."""
    environment = sandbox._compiler()
    tree = environment.parse(text, name, path)
    sandbox._metered(tree, sandbox.gathered(tree))
    return environment.compile(tree, name, path)


@pytest.mark.parametrize(
    "text",
    [
        "{{ _('Home') }}{{ gettext('Home') }}{{ _('<b>') }}{{ pgettext('word', 'person') }}",
        "{{ _('held by %(who)s', who=page.title) }}{{ _('held by %(who)s', who='<b>') }}",
        "{{ ngettext('%(num)s title', '%(num)s titles', page.rows|length) }}",
        "{{ ngettext('%(num)s title', '%(num)s titles', 2) }}",
        "{{ word('person') }}{{ word(page.kind) }}{{ asset('css/main.css') }}{{ param('ornament') }}{{ say('a') }}",
        "<a href=\"{{ href('/noms/') }}\">{{ href('/') }}</a>{{ href('/noms/ann/#x') }}{{ absolute('/a') }}",
        "{% for row in page.rows %}{% if row.link %}{{ href(row.link.url) }}{% endif %}{% endfor %}",
        "{% for row in page.rows if row.link %}{{ say(row.link.text) }}{% endfor %}",
        "{% for row in page.rows %}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.index }}{% endfor %}",
        "{% for row in page.rows %}{% if not loop.first %}{{ loop.previtem.name }}{% endif %}{% endfor %}",
        "{% for row in page.rows %}{{ loop.cycle('a', 'b') }}{{ loop.changed(row.name) }}{% endfor %}",
        "{% for row in page.rows if row.link %}{% set name = row.name %}{{ name }}{% else %}-{% endfor %}",
        "{% from 'part/a.html' import a, box %}{{ a(page.title) }}{{ a(1, y=3) }}",
        "{% from 'part/a.html' import a, box %}{% call box() %}{{ a('x') }}{% endcall %}",
        "{% import 'part/a.html' as parts %}{{ parts.a('<') }}{{ parts.any(1, b=2) }}",
        "{% extends 'part/b.html' %}{% block main %}{{ page.title }}{{ super() }}{% endblock %}",
        "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}{{ f.name }}",
        "{{ date(page.date) }}{{ number(1500) }}",
        "{{ iso(page.date) }}{{ ordinal(1, 'f') }}{{ page.date }}{{ 3 }}{{ 1.5 }}",
        "{{ html(page.body) }}{{ page.title ~ _('Home') }}{{ 1 if page.nobody is none }}{{ true }}",
        "{{ page.title.upper() }}{{ 'a-b'.split('-')[1] }}{{ {'first': 1}.first }}",
        "{{ page.rows|map(attribute='name')|join }}",
        "{% set x = _('Home') %}{{ x }}{% set y %}{{ x }}!{% endset %}{{ y }}",
        "{% with z = href('/a/') %}{{ z }}{% endwith %}",
        # What a template calls as it likes is its own: `lint` says that it may not.
        "{% macro href(url) %}<{{ url }}>{% endmacro %}{{ href('/a') }}",
        "{% set _ = page.title %}{{ _ }}",
        "{% for number in page.rows %}{{ number.name }}{% endfor %}{{ number(3) }}",
        # What fails.
        "{{ asset('css/none.css') }}",
        "\n{{ href('a') }}",
        "\n\n{{ page.nothing }}",
        "{{ page.rows[0].nothing.more }}",
        "\n{{ nothing('a') }}",
        "{{ say }}",
        "{{ href }}",
        "{{ page.nobody }}",
        "{{ page.rows }}",
        "\n{% from 'part/a.html' import a %}\n{{ a() }}",
        "{% from 'part/a.html' import a %}{{ a(1, 2, 3) }}",
        "{% from 'part/a.html' import a %}{{ a(1, z=3) }}",
        "{% from 'part/a.html' import none %}{{ none() }}",
        "{% from 'part/none.html' import a %}",
        "{{ page.title.format(1) }}{{ page.title.encode }}",
        "{{ page.__class__ }}",
        "{% for row in page.rows %}{{ loop.__class__ }}{% endfor %}",
        "{{ loop.first }}",
    ],
)
def test_each_way_of_saying_something_says_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    view = replace(VIEW, rows=ROWS)
    short = [render(renderer(text, PARTS), page(view=view)) for _ in range(2)]
    monkeypatch.setattr(sandbox, "_compiled", plainly)
    plain = [render(renderer(text, PARTS), page(view=view)) for _ in range(2)]
    assert short == plain


@pytest.mark.slow
def test_each_page_of_a_site_is_what_jinja_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = stages.make(disk.read(SMALL)[0], "engine", None, silent)
    assert made
    short = {page.url: render(made.renderer, page) for page in made.plan.pages}
    monkeypatch.setattr(sandbox, "_compiled", plainly)
    made, _ = stages.make(disk.read(SMALL)[0], "engine", None, silent)
    assert made
    assert {page.url: render(made.renderer, page) for page in made.plan.pages} == short


def test_what_is_spelt_out_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = renderer("{{ _('Home') }}{{ href('/a/') }}{{ _('held by %(who)s', who='a') }}")
    asked: list[object] = []

    def asking(whole: Callable[..., Any], *args: object, **more: object) -> Any:
        asked.append(args)
        return whole(*args, **more)

    for name in ("_", "href"):
        made.environment.globals[name] = partial(asking, made.environment.globals[name])
    assert len({render(made, page()) for _ in range(3)}) == 1
    assert asked == [("Home",), ("/a/",), *[("held by %(who)s",)] * 3]


# What is kept of it, where Python keeps its own.


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_code_is_compiled_once_for_many_processes(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "{{ page.title }}", "page/a.html", "themes/own/templates/page/a.html"
    made = sandbox._known(*asked)
    assert len(files(kept)) == 1
    monkeypatch.delattr(sandbox, "_made")
    assert sandbox._known(*asked) == made


@pytest.mark.parametrize("other", [{"text": "{{ page.date }}"}, {"name": "page/b.html"}, {"path": "themes/b/a.html"}])
def test_code_of_another_template_is_none_of_this_one(kept: Path, other: dict[str, str]) -> None:
    asked = {"text": "{{ page.title }}", "name": "page/a.html", "path": "themes/own/templates/page/a.html"}
    sandbox._known(**asked)
    made = sandbox._known(**asked | other)
    assert (made.co_filename, made) == ((asked | other)["path"], sandbox._made(**asked | other))


@pytest.mark.parametrize("at", [0, 30, -1])
def test_kept_code_that_is_damaged_is_made_again(kept: Path, at: int) -> None:
    asked = "{{ page.title }}", "page/a.html", "themes/own/templates/page/a.html"
    made = sandbox._known(*asked)
    [file] = files(kept)
    whole = file.read_bytes()
    data = bytearray(whole)
    data[at] ^= 1
    file.write_bytes(data)
    assert sandbox._known(*asked) == made
    assert file.read_bytes() == whole


def test_kept_code_of_another_program_is_made_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "{{ page.title }}", "page/a.html", "themes/own/templates/page/a.html"
    sandbox._known(*asked)
    [file] = files(kept)
    before = file.read_bytes()
    monkeypatch.setattr(disk, "engine_digest", lambda: "another")
    sandbox._known(*asked)
    assert file.read_bytes() != before


def test_no_code_is_kept_where_none_may_be(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "{{ page.title }}", "page/a.html", "themes/own/templates/page/a.html"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    sandbox._known(*asked)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert files(kept) == []
    monkeypatch.setattr(sys, "pycache_prefix", "/dev/null")
    sandbox._known(*asked)

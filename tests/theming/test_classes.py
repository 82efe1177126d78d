"""The classes that pages of a kind may have, read off templates and scripts: none is missed."""

import re
from pathlib import Path

import pytest

from palmarium.pages.parts.category_history import CategoryState
from palmarium.pages.parts.lane_chart import LaneForm
from palmarium.statistics.holders import Origin
from palmarium.theming.classes import by_kind

ROOT = Path(__file__).parent.parent.parent
ASKED = frozenset(("row", "rows", "mark-big", "won", "lost", "x"))


def found(page: str, row: str = "", script: str = "", other: str = "", asked: frozenset[str] = ASKED) -> str:
    """The classes of a page whose template may use macros of another one; nothing is said elsewhere but in `other`."""
    templates = {
        "page/a.html": page,
        "part/row.html": row,
        "base:part/row.html": row,
        "part/other.html": other or f'<p class="{" ".join(asked)}">',
    }
    return " ".join(sorted(by_kind(templates, {"js/a.js": script}, asked)["page/a.html"]))


IMPORT = '{% from "part/row.html" import row %}{{ row(page.rows) }}'


@pytest.mark.parametrize(
    ("page", "row", "said"),
    [
        ('<p class="row won">x</p> lost', "", "row won"),
        ("<p CLASS = 'row'>", "", "row"),
        ('<p data-class="row" classes="won">', "", ""),
        ('<p class="row{% if page.x %} won{% endif %}">', "", "row won"),
        ('<p class="row{% if page.x %}s{% endif %}">', "", "row rows"),
        ('<p class="mark-{{ page.x }}">', "", "mark-big"),
        ('<p class="mark{% if page.x %}-{{ page.x }}{% endif %}">', "", "mark-big"),
        ("<p class=\"{{ 'won' if page.x else 'lost' }}\">", "", "lost won"),
        ("<p class=\"{{ 'won' if page.x }}\">", "", "won"),
        ("<p class=\"{{ {'a': 'won'}[page.x] }}\">", "", "won"),
        ("<p class=\"{{ {'a': 'won'}.get(page.x, 'lost') }}\">", "", "lost won"),
        ("<p class=\"{{ page.x if page.x in ('won', 'lost') }}\">", "", "lost won"),
        ("{{ page.x == 'won' }}{{ _('lost') }}", "", ""),
        ("{# <p class='row'> #}<p>", "", ""),
        (IMPORT, '{% macro row(x) %}<p class="row">{% endmacro %}', "row"),
        (IMPORT, '{% macro row(x) %}{% endmacro %}{% macro lost() %}<p class="lost">{% endmacro %}', ""),
        (
            IMPORT,
            '{% macro row(x) %}{{ _more() }}{% endmacro %}{% macro _more() %}<p class="row">{% endmacro %}',
            "row",
        ),
        (
            '{% from "base:part/row.html" import row as line %}{{ line(1) }}',
            "{% macro row(x) %}<i class='row'>{% endmacro %}",
            "row",
        ),
        (
            '{% import "part/row.html" as parts %}{{ parts.row(1) }}',
            "{% macro row(x) %}<i class='row'>{% endmacro %}",
            "row",
        ),
        ('{% extends "part/row.html" %}', "<p class='row'>{% block main %}{% endblock %}", "row"),
        ('{% include "part/row.html" %}', "<p class='row'>", "row"),
        ("{{ page.row }}", "<p class='row'>", ""),
    ],
)
def test_a_page_has_the_classes_that_it_writes_and_those_of_what_it_uses(page: str, row: str, said: str) -> None:
    assert found(page, row) == said


CALL = '{% from "part/row.html" import row %}'
MACRO = "{% macro row(item, class='won') %}<p class=\"row {{ class }}\">{% endmacro %}"


@pytest.mark.parametrize(
    ("call", "macro", "said"),
    [
        ("{{ row(1) }}", MACRO, "row won"),
        ("{{ row(f((1, 'x'), {'x': 2}), 'lost') }}", MACRO, "lost row won"),
        ("{{ row('x', class='lost' if page.x else 'rows') }}", MACRO, "lost row rows won"),
        ("{% call row('x', class='lost rows') %}{% endcall %}", MACRO, "lost row rows won"),
        ("{{ row(1, class=page.x) }}", MACRO, "all"),
        ("{{ row(1, page.x) }}", MACRO, "all"),
        (
            "{{ row('lost') }}",
            "{% macro row(a) %}{{ _b(c=a) }}{% endmacro %}{% macro _b(c) %}<p class='{{ c }}'>",
            "lost",
        ),
        ("{{ row(page.x) }}", "{% macro row(a) %}{{ _b(a) }}{% endmacro %}{% macro _b(c) %}<p class='{{ c }}'>", "all"),
        ("{{ row(page.x) }}", '{% macro row(a) %}<p title="{{ a }}">{% endmacro %}', ""),
    ],
)
def test_what_a_macro_is_given_comes_to_be_a_class_where_it_prints_it_there(call: str, macro: str, said: str) -> None:
    assert found(CALL + call, macro) == (" ".join(sorted(ASKED)) if said == "all" else said)


@pytest.mark.parametrize(
    "page",
    [
        '<p class="{{ page.x }}">',
        '<p class="row {{ page.x|lower }}">',
        '<p class="{{ page.x }}-big">',
        "<p class=\"{{ 'won' if page.x else page.y }}\">",
        "{% set x = 'won' %}<p class=\"{{ x }}\">",
        "<p class=\"{{ page.x if page.y in ('won', 'lost') }}\">",
    ],
)
def test_a_class_that_is_computed_may_be_any(page: str) -> None:
    assert found(page) == " ".join(sorted(ASKED))


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("// row\n/* won */ p.className = 'lost';", "lost"),
        ("p.classList.add(\"row\", `won`); q('.lost, li.rows')", "row won"),
        ('p.innerHTML = `<p class="row">${y}`', "row"),
        ("q(y.replace(/'/g, '’'), 'won')", "won"),
        ("open('https://x.example/'); p.className = 'won'", "won"),
    ],
)
def test_a_script_writes_what_stands_in_its_strings(script: str, said: str) -> None:
    assert found("<script src=\"{{ asset('js/a.js') }}\"></script>", script=script) == said
    assert found("<p>", script=script) == ""


def test_what_no_template_writes_is_on_all_pages() -> None:
    assert found("<p>", other="<p class='row rows won lost'>") == "mark-big x"


def test_functions_write_the_classes_that_they_declare() -> None:
    asked = frozenset(("medal", "of-3", "drawn", "note", "row"))
    assert found("{{ medal(page.name, page.kind) }}", asked=asked) == "medal of-3"
    assert found("{{ ornament(page.emblem) }}", asked=asked) == "drawn"
    assert found("{{ html(page.body) }}", asked=asked) == "note"
    assert found('<script type="application/ld+json">{{ html(page.x) }}</script>', asked=asked) == ""


def test_templates_name_all_of_a_vocabulary_that_they_print_as_a_class() -> None:
    chart = (ROOT / "themes/base/templates/part/chart.html").read_text("utf-8")
    category = (ROOT / "themes/base/templates/part/category.html").read_text("utf-8")
    named = [set(re.findall(r"'([\w-]+)'", each)) for each in re.findall(r"\bif \S+ in \(([^()]*)\) \}\}\"", chart)]
    lanes = set(
        re.findall(r"'([\w-]+)'", re.findall(r"_line\(item, item\.form if item\.form in \(([^()]*)\)", chart)[0])
    )
    assert lanes >= {form.value for form in LaneForm} - {"apart"}
    assert set().union(*named) >= {origin.value for origin in Origin}
    states = set(re.findall(r"'([\w-]+)'", re.findall(r"item\.standing in \(([^()]*)\)", category)[0]))
    assert states == {state.value for state in CategoryState}

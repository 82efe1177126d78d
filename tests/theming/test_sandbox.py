"""What a template can reach and do at most, also where the linter has not looked at it."""

import time
import tracemalloc
from dataclasses import replace

import pytest

from palmarium.problems import Problem
from palmarium.theming.functions import FUNCTIONS
from palmarium.theming.render import render
from palmarium.theming.sandbox import ALLOWANCE, LONGEST
from tests.tiny_theme import VIEW, Row, failed, page, rendered, renderer


@pytest.mark.parametrize(
    "text",
    [
        "say.__globals__",
        "say['__globals__']",
        "say['__glo' ~ 'bals__']",
        "page.__class__",
        "page.title.__class__.__mro__",
        "page['__class__']",
        "''.__class__",
        "{}['__class__']",
        "(page.rows|map(attribute='__class__')|list)[0]",
        "(page.rows|groupby('__class__')|list)[0]",
        "(page.rows|sort(attribute='__class__')|list)[0]",
        "html.__code__",
        "loop.__class__",
        "self.__dict__",
        "self._TemplateReference__context",
        "caller.__globals__",
        "_.__globals__",
        "gettext.__closure__",
    ],
)
def test_nothing_of_python_is_reached(text: str) -> None:
    for template in (f"{{{{ {text} }}}}", f"{{% macro a() %}}{{{{ {text} }}}}{{% endmacro %}}{{{{ a() }}}}"):
        assert "this template fails: " in failed(template).message


@pytest.mark.parametrize(
    "text",
    [
        "'{0.__class__}'.format(page)",
        "'{0}'.format_map(page)",
        "('%s'|format(page))",
        "'a'|attr('upper')",
        "'<b>'|safe",
        "['<b>']|map('safe')|join",
        "['<b>']|map('*text')|map('safe')|join",
        "'a'.encode()",
        "'a'.center(9)",
        "'a'.join(['b', 'c'])",
        "'a'.translate({})",
        "'a'.zfill(9)",
        "[1].append(2)",
        "{}.update({'a': 1})",
        "page.rows[0].__init__('x')",
        "range(3)",
        "lipsum()",
        "'a'|pprint",
        "3|random",
    ],
)
def test_what_is_not_on_the_list_can_not_be_called(text: str) -> None:
    failed(f"{{{{ {text} }}}}")


TWICE = "{% set x = x ~ x %}"
RECURSION = "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(200) }}"


def told(text: str) -> Problem:
    parts = {"part__a": "{% include 'part/b.html' %}", "part__b": "{% include 'part/a.html' %}"}
    data, [problem] = render(renderer(text, parts), page(view=replace(VIEW, rows=(Row("a"),) * 100)))
    assert data == b""
    return problem


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "{{ 'x' * 3000000000 }}",
        "{{ 3000000000 * 'x' }}",
        "{% set x = [0] * 3000000000 %}",
        "{{ page.rows * 1000000 }}",
        "{{ '%1000000000d' % 3 }}",
        "{{ '%*d' % (1000000000, 3) }}",
        "{{ 10 ** 1000000000 }}",
        "{{ 10 ** (10 ** 10) }}",
        "{{ 2 ** 5000 * 2 ** 5000 * 2 ** 5000 }}",
        "{% set x = 'abcdefgh' %}" + TWICE * 40,
        "{% set x = 'abcdefgh' %}" + TWICE.replace("~", "+") * 40,
        "{% set x = [1] %}" + TWICE.replace("~", "+") * 40,
        "{% set x = 'abcdefgh' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% set x = 'abcdefgh' %}" + "{% set x = x|replace('a', x) %}" * 40,
        "{% set x = 'abcdefgh' %}" + "{% set x = x|replace('', x) %}" * 40,
        "{% set x = 'abcdefgh' %}" + "{% set x = [x, x]|join(x) %}" * 40,
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x|string }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x ~ '' }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ [x]|join }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ iso(x) }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ word(x) }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ _('held by %(who)s', who=x) }}",
        "{% set x = [1] %}" + "{% set x = [x, x] %}" * 40 + "{{ [x]|map('upper')|list }}",
        "{{ [[1], [2]]|sum(start=[]) }}",
    ],
)
def test_nothing_short_becomes_long(text: str) -> None:
    tracemalloc.start()
    try:
        problem = told(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problem.code == "template"
    assert peak < 500_000_000


DEEP = "{% set x = (1,) %}{% set y = (1,) %}" + "{% set x = (x, x) %}{% set y = (y, y) %}" * 40


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        *("x == y", "x != y", "x < y", "y in [x]", "x is eq(y)", "x is in([y])", "[x, y]|sort", "[x, y]|max"),
        *(
            "(x, y)|min",
            "[x, y]|groupby(0)",
            "[x]|unique|list",
            "[x].index(y)",
            "[x].count(y)",
            "[x]|select('eq', y)|list",
        ),
        *("[x]|reject('in', [y])|list", "{x: 1}", "{'a': 1}[x]", "{'a': 1}.get(x)", "x + y == y + x", "x[0] == y[0]"),
    ],
)
def test_lists_that_hold_each_other_are_never_looked_through(text: str) -> None:
    assert "parts; 1,000,000 at most" in told(f"{DEEP}{{{{ ({text}) is none }}}}").message


SPELT = {"_": 1, "gettext": 1, "pgettext": 2, "ngettext": 2, "npgettext": 3}
"""How many texts of a call of a function have to stand in the template."""


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("before", [0, 1])
def test_no_function_looks_through_lists_that_hold_each_other(name: str, before: int) -> None:
    """Neither by their hash, nor by their text; what the linter wants to be spelt out can't be one."""
    deep: tuple[object, ...] = (1,)
    for _ in range(60):
        deep = (deep, deep)
    given = ", ".join([*["'%(num)s title'"] * SPELT.get(name, 0), *["page.title"] * before, "page.rows"])
    view = replace(VIEW, rows=deep)  # type: ignore[arg-type]
    data, problems = render(renderer(f"{{{{ {name}({given}) }}}}"), page(view=view))
    assert problems or len(data) < 100


def test_a_loop_does_not_compare_lists_that_hold_each_other() -> None:
    problem = failed(f"{DEEP}{{% for a in (x, y) %}}{{{{ loop.changed(a) }}}}{{% endfor %}}")
    assert "parts; 1,000,000 at most" in problem.message


BIG = "{% set y = 9 ** 3000 %}"

LONG = "{% set y = 'yyyyyyyyyy' %}" + "{% set y = y ~ y %}" * 16
EACH = "{% for a in page.rows %}{% for b in page.rows %}{% for c in page.rows %}"


@pytest.mark.parametrize(
    "text",
    [
        *("'x' in y", "y.count('yx')", "y[1:]", "y == y[1:]", "y.upper()", "'x' is in(y)", "y.endswith('x')", "y ~ y"),
        *("y.split('x')", "{y: 1}", "{'a': 1}[y] is defined"),
    ],
)
def test_what_looks_through_a_long_text_again_and_again_pays_for_it(text: str) -> None:
    problem = told(f"{LONG}{EACH}{{% if {text} %}}{{% endif %}}{'{% endfor %}' * 3}")
    assert "one page does more than" in problem.message


@pytest.mark.parametrize("text", ["_('a')", "f()", "page.title.upper()"])
def test_calls_are_paid_for(text: str) -> None:
    problem = told(f"{{% macro f() %}}{{% endmacro %}}{EACH}{{% if {text} %}}{{% endif %}}{'{% endfor %}' * 3}")
    assert "one page does more than" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "{{ y }}",
        "{{ y ~ '' }}",
        "{% set z = 9 ** 3000 %}",
        "{% set z = y * 1 %}",
        "{% if page.nope is defined %}{% endif %}",
    ],
)
def test_long_numbers_and_what_is_not_there_are_paid_for(text: str) -> None:
    problem = told(f"{BIG}{EACH}{text}{'{% endfor %}' * 3}")
    assert "one page does more than" in problem.message


def test_templates_that_reach_two_of_each_other_are_paid_for() -> None:
    parts = {f"part__a{n}": f"{{% include 'part/a{n + 1}.html' %}}" * 2 for n in range(40)}
    started = time.process_time()
    problem = failed("{% include 'part/a0.html' %}", **parts, part__a40="x")
    assert "one page does more than" in problem.message
    assert time.process_time() - started < 25


@pytest.mark.parametrize("text", ["'a b c'|truncate(-5, True)", "'a b c'|truncate(2, True, 'abc')"])
def test_a_number_that_a_filter_can_not_use_is_told(text: str) -> None:
    assert failed(f"{{{{ {text} }}}}").message.startswith("this template fails: expected length")


@pytest.mark.parametrize("text", ["'a'.upper", "('a' ~ 'b').upper", "'a'['upper']", "[1].count", "[1, 2]", "{'a': 1}"])
def test_what_jinja_knows_before_a_page_is_made_is_no_more_a_text_than_elsewhere(text: str) -> None:
    assert "is no text; print its parts" in failed(f"{{{{ {text} }}}}").message


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{{% for a{n} in page.rows %}}" for n in range(8)) + "." + "{% endfor %}" * 8,
        "".join(f"{{% for a{n} in 'abcdefghijklmnop' * 1 ~ page.title %}}" for n in range(8)) + "{% endfor %}" * 8,
        "{% for a in page.rows recursive %}{{ loop(page.rows) }}{{ loop(page.rows) }}{% endfor %}",
        RECURSION,
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f() %}{{ caller() }}{% endmacro %}" + "{% call f() %}" * 18 + "{{ f() }}" + "{% endcall %}" * 18,
        "{% include 'part/a.html' %}",
        "{% extends 'page/tiny.html' %}",
        "".join(f"{{% for a{n} in page.rows %}}" for n in range(30)) + "{% endfor %}" * 30,
        "{% if 1 %}" * 120 + "{% endif %}" * 120,
        f"{{{{ {'1 + ' * 300}1 }}}}",
    ],
)
def test_what_goes_on_and_on_ends_with_its_place(text: str) -> None:
    problem = told(text)
    assert problem.code == "template"
    assert problem.span.path.startswith("themes/tiny/templates/")


def test_the_limits_are_far_above_what_a_large_page_needs() -> None:
    # The largest page that a host would serve, ten times over; the longest article.
    assert ALLOWANCE >= 10 * 20_000_000
    assert LONGEST >= 1_000_000
    view = replace(VIEW, rows=(Row("Ann"),) * 100_000)
    assert len(rendered("{% for row in page.rows %}<li>{{ row.name }}</li>{% endfor %}", view=view)) == 1_200_000


def test_each_page_has_the_whole_of_the_limit() -> None:
    view = replace(VIEW, title="a" * LONGEST)
    made = renderer("{% set x = page.title|upper|lower %}" * 6)
    assert [render(made, page(view=view)) for _ in range(3)] == [(b"", ())] * 3
    _, [problem] = render(renderer("{% set x = page.title|upper|lower %}" * 11), page(view=view))
    assert problem.message == "this template fails: one page does more than writing 200 million letters would be"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ [3, 1, 2]|sort|join(', ') }} {{ page.rows|map(attribute='name')|join('·') }}", "1, 2, 3 Ann·&lt;b&gt;Ben"),
        ("{{ [1, 2, 3]|sum }} {{ 1 if 0 }}{{ 7 % 4 * 2 ** 3 }}", "6 24"),
        ("{{ 'a' ~ 3 ~ '<' }}{{ 'b' + 'c' }}{{ ([1] + [2])|length }}", "a3&lt;bc2"),
        ("{{ 'a-b'.split('-')[1] }} {{ 'aa'|replace('a', 'b') }} {{ {'a': 1}.get('a') }} {{ {'a': 1}.a }}", "b bb 1 1"),
        ("{% for a in [1, 2] recursive %}{{ a }}{{ loop([]) if a == 1 }}{% endfor %}", "12"),
        ("{% for a in page.rows|selectattr('link') %}{{ loop.length }}{{ a.name }}{% endfor %}", "1Ann"),
        ("{% macro a(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call a(1) %}2{% endcall %}{{ a.name }}", "12a"),
        ("{{ page.nothing is defined }} {{ page.title is defined }} {{ page.nothing|default('-') }}", "False True -"),
        ("{% for a in 'ab' %}{{ loop.cycle('x', 'y') }}{{ loop.changed(a) }}{% endfor %}", "xTrueyTrue"),
    ],
)
def test_what_themes_do_every_day_goes_on(text: str, shown: str) -> None:
    assert rendered(text) == shown

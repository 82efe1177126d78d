import pytest

from palmarium.lint import lint
from palmarium.problems import Problem
from tests.resolved import lines
from tests.tiny_theme import PAGE, PATH, View, theme


def problems(text: str, **more: str) -> tuple[Problem, ...]:
    return lint(theme(text, **more), {PAGE: View})


def told(text: str, **more: str) -> list[str]:
    return [line.removeprefix(f"{PATH}:") for line in lines(problems(text, **more))]


def test_a_field_that_the_view_has_not_is_told_with_its_line_column_and_suggestion() -> None:
    [problem] = problems("<h1>\n  {{ page.title }} {{ page.tilte }}\n</h1>")
    assert lines([problem]) == [
        f'{PATH}:2:28: page has no field "tilte" '
        "(View has head, title, body, rows, date, kind, message, nth, nobody, url)  [unknown-view-field]"
    ]
    assert problem.hint == 'did you mean "title"?'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for row in page.rows %}{{ row.nmae }}{% endfor %}", 'row has no field "nmae" (Row has name, link)'),
        ("{% set rows = page.rows %}{{ rows[0].nmae }}", 'this has no field "nmae" (Row has name, link)'),
        ("{% with row = page.rows[1] %}{{ row.nmae }}{% endwith %}", 'row has no field "nmae" (Row has name, link)'),
        ("{% for row in page.rows[:2] %}{{ row.nmae }}{% endfor %}", 'row has no field "nmae" (Row has name, link)'),
        ("{% for r in page.rows %}{{ r.link.urll }}{% endfor %}", 'r.link has no field "urll" (Link has text, url)'),
        ("{{ page.head.titel }}", "page.head has no field"),
        ("{{ site.titel }}", "site has no field"),
        ("{% if page.nobdy %}{% endif %}", "page has no field"),
    ],
)
def test_types_are_followed_through_loops_sets_and_parts(text: str, said: str) -> None:
    [line] = told(text)
    assert said in line


@pytest.mark.parametrize(
    "text",
    [
        "{% macro row(page) %}{{ page.anything }}{% endmacro %}",
        "{% for page in page.rows %}{{ page.name }}{% endfor %}",
        "{% with (a, b) = page.rows %}{{ a }}{% endwith %}",
        "{% for row in page.rows %}{{ loop.index }} {{ row.name }}{% else %}-{% endfor %}",
        "{% from 'part/row.html' import row %}{{ row(page.rows) }}",
        "{% import 'part/row.html' as parts %}{{ parts.row(1) }}",
    ],
)
def test_what_a_template_names_itself_is_its_own(text: str) -> None:
    assert told(text, part__row="{% macro row(x) %}{{ x }}{% endmacro %}") == []


def test_a_part_may_count_on_the_head_of_any_page() -> None:
    assert told("", part__a="{{ page.head.title }}") == []
    [problem] = problems("", part__a="{{ page.title }}")
    assert problem.message.startswith('page has no field "title"')


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("{{ pge }}", '1:4: "pge" is nothing a template knows  [unknown-name]', 'did you mean "page"?'),
        ("{{ range(3) }}", '1:4: "range" is nothing a template knows  [unknown-name]', None),
        ("{{ page.title|upcase }}", '1:15: the filter "upcase" is unknown  [unknown-filter]', None),
        (
            "{{ page.title|safe }}",
            '1:15: the filter "safe" would let any text run  [unsafe-filter]',
            "print html(…) of a view's Html",
        ),
        ("{{ page.title is odder }}", '1:18: the test "odder" is unknown  [unknown-test]', 'did you mean "odd"?'),
        (
            "{% include page.title %}",
            "1:1: a template is reached by a computed name  [dynamic-template]",
            "write the template's name in quotes",
        ),
        ("{% include ['a', 'b'] %}", "1:1: a template is reached by a computed name  [dynamic-template]", None),
        (
            "{% extends 'page/tny.html' %}",
            '1:13: there is no template "page/tny.html"  [template]',
            'did you mean "page/tiny.html"?',
        ),
        ("{% include 'x' ignore missing %}", '1:13: there is no template "x"  [template]', None),
        (
            "{% extends 'page/tiny.html' %}",
            "1:1: a template reaches itself  [template]",
            'write "tiny:page/tiny.html" for the one below',
        ),
        (
            "{% autoescape false %}{{ page.title }}{% endautoescape %}",
            "1:1: autoescape is not for a theme to change  [autoescape]",
            "print html(…) of a view's Html",
        ),
        (
            "{{ _('Hom') }}",
            '1:7: "Hom" has no translation in fr  [untranslated]',
            "add it to themes/tiny/locale/fr/LC_MESSAGES/messages.po",
        ),
        ("{{ ngettext('%(num)s cat', '%(num)s cats', 2) }}", '1:14: "%(num)s cat" has no translation in fr', None),
        ("{{ pgettext('word', 'team') }}", '1:22: "team" has no translation in fr  [untranslated]', None),
        ("{{ _(page.title) }}", "1:1: a computed sentence can't be translated  [untranslated]", None),
        ("{{ _() }}", "1:1: a computed sentence can't be translated  [untranslated]", None),
        ("{{ pgettext('word') }}", "1:1: a computed sentence can't be translated  [untranslated]", None),
        ("\n{% if %}", "2:1: this is no template: Expected an expression, got 'end of statement block'", None),
        ("{{ page.title", "1:1: this is no template: unexpected end of template", None),
        ("{% include '\\ud800' %}", '1:1: there is no template "?"  [template]', None),
        (f"{{{{ {'(' * 3000} }}}}", "1:1: this is no template: maximum recursion depth exceeded", None),
        (f"{{{{ {'1 + ' * 3000}1 }}}}", "1:1: this is no template: maximum recursion depth exceeded", None),
        (f"{{{{ {'1' * 5000} }}}}", "1:1: this is no template: Exceeds the limit", None),
    ],
)
def test_what_would_fail_or_mislead_is_told_before_it_is_rendered(text: str, line: str, hint: str | None) -> None:
    [problem] = problems(text)
    assert lines([problem])[0].removeprefix(f"{PATH}:").startswith(line)
    assert hint in (problem.hint, None)


def test_everything_known_passes() -> None:
    text = (
        "{% extends 'layout.html' %}{% block main %}<h1 class=\"a\">{{ page.title|upper }}</h1>{{ html(page.body) }}"
        '<a href="{{ href(\'/\') }}">{{ _("Home") }}</a> {{ word(page.kind) }} {{ date(page.date) }} {{ number(3) }}'
        "{{ ngettext('%(num)s title', '%(num)s titles', 2) }} {{ say(page.message) }} {{ param('ornament') }}"
        '{% if page.nobody is none %}-{% endif %}<img src="{{ asset(\'css/main.css\') }}" alt="">'
        '<a href="{{ external(page.url) }}">x</a><a href="#main">y</a>{% endblock %}'
    )
    assert told(text, layout='<html lang="{{ site.language }}">{% block main %}{% endblock %}') == []


def test_a_kind_of_page_without_a_template_is_told_at_the_theme() -> None:
    found = lint(theme(""), {PAGE: View, "page/other.html": View})
    assert lines(found) == ['themes/tiny/theme.toml:1:1: the theme has no template "page/other.html"  [template]']


def test_a_template_for_no_kind_of_page_is_told_with_the_one_that_was_meant() -> None:
    [problem] = problems("", page__tinny="")
    assert problem.message == 'there is no kind of page for "page/tinny.html"'
    assert problem.span.path == "themes/tiny/templates/page/tinny.html"
    assert problem.hint == 'did you mean "page/tiny.html"?'
    assert told("{% extends 'page/_base.html' %}", page___base="") == []


def test_all_templates_are_looked_at_in_one_run() -> None:
    found = problems("{{ a }}", layout="{{ b }}", part__c="{% if %}")
    assert [problem.span.path.rsplit("/", 1)[1] for problem in found] == ["tiny.html", "layout.html", "c.html"]

import time
from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest

from palmarium.pages.links import Head, Link
from palmarium.problems import Level, Problem
from palmarium.theming.lint import dead_links, lint
from tests.resolved import lines
from tests.tiny_theme import PAGE, PATH, View, theme


def problems(text: str, **more: str) -> tuple[Problem, ...]:
    """What is told of a page and of parts, whether it reaches them or not."""
    found = lint(theme(text, **more), {PAGE: View})
    return tuple(problem for problem in found if problem.message != "no template reaches this one")


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
        (
            "{% for r in page.rows %}{{ r.link.urll }}{% endfor %}",
            'r.link has no field "urll" (Link has text, url, language)',
        ),
        ("{{ page.head.titel }}", "page.head has no field"),
        ("{{ site.titel }}", "site has no field"),
        ("{% if page.nobdy %}{% endif %}", "page has no field"),
    ],
)
def test_types_are_followed_through_loops_sets_and_parts(text: str, said: str) -> None:
    [line] = told(text)
    assert said in line


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Box(Generic[T]):
    value: T


@dataclass(frozen=True, slots=True)
class Boxes:
    head: Head
    boxes: tuple[Box[Link], ...]

    @property
    def first(self) -> Link | None:
        return self.boxes[0].value if self.boxes else None


def test_what_a_generic_piece_holds_is_followed() -> None:
    text = "{% for box in page.boxes %}{{ box.value.text }}{{ box.value.urll }}{{ box.valu }}{% endfor %}"
    assert [problem.message for problem in lint(theme(text), {PAGE: Boxes})] == [
        'box.value has no field "urll" (Link has text, url, language)',
        'box has no field "valu" (Box has value)',
    ]


def test_what_a_property_gives_is_followed() -> None:
    [problem] = lint(theme("{{ page.first.text }}{{ page.first.urll }}"), {PAGE: Boxes})
    assert problem.message == 'page.first has no field "urll" (Link has text, url, language)'


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
            "1:13: this template reaches itself  [template]",
            'write "tiny:page/tiny.html" for the one below',
        ),
        (
            "{% autoescape false %}{{ page.title }}{% endautoescape %}",
            "1:4: autoescape is not for a theme to change  [autoescape]",
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
        (
            "{{ pgettext('x', '<b>a</b>') }}",
            '1:19: "<b>a</b>" has no translation in fr  [untranslated]',
            None,
        ),
        (
            "{{ _('<script>alert(1)</script>') }}",
            "1:7: a sentence is plain text; this one holds <script>  [sentence]",
            "put the tag around {{ _('…') }}",
        ),
        ("{{ pgettext('word') }}", "1:1: a computed sentence can't be translated  [untranslated]", None),
        (f"{{{{ {'(' * 3000}1{')' * 3000} }}}}", "1:1: this template nests too deeply  [template]", None),
        (f"{{{{ {'1 + ' * 3000}1 }}}}", "1:1: this template nests too deeply  [template]", None),
        ("{% for a in page.rows %}" * 9 + "{% endfor %}" * 9, "1:1: this template nests too deeply  [template]", None),
        (f"\n{{{{ {'1' * 5000} }}}}", "2:4: this number has 5000 digits  [template]", "write fewer"),
    ],
)
def test_what_would_fail_or_mislead_is_told_before_it_is_rendered(text: str, line: str, hint: str | None) -> None:
    [problem] = problems(text)
    assert lines([problem])[0].removeprefix(f"{PATH}:").startswith(line)
    assert hint in (problem.hint, None)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("{{ page.title", '1:1: this "{{" is not closed', "write }} behind it"),
        ("<p>\n{{ page.title }\n{{ page.title }}", '2:15: this "}" closes nothing', "delete it, or open it before"),
        ("{% if page.rows", '1:1: this "{%" is not closed', "write %} behind it"),
        ("a\n {# b", "2:2: this comment does not end", "write #} behind it"),
        ("{{ page.title %}", "1:1: what starts with {{ ends with }}", "write }} in place of %}"),
        ("{{ say(page.message }}", '1:7: this "(" is not closed', "write ) before }}"),
        ("{{ page.rows[0 }}", '1:13: this "[" is not closed', "write ] before }}"),
        ("{{ say(page.message]) }}", '1:20: this "]" closes nothing', "delete it, or open it before"),
        ('{{ word("a) }}\n{{ word("b") }}', "1:9: this quotation mark is not closed", 'write " behind the text'),
        ("{{ 'a }}", "1:4: this quotation mark is not closed", "write ' behind the text"),
        ("{% fro row in page.rows %}", '1:1: "fro" is no statement of a template', 'did you mean "from"?'),
        ("{% while 1 %}", '1:1: "while" is no statement of a template', "there are block, call, elif, else, extends"),
        ("\n\n {% if page.rows %}a", '3:2: this "if" does not end', "write {% endif %} where it does"),
        (
            "{% if page.rows %}\n{% for row in page.rows %}\n{% endif %}",
            '3:1: "endif" stands where the "for" of line 2 is still open',
            "write {% endfor %} before it",
        ),
        ("{% endif %}", '1:1: "endif" ends nothing', "delete it, or write {% if page.rows %} before it"),
        ("{% else %}", '1:1: this "else" stands outside of "if" or "for"', "delete it, or write {% if page.rows %} b"),
        ("\n{% if %}a{% endif %}", '2:1: this "if" says nothing', "write it like {% if page.rows %}"),
        ("{% if page.rows && page.url %}{% endif %}", '1:1: "&&" is no operator of a template', "write and"),
        ("{{ page.url || 1 }}", '1:1: "||" is no operator of a template', "write or"),
        ("{% if !page.url %}{% endif %}", '1:1: "!" is no operator of a template', "write not"),
        ("{% if page.url = 'a' %}{% endif %}", '1:1: "=" compares nothing', "write =="),
        ("a\n{{ page.title page.url }}", "2:1: this is nothing that can be printed", "write it like {{ page"),
        (
            "{% for row page.rows %}{% endfor %}",
            '1:1: this "for" lacks a word, or has one too many',
            "write it like {% for row in page.rows %}",
        ),
        ("{% set a b = 3 %}", '1:1: this "set" lacks a word, or has one too many', "write it like {% set rows"),
        ("{% macro a(b c) %}{% endmacro %}", '1:1: this "macro" lacks a word', "write it like {% macro row("),
        ("{% from 'a' imprt b %}", '1:1: this "from" lacks a word', 'write it like {% from "part/row.html" im'),
        ("{% raw %}{{ {% endraw %}{{ a b }}", "1:25: this is nothing that can be", "write it like {{ page.head"),
        ("{% block a %}{% endblock b %}", '1:14: this "endblock" lacks a word', "write it like {% endblock %}"),
    ],
)
def test_a_template_that_jinja_can_not_read_is_told_in_our_words(text: str, line: str, hint: str) -> None:
    [problem] = problems(text)
    assert lines([problem])[0].removeprefix(f"{PATH}:").startswith(line)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "{{ '}}' }}{{ {'a': {'b': 1}}['a'] }}{# {{ #}{% if '%}' %}{% endif %}",
        "{%- set rows -%}a{%+ endset %}{% set b = '=' %}{% raw %}{% if {% endraw %}",
        "{% for a in page.rows %}{% else %}{% endfor %}{% call html() %}{% endcall %}{% filter upper %}{% endfilter %}",
    ],
)
def test_whatever_is_written_well_before_a_mistake_is_not_blamed(text: str) -> None:
    [problem] = problems(f"{text}\n{{{{ a b }}}}")
    assert lines([problem]) == [f"{PATH}:2:1: this is nothing that can be printed  [template]"]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ('{{ say.__globals__["__builtins__"] }}', '1:8: "__globals__" belongs to the program', "unsafe-attribute"),
        ("{{ page.title['__class__'] }}", '1:16: "__class__" belongs to the program', "unsafe-attribute"),
        ("{{ page.rows|map(attribute='link.__class__')|list }}", "1:29:", "unsafe-attribute"),
        ("{{ page.rows|selectattr('_x')|list }}", '1:26: "_x" belongs', "unsafe-attribute"),
        ("{{ page.rows|groupby('__doc__')|list }}", "1:23:", "unsafe-attribute"),
        ("{{ page.rows|sort(false, false, '__doc__')|list }}", "1:34:", "unsafe-attribute"),
        ("{{ page.title|attr('__class__') }}", '1:15: the filter "attr" is unknown', "unknown-filter"),
        ("{{ [page.title]|map('safe')|join }}", '1:22: the filter "safe" is unknown', "unknown-filter"),
        ("{{ page.rows|select('callable')|list }}", '1:22: the test "callable" is unknown', "unknown-test"),
        ("{{ page.rows|rejectattr('name', 'odder')|list }}", '1:34: the test "odder"', "unknown-test"),
        ("{{ page.title.format(1) }}", '1:15: "format" is nothing that a template may call', "unknown-method"),
        ("{{ page.title.center(9) }}", '1:15: "center" is nothing that a template may call', "unknown-method"),
        ("{{ ' '.join(page.rows) }}", '1:8: "join" is nothing that a template may call', "unknown-method"),
    ],
)
def test_ways_out_of_the_sandbox_are_told_before_anything_runs(text: str, line: str, code: str) -> None:
    told = {problem.code: lines([problem])[0].removeprefix(f"{PATH}:") for problem in problems(text)}
    assert told[code].startswith(line)


def test_a_method_that_is_a_filter_is_told_as_one() -> None:
    [problem] = problems("{{ ', '.join(page.rows) }}")
    assert problem.hint == "write |join, which is a filter"


def test_templates_that_reach_each_other_in_a_circle_are_told_once() -> None:
    found = problems("", part__a="\n{% include 'part/b.html' %}", part__b="{% from 'part/a.html' import x %}")
    assert lines(found) == [
        "themes/tiny/templates/part/a.html:2:13: "
        "this template reaches itself: part/a.html → part/b.html → part/a.html  [template]"
    ]
    assert found[0].hint == "take one of these steps out"


def test_what_nobody_would_see_is_told() -> None:
    layout = "{% block main %}{% block inner %}{% endblock %}{% endblock %}"
    text = "{% extends 'layout.html' %}\n{% block mian %}a{% endblock %}\n\n<p>b</p>\n{{ page.title }}"
    found = problems(text, layout=layout)
    assert [line.removeprefix(f"{PATH}:") for line in lines(found)] == [
        '2:10: no template that this one extends has a block "mian", so nobody would see it  [lost-block]',
        "4:1: this template extends another one: what stands outside of its blocks is not shown  [lost-block]",
    ]
    assert found[0].hint == 'did you mean "main"?'
    assert found[1].hint == "put it into a block: {% block main %} … {% endblock %}"
    text = "{% extends 'layout.html' %} {# a #}{% set a = 1 %}{% block inner %}b{% endblock %}"
    assert problems(text, layout=layout) == ()
    assert told("{% block a %}{% endblock %}\n{% block a %}{% endblock %}") == [
        '2:10: there are two blocks "a"  [template]'
    ]


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


def test_a_part_that_nothing_reaches_is_told_with_the_one_that_was_meant() -> None:
    parts = {"part__medals": "", "part__medal": "", "layout": "{% from 'part/medal.html' import x %}"}
    [problem] = lint(theme("{% extends 'layout.html' %}", **parts), {PAGE: View})
    assert lines([problem]) == [
        "themes/tiny/templates/part/medals.html:1:1: no template reaches this one  [stray-template]"
    ]
    assert (problem.level, problem.hint) == (Level.WARNING, 'did you mean "part/medal.html"?')


def test_a_theme_without_templates_is_told_once_what_it_lacks() -> None:
    kinds = {f"page/{kind}.html": View for kind in "abcd"}
    [problem] = lint(theme(""), {PAGE: View, **kinds})
    assert problem.message == (
        "the theme has no templates for 4 kinds of page: page/a.html, page/b.html, page/c.html, page/d.html"
    )
    assert problem.hint == 'write `extends = "base"`, and only what differs from it'


@pytest.mark.parametrize(
    "text",
    [
        "{% macro href(url) %}{{ url }}{% endmacro %}",
        "{% set href = page.title %}",
        "{% from 'part/a.html' import a as href %}",
        "{% import 'part/a.html' as href %}",
        "{% for href in page.rows %}{% endfor %}",
        "{% with href = page.title %}{% endwith %}",
        "{% macro a(href) %}{% endmacro %}",
        "{% from 'part/a.html' import a %}{% call(href) a() %}{% endcall %}",
    ],
)
def test_the_name_of_a_function_is_for_nothing_else(text: str) -> None:
    # What is called href may give any address, and other rules believe its name.
    every = problems(text, part__a="{% macro a() %}{% endmacro %}")
    found = [problem for problem in every if problem.code == "taken-name"]
    assert [problem.message.partition(",")[0] for problem in found] == ['"href" is a function of every template']
    assert found[0].hint == 'give it another name, such as "href_here"'


def test_files_and_parameters_that_are_not_there_are_told_by_name() -> None:
    [asset, param] = problems("{{ asset('css/mian.css') }}\n{{ param('ornamet') }}{{ asset('css/main.css') }}")
    assert lines([asset, param]) == [
        f'{PATH}:1:11: there is no file in assets/ called "css/mian.css"  [unknown-name]',
        f'{PATH}:2:11: there is no parameter in theme.toml called "ornamet"  [unknown-name]',
    ]
    assert (asset.hint, param.hint) == ('did you mean "css/main.css"?', 'did you mean "ornament"?')


def test_an_address_that_is_spelt_out_leads_somewhere() -> None:
    text = "<a href=\"{{ href('/noms/#a') }}\"></a>\n<a href=\"{{ href( '/nom/' ) }}\"></a>{{ absolute('/') }}"
    [problem] = dead_links(theme(text), ("/noms/", "/"))
    assert lines([problem]) == [f'{PATH}:2:20: nothing stands at "/nom/"  [dead-link]']
    assert problem.hint == 'did you mean "/noms/"?'


def test_an_address_that_is_like_no_other_is_told_with_the_sections() -> None:
    [problem] = dead_links(theme("{{ href('/zzzzzzzz') }}"), ("/noms/", "/", "/noms/ann/", "/prix/", "/api/x.json"))
    assert problem.hint == "write one that is there: /noms/, /prix/"


def test_all_templates_are_looked_at_in_one_run() -> None:
    found = problems("{{ a }}", layout="{{ b }}", part__c="{% if %}")
    assert [problem.span.path.rsplit("/", 1)[1] for problem in found] == ["tiny.html", "layout.html", "c.html"]


@pytest.mark.parametrize("part", ["<a onclick='x'>\n", "a.", "<meta http-equiv=x>\n"])
def test_long_templates_are_looked_through_once(part: str) -> None:
    started = time.process_time()
    lint(theme(part * 12_000), {PAGE: View})
    assert time.process_time() - started < 25

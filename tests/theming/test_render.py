import html
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from palmarium.model import Date
from palmarium.pages.links import Head, Html, Link, Site
from palmarium.pages.messages import Message, Ordinal
from palmarium.pages.plan import Page
from palmarium.theming.functions import FUNCTIONS
from palmarium.theming.render import fingerprint, open_renderer, render
from tests.tiny_theme import PAGE, PATH, PO, SITE, VIEW, View, failed, page, rendered, renderer, theme

WORDS = {"names": "noms", "awards": "prix"}


def test_a_template_may_call_what_the_table_declares_and_nothing_else() -> None:
    assert set(renderer("").environment.globals) - {"site"} == set(FUNCTIONS)


def test_every_text_is_escaped_and_typeset_on_its_way_out() -> None:
    view = replace(VIEW, title="<script> l'un ?")
    assert rendered("{{ page.title }}", view=view) == "&lt;script&gt; l’un\u202f?"
    assert rendered('<p title="{{ page.title }}">', view=replace(VIEW, title='"onclick=x')) == (
        '<p title="&#34;onclick=x">'
    )


def test_sentences_are_typeset_and_their_values_escaped() -> None:
    said = rendered("{{ _('held by %(who)s', who=page.title) }}", view=replace(VIEW, title="<b>l'un"))
    assert said == "tenu par &lt;b&gt;l&#39;un"


def test_a_sentence_is_a_text_like_any_other_in_every_place() -> None:
    tricks = r"""\" onclick=alert(1) '<script>&amp;{x.__class__}%(who)1000000000s%d"""
    hostile = f'{PO}\nmsgid "Titles"\nmsgstr "{tricks}"\n'
    text = """<p title="{{ _('Titles') }}">{{ _('Titles', who=1) }}</p>{{ ngettext('Titles', '<b>', 1) }}"""
    said = "&#34; onclick=alert(1) &#39;&lt;script&gt;&amp;amp;{x.__class__}%(who)1000000000s%d"
    assert rendered(text, po=hostile) == f'<p title="{said}">{said}</p>{said}'
    assert rendered("{{ _(\"l'%(x)s d'été\", x='a') }}") == "l’a d’été"


def test_a_per_cent_sign_in_a_sentence_is_one() -> None:
    assert rendered("{{ _('All of it: 100 %') }}") == "All of it: 100\u00a0%"
    assert rendered("{{ _('%(part)s % of %(all)s, 5% off', part=1, all=2) }}") == "1\u00a0% of 2, 5% off"
    assert rendered("{{ ngettext('%(num)s % (one)', '%(num)s % (many)', 2) }}") == "2\u00a0% (many)"
    assert rendered("{{ pgettext('x', '7 % so') }}") == "7\u00a0% so"
    for message, said in (
        (Message("%(share)s % of it", (("share", 3),)), "3\u00a0% of it"),
        (Message("100 % of it"), "100\u00a0% of it"),
        (Message("%(num)s % of it", plural="%(num)s % of them", count=3), "3\u00a0% of them"),
    ):
        assert rendered("{{ say(page.message) }}", view=replace(VIEW, message=message)) == said


def test_html_that_the_program_made_is_printed_as_it_is() -> None:
    assert rendered("{{ html(page.body) }}") == "<b>l'un ?</b>"


def test_an_id_that_stands_twice_on_a_page_is_told_and_not_one_in_code() -> None:
    problem = failed('<p id="a" class="b"></p><b title="x" id="a"></b><i id="c"></i>')
    assert (problem.code, problem.subject) == ("duplicate-id", ("a",))
    assert problem.message == f'the id "a" stands twice on {page().url}'
    assert problem.hint == f"give one of the two another: in the text, or in {PATH} and what it includes"
    assert '<p id="a">' in rendered('<p id="a"><code>&lt;p id="a"&gt;, id="a"</code></p>')


def test_a_text_of_somebodys_never_passes_for_html() -> None:
    assert failed("{{ html(page.title) }}").message == "this template fails: html() prints an Html, not a str"


def test_messages_words_dates_numbers_and_ordinals_are_said_in_the_language() -> None:
    assert rendered("{{ say(page.message) }}") == "1\u202f500 titres"
    assert rendered("{{ say(page.title) }}") == "L’été\u202f?"
    assert rendered("{{ word(page.kind) }}") == "personne"
    assert rendered("{{ date(page.date) }}, {{ page.date }}") == "octobre 2010, octobre 2010"
    assert rendered("{{ ordinal(4) }} {{ ordinal(1, 'f') }}") == "4<sup>e</sup> 1<sup>re</sup>"
    who = Message("held by %(who)s", (("who", Message("%(num)s title", plural="%(num)s titles", count=1)),))
    assert rendered("{{ say(page.message) }}", view=replace(VIEW, message=who)) == "tenu par 1 titre"
    nth = Message("held by %(who)s", (("who", Ordinal(2)),))
    assert rendered("{{ say(page.message) }}", view=replace(VIEW, message=nth)) == "tenu par 2e"


@pytest.mark.parametrize(
    ("url", "page_url", "expected"),
    [
        ("/noms/ben/", "/noms/ann/", "../../noms/ben/"),
        ("/", "/", "./"),
        ("/noms/ann/#titres", "/noms/ann/", "#titres"),
        ("/noms/屠呦呦/", "/", "noms/%E5%B1%A0%E5%91%A6%E5%91%A6/"),
        ("/noms/ann/", "/404.html", "/archives/noms/ann/"),
    ],
)
def test_links_are_relative_but_on_a_page_that_may_stand_anywhere(url: str, page_url: str, expected: str) -> None:
    view = replace(VIEW, rows=(replace(VIEW.rows[0], link=Link("a", url)),))
    assert rendered('<a href="{{ href(page.rows[0].link.url) }}">', page_url, view) == f'<a href="{expected}">'


def test_assets_and_full_addresses() -> None:
    assert rendered("{{ asset('css/main.css') }}", "/noms/") == "../assets/css/main.0123456789.css"
    assert rendered("{{ absolute('/noms/é/') }}") == "https://example.org/archives/noms/%C3%A9/"
    assert rendered("{{ external(page.url) }}", view=replace(VIEW, url="https://example.org/?a=b&c")) == (
        "https://example.org/?a=b&amp;c"
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "xjavascript:alert(1)", "https://example.org/", "noms/", ""])
def test_only_an_address_of_the_site_is_a_link_of_the_site(url: str) -> None:
    row = replace(VIEW.rows[0], link=Link("a", url))
    _, [problem] = render(renderer("{{ href(page.rows[0].link.url) }}"), page(view=replace(VIEW, rows=(row,))))
    assert problem.message == f'this template fails: "{url}" is not an address of this site'


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//x", "/x", "http://["]
)
def test_only_a_checked_scheme_is_an_outside_address(url: str) -> None:
    _, [problem] = render(renderer("{{ external(page.url) }}"), page(view=replace(VIEW, url=url)))
    assert problem.code == "template"


def test_marks_of_links_in_a_text_are_no_links() -> None:
    view = replace(VIEW, title="\ue010/x\ue011 \ue010", body=Html("<b>\ue010</b>"))
    text = '<p title="{{ page.title }}">{{ html(page.body) }}<a href="{{ href("/") }}">'
    assert rendered(text, view=view) == '<p title="/x "><b></b><a href="../../">'


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n\n{{ page.nmae }}", 3, 'a View has no "nmae"'),
        ("{{ page.nobody }}", 1, "None is printed; test for it first"),
        ("\n{{ nobody }}", 2, "'nobody' is undefined"),
        ("{{ page.rows[7].name }}", 1, "has no element 7"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ asset('no.css') }}", 1, 'there is no file of assets/ "no.css"'),
        ("{{ '\\ud800' }}", 1, "surrogates not allowed"),
        ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}", 2, "block 'a' defined twice"),
        ("{% extends 'page/tiny.html' %}", 1, "recursion"),
    ],
)
def test_a_template_that_fails_is_a_problem_with_its_line(text: str, line: int, message: str) -> None:
    problem = failed(text)
    assert (problem.span.path, problem.code) == (PATH, "template")
    assert problem.span.line == line
    assert message in problem.message
    assert problem.hint == "seen on /noms/ann/"


def test_a_failure_inside_a_part_has_the_place_of_the_part() -> None:
    text = "{% from 'part/row.html' import row %}\n{{ row(page.nobody) }}"
    problem = failed(text, part__row="{% macro row(x) %}\n{{ x }}{% endmacro %}")
    assert (problem.span.path, problem.span.line) == ("themes/tiny/templates/part/row.html", 2)


def test_a_template_that_is_not_there_is_told() -> None:
    _, [problem] = render(renderer(""), Page("/", "page/none.html", VIEW))
    assert problem.message == "this template fails: page/none.html"


def marks(
    text: str = "{{ page.title }}",
    parts: Mapping[str, str] = MappingProxyType({}),
    *,
    url: str = "/a/",
    view: View = VIEW,
    site: Site = SITE,
    engine: str = "engine",
) -> str:
    return fingerprint(renderer(text, parts, site=site, engine=engine), Page(url, PAGE, view))


def test_a_fingerprint_is_that_of_everything_the_page_depends_on() -> None:
    parts = {"layout": "{% include 'part/a.html' %}", "part__a": "1", "part__b": "1"}
    text = "{% extends 'layout.html' %}"
    first = marks(text, parts)
    assert first == marks(text, parts)
    assert first == marks(text, parts | {"part__b": "2"})
    others = [
        marks(text, parts | {"part__a": "2"}),
        marks(text + " ", parts),
        marks(text, parts, url="/b/"),
        marks(text, parts, view=replace(VIEW, date=Date(2010, 11))),
        marks(text, parts, site=replace(SITE, title="Autre")),
        marks(text, parts, engine="other"),
    ]
    assert len({first, *others}) == 7


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'part/a.html' %}",
        '{%- include "part/a.html" -%}',
        "{%+ extends 'part/a.html' %}",
        "{% from 'part/a.html' import x with context %}",
        "{% import\n 'part/a.html' as x %}",
        "{% include ('part/a.html') %}",
        "{% block b %}{% if 1 %}{% include 'tiny:part/a.html' %}{% endif %}{% endblock %}",
    ],
)
def test_however_a_template_is_reached_a_change_in_it_is_noticed(text: str) -> None:
    assert marks(text, {"part__a": "1"}) != marks(text, {"part__a": "2"})


def test_the_head_is_part_of_the_view() -> None:
    assert marks(view=VIEW) != marks(view=replace(VIEW, head=Head("/a/", "b", "")))


@pytest.mark.parametrize(
    ("url", "id"), [("/noms/ann/", "name ann"), ("/noms/", "/noms/"), ("/prix/palmes/2011/", "edition palmes/2011")]
)
def test_an_error_is_reported_with_address_id_and_text_of_what_it_is_about(url: str, id: str) -> None:
    site = replace(SITE, corrections="https://forge.example/new?a={title}&b={url}&c={id}&d={text}&e={body}")
    po = "".join(f'\nmsgctxt "url"\nmsgid "{word}"\nmsgstr "{said}"\n' for word, said in WORDS.items())
    text = """{{ report(page.head, '#x', "é & {b} 1") }}|{{ report(page.head, '{place}', '{text}') }}"""
    data, problems = render(open_renderer(theme(text, f"{PO}{po}"), site, ""), page(url))
    assert problems == ()
    report, form = html.unescape(data.decode()).split("|")
    address, said = f"https://example.org/archives{url}", "é & {b} 1"
    asked = "What is wrong, and how do you know?"
    assert parse_qs(urlsplit(report).query) == {
        "a": ["Ann"],
        "b": [f"{address}#x"],
        "c": [f"{id}#x"],
        "d": [said],
        "e": [f"{address}#x\n{id}#x\n{said}\n\n{asked}\n"],
    }
    assert quote(f"{id}{{place}}\n{{text}}\n", safe="{}") in form

"""The five places of a template where a text could become code, and those beside them."""

import pytest

from palmarium.theming.lint import lint
from tests.resolved import lines
from tests.tiny_theme import PAGE, PATH, View, theme

UNCHECKED = '"{}" prints page.title, which nothing checks as an address  [unchecked-address]'
COMPUTED = "page.title is printed inside a tag, where any text could become an attribute  [computed-tag]"
UNCLOSED = "the quote that opens here is not closed, and swallows what follows  [unclosed-quote]"
SCRIPT = "a script stands in the page  [inline-script]"


def told(text: str) -> list[str]:
    return [line.removeprefix(f"{PATH}:") for line in lines(lint(theme(text), {PAGE: View}))]


def messages(text: str) -> list[str]:
    return [line.split(": ", 1)[1] for line in told(text)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # An address from data must pass a check of its scheme.
        ('<a href="{{ page.title }}">', UNCHECKED.format("href")),
        ("<A HREF='{{ page.title }}'>", UNCHECKED.format("href")),
        ('<a\n  href =\n  "{{ page.title }}">', UNCHECKED.format("href")),
        ('<img src="{{ page.title }}">', UNCHECKED.format("src")),
        ('<img src="x" srcset="{{ page.title }} 2x">', UNCHECKED.format("srcset")),
        ('<form action="{{ page.title }}">', UNCHECKED.format("action")),
        ('<svg><a xlink:href="{{ page.title }}">', UNCHECKED.format("xlink:href")),
        ('<iframe srcdoc="{{ page.title }}">', UNCHECKED.format("srcdoc")),
        ('<meta http-equiv="refresh" content="0; url={{ page.title }}">', UNCHECKED.format("content")),
        ('<a href="{{ href("/") }}{{ page.title }}">', UNCHECKED.format("href")),
        ("<a href='{{ href('/') }}{{ page.title }}'>", UNCHECKED.format("href")),
        (
            '<a href="{{ page["title"] }}">',
            '"href" prints page["title"], which nothing checks as an address  [unchecked-address]',
        ),
        ('<p title="{{ 1 > 2 }}" {{ page.title }}>', COMPUTED),
        ('<a href="{% if page.title %}{{ page.title }}{% endif %}">', UNCHECKED.format("href")),
        ('<a {% if page.title %}href="{{ page.title }}"{% endif %}>', UNCHECKED.format("href")),
        ('{% block b %}href="{{ page.title }}"{% endblock %}', UNCHECKED.format("href")),
        (
            "<a href=\"{{ href('/') if page.nobody else page.title }}\">",
            "\"href\" prints href('/') if page.nobody else page.title, which nothing checks as an address"
            "  [unchecked-address]",
        ),
        ('<a href="JavaScript:alert(1)">', '"href" starts with JavaScript:  [unchecked-address]'),
        ('<img src="data:image/png,x">', '"src" starts with data:  [unchecked-address]'),
        ('<a href="/noms/">', '"href" is fixed to the root: /noms/  [fixed-address]'),
        # A value without quotes ends at the first space of the text.
        ("<p title={{ page.title }}>", 'the value of "title" is not quoted  [unquoted-attribute]'),
        ("<p title=a{{ page.title }}>", 'the value of "title" is not quoted  [unquoted-attribute]'),
        (
            "{% block b %}title={{ page.title }}{% endblock %}",
            'the value of "title" is not quoted  [unquoted-attribute]',
        ),
        # A quote that is not closed takes what follows into the attribute.
        ('<p class="motto>{{ page.title }}</p>', UNCLOSED),
        ('<p class="motto>a</p><p class="b">', UNCLOSED),
        ('<p id="a" class=\'motto>a</p>', UNCLOSED),
        # A text printed into a tag becomes attributes.
        ("<p {{ page.title }}>", COMPUTED),
        ('<p on{{ page.title }}="a">', COMPUTED),
        ('<p {{ page.title }}="a">', COMPUTED),
        ("<{{ page.title }}>", COMPUTED),
        ("</{{ page.title }}>", COMPUTED),
        ("<h{{ page.title }}>", COMPUTED),
        # A handler, a script, a style.
        ('<p onclick="a()">', '"onclick" is a script in an attribute  [inline-script]'),
        ("<p\tONLOAD=a()>", '"onload" is a script in an attribute  [inline-script]'),
        ('<p style="color: red">', '"style" is a style in an attribute  [inline-style]'),
        ("<script>alert(1)</script>", SCRIPT),
        ("<script>{{ page.title }}</script>", SCRIPT),
        ("<script>{% block b %}{% endblock %}</script>", SCRIPT),
        ("<SCRIPT type=module>a</SCRIPT >", SCRIPT),
        ("<script>a", SCRIPT),
        ("{% raw %}<script>a</script>{% endraw %}", SCRIPT),
        ("<style>p {}</style>", "a style stands in the page  [inline-style]"),
    ],
)
def test_a_place_where_a_text_could_run_is_told(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        '<a href="{{ href(page.head.url) }}#top" title="{{ page.title }}">',
        '<a href="{{ href((page.head.url)) }}">',
        '<a href="#{{ page.title }}">',
        '<a href="{{ external(page.url) }}" rel=external>',
        '<a {% if page.nobody %}class="a"{% endif %} href="{{ href("/") }}">',
        '<meta name="description" content="{{ page.title }}">',
        '<meta http-equiv="refresh" content="0; url={{ href("/") }}">',
        '<script src="{{ asset("css/main.css") }}" defer></script>',
        '<script type="application/ld+json">{{ html(page.body) }}</script>',
        "a = {{ page.title }}, on={# style= #}1, once=more",
        "{# <a href={{ x }}> #}",
        '<p title="a > b {{ page.title }}">a < b</p>',
    ],
)
def test_safe_places_pass(text: str) -> None:
    assert messages(text) == []


def test_the_place_of_a_problem_is_its_own_line() -> None:
    text = '{% if 1 %}\n<p>\n  <a class="{{ page.title }}"\n     href="{{ page.title }}">\n{% endif %}\n<b onclick=a>'
    assert [line.split(": ")[0] for line in told(text)] == ["4:6", "6:4"]

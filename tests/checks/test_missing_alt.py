import pytest

from palmarium.checks import missing_alt
from tests.archives import hints, messages, told


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("content/articles/a.md", "---\ntitle: A\nkind: brief\n---\n"),
        ("content/names/a.md", "---\nname: A\nkind: person\n---\n"),
        ("content/pages/a.md", "---\ntitle: A\ndescription: B\n---\n"),
    ],
)
def test_a_picture_without_a_text_is_told_in_any_text(path: str, front: str) -> None:
    text = f"-- {path} --\n{front}See ![](ovens/oven.jpg) and ![ ](b.jpg).\n"
    assert told(missing_alt, text) == [
        f'{path}:5:5: the picture "ovens/oven.jpg" has no text',
        f'{path}:5:29: the picture "b.jpg" has no text',
    ]
    assert hints(missing_alt, text)[0] == "write what it shows: ![…](ovens/oven.jpg)"
    assert told(missing_alt, text.replace("![]", "![Oven]").replace("![ ]", "![Door]")) == []


@pytest.mark.parametrize(
    ("path", "front"),
    [("content/articles/a.md", "title: A"), ("content/names/a.md", "name: A\nkind: person")],
)
def test_so_is_the_picture_above_it(path: str, front: str) -> None:
    text = f'-- {path} --\n---\n{front}\npicture: {{src: oven.jpg, alt: " "}}\n---\nText with [[A]].\n'
    assert messages(missing_alt, text) == ['the picture "oven.jpg" has no text']
    assert hints(missing_alt, text) == ["write what it shows: `alt: …`"]
    assert told(missing_alt, text.replace('" "', "Oven")) == []

import pytest

from palmarium.checks import picture_texts
from tests.archives import hints, messages, told


def article(alt: str, file: str = "ovens/big-oven.jpg") -> str:
    return f"-- content/articles/a.md --\n---\ntitle: A\n---\nSee ![{alt}]({file}).\n"


@pytest.mark.parametrize(
    "alt", ["photo", "Photo", "Image 2", "LOGO", "big-oven.jpg", "Big oven", "big_oven", "sans titre", "Visuel3"]
)
def test_a_text_that_says_nothing_is_told(alt: str) -> None:
    assert told(picture_texts, article(alt)) == [
        f'content/articles/a.md:4:5: "{alt}" does not say what the picture shows'
    ]
    assert hints(picture_texts, article(alt)) == ["say it as you would to somebody on the telephone"]


@pytest.mark.parametrize(
    "alt",
    [
        "The oven, its door open",
        "Photo of an oven",
        "big ovens",
        "oven",
        "",
        "2011",
        "Image of Ann Crust",
        "Photo prise hier",
    ],
)
def test_a_text_that_says_something_passes(alt: str) -> None:
    assert told(picture_texts, article(alt)) == []


@pytest.mark.parametrize(
    ("path", "front"),
    [("content/articles/a.md", "title: A"), ("content/names/a.md", "name: A\nkind: person")],
)
def test_the_picture_above_a_text_is_held_to_the_same(path: str, front: str) -> None:
    text = f"-- {path} --\n---\n{front}\npicture: {{src: oven.jpg, alt: photo}}\n---\nText with [[photo|A]].\n"
    assert messages(picture_texts, text) == ['"photo" does not say what the picture shows']
    assert told(picture_texts, text.replace("alt: photo", "alt: An oven")) == []


@pytest.mark.parametrize("path", ["content/names/a.md", "content/pages/a.md"])
def test_pictures_in_biographies_and_pages_too(path: str) -> None:
    front = "name: A\nkind: person" if "names" in path else "title: A"
    assert len(told(picture_texts, f"-- {path} --\n---\n{front}\n---\n![logo](a.jpg)\n")) == 1


def test_the_name_of_another_file_and_the_text_of_another_picture_say_nothing() -> None:
    two = "".join(
        f'-- content/names/{id}.md --\n---\nname: {id}\nkind: person\npicture: {{src: {id}.jpg, alt: "{text}"}}\n---\n'
        for id, text in (
            ("ann", "Ann at her oven"),
            ("ben", "Ann at her oven"),
            ("cy", "IMG_2034.jpg"),
            ("di", "DSC01234"),
        )
    )
    assert messages(picture_texts, two) == [
        '"Ann at her oven" is the text of ann.jpg, too (content/names/ann.md:4)',
        '"IMG_2034.jpg" does not say what the picture shows',
        '"DSC01234" does not say what the picture shows',
    ]


def test_one_picture_shows_one_thing() -> None:
    two = "".join(
        f'-- content/names/{id}.md --\n---\nname: {id}\nkind: person\npicture: {{src: jar.jpg, alt: "{alt}"}}\n---\n'
        for id, alt in (("ann", "A jar of herrings"), ("ben", "A woman in oilskins"))
    )
    assert told(picture_texts, two) == [
        'content/names/ben.md:4:10: jar.jpg shows "A woman in oilskins" here, and "A jar of herrings" in '
        "content/names/ann.md:4"
    ]
    assert hints(picture_texts, two) == [
        "correct the file or the text; if both are right, write "
        '`picture-text = [{texts = ["A woman in oilskins", "jar.jpg"], reason = "…"}]` below `[exceptions]` '
        "in site.toml"
    ]
    for other in ("Herrings in oil", "", "Ann"):
        assert told(picture_texts, two.replace("A woman in oilskins", other)) == []


@pytest.mark.parametrize(
    "alt", ["Photo Ann Crust", "Photo: Ann Crust", "Photograph by Ann Crust", "© Ann Crust", "Crédit photo Ann Crust"]
)
def test_who_made_the_picture_is_its_credit(alt: str) -> None:
    assert told(picture_texts, article(alt)) == [
        f'content/articles/a.md:4:5: "{alt}" says who made the picture, and not what it shows'
    ]
    [hint] = hints(picture_texts, article(alt))
    assert hint.startswith("write `credit: ")

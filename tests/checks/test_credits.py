"""A picture says who made it where readers look for that."""

import pytest

from palmarium.checks import credits
from tests.archives import hints, told

ARTICLE = "-- content/articles/a.md --\n---\ntitle: A\n---\n\n![Un four ouvert](four.jpg TITLE)\n"
KNOWN = "-- editions/tarte/2020.yaml --\njury: Ann Crust\n"


@pytest.mark.parametrize(
    ("title", "credit", "paste"),
    [
        ("Le four - Photo Ann", "Photo Ann", "Le four — Photo Ann"),
        ("Le four – Photo Ann", "Photo Ann", "Le four — Photo Ann"),
        ("Le four—Photo Ann", "Photo Ann", "Le four — Photo Ann"),
        ("Le four -- crédit : Ann", "crédit : Ann", "Le four — crédit : Ann"),
        ("Le four (photo : Ann)", "photo : Ann", "Le four — photo : Ann"),
        ("Le four. Photo de Ann", "Photo de Ann", "Le four — Photo de Ann"),
        ("Le four © Ann", "© Ann", "Le four — © Ann"),
        ("© Ann", "© Ann", "— © Ann"),
        ("Photo : Ann", "Photo : Ann", "— Photo : Ann"),
        ("Le four - Ann Crust", "Ann Crust", "Le four — Ann Crust"),
    ],
)
def test_a_credit_that_would_be_a_caption_is_told(title: str, credit: str, paste: str) -> None:
    site = KNOWN + ARTICLE.replace("TITLE", f'"{title}"')
    assert told(credits, site) == [
        f'content/articles/a.md:5:1: "{credit}" is a part of the caption here, and no credit'
    ]
    assert hints(credits, site) == [f'write "{paste}"']
    assert told(credits, KNOWN + ARTICLE.replace("TITLE", f'"{paste}"')) == []


@pytest.mark.parametrize(
    "title",
    [
        *("Le four — Photo Ann", "Le four", "La photo du four", "Photos de famille", "— Ann", "Le four - la nuit"),
        *("Le photographe, 2020", "Une image de la nuit", "Le four, photo 2", "Le four, photo de nuit"),
    ],
)
def test_a_caption_that_credits_nobody_passes(title: str) -> None:
    assert told(credits, KNOWN + ARTICLE.replace("TITLE", f'"{title}"')) == []


def test_a_portrait_has_a_key_for_its_credit() -> None:
    portrait = (
        "-- content/names/ann.md --\n---\nname: Ann\nkind: person\npicture: {src: a.jpg, alt: Ann, CAPTION}\n---\n"
    )
    site = portrait.replace("CAPTION", "caption: Au four - photo Ben")
    assert hints(credits, site) == ["write `caption: Au four, credit: photo Ben`"]
    assert told(credits, portrait.replace("CAPTION", "caption: Au four, credit: photo Ben")) == []

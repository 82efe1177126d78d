"""Every shape, for any number of titles and any ordinal: as many leaves as titles, all of them in the picture."""

import math
import re
from dataclasses import replace
from itertools import product
from types import MappingProxyType
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.images import ornaments
from palmarium.images.ornaments import SHAPES, LeafKind
from palmarium.pages.parts.ornament import Emblem
from palmarium.problems import Span
from palmarium.theming.drawing import draw, unfit_shapes
from tests.tiny_theme import theme

COUNTS = (1, 2, 3, 6, 7, 26, 27, 100)
ORDINALS = (1, 4, 11, 120)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_stays_in_its_picture(shape: str) -> None:
    # Dots are drawn by relative arcs, whose ends are no places.
    slack = 0.06 if shape == "dots" else 0.002
    for count, bands in product(COUNTS, ORDINALS):
        picture = SHAPES[shape]((LeafKind.KNOWN,) * count, bands)
        width, height = (float(side) for side in re.findall(r"\d+", picture.split('viewBox="0 0 ')[1])[:2])
        ends = re.findall(r"[ML]?(-?[\d.]+) (-?[\d.]+)(?=[AZLH\"])", picture)
        assert ends
        for x, y in ends:
            assert -slack * width <= float(x) <= (1 + slack) * width, (count, bands, x)
            assert -slack * height <= float(y) <= (1 + slack) * height, (count, bands, y)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_not_known_is_drawn_as_such(shape: str) -> None:
    for count in (1, 5, 40):
        assert SHAPES[shape]((LeafKind.UNKNOWN,) * count, 3).count('class="unknown"') == count
        half = SHAPES[shape]((LeafKind.HALF,) * count, 3)
        assert half.count('class="known"') == count
        assert half.count('class="line"') >= count


@given(st.lists(st.sampled_from(LeafKind), min_size=1, max_size=120).map(tuple), st.integers(0, 200))
def test_any_leaves_make_a_small_picture_without_words(leaves: tuple[LeafKind, ...], bands: int) -> None:
    for shape in SHAPES:
        picture = SHAPES[shape](leaves, bands)
        root = ElementTree.fromstring(picture)
        assert root.get("aria-hidden") == "true"
        assert not "".join(root.itertext()).strip()
        assert "nan" not in picture
        assert "inf" not in picture
        assert len(picture) < 40_000


def test_an_arc_bends_to_the_side_it_is_asked_to() -> None:
    assert ornaments.arc(0, 0, 10, 0, 5) == "A5 5 0 0 1 10 0"
    assert ornaments.arc(0, 0, 10, 0, -5) == "A5 5 0 0 0 10 0"
    assert ornaments.point(0, 0, -90, 2) == pytest.approx((0, -2))
    assert math.isclose(ornaments.point(1, 1, 0, 3)[0], 4)


EMBLEM = Emblem("palmes", (LeafKind.KNOWN,), 1, 1, 1, 0, 0)


def test_an_award_has_the_shape_that_the_parameters_give_it() -> None:
    given = {"ornament": "dots", "ornaments": "palmes: palm, podium: leaves"}
    assert draw(EMBLEM, given) == SHAPES["palm"](EMBLEM.leaves, 1)
    assert draw(EMBLEM, {"ornament": "wreath", "ornaments": "podium: leaves"}) == SHAPES["wreath"](EMBLEM.leaves, 1)
    assert draw(EMBLEM, {"ornament": "none"}) == ""


def test_a_few_dots_are_no_ornament() -> None:
    few, enough = (replace(EMBLEM, leaves=(LeafKind.KNOWN,) * count) for count in (5, 6))
    assert draw(few, {"ornament": "dots"}) == ""
    assert draw(enough, {"ornament": "dots"}) == SHAPES["dots"](enough.leaves, 1)


def told(**parameters: str) -> list[str]:
    places = MappingProxyType({name: Span("site.toml", number) for number, name in enumerate(parameters, 1)})
    made = replace(theme(""), parameters=tuple(parameters.items()), places=places)
    return [f"{p.span.line}: {p.message} ({p.hint})" for p in unfit_shapes(made, ("palmes", "podium"))]


def test_a_shape_that_does_not_exist_is_told_once_where_it_is_written() -> None:
    there = "there are bough, crest, dial, dots, leaves, palm, wreath and none"
    assert told(ornament="wreth") == ['1: there is no ornament "wreth" (did you mean "wreath"?)']
    assert told(ornament="") == ['1: there is no ornament "" (write `ornament = "dots"`)']
    assert told(ornament="heart") == [f'1: there is no ornament "heart" ({there})']
    assert told(ornament="none", ornaments="palmes: palm, podium: heart, palme: none, podium") == [
        f'2: there is no ornament "heart" ({there})',
        '2: "palme" is not an award (did you mean "palmes"?)',
        '2: there is no ornament "" (write `podium: dots`)',
    ]
    assert told(ornament="dots", ornaments=" ") == told(motto="wreth") == []

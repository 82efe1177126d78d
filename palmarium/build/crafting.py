"""Crafting of binary files: pictures in their widths, cards, icons; what comes of one picture is made together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..images import FOLDER
from ..images.cards import Drawing, card
from ..images.icons import Icon, icon
from ..images.variants import Variant, encoded
from ..pages.plan import Recipe
from ..problems import Problem
from .work import Tell

Crafted = dict[str, tuple[bytes, tuple[Problem, ...]]]
_DECODING = 4_000_000
_DRAWING = 60_000
_COST_OF_A_FORK = 2_000_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Recipes that share the costly part of the work; `cost` is about the number of pixels."""

    recipes: tuple[Recipe, ...]
    cost: int


def batches(recipes: Iterable[Recipe]) -> tuple[Batch, ...]:
    """Recipes by the picture that they start from, the most work first."""
    groups: dict[str, list[Recipe]] = {}
    for recipe in recipes:
        start = recipe.making.path if isinstance(recipe.making, Variant) else recipe.url
        groups.setdefault(start, []).append(recipe)
    made = (Batch(tuple(group), _cost(group)) for group in groups.values())
    return tuple(sorted(made, key=lambda batch: (-batch.cost, batch.recipes[0].url)))


def halves(batches: tuple[Batch, ...]) -> tuple[tuple[Batch, ...], tuple[Batch, ...]]:
    """Two shares of about the same work; one share where it is not worth a second process."""
    if sum(batch.cost for batch in batches) < _COST_OF_A_FORK:
        return batches, ()
    shares: tuple[list[Batch], list[Batch]] = ([], [])
    for batch in batches:
        min(shares, key=lambda share: sum(each.cost for each in share)).append(batch)
    return tuple(shares[0]), tuple(shares[1])


def crafted(batches: Iterable[Batch], files: Mapping[str, bytes], tell: Tell) -> Crafted:
    """The bytes by address, and what could not be made."""
    made: Crafted = {}
    every = tuple(batches)
    for done, batch in enumerate(every, 1):
        made |= _crafted(batch, files)
        tell("pictures", done, len(every))
    return made


def _crafted(batch: Batch, files: Mapping[str, bytes]) -> Crafted:
    first = batch.recipes[0]
    if isinstance(first.making, Drawing):
        return {first.url: (card(first.making), ())}
    if isinstance(first.making, Icon):
        return {first.url: icon(first.making, files.get(FOLDER + first.making.path, b""))}
    wanted = {recipe.making: recipe.url for recipe in batch.recipes}
    data, problems = encoded(wanted, files[FOLDER + first.making.path])
    return {url: (data.get(variant, b""), problems) for variant, url in wanted.items()}


def _cost(recipes: Iterable[Recipe]) -> int:
    variants = [recipe.making for recipe in recipes if isinstance(recipe.making, Variant)]
    return _DECODING + sum(each.width * each.height for each in variants) if variants else _DRAWING

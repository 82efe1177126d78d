"""Explanation of an address: what stands there, what it is made from, and whether it is up to date."""

from ..pages import urls
from ..pages.plan import Item, Page
from ..problems import Problem, Span, did_you_mean
from ..sources.site_toml import PATH
from .stages import Made
from .state import Ledger


def explain(made: Made, url: str, past: Ledger, intact: frozenset[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Lines that say what stands at an address, what it is made from, and whether it is up to date."""
    items: dict[str, Item] = {page.url: page for page in made.plan.pages}
    items |= {blob.url: blob for blob in made.plan.blobs}
    items |= {recipe.url: recipe for recipe in made.plan.recipes}
    asked = urls.from_root(url, made.context.config.base_url)
    item = items.get(asked) or items.get(f"/{asked.strip('/')}/") or items.get(f"/{asked.strip('/')}")
    if item is None:
        hint = did_you_mean(asked, items) or "write it as the browser shows it, from the root: `/…/`"
        return (), (Problem("unknown-address", Span(PATH), f'nothing stands at "{asked}"', hint),)
    file = urls.path(item.url)
    lines = [f"address    {item.url}", f"file       {file}"]
    if isinstance(item, Page):
        lines += [f"template   {item.template}", f"view       {type(item.view).__module__}.{type(item.view).__name__}"]
    lines += [f"source     {source}" for source in item.sources]
    lines.append(f"state      {_state(file, made, past, intact)}")
    return tuple(lines), ()


def _state(file: str, made: Made, past: Ledger, intact: frozenset[str]) -> str:
    if file not in past.fingerprints:
        return "new: no build has written it"
    if past.fingerprints[file] != made.fingerprints[file]:
        return "stale: what it shows, its template or the program has changed since it was written"
    return "up to date" if file in intact else "stale: the file is not what was written"

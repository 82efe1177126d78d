"""Checks that need all addresses: of the menu, of templates, of links in texts."""

from collections.abc import Collection, Iterator, Mapping

from ..config import NavigationItem
from ..model.archive import INDEXES
from ..pages import urls
from ..pages.context import Context
from ..pages.parts.search_entries import BUNDLE
from ..pages.plan import Item, Plan
from ..problems import Level, Problem, Span, did_you_mean, nearest
from ..theming import lint
from ..theming.theme import Theme


def placed(context: Context, theme: Theme, planned: Plan) -> Iterator[Problem]:
    """Problems with addresses in the menu, in templates, and in the folder of the search."""
    yield from _in_the_index(context, planned)
    yield from _menu(context, planned)
    yield from _tested(context, planned)
    yield from _dead(context, theme, planned)


def _in_the_index(context: Context, planned: Plan) -> Iterator[Problem]:
    """Problems for files in Pagefind's folder, because the names of its files are not known in advance."""
    folder = context.urls.section("search") + BUNDLE
    items: tuple[Item, ...] = (*planned.pages, *planned.blobs, *planned.recipes)
    for item in items if context.config.search == "pagefind" else ():
        if item.url.startswith(folder):
            message = f'"{item.url}" would stand among the files of the search'
            yield Problem("url-collision", Span(item.sources[0]), message, "give it another name")


def _dead(context: Context, theme: Theme, planned: Plan) -> Iterator[Problem]:
    """Problems for literal links of templates that lead nowhere; those to Pagefind's files can't be checked."""
    folder = context.urls.section("search") + BUNDLE
    for problem in lint.dead_links(theme, addresses_of(planned)):
        if context.config.search != "pagefind" or not problem.subject[0].startswith(folder):
            yield problem


def _menu(context: Context, planned: Plan) -> Iterator[Problem]:
    known = {page.url for page in planned.pages}
    before = _before(context)
    first: dict[str, NavigationItem] = {}
    for item in context.config.navigation:
        for said in dict.fromkeys((item.url, item.label)):
            if (other := first.setdefault(said, item)) is not item:
                message = f'the menu has "{said}" twice; the first is in line {other.span.line}'
                hint = "give each line its own label and address, or delete one"
                yield Problem("navigation", item.span, message, hint, Level.WARNING, (said,))
                break
        if item.url not in known:
            message = f'the menu leads to "{item.url}", where nothing stands'
            top = sorted(url for url in known if url.count("/") == 2)
            hint = did_you_mean(item.url, known) or f"write one that is there: {', '.join(top)}"
            yield Problem("navigation", item.span, message, hint, subject=(item.url,))
        elif item.url in before:
            message = f'the menu leads to "{item.url}", where something stood once'
            hint = f'write "{context.urls.target(*before[item.url])}"'
            yield Problem("navigation", item.span, message, hint, Level.WARNING, (item.url,))
        elif item.url in context.config.moved:
            message = f'the menu leads to "{item.url}", where something stood once'
            to = context.config.moved[item.url]
            hint = f'write "{to}"' if to else "delete the line, for what stood there is gone for good"
            yield Problem("navigation", item.span, message, hint, Level.WARNING, (item.url,))


def _tested(context: Context, planned: Plan) -> Iterator[Problem]:
    """Problems for pages that are said to be tested for accessibility and do not exist."""
    known = {page.url for page in planned.pages}
    said = context.config.accessibility
    for ref in said.pages if said else ():
        if ref.text not in known:
            message = f'no page stands at "{ref.text}", which was tested for accessibility'
            hint = did_you_mean(ref.text, known) or 'write addresses from the root: `pages = ["/"]`'
            yield Problem("navigation", ref.span, message, hint, subject=(ref.text,))


def _before(context: Context) -> Mapping[str, tuple[str, str]]:
    """The former address of everything whose id changed, with its kind and key today."""
    pairs = ((then.partition(":"), now.partition(":")) for then, now in context.archive.former.items())
    return {context.urls.target(then[0], then[2]): (now[0], now[2]) for then, now in pairs}


def by_address(context: Context, known: Collection[str]) -> Iterator[Problem]:
    """Problems for links to this site by its public address: they leave any copy of it, or lead nowhere."""
    archive, base = context.archive, context.config.base_url
    meant = {url: key for url, (_, key) in _before(context).items()}
    meant |= {context.urls.target(kind, key): key for kind in INDEXES for key in archive.index(kind)}
    for record in archive.texts:
        for link in record.body.links:
            if not link.target.startswith(base):
                continue
            url = urls.from_root(link.target, base)
            there = next((each for each in (url, f"{url}/") if each in known), "")
            near = there or nearest(url, meant) or ""
            words = "" if link.text == link.target else f"|{link.text}"
            hint = f"write [[{meant[near]}{words}]]" if near in meant else "delete it"
            if not there:
                yield Problem("broken-link", link.span, f'nothing stands at "{link.target}"', hint, subject=(url,))
            elif there in meant:
                message = f'"{link.target}" leads to the published site, also from a copy of it'
                yield Problem("inner-link", link.span, message, hint, Level.WARNING, (url,))


def addresses_of(planned: Plan) -> frozenset[str]:
    """All addresses that a build may write."""
    items: tuple[Item, ...] = (*planned.pages, *planned.blobs, *planned.recipes)
    return frozenset(item.url for item in items)

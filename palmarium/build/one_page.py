"""One page, rendered from records in memory without a build; nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from .. import config
from ..images import FOLDER, variants
from ..model.archive import Archive
from ..model.withheld import NOBODY
from ..pages import plan
from ..pages.context import Context
from ..pages.parts import picture as pictures
from ..pages.urls import Urls
from ..problems import Problem
from ..sources.cache import recall
from ..sources.disk import Snapshot
from ..sources.layout import RECORDS
from ..theming.i18n import say
from ..theming.render import Renderer, render, sites
from ..theming.theme import Theme, open_theme, words
from . import addresses, discovery, stages, units


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything that a page is made from; `files` are the files of the site that hold no record."""

    files: Mapping[str, bytes]
    context: Context
    theme: Theme
    renderer: Renderer


def opened(files: Mapping[str, bytes], archive: Archive, before: Setting | None = None) -> Setting | None:
    """The setting of an archive, read again where something other than a record has changed; None without a theme."""
    others = {path: data for path, data in files.items() if not path.startswith(RECORDS)}
    if before and before.files == others:
        return _rendering(others, replace(before.context, archive=archive), before.theme, before.renderer)
    settings, _ = config.read(others)
    theme, _ = open_theme(others, settings) if settings else (None, ())
    if settings is None or theme is None:
        return None
    lock, _ = addresses.read(others, settings.base_url)
    pictures, _ = stages.looked_at(others, recall(None, ""))
    changes, _ = stages.changes_told(Snapshot(others, ""), NOBODY)
    urls, spoken = Urls(words(theme.catalogue)), partial(say, theme.catalogue)
    return _rendering(others, Context(archive, settings, urls, spoken, lock.feeds, pictures, changes), theme, None)


def _rendering(files: Mapping[str, bytes], context: Context, theme: Theme, known: Renderer | None) -> Setting:
    """The renderer, kept with its compiled templates as long as the frame of the pages is the same."""
    made, _ = stages.opened_renderer(context, theme, "", units.Log())
    return Setting(files, context, theme, known if known and sites(known) == sites(made) else made)


def picture(setting: Setting, files: Mapping[str, bytes], path: str) -> bytes | None:
    """A file that a page shows of a picture, by its path in the output; None where there is no such picture."""
    for name, shape in setting.context.pictures.items():
        for variant in variants.variants(shape):
            if pictures.address(setting.context, variant) == f"/{path}":
                return next(iter(variants.encoded((variant,), files[FOLDER + name])[0].values()), None)
        if setting.context.urls.media(name) == f"/{path}":
            return files[FOLDER + name]
    return None


def page(setting: Setting, kind: str, key: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The page of a record, by its kind and its key; a template that fails is a problem.

    Raises LookupError where there is no such page, or where a record refers to what is not there.
    """
    maker = next(each for each in discovery.discover("pages") if each.__name__.rpartition(".")[2] == kind)
    make = dict(plan.pages_in_parts(maker, setting.context))[key]
    return render(setting.renderer, make()[0])

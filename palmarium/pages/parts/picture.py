"""Pictures: the files that a browser chooses from, text and caption."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ... import model
from ...images import PictureShape
from ...images.variants import Variant, plain, variants
from ...model import Name
from ...model.archive import Archive
from ..context import Context


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file, `width` pixels across; `url` from the root."""

    url: str
    width: int


@dataclass(frozen=True, slots=True)
class PictureFiles:
    """Files of one form, from small to large; `form` is a MIME type."""

    form: str
    files: tuple[PictureFile, ...]


@dataclass(frozen=True, slots=True)
class Still:
    """One picture in all its files; `url` is the one that any browser shows. Sides of 0 are not known."""

    url: str
    width: int
    height: int
    choices: tuple[PictureFiles, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture and what is said of it; `dark` stands for it on a dark ground. `clear` is one that shows the ground."""

    still: Still
    alt: str
    credit: str
    caption: str
    dark: Still | None
    clear: bool


def picture(context: Context, written: model.Picture | None) -> PictureView | None:
    """A picture as an editor gave it; None without one."""
    if written is None:
        return None
    shape = context.pictures.get(written.src)
    return PictureView(
        still(context, written.src),
        written.alt,
        written.credit,
        written.caption,
        still(context, written.dark) if written.dark else None,
        bool(shape and (shape.is_clear or shape.form == "svg")),
    )


def portrait(context: Context, name: Name) -> PictureView | None:
    """The picture of a name beside its text: a screen reader has the name already."""
    shown = picture(context, name.picture)
    return replace(shown, alt="", credit="", caption="") if shown else None


def still(context: Context, file: str) -> Still:
    shape = context.pictures.get(file)
    if shape is None or shape.is_whole:
        return Still(context.urls.media(file), shape.width if shape else 0, shape.height if shape else 0)
    shown = plain(shape)
    return Still(address(context, shown), shown.width, shown.height, tuple(_choices(context, shape)))


def address(context: Context, variant: Variant) -> str:
    return context.urls.variant(variant.path, variant.digest, variant.width, variant.ending)


def published(context: Context) -> Iterator[str]:
    """Pictures that are published as they are: drawings, those that move, all of them where the site asks for it."""
    every = context.config.pictures.originals
    return (path for path, shape in sorted(context.pictures.items()) if every or shape.is_whole)


def shown(archive: Archive) -> frozenset[str]:
    """Every picture that some page shows, by its path below content/media."""
    return frozenset(_shown(archive))


def _choices(context: Context, shape: PictureShape) -> Iterator[PictureFiles]:
    made = variants(shape)[:-1]
    for ending in shape.modern:
        files = (PictureFile(address(context, each), each.width) for each in made if each.ending == ending)
        yield PictureFiles(f"image/{ending}", tuple(files))


def _shown(archive: Archive) -> Iterator[str]:
    for owner in archive.with_pictures:
        if owner.picture:
            yield from filter(None, (owner.picture.src, owner.picture.dark))
    for record in archive.texts:
        for link in record.body.links:
            if link.target.startswith("media:"):
                yield link.target.removeprefix("media:")

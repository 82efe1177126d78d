"""Write palmares.txt beside the page of each edition: its palmarès as one would paste it into a mail."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..pages.context import Context
from ..pages.messages import Text
from ..pages.parts.palmares import entries
from ..pages.parts.plain_palmares import plain, text_of
from ..pages.plan import Blob, Listed, Part
from ..sources.markdown.typography import typeset

OUTPUT = "palmares"


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    return ((key, partial(_text, context, key)) for key in context.archive.editions)


def _text(context: Context, key: str) -> Iterator[Blob]:
    edition = context.archive.editions[key]
    url = text_of(context, edition)
    if url:
        every = tuple(sorted(entries(context, edition), key=lambda entry: entry.special))
        groups = ([_said(context, line) for line in group] for group in plain(context, edition, every))
        yield Blob(url, ("\n\n".join("\n".join(lines) for lines in groups) + "\n").encode(), (edition.span.path,))


def _said(context: Context, line: Text) -> str:
    return typeset(line if isinstance(line, str) else context.say(line), context.config.language)

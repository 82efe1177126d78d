"""Write the awards that names received as QuickStatements (version 1), for Wikidata.

A line says that an item received an award (P166), when (P585), and where that stands (S854). Only what is sure is
there: a title that stands and was received, of a name whose item is stated. What was received is the item of the
category, or else that of the award. The time is that of the award or of the ceremony; the year of an edition may be
another.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from ..model import Acceptance, Date, Status
from ..model.archive import results_in
from ..pages.context import Context, public
from ..pages.plan import Listed, ListFile, ListLine, Part, Piece

OUTPUT = "quickstatements"
_YEAR, _MONTH, _DAY = 9, 10, 11


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    return ((key, partial(_statements, context, key)) for key in context.archive.editions)


def lists(context: Context) -> Iterator[ListFile]:
    """The file, written even if there is no statement."""
    yield _file(context)


def _file(context: Context) -> ListFile:
    return ListFile(context.urls.data("quickstatements.txt"))


def _statements(context: Context, key: str) -> Iterator[Piece]:
    archive = context.archive
    edition = archive.editions[key]
    award = archive.awards[edition.award].wikidata
    page = public(context, context.urls.edition(key))
    said: dict[str, None] = {}
    for result in results_in(edition):
        if not result.is_title or result.acceptance is not Acceptance.RECEIVED:
            continue
        category = archive.category(result)
        item = (category.wikidata if category else "") or award
        date = result.awarded_on or edition.ceremony.date
        when = f"\tP585\t{_time(date)}" if date else ""
        for holder in result.holders:
            id = archive.ids.get(holder.name.text) if holder.status is Status.ACTIVE else None
            if item and id and archive.names[id].wikidata:
                said[f'{archive.names[id].wikidata}\tP166\t{item}{when}\tS854\t"{page}"\n'] = None
    if said:
        yield ListLine(_file(context), key, "".join(said))


def _time(date: Date) -> str:
    precision = _DAY if date.day else _MONTH if date.month else _YEAR
    return f"+{date.year:04}-{date.month:02}-{date.day:02}T00:00:00Z/{precision}"

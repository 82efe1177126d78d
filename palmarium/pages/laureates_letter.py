"""The pages of one letter of the index of laureates, where it is too long for one page."""

from collections.abc import Iterator

from ..statistics.titles import ALL, most_titled
from .context import Context
from .messages import Message
from .parts.alphabet import LetterView, alphabet, index, laureate_line, letter_view, pages_of_letters
from .parts.linked_data import list_data
from .plan import Page

TEMPLATE = "page/laureates_letter.html"
View = LetterView
_TITLES = 60
"""How many titles the line of a laureate leads to, the latest ones."""


def pages(context: Context) -> Iterator[Page]:
    links = {tally.name: 1 + tally.titles for tally in most_titled(context.archive, ALL)}
    found = index(context, "laureates", links, links.__getitem__)
    letters = alphabet(context, found)
    for page in pages_of_letters(context, found):
        lines = tuple(laureate_line(context, id, _TITLES) for id in page.here.ids)
        view = letter_view(
            context,
            "laureates",
            page,
            letters,
            lines,
            title=Message("Laureates: %(letter)s"),
            description=Message(
                "Laureates under the letter %(letter)s, in alphabetical order, each with its editions."
            ),
            json_ld=list_data(context, context.config.title, page.here.url, (line.link for line in lines)),
        )
        yield Page(page.here.url, TEMPLATE, view)

"""The pages of one letter of the index of names, where it is too long for one page."""

from collections.abc import Iterator

from .context import Context
from .links import Html
from .messages import Message
from .parts.alphabet import LetterView, alphabet, index, letter_view, name_line, pages_of_letters
from .plan import Page

TEMPLATE = "page/names_letter.html"
View = LetterView


def pages(context: Context) -> Iterator[Page]:
    found = index(context, "names", context.archive.names)
    letters = alphabet(context, found)
    for page in pages_of_letters(context, found):
        view = letter_view(
            context,
            "names",
            page,
            letters,
            tuple(name_line(context, id) for id in page.here.ids),
            title=Message("Names: %(letter)s"),
            description=Message("Names under the letter %(letter)s, in alphabetical order."),
            json_ld=Html(""),
        )
        yield Page(page.here.url, TEMPLATE, view)

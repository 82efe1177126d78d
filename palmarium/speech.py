"""Say the values of a view in the site's language.

Owns: how a message, a word, a date, a number and an ordinal are said.   Never: chooses what is said.
"""

from enum import StrEnum

from . import catalogue
from .catalogue import Catalogue
from .model import Date
from .views import Message, Ordinal, Text, Value


def say(speech: Catalogue, text: Text) -> str:
    """Data as it stands; a message as its sentence, with its values said too."""
    if not isinstance(text, Message):
        return text
    values = {name: _spoken(speech, value) for name, value in text.values}
    if text.plural:
        count = text.count or 0
        values = {"num": catalogue.number(count, speech.language), **values}
        return catalogue.fillable(speech.ngettext(text.id, text.plural, count)) % values
    said = speech.gettext(text.id)
    return catalogue.fillable(said) % values if values else said


def word(speech: Catalogue, value: object) -> str:
    """A value of a closed vocabulary, such as `winner` or `jury`."""
    return speech.pgettext("word", str(value))


def _spoken(speech: Catalogue, value: Value) -> str:
    match value:
        case Message():
            return say(speech, value)
        case Date():
            return catalogue.date(value, speech.language)
        case Ordinal():
            return "".join(catalogue.ordinal(value.value, speech.language, value.gender))
        case StrEnum():
            return word(speech, value)
        case int():
            return catalogue.number(value, speech.language)
    return value

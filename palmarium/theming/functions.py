"""What a template may call besides its own macros: declared once, for Jinja, the linter and the manual."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Gives(StrEnum):
    """What a function gives a template."""

    TEXT = "text"
    SENTENCE = "sentence"
    """A sentence of the catalogue, which the linter wants to be there."""
    ADDRESS = "address"
    """What may stand in an `href` or a `src`, since the function checks it."""


@dataclass(frozen=True, slots=True)
class TemplateFunction:
    """A function of templates: its sentence in `docs/themes.md`, what it gives, and the classes in its mark-up."""

    says: str
    gives: Gives = Gives.TEXT
    classes: tuple[str, ...] = ()


FUNCTIONS = MappingProxyType(
    {
        "_": TemplateFunction(
            "`_('English sentence %(x)s', x=…)`: a sentence of the catalogue, with its values", Gives.SENTENCE
        ),
        "gettext": TemplateFunction("the long name of `_`", Gives.SENTENCE),
        "ngettext": TemplateFunction(
            "`ngettext('%(num)s title', '%(num)s titles', n)`: the plural form that fits", Gives.SENTENCE
        ),
        "pgettext": TemplateFunction(
            "`pgettext('context', 'Sentence')`: a sentence that means several things", Gives.SENTENCE
        ),
        "npgettext": TemplateFunction("a plural with a context", Gives.SENTENCE),
        "say": TemplateFunction("`say(text)`: a text as it stands, or a `Message` in the site's language"),
        "word": TemplateFunction("`word(value)`: a value of a closed vocabulary, such as `winner`, in words"),
        "href": TemplateFunction(
            "`href(url)`: a relative link from this page to an address of the site", Gives.ADDRESS
        ),
        "asset": TemplateFunction(
            "`asset('img/icon.svg')`: a relative link to a file of `assets/`, by its hashed name", Gives.ADDRESS
        ),
        "absolute": TemplateFunction("`absolute(url)`: the full address, for canonical links and feeds", Gives.ADDRESS),
        "srcset": TemplateFunction(
            "`srcset(files)`: the files of a picture and how wide each is, for `srcset`", Gives.ADDRESS
        ),
        "shared": TemplateFunction(
            "`shared(page.head)`: the picture that stands for a page where it is shared, for `absolute`", Gives.ADDRESS
        ),
        "report": TemplateFunction(
            "`report(page.head, '#id', text)`: the address at which a reader reports an error of this page, or "
            "of a place on it, with its text as shown; where `site.corrections` is set",
            Gives.ADDRESS,
        ),
        "external": TemplateFunction(
            "`external(url)`: the address of another site, from data; http, https or mailto", Gives.ADDRESS
        ),
        "date": TemplateFunction("`date(page.day)`: a date in words, as precise as it is known"),
        "weekday": TemplateFunction("`weekday(page.day)`: its day of the week, as it stands before the date"),
        "iso": TemplateFunction("`iso(page.day)`: the date as `<time datetime>` wants it"),
        "number": TemplateFunction("`number(n)`: digits grouped as the language does"),
        "money": TemplateFunction("`money(item.amount, item.currency)`: an amount as the language writes it: 3 000 €"),
        "language": TemplateFunction(
            "`language(version.language)`: what a language is called by those who speak it: English, Français"
        ),
        "locale": TemplateFunction("`locale(version.language)`: the same for Open Graph: en_GB, fr_FR"),
        "ordinal": TemplateFunction("`ordinal(4)`, `ordinal(1, 'f')`: 4<sup>e</sup>, 1<sup>re</sup>"),
        "html": TemplateFunction(
            "`html(page.body)`: an `Html` value, printed as mark-up; the only way to do so",
            classes=("footnote-backref", "footnote-ref", "note", "notes", "left", "right", "centre"),
        ),
        "param": TemplateFunction("`param('accent')`: a parameter declared in theme.toml"),
        "medal": TemplateFunction(
            "`medal(item.link.text, item.kind)`: initials in a shape for each kind of name",
            classes=("medal", "rim", "of-"),
        ),
        "ornament": TemplateFunction(
            "`ornament(page.emblem)`: the drawing of an emblem, in the shape that the parameters choose",
            classes=("drawn", "line", "known", "title", "unknown"),
        ),
    }
)
"""Each function; `render` makes them, and a test holds that none is missing."""

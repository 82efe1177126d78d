"""What a template may call besides its own macros: declared once, for Jinja, the linter and the manual."""

from types import MappingProxyType

FUNCTIONS = MappingProxyType(
    {
        "_": "`_('English sentence %(x)s', x=…)`: a sentence of the catalogue, with its values",
        "gettext": "the long name of `_`",
        "ngettext": "`ngettext('%(num)s title', '%(num)s titles', n)`: the plural form that fits",
        "pgettext": "`pgettext('context', 'Sentence')`: a sentence that means several things",
        "npgettext": "a plural with a context",
        "say": "`say(text)`: a text as it stands, or a `Message` in the site's language",
        "word": "`word(value)`: a value of a closed vocabulary, such as `winner`, in words",
        "href": "`href(url)`: a relative link from this page to an address of the site",
        "asset": "`asset('img/icon.svg')`: a relative link to a file of `assets/`, by its hashed name",
        "absolute": "`absolute(url)`: the full address, for canonical links and feeds",
        "srcset": "`srcset(files)`: the files of a picture and how wide each is, for `srcset`",
        "shared": "`shared(page.head)`: the picture that stands for a page where it is shared, for `absolute`",
        "report": "`report(page.head, '#id', text)`: the address at which a reader reports an error of this page, or "
        "of a place on it, with its text as shown; where `site.corrections` is set",
        "external": "`external(url)`: the address of another site, from data; http, https or mailto",
        "date": "`date(page.day)`: a date in words, as precise as it is known",
        "weekday": "`weekday(page.day)`: its day of the week",
        "iso": "`iso(page.day)`: the date as `<time datetime>` wants it",
        "number": "`number(n)`: digits grouped as the language does",
        "money": "`money(item.amount, item.currency)`: an amount as the language writes it: 3 000 €",
        "ordinal": "`ordinal(4)`, `ordinal(1, 'f')`: 4<sup>e</sup>, 1<sup>re</sup>",
        "html": "`html(page.body)`: an `Html` value, printed as mark-up; the only way to do so",
        "param": "`param('accent')`: a parameter declared in theme.toml",
        "medal": "`medal(item.link.text, item.kind)`: initials in a shape for each kind of name",
        "ornament": "`ornament(page.emblem)`: the drawing of an emblem, in the shape that the parameters choose",
    }
)
"""Each function with its sentence in `docs/themes.md`; `render` makes them, and a test holds that none is missing."""

SENTENCES = ("_", "gettext", "ngettext", "pgettext", "npgettext")
"""Those that look up a sentence of the catalogue, which the linter wants to be there."""

ADDRESSES = ("href", "asset", "absolute", "external", "srcset", "shared", "report")
"""Those whose value may stand in an `href` or a `src`, since they check it."""

"""Mistakes of form by code: the meaning of each, a sample with it, and the corrected sample."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Mistake:
    """What a code says; a file, what it holds when it is wrong, and when it is right; or why no text can show it.

    `moved` is where the right one stands, if elsewhere; `beside` are other files that are there each time.
    """

    says: str
    path: str = ""
    broken: str = ""
    right: str = ""
    moved: str = ""
    beside: tuple[tuple[str, str], ...] = ()
    unshown: str = ""

    def samples(self) -> tuple[tuple[str, str, str], ...]:
        """The two texts with their files, the wrong one first."""
        return ("Fails", self.path, self.broken), ("Passes", self.moved or self.path, self.right)


_EDITION = "editions/phare/2011.yaml"
_ARTICLE = "content/articles/a.md"
_NAME = "content/names/ann-crust.md"
_SITE = 'title = "P"\nbase_url = "https://example.org/"\nlanguage = "fr"\n'
_AWARD = "editions/phare/award.yaml"
_PERSON = "---\nname: Ann Crust\nkind: person\n---\n"
_THEMED = (
    ("site.toml", f'{_SITE}theme = "mien"\n'),
    ("themes/mien/theme.toml", 'extends = "base"\n'),
)


def _edition(says: str, broken: str, right: str) -> Mistake:
    return Mistake(says, _EDITION, f"{broken}\n", f"{right}\n")


def _misnamed(says: str, path: str, moved: str, text: str) -> Mistake:
    return Mistake(says, path, text, text, moved)


def _template(says: str, path: str, broken: str, right: str) -> Mistake:
    return Mistake(says, f"themes/mien/{path}", f"{broken}\n", f"{right}\n", beside=_THEMED)


def _imported(says: str) -> Mistake:
    return _unshown(says, "docs/import.md has tables, and what an import tells of each")


def _page(says: str, broken: str, right: str) -> Mistake:
    """A mistake in what the template of a page says in its block."""
    start, end = '{% extends "layout.html" %}\n{% block main %}', "{% endblock %}"
    return _template(says, "templates/page/note.html", f"{start}{broken}{end}", f"{start}{right}{end}")


def _unshown(says: str, why: str) -> Mistake:
    return Mistake(says, unshown=why)


def _article(says: str, broken: str, right: str) -> Mistake:
    return Mistake(says, _ARTICLE, f"---\ntitle: A\n---\n{broken}\n", f"---\ntitle: A\n---\n{right}\n")


MISTAKES: Mapping[str, Mistake] = MappingProxyType(
    {
        # YAML, TOML and the keys of a file
        "yaml": _edition("This is not YAML: the program can't read the file.", "ordinal: [2", "ordinal: 2"),
        "toml": Mistake(
            "This is not TOML: the program can't read the file.", "site.toml", "title = Prix\n", 'title = "Prix"\n'
        ),
        "empty": Mistake("The file holds nothing.", _EDITION, "", "ordinal: 2\n"),
        "front-matter": Mistake(
            "A Markdown file begins with its keys, between two lines of three hyphens.",
            _ARTICLE,
            "title: A\n\nText.\n",
            "---\ntitle: A\n---\nText.\n",
        ),
        "missing-key": Mistake(
            "A key without which the file can't be read.", _ARTICLE, "---\ndeck: B\n---\n", "---\ntitle: A\n---\n"
        ),
        "unknown-key": _edition("There is no such key in this place.", "ordnal: 2", "ordinal: 2"),
        "duplicate-key": _edition("A key stands twice in one mapping.", "ordinal: 2\nordinal: 3", "ordinal: 2"),
        "idle-key": _edition(
            "A key that says nothing without another one.",
            "results: {lumiere: {laureate: Ann, out_of: 20}}",
            "results: {lumiere: {laureate: Ann, score: 12, out_of: 20}}",
        ),
        "empty-key": _edition(
            "A key without a value, which counts as if it were not there.", "theme:\nordinal: 2", "ordinal: 2"
        ),
        "value": _edition("A value that its key can't hold.", "ordinal: second", "ordinal: 2"),
        "doubtful-text": _edition(
            "A text that probably says less or more than was meant.", "theme: “mer”", 'theme: "mer"'
        ),
        "listed-twice": _edition("The same stands twice in one list.", "hosts: [Ann, Ann]", "hosts: [Ann]"),
        "contradiction": _edition(
            "Two keys that can't both be so; the hint says which may go.",
            "results:\n  lumiere: {laureate: Ann Crust, not_awarded: other}",
            "results:\n  lumiere: {not_awarded: other}",
        ),
        "category-id": Mistake(
            "The id of a category is made of small letters, digits and hyphens.",
            _AWARD,
            "name: Le Prix du Phare\nshort: Phare\ncategories: {Grand Prix: Grand Prix}\n",
            "name: Le Prix du Phare\nshort: Phare\ncategories: {grand-prix: Grand Prix, lumiere: Phare de lumière}\n",
        ),
        "no-year": Mistake(
            "An edition has a year: from the name of its file, its ceremony or `sort_year`.",
            "editions/phare/premiere.yaml",
            "ordinal: 2\n",
            "sort_year: 2011\n",
        ),
        "as-drafted": _edition(
            "A line stands as a new file has it: the text of an article, or a value that is still to be confirmed."
            " It is told when the site is published.",
            "ordinal: 2   # repris de 2010, à confirmer",
            "ordinal: 2",
        ),
        "merge": _edition(
            "A merge of git was left unfinished: lines with <<<<<<<, ======= and >>>>>>> stand in the file.",
            "<<<<<<< HEAD\nordinal: 2\n=======\nordinal: 3\n>>>>>>> other",
            "ordinal: 2",
        ),
        "encoding": _edition(
            "A character that nobody sees, or a letter of another alphabet that looks like the right one.",
            "theme: la m\u0435r",
            "theme: la mer",
        ),
        "markup": _edition("Markdown where it is printed as it stands.", "theme: la **mer**", "theme: la mer"),
        "too-long": _unshown(
            "A text is longer than a page, or any reader, can hold.",
            "a text of a million letters, or a paragraph of a thousand marks, is too long to be one",
        ),
        "file-name": _misnamed(
            "A file's name is its address: small letters, digits and hyphens, once each.",
            "content/names/Ann Crust.md",
            _NAME,
            _PERSON,
        ),
        "stray-file": _misnamed(
            "A file where the program reads none of its kind.",
            "content/article/a.md",
            _ARTICLE,
            "---\ntitle: A\n---\nTexte.\n",
        ),
        "conflict-copy": _misnamed(
            "A copy that a synchronised folder made, because two people changed a file at once.",
            "editions/phare/2011.sync-conflict-20111004-101500-ABCDEFG.yaml",
            _EDITION,
            "ordinal: 2\n",
        ),
        "symlink": _unshown(
            "A link of the file system that leads out of the site, to nothing, or in a circle.",
            "a link of the file system holds no text",
        ),
        "unreadable": _unshown(
            "A file that can't be read.",
            "it hangs on who may read the file, or on the drive",
        ),
        "too-large": _unshown(
            "A file that is larger than any page or table needs.",
            "a file of many megabytes is too large to be one",
        ),
        "half-import": _unshown(
            "An import was stopped half-way; the next command finishes it or puts it back.",
            "it hangs on when a command was stopped",
        ),
        # References
        "unknown-name": _article("A link to a name that the archive does not know.", "[[Ann Cust]]", "[[phare/2010]]"),
        "unknown-edition": _article("An edition that is not there.", "[[phare/1911]]", "[[phare/2010]]"),
        "unknown-award": Mistake(
            "An award that is not there.",
            _ARTICLE,
            "---\ntitle: A\nabout: {awards: fare}\n---\n",
            "---\ntitle: A\nabout: {awards: phare}\n---\n",
        ),
        "unknown-category": _edition(
            "A category that the award does not have.", "results: {lumire: Ann}", "results: {lumiere: Ann}"
        ),
        "unknown-article": Mistake(
            "An article that is not there.",
            _ARTICLE,
            "---\ntitle: A\nrelated: b\n---\n",
            "---\ntitle: A\n---\n",
        ),
        "unknown-source": _edition(
            "A source that the file does not describe.",
            "theme: mer\ncited: {theme: s2}",
            "theme: mer\ncited: {theme: s2}\nsources: {s2: {title: T}}",
        ),
        "unknown-round": _edition(
            "A round that the edition does not describe.",
            "results: {lumiere: {laureate: Ann, round: finale}}",
            "rounds: [{id: finale}]\nresults: {lumiere: {laureate: Ann, round: finale}}",
        ),
        "unknown-field": _edition(
            "A citation of a key that the file does not have.",
            "theme: mer\ncited: {theem: s}\nsources: {s: {title: T}}",
            "theme: mer\ncited: {theme: s}\nsources: {s: {title: T}}",
        ),
        "unknown-picture": _article(
            "A picture that is not below content/media.", "![Un phare](phare.jpg)", "Un phare."
        ),
        "unknown-file": _article("A file that is not below content/files.", "[[rapport.pdf]]", "Le rapport."),
        "unknown-block": _article(
            "A block that there is none of.", "{{ palmare phare/2010 }}", "{{ palmares phare/2010 }}"
        ),
        "block": _article("A block with other words than it takes.", "{{ jury }}", "{{ jury phare/2010 }}"),
        "ambiguous-name": Mistake(
            "A name that two files have: each needs a `disambiguation`.",
            _EDITION,
            "jury: [Ann Crust]\n",
            "jury: [ann-crust]\n",
            beside=(
                (_NAME, "---\nname: Ann Crust\nkind: person\ndisambiguation: boulangère\n---\n"),
                ("content/names/ann-crust-2.md", "---\nname: Ann Crust\nkind: person\ndisambiguation: maire\n---\n"),
            ),
        ),
        "undeclared-namesake": Mistake(
            "Two files of one name, of which none says what tells them apart.",
            "content/names/ann-crust-2.md",
            _PERSON,
            "---\nname: Ann Crust\nkind: person\ndisambiguation: maire\n---\n",
            beside=((_NAME, "---\nname: Ann Crust\nkind: person\ndisambiguation: boulangère\n---\n"),),
        ),
        "unclear-kind": _edition(
            "A name that is a person in one place and an organisation in another.",
            "jury: [{name: Ann Crust, org: Ann Crust}]",
            "jury: [{name: Ann Crust, org: Guilde des gardiens}]",
        ),
        "id-collision": _edition(
            "Two names that would have one address.", "results: {lumiere: [Ann's, Ann’s]}", "results: {lumiere: Ann's}"
        ),
        "former-id": _edition(
            "A former id that something has today, or that two things had.", "formerly: 2010", "formerly: deuxieme"
        ),
        "tag-spelling": Mistake(
            "One tag in two spellings.",
            _ARTICLE,
            "---\ntitle: A\ntags: [Mer, mer]\n---\nTexte.\n",
            "---\ntitle: A\ntags: [mer]\n---\nTexte.\n",
        ),
        "navigation": Mistake(
            "A line of the menu that leads to nothing, or stands there twice.",
            "site.toml",
            f'{_SITE}\n[[navigation]]\nlabel = "Prix"\nurl = "/pris/"\n',
            f'{_SITE}\n[[navigation]]\nlabel = "Prix"\nurl = "/prix/"\n',
        ),
        # Markdown
        "broken-link": _article("A link that can't be read.", "[[phare/2010", "[[phare/2010]]"),
        "inner-link": _article(
            "An address that is none.", "[le site](www.example.org)", "[le site](https://www.example.org)"
        ),
        "unsafe-link": _article(
            "An address that would run something.", "[x](javascript:y)", "[x](https://example.org/)"
        ),
        "broken-claim": _article(
            "A claim that can't be read.", "[un titre]{titles", "[un titre]{titles phare/2010 is=1}"
        ),
        "broken-note": _article(
            "A note that is called and not there, or there and not called.", "Oui[^1].", "Oui[^1].\n\n[^1]: Non."
        ),
        "broken-block": _article("A block inside a line.", "Oui {{ palmares phare/2010", "{{ palmares phare/2010 }}"),
        "html-tag": _article("A tag of HTML that is taken away.", "<blink>Oui</blink>", "Oui"),
        "slip": _article(
            "A sign of another dialect of Markdown, which readers would see.", "~~Oui~~", "<del>Oui</del>"
        ),
        "emphasis": _article(
            "Emphasis that begins and does not end, or the other way round.", "Un **mot", "Un **mot**"
        ),
        "heading": _article(
            "A heading that is none, is empty, or skips a level.", "## Un\n\n#### Deux", "## Un\n\n### Deux"
        ),
        "list": _article(
            "An item of a list that stands elsewhere, or is numbered otherwise, than was typed.",
            "3. Ann\n1. Bob",
            "1. Ann\n2. Bob",
        ),
        "table": _article(
            "A row with more or fewer cells than its table.",
            "| a | b |\n|---|---|\n| c |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        "indented-text": _article(
            "A text that is indented by four spaces is shown as code.",
            "Texte.\n\n    Elle a veillé toute la nuit.",
            "Texte.\n\nElle a veillé toute la nuit.",
        ),
        "markdown": _article("What is inside each other deeper than can be read.", f"{'> ' * 120}Oui", "> Oui"),
        "unclosed-code": _article("Code that begins and does not end.", "```\nx", "```\nx\n```"),
        "code-words": _article(
            "Words behind the signs that open a piece of code, where the language of it stands.",
            "```yaml Un relevé\nx: 1\n```",
            "Un relevé :\n\n```yaml\nx: 1\n```",
        ),
        "unclosed-comment": _article("A comment that begins and does not end.", "<!-- x", "<!-- x -->"),
        "pull-quote": _article(
            "A block `quote` without words, or with words that do not stand in the text.",
            "Elle veille.\n\n{{ quote Elle dort }}",
            "Elle veille.\n\n{{ quote Elle veille }}",
        ),
        # site.toml, the theme, pictures
        "no-site": _unshown(
            "There is no site.toml: `palmarium new site FOLDER` writes one.",
            "what is missing is the whole file",
        ),
        "setting": Mistake(
            "A setting with a value that it can't have.",
            "site.toml",
            'title = "P"\nbase_url = "exemple"\nlanguage = "fr"\n',
            _SITE,
        ),
        "contrast": Mistake(
            "A colour that a site sets can hardly be read on those that its theme puts it on.",
            "site.toml",
            f'{_SITE}\n[theme_parameters]\naccent = "#f4f0e6"\n',
            f'{_SITE}\n[theme_parameters]\naccent = "#0f3a2c"\n',
        ),
        "unused-exception": Mistake(
            "An exception in site.toml that nothing needs any more.",
            "site.toml",
            f'{_SITE}\n[exceptions]\nnear-duplicate = [{{texts = ["Ann", "Anne"], reason = "R"}}]\n',
            _SITE,
        ),
        "hidden-name": Mistake(
            "A name that is withheld stands in a text that would be published.",
            _EDITION,
            "theme: Ann Crust\n",
            "theme: mer\n",
            beside=(
                (_NAME, "---\nname: Ann Crust\nkind: person\nhidden: {reason: demande, since: 2011-01-01}\n---\n"),
            ),
        ),
        "timezone": Mistake(
            "Articles have times, and `timezone` in site.toml says not where.",
            _ARTICLE,
            "---\ntitle: A\ndate: 2010-10-05\ntime: 09:18\n---\nTexte.\n",
            "---\ntitle: A\ndate: 2010-10-05\n---\nTexte.\n",
        ),
        "near-publisher": Mistake(
            "The publisher of the site is written almost like an organisation that the archive knows.",
            "site.toml",
            f'{_SITE}publisher = "Corderi Vauban"\n',
            f'{_SITE}publisher = "Corderie Vauban"\n',
            beside=(("content/names/corderie-vauban.md", "---\nname: Corderie Vauban\nkind: organisation\n---\n"),),
        ),
        "compress": _unshown(
            "A way to compress that is not installed.",
            "it hangs on what is installed",
        ),
        "theme": Mistake(
            "A theme that can't be read.",
            "site.toml",
            f'{_SITE}theme = "bass"\n',
            f'{_SITE}theme = "base"\n',
        ),
        "template": _template(
            "A template that can't be read, or does what none may.",
            "templates/page/note.html",
            "{% if %}",
            '{% extends "layout.html" %}',
        ),
        "catalogue": _template(
            "A catalogue of sentences that lacks one, or holds one that no page says.",
            "locale/fr/LC_MESSAGES/messages.po",
            'msgid "Awards"\nmsgstr "Prix',
            'msgid "Awards"\nmsgstr "Prix"',
        ),
        "style": _template(
            "A style sheet or script that can't be read.", "assets/css/mien.css", "p { color: red", "p { color: red }"
        ),
        "dead-link": _page(
            "An address at which nothing stands: one that a template has, or, with `check --links`, of another site.",
            "<a href=\"{{ href('/nom/') }}\">Ann</a>",
            "<a href=\"{{ href('/noms/') }}\">Ann</a>",
        ),
        # Templates of a theme
        "autoescape": _page(
            "A template that would print texts as they are, so that any of them could run.",
            "{% autoescape false %}{{ page.title }}{% endautoescape %}",
            "{{ page.title }}",
        ),
        "unsafe-filter": _page("The same, by the filter `safe`.", "{{ page.title|safe }}", "{{ page.title }}"),
        "unsafe-attribute": _page(
            "A way from a value to the program behind it.", "{{ page.title.__class__ }}", "{{ page.title }}"
        ),
        "unknown-method": _page(
            "Something called of a value that a template may not call.",
            "{{ page.title.format(1) }}",
            "{{ page.title }}",
        ),
        "unknown-filter": _page("A filter that is none.", "{{ page.title|upcase }}", "{{ page.title|upper }}"),
        "unknown-test": _page(
            "A test that is none.", "{% if 3 is odder %}Ann{% endif %}", "{% if 3 is odd %}Ann{% endif %}"
        ),
        "unknown-view-field": _page("A field that this page does not have.", "{{ page.titel }}", "{{ page.title }}"),
        "taken-name": _page(
            "A name of the template's own that is that of a function.",
            '{% set href = "Ann" %}{{ href }}',
            '{% set who = "Ann" %}{{ who }}',
        ),
        "dynamic-template": _page(
            "A template reached by a name that is made while a page is drawn.",
            "{% include page.title %}",
            '{% include "mien:part/ann.html" %}',
        ),
        "lost-block": _template(
            "What nobody would see: a block that no template below has, or words beside the blocks.",
            "templates/page/note.html",
            '{% extends "layout.html" %}\n{% block mian %}Ann{% endblock %}',
            '{% extends "layout.html" %}\n{% block main %}Ann{% endblock %}',
        ),
        "untranslated": _page(
            "A sentence that the theme's catalogue does not have.", "{{ _('Some lighthouses') }}", "{{ _('Awards') }}"
        ),
        "sentence": Mistake(
            "A sentence with a tag in it: a translation is plain text.",
            "themes/mien/templates/page/note.html",
            '{% extends "layout.html" %}\n{% block main %}{{ _("<b>Ann</b>") }}{% endblock %}\n',
            '{% extends "layout.html" %}\n{% block main %}<b>{{ _("Ann") }}</b>{% endblock %}\n',
            beside=(
                *_THEMED,
                (
                    "themes/mien/locale/fr/LC_MESSAGES/messages.po",
                    'msgid "<b>Ann</b>"\nmsgstr "<b>Ann</b>"\n\nmsgid "Ann"\nmsgstr "Ann"\n',
                ),
            ),
        ),
        "computed-tag": _page(
            "A value printed inside a tag, where it could become an attribute.",
            "<p {{ page.title }}>Ann</p>",
            '<p title="{{ page.title }}">Ann</p>',
        ),
        "unquoted-attribute": _page(
            "A value of an attribute without quotes.",
            "<p title={{ page.title }}>Ann</p>",
            '<p title="{{ page.title }}">Ann</p>',
        ),
        "unclosed-quote": _page(
            "A quote of an attribute that is not closed: a browser reads the text behind it as part of it.",
            '<p class="motto>Ann</p>',
            '<p class="motto">Ann</p>',
        ),
        "inline-script": _page(
            "A script in the page, which no policy of a host would let run.",
            "<script>alert(1)</script>",
            "<script src=\"{{ asset('js/links.js') }}\" defer></script>",
        ),
        "inline-style": _page(
            "A style in the page, which no policy of a host would let hold.",
            '<p style="color: red">Ann</p>',
            '<p class="red">Ann</p>',
        ),
        "unchecked-address": _page(
            "An address from the data that nothing checks.",
            '<a href="{{ page.title }}">Ann</a>',
            "<a href=\"{{ href('/noms/') }}\">Ann</a>",
        ),
        "fixed-address": _page(
            "An address that would be wrong on a site below a folder.",
            '<a href="/noms/">Ann</a>',
            "<a href=\"{{ href('/noms/') }}\">Ann</a>",
        ),
        "stray-template": Mistake(
            "A template that no page is made with.",
            "themes/mien/templates/page/notes.html",
            '{% extends "layout.html" %}\n',
            '{% extends "layout.html" %}\n',
            "themes/mien/templates/page/note.html",
            _THEMED,
        ),
        "duplicate-id": _page(
            "A page with two elements of one id.",
            '<p id="un">Ann</p><p id="un">Bo</p>',
            '<p id="un">Ann</p><p id="deux">Bo</p>',
        ),
        "picture": Mistake(
            "A picture that can't be read, or is not of a kind that browsers show, or does not say how large it is.",
            "content/media/a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>\n',
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n',
        ),
        "picture-place": _unshown(
            "A picture that says where it was taken.",
            "the place stands in the bytes of a photograph",
        ),
        "unsafe-picture": Mistake(
            "A drawing (SVG) with more than a drawing needs.",
            "content/media/a.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>\n',
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n',
        ),
        # Addresses and the output
        "url-collision": _misnamed(
            "Two pages at one address.",
            "content/pages/prix.md",
            "content/pages/les-prix.md",
            "---\ntitle: Prix\n---\nTexte.\n",
        ),
        "url-lock": Mistake("A line of urls.lock that is no address.", "urls.lock", "prix/phare\n", "/prix/phare/\n"),
        "fact-lock": Mistake(
            "A line of content/facts.lock that is no record. It is told when the site is published.",
            "content/facts.lock",
            "autre\n",
            '["award", "phare", {"name": ["Le Prix du Phare"]}]\n',
        ),
        "change-log": Mistake(
            "A line of content/changes.jsonl that is no change.", "content/changes.jsonl", "autre\n", ""
        ),
        "lost-address": Mistake(
            "An address that was published would lead nowhere: `formerly` says what has it now.",
            "urls.lock",
            "/noms/ann-crust/\n",
            "/noms/corderie-vauban/\n",
        ),
        "moved": Mistake(
            "A line of `[moved]` in site.toml that leads to nothing, or from what is there.",
            "site.toml",
            f'{_SITE}\n[moved]\n"/ancien/" = "/pris/"\n',
            f'{_SITE}\n[moved]\n"/ancien/" = "/prix/"\n',
        ),
        "other-base": Mistake(
            "The address of the site in site.toml is another than the one under which it was published.",
            "urls.lock",
            "base https://another.example/\n",
            "base https://example.org/\n",
        ),
        "unknown-address": _unshown(
            "An address of this site at which nothing stands.",
            "it is about the address that was asked for",
        ),
        "host-domain": Mistake(
            "A domain of your own that the file CNAME does not hold as the host reads it.",
            "content/files/CNAME",
            "https://example.org/\n",
            "example.org\n",
        ),
        "host-file": Mistake(
            "A file that only another host reads.",
            "site.toml",
            f'{_SITE}host = "github-pages"\n',
            _SITE,
            beside=(("content/files/_redirects", "/a /b\n"),),
        ),
        "host-limit": _unshown(
            "More files, or larger ones, than the host takes.",
            "it takes thousands of files, or one of many megabytes",
        ),
        "output": _unshown(
            "The folder of the output can't be written.",
            "it hangs on who may write into the folder",
        ),
        "output-path": _unshown(
            "A file of the output would have a path that some system can't hold, or that leads out of it.",
            "the names of your files are told before that",
        ),
        "in-place": _unshown(
            "The site stays in its folder, because it could not be exchanged for the new one at once.",
            "it hangs on the file system",
        ),
        "search": _unshown(
            "The search index could not be made.",
            "it hangs on the program that makes the index",
        ),
        "deploy": _unshown(
            "The site could not be brought where site.toml says.",
            "it hangs on the place to which the site is brought",
        ),
        "busy": _unshown(
            "Another build is writing this site: wait until it is done.",
            "it hangs on what else runs",
        ),
        # Tables that are imported
        "no-mapping": _imported(
            "There is no mapping beside the table, which says what is what: `--guess` writes a first one."
        ),
        "format": _imported("The file is in a form that can't be read, or hardly in the one that was read."),
        "not-text": _imported("A file that is no text, where one was expected."),
        "line-ends": _imported("Lines that end in several ways."),
        "delimiter": _imported("What stands between two cells of a line could not be told."),
        "stray-quote": _imported("A quotation mark inside a cell that none opened."),
        "json": _imported("This is not JSON, or nested too deep."),
        "rows": _imported(
            "Nothing, or no list, stands where the mapping says that the rows are, or more of them stand elsewhere."
        ),
        "no-rows": _imported("A table or a list without a row."),
        "too-wide": _imported("A row with more columns than any table has."),
        "header": _imported("A row of headings that is missing, lacks a name, or has one twice."),
        "ragged-row": _imported("A row with more or fewer cells than there are headings."),
        "ragged-rows": _imported("Many rows with more or fewer cells than there are headings."),
        "sheet": _imported(
            "Another sheet or table of the file holds rows too, or the one that was named is not there."
        ),
        "hidden-cells": _imported("Rows or columns that are hidden in the spreadsheet, and are read."),
        "merged-cells": _imported("Cells that are one in the spreadsheet."),
        "uneven-emphasis": _imported(
            "Cells that are bold or coloured where others of their column are not, which may say something."
        ),
        "keep": _imported("A word of `keep` that names nothing that can be kept."),
        "wide": _imported("The names that columns get as rows are those of other columns."),
        "join": _imported("Rows of two files that could not be put beside each other, or in several ways."),
        "map": _imported("A file that is to hold texts and what to put in their place, and does not."),
        "unknown-column": _imported("A column that the table does not have."),
        "text-or-column": _imported(
            "A text that is the name of a column, without the braces that would stand for its cell."
        ),
        "idle-rule": _imported(
            "A part of a mapping about rows of which the table has none, and a text that is nearly what it names."
        ),
        "row-not-landed": _imported("A row of which nothing was taken, and why."),
        "value-left-out": _imported("A cell that could not be taken, while the rest of its row was."),
        "rows-differ": _imported("Two rows that say something else of the same thing."),
        "said-twice": _imported("One result that two rows state."),
        "partly-empty": _imported("A place that some rows of a category have and others lack."),
        "odd-edition": _imported("An edition that hardly is one: a year far ahead or out of order, or a season."),
        "odd-value": _imported("A value unlike the others of its column."),
        "line-breaks": _imported("A cell of several lines, which may be several names."),
        "joined-cells": _imported("A cell in which two may have run together."),
        "marked-name": _imported("A name with a sign behind it, which says something elsewhere."),
        "more-than-names": _imported("A line of a list of names that says more than a name."),
        "near-name": _imported("A name that is written almost like one that the archive knows."),
        "unsure-kind": _imported(
            "A name of which the table does not say what it is: a person, an organisation, a team or a work."
        ),
        "import-differs": _imported("What the table says is not what a file says, and the file stays as it is."),
        "import-taken": _imported(
            "What the table says is not what a file said, and was taken, because `--take-import` asks for that."
        ),
    }
)
"""Of each code that `build`, `check`, `deploy` and `import` tell and that is no check's."""

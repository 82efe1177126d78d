"""Manuals generated from the program: data, tables, settings, themes, checks; and JSON Schemas."""

import dataclasses
import inspect
import re
import textwrap
import types
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType, ModuleType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .. import config
from ..build.limits import LIMITS, Limits
from ..exports.records.columns import TABLES, Column, CsvTable
from ..exports.records.relations import RELATIONS
from ..model import Date, Ref
from ..pages import links
from ..pages.parts.data_index import VIEWS
from ..problems import Span
from ..sources.load import UNKNOWN
from ..sources.schema.outline import FILES, Form, FormKey, Type, forms
from ..sources.schema.written import fields_by_key
from ..statistics.counting import COUNTS
from ..theming import sandbox
from ..theming.functions import FUNCTIONS
from . import theme_manual
from .mistakes import Mistake
from .offers import Known

_PLAIN = MappingProxyType({str: "text", int: "number", bool: "true or false", Date: "date"})
_GENERATED = "<!-- Written by `make docs`; a test says when it is out of date. Edit the program, not this file. -->"
_NOTHING: Known = MappingProxyType({})
_UNCATEGORISED = (UNKNOWN, "laureates whose category is not known")
_SHARED = ("context", "links", "plan", "urls", "charts")


def data() -> str:
    """Every file, key, type and sentence of the written form."""
    files = "\n".join(f"| `{path}` | [{form.__name__}](#{form.__name__.lower()}) |" for path, form in FILES.items())
    every = {form.name: form for root in FILES.values() for form in forms(root)}
    counts = "\n".join(f"| `{name}` | {rule.says} |" for name, rule in COUNTS.items())
    parts = (
        _DATA,
        f"| file | form |\n|---|---|\n{files}",
        *(_form(form) for form in every.values()),
        f"{_COUNTS}\n{counts}",
    )
    return "\n\n".join(parts) + "\n"


def tables() -> str:
    """Every table that a site publishes, with its columns."""
    return "\n\n".join((_TABLES, *(_table(table) for table in TABLES.values()), _database())) + "\n"


def _database() -> str:
    """What the database has beside those tables."""
    more = [table for name, table in RELATIONS.items() if table is not TABLES.get(name)]
    tables = "\n\n".join(f"### {table.name}\n\n{_said(table)}" for table in more)
    views = "\n".join(f"| `{name}` | {says.id} |" for name, says in VIEWS.items())
    return f"{_DATABASE}\n\n{tables}\n\n### Views\n\n| view | what it tells |\n|---|---|\n{views}\n\n{_QUESTIONS}"


def settings() -> str:
    """The settings of site.toml."""
    rows = [_setting(*field) for field in fields_by_key(config.Config).items()]
    items = [_setting(*field) for field in fields_by_key(config.NavigationItem).items()]
    accepted = [_setting(*field) for field in fields_by_key(config.Accepted).items()]
    outputs = [_setting(*field) for field in fields_by_key(config.Outputs).items()]
    hosts = [_setting(*field) for field in fields_by_key(config.Host).items()]
    limits = [_limit(name, each) for name, each in LIMITS.items()]
    parts = (
        _SETTINGS,
        *rows,
        "",
        _NAVIGATION,
        *items,
        "",
        _OUTPUTS,
        *outputs,
        "",
        _HOST,
        *hosts,
        "",
        _LIMITS,
        *limits,
        "",
        _COMPRESSING,
    )
    return "\n".join((*parts, _EXCEPTIONS, *accepted)) + "\n"


def _limit(name: str, limits: Limits) -> str:
    counts = (limits.files, limits.redirects, limits.folders, limits.headers)
    sizes = (limits.file and f"{limits.file // (1 << 20)} MiB", limits.whole and f"{limits.whole // 10**9} GB")
    files, single, folders, headers = (f"{count:,}" if count else "" for count in counts)
    cells = (f"`{name}`", files, *(size or "" for size in sizes), single, folders, headers)
    return f"| {' | '.join(cells)} |"


def checks(modules: Iterable[ModuleType]) -> str:
    """The manual of every check, which is its module's docstring."""
    found = sorted(modules, key=lambda module: str(module.CODE))
    rows = [f"| [`{m.CODE}`](#{m.CODE}) | {m.LEVEL} | {_first(m)} |" for m in found]
    return "\n".join((_CHECKS, *rows, "", "\n\n".join(_check(module) for module in found))) + "\n"


def themes(kinds: Iterable[ModuleType], files: Mapping[str, bytes]) -> str:
    """What a template of each kind of page may see, and what the themes of `files` have that another one can change."""
    functions = "\n".join(f"| `{name}` | {function.says} |" for name, function in FUNCTIONS.items())
    kinds = tuple(kinds)
    pieces = _pieces(kind.View for kind in kinds)
    return (
        "\n\n".join(
            (
                _THEMES,
                f"| name | what it does |\n|---|---|\n{functions}",
                _sandbox(),
                "## `site`",
                _fields(links.Site),
                "## Kinds of page",
                *(_kind(kind) for kind in kinds),
                "## Pieces of views",
                *(f"### {_title(piece)}\n\n{_says(piece)}\n\n{_fields(piece)}" for piece in pieces),
                theme_manual.manual(files),
            )
        )
        + "\n"
    )


def _sandbox() -> str:
    lists = (", ".join(f"`{name}`" for name in names) for names in (sandbox.FILTERS, sandbox.TESTS, sandbox.METHODS))
    return _SANDBOX.format(*lists, sandbox.LONGEST // 1_000_000, sandbox.ALLOWANCE // 1_000_000)


def json_schema(path: str, known: Known = _NOTHING) -> dict[str, Any]:
    """A JSON Schema of one kind of file, for editors that complete and check while one types.

    `known` are the texts to offer, by the kind of thing that they name, each with what it stands for. Where categories
    are known, another one needs a name of its own.
    """
    found = forms(FILES[path])
    offered = {
        leads: {"type": ["string", "number", "boolean"], "examples": list(texts)} for leads, texts in known.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": path,
        **_object(found[0], known),
        "$defs": {**{form.name: _either(_object(form, known), form.bare, known) for form in found}, **offered},
    }


def _table(table: CsvTable[Any, Any]) -> str:
    return f"## {table.name}.csv\n\n{_said(table)}"


def _said(table: CsvTable[Any, Any]) -> str:
    rows = "\n".join(f"| `{column.name}` | {_cell(column)} | {column.sentence} |" for column in table.columns)
    key = f" Key: {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    return f"{table.sentence.capitalize()}.{key}\n\n| column | value | |\n|---|---|---|\n{rows}"


def _cell(column: Column[Any, Any]) -> str:
    one = get_args(column.type)[0] if column.is_list else column.type
    words = " ".join(f"`{word}`" for word in one) if issubclass(one, Enum) else _PLAIN[one]
    value = f"id of [{column.refers}](#{column.refers}csv)" if column.refers in TABLES else words
    return f"{value}, any number" if column.is_list else value


def _form(form: Form) -> str:
    bare = f"\n\nShort form: {_type(form.bare)}." if form.bare else ""
    rows = "\n".join(_row(key) for key in form.keys)
    names = ", ".join(f"`{key.name}`" for key in form.also)
    also = f"\n\nIn the short form also: {names}." if form.also else ""
    return f"## {form.name}\n\n{form.says}{bare}\n\n| key | value | |\n|---|---|---|\n{rows}{also}"


def _row(key: FormKey) -> str:
    needed = "**needed.** " if key.required else ""
    beside = f"; beside {' or '.join(f'`{other}`' for other in key.needs)} only" if key.needs else ""
    return f"| `{key.name}` | {_type(key.type)} | {needed}{key.says}{beside} |"


def _type(type: Type) -> str:
    match type.is_a:
        case "choice":
            return " ".join(f"`{word}`" for word in type.words)
        case "form":
            return f"[{type.form}](#{type.form.lower()})"
        case "list":
            return f"{_type(type.of or type)}, one or several"
        case "mapping":
            return f"{_type(type.of or type)}, by id"
    return type.is_a


def _setting(key: str, field: Any) -> str:
    default = f"`{str(field.default).lower()}`" if isinstance(field.default, str | bool) and field.default else ""
    return f"| `{key}` | {'**needed**' if field.is_required() else default} | {field.description} |"


def _first(thing: object) -> str:
    """The first sentence of what documents itself."""
    return (inspect.getdoc(thing) or "").split("\n")[0].rstrip(".")


def _check(module: ModuleType) -> str:
    return f"## {module.CODE}\n\n{inspect.getdoc(module)}"


def manual(check: ModuleType) -> str:
    """The manual of one check for a terminal: its samples indented, and how site.toml changes its level."""
    shown, inside = [], False
    for line in (inspect.getdoc(check) or "").splitlines():
        inside = inside != line.startswith("```")
        if not line.startswith("```"):
            shown.append(f"    {line}" if inside and line else line)
    without = f'In site.toml, to be without it:\n\n    [checks]\n    {check.CODE} = "off"'
    return "\n".join((f"{check.CODE} ({check.LEVEL})\n", *shown, f"\n{without}"))


def mistake(code: str, said: Mistake) -> str:
    """What a mistake of form is for a terminal, with the file in which it is made, and the same file without it."""
    if not said.path:
        return f"{code}\n\n{said.says}\n\nNo sample: {said.unshown}."
    texts = (
        *((f"Beside, {path}", text) for path, text in said.beside),
        *((f"{word}, {path}", text) for word, path, text in said.samples()),
    )
    shown = (f"{head}:\n\n{textwrap.indent(text or '(nothing)', '    ').rstrip()}" for head, text in texts)
    return "\n\n".join((code, said.says, *shown))


def _kind(kind: ModuleType) -> str:
    name = kind.__name__.rsplit(".", 1)[-1]
    return f"### {name}\n\n`{kind.TEMPLATE}`. {_says(kind.View)}\n\n{_fields(kind.View)}"


def _says(cls: type) -> str:
    return re.sub(r"(?<!\n)\n(?!\n)", " ", inspect.getdoc(cls) or "")


def _fields(cls: type) -> str:
    hints = get_type_hints(cls)
    comments = dict(_comments(cls))
    rows = (
        f"| `{field.name}` | {_hint(hints[field.name])} | {comments.get(field.name, '')} |"
        for field in dataclasses.fields(cls)
        if field.name != "span"
    )
    derived = (f"| `{name}` | {_hint(get_type_hints(get)['return'])} | {_first(get)} |" for name, get in _asked(cls))
    return "| field | type | |\n|---|---|---|\n" + "\n".join((*rows, *derived))


def _asked(cls: type) -> Iterator[tuple[str, Any]]:
    """The properties of a piece, with the functions that give them."""
    return ((name, each.fget) for name, each in vars(cls).items() if isinstance(each, property))


def _comments(cls: type) -> Iterator[tuple[str, str]]:
    """The comment beside a field, or the lines of comment above it."""
    above: tuple[str, ...] = ()
    for line in inspect.getsource(cls).split("\n"):
        found = re.match(r"    (\w+): .*?(?:  # (.*))?$", line)
        if found:
            yield found[1], found[2] or " ".join(above)
        comment = re.match(r"    # (.*)", line)
        above = (*above, comment[1]) if comment else ()


def _hint(hint: Any) -> str:
    """A type in a theme maker's words."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        given = [each for each in arguments if each is not types.NoneType]
        return " or ".join(_hint(each) for each in given) + (" or `none`" if len(given) < len(arguments) else "")
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return f"several {_hint(arguments[0])}"
    if origin is tuple:
        return "(" + ", ".join(_hint(each) for each in arguments) + ")"
    if origin and dataclasses.is_dataclass(origin):
        return f"{_hint(origin)} of {', '.join(map(_hint, arguments))}"
    if isinstance(hint, type) and _is_piece(hint):
        return f"[{hint.__name__}](#{re.sub(r'[()]', '', _title(hint)).replace(' ', '-').lower()})"
    return f"`{getattr(hint, '__name__', str(hint))}`"


def _pieces(roots: Iterable[type]) -> list[type]:
    """Every dataclass inside the views, by name; two kinds may each have one of the same name."""
    seen: dict[type, None] = {}
    pending: list[Any] = [hint for root in (*roots, links.Site) for hint in _hints(root)]
    while pending:
        hint = pending.pop()
        pending += (*get_args(hint), *filter(None, [get_origin(hint)]))
        if isinstance(hint, type) and _is_piece(hint) and hint not in seen:
            seen[hint] = None
            pending += _hints(hint)
    return sorted(seen, key=lambda cls: (cls.__name__, cls.__module__))


def _hints(cls: type) -> Iterator[Any]:
    """The types of the fields and properties of a piece."""
    yield from get_type_hints(cls).values()
    yield from (get_type_hints(get)["return"] for _, get in _asked(cls))


def _is_piece(hint: type) -> bool:
    """What a template looks into: not a date, which a function prints, nor the place where something is written."""
    return dataclasses.is_dataclass(hint) and hint not in (Date, Ref, Span)


def _title(piece: type) -> str:
    """Pieces of one kind of page alone say which."""
    module = piece.__module__.split(".")
    return f"{piece.__name__} ({module[-1]})" if module[-2] == "pages" and module[-1] not in _SHARED else piece.__name__


def _object(form: Form, known: Known) -> dict[str, Any]:
    return {
        "type": "object",
        **_saying(form.says),
        "properties": {key.name: {**_saying(key.says), **_value(key.type, known)} for key in (*form.keys, *form.also)},
        "required": [key.name for key in form.keys if key.required and not form.also],
        "dependentSchemas": {
            key.name: {"anyOf": [{"required": [other]} for other in key.needs]}
            for key in (*form.keys, *form.also)
            if key.needs
        },
        "additionalProperties": False,
    }


def _saying(says: str) -> dict[str, Any]:
    """A sentence, twice where it has signs of Markdown: some editors print those of a description."""
    return {"description": says, **({"markdownDescription": says} if "`" in says else {})}


def _value(type: Type, known: Known) -> dict[str, Any]:
    if type.leads in known and type.is_a != "mapping":
        return {"$ref": f"#/$defs/{type.leads}"}
    match type.is_a:
        case "choice":
            return {"enum": list(type.words)}
        case "form":
            return {"$ref": f"#/$defs/{type.form}"}
        case "list" if type.of:
            one = _value(type.of, known)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case "mapping" if type.of:
            return _mapping(_value(type.of, known), known.get(type.leads))
        case "number":
            return {"type": ["integer", "string"]}
        case "true or false":
            return {"type": "boolean"}
    return {"type": ["string", "number", "boolean"]}


def _mapping(value: dict[str, Any], keys: Mapping[str, str] | None) -> dict[str, Any]:
    """Free keys, or these; of others it must be said what they are."""
    mapping = {"type": ["object", "null"], "additionalProperties": value}
    if not keys:
        return mapping
    own = {"type": "object", "anyOf": [{"required": ["special"]}, {"required": ["name"]}], **value}
    said = {"errorMessage": "none of the categories of this award; an award apart has `special: true` and a `name`"}
    return {
        **mapping,
        "properties": {key: {**_saying(says), **value} for key, says in (*keys.items(), _UNCATEGORISED)},
        "additionalProperties": {**own, **said},
    }


def _either(mapping: dict[str, Any], bare: Type | None, known: Known) -> dict[str, Any]:
    return {"anyOf": [mapping, _value(bare, known)]} if bare else mapping


_DATA = f"""\
# Data reference

{_GENERATED}

What each file of a site may hold. Where a list is expected, a single value is a list of one. Scalars are never
guessed at: `no`, `0123` and `12:30` are the texts you typed. A **date** is `2011`, `2011-10` or `2011-10-03`, and keeps
its precision. A **reference** is a name, a spelling of it, or an id. A **share** is a fraction such as `1/4`.
How to use all this: [the editor's guide](editor.md)."""

_TABLES = f"""\
# Tables

{_GENERATED}

The tables that a site publishes below `data/`: comma-separated values in UTF-8, a line of column names, lines that end
in CRLF. An empty cell is a value that is missing. A **date** is `2011`, `2011-10` or `2011-10-03`, as precise as it is
known. Where a cell holds **any number** of values, ` | ` separates them; where columns go together, as `role`, `org`
and `org_name` do, the first value of one belongs to the first of the others. What a spreadsheet would run as a
formula has an apostrophe in front, at the beginning of a cell and behind a semicolon: take one away, and it is the
text. The columns of a **key** identify a row."""

_DATABASE = """\
## archive.sqlite

The same in one file, for SQLite: the tables above with their types, keys and references, but for `reconciliation`, and
these. What is missing is NULL. Values of a list are in a table of their own, beside the key and their `position`:
`names_aliases`, `results_sources`; lists that go together are in one (`results_posts`, `juries_posts`,
`categories_lineage`). A date is a text. The sentence of each column stands in `.schema`; `about` says what the archive
is called, and on which terms it may be used. The same sources make the same bytes."""

_QUESTIONS = """\
### Ask it

Any program that reads SQLite opens the file: `sqlite3 archive.sqlite`, DB Browser for SQLite, Datasette, DuckDB, or
`sqlite3.connect("archive.sqlite")` in Python. Ask the views first; the tables have the rest.

Who has most titles?

```sql
SELECT name, titles, editions, first, last FROM titles_by_name LIMIT 10;
```

Who won what in 2011, under the name of the time?

```sql
SELECT label, category_name, name_then, url FROM winners WHERE year = 2011 ORDER BY label, category_name;
```

Which laureates had somebody of their own on the jury?

```sql
SELECT w.label, w.category_name, w.name, j.name AS juror, p.role
FROM winners AS w
JOIN juries_posts AS p ON p.edition = w.edition AND p.org = w.laureate
JOIN juries AS j ON j.edition = p.edition AND j.number = p.number;
```

The site itself has no console for SQL. SQLite for browsers is 0.7 MB of WebAssembly, more than the database of a small
archive, and its page needs a looser content security policy (`wasm-unsafe-eval`). `datasette-lite` opens a database by
its address where the host lets other sites read it, as what is written for Cloudflare, Netlify, Apache, nginx and Caddy
does."""

_COUNTS = """\
## Counts

What `count` of a [Claim](#claim) may be. Each build counts again, and says *agrees*, *differs* or *not computable*,
with the reason.

| count | what it counts |
|---|---|"""

_SETTINGS = f"""\
# Settings

{_GENERATED}

`site.toml`, beside the folders of a site, holds its settings. An unknown key is a problem with a suggestion.

| key | default | |
|---|---|---|"""

_NAVIGATION = """\
Each `[[navigation]]` table is one line of the menu:

| key | default | |
|---|---|---|"""

_OUTPUTS = """\
Below `[outputs]` stands what is made beside the pages, each `true` or `false`. No page leads to what is not made. What
was published stays: a build says what it would drop. Compressed copies and the index of Pagefind are made where
`compress` and `search` ask for them.

| key | default | |
|---|---|---|"""

_HOST = """\
`host = "cloudflare"` names who serves the site, and a table `[host]` says more. [How to publish](editor.md#publish)
tells what is written for each.

| key | default | |
|---|---|---|"""

_LIMITS = """\
What a host takes at most is counted in every build: a warning from nine tenths on, an error when the site is published.
Of redirects and rules of headers a host leaves out what is too many, which is a warning; pages at old addresses lead on
all the same.

| host | files | a file | all of it | redirects | those with `*` | rules of headers |
|---|---|---|---|---|---|---|"""

_COMPRESSING = """\
`compress = ["br", "gz"]` puts `index.html.br` and `index.html.gz` beside `index.html`, and so for every page, style
sheet, script, drawing and table above one kilobyte; a build makes again those of files that changed. nginx sends them
with `gzip_static on;` and, where its Brotli module is installed, `brotli_static on;`; Caddy with
`file_server { precompressed br gzip }`; Apache with a rewrite rule or MultiViews; GitLab Pages without being told.
Hosts that compress by themselves, such as GitHub Pages, Netlify and Cloudflare, have no use for them. `br` needs
`pip install "palmarium[br]"`.
"""

_EXCEPTIONS = """\
Below `[exceptions]`, each check has a list of what it need not tell again. An exception that nothing needs any more is
a warning.

```toml
[exceptions]
near-duplicate = [
  {texts = ["Ann Crumble", "Anne Crumble"], reason = "mother and daughter"},
]
undated-source = [
  {file = "editions/pie/2011.yaml", texts = ["s1"], reason = "a leaflet without a date"},
]
```

| key | default | |
|---|---|---|"""

_CHECKS = f"""\
# Checks

{_GENERATED}

Every build holds each fact against every other. A check of level *error* stops the build and leaves the published
site as it was; a *warning* is told and goes on. `site.toml` changes a level, or switches a check off:

```toml
[checks]
weekday = "error"
near-duplicate = "off"
```

Mistakes of form (an unknown key, a date that does not exist, a link that leads nowhere) are always errors.

| check | level | |
|---|---|---|"""

_SANDBOX = """\
## What a template may do

A theme may come from a stranger, so templates run in a sandbox. These are all the filters: {0}. These are the tests:
{1}. Of a value these may be called: {2}. Whatever starts with an underscore is the program's.

Only texts and numbers are printed or joined, not lists. `+` adds numbers or joins two texts, `~` joins anything;
`*`, `**` and `%` are for numbers. A template makes no text of more than {3} million characters, and what goes into one
page, or is looked at for it, is as much as {4} million at most: far more than any page needs. `check` tells what is not
allowed with its line, also statements that are not closed, templates that reach each other in a circle, and what a
template that extends another one says outside of the other's blocks, which nobody would see."""

_THEMES = f"""\
# Theme guide

{_GENERATED}

A theme is a folder of `themes/`:

```
themes/<name>/theme.toml                       name, extends, description, styles, [parameters]
themes/<name>/templates/layout.html            the frame of every page
themes/<name>/templates/page/<kind>.html       one for each kind of page below
themes/<name>/templates/part/<thing>.html      macros
themes/<name>/assets/{{css,js,img}}/             files, published under hashed names
themes/<name>/locale/<lang>/LC_MESSAGES/*.po   sentences, as gettext catalogues
```

It may extend one other theme: the most particular file wins, and `base:page/name.html` reaches exactly that theme's
file. Catalogues and parameters merge key by key. [Make a theme](make-a-theme.md) makes one, step by step.

`styles = ["css/own.css", "css/print.css"]` in theme.toml lists style sheets of `assets/`. Those of the whole chain, the
lowest theme's first, are published in the order of the lists, as three files at most for each page: those before the
first of `css/part/` and `css/page/` as one that all pages share, the rest as one of each kind of page, and what they
say in `@media print` as one that is for paper alone. The frame links all by `styles`, the last with `media="print"`: a
screen doesn't wait for it, and so it isn't counted where the sheets of a page must stay below 10 KB compressed. In the
second, a kind of page gets the rules whose classes its pages may have, and of a list such as `:where(.a, .b)` those
that they may have: classes that are written in `class="…"` of its template and of the macros that it uses, handed to
such an attribute, or written by the scripts that they ask for. This needs no care: where a class is computed it may be
any, and the kind gets all rules. To keep its sheet small, name the classes:
`class="{{{{ item.form if item.form in ('won', 'placed') }}}}"`. A frame of a theme's own may link
`asset('css/site.css')` in place of all, all sheets as one.

Every rule of `base` is in a cascade layer, so a sheet without layers wins over it. A theme that restyles another lists
its own sheet only; one that brings a file of the same name replaces it where it stands. Sheets that no list names are
published singly, for a page that asks for them.

`[parameters]` declares what a site may set: `motto = {{default = "", says = "what it is"}}`, and a template prints
`param('motto')`. A site sets it below `[theme_parameters]` in site.toml. Three of base's are more than texts:
`ornament` and `ornaments` name shapes and awards that exist, `card` three colours, as `#0d3a2b` or by name, as in CSS.

A parameter may set a custom property of the style sheets, without a template. `colour = "--gold"` names the one that
it sets, to one colour or to one by day and one by night; `against = ["--paper", "--tint"]` those that it must be read
on, or that are read on it: where the contrast is less than the 4.5 : 1 of WCAG, `check` tells the nearest colour that
has it.
`wash = "--gold-wash"` is set to a light tint of it. `font = "--serif"` names a property to which a font is put in
front. A theme that only gives another default to such a parameter declares `default` and `says`, and no more.

Templates are Jinja with autoescape and strict undefined names. They see `page` (the view of this kind), `site`, the
functions below and, in the frame, `styles`: nothing else, no `|safe`, no dynamic include. Nothing of a template's own
has the name of one of these functions. Attributes are quoted; an `href` or `src` is made by `href`, `asset`, `absolute`
or `external`, or is a literal `#id`; scripts and styles are files. `check` holds every template against these rules and
against the types below, and names file and line. French spacing is put in for you.

## Functions"""

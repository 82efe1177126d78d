"""The parts of the packaged themes that a theme can change: custom properties, classes, blocks and macros."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby, zip_longest

from ..sources import toml
from ..theming.assets import joined
from ..theming.properties import set_in

_BASE = "themes/base/"
# Possessive, and read to the end where one is not closed: or else each would be read to there again.
_COMMENT = re.compile(r"/\*(?P<says>(?:[^*]|\*(?!/))*+)(?:\*/|\Z)")
_GROUP = re.compile(rf"{_COMMENT.pattern}|(?<![-\w(])(?P<name>--[-\w]++):")
_CLASS = re.compile(r"\.([a-z][-\w]*)")
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)|\.\d+")
_RULE = re.compile(r"(?P<selector>[^{};]*+)(?P<end>[{};]|\Z)")
_BLOCK = re.compile(r"\{%-? block (\w+)")
_MACRO = re.compile(r"\{%-? macro (?P<call>[a-z][^\n%]*+)%\}")

_PROPERTIES = """\
## Custom properties

What `:root` sets in `css/tokens.css` of base, and what the other themes set instead. `a / b` is by day and by night.
A property below "own" is the theme's own. Phones, wide windows and paper have other values of some, in the same
sheet."""

_CLASSES = """\
## Style sheets and classes

The sheets of base, in their order, with the classes that each one dresses. A class that several dress stands with the
one that says most of it."""

_TEMPLATES = """\
## Blocks and macros

A theme fills a block of a template that it extends, and brings a template of the same path to say its macros anew."""


def manual(files: Mapping[str, bytes]) -> str:
    """The lists, in Markdown; `files` are those of the themes, by their paths."""
    return "\n\n".join((_PROPERTIES, _properties(files), _CLASSES, _classes(files), _TEMPLATES, _templates(files)))


def _properties(files: Mapping[str, bytes]) -> str:
    names = sorted({path.split("/")[1] for path in files}, key=lambda name: (name != "base", name))
    every = {name: _set_by(files, name) for name in names}
    head = f"| property | {' | '.join(names)} |\n|---|{'---|' * len(names)}"
    text = files[f"{_BASE}assets/css/tokens.css"].decode()
    root = text[text.index(":root {") : text.index("@media")]
    found = [*_GROUP.finditer(root)]
    rows = [
        _row(each, every) for each, after in zip_longest(found, found[1:]) if each["name"] or (after and after["name"])
    ]
    own = {key: None for name in names[1:] for key in every[name] if key not in every["base"]}
    rows += [f"| *own* |{' |' * len(names)}", *(_values(key, every) for key in own)]
    return "\n".join((head, *rows))


def _set_by(files: Mapping[str, bytes], name: str) -> Mapping[str, str]:
    prefix = f"themes/{name}/assets/"
    found = {path.removeprefix(prefix): path for path in files if path.startswith(prefix)}
    return set_in(joined(found, files, _styles(files, name)))


def _styles(files: Mapping[str, bytes], name: str) -> tuple[str, ...]:
    path = f"themes/{name}/theme.toml"
    node, _ = toml.parse(path, files[path].decode())
    listed = node.get("styles") if node else None
    return tuple(each.value or "" for each in listed.elements) if listed else ()


def _row(found: re.Match[str], every: Mapping[str, Mapping[str, str]]) -> str:
    if found["says"]:
        return f"| *{_line(found['says'])}* |{' |' * len(every)}"
    return _values(found["name"], every)


def _values(key: str, every: Mapping[str, Mapping[str, str]]) -> str:
    return f"| `{key}` | {' | '.join(_value(each.get(key, '')) for each in every.values())} |"


def _value(written: str) -> str:
    pair = re.fullmatch(r"light-dark\((.*?),([^,()]*(?:\([^()]*\))?)\)", written)
    shown = f"{pair[1]} / {pair[2]}" if pair else written.replace(",", ", ")
    # A file is published under the digest of its content.
    shown = re.sub(r"\.[0-9a-f]{10}(?=\.\w+\))", "", shown)
    return f"`{shown}`" if shown else ""


def _classes(files: Mapping[str, bytes]) -> str:
    rows = ["| sheet | what it dresses | classes |", "|---|---|---|"]
    sheets = {style: files[f"{_BASE}assets/{style}"].decode() for style in _styles(files, "base")}
    found = {style: Counter(_named(text)) for style, text in sheets.items()}
    every = sorted({name for names in found.values() for name in names})
    homes = {name: max(reversed(found), key=lambda style: found[style][name]) for name in every}
    for style, text in sheets.items():
        says = _COMMENT.search(text)
        names = " ".join(f"`{name}`" for name in found[style] if homes[name] == style)
        rows.append(f"| `{style}` | {_line(says['says']) if says else ''} | {names} |")
    return "\n".join(rows)


def _named(text: str) -> Iterator[str]:
    """The classes in the selectors of a sheet."""
    for rule in _RULE.finditer(_STRING.sub("", _COMMENT.sub("", text))):
        if rule["end"] == "{":
            yield from _CLASS.findall(rule["selector"])


def _templates(files: Mapping[str, bytes]) -> str:
    rows = ["| template | blocks | macros |", "|---|---|---|"]
    prefix = f"{_BASE}templates/"
    for path in sorted(path for path in files if path.startswith(prefix) and path.endswith(".html")):
        text = files[path].decode()
        blocks = " ".join(f"`{name}`" for name, _ in groupby(_BLOCK.findall(text)))
        rows.append(f"| `{path.removeprefix(prefix)}` | {blocks} | {'<br>'.join(_macros(text))} |")
    return "\n".join(rows)


def _macros(text: str) -> Iterator[str]:
    for found in _MACRO.finditer(text):
        above = text[: found.start()]
        says = above[above.rfind("{#") :].rstrip("\n") if above.endswith("#}\n") else ""
        says = says.removeprefix("{#").removesuffix("#}").strip("- \n")
        yield f"`{_line(found['call'].rstrip('- '))}`{': ' if says else ''}{_line(says)}"


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

"""The files of a theme: named by their content, its style sheets checked, linked and joined into one."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from posixpath import normpath
from types import MappingProxyType
from unicodedata import normalize
from urllib.parse import quote, unquote

from .. import images
from ..images.drawings import drawing
from ..pages.plan import Blob
from ..problems import Level, Problem, Span, did_you_mean, nearest, plain_ends
from ..sources import plaintext
from ..sources.site_toml import PATH
from . import rules
from .classes import SCRIPTS, by_kind
from .properties import set_in, without
from .spelling import misspelt

SHEET = "css/site.css"
"""The sheets that theme.toml lists, one after the other."""

COMMON = "css/common.css"
"""The first of them, which every page has: those before the first that dresses a part or a kind of page."""

PAPER = "css/paper.css"
"""What they say to paper alone, which no screen waits for."""

_OF_SOME = ("css/part/", "css/page/")

ENDINGS = (
    *("css", "js", "mjs", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "ico", "woff", "woff2", "ttf", "otf"),
    *("json", "txt", "wasm", "webmanifest", "mp4", "webm"),
)
"""What a theme publishes."""

_NAMING = ("css", "html", "js", "json", "mjs", "svg", "toml", "webmanifest")
"""Files of a theme that may name others."""

_FONTS = MappingProxyType(
    {
        **{b"wOF2": "woff2", b"wOFF": "woff", b"OTTO": "otf"},
        **dict.fromkeys((b"\x00\x01\x00\x00", b"true"), "ttf"),
    }
)
"""The first bytes of a font, and the ending of its form."""

_TOKEN = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    r"|url\(\s*+(?:\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\\\n]*)'|(?P<bare>[^\"'()\\\s]*))\s*\)"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(?P<odd>url\(|[\"'])"
    r"|var\(\s*(?P<used>--[-\w]+)\s*(?P<end>\)?)"
    r"|(?<![-\w])(?P<set>--[-\w]+)\s*:|@property\s+(?P<property>--[-\w]+)"
    r"|(?P<at>@[-\w]+)|(?P<function>(?<![-\w])(?:-webkit-)?(?:image-set|image|cross-fade|src)\()"
    r"|\\(?:(?P<hex>[0-9a-fA-F]{1,6})\s?|(?P<escape>.))|[{}()]",
    re.DOTALL | re.IGNORECASE,
)
_ODD = MappingProxyType(
    {
        "/*": ("this comment does not end", "write */ behind it"),
        "url(": ("this url(…) does not end or holds a blank", 'write it in quotes: url("…")'),
    }
)
# Atomic: or else a comment might be read as reaching to the end of any later one, which is tried in all ways.
_COMMENT = r"(?>/\*.*?(?:\*/|\Z))"
_ADDRESS = r"url\((?!\s*[\"'])(?:[^)\\]|\\.)*(?:\)|\Z)"
_ESCAPE = r"\\(?:[0-9a-fA-F]{1,6}\s?|.)"
_PIECE = re.compile(
    rf"(?P<kept>{rules.STRING}|{_ADDRESS}|{_ESCAPE})"
    rf"|(?P<last>;(?:\s|{_COMMENT})*(?=\}}))"
    rf"|(?P<gap>(?:\s|{_COMMENT})+)",
    re.DOTALL | re.IGNORECASE,
)
_SPACED = re.compile(rf"(?:{_COMMENT})*\s", re.DOTALL)
_OPENING = frozenset("{};,>~<=(:")
_CLOSING = frozenset("{};,>~<=)!")
_LAYER = re.compile(r"@layer\s+([^{};]+)")
_PROPERTY = re.compile(r"--[-\w]+")
_DECLARED = re.compile(r"[{;]\s*(?!--)[-a-z]+\s*:(?P<value>[^{};]*)(?=[;}])", re.IGNORECASE)
_NEXT = re.compile(r"(?P<gap>\s)(?P<name>[a-z][-a-z]+):\s", re.IGNORECASE)
_HELD = re.compile(rf"{_COMMENT}|{rules.STRING}|{_ADDRESS}|\([^()]*\)", re.DOTALL | re.IGNORECASE)
_LIKENESS = 0.85
_HIDING = re.compile(r"[-A-Za-z]")
_SCHEME = re.compile(r"(?:[a-z][-a-z0-9+.]*:|//)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    """What matters in a style sheet, and where it stands: what it is, the text, and its value."""

    kind: str
    start: int
    end: int
    value: str


def assets(
    found: Mapping[str, str], files: Mapping[str, bytes], styles: Iterable[str], own: str = ""
) -> dict[str, Blob]:
    """Each asset under a name that changes with its content, so that a browser may keep it for ever.

    `found` gives the path of each; those of `styles` are published as one, with `own` behind them: the rules for what
    the site sets.
    """
    listed = _listed(found, styles)
    plain = _plain(found, files)
    single = {
        name: _asset(name, _linked(name, files[path], plain, name).encode(), path)
        for name, path in found.items()
        if is_sheet(name) and name not in listed
    }
    whole = f"{_joined(found, files, listed, plain)}{own}\n" if own else _joined(found, files, listed, plain)
    sources = (*(found[name] for name in listed), *((PATH,) if own else ()))
    sheet = {SHEET: _asset(SHEET, whole.encode(), *sources)} if listed else {}
    return {**plain, **single, **sheet}


def sheets(
    found: Mapping[str, str],
    files: Mapping[str, bytes],
    styles: Iterable[str],
    templates: Mapping[str, str],
    own: str = "",
) -> Mapping[str, tuple[Blob, ...]]:
    """The style sheets of each kind of page, by the name of its template: one that all have, its own, one for paper.

    Its own has what follows in the list, in the same order, less the rules that ask for classes that no page of this
    kind has.
    """
    listed = _listed(found, styles)
    plain = _plain(found, files)
    whole = list(_texts(found, files, listed, plain))
    first = next((at for at, name in enumerate(listed) if name.startswith(_OF_SOME)), len(listed))
    if first == len(listed):
        one = assets(found, files, listed, own).get(SHEET)
        return {name: (one,) for name in templates if one and name.startswith("page/")}
    texts, printed = zip(*(_parted(text) for text in whole), strict=True)
    apart = [rules.taken_apart(text) for text in texts]
    wrappers = [rules.wrapper(pieces) for pieces in apart]
    shared = _merged(zip(wrappers, texts[:first], strict=False))
    common = _asset(COMMON, f"{shared}\n".encode(), *(found[name] for name in listed[:first]))
    on_paper = _merged((rules.wrapper(rules.taken_apart(text)), text) for text in printed)
    # It says so itself: a frame may link it to all media.
    paper = (_asset(PAPER, f"@media print{{{on_paper}}}\n".encode(), *(found[name] for name in listed)),)
    ahead = rules.layers(chain.from_iterable(apart[:first]))
    named = tuple(name for name in rules.layers(chain.from_iterable(apart)) if name not in ahead)
    scripts = {name: _text(files[path]) for name, path in found.items() if name.endswith(SCRIPTS)}
    asked = [_asked(text) for text in texts[first:]]
    sources = (*(found[name] for name in listed[first:]), *((PATH,) if own else ()))
    made: dict[str, Blob] = {}
    kinds = {}
    for kind, had in by_kind(templates, scripts, frozenset().union(*asked)).items():
        # Layers are in the order in which they are named first, whatever a kind has of them.
        said = f"@layer {','.join(named)};" if len(named) > 1 else ""
        kept = (_needed(text, had & names) for text, names in zip(texts[first:], asked, strict=True))
        said += _merged(zip(wrappers[first:], kept, strict=True)) + own
        name = f"css/{kind.rpartition('/')[2].removesuffix('.html')}.css"
        blob = made.setdefault(said, _asset(name, f"{said}\n".encode(), *sources))
        kinds[kind] = (common, *((blob,) if said else ()), *(paper if on_paper else ()))
    return MappingProxyType(kinds)


@lru_cache(maxsize=128)
def _parted(style: str) -> tuple[str, str]:
    """What a sheet says to screens, or to screens and paper, and what to paper alone."""
    pieces = rules.taken_apart(style)
    return rules.for_screens(pieces), rules.for_paper(pieces)


@lru_cache(maxsize=128)
def _asked(style: str) -> frozenset[str]:
    return rules.classes(rules.taken_apart(style))


@lru_cache(maxsize=2048)
def _needed(style: str, had: frozenset[str]) -> str:
    """The rules of a sheet for pages with certain classes, remembered: most kinds of page have the same few."""
    return rules.needed(rules.taken_apart(style), had)


def _merged(parts: Iterable[tuple[str, str]]) -> str:
    """Sheets one after the other, those next to each other that stand in the same block in one."""
    filled = ((head, text) for head, text in parts if text)
    runs = ((head, [text for _, text in run]) for head, run in groupby(filled, key=itemgetter(0)))
    return "".join(
        f"{head}{''.join(text[len(head) : -1] for text in texts)}}}" if head else "".join(texts) for head, texts in runs
    )


def joined(found: Mapping[str, str], files: Mapping[str, bytes], styles: Iterable[str]) -> str:
    """The listed sheets as one, without comments and idle white space."""
    return _joined(found, files, _listed(found, styles), _plain(found, files))


def _listed(found: Mapping[str, str], styles: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(style for style in styles if style in found))


def _plain(found: Mapping[str, str], files: Mapping[str, bytes]) -> dict[str, Blob]:
    return {name: _asset(name, files[path], path) for name, path in found.items() if not is_sheet(name)}


def _joined(
    found: Mapping[str, str], files: Mapping[str, bytes], listed: Iterable[str], plain: Mapping[str, Blob]
) -> str:
    return _one(_texts(found, files, listed, plain))


def _one(texts: Iterable[str]) -> str:
    return "".join(f"{text}\n" for text in texts)


def _texts(
    found: Mapping[str, str], files: Mapping[str, bytes], listed: Iterable[str], plain: Mapping[str, Blob]
) -> Iterator[str]:
    return _without_outdone([_minified(_linked(name, files[found[name]], plain, SHEET)) for name in listed])


def _without_outdone(sheets: Sequence[str]) -> Iterator[str]:
    """The sheets, less the custom properties in layers that `:root` of a later one sets in any case.

    A later one wins, whatever the conditions of the others, where it is in no layer, or in one that none before it
    names.
    """
    named = [_layers(text) for text in sheets]
    for at, text in enumerate(sheets):
        stronger = [
            later for later in range(at + 1, len(sheets)) if named[later].isdisjoint(frozenset().union(*named[:later]))
        ]
        outdone = {name for later in stronger for name in set_in(sheets[later])}
        yield without(text, outdone) if outdone else text


def _layers(style: str) -> frozenset[str]:
    """The names of the layers of a sheet, of those inside others the outer one."""
    return frozenset(
        name.strip().partition(".")[0] for names in _LAYER.findall(style) for name in names.split(",") if name.strip()
    )


def is_sheet(name: str) -> bool:
    """Whether a file of a theme is a style sheet, in capitals too: a server tells them by their ending."""
    return name.lower().endswith(".css")


def faults(found: Mapping[str, str], files: Mapping[str, bytes], listed: str) -> Iterator[Problem]:
    """What is wrong with the files of a theme; `listed` is the path of the theme.toml that may list more sheets."""
    known_to_scripts = {name for path in found.values() if path.endswith(SCRIPTS) for name in _named(files[path])}
    sheets = {name: path for name, path in found.items() if is_sheet(name)}
    tokens = [each for path in sheets.values() for each in _tokens(_text(files[path]))]
    known = known_to_scripts | {each.value for each in tokens if each.kind == "set"}
    asked = {each.value for each in tokens if each.kind in ("var", "fallback")}
    for name, path in found.items():
        if name in sheets:
            yield from _in_sheet(name, path, files[path], found, known, listed)
            yield from _set_in_vain(path, _text(files[path]), asked | known_to_scripts)
        elif name.lower().endswith(".svg"):
            yield from drawing(path, files[path])[1]
        elif name.rpartition(".")[2].lower() not in ENDINGS:
            yield _stray(path)
        elif wrong := _no_font(path, files[path]) or images.misnamed(path, files[path]):
            yield wrong


def _set_in_vain(path: str, text: str, asked: Collection[str]) -> Iterator[Problem]:
    """Custom properties of a sheet that nothing asks for, and that are almost one for which something does."""
    for token in _tokens(text):
        if token.kind == "set" and token.value not in asked and (near := nearest(token.value, asked, _LIKENESS)):
            message, place = f'nothing asks for "{token.value}"', plaintext.place(path, text, token.start)
            yield Problem("style", place, message, f'did you mean "{near}"?', Level.WARNING, (token.value,))


def _no_font(path: str, data: bytes) -> Problem | None:
    """A font that browsers do not read, or of another form than its ending says: by its first bytes."""
    stem, _, ending = path.rpartition(".")
    if ending.lower() not in _FONTS.values():
        return None
    form = _FONTS.get(data[:4])
    if form is None:
        hint = "put the font as its maker gives it in its place; one made by `woff2_compress` begins with wOF2"
        return Problem("theme", Span(path), "this is no font: its first bytes are those of none", hint)
    if form == ending.lower() or {form, ending.lower()} == {"ttf", "otf"}:
        return None
    right = f"{stem.rpartition('/')[2]}.{form}"
    return Problem("theme", Span(path), f"this font is in the form {form}, not {ending}", f"rename it {right}")


def unread(found: Mapping[str, str], files: Mapping[str, bytes], own: Iterable[str]) -> Iterator[Problem]:
    """Files of the themes `own`, but sheets, that no sheet, template or script names, nor their folder."""
    texts = {
        path: data.decode("utf-8", "replace")
        for path, data in files.items()
        if path.startswith("themes/") and path.rpartition(".")[2].lower() in _NAMING
    }
    for name, path in found.items():
        ending = name.rpartition(".")[2].lower()
        is_named = path.split("/")[1] not in own or f"themes/base/assets/{name}" in files
        if is_named or ending not in ENDINGS or ending in ("css", "txt"):
            continue
        folder, _, file = name.rpartition("/")
        asked = (file, quote(file), f"{folder}/'", f'{folder}/"')
        if not any(word in text for at, text in texts.items() if at != path for word in asked):
            hint = f"delete it; or name it in a style sheet of the theme, such as url(../{name}), or in a template"
            yield Problem("stray-file", Span(path), "nothing reads this file", hint, Level.WARNING, (path,))


def _stray(path: str) -> Problem:
    ending = path.rpartition("/")[2].rpartition(".")[2].lower()
    hints = {
        **dict.fromkeys(("scss", "sass", "less", "styl"), "put the .css that is made of it in its place"),
        **dict.fromkeys(("ts", "tsx", "jsx", "coffee"), "put the .js that is made of it in its place"),
        **dict.fromkeys(("html", "htm", "xhtml", "j2", "jinja"), "templates stand in templates/"),
        **dict.fromkeys(("po", "mo", "pot"), "catalogues stand in locale/<language>/LC_MESSAGES/"),
    }
    message = f"a theme publishes no .{ending} file" if "." in path.rpartition("/")[2] else "this file has no ending"
    hint = hints.get(ending, f"move it out of assets/, where these are: {', '.join(ENDINGS)}")
    return Problem("stray-file", Span(path), message, hint)


def _named(script: bytes) -> Iterator[str]:
    """Custom properties that a script may set."""
    return (found[0] for found in _PROPERTY.finditer(script.decode("utf-8", "replace")))


@lru_cache(maxsize=64)
def _tokens(style: str) -> tuple[_Token, ...]:
    return tuple(_read(style))


def _read(style: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(style):
        kind = found.lastgroup or found[0]
        if kind in ("double", "single", "bare"):
            yield _Token("url", found.start(), found.end(), found[kind])
        elif kind in ("used", "end"):
            # `var(--a, red)` says what to do without it.
            yield _Token("var" if found["end"] else "fallback", found.start("used"), found.end("used"), found["used"])
        elif kind in ("set", "property"):
            yield _Token("set", found.start(kind), found.end(kind), found[kind])
        elif kind in ("hex", "escape"):
            yield _Token(
                "escape", found.start(), found.end(), _meant(found["hex"]) if found["hex"] else found["escape"]
            )
        elif kind == "comment" and (len(found[0]) < 4 or not found[0].endswith("*/")):
            yield _Token("odd", found.start(), found.end(), "/*")
        else:
            yield _Token(kind, found.start(), found.end(), found[0])


def _meant(digits: str) -> str:
    """The character that an escape in digits stands for."""
    number = int(digits, 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def _in_sheet(
    name: str, path: str, data: bytes, found: Mapping[str, str], known: set[str], listed: str
) -> Iterator[Problem]:
    text, undecoded = plaintext.decode(path, data)
    yield from undecoded

    def at(index: int, message: str, hint: str, word: str = "") -> Problem:
        return Problem("style", plaintext.place(path, text, index), message, hint, subject=(word,) if word else ())

    opened: list[int] = []
    inside: list[str] = []
    for token in _tokens(text):
        if inside and inside[-1] and token.kind in ("string", "var", "fallback"):
            message = f"what {inside[-1]}…) asks for would not be found"
            yield at(token.start, message, "write url(…) around the name of the file")
        match token.kind:
            case "url":
                wrong = _address(name, token.value, found)
                if wrong:
                    yield at(token.start, *wrong, token.value)
            case "var" if token.value not in known:
                hint = did_you_mean(token.value, known) or f"write {token.value}: …; in :root, or var({token.value}, …)"
                yield at(token.start, f'no style sheet sets "{token.value}"', hint, token.value)
            case "at" if token.value.lower() == "@import":
                message = "`@import` does nothing in a sheet that is joined to others"
                yield at(token.start, message, f"list what it asks for in `styles` of {listed}")
            case "escape" if _HIDING.fullmatch(token.value):
                message = f'this escape is the letter "{token.value}", and hides the word that it stands in'
                yield at(token.start, message, f"write {token.value}")
            case "function":
                inside.append(token.value)
            case "(" | "fallback":
                inside.append("")
            case ")":
                inside[-1:] = ()
            case "odd":
                unended = ("this text does not end", f"write {token.value} behind it")
                message, hint = _ODD.get(token.value.lower(), unended)
                yield at(token.start, f"{message}, and swallows what follows", hint)
            case "{":
                opened.append(token.start)
            case "}" if not opened:
                yield at(token.start, 'this "}" closes nothing', "delete it")
            case "}":
                opened.pop()
    for start, name in _joined_declarations(text):
        yield at(start, f'no ; stands before "{name}", and both are lost', f"write ; before {name}", name)
    for start, typed, meant in misspelt(_bare(text)):
        # The rest of the sheet is read all the same.
        yield replace(at(start, f'no browser knows "{typed}"', f"write {meant}", typed), level=Level.WARNING)
    for start in opened[:1]:
        yield at(start, 'this "{" is not closed, and swallows what follows', "write } where it ends")


@lru_cache(maxsize=64)
def _joined_declarations(style: str) -> tuple[tuple[int, str], ...]:
    """The second of two declarations without `;` between them: where it stands, and its property."""
    return tuple(_read_joined(style))


def _read_joined(style: str) -> Iterator[tuple[int, str]]:
    for declared in _DECLARED.finditer(_bare(style)):
        if another := _NEXT.search(declared["value"]):
            yield declared.start("value") + another.start("name"), another["name"]


def _bare(style: str) -> str:
    """A sheet with what no property stands in blanked: comments, texts, addresses, what is in parentheses."""
    return _HELD.sub(lambda held: (" " if held[0].startswith("/*") else "_") * len(held[0]), style)


def _address(name: str, address: str, found: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with an address in a style sheet, and what to write."""
    target = _target(name, address)
    if address.startswith("#") or address.lower().startswith("data:image/") or target in found:
        return None
    file = target.rpartition("/")[2] or "name.svg"
    up = "../" * name.count("/")
    if _SCHEME.match(address):
        return f'"{address}" leads to another site', f"put the file into assets/img, and write url({up}img/{file})"
    if not address:
        return "this url() names no file", f"write url({up}img/name.svg)"
    # Folders make names alike that are not: what counts is the file.
    by_file = {each.rpartition("/")[2]: each for each in sorted(found, reverse=True) if not is_sheet(each)}
    near = nearest(file, by_file)
    hint = f"did you mean url({up}{by_file[near]})?" if near else f"put it into assets/{target.lstrip('./')}"
    return f'there is no file "{address}" in assets/, as seen from {name}', hint


def _target(name: str, address: str) -> str:
    """The asset that an address in a style sheet means."""
    path = normalize("NFC", unquote(re.split("[?#]", address)[0]))
    return normpath(f"{name.rpartition('/')[0]}/{path}").lstrip("/") if path and not path.startswith("/") else path


def _asset(name: str, data: bytes, *sources: str) -> Blob:
    stem, dot, ending = name.rpartition(".")
    mark = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Blob(f"/assets/{stem}.{mark}{dot}{ending}", data, sources)


def _text(style: bytes) -> str:
    return normalize("NFC", plain_ends(style.decode("utf-8-sig", "replace")))


def _linked(name: str, style: bytes, plain: Mapping[str, Blob], home: str) -> str:
    """A style sheet whose `url(…)` reach assets under their new names, as seen from where it is published."""
    up = "../" * home.count("/")
    text, parts, last = _text(style), [], 0
    for token in _tokens(text):
        asset = plain.get(_target(name, token.value)) if token.kind == "url" else None
        if asset:
            behind = token.value[len(re.split("[?#]", token.value)[0]) :]
            parts += [text[last : token.start], f"url({up}{quote(asset.url.removeprefix('/assets/'))}{behind})"]
            last = token.end
    return "".join(parts) + text[last:]


@lru_cache(maxsize=128)
def _minified(style: str) -> str:
    """A style sheet without comments, and without the white space and the semicolons that mean nothing.

    Strings, addresses and escapes stay as they are, and so does the space around `+` and `-`, which `calc()` needs.
    """

    def shorter(found: re.Match[str]) -> str:
        if not found["gap"]:
            return found["kept"] or ""
        before, after = style[max(found.start() - 2, 0) : found.start()], style[found.end() : found.end() + 1]
        if not before or not after or after in _CLOSING or (before[-1] in _OPENING and before[0] != "\\"):
            return ""
        # A comment alone still keeps two words apart.
        return " " if _SPACED.match(found["gap"]) else "/**/"

    return _PIECE.sub(shorter, style)

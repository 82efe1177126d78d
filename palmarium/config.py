"""Read site.toml into one documented value."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones, reset_tzpath

from .problems import Level, Problem, Span, did_you_mean, nearest
from .sources import plaintext, syntax

NO_SITE = "there is no site.toml here"
WAY_IN = "go to the folder of your site with `cd …`, or name it with `--root`; `palmarium new site` starts one"
PATH = "site.toml"
"""Where the settings are, below the root of a site."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A line of the main menu."""

    label: str = field(metadata={"says": "what it says"})
    url: str = field(metadata={"says": "where it leads, from the root: `/laureats/`"})
    span: Span = field(default=Span(PATH), metadata={"says": ""})


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a check tells and an editor has looked at: it is as it should be."""

    check: str = field(metadata={"says": "the code of the check, before the `=`"})
    texts: tuple[str, ...] = field(
        default=(), metadata={"says": "names, ids or values that the message is about, or words of them: all of these"}
    )
    file: str = field(default="", metadata={"says": "the file, where the words could stand in several"})
    reason: str = field(default="", metadata={"says": "why it is right, for those who come after"})
    span: Span = field(default=Span(PATH), metadata={"says": ""})


@dataclass(frozen=True, slots=True)
class Config:
    """A site's settings."""

    title: str = field(metadata={"says": "title of the site"})
    base_url: str = field(metadata={"says": "public address of the root, with its path, ending in `/`"})
    subtitle: str = field(default="", metadata={"says": "second line of the title on the home page"})
    description: str = field(default="", metadata={"says": "a sentence or two for search engines and feeds"})
    language: str = field(default="en", metadata={"says": "language of texts, words and addresses: `fr` or `en`"})
    timezone: str = field(
        default="",
        metadata={"says": "time zone of the times of articles, such as `Europe/Paris`; without it they are universal"},
    )
    publisher: str = field(default="", metadata={"says": "who publishes the site"})
    theme: str = field(default="base", metadata={"says": "name of the theme, a folder of `themes/`"})
    output: str = field(default="_site", metadata={"says": "folder that is built, beside site.toml: `docs`, `public`"})
    search: str = field(
        default="script",
        metadata={
            "says": "what the search page searches: `script`, titles and other spellings; `pagefind`, every word of "
            "every page, in files that the program Pagefind makes; under a content security policy its WebAssembly "
            "needs `script-src 'self' 'wasm-unsafe-eval'` on that one page, and where it can't run the script answers"
        },
    )
    compress: tuple[str, ...] = field(
        default=(),
        metadata={
            "says": "compressed copies of text files, put beside them: `br`, `gz` or both, for the servers named below"
        },
    )
    data_licence: str = field(default="", metadata={"says": "address of the licence of the data"})
    text_licence: str = field(default="", metadata={"says": "address of the licence of the texts"})
    navigation: tuple[NavigationItem, ...] = field(
        default=(), metadata={"says": "the main menu, as tables `[[navigation]]`; without it, a menu of all sections"}
    )
    pictures: Mapping[str, bool] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={
            "says": "below `[pictures]`, `originals = true` publishes pictures as they are beside the sizes made from "
            "them, with all that a camera wrote into them"
        },
    )
    cards: bool = field(
        default=True,
        metadata={"says": "whether a card is drawn for each edition, name and article that is shared elsewhere"},
    )
    icon: str = field(
        default="",
        metadata={"says": "a square picture below content/media, for tabs and home screens: `content/media/icon.png`"},
    )
    theme_parameters: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"says": "settings of the theme, declared in its theme.toml"},
    )
    checks: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"says": "level of a check: `error`, `warning` or `off`, by its code"},
    )
    exceptions: tuple[Accepted, ...] = field(
        default=(), metadata={"says": "what checks need not tell again, as lists below `[exceptions]`, by code"}
    )
    points: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={
            "says": "points of the table across awards: of `winner`, of a rank without a title such as `rank-2`, or of "
            "another distinction; without it, the archive's own: 3, 2 for a second place, 1 for a third"
        },
    )


def read(files: Mapping[str, bytes]) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings of a site; None, with all that is wrong, when they can't be used."""
    if PATH not in files:
        return None, (Problem("no-site", Span(PATH), NO_SITE, WAY_IN, subject=(PATH,)),)
    text, problems = plaintext.decode(PATH, files[PATH])
    return (None, problems) if problems else parse(text)


def output(files: Mapping[str, bytes]) -> str:
    """The folder that is built, even where the settings are wrong."""
    settings, _ = read(files)
    return settings.output if settings else "_site"


def served(files: Mapping[str, bytes]) -> tuple[str, str]:
    """The folder that is built, and the path of its host below which it will be, such as `archive/`."""
    settings, _ = read(files)
    return output(files), urlsplit(settings.base_url).path.lstrip("/") if settings else ""


def parse(text: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings less what is wrong in them, so that later stages see the rest; None where this is no TOML."""
    written, unread = toml(PATH, text)
    if written is None:
        return None, unread
    known = {f.name: f for f in fields(Config)}
    problems = [_unknown(key, known, text) for key in written if key not in known]
    values: dict[str, Any] = dict(_STAND_INS)
    for name, setting in known.items():
        if name in written:
            value, wrong = _value(name, written[name], text)
            problems += wrong
            values |= {} if wrong else {name: value}
        elif setting.default is MISSING and setting.default_factory is MISSING:
            problems.append(Problem("missing-key", Span(PATH), f'the key "{name}" is missing', f'write `{name} = "…"`'))
    problems += _marked(written, text)
    return Config(**values), tuple(problems)


def _marked(written: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """Signs of Markdown and HTML in what is printed as it stands."""
    shown = {key: written[key] for key in ("title", "subtitle", "description", "publisher") if key in written}
    lines = written.get("navigation", ())
    labels = [line.get("label") for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
    for key, value in (*shown.items(), *(("label", label) for label in labels)):
        sign, hint = plaintext.markup(value) if isinstance(value, str) else ("", "")
        if sign:
            message = f'"{sign}" is printed as it stands: a setting is no Markdown'
            span = place(key, text) if key in shown else _place_of(value, text)
            yield Problem("markup", span, message, hint, Level.WARNING, (sign,))


def _value(name: str, written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    odd = next((found for each in _texts(written) if (found := plaintext.UNPRINTABLE.search(each))), None)
    if odd:
        message = f'"{name}" holds an unprintable character, U+{ord(odd[0]):04X}'
        return None, (_wrong(name, message, text, "delete it"),)
    if name == "navigation":
        return _navigation(written, text)
    if name == "points":
        return _points(written, text)
    if name == "compress":
        return _compress(written, text)
    if name == "exceptions":
        return _exceptions(written, text)
    if name in ("theme_parameters", "checks"):
        return _table(name, written, text)
    if name == "pictures":
        return _pictures(written, text)
    if name == "cards":
        return written, _switch(name, written, text)
    if not isinstance(written, str):
        typed = written if isinstance(written, int | float) and not isinstance(written, bool) else "…"
        return None, (_wrong(name, f'"{name}" must be a text', text, f'write `{name} = "{typed}"`'),)
    value = written.rstrip("/") if name == "output" else written
    return value, _RULES[name](written, text) if name in _RULES else ()


def _texts(written: Any) -> Iterator[str]:
    """Every text inside a value of TOML, keys included."""
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict | list):
        for each in (*written, *written.values()) if isinstance(written, dict) else written:
            yield from _texts(each)


def _table(name: str, written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    if not isinstance(written, dict) or not all(isinstance(v, str | int | bool) for v in written.values()):
        example = 'weekday = "off"' if name == "checks" else '<parameter> = "…"'
        hint = f"write `[{name}]`, then `{example}` on a line of its own"
        return None, (_wrong(name, f'"{name}" must be a table of texts', text, hint),)
    table = {key: str(value) for key, value in written.items()}
    levels = ("error", "warning", "off")
    problems = [
        _wrong(key, f'"{value}" is not a level of a check', text, _level(key, value, levels))
        for key, value in table.items()
        if name == "checks" and value not in levels
    ]
    return MappingProxyType(table), tuple(problems)


def _exceptions(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    """`[exceptions]`, then `code = [{texts = ["A", "B"], reason = "…"}]`."""
    if not isinstance(written, dict) or not all(isinstance(rows, list) for rows in written.values()):
        return None, (_wrong("exceptions", '"exceptions" must be a table of lists', text, f"write {_EXCEPTION}"),)
    accepted: list[Accepted] = []
    problems: list[Problem] = []
    for check, rows in written.items():
        for row in rows:
            made, wrong = _accepted(check, row, text)
            accepted += [made] if made else []
            problems += [wrong] if wrong else []
    return tuple(accepted), tuple(problems)


def _accepted(check: str, row: Any, text: str) -> tuple[Accepted | None, Problem | None]:
    keys = row if isinstance(row, dict) else {}
    texts, file, reason = keys.get("texts", []), keys.get("file", ""), keys.get("reason", "")
    first = next((each for each in (*(texts if isinstance(texts, list) else ()), file) if isinstance(each, str)), "")
    span = _place_of(first, text) if first else place(check, text)
    is_text = isinstance(texts, list) and all(isinstance(each, str) and each for each in texts)
    if not is_text or not isinstance(file, str) or not (texts or file) or set(keys) - {"texts", "file", "reason"}:
        message = f'an exception of "{check}" names texts of the message, a file, or both'
        return None, Problem("setting", span, message, f"write {_EXCEPTION}")
    if not isinstance(reason, str) or not reason.strip():
        message = f'this exception of "{check}" gives no reason'
        return None, Problem("setting", span, message, 'add `reason = "…"`: why it is right')
    return Accepted(check, tuple(texts), file, reason, span), None


def _pictures(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    """`[pictures]`, then `originals = true`."""
    if not isinstance(written, dict):
        hint = "write `[pictures]`, then `originals = true`"
        return None, (_wrong("pictures", '"pictures" must be a table', text, hint),)
    unknown = [_unknown(key, {"originals": 0}, text) for key in written if key != "originals"]
    wrong = _switch("originals", written["originals"], text) if "originals" in written else ()
    return MappingProxyType(written), (*unknown, *wrong)


def _switch(name: str, value: Any, text: str) -> tuple[Problem, ...]:
    if isinstance(value, bool):
        return ()
    return (_wrong(name, f'"{name}" is true or false', text, f"write `{name} = true` or `{name} = false`"),)


def _level(key: str, value: str, levels: Sequence[str]) -> str:
    """The level that was meant, or where a setting belongs that stands below `[checks]`."""
    if key in (each.name for each in fields(Config)):
        return f"put `{key} = …` above the first line in square brackets"
    said = nearest(value, levels) or {"true": "error", "yes": "error", "false": "off", "no": "off"}.get(value.lower())
    return f'write `{key} = "{said}"`' if said else f"write {', '.join(levels[:-1])} or {levels[-1]}"


def _digits(value: object) -> str:
    found = re.fullmatch(r"\D*?(\d+)[^\d.,]*", str(value))
    return found[1] if found and "-" not in str(value) else "3"


def _points(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    if not isinstance(written, dict):
        hint = "write `[points]`, then `winner = 3`"
        return None, (_wrong("points", '"points" must be a table of numbers', text, hint),)
    problems = []
    for key, value in written.items():
        if not _POINTS.fullmatch(key):
            place = re.fullmatch(r"\D*(\d{1,3})\D*", key)
            likely = f"write `rank-{place[1]}`" if place else did_you_mean(key, DISTINCTIONS)
            hint = likely or f"write rank-2, rank-3… or one of {', '.join(DISTINCTIONS)}"
            problems.append(_wrong(key, f'"{key}" is nothing that has points', text, hint))
        elif type(value) is not int or value < 0:
            hint = f"write `{key} = {_digits(value)}`"
            problems.append(_wrong(key, f'the points of "{key}" must be a whole number', text, hint))
    return MappingProxyType(written), tuple(problems)


def _navigation(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    wanted = {"label", "url"}
    items: list[NavigationItem] = []
    wrong: list[Problem] = []
    for item in written if isinstance(written, list) else [written]:
        label, url = (item.get(key) for key in ("label", "url")) if isinstance(item, dict) else (None, None)
        if not isinstance(label, str) or not isinstance(url, str) or set(item) != wanted or not label.strip():
            odd = "".join(f' ("{key}" is none)' for key in item if key not in wanted) if isinstance(item, dict) else ""
            hint = 'write `[[navigation]]`, then `label = "…"` and `url = "/…/"` on lines of their own'
            wrong.append(_wrong("navigation", f"each line of the navigation has a label and a url{odd}", text, hint))
            continue
        items.append(NavigationItem(label, url, _place_of(url, text)))
        if not re.fullmatch(r"/(?:[^\s/?#\\]+/)*", url):
            likely = "" if "//" in url else re.sub(r"[\s?#\\]+", "-", url).strip("/")
            message = f'"{url}" is not an address of this site'
            hint = f"write `/{likely or 'laureats'}/`, from the root, with both slashes"
            wrong.append(Problem("setting", items[-1].span, message, hint, subject=(url,)))
    return tuple(items), tuple(wrong)


def _compress(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    hint = 'write `compress = ["br", "gz"]`'
    if not isinstance(written, list):
        return None, (_wrong("compress", '"compress" must be a list', text, hint),)
    odd = next((way for way in written if way not in COMPRESSIONS), None)
    if odd is not None:
        return None, (_wrong("compress", f'"{odd}" is not a way to compress', text, hint),)
    return tuple(dict.fromkeys(written)), ()


def _base_url(value: str, text: str) -> tuple[Problem, ...]:
    """A public address: nothing that only its owner knows, and no way that leads up again."""
    host, path = _host(value), urlsplit(value).path if _host(value) else ""
    # A browser reads `%2e%2e` as `..`, and a server may read `%2f` as a slash.
    is_plain = "//" not in path and all(_is_step(part) for part in path.split("/"))
    if _SITE.fullmatch(value) and host and "@" not in host and is_plain:
        return ()
    parts = [part for part in re.split(r"[?#\s]", value)[0].rpartition("@")[2].split("://")[-1].split("/") if part]
    meant = "/".join(part for part in parts if _is_step(part))
    is_site = _SITE.fullmatch(f"https://{meant}/") and _host(f"https://{meant}/") and "." in meant.split("/")[0]
    site = meant if is_site else "example.org"
    scheme = "http" if value.startswith("http://") else "https"
    address = f"{scheme}://{site}/"
    hint = f'write `base_url = "{address}"`' + (", with the last slash" if f"{value}/" == address else "")
    return (_wrong("base_url", f'"{value}" is not the address of a site', text, hint),)


def _is_step(part: str) -> bool:
    """Whether a part of a path leads one step down, however it is spelled."""
    plain = unquote(part)
    return plain not in (".", "..") and not re.search(r"[/\\\x00-\x1f\x7f]", plain)


def _title(value: str, text: str) -> tuple[Problem, ...]:
    if plaintext.is_visible(value):
        return ()
    return (_wrong("title", "the title is empty", text, 'write `title = "…"`'),)


def _host(value: str) -> str:
    """Who answers at an address; nothing where it has no name, or a port that is none."""
    try:
        parts = urlsplit(value)
        return parts.netloc if parts.hostname and parts.port != 0 else ""
    except ValueError:
        return ""


def _language(value: str, text: str) -> tuple[Problem, ...]:
    if re.fullmatch(r"[a-z]{2}", value):
        return ()
    said = value.strip().casefold()
    meant = next((code for code, names in _LANGUAGES.items() if said.startswith(names)), "en")
    return (_wrong("language", f'"{value}" is not a language', text, f'write `language = "{meant}"`'),)


def zone(name: str) -> ZoneInfo:
    """A time zone of the package tzdata, the same on every machine; the system's where that lacks."""
    try:
        reset_tzpath(to=())
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        reset_tzpath()
        return ZoneInfo(name)


def _timezone(value: str, text: str) -> tuple[Problem, ...]:
    try:
        zone(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        city = value.rpartition("/")[2].replace(" ", "_").casefold()
        known = sorted(available_timezones())
        same = (each for each in known if each.rpartition("/")[2].casefold() == city)
        found = next(same, None) or nearest(value, known)
        hint = f'write `timezone = "{found or "Europe/Paris"}"`' + ("" if found else ", for instance")
        return (_wrong("timezone", f'"{value}" is not a time zone', text, hint),)
    return ()


def _output(value: str, text: str) -> tuple[Problem, ...]:
    said = value if value.isprintable() else value.encode("unicode_escape").decode()
    why = _no_output(value.replace("\\", "/").rstrip("/"))
    if not why:
        return ()
    last = re.sub(r"[^\w.-]+", "-", value.replace("\\", "/").rstrip("/").rpartition("/")[2]).strip(".-")
    name = last if last and not _no_output(last) else "_site"
    return (_wrong("output", f'"{said}" can\'t be the output: {why}', text, f'write `output = "{name}"`'),)


def _no_output(value: str) -> str:
    """Why a folder can't be the output, or nothing."""
    top = value.split("/")[0].casefold()
    if value in ("", "."):
        return "that is the folder of the site itself"
    if value.startswith(("/", "~")) or re.match("[A-Za-z]:", value) or ".." in value.split("/"):
        return "it lies outside the site's folder"
    if top in _SOURCES:
        return "a build reads there what it would write"
    if "/" in value:
        return "it is one folder, beside site.toml"
    if value.startswith("."):
        return "a name with a dot in front is hidden"
    is_name = re.fullmatch(r"[\w](?:[\w.-]*[\w-])?", value)
    return "" if is_name else "letters, digits, dots and hyphens make such a name"


def _licence(name: str) -> Any:
    def rule(value: str, text: str) -> tuple[Problem, ...]:
        if value.startswith(("https://", "http://")) and _host(value) and not re.search(r"[\s<>\"']", value):
            return ()
        bare = re.sub(r"^\W*(?:https?:)?/*", "", value.strip())
        is_host = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"']*)?", bare)
        likely = bare if is_host else "creativecommons.org/licenses/by/4.0/"
        return (_wrong(name, f'"{value}" is not an address', text, f'write `{name} = "https://{likely}"`'),)

    return rule


def _theme(value: str, text: str) -> tuple[Problem, ...]:
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        return ()
    hint = 'write the name of a folder of themes/, such as `theme = "base"`'
    return (_wrong("theme", f'"{value}" is not the name of a theme', text, hint),)


def _search(value: str, text: str) -> tuple[Problem, ...]:
    if value in SEARCHES:
        return ()
    hint = did_you_mean(value, SEARCHES) or 'write `search = "pagefind"` or `search = "script"`'
    return (_wrong("search", f'"{value}" is not a way to search', text, hint),)


SEARCHES = ("script", "pagefind")
"""What can answer a search."""

COMPRESSIONS = ("br", "gz")
"""How a copy of a file may be compressed; it bears the name of the file with this ending."""

DISTINCTIONS = (
    *("winner", "ranked", "finalist", "nominee", "shortlisted", "longlisted", "semi-finalist", "regional-winner"),
    *("mention", "entrant", "other"),
)
"""What may have points, besides a rank; a test holds it against the model."""

_POINTS = re.compile(rf"rank-[1-9][0-9]*|{'|'.join(DISTINCTIONS)}")
_EXCEPTION = '`near-duplicate = [{texts = ["Ann", "Anne"], reason = "…"}]` below `[exceptions]`'
_SITE = re.compile(r"https?://[^\s?#<>\"'\\]+/")
_LANGUAGES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("en", "angl", "ingl"),
        "fr": ("fr",),
        "de": ("de", "ger", "allem", "tedesco"),
        "es": ("es", "spa", "cast"),
        "it": ("it",),
        "nl": ("nl", "dut", "néerl", "nederl"),
        "pt": ("pt", "port"),
    }
)
_STAND_INS = MappingProxyType({"title": "", "base_url": "https://site.example/"})
_SOURCES = ("content", "editions", "themes", "site.toml")
_RULES = MappingProxyType(
    {
        "title": _title,
        "base_url": _base_url,
        "language": _language,
        "timezone": _timezone,
        "output": _output,
        "theme": _theme,
        "search": _search,
        "data_licence": _licence("data_licence"),
        "text_licence": _licence("text_licence"),
    }
)


def _unknown(key: str, known: Mapping[str, object], text: str) -> Problem:
    hint = did_you_mean(key, known) or f"known are {', '.join(known)}"
    return Problem("unknown-key", place(key, text), f'the key "{key}" is unknown', hint, subject=(key,))


def _wrong(key: str, message: str, text: str, hint: str) -> Problem:
    return Problem("setting", place(key, text), message, hint, subject=(key,))


def place(key: str, text: str, path: str = PATH) -> Span:
    """TOML values carry no place: the first line that sets this key."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(rf"(?:[^#\"']*[\[{{,.\s])?[\"']?({re.escape(key)})[\"']?\s*[\]=.]", line)
        if found:
            return Span(path, number, found.start(1) + 1)
    return Span(path)


def _place_of(value: str, text: str) -> Span:
    """The first line that holds a value in quotes."""
    for number, line in enumerate(text.split("\n"), 1):
        if f'"{value}"' in line:
            return Span(PATH, number, line.index(f'"{value}"') + 1)
    return Span(PATH)


def toml(path: str, text: str) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """What a text of TOML says; None where it can't be read."""
    conflict = plaintext.unmerged(path, text)
    if conflict:
        return None, (conflict,)
    try:
        return tomllib.loads(text), ()
    except (ValueError, RecursionError):
        fault = syntax.toml_fault(text)
        span = plaintext.place(path, text, fault.place)
        return None, (Problem("toml", span, f"this is not TOML: {fault.message}", fault.hint),)

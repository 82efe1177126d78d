"""Custom properties that a site sets by parameters: colours that are held against their grounds (WCAG), and fonts."""

import colorsys
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from ..images import colour, colour_meant, colour_names
from ..problems import Problem, Span, did_you_mean, nearest

LEAST = 4.5
"""The contrast of a text with its ground that WCAG 2.2 wants (1.4.3, AA)."""

_SCHEMES = ("by day", "by night")
_SHARES = (0.12, 0.18)
"""How much of a colour is in its wash, by day and by night."""

_STEPS = 512
_PIECE = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[{};]")
_PAIR = re.compile(r"light-dark\(([^,()]+),([^,()]+)\)")
_REFERENCE = re.compile(r"var\((--[-\w]+)\)")
_GENERIC = frozenset(
    (
        *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif"),
        *("ui-monospace", "ui-rounded"),
    )
)
_COLOUR_WORD = re.compile(r"#[0-9a-fA-F]+|[A-Za-z]+")
_FAMILY = re.compile(r"[^\W_][\w .+&-]*")


@dataclass(frozen=True, slots=True)
class Settable:
    """A parameter that sets custom properties: its value as it is written, and where.

    `colour` is set to it, which has the contrast of a text with each of `against`; `wash` is a light tint of it on the
    first of these. Or `font` is set to it, before the fonts that the theme has.
    """

    name: str
    value: str
    place: Span
    colour: str = ""
    against: tuple[str, ...] = ()
    wash: str = ""
    font: str = ""


def sheet(asked: Iterable[Settable], style: str) -> tuple[str, tuple[Problem, ...]]:
    """The rules that say what a site sets, to stand behind all sheets of its theme; `style` is these, without comments.

    Colours are for screens: what paper has instead is the theme's.
    """
    had = set_in(style)
    colours: list[str] = []
    fonts: list[str] = []
    problems: list[Problem] = []
    for each in asked:
        if each.value.strip() and each.colour:
            found, wrong = _colours(each, had)
            colours += found
            problems += wrong
        elif each.value.strip() and each.font:
            found, wrong = _font(each, had)
            fonts += found
            problems += wrong
    rules = [f":root{{{';'.join(fonts)}}}"] if fonts else []
    rules += [f"@media screen{{:root{{{';'.join(colours)}}}}}"] if colours else []
    return "".join(rules), tuple(problems)


def no_colour(said: str, place: Span, sample: str) -> Problem:
    """What is told of a word that is no colour; `sample` is a setting that could be written."""
    near = nearest(said, colour_names()) if said.isalpha() else None
    hint = f'did you mean "{near}"?' if near else f"write # and six digits, or a name: `{sample}`"
    return Problem("setting", place, f'"{said}" is not a colour', hint, subject=(said,))


def contrast(one: str, other: str) -> float:
    """How much two colours differ in lightness, from 1 to 21, as WCAG counts it."""
    darker, lighter = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (lighter + 0.05) / (darker + 0.05)


def readable(said: str, grounds: Iterable[str], share: float = 0) -> str:
    """The colour nearest to one that can be read on all grounds; nothing where there is none.

    It is darker or lighter, and has the same hue. `share` is how much of it may be in the first ground.
    """
    grounds = tuple(grounds)
    hue, lightness, saturation = colorsys.rgb_to_hls(*(each / 255 for each in _channels(said)))
    for step in range(_STEPS + 1):
        for tried in (lightness - step / _STEPS, lightness + step / _STEPS):
            parts = colorsys.hls_to_rgb(hue, min(max(tried, 0), 1), saturation)
            written = "#" + "".join(f"{round(each * 255):02x}" for each in parts)
            if _is_readable(written, grounds, share):
                return written
    return ""


def _is_readable(said: str, grounds: tuple[str, ...], share: float) -> bool:
    washed = (mixed(said, grounds[0], share),) if share else ()
    return all(contrast(said, ground) >= LEAST for ground in (*grounds, *washed))


def mixed(said: str, ground: str, share: float) -> str:
    """A colour with this share of the first in it."""
    pairs = zip(_channels(said), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def _colours(asked: Settable, had: Mapping[str, str]) -> tuple[list[str], list[Problem]]:
    words = asked.value.split()
    grounds = {name: pair for name in asked.against if (pair := _pair(name, had))}
    own = _pair(asked.colour, had) or ("#000000", "#ffffff")
    meant = [colour(each) or own[at] for at, each in enumerate(words[:2])]
    whole = colour_meant(asked.value) or _among_signs(asked.value)
    sample = f'{asked.name} = "{" ".join(meant)}"'
    if not all(map(colour, words)) and whole:
        message = f'"{asked.value}" is not written as a colour is here'
        hint = f'write `{asked.name} = "{whole}"`'
        return [], [Problem("setting", asked.place, message, hint, subject=(asked.value,))]
    if not all(map(colour, words)) and colour("".join(words)):
        message = f'"{asked.value}" is not written as a colour is here'
        hint = f'write `{asked.name} = "{"".join(words)}"`'
        return [], [Problem("setting", asked.place, message, hint, subject=(asked.value,))]
    if wrong := [no_colour(each, asked.place, sample) for each in words if not colour(each)]:
        return [], wrong
    if len(words) > 2:
        message = f"`{asked.name}` is one colour, or one by day and one by night; here are {len(words)}"
        return [], [Problem("setting", asked.place, message, f"write `{sample}`")]
    # One colour alone is for the day; that of the night is made from it.
    said = (meant[0], meant[len(words) - 1])
    on = tuple(tuple(pair[at] for pair in grounds.values()) for at in range(len(_SCHEMES)))
    shares = _SHARES if asked.wash and grounds else (0, 0)
    fit = tuple(map(readable, said, on, shares))
    problems = [
        _hard(asked, scheme, words[at], fit[: len(words)], dict(zip(grounds, on[at], strict=True)))
        for at, scheme in enumerate(_SCHEMES[: len(words)])
        if fit[at] != said[at]
    ]
    chosen = [found or each for found, each in zip(fit, said, strict=True)]
    made = [f"{asked.colour}:light-dark({','.join(chosen)})"]
    if asked.wash and grounds:
        first = next(iter(grounds.values()))
        washes = (mixed(said, ground, share) for said, ground, share in zip(chosen, first, _SHARES, strict=True))
        made.append(f"{asked.wash}:light-dark({','.join(washes)})")
    return made, problems


def _among_signs(said: str) -> str:
    """One or two colours between commas or inside a function of CSS; nothing where there are no such signs."""
    found = [each for word in _COLOUR_WORD.findall(said) if (each := colour(word))]
    return " ".join(found[:2]) if re.search(r"[,;()/]", said) else ""


def _hard(asked: Settable, scheme: str, typed: str, fit: tuple[str, ...], grounds: Mapping[str, str]) -> Problem:
    """What is told of a colour that can hardly be read; `fit` are those to write instead, empty where there is none."""
    said = colour(typed)
    if not all(fit):
        message = f'no colour like "{typed}" can be read {scheme} on all of {", ".join(grounds)}'
        hint = f'write `{asked.name} = ""`, which leaves that of the theme'
        return Problem("contrast", asked.place, message, hint, subject=(typed,))
    name, ground = min(grounds.items(), key=lambda pair: contrast(said, pair[1]))
    found = contrast(said, ground)
    # Rounded up, a contrast that is too low could look like one that is not.
    shown = f"its contrast is {int(found * 10) / 10:g}"
    why = f"{shown}, and {LEAST:g} is needed"
    if found >= LEAST:
        why = f"{shown}, and on a light tint of itself it is less than {LEAST:g}"
    message = f'"{typed}" is hard to read {scheme} on {name} ({ground}): {why}'
    return Problem(
        "contrast", asked.place, message, f'write `{asked.name} = "{" ".join(fit)}"`', subject=(typed, ground)
    )


def _font(asked: Settable, had: Mapping[str, str]) -> tuple[list[str], list[Problem]]:
    families = [each.strip().strip("\"'").strip() for each in asked.value.split(",")]
    problem = next(filter(None, (_no_family(asked, each) for each in families)), None)
    if problem:
        return [], [problem]
    said = (each.lower() if each.lower() in _GENERIC else f"'{each}'" for each in families)
    return [f"{asked.font}:{','.join((*said, *((had[asked.font],) if asked.font in had else ())))}"], []


def _no_family(asked: Settable, said: str) -> Problem | None:
    near = nearest(said, _GENERIC) if said.islower() and said not in _GENERIC else None
    if re.search(r"(?i)\.(?:woff2?|ttf|otf)\b|://|url\(", said):
        message = f'"{said}" is a file: here is the name of a font that readers have'
        hint = 'see "A font of your own" in docs/make-a-theme.md for a font that the site brings; or write ' + (
            f'`{asked.name} = "Georgia"`'
        )
    elif near:
        message, hint = f'"{said}" is not a kind of font', f'write `{asked.name} = "{asked.value.replace(said, near)}"`'
    elif not _FAMILY.fullmatch(said):
        bare = " ".join(re.sub(r"[^\w .+&-]", " ", said).split())
        message = f'"{said}" is not the name of a font'
        hint = f'write `{asked.name} = "{bare if _FAMILY.fullmatch(bare) else "Georgia"}"`'
    else:
        return None
    return Problem("setting", asked.place, message, hint, subject=(said,))


def _pair(name: str, had: Mapping[str, str], depth: int = 4) -> tuple[str, str] | None:
    """A property's colours by day and by night; None where they are not written as such."""
    value = had.get(name, "")
    if found := _REFERENCE.fullmatch(value):
        return _pair(found[1], had, depth - 1) if depth else None
    words = found.groups() if (found := _PAIR.fullmatch(value)) else (value, value)
    day, night = (colour(word.strip()) for word in words)
    return (day, night) if day and night else None


@lru_cache(maxsize=64)
def set_in(style: str) -> Mapping[str, str]:
    """What `:root` sets outside of `@media`, the last of each."""
    found: dict[str, str] = {}
    inside: list[str] = []
    last = 0
    for piece in _PIECE.finditer(style):
        if piece[0] not in "{};":
            continue
        said = style[last : piece.start()].strip()
        last = piece.end()
        name, _, value = said.partition(":")
        if name.startswith("--") and inside and inside[-1] == ":root" and _is_plain(inside[:-1]):
            found[name.strip()] = " ".join(value.split()).replace("( ", "(").replace(" )", ")")
        if piece[0] == "{":
            inside.append(said)
        elif piece[0] == "}":
            inside[-1:] = ()
    return MappingProxyType(found)


def without(style: str, names: Collection[str]) -> str:
    """A minified sheet, less what the `:root` rules in its layers set of these properties."""
    kept: list[str] = []
    inside: list[str] = []
    start = 0
    for piece in _PIECE.finditer(style):
        if piece[0] not in "{};":
            continue
        said = style[start : piece.start()]
        if said.partition(":")[0] in names and _is_layered_root(inside):
            said = ""
            end = piece[0].removeprefix(";")
        else:
            end = piece[0]
        if end == "}" and not said and kept:
            # What stands before a brace needs no semicolon.
            kept[-1] = kept[-1].removesuffix(";")
        if said or end:
            kept.append(said + end)
        if piece[0] == "{":
            inside.append(said)
        elif piece[0] == "}":
            inside[-1:] = ()
            if len(kept) > 1 and kept[-1] == "}" and kept[-2].startswith("@media"):
                del kept[-2:]
        start = piece.end()
    return "".join((*kept, style[start:]))


def _is_layered_root(inside: Collection[str]) -> bool:
    return any(each.startswith("@layer") for each in inside) and any(each.startswith(":root") for each in inside)


def _is_plain(inside: Iterable[str]) -> bool:
    return all(each.startswith("@layer") for each in inside)


def unset(asked: Iterable[tuple[str, Span]], style: str) -> Iterator[Problem]:
    """Properties that theme.toml names and no sheet sets."""
    had = set_in(style)
    for name, place in asked:
        if name not in had:
            hint = did_you_mean(name, had) or f"write {name}: …; in :root of a sheet"
            yield Problem("theme", place, f'no style sheet sets "{name}"', hint, subject=(name,))


def _channels(said: str) -> tuple[int, ...]:
    return tuple(int(said[at : at + 2], 16) for at in (1, 3, 5))


def _linear(said: str) -> tuple[float, ...]:
    """The light of each channel, from 0 to 1."""
    parts = (each / 255 for each in _channels(said))
    return tuple(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)


def _luminance(light: tuple[float, ...]) -> float:
    red, green, blue = light
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

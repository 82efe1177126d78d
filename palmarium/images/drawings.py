"""Drawings (SVG): parsed as XML, held against lists of what a drawing needs, because they are published as they are.

When a reader opens a drawing by its own address, a browser runs the scripts in it and loads what it refers to. So only
the elements, attributes and style functions listed here are allowed, and references must lead to parts of the drawing
itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.parsers import expat

from ..problems import Problem, Span, did_you_mean

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"

_INERT = (
    *("http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"),
    *("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#", "http://web.resource.org/cc/"),
    *("http://purl.org/dc/elements/1.1/", "http://www.bohemiancoding.com/sketch/ns", "http://www.serif.com/"),
    *("http://www.figma.com/figma/ns", "https://boxy-svg.com", "http://vectornator.io", "http://krita.org/namespaces/"),
    *("http://ns.adobe.com/", "adobe:ns:meta/", "http://www.corel.com/", "https://penpot.app/"),
)
"""What drawing programs write about themselves, which no browser reads."""

_ELEMENTS = frozenset(
    (
        *("animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "filter"),
        *("g", "image", "line", "linearGradient", "marker", "mask", "metadata", "mpath", "path", "pattern"),
        *("polygon", "polyline", "radialGradient", "rect", "set", "stop", "style", "svg", "switch", "symbol", "text"),
        *("textPath", "title", "tspan", "use", "view", "feBlend", "feColorMatrix", "feComponentTransfer"),
        *("feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight"),
        *("feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage"),
        *("feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight"),
        *("feTile", "feTurbulence"),
    )
)
_PROPERTIES = frozenset(
    (
        *("alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation"),
        *("color-interpolation-filters", "color-profile", "color-rendering", "cursor", "cx", "cy", "d", "direction"),
        *("display", "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter"),
        *("flood-color", "flood-opacity", "font", "font-family", "font-size", "font-size-adjust", "font-stretch"),
        *("font-style", "font-variant", "font-weight", "height", "image-rendering", "isolation", "kerning"),
        *("letter-spacing", "lighting-color", "marker", "marker-end", "marker-mid", "marker-start", "mask"),
        *("mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order", "pointer-events", "r", "rx", "ry"),
        *("shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor"),
        *("text-decoration", "text-rendering", "transform", "transform-origin", "unicode-bidi", "vector-effect"),
        *("visibility", "width", "word-spacing", "writing-mode", "x", "y", "white-space", "line-height"),
        *("shape-inside", "shape-padding"),
    )
)
"""Attributes of how a thing looks: these may be animated too."""

_ANIMATED = frozenset(
    (
        *("x1", "x2", "y1", "y2", "fx", "fy", "fr", "dx", "dy", "offset", "points", "viewBox", "rotate"),
        *("startOffset", "textLength", "stdDeviation", "baseFrequency", "seed", "scale", "values", "k1", "k2", "k3"),
        *("k4", "radius", "azimuth", "elevation", "z", "surfaceScale", "specularConstant", "specularExponent"),
        *("diffuseConstant", "gradientTransform", "patternTransform", "refX", "refY", "markerWidth", "markerHeight"),
        *("orient", "preserveAspectRatio", "pathLength", "slope", "intercept", "amplitude"),
        *("exponent", "tableValues"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *("id", "class", "style", "lang", "tabindex", "role", "version", "baseProfile", "xmlns", "type", "media"),
        *("href", "zoomAndPan", "contentStyleType", "contentScriptType", "requiredFeatures", "requiredExtensions"),
        *("systemLanguage", "focusable", "accumulate", "additive", "attributeName", "attributeType", "begin", "by"),
        *("bias", "calcMode", "clipPathUnits", "diffuseConstant", "divisor", "dur", "edgeMode", "end", "fill"),
        *("filterRes", "filterUnits", "from", "gradientUnits", "in", "in2", "kernelMatrix", "kernelUnitLength"),
        *("keyPoints", "keyTimes", "keySplines", "lengthAdjust", "limitingConeAngle", "markerUnits"),
        *("maskContentUnits", "maskUnits", "max", "method", "min", "mode", "numOctaves", "operator", "order"),
        *("origin", "path", "patternContentUnits", "patternUnits", "pointsAtX", "pointsAtY", "pointsAtZ"),
        *("preserveAlpha", "primitiveUnits", "repeatCount", "repeatDur", "restart", "result", "side", "spacing"),
        *("spreadMethod", "stitchTiles", "targetX", "targetY", "to", "viewTarget", "xChannelSelector"),
        *("yChannelSelector", "crossorigin", "decoding", "name"),
    )
)
_STYLED = _PROPERTIES | _ANIMATED | {"to", "from", "by"}
_KNOWN = _ATTRIBUTES | _PROPERTIES | _ANIMATED
_PREFIXES = ("data-", "aria-")

_FUNCTIONS = frozenset(
    (
        *("url", "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"),
        *("light-dark", "var", "calc", "min", "max", "clamp", "env", "matrix", "matrix3d", "translate", "translatex"),
        *("translatey", "translate3d", "scale", "scalex", "scaley", "rotate", "rotatex", "rotatey", "rotatez"),
        *("skew", "skewx", "skewy", "perspective", "cubic-bezier", "steps", "linear", "blur", "brightness"),
        *("contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia", "inset"),
        *("circle", "ellipse", "polygon", "path", "and", "not", "or", "is", "where", "has", "nth-child"),
        *("nth-last-child", "nth-of-type", "lang", "dir", "local", "linear-gradient", "radial-gradient"),
        *("repeating-linear-gradient", "icc-color", ""),
    )
)
_AT_RULES = ("media", "keyframes", "-webkit-keyframes", "supports", "font-face", "layer", "property")
# In the order in which a browser reads them: a comment in a text or an address is none, and hides nothing.
_STYLE = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    r"|(?P<url>url\(\s*(?:\"(?P<double>[^\"\n\r\f]*)\"|'(?P<single>[^'\n\r\f]*)'|(?P<bare>[^)]*))\s*\)?)"
    r"|(?P<string>\"[^\"\n\r\f]*\"|'[^'\n\r\f]*')|(?P<odd>[\"'])",
    re.IGNORECASE | re.DOTALL,
)
_FUNCTION = re.compile(r"(?<![-\w])([-\w]*)\(")
_AT = re.compile(r"@([-\w]*)")
_INSIDE = re.compile(r"#[^\s\"'<>]+")
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[\sA-Za-z0-9+/=]*", re.I)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*+(px|pt|pc|mm|cm|in|q|)\s*", re.I)
_PIXELS = MappingProxyType(
    {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
)
_REFERENCE = re.compile(r"#([^\s\"'()]+)")
_DEEPEST, _MOST_SHOWN, _LARGEST, _MOST_TOLD = 100, 1_000_000, 10_000_000, 100
_HTML = re.compile(rb"\s*<(?:!doctype\s+)?html\b", re.I)
_PAGE = "this is a page (HTML), not a drawing", "download the picture itself"
_PLAIN = 'save it again as "plain" or "optimised" SVG'

_CODES = expat.errors.codes
_NOTHING = _CODES[expat.errors.XML_ERROR_NO_ELEMENTS]
_UNCLOSED = (_CODES[expat.errors.XML_ERROR_UNCLOSED_TOKEN], _CODES[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION])
_MISMATCH = _CODES[expat.errors.XML_ERROR_TAG_MISMATCH]
_ENTITY = _CODES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_PREFIX = _CODES[expat.errors.XML_ERROR_UNBOUND_PREFIX]
_TWICE = _CODES[expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE]
_BEHIND = _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]
_BEFORE = _CODES[expat.errors.XML_ERROR_MISPLACED_XML_PI]


class _Refused(Exception):
    """A declaration that a drawing may not have; ends the parse, so that nothing is made of it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def drawing(path: str, data: bytes) -> tuple[tuple[float, float] | None, tuple[Problem, ...]]:
    """The size of a drawing, 0 where it says none, and all that is wrong in it; None where it is no drawing."""
    if len(data) > _LARGEST:
        message = f"this drawing has {-(-len(data) // 1_000_000)} MB; {_LARGEST // 1_000_000} MB at most"
        return None, (Problem("picture", Span(path), message, "save it as JPEG or PNG: it holds more than a drawing"),)
    if not data.strip():
        return None, (Problem("picture", Span(path), "this drawing is empty", "save it again, or delete it"),)
    try:
        text = data.decode("utf-8-sig")
        wrong = text.find("\0")
    except UnicodeDecodeError as error:
        text, wrong = "", error.start
    if wrong >= 0:
        # The parser would read UTF-16 too, whatever it is told; what is looked at is what browsers read.
        return None, (_at(path, data, wrong, "this drawing is not UTF-8", "save it again as UTF-8"),)
    return _parsed(path, text.encode())


def _at(path: str, data: bytes, index: int, message: str, hint: str, code: str = "picture") -> Problem:
    """A problem at a byte; columns count characters."""
    start = data.rfind(b"\n", 0, index) + 1
    column = len(data[start:index].decode("utf-8", "replace")) + 1
    return Problem(code, Span(path, data.count(b"\n", 0, index) + 1, column), message, hint)


def _parsed(path: str, data: bytes) -> tuple[tuple[float, float] | None, tuple[Problem, ...]]:
    reader = _DrawingParser(path, data)
    try:
        reader.parser.Parse(data, True)
    except _Refused as refused:
        return None, (*reader.problems, refused.problem)
    except expat.ExpatError as error:
        message, hint = _broken(error.code, reader.opened, data)
        return None, (*reader.problems, _at(path, data, reader.parser.ErrorByteIndex, message, hint))
    if _weight("", reader.counts, reader.references, {}, 0) > _MOST_SHOWN:
        message = "the parts of this drawing show each other so often that no browser would end"
        reader.problems.append(Problem("unsafe-picture", Span(path), message, _PLAIN))
    return reader.sizes[0], tuple(reader.problems)


class _DrawingParser:
    """A drawing while it is parsed: a builder, used up by `_parsed`.

    `counts` and `references` are, by id and by "" for the whole, how many elements there are inside, and what these
    refer to; `ids` are those of the elements that are open.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        self.problems: list[Problem] = []
        self.opened: list[str] = []
        self.sizes: list[tuple[float, float]] = []
        self.style: list[str] = []
        self.counts: Counter[str] = Counter()
        self.references: defaultdict[str, list[str]] = defaultdict(list)
        self.ids = [""]
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler, self.parser.StartDoctypeDeclHandler = self.declare, self.doctype
        self.parser.ProcessingInstructionHandler = self.instruct
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
        self.parser.CharacterDataHandler = self.write

    def tell(self, message: str, hint: str, word: str = "") -> None:
        index = self.parser.CurrentByteIndex
        if len(self.problems) >= _MOST_TOLD:
            message = f"{_MOST_TOLD} things are wrong before this place; what comes behind it was not looked at"
            self.refuse(message, _PLAIN)
        at = max(index, self.data.find(word.encode(), index))
        self.problems.append(_at(self.path, self.data, at, message, hint, "unsafe-picture"))

    def refuse(self, message: str, hint: str, index: int = -1, code: str = "unsafe-picture") -> None:
        place = self.parser.CurrentByteIndex if index < 0 else index
        raise _Refused(_at(self.path, self.data, place, message, hint, code))

    def declare(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
            self.refuse(f'this drawing says that it is "{encoding}"', 'save it again as UTF-8, with encoding="UTF-8"')

    def doctype(self, *_: object) -> None:
        message = "this drawing holds a DOCTYPE, which may change what it says"
        self.refuse(message, "delete it, from <!DOCTYPE to its >", self.data.find(b"<!DOCTYPE"))

    def instruct(self, target: str, _: str) -> None:
        self.refuse(f"this drawing holds an instruction to a program, <?{target}", "delete it, from <? to ?>")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self.opened:
            if (space, local) != (SVG, "svg"):
                self.refuse(*_no_svg(space, local), code="picture")
            self.sizes.append(_size(attributes))
        if len(self.opened) >= _DEEPEST:
            self.refuse("this drawing nests too deeply", _PLAIN)
        self.opened.append(local)
        self.ids.append(attributes.get("id", ""))
        inside = tuple(dict.fromkeys(self.ids))
        self.counts.update(inside)
        for value in attributes.values():
            for found in _REFERENCE.finditer(value):
                for id in inside:
                    self.references[id].append(found[1])
        for message, hint, word in _faults(space, local, attributes):
            self.tell(message, hint, word)

    def end(self, _: str) -> None:
        self.ids.pop()
        # A browser reads the text of a style as one, whatever elements stand in it.
        if self.opened.pop() == "style" and "style" not in self.opened:
            for message, hint in _style("".join(self.style)):
                self.tell(message, hint)
            self.style.clear()

    def write(self, text: str) -> None:
        if "style" in self.opened:
            self.style.append(text)


def _weight(
    id: str, counts: Mapping[str, int], references: Mapping[str, list[str]], known: dict[str, int], depth: int
) -> int:
    """How many elements a browser draws for a part, those that it refers to included: as many as anybody counts."""
    weight = counts.get(id, 0)
    if depth > _DEEPEST:
        return _MOST_SHOWN + 1
    for other, times in Counter(references.get(id, ())).items():
        if other in counts and weight <= _MOST_SHOWN:
            if other not in known:
                known[other] = _weight(other, counts, references, known, depth + 1)
            weight += times * known[other]
    return weight


def _no_svg(space: str, local: str) -> tuple[str, str]:
    if local.lower() == "html":
        return _PAGE
    if local == "svg" and not space:
        return "this <svg> does not say that it is SVG, so no browser shows it", f'write <svg xmlns="{SVG}"'
    return f"this is no drawing: it begins with <{local}>, not with <svg>", f'write <svg xmlns="{SVG}"'


def _broken(code: int, opened: list[str], data: bytes) -> tuple[str, str]:
    """What is wrong with the XML, by the parser's number of the error: its words change."""
    if _HTML.match(data):
        return _PAGE
    if not opened and data.lstrip()[:1] != b"<":
        return "this is no drawing (SVG), whatever it is called", "save it again, or delete it"
    if code == _NOTHING or code in _UNCLOSED:
        last = f": <{opened[-1]}> does not end" if opened else ""
        return f"this drawing is cut off{last}", "save it again, or fetch it again"
    if code == _MISMATCH:
        return f"<{opened[-1]}> is still open here", f"write </{opened[-1]}> before it"
    if code == _ENTITY:
        return "XML has no such name of a character", "write the character itself, or its number: &#160; for &nbsp;"
    if code == _PREFIX:
        return "this prefix is not declared", "write its xmlns:… in <svg>, or save it again"
    if code == _TWICE:
        return "this attribute stands twice", "delete one of them"
    if code == _BEHIND:
        return "something stands behind the end of <svg>", "delete it"
    if code == _BEFORE:
        return "something stands before <?xml, or it stands twice", "delete everything before <?xml, blanks too"
    return "this is not XML, which a drawing is written in", "save it again"


def _faults(space: str, local: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What an element may not be, have or refer to: message, hint, and the word to point at."""
    if space != SVG:
        if not space.startswith(_INERT):
            yield f'<{local}> is not of SVG but of "{space}"', _PLAIN, ""
        for name, value in attributes.items():
            # What they say of language and addresses goes for all that stands inside.
            if name.startswith(_XML):
                yield from _attribute(local, name, value)
        return
    if local not in _ELEMENTS:
        yield f"a drawing may not hold <{local}>", _hint_for(local), ""
    for name, value in attributes.items():
        yield from _attribute(local, name, value)


def _hint_for(local: str) -> str:
    known = did_you_mean(local, _ELEMENTS)
    if local in ("a", "foreignObject", "script", "iframe", "handler", "audio", "video"):
        return "delete it: a picture shows, and does nothing"
    return known or "turn it into paths, or delete it"


def _attribute(element: str, name: str, value: str) -> Iterator[tuple[str, str, str]]:
    space, _, local = name.rpartition(" ")
    if local == "href" and space in ("", _XLINK):
        is_picture = element in ("image", "feImage") and _RASTER.fullmatch(value)
        if not _INSIDE.fullmatch(value) and not is_picture:
            hint = "put the picture itself into the drawing" if element == "image" else 'write href="#…", a part of it'
            yield f'"{_short(value)}" leads out of this drawing', hint, local
    elif space == _XML:
        if local not in ("space", "lang", "id"):
            yield f"a drawing may not have xml:{local}", "delete it", local
    elif space == _XLINK:
        if local not in ("type", "title", "role", "arcrole", "show", "actuate"):
            yield f"a drawing may not have xlink:{local}", "delete it", local
    elif space:
        if not space.startswith(_INERT):
            yield f'the attribute "{local}" is of "{space}"', _PLAIN, local
    elif local not in _KNOWN and not local.startswith(_PREFIXES):
        what = "holds a script" if local.lower().startswith("on") else "is not one that a drawing needs"
        yield f'the attribute "{local}" {what}', "delete it", local
    elif local == "attributeName" and value not in _PROPERTIES | _ANIMATED:
        yield f'"{_short(value)}" can\'t be animated', "animate what it looks like, such as fill or transform", local
    elif local == "style" or ("(" in value and local in _STYLED):
        yield from ((message, hint, local) for message, hint in _style(value))


def _style(text: str) -> Iterator[tuple[str, str]]:
    """What a sheet of style or one value of it may not say."""
    # Written otherwise, `\\75rl` is `url` too.
    if "\\" in text:
        yield "a style in a drawing may not hold a backslash", "write the letters themselves"
        return
    bare = _STYLE.sub(lambda found: "url()" if found["url"] else '""' if found["string"] else " ", text)
    for found in _STYLE.finditer(text):
        address = (found["double"] or found["single"] or found["bare"] or "").strip()
        if found["odd"]:
            yield "a text in this style does not end", f"write {found[0]} behind it"
        elif found["url"] and not _INSIDE.fullmatch(address) and not _RASTER.fullmatch(address):
            yield f'"{_short(address)}" leads out of this drawing', "write url(#…), a part of it"
    for found in _AT.finditer(bare):
        if found[1].lower() not in _AT_RULES:
            yield f"a drawing may not say @{found[1]}", "delete it"
    for found in _FUNCTION.finditer(bare):
        if found[1].lower() not in _FUNCTIONS:
            yield f"a drawing may not say {found[1]}(…)", "delete it"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _size(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Width and height in pixels, by the sides or the box; 0 and 0 where it says neither."""
    sides = [_pixels(attributes.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        across, down = (float(box[2]), float(box[3])) if len(box) == 4 else (0.0, 0.0)
    except ValueError:
        across = down = 0.0
    if not (0 < across < 1e6 and 0 < down < 1e6):
        across = down = 0.0
    width, height = sides
    if width and height:
        return width, height
    if width and across:
        return width, width * down / across
    return (height * across / down, height) if height and across else (across, down)


def _pixels(written: str) -> float:
    found = _LENGTH.fullmatch(written)
    size = float(found[1]) * _PIXELS[found[2].lower()] if found else 0.0
    return size if size < 1e6 else 0.0

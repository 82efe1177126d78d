"""Name a theme's files by their content, and join its style sheets into one.

Owns: names of assets, `url()` in style sheets, the one sheet of a site.   Never: reads theme.toml, knows a page.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping

from .plan import Blob

SHEET = "css/site.css"
"""The sheets that theme.toml lists, one after the other."""

_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_COMMENT = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|url\([^)]*\))|/\*.*?\*/", re.DOTALL)
_EMPTY = re.compile(r"\s*\n\s*")


def assets(found: Mapping[str, str], files: Mapping[str, bytes], styles: Iterable[str]) -> dict[str, Blob]:
    """Each asset under a name that changes with its content, so that a browser may keep it for ever.

    `found` gives the path of each; those of `styles` are published as one.
    """
    listed = tuple(dict.fromkeys(style for style in styles if style in found))
    plain = {name: _asset(name, files[path], path) for name, path in found.items() if not name.endswith(".css")}
    single = {
        name: _asset(name, _linked(name, files[path], plain, name).encode(), path)
        for name, path in found.items()
        if name.endswith(".css") and name not in listed
    }
    joined = "".join(f"{_bare(_linked(name, files[found[name]], plain, SHEET))}\n" for name in listed)
    sheet = {SHEET: _asset(SHEET, joined.encode(), *(found[name] for name in listed))} if listed else {}
    return {**plain, **single, **sheet}


def _asset(name: str, data: bytes, *sources: str) -> Blob:
    stem, dot, ending = name.rpartition(".")
    mark = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Blob(f"/assets/{stem}.{mark}{dot}{ending}", data, sources)


def _linked(name: str, style: bytes, plain: Mapping[str, Blob], home: str) -> str:
    """A style sheet whose `url(…)` reach assets under their new names, as seen from where it is published."""
    folder = name.split("/")[:-1]
    up = "../" * home.count("/")

    def link(found: re.Match[str]) -> str:
        steps = list(folder)
        for step in found[1].split("/"):
            steps = steps[:-1] if step == ".." else [*steps, step]
        asset = plain.get("/".join(steps))
        return f"url({up}{asset.url.removeprefix('/assets/')})" if asset else found[0]

    return _CSS_URL.sub(link, style.decode("utf-8-sig", "replace"))


def _bare(style: str) -> str:
    """A style sheet without comments and empty lines; nothing else is changed."""
    return _EMPTY.sub("\n", _COMMENT.sub(lambda found: found[1] or "", style)).strip()

"""Pages of the desk: HTML, every value escaped; a file has a script for its keys, and needs none."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from ...sources import disk

_TEMPLATES = Path(__file__).parent / "templates"
_NAMES = (
    *("frame.html", "list.html", "problems.html", "elsewhere.html", "file.html", "form.html", "sure.html"),
    "mentions.html",
    *("refused.html", "unshown.html"),
)


def page(name: str, values: Mapping[str, Any]) -> bytes:
    """A page by the name of its template."""
    return _environment().get_template(f"{name}.html").render(values).encode("utf-8", "replace")


def style() -> bytes:
    """The style sheet of every page."""
    return disk.fetch(_TEMPLATES, "desk.css") or b""


@cache
def script() -> str:
    """The script of a file, as it stands in the page."""
    return (disk.fetch(_TEMPLATES, "keys.js") or b"").decode()


@cache
def script_hash() -> str:
    """The hash of that script for the content security policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    texts = {name: (disk.fetch(_TEMPLATES, name) or b"").decode() for name in _NAMES}
    return Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

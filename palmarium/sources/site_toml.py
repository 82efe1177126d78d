"""Settings that are needed before site.toml is validated: the output folder, the public address."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from . import plaintext

# A build of a site in which nothing changed reads no written form: the library behind these takes as long to start
# as all the rest.

NO_SITE = "there is no site.toml here"
WAY_IN = "go to the folder of your site with `cd …`, or name it with `--root`; `palmarium new site` starts one"
PATH = "site.toml"
"""Where the settings are, below the root of a site."""

LANGUAGES = ("fr", "en", "de", "es", "it", "ar")
"""The languages whose words come with the program; the first is that of a new site."""

OUTPUT = "_site"
"""The folder that is built where no other is named."""

_SOURCES = ("content", "editions", "themes", "site.toml")
SITE = re.compile(r"https?://[^\s?#<>\"'\\]+/")


def output(files: Mapping[str, bytes]) -> str:
    """The folder that is built, even where other settings are wrong."""
    return _output(_values(files))


def served(files: Mapping[str, bytes]) -> tuple[str, str]:
    """The folder that is built, and the path of its host below which it will be, such as `archive/`."""
    values = _values(files)
    address = values.get("base_url")
    is_address = isinstance(address, str) and SITE.fullmatch(address) and host(address)
    return _output(values), urlsplit(str(address)).path.lstrip("/") if is_address else ""


def _values(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    text, problems = plaintext.decode(PATH, files.get(PATH, b""))
    try:
        return {} if problems else tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _output(values: Mapping[str, Any]) -> str:
    written = values.get("output")
    return written.rstrip("/") if isinstance(written, str) and not why_no_output(written) else OUTPUT


def why_no_output(written: str) -> str:
    """Why a folder can't be the output, or nothing."""
    value = written.replace("\\", "/").rstrip("/")
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


def host(address: str) -> str:
    """The host of an address; empty where the address has no host, or a port that is not valid."""
    try:
        parts = urlsplit(address)
        return parts.netloc if parts.hostname and parts.port != 0 else ""
    except ValueError:
        return ""

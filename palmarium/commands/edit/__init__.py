"""The editor's desk: the files of a site as forms in a browser on this machine, checked before they are saved."""

from pathlib import Path
from urllib.parse import quote

from ...problems import Span
from ...sources.layout import RECORDS
from ..serve import DESK


def is_record(path: str) -> bool:
    """Whether a file is one that the desk opens."""
    ending = ".yaml" if path.startswith("editions/") else ".md"
    return path.startswith(RECORDS) and path.endswith(ending)


def address(path: str, view: str = "form") -> str:
    """The page of a file: a `form`, or its text as a `file`."""
    return f"{DESK}{view}/{quote(path)}"


def way(root: Path, span: Span, is_open: bool) -> str:
    """Where a click on a place leads: to the desk where it is open, to a program that knows `vscode://` otherwise."""
    if is_open and is_record(span.path):
        return address(span.path, "file")
    return f"vscode://file{quote(str(root.resolve() / span.path))}:{span.line}:{span.column}"

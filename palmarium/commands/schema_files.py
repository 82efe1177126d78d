"""JSON Schemas of an archive for editors' programs: their folder, and whether they are used."""

from pathlib import Path

from ..sources import disk

SCHEMAS = f"{disk.STATE}/schemas/"
_SETTINGS = (".vscode/settings.json", ".zed/settings.json")


def are_read(root: Path) -> bool:
    """Whether settings of an editor's program name the schemas of a site, or they are there."""
    named = (SCHEMAS.encode() in (disk.fetch(root, path) or b"") for path in _SETTINGS)
    return disk.fetch(root, f"{SCHEMAS}edition.json") is not None or any(named)

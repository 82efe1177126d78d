"""A field of dots, a title each, in rows: filled, half filled, open."""

from . import Leaf, path, picture

_ROW = 20
_STEP = 15


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    del bands
    rows = -(-len(leaves) // _ROW)
    return picture(_ROW * _STEP, max(1, rows) * _STEP, (_dot(n, kind) for n, kind in enumerate(leaves)))


def _dot(n: int, kind: Leaf) -> str:
    x, y = n % _ROW * _STEP + 2, n // _ROW * _STEP + _STEP // 2
    whole = f"M{x} {y}a5 5 0 0 1 10 0a5 5 0 0 1-10 0Z"
    if kind is not Leaf.HALF:
        return path(kind, whole)
    return path("known", f"M{x} {y}a5 5 0 0 0 10 0Z") + path("line", f"M{x} {y}a5 5 0 0 1 10 0")

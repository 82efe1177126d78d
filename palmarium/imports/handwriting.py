"""Write plain data as an editor would type it: YAML in the fewest lines that read well.

Owns: quotes, what fits on a line, what stands below its key.   Never: knows what a key means.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 110
_PLAIN = re.compile(r"(?:[^\W_]|[«“‘¿¡(])[^\x00-\x1f:#\[\]{}]*")
_TAKEN_FOR_ANOTHER = re.compile(
    r"(?i:y|n|yes|no|true|false|on|off|null)|[-+.\d][\d_.:+\-a-f]*|(?i:0[xob][\da-f_]+)|[\d.]+e[-+]?\d+", re.ASCII
)
_TYPED = re.compile(r"\d[\d/.-]*|true|false")
_BELOW = ("results", "categories", "sources")
"""Mappings that always stand below their key, a line for each."""


def scalar(text: str, typed: bool = False, inside: bool = False) -> str:
    """A text on one line, in quotes where it could be taken for something else, here or by another program.

    `inside` brackets, a comma ends it, and some readers stumble over a question mark.
    """
    if typed and _TYPED.fullmatch(text):
        return text
    plain = _PLAIN.fullmatch(text) and not _TAKEN_FOR_ANOTHER.fullmatch(text) and not (inside and set(text) & set(",?"))
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)


def flow(value: Any, typed: frozenset[str] = frozenset(), key: str = "") -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, key in typed, inside=True)
    if isinstance(value, list):
        return f"[{', '.join(flow(each, typed, key) for each in value)}]"
    return f"{{{', '.join(f'{scalar(name, inside=True)}: {flow(each, typed, name)}' for name, each in value.items())}}}"


def document(value: Mapping[str, Any], typed: frozenset[str]) -> str:
    return "".join(f"{line}\n" for key, each in value.items() for line in pair(key, each, 0, typed))


def pair(key: str, value: Any, indent: int, typed: frozenset[str]) -> Iterator[str]:
    """A key and its value, from a column on; what does not fit on a line stands below it."""
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str):
        yield f"{start} {scalar(value, key in typed)}"
    elif _on_a_line(key, value, len(start) + 1, typed):
        yield f"{start} {flow(value, typed, key)}"
    else:
        yield start
        yield from _below(key, value, indent + 2, typed)


def _below(key: str, value: Any, indent: int, typed: frozenset[str]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from element(each, indent, typed, key)
    else:
        for name, each in value.items():
            yield from pair(name, each, indent, typed)


def element(value: Any, indent: int, typed: frozenset[str], key: str = "") -> Iterator[str]:
    """An element of a list below its key."""
    start = f"{' ' * indent}- "
    if not isinstance(value, dict) or len(start) + len(flow(value, typed, key)) <= _WIDTH:
        yield f"{start}{flow(value, typed, key)}"
        return
    lines = (line for name, each in value.items() for line in pair(name, each, indent + 2, typed))
    for number, line in enumerate(lines):
        yield line if number else start + line.lstrip(" ")


def _on_a_line(key: str, value: Any, start: int, typed: frozenset[str]) -> bool:
    if isinstance(value, dict) and value and key in _BELOW:
        return False
    if isinstance(value, list) and len(value) > 1 and any(isinstance(each, dict) for each in value):
        return False
    return start + len(flow(value, typed, key)) <= _WIDTH

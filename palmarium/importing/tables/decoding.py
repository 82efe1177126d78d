"""Decoding of text files in any encoding, with a warning for each guess."""

import codecs
import re
from dataclasses import dataclass

from ...problems import Level, Problem, Span, did_you_mean, plain_ends

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = (
    (b"PK\x03\x04", "a spreadsheet or another packed file", "give it the ending .xlsx or .ods, or save it as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "give it the ending .xls, or save it as CSV"),
    (b"%PDF", "a PDF", "copy its table into a spreadsheet, and save that"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)
_GUESSABLE = (
    *("cp1252", "mac_roman", "cp850", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255"),
    *("cp1256", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_NAMED = (*_GUESSABLE, "utf-8", "utf-16", "utf-32", "latin-1", "ascii", "iso8859_15", "shift_jis", "windows-1252")
_LINES = re.compile(rb"\r\n|\r|\n")
_ENOUGH = 200_000
"""The number of bytes from which an encoding is guessed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with newlines as line ends, and the encoding it had."""

    text: str
    encoding: str


def decode(path: str, data: bytes, encoding: str = "") -> tuple[Decoded | None, tuple[Problem, ...]]:
    """The text of a file, in the given encoding or a detected one."""
    problem = _no_text(path, data)
    if problem:
        return None, (problem,)
    if encoding:
        return _as_said(path, data, encoding)
    for mark, found in _MARKS:
        if data.startswith(mark):
            return _marked(path, data[len(mark) :], found)
    wide = _wide(data)
    if wide:
        text = data.decode(wide, "replace")
        return _plain(path, text, wide, (_guessed(path, 1, wide, text),))
    try:
        return _plain(path, data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError as error:
        return _unnamed(path, data, _line(data, error.start))


def _no_text(path: str, data: bytes) -> Problem | None:
    for start, what, hint in _NO_TEXT:
        if data.startswith(start):
            return Problem("not-text", Span(path), f"this is {what}, where a text was expected", hint)
    return None


def _as_said(path: str, data: bytes, encoding: str) -> tuple[Decoded | None, tuple[Problem, ...]]:
    try:
        codecs.lookup(encoding)
        return _plain(path, data.decode(encoding).removeprefix("\ufeff"), encoding, ())
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
        message = f"this line holds a byte that {encoding} does not have (0x{data[error.start]:02x})"
        hint = "leave `encoding` out of [read]: the encoding is found"
        return None, (Problem("encoding", Span(path, line), message, hint),)
    except (LookupError, ValueError):
        hint = did_you_mean(encoding, _NAMED) or f"encodings are {', '.join(_NAMED)}"
        return None, (Problem("encoding", Span(path), f'"{encoding}" is not an encoding', hint),)


def _marked(path: str, data: bytes, encoding: str) -> tuple[Decoded | None, tuple[Problem, ...]]:
    text = data.decode(encoding, "replace")
    message = f"this file starts with a byte order mark: it is read as {encoding}, without the mark"
    return _plain(path, text, encoding, (Problem("encoding", Span(path), message, level=Level.WARNING),))


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: of mostly Latin letters, every second byte is zero."""
    looked = data[: _ENOUGH // 2 * 2]
    half = len(looked) // 2
    if half < 2:
        return ""
    even, odd = looked[::2].count(0), looked[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else ""


def _unnamed(path: str, data: bytes, line: int) -> tuple[Decoded | None, tuple[Problem, ...]]:
    lines = _LINES.split(data)
    high = tuple(part for part in lines if not part.isascii())
    right = sum(1 for part in high if _is_utf_8(part))
    if right and right * 2 >= len(high):
        return _mixed(path, lines)
    found = _guess(data)
    text = data.decode(found, "replace")
    shown = next((part for part in text.splitlines() if not part.isascii()), "")
    return _plain(path, text, found, (_guessed(path, line, found, shown),))


def _mixed(path: str, lines: list[bytes]) -> tuple[Decoded | None, tuple[Problem, ...]]:
    """A UTF-8 file with pasted lines in another encoding."""
    texts, problems = [], []
    for number, part in enumerate(lines, 1):
        if _is_utf_8(part):
            texts.append(part.decode("utf-8"))
            continue
        texts.append(part.decode("cp1252", "replace"))
        message = "this line is not UTF-8 as the others are: it is read as windows-1252"
        hint = f"compare: {_short(texts[-1])}"
        problems.append(Problem("encoding", Span(path, number), message, hint, Level.WARNING))
    return _plain(path, "\n".join(texts), "utf-8", tuple(problems))


def _guess(data: bytes) -> str:
    """The encoding that fits best; of those that fit as well, that of Western Europe, where most tables come from."""
    import charset_normalizer

    looked = b"\n".join(part for part in _LINES.split(data[:_ENOUGH]) if not part.isascii())
    matches = tuple(charset_normalizer.from_bytes(looked, cp_isolation=list(_GUESSABLE)))
    best = tuple(match.encoding for match in matches if match.chaos == matches[0].chaos)
    usual = _GUESSABLE[0]
    # Of two that give the same letters, too.
    is_usual = not best or usual in best or looked.decode(best[0], "replace") == looked.decode(usual, "replace")
    return usual if is_usual else best[0]


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(path: str, line: int, encoding: str, shown: str) -> Problem:
    message = f"the encoding is not said; {encoding} fits, and gives: {_short(shown)}"
    return Problem("encoding", Span(path, line), message, f'if that is right: encoding = "{encoding}"', Level.WARNING)


def _plain(
    path: str, text: str, encoding: str, problems: tuple[Problem, ...]
) -> tuple[Decoded | None, tuple[Problem, ...]]:
    if text.count("\0") * 20 > len(text):
        hint = "save it as CSV or JSON in UTF-8"
        return None, (Problem("not-text", Span(path), "this is no text: it is full of zero bytes", hint),)
    if "\r" in text:
        if "\n" not in text:
            message = "the lines of this file end with a carriage return alone: they are read as lines"
            problems = (*problems, Problem("line-ends", Span(path), message, level=Level.WARNING))
        text = plain_ends(text)
    return Decoded(text, encoding), problems


def _line(data: bytes, offset: int) -> int:
    return len(_LINES.findall(data[:offset])) + 1


def _short(text: str) -> str:
    """An excerpt of a line around its first non-ASCII character."""
    at = next((at for at, character in enumerate(text) if not character.isascii()), 0)
    start = max(0, at - 20)
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[start : start + 60]).split())
    return f'"{shown}"'

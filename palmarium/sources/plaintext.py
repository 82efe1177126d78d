"""Rules for the texts of a site: UTF-8, printable, no unfinished merge, no mark-up where it would show."""

import html
import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from types import MappingProxyType

from ..problems import Problem, Span, plain_ends

LONGEST = 20_000
"""The most letters of one value: what is longer is no fact, and stands in the text of an article."""

_TURNING = "\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
TURNING = re.compile(f"[{_TURNING}]")
"""Characters that let a line read otherwise than it is written: bidirectional overrides and isolates, tags."""

# Control characters; line breaks that only some programs count; the private ones that pages are built with.
UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_TURNING}\ue000-\ue0ff\ufeff\ufffe\uffff]")
UNREAD = re.compile("[▯\ufffd▀-▟]+")
"""Signs in the place of letters that are blacked out or lost, of which no title is made."""

_FILLERS = "\u115f\u1160\u3164\uffa0"
_INVISIBLE = re.compile(f"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064{_FILLERS}]")
_WESTERN = ("LATIN", "GREEK", "CYRILLIC")
# Letters of other scripts that look like a Latin one.
_LOOKALIKES = MappingProxyType(
    dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo", strict=True))
)
_LOOKS_ALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")
_OF_LATIN = MappingProxyType(
    {
        script: {latin: other for other, latin in _LOOKALIKES.items() if unicodedata.name(other).startswith(script)}
        | more
        for script, more in (("CYRILLIC", {}), ("GREEK", dict(zip("aikptuv", "αικρτυν", strict=True))))
    }
)
_MARKUP = re.compile(
    r"\[\[(?P<link>[^\[\]\n]+)\]\]|\[(?P<words>[^\[\]\n]+)\]\((?:https?:|mailto:|#|/)[^()\n]*\)"
    r"|(?P<tag></?(?:a|b|br|em|i|p|small|span|strong|sub|sup|u)\b[^<>\n]*>)"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5});)|(?P<strong>\*\*(?=\S))"
    r"|(?<![\w*])\*(?P<star>[^\W\d_](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w/])_(?P<line>[^\W\d_](?:[^_\n]*[^\s_])?)_(?![\w/])"
)
_WORD = re.compile(r"[^\W_]+")
_SYLLABLES = re.compile(r"([A-Z][a-z]*)([A-Z][A-Za-z]*)")
_ARTICLES = frozenset(("the", "le", "la", "les", "l", "der", "die", "das", "el", "los", "las", "il", "lo", "de", "het"))
_LEGAL_FORMS = frozenset(
    (
        *("ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "corp", "corporation", "co", "gmbh", "ag"),
        "kg",
        *("sarl", "sa", "sas", "sasu", "spa", "srl", "sl", "bv", "nv", "ab", "oy", "oyj", "as", "asa", "aps", "ltda"),
    )
)
_AND = frozenset(("and", "et", "und"))
_AND_CO = re.compile(r"(?:[&+]|\b(?:and|et|und))\s*co\b", re.I)
_ASIDE = re.compile(r"(?<=\S)\s*\((?![^()]*\d{4})[^()]+\)$")
_MERGE = re.compile(r"^[ \t]*(?:<{7}|\|{7}|>{7})(?: .*)?\r?$", re.MULTILINE)
_MERGE_IN_MARKDOWN = re.compile(rf"{_MERGE.pattern}|(?<=\n\n)={{7}}\r?$|(?<=\r\n\r\n)={{7}}\r?$", re.MULTILINE)
_MERGE_OR_EQUALS = re.compile(rf"{_MERGE.pattern}|^={{7}}\r?$", re.MULTILINE)


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """UTF-8 text without a byte-order mark, letters composed; other bytes are a problem with their place."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, data, error),)
    found = UNPRINTABLE.search(text)
    if found:
        return "", (unprinted(place(path, text, found.start()), found[0]),)
    return unicodedata.normalize("NFC", plain_ends(text)), ()


def unmerged(path: str, text: str, code: Collection[int] = ()) -> Problem | None:
    """The first marker of an unfinished merge, outside the lines of `code`."""
    # In Markdown a line of equals signs makes a heading of the one above, if there is one.
    mark = _MERGE_IN_MARKDOWN if path.endswith((".md", ".markdown")) else _MERGE_OR_EQUALS
    lines = (text.count("\n", 0, found.start()) + 1 for found in mark.finditer(text))
    line = next((line for line in lines if line not in code), None)
    if line is None:
        return None
    hint = "keep one of the two versions, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
    return Problem("merge", Span(path, line), "a merge was left unfinished here", hint, hides=(("file", path),))


def markup(text: str) -> tuple[str, str]:
    """The first sign of Markdown or HTML in a text that is printed literally, and a hint; empty if there is none."""
    found = None if text.startswith(("http://", "https://")) else _MARKUP.search(text)
    if not found:
        return "", ""
    bare = " ".join(_MARKUP.sub(_bare, text).replace("**", "").split())
    return found[0], f"write {bare}" if 0 < len(bare) <= 100 else "delete it"


def _bare(found: re.Match[str]) -> str:
    """What a reader should see of a sign."""
    if found["entity"]:
        return html.unescape(found["entity"])
    words = found["words"] or found["star"] or found["line"] or ""
    return (found["link"] or "").rpartition("|")[2].strip() or words


def unprintable(text: str) -> str:
    """The first character that no file may hold; nothing where all may stand."""
    found = None if text.isprintable() else UNPRINTABLE.search(text)
    return found[0] if found else ""


def is_visible(text: str) -> bool:
    """Whether a text shows anything: letters, digits or signs, not only blanks and invisible characters."""
    return any(unicodedata.category(letter)[0] in "LNPS" and letter not in _FILLERS for letter in text)


def invisible(text: str) -> tuple[str, str]:
    """The first character that nobody sees and that makes another text, and the text without all of them.

    Beside letters of scripts that join, break or turn by such characters, and in emoji, they have their use.
    """
    found = None if text.isascii() else next(filter(_is_idle, _INVISIBLE.finditer(text)), None)
    return (found[0], " ".join(_INVISIBLE.sub("", text).split())) if found else ("", "")


def _is_idle(found: re.Match[str]) -> bool:
    text, at = found.string, found.start()
    return all(_is_western(beside) for beside in (text[at - 1 : at], text[at + 1 : at + 2]) if beside)


def mixed(text: str) -> tuple[str, str]:
    """The first word in which a letter of another alphabet stands for the one it looks like, and that word mended.

    So does a whole word of such letters among Latin ones; letters of an alphabet of its own are no mistake.
    """
    if text.isascii() or not _LOOKS_ALIKE.search(text):
        return "", ""
    words = _WORD.findall(text)
    foreign = any(not _are_latin(letter) and letter not in _LOOKALIKES for letter in text)
    for word in words:
        in_latin = "".join(_LOOKALIKES.get(letter, letter) for letter in word)
        among = word if len(word) < 2 or foreign else text
        if in_latin == word or not _has_latin(among):
            continue
        others = ("".join(letters.get(letter, letter) for letter in word) for letters in _OF_LATIN.values())
        mended = in_latin if _are_latin(in_latin) else next((each for each in others if not _has_latin(each)), "")
        if mended:
            return word, mended
    return "", ""


def _has_latin(text: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in text)


def _are_latin(text: str) -> bool:
    return all(_has_latin(letter) for letter in text if letter.isalpha())


def _is_western(letter: str) -> bool:
    if unicodedata.category(letter)[0] not in "LMS" or letter.isascii():
        return True
    return unicodedata.name(letter, "").startswith(_WESTERN)


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """A text without case, accents and ligatures, so that É stands beside E and œ beside oe."""
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def word_list(text: str) -> list[str]:
    """The words of a text as they are compared: without capitals, accents and signs."""
    return _WORD.findall(folded(text))


def in_latin(text: str) -> str:
    """A text in the letters of English, as one who can't type its own would look for it; nothing where it has those.

    Vowels that Arabic and Hebrew leave out are not guessed. Of Han the first syllable is taken for the family name.
    """
    if all(letter.isascii() for letter in folded(text) if letter.isalpha()):
        return ""
    # Not above: it brings a table of its own, and most builds find nothing to do.
    from anyascii import anyascii

    plain = anyascii(text)
    family = _SYLLABLES.fullmatch(plain)
    return f"{family[1]} {family[2].capitalize()}" if family else plain


def is_lengthened(short: str, long: str) -> bool:
    """Whether the long word is the short one with one letter twice, or with an s at its end."""
    doubled = (short[:at] + letter + short[at:] for at, letter in enumerate(short))
    return long in (*doubled, f"{short}s")


def before_brackets(text: str) -> str:
    """A text without what is in brackets at its end; nothing where there is none, or a year, which tells two apart."""
    return text[: found.start()] if (found := _ASIDE.search(text)) else ""


def bare(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The article of a name of an organisation, the words that are its own, and its legal form.

    A sign for "and" is no word, nor is the word itself.
    """
    # `Parlour, The` is a name as a catalogue sorts it.
    turned = re.sub(r"^(.+), (The|L[ea]s?)$", r"\2 \1", text)
    words = tuple(_WORD.findall(folded(turned.replace("S.A", "SA").replace("G.m.b.H", "GmbH"))))
    article = words[0] if len(words) > 1 and words[0] in _ARTICLES else ""
    end = len(words)
    while end > 1 + bool(article) and words[end - 1] in _LEGAL_FORMS and not _AND_CO.search(text):
        end -= 1
    return article, tuple(word for word in words[bool(article) : end] if word not in _AND), words[end:]


def too_long(span: Span, size: int) -> Problem:
    message = f"a text of {size:,} letters is too long to be one value: {LONGEST:,} are the most"
    return Problem("too-long", span, message, "shorten it; a long text stands below the front matter of an article")


def unprinted(span: Span, character: str) -> Problem:
    message = f"the file holds an unprintable character, U+{ord(character):04X}"
    return Problem("encoding", span, message, "delete it")


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8", "replace")
    span = place(path, before, len(before))
    message = f"the file is not UTF-8: byte 0x{data[error.start]:02X} is no text"
    return Problem("encoding", span, message, "save the file as UTF-8")


def place(path: str, text: str, index: int, first_line: int = 1) -> Span:
    before = plain_ends(text[:index])
    return Span(path, before.count("\n") + first_line, len(before) - before.rfind("\n"))

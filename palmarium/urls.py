"""Spell every address of a site, and every slug.

Owns: the only strings with slashes in them; the slugify library.
Never: knows what stands at an address.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from slugify import slugify


@dataclass(frozen=True, slots=True)
class Words:
    """The words in addresses, in the site's language (msgctxt `url` of the catalogue)."""

    awards: str = "awards"
    category: str = "category"
    names: str = "names"
    laureates: str = "laureates"
    years: str = "years"
    articles: str = "articles"
    records: str = "records"
    gaps: str = "gaps"
    conventions: str = "conventions"
    data: str = "data"
    search: str = "search"


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses from the root of the site: they begin and, for pages, end with a slash."""

    words: Words

    def home(self) -> str:
        return "/"

    def section(self, word: str) -> str:
        """`laureates`, `names`, `years`… : a field of `Words`."""
        return f"/{getattr(self.words, word)}/"

    def award(self, id: str) -> str:
        return f"/{self.words.awards}/{id}/"

    def edition(self, key: str) -> str:
        return f"/{self.words.awards}/{key}/"

    def category(self, key: str) -> str:
        award, category = key.split("/", 1)
        return f"/{self.words.awards}/{award}/{self.words.category}/{category}/"

    def name(self, id: str) -> str:
        return f"/{self.words.names}/{id}/"

    def year(self, year: int) -> str:
        return f"/{self.words.years}/{year}/"

    def article(self, id: str) -> str:
        return f"/{self.words.articles}/{id}/"

    def note(self, id: str) -> str:
        return f"/{id}/"

    def target(self, kind: str, key: str) -> str:
        """The address of what `Archive.target` found."""
        return str(getattr(self, kind)(key))


def slug(text: str) -> str:
    """An id for a name: ASCII where its letters are Latin, Unicode otherwise, never empty.

    `屠呦呦` stays itself: a transliteration would make namesakes of different names.
    """
    folded = text.replace("’", "'").replace("&", " ")
    latin = all("LATIN" in unicodedata.name(c, "") or not c.isalpha() for c in folded)
    made = slugify(folded, allow_unicode=not latin, max_length=80, word_boundary=True)
    return made or f"n-{hashlib.blake2b(text.encode(), digest_size=4).hexdigest()}"


def path(url: str) -> str:
    """The file of an address below the output folder."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")


def relative(url: str, page: str) -> str:
    """`url` as seen from `page`; both from the root. Percent-encoded, fragment kept."""
    address, hash, fragment = url.partition("#")
    up = "../" * (page.count("/") - 1)
    return (up + quote(address[1:]) or "./") + (hash + quote(fragment) if hash else "")


def absolute(url: str, base_url: str) -> str:
    return base_url + quote(url[1:])

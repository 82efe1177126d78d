"""Addresses of a site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_OF_EDITIONS = re.compile(
    "main|facts|palmares|plain|people|jury|method|events|changes|claims|disputes|articles|figures|announcements|missing"
    "|sources|cite|(?:people|claim|said|source|elsewhere|figure|category)-.*"
)
"""Ids that the page of an edition has itself."""


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
    claims: str = "claims"
    conventions: str = "conventions"
    data: str = "data"
    search: str = "search"
    changes: str = "changes"
    compare: str = "compare"
    accessibility: str = "accessibility"
    page: str = "page"


WITHIN = ("category", "page")
"""Words that stand further down in addresses: no index has them."""


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

    def entry(self, edition: str, category: str) -> str:
        """A category (its id, none for results without one) on the page of an edition."""
        return f"{self.edition(edition)}#{anchor(category)}"

    def result(self, edition: str, id: str, number: int = 1) -> str:
        """A result (its id in the edition) on the page of its edition, the `number`th where that has several."""
        return f"{self.sheet(self.edition(edition), number)}#{id}"

    def category(self, key: str) -> str:
        award, category = key.split("/", 1)
        return f"/{self.words.awards}/{award}/{self.words.category}/{category}/"

    def name(self, id: str) -> str:
        return f"/{self.words.names}/{id}/"

    def letter(self, word: str, letter: str, number: int = 1) -> str:
        """A page of the index of `names` or `laureates`, where it is too long for one; ids of names are no `a-z`."""
        folder = "a-z/" if word == "names" else ""
        return f"{self.section(word)}{folder}{letter}/" + (f"{number}/" if number > 1 else "")

    def sheet(self, url: str, number: int) -> str:
        """A page that goes on with what stands at `url`, the first page of it."""
        return f"{url}{self.words.page}-{number}/" if number > 1 else url

    def year(self, year: int) -> str:
        return f"/{self.words.years}/{year}/"

    def article(self, id: str) -> str:
        return f"/{self.words.articles}/{id}/"

    def note(self, id: str) -> str:
        return f"/{id}/"

    def media(self, file: str) -> str:
        """A picture as it is, by its path below content/media."""
        return f"/media/{file}"

    def file(self, path: str) -> str:
        """A file below content/files, which is copied as it is."""
        return f"/{path}"

    def variant(self, file: str, digest: str, width: int, ending: str) -> str:
        """A picture made from another: its address changes with the bytes of that one, and may be kept for ever."""
        return f"/media/{file.rpartition('.')[0]}-{width}.{digest[:8]}.{ending}"

    def api(self, path: str) -> str:
        """A file of the API: `index.json`, `schema/name.json`."""
        return f"/api/v1/{path}"

    def record(self, kind: str, key: str) -> str:
        """The JSON of one `award`, `edition` or `name`."""
        return f"/api/v1/{kind}s/{key.replace('/', '-')}.json"

    def table(self, name: str) -> str:
        """A table of the data, as CSV."""
        return f"/data/{name}.csv"

    def data(self, file: str) -> str:
        """A file of the data beside the tables: `archive.sqlite`, `README.md`."""
        return f"/data/{file}"

    def feed(self, language: str = "") -> str:
        """The feed of the site, or that of the articles in another language."""
        return f"/{language}/feed.xml" if language else "/feed.xml"

    def json_feed(self) -> str:
        return "/feed.json"

    def calendar(self) -> str:
        return "/calendar.ics"

    def owner(self, url: str) -> tuple[str, str, str] | None:
        """What has its page at an address or above it: a kind, its key, and what of the address is left."""
        sheet = re.fullmatch(rf"(/.*/)({re.escape(self.words.page)}-[0-9]+/)", url)
        if sheet:
            whole = self.owner(sheet[1])
            return (*whole[:2], whole[2] + sheet[2]) if whole else None
        first, _, below = url[1:].partition("/")
        steps = below.split("/")
        if first == self.words.awards and len(steps) > 1:
            award = steps[0]
            if steps[1] == self.words.category and len(steps) > 3:
                return "category", f"{award}/{steps[2]}", "/".join(steps[3:])
            if len(steps) > 2:
                return "edition", f"{award}/{steps[1]}", "/".join(steps[2:])
            return "award", award, steps[1]
        kind = {self.words.names: "name", self.words.articles: "article"}.get(first)
        return (kind, steps[0], "/".join(steps[1:])) if kind and len(steps) > 1 else None

    def target(self, kind: str, key: str) -> str:
        """The address of what `Archive.target` found."""
        return str(getattr(self, kind)(key))


def anchor(category: str) -> str:
    """The id of a category on the page of an edition: `jury` would be that of the jury."""
    return f"category-{category}" if _OF_EDITIONS.fullmatch(category) else category or "unknown"


def path(url: str) -> str:
    """The file of an address below the output folder."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")


def folders(file: str) -> Iterator[str]:
    """The folders that a file lies in, from the outermost to the innermost."""
    parts = file.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def address(file: str) -> str:
    """The address of a file below the output folder."""
    return f"/{file.removesuffix('index.html')}" if f"/{file}".endswith("/index.html") else f"/{file}"


def relative(url: str, page: str) -> str:
    """`url` as seen from `page`; both from the root. Percent-encoded, fragment kept."""
    address, hash, fragment = url.partition("#")
    up = "../" * (page.count("/") - 1)
    return (up + quote(address[1:]) or "./") + (hash + quote(fragment, safe="/=&") if hash else "")


def from_root(address: str, base_url: str) -> str:
    """An address as a browser shows it, from the root of the site."""
    path = unquote(urlsplit(address).path)
    base = urlsplit(base_url).path
    below = path.removeprefix(base) if "://" in address else path.lstrip("/")
    return "/" + below.lstrip("/").removesuffix("index.html")


def absolute(url: str, base_url: str) -> str:
    """The full address; percent-encoded, fragment kept."""
    address, hash, fragment = url.partition("#")
    return base_url + quote(address[1:]) + (hash + quote(fragment) if hash else "")

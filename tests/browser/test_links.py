"""Every internal link of the built reference archive leads to a page, and every fragment to a place on it."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Reader(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := values.get(name)) is not None]
        self.headings += tag == "h1"
        if identifier := values.get("id"):
            assert identifier not in self.ids, f"the id {identifier} is there twice"
            self.ids.add(identifier)


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def test_every_internal_link_leads_somewhere(built: Path) -> None:
    pages = {path: _read(path) for path in built.rglob("*.html")}
    broken = []
    for path, reader in pages.items():
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in pages[target].ids):
                broken.append(f"{path.relative_to(built)}: {link}")
    assert broken == []


def test_every_page_has_one_heading_of_the_first_level(built: Path) -> None:
    assert [path for path in built.rglob("*.html") if _read(path).headings != 1] == []

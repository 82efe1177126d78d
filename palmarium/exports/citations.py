"""Write how each article and edition is cited, as BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from ..model import Date
from ..model.ids import slug
from ..pages.context import Context
from ..pages.parts.citation import Author, PageCitation, cite_article, cite_edition
from ..pages.plan import Blob, Listed, Part, Piece

OUTPUT = "citations"
_TEX = MappingProxyType(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_URL_SIGNS = MappingProxyType({"{": "%7B", "}": "%7D", "\\": "%5C"})


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    archive = context.archive
    yield from ((f"article {key}", partial(_article, context, key)) for key in archive.articles)
    yield from ((f"edition {key}", partial(_edition, context, key)) for key in archive.editions)


def _article(context: Context, key: str) -> Iterator[Piece]:
    return _files(cite_article(context, context.archive.articles[key]))


def _edition(context: Context, key: str) -> Iterator[Piece]:
    return _files(cite_edition(context, context.archive.editions[key]))


def _files(citation: PageCitation) -> Iterator[Piece]:
    for url, data in zip(citation.files, (bibtex(citation), ris(citation), csl(citation)), strict=True):
        yield Blob(url, data.encode())


def bibtex(citation: PageCitation) -> str:
    """An entry in UTF-8; double braces keep capitals, and an organisation whole."""
    fields = {
        "author": " and ".join(_tex_author(author) for author in citation.authors),
        "title": f"{{{_tex(citation.title)}}}",
        "howpublished": _tex(citation.site),
        "organization": _tex(citation.publisher),
        "year": f"{citation.date.year:04}" if citation.date else "",
        "month": str(citation.date.month) if citation.date and citation.date.month else "",
        "url": "".join(_URL_SIGNS.get(sign, sign) for sign in citation.url),
        "language": citation.language,
    }
    lines = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@misc{{{_key(citation)},\n{lines}}}\n"


def ris(citation: PageCitation) -> str:
    """Lines of two letters and a value, ended as the format asks."""
    lines = (
        ("TY", "ELEC"),
        *(("AU", author.sort or author.name) for author in citation.authors),
        ("TI", citation.title),
        ("T2", citation.site),
        ("PB", citation.publisher),
        ("PY", f"{citation.date.year:04}" if citation.date else ""),
        ("DA", _slashes(citation.date) if citation.date else ""),
        ("LA", citation.language),
        ("UR", citation.url),
    )
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(citation: PageCitation) -> str:
    """A list of one item, as reference managers read it."""
    item = {
        "id": _key(citation),
        "type": "webpage",
        "title": citation.title,
        "author": [_csl_author(author) for author in citation.authors],
        "container-title": citation.site,
        "publisher": citation.publisher,
        "issued": {"date-parts": [_parts(citation.date)]} if citation.date else None,
        "URL": citation.url,
        "language": citation.language,
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _key(citation: PageCitation) -> str:
    """A citation key that every program accepts: no space, comma or brace."""
    return f"{_site(citation.site)}-{citation.id}"


@lru_cache(maxsize=8)
def _site(title: str) -> str:
    """The slug of the site, remembered because every page of it needs the same one."""
    return slug(title)


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))


def _tex_author(author: Author) -> str:
    """` and ` separates authors, and a comma ends a family name: braces hold what is no plain name of a person."""
    name = author.sort if author.person and author.sort.count(",") == 1 else author.name
    plain = author.person and " and " not in name and (name == author.sort or "," not in name)
    return _tex(name) if plain else f"{{{_tex(author.name)}}}"


def _csl_author(author: Author) -> dict[str, str]:
    family, comma, given = author.sort.partition(",")
    if author.person and comma and given.strip():
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": author.name}


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _slashes(date: Date) -> str:
    """`2011/10/03/`: empty where it is not known."""
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"


def _line(text: str) -> str:
    return _CONTROL.sub(" ", text)

"""Texts that may be entered at a place: names, awards, categories… each with its meaning."""

from collections.abc import Iterable, Mapping
from itertools import chain

from ..model.archive import Archive
from ..sources.site_toml import LANGUAGES
from ..statistics.counting import COUNTS
from ..theming.i18n import called

Known = Mapping[str, Mapping[str, str]]
"""Texts by the kind of thing that they name (`leads` of the outline), each with what it stands for."""


def offers(archive: Archive, award: str = "", pictures: Iterable[str] = ()) -> Known:
    """All that may be named in a file; in those of an award, its categories and editions by their short ids."""
    categories = {key: each.name for key, each in archive.categories.items()}
    own = within(award, categories)
    anywhere = {key.partition("/")[2]: name for key, name in categories.items()}
    titles = {id: each.label for id, each in archive.awards.items()}
    editions = {key: " ".join((titles.get(key.split("/")[0], ""), key.split("/")[1])) for key in archive.editions}
    articles = archive.articles.values()
    sources = chain(
        *(each.sources for id, each in archive.awards.items() if id == award),
        *(archive.editions[key].sources for key in archive.editions_of.get(award, ())),
    )
    return {
        "name": names(archive),
        "award": {id: each.name for id, each in archive.awards.items()},
        "edition": editions,
        "edition-of-award": within(award, editions),
        "category": own or anywhere,
        "category-anywhere": {**own, **anywhere},
        "category-key": categories,
        "source": {source.id: source.title for source in sources},
        "article": {article.id: article.title for article in articles},
        "note": {id: note.title for id, note in archive.notes.items()},
        "tag": {ref.text: "" for article in articles for ref in article.tags},
        "language": {code: called(code) for code in LANGUAGES},
        "count": {name: rule.says for name, rule in COUNTS.items()},
        "picture": dict.fromkeys(pictures, ""),
    }


def names(archive: Archive) -> dict[str, str]:
    """Every spelling of every name, with its id; an id alone where there is nothing else."""
    spelt = {id for text, id in archive.ids.items() if text != id}
    return {text: id for text, id in sorted(archive.ids.items()) if text != id or id not in spelt}


def within(award: str, known: Mapping[str, str]) -> dict[str, str]:
    """What belongs to an award, by its short id there."""
    return {key.partition("/")[2]: says for key, says in known.items() if key.startswith(f"{award}/")}

"""Make the public record of a name: everything that it holds, did, and stands beside.

Owns: what a name collects from the whole archive.   Never: counts, or merges two names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import Archive
from ..context import Context, public
from ..mentions import Mention, links
from ..model import Article, Function, Name, Relation
from ..statistics.coverage import label
from . import pieces, things
from .claims import claims
from .counting import of_name
from .pieces import Role
from .pointers import article_line, category_key, made, picture, posts
from .relations import Neighbours, beside
from .results import Results, result_id


@dataclass(frozen=True, slots=True)
class _Everything:
    """What all names draw from, made once: results by id, neighbours, articles, the place of each edition."""

    results: Results
    beside: Mapping[str, Neighbours]
    articles: Mapping[str, Mapping[str, tuple[Role, ...]]]
    order: Mapping[str, int]


def names(context: Context, found: Results) -> Iterator[things.Name]:
    """Every name, in the order of the archive."""
    archive = context.archive
    everything = _Everything(
        results=found,
        beside=beside(archive),
        articles=_articles(archive),
        order=MappingProxyType({key: place for place, key in enumerate(archive.editions)}),
    )
    for name in archive.names.values():
        yield _name(context, name, everything)


def _name(context: Context, written: Name, everything: _Everything) -> things.Name:
    archive = context.archive
    mentioned = archive.mentions_of.get(written.id, ())
    held = (result_id(each) for each in archive.results_of.get(written.id, ()))
    articles = everything.articles.get(written.id, {})
    return made(
        things.Name,
        written,
        picture=picture(context, written.picture),
        url=public(context, context.urls.name(written.id)),
        counts=of_name(archive, written.id),
        results=_results(held, everything),
        results_as_employer=_results(_through("employer", mentioned), everything),
        results_as_representative=_results(_through("representative", mentioned), everything),
        functions=_functions(context, mentioned, everything),
        articles=tuple(article_line(context, id, roles) for id, roles in articles.items()),
        related=_related(archive, everything.beside.get(written.id, {})),
        claims=claims(context, written),
    )


def _through(how: str, mentioned: Iterable[Mention]) -> Iterator[str]:
    return (f"{mention.edition}/{mention.result}" for mention in mentioned if mention.how == how and mention.result)


def _results(ids: Iterable[str], everything: _Everything) -> tuple[things.Result, ...]:
    """Results by id, each once, from old to new."""
    found = (everything.results[id] for id in dict.fromkeys(ids))
    return tuple(sorted(found, key=lambda each: everything.order[each.edition]))


def _functions(
    context: Context, mentioned: Iterable[Mention], everything: _Everything
) -> tuple[pieces.Appearance, ...]:
    """From old to new; a function in an award as such comes first."""
    there = [mention for mention in mentioned if isinstance(mention.how, Function)]
    there.sort(key=lambda mention: everything.order.get(mention.edition, -1))
    return tuple(_appearance(context, mention) for mention in there)


def _appearance(context: Context, mention: Mention) -> pieces.Appearance:
    edition = context.archive.editions.get(mention.edition)
    award = context.archive.awards.get(mention.award)
    return made(
        pieces.Appearance,
        mention,
        function=mention.how,
        label=label(context.archive, edition.key) if edition else award.short or award.name if award else mention.award,
        date=edition.ceremony.date if edition else None,
        category=category_key(mention.award, mention.category),
        as_=mention.role,
        posts=posts(context, mention.posts, edition),
    )


def _related(archive: Archive, found: Neighbours) -> tuple[pieces.Related, ...]:
    order = tuple(Relation)
    ordered = sorted(found.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    return tuple(
        made(pieces.Related, archive.names[id], relation=relation, where=where) for (relation, id), where in ordered
    )


def _articles(archive: Archive) -> Mapping[str, Mapping[str, tuple[Role, ...]]]:
    """By a name's id and an article's: what the one has to do with the other."""
    found: defaultdict[str, dict[str, tuple[Role, ...]]] = defaultdict(dict)
    for article in archive.articles.values():
        for id, role in _roles(archive, article):
            roles = found[id].get(article.id, ())
            found[id][article.id] = roles if role in roles else (*roles, role)
    return found


def _roles(archive: Archive, article: Article) -> Iterator[tuple[str, Role]]:
    publication = (article.publication,) if article.publication else ()
    said = (
        (Role.AUTHOR, article.author),
        (Role.PUBLICATION, publication),
        (Role.ABOUT, article.about.names),
        (Role.CITED, links(article.body)),
    )
    for role, refs in said:
        for ref in refs:
            target = archive.target(ref.text)
            if target and target[0] == "name":
                yield target[1], role

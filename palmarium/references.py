"""Find every reference that must lead somewhere and does not.

Owns: what a name, edition, category, award, article, source or picture may be referred to by.
Never: adds a name; a bare name where one is allowed is `registry`'s.
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from .archive import Archive
from .mentions import links
from .model import (
    Article,
    Award,
    Block,
    Category,
    Ceremony,
    Citation,
    Claim,
    Dispute,
    Edition,
    Entry,
    Method,
    Name,
    Note,
    Period,
    Picture,
    Prose,
    Ref,
)
from .problems import Problem, Span, did_you_mean, nearest
from .registry import ambiguous
from .statistics.claims import claims_of
from .urls import slug

_DOWNLOADS = (".pdf", ".zip", ".csv", ".xls", ".xlsx", ".ods", ".doc", ".docx", ".odt", ".epub", ".txt", ".mp3", ".mp4")


def unknown(archive: Archive, media: Collection[str]) -> tuple[Problem, ...]:
    """One problem for each reference that nothing answers; `media` are files below content/media."""
    return tuple(
        chain(
            chain.from_iterable(_in_award(award, archive) for award in archive.awards.values()),
            chain.from_iterable(_in_edition(edition, archive) for edition in archive.editions.values()),
            chain.from_iterable(_in_name(name, archive, media) for name in archive.names.values()),
            chain.from_iterable(_in_article(article, archive, media) for article in archive.articles.values()),
            chain.from_iterable(_in_note(note, archive, media) for note in archive.notes.values()),
        )
    )


def _in_award(award: Award, archive: Archive) -> Iterator[Problem]:
    for ref in (*_one(award.succeeds), *_one(award.part_of), *award.rivals):
        yield from _known(ref, archive.awards, "an award")
    own = dict.fromkeys(category.id for category in award.categories)
    for category in award.categories:
        yield from _in_category(category, own, archive)
    refs = chain(*(part.sources for part in award.parts), *(category.sources for category in award.categories))
    yield from _sourced(award, refs, award.cited, award.disputes)
    for claim in award.claims:
        yield from _in_claim(claim, award.id, archive)


def _in_category(category: Category, own: Collection[str], archive: Archive) -> Iterator[Problem]:
    if category.parent:
        yield from _known(Ref(category.parent, category.span), own, "a category of this award")
    for step in category.lineage:
        for ref in step.origin:
            yield from _known(ref, own, "a category of this award")
        if step.edition and f"{category.award}/{step.edition}" not in archive.editions:
            message = f'"{step.edition}" is not an edition of this award'
            hint = f"write editions/{category.award}/{step.edition}.yaml"
            yield Problem("unknown-edition", category.span, message, hint)


def _in_edition(edition: Edition, archive: Archive) -> Iterator[Problem]:
    if edition.award not in archive.awards:
        hint = f"write editions/{edition.award}/award.yaml"
        yield Problem("unknown-award", edition.span, f'there is no award "{edition.award}"', hint)
        return
    award = archive.awards[edition.award]
    own = dict.fromkeys(category.id for category in (*award.categories, *edition.specials))
    rounds = tuple(round.id for round in edition.rounds)
    for part in edition.parts:
        for ref in _one(part.category):
            yield from _known(ref, own, "a category of this award")
    for entry in edition.entries:
        yield from _in_entry(entry, own, rounds, archive)
    for claim in edition.claims:
        yield from _in_claim(claim, edition.award, archive)
    refs = _edition_sources(edition)
    yield from _sourced(edition, refs, edition.cited, edition.disputes)


def _in_entry(entry: Entry, own: Collection[str], rounds: Collection[str], archive: Archive) -> Iterator[Problem]:
    if entry.category and entry.category not in own:
        award = entry.edition.split("/")[0]
        found = nearest(entry.category, own)
        hint = (f'did you mean "{found}"? ' if found else "") + (
            f"To add a category, write `{entry.category}: …` below `categories` in editions/{award}/award.yaml"
        )
        yield Problem("unknown-category", entry.span, f'"{entry.category}" is not a category of {award}', hint)
    if entry.derived_from:
        yield from _known(entry.derived_from.edition, archive.editions, "an edition")
        for ref in _one(entry.derived_from.category):
            award = entry.derived_from.edition.text.split("/")[0]
            yield from _known(ref, _categories_of(award, archive), f"a category of {award}")
    for result in entry.results:
        for ref in _one(result.superseded_by):
            yield from _name(ref, archive)
        for ref in _one(result.entered_in):
            yield from _known(ref, own, "a category of this award")
        if result.round:
            yield from _known(Ref(result.round, result.span), rounds, "a round of this edition")


def _in_claim(claim: Claim, award: str, archive: Archive) -> Iterator[Problem]:
    for ref in _one(claim.of):
        yield from _name(ref, archive)
    for ref in _one(claim.edition):
        yield from _edition_claimed(ref, archive)
    for ref in _one(claim.award):
        yield from _known(ref, archive.awards, "an award")
    told = claim.edition or claim.award
    home = told.text.split("/")[0] if told else award
    for ref in _one(claim.category):
        if ref.text not in archive.categories:
            yield from _known(ref, _categories_of(home, archive), f"a category of {home}")


def _edition_claimed(ref: Ref, archive: Archive) -> Iterator[Problem]:
    if ref.text in archive.categories:
        hint = f"write category={ref.text}"
        yield Problem("unknown-edition", ref.span, f'"{ref.text}" is not an edition but a category', hint)
    else:
        yield from _known(ref, archive.editions, "an edition")


def _in_note(note: Note, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    yield from _in_prose(note.body, archive, media)
    for claim in claims_of(note):
        yield from _in_claim(claim, "", archive)
        for ref in _one(claim.source):
            yield from _known(ref, (), "a source: a page has none", "unknown-source")


def _in_name(name: Name, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    for ref in (*name.succeeds, *_one(name.part_of)):
        yield from _name(ref, archive)
    for claim in claims_of(name):
        yield from _in_claim(claim, "", archive)
    yield from _sourced(name, (), (), ())
    yield from _in_prose(name.body, archive, media)
    yield from _picture(name.picture, media)


def _in_article(article: Article, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    about = article.about
    for ref in about.editions:
        yield from _known(ref, archive.editions, "an edition")
    for ref in about.awards:
        yield from _known(ref, archive.awards, "an award")
    for ref in about.categories:
        yield from _known(ref, archive.categories, "a category")
    for ref in about.names:
        yield from _name(ref, archive)
    for ref in article.related:
        yield from _known(ref, archive.articles, "an article")
    for claim in claims_of(article):
        home = next((ref.text.split("/")[0] for ref in (*about.editions, *about.awards)), "")
        yield from _in_claim(claim, home, archive)
    yield from _sourced(article, (), (), ())
    yield from _in_prose(article.body, archive, media)
    yield from _picture(article.picture, media)


def _in_prose(prose: Prose, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    for ref in links(prose):
        if ref.text.startswith("media:"):
            yield from _medium(ref.text.removeprefix("media:"), ref.span, media)
        elif archive.target(ref.text) is None and (near := _is_file(ref.text, archive.files)) is not None:
            message = f'there is no file "{ref.text}" below content/files'
            hint = f'did you mean "{near}"?' if near else f"put it at content/files/{ref.text}"
            yield Problem("unknown-file", ref.span, message, hint)
        elif archive.target(ref.text) is None and "/" in ref.text:
            yield from _known(ref, (*archive.editions, *archive.categories), "an edition or a category")
        elif archive.target(ref.text) is None:
            yield from _name(ref, archive)
    for piece in prose.pieces:
        if isinstance(piece, Block):
            yield from _block(piece, archive)


def _is_file(text: str, files: Collection[str]) -> str | None:
    """The file that was meant, "" for one that is not there; None where nothing says that a file is meant."""
    return nearest(text, files) or ("" if text.lower().endswith(_DOWNLOADS) else None)


def _block(block: Block, archive: Archive) -> Iterator[Problem]:
    """`{{ palmares palmes/2011 }}`; a figure names its id besides, a claim its number."""
    wanted = {"palmares": 1, "jury": 1, "figure": 2, "claim": 2}.get(block.kind)
    if wanted is None:
        return
    if len(block.arguments) != wanted:
        example = {"figure": " <id>", "claim": " <number>"}.get(block.kind, "")
        hint = f"write {{{{ {block.kind} <award>/<edition>{example} }}}}"
        words = "1 word" if wanted == 1 else f"{wanted} words"
        yield Problem("block", block.span, f"{block.kind} takes {words}, not {len(block.arguments)}", hint)
        return
    edition = archive.editions.get(block.arguments[0])
    if edition is None:
        yield from _known(Ref(block.arguments[0], block.span), archive.editions, "an edition")
    elif block.kind == "figure":
        ids = [figure.id for figure in edition.figures]
        yield from _known(Ref(block.arguments[1], block.span), ids, f"a figure of {edition.key}")
    elif block.kind == "claim":
        numbers = [str(number) for number in range(1, len(edition.claims) + 1)]
        yield from _known(Ref(block.arguments[1], block.span), numbers, f"the number of a claim of {edition.key}")


def _sourced(
    record: Award | Edition | Article | Name,
    refs: Iterable[Ref],
    cited: Iterable[Citation],
    disputes: Iterable[Dispute],
) -> Iterator[Problem]:
    """Sources are known by their ids within one file; cited fields are fields of its record."""
    ids = [source.id for source in record.sources]
    origins = (*(_one(dispute.source) for dispute in disputes), *(_one(claim.source) for claim in claims_of(record)))
    for ref in chain(refs, *(citation.sources for citation in cited), *origins):
        yield from _known(ref, ids, "a source of this file", "unknown-source")
    for citation in cited:
        span = citation.sources[0].span if citation.sources else record.span
        yield from _field(citation.field, span, type(record))


def _field(field: str, span: Span, record: type) -> Iterator[Problem]:
    """`ceremony.date`: a field of the record, and one of the part it names."""
    first, dot, _ = field.partition(".")
    fields = [known.name for known in dataclasses.fields(record)] + ["organiser", "coverage", "results", "jury"]
    fields += ["hosts", "speakers", "guests", "partners", "providers", "participants", "organisers", "categories"]
    parts = {"ceremony": Ceremony, "method": Method, "period": Period}
    within = [f"{first}.{known.name}" for known in dataclasses.fields(parts[first])] if dot and first in parts else []
    if first not in fields or (within and field not in within):
        hint = did_you_mean(field, within or fields)
        yield Problem("unknown-field", span, f'"{field}" is not a field of this file', hint)


def _edition_sources(edition: Edition) -> Iterator[Ref]:
    for cited in (edition.parts, edition.events, edition.deadlines, edition.attendance, edition.figures):
        for item in cited:
            yield from item.sources
    yield from edition.method.sources if edition.method else ()
    for entry in edition.entries:
        yield from entry.sources
        for result in entry.results:
            yield from result.sources
            yield from chain.from_iterable(amendment.sources for amendment in result.amendments)


def _name(ref: Ref, archive: Archive) -> Iterator[Problem]:
    if ref.text in archive.ids:
        return
    namesakes = [name.id for name in archive.names.values() if ref.text in (name.name, *name.aliases)]
    if len(namesakes) > 1:
        yield ambiguous(ref, namesakes)
        return
    found = nearest(ref.text, archive.ids)
    asked = f'did you mean "{found}"? ' if found else ""
    hint = f"{asked}To add a new name, write content/names/{slug(ref.text)}.md"
    yield Problem("unknown-name", ref.span, f'"{ref.text}" is not a name this archive knows', hint)


def _known(ref: Ref, ids: Collection[str], what: str, code: str = "") -> Iterator[Problem]:
    if ref.text not in ids:
        noun = what.split()[1]
        hint = did_you_mean(ref.text, ids) or (f"there are {', '.join(list(ids)[:8])}" if ids else "")
        yield Problem(code or f"unknown-{noun}", ref.span, f'"{ref.text}" is not {what}', hint)


def _picture(picture: Picture | None, media: Collection[str]) -> Iterator[Problem]:
    if picture:
        yield from _medium(picture.src, picture.span, media)
    if picture and picture.dark:
        yield from _medium(picture.dark, picture.span, media)


def _medium(src: str, span: Span, media: Collection[str]) -> Iterator[Problem]:
    if src not in media:
        message = f'there is no picture "{src}" below content/media'
        yield Problem("unknown-picture", span, message, did_you_mean(src, media))


def _categories_of(award: str, archive: Archive) -> tuple[str, ...]:
    return tuple(category.id for category in archive.categories.values() if category.award == award)


def _one(ref: Ref | None) -> tuple[Ref, ...]:
    return (ref,) if ref else ()

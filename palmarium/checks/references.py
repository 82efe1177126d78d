"""References to a name, edition, category, award, article, source or picture that lead nowhere."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from unicodedata import normalize
from urllib.parse import unquote

from ..model import (
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
from ..model.archive import Archive, ambiguous, links
from ..model.ids import slug
from ..model.texts import original_of
from ..problems import Fix, Key, Problem, Span, did_you_mean, nearest, only, plain
from ..sources.markdown import BLOCKS
from ..sources.markdown.inline import is_picture
from ..sources.schema import meant
from ..sources.schema.forms import Edition as Form
from ..sources.schema.written import known
from ..statistics.claims import claims_of
from ..statistics.coverage import label
from .run import at_home

_DOWNLOADS = (".pdf", ".zip", ".csv", ".xls", ".xlsx", ".ods", ".doc", ".docx", ".odt", ".epub", ".txt", ".mp3", ".mp4")


INDEXES = ("awards", "editions", "names", "articles", "notes")
"""The indexes of the records that refer to others."""


def unknown(archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    """One problem for each reference that nothing answers."""
    for index in INDEXES:
        for key in getattr(archive, index):
            yield from unknown_in(archive, media, index, key)


def unknown_in(archive: Archive, media: Collection[str], index: str, key: str) -> Iterator[Problem]:
    """One problem for each reference of a record that nothing answers; `media` are files below content/media.

    Where something had the id that was written, the hint has that of today.
    """
    record = getattr(archive, index)[key]
    for problem in at_home(record, _unanswered(archive, media, index, key)):
        now = _called_now(problem, archive)
        if several := _several(problem, archive):
            yield dataclasses.replace(problem, hint=f"write {several}", fix=None)
            continue
        body: Prose = getattr(record, "body", Prose())
        link = next((link for link in body.links if link.span == problem.span), None) if now else None
        words = f"|{link.text}" if link and link.text not in ("", link.target) else ""
        hint = f"it is {now} now: write {f'[[{now}{words}]]' if link else now}" if now else problem.hint
        fix = Fix(problem.span, problem.subject[0], now) if now else problem.fix
        yield dataclasses.replace(problem, hint=hint, fix=fix, likely=None if now else problem.likely)


def _several(problem: Problem, archive: Archive) -> str:
    """A list of what is there, where commas stand between what is written as one."""
    parts = [part.strip() for part in problem.subject[0].split(",")] if problem.subject else []
    kind = problem.needs[0][0] if problem.needs else ""
    if len(parts) < 2 or kind not in ("article", "award", "category", "edition", "page"):
        return ""
    ids = archive.index("note" if kind == "page" else kind)
    return f"[{', '.join(parts)}]" if all(part in ids for part in parts) else ""


def _called_now(problem: Problem, archive: Archive) -> str:
    """What a record is called today whose former id was written; nothing where none had it."""
    for kind, key in problem.needs if problem.code.startswith("unknown-") else ():
        text = problem.subject[0]
        then, hash, part = key.partition("#")
        kinds = ("edition", "category") if kind == "edition" else ("note",) if kind == "page" else (kind,)
        for each in kinds:
            _, _, now = archive.former.get(f"{each}:{then}", "").partition(":")
            if now and then == text.partition("#")[0]:
                return now + hash + part
            if now and now.partition("/")[0] == then.partition("/")[0]:
                return now.partition("/")[2]
    return ""


def _unanswered(archive: Archive, media: Collection[str], index: str, key: str) -> Iterator[Problem]:
    match index:
        case "awards":
            return _in_award(archive.awards[key], archive)
        case "editions":
            return _in_edition(archive.editions[key], archive)
        case "names":
            return _in_name(archive.names[key], archive, media)
        case "articles":
            return _in_article(archive.articles[key], archive, media)
    return _in_note(archive.notes[key], archive, media)


def _in_award(award: Award, archive: Archive) -> Iterator[Problem]:
    for ref in (*_one(award.succeeds), *_one(award.part_of), *award.rivals):
        yield from _known(ref, archive.awards, "award")
    own = _by_id(award.categories)
    for category in award.categories:
        yield from _in_category(category, own, archive)
    refs = chain(*(part.sources for part in award.parts), *(category.sources for category in award.categories))
    yield from _sourced(award, refs, award.cited, award.disputes)
    for claim in award.claims:
        yield from _in_claim(claim, award.id, archive)


def _in_category(category: Category, own: Mapping[str, str], archive: Archive) -> Iterator[Problem]:
    if category.parent:
        yield from _category_of(category.award, Ref(category.parent, category.span), own)
    for step in category.lineage:
        for ref in step.origin:
            yield from _category_of(category.award, ref, own)
        key = f"{category.award}/{step.edition}"
        if step.edition and key not in archive.editions:
            message = f'"{step.edition}" is not an edition of {category.award}'
            hint = f"write editions/{key}.yaml, or correct the id"
            needs = (("edition", key),)
            yield Problem("unknown-edition", category.span, message, hint, subject=(step.edition,), needs=needs)


def _in_edition(edition: Edition, archive: Archive) -> Iterator[Problem]:
    if edition.award not in archive.awards:
        hint = f"write editions/{edition.award}/award.yaml with `name: …` and its `categories`"
        message = f'there is no award "{edition.award}"'
        needs = (("award", edition.award),)
        yield Problem("unknown-award", edition.span, message, hint, subject=(edition.award,), needs=needs)
        return
    lasting = _by_id(archive.awards[edition.award].categories)
    own = {**_by_id(edition.specials), **lasting}
    for special in edition.specials:
        yield from _special(special, edition, lasting, archive)
    for part in edition.parts:
        for ref in _one(part.category):
            yield from _category_of(edition.award, ref, own)
    elsewhere = _of_another_folder(edition, own, archive)
    if elsewhere:
        yield elsewhere
    for entry in edition.entries if not elsewhere else ():
        yield from _in_entry(entry, edition, own, archive)
    for claim in edition.claims:
        yield from _in_claim(claim, edition.award, archive)
    refs = _edition_sources(edition)
    yield from _sourced(edition, refs, edition.cited, edition.disputes)


def _of_another_folder(edition: Edition, own: Mapping[str, str], archive: Archive) -> Problem | None:
    """An edition all of whose categories, two or more, are those of one other award: its file is in a wrong folder."""
    lost = [entry for entry in edition.entries if entry.category and entry.category not in own]
    specials = {each.id for each in edition.specials}
    if len(lost) < 2 or any(entry.category in own.keys() - specials for entry in edition.entries):
        return None
    ids = {entry.category for entry in lost}
    awards = [award.id for award in archive.awards.values() if ids <= {each.id for each in award.categories}]
    if len(awards) != 1:
        return None
    there = f"editions/{awards[0]}/{edition.id}.yaml"
    holds = f"{awards[0]}/{edition.id}" in archive.editions
    hint = (
        f"{there} is there already: delete this file, or give it another name there" if holds else f"move it to {there}"
    )
    message = f"no category of this edition is one of {edition.award}: all {len(lost)} are categories of {awards[0]}"
    needs = (("category", f"{edition.award}/{lost[0].category}"), ("award", edition.award))
    there_now = () if holds else (("edition", f"{awards[0]}/{edition.id}"),)
    hides = (("date", edition.key), ("file", edition.span.path), *there_now)
    return Problem(
        "unknown-category", lost[0].span, message, hint, subject=tuple(sorted(ids)), needs=needs, hides=hides
    )


def _special(special: Category, edition: Edition, lasting: Mapping[str, str], archive: Archive) -> Iterator[Problem]:
    """An award outside the categories is none of them, says so, and is called the same in each of its editions."""
    id, subject = special.id, (special.id,)
    if id in lasting:
        key = "special" if special.special else "name"
        message = f'"{id}" is a category of {edition.award}, so `{key}` says nothing here'
        printed = f"write `printed_name: {plain(special.name)}` for what it was called that year"
        hint = "give the special award an id of its own, or delete `special: true`" if special.special else printed
        yield Problem("contradiction", special.span, message, hint, subject=subject)
        return
    if not special.name:
        hint = "write `name: …` beside `special: true`: what this award is called"
        yield Problem("missing-key", special.span, 'the key "name" is missing', hint, subject=("name",))
        return
    if not special.special:
        for problem in _category_of(edition.award, Ref(id, special.span), lasting):
            alone = "for an award of this edition alone, write `special: true` beside `name`. "
            yield dataclasses.replace(problem, hint=alone + problem.hint)
        return
    earlier = archive.categories[f"{edition.award}/{id}"]
    if earlier.name != special.name:
        message = f'"{special.name}" would share the id "{id}" with "{earlier.name}" ({earlier.span.where})'
        hint = f"write `name: {plain(earlier.name)}` and `printed_name: {plain(special.name)}`, or give it another id"
        yield Problem("id-collision", special.span, message, hint, subject=subject)


def _in_entry(entry: Entry, edition: Edition, own: Mapping[str, str], archive: Archive) -> Iterator[Problem]:
    if entry.category:
        for problem in _category_of(edition.award, Ref(entry.category, entry.span), own):
            if entry.category in known(Form):
                key = (
                    f"`{entry.category}` is a key of an edition: if that is meant, write it as far left as `results`. "
                )
                problem = dataclasses.replace(problem, hint=f"{key}{problem.hint}")
            yield _once_or_elsewhere(problem, entry, edition, archive)
    if entry.derived_from:
        yield from _edition(entry.derived_from.edition, archive)
        for ref in _one(entry.derived_from.category):
            award = entry.derived_from.edition.text.split("/")[0]
            yield from _category_anywhere(award, ref, archive)
    for result in entry.results:
        for ref in _one(result.superseded_by):
            yield from _name(ref, archive)
        for ref in _one(result.entered_in):
            yield from _category_of(edition.award, ref, own)
        if result.round:
            ids = [round.id for round in edition.rounds]
            hint = f"write `rounds: [{{id: {result.round}}}]` in this file, or correct the id"
            yield from _within(edition, Ref(result.round, result.span), ids, "round", "of this edition", hint)


def _idle_category(id: str, award: str, archive: Archive) -> Category | None:
    """The only category of an award in which nothing was ever given, where no other one has nearly this id."""
    known = {archive.categories[key].id: key for key in archive.categories_of[award]}
    idle = [id for id, key in known.items() if not archive.entries_of.get(key)]
    is_meant = len(idle) == 1 and nearest(id, known) in (None, idle[0])
    return archive.categories[known[idle[0]]] if is_meant else None


def _in_claim(claim: Claim, award: str, archive: Archive) -> Iterator[Problem]:
    for ref in _one(claim.of):
        yield from _name(ref, archive)
    for ref in (*_one(claim.edition), *_one(claim.until)):
        yield from _edition_claimed(ref, archive)
    for ref in _one(claim.award):
        yield from _known(ref, archive.awards, "award")
    home = claim.home or award
    for ref in _one(claim.category):
        if ref.text not in archive.categories:
            yield from _category_anywhere(home, ref, archive) if home else _category(ref, archive)


def _edition_claimed(ref: Ref, archive: Archive) -> Iterator[Problem]:
    if ref.text in archive.categories:
        hint = f"write category={ref.text}"
        message = f'"{ref.text}" is not an edition but a category'
        yield Problem("unknown-edition", ref.span, message, hint, subject=(ref.text,))
    else:
        yield from _edition(ref, archive)


def _in_note(note: Note, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    for ref in _one(note.translates):
        yield from _known(ref, archive.notes, "page")
    yield from _in_prose(note.body, archive, media)
    for claim in claims_of(note):
        yield from _in_claim(claim, "", archive)
        for ref in _one(claim.source):
            message = f'"{ref.text}" is not a source: a page has none'
            hint = "delete it, or write an article in content/articles, which has `sources`"
            yield Problem("unknown-source", ref.span, message, hint, subject=(ref.text,))


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
    for ref in _one(article.translates):
        yield from _known(ref, archive.articles, "article")
    for ref in about.editions:
        yield from _edition(ref, archive)
    for ref in about.awards:
        yield from _known(ref, archive.awards, "award")
    for ref in about.categories:
        yield from _category(ref, archive)
    for ref in about.names:
        yield from _name(ref, archive)
    for ref in article.related:
        if ref.text not in archive.articles:
            others = {id: other for id, other in archive.articles.items() if id != article.id}
            yield from _known(ref, others, "article")
    for claim in claims_of(article):
        home = next((ref.text.split("/")[0] for ref in (*about.editions, *about.awards)), "")
        yield from _in_claim(claim, home, archive)
    yield from _sourced(article, (), (), ())
    yield from _in_prose(article.body, archive, media)
    yield from _picture(article.picture, media)


def _in_prose(prose: Prose, archive: Archive, media: Collection[str]) -> Iterator[Problem]:
    for ref in links(prose):
        if ref.text.startswith(("#", "http://", "https://")):
            # A part of the same text, for which the check of anchors looks, or another site.
            continue
        if ref.text.startswith("media:"):
            yield from _medium(ref.text.removeprefix("media:"), ref.span, media, in_text=True)
        elif archive.target(ref.text) is None and (said := _turned(ref, prose, archive)):
            message = f'"{ref.text}" leads nowhere: what a link leads to stands before its words'
            yield Problem("unknown-name", ref.span, message, f"write [[{said}|{ref.text}]]", subject=(ref.text,))
        elif archive.target(ref.text) is None and (near := _is_file(ref.text, archive.files)) is not None:
            message = f'there is no file "{ref.text}" below content/files'
            hint = f'did you mean "{near}"?' if near else f"put it at content/files/{ref.text}"
            yield Problem("unknown-file", ref.span, message, hint, subject=(ref.text,))
        elif archive.target(ref.text) is None and (meant := _meant_link(ref.text, archive, media)):
            kind = "edition" if "/" in ref.text else "name"
            message = f'"{ref.text}" leads nowhere'
            inside = meant.removeprefix("[[").removesuffix("]]")
            is_link = meant == f"[[{inside}]]"
            hint = f"write [[{inside}{_words(ref, prose)}]]" if is_link else f"write {meant}"
            likely = Fix(ref.span, ref.text, inside) if is_link else None
            yield Problem(f"unknown-{kind}", ref.span, message, hint, subject=(ref.text,), likely=likely)
        elif archive.target(ref.text) is None and "/" in ref.text:
            yield from _page(ref, archive)
        elif archive.target(ref.text) is None:
            others = tuple((kind, ref.text) for kind in ("award", "article", "page"))
            near = _other_than_name(ref, prose, archive)
            for found in _name(ref, archive):
                yield dataclasses.replace(found, needs=(*found.needs, *others), hint=near or found.hint)
    for piece in prose.pieces:
        if isinstance(piece, Block):
            yield from _block(piece, archive)


def _turned(ref: Ref, prose: Prose, archive: Archive) -> str:
    """The words of a link that are what it should lead to."""
    said = _words(ref, prose).removeprefix("|")
    return said if said and archive.target(said) else ""


def _words(ref: Ref, prose: Prose) -> str:
    """`|the words` of a link, as they stand behind what it leads to; nothing where it has none of its own."""
    said = (link.text for link in prose.links if link.span == ref.span and link.target == ref.text)
    return next((f"|{text}" for text in said if text and text != ref.text), "")


def _meant_link(text: str, archive: Archive, media: Collection[str]) -> str:
    """What was meant by a link that is written as a path, the id of an edition, a picture, or a block."""
    if text in media or is_picture(text):
        return f"![what it shows]({text})"
    block, _, rest = text.partition(" ")
    if block in BLOCKS and rest:
        return f"{{{{ {text} }}}} on a line of its own"
    path = re.sub(r"\.(?:md|ya?ml|html?)$", "", text.strip("/ ").removesuffix("/index.html"))
    path = re.sub(r"^(?:\.\.?/)*(?:(?:content/)?(?:articles|names|pages)/|editions/)", "", path)
    if path != text and archive.target(path):
        return f"[[{path}]]"
    editions = [key for key in archive.editions if key.split("/")[1] == text]
    return f"[[{editions[0]}]]" if len(editions) == 1 else ""


def _other_than_name(ref: Ref, prose: Prose, archive: Archive) -> str:
    """A hint where an article, award, page, category or edition was meant: by its id, or by its title."""
    meant = {title: ("award", award.id) for award in archive.awards.values() for title in (award.name, award.short)}
    meant |= {category.name: ("category", key) for key, category in archive.categories.items()}
    meant |= {label(archive, key): ("edition", key) for key in archive.editions}
    meant |= {title: ("page", note.id) for note in archive.notes.values() for title in (note.title, note.id)}
    meant |= {title: ("article", each.id) for each in archive.articles.values() for title in (each.title, each.id)}
    meant |= {id: ("award", id) for id in archive.awards} | dict.fromkeys(archive.ids, ("name", ""))
    found = nearest(ref.text, filter(None, meant))
    kind, id = meant[found] if found else ("name", "")
    return "" if kind == "name" else f"did you mean the {kind}? Write [[{id}{_words(ref, prose)}]]"


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
        parted = "/".join(block.arguments[:2])
        meant = parted if not example and parted in archive.editions else f"<award>/<edition>{example}"
        hint = f"write {{{{ {block.kind} {meant} }}}}"
        words = "1 word" if wanted == 1 else f"{wanted} words"
        message = f"{block.kind} takes {words}, not {len(block.arguments)}"
        yield Problem("block", block.span, message, hint, subject=(block.kind,))
        return
    edition = archive.editions.get(block.arguments[0])
    if edition is None:
        yield from _edition(Ref(block.arguments[0], block.span), archive)
        return
    home = edition.span.path
    if block.kind == "figure":
        ids = [figure.id for figure in edition.figures]
        hint = f"write `figures: [{{id: {block.arguments[1]}, title: …}}]` in {home}, or correct the id"
        yield from _within(edition, Ref(block.arguments[1], block.span), ids, "figure", f"of {edition.key}", hint)
    if block.kind == "claim":
        numbers = [str(number) for number in range(1, len(edition.claims) + 1)]
        hint = f"write a number from 1 to {len(numbers)}" if numbers else f"write it below `claims` in {home}"
        yield from _within(edition, Ref(block.arguments[1], block.span), numbers, "claim", f"of {edition.key}", hint)


def _sourced(
    record: Award | Edition | Article | Name,
    refs: Iterable[Ref],
    cited: Iterable[Citation],
    disputes: Collection[Dispute],
) -> Iterator[Problem]:
    """Sources are known by their ids within one file; cited fields are fields of its record."""
    ids = [source.id for source in record.sources]
    # A translation has the sources of its original, which may be missing itself.
    original = original_of(record)
    above = (("article", original),) if original else ()
    origins = (*(_one(dispute.source) for dispute in disputes), *(_one(claim.source) for claim in claims_of(record)))
    for ref in chain(refs, *(citation.sources for citation in cited), *origins):
        hint = f"write `sources: {{{ref.text}: {{title: …}}}}` in this file, or correct the id"
        if not re.fullmatch(r"\w[\w.-]*", ref.text):
            new = next(id for id in (f"s{number}" for number in range(1, len(ids) + 2)) if id not in ids)
            said = f"title: …, url: {plain(ref.text)}" if "://" in ref.text else f"title: {plain(ref.text.strip('[]'))}"
            hint = f"write {new} here, and `sources: {{{new}: {{{said}}}}}` in this file"
            hint = f"write {ref.text.strip('[]')}" if ref.text.strip("[]") in ids else hint
        for unknown in _within(record, ref, ids, "source", "of this file", hint):
            yield dataclasses.replace(unknown, needs=(*unknown.needs, *above))
    for citation in cited:
        span = citation.sources[0].span if citation.sources else record.span
        yield from _field(citation.field, span, type(record))
    for dispute in disputes:
        yield from _field(dispute.field, dispute.source.span if dispute.source else record.span, type(record))


def _field(field: str, span: Span, record: type) -> Iterator[Problem]:
    """`ceremony.date`: a field of the record, and one of the part it names."""
    first, dot, _ = field.partition(".")
    fields = [known.name for known in dataclasses.fields(record)] + ["organiser", "coverage", "results", "jury"]
    fields += ["hosts", "speakers", "guests", "partners", "providers", "participants", "organisers", "categories"]
    parts = {"ceremony": Ceremony, "method": Method, "period": Period}
    within = [f"{first}.{known.name}" for known in dataclasses.fields(parts[first])] if dot and first in parts else []
    if first not in fields or (within and field not in within):
        likely = meant.key(field.rpartition(".")[2], [known.rpartition(".")[2] for known in within])
        same = f'did you mean "{first}.{likely}"?' if likely else ""
        hint = same or did_you_mean(field, within or fields) or f"fields are {', '.join(within or sorted(set(fields)))}"
        near = f"{first}.{likely}" if likely else nearest(field, within or fields)
        told = Fix(span, field, near) if near else None
        message = f'"{field}" is not a field of this file'
        yield Problem("unknown-field", span, message, hint, subject=(field,), likely=told)


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
    namesakes = [name.id for name in archive.names.values() if ref.text in name.spellings]
    if len(namesakes) > 1:
        yield ambiguous(ref, namesakes)
        return
    if other := _of_another_kind(ref.text, archive):
        yield _unknown(
            ref, f'"{ref.text}" is no name: it is {other}', _write_as(other, ref.text), (("name", ref.text),)
        )
        return
    found = nearest(ref.text, archive.ids) or _with_word(ref.text, archive.ids)
    asked = f'did you mean "{found}"? ' if found else ""
    hint = f"{asked}To add a new name, write content/names/{slug(ref.text)}.md"
    yield _unknown(ref, f'"{ref.text}" is not a name this archive knows', hint, (("name", ref.text),))


def _of_another_kind(text: str, archive: Archive) -> str:
    """What a reference leads to that should lead to a name."""
    if text in archive.editions:
        return "an edition"
    if text in archive.categories:
        return "a category"
    return "an award" if text in archive.awards else ""


def _write_as(other: str, text: str) -> str:
    key = {"an edition": "editions", "a category": "categories", "an award": "awards"}[other]
    return f"write it below `{key}`: `{key}: {text}`"


def _with_word(text: str, names: Iterable[str]) -> str:
    """The only name that has a text as one of its words."""
    found = [name for name in names if text and text.casefold() in name.casefold().split()] if " " not in text else []
    return found[0] if len(found) == 1 else ""


def _edition(ref: Ref, archive: Archive) -> Iterator[Problem]:
    if ref.text in archive.editions:
        return
    award, _, id = ref.text.partition("/")
    if not id or award in archive.awards:
        ids = [key for key in archive.editions if key.split("/")[1] == ref.text]
        home = ref.span.path.split("/")[1]
        own = () if id else archive.editions_of.get(home, ())
        # In a file of an award a bare id is one of that award.
        ids = [key for key in ids if key in own] if own else ids
        known = own or archive.editions_of.get(award) or archive.editions
        hint = f'did you mean "{ids[0]}"?' if ids else did_you_mean(f"{home}/{ref.text}" if own else ref.text, known)
        hint = hint or _choice(known, f"write editions/{ref.text}.yaml")
        sure = ids[0] if len(ids) == 1 else ""
        yield _unknown(ref, f'"{ref.text}" is not an edition', hint, (("edition", ref.text),), sure)
        return
    yield _without_award(ref, "an edition", id, archive)


def _category(ref: Ref, archive: Archive) -> Iterator[Problem]:
    """A category by `award/category`."""
    award, _, id = ref.text.partition("/")
    if ref.text not in archive.categories and id and award not in archive.awards:
        yield _without_award(ref, "a category", id, archive)
    elif ref.text not in archive.categories:
        to_add = f"write `{id}: …` below `categories` in editions/{award}/award.yaml"
        called = ref.text.removeprefix(f"{award}/").casefold() if id else ref.text.casefold()
        keys = [key for key, each in archive.categories.items() if called in (key.split("/")[1], each.name.casefold())]
        own = [key for key in keys if not id or key.startswith(f"{award}/")]
        hint = f'did you mean "{own[0]}"?' if len(own) == 1 else ""
        hint = hint or did_you_mean(ref.text, archive.categories) or _choice(archive.categories, to_add)
        yield _unknown(ref, f'"{ref.text}" is not a category', hint, (("category", ref.text),))


def _category_of(award: str, ref: Ref, own: Mapping[str, str]) -> Iterator[Problem]:
    """A category by its id within an award or one of its editions, of which `own` are the names by id."""
    if ref.text in own:
        return
    by_name = {name.casefold(): id for id, name in own.items()} | {id.casefold(): id for id in own}
    found = by_name.get(ref.text.casefold()) or nearest(ref.text, own)
    asked = f'did you mean "{found}"? ' if found else ""
    is_id = re.fullmatch(r"\w+(?:[-.]\w+)*", ref.text) and ref.text == ref.text.lower()
    line = f"{ref.text}: …" if is_id else f"{slug(ref.text)}: {ref.text}"
    hint = f"{asked}To add a category, write `{line}` below `categories` in editions/{award}/award.yaml"
    hint = asked.strip() if found and ref.text.casefold() == found.casefold() else hint
    needs = (("category", f"{award}/{ref.text}"), ("award", award))
    sure = by_name.get(ref.text.casefold()) or only(ref.text, own)
    yield _unknown(ref, f'"{ref.text}" is not a category of {award}', hint, needs, sure)


def _once_or_elsewhere(problem: Problem, entry: Entry, edition: Edition, archive: Archive) -> Problem:
    """What is told of an unknown category, and of which other award it is one, or what it may be called today."""
    found = [category for category in archive.categories.values() if category.id == entry.category]
    if not found and not problem.fix and (idle := _idle_category(entry.category, edition.award, archive)):
        called = f"if it is `{idle.id}` now, in which nothing was given, write `formerly: [{entry.category}]`"
        return dataclasses.replace(problem, hint=f"{called} beside its name in {idle.span.path}. {problem.hint}")
    if not found or problem.fix:
        return problem
    if own := next((each for each in found if each.award == edition.award), None):
        line = f"{entry.category}: {{special: true, name: {plain(own.name)}, laureate: …}}"
        hint = f"it was a special prize in {own.span.path}: delete it here, or write `{line}`. {problem.hint}"
        return dataclasses.replace(problem, hint=hint)
    awards = [category.award for category in found]
    key = f"{awards[0]}/{edition.id}"
    there = f": these results may belong in {archive.editions[key].span.path}" if key in archive.editions else ""
    return dataclasses.replace(
        problem,
        message=f"{problem.message}, and is one of {' and '.join(awards)}",
        hint=f'"{entry.category}" is a category of {awards[0]}{there}. {problem.hint}',
    )


def _by_id(categories: Iterable[Category]) -> Mapping[str, str]:
    return {category.id: category.name for category in categories}


def _category_anywhere(award: str, ref: Ref, archive: Archive) -> Iterator[Problem]:
    """A category by its id within an award, in any of its editions."""
    if f"{award}/{ref.text}" not in archive.categories:
        keys = archive.categories_of.get(award, ())
        yield from _category_of(award, ref, _by_id(archive.categories[key] for key in keys))


def _page(ref: Ref, archive: Archive) -> Iterator[Problem]:
    """What `[[award/…]]` in a text should lead to."""
    award, _, id = ref.text.partition("/")
    if award not in archive.awards:
        yield _without_award(ref, "an edition or a category", id, archive)
        return
    known = [key for key in (*archive.editions, *archive.categories) if key.startswith(f"{award}/")]
    hint = did_you_mean(ref.text, known) or _choice(known, f"write editions/{ref.text}.yaml")
    needs = (("edition", ref.text), ("category", ref.text))
    yield _unknown(ref, f'"{ref.text}" is not an edition or a category', hint, needs)


def _without_award(ref: Ref, what: str, id: str, archive: Archive) -> Problem:
    """A reference into an award that is not there; one that holds the very id may be its new name."""
    missing = ref.text.split("/")[0]
    keys = (*archive.editions, *archive.categories)
    holders = sorted({key.split("/")[0] for key in keys if key.split("/")[1] == id})
    meant = nearest(missing, archive.awards) or (holders[0] if len(holders) == 1 else None)
    hint = f"write editions/{missing}/award.yaml, or correct the id"
    if meant:
        renamed = f"Where its folder was renamed, write `{meant}/{id}`, or call the folder editions/{missing} again"
        hint = f'did you mean "{meant}/{id}"? {renamed}'
    message = f'"{ref.text}" is not {what}: there is no award "{missing}"'
    return _unknown(ref, message, hint, (("award", missing), ("edition", ref.text)))


def _known(ref: Ref, ids: Mapping[str, object], kind: str) -> Iterator[Problem]:
    """An id of one kind of thing, such as "award"."""
    if ref.text not in ids:
        what = f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
        titles = {str(getattr(each, "title", getattr(each, "name", ""))).casefold(): id for id, each in ids.items()}
        titled = titles.get(ref.text.casefold())
        hint = f'did you mean "{titled}"?' if titled else did_you_mean(ref.text, ids)
        hint = hint or _choice(ids, f"there is none: delete it, or write {what} first")
        sure = titled or only(ref.text, ids)
        yield _unknown(ref, f'"{ref.text}" is not {what}', hint, ((kind, ref.text),), sure)


def _within(
    record: Award | Edition | Article | Name, ref: Ref, ids: Collection[str], kind: str, of: str, add: str
) -> Iterator[Problem]:
    """An id that one file gives and only its own texts may use: of a "round" that is "of this edition"."""
    if ref.text not in ids:
        needs = ((kind, f"{record.span.path}#{ref.text}"),)
        hint = did_you_mean(ref.text, ids) or (f"{_choice(ids, add)}; {add}" if ids else add)
        yield _unknown(ref, f'"{ref.text}" is not a {kind} {of}', hint, needs)


def _unknown(ref: Ref, message: str, hint: str, needs: tuple[Key, ...], sure: str = "") -> Problem:
    fix = Fix(ref.span, ref.text, sure) if sure else None
    return Problem(f"unknown-{needs[0][0]}", ref.span, message, hint, subject=(ref.text,), needs=needs, fix=fix)


def _choice(ids: Collection[str], otherwise: str) -> str:
    """What there is to choose from, or what to do where there is nothing."""
    return f"there are {', '.join(list(ids)[:8])}" if ids else otherwise


def _picture(picture: Picture | None, media: Collection[str]) -> Iterator[Problem]:
    if picture:
        yield from _medium(picture.src, picture.span, media)
    if picture and picture.dark:
        yield from _medium(picture.dark, picture.span, media)


def _medium(src: str, span: Span, media: Collection[str], *, in_text: bool = False) -> Iterator[Problem]:
    if src in media:
        return
    name = unquote(src).replace("\\", "/").rpartition("/")[2] or "picture.jpg"
    meant = _medium_meant(src, media)
    # In a text, a blank would end the name and a bracket the picture.
    typed = f"<{meant or name}>" if in_text and set(" ()") & set(meant or name) else meant or name
    if meant:
        is_there = name == meant.rpartition("/")[2]
        hint = f"write {typed}" if is_there else f'did you mean "{meant}"?'
    elif ":" in src:
        hint = f"save it as content/media/{name}, and write {typed}"
    else:
        hint = f"put it into content/media/{src or name}" + ("" if src else f", and write {name}")
    message = f'there is no picture "{src}" below content/media' if src else "this picture has no file"
    likely = Fix(span, src, typed) if meant and src else None
    yield Problem("unknown-picture", span, message, hint, subject=(src,), needs=(("picture", src),), likely=likely)


def _medium_meant(src: str, media: Collection[str]) -> str:
    """The picture that was meant: given as it is seen from the file or the site, in other capitals, as an address."""
    path = normalize("NFC", unquote(src)).replace("\\", "/").lstrip("./")
    below = path.removeprefix("content/").removeprefix("media/")
    by_fold = {each.casefold(): each for each in sorted(media)}
    by_name: dict[str, list[str]] = {}
    for each in media:
        by_name.setdefault(each.rpartition("/")[2].casefold(), []).append(each)
    alone = by_name.get(below.rpartition("/")[2].casefold(), [])
    found = below if below in media else by_fold.get(below.casefold(), alone[0] if len(alone) == 1 else "")
    stems = [each for each in sorted(media) if each.rpartition(".")[0].casefold() == below.casefold()]
    return found or ("" if ":" in src else next(iter(stems), "") or nearest(below, media) or "")


def _one(ref: Ref | None) -> tuple[Ref, ...]:
    return (ref,) if ref else ()

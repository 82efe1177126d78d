"""Loading of one file as one record, validated against its written form."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, zip_longest
from types import MappingProxyType

from .. import images, model
from ..model import Function, Outcome, Record
from ..model.results import with_ids
from ..problems import Fix, Level, Problem, Span, nearest, plain
from . import drafts, layout, markdown, plaintext, yaml
from .doubtful import joined, repeated
from .nodes import Node
from .schema import forms
from .schema.forms import Award, Edition, Entry, Result
from .schema.meant import identifier
from .schema.reading import read
from .schema.written import Written, is_unwritten, known, record, required

UNKNOWN = "unknown"
"""The key below `results` for laureates whose category is not known (edge case 21)."""

_STEM = re.compile(r"[^\W_]+(?:[-._][^\W_]+)*")
_RESULT_IN_COMMENT = re.compile(
    r"[ \t]*(?P<said>#[ \t#]*"
    r"(?P<rest>(?:-[ \t]+[\w{\"'\[]|\{|(?:-[ \t]+\{?)?(?:rank|laureate):|\d{1,2}[.)][ \t]+\w).*))"
)
_CATEGORY_IN_COMMENT = re.compile(r"[ \t]*#[ \t#]*(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*):(?:[ \t]+(?P<rest>\S.*))?[ \t]*")
_KEY_IN_COMMENT = re.compile(r"[ \t]*#[ \t#]*(?:-[ \t]+\{?)?(?P<key>[a-z_]+):.*")
_NAME_IN_COMMENT = re.compile(r"[^\W\d_a-zà-ÿ][\w'’.&-]*(?: [\w'’.&-]+){0,4}")
_GIVEN = frozenset((*known(Entry), *known(Result)))
_NO_CATEGORY = frozenset(
    ("todo", "fixme", "nb", "ps", "see", "cf", "correction", "was", "old", "new", "voir", "attention")
)
"""What may stand before a colon in a remark of an editor."""
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_TWO_ENDINGS = re.compile(r"(?:.*/)?([^/]+?)(?:\.(?:ya?ml|md|markdown|txt))+(\.[^./]+)")
_ENDINGS = re.compile(r"(?:\.(?:ya?ml|md|markdown|txt|text|toml|json|bak|old|orig|copy))+$", re.I)
_AWARD_STEMS = ("award", "awards", "prize", "prix")

_COPY = re.compile(
    r"(.+?)(?: ?\((?:\d|[cC]op(?:y|ie)(?: \d)?)\)| - [Cc]opy| - [Cc]opie| copy(?: \d)?| copie(?: \d)?| \d)"
)
"""What file managers call a copy: `2018 (1)`, `2018 (copie)`, `2018 - Copy`, `2018 copy`."""

Loaded = tuple[Record | None, tuple[Problem, ...]]
Convert = Callable[[str, str, int, str], tuple[model.Prose, tuple[Problem, ...]]]
_Converting = Callable[[str, int, str], tuple[model.Prose, tuple[Problem, ...]]]
"""How the text of a file, from its first line, is converted in a language."""


def load(path: str, data: bytes, language: str, convert: Convert = markdown.convert) -> Loaded:
    """One record, or None; with all that is wrong in the file."""
    kind, _ = layout.record(path) or (None, "")
    if kind is None or (kind == "edition" and meant(path).endswith("/award.yaml")):
        return None, (misplaced(path),)
    if twice := _TWO_ENDINGS.fullmatch(path):
        hint = f'rename it to "{twice[1]}{twice[2]}"'
        return None, (Problem("file-name", Span(path), "this file's name has two endings", hint),)
    *folders, last = path.rsplit(".", 1)[0].split("/")[1:]
    for id in (*folders, drafts.stem(last) if kind != "award" else last):
        if not _is_id(id):
            likely = identifier(id)
            hint = f'rename it "{likely}"' if _is_id(likely) else "rename it with small letters, digits and hyphens"
            if copy := _COPY.fullmatch(last):
                hint = f"delete it if it is a copy of {copy[1]}; if not, {hint}"
            return None, (Problem("file-name", Span(path), f'"{id}" can\'t be an id', hint),)
    text, problems = plaintext.decode(path, data)
    if problems:
        return None, problems
    found, problems = _read(kind, path, text, language, partial(convert, path))
    return found, (*problems, *(repeated(found) if found else ()))


def _read(kind: str, path: str, text: str, language: str, convert: _Converting) -> Loaded:
    if kind == "award":
        return _award(path, text)
    if kind == "edition":
        return _edition(path, text)
    return _text(kind, path, text, language, convert)


def _of_another_kind(kind: str, path: str, node: Node) -> Problem | None:
    """A record among those of another kind: all its keys are of the one, and not all of the other."""
    keys, own = {pair.key for pair in node.pairs}, _FORMS[kind]
    foreign = keys.difference(known(own))
    if not foreign or (len(foreign) == 1 and keys.issuperset(required(own))):
        return None
    ending = layout.FILES[kind].rpartition(".")[2]
    others = (each for each, form in _FORMS.items() if keys <= {*known(form)} and keys >= {*required(form)})
    fit = [each for each in others if layout.FILES[each].endswith(ending)]
    if len(fit) != 1:
        return None
    stem = path.rpartition(".")[0].rpartition("/")[2]
    label = next((pair.value.value for pair in node.pairs if pair.key == "label"), "") or "<edition>"
    there = layout.file(fit[0], {"award": "<award>", "edition": f"{path.split('/')[1]}/{label}"}.get(fit[0], stem))
    first = next(pair for pair in node.pairs if pair.key in foreign)
    called, place = _CALLED[fit[0]], _CALLED[kind]
    message = f"this is {called}, and stands where {place} is meant to be: `{first.key}` is no key here"
    missed = (("name", pair.value.value or "") for pair in node.pairs if fit[0] == "name" and pair.key == "name")
    return Problem(
        "stray-file", first.span, message, f"move it to {there}", subject=(path,), hides=(("file", path), *missed)
    )


def _marked(node: Node | None, wrong: Iterable[Problem], written: Written) -> Iterator[Problem]:
    """What is doubtful in keys as such: one without a value, or a value with Markdown, invisible characters, lines."""
    if node is None:
        return
    told = {problem.span for problem in wrong}
    yield from (problem for problem in chain(_marks(node), joined(node, written)) if problem.span not in told)
    yield from _empty(node, {problem.span.line for problem in wrong})


def _empty(node: Node, told: Collection[int]) -> Iterator[Problem]:
    """Keys that nothing stands behind, not even `~`; none where what is told at its line or the next key says why."""
    for inside in node.elements:
        yield from _empty(inside, told)
    for pair, after in zip_longest(node.pairs, node.pairs[1:]):
        yield from _empty(pair.value, told)
        if is_unwritten(pair) and pair.span.line not in told and not (after and after.span.line in told):
            hint = f"write its value behind `{pair.key}:`, or delete the line"
            yield Problem("empty-key", pair.span, f"`{pair.key}` has no value", hint, Level.WARNING, (pair.key,))


def _marks(node: Node) -> Iterator[Problem]:
    for inside in (*node.elements, *(pair.value for pair in node.pairs)):
        yield from _marks(inside)
    text = node.value or ""
    hides, needs = (("name", text),), (("text", text),)
    sign, hint = plaintext.markup(text)
    if sign:
        message = f'"{sign}" is printed as it stands: only the text of an article, a name or a page is Markdown'
        yield Problem("markup", node.span, message, hint, Level.WARNING, (sign,), needs, hides)
    unseen, rest = plaintext.invisible(text)
    if unseen:
        behind = text.partition(unseen)[0][-20:]
        message = f"this text holds an invisible character, U+{ord(unseen):04X}" + (
            f', behind "{behind}"' if behind else ""
        )
        hint = f"write {plain(rest)}" if 0 < len(rest) <= 100 else "delete it"
        fix = Fix(node.span, text, plain(rest)) if rest else None
        yield Problem("encoding", node.span, message, hint, Level.WARNING, (unseen,), needs, hides, fix=fix)
    for written, span in ((text, node.span), *((pair.key, pair.span) for pair in node.pairs)):
        word, meant = plaintext.mixed(written)
        if word:
            message = f'"{word}" has letters of two alphabets that look alike, so that it is not "{meant}"'
            hint = f"write {plain(written.replace(word, meant) if len(written) <= 100 else meant)}"
            missed = (("name", written),)
            fix = Fix(span, written, plain(written.replace(word, meant)))
            yield Problem("encoding", span, message, hint, Level.WARNING, (word,), needs, missed, fix=fix)


def _is_id(text: str) -> bool:
    """Small letters and digits of any script, with their vowel signs, joined by single hyphens, dots or underscores."""
    bare = "".join(c for c in text if not unicodedata.category(c).startswith("M"))
    return bool(_STEM.fullmatch(bare)) and text == unicodedata.normalize("NFC", text.lower())


def _award(path: str, text: str) -> Loaded:
    node, problems = yaml.parse(path, text)
    if node and (strayed := _of_another_kind("award", path, node)):
        return None, (*problems, strayed)
    written, wrong = read(Award, node, path) if node or not problems else (None, ())
    if written is None:
        return None, (*problems, *wrong)
    id = path.split("/")[1]
    people = ((Function.ORGANISER, written.organiser), (Function.PARTNER, written.partners))
    categories = tuple(_category(id, key, category) for key, category in written.categories.items())
    return record(
        written,
        model.Award,
        id=id,
        categories=categories,
        parts=_parts(people),
        sources=forms.sources(written.sources),
        cited=forms.cited(written.cited),
    ), (*problems, *wrong, *_marked(node, wrong, written), *_reserved(id, written))


def _reserved(id: str, award: Award) -> Iterable[Problem]:
    for key, category in award.categories.items():
        if key == UNKNOWN or not _is_id(key):
            found = _no_category_id(key, category.name, category.span, f": {plain(category.name or key)}")
            yield replace(found, hides=(("category", f"{id}/{identifier(key)}"),))


def _no_category_id(key: str, name: str, span: Span, behind: str = ": …") -> Problem:
    id = identifier(key) or identifier(name)
    hint = f"write `{id}{behind}`" if id and id != UNKNOWN else "use small letters, digits and hyphens"
    hint = "it stands for results without a category" if key == UNKNOWN else hint
    likely = Fix(span, key, id) if id and key != UNKNOWN and id != UNKNOWN else None
    return Problem("category-id", span, f'"{key}" can\'t be the id of a category', hint, likely=likely)


def _edition(path: str, text: str) -> Loaded:
    node, problems = yaml.parse(path, text)
    if node and (strayed := _of_another_kind("edition", path, node)):
        return None, (*problems, strayed)
    written, wrong = read(Edition, node, path) if node or not problems else (None, ())
    if written is None:
        return None, (*problems, *wrong)
    award, stem = path.removesuffix(".yaml").split("/")[1:]
    id = drafts.stem(stem)
    label = written.label or id
    year = _sort_year(written, label, id)
    entries = tuple(_entry(f"{award}/{id}", key, entry) for key, entry in written.results.items())
    apart = ((key, entry) for key, entry in written.results.items() if entry.name or entry.special)
    edition = record(
        written,
        model.Edition,
        id=id,
        award=award,
        label=label,
        draft=written.draft or id != stem,
        sort_year=year or 0,
        covered=record(written.coverage, model.Covered),
        parts=_parts(_people(written)),
        entries=entries,
        specials=tuple(
            model.Category(key, award, entry.name, entry.span, special=entry.special, formerly=entry.formerly)
            for key, entry in apart
        ),
        sources=forms.sources(written.sources),
        cited=forms.cited(written.cited),
    )
    unsaid = () if year else (_no_year(path, label),)
    wrong = (*wrong, *_contradictions(written))
    told = (
        *problems,
        *wrong,
        *_marked(node, wrong, written),
        *_apart(award, written.results),
        *(_commented_out(path, text, written.coverage.results) if "#" in text else ()),
        *unsaid,
    )
    return edition, told


def _commented_out(path: str, text: str, coverage: model.Coverage) -> Iterator[Problem]:
    """Categories behind `#` with what was given in them, and results in a palmarès that calls itself complete."""
    lines = text.split("\n")
    inside, under = False, ""
    for number, line in enumerate(lines, 1):
        if line[:1].strip() and not line.startswith("#"):
            inside = line.startswith("results:")
        category = _CATEGORY_IN_COMMENT.fullmatch(line) if inside else None
        is_headed = category and not category["rest"] and category["id"] not in _GIVEN | _NO_CATEGORY
        span = Span(path, number, len(line) - len(line.lstrip()) + 1)
        if not line.lstrip().startswith("#"):
            under = ""
        elif category and is_headed and _is_given("".join(lines[number : number + 1])):
            under = category["id"]
            message = f'the category "{under}" stands in a comment, with what was given in it'
            hint = f"write `{under}:` and what stands below it without `#`, or delete these lines"
            yield Problem("doubtful-text", span, message, hint, Level.WARNING, (under,))
        elif inside and not under and coverage is model.Coverage.COMPLETE and (said := _said_in_comment(line)):
            shown, rest = said
            message = f'"{shown}" stands in a comment, and the coverage of the results is complete'
            hint = f"write `{rest}`, or `coverage: partial`, or delete the comment"
            yield Problem("doubtful-text", span, message, hint, Level.WARNING, (shown,))


def _is_given(line: str) -> bool:
    """Whether a line in a comment is of what is given in a category."""
    key = _KEY_IN_COMMENT.fullmatch(line)
    return bool(_RESULT_IN_COMMENT.fullmatch(line) or (key and key["key"] in _GIVEN))


def _said_in_comment(line: str) -> tuple[str, str] | None:
    """A result in a comment, or a category with its laureate: as it is shown, and as it would be written."""
    if found := _RESULT_IN_COMMENT.fullmatch(line):
        rest = found["rest"][:60].strip()
        if place := re.fullmatch(r"(\d{1,2})[.)]\s+(.+)", rest):
            rest = f"- {{rank: {place[1]}, laureate: {plain(place[2])}}}"
        return found["said"].strip()[:60].strip(), rest
    category = _CATEGORY_IN_COMMENT.fullmatch(line)
    if not category or not category["rest"] or category["id"] in _GIVEN | _NO_CATEGORY:
        return None
    is_name = category["rest"][0] in "{[" or _NAME_IN_COMMENT.fullmatch(category["rest"])
    said = f"{category['id']}: {category['rest']}"[:60].strip()
    return (f"# {said}", said) if is_name else None


def _apart(award: str, results: Mapping[str, Entry]) -> Iterator[Problem]:
    """Awards outside the categories that nothing could address, and former ids of what is a category."""
    for key, entry in results.items():
        is_apart = entry.name or entry.special
        if is_apart and (key == UNKNOWN or not _is_id(key)):
            yield _no_category_id(key, entry.name, entry.span)
        if entry.formerly and not is_apart:
            message = f'what "{key}" was called before is said once, beside its name'
            hint = f"move `formerly` to {key} in editions/{award}/award.yaml"
            yield Problem("value", entry.formerly[0].span, message, hint, subject=(key,))


def _people(written: Edition) -> tuple[tuple[Function, tuple[forms.Part, ...]], ...]:
    return (
        (Function.ORGANISER, written.organisers),
        (Function.HOST, written.hosts),
        (Function.SPEAKER, written.speakers),
        (Function.JUROR, written.jury),
        (Function.PARTNER, written.partners),
        (Function.PROVIDER, written.providers),
        (Function.GUEST, written.guests),
        (Function.PARTICIPANT, written.participants),
    )


def _parts(people: Iterable[tuple[Function, tuple[forms.Part, ...]]]) -> tuple[model.Part, ...]:
    return tuple(record(part, model.Part, function=function) for function, all in people for part in all)


def _category(award: str, id: str, written: forms.Category) -> model.Category:
    lineage = tuple(record(step, model.Lineage) for step in written.lineage)
    return record(written, model.Category, id=id, award=award, lineage=lineage)


def _entry(edition: str, key: str, written: Entry) -> model.Entry:
    category = "" if key == UNKNOWN else key
    made = _ranked(tuple(_result(edition, category, each) for each in written.results))
    outcome = _outcome(written, made)
    if written.outcome is Outcome.UNKNOWN and outcome is Outcome.AWARDED and all(result.holders for result in made):
        # Some who won are known, and one is said not to be.
        made = (*made, model.Result("", edition, category, written.span))
    return record(
        written,
        model.Entry,
        category=category,
        edition=edition,
        outcome=outcome,
        reason=written.not_awarded.reason if written.not_awarded else None,
        note=written.note or (written.not_awarded.note if written.not_awarded else ""),
        results=with_ids(made),
    )


def _outcome(written: Entry, results: tuple[model.Result, ...]) -> Outcome:
    """What became of a category, as it is said or as its results tell."""
    said = Outcome.NOT_AWARDED if written.not_awarded else written.outcome
    if said in (Outcome.NOT_AWARDED, Outcome.CANCELLED, Outcome.UNRECORDED):
        return said
    known = {result.distinction for result in results if result.holders}
    if known.intersection(_WINNERS) or (known and known <= set(_APART)):
        return Outcome.AWARDED
    nameless = any(result.is_title for result in results)
    return Outcome.UNRECORDED if known and not nameless and said is not Outcome.UNKNOWN else Outcome.UNKNOWN


def _result(edition: str, category: str, written: Result) -> model.Result:
    ranked = model.Distinction.RANKED if (written.rank or 1) > 1 else model.Distinction.WINNER
    return record(
        written,
        model.Result,
        id="",
        edition=edition,
        category=category,
        distinction=written.distinction or ranked,
    )


def _ranked(results: tuple[model.Result, ...]) -> tuple[model.Result, ...]:
    """Who stand at one place of one ranking are tied (edge cases 10 and 12); a score never makes a tie (11).

    Places count within one distinction where it is a prize of its own, and where it begins at 1: the first finalist
    is not the winner. Finalists from 2 on come after the winner, as any place does.
    """
    first = {(result.distinction, *result.ranking[1:]) for result in results if result.rank == 1}
    told = tuple(
        replace(result, apart=True)
        if result.rank
        and result.distinction not in (*_WINNERS, model.Distinction.RANKED)
        and (result.distinction in _APART or (result.distinction, *result.ranking[1:]) in first)
        else result
        for result in results
    )
    active = (each if each.status is model.Status.ACTIVE else None for each in told)
    standing = [(each.rank, each.ranking) if each and each.rank else None for each in active]
    shared = Counter(standing)
    return tuple(
        replace(result, tie=True) if place and shared[place] > 1 else result
        for result, place in zip(told, standing, strict=True)
    )


def _contradictions(written: Edition) -> Iterable[Problem]:
    """Contradictions within one file."""
    for entry in written.results.values():
        said = Outcome.NOT_AWARDED if entry.not_awarded else entry.outcome
        if entry.not_awarded and entry.outcome not in (None, Outcome.NOT_AWARDED):
            message = f"this category is {entry.outcome} and not-awarded"
            yield Problem("contradiction", entry.span, message, "delete one of the two")
        winner = next((result for result in entry.results if _wins(result)), None)
        if winner and said in (Outcome.NOT_AWARDED, Outcome.CANCELLED, Outcome.UNRECORDED):
            message = f"this category is {said} and has a laureate, in line {winner.span.line}"
            hint = "delete one of the two; who was named and did not win has `distinction: finalist`, or `nominee`"
            yield Problem("contradiction", entry.span, message, hint)
        for result in entry.results:
            if "holders" not in result.model_fields_set:
                hint = "write `laureate: …`, or `laureate: unknown`"
                yield Problem("missing-key", result.span, "this result has no laureate", hint)


def _wins(written: Result) -> bool:
    """Whether a result is a title that still stands: without a distinction, any but a later place is."""
    is_winner = written.distinction is model.Distinction.WINNER or (
        written.distinction is None and (written.rank or 1) == 1
    )
    return is_winner and written.status is model.Status.ACTIVE


def _sort_year(written: Edition, label: str, id: str) -> int | None:
    found = _YEAR.search(label) or _YEAR.search(id)
    date = written.ceremony.date
    return written.sort_year or (int(found[1]) if found else None) or (date.year if date else None)


def _no_year(path: str, label: str) -> Problem:
    message = f'the label "{label}" holds no year to sort by'
    hint = "write `sort_year: …` or the date of the ceremony, or rename the file to its year"
    return Problem("no-year", Span(path), message, hint)


def _text(kind: str, path: str, text: str, language: str, convert: _Converting) -> Loaded:
    """A record whose front matter is a written form and whose body is prose, in the language of the site or its own."""
    form, (cls, folder) = _FORMS[kind], _TEXTS[kind]
    node, body, line, problems = yaml.front_matter(path, text, required(form))
    if node is None and problems:
        return None, problems
    if node and (strayed := _of_another_kind(kind, path, node)):
        return None, (*problems, strayed)
    written, wrong = read(form, node, path)
    own: str = getattr(written, "language", "") or language
    converted, unclear = convert(body, line, own)
    if written is None:
        marks = _marks(node) if node else ()
        return None, (*problems, *wrong, *marks, *unclear)
    wrong = (*wrong, *_marked(node, wrong, written))
    more: dict[str, object] = {}
    if isinstance(written, forms.Article | forms.Note):
        more["language"] = "" if own == language else own
    if isinstance(written, forms.Name | forms.Article):
        more["sources"] = forms.sources(written.sources)
    if isinstance(written, forms.Name):
        more["identifiers"] = forms.identifiers(written.identifiers)
    above, slash, stem = path.removeprefix(f"content/{folder}/").removesuffix(".md").rpartition("/")
    id = f"{above}{slash}{drafts.stem(stem)}"
    if drafts.stem(stem) != stem:
        more["draft"] = True
    return record(written, cls, id=id, body=converted, **more), (*problems, *wrong, *unclear)


def misplaced(path: str) -> Problem:
    """A file in a folder of sources that nothing reads, and where it could go."""
    known = "editions/<award>/award.yaml, editions/<award>/<edition>.yaml and content/{names,articles,pages}/<id>.md"
    message = f"nothing reads this file; what is read is {known}"
    return Problem("stray-file", Span(path), message, _whither(path), subject=(path,))


def _whither(path: str) -> str:
    folder, name = path.rsplit("/", 1)
    if meant(path).endswith("/award.yaml"):
        return 'rename it to "award.yaml", or delete it'
    bare = re.sub(r"(\.ya?ml|\.md|\.markdown)\.\w+$", r"\1", name)
    stem, dot, ending = bare.rpartition(".")
    ending = ending.lower()
    right = f"{stem.lower()}{dot}{'md' if path.startswith('content/') else 'yaml'}"
    is_near = layout.record(f"{folder}/{right}") is not None
    if is_near and (ending in ("yml", "yaml", "markdown", "md", "txt") or bare != name):
        return f'rename it to "{right}", or delete it'
    if ending in ("yml", "yaml"):
        award = path.split("/")[1] if path.startswith("editions/") and path.count("/") > 1 else "<award>"
        inner = path.split("/")[2:-1]
        # A folder for each edition names it; the file in it is called alike in all.
        id = inner[-1] if inner and stem.lower() in ("edition", "index", "results", "palmares", "data") else stem
        return f"move it to editions/{award}/{id}.yaml, or delete it"
    if path.startswith("content/") and ending == "md":
        found = nearest(path.split("/")[1], ("articles", "names", "pages"))
        return f"move it to content/{found or 'pages'}/{name}, or delete it"
    if ending.lower() in images.ENDINGS:
        above = path.split("/")[1]
        kept = path.removeprefix(f"content/{above}/") if nearest(above, ("media",)) else name
        return f"move it to content/media/{kept}, or delete it"
    return f"to publish it as it is, move it to content/files/{_below(path)}; otherwise delete it"


def _below(path: str) -> str:
    """Where a file would lie below content/files: `content/CNAME` would be `CNAME`."""
    return path.rsplit("/", 1)[-1] if path.startswith(layout.RECORDS) else path.removeprefix("content/")


def meant(path: str) -> str:
    """What a file should be called to be read, by its folder: `2021.yaml` for `2021.yaml.txt`."""
    folder, _, name = path.rpartition("/")
    stem = _ENDINGS.sub("", name)
    if re.fullmatch(r"editions/[^/]+", folder):
        return f"{folder}/{'award' if stem.lower() in _AWARD_STEMS else stem}.yaml"
    return f"{folder}/{stem}.md" if re.match(r"content/(?:names|articles)$|content/pages(?:/|$)", folder) else path


_WINNERS = (model.Distinction.WINNER, model.Distinction.REGIONAL_WINNER)
_APART = (model.Distinction.MENTION, model.Distinction.OTHER)
"""What may be given where nobody wins; nominees, finalists and places speak of a winner."""

_TEXTS: MappingProxyType[str, tuple[type[model.Name | model.Article | model.Note], str]] = MappingProxyType(
    {"name": (model.Name, "names"), "article": (model.Article, "articles"), "note": (model.Note, "pages")}
)

_FORMS: MappingProxyType[str, type[Written]] = MappingProxyType(
    {"award": Award, "edition": Edition, "name": forms.Name, "article": forms.Article, "note": forms.Note}
)

_CALLED = MappingProxyType(
    {"award": "an award", "edition": "an edition", "name": "a name", "article": "an article", "note": "a page"}
)

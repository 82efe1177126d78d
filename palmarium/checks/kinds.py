"""What a name is, it is everywhere.

The file of a name says whether it is a person, an organisation, a team or a work, and its pages and counts keep to
that. A result that says another `kind`, a role for what is no person, or `posthumous` of an organisation, a juror,
host, speaker or author who is an organisation there, an employer, a publication or the publisher of another's text who
is a person, a category that `honours` what none of its laureates is, and a laureate who is what the category does not
honour and two others are (or one, where a file says what the laureate is), and a name that succeeds or is part of what
it can't be, contradict it: one of the two is wrong, or two names are written alike. Of a category that says nothing of
what it honours, told is the one laureate who is of another kind than all others in three results or more, where no
result says so: a juror among firms, or, among people with their roles, one without, who counts as an organisation. A
person, by the file of the name, is no team of a category that honours teams. Where all parts of a name, three or more,
speak against its file, with what the categories that it won honour, that is told at the file.

Passes:

```yaml
# content/names/ann-crust.md
name: Ann Crust
kind: person
```

Fails beside that file:

```yaml
results: {pie: {laureate: Ann Crust, kind: organisation}}
```
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from ..model import Category, Function, Holder, Kind, Name, NamedAs, Ref, Result, Source
from ..model.archive import Archive, Mention
from ..problems import Basis, Fix, Level, Problem, if_right, plain

CODE = "kind-differs"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_OTHERS = 2
_RESULTS = 3
_PLACES = 3
_PARTS: MappingProxyType[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(
            (Function.JUROR, Function.HOST, Function.SPEAKER, NamedAs.REPRESENTATIVE, NamedAs.AUTHOR), Kind.PERSON
        ),
        **dict.fromkeys((NamedAs.EMPLOYER, NamedAs.SURVEYOR, NamedAs.PUBLICATION), Kind.ORGANISATION),
    }
)
"""The kind that a function implies; partners and providers may also be people."""


def check(archive: Archive) -> Iterator[Problem]:
    for result in archive.results:
        if result.posthumous and result.holders and (dead := _no_person(archive, result)):
            message = f'"{dead}" is posthumous here, and so a person; it counts as an organisation'
            hint = f"write `kind: person`, or in content/names/{archive.ids[dead]}.md; or delete `posthumous`"
            yield Problem(CODE, result.span, message, hint, LEVEL, (dead,), key=("posthumous",))
        for holder in result.holders:
            name = _known(archive, holder.name)
            if name and holder.kind and holder.kind is not name.kind:
                yield _problem(holder.name, f"is {_a(holder.kind)} here", name)
            elif (
                name and not holder.kind and any(post.role for post in holder.posts) and _clash(Kind.PERSON, name.kind)
            ):
                yield _problem(holder.name, "has a role here, and so is a person", name)
    for name in archive.names.values():
        if name.registered:
            yield from _of_file(archive, name)
            yield from _in_parts(archive, name)
            yield from _beside(archive, name)
    odd = [each for key, category in archive.categories.items() for each in _of_category(archive, key, category)]
    yield from _exchanged(archive, odd)
    for record in archive.sourced:
        yield from _published(archive, record.sources)


def _no_person(archive: Archive, result: Result) -> str:
    """The first laureate of a result, where all are organisations."""
    refs = [holder.name for holder in result.holders]
    names = [archive.named(ref.text) for ref in refs]
    return refs[0].text if all(name and name.kind is Kind.ORGANISATION for name in names) else ""


def _known(archive: Archive, ref: Ref) -> Name | None:
    """A name that has a file; an ambiguous one, which is told as such, is nobody's."""
    name = archive.named(ref.text)
    return name if name and name.registered else None


def _of_file(archive: Archive, name: Name) -> Iterator[Problem]:
    """A file whose kind contradicts all mentions of the name, if there are several."""
    mentions = archive.mentions_of.get(name.id, ())
    parts = [(kind, mention.ref) for mention in mentions if (kind := _part_of(mention))]
    if parts:  # What a category honours is said of many, and so only supports what is said of this one.
        for each in (each for each in mentions if each.how is NamedAs.LAUREATE and not _part_of(each)):
            category = archive.categories.get(f"{each.award}/{each.category}")
            parts += [(category.honours, each.ref)] if category and category.honours else []
    kinds = {kind for kind, _ in parts}
    kind = kinds.pop() if len(kinds) == 1 and len(parts) >= _PLACES else None
    if kind and _clash(kind, name.kind):
        span = parts[0][1].span
        message = f"{name.name} is {_a(name.kind)} by this file, and {_a(kind)} in {len(parts)} places"
        hint = f"write `kind: {kind}`; or give the namesake a file and an id of its own"
        likely = Fix(name.span, str(name.kind), str(kind), "kind")
        message = f"{message} ({span.where}{' …' if len(parts) > 1 else ''})"
        hides = (("kind", name.id),)
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name,), hides=hides, likely=likely, key=("kind",))


def _part_of(mention: Mention) -> Kind | None:
    """The kind that a mention implies, by function or role; None if anybody may have it."""
    role = mention.how is NamedAs.LAUREATE and any(post.role for post in mention.posts)
    return Kind.PERSON if role else _PARTS.get(str(mention.how))


def _in_parts(archive: Archive, name: Name) -> Iterator[Problem]:
    """The first mention with each function that implies another kind."""
    told: set[str] = set()
    for mention in archive.mentions_of.get(name.id, ()):
        how = str(mention.how)
        kind = _PARTS.get(how)
        is_journal = how == NamedAs.PUBLICATION and name.kind is Kind.WORK
        if kind and _clash(kind, name.kind) and how not in told and not is_journal:
            told.add(how)
            yield _problem(mention.ref, f"is {'an' if how[0] in 'ae' else 'a'} {how} here, and so {_a(kind)}", name)


def _published(archive: Archive, sources: Iterable[Source]) -> Iterator[Problem]:
    """A person who is the publisher of what another one wrote, or of what nobody did."""
    for source in sources:
        name = _known(archive, Ref(source.publisher, source.span))
        if name and name.kind is Kind.PERSON and source.author not in name.spellings:
            message = f'"{source.publisher}" is a publisher here, and so an organisation; {_file(name)}'
            hint = "write where it appeared; who wrote it is its `author`"
            yield Problem(CODE, source.span, message, hint, LEVEL, (source.publisher,), key=("publisher",))


def _beside(archive: Archive, name: Name) -> Iterator[Problem]:
    """References `part_of` and `succeeds` to names of an impossible kind."""
    part_of = (("part_of", "is part of", name.part_of),) if name.part_of else ()
    for key, says, ref in (*(("succeeds", "succeeds", ref) for ref in name.succeeds), *part_of):
        other = _known(archive, ref)
        is_odd = other and (other.kind is Kind.PERSON if key == "part_of" else _clash(other.kind, name.kind))
        if other and is_odd:
            message = f"{name.name}, {_a(name.kind)}, {says} {other.name}, {_a(other.kind)}"
            hint = f"delete `{key}`, or correct a `kind`"
            yield Problem(CODE, ref.span, message, hint, LEVEL, (name.name, other.name))


def _of_category(archive: Archive, key: str, category: Category) -> Iterator[Problem]:
    """A category that honours a kind that none of its laureates is."""
    if not category.honours:
        yield from _unlike_all_others(archive, key, category)
        return
    refs = [holder.name for holder in _holders(archive, key)]
    names = {ref.text: name for ref in refs if (name := archive.named(ref.text))}
    if names and all(_clash(category.honours, name.kind) for name in names.values()):
        first = next(iter(names.values()))
        message = f"{category.id} honours {_many(category.honours)}, and none of its laureates is one: {_file(first)}"
        hint = f"write `honours: {first.kind}`, or correct the `kind` of its laureates"
        yield Problem(CODE, category.span, message, hint, LEVEL, (category.id, first.name), key=("honours",))
        return
    called = {name.id: name for name in names.values()}
    odd = [name for name in called.values() if _is_not(category.honours, name)]
    said = {archive.ids[h.name.text] for h in _holders(archive, key) if h.kind and h.name.text in archive.ids}
    odd = [name for name in odd if name.id not in said or len(called) > _OTHERS]
    # Where many are, the category honours both.
    is_few = len(odd) * _OTHERS < len(called) or (len(odd) == 1 and len(called) > 1)
    is_alone = len(odd) == 1 and len(called) > _OTHERS
    for each in (each for each in odd if is_alone or (is_few and each.registered)):
        ref = next(ref for ref in refs if ref.text in names and names[ref.text].id == each.id)
        count = len(called) - len(odd)
        others = f"as {'are' if count > 1 else 'is'} {count} other laureate{'s' * (count > 1)} of {category.id}"
        message = f'"{ref.text}" is {_a(each.kind)}; {category.id} honours {_many(category.honours)}, {others}'
        right = f"`honours: {each.kind}` for {category.id} in {category.span.path}"
        hint = f"correct the laureate, or write {right}; {if_right(CODE, ref.text, category.id)}"
        yield Problem(CODE, ref.span, message, hint, LEVEL, (ref.text, category.id), (("kind", each.id),))


def _exchanged(archive: Archive, odd: Iterable[Problem]) -> Iterator[Problem]:
    """What categories tell of their laureates; of two that would each fit the other's place one edition tells once."""
    left = list(odd)
    while left:
        each = left.pop(0)
        other = next((one for one in left if _would_fit(archive, each, one) and _would_fit(archive, one, each)), None)
        if other is None:
            yield each
            continue
        left.remove(other)
        (one, category), (two, beside) = each.subject, other.subject
        message = f'"{one}" stands below {category}, and "{two}" below {beside}: each is what the other one honours'
        hint = f"write `{category}: {plain(two)}` and `{beside}: {plain(one)}`"
        yield Problem(CODE, each.span, message, hint, LEVEL, (one, two), each.hides + other.hides)


def _would_fit(archive: Archive, odd: Problem, other: Problem) -> bool:
    """Whether the laureate of whom one problem tells is what the category of the other one has, in one edition."""
    path = odd.span.path
    name = archive.named(odd.subject[0])
    category = archive.categories.get(f"{path.split('/')[1]}/{other.subject[1]}") if path == other.span.path else None
    if name is None or category is None:
        return False
    kinds = Counter(
        archive.name(each.name).kind for each in _holders(archive, category.key) if each.name.text in archive.ids
    )
    wanted = category.honours or max(kinds, key=lambda kind: kinds[kind], default=name.kind)
    return not _clash(wanted, name.kind)


def _is_not(honours: Kind, name: Name) -> bool:
    """Whether a name can't be what a category honours; a person, by the file of the name, is no team."""
    return _clash(honours, name.kind) or (honours is Kind.TEAM and name.kind is Kind.PERSON and name.registered)


def _holders(archive: Archive, key: str) -> list[Holder]:
    """The laureates of a category in all its editions."""
    return [h for entry in archive.entries_of.get(key, ()) for result in entry.results for h in result.holders]


def _unlike_all_others(archive: Archive, key: str, category: Category) -> Iterator[Problem]:
    """The one laureate who is a person among organisations, or the like, and of whom the result does not say so."""
    held = [holder for holder in _holders(archive, key) if holder.name.text in archive.ids]
    names = {name.id: name for name in (archive.name(holder.name) for holder in held)}
    kinds = Counter(name.kind for name in names.values())
    usual = max(kinds, key=lambda kind: kinds[kind], default=None)
    if not usual or kinds[usual] != len(names) - 1 or kinds[usual] < _OTHERS:
        return
    odd = next(name for name in names.values() if name.kind is not usual)
    theirs = [holder for holder in held if archive.ids[holder.name.text] == odd.id]
    is_said = any(holder.kind or holder.posts for holder in theirs)
    if is_said or not _clash(usual, odd.kind) or len(held) - len(theirs) < _RESULTS:
        return
    ref = theirs[0].name
    why = _because(archive, odd)
    said = f"{{laureate: {plain(ref.text)}, kind: {odd.kind}}}"
    message = (
        f'"{ref.text}" is {_a(odd.kind)}{why}; the {len(names) - 1} other laureates of {category.id} are {_many(usual)}'
    )
    if odd.kind is Kind.ORGANISATION and not why:
        hint = f"write `honours: {usual}` for {category.id} in {category.span.path}, or `{said}`"
    elif usual is Kind.ORGANISATION and not any(name.registered for name in names.values() if name is not odd):
        person = f"if they are {_many(odd.kind)}, write `honours: {odd.kind}` for {category.id} in {category.span.path}"
        hint = f"correct the laureate; {person}; if both are right, write `{said}`"
    else:
        hint = f"correct the laureate; if it is right, write `{said}`"
    yield Problem(CODE, ref.span, message, hint, LEVEL, (ref.text, category.id))


def _because(archive: Archive, name: Name) -> str:
    """The place that states the kind of a name: its file, or its first mention elsewhere."""
    if name.registered:
        return f" in {name.span.path}"
    for mention in archive.mentions_of.get(name.id, ()):
        if mention.kind is name.kind:
            return f" in {mention.ref.span.where}"
    return ""


def _clash(kind: Kind, other: Kind) -> bool:
    """Whether two kinds exclude each other: a team may be one of people, or an organisation."""
    return kind is not other and Kind.TEAM not in (kind, other)


def _problem(ref: Ref, what: str, name: Name) -> Problem:
    message = f'"{ref.text}" {what}; {_file(name)}'
    hint = "correct one of the two, or give a namesake a file and an id of its own"
    return Problem(CODE, ref.span, message, hint, LEVEL, (ref.text,), (("kind", name.id),))


def _file(name: Name) -> str:
    return f"{name.name} is {_a(name.kind)} in {name.span.path}"


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind is Kind.ORGANISATION else f"a {kind}"


def _many(kind: Kind) -> str:
    return "people" if kind is Kind.PERSON else f"{kind}s"

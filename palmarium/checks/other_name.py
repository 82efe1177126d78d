"""What stands in the file of a name is of that name.

A file is often begun as a copy of another: then `sort`, the letters of `expansion`, or the file's own name are still
those of somebody else; or an id of another list, such as `wikidata`, or the address of a site. Nor is what a result is
`credited_as` another name of the archive, or an alias the name itself. The words of `sort` are words of the name, in
another order, without an article, or with a number written out; what is nearly one of them is a slip, and moves the
name to another letter. A person is not filed below the first name, and a description begins with no other name, and
says of the birth what `born` does; nor does a text begin with another name, unless it is a link, where it names its own
nowhere. The file of a picture is not called as another name, its `alt` does not name that one alone, and no picture
stands in the files of just two, unless its `alt` or its caption names whose it is. What is short is the name, and what
is long its `expansion`. The letters of a short name stand in its `expansion`, in their order. The file's name has a
word, or a part of one, of one of the spellings, and is not the name but for one letter. Names in other scripts than
Latin are not compared.

Passes:

```yaml
# content/names/ann-crust.md
name: Ann Crust
sort: Crust, Ann
```

Fails:

```yaml
# content/names/ann-crust.md
name: Ann Crust
sort: Crumble, Ben
```
"""

import re
from collections.abc import Iterator

from ..model import Edition, Kind, Name
from ..model.archive import Archive
from ..model.ids import slug
from ..model.mentions import results_in
from ..model.pieces import WIKIDATA
from ..problems import Basis, Fix, Level, Problem, Span, exception, if_right, nearest, plain
from ..sources.numerals import YEAR
from ..sources.plaintext import folded, word_list

CODE = "other-name"
LEVEL = Level.WARNING
BASIS = Basis.NAMES
EACH = ("profiles", "editions")

_SHORT = re.compile(r"[A-Z]{2,6}")
_UMLAUT = re.compile(r"([aou])e")
_LONG = 4
_NO_PARTICLE = 3
_PARTICLES = frozenset(("the", "and", "les", "des", "von", "van", "del"))
_LIKE = 0.85
_ADDRESS = re.compile(r"^https?://(?:www\.)?")
_HEADED = re.compile(r"\A(?:\s*#[^\n]*\n)+")
_FIRST_WORDS = re.compile(r"[^\W\d_][\w'’.&-]*(?: [\w'’.&-]+){1,5}")
_WITH = re.compile(r"\s(?:and|et|&|with|avec)\s", re.I)
_BORN = re.compile(rf"\b(?:born|née?)\b[^.;()]{{0,25}}?\b({YEAR})\b", re.I)


def check(archive: Archive) -> Iterator[Problem]:
    yield from _same_ids(archive)
    yield from _same_addresses(archive)
    yield from _same_pictures(archive)


def each(archive: Archive, record: Name | Edition) -> Iterator[Problem]:
    if isinstance(record, Edition):
        yield from _credited(archive, record)
    elif not record.hidden:
        yield from _sorted(record)
        yield from _described(archive, record)
        yield from _told(archive, record)
        yield from _shown(archive, record)
        yield from _expanded(record)
        yield from _filed(record)
        yield from _called(record)


def _sorted(name: Name) -> Iterator[Problem]:
    words = [word for text in (*name.spellings, name.expansion) for word in word_list(text)]
    said = word_list(name.sort)
    if not said or not _is_latin(name.name) or any(word.isdigit() for word in words):
        return
    left = [word for word in words if word not in said]
    odd = [word for word in said if word not in words and _slip(word, left)]
    if not odd and name.kind is Kind.PERSON and "," in name.sort and said == word_list(name.name) and len(said) == 2:
        first, family = name.name.split()
        message = f'`sort: {name.sort}` files "{name.name}" below the first name'
        hint = f"write `sort: {family}, {first}`; if {first} is the family name, {exception(CODE, name.name)}"
        likely = Fix(name.span, name.sort, f"{family}, {first}", "sort")
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, name.sort), likely=likely, key=("sort",))
    if set(said) & set(words) and not odd:
        return
    what = f'"{odd[0]}" of `sort`' if odd else f"`sort: {name.sort}`"
    *given, last = name.name.split()
    turned = f"{last}, {' '.join(given)}" if given and name.kind is Kind.PERSON else name.name
    hint = f"write `sort: {plain(turned) if ',' not in turned else turned}`"
    likely = Fix(name.span, name.sort, turned, "sort")
    message = f'{what} is no word of "{name.name}"'
    yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, name.sort), likely=likely, key=("sort",))


def _slip(word: str, others: list[str]) -> bool:
    """Whether a word is nearly another one, and not a part of it, or the same in another spelling of its accents."""
    near = nearest(word, others)
    is_same = near and (near in word or word in near or _UMLAUT.sub(r"\1", near) == _UMLAUT.sub(r"\1", word))
    return bool(near) and not is_same


def _described(archive: Archive, name: Name) -> Iterator[Problem]:
    """A description that begins with another name, or says another year of birth."""
    begins, sign, _ = name.description.partition(",")
    other = archive.ids.get(begins.strip()) if sign else None
    if other and other != name.id and archive.names[other].kind is name.kind:
        message = f'the description of "{name.name}" begins with {begins}, another name'
        hint = f"write that of {name.name}, or delete it"
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, begins), key=("description",))
    found = _BORN.search(name.description)
    if found and name.born and int(found[1]) != name.born.year:
        message = f"the description says born in {found[1]}, and `born` {name.born}"
        subject = (name.name, found[1])
        yield Problem(CODE, name.span, message, "correct one of the two", LEVEL, subject, key=("description",))


def _told(archive: Archive, name: Name) -> Iterator[Problem]:
    """A description or a text that begins with another name, and does not name its own."""
    body = _HEADED.sub("", name.body.text).lstrip("*_ \n")
    for what, text in (("description", name.description), ("text", body)):
        other = _begins_with(archive, text)
        if other and other.id != name.id and other.kind is name.kind and not _names(name, text, other):
            message = f'the {what} of "{name.name}" begins with {other.name}, another name, and does not name its own'
            hint = f"write that of {name.name}, or [[{other.name}]] if it tells of both"
            span, key = (Span(name.body.path, name.body.line), ()) if what == "text" else (name.span, (what,))
            yield Problem(CODE, span, message, hint, LEVEL, (name.name, other.name), key=key)


def _begins_with(archive: Archive, text: str) -> Name | None:
    """The name of two words or more that a text begins with; before a comma it is told as that."""
    begins = _FIRST_WORDS.match(text)
    words = begins[0].split(" ") if begins else []
    for count in range(len(words), 1, -1):
        said = " ".join(words[:count])
        if said in archive.ids:
            behind = text[len(said) :]
            is_alone = behind[:1] in (" ", "\n", ".") and not _WITH.match(behind)
            return archive.names[archive.ids[said]] if is_alone else None
    return None


def _names(name: Name, text: str, other: Name | None = None) -> bool:
    """Whether a long word of a name, or of its expansion, stands in a text; none that is also of the other name."""
    theirs = {word for said in other.spellings for word in word_list(said)} if other else set()
    words = {word for said in (*name.spellings, name.expansion) for word in word_list(said)} - theirs
    return bool(({word for word in words if len(word) >= _NO_PARTICLE} - _PARTICLES or words) & set(word_list(text)))


def _shown(archive: Archive, name: Name) -> Iterator[Problem]:
    """A picture that is called as another name, or says in its text that it shows that one."""
    picture = name.picture
    if not picture:
        return
    said = _said_of(name)
    shown = _begins_with(archive, f"{picture.alt} ")
    if shown and shown.id != name.id and shown.kind is name.kind and not _names(name, said, shown):
        message = f'the text of the picture of "{name.name}" begins with {shown.name}, another name'
        hint = f"write what it shows; if it shows both, name {name.name}, too"
        yield Problem(CODE, picture.span, message, hint, LEVEL, (name.name, shown.name, picture.src))
        return
    stem = picture.src.rsplit("/", 1)[-1].rpartition(".")[0].rstrip("0123456789").rstrip("-_")
    other = archive.names.get(stem) if "-" in stem and stem not in (name.id, *map(slug, name.spellings)) else None
    if other and not other.hidden and not _names(name, said, other):
        message = f"the picture {picture.src} is called as {other.name}, another name"
        alt = f"say in `alt` that it shows {name.name}"
        hint = f"write that of {name.name}, or {alt}; {if_right(CODE, name.name, other.name)}"
        yield Problem(CODE, picture.span, message, hint, LEVEL, (name.name, other.name, picture.src))


def _same_pictures(archive: Archive) -> Iterator[Problem]:
    """A picture of just two names of one kind that says of neither that it is the one; of more it stands for none."""
    owners: dict[str, list[Name]] = {}
    for name in archive.profiles.values():
        if name.picture and not name.hidden:
            owners.setdefault(name.picture.src, []).append(name)
    for src, names in owners.items():
        if len(names) != 2 or _are_related(archive, *names):
            continue
        unsaid = [each for each in names if not (each.picture and _names(each, _said_of(each)))]
        if unsaid:
            name = unsaid[-1]
            other = next(each for each in names if each is not name)
            span = name.picture.span if name.picture else name.span
            message = f"{src} is the picture of {other.name}, too ({other.span.path})"
            hint = f"write that of {name.name}; if it shows both, say in `alt` who is where"
            yield Problem(CODE, span, message, hint, LEVEL, (name.name, other.name, src))


def _said_of(name: Name) -> str:
    return f"{name.picture.alt} {name.picture.caption}" if name.picture else ""


def _expanded(name: Name) -> Iterator[Problem]:
    is_turned = _SHORT.fullmatch(name.expansion) and not _SHORT.fullmatch(name.name)
    if is_turned and _in_order(name.expansion.lower(), "".join(word_list(name.name))):
        message = f'the expansion "{name.expansion}" is shorter than the name, "{name.name}"'
        hint = f"write `name: {name.expansion}` and `expansion: {plain(name.name)}`, or `aliases: [{name.expansion}]`"
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, name.expansion), key=("expansion",))
    is_short = name.expansion and _SHORT.fullmatch(name.name)
    if is_short and not _in_order(name.name.lower(), "".join(word_list(name.expansion))):
        message = f'"{name.expansion}" does not have the letters of {name.name}'
        hint = "correct `name` or `expansion`"
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, name.expansion), key=("expansion",))


def _filed(name: Name) -> Iterator[Problem]:
    """The id of a file that has nothing of its name."""
    known = slug(" ".join((*name.spellings, name.expansion, name.sort, name.reading, name.disambiguation))).split("-")
    is_short = _in_order(name.id.replace("-", ""), "".join(word[:1] for word in known))
    pairs = ((own, word) for own in name.id.split("-") for word in known)
    is_like = any(own.startswith(word[:_LONG]) or word.startswith(own[:_LONG]) for own, word in pairs)
    is_other = _is_latin(name.name) and not is_like and not is_short
    if is_other and not re.search(r"\d", name.id):
        message = f'this file is called {name.id}.md, and its name is "{name.name}"'
        hint = f"rename it to {slug(name.name)}.md, or write `aliases: [{name.id}]` if it is called so, too"
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.id, name.name), key=("name",))

    called = [slug(text) for text in (*name.spellings, name.sort)]
    if not is_other and name.id not in called and any(_is_slip(name.id, each) for each in called):
        right = next(each for each in called if _is_slip(name.id, each))
        message = f'this file is called {name.id}.md, which is almost the name, "{name.name}"'
        hint = f"rename it to {right}.md; {if_right(CODE, name.id)}"
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.id, name.name), key=("name",))


def _is_slip(id: str, other: str) -> bool:
    """Whether an id is nearly another, of as many words; with an initial, digits or an umlaut it is another form."""
    words, others = id.split("-"), other.split("-")
    is_form = any(len(word) == 1 or not word.isalpha() for word in words)
    is_as_long = len(words) == len(others) and abs(len(id) - len(other)) <= 1
    is_same = _UMLAUT.sub(r"\1", id) == _UMLAUT.sub(r"\1", other)
    return is_as_long and not is_form and not is_same and nearest(id, [other], _LIKE) is not None


def _called(name: Name) -> Iterator[Problem]:
    """An alias that is the name itself."""
    if name.name in name.aliases:
        left = [plain(alias) for alias in name.aliases if alias != name.name]
        hint = f"write `aliases: [{', '.join(left)}]`" if left else "delete `aliases`"
        message = f'"{name.name}" is an alias of itself'
        yield Problem(CODE, name.span, message, hint, LEVEL, (name.name,), key=("aliases", name.name))


def _same_ids(archive: Archive) -> Iterator[Problem]:
    """An id in another list that two names have."""
    first: dict[tuple[str, str], Name] = {}
    for name in archive.profiles.values():
        wikidata = ((WIKIDATA, name.wikidata),) if name.wikidata else ()
        for authority, id in (*wikidata, *((known.authority, known.id) for known in name.identifiers)):
            other = first.setdefault((authority, id), name)
            if other is not name:
                message = f"{id} is the id of {other.name} in {authority} ({other.span.path})"
                hint = (
                    f"correct one; if both are one, write `aliases: [{plain(name.name)}]` there, and delete this file"
                )
                key = (authority,) if authority == WIKIDATA else ("identifiers", authority)
                yield Problem(CODE, name.span, message, hint, LEVEL, (name.name, other.name, id), key=key)


def _same_addresses(archive: Archive) -> Iterator[Problem]:
    """An address among the links of just two names that are not parts of each other."""
    owners: dict[str, list[Name]] = {}
    for name in archive.profiles.values():
        for url in dict.fromkeys(_ADDRESS.sub("", link.url).rstrip("/") for link in name.links):
            owners.setdefault(url, []).append(name)
    for url, names in owners.items():
        if len(names) != 2 or _are_related(archive, *names):
            continue
        other, name = names
        message = f"{url} is among the links of {other.name}, too ({other.span.path})"
        right = if_right(CODE, name.name, url)
        yield Problem(
            CODE, name.span, message, f"correct one; {right}", LEVEL, (name.name, other.name, url), key=("links",)
        )


def _are_related(archive: Archive, one: Name, other: Name) -> bool:
    """Whether one leads to the other, or is a person beside what is none, who may share its site."""
    return one.kind is not other.kind or archive.are_linked(one, other)


def _credited(archive: Archive, edition: Edition) -> Iterator[Problem]:
    """A name that was printed, and is another name of the archive."""
    for result in results_in(edition):
        known = archive.ids.get(result.credited_as) if result.credited_as else None
        own = {archive.ids.get(holder.name.text, "") for holder in result.holders}
        if known and own and known not in own:
            holder = result.holders[0].name.text
            message = f'"{result.credited_as}" is another name of the archive, and credits {holder} here'
            hint = f"write `laureate: {plain(result.credited_as)}`, or correct `credited_as`"
            subject = (result.credited_as, holder)
            yield Problem(CODE, result.span, message, hint, LEVEL, subject, key=("credited_as",))


def _in_order(letters: str, text: str) -> bool:
    """Whether all letters occur in a text in this order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _is_latin(text: str) -> bool:
    return all(letter.isascii() for letter in folded(text) if letter.isalpha())

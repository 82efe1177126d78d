"""One name is not two people.

Where nothing tells two people of one name apart, the archive makes one of them. It can't know; it can see what one
person can't do: win, judge or speak before being born or after dying (a posthumous prize says so), win before the age
of five, judge or speak before that of twelve, be there at more than 110, be there in two editions more than eighty
years apart, where no authority knows it, or have the same part in one edition under its name and under an alias that
has nothing in common with it, or write an article before being born or after dying. Nor has an organisation or a team a
part in anything before it began or after it ended. Two that are told apart by the same words are not told apart.

Passes:

```yaml
# content/names/ann-crust-baker.md
name: Ann Crust
born: 1970
disambiguation: baker
```

Fails, where Ann Crust won the prize of 1950:

```yaml
# content/names/ann-crust.md
name: Ann Crust
born: 1970
```
"""

from collections import defaultdict
from collections.abc import Iterator

from ..model import Article, Date, Edition, Function, Kind, Name, NamedAs, Ref
from ..model.archive import Archive, Mention
from ..problems import Basis, Level, Problem, if_right, plain
from ..sources.plaintext import word_list

CODE = "homonym"
LEVEL = Level.WARNING
BASIS = Basis.NAMES

_LONGEST = 80
_YOUNGEST, _YOUNGEST_TO_SPEAK, _OLDEST = 5, 12, 110
"""Ages in years."""
EACH = ("names", "articles")

_BEGAN = ("began", "was born")
_ENDED = ("ended", "died")
"""What is said of anything, and of a person."""
_THERE = frozenset(
    (
        *(NamedAs.LAUREATE, NamedAs.REPRESENTATIVE),
        *(Function.JUROR, Function.HOST, Function.SPEAKER, Function.GUEST, Function.PARTICIPANT),
    )
)


def each(archive: Archive, name: Name | Article) -> Iterator[Problem]:
    if isinstance(name, Article):
        yield from _written(archive, name)
        return
    # Of a life that ends before it begins another check tells.
    if not (name.born and name.died and name.died.last < name.born.first):
        yield from _in_life(archive, name)
    if name.aliases:
        yield from _beside_itself(archive, name)


def _written(archive: Archive, article: Article) -> Iterator[Problem]:
    """An article whose author was not alive on its day; what appeared elsewhere before says where."""
    for ref in article.author if article.date and not (article.publication or article.translates) else ():
        name = archive.named(ref.text)
        if name is None or name.kind is not Kind.PERSON or article.date is None:
            continue
        dates = (
            ("born", name.born, name.born and article.date.last < name.born.first),
            ("died", name.died, name.died and article.date.first > name.died.last),
        )
        for key, date, is_told in dates:
            if is_told:
                message = f'this article of {article.date} is by "{ref.text}", whose `{key}` is {date}'
                right = if_right(CODE, name.name, article.id)
                hint = f"correct the `date`, the `author`, or `{key}` in {name.span.path}; {right}"
                yield Problem(CODE, ref.span, message, hint, LEVEL, (name.name, article.id))


def check(archive: Archive) -> Iterator[Problem]:
    """Namesakes with the same disambiguation."""
    told: defaultdict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in archive.names.values():
        if name.disambiguation:
            told[name.name, name.disambiguation.casefold()].append(name)
    for first, *others in told.values():
        for other in others:
            message = f'"{other.disambiguation}" does not tell "{other.name}" from {first.id} ({first.span.path})'
            hint = "write what differs: a trade, a town, a year of birth"
            yield Problem(
                CODE, other.span, message, hint, LEVEL, (other.name, other.disambiguation), key=("disambiguation",)
            )


def _beside_itself(archive: Archive, name: Name) -> Iterator[Problem]:
    """An alias that stands beside the name, in one part of one edition, and shares no word with it."""
    first: dict[tuple[str, str], Ref] = {}
    for mention in archive.mentions_of.get(name.id, ()):
        before = first.setdefault((mention.edition, str(mention.how)), mention.ref)
        texts = (before.text, mention.ref.text)
        if mention.edition and mention.how in _THERE and _are_foreign(*texts) and set(texts) & set(name.aliases):
            place = before.span.where
            message = f'"{texts[1]}" and "{texts[0]}" ({place}) are one name here: {name.span.path} has both'
            alias = next(text for text in texts if text in name.aliases)
            hint = f"if they are two, delete the alias {plain(alias)} there, and give it a file of its own"
            yield Problem(CODE, mention.ref.span, message, hint, LEVEL, texts)
            return


def _are_foreign(one: str, other: str) -> bool:
    """Whether two spellings share no word, no beginning of one, and neither abridges the other."""
    words, others = (word_list(text) for text in (one, other))
    initials = {"".join(word[0] for word in each) for each in (words, others)}
    run = {"".join(words), "".join(others)}
    alike = any(word[:3] == each[:3] for word in words for each in others) or initials & run
    return one != other and not alike


def _in_life(archive: Archive, name: Name) -> Iterator[Problem]:
    """Mentions before birth, after death, or over too long a time; one problem for each name."""
    there = [mention for mention in archive.mentions_of.get(name.id, ()) if mention.how in _THERE and mention.edition]
    held = sorted(((archive.editions[mention.edition], mention) for mention in there), key=lambda pair: _year(pair[0]))
    early = next((pair for pair in held if name.born and pair[0].when.last < name.born.first), None)
    late = next((pair for pair in held if name.died and _after(archive, *pair, name.died)), None)
    is_person = name.kind is Kind.PERSON
    if is_person and (undead := next(_undead(archive, name, held), None)):
        yield undead
    if early:
        yield _problem(name, early[1], f"{_BEGAN[is_person]} {_at(name.born)}, after {early[0].key}", "", "born")
    elif late:
        how = "write `posthumous: true` in the result, or " if is_person and late[1].how is NamedAs.LAUREATE else ""
        yield _problem(name, late[1], f"{_ENDED[is_person]} {_at(name.died)}, before {late[0].key}", how, "died")
    elif name.born and is_person and (aged := _aged(held, name.born)):
        edition, mention, age = aged
        what = f"was {age} years old in {edition.key}, by `born: {name.born}`"
        yield _problem(name, mention, what, "", "born")
    elif is_person and held and not (name.born or name.died or name.identifiers) and (years := _years(held)) > _LONGEST:
        what = f"is there from {held[0][0].key} to {held[-1][0].key}, {years} years"
        yield _problem(name, held[-1][1], what, "")


def _aged(held: list[tuple[Edition, Mention]], born: Date) -> tuple[Edition, Mention, int] | None:
    """The first part that a name was too young for, or too old for anything."""
    for edition, mention in held:
        age = _year(edition) - born.year
        is_child = mention.how in (NamedAs.LAUREATE, Function.PARTICIPANT, Function.GUEST) and not mention.posts
        youngest = _YOUNGEST if is_child else _YOUNGEST_TO_SPEAK
        if age < youngest or age > _OLDEST:
            return edition, mention, age
    return None


def _undead(archive: Archive, name: Name, held: list[tuple[Edition, Mention]]) -> Iterator[Problem]:
    """A posthumous prize before the death, or before what the name did later."""
    alone = [each for each in archive.results_of.get(name.id, ()) if len(each.holders) == 1]
    prizes = {(each.edition, each.id): each for each in alone if each.posthumous}
    for edition, mention in held:
        prize = prizes.get((edition.key, mention.result)) if mention.how is NamedAs.LAUREATE else None
        given = (prize.awarded_on or edition.when) if prize else None
        if given and name.died and name.died.first > given.last:
            hint = "delete `posthumous`, or correct the date"
            message = f'"{name.name}" is posthumous in {edition.key}, and died {_at(name.died)}, by {name.span.path}'
            yield Problem(CODE, mention.ref.span, message, hint, LEVEL, (name.name,), (("date", edition.key),))
        living = (pair for pair in held if (pair[0].key, pair[1].result) not in prizes)
        after = next((pair for pair in living if given and pair[0].when.first > given.last), None)
        if after:
            place = after[1].ref.span.where
            message = f'"{name.name}" is posthumous in {edition.key}, and is there in {after[0].key} ({place})'
            hint = "delete `posthumous`, or give the namesake a file and an id of its own"
            yield Problem(CODE, mention.ref.span, message, hint, LEVEL, (name.name,), (("date", edition.key),))


def _years(held: list[tuple[Edition, Mention]]) -> int:
    return _year(held[-1][0]) - _year(held[0][0])


def _at(date: Date | None) -> str:
    return f"on {date}" if date and date.day else f"in {date}"


def _problem(name: Name, mention: Mention, what: str, how: str, key: str = "") -> Problem:
    date = f"`{key}` in {name.span.path}" if key and name.registered else "the date"
    hint = f"{how}give the namesake a file and an id of its own, and each a `disambiguation`; or correct {date}"
    if name.kind is not Kind.PERSON:
        hint = f"correct {date}; what it continues, or what continues it, has a file of its own, with `succeeds`"
    return Problem(
        CODE, mention.ref.span, f'"{name.name}" {what}', hint, LEVEL, (name.name,), (("date", mention.edition),)
    )


def _after(archive: Archive, edition: Edition, mention: Mention, died: Date) -> bool:
    """Whether an edition came after a death, and the prize was not posthumous."""
    own = archive.results_of.get(archive.ids.get(mention.ref.text, ""), ())
    here = (result for result in own if (result.edition, result.id) == (edition.key, mention.result))
    posthumous = mention.how is NamedAs.LAUREATE and any(result.posthumous for result in here)
    return not posthumous and edition.when.first > died.last


def _year(edition: Edition) -> int:
    return edition.when.year

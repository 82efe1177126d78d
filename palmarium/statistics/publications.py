"""Changes since a site was published last, fact by fact: what was said then is compared with what is said now."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from types import MappingProxyType

from ..model import Award, Date, Name, Record
from ..model.archive import Archive
from ..model.facts import BETWEEN, CALLED, Change, Facts, Field, Key, Turn, facts, told
from ..model.ids import slug
from ..model.structure import formerly
from ..model.withheld import Withheld, tells
from ..sources.change_log import about
from ..sources.fact_lock import Published

Today = Callable[[str, str], str]
"""What is meant today by a text that was published, in an award."""

_UNKNOWN = "unknown"
_NOT_YET = (("unknown",), ("unrecorded",))


def said(archive: Archive) -> Iterator[tuple[Key, Facts]]:
    """What each record of an archive says."""
    call = partial(_called, archive)
    for award in archive.awards.values():
        yield ("award", award.id), facts("award", award, call)
    for key, category in archive.categories.items():
        yield ("category", key), facts("category", category, call)
    for key, edition in archive.editions.items():
        yield ("edition", key), facts("edition", edition, call)
        for entry in edition.entries:
            yield ("entry", f"{key}/{entry.category}"), facts("entry", entry, call)
            for result in entry.results:
                yield ("result", f"{key}/{result.id}"), facts("result", result, call)
    for name in archive.names.values():
        yield ("name", name.id), facts("name", name, call)
    for article in archive.articles.values():
        yield ("article", article.id), facts("article", article, call)


def _called(archive: Archive, text: str) -> str:
    """What a name or an award is called today."""
    if text in archive.ids:
        return archive.names[archive.ids[text]].name
    return archive.awards[text].name if text in archive.awards else text


def difference(
    then: Published, now: Mapping[Key, Facts], archive: Archive, names: Withheld, log: Iterable[Change], on: Date
) -> tuple[Change, ...]:
    """Every fact that has changed since it was published, once, without those that the log tells already."""
    moves = _moves(then, now, archive)
    today = _today(then, archive, moves, names)
    pairs = _pairs(then, now, moves, names, today)
    last = {about(each): (each.old, each.new) for each in log}
    found = chain(
        _renamed(pairs, on),
        chain.from_iterable(_facts_of(then[old], now[new], old, new, on, today) for old, new in pairs),
        _whole(now, {new for _, new in pairs}, Turn.ADDED, on),
        _whole({key: each[0] for key, each in then.items()}, {old for old, _ in pairs}, Turn.REMOVED, on),
    )
    return tuple(each for each in redacted(found, names) if last.get(about(each)) != (each.old, each.new))


# Which record is which.


def _moves(then: Published, now: Mapping[Key, Facts], archive: Archive) -> Mapping[str, str]:
    """A mapping from `kind:key` as it was published to `kind:key` as it is.

    If another record has an id today that `formerly` names, then the id belonged to whichever of the two states more of
    what was said: it may have passed from one to the other at any time.
    """
    indexes = (archive.awards, archive.editions, archive.names, archive.articles)
    records: Iterable[Record] = chain.from_iterable(index.values() for index in indexes)
    moves = dict(archive.former)
    for kind, old, new, _ in chain.from_iterable(map(formerly, records)):
        if f"{kind}:{old}" in moves or (kind, old) not in then or (kind, new) not in now:
            continue
        before = _within_all({key: each[0] for key, each in then.items()}, kind, old)
        same = [(before & _within_all(now, kind, key)).total() for key in (new, old)]
        if same[0] > same[1]:
            moves[f"{kind}:{old}"] = f"{kind}:{new}"
            if kind == "award":
                below = ((of, key.partition("/")) for of, key in now if of in ("edition", "category"))
                moves |= {f"{of}:{old}/{id}": f"{of}:{new}/{id}" for of, (award, _, id) in below if award == new}
    return moves


def _within_all(facts: Mapping[Key, Facts], kind: str, key: str) -> Counter[tuple[str, ...]]:
    """What is said of a record, and of all that it holds."""
    return Counter(
        (of, id.removeprefix(key), path, *values)
        for (of, id), said in facts.items()
        if (of, id) == (kind, key) or (kind != "name" and id.startswith(f"{key}/"))
        for path, values in said.items()
    )


def _pairs(
    then: Published, now: Mapping[Key, Facts], moves: Mapping[str, str], names: Withheld, today: Today
) -> tuple[tuple[Key, Key], ...]:
    """Each record that was published, and the same today: by `formerly`; results by who got them, or by their place."""
    ends = {slug(text): id for text, id in names.ids.items()}
    found: dict[Key, Key] = {}
    keys = {old: (old[0], key_today(moves, *old, ends)) for old in then}
    for identity in (_holders_and_key, _holders, _key, _place):
        left: defaultdict[tuple[object, ...], list[Key]] = defaultdict(list)
        for new in now:
            if new not in found:
                left[identity(new, now[new], _as_it_is)].append(new)
        for old in tuple(keys):
            same = left[identity(keys[old], then[old][0], today)]
            if same:
                found[same.pop(0)] = old
                del keys[old]
    return tuple((found[new], new) for new in now if new in found)


def _as_it_is(text: str, award: str) -> str:
    return text


# In what a record then and one now are alike that are the same; only results are told by more than a key.


def _holders_and_key(key: Key, of: Facts, today: Today) -> tuple[object, ...]:
    return key, *_holders(key, of, today)


def _holders(key: Key, of: Facts, today: Today) -> tuple[object, ...]:
    kind, id = key
    award = id.partition("/")[0]
    names = (each.partition(BETWEEN)[0] for each in of.get("holders", ()))
    return (_category(id), *(today(name, award) for name in names)) if kind == "result" else (key,)


def _key(key: Key, of: Facts, today: Today) -> tuple[object, ...]:
    return (key,)


def _place(key: Key, of: Facts, today: Today) -> tuple[object, ...]:
    """Only the laureate is another."""
    fields = ("distinction", "rank", "scope", "track")
    return (_category(key[1]), *(of.get(each) for each in fields)) if key[0] == "result" else (key,)


def key_today(former: Mapping[str, str], kind: str, key: str, ends: Mapping[str, str] = MappingProxyType({})) -> str:
    """The key today of what had another, or stands in what had another, where `former` leads.

    `ends` are the ends of ids of results that stand for others.
    """
    if kind not in ("entry", "result"):
        return former.get(f"{kind}:{key}", f":{key}").partition(":")[2]
    edition, _, id = key.rpartition("/")
    award = edition.partition("/")[0]
    category, dashes, who = id.partition("--")
    edition = former.get(f"edition:{edition}", f":{edition}").partition(":")[2]
    category = former.get(f"category:{award}/{category}", f"/{category}").rpartition("/")[2]
    return f"{edition}/{category}{dashes}{ends.get(who, who)}"


def keys_today(log: Iterable[Change], former: Mapping[str, str]) -> tuple[str, ...]:
    """For each change, from old to new, the key today of the record that it is of; nothing where that has none.

    An id may pass from one record to another. So a key is followed through all later publications: where the record was
    renamed, where another record took over its id, and where it was removed and another record, with another title, was
    added under its id. For what was never published, `former` is used.
    """
    held: dict[Key, str] = {}
    added: dict[Key, tuple[str, ...]] = {}
    found: list[str] = []
    for is_renaming, group in groupby(reversed(tuple(log)), lambda each: each.turn is Turn.RENAMED):
        changes = tuple(group)
        keys = [_held(held, each.kind, each.key) for each in changes]
        if is_renaming:
            found += keys
            # Those of one publication happened at once: two records may have exchanged their ids.
            held |= {(each.kind, each.key): "" for each in changes}
            held |= {(each.kind, old): key for each, key in zip(changes, keys, strict=True) for old in each.old}
            continue
        for each in changes:
            is_whole = not each.field
            if is_whole and each.turn is Turn.ADDED:
                added[each.kind, each.key] = each.new
            elif is_whole and each.turn is Turn.REMOVED and added.get((each.kind, each.key), each.old) != each.old:
                held[each.kind, each.key] = ""
            found.append(_held(held, each.kind, each.key))
    pairs = zip(log, reversed(found), strict=True)
    return tuple(key and key_today(former, each.kind, key) for each, key in pairs)


def _held(held: Mapping[Key, str], kind: str, key: str) -> str:
    """The key today of what had another, or stands in what had another; nothing where that is there no more."""
    if (kind, key) in held or kind in ("award", "name", "article"):
        return held.get((kind, key), key)
    award, _, id = key.partition("/")
    if kind in ("edition", "category"):
        above = held.get(("award", award), award)
        return above and f"{above}/{id}"
    edition, _, id = key.rpartition("/")
    category, dashes, who = id.partition("--")
    there = _held(held, "edition", edition)
    category = _held(held, "category", f"{award}/{category}").rpartition("/")[2] or category
    return there and f"{there}/{category}{dashes}{who}"


def _within(key: Key) -> Key | None:
    """The record that holds another: with it, it comes and goes."""
    kind, id = key
    if kind in ("entry", "result"):
        return "edition", id.rpartition("/")[0]
    return ("award", id.partition("/")[0]) if kind in ("edition", "category") else None


def _category(key: str) -> str:
    """The entry of a result, and of an entry the same."""
    edition, _, id = key.rpartition("/")
    return f"{edition}/{id.partition('--')[0] or _UNKNOWN}"


# What became of each.


def _renamed(pairs: Iterable[tuple[Key, Key]], on: Date) -> Iterator[Change]:
    for (kind, then), (_, now) in pairs:
        # With an award, all below it has another key.
        is_own = then.rpartition("/")[2] != now.rpartition("/")[2]
        if is_own and kind not in ("entry", "result"):
            yield Change(on, Turn.RENAMED, kind, now, "", (then,), (now,))


def _whole(there: Mapping[Key, Facts], both: set[Key], turn: Turn, on: Date) -> Iterator[Change]:
    """Records that are new, or gone. A name comes and goes with what it is named in, a category with its results."""
    with_results = {_category(key) for kind, key in there if kind == "result"}
    for key, of in there.items():
        within = _within(key)
        is_told_above = within in there and within not in both
        if (
            key in both
            or is_told_above
            or key[0] == "name"
            or (key[0] == "entry" and _category(key[1]) in with_results)
        ):
            continue
        title = told(key[0])[CALLED[key[0]]]
        values = of.get(title.path, title.default)
        old, new = ((), values) if turn is Turn.ADDED else (values, ())
        yield Change(on, turn, *key, "", old, new)


def _facts_of(then: tuple[Facts, ...], now: Facts, key_then: Key, key: Key, on: Date, today: Today) -> Iterator[Change]:
    award = key[1].partition("/")[0]
    ids = tuple(id.rpartition("/")[2] for _, id in (key_then, key))

    def meant(text: str) -> str:
        return today(text, award)

    for path, field in told(key[0]).items():
        new = now.get(path, field.default)
        # Any line of the lock may hold, where those of two editors were merged.
        before = tuple(each.get(path, field.default) for each in then)
        # A label that is the id becomes another with it, which is told already.
        is_id = path == "label" and ids[0] != ids[1] and new == (ids[1],) and (ids[0],) in before
        if new in before or is_id:
            continue
        ways = tuple(_left(field, old, new, meant) for old in before)
        if all(any(way) for way in ways):
            old, new = ways[0]
            yield Change(on, _turn(field, old, new), *key, path, old, new)


def _left(
    field: Field, old: tuple[str, ...], new: tuple[str, ...], today: Callable[[str], str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values that are in one of two lists only; who is called otherwise is the same."""
    there = Counter(new)
    meant = tuple(
        BETWEEN.join(map(today, each.split(BETWEEN))) if field.refers and not _taken(there, each) else each
        for each in old
    )
    came = Counter(new) - Counter(meant)
    went = Counter(meant) - Counter(new)
    gone = [each for each, is_meant in zip(old, meant, strict=True) if _taken(went, is_meant)]
    return tuple(gone), tuple(each for each in new if _taken(came, each))


def _taken(counts: Counter[str], value: str) -> bool:
    counts[value] -= 1
    return counts[value] >= 0


def _turn(field: Field, old: tuple[str, ...], new: tuple[str, ...]) -> Turn:
    """A value in the place of another corrects it, unless more is known of the same."""
    if not old or not new:
        return Turn.REMOVED if old else Turn.ADDED
    is_closer = Date in field.made_of and len(old) == len(new) == 1 and new[0].startswith(f"{old[0]}-")
    is_known = field.path == "outcome" and old in _NOT_YET
    return Turn.UPDATED if is_closer or is_known or field.path.startswith("covered.") else Turn.CORRECTED


def _today(then: Published, archive: Archive, moves: Mapping[str, str], names: Withheld) -> Today:
    """The names that had the text as a name, and what had it as an id (in its award: the last part of a key)."""
    ids = {key.partition(":")[2]: now.partition(":")[2] for key, now in moves.items()}
    called: dict[str, str] = {}
    for kind, key in then:
        if kind in ("name", "award"):
            index: Mapping[str, Name | Award] = archive.names if kind == "name" else archive.awards
            there = index.get(key_today(moves, kind, key))
            called |= {title: there.name for of in then[kind, key] for title in of.get("name", ())} if there else {}

    def today(text: str, award: str) -> str:
        if text in names.ids:
            return names.called
        if text in archive.ids:
            return archive.names[archive.ids[text]].name
        within = ids.get(f"{award}/{text}", "").rpartition("/")[2]
        return called.get(text) or ids.get(text) or within or text

    return today


# Names that are withheld.


def redacted(changes: Iterable[Change], names: Withheld) -> Iterator[Change]:
    """Changes in which no withheld name is told; nothing of what was said of such a name itself."""
    for each in changes:
        texts = (each.key, each.note, *each.old, *each.new)
        if not names.said or not any(tells(names, text) for text in texts):
            yield each
        elif each.kind != "name":
            old, new = (tuple(_without(names, value) for value in values) for values in (each.old, each.new))
            key = next((key for key in (each.key, each.key.partition("--")[0]) if not tells(names, key)), "")
            note = "" if tells(names, each.note) else each.note
            if key:
                yield replace(each, key=key, old=old, new=new, note=note, is_withheld=True)


def _without(names: Withheld, value: str) -> str:
    parts = BETWEEN.join(names.called if tells(names, part) else part for part in value.split(BETWEEN))
    return names.called if tells(names, parts) else parts

"""Merge of imported results into an existing palmarès: matching them, and adding the missing ones.

A result is never removed or demoted, and never taken for one of another track, scope or round.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from ..problems import Span
from ..sources.schema import forms
from . import short_form, yaml_edit
from .cells import clean
from .facts import Filled
from .merge import NEAR, Difference, Merge, add_keys, append, element, merge_keys, opened
from .yaml_edit import Edit, Piece

_ENTRY = frozenset(short_form.keys(forms.Entry))
_OF_RESULT = (frozenset(short_form.keys(forms.Result)) | frozenset(short_form.FLAT)) - _ENTRY
_TELLING = ("for", "citation", "score", "share", "money", "round")
"""Keys that tell one result from another of the same category."""

_RANKING = ("track", "scope", "round")
"""Keys of which a different value makes another result."""

_STAGES = ("finalist", "nominee", "shortlisted", "longlisted", "semi-finalist", "entrant")
"""What a winner was before, or is as well."""

_REFUSED = ("not-awarded", "cancelled", "unrecorded")
_CONTRADICTS = "the two contradict each other: edit it by hand"
_TAKEN_FOR_GRANTED = (("status", "active"), ("official", "true"))


@dataclass(frozen=True, slots=True)
class Ours:
    """What a file says of a category: its own keys, its results, and the piece that holds these."""

    keys: Piece | None
    results: tuple[Piece, ...]
    holder: Piece | None
    state: str = ""


def merge_results(
    merge: Merge, ours: Piece, theirs: Filled, rows: Mapping[str, tuple[Span, ...]], states: Mapping[str, Span]
) -> None:
    """Category by category; those that the file does not have are added."""
    missing: list[tuple[str, Any]] = []
    for category, value in theirs.items():
        found = next(((key, there) for name, key, there in ours.pairs if name == category), None)
        if found is None:
            missing.append((category, short_form.entry(value)))
        else:
            _entry(merge, category, *found, value, rows[category], states[category])
    add_keys(merge, ours, missing, tuple(theirs), "results.")


def _entry(
    merge: Merge, category: str, key: Piece, there: Piece, theirs: Filled, rows: tuple[Span, ...], state: Span
) -> None:
    what = f"results.{category}"
    ours = read(there)
    found = list(zip(theirs.get("results", ()), rows, strict=False))
    keys = {name: value for name, value in theirs.items() if name != "results"}
    said = "not-awarded" if "not_awarded" in keys else keys.get("outcome", "")
    if there.form == "scalar" and ours.state == "unknown":
        if found or keys.keys() - {"outcome"} or said not in ("", "unknown"):
            _known_now(merge, key, there, theirs, what)
        return
    if there.form == "scalar" and ours.state:
        if found or keys.keys() - {"outcome"} or said != ours.state:
            merge.differs(there, what, short_form.entry(theirs), state, _CONTRADICTS)
        return
    if ours.state in _REFUSED:
        for result, row in found:
            if _wins(result):
                merge.differs(there, what, short_form.result(result), row, _CONTRADICTS)
        found = [(result, row) for result, row in found if not _wins(result)]
    is_won = any(map(_is_title, ours.results))
    is_refused = said in _REFUSED and said != ours.state and (is_won or ours.state != "")
    if is_refused or (ours.state in _REFUSED and said not in ("", ours.state)):
        merge.differs(there, what, short_form.entry(keys), state, _CONTRADICTS)
        keys = {name: value for name, value in keys.items() if name not in ("not_awarded", "outcome")}
    if is_won and keys.get("outcome") == "unknown":
        # The site knows who: that the import does not is nothing to be told.
        del keys["outcome"]
    if keys:
        _keys(merge, key, there, ours, keys, state, what)
    named = [result for result, _ in found]
    _results(merge, key, there, ours, named, tuple(row for _, row in found), what, is_known=said != "unknown")


def _wins(theirs: Filled) -> bool:
    return short_form.is_win(theirs.get("distinction"), theirs.get("rank"), theirs.get("status"))


def _is_title(ours: Piece) -> bool:
    return short_form.is_win(*(_flat(said) if (said := _get(ours, key)) else None for key in _OF_TITLE))


_OF_TITLE = ("distinction", "rank", "status")


def read(there: Piece) -> Ours:
    """What stands at a category of a palmarès."""
    if there.form == "scalar":
        if there.value is None or there.value in short_form.STATES:
            return Ours(None, (), None, there.value or "unknown")
        return Ours(None, (there,), there)
    if there.form == "sequence":
        return Ours(None, there.elements, there)
    inner = there.get("results")
    if inner is not None:
        if inner.form == "scalar" and inner.value is None:
            return Ours(there, (), inner, _outcome(there))
        return Ours(there, inner.elements if inner.form == "sequence" else (inner,), inner, _outcome(there))
    if _OF_RESULT.intersection(name for name, _, _ in there.pairs):
        return Ours(there, (there,), there, _outcome(there))
    return Ours(there, (), None, _outcome(there))


def is_mixed(there: Piece) -> bool:
    """Whether keys of a category stand beside those of its only result."""
    return bool(_ENTRY.intersection(name for name, _, _ in there.pairs) - frozenset(short_form.keys(forms.Result)))


def _outcome(there: Piece) -> str:
    """What a category is said to have become of, apart from its results."""
    said = there.get("outcome")
    return "not-awarded" if there.get("not_awarded") else (said.value or "" if said else "")


def _known_now(merge: Merge, key: Piece, there: Piece, theirs: Filled, what: str) -> None:
    """A category of which nobody was known: winners take the place of `unknown`, others stand beside it."""
    won = any(map(_wins, theirs.get("results", ())))
    value = short_form.entry(theirs if won or "not_awarded" in theirs else {"outcome": "unknown", **theirs})
    lines = list(yaml_edit.pair(key.value or "", value, key.column, short_form.typed()))
    if len(lines) == 1:
        said = yaml_edit.flow(value, short_form.typed())
        merge.edits.append(yaml_edit.in_place(there, said))
    else:
        merge.edits.append(Edit(there.start, there.end, ""))
        merge.edits.append(yaml_edit.below(merge.text, there, lines[1:]))
    merge.adds(there, what, value)


def _keys(merge: Merge, key: Piece, there: Piece, ours: Ours, keys: Filled, row: Span, what: str) -> None:
    """What is said of the category itself."""
    if ours.keys is not None:
        merge_keys(merge, forms.Entry, ours.keys, keys, row, f"{what}.")
        return
    said = short_form.shaped(forms.Entry, keys)
    if there.form == "scalar" or there.flow:
        opened(merge, there, "results", said, row, what)
    elif there.column >= key.column + 2:
        column = there.column
        lines = [line for name, each in said.items() for line in yaml_edit.pair(name, each, column, short_form.typed())]
        end = yaml_edit.newline(merge.text)
        start = there.start - there.column
        text = "".join(line + end for line in (*lines, f"{' ' * there.column}results:"))
        merge.edits.append(Edit(start, start, text))
        merge.adds(there, what, said)
    else:
        merge.differs(there, what, said, row, "write the list below `results:` first")


def _results(
    merge: Merge,
    key: Piece,
    there: Piece,
    ours: Ours,
    theirs: list[Filled],
    rows: tuple[Span, ...],
    what: str,
    is_known: bool,
) -> None:
    pairs, missing = _paired(merge, ours.results, theirs)
    for piece, at in pairs:
        _result(merge, piece, theirs[at], rows[at], f"{what}.{_name(theirs[at])}")
    if not missing:
        return
    outcome = there.get("outcome") if there.form == "mapping" else None
    if outcome and ours.state == "unknown" and is_known and any(_wins(theirs[at]) for at in missing):
        merge.edits.append(yaml_edit.in_place(outcome, "awarded"))
        merge.adds(outcome, f"{what}.outcome", "awarded")
    new = [short_form.result(theirs[at]) for at in missing]
    if ours.holder is None:
        add_keys(merge, there, [("results", short_form.alone(new))], (), f"{what}.")
    elif ours.holder is there and there.form == "mapping":
        _listed(merge, key, there, new, rows[missing[0]], what)
    else:
        append(merge, ours.holder, new, rows[missing[0]], what)


def _listed(merge: Merge, key: Piece, there: Piece, new: list[Any], row: Span, what: str) -> None:
    """A single result becomes the first of a list."""
    mixed = is_mixed(there)
    if there.flow and not mixed:
        append(merge, there, new, row, what)
        return
    dash = None if mixed else yaml_edit.as_element(merge.text, there, key.column)
    if dash is None:
        merge.differs(there, what, new, row, "write its results as a list below `results:` first")
        return
    column = there.column - 2
    lines = [line for each in new for line in yaml_edit.element(each, column, short_form.typed())]
    merge.edits.extend([dash, yaml_edit.below(merge.text, there, lines)])
    merge.adds(there, what, new)


def _name(theirs: Filled) -> str:
    return " and ".join(each["name"] for each in theirs["laureate"])


def _paired(merge: Merge, ours: tuple[Piece, ...], theirs: list[Filled]) -> tuple[list[tuple[Piece, int]], list[int]]:
    """Which of ours each of theirs is; the rest is missing. The best pairs first, each piece once."""
    by_name: dict[str, list[int]] = {}
    for place, piece in enumerate(ours):
        for name in sorted(_names(merge, piece)):
            by_name.setdefault(name, []).append(place)
    scores = []
    for at, result in enumerate(theirs):
        wanted = _ids(merge, (each["name"] for each in result["laureate"]))
        there = sorted({place for name in wanted for place in by_name.get(name, ())})
        those = (place for place in there if not _is_apart(ours[place], result))
        scores += [(-_alike(merge, ours[place], result, wanted), at, place) for place in those]
    pairs: list[tuple[Piece, int]] = []
    taken: set[int] = set()
    found: set[int] = set()
    for _, at, place in sorted(scores):
        if at not in found and place not in taken:
            pairs.append((ours[place], at))
            found.add(at)
            taken.add(place)
    rest = [at for at in range(len(theirs)) if at not in found]
    free = [place for place in range(len(ours)) if place not in taken]
    for at in tuple(rest):
        other = _renamed(merge, ours, free, theirs, rest, at)
        other = _of_nobody(merge, ours, free, theirs[at]) if other is None else other
        if other is not None:
            pairs.append((ours[other], at))
            rest.remove(at)
            free.remove(other)
    return pairs, rest


def _is_apart(ours: Piece, theirs: Filled) -> bool:
    """Whether two results state different tracks, scopes or rounds."""
    mine, other = _ranking(ours), {key: theirs[key] for key in _RANKING if key in theirs}
    shared = mine.keys() & other.keys()
    return any(mine[key] != other[key] for key in shared) or bool(mine and other and not shared)


def _ranking(ours: Piece) -> dict[str, str]:
    return {key: clean(_flat(said)) for key in _RANKING if (said := _get(ours, key))}


def _alike(merge: Merge, piece: Piece, theirs: Filled, wanted: frozenset[str]) -> float:
    """How much two results of one laureate have in common."""
    ours = _names(merge, piece)
    shared = len(ours & wanted) / len(ours | wanted) + (_wins(theirs) == _is_title(piece)) / 20
    if piece.form == "scalar":
        return shared * 10 - len([key for key in theirs if key not in ("laureate", "distinction")]) / 100
    said = {key: _flat(value) for key, _, value in piece.pairs}
    points = 0.0
    for key, value in theirs.items():
        if key != "laureate" and key in said:
            points += 1 if merge.same(said[key], _flat_of(value)) else -1
    return shared * 10 + points


def _flat(piece: Piece) -> str:
    """A value as one text, whatever its form."""
    if piece.form == "scalar":
        return piece.value or ""
    parts = piece.values
    return " ".join(_flat(part) for part in parts)


def _flat_of(value: Any) -> str:
    if isinstance(value, str):
        return value
    return " ".join(_flat_of(each) for each in (value.values() if isinstance(value, dict) else value))


def _renamed(
    merge: Merge, ours: tuple[Piece, ...], free: list[int], theirs: list[Filled], rest: list[int], at: int
) -> int | None:
    """A result of ours whose laureate an editor has probably changed.

    It has the same place, work or citation, nearly the same name, or is the only one on either side.
    """
    result = theirs[at]
    free = [place for place in free if not _is_apart(ours[place], result)]
    if len(ours) == len(theirs) == 1 and free and _distinction(ours[0]) == result.get("distinction", "winner"):
        return free[0]
    for key in ("rank", *_TELLING):
        said = _flat_of(result.get(key, ""))
        if not said or [_flat_of(theirs[each].get(key, "")) for each in rest].count(said) > 1:
            continue
        those = [place for place in free if (there := _get(ours[place], key)) and merge.same(_flat(there), said)]
        if len(those) == 1:
            return those[0]
    name = _name(result).casefold()
    near = [(SequenceMatcher(None, name, _printed(ours[place]).casefold()).ratio(), place) for place in free]
    best = max(near, default=(0.0, 0))
    return best[1] if best[0] >= NEAR else None


def _of_nobody(merge: Merge, ours: tuple[Piece, ...], free: list[int], theirs: Filled) -> int | None:
    """An unknown result of ours with no other keys: its laureate may be known now."""
    for place in free:
        piece = ours[place]
        said = {key: _flat(value) for key, _, value in piece.pairs if key in theirs and key != "laureate"}
        is_one = all(merge.same(mine, _flat_of(theirs[key])) for key, mine in said.items())
        if _names(merge, piece) == {short_form.UNKNOWN} and is_one and _wins(theirs) and not _is_apart(piece, theirs):
            return place
    return None


def _distinction(piece: Piece) -> str:
    said, rank = _get(piece, "distinction"), _get(piece, "rank")
    return (said.value if said else "") or short_form.usual_distinction(rank.value if rank else None)


def _get(piece: Piece, key: str) -> Piece | None:
    return piece.get(key) if piece.form == "mapping" else None


def _laureates(piece: Piece) -> Iterator[Piece]:
    """The names in a result, one by one."""
    said = piece if piece.form == "scalar" else piece.get("laureate")
    for each in (said.elements if said.form == "sequence" else (said,)) if said else ():
        name = each if each.form == "scalar" else each.get("name")
        if name is not None:
            yield name


def _names(merge: Merge, piece: Piece) -> frozenset[str]:
    return _ids(merge, (name.value or "" for name in _laureates(piece)))


def _printed(piece: Piece) -> str:
    return " and ".join(name.value or "" for name in _laureates(piece))


def _ids(merge: Merge, texts: Iterator[str]) -> frozenset[str]:
    return frozenset(merge.ids.get(text, text) for text in texts)


def _result(merge: Merge, ours: Piece, theirs: Filled, row: Span, what: str) -> None:
    """Merge one result: missing keys are added unless they would demote it or change its meaning."""
    keys = {key: value for key, value in theirs.items() if key != "laureate"}
    if _said_otherwise(ours, keys):
        keys.pop("distinction")
    keys = _kept(merge, ours, keys, row, what)
    holders = [_active(merge, ours, each, row, what) for each in theirs["laureate"]]
    mine = _ranking(ours)
    lacking = next((key for key in _RANKING if (key in keys) != (key in mine)), "")
    if lacking and not merge.take:
        _unranked(merge, ours, {**keys, "laureate": holders}, row, what, lacking)
        return
    _more(merge, ours, keys, holders, row, what)


def _renamed_laureate(merge: Merge, there: Piece, theirs: Filled, row: Span, what: str) -> None:
    """Report another laureate; nothing of theirs is added unless the name itself is taken over first."""
    said = {"laureate": theirs["laureate"]} if merge.take else theirs
    merge.differs(there, f"{what}.laureate", short_form.result(said), row)


def _more(merge: Merge, ours: Piece, keys: Filled, holders: list[Filled], row: Span, what: str) -> None:
    if ours.form == "scalar":
        _bare(merge, ours, {**keys, "laureate": holders}, row, what)
        return
    there = ours.get("laureate")
    known, wanted = _names(merge, ours), _ids(merge, (each["name"] for each in holders))
    if there is not None and known and not (known & wanted) and short_form.UNKNOWN not in (*known, *wanted):
        _renamed_laureate(merge, there, {**keys, "laureate": holders}, row, what)
        return
    merge_keys(merge, forms.Result, ours, keys, row, f"{what}.")
    _holders(merge, ours, holders, row, what)


def _kept(merge: Merge, ours: Piece, keys: Filled, row: Span, what: str) -> Filled:
    """The keys without those that contradict a default of ours; these are reported."""
    kept = dict(keys)
    rank, distinction = _text(ours, "rank"), _text(ours, "distinction")
    mine = distinction or short_form.usual_distinction(rank)
    other = keys.get("distinction") or short_form.usual_distinction(keys.get("rank"))
    if mine == "winner" and other in _STAGES and "rank" not in keys:
        merge.differences.append(Difference(merge.span(ours), what, mine, str(other), row, implied=True))
        kept.pop("distinction")
    elif not distinction and "distinction" in keys and mine != other:
        if not merge.lacks(ours, "distinction", what, mine, str(other), row):
            kept.pop("distinction")
    elif "distinction" not in keys and "rank" not in keys and mine != other:
        said = next(piece for key in ("distinction", "rank") if (piece := _get(ours, key)))
        merge.differs(said, f"{what}.distinction", other, row, "" if distinction else "it has a place: edit it by hand")
    is_later = short_form.usual_distinction(keys.get("rank")) == "ranked"
    if is_later and not distinction and not rank and not merge.lacks(ours, "rank", what, mine, str(keys["rank"]), row):
        kept.pop("rank")
    for key, usual in _TAKEN_FOR_GRANTED:
        differs = keys.get(key, usual) != usual and not _text(ours, key)
        if differs and not merge.lacks(ours, key, what, usual, keys[key], row):
            kept.pop(key)
    return kept


def _active(merge: Merge, ours: Piece, theirs: Filled, row: Span, what: str) -> Filled:
    """The keys of a laureate, without a status that ours does not have."""
    known = any(_text(each, "status") for each in _holder_pieces(ours))
    if theirs.get("status", "active") == "active" or known:
        return theirs
    taken = merge.lacks(ours, "status", f"{what}.{theirs['name']}", "active", theirs["status"], row)
    return theirs if taken else {key: value for key, value in theirs.items() if key != "status"}


def _holder_pieces(ours: Piece) -> tuple[Piece, ...]:
    there = _get(ours, "laureate")
    return there.elements if there and there.form == "sequence" else (there,) if there else ()


def _text(piece: Piece, key: str) -> str:
    said = _get(piece, key)
    return clean(said.value or "") if said else ""


def _unranked(merge: Merge, ours: Piece, theirs: Filled, row: Span, what: str, key: str) -> None:
    """Report a new track, scope or round that only one of two results states: they may be two results."""
    trial = replace(merge, edits=[], added=[], differences=[])
    rest = {name: value for name, value in theirs.items() if name != "laureate"}
    _more(trial, ours, rest, theirs["laureate"], row, what)
    merge.differences.extend(trial.differences)
    if trial.added:
        why = f"only one of them says a {key}: add it by hand, or say a `{key}` in the mapping if these are two results"
        merge.differs(ours, what, short_form.result(theirs), row, why)


def _said_otherwise(ours: Piece, keys: Filled) -> bool:
    """Whether a distinction differs from the one that is meant where none is written."""
    if "distinction" not in keys or (ours.form == "mapping" and ours.get("distinction")):
        return False
    rank = ours.get("rank") if ours.form == "mapping" else None
    return bool(keys["distinction"] == short_form.usual_distinction(rank.value if rank else keys.get("rank")))


def _bare(merge: Merge, ours: Piece, theirs: Filled, row: Span, what: str) -> None:
    """A bare name: with more to say, it becomes a mapping."""
    if ours.value == short_form.UNKNOWN and theirs["laureate"][0]["name"] != short_form.UNKNOWN:
        merge.edits.append(yaml_edit.in_place(ours, yaml_edit.flow(short_form.result(theirs), short_form.typed())))
        merge.adds(ours, what, short_form.result(theirs))
        return
    if _names(merge, ours) != _ids(merge, (each["name"] for each in theirs["laureate"])):
        _renamed_laureate(merge, ours, theirs, row, what)
        return
    said = short_form.result(theirs)
    if isinstance(said, dict):
        laureate = said.pop("laureate")
        if isinstance(laureate, dict):
            rest = {key: each for key, each in laureate.items() if key != "name"}
            said = {**said, **rest} if set(rest) <= set(short_form.FLAT) else said
        if said:
            opened(merge, ours, "laureate", said, row, what)


def _holders(merge: Merge, ours: Piece, theirs: list[Filled], row: Span, what: str) -> None:
    there = ours.get("laureate")
    if there is None or (there.form == "scalar" and there.value is None):
        add_keys(merge, ours, [("laureate", short_form.result({"laureate": theirs}))], (), f"{what}.")
        return
    known = _names(merge, ours)
    wanted = _ids(merge, (each["name"] for each in theirs))
    if wanted == {short_form.UNKNOWN}:
        # The site knows who: that the import does not is nothing to be told.
        return
    if known == {short_form.UNKNOWN} and there.form == "scalar":
        said = short_form.result({"laureate": theirs})
        merge.edits.append(yaml_edit.in_place(there, yaml_edit.flow(said, short_form.typed())))
        merge.adds(there, f"{what}.laureate", said)
        return
    missing = [each for each in theirs if merge.ids.get(each["name"], each["name"]) not in known]
    for each in theirs:
        if each not in missing:
            _holder(merge, ours, there, each, row, what)
    if missing:
        new = [short_form.shaped(forms.Holder, each) for each in missing]
        append(merge, there, new, row, f"{what}.laureate")


def _holder(merge: Merge, ours: Piece, there: Piece, theirs: Filled, row: Span, what: str) -> None:
    """What is said of one laureate: beside it where it is alone, else inside its own mapping."""
    pieces = there.elements if there.form == "sequence" else (there,)
    mine = next(
        (each for each in pieces for name in _laureates_in(each) if merge.same(name.value, theirs["name"], True)), None
    )
    rest = {key: value for key, value in theirs.items() if key != "name"}
    if mine is None or not rest:
        return
    if mine.form == "scalar" and there.form == "scalar" and set(rest) <= set(short_form.FLAT):
        _posts(merge, ours, rest, row, what)
    elif mine.form == "scalar":
        element(merge, forms.Holder, mine, {**rest, "name": theirs["name"]}, row, what, "name")
    else:
        _posts(merge, mine, rest, row, what)


def _laureates_in(piece: Piece) -> Iterator[Piece]:
    name = piece if piece.form == "scalar" else piece.get("name")
    if name is not None:
        yield name


def _posts(merge: Merge, ours: Piece, theirs: Filled, row: Span, what: str) -> None:
    """`role` and `org` may stand in a list of posts instead."""
    posts = ours.get("posts")
    if posts is not None and ("role" in theirs or "org" in theirs):
        wanted: Filled = {key: theirs[key] for key in ("role", "org") if key in theirs}
        pieces = posts.elements if posts.form == "sequence" else (posts,)
        if not any(_holds(merge, each, wanted) for each in pieces):
            merge.differs(posts, f"{what}.posts", wanted, row, "add it to `posts` by hand")
        theirs = {key: value for key, value in theirs.items() if key not in ("role", "org")}
    merge_keys(merge, forms.Holder, ours, theirs, row, f"{what}.")


def _holds(merge: Merge, post: Piece, wanted: Filled) -> bool:
    return all(
        (said := _get(post, key)) is not None and merge.same(said.value, value, key == "org")
        for key, value in wanted.items()
    )

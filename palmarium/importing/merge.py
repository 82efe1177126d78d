"""Merge of imported facts into existing files: missing facts are added, differences reported."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from ..problems import Span
from ..sources.schema.forms import Covered
from ..sources.schema.outline import Type
from ..sources.schema.written import Written, required
from . import short_form, yaml_edit
from .cells import clean
from .facts import Filled
from .mapping import form_of
from .yaml_edit import Edit, Piece

_ENDS_A_TEXT = frozenset(",:?[]{}")
"""What may stand in a plain text below a key, but not inside brackets."""

NEAR = 0.85
"""How alike two texts are of which one is probably the other, corrected."""

_SETS = ("aliases", "sources")
"""Lists to which anything may be added: one element never stands for another."""

_LINES = "it is written over several lines: edit it by hand"


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact on which a file and an import differ: its place in the file, both values, the row.

    `taken` is true where the value of the import was written, `why` says why it could not be, and `implied` is true
    where the value of the site says the same.
    """

    span: Span
    what: str
    ours: str
    theirs: str
    row: Span
    taken: bool = False
    why: str = ""
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """A file being compared with a draft; collects edits and differences."""

    path: str
    text: str
    line: int
    ids: Mapping[str, str]
    take: bool
    edits: list[Edit] = field(default_factory=list)
    added: list[tuple[Span, str, str]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def span(self, piece: Piece) -> Span:
        return Span(self.path, piece.line + self.line, piece.column + 1)

    def same(self, ours: str | None, theirs: str, is_name: bool = False) -> bool:
        said = clean(ours or "")
        return said == theirs or (is_name and self.ids.get(said, said) == self.ids.get(theirs, theirs))

    def differs(self, piece: Piece, what: str, theirs: Any, row: Span, why: str = "") -> None:
        """Keep our value and report the difference; or take theirs, if requested and both are scalars."""
        ours = " ".join(yaml_edit.source(self.text, piece).split())
        said = theirs if isinstance(theirs, str) else yaml_edit.flow(theirs)
        if self.take and piece.form == "scalar" and isinstance(theirs, str) and not why:
            key = what.rpartition(".")[2]
            self.edits.append(yaml_edit.in_place(piece, yaml_edit.flow(theirs, short_form.typed(), key)))
            self.differences.append(Difference(self.span(piece), what, ours, said, row, taken=True))
            return
        why = why or ("it is more than one value: edit it by hand" if self.take else "")
        self.differences.append(Difference(self.span(piece), what, ours, said, row, why=why))

    def lacks(self, piece: Piece, key: str, what: str, ours: str, theirs: str, row: Span) -> bool:
        """Tell that a file takes for granted something else than an import says; whether theirs is to be added."""
        said = Difference(self.span(piece), f"{what}.{key}", ours, theirs, row, taken=self.take)
        self.differences.append(said)
        return self.take

    def adds(self, piece: Piece, what: str, value: Any) -> None:
        said = value if isinstance(value, str) else yaml_edit.flow(value, short_form.typed())
        self.added.append((self.span(piece), what, said))


def merge_keys(
    merge: Merge,
    form: type[Written],
    ours: Piece,
    theirs: Filled,
    row: Span,
    above: str = "",
    leave: tuple[str, ...] = (),
) -> None:
    """Compare a mapping key by key; missing keys are added."""
    known = short_form.keys(form)
    missing: list[tuple[str, Any]] = []
    for key, value in theirs.items():
        if key in leave:
            continue
        type_, hint = known.get(key, (Type("reference" if key == "org" else "text"), str))
        there = ours.get(key)
        what = f"{above}{key}"
        if there is None:
            if value != short_form.default(form, key):
                missing.append((key, _shaped(key, type_, hint, value)))
        elif there.form == "scalar" and there.value is None:
            _fill_blank(merge, ours, key, there, _shaped(key, type_, hint, value))
            merge.adds(there, what, value)
        else:
            merge_value(merge, type_, hint, there, value, row, what)
    add_keys(merge, ours, missing, tuple(known), above)


def add_keys(merge: Merge, ours: Piece, missing: list[tuple[str, Any]], order: tuple[str, ...], above: str) -> None:
    typed = short_form.typed()
    pairs = [(yaml_edit.scalar(key), yaml_edit.flow(value, typed, key), _pair(key, value)) for key, value in missing]
    if pairs:
        merge.edits.extend(yaml_edit.with_pairs(merge.text, ours, pairs, order))
        for key, value in missing:
            merge.adds(ours, f"{above}{key}", value)


def _pair(key: str, value: Any) -> Callable[[int], Iterator[str]]:
    return lambda column: yaml_edit.pair(key, value, column, short_form.typed())


def _shaped(key: str, type_: Type, hint: Any, value: Any) -> Any:
    return short_form.each(key, type_, hint, value)


def _fill_blank(merge: Merge, mapping: Piece, key: str, there: Piece, value: Any) -> None:
    """Fill a key that was left empty: on its line if the value fits there, else below it."""
    typed = short_form.typed()
    column = mapping.pairs[0][1].column
    lines = list(yaml_edit.pair(key, value, column, typed))
    if mapping.flow or len(lines) == 1:
        merge.edits.append(yaml_edit.in_place(there, yaml_edit.flow(value, typed, key)))
    else:
        merge.edits.append(yaml_edit.below(merge.text, there, lines[1:]))


def merge_value(merge: Merge, type_: Type, hint: Any, ours: Piece, theirs: Any, row: Span, what: str) -> None:
    """Compare one value by its type."""
    form = form_of(hint)
    if form is Covered:
        _coverage(merge, ours, theirs, row, what)
    elif type_.is_a == "mapping":
        _mapping(merge, form, ours, theirs, row, what)
    elif type_.is_a == "list" and form is None:
        _texts(merge, ours, theirs, type_.of is not None and type_.of.is_a == "reference", row, what)
    elif type_.is_a == "list" and form is not None:
        elements(merge, form, ours, theirs, row, what)
    elif form is not None:
        element(merge, form, ours, theirs, row, what)
    elif ours.form != "scalar" or not merge.same(ours.value, theirs, type_.is_a == "reference"):
        merge.differs(ours, what, theirs, row)


def _coverage(merge: Merge, ours: Piece, theirs: str, row: Span, what: str) -> None:
    said = ours if ours.form == "scalar" else ours.get("results")
    if said is None or said.value != theirs:
        merge.differs(said or ours, what, theirs, row)


def _texts(merge: Merge, ours: Piece, theirs: Any, is_name: bool, row: Span, what: str) -> None:
    """Merge an unordered list: missing texts are added."""
    wanted = [theirs] if isinstance(theirs, str) else theirs
    there = [each for each in (ours.elements if ours.form == "sequence" else (ours,)) if each.form == "scalar"]
    missing = []
    for text in wanted:
        if any(merge.same(each.value, text, is_name) for each in there):
            continue
        free = [each for each in there if not any(merge.same(each.value, other, is_name) for other in wanted)]
        changed = None if what in _SETS else _changed(free, text, len(there) == len(wanted) == 1)
        if changed is None:
            missing.append(text)
        else:
            there.remove(changed)
            merge.differs(changed, what, text, row)
    if missing:
        append(merge, ours, missing, row, what)


def _changed(free: list[Piece], theirs: str, is_alone: bool) -> Piece | None:
    """The element of ours that an editor probably changed from theirs: nearly equal, or the only one."""
    if is_alone:
        return free[0] if free else None
    near = [(SequenceMatcher(None, (each.value or "").casefold(), theirs.casefold()).ratio(), each) for each in free]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= NEAR else None


def append(merge: Merge, ours: Piece, values: list[Any], row: Span, what: str) -> None:
    """Add elements to a list, or turn a single value into a list with them."""
    typed = short_form.typed()
    key = what.rpartition(".")[2]
    if not _is_inline(merge, ours) and ours.form != "sequence":
        merge.differs(ours, what, values, row, _LINES)
        return
    merge.adds(ours, what, values)
    said = [yaml_edit.flow(value, typed, key) for value in values]
    if ours.form == "sequence":
        write = [_element(value, key) for value in values]
        merge.edits.extend(yaml_edit.with_elements(merge.text, ours, said, write))
    else:
        first = inline(merge, ours)
        merge.edits.append(Edit(ours.start, ours.end, f"[{', '.join((first, *said))}]"))


def _element(value: Any, key: str) -> Callable[[int], Iterator[str]]:
    return lambda column: yaml_edit.element(value, column, short_form.typed(), key)


def inline(merge: Merge, piece: Piece) -> str:
    """A scalar or one-line mapping in a form that is safe inside brackets."""
    said = yaml_edit.source(merge.text, piece)
    if piece.form == "scalar" and not said.startswith(("'", '"')):
        return yaml_edit.flow(clean(piece.value or "")) if set(said) & _ENDS_A_TEXT else said
    return said


def _is_inline(merge: Merge, piece: Piece) -> bool:
    """Whether a piece can stand inside brackets as it is."""
    said = yaml_edit.source(merge.text, piece)
    return not piece.literal and "\n" not in said and "\r" not in said and (piece.form == "scalar" or piece.flow)


def elements(merge: Merge, form: type[Written], ours: Piece, theirs: list[Any], row: Span, what: str) -> None:
    """Merge a list of mappings; elements are matched by their short key or their first required key."""
    by = _known_by(form)
    there = ours.elements if ours.form == "sequence" else (ours,)
    known = [(name, each) for each in there if (name := _name(each, by))]
    values = [value if isinstance(value, dict) else {by: value} for value in theirs]
    missing = []
    for value in values:
        wanted = value.get(by, "")
        called = [pair for pair in known if merge.same(pair[0].value, wanted, by == "name")]
        if called:
            # Of several that are called alike, the one that says most of the same; each once, while there are others.
            best = max(called, key=lambda pair: _shared(merge, pair[1], value))
            known = [pair for pair in known if pair is not best] if len(called) > 1 else known
            element(merge, form, best[1], value, row, f"{what}.{wanted}")
            continue
        others = [other.get(by, "") for other in values]
        free = [name for name, _ in known if not any(merge.same(name.value, other, by == "name") for other in others)]
        changed = _changed(free, wanted, len(known) == len(values) == 1)
        if changed is None:
            missing.append(short_form.shaped(form, value))
        else:
            known = [pair for pair in known if pair[0] is not changed]
            merge.differs(changed, what, wanted if merge.take else short_form.shaped(form, value), row)
    if missing:
        append(merge, ours, missing, row, what)


def _shared(merge: Merge, ours: Piece, theirs: Filled) -> int:
    """How much two elements of the same name have in common; keys that only ours has count against it."""
    said = {key: piece.value for key, _, piece in ours.pairs}
    same = sum(1 for key, mine in said.items() if isinstance(theirs.get(key), str) and merge.same(mine, theirs[key]))
    return 2 * same - len(said)


def _known_by(form: type[Written]) -> str:
    return form.SHORT or next(iter(required(form)), "name")


def _name(piece: Piece, by: str) -> Piece | None:
    """The value by which an element is matched."""
    there = piece if piece.form == "scalar" else piece.get(by)
    return there if there is not None and there.form == "scalar" else None


def element(merge: Merge, form: type[Written], ours: Piece, theirs: Any, row: Span, what: str, short: str = "") -> None:
    """Merge a mapping, or a bare short key, which becomes a mapping when there is more to state."""
    short = short or form.SHORT
    value = {short: theirs} if isinstance(theirs, str) else theirs
    if ours.form == "mapping":
        merge_keys(merge, form, ours, value, row, f"{what}.")
        return
    if ours.form != "scalar" or not short:
        merge.differs(ours, what, theirs, row, "it stands here in another form: edit it by hand")
        return
    if short in value and not merge.same(ours.value, value[short], short == "name"):
        merge.differs(ours, f"{what}.{short}", value[short], row)
        return
    rest = short_form.shaped(form, {key: each for key, each in value.items() if key != short})
    rest = rest if isinstance(rest, dict) else {}
    if rest:
        opened(merge, ours, short, rest, row, what)


def opened(merge: Merge, ours: Piece, short: str, rest: Filled, row: Span, what: str) -> None:
    """Turn a bare text into a mapping with more keys."""
    typed = short_form.typed()
    if not _is_inline(merge, ours):
        merge.differs(ours, what, rest, row, _LINES)
        return
    merge.adds(ours, what, rest)
    said = ", ".join(f"{yaml_edit.scalar(key)}: {yaml_edit.flow(value, typed, key)}" for key, value in rest.items())
    merge.edits.append(Edit(ours.start, ours.end, f"{{{short}: {inline(merge, ours)}, {said}}}"))


def _mapping(merge: Merge, form: type[Written] | None, ours: Piece, theirs: Filled, row: Span, what: str) -> None:
    """Merge a mapping with free keys: categories, sources, identifiers."""
    if ours.form != "mapping":
        merge.differs(ours, what, theirs, row, "a mapping is expected here")
        return
    missing = []
    for key, value in theirs.items():
        there = ours.get(key)
        if there is None:
            missing.append((key, short_form.shaped(form, value) if form and isinstance(value, dict) else value))
        elif form is not None:
            element(merge, form, there, value, row, f"{what}.{key}")
        elif not merge.same(there.value, value):
            merge.differs(there, f"{what}.{key}", value, row)
    add_keys(merge, ours, missing, (), f"{what}.")

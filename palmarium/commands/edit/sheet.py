"""A file as a form: its short fields, and its palmarès with a row for each result; changes become edits."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Any

from ...importing import short_form, yaml_edit
from ...importing.merge_results import is_mixed, read
from ...importing.yaml_edit import Edit, Piece
from ...model import Outcome
from ...sources.schema.outline import Form, FormKey
from .. import scaffold
from ..lsp.places import outline_of
from .pasted import is_numbered, unnumbered

_SCALARS = (
    "text",
    "date",
    "number",
    "choice",
    "true or false",
    "time",
    "language",
    "id",
    "Wikidata id",
    "reference",
    "address",
)
_LISTED = ("text", "reference", "id")
_NESTED = ("ceremony", "picture", "about")
"""Forms whose keys are fields of their own."""
_NESTED_IN_FULL = ("coverage",)
"""Forms to which that applies only if more than the bare word is written."""

ROW = ("rank", "laureate", "role", "org", "for", "distinction", "tie", "note")
"""Keys of a result that have a cell."""

_NOWHERE = (-1, -1)
_INDENT = 2
_HANDMADE = "this can't be changed here: edit it as text"
_EMPTY = "this is empty: write `unknown`, or take the row out"
_NOT_TAKEN = "this can't be taken out here: edit it as text"
_NOT_MOVED = "this can't be moved here: edit it as text"
_NOT_GIVEN = "this can't be moved to another category here: edit it as text"
_TWICE = "there is a category of this id already"
_NOT_BOTH = "this can't stand beside what else is said of this result: empty one of the two"
_NO_CATEGORY = "choose the category that this result belongs to"
_OF_NOBODY = "say who the laureate is, or `unknown`"
WHYS = (_HANDMADE, _EMPTY, _NOT_TAKEN, _NOT_MOVED, _NOT_GIVEN, _TWICE, _NOT_BOTH, _NO_CATEGORY, _OF_NOBODY)
"""The reasons why a change can't be made."""


@dataclass(frozen=True, slots=True)
class Unable:
    """A change that could not be made: the key of its field, the title of its row, and the reason."""

    why: str
    key: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that may be typed over; `words` are all that it may be, `leads` the kind of thing that it names.

    Of a list of texts, each stands on a line of its own. `range` is where it stands in the file, its key included.
    """

    name: str
    key: str
    value: str
    says: str
    words: tuple[str, ...] = ()
    leads: str = ""
    is_list: bool = False
    range: tuple[int, int] = _NOWHERE


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A result, or a category without results; `more` are the keys that have no cell."""

    category: str
    at: int
    cells: tuple[Cell, ...]
    more: tuple[str, ...] = ()
    is_first: bool = True
    is_last: bool = True
    is_result: bool = True
    range: tuple[int, int] = _NOWHERE

    @property
    def title(self) -> str:
        return f"{self.category}, {self.at + 1}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as fields and rows; `beside` are keys of categories without a cell, `more` those of the file.

    An award has its `categories`, by what they are called, and what each `honours`, in the same order.
    """

    fields: tuple[Cell, ...]
    rows: tuple[SheetRow, ...] | None
    new: SheetRow | None
    beside: Mapping[str, tuple[str, ...]]
    more: tuple[str, ...]
    body: str | None
    categories: tuple[Cell, ...] | None = None
    honours: tuple[Cell, ...] = ()


def opened(path: str, text: str) -> Sheet | None:
    """The sheet of a file; None where it can't be edited in place."""
    found, forms = yaml_edit.opened(path, text), outline_of(path)
    if found is None or not forms:
        return None
    root, form = found[0], next(iter(forms.values()))
    fields = tuple(_fields(root, form, forms))
    has_rows = form.name == "Edition"
    shown = {cell.name.split(".")[1] for cell in fields} | ({"results"} if has_rows else set())
    more = tuple(name for name, _, _ in root.pairs if name not in shown)
    results = root.get("results")
    rows = tuple(_rows(results, forms)) if has_rows and (results is None or results.form == "mapping") else None
    start = yaml_edit.body(path, text)
    new = None if rows is None else SheetRow("", -1, tuple(_cells(None, "n", forms)))
    categories = tuple(_categories(root)) if form.name == "Award" else None
    honours = tuple(_honours(root, forms)) if form.name == "Award" else ()
    more = tuple(each for each in more if each != "categories" or categories is None)
    prose = text[start:] if start >= 0 else None
    return Sheet(fields, rows, new, dict(_beside(results)), more, prose, categories, honours)


def _fields(root: Piece, form: Form, forms: Mapping[str, Form]) -> Iterator[Cell]:
    for key in form.keys:
        there = root.get(key.name)
        inner = forms.get(key.type.form) if key.type.is_a == "form" else None
        is_full = there is not None and there.form == "mapping"
        is_nested = key.name in _NESTED or (is_full and key.name in _NESTED_IN_FULL)
        if inner and is_nested and (there is None or there.form != "sequence"):
            for each in inner.keys:
                at = there.get(each.name) if there and there.form == "mapping" else None
                if there and there.form == "scalar" and each.name == _short(inner):
                    at = there
                where = _range(there, each.name) if there and there.form == "mapping" else _range(root, key.name)
                if each.type.is_a in _SCALARS and _is_shown(at):
                    yield _cell(f"f.{key.name}.{each.name}", each, at, where)
                else:
                    yield from _list(f"f.{key.name}.{each.name}", each, forms, at, where)
        elif (key.type.is_a in _SCALARS or (inner and inner.bare and inner.bare.words)) and _is_shown(there):
            words = inner.bare.words if inner and inner.bare else ()
            yield _cell(f"f.{key.name}", key, there, _range(root, key.name), words)
        else:
            yield from _list(f"f.{key.name}", key, forms, there, _range(root, key.name))


def _list(
    name: str, key: FormKey, forms: Mapping[str, Form], there: Piece | None, where: tuple[int, int]
) -> Iterator[Cell]:
    """The cell of a list of texts or bare names; one below its key may hold comments, and stays in the text."""
    is_below = there and there.form == "sequence" and not there.flow
    texts = _names(there) if not is_below else None
    of = key.type.of if key.type.is_a == "list" else None
    # Of people, a bare name is enough; what else has a short form says more than that most often.
    bare = forms[of.form].bare if of and of.is_a == "form" else None
    listed = bare if bare and bare.leads == "name" else of
    if listed and listed.is_a in _LISTED and texts is not None:
        yield Cell(name, key.name, "\n".join(texts), key.says, is_list=True, range=where)


def _categories(root: Piece) -> Iterator[Cell]:
    """The names of the categories of an award."""
    there = root.get("categories")
    for id, key, piece in there.pairs if there and there.form == "mapping" else ():
        named = piece.get("name") if piece.form == "mapping" else piece
        if _is_shown(named):
            value = (named.value or "") if named else ""
            yield Cell(f"c.{id}", id, value, "", range=(key.start, piece.end))


def _honours(root: Piece, forms: Mapping[str, Form]) -> Iterator[Cell]:
    """The kind that each shown category honours."""
    key = next(each for each in forms["Category"].keys if each.name == "honours")
    there = root.get("categories")
    for cell in _categories(root):
        piece = there.get(cell.key) if there else None
        said = piece.get(key.name) if piece and piece.form == "mapping" else None
        if _is_shown(said):
            yield _cell(f"h.{cell.key}", key, said, _range(piece, key.name))


def _short(form: Form) -> str:
    return next((key.name for key in form.keys if form.bare and key.type == form.bare), "")


def _is_shown(piece: Piece | None) -> bool:
    """Whether a field of one line holds all of a value."""
    return piece is None or (piece.form == "scalar" and not piece.literal and not set(piece.value or "") & set("\r\n"))


def _range(mapping: Piece | None, key: str) -> tuple[int, int]:
    """The range from the start of a key to the end of its value."""
    pairs = mapping.pairs if mapping and mapping.form == "mapping" else ()
    return next(((start.start, value.end) for name, start, value in pairs if name == key), _NOWHERE)


def typed_over(sheet: Sheet, typed: Mapping[str, str]) -> Sheet:
    """The sheet with typed values that could not be taken into the text."""

    def cells(there: Iterable[Cell]) -> tuple[Cell, ...]:
        return tuple(replace(cell, value=typed.get(cell.name, cell.value)) for cell in there)

    def row(there: SheetRow, name: str) -> SheetRow:
        return replace(there, category=typed.get(f"{name}.category", there.category), cells=cells(there.cells))

    return replace(
        sheet,
        fields=cells(sheet.fields),
        rows=None if sheet.rows is None else tuple(row(each, f"r.{n}") for n, each in enumerate(sheet.rows)),
        new=None if sheet.new is None else row(sheet.new, "n"),
        categories=None if sheet.categories is None else cells(sheet.categories),
        honours=cells(sheet.honours),
        body=None if sheet.body is None else typed.get("body", sheet.body),
    )


def _every(sheet: Sheet) -> tuple[Cell, ...]:
    of_rows = (cell for row in sheet.rows or () for cell in row.cells)
    return (*sheet.fields, *(sheet.categories or ()), *sheet.honours, *of_rows)


def cell_at(sheet: Sheet, place: int) -> str:
    """The name of the field, or `r.` and the number of the row, in which a place of the text lies; else nothing."""
    cells = _every(sheet)
    named = [(cell.range, cell.name) for cell in cells]
    named += [(row.range, f"r.{number}") for number, row in enumerate(sheet.rows or ())]
    found = [(end - start, name) for (start, end), name in named if 0 <= start <= place <= end]
    return min(found, default=(0, ""), key=itemgetter(0))[1]


def _cell(
    name: str, key: FormKey, piece: Piece | None, where: tuple[int, int] = _NOWHERE, words: tuple[str, ...] = ()
) -> Cell:
    value = (piece.value or "") if piece else ""
    words = words or (("true", "false") if key.type.is_a == "true or false" else key.type.words)
    words = (*words, value) if words and value and value not in words else words
    return Cell(name, key.name, value, key.says, words, key.type.leads, range=where)


def _rows(results: Piece | None, forms: Mapping[str, Form]) -> Iterator[SheetRow]:
    number = 0
    for category, key, there in results.pairs if results else ():
        ours = read(there)
        for at, piece in enumerate(ours.results or (there,)):
            is_result = bool(ours.results)
            named = piece if is_result or piece.form == "scalar" else None
            cells = tuple(_cells(named, f"r.{number}", forms)) if named or not is_result else ()
            known = {cell.key for cell in cells}
            own = () if not is_result else tuple(name for name, _, _ in piece.pairs if name not in known)
            if not is_result:
                cells, own = _of_nobody(piece, cells, f"r.{number}", forms)
            is_movable = ours.holder is not None and ours.holder.form == "sequence"
            last = len(ours.results) - 1
            where = (piece.start if at else key.start, piece.end if at < last else there.end)
            is_first, is_last = not is_movable or at == 0, not is_movable or at == last
            yield SheetRow(category, at, cells, own, is_first, is_last, is_result, where)
            number += 1


def _of_nobody(
    piece: Piece, cells: tuple[Cell, ...], name: str, forms: Mapping[str, Form]
) -> tuple[tuple[Cell, ...], tuple[str, ...]]:
    """The cells of a category without results: for a laureate, or for the reason."""
    key = next(each for each in forms["Entry"].keys if each.name == "not_awarded")
    bare, there = forms["Refusal"].bare, piece.get(key.name)
    where, words = _range(piece, key.name), bare.words if bare else ()
    why = (_cell(f"{name}.{key.name}", key, there, where, words),) if _is_shown(there) else ()
    if piece.form == "scalar":
        return (*cells, *why), ()
    return why, tuple(each for each, _, _ in piece.pairs if not why or each != key.name)


def _cells(piece: Piece | None, name: str, forms: Mapping[str, Form]) -> Iterator[Cell]:
    """The cells of a result: one for each laureate of a joint prize, and an empty one."""
    form = forms["Result"]
    keys = {key.name: key for key in (*form.also, *form.keys)}
    for key in ROW:
        there = piece.get(key) if piece and piece.form == "mapping" else None
        if key == "laureate":
            named = piece if piece and piece.form == "scalar" else there
            values = _names(named)
            each = named.elements if named and named.form == "sequence" else (named,) if named else ()
            where = (*((one.start, one.end) for one in each), _NOWHERE, _NOWHERE)
            for at, value in enumerate((*values, "") if values is not None else ()):
                yield Cell(f"{name}.laureate.{at}", "laureate", value, keys[key].says, (), "name", range=where[at])
        elif _is_shown(there):
            yield _cell(f"{name}.{key}", keys[key], there, _range(piece, key))


def _names(piece: Piece | None) -> tuple[str, ...] | None:
    """The names in the value of a laureate; None if it holds more than names."""
    if piece is None or piece.form == "scalar":
        return ((piece.value or "") if piece else "",) if _is_shown(piece) else None
    if piece.form == "sequence" and all(each.form == "scalar" and _is_shown(each) for each in piece.elements):
        return tuple(each.value or "" for each in piece.elements)
    return None


def _beside(results: Piece | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for category, _, there in results.pairs if results else ():
        if there.form == "mapping" and read(there).results and there not in read(there).results:
            more = tuple(name for name, _, _ in there.pairs if name != "results")
            if more:
                yield category, more


# What was typed, as edits: one change after the other, each read again.


def applied(path: str, text: str, typed: Mapping[str, str]) -> tuple[str, tuple[Unable, ...]]:
    """The text with the values typed into its sheet, and the changes that could not be made."""
    sheet, before = opened(path, text), text
    wrong: list[Unable] = []
    if sheet is None:
        return text, ()
    for cell in sheet.fields:
        value = typed.get(cell.name, cell.value)
        if value != cell.value:
            said = "\n".join(line.strip() for line in value.split("\n") if line.strip())
            text, is_done = _changed(path, text, cell.name, said, partial(_field, path, cell))
            wrong += [] if is_done else [Unable(_HANDMADE, cell.key)]
    for cell in sheet.categories or ():
        value = " ".join(typed.get(cell.name, cell.value).split())
        if value != cell.value:
            text, is_done = _changed(path, text, cell.name, value, partial(_named, path, cell))
            wrong += [] if is_done else [Unable(_HANDMADE, cell.key)]
    for cell in sheet.honours:
        value = typed.get(cell.name, cell.value)
        if value != cell.value:
            text, is_done = _changed(path, text, cell.name, value, partial(_honoured, path, cell))
            wrong += [] if is_done else [Unable(_HANDMADE, cell.key, cell.name[2:])]
    for number, row in enumerate(sheet.rows or ()):
        text, unable = _row(path, text, number, row, typed)
        wrong += unable
    if sheet.categories is not None and (names := listed(typed.get("categories", ""))):
        names = list(map(unnumbered, names)) if is_numbered(names) else names
        text, unmade = _categorised(path, text, names) if names else (text, ())
        wrong += unmade
    if sheet.new and any(typed.get(cell.name, "").strip() for cell in sheet.new.cells):
        text, unadded = _one_more(path, text, sheet.new, typed)
        wrong += unadded
    for number, row in reversed(tuple(enumerate(sheet.rows or ()))):
        category = typed.get(f"r.{number}.category", row.category)
        if row.is_result and category and category != row.category:
            text, unmoved = given_to(path, text, row, category)
            wrong += unmoved
    if sheet.body is not None and "body" in typed and typed["body"] != sheet.body:
        text = text[: yaml_edit.body(path, text)] + typed["body"]
    return _without_examples(path, before, text), tuple(wrong)


def _without_examples(path: str, before: str, text: str) -> str:
    """The text without the examples of a draft for keys that are now written."""
    there, now = (yaml_edit.opened(path, each) for each in (before, text))
    known = {key for key, _, _ in there[0].pairs} if there else set()
    end = yaml_edit.body(path, text)
    facts, body = (text[:end], text[end:]) if end >= 0 else (text, "")
    for key in (key for key, _, _ in now[0].pairs if key not in known) if now else ():
        facts = scaffold.without_example(facts, key)
    return facts + body


def listed(text: str) -> list[str]:
    """The non-empty lines of a field."""
    return [name for line in text.split("\n") if (name := " ".join(line.split()))]


def _changed(
    path: str, text: str, name: str, value: str, edits: Callable[[str, str], Iterable[Edit]]
) -> tuple[str, bool]:
    """The text after a change, and whether that took effect; otherwise the text is unchanged."""
    made = yaml_edit.apply(text, edits(value, text))
    sheet = opened(path, made)
    cells = _every(sheet) if sheet else ()
    said = next((cell.value for cell in cells if cell.name == name), None)
    return (made, True) if said == value else (text, False)


def _field(path: str, cell: Cell, value: str, text: str) -> Iterator[Edit]:
    found = yaml_edit.opened(path, text)
    if found is None:
        return
    root, forms = found[0], outline_of(path)
    form = next(iter(forms.values()))
    order = [key.name for key in form.keys]
    _, *outer, key = cell.name.split(".")
    there = root.get(outer[0]) if outer else root
    said = _listed(cell, value, there.get(key) if there else None)
    if not outer:
        yield from _set(text, root, key, said, order)
        return
    inner = forms[next(each.type.form for each in form.keys if each.name == outer[0])]
    if there is None or (there.form == "scalar" and there.value is None):
        yield from _put(text, root, outer[0], {key: said} if key != _short(inner) else said, order)
    elif there.form == "mapping" and not said and [name for name, _, _ in there.pairs] == [key]:
        yield from _set(text, root, outer[0], "", order)
    elif there.form == "mapping":
        yield from _set(text, there, key, said, [each.name for each in inner.keys])
    elif key == _short(inner):
        yield from _set(text, root, outer[0], said, order)
    else:
        yield yaml_edit.in_place(there, _flow({_short(inner): there.value or "", key: said}))


def _listed(cell: Cell, value: str, there: Piece | None) -> str | list[str]:
    """The value typed into a cell: the lines of a list, or one bare text if it was one."""
    each = value.split("\n")
    is_bare = len(each) == 1 and there is not None and there.form == "scalar"
    return value if not cell.is_list or not value or is_bare else each


def _named(path: str, cell: Cell, value: str, text: str) -> Iterator[Edit]:
    """The text with a renamed category, whose id stays."""
    found = yaml_edit.opened(path, text)
    there = found[0].get("categories") if found else None
    piece = there.get(cell.key) if there else None
    if piece and piece.form == "mapping":
        yield from _set(text, piece, "name", value, ("name",))
    elif piece and value:
        yield yaml_edit.in_place(piece, yaml_edit.scalar(value, inside=bool(there and there.flow)))


def _honoured(path: str, cell: Cell, value: str, text: str) -> Iterator[Edit]:
    """The text with another kind of laureates of a category, which may have been a bare name."""
    found = yaml_edit.opened(path, text)
    there = found[0].get("categories") if found else None
    piece = there.get(cell.name[2:]) if there else None
    if piece and piece.form == "mapping":
        yield from _set(text, piece, cell.key, value, ("name", cell.key))
    elif piece:
        yield yaml_edit.in_place(piece, _flow({"name": piece.value or "", cell.key: value}))


def without_category(path: str, text: str, id: str) -> tuple[str, tuple[Unable, ...]]:
    """The text of an award without one of its categories; the key of all goes with the last."""
    found = yaml_edit.opened(path, text)
    there = found[0].get("categories") if found else None
    edit = yaml_edit.without_pair(text, there, id) if there and there.get(id) else None
    if found and there and [name for name, _, _ in there.pairs] == [id]:
        edit = yaml_edit.without_pair(text, found[0], "categories")
    made = yaml_edit.apply(text, (edit,)) if edit else text
    sheet = opened(path, made)
    is_done = made != text and sheet is not None and id not in {cell.key for cell in sheet.categories or ()}
    return (made, ()) if is_done else (text, (Unable(_NOT_TAKEN, row=id),))


def _categorised(path: str, text: str, names: Sequence[str]) -> tuple[str, tuple[Unable, ...]]:
    """The text of an award with more categories, each below an id made of its name."""
    found = yaml_edit.opened(path, text)
    there = found[0].get("categories") if found else None
    known = {name for name, _, _ in there.pairs} if there else set()
    more: dict[str, str] = {}
    for id, name in map(scaffold.own_id, names):
        if id in known or id in more:
            return text, (Unable(_TWICE, row=id),)
        more[id] = name
    edits: Iterable[Edit] = ()
    if found and there is None:
        order = [key.name for key in next(iter(outline_of(path).values())).keys]
        edits = _put(text, found[0], "categories", more, order)
    elif there and there.form == "scalar" and there.value is None and there.start == there.end:
        lines = (line for id, name in more.items() for line in yaml_edit.pair(id, name, _INDENT, short_form.typed()))
        edits = (yaml_edit.below(text, there, lines),)
    elif there:
        edits = yaml_edit.with_pairs(text, there, [_new_pair(id, name) for id, name in more.items()], ())
    made = yaml_edit.apply(text, edits)
    sheet = opened(path, made)
    is_done = sheet is not None and {cell.key for cell in sheet.categories or ()} >= set(more)
    return (made, ()) if is_done else (text, (Unable(_HANDMADE, "categories"),))


def _new_pair(key: str, value: Any) -> tuple[str, str, yaml_edit.Write]:
    typed = short_form.typed()
    return (
        yaml_edit.scalar(key),
        yaml_edit.flow(value, typed, key),
        lambda column: yaml_edit.pair(key, value, column, typed),
    )


def _row(path: str, text: str, number: int, row: SheetRow, typed: Mapping[str, str]) -> tuple[str, list[Unable]]:
    """The text with the values typed into a row; a cell that would undo another one is left out."""
    wrong: list[Unable] = []
    names = [cell for cell in row.cells if cell.key == "laureate"]
    said = [typed.get(cell.name, cell.value) for cell in names]
    if said != [cell.value for cell in names]:
        wanted = _wanted(names, typed)
        made = yaml_edit.apply(text, _laureates(path, text, row, wanted)) if wanted else text
        now = _named_in(path, made, number)
        text = made if now == wanted else text
        why = _HANDMADE if wanted else _EMPTY
        wrong += [] if now == wanted else [Unable(why, "laureate", row.title)]
    for cell in row.cells:
        value = typed.get(cell.name, cell.value)
        if cell.key == "laureate" or value == cell.value:
            continue
        text, is_done = _changed(path, text, cell.name, value.strip(), partial(_of_row, path, row, cell))
        wrong += [] if is_done else [Unable(_HANDMADE, cell.key, row.title)]
        if is_done and _known(_named_in(path, text, number)) != _known(_wanted(names, typed)):
            wrong.append(Unable(_NOT_BOTH, cell.key, row.title))
    return text, wrong


def _wanted(names: Iterable[Cell], typed: Mapping[str, str]) -> list[str]:
    """The laureates that a row is to have."""
    return [name for cell in names if (name := typed.get(cell.name, cell.value).strip())]


def _known(names: Iterable[str]) -> list[str]:
    """Names without the word for nobody known, which gives way to a reason and comes after one."""
    return [name for name in names if name != Outcome.UNKNOWN.value]


def _named_in(path: str, text: str, number: int) -> list[str]:
    """The laureates that a row has in a text."""
    sheet = opened(path, text)
    cells = sheet.rows[number].cells if sheet and sheet.rows and len(sheet.rows) > number else ()
    return [cell.value for cell in cells if cell.key == "laureate" and cell.value]


def _of_row(path: str, row: SheetRow, cell: Cell, value: str, text: str) -> Iterable[Edit]:
    piece = _result_at(path, text, row)
    if piece is None:
        return ()
    if cell.key == "not_awarded" and (piece.form == "scalar" or (not value and len(piece.pairs) == 1)):
        return (yaml_edit.in_place(piece, _flow({cell.key: value}) if value else "unknown"),)
    if piece.form == "mapping":
        return _set(text, piece, cell.key, value, ROW)
    keys = {"laureate": piece.value or "", cell.key: value}
    return (yaml_edit.in_place(piece, _flow({key: keys[key] for key in ROW if key in keys})),)


def _entry(path: str, text: str, category: str) -> Piece | None:
    found = yaml_edit.opened(path, text)
    results = found[0].get("results") if found else None
    return results.get(category) if results else None


def _result_at(path: str, text: str, row: SheetRow) -> Piece | None:
    there = _entry(path, text, row.category)
    if there is None:
        return None
    results = read(there).results
    return results[row.at] if row.at < len(results) else None if results else there


def _laureates(path: str, text: str, row: SheetRow, names: Sequence[str]) -> Iterator[Edit]:
    piece = _result_at(path, text, row)
    if piece is None:
        return
    said: Any = names[0] if len(names) == 1 else list(names)
    if piece.form == "scalar":
        yield yaml_edit.in_place(piece, _flow(said if isinstance(said, str) else {"laureate": said}))
    elif there := piece.get("laureate"):
        yield yaml_edit.in_place(there, _flow(said))
    else:
        yield from _put(text, piece, "laureate", said, ROW)


def _result(cells: Iterable[Cell], typed: Mapping[str, str]) -> Any:
    """The result of a new row; None where nobody is named."""
    said = {cell.name: typed.get(cell.name, "").strip() for cell in cells}
    names = [said[cell.name] for cell in cells if cell.key == "laureate" and said[cell.name]]
    if not names:
        return None
    made: dict[str, Any] = {cell.key: said[cell.name] for cell in cells if said[cell.name]}
    made["laureate"] = names[0] if len(names) == 1 else names
    return names[0] if list(made) == ["laureate"] and len(names) == 1 else made


def _one_more(path: str, text: str, row: SheetRow, typed: Mapping[str, str]) -> tuple[str, tuple[Unable, ...]]:
    """The text with the result of a new row, or why it can't be added."""
    category, new = typed.get("n.category", "").strip(), _result(row.cells, typed)
    if not category:
        return text, (Unable(_NO_CATEGORY, "category"),)
    if new is None:
        return text, (Unable(_OF_NOBODY, "laureate", category),)
    made = yaml_edit.apply(text, _added(path, text, category, new))
    is_done = made != text and yaml_edit.opened(path, made) is not None
    return (made, ()) if is_done else (text, (Unable(_HANDMADE, row=category),))


def _added(path: str, text: str, category: str, value: Any) -> Iterator[Edit]:
    """The text with one more result of a category, whatever its form."""
    found = yaml_edit.opened(path, text)
    if found is None:
        return
    results = found[0].get("results")
    if results is None or results.form == "scalar":
        order = [key.name for key in next(iter(outline_of(path).values())).keys]
        yield from _put(text, found[0], "results", {category: value}, order)
        return
    there = results.get(category)
    if there is None:
        yield from _put(text, results, category, value, ())
        return
    ours = read(there)
    holder = ours.holder
    if holder is None and there.form == "scalar":
        yield yaml_edit.in_place(there, _flow(value))
    elif holder is None:
        outcome = there.get("outcome")
        if outcome and outcome.value == "unknown":
            yield yaml_edit.in_place(outcome, "awarded")
        yield from _put(text, there, "results", value, ())
    elif holder is there and is_mixed(there):
        return
    elif holder.form == "sequence":

        def write(column: int) -> Iterator[str]:
            return yaml_edit.element(value, column, short_form.typed())

        yield from yaml_edit.with_elements(text, holder, [_flow(value)], [write])
    elif holder.form == "scalar":
        yield yaml_edit.in_place(holder, _flow([holder.value or "", value]))
    elif holder.flow:
        yield Edit(holder.start, holder.start, "[")
        yield Edit(holder.end, holder.end, f", {_flow(value)}]")
    elif dash := yaml_edit.as_element(text, holder, _column(results, category)):
        yield dash
        yield yaml_edit.below(text, holder, yaml_edit.element(value, holder.column - 2, short_form.typed()))


def with_categories(path: str, text: str, ids: Sequence[str]) -> str:
    """The text of an edition with more categories, of which nothing is known."""
    found = yaml_edit.opened(path, text)
    results = found[0].get("results") if found else None
    if not ids or found is None:
        return text
    unknown = [_new_pair(id, Outcome.UNKNOWN.value) for id in ids]
    if results is None or (results.form == "scalar" and results.value is None):
        order = [key.name for key in next(iter(outline_of(path).values())).keys]
        edits = _put(text, found[0], "results", dict.fromkeys(ids, Outcome.UNKNOWN.value), order)
    elif results.form == "mapping":
        edits = yaml_edit.with_pairs(text, results, unknown, ())
    else:
        return text
    made = yaml_edit.apply(text, edits)
    return made if opened(path, made) else text


def _column(mapping: Piece, key: str) -> int:
    return next(piece.column for name, piece, _ in mapping.pairs if name == key)


def taken_out(path: str, text: str, row: SheetRow) -> tuple[str, tuple[Unable, ...]]:
    """The text without a result; a category without its last one is `unknown`, and goes when that is taken out."""
    found, there = yaml_edit.opened(path, text), _entry(path, text, row.category)
    results = found[0].get("results") if found else None
    if results is None or there is None:
        return text, ()
    ours, edit = read(there), None
    if len(ours.results) > 1 and ours.holder is not None:
        edit = yaml_edit.without_element(text, ours.holder, row.at)
    elif ours.results and ours.holder is there and not is_mixed(there):
        key = next(piece for name, piece, _ in results.pairs if name == row.category)
        is_apart = not text[key.end + 1 : there.start].strip(" \r\n-")
        edit = Edit(key.end + 1, there.end, " unknown") if is_apart else None
    elif not ours.results and there.form == "scalar":
        edit = yaml_edit.without_pair(text, results, row.category)
    made = yaml_edit.apply(text, (edit,)) if edit else text
    is_done = made != text and yaml_edit.opened(path, made) is not None
    return (made, ()) if is_done else (text, (Unable(_NOT_TAKEN, row=row.title),))


def given_to(path: str, text: str, row: SheetRow, category: str) -> tuple[str, tuple[Unable, ...]]:
    """The text with a result moved to another category; its former category may become unknown."""
    piece = _result_at(path, text, row)
    unable = (text, (Unable(_NOT_GIVEN, row=row.title),))
    source = yaml_edit.source(text, piece) if piece else ""
    if piece is None or ("#" in source and "\n" in source):
        # What may be a comment would be lost.
        return unable
    value = _plain(piece)
    out, _ = taken_out(path, text, row)
    made = yaml_edit.apply(out, _added(path, out, category, value)) if out != text else text
    there = _entry(path, made, category)
    last = read(there).results[-1:] if there else ()
    return (made, ()) if made != out and [_plain(each) for each in last] == [value] else unable


def _plain(piece: Piece) -> Any:
    """The value of a piece as plain data."""
    if piece.form == "mapping":
        return {name: _plain(value) for name, _, value in piece.pairs}
    return [_plain(each) for each in piece.elements] if piece.form == "sequence" else piece.value or ""


def moved(path: str, text: str, row: SheetRow, by: int) -> tuple[str, tuple[Unable, ...]]:
    """The text with a result above or below the next one of its category."""
    there = _entry(path, text, row.category)
    ours = read(there).results if there else ()
    if not (0 <= row.at < len(ours) and 0 <= row.at + by < len(ours)):
        return text, ()
    made = yaml_edit.apply(text, yaml_edit.swapped(text, ours[row.at], ours[row.at + by]))
    is_done = yaml_edit.opened(path, made) is not None
    return (made, ()) if is_done else (text, (Unable(_NOT_MOVED, row=row.title),))


def _set(text: str, mapping: Piece, key: str, value: str | list[str], order: Sequence[str]) -> Iterator[Edit]:
    """The text with the value of a key changed, added or removed."""
    there = mapping.get(key)
    if there is None or isinstance(value, list):
        yield from _put(text, mapping, key, value, order)
    elif value:
        said = yaml_edit.scalar(value, key in short_form.typed(), inside=mapping.flow)
        yield yaml_edit.in_place(there, said)
    elif edit := yaml_edit.without_pair(text, mapping, key):
        yield edit


def _put(text: str, mapping: Piece, key: str, value: Any, order: Sequence[str]) -> Iterator[Edit]:
    if blank := mapping.get(key):
        yield yaml_edit.in_place(blank, yaml_edit.flow(value, short_form.typed(), key))
        return
    yield from yaml_edit.with_pairs(text, mapping, [_new_pair(key, value)], order)


def _flow(value: Any) -> str:
    return yaml_edit.flow(value, short_form.typed())

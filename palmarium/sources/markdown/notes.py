"""Notes of a text: their markers, their back links, and their place in the text."""

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from ...problems import Level, Problem
from .blocks import NoteBlock

_BACK = MappingProxyType(
    {
        "ar": "العودة إلى الحاشية {} في النص",
        "de": "Zurück zur Anmerkung {} im Text",
        "en": "Jump back to footnote {} in the text",
        "es": "Volver a la nota {} en el texto",
        "fr": "Revenir à la note {} dans le texte",
        "it": "Torna alla nota {} nel testo",
    }
)
_PLAIN = re.compile(r"[\w.-]+")

Calls = Mapping[str, list[Element]]
"""The elements that call each note, in the order of their calls."""


def call(numbers: Mapping[str, int], times: int, id: str) -> str:
    """The sign that calls a note for the nth time."""
    number = numbers[id]
    to = f'<a class="footnote-ref" href="#{_id(id, number)}">{number}</a>'
    return f'<sup id="{_call_id(id, number, times)}">{to}</sup>'


def _id(id: str, number: int) -> str:
    return f"fn:{id if _PLAIN.fullmatch(id) else number}"


def _call_id(id: str, number: int, times: int) -> str:
    return f"fnref{times if times > 1 else ''}:{id if _PLAIN.fullmatch(id) else number}"


def unused(notes: Mapping[str, NoteBlock], calls: Calls) -> Iterator[Problem]:
    """Notes that nothing calls."""
    for id, note in notes.items():
        if not calls.get(id):
            message = f'nothing calls the note "[^{id}]"'
            hint = f"write [^{id}] behind the words it is about"
            yield Problem("broken-note", note.span, message, hint, Level.WARNING)


def place(
    root: Element, notes: Mapping[str, NoteBlock], calls: Calls, language: str, slot: Callable[[str], str]
) -> None:
    """Put each note behind the block that calls it first, with the block's other notes, to be read with it."""
    if not notes:
        return
    groups: defaultdict[int, Element] = defaultdict(lambda: Element("div", {"class": "notes"}))
    homes = _homes(root, notes, calls)
    for number, (id, note) in enumerate(notes.items(), 1):
        groups[homes[id]].append(_shown(id, note.element, number, len(calls.get(id, ())), language, slot))
    for index in sorted(groups, reverse=True):
        root.insert(index + 1, groups[index])


def _homes(root: Element, notes: Mapping[str, NoteBlock], calls: Calls) -> Mapping[str, int]:
    """The place of the block that calls each note, or whose notes call it; the last where nothing does."""
    blocks = {element: index for index, block in enumerate(root) for element in block.iter()}
    owner = {element: id for id, note in notes.items() for element in note.element.iter()}
    homes: dict[str, int] = {}
    waiting: list[tuple[int, str]] = []
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for id in notes:
        for element in calls.get(id, ()):
            if element in blocks:
                waiting.append((blocks[element], id))
            else:
                inside[owner[element]].append(id)
    waiting.sort(key=lambda pair: pair[0], reverse=True)
    while waiting:
        index, id = waiting.pop()
        if id not in homes:
            homes[id] = index
            waiting += [(index, each) for each in reversed(inside[id])]
    return {id: homes.get(id, len(root) - 1) for id in notes}


def _shown(id: str, blocks: Element, number: int, times: int, language: str, slot: Callable[[str], str]) -> Element:
    """A note with its number in front, which is read aloud as in a book, and with the ways back behind it."""
    note = Element("div", {"class": "note", "role": "note", "id": _id(id, number)})
    note.extend(list(blocks))
    if not len(note) or note[0].tag != "p":
        note.insert(0, Element("p"))
    if note[-1].tag != "p":
        note.append(Element("p"))
    note[0].text = slot(f"<sup>{number}</sup>") + f" {note[0].text or ''}"
    title = html.escape(_BACK.get(language, _BACK["en"]).format(number))
    back = (
        f'<a class="footnote-backref" href="#{_call_id(id, number, time)}" title="{title}">&#8617;</a>'
        for time in range(1, max(1, times) + 1)
    )
    last = note[-1].text or ""
    note[-1].text = f"{last}{'' if note[-1].text is None else chr(0xA0)}{slot(''.join(back))}"
    return note

"""What is remembered of a text is what converting it gave."""

import json
from base64 import b64encode

from palmarium.model import Ref
from palmarium.problems import Span
from palmarium.sources.cache import Memory, recall, remembering, state
from palmarium.sources.markdown import convert
from palmarium.sources.values import dumps

TEXT = """\
[[Ann|Elle]] a [26 lauréats]{laureates palmes/2011 of="Ann Crust" source=s1 note="Lu." disputed} et [2]{titles}.

## Le jury

{{ jury palmes/2011 }}

![Vu](a.jpg)
"""


def kept(memory: Memory) -> Memory:
    """The memory as the next build finds it on the disk."""
    return recall(json.loads(json.dumps(state(memory, "engine", ""))), "engine")


def test_a_remembered_text_is_the_text_converted() -> None:
    first = Memory({}, {})
    made = remembering(first)("a.md", TEXT, 7, "fr")
    assert made == convert("a.md", TEXT, 7, "fr")
    again = kept(first)
    assert remembering(again)("a.md", TEXT, 7, "fr") == made
    assert again.used == again.past
    assert len(made[0].claims) == 2


def test_a_text_with_a_mistake_is_converted_again() -> None:
    memory = Memory({}, {})
    assert remembering(memory)("a.md", "[3]{}", 1, "fr")[1]
    assert memory.used == {}


def test_another_place_or_language_is_another_text() -> None:
    memory = Memory({}, {})
    for path, line, language in (("a.md", 1, "fr"), ("b.md", 1, "fr"), ("a.md", 2, "fr"), ("a.md", 1, "en")):
        remembering(memory)(path, "Bonjour", line, language)
    assert len(memory.used) == 4


def test_a_row_that_makes_no_sense_is_made_again() -> None:
    memory = Memory({}, {})
    made = remembering(memory)("a.md", TEXT, 7, "fr")
    for broken in ([], None, "", "é", "YQ==", b64encode(dumps(Ref("Ann", Span("a.md")))).decode()):
        odd = Memory(dict.fromkeys(memory.used, broken), {})
        assert remembering(odd)("a.md", TEXT, 7, "fr") == made

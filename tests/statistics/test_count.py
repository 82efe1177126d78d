import re
import string
from pathlib import Path

import palmarium.statistics
from palmarium.statistics.count import REASONS, Count, Reason

CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(palmarium.statistics.__path__[0]).glob("*.py"))


def test_a_count_is_exact_unless_it_says_otherwise() -> None:
    assert Count(3) == Count(3, exact=True, because=None)


def test_every_reason_is_a_sentence_for_the_middle_of_a_line() -> None:
    for code, sentence in REASONS.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert sentence[0].islower() or sentence[0] == "%", sentence
        assert not sentence.endswith("."), sentence


def test_every_slot_of_a_sentence_is_named() -> None:
    for sentence in REASONS.values():
        slots = re.findall(r"%(.)", sentence)
        assert set(slots) <= {"("}, sentence
        assert all(set(name) <= set(string.ascii_lowercase) for name in re.findall(r"%\((.+?)\)s", sentence))


def test_every_reason_that_the_rules_name_has_a_sentence() -> None:
    named = set(re.findall(r'Reason\(\s*"([a-z-]+)"', CODE))
    assert named
    assert named <= set(REASONS)


def test_a_reason_fills_its_sentence() -> None:
    reason = Reason("laureates", (("edition", "Pie 2011"),))
    said = REASONS[reason.code] % dict(reason.values)
    assert said == "the archive does not hold every laureate of Pie 2011"

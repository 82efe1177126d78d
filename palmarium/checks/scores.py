"""No mark is above the highest, no place behind the last, and no part above the whole.

Where a score says out of how much it is, it is no higher, and in one list it is out of as much as the others, and in
one edition between others (or ten times as much, or with no mark that needs it) as in all of these, three or more; a
place is no further than the number of those who entered the category; there are no more laureates than entered it, and
no more nominees than were nominated. No more go on from a round than entered it, no more enter one than went on into
it, or the last than all before, or are listed in one than entered it, and who wins has won the last one. Who wins has
no mark below the `threshold`, and where nobody won for that reason, nobody has reached it. The answers of a figure and
the weights of a method in per cent are 100 at most, each and together (so are weights that are bare numbers and nearly
make a hundred; parts of one, `1/2` or `0.6`, make 1), unless it says `several_answers`; a sum may be over by what
rounding adds. The number of a weight is its `value`, and no part of its label. Answers below 1 are told where a hundred
times as much makes 100. No number holds letters that look like digits (`1O`).

Passes:

```yaml
results:
  pie: {entrants: 12, results: [{laureate: Ann Crust, score: 18, out_of: 20}]}
```

Fails:

```yaml
results:
  pie: {entrants: 12, results: [{rank: 13, laureate: Ann Crust, score: 25, out_of: 20}]}
```
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..model import Distinction, Edition, Entry, Figure, Result, WhyNotAwarded
from ..model.archive import Archive
from ..model.editions import Answer, Round
from ..problems import Basis, Fix, Level, Problem, Span, if_right, plain
from ..sources.numerals import decimal
from ..sources.schema.meant import in_digits

CODE = "beyond-last"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_THRESHOLD = re.compile(r"(?P<score>\d{1,9}(?:[.,]\d{1,9})?)(?:\s*(?:/|sur|von|out of)\s*(?P<most>\d{1,9}))?.{0,20}")
_SPOILT = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_FRACTION = re.compile(r"(?P<score>\d{1,9}(?:[.,]\d{1,9})?)\s*(?:/|sur|von|out of)\s*(?P<most>\d{1,9})\b.*")

_PART = re.compile(r"(?P<part>\d{1,4})\s*/\s*(?P<whole>[1-9]\d{0,3})")
_WEIGHT = r"\d{1,3}(?:[.,]\d{1,2})?\s*%?|\d{1,2}/\d{1,2}"
_IN_LABEL = re.compile(
    rf"(?P<label>[^\d:=(]{{1,60}}?)[\s:=(]+(?P<behind>{_WEIGHT})\)?|(?P<before>{_WEIGHT})\s+(?P<of>[^\d]{{1,60}})"
)
"""A label with a number behind or before it: `jury 60`, `60 % jury`."""
_LEAST_WEIGHT = 10
_AWAY = 25
_SCORE = ("score",)
_EDITIONS = 3
"""Of bare numbers, the least that is rather a part of a hundred, and by how much a sum may miss that."""

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    yield from _of_rounds(edition)
    yield from _in_letters(edition)
    method = edition.method
    yield from _weighed(edition, method.weights if method else ())
    for figure in edition.figures:
        yield from _of_figure(figure)
    for entry in edition.entries:
        yield from _of_entry(entry)
        for result in entry.results:
            yield from _of_result(entry, result)
            yield from _too_early(edition.rounds, entry, result)
            yield from _below(entry, entry.threshold or (method.threshold if method else ""), result)


def _weighed(edition: Edition, weights: tuple[Answer, ...]) -> Iterator[Problem]:
    """Weights whose numbers stand in their labels, and such as make another sum than a whole."""
    inside = [found for each in weights if not each.value and (found := _IN_LABEL.fullmatch(each.label))]
    texts = [each.value for each in weights]
    key = ("method", "weights")
    if len(weights) > 1 and len(inside) == len(weights):
        texts = [(found["behind"] or found["before"]).strip() for found in inside]
        labels = [(found["label"] or found["of"]).strip() for found in inside]
        pairs = zip(labels, texts, strict=True)
        meant = ", ".join(f"{{label: {plain(label)}, value: {plain(text)}}}" for label, text in pairs)
        message = f'the number of the weight "{weights[0].label}" is a part of its label'
        yield Problem(CODE, edition.span, message, f"write `weights: [{meant}]`", LEVEL, (weights[0].label,), key=key)
    values = _in_per_cent("", texts) or _bare_weights(texts)
    whole = 100 if values else 1
    values = values or _parts(texts)
    if len(values) > 1 and abs(sum(values) - whole) > whole * len(values) / 200:
        message = f"the weights of the method add up to {sum(values):.4g}{' %' if whole > 1 else ', and not to 1'}"
        is_bare = whole > 1 and not any("%" in text for text in texts)
        points = f"; if they are points, write `value: {texts[0]} points`" if is_bare else ""
        hint = f"correct one of the `weights`, or add what is missing{points}"
        yield Problem(CODE, edition.span, message, hint, LEVEL, (f"{sum(values):.4g}",), key=key)


def _parts(texts: list[str]) -> list[float]:
    """Weights that are all parts of 1, as fractions or as decimals."""
    fractions = [found for text in texts if (found := _PART.fullmatch(text.strip()))]
    if fractions and len(fractions) == len(texts):
        return [int(found["part"]) / int(found["whole"]) for found in fractions]
    values = [value for text in texts if (value := decimal(text.strip())) is not None and 0 < value < 1]
    return values if len(values) == len(texts) else []


def _in_letters(edition: Edition) -> Iterator[Problem]:
    """Numbers in which letters stand for the digits that they look like."""
    for key, text, span in _numbers(edition):
        if right := in_digits(text.strip("%\u00a0\u202f ")):
            message = f'"{text}" holds letters in the place of digits'
            fix = Fix(span, text, plain(right), key)
            yield Problem(CODE, span, message, f"write `{key}: {plain(right)}`", LEVEL, (text,), fix=fix)


def _numbers(edition: Edition) -> Iterator[tuple[str, str, Span]]:
    weights = edition.method.weights if edition.method else ()
    yield from (("value", weight.value, edition.span) for weight in weights)
    for figure in edition.figures:
        yield from (("value", answer.value, figure.span) for answer in figure.answers)
    for entry in edition.entries:
        yield "threshold", entry.threshold, entry.span
        for result in entry.results:
            yield "score", result.score, result.span
            yield "out_of", result.out_of, result.span


def _too_early(rounds: tuple[Round, ...], entry: Entry, result: Result) -> Iterator[Problem]:
    """Who wins a round that is not the last, and counts as a winner of all."""
    last = rounds[-1] if rounds else None
    won = next((round for round in rounds if round.id == result.round), None)
    if not last or not won or won is last or not result.is_title or result.scope or won.level == last.level != "":
        return
    who = result.who or "somebody unknown"
    where = entry.category or "this list"
    message = f'{who} wins {where} in the round "{won.id}", and "{last.id}" is the last one'
    hint = f"write `round: {last.id}`, or `distinction: regional-winner`, finalist or another one"
    yield Problem(CODE, result.span, message, hint, LEVEL, (where, won.id), key=("round",))


def _below(entry: Entry, threshold: str, result: Result) -> Iterator[Problem]:
    least, score = _THRESHOLD.fullmatch(threshold), decimal(result.score)
    most = {least["most"], result.out_of} - {None, ""} if least else set()
    if not least or score is None or len(most) != 1:
        return
    is_reached = score >= (decimal(least["score"]) or 0)
    if result.is_title and not is_reached:
        message = f"the mark {result.score} wins, and the threshold is {threshold}"
        yield Problem(
            CODE, result.span, message, "correct one of the two", LEVEL, (result.score, threshold), key=_SCORE
        )
    if is_reached and entry.reason is WhyNotAwarded.BELOW_THRESHOLD:
        message = f"nobody won below the threshold of {threshold}, and the mark {result.score} reaches it"
        yield Problem(
            CODE, result.span, message, "correct one of the three", LEVEL, (result.score, threshold), key=_SCORE
        )


def _of_rounds(edition: Edition) -> Iterator[Problem]:
    for round in edition.rounds:
        if (
            round.entrants is not None
            and round.qualify is not None
            and not round.per
            and round.qualify > round.entrants
        ):
            message = f'{round.qualify} go on from the round "{round.id}", and {round.entrants} entered it'
            hint = "exchange the two, or write `per: city` or `per: region` where so many go on from each"
            yield Problem(CODE, round.span, message, hint, LEVEL, (round.id,))
    for round in edition.rounds:
        listed = (
            sum(result.round == round.id for result in entry.results if not result.scope) for entry in edition.entries
        )
        if round.entrants is not None and (most := max(listed, default=0)) > round.entrants:
            message = f'{most} are listed in the round "{round.id}", and {round.entrants} entered it'
            yield Problem(
                CODE, round.span, message, "correct `entrants`, or the list", LEVEL, (round.id,), key=("entrants",)
            )
    *before, last = edition.rounds or (None,)
    if last and before and (gone_on := _gone_on(before)) and not last.note and (last.entrants or 0) > gone_on:
        message = f'{last.entrants} enter the round "{last.id}", and {gone_on} went on into it'
        hint = "correct one of the two; who came in otherwise is told in a `note`"
        yield Problem(CODE, last.span, message, hint, LEVEL, (last.id,))
    elif last and before and not last.note and (entered := _entered(before)) and (last.entrants or 0) > entered:
        message = f'{last.entrants} enter the last round, "{last.id}", and {entered} entered what came before'
        hint = "correct one of the two; who came in otherwise is told in a `note`"
        yield Problem(CODE, last.span, message, hint, LEVEL, (last.id,), key=("entrants",))


def _entered(rounds: Iterable[Round | None]) -> int:
    """How many entered rounds in all, where that is known of each; 0 otherwise."""
    numbers = [round.entrants for round in rounds if round and not round.per and not round.note]
    return sum(number or 0 for number in numbers) if all(numbers) else 0


def _gone_on(rounds: Iterable[Round | None]) -> int:
    """How many go on from rounds, one after the other or side by side; 0 where that is not known."""
    held = [round for round in rounds if round]
    if any(round.qualify is None or round.per for round in held):
        return 0
    follow = all(each.entrants and each.entrants <= (before.qualify or 0) for before, each in pairwise(held))
    return (held[-1].qualify or 0) if follow else sum(round.qualify or 0 for round in held)


def _in_per_cent(unit: str, texts: list[str]) -> list[float]:
    """The numbers of a list in per cent, if it is one."""
    are_so = unit.strip() == "%" or all("%" in text for text in texts)
    return [value for text in texts if (value := decimal(text.strip(" %\u00a0\u202f"))) is not None] if are_so else []


def _bare_weights(texts: list[str]) -> list[float]:
    """Weights of which some lack their %, or all, where as numbers they nearly make a hundred."""
    values = [decimal(text.strip(" %\u00a0\u202f")) for text in texts]
    numbers = [value for value in values if value is not None]
    is_share = len(numbers) == len(texts) and all(_LEAST_WEIGHT <= value <= 100 for value in numbers)
    return numbers if is_share and abs(sum(numbers) - 100) <= _AWAY else []


def _of_figure(figure: Figure) -> Iterator[Problem]:
    """Parts of a whole in per cent."""
    unit = figure.unit.strip()
    for answer in figure.answers if unit else ():
        bare = answer.value.removesuffix(unit).strip()
        if bare and bare != answer.value and (decimal(bare) is not None or not unit.isalnum()):
            message = f'"{answer.value}" ends with the unit of "{figure.title}", which is printed behind it'
            yield Problem(CODE, figure.span, message, f"write `value: {plain(bare)}`", LEVEL, (figure.id, answer.value))
            break
    texts = [answer.value for answer in figure.answers] if unit == "%" else []
    for text in texts:
        if _SPOILT.search(text) and not in_digits(text.strip(" %")):
            message = f'an answer of "{figure.title}" is no number: {text}'
            yield Problem(CODE, figure.span, message, "write a number, or correct the `unit`", LEVEL, (figure.id, text))
    values = _in_per_cent(figure.unit, texts)
    if not values:
        return
    small = [value for value in values if 0 < value < 1]
    if len(small) == 1 and len(values) > 1 and abs(sum(values) + 99 * small[0] - 100) <= len(values) / 2:
        message = f'an answer of "{figure.title}" is {small[0]:g} %, and the others lack {100 * small[0]:g}'
        yield Problem(CODE, figure.span, message, f"write {100 * small[0]:g}", LEVEL, (figure.id,))
    if len(values) > 1 and max(values) < 1 and abs(sum(values) - 1) < len(values) / 200:
        message = f'the answers of "{figure.title}" add up to {sum(values):g} %'
        hint = f"write {', '.join(f'{100 * value:g}' for value in values)}"
        yield Problem(CODE, figure.span, message, hint, LEVEL, (figure.id,))
    if max(values) > 100:
        message = f'an answer of "{figure.title}" is {max(values):g} %, more than all'
        yield Problem(CODE, figure.span, message, "correct it, or the `unit`", LEVEL, (figure.id,))
    elif not figure.several_answers and sum(values) > 100 + len(values) / 2:
        message = f'the answers of "{figure.title}" add up to {sum(values):g} %'
        hint = "correct one, or write `several_answers: true`"
        yield Problem(CODE, figure.span, message, hint, LEVEL, (figure.id,))


def _of_entry(entry: Entry) -> Iterator[Problem]:
    if entry.entrants is not None and entry.nominees is not None and entry.nominees > entry.entrants:
        message = f"{entry.nominees} were nominated, and {entry.entrants} entered"
        hint = "exchange the two, or correct one"
        yield Problem(CODE, entry.span, message, hint, LEVEL, (str(entry.nominees),), key=("nominees",))
    held = (frozenset(holder.name.text for holder in result.holders) for result in entry.results if not result.round)
    named = len(set(filter(None, held)))
    yield from _most(entry)
    nominees = sum(result.distinction is Distinction.NOMINEE for result in entry.results)
    winners = sum(result.is_title for result in entry.results)
    said = entry.category or "this list"
    counts = (
        (named, entry.entrants, "are listed", "entered", "entrants"),
        (nominees, entry.nominees, "are listed as nominees", "were nominated", "nominees"),
        (winners, entry.nominees, "won", "were nominated", "nominees"),
    )
    for found, most, have, did, key in counts:
        if most is not None and found > most:
            message = f"{found} {have} in {said}, and {most} {did}"
            yield Problem(CODE, entry.span, message, f"correct `{key}`, or the list", LEVEL, (said,), key=(key,))


def _most(entry: Entry) -> Iterator[Problem]:
    """A highest mark that is not that of the other rows of a list."""
    said = Counter(result.out_of for result in entry.results if result.out_of)
    usual, count = said.most_common(1)[0] if said else ("", 0)
    for result in entry.results if count > 1 else ():
        if result.out_of and result.out_of != usual and said[result.out_of] == 1:
            yield _other_scale(result, usual, f"{count} others are out of {usual}", f"write `out_of: {usual}`")
    marked = [result for result in entry.results if result.out_of]
    one, other = marked if len(marked) == 2 else (None, None)
    if one and other and one.out_of != other.out_of and (one.round, one.scope) == (other.round, other.scope):
        odd, right = (one, other) if _is_more(one.out_of, other.out_of) else (other, one)
        beside = f"{right.score}, beside it, is out of {right.out_of}"
        yield _other_scale(odd, right.out_of, beside, f"write `out_of: {right.out_of}`, or correct the other one")


def _is_more(most: str, other: str) -> bool:
    return (decimal(most) or 0) > (decimal(other) or 0)


def _other_scale(result: Result, usual: str, others: str, hint: str) -> Problem:
    message = f"the mark {result.score} is out of {result.out_of}, and {others}"
    likely = Fix(result.span, result.out_of, plain(usual), "out_of")
    return Problem(
        CODE, result.span, message, hint, LEVEL, (result.score, result.out_of), likely=likely, key=("out_of",)
    )


def check(archive: Archive) -> Iterator[Problem]:
    """The one edition whose marks in a category have another highest mark than those of all others."""
    for key in archive.categories:
        marked = [(entry, scale) for entry in archive.entries_of.get(key, ()) if (scale := _scale(entry))]
        marked.sort(key=lambda pair: archive.editions[pair[0].edition].when)
        (usual, often), *others = Counter(scale for _, scale in marked).most_common() or [("", 0)]
        if often < _EDITIONS or len(others) != 1 or others[0][1] != 1:
            continue
        at = next(at for at, (_, scale) in enumerate(marked) if scale != usual)
        entry, scale = marked[at]
        # From its last edition on a category may have another scale, and up to its first one, with marks of that.
        if 0 < at < len(marked) - 1 or _is_slip(scale, usual) or _is_unused(entry, scale, usual):
            first = next(result for result in entry.results if result.out_of)
            hint = f"write `out_of: {usual}`; {if_right(CODE, first.score, scale)}"
            yield _other_scale(first, usual, f"those of {often} other editions are out of {usual}", hint)


def _is_slip(scale: str, usual: str) -> bool:
    """Whether one of two numbers is the other with a nought or two more."""
    one, other = decimal(scale) or 0, decimal(usual) or 0
    return one > 0 and any(times * one == other or times * other == one for times in (10, 100))


def _is_unused(entry: Entry, scale: str, usual: str) -> bool:
    """Whether all marks out of a higher number are such as the usual one allows."""
    most = decimal(usual) or 0
    marks = [decimal(result.score) or 0 for result in entry.results if result.out_of]
    return max(marks) <= most < (decimal(scale) or 0)


def _scale(entry: Entry) -> str:
    """The highest mark of a category in one edition, where all its marks have the same."""
    scales = {result.out_of for result in entry.results if result.out_of}
    return scales.pop() if len(scales) == 1 else ""


def _of_result(entry: Entry, result: Result) -> Iterator[Problem]:
    score, most = decimal(result.score), decimal(result.out_of)
    others = [each.out_of for each in entry.results if each is not result and each.out_of]
    fits = len(others) > 1 and len(set(others)) == 1 and (score or 0) <= (decimal(others[0]) or 0)
    # Where the others are out of as much as would fit, it is their number that is told.
    if score is not None and most is not None and score > most and not fits:
        message = f"the mark {result.score} is out of {result.out_of}"
        yield Problem(
            CODE, result.span, message, "exchange the two, or correct one", LEVEL, (result.score,), key=_SCORE
        )
    elif not result.out_of and (parts := _FRACTION.fullmatch(result.score)):
        message = f'the mark "{result.score}" can\'t be compared: it holds the highest mark, too'
        hint = f"write `score: {plain(parts['score'])}, out_of: {parts['most']}`"
        yield Problem(CODE, result.span, message, hint, LEVEL, (result.score,), key=_SCORE)
    if result.rank and entry.entrants is not None and result.rank > entry.entrants:
        message = f"place {result.rank} of {entry.entrants} who entered"
        yield Problem(
            CODE, result.span, message, "correct `rank`, or `entrants`", LEVEL, (str(result.rank),), key=("rank",)
        )

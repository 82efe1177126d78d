"""Diagnosis of syntax errors in YAML, TOML and JSON, from the text itself rather than a parser's message."""

import json
import re
import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..problems import plain, quoted

DEEPEST = 40
"""How far brackets may nest."""

_QUOTED = re.compile(
    r"(?P<comment>(?:^|(?<=\s))#[^\n]*)"
    r"|(?P<block>(?<=[:\-])[ ]+[|>][-+0-9]*[ ]*(?:#[^\n]*)?$)"
    r"|(?:^[ ]*|(?<=[:,?\-][ ])[ ]*|(?<=[\[{])[ ]*)"
    r"(?P<text>\"(?:[^\"\\]|\\.)*(?P<double>\"?)|'(?:[^']|'')*(?P<single>'?))",
    re.MULTILINE | re.DOTALL,
)
_ITEM = re.compile(r"[ ]*(?:-[ ]+)*")
_DASH = re.compile(r"-(?:[ ]+|$)")
_KEY = re.compile(r"(?!-[ ])(?P<key>[^\s\[\]{},#&*!|>%@`\x01](?:[^:#]|:(?!\s|$)|(?<!\s)#)*?)[ ]*:(?=\s|$)")
_TIGHT = re.compile(r"(?P<key>[\w-]+):(?P<value>[^\s/:,}\]][^,}\]\n]*)")
_SETTING = re.compile(r"(?P<key>\s*\"[^\"]*\"\s*|\s*'[^']*'\s*|[^=:\"'#\[\]]*)(?P<sign>[=:])\s*(?P<value>.*)")
_BARE_KEY = re.compile(r"[\w-]+(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"))*|\"[^\"]*\"|'[^']*'", re.ASCII)
_TRUTHS = MappingProxyType(
    {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
)
_CLOSES = MappingProxyType({"{": "}", "[": "]"})
_SPECIAL = "@`%*&!|>,]}?"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted text: where it opens, and where it ends, if it does."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a text can't be read, why, and what to write instead.

    Where that is sure, what is `typed` there, and what stands `instead`.
    """

    place: int
    message: str
    hint: str
    typed: str = ""
    instead: str = ""


def nests_too_deep(text: str) -> bool:
    """Whether brackets nest further than any site needs."""
    depth = 0
    for bracket in re.findall(r"[\[{}\]]", _masked(text)):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > DEEPEST:
            return True
    return False


def yaml_fault(text: str, stumbled: int) -> Fault:
    """The error behind a place at which a YAML parser failed: the last mistake at or before that line."""
    end_of_line = text.find("\n", stumbled) % (len(text) + 1)
    found = _misquoted(text, stumbled)
    if found:
        return found
    slips = [slip for slip in _slips(text, _masked(text)) if slip.place <= end_of_line]
    if slips:
        return max(slips, key=lambda slip: slip.place)
    line = _line(text, stumbled)
    start = text.rfind("\n", 0, stumbled) + 1
    if line.strip() and not _line(_masked(text), stumbled).strip() and not line.lstrip().startswith("#"):
        hint = f"indent it as far as its first line: `  {line.strip()}`"
        return Fault(start, "this line stands further left than the text it goes on with", hint)
    hint = "look for a quote, a bracket, a colon or an indentation that is not as in the lines around it"
    return Fault(stumbled, "this line, or the one above it, can't be read", hint)


def _misquoted(text: str, stumbled: int) -> Fault | None:
    """A quote that is left open is told where it opens, one that closes too early where it does."""
    left_open = open_quote(text, stumbled)
    if left_open:
        message = "the quote that opens here is not closed on its line"
        return Fault(left_open.start, message, f"close it: {closed(text, left_open)}")
    early = ending_at(text, len(text[:stumbled].rstrip(" \t")))
    if early:
        inside = '\\"' if text[early.start] == '"' else "''"
        hint = f"inside these quotes, write a quote as {inside}"
        return Fault(early.end - 1, "the quoted text ends here, and more follows", hint)
    return None


_SPACES = "\u00a0\u2007\u202f\u3000"
_NO_BREAK = re.compile(rf"(?P<before>[ ]*)[{_SPACES}]|[ ]*(?:-[ ]+)?[\w-]+:[{_SPACES}]")


def _slips(text: str, masked: str) -> Iterator[Fault]:
    """Every violation of YAML's syntax; `masked` hides quoted texts, comments and block scalars."""
    levels: list[tuple[int, str]] = []
    is_open, waiting, at, said = True, -1, 0, -1
    while at < len(masked):
        end = masked.find("\n", at) % (len(masked) + 1)
        line = masked[at:end]
        content = line.strip(" \t")
        start, at = at, end + 1
        if not content:
            continue
        column = len(line) - len(line.lstrip(" \t"))
        if odd := _NO_BREAK.match(line):
            where = "in the indentation" if odd["before"] is not None else "behind the colon"
            plain_line = "".join(" " if sign in _SPACES else sign for sign in _line(text, start)).rstrip()
            place = start + odd.end() - 1
            yield Fault(place, f"a no-break space stands {where}", f"write `{plain_line}`", text[place], " ")
            continue
        if re.match(r"-(?:[{\[]|[^\W\d][\w-]*:(?:\s|$))", content):
            hint = f"write `{_line(text, start)[:column]}- {_line(text, start)[column + 1 :].rstrip()}`"
            yield Fault(start + column, "a space is missing behind the dash", hint, "-", "- ")
            continue
        if "\t" in line[:column]:
            hint = f"indent with spaces, not tabs: `{_line(text, start).expandtabs(2).rstrip()}`"
            yield Fault(start + line.index("\t"), "a tab stands in the indentation", hint)
            continue
        if column == 0 and re.match(r"(?:---|\.\.\.)(?:\s|$)", content) and levels:
            yield Fault(start, "a second document begins here", "delete this line")
            continue
        has_dash = False
        while dash := _DASH.match(masked, start + column, end):
            has_dash = True
            yield from _item(text, levels, start, column, is_open, said)
            column, is_open = dash.end() - start, True
        key = _KEY.match(masked, start + column, end)
        if key is None and not has_dash:
            continues = 0 <= waiting <= start + column and column >= _column(masked, waiting)
            if not continues and levels and column <= levels[-1][0] and content[0] not in "[{":
                yield _no_colon(text, start + column)
            elif content[0] in _SPECIAL:
                yield _special(text, start + column, end, "")
            elif is_open and content[0] not in "[{\"'":
                waiting, is_open = start + column, False
            value = start + column
            if content[0] in "[{":
                at = yield from _flow(text, masked, value)
            continue
        if key and waiting >= 0:
            if _column(masked, waiting) == column:
                yield _no_colon(text, waiting)
                levels.append((column, ":"))
            waiting = -1
        if key:
            yield from _placed(text, levels, start, column, is_open and not has_dash, said)
        value = start + column if key is None else key.end()
        value += len(masked[value:end]) - len(masked[value:end].lstrip())
        is_open = value >= end
        said = value if key and value < end and masked[value] not in "[{" else -1
        if value < end and masked[value] in "[{":
            at = yield from _flow(text, masked, value)
        elif value < end:
            yield from _plain(text, masked, value, end, key)


def _item(
    text: str, levels: list[tuple[int, str]], start: int, column: int, is_open: bool, said: int
) -> Iterator[Fault]:
    """A dash belongs to a list at its column, or opens one below a key that has nothing yet: no text, at `said`."""
    while levels and levels[-1][0] > column:
        levels.pop()
    if levels and levels[-1] == (column, "-"):
        return
    if levels and not is_open and said >= 0 and levels[-1] == (_indent(text, said), ":"):
        key = _line(text, said)[: said - text.rfind("\n", 0, said) - 1].rstrip()
        yield Fault(said, "this key has a text, and a list below it", f"take the text away: `{key}`")
    elif levels and levels[-1] == (column, ":") and not is_open:
        bare = re.sub(r"^[ ]*-[ ]*", "", _line(text, start))
        hint = f"write `{' ' * column}{bare.rstrip()}`, without the dash"
        yield Fault(start + column, "an item of a list stands among keys", hint)
    elif levels and not is_open:
        yield _indented(text, levels, start, column)
    levels.append((column, "-"))


def _placed(
    text: str, levels: list[tuple[int, str]], start: int, column: int, is_open: bool, said: int
) -> Iterator[Fault]:
    """A key stands below one at its own column, or further in below one that has nothing yet."""
    above = list(levels)
    while levels and (levels[-1][0] > column or levels[-1] == (column, "-")):
        levels.pop()
    if levels and levels[-1] == (column, ":"):
        return
    deeper = not levels or levels == above
    if (column, "-") in above:
        hint = f"write `- {_line(text, start).strip()}`, or indent it below the key it belongs to"
        yield Fault(start + column, "a key stands among the items of a list", hint)
    elif above and not (deeper and (is_open or above[-1][1] == "-")):
        fault = _indented(text, above, start, column)
        together = _in_braces(text, said, start, column)
        yield replace(fault, hint=f"{fault.hint}; {together}") if together else fault
    levels.append((column, ":"))


def _in_braces(text: str, said: int, start: int, column: int) -> str:
    """`pie: Ann Crust` with `role: baker` further in below it, as one mapping; nothing where that was not meant."""
    if said < 0 or column < _indent(text, said) + 2:
        return ""
    key, value = _line(text, said).strip().split(":", 1)
    inner = f"{{…: {plain(value.strip())}, {_line(text, start).strip()}}}"
    return f"if it belongs to the text above it, write `{key}: {inner}`, with the key of that text"


def _indent(text: str, place: int) -> int:
    line = _line(text, place)
    return len(line) - len(line.lstrip(" "))


def _indented(text: str, levels: list[tuple[int, str]], start: int, column: int) -> Fault:
    """The line where it would be right: at the nearest column of those above."""
    kind = "-" if text.startswith("-", start + column) else ":"
    columns = sorted({level for level, of in levels if of == kind} or {level for level, _ in levels})
    right = min(columns, key=lambda each: (abs(each - column), -each))
    hint = f"begin it below the others: `{' ' * right}{_line(text, start).strip()}`"
    following = text[start:].splitlines()[1:2]
    if columns == [0] and kind == ":" and following and re.match(rf" {{{column}}}[^\s#-]", following[0]):
        hint = f"a line is missing above it, with the key to which these lines belong, such as `results:`; or {hint}"
    places = " or ".join(str(each) for each in columns)
    return Fault(start + column, f"this line is indented by {column}, those above by {places}", hint)


def _no_colon(text: str, place: int) -> Fault:
    said = _line(text, place).strip()
    tight = _TIGHT.match(said)
    if tight:
        hint = f"write `{tight['key']}: {said[tight.end('key') + 1 :]}`"
        return Fault(place + tight.end("key"), "a space is missing behind the colon", hint, ":", ": ")
    first, _, rest = said.partition(" ")
    above = text[:place].rstrip().rpartition("\n")[2]
    if re.search(r":\s+[|>][-+0-9]*$", above):
        return Fault(place, "the text that the line above announces is not indented", f"write `  {said}`")
    return Fault(place, "this line has no colon", f"write `{first}: {rest.lstrip('= ') or '…'}`")


def _plain(text: str, masked: str, start: int, end: int, key: re.Match[str] | None) -> Iterator[Fault]:
    """A text without quotes on one line, behind a key or a dash."""
    if masked[start] in "\"'":
        return
    before = f"{text[key.start('key') : key.end('key')]}: " if key else "- "
    colon = re.compile(r":(?=\s|$)").search(masked, start, end)
    if masked[start] in _SPECIAL and not re.fullmatch(r"[|>][-+0-9]*", masked[start:end].strip()):
        yield _special(text, start, end, before)
    elif key and masked[start:end].strip() == "-":
        hint = f'write `{before}"-"` if it is a text, or nothing behind the colon'
        yield Fault(start, "a dash alone begins a list", hint)
    elif key and masked.startswith("- ", start):
        hint = f"put it on a line of its own, or write `{before}[{text[start + 2 : end].strip()}]`"
        yield Fault(start, "a list can't begin on the line of its key", hint)
    elif colon and key:
        message = 'this text holds ": ", as only a key does'
        yield Fault(colon.start(), message, f"put quotes around it: `{before}{_quoted(text[start:end])}`")


def _special(text: str, start: int, end: int, before: str) -> Fault:
    return Fault(
        start, f"a text can't begin with {text[start]}", f"put quotes around it: `{before}{_quoted(text[start:end])}`"
    )


def _flow(text: str, masked: str, start: int) -> Generator[Fault, None, int]:
    """A collection in brackets: yields its faults, returns where the next line begins."""
    opened: list[int] = []
    entry, colon, at, is_first = start, -1, start, True
    while at < len(masked):
        character = masked[at]
        if character in "[{":
            opened.append(at)
            entry, colon, is_first = at + 1, -1, True
        elif character in "]}":
            if _CLOSES[masked[opened[-1]]] != character:
                right = _CLOSES[masked[opened[-1]]]
                yield Fault(at, f"this {character} closes a {masked[opened[-1]]}", f"write {right} instead")
            opened.pop()
            entry, colon, is_first = at + 1, -1, False
            if not opened:
                return (yield from _behind(text, masked, at + 1))
        elif character == ",":
            entry, colon, is_first = at + 1, -1, True
        elif character == ":" and re.match(r":(?:[\s,\]}]|$)", masked[at : at + 2]):
            if colon >= 0:
                yield _two_colons(text, masked, entry, colon, at)
                entry = at + 1
            colon, is_first = at, True
        elif character == "\n" and _ends_flow(masked, at + 1, start):
            yield _unclosed(text, opened[-1])
            return at + 1
        elif is_first and not character.isspace():
            is_first = False
            if character in _SPECIAL:
                before = f"{text[entry : colon + 1].lstrip()} " if colon >= 0 else ""
                yield _special(text, at, _entry_end(masked, at), before)
        at += 1
    yield _unclosed(text, opened[-1])
    return at


def _behind(text: str, masked: str, at: int) -> Generator[Fault, None, int]:
    end = masked.find("\n", at) % (len(masked) + 1)
    rest = masked[at:end]
    if rest.strip():
        place = at + len(rest) - len(rest.lstrip())
        if rest.strip()[0] in "]}":
            yield Fault(place, f"this {rest.strip()[0]} closes nothing", "delete it")
        else:
            line = _line(text, place).strip()
            key = _KEY.match(line)
            whole = f"`{key['key']}: {_quoted(line[key.end() :])}`" if key else f"`{_quoted(line)}`"
            hint = f"put a line of its own, or quotes around the whole text: {whole}"
            yield Fault(place, "more stands behind the bracket that closes here", hint)
    return end + 1


def _two_colons(text: str, masked: str, entry: int, colon: int, at: int) -> Fault:
    """`citation: A record: colder`, or a comma left out in `laureate: A rank: 1`."""
    end = _entry_end(masked, at)
    name, value = text[entry:colon].strip(), text[colon + 1 : end].strip()
    quoted = f"`{name}: {_quoted(value)}`"
    word = re.search(r"(?<![\w-])[\w-]+$", text[colon + 1 : at])
    before = text[colon + 1 : word.start() + colon + 1].strip(" \n;,") if word else ""
    hint = f"put quotes around it: {quoted}"
    if before and word and word[0].islower():
        hint += f", or a comma before the next key: `{name}: {before}, {word[0]}{text[at:end].rstrip()}`"
    return Fault(at, 'this text holds ": ", as only a key does', hint)


def _unclosed(text: str, opened: int) -> Fault:
    bracket = text[opened]
    line = text[opened : text.find("\n", opened) % (len(text) + 1)]
    comment = re.search(r"\s#.*", line)
    if comment and _CLOSES[bracket] in comment[0]:
        hint = 'the line ends before " #": put quotes around the text that holds it'
        return Fault(opened + comment.start() + 1, f"the {bracket} of this line is not closed before the comment", hint)
    hint = f"close it: `{line.rstrip().rstrip(',')}{_CLOSES[bracket]}`"
    return Fault(opened, f"the {bracket} that opens here is not closed", hint)


def _ends_flow(masked: str, at: int, start: int) -> bool:
    """Whether a line is none of a collection in brackets: a key or an item no further in than where that opens."""
    line = masked[at : masked.find("\n", at) % (len(masked) + 1)]
    content = line.lstrip(" ")
    if not content.strip():
        return False
    return len(line) - len(content) <= _column(masked, start) and bool(_KEY.match(content) or _DASH.match(content))


def _entry_end(masked: str, at: int) -> int:
    found = re.compile(r"[,\]}\n]").search(masked, at)
    return found.start() if found else len(masked)


def _quoted(text: str) -> str:
    """A text in plain quotes in place of curly ones around it."""
    bare = text.strip()
    curly = len(bare) > 1 and bare[0] in '“”"' and bare[-1] in '“”"'
    return quoted(bare[1:-1] if curly else bare)


def _line(text: str, place: int) -> str:
    start = text.rfind("\n", 0, place) + 1
    return text[start : text.find("\n", place) % (len(text) + 1)]


def _masked(text: str) -> str:
    """The text in which what stands in quotes is blotted out, comments and literal texts are blanks."""
    parts: list[str] = []
    at = done = 0
    while found := _QUOTED.search(text, at):
        if found["text"]:
            start, end = found.start("text"), found.end()
            parts += [text[done : start + 1], "\x01" * max(0, end - start - 2), text[max(start + 1, end - 1) : end]]
            at = done = end
        elif found["comment"]:
            parts += [text[done : found.start()], " " * (found.end() - found.start())]
            at = done = found.end()
        else:
            end = _after_block(text, found.start())
            parts += [text[done : found.end()], re.sub(r"[^\n]", " ", text[found.end() : end])]
            at = done = max(end, found.end())
        at = max(at, found.start() + 1)
    return "".join((*parts, text[done:]))


def toml_fault(text: str) -> Fault:
    """The error in a text of TOML: the first statement that is invalid alone, or the first duplicate."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    statements: list[int] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while not _is_toml(statement := "\n".join(lines[at:end])):
            if end >= len(lines) or not _goes_on(statement):
                return _toml_slip(starts[at], lines[at], over_lines=end - at > 1)
            end += 1
        statements.append(at)
        at = end
    low, high = 0, len(statements) - 1
    while low < high:
        middle = (low + high) // 2
        if _is_toml(text[: starts[statements[middle + 1]]]):
            low = middle + 1
        else:
            high = middle
    line = lines[statements[low]].strip()
    table = line.strip("[] ")
    is_one = f"[{table}]" in map(str.strip, lines[: statements[low]]) and line.startswith("[[")
    mend = (
        f"write `[[{table}]]` in the place of the other, `[{table}]`, too" if is_one else "delete one, or join the two"
    )
    return Fault(starts[statements[low]], "this key or table is here twice", mend)


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _goes_on(statement: str) -> bool:
    """Whether a value may close on a later line: a list, or a text in three quotes."""
    bare = re.sub(r"\"\"\".*?\"\"\"|'''.*?'''", "", statement, flags=re.DOTALL)
    if '"""' in bare or "'''" in bare:
        return True
    bare = re.sub(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*", "", bare).partition("=")[2]
    return bare.count("[") > bare.count("]")


def _toml_slip(start: int, line: str, *, over_lines: bool) -> Fault:
    found = _SETTING.fullmatch(line)
    bare = line.strip()
    place = start + len(line) - len(line.lstrip())
    if bare.startswith("[") and not (found and found["sign"] == "="):
        meant = f"[[{bare.strip('[] ')}]]" if bare.startswith("[[") else f"[{bare.strip('[] ')}]"
        return Fault(place, "this heading can't be read", f"write `{meant}`")
    if bare.endswith("]") and "[" not in bare:
        return Fault(place, "a heading stands in square brackets", f"write `[{bare.strip('] ')}]`")
    if found is None:
        first, _, rest = bare.partition(" ")
        return Fault(place, "this line has no =", f"write `{first} = {_toml_value(rest)}`")
    key, value = found["key"].strip(), found["value"].rstrip()
    if not _BARE_KEY.fullmatch(key):
        named = json.dumps(key, ensure_ascii=False) if key else "name"
        message = "a key is letters, digits, _ and -, or stands in quotes"
        return Fault(place, message, f"write `{named} = {_toml_value(value)}`")
    if found["sign"] == ":" and not value:
        return Fault(place, "a heading stands in square brackets", f"write `[{key}]`")
    if found["sign"] == ":":
        hint = f"write `{key} = {_toml_value(value)}`"
        said, instead = (":", " =") if _toml_value(value) == value else ("", "")
        return Fault(start + found.start("sign"), "a value stands behind =, not behind a colon", hint, said, instead)
    place, hint = start + found.start("value"), f"write `{key} = {_toml_value(value)}`"
    if over_lines and value[:1] == "[" and not value.strip("[{ "):
        hint = "put a comma behind each of its rows, and close it with ]"
        return Fault(place, "the list that opens here can't be read", hint)
    is_text = bool(value) and not set(value) & set("\"'[]{}#=")
    said, instead = (value, _toml_value(value)) if is_text else ("", "")
    return Fault(place, _why_no_value(value), hint, said, instead)


def _why_no_value(value: str) -> str:
    if not value:
        return "this key has no value"
    if value[0] in "\"'":
        return "a \\ in quotes is doubled" if "\\" in value else "the text in quotes ends too early, or not at all"
    if value[0] in "[{":
        return "this list or table can't be read: texts stand in quotes, commas between them"
    return "true and false are written small" if value.lower() in _TRUTHS else "a text stands in double quotes"


def _toml_value(value: str) -> str:
    """What was probably meant, as TOML writes it."""
    bare = value.strip()
    if _is_toml(f"x = {bare}"):
        return bare
    if re.fullmatch(r"-?\d+,\d+", bare):
        return bare.replace(",", "" if re.search(r",\d{3}$", bare) else ".")
    if bare.lower() in _TRUTHS:
        return _TRUTHS[bare.lower()]
    if bare[:1] == "[":
        parts = (part.strip() for part in bare.strip("[] ").split(","))
        return f"[{', '.join(_toml_value(part) for part in parts if part)}]"
    if bare[:1] == "{":
        pairs = (re.split(r"(?:(?<!\s)\s+)?[=:]\s*", part.strip(), maxsplit=1) for part in bare.strip("{} ").split(","))
        return f"{{{', '.join(f'{pair[0]} = {_toml_value(pair[-1])}' for pair in pairs if pair[0])}}}"
    inner = bare.strip("\"'“”„«»‘’ ") if bare[:1] in "\"'“”„«‘’" else re.sub(r"(?<!\s)\s+#.*", "", bare)
    return json.dumps(inner, ensure_ascii=False) if inner else '"…"'


def json_fault(text: str, stumbled: int) -> Fault:
    """The error behind a place at which a JSON parser failed."""
    ahead = text[:stumbled].rstrip()
    before, here = ahead[-1:], text[stumbled : stumbled + 1]
    opened: list[str] = []
    for bracket in re.findall(r"[\[{}\]]", re.sub(r'"(?:[^"\\]|\\.)*"', "", ahead)):
        if bracket in "[{":
            opened.append(bracket)
        elif opened:
            opened.pop()
    closes = here in ("}", "]") and before == ","
    if closes or (here == "," and text[stumbled + 1 :].lstrip()[:1] in ("}", "]")):
        place = len(ahead) - 1 if closes else stumbled
        return Fault(place, "a comma stands before the bracket that closes", "delete the comma")
    if here == '"' and not re.match(r'"(?:[^"\\]|\\.)*"', text[stumbled:], re.DOTALL):
        return Fault(stumbled, "the quote that opens here is never closed", 'write " at the end of the text')
    if here == "\\" or before == "\\":
        return Fault(stumbled, "a backslash means something in JSON", "write \\\\ for a backslash")
    if not opened and before:
        return Fault(stumbled, "more stands behind the end", 'if there is one object on each line: format = "jsonl"')
    if opened and opened[-1] == "{" and before in ("{", ","):
        word = re.match(r"['\"]?([\w-]*)", text[stumbled:])
        return Fault(stumbled, "a key stands in double quotes", f'write "{word[1] if word and word[1] else "…"}": …')
    if before in ("", ":", "[", ","):
        hint = "put double quotes around a text, delete a comma too many; nothing is null"
        return Fault(stumbled, "a value is missing here", hint)
    key = re.search(r'[{,]\s*("(?:[^"\\]|\\.)*")$', ahead[-1000:])
    if opened and opened[-1] == "{" and key:
        return Fault(stumbled, "a colon is missing behind the key", f"write {key[1]}: …")
    hint = "put a comma between two values, or close the bracket, here or on the line above"
    return Fault(stumbled, "a comma or a closing bracket is missing", hint)


def open_quote(text: str, before: int) -> Quote | None:
    """The first quoted text before a place that is never closed, or that swallows lines after it."""
    for quote in _quotes(text):
        if quote.start > before:
            return None
        if not quote.closed or _swallows(text, quote):
            return quote
    return None


def ending_at(text: str, place: int) -> Quote | None:
    """The quoted text that ends exactly at a place."""
    return next((quote for quote in _quotes(text) if quote.closed and quote.end == place), None)


def closed(text: str, quote: Quote) -> str:
    """The rest of the line where a quoted text opens, with its closing quote; inside brackets only up to the comma."""
    line = text[quote.start : text.find("\n", quote.start) % (len(text) + 1)]
    start = text.rfind("\n", 0, quote.start) + 1
    if re.search(r"[\[{]", text[start : quote.start]):
        line = re.split(r",(?: |$)|[\]}]", line)[0]
    return line.rstrip() + text[quote.start]


def _quotes(text: str) -> Iterator[Quote]:
    at = 0
    while found := _QUOTED.search(text, at):
        if found["text"]:
            yield Quote(found.start("text"), found.end(), bool(found["double"] or found["single"]))
        at = _after_block(text, found.start()) if found["block"] else max(found.end(), at + 1)


def _after_block(text: str, place: int) -> int:
    """Where a block of literal text ends: at the first line that is not indented further than its key."""
    indent = _column(text, place)
    end = text.find("\n", place)
    while end != -1:
        line = text[end + 1 : text.find("\n", end + 1) % (len(text) + 1)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = text.find("\n", end + 1)
    return len(text) if end == -1 else end + 1


def _swallows(text: str, quote: Quote) -> bool:
    """Whether a quoted text contains a line indented no further than its own key."""
    indent = _column(text, quote.start)
    inside = text[quote.start : quote.end].split("\n")[1:]
    return any(line.strip() and len(line) - len(line.lstrip(" ")) <= indent for line in inside)


def _column(text: str, place: int) -> int:
    """How far the key on the line of a place is indented, dashes of a list counted."""
    start = text.rfind("\n", 0, place) + 1
    found = _ITEM.match(text, start)
    return found.end() - start if found else 0

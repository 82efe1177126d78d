"""Problems in the forms that other programs read: GitHub, JSON, SARIF, JUnit, GitLab's code quality."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from .. import __version__, problems
from ..problems import SHOWN, Level, Line, Problem, Span, consequences, placed

Form = Callable[[Sequence[Problem], Line], str]
"""How problems are printed, and what stands in the sources where they are."""

_CONTROL = MappingProxyType(dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd"))
"""What XML 1.0 can't hold, not even as a character reference."""


def github(found: Sequence[Problem], line: Line) -> str:
    """Workflow commands: GitHub shows each beside its line."""
    return "\n".join(map(_workflow_command, found))


def _workflow_command(problem: Problem) -> str:
    span, message = problem.span, _said(problem)
    if problem.below:
        places = ", ".join(map(placed, problem.below[:SHOWN]))
        more = ", …" if len(problem.below) > SHOWN else ""
        message += f"; {consequences(len(problem.below))}: {places}{more}"
    properties = f"file={_property(span.path)},line={span.line},col={span.column},title={problem.code}"
    return f"::{problem.level} {properties}::{_data(message)}"


def _said(problem: Problem) -> str:
    return problem.message + (f" ({problem.hint})" if problem.hint else "")


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def as_json(found: Sequence[Problem], line: Line) -> str:
    """One JSON object on one line for each problem."""
    return "\n".join(json.dumps(_record(problem), ensure_ascii=False) for problem in found)


def _record(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.span.path,
        "line": problem.span.line,
        "column": problem.span.column,
        "level": problem.level,
        "code": problem.code,
        "subject": problem.subject,
        "message": problem.message,
        "hint": problem.hint,
        "consequences": [_record(each) for each in problem.below],
    }


def sarif(found: Sequence[Problem], line: Line) -> str:
    """The Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub's code scanning takes."""
    rules = [{"id": code} for code in sorted({problem.code for problem in found})]
    driver = {"name": "Palmarium", "version": __version__, "rules": rules}
    results = [_result(problem, mark) for problem, mark in _marked(found)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return document({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _result(problem: Problem, mark: str) -> dict[str, object]:
    related = [
        {"id": number, **_location(each.span), "message": {"text": each.message}}
        for number, each in enumerate(problem.below, 1)
    ]
    return {
        "ruleId": problem.code,
        "level": problem.level,
        "message": {"text": _said(problem)},
        "locations": [_location(problem.span)],
        "partialFingerprints": {"problem/v1": mark},
        **({"relatedLocations": related} if related else {}),
    }


def _location(span: Span) -> dict[str, object]:
    place = {"uri": quote(span.path), "uriBaseId": "%SRCROOT%"}
    return {
        "physicalLocation": {
            "artifactLocation": place,
            "region": {"startLine": span.line, "startColumn": span.column},
        }
    }


def gitlab(found: Sequence[Problem], line: Line) -> str:
    """The code quality report of GitLab: each problem shown beside its line in a merge request."""
    severity = {Level.ERROR: "major", Level.WARNING: "minor"}
    return document(
        [
            {
                "description": _said(problem),
                "check_name": problem.code,
                "fingerprint": mark,
                "severity": severity[problem.level],
                "location": {"path": problem.span.path, "lines": {"begin": problem.span.line}},
            }
            for problem, mark in _marked(found)
        ]
    )


def _marked(found: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with what tells it from others, and stays when lines are added above it."""
    seen: Counter[str] = Counter()
    for problem in found:
        said = "\0".join((problem.code, problem.span.path, problem.message))
        seen[said] += 1
        yield problem, hashlib.sha256(f"{said}\0{seen[said]}".encode()).hexdigest()


def junit(found: Sequence[Problem], line: Line) -> str:
    """JUnit's XML: a suite for each file, a failure for each error; warnings stand in the output of a passed case."""
    from xml.etree import ElementTree

    by_path: dict[str, list[Problem]] = {}
    for problem in found:
        by_path.setdefault(problem.span.path, []).append(problem)
    root = ElementTree.Element("testsuites", {"name": "palmarium", **_counts(found)})
    for path, those in by_path.items():
        suite = ElementTree.SubElement(root, "testsuite", {"name": _xml(path), **_counts(those)})
        for problem in those:
            said = _xml(problems.text(problem, line))
            name = f"{problem.code} {problem.span.line}:{problem.span.column}"
            case = ElementTree.SubElement(suite, "testcase", classname=_xml(path), name=name)
            if problem.level is Level.ERROR:
                failure = {"type": problem.code, "message": _xml(problem.message)}
                ElementTree.SubElement(case, "failure", failure).text = said
            else:
                ElementTree.SubElement(case, "system-out").text = said
    if not found:
        suite = ElementTree.SubElement(root, "testsuite", name="palmarium", tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", classname="palmarium", name="no problems")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _counts(found: Sequence[Problem]) -> dict[str, str]:
    failures = sum(problem.level is Level.ERROR for problem in found)
    return {"tests": str(len(found) or 1), "failures": str(failures)}


def _xml(said: str) -> str:
    return said.translate(_CONTROL)


def document(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


LINES: Mapping[str, Form] = MappingProxyType({"github": github, "json": as_json})
"""A line or more for each problem, so that a command may print them in parts."""
DOCUMENTS: Mapping[str, Form] = MappingProxyType({"sarif": sarif, "junit": junit, "gitlab": gitlab})
"""One document for all problems, also where there are none."""

import json
from xml.etree import ElementTree

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from palmarium.commands.problem_forms import DOCUMENTS, LINES, as_json, github, gitlab, junit, sarif
from palmarium.problems import Level, Problem, Span

WRONG = Problem("a-code", Span("a,b:c.yaml", 3, 4), "100 %\nsure", "or not")
MILD = Problem("weekday", Span("editions/é b/2011.yaml", 2, 3), 'a "b" <c>\n', "c", Level.WARNING, subject=("b",))
BELOW = tuple(Problem("unknown-edition", Span(f"{name}.md", 5), "no edition") for name in "ab")
CAUSE = Problem("yaml", Span("e/2011.yaml", 3), "not YAML\x00\x1b", "mend it", below=BELOW)
FOUND = (WRONG, MILD, CAUSE, MILD)


def shown(span: Span) -> str:
    return "  what is there"


def test_the_github_form_keeps_a_message_on_one_line() -> None:
    assert github((WRONG,), shown) == ("::error file=a%2Cb%3Ac.yaml,line=3,col=4,title=a-code::100 %25%0Asure (or not)")


def test_the_json_form_is_one_object_on_one_line() -> None:
    said = as_json((MILD,), shown)
    assert "\n" not in said
    assert json.loads(said) == {
        "path": "editions/é b/2011.yaml",
        "line": 2,
        "column": 3,
        "level": "warning",
        "code": "weekday",
        "subject": ["b"],
        "message": 'a "b" <c>\n',
        "hint": "c",
        "consequences": [],
    }


def test_forms_of_lines_tell_the_consequences() -> None:
    assert github((CAUSE,), shown).endswith(" (mend it); 2 consequences: a.md:5:1, b.md:5:1")
    assert [each["path"] for each in json.loads(as_json((CAUSE,), shown))["consequences"]] == ["a.md", "b.md"]
    assert [form(FOUND, shown).count("\n") for form in LINES.values()] == [3, 3]


def test_a_message_of_megabytes_is_whole_for_a_program() -> None:
    assert len(json.loads(as_json((Problem("x", Span("a"), "m" * 1_000_000),), shown))["message"]) == 1_000_000


def test_sarif_is_read_by_others() -> None:
    [run] = Sarif.model_validate_json(sarif(FOUND, shown)).runs
    assert {rule.id for rule in run.tool.driver.rules or ()} == {"a-code", "weekday", "yaml"}
    assert [(each.rule_id, each.level.value, each.message.text) for each in run.results or ()][:2] == [
        ("a-code", "error", "100 %\nsure (or not)"),
        ("weekday", "warning", 'a "b" <c>\n (c)'),
    ]
    places = [each.locations[0].physical_location for each in run.results or () if each.locations]
    assert places[1]
    assert places[1].artifact_location
    assert places[1].region
    assert places[1].artifact_location.uri == "editions/%C3%A9%20b/2011.yaml"
    assert (places[1].region.start_line, places[1].region.start_column) == (2, 3)
    related = json.loads(sarif((CAUSE,), shown))["runs"][0]["results"][0]["relatedLocations"]
    assert [each["physicalLocation"]["artifactLocation"]["uri"] for each in related] == ["a.md", "b.md"]


def test_a_problem_keeps_its_mark_when_lines_are_added_above_and_two_alike_have_two() -> None:
    marks = [each["fingerprint"] for each in json.loads(gitlab(FOUND, shown))]
    assert len(set(marks)) == len(FOUND)
    lower = Problem(WRONG.code, Span(WRONG.span.path, 40), WRONG.message, WRONG.hint)
    assert json.loads(gitlab((lower,), shown))[0]["fingerprint"] == marks[0]


def test_gitlab_gets_what_its_report_needs() -> None:
    first, second, *_ = json.loads(gitlab(FOUND, shown))
    assert first["location"] == {"path": "a,b:c.yaml", "lines": {"begin": 3}}
    assert (first["severity"], second["severity"], second["check_name"]) == ("major", "minor", "weekday")


def test_junit_has_a_suite_for_each_file_and_fails_for_errors_alone() -> None:
    read = JUnitXml.fromstring(junit(FOUND, shown))
    assert [(suite.name, suite.tests, suite.failures) for suite in read] == [
        ("a,b:c.yaml", 1, 1),
        ("editions/é b/2011.yaml", 2, 0),
        ("e/2011.yaml", 1, 1),
    ]
    failure = ElementTree.fromstring(junit((WRONG,), shown)).find(".//failure")
    assert failure is not None
    assert failure.text is not None
    assert "hint: or not" in failure.text


@pytest.mark.parametrize("form", DOCUMENTS)
def test_without_a_problem_there_is_a_document_all_the_same(form: str) -> None:
    said = DOCUMENTS[form]((), shown)
    if form == "junit":
        [suite] = JUnitXml.fromstring(said)
        assert [case.is_passed for case in suite] == [True]
    else:
        json.loads(said)

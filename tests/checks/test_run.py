"""Levels and exceptions of site.toml, and the claims as a gate."""

import datetime
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from palmarium.build import pipeline
from palmarium.build.discovery import discover
from palmarium.build.work import silent
from palmarium.checks.run import asked
from palmarium.commands import cli
from palmarium.problems import Basis
from tests.conftest import SETTINGS, Site
from tests.resolved import lines, resolved

pytestmark = pytest.mark.slow

PIE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {pie: Pie}
-- editions/pie/2011.yaml --
ordinal: 1
coverage: complete
results: {pie: [Ann Crumble, Ann Crunble]}
"""
NEAR = (
    'editions/pie/2011.yaml:3:30: "Ann Crunble" is written almost like "Ann Crumble" '
    "(editions/pie/2011.yaml:3)  [near-duplicate]"
)


def told(site: Site, toml: str, more: str = "") -> list[str]:
    return lines(pipeline.check(site(f"-- site.toml --\n{SETTINGS}{toml}\n{PIE}{more}"), silent).problems)


def test_a_date_ahead_is_told_on_the_day_that_is_given_and_never_by_a_build(site: Site) -> None:
    more = "-- content/articles/a.md --\n---\ntitle: A\ndate: 2012-01-01\nabout: {awards: pie}\n---\nText.\n"
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Ann Crumble"], reason = "sisters"}]\n'
    root = site(f"-- site.toml --\n{SETTINGS}{accepted}{PIE}{more}")
    day = datetime.date(2011, 12, 31)
    ahead = "content/articles/a.md:3:7: this article is dated 2012-01-01, which is ahead  [date-ahead]"
    assert lines(pipeline.check(root, silent, day).problems) == [ahead]
    assert lines(pipeline.check(root, silent, datetime.date(2012, 1, 1)).problems) == []
    assert lines(pipeline.build(root, silent).problems) == []
    off = f'-- site.toml --\n{SETTINGS}[checks]\ndate-ahead = "off"\nnear-duplicate = "off"\n{PIE}{more}'
    assert lines(pipeline.check(site(off), silent, day).problems) == []


def test_a_time_without_a_zone_is_told_where_the_zone_belongs(site: Site) -> None:
    article = "-- content/articles/a.md --\n---\ntitle: A\ndate: 2012-01-01\ntime: '09:18'\nabout: {awards: pie}\n---\n"
    message = "the times of articles (content/articles/a.md) have no zone, and are read as universal time"
    assert f"site.toml:1:1: {message}  [timezone]" in told(site, "", article)
    assert told(site, 'timezone = "Europe/Paris"', article) == [NEAR]


def test_an_exception_with_its_reason_silences_what_it_names(site: Site) -> None:
    assert told(site, "") == [NEAR]
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Ann Crumble", "Ann Crunble"], reason = "sisters"}]'
    assert told(site, accepted) == []


def test_every_text_and_the_file_must_fit(site: Site) -> None:
    for row in ('texts = ["Ann Crumble", "Zoe"]', 'file = "editions/pie/2012.yaml"'):
        found = told(site, f'[exceptions]\nnear-duplicate = [{{{row}, reason = "r"}}]')
        assert NEAR in found
        assert found[-1].endswith("[unused-exception]")
    assert told(site, '[exceptions]\nnear-duplicate = [{file = "editions/pie/2011.yaml", reason = "r"}]') == []


def test_an_exception_of_one_check_says_nothing_of_another(site: Site) -> None:
    assert NEAR in told(site, '[exceptions]\nweekday = [{texts = ["Ann Crunble"], reason = "r"}]')


def test_an_exception_that_nothing_needs_is_told(site: Site) -> None:
    first, second = '{texts = ["lundi", "mardi"], reason = "r"}', '{file = "a.md", reason = "r"}'
    rows = f"[exceptions]\nweekday = [\n  {first},\n  {second},\n]"
    assert told(site, rows) == [
        NEAR,
        'site.toml:6:13: weekday has nothing to tell of "lundi" and "mardi"  [unused-exception]',
        'site.toml:7:11: weekday has nothing to tell of "a.md"  [unused-exception]',
    ]


def test_what_a_check_that_is_off_would_tell_needs_no_exception_and_no_word(site: Site) -> None:
    off = '[checks]\nnear-duplicate = "off"\n[exceptions]\nnear-duplicate = [{texts = ["x"], reason = "r"}]'
    assert told(site, off) == []


def test_in_a_broken_archive_no_exception_is_called_unused(site: Site) -> None:
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Zoe"], reason = "r"}]'
    found = told(site, accepted, "-- editions/pie/2012.yaml --\nordinal: [\n")
    assert [line for line in found if "[yaml]" not in line] == [NEAR]


def test_an_exception_of_no_check_is_told(site: Site) -> None:
    found = told(site, '[exceptions]\nnear-duplicat = [{texts = ["x"], reason = "r"}]')
    assert 'site.toml:5:1: there is no check "near-duplicat"  [unknown-key]' in found


def test_an_accepted_problem_keeps_its_silence_at_another_level(site: Site) -> None:
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Ann Crunble"], reason = "r"}]'
    text = f'[checks]\nnear-duplicate = "error"\n{accepted}'
    assert told(site, text) == []


CLAIMS = """\
-- content/articles/pies.md --
---
title: Pies
about: {editions: pie/2011}
---
Two: [two laureates]{laureates}, [three]{titles disputed}, [nine]{stated}.
"""


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["check", "--claims", "--root", str(root), *arguments], catch_exceptions=False)


def test_claims_that_agree_or_are_disputed_pass_and_are_counted(site: Site) -> None:
    result = run(site(f'-- site.toml --\n{SETTINGS}[checks]\nnear-duplicate = "off"\n{PIE}{CLAIMS}'))
    assert result.output == "claims: 1 agree, 1 differ (1 disputed), 1 can't be computed\n"
    assert result.exit_code == 0


def test_a_claim_that_differs_fails_even_where_the_check_is_off(site: Site) -> None:
    toml = f'-- site.toml --\n{SETTINGS}[checks]\nnear-duplicate = "off"\nclaim-differs = "off"\n'
    root = site(toml + PIE + CLAIMS.replace("three]{titles disputed}", "three]{titles}"))
    result = run(root)
    assert result.output == (
        'content/articles/pies.md:5:34: error: "three": the archive finds 2, not 3  [claim-differs]\n'
        "    5 | Two: [two laureates]{laureates}, [three]{titles}, [nine]{stated}.\n"
        "      |                                  ^\n"
        '   hint: correct the claim or the data; if the source is wrong, write `disputed note="…"` in the braces\n'
        "claims: 1 agree, 1 differ, 1 can't be computed\n"
    )
    assert result.exit_code == 1
    assert len(run(root, "--format", "json").output.splitlines()) == 1


def test_a_differing_claim_is_told_once_and_beside_the_other_warnings(site: Site) -> None:
    result = run(site(f"-- site.toml --\n{SETTINGS}{PIE}" + CLAIMS.replace("two laureates", "three laureates")))
    assert [line.split("  [")[1] for line in result.output.splitlines() if "  [" in line] == [
        "claim-differs]",
        "near-duplicate]",
    ]
    assert result.exit_code == 1


def test_an_accepted_difference_passes(site: Site) -> None:
    accepted = '[checks]\nnear-duplicate = "off"\n[exceptions]\nclaim-differs = [{texts = ["three"], reason = "r"}]\n'
    differing = CLAIMS.replace("three]{titles disputed}", "three]{titles}")
    result = run(site(f"-- site.toml --\n{SETTINGS}{accepted}{PIE}{differing}"))
    assert result.exit_code == 0


def test_of_a_broken_archive_no_claim_is_counted(site: Site) -> None:
    result = run(site(f"-- site.toml --\n{SETTINGS}{PIE}{CLAIMS}-- editions/pie/2012.yaml --\nordnal: 1\n"))
    assert result.output.splitlines()[-1] == "1 error, 1 warning; no claim was counted"
    assert result.exit_code == 1


@pytest.mark.parametrize("check", [check for check in discover("checks") if check.BASIS is not Basis.ARCHIVE])
def test_a_check_that_needs_no_whole_archive_runs_on_a_broken_one(check: ModuleType) -> None:
    """Names that several bear, an award and categories that are not there, an article about nothing that is known."""
    two = "".join(f"-- content/names/{id}.md --\n---\nname: Ann Crust\nkind: person\n---\n" for id in ("a", "b"))
    edition = (
        "ceremony: {date: 2011-10-03, weekday: lundi}\nhosts: Ann Crust\njury: [Ann Crust, Ann Crust]\n"
        "results:\n  pie:\n  - {laureate: Ann Crust, share: 1/2}\n"
        "  - {rank: 3, laureate: [Ann Crust, N.C.], represented_by: Ann Crust}\n"
        "claims: {says: a, count: titles, is: 2, of: Ann Crust}\n"
    )
    about = "about: {editions: tart/1, names: Ann Crust}"
    article = f"-- content/articles/a.md --\n---\ntitle: A\n{about}\n---\n[[Ann Crust]] [[z/1]]\n"
    text = f"-- editions/pie/2011.yaml --\n{edition}-- editions/tart/award.yaml --\nname: T\n{two}{article}"
    archive, problems = resolved(text)
    assert "ambiguous-name" in [problem.code for problem in problems]
    list(asked(check, archive))


def test_what_is_accepted_is_counted(site: Site) -> None:
    accepted = '[exceptions]\nnear-duplicate = [{texts = ["Ann Crumble"], reason = "sisters"}]\n'
    told(site, accepted)
    assert pipeline.check(site(""), silent).accepted == 1
    told(site, f'{accepted}[checks]\nnear-duplicate = "off"\n')
    assert pipeline.check(site(""), silent).accepted == 0


SPOILT = """\
-- editions/pie/2012.yaml --
ordinal: 2
results: {pie: [Bo Rye, BO RYE.]}
-- content/articles/a.md --
---
title: The pies of 2012
date: 2012-01-01
about: {editions: pie/2011}
---
Text of [[Ann Crumble]].
"""


def test_an_error_hides_no_warning_that_it_did_not_cause(site: Site) -> None:
    whole = f"-- site.toml --\n{SETTINGS}{PIE}"
    assert "more may be told" not in CliRunner().invoke(cli.main, ["check", "--root", str(site(whole))]).output
    spoilt = CliRunner().invoke(cli.main, ["check", "--root", str(site(whole + SPOILT))]).output
    codes = {line.split("  [")[1] for line in spoilt.splitlines() if "  [" in line}
    assert codes >= {"id-collision]", "other-edition]", "near-duplicate]"}
    assert spoilt.splitlines()[-1].endswith("; more may be told once that is mended")


def test_what_a_file_of_a_name_would_have_said_is_told_of_no_other_name(site: Site) -> None:
    unread = "-- content/names/ann-crunble.md --\n---\nname: Ann Crunble\nkid: person\n---\n"
    assert not any("near-duplicate" in line for line in told(site, "", unread))


def test_a_publisher_that_is_an_organisation_but_for_a_letter_is_told(site: Site) -> None:
    board = "-- content/names/board.md --\n---\nname: Harbour Board\nkind: organisation\naliases: [The Board]\n---\n"
    place = "(content/names/board.md:2)"
    message = f'the publisher of the site, "Harbour Bord", is written almost like "Harbour Board" {place}'
    assert f"site.toml:4:13: {message}  [near-publisher]" in told(site, 'publisher = "Harbour Bord"', board)
    for right in ("Harbour Board", "The Board", "Harbour Trust"):
        assert told(site, f'publisher = "{right}"', board) == [NEAR]


def test_an_organiser_whom_two_names_claim_is_told_beside_a_publisher(site: Site) -> None:
    named = "-- content/names/{}.md --\n---\nname: {}\nkind: organisation\naliases: [{}]\n---\n".format
    board, trust = named("board", "Harbour Board", "Quay"), named("trust", "Quay", "Harbour Trust")
    award = "-- editions/crab/award.yaml --\nname: Crab\norganiser: Quay\ncategories: {best: Best}\n"
    found = told(site, 'publisher = "Harbour Bord"', board + trust + award)
    assert any("[undeclared-namesake]" in line for line in found)

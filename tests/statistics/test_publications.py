"""What is another than when it was published: each fact once, with what it said and says, and nothing else."""

import random
import re
from collections.abc import Iterable
from dataclasses import fields

import pytest

from palmarium.model import Date
from palmarium.model.archive import Archive
from palmarium.model.facts import KINDS, UNTOLD, Change, told
from palmarium.model.withheld import NOBODY, Withheld
from palmarium.sources import change_log, fact_lock
from palmarium.sources.fact_lock import Published
from palmarium.statistics import publications
from palmarium.statistics.publications import redacted, said
from tests.archives import archive

DAY = Date(2026, 12, 1)
PIE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
founded: 2009
organiser: The Bakers
categories:
  pie: Best Pie
  tart: Best Tart
  flan: {name: Best Flan, lineage: {event: split, from: tart, in: 2011}}
  cream: {name: Best Cream, parent: tart}
-- editions/pie/2011.yaml --
ordinal: 2
theme: trust
ceremony: {date: 2011-10, venue: The Oven, city: Crumbton}
coverage: winners-only
jury: [Jo Judge, {name: Al Dente, role: chef, org: The Bakers}]
results:
  pie:
    - {laureate: Ann Crust, role: baker, org: The Bakers}
    - {rank: 2, laureate: Ben Crumble}
  tart: {laureate: [Ann Crust, Cy Cake], citation: For the crust.}
  flan: unknown
sources:
  s1: {title: The Pie Paper, date: 2011-10-05}
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
country: FR
---
-- content/articles/report.md --
---
title: A pie report
date: 2011-10-05
about: {editions: pie/2011, names: Ann Crust}
---
"""


def published(of: Archive) -> Published:
    found, problems = fact_lock.parse(fact_lock.written(said(of)))
    assert problems == ()
    return found


def difference(then: Published, now: Archive, names: Withheld, log: Iterable[Change], on: Date) -> tuple[Change, ...]:
    return publications.difference(then, dict(said(now)), now, names, log, on)


def between(then: Published, now: Archive, log: Iterable[Change] = (), names: Withheld = NOBODY) -> list[str]:
    return sorted(map(line, difference(then, now, names, log, DAY)))


def line(change: Change) -> str:
    values = " -> ".join("; ".join(each) or "-" for each in (change.old, change.new))
    return f"{change.turn} {change.kind} {change.key} {change.field or '*'}: {values}"


def changed(*edits: tuple[str, str]) -> list[str]:
    text = PIE
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return between(published(archive(PIE)), archive(text))


def test_what_is_the_same_has_not_changed() -> None:
    assert changed() == []
    # Nor what is written in another order, or spelt out.
    assert (
        changed(
            (
                "[Jo Judge, {name: Al Dente, role: chef, org: The Bakers}]",
                "[{name: Al Dente, role: chef, org: The Bakers}, Jo Judge]",
            )
        )
        == []
    )
    assert changed(("laureate: Ben Crumble", "laureate: Ben Crumble, distinction: ranked, status: active")) == []


def test_a_role_that_is_written_like_the_id_of_an_award_or_a_name_is_a_role() -> None:
    for role in ("pie", "ann-crust"):
        of = archive(PIE.replace("role: chef", f"role: {role}"))
        assert between(published(of), of) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("theme: trust", "theme: bread", "corrected edition pie/2011 theme: trust -> bread"),
        ("theme: trust\n", "", "removed edition pie/2011 theme: trust -> -"),
        ("ordinal: 2\n", "ordinal: 2\nvalidity: a year\n", "added edition pie/2011 validity: - -> a year"),
        ("2011-10, ", "2011-10-03, ", "updated edition pie/2011 ceremony.date: 2011-10 -> 2011-10-03"),
        ("date: 2011-10, ", "date: 2011-11-03, ", "corrected edition pie/2011 ceremony.date: 2011-10 -> 2011-11-03"),
        ("Jo Judge, {", "Joe Judge, {", "corrected edition pie/2011 juror: Jo Judge -> Joe Judge"),
        ("Jo Judge, {", "Jo Judge, Zoe, {", "added edition pie/2011 juror: - -> Zoe"),
        (
            "role: chef",
            "role: cook",
            "corrected edition pie/2011 juror: Al Dente · chef · The Bakers -> Al Dente · cook · The Bakers",
        ),
        ("name: Fictional", "name: Invented", "corrected award pie name: Fictional Pie Award -> Invented Pie Award"),
        ("Best Tart", "Better Tart", "corrected category pie/tart name: Best Tart -> Better Tart"),
        ("For the crust.", "For it.", "corrected result pie/2011/tart--ann-crust citation: For the crust. -> For it."),
        ("rank: 2", "rank: 3", "corrected result pie/2011/pie--ben-crumble rank: 2 -> 3"),
        ("rank: 2, l", "count: 2, rank: 2, l", "corrected result pie/2011/pie--ben-crumble count: 1 -> 2"),
        (
            "Ben Crumble",
            "Bea Crumble",
            "corrected result pie/2011/pie--bea-crumble holders: Ben Crumble -> Bea Crumble",
        ),
        ("flan: unknown", "flan: cancelled", "updated entry pie/2011/flan outcome: unknown -> cancelled"),
        ("country: FR", "country: BE", "corrected name ann-crust country: FR -> BE"),
        ("A pie report", "One report", "corrected article report title: A pie report -> One report"),
        (
            "The Pie Paper",
            "The Tart Paper",
            "corrected edition pie/2011 sources: The Pie Paper · 2011-10-05 -> The Tart Paper · 2011-10-05",
        ),
    ],
)
def test_a_fact_is_told_once(old: str, new: str, said: str) -> None:
    assert changed((old, new)) == [said]


def test_coverage_is_never_a_correction() -> None:
    assert {each.split(" ")[0] for each in changed(("winners-only", "complete"))} == {"updated"}


def test_a_result_more_or_less_is_told_with_its_laureate_and_a_new_edition_as_one() -> None:
    assert changed(("    - {rank: 2, laureate: Ben Crumble}\n", "")) == [
        "removed result pie/2011/pie--ben-crumble *: Ben Crumble -> -"
    ]
    assert changed(("flan: unknown", "flan: Ben Crumble")) == [
        "added result pie/2011/flan--ben-crumble *: - -> Ben Crumble",
        "updated entry pie/2011/flan outcome: unknown -> awarded",
    ]
    assert changed(
        ("-- content/names", "-- editions/pie/2012.yaml --\nresults: {pie: Di Dough}\n-- content/names")
    ) == ["added edition pie/2012 *: - -> 2012"]
    another = "-- editions/cup/award.yaml --\nname: Crumb Cup\ncategories: {cup: Cup}\n-- editions/cup/2012.yaml --\n"
    assert changed(("-- content/names", f"{another}results: {{cup: Di Dough}}\n-- content/names")) == [
        "added award cup *: - -> Crumb Cup"
    ]


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (
            [
                (
                    "names/ann-crust.md --\n---\nname: Ann Crust\n",
                    "names/anna.md --\n---\nname: Anna Crust\naliases: [Ann Crust]\nformerly: [ann-crust]\n",
                )
            ],
            [
                "corrected name anna name: Ann Crust -> Anna Crust",
                "added name anna aliases: - -> Ann Crust",
                "renamed name anna *: ann-crust -> anna",
            ],
        ),
        (
            [
                ("name: Ann Crust\n", "name: Anna Crust\n"),
                ("Ann Crust", "Anna Crust"),
                ("names/ann-crust", "names/ann-crust"),
            ],
            ["corrected name ann-crust name: Ann Crust -> Anna Crust"],
        ),
        (
            [
                (
                    "editions/pie/2011.yaml --\n",
                    "editions/pie/second.yaml --\nformerly: '2011'\nlabel: '2011'\nsort_year: 2011\n",
                ),
                ("pie/2011,", "pie/second,"),
                ("in: 2011", "in: second"),
            ],
            ["renamed edition pie/second *: pie/2011 -> pie/second"],
        ),
        (
            [
                ("editions/pie/", "editions/cake/"),
                ("name: Fictional", "formerly: pie\nname: Fictional"),
                ("pie/2011,", "cake/2011,"),
            ],
            ["renamed award cake *: pie -> cake"],
        ),
        (
            [
                ("  tart: Best Tart", "  tartlet: {name: Best Tart, formerly: tart}"),
                ("  tart: {l", "  tartlet: {l"),
                ("from: tart", "from: tartlet"),
                ("parent: tart", "parent: tartlet"),
            ],
            ["renamed category pie/tartlet *: pie/tart -> pie/tartlet"],
        ),
        (
            [("articles/report.md --\n---\n", "articles/news.md --\n---\nformerly: report\n")],
            ["renamed article news *: report -> news"],
        ),
    ],
)
def test_what_is_called_otherwise_is_told_once(edits: list[tuple[str, str]], said: list[str]) -> None:
    assert changed(*edits) == sorted(said)


SWAPPED = """\
-- editions/A/award.yaml --
name: Fictional Pie Award
founded: 2009
formerly: B
categories: {FIRST: Best Pie, OTHER: Best Tart}
-- editions/A/2010.yaml --
theme: trust
results:
  FIRST:
    - {laureate: ONE, note: At last.}
    - {rank: 2, laureate: TWO}
  OTHER: unknown
-- editions/B/award.yaml --
name: Invented Cup
formerly: A
categories: {cup: Cup}
-- editions/B/2010.yaml --
theme: salt
results: {cup: TWO}
-- content/names/ONE.md --
---
{name: Ann Crust, kind: person, country: FR, formerly: TWO}
---
-- content/names/TWO.md --
---
{name: Ben Crumble, kind: person, country: BE, formerly: ONE}
---
-- content/articles/X.md --
---
{title: Pie report, date: 2011-10-05, formerly: Y}
---
-- content/articles/Y.md --
---
{title: Cup report, date: 2012-10-05, formerly: X}
---
"""


def swapped(**ids: str) -> str:
    text = SWAPPED
    for word, id in ids.items():
        text = re.sub(rf"\b{word}\b", id, text)
    return text


def test_records_that_have_changed_places_are_told_as_such_and_not_as_corrections() -> None:
    """Each says what it was called; nothing of what they say is another."""
    ids = {"A": "pie", "B": "cup", "FIRST": "best", "OTHER": "next", "ONE": "ann", "TWO": "ben", "X": "x", "Y": "y"}
    others = {**ids, "A": "cup", "B": "pie", "ONE": "ben", "TWO": "ann", "X": "y", "Y": "x"}
    before, after = archive(swapped(**ids)), archive(swapped(**others))
    moves = [("award", "cup", "pie"), ("name", "ann", "ben"), ("article", "x", "y")]
    assert between(published(before), after) == sorted(
        f"renamed {kind} {new} *: {old} -> {new}" for kind, *both in moves for new, old in (both, both[::-1])
    )
    # Once that is published, what they were called changes nothing any more; nor do edits.
    assert between(published(after), after) == []
    edited = archive(swapped(**others).replace("theme: trust", "theme: bread").replace("country: FR", "country: CH"))
    assert between(published(after), edited) == [
        "corrected edition cup/2010 theme: trust -> bread",
        "corrected name ben country: FR -> CH",
    ]
    assert between(published(before), edited)[:2] == between(published(after), edited)


def test_editions_and_categories_that_have_changed_places_are_told_as_such() -> None:
    text = PIE.replace("  flan:", "  cup: Best Cup\n  flan:", 1) + (
        "-- editions/pie/2012.yaml --\nordinal: 3\ntheme: salt\nresults: {cup: Di Dough, pie: Di Dough}\n"
    )
    after = text.replace("editions/pie/2012", "editions/pie/x").replace("editions/pie/2011", "editions/pie/2012")
    after = after.replace("editions/pie/x", "editions/pie/2011").replace("pie/2011,", "pie/2012,")
    after = after.replace("ordinal: 2", "ordinal: 2\nformerly: '2011'").replace(
        "ordinal: 3", "ordinal: 3\nformerly: '2012'"
    )
    told = ["renamed edition pie/2011 *: pie/2012 -> pie/2011", "renamed edition pie/2012 *: pie/2011 -> pie/2012"]
    assert between(published(archive(text)), archive(after)) == told
    after = text.replace("  tart: Best Tart", "  cup: {name: Best Tart, formerly: tart}")
    after = after.replace("  cup: Best Cup", "  tart: {name: Best Cup, formerly: cup}")
    after = (
        after.replace("  tart: {l", "  cup: {l")
        .replace("from: tart", "from: cup")
        .replace("parent: tart", "parent: cup")
    )
    after = after.replace("{cup: Di", "{tart: Di")
    assert between(published(archive(text)), archive(after)) == [
        "renamed category pie/cup *: pie/tart -> pie/cup",
        "renamed category pie/tart *: pie/cup -> pie/tart",
    ]


# Any edits at all.

FACTS = {
    ("edition", "ordinal"): ("1", "2", "3"),
    ("edition", "theme"): ("trust", "bread", "salt"),
    ("edition", "validity"): ("a year", "two years"),
    ("edition", "ceremony.venue"): ("The Oven", "The Stove"),
    ("edition", "juror"): ("Jo Judge", "Al Dente"),
    ("result", "holders"): ("Ann Crust", "Ben Crumble", "Cy Cake"),
    ("result", "citation"): ("For it.", "For all."),
    ("result", "track"): ("jury", "public"),
}
WRITTEN = {"ceremony.venue": "ceremony: {{venue: {}}}", "juror": "jury: {}"}
Site = dict[tuple[str, str, str], str]


def chosen(chance: random.Random) -> Site:
    """Facts of three editions and of the result in each of two categories."""
    site: Site = {}
    for year in ("2010", "2011", "2012"):
        for key in (f"pie/{year}", f"pie/{year}/pie", f"pie/{year}/tart"):
            kind = "result" if key.count("/") == 2 else "edition"
            for (of, field), values in FACTS.items():
                if of == kind and (chance.randrange(3) or field == "holders"):
                    site[kind, key, field] = chance.choice(values)
    return site


def edited(site: Site, chance: random.Random) -> Site:
    made = dict(site)
    keys = sorted({(kind, key) for kind, key, _ in site})
    for kind, key in chance.sample(keys, chance.randrange(len(keys) + 1)):
        field, values = chance.choice([(field, values) for (of, field), values in FACTS.items() if of == kind])
        made[kind, key, field] = chance.choice(values)
        if chance.randrange(3) == 0 and field != "holders":
            del made[kind, key, field]
    return made


def written(site: Site) -> str:
    lines = ["-- editions/pie/award.yaml --", "name: Pie", "categories: {pie: Best Pie, tart: Best Tart}"]
    for year in ("2010", "2011", "2012"):
        lines.append(f"-- editions/pie/{year}.yaml --")
        for (_, key, field), value in site.items():
            if key == f"pie/{year}":
                lines.append(WRITTEN.get(field, f"{field}: {{}}").format(value))
        lines.append("results:")
        for category in ("pie", "tart"):
            of = {field: value for (_, key, field), value in site.items() if key == f"pie/{year}/{category}"}
            inside = ", ".join(f"{'laureate' if field == 'holders' else field}: {value}" for field, value in of.items())
            lines.append(f"  {category}: {{{inside}}}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_each_fact_that_changed_is_told_once_with_both_values(seed: int) -> None:
    chance = random.Random(seed)
    site = chosen(chance)
    log: tuple[Change, ...] = ()
    then = published(archive(written(site)))
    for _ in range(4):
        new = edited(site, chance)
        now = archive(written(new))
        found = difference(then, now, NOBODY, log, DAY)
        told = {(c.kind, c.key.partition("--")[0], c.field): (*c.old, "-", *c.new) for c in found if c.field}
        assert len(told) == len([c for c in found if c.field])
        expected = {
            fact: tuple(v for v in (site.get(fact), "-", new.get(fact)) if v)
            for fact in {**site, **new}
            if site.get(fact) != new.get(fact)
        }
        # Where both its laureate and its track are others, it is another result: one is gone, and one is new.
        others = {c.key.partition("--")[0] for c in found if not c.field}
        for key in others:
            both = {f for _, k, f in expected if k == key}
            assert {"holders", "track"} <= both
            gone = [(c.turn, *c.old, *c.new) for c in found if not c.field and c.key.partition("--")[0] == key]
            assert sorted(gone) == [
                ("added", new["result", key, "holders"]),
                ("removed", site["result", key, "holders"]),
            ]
        assert told == {fact: values for fact, values in expected.items() if fact[1] not in others}
        # In the file and back; then nothing is left to tell.
        log, wrong = change_log.parse(change_log.added(change_log.added(b"", log), found))
        assert wrong == ()
        then, site = published(now), new
        assert difference(then, now, NOBODY, log, DAY) == ()


# Two editors, and a build that was killed.


def test_what_the_log_tells_already_is_not_told_again() -> None:
    then, now = published(archive(PIE)), archive(PIE.replace("theme: trust", "theme: bread"))
    found = difference(then, now, NOBODY, (), DAY)
    assert between(then, now, found) == []
    # What went back and forth is told each time.
    back = difference(published(now), archive(PIE), NOBODY, found, DAY)
    assert between(then, now, (*found, *back)) == ["corrected edition pie/2011 theme: trust -> bread"]


def test_two_editors_who_both_publish_merge_into_what_holds() -> None:
    one, other = PIE.replace("theme: trust", "theme: bread"), PIE.replace("city: Crumbton", "city: Crusty")
    both = fact_lock.written(said(archive(one))) + fact_lock.written(said(archive(other)))
    then, _ = fact_lock.parse(both)
    assert between(then, archive(one.replace("city: Crumbton", "city: Crusty"))) == []
    assert between(then, archive(one.replace("city: Crumbton", "city: Doughville"))) == [
        "corrected edition pie/2011 ceremony.city: Crumbton -> Doughville"
    ]


def test_lines_of_both_are_read_once_and_in_the_order_of_their_days() -> None:
    first = difference(published(archive(PIE)), archive(PIE.replace("theme: trust", "theme: bread")), NOBODY, (), DAY)
    lines = change_log.added(b"", first)
    later = lines.replace(b"2026-12-01", b"2026-12-03").replace(b'"bread"', b'"salt"').replace(b'"trust"', b'"bread"')
    found, problems = change_log.parse(later + lines + lines)
    assert [(str(each.on), each.new) for each in found] == [("2026-12-01", ("bread",)), ("2026-12-03", ("salt",))]
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<<<<<<< HEAD", '"<<<<<<< HEAD" is no change of a fact'),
        ('{"on": "2026-13-01", "edition": "a/b", "is": "corrected"}', "is no change of a fact"),
        ('{"on": "2026-12-01", "is": "corrected"}', "is no change of a fact"),
        ('{"on": "2026-12-01", "edition": "a/b", "is": "corrected", "old": "x"}', "is no change of a fact"),
        ('{"on": "2026-12-01", "edition": "a/b", "is": "correct"}', '"is" says "correct", which is nothing that'),
        ("[" * 9999, "is no change of a fact"),
        ("7", "is no change of a fact"),
    ],
)
def test_a_line_that_is_no_change_is_told(text: str, message: str) -> None:
    found, [problem] = change_log.parse(f"# head\n{text}\n".encode())
    assert found == ()
    assert message in problem.message
    assert problem.span.line == 2
    assert problem.hint


@pytest.mark.parametrize("text", ["<<<<<<< HEAD", '["edition"]', '["other","a",{}]', '["edition","a",7]', "[" * 9999])
def test_a_line_that_is_no_record_is_told(text: str) -> None:
    found, [problem] = fact_lock.parse(f"# head\n{text}\n".encode())
    assert found == {}
    assert (problem.code, problem.span.line) == ("fact-lock", 2)


# Names that are withheld.


def test_a_withheld_name_is_in_no_change_neither_before_nor_now() -> None:
    names = Withheld({"Ann Crust": "n-1", "ann-crust": "n-1"}, ("ann crust",), "name withheld")
    then = published(archive(PIE))
    log = difference(then, archive(PIE.replace("Ann Crust", "Di Dough")), NOBODY, (), DAY)
    assert "Ann Crust" in repr(log)
    shown = tuple(redacted(log, names))
    assert "rust" not in repr([(each.key, each.old, each.new) for each in shown])
    assert all(each.is_withheld for each in shown if "name withheld" in repr((each.old, each.new)))
    # The names are withheld in the archive of today too; that is no change.
    now = archive(
        PIE.replace("laureate: Ann Crust", "laureate: n-1")
        .replace("[Ann Crust, Cy", "[n-1, Cy")
        .replace("names: Ann Crust", "names: n-1")
        .replace("names/ann-crust", "names/n-1")
        .replace("name: Ann Crust", "name: name withheld")
    )
    assert between(then, now, (), names) == []


# Which facts there are.


def test_every_field_of_a_record_is_a_fact_or_left_out_by_name() -> None:
    for kind, cls in KINDS.items():
        first = {path.partition(".")[0] for path in told(kind)}
        left = (
            {each.name for each in fields(cls)} - first - UNTOLD - {"parts", "covered", "ceremony", "method", "sources"}
        )
        assert left == set(), kind
    every = {each.name for cls in KINDS.values() for each in fields(cls)}
    assert sorted(UNTOLD - every) == []

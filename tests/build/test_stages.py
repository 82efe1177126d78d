"""What is told together, what is held back after a mistake, and what stands in the way of a plan."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest

from palmarium.build import discovery, pipeline, stages
from palmarium.build.state import Ledger
from palmarium.build.work import silent
from palmarium.problems import Level, Problem, in_order
from palmarium.sources.disk import Snapshot
from tests.conftest import SETTINGS, sections, write
from tests.photos import photo
from tests.resolved import AWARD, lines
from tests.small import SMALL, files

BASE = {path: data for path, data in files(SMALL).items() if path.startswith("themes/")}


def make(text: str, settings: str, remembered: object) -> tuple[stages.Made | None, tuple[Problem, ...]]:
    site = {path: content.encode() for path, content in sections(text).items()}
    whole = {**BASE, "site.toml": settings.encode(), **site}
    return stages.make(Snapshot(MappingProxyType(whole), ""), "engine", remembered, silent)


@cache
def remembered() -> object:
    """What a build of the base theme leaves, so that its templates are looked at once."""
    made, _ = make("", SETTINGS, None)
    assert made
    return made.prose


def problems(text: str, settings: str = SETTINGS) -> tuple[Problem, ...]:
    return in_order(make(text, settings, remembered())[1])


def told(text: str, settings: str = SETTINGS) -> list[str]:
    return lines(problems(text, settings))


def of_files(paths: Iterable[str]) -> list[Problem]:
    """What is told of the names of files, which hold something sound."""
    picture, name = photo(9, 9), b"---\nname: A\nkind: person\n---\n"
    held = {path: picture if path.endswith(".jpg") else name for path in paths}
    whole = {**BASE, "site.toml": SETTINGS.encode(), **held}
    _, found = stages.make(Snapshot(MappingProxyType(whole), ""), "engine", remembered(), silent)
    return [problem for problem in found if problem.code == "file-name"]


def test_every_extension_is_found_in_order() -> None:
    found = [module.__name__.rsplit(".", 1)[1] for module in discovery.discover("pages")]
    assert "edition" in found
    assert found == sorted(found)


def test_an_extension_that_breaks_its_contract_is_a_bug_told_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = ModuleType("palmarium.checks.broken")
    monkeypatch.setattr(discovery.importlib, "import_module", lambda name: broken)  # type: ignore[attr-defined]
    monkeypatch.setattr(broken, "CODE", "half-a-contract", raising=False)
    monkeypatch.setattr(broken, "__path__", list(__import__("palmarium.checks").checks.__path__), raising=False)
    with pytest.raises(TypeError, match="does not define LEVEL, BASIS, check"):
        discovery.discover("checks")


def test_mistakes_of_all_stages_are_told_in_one_run() -> None:
    text = AWARD + (
        "-- editions/palmes/2010.yaml --\nresults:\n  voix: Orange\n innovation: x\n"
        "-- editions/palmes/2011.yaml --\nresults: {voix: [{laureate: A, share: 1/2}, {laureate: B, share: 1/3}]}\n"
        "-- content/names/orange-sa.md --\n---\nname: Orange SA\nkind: organisation\nsucceeds: Ornage SA\n---\n"
        "-- themes/own/theme.toml --\nextends = 'base'\n"
        "-- themes/own/templates/page/note.html --\n{{ page.nmae }}\n"
    )
    settings = f'{SETTINGS}theme = "own"\nlicence = "x"\n'
    assert [line.rsplit("  ", 1)[1] for line in told(text, settings)] == [
        "[unknown-name]",
        "[yaml]",
        "[shares-sum]",
        "[unknown-key]",
        "[unknown-view-field]",
    ]


def test_a_broken_setting_does_not_hide_what_is_wrong_in_the_theme_it_names() -> None:
    text = "-- themes/own/theme.toml --\nextend = 'base'\n"
    assert told(text, 'title = "a"\nbase_url = "a"\ntheme = "own"\n') == [
        'site.toml:2:12: base_url: "a" is not the address of a site  [setting]',
        'themes/own/theme.toml:1:1: the key "extend" is unknown here  [unknown-key]',
    ]


def test_after_a_file_that_could_not_be_read_nothing_it_may_hold_is_called_missing() -> None:
    text = (
        "-- editions/palmes/award.yaml --\nname: Palmes\n categories: {}\n"
        "-- editions/palmes/2011.yaml --\nresults: {voix: Orange}\n"
        "-- editions/palmes/2010.yaml --\nresults: {voix: Sosh\n"
        "-- content/pages/a.md --\n---\ntitle: A\n---\n[[Sosh]], [[palmes]], [[Ornge]]\n"
    )
    assert folds(text) == {
        "editions/palmes/2010.yaml:1:10 yaml": ["content/pages/a.md:4:1 unknown-name"],
        "editions/palmes/award.yaml:2:2 yaml": [
            "content/pages/a.md:4:11 unknown-name",
            "editions/palmes/2011.yaml:1:1 unknown-award",
        ],
        "content/pages/a.md:4:23 unknown-name": [],
    }


ABOUT = """\
-- editions/palmes/2011.yaml --
results: {voix: Orange}
claims: [{says: two winners, count: laureates, is: 2}]
-- editions/palmes/2012.yaml --
results: {voix: Ann Crust}
-- content/articles/a.md --
---
title: A
about: {editions: [palmes/2011, palmes/2012], awards: palmes, categories: palmes/voix}
---
[[palmes/2011]] and [[palmes/2011|again]]

{{ palmares palmes/2011 }}
"""


def folds(text: str, settings: str = SETTINGS) -> dict[str, list[str]]:
    """What is told, each with what is folded below it."""

    def place(problem: Problem) -> str:
        return f"{problem.span.path}:{problem.span.line}:{problem.span.column} {problem.code}"

    return {place(problem): [place(each) for each in problem.below] for problem in problems(text, settings)}


def test_a_file_called_otherwise_is_the_one_cause_of_all_that_misses_it() -> None:
    renamed = (AWARD + ABOUT).replace("palmes/2011.yaml", "palmes/2011.yaml.txt")
    [told] = problems(renamed)
    assert (told.span.path, told.hint) == ("editions/palmes/2011.yaml.txt", 'rename it to "2011.yaml", or delete it')
    assert [each.code for each in told.below] == ["unknown-edition"] * 4


def test_an_award_whose_folder_was_renamed_is_told_once() -> None:
    renamed = (AWARD + ABOUT).replace("editions/palmes/", "editions/palms/")
    [told] = problems(renamed)
    assert told.message == '"palmes/2011" is not an edition: there is no award "palmes"'
    assert told.hint == (
        'did you mean "palms/2011"? Where its folder was renamed, write `palms/2011`, '
        "or call the folder editions/palmes again"
    )
    assert len(told.below) == 6


def test_an_award_file_with_another_name_is_the_cause_of_what_misses_the_award() -> None:
    for name in ("award.yml", "awards.yaml", "Award.yaml"):
        [told] = problems((AWARD + ABOUT).replace("award.yaml", name))
        assert (told.span.path, len(told.below)) == (f"editions/palmes/{name}", 4), name


def test_uses_of_an_ambiguous_name_are_folded_and_no_claim_is_blamed() -> None:
    two = "".join(f"-- content/names/{id}.md --\n---\nname: Ann Crust\nkind: person\n---\n" for id in ("a", "b"))
    text = (AWARD + ABOUT).replace("results: {voix: Orange}", "results: {voix: Ann Crust}") + two
    assert folds(text) == {
        "content/names/b.md:2:7 undeclared-namesake": [
            "editions/palmes/2011.yaml:1:17 ambiguous-name",
            "editions/palmes/2012.yaml:1:17 ambiguous-name",
        ],
    }


def test_a_category_called_otherwise_is_told_once_for_all_editions() -> None:
    text = (AWARD + ABOUT).replace("  voix: Voix", "  voice: Voix").replace(", categories: palmes/voix", "")
    assert folds(text) == {
        "editions/palmes/2011.yaml:1:11 unknown-category": ["editions/palmes/2012.yaml:1:11 unknown-category"],
    }


def test_what_a_check_says_of_a_file_with_an_error_is_folded_below_the_error() -> None:
    edition = "-- editions/palmes/2011.yaml --\n"
    results = "results: {voix: [{laureate: A, share: 1/2}, {laureate: B, share: half}]}\n"
    assert folds(AWARD + edition + results) == {
        "editions/palmes/2011.yaml:1:66 value": ["editions/palmes/2011.yaml:1:45 shares-sum"],
    }


def test_of_a_file_with_an_unfinished_merge_only_the_mark_is_told_whatever_the_file() -> None:
    marks = "<<<<<<< HEAD\n{0}\n=======\n{0}\n>>>>>>> other\n"
    article = "---\ntitle: A\nabout: {awards: palmes}\n---\n"
    text = (
        AWARD
        + "-- editions/palmes/2010.yaml --\nresults: {voix: Sosh}\n"
        + (
            "-- editions/palmes/2011.yaml --\nordinal: 2\n"
            + marks.format("theme: x: y")
            + "-- content/articles/a.md --\n"
            + article
            + marks.format("[[palmes/2011]]")
            + "-- content/articles/b.md --\n"
            + article.replace("title: A", "title: B")
            + "```\n<<<<<<< HEAD\n```\n\nA heading\n=======\n\nWords.\n"
            + "-- themes/own/theme.toml --\n"
            + marks.format("extends = 'base'")
            + "-- themes/own/templates/page/note.html --\n"
            + marks.format("<p>")
            + "-- themes/own/assets/css/a.css --\n"
            + marks.format("p {}")
            + "-- themes/own/locale/fr/LC_MESSAGES/messages.po --\n"
            + marks.format('msgid "x"')
        )
    )
    found = folds(text, f'{SETTINGS}theme = "own"\n')
    assert sorted(found) == [
        "content/articles/a.md:5:1 merge",
        "content/articles/b.md:9:1 heading",
        "editions/palmes/2011.yaml:2:1 merge",
        "themes/own/assets/css/a.css:1:1 merge",
        "themes/own/locale/fr/LC_MESSAGES/messages.po:1:1 merge",
        "themes/own/templates/page/note.html:1:1 merge",
        "themes/own/theme.toml:1:1 merge",
    ]


@pytest.mark.parametrize("file", ["templates/part/a.html", "assets/css/a.css", "locale/fr/LC_MESSAGES/messages.po"])
def test_a_character_that_turns_a_line_is_told_in_the_files_of_a_theme(file: str) -> None:
    text = f"-- themes/own/theme.toml --\nextends = 'base'\n-- themes/own/{file} --\n\n# a\u202eb\n"
    message = f"themes/own/{file}:2:4: the file holds an unprintable character, U+202E  [encoding]"
    assert message in told(text, f'{SETTINGS}theme = "own"\n')


def test_what_a_date_far_from_all_others_leads_to_is_folded_below_it() -> None:
    person = "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\ndied: 2030\n---\n"
    dated = "ceremony: {date: 2102-10-03, weekday: lundi}\nresults: {voix: Ann"
    text = (AWARD + ABOUT).replace("results: {voix: Ann", dated)
    claim = text.replace("two winners, count: laureates, is: 2", "one winner, count: laureates, is: 1")
    assert folds(claim + person) == {
        "editions/palmes/2012.yaml:1:18 date-ahead": [
            "editions/palmes/2012.yaml:1:39 weekday",
            "editions/palmes/2012.yaml:2:17 homonym",
        ],
    }


def test_the_level_of_a_check_is_that_of_the_settings() -> None:
    text = AWARD + "-- editions/palmes/2011.yaml --\nresults: {voix: {laureate: A, share: 1/2}}\n"
    for level, expected in (("error", ["error"]), ("warning", ["warning"]), ("off", [])):
        found = problems(text, f'{SETTINGS}[checks]\nshares-sum = "{level}"\n')
        assert [problem.level for problem in found] == expected


def test_the_level_of_an_unknown_check_is_told_at_its_line() -> None:
    [problem] = problems("", f'{SETTINGS}[checks]\nshare-sum = "off"\n')
    assert lines([problem]) == ['site.toml:5:1: there is no check "share-sum"  [unknown-key]']
    assert problem.hint == 'did you mean "shares-sum"?'


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/about.md", "move it to content/pages/about.md, or delete it"),
        ("content/article/a.md", "move it to content/articles/a.md, or delete it"),
        ("content/media/rules.pdf", "to publish it as it is, move it to content/files/rules.pdf"),
        ("editions", "move it away"),
        ("themes/own/template/a.html", "rename the folder: themes/own/templates"),
        ("themes/own/asset/css/a.css", "rename the folder: themes/own/assets"),
        ("themes/own/main.css", "move it to themes/own/assets/css"),
        ("themes/own/pages/home.html", "move it to themes/own/templates/page or part"),
        ("themes/own/photo/a.png", "move it to themes/own/assets/img"),
        ("themes/own/src/a.ts", "delete it; a theme is theme.toml, templates, assets and locale"),
        (
            "themes/own/locale/fr/messages.po",
            "move it to themes/own/locale/fr/LC_MESSAGES/messages.po",
        ),
    ],
)
def test_a_file_in_a_folder_that_nothing_reads_is_told(path: str, hint: str) -> None:
    [problem] = problems(f"-- {path} --\n")
    assert (problem.span.path, problem.code, problem.hint) == (path, "stray-file", hint)


def test_a_link_that_a_template_spells_out_is_held_against_the_plan() -> None:
    links = ("/nom/", "/noms/", "/feed.xml", "/recherche/pagefind/pagefind.js", "/noms/#a")
    page = "".join(f"{{{{ href('{link}') }}}}\n" for link in links)
    text = f"-- themes/own/theme.toml --\nextends = 'base'\n-- themes/own/templates/page/note.html --\n{page}"
    dead = [each for each in problems(text, f'{SETTINGS}theme = "own"\n') if each.code == "dead-link"]
    path = "themes/own/templates/page/note.html"
    assert lines(dead) == [
        f'{path}:1:10: nothing stands at "/nom/"  [dead-link]',
        f'{path}:4:10: nothing stands at "/recherche/pagefind/pagefind.js"  [dead-link]',
    ]
    assert dead[0].hint == 'did you mean "/noms/"?'
    found = problems(text, f'{SETTINGS}theme = "own"\nsearch = "pagefind"\n')
    assert [each.subject for each in found if each.code == "dead-link"] == [("/nom/",)]


FILES = "-- content/files/CNAME --\nprix.example\n-- content/files/.well-known/security.txt --\nContact: x\n"


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("prix/palmes/2011/", '"{}" leads to the published site, also from a copy of it', "write [[palmes/2011|x]]"),
        ("prix/palmes/2011#v", '"{}" leads to the published site, also from a copy of it', "write [[palmes/2011|x]]"),
        ("prix/palmes/2012/", 'nothing stands at "{}"', "write [[palmes/2011|x]]"),
        ("prix/palmes/2010/", '"{}" leads to the published site, also from a copy of it', "write [[palmes/2011|x]]"),
        ("zzz", 'nothing stands at "{}"', "delete it"),
    ],
)
def test_a_link_to_this_site_by_its_public_address_is_held_against_the_plan(
    address: str, message: str, hint: str
) -> None:
    text = (
        AWARD
        + "-- editions/palmes/2011.yaml --\nformerly: [2010]\nresults: {voix: Sosh}\n"
        + (
            "-- content/articles/a.md --\n---\ntitle: A\nabout: {awards: palmes}\n---\n"
            f"[x](https://example.org/{address}) [y](https://example.com/) [z](https://example.org/feed.xml)\n"
        )
    )
    [problem] = [each for each in problems(text) if each.code in ("broken-link", "inner-link")]
    assert (problem.message, problem.hint) == (message.format(f"https://example.org/{address}"), hint)


def test_files_are_copied_as_they_are_and_can_be_linked_to() -> None:
    text = (
        FILES
        + "-- content/files/doc/rules.pdf --\n%PDF\n"
        + ("-- content/pages/a.md --\n---\ntitle: A\n---\n[[doc/rules.pdf|The rules]], [[doc/rules.pdf#page=2]].\n")
    )
    made, wrong = make(text, SETTINGS, remembered())
    assert (made is None, wrong) == (False, ())
    assert made
    blobs = {blob.url: blob.data for blob in made.plan.blobs}
    assert blobs["/CNAME"] == b"prix.example\n"
    assert blobs["/.well-known/security.txt"] == b"Contact: x\n"
    page = next(page for page in made.plan.pages if page.url == "/a/")
    assert 'href="../doc/rules.pdf"' in repr(page.view)
    assert 'href="../doc/rules.pdf#page=2"' in repr(page.view)


@pytest.mark.parametrize(
    ("target", "hint"),
    [("rule.pdf", 'did you mean "rules.pdf"?'), ("map.zip", "put it at content/files/map.zip")],
)
def test_a_link_to_a_file_that_is_not_there_is_told(target: str, hint: str) -> None:
    text = f"-- content/files/rules.pdf --\n%PDF\n-- content/pages/a.md --\n---\ntitle: A\n---\n[[{target}]]\n"
    [problem] = problems(text)
    assert lines([problem]) == [
        f'content/pages/a.md:4:1: there is no file "{target}" below content/files  [unknown-file]'
    ]
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("file", "other"),
    [
        ("index.html", "site.toml"),
        ("Noms/index.html", "the generator"),
        ("noms", "the generator"),
        ("robots.txt", "the generator"),
        ("data/results.csv/x", "the generator"),
        ("a-propos/index.html", "content/pages/a-propos.md"),
    ],
)
def test_a_file_in_the_place_of_something_else_is_told_with_both_sources(file: str, other: str) -> None:
    text = f"-- content/files/{file} --\nx\n-- content/pages/a-propos.md --\n---\ntitle: A\n---\n"
    [problem] = [problem for problem in problems(text) if problem.code == "url-collision"]
    assert other in problem.message
    assert f"content/files/{file}" in problem.message
    assert problem.hint == "give it another name"


def test_a_file_among_those_of_the_search_is_told() -> None:
    [problem] = problems("-- content/files/recherche/pagefind/pagefind.js --\nx\n", f'{SETTINGS}search = "pagefind"\n')
    assert problem.message == '"/recherche/pagefind/pagefind.js" would stand among the files of the search'


NAMES = (
    ("content/media/a#b.jpg", '"a#b.jpg" can\'t be part of an address', 'rename it "a-b.jpg"'),
    ("content/media/a?b.jpg", '"a?b.jpg" can\'t be part of an address', 'rename it "a-b.jpg"'),
    ("content/media/a%20b.jpg", '"a%20b.jpg" can\'t be part of an address', 'rename it "a-20b.jpg"'),
    ('content/files/a"b.pdf', '"a"b.pdf" can\'t be part of an address', 'rename it "a-b.pdf"'),
    ("content/media/a:b/c.jpg", '"a:b" can\'t be part of an address', 'rename the folder "a-b"'),
    ("content/media/CON.jpg", 'Windows can hold no file called "CON.jpg"', 'rename it "CON-1.jpg"'),
    ("content/files/lpt1", 'Windows can hold no file called "lpt1"', 'rename it "lpt1-1"'),
    ("content/names/nul.md", 'Windows can hold no file called "nul.md"', 'rename it "nul-1.md"'),
    ("content/media/aux/a.jpg", 'Windows can hold no file called "aux"', 'rename the folder "aux-1"'),
    ("content/files/a.", '"a." ends with a dot', 'rename it "a"'),
    ("content/files/b.pdf ", '"b.pdf " ends with a blank', 'rename it "b.pdf"'),
    (
        f"content/media/{'é' * 80}.jpg",
        "this name takes 164 bytes; 150 at most, for the names of files made of it are longer",
        f'rename it "{"é" * 30}.jpg"',
    ),
)


def test_a_file_that_no_address_or_system_can_name_is_told() -> None:
    found = {problem.span.path: (problem.message, problem.hint) for problem in of_files(path for path, _, _ in NAMES)}
    assert found == {path: (said, hint) for path, said, hint in NAMES}


def test_pictures_that_differ_in_capitals_only_are_told() -> None:
    [problem] = of_files(f"content/media/{name}.jpg" for name in ("Logo", "logo", "b"))
    assert lines([problem]) == [
        'content/media/logo.jpg:1:1: "content/media/logo.jpg" and "content/media/Logo.jpg" are one file '
        "for Windows and macOS: they differ in capitals only  [file-name]"
    ]
    assert (problem.level, problem.hint) == (Level.WARNING, "rename one of them")


def test_what_asks_for_a_picture_that_is_broken_or_too_large_follows_from_it(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(SETTINGS)
    write(tmp_path, "-- content/pages/a.md --\n---\ntitle: A\n---\n![Ben](b.jpg)\n\n![Cat](c.jpg)\n")
    (tmp_path / "content/media").mkdir()
    (tmp_path / "content/media/c.jpg").write_bytes(b"")
    (tmp_path / "content/media/b.jpg").write_bytes(b"")
    os.truncate(tmp_path / "content/media/b.jpg", 200_000_000)
    found = pipeline.check(tmp_path, silent).problems
    told = {problem.span.path: (problem.code, [each.code for each in problem.below]) for problem in found}
    assert told == {
        "content/media/b.jpg": ("too-large", ["unknown-picture"]),
        "content/media/c.jpg": ("picture", []),
    }


def test_a_page_in_the_place_of_another_is_told_with_both_sources() -> None:
    page = "-- content/pages/{}.md --\n---\ntitle: {}\n---\nWords of it.\n"
    text = page.format("noms", "A") + page.format("feed.xml", "B")
    assert [line.split(": ")[1] for line in told(text)] == [
        'two things would stand at "/feed.xml/"',
        'two things would stand at "/noms/"',
    ]


def test_a_menu_that_leads_nowhere_is_told_at_its_line() -> None:
    [problem] = problems("", f'{SETTINGS}[[navigation]]\nlabel = "Noms"\nurl = "/nom/"\n')
    assert lines([problem]) == ['site.toml:6:7: the menu leads to "/nom/", where nothing stands  [navigation]']
    assert problem.hint == 'did you mean "/noms/"?'


@pytest.mark.parametrize(("label", "url", "twice"), [("Prix", "/noms/", "/noms/"), ("Noms", "/prix/", "Noms")])
def test_a_menu_that_says_one_thing_twice_is_told(label: str, url: str, twice: str) -> None:
    rows = (("Noms", "/noms/"), (label, url))
    menu = "".join(f'[[navigation]]\nlabel = "{said}"\nurl = "{to}"\n' for said, to in rows)
    [problem] = problems("", f"{SETTINGS}{menu}")
    assert lines([problem]) == [f'site.toml:9:7: the menu has "{twice}" twice; the first is in line 6  [navigation]']
    assert (problem.hint, problem.level) == ("give each line its own label and address, or delete one", "warning")


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("/noms/anna/", 'write "/noms/ann/"'),
        ("/old/", 'write "/noms/"'),
        ("/gone/", "delete the line, for what stood there is gone for good"),
    ],
)
def test_a_menu_that_leads_where_a_page_leads_on_is_told_with_where_to(url: str, hint: str) -> None:
    text = "-- content/names/ann.md --\n---\n{name: Ann, kind: person, formerly: anna}\n---\n"
    menu = f'[[navigation]]\nlabel = "Noms"\nurl = "{url}"\n'
    found = problems(text, f'{SETTINGS}{menu}[moved]\n"/old/" = "/noms/"\n"/gone/" = ""\n')
    [problem] = [each for each in found if each.code == "navigation"]
    assert lines([problem]) == [f'site.toml:6:7: the menu leads to "{url}", where something stood once  [navigation]']
    assert (problem.hint, problem.level) == (hint, "warning")


def test_a_file_that_can_not_be_read_hides_no_mistake_of_another() -> None:
    site = AWARD + (
        "-- editions/palmes/2010.yaml --\nresults: [\n"
        "-- editions/palmes/2011.yaml --\ncited: {theme: s9}\n"
        "-- content/articles/revue.md --\n---\nkind: report\n---\n[[prix/1999]] ![une table](nulle.jpg)\n"
    )
    codes = {problem.code for problem in problems(site)}
    assert {"yaml", "unknown-source", "missing-key", "unknown-picture"} <= codes


def test_a_drawing_that_runs_is_refused_with_its_line() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n<script>1</script></svg>\n'
    message = "content/media/x.svg:2:1: a drawing may not hold <script>  [unsafe-picture]"
    assert message in told(f"-- content/media/x.svg --\n{svg}")


def test_what_is_no_picture_is_not_published() -> None:
    assert [problem.code for problem in problems("-- content/media/x.html --\n<p>\n")] == ["stray-file"]


@pytest.mark.parametrize("asked", ["/", "https://example.org/", "http://127.0.0.1:8000/", "/index.html"])
def test_an_address_is_explained_as_a_browser_shows_it(asked: str) -> None:
    made, _ = make("", SETTINGS, remembered())
    assert made
    said, wrong = pipeline.explained(made, asked, Ledger(), frozenset())
    assert (said[0], wrong) == ("address    /", ())


OF_EACH_KIND = (
    f"{AWARD}-- editions/palmes/2011.yaml --\nresults: {{voix: Sosh}}\n"
    "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\n---\nA baker.\n"
    "-- content/articles/baked.md --\n---\ntitle: Baked\nabout: {awards: palmes}\n---\nA text.\n"
    "-- content/pages/rules.md --\n---\ntitle: Rules\n---\nA text.\n"
    "-- content/files/doc/form.pdf --\n%PDF\n"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("content/names/ann-crust.md", "[[ann-crust|{}]]"),
        ("../names/ann-crust.md", "[[ann-crust|{}]]"),
        ("names/ann-crust.md#life", "[[ann-crust|{}]]"),
        ("names/ann-crust", "[[ann-crust|{}]]"),
        ("/names/ann-crust/", "[[ann-crust|{}]]"),
        ("/laureates/ann-crust/", "[[ann-crust|{}]]"),
        ("ann-crust.md", "[[ann-crust|{}]]"),
        ("/names/ann-crust/index.html", "[[ann-crust|{}]]"),
        ("editions/palmes/2011.yaml", "[[palmes/2011|{}]]"),
        ("../../editions/palmes/2011.yaml", "[[palmes/2011|{}]]"),
        ("palmes/2011.yaml", "[[palmes/2011|{}]]"),
        ("palmes/2011", "[[palmes/2011|{}]]"),
        ("/palmes/2011/", "[[palmes/2011|{}]]"),
        ("/awards/palmes/2011/#voix", "[[palmes/2011|{}]]"),
        ("/prix/palmes/2011/", "[[palmes/2011|{}]]"),
        ("editions/palmes/award.yaml", "[[palmes|{}]]"),
        ("/awards/palmes/", "[[palmes|{}]]"),
        ("palmes", "[[palmes|{}]]"),
        ("/awards/palmes/category/voix/", "[[palmes/voix|{}]]"),
        ("categories/palmes/voix", "[[palmes/voix|{}]]"),
        ("palmes/voix", "[[palmes/voix|{}]]"),
        ("content/articles/baked.md", "[[baked|{}]]"),
        ("articles/baked", "[[baked|{}]]"),
        ("/articles/baked/", "[[baked|{}]]"),
        ("./baked.md", "[[baked|{}]]"),
        ("content/pages/rules.md", "[[rules|{}]]"),
        ("/rules/", "[[rules|{}]]"),
        ("rules.html", "[[rules|{}]]"),
        ("content/files/doc/form.pdf", "[[doc/form.pdf|{}]]"),
        ("/files/doc/form.pdf", "[[doc/form.pdf|{}]]"),
        ("content/media/sea.jpg", "![{}](sea.jpg)"),
        ("../media/sea.jpg", "![{}](sea.jpg)"),
        ("/media/sea.jpg", "![{}](sea.jpg)"),
        ("sea.jpg", "![{}](sea.jpg)"),
    ],
)
def test_what_a_hint_says_to_write_for_an_inner_link_passes(address: str, written: str) -> None:
    def of(link: str) -> tuple[Problem, ...]:
        text = (
            f"{OF_EACH_KIND}-- content/articles/a.md --\n---\ntitle: A\nabout: {{awards: palmes}}\n---\nSee {link}.\n"
        )
        whole = {path: content.encode() for path, content in sections(text).items()}
        whole = {**BASE, "site.toml": SETTINGS.encode(), "content/media/sea.jpg": photo(40, 30), **whole}
        found = stages.make(Snapshot(MappingProxyType(whole), ""), "engine", remembered(), silent)[1]
        return tuple(each for each in found if each.span.path == "content/articles/a.md")

    [problem] = of(f"[Of it]({address})")
    meant = written.format("Of it")
    assert (problem.code, problem.hint.split(" for a page")[0]) == ("inner-link", f"write {meant}")
    assert of(meant) == ()

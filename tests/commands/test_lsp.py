"""The language server: over its own protocol on the reference archive, and its parts on small sites."""

import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from palmarium.build import pipeline, rechecks
from palmarium.build.work import silent
from palmarium.commands import lsp
from palmarium.commands.lsp import site as sites
from palmarium.commands.lsp.completion import choices
from palmarium.commands.lsp.places import Place, named
from palmarium.commands.lsp.renaming import Renaming, rename
from palmarium.commands.lsp.site import OpenSite, places_in
from palmarium.importing import yaml_edit
from palmarium.problems import any_error
from palmarium.sources import disk
from tests import small as tiny
from tests.commands.test_tools import EDITION, PLANTED
from tests.conftest import ROOT
from tests.language_client import Client

ARTICLE = "content/articles/palmes-2011-la-soiree-de-la-confiance.md"
SMALL = {
    "site.toml": 'title = "Prix"\nbase_url = "https://example.org/"\nlanguage = "fr"\n',
    "editions/phare/award.yaml": (
        "name: Le Prix du Phare\nshort: Phare\n"
        "categories:\n  lumiere: Phare de lumière\n  veilleur: {name: Veilleur, honours: person}\n"
    ),
    "editions/phare/2010.yaml": (
        "ordinal: 1\ncoverage: complete\n"
        "results:\n  lumiere: Corderie Vauban\n"
        "  veilleur: {laureate: Soizic Morvan, org: Corderie Vauban, sources: s1}\n"
        "claims:\n  - {says: un trophée, count: titles, category: lumiere, is: 1, source: s1}\n"
        "sources:\n  s1: {title: Le registre}\ncited: {results.lumiere: s1}\n"
    ),
    "editions/phare/2011.yaml": "ordinal: 2\nresults:\n  lumiere: [Corderie Vauban, Chantier]\n  veilleur: unknown\n",
    "content/names/soizic-morvan.md": "---\nname: Soizic Morvan\nkind: person\naliases: [S. Morvan]\n---\n",
    "content/articles/soir.md": (
        "---\ntitle: Un soir\ndate: 2010-10-05\n"
        "about: {editions: phare/2010, names: [Soizic Morvan]}\ntags: [récit, mer]\n---\n"
        "Voici [[Soizic Morvan]], [[phare/veilleur|veilleuse]] de [[phare/2010]], et [un titre]{titles "
        'of="Soizic Morvan" phare}.\n\n{{ palmares phare/2010 }}\n'
    ),
    "content/articles/matin.md": (
        "---\ntitle: Un matin\nrelated: soir\ntags: [Récit]\n---\nPuis [[soir|le soir]], [[regles#i]].\n"
    ),
    "content/pages/regles.md": "---\ntitle: Les règles\n---\n## I\n\nTout.\n",
}


def small(more: Mapping[str, str] | None = None) -> OpenSite:
    return sites.read({path: text.encode() for path, text in {**SMALL, **(more or {})}.items()})


def errors(site: OpenSite) -> list[str]:
    return [f"{each.span.path}:{each.span.line}: {each.message}" for each in site.problems if each.level == "error"]


# What may be written.

YAML_CHOICES = (
    ("¦", "ordinal: ", True),
    ("results:\n  ¦", "veilleur: ", True),
    ("results:\n  lumiere: Cor¦", "Corderie Vauban", True),
    ("results:\n  lumiere: [Chantier, Cor¦", "Corderie Vauban", True),
    ("results:\n  lumiere:\n    - ¦", "Corderie Vauban", True),
    ("results:\n  lumiere:\n    - ¦", "laureate: ", True),
    ("results:\n  lumiere:\n    - {rank: 1, la¦", "laureate: ", True),
    ("results:\n  lumiere:\n    - {rank: 1, ¦", "rank: ", False),
    ('results:\n  lumiere: {laureate: "Cor¦', "Corderie Vauban", True),
    ("results:\n  lumiere:\n    laureate: Chantier\n    org: C¦\n", "Corderie Vauban", True),
    ("results:\n  ¦", "lumiere", False),
    ("claims:\n  - {says: un, count: t¦", "titles", True),
    ("claims:\n  - says: un\n    category: l¦", "lumiere", True),
    ("coverage: ¦", "winners-only", True),
    ("coverage: {jury: n¦}", "none", True),
    ("hosts: ¦", "Soizic Morvan", True),
    ("hosts:\n  - name: Soi¦", "S. Morvan", True),
    ("sources:\n  s1: {title: T}\ncited:\n  ordinal: ¦", "s1", True),
    ("note: voir ¦", "Corderie Vauban", False),
    ("note: >-\n  du texte ¦", "ordinal: ", False),
    ("  : [}\n¦", "ordinal: ", False),
)
TEXT_CHOICES = (
    ("---\ntitle: x\n¦", "tags: ", True),
    ("---\ntitle: x\ntags: [¦]\n---\n", "mer", True),
    ("---\ntitle: x\nabout: {editions: p¦}\n---\n", "phare/2010", True),
    ("---\ntitle: x\nabout: {categories: p¦}\n---\n", "phare/veilleur", True),
    ("---\ntitle: x\nkind: ¦\n---\n", "interview", True),
    ("---\ntitle: x\nrelated: ¦\n---\n", "matin", True),
    ("---\ntitle: x\ntranslates: m¦\n---\n", "matin", True),
    ("---\ntitle: x\nlanguage: ¦\n---\n", "en", True),
    ("---\ntitle: x\n---\nVoici [[So¦ ici", "Soizic Morvan", True),
    ("---\ntitle: x\n---\nVoici [[ph¦]]", "phare/veilleur", True),
    ("---\ntitle: x\n---\nVoici [[Soizic|¦]]", "phare/2010", False),
    ("---\ntitle: x\n---\nVoici [un]{¦}", "titles", True),
    ("---\ntitle: x\n---\nVoici [un]{titles ¦}", "phare/2011", True),
    ("---\ntitle: x\n---\nVoici [un]{titles ¦}", "of=", True),
    ("---\ntitle: x\n---\nVoici [un]{titles of=¦}", '"Corderie Vauban"', True),
    ('---\ntitle: x\n---\nVoici [un]{titles of="Cor¦}', '"Corderie Vauban"', True),
    ("---\ntitle: x\n---\n{{ ¦", "palmares", True),
    ("---\ntitle: x\n---\n{{ palmares ¦", "phare/2011", True),
    ("---\ntitle: x\n---\n{{ claim phare/2010 ¦", "1", True),
    ("---\ntitle: x\n---\n![un phare](¦", "phare.jpg", True),
    ("---\ntitle: x\n---\nRien ¦", "phare/2011", False),
)


@pytest.mark.parametrize(("text", "wanted", "is_there"), [*YAML_CHOICES, *TEXT_CHOICES])
def test_what_may_stand_where_the_cursor_is(text: str, wanted: str, is_there: bool) -> None:
    site = small({"content/media/phare.jpg": ""})
    path = "content/articles/soir.md" if (text, wanted, is_there) in TEXT_CHOICES else "editions/phare/2010.yaml"
    at = text.index("¦")
    found = list(choices(path, text.replace("¦", ""), at, site))
    assert (wanted in [each.text for each in found]) is is_there
    assert all(each.start <= at for each in found)
    typed = re.split(r"[\s\[{(=|]", text[:at])[-1]
    for each in found if is_there else ():
        assert text[each.start : at].strip("\"'") == typed.strip("\"'") or each.text != wanted


def test_a_category_is_offered_of_the_edition_beside_it() -> None:
    site = small(
        {"editions/balise/award.yaml": "name: B\ncategories: {mer: La mer}\n", "editions/balise/2010.yaml": ""}
    )
    text = "results:\n  lumiere: {derived_from: {edition: balise/2010, category: "
    found = [each.text for each in choices("editions/phare/2010.yaml", text, len(text), site)]
    assert found == ["mer"]


# Another name for something.


def applied(site: OpenSite, made: Renaming) -> Mapping[str, bytes]:
    """The files of a site as they are once something is called otherwise."""
    files = dict(site.files)
    for path, edits in made.edits.items():
        files[path] = yaml_edit.apply(files[path].decode(), edits).encode()
    for old, new in made.moves:
        for path in [each for each in files if each == old or each.startswith(f"{old}/")]:
            files[new + path[len(old) :]] = files.pop(path)
    return {**files, **{path: text.encode() for path, text in made.created.items()}}


def place(site: OpenSite, path: str, text: str, number: int = 0) -> Place:
    return [each for each in places_in(site, path) if each.text == text][number]


def renamed(site: OpenSite, path: str, text: str, new: str) -> tuple[Renaming, OpenSite]:
    made = rename(site, place(site, path, text), new)
    assert made.refused == ""
    after = sites.read(applied(site, made), site)
    assert errors(after) == []
    return made, after


def text_of(site: OpenSite, path: str) -> str:
    return site.files[path].decode()


def test_a_name_is_called_otherwise_everywhere_and_its_address_leads_on() -> None:
    _, after = renamed(small(), "editions/phare/2010.yaml", "Soizic Morvan", "Soizic Le Goff, née Morvan")
    assert "content/names/soizic-morvan.md" not in after.files
    file = text_of(after, "content/names/soizic-le-goff-nee-morvan.md")
    assert "name: Soizic Le Goff, née Morvan\n" in file
    assert "formerly: soizic-morvan\n" in file
    assert "aliases: [S. Morvan]" in file
    assert '{laureate: "Soizic Le Goff, née Morvan", org: Corderie Vauban, sources: s1}' in text_of(
        after, "editions/phare/2010.yaml"
    )
    article = text_of(after, "content/articles/soir.md")
    assert "[[Soizic Le Goff, née Morvan]], [[phare/veilleur|veilleuse]]" in article
    assert 'of="Soizic Le Goff, née Morvan" phare' in article
    assert "Morvan]]" not in article.replace("née Morvan]]", "")


def test_a_name_without_a_file_gets_one_only_where_its_address_was_published() -> None:
    lock = "base https://example.org/\nfeeds tag:example.org,2026:\nwords names=noms\n/noms/corderie-vauban/\n"
    for more, created in (({}, 0), ({"urls.lock": lock}, 1)):
        made, after = renamed(small(more), "editions/phare/2011.yaml", "Corderie Vauban", "Corderie Royale")
        assert len(made.created) == created
        assert text_of(after, "editions/phare/2011.yaml").count("Corderie Royale") == 1
        assert "org: Corderie Royale" in text_of(after, "editions/phare/2010.yaml")
        assert not any(b"Vauban" in data for data in after.files.values())
        if created:
            file = text_of(after, "content/names/corderie-royale.md")
            assert file == "---\nname: Corderie Royale\nkind: organisation\nformerly: corderie-vauban\n---\n"


def test_an_alias_is_spelt_otherwise_and_the_name_keeps_its_id() -> None:
    made, after = renamed(small(), "content/names/soizic-morvan.md", "S. Morvan", "Soizig Morvan")
    assert made.moves == ()
    assert "aliases: [Soizig Morvan]" in text_of(after, "content/names/soizic-morvan.md")
    assert "laureate: Soizic Morvan" in text_of(after, "editions/phare/2010.yaml")


@pytest.mark.parametrize(
    ("id", "written"), [("lumiere", "eclat: {name: Phare de lumière, formerly: lumiere}"), ("veilleur", "")]
)
def test_a_category_is_called_otherwise_everywhere(id: str, written: str) -> None:
    _, after = renamed(small(), "editions/phare/2010.yaml", id, "eclat")
    award = text_of(after, "editions/phare/award.yaml")
    assert (written or "eclat: {name: Veilleur, honours: person, formerly: veilleur}") in award
    edition = text_of(after, "editions/phare/2010.yaml")
    assert f"  {id}:" not in edition
    assert ("category: eclat" in edition) is ("results.eclat: s1" in edition) is (id == "lumiere")
    assert ("[[phare/eclat|veilleuse]]" in text_of(after, "content/articles/soir.md")) is (id == "veilleur")


def test_an_edition_an_award_an_article_and_a_page_move_with_their_files() -> None:
    evening = "---\ntitle: Evening\nlanguage: en\ntranslates: soir\n---\nOne.\n"
    rules = "---\ntitle: Rules\nlanguage: en\ntranslates: regles\n---\nTwo.\n"
    site = small({"content/articles/evening.md": evening, "content/pages/rules.md": rules})
    _, site = renamed(site, "content/articles/soir.md", "phare/2010", "phare/2010-brest")
    assert "formerly: 2010\n" in text_of(site, "editions/phare/2010-brest.yaml")
    assert "{{ palmares phare/2010-brest }}" in text_of(site, "content/articles/soir.md")
    _, site = renamed(site, "content/articles/soir.md", "phare", "fanal")
    assert "formerly: phare\n" in text_of(site, "editions/fanal/award.yaml")
    assert "[[fanal/2010-brest]]" in text_of(site, "content/articles/soir.md")
    assert '"Soizic Morvan" fanal}' in text_of(site, "content/articles/soir.md")
    _, site = renamed(site, "content/articles/matin.md", "soir", "veillee")
    assert "related: veillee\n" in text_of(site, "content/articles/matin.md")
    assert "translates: veillee\n" in text_of(site, "content/articles/evening.md")
    assert "[[veillee|le soir]]" in text_of(site, "content/articles/matin.md")
    assert "formerly: soir\n" in text_of(site, "content/articles/veillee.md")
    _, site = renamed(site, "content/articles/matin.md", "regles#i", "reglement")
    assert "[[reglement#i]]" in text_of(site, "content/articles/matin.md")
    assert "content/pages/reglement.md" in site.files
    assert "translates: reglement\n" in text_of(site, "content/pages/rules.md")


def test_a_source_is_called_otherwise_in_its_file_alone_and_a_tag_in_all_its_spellings() -> None:
    _, after = renamed(small(), "editions/phare/2010.yaml", "s1", "registre")
    edition = text_of(after, "editions/phare/2010.yaml")
    assert "s1" not in edition
    assert edition.count("registre") == 5
    _, after = renamed(small(), "content/articles/soir.md", "récit", "histoire")
    assert "tags: [histoire]" in text_of(after, "content/articles/matin.md")


def test_a_former_id_joins_those_that_are_there() -> None:
    name = "content/names/soizic-morvan.md"
    for there, wanted in (
        ("formerly: a", "formerly: [a, soizic-morvan]"),
        ("formerly: [a, b]", "[a, b, soizic-morvan]"),
    ):
        site = small({name: f"---\nname: Soizic Morvan\nkind: person\n{there}\n---\n"})
        _, after = renamed(site, name, "Soizic Morvan", "Soizic Le Goff")
        assert wanted in text_of(after, "content/names/soizic-le-goff.md")


@pytest.mark.parametrize(
    ("path", "text", "new", "why"),
    [
        (
            "editions/phare/2010.yaml",
            "Soizic Morvan",
            "Corderie Vauban",
            '"Corderie Vauban" is a name of corderie-vauban',
        ),
        ("editions/phare/2010.yaml", "Soizic Morvan", "corderie vauban", 'the id "corderie-vauban" is that of'),
        ("editions/phare/2010.yaml", "Soizic Morvan", "Soizic [M]", "without brackets"),
        ("editions/phare/2010.yaml", "Soizic Morvan", "S. Morvan", "is another spelling of it"),
        ("editions/phare/2010.yaml", "lumiere", "veilleur", 'there is "phare/veilleur" already'),
        ("editions/phare/2010.yaml", "lumiere", "La lumière", "write la-lumiere"),
        ("content/articles/soir.md", "phare/2010", "phare/2011", 'there is "phare/2011" already'),
        ("editions/phare/2010.yaml", "titles", "laureates", "nothing that can be renamed"),
    ],
)
def test_what_would_make_two_one_is_refused(path: str, text: str, new: str, why: str) -> None:
    site = small()
    assert why in rename(site, place(site, path, text), new).refused


def test_an_award_is_called_otherwise_in_the_settings_too() -> None:
    settings = (
        SMALL["site.toml"] + '[exceptions]\nundated-source = [{file = "editions/phare/2010.yaml", reason = "x"}]\n'
    )
    settings += '[theme_parameters]\nornaments = "phare: palm"\n'
    _, after = renamed(small({"site.toml": settings}), "content/articles/soir.md", "phare", "fanal")
    assert '"editions/fanal/2010.yaml"' in text_of(after, "site.toml")
    assert 'ornaments = "fanal: palm"' in text_of(after, "site.toml")


# A site as it stands in an editor.


def test_a_file_that_can_t_be_read_is_told_and_the_others_find_what_was_in_it() -> None:
    site = small()
    assert errors(site) == []
    broken = sites.read({**site.files, "editions/phare/award.yaml": b"name: [\n"}, site)
    assert [each.partition(":")[0] for each in errors(broken)] == ["editions/phare/award.yaml"]
    assert "phare/lumiere" in broken.archive.categories
    again = sites.read({**broken.files, "content/pages/regles.md": b"---\ntitle: R\n---\n## I\n"}, broken)
    assert [each.partition(":")[0] for each in errors(again)] == ["editions/phare/award.yaml"]
    assert errors(sites.read(site.files, again)) == []
    gone = {path: data for path, data in site.files.items() if not path.endswith("soir.md")}
    assert "unknown-article" in [each.code for each in sites.read(gone, site).problems]


def test_of_a_file_that_can_t_be_read_nothing_is_told_at_the_places_that_were() -> None:
    path = "editions/phare/2011.yaml"
    site = small({path: SMALL[path].replace("lumiere", "lumieres")})
    assert [each.code for each in site.problems if each.span.path == path] == ["unknown-category"]
    for files in (
        {path: b"ordinal: [\n" + site.files[path]},
        {"content/pages/regles.md": b"---\ntitle: R\n---\n## I\n"},
    ):
        site = sites.read({**site.files, **files}, site)
        assert [each.code for each in site.problems if each.span.path == path] == ["yaml"]


def test_a_reading_after_an_edit_is_that_of_all_files_anew() -> None:
    site = small()
    for path in SMALL:
        files = {**site.files, path: site.files[path].replace(b"Morvan", b"Morvain").replace(b"lumiere", b"lumieres")}
        assert sites.read(files, site).problems == sites.read(files).problems


WORDS = (
    "Morvan",
    "Morvain",
    "lumiere",
    "lumieres",
    "[[",
    "]]",
    "phare/2011",
    "2012",
    "12",
    "“",
    ": ",
    "\n",
    "- x\n",
    "",
)


def mistyped(files: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """The files with one word of one of them put in the place of another, or one of them gone."""
    path = chance.choice(sorted(files))
    pieces = re.split(r"(\W)", files[path].decode())
    pieces[chance.randrange(len(pieces))] = chance.choice(WORDS)
    there = {**files, path: "".join(pieces).encode()}
    return {key: data for key, data in there.items() if key != path or chance.random() > 0.05}


def as_in_an_editor(opened: sites.Opened) -> OpenSite:
    """A site of which each file was asked first for what it says itself."""
    for path in opened.site.files:
        opened.told_of(path)
    return sites.checked(opened, lambda: False)


@pytest.mark.slow
def test_after_any_edits_what_is_told_is_what_is_told_of_all_files_anew() -> None:
    chance = random.Random(13)
    first = site = as_in_an_editor(sites.opened({path: text.encode() for path, text in SMALL.items()}))
    for _ in range(120):
        # Mistakes stay for a while; what was tried and given up, or stopped half-way, leaves nothing behind.
        files = mistyped(first.files if chance.random() < 0.2 else site.files, chance)
        sites.read(mistyped(files, chance), site)
        asked = iter(range(chance.randrange(60)))
        sites.checked(sites.opened(files, site), lambda asked=asked: next(asked, None) is None)
        begun = sites.checked(sites.opened(files, site), lambda asked=asked: next(asked, None) is None)
        # A file that can't be read keeps its last record, also where everything is asked anew.
        anew = sites.read(files, replace(site, asked=None))
        opened = sites.opened(files, chance.choice((site, begun)))
        site = as_in_an_editor(opened) if chance.random() < 0.5 else sites.checked(opened, lambda: False)
        assert site.problems == anew.problems


def test_what_one_record_says_is_asked_again_where_the_editor_asked_it_first() -> None:
    path = "editions/phare/2011.yaml"
    files = small().files
    site = as_in_an_editor(sites.opened(files))
    for weekday, told in (("lundi", []), ("mardi", ["weekday"]), ("lundi", [])):
        line = f"ceremony: {{date: 2011-10-03, weekday: {weekday}}}\n"
        site = as_in_an_editor(sites.opened({**files, path: files[path] + line.encode()}, site))
        assert [each.code for each in site.problems if each.code == "weekday"] == told


def test_what_hangs_on_a_table_in_doubt_is_asked_again_after_a_stop() -> None:
    before = sites.read(tiny.files())
    path = "editions/palmes/2011.yaml"
    text = before.files[path].decode()
    claim = next(line for line in text.splitlines(True) if "says: trois lauréats" in line)
    files = {**before.files, path: text.replace(claim, "").encode()}
    # Nothing is asked, so no table is derived again, though a claim that one holds is gone.
    stopped = sites.checked(sites.opened(files, before), lambda: True)
    assert not stopped.is_checked
    assert sites.read(files, stopped).problems == sites.read(files).problems


def test_what_was_not_asked_beside_an_error_is_asked_once_that_is_mended() -> None:
    site = small()
    path, other = "content/articles/matin.md", "editions/phare/2010.yaml"
    won = site.files[other].replace(b"lumiere: Corderie Vauban", b"lumiere: [Corderie Vauban, Chantier]")
    assert won != site.files[other]
    broken = sites.read({**site.files, path: site.files[path] + b"[[ailleurs]]", other: won}, site)
    assert "claim-differs" not in {each.code for each in broken.problems}
    mended = sites.read({**broken.files, path: site.files[path]}, broken)
    assert "claim-differs" in {each.code for each in mended.problems}
    assert mended.problems == sites.read(mended.files).problems


def test_an_edit_asks_again_only_what_it_may_have_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    site = small()
    ask = rechecks.noting
    monkeypatch.setattr(rechecks, "noting", lambda: asked.append(1) or ask())
    path = "content/articles/matin.md"
    sites.read(site.files, site)
    assert asked == []
    after = sites.read({**site.files, path: site.files[path] + b"\nEncore.\n"}, site)
    assert 0 < len(asked) < len(after.asked.seen.tables) / 4 if after.asked else False


@pytest.mark.slow
def test_what_is_told_is_what_check_tells(tmp_path: Path) -> None:
    root = archive_in(tmp_path)
    for path, right, wrong in (
        (EDITION, "  voix-du-client:\n", "  voix-du-clients:\n"),
        (ARTICLE, "[[AFRC]]", "[[AFRCC]]"),
        (EDITION, "count: titles, is: 6", "count: titles, is: 7"),
        (ARTICLE, "date: 2011-10", "date: 2011-13"),
    ):
        text = (root / path).read_text("utf-8")
        assert right in text
        (root / path).write_text(text.replace(right, wrong, 1), "utf-8")
    told = {(each.span, each.code, each.message) for each in pipeline.check(root, silent).problems}
    assert len(told) >= 4
    assert {(each.span, each.code, each.message) for each in sites.read(disk.read(root)[0].files).problems} == told


# The server, over its protocol.


def archive_in(folder: Path) -> Path:
    root = folder / "site"
    root.mkdir()
    for name in ("editions", "content", "themes"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("site.toml", "urls.lock"):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with Client([sys.executable, "-m", "palmarium", "lsp"], archive_in(tmp_path_factory.mktemp("lsp"))) as made:
        yield made
        assert made.stop() == 0
    assert made.errors == ""


def opened(client: Client, path: str, text: str | None = None) -> str:
    """A file with a text of this moment, or with its own."""
    uri = client.uri(path)
    if uri not in client.versions:
        client.open(path, language="markdown" if path.endswith(".md") else "yaml")
    client.change(uri, (client.root / path).read_text("utf-8") if text is None else text)
    return uri


def position(text: str, at: int) -> tuple[int, int]:
    before = text[:at]
    return before.count("\n"), len(before[before.rfind("\n") + 1 :].encode("utf-16-le")) // 2


def sampled() -> list[Place]:
    """Fifty texts of the archive that name something, of every kind and from many files."""
    site = sites.read(disk.read(ROOT)[0].files)
    kinds: dict[str, list[Place]] = {}
    for path in sorted(site.records):
        for each in places_in(site, path):
            found = named(each, site.archive)
            if found and found[0] not in ("count", "tag") and not each.defines and len(each.text) > 1:
                kinds.setdefault(f"{each.leads} {path.endswith('.md')}", []).append(each)
    rounds = ([each[at * len(each) // 12] for each in kinds.values() if at < len(each)] for at in range(12))
    return [place for row in rounds for place in row][:50]


@pytest.mark.slow
def test_at_fifty_places_the_right_text_is_offered_and_its_definition_found(client: Client) -> None:
    places = sampled()
    assert len(places) == 50
    assert len({each.leads for each in places}) >= 8
    for each in places:
        text = (client.root / each.path).read_text("utf-8")
        uri = opened(client, each.path)
        found = client.at("definition", uri, *position(text, each.start + 1))
        assert found, each
        assert (client.root / unquote(urlsplit(found["uri"]).path)).exists()
        written = text[each.start : each.end]
        cut = each.start + (3 if written[0] in "\"'" else 2)
        rest = "" if text.startswith(":", each.end) else text[each.end :]
        opened(client, each.path, text[:cut] + rest)
        labels = [item["label"] for item in client.at("completion", uri, *position(text, cut))["items"]]
        assert each.text in labels, each
        opened(client, each.path)


def lines(told: list[dict[str, Any]]) -> list[int]:
    return [each["range"]["start"]["line"] for each in told]


@pytest.mark.slow
def test_each_of_thirty_planted_mistakes_is_told_on_its_line_as_one_types(client: Client) -> None:
    for path, right, wrong in PLANTED:
        text = (client.root / path).read_text("utf-8")
        line = text[: text.index(right)].count("\n")
        uri = opened(client, path, text.replace(right, wrong, 1))
        assert client.until(uri, lambda told, line=line: line in lines(told)), wrong
        opened(client, path)
    assert client.until(client.uri(EDITION), lambda told: not told) == []


@pytest.mark.slow
def test_what_only_the_whole_archive_tells_is_told_as_one_types(client: Client) -> None:
    for path, right, wrong, code in (
        (EDITION, "edition: podium/2011", "edition: podium/2010-bis", "unknown-edition"),
        (EDITION, "count: titles, is: 6", "count: titles, is: 7", "claim-differs"),
        (EDITION, "date: 2011-10-03, weekday: lundi", "date: 2011-10-03, weekday: mardi", "weekday"),
        (ARTICLE, "[[AFRC]]", "[[AFRCC]]", "unknown-name"),
        (ARTICLE, "related: [palmes-2010-l-organisatrice-s-explique", "related: [palmes-2010", "unknown-article"),
    ):
        text = (client.root / path).read_text("utf-8")
        assert right in text
        uri = opened(client, path, text.replace(right, wrong, 1))
        assert client.until(uri, lambda told, code=code: code in [each["code"] for each in told])
        opened(client, path)


@pytest.mark.slow
def test_a_mistake_is_mended_by_what_is_offered(client: Client) -> None:
    for right, wrong, title, is_sure in (
        ("ordinal: 4", "ordnal: 4", "Write ordinal", True),
        ("voix-du-client:\n    laureate", "voix-du-clientt:\n    laureate", "Write voix-du-client", None),
    ):
        text = (client.root / EDITION).read_text("utf-8")
        uri = opened(client, EDITION, text.replace(right, wrong, 1))
        told = client.told(uri)
        actions = client.ask(
            "textDocument/codeAction",
            {"textDocument": {"uri": uri}, "range": told[0]["range"], "context": {"diagnostics": told}},
        )
        action = next(each for each in actions if each["title"] == title)
        assert is_sure is None or action.get("isPreferred", False) is is_sure
        assert edited(text.replace(right, wrong, 1), action["edit"]["documentChanges"][0]["edits"]) == text
        opened(client, EDITION)


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after its edits, as an editor makes them."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def offset(place: dict[str, int]) -> int:
        start = lines[place["line"]]
        line = text[start:].encode("utf-16-le")[: place["character"] * 2]
        return start + len(line.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda edit: -offset(edit["range"]["start"])):
        text = text[: offset(edit["range"]["start"])] + edit["newText"] + text[offset(edit["range"]["end"]) :]
    return text


def carried_out(root: Path, edit: dict[str, Any]) -> None:
    """A workspace edit, written to the disk."""

    def path(uri: str) -> Path:
        return Path(unquote(urlsplit(uri).path))

    for change in edit["documentChanges"]:
        if change.get("kind") == "rename":
            assert not path(change["newUri"]).exists()
            path(change["oldUri"]).rename(path(change["newUri"]))
        elif change.get("kind") == "create":
            path(change["uri"]).touch(exist_ok=False)
        else:
            file = path(change["textDocument"]["uri"])
            assert file.is_relative_to(root)
            file.write_text(edited(file.read_text("utf-8"), change["edits"]), "utf-8")


@pytest.mark.slow
def test_after_renaming_nothing_leads_nowhere_and_the_site_builds(tmp_path: Path) -> None:
    root = archive_in(tmp_path)
    assert not any_error(pipeline.build(root, silent).problems)
    with Client([sys.executable, "-m", "palmarium", "lsp"], root) as client:
        for path, text, new in (
            (EDITION, "laureate: ¦Mercedes-Benz", "Mercedes France"),
            (EDITION, "laureate: ¦Union nationale des PIMMS", "Réseau des PIMMS"),
            (EDITION, "\n  ¦voix-du-client:", "voix-des-clients"),
            (EDITION, "edition: ¦podium/2011", "podium/2011-paris"),
            (ARTICLE, "awards: [¦palmes,", "palmes-afrc"),
            (ARTICLE, "related: [¦palmes-2010-l-organisatrice-s-explique", "organisatrice"),
            (ARTICLE, "tags: [¦compte rendu", "récit de soirée"),
        ):
            path = path.replace("/palmes/", "/palmes-afrc/") if not (root / path).exists() else path
            source = (root / path).read_text("utf-8")
            at = source.index(text.replace("¦", "")) + text.index("¦") + 1
            uri = client.open(path, language="markdown" if path.endswith(".md") else "yaml")
            assert client.at("prepareRename", uri, *position(source, at))
            edit = client.at("rename", uri, *position(source, at), newName=new)
            client.close(uri)
            carried_out(root, edit)
        assert client.stop() == 0
    report = pipeline.build(root, silent)
    assert [f"{each.span.path}:{each.span.line}: {each.message}" for each in report.problems] == []
    assert (root / "_site" / "prix" / "palmes-afrc" / "2011" / "index.html").exists()
    old = (root / "_site" / "noms" / "mercedes-benz" / "index.html").read_text("utf-8")
    assert "/noms/mercedes-france/" in old


@pytest.mark.slow
def test_what_is_not_saved_counts(client: Client) -> None:
    text = (client.root / EDITION).read_text("utf-8")
    uri = opened(client, EDITION, text.replace("laureate: Maria Flament", "laureate: Zoé Neuve-Page"))
    other = opened(client, ARTICLE)
    client.told(other)
    body = (client.root / ARTICLE).read_text("utf-8") + "\n\U0001f396 [[Zoé Neuve-Page]] 🎖 [[palmes/2011]]\n"
    opened(client, ARTICLE, body)
    assert client.until(other, lambda told: "unknown-name" not in [each["code"] for each in told]) == []
    at = body.index("Zoé") + 2
    found = client.at("definition", other, *position(body, at))
    assert found["uri"] == uri
    mentions = client.at("references", other, *position(body, at), context={"includeDeclaration": True})
    assert {each["uri"] for each in mentions} == {uri, other}
    # What stands behind letters of two units is found at its place.
    at = body.rindex("palmes/2011") + 3
    shown = client.at("hover", other, *position(body, at))
    assert "Palmes 2011" in shown["contents"]["value"]
    assert shown["range"]["start"]["character"] == position(body, body.rindex("palmes/2011"))[1]
    opened(client, EDITION)
    opened(client, ARTICLE)
    client.told(other)


@pytest.mark.slow
def test_nothing_that_is_typed_or_asked_ends_the_server(client: Client) -> None:
    texts = (
        "",
        "\0",
        "[" * 5000,
        "a: &b [*b]\n",
        "results: {",
        "---\n",
        "é\r\nordinal: 4\r\n",
        "\ufeffordinal: 4",
        "- \t",
    )
    for path in (EDITION, ARTICLE, "editions/neuf/2030.yaml", "site.toml"):
        uri = client.uri(path)
        if uri not in client.versions:
            client.open(path, "")
        for text in texts:
            client.change(uri, text)
            for line, character in ((0, 3), (99_999, 7)):
                for method in ("completion", "definition", "hover", "prepareRename"):
                    client.at(method, uri, line, character)
                client.at("references", uri, line, character, context={"includeDeclaration": False})
        client.told(uri)
    client.at("hover", "file:///elsewhere/x.yaml", 0, 0)
    client.at("completion", "untitled:x", 0, 0)
    for path in ("editions/neuf/2030.yaml", "site.toml"):
        client.close(client.uri(path))
        client.versions.pop(client.uri(path))
    opened(client, EDITION)
    opened(client, ARTICLE)
    client.told(client.uri(ARTICLE))
    assert client.errors == ""


@pytest.mark.slow
def test_where_schemas_complete_yaml_the_server_leaves_it_to_them(tmp_path: Path) -> None:
    root = archive_in(tmp_path)
    with Client([sys.executable, "-m", "palmarium", "lsp"], root, options={"completeYaml": False}) as client:
        uri = client.open(EDITION)
        assert client.at("completion", uri, 0, 0)["items"] == []
        article = client.open(ARTICLE, language="markdown")
        assert client.at("completion", article, 1, 0)["items"]
        assert client.stop() == 0


@pytest.mark.slow
def test_the_site_is_the_one_that_is_open_wherever_the_server_runs(tmp_path: Path) -> None:
    root, elsewhere = archive_in(tmp_path), tmp_path / "elsewhere"
    elsewhere.mkdir()
    command = [sys.executable, "-m", "palmarium", "lsp"]
    with Client(command, root / "editions", folder=elsewhere) as client:
        uri = client.open("palmes/2011.yaml")
        assert client.told(uri) == []
        found = client.ask("workspace/symbol", {"query": "mercedes"})
        assert ("Mercedes-Benz", "name") in [(each["name"], each["containerName"]) for each in found]
        assert client.stop() == 0
    with Client(command, elsewhere) as client:
        uri = client.open("site.toml", "")
        client.told(uri)
        assert "palmarium new site" in next(each["params"]["message"] for each in client.said)
        assert client.stop() == 0
        assert client.errors == ""


def test_without_its_packages_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.commands.test_cli import run

    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.delitem(sys.modules, "palmarium.commands.lsp.server", raising=False)
    monkeypatch.delattr(lsp, "server", raising=False)
    (tmp_path / "site.toml").write_text(SMALL["site.toml"], "utf-8")
    result = run("lsp", root=tmp_path)
    assert result.exit_code == 2
    assert 'pip install "palmarium[lsp]"' in result.output

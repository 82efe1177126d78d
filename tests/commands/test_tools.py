"""Files for editors' programs: schemas of an archive, the settings that name them, and merging these."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.commands import reference, tools
from palmarium.commands.offers import offers
from palmarium.commands.schema_files import SCHEMAS
from palmarium.importing import trial
from palmarium.model.archive import Archive
from palmarium.sources import disk, yaml
from palmarium.sources.schema.outline import FILES, Type, forms
from tests.commands.test_cli import run
from tests.conftest import PHARE_2010, ROOT, Site
from tests.test_docs import plain

EDITION, AWARD = "editions/palmes/2011.yaml", "editions/palmes/award.yaml"
PLANTED = (
    (EDITION, "ordinal: 4", "ordnal: 4"),
    (EDITION, "theme: la confiance", "themes: la confiance"),
    (EDITION, "weekday: lundi", "week_day: lundi"),
    (EDITION, "venue: Théâtre Édouard VII", "lieu: Théâtre Édouard VII"),
    (EDITION, "{results: complete,", "{results: completed,"),
    (EDITION, "categories: complete", "category: complete"),
    (EDITION, "jury: none}", "jury: nobody}"),
    (EDITION, "organisers: AFRC", "organizers: AFRC"),
    (EDITION, "as: étude du Podium de la Relation Client, category: voix-du-client}", "was: étude}"),
    (EDITION, "note: Auteur du compte rendu", "notes: Auteur du compte rendu"),
    (EDITION, "role: président, org: AFRC", "role: président, organisation: AFRC"),
    (EDITION, "how: [jury, dossier, oral]", "hows: [jury, dossier, oral]"),
    (EDITION, "  innovation-sociale:\n", "  innovation-social:\n"),
    (EDITION, "  voix-du-client:\n", "  voix-du-clients:\n"),
    (EDITION, "credited_as: GDF SUEZ", "credited: GDF SUEZ"),
    (EDITION, "kind: site communautaire", "kinds: site communautaire"),
    (EDITION, "printed_name: Palme Innovation", "printed: Palme Innovation"),
    (EDITION, "represented_by: Harry Salamon", "represented: Harry Salamon"),
    (EDITION, "{rank: 1, laureate: Alain Angerame", "{rang: 1, laureate: Alain Angerame"),
    (EDITION, "laureate: Maria Flament", "laureat: Maria Flament"),
    (EDITION, "several_answers: true", "several_answers: certainly"),
    (EDITION, "answers: [{label: optimistes, value", "answers: [{label: optimistes, valu"),
    (EDITION, "base: professionnels interrogés", "basis: professionnels interrogés"),
    (EDITION, "count: editions, is: 4", "count: editions, es: 4"),
    (EDITION, "disputed: true", "disputed: maybe"),
    (EDITION, "author: Thierry Spencer\n", "autor: Thierry Spencer\n"),
    (EDITION, "publisher: e-marketing.fr", "publishers: e-marketing.fr"),
    (EDITION, "value: Harry Salamon, Mercedes Benz", "valeur: Harry Salamon, Mercedes Benz"),
    (AWARD, "categories:\n", "categorys:\n"),
    (AWARD, "event: split", "event: splitting"),
)
"""A file, what stands in it, and a mistake that a schema tells, on its line."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return trial.archive(trial.opened(disk.read(ROOT)[0].files, silent))[0]


@pytest.fixture(scope="module")
def schemas(archive: Archive) -> dict[str, Any]:
    return {path.removeprefix(SCHEMAS): json.loads(data) for path, data in tools.schemas(archive).items()}


def schema_of(path: str) -> str:
    return f"{path.split('/')[1]}/{'award' if path.endswith('/award.yaml') else 'edition'}.json"


def told(validator: Any, path: str, text: str) -> set[int]:
    """The lines on which a schema tells something."""
    node, _ = yaml.parse(path, text)
    assert node

    def lines(errors: Any) -> Iterator[int]:
        for error in errors:
            at, line = node, 1
            for step in error.absolute_path:
                pair = next((pair for pair in at.pairs if pair.key == step), None)
                at = pair.value if pair else at.elements[step]
                line = pair.span.line if pair else at.span.line
            yield line
            if error.validator == "additionalProperties":
                known = error.schema["properties"]
                yield from (pair.span.line for pair in at.pairs if pair.key not in known)
            yield from lines(error.context)

    return set(lines(validator.iter_errors(plain(node))))


@pytest.mark.slow
def test_the_schemas_of_an_archive_accept_its_files(schemas: dict[str, Any]) -> None:
    paths = [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("editions/*/*.yaml"))]
    assert len(paths) > 15
    for path in paths:
        schema = schemas[schema_of(path)]
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        assert told(validator, path, (ROOT / path).read_text("utf-8")) == set(), path


@pytest.mark.slow
@pytest.mark.parametrize(("path", "right", "wrong"), PLANTED)
def test_a_schema_tells_a_mistake_on_its_line(path: str, right: str, wrong: str, schemas: dict[str, Any]) -> None:
    text = (ROOT / path).read_text("utf-8")
    assert right in text
    line = text[: text.index(right)].count("\n") + 1
    validator = jsonschema.Draft202012Validator(schemas[schema_of(path)])
    assert line in told(validator, path, text.replace(right, wrong, 1))


def test_there_are_thirty_planted_mistakes() -> None:
    assert len(PLANTED) == 30


def test_a_schema_offers_what_the_archive_holds(schemas: dict[str, Any]) -> None:
    edition = schemas["palmes/edition.json"]
    offered = {kind: each["examples"] for kind, each in edition["$defs"].items() if "examples" in each}
    assert {"Mercedes-Benz", "Alain Angerame", "AFRC"} <= set(offered["name"])
    assert "voix-du-client" in offered["category"]
    assert "podium/2011" in offered["edition"]
    assert "s1" in offered["source"]
    assert "laureates" in offered["count"]
    assert "confiance" in schemas["article.json"]["$defs"]["tag"]["examples"]
    # Through the bare form, a list, and a mapping.
    holder = edition["$defs"]["Holder"]["anyOf"]
    assert holder[0]["properties"]["name"]["$ref"] == holder[1]["$ref"] == "#/$defs/name"
    assert edition["properties"]["results"]["properties"]["voix-du-client"]["description"]


def test_ids_are_not_offered_where_a_name_is_spelt(archive: Archive) -> None:
    known = offers(archive)["name"]
    assert known["Mercedes-Benz"] == "mercedes-benz"
    assert "mercedes-benz" not in known


def test_every_reference_says_what_it_leads_to(archive: Archive) -> None:
    """A key for a reference that is new is offered what it may name, in schemas and by the language server."""

    def references(type: Type) -> Iterator[Type]:
        if type.is_a == "reference":
            yield type
        yield from references(type.of) if type.of else ()

    known = offers(archive, "palmes")
    keys = (
        (f"{form.name}.{key.name}", each.leads)
        for root in FILES.values()
        for form in forms(root)
        for key in (*form.keys, *form.also)
        for each in references(key.type)
    )
    assert {name for name, leads in keys if leads not in known} == set()


def test_a_category_apart_needs_a_name_of_its_own(schemas: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schemas["palmes/edition.json"])
    assert not validator.is_valid({"results": {"coup-de-coeur": "Phare"}})
    assert validator.is_valid({"results": {"coup-de-coeur": {"special": True, "name": "C", "laureate": "Phare"}}})
    assert validator.is_valid({"results": {"unknown": "Phare"}})
    general = jsonschema.Draft202012Validator(schemas["edition.json"])
    assert general.is_valid({"results": {"coup-de-coeur": "Phare"}})


def test_a_sentence_with_signs_is_said_in_markdown_too() -> None:
    keys = reference.json_schema(tools.KINDS["edition"])["properties"]
    assert keys["partners"]["markdownDescription"] == keys["partners"]["description"]
    assert "markdownDescription" not in keys["theme"]


def test_every_file_has_one_schema(site: Site) -> None:
    root = site(PHARE_2010)
    assert run("tools", "vscode", root=root).exit_code == 0
    settings = json.loads((root / ".vscode" / "settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]
    for path, wanted in (
        ("editions/phare/award.yaml", "phare/award.json"),
        ("editions/phare/2010.yaml", "phare/edition.json"),
        ("editions/balise/award.yaml", "award.json"),
        ("editions/balise/2010.yaml", "edition.json"),
    ):
        found = [name for name, patterns in schemas.items() if matches(path, patterns)]
        assert found == [f"./{SCHEMAS}{wanted}"], path
        assert (root / found[0]).exists() or "balise" in path


def matches(path: str, patterns: list[str]) -> bool:
    def is_like(pattern: str) -> bool:
        return bool(re.fullmatch(re.escape(pattern).replace(r"\*", "[^/]*"), path))

    wanted = [pattern for pattern in patterns if not pattern.startswith("!")]
    return any(map(is_like, wanted)) and not any(is_like(each[1:]) for each in patterns if each.startswith("!"))


SETTINGS = """\
{
    // what the team agreed on
    "editor.rulers": [100,\t120], // not more
    "yaml.schemas": {
        "https://example.org/other.json": "other/*.yaml", /* theirs */
    },
    "files.eol": "\\n", // "a": 1
}
"""


def test_settings_are_merged_and_every_other_byte_stays() -> None:
    wanted = {"yaml.schemas": {"./a.json": ["x/*.yaml"]}, "glspc.server.command": "palmarium"}
    made = tools.filled(SETTINGS.encode(), wanted)
    assert made is not None
    assert (
        made.replace(',\n        "./a.json": [\n          "x/*.yaml"\n        ]', "").replace(
            ',\n    "glspc.server.command": "palmarium"', ""
        )
        == SETTINGS
    )
    assert "./a.json" in made
    assert tools.filled(made.encode(), wanted) == made
    more = tools.filled(made.encode(), {"yaml.schemas": {"./a.json": ["x/*.yaml", "y/*.yaml"]}})
    assert more is not None
    assert '"y/*.yaml"' in more
    assert "// what the team agreed on" in more
    theirs = tools.filled(b'{"glspc.server.command": "/opt/palmarium", "yaml.schemas": {"./a.json": "z"}}', wanted)
    assert theirs is not None
    assert json.loads(theirs) == {
        "glspc.server.command": "/opt/palmarium",
        "yaml.schemas": {"./a.json": ["z", "x/*.yaml"]},
    }


@pytest.mark.parametrize("text", ["", "{}", "{ // nothing yet\n}", '{"a": 1}', '{"yaml.schemas": {}}'])
def test_settings_that_hold_little_are_filled(text: str) -> None:
    made = tools.filled(text.encode(), {"yaml.schemas": {"./a.json": ["x"]}})
    assert made is not None
    assert json.loads(re.sub("//.*", "", made))["yaml.schemas"] == {"./a.json": ["x"]}


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"a": 1, "a": 2}', "\ufeff{}", "yes", '{"yaml.schemas": {"./a.json": {}}']
)
def test_settings_that_can_t_be_merged_safely_stay(text: str) -> None:
    assert tools.filled(text.encode(), {"yaml.schemas": {"./a.json": ["x"]}}) is None


def test_what_can_t_be_merged_is_printed(site: Site) -> None:
    root = site(PHARE_2010 + "-- .vscode/settings.json --\n[broken\n-- .vscode/palmarium.code-snippets --\n{}\n")
    result = run("tools", "vscode", root=root)
    assert result.exit_code == 1
    assert ".vscode/settings.json is not as it could be added to safely" in result.output
    assert '"./.palmarium/schemas/phare/edition.json"' in result.output
    assert (root / ".vscode" / "settings.json").read_text("utf-8") == "[broken\n"
    assert (root / ".vscode" / "palmarium.code-snippets").read_text("utf-8") == "{}\n"
    assert (root / ".vscode" / "extensions.json").exists()


def test_settings_of_others_take_ours_in(site: Site) -> None:
    root = site(PHARE_2010 + "-- .vscode/settings.json --\n" + SETTINGS)
    for _ in range(2):
        assert run("tools", "vscode", root=root).exit_code == 0
    text = (root / ".vscode" / "settings.json").read_text("utf-8")
    assert "/* theirs */" in text
    assert text.count('"completeYaml": false') == text.count("// what the team agreed on") == 1


def test_snippets_are_files_of_the_site(site: Site) -> None:
    """What a snippet writes, with its stand-ins, reads without an error of form."""
    root = site(PHARE_2010)
    run("tools", "vscode", root=root)
    text = (root / ".vscode" / "palmarium.code-snippets").read_text("utf-8")
    snippets = json.loads(text.partition("\n")[2])
    assert {"edition", "result", "claim", "article"} <= set(snippets)
    validator = jsonschema.Draft202012Validator(reference.json_schema(tools.KINDS["edition"]))

    def body(name: str) -> str:
        lines = "\n".join(snippets[name]["body"]).replace("$0", "")
        lines = re.sub(r"\$CURRENT_(\w)\w+", "1", lines)
        return re.sub(r"\$\{\d+(?::([^}]*)|\|([^,|]+)[^|]*\|)\}", lambda found: found[1] or found[2], lines)

    shown = {
        "edition": body("edition"),
        "result": f"results:\n  x:\n{indented(body('result'))}",
        "not awarded": f"results:\n{indented(body('not awarded'))}",
        "claim": f"claims:\n{indented(body('claim'))}",
    }
    for name, written in shown.items():
        node, problems = yaml.parse("x.yaml", written)
        assert node
        assert problems == ()
        assert list(validator.iter_errors(plain(node))) == [], name


def indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


@pytest.mark.slow
def test_a_build_keeps_the_schemas_up_to_date_where_they_are_used(site: Site) -> None:
    root = site(PHARE_2010)
    assert run("build", root=root).exit_code == 0
    schema = root / ".palmarium" / "schemas" / "phare" / "edition.json"
    assert not schema.exists()
    assert run("tools", "zed", root=root).exit_code == 0
    for laureate in ("Nouvelle Balise", "Encore Une"):
        (root / "editions" / "phare" / "2010.yaml").write_text(
            f"ordinal: 1\nresults: {{lumiere: {laureate}}}\n", "utf-8"
        )
        assert laureate not in schema.read_text("utf-8")
        assert run("build", root=root).exit_code == 0
        assert laureate in schema.read_text("utf-8")
    schema.unlink()
    (root / ".palmarium" / "schemas" / "edition.json").unlink()
    assert run("build", "--full", root=root).exit_code == 0
    assert schema.exists()


@pytest.mark.slow
def test_a_build_that_can_t_write_the_schemas_is_a_build(site: Site) -> None:
    root = site(PHARE_2010)
    run("tools", "vscode", root=root)
    folder = root / ".palmarium" / "schemas"
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    folder.rmdir()
    folder.write_text("in the way")
    assert run("build", root=root).exit_code == 0
    assert folder.read_text() == "in the way"


def test_a_site_with_mistakes_has_schemas(site: Site, tmp_path: Path) -> None:
    root = site(PHARE_2010 + "-- editions/phare/2011.yaml --\nresults: [\n")
    assert run("tools", "schemas", root=root).exit_code == 0
    assert (root / ".palmarium" / "schemas" / "phare" / "edition.json").exists()
    assert run("tools", "schemas", root=tmp_path / "..").exit_code == 2


@pytest.mark.slow
def test_nothing_of_it_is_read_as_a_source(site: Site) -> None:
    root = site(PHARE_2010)
    before = disk.read(root)[0].digest
    run("tools", "vscode", root=root)
    run("tools", "zed", root=root)
    assert disk.read(root)[0].digest == before
    assert not [each for each in pipeline.check(root, silent).problems if "vscode" in each.span.path]

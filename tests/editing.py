"""Two sites with some of everything, and edits of them at random: all that editors do, mistakes among it."""

import json
import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.photos import photo
from tests.small import SITES

Say = Mapping[str, tuple[str, ...]]
"""What is chosen from: names, words, and ids of awards and their categories."""

Edit = Callable[[Path, random.Random, Say], None]

FRENCH: Say = MappingProxyType(
    {
        "names": (
            "Mercedes-Benz",
            "Leroy Merlin",
            "LM",
            "La Poste",
            "Maria Flament",
            "Ann O'Nyme",
            "屠呦呦",
            "Sosh & Cie",
        ),
        "words": ("L'été fut beau.", "La salle « pleine » : 12 % !", "Une *autre* phrase.", "Voir [[palmes]]."),
        "awards": ("palmes", "casques", "dés"),
        "palmes": ("voix", "innovation", "sociale", "directeur", "unknown"),
        "casques": ("or", "argent"),
        "dés": ("film", "court"),
        "tags": ("cérémonie", "Cérémonie", "vote", "téléphone"),
        "years": ("2006", "2007", "2010", "2011", "2012", "2013", "2013b"),
    }
)
ENGLISH: Say = MappingProxyType(
    {
        "names": ("La Brioche", "Le Flan", "Rosa Travelling", "Léo Plan", "Max Script", "Mia Cadre", "Les Oreilles"),
        "words": ("It was a fine evening.", '"Quoted" - 12 of them...', "One **more** word.", "See [[toile]]."),
        "awards": ("toile", "2001", "2004"),
        "toile": ("film", "realisation", "interpretation", "jury", "court", "scenario", "public", "son", "court-anime"),
        "2001": ("film",),
        "2004": ("film",),
        "tags": ("bread", "Bread", "jury"),
        "years": ("2008", "2009", "2010", "2011", "2012", "2014", "2019"),
    }
)


def french(root: Path) -> None:
    """Texts, names with files, claims, lineage, a theme of its own."""
    shutil.copytree(SITES / "small", root)
    write(root, "editions/dés/award.yaml", "name: Les Dés\nrivals: [palmes]\ncategories: {film: Film, court: Court}\n")
    write(root, "editions/dés/2010.yaml", "coverage: complete\nresults:\n  film: La Poste\n  court: [LM, Ann O'Nyme]\n")
    write(
        root,
        "content/articles/dés.md",
        "---\ntitle: Des dés\ndate: 2010-03\ntags: [vote]\n---\n[[dés/2010]], [[LM]].\n",
    )
    write(root, "content/articles/dice.md", "---\ntitle: Dice\nlanguage: en\ntranslates: dés\n---\nOf [[dés/2010]].\n")


def english(root: Path) -> None:
    """Works, ties, ranks, namesakes of years, bare names only, and no theme but the base."""
    shutil.copytree(SITES / "film", root)
    settings = (root / "site.toml").read_text(encoding="utf-8")
    write(root, "site.toml", settings.replace('"fr"', '"en"').replace("Les Toiles", "The Screens"))
    write(
        root,
        "content/articles/bread.md",
        "---\ntitle: On bread\ndate: 2011-06-01\nkind: opinion\n---\n[[La Brioche]]\n",
    )
    write(root, "content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n")
    write(root, "content/pages/fr.md", "---\ntitle: Qui\nlanguage: fr\ntranslates: about\n---\nQui nous sommes.\n")


# Edits. Each changes one file, or two.


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _some(root: Path, chance: random.Random, *patterns: str) -> Path | None:
    found = sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    return chance.choice(found) if found else None


_EDITIONS, _AWARDS = "editions/*/[0-9]*.yaml", "editions/*/award.yaml"
_TEXTS = ("content/articles/*.md", "content/names/*.md", "content/pages/*.md")


def _flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _result(chance: random.Random, say: Say) -> object:
    name, other = chance.sample(say["names"], 2)
    word = chance.choice(say["words"])
    more: tuple[dict[str, object], ...] = (
        {"citation": word},
        {"note": word},
        {"for": chance.choice(say["names"])},
        {"for": {"title": f"Work {chance.randrange(3)}"}},
        {"credited_as": name.upper()},
        {"count": chance.randrange(1, 3)},
        {"status": chance.choice(("revoked", "vacated", "active"))},
        {"acceptance": chance.choice(("declined", "received"))},
        {"distinction": chance.choice(("winner", "finalist", "nominee", "mention"))},
        {"represented_by": other},
        {"role": "role", "org": other},
        {"scope": chance.choice(("overall", "sector:telecom"))},
        {"superseded_by": other, "status": "superseded"},
        {"posthumous": True},
        {"awarded_on": f"2011-0{chance.randrange(1, 9)}-1{chance.randrange(9)}"},
    )
    given: dict[str, object] = {"laureate": name}
    for each in chance.sample(more, chance.randrange(3)):
        given |= each
    return chance.choice((name, given, given, {"laureate": [name, other]}))


def _entry(chance: random.Random, say: Say) -> object:
    names = chance.sample(say["names"], 3)
    ranks = chance.choice(((1, 2, 3), (1, 1, 3), (1, 2, 2), (1, 3)))
    return chance.choice(
        (
            _result(chance, say),
            [_result(chance, say) for _ in range(chance.randrange(1, 4))],
            [{"rank": rank, "laureate": name} for rank, name in zip(ranks, names, strict=False)],
            [{"laureate": name, "tie": True} for name in names[:2]],
            "unknown",
            {"not_awarded": chance.choice(("no-majority", "below-threshold"))},
            {"results": [_result(chance, say)], "note": chance.choice(say["words"]), "nominees": chance.randrange(9)},
        )
    )


def _edition(root: Path, chance: random.Random, say: Say) -> None:
    """An edition, new or instead of one."""
    award, year = chance.choice(say["awards"]), chance.choice(say["years"])
    parts = [
        f"ordinal: {chance.randrange(1, 9)}",
        f"ceremony: {{date: {year[:4]}-0{chance.randrange(1, 9)}-1{chance.randrange(9)}, city: Lyon}}",
        f"status: {chance.choice(('held', 'online', 'cancelled'))}",
        f"jury: {_flow([chance.choice(say['names']), {'name': chance.choice(say['names']), 'chair': True}])}",
        f"hosts: {_flow([chance.choice(say['names'])])}",
        f"theme: {chance.choice(('A', 'B'))}",
        f"note: {_flow(chance.choice(say['words']))}",
        f"claims: [{{says: x, count: {chance.choice(('laureates', 'titles'))}, is: {chance.randrange(4)}}}]",
    ]
    coverage = f"coverage: {chance.choice(('complete', 'partial', 'winners-only', 'names-only'))}"
    lines = [coverage, *sorted(chance.sample(parts, chance.randrange(4))), "results:"]
    categories = say[award]
    for category in chance.sample(categories, chance.randrange(1, len(categories) + 1)):
        lines.append(f"  {category}: {_flow(_entry(chance, say))}")
    write(root, f"editions/{award}/{year}.yaml", "\n".join(lines) + "\n")


def _result_within(root: Path, chance: random.Random, say: Say) -> None:
    """A category of an edition with something else in it."""
    file = _some(root, chance, _EDITIONS)
    if file and "\nresults:\n" in (text := file.read_text(encoding="utf-8")):
        lines = text.split("\n")
        start = lines.index("results:") + 1
        category = chance.choice(say.get(file.parent.name, ("best",)))
        entries = {m[1]: n for n in range(start, len(lines)) if (m := re.match(r"  ([\w-]+): \S", lines[n]))}
        at = entries.get(category, start)
        lines[at : at + (category in entries)] = [f"  {category}: {_flow(_entry(chance, say))}"]
        file.write_text("\n".join(lines), encoding="utf-8")


def _holder(root: Path, chance: random.Random, say: Say) -> None:
    file = _some(root, chance, _EDITIONS)
    if file:
        text = file.read_text(encoding="utf-8")
        there = [name for name in say["names"] if name in text]
        if there:
            new = chance.choice((*say["names"], f"Name {chance.randrange(4)}"))
            file.write_text(text.replace(chance.choice(there), new, chance.choice((1, -1))), encoding="utf-8")


def _award(root: Path, chance: random.Random, say: Say) -> None:
    """An award whose name, categories or lineage are others; now and then a new one."""
    award = chance.choice(say["awards"])
    categories: dict[str, object] = {}
    ids = chance.sample(say[award], len(say[award]))
    for id in ids if chance.randrange(6) else ids[1:]:
        about: dict[str, object] = {"name": f"{id.title()} {chance.randrange(3)}"}
        about |= chance.choice(({}, {"honours": chance.choice(("person", "organisation", "work"))}, {"method": "jury"}))
        if categories and chance.randrange(2):
            event = chance.choice(("split", "renamed", "merged"))
            about["lineage"] = {"event": event, "from": chance.choice(sorted(categories))}
        categories[id] = about
    lines = [f"name: {_flow(f'The {award} {chance.randrange(3)}')}"]
    more = [
        f"short: {award.title()}",
        f"organiser: {_flow(chance.choice(say['names']))}",
        f"rivals: [{chance.choice(say['awards'])}]",
        "founded: 2003",
        f"names: [{{name: Old {award}, until: 2010}}]",
        f"description: {_flow(chance.choice(say['words']))}",
    ]
    lines += chance.sample(more, chance.randrange(4))
    write(root, f"editions/{award}/award.yaml", "\n".join((*lines, f"categories: {_flow(categories)}")) + "\n")


def _another_award(root: Path, chance: random.Random, say: Say) -> None:
    folder = root / f"editions/other-{chance.randrange(2)}"
    if folder.exists():
        shutil.rmtree(folder)
    else:
        write(root, f"editions/{folder.name}/award.yaml", "name: Another\ncategories: {best: Best}\n")
        name = _flow(chance.choice(say["names"]))
        write(root, f"editions/{folder.name}/2011.yaml", f"coverage: partial\nresults: {{best: {name}}}\n")


def _there(root: Path, chance: random.Random, say: Say) -> str:
    """An edition, nearly always one that is there."""
    found = [f"{path.parent.name}/{path.stem}" for path in sorted(root.glob(_EDITIONS))]
    return chance.choice(found) if chance.randrange(12) else f"{chance.choice(say['awards'])}/2012"


def _text(root: Path, chance: random.Random, say: Say) -> str:
    name, other = chance.sample(say["names"], 2)
    edition = _there(root, chance, say)
    award = edition.partition("/")[0]
    shown = (f"![A picture]({picture})" for picture in _pictures(root))
    papers = ("[paper](paper.pdf)", "[[paper.pdf]]") if (root / "content/files/paper.pdf").exists() else ()
    blocks = (
        *say["words"],
        *shown,
        *papers,
        f"[[{award}]], [[{edition}]].",
        f"[[{edition}|that one]] and [[{award}]].",
        f"{{{{ palmares {edition} }}}}",
        f"[2 laureates]{{laureates {edition}}}",
        "## A heading\n\nWith a note.[^1]\n\n[^1]: The note.",
        *((f"[[{name}]] and [[{other}|another]].",) if chance.randrange(2) else ()),
        *(("https://prix.example/prix/palmes/",) if not chance.randrange(6) else ()),
    )
    return "\n\n".join(chance.sample(blocks, chance.randrange(1, 4))) + "\n"


def _pictures(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("content/media/*"))


def _article(root: Path, chance: random.Random, say: Say) -> None:
    award = chance.choice(say["awards"])
    front = [f"title: Text {chance.randrange(9)}"]
    more = (
        f"date: 201{chance.randrange(3)}-0{chance.randrange(1, 9)}-11",
        f"tags: {_flow(chance.sample(say['tags'], 2))}",
        f"author: {_flow(chance.choice(say['names']))}",
        f"about: {{awards: {award}, names: {_flow([chance.choice(say['names'])])}}}",
        f"about: {{editions: {_there(root, chance, say)}}}",
        f"kind: {chance.choice(('report', 'opinion', 'note'))}",
        f"deck: {_flow(chance.choice(say['words']))}",
        f"language: {chance.choice(('en', 'fr', 'ar', 'xx'))}",
        f"translates: {chance.choice(('dés', 'bread', 'text-0', 'text-1'))}",
        *(f"picture: {{src: {picture}, alt: A photo}}" for picture in _pictures(root)),
    )
    front += {line.partition(":")[0]: line for line in chance.sample(more, chance.randrange(5))}.values()
    text = "\n".join(("---", *front, "---", _text(root, chance, say)))
    write(root, f"content/articles/text-{chance.randrange(4)}.md", text)


def _name(root: Path, chance: random.Random, say: Say) -> None:
    """A file for a name, with aliases that may join it to another."""
    name, other = chance.sample(say["names"], 2)
    kind = chance.choice(("person", "organisation", "work", "team"))
    front = [f"name: {_flow(name)}", f"kind: {kind}"]
    more = (
        f"aliases: {_flow([other])}",
        f"aliases: {_flow([f'Alias {chance.randrange(3)}'])}",
        f"disambiguation: {_flow(chance.choice(('the first', 'the second')))}",
        "sort: Zzz",
        f"names: [{{name: Old, until: {chance.randrange(2005, 2013)}}}]",
    )
    front += {line.partition(":")[0]: line for line in chance.sample(more, chance.randrange(3))}.values()
    path = f"content/names/name-{say['names'].index(name)}.md"
    write(root, path, "\n".join(("---", *front, "---", chance.choice(("", _text(root, chance, say))))))


def _note(root: Path, chance: random.Random, say: Say) -> None:
    path = f"content/pages/{chance.choice(('about', 'a-propos', 'deep/er'))}.md"
    write(root, path, f"---\ntitle: Page {chance.randrange(4)}\n---\n{_text(root, chance, say)}")


def _word(root: Path, chance: random.Random, say: Say) -> None:
    file = _some(root, chance, *_TEXTS)
    if file:
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text.rstrip()}\n\n{chance.choice(say['words'])}\n", encoding="utf-8")


def _front(root: Path, chance: random.Random, say: Say) -> None:
    """The title, the name or the date of a text."""
    file = _some(root, chance, *_TEXTS)
    if file:
        text = file.read_text(encoding="utf-8")
        new = chance.choice((r"\g<0> bis", r"\1: Other"))
        dated = re.sub(r"(?m)^date: .*$", f"date: 201{chance.randrange(3)}-05-0{chance.randrange(1, 9)}", text)
        named = re.sub(r"(?m)^(title|name): .*$", new, text, count=1)
        file.write_text(chance.choice((dated, named)), encoding="utf-8")


def _moved_lines(root: Path, chance: random.Random, say: Say) -> None:
    """A comment or an empty line: nothing is said by it, and all below stands elsewhere."""
    file = _some(root, chance, _EDITIONS, _AWARDS, *_TEXTS)
    if file:
        line = chance.choice(("# a comment\n", "\n"))
        text = file.read_text(encoding="utf-8")
        put = re.sub(r"\A---\n", f"---\n{line}", text) if file.suffix == ".md" else line + text
        file.write_text(put, encoding="utf-8")


def _lines(root: Path, chance: random.Random, say: Say) -> None:
    """A line gone, twice there or elsewhere: often a mistake."""
    file = _some(root, chance, _EDITIONS, _AWARDS, *_TEXTS)
    if file:
        lines = file.read_text(encoding="utf-8").split("\n")
        at = chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines.insert(chance.randrange(len(lines)), lines.pop(at))
        file.write_text("\n".join(lines), encoding="utf-8")


def _word_of_data(root: Path, chance: random.Random, say: Say) -> None:
    """Another word of a vocabulary, or another day."""
    file = _some(root, chance, _EDITIONS)
    if file:
        pairs = (("complete", "partial"), ("partial", "complete"), ("revoked", "active"), ("tie: true, ", ""))
        days = (("-05-", "-06-"), ("2010-", "2009-"), ("rank: 2", "rank: 3"), ("rank: 1", "rank: 2"))
        text = file.read_text(encoding="utf-8")
        there = [pair for pair in (*pairs, *days) if pair[0] in text]
        if there:
            file.write_text(text.replace(*chance.choice(there), 1), encoding="utf-8")


def _deleted(root: Path, chance: random.Random, say: Say) -> None:
    file = _some(root, chance, _EDITIONS, *_TEXTS)
    if file:
        file.unlink()


def _renamed(root: Path, chance: random.Random, say: Say) -> None:
    file = _some(root, chance, _EDITIONS, *_TEXTS)
    if file:
        stem = chance.choice(say["years"]) if "editions" in file.parts else f"{file.stem}-x"
        file.rename(file.with_name(stem + file.suffix))


def _picture(root: Path, chance: random.Random, say: Say) -> None:
    """A picture or a paper that is new, another one, or gone."""
    match chance.randrange(4):
        case 0:
            colour = chance.choice(("#123456", "#654321"))
            shape = f'<rect width="9" height="9" fill="{colour}"/>'
            write(
                root,
                "content/media/salle.svg",
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shape}</svg>',
            )
        case 1:
            path = root / "content/media/photo.jpg"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(photo(40, chance.choice((30, 20))))
        case 2:
            write(root, "content/files/paper.pdf", f"%PDF {chance.randrange(3)}")
        case 3:
            file = _some(root, chance, "content/media/*", "content/files/*")
            if file:
                file.unlink()


def _settings(root: Path, chance: random.Random, say: Say) -> None:
    file = root / "site.toml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n[")
    tail = f"\n[{rest}" if rest else ""
    match chance.randrange(6):
        case 0:
            head = re.sub(r'(?m)^title = "(.*)"', f'title = "Site {chance.randrange(4)}"', head)
        case 1:
            head = re.sub(r"(?m)^cards = .*\n?", "", head) + f"\ncards = {chance.choice(('true', 'false'))}\n"
        case 2:
            head = re.sub(r"(?m)^data_licence = .*\n?", "", head) + '\ndata_licence = "https://example.org/licence"\n'
        case 3:
            tail = re.sub(r"\n\[points\][^\[]*", "", tail) + f"\n[points]\nwinner = {chance.randrange(1, 6)}\n"
        case 4:
            code = chance.choice(("coverage", "rank-gap", "claims", "undated-source"))
            tail = (
                re.sub(r"\n\[checks\][^\[]*", "", tail)
                + f'\n[checks]\n{code} = "{chance.choice(("off", "warning"))}"\n'
            )
        case 5:
            head = re.sub(r"(?m)^timezone = .*\n?", "", head) + chance.choice(("", '\ntimezone = "Europe/London"\n'))
    file.write_text(head + tail, encoding="utf-8")


def _theme(root: Path, chance: random.Random, say: Say) -> None:
    """A template, a sentence, a style or a parameter of the site's own theme, if it has one."""
    house = root / "themes/maison"
    if not house.is_dir():
        return
    path, old, new = chance.choice(
        (
            ("locale/fr/LC_MESSAGES/messages.po", "Les lauréats", "Tous les lauréats"),
            ("theme.toml", 'default = ""', 'default = "Voilà"'),
            ("theme.toml", "Le thème d'essai.", "Un thème."),
            ("assets/css/maison.css", "\n", "\n/* a */\n"),
            ("templates/page/note.html", "\n", "\n<p>One more.</p>\n"),
        )
    )
    file = house / path
    text = file.read_text(encoding="utf-8")
    old, new = (old, new) if chance.randrange(2) else (new, old)
    head, there, tail = text.rpartition(old)
    file.write_text(head + new + tail if there else text, encoding="utf-8")


_OFTEN: tuple[Edit, ...] = (_edition, _result_within, _holder, _article, _name, _word, _front, _word_of_data)
_NOW_AND_THEN: tuple[Edit, ...] = (_award, _another_award, _note, _moved_lines, _lines, _deleted, _renamed)
_SELDOM: tuple[Edit, ...] = (_picture, _settings, _theme)


def edit(root: Path, chance: random.Random, say: Say) -> str:
    """One edit; its name."""
    kind = chance.choices((_OFTEN, _NOW_AND_THEN, _SELDOM), (6, 4, 1))[0]
    made = chance.choice(kind)
    made(root, chance, say)
    return made.__name__.strip("_")

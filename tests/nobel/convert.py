"""The Nobel data set as a site: one award, six categories, an edition a year, a file for each laureate.

Reads the three JSON files of the prize's public API, version 1; writes nothing that is committed.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from palmarium import document

CATEGORIES = {
    "physics": "Physics",
    "chemistry": "Chemistry",
    "medicine": "Physiology or Medicine",
    "literature": "Literature",
    "peace": "Peace",
    "economics": "Economic Sciences",
}
SETTINGS = 'title = "Nobel prizes"\nbase_url = "https://nobel.example/"\nlanguage = "en"\n'


def convert(data: Path, root: Path) -> None:
    """Write the site of the data set in `data` below `root`."""
    prizes = json.loads((data / "prize.json").read_text(encoding="utf-8"))["prizes"]
    laureates = json.loads((data / "laureate.json").read_text(encoding="utf-8"))["laureates"]
    _write(root / "site.toml", SETTINGS)
    _yaml(root / "editions/nobel/award.yaml", _award())
    for laureate in laureates:
        _write(root / f"content/names/{_id(laureate)}.md", f"---\n{document.dump(_name(laureate))}---\n")
    by_year: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for prize in prizes:
        by_year[prize["year"]].append(prize)
    affiliations = {(p["year"], p["category"], x["id"]): p["affiliations"] for x in laureates for p in x["prizes"]}
    for ordinal, year in enumerate(sorted(by_year), 1):
        _yaml(root / f"editions/nobel/{year}.yaml", _edition(ordinal, by_year[year], affiliations))


def _award() -> dict[str, Any]:
    categories = {id: {"name": name, "honours": "person", "many": "true"} for id, name in CATEGORIES.items()}
    return {"name": "The Nobel Prize", "short": "Nobel", "founded": "1901", "categories": categories}


def _name(laureate: dict[str, Any]) -> dict[str, Any]:
    given, family = laureate["firstname"].strip(), laureate.get("surname", "").strip()
    is_organisation = laureate["gender"] == "org"
    name = {"name": " ".join(f"{given} {family}".split()), "kind": "organisation" if is_organisation else "person"}
    if family and not is_organisation:
        name["sort"] = f"{family}, {given}"
    for key in ("born", "died"):
        date = str(laureate.get(key, "")).removesuffix("-00").removesuffix("-00")
        if date and date != "0000":
            name[key] = date
    if laureate.get("bornCountry") or laureate.get("orgCountry"):
        name["country"] = laureate.get("bornCountry") or laureate["orgCountry"]
    return name


def _edition(ordinal: int, prizes: list[dict[str, Any]], affiliations: dict[Any, Any]) -> dict[str, Any]:
    results = {prize["category"]: _entry(prize, affiliations) for prize in prizes}
    order = [category for category in CATEGORIES if category in results]
    return {
        "ordinal": str(ordinal),
        "coverage": "winners-only",
        "results": {category: results[category] for category in order},
    }


def _entry(prize: dict[str, Any], affiliations: dict[Any, Any]) -> Any:
    if not prize.get("laureates"):
        return {"not_awarded": {"reason": "other", "note": _motivation(prize, "overallMotivation")}}
    return [_result(laureate, prize, affiliations) for laureate in prize["laureates"]]


def _result(laureate: dict[str, Any], prize: dict[str, Any], affiliations: dict[Any, Any]) -> dict[str, Any]:
    share = laureate["share"]
    result = {"laureate": _id(laureate), "share": "1" if share == "1" else f"1/{share}"}
    if motivation := _motivation(laureate, "motivation"):
        result["citation"] = motivation
    for place in affiliations.get((prize["year"], prize["category"], laureate["id"]), ()):
        if isinstance(place, dict) and place.get("name"):
            result["org"] = place["name"]
            break
    return result


def _motivation(record: dict[str, Any], key: str) -> str:
    return str(record.get(key, "")).strip().strip('"')


def _id(laureate: dict[str, Any]) -> str:
    return f"nobel-{laureate['id']}"


def _yaml(path: Path, value: dict[str, Any]) -> None:
    _write(path, document.dump(value))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

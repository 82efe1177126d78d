"""An import of a table in a string, into a site in a string."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from palmarium import importing
from palmarium.build.work import silent
from tests.conftest import sections
from tests.resolved import lines

AWARD = """\
[award]
id = "pie"
[edition]
id = "{year}"
[category]
id = "{category}"
[result]
laureate = "{name}"
"""


@dataclass(frozen=True, slots=True)
class Brought:
    """A site after an import: every file, those that were written, what was said."""

    files: Mapping[str, str]
    written: tuple[str, ...]
    report: tuple[str, ...]
    problems: tuple[str, ...]
    hints: tuple[str, ...]

    def again(self, table: str, mapping: str, take: bool = False, name: str = "results.csv") -> "Brought":
        return bring({path: text.encode() for path, text in self.files.items()}, table, mapping, take, name)


def bring(
    site: str | Mapping[str, bytes], table: str | bytes, mapping: str, take: bool = False, name: str = "results.csv"
) -> Brought:
    before = site if isinstance(site, Mapping) else files(site)
    data = textwrap.dedent(table).encode() if isinstance(table, str) else table
    given = importing.Given(name, data, "results.toml", mapping.encode(), {})
    made = importing.bring(given, before, take, silent)
    written = {} if made.wrong else made.files
    after = {path: text.decode() for path, text in {**before, **written}.items()}
    return Brought(
        MappingProxyType(after),
        tuple(sorted(written)),
        made.report,
        tuple(lines(made.problems)),
        tuple(problem.hint for problem in made.problems),
    )


def files(site: str) -> dict[str, bytes]:
    return {path: text.encode() for path, text in sections(textwrap.dedent(site).lstrip("\n")).items()}

import pytest

from palmarium.checks import brackets
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie}
-- editions/pie/2011.yaml --
results: {best: Ann Crust}
-- content/articles/night.md --
---
title: A night of pies
---
Warm.
"""


def article(text: str) -> str:
    return f"{SITE}-- content/articles/a.md --\n---\ntitle: A\n---\n{text}\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[pie/2011]", "[[pie/2011]]"),
        ("[pie/best]", "[[pie/best]]"),
        ("[pie]", "[[pie]]"),
        ("[Ann Crust]", "[[Ann Crust]]"),
        ("[ann-crust]", "[[ann-crust]]"),
        ("[night]", "[[night]]"),
        ("[A night of pies]", "[[night|A night of pies]]"),
        ("[The Pie Award]", "[[pie|The Pie Award]]"),
        ("[Best\nPie]", "[[pie/best|Best Pie]]"),
    ],
)
def test_the_id_or_title_of_something_in_single_brackets_is_told(written: str, meant: str) -> None:
    said = " ".join(written.split())
    assert told(brackets, article(f"See {written}.")) == [
        f'content/articles/a.md:4:5: "{said}" is printed as it stands, and leads nowhere'
    ]
    assert hints(brackets, article(f"See {written}.")) == [f"write {meant}"]


@pytest.mark.parametrize(
    "text",
    [
        *("[sic]", "[…]", "[night](https://x.y)", "[night]\n\n[night]: https://x.y", "`[night]`", "\\[night]"),
        *("“[Ann Crust] came late”", "> [Ann Crust] came late", "<!-- [night] -->", "[[night]]", "- [x] done"),
    ],
)
def test_mere_brackets_code_and_links_pass(text: str) -> None:
    assert told(brackets, article(text)) == []

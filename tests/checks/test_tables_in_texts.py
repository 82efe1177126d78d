"""A table of places in an article says what the palmarès says."""

from palmarium.checks import tables_in_texts
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie}
-- editions/pie/2016.yaml --
results:
  apple:
    - {rank: 1, laureate: Ann Crust}
    - {rank: 2, laureate: Ben Crumble}
-- content/articles/a.md --
---
title: Pies
about: {editions: pie/2016}
---
| Place | Pie | Points |
|---|---|---|
FIRST
SECOND
"""


def site(first: str, second: str) -> str:
    return SITE.replace("FIRST", first).replace("SECOND", second)


def test_two_lines_exchanged_are_told() -> None:
    text = site("| 1 | [[Ben Crumble]] | 40 points |", "| 2nd | **Ann Crust** | 41 points |")
    assert told(tables_in_texts, text) == [
        "content/articles/a.md:7:1: this line puts Ben Crumble in place 1, and pie/2016 in place 2",
        "content/articles/a.md:8:1: this line puts Ann Crust in place 2, and pie/2016 in place 1",
    ]
    assert set(hints(tables_in_texts, text)) == {"correct the table or the results"}


def test_points_are_no_places() -> None:
    for first, second in ((40, 41), (1, 2), (2, 1)):
        text = site(f"| {first} | [[Ben Crumble]] |", f"| {second} | Ann Crust |")
        text = text.replace("| Place | Pie | Points |\n|---|---|---|", "| Points | Pie |\n|---|---|")
        assert told(tables_in_texts, text) == []
    unheaded = site("| 40 | [[Ben Crumble]] |  |", "| 41 | Ann Crust |  |").replace(
        "| Place | Pie | Points |", "|  |  |  |"
    )
    assert told(tables_in_texts, unheaded) == []


def test_other_tables_may_say_what_they_like() -> None:
    right = site("| 1 | [[Ann Crust|Ann]] | x |", "| 2 | Ben Crumble | x |")
    for text in (
        right,
        site("| 1 | Ben Crumble | 2 |", "| 2 | Ann Crust | 3 |"),
        site("| 1 | Ben Crumble | x |", "| 2 | Cy Dough | x |"),
        site("| 4 | Ann Crust | x |", "| x | Ben Crumble | x |"),
        site("| 1 | Ben Crumble | x |", "| 2 | Ann Crust | x |").replace("editions: pie/2016", "awards: pie"),
    ):
        assert told(tables_in_texts, text) == []


MARKS = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie}
-- editions/pie/2016.yaml --
results:
  apple:
    - {rank: 1, laureate: Ann Crust, score: 41.5}
    - {rank: 2, laureate: Ben Crumble, score: 40}
    - {rank: 3, laureate: Cy Dough, score: 38}
-- content/articles/a.md --
---
title: Pies
about: {editions: pie/2016}
---
| Pie | Points |
|---|---|
| [[Ann Crust]] | 41.5 |
| Ben Crumble | 40 |
| Cy Dough | LAST |
"""


def test_a_mark_in_a_table_of_marks_is_that_of_the_result() -> None:
    assert told(tables_in_texts, MARKS.replace("LAST", "38")) == []
    assert told(tables_in_texts, MARKS.replace("LAST", "83")) == [
        "content/articles/a.md:9:1: this line gives Cy Dough 83, and pie/2016 gives 38"
    ]
    assert hints(tables_in_texts, MARKS.replace("LAST", "83")) == ["correct the table, or the `score` of the result"]
    placed = MARKS.replace("LAST", "83 | 3").replace("| 41.5 |", "| 41.5 | 1 |").replace("| 40 |", "| 40 | 2 |")
    assert len(told(tables_in_texts, placed.replace("Points |\n|---|", "Points | Place |\n|---|---|"))) == 1


def test_a_table_of_other_numbers_than_the_marks_passes() -> None:
    text = MARKS.replace("| 41.5 |", "| 12 |").replace("| 40 |", "| 14 |")
    assert told(tables_in_texts, text.replace("LAST", "38")) == []
    assert told(tables_in_texts, MARKS.replace("LAST", "83").replace(", score: 38", "")) == []

from dataclasses import dataclass

import pytest

from palmarium.pages.plan import Blob, Page, Plan, diff, make
from tests.resolved import lines


@dataclass(frozen=True, slots=True)
class View:
    title: str


def page(url: str, *sources: str) -> Page:
    return Page(url, "page/note.html", View(url), sources)


def test_a_plan_is_sorted_by_address() -> None:
    plan, problems = make((page("/b/"), page("/a/")), (Blob("/z.css", b""), Blob("/b.css", b"")))
    assert problems == ()
    assert ([p.url for p in plan.pages], [b.url for b in plan.blobs]) == (["/a/", "/b/"], ["/b.css", "/z.css"])


def test_two_things_at_one_address_name_both_sources() -> None:
    _, [problem] = make((page("/noms/", "content/pages/noms.md"), page("/noms/")), ())
    assert lines([problem]) == [
        'content/pages/noms.md:1:1: two things would stand at "/noms/": one from content/pages/noms.md,'
        " one from the generator  [url-collision]"
    ]
    assert problem.hint == "give one of them another id"


@pytest.mark.parametrize(
    ("one", "other"),
    [("/a/", "/A/"), ("/a/", "/a/index.html"), ("/feed.xml/", "/feed.xml"), ("/media/a/b/", "/media/a")],
)
def test_what_some_disk_would_take_for_one_file_collides(one: str, other: str) -> None:
    _, problems = make((page(one, "a.md"),), (Blob(other, b"", ("b.md",)),))
    assert [problem.code for problem in problems] == ["url-collision"]


def test_names_that_only_begin_alike_do_not_collide() -> None:
    plan, problems = make((page("/a/"), page("/ab/"), page("/a/b/")), (Blob("/a.b", b""),))
    assert problems == ()
    assert len(plan.pages) == 3


def test_a_name_that_no_file_system_holds_is_told_once_for_each_source() -> None:
    long = "é" * 121
    _, problems = make((page(f"/{long}/", "a.yaml"), page(f"/b/{long}/", "a.yaml"), page("/c/", "b.yaml")), ())
    assert lines(problems) == [
        f'a.yaml:1:1: this makes a file or folder of 242 bytes, "{"é" * 40}…"; 240 at most  [file-name]'
    ]
    assert problems[0].hint == "give it a shorter id, or a shorter name"


def test_an_empty_plan_is_a_plan() -> None:
    assert make((), ()) == (Plan((), ()), ())


def test_what_is_stale_kept_and_gone_follows_from_fingerprints() -> None:
    work = diff({"same": "1", "other": "2", "new": "3"}, {"same": "1", "other": "1", "old": "1"})
    assert (work.stale, work.kept, work.gone) == (("other", "new"), ("same",), ("old",))

import pytest

from palmarium.checks import archived_copies
from tests.archives import archive

PAGE = "https://pie.example/w"
COPY = f"https://web.archive.org/web/2012/{PAGE}"


def told(source: str) -> list[tuple[str, str]]:
    head = f"title: A\ndate: 2012\nsources: {{s1: {{title: W, date: 2011, {source}}}}}\n"
    text = f"-- content/articles/a.md --\n---\n{head}---\n"
    return [(problem.message, problem.hint) for problem in archived_copies.check(archive(text))]


@pytest.mark.parametrize(
    "right",
    [
        f'url: "{PAGE}"',
        f'url: "{PAGE}", archived: "{COPY}"',
        f'url: "{PAGE}/", archived: "https://web.archive.org/web/20120101000000/http://www.pie.example:80/w"',
        f'url: "{PAGE}#crust", archived: "{COPY}"',
        f'archived: "{COPY}"',
        f'url: "{PAGE}", archived: "https://archive.ph/AbCdE"',
        f'url: "{PAGE}", archived: "https://pie.example/old/w"',
    ],
)
def test_a_copy_beside_the_address_of_its_page_is_right(right: str) -> None:
    assert told(right) == []


@pytest.mark.parametrize("copy", [COPY, "https://archive.ph/AbCdE", "http://archive.today/x", "https://perma.cc/A-B"])
def test_a_copy_in_the_place_of_the_address_is_told(copy: str) -> None:
    of = PAGE if PAGE in copy else "…"
    assert told(f'url: "{copy}"') == [
        ('the address of "s1" is that of an archived copy', f'write `url: "{of}"` and `archived: "{copy}"`')
    ]


def test_a_copy_of_another_page_is_told() -> None:
    assert told(f'url: "https://pie.example/losers", archived: "{COPY}"') == [
        (
            f'the archived copy of "s1" is one of another page, {PAGE}',
            f'write `url: "{PAGE}"`, if that is the page, or the address of a copy of this one',
        )
    ]


def test_a_copy_that_is_the_page_itself_is_told() -> None:
    assert told(f'url: "{PAGE}", archived: "{PAGE}"') == [
        ('the archived copy of "s1" is its address', "delete `archived`, or write the address of the copy")
    ]

"""A site with pictures: what a page shows, what lies beside it, and what a second build leaves alone."""

from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.images import variants
from tests.conftest import Site
from tests.photos import painted, photo, saved
from tests.small import build, replace, told, tree

pytestmark = pytest.mark.slow

SITE = """\
-- editions/crumble/award.yaml --
name: Crumble
categories: {pie: Best Pie}
-- editions/crumble/2011.yaml --
coverage: winners-only
results: {pie: Ann Crumble}
-- content/names/ann.md --
---
name: Ann Crumble
kind: person
picture: {src: ann.jpg, alt: Ann at the oven, credit: Photo Ben, caption: In 2011}
---
-- content/names/bun.md --
---
name: Bun Ltd
kind: organisation
picture: {src: bun.png, dark: bun-dark.png, alt: A bun on a plate}
---
-- content/articles/night.md --
---
title: The night
date: 2011-05-02
picture: {src: hall.jpg, alt: The hall}
---
It began late.

![The oven, its door open](oven.jpg "The oven (old) — at last — Photo Cat")

A mark ![a leaf](leaf.svg) in a line.

![First pie](a/one.jpg "One — Photo Dan")
![Second pie](two.jpg)

The end, [[Bun Ltd]].
"""
FILES = {
    **{name: photo(400, 300) for name in ("ann.jpg", "hall.jpg", "oven.jpg", "a/one.jpg", "two.jpg", "unused.jpg")},
    "bun.png": saved(painted(300, 300, mode="RGBA"), "PNG"),
    "bun-dark.png": saved(painted(300, 300, "#fff", mode="RGBA"), "PNG"),
    "leaf.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 10"><path d="M0 0h9"/></svg>',
}


@pytest.fixture
def root(site: Site) -> Path:
    made = site(SITE)
    for name, data in FILES.items():
        (made / "content/media" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "content/media" / name).write_bytes(data)
    return made


def page(root: Path, url: str) -> str:
    return (root / "_site" / url / "index.html").read_text(encoding="utf-8")


def media(root: Path) -> list[str]:
    return sorted(path.removeprefix("media/") for path in tree(root) if path.startswith("media/"))


def test_a_picture_alone_is_a_figure_with_its_words(root: Path) -> None:
    build(root)
    html = page(root, "articles/night")
    figure = html.partition('src="../../media/oven-400.')[0].rpartition("<figure")[2]
    assert 'type="image/webp" srcset="../../media/oven-160.' in figure
    assert " 160w, ../../media/oven-320." in figure
    after = html.partition('src="../../media/oven-400.')[2].partition("</figure>")[0]
    assert 'alt="The oven, its door open" width="400" height="300" loading="lazy" decoding="async"' in after
    assert '<figcaption>The oven (old) — at last <small class="credit">Photo Cat</small></figcaption>' in after


def test_the_first_picture_of_a_page_does_not_wait(root: Path) -> None:
    build(root)
    html = page(root, "articles/night")
    assert 'alt="The hall" width="400" height="300" decoding="async"' in html
    assert html.count('loading="lazy"') == html.count("<img ") - 1


def test_pictures_in_a_row_are_a_gallery_each_with_its_credit(root: Path) -> None:
    build(root)
    [gallery] = page(root, "articles/night").split('<div class="gallery"')[1:]
    inside = gallery.partition("</div>")[0]
    assert inside.count("<figure") == 2
    assert "media/a/one-400." in inside
    assert inside.count("<figcaption>") == 1
    assert '<figcaption>One <small class="credit">Photo Dan</small></figcaption>' in inside


def test_a_picture_in_a_line_stays_in_it(root: Path) -> None:
    build(root)
    html = page(root, "articles/night")
    leaf = '<img src="../../media/leaf.svg" width="12" height="10" loading="lazy" decoding="async" alt="a leaf">'
    assert f"<p>A mark {leaf} in a line.</p>" in html


def test_a_portrait_stands_for_the_medal_and_says_nothing_twice(root: Path) -> None:
    build(root)
    entry = page(root, "prix/crumble/2011").partition('id="pie"')[2].partition("</li>")[0]
    assert '<span class="portrait"><picture class="always">' in entry
    assert 'sizes="3.4rem"' in entry
    assert 'alt="" width="400" height="300" loading="lazy"' in entry
    assert "Photo Ben" not in entry


def test_a_name_shows_its_picture_with_its_words(root: Path) -> None:
    build(root)
    html = page(root, "noms/ann")
    assert '<figure class="face">' in html
    assert '<figcaption>In 2011 <small class="credit">Photo Ben</small></figcaption>' in html


def test_a_logo_is_whole_in_each_theme_for_without_its_sides_it_says_another_name(root: Path) -> None:
    with (root / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write('\ntheme = "ceremonie"\n')
    build(root)
    assert '<figure class="face whole clear">' in page(root, "noms/bun")
    assert '<figure class="face">' in page(root, "noms/ann")


def test_a_dark_logo_stands_beside_the_other_and_waits(root: Path) -> None:
    build(root)
    html = page(root, "noms/bun")
    assert '<figure class="face whole clear">' in html
    day, night = html.partition('<picture class="by-day">')[2].split('<picture class="by-night">')
    assert "media/bun-300." in day
    assert 'alt="A bun on a plate"' in day
    assert 'alt="A bun on a plate" width="300" height="300" loading="lazy"' in night
    assert "media/bun-dark-300." in night


def test_only_what_is_shown_is_published_and_no_original(root: Path) -> None:
    build(root)
    found = media(root)
    assert "leaf.svg" in found
    assert [name for name in found if name.startswith("unused") or (name in FILES and name != "leaf.svg")] == []
    assert {name.split("-")[0] for name in found} == {"ann", "bun", "hall", "leaf.svg", "oven", "a/one", "two"}


def test_originals_are_published_where_the_site_asks_for_them(root: Path) -> None:
    with (root / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[pictures]\noriginals = true\n")
    build(root)
    assert set(FILES) <= set(media(root))
    assert '"url":"https://example.org/media/ann.jpg"' in tree(root)["api/v1/names/ann.json"].decode().replace(" ", "")


def test_the_data_lead_to_a_file_that_is_there(root: Path) -> None:
    build(root)
    [file] = [name for name in media(root) if name.startswith("ann-") and name.endswith(".jpg")]
    assert f"https://example.org/media/{file}" in tree(root)["api/v1/names/ann.json"].decode()


def test_what_did_not_change_is_not_even_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    before = {name: (root / "_site/media" / name).stat().st_mtime_ns for name in media(root)}
    monkeypatch.setattr("palmarium.sources.cache.look", lambda *_: pytest.fail("a picture was decoded again"))
    monkeypatch.setattr(variants, "encoded", lambda *_: pytest.fail("a picture was encoded again"))
    replace(root, "content/articles/night.md", "It began late.", "It began early.")
    assert [file for file in build(root).written if file.startswith("media/")] == []
    assert before == {name: (root / "_site/media" / name).stat().st_mtime_ns for name in media(root)}


def test_a_changed_picture_alone_is_made_again(root: Path) -> None:
    build(root)
    (root / "content/media/two.jpg").write_bytes(photo(400, 301))
    written = [file for file in build(root).written if file.startswith("media/")]
    assert {file.split("-")[0] for file in written} == {"media/two"}
    assert len([name for name in media(root) if name.startswith("two-")]) == len(written)


def test_a_broken_picture_stops_the_build_in_words(root: Path) -> None:
    (root / "content/media/two.jpg").write_bytes(photo()[:3000])
    assert told(root) == [
        "content/media/two.jpg:1:1: this is no picture that can be read, or only a part of one  [picture]"
    ]
    assert not (root / "_site").exists()


def test_a_dark_picture_that_is_not_there_is_told(root: Path) -> None:
    replace(root, "content/names/bun.md", "bun-dark.png", "bun-drak.png")
    [problem] = [line for line in told(root) if "picture" in line]
    assert problem == (
        'content/names/bun.md:4:10: there is no picture "bun-drak.png" below content/media  [unknown-picture]'
    )


def test_a_picture_without_a_text_is_told_in_a_gallery_too(root: Path) -> None:
    replace(root, "content/articles/night.md", "![Second pie]", "![]")
    assert told(root) == ['content/articles/night.md:13:1: the picture "two.jpg" has no text  [missing-alt]']


def test_two_sites_with_the_same_pictures_are_the_same(root: Path, tmp_path: Path) -> None:
    build(root)
    first = tree(root)
    report = pipeline.build(root, silent, full=True)
    assert report.problems == ()
    assert tree(root) == first

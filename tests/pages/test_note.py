from palmarium.pages import note
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- content/pages/about.md --
---
title: About
---
## Who

We bake.
"""


def test_a_note_stands_at_its_path_and_says_what_it_says() -> None:
    (page,) = pages_of(note, context(SITE))
    assert (page.url, page.view.title) == ("/about/", "About")
    assert "We bake." in page.view.pieces[0].html.html
    assert page.sources == ("content/pages/about.md",)

from palmarium.build.shares import listed
from palmarium.pages import moved
from palmarium.pages.messages import Message
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
formerly: [tart]
categories: {best: {name: Best Pie, formerly: [first]}}
-- editions/pie/2001.yaml --
formerly: [2000, quiche/2000]
results: {best: Ann Crust}
"""


def test_every_address_that_something_had_leads_to_it_also_below_an_award() -> None:
    leads = {page.url: page.view.to.url for page in pages_of(moved, context(SITE))}
    assert leads == {
        "/prix/pie/2000/": "/prix/pie/2001/",
        "/prix/pie/categorie/first/": "/prix/pie/categorie/best/",
        "/prix/quiche/2000/": "/prix/pie/2001/",
        "/prix/tart/": "/prix/pie/",
        "/prix/tart/2000/": "/prix/pie/2001/",
        "/prix/tart/2001/": "/prix/pie/2001/",
        "/prix/tart/categorie/best/": "/prix/pie/categorie/best/",
        "/prix/tart/categorie/first/": "/prix/pie/categorie/best/",
    }


def test_such_a_page_is_in_no_index_and_says_where_it_leads() -> None:
    page = next(page for page in pages_of(moved, context(SITE)) if page.url == "/prix/tart/")
    head = page.view.head
    assert (head.indexed, head.found, head.leads, head.title) == (False, None, "/prix/pie/", "Fictional Pie Award")


def test_a_page_that_leads_nowhere_says_that_what_stood_there_is_gone() -> None:
    page = moved.leading("/a/", None)
    assert (page.view.to, page.view.head.title) == (None, Message("No longer here"))
    assert listed(page).gone


def test_the_page_of_a_withheld_name_is_told_to_no_host() -> None:
    """A line for it would say the name."""
    assert not listed(moved.withheld(context(SITE), "/noms/ann-crust/")).gone

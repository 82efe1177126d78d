from palmarium.pages import not_found
from tests.exports.exported import context


def test_it_stands_where_hosts_look_for_it_and_is_not_indexed() -> None:
    (page,) = not_found.pages(context(""))
    assert (page.url, page.view.head.url, page.view.head.indexed) == ("/404.html", "/404.html", False)


def test_every_way_on_leads_into_the_site() -> None:
    (page,) = not_found.pages(context(""))
    assert [way.url for way in page.view.ways][:2] == ["/", "/prix/"]
    assert all(way.url.endswith("/") for way in page.view.ways)

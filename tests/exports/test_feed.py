from xml.etree import ElementTree as xml

from palmarium.exports import feed
from palmarium.exports.records.feed_forms import Feed
from palmarium.exports.records.feed_forms import atom as atom_of
from palmarium.pages.parts.feeds import NEWEST, FeedEntry
from tests.exports.exported import PIE, context, files

ATOM = "{http://www.w3.org/2005/Atom}"


def atom(text: str, **settings: str) -> xml.Element:
    return xml.fromstring(files(feed, context(text, **settings))["/feed.xml"])


def texts(element: xml.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall("/".join(ATOM + step for step in path.split("/")))]


def pies(article: str = "", edition: str = "") -> str:
    about = f"-- content/articles/report.md --\n---\ntitle: Report\n{article}---\nPies.\n" if article else ""
    return f"-- editions/pie/award.yaml --\nname: Pie\n-- editions/pie/2011.yaml --\n{edition or 'ordinal: 1'}\n{about}"


def test_articles_and_editions_stand_newest_first() -> None:
    found = atom(PIE)
    assert texts(found, "entry/title") == ["Crumb Cup 2012", "A pie report", "Pie 2011 – trust", "Pie 2010"]
    assert texts(found, "entry/updated") == [
        "2012-01-01T00:00:00Z",
        "2011-10-04T09:18:00Z",
        "2011-10-03T00:00:00Z",
        "2010-10-01T00:00:00Z",
    ]


def test_only_a_known_day_is_said_to_be_the_day_of_publication() -> None:
    assert texts(atom(PIE), "entry/published") == ["2011-10-04T09:18:00Z", "2011-10-03T00:00:00Z"]


def test_the_time_of_an_article_is_in_the_zone_of_the_site() -> None:
    late = 'date: 2011-10-04\ntime: "00:30"\n'
    assert texts(atom(pies(late), timezone="Europe/Paris"), "entry/published") == ["2011-10-03T22:30:00Z"]
    winter = 'date: 2011-12-04\ntime: "00:30"\n'
    assert texts(atom(pies(winter), timezone="Europe/Paris"), "entry/published") == ["2011-12-03T23:30:00Z"]
    assert texts(atom(pies(late)), "entry/published") == ["2011-10-04T00:30:00Z"]


def test_a_time_without_its_day_is_no_moment() -> None:
    for front in ("date: 2011-10\n", ""):
        found = atom(pies(f'{front}time: "18:00"\nabout: {{editions: pie/2011}}\n'))
        assert texts(found, "entry/published") == []
        assert set(texts(found, "entry/updated")) <= {"2011-10-01T00:00:00Z", "2011-01-01T00:00:00Z"}


def test_the_feed_is_as_old_as_its_newest_entry() -> None:
    assert texts(atom(PIE), "updated") == ["2012-01-01T00:00:00Z"]


def test_a_feed_without_entries_is_still_a_feed() -> None:
    empty = atom("-- editions/pie/award.yaml --\nname: Pie\n")
    assert texts(empty, "updated") == ["1970-01-01T00:00:00Z"]
    assert texts(empty, "author/name") == ["Tartes"]


def test_addresses_are_public_and_ids_are_none() -> None:
    found = atom(PIE)
    assert texts(found, "id") == ["tag:example.org,2026:#feed"]
    assert texts(found, "entry/id")[1:3] == [
        "tag:example.org,2026:#article-a-pie-report",
        "tag:example.org,2026:#edition-pie-2011",
    ]
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"self": "https://example.org/pies/feed.xml", "alternate": "https://example.org/pies/"}


def test_an_entry_says_who_won_or_what_the_article_is_about() -> None:
    found = atom(PIE)
    assert texts(found, "entry/summary") == [
        "Best Crumb – Oven & Co",
        "Crust & crumble.",
        "Best Pie – Ann Crust, Ben Crumble",
        "Ann Crust · =Evil Pastry",
    ]
    assert texts(found, "entry/author/name") == ["Lee Proxy"]


def test_the_site_names_itself() -> None:
    found = atom(PIE, description="Pies & tarts", publisher="Pie Society", text_licence="https://example.org/by")
    assert (texts(found, "title"), texts(found, "subtitle")) == (["Tartes"], ["Pies & tarts"])
    assert texts(found, "author/name") == ["Pie Society"]
    assert [link.get("href") for link in found.findall(f"{ATOM}link") if link.get("rel") == "license"] == [
        "https://example.org/by"
    ]
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_an_article_without_a_date_stands_at_its_edition() -> None:
    found = atom(pies("about: {editions: pie/2011}\n", "ceremony: 2011-10"))
    assert texts(found, "entry/updated") == ["2011-10-01T00:00:00Z"] * 2


def test_what_has_no_date_at_all_is_not_in_the_feed() -> None:
    assert texts(atom(pies("tags: pie\n")), "entry/title") == ["Pie 2011"]


def test_a_feed_holds_the_newest_only() -> None:
    editions = "".join(f"-- editions/pie/{year}.yaml --\nordinal: {year - 1900}\n" for year in range(1901, 1961))
    found = texts(atom(f"-- editions/pie/award.yaml --\nname: Pie\n{editions}"), "entry/title")
    assert (len(found), found[0], found[-1]) == (NEWEST, "Pie 1960", "Pie 1911")


def test_what_xml_cannot_hold_is_left_out() -> None:
    entry = FeedEntry("2011-01-01T00:00:00Z", "tag:a", "/a/", "Pie \x0b\x00\ud800& <b>tart</b>\uffff")
    written = atom_of(context(PIE), Feed("/feed.xml", "/", "tag:b", "Pies", "", (entry,)))
    assert texts(xml.fromstring(written), "entry/title") == ["Pie & <b>tart</b>"]

from palmarium.exports import robots
from tests.exports.exported import PIE, context, files


def test_everything_may_be_read_and_the_sitemap_is_named() -> None:
    assert files(robots, context(PIE)) == {
        "/robots.txt": b"User-agent: *\nDisallow:\n\nSitemap: https://example.org/pies/sitemap.xml\n"
    }

from palmarium.exports import palmares_text
from tests.exports.exported import PIE, context, files


def test_an_edition_has_its_palmares_as_text_beside_its_page() -> None:
    written = files(palmares_text, context(PIE))
    assert set(written) == {f"/prix/{key}/palmares.txt" for key in ("pie/2010", "pie/2011", "crumb/2012")}
    text = written["/prix/pie/2011/palmares.txt"].decode()
    assert text.startswith("Fictional Pie Award 2011\n2e édition, 3 octobre 2011, Paris\n\n")
    assert "Ann Crust" in text
    assert text.endswith("https://example.org/pies/prix/pie/2011/\n")


def test_an_edition_without_a_category_has_none() -> None:
    site = "-- editions/pie/award.yaml --\nname: Pie\n-- editions/pie/2011.yaml --\nordinal: 1\n"
    assert files(palmares_text, context(site)) == {}

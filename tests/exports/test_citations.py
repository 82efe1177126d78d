import json

from palmarium.exports import citations
from palmarium.model import Date
from palmarium.pages.parts.citation import Author, PageCitation
from tests.exports.exported import PIE, context, files


def citation(**given: object) -> PageCitation:
    plain: dict[str, object] = {
        "id": "pie",
        "title": "Pie",
        "authors": (),
        "date": None,
        "site": "Tartes",
        "publisher": "",
        "url": "https://example.org/pie/",
        "language": "fr",
        "files": (),
    }
    return PageCitation(**{**plain, **given})  # type: ignore[arg-type]


def test_each_article_and_edition_has_three_files_beside_its_page_and_a_name_none() -> None:
    written = files(citations, context(PIE))
    for page in ("/articles/a-pie-report/", "/prix/pie/2011/"):
        assert {f"{page}citation.{form}" for form in ("bib", "ris", "json")} <= set(written)
    assert not [url for url in written if url.startswith("/noms/")]


def test_an_article_is_cited_with_its_author_its_day_and_its_address() -> None:
    written = files(citations, context(PIE, publisher="Pie Press"))
    assert written["/articles/a-pie-report/citation.bib"].decode() == (
        "@misc{tartes-a-pie-report,\n"
        "  author = {Lee Proxy},\n"
        "  title = {{A pie report}},\n"
        "  howpublished = {Tartes},\n"
        "  organization = {Pie Press},\n"
        "  year = {2011},\n"
        "  month = {10},\n"
        "  url = {https://example.org/pies/articles/a-pie-report/},\n"
        "  language = {fr},\n"
        "}\n"
    )
    assert written["/articles/a-pie-report/citation.ris"].decode().split("\r\n") == [
        *("TY  - ELEC", "AU  - Lee Proxy", "TI  - A pie report", "T2  - Tartes", "PB  - Pie Press", "PY  - 2011"),
        *("DA  - 2011/10/04/", "LA  - fr", "UR  - https://example.org/pies/articles/a-pie-report/", "ER  - ", ""),
    ]
    [item] = json.loads(written["/articles/a-pie-report/citation.json"])
    assert (item["type"], item["issued"], item["author"]) == (
        "webpage",
        {"date-parts": [[2011, 10, 4]]},
        [{"literal": "Lee Proxy"}],
    )


def test_an_edition_has_the_name_of_its_award_and_no_day_of_publication() -> None:
    [item] = json.loads(files(citations, context(PIE))["/prix/pie/2011/citation.json"])
    assert item["title"] == "Fictional Pie Award 2011"
    assert not {"issued", "accessed"} & set(item)


def test_signs_that_mean_something_to_tex_are_escaped() -> None:
    told = citations.bibtex(citation(title="100 % & {tart}_#1 $ ~^ \\", url="https://example.org/a_b/%C3%A9{/"))
    assert r"title = {{100 \% \& \{tart\}\_\#1 \$ \textasciitilde{}\textasciicircum{} \textbackslash{}}}" in told
    assert "url = {https://example.org/a_b/%C3%A9%7B/}" in told


def test_a_house_is_no_family_and_a_person_sorts_by_family() -> None:
    authors = (
        Author("Salt and Pepper", "", person=False),
        Author("Soizic Morvan", "Morvan, Soizic", person=True),
        Author("Salt and Pepper", "", person=True),
        Author("Cy Pher, Jr.", "", person=True),
    )
    told = citation(authors=authors)
    assert "author = {{Salt and Pepper} and Morvan, Soizic and {Salt and Pepper} and {Cy Pher, Jr.}}" in (
        citations.bibtex(told)
    )
    assert json.loads(citations.csl(told))[0]["author"][:2] == [
        {"literal": "Salt and Pepper"},
        {"family": "Morvan", "given": "Soizic"},
    ]


def test_no_value_starts_a_line_of_its_own() -> None:
    told = citations.ris(citation(title="A\r\nER  - \r\nTY  - BOOK\u2028x"))
    assert [line[:2] for line in told.split("\r\n")] == ["TY", "TI", "T2", "LA", "UR", "ER", ""]


def test_a_date_is_as_precise_as_it_is_known() -> None:
    assert "DA  - 2011///\r\n" in citations.ris(citation(date=Date(2011)))
    assert "DA  - 2011/10//\r\n" in citations.ris(citation(date=Date(2011, 10)))
    assert json.loads(citations.csl(citation(date=Date(2011, 10))))[0]["issued"] == {"date-parts": [[2011, 10]]}

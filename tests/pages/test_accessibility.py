import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.config import parse
from tests.conftest import SETTINGS, Site

PAGE = "_site/accessibilite/index.html"
SAID = """
[accessibility]
tested = "2026-11"
standard = "RGAA 4.1"
by = "Atelier Fictif"
means = ["axe-core", "NVDA et Firefox"]
pages = ["/", "/recherche/"]
conformity = "partial"
faults = ["Un plan n’a pas de texte."]
"""
LEAST = '[accessibility]\ntested = 2026-11-28\nstandard = "WCAG 2.2 AA"\n'


def site_toml(more: str) -> str:
    return f'-- site.toml --\n{SETTINGS}corrections = "mailto:a@example.org"\n{more}'


@pytest.mark.slow
def test_where_nothing_was_tested_no_page_says_so(site: Site) -> None:
    root = site(site_toml(""))
    assert pipeline.build(root, silent).problems == ()
    assert not (root / PAGE).exists()
    assert "accessibilite" not in (root / "_site/index.html").read_text("utf-8")


@pytest.mark.slow
def test_the_page_says_what_was_tested_and_no_more(site: Site) -> None:
    root = site(site_toml(SAID))
    assert pipeline.build(root, silent).problems == ()
    text = (root / PAGE).read_text("utf-8")
    for said in ("novembre 2026", "RGAA 4.1", "Atelier Fictif", "NVDA et Firefox", "Un plan n’a pas de texte."):
        assert said in text
    assert "partiellement conforme" in text
    assert "totalement" not in text
    assert 'href="../recherche/"' in text
    assert "mailto:a@example.org" in text
    home = (root / "_site/index.html").read_text("utf-8")
    assert home.count('href="accessibilite/"') == 1, "at the foot, and not in the menu"


@pytest.mark.slow
def test_without_a_statement_there_is_none(site: Site) -> None:
    root = site(site_toml(LEAST))
    assert pipeline.build(root, silent).problems == ()
    text = (root / PAGE).read_text("utf-8")
    assert "Aucune conformité n’est déclarée" in text
    assert "Aucun défaut n’est connu. Cela ne prouve pas" in text
    assert "28 novembre 2026" in text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            'conformity = "fully"',
            'conformity: "fully" is not one of full, partial, none',
            'write `conformity = "full"`',
        ),
        ("conformity = true", "conformity: a text in quotes is expected here, not true", 'write `conformity = "full"`'),
        (
            'conformity = "full"\nfaults = ["x"]',
            "accessibility: a site with 1 known fault does not conform fully",
            'write `[accessibility]`, then `tested = "2026-11-28"` and `standard = "WCAG 2.2 AA"` and '
            '`conformity = "partial"` and `faults = ["x"]` on lines of their own',
        ),
    ],
)
def test_what_can_not_be_stated_is_told(line: str, message: str, hint: str) -> None:
    [problem] = parse(f"{SETTINGS}\n{LEAST}{line}\n")[1]
    assert (problem.message, problem.hint) == (message, hint)


def test_what_was_tested_is_told_with_its_date_and_standard() -> None:
    found = [problem.message for problem in parse(f"{SETTINGS}\n[accessibility]\n")[1]]
    assert found == ['the key "tested" is missing', 'the key "standard" is missing']


@pytest.mark.slow
def test_a_page_that_was_tested_is_a_page(site: Site) -> None:
    [problem] = pipeline.check(site(site_toml(LEAST + 'pages = ["/recherches/"]\n')), silent).problems
    assert problem.message == 'no page stands at "/recherches/", which was tested for accessibility'
    assert problem.hint == 'did you mean "/recherche/"?'
    assert (problem.span.path, problem.span.line) == ("site.toml", 8)

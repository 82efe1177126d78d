from palmarium.checks import claim_until
from tests.archives import hints, messages, told


def pie(claim: str) -> str:
    return f"""\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {{pie: Pie}}
-- editions/pie/2011.yaml --
results: {{pie: Ann Crust}}
claims:
  - {{says: five, is: 5, {claim}}}
"""


def test_what_is_counted_over_the_editions_of_an_award_may_end() -> None:
    for count in ("laureates", "titles", "categories", "editions"):
        assert told(claim_until, pie(f"count: {count}, until: pie/2011")) == []
        assert told(claim_until, pie(f"count: {count}, until: pie/2011, award: pie")) == []
    assert told(claim_until, pie("count: jurors")) == []


def test_what_is_counted_in_one_edition_has_no_other_end() -> None:
    text = pie("count: jurors, until: pie/2011")
    assert told(claim_until, text) == [
        "editions/pie/2011.yaml:3:47: `until: pie/2011` means nothing for jurors: that is not counted over several "
        "editions"
    ]
    assert hints(claim_until, text) == [
        "write `edition: pie/2011` for those of that edition, or count laureates, titles, categories, editions"
    ]


def test_an_edition_and_an_end_are_not_both_meant() -> None:
    text = pie("count: titles, edition: pie/2011, until: pie/2011")
    assert messages(claim_until, text) == [
        "`until: pie/2011` stands beside the edition pie/2011, which alone is counted"
    ]


def test_an_end_is_of_the_award_that_is_counted() -> None:
    text = pie("count: titles, award: tart, until: pie/2011")
    assert messages(claim_until, text) == ["`until: pie/2011` is no edition of tart, which is counted"]
    assert hints(claim_until, text) == ["write an edition of tart, such as `until: tart/2011`"]


def test_an_end_is_of_the_award_in_whose_file_the_claim_stands() -> None:
    text = pie("count: titles, until: tart/2012") + "-- editions/tart/award.yaml --\nname: Tart\n"
    text += "-- editions/tart/2012.yaml --\nordinal: 1\n"
    assert messages(claim_until, text) == ["`until: tart/2012` is no edition of pie, which is counted"]
    assert hints(claim_until, text) == ["write an edition of pie, such as `until: pie/2011`"]
    assert told(claim_until, text.replace("tart/2012}", "pie/2011}")) == []


def test_in_braces_the_hint_is_for_braces() -> None:
    text = pie("count: titles") + (
        "-- content/articles/pies.md --\n---\ntitle: Pies\nabout: {awards: pie}\n---\n"
        "They had [three jurors]{jurors until=pie/2011}.\n"
    )
    assert told(claim_until, text) == [
        "content/articles/pies.md:5:38: `until=pie/2011` means nothing for jurors: that is not counted over several "
        "editions"
    ]
    assert hints(claim_until, text) == [
        "write `pie/2011` for those of that edition, or count laureates, titles, categories, editions"
    ]

import pytest

from palmarium.checks import award_names
from tests.archives import hints, told

AWARD = '-- editions/pie/award.yaml --\nname: "NAME"\n'
CATEGORY = '-- editions/pie/award.yaml --\nname: Pie\ncategories:\n  best: {name: "NAME"}\n'


@pytest.mark.parametrize(
    ("written", "name", "keys"),
    [
        ("Golden Pie (since 2011)", "Golden Pie", "founded: 2011"),
        ("Golden Pie, founded in 1987", "Golden Pie", "founded: 1987"),
        ("Tarte d’or – depuis 2011", "Tarte d’or", "founded: 2011"),
        ("Golden Pie (2011–)", "Golden Pie", "founded: 2011"),
        ("Golden Pie (2011-2019)", "Golden Pie", "founded: 2011` and `ended: 2019"),
        ("Golden Pie (discontinued in 2019)", "Golden Pie", "ended: 2019"),
        ("Golden Pie (defunct)", "Golden Pie", "ended: …"),
        (
            "Golden Pie (formerly Silver Pie)",
            "Golden Pie",
            "names: [{name: Silver Pie, until: …}, {name: Golden Pie, from: …}]",
        ),
        ("Golden Pie (annual)", "Golden Pie", "periodicity: annual"),
        ("Golden Pie Prize (GPP)", "Golden Pie Prize", "short: GPP"),
    ],
)
def test_what_another_key_says_is_told_with_that_key(written: str, name: str, keys: str) -> None:
    text = AWARD.replace("NAME", written)
    assert told(award_names, text) == [
        f'editions/pie/award.yaml:1:1: the name "{written}" says what another key is for'
    ]
    assert hints(award_names, text)[0].startswith(f"write `name: {name}` and `{keys}`; if it is called so, ")


@pytest.mark.parametrize(
    "name",
    [
        *("Golden Pie", "Pie of the Year 2011", "Prize of 1900", "Golden Pie (Savoury)", "Pies (GB)", "Since 2011"),
        *("Golden Pie of 2011-2019", "Best Pie Until Ten", "The Annual Pie", "Golden Crumb (GCX)", "Golden Pie (2011)"),
    ],
)
def test_a_name_that_holds_such_a_word_is_a_name(name: str) -> None:
    assert told(award_names, AWARD.replace("NAME", name)) == []
    assert told(award_names, CATEGORY.replace("NAME", name)) == []


def test_what_a_category_can_say_only_in_its_note_is_told() -> None:
    text = CATEGORY.replace("NAME", "Best Crust (since 2011)")
    assert told(award_names, text) == [
        'editions/pie/award.yaml:3:9: the name "Best Crust (since 2011)" says more than what the category is called'
    ]
    [hint] = hints(award_names, text)
    assert hint.startswith("write `name: Best Crust`, and `note: since 2011` if its editions do not say so; ")
    assert told(award_names, CATEGORY.replace("NAME", "Business To Business (BTB)")) == []

from palmarium.model import Edition
from palmarium.sources.load import load


def ids(results: str) -> list[str]:
    record, _ = load("editions/pie/2001.yaml", f"results:\n{results}".encode(), "en")
    assert isinstance(record, Edition)
    return [result.id for entry in record.entries for result in entry.results]


def test_the_id_of_a_result_is_made_of_its_category_and_its_first_laureate() -> None:
    assert ids("  best: [Ann Crust, {laureate: [Ben Crumble, Cy Crumb]}]\n") == ["best--ann-crust", "best--ben-crumble"]


def test_the_order_of_results_is_of_no_account() -> None:
    there, turned = ids("  best: [Ann Crust, Ben Crumble]\n"), ids("  best: [Ben Crumble, Ann Crust]\n")
    assert sorted(there) == sorted(turned)


def test_one_who_is_there_twice_or_not_known_has_a_number_or_none() -> None:
    assert ids("  best: [{laureate: Ann Crust, for: A}, {laureate: Ann Crust, for: B}, unknown]\n") == [
        "best--ann-crust",
        "best--ann-crust-2",
        "best--unknown",
    ]

"""The counting rules as readers are told them."""

from palmarium.statistics.rules import RULES


def test_each_term_is_explained_once_in_whole_sentences() -> None:
    terms = [rule.term for rule in RULES]
    assert len(set(terms)) == len(terms)
    for rule in RULES:
        assert rule.says.endswith("."), rule
        assert rule.says[0].isupper(), rule

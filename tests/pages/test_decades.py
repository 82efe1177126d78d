from palmarium.pages.parts.decades import decades


def folded(years: list[int]) -> list[tuple[str, bool]]:
    return [(made.years, made.folded) for made in decades(years, int, lambda year: (str(year),))]


def test_a_short_series_is_whole() -> None:
    assert folded(list(range(2020, 1996, -1))) == [("", False)]
    assert folded([]) == []


def test_a_long_series_shows_its_latest_years_and_folds_the_rest() -> None:
    assert folded(list(range(2010, 1985, -1))) == [
        ("2010", False),
        ("2000–2009", False),
        ("1990–1999", True),
        ("1986–1989", True),
    ]


def test_a_decade_of_many_names_tells_how_many_are_left() -> None:
    (last,) = decades([1999] * 25, int, lambda _: map(str, range(50)))
    assert (len(last.names), last.left, last.folded) == (40, 10, False)

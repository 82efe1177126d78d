"""Sites with more names than one page of an index holds."""

AWARD = "-- editions/pie/award.yaml --\nname: The Pie Award\ncategories: {best: {name: Best Pie, many: true}}\n"


def crowded(number: int, *more: str) -> str:
    """An edition that `number` laureates share, all called N and a number, and `more`."""
    every = (*(f"N{each:04}" for each in range(number)), *more)
    lines = "".join(f"    - {name}\n" for name in every)
    return f"{AWARD}-- editions/pie/2001.yaml --\ncoverage: complete\nresults:\n  best:\n{lines}"

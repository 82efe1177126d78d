"""What holds of every statistic, whatever the archive: files have no order, what is incomplete makes nothing surer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from palmarium.model import Record
from palmarium.model.archive import Archive, resolve
from palmarium.model.ids import slug
from palmarium.sources.load import load
from palmarium.statistics import changes, comparisons, gaps, holders, juries, streaks, titles
from palmarium.statistics.titles import ALL, Identity, Scope

NAMES = ("Ann", "Ben", "Cleo", "Old Oven", "New Oven")
AWARDS = {
    "editions/pie/award.yaml": "name: Pie Award\nfamily: cakes\n"
    "categories: {pie: Pie, tart: Tart, sweet: {name: Sweet, lineage: {event: renamed, from: tart}}}\n",
    "editions/jam/award.yaml": "name: Jam Award\nfamily: cakes\nfounded: 2001\n"
    "categories: {pie: Jam Pie, tart: Jam Tart, sweet: Jelly}\n",
    "content/names/new-oven.md": "---\n{name: New Oven, kind: organisation, succeeds: Old Oven}\n---\n",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One edition as it was: its number, and what a file says of it."""

    award: str
    number: int
    numbered: bool
    coverage: str
    results: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def path(self) -> str:
        return f"editions/{self.award}/{2000 + self.number}.yaml"

    @property
    def text(self) -> str:
        entries = ", ".join(f"{category}: [{', '.join(names)}]" for category, names in self.results)
        ordinal = f"ordinal: {self.number}\n" if self.numbered else ""
        return f"{ordinal}coverage: {self.coverage}\njury: [{NAMES[self.number % 3]}]\nresults: {{{entries}}}\n"


def editions(coverage: st.SearchStrategy[str]) -> st.SearchStrategy[Held]:
    winners = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True).map(tuple)
    results = st.dictionaries(st.sampled_from(("pie", "tart", "sweet")), winners, max_size=2)
    return st.builds(
        Held,
        st.sampled_from(("pie", "jam")),
        st.integers(1, 6),
        st.booleans(),
        coverage,
        results.map(lambda found: tuple(found.items())),
    )


FEW = settings(max_examples=25)
ARCHIVES = st.lists(
    editions(st.sampled_from(("complete", "names-only", "partial"))),
    min_size=1,
    max_size=7,
    unique_by=lambda each: (each.award, each.number),
)


@cache
def read(path: str, text: str) -> Record | None:
    return load(path, text.encode(), "en")[0]


def archive(held: list[Held], order: list[int] | None = None) -> Archive:
    files = list((AWARDS | {each.path: each.text for each in held}).items())
    records = [read(path, text) for path, text in files]
    ordered = [records[at] for at in order] if order else records
    return resolve((record for record in ordered if record), slug)[0]


def everything(found: Archive) -> Iterator[object]:
    """Every statistic of an archive, in every scope and identity."""
    spans = (ALL, Scope(award="pie"), Scope(family="cakes"), Scope(category="pie/tart"), Scope(lineage="pie/tart"))
    for span in spans:
        for identity in (Identity.OWN, Identity.GROUP):
            scope = replace(span, identity=identity)
            yield titles.titles(found, scope), titles.laureates(found, scope)
            yield titles.most_titled(found, scope), titles.most_placed(found, scope)
            yield streaks.longest(found, scope), streaks.current(found, scope), streaks.absences(found, scope)
            yield streaks.reigns(found, scope), comparisons.careers(found, scope)
            yield comparisons.by_country(found, scope), comparisons.by_kind(found, scope)
            yield comparisons.across(found, comparisons.scheme({}), scope)
    for edition in found.editions:
        yield holders.holders(found, edition), holders.renewal(found, edition), changes.changes(found, edition)
    yield juries.seats(found), gaps.empty_years(found)


@FEW
@given(ARCHIVES, st.data())
def test_the_order_of_files_never_matters(held: list[Held], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(held) + len(AWARDS))))
    assert list(everything(archive(held))) == list(everything(archive(held, list(order))))


@dataclass(frozen=True, slots=True)
class Before:
    """An archive, and the same with one more edition, which is incomplete."""

    old: Archive
    new: Archive
    added: Held

    @property
    def later(self) -> tuple[str, ...]:
        """The editions of the same award after the one that was added."""
        own = self.old.editions_of[self.added.award]
        return tuple(key for key in own if self.old.editions[key].sort_year > 2000 + self.added.number)


def weaker(held: list[Held], extra: Held) -> Before:
    """Every edition of an award has a number or none has: else one more edition would tell which one was missing."""
    numbered = {award: next((each.numbered for each in held if each.award == award), False) for award in ("pie", "jam")}
    row = [replace(each, numbered=numbered[each.award]) for each in (*held, extra)]
    later = any(each.award == extra.award and each.number > extra.number for each in held)
    assume(later and all((each.award, each.number) != (extra.award, extra.number) for each in held))
    return Before(archive(row[:-1]), archive(row), extra)


@FEW
@given(ARCHIVES, editions(st.just("partial")))
def test_an_incomplete_earlier_edition_makes_no_number_exact(held: list[Held], extra: Held) -> None:
    both = weaker(held, extra)
    for scope in (ALL, Scope(award=extra.award), Scope(category=f"{extra.award}/pie"), Scope(family="cakes")):
        for count in (titles.titles, titles.laureates, titles.certainty, titles.places_certainty):
            assert count(both.old, scope).exact or not count(both.new, scope).exact


@FEW
@given(ARCHIVES, editions(st.just("partial")))
def test_an_incomplete_earlier_edition_makes_no_standing_certain(held: list[Held], extra: Held) -> None:
    both = weaker(held, extra)
    for edition in both.later:
        before, after = (holders.holders(there, edition) for there in (both.old, both.new))
        for kind in ("first", "retained", "regained", "lost"):
            group, later = getattr(before, kind), getattr(after, kind)
            sure = set(later.names) if later.certain else set()
            inside = set(group.names) if group.certain else set()
            # A title that it brings itself is news, no firmer word on the old ones.
            assert sure - inside <= {slug(name) for _, names in extra.results for name in names}, (edition, kind)
        assert before.first.certain or not after.first.certain


@FEW
@given(ARCHIVES, editions(st.just("partial")))
def test_an_incomplete_earlier_edition_makes_no_streak_or_absence_exact(held: list[Held], extra: Held) -> None:
    both = weaker(held, extra)
    brought = {slug(name) for _, names in extra.results for name in names}
    for scope in (ALL, Scope(category=f"{extra.award}/pie"), Scope(lineage=f"{extra.award}/tart")):
        before, after = (exact(there, scope) - exact(there, scope, brought) for there in (both.old, both.new))
        assert after <= before


def exact(there: Archive, scope: Scope, only: set[str] | None = None) -> set[object]:
    """Everything that is said without a doubt, of some names or of all."""
    found: list[streaks.Streak | streaks.Absence] = [streak for _, streak in streaks.longest(there, scope)]
    found += [absence for _, absence in streaks.absences(there, scope)]
    return {each for each in found if each.because is None and (only is None or each.name in only)}


@FEW
@given(ARCHIVES, editions(st.just("partial")))
def test_an_incomplete_earlier_edition_tells_no_renewal_and_no_new_category(held: list[Held], extra: Held) -> None:
    both = weaker(held, extra)
    for edition in both.later:
        before, after = (holders.renewal(there, edition) for there in (both.old, both.new))
        assert after is None or after == before
        old, new = (changes.changes(there, edition) for there in (both.old, both.new))
        assert new is None or new.categories.because or (old and not old.categories.because)

"""What has a key of its own does not stand in a note alone."""

import pytest

from palmarium.checks import notes
from tests.archives import hints, messages, told

SITE = """\
-- editions/tarte/2020.yaml --
results:
  pomme:
    - {rank: 1, laureate: Ann Crust}
    - {rank: 2, laureate: Ben Crumble, MORE}
  poire: {laureate: Cy Dough}
"""


@pytest.mark.parametrize(
    ("note", "clause", "hint"),
    [
        ("She declined the prize.", "She declined the prize", "write `acceptance: declined`"),
        ("Declined.", "Declined", "write `acceptance: declined`"),
        (
            "Disqualified in May 2021.",
            "Disqualified in May 2021",
            "write `status: revoked`, with `status_on` and `status_reason`",
        ),
        ("co-winner with Ann Crust", "co-winner with Ann Crust", "write the same `rank` as in line 3"),
        (
            "Prix partagé",
            "Prix partagé",
            "write `laureate: [Ben Crumble, …]`, or a result with its `share` for each",
        ),
        ("Did not accept the prize", "Did not accept the prize", "write `acceptance: declined`"),
        ("Turned it down.", "Turned it down", "write `acceptance: declined`"),
        ("Prix refusé par la lauréate", "Prix refusé par la lauréate", "write `acceptance: declined`"),
        ("tied for second place", "tied for second place", "write `tie: true`"),
        ("equal second with Ann Crust", "equal second with Ann Crust", "write the same `rank` as in line 3"),
        ("£200 prize", "£200 prize", 'write `money: "£200"`'),
        ("Prize money: 200 euros", "Prize money 200 euros", "write `money: 200 euros`"),
        ("score 15 out of 20", "score 15 out of 20", "write `score: 15, out_of: 20`"),
        ("pour « La tarte »", "pour « La tarte »", "write `for: La tarte`"),
        ("A great night; he later refused it", "he later refused it", "write `acceptance: declined`"),
        ("A refusé le prix", "A refusé le prix", "write `acceptance: declined`"),
        ("tied with Ann Crust", "tied with Ann Crust", "write the same `rank` as in line 3"),
        ("Ex æquo", "Ex æquo", "write `tie: true`"),
        ("Ex aequo avec Di Fork.", "Ex aequo avec Di Fork", "write `tie: true`"),
        ("posthumous", "posthumous", "write `posthumous: true`"),
        ("Prix attribué à titre posthume.", "Prix attribué à titre posthume", "write `posthumous: true`"),
        ("awarded posthumously", "awarded posthumously", "write `posthumous: true`"),
        (
            "The prize was later revoked.",
            "The prize was later revoked",
            "write `status: revoked`, with `status_on` and `status_reason`",
        ),
        ("Won £200, and a mug", "Won £200", 'write `money: "£200"`'),
        ("doté de 3 000 euros", "doté de 3 000 euros", "write `money: 3 000 euros`"),
        (
            "shared with Di Fork",
            "shared with Di Fork",
            "write `laureate: [Ben Crumble, Di Fork]`, or a result with its `share` for each",
        ),
        (
            "shared with his brother D. Fork",
            "shared with his brother D. Fork",
            "write `laureate: [Ben Crumble, D. Fork]`, or a result with its `share` for each",
        ),
        (
            "Prix partagé avec Di Fork",
            "Prix partagé avec Di Fork",
            "write `laureate: [Ben Crumble, Di Fork]`, or a result with its `share` for each",
        ),
    ],
)
def test_what_a_key_is_made_for_is_told_in_a_note(note: str, clause: str, hint: str) -> None:
    site = SITE.replace("MORE", f'note: "{note}"')
    assert told(notes, site) == [f'editions/tarte/2020.yaml:4:7: the note says "{clause}", and no key does']
    assert hints(notes, site) == [hint]


def test_a_name_that_holds_two_is_shared_by_them() -> None:
    site = SITE.replace("Ben Crumble", "Pie Club / Bun Club").replace("MORE", "note: title shared")
    hint = "write `laureate: [Pie Club, Bun Club]`, or a result with its `share` for each"
    assert hints(notes, site) == [hint]


@pytest.mark.parametrize(
    "more",
    [
        "acceptance: declined, note: She declined the prize.",
        "posthumous: true, note: posthumous",
        "status: revoked, note: The prize was revoked.",
        "money: 200 €, note: Won 200 €",
        "tie: true, note: ex æquo",
        "share: 1/2, note: shared with Di Fork",
        "note: He declined to say how the crust was made.",
        "note: The recipe was shared with the public.",
        "note: His posthumous pie book is in print.",
        "note: She raised 200 € for the oven.",
        "note: Refused by his own dog",
        "note: A worthy pie for 300 guests",
        'citation: "Second place for a second pie: well done."',
        'citation: "Second prize: well done."',
        "printed_category: Deuxième prix",
        "printed_category: Premier prix du public",
        "note: First pie of the year",
        "note: runner-up",
        "note: Silver medal.",
        "score: 15, note: 15/20",
        "for: Une, note: pour « La tarte »",
        "note: for the best part of a year",
    ],
)
def test_what_a_key_says_and_other_notes_pass(more: str) -> None:
    assert told(notes, SITE.replace("MORE", more)) == []


@pytest.mark.parametrize(
    ("more", "text", "place"),
    [
        ('citation: "First prize: well done."', "First prize", 1),
        ("printed_category: 3e prix", "3e prix", 3),
        ("note: Le troisième prix", "Le troisième prix", 3),
        ("note: Gold medal", "Gold medal", 1),
        ("printed_category: Médaille de bronze", "Médaille de bronze", 3),
    ],
)
def test_another_place_than_that_of_the_result_is_told(more: str, text: str, place: int) -> None:
    site = SITE.replace("MORE", more)
    assert told(notes, site) == [f'editions/tarte/2020.yaml:4:7: "{text}" stands here, and the place is 2']
    assert hints(notes, site) == [f"write `rank: {place}`, or correct the text"]


NOBODY = "-- editions/tarte/2020.yaml --\nresults: {pomme: {not_awarded: REASON, note: 'NOTE'}, poire: Ann Crust}\n"


@pytest.mark.parametrize(
    "note",
    [
        "Won by Di Fork.",
        "Awarded to Di Fork",
        "Remporté par Di Fork, de Lille",
        "It went to Di Fork",
        "Di Fork won it.",
    ],
)
def test_a_winner_in_the_note_of_what_nobody_won_is_told(note: str) -> None:
    site = NOBODY.replace("REASON", "other").replace("NOTE", note)
    assert messages(notes, site) == ["pomme is not-awarded, and its note names a winner, Di Fork"]
    assert hints(notes, site) == ["write `{laureate: Di Fork}`"]
    assert told(notes, NOBODY.replace("REASON", "other").replace("NOTE", "Awarded to nobody")) == []


@pytest.mark.parametrize(
    ("reason", "note", "right"),
    [
        ("below-threshold", "Nobody entered a pie.", "insufficient-entries"),
        ("insufficient-entries", "No pie reached 12 out of 20", "below-threshold"),
        ("below-threshold", "The jury could not agree.", "no-majority"),
        ("no-majority", "Aucune candidature.", "insufficient-entries"),
        ("no-majority", "Faute de candidats.", "insufficient-entries"),
    ],
)
def test_a_note_that_gives_another_reason_is_told(reason: str, note: str, right: str) -> None:
    site = NOBODY.replace("REASON", reason).replace("NOTE", note)
    assert messages(notes, site) == [f"the reason is {reason}, and the note gives another one"]
    assert hints(notes, site) == [f"write `not_awarded: {{reason: {right}, note: …}}`, or correct the note"]
    assert told(notes, site.replace(f": {reason}", f": {right}")) == []
    assert told(notes, site.replace(f": {reason}", ": other")) == []


@pytest.mark.parametrize(
    ("reason", "note"),
    [
        ("below-threshold", "No entry reached twelve marks."),
        ("below-threshold", "No entry was good enough"),
        ("below-threshold", "Aucun candidat assez convaincant."),
        ("no-majority", "No candidate had the votes of half the jury."),
        ("insufficient-entries", "No entry was received"),
        ("insufficient-entries", "Aucun candidat pour ce prix."),
    ],
)
def test_a_note_that_gives_the_same_reason_or_none_passes(reason: str, note: str) -> None:
    assert told(notes, NOBODY.replace("REASON", reason).replace("NOTE", note)) == []


@pytest.mark.parametrize("role", ["president of the jury", "chef, présidente du jury", "jury chair"])
def test_who_presides_by_role_has_the_chair(role: str) -> None:
    site = f'-- editions/tarte/2020.yaml --\njury: {{name: Ann Crust, role: "{role}"}}\n'
    assert told(notes, site) == [f'editions/tarte/2020.yaml:1:14: Ann Crust is "{role}", and no key says so']
    assert hints(notes, site) == ["write `chair: true`"]
    assert told(notes, site.replace("role:", "chair: true, role:")) == []
    assert told(notes, site.replace(role, "president of the guild")) == []

"""The rule over the ledger: its laws on random ledgers, then a few lives a product manager could check by hand."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, strategies as st

from wend.customers.consents.rules import is_proven, may, said_at, standing, standings
from wend.customers.model_consents import CHANNELS, Channel, Consent, ConsentState, Said

NOON = 1_780_000_000
EMAIL, PHONE = "email:lan@shop.vn", "phone:+84903718264"


def row(
    sequence: int,
    state: ConsentState,
    at: int,
    channel: str = "",
    purpose: str = "marketing",
    who: str = EMAIL,
    recorded_at: int | None = None,
) -> Consent:
    recorded = max(at, NOON) if recorded_at is None else recorded_at
    return Consent(sequence, who, purpose, channel, state, "w", 1, "form", "f-1", at, recorded, "import_1", "lan")


rows = st.builds(
    row,
    sequence=st.integers(1, 10_000),
    state=st.sampled_from(["granted", "withdrawn"]),
    at=st.integers(0, 6),
    channel=st.sampled_from(["", *CHANNELS]),
    purpose=st.sampled_from(["marketing", "analytics", "*"]),
    who=st.sampled_from([EMAIL, PHONE, "customer:17"]),
)
ledgers = st.lists(rows, max_size=12, unique_by=lambda each: each.sequence)
RANK: dict[Said, int] = {"withdrawn": 0, "unknown": 1, "granted": 2}


def state(held: list[Consent], channel: Channel = "email") -> Said:
    return standing(held, "marketing", channel).state


@given(ledgers, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_arrive_does_not_matter(held: list[Consent], chance: object) -> None:
    shuffled = list(held)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out its own Random
    assert standings(shuffled, ["marketing", "analytics"]) == standings(held, ["marketing", "analytics"])


@given(ledgers, st.sampled_from(CHANNELS))
def test_joining_is_the_stricter_of_both_and_never_widens(held: list[Consent], channel: Channel) -> None:
    mine = [each for each in held if each.identifier == EMAIL]
    theirs = [each for each in held if each.identifier != EMAIL]
    one, other, both = (state(part, channel) for part in (mine, theirs, held))
    assert ("withdrawn" in (one, other)) == (both == "withdrawn")
    assert RANK[both] <= max(RANK[one], RANK[other])
    assert may(held, "marketing", channel) == (both == "granted")


@given(ledgers, st.sampled_from(CHANNELS))
def test_taking_a_join_back_restores_both_sides(held: list[Consent], channel: Channel) -> None:
    mine = [each for each in held if each.identifier == EMAIL]
    before = standing(mine, "marketing", channel)
    standing(held, "marketing", channel)
    assert standing([each for each in held if each.identifier == EMAIL], "marketing", channel) == before


@given(ledgers, st.sampled_from(CHANNELS))
def test_a_plain_definition_agrees(held: list[Consent], channel: Channel) -> None:
    said: list[Said] = []
    for _, group in itertools.groupby(sorted(held, key=lambda each: each.identifier), lambda each: each.identifier):
        about = [each for each in group if each.purpose in ("marketing", "*") and each.channel in ("", channel)]
        latest = max((said_at(each) for each in about), default=None)
        words = {each.state for each in about if said_at(each) == latest}
        if words:
            said.append("withdrawn" if "withdrawn" in words else "granted")
    wanted: Said = "unknown" if not said else "withdrawn" if "withdrawn" in said else "granted"
    assert state(held, channel) == wanted


@given(ledgers)
def test_no_to_everything_now_is_no_everywhere(held: list[Consent]) -> None:
    held = [*held, row(20_000, "withdrawn", NOON, purpose="*")]
    assert {each.state for each in standings(held, ["marketing", "analytics"])} == {"withdrawn"}


def test_silence_is_not_consent() -> None:
    assert state([]) == "unknown"
    assert not may([], "marketing", "email")


def test_no_to_all_then_yes_to_email_is_yes_by_email_only() -> None:
    held = [row(1, "granted", 1), row(2, "withdrawn", 2), row(3, "granted", 3, channel="email")]
    assert [each.state for each in standings(held, ["marketing"])] == ["granted", *["withdrawn"] * 4]


def test_contradictory_words_of_one_moment_are_a_no() -> None:
    assert state([row(1, "withdrawn", 5), row(2, "granted", 5)]) == "withdrawn"


def test_a_late_row_of_an_earlier_day_changes_nothing() -> None:
    assert state([row(1, "withdrawn", 5), row(2, "granted", 4)]) == "withdrawn"


def test_a_clock_that_runs_ahead_cannot_outlive_a_later_no() -> None:
    ahead = row(1, "granted", NOON + 900_000, recorded_at=NOON)
    assert state([ahead, row(2, "withdrawn", NOON + 60, recorded_at=NOON + 60)]) == "withdrawn"


def test_a_no_under_one_address_binds_the_whole_person() -> None:
    held = [row(1, "granted", 9), row(2, "withdrawn", 3, who=PHONE)]
    assert state(held) == "withdrawn"
    assert state([each for each in held if each.identifier == EMAIL]) == "granted"


def test_proof_needs_the_wording_the_method_and_what_shows_it() -> None:
    whole = row(1, "granted", 1)
    assert is_proven(whole)
    for missing in ({"wording": ""}, {"wording_version": 0}, {"method": ""}, {"proof": ""}):
        assert not is_proven(replace(whole, **missing))

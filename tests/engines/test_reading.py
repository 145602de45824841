"""What a reading keeps between questions: bounded by bytes, and never more than a fold reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st
from numpy.typing import NDArray

from tests.folds.journals import WORDS, Event, MemoryBucket, journal, journeys, told
from wend.domain.selection import Selection
from wend.engines import reading
from wend.engines.lens import every_event
from wend.engines.pieces import Room
from wend.engines.reading import EVERY, Reading
from wend.folds.feelings import FEELINGS
from wend.folds.funnel import FUNNEL
from wend.folds.reads import WALKED, columns_read
from wend.log.late import COLUMNS, Mixed

LOG = [told("abcab")] * 8


def test_a_fold_reads_what_its_kernels_name() -> None:
    assert columns_read(FUNNEL) == WALKED
    assert columns_read(FEELINGS) >= {"about", "rating", "expectation"}


def test_columns_that_are_not_read_are_zeros() -> None:
    seen = Reading(journal(LOG, buckets=2)).columns(1, None, WALKED)
    assert not np.any(seen.rating)
    assert len(seen.rating) == len(seen.step)
    assert Reading(journal(LOG, buckets=2)).columns(1, None, EVERY).rating.tolist() != seen.rating.tolist()


@pytest.mark.parametrize("allowed", [0, 30, 10_000])
def test_what_is_kept_stays_within_its_bytes(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    monkeypatch.setattr(reading, "KEPT_BYTES", allowed)
    one, lens = Reading(journal(LOG, buckets=4)), every_event(WORDS)
    for codes in [(0, 1), (1, 2), (2, 3)] * 3:
        seen = [piece.columns(Room()).step.tolist() for piece in one.pieces(Selection(), lens.narrowed(*codes), None)]
        again = Reading(journal(LOG, buckets=4)).pieces(Selection(), lens.narrowed(*codes), None)
        assert seen == [piece.columns(Room()).step.tolist() for piece in again]
        assert one._bytes <= allowed


def test_what_is_still_asked_for_is_not_driven_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "KEPT_BYTES", 100)
    one, made = Reading(journal(LOG)), list[int]()

    def asked(number: int) -> None:
        def make() -> NDArray[np.int64]:
            made.append(number)
            return np.zeros(5, np.int64)

        one._keep(number, make)

    for _ in range(5):
        for number in range(3):
            asked(number)
    assert made == [0, 1, 2, 2, 2, 2, 2]
    for _ in range(9):
        asked(3)
    assert made.count(3) < 9


@dataclass(frozen=True)
class LateBucket(MemoryBucket):
    """A bucket some of whose rows lie elsewhere, as the log's own do after an append."""

    mixed: Mixed
    is_mixed: bool = True

    def part(self, name: str, first: int, room: NDArray[Any]) -> NDArray[Any]:
        return self.mixed.part(name, first, room)


def late(bucket: MemoryBucket, came: NDArray[np.bool_]) -> LateBucket:
    """The same bucket, as if the rows of `came` had come late."""
    columns = {name: getattr(bucket, name) for name in COLUMNS if hasattr(bucket, name)}
    rows = np.flatnonzero(came)
    base = {name: column[~came] for name, column in columns.items()}
    mixed = Mixed(
        base, {**{name: column[came] for name, column in columns.items()}, "place": rows - np.arange(len(rows))}
    )
    return LateBucket(**vars(bucket), mixed=mixed)


@given(data=st.data(), log=journeys(), channels=st.sampled_from([(), ("web",)]), seen=st.booleans())
def test_pieces_with_late_rows_are_those_of_one_file(
    data: st.DataObject, log: list[list[Event]], channels: tuple[str, ...], seen: bool
) -> None:
    whole = journal(log)
    [bucket] = whole.buckets
    came = np.array(
        data.draw(st.lists(st.booleans(), min_size=len(bucket.event), max_size=len(bucket.event))), np.bool_
    )
    lens = every_event(WORDS).narrowed(1, 0) if seen else None
    read, room = data.draw(st.sets(st.sampled_from(sorted(EVERY)))), Room()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "EVENTS_PER_PIECE", data.draw(st.integers(1, 9)))
        of_file, mixed = (
            Reading(each).pieces(Selection(channels=channels), lens, None, reads=frozenset(read))
            for each in (whole, replace(whole, buckets=(late(bucket, came),)))
        )
    for one, other in zip(of_file, mixed, strict=True):
        assert one.offsets.tolist() == other.offsets.tolist()
        told: Any = zip(one.columns(Room()), other.columns(room), strict=True)
        assert all(a.tolist() == b.tolist() and a.dtype == b.dtype and not b.flags.writeable for a, b in told)

"""What an executor keeps nearby is what stands on the shelf, decoded once, and no more of it than it may keep."""

from __future__ import annotations

import resource
from pathlib import Path

import numpy as np
import pytest

from tests.engines.executors import Executors
from tests.folds.journals import MemoryJournal, journal, told
from wend.engines import near as nearby
from wend.engines.near import Near
from wend.engines.shelf import Shelf, put_out
from wend.folds import reach
from wend.folds.reach import REACH
from wend.log import postings

LOG = [told("acccb"), told(""), told("ccccc"), told("cab"), told(""), told("")]
PLENTY = 1 << 20


@pytest.fixture
def whole() -> MemoryJournal:
    return journal(LOG, buckets=1)


@pytest.fixture
def shelf(tmp_path: Path, whole: MemoryJournal) -> Shelf:
    made = Shelf(str(tmp_path / "shelf"))
    put_out(made, whole.buckets, ["1-x"], 1)
    return made


def test_customers_without_events_have_their_place(
    tmp_path: Path, shelf: Shelf, whole: MemoryJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket, (file,) = whole.buckets[0], shelf.names()
    for rows in (1, 2, 3, 99):
        monkeypatch.setattr(nearby, "ROWS", rows)
        people = len(bucket.offsets) - 1
        kept = Near(tmp_path / str(rows), shelf, PLENTY).arrays(file, people, ["event", "occurred_at"], lists=True)
        assert kept is not None
        for name in ("offsets", "event", "occurred_at"):
            assert kept[name].tolist() == getattr(bucket, name).tolist()
        for name, array in postings.postings(bucket.event, bucket.occurred_at).items():
            assert kept[name].tolist() == array.tolist()


def test_what_is_nearby_is_not_read_again(tmp_path: Path, shelf: Shelf) -> None:
    (file,) = shelf.names()
    first = Near(tmp_path / "room", shelf, PLENTY).arrays(file, len(LOG), ["event"], lists=False)
    shelf.drop([file])
    again = Near(tmp_path / "room", shelf, PLENTY).arrays(file, len(LOG), ["event"], lists=False)
    assert first is not None
    assert again is not None
    assert again["event"].tolist() == first["event"].tolist()
    assert Near(tmp_path / "room", shelf, PLENTY).arrays(file, len(LOG), ["amount"], lists=False) is None


def test_what_is_old_goes_and_other_shelves_stay(tmp_path: Path, shelf: Shelf) -> None:
    (file,), other = shelf.names(), Shelf(str(tmp_path / "other"))
    put_out(other, journal(LOG, buckets=1).buckets, ["1-x"], 1)
    for each in (shelf, other):
        assert Near(tmp_path / "room", each, PLENTY).arrays(file, len(LOG), ["event"], lists=False)
    Near(tmp_path / "room", shelf, PLENTY).forget_all_but(["00000-2-y.parquet"])
    assert len([path for path in (tmp_path / "room").rglob("*") if path.is_file()]) == 2
    shelf.drop([file])
    assert Near(tmp_path / "room", shelf, PLENTY).arrays(file, len(LOG), ["event"], lists=False) is None


def test_a_full_room_takes_nothing_more(tmp_path: Path, shelf: Shelf) -> None:
    (file,) = shelf.names()
    assert Near(tmp_path / "room", shelf, 1).arrays(file, len(LOG), ["event"], lists=False) is not None
    assert Near(tmp_path / "room", shelf, 1).arrays(file, len(LOG), ["amount"], lists=False) is None
    assert Near(tmp_path / "room", shelf, 1).arrays(file, len(LOG), ["event"], lists=False) is not None


def test_what_could_not_be_written_to_its_end_leaves_nothing(tmp_path: Path, shelf: Shelf) -> None:
    (file,), (soft, hard) = shelf.names(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, hard))  # as good as a full disk, in the middle of a file
    try:
        found = Near(tmp_path / "room", shelf, PLENTY).arrays(file, len(LOG), ["event", "occurred_at"], lists=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert found is None
    assert [path.name for path in (tmp_path / "room").rglob("*") if path.is_file()] == []


def test_an_executor_keeps_the_newest_version_alone(tmp_path: Path) -> None:
    for version in "123":
        asked = Executors(journal(LOG, 2, version=version), tmp_path / "shelf", near=PLENTY)
        asked.answer(REACH, reach.params(4))
    kept = {path.name[:9] for path in asked.room.rglob("*.parquet.*")}
    assert kept == {"00000-1-3", "00001-1-3"}
    assert np.isin(["00000-1-3.parquet.offsets"], [path.name for path in asked.room.rglob("*")]).all()

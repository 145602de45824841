"""Who was erased: hashes that only the key can make, asked in any spelling, at no cost where nobody was."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from wend.customers.privacy.repository import TREATED
from wend.kit.ids import CountingIds
from wend.people import erasing, traces
from wend.people.erasing import Forgotten, KeyLost, Marker
from wend.store.facade import Store, tables

EMAIL, PHONE = "email:lan@shop.vn", "phone:+84903718264"
identifiers = st.sampled_from([EMAIL, PHONE, "customer:17", "customer:KH-0001", "device:d-1", "email:minh@shop.vn"])


@pytest.fixture
def store(data_dir: Path, clock: object) -> Store:
    return Store.open(data_dir, clock)  # type: ignore[arg-type]  # the fixture's clock


def forget(store: Store, *who: str) -> int:
    with store.work("main") as work:
        return erasing.forget(work, who, CountingIds())


def erased(store: Store, *who: str) -> set[str]:
    with store.reading("main") as reading:
        return erasing.is_erased(reading, who)


def test_only_who_was_erased_is_erased(store: Store) -> None:
    assert erased(store, EMAIL) == set()
    assert forget(store, EMAIL, PHONE) == 2
    assert forget(store, EMAIL) == 0
    assert erased(store, EMAIL, PHONE, "email:minh@shop.vn") == {EMAIL, PHONE}
    with store.work("main") as work:
        assert erasing.remember(work, [EMAIL, "customer:404"]) == 1
    assert erased(store, EMAIL, PHONE) == {PHONE}


def test_the_answer_holds_until_the_transaction_ends(store: Store) -> None:
    forget(store, EMAIL)
    with store.work("main") as work:
        assert erasing.is_erased(work, [EMAIL]) == {EMAIL}


def test_the_key_lies_beside_the_database_for_our_eyes_only(store: Store) -> None:
    forget(store, EMAIL)
    key = store.folder("main") / erasing.KEY_FILE
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_bytes() not in b"".join(path.read_bytes() for path in store.data.glob("wend.db*"))


def test_without_its_key_nothing_is_taken_in(store: Store) -> None:
    forget(store, EMAIL)
    (store.folder("main") / erasing.KEY_FILE).unlink()
    with pytest.raises(KeyLost):
        erased(store, PHONE)
    with pytest.raises(KeyLost):
        forget(store, PHONE)


def test_another_workspace_forgets_for_itself(store: Store) -> None:
    forget(store, EMAIL)
    with store.reading("other") as reading:
        assert erasing.is_erased(reading, [EMAIL]) == set()
        assert erasing.forgotten(reading) is None


@given(st.sets(identifiers), st.sets(identifiers), st.binary(min_size=32, max_size=32))
def test_marks_tell_exactly_who(gone: set[str], asked: set[str], key: bytes) -> None:
    marker = Marker(key)
    everybody = Forgotten(marker, frozenset(map(marker.mark, gone)))
    assert everybody.among(asked) == gone & asked
    assert len({marker.mark(each) for each in asked} | {marker.name(each).encode() for each in asked}) == 2 * len(asked)


@pytest.mark.parametrize(
    ("row", "speaks"),
    [
        ('{"contact": "Lan <LAN@shop.vn>; 09h"}', True),
        ('{"tel": "84 903 718 264", "n": 1}', True),
        ('{"deep": [{"tel": "(0903) 718-264"}]}', True),
        ("a;b;0903718264;c", True),
        ('{"id": "KH-0001"}', True),
        ('{"id": "kh-00011", "mail": "xlan@shop.vn", "tel": "0903718265"}', False),
        ('{"quantity": "17"}', False),
        ("{}", False),
    ],
)
def test_rows_nobody_understood_are_asked_in_every_spelling(row: str, *, speaks: bool) -> None:
    marker = Marker(b"k" * 32)
    gone = (EMAIL, PHONE, "customer:KH-0001", "customer:17")
    assert Forgotten(marker, frozenset(map(marker.mark, gone))).is_named_in(row) is speaks


@pytest.mark.parametrize(
    ("subject", "others", "about"),
    [
        (EMAIL, (), True),
        ("customer:2", (EMAIL,), True),
        ("device:d-1", (), True),
        ("customer:2", ("device:d-1",), False),
        ("customer:2", ("email:minh@shop.vn",), False),
    ],
)
def test_a_device_alone_may_be_somebody_elses(subject: str, others: tuple[str, ...], *, about: bool) -> None:
    assert erasing.is_about({EMAIL, "device:d-1"}, subject, others) is about


@pytest.mark.parametrize(
    "spelling",
    [
        "0903718264",
        "0903 718 264",
        "0903.718.264",
        "+84 903 718 264",
        "84903718264",
        "0084903718264",
        "+84 (0)903718264",
    ],
)
def test_a_number_is_found_however_it_is_written(spelling: str) -> None:
    pattern = traces.pattern_of([PHONE])
    assert traces.blanked(f"gọi {spelling} nhé", pattern) in ("gọi █ nhé", "gọi (█ nhé")
    assert not traces.is_in(f"1{spelling.replace('+', '')}9", pattern)


@given(st.text(max_size=60))
def test_a_text_without_traces_stays_as_it_is(text: str) -> None:
    pattern = traces.pattern_of(["customer:17", "email:nobody-at-all@example.vn"], ["too short"[:3]])
    assert traces.blanked(text, pattern) == text
    assert traces.blanked_document(text, pattern) == text


def test_every_table_says_what_an_erasure_does_to_it() -> None:
    assert set(TREATED) == set(tables.workspaces.metadata.tables)

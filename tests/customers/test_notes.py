"""Notes: kept with author and time, removed but not deleted, and never with a card's number in them."""

from __future__ import annotations

import pytest

from wend.bootstrap import open_workspace
from wend.customers import facade as customers
from wend.customers.notes.masking import masked
from wend.customers.notes.writing import EmptyNote, ErasedPerson, UnknownNote
from wend.kit.clock import FixedClock, epoch_seconds
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.people import erasing
from wend.workspaces.facade import Workspace, audit_entries

LAN = "customer:KH00017"


@pytest.fixture
def shop(data_dir: object, clock: FixedClock) -> Workspace:
    return open_workspace(Settings(data=data_dir), clock, CountingIds())  # type: ignore[arg-type]  # a Path


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("trả bằng thẻ 4111-1111-1111-1111 nhé", "trả bằng thẻ ••••••••••••1111 nhé", ("card",)),
        ("thẻ 378282246310005", "thẻ •••••••••••0005", ("card",)),
        ("CCCD 001 099 012 345", "CCCD ••••••••2345", ("id",)),
        ("số 079303012345 đã kiểm tra", "số ••••••••2345 đã kiểm tra", ("id",)),
        ("chứng minh nhân dân: 023456789", "chứng minh nhân dân: •••••6789", ("id",)),
        ("passport no. C1234567", "passport no. ••••4567", ("id",)),
        ("thẻ 4111111111111111, cccd 079303012345", "thẻ ••••••••••••1111, cccd ••••••••2345", ("card", "id")),
    ],
)
def test_cards_and_identity_papers_are_masked(text: str, shown: str, hidden: tuple[str, ...]) -> None:
    assert masked(text) == (shown, hidden)
    assert masked(shown) == (shown, ())


@pytest.mark.parametrize(
    "text",
    [
        "gọi lại 0903 718 264 trước 17:00",
        "+84 903 718 264",
        "đơn 123456789 giao chậm",
        "đơn 4111111111111112",
        "mã vạch 8934563138165",
        "0000000000000000",
        "1.250.000 đ ngày 2026-01-05",
        "999099012345",
    ],
)
def test_telephones_orders_and_money_stay_as_they_are(text: str) -> None:
    assert masked(text) == (text, ())


def test_a_note_has_its_author_its_time_and_its_flag(shop: Workspace, clock: FixedClock) -> None:
    note = customers.write_note(shop, LAN, "  thẻ 4111 1111 1111 1111 bị từ chối ", "ha")
    assert (note.by, note.at, note.hidden) == ("ha", epoch_seconds(clock.now()), ("card",))
    assert note.text == "thẻ ••••••••••••1111 bị từ chối"
    assert customers.notes(shop, LAN) == (note,)
    assert [entry.what for entry in audit_entries(shop)] == ["note.written"]


def test_a_removed_note_keeps_its_place(shop: Workspace) -> None:
    note = customers.write_note(shop, LAN, "khách thích giao buổi tối", "ha")
    gone = customers.remove_note(shop, note.id, "minh")
    assert (gone.text, gone.by, gone.removed_at) == ("", "ha", note.at)
    assert customers.remove_note(shop, note.id, "minh") == gone
    assert customers.notes(shop, LAN) == (gone,)
    assert [entry.what for entry in audit_entries(shop)] == ["note.removed", "note.written"]


def test_what_cannot_be_a_note_is_refused(shop: Workspace) -> None:
    for words in ("", "  \x00 ", "x" * 5_001):
        with pytest.raises(EmptyNote):
            customers.write_note(shop, LAN, words, "ha")
    with pytest.raises(UnknownNote):
        customers.remove_note(shop, "note_404", "ha")
    with shop.store.work(shop.name) as work:
        erasing.forget(work, [LAN], shop.ids)
    with pytest.raises(ErasedPerson):
        customers.write_note(shop, LAN, "còn nhớ chị ấy", "ha")

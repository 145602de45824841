"""Suggestions wait for a person; accepting joins and can be undone, dismissing is for good."""

from __future__ import annotations

from itertools import count

import pytest

from wend.people import facade as people, suggesting
from wend.people.suggesting import Known, UnknownSuggestion
from wend.store.facade import Store

pytest.importorskip("splink", reason="the extra [identity] is not installed")

LAN = Known(
    "customer:KH1", ("customer:KH1", "phone:+84393127455"), {"name": "Phạm Tuệ Uyên", "birth_date": "1990-03-12"}
)
UYEN = Known("device:d9", ("device:d9",), {"full_name": "Uyen Pham Tue", "dob": "12/03/1990", "phone": "0169 312 7455"})
OTHERS = [
    Known(f"customer:X{at}", (f"customer:X{at}",), {"name": name, "dob": f"19{60 + at}-01-{at + 1:02}"})
    for at, name in enumerate(("Lê Văn Hùng", "Trần Thị Mai", "Đỗ Minh Quân", "Võ Ngọc Hà", "Bùi Gia Bảo"))
]
NUMBERS = count()


@pytest.fixture
def workspace(store: Store) -> str:
    """A workspace with one suggestion in it."""
    name = f"suggesting{next(NUMBERS)}"
    with store.work(name) as work:
        assert suggesting.keep(work, suggesting.suggestions_among([LAN, UYEN, *OTHERS])) == 1
    return name


def test_who_is_probably_one_is_suggested_and_nobody_is_joined(store: Store, workspace: str) -> None:
    with store.reading(workspace) as reading:
        total, (found,) = suggesting.waiting(reading)
        assert (total, found.a, found.b) == (1, "customer:KH1", "device:d9")
        assert {"phone", "birth"} <= {each["what"] for each in found.findings}
        assert people.canonical(reading, ["device:d9"]) == {"device:d9": "device:d9"}


def test_accepting_joins_and_the_decision_can_be_taken_back(store: Store, workspace: str) -> None:
    with store.work(workspace) as work:
        number = suggesting.accept(work, "device:d9", "customer:KH1", "lan")
        assert people.canonical(work, ["device:d9"]) == {"device:d9": "customer:KH1"}
        assert [each.note for each in people.decisions_among(work, ["device:d9"])] == ["suggested"]
        people.revoke(work, number, "lan")
        assert people.canonical(work, ["device:d9"]) == {"device:d9": "device:d9"}
        assert suggesting.waiting(work) == (0, ())


def test_what_was_dismissed_is_not_suggested_again(store: Store, workspace: str) -> None:
    with store.work(workspace) as work:
        suggesting.dismiss(work, "customer:KH1", "device:d9")
        assert suggesting.keep(work, suggesting.suggestions_among([LAN, UYEN, *OTHERS])) == 0
        assert suggesting.waiting(work) == (0, ())
        with pytest.raises(UnknownSuggestion):
            suggesting.accept(work, "customer:KH1", "device:d9", "lan")


def test_many_are_accepted_from_a_weight_upwards(store: Store, workspace: str) -> None:
    with store.work(workspace) as work:
        assert suggesting.accept_from(work, 199.0, "lan") == 0
        assert suggesting.accept_from(work, 3.0, "lan") == 1
        assert suggesting.waiting(work) == (0, ())

"""One person's name, whatever keyboard, form and habit wrote it."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, strategies as st

from wend.identity.matching.letters import edits, folded, marked, telex_undone
from wend.identity.matching.names import full_name, given_and_family

FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
SYLLABLES = st.sampled_from(["Hương", "Thảo", "Đạt", "Phượng", "Quỳnh", "Nghĩa", "Lâm", "Uyên", "Ngọc", "Bảo"])


@given(st.lists(SYLLABLES, min_size=1, max_size=3), st.sampled_from(FORMS))
def test_composed_or_decomposed_is_one_name(own: list[str], form: Literal["NFC", "NFD"]) -> None:
    written = " ".join(["Nguyễn", *own])
    assert full_name(unicodedata.normalize(form, written)) == full_name(written)


@given(st.lists(SYLLABLES, min_size=2, max_size=3, unique=True))
def test_the_family_name_may_stand_last(own: list[str]) -> None:
    vietnamese, western = full_name(" ".join(["Nguyễn", *own])), full_name(" ".join([*own, "Nguyễn"]))
    assert vietnamese and western
    assert vietnamese.own == western.own
    assert vietnamese.of("given") == western.of("given")
    assert vietnamese.bag == western.bag


@given(st.text("abcdđê ", max_size=8), st.text("abcdđê ", max_size=8))
def test_edits_are_symmetric_and_zero_only_for_equals(a: str, b: str) -> None:
    assert edits(a, b) == edits(b, a)
    assert (edits(a, b) == 0) == (a == b)


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Anh Tuấn", "tuan"),
        ("Chị Thu Hà", "ha"),
        ("NGUYEN THI LAN", "lan"),
        ("Nguyeenx Thij Lan", "lan"),
        ("Hàm Thơ Thị Nguyễn", "tho"),
        ("H. Kim Loan", "loan"),
        ("Mr Robert Allen", "robert"),
        ("Allen, Robert", "robert"),
    ],
)
def test_who_is_called_what(written: str, called: str) -> None:
    name = full_name(written)
    assert name
    assert name.of("given") == called


@pytest.mark.parametrize("written", ["", "Khách lẻ", "unknown", "---", "12345"])
def test_nobody_has_no_name(written: str) -> None:
    assert full_name(written) is None


def test_telex_is_undone_only_where_it_spells_a_syllable() -> None:
    assert [telex_undone(word) for word in ("vawn", "thieenj", "luwowng", "hoangf")] == [
        "van",
        "thien",
        "luong",
        "hoang",
    ]
    assert [telex_undone(word) for word in ("smith", "minh", "berry", "lan")] == [None] * 4
    name = full_name("Brooke Burford")
    assert name
    assert name.bag == "brooke burford"


def test_the_tone_may_stand_on_either_vowel() -> None:
    assert marked("hoà") == marked("hòa")
    assert marked("thuý") != marked("thuỷ")
    assert folded("Ðình Đạt") == "dinh dat"


def test_told_columns_are_taken_at_their_word() -> None:
    name = given_and_family("Thu Hà", "Nguyễn")
    assert name
    assert (name.of("given"), name.of("middle"), name.of("family")) == ("ha", "thu", "nguyen")

"""Birth dates, phones, e-mails and addresses as the world writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from wend.identity.matching.births import Birth, agreement, birth
from wend.identity.matching.contacts import email, phone
from wend.identity.matching.places import place
from wend.identity.matching.provinces import PROVINCES, province
from wend.identity.matching.records import Columns, guessed, profile, told_apart

DAYS = st.dates(date(1900, 1, 1), date(2025, 12, 31))


@given(DAYS)
def test_every_way_of_writing_a_day_agrees_with_iso(day: date) -> None:
    iso = birth(day.isoformat())
    assert iso
    for written in (f"{day:%d/%m/%Y}", f"{day:%m-%d-%Y}", f"{day:%Y%m%d}", f"{day:%d.%m.%Y}", f"{day:%d %b %Y}"):
        other = birth(written)
        assert other
        assert agreement(iso, other) in ("same", "swapped")


@given(DAYS, DAYS)
def test_agreement_has_no_sides(one: date, other: date) -> None:
    a, b = Birth(one.year, one.month, one.day), Birth(other.year, other.month, other.day)
    assert agreement(a, b) == agreement(b, a)
    assert (agreement(a, b) == "same") == (a == b)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("1990-03-12", "1990", "year"),
        ("1990-03-12", "12/03/1990", "same"),
        ("1990-03-12", "1990-12-03", "swapped"),
        ("1990-03-12", "1990-03-17", "typo"),
        ("1948-02-25", "19482025", "typo"),
        ("1990-03-12", "1972-11-30", "other"),
    ],
)
def test_how_two_dates_agree(one: str, other: str, how: str) -> None:
    a, b = birth(one), birth(other)
    assert a and b
    assert agreement(a, b) == how


@pytest.mark.parametrize("written", ["", "hôm qua", "00/00/0000", "3.14", "99999999"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert birth(written) is None


def test_one_phone_in_all_its_spellings() -> None:
    spellings = ("0393127455", "+84 393 127 455", "84393127455", "0169 312 7455", "(+84) 393-127-455", "0393.127.455")
    assert {phone(each) for each in spellings} == {"393127455"}
    assert phone("0000000000") is None


def test_one_mailbox_in_all_its_spellings() -> None:
    assert {email(each) for each in ("Lan+shop@example.org", "lan@EXAMPLE.org", " lan@example.org ")} == {
        "lan@example.org"
    }
    assert email("cskh@shop.vn") is None


def test_63_provinces_became_34() -> None:
    assert len(set(PROVINCES.values())) == 34
    old = place(["12 Lê Lợi, Xã Tân Lập, Huyện Bắc Quang, Tỉnh Hà Giang"])
    new = place(["12 Le Loi, Xa Tan Lap", "Tuyên Quang"])
    assert old and new
    assert (old.number, old.province) == (new.number, new.province) == ("12", "tuyen quang")
    assert set(new.words) <= set(old.words)
    assert province("quan 1") is None


def test_roles_are_guessed_from_the_heading() -> None:
    found = guessed(["rec_id", "given_name", "surname", "date_of_birth", "suburb", "soc_sec_id", "cluster"])
    assert found == Columns(
        given=("given_name",), family=("surname",), birth=("date_of_birth",), address=("suburb",), other=("soc_sec_id",)
    )
    parts = told_apart(Columns(name=("surname", "given_name")))
    assert (parts.given, parts.family) == (("given_name",), ("surname",))


def test_three_columns_are_one_birth_date() -> None:
    row = {"by": "1949", "bm": "7", "bd": "22"}
    assert profile("1", row, Columns(birth=("by", "bm", "bd"))).births == (Birth(1949, 7, 22),)

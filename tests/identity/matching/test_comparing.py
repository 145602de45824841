"""Who is judged one person, and above all who is not: relatives, twins, namesakes."""

from __future__ import annotations

import pytest

from wend.identity.matching.comparing import Model, compare, prior_odds
from wend.identity.matching.findings import Verdict
from wend.identity.matching.reasons import reason
from wend.identity.matching.records import Columns, Profile, profile
from wend.identity.matching.resolving import is_match
from wend.identity.matching.shares import Shares

COLUMNS = Columns(name=("name",), birth=("birth",), phone=("phone",), email=("email",), address=("address",))
HOME = "12 Lê Lợi, Phường Bến Nghé, Quận 1, TP.HCM"
CROWD = [
    {"name": f"{family} {middle} {given}", "birth": f"{1950 + at % 50}-{at % 12 + 1:02}-{at % 28 + 1:02}"}
    for at, (family, middle, given) in enumerate(
        (f, m, g) for f in ("Nguyễn", "Trần", "Lê") for m in ("Thu", "Minh", "Ngọc", "Gia") for g in ("Hà", "Lan", "An")
    )
] * 5  # fmt: skip


def judged(a: dict[str, str], b: dict[str, str]) -> Verdict:
    """The verdict about two records among 180 strangers, each taken for a person of their own."""
    rows = [a, b, *CROWD]
    profiles: list[Profile] = [profile(str(at), row, COLUMNS) for at, row in enumerate(rows)]
    shares = Shares(profiles, {each.key: each.key for each in profiles})
    return compare(profiles[0], profiles[1], Model(shares, prior_odds(len(rows)), apart=True))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"name": "Nguyễn Thị Lan", "phone": "0393127455"}, {"name": "Lan Nguyen", "phone": "+84 169 312 7455"}),
        ({"name": "Anh Tuấn", "phone": "0393127455"}, {"name": "Đặng Văn Tuấn", "phone": "0393127455"}),
        ({"name": "Phạm Tuệ Uyên", "birth": "1990-03-12"}, {"name": "TUE UYEN PHAM", "birth": "12/03/1990"}),
        ({"name": "Tranf Thij Khuee", "birth": "1990-12-03"}, {"name": "Trần Thị Khuê", "birth": "1990-03-12"}),
        (
            {"name": "Vũ Hoài", "email": "hoai.vu+shop@example.org", "address": HOME},
            {"name": "Hoai Vu", "email": "HOAI.VU@example.org"},
        ),
    ],
)
def test_one_person_in_two_records(a: dict[str, str], b: dict[str, str]) -> None:
    assert is_match(judged(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"phone": "0393127455", "address": HOME}, {"phone": "0393127455", "address": HOME}),
        (
            {"name": "Trần Thị Hoa", "phone": "0393127455", "address": HOME},
            {"name": "Trần Thị Lan", "phone": "0393127455", "address": HOME},
        ),
        (
            {"name": "Trần Thị Hoa", "phone": "0393127455", "address": HOME, "birth": "1990-03-12"},
            {"name": "Trần Thị Huệ", "phone": "0393127455", "address": HOME, "birth": "1990-03-12"},
        ),
        (
            {"name": "Trần Minh", "phone": "0393127455", "address": HOME, "birth": "1960-03-12"},
            {"name": "Trần Minh", "phone": "0393127455", "address": HOME, "birth": "1991-11-30"},
        ),
        ({"name": "Nguyễn Thị Thu Hà"}, {"name": "Nguyễn Thị Thu Hà"}),
        ({"name": "Lê Nhật Minh"}, {"name": "Lê Minh Nhật"}),
    ],
    ids=["a shared phone alone", "sisters", "twins", "father and son", "namesakes", "names the other way round"],
)
def test_two_people_who_look_alike(a: dict[str, str], b: dict[str, str]) -> None:
    assert not is_match(judged(a, b))


def test_marks_that_differ_are_two_names_and_missing_marks_are_none() -> None:
    phone = {"phone": "0393127455"}
    sisters = judged({"name": "Lê Thị Thuý", **phone}, {"name": "Lê Thị Thuỷ", **phone})
    hurried = judged({"name": "Lê Thị Thuý", **phone}, {"name": "le thi thuy", **phone})
    assert sisters.weight + 3 < hurried.weight


def test_a_comparison_has_no_sides() -> None:
    for at, a in enumerate(CROWD[:12]):
        for b in CROWD[at:24]:
            assert judged(a, b).weight == pytest.approx(judged(b, a).weight)


def test_the_reason_is_said_in_both_languages() -> None:
    found = judged(
        {"name": "Phạm Tuệ Uyên", "birth": "1990-03-12", "phone": "0393127455"},
        {"name": "Pham Tue Uyen", "birth": "1990-12-03", "phone": "0393127455"},
    )
    for sentence in (
        "same phone",
        "given name matches without diacritics",
        "birth date with day and month swapped",
    ):
        assert sentence in reason(found.findings, "en")
    assert "trùng số điện thoại" in reason(found.findings, "vi")

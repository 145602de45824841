"""Made-up Vietnamese customers with known truth, in any number: for measuring the matching where no real set exists.

Its noise is its own, and not that of the set under `identity_vn_synthetic`.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass

Row = dict[str, str]

_SYLLABLES = tuple(
    [
        "An",
        "Anh",
        "Ánh",
        "Ân",
        "Bảo",
        "Bích",
        "Bình",
        "Cẩm",
        "Châu",
        "Chi",
        "Cúc",
        "Cường",
        "Dung",
        "Duy",
        "Dũng",
        "Dương",
        "Đan",
        "Đạt",
        "Đức",
        "Gia",
        "Giang",
        "Hà",
        "Hạnh",
        "Hân",
        "Hằng",
        "Hậu",
        "Hiền",
        "Hiếu",
        "Hoa",
        "Hoà",
        "Hoàn",
        "Hồng",
        "Huệ",
        "Hùng",
        "Huy",
        "Hương",
        "Hường",
        "Kha",
        "Khang",
        "Khánh",
        "Khoa",
        "Khôi",
        "Kiên",
        "Kiều",
        "Kim",
        "Lam",
        "Lan",
        "Lâm",
        "Liên",
        "Linh",
        "Loan",
        "Long",
        "Lộc",
        "Ly",
        "Mai",
        "Mạnh",
        "Minh",
        "My",
        "Nam",
        "Nga",
        "Ngân",
        "Nghĩa",
        "Ngọc",
        "Nguyên",
        "Nguyệt",
        "Nhã",
        "Nhàn",
        "Nhi",
        "Nhung",
        "Như",
        "Oanh",
        "Phong",
        "Phúc",
        "Phương",
        "Phượng",
        "Quân",
        "Quang",
        "Quốc",
        "Quỳnh",
        "Sơn",
        "Tài",
        "Tâm",
        "Tân",
        "Thảo",
        "Thành",
        "Thắng",
        "Thi",
        "Thiên",
        "Thiện",
        "Thịnh",
        "Thoa",
        "Thu",
        "Thuận",
        "Thuý",
        "Thuỳ",
        "Thư",
        "Thương",
        "Tiến",
        "Toàn",
        "Trâm",
        "Trang",
        "Trí",
        "Trinh",
        "Trọng",
        "Trúc",
        "Trung",
        "Tú",
        "Tuấn",
        "Tuệ",
        "Tùng",
        "Tuyền",
        "Tuyết",
        "Uyên",
        "Vân",
        "Vi",
        "Việt",
        "Vinh",
        "Vy",
        "Xuân",
        "Yến",
    ]  # quotes around each would fill the page
)
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_SHARES = (31, 11, 9, 7, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1)
_STREETS = ("Lê Lợi", "Trần Phú", "Nguyễn Trãi", "Quang Trung", "Hai Bà Trưng", "Lý Tự Trọng", "Phan Đình Phùng")
_AREAS = (
    ("Phường Bến Nghé, Quận 1, TP.HCM", "Phường Sài Gòn, Thành phố Hồ Chí Minh"),
    ("Xã Tân Lập, Huyện Bắc Quang, Hà Giang", "Xã Tân Lập, Tỉnh Tuyên Quang"),
    ("Phường Hải Châu 1, Quận Hải Châu, Đà Nẵng", "Phường Hải Châu, Thành phố Đà Nẵng"),
    ("Phường Dĩ An, Thành phố Dĩ An, Bình Dương", "Phường Dĩ An, Thành phố Hồ Chí Minh"),
)
_PREFIXES = {"39": "0169", "70": "0120", "83": "0123", "56": "0186"}


@dataclass(slots=True)
class Person:
    """Who somebody really is."""

    family: str
    own: str
    birth: tuple[int, int, int]
    phone: str
    email: str
    house: tuple[int, str, int]


def population(people: int, seed: int = 7) -> tuple[list[Row], dict[str, str]]:
    """Records of so many people, about two and a half each, and the person of each record."""
    chance = random.Random(seed)
    known: list[Person] = []
    for number in range(people):
        relative = known[-1] if known and chance.random() < 0.2 else None
        known.append(_person(chance, number, relative))
    rows: list[Row] = []
    truth: dict[str, str] = {}
    for number, person in enumerate(known):
        for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 5))):
            key = f"r{len(rows)}"
            rows.append({"id": key, **_record(chance, person)})
            truth[key] = f"p{number}"
    return rows, truth


def _person(chance: random.Random, number: int, relative: Person | None) -> Person:
    family = relative.family if relative else chance.choices(_SURNAMES, _SHARES)[0]
    own = " ".join(chance.sample(_SYLLABLES, 2))
    birth = (chance.randint(1950, 2006), chance.randint(1, 12), chance.randint(1, 28))
    shares_phone = relative is not None and chance.random() < 0.5
    phone = relative.phone if relative and shares_phone else f"{chance.choice((39, 70, 83, 56, 90))}{number:07d}"
    house = relative.house if relative else (chance.randint(1, 400), chance.choice(_STREETS), chance.randrange(4))
    name = _plain(own).lower().replace(" ", "")
    return Person(family, own, birth, phone, f"{name}{birth[0] % 100:02}{number % 97}@example.vn", house)


def _record(chance: random.Random, person: Person) -> Row:
    year, month, day = person.birth
    phone = f"0{person.phone}"
    if person.phone[:2] in _PREFIXES and chance.random() < 0.2:
        phone = _PREFIXES[person.phone[:2]] + person.phone[2:]
    number, street, area = person.house
    dates = (f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}", f"{month}/{day}/{year}", str(year))
    return {
        "name": _name(chance, person),
        "birth": chance.choices(dates, (5, 4, 1, 1))[0] if chance.random() < 0.4 else "",
        "phone": chance.choice((phone, "+84 " + phone[1:])) if chance.random() < 0.7 else "",
        "email": chance.choice((person.email, person.email.upper())) if chance.random() < 0.5 else "",
        "address": f"{number} {street}, {chance.choice(_AREAS[area])}" if chance.random() < 0.4 else "",
    }


def _name(chance: random.Random, person: Person) -> str:
    middle = chance.choice(("", "Thị ", "Văn ")) if chance.random() < 0.2 else ""
    whole = chance.choices(
        (f"{person.family} {middle}{person.own}", f"{person.own} {person.family}", person.own.split()[-1]), (8, 1, 0.5)
    )[0]
    if chance.random() < 0.3:
        whole = _plain(whole)
    if chance.random() < 0.2:
        whole = whole.upper()
    return unicodedata.normalize("NFD", whole) if chance.random() < 0.2 else whole


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))

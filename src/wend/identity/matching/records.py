"""What a matcher is told about a record, and the profile it compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields as dataclass_fields

from wend.identity.matching import births, contacts
from wend.identity.matching.births import Birth
from wend.identity.matching.letters import folded
from wend.identity.matching.names import PersonName, full_name, given_and_family
from wend.identity.matching.places import Place, place

Row = Mapping[str, str]

_GUESSES: tuple[tuple[str, str], ...] = (
    ("email", r"e_?mail|mail|thu_dien_tu"),
    ("phone", r"phone|mobile|tel|telephone|cell|sdt|so_dien_thoai|dien_thoai|di_dong"),
    ("birth", r"dob|birth|birth_?(?:date|day)|date_of_birth|ngay_sinh|nam_sinh|birth_year|year_of_birth|by|bm|bd"),
    ("given", r"given(?:_?names?)?|first_?names?|fore_?names?|fname(?:_c?1)?|ten"),
    ("family", r"family(?:_?names?)?|last_?names?|sur_?names?|lname(?:_c?1)?|ho"),
    ("name", r"name|full_?name|customer_?name|display_?name|ho_(?:va_)?ten|ten_khach(?:_hang)?|ho_ten"),
    (
        "address",
        r"addr(?:ess)?(?:_?\d)?|address_.*|street.*|house_number|suburb|city|town|postcode|post_?code|zip(?:_?code)?|"
        r"state|province|district|ward|dia_chi|tinh|quan|huyen|phuong|xa|tinh_thanh|thanh_pho",
    ),
    (
        "other",
        r"gender|sex|gioi_tinh|ssn|soc_sec_id|national_id|passport|cccd|cmnd|tax_?(?:id|code)|mst|zalo_id|device(?:_id)?",
    ),
)
_SNAKE = re.compile(r"[^a-z0-9]+")
_GENDERS = {"m": "m", "male": "m", "nam": "m", "f": "f", "female": "f", "nu": "f", "w": "f"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a file say what."""

    name: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    birth: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every column that is read."""
        return tuple(column for role in dataclass_fields(self) for column in getattr(self, role.name))


@dataclass(frozen=True, slots=True)
class Profile:
    """A record, ready to compare."""

    key: str
    name: PersonName | None = None
    births: tuple[Birth, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    place: Place | None = None
    others: tuple[tuple[str, str], ...] = field(default=())


def guessed(header: Iterable[str]) -> Columns:
    """The roles that column names give away. What no word gives away is not used.

    >>> found = guessed(["id", "Full Name", "DOB", "Số điện thoại", "cluster"])
    >>> found.name, found.birth, found.phone, found.other
    (('Full Name',), ('DOB',), ('Số điện thoại',), ())
    """
    found: dict[str, list[str]] = {}
    for column in header:
        plain = _SNAKE.sub("_", folded(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column))).strip("_")
        role = next((role for role, pattern in _GUESSES if re.fullmatch(pattern, plain)), None)
        if role:
            found.setdefault(role, []).append(column)
    return Columns(**{role: tuple(columns) for role, columns in found.items()})


def told_apart(columns: Columns) -> Columns:
    """Name columns that say "given" or "family" in their heading are taken at their word."""
    guess = guessed(columns.name)
    if len(columns.name) < 2 or not (guess.given and guess.family) or columns.given or columns.family:
        return columns
    rest = tuple(c for c in columns.name if c not in guess.given and c not in guess.family)
    kept = {role.name: getattr(columns, role.name) for role in dataclass_fields(columns)}
    return Columns(**{**kept, "name": (), "given": guess.given + rest, "family": guess.family})


def profile(key: str, row: Row, columns: Columns) -> Profile:
    """A row as a profile: everything normalised, what says nothing left out."""
    return Profile(
        key,
        _name(row, columns),
        _births(_said(row, columns.birth), row, columns.birth),
        tuple(dict.fromkeys(p for cell in _said(row, columns.phone) for p in _phones(cell))),
        tuple(dict.fromkeys(e for cell in _said(row, columns.email) for e in _emails(cell))),
        place(said) if (said := _said(row, columns.address)) else None,
        tuple((column, value) for column in columns.other if (value := _plain(row.get(column, "")))),
    )


def _said(row: Row, columns: Sequence[str]) -> list[str]:
    return [value for column in columns if (value := (row.get(column) or "").strip())]


def _name(row: Row, columns: Columns) -> PersonName | None:
    if columns.given or columns.family:
        given, family = " ".join(_said(row, columns.given)), " ".join(_said(row, columns.family))
        if columns.given and columns.family and (given or family):
            return given_and_family(given, family)
        told = given_and_family(given, family)
        return full_name(" ".join(_said(row, columns.name))) or told
    return full_name(" ".join(_said(row, columns.name)))


def _births(said: Sequence[str], row: Row, columns: Sequence[str]) -> tuple[Birth, ...]:
    """One date per field, or one date from three fields that hold year, month and day in some order."""
    if len(columns) == 3 and said and all(len(cell) <= 4 and cell.isdigit() for cell in said):
        cells = [(row.get(column) or "").strip() for column in columns]
        years = [cell for cell in cells if len(cell) == 4]
        rest = [cell for cell in cells if len(cell) != 4]
        if len(years) == 1:
            month, day = rest if cells[0] == years[0] else reversed(rest)
            found = births.of_parts(years[0], month, day)
            return (found,) if found else ()
    return tuple(dict.fromkeys(b for cell in said if (b := births.birth(cell))))


def _phones(cell: str) -> list[str]:
    return [found for part in re.split(r"[,;|]|\s/\s", cell) if (found := contacts.phone(part))]


def _emails(cell: str) -> list[str]:
    return [found for part in re.split(r"[,;|]", cell) if (found := contacts.email(part))]


def _plain(cell: str) -> str:
    value = " ".join(folded(cell).split())
    return _GENDERS.get(value, value)

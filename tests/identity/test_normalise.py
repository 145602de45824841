"""One spelling per identifier; placeholders name nobody."""

import pytest

from wend.identity.normalise import customer_number, email, normalised, phone


@pytest.mark.parametrize(
    "written",
    [
        "0903127455",
        "+84903127455",
        "84903127455",
        "0084903127455",
        "090 312 7455",
        "090.312.7455",
        "+84 (0)90-312-7455",
        "903127455",
    ],
)
def test_every_spelling_of_a_number_is_one_number(written: str) -> None:
    assert phone(written) == "+84903127455"


@pytest.mark.parametrize(
    ("old", "new"),
    [("01693127455", "+84393127455"), ("0120.312.7455", "+84703127455"), ("+841993127455", "+84593127455")],
)
def test_mobile_prefixes_of_before_2018_are_brought_up_to_date(old: str, new: str) -> None:
    assert phone(old) == new


@pytest.mark.parametrize("written", ["0000000000", "0999999999", "0123456789", "0912345678", "", "12", "abc", "0903"])
def test_placeholders_and_scraps_are_nobodys_number(written: str) -> None:
    assert phone(written) is None


def test_a_number_is_read_in_its_country() -> None:
    assert phone("(650) 253-0123", "US") == "+16502530123"
    assert phone("+44 20 7946 0018", "VN") == "+442079460018"


def test_landlines_keep_their_area() -> None:
    assert phone("028 3822 5678") == "+842838225678"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Lan@Shop.VN ", "lan@shop.vn"),
        ("lan+tag@shop.vn", "lan+tag@shop.vn"),
        ("a@b", None),
        ("test@gmail.com", None),
        ("x y@shop.vn", None),
        ("lan@example.com", None),
        ("lan@shop.vn\r\nBcc: x@y.vn", None),
        ("@shop.vn", None),
        ("a" * 300 + "@b.vn", None),
    ],
)
def test_addresses(written: str, address: str | None) -> None:
    assert email(written) == address


@pytest.mark.parametrize(
    "written", ["", "null", "undefined", "anonymous", "[object Object]", "{}", "Khách lẻ", "x" * 600]
)
def test_no_placeholder_is_a_customer(written: str) -> None:
    assert customer_number(written) is None


def test_a_decomposed_name_equals_its_composed_one() -> None:
    assert normalised("customer", "Hu\u0065\u0302\u0301") == normalised("customer", "Huế")


def test_customer_numbers_keep_their_case_and_zeros() -> None:
    assert customer_number(" 00Kh7 ") == "00Kh7"

"""Values that a till, a form or a developer writes when there is nobody to name. They never join two people."""

from __future__ import annotations

NOBODY = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        ".",
        "?",
        "null",
        "(null)",
        "\\n",
        "none",
        "nil",
        "nan",
        "na",
        "n/a",
        "#n/a",
        "#ref!",
        "undefined",
        "unknown",
        "anonymous",
        "anon",
        "guest",
        "visitor",
        "[object object]",
        "{}",
        "[]",
        "khách lẻ",
        "khach le",
        "khách vãng lai",
        "khach vang lai",
        "khách hàng lẻ",
        "không có",
        "khong co",
        "chưa có",
        "vô danh",
        "ẩn danh",
        "00000000-0000-0000-0000-000000000000",
        "00000000000000000000000000000000",
    }
)
"""Lower-case texts that stand for no customer number and no device."""

EMAIL_NAMES = frozenset(
    {
        "test",
        "testing",
        "noemail",
        "no-email",
        "no_email",
        "khongco",
        "khongcoemail",
        "none",
        "null",
        "na",
        "abc",
        "a",
        "aaa",
        "xxx",
        "asdf",
        "example",
        "guest",
        "anonymous",
    }
)
EMAIL_DOMAINS = frozenset(
    {
        "test.com",
        "example.com",
        "example.org",
        "example.net",
        "email.com",
        "domain.com",
        "abc.com",
        "a.com",
        "localhost",
        "none.com",
        "noemail.com",
    }
)
"""An address is a placeholder when its name or its domain is one of these. Reserved names of RFC 2606 are among them.
"""

_DIGIT_RUNS = ("0123456789", "1234567890", "9876543210", "0987654321")


def is_placeholder_number(digits: str) -> bool:
    """Whether a national phone number is typed to satisfy a form: one digit all over, or the keys in a row.

    >>> is_placeholder_number("0000000000"), is_placeholder_number("0999999999"), is_placeholder_number("0912345678")
    (True, True, True)
    >>> is_placeholder_number("0903127455")
    False
    """
    tail = digits.lstrip("0")
    if len(set(tail)) <= 1:
        return True
    return digits in _DIGIT_RUNS or any(digits[-8:] in run for run in _DIGIT_RUNS)

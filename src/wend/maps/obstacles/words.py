"""What an event's name gives away, in English and in Vietnamese without marks: promises, mishaps, what the company
does, ends that are only markers.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence

PROMISE = frozenset(
    ["expected", "promised", "promise", "due", "estimated", "estimate", "eta", "deadline", "hen", "dukien"]
)
MISHAP = frozenset(
    [
        "fail",
        "failed",
        "failure",
        "error",
        "declined",
        "rejected",
        "refused",
        "complaint",
        "complained",
        "complain",
        "return",
        "returned",
        "refund",
        "refunded",
        "cancelled",
        "canceled",
        "dispute",
        "disputed",
        "unavailable",
        "outofstock",
        "stockout",
        "broken",
        "damaged",
        "missing",
        "lost",
        "wrong",
        "bug",
        "crash",
        "crashed",
        "timeout",
        "expired",
        "bounced",
        "blocked",
        "escalated",
        "reopened",
        "unhappy",
        "incident",
        "outage",
        "loi",
        "thatbai",
        "khieunai",
        "phannan",
        "huy",
        "doitra",
        "hoantien",
        "tuchoi",
        "hong",
        "mat",
    ]
)
CONTACT = frozenset(
    [
        "call",
        "called",
        "phone",
        "hotline",
        "chat",
        "ticket",
        "support",
        "help",
        "contact",
        "contacted",
        "complaint",
        "service",
        "otp",
        "retry",
        "login",
        "goi",
        "tongdai",
        "hotro",
    ]
)
COMPANY = frozenset(
    [
        "shown",
        "displayed",
        "delivered",
        "shipped",
        "dispatched",
        "approved",
        "confirmed",
        "packed",
        "sent",
        "answered",
        "replied",
        "resolved",
        "arrived",
        "refunded",
        "activated",
        "installed",
        "assigned",
        "processed",
        "invoiced",
        "issued",
        "picked",
        "handed",
        "verified",
        "notified",
        "quoted",
        "charged",
        "closed",
        "giao",
        "gui",
        "duyet",
    ]
)
AFTERMATH = frozenset(["status", "result", "outcome", "reason", "stage", "resolution", "ketqua", "trangthai", "lydo"])
END = frozenset(
    [
        "lost",
        "churned",
        "churn",
        "left",
        "exit",
        "exited",
        "end",
        "ended",
        "session_end",
        "logout",
        "inactive",
        "dormant",
        "roibo",
        "ketthuc",
    ]
)
DELIVERY = frozenset(["delivered", "delivery", "arrived", "received", "giao", "giaohang", "nhanhang"])
FEE = frozenset(["fee", "fees", "price", "cost", "shipping", "phi", "gia"])
PAYMENT = frozenset(["payment", "pay", "paid", "checkout", "thanhtoan"])

_STEMS = 5
MOST_NAMES, LONGEST_NAME = 64, 40


def tokens(key: str) -> tuple[str, ...]:
    """The words of an event name, lower case, without Vietnamese marks."""
    plain = unicodedata.normalize("NFD", key.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return tuple(word for word in re.split(r"[^a-z0-9]+", spread.lower()) if word)


def _has(key: str, words: frozenset[str]) -> bool:
    found = tokens(key)
    pairs = {a + b for a, b in itertools.pairwise(found)}
    return bool(words & (set(found) | pairs))


def is_promise(key: str) -> bool:
    """A time that was promised: `order.delivery_expected`."""
    return _has(key, PROMISE)


def is_mishap(key: str) -> bool:
    """Something that should not have happened to the customer."""
    return _has(key, MISHAP)


def is_contact(key: str) -> bool:
    """The customer asks for help, or has to try again."""
    return _has(key, CONTACT) or is_mishap(key)


def is_by_company(key: str) -> bool:
    """Done or shown by the company."""
    return _has(key, COMPANY)


def is_end_marker(key: str) -> bool:
    """A mark that somebody set to say that the journey is over."""
    return _has(key, END)


def is_delivery(key: str) -> bool:
    """Something reached the customer."""
    return _has(key, DELIVERY)


def is_fee(key: str) -> bool:
    """A price or a fee."""
    return _has(key, FEE)


def is_payment(key: str) -> bool:
    """A step of paying."""
    return _has(key, PAYMENT)


def kinship(a: str, b: str) -> int:
    """How many words two names share by their first five letters: `delivery_expected` and `order.delivered` share
    one.
    """
    stems = [
        {word[:_STEMS] for word in tokens(key) if len(word) >= 4} - {word[:_STEMS] for word in PROMISE}
        for key in (a, b)
    ]
    return len(stems[0] & stems[1])


def is_aftermath(key: str) -> bool:
    """A property that was written when the story was over: a group made of it would explain the end by the end."""
    return _has(key, AFTERMATH)


def are_names(values: Sequence[str]) -> bool:
    """Values that can name groups: few of them, short, and mostly not numbers or dates."""
    numbers = sum(1 for value in values if re.fullmatch(r"[\d.,:/+ -]+", value))
    return 2 <= len(values) <= MOST_NAMES and max(map(len, values)) <= LONGEST_NAME and numbers <= len(values) / 2

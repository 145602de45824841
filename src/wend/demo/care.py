"""Calls to the call centre and messages on Zalo."""

from dataclasses import dataclass

import numpy as np

from wend.demo.chance import Generator, Ints, between, happens, stream, weighted
from wend.demo.orders import Orders
from wend.demo.people import People
from wend.demo.period import DAY, HOUR, MINUTE, NEVER, by_day, inside
from wend.demo.sessions import Sessions
from wend.demo.words import strings

CALLED_ON_TIME, CALLED_LATE = 0.04, 0.28  # planted: calls within seven days after the delivery
CHASED = 0.18  # of the late orders: a call while the parcel is still missing
ASKED = 0.012  # any visit online, with no other cause
CALL_REASONS = (
    "Hỏi sản phẩm", "Hỏi chi nhánh và giờ mở cửa", "Xin hoá đơn", "Hỏi đơn đang ở đâu", "Phàn nàn giao trễ",
    "Hỏi cách dùng", "Bảo hành", "Hỏi đổi trả",
)  # fmt: skip
_ANY, _CHASE, _LATE, _AFTER = (0, 1, 2), (3,), (4,), (5, 6, 7)
CALL_RESULTS = ("Đã giải quyết", "Hẹn gọi lại", "Chuyển bộ phận khác")
ZALO_KINDS = ("xac_nhan_don", "da_gui_hang", "khach_hoi")


@dataclass(frozen=True, slots=True)
class Calls:
    """One row per call, in the order of time."""

    person: Ints
    at: Ints
    reason: Ints
    waited_s: Ints
    lasted_s: Ints
    result: Ints
    staff: Ints

    def __len__(self) -> int:
        return len(self.person)


@dataclass(frozen=True, slots=True)
class Messages:
    """One row per Zalo message, in the order of time; notices have `seen`, questions have `answered`."""

    person: Ints
    at: Ints
    kind: Ints
    text: Ints
    seen: Ints
    answered: Ints

    def __len__(self) -> int:
        return len(self.person)


def invent_calls(seed: int, sessions: Sessions, orders: Orders) -> Calls:
    """Calls without cause, calls that chase a parcel, and calls after a delivery."""
    rng = stream(seed, "calls")
    asks = np.flatnonzero(sessions.known & happens(rng, ASKED, len(sessions)))
    came = orders.delivered != NEVER
    late = came & (orders.late == 1)
    chases = np.flatnonzero(late & happens(rng, CHASED, len(orders)))
    after_late = np.flatnonzero(late & happens(rng, CALLED_LATE, len(orders)))
    after = np.flatnonzero(came & (orders.late == 0) & happens(rng, CALLED_ON_TIME, len(orders)))
    share = rng.random(len(chases))
    missed_s = (share * (orders.delivered - orders.expected)[chases]).astype(np.int64)
    chased_at = np.minimum(by_day(rng, orders.expected[chases] + missed_s), orders.delivered[chases] - 10 * MINUTE)
    parts = [
        (sessions.person[asks], by_day(rng, sessions.at[asks] + between(rng, HOUR, 30 * HOUR, len(asks))), _ANY),
        (orders.person[chases], chased_at, _CHASE),
        (orders.person[after_late], _within_a_week(rng, orders.delivered[after_late]), _LATE),
        (orders.person[after], _within_a_week(rng, orders.delivered[after]), _AFTER),
    ]
    person = np.concatenate([part[0] for part in parts])
    at = inside(np.concatenate([part[1] for part in parts]))
    reason = np.concatenate([np.asarray(part[2])[rng.integers(0, len(part[2]), len(part[0]))] for part in parts])
    order = np.flatnonzero(at != NEVER)[np.argsort(at[at != NEVER], kind="stable")]
    size = len(order)
    return Calls(
        person=person[order],
        at=at[order],
        reason=reason[order],
        waited_s=rng.gamma(2, 35, size).astype(np.int64),
        lasted_s=45 + rng.gamma(2, 110, size).astype(np.int64),
        result=weighted(rng, [78, 12, 10], size),
        staff=rng.integers(0, len(strings("names", "staff")), size),
    )


def _within_a_week(rng: Generator, at: Ints) -> Ints:
    return by_day(rng, at + between(rng, HOUR, 6.3 * DAY, len(at)))


def invent_messages(seed: int, people: People, sessions: Sessions, orders: Orders) -> Messages:
    """Notices of the shop about orders, and questions of customers."""
    rng = stream(seed, "zalo")
    follows = people.reads_zalo[orders.person]
    confirmed = np.flatnonzero(follows & (orders.confirmed != NEVER))
    shipped = np.flatnonzero(follows & (orders.shipped != NEVER))
    asks = np.flatnonzero(sessions.known & people.reads_zalo[sessions.person] & happens(rng, 0.05, len(sessions)))
    person = np.r_[orders.person[confirmed], orders.person[shipped], sessions.person[asks]]
    asked_at = by_day(rng, sessions.at[asks] + between(rng, 40 * MINUTE, 9 * HOUR, len(asks)), 7, 23)
    at = inside(np.r_[orders.confirmed[confirmed] + MINUTE, orders.shipped[shipped] + MINUTE, asked_at])
    kind = np.repeat(np.arange(3), [len(confirmed), len(shipped), len(asks)])
    order = np.flatnonzero(at != NEVER)[np.argsort(at[at != NEVER], kind="stable")]
    person, at, kind = person[order], at[order], kind[order]
    size = len(order)
    seen = np.where((kind < 2) & happens(rng, 0.74, size), at + between(rng, MINUTE, 8 * HOUR, size), NEVER)
    answered = np.where((kind == 2) & happens(rng, 0.93, size), at + between(rng, 2 * MINUTE, 5 * HOUR, size), NEVER)
    text = np.where(kind == 2, rng.integers(0, len(strings("comments", "zalo_question")), size), kind)
    return Messages(person, at, kind, text, inside(seen), inside(answered))

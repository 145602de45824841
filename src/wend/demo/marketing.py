"""How people first hear of the shop, what brings them back, and the letters they get."""

from dataclasses import dataclass

import numpy as np

from wend.demo.chance import Ints, between, happens, stream, weighted
from wend.demo.people import People
from wend.demo.period import BEGINS_AT, DAY, DAYS, HOUR, NEVER, inside
from wend.demo.rhythm import Presence
from wend.demo.sessions import Sessions

# Where a visit comes from: (touch, network). The last one leaves no trace.
SOURCES = (
    ("ad_click", "facebook"), ("ad_click", "google"), ("ad_click", "tiktok"), ("search_click", "google"),
    ("search_click", "coccoc"), ("social_click", "facebook"), ("social_click", "tiktok"), ("social_click", "zalo"),
    ("", ""),
)  # fmt: skip
FIRST_WEIGHTS = [25, 14, 16, 15, 4, 7, 6, 3, 10]
LATER_WEIGHTS = [4, 2, 2, 2, 1, 1, 1, 1, 86]
PAID = 3  # the first three sources are paid for
DIRECT = len(SOURCES) - 1
TOUCHES = ("ad_impression", "ad_click", "search_click", "social_click")
NETWORKS = ("facebook", "google", "tiktok", "coccoc", "zalo")
CAMPAIGNS = ("nha-moi-don-ve", "bep-nha-may", "qua-tan-gia", "don-nha-cuoi-tuan")

LETTERS = (
    "Góc bếp tháng này của Nhà Mây", "Năm món nhỏ cho căn nhà chật", "Hàng mới về: gốm men lam",
    "Cuối tuần dọn nhà cùng Nhà Mây", "Quà tân gia dưới 500 nghìn", "Chăn ga mùa này dùng loại nào?",
)  # fmt: skip
SUNSET_DAYS = 90  # no letters to those who have been away longer than that


@dataclass(frozen=True, slots=True)
class Touches:
    """One row per impression or click, in the order of time; devices, not people, are what the networks see."""

    session: Ints
    at: Ints
    touch: Ints
    network: Ints
    campaign: Ints  # −1 where nothing was paid


@dataclass(frozen=True, slots=True)
class Letters:
    """One row per e-mail sent, in the order of time."""

    person: Ints
    subject: Ints
    sent: Ints
    opened: Ints
    clicked: Ints
    left: Ints  # unsubscribed


def invent_touches(seed: int, sessions: Sessions) -> Touches:
    """Clicks that led to a visit, and advertisements seen in the days before."""
    rng = stream(seed, "touches")
    size = len(sessions)
    first, later = weighted(rng, FIRST_WEIGHTS, size), weighted(rng, LATER_WEIGHTS, size)
    source = np.where(sessions.first, first, later)
    clicked = np.flatnonzero(source != DIRECT)
    paid = np.flatnonzero(source < PAID)
    seen = np.repeat(paid, rng.integers(0, 3, len(paid)))
    seen_at = sessions.at[seen] - between(rng, 2 * HOUR, 4 * DAY, len(seen))
    seen, seen_at = seen[seen_at >= BEGINS_AT], seen_at[seen_at >= BEGINS_AT]
    session = np.r_[clicked, seen]
    at = np.r_[sessions.at[clicked] - rng.integers(2, 9, len(clicked)), seen_at]
    touch_of = np.asarray([TOUCHES.index(touch) if touch else 0 for touch, _ in SOURCES])
    network_of = np.asarray([NETWORKS.index(network) if network else 0 for _, network in SOURCES])
    touch = np.r_[touch_of[source[clicked]], np.zeros(len(seen), dtype=np.int64)]
    campaign = np.where(source[session] < PAID, session * 7 % len(CAMPAIGNS), -1)
    order = np.argsort(at, kind="stable")
    return Touches(session[order], at[order], touch[order], network_of[source[session]][order], campaign[order])


def invent_letters(seed: int, people: People, joined: Ints, around: Presence) -> Letters:
    """A letter on the fifth day of every period of thirty days, to members who agreed and were here lately."""
    rng = stream(seed, "letters")
    parts = []
    for month in range(DAYS // 30):
        at = BEGINS_AT + (30 * month + 4) * DAY + 9 * HOUR
        gets = people.reads_mail & (joined != NEVER) & (joined < at) & around.lately(at, SUNSET_DAYS)
        who = np.flatnonzero(gets)
        parts.append((who, np.full(len(who), month % len(LETTERS)), at + np.arange(len(who)) // 20))  # 20 a second
    person, subject, sent = (np.concatenate([part[at] for part in parts]) for at in range(3))
    size = len(person)
    here = ~around.gone(person, sent)
    opens = here & happens(rng, 0.34, size)
    clicks = opens & happens(rng, 0.12, size)
    leaves = opens & ~clicks & happens(rng, 0.006, size)
    opened = np.where(opens, sent + between(rng, 120, 20 * HOUR, size), NEVER)
    clicked = np.where(clicks, opened + between(rng, 10, 300, size), NEVER)
    left = np.where(leaves, opened + between(rng, 10, 120, size), NEVER)
    return Letters(person, subject, sent, inside(opened), inside(clicked), inside(left))

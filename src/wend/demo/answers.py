"""What people answer when asked, and say of their own accord. Only the delivery rating has a planted cause."""

from dataclasses import dataclass

import numpy as np

from wend.demo.care import Calls
from wend.demo.chance import Flags, Generator, Ints, between, happens, stream, weighted
from wend.demo.counter import SALE, CounterVisits
from wend.demo.orders import Orders
from wend.demo.people import People
from wend.demo.period import BEGINS_AT, DAY, DAYS, HOUR, MINUTE, NEVER, by_day, inside
from wend.demo.rhythm import Presence
from wend.demo.words import plain, strings

SURVEYS = ("delivery", "checkout", "review", "call", "store", "nps")
DELIVERY, CHECKOUT, REVIEW, CALL, STORE, NPS = range(6)
# How often each score is given: index 0 is the lowest score of the scale.
STARS_ON_TIME = [2, 3, 8, 27, 60]  # mean 4.40
STARS_LATE = [28, 24, 22, 12, 14]  # mean 2.60
STARS_EXPECTED = [0, 1, 9, 48, 42]
SCORES = {
    CHECKOUT: [2, 5, 13, 38, 42],  # 1–5
    REVIEW: [3, 5, 11, 29, 52],  # stars
    CALL: [3, 4, 7, 13, 22, 28, 23],  # effort 1–7, 7 is easy
    STORE: [1, 3, 10, 34, 52],  # 1–5
    NPS: [2, 1, 2, 2, 3, 7, 8, 16, 22, 19, 18],  # 0–10
}
LOWEST = {DELIVERY: 1, CHECKOUT: 1, REVIEW: 1, CALL: 1, STORE: 1, NPS: 0}
GOOD_FROM = {DELIVERY: 4, CHECKOUT: 4, REVIEW: 4, CALL: 5, STORE: 4, NPS: 9}
BAD_TO = {DELIVERY: 2, CHECKOUT: 2, REVIEW: 2, CALL: 3, STORE: 2, NPS: 6}
TOPICS = {DELIVERY: "delivery", CHECKOUT: "checkout", REVIEW: "product", CALL: "call", STORE: "store", NPS: "nps"}
COMMENTED = 0.45
ASKED_EXPECTATION = 0.5
ASKED_WITHIN_DAYS = 60  # the recommendation question goes to those who were here lately
NO_SCORE = -1


@dataclass(frozen=True, slots=True)
class Answers:
    """One row per answer, in the order of time."""

    survey: Ints
    person: Ints
    at: Ints
    order: Ints  # row of the order it speaks about, −1 for none
    score: Ints
    expected: Ints  # NO_SCORE where it was not asked
    comment: list[str | None]

    def __len__(self) -> int:
        return len(self.person)


def invent_answers(
    seed: int, people: People, orders: Orders, calls: Calls, counter: CounterVisits, joined: Ints, around: Presence
) -> Answers:
    """Every answer of the six questionnaires."""
    rng = stream(seed, "answers")
    rows = _who_answers(rng, orders, calls, counter, joined, around)
    survey, person, order = (np.concatenate([row[at] for row in rows]) for at in (0, 1, 2))
    at = inside(np.concatenate([row[3] for row in rows]))
    turn = np.flatnonzero(at != NEVER)[np.argsort(at[at != NEVER], kind="stable")]
    survey, person, order, at = survey[turn], person[turn], order[turn], at[turn]
    late = (survey == DELIVERY) & np.isin(order, np.flatnonzero(orders.late))
    score = _scores(rng, survey, late)
    asked = np.isin(survey, (DELIVERY, CHECKOUT)) & happens(rng, ASKED_EXPECTATION, len(turn))
    expected = np.where(asked, 1 + weighted(rng, STARS_EXPECTED, len(turn)), NO_SCORE)
    comment = _comments(rng, survey, score, late, people.types_plain[person])
    return Answers(survey, person, at, order, score, expected, comment)


def _who_answers(
    rng: Generator, orders: Orders, calls: Calls, counter: CounterVisits, joined: Ints, around: Presence
) -> list[tuple[Ints, Ints, Ints, Ints]]:
    """(survey, person, order, moment) of everybody who answers, one entry per questionnaire."""
    came = orders.delivered != NEVER

    def of_orders(survey: int, which: Flags, at: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        row = np.flatnonzero(which)
        return np.full(len(row), survey), orders.person[row], row, at[row]

    size = len(orders)
    rows = [
        of_orders(
            DELIVERY,
            came & happens(rng, 0.36, size),
            by_day(rng, orders.delivered + between(rng, 2 * HOUR, 3 * DAY, size), 7, 23),
        ),
        of_orders(CHECKOUT, happens(rng, 0.12, size), orders.placed + between(rng, 20, 240, size)),
        of_orders(
            REVIEW,
            came & happens(rng, 0.10, size),
            by_day(rng, orders.delivered + between(rng, 5 * DAY, 20 * DAY, size), 7, 23),
        ),
    ]
    called = np.flatnonzero(happens(rng, 0.3, len(calls)))
    rows.append(
        _plain_row(CALL, calls.person[called], by_day(rng, calls.at[called] + between(rng, 600, DAY, len(called))))
    )
    bought = np.flatnonzero((counter.kind == SALE) & happens(rng, 0.10, len(counter)))
    rows.append(_plain_row(STORE, counter.person[bought], counter.at[bought] + between(rng, MINUTE, 600, len(bought))))
    for wave in range(DAYS // 90):
        at = BEGINS_AT + (90 * wave + 60) * DAY + 10 * HOUR
        asked = (joined != NEVER) & (joined < at) & around.lately(at, ASKED_WITHIN_DAYS)
        who = np.flatnonzero(asked & happens(rng, 0.11, len(joined)))
        who = who[~around.gone(who, at)]
        rows.append(_plain_row(NPS, who, by_day(rng, at + between(rng, HOUR, 5 * DAY, len(who)), 7, 23)))
    return rows


def _plain_row(survey: int, person: Ints, at: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    return np.full(len(person), survey), person, np.full(len(person), -1), at


def _scores(rng: Generator, survey: Ints, late: Flags) -> Ints:
    size = len(survey)
    score = np.where(late, weighted(rng, STARS_LATE, size), weighted(rng, STARS_ON_TIME, size)) + 1
    for kind, weights in SCORES.items():
        score = np.where(survey == kind, weighted(rng, weights, size) + LOWEST[kind], score)
    return score


def _comments(rng: Generator, survey: Ints, score: Ints, late: Flags, types_plain: Flags) -> list[str | None]:
    """A comment for some answers, that fits the mood, the topic and the way the person types."""
    writes, pick = happens(rng, COMMENTED, len(survey)), rng.random(len(survey))
    comments: list[str | None] = []
    for row in range(len(survey)):
        topic = _topic(int(survey[row]), int(score[row]), late=bool(late[row])) if writes[row] else None
        if topic is None:
            comments.append(None)
            continue
        texts = strings("comments", topic)
        text = texts[int(pick[row] * len(texts))]
        comments.append(plain(text) if types_plain[row] else text)
    return comments


def _topic(survey: int, score: int, *, late: bool) -> str | None:
    good, bad = score >= GOOD_FROM[survey], score <= BAD_TO[survey]
    if late:
        return None if good else "delivery_late"  # nobody praises the speed of a parcel that came late
    return f"{TOPICS[survey]}_{'good' if good else 'bad' if bad else 'ok'}"

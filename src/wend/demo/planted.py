"""The truths of one simulated shop: the planted sizes, and how many were hit."""

import numpy as np

from wend.demo import answers, care, clicks as click, orders, rhythm, sessions as session
from wend.demo.chance import Flags
from wend.demo.period import BEGINS_ON, ENDS_ON, NEVER
from wend.demo.shop import Shop
from wend.demo.truths import CheckoutFault, FeeShownLate, FileTruth, LateDeliveries, SlowingDown, Truths


def truths_of(shop: Shop, seed: int, files: tuple[FileTruth, ...]) -> Truths:
    """What was planted in this shop."""
    return Truths(
        seed=seed,
        people=len(shop.people),
        begins_on=BEGINS_ON,
        ends_on=ENDS_ON,
        late=_late(shop),
        fee=_fee(shop),
        fault=_fault(shop),
        slowing=_slowing(shop),
        files=files,
    )


def _mean(weights: list[int]) -> float:
    return float(np.average(np.arange(1, len(weights) + 1), weights=weights))


def _late(shop: Shop) -> LateDeliveries:
    came = shop.orders.delivered != NEVER
    late = came & (shop.orders.late == 1)
    return LateDeliveries(
        provinces=orders.LATE_PROVINCES,
        late_there=orders.LATE_THERE,
        late_elsewhere=orders.LATE_ELSEWHERE,
        stars_on_time=_mean(answers.STARS_ON_TIME),
        stars_late=_mean(answers.STARS_LATE),
        calls_on_time=care.CALLED_ON_TIME,
        calls_late=care.CALLED_LATE,
        chased=care.CHASED,
        repurchase_ratio=1 - orders.COOLED,
        repurchase_days=orders.COOL_DAYS,
        orders=int(came.sum()),
        late_orders=int(late.sum()),
        late_customers=len(np.unique(shop.orders.person[late])),
        since=BEGINS_ON,
        until=ENDS_ON,
    )


def _checkouts(shop: Shop) -> Flags:
    """Per session: a checkout was started."""
    started = np.zeros(len(shop.sessions), dtype=np.bool_)
    started[shop.clicks.session[shop.clicks.slot == click.CHECKOUT]] = True
    return started


def _fee(shop: Shop) -> FeeShownLate:
    checkouts = _checkouts(shop) & ~shop.sessions.app
    hit = checkouts & shop.sessions.fee_late
    return FeeShownLate(
        share=session.FEE_SHOWN_LATE,
        abandoned=session.ABANDONED,
        abandoned_fee_late=session.ABANDONED_FEE_LATE,
        checkouts=int(checkouts.sum()),
        hit_checkouts=int(hit.sum()),
        hit_customers=len(np.unique(shop.sessions.person[hit])),
        since=BEGINS_ON,
        until=ENDS_ON,
    )


def _fault(shop: Shop) -> CheckoutFault:
    stopped = _checkouts(shop) & shop.sessions.faulty
    hit = int(stopped.sum())
    usual = 1 - session.ABANDONED
    return CheckoutFault(
        place="app",
        platform=session.FAULT_PLATFORM,
        first_day=session.FAULT_FROM,
        last_day=session.FAULT_TO,
        converted=usual,
        converted_in_fault=session.CONVERTED_IN_FAULT,
        hit_checkouts=hit,
        hit_customers=len(np.unique(shop.sessions.person[stopped])),
        lost_orders=round(hit * (usual - session.CONVERTED_IN_FAULT)),
    )


def _slowing(shop: Shop) -> SlowingDown:
    names = [f"device:{shop.people.device[person]}" for person in shop.slowing.person]
    return SlowingDown(
        growth=rhythm.GAP_GROWTH,
        growing_gaps=rhythm.GROWING_GAPS,
        silent_days=rhythm.SILENT_DAYS,
        left=tuple(name for name, left in zip(names, shop.slowing.left, strict=True) if left),
        still_slowing=tuple(name for name, left in zip(names, shop.slowing.left, strict=True) if not left),
    )

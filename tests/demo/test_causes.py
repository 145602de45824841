"""The four planted causes, measured in the written files by plain counting, within what chance allows."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import mean, median

import pytest

from tests.demo.reading import Files, Row, instant, near, till_time

END = datetime(2026, 11, 1)  # noqa: DTZ001 - the files speak local time


def test_deliveries_are_late_in_two_provinces(shop: Files) -> None:
    truth = shop.truths.late
    for there, share in ((True, truth.late_there), (False, truth.late_elsewhere)):
        late = [shop.late(order) for order in shop.delivered if (order["province"] in truth.provinces) == there]
        assert near(sum(late), len(late), share)


def test_no_other_province_is_late(whole: Files) -> None:
    late = defaultdict(list)
    for order in whole.delivered:
        late[order["province"]].append(whole.late(order))
    for province in late.keys() - set(whole.truths.late.provinces):
        assert near(sum(late[province]), len(late[province]), whole.truths.late.late_elsewhere)


def test_late_orders_are_counted_in_the_truths(shop: Files) -> None:
    missing = len([order for order in shop.orders if order["delivered_at"] and not order["expected_by"]])
    assert shop.truths.late.orders == len(shop.delivered) + missing
    assert shop.truths.late.late_orders == sum(shop.late(order) for order in shop.delivered)


def test_lateness_costs_stars(shop: Files) -> None:
    late = {order["order_no"]: shop.late(order) for order in shop.delivered}
    stars = defaultdict(list)
    for row in shop.answers:
        if row["survey"] == "delivery" and row["order_no"] in late:
            stars[late[row["order_no"]]].append(int(row["score"]))
    for was_late, expected in ((True, shop.truths.late.stars_late), (False, shop.truths.late.stars_on_time)):
        assert mean(stars[was_late]) == pytest.approx(expected, abs=4 * 1.4 / len(stars[was_late]) ** 0.5)


def test_lateness_makes_people_call(shop: Files) -> None:
    calls = defaultdict(list)
    for at, phone, *_ in shop.calls[1:]:
        calls[phone.replace(" ", "")].append(at)
    share = _share_followed(shop, days=7, moments=lambda order: calls[order["phone"]])
    # a call may also have had another reason, and a few people wait until the end of the period
    assert share[True][0] == pytest.approx(shop.truths.late.calls_late, abs=0.02 + 4 * share[True][1])
    assert share[False][0] == pytest.approx(shop.truths.late.calls_on_time, abs=0.02 + 4 * share[False][1])


def test_lateness_halves_buying_again(whole: Files) -> None:
    bought = defaultdict(list)
    for order in whole.orders:
        bought[order["phone"]].append(instant(order["placed_at"]))
    for row in whole.counter:
        at = till_time(row["Ngày giờ"])
        if row["Loại"] == "Bán hàng" and at is not None:
            bought[row["Số điện thoại"]].append(at)
    share = _share_followed(whole, whole.truths.late.repurchase_days, lambda order: bought[order["phone"]])
    ratio = share[True][0] / share[False][0]
    assert ratio == pytest.approx(whole.truths.late.repurchase_ratio, abs=4 * share[True][1] / share[False][0])


def _share_followed(
    shop: Files, days: int, moments: Callable[[Row], list[datetime]]
) -> dict[bool, tuple[float, float]]:
    """For late and punctual orders: the share followed by something within `days`, and its standard error."""
    followed = defaultdict(list)
    for order in shop.delivered:
        came = instant(order["delivered_at"])
        if came + timedelta(days=days) <= END:
            within = any(came < at <= came + timedelta(days=days) for at in moments(order))
            followed[shop.late(order)].append(within)
    shares = {late: (mean(hits), len(hits)) for late, hits in followed.items()}
    return {late: (share, (share * (1 - share) / size) ** 0.5) for late, (share, size) in shares.items()}


def test_a_fee_shown_late_loses_checkouts(shop: Files) -> None:
    truth = shop.truths.fee
    web = [checkout for checkout in shop.checkouts if checkout.place == "web"]
    assert len(web) == truth.checkouts
    assert sum(not checkout.fee_known for checkout in web) == truth.hit_checkouts
    assert near(truth.hit_checkouts, truth.checkouts, truth.share)
    for known, share in ((True, truth.abandoned), (False, truth.abandoned_fee_late)):
        left = [not checkout.ordered for checkout in web if checkout.fee_known == known]
        assert near(sum(left), len(left), share)


def test_the_app_always_shows_the_fee_in_time(shop: Files) -> None:
    assert all(checkout.fee_known for checkout in shop.checkouts if checkout.place == "app")


def test_one_platform_cannot_pay_for_three_weeks(shop: Files) -> None:
    truth = shop.truths.fault
    app = [checkout for checkout in shop.checkouts if checkout.place == "app"]
    hit = [c.ordered for c in app if c.platform == truth.platform and truth.first_day <= c.day <= truth.last_day]
    assert len(hit) == truth.hit_checkouts
    assert near(sum(hit), len(hit), truth.converted_in_fault)
    spared = [
        c.ordered for c in app if not (c.platform == truth.platform and truth.first_day <= c.day <= truth.last_day)
    ]
    assert near(sum(spared), len(spared), truth.converted)


def test_the_other_platform_pays_in_those_weeks(whole: Files) -> None:
    truth = whole.truths.fault
    ios = [c.ordered for c in whole.checkouts
           if c.place == "app" and c.platform == "ios" and truth.first_day <= c.day <= truth.last_day]  # fmt: skip
    assert near(sum(ios), len(ios), truth.converted)


def _last_ratios(visits: list[datetime], gaps: int) -> list[float]:
    """How each of the last gaps compares with the one before it."""
    days = [(later - earlier).total_seconds() for earlier, later in pairwise(visits)][-gaps:]
    return [later / earlier for earlier, later in pairwise(days)]


def test_slowing_customers_slow_and_others_do_not(shop: Files) -> None:
    truth = shop.truths.slowing
    cohort = {shop.person(device) for device in truth.left + truth.still_slowing}
    slowing = [ratio for name in cohort for ratio in _last_ratios(shop.visits[name], truth.growing_gaps)]
    steady = [ratio for name, visits in shop.visits.items() if name not in cohort and len(visits) >= 8
              for ratio in _last_ratios(visits, truth.growing_gaps)]  # fmt: skip
    assert median(slowing) == pytest.approx(truth.growth, abs=0.05)
    assert median(steady) == pytest.approx(1.0, abs=0.08)


def test_those_who_left_stay_silent(shop: Files) -> None:
    truth = shop.truths.slowing
    left = [END - shop.visits[shop.person(device)][-1] for device in truth.left]
    still = [END - shop.visits[shop.person(device)][-1] for device in truth.still_slowing]
    assert min(left) >= timedelta(days=truth.silent_days)
    assert max(still) < timedelta(days=truth.silent_days)

"""A small shop whose answers can be counted on fingers, and the context to ask it."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.folds.journals import MemoryWords, journal, told
from wend.domain.names import Name
from wend.domain.stage import Stage, StageRule, StageSet
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.kit.clock import FixedClock
from wend.questions.context import Context, Plan

WORDS = MemoryWords(("page.seen", "cart.filled", "order.placed", "newsletter.sent"), ("", "web", "shop"))
CLOCK = FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC))
# a: page seen, b: cart filled, c: order placed, d: newsletter sent
STORIES = ("abc", "abbc", "ab", "a", "a5abc", "dd")
CITIES: list[str | None] = ["Huế", "Huế", "Hà Nội", None, "Hà Nội", "Huế"]


def _touchpoint(key: str, en: str, vi: str, event: str) -> Touchpoint:
    return Touchpoint(key, Name(en, vi), "web", EventRule((event,)))


TOUCHPOINTS = (
    _touchpoint("page", "Product page", "Trang sản phẩm", "page.seen"),
    _touchpoint("cart", "Cart", "Giỏ hàng", "cart.filled"),
    _touchpoint("order", "Order", "Đơn hàng", "order.placed"),
)
STAGES = StageSet(
    "short",
    Name("Short", "Ngắn"),
    (
        Stage("looking", Name("Looking", "Xem")),
        Stage("choosing", Name("Choosing", "Chọn"), (StageRule(("cart",)),)),
        Stage("buying", Name("Buying", "Mua"), (StageRule(("order",)),)),
    ),
    slowing_after_days=2,
    left_after_days=4,
)


def context(stories: tuple[str, ...] = STORIES, version: str = "1") -> Context:
    """The shop, asked now."""
    log = journal([told(s) for s in stories], 2, WORDS, {"city": CITIES[: len(stories)]}, version)
    plan = Plan(TOUCHPOINTS, (STAGES,), "short", "1")
    return Context(Machine(log, threads=2), plan, lens_of(TOUCHPOINTS, WORDS, "lens 1"))

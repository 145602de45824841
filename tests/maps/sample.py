"""A small map written by hand, for tests of what draws it."""

from __future__ import annotations

from wend.domain.names import Name
from wend.maps.model import (
    Behind,
    Feeling,
    FrequentStep,
    Interval,
    JourneyMap,
    MapStage,
    MapTouchpoint,
    Metric,
    Obstacle,
    Provenance,
    StageData,
    Trend,
)

_STAGES = (
    ("awareness", Name("Awareness", "Nhận thức"), 0.4, None),
    ("acquisition", Name("Acquisition", "Thu hút"), 0.9, 1.3),
    ("onboarding", Name("On-boarding", "Làm quen"), -1.1, 1.2),
    ("engagement", Name("Engagement", "Gắn kết"), 0.7, 1.1),
    ("retention", Name("Retention", "Giữ chân"), None, None),
    ("advocacy", Name("Advocacy", "Ủng hộ"), 1.5, 1.4),
)


def hand_made_map(hostile: str = "") -> JourneyMap:
    """Six stages, one obstacle, one stage without ratings; `hostile` text is put wherever data can bring text."""
    stages = tuple(_stage(index, key, name) for index, (key, name, _, _) in enumerate(_STAGES))
    feelings = tuple(_feeling(key, mean, expected) for key, _, mean, expected in _STAGES)
    touchpoints = tuple(_touchpoint(key, index, hostile) for key, _, _, _ in _STAGES for index in range(3))
    provenance = Provenance("map", 1785542400, 1793404800, 1793500000, "7")
    return JourneyMap(
        title=Name("First purchase online", "Mua sắm trực tuyến, lần đầu"),
        stage_set="relationship_6",
        customers=96_096,
        events=1_240_000,
        covered_share=0.82,
        channels=("web", "app", "zalo"),
        stages=stages,
        touchpoints=touchpoints,
        feelings=feelings,
        obstacles=(_late(hostile),),
        provenance=provenance,
    )


def _stage(index: int, key: str, name: Name) -> MapStage:
    customers = 96_096 // (index + 1)
    return MapStage(
        stage=key,
        name=name,
        customers=customers,
        here_now=customers // 2,
        slowing=customers // 10,
        left=customers // 5,
        next_share=None if index == 5 else Interval(0.436, 0.43, 0.442, customers, "wilson"),
        median_seconds=None if index == 5 else 86_400 * (index + 1),
        p90_seconds=None if index == 5 else 86_400 * 9,
        steps=(
            FrequentStep("product.viewed", Name("Looks at a product", "Xem trang sản phẩm và so giá"), 900, 0.61),
            FrequentStep("cart.filled", Name("Fills the cart", "Thêm vào giỏ hàng"), 400, 0.27),
        ),
        metrics=(
            Metric("next_share", Name("Goes on", "Sang bước sau"), "share", None, 0.436),
            Metric("csat", Name("CSAT", "CSAT"), "share", Interval(0.58, 0.57, 0.59, 900, "wilson"), 0.58),
        ),
        data=StageData(1.0, 0.4, 0.7, 0.1 if index else 0.0),
        behind=Behind("stage", key),
    )


def _feeling(stage: str, mean: float | None, expected: float | None) -> Feeling:
    experience = None if mean is None else Interval(mean, mean - 0.15, mean + 0.15, 3_377, "t")
    expectation = None if expected is None else Interval(expected, expected - 0.1, expected + 0.1, 512, "t")
    return Feeling(
        stage, "", experience, expectation, (10, 20, 30, 40, 50), weak=False, behind=Behind("feeling", stage)
    )


def _touchpoint(stage: str, index: int, hostile: str) -> MapTouchpoint:
    name = Name(f"Product page {hostile}".strip(), f"Trang sản phẩm khuyến mãi cuối tuần {hostile}".strip())
    channel = ("web", "zalo", "carrier pigeon")[index]
    return MapTouchpoint(
        *(f"{stage}.{index}", name, stage, channel, 40_100 - index, 20_000, 3_000),
        trend=Trend(1785542400, (3, 4, 5)),
        feeling=None,
        behind=Behind("touchpoint", f"{stage}.{index}", stage),
    )


def _late(hostile: str) -> Obstacle:
    return Obstacle(
        key="late:order.delivered",
        kind="late",
        title=Name(f"Delivery later than promised {hostile}".strip(), f"Giao trễ hơn hẹn {hostile}".strip()),
        stage="onboarding",
        touchpoint="onboarding.0",
        customers=1_534,
        at_risk=18_204,
        share=0.084,
        outcome="rating",
        effect=-1.78,
        low=-1.9,
        high=-1.66,
        p_adjusted=0.0001,
        tests=214,
        began=None,
        ended=None,
        group=hostile or "province = Nghệ An",
        weight=2730.0,
        comparisons=(),
        behind=Behind("obstacle", "late:order.delivered"),
    )

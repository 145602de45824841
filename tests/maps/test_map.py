"""A small shop whose map can be checked by hand: four customers, and what each number of the map is made of."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from tests.touchpoints.logs import START, Happening, fill, workspace_at
from wend.domain.selection import Selection
from wend.kit.clock import epoch_seconds
from wend.maps import facade as maps
from wend.maps.model import Behind, JourneyMap, MapStage, MapTouchpoint
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

DAY = 86_400


def _bought(who: str, at: float, rating: int, expectation: int) -> list[Happening]:
    return [
        Happening(who, "order.placed", at, "web", amount=100_000),
        Happening(who, "order.delivered", at + 2, "delivery"),
        Happening(who, "delivery.rated", at + 3, "zalo", rating, expectation, "order.delivered"),
    ]


JOURNEYS = [
    Happening("lan", "ad.clicked", 0, "ads"),
    Happening("lan", "cart.filled", 1, "web"),
    *_bought("lan", 2, 200, 100),
    Happening("lan", "order.placed", 50, "web", amount=300_000),
    Happening("minh", "ad.clicked", 0, "ads"),
    Happening("minh", "cart.filled", 3, "web"),
    Happening("minh", "cart.filled", 3.5, "web"),
    *_bought("minh", 4, 0, 100),
    Happening("hoa", "ad.clicked", 1, "ads"),
    Happening("hoa", "cart.filled", 2, "web"),
    Happening("an", "ad.clicked", 2, "ads"),
]
TRAITS = {"lan": {"province": "Huế"}, "minh": {"province": "Hà Nội"}, "hoa": {"province": "Huế"}}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = workspace_at(tmp_path_factory.mktemp("shop"), buckets=2)
    fill(workspace, JOURNEYS, TRAITS)
    return workspace


@pytest.fixture(scope="module")
def drawn(here: Workspace) -> JourneyMap:
    return maps.build_map(here, "relationship_6")


def stage(drawn: JourneyMap, key: str) -> MapStage:
    return next(stage for stage in drawn.stages if stage.stage == key)


def touchpoint(drawn: JourneyMap, key: str, in_stage: str) -> MapTouchpoint:
    return next(t for t in drawn.touchpoints if (t.touchpoint, t.stage) == (key, in_stage))


def test_customers_of_every_stage_and_where_they_stand(drawn: JourneyMap) -> None:
    assert [(s.stage, s.customers, s.here_now) for s in drawn.stages] == [
        ("awareness", 4, 1),
        ("acquisition", 3, 1),
        ("onboarding", 2, 0),
        ("engagement", 2, 1),
        ("retention", 1, 1),
        ("advocacy", 0, 0),
    ]
    assert (drawn.customers, drawn.events, drawn.covered_share) == (4, 15, 1.0)


def test_share_to_next_is_a_fraction_with_its_interval(drawn: JourneyMap) -> None:
    figure = stage(drawn, "awareness").next_share
    assert figure is not None
    assert (figure.value, figure.n, figure.method) == (float(Fraction(3, 4)), 4, "wilson")
    assert (figure.low, figure.high) == pytest.approx((0.3006, 0.9544), abs=5e-5)
    assert stage(drawn, "retention").next_share is None  # nothing leads on to advocacy here


def test_time_in_a_stage_runs_from_its_event_to_the_next_stages(drawn: JourneyMap) -> None:
    days = [1, 3, 1]  # from the advertisement to the cart
    assert stage(drawn, "awareness").median_seconds == pytest.approx(sorted(days)[1] * DAY, rel=0.016)
    assert stage(drawn, "awareness").p90_seconds == pytest.approx(2.6 * DAY, rel=0.016)


def test_touchpoints_count_events_customers_and_repeats(drawn: JourneyMap) -> None:
    cart = touchpoint(drawn, "cart_filled", "acquisition")
    assert (cart.channel, cart.events, cart.customers, cart.repeats) == ("web", 4, 3, 1)
    assert cart.trend.weekly == (4, 0, 0, 0, 0, 0, 0, 0)
    assert cart.trend.starts_at == epoch_seconds(START)


def test_a_rating_counts_where_the_customer_stood_and_what_it_speaks_about(drawn: JourneyMap) -> None:
    felt = [f for f in drawn.feelings if f.experience]
    assert [(f.stage, f.touchpoint) for f in felt] == [("onboarding", ""), ("onboarding", "order_delivered")]
    experience, expectation = felt[0].experience, felt[0].expectation
    assert experience is not None and expectation is not None
    assert (experience.value, experience.n, expectation.value) == (1.0, 2, 1.0)  # (2 + 0) / 2, (1 + 1) / 2
    assert (experience.low, experience.high) == (-2.0, 2.0)  # two answers far apart say nothing
    assert (felt[0].levels, felt[0].weak) == ((0, 0, 1, 0, 1), True)


def test_metrics_of_a_stage(drawn: JourneyMap) -> None:
    metrics = {metric.key: metric for metric in stage(drawn, "onboarding").metrics}
    assert (metrics["csat"].value, metrics["money_per_customer"].value) == (0.5, 100_000)
    assert metrics["repeat_purchase"].figure is not None
    assert (metrics["repeat_purchase"].value, metrics["repeat_purchase"].figure.n) == (0.5, 2)


def test_which_data_a_stage_has(drawn: JourneyMap) -> None:
    data = stage(drawn, "onboarding").data
    assert (data.behaviour, data.transactions, data.identity, data.feelings) == (1.0, 1.0, 1.0, 1.0)
    assert stage(drawn, "awareness").data.transactions == 0.0


def test_what_customers_do_is_what_they_begin_themselves(drawn: JourneyMap) -> None:
    assert [(s.key, s.share) for s in stage(drawn, "onboarding").steps] == [("order_placed", 1.0)]
    assert [s.key for s in stage(drawn, "awareness").steps] == ["ad_clicked"]  # the company's, for want of their own


@pytest.mark.parametrize(
    ("behind", "customers"),
    [
        (Behind("stage", "acquisition"), {"lan", "minh", "hoa"}),
        (Behind("touchpoint", "order_placed", "retention"), {"lan"}),
        (Behind("touchpoint", "order_placed"), {"lan", "minh"}),
        (Behind("step", "cart_filled", "acquisition"), {"lan", "minh", "hoa"}),
        (Behind("feeling", "", "onboarding"), {"lan", "minh"}),
        (Behind("feeling", "order_delivered", "onboarding"), {"lan", "minh"}),
        (Behind("transition", "awareness>acquisition"), {"lan", "minh", "hoa"}),
        (Behind("slowing", "awareness"), set()),
    ],
)
def test_every_number_opens_its_customers(here: Workspace, behind: Behind, customers: set[str]) -> None:
    found = maps.customers_behind(here, behind, "relationship_6")
    assert set(found) == {f"customer:{who}" for who in customers}


def test_pages_of_customers(here: Workspace) -> None:
    whole = maps.customers_behind(here, Behind("stage", "awareness"), "relationship_6")
    assert len(whole) == 4
    assert maps.customers_behind(here, Behind("stage", "awareness"), "relationship_6", offset=1, limit=2) == whole[1:3]


def test_a_number_that_no_map_shows_is_refused_in_words(here: Workspace) -> None:
    with pytest.raises(maps.NothingBehind, match="moon"):
        maps.customers_behind(here, Behind("stage", "moon"), "relationship_6")
    with pytest.raises(touchpoints.UnknownTouchpoint, match="cart_filled"):
        maps.customers_behind(here, Behind("touchpoint", "cart_fill"), "relationship_6")
    with pytest.raises(maps.UnknownObstacle):
        maps.evidence(here, "moon", "relationship_6")


@pytest.mark.parametrize(
    "selection",
    [
        Selection(traits=(("province", "Huế"),)),
        Selection(traits=(("province", "Huế"), ("province", "Hà Nội"))),
        Selection(channels=("web",)),
        Selection(from_at=epoch_seconds(START) + 3 * DAY),
        Selection(to_at=epoch_seconds(START) + 4 * DAY),
        Selection(traits=(("nothing", "x"),)),
    ],
)
def test_a_narrower_selection_never_has_more(here: Workspace, drawn: JourneyMap, selection: Selection) -> None:
    part = maps.build_map(here, "relationship_6", selection)
    assert part.customers <= drawn.customers and part.events <= drawn.events
    for few, many in zip(part.stages, drawn.stages, strict=True):
        assert few.customers <= many.customers
        assert few.next_share is None or 0 <= few.next_share.low <= few.next_share.value <= few.next_share.high <= 1
        assert all(0 <= share <= 1 for share in (few.data.behaviour, few.data.feelings, few.data.identity))


def test_the_trait_picker_picks_customers(here: Workspace) -> None:
    part = maps.build_map(here, "relationship_6", Selection(traits=(("province", "Huế"),)))
    assert [s.customers for s in part.stages] == [2, 2, 1, 1, 1, 0]


def test_the_map_says_where_its_numbers_come_from(here: Workspace, drawn: JourneyMap) -> None:
    came_from = drawn.provenance
    assert (came_from.question, came_from.from_at) == ("map", epoch_seconds(START))
    assert came_from.to_at == epoch_seconds(START) + 50 * DAY + 1
    assert came_from.log_version == here.log.journal().version
    assert came_from.computed_at == epoch_seconds(here.clock.now())


def test_an_empty_log_has_a_map_that_says_what_to_do(tmp_path: Path) -> None:
    empty = workspace_at(tmp_path)
    nothing = maps.build_map(empty)
    assert (nothing.customers, nothing.touchpoints, nothing.obstacles) == (0, (), ())
    assert "import" in nothing.title.en and "nhập" in nothing.title.vi
    assert [s.customers for s in nothing.stages] == [0] * len(nothing.stages)
    assert maps.overview(empty).movement == ()
    assert maps.customers_behind(empty, Behind("stage", nothing.stages[0].stage)) == ()


@pytest.mark.parametrize("form", ["json", "svg", "png", "pdf", "xlsx"])
def test_every_kind_of_file_can_be_written(drawn: JourneyMap, form: maps.FileForm) -> None:
    marks = {"json": b"{", "svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK"}
    assert maps.as_file(drawn, form, "vi").lstrip().startswith(marks[form])


def test_the_json_file_has_the_shape_that_scripts_rely_on(drawn: JourneyMap) -> None:
    document = json.loads(maps.as_file(drawn, "json", "vi"))
    assert {"question", "period", "as_of", "customers", "stages", "touchpoints", "feelings", "obstacles"} <= set(
        document
    )
    assert [(s["stage"], s["customers"]) for s in document["stages"]][:2] == [("awareness", 4), ("acquisition", 3)]
    assert {"touchpoint", "stage", "channel", "events", "customers"} <= set(document["touchpoints"][0])
    point = document["feelings"][0]
    assert (point["stage"], point["touchpoint"], point["mean"], point["n"]) == ("onboarding", None, 1.0, 2)
    assert document["stages"][0]["name"] == "Nhận thức"


def test_a_map_drawn_before_is_handed_out_again(here: Workspace, drawn: JourneyMap) -> None:
    assert maps.build_map(here, "relationship_6") is drawn


def test_the_overview_counts_stages_moves_and_months(here: Workspace) -> None:
    page = maps.overview(here, "relationship_6")
    assert [(s.stage, s.customers, s.share) for s in page.stages][:2] == [
        ("awareness", 1, 0.25),
        ("acquisition", 1, 0.25),
    ]
    moves = {(m.source, m.target): (m.customers, m.before) for m in page.movement}
    assert moves[("engagement", "retention")] == (1, 0)
    assert moves[("awareness", "acquisition")] == (0, 3)
    assert [(m.feeling.n if m.feeling else 0, m.weak) for m in page.feelings] == [(2, True), (0, True)]
    assert page.fresh_at == epoch_seconds(START) + 50 * DAY

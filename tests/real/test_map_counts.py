"""The published figures of the real data sets, read off the map that Wend draws without any configuration."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, parse_mapping, propose
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.maps import facade as maps
from wend.maps.model import Behind, JourneyMap
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

STATUS = "order_status"
DELIVERED = """
match = "olist_order_reviews*.csv*"
[customer]
customer = "customer_id"
[[join]]
file = "olist_orders_dataset.csv.gz"
on = { order_id = "order_id" }
take = ["customer_id", "order_status"]
[[event]]
name = "order.reviewed"
time = "review_answer_timestamp"
when = { column = "order_status", equals = "delivered" }
rating = { column = "review_score", scale = "stars5" }
about = "order.delivered"
"""


@pytest.fixture
def workspace(data_dir: Path, clock: FixedClock) -> Iterator[Workspace]:
    opened = open_workspace(Settings(data=data_dir), clock, CountingIds())
    yield opened
    opened.store.close()


def drawn(workspace: Workspace, paths: list[Path], toml: str = "") -> JourneyMap:
    mappings = [parse_mapping(toml)] if toml else [p.mapping for p in propose(paths) if p.mapping is not None]
    import_files(workspace, paths, mappings)
    return maps.build_map(workspace)


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_simple_shop_reaches_what_was_published(shared_data: Path, workspace: Workspace) -> None:
    shop = drawn(workspace, [shared_data / "clickstream_simple_shop" / "simple_shop.csv.gz"])
    assert (shop.stage_set, shop.customers, shop.events, shop.covered_share) == ("funnel_5", 3_751, 35_381, 1.0)
    assert [(s.stage, s.customers) for s in shop.stages if s.stage == "conversion"] == [("conversion", 653)]
    names = ("main", "catalog", "cart", "delivery_choice", "payment_choice", "payment_done", "lost")
    reached = [len(maps.customers_behind(workspace, Behind("touchpoint", name))) for name in names]
    assert reached == [2_385, 3_611, 1_924, 1_356, 958, 653, 3_098]
    assert sum(t.events for t in shop.touchpoints if t.touchpoint == "payment_done") == 706
    assert next(m.value for s in shop.stages for m in s.metrics if m.key == "repeat_purchase") == 48 / 653


def test_helpdesk_is_a_process_with_its_four_steps(shared_data: Path, workspace: Workspace) -> None:
    desk = drawn(workspace, [shared_data / "journey_helpdesk" / "helpdesk.csv.gz"])
    steps = ["assign_seriousness", "take_in_charge_ticket", "resolve_ticket", "closed"]
    assert (desk.stage_set, [s.stage for s in desk.stages]) == ("process", steps)
    closed = maps.customers_behind(workspace, Behind("stage", "closed"))
    assert (desk.customers, len(closed)) == (4_580, desk.stages[3].customers)


def test_the_marketplace_feels_what_was_measured(shared_data: Path, workspace: Workspace) -> None:
    market = drawn(workspace, sorted((shared_data / "olist_sample").glob("*.csv.gz")))
    assert (market.stage_set, market.customers) == ("relationship_6", 8_016)
    spoken = [f for f in market.feelings if not f.touchpoint and f.experience]
    answers = sum(f.experience.n for f in spoken if f.experience)
    total = sum(f.experience.value * f.experience.n for f in spoken if f.experience)
    satisfied = sum(sum(f.levels[3:]) for f in spoken)
    assert (answers, round(total / answers + 3, 3), round(100 * satisfied / answers, 1)) == (8_225, 3.272, 55.2)
    late = next(o for o in market.obstacles if o.kind == "late")
    assert (late.touchpoint, late.stage) == ("order_delivered", "onboarding")
    assert late.high < 0 and late.p_adjusted < 0.001


def test_delivered_orders_have_their_measured_score(shared_data: Path, workspace: Workspace) -> None:
    """The measured 4.136 is a mean over orders; here every review counts, as in the plain computation beside it."""
    folder = shared_data / "olist_sample"
    told = drawn(workspace, [folder / "olist_order_reviews_dataset.csv.gz"], DELIVERED)
    delivered = {row["order_id"] for row in rows(folder / "olist_orders_dataset.csv.gz") if row[STATUS] == "delivered"}
    reviews = rows(folder / "olist_order_reviews_dataset.csv.gz")
    scores = [int(row["review_score"]) for row in reviews if row["order_id"] in delivered]
    figures = [f.experience for f in told.feelings if f.experience and not f.touchpoint]
    assert sum(figure.n for figure in figures) == len(scores) == 5_240
    assert sum(f.value * f.n for f in figures) / len(scores) + 3 == pytest.approx(mean(scores), abs=1e-9)
    assert round(mean(scores), 2) == 4.14


def test_online_retail_has_only_purchases_and_stages_to_match(shared_data: Path, workspace: Workspace) -> None:
    shop = drawn(workspace, [shared_data / "online_retail" / "online_retail.parquet"])
    counts = {s.stage: s.customers for s in shop.stages}
    assert (counts["awareness"], counts["acquisition"], counts["onboarding"], counts["advocacy"]) == (0, 4_372, 0, 0)
    assert 0.6 < counts["engagement"] / counts["acquisition"] < 0.7  # published: 65.6 % buy again


def test_the_airport_survey_has_every_questions_mean_and_n(shared_data: Path, workspace: Workspace) -> None:
    path = shared_data / "sfo_survey" / "sfo_survey_2013_2017.csv.gz"
    survey = drawn(workspace, [path])
    assert [s.stage for s in survey.stages] == ["experience"]  # answers without an order in time
    assert [s.key for s in touchpoints.stage_sets(workspace)] == ["experience_1", "relationship_6", "funnel_5"]
    nps = next(metric for metric in survey.stages[0].metrics if metric.key == "nps")
    assert nps.figure is not None
    assert (round(nps.value, 1), nps.figure.n, nps.figure.method) == (39.8, 2_746, "adjusted-wald")
    answers: dict[str, list[int]] = defaultdict(list)
    for row in rows(path):
        for question, answer in row.items():
            if question.startswith("q_") and answer:
                answers[question.removeprefix("q_")].append(int(answer))
    assert len(answers) == 15
    felt = {f.touchpoint: f.experience for f in survey.feelings}
    for question, given in answers.items():
        figure = felt[f"survey_{question}_rated"]
        assert figure is not None
        assert figure.n == len(given)
        assert figure.value == pytest.approx(mean(given) - 3, abs=1e-9)
        assert figure.low < figure.value < figure.high

"""The reference table of 10,000 channel paths: exact Markov removal of order 1, and the rules of the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.questions.shop import CLOCK, context
from wend.questions.asking import ask

# channel: first, last, linear, Markov of order 1, removal effect, Shapley (None where it is not published)
REFERENCE: dict[str, tuple[float, float, float, float, float, float | None]] = {
    "alpha": (6308, 8447, 7574.72, 5344.95, 0.5584, 7628),
    "iota": (4606, 3355, 3857.10, 3884.61, 0.4058, 3505),
    "eta": (3164, 4167, 3539.95, 3340.85, 0.3490, 3614),
    "beta": (2831, 989, 2083.50, 2527.35, 0.2640, 1983),
    "theta": (1606, 653, 1022.80, 1971.91, 0.2060, 1191),
    "lambda": (902, 1207, 1035.26, 1282.85, 0.1340, None),
    "gamma": (165, 92, 121.04, 171.15, 0.0179, None),
    "epsilon": (99, 531, 272.17, 599.57, 0.0626, None),
    "kappa": (74, 230, 137.96, 274.36, 0.0287, None),
    "zeta": (27, 107, 136.55, 381.06, 0.0398, 200),
    "mi": (2, 2, 2.22, 1.72, 0.0002, None),
    "delta": (1, 5, 1.73, 4.61, 0.0005, 2.3),
}


@pytest.fixture(scope="module")
def paths(shared_data: Path) -> Path:
    return shared_data / "attribution_pathdata" / "path_data.csv.gz"


def told(paths: Path, **params: Any) -> dict[str, Any]:
    return ask(context(()), CLOCK, "contribution", {"paths": paths, **params}).to_json()


def test_the_reference_table_comes_out(paths: Path) -> None:
    answer = told(paths)
    assert answer["rate"]["value"] == pytest.approx(0.223845, abs=5e-7)
    assert {row["channel"] for row in answer["channels"]} == set(REFERENCE)
    for row in answer["channels"]:
        first, last, linear, chain, effect, shapley = REFERENCE[row["channel"]]
        assert (row["first"], row["last"]) == (first, last)
        assert (row["linear"], row["markov"]) == pytest.approx((linear, chain), abs=0.0051)
        assert row["removal_effect"] == pytest.approx(effect, abs=5.1e-5)
        assert shapley is None or row["shapley"] == pytest.approx(shapley, abs=0.51)


def test_intervals_are_as_wide_as_published(paths: Path) -> None:
    """Published at 90 %: alpha 5,299 to 5,398, iota 3,850 to 3,923; ours hold 95 %, so 1.96 / 1.645 as wide."""
    for channel, width in (("alpha", 5_398 - 5_299), ("iota", 3_923 - 3_850)):
        row = next(row for row in told(paths)["channels"] if row["channel"] == channel)
        assert row["markov_low"] < row["markov"] < row["markov_high"]
        assert row["markov_high"] - row["markov_low"] == pytest.approx(width * 1.96 / 1.645, rel=0.25)


@pytest.mark.parametrize("order", ["2", "3"])
def test_longer_memory_shares_out_the_same_whole(paths: Path, order: str) -> None:
    rows = told(paths, order=order)["channels"]
    assert sum(row["markov"] for row in rows) == pytest.approx(19_785, abs=1e-4)
    assert [row["channel"] for row in rows[:4]] == ["alpha", "iota", "eta", "beta"]
    assert sum(model["value"] for row in rows for model in row["models"]) == pytest.approx(7 * 74_802.97, abs=0.1)

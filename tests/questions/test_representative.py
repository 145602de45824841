"""Representative journeys: who stands for whom, merged and split by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.folds.journals import Event, Journey, journal, told
from tests.questions.shop import CLOCK, STORIES, WORDS, context
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

MANY = ("abc", "abc", "abbc", "ab", "ddad", "dda", "da", "cba", "cb")


def shop(journeys: Sequence[Journey]) -> Context:
    log = journal(journeys, 2, WORDS)
    return Context(Machine(log, threads=2), Plan(), lens_of([], WORDS, ""))


def clusters(stories: tuple[str, ...] = STORIES, **params: Any) -> list[tuple[str, int]]:
    answer = ask(shop([told(story) for story in stories]), CLOCK, "representative", params)
    return [("".join(step["step"][0] for step in row["steps"]), row["journeys"]) for row in answer.rows]


def opened(where: dict[str, Any], **params: Any) -> set[str]:
    return {STORIES[int(customer[1:])] for customer in members(context(), "representative", params, where).ids()}


def test_groups_are_the_largest_first_and_hold_everybody() -> None:
    found = clusters(MANY, clusters=3)
    assert found == [("pco", 4), ("np", 3), ("ocp", 2)]


def test_the_number_of_groups_is_the_smallest_near_the_best_silhouette() -> None:
    answer = ask(shop([told(story) for story in MANY]), CLOCK, "representative").content
    best = max(one["silhouette"] for one in answer["tried"])
    near = next(one for one in answer["tried"] if one["silhouette"] >= best - 0.01)
    assert (len(answer["clusters"]), answer["silhouette"]) == (near["clusters"], near["silhouette"])


def test_merging_and_splitting_keep_everybody() -> None:
    merged, split = clusters(MANY, clusters=3, merge="1+3"), clusters(MANY, clusters=3, split="1")
    assert merged == [("pco", 6), ("np", 3)]
    assert sum(n for _, n in split) == len(MANY)
    assert len(split) == 4


@pytest.mark.parametrize("given", [{"merge": "1"}, {"merge": "1+9"}, {"merge": "1+2", "split": "2"}, {"split": "x"}])
def test_groups_that_are_not_there_cannot_be_changed(given: dict[str, str]) -> None:
    with pytest.raises(errors.BadClusters):
        clusters(MANY, clusters=3, **given)


@pytest.mark.parametrize("given", ["0", "13", "three"])
def test_a_number_of_groups_is_a_small_number(given: str) -> None:
    with pytest.raises(errors.BadNumber):
        clusters(clusters=given)


def test_the_outcome_ends_journeys_and_has_an_interval() -> None:
    row = ask(context(), CLOCK, "representative", {"outcome": "order.placed", "clusters": 2}).rows[0]
    assert (row["journey"], row["journeys"]) == ("page.seen > cart.filled", 5)
    assert (row["outcome"]["journeys"], row["outcome"]["share"]) == (3, 0.6)
    assert row["outcome"]["low"] == pytest.approx(0.2307, abs=1e-4)


@pytest.mark.parametrize("per", ["session:2h", "journey"])
def test_visits_and_parts_of_a_history_are_journeys_too(per: str) -> None:
    answer = ask(context(), CLOCK, "representative", per=per)
    assert (answer.customers, answer.content["journeys"]) == (6, 7)
    assert sum(row["journeys"] for row in answer.rows) == 7


def test_money_and_feelings_of_a_group() -> None:
    own = [Event(0, 1), Event(2, 2, amount=900, rating=100)]
    row = ask(shop([own, own, [Event(3, 1)]]), CLOCK, "representative").rows[0]
    assert (row["money"], row["feeling"]["n"], row["feeling"]["mean"]) == (900, 2, 1.0)
    assert row["examples"] == ["c0", "c1"]


def test_every_group_and_variant_opens_its_customers() -> None:
    assert opened({"cluster": 1}, clusters="2") == {"abc", "abbc", "ab", "a5abc"}
    assert opened({"cluster": 2}, clusters="2") == {"a", "dd"}
    assert opened({"cluster": 2, "state": "exact"}, clusters="2") == {"a"}
    assert opened({"variant": 1}) == {"abc", "abbc", "a5abc"}
    assert opened({"cluster": 1, "state": "outcome"}, outcome="order.placed", clusters="2") == {"abc", "abbc", "a5abc"}
    assert len(opened({})) == len(STORIES)


@pytest.mark.parametrize("where", [{"cluster": 9}, {"variant": 0}, {"cluster": "x"}])
def test_a_group_that_is_not_there_cannot_be_opened(where: dict[str, Any]) -> None:
    with pytest.raises(errors.NothingToOpen):
        opened(where)


def test_nobody_makes_no_groups() -> None:
    assert clusters(()) == []

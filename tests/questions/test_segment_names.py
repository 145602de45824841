"""`segment` asked with what the workspace keeps: other segments by key, lists of customers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.questions.shop import CLOCK, context
from wend.conditions import document, errors
from wend.conditions.facts import Facts
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.questions.asking import ask
from wend.touchpoints.facade import Kept

BUYERS = {"did": {"event": "order.placed"}}


def read(leaf: Any) -> Any:
    return document.from_json({"version": 1, "condition": leaf})


def asked(leaf: Any, facts: Facts, kept: Kept | None = None) -> set[str]:
    answer = ask(
        replace(context(), facts=facts), CLOCK, "segment", {"condition": {"version": 1, "condition": leaf}}, kept=kept
    )
    return set(answer.to_json()["ids"])


def test_a_segment_of_segments_and_lists_is_asked_by_key() -> None:
    plain = asked(BUYERS, Facts())
    one = min(plain)
    facts = Facts(lambda: {"buyers": read(BUYERS)}, lambda: ("met",), lambda _: {one, "stranger"})
    assert asked({"segment": {"is": "buyers"}}, facts) == plain
    assert asked({"list": {"is": "met"}}, facts) == {one}
    left = {"all": [{"segment": {"is": "buyers"}}, {"none": [{"list": {"is": "met"}}]}]}
    assert asked(left, facts) == plain - {one}


def test_who_is_left_out_of_analyses_fits_nothing_that_is_known() -> None:
    shop = context()
    everybody = [np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in shop.machine.journal.buckets]
    everybody[0][0] = True
    machine = Machine(shop.machine.journal, threads=1, left_out=tuple(everybody))
    seen = set(str(who) for bucket in machine.journal.buckets for who in bucket.customers.to_pylist())
    nobody = {"condition": {"version": 1, "condition": {"none": [{"trait": {"trait": "city", "is": "nowhere"}}]}}}
    for selection in (Selection(), Selection(channels=("", "web", "shop"))):
        answer = ask(replace(shop, machine=machine), CLOCK, "segment", nobody, selection)
        assert set(answer.to_json()["ids"]) == seen - {"c0"}


def test_what_nobody_keeps_is_unknown() -> None:
    with pytest.raises(errors.UnknownSegment):
        asked({"segment": {"is": "buyers"}}, Facts())
    with pytest.raises(errors.UnknownList):
        asked({"list": {"is": "met"}}, Facts())


def on_list(version: str, who: str) -> Facts:
    return Facts(lists=lambda: ("met",), listed=lambda _: {who}, version=lambda: version)


def test_an_answer_is_kept_for_one_version_of_the_facts() -> None:
    kept, leaf = Kept(8), {"list": {"is": "met"}}
    assert asked(leaf, on_list("1", "c0"), kept) == {"c0"}
    assert asked(leaf, on_list("1", "c1"), kept) == {"c0"}
    assert asked(leaf, on_list("2", "c1"), kept) == {"c1"}

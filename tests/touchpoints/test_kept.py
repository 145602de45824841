"""What is dear to make is made once, and does not hold up anything else."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from wend.touchpoints.view import Kept


def test_what_was_used_longest_ago_goes_first() -> None:
    made: list[str] = []
    kept = Kept(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_many_threads_wait_for_one_maker() -> None:
    kept, made, gate = Kept(), list[int](), threading.Barrier(4)

    def make() -> int:
        made.append(1)
        return len(made)

    def ask() -> int:
        gate.wait(5)
        return kept.get("key", make)

    with ThreadPoolExecutor(4) as pool:
        assert [f.result() for f in [pool.submit(ask) for _ in range(4)]] == [1, 1, 1, 1]


def test_one_slow_thing_does_not_hold_up_another() -> None:
    kept, open_gate, begun = Kept(), threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        assert open_gate.wait(5)
        return "slow"

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(kept.get, "slow", slow)
        assert begun.wait(5)
        assert kept.get("quick", lambda: "quick") == "quick"
        open_gate.set()
        assert waiting.result(5) == "slow"


def test_a_failure_is_not_kept() -> None:
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 // 0)
    assert kept.get("key", lambda: 2) == 2

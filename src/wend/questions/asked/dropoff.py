"""Drop-off: where those who stop, stop."""

from __future__ import annotations

from dataclasses import replace

from wend.engines.machine import Members
from wend.folds import dropoff
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    rules, names = wish.rules()
    return dropoff.DROPOFF, dropoff.params(rules, wish.codes, wish.as_of, wish.given["silence"]), names


def _opens(at: Pointed) -> CellsOf:
    state = at.state({"stopped": "stopped", "pending": "pending", "there": "there", "went_on": "there"})
    by_stage = "step" not in at.where and "stage" in at.where
    return field(f"{state}_stage", at.stage()) if by_stage else field(state, at.code("step"))


def _behind(at: Pointed) -> Members:
    """Who went on was there, and neither stopped nor is too soon to tell."""
    members = at.members(_opens(at))
    if at.where.get("state") == "went_on":
        for state in ("stopped", "pending"):
            members &= ~at.members(_opens(replace(at, where={**at.where, "state": state})))
    return members


DROPOFF = Asked(_make, _opens, _behind)

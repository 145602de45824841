"""Sessions: into how many visits the events fall."""

from __future__ import annotations

from wend.folds import sessions
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _make(wish: Wish) -> Made:
    return sessions.SESSIONS, sessions.params(wish.given["gap"]), ()


def _opens(_: Pointed) -> CellsOf:
    return field("customers", 0)


SESSIONS = Asked(_make, _opens)

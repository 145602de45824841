"""The kernels of questions beyond their main walk, compiled before anybody waits for them."""

from __future__ import annotations

import numpy as np

from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.stage import Stage, StageSet
from wend.engines import usual
from wend.engines.lens import every_event
from wend.engines.machine import Machine
from wend.engines.rows import rows
from wend.engines.standing import standing_lens
from wend.engines.usual import SmallestJournal
from wend.folds import features
from wend.folds.contract import patient
from wend.folds.stage_walk import no_stages
from wend.methods.changes import LEAST_DAYS, Series, changes

_QUIET = {"version": 1, "condition": {"silent": {"event": "seen", "for": "1d"}}}
_TOLD = StageSet("told", Name("", ""), (Stage("first", Name("", "")), Stage("told", Name("", ""), enter=_QUIET)))


def warm() -> None:
    """Compile and cache them, or load them from disk."""
    machine = Machine(SmallestJournal(), threads=1)
    for _ in rows(machine, features.FEATURES, features.params(1, [0], 0), Selection()):
        pass
    lens = standing_lens(machine, every_event(machine.journal.words), (_TOLD,), lambda _: no_stages(1))
    for fold, params in usual.questions():
        if fold.wait is not patient:
            machine.answer(fold, params, Selection(from_at=1), lens)
    days = np.arange(2 * LEAST_DAYS)
    level = np.where((days > 40) & (days < 60), 20.0, 100.0)
    changes(Series("count", np.ones(len(days)), level), 0.0, 0.3)

"""The kernels of questions beyond their main walk, compiled before anybody waits for them."""

from __future__ import annotations

import numpy as np

from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.engines.rows import rows
from wend.engines.usual import SmallestJournal
from wend.folds import features
from wend.methods.changes import LEAST_DAYS, Series, changes


def warm() -> None:
    """Compile and cache them, or load them from disk."""
    for _ in rows(Machine(SmallestJournal(), threads=1), features.FEATURES, features.params(1, [0], 0), Selection()):
        pass
    days = np.arange(2 * LEAST_DAYS)
    level = np.where((days > 40) & (days < 60), 20.0, 100.0)
    changes(Series("count", np.ones(len(days)), level), 0.0, 0.3)

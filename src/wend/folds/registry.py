"""Every fold of the house, one line each. The laws in `tests/laws` run over this table."""

from __future__ import annotations

from typing import Any

from wend.folds.contract import Fold
from wend.folds.funnel import FUNNEL
from wend.folds.stages import STAGES
from wend.folds.transitions import TRANSITIONS

FOLDS: dict[str, Fold[Any, Any]] = {fold.key: fold for fold in (FUNNEL, TRANSITIONS, STAGES)}

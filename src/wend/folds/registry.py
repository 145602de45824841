"""Every fold of the house, one line each. The laws in `tests/laws` run over this table."""

from __future__ import annotations

from typing import Any

from wend.folds.computed import COMPUTED
from wend.folds.contract import Fold
from wend.folds.contribution import CONTRIBUTION
from wend.folds.dropoff import DROPOFF
from wend.folds.feelings import FEELINGS
from wend.folds.funnel import FUNNEL
from wend.folds.holdings import HOLDINGS
from wend.folds.profile import PROFILE
from wend.folds.promoters import PROMOTERS
from wend.folds.reach import REACH
from wend.folds.sessions import SESSIONS
from wend.folds.stages import STAGES
from wend.folds.standing import STANDING
from wend.folds.touchpoints import TOUCHPOINTS
from wend.folds.transitions import TRANSITIONS

_EVERY: tuple[Fold[Any, Any], ...] = (
    FUNNEL,
    TRANSITIONS,
    SESSIONS,
    STAGES,
    TOUCHPOINTS,
    FEELINGS,
    DROPOFF,
    REACH,
    PROFILE,
    HOLDINGS,
    PROMOTERS,
    COMPUTED,
    STANDING,
    CONTRIBUTION,
)
FOLDS: dict[str, Fold[Any, Any]] = {fold.key: fold for fold in _EVERY}

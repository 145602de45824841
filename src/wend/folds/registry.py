"""Every fold of the house, one line each. The laws in `tests/laws` run over this table."""

from __future__ import annotations

from typing import Any

from wend.folds.alike import ALIKE
from wend.folds.comebacks import COMEBACKS
from wend.folds.computed import COMPUTED
from wend.folds.conformance import CONFORMANCE
from wend.folds.contract import Fold
from wend.folds.contribution import CONTRIBUTION
from wend.folds.daily import DAILY
from wend.folds.departures import DEPARTURES
from wend.folds.dropoff import DROPOFF
from wend.folds.features import FEATURES
from wend.folds.feelings import FEELINGS
from wend.folds.flow import FLOW
from wend.folds.funnel import FUNNEL
from wend.folds.funnel_any import FUNNEL_ANY
from wend.folds.funnel_entries import FUNNEL_ENTRIES
from wend.folds.funnel_steps import FUNNEL_STEPS
from wend.folds.holdings import HOLDINGS
from wend.folds.lifecycle import LIFECYCLE
from wend.folds.loops import LOOPS
from wend.folds.moves import MOVES
from wend.folds.outcomes import OUTCOMES
from wend.folds.paths import PATHS_TAKEN
from wend.folds.profile import PROFILE
from wend.folds.promoters import PROMOTERS
from wend.folds.reach import REACH
from wend.folds.retention import RETENTION
from wend.folds.segment import SEGMENT
from wend.folds.segment_trend import SEGMENT_TREND
from wend.folds.sessions import SESSIONS
from wend.folds.stages import STAGES
from wend.folds.standing import STANDING
from wend.folds.stickiness import STICKINESS
from wend.folds.survival import SURVIVAL
from wend.folds.touchpoints import TOUCHPOINTS
from wend.folds.transitions import TRANSITIONS
from wend.folds.usage import USAGE
from wend.folds.variants import VARIANTS

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
    VARIANTS,
    ALIKE,
    CONFORMANCE,
    FUNNEL_STEPS,
    FUNNEL_ENTRIES,
    FUNNEL_ANY,
    PATHS_TAKEN,
    LOOPS,
    DEPARTURES,
    RETENTION,
    SURVIVAL,
    LIFECYCLE,
    STICKINESS,
    COMEBACKS,
    FLOW,
    MOVES,
    USAGE,
    DAILY,
    FEATURES,
    CONTRIBUTION,
    OUTCOMES,
    SEGMENT,
    SEGMENT_TREND,
)
FOLDS: dict[str, Fold[Any, Any]] = {fold.key: fold for fold in _EVERY}
